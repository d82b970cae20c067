"""What scikit-learn's ensembles of any parts answer. Run: /usr/bin/python3 tests/golden/learn/meta-ensembles/make.py"""

import sys
import warnings
from pathlib import Path

import numpy as np
from sklearn.ensemble import AdaBoostClassifier, BaggingClassifier, StackingClassifier, VotingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import GaussianNB
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
from data import all_data, digits, write

warnings.filterwarnings("ignore")


def parts():
    return [("logistic", LogisticRegression()), ("bayes", GaussianNB()), ("tree", DecisionTreeClassifier(max_depth=3, random_state=0))]


# The same names as in meta-ensembles.test.ts.
MODELS = {
    "boosted": lambda seed: AdaBoostClassifier(n_estimators=15, random_state=seed),
    "boosted slowly": lambda seed: AdaBoostClassifier(n_estimators=15, learning_rate=0.4, random_state=seed),
    "boosted by votes": lambda seed: AdaBoostClassifier(n_estimators=15, algorithm="SAMME", random_state=seed),
    "boosted trees": lambda seed: AdaBoostClassifier(
        DecisionTreeClassifier(max_depth=2), n_estimators=5, algorithm="SAMME", random_state=seed
    ),
    "bagged": lambda seed: BaggingClassifier(oob_score=True, random_state=seed),
    "bagged parts": lambda seed: BaggingClassifier(
        GaussianNB(), n_estimators=5, bootstrap=False, max_samples=0.7, max_features=2, random_state=seed
    ),
    "bagged columns": lambda seed: BaggingClassifier(
        LogisticRegression(), n_estimators=3, bootstrap_features=True, oob_score=True, random_state=seed
    ),
    "few and nearly all": lambda seed: BaggingClassifier(
        GaussianNB(), n_estimators=5, bootstrap=False, max_samples=0.995, max_features=1, random_state=seed
    ),
    "hard": lambda seed: VotingClassifier(parts()),
    "soft": lambda seed: VotingClassifier(parts(), voting="soft", weights=[1, 2, 0.5]),
    "stacked": lambda seed: StackingClassifier(parts()),
    "stacked labels": lambda seed: StackingClassifier(
        parts(), final_estimator=GaussianNB(), stack_method="predict", passthrough=True, cv=3
    ),
    "stacked decisions": lambda seed: StackingClassifier(
        parts()[:1], stack_method="decision_function", cv=4
    ),
}


def cases(X, y):
    for two in (False, True):
        labels = (y == y[0]).astype(int) if two else y
        for name, make in MODELS.items():
            for seed in (0, 11):
                if seed and not name.startswith(("boosted", "bagged", "few")):
                    continue
                weights = 1 + np.arange(len(y)) % 3 if seed else None
                model = make(seed).fit(X, labels, sample_weight=weights)
                # A part that has drawn nothing but the constant column has no probabilities.
                if name != "hard" and np.isnan(model.predict_proba(X)).any():
                    continue
                yield {
                    "model": name,
                    "two": two,
                    "seed": seed,
                    "parts": len(model.estimators_),
                    "predicted": digits(model.predict(X), np.unique(labels)),
                    "probabilities": model.predict_proba(X)[::23].tolist() if name != "hard" else [],
                    "errors": model.estimator_errors_.tolist() if "boosted" in name else [],
                    "outOfBag": getattr(model, "oob_score_", None),
                }


write(
    "meta-ensembles",
    {name: list(cases(StandardScaler().fit_transform(X), y)) for name, X, y, _, _, _ in all_data()},
    folder=HERE,
)
