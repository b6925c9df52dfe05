import polars as pl
import pytest

PLACE_CHANGES = ("P", "B", "T", "U")
STAYS = ("T0", "T1", "T2", "T3", "T4")
FOSTERING = ("U1", "U2", "U3", "U4", "U5", "U6")


def test_nobody_is_in_two_places(episodes, before):
    overlapping = episodes.filter(pl.col("DECOM") < before("DEC"))
    assert overlapping.height == 0


def test_every_episode_lasts_at_least_a_night(episodes):
    assert episodes.filter(pl.col("DEC") <= pl.col("DECOM")).height == 0


def test_only_the_last_episode_of_a_child_is_open(episodes, after):
    assert episodes.filter(pl.col("DEC").is_null() & after("DECOM").is_not_null()).height == 0


def test_episode_that_goes_on_is_followed_the_same_day(episodes):
    ended = episodes.filter(pl.col("REC") == "X1").select("year", "CHILD", "DEC")
    nexts = episodes.select("year", "CHILD", DEC="DECOM")
    # What follows on 1 April of the next year is not yet known.
    assert ended.join(nexts, on=["year", "CHILD", "DEC"], how="anti").height == 0


def test_child_who_left_comes_back_another_day_as_a_start(episodes, before):
    left = episodes.filter(before("REC").is_not_null() & (before("REC") != "X1"))
    assert left.height
    assert (left["RNE"] == "S").all()
    assert left.filter(pl.col("DECOM") <= before("DEC")).height == 0


def test_end_and_reason_stand_together(episodes):
    assert episodes.filter(pl.col("DEC").is_null() != pl.col("REC").is_null()).height == 0


def test_nothing_is_known_after_31_march(episodes):
    assert (
        episodes.filter((pl.col("DEC") > pl.col("year_end")) | (pl.col("DECOM") > pl.col("year_end"))).height
        == 0
    )


def test_every_episode_touches_the_year(episodes):
    assert episodes.filter(pl.col("DEC") < pl.col("year_start")).height == 0


def test_nobody_stays_past_18(episodes, birthday):
    until = pl.coalesce("DEC", "year_end")
    assert episodes.filter(until > birthday(18)).height == 0


def test_those_who_stay_put_leave_on_their_18th_birthday(episodes, birthday):
    stayed = episodes.filter(pl.col("REC") == "E17")
    assert stayed.height > 20
    assert stayed.filter(pl.col("DEC") != birthday(18)).height == 0


def test_nobody_under_16_is_in_supported_accommodation(episodes, birthday):
    supported = episodes.filter(pl.col("PLACE").is_in(["H5", "K3", "P2"]))
    assert supported.height > 100
    assert supported.filter(pl.col("DECOM") < birthday(16)).height == 0


@pytest.mark.parametrize(("place", "age"), [("R5", 12), ("K1", 12), ("S1", 4)])
def test_settings_have_their_least_age(episodes, birthday, place, age):
    assert episodes.filter((pl.col("PLACE") == place) & (pl.col("DECOM") < birthday(age))).height == 0


def test_remand_is_for_those_well_over_10(episodes, birthday):
    remanded = episodes.filter(pl.col("LS").is_in(["J1", "J2"]))
    assert remanded.height
    assert remanded.filter(pl.col("DECOM") <= birthday(10)).height == 0


def test_children_live_with_parents_only_under_an_order(cared):
    with_parents = cared.filter(pl.col("PLACE") == "P1")
    assert with_parents.height
    assert set(with_parents["LS"]) <= {"C1", "C2"}


def test_open_episode_comes_back_next_year_as_it_was(episodes):
    kept = ["CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE_PROVIDER", "HOME_POST", "PL_POST", "URN", "PLACE"]
    was_open = episodes.filter(pl.col("DEC").is_null() & (pl.col("year") < 2027)).with_columns(
        pl.col("year") + 1
    )
    recoded = (
        pl.when((pl.col("year") == 2025) & (pl.col("PLACE") == "H5")).then(pl.lit("K3"))
        .when((pl.col("year") == 2026) & (pl.col("PLACE") == "Z1")).then(None)
        .otherwise("PLACE")
    )  # fmt: skip
    found = was_open.with_columns(PLACE=recoded).join(
        episodes.select("year", *kept), on=["year", "CHILD", "DECOM"], how="left", suffix="_now"
    )
    assert found["RNE_now"].null_count() == 0
    for name in kept[2:-1]:
        assert found[name].eq_missing(found[f"{name}_now"]).all(), name
    moved = found.filter(pl.col("PLACE").is_not_null() & (pl.col("PLACE") != pl.col("PLACE_now")))
    assert moved.height == 0
    assert found.filter(pl.col("PLACE").is_null())["PLACE_now"].is_in(["Z11", "Z12", "Z13", "Z14"]).all()


def test_episode_begun_before_the_year_was_open_last_year(episodes):
    older = episodes.filter((pl.col("DECOM") < pl.col("year_start")) & (pl.col("year") > 2022))
    was_open = episodes.filter(pl.col("DEC").is_null()).select(pl.col("year") + 1, "CHILD", "DECOM")
    assert older.join(was_open, on=["year", "CHILD", "DECOM"], how="anti").height == 0


def changed(names, before):
    return pl.any_horizontal(pl.col(name).ne_missing(before(name)) for name in names)


def test_new_episode_says_what_changed(episodes, before):
    marked = episodes.with_columns(
        status=changed(["LS"], before),
        place=changed(["PLACE", "PL_POST", "URN", "PLACE_PROVIDER"], before),
        follows=before("REC") == "X1",
    ).filter("follows")
    expected = {
        "L": (True, False),
        "P": (False, True),
        "T": (False, True),
        "B": (True, True),
        "U": (True, True),
    }
    assert set(marked["RNE"]) == set(expected)
    for code, (status, place) in expected.items():
        rows = marked.filter(pl.col("RNE") == code)
        assert set(rows.select("status", "place").iter_rows()) == {(status, place)}, code


def test_need_and_home_stay_the_same_through_a_period(episodes, before):
    follows = episodes.with_columns(
        follows=before("REC") == "X1", differs=changed(["CIN", "HOME_POST"], before)
    ).filter("follows")
    assert not follows["differs"].any()


def test_reason_for_a_move_stands_on_the_episode_it_ends(cared, after):
    marked = cared.with_columns(nexts=after("RNE"), next_place=after("PLACE")).filter(
        pl.col("nexts").is_not_null()
    )
    moved = pl.col("nexts").is_in(PLACE_CHANGES) & (pl.col("REC") == "X1")
    away = pl.col("PLACE").is_in(STAYS) | pl.col("next_place").is_in(STAYS)
    assert marked.filter((moved & ~away) != pl.col("REASON_PLACE_CHANGE").is_not_null()).height == 0


def test_change_with_the_same_carer_is_not_called_a_move(cared, after):
    same = cared.filter(after("RNE").is_in(["T", "U"]) & (pl.col("REC") == "X1"))
    assert same.height > 20
    assert set(same["REASON_PLACE_CHANGE"]) == {"PLACE"}


def test_stays_away_are_there_and_back(cared, before, after):
    marked = cared.with_columns(
        was=before("PLACE"),
        nexts=after("PLACE"),
        back=after("PL_POST"),
        left=before("PL_POST"),
        how=after("RNE"),
    )
    away = marked.filter(
        pl.col("PLACE").is_in(STAYS) & pl.col("was").is_not_null() & pl.col("nexts").is_not_null()
    )
    assert away.height > 10
    assert (away["was"] == away["nexts"]).all()
    assert (away["left"] == away["back"]).all()
    assert set(away["RNE"]) | set(away["how"]) == {"P"}


def test_stays_away_are_short_and_have_neither_provider_nor_number(cared):
    away = cared.filter(pl.col("PLACE").is_in(STAYS))
    assert away.filter(pl.col("DEC") - pl.col("DECOM") > pl.duration(days=20)).height == 0
    assert away["PLACE_PROVIDER"].null_count() == away["URN"].null_count() == away.height


def test_provider_fits_the_place(episodes):
    pairs = set(episodes.select("PLACE", "PLACE_PROVIDER").unique().iter_rows())
    assert {provider for place, provider in pairs if place == "P1"} == {"PR0"}
    assert {provider for place, provider in pairs if place[0] in "TZ"} == {None}
    assert "PR3" not in {provider for place, provider in pairs if place in (*FOSTERING, "K1", "K2")}


def test_supported_accommodation_has_a_number_since_its_registration(cared, registration):
    supported = cared.filter(pl.col("PLACE").is_in(["H5", "K3", "P2"]))
    number = pl.when(pl.col("URN") == "XXXXXXX").then(pl.lit("none")).otherwise(pl.lit("own"))
    for since, expected in ((False, {"none"}), (True, {"own"})):
        rows = supported.filter((pl.col("DECOM") >= registration) == since)
        assert set(rows.select(number).to_series()) == expected


def test_independent_living_ends_before_2023_24(cared):
    independent = cared.filter(pl.col("PLACE") == "P2")
    assert independent.height
    assert independent["year"].max() == 2023


def test_unaccompanied_children_have_no_home_here(cared, table):
    alone = table("UASC").select("year", "CHILD")
    theirs = cared.join(alone, on=["year", "CHILD"], how="semi")
    others = cared.join(alone, on=["year", "CHILD"], how="anti")
    assert theirs["HOME_POST"].null_count() == theirs.height
    assert (
        others["HOME_POST"].null_count()
        == others.filter(pl.col("CIN") == "N8")["HOME_POST"].null_count()
        == 0
    )


def test_only_with_parents_is_the_placement_at_home(cared):
    at_home = cared.filter(pl.col("PL_POST") == pl.col("HOME_POST"))
    assert set(at_home["PLACE"]) == {"P1"}


def test_guardianship_goes_to_carers_the_child_lives_with(cared):
    guardians = cared.filter(pl.col("REC").is_in(["E45", "E46", "E47"]))
    places = {code: set(guardians.filter(pl.col("REC") == code)["PLACE"]) for code in ("E45", "E46", "E47")}
    assert places["E45"] <= {"U1", "U2", "U3"}
    assert places["E46"] <= {"U4", "U5", "U6"}
    assert not places["E47"] & set(FOSTERING)


@pytest.mark.slow
def test_old_years_have_old_codes(table, old_returns):
    episodes, header = table("Episodes", old_returns), table("Header", old_returns)
    assert set(header["SEX"]) == {"1", "2"}
    before_2018 = set(episodes.filter(pl.col("year") <= 2018)["REC"].drop_nulls())
    assert before_2018 & {"E43", "E44"}
    assert not before_2018 & {"E45", "E46"}
    assert set(episodes.filter(pl.col("year") >= 2019)["REC"].drop_nulls()) & {"E45", "E46"}
    assert not set(table("OC3", old_returns)["ACTIV"]) & {"F4", "F5", "P4", "P5"}


def test_emergency_measures_are_short(cared):
    for status, most in (("L1", 3), ("L2", 21), ("J2", 21)):
        rows = cared.filter((pl.col("LS") == status) & pl.col("DEC").is_not_null())
        chain = rows.group_by("year", "CHILD").agg(pl.col("DEC").max() - pl.col("DECOM").min())
        assert chain.filter(pl.col("DEC") > pl.duration(days=most)).height == 0
