"""Runs LibreOffice, where it is installed, with a profile of its own."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest

_SECONDS = 180


@cache
def _profile() -> tempfile.TemporaryDirectory[str]:
    """Return the folder of a profile: making one takes longer than a conversion."""
    return tempfile.TemporaryDirectory(prefix="chitieu-office-")


def converted(file: Path, kind: str, folder: Path) -> Path:
    """Convert a file; skip the test where there is no LibreOffice."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("needs LibreOffice")
    profile = Path(_profile().name).as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind]
    subprocess.run(  # noqa: S603
        [*command, "--outdir", str(folder), str(file)], check=True, timeout=_SECONDS, capture_output=True
    )
    made = folder / f"{file.stem}.{kind.partition(':')[0]}"
    assert made.is_file()
    return made
