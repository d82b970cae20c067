"""Writes what scikit-learn's baselines answer: /usr/bin/python3 tests/golden/learn/dummy/make.py"""

import sys
from pathlib import Path

import numpy as np
from sklearn.dummy import DummyClassifier, DummyRegressor

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent))

from data import all_data, digits, write  # noqa: E402


def classifiers(X, y):
    classes = np.unique(y)
    for weights in (None, np.arange(len(y)) % 4 / 2):
        for strategy in ("prior", "most_frequent", "stratified", "uniform", "constant"):
            for seed in (0, 12345) if strategy in ("stratified", "uniform") else (0,):
                constant = classes[1] if strategy == "constant" else None
                model = DummyClassifier(strategy=strategy, constant=constant, random_state=seed)
                model.fit(X, y, weights)
                yield {
                    "params": {"strategy": strategy, "constant": None if constant is None else constant.item(), "randomState": seed},
                    "weighted": weights is not None,
                    "predicted": digits(model.predict(X), classes),
                    "first": model.predict_proba(X)[0].tolist(),
                }


def regressors(X, t):
    for weights in (None, np.arange(len(t)) % 4 / 2):
        for strategy, quantile in (("mean", None), ("median", None), *(("quantile", q) for q in (0, 0.1, 0.5, 0.77, 1))):
            model = DummyRegressor(strategy=strategy, quantile=quantile).fit(X, t, weights)
            yield {
                "params": {"strategy": strategy, "quantile": quantile},
                "weighted": weights is not None,
                "predicted": model.predict(X[:1])[0],
            }


answers = {
    name: {"classifiers": list(classifiers(X, y)), "regressors": [*regressors(X, t), *regressors(X, tied)]}
    for name, X, y, _, t, tied in all_data()
}
write("dummy", {"answers": answers}, "make.py", HERE)
