from datetime import date

import pytest

from sufficiency.analytics.homes.kinds import HomeKind
from sufficiency.analytics.homes.ofsted import Finding, Registration, finding, registrations, to_add

DAY = date(2026, 11, 1)


def line(urn, *, closed=None, codes="K2", area="Testshire", kind="Children's home"):
    return {
        "urn": urn, "provider_type": kind, "authority": area, "place_codes": codes, "provider_codes": "PR4",
        "closed_on": closed, "postcode": "CB1 1AA",
    }  # fmt: skip


def test_of_two_lines_of_a_number_the_one_that_still_holds_counts():
    ended, holds = line("SC1", closed=date(2020, 1, 1)), line("SC1", kind="Later")
    for rows in ([ended, holds], [holds, ended]):
        assert registrations(rows)["SC1"].provider_type == "Later"


@pytest.mark.parametrize(
    ("codes", "kind"),
    [("K2", HomeKind.CHILDRENS_HOME), ("K1, K2", HomeKind.CHILDRENS_HOME), ("K1", HomeKind.SECURE_HOME),
     ("H5", HomeKind.SUPPORTED_ACCOMMODATION), ("U4,U5,U6", None), ("", None)],
)  # fmt: skip
def test_the_placement_codes_tell_the_kind_and_an_agency_is_no_home(codes, kind):
    assert registrations([line("SC1", codes=codes)])["SC1"].kind == kind


@pytest.mark.parametrize(
    ("now", "before", "listed", "found"),
    [
        (None, Registration("SC1"), True, Finding.GONE),
        (Registration("SC1"), None, False, Finding.FIRST),
        (Registration("SC1"), Registration("SC1"), True, Finding.SAME),
        (Registration("SC1"), Registration("SC1"), False, Finding.CHANGED),  # it is on the list again
        (Registration("SC1", area="Elsewhere"), Registration("SC1"), True, Finding.CHANGED),
        (Registration("SC1", closed_on=DAY), Registration("SC1"), True, Finding.CLOSED),
        (Registration("SC1", closed_on=date(2027, 1, 1)), Registration("SC1"), True, Finding.CHANGED),
    ],
)
def test_what_a_list_means_for_a_number(now, before, listed, found):
    assert finding(now, before, as_of=DAY, was_listed=listed) == found


def test_homes_of_our_area_that_are_not_in_the_register_are_to_be_added():
    listed = registrations(
        [
            line("SC1"), line("SC2"), line("SC3", area="Elsewhere"), line("SC4", closed=date(2026, 1, 1)),
            line("SC5", codes="U6"), line("SC6", area="TESTSHIRE"),
        ]
    )  # fmt: skip
    assert [one.urn for one in to_add(listed, ["SC1"], areas=["Testshire", ""], as_of=DAY)] == ["SC2", "SC6"]
