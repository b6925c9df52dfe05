"""The first sentences of the scorecard: how many children, and how much got better or worse."""

from collections import Counter

from sufficiency.reports.changes import BETTER, WORSE
from sufficiency.reports.position import NUMBER
from sufficiency.reports.results import in_words
from sufficiency.reports.scorecard import measures_shown
from sufficiency.reports.wording import compared, day, number, plural
from sufficiency.web.performance import words
from sufficiency.web.performance.choosing import Chosen


def headline(chosen: Chosen) -> str:
    """How many children were looked after at the end of the chosen year, and against the year before."""
    result, before = chosen.of(NUMBER), chosen.of_year_before(NUMBER)
    if result is None or result.value is None:
        return f"How many children were looked after on {day(chosen.year.end)} is not shown."
    sentence = f"{in_words(result)} children were looked after on {day(chosen.year.end)}"
    if before is None or before.value is None:
        return f"{sentence}."
    return f"{sentence}: {compared(result.value - before.value)} a year before."


def movement(chosen: Chosen) -> str:
    """How many of the eleven's figures moved beyond what chance alone does, and how many are missing."""
    results = [result for name in measures_shown() if (result := chosen.of(name))]
    verdicts = Counter(words.change_of(result, chosen).verdict for result in results)
    missing = sum(bool(result.not_computed_because) for result in results)
    sentences = [_moved(verdicts[BETTER], verdicts[WORSE])]
    if missing:
        sentences.append(f"{plural(missing, 'figure')} could not be computed.")
    return " ".join(sentences)


def _moved(better: int, worse: int) -> str:
    if not better + worse:
        return "None of these figures got better or worse on the year by more than chance alone does."
    return (
        f"On the year, {plural(better, 'figure')} got better and {number(worse)} got worse by more than chance "
        "alone does."
    )
