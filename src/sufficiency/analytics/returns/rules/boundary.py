"""From one year to the next: what was open on 31 March comes back unchanged."""

from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.terms import LAST, differs, holds, one_of, suffixed, without_row

# Placement codes were replaced: an open H5 became K3, and an open Z1 one of four.
_RECODED = {2024: {"H5": ["K3"]}, 2025: {"H5": ["K3"]}, 2026: {"Z1": ["Z11", "Z12", "Z13", "Z14"]}}


def changed(continuing: Frame, column: str) -> Frame:
    """The first episodes of the year that differ in one column from last year's open one."""
    return continuing.filter(differs(col(column), col(f"{column}{LAST}")))


@rule(
    "502",
    flags="Episodes: DECOM",
    why="The first episode starts on {DECOM}; last year’s open one started on {DECOM_last}.",
)
def open_episode_does_not_come_back(earliest_episodes: Frame, episodes_last: Frame) -> Frame:
    """The child had an open episode last year that this year’s first episode does not continue."""
    left_open = suffixed(episodes_last.filter(col("DEC_text").is_null()), LAST)
    both = earliest_episodes.join(left_open, on="CHILD", how="inner")
    return both.filter(~holds(col("DECOM") == col("DECOM_last")))


@rule("503A", flags="Episodes: RNE", why="RNE was {RNE_last} last year and is {RNE} now.")
def reason_for_start_changed(continuing: Frame) -> Frame:
    """The reason the episode started differs from last year’s return."""
    return changed(continuing, "RNE")


@rule("503B", flags="Episodes: LS", why="LS was {LS_last} last year and is {LS} now.")
def legal_status_changed(continuing: Frame) -> Frame:
    """The legal status of the open episode differs from last year’s return."""
    return changed(continuing, "LS")


@rule("503C", flags="Episodes: CIN", why="CIN was {CIN_last} last year and is {CIN} now.")
def need_changed(continuing: Frame) -> Frame:
    """The category of need of the open episode differs from last year’s return."""
    return changed(continuing, "CIN")


@rule(
    "503D",
    flags="Episodes: PLACE",
    why="PLACE was {PLACE_last} last year and is {PLACE} now.",
    confirmed_from=2026,
)
def placement_changed(continuing: Frame, year: CheckedYear) -> Frame:
    """The placement of the open episode differs from last year’s return."""
    found = changed(continuing, "PLACE")
    for old, new in _RECODED.get(year.ending, {}).items():
        found = found.filter(~(one_of(f"PLACE{LAST}", [old]) & one_of("PLACE", new)))
    return found


@rule(
    "503E",
    flags="Episodes: PLACE_PROVIDER",
    why="PLACE_PROVIDER was {PLACE_PROVIDER_last} last year and is {PLACE_PROVIDER} now.",
)
def provider_changed(continuing: Frame) -> Frame:
    """The provider of the open episode differs from last year’s return."""
    return changed(continuing, "PLACE_PROVIDER")


@rule("503F", flags="Episodes: URN", why="URN was {URN_last} last year and is {URN} now.")
def ofsted_number_changed(continuing: Frame) -> Frame:
    """Ofsted’s number of the open episode differs from last year’s return."""
    return changed(continuing, "URN")


@rule("562", flags="Episodes: DECOM")
def earlier_start_is_unknown_last_year(
    earliest_episodes: Frame, latest_episodes_last: Frame, year: CheckedYear
) -> Frame:
    """The first episode started before this year, but last year’s return does not have it."""
    known = latest_episodes_last.select("CHILD", "DECOM")
    return earliest_episodes.filter(col("DECOM") < year.start).join(known, on=["CHILD", "DECOM"], how="anti")


@rule("NoE", flags="Episodes: DECOM")
def child_had_no_episode_last_year(episodes: Frame, episodes_last: Frame, year: CheckedYear) -> Frame:
    """The episode started before this year, but last year’s return has no episode of the child."""
    return without_row(episodes.filter(col("DECOM") < year.start), episodes_last)
