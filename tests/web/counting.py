"""How often a page asks the database."""

from django.db import connection
from django.test.utils import CaptureQueriesContext


def queries_for(browser, address, **given):
    """The number of queries that a page needs, what is remembered between pages left out."""
    browser.get(address, given)
    with CaptureQueriesContext(connection) as captured:
        page = browser.get(address, given)
    assert page.status_code == 200
    return len(captured)
