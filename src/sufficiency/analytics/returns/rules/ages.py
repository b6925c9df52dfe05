"""What a child's age allows: starts, kinds of placement, reasons for leaving."""

from narwhals import col

from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.terms import birthday, day_number, holds, joined, one_of


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
    return starts.filter(holds(birthday(col("DOB"), 18) <= day_number(col("DECOM"))))


@rule(
    "371",
    flags="Episodes: PLACE DECOM",
    why="The child was born on {DOB}; the placement starts on {DECOM}.",
    confirmed_from=2025,
)
def under_sixteen_in_supported_accommodation(episodes: Frame, header: Frame) -> Frame:
    """The child was under 16 when supported accommodation (K3) started."""
    ended = episodes.filter(one_of("PLACE", ["K3"]) & ~col("DEC").is_null())
    return joined(ended, header).filter(holds(day_number(col("DECOM")) < birthday(col("DOB"), 16)))


@rule(
    "386",
    flags="Episodes: REC DEC",
    why="The child was born on {DOB}; the episode ended on {DEC} with {REC}.",
)
def adopted_at_eighteen(episodes: Frame, header: Frame) -> Frame:
    """The child was adopted at 18 or over."""
    adopted = joined(episodes.filter(one_of("REC", ["E11", "E12"])), header)
    return adopted.filter(holds(birthday(col("DOB"), 18) <= day_number(col("DEC"))))
