"""Covers in free text where a child can be found: officers write addresses into reasons and notes, too."""

from django import template

from sufficiency.web.placements import shielding

register = template.Library()


@register.filter
def covered(text: object, secrets: list[str]) -> str:
    """The text with every known address and every postcode covered."""
    return shielding.covered(str(text or ""), secrets)
