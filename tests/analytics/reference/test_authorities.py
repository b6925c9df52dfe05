from sufficiency.analytics.reference.authorities import (
    REPLACED_BY,
    authorities,
    codes_today,
    county_of_district,
)


def test_authority_has_number_name_and_region():
    cambridgeshire = authorities()["E10000003"]
    assert (cambridgeshire.number, cambridgeshire.name) == ("873", "Cambridgeshire")
    assert cambridgeshire.region == "East of England"


def test_district_belongs_to_its_county():
    assert county_of_district()["E07000008"] == "E10000003"


def test_every_county_of_a_district_is_an_authority():
    assert set(county_of_district().values()) <= set(authorities())


def test_replacements_are_authorities_and_are_not_replaced_again():
    todays = {code for codes in REPLACED_BY.values() for code in codes}
    assert todays <= set(authorities())
    assert not todays & set(REPLACED_BY)


def test_split_county_is_answered_for_by_its_parts():
    assert codes_today("E10000021") == ("E06000061", "E06000062")


def test_unchanged_authority_keeps_its_code():
    assert codes_today("E10000003") == ("E10000003",)
