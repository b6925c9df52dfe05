"""Sets the site up and serves it: what `sufficiency setup`, `serve` and `demo` do."""

import ipaddress
import os
import signal
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from io import StringIO
from types import FrameType

import django
import waitress
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from sufficiency.web.config.environment import NotConfiguredError, Variables

Step = Callable[[str], AbstractContextManager[None]]
DEMONSTRATION = "sufficiency.web.config.settings.demo"
PRODUCTION = "sufficiency.web.config.settings.production"
THREADS = 8  # requests answered at a time; SQLite has one writer, the others read
LARGEST_REQUEST_BYTES = 512 * 1024**2


def settings_module(variables: Variables) -> str:
    """Which settings hold: those named, else production's where its host names are given, else the demonstration's."""
    fitting = PRODUCTION if variables.get("SUFFICIENCY_HOSTS") else DEMONSTRATION
    return variables.get("DJANGO_SETTINGS_MODULE") or fitting


def begin() -> None:
    """Make Django ready. Everything below needs it."""
    os.environ["DJANGO_SETTINGS_MODULE"] = settings_module(os.environ)
    django.setup()


def set_up(step: Step = lambda _: nullcontext()) -> None:
    """Make the home folder, the database's tables and the collected files; in the demonstration, its people too."""
    settings.HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
    _look_is_there()
    with step("Database tables"):
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
    with step("Stylesheets and scripts"):
        call_command("collectstatic", verbosity=0, interactive=False)
    if settings.DEMO:
        from sufficiency.web.demo.actions import make_people

        with step("People of the demonstration"):
            make_people()


def serve(*, host: str, port: int, ready: Callable[[str], object]) -> None:
    """Answer requests until Ctrl-C. `ready` is told the address when the first can be answered."""
    _may_be_served_at(host)
    _tables_are_up_to_date()
    _nothing_is_wrong()
    server = _server(host, port)
    # What stops a service asks politely first; requests under way are then answered.
    signal.signal(signal.SIGTERM, _end)
    ready(f"http://{host}:{port}")
    server.run()


def _server(host: str, port: int) -> waitress.server.BaseWSGIServer:
    # Imported late: it reads the settings, which `begin` has to choose first.
    from sufficiency.web.config.wsgi import application

    proxy = os.environ.get(
        "SUFFICIENCY_TRUSTED_PROXY"
    )  # its word on who asks, and whether by https, is believed
    believed = (
        {"trusted_proxy": proxy, "trusted_proxy_headers": "x-forwarded-for x-forwarded-proto"}
        if proxy
        else {}
    )
    try:
        return waitress.create_server(
            application,
            host=host,
            port=port,
            threads=THREADS,
            ident=None,
            clear_untrusted_proxy_headers=True,
            max_request_body_size=LARGEST_REQUEST_BYTES,
            **believed,
        )
    except OSError as problem:
        raise NotConfiguredError(
            f"The site cannot be served at {host}:{port}: {problem.strerror}",
            where="serve",
            what_next="Perhaps it is running already, or another program is. Choose another with --port.",
        ) from problem


def _end(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


def _may_be_served_at(host: str) -> None:
    if settings.DEMO and not _is_this_machine(host):
        raise NotConfiguredError(
            f"The demonstration is not served at {host}: anybody could sign in as anyone",
            where="serve",
            what_next="Leave --host away, or set the site up for production (docs/explanation/site.md).",
        )


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _tables_are_up_to_date() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise NotConfiguredError(
            "The database is not set up for this version",
            where=str(connection.settings_dict["NAME"]),
            what_next="Run: sufficiency setup",
        )


def _nothing_is_wrong() -> None:
    try:
        call_command("check", deploy=not settings.DEMO, fail_level="ERROR", stdout=StringIO())
    except SystemCheckError as problem:
        raise NotConfiguredError(
            "The site is not safe to serve as it is set up",
            where="settings",
            what_next=f"Mend this first:\n{problem}",
        ) from problem


def _look_is_there() -> None:
    if not finders.find("vendor/look.css"):
        raise NotConfiguredError(
            "The look of the site has not been compiled",
            where="sufficiency/web/ui/static/vendor",
            what_next="In a copy of the repository run: make .venv/.assets. A wheel brings it: install it again.",
        )
