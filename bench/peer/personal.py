"""personal.py - personal data by regular expressions and checksums.

The same eighteen kinds that src/guard/pii.h looks for, as one writes them in Python: a pattern
for the shape, a function where a check digit tells more.  The usual peer searches every pattern
in every text; the tuned one only those whose rarest character the text has.
"""
import re

TITLE = r"(?:mr|mrs|ms|miss|dr|prof|herr|frau|señor|señora|sr|sra|my name is|ich heiße|mein name ist|me llamo|mi nombre es)"
STREET = (r"(?:street|st|road|rd|avenue|ave|lane|ln|drive|boulevard|blvd|court|close|way|terrace|place|square|"
          r"crescent|highway|grove|gardens)")


def digits_of(text):
    return [int(c) for c in text if c.isdigit()]


def luhn(text):
    digits = digits_of(text)[::-1]
    total = sum(digits[0::2]) + sum(sum(divmod(2 * d, 10)) for d in digits[1::2])
    return 13 <= len(digits) <= 19 and total % 10 == 0


def iban(text):
    plain = re.sub(r"\W", "", text).upper()
    return int("".join(str(int(c, 36)) for c in plain[4:] + plain[:4])) % 97 == 1


def phone(text):
    return 8 <= len(digits_of(text)) <= 15


def dni(text):
    plain = re.sub(r"\W", "", text).upper()
    number = plain[:-1].translate(str.maketrans("XYZ", "012"))
    return "TRWAGMYFPDXBNJZSQVHLCKE"[int(number) % 23] == plain[-1]


def tax_id(text):
    product = 10
    digits = digits_of(text)
    for digit in digits[:10]:
        total = (digit + product) % 10 or 10
        product = 2 * total % 11
    return (11 - product) % 10 == digits[10]


def nir(text):
    digits = re.sub(r"\D", "", text)
    return 97 - int(digits[:13]) % 97 == int(digits[13:15])


def ipv4(text):
    return all(int(part) < 256 for part in text.split("."))


# kind, placeholder, what the text must hold for it to be searched, pattern, check
KINDS = [
    ("pii.email", "[EMAIL]", "@", r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", None),
    ("pii.url", "[URL]", ".", r"(?:https?://|www\.)[^\s<>\"]+|\b[a-z0-9-]+\.(?:com|net|org|de|es|co\.uk|eu|io|info)\b(?:/\S*)?", None),
    ("pii.iban", "[IBAN]", "0", r"\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,4})?\b", iban),
    ("pii.card", "[CARD]", "0", r"\b\d(?:[ -]?\d){12,18}\b", luhn),
    ("pii.us_ssn", "[ID]", "-", r"\b(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}\b", None),
    ("pii.uk_nino", "[ID]", "0", r"\b[abceghj-prstw-z][abceghj-nprstw-z] ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b", None),
    ("pii.de_tax_id", "[ID]", "0", r"\b\d{2} ?\d{3} ?\d{3} ?\d{3}\b", tax_id),
    ("pii.es_dni", "[ID]", "0", r"\b(?:\d{8}|[xyz]-?\d{7})-?[a-z]\b", dni),
    ("pii.fr_nir", "[ID]", "0", r"\b[12] ?\d{2} ?\d{2} ?\d{2} ?\d{3} ?\d{3} ?\d{2}\b", nir),
    ("pii.it_cf", "[ID]", "0", r"\b[a-z]{6}\d{2}[a-z]\d{2}[a-z]\d{3}[a-z]\b", None),
    ("pii.id_document", "[ID]", "0", r"(?:passport|licen[cs]e|id card|ausweis|reisepass|führerschein|pasaporte|documento)\w*"
     r"(?: number| no\.?| nr\.?|nummer)?(?: is| ist|:)? ([a-z]{0,3}\d{6,10}[a-z]?)\b", None),
    ("pii.birth_date", "[DATE]", "0", r"(?:born|birth\w*|dob|geboren|geburts\w+|nací|nacimiento)(?: on| am| el|:| is| ist)*"
     r" (\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}\.? [a-zé]+ \d{4})", None),
    ("pii.ip", "[IP]", ".", r"\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b", ipv4),
    ("pii.ip", "[IP]", ":", r"\b(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4})+\b", None),
    ("pii.phone", "[PHONE]", "0", r"(?<![\w.])(?:\+|00)\d{1,3}[ ()/.-]*\d(?:[ ()/.-]?\d){6,12}\b|\(?\b0\d{2,4}\)?[ /-]\d(?:[ /-]?\d){4,9}\b|"
     r"(?:call|phone|tel|mobile|telefon|handy|teléfono|móvil)\w*\W+(?:\w+ ){0,2}(\d(?:[ -]?\d){6,12})\b", phone),
    ("pii.address", "[ADDRESS]", "0", rf"\b\d{{1,4}}[a-z]? (?:[A-ZÄÖÜ][\w'-]+ ){{1,3}}(?i:{STREET})\b|"
     r"\b[A-ZÄÖÜ][\wäöüß-]*(?:straße|strasse|str\.|gasse|allee|platz|weg|damm|ring) \d{1,4}[a-z]?\b|"
     r"\b(?i:calle|avenida|avda|plaza|paseo) [A-ZÁÉÍÓÚ][\w ]+,? \d{1,4}\b", None),
    ("pii.name", "[NAME]", None, rf"\b(?i:{TITLE})\.? ([A-ZÄÖÜÁÉÍÓÚ][\w'-]+(?: [A-ZÄÖÜÁÉÍÓÚ][\w'-]+)?)", None),
]
CASED = ("pii.address", "pii.name")
COMPILED = [(kind, placeholder, needs, re.compile(source, 0 if kind in CASED else re.I), check)
            for kind, placeholder, needs, source, check in KINDS]
HAS_DIGIT = re.compile(r"\d")


def findings(text, kinds):
    found = []
    for kind, placeholder, _, pattern, check in kinds:
        for match in pattern.finditer(text):
            group = match.lastindex or 0
            if check is None or check(match.group(group)):
                found.append((*match.span(group), kind, placeholder))
    return found


def redacted(text, found):
    """The text with placeholders; of overlapping findings the first and longest counts."""
    at, parts, kept = 0, [], []
    for start, end, kind, placeholder in sorted(found, key=lambda item: (item[0], -item[1])):
        if start >= at:
            parts += [text[at:start], placeholder]
            kept.append({"guard": kind, "start": start, "end": end, "severity": "info"})
            at = end
    return "".join(parts) + text[at:], kept


def find_usual(text):
    return redacted(text, findings(text, COMPILED))


def find_tuned(text):
    has_digit = HAS_DIGIT.search(text) is not None
    kinds = [row for row in COMPILED
             if row[2] is None or (has_digit if row[2] == "0" else row[2] in text)]
    return redacted(text, findings(text, kinds))
