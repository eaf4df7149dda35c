"""Try the package as a stranger gets it: `python3 scripts/try_package.py [WHEEL]`.

Builds the wheel (or takes the one named), installs it into an empty environment with the versions of the lock, makes
a new MkDocs site with it, writes one event, builds strictly, and asks for the version. Then it founds a region's own
site, and builds that with what its own requirements.txt installs. Nothing else of the checkout is used.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

import _environment

MKDOCS_YML = """\
site_name: Kylän kalenteri
site_url: https://kyla.example/
theme:
  name: material
  language: fi
plugins:
  - search
  - seurantalo:
      language: fi
"""
FILES = {
    "content/municipalities/vimpeli.md": "---\nnimi: Vimpeli\nmissä: Vimpelissä\n---\n",
    "content/organisations/martat.md": "---\nnimi: Martat ry\ntyyppi: yhdistys\nkunta: vimpeli\n---\n",
    "events/2027/talkoot.yml": (
        "otsikko: Talkoot\nalkaa: la 1.5.2027 klo 10\npäättyy: klo 14\njärjestäjä: martat\nkunta: vimpeli\n"
    ),
}
#: What the built site must hold, and words in it.
EXPECTED = {
    "index.html": "Talkoot",
    "tapahtumat/talkoot/index.html": "Martat ry",
    "ical/kaikki.ics": "SUMMARY:Talkoot",
}


def run(*command: str | Path, folder: Path) -> str:
    """Run a command in a folder; return what it says, or stop with it."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=_environment.clean_environment() | {"SEURANTALO_TODAY": "2027-01-04"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        sys.exit(f"{done.stdout}\n{' '.join(map(str, command))} ended with {done.returncode}")
    return done.stdout


def built_wheel(folder: Path) -> Path:
    """Build the wheel with the project's own environment, whose versions are locked; return its path."""
    python = _environment.prepare(_environment.DEVELOPMENT_LOCK)
    run(python, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder,
        _environment.ROOT, folder=folder)  # fmt: skip
    (wheel,) = folder.glob("*.whl")
    return wheel


def found_a_region(seurantalo: Path, wheel: Path, folder: Path) -> None:
    """Found a site, and let it install what it asks for: the same wheel, from a folder instead of a release."""
    region = folder / "region"
    run(seurantalo, "init", region, "--municipality", "Kuhmo", "--municipality", "sotkamo", "--name", "Kainuu",
        folder=folder)  # fmt: skip
    requirements = region / "requirements.txt"
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    pin = re.compile(rf"(?m)^seurantalo @ https://\S+/{re.escape(wheel.name)} \\\n    --hash=sha256:{digest}$")
    text = requirements.read_text(encoding="utf-8")
    if not pin.search(text):
        sys.exit(f"requirements.txt does not pin {wheel.name}:\n{text[:500]}")
    (folder / "requirements.txt").write_text(
        pin.sub(f"seurantalo @ {wheel.as_uri()} --hash=sha256:{digest}", text), encoding="utf-8"
    )
    venv.create(folder / "of_region", with_pip=True)
    programs = folder / "of_region" / seurantalo.parent.name
    run(programs / "python", "-m", "pip", "install", "--quiet", "--no-input", "--require-hashes",
        "--requirement", folder / "requirements.txt", folder=folder)  # fmt: skip
    run(programs / "seurantalo", "check", folder=region)
    run(programs / "mkdocs", "build", "--strict", folder=region)
    said = run(programs / "seurantalo", "upgrade", region, folder=folder)
    if len(said.splitlines()) != 1:
        sys.exit(f"An upgrade to the same version changes something:\n{said}")


def main() -> int:
    """Try it and say so."""
    _environment.require_python()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        wheel = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else built_wheel(folder)
        venv.create(folder / "empty", with_pip=True)
        programs = folder / "empty" / ("Scripts" if sys.platform == "win32" else "bin")
        pip = (programs / "python", "-m", "pip", "install", "--quiet", "--no-input")
        run(*pip, "--require-hashes", "--requirement", _environment.RUNTIME_LOCK, folder=folder)
        run(*pip, "--no-deps", wheel, folder=folder)

        run(programs / "mkdocs", "new", "site", folder=folder)
        site = folder / "site"
        (site / "docs").rename(site / "content")
        (site / "mkdocs.yml").write_text(MKDOCS_YML + "docs_dir: content\n", encoding="utf-8")
        for name, text in FILES.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text(text, encoding="utf-8")
        run(programs / "seurantalo", "check", folder=site)
        run(programs / "mkdocs", "build", "--strict", folder=site)
        for name, words in EXPECTED.items():
            if words not in (site / "site" / name).read_text(encoding="utf-8"):
                sys.exit(f"{name}: no “{words}”")
        version = run(programs / "seurantalo", "--version", folder=folder).strip()
        as_module = run(programs / "python", "-m", "seurantalo", "--version", folder=folder).strip()
        if not (version == as_module == "seurantalo " + wheel.name.split("-")[1]):
            sys.exit(f"{wheel.name} says that it is {version}, and {as_module}")
        found_a_region(programs / "seurantalo", wheel, folder)
        print(f"{wheel.name}: {version} builds a new site, and founds a region's own")
    return 0


if __name__ == "__main__":
    sys.exit(main())
