# python3 tests/golden/lessons/ensemble-learning/make.py writes figures.json: what scikit-learn (Debian's
# python3-sklearn) says of the numbers in the lesson. Run it again after a rebuild of one of its datasets.
import json
from math import comb, exp, lgamma
import sys
from pathlib import Path

import numpy as np
import sklearn
from sklearn.ensemble import (
    BaggingClassifier,
    HistGradientBoostingClassifier,
    RandomForestClassifier,
    StackingClassifier,
)
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from tables import load, matrix, named, values


def table(data):
    return matrix(data["features"]), values(data["target"])


data = load("drums")
X, y = table(data)
groups = named(data["info"], data["group"])
new_X, new_y = table(load("drum-test"))
folds = list(GroupKFold(5).split(X, y, groups))


# Condorcet in closed form: binomial, and for voters who are alike beta-binomial (the urn of Eggenberger and Pólya).
def jury(p, n, rho):
    if rho == 0:
        return sum(comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n // 2 + 1, n + 1))
    if rho == 1:
        return p
    a, b = p * (1 - rho) / rho, (1 - p) * (1 - rho) / rho
    beta = lambda u, v: lgamma(u) + lgamma(v) - lgamma(u + v)
    return sum(comb(n, k) * exp(beta(k + a, n - k + b) - beta(a, b)) for k in range(n // 2 + 1, n + 1))


juries = [[p, n, rho, jury(p, n, rho)] for p in (0.3, 0.45, 0.6, 0.7, 0.95) for n in (1, 3, 25, 101) for rho in (0, 0.05, 0.1, 0.5, 1)]

# Forests over 20 seeds, on the same folds: after 1, 10, 30 and 100 trees, which average their probabilities.
sizes = [1, 10, 30, 100]


def forest_scores(seed):
    right = np.zeros(len(sizes))
    for train, test in folds:
        model = RandomForestClassifier(100, random_state=seed).fit(X[train], y[train])
        sums = np.cumsum([tree.predict_proba(X[test]) for tree in model.estimators_], axis=0)
        right += [(model.classes_[sums[size - 1].argmax(axis=1)] == y[test]).sum() for size in sizes]
    return (right / len(y)).tolist()


forests = [forest_scores(seed) for seed in range(20)]
free_tree = [(cross_val_predict(DecisionTreeClassifier(random_state=seed), X, y, cv=folds) == y).mean() for seed in range(20)]


# Juries of 31 on the playable kits.
def most_voted(ballots):
    names = sorted(set(y))
    counts = np.array([(ballots == name).sum(axis=0) for name in names])
    return np.array(names)[counts.argmax(axis=0)]


def judged(ballots):
    ballots = np.array(ballots)
    alike = np.corrcoef((ballots == new_y).astype(float))[np.tril_indices(len(ballots), -1)].mean()
    return {"one": float((ballots == new_y).mean()), "alike": float(alike), "vote": float((most_voted(ballots) == new_y).mean())}


def grove(features, seed):
    model = RandomForestClassifier(31, max_features=features, random_state=seed).fit(X, y)
    return judged([model.classes_[tree.predict(new_X).astype(int)] for tree in model.estimators_])


scaler = StandardScaler().fit(X)
Z, new_Z = scaler.transform(X), scaler.transform(new_X)
bag = BaggingClassifier(KNeighborsClassifier(), n_estimators=31, random_state=7).fit(Z, y)
neighbours = judged([bag.classes_[part.predict(new_Z).astype(int)] for part in bag.estimators_])
neighbours["single"] = KNeighborsClassifier().fit(Z, y).score(new_Z, new_y)


# Boosting with single questions.
def boosted(rate):
    model = HistGradientBoostingClassifier(
        learning_rate=rate, max_iter=120, max_depth=1, min_samples_leaf=5, early_stopping=False
    ).fit(X, y)
    losses = [log_loss(new_y, proba) for proba in model.staged_predict_proba(new_X)]
    right = [float((said == new_y).mean()) for said in model.staged_predict(new_X)]
    return {"losses": losses, "right": right, "own": log_loss(y, model.predict_proba(X))}


# Different heads.
def scaled(model):
    return make_pipeline(StandardScaler(), model)


four = {
    "neighbours": scaled(KNeighborsClassifier()),
    "logistic": scaled(LogisticRegression(max_iter=1000)),
    "SVC": scaled(SVC()),
    "forest": RandomForestClassifier(50, random_state=7),
}
said = {name: cross_val_predict(model, X, y, cv=folds) for name, model in four.items()}
vote = most_voted(np.array(list(said.values())))
stack = cross_val_predict(StackingClassifier(list(four.items()), cv=3), X, y, cv=folds)
on_new = [model.fit(X, y).predict(new_X) for model in four.values()]

hundred = RandomForestClassifier(100, oob_score=True, random_state=7).fit(X, y)
seeds = [RandomForestClassifier(10, random_state=seed).fit(X, y).predict(new_X).tolist() for seed in range(1, 21)]
figures = {
    "scikit-learn": sklearn.__version__,
    "juries": juries,
    "forests": {"sizes": sizes, "scores": forests, "freeTree": free_tree},
    "groves": {str(features): [grove(features, seed) for seed in range(20)] for features in (1, 4, 24)},
    "neighbours": neighbours,
    "boosting": {str(rate): boosted(rate) for rate in (0.03, 0.1, 0.2)},
    "heads": {
        **{name: float((answer == y).mean()) for name, answer in said.items()},
        "vote": float((vote == y).mean()),
        "stacking": float((stack == y).mean()),
        "someone": float(np.any([answer == y for answer in said.values()], axis=0).mean()),
        "new": [float((answer == new_y).mean()) for answer in on_new],
        "newVote": float((most_voted(np.array(on_new)) == new_y).mean()),
    },
    "outOfBag": hundred.oob_score_,
    "seeds": [float((np.array(answer) == new_y).mean()) for answer in seeds],
}
(HERE / "figures.json").write_text(json.dumps(figures, separators=(",", ":")) + "\n")
