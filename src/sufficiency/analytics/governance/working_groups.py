"""Terms of reference of working groups and task groups, read from a file."""

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sufficiency.analytics.governance.declaring import GroupType
from sufficiency.analytics.governance.group_types import CROSS_PARTY, TASK
from sufficiency.analytics.governance.meetings import schedule
from sufficiency.analytics.governance.membership import Member
from sufficiency.analytics.governance.papers import month_number, needed


@dataclass(frozen=True)
class WorkingGroup:
    """A group as its paper sets it up."""

    name: str
    parent: str
    purpose: str
    terms: GroupType
    members: tuple[Member, ...]
    meetings: tuple[date, ...] = ()
    scope: Mapping[str, Sequence[str]] | None = None
    support: str = ""
    reports: tuple[tuple[str, date], ...] = ()


def is_working_groups(content: Mapping[str, Any]) -> bool:
    """Whether a file holds terms of reference of such groups."""
    # A strategy names its task group in a line: that is no terms of reference.
    return "action_plan" not in content and ("working_group" in content or "task_group" in content)


def read_working_groups(content: Mapping[str, Any]) -> list[WorkingGroup]:
    """The groups in a file; raises PapersError with what is missing and where."""
    read = {"working_group": _working_group, "task_group": _task_group}
    return [reader(content) for key, reader in read.items() if key in content]


def _working_group(content: Mapping[str, Any]) -> WorkingGroup:
    given = needed(content, "working_group")
    meetings = needed(content, "working_group", "meetings")
    support = given.get("support", {})
    terms = CROSS_PARTY.with_settings(
        {
            "longest_minutes": meetings.get("max_minutes"),
            "ends_on": needed(content, "working_group", "end", "date"),
        }
    )
    return WorkingGroup(
        name=needed(content, "working_group", "name"),
        parent=given.get("parent_board", ""),
        purpose="; ".join(given.get("purposes", ())),
        terms=terms,
        members=tuple(
            Member(name=f"{party} member (not named)", place="councillor", political_group=party)
            for party in _parties(given["members"])
        ),
        scope={key: list(given["scope"].get(key, ())) for key in ("in", "out", "impact_only")},
        support=", ".join(part for part in (support.get("role"), support.get("team")) if part),
    )


def _task_group(content: Mapping[str, Any]) -> WorkingGroup:
    given = needed(content, "task_group")
    meetings = needed(content, "task_group", "meetings")
    until = _last_day(meetings["until"])
    return WorkingGroup(
        name=needed(content, "task_group", "name"),
        parent=given.get("parent_board", ""),
        purpose=given.get("purpose", ""),
        terms=TASK.with_settings({"ends_on": until}),
        members=tuple(_councillor(line) for line in given["members"])
        + tuple(_officer(line) for line in given["officers"]),
        meetings=tuple(schedule(meetings["first"], count=meetings["count"], until=until)),
        reports=(("Final report", until),),
    )


def _last_day(month: str) -> date:
    # “until September 2017” is to its last day.
    name, year = month.split()
    number = month_number(name)
    return date(int(year), number, calendar.monthrange(int(year), number)[1])


def _councillor(line: Mapping[str, str]) -> Member:
    return Member(
        name=line["who"], place="lead", body=line["council"], political_group=line["group"],
        is_chair=line.get("role", "").startswith("Chair"),
    )  # fmt: skip


def _officer(line: Mapping[str, str]) -> Member:
    return Member(name=line["who"], place="officer", body=line["org"])


def _parties(members: Mapping[str, Any]) -> Sequence[str]:
    """The political groups, stated or inferred; an inference may say in its name where it comes from."""
    found = (value for key, value in members.items() if key.startswith("groups_inferred"))
    return members.get("groups") or next(found, ())
