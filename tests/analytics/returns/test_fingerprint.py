"""A fingerprint follows the data, not the files."""

from sufficiency.analytics.returns.fingerprint import fingerprint
from sufficiency.analytics.returns.reading import read_return

from .conftest import EPISODES


def test_file_names_and_the_order_of_rows_do_not_change_it(write):
    heading, *rows = EPISODES.splitlines()
    folder = write({"one/e.csv": EPISODES, "two/other.csv": "\n".join([heading, *reversed(rows)])})
    assert fingerprint([read_return(folder / "one")]) == fingerprint([read_return(folder / "two")])


def test_one_changed_cell_changes_it(write):
    folder = write({"one/e.csv": EPISODES, "two/e.csv": EPISODES.replace("SC000003", "SC000004")})
    assert fingerprint([read_return(folder / "one")]) != fingerprint([read_return(folder / "two")])
