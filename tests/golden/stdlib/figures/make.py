"""Writes how scipy cuts trees of merges into clusters, and the axes of covariance ellipses by numpy.

Run:  /usr/bin/python3 tests/golden/stdlib/figures/make.py
"""

import json
from pathlib import Path

import numpy as np
import scipy
from scipy.cluster.hierarchy import dendrogram, fcluster, linkage

random = np.random.RandomState(3)


def tree(rows, method):
    X = random.randn(rows, 3)
    Z = linkage(X, method)
    drawn = dendrogram(Z, no_plot=True)
    cuts = {str(k): fcluster(Z, k, "maxclust").tolist() for k in (1, 2, 3, 5, rows // 2)}
    return {
        "method": method,
        "children": Z[:, :2].astype(int).tolist(),
        "distances": Z[:, 2].tolist(),
        "leafOrder": drawn["leaves"],
        "clusters": cuts,
    }


def ellipse():
    A = random.randn(2, 2) * [1, 4]
    covariance = A @ A.T + 0.01 * np.eye(2)
    values, vectors = np.linalg.eigh(covariance)
    return {
        "covariance": covariance.ravel().tolist(),
        "minor": float(np.sqrt(values[0])),
        "major": float(np.sqrt(values[1])),
        "direction": vectors[:, 1].tolist(),
    }


out = {
    "scipy": scipy.__version__,
    "numpy": np.__version__,
    "trees": [tree(24, method) for method in ("ward", "complete", "average", "single")],
    "ellipses": [ellipse() for _ in range(20)],
}
Path(__file__).with_name("figures.json").write_text(json.dumps(out) + "\n")
