"""knowledge.py - a bot folder as the decide peers read it: intents, brand, passages."""
import hashlib
import json
import pathlib
import re

import Stemmer
import yaml

WORD = re.compile(r"\w+")
STEMMERS = {code: Stemmer.Stemmer(name) for code, name in (("en", "english"), ("de", "german"), ("es", "spanish"))}


def stems(text, language="en"):
    return STEMMERS[language].stemWords(WORD.findall(text.lower()))


class Passage:
    def __init__(self, page, heading, body, asked):
        self.page, self.heading, self.asked = page, heading, asked
        self.anchor = re.sub(r"[^\w]+", "-", heading.lower()).strip("-")
        self.language = page[:2] if page[:3] in ("de-", "es-") else "en"
        self.sentences = [part.strip() for part in re.split(r"(?<=[.!?])\s+|\n+", body) if part.strip()]
        self.sentence_stems = [set(stems(part, self.language)) for part in self.sentences]
        self.sha256 = hashlib.sha256(body.encode()).hexdigest()
        self.terms = stems(f"{heading} {body} {asked}", self.language)


def passages_of(page, text):
    found = []
    for part in re.split(r"^#+ ", text, flags=re.M)[1:]:
        heading, _, body = part.partition("\n")
        asked = " ".join(re.findall(r"<!-- asked:(.*?)-->", body, re.S))
        body = re.sub(r"<!--.*?-->", "", body, flags=re.S).strip()
        if body:
            found.append(Passage(page, heading.strip(), body, asked))
    return found


class Folder:
    def __init__(self, path):
        root = pathlib.Path(path)
        self.intents = yaml.safe_load((root / "intents.yaml").read_text(encoding="utf-8"))
        self.brand = json.loads((root / "brand.json").read_text(encoding="utf-8"))
        self.examples = root / "examples.jsonl"
        self.calibration = root / "calibration.jsonl"
        self.passages = [passage for page in sorted((root / "knowledge").glob("*.md"))
                         for passage in passages_of(page.name, page.read_text(encoding="utf-8"))]
        digest = hashlib.sha256()
        for file in sorted(root.rglob("*")):
            if file.is_file():
                digest.update(file.read_bytes())
        self.release = "rel_" + digest.hexdigest()
