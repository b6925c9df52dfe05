"""Runs the command line with `python -m sufficiency`."""

from sufficiency.cli import main

if __name__ == "__main__":
    main()
