"""Places, confirmations and homes in words and in signs."""

from datetime import datetime

from django.utils.html import format_html
from django.utils.safestring import SafeString

from sufficiency.analytics.homes.places import Places
from sufficiency.reports.wording import plural
from sufficiency.web.homes.models import Home
from sufficiency.web.ui.wording import lately

# Child, held, stopped, kept for brothers and sisters, kept for emergencies, free.
SIGNS = "■◧✕◫◪□"
MOST_DRAWN = 12  # places; a larger home is told in words alone
KEY = "■ child ◧ held □ free ✕ stopped ◫ for brothers and sisters ◪ for emergencies"


def in_words(places: Places) -> str:
    """The places as a sentence: "2 children, 1 place held, 1 free"."""
    parts = [
        plural(places.children, "child", "children") if places.children else "",
        f"{places.held} held" if places.held else "",
        f"{places.stopped} stopped" if places.stopped else "",
        f"{places.for_siblings} for brothers and sisters" if places.for_siblings else "",
        f"{places.for_emergencies} for emergencies" if places.for_emergencies else "",
        f"{places.free} free",
        f"{places.over} more than approved" if places.over else "",
    ]
    return ", ".join(part for part in parts if part)


def drawn(places: Places) -> SafeString:
    """The places as signs, with words for who cannot see them."""
    counts = (
        places.children, places.held, places.stopped, places.for_siblings, places.for_emergencies, places.free
    )  # fmt: skip
    words = in_words(places)
    if sum(counts) > MOST_DRAWN or not sum(counts):
        return format_html("{}", words if sum(counts) else "No places")
    signs = "".join(sign * count for sign, count in zip(SIGNS, counts, strict=True))
    return format_html(
        '<span class="places" aria-hidden="true">{}</span><span class="govuk-visually-hidden">{}</span>',
        signs,
        words,
    )


def confirmed(home: Home, *, now: datetime) -> str:
    """When someone last said which places are free."""
    return lately(home.confirmed_at, now=now) if home.confirmed_at else "Never"


def ages(youngest: int, oldest: int) -> str:
    """A range of ages: "5–11"."""
    return str(youngest) if youngest == oldest else f"{youngest}–{oldest}"
