"""What scikit-learn's linear models answer. Run: /usr/bin/python3 tests/golden/learn/linear-model/make.py"""

import sys
import warnings
from pathlib import Path

import numpy as np
from sklearn.linear_model import Lasso, LinearRegression, LogisticRegression, Ridge
from sklearn.preprocessing import StandardScaler

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
from data import all_data, digits, write

warnings.filterwarnings("ignore")
CAMEL = {"max_iter": "maxIter", "fit_intercept": "fitIntercept", "class_weight": "classWeight"}
LOGISTIC = [
    {},
    {"C": 0.01},
    {"C": 100, "max_iter": 30},
    {"class_weight": "balanced"},
    {"fit_intercept": False, "tol": 1e-6},
    {"penalty": None, "max_iter": 20},
]
REGRESSORS = [
    (LinearRegression, {}),
    (LinearRegression, {"fit_intercept": False}),
    (Ridge, {}),
    (Ridge, {"alpha": 0.01, "fit_intercept": False}),
    (Lasso, {"alpha": 0.1}),
    (Lasso, {"alpha": 0.005, "tol": 1e-8, "max_iter": 5000}),
    (Lasso, {"alpha": 0.05, "fit_intercept": False}),
    (Lasso, {"alpha": 0.001, "max_iter": 7}),
]


def camel(params):
    return {CAMEL.get(name, name): value for name, value in params.items()}


def weights(n):
    return (np.arange(n) * 7 % 5).astype(float)


def logistic_cases(X, y):
    scaled = StandardScaler().fit_transform(X)
    for two in (False, True):
        labels = (y == y[0]).astype(int) if two else y
        classes = np.unique(labels)
        for params in LOGISTIC:
            for weighted in (False, True) if params == {} else (False,):
                given = {**params, "penalty": params.get("penalty", "l2") or "none"}
                model = LogisticRegression(**given).fit(scaled, labels, weights(len(y)) if weighted else None)
                yield {
                    "two": two,
                    "params": camel(params),
                    "weighted": weighted,
                    "nIter": int(max(model.n_iter_)),
                    "coef": model.coef_.tolist(),
                    "intercept": model.intercept_.tolist(),
                    "predicted": digits(model.predict(scaled), classes),
                }


def sparse_case(X, y):
    """The optimum under the l1 penalty, found to 1e-10 by another algorithm."""
    scaled = StandardScaler().fit_transform(X)
    model = LogisticRegression(penalty="l1", C=0.2, solver="saga", tol=1e-10, max_iter=200000, random_state=0).fit(scaled, y)
    return {"probabilities": model.predict_proba(scaled)[::10].tolist(), "zeros": int((model.coef_ == 0).sum())}


def regression_cases(X, t):
    scaled = StandardScaler().fit_transform(X)
    for model, params in REGRESSORS:
        for weighted in (False, True):
            fitted = model(**params).fit(scaled, t, sample_weight=weights(len(t)) if weighted else None)
            yield {
                "model": model.__name__,
                "params": camel(params),
                "weighted": weighted,
                "coef": fitted.coef_.tolist(),
                "intercept": float(fitted.intercept_),
                **({"nIter": int(fitted.n_iter_), "dualGap": float(fitted.dual_gap_)} if model is Lasso else {}),
            }


write(
    "linear-model",
    {
        name: {
            "logistic": list(logistic_cases(X, y)),
            "sparse": sparse_case(X, y) if name == "blobs" else None,
            "regression": list(regression_cases(X, t)),
        }
        for name, X, y, _, t, _ in all_data()
    },
    folder=HERE,
)
