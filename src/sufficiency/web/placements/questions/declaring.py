"""How a question of a request is declared."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an answer is."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    DAY = "day"
    POSTCODE = "postcode"
    CHOICE = "choice"
    SEVERAL = "several"


YES_NO = ("Yes", "No")
YES_NO_NOT = ("Yes", "No", "Not specified")
RISK = ("No known risk", "Low risk", "High risk")
SUITABILITY = ("Preferred", "Suitable but not preferred", "Unsuitable", "Not specified")
LEVELS = ("0 none", "1 some", "2 high", "3 very high")


@dataclass(frozen=True, kw_only=True)
class Step:
    """A page of the form; `by_child` where it is asked for each child."""

    key: str
    label: str
    by_child: bool = False
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question. `standard` is the field's name in the regional home-search standard, where it is one of its.

    `in_referral` says whether providers are told; `is_address` whether it tells where someone can be found: such
    answers are covered in every referral, export and message unless shown to a named recipient.
    """

    key: str
    step: str
    label: str
    kind: Kind
    options: Sequence[str] = ()
    hint: str = ""
    standard: str = ""
    in_referral: bool = True
    is_address: bool = False
    required: bool = False
