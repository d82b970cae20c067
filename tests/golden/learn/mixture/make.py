"""Writes what scikit-learn's GaussianMixture answers on the shared data.

Run:  /usr/bin/python3 tests/golden/learn/mixture/make.py
"""

import sys
from pathlib import Path

import numpy as np
from sklearn.mixture import GaussianMixture

sys.path.append(str(Path(__file__).parent.parent))
from data import all_data, digits, write


def cases(X):
    for k, kind, n_init, init, seed, max_iter, weights in (
        (2, "full", 1, "kmeans", 0, 100, None),
        (3, "tied", 2, "random", 5, 30, None),
        (3, "diag", 1, "kmeans", 7, 100, None),
        (4, "spherical", 3, "kmeans", 1, 100, None),
        (2, "full", 1, "random", 3, 8, [0.9, 0.1]),
        (3, "diag", 1, "k-means++", 2, 20, None),
        (3, "spherical", 1, "random_from_data", 4, 20, [0.5, 0.25, 0.25]),
    ):
        params = dict(covariance_type=kind, n_init=n_init, init_params=init, random_state=seed, max_iter=max_iter)
        model = GaussianMixture(k, weights_init=weights, **params).fit(X)
        yield {
            "params": {
                "nComponents": k,
                "covarianceType": kind,
                "nInit": n_init,
                "initParams": init,
                "randomState": seed,
                "maxIter": max_iter,
                "weightsInit": weights,
            },
            "lowerBound": float(model.lower_bound_),
            "nIter": int(model.n_iter_),
            "converged": bool(model.converged_),
            "weights": model.weights_.tolist(),
            "means": model.means_.ravel().tolist(),
            "covariances": model.covariances_.ravel().tolist(),
            "precisionsCholesky": model.precisions_cholesky_.ravel().tolist(),
            "labels": digits(model.predict(X), np.arange(k)),
            "probabilities": model.predict_proba(X[:5]).ravel().tolist(),
            "bic": float(model.bic(X)),
            "aic": float(model.aic(X)),
        }


if __name__ == "__main__":
    content = {}
    for name, X, *_ in all_data():
        X = X[:, X.std(axis=0) > 0][:, :6]
        content[name] = list(cases((X - X.mean(axis=0)) / X.std(axis=0)))
    write("mixture", {"data": content}, folder=Path(__file__).parent)
