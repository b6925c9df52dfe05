from pathlib import Path

import pytest

from sufficiency.web.config import environment, sign_in, starting
from sufficiency.web.config.environment import NotConfiguredError

COUNCIL = {
    "SUFFICIENCY_OIDC_SERVER": "https://login.example.org/council/v2.0",
    "SUFFICIENCY_OIDC_CLIENT_ID": "abc",
    "SUFFICIENCY_OIDC_DOMAINS": "council.gov.uk, schools.council.gov.uk",
}


def test_the_home_folder_is_the_one_given_else_the_users_own(tmp_path):
    assert environment.home({"SUFFICIENCY_HOME": str(tmp_path)}) == tmp_path
    assert environment.home({}).name == "sufficiency"


def test_sqlite_in_the_home_folder_unless_told_otherwise():
    found = environment.database({}, home=Path("/kept"))
    assert found["NAME"] == Path("/kept/sufficiency.sqlite3")
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "WAL" in found["OPTIONS"]["init_command"]
    assert environment.database({"DATABASE_URL": "sqlite:///data/a%20b.sqlite3"}, home=Path())[
        "NAME"
    ] == Path("/data/a b.sqlite3")


def test_postgresql_by_its_address():
    url = "postgresql://desk:p%40ss@db.example.org:5433/homes?sslmode=require"
    found = environment.database({"DATABASE_URL": url}, home=Path())
    wanted = {"USER": "desk", "PASSWORD": "p@ss", "HOST": "db.example.org", "PORT": "5433", "NAME": "homes"}
    assert {name: found[name] for name in wanted} == wanted
    assert found["OPTIONS"] == {"sslmode": "require"}


def test_postgresql_through_a_socket():
    found = environment.postgresql("postgresql://postgres:@/postgres?host=/tmp/data")
    assert (found["HOST"], found["PORT"], found["OPTIONS"]) == ("/tmp/data", "", {})


def test_another_database_is_refused_with_what_to_write():
    with pytest.raises(NotConfiguredError, match="postgresql://user:password@host") as problem:
        environment.database({"DATABASE_URL": "mysql://x"}, home=Path())
    assert "mysql" in problem.value.what


@pytest.mark.parametrize("bad", ["", "short", "change-me" * 9, "django-insecure-" + "x" * 60])
def test_no_start_with_a_missing_short_or_sample_secret(bad):
    with pytest.raises(NotConfiguredError, match="token_urlsafe"):
        environment.secret_key({"SUFFICIENCY_SECRET_KEY": bad})


def test_a_good_secret_is_taken():
    assert environment.secret_key({"SUFFICIENCY_SECRET_KEY": "k3" * 30}) == "k3" * 30


def test_the_demonstrations_secret_is_made_once_for_its_owner_alone(tmp_path):
    first = environment.kept_secret_key(tmp_path / "home")
    assert first == environment.kept_secret_key(tmp_path / "home")
    assert len(first) > environment.ENOUGH_SECRET_LETTERS
    assert (tmp_path / "home/secret-key").stat().st_mode & 0o077 == 0


def test_production_wants_to_know_its_names():
    assert environment.hosts({"SUFFICIENCY_HOSTS": "a.gov.uk, b.gov.uk"}) == ["a.gov.uk", "b.gov.uk"]
    with pytest.raises(NotConfiguredError, match="SUFFICIENCY_HOSTS"):
        environment.hosts({})


def test_no_council_sign_in_unless_configured():
    assert sign_in.providers({}) == {}
    assert sign_in.origin({}) == []


def test_the_councils_sign_in_believes_its_own_domains_only():
    [app] = sign_in.providers(COUNCIL)["openid_connect"]["APPS"]
    assert app["settings"]["verified_email"] == ["council.gov.uk", "schools.council.gov.uk"]
    assert app["settings"]["oauth_pkce_enabled"]
    assert sign_in.origin(COUNCIL) == ["https://login.example.org"]


@pytest.mark.parametrize("missing", ["SUFFICIENCY_OIDC_CLIENT_ID", "SUFFICIENCY_OIDC_DOMAINS"])
def test_a_half_configured_sign_in_names_what_is_missing(missing):
    with pytest.raises(NotConfiguredError, match=missing):
        sign_in.providers({name: value for name, value in COUNCIL.items() if name != missing})


def test_settings_are_productions_where_its_names_are_given():
    assert starting.settings_module({}) == starting.DEMONSTRATION
    assert starting.settings_module({"SUFFICIENCY_HOSTS": "a.gov.uk"}) == starting.PRODUCTION
    assert starting.settings_module({"DJANGO_SETTINGS_MODULE": "x"}) == "x"
