"""Which numbers are hidden: enough that nobody can work out a small one, and no more than that."""

import pytest
from hypothesis import given, settings, strategies as st

from sufficiency.analytics.small_numbers import SUPPRESS_BELOW, Sum, Table, hidden_cells


def hidden(counts, sums, **given):
    return hidden_cells(Table(counts, [Sum(total, tuple(parts)) for total, parts in sums.items()], **given))


def test_nothing_is_hidden_where_nothing_is_small():
    assert hidden({"all": 30, "a": 10, "b": 20}, {"all": "ab"}) == set()


def test_noughts_are_shown():
    assert hidden({"all": 30, "a": 10, "b": 20, "c": 0}, {"all": "abc"}) == set()


@pytest.mark.parametrize("count", range(1, SUPPRESS_BELOW))
def test_a_small_count_is_hidden_with_the_next_smallest(count):
    counts = {"all": count + 30, "a": count, "b": 20, "c": 10}
    assert hidden(counts, {"all": "abc"}) == {"a", "c"}


def test_a_total_is_hidden_only_where_no_part_is_left():
    assert hidden({"all": 6, **dict.fromkeys("abcdef", 1)}, {"all": "abcdef"}) == {"all", *"abcdef"}


def test_noughts_are_hidden_before_a_total_that_leaves_too_little_room():
    counts = {"all": 6, **dict.fromkeys("abcdef", 1), "g": 0, "h": 0}
    assert hidden(counts, {"all": "abcdefgh"}) == set("abcdefgh")


def test_what_is_beyond_help_does_not_stop_the_rest():
    counts = {"all": 6, **dict.fromkeys("abcdef", 1), "more": 30, "x": 2, "y": 28}
    sums = {"all": "abcdef", "more": "xy"}
    assert hidden(counts, sums, kept={"all", "more"}) == {*"abcdef", "x", "y"}


def test_what_gives_a_number_away_may_lie_further_along():
    # x is xy less y, and y follows from the sums of y, z and w; nothing beside x is left to hide.
    counts = {"x": 3, "y": 10, "z": 11, "w": 12, "xy": 13, "yz": 21, "yw": 22, "zw": 23}
    sums = {name: name for name in ("xy", "yz", "yw", "zw")}
    assert hidden(counts, sums, kept={"xy"}) == {"x", "y", "z", "w", "yz"}


def test_a_total_that_must_be_kept_is_kept():
    assert hidden({"all": 9, "a": 1, "b": 8}, {"all": "ab"}, kept={"all"}) == {"a", "b"}


def test_the_few_who_did_not_count_are_protected_though_nobody_prints_them():
    counts = {"all": 50, "done": 48, "not done": 2}
    assert hidden(counts, {"all": ["done", "not done"]}, unpublished={"not done"}) == {"done"}


def test_many_who_did_not_count_need_no_protection():
    counts = {"all": 50, "done": 30, "not done": 20}
    assert hidden(counts, {"all": ["done", "not done"]}, unpublished={"not done"}) == set()


def test_what_was_hidden_for_another_is_protected_wherever_it_stands():
    counts = {"kinds": 50, "secure": 3, "home": 10, "foster": 37, "homes": 10, "boys": 4 + 2, "girls": 4}
    sums = {"kinds": ["secure", "home", "foster"], "homes": ["boys", "girls"], "home": ["homes"]}
    assert hidden(counts, sums) >= {"secure", "home", "homes", "girls", "boys"}


def test_a_difference_is_no_count_of_people_but_can_give_one_away():
    counts = {"came": 3, "went": 20, "net": -17, "other": 2}
    assert hidden(counts, {"came": ["went", "net"]}, signed={"net"}) == {"came", "net", "other"}


def test_the_limit_can_be_set():
    assert hidden({"all": 30, "a": 9, "b": 21}, {"all": "ab"}, below=10) == {"a", "b"}


def test_sums_added_and_subtracted_give_nothing_away():
    # Each sum has two unknown parts, yet x is half of xy + xz - yz: a total must go as well.
    counts = {"x": 3, "y": 10, "z": 12, "xy": 13, "xz": 15, "yz": 22}
    assert hidden(counts, {"xy": "xy", "xz": "xz", "yz": "yz"}) == {"x", "y", "z", "xy"}


counted = st.integers(min_value=0, max_value=12)


@given(st.lists(counted, min_size=1, max_size=5))
@settings(max_examples=200, deadline=None)
@pytest.mark.slow
def test_of_parts_with_a_total_every_small_one_may_be_anything_from_one_to_five(parts):
    counts = {str(place): count for place, count in enumerate(parts)}
    unknown = hidden({**counts, "all": sum(parts)}, {"all": list(counts)})
    shown = sum(count for cell, count in counts.items() if cell not in unknown)
    room = sum(parts) - shown
    noughts_hidden = any(counts[cell] == 0 for cell in unknown - {"all"})
    least = 0 if noughts_hidden else 1
    for cell in unknown - {"all"}:
        if counts[cell] < SUPPRESS_BELOW and "all" not in unknown:
            others = len(unknown) - 1
            assert others >= 1
            assert room - least * others >= SUPPRESS_BELOW - 1
