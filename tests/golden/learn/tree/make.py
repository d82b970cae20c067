"""Writes what scikit-learn's trees answer with weights and drawn features, and its trees for numbers.

Run:  /usr/bin/python3 tests/golden/learn/tree/make.py
"""

import sys
from pathlib import Path

import numpy as np
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

sys.path.append(str(Path(__file__).parent.parent))
from data import all_data, digits, write  # noqa: E402

CASES = [
    {"max_features": "sqrt", "random_state": 1},
    {"max_features": "log2", "random_state": 2, "max_depth": 5},
    {"max_features": 0.5, "random_state": 3, "min_samples_leaf": 3},
    {"max_features": 2, "random_state": 4, "min_impurity_decrease": 0.002},
    {"random_state": 5, "min_samples_split": 8},
    {"random_state": 6, "max_leaf_nodes": 9, "max_features": 0.7, "min_weight_fraction_leaf": 0.02},
    {"random_state": 8, "ccp_alpha": 0.01},
]
WEIGHTS = ["none", "counts", "shares"]


def weights(kind, n):
    """The same as weightsOf in the test."""
    i = np.arange(n)
    return {"none": None, "counts": (i * 7) % 4 + 0.0, "shares": ((i * 37) % 101 + 1) / 101}[kind]


def path(tree, X, y, w):
    """Where more of the tree is cut off: the last ten, with what the leaves' impurity is then."""
    found = tree.cost_complexity_pruning_path(X, y, w)
    return [found.ccp_alphas[-10:].tolist(), found.impurities[-10:].tolist()] if tree.ccp_alpha else None


def answers(X, y, t):
    half = len(y) // 2
    for params in CASES:
        for kind in WEIGHTS:
            w = weights(kind, half)
            for class_weight in (None, "balanced"):
                tree = DecisionTreeClassifier(**params, class_weight=class_weight)
                tree.fit(X[:half], y[:half], sample_weight=w)
                yield {
                    "params": params,
                    "weights": kind,
                    "balanced": class_weight is not None,
                    "leaves": int(tree.get_n_leaves()),
                    "predicted": digits(tree.predict(X), np.unique(y)),
                    "importances": tree.feature_importances_.tolist(),
                    "alphas": path(tree, X[:half], y[:half], w),
                }
            tree = DecisionTreeRegressor(**params).fit(X[:half], t[:half], sample_weight=w)
            yield {
                "params": params,
                "weights": kind,
                "numbers": True,
                "leaves": int(tree.get_n_leaves()),
                # Of every seventh row, to keep the file small.
                "predicted": tree.predict(X)[::7].tolist(),
                "importances": tree.feature_importances_.tolist(),
                "alphas": path(tree, X[:half], t[:half], w),
            }


write("tree", {name: list(answers(X, y, t)) for name, X, y, _, t, _ in all_data()}, "tree/make.py", Path(__file__).parent)
