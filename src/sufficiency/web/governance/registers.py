"""Lists that groups keep, each declared once: pages, forms and headings come from the declaration.

This app has those of every group. Another has its own in `group_registers.py`, in a list called REGISTERS.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sufficiency.web.governance.models import Group, OfGroup
from sufficiency.web.ui.contributions import contributed

Remarks = Callable[[Group, Sequence[Any], date], list[str]]


@dataclass(frozen=True, kw_only=True)
class Register:
    """A list that groups of some kinds keep.

    `choices` give the values of a field where they are not typed but picked; a list with `feeds_agendas` plans what
    meetings hear. `columns` are heading and attribute; `remarks` says what is amiss with the list as a whole: gaps, what is
    overdue, who is missing. `kinds` are the kinds of group that keep it; nothing means all.
    """

    key: str
    label: str
    one: str
    model: type[OfGroup]
    fields: Sequence[str]
    columns: Sequence[tuple[str, str]]
    intro: str = ""
    kinds: frozenset[str] = frozenset()
    small_numbers: Sequence[str] = ()  # fields that only those fill in and see who may see small numbers
    remarks: Remarks = field(default=lambda *_: [])
    choices: Mapping[str, Callable[[Group], Iterable[str]]] = field(default_factory=dict)
    feeds_agendas: bool = False

    @property
    def one_more(self) -> str:
        """One of what it lists, with its article."""
        return f"{'an' if self.one[0] in 'aeiou' else 'a'} {self.one}"

    def is_kept_by(self, group: Group) -> bool:
        """Whether a group keeps it."""
        return not self.kinds or group.kind in self.kinds


def registers_of(group: Group) -> list[Register]:
    """The lists that a group keeps, in the order in which they are declared."""
    return [one for one in contributed("group_registers", "REGISTERS") if one.is_kept_by(group)]


def register_of(group: Group, key: str) -> Register | None:
    """One list by its key; None where the group keeps no such list."""
    return next((one for one in registers_of(group) if one.key == key), None)
