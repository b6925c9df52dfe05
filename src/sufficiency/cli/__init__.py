"""The command line, a module a command."""

import gc
import os

# A command makes hundreds of thousands of objects and is soon over: looking through them for rubbish every 700
# would take a twentieth of its time.
OBJECTS_BETWEEN_COLLECTIONS = 100_000


def main() -> None:
    """Run the command line; the way in for `sufficiency` and `python -m sufficiency`."""
    # Before NumPy is loaded: its linear algebra would otherwise compete with the forecast's own threads.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    # Imported here so that importing the package costs nothing.
    from sufficiency.cli.app import run

    run()
