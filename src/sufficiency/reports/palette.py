"""The colours of every chart and page: one colour a kind of placement, the same everywhere.

Each stands out from white by at least 4.5 to 1 (WCAG 2.2, 1.4.3 and 1.4.11), so that it serves for
lines, bars and words alike. Families share a hue: fostering is blue to teal, residential is warm.
"""

from collections.abc import Mapping

from sufficiency.analytics.reference.kinds import Kind

INK = "#0b0c0c"
QUIET = "#505a5f"  # words of second rank, axis labels
RULE = "#d0d5d9"  # grid and table lines: decoration, never the only sign of anything
PAPER = "#ffffff"
ACCENT = "#12436d"  # all children together, headings' line, links

KINDS: Mapping[Kind, str] = {
    Kind.KINSHIP_FOSTERING: "#0a7d74",
    Kind.IN_HOUSE_FOSTERING: "#1d70b8",
    Kind.AGENCY_FOSTERING: "#3d4f9f",
    Kind.IN_HOUSE_RESIDENTIAL: "#b25400",
    Kind.EXTERNAL_RESIDENTIAL: "#a8174f",
    Kind.SECURE: "#3d3d3d",
    Kind.SUPPORTED_ACCOMMODATION: "#3f7d20",
    Kind.WITH_PARENTS: "#7a5ea8",
    Kind.ADOPTION: "#b0399b",
    Kind.RESIDENTIAL_SCHOOL: "#8a6508",
    Kind.OTHER_RESIDENTIAL: "#7c4a32",
    Kind.OTHER: "#626a70",
}


def colour_of(kind: str) -> str:
    """The colour of a kind of placement; all children together have the accent."""
    return KINDS[Kind(kind)] if kind in set(Kind) else ACCENT


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    # The weights of the standard: eyes see green as brighter than blue.
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
