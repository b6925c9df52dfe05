"""The made-up register: homes with who lives there, who runs them, what they offer and how they were judged."""

from datetime import date, timedelta

import numpy as np
import polars as pl

from sufficiency.analytics.homes.kinds import HomeKind, ProviderKind
from sufficiency.analytics.made_up.draws import Random
from sufficiency.analytics.made_up.register import assumptions as given, words
from sufficiency.analytics.made_up.register.rows import MadeUpHome, MadeUpProvider, MadeUpRegister
from sufficiency.analytics.made_up.register.settling import households, houses
from sufficiency.analytics.reference.kinds import Kind

OWN = "Our fostering service"
OWN_HOMES = "Our children’s homes"
_COMPANY = {
    HomeKind.CHILDRENS_HOME: (ProviderKind.CHILDRENS_HOME_COMPANY, "Homes"),
    HomeKind.SUPPORTED_ACCOMMODATION: (ProviderKind.SUPPORTED_ACCOMMODATION_COMPANY, "Living"),
    HomeKind.RESIDENTIAL_SCHOOL: (ProviderKind.SCHOOL, "School"),
    HomeKind.FAMILY_CENTRE: (ProviderKind.CHILDRENS_HOME_COMPANY, "Families"),
    HomeKind.SECURE_HOME: (ProviderKind.OTHER_AUTHORITY, "Council"),
}
_BY_CODE = {
    "PR2": (ProviderKind.OTHER_AUTHORITY, "Council"),
    "PR5": (ProviderKind.VOLUNTARY, "Children’s Trust"),
}
HOMES_A_COMPANY = 2


def make_up_register(
    placements: pl.DataFrame, children: pl.DataFrame, *, in_care: int, today: date, seed: int = 1
) -> MadeUpRegister:
    """Homes in which the children of a history live and lived.

    `placements` and `children` are the history's; `in_care` is how many children are looked after in all.
    """
    rng = np.random.default_rng(seed)
    last = placements["started"].max()
    assert isinstance(last, date)
    recent = placements.filter(
        pl.col("ended").is_null() | (pl.col("ended") > last - timedelta(days=365 * given.WINDOW_YEARS))
    ).sort("child", "started")
    kin = households(rng, recent, kind=Kind.KINSHIP_FOSTERING, letter="K", count=0)
    own = households(
        rng, recent, kind=Kind.IN_HOUSE_FOSTERING, letter="H",
        count=max(round(in_care * given.OWN_HOUSEHOLDS_PER_CHILD) - len(kin), 1),
    )  # fmt: skip
    agency = households(rng, recent, kind=Kind.AGENCY_FOSTERING, letter="A")
    built = houses(rng, recent)
    homes = [*own, *kin, *agency, *built]
    providers = _providers(recent, own=[*own, *kin], agency=agency, built=built)
    born = dict(zip(children["child"], children["born"], strict=True))
    for home in homes:
        _furnish(rng, home, born=born, today=today)
    return MadeUpRegister(tuple(providers), tuple(homes))


def _providers(
    recent: pl.DataFrame, *, own: list[MadeUpHome], agency: list[MadeUpHome], built: list[MadeUpHome]
) -> list[MadeUpProvider]:
    """Who runs the homes; each home's `provider`, a number or code until now, becomes a name."""
    found = {OWN: MadeUpProvider(OWN, ProviderKind.OWN_SERVICE, own[0].provider if own else "")}
    for home in own:
        home.provider = OWN
    theirs = recent.filter(pl.col("kind") == Kind.AGENCY_FOSTERING.value).select(
        pl.col("urn").fill_null(""), "provider"
    )
    owner = dict(sorted(theirs.iter_rows()))
    order = {urn: number for number, urn in enumerate(owner)}
    for home in agency:
        kind, ending = _BY_CODE.get(owner[home.provider], (ProviderKind.FOSTERING_AGENCY, "Fostering"))
        name = f"{words.joined(200 + order[home.provider])} {ending}"
        found[name] = MadeUpProvider(name, kind, home.provider)
        home.provider = name
    for number, home in enumerate(built):
        provider = _who_runs(home, number)
        found[provider.name] = provider
        home.provider = provider.name
    return list(found.values())


def _who_runs(home: MadeUpHome, number: int) -> MadeUpProvider:
    if home.provider == "PR1":
        return MadeUpProvider(OWN_HOMES, ProviderKind.OWN_SERVICE)
    kind, ending = _BY_CODE.get(home.provider, _COMPANY[home.kind])
    return MadeUpProvider(f"{words.joined(240 + number // HOMES_A_COMPANY)} {ending}", kind)


def _furnish(rng: Random, home: MadeUpHome, *, born: dict[str, date | None], today: date) -> None:
    """When it opened, the ages it takes, what it offers, how it was judged, whether it is stopped."""
    first = min((stay.started for stay in home.stays), default=date(2022, 1, 1))
    home.opened = min(first, today) - timedelta(days=int(rng.integers(30, 2500)))
    ages = [_age(born[stay.child], stay.started) for stay in home.living if born.get(stay.child)]
    ages += [_age(born[stay.child], today) for stay in home.living if born.get(stay.child)]
    home.youngest, home.oldest = _band(rng, home, ages)
    home.offers = _offers(rng, home)
    home.judgements = _judgements(rng, home, today)
    share = given.STOPPED_HOUSEHOLDS if home.kind.is_fostering else given.STOPPED_HOMES
    if rng.random() < share:
        home.stopped_for = str(
            rng.choice(given.WHY_STOPPED[:3] if home.kind.is_fostering else given.WHY_STOPPED[2:])
        )
    home.extra = _household_facts(rng) if home.kind.is_fostering else {}
    home.extra["hours_since_confirmed"] = int(rng.choice(given.CONFIRMED_HOURS_AGO))


def _band(rng: Random, home: MadeUpHome, ages: list[int]) -> tuple[int, int]:
    if home.kind is HomeKind.SUPPORTED_ACCOMMODATION:
        return 16, 17
    bands = [given.AGE_BANDS[at] for at in rng.permutation(len(given.AGE_BANDS)).tolist()]
    if home.kind is not HomeKind.CARERS and home.kind is not HomeKind.CONNECTED_CARERS:
        bands = [(8, 17), (5, 17), (0, 17)]
    fitting = [band for band in bands if all(band[0] <= age <= band[1] for age in ages)]
    return fitting[0] if fitting else (min([0, *ages]), max([17, *ages]))


def _offers(rng: Random, home: MadeUpHome) -> list[tuple[str, str]]:
    themes = {"skill": given.SKILLS, "adaptation": given.ADAPTATIONS}
    if home.kind.is_fostering:
        themes |= {"language": given.LANGUAGES, "faith": given.FAITHS}
    found = [
        (theme, name)
        for theme, names in themes.items()
        for name, share in names.items()
        if rng.random() < share
    ]
    return [*found, ("language", "English")]


def _judgements(rng: Random, home: MadeUpHome, today: date) -> list[tuple[date, str]]:
    if home.kind.is_fostering:
        return []
    shares = given.OF_SUPPORTED if home.kind is HomeKind.SUPPORTED_ACCOMMODATION else given.JUDGEMENTS
    days = [today - timedelta(days=int(rng.integers(20 + 365 * back, 360 + 365 * back))) for back in range(2)]
    return [(day, str(rng.choice(list(shares), p=list(shares.values())))) for day in days]


def _household_facts(rng: Random) -> dict[str, object]:
    pets = str(rng.choice(["", "a dog", "two dogs", "a cat", "rabbits"], p=[0.5, 0.2, 0.05, 0.2, 0.05]))
    return {
        "smoking": str(rng.choice(["nobody", "outside", ""], p=[0.8, 0.1, 0.1])),
        "has_pets": bool(pets),
        "pets": pets,
        "school_run_miles": int(rng.integers(3, 20)),
        "carers": int(rng.integers(1, 3)),
        "own_children": [int(year) for year in rng.integers(2006, 2022, size=int(rng.integers(0, 3)))],
    }


def _age(born: date | None, day: date) -> int:
    assert born is not None
    # The last return may tell of children who are not born yet today.
    return max(day.year - born.year - ((day.month, day.day) < (born.month, born.day)), 0)
