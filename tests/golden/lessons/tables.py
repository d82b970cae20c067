# What every make.py of a lesson reads its data with: the files of datasets/, which are columns.
import json
from pathlib import Path

import numpy as np

DATASETS = Path(__file__).parents[3] / "datasets"


def load(name):
    return json.loads((DATASETS / name / f"{name}.json").read_text())


def values(column):
    """Numbers, missing ones NaN, or texts, missing ones empty."""
    if "values" in column:
        return np.array(column["values"], float)
    if "texts" in column:
        return np.array(column["texts"])
    return np.array([column["levels"][code] if code >= 0 else "" for code in column["codes"]])


def named(columns, name):
    return values(next(column for column in columns if column["name"] == name))


def matrix(columns):
    return np.array([values(column) for column in columns]).T
