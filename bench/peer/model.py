"""model.py - what both understand peers know: TF-IDF and logistic regression.

Word 1-2-grams and character 2-5-grams within words, as one finds it in most tutorials; the
defaults of scikit-learn but for C, which is better at 10.  A trained pipeline is kept in
build-peer/, under the digest of its training file and the version of scikit-learn.
"""
import hashlib
import json
import os
import pathlib

import joblib
import sklearn
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion, make_pipeline

CACHE = pathlib.Path(__file__).resolve().parents[2] / "build-peer"


def new_pipeline():
    features = FeatureUnion([
        ("words", TfidfVectorizer(ngram_range=(1, 2))),
        ("characters", TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5))),
    ])
    return make_pipeline(features, LogisticRegression(C=10, max_iter=1000))


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def trained(path):
    """The pipeline for a file of {"text", "label" or "intent"} lines, trained once."""
    name = hashlib.sha256(pathlib.Path(path).read_bytes() + sklearn.__version__.encode()).hexdigest()
    kept = CACHE / f"model-{name[:16]}.joblib"
    if kept.exists():
        return joblib.load(kept)
    rows = read_lines(path)
    pipeline = new_pipeline().fit([row["text"] for row in rows], [row.get("label") or row["intent"] for row in rows])
    joblib.dump(pipeline, f"{kept}.{os.getpid()}")
    os.replace(f"{kept}.{os.getpid()}", kept)
    return pipeline
