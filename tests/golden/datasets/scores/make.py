# python3 tests/golden/datasets/scores/make.py writes scores.json: what scikit-learn (Debian's python3-sklearn) says of the
# datasets rags, rhymes, songtexts and tunes. Run it again after a rebuild of one of them.
import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn.decomposition import PCA
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.metrics import accuracy_score, cohen_kappa_score, roc_auc_score
from sklearn.metrics.pairwise import cosine_similarity
from sklearn.model_selection import GroupKFold, StratifiedGroupKFold, cross_val_predict
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

HERE = Path(__file__).parent
DATASETS = HERE.parents[3] / "datasets"


def load(name):
    return json.loads((DATASETS / name / f"{name}.json").read_text())


def values(column):
    if "values" in column:
        return column["values"]
    if "texts" in column:
        return column["texts"]
    return [column["levels"][code] if code >= 0 else None for code in column["codes"]]


def named(columns, name):
    return values(next(column for column in columns if column["name"] == name))


def matrix(columns):
    return np.array([column["values"] for column in columns], float).T


def tunes():
    X = StandardScaler().fit_transform(matrix(load("tunes")["features"]))
    return {"variance": PCA().fit(X).explained_variance_ratio_.tolist()}


def rags():
    columns = load("rags")["tables"]["bars"]["columns"]
    maple = [p == "maple-leaf-rag" and n > 0 for p, n in zip(named(columns, "piece"), named(columns, "bar"))]
    S = cosine_similarity(matrix(columns[-12:])[maple])
    return {"likeness": {lag: float(np.diag(S, lag).mean()) for lag in (15, 16, 17, 32)}}


def rhymes():
    data = load("rhymes")
    y = np.array(values(data["target"]))
    line = cross_val_predict(
        LinearRegression(), matrix(data["features"]), y, cv=GroupKFold(10), groups=named(data["info"], "family")
    )
    # Math.round rounds halves up.
    return {"line": accuracy_score(y, np.floor(line + 0.5).astype(int))}


def songtexts():
    data = load("songtexts")
    y = np.array(values(data["target"]))
    groups = named(data["info"], "song")
    texts = np.array(named(data["info"], "wording"))
    folds = list(StratifiedGroupKFold(10, shuffle=True, random_state=0).split(texts, y, groups))
    word = r"(?u)[^\W]{2,}"

    def accuracy(model, X):
        return accuracy_score(y, cross_val_predict(model, X, y, cv=folds))

    rule = named(data["info"], "genreByWords")
    both = [i for i, label in enumerate(rule) if label is not None]
    return {
        "naive Bayes on the counts": accuracy(MultinomialNB(), matrix(data["features"])),
        "naive Bayes on all words": accuracy(make_pipeline(CountVectorizer(token_pattern=word), MultinomialNB()), texts),
        "logistic regression on tf-idf of all words": accuracy(
            make_pipeline(TfidfVectorizer(token_pattern=word), LogisticRegression(C=10)), texts
        ),
        "auc": roc_auc_score(y == "praise", named(data["info"], "valence")),
        "kappa": cohen_kappa_score(y[both], [rule[i] for i in both]),
    }


if __name__ == "__main__":
    found = {"sklearn": sklearn.__version__, "rags": rags(), "rhymes": rhymes(), "songtexts": songtexts(), "tunes": tunes()}
    (HERE / "scores.json").write_text(json.dumps(found, indent=1) + "\n")
