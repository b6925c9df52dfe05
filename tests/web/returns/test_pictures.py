import pytest

from factories.returns import UploadFactory
from sufficiency.web.returns import pictures


def failed(**rows):
    return [{"code": code, "message": "Something is wrong.", "rows": count} for code, count in rows.items()]


@pytest.mark.slow
def test_the_rules_with_most_rows_are_drawn_with_their_table():
    figure = pictures.failed_rules(failed(a101=48, a355=6))
    assert figure.title == "Rule a101 failed on most rows: 48"
    assert figure.table.rows[1] == ("a355", "Something is wrong.", "6")
    assert figure.wide.startswith("<svg")
    assert figure.narrow.startswith("<svg")


def test_one_rule_alone_needs_no_picture():
    assert pictures.failed_rules(failed(a101=48)) is None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((68, 48), "down from 68 in the upload before"),
        ((48, 68), "up from 48"),
        ((48, 48), "as many as in"),
        ((10, 68, 48), "down from 68"),
    ],
)
def test_the_trend_is_told_in_its_title(authority, counts, words):
    states = ["replaced"] * (len(counts) - 1) + ["stored"]
    uploads = [
        UploadFactory(authority=authority, year=2024, state=state, found=found)
        for state, found in zip(states, counts, strict=True)
    ]
    assert words in pictures.trend(uploads).title


def test_one_upload_is_no_trend(authority):
    assert pictures.trend([UploadFactory(authority=authority)]) is None
