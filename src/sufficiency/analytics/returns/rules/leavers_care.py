"""Care leavers and the care they left: were they looked after, long enough, and have they left?"""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.leavers import ANSWERS
from sufficiency.analytics.returns.rules.terms import (
    SHORT_BREAKS,
    any_filled,
    any_of,
    birthday,
    day_count,
    holds,
    joined,
    one_of,
    text,
    turned,
    turns,
    turns_after,
    under_age,
    with_row,
    without_row,
)

LINE = "episodes_line"
THIRTEEN_WEEKS = 91  # days
AFTER = ("after_14", "after_16")  # days of care since these birthdays
FLAGGED = f"OC3: {' '.join(ANSWERS)}"


@rule("1000", flags="OC3: CHILD")
def died_in_care(oc3: Frame, episodes: Frame, episodes_last: Frame | None = None) -> Frame:
    """The young person died in care (E2), so they are no care leaver."""
    years = [frame for frame in (episodes, episodes_last) if frame is not None]
    died = nw.concat([frame.filter(one_of("REC", ["E2"])).select("CHILD") for frame in years])
    return with_row(oc3, died)


def episodes_of_two_years(episodes: Frame, episodes_last: Frame, year: CheckedYear) -> Frame:
    """One row for each start of an episode in either year, the one that ends first; a child's latest ends this year.

    A row that two years share is this year's, so that its end is known where it has one.
    """
    columns = ["CHILD", "DECOM", "DEC", "LS", "REC", LINE]
    both = nw.concat(
        [episodes.select(columns, _years_ago=nw.lit(0)), episodes_last.select(columns, _years_ago=nw.lit(1))]
    )
    unended = nw.when(col("DEC").is_null()).then(nw.lit(1)).otherwise(nw.lit(0))
    place = col(LINE).cum_count().over("CHILD", "DECOM", order_by=["_unended", "DEC", "_years_ago", LINE])
    kept = both.with_columns(_unended=unended).with_columns(_place=place).filter(col("_place") == 1)
    newest = kept.with_columns(latest=holds(col("DECOM") == col("DECOM").max().over("CHILD")))
    until = nw.when(col("DEC").is_null() & col("latest")).then(nw.lit(year.end)).otherwise(col("DEC"))
    return newest.with_columns(until=until).select("CHILD", "DECOM", "LS", "REC", "latest", "until")


def with_days_in_care(frame: Frame) -> Frame:
    """Episodes with their days after the 14th and the 16th birthday; none of a short break or of one without an end."""
    born = frame.with_columns(after_14=birthday(col("DOB"), 14), after_16=birthday(col("DOB"), 16))
    from_then = born.with_columns(nw.max_horizontal("DECOM", name).alias(name) for name in AFTER)
    counted = from_then.with_columns(day_count(col(name)).alias(name) for name in ("until", *AFTER))
    main = ~one_of("LS", SHORT_BREAKS)
    days = {name: col("until") - col(name) for name in AFTER}
    return counted.with_columns(
        nw.when(main & holds(number > 0)).then(number).otherwise(nw.lit(0)).alias(name)
        for name, number in days.items()
    )


@rule(
    "1001",
    flags="OC3: CHILD",
    why="The two years’ episodes show {after_14} days of care after the 14th birthday, {after_16} after the 16th.",
    suggestion="Nothing needs changing where earlier returns show the rest of the time in care.",
)
def leaver_not_long_enough_in_care(
    oc3: Frame, episodes: Frame, episodes_last: Frame, header: Frame, year: CheckedYear
) -> Frame:
    """The episodes do not show thirteen weeks of care from 14 with some from 16, or end in adoption."""
    known = header.filter(turns_after(20, year.end))
    theirs = episodes_of_two_years(with_row(episodes, oc3), with_row(episodes_last, oc3), year)
    both = joined(theirs, known)
    adopted = nw.when(col("latest") & one_of("REC", ["E11", "E12"])).then(nw.lit(1)).otherwise(nw.lit(0))
    sums = (
        with_days_in_care(both.with_columns(adopted=adopted))
        .group_by("CHILD", "header_line")
        .agg(col("after_14").sum(), col("after_16").sum(), col("adopted").max())
    )
    short = (col("after_14") < THIRTEEN_WEEKS) | (col("after_16") < 1)
    return joined(oc3, sums.filter(short | (col("adopted") == 1)))


@rule("1002", flags="OC3: CHILD")
def leaver_without_episodes(oc3: Frame, episodes: Frame, episodes_last: Frame) -> Frame:
    """The care leaver has no episode, neither this year nor last."""
    return without_row(without_row(oc3, episodes), episodes_last)


@rule(
    "1007",
    flags=FLAGGED,
    why="The young person was born on {DOB} and was in care on their birthday: {DECOM} to {DEC}.",
)
def in_care_on_the_birthday(oc3: Frame, episodes: Frame, year: CheckedYear) -> Frame:
    """The young person was still looked after on their 17th or 18th birthday in the year, so is not yet reported."""
    in_this_year = turns(17, first=year.start, last=year.end)
    this_birthday = nw.when(in_this_year).then(birthday(col("DOB"), 17)).otherwise(birthday(col("DOB"), 18))
    of_age = turned(17, by=year.end) & turns_after(19, year.end)
    theirs = oc3.filter(any_filled(*ANSWERS) & of_age).with_columns(birthday=this_birthday)
    during = (col("DECOM") <= col("birthday")) & (col("DEC") > col("birthday"))
    return joined(theirs, episodes).filter(holds(during))


@rule(
    "1010",
    flags="OC3: CHILD",
    why="Last year’s return leaves open the episode of {DECOM}; this year’s has none of the child.",
)
def open_episode_without_one_this_year(oc3: Frame, episodes: Frame, episodes_last: Frame) -> Frame:
    """The care leaver was still looked after at the end of last year, but has no episode this year."""
    newest = episodes_last.with_columns(_newest=col("DECOM").max().over("CHILD"))
    started = newest.filter(holds(col("DECOM") == col("_newest")))
    latest = started.with_columns(_last=col(LINE).max().over("CHILD")).filter(col(LINE) == col("_last"))
    left_open = latest.filter(text("DEC").is_null()).select("CHILD", "DECOM")
    return joined(without_row(oc3, episodes), left_open)


@rule("1011", flags=FLAGGED, why="The latest episode started on {DECOM} and ended on {DEC} with {REC}.")
def care_taken_over_by_another_authority(oc3: Frame, latest_episodes: Frame) -> Frame:
    """Another authority took over the young person’s care (E3), so it reports them as a care leaver."""
    taken_over = latest_episodes.filter(one_of("REC", ["E3"]))
    return joined(oc3.filter(any_filled(*ANSWERS)), taken_over)


@rule("1014", flags={"UASC": "CHILD", "OC3": " ".join(ANSWERS)})
def unaccompanied_leaver_without_care_in_the_year(
    uasc: Frame, episodes: Frame, oc3: Frame, year: CheckedYear
) -> Frame:
    """The young person left care before this year, so no record as an unaccompanied child is expected."""
    unended = col("DEC").is_null() | holds(col("DEC") >= nw.lit(year.start))
    in_year = episodes.filter(holds(col("DECOM") <= nw.lit(year.end)) & unended)
    left_before = without_row(with_row(uasc, episodes), in_year)
    return joined(left_before, oc3.filter(any_filled(*ANSWERS)), suffix="_oc3")


@rule(
    "1016",
    flags=FLAGGED,
    why="The young person was born on {DOB}; the episode of {DECOM} ended on {DEC}.",
)
def left_care_after_the_birthday(oc3: Frame, episodes: Frame, year: CheckedYear) -> Frame:
    """The young person left care on or after their last birthday, so they are not reported at this age."""
    both = joined(oc3.filter(any_filled(*ANSWERS)), episodes)
    late = (
        under_age(age + 1, on=year.end)
        & ~under_age(age, on=year.end)
        & holds(col("DEC") >= birthday(col("DOB"), age))
        for age in (17, 18)
    )
    return both.filter(any_of(*late))
