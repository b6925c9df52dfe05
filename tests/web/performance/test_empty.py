import pytest

from sufficiency.web.runs.models import Run

ADDRESS = "/scorecard/"
PAGES = [ADDRESS, f"{ADDRESS}measures/", f"{ADDRESS}measures/cla_number/", f"{ADDRESS}children/"]


@pytest.mark.parametrize("address", PAGES)
def test_before_the_first_return_the_pages_say_when_they_fill(address, signed_in):
    page = signed_in("analyst").get(address).content.decode()
    assert "computed by itself once a return is stored" in page


def test_computing_without_returns_says_what_to_do(signed_in):
    page = signed_in("analyst").post(f"{ADDRESS}compute/", follow=True)
    assert "govuk-notification-banner" in page.content.decode()
    assert Run.objects.count() == 0


def test_there_is_nothing_to_download_yet(signed_in):
    assert signed_in("analyst").get(f"{ADDRESS}download/csv/").status_code == 404
