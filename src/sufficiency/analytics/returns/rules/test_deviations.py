"""Each rule of deviations.py, where it answers better than the validator that authorities use today."""


def test_1001_lets_older_leavers_and_those_without_episodes_be(check):
    check(
        "1001",
        header="""
        CHILD | DOB
        A     | 31/03/2007
        B     | 01/06/2008
        C     |
        D     | 01/06/2008
    """,
        episodes="""
        CHILD | DECOM      | DEC        | LS
        A     | 01/03/2024 | 02/03/2024 | C2
        C     | 01/03/2024 | 02/03/2024 | C2
        D     | 01/03/2024 | 02/03/2024 | C2
    """,
        episodes_last="""
        CHILD | DECOM      | LS
        Z     | 01/03/2020 | C2
    """,
        oc3="""
        CHILD | finding
        A     |
        B     |
        C     |
        D     | yes
    """,
    )


def test_165_reads_sex_in_the_letters_of_the_year(check):
    check(
        "165",
        episodes="""
        CHILD | DECOM      | LS
        A     | 01/02/2026 | C2
        B     | 01/02/2026 | C2
    """,
        header="""
        CHILD | SEX | MOTHER | finding
        A     | F   |        | yes
        B     | M   | 1      | yes
        B     | M   |        |
    """,
        oc3="CHILD | IN_TOUCH\nE | YES",
    )


def test_210_lets_a_number_be_unknown_in_the_first_week_only(check):
    check(
        "210",
        header="""
        CHILD | UPN | finding
        A     | UN4 |
        B     | UN4 | yes
    """,
        episodes="""
        CHILD | DECOM      | finding
        A     | 28/03/2027 |
        B     | 10/01/2027 | yes
    """,
    )


def test_583_knows_march_2026_to_be_later_than_january_2025(check):
    check(
        "583",
        placed_adoption="""
        CHILD | DATE_PLACED | finding
        A     | 31/01/2025  | yes
        A     | 05/03/2026  |
        B     | 05/03/2026  |
        B     |             | yes
    """,
    )


def test_584_names_this_years_row_by_its_date(check):
    check(
        "584",
        placed_adoption="""
        CHILD | DATE_PLACED | finding
        Z     | 31/01/2020  |
        A     | 05/03/2026  |
        B     | 31/01/2025  | yes
    """,
        placed_adoption_last="""
        CHILD | DATE_PLACED | DATE_PLACED_CEASED | REASON_PLACED_CEASED
        A     | 31/01/2025  | 01/06/2025         | RD1
        B     | 05/03/2025  | 01/06/2025         | RD1
    """,
    )


def test_633_knows_the_newest_authorities(check):
    check(
        "633",
        prev_perm="""
        CHILD | LA_PERM | finding
        A     | 838     |
        B     | 943     |
        C     | 944     | yes
    """,
    )


def test_706_names_the_child_and_their_orders_of_this_year(check):
    check(
        "706",
        header="""
        CHILD | finding
        A     |
        B     |
        C     | yes
    """,
        dolo="""
        CHILD | DOLO_START | finding
        C     | 02/02/2026 | yes
        B     | 01/02/2026 |
    """,
        dolo_last="""
        CHILD | DOLO_START
        B     | 01/02/2026
        C     | 01/02/2026
    """,
    )


def test_SW12STG2_is_content_with_any_worker_at_the_time(check):  # noqa: N802
    check(
        "SW12STG2",
        episodes="""
        CHILD | DECOM      | LS | RNE | finding
        A     | 01/05/2026 | C2 | P   |
        B     | 01/05/2026 | C2 | S   |
        C     | 01/05/2026 | C2 | S   | yes
    """,
        sw_episodes="""
        CHILD | SW_DECOM   | SW_DEC
        B     | 01/04/2020 |
        C     | 01/04/2020 | 01/04/2021
    """,
    )


def test_142_takes_the_first_of_equal_starts_for_the_last_episode(check):
    check(
        "142",
        episodes="""
        CHILD | DECOM      | finding
        A     | 01/05/2026 |
        A     | 01/05/2026 | yes
    """,
    )


def test_199_counts_adoptions_on_one_day_from_the_top(check):
    check(
        "199",
        episodes="""
        CHILD | DECOM      | REC | finding
        A     | 01/05/2026 | E11 |
        A     | 01/05/2026 | E8  | yes
        B     | 01/05/2026 | E8  |
        B     | 01/05/2026 | E11 |
    """,
    )


def test_336_looks_at_the_row_above_on_one_day(check):
    check(
        "336",
        episodes="""
        CHILD | DECOM      | PLACE | finding
        A     | 01/05/2026 | U1    |
        A     | 02/05/2026 | K2    |
        A     | 02/05/2026 | A3    | yes
        B     | 01/05/2026 | U1    |
        B     | 02/05/2026 | A3    |
        B     | 02/05/2026 | K2    |
    """,
    )


def test_SW08STG2_takes_the_first_of_equal_starts_for_the_last_worker(check):  # noqa: N802
    check(
        "SW08STG2",
        sw_episodes="""
        CHILD | SW_DECOM   | finding
        A     | 01/05/2026 |
        A     | 01/05/2026 | yes
    """,
    )


def test_SW17STG2_takes_the_first_of_equal_starts_for_the_last_worker(check):  # noqa: N802
    check(
        "SW17STG2",
        sw_episodes="""
        CHILD | SW_DECOM   | SW_DEC     | finding
        A     | 01/05/2026 | 01/06/2026 | yes
        A     | 01/05/2026 | 01/06/2026 |
        B     | 01/05/2026 |            |
        B     | 01/05/2026 | 01/06/2026 |
    """,
    )
