"""Why one average price is above another."""

from decimal import Decimal

import pytest
from hypothesis import given, settings, strategies as st

from sufficiency.analytics.money.price_mix import Part, as_json, price_mix
from sufficiency.analytics.money.price_mix_reading import read_parts
from sufficiency.analytics.money.prices import PriceError
from sufficiency.analytics.reference.kinds import Kind

R, X, F, A = (
    Kind.IN_HOUSE_RESIDENTIAL, Kind.EXTERNAL_RESIDENTIAL, Kind.IN_HOUSE_FOSTERING, Kind.AGENCY_FOSTERING,
)  # fmt: skip


def mixed(residential: Decimal, external: str, agency: str, prices: tuple[int, int, int, int]) -> list[Part]:
    """Four kinds from the residential share, its external part and the agency part of fostering."""
    x, y, other = Decimal(external), Decimal(agency), 1 - residential
    shares = (residential * (1 - x), residential * x, other * (1 - y), other * y)
    return [
        Part(kind, share, Decimal(price))
        for kind, share, price in zip((R, X, F, A), shares, prices, strict=True)
    ]


def share_for(average: int, external: str, agency: str, prices: tuple[int, int, int, int]) -> Decimal:
    r, x, f, a = map(Decimal, prices)
    e, y = Decimal(external), Decimal(agency)
    homes, foster = r * (1 - e) + x * e, f * (1 - y) + a * y
    return (average - foster) / (homes - foster)


def test_the_published_gap_of_213_pounds_a_week():
    """£1,074 against £861 in 2010, with the four kinds’ printed prices and assumed shares of each half."""
    ours, theirs = (2278, 3290, 460, 838), (2611, 2774, 432, 877)
    one = mixed(share_for(1074, "0.8", "0.5", ours), "0.8", "0.5", ours)
    other = mixed(share_for(861, "0.6", "0.3", theirs), "0.6", "0.3", theirs)
    found = as_json(price_mix(one, other))
    assert (found["ours"], found["theirs"], found["gap"]) == (1074.0, 861.0, 213.0)
    assert [(e["price"], e["mix"]) for e in found["effects"]] == [
        (55.79, 157.21), (31.13, 181.87), (43.46, 169.54),
    ]  # fmt: skip
    assert sum(kind["price"] for kind in found["by_kind"]) == pytest.approx(43.46, abs=0.02)
    assert sum(kind["mix"] for kind in found["by_kind"]) == pytest.approx(169.54, abs=0.02)


def test_a_kind_that_one_side_has_not_is_all_mix():
    found = price_mix(
        [Part(F, Decimal(1), Decimal(500))],
        [Part(F, Decimal("0.9"), Decimal(500)), Part(X, Decimal("0.1"), Decimal(6000))],
    )
    assert [effect.price for effect in found.effects] == [0, 0, 0]
    assert found.effects[0].mix == found.gap == -550
    assert found.by_kind[1].our_price is None


weights = st.lists(st.integers(0, 50), min_size=3, max_size=3).filter(any)
prices = st.lists(st.integers(1, 9000), min_size=3, max_size=3)


@settings(max_examples=40)
@given(weights, prices, weights, prices)
def test_price_and_mix_always_add_up_to_the_gap(w, p, v, q):
    def side(weight, price):
        return [
            Part(k, Decimal(n) / sum(weight), Decimal(x))
            for k, n, x in zip((F, A, X), weight, price, strict=True)
        ]

    found = price_mix(side(w, p), side(v, q))
    for effect in found.effects:
        assert effect.price + effect.mix == pytest.approx(found.gap)
    assert sum(kind.price + kind.mix for kind in found.by_kind) == pytest.approx(found.gap)


@pytest.fixture
def reads(tmp_path):
    def read(text: str):
        path = tmp_path / "ours.csv"
        path.write_text(text, encoding="utf-8")
        return read_parts(path)

    return read


def test_children_and_percentages_become_shares(reads):
    parts = reads("Kind,Children,Weekly price\nIFA,30,£838\nin_house_foster,70,460\n")
    assert [(part.kind, part.share, part.weekly_price) for part in parts] == [
        (A, Decimal("0.3"), 838), (F, Decimal("0.7"), 460),
    ]  # fmt: skip
    assert reads("kind,share,price\nIFA,30%,838\nin_house_foster,70%,460\n")[0].share == Decimal("0.3")
    assert reads("kind,share,price\nIFA,30,838\nin_house_foster,70,460\n\n")[0].share == Decimal("0.3")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("share,price\n1,2\n", "There is no column kind"),
        ("kind,price\nIFA,2\n", "There is no column share or children"),
        ("kind,share\nIFA,1\n", "There is no column weekly_price or price"),
        ("kind,share,price\n", "There is no kind of placement in it"),
        ("kind,share,price\nhotel,1,2\n", "line 2: “hotel” is no kind"),
        ("kind,share,price\nIFA,1,dear\n", "line 2: weekly_price “dear”|line 2: price “dear” is no number"),
        ("kind,share,price\nIFA,-1,2\n", "“-1” is no number from 0"),
        ("kind,share,price\nIFA,0.5,2\nIFA,0.5,2\n", "line 3: Agency fostering is there twice"),
        ("kind,children,price\nIFA,0,2\n", "no children"),
        ("kind,share,price\nIFA,0.5,2\n", "add up to 50.0%"),
        ('kind,share,price\n"IFA\n' + "x" * 200_000, "Save the sheet as CSV again"),
    ],
)
def test_a_faulty_file_is_refused_with_its_place(reads, text, message):
    with pytest.raises(PriceError, match=message):
        reads(text)
