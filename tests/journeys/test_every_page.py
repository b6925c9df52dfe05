"""Every page of every role: it opens, axe finds nothing, nothing sticks out, nothing complains in the console."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Error

from journeys.conftest import DESK, PHONE, looked_at
from sufficiency.web.demo.people import PEOPLE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Pages that no link of a section leads to.
MISSING = "/no-such-page/"
BESIDE = ["/gallery/", "/security/", "/security/app/", "/sign-out/", MISSING]
SIGNED_OUT = ["/demo/", "/sign-in/", "/accessibility/", "/sign-in/closed/", MISSING]
MOST_PAGES = 60  # of one role
KNOWN = set()  # kinds of pages that were looked at already
LINKS = "//main//a[@href] | //nav//a[@href]"


def faults(page):
    """What is wrong with the page as it stands, at the width of a desk and of a phone, in words."""
    return [fault for viewport in (DESK, PHONE) for fault in faults_at(page, viewport)]


def faults_at(page, viewport):
    """What sticks out at one width, and what axe finds."""
    page.set_viewport_size(viewport)
    wide, here = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    found = [f"{wide} pixels wide in {here}"] if wide > here else []
    result = Axe().run(page)
    return found + ([result.generate_report()] if result.violations_count else [])


def walk(page, site, start, *, name):
    """Every kind of page that can be reached by links from some first ones, and what is wrong with each.

    A kind is looked at by the role that comes there first; the others open it too, and follow what it links to.
    """
    waiting, seen, wrong, complaints = list(start), set(), {}, []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    while waiting and len(seen) < MOST_PAGES:
        path = waiting.pop(0)
        kind = kind_of(path)
        if kind in seen:
            continue
        seen.add(kind)
        if kind not in KNOWN and displayed(page, site, path):
            found = faults(page) + (complaints if path != MISSING else [])
            wrong |= {path: found} if found else {}
            picture(page, path, name=name)
            KNOWN.add(kind)
        complaints.clear()
        waiting += links_of(page, site, path)
    assert not wrong, "\n".join(f"{path}: {found}" for path, found in wrong.items())
    return seen


def displayed(page, site, path):
    """Whether the browser shows the page; it does not where the path is a download."""
    try:
        page.goto(site(path))
    except Error as told:
        if "Download is starting" not in str(told):
            raise
        return False
    return True


def links_of(page, site, path):
    """Where an answer of the site leads, asked for as this person; what opens no page leads nowhere."""
    answer = page.request.get(site(path))
    assert answer.status == (404 if path == MISSING else 200), f"{path} answered {answer.status}"
    if not answer.headers["content-type"].startswith("text/html") or "attachment" in answer.headers.get(
        "content-disposition", ""
    ):
        return []
    tree = html.fromstring(answer.body(), base_url=answer.url)
    tree.make_links_absolute()
    hrefs = [link.get("href") for link in tree.xpath(LINKS)]
    ours = [href.removeprefix(site.address).split("#")[0] for href in hrefs if href.startswith(site.address)]
    return [to for to in ours if to and "download" not in to and not to.startswith("/sign-out")]


def kind_of(path):
    """Pages that differ in a number, a filter or the measure they are about only are of one kind."""
    return re.sub(r"\d+|(?<=/measures/)\w+|(?<=/levers/add/)\w+", "1", path.split("?")[0])


def picture(page, path, *, name):
    folder = looked_at()
    for viewport in (DESK, PHONE) if folder else ():
        page.set_viewport_size(viewport)
        file = re.sub(r"\W+", "-", f"{name}{path}").strip("-")
        page.screenshot(path=folder / f"{file}-{viewport['width']}.png", full_page=True)


def test_pages_for_everyone(site, open_browser):
    walk(open_browser(), site, SIGNED_OUT, name="nobody")


def test_pages_that_every_role_has(site, sign_in):
    assert len(walk(sign_in("kit"), site, ["/", *BESIDE], name="everyone")) > len(BESIDE)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.role)
def test_every_page_of_each_role(site, sign_in, person):
    first_name = person.name.split(" ")[0]
    page = sign_in(first_name.lower())
    assert f", {first_name}." in page.get_by_role("heading", level=1).inner_text()
    walk(page, site, ["/"], name=person.role)
