"""Every page of every role: it opens, axe finds nothing, nothing sticks out, nothing complains in the console."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error

from journeys.conftest import DESK, PHONE, looked_at
from sufficiency.web.demo.people import PEOPLE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Pages that no link of a section leads to.
MISSING = "/no-such-page/"
BESIDE = ["/gallery/", "/security/", "/security/app/", "/sign-out/", MISSING]
SIGNED_OUT = ["/demo/", "/sign-in/", "/accessibility/", "/sign-in/closed/", MISSING]
MOST_PAGES = 60  # of one role
KNOWN = set()  # what axe went through already


def faults(page):
    """What is wrong with the page as it stands, at the width of a desk and of a phone, in words."""
    return [fault for viewport in (DESK, PHONE) for fault in faults_at(page, viewport)]


def faults_at(page, viewport, *, is_known=False):
    """What sticks out at one width, and what axe finds on a page that is not known yet."""
    page.set_viewport_size(viewport)
    wide, here = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    found = [f"{wide} pixels wide in {here}"] if wide > here else []
    result = None if is_known else Axe().run(page)
    return found + ([result.generate_report()] if result and result.violations_count else [])


def faults_of(page, kind):
    """Axe goes through each kind of page once, whichever role comes there first."""
    is_known = kind in KNOWN
    KNOWN.add(kind)
    return [fault for width in (DESK, PHONE) for fault in faults_at(page, width, is_known=is_known)]


def walk(page, site, start, *, name):
    """Every kind of page that can be reached by links from some first ones, and what is wrong with each."""
    waiting, seen, wrong, complaints = list(start), set(), {}, []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    while waiting and len(seen) < MOST_PAGES:
        path = waiting.pop(0)
        if kind_of(path) in seen:
            continue
        seen.add(kind_of(path))
        complaints.clear()
        try:
            answer = page.goto(site(path))
        except Error as told:
            if "Download is starting" not in str(told):
                raise
            continue
        is_missing = path == MISSING
        assert answer.status == (404 if is_missing else 200), f"{path} answered {answer.status}"
        found = faults_of(page, kind_of(path)) + ([] if is_missing else complaints)
        if found:
            wrong[path] = found
        picture(page, path, name=name)
        waiting += inner_links(page, site)
    assert not wrong, "\n".join(f"{path}: {found}" for path, found in wrong.items())
    return seen


def kind_of(path):
    """Pages that differ in a number, a filter or the measure they are about only are of one kind."""
    return re.sub(r"\d+|(?<=/measures/)\w+|(?<=/levers/add/)\w+", "1", path.split("?")[0])


def inner_links(page, site):
    # Downloads open no page; signing out ends the walk.
    hrefs = page.eval_on_selector_all("main a[href], nav a[href]", "links => links.map(link => link.href)")
    ours = [href.removeprefix(site.address).split("#")[0] for href in hrefs if href.startswith(site.address)]
    return [path for path in ours if path and "download" not in path and not path.startswith("/sign-out")]


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
