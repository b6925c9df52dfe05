"""A document on screen: its blocks as plain values for the page."""

from typing import Any

from sufficiency.reports.document import Block, Bullets, Document, Grid, Heading
from sufficiency.web.ui.components import Column, Table


def blocks(document: Document) -> list[dict[str, Any]]:
    """Each block with its kind."""
    return [_shown(block) for block in document.blocks]


def _shown(block: Block) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"kind": "heading", "text": block.text, "level": block.level}
    if isinstance(block, Bullets):
        return {"kind": "bullets", "lines": list(block.items)}
    if isinstance(block, Grid):
        columns = [Column(name, is_number=place in block.numbers) for place, name in enumerate(block.columns)]
        return {"kind": "grid", "table": Table(block.caption, columns, block.rows)}
    return {"kind": "paragraph", "text": block.text}
