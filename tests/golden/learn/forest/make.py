"""Writes what scikit-learn's random forests answer.  Run:  /usr/bin/python3 tests/golden/learn/forest/make.py"""

import sys
import warnings
from pathlib import Path

import numpy as np
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor

sys.path.append(str(Path(__file__).parent.parent))
from data import all_data, digits, write  # noqa: E402

warnings.filterwarnings("ignore")
CASES = [
    {"n_estimators": 15, "random_state": 0, "oob_score": True},
    {"n_estimators": 10, "random_state": 7, "max_features": 0.5, "max_samples": 0.6, "min_samples_leaf": 2},
    {"n_estimators": 6, "random_state": 4, "max_leaf_nodes": 12, "ccp_alpha": 0.002, "min_weight_fraction_leaf": 0.01},
    {"n_estimators": 8, "random_state": 9, "bootstrap": False, "max_depth": 4, "max_features": "log2"},
]


def answers(X, y, t):
    half = len(y) // 2
    for params in CASES:
        for class_weight in (None, "balanced", "balanced_subsample"):
            forest = RandomForestClassifier(**params, class_weight=class_weight).fit(X[:half], y[:half])
            yield {
                "params": params,
                "classWeight": class_weight,
                "predicted": digits(forest.predict(X), np.unique(y)),
                "probabilities": forest.predict_proba(X[:5]).ravel().tolist(),
                "importances": forest.feature_importances_.tolist(),
                "outOfBag": getattr(forest, "oob_score_", None),
            }
        forest = RandomForestRegressor(**params).fit(X[:half], t[:half])
        yield {
            "params": params,
            "numbers": True,
            "predicted": forest.predict(X)[::7].tolist(),
            "importances": forest.feature_importances_.tolist(),
            "outOfBag": getattr(forest, "oob_score_", None),
        }


write("forest", {name: list(answers(X, y, t)) for name, X, y, _, t, _ in all_data()}, "forest/make.py", Path(__file__).parent)
