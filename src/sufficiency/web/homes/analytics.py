"""Stored homes as the plain values of analytics; the only file of the app that calls its rules."""

from datetime import date
from typing import Any

import polars as pl
from django.utils import timezone

from sufficiency.analytics.homes.kinds import HomeKind
from sufficiency.analytics.homes.placing import Asked, Objection, Offered, objections
from sufficiency.analytics.reference.kinds import kind_of
from sufficiency.analytics.reference.postcodes import find_postcodes
from sufficiency.web.access.models import Authority
from sufficiency.web.children.ages import age_on
from sufficiency.web.children.models import Child
from sufficiency.web.homes import queries, triggers
from sufficiency.web.homes.models import Home, Placement

# What the database says where it refuses: the name of a constraint, and what that means to people.
_REFUSALS = {
    "a_child_lives_in_one_home": "The child lives in another home already. End that placement first.",
    triggers.OVERLAPPING_PLACEMENTS: "On some of these days the child lived in another home.",
    triggers.OVERLAPPING_APPROVALS: "On some of these days another approval holds. End that one first.",
    triggers.TOO_FEW_PLACES: "More children live there, or have a place held, than that. Move them first.",
    triggers.BEYOND_APPROVAL: "That is more than the approved places.",
    "a_place_is_taken_once": "Someone else has just taken that place.",
    "homes_takenplace.number": "Someone else has just taken that place.",
    "one_hold_a_home_for_each": "A place is held here for them already.",
    "homes_hold.for_whom": "A place is held here for them already.",
    "homes_placement.child_id": "The child lives in another home already. End that placement first.",
    "a_short_break_has_an_end": "A short break needs a day by which it ends.",
    "a_stop_stops_something": "A stop of no places stops nothing. Leave the number empty for the whole home.",
    "ends_after_it": "The end cannot come before the start.",
    "a_home_closes_after_it_opens": "A home cannot close before it opens.",
    "a_reference_names_one_home": "Another home has this reference.",
    "homes_home.reference": "Another home has this reference.",
    "a_provider_is_listed_once": "A provider of this name is listed already.",
    "an_approval_has_an_age_range": "The ages run from the younger to the older.",
    "one_sex_only_where_it_is_lawful": "Say why taking one sex only is lawful here.",
    "an_exemption_says_who_gave_it": "Say who gave the exemption, when and why.",
    "special_places_are_among_the_approved": "More places are kept for siblings and emergencies than there are.",
    "inspected_once_a_day": "An inspection of that day is there already.",
    "homes_inspection.inspected_on": "An inspection of that day is there already.",
}
ALWAYS = "The database refused this, because it contradicts something that is there. Nothing was changed."


def in_words(refusal: str) -> str:
    """What the database refused, for people."""
    return next((words for name, words in _REFUSALS.items() if name in refusal), ALWAYS)


def age_of(child: Child, day: date) -> int | None:
    """Whole years on a day; None where the birthday is not known."""
    return age_on(day, born=child.born) if child.born else None


def against(home: Home, asked: Asked, *, on: date) -> list[Objection]:
    """What speaks against such a child living in a home from a day on."""
    approval = queries.approval_of(home, on)
    offered = Offered(
        kind=HomeKind(home.kind),
        approval=approval.in_plain() if approval else None,
        places=queries.places_at(home, at=timezone.now()),
        sex=approval.sex if approval else "",
        is_closed=home.is_closed,
        is_stopped=queries.is_stopped(home, on),
        is_of_concern=queries.is_of_concern(home),
    )
    return objections(offered, asked)


def located(postcode: str, authority: Authority) -> dict[str, Any]:
    """Where a postcode is (fields of Home); nothing where it is not known."""
    found = find_postcodes(pl.Series([postcode], dtype=pl.String)).to_dicts()
    if not found:
        return {"easting": None, "northing": None, "area": "", "is_inside": None}
    at = found[0]
    return {
        "easting": round(at["easting"]) if at["easting"] else None,
        "northing": round(at["northing"]) if at["northing"] else None,
        "area": at["authority"] or "",
        "is_inside": at["authority"] == authority.code if at["authority"] else None,
    }


def placements_frame(authority: Authority) -> pl.DataFrame:
    """The desk's placements in the columns of `History.placements`, so that one definition serves both.

    placement, period (null: the return tells it), child, kind, place, provider, urn, placement_postcode, started,
    ended, reason_started, reason_ended, reason_changed. Short breaks are left out, as there; so is what was cancelled.
    """
    rows = (
        Placement.objects.of(authority)
        .filter(is_short_break=False)
        .exclude(state="cancelled")
        .order_by("child__reference", "started_on", "pk")
        .values_list(
            "pk", "child__reference", "place_code", "provider_code", "home__ofsted_number",
            "home__provider__ofsted_number", "home__postcode", "started_on", "ended_on", "why_ended",
        )
    )  # fmt: skip
    return pl.DataFrame([_plain(*row) for row in rows], schema=_PLACEMENTS)


_PLACEMENTS = {
    "placement": pl.Int64, "period": pl.Int64, "child": pl.String, "kind": pl.String, "place": pl.String,
    "provider": pl.String, "urn": pl.String, "placement_postcode": pl.String, "started": pl.Date, "ended": pl.Date,
    "reason_started": pl.String, "reason_ended": pl.String, "reason_changed": pl.String,
}  # fmt: skip


def _plain(
    pk: int, child: str, place: str, provider: str, own_urn: str, agency_urn: str, postcode: str,
    started: date, ended: date | None, why: str,
) -> dict[str, Any]:  # fmt: skip
    return {
        "placement": pk, "child": child, "place": place, "provider": provider,
        "kind": kind_of(place, provider).value, "urn": own_urn or agency_urn or None,
        "placement_postcode": postcode or None, "started": started, "ended": ended,
        "reason_changed": why or None,
    }  # fmt: skip
