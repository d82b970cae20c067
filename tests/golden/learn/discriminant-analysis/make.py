"""Writes what scikit-learn's LDA answers: /usr/bin/python3 tests/golden/learn/discriminant-analysis/make.py"""

import sys
from pathlib import Path

import numpy as np
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent))

from data import all_data, digits, write  # noqa: E402


def listed(numbers):
    """More digits than are compared, fewer than there are."""
    return [float(f"{x:.11g}") for x in np.ravel(numbers)]


def answer(X, y, priors, n_components, tol):
    model = LinearDiscriminantAnalysis(priors=priors, n_components=n_components, tol=tol).fit(X, y)
    return {
        "params": {"priors": priors, "nComponents": n_components, "tol": tol},
        "predicted": digits(model.predict(X), model.classes_),
        "coef": listed(model.coef_),
        "decisions": listed(model.decision_function(X)[::12]),
        "probabilities": listed(model.predict_proba(X)[::12]),
        # The signs are open.
        "places": listed(np.abs(model.transform(X))[::12]),
        "ratio": listed(model.explained_variance_ratio_),
    }


def cases(X, y):
    shares = np.arange(1, len(np.unique(y)) + 1.0)
    for priors in (None, (shares / shares.sum()).tolist()):
        for n_components, tol in ((None, 1e-4), (1, 1e-4), (None, 0.5)):
            yield answer(X, y, priors, n_components, tol)


answers = {}
for name, X, y, *_ in all_data():
    two = np.isin(y, np.unique(y)[:2])
    collinear = np.column_stack([X[:, -4:], X[:, -1] + 2 * X[:, -2], X[:, -3] * 5])
    answers[name] = {
        "all": list(cases(X, y)),
        "two": list(cases(X[two], y[two])) if name != "drums" else [],
        "collinear": list(cases(collinear, y)),
    }
write("discriminant-analysis", {"answers": answers}, "make.py", HERE)
