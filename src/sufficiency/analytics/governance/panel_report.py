"""The annual report of a corporate parenting panel, read from a file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sufficiency.analytics.governance.attendance import Count
from sufficiency.analytics.governance.declaring import GroupType
from sufficiency.analytics.governance.group_types import CORPORATE_PARENTING
from sufficiency.analytics.governance.membership import Member
from sufficiency.analytics.governance.papers import month_of, needed, starting_year
from sufficiency.analytics.governance.service import served

PLACES = {"county": "county", "co_opted_district": "co_opted"}
# The words of the work programme for the six objectives of the strategy, by a word of their titles.
OBJECTIVES = {
    "Safe": "Keeping You Safe", "Home": "Where I live", "Education": "Your Education and learning",
    "Voice": "Your wishes, views and feelings", "Leaver": "Becoming a Care Leaver",
    "Health": "Your Health and Wellbeing",
}  # fmt: skip


@dataclass(frozen=True)
class Seat:
    """A member as the report prints them, with their attendance."""

    member: Member
    count: Count
    area: str = ""


@dataclass(frozen=True)
class Theme:
    """A line of the work programme: when, about what, for which objective, by whom, and what was found."""

    on: date
    theme: str
    objective: str
    finding: str
    by: str = ""


@dataclass(frozen=True)
class Champion:
    """Someone who champions care leavers in an area or for a group."""

    name: str
    what_for: str
    is_on_panel: bool


@dataclass(frozen=True)
class PanelReport:
    """Everything of the report that is kept."""

    year: int  # in which the municipal year begins
    authority: str
    body: str
    terms: GroupType
    seats: tuple[Seat, ...]
    meetings: tuple[date, ...]
    cancelled: tuple[date, ...]
    programme: tuple[Theme, ...]
    objectives: tuple[str, ...]
    priorities: tuple[str, ...]
    next_priorities: tuple[str, ...]
    champions: tuple[Champion, ...]
    champion_themes: tuple[str, ...]
    bodies: tuple[str, ...]
    witnesses: tuple[str, ...]
    supported_by: tuple[str, ...]
    routes: tuple[str, ...]
    invited: tuple[str, ...]
    presentations: tuple[str, ...]
    implications: tuple[str, ...]
    background: tuple[str, ...]
    citations: tuple[Mapping[str, str], ...]

    def counts(self, place: str = "") -> dict[str, Count]:
        """Attendance by name, of one place or of all."""
        return {seat.member.name: seat.count for seat in self.seats if place in ("", seat.member.place)}


def is_panel_report(content: Mapping[str, Any]) -> bool:
    """Whether a file holds the report of a panel."""
    return {"membership", "meetings", "work_programme"} <= content.keys()


def read_panel_report(content: Mapping[str, Any]) -> PanelReport:
    """The report in a file; raises PapersError with what is missing and where."""
    year = starting_year(str(needed(content, "meta", "period")))
    meetings = tuple(
        month_of(name, year=year) for name in needed(content, "meetings", "months_named_in_report")
    )
    rules = needed(content, "rules")
    seats = tuple(_seats(content, meetings))
    return PanelReport(
        year=year,
        authority=needed(content, "meta", "authority"),
        body=needed(content, "meta", "body"),
        terms=CORPORATE_PARENTING.with_settings({"most_members": rules.get("max_members")}),
        seats=seats,
        meetings=meetings,
        cancelled=tuple(month_of(name, year=year) for name in _no_meetings(content)),
        programme=tuple(_theme(line, year) for line in needed(content, "work_programme")),
        objectives=tuple(needed(content, "strategy", "objectives")),
        priorities=tuple(content.get(f"priorities_{year}_{(year + 1) % 100}", ())),
        next_priorities=tuple(content.get(f"priorities_{year + 1}_{(year + 2) % 100}", ())),
        champions=tuple(_champions(content, seats)),
        champion_themes=tuple(rules.get("champion_themes", ())),
        bodies=tuple(content["membership"].get("holds_to_account", ())),
        witnesses=tuple(content["membership"].get("witnesses", ())),
        supported_by=tuple(content["membership"].get("supported_by", ())),
        routes=tuple(rules.get("reports_to", ())),
        invited=tuple(rules.get("co_option_invited", ())),
        presentations=tuple(content.get("take_over_presentations", ())),
        implications=tuple(content.get("implications", ())),
        background=tuple(content.get("background_papers", ())),
        citations=tuple(content.get("legal_refs", ())),
    )


def _seats(content: Mapping[str, Any], meetings: Sequence[date]) -> Iterator[Seat]:
    areas = {line["who"]: line.get("area", "") for line in content.get("care_leaver_champions", ())}
    for key, place in PLACES.items():
        for line in needed(content, "membership", key):
            yield Seat(
                _member(line, place, meetings),
                Count(line["attended"], line["possible"]),
                areas.get(line["who"], ""),
            )


def _member(line: Mapping[str, Any], place: str, meetings: Sequence[date]) -> Member:
    since, until = served(line.get("served", ""), meetings=meetings, printed=line["possible"])
    role = line.get("role", "")
    is_chair = role.startswith("chair")
    return Member(
        name=line["who"], place=place, served_from=since, served_to=until, is_chair=is_chair,
        is_vice=role.startswith("vice"), post=CORPORATE_PARENTING.chair.post if is_chair else "",
    )  # fmt: skip


def _no_meetings(content: Mapping[str, Any]) -> list[str]:
    # The April of the year; the May after it begins the next one.
    months = content.get("meetings", {}).get("covid", {})
    return [
        name
        for key, names in months.items()
        if key.startswith("no_meeting")
        for name in names
        if name != "May"
    ]


def _theme(line: Mapping[str, Any], year: int) -> Theme:
    objective = OBJECTIVES.get(line["objective"], "")
    return Theme(
        month_of(line["month"], year=year), line["theme"], objective, line["finding"], line.get("by", "")
    )


def _champions(content: Mapping[str, Any], seats: Sequence[Seat]) -> Iterator[Champion]:
    members = {seat.member.name for seat in seats}
    for line in content.get("care_leaver_champions", ()):
        yield Champion(line["who"], line.get("area") or line.get("role", ""), line["who"] in members)
