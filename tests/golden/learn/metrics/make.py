"""Writes what scikit-learn's metrics answer, for figures.test.ts.

Run with Debian's python3-sklearn:  /usr/bin/python3 tests/golden/learn/metrics/make.py
"""

import sys
import warnings
from pathlib import Path

import numpy as np
from sklearn import metrics as m

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent))
from data import all_data, digits, write  # noqa: E402

warnings.filterwarnings("ignore")


def plain(value):
    """A result as JSON can hold it: support is None where figures are averaged."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value if value is None else np.asarray(value).tolist()


def of_classes(y, guessed, weights, classes):
    for sample_weight in (None, weights):
        opts = {} if sample_weight is None else {"sampleWeight": "weights"}
        yield "accuracy", ["y", "guessed"], opts, m.accuracy_score(y, guessed, sample_weight=sample_weight)
        for adjusted in (False, True):
            want = m.balanced_accuracy_score(y, guessed, sample_weight=sample_weight, adjusted=adjusted)
            yield "balancedAccuracy", ["y", "guessed"], {**opts, "adjusted": adjusted}, want
        yield "matthewsCorrcoef", ["y", "guessed"], opts, m.matthews_corrcoef(y, guessed, sample_weight=sample_weight)
        for kind in (None, "linear", "quadratic"):
            want = m.cohen_kappa_score(y, guessed, sample_weight=sample_weight, weights=kind)
            yield "cohenKappa", ["y", "guessed"], {**opts, "weights": kind}, want
        for average in (None, "micro", "macro", "weighted"):
            for labels in (None, classes[::-2]):
                for beta in (0.5, 1.0):
                    want = m.precision_recall_fscore_support(
                        y, guessed, sample_weight=sample_weight, average=average, labels=labels, beta=beta
                    )
                    chosen = {} if labels is None else {"labels": labels.tolist()}
                    names = ("precision", "recall", "fscore", "support")
                    figures = dict(zip(names, want))
                    yield "precisionRecallFscoreSupport", ["y", "guessed"], {**opts, **chosen, "average": average, "beta": beta}, figures
        for normalize in (None, "true", "pred", "all"):
            want = m.confusion_matrix(y, guessed, sample_weight=sample_weight, normalize=normalize)
            yield "confusionMatrix", ["y", "guessed"], {**opts, "normalize": normalize}, {"matrix": want}


def of_scores(y, scores, probabilities, weights, classes):
    sought = classes[1].item()
    binary = (y == sought).astype(int)
    for sample_weight in (None, weights):
        opts = {} if sample_weight is None else {"sampleWeight": "weights"}
        of = {**opts, "posLabel": sought}
        for drop in (True, False):
            want = m.roc_curve(y, scores, pos_label=sought, sample_weight=sample_weight, drop_intermediate=drop)
            yield "rocCurve", ["y", "scores"], {**of, "dropIntermediate": drop}, dict(zip(("fpr", "tpr", "thresholds"), want))
        want = m.precision_recall_curve(y, scores, pos_label=sought, sample_weight=sample_weight)
        yield "precisionRecallCurve", ["y", "scores"], of, dict(zip(("precision", "recall", "thresholds"), want))
        yield "averagePrecision", ["binary", "scores"], opts, m.average_precision_score(binary, scores, sample_weight=sample_weight)
        yield "brier", ["binary", "scores"], opts, m.brier_score_loss(binary, scores, sample_weight=sample_weight)
        yield "logLoss", ["binary", "scores"], opts, m.log_loss(binary, scores, sample_weight=sample_weight)
        yield "logLoss", ["y", "probabilities"], opts, m.log_loss(y, probabilities, sample_weight=sample_weight)
        for most in (None, 0.2):
            want = m.roc_auc_score(binary, scores, sample_weight=sample_weight, max_fpr=most)
            yield "rocAuc", ["binary", "scores"], {**opts, "maxFpr": most}, want
        for kind, averages in (("ovr", ("macro", "weighted", "micro", None)), ("ovo", ("macro", "weighted"))):
            if kind == "ovo" and sample_weight is not None:
                continue
            for average in averages:
                want = m.roc_auc_score(y, probabilities, multi_class=kind, average=average, sample_weight=sample_weight)
                yield "rocAuc", ["y", "probabilities"], {**opts, "multiClass": kind, "average": average}, want


def of_numbers(t, tied, weights):
    for sample_weight in (None, weights):
        opts = {} if sample_weight is None else {"sampleWeight": "weights"}
        yield "meanAbsoluteError", ["t", "tied"], opts, m.mean_absolute_error(t, tied, sample_weight=sample_weight)
        yield "r2", ["t", "tied"], opts, m.r2_score(t, tied, sample_weight=sample_weight)
        for squared in (True, False):
            want = m.mean_squared_error(t, tied, sample_weight=sample_weight, squared=squared)
            yield "meanSquaredError", ["t", "tied"], {**opts, "squared": squared}, want


def of_groups(name, X, y, groups, relevance, scores):
    yield "adjustedRand", ["y", "groups"], None, m.adjusted_rand_score(y, groups)
    yield "normalizedMutualInfo", ["y", "groups"], None, m.normalized_mutual_info_score(y, groups)
    if name != "ill-conditioned":
        # There scikit-learn's own distances, by dot products, have lost their last digits.
        yield "silhouette", ["X", "y"], None, m.silhouette_score(X, y)
    for k in (None, 3):
        yield "ndcg", ["relevance", "rankings"], {"k": k}, m.ndcg_score(relevance, scores, k=k)
        yield "dcg", ["relevance", "rankings"], {"k": k}, m.dcg_score(relevance, scores, k=k)


def answers(name, X, y, groups, t, tied):
    r = np.random.RandomState(4)
    n = len(y)
    classes = np.unique(y)
    guessed = np.where(r.rand(n) < 0.6, y, r.permutation(y))
    weights = r.randint(0, 4, n) / 2
    scores = np.clip((y == classes[1]) * 0.3 + r.rand(n), 0, 1).round(2)
    raw = r.randint(0, 5, (n, len(classes))) + 2 * (classes == y[:, None])
    raw[:, 0] += raw.sum(axis=1) == 0
    probabilities = raw / raw.sum(axis=1, keepdims=True)
    relevance, rankings = r.randint(0, 4, (20, 9)), r.randint(0, 5, (20, 9))
    cases = [
        *of_classes(y, guessed, weights, classes),
        *of_scores(y, scores, probabilities, weights, classes),
        *of_numbers(t, tied, weights),
        *of_groups(name, X, y, groups, relevance, rankings),
    ]
    return {
        "guessed": digits(guessed, classes),
        "sought": classes[1].item(),
        "weights": weights.tolist(),
        "scores": scores.tolist(),
        # In whole numbers, which are to be divided by the sum of their row.
        "votes": raw.tolist(),
        "relevance": relevance.tolist(),
        "rankings": rankings.tolist(),
        "cases": [{"name": fn, "args": args, "options": options, "want": plain(want)} for fn, args, options, want in cases],
    }


write("metrics", {data[0]: answers(*data) for data in all_data()}, folder=HERE)
