"""scikit-learn's answers for support vector machines.

Run:  /usr/bin/python3 tests/golden/learn/svm/make.py
"""

import sys
import warnings
from pathlib import Path

import numpy as np
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC, SVR

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
from data import all_data, digits, write  # noqa: E402

warnings.filterwarnings("ignore")

# Ours, then the same in scikit-learn's words where they differ.
CLASSIFIERS = [
    {},
    {"C": 100, "gamma": "auto"},
    {"kernel": "linear", "C": 0.5, "classWeight": "balanced"},
    {"kernel": "poly", "degree": 2, "coef0": 1, "C": 10, "shrinking": False},
    {"kernel": "sigmoid", "gamma": 0.05, "C": 3},
    {"C": 1000, "gamma": 2, "tol": 0.01, "weighted": True},
    {"kernel": "poly", "maxIter": 15},
]
REGRESSORS = [
    {},
    {"C": 30, "gamma": 0.3, "epsilon": 0.01},
    {"kernel": "linear", "C": 0.2, "epsilon": 0.5, "weighted": True},
    {"kernel": "poly", "degree": 2, "coef0": 1, "C": 2, "shrinking": False},
    {"kernel": "sigmoid", "gamma": 0.02, "C": 0.5},
]
THEIRS = {"classWeight": "class_weight", "maxIter": "max_iter"}


def theirs(params):
    return {THEIRS.get(name, name): value for name, value in params.items() if name != "weighted"}


def weights(params, n):
    return (np.arange(n) % 4) * 0.5 if params.get("weighted") else None


def classifier(params, X, y, half):
    model = SVC(**theirs(params), decision_function_shape="ovo")
    model.fit(X[:half], y[:half], sample_weight=weights(params, half))
    pairs = model.decision_function(X[half - 5 : half + 5]).reshape(10, -1)
    model.decision_function_shape = "ovr"
    return {
        "params": params,
        "predicted": digits(model.predict(X), np.unique(y)),
        "ovo": pairs.tolist(),
        "ovr": model.decision_function(X[half - 5 : half + 5]).reshape(10, -1).tolist(),
        "nSupport": model.n_support_.tolist(),
        "nIter": model.n_iter_.tolist(),
        "intercept": model.intercept_.tolist(),
        "coef": model.coef_.tolist() if model.kernel == "linear" else None,
    }


def probabilities(X, y, half):
    model = SVC(probability=True, random_state=4, C=5).fit(X[:half], y[:half])
    return model.predict_proba(X[half : half + 12]).tolist()


def regressor(params, X, t, half):
    model = SVR(**theirs(params)).fit(X[:half], t[:half], sample_weight=weights(params, half))
    return {
        "params": params,
        "predicted": model.predict(X[half - 20 : half + 20]).tolist(),
        "nSupport": int(model.n_support_[0]),
        "nIter": int(model.n_iter_),
        "dualCoef": model.dual_coef_[0, :8].tolist(),
        "intercept": float(model.intercept_[0]),
    }


def answers(X, y, t, tied):
    half = len(y) // 2
    return {
        "classifiers": [classifier(params, X, y, half) for params in CLASSIFIERS],
        "probabilities": probabilities(X, y, half),
        "regressors": [regressor(p, X, v, half) for p, v in zip(REGRESSORS, [t, t, tied, tied, t])],
    }


content = {}
for name, X, y, _, t, tied in all_data():
    # Drums as they are would take the linear kernel millions of iterations: real use scales them.
    X = StandardScaler().fit_transform(X) if name == "drums" else X
    content[name] = answers(X, y, t, tied)
write("svm", content, folder=HERE)
