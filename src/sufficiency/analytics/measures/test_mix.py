"""Examples of the measures in mix.py."""

EACH_PLACE = """
    CHILD     | DECOM      | PLACE | PLACE_PROVIDER
    KINSHIP   | 01/05/2023 | U1    | PR1
    OWN       | 01/05/2023 | U6    | PR1
    AGENCY    | 01/05/2023 | U4    | PR4
    OURHOME   | 01/05/2023 | K2    | PR1
    HOME      | 01/05/2023 | K2    | PR5
    SECURE    | 01/05/2023 | K1    | PR2
    FLAT      | 01/05/2023 | P2    | PR4
    SHARED    | 01/05/2023 | H5    | PR4
    PARENTS   | 01/05/2023 | P1    | PR0
    ADOPTION  | 01/05/2023 | A6    | PR1
    UNLISTED  | 01/05/2023 | Z1    |
    HOSPITAL  | 01/05/2023 | R2    | PR3
"""
ALL = "KINSHIP OWN AGENCY OURHOME HOME SECURE FLAT SHARED PARENTS ADOPTION UNLISTED HOSPITAL"


def others(*counted: str, of: str = ALL) -> str:
    return " ".join(child for child in of.split() if child not in counted)


def checked_share(check, measure_id, *counted, of=ALL):
    left_out = others(*of.split())
    check(
        measure_id,
        episodes=EACH_PLACE,
        counted=" ".join(counted),
        not_counted=others(*counted, of=of),
        left_out=left_out,
    )


def test_mix_foster(check):
    checked_share(check, "mix_foster", "KINSHIP", "OWN", "AGENCY")


def test_mix_kinship(check):
    checked_share(check, "mix_kinship", "KINSHIP")


def test_mix_residential(check):
    checked_share(check, "mix_residential", "OURHOME", "HOME", "SECURE")


def test_mix_supported(check):
    checked_share(check, "mix_supported", "FLAT", "SHARED")


def test_mix_supported_has_the_code_that_came_in_2024_25(check):
    check(
        "mix_supported",
        year="2024-25",
        episodes={
            "2024-25": """
                CHILD | DECOM      | PLACE | PLACE_PROVIDER
                A     | 01/05/2024 | K3    | PR4
                B     | 01/05/2024 | K2    | PR4
            """
        },
        counted="A",
        not_counted="B",
    )


def test_mix_other(check):
    checked_share(check, "mix_other", "UNLISTED")


def test_mix_parents(check):
    checked_share(check, "mix_parents", "PARENTS")


WITH_A_PROVIDER = others("PARENTS", "UNLISTED")


def test_provider_inhouse(check):
    checked_share(check, "provider_inhouse", "KINSHIP", "OWN", "OURHOME", "ADOPTION", of=WITH_A_PROVIDER)


def test_provider_independent(check):
    checked_share(check, "provider_independent", "AGENCY", "HOME", "FLAT", "SHARED", of=WITH_A_PROVIDER)


def test_foster_inhouse(check):
    checked_share(check, "foster_inhouse", "KINSHIP", "OWN", of="KINSHIP OWN AGENCY")


def test_residential_inhouse(check):
    checked_share(check, "residential_inhouse", "OURHOME", of="OURHOME HOME")
