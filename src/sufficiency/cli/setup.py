"""`sufficiency setup`: make the site ready to be served, or bring it up to date."""

import typer

from sufficiency.cli.steps import say, step


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("setup")(setup)


def setup() -> None:
    """Make or update the site's database and files. What is there stays; run it after every update."""
    # Imported here so that the other commands do not need the web part.
    from django.conf import settings

    from sufficiency.web.config import starting

    starting.begin()
    starting.set_up(step)
    say(f"The site’s data is in {settings.HOME}. To serve it: sufficiency serve")
