"""gather.py - a trained pipeline for one text at a time.

Float32, the vectorizers called one by one without FeatureUnion's job pool, and instead of a
product with the whole matrix of coefficients only the rows of the features that the text has.
"""
import numpy as np


class Gather:
    def __init__(self, pipeline):
        self.vectorizers = [vectorizer for _, vectorizer in pipeline[0].transformer_list]
        for vectorizer in self.vectorizers:
            vectorizer.dtype = np.float32
            vectorizer.idf_ = vectorizer.idf_.astype(np.float32)
        self.labels = [str(label) for label in pipeline[-1].classes_]
        self.intercept = pipeline[-1].intercept_.astype(np.float32)
        # Features by labels: one feature's row lies together.
        coefficients = pipeline[-1].coef_.T.astype(np.float32)
        ends = np.cumsum([0] + [len(vectorizer.vocabulary_) for vectorizer in self.vectorizers])
        self.parts = [np.ascontiguousarray(coefficients[start:end]) for start, end in zip(ends, ends[1:])]

    def probabilities(self, text):
        scores = self.intercept.copy()
        for vectorizer, rows in zip(self.vectorizers, self.parts):
            found = vectorizer.transform((text,))
            scores += found.data @ rows.take(found.indices, axis=0)
        scores -= scores.max()
        np.exp(scores, out=scores)
        scores /= scores.sum()
        return scores
