"""understand_tuned - the same service after an expert has been over it.

The same pipeline by gather.py; the request goes from its bytes through one pydantic parse into
the answer, without FastAPI's handling of bodies and responses; orjson writes it; no log of
requests.
"""
import os

import orjson
from fastapi import FastAPI, Request, Response
from pydantic import BaseModel, ValidationError

from gather import Gather
from model import trained
from sentiment import priority_of, sentiment_of

app = FastAPI()
triager = Gather(trained(os.environ["PEER_FILE"]))


class Ticket(BaseModel):
    id: str
    text: str
    metadata: dict = {}


parse = getattr(Ticket, "model_validate_json", None) or Ticket.parse_raw


async def triage(request: Request):
    try:
        ticket = parse(await request.body())
    except ValidationError as error:
        return Response(error.json(), 422, media_type="application/json")
    probabilities = triager.probabilities(ticket.text)
    best = int(probabilities.argmax())
    confidence = float(probabilities[best])
    sentiment, compound = sentiment_of(ticket.text)
    priority = priority_of(compound)
    return Response(orjson.dumps({
        "intent": triager.labels[best],
        "sentiment": sentiment,
        "suggested_response": "",
        "priority": priority,
        "confidence": confidence,
        "next_action": "escalate" if priority == 1 or confidence < 0.85 else "auto_resolve",
    }), media_type="application/json")


app.router.add_route("/triage", triage, methods=["POST"])
