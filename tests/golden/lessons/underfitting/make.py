# python3 tests/golden/lessons/underfitting/make.py writes figures.json: what numpy and scikit-learn (Debian's
# python3-sklearn) say of the numbers in the lesson. Run it again after a rebuild of one of its datasets.
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import sklearn
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.metrics import accuracy_score, r2_score
from sklearn.model_selection import LeaveOneGroupOut
from sklearn.preprocessing import PolynomialFeatures
from sklearn.tree import DecisionTreeClassifier

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from tables import DATASETS, load, named, values


def measured(beats, seed=7):
    chance = np.random.RandomState(seed)
    swell = 60 + 9 * beats * (4 - beats) / 4
    lean = 3 * np.cos(2 * np.pi * (beats - 0.1))
    return swell + lean + chance.normal(0, 0.4, len(beats))


beats = np.arange(80) / 20
phrase = measured(beats)
t = (beats / 2 - 1)[:, None]


def normal_equations(X, y):
    """w with X'X w = X'y, in long arithmetic: by hand, and with no library between."""
    X, y = X.astype(np.longdouble), y.astype(np.longdouble)
    A = np.column_stack([X.T @ X, X.T @ y])
    for i in range(len(A)):
        pivot = i + np.argmax(abs(A[i:, i]))
        A[[i, pivot]] = A[[pivot, i]]
        A[i] /= A[i, i]
        for k in range(len(A)):
            if k != i:
                A[k] -= A[k, i] * A[i]
    return A[:, -1]


def powers(degree):
    X = PolynomialFeatures(degree).fit_transform(t)
    predicted = (X @ normal_equations(X, phrase)).astype(float)
    fitted = LinearRegression(fit_intercept=False).fit(X, phrase)
    assert abs(fitted.score(X, phrase) - r2_score(phrase, predicted)) < 1e-6
    return r2_score(phrase, predicted), phrase - predicted


def share(residuals, times):
    angle = 2 * np.pi * times * beats / 4
    W = np.column_stack([np.cos(angle), np.sin(angle)])
    return LinearRegression().fit(W, residuals).score(W, residuals)


angle = 2 * np.pi * beats
five = np.column_stack([beats, beats**2, np.cos(angle), np.sin(angle)])
twelve = PolynomialFeatures(12, include_bias=False).fit_transform(t)
more_X, more_y = np.tile(t, (16, 1)), np.concatenate([measured(beats, take) for take in range(1, 17)])


def many(degree):
    X = PolynomialFeatures(degree).fit_transform(more_X)
    return LinearRegression(fit_intercept=False).fit(X, more_y).score(X, more_y)


def loop():
    data = load("loops")
    row = list(named(data["info"], "id")).index("garzul")
    start, seconds = data["clips"]["start"][row], data["clips"]["duration"][row]
    ffmpeg = ["ffmpeg", "-v", "error", "-i", DATASETS / "loops" / "loops.webm", "-ac", "1", "-ar", "44100"]
    wave = np.frombuffer(subprocess.run([*ffmpeg, "-f", "f32le", "-"], capture_output=True, check=True).stdout, "<f4")
    wave = wave[int(start * 44100) : int((start + seconds) * 44100)]
    edges = np.linspace(0, len(wave), 129).astype(int)
    rms = [np.sqrt((wave[a:b] ** 2).mean()) for a, b in zip(edges, edges[1:])]
    levels = 20 * np.log10(np.maximum(rms, 0.01))
    slots = np.arange(128)

    def predicted(known, asked, period):
        place = slots % int(8 * period)
        means = []
        for i in asked:
            same = known[place[known] == place[i]]
            means.append(levels[same if len(same) else known].mean())
        return np.array(means)

    patterns = []
    for period in (0.5, 1, 2, 4, 8, 16):
        hidden = np.concatenate(
            [predicted(slots[slots // 32 != bar], slots[slots // 32 == bar], period) for bar in range(4)]
        )
        patterns.append(
            {
                "period": period,
                "training": r2_score(levels, predicted(slots, slots, period)),
                "validation": r2_score(levels, hidden),
            }
        )
    X = np.polynomial.legendre.legvander(np.linspace(-1, 1, 128), 15)
    return {"patterns": patterns, "degree15": LinearRegression().fit(X, levels).score(X, levels)}


def trees():
    data = load("drums")
    X = np.array([values(column) for column in data["features"]]).T
    y = values(data["target"])
    kits = named(data["info"], data["group"])
    found = []
    for depth in (1, 2, 4, 6):
        scores = []
        for seed in range(20 if depth > 2 else 1):
            hidden, training = np.empty_like(y), []
            for known, asked in LeaveOneGroupOut().split(X, y, kits):
                model = DecisionTreeClassifier(max_depth=depth, random_state=seed).fit(X[known], y[known])
                hidden[asked] = model.predict(X[asked])
                training.append(model.score(X[known], y[known]))
            scores.append((np.mean(training), accuracy_score(y, hidden)))
        low, high = np.min(scores, axis=0), np.max(scores, axis=0)
        found.append({"depth": depth, "training": [low[0], high[0]], "validation": [low[1], high[1]]})
    return found


fits = [powers(degree) for degree in range(16)]
figures = {
    "scikit-learn": sklearn.__version__,
    "numpy": np.__version__,
    "phrase": phrase.tolist(),
    "r2": [r2 for r2, _ in fits],
    "shares": {str(d): [share(fits[d][1], times) for times in range(1, 13)] for d in (2, 7, 12, 13)},
    "five": LinearRegression().fit(five, phrase).score(five, phrase),
    "ridge": {str(e): Ridge(10.0**e).fit(twelve, phrase).score(twelve, phrase) for e in range(-7, 4)},
    "many": {str(d): many(d) for d in (1, 2, 12)},
    "loop": loop(),
    "trees": trees(),
}
(HERE / "figures.json").write_text(json.dumps(figures, separators=(",", ":")) + "\n")
