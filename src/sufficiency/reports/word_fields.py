"""Fields of Word: the number of the page, and a list of contents whose lines lead to their chapters."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

INSTRUCTION = 'TOC \\o "1-1" \\h \\z'


def page_numbers(made: "WordDocument") -> None:
    """“Page 2 of 5” at the foot of each page."""
    foot = made.sections[0].footer.paragraphs[0]
    foot.add_run("Page ")
    _field(foot, "PAGE", "1")
    foot.add_run(" of ")
    _field(foot, "NUMPAGES", "1")


def contents(made: "WordDocument", chapters: Sequence[str]) -> None:
    """The chapters as links; Word renews the list, with pages, when the reader asks it to."""
    if not chapters:
        return
    made.add_paragraph("Contents", style="Subtitle")
    for place, chapter in enumerate(chapters):
        line = made.add_paragraph()
        line.paragraph_format.space_after = 0
        # One field spans all lines: it begins before the first and ends after the last.
        if place == 0:
            _begin(line, INSTRUCTION)
        _link(line, chapter, to=bookmark_of(place))
        if place == len(chapters) - 1:
            _mark(line, "end")
            line.paragraph_format.space_after = None  # as after any paragraph: the text begins


def bookmark_of(place: int) -> str:
    """The name of the place that a chapter's line in the contents leads to."""
    return f"_Toc{place + 1:08d}"


def bookmark(heading: "Paragraph", place: int) -> None:
    """Mark a chapter's heading as such a place."""
    start, end = _element("bookmarkStart", id=str(place)), _element("bookmarkEnd", id=str(place))
    start.set(_name("name"), bookmark_of(place))
    heading._p.insert(0, start)
    heading._p.append(end)


def _field(paragraph: "Paragraph", instruction: str, shown: str) -> None:
    _begin(paragraph, instruction)
    paragraph.add_run(shown)
    _mark(paragraph, "end")


def _begin(paragraph: "Paragraph", instruction: str) -> None:
    _mark(paragraph, "begin")
    told = _element("instrText")
    told.text = f" {instruction} "
    told.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    paragraph.add_run()._r.append(told)
    _mark(paragraph, "separate")


def _mark(paragraph: "Paragraph", kind: str) -> None:
    paragraph.add_run()._r.append(_element("fldChar", fldCharType=kind))


def _link(paragraph: "Paragraph", text: str, *, to: str) -> None:
    link = _element("hyperlink", anchor=to)
    run = paragraph.add_run(text)
    link.append(run._r)
    paragraph._p.append(link)


def _element(tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement

    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(_name(name), value)
    return made


def _name(attribute: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{attribute}"))
