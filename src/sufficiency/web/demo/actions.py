"""Makes the demonstration: its council, its people, their returns, a scorecard and a forecast. All of it once."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from sufficiency.analytics.forecast.scenario_files import as_record, shipped, shipped_names
from sufficiency.analytics.returns.returned import ReadingError
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority, Membership, User
from sufficiency.web.access.roles import ROLES
from sufficiency.web.demo.commissioning import load_commissioning
from sufficiency.web.demo.files import Upload, uploads_in
from sufficiency.web.demo.panels import make_panels
from sufficiency.web.demo.people import AUTHORITY_CODE, AUTHORITY_NAME, AUTHORITY_REGION, PEOPLE
from sufficiency.web.demo.register import has_register, load_register
from sufficiency.web.demo.requests import make_requests
from sufficiency.web.demo.strategy import make_strategy
from sufficiency.web.forecasting import (
    actions as forecasting,
    comparing,
    queries as forecasts,
    scenario_actions as scenarios,
    showing,
)
from sufficiency.web.forecasting.analytics import Asked, price_sets
from sufficiency.web.performance import actions as performance, cards, queries as scorecards
from sufficiency.web.performance.choosing import choice_of
from sufficiency.web.performance.listening import waiting
from sufficiency.web.returns import receiving
from sufficiency.web.returns.actions import BusyError
from sufficiency.web.returns.packing import given
from sufficiency.web.returns.queries import provider_list
from sufficiency.web.returns.states import State
from sufficiency.web.runs.models import Run

ANALYST, CLERK, COMMISSIONER = "analyst", "panel_administrator", "commissioner"
Step = Callable[[str], AbstractContextManager[None]]


@dataclass(frozen=True)
class Council:
    """The authority that the demonstration shows; with one's own returns, one's own."""

    code: str = AUTHORITY_CODE
    name: str = AUTHORITY_NAME
    region: str = AUTHORITY_REGION


@dataclass(frozen=True)
class Loaded:
    """What the demonstration holds now; `stored` are the collection years that were not there before."""

    authority: Authority
    stored: tuple[str, ...]
    scorecard: Run
    forecast: Run


MADE_UP = Council()


@transaction.atomic
def make_people(council: Council = MADE_UP) -> Authority:
    """A council with the made-up people; what is there already stays."""
    authority, _ = Authority.objects.get_or_create(
        code=council.code, defaults={"name": council.name, "region": council.region}
    )
    for person in PEOPLE:
        user = User.objects.filter(email=person.email).first()
        # No password: one click is the only way in.
        user = user or User.objects.create_user(person.email, name=person.name)
        Membership.objects.get_or_create(user=user, authority=authority, role=person.role, ended_at=None)
    return authority


def load(
    returns: Path,
    *,
    council: Council = MADE_UP,
    providers: Path | None = None,
    years: int = 5,
    replications: int = 1000,
    seed: int = 1,
    step: Step = lambda _: nullcontext(),
) -> Loaded:
    """Store the returns of a folder as if uploaded in the browser, measure and forecast them; what is there stays.

    `step` is told what is being done. Raises ReadingError or ForecastError: what, where, what next.
    """
    authority = make_people(council)
    analyst = _someone(authority, ANALYST)
    if providers is not None and provider_list(authority) is None:
        receiving.give_providers(given(providers.name, providers.read_bytes()), by=analyst)
    stored = _store(returns, analyst, step)
    # Whose homes are real are not ours to make up.
    if council.name == AUTHORITY_NAME and not has_register(authority):
        with step("Making up the register of homes"):
            load_register(authority, seed=seed)
        with step("Making up contracts, carers on their way, visits and notices"):
            load_commissioning(authority)
    asked = Asked(years=years, replications=replications, seed=seed, prices=price_sets()[0])
    with step("Computing the scorecard"):
        scorecard = performance.bring_up_to_date(authority, by=analyst)
    forecast = _kept_forecast(authority, asked)
    if forecast is None:
        with step(f"Playing out the future ({replications:,} times {years} years)"):
            forecast = forecasting.run(authority, asked, by=analyst)
        with step("Drawing charts"):
            _draw(scorecard, forecast)
    _scenarios(authority, asked, by=analyst, step=step)
    with step("Setting up panels and their meetings"):
        make_panels(authority, by=_someone(authority, CLERK), today=timezone.localdate())
    if council.name == AUTHORITY_NAME:
        with step("Making up requests for homes"):
            make_requests(
                authority, someone=lambda role: _someone(authority, role), today=timezone.localdate()
            )
        with step("Loading the county strategy of 2011"):
            make_strategy(authority, by=_someone(authority, COMMISSIONER), today=timezone.localdate())
    return Loaded(authority, stored, scorecard, forecast)


def _someone(authority: Authority, role: str) -> Actor:
    person = next(person for person in PEOPLE if person.role == role)
    user = User.objects.get(email=person.email)
    return Actor(user=user, authority=authority, roles=(ROLES[role],), name=user.name)


def _store(returns: Path, analyst: Actor, step: Step) -> tuple[str, ...]:
    known = scorecards.stored(analyst.here)
    wanted = [
        upload
        for upload in uploads_in(returns, authority=analyst.here)
        if known.get(upload.year.label) != upload.fingerprint
    ]
    with waiting():
        for upload in wanted:
            with step(f"Checking and storing the return of {upload.year}"):
                _receive(upload, analyst)
    return tuple(upload.year.label for upload in wanted)


def _receive(upload: Upload, analyst: Actor) -> None:
    try:
        received = receiving.receive(upload.files, by=analyst, year=upload.year)
        if received.state == State.WAITING:
            received = receiving.replace(received, by=analyst)
    except BusyError as busy:
        raise ReadingError(
            str(busy), where=str(upload.year), what_next="Wait until it is done, or begin afresh."
        ) from busy
    if not received.is_stored:
        raise ReadingError(received.what, where=received.where, what_next=received.what_next)


def _kept_forecast(authority: Authority, asked: Asked) -> Run | None:
    """A forecast of what is stored now that was asked for in the same way."""
    same = {
        "years_ahead": asked.years,
        "replications": asked.replications,
        "price_set": asked.prices.name,
    }
    return next(
        (
            kept
            for kept in forecasts.forecasts_of(authority).filter(seed=asked.seed).defer("figures")
            if same.items() <= kept.assumptions.items() and forecasts.is_up_to_date(kept)
        ),
        None,
    )


def _scenarios(authority: Authority, asked: Asked, *, by: Actor, step: Step) -> None:
    """The scenarios that come with the program, each played out once."""
    known = set(forecasts.scenarios_of(authority).values_list("name", flat=True))
    for name in shipped_names():
        if shipped(name).name in known:
            continue
        with step(f"Playing out “{shipped(name).name}”"):
            kept = scenarios.make(authority, as_record(shipped(name)), by=by)
            run = scenarios.play_out(kept, asked, by=by)
        for may_see_all in (True, False):
            comparing.drawn(run, hides=not may_see_all)


def _draw(scorecard: Run, forecast: Run) -> None:
    """Draw what pages show, for who sees small numbers and for who does not, so that nobody waits for it."""
    for may_see_all in (True, False):
        cards.cards(choice_of(scorecard, asked={}, may_see_all=may_see_all, is_newest=True))
        showing.drawn(forecast, hides=not may_see_all)
