"""Writes what scikit-learn's histogram boosting answers.  Run:  /usr/bin/python3 tests/golden/learn/boosting/make.py"""

import os
import sys
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"  # Else sums are rounded in another order.
import numpy as np  # noqa: E402
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor  # noqa: E402

sys.path.append(str(Path(__file__).parent.parent))
from data import all_data, digits, write  # noqa: E402

CASES = [
    {"max_iter": 10},
    {"max_iter": 15, "min_samples_leaf": 3, "max_leaf_nodes": 6, "learning_rate": 0.3},
    {"max_iter": 5, "min_samples_leaf": 1, "max_depth": 3, "l2_regularization": 1.5, "max_bins": 12},
]


def answers(X, y, t):
    half = len(y) // 2
    two = np.where(np.arange(len(y)) % 5 < 2, y, y[0])[:half] == y[0]
    for params in CASES:
        for labels, kind in ((y[:half], "many"), (two, "two")):
            model = HistGradientBoostingClassifier(early_stopping=False, **params).fit(X[:half], labels)
            yield {
                "params": params,
                "kind": kind,
                "predicted": digits(model.predict(X), np.unique(labels)),
                "probabilities": model.predict_proba(X[-6:]).ravel().tolist(),
            }
        model = HistGradientBoostingRegressor(early_stopping=False, **params).fit(X[:half], t[:half])
        yield {"params": params, "kind": "numbers", "predicted": model.predict(X)[::7].tolist()}


write("boosting", {name: list(answers(X, y, t)) for name, X, y, _, t, _ in all_data()}, "boosting/make.py", Path(__file__).parent)
