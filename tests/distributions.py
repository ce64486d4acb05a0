"""Installed distributions made by hand, and fresh interpreters that find them."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

TOML = 'api = "{api}"\nextends = "{base}"\nslug = "{slug}"\nname = "Tỉnh {slug}"\n{more}'


def toml(slug, base="standard", api="1.0", more=""):
    """Write a format file."""
    return TOML.format(slug=slug, base=base, api=api, more=more)


def describe(folder, name, version, entries):
    """Write the folder that describes a distribution, as installers do."""
    info = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nSummary: x\n\nName: not-a-header\n"
    (info / "METADATA").write_text(metadata, encoding="utf-8")
    lines = "".join(f"{slug} = {value}\n" for slug, value in entries.items())
    text = f"[console_scripts]\nnothing = nowhere:main\n\n[chitieu.provinces]\n# by hand\n{lines}\n[other]\na = b:c\n"
    (info / "entry_points.txt").write_text(text, encoding="utf-8")
    return info


def install(folder, name, entries, files=None, version="1.0"):
    """Put a distribution into a folder: its files, and the folder that describes it."""
    for path, text in (files or {}).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    describe(folder, name, version, entries)


def install_toml(folder, slug, text=None, version="1.0", name=None):
    """Put a plugin of one TOML file into a folder; importing its package fails, so that no test does it unseen."""
    package = f"goi_{slug.replace('-', '_')}"
    files = {f"{package}/__init__.py": "raise RuntimeError('imported')\n", f"{package}/f.toml": text or toml(slug)}
    install(folder, name or f"goi-{slug}", {slug: f"{package}:f.toml"}, files, version)


def zipped(folder, into):
    """Move a folder into a zip file, from which Python imports as well."""
    with zipfile.ZipFile(into, "w") as archive:
        for file in sorted(Path(folder).rglob("*")):
            archive.write(file, file.relative_to(folder))
    return into


def python(code, *path, flags=(), **environment):
    """Run code in a fresh interpreter with folders on its path."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "CHITIEU", "COV_"))}
    clean |= {"PYTHONPATH": os.pathsep.join(map(str, path)), "PYTHONUTF8": "1", **environment}
    done = subprocess.run([sys.executable, *flags, "-c", code], capture_output=True, text=True, check=False, env=clean)  # noqa: S603  (our own code)
    assert not done.returncode, done.stderr
    return done.stdout


def answers(code, *path, **options):
    """Run code that prints JSON."""
    return json.loads(python(code, *path, **options))
