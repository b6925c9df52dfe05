"""A document as plain blocks, from which Word and PDF are written alike."""

from collections.abc import Sequence
from dataclasses import dataclass

CONTENTS_FROM = 5  # chapters; a shorter document is overlooked at a glance and has no list of contents


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is a chapter."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; a blank line in the text begins another."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A list with bullets."""

    items: Sequence[str]


@dataclass(frozen=True)
class Grid:
    """A table under its caption. The first cell of a row names the row; numbers stand to the right."""

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: Sequence[int] = ()  # the columns that hold numbers, counted from 0


Block = Heading | Paragraph | Bullets | Grid


@dataclass(frozen=True)
class Document:
    """A document: its title, a line under it, and its blocks."""

    title: str
    subtitle: str
    blocks: Sequence[Block]

    @property
    def contents(self) -> list[str]:
        """The chapters to list at the front; none where there are few."""
        chapters = [block.text for block in self.blocks if isinstance(block, Heading) and block.level == 1]
        return chapters if len(chapters) >= CONTENTS_FROM else []

    @property
    def captioned(self) -> list[tuple[Block, bool]]:
        """Each block, and whether a table in it shows its caption: not where the heading above says the same."""
        heading, found = "", []
        for block in self.blocks:
            heading = block.text if isinstance(block, Heading) else heading
            found.append((block, isinstance(block, Grid) and block.caption != heading))
        return found


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a longer text."""
    parts = (" ".join(part.split()) for part in text.replace("\r", "").split("\n\n"))
    return [Paragraph(part) for part in parts if part]
