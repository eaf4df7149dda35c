"""Is the built site still the same? `python3 scripts/same_site.py [REVISION]`.

Builds two projects, this repository's own region and an invented one, with the program of a revision (default: HEAD)
and with that of the working tree, and compares every file byte by byte. Both read the same content on the same day,
so what differs comes from the program. Exit code 0: nothing differs but what `--except` names.

    python3 scripts/same_site.py v1.2.0 --events 1000 --except 'ohjeet/kentat/*'
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tarfile
import tempfile
from fnmatch import fnmatchcase
from pathlib import Path

import _environment

#: The day that both sites are built for, where the project does not name one.
TODAY = "2027-01-04"
#: Differing files that are named one by one.
MOST_NAMED = 40


def arguments() -> argparse.Namespace:
    """The options of this command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0], allow_abbrev=False)
    parser.add_argument("revision", nargs="?", default="HEAD", help="the program to compare with (default: HEAD)")
    parser.add_argument("--events", type=int, default=1000, help="size of the invented region; 0: leave it out")
    parser.add_argument(
        "--except", dest="excepted", action="append", default=[], metavar="PATTERN",
        help="files that may differ, by their path in the site; again for more",
    )  # fmt: skip
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the built sites in this folder, to look at")
    return parser.parse_args()


def program_of(revision: str, folder: Path) -> Path:
    """Put the program of a revision into a folder; return the folder to import it from."""
    command = ["git", "archive", "--format=tar", revision, "plugins"]
    packed = subprocess.run(command, cwd=_environment.ROOT, capture_output=True, check=False)
    if packed.returncode:
        _environment.stop(f"Versiota {revision} ei ole", f"there is no revision {revision} that holds plugins/")
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        archive.extractall(folder, filter="data")
    return folder / "plugins"


def build(python: Path, program: Path, project: Path, site: Path) -> None:
    """Build a project's site with a program, or stop with what it said."""
    variables = _environment.clean_environment()
    # Before the installed one, which is the working tree's.
    variables["PYTHONPATH"] = str(program)
    variables["SEURANTALO_TODAY"] = TODAY
    command = [str(python), "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    done = subprocess.run(command, cwd=project, env=variables, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"{program}: {done.stdout}{done.stderr}")


def differences(before: Path, after: Path) -> list[str]:
    """Return the paths of files that are in one folder only or differ, each with a mark: ``-``, ``+`` or ``!``."""
    old, new = ({str(path.relative_to(top)) for path in top.rglob("*") if path.is_file()} for top in (before, after))
    marked = dict.fromkeys(old - new, "-") | dict.fromkeys(new - old, "+")
    for name in old & new:
        if (before / name).read_bytes() != (after / name).read_bytes():
            marked[name] = "!"
    return [f"{marked[name]} {name}" for name in sorted(marked)]


def compare(python: Path, programs: tuple[Path, Path], project: Path, sites: Path, excepted: list[str]) -> bool:
    """Build one project with both programs, tell what differs, and return whether nothing unexpected does."""
    before, after = sites / "before", sites / "after"
    build(python, programs[0], project, before)
    build(python, programs[1], project, after)
    found = differences(before, after)
    unexpected = [each for each in found if not any(fnmatchcase(each[2:], pattern) for pattern in excepted)]
    count = sum(path.is_file() for path in after.rglob("*"))
    print(f"{sites.name}: {count} files, {len(unexpected)} differ, {len(found) - len(unexpected)} more were excepted")
    for each in unexpected[:MOST_NAMED]:
        print(f"  {each}")
    if len(unexpected) > MOST_NAMED:
        print(f"  and {len(unexpected) - MOST_NAMED} more")
    return not unexpected


def main() -> int:
    """Compare both projects; return the exit code."""
    options = arguments()
    _environment.require_python()
    _environment.require_program("git")
    python = _environment.prepare(_environment.DEVELOPMENT_LOCK)
    with tempfile.TemporaryDirectory() as folder:
        top = options.keep or Path(folder)
        programs = program_of(options.revision, Path(folder) / "program"), _environment.ROOT / "plugins"
        good = compare(python, programs, _environment.ROOT, top / "region", options.excepted)
        if options.events:
            invented = Path(folder) / "invented"
            generate = [str(python), str(_environment.ROOT / "scripts/bench/generate.py"), str(options.events)]
            subprocess.run([*generate, str(invented)], stdout=subprocess.DEVNULL, check=True)
            good = compare(python, programs, invented, top / "generated", options.excepted) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
