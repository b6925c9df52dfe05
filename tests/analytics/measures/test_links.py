"""Sums between measures: they hold, and a number that one measure hides cannot be read off another."""

from returns_in_text import history_of
from sufficiency.analytics.disclosure import suppressed
from sufficiency.analytics.measures.links import sums_between
from sufficiency.analytics.measures.scorecard import scorecard


def children(count, place, provider, first=0):
    return [f"{place}{first + n} | 01/05/2023 | S | {place} | {provider} | | " for n in range(count)]


EPISODES = "\n".join(
    [
        "CHILD | DECOM | RNE | PLACE | PLACE_PROVIDER | DEC | REC",
        *children(30, "U6", "PR1"),
        *children(20, "U4", "PR4"),
        *children(9, "K2", "PR4"),
        *children(2, "K1", "PR2"),
        *children(8, "P1", "PR0"),
        *(f"L{n} | 01/05/2020 | S | U6 | PR1 | 01/{n:02d}/2023 | E4A" for n in range(5, 13)),
    ]
)
RESULTS = scorecard(history_of(episodes=EPISODES), by=["age"])
NUMBERS = {(r.id, "", ""): r.numerator for r in RESULTS} | {
    (r.id, p.dimension, p.value): p.numerator for r in RESULTS for p in r.by
}


def value_of(cell):
    measure, dimension, value, what = cell
    return NUMBERS.get((measure, dimension, value)) if what == "numerator" else None


def test_every_sum_of_shown_numbers_holds():
    held = [one for one in sums_between(RESULTS) if all(value_of(cell) is not None for cell in one.cells)]
    assert len(held) > 15
    assert all(value_of(one.total) == sum(value_of(cell) for cell in one.parts) for one in held)


def hidden(measure_id, dimension="", value=""):
    found = {r.id: r for r in suppressed(RESULTS, also=sums_between(RESULTS))}[measure_id]
    if not dimension:
        return found.numerator is None
    return next(p.numerator is None for p in found.by if (p.dimension, p.value) == (dimension, value))


def test_a_kind_hidden_to_protect_another_is_not_shown_by_the_mix():
    assert hidden("cla_number", "kind", "secure")
    assert hidden("cla_number", "kind", "with_parents")
    assert hidden("mix_parents")
    assert not hidden("cla_number")
    assert not hidden("mix_foster")


def test_a_month_is_not_given_away_by_the_net_change():
    assert hidden("ceases_month", "month", "2023-06")
    assert hidden("net_change", "month", "2023-06") or hidden("starts_month", "month", "2023-06")
