"""The gallery's chart: what reports.figures.Figure carries, written out so that the gallery needs no drawing."""

from dataclasses import dataclass

from sufficiency.reports.palette import ACCENT, INK

_BARS = (("Kinship", 142), ("In-house", 341), ("Agency", 333))


@dataclass(frozen=True)
class _Column:
    heading: str
    is_number: bool = False


@dataclass(frozen=True)
class _Table:
    caption: str
    columns: tuple[_Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class _Figure:
    title: str
    wide: str
    table: _Table
    narrow: str = ""
    note: str = ""


def _bars(*, width: int, per_child: float) -> str:
    lines = "".join(
        f'<rect x="90" y="{at * 36}" width="{count * per_child:.0f}" height="22" fill="{ACCENT}"/>'
        f'<text x="0" y="{at * 36 + 16}" fill="{INK}">{label}</text>'
        f'<text x="{96 + count * per_child:.0f}" y="{at * 36 + 16}" fill="{INK}" font-weight="bold">{count}</text>'
        for at, (label, count) in enumerate(_BARS)
    )
    label = "Bars: kinship 142, in-house 341, agency 333 children"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{label}" width="{width}" height="104" '
        f'viewBox="0 0 {width} 104" font-family="Arial" font-size="14">{lines}</svg>'
    )


EXAMPLE_CHART = _Figure(
    title="Most foster children live with the council’s own carers",
    wide=_bars(width=700, per_child=1.6),
    narrow=_bars(width=288, per_child=0.46),
    note="Children on 31 March 2024, made up.",
    table=_Table(
        "Foster children by kind",
        (_Column("Kind"), _Column("Children", is_number=True)),
        tuple((label, str(count)) for label, count in _BARS),
    ),
)
