"""What the repository holds: nothing of one person or machine, locks that lock, reasons for dependencies."""

from __future__ import annotations

import importlib
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "plugins" / "seurantalo"
LOCKS = {"requirements.lock": ("build",), "requirements-dev.lock": ("build", "dev")}
LONGEST_SCRIPT_LINE = 500

MADE_BY_TOOLS = {"__pycache__", "node_modules", ".cache", ".hypothesis", ".pytest_cache", ".venv", "PKG-INFO"}

# A home folder of some machine; not part of a web address or of a longer path.
HOME = re.compile(r"(?<![\w./-])(?:/(?:home|Users|root)/\w|[A-Z]:\\Users\\)")
ADDRESS = re.compile(r"[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})", re.IGNORECASE)
# Names that RFC 2606 and RFC 6761 keep out of real use, and example.fi, which is the registry's own example.
MADE_UP_DOMAIN = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|fi|net|org))?|invalid|test|localhost)$", re.IGNORECASE)


def repository_files() -> list[Path]:
    """Files that git has or would take (not the ignored ones); in a source distribution, all that came with it."""
    if not (ROOT / ".git").exists():
        came = (path for path in ROOT.rglob("*") if not MADE_BY_TOOLS.intersection(path.relative_to(ROOT).parts))
        return sorted(path for path in came if path.is_file())
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout
    paths = {ROOT / name for name in listed.decode("utf-8").split("\0") if name}
    return sorted(path for path in paths if path.is_file())


def offences(name: str, text: str, root: str) -> list[str]:
    """What a file must not hold: places of this machine, real people's addresses, minified code."""
    found = []
    is_script = name.endswith((".js", ".mjs", ".css"))
    if re.search(r"\.min\.\w+$", name):
        found.append(f"{name}: minified")
    for number, line in enumerate(text.splitlines(), start=1):
        if HOME.search(line) or f"{root}/" in line:
            found.append(f"{name}:{number}: a path of one machine")
        if is_script and len(line) > LONGEST_SCRIPT_LINE:
            found.append(f"{name}:{number}: minified")
        found += [
            f"{name}:{number}: address {match.group()} is not made up"
            for match in ADDRESS.finditer(line)
            if not MADE_UP_DOMAIN.search(match.group(1))
        ]
    return found


def test_no_file_names_one_machine_or_one_person() -> None:
    files = repository_files()
    assert len(files) > 20
    found = []
    for path in files:
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += offences(path.relative_to(ROOT).as_posix(), text, str(ROOT))
    assert found == []


@pytest.mark.parametrize(
    ("name", "text", "offence"),
    [
        ("a.md", "see /" + "home/maija/notes", "a.md:1: a path of one machine"),
        ("a.py", "\nx = '/" + "Users/maija'", "a.py:2: a path of one machine"),
        ("a.toml", "path = '/srv/checkout/x'", "a.toml:1: a path of one machine"),
        ("a.md", "write to maija.meikalainen" + "@gmail.com", "is not made up"),
        ("a.js", "x" * 501, "a.js:1: minified"),
        ("a.min.js", "", "a.min.js: minified"),
        ("a.md", "https://example.org/home/page", ""),
        ("a.md", "sihteeri@kylayhdistys.example.org ja kunta@kunta.example", ""),
        ("a.svg", "x" * 501, ""),
        ("a.yml", "uses: actions/checkout@v4", ""),
    ],
)
def test_an_offence_is_found(name: str, text: str, offence: str) -> None:
    found = offences(name, text, "/srv/checkout")
    assert len(found) == (1 if offence else 0), found
    assert offence in "".join(found)


def locked(text: str) -> dict[str, set[str]]:
    """Pinned versions by canonical name; fails on a pin without a hash, and on anything that is no pin."""
    pins: dict[str, set[str]] = {}
    logical = re.sub(r"\\\n\s*", "", re.sub(r"(?m)^\s*#.*\n", "", text)).splitlines()
    for line in logical:
        pin, *hashes = line.split("--hash=")
        requirement = Requirement(pin)
        versions = re.fullmatch(r"==([\w.!+]+)", str(requirement.specifier))
        assert versions, f"not pinned: {pin}"
        assert requirement.url is None, f"fetched from an address: {pin}"
        assert hashes, f"no hash: {pin}"
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}\s*", each) for each in hashes), f"odd hash: {pin}"
        pins.setdefault(canonicalize_name(requirement.name), set()).add(versions.group(1))
    return pins


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_with_hashes_what_pyproject_asks_for(lock: str) -> None:
    """Fails also when pyproject.toml changed and `python3 scripts/lock.py` was not run."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|--(?:extra-)?index-url|--find-links", text)
    pins = locked(text)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"]]
    for extra in LOCKS[lock]:
        wanted += project["optional-dependencies"][extra]
    for requirement in map(Requirement, wanted):
        versions = pins.get(canonicalize_name(requirement.name), set())
        assert versions, f"{requirement} is not in {lock}"
        assert all(requirement.specifier.contains(version) for version in versions), f"{requirement}: {versions}"


def test_the_runtime_pins_are_the_tested_ones() -> None:
    runtime, development = (locked((ROOT / lock).read_text(encoding="utf-8")) for lock in LOCKS)
    assert {name: development.get(name) for name in runtime} == runtime


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("attrs==25.1.0\n", "no hash"),
        ("attrs>=25 \\\n    --hash=sha256:" + "0" * 64 + "\n", "not pinned"),
        ("attrs==25.1.0 \\\n    --hash=md5:0\n", "odd hash"),
    ],
)
def test_a_loose_lock_is_found(text: str, message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        locked(text)


def unexplained(pyproject: str) -> list[str]:
    """Dependencies in pyproject.toml without a comment that gives the reason on the same line."""
    blocks = re.findall(r"(?ms)^(?:dependencies|build|dev) = \[\n(.*?)^\]", pyproject)
    lines = [line for block in blocks for line in block.splitlines() if line.strip().startswith('"')]
    return [line.strip() for line in lines if not re.search(r'",\s+# \S.{10,}', line)]


def test_every_dependency_has_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    count = len(project["dependencies"]) + sum(map(len, project["optional-dependencies"].values()))
    # As many lines are looked at as there are dependencies: none hides from the pattern.
    assert len(unexplained(re.sub(r"\s+#.*", "", text))) == count
    assert unexplained(text) == []


def test_the_package_points_at_the_sites_own_addresses() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    site, repository = (re.findall(rf"(?m)^{name}: (\S+)$", text)[0] for name in ("site_url", "repo_url"))
    urls = project["urls"]
    assert (urls.pop("Homepage"), urls.pop("Repository")) == (site, repository)
    assert urls
    assert [url for url in urls.values() if not url.startswith(f"{repository}/")] == []


def test_every_module_imports() -> None:
    names = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        names.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    assert len(names) > 200
    assert [name for name in names if importlib.import_module(name).__name__ != name] == []
