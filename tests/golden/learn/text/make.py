"""Writes what scikit-learn's vectorizers answer.

Run:  /usr/bin/python3 tests/golden/learn/text/make.py
"""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent))

from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

from data import write

TEXTS = [
    "Love me do, love ME tender.",
    "All you need is love -- love is all you need!",
    "Für Elise; für immer und ewig, Straße 42",
    "la la la_la lá LÁ l'amour",
    "",
    "the sound of the sea, the sea of sound",
    "愛してる 愛 音楽 love",
    "x y z 1 22 333",
]
SETTINGS = [
    {},
    {"ngram_range": (1, 3), "min_df": 2},
    {"max_df": 0.3, "stop_words": ["the", "is"], "sublinear_tf": True, "norm": "l1"},
    {"max_features": 12, "use_idf": False, "norm": None},
    {"max_features": 20, "smooth_idf": False, "binary": True},
    {"analyzer": "char", "ngram_range": (2, 3), "max_features": 40, "lowercase": False},
    {"token_pattern": r"[a-z]+"},
]


def answers(vectorizer):
    table = vectorizer.fit_transform(TEXTS).toarray()
    return {"names": vectorizer.get_feature_names_out().tolist(), "rows": table.tolist()}


write(
    "text",
    {
        "texts": TEXTS,
        "counts": answers(CountVectorizer()),
        "cases": [{"settings": settings, **answers(TfidfVectorizer(**settings))} for settings in SETTINGS],
    },
    folder=Path(__file__).parent,
)
