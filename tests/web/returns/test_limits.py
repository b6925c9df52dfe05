import pytest
from django.test import RequestFactory

from sufficiency.web.returns.limits import MEGABYTE, ORDINARY, RequestSizes, takes_files


def plain(_request):
    return "answered"


@takes_files(up_to=50 * MEGABYTE)
def roomy(_request):
    return "answered"


def refusal(view, size):
    request = RequestFactory().post("/", CONTENT_LENGTH=size)
    return RequestSizes(lambda _request: None).process_view(request, view, (), {})


@pytest.mark.parametrize("size", ["0", str(ORDINARY), "", "-1", "many"])
def test_an_ordinary_form_goes_through(size):
    assert refusal(plain, size) is None


@pytest.mark.django_db
def test_a_form_beyond_the_limit_is_told_both_sizes():
    page = refusal(plain, str(20 * MEGABYTE))
    assert page.status_code == 413
    assert "It has 20 MB; up to 6 MB are taken." in page.content.decode()


def test_a_view_that_takes_files_takes_larger_forms():
    assert refusal(roomy, str(50 * MEGABYTE)) is None


@pytest.mark.django_db
def test_even_there_is_an_end():
    assert refusal(roomy, str(50 * MEGABYTE + 1)).status_code == 413
