"""Writes what scikit-learn's preprocessing answers.

Run:  /usr/bin/python3 tests/golden/learn/preprocessing/make.py
"""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent))

import numpy as np
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, PolynomialFeatures, StandardScaler

from data import all_data, write


def gaps(X):
    """X with every fifth number missing; the test makes the same gaps."""
    rows, cols = np.indices(X.shape)
    return np.where((rows * 7 + cols * 3) % 5 == 0, np.nan, X)


def case(X, y, groups):
    weights = 1 + groups
    standard = StandardScaler(with_mean=False).fit(X, sample_weight=weights)
    low_high = MinMaxScaler(feature_range=(-1, 2), clip=True).fit(X[::2])
    polynomial = PolynomialFeatures(3, interaction_only=X.shape[1] > 10, include_bias=False).fit(X[:, :4])
    table = np.column_stack([y.astype(str).astype(object), groups.astype(object)])
    encoder = OneHotEncoder(drop="first", sparse_output=False).fit(table)
    return {
        "weighted": {"mean": standard.mean_.tolist(), "scale": standard.scale_.tolist(), "row": standard.transform(X)[1].tolist()},
        "minMax": {"scale": low_high.scale_.tolist(), "min": low_high.min_.tolist(), "row": low_high.transform(X)[1].tolist()},
        "polynomial": {"names": polynomial.get_feature_names_out().tolist(), "row": polynomial.transform(X[:, :4])[1].tolist()},
        "oneHot": {"names": encoder.get_feature_names_out().tolist(), "rows": encoder.transform(table)[:5].tolist()},
        "imputed": {
            strategy: SimpleImputer(strategy=strategy, add_indicator=True).fit_transform(gaps(X))[:2].tolist()
            for strategy in ("mean", "median", "most_frequent", "constant")
        },
    }


write("preprocessing", {name: case(X, y, groups) for name, X, y, groups, *_ in all_data()}, folder=Path(__file__).parent)
