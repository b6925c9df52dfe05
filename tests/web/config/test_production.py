"""Production's settings, looked at in a process of their own, as Django reads settings once."""

import json
import os
import subprocess
import sys

import pytest

GIVEN = {
    "SUFFICIENCY_SECRET_KEY": "kept9" * 12,
    "SUFFICIENCY_HOSTS": "sufficiency.council.gov.uk",
    "DJANGO_SETTINGS_MODULE": "sufficiency.web.config.settings.production",
}
LOOK = """
import io, json, sys, django
django.setup()
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.urls import NoReverseMatch, reverse

call_command("check", deploy=True, fail_level="WARNING", stdout=io.StringIO())
call_command("collectstatic", verbosity=0)
ours = {"HTTP_HOST": "sufficiency.council.gov.uk"}
try:
    demo = reverse("demo:people")
except NoReverseMatch:
    demo = None
seen = {
    "plain": Client().get("/sign-in/", **ours).url,
    "health": Client().get("/health", **ours).status_code,
    "elsewhere": Client().get("/health", HTTP_HOST="elsewhere.example").status_code,
    "headers": dict(Client().get("/accessibility/", secure=True, **ours).headers),
    "demo": demo,
    "settings": {name: getattr(settings, name) for name in (
        "DEBUG", "DEMO", "INSTALLED_APPS", "SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "CSRF_COOKIE_SECURE",
        "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SECOND_STEP_REQUIRED",
    )},
}
print(json.dumps(seen))
"""
pytestmark = pytest.mark.slow


def run(code, folder, **changes):
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SUFFICIENCY", "DATABASE", "DJANGO"))
    }
    told = {**kept, **GIVEN, "SUFFICIENCY_HOME": str(folder), **changes}
    return subprocess.run([sys.executable, "-c", code], env=told, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """What a browser and Django's own checks see of a site set up for production."""
    answer = run(LOOK, tmp_path_factory.mktemp("production"))
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


def test_everything_goes_by_https_except_the_question_whether_it_is_well(seen):
    assert seen["plain"] == "https://sufficiency.council.gov.uk/sign-in/"
    assert seen["health"] == 200
    assert "max-age=31536000" in seen["headers"]["Strict-Transport-Security"]


def test_a_name_that_is_not_its_own_gets_no_answer(seen):
    assert seen["elsewhere"] == 400


def test_there_is_no_demonstration(seen):
    assert not seen["settings"]["DEMO"]
    assert not seen["settings"]["DEBUG"]
    assert seen["demo"] is None
    assert "sufficiency.web.demo" not in seen["settings"]["INSTALLED_APPS"]


def test_cookies_are_guarded(seen):
    found = seen["settings"]
    assert all(
        found[name] for name in ("SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "CSRF_COOKIE_SECURE")
    )
    assert all(found[name].startswith("__Host-") for name in ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME"))


def test_a_second_step_is_asked_of_everyone_with_a_password(seen):
    assert seen["settings"]["SECOND_STEP_REQUIRED"]


@pytest.mark.parametrize("missing", ["SUFFICIENCY_SECRET_KEY", "SUFFICIENCY_HOSTS"])
def test_it_does_not_start_without_what_it_needs(tmp_path, missing):
    answer = run("import django; django.setup()", tmp_path, **{missing: ""})
    assert answer.returncode == 1
    assert f"NotConfiguredError: {missing} is missing" in answer.stderr
