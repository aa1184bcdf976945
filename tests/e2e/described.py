"""Holds every answer of the tests against the server's own /openapi.json.

What the document does not describe (a status, a type, a member) is a failure.  Answers may grow by the
contract, so the document leaves objects open; here they are closed, and a member that is new has to be
written down.
"""
import copy
import json
import re
import urllib.request

from jsonschema import Draft202012Validator

PROBLEM = "application/problem+json"
# The page's own files: not for programs, so not in the document.
PAGE_FILES = {"/app.js", "/app.css", "/icon.svg"}


def closed(value):
    """The schemas with no room for members that they do not name."""
    if isinstance(value, list):
        return [closed(item) for item in value]
    if not isinstance(value, dict):
        return value
    shut = {key: closed(item) for key, item in value.items()}
    if "properties" in value and isinstance(value["properties"], dict):
        shut.setdefault("additionalProperties", False)
    return shut


class Described:
    """A document, and whether answers are as it says."""

    def __init__(self, document):
        self.document = document
        self.components = closed(copy.deepcopy(document["components"]))

    def errors(self, schema, value):
        whole = {**schema, "components": self.components}
        return [f"{'/'.join(map(str, error.path))}: {error.message[:300]}"
                for error in Draft202012Validator(whole).iter_errors(value)]

    def path_of(self, path):
        """The document's path for that one, or None."""
        path = path.partition("?")[0]
        for pattern in self.document["paths"]:
            if re.fullmatch(re.escape(pattern).replace(r"\{bot\}", "[^/]+"), path):
                return pattern
        return None

    def responses(self, method, path):
        """What may be answered to that request; to another one only problems."""
        operations = self.document["paths"].get(self.path_of(path), {})
        operation = operations.get({"HEAD": "get"}.get(method, method.lower()))
        if operation is None:
            return {"default": self.document["paths"]["/livez"]["get"]["responses"]["default"]}
        return operation["responses"]

    def check(self, method, path, status, headers, body):
        """One answer to a request whose head has been understood."""
        if path.partition("?")[0] in PAGE_FILES and status in (200, 304):
            return
        responses = self.responses(method, path)
        response = responses.get(str(status), responses.get("default") if status >= 400 else None)
        assert response, f"{method} {path}: the document describes no {status}"
        content = response.get("content")
        kind = headers.get("content-type")
        if content is None:
            assert not body and kind is None, f"{method} {path}: a body where none is described"
            return
        assert kind in content, f"{method} {path}: the document describes no {status} of {kind}"
        if method != "HEAD":
            self.check_body(content[kind].get("schema"), kind, body, f"{method} {path} {status}")
        if kind == PROBLEM:
            self.check_problem(status, headers, json.loads(body) if method != "HEAD" else None)

    def check_body(self, schema, kind, body, what):
        if schema is None:
            return
        lines = body.splitlines() if kind == "application/jsonl" else [body]
        for line in lines:
            found = self.errors(schema, json.loads(line))
            assert not found, f"{what}: {found[:3]}: {line[:300]}"

    @staticmethod
    def check_problem(status, headers, problem):
        """What JSON Schema cannot say: both statuses agree, and the fields that belong to some are there."""
        assert problem is None or problem["status"] == status
        for needed, name in ((401, "www-authenticate"), (405, "allow"), (429, "retry-after"), (503, "retry-after")):
            assert status != needed or name in headers, f"{status} without {name}"

    def check_raw(self, status, headers, body):
        """An answer to bytes that may be no request: ours is of some kind that is described."""
        kind = headers.get("content-type")
        if kind == PROBLEM:
            self.check("GET", "/livez", status, headers, body)
            return
        answers = [response for path in self.document["paths"].values() for operation in path.values()
                   if isinstance(operation, dict)
                   for response in [operation["responses"].get(str(status))] if response]
        schemas = [response["content"][kind].get("schema") for response in answers
                   if kind in response.get("content", {None: None})]
        if kind == "application/json" and body:
            value = json.loads(body)
            assert any(not self.errors(schema, value) for schema in schemas), body[:300]
        elif status == 200:
            assert schemas, f"the document describes no {status} of {kind}"


def describe(url):
    with urllib.request.urlopen(url + "/openapi.json", timeout=30) as answer:
        return Described(json.load(answer))
