"""Loads the evidence of published papers by the command `load`: studies, improvement activity, topics and asks."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction

from sufficiency.analytics.governance.entitlement import entitlement_of
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.evidence.models import Ask, Item
from sufficiency.web.evidence.states import Kind, Status

STATUS_WORDS = {"recent": Status.RECENT, "ongoing": Status.ONGOING, "published": Status.PUBLISHED}


def recognises(content: Mapping[str, Any]) -> bool:
    """Whether a file holds studies, strands of review, or topics of an update paper."""
    task = content.get("task_group")
    paper = content.get("update_paper")
    has_task = isinstance(task, Mapping) and ("evidence" in task or "strands" in task)
    return has_task or (isinstance(paper, Mapping) and "topics" in paper)


@transaction.atomic
def load(content: Mapping[str, Any], *, authority: Authority, by: Actor) -> list[str]:
    """Add what is not there yet; what is there stays as it is."""
    items = [*_studies(content), *_activities(content), *_topics(content)]
    made = [_item(authority, by, told) for told in items]
    asks = [_ask(authority, topic, text) for topic, text in _asks(content)]
    new = (sum(made), sum(asks))
    if any(new):
        record(Verb.EVIDENCE_KEPT, by=by, reason=f"{new[0]} items and {new[1]} asks loaded")
    return [f"Evidence: {new[0]} of {len(items)} items and {new[1]} of {len(asks)} asks were new."]


def _studies(content: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for told in content.get("task_group", {}).get("evidence", ()):
        words = str(told.get("status", "published"))
        status = next((status for word, status in STATUS_WORDS.items() if word in words), Status.PUBLISHED)
        yield {
            "kind": Kind.STUDY,
            "title": told["title"],
            "source": told.get("source", ""),
            "status": status,
            "effect": words,
        }


def _activities(content: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for strand in content.get("task_group", {}).get("strands", ()):
        for title in strand.get("items", ()):
            yield {"kind": Kind.ACTIVITY, "title": title, "source": strand["name"], "status": Status.OPEN}


def _topics(content: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for topic in content.get("update_paper", {}).get("topics", ()):
        says = [str(one) for one in (*topic.get("facts", ()), *topic.get("challenges", ()))]
        says += [str(topic["decision"])] if topic.get("decision") else []
        yield {
            "kind": Kind.POLICY,
            "title": topic["topic"],
            "source": "Update paper",
            "status": Status.OPEN,
            "says": "; ".join(says),
            **_ages(topic),
        }


def _ages(topic: Mapping[str, Any]) -> dict[str, Any]:
    found = entitlement_of(topic)
    if found is None:
        return {}
    ages = {"from_age": found.from_age, "to_age": found.to_age, "to_age_with_send": found.to_age_with_send}
    return {**ages, "place": str(topic["eligibility"].get("area", ""))}


def _asks(content: Mapping[str, Any]) -> list[tuple[str, str]]:
    topics = content.get("update_paper", {}).get("topics", ())
    return [(topic["topic"], str(ask)) for topic in topics for ask in topic.get("asks", ())]


def _item(authority: Authority, by: Actor, told: Mapping[str, Any]) -> bool:
    key = {"title": str(told["title"])[:300], "source": str(told["source"])[:300]}
    rest = {name: value for name, value in told.items() if name not in key}
    return Item.objects.get_or_create(authority=authority, **key, defaults={**rest, "added_by": by.name})[1]


def _ask(authority: Authority, topic: str, text: str) -> bool:
    row = {"authority": authority, "topic": topic, "text": text}
    return Ask.objects.get_or_create(**row, defaults={"of_whom": "Government"})[1]
