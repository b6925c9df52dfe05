"""Puts the commands together and turns what goes wrong into what, where and what next."""

import sys

import typer

from sufficiency.cli import (
    backtest,
    check,
    convert,
    demo,
    doctor,
    forecast,
    load,
    make_up,
    match,
    measure,
    price_mix,
    report,
    savings,
    serve,
    setup,
    user,
)
from sufficiency.cli.failing import CANNOT_BE_DONE, explained

app = typer.Typer(
    name="sufficiency",
    help="Enough good homes for children in care: check the return, measure, forecast, report.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    check,
    measure,
    forecast,
    savings,
    price_mix,
    backtest,
    report,
    convert,
    match,
    make_up,
    load,
    demo,
    setup,
    serve,
    user,
    doctor,
):
    command.add_to(app)


def run() -> None:
    """Run a command. Exit code 0: done; 1: done with findings; 2: could not be done."""
    try:
        app()
    except Exception as problem:
        message = explained(problem)
        if message is None:
            raise
        sys.stderr.write(message)
        sys.exit(CANNOT_BE_DONE)
