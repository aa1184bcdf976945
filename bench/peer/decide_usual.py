"""decide_usual - a whole decision with the library that one usually takes for each part.

Regular expressions for personal data and phrases, a scikit-learn pipeline for the intent, VADER,
rank_bm25 over stemmed passages, FastAPI's defaults around it.
"""
import os

import numpy as np
from fastapi import FastAPI
from pydantic import BaseModel
from rank_bm25 import BM25Okapi

from deciding import HITS, Decider
from knowledge import Folder, stems
from model import trained
from personal import find_usual
from phrases import UsualGuard

app = FastAPI()
folder = Folder(os.environ["PEER_FILE"])
triager = trained(folder.examples)
bm25 = BM25Okapi([passage.terms for passage in folder.passages])


def search(text):
    scores = bm25.get_scores(stems(text))
    return [(folder.passages[i], float(scores[i])) for i in np.argsort(scores)[::-1][:HITS]]


decider = Decider(folder, [str(label) for label in triager.classes_],
                  lambda text: triager.predict_proba([text])[0], find_usual, UsualGuard().find, search)


class Message(BaseModel):
    text: str
    id: str = ""
    metadata: dict = {}


@app.post("/v1/triage")
async def triage(message: Message):
    return decider.decide(message.text, message.id)
