"""Writes what scikit-learn's naive Bayes answers: /usr/bin/python3 tests/golden/learn/naive-bayes/make.py"""

import sys
from pathlib import Path

import numpy as np
from sklearn.naive_bayes import GaussianNB, MultinomialNB

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent))

from data import all_data, digits, write  # noqa: E402


def some_priors(y):
    shares = np.arange(1, len(np.unique(y)) + 1.0)
    return (shares / shares.sum()).tolist()


def some_weights(y):
    return np.arange(len(y)) % 4 / 2


def listed(numbers):
    """More digits than are compared, fewer than there are."""
    return [float(f"{x:.14g}") for x in np.ravel(numbers)]


def answer(model, X, y, weights):
    model.fit(X, y, sample_weight=weights)
    return {
        "weighted": weights is not None,
        "predicted": digits(model.predict(X), model.classes_),
        "logs": listed(model.predict_log_proba(X)[::12]),
    }


def gaussian(X, y):
    for priors in (None, some_priors(y)):
        for smoothing in (1e-9, 1e-2):
            for weights in (None, some_weights(y)):
                model = GaussianNB(priors=priors, var_smoothing=smoothing)
                result = answer(model, X, y, weights)
                yield {
                    "params": {"priors": priors, "varSmoothing": smoothing},
                    **result,
                    "classPrior": listed(model.class_prior_),
                    "theta": listed(model.theta_),
                    "var": listed(model.var_),
                    "epsilon": model.epsilon_,
                }


def multinomial(X, y):
    counts = X - X.min(axis=0)
    for alpha, fit_prior, class_prior in ((1, True, None), (0, True, None), (0.3, False, None), (2, True, some_priors(y))):
        for weights in (None, some_weights(y)):
            model = MultinomialNB(alpha=alpha, fit_prior=fit_prior, class_prior=class_prior)
            result = answer(model, counts, y, weights)
            yield {
                "params": {"alpha": alpha, "fitPrior": fit_prior, "classPrior": class_prior},
                **result,
                "classLogPrior": listed(model.class_log_prior_),
                "featureLogProb": listed(model.feature_log_prob_),
            }


# A few columns of the drums will do.
answers = {
    name: {"gaussian": list(gaussian(X[:, :12], y)), "multinomial": list(multinomial(X[:, :12], y))}
    for name, X, y, *_ in all_data()
}
write("naive-bayes", {"answers": answers}, "make.py", HERE)
