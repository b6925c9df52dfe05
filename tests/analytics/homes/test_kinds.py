import pytest

from sufficiency.analytics.homes.judgements import Judgement
from sufficiency.analytics.homes.kinds import HomeKind, ProviderKind, kind_of_placement
from sufficiency.analytics.homes.offers import ADAPTATIONS, SKILLS, Theme, in_words
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.returns.codes import code_sets


@pytest.mark.parametrize(
    ("home", "provider", "kind"),
    [
        ("carers", "own_service", Kind.IN_HOUSE_FOSTERING),
        ("carers", "fostering_agency", Kind.AGENCY_FOSTERING),
        ("carers", "other_authority", Kind.AGENCY_FOSTERING),
        ("connected_carers", "own_service", Kind.KINSHIP_FOSTERING),
        ("childrens_home", "own_service", Kind.IN_HOUSE_RESIDENTIAL),
        ("childrens_home", "voluntary", Kind.EXTERNAL_RESIDENTIAL),
        ("supported_accommodation", "own_service", Kind.SUPPORTED_ACCOMMODATION),
        ("residential_school", "school", Kind.RESIDENTIAL_SCHOOL),
        ("secure_home", "other_authority", Kind.SECURE),
        ("unregistered", "childrens_home_company", Kind.OTHER),
    ],
)
def test_home_and_provider_make_the_kind_of_placement(home, provider, kind):
    assert kind_of_placement(HomeKind(home), ProviderKind(provider)) == kind


def known(codes):
    return {code.code for code in code_sets()[codes].codes}


def test_every_code_is_one_of_the_return():
    assert {code for kind in HomeKind for code in kind.codes} <= known("PLACE")
    assert {kind.code for kind in ProviderKind} <= known("PLACE_PROVIDER")


def test_everything_has_words():
    assert all(one.label for kinds in (HomeKind, ProviderKind, Judgement, Theme) for one in kinds)
    assert in_words(Theme.SKILL, "babies") == SKILLS["babies"] == "Babies"
    assert in_words(Theme.ADAPTATION, "hoist") == ADAPTATIONS["hoist"]
    assert in_words(Theme.LANGUAGE, "Polish") == "Polish"


def test_only_the_worst_judgements_are_of_concern():
    assert [one for one in Judgement if one.is_of_concern] == [
        Judgement.INADEQUATE,
        Judgement.SERIOUS_WEAKNESSES,
    ]


def test_families_foster():
    assert [kind for kind in HomeKind if kind.is_fostering] == [HomeKind.CARERS, HomeKind.CONNECTED_CARERS]
