"""Social workers: who, from when to when, why they changed, and that there always is one."""

from datetime import date, timedelta

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.derived import PLACE_IN_ORDER, beside, numbered
from sufficiency.analytics.returns.rules.loose_dates import with_lenient_number, with_zz_number
from sufficiency.analytics.returns.rules.terms import (
    BEFORE,
    SHORT_BREAKS,
    any_blank,
    blank,
    closing_rows,
    day_or,
    fails,
    filled,
    holds,
    joined,
    later,
    latest,
    no_date,
    number_of,
    one_of,
    same,
    with_row,
    within,
    wrong_code,
)

LINE = "sw_episodes_line"
RECORDED_FROM = date(2023, 4, 1)  # number and reason were not asked for workers allocated earlier
PREFIXES = ("SW", "XX")
FIRST_CONTACT = ("FCONTA",)
NEXT_WITHIN_DAYS = 7
CLOSING_DAYS = timedelta(days=5)
# The year before, in whole days: the rules say 365.2425 days before 1 April.
YEAR_BEFORE = timedelta(days=365)


@rule("SW01aSTG1", flags="SWEpisodes: SW_ID SW_DECOM", from_year=2025)
def worker_before_2023_without_number() -> nw.Expr:
    """The start of the social worker’s time is missing or no date, or the worker’s number is missing."""
    earlier = holds(col("SW_DECOM") < nw.lit(RECORDED_FROM))
    return no_date("SW_DECOM") | (earlier & blank("SW_ID"))


@rule("SW01bSTG1", flags="SWEpisodes: SW_ID SW_DECOM SW_REASON", from_year=2025)
def worker_without_number_or_reason() -> nw.Expr:
    """The start of the social worker’s time is missing or no date, or the worker’s number or the reason is missing."""
    recorded = holds(col("SW_DECOM") >= nw.lit(RECORDED_FROM))
    return no_date("SW_DECOM") | (recorded & any_blank("SW_ID", "SW_REASON"))


@rule("SW02STG1", flags="SWEpisodes: SW_ID")
def worker_number_is_malformed() -> nw.Expr:
    """The social worker’s number does not begin with SW (or XX where there is none)."""
    return fails(col("SW_ID").str.slice(0, 2).is_in(PREFIXES))


@rule("SW04STG1", flags="SWEpisodes: SW_DECOM")
def worker_start_is_no_date(sw_episodes: Frame) -> Frame:
    """The start of the social worker’s time is not a real date."""
    return with_zz_number(sw_episodes, "SW_DECOM", to="day").filter(filled("SW_DECOM_text") & blank("day"))


@rule("SW05STG1", flags="SWEpisodes: SW_DEC")
def worker_end_is_no_date(sw_episodes: Frame) -> Frame:
    """The end of the social worker’s time is not a real date."""
    return with_zz_number(sw_episodes, "SW_DEC", to="day").filter(filled("SW_DEC_text") & blank("day"))


@rule("SW06STG2", flags="SWEpisodes: SW_DECOM")
def worker_starts_after_the_year(year: CheckedYear) -> nw.Expr:
    """The social worker’s time starts after the end of the collection year."""
    return col("SW_DECOM") > nw.lit(year.end)


@rule("SW07STG2", flags="SWEpisodes: SW_DEC", confirmed_from=2025)
def worker_ends_outside_the_years(year: CheckedYear) -> nw.Expr:
    """The social worker’s time ended more than a year before the collection year, or ends after it."""
    return ~no_date("SW_DEC") & ~within("SW_DEC", year.start - YEAR_BEFORE, year.end)


@rule(
    "SW08STG2",
    flags="SWEpisodes: SW_DEC",
    why="The worker who starts on {SW_DECOM} has SW_DEC {SW_DEC}, but the child has another one.",
)
def earlier_worker_is_left_open(sw_episodes: Frame) -> Frame:
    """A social worker’s time that is not the child’s last has no end."""
    dated = sw_episodes.filter(~col("SW_DECOM").is_null() & col("SW_DEC").is_null())
    return dated.join(closing_rows(sw_episodes, "SW_DECOM", LINE), on=LINE, how="anti")


@rule("SW09STG2", flags="SWEpisodes: SW_DECOM SW_DEC")
def worker_for_no_night() -> nw.Expr:
    """The social worker’s time starts and ends on the same day."""
    return same(col("SW_DEC_text"), col("SW_DECOM_text"))


@rule(
    "SW10STG2",
    flags="SWEpisodes: SW_DECOM SW_DEC SW_REASON",
    why="This worker starts on {SW_DECOM}; the one before ended on {SW_DEC_before}.",
    confirmed_from=2025,
)
def workers_leave_a_gap_or_overlap(sw_episodes: Frame) -> Frame:
    """The social worker’s time does not start within a week of the end of the one before."""
    pairs = beside(numbered(sw_episodes, "SW_DECOM", "SW_DEC", line=LINE), suffix=BEFORE, step=-1)
    # A first contact may come at any time; a missing reason does not show that it is one.
    following = pairs.filter(filled(f"{PLACE_IN_ORDER}{BEFORE}") & ~one_of("SW_REASON", FIRST_CONTACT))
    start, end_before = col("SW_DECOM"), col(f"SW_DEC{BEFORE}")
    late, early = (later(day, days=NEXT_WITHIN_DAYS) for day in (end_before, start))
    return following.filter(fails((start <= late) & (end_before <= early)))


@rule(
    "SW11bSTG2",
    flags="SWEpisodes: SW_DECOM SW_DEC",
    suggestion="Leave the end blank where the worker goes on after 31 March.",
)
def worker_is_closed_at_the_end_of_the_year(sw_episodes: Frame, year: CheckedYear) -> Frame:
    """The social worker’s time ends in the last days of the year, as if closed for the return."""
    closed = within("SW_DEC", year.end - CLOSING_DAYS, year.end)
    # Who has no closed row cannot be at fault, and they are nearly everybody.
    theirs = with_row(sw_episodes, sw_episodes.filter(closed))
    return nw.concat([_alone_or_undated(theirs, closed, year), _following(theirs, closed)])


def _alone_or_undated(sw_episodes: Frame, closed: nw.Expr, year: CheckedYear) -> Frame:
    """A child's only row where it is closed; an undated row where the row before it is closed."""
    pairs = beside(numbered(sw_episodes, "SW_DECOM", line=LINE), suffix=BEFORE, step=-1)
    alone = (col(LINE).count().over("CHILD") == 1) & closed
    closed_before = within(f"SW_DEC{BEFORE}", year.end - CLOSING_DAYS, year.end)
    undated = no_date("SW_DECOM") & closed_before
    return pairs.with_columns(_fault=alone | undated).filter(col("_fault")).select("CHILD", LINE)


def _following(sw_episodes: Frame, closed: nw.Expr) -> Frame:
    """A dated row that is closed after the start of the row before it; of equal starts the last in file is first."""
    dated = sw_episodes.filter(~col("SW_DECOM").is_null()).with_columns(_upwards=0 - col(LINE))
    pairs = beside(numbered(dated, "SW_DECOM", line="_upwards"), suffix=BEFORE, step=-1)
    return pairs.filter(closed & (col(f"SW_DECOM{BEFORE}") < col("SW_DEC"))).select("CHILD", LINE)


@rule(
    "SW12STG2",
    flags="Episodes: DECOM DEC RNE REC",
    why="No social worker’s time overlaps the episode with DECOM {DECOM} and DEC {DEC}.",
    confirmed_from=2025,
)
def start_or_end_of_care_without_worker(episodes: Frame, sw_episodes: Frame, year: CheckedYear) -> Frame:
    """Care starts or ends with this episode, but the child has no social worker then."""
    # What the return asks for is a worker at each start and end of care; see deviations.py.
    recent = no_date("DEC") | within("DEC", year.start - YEAR_BEFORE, year.end)
    starts_or_ends = one_of("RNE", ["S"]) | (filled("REC") & ~one_of("REC", ["X1"]))
    told = episodes.filter(recent & ~one_of("LS", SHORT_BREAKS) & starts_or_ends)
    begun_by_then = col("SW_DECOM") <= day_or("DEC", year.end)
    overlaps = begun_by_then & (no_date("SW_DEC") | (col("SW_DEC") >= col("DECOM")))
    worked = joined(told, sw_episodes).filter(overlaps).select("episodes_line").unique("episodes_line")
    return told.join(worked, on="episodes_line", how="anti")


@rule("SW13STG1", flags="SWEpisodes: SW_REASON SW_DECOM", confirmed_from=2025)
def reason_for_new_worker_is_unknown(sw_episodes: Frame, year: CheckedYear) -> Frame:
    """The reason for the change of social worker is not one of the allowed codes, or missing."""
    missing = blank("SW_REASON") & (col("started") >= number_of(RECORDED_FROM))
    told = with_lenient_number(sw_episodes, "SW_DECOM", to="started")
    return told.filter(wrong_code("SW_REASON", year.codes("SW_REASON")) | missing)


@rule(
    "SW17STG2",
    flags="SWEpisodes: SW_DECOM SW_DEC",
    suggestion="Leave the end blank while the worker goes on.",
    from_year=2026,
)
def last_worker_has_an_end(sw_episodes: Frame) -> Frame:
    """The child’s last social worker’s time has an end, so the child seems to have no social worker."""
    # Children who have left are named too: the check does not ask whether they are still looked after.
    told = with_lenient_number(sw_episodes, "SW_DECOM", to="started")
    newest = latest(told, "started", LINE)
    undated = told.join(newest.select("CHILD"), on="CHILD", how="anti")
    first = undated.group_by("CHILD").agg(col(LINE).min()).select(LINE)
    ends = filled("SW_DEC_text")
    return sw_episodes.filter(ends).join(nw.concat([newest.select(LINE), first]), on=LINE, how="inner")
