"""Writes what scikit-learn and numpy answer, for the golden tests: one JSON file a subject.

Run with Debian's python3-sklearn:  /usr/bin/python3 tests/golden/learn/make.py
"""

import json

import numpy as np
import sklearn
from sklearn.dummy import DummyClassifier
from sklearn.metrics import accuracy_score, confusion_matrix
from sklearn.model_selection import LeaveOneGroupOut, StratifiedKFold, cross_val_predict, validation_curve
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

from data import HERE, datasets, digits, drum_features, drum_table, write

def random_numbers(seed):
    r = np.random.RandomState(seed)
    return {
        "seed": seed,
        "random": [r.random_sample() for _ in range(5)],
        "integers": [[high, r.randint(-3, high)] for high in (-2, 0, 5, 6, 1000, 2**31, 2**32 - 3) for _ in range(3)],
        "uniform": [r.uniform(-2.5, 4) for _ in range(3)],
        "normal": [r.normal(2, 3) for _ in range(5)],
        "permutation": r.permutation(13).tolist(),
        "shuffled": (lambda a: (r.shuffle(a), a.tolist())[1])(np.arange(20) % 4),
        # More draws than one block of the generator has.
        "later": [r.random_sample() for _ in range(700)][-1],
    }


def fold_numbers(splits, n):
    """For each row the number of the fold that tests it."""
    numbers = np.empty(n, dtype=int)
    for fold, (_, test) in enumerate(splits):
        numbers[test] = fold
    return numbers.tolist()


def folds(X, y, groups):
    return {
        "stratified": [
            {"nSplits": k, "seed": seed, "folds": fold_numbers(stratified(k, seed).split(X, y), len(y))}
            for k in (2, 5, 7, 10)
            for seed in (None, 0, 1, 12345)
        ],
        "leaveOneGroupOut": fold_numbers(LeaveOneGroupOut().split(X, y, groups), len(y)),
    }


def stratified(n_splits, seed):
    return StratifiedKFold(n_splits, shuffle=seed is not None, random_state=seed)


def tree_cases(X, y):
    half = len(y) // 2
    classes = np.unique(y)
    for criterion in ("gini", "entropy"):
        for depth in (1, 2, 3, 5, 8, None):
            for leaf, split in ((1, 2), (4, 2), (1, 12)):
                for seed in (0, 7, 2**32 - 1):
                    model = DecisionTreeClassifier(
                        criterion=criterion,
                        max_depth=depth,
                        min_samples_leaf=leaf,
                        min_samples_split=split,
                        random_state=seed,
                    ).fit(X[:half], y[:half])
                    yield {
                        "params": [criterion, depth, leaf, split, seed],
                        "leaves": int(model.get_n_leaves()),
                        "depth": int(model.get_depth()),
                        "predicted": digits(model.predict(X), classes),
                    }


def tree_nodes(X, y, criterion):
    tree = DecisionTreeClassifier(criterion=criterion, random_state=3).fit(X, y).tree_
    return {
        "criterion": criterion,
        "feature": tree.feature.tolist(),
        "threshold": tree.threshold.tolist(),
        "left": tree.children_left.tolist(),
        "right": tree.children_right.tolist(),
        "counts": tree.value[:, 0].astype(int).tolist(),
    }


def undecided(X_train, y_train, X_test, k):
    """Rows whose k-th and next neighbours are equally far but differ in class: scikit-learn's choice is open."""
    d = np.sqrt(((X_test[:, None] - X_train[None]) ** 2).sum(axis=2))
    far = np.sort(d, axis=1)[:, k - 1]
    result = []
    for row, limit in zip(d, far):
        tied = y_train[row == limit]
        result.append((row <= limit).sum() > k and len(np.unique(tied)) > 1)
    return np.array(result)


def neighbor_cases(X, y):
    """Predictions for held-out rows, "." where which neighbours count is open."""
    classes = np.unique(y)
    for weights in ("uniform", "distance"):
        for k in (1, 2, 3, 5, 8, 13, 30, 61):
            # The tree of scikit-learn sums squared differences as we do; its brute force rounds otherwise.
            model = KNeighborsClassifier(k, weights=weights, algorithm="kd_tree")
            predicted = cross_val_predict(model, X, y, cv=stratified(4, 5))
            text = np.array(list(digits(predicted, classes)))
            for train, test in stratified(4, 5).split(X, y):
                text[test[undecided(X[train], y[train], X[test], k)]] = "."
            yield {"nNeighbors": k, "weights": weights, "predicted": "".join(text)}


def curves(X, y, groups):
    """Scores by value and fold, for figures whose neighbours are never tied."""
    pipeline = Pipeline([("scale", StandardScaler()), ("knn", KNeighborsClassifier(algorithm="kd_tree"))])
    tree = DecisionTreeClassifier(random_state=0)
    for name, model, param, values in (
        ("pipeline", pipeline, "knn__n_neighbors", [1, 2, 5, 9, 20, 50, 101]),
        ("tree", tree, "max_depth", list(range(1, 15))),
    ):
        for cv_name, cv in (
            ("stratified", stratified(5, None)),
            ("shuffled", stratified(5, 42)),
            ("leaveOneGroupOut", LeaveOneGroupOut()),
        ):
            train, test = validation_curve(model, X, y, groups=groups, param_name=param, param_range=values, cv=cv)
            pooled = [
                accuracy_score(y, cross_val_predict(model.set_params(**{param: v}), X, y, groups=groups, cv=cv))
                for v in values
            ]
            yield {
                "model": name,
                "cv": cv_name,
                "values": values,
                "trainScores": train.mean(axis=1).tolist(),
                "foldScores": test.tolist(),
                "pooled": pooled,
            }


def drums():
    """The two features of the lesson on overfitting, copied so that a rebuilt dataset does not matter here."""
    labels, kits, rows = drum_table()
    columns = [drum_features().index(name) for name in ("brightness", "level100")]
    X = np.array(rows)[:, columns]
    y = np.array(labels)
    groups = np.array(kits)
    classes = np.unique(y)
    cases = []
    for seed in (0, 7, 2024, None):
        cv = LeaveOneGroupOut() if seed is None else stratified(5, seed)
        for k in (1, 2, 3, 5, 9, 15, 23, 31, 45, 61, 91, 121):
            model = Pipeline([("scale", StandardScaler()), ("knn", KNeighborsClassifier(k, algorithm="kd_tree"))])
            predicted = cross_val_predict(model, X, y, groups=groups, cv=cv)
            for train, test in cv.split(X, y, groups):
                scaler = StandardScaler().fit(X[train])
                assert not undecided(scaler.transform(X[train]), y[train], scaler.transform(X[test]), k).any()
            score = accuracy_score(y, predicted)
            cases.append({"seed": seed, "nNeighbors": k, "predicted": digits(predicted, classes), "score": score})
        for depth in range(1, 15):
            model = DecisionTreeClassifier(max_depth=depth, random_state=0)
            predicted = cross_val_predict(model, X, y, groups=groups, cv=cv)
            score = accuracy_score(y, predicted)
            cases.append({"seed": seed, "maxDepth": depth, "predicted": digits(predicted, classes), "score": score})
    content = {"X": X.tolist(), "y": y.tolist(), "groups": groups.tolist(), "classes": classes.tolist()}
    write("drums", {**content, "cases": cases})


def main():
    drums()
    write("random-state", {"cases": [random_numbers(seed) for seed in (0, 1, 42, 2**32 - 1)]})
    for name, X, y, groups in datasets():
        classes = np.unique(y)
        knn = KNeighborsClassifier(5, algorithm="kd_tree").fit(X, y)
        scaler = StandardScaler().fit(X)
        write(
            name,
            {
                "X": X.tolist(),
                "y": y.tolist(),
                "groups": groups.tolist(),
                "folds": folds(X, y, groups),
                "trees": list(tree_cases(X, y)),
                "treeNodes": [tree_nodes(X, y, criterion) for criterion in ("gini", "entropy")],
                "neighbors": list(neighbor_cases(X, y)),
                "scaler": {
                    "mean": scaler.mean_.tolist(),
                    "scale": scaler.scale_.tolist(),
                    "firstRows": scaler.transform(X)[:5].tolist(),
                },
                "curves": list(curves(X, y, groups)) if name == "blobs" else [],
                "confusion": confusion_matrix(y, knn.predict(X)).tolist(),
                "dummy": {
                    "predicted": DummyClassifier().fit(X, y).predict(X[:1]).tolist()[0],
                    "prior": DummyClassifier().fit(X, y).predict_proba(X[:1])[0].tolist(),
                    "mostFrequent": DummyClassifier(strategy="most_frequent").fit(X, y).predict_proba(X[:1])[0].tolist(),
                },
                "classes": classes.tolist(),
            },
        )


main()
