"""decide_tuned - the same decision after an expert has been over it.

gather.py for the intent, an Aho-Corasick automaton for phrases, patterns only where their
rarest character stands, BM25 weights computed beforehand, orjson, no log of requests.
"""
import os
from collections import Counter

import numpy as np
import orjson
from fastapi import FastAPI, Request, Response
from pydantic import BaseModel, ValidationError

from deciding import HITS, Decider
from gather import Gather
from knowledge import Folder, stems
from model import trained
from personal import find_tuned
from phrases import TunedGuard

K1, B = 1.5, 0.75
app = FastAPI()
folder = Folder(os.environ["PEER_FILE"])
triager = Gather(trained(folder.examples))


def weights_of(passages):
    """For each term its BM25 weight in every passage."""
    counts = [Counter(passage.terms) for passage in passages]
    lengths = np.array([len(passage.terms) for passage in passages], np.float32)
    norms = K1 * (1 - B + B * lengths / lengths.mean())
    found = {}
    for i, count in enumerate(counts):
        for term, n in count.items():
            found.setdefault(term, np.zeros(len(passages), np.float32))[i] = n
    for term, row in found.items():
        holders = np.count_nonzero(row)
        row *= np.log(1 + (len(passages) - holders + 0.5) / (holders + 0.5)) * (K1 + 1) / (row + norms)
    return found


weights = weights_of(folder.passages)


def search(text):
    rows = [weights[term] for term in stems(text) if term in weights]
    if not rows:
        return []
    scores = np.add.reduce(rows)
    best = np.argpartition(scores, -HITS)[-HITS:]
    return [(folder.passages[i], float(scores[i])) for i in best[np.argsort(scores[best])[::-1]]]


decider = Decider(folder, triager.labels, triager.probabilities, find_tuned, TunedGuard().find, search)


class Message(BaseModel):
    text: str
    id: str = ""
    metadata: dict = {}


parse = getattr(Message, "model_validate_json", None) or Message.parse_raw


async def triage(request: Request):
    try:
        message = parse(await request.body())
    except ValidationError as error:
        return Response(error.json(), 422, media_type="application/json")
    return Response(orjson.dumps(decider.decide(message.text, message.id), option=orjson.OPT_SERIALIZE_NUMPY),
                    media_type="application/json")


app.router.add_route("/v1/triage", triage, methods=["POST"])
