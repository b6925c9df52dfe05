"""What a child's age allows: starts, kinds of placement, reasons for leaving."""

from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.terms import (
    ONE_DAY,
    birthday,
    holds,
    joined,
    one_of,
    text,
    turned,
)


@rule(
    "302",
    flags={"Episodes": "DECOM", "Header": "DOB"},
    why="The child was born on {DOB}; the first episode starts on {DECOM}.",
)
def starts_before_birth(earliest_episodes: Frame, header: Frame) -> Frame:
    """The first episode starts before the child was born."""
    return joined(earliest_episodes, header).filter(holds(col("DOB") > col("DECOM")))


@rule("352", flags="Episodes: DECOM RNE", why="The child was born on {DOB}; care starts on {DECOM}.")
def care_starts_at_eighteen(episodes: Frame, header: Frame) -> Frame:
    """Care starts on or after the eighteenth birthday."""
    starts = joined(episodes.filter(one_of("RNE", ["S"])), header)
    return starts.filter(holds(birthday(col("DOB"), 18) <= col("DECOM")))


BORN = "The child was born on {DOB}; the placement starts on {DECOM}."


def younger_than(episodes: Frame, header: Frame, *, place: str, years: int) -> Frame:
    """Ended episodes in one placement that started before that birthday."""
    # Only ended episodes are tested: that is how the checks are agreed, though an open one may be wrong as well.
    ended = episodes.filter(one_of("PLACE", [place]) & ~col("DEC").is_null())
    return joined(ended, header).filter(col("DECOM") < birthday(col("DOB"), years))


@rule("371", flags="Episodes: PLACE DECOM", why=BORN, confirmed_from=2025)
def under_sixteen_in_supported_accommodation(episodes: Frame, header: Frame) -> Frame:
    """The child was under 16 when supported accommodation (K3) started."""
    return younger_than(episodes, header, place="K3", years=16)


@rule("372", flags="Episodes: PLACE DECOM", why=BORN)
def under_ten_in_custody(episodes: Frame, header: Frame) -> Frame:
    """The child was under 10 when a placement in custody (R5) started."""
    return younger_than(episodes, header, place="R5", years=10)


@rule("373", flags="Episodes: PLACE DECOM", why=BORN)
def under_four_in_residential_school(episodes: Frame, header: Frame) -> Frame:
    """The child was under 4 when a placement in a residential school (S1) started."""
    return younger_than(episodes, header, place="S1", years=4)


@rule("374", flags="Episodes: PLACE DECOM", why=BORN)
def under_fourteen_in_residential_employment(episodes: Frame, header: Frame) -> Frame:
    """The child was under 14 when a placement in residential employment (P3) started."""
    return younger_than(episodes, header, place="P3", years=14)


@rule(
    "359",
    flags="Episodes: DEC LS PLACE",
    why="The child was born on {DOB}, and the episode that starts on {DECOM} has no end.",
    suggestion="End the episode on the eighteenth birthday at the latest.",
)
def still_in_care_after_eighteen(episodes: Frame, header: Frame, year: CheckedYear) -> Frame:
    """The young person turned 18 in the year or before, but the episode is still open."""
    # Young people may stay in a children’s home by agreement beyond 18.
    in_a_home = one_of("LS", ["V2"]) & one_of("PLACE", ["K2"])
    still_open = joined(episodes.filter(text("DEC").is_null() & ~in_a_home), header)
    return still_open.filter(turned(18, by=year.end - ONE_DAY))


@rule(
    "386",
    flags="Episodes: REC DEC",
    why="The child was born on {DOB}; the episode ended on {DEC} with {REC}.",
)
def adopted_at_eighteen(episodes: Frame, header: Frame) -> Frame:
    """The child was adopted at 18 or over."""
    adopted = joined(episodes.filter(one_of("REC", ["E11", "E12"])), header)
    return adopted.filter(holds(birthday(col("DOB"), 18) <= col("DEC")))
