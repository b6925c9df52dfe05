"""From coming into care to an adoptive home: the dates that adoption timeliness is measured by."""

import narwhals as nw
from narwhals import Expr, col

from sufficiency.analytics.measures.care import (
    children_in_care,
    falls_in,
    first_of_child,
    last_of_child,
    with_start_seen,
)
from sufficiency.analytics.measures.dates import days_between
from sufficiency.analytics.measures.inputs import Frame, Inputs
from sufficiency.analytics.measures.placement_codes import ADOPTED, ADOPTION, WITH_CURRENT_CARER

COURT_AUTHORITY = ("E1", "D1")  # placement order, or the freeing order it replaced
SCORECARD_YEARS = 3
FOURTEEN_MONTHS_DAYS = 426


def adopted_children(inputs: Inputs) -> Frame:
    """Children adopted in three years: care_started, placed_on and with_carer_since of their last care.

    placed_on is the start of the first episode placed for adoption. with_carer_since is the day on which a
    child adopted by its foster carer moved in with that carer; for others it is placed_on.
    """
    first, last = inputs.years_back(SCORECARD_YEARS)[0], inputs.year
    periods = inputs.joined.periods.filter(
        col("reason_ended").is_in(ADOPTED) & falls_in("ended", first.start, last.end)
    )
    adopted = with_start_seen(last_of_child(periods, "ended", "period"), inputs.joined)
    described = adopted.rename({"started": "care_started", "ended": "adopted_on"})
    return described.join(_placed(inputs), on="period", how="left")


def _placed(inputs: Inputs) -> Frame:
    """For each period of care, its first episode placed for adoption and how long that carer is known."""
    episodes = inputs.joined.episodes.filter(col("place").is_in(ADOPTION))
    first = _first_of_period(episodes).select("period", "placement", "place", placed_on=col("started"))
    here = inputs.joined.placements.select("placement", here_since=col("started"))
    lasted = inputs.joined.placements.filter(col("started") < col("ended"))
    ended = lasted.group_by("period", "ended").agg(before_since=col("started").max())
    before = ended.rename({"ended": "placed_on"})
    both = first.join(here, on="placement", how="left").join(before, on=["period", "placed_on"], how="left")
    return both.with_columns(with_carer_since=_with_carer_since()).select(
        "period", "placed_on", "with_carer_since"
    )


def _first_of_period(episodes: Frame) -> Frame:
    from_first = col("period").cum_count().over("period", order_by=["started", "placement"])
    return episodes.with_columns(from_first=from_first).filter(col("from_first") == 1)


def _with_carer_since() -> Expr:
    """A carer who adopts is the one of the placement before, unless that placement just went on."""
    same_carer = nw.coalesce("before_since", "placed_on")
    since = nw.when(col("here_since") < col("placed_on")).then(col("here_since")).otherwise(same_carer)
    return nw.when(col("place").is_in(WITH_CURRENT_CARER)).then(since).otherwise(col("placed_on"))


def adopted_by_waiting(inputs: Inputs) -> Frame:
    """Adopted children with `days` from coming into care to moving in with their adopters.

    Children who were placed for adoption as soon as they came into care did not wait and are left out.
    """
    waited = adopted_children(inputs).filter(col("placed_on") > col("care_started"))
    return waited.with_columns(days=days_between(col("care_started"), col("placed_on")))


def adopted_by_waiting_for_carer(inputs: Inputs) -> Frame:
    """The same, with the clock of foster carers' adoptions stopped when the child moved in with the carer."""
    waited = adopted_children(inputs).filter(~col("placed_on").is_null())
    return waited.with_columns(days=days_between(col("care_started"), col("with_carer_since")))


def adopted_by_matching(inputs: Inputs) -> Frame:
    """Adopted children with a court's authority: `days` from it to the match, none where matched before."""
    orders = inputs.joined.episodes.filter(col("legal_status").is_in(COURT_AUTHORITY))
    order = _first_of_period(orders).select(
        "period", order_on=col("started"), order_reason=col("reason_started")
    )
    matches = inputs.tables("AD1", inputs.years_back(SCORECARD_YEARS)).select(
        "child", matched_on=col("DATE_MATCH")
    )
    matched = last_of_child(matches.filter(~col("matched_on").is_null()), "matched_on")
    placed = adopted_children(inputs).filter(~col("placed_on").is_null())
    both = placed.join(order, on="period", how="inner").join(matched, on="child", how="inner")
    days = days_between(col("order_on"), col("matched_on"))
    return both.with_columns(
        days=nw.when(days < 0).then(nw.lit(0)).otherwise(days),
        # An order already in force in the first episode read was made earlier than that.
        start_seen=col("start_seen") | (col("order_on") > col("care_started")),
    )


def in_the_adoption_process(inputs: Inputs) -> Frame:
    """Children adopted in three years or still in the process, with the `days` they waited or have waited."""
    placed = _placed(inputs).select("period", "placed_on")
    waiting = _still_waiting(inputs).join(placed, on="period", how="left")
    # Adopted without ever being placed for adoption: the wait ended with the order.
    adopted = adopted_children(inputs).with_columns(until=nw.coalesce("placed_on", "adopted_on"))
    so_far = waiting.with_columns(until=nw.coalesce(col("placed_on"), nw.lit(inputs.year.end)))
    columns = ["child", "care_started", "start_seen", "until"]
    both = nw.concat([adopted.select(columns), so_far.select(columns)])
    return both.with_columns(days=days_between(col("care_started"), col("until")))


def _still_waiting(inputs: Inputs) -> Frame:
    """Children in care with a decision for adoption that stands on 31 March."""
    day = inputs.year.end
    years = [year for year in inputs.history.years if year <= inputs.year]
    seen = [year for year in years if inputs.history.in_year(year).table("PlacedAdoption") is not None]
    decisions = inputs.tables("PlacedAdoption", seen).filter(col("DATE_PLACED") <= day)
    stands = col("DATE_PLACED_CEASED").is_null() | (col("DATE_PLACED_CEASED") > day)
    ended = decisions.filter(~stands).select("child", "DATE_PLACED").unique()
    standing = decisions.filter(stands).join(ended, on=["child", "DATE_PLACED"], how="anti")
    waiting = first_of_child(standing, "DATE_PLACED").select("child", decided_on=col("DATE_PLACED"))
    children = children_in_care(inputs).drop("period").join(_periods_on(inputs), on="child", how="left")
    return children.join(waiting, on="child", how="inner").filter(col("decided_on") >= col("care_started"))


def _periods_on(inputs: Inputs) -> Frame:
    day = inputs.year.end
    there = (col("started") <= day) & (col("ended").is_null() | (col("ended") > day))
    return last_of_child(inputs.joined.periods.filter(there), "started", "period").select("child", "period")
