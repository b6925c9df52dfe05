"""Folders of a small return, written for a test."""

from collections.abc import Callable
from pathlib import Path

import pytest

EPISODES = """CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
A,01/05/2023,S,C2,N1,U6,PR1,01/09/2023,X1,CARPL,CB1 1AA,CB2 1AA,SC000001
A,01/09/2023,P,C2,N1,K2,PR4,,,,CB1 1AA,CB2 1AA,SC000002
B,03/02/2020,S,C2,N1,U4,PR4,04/02/2024,E4A,,CB1 1AA,CB2 1AA,SC000003
"""
HEADER = """CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
A,1,03/04/2012,WBRI,A123456789012,,
B,2,13/10/2015,WBRI,A123456789013,,
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write files into a folder: `write({"2024/episodes.csv": text})` gives the folder."""

    def files(contents: dict[str, str | bytes]) -> Path:
        for name, content in contents.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path

    return files
