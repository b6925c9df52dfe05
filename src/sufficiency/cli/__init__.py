"""The command line, a module a command."""

import os


def main() -> None:
    """Run the command line; the way in for `sufficiency` and `python -m sufficiency`."""
    # Before NumPy is loaded: its linear algebra would otherwise compete with the forecast's own threads.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Imported here so that importing the package costs nothing.
    from sufficiency.cli.app import run

    run()
