"""How quickly the register of homes answers: 5,000 homes, ten requests a second for a minute, on PostgreSQL.

    python tests/postgres.py python -m benchmarks.register [--homes 5000] [--rate 10] [--seconds 60]

The site is served as in production's processes by waitress in one process; the requests come from a second one.
Prints the 50th and 95th percentile, the largest page and the processor time a request took, and writes them to
docs/reference/register.md when run at the size that was set. DATABASE_URL names the server; a database of its own is
made there and thrown away.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

from benchmarks.page import loop, machine

PORT = 8899
PAGE = Path(__file__).parents[1] / "docs" / "reference" / "register.md"
AIM_MILLISECONDS, AIM_KILOBYTES = 200, 250
USUAL = (5000, 10, 60)  # homes, requests a second, seconds: what the page is about
ASKED = (
    "/homes/",
    "/homes/?kind=carers&free=any",
    "/homes/?search=alder",
    "/homes/?age=12&free=siblings&skill=teenagers",
    "/homes/?sort=-confirmed&page=7",
    "/homes/?run_by=own_service&confirmed=old",
)


def fill(homes: int, *, placed: int | None = None) -> str:
    """Make tables, people and so many homes; gives the session of a placement officer.

    A child lives in each of the first `placed` homes; in each of all where that is not said.
    """
    import django

    django.setup()
    from datetime import date

    from django.contrib.sessions.backends.db import SessionStore
    from django.core.management import call_command
    from django.utils import timezone

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    from sufficiency.web.access.models import User
    from sufficiency.web.children.models import Child
    from sufficiency.web.demo.actions import make_people
    from sufficiency.web.homes.models import Approval, Home, Offer, Placement, Provider, TakenPlace

    authority = make_people()
    kinds = (
        ("own_service", "carers"),
        ("fostering_agency", "carers"),
        ("childrens_home_company", "childrens_home"),
    )
    providers = [Provider(authority=authority, name=f"Provider {n}", kind=kinds[n % 3][0]) for n in range(60)]
    Provider.objects.bulk_create(providers)
    made = Home.objects.bulk_create(
        Home(
            authority=authority, provider=providers[n % 60], kind=kinds[n % 3][1], reference=f"H-{n:05}",
            name=f"{('Alder', 'Birch', 'Cedar', 'Dogwood')[n % 4]} household {n}",
            confirmed_at=timezone.now() - timezone.timedelta(hours=n % 400),
        )
        for n in range(homes)
    )  # fmt: skip
    own = [{"authority": authority, "home": home} for home in made]
    Approval.objects.bulk_create(
        Approval(**one, starts_on=date(2020, 1, 1), places=3, oldest=(4, 11, 17)[n % 3])
        for n, one in enumerate(own)
    )
    Offer.objects.bulk_create(Offer(**one, theme="skill", name="teenagers") for one in own[::3])
    children = Child.objects.bulk_create(
        Child(authority=authority, reference=f"C-{n}", is_live=True)
        for n in range(homes if placed is None else placed)
    )
    taken = TakenPlace.objects.bulk_create(TakenPlace(**one, number=1) for one in own[: len(children)])
    Placement.objects.bulk_create(
        Placement(
            **one, child=child, taken=place, started_on=date(2026, 1, 1), place_code="U6", provider_code="PR1"
        )
        for one, child, place in zip(own[: len(children)], children, taken, strict=True)
    )
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute("ANALYZE")
    user = User.objects.get(email="amira@demo.invalid")
    session = SessionStore()
    session["_auth_user_id"], session["_auth_user_backend"] = (
        str(user.pk),
        ("allauth.account.auth_backends.AuthenticationBackend"),
    )
    session["_auth_user_hash"] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def ask(path: str, cookie: str) -> tuple[float, int]:
    """Seconds and bytes of one answer."""
    began = time.perf_counter()
    connection = HTTPConnection("127.0.0.1", PORT, timeout=30)
    connection.request("GET", path, headers={"Cookie": f"sufficiency_session={cookie}"})
    answer = connection.getresponse()
    size = len(answer.read())
    connection.close()
    if answer.status != 200:
        raise SystemExit(f"{path} answered {answer.status}")
    return time.perf_counter() - began, size


def load(cookie: str, *, rate: float, seconds: float) -> list[tuple[str, float, int]]:
    """Ask at a steady rate, whether answers come or not, and gather what each took."""
    paths, pending = cycle(ASKED), []
    with ThreadPoolExecutor(64) as pool:
        began = time.perf_counter()
        for number in range(int(rate * seconds)):
            time.sleep(max(began + number / rate - time.perf_counter(), 0))
            path = next(paths)
            pending.append((path, pool.submit(ask, path, cookie)))
        return [(path, *one.result()) for path, one in pending]


def processor_seconds(pid: int) -> float:
    """User and system time of a process so far."""
    fields = open(f"/proc/{pid}/stat", encoding="ascii").read().rsplit(") ", 1)[1].split()  # noqa: PTH123, SIM115
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(homes: int, *, rate: float, seconds: float) -> None:
    """Fill, serve, ask, print."""
    cookie = fill(homes)
    program = [sys.executable, "-m", "sufficiency", "serve", "--port", str(PORT)]
    serving = subprocess.Popen(program, env=os.environ, stdout=subprocess.DEVNULL)
    try:
        for _ in range(300):
            try:
                ask("/homes/", cookie)
                break
            except OSError:
                time.sleep(0.2)
        for path in ASKED:
            ask(path, cookie)
        before = processor_seconds(serving.pid)
        found = load(cookie, rate=rate, seconds=seconds)
        spent = (processor_seconds(serving.pid) - before) / len(found)
    finally:
        serving.terminate()
        serving.wait(timeout=20)
    told = [
        f"{homes:,} homes, {len(found)} requests at {rate:g} a second",
        _percentiles([took for _, took, _ in found]),
        (
            f"largest page {max(size for _, _, size in found) / 1000:.0f} kB; "
            f"{1000 * spent:.0f} ms of processor a request, besides the database's"
        ),
    ]
    print(*told, sep="\n")
    if (homes, rate, seconds) == USUAL:
        _write(told, found)


def _percentiles(took: list[float]) -> str:
    times = sorted(took)
    return f"median {1000 * statistics.median(times):.0f} ms, 95th percentile {1000 * _late(times):.0f} ms"


def _late(times: list[float]) -> float:
    return sorted(times)[int(0.95 * len(times))]


def _write(told: list[str], found: list[tuple[str, float, int]]) -> None:
    """The page: what was measured, against what was aimed at, and each kind of request by itself."""
    rows = [
        f"| `{path}` | {1000 * statistics.median(took):.0f} | {1000 * _late(took):.0f} "
        f"| {max(size for asked, _, size in found if asked == path) / 1000:.0f} |"
        for path in ASKED
        for took in [[took for asked, took, _ in found if asked == path]]
    ]
    text = [
        "# How quickly the register of homes answers",
        "",
        "<!-- Written by python -m benchmarks.register. Do not edit. -->",
        "",
        (
            f"Measured on {machine()}; ten million steps of an empty Python loop took {loop():.1f} s just after. The "
            "server, PostgreSQL and whoever asks share these processors. How it is measured: "
            "[benchmarks/README.md](../../benchmarks/README.md)."
        ),
        "",
        f"Aim: a 95th percentile under {AIM_MILLISECONDS} ms, pages under {AIM_KILOBYTES} kB. Measured: {'; '.join(told)}.",
        "",
        "| Asked for | Median, ms | 95th percentile, ms | Page, kB |",
        "| --- | ---: | ---: | ---: |",
        *rows,
        "",
        (
            "The vacancies of all homes are worked out by the database, one query for the sums and one for the page shown, "
            "however many homes there are."
        ),
    ]
    PAGE.write_text("\n".join(text) + "\n", encoding="utf-8", newline="\n")


def main() -> None:
    """Measure in a database of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--homes", type=int, default=5000)
    parser.add_argument("--rate", type=float, default=10)
    parser.add_argument("--seconds", type=float, default=60)
    asked = parser.parse_args()
    server, name = os.environ.get("DATABASE_URL", ""), f"register_{uuid.uuid4().hex[:8]}"
    if not server.startswith("postgres"):
        sys.exit("DATABASE_URL names no PostgreSQL: python tests/postgres.py python -m benchmarks.register")
    with tempfile.TemporaryDirectory() as home, psycopg.connect(server, autocommit=True) as known:
        known.execute(f"CREATE DATABASE {name}")
        os.environ["DATABASE_URL"] = urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        os.environ["SUFFICIENCY_HOME"] = home
        os.environ["DJANGO_SETTINGS_MODULE"] = "sufficiency.web.config.settings.demo"
        try:
            measure(asked.homes, rate=asked.rate, seconds=asked.seconds)
        finally:
            known.execute(f"DROP DATABASE {name} WITH (FORCE)")


if __name__ == "__main__":
    main()
