"""Writes what scikit-learn's KMeans and AgglomerativeClustering answer on the shared data.

Run:  /usr/bin/python3 tests/golden/learn/cluster/make.py
"""

import sys
from pathlib import Path

import numpy as np
from sklearn.cluster import AgglomerativeClustering, KMeans

sys.path.append(str(Path(__file__).parent.parent))
from data import all_data, write


def base36(labels):
    return "".join(np.base_repr(label, 36) for label in labels)


def kmeans_cases(X, weights):
    far = np.linspace(0.5, 2, 6)[:, None] * X.max(axis=0)
    for k, init, n_init, seed, max_iter, weighted in (
        (3, "k-means++", 1, 0, 300, False),
        (8, "k-means++", 5, 42, 300, False),
        (5, "random", 3, 7, 300, True),
        (4, "k-means++", 1, 3, 2, False),
        # Most of these centres begin without a row.
        (6, far.tolist(), 1, 0, 300, False),
    ):
        model = KMeans(k, init=init, n_init=n_init, random_state=seed, max_iter=max_iter)
        model.fit(X, sample_weight=weights if weighted else None)
        yield {
            "params": {"nClusters": k, "init": init, "nInit": n_init, "randomState": seed, "maxIter": max_iter},
            "weighted": weighted,
            "labels": base36(model.labels_),
            "inertia": float(model.inertia_),
            "nIter": int(model.n_iter_),
            "centers": model.cluster_centers_.tolist(),
        }


def tree_cases(X):
    for linkage, metric, n_clusters, threshold in (
        ("ward", "euclidean", 5, None),
        ("complete", "euclidean", 7, None),
        ("average", "manhattan", 12, None),
        ("average", "cosine", 3, None),
        ("single", "euclidean", 9, None),
        ("single", "manhattan", None, 0.7),
        ("ward", "euclidean", None, 6.5),
    ):
        model = AgglomerativeClustering(
            n_clusters, linkage=linkage, metric=metric, distance_threshold=threshold, compute_distances=True
        ).fit(X)
        yield {
            "params": {
                "linkage": linkage,
                "metric": metric,
                "nClusters": n_clusters,
                "distanceThreshold": threshold,
            },
            "labels": model.labels_.tolist(),
            "children": model.children_.tolist(),
            "distances": model.distances_.tolist(),
        }


if __name__ == "__main__":
    content = {}
    for name, X, y, groups, *_ in all_data():
        rows = X[:40] + 0.25
        # Where rows are exactly as near to two centres, the last bit of a product decides in scikit-learn.
        kmeans = [] if name == "ties" else list(kmeans_cases(X, groups + 0.5))
        content[name] = {"kmeans": kmeans, "trees": list(tree_cases(rows))}
    write("cluster", {"data": content}, folder=Path(__file__).parent)
