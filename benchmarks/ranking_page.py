"""How long the page of ranked homes takes: 5,000 homes, 1,200 children in them, one request, on PostgreSQL.

    python tests/postgres.py python -m benchmarks.ranking_page [HOMES]

The page is asked for in this process, as the site answers it: middleware, queries, ranking, cards and template. Prints
processor seconds of the first answer and of the median of five more, and the number of queries.
"""

import os
import statistics
import sys
import tempfile
import time
import uuid
from urllib.parse import urlsplit, urlunsplit

import psycopg

from benchmarks.register import fill

AIM_SECONDS = 1.5
PLACED = 1_200  # children in care of a county
AGAIN = 5


def a_request() -> str:
    """Put the homes on the map, ask for a home for a child, and give the address of the page of homes."""
    from datetime import date, timedelta

    from django.db.models import F
    from django.utils import timezone

    from sufficiency.web.access.acting import Actor
    from sufficiency.web.access.models import Authority, User
    from sufficiency.web.access.roles import ROLES
    from sufficiency.web.children.models import Child
    from sufficiency.web.homes.models import Home
    from sufficiency.web.placements import actions

    authority = Authority.objects.get()
    Home.objects.update(
        postcode="CB1 1AA", area=authority.code, easting=540_000 + F("pk") % 200 * 100, northing=258_000
    )
    user = User.objects.get(email="amira@demo.invalid")
    officer = Actor(user=user, authority=authority, roles=(ROLES["placement_officer"],), name=user.name)
    child = Child.objects.create(authority=authority, reference="N-1", born=date(2016, 3, 1), is_live=True)
    request = actions.begin([child], needed_by=timezone.now() + timedelta(days=9), by=officer)
    told = {
        "need_behaviour": "2 high",
        "need_attachment": "1 some",
        "family_postcode": "CB4 2HY",
        "words": "Near.",
    }
    actions.write(request, told, by=officer, member=request.members.get())
    actions.send(request, by=officer)
    actions.panel_agreed(request, agrees=True, reason="Agreed.", by=officer)
    return f"/requests/{request.pk}/homes/"


def measure(homes: int) -> None:
    """Fill, ask, print."""
    fill(homes, placed=min(homes, PLACED))
    path = a_request()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from sufficiency.web.access.models import User

    client = Client()
    client.force_login(
        User.objects.get(email="amira@demo.invalid"), "allauth.account.auth_backends.AuthenticationBackend"
    )

    def took() -> float:
        began = time.process_time()
        answer = client.get(path, HTTP_HOST="localhost")
        if answer.status_code != 200 or b"Best in each tier" not in answer.content:
            raise SystemExit(f"{path} answered {answer.status_code}")
        return time.process_time() - began

    first, later = took(), statistics.median(took() for _ in range(AGAIN))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        took()
    print(
        f"{homes:,} homes: first answer {first:.2f} s, then {later:.2f} s of processor time; aim {AIM_SECONDS} s"
    )
    print(f"{len(asked)} queries")
    if os.environ.get("PROFILE"):
        import cProfile

        with cProfile.Profile() as profile:
            took()
        profile.print_stats("cumulative")


def main(homes: int) -> None:
    """Measure in a database of its own."""
    server, name = os.environ.get("DATABASE_URL", ""), f"ranking_{uuid.uuid4().hex[:8]}"
    if not server.startswith("postgres"):
        sys.exit(
            "DATABASE_URL names no PostgreSQL: python tests/postgres.py python -m benchmarks.ranking_page"
        )
    with tempfile.TemporaryDirectory() as home, psycopg.connect(server, autocommit=True) as known:
        known.execute(f"CREATE DATABASE {name}")
        os.environ["DATABASE_URL"] = urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        os.environ["SUFFICIENCY_HOME"] = home
        os.environ["DJANGO_SETTINGS_MODULE"] = "sufficiency.web.config.settings.demo"
        try:
            measure(homes)
        finally:
            known.execute(f"DROP DATABASE {name} WITH (FORCE)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)
