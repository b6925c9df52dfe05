"""The XML form of the return: where each table's cells stand in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sufficiency.analytics.returns.tables import (
    AD1,
    EPISODES,
    HEADER,
    MISSING,
    OC2,
    OC3,
    PLACED_ADOPTION,
    PREV_PERM,
    REVIEWS,
    SW_EPISODES,
    UASC,
    Table,
)

ROOT, CHILD_ELEMENT, HEADER_ELEMENT, EPISODE_ELEMENT = "EXPSSDA903", "CHILD", "HEADER", "EPISODE"
RENAMED = {"CHILD": "CHILDID", "PLACE": "PL"}  # column -> element, where they differ
FLAG = "UASC"  # a header element of the XML that CSV leaves to the UASC table
ON_THE_CHILD = ("CHILD", "DOB", "SEX")  # columns other tables take from the header


@dataclass(frozen=True)
class XmlTable:
    """A table whose rows stand in an element of their own, or among the header's elements (`element` None)."""

    table: Table
    element: str | None

    @property
    def tags(self) -> Mapping[str, str]:
        """The element of each of the table's own columns, in order."""
        shared = () if self.table is HEADER else ON_THE_CHILD
        return {name: RENAMED.get(name, name) for name in self.table.column_names if name not in shared}


# In the order in which a header's elements are written.
ON_HEADER = (XmlTable(OC3, None), XmlTable(AD1, None))
IN_ELEMENTS = (
    XmlTable(REVIEWS, "AREVIEW"),
    XmlTable(PREV_PERM, "PERMANENCE"),
    XmlTable(OC2, "OC2"),
    XmlTable(MISSING, "AMISSING"),
    XmlTable(PLACED_ADOPTION, "AD_PLACED"),
    # Seen once in a validator's history; not confirmed.
    XmlTable(SW_EPISODES, "SW_EPISODE"),
)
EPISODE_ROWS = XmlTable(EPISODES, EPISODE_ELEMENT)
UNACCOMPANIED = XmlTable(UASC, None)

# Tables that a return in XML always has, if only without rows.
ALWAYS = tuple(
    form.table for form in (XmlTable(HEADER, None), EPISODE_ROWS, UNACCOMPANIED, *ON_HEADER, *IN_ELEMENTS)
    if form.table is not SW_EPISODES
)  # fmt: skip
