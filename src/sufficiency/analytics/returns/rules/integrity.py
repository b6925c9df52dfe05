"""Tables that must agree: the same child in each, born on the same day, once where once is meant."""

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.terms import both_differ, filled, joined, stacked, without_row
from sufficiency.analytics.returns.tables import TABLES

OTHER_BIRTH = "DOB is {DOB} here and {DOB_header} in the Header table."
OTHER_SEX = "SEX is {SEX} here and {SEX_header} in the Header table."


def disagreeing(frame: Frame, header: Frame, name: str) -> Frame:
    """Rows whose value and the Header table's are both there and differ."""
    known = header.select("CHILD", col(name).alias(f"{name}_header"))
    return joined(frame, known).filter(both_differ(col(name), col(f"{name}_header")))


def repeated(frame: Frame, line: str) -> Frame:
    """The rows of children who stand in a table more than once."""
    count = col(line).count().over("CHILD")
    return frame.with_columns(count.alias("times")).filter((col("times") > 1) & filled("CHILD"))


@rule("EPI", flags="Header: CHILD")
def child_without_episode_or_leavers_record(header: Frame, episodes: Frame, oc3: Frame) -> Frame:
    """The child has neither an episode nor a care leaver’s record."""
    return without_row(without_row(header, episodes), oc3)


OF_CHILDREN_IN_CARE = ("PlacedAdoption", "Missing", "Reviews", "AD1", "PrevPerm", "OC2")


@rule(
    "1012",
    flags=dict.fromkeys(OF_CHILDREN_IN_CARE, "CHILD"),
    why="The child has this record, but no episode.",
    suggestion="Add the child’s episodes, or leave the record out.",
)
def record_without_episode(
    episodes: Frame,
    placed_adoption: Frame | None = None,
    missing: Frame | None = None,
    reviews: Frame | None = None,
    ad1: Frame | None = None,
    prev_perm: Frame | None = None,
    oc2: Frame | None = None,
) -> Frame:
    """The child of the record has no episode this year."""
    lines = {TABLES[name].line_column: nw.lit(None, dtype=nw.Int64) for name in OF_CHILDREN_IN_CARE}
    none = episodes.head(0).with_columns(**lines)
    tables = (placed_adoption, missing, reviews, ad1, prev_perm, oc2)
    return stacked(none, *(without_row(table, episodes) for table in tables if table is not None))


@rule("INT01", flags="AD1: CHILD")
def adoption_of_an_unlisted_child(ad1: Frame, header: Frame) -> Frame:
    """The child of the adoption record is not in the Header table."""
    return without_row(ad1, header)


@rule("INT02", flags="PlacedAdoption: CHILD")
def decision_of_an_unlisted_child(placed_adoption: Frame, header: Frame) -> Frame:
    """The child of the decision to place for adoption is not in the Header table."""
    return without_row(placed_adoption, header)


@rule("INT04", flags="Missing: CHILD")
def missing_time_of_an_unlisted_child(missing: Frame, header: Frame) -> Frame:
    """The child of the time missing or away is not in the Header table."""
    return without_row(missing, header)


@rule("INT05", flags="OC2: CHILD")
def health_record_of_an_unlisted_child(oc2: Frame, header: Frame) -> Frame:
    """The child of the health record is not in the Header table."""
    return without_row(oc2, header)


@rule("INT06", flags="OC3: CHILD")
def leaver_of_an_unlisted_child(oc3: Frame, header: Frame) -> Frame:
    """The child of the care leaver’s record is not in the Header table."""
    return without_row(oc3, header)


@rule("INT07", flags="PrevPerm: CHILD")
def permanence_of_an_unlisted_child(prev_perm: Frame, header: Frame) -> Frame:
    """The child of the record of earlier permanence is not in the Header table."""
    return without_row(prev_perm, header)


@rule("INT09", flags="UASC: CHILD")
def unaccompanied_of_an_unlisted_child(uasc: Frame, header: Frame) -> Frame:
    """The child of the record as an unaccompanied child is not in the Header table."""
    return without_row(uasc, header)


@rule("INT03", flags="Episodes: CHILD")
def episode_of_an_unlisted_child(episodes: Frame, header: Frame) -> Frame:
    """The child of the episode is not in the Header table."""
    return without_row(episodes, header)


@rule("INT08", flags="Reviews: CHILD")
def review_of_an_unlisted_child(reviews: Frame, header: Frame) -> Frame:
    """The child of the review is not in the Header table."""
    return without_row(reviews, header)


@rule("INT11", flags="AD1: CHILD DOB", why=OTHER_BIRTH)
def adoption_with_another_birth(ad1: Frame, header: Frame) -> Frame:
    """The date of birth on the adoption record differs from the Header table’s."""
    return disagreeing(ad1, header, "DOB")


@rule("INT12", flags="PlacedAdoption: CHILD DOB", why=OTHER_BIRTH)
def decision_with_another_birth(placed_adoption: Frame, header: Frame) -> Frame:
    """The date of birth on the decision to place for adoption differs from the Header table’s."""
    return disagreeing(placed_adoption, header, "DOB")


@rule("INT13", flags="Missing: CHILD DOB", why=OTHER_BIRTH)
def missing_time_with_another_birth(missing: Frame, header: Frame) -> Frame:
    """The date of birth on the time missing or away differs from the Header table’s."""
    return disagreeing(missing, header, "DOB")


@rule("INT14", flags="OC2: CHILD DOB", why=OTHER_BIRTH)
def health_record_with_another_birth(oc2: Frame, header: Frame) -> Frame:
    """The date of birth on the health record differs from the Header table’s."""
    return disagreeing(oc2, header, "DOB")


@rule("INT15", flags="OC3: CHILD DOB", why=OTHER_BIRTH)
def leaver_with_another_birth(oc3: Frame, header: Frame) -> Frame:
    """The date of birth on the care leaver’s record differs from the Header table’s."""
    return disagreeing(oc3, header, "DOB")


@rule("INT16", flags="PrevPerm: CHILD DOB", why=OTHER_BIRTH)
def permanence_with_another_birth(prev_perm: Frame, header: Frame) -> Frame:
    """The date of birth on the record of earlier permanence differs from the Header table’s."""
    return disagreeing(prev_perm, header, "DOB")


@rule("INT17", flags="Reviews: CHILD DOB", why=OTHER_BIRTH)
def review_with_another_birth(reviews: Frame, header: Frame) -> Frame:
    """The date of birth on the review differs from the Header table’s."""
    return disagreeing(reviews, header, "DOB")


@rule("INT18", flags="UASC: CHILD DOB", why=OTHER_BIRTH)
def unaccompanied_with_another_birth(uasc: Frame, header: Frame) -> Frame:
    """The date of birth on the record as an unaccompanied child differs from the Header table’s."""
    return disagreeing(uasc, header, "DOB")


@rule("INT21", flags="UASC: CHILD SEX", why=OTHER_SEX)
def unaccompanied_with_another_sex(uasc: Frame, header: Frame) -> Frame:
    """The sex on the record as an unaccompanied child differs from the Header table’s."""
    return disagreeing(uasc, header, "SEX")


@rule("INT31", flags="AD1: CHILD")
def adoption_twice(ad1: Frame) -> Frame:
    """The child stands in the AD1 table more than once."""
    return repeated(ad1, "ad1_line")


@rule("INT34", flags="OC3: CHILD")
def leaver_twice(oc3: Frame) -> Frame:
    """The child stands in the OC3 table more than once."""
    return repeated(oc3, "oc3_line")


@rule("INT35", flags="PrevPerm: CHILD")
def permanence_twice(prev_perm: Frame) -> Frame:
    """The child stands in the PrevPerm table more than once."""
    return repeated(prev_perm, "prev_perm_line")


@rule("INT36", flags="UASC: CHILD")
def unaccompanied_twice(uasc: Frame) -> Frame:
    """The child stands in the UASC table more than once."""
    return repeated(uasc, "uasc_line")


@rule("INT32", flags="Header: CHILD")
def child_listed_twice(header: Frame) -> Frame:
    """The child stands in the Header table more than once."""
    return repeated(header, "header_line")


@rule("INT33", flags="OC2: CHILD")
def health_record_twice(oc2: Frame) -> Frame:
    """The child stands in the OC2 table more than once."""
    return repeated(oc2, "oc2_line")
