import pytest

from factories.returns import UploadFactory
from sufficiency.web.returns.wording import file_size, sentence, since_before


def upload(**counts):
    return UploadFactory.build(authority=None, **counts)


def test_the_sentence_counts_every_outcome_with_the_reason():
    counts = {"failed": 11, "found": 48, "passed": 297, "not_applicable": 9, "could_not_run": 5}
    assert sentence(upload(**counts), {"No provider list.": ["1008"]}) == (
        "11 of 322 rules failed on 48 rows · 297 passed · 9 did not apply · 5 could not run (no provider list)"
    )


def test_a_clean_return_says_that_no_rule_failed():
    assert sentence(upload(passed=322)).startswith("None of 322 rules failed · 322 passed")


def test_where_no_rule_ran_none_is_said_to_have_passed():
    assert sentence(upload(could_not_run=322)).startswith("None of 322 rules could be checked · 0 passed")


@pytest.mark.parametrize(
    ("new", "mended", "words"),
    [
        (2, 40, "Since the upload before: 40 mended, 2 new."),
        (0, 0, "The same findings as in the upload before."),
        (None, None, ""),
    ],
)
def test_what_changed_since_the_upload_before(new, mended, words):
    assert since_before(upload(newly_found=new, mended=mended)) == words


@pytest.mark.parametrize(("size", "words"), [(900, "900 bytes"), (12_400, "12 kB"), (3_400_000, "3.4 MB")])
def test_sizes_are_told_as_people_say_them(size, words):
    assert file_size(size) == words
