"""Scenario files: a customer says something; this decision is expected.

tests/scenario/*.yaml needs no C to add to:

    bot: bots/acme
    scenarios:
      - name: a banned wish is refused, politely
        says: Delete my account and everything you know about me.
        expect:
          action: refuse
          reason: banned
          draft: null

`expect` names places in the decision by dots ("intent.label", "draft.citations.0.page").
A value must be equal; a list gives the values that are right; `{contains: TEXT}`,
`{lacks: TEXT}`, `{at_least: N}` and `{any_of_items: {KEY: VALUE}}` look inside.
"""
import json

import pytest
import yaml

from conftest import ROOT


def scenarios():
    for path in sorted((ROOT / "tests/scenario").glob("*.yaml")):
        document = yaml.safe_load(path.read_text())
        for scenario in document["scenarios"]:
            yield pytest.param(document["bot"], scenario, id=f"{path.stem}: {scenario['name']}")


def find(decision, place):
    for part in place.split("."):
        if decision is None:
            return None
        decision = decision[int(part)] if isinstance(decision, list) else decision.get(part)
    return decision


def holds(found, wanted):
    if isinstance(wanted, dict):
        (verb, value), = wanted.items()
        if verb == "contains":
            return value in (found or "")
        if verb == "lacks":
            return value not in (found or "")
        if verb == "at_least":
            return found is not None and found >= value
        if verb == "any_of_items":
            return any(all(item.get(k) == v for k, v in value.items()) for item in found or [])
        raise ValueError(f"no verb {verb} in a scenario")
    if isinstance(wanted, list):
        return found in wanted
    return found == wanted


@pytest.mark.parametrize("bot, scenario", scenarios())
def test_scenario(usher, bot, scenario):
    ticket = {"id": "scenario", "text": scenario["says"], **scenario.get("ticket", {})}
    done = usher("triage", bot, "--json", input=json.dumps(ticket) + "\n")
    assert done.returncode == 0, done.stderr
    decision = json.loads(done.stdout)
    for place, wanted in scenario["expect"].items():
        found = find(decision, place)
        assert holds(found, wanted), f"{place} is {found!r}; expected {wanted!r}"
