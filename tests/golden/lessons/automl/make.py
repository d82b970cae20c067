# python3 tests/golden/lessons/automl/make.py writes figures.json: what scikit-learn (Debian's python3-sklearn) says of the
# numbers in the lesson. Run it again after a rebuild of one of its datasets.
import json
import subprocess
import sys
import warnings
from pathlib import Path

import numpy as np
import sklearn
from scipy.signal import lfilter
from scipy.stats import loguniform
from sklearn.base import clone
from sklearn.dummy import DummyRegressor
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.metrics import accuracy_score
from sklearn.model_selection import GroupKFold, ParameterSampler, StratifiedKFold, cross_val_score
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from tables import DATASETS, load, matrix, named, values

warnings.filterwarnings("ignore")


def samples(name):
    data = load(name)
    return matrix(data["features"]), values(data["target"]), named(data["info"], data["group"])


class Integers:
    def __init__(self, low, high):
        self.ends = low, high

    def rvs(self, random_state):
        return int(random_state.randint(*self.ends))


SCALE = ["passthrough", StandardScaler()]
SELECT = ["passthrough", SelectKBest(k=12)]
BOTH = {"scale": SCALE, "select": SELECT}
SPACE = [
    {**BOTH, "model": [KNeighborsClassifier()], "model__n_neighbors": Integers(1, 40)},
    {**BOTH, "model": [LogisticRegression(max_iter=1000)], "model__C": loguniform(0.001, 100)},
    {**BOTH, "model": [SVC()], "model__C": loguniform(0.01, 100), "model__gamma": loguniform(0.0001, 1)},
    {**BOTH, "model": [DecisionTreeClassifier(random_state=0)], "model__max_depth": Integers(1, 15)},
    {
        **BOTH,
        "model": [RandomForestClassifier(n_estimators=30, random_state=0)],
        "model__max_depth": Integers(2, 15),
    },
]
BLANK = Pipeline([("scale", "passthrough"), ("select", "passthrough"), ("model", KNeighborsClassifier())])
KITS = GroupKFold(4)


def drawn(count):
    return list(ParameterSampler(SPACE, count, random_state=7))


def pipeline(params):
    return clone(BLANK).set_params(**{name: clone(v, safe=False) for name, v in params.items()})


def told(params):
    settings = {k.removeprefix("model__"): v for k, v in params.items() if k.startswith("model__")}
    plain = lambda step: step if step == "passthrough" else type(step).__name__
    return {
        "scale": plain(params["scale"]),
        "select": plain(params["select"]),
        "model": type(params["model"]).__name__,
        "settings": list(settings.values()),
    }


def searched(X, y, groups, count, cv):
    tried = drawn(count)
    scores = [float(cross_val_score(pipeline(p), X, y, groups=groups, cv=cv).mean()) for p in tried]
    best = int(np.argmax(scores))
    return tried, scores, best


def promised_and_got(X, y, groups, inner):
    folds = []
    for train, test in GroupKFold(5).split(X, y, groups):
        tried, scores, best = searched(X[train], y[train], groups[train], 12, inner)
        model = pipeline(tried[best]).fit(X[train], y[train])
        got = float(accuracy_score(y[test], model.predict(X[test])))
        folds.append({"promised": scores[best], "got": got, "model": told(tried[best])["model"]})
    return folds


X, y, groups = samples("drums")
random_strokes = StratifiedKFold(4, shuffle=True, random_state=7)

tried, scores, best = searched(X, y, groups, 12, KITS)
testX, testy, _ = samples("drum-test")
board = {
    "tried": [told(params) for params in tried],
    "scores": scores,
    "best": best,
    "final": float(accuracy_score(testy, pipeline(tried[best]).fit(X, y).predict(testX))),
}

scaled = lambda model: Pipeline([("scale", StandardScaler()), ("model", model)])
plain = {
    name: float(cross_val_score(scaled(model), X, y, groups=groups, cv=KITS).mean())
    for name, model in {
        "neighbours": KNeighborsClassifier(),
        "logistic": LogisticRegression(max_iter=1000),
    }.items()
}

pair = np.isin(y, ["snare", "tom"])
shuffled = np.random.RandomState(2).permutation(y[pair])
_, shuffle, _ = searched(X[pair], shuffled, groups[pair], 12, KITS)

# The filters of ITU-R BS.1770-4 at 48 kHz, as the standard prints them.
SHELF = [1.53512485958697, -2.69169618940638, 1.19839281085285], [1, -1.69065929318241, 0.73248077421585]
PASS = [1, -2, 1], [1, -1.99004745483398, 0.99007225036621]
RATE = 48000
LENGTH, BLOCK, STEP = int(1.2 * RATE), int(0.4 * RATE), int(0.1 * RATE)


def lufs(power):
    return -0.691 + 10 * np.log10(power)


def loudness(y):
    weighted = lfilter(*PASS, lfilter(*SHELF, y))
    powers = np.array([np.mean(weighted[i : i + BLOCK] ** 2) for i in range(0, LENGTH - BLOCK + 1, STEP)])
    heard = powers[lufs(np.maximum(powers, 1e-30)) > -70]
    return lufs(heard[lufs(heard) > lufs(heard.mean()) - 10].mean())


def loudnesses(name):
    """Rows of the strokes that can be heard, and how loud they are when filled up with silence to 1.2 s."""
    clips = load(name)["clips"]
    order = ["-ac", "1", "-ar", str(RATE), "-f", "f32le", "-"]
    sounds = []
    for file in clips["files"]:
        call = ["ffmpeg", "-v", "error", "-i", DATASETS / name / file, *order]
        sounds.append(np.frombuffer(subprocess.run(call, capture_output=True, check=True).stdout, "<f4"))
    rows = [i for i, file in enumerate(clips["file"]) if file >= 0]
    levels = []
    for i in rows:
        start = round(clips["start"][i] * RATE)
        part = sounds[clips["file"][i]][start : start + min(LENGTH, round(clips["duration"][i] * RATE))]
        levels.append(float(loudness(np.pad(part.astype(float), (0, LENGTH - len(part))))))
    return rows, levels


FADERS = [
    {"scale": SCALE, "model": [LinearRegression()]},
    {"scale": SCALE, "model": [Ridge()], "model__alpha": loguniform(0.01, 1000)},
    {"scale": SCALE, "model": [KNeighborsRegressor()], "model__n_neighbors": Integers(1, 30)},
    {
        "scale": SCALE,
        "model": [RandomForestRegressor(n_estimators=30, random_state=0)],
        "model__max_depth": Integers(2, 12),
    },
]


def faders():
    knownX, _, kits = samples("drum-test")
    knownRows, known = loudnesses("drum-test")
    newRows, new = loudnesses("drums")
    knownX, kits, newX = knownX[knownRows], kits[knownRows], X[newRows]
    gains, truth = -23 - np.array(known), -23 - np.array(new)
    tried = list(ParameterSampler(FADERS, 12, random_state=7))
    scored = lambda p: cross_val_score(
        pipeline(p), knownX, gains, groups=kits, cv=KITS, scoring="neg_mean_absolute_error"
    )
    scores = [float(scored(params).mean()) for params in tried]
    best = int(np.argmax(scores))
    plain = {"scale": StandardScaler(), "model": LinearRegression()}
    off = lambda p: np.abs(pipeline(p).fit(knownX, gains).predict(newX) - truth)
    errors = {"one": off({"model": DummyRegressor()}), "line": off(plain), "winner": off(tried[best])}
    return {
        "known": [round(level, 3) for level in known],
        "new": [round(level, 3) for level in new],
        "tried": [{k: v for k, v in told({"select": "passthrough", **p}).items() if k != "select"} for p in tried],
        "scores": scores,
        "best": best,
        "meanError": {name: float(error.mean()) for name, error in errors.items()},
        "worstError": {name: float(error.max()) for name, error in errors.items()},
    }


figures = {
    "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__},
    "board": board,
    "plain": plain,
    "nested": {
        "kits": promised_and_got(X, y, groups, KITS),
        "strokes": promised_and_got(X, y, groups, random_strokes),
    },
    "shuffle2": shuffle,
    "faders": faders(),
}
(HERE / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
