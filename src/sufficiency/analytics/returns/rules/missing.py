"""Times missing or away without authorisation: codes, dates, overlaps, and whether the child was in care."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.derived import numbered
from sufficiency.analytics.returns.rules.spells import (
    UNTIL,
    after_an_unfinished_one,
    by_end,
    outside_every_period,
    without_lines,
)
from sufficiency.analytics.returns.rules.terms import (
    LAST,
    birthday,
    blank,
    fails,
    filled,
    holds,
    joined,
    no_date,
    one_of,
    same,
    suffixed,
    text,
    unreadable,
    with_row,
    within,
    wrong_code,
)

LINE = "missing_line"


@rule("1004", flags="Missing: MIS_START")
def start_is_no_date() -> nw.Expr:
    """The date the time missing or away began is missing or not a real date."""
    return no_date("MIS_START")


@rule("1005", flags="Missing: MIS_END")
def end_is_no_date() -> nw.Expr:
    """The date the time missing or away ended is not a real date."""
    return unreadable("MIS_END")


@rule("1006", flags="Missing: MISSING")
def missing_is_not_a_known_code(year: CheckedYear) -> nw.Expr:
    """Whether the child was missing or away is not one of the allowed codes."""
    return wrong_code("MISSING", year.codes("MISSING"))


@rule("564", flags="Missing: MISSING MIS_START")
def start_is_missing(year: CheckedYear) -> nw.Expr:
    """The child was missing or away, but the date it began is missing."""
    return one_of("MISSING", year.codes("MISSING")) & text("MIS_START").is_null()


@rule("565", flags="Missing: MISSING MIS_START", suggestion="Give M (missing) or A (away) in MISSING.")
def start_without_code() -> nw.Expr:
    """There is a date it began, but not whether the child was missing or away."""
    return ~text("MIS_START").is_null() & blank("MISSING")


@rule("566", flags="Missing: MISSING MIS_END", suggestion="Give M (missing) or A (away) in MISSING.")
def end_without_code() -> nw.Expr:
    """There is a date it ended, but not whether the child was missing or away."""
    return ~text("MIS_END").is_null() & blank("MISSING")


@rule("567", flags="Missing: MIS_START MIS_END")
def ends_before_it_began() -> nw.Expr:
    """The time missing or away ends before it began."""
    return holds(col("MIS_START") > col("MIS_END"))


@rule("570", flags="Missing: MIS_START")
def starts_after_the_year(year: CheckedYear) -> nw.Expr:
    """The time missing or away began after the end of the collection year."""
    return holds(col("MIS_START") > nw.lit(year.end))


@rule("571", flags="Missing: MIS_END")
def ends_outside_the_year(year: CheckedYear) -> nw.Expr:
    """The time missing or away ended outside the collection year."""
    return filled("MIS_END") & ~within("MIS_END", year.start, year.end)


@rule("586", flags="Missing: DOB MIS_START")
def starts_before_birth() -> nw.Expr:
    """The time missing or away began on or before the day the child was born."""
    return holds(col("MIS_START") <= col("DOB"))


@rule(
    "574",
    flags="Missing: CHILD MIS_START MIS_END",
    why="This one began on {MIS_START}; the one before it, of {MIS_START_before}, ended on {MIS_END_before}.",
)
def begins_before_the_one_before_ended(missing: Frame) -> Frame:
    """The time missing or away began before the child’s earlier one ended."""
    ended = by_end(missing, start="MIS_START", end="MIS_END")
    return after_an_unfinished_one(ended, UNTIL, "MIS_START", start="MIS_START", end="MIS_END", line=LINE)


@rule(
    "575",
    flags="Missing: MIS_START MIS_END",
    why="It began on {MIS_START} in the episode from {DECOM} to {DEC}; it must have ended by then.",
)
def still_missing_after_the_episode_ended(missing: Frame, episodes: Frame) -> Frame:
    """The time missing or away has no end, though the episode it began in has ended."""
    unended = joined(missing.filter(text("MIS_END").is_null()), episodes)
    return unended.filter(holds((col("MIS_START") >= col("DECOM")) & (col("MIS_START") <= col("DEC"))))


@rule(
    "576",
    flags="Missing: CHILD MIS_START",
    why="Last year’s return leaves open a time that began on {MIS_START_last}; the first this year is {MIS_START}.",
)
def open_time_does_not_come_back(missing: Frame, missing_last: Frame) -> Frame:
    """The child was still missing or away at the end of last year, which this year’s first record does not continue."""
    first = numbered(missing, "MIS_START", line=LINE).filter(col("place_in_order") == 1)
    left_open = missing_last.filter(text("MIS_END").is_null() & filled("MIS_START"))
    both = joined(first, suffixed(left_open, LAST))
    return both.filter(fails(col("MIS_START") == col("MIS_START_last")))


@rule("577", flags="Missing: MIS_START MIS_END")
def ends_outside_care(missing: Frame, periods_of_care: Frame) -> Frame:
    """The time missing or away did not end within a period in which the child was looked after."""
    return outside_every_period(missing, periods_of_care, start="MIS_START", end="MIS_END", line=LINE)


@rule("578", flags="Missing: MIS_START")
def starts_outside_care(missing: Frame, periods_of_care: Frame) -> Frame:
    """The time missing or away did not begin within a period in which the child was looked after."""
    began = col("MIS_START")
    outside = holds(began < col("period_start")) | holds(began > col("period_end"))
    cared_for = with_row(missing, periods_of_care)
    return without_lines(cared_for, joined(missing, periods_of_care).filter(~outside), LINE)


@rule(
    "580",
    flags="Episodes: DEC REC",
    why="The child turned 18 on {MIS_END}, when both the time missing and the episode ended, with REC {REC}.",
    suggestion="Use E8 for a child who was missing when they turned 18.",
)
def missing_until_eighteen_with_another_reason(episodes: Frame, missing: Frame) -> Frame:
    """The child was missing until they turned 18 and left care that day, which needs reason E8."""
    both = joined(episodes.filter(~one_of("REC", ["E8"])), missing)
    turned = holds(col("MIS_END") == birthday(col("DOB"), 18))
    return both.filter(same(col("DEC"), col("MIS_END")) & turned)


@rule("581", flags="Missing: MIS_START")
def starts_outside_every_episode(missing: Frame, episodes: Frame) -> Frame:
    """The time missing or away did not begin during an episode of the child."""
    began = col("MIS_START")
    during = holds(col("DECOM") <= began) & (col("DEC").is_null() | holds(col("DEC") >= began))
    fitting = joined(missing, episodes).filter(during & filled("MIS_START"))
    return without_lines(with_row(missing, episodes), fitting, LINE)
