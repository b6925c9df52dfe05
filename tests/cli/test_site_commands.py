"""The commands that look after the site."""

import os
import signal
import socket
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from sufficiency.web.access.models import User
from sufficiency.web.access.roles import ROLES

SETTINGS = ("DJANGO", "DATABASE", "SUFFICIENCY")


@pytest.fixture
def start(tmp_path):
    """Starts `sufficiency …` in a process of its own, with a home folder of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(SETTINGS)}
    told = {**kept, "SUFFICIENCY_HOME": str(tmp_path / "home")}

    def started(*words, **more):
        program = [sys.executable, "-m", "sufficiency", *words]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen(program, env={**told, **more}, text=True, **pipes)

    return started


def ended(process):
    """How a process ended, and what it said."""
    out, err = process.communicate(timeout=120)
    assert "Traceback" not in out + err
    return process.returncode, out, err


@pytest.mark.slow
def test_the_site_is_set_up_served_and_ended(start):
    code, _, said = ended(start("serve"))
    assert code == 2
    assert "sufficiency setup" in said
    assert ended(start("setup"))[0] == 0
    port = str(free_port())
    serving = start("serve", "--port", port)
    assert answer(f"http://127.0.0.1:{port}/health", serving) == b"well"
    code, _, said = ended(start("serve", "--port", port))
    assert code == 2
    assert "--port" in said
    serving.send_signal(signal.SIGINT)
    assert f"http://127.0.0.1:{port}" in ended(serving)[2]


@pytest.mark.slow
def test_production_without_a_secret_is_refused_with_what_to_do(start):
    code, _, said = ended(start("serve", SUFFICIENCY_HOSTS="sufficiency.council.gov.uk"))
    assert code == 2
    assert "SUFFICIENCY_SECRET_KEY" in said


@pytest.mark.django_db
def test_people_are_looked_after(run):
    added = run("user", "add", "lee@council.gov.uk", "--name", "Lee", "--authority", "E10000003")
    assert added.code == 0
    assert User.objects.get().memberships.get().role == "system_administrator"
    assert "/people/password/" in run("user", "link", "lee@council.gov.uk").err
    assert "can no longer sign in" in run("user", "shut", "lee@council.gov.uk").err
    unknown = run("user", "link", "nobody@council.gov.uk")
    assert unknown.code == 2
    assert "what next" in unknown.err


def test_the_roles_are_listed_with_what_they_are_for(run):
    listed = run("user", "roles").out
    assert all(role in listed for role in ROLES)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answer(address, serving):
    for _ in range(150):
        assert serving.poll() is None, serving.communicate()[1]
        try:
            with urlopen(address, timeout=5) as page:
                return page.read()
        except URLError:
            time.sleep(0.2)
    raise AssertionError("no answer within 30 seconds")
