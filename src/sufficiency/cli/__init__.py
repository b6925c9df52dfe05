"""The command line, a module a command."""


def main() -> None:
    """Run the command line; the way in for `sufficiency` and `python -m sufficiency`."""
    # Imported here so that importing the package costs nothing.
    from sufficiency.cli.app import run

    run()
