"""The child's own voice: wishes, and identity needs in the child's own terms."""

from sufficiency.analytics.matching.changes import Change
from sufficiency.analytics.matching.children import Child, Wish
from sufficiency.analytics.matching.criteria.declaring import (
    Piece,
    always,
    criterion,
    known_or_range,
    not_asked,
    nothing_asked,
    shared,
)
from sufficiency.analytics.matching.facing import Facing
from sufficiency.analytics.matching.vocabulary import Feature, Identity

OF_THE_KIND = (
    Feature.FOSTER_FAMILY,
    Feature.CHILDRENS_HOME,
)  # told by the kind of home: nothing can change it


@criterion(
    "Child’s stated wishes",
    weight=10,
    source="Children Act 1989, section 22(4) and (5): wishes and feelings",
)
def wishes(facing: Facing) -> list[Piece]:
    """Each wish the child stated: met, not met, or not known."""
    pieces = [piece for child in facing.request.children for piece in _wishes(facing, child)]
    return shared(pieces) if pieces else nothing_asked(facing, "asked, and wished nothing in particular")


@criterion(
    "Identity, language, faith, culture needs met or supported",
    weight=8,
    source="Children Act 1989, section 22(5)(c): due consideration; defined by the child, met by carers or a plan",
)
def identity(facing: Facing) -> list[Piece]:
    """Each need the child names: met by the carers or by a plan of support alike."""
    pieces = [_identity(facing, need) for child in facing.request.children for need in child.identity_needs]
    return shared(pieces) if pieces else nothing_asked(facing, "no identity need was named")


def _wishes(facing: Facing, child: Child) -> list[Piece]:
    if child.wishes is None:
        return [not_asked(facing, "What does the child want? Nobody has asked yet.")]
    return [_wish(facing, wish) for wish in child.wishes]


def _wish(facing: Facing, wish: Wish) -> Piece:
    has = facing.columns.feature(wish.feature)
    low, high = known_or_range(has if wish.wanted else 1 - has)
    label = wish.feature.label
    said = f"{label}, as wished" if wish.wanted else f"no {label}, as wished"
    missed = f"not here, though wished for: {label}" if wish.wanted else f"{label}, which is not wished for"
    name = "" if wish.feature in OF_THE_KIND else wish.feature
    return Piece(
        share=1,
        low=low,
        high=high,
        good=always(said),
        bad=always(missed),
        question=f"Can the home offer this: {label}?",
        support="talk it over with the child",
        best=Change("features", name, wish.wanted, said) if name else None,
        worst=Change("features", name, not wish.wanted, missed) if name else None,
    )


def _identity(facing: Facing, need: str) -> Piece:
    low, high = known_or_range(facing.columns.identity(need))
    return Piece(
        share=1,
        low=low,
        high=high,
        good=always(f"{need}: met or supported"),
        bad=always(f"{need}: not yet met"),
        question=f"How would the home meet or support: {need}?",
        support=f"a plan of support for {need}",
        best=Change("identity", need, Identity.SUPPORTED, f"there were a plan of support for {need}"),
        worst=Change("identity", need, Identity.NOT_YET, f"{need} were not met"),
    )
