"""Writes what scikit-learn's feature selection answers.

Run:  /usr/bin/python3 tests/golden/learn/feature-selection/make.py
"""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent))

from sklearn.feature_selection import RFE, SelectKBest, f_classif, f_regression, mutual_info_classif
from sklearn.tree import DecisionTreeClassifier

from data import all_data, write


def finite(values, instead):
    return [instead if v != v else v for v in values.tolist()]


def case(X, y, t):
    # F does not depend on the columns' means, but scikit-learn's sums of squares lose digits to them.
    centred = X - X.mean(axis=0)
    F, p = f_classif(centred, y)
    Fr, pr = f_regression(centred, t)
    return {
        # A constant column tells nothing; scikit-learn has NaN there.
        "fClassif": {"scores": finite(F, 0), "pValues": finite(p, 1)},
        "fRegression": {"scores": finite(Fr, 0), "pValues": finite(pr, 1)},
        "mutualInfo": mutual_info_classif(X, y, random_state=5).tolist(),
        "mutualInfoOfFew": mutual_info_classif(X[:25], y[:25], n_neighbors=4, random_state=6).tolist(),
        "kBest": SelectKBest(k=3).fit(centred, y).get_support(indices=True).tolist(),
        "rfe": [
            RFE(DecisionTreeClassifier(max_depth=4, random_state=0), n_features_to_select=n, step=step).fit(X, y).ranking_.tolist()
            for n, step in ((None, 1), (1, 2), (0.4, 0.3))
        ],
    }


write("feature-selection", {name: case(X, y, t) for name, X, y, _, t, _ in all_data()}, folder=Path(__file__).parent)
