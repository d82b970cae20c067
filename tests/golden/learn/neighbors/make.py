"""Writes what scikit-learn's neighbours answer: /usr/bin/python3 tests/golden/learn/neighbors/make.py"""

import sys
from pathlib import Path

import numpy as np
from sklearn.metrics import DistanceMetric
from sklearn.metrics.pairwise import cosine_distances
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent))

from data import all_data, digits, write  # noqa: E402


def distances(X_train, X_test, p):
    if p == "cosine":
        return cosine_distances(X_test, X_train)
    return DistanceMetric.get_metric("minkowski", p=p).pairwise(X_test, X_train)


def open_rows(X_train, values, X_test, k, p):
    """Rows whose k-th and next neighbours are equally far but differ in value: scikit-learn's choice is open."""
    d = distances(X_train, X_test, p)
    far = np.sort(d, axis=1)[:, k - 1 : k]
    return [
        (row <= limit * (1 + 1e-12)).sum() > k and len(np.unique(values[np.abs(row - limit) <= 1e-12 * limit])) > 1
        for row, limit in zip(d, far)
    ]


def cases(X, y, t):
    train = np.arange(len(y)) % 3 > 0
    classes = np.unique(y)
    for weights in ("uniform", "distance"):
        for p in (1, 2, "cosine"):
            for k in (1, 4, 15, 40) if p != "cosine" else (4,):
                # The tree sums differences as we do; brute force rounds otherwise.
                distance = {"metric": p} if p == "cosine" else {"p": p, "algorithm": "kd_tree"}
                params = {"n_neighbors": k, "weights": weights, **distance}
                classifier = KNeighborsClassifier(**params).fit(X[train], y[train])
                regressor = KNeighborsRegressor(**params).fit(X[train], t[train])
                text = np.array(list(digits(classifier.predict(X[~train]), classes)))
                text[open_rows(X[train], y[train], X[~train], k, p)] = "."
                numbers = regressor.predict(X[~train])
                is_open = open_rows(X[train], t[train], X[~train], k, p)
                yield {
                    "params": {"nNeighbors": k, "weights": weights, **({"metric": p} if p == "cosine" else {"p": p})},
                    "predicted": "".join(text),
                    "numbers": [None if o else n for o, n in zip(is_open, numbers.tolist())],
                }


answers = {name: list(cases(X, y, tied)) for name, X, y, _, _, tied in all_data()}
write("neighbors", {"answers": answers}, "make.py", HERE)
