"""What the site reads from environment variables; nothing else of ours looks at them.

Each function takes the variables as a mapping, so that it can be tried without changing the real ones.
The list with meanings is in docs/explanation/site.md.
"""

import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import platformdirs
from django.core.exceptions import ImproperlyConfigured

Variables = Mapping[str, str]

ENOUGH_SECRET_LETTERS = 50
SAMPLE_SECRETS = ("change", "secret", "example", "insecure")
SQLITE_WAITS_SECONDS = 20  # for another writer; a page would rather be late than fail


class NotConfiguredError(ImproperlyConfigured):
    """The site cannot start as it is set up; says what, where and what next."""

    def __init__(self, what: str, *, where: str, what_next: str) -> None:
        super().__init__(f"{what} ({where}). {what_next}")
        self.what, self.where, self.what_next = what, where, what_next


def home(variables: Variables) -> Path:
    """The folder for everything the site keeps: database, collected files, uploads."""
    given = variables.get("SUFFICIENCY_HOME")
    return Path(given).absolute() if given else platformdirs.user_data_path("sufficiency", appauthor=False)


def database(variables: Variables, *, home: Path) -> dict[str, Any]:
    """Django's description of the database: DATABASE_URL where given, else SQLite in the home folder."""
    url = variables.get("DATABASE_URL", "")
    scheme = urlsplit(url).scheme
    # Hosting companies write either.
    if scheme in ("postgres", "postgresql"):
        return postgresql(url)
    if url and scheme != "sqlite":
        raise NotConfiguredError(
            f"DATABASE_URL begins with “{scheme}”, which is not known here",
            where="environment",
            what_next="Give postgresql://user:password@host:5432/name, or leave it out for SQLite.",
        )
    return sqlite(Path(unquote(urlsplit(url).path)) if url else home / "sufficiency.sqlite3")


def sqlite(path: Path | str) -> dict[str, Any]:
    """SQLite for several readers and one writer at a time."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            # IMMEDIATE: two who both read and then write wait for each other instead of failing half-way.
            "transaction_mode": "IMMEDIATE",
            "timeout": SQLITE_WAITS_SECONDS,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }


def postgresql(url: str) -> dict[str, Any]:
    """PostgreSQL from postgresql://user:password@host:port/name?option=value."""
    parts = urlsplit(url)
    options = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        # A folder with a socket in it comes as ?host=/folder.
        "HOST": unquote(options.pop("host", parts.hostname or "")),
        "PORT": str(options.pop("port", parts.port or "")),
        "OPTIONS": {name: unquote(value) for name, value in options.items()},
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def secret_key(variables: Variables) -> str:
    """The key that signs sessions; there is no default, and samples are refused."""
    given = variables.get("SUFFICIENCY_SECRET_KEY", "")
    is_sample = any(word in given.lower() for word in SAMPLE_SECRETS)
    if len(given) < ENOUGH_SECRET_LETTERS or is_sample:
        raise NotConfiguredError(
            "SUFFICIENCY_SECRET_KEY is missing, short or a sample",
            where="environment",
            what_next="Make one and keep it: python -c 'import secrets; print(secrets.token_urlsafe(64))'",
        )
    return given


def kept_secret_key(home: Path) -> str:
    """The demonstration's own key: made on first use and kept in the home folder, for its owner alone."""
    path = home / "secret-key"
    if not path.exists():
        home.mkdir(parents=True, exist_ok=True)
        # First the mode, then the secret: nobody reads it in between.
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(64))
    return path.read_text()


def hosts(variables: Variables) -> list[str]:
    """The names under which the site is reached."""
    names = listed(variables.get("SUFFICIENCY_HOSTS", ""))
    if not names:
        raise NotConfiguredError(
            "SUFFICIENCY_HOSTS is missing",
            where="environment",
            what_next="Give the names people type, such as SUFFICIENCY_HOSTS=sufficiency.council.gov.uk",
        )
    return names


def listed(text: str) -> list[str]:
    """The items of a list written with commas."""
    return [item.strip() for item in text.split(",") if item.strip()]
