"""A little made-up authority for the forecast's tests, and the forecast run without compiling."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

import pytest

from returns_in_text import table_of
from sufficiency.analytics.forecast import simulating
from sufficiency.analytics.histories.history import History
from sufficiency.analytics.histories.joining import history
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.returned import Return
from sufficiency.analytics.returns.tables import TABLES

PLACES = {"young": ("U1 PR1", "U6 PR1", "U6 PR4", "P1 PR0"), "old": ("U6 PR4", "K2 PR4", "H5 PR4")}
Authority = Callable[..., History]


@dataclass(frozen=True)
class Episode:
    child: str
    started: date
    ended: date | None
    rne: str
    place: str
    rec: str

    def in_year(self, year: CollectionYear) -> dict[str, str] | None:
        """The row of a return, or None where the episode does not belong into it."""
        if self.started > year.end or (self.ended and self.ended < year.start):
            return None
        open_then = self.ended is None or self.ended > year.end
        place, provider = self.place.split()
        return {
            "CHILD": self.child,
            "DECOM": f"{self.started:%d/%m/%Y}",
            "RNE": self.rne,
            "PLACE": place,
            "PLACE_PROVIDER": provider,
            "DEC": "" if open_then else f"{self.ended:%d/%m/%Y}",
            "REC": "" if open_then else self.rec,
        }


def _life(chance: Random, child: str, *, entered: date, born: date) -> Iterator[Episode]:
    """A child's way through care: stays of some months, until home or the 18th birthday."""
    grown_up = born + timedelta(days=6575)
    started, rne = entered, "S"
    while True:
        ended = started + timedelta(days=int(chance.expovariate(1 / 300)) + 1)
        sixteen = started - born > timedelta(days=5845)
        place = chance.choice(PLACES["old" if sixteen else "young"])
        goes = "E17" if ended >= grown_up else ("E4A" if chance.random() < 0.4 else "X1")
        yield Episode(child, started, min(ended, grown_up), rne, place, goes)
        if goes != "X1":
            return
        started, rne = ended, "P"


def _return(ending: int, lives: list[Episode], births: dict[str, date], uasc: set[str]) -> Return:
    year = CollectionYear(ending)
    rows = [row for row in (episode.in_year(year) for episode in lives) if row]
    seen = sorted({row["CHILD"] for row in rows})
    header = [{"CHILD": child, "DOB": f"{births[child]:%d/%m/%Y}"} for child in seen]
    asylum = [row for row in header if row["CHILD"] in uasc]
    told = {"Episodes": rows, "Header": header, "UASC": asylum}
    return Return(year, {name: table_of(found, TABLES[name]) for name, found in told.items()})


def little_authority(
    *, entrants: int = 24, endings: tuple[int, ...] = (2021, 2022, 2023, 2024), seed: int = 1, uasc: int = 2
) -> History:
    """A history of about twice as many children in care as `entrants` a year, some of them UASC."""
    chance = Random(seed)
    lives, births, asylum = [], {}, set()
    for year in range(endings[0] - 4, endings[-1] + 1):
        for number in range(entrants):
            child = f"{year}{number:04d}"
            entered = date(year - 1, 4, 1) + timedelta(days=chance.randrange(365))
            youngest, oldest = (5850, 6500) if number < uasc else (0, 6500)
            births[child] = entered - timedelta(days=chance.randint(youngest, oldest))
            lives += _life(chance, child, entered=entered, born=births[child])
            asylum |= {child} if number < uasc else set()
    known = sorted(lives, key=lambda episode: (episode.child, episode.started))
    return history([_return(ending, known, births, asylum) for ending in endings])


@pytest.fixture(scope="session")
def authority() -> Authority:
    """Makes little authorities."""
    return little_authority


@pytest.fixture(scope="session")
def days_in_care() -> list[int]:
    """How long each of many entrants of little authorities stays in care: the process as it truly is."""
    chance, entered = Random(5), date(2020, 4, 1)
    stays = []
    for number in range(4000):
        born = entered - timedelta(days=chance.randint(0, 6500))
        stays.append(max(e.ended for e in _life(chance, str(number), entered=entered, born=born)) - entered)
    return [stay.days for stay in stays]


@pytest.fixture(scope="session")
def history_of_four_years() -> History:
    """One little authority, made once."""
    return little_authority()


@pytest.fixture(scope="module", autouse=True)
def _not_compiled() -> Iterator[None]:
    """Compiling takes seconds; what is compiled is tested to give the same numbers."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(simulating, "compiled_simulate", lambda: None)
        yield
