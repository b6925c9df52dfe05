"""The tables and columns of the return, and the collection years in which they exist."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sufficiency.analytics.reference.years import FIRST_ENDING, CollectionYear


class ColumnType(StrEnum):
    """How the text of a cell is to be understood."""

    TEXT = "text"
    DATE = "date"
    CODE = "code"
    WHOLE_NUMBER = "whole number"
    POSTCODE = "postcode"


@dataclass(frozen=True)
class Column:
    """One column: its official name, its meaning and, for a code, the set it comes from."""

    name: str
    type: ColumnType
    meaning: str
    codes: str | None = None

    @property
    def is_date(self) -> bool:
        """Whether the column holds days."""
        return self.type is ColumnType.DATE


@dataclass(frozen=True)
class Table:
    """One table: what a row stands for, its usual file name and the first year that collects it."""

    name: str
    snake: str
    file_name: str
    row: str
    columns: tuple[Column, ...]
    since: int = FIRST_ENDING

    @property
    def column_names(self) -> tuple[str, ...]:
        """The official column names in their usual order."""
        return tuple(column.name for column in self.columns)

    @property
    def date_columns(self) -> tuple[str, ...]:
        """The names of the columns that hold days."""
        return tuple(column.name for column in self.columns if column.is_date)

    @property
    def line_column(self) -> str:
        """The name of the column that holds a row's line in its file."""
        return f"{self.snake}_line"

    def column(self, name: str) -> Column:
        """The column of that name; KeyError where the table has none."""
        return next(column for column in self.columns if column.name == name)


def text(name: str, meaning: str) -> Column:
    """A column of free text or an identifier."""
    return Column(name, ColumnType.TEXT, meaning)


def day(name: str, meaning: str) -> Column:
    """A column of dates, dd/mm/yyyy."""
    return Column(name, ColumnType.DATE, meaning)


def code(name: str, meaning: str, codes: str | None = None) -> Column:
    """A column of codes; the code set has the column's name unless another is given."""
    return Column(name, ColumnType.CODE, meaning, codes or name)


def postcode(name: str, meaning: str) -> Column:
    """A column of UK postcodes."""
    return Column(name, ColumnType.POSTCODE, meaning)


def number(name: str, meaning: str) -> Column:
    """A column of whole numbers."""
    return Column(name, ColumnType.WHOLE_NUMBER, meaning)


CHILD = text("CHILD", "The authority’s own identifier of the child, the same every year")
DOB = day("DOB", "Date of birth")
SEX = code("SEX", "Recorded sex")

HEADER = Table(
    "Header", "header", "header.csv", "a child or care leaver",
    (
        CHILD, SEX, DOB,
        code("ETHNIC", "Ethnic group"),
        text("UPN", "Unique pupil number, or UN1 to UN5 for why there is none"),
        code("MOTHER", "Whether the young person is herself a mother"),
        day("MC_DOB", "Date of birth of her first child"),
    ),
)  # fmt: skip

EPISODES = Table(
    "Episodes", "episodes", "episodes.csv", "a stretch with one legal status and one placement",
    (
        CHILD,
        day("DECOM", "Date the episode started"),
        code("RNE", "Why the episode started"),
        code("LS", "Legal status"),
        code("CIN", "Main need when the period of care started"),
        code("PLACE", "Kind of placement"),
        code("PLACE_PROVIDER", "Who provides the placement"),
        day("DEC", "Date the episode ended; blank while open"),
        code("REC", "Why the episode ended; X1 when another follows at once"),
        code("REASON_PLACE_CHANGE", "Why the placement changed"),
        postcode("HOME_POST", "Home postcode at the start of the period of care"),
        postcode("PL_POST", "Postcode of the placement"),
        text("URN", "Ofsted’s number of the home or agency"),
    ),
)  # fmt: skip

REVIEWS = Table(
    "Reviews", "reviews", "reviews.csv", "a review held in the year",
    (CHILD, DOB, day("REVIEW", "Date of the review"), code("REVIEW_CODE", "How the child took part")),
)  # fmt: skip

UASC = Table(
    "UASC", "uasc", "uasc.csv", "a child who was unaccompanied and seeking asylum in the year",
    (CHILD, SEX, DOB, day("DUC", "Date the child stopped being an unaccompanied asylum seeking child")),
)  # fmt: skip

OC2 = Table(
    "OC2", "oc2", "oc2.csv", "a child looked after for the twelve months to 31 March",
    (
        CHILD, DOB,
        number("SDQ_SCORE", "Strengths and difficulties score, 0 to 40"),
        code("SDQ_REASON", "Why there is no score"),
        code("CONVICTED", "Convicted or cautioned in the year"),
        code("HEALTH_CHECK", "Development checks up to date (under fives)", "YESNO01"),
        code("IMMUNISATIONS", "Immunisations up to date", "YESNO01"),
        code("TEETH_CHECK", "Teeth checked by a dentist in the year", "YESNO01"),
        code("HEALTH_ASSESSMENT", "Health assessments done in the year", "YESNO01"),
        code("SUBSTANCE_MISUSE", "Has a substance misuse problem", "YESNO01"),
        code("INTERVENTION_RECEIVED", "Received help with substance misuse", "YESNO01"),
        code("INTERVENTION_OFFERED", "Was offered help with substance misuse", "YESNO01"),
    ),
)  # fmt: skip

OC3 = Table(
    "OC3", "oc3", "oc3.csv", "a care leaver whose birthday fell in the year",
    (
        CHILD, DOB,
        code("IN_TOUCH", "Whether the authority is in touch"),
        code("ACTIV", "Main activity"),
        code("ACCOM", "Accommodation and whether it is suitable"),
    ),
)  # fmt: skip

AD1 = Table(
    "AD1", "ad1", "ad1.csv", "a child adopted in the year",
    (
        CHILD, DOB,
        day("DATE_INT", "Date of the decision that the child should be placed for adoption"),
        day("DATE_MATCH", "Date of the decision on the match with the adopters"),
        code("FOSTER_CARE", "Adopted by the foster carer"),
        code("NB_ADOPTR", "Number of adopters"),
        code("SEX_ADOPTR", "Sex of the adopters"),
        code("LS_ADOPTR", "Legal status of the adopters"),
    ),
)  # fmt: skip

PLACED_ADOPTION = Table(
    "PlacedAdoption", "placed_adoption", "placed_for_adoption.csv",
    "a decision that a child should be placed for adoption",
    (
        CHILD, DOB,
        day("DATE_PLACED", "Date of the decision"),
        day("DATE_PLACED_CEASED", "Date the decision was reversed"),
        code("REASON_PLACED_CEASED", "Why the decision was reversed"),
    ),
)  # fmt: skip

PREV_PERM = Table(
    "PrevPerm", "prev_perm", "previous_permanence.csv", "a child who started to be looked after",
    (
        CHILD, DOB,
        code("PREV_PERM", "Permanence order before this care"),
        text("LA_PERM", "Authority that arranged it"),
        day("DATE_PERM", "Date of the order; parts may be zz"),
    ),
)  # fmt: skip

MISSING = Table(
    "Missing", "missing", "missing.csv", "a time missing or away without authorisation",
    (
        CHILD, DOB,
        code("MISSING", "Missing or away"),
        day("MIS_START", "Date it began"),
        day("MIS_END", "Date it ended"),
    ),
)  # fmt: skip

SW_EPISODES = Table(
    "SWEpisodes", "sw_episodes", "sw_episodes.csv", "a time with one social worker",
    (
        CHILD, DOB,
        text("SW_ID", "The social worker’s registration number"),
        day("SW_DECOM", "Date the worker was allocated"),
        day("SW_DEC", "Date the allocation ended"),
        code("SW_REASON", "Why the worker changed"),
    ),
    since=2024,
)  # fmt: skip

DOLO = Table(
    "DoLo", "dolo", "dolo.csv", "a High Court order depriving a child of liberty",
    (CHILD, DOB, day("DOLO_START", "Date the order took effect"), day("DOLO_END", "Date it ended")),
    since=2027,
)  # fmt: skip

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        HEADER, EPISODES, REVIEWS, UASC, OC2, OC3, AD1, PLACED_ADOPTION, PREV_PERM, MISSING, SW_EPISODES, DOLO,
    )
}  # fmt: skip

BY_SNAKE: Mapping[str, Table] = {table.snake: table for table in TABLES.values()}


def collected_in(year: CollectionYear) -> tuple[Table, ...]:
    """The tables that a collection year asks for."""
    return tuple(table for table in TABLES.values() if table.since <= year.ending)
