"""Coming back into care."""

from datetime import date

import numpy as np
import pytest

from returns_in_text import history_of
from sufficiency.analytics.forecast.bands import ADULT_AT, birthday
from sufficiency.analytics.forecast.causes import LEAVING, Cause
from sufficiency.analytics.forecast.returning import AWAY_DAYS, Returning, absences, fit_returning, pool
from sufficiency.analytics.forecast.spells import STILL_THERE, Spells, spells

HOME, ADOPTED = LEAVING.index(Cause.HOME), LEAVING.index(Cause.ADOPTED)
CAME_BACK = """
    CHILD | DECOM | DEC | REC
    A | 01/05/2023 | 01/06/2023 | E4A
    A | 11/06/2023 | |
    B | 01/05/2023 | 01/06/2023 | E4A
"""


def known_of(episodes: str) -> Spells:
    return spells(history_of(episodes=episodes), start=date(2024, 3, 31))


def grown_up(known: Spells) -> np.ndarray:
    return birthday(known.day_zero, known.born, ADULT_AT)


def rates(found: Returning) -> np.ndarray:
    return found.returns / found.child_years


def test_an_absence_ends_with_the_next_period_of_the_same_child():
    known = known_of(CAME_BACK)
    last, following = absences(known)
    assert last.tolist() == [0, 2]
    assert following.tolist() == [1, STILL_THERE]


def test_a_return_is_counted_in_the_time_it_came_after():
    known = known_of(CAME_BACK)
    found = fit_returning(known, grown_up=grown_up(known))
    nobody = fit_returning(known.where(np.zeros(len(known), dtype=bool)), grown_up=np.zeros(0))
    more = found.returns - nobody.returns
    assert more[HOME, 0] == 1
    assert more.sum() == 1
    years = found.child_years - nobody.child_years
    assert years[HOME].sum() == pytest.approx((10 + 305) / 365.25)


def test_nobody_is_waited_for_after_18():
    known = spells(
        history_of(
            header="CHILD | DOB\nA | 01/07/2005",
            episodes="CHILD | DECOM | DEC | REC\nA | 01/05/2023 | 01/06/2023 | E4A",
        ),
        start=date(2024, 3, 31),
    )
    nobody = fit_returning(known.where(np.zeros(len(known), dtype=bool)), grown_up=np.zeros(0))
    years = fit_returning(known, grown_up=grown_up(known)).child_years - nobody.child_years
    assert years.sum() == pytest.approx(30 / 365.25)
    assert len(pool(known, grown_up=grown_up(known)).born) == 0


def test_children_who_went_home_come_back_more_than_those_adopted():
    nobody = known_of(CAME_BACK)
    found = rates(fit_returning(nobody, grown_up=grown_up(nobody)))
    assert (found[HOME] > 10 * found[ADOPTED]).all()


def test_the_pool_holds_those_who_left_lately_and_are_away():
    known = known_of(
        """
        CHILD | DECOM | DEC | REC
        A | 01/05/2023 | 01/06/2023 | E4A
        A | 11/06/2023 | |
        B | 01/05/2023 | 01/06/2023 | E4B
        """
    )
    away = pool(known, grown_up=grown_up(known))
    assert away.left.tolist() == [(date(2023, 6, 1) - known.day_zero).days]
    assert away.cause.tolist() == [HOME]


def test_of_those_seen_for_three_years_no_return_is_missed():
    found = Returning(np.full((4, 6), 2.0), np.full((4, 6), 10.0))
    share = found.unseen_share(np.array([0.0, 182.0, float(AWAY_DAYS[-1]), 5000.0]))
    assert share[0] == 1.0
    assert 0 < share[1] < 1
    assert share[2:] == pytest.approx([0.0, 0.0])


def test_the_share_returning_follows_the_rates():
    found = Returning(np.full((4, 6), 1.0), np.full((4, 6), 10.0))
    assert found.share_returning == pytest.approx(1 - np.exp(-0.1 * AWAY_DAYS[-1] / 365.25))


def test_rates_drawn_scatter_around_those_found():
    found = Returning(np.full((4, 6), 25.0), np.full((4, 6), 50.0))
    drawn = found.draw(np.random.default_rng(1), 2000) * 365.25
    assert drawn.mean() == pytest.approx(0.5, rel=0.02)
    assert drawn.std() == pytest.approx(0.1, rel=0.1)
