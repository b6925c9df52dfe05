import pytest

from sufficiency.web.access.checks import the_demonstration_stays_on_this_machine as check


@pytest.mark.parametrize(
    ("demo", "host", "faults"), [(True, "localhost", 0), (True, "a.gov.uk", 1), (False, "a.gov.uk", 0)]
)
def test_one_click_sign_in_is_never_reached_from_elsewhere(settings, demo, host, faults):
    settings.DEMO, settings.ALLOWED_HOSTS = demo, [host]
    assert len(check()) == faults
