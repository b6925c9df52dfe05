import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.html import escape

from sufficiency.web.ui.components import Cell, Column, Fact, Progress, Step, StepState, Table, Tone
from sufficiency.web.ui.gallery import ExampleFilters, ExampleForm
from sufficiency.web.ui.gallery_chart import EXAMPLE_CHART


def shown(template, address="/", **values):
    values["request"] = RequestFactory().get(address)
    return Template(template).render(Context(values))


def homes(**changes):
    columns = (Column("Home", sort="home"), Column("Places", is_number=True, sort="places"), Column("State"))
    rows = [[Cell("H-207", href="/homes/207/"), 1200, Cell("Open", tone=Tone.GOOD)]]
    return Table("Homes", columns, rows, **changes)


def test_a_tag_says_its_status_as_a_word():
    assert (
        shown('{% tag "Failed" "red" %}').strip()
        == '<strong class="govuk-tag govuk-tag--red">Failed</strong>'
    )


def test_a_table_names_its_rows_and_columns():
    page = shown("{% table homes %}", homes=homes())
    assert page.count('scope="col"') == 3
    assert page.count('scope="row"') == 1
    assert "1,200" in page
    assert 'href="/homes/207/"' in page
    assert "govuk-tag--green" in page


def test_a_table_that_stacks_says_the_heading_in_each_cell_and_what_its_parts_are():
    page = shown("{% table homes %}", homes=homes(stacks=True))
    assert page.count('<span class="figures__label" aria-hidden="true">') == 2, (
        "the first cell names the row itself"
    )
    assert '<span class="figures__label" aria-hidden="true">Places</span>1,200' in page
    for role, count in (
        ("table", 1),
        ("rowgroup", 2),
        ("row", 2),
        ("columnheader", 3),
        ("rowheader", 1),
        ("cell", 2),
    ):
        assert page.count(f'role="{role}"') == count, role
    assert "figures__blank" not in page
    blank = Table("x", [Column("a"), Column("b")], [["only one", ""]], stacks=True)
    assert "figures__blank" in shown("{% table t %}", t=blank)
    assert "figures__label" not in shown("{% table homes %}", homes=homes())


def test_a_fact_without_an_action_is_the_link_itself():
    page = shown("{% summary facts %}", facts=[Fact("Group", "Panel", href="/groups/1/", action="")])
    assert '<a class="govuk-link" href="/groups/1/">Panel</a>' in page
    assert "govuk-summary-list__actions" not in page


def test_what_a_cell_holds_cannot_become_markup():
    risky = "<script>alert(1)</script>"
    page = shown(
        "{% table t %}", t=Table("x", [Column("a"), Column("b")], [[risky, Cell(risky, href="/x/")]])
    )
    assert "<script>" not in page
    assert page.count(escape(risky)) == 2


def test_a_row_of_the_wrong_length_is_a_mistake():
    with pytest.raises(ValueError, match="zip"):
        shown("{% table t %}", t=Table("x", [Column("a"), Column("b")], [["only one"]]))


@pytest.mark.parametrize(
    ("sorted_by", "link", "direction"),
    [
        ("home", "?q=x&amp;sort=-home", "ascending"),
        ("-home", "?q=x&amp;sort=home", "descending"),
        ("places", "?q=x&amp;sort=home", "none"),
    ],
)
def test_a_heading_sorts_by_a_link_and_says_how_it_is_sorted(sorted_by, link, direction):
    page = shown("{% table homes %}", "/?q=x&page=3", homes=homes(sorted_by=sorted_by))
    first = page[page.index("<th") : page.index("</th>")]
    assert f'href="{link}"' in first
    assert f'aria-sort="{direction}"' in first
    assert "aria-sort" not in page[page.index("State") - 80 : page.index("State")]


def test_a_chart_carries_its_finding_its_words_and_its_table():
    page = shown("{% chart chart %}", chart=EXAMPLE_CHART)
    assert EXAMPLE_CHART.title in page
    assert 'aria-label="Bars: kinship 142' in page
    assert "Show as table" in page
    assert "<td" in page[page.index("Show as table") :]


def test_a_chart_without_a_narrow_drawing_shows_its_only_one_everywhere():
    class Plain:
        title, wide, narrow, note, table = "Finding", "<svg></svg>", "", "", EXAMPLE_CHART.table

    page = shown("{% chart chart %}", chart=Plain)
    assert page.count("<svg>") == 1
    assert "chart__wide" not in page


def test_facts_lead_to_where_they_are_changed():
    page = shown("{% summary facts %}", facts=[Fact("Siblings", 2, href="/x/"), Fact("Kin", "None")])
    assert "Change<span" in page
    assert page.count("--no-actions") == 1


def test_progress_is_told_in_words_and_as_a_bar():
    steps = [Step("Read", StepState.DONE), Step("Check", StepState.DOING, href="/x/")]
    page = shown("{% progress p %}", p=Progress("Checking", done=212, of=1322, steps=steps))
    assert "212 of 1,322" in page
    assert 'max="1322" value="212"' in page
    assert "Done" in page
    assert "In progress" in page


def test_an_empty_list_says_what_to_do():
    page = shown('{% empty "Nothing yet." "Upload a return." "/returns/" "Upload" %}')
    assert "Nothing yet." in page
    assert 'href="/returns/"' in page
    assert "govuk-button" not in shown('{% empty "Nothing yet." %}')


def test_filters_keep_what_else_is_in_the_address():
    page = shown(
        "{% filters form %}", "/?sort=home&page=2&state=open", form=ExampleFilters({"state": "open"})
    )
    assert '<input type="hidden" name="sort" value="home">' in page
    assert 'name="page"' not in page
    assert "Show everything" in page
    assert "Show everything" not in shown("{% filters form %}", form=ExampleFilters({}))


def test_pages_are_few_links_that_keep_the_filters():
    page = shown("{% pagination page %}", "/?q=x", page=Paginator(range(1000), 50).get_page(7))
    assert "?q=x&amp;page=8" in page
    assert page.count("⋯") == 2
    assert page.count('aria-current="page"') == 1
    assert not shown("{% pagination page %}", page=Paginator(range(3), 50).get_page(1)).strip()


def test_tabs_are_one_page_with_anchors():
    one, two = '{% tab "One" "one" %}<p>first</p>{% endtab %}', '{% tab "Two" "two" %}second{% endtab %}'
    template = '{% tabs "Views" %}' + one + two + "{% endtabs %}"
    page = shown(template + template)
    assert page.count('href="#one"') == page.count('id="two"') == 2
    assert "<p>first</p>" in page


def test_words_can_be_set_apart():
    page = shown(
        "{% inset %}Her words{% endinset %}{% warning %}Mind{% endwarning %}{% details 'Why' %}So{% enddetails %}"
    )
    assert all(words in page for words in ("Her words", "Mind", "Why", "So"))


def test_errors_stand_at_the_top_each_leading_to_its_field():
    form = ExampleForm({})
    page = shown("{% error_summary form %}", form=form)
    assert page.count('href="#id_') == len(form.errors)
    assert 'href="#id_urgency_0"' in page
    assert not shown("{% error_summary form %}", form=ExampleForm()).strip()
    assert not shown("{% error_summary form %}", form="").strip()


def test_what_is_wrong_with_the_whole_form_stands_there_too():
    form = ExampleForm({})
    form.add_error(None, "These files are of two years.")
    assert "These files are of two years." in shown("{% error_summary form %}", form=form)
