"""Writes a document as PDF/UA with Typst: tagged, so that it can be read by ear."""

import json
from importlib.resources import files

from sufficiency.reports.columns import narrow, shares
from sufficiency.reports.document import Block, Bullets, Document, Grid, Heading, Paragraph


def pdf(document: Document) -> bytes:
    """The document as an accessible PDF file."""
    import typst

    template = files("sufficiency.reports").joinpath("templates", "document.typ").read_bytes()
    told = json.dumps(_told(document), ensure_ascii=False)
    made = typst.compile(template, format="pdf", sys_inputs={"document": told}, pdf_standards=["ua-1"])
    if not isinstance(made, bytes):
        raise TypeError("Typst gave more than one file for a PDF.")
    return made


def _told(document: Document) -> dict[str, object]:
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "contents": bool(document.contents),
        "blocks": [_block(block, is_captioned) for block, is_captioned in document.captioned],
    }


def _block(block: Block, is_captioned: bool) -> dict[str, object]:
    match block:
        case Heading():
            return {"kind": "heading", "text": block.text, "level": block.level}
        case Paragraph():
            return {"kind": "paragraph", "text": block.text}
        case Bullets():
            return {"kind": "bullets", "items": list(block.items)}
        case Grid():
            return {
                "kind": "grid",
                "caption": block.caption if is_captioned else "",
                "columns": list(block.columns),
                "rows": [list(row) for row in block.rows],
                "numbers": list(block.numbers),
                "narrow": narrow(block),
                "shares": shares(block),
            }
