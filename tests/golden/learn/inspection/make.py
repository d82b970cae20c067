"""Writes what scikit-learn says of models' features, for inspection.test.ts.

Run with Debian's python3-sklearn:  /usr/bin/python3 tests/golden/learn/inspection/make.py
"""

import sys
from pathlib import Path

import numpy as np
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.inspection import partial_dependence, permutation_importance
from sklearn.tree import DecisionTreeClassifier

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent))
from data import all_data, write  # noqa: E402


class Formula(RegressorMixin, BaseEstimator):
    """A model with nothing to learn, the same in both languages."""

    def fit(self, X, y):
        self.fitted_ = True
        return self

    def predict(self, X):
        return X[:, 0] * X[:, 1] + 3 * X[:, 2]


def importance(model, X, y, repeats, seed):
    found = permutation_importance(model, X, y, n_repeats=repeats, random_state=seed)
    return {
        "repeats": repeats,
        "seed": seed,
        "mean": found.importances_mean.tolist(),
        "std": found.importances_std.tolist(),
        "all": found.importances.ravel().tolist(),
    }


def dependence(model, X, features, resolution, percentiles, rows):
    found = partial_dependence(
        model, X, features, grid_resolution=resolution, percentiles=percentiles, kind="both", method="brute"
    )
    return {
        "features": features,
        "resolution": resolution,
        "percentiles": percentiles,
        "values": [values.tolist() for values in found["values"]],
        "average": found.average.reshape(len(found.average), -1).tolist(),
        # One row of each output is enough.
        "ofRow": found.individual.reshape(len(found.average), len(X), -1)[:, rows].tolist(),
    }


def answers(name, X, y, groups, t, tied):
    tree = DecisionTreeClassifier(max_depth=4, random_state=0).fit(X[::2], y[::2])
    two = DecisionTreeClassifier(max_depth=3, random_state=1).fit(X, y == y[0])
    formula = Formula().fit(X, t)
    cases = {"tree": (tree, y), "two": (two, y == y[0]), "formula": (formula, X[:, 0] * X[:, 1] + t)}
    return {
        kind: {
            "importance": [importance(model, X, goal, *how) for how in ((5, 0), (3, 2024))],
            "dependence": [
                dependence(model, X, *how, rows=7)
                for how in (([1], 12, (0.05, 0.95)), ([2], 100, (0.1, 0.8)), ([2, 0], 4, (0.05, 0.95)))
                # Of the ill-conditioned data the first column never changes, the others hardly.
                if name != "ill-conditioned" or how[0] == [2]
            ],
        }
        for kind, (model, goal) in cases.items()
    }


write("inspection", {data[0]: answers(*data) for data in all_data()}, folder=HERE)
