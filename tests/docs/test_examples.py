"""What the documentation says the commands print is what they print."""

import pytest
import run_examples


@pytest.mark.slow
@pytest.mark.parametrize("page", run_examples.PAGES, ids=lambda page: page.name)
def test_outputs_shown_are_those_printed_now(page):
    assert page.read_text(encoding="utf-8") == run_examples.renewed(page), (
        "Run make docs and commit what it wrote."
    )


def test_every_page_that_shows_output_is_run():
    shown = {
        page
        for page in run_examples.ROOT.glob("docs/**/*.md")
        if "```console" in page.read_text(encoding="utf-8")
    }
    assert shown | {run_examples.ROOT / "README.md"} == set(run_examples.PAGES)
