"""deciding.py - one whole decision, the same steps for both decide peers.

Personal data out, attacks and banned subjects, intent, sentiment, route, passages by BM25, a
draft of whole sentences with their citations, and a manifest with hashes.  What differs between
the usual and the tuned peer are the parts it is given: find_personal, find_phrases,
probabilities, search.
"""
import hashlib
import time
import uuid

import numpy as np

from knowledge import stems
from model import read_lines
from sentiment import priority_of, sentiment_of

ALTERNATIVES, HITS, SENTENCES = 3, 5, 3
BLOCKING = ("injection.override", "injection.leak", "injection.markup", "abuse.threat")
MAX_ERROR = 0.03


def threshold_of(folder, labels, probabilities):
    """The confidence from which at most MAX_ERROR of the calibration messages are wrong."""
    rows = read_lines(folder.calibration)
    seen = []
    for row in rows:
        scores = probabilities(row["text"])
        best = int(scores.argmax())
        seen.append((float(scores[best]), labels[best] != row["intent"]))
    seen.sort(reverse=True)
    wrong = np.cumsum([is_wrong for _, is_wrong in seen]) / np.arange(1, len(seen) + 1)
    sure = np.nonzero(wrong <= MAX_ERROR)[0]
    return seen[sure[-1]][0] if len(sure) else 0.85


class Decider:
    def __init__(self, folder, labels, probabilities, find_personal, find_phrases, search):
        self.folder, self.labels, self.probabilities = folder, labels, probabilities
        self.find_personal, self.find_phrases, self.search = find_personal, find_phrases, search
        self.threshold = threshold_of(folder, labels, probabilities)
        self.model_sha256 = hashlib.sha256(folder.examples.read_bytes()).hexdigest()
        self.brand_sha256 = hashlib.sha256(str(folder.brand).encode()).hexdigest()

    def decide(self, text, id):
        clock = time.perf_counter_ns
        times = {}
        start = clock()
        clean, evidence = self.find_personal(text)
        kinds = self.find_phrases(text)
        evidence += [{"guard": kind, "start": 0, "end": 0,
                      "severity": "block" if kind in BLOCKING else "warn"} for kind in kinds]
        times["guard"] = (clock() - start) // 1000
        start = clock()
        scores = self.probabilities(clean)
        order = np.argsort(scores)[::-1]
        label, confidence = self.labels[order[0]], float(scores[order[0]])
        times["intent"] = (clock() - start) // 1000
        start = clock()
        sentiment, compound = sentiment_of(clean)
        intent = self.folder.intents.get(label, {})
        priority = min(intent.get("priority", 2), priority_of(compound))
        times["sentiment"] = (clock() - start) // 1000
        start = clock()
        action, reason = self.route(kinds, label, intent, confidence, priority)
        hits, draft = [], None
        if action == "needs_approval":
            hits = self.search(clean)
            draft = self.draft(clean, intent, hits)
            if draft is None:
                action, reason = "queue", "unsupported"
        times["draft"] = (clock() - start) // 1000
        return {
            "id": id, "bot": "acme", "release": self.folder.release, "action": action, "reason": reason,
            "intent": {"label": label, "confidence": confidence, "in_scope": label != "oos",
                       "alternatives": [{"label": self.labels[i], "confidence": float(scores[i])}
                                        for i in order[1:1 + ALTERNATIVES]]},
            "sentiment": {"label": sentiment, "confidence": abs(compound)}, "priority": priority,
            "queue": intent.get("queue"), "evidence": evidence, "draft": draft,
            "manifest": {
                "release": self.folder.release, "brand_sha256": self.brand_sha256,
                "model": {"name": "intent", "sha256": self.model_sha256},
                "threshold": {"value": self.threshold, "error": MAX_ERROR},
                "scores": {self.labels[i]: float(scores[i]) for i in order if scores[i] >= 0.01},
                "passages": [{"page": passage.page, "anchor": passage.anchor, "sha256": passage.sha256,
                              "bm25": score} for passage, score in hits],
                "timings_us": times, "trace_id": uuid.uuid4().hex, "created": time.time(),
            },
        }

    def route(self, kinds, label, intent, confidence, priority):
        if any(kind.startswith("self_harm") for kind in kinds):
            return "escalate", "self_harm"
        if any(kind in BLOCKING for kind in kinds):
            return "review", "guard"
        if any(kind.startswith("subject.") for kind in kinds):
            return "refuse", "banned"
        if label == "oos":
            return "review", "out_of_scope"
        if confidence < self.threshold:
            return "review", "low_confidence"
        if intent.get("risk") == "banned":
            return "refuse", "banned"
        if priority == 1:
            return "escalate", "priority"
        return ("needs_approval", "policy") if intent.get("auto_respond") else ("queue", "policy")

    def draft(self, text, intent, hits):
        if not hits or hits[0][1] <= 0:
            return None
        passage, score = hits[0]
        asked = set(stems(text, passage.language))
        ranked = sorted(range(len(passage.sentences)),
                        key=lambda i: len(asked & passage.sentence_stems[i]), reverse=True)
        chosen = [passage.sentences[i] for i in sorted(ranked[:SENTENCES])]
        if any(word.lower() in sentence.lower() for word in self.folder.brand["forbid"] for sentence in chosen):
            return None
        code = passage.language
        own = [self.folder.brand["greeting"][code].replace(" {name}", ""), intent.get("wording", {}).get(code, "")]
        closing = self.folder.brand["closing"][code]
        text = "\n\n".join([*own, " ".join(f"{sentence} [1]" for sentence in chosen), closing])
        return {
            "text": text, "language": code, "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "sentences": [{"text": part, "citations": []} for part in own] +
                         [{"text": part, "citations": [1]} for part in chosen],
            "citations": [{"n": 1, "page": passage.page, "heading": passage.heading, "anchor": passage.anchor,
                           "sha256": passage.sha256, "score": score}],
        }
