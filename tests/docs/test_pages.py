"""The documentation is true: links lead somewhere, commands exist, reference pages say what the code says."""

import re
import subprocess
from pathlib import Path

import pytest
import typer.main
import write_reference

from sufficiency.cli.app import app

ROOT = Path(__file__).parents[2]
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def tracked_pages() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.split()
    return [ROOT / name for name in listed] or sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("docs/**/*.md"))


PAGES = tracked_pages()


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    for link in LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8"))):
        if link.startswith(("http:", "https:", "mailto:")):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{link} leads nowhere"
        assert not anchor or anchor in anchors(target), f"{link}: there is no such heading"


@pytest.mark.parametrize("name", write_reference.pages())
def test_reference_pages_say_what_the_code_says(name):
    written = (write_reference.FOLDER / name).read_text(encoding="utf-8")
    assert written == write_reference.pages()[name] + "\n", "Run make docs and commit what it wrote."


def test_no_other_page_stands_among_the_written_ones():
    # The others are written by make bench and by programs in benchmarks/.
    programs = {
        "benchmarks.md",
        "forecast-evidence.md",
        "forecast-speed.md",
        "matching_tests.md",
        "register.md",
    }
    written = {*write_reference.pages(), *programs}
    assert {path.name for path in write_reference.FOLDER.glob("*.md")} == written


def test_every_command_has_help_for_itself_and_each_option():
    commands = typer.main.get_command(app).commands
    for name, command in commands.items():
        assert command.help, name
        assert all(getattr(parameter, "help", None) for parameter in command.params), name


def test_pages_name_only_commands_that_exist():
    commands = set(typer.main.get_command(app).commands)
    for page in PAGES:
        code = re.findall(
            r"`[^`\n]+`|^```.*?^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
        )
        named = set(
            re.findall(r"(?:^|[\\/\s`])sufficiency ([a-z][a-z-]*)(?=[\s`])", "\n".join(code), re.MULTILINE)
        )
        assert named <= commands, page


def test_maps_name_only_tests_that_exist():
    # A map that names a test which was renamed would look like proof and be none.
    there = {
        name
        for folder in ("tests", "src")
        for path in (ROOT / folder).rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    for page in (ROOT / "docs" / "explanation").glob("*.md"):
        named = set(re.findall(r"`(test_\w+)`", page.read_text(encoding="utf-8")))
        assert named <= there, (page.name, named - there)


def test_the_glossary_is_in_order():
    terms = re.findall(r"^\*\*(.+?)\*\*", (ROOT / "GLOSSARY.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert terms == sorted(terms, key=lambda term: term.lower().replace(",", ""))
    assert len(terms) == len(set(terms))
