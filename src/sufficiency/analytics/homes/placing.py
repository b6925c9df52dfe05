"""What speaks against a child living in a home: asked once more at the moment of placing, whatever was ranked before."""

from collections.abc import Iterator
from dataclasses import dataclass

from sufficiency.analytics.homes.approvals import Approval
from sufficiency.analytics.homes.kinds import HomeKind
from sufficiency.analytics.homes.places import Places

SUPPORTED_FROM_AGE = 16  # years: Care Planning Regulations 2010, reg. 27A (in force since September 2021)


@dataclass(frozen=True)
class Objection:
    """A reason against. `is_final` ones no one can set aside; the others someone may, and says why."""

    text: str
    is_final: bool = False


@dataclass(frozen=True)
class Asked:
    """What is asked of a home: for a child of an age (whole years; None where not known), and how they come."""

    age: int | None
    sex: str = ""
    with_siblings: bool = False
    in_emergency: bool = False


@dataclass(frozen=True)
class Offered:
    """What a home offers now. `sex` is blank where it takes any."""

    kind: HomeKind
    approval: Approval | None
    places: Places
    sex: str = ""
    is_closed: bool = False
    is_stopped: bool = False
    is_of_concern: bool = False


def objections(home: Offered, asked: Asked) -> list[Objection]:
    """Everything that speaks against, final ones first."""
    found = [*_law(home, asked), *_standing(home), *_approval(home, asked), *_room(home, asked)]
    return sorted(found, key=lambda one: not one.is_final)


def room_for(places: Places, asked: Asked) -> int:
    """How many such children could come: brothers and sisters may share, emergencies may have what is kept for them."""
    return (
        places.free
        + (places.for_siblings if asked.with_siblings else 0)
        + (places.for_emergencies if asked.in_emergency else 0)
    )


def _law(home: Offered, asked: Asked) -> Iterator[Objection]:
    if home.is_closed:
        yield Objection("The home is closed.", is_final=True)
    is_too_young = asked.age is not None and asked.age < SUPPORTED_FROM_AGE
    if home.kind is HomeKind.SUPPORTED_ACCOMMODATION and is_too_young:
        yield Objection(
            f"Nobody under {SUPPORTED_FROM_AGE} may be placed in supported accommodation.", is_final=True
        )


def _standing(home: Offered) -> Iterator[Objection]:
    if home.is_stopped:
        yield Objection("Placing in this home is stopped.")
    if home.is_of_concern:
        yield Objection("Its last inspection was of the worst kind.")
    if home.kind is HomeKind.UNREGISTERED:
        yield Objection("The setting is not registered.")


def _approval(home: Offered, asked: Asked) -> Iterator[Objection]:
    if home.approval is None:
        yield Objection("No approval is in force.")
        return
    if asked.age is not None and not home.approval.takes(asked.age):
        ages = f"{home.approval.youngest} to {home.approval.oldest}"
        yield Objection(f"It is approved for ages {ages}, and the child is {asked.age}.")
    if home.sex and asked.sex and home.sex != asked.sex:
        yield Objection("It is approved for the other sex.")


def _room(home: Offered, asked: Asked) -> Iterator[Objection]:
    if room_for(home.places, asked) > 0 or home.approval is None:
        return
    if home.places.for_siblings and not asked.with_siblings:
        yield Objection("What is left is only for a brother or sister of a child there.")
    elif home.places.for_emergencies and not asked.in_emergency:
        yield Objection("What is left is kept for emergencies.")
    elif not home.is_stopped:
        yield Objection("No place is free.")
