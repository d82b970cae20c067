"""Writes what scikit-learn's PCA and NMF answer on the shared data.

Run:  /usr/bin/python3 tests/golden/learn/decomposition/make.py
"""

import sys
from pathlib import Path

import numpy as np
from sklearn.decomposition import NMF, PCA

sys.path.append(str(Path(__file__).parent.parent))
from data import all_data, write


def pca_case(X, n_components, whiten, rows):
    pca = PCA(n_components, whiten=whiten, svd_solver="full").fit(X[:rows])
    return {
        "nComponents": n_components,
        "whiten": whiten,
        "rows": rows,
        "kept": int(pca.n_components_),
        "components": pca.components_.tolist(),
        "explainedVariance": pca.explained_variance_.tolist(),
        "explainedVarianceRatio": pca.explained_variance_ratio_.tolist(),
        "singularValues": pca.singular_values_.tolist(),
        "noiseVariance": float(pca.noise_variance_),
        "transformed": pca.transform(X[-4:]).tolist(),
        "logs": logs(X, PCA(n_components, svd_solver="full").fit(X[:rows])),
    }


def logs(X, pca):
    """None where rows do not vary in some direction. Without whitening: with it, scikit-learn scales variances twice."""
    proper = min(*pca.explained_variance_, pca.noise_variance_) > 1e-6
    return pca.score_samples(X[-4:]).tolist() if proper else None


def standardised(X):
    """The columns that vary, each divided by its spread: otherwise one of them drowns the rest."""
    X = X[:, X.std(axis=0) > 0]
    return (X - X.mean(axis=0)) / X.std(axis=0)


def cases(X):
    for n_components, whiten in ((None, False), (2, True), (0.6, False), (0.95, True)):
        yield pca_case(X, n_components, whiten, len(X))
    # Fewer rows than columns.
    yield pca_case(X, 2, False, 3)


def nmf_cases(X):
    X = (X - X.min(axis=0)) / np.ptp(X, axis=0)
    for k, init, solver, beta_loss, alpha, l1_ratio, max_iter in (
        (2, None, "cd", "frobenius", 0, 0, 200),
        (3, "nndsvd", "cd", "frobenius", 0.002, 0.5, 50),
        (2, "random", "cd", "frobenius", 0, 0, 20),
        (2, None, "mu", "frobenius", 0, 0, 40),
        (2, "random", "mu", "kullback-leibler", 0, 0, 40),
    ):
        params = dict(init=init, solver=solver, beta_loss=beta_loss, l1_ratio=l1_ratio, max_iter=max_iter)
        nmf = NMF(k, alpha_W=alpha, random_state=5, **params)
        W = nmf.fit_transform(X)
        yield {
            "params": {
                "nComponents": k,
                "init": init,
                "solver": solver,
                "betaLoss": beta_loss,
                "alphaW": alpha,
                "l1Ratio": l1_ratio,
                "maxIter": max_iter,
                "randomState": 5,
            },
            "nIter": int(nmf.n_iter_),
            "reconstructionErr": float(nmf.reconstruction_err_),
            "components": nmf.components_.tolist(),
            "firstRows": W[:3].tolist(),
            "transformed": nmf.transform(X[-3:]).tolist(),
        }


if __name__ == "__main__":
    folder = Path(__file__).parent
    nmf = {name: list(nmf_cases(X[:, X.std(axis=0) > 0])) for name, X, *_ in all_data()}
    write("nmf", {"data": nmf}, folder=folder)
    write("pca", {"data": {name: list(cases(standardised(X))) for name, X, *_ in all_data()}}, folder=folder)
