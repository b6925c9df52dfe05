from sufficiency.reports.drawing import NARROW, WIDE
from sufficiency.reports.figures import drawn, table

EMPTY = table("Nothing", words="What", numbers=["How many"], rows=[])


def test_a_figure_is_drawn_for_a_desk_and_for_a_phone():
    sizes = []
    figure = drawn("Finding", lambda size: sizes.append(size) or f"{size.width} wide", table=EMPTY)
    assert sizes == [WIDE, NARROW]
    assert (figure.wide, figure.narrow) == ("900 wide", "284 wide")


def test_its_height_can_be_chosen_on_the_desk():
    figure = drawn("Finding", lambda size: str(size.height), table=EMPTY, height=300)
    assert figure.wide == "300"


def test_a_phones_chart_fits_the_narrowest_screen_with_its_margins():
    assert NARROW.width <= 320 - 2 * 18


def test_a_table_has_words_first_and_numbers_after():
    made = table("Children", words="Kind", numbers=["Now", "Then"], rows=[["a", "1", "2"]])
    assert [(column.heading, column.is_number) for column in made.columns] == [
        ("Kind", False),
        ("Now", True),
        ("Then", True),
    ]
    assert made.rows == (("a", "1", "2"),)
