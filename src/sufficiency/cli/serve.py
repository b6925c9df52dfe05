"""`sufficiency serve`: serve the site until Ctrl-C."""

from typing import Annotated

import typer

from sufficiency.cli.steps import say

Host = Annotated[str, typer.Option(help="Where to listen; only this machine unless set up for production.")]
Port = Annotated[int, typer.Option(help="At which port.")]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve")(serve)


def serve(host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Serve the site until Ctrl-C. `sufficiency setup` comes first."""
    # Imported here so that the other commands do not need the web part.
    from sufficiency.web.config import starting

    starting.begin()
    starting.serve(
        host=host, port=port, ready=lambda address: say(f"The site is at {address}. Ctrl-C ends it.")
    )
