"""Where the published and made-up material is that these tests compare with."""

from pathlib import Path

import pytest

MATERIAL = Path(__file__).resolve().parents[2].parent / "shared"


def material(*names: str) -> Path:
    """A file or folder of the material beside the repository; fails, saying what to do, where it is absent."""
    path = MATERIAL.joinpath(*names)
    if not path.exists():
        pytest.fail(
            f"{path} is not there. These tests compare with published and made-up material that is kept beside"
            " the repository: put the folder `shared` next to the clone.",
            pytrace=False,
        )
    return path


@pytest.fixture(scope="session")
def shared():
    """`shared("data", "published")` gives a path in the material."""
    return material
