"""understand_usual - the guide's service as one usually writes it.

The guide's own endpoint and types; its two transformers are replaced by a scikit-learn
pipeline for the intent and VADER for the sentiment.
"""
import os

from fastapi import FastAPI
from pydantic import BaseModel

from model import trained
from sentiment import priority_of, sentiment_of

app = FastAPI()
triager = trained(os.environ["PEER_FILE"])


class Ticket(BaseModel):
    id: str
    text: str
    metadata: dict = {}


@app.post("/triage")
async def triage(ticket: Ticket):
    probabilities = triager.predict_proba([ticket.text])[0]
    best = probabilities.argmax()
    confidence = float(probabilities[best])
    sentiment, compound = sentiment_of(ticket.text)
    priority = priority_of(compound)
    return {
        "intent": str(triager.classes_[best]),
        "sentiment": sentiment,
        "suggested_response": "",
        "priority": priority,
        "confidence": confidence,
        "next_action": "escalate" if priority == 1 or confidence < 0.85 else "auto_resolve",
    }
