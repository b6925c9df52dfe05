import pytest


@pytest.mark.parametrize(
    ("episodes", "inside", "outside"),
    [
        # An episode that starts as the last one ended goes on with it; a gap opens a new period.
        (["01/04/2026 | 01/05/2026", "01/05/2026 | 01/06/2026"], "31/05/2026", "02/06/2026"),
        (["01/04/2026 | 01/05/2026", "02/05/2026 | 01/06/2026"], "02/05/2026", "02/06/2026"),
        # A period ends as its last episode does, even where an earlier one ends later.
        (["01/04/2026 | 01/08/2026", "01/05/2026 | 01/06/2026"], "01/06/2026", "01/07/2026"),
        # After an episode without a real end there is no gap.
        (["01/04/2026 | 31/06/2026", "01/08/2026 | 01/09/2026"], "01/07/2026", "02/09/2026"),
        # Neither the order in the file nor an undated episode matters.
        (["01/05/2026 | 01/06/2026", "| 01/12/2026", "01/04/2026 | 01/05/2026"], "01/04/2026", "01/12/2026"),
        (["01/05/2026 | "], "31/03/2027", "30/04/2026"),
    ],
)
def test_period_of_care(check, episodes, inside, outside):
    rows = "\n".join(f"A | {episode}" for episode in episodes)
    check(
        "578",
        episodes=f"""
        CHILD | DECOM | DEC
        {rows}
    """,
        missing=f"""
        CHILD | MIS_START | finding
        A     | {inside}  |
        A     | {outside} | yes
    """,
    )
