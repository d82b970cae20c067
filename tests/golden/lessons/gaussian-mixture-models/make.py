"""Figures of the lesson learning/gaussian-mixture-models, recomputed with numpy and scikit-learn.

Run from the root of the repository: python3 tests/golden/lessons/gaussian-mixture-models/make.py
"""

import json
import math
from pathlib import Path

import numpy as np
import sklearn
from sklearn.cluster import KMeans
from sklearn.mixture import GaussianMixture
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

FOLDER = Path(__file__).parent
DATASETS = FOLDER.parents[3] / "datasets"

SCALE = [0, 200, 400, 700, 900]
TUNE = [SCALE[i] for i in [0, 1, 2, 1, 2, 3, 4, 3, 2, 3, 4, 4, 3, 2, 1, 2, 1, 0, 1, 2, 3, 2, 1, 0]]
ROOTS = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"]
TRIADS = [(root + kind, [i, (i + third) % 12, (i + 7) % 12])
          for kind, third in (("", 4), ("m", 3)) for i, root in enumerate(ROOTS)]
PITCH_CLASSES = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"]


def sing(notes, swing, seed, per_second=50):
    """The singer of the lesson: numpy's RandomState is the generator of the course."""
    chance = np.random.RandomState(seed)
    frames = []
    for note in notes:
        off_key = 5 * chance.normal()
        phase = 2 * math.pi * chance.random_sample()
        seconds = 0.3 + 0.2 * chance.random_sample()
        for i in range(math.floor(seconds * per_second + 0.5)):
            tremble = 8 * chance.normal()
            frames.append(note + off_key + tremble
                          + swing * math.sin(2 * math.pi * 5.5 * i / per_second + phase))
    return np.array(frames).reshape(-1, 1)


def columns(name):
    data = json.loads((DATASETS / name / f"{name}.json").read_text())
    return data


def values(column):
    if "values" in column:
        return np.array([np.nan if value is None else value for value in column["values"]], float)
    if "texts" in column:
        return np.array(column["texts"])
    return np.array([column["levels"][code] if code >= 0 else "" for code in column["codes"]])


def by_name(list_of_columns):
    return {column["name"]: values(column) for column in list_of_columns}


def score(truth, answers):
    return float(np.mean(np.array(truth) == np.array(answers)))


def fit_each(X, y, **params):
    return [(name, math.log(np.mean(y == name)), GaussianMixture(**params).fit(X[y == name]))
            for name in sorted(set(y))]


def answer(models, X):
    logs = np.array([model.score_samples(X) + log for _, log, model in models])
    return np.array([models[i][0] for i in logs.argmax(axis=0)])


def held_out(X, y, groups, **params):
    answers = np.empty(len(y), dtype=object)
    for train, test in GroupKFold(5).split(X, y, groups):
        answers[test] = answer(fit_each(X[train], y[train], **params), X[test])
    return score(y, answers)


def turned_score(X, y, groups, **params):
    place = {name: i for i, (name, _) in enumerate(TRIADS)}
    answers = np.empty(len(y), dtype=object)
    turn = lambda rows, roots: np.array([np.roll(row, -root) for row, root in zip(rows, roots)])
    for train, test in GroupKFold(5).split(X, y, groups):
        two = []
        for minor in (False, True):
            rows = [i for i in train if y[i].endswith("m") == minor]
            two.append(GaussianMixture(**params).fit(turn(X[rows], [place[y[i]] % 12 for i in rows])))
        logs = np.array([two[i // 12].score_samples(turn(X[test], [i] * len(test))) for i in range(24)])
        answers[test] = [TRIADS[i][0] for i in logs.argmax(axis=0)]
    return score(y, answers)


def tune_figures():
    result = {}
    for swing in (0, 15, 30, 35, 40):
        X = sing(TUNE, swing, 7)
        fits = [GaussianMixture(k, n_init=5, random_state=7).fit(X) for k in range(1, 12)]
        best = min(fits, key=lambda model: model.bic(X))
        result[swing] = {
            "frames": len(X),
            "first": X[:5, 0].tolist(),
            "logLikelihoods": [model.score(X) for model in fits],
            "bics": [model.bic(X) for model in fits],
            "best": sorted(best.means_[:, 0].tolist()),
        }
    return result


def beginnings():
    X = sing(TUNE, 15, 7)
    result = []
    for seed in range(25):
        model = GaussianMixture(5, init_params="random_from_data", random_state=seed).fit(X)
        result.append({"rounds": model.n_iter_, "score": model.score(X), "means": model.means_[:, 0].tolist()})
    return result


def rates():
    result = []
    for per_second in (25, 50, 100):
        X = sing(TUNE, 40, 7, per_second)
        bics = [GaussianMixture(k, n_init=5, random_state=7).fit(X).bic(X) for k in range(1, 12)]
        result.append(int(np.argmin(bics)) + 1)
    return result


def drums_figures(second):
    def table(name):
        data = columns(name)
        y = values(data["target"])
        features = by_name(data["features"])
        kept = np.isin(y, ["kick", "tom"])
        return np.array([features[name] for name in second]).T[kept], y[kept]

    (X, y), (T, t) = table("drums"), table("drum-test")
    scaler = StandardScaler().fit(X)
    X, T = scaler.transform(X), scaler.transform(T)
    result = {}
    for name, model in (("kMeans", KMeans(2, n_init=10, random_state=7)),
                        ("mixture", GaussianMixture(2, n_init=10, reg_covar=1e-3, random_state=7))):
        groups = model.fit(X).predict(X)
        names = np.array(["kick" if np.mean(y[groups == g] == "kick") > 0.5 else "tom" for g in (0, 1)])
        result[name] = [score(y, names[groups]), score(t, names[model.predict(T)])]
    return result


def grooves_figures():
    data = columns("grooves")
    bars = by_name(data["tables"]["bars"]["columns"])
    y, groups = np.array(bars["chord"]), np.array(bars["file"])
    chords = {}
    for kind, prefix in (("plain", "stft"), ("cleaned", "")):
        X = np.array([bars[prefix + name] for name in PITCH_CLASSES]).T
        sums = np.array([X[:, notes].sum(axis=1) for _, notes in TRIADS])
        chords[kind] = {
            "templates": score(y, [TRIADS[i][0] for i in sums.argmax(axis=0)]),
            **{hills: held_out(X, y, groups, covariance_type=hills, reg_covar=1e-3)
               for hills in ("spherical", "diag", "full")},
            "two": turned_score(X, y, groups, covariance_type="full", reg_covar=1e-3),
            "pairs": held_out(X, y, groups, n_components=2, covariance_type="full", reg_covar=1e-3, random_state=7),
        }
    features = np.array([values(column) for column in data["features"]]).T
    info = by_name(data["info"])
    mma = np.array(info["library"]) == "mma"
    genre = values(data["target"])[mma]
    files = np.array(info["file"])[mma]
    return chords, [held_out(features[mma], genre, files, n_components=k, covariance_type="diag", random_state=7)
                    for k in (1, 2, 3)]


chords, genres = grooves_figures()
figures = {
    "scikit-learn": sklearn.__version__,
    "numpy": np.__version__,
    "tunes": tune_figures(),
    "beginnings": beginnings(),
    "rates": rates(),
    "drums": drums_figures(["decay", "bassShare"]),
    "otherFeatures": drums_figures(["brightness", "attack"]),
    "chords": chords,
    "genres": genres,
}
(FOLDER / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
