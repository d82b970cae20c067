"""Writes what scikit-learn's PCA answers on the shared data.

Run:  /usr/bin/python3 tests/golden/learn/decomposition/make.py
"""

import sys
from pathlib import Path

import numpy as np
from sklearn.decomposition import PCA

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
    }


def standardised(X):
    """The columns that vary, each divided by its spread: otherwise one of them drowns the rest."""
    X = X[:, X.std(axis=0) > 0]
    return (X - X.mean(axis=0)) / X.std(axis=0)


def cases(X):
    for n_components, whiten in ((None, False), (2, True), (0.6, False), (0.95, True)):
        yield pca_case(X, n_components, whiten, len(X))
    # Fewer rows than columns.
    yield pca_case(X, 2, False, 3)


if __name__ == "__main__":
    folder = Path(__file__).parent
    write("pca", {"data": {name: list(cases(standardised(X))) for name, X, *_ in all_data()}}, folder=folder)
