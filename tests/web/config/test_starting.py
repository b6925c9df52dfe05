from contextlib import contextmanager

import pytest

from sufficiency.web.access.models import Membership
from sufficiency.web.config import starting
from sufficiency.web.config.environment import NotConfiguredError


@pytest.fixture
def collected(settings, tmp_path):
    """A home folder of the test's own."""
    settings.HOME = tmp_path / "home"
    settings.STATIC_ROOT = settings.HOME / "static"
    return settings


@pytest.mark.slow
@pytest.mark.django_db
def test_setting_up_makes_the_folder_the_files_and_the_people_step_by_step(collected):
    told = []

    @contextmanager
    def step(words):
        told.append(words)
        yield

    starting.set_up(step)
    assert collected.HOME.stat().st_mode & 0o077 == 0
    assert (collected.STATIC_ROOT / "vendor/look.css").exists()
    assert Membership.objects.count() == 13
    assert told[:3] == ["Database tables", "Stylesheets and scripts", "People of the demonstration"]


@pytest.mark.slow
@pytest.mark.django_db
def test_a_site_for_real_people_gets_no_made_up_ones(collected):
    collected.DEMO = False
    starting.set_up()
    assert not Membership.objects.exists()


def test_a_look_that_was_not_compiled_is_said_with_what_to_do(collected, monkeypatch):
    monkeypatch.setattr(starting.finders, "find", lambda _: None)
    with pytest.raises(NotConfiguredError, match="has not been compiled"):
        starting.set_up()


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "sufficiency.council.gov.uk"])
def test_the_demonstration_is_served_to_this_machine_only(host):
    with pytest.raises(NotConfiguredError, match="sign in as anyone"):
        starting.serve(host=host, port=0, ready=print)


@pytest.mark.django_db
def test_a_database_of_another_version_is_not_served(monkeypatch):
    monkeypatch.setattr(starting.MigrationExecutor, "migration_plan", lambda *_: ["one to come"])
    with pytest.raises(NotConfiguredError, match="sufficiency setup"):
        starting.serve(host="127.0.0.1", port=0, ready=print)


@pytest.mark.django_db
def test_a_site_with_a_fault_in_its_settings_is_not_served(settings):
    settings.ALLOWED_HOSTS = ["open.example"]
    with pytest.raises(NotConfiguredError, match="not safe to serve"):
        starting.serve(host="127.0.0.1", port=0, ready=print)


@pytest.mark.django_db
def test_the_address_is_told_when_the_site_is_ready(monkeypatch):
    served, told = [], []

    class Server:
        def __init__(self, *where):
            served.append(where)

        def run(self):
            assert told == ["http://127.0.0.1:8123"]

    monkeypatch.setattr(starting, "_server", Server)
    monkeypatch.setattr(starting.signal, "signal", lambda *_: None)
    starting.serve(host="127.0.0.1", port=8123, ready=told.append)
    assert served == [("127.0.0.1", 8123)]
