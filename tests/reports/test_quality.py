from dataclasses import replace

from reports.sample import check
from sufficiency.analytics.returns.checking import Outcome, RuleOutcome
from sufficiency.analytics.returns.returned import Note
from sufficiency.reports.quality import MOST, quality

MESSAGES = {"201": "Sex is missing.", "1015": "The provider is not on the list."}


def test_it_says_how_many_rules_failed_and_on_how_many_rows():
    found = quality(check(r201=14, r355=6), (), MESSAGES)
    assert found.headline == "2 of 22 rules that ran on the return of 2023-24 failed, on 20 rows."


def test_a_return_without_findings_says_so():
    assert quality(check(), (), MESSAGES).headline == (
        "The return of 2023-24 passed all 20 rules that could be run."
    )


def test_where_no_rule_ran_nothing_is_said_to_have_passed():
    early = replace(
        check(), outcomes=(RuleOutcome("101", Outcome.NOT_APPLICABLE, "Applies from 2023-24.", 0),)
    )
    assert quality(early, (), MESSAGES).headline == (
        "No rule could be run on the return of 2023-24: nothing is known of its faults."
    )


def test_the_four_outcomes_are_all_counted():
    found = quality(check(r201=14), (), MESSAGES)
    assert [(tally.words, tally.count) for tally in found.tallies] == [
        ("passed", "20"),
        ("failed", "1"),
        ("did not apply", "1"),
        ("could not run", "1"),
    ]


def test_rules_that_fail_most_come_first_in_their_own_words():
    found = quality(check(r355=6, r201=1400), (), MESSAGES)
    assert found.failing.rows == (("201", "Sex is missing.", "1,400"), ("355", "", "6"))


def test_many_failing_rules_are_cut_and_counted():
    found = quality(check(**{f"r9{place:02d}": 10 + place for place in range(1, MOST + 4)}), (), {})
    assert len(found.failing.rows) == MOST
    assert found.failing.caption == f"Rules that failed, the {MOST} with most rows of {MOST + 3}"


def test_a_rule_that_could_not_run_says_why():
    assert quality(check(), (), MESSAGES).not_run.rows == (
        ("1015", "The provider is not on the list.", "No provider list was given."),
    )


def test_notes_say_what_where_and_how_often():
    found = quality(
        check(), (Note("Dates were written year first.", "Episodes", 212), Note("Cut.", "", 3)), {}
    )
    assert found.notes.rows == (("Dates were written year first.", "Episodes", "212"), ("Cut.", "", "c"))


def test_small_counts_of_rows_are_hidden_and_cannot_be_worked_out_from_the_headline():
    found = quality(check(r201=1400, r355=3, r102=7), (), {})
    assert [row[-1] for row in found.failing.rows] == ["1,400", "c", "c"]


def test_inside_the_service_every_count_is_shown():
    found = quality(
        check(r201=1400, r355=3), (Note("Overlaps were cut.", "all years", 3),), {}, show_all=True
    )
    assert [row[-1] for row in found.failing.rows] == ["1,400", "3"]
    assert found.notes.rows[-1][-1] == "3"


def test_notes_alone_make_a_section_that_says_nothing_was_checked():
    found = quality(None, (Note("Overlaps were cut."),), {})
    assert "was not checked" in found.headline
    assert found.tallies == ()
    assert quality(None, (), {}) is None
