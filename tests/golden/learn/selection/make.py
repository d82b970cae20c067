"""Writes what scikit-learn answers on splitting, searching and testing, for the golden tests.

Run with Debian's python3-sklearn:  /usr/bin/python3 tests/golden/learn/selection/make.py
"""

import sys
import warnings
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import numpy as np
from sklearn.experimental import enable_halving_search_cv  # noqa: F401
from sklearn.model_selection import (
    GridSearchCV,
    GroupKFold,
    GroupShuffleSplit,
    HalvingGridSearchCV,
    KFold,
    RandomizedSearchCV,
    RepeatedStratifiedKFold,
    ShuffleSplit,
    StratifiedGroupKFold,
    StratifiedKFold,
    StratifiedShuffleSplit,
    cross_validate,
    learning_curve,
    permutation_test_score,
    train_test_split,
)
from sklearn.naive_bayes import GaussianNB
from sklearn.tree import DecisionTreeClassifier
from scipy.stats import randint

from data import all_data, write

warnings.simplefilter("ignore")
SCORES = ["accuracy", "balanced_accuracy", "f1_macro", "precision_weighted", "recall_micro", "roc_auc_ovr", "neg_log_loss"]


def fold_numbers(splits, n):
    """For each row the number of the fold that tests it."""
    numbers = np.full(n, -1)
    for fold, (_, test) in enumerate(splits):
        numbers[test] = fold
    return numbers.tolist()


def drawn(splits):
    return [[train.tolist(), test.tolist()] for train, test in splits]


def splits(X, y, groups):
    n = len(y)
    return {
        "kFold": [[k, s, fold_numbers(KFold(k, shuffle=s is not None, random_state=s).split(X), n)] for k, s in ((3, None), (7, 5))],
        "groupKFold": [[k, fold_numbers(GroupKFold(k).split(X, y, groups), n)] for k in (2, 4)],
        "stratifiedGroupKFold": [
            [k, s, fold_numbers(StratifiedGroupKFold(k, shuffle=s is not None, random_state=s).split(X, y, groups), n)]
            for k, s in ((2, None), (4, None), (3, 8))
        ],
        "repeated": fold_numbers(list(RepeatedStratifiedKFold(n_splits=3, n_repeats=2, random_state=4).split(X, y))[3:], n),
        "shuffleSplit": drawn(ShuffleSplit(1, test_size=0.15, random_state=6).split(X)),
        "stratifiedShuffleSplit": drawn(StratifiedShuffleSplit(1, test_size=20, train_size=0.3, random_state=7).split(X, y)),
        "groupShuffleSplit": drawn(GroupShuffleSplit(1, random_state=2).split(X, y, groups)),
        "trainTest": [a.tolist() for a in train_test_split(np.arange(n), random_state=11)],
        "trainTestStratified": [a.tolist() for a in train_test_split(np.arange(n), test_size=0.4, stratify=y, random_state=12)],
    }


def results(search, halving=False):
    found = search.cv_results_
    keys = ["mean_test_score", "std_test_score", "rank_test_score", *(["iter", "n_resources"] if halving else [])]
    return {
        "params": [[p.get("max_depth"), p.get("min_samples_leaf")] for p in found["params"]],
        **{key: np.asarray(found[key]).tolist() for key in keys},
        "best": int(search.best_index_),
    }


def answers(X, y, groups):
    cv = StratifiedKFold(4, shuffle=True, random_state=3)
    tree = DecisionTreeClassifier(random_state=0)
    grid = {"min_samples_leaf": [1, 5], "max_depth": [1, 2, 4, 8]}
    sizes, train, test = learning_curve(tree, X, y, cv=cv, shuffle=True, random_state=9)
    permuted = {}
    for name, by in (("rows", None), ("groups", groups)):
        score, scores, p = permutation_test_score(tree, X, y, groups=by, cv=cv, n_permutations=8, random_state=1)
        permuted[name] = [score, scores.tolist(), p]
    scored = cross_validate(GaussianNB(), X, y, cv=cv, scoring=SCORES)
    random = {"max_depth": randint(1, 9), "min_samples_leaf": [1, 2, 5]}
    halving = HalvingGridSearchCV(tree, grid, cv=StratifiedKFold(2), random_state=5, factor=2)
    return {
        "learningCurve": [sizes.tolist(), train.tolist(), test.tolist()],
        "permutation": permuted,
        # Where a score is not defined scikit-learn warns and writes NaN; ours is an error.
        "scores": {name: scored[f"test_{name}"].tolist() for name in SCORES if np.isfinite(scored[f"test_{name}"]).all()},
        "grid": results(GridSearchCV(tree, grid, cv=cv).fit(X, y)),
        "randomized": results(RandomizedSearchCV(tree, random, n_iter=6, cv=cv, random_state=2).fit(X, y)),
        "halving": results(halving.fit(X, y), halving=True),
    }


write(
    "selection",
    {name: {**splits(X, y, groups), **answers(X, y, groups)} for name, X, y, groups, _, _ in all_data()},
    "selection/make.py",
    HERE,
)
