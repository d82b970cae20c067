# python3 tests/golden/lessons/model-evaluation/make.py writes figures.json: what scikit-learn and SciPy (Debian's
# python3-sklearn) say of the numbers in the lesson. Run it again after a rebuild of one of its datasets.
import json
import sys
from pathlib import Path

import numpy as np
import scipy
import sklearn
from scipy.stats import mannwhitneyu
from sklearn import metrics
from sklearn.dummy import DummyRegressor
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import GroupKFold, LeaveOneGroupOut, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from tables import load, matrix, named, values

GRID = [i / 100 for i in range(101)]
THRESHOLDS = (0.1, 0.3, 0.5, 0.58, 0.7, 0.71, 0.72, 0.9)


def detector(balanced=True, C=0.1):
    weight = "balanced" if balanced else None
    model = LogisticRegression(C=C, class_weight=weight, tol=1e-12, max_iter=100_000)
    return make_pipeline(StandardScaler(), model)


def held_out(model, X, y, groups, method="predict"):
    return cross_val_predict(model, X, y, cv=LeaveOneGroupOut(), groups=groups, method=method)


def counts(y, answers):
    (left, false), (missed, found) = metrics.confusion_matrix(y, answers, labels=[0, 1]).tolist()
    return {"found": found, "missed": missed, "falseAlarms": false, "leftAlone": left}


def at(y, scores, threshold):
    answers = (scores >= threshold).astype(int)
    return {
        "threshold": threshold,
        **counts(y, answers),
        "accuracy": metrics.accuracy_score(y, answers),
        "precision": metrics.precision_score(y, answers, zero_division=0),
        "recall": metrics.recall_score(y, answers),
        "F1": metrics.f1_score(y, answers, zero_division=0),
    }


def lists(*arrays):
    return [array.tolist() for array in arrays]


def costs(y, scores, price):
    kinds = [counts(y, scores >= threshold) for threshold in GRID]
    return [kind["falseAlarms"] + price * kind["missed"] for kind in kinds]


def binary(y, scores):
    fpr, tpr, thresholds = metrics.roc_curve(y, scores, drop_intermediate=False)
    precision, recall, rising = metrics.precision_recall_curve(y, scores)
    U = mannwhitneyu(scores[y == 1], scores[y == 0]).statistic
    return {
        "scores": scores.tolist(),
        "at": [at(y, scores, threshold) for threshold in THRESHOLDS],
        "roc": lists(fpr, tpr, thresholds),
        "precisionRecall": lists(precision, recall, rising),
        "auc": metrics.roc_auc_score(y, scores),
        "U": float(U),
        "averagePrecision": metrics.average_precision_score(y, scores),
        "brier": metrics.brier_score_loss(y, scores),
        "logLoss": metrics.log_loss(y, scores),
        "costs": {str(price): costs(y, scores, price) for price in (1, 5, 50)},
    }


def six(X, kinds, kits):
    answers = held_out(detector(), X, kinds, kits)
    silent = np.where(answers == "clap", "snare", answers)
    names = sorted(set(kinds))

    def averages(answers):
        each = metrics.f1_score(kinds, answers, average=None, labels=names)
        rest = {kind: metrics.f1_score(kinds, answers, average=kind) for kind in ("macro", "micro")}
        return {"each": each.tolist(), **rest}

    return {
        "labels": names,
        "matrix": metrics.confusion_matrix(kinds, answers, labels=names).tolist(),
        "learned": averages(answers),
        "silent": averages(silent),
    }


def clap():
    data, fresh = load("drums"), load("drum-test")
    X, kinds, kits = matrix(data["features"]), values(data["target"]), named(data["info"], "kit")
    y, fresh_y = (kinds == "clap").astype(int), (values(fresh["target"]) == "clap").astype(int)
    scored = {
        name: held_out(model, X, y, kits, "predict_proba")[:, 1]
        for name, model in {"balanced": detector(), "plain": detector(False, 1)}.items()
    }
    plain = scored["plain"]
    fresh_scores = detector().fit(X, y).predict_proba(matrix(fresh["features"]))[:, 1]
    return {
        "balanced": binary(y, scored["balanced"]),
        "plain": {"scores": plain.tolist(), "auc": metrics.roc_auc_score(y, plain)},
        "fresh": binary(fresh_y, fresh_scores),
        "six": six(X, kinds, kits),
    }


def exam():
    data = load("exam")
    read, score = named(data["features"], "intake").reshape(-1, 1), values(data["target"])
    schools = named(data["info"], "school").astype(str)
    found = {}
    for name, model in {"line": LinearRegression(), "mean": DummyRegressor()}.items():
        guesses = cross_val_predict(model, read, score, cv=GroupKFold(5), groups=schools)
        for typo in (0, 100):
            typed = score.copy()
            typed[0] = typo or score[0]
            found[f"{name}{typo}"] = {
                "MAE": metrics.mean_absolute_error(typed, guesses),
                "RMSE": metrics.mean_squared_error(typed, guesses, squared=False),
                "R2": metrics.r2_score(typed, guesses),
            }
    return found


figures = {"scikit-learn": sklearn.__version__, "scipy": scipy.__version__, **clap(), "exam": exam()}
(HERE / "figures.json").write_text(json.dumps(figures, separators=(",", ":")) + "\n")
