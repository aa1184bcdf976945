"""phrases.py - the phrase files of src/guard/data, for peers.

Reads their syntax (src/guard/phrases.h): "(a|b|)" stands for each alternative, '*' for any
ending, headings say what the phrases below mean.  The usual peer makes one regular expression
of each kind of evidence; the tuned one walks an Aho-Corasick automaton of all phrases, as an
expert does with thousands of them, and applies the rules to what it finds.
"""
import itertools
import pathlib
import re
import unicodedata

import ahocorasick

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "src/guard/data"
# What the other files announce is personal data; patterns.py looks for that.
FILES = ("attacks.txt", "conduct.txt", "danger.txt", "subjects.txt")


def fold(text):
    """Small letters without accents, one space where anything else stands."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return " " + " ".join(re.findall(r"[a-z0-9]+", plain)) + " "


class Phrases:
    """`kinds`: evidence kind -> phrases; `excepts` the same; `sets`: name -> phrases;
    `rules`: (first set, second set, gap, role, name)."""

    def __init__(self):
        self.kinds, self.excepts, self.sets, self.rules = {}, {}, {}, []
        for name in FILES:
            self.read((FOLDER / name).read_text(encoding="utf-8"))

    def read(self, text):
        into = rule = None
        for line in text.splitlines():
            line = line.split("#")[0].strip()
            if line.startswith("["):
                words = line.strip("[]").split()
                into = rule = None
                if words[0] == "near":
                    role = words[1] if words[1] in ("set", "except") else "kind"
                    rule = (role, words[-2], int(words[-1]))
                elif words[0] in ("set", "except"):
                    table = self.sets if words[0] == "set" else self.excepts
                    into = table.setdefault(words[1], [])
                else:
                    into = self.kinds.setdefault(words[0], [])
            elif line and rule:
                first, second = (side.strip() for side in line.split(">"))
                self.rules.append((first, second, rule[2], rule[0], rule[1]))
            elif line and into is not None:
                into.append(line)


def expanded(phrase):
    """Every way to say a phrase."""
    parts = [part[1:-1].split("|") if part.startswith("(") else [part]
             for part in re.findall(r"\([^)]*\)|[^(]+", phrase)]
    return ("".join(way) for way in itertools.product(*parts))


def pattern_of(phrase):
    """A phrase as a regular expression over folded text, without its borders."""
    def plain(part):
        star = part.endswith("*")
        lead = part.startswith("*")
        words = fold(part).strip()
        return (r"\w*" if lead else "") + re.escape(words).replace(r"\ ", " ") + (r"\w*" if star else "")

    ways = sorted({" ".join(plain(word) for word in way.split()) for way in expanded(phrase)})
    return "|".join(ways)


class UsualGuard:
    """One compiled expression for each kind, searched one after the other."""

    def __init__(self):
        self.phrases = Phrases()
        self.set_patterns = {}
        self.kinds = {kind: re.compile(source) for kind, source in self.sources("kind", self.phrases.kinds)}
        self.excepts = {kind: re.compile(source) for kind, source in self.sources("except", self.phrases.excepts)}

    def set_pattern(self, name):
        if name not in self.set_patterns:
            ways = [pattern_of(phrase) for phrase in self.phrases.sets.get(name, [])]
            ways += [self.near(rule) for rule in self.phrases.rules if rule[3:] == ("set", name)]
            self.set_patterns[name] = "|".join(ways)
        return self.set_patterns[name]

    def near(self, rule):
        # A rule may name evidence of a kind as its sets are named; both live in one space here.
        first, second, gap = rule[:3]
        return rf"(?:{self.set_pattern(first)})\b.{{0,{gap}}}?\b(?:{self.set_pattern(second)})"

    def sources(self, role, table):
        names = set(table) | {rule[4] for rule in self.phrases.rules if rule[3] == role}
        for name in sorted(names):
            ways = [pattern_of(phrase) for phrase in table.get(name, [])]
            ways += [self.near(rule) for rule in self.phrases.rules if rule[3:] == (role, name)]
            yield name, rf"\b(?:{'|'.join(ways)})\b"

    def find(self, text):
        folded = fold(text)
        found = []
        for kind, pattern in self.kinds.items():
            harmless = self.excepts.get(kind)
            spans = [match.span() for match in harmless.finditer(folded)] if harmless else []
            for match in pattern.finditer(folded):
                if not any(start <= match.start() and match.end() <= end for start, end in spans):
                    found.append(kind)
                    break
        return found


class TunedGuard:
    """One walk over the text for all phrases, then the rules over the few that were found."""

    def __init__(self):
        phrases = Phrases()
        groups = {}
        for role, table in (("kind", phrases.kinds), ("except", phrases.excepts), ("set", phrases.sets)):
            for name, lines in table.items():
                for line in lines:
                    for way in expanded(line):
                        self.add(groups, way, (role, name))
        self.automaton = ahocorasick.Automaton()
        for key, meanings in groups.items():
            self.automaton.add_word(key, (len(key), tuple(meanings)))
        self.automaton.make_automaton()
        self.rules = phrases.rules

    @staticmethod
    def add(groups, way, meaning):
        lead, star = way.strip().startswith("*"), way.strip().endswith("*")
        key = fold(way)
        if key.strip():
            groups.setdefault(key[1 if lead else 0:-1 if star else None], set()).add(meaning)

    def find(self, text):
        folded = fold(text)
        spans = {}
        for end, (length, meanings) in self.automaton.iter(folded):
            for meaning in meanings:
                spans.setdefault(meaning, []).append((end + 1 - length, end + 1))
        if not spans:
            return []
        for first, second, gap, role, name in self.rules:
            before, after = spans.get(("set", first)), spans.get(("set", second))
            if before and after:
                for a in before:
                    for b in after:
                        if a[1] - 1 <= b[0] <= a[1] + gap:
                            spans.setdefault((role, name), []).append((a[0], b[1]))
        found = []
        for (role, kind), places in spans.items():
            if role == "kind":
                harmless = spans.get(("except", kind), ())
                if any(not any(a <= start and end <= b for a, b in harmless) for start, end in places):
                    found.append(kind)
        return found
