"""The data that all golden tests of learning share, and how their figures are written.

Run to write data.json:  /usr/bin/python3 tests/golden/learn/data.py
"""

import json
from pathlib import Path

import numpy as np
import sklearn

HERE = Path(__file__).parent
NAMES = np.array(["cymbal", "hihat", "kick", "snare", "tom"])


def write(name, content, script="make.py", folder=HERE):
    made = {"by": script, "sklearn": sklearn.__version__, "numpy": np.__version__}
    (folder / f"{name}.json").write_text(json.dumps({"made": made, **content}, separators=(",", ":")) + "\n")


def digits(labels, classes):
    """Labels as one digit each: their positions in the sorted classes."""
    return "".join(str(i) for i in np.searchsorted(classes, labels))


def datasets():
    r = np.random.RandomState(20)
    ties = r.randint(0, 4, size=(120, 4)).astype(float)
    yield "ties", ties, NAMES[r.randint(0, 5, size=120)], r.randint(0, 6, size=120)

    n = 90
    ill = np.column_stack(
        [
            np.full(n, 7.25),
            1e8 + r.randint(0, 50, size=n),
            1 + r.randint(0, 9, size=n) * 4e-8,
            r.normal(size=n).round(3) * 1e-9,
            r.normal(size=n).round(3),
        ]
    )
    yield "ill-conditioned", ill, r.randint(0, 3, size=n) * 10, r.randint(0, 4, size=n)

    codes = r.randint(0, 4, size=200)
    centres = r.normal(scale=1.2, size=(4, 3))
    blobs = (centres[codes] + r.normal(size=(200, 3))).round(5)
    yield "blobs", blobs, NAMES[codes], r.randint(0, 7, size=200)


def drum_table():
    """Our drums: the label and the kit of each stroke, and its features, a row each."""
    data = json.loads((HERE / "../../../datasets/drums/drums.json").read_text())
    texts = lambda column: [column["levels"][code] for code in column["codes"]]
    kit = next(column for column in data["info"] if column["name"] == data["group"])
    features = [column["values"] for column in data["features"]]
    return texts(data["target"]), texts(kit), [list(row) for row in zip(*features)]


def drum_features():
    """The names of the features, in the order of the rows of `drum_table`."""
    data = json.loads((HERE / "../../../datasets/drums/drums.json").read_text())
    return [column["name"] for column in data["features"]]


def drums():
    """Our drums, every third row, all features rounded to five digits: real, unscaled, and grouped by kit."""
    labels, kits, rows = (part[::3] for part in drum_table())
    X = np.array([[float(f"{x:.5g}") for x in row] for row in rows])
    names = sorted(set(kits))
    return X, np.array(labels), np.array([names.index(kit) for kit in kits])


def targets(X):
    """Two numbers for each row that depend on X: one smooth with noise, one with many ties."""
    r = np.random.RandomState(99)
    Z = (X - X.mean(axis=0)) / np.where(X.std(axis=0) > 0, X.std(axis=0), 1)
    smooth = (Z @ r.normal(size=X.shape[1]) + np.sin(2 * Z[:, 0]) + 0.3 * r.normal(size=len(X))).round(6)
    return smooth, np.round(2 * smooth) / 2


def all_data():
    """name, X, y (labels), groups, t (numbers), tied (numbers with ties) of every dataset."""
    for name, X, y, groups in [*datasets(), ("drums", *drums())]:
        yield name, X, y, groups, *targets(X)


if __name__ == "__main__":
    write(
        "data",
        {
            name: {"X": X.tolist(), "y": y.tolist(), "groups": groups.tolist(), "t": t.tolist(), "tied": tied.tolist()}
            for name, X, y, groups, t, tied in all_data()
        },
        "data.py",
    )
