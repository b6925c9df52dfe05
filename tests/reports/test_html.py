"""The report as it is read: in Chromium, without a network and without scripts."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from reports.sample import YEARS, children, contents, forecast
from sufficiency.reports.html import html_report, write_html_report

pytestmark = pytest.mark.browser
WIDTHS = [1280, 320]


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    write_html_report(contents(), path)
    return path


@pytest.fixture(params=WIDTHS)
def opened(request, page, report):
    """The report, opened as wide as a desk's screen and as narrow as a phone."""
    page.set_viewport_size({"width": request.param, "height": 900})
    page.goto(report.as_uri())
    return page


def test_everyone_can_use_it(opened):
    found = Axe().run(opened).response["violations"]
    assert not found, json.dumps([(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found], indent=1)


def test_everyone_can_use_it_with_all_tables_open(opened):
    opened.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    found = Axe().run(opened).response["violations"]
    assert not found, json.dumps([(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found], indent=1)


def test_it_never_scrolls_sideways(opened):
    opened.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    assert opened.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_each_chart_is_shown_once(opened):
    shown = opened.locator("figure").filter(has_text="From 986 children").locator("svg:visible")
    assert shown.count() == 1


def test_headings_go_down_one_step_at_a_time(opened):
    levels = opened.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1]))")
    assert levels.count(1) == 1
    inside = levels[levels.index(1) :]
    assert all(after - before <= 1 for before, after in pairwise(inside))


def test_every_link_of_the_contents_leads_somewhere(opened):
    links = opened.locator("nav a").all()
    assert len(links) == 7
    for link in links:
        assert opened.locator(link.get_attribute("href")).count() == 1


def test_it_asks_for_nothing_from_outside(page, report):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report.as_uri())
    assert asked == [report.as_uri()]
    assert page.locator("script").count() == 0


def test_the_first_tab_skips_to_the_report(page, report):
    page.goto(report.as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the report"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_printed_it_shows_its_tables_and_leaves_the_contents_out(page, report):
    page.goto(report.as_uri())
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert page.locator("caption", has_text="Children looked after at 31 March").first.is_visible()


def test_a_report_with_little_in_it_is_whole_too(page, tmp_path):
    bare = contents(
        measures=(children(YEARS[-1], 40),), forecast=None, prices=(), check=None, notes=(), made_up=False
    )
    write_html_report(bare, tmp_path / "bare.html")
    page.goto((tmp_path / "bare.html").as_uri())
    assert page.locator("nav a").all_text_contents() == [
        "Where we are",
        "How we are doing",
        "Definitions and sources",
        "How this report was made",
    ]
    assert not Axe().run(page).response["violations"]


def test_names_from_the_data_cannot_become_markup():
    text = html_report(contents(authority="<script>alert(1)</script>", forecast=forecast(kinds=())))
    assert "<script>" not in text
    assert "&lt;script&gt;" in text


def test_the_same_contents_give_the_same_file():
    small = contents(forecast=forecast(kinds=()))
    assert html_report(small) == html_report(small)
