# /usr/bin/python3 tests/golden/lessons/data-augmentation/make.py writes figures.json: what scikit-learn (Debian's
# python3-sklearn) says of the numbers in the lesson. Run it again after a rebuild of one of its datasets.
import json
from collections import Counter
import sys
from pathlib import Path

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from tables import load, named, values

ROOTS = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"]
CHORDS = ROOTS + [f"{root}m" for root in ROOTS]
PITCH_CLASSES = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"]
STEPS = [0, 1, 2, 3, 5, 8, 11]


grooves = load("grooves")
columns = grooves["tables"]["bars"]["columns"]
FILE = named(columns, "file")
CHORD = np.array([CHORDS.index(chord) for chord in named(columns, "chord")])
CHROMA = np.array([named(columns, f"stft{name}") for name in PITCH_CLASSES]).T
ours = set(named(grooves["info"], "file")[named(grooves["info"], "library") == "Etude"])
others = [file for file in dict.fromkeys(FILE) if file not in ours]
mixed = list(np.random.RandomState(0).permutation(others))
shelf, hidden_files = mixed[:64], ours | set(mixed[64:])
HIDDEN = np.isin(FILE, list(hidden_files))


def bars_of(count, draw):
    return np.flatnonzero(np.isin(FILE, np.random.RandomState(draw).permutation(shelf)[:count]))


def moved(chord, up):
    return chord // 12 * 12 + (chord + up) % 12


def augmented(rows, most, how):
    X, y = [], []
    for up in range(most + 1):
        X.append(CHROMA[rows] if how == "copies" else np.roll(CHROMA[rows], up, axis=1))
        y.append(moved(CHORD[rows], up) if how == "both" else CHORD[rows])
    return np.vstack(X), np.concatenate(y)


def score(rows, most, how="both", C=1.0):
    X, y = augmented(rows, most, how)
    return float(LogisticRegression(C=C).fit(X, y).score(CHROMA[HIDDEN], CHORD[HIDDEN]))


def tones(chord):
    return [(chord + above) % 12 for above in (0, 4 if chord < 12 else 3, 7)]


def chords():
    sums = np.array([CHROMA[HIDDEN][:, tones(chord)].sum(axis=1) for chord in range(24)])
    four = bars_of(4, 1)
    models = [LogisticRegression().fit(*augmented(four, most, "both")) for most in (0, 11)]
    shifts = range(-5, 7)
    return {
        "hidden": int(HIDDEN.sum()),
        "commonest": max(Counter(CHORD[HIDDEN].tolist()).values()) / int(HIDDEN.sum()),
        "templates": float((sums.argmax(axis=0) == CHORD[HIDDEN]).mean()),
        "steps": {how: [score(four, most, how) for most in STEPS] for how in ("both", "chroma", "copies")},
        "penalty": score(four, 0, C=12),
        "draws": [[score(bars_of(4, draw), most) for most in (0, 11)] for draw in range(1, 6)],
        "asTheyAre": [score(bars_of(count, 1), 0) for count in (4, 8, 16, 32, 64)],
        "inAllKeys": [score(bars_of(count, 1), 11) for count in (4, 8, 16, 32, 64)],
        "robust": [
            [
                float(model.score(np.roll(CHROMA[four], up, axis=1), moved(CHORD[four], up)))
                for up in shifts
            ]
            for model in models
        ],
    }


def twins():
    drums = load("drums")
    Z = StandardScaler().fit_transform(np.array([values(column) for column in drums["features"]]).T)
    y = values(drums["target"])
    found = {}
    for kind in ("real", "lot"):
        for copies in range(1, 5):
            dice = np.random.RandomState(7)
            lot = dice.permutation(y)
            labels = y if kind == "real" else lot
            litters = [Z] + [Z + 0.1 * dice.normal(size=Z.shape) for _ in range(copies)]
            X, all_labels = np.vstack(litters), np.tile(labels, copies + 1)
            fifths = StratifiedKFold(5, shuffle=True, random_state=7)
            right = [
                KNeighborsClassifier(1).fit(X[train], all_labels[train]).predict(X[test]) == all_labels[test]
                for train, test in fifths.split(X, all_labels)
            ]
            first = [
                KNeighborsClassifier(1)
                .fit(
                    np.vstack([litter[train] for litter in litters]),
                    np.tile(labels[train], copies + 1),
                )
                .predict(Z[test])
                == labels[test]
                for train, test in fifths.split(Z, labels)
            ]
            found[f"{kind} {copies}"] = [float(np.concatenate(each).mean()) for each in (right, first)]
    return found


figures = {"scikit-learn": sklearn.__version__, "numpy": np.__version__, "chords": chords(), "twins": twins()}
(HERE / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
