"""What the documentation says the commands print is what they print."""

import pytest
import run_examples

# The demonstration prints all that is shown before it sets up its site, which takes longest and is tested elsewhere.
WITHOUT_SITE = """
from sufficiency.cli import demo, main

demo._site = lambda *_, **__: None
main()
"""


@pytest.fixture
def without_site(tmp_path, monkeypatch):
    """The program as a module that sets up no site."""
    (tmp_path / "sufficiency_without_site.py").write_text(WITHOUT_SITE)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return "sufficiency_without_site"


@pytest.mark.slow
@pytest.mark.parametrize("page", run_examples.PAGES, ids=lambda page: page.name)
def test_outputs_shown_are_those_printed_now(page, without_site):
    assert page.read_text(encoding="utf-8") == run_examples.renewed(page, module=without_site), (
        "Run make docs and commit what it wrote."
    )


def test_every_page_that_shows_output_is_run():
    shown = {
        page
        for page in run_examples.ROOT.glob("docs/**/*.md")
        if "```console" in page.read_text(encoding="utf-8")
    }
    assert shown | {run_examples.ROOT / "README.md"} == set(run_examples.PAGES)
