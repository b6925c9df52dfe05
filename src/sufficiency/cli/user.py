"""`sufficiency user`: the first administrator, and help where nobody can sign in."""

import sys
from types import ModuleType
from typing import Annotated

import typer

from sufficiency.cli.steps import say

Email = Annotated[str, typer.Argument(help="The address they sign in with.", show_default=False)]
Name = Annotated[str, typer.Option(help="Their name.", show_default=False)]
Role = Annotated[str, typer.Option(help="Their role; `sufficiency user roles` lists them.")]
Code = Annotated[str, typer.Option(help="The authority’s ONS code, such as E10000003.", show_default=False)]


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Look after the people of the site.", no_args_is_help=True)
    for command in (add, link, shut, roles):
        group.command()(command)
    app.add_typer(group, name="user")


def add(email: Email, name: Name, authority: Code, role: Role = "system_administrator") -> None:
    """Give someone an account and a role, at an authority that may be new here."""
    user = _by_hand().add(email, name=name, role=role, authority=authority)
    say(f"{user.name} has an account. To let them choose a password: sufficiency user link {user.email}")


def link(email: Email) -> None:
    """Make a link by which someone chooses a password, once and within three days."""
    say(f"Put the site’s address before this: {_by_hand().link(email)}")


def shut(email: Email) -> None:
    """Close someone’s account and end every role they hold; their sessions end at once."""
    say(f"{_by_hand().shut(email).name} can no longer sign in.")


def roles() -> None:
    """List the roles and what each is for."""
    from sufficiency.reports.tables import text_table
    from sufficiency.web.access.roles import ROLES

    sys.stdout.write(
        text_table([{"role": role.key, "what for": role.description} for role in ROLES.values()])
    )


def _by_hand() -> ModuleType:
    # Imported here so that the other commands do not need the web part.
    from sufficiency.web.config import starting

    starting.begin()
    from sufficiency.web.people import by_hand

    return by_hand
