"""Show the site on this computer and renew it as files change: `python3 scripts/serve.py`.

Makes its own environment first (.venv). Options it doesn't know are handed to `mkdocs serve`.
"""

from __future__ import annotations

import argparse
import socket
import subprocess
import sys
from collections import deque
from datetime import date

import _environment
import _waiting

#: The exit code of a command that does not know its options.
WRONG_USE = 2
#: Lines that are kept of what MkDocs says, to be shown in the browser where it can't begin.
MOST_LINES = 200


def arguments(given: list[str] | None = None) -> tuple[argparse.Namespace, list[str]]:
    """Our own options, and those for `mkdocs serve`."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0], allow_abbrev=False)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this computer only)")
    parser.add_argument("--port", type=int, default=None, help="port (default: 8000, or the next free one)")
    parser.add_argument(
        "--today",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="show the site as it is on this day (default: the real one)",
    )
    return parser.parse_known_args(given)


def free_port(host: str, first: int = 8000) -> int:
    """The first port from `first` that nobody listens on; `first` itself when twenty are taken."""
    for port in range(first, first + 20):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            # As the server itself does: a port that was just left is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
        return port
    return first


def main() -> int:
    """Prepare, tell the address, and serve until interrupted."""
    options, rest = arguments()
    _environment.require_python()
    if not (_environment.ROOT / "mkdocs.yml").is_file():
        _environment.stop("Tiedosto mkdocs.yml puuttuu", "mkdocs.yml is missing from the project's folder")
    python = _environment.prepare(_environment.RUNTIME_LOCK)

    variables = _environment.clean_environment()
    if options.today:
        variables["SEURANTALO_TODAY"] = options.today.isoformat()
    port = options.port if options.port is not None else free_port(options.host)
    shown = f"[{options.host}]" if ":" in options.host else options.host
    address = f"{shown}:{port}"
    print(f"Sivusto avautuu hetken päästä osoitteeseen  http://{address}/   (lopeta: Ctrl+C)")
    print(f"The site will soon open at                   http://{address}/   (stop: Ctrl+C)", flush=True)
    command = [str(python), "-m", "mkdocs", "serve", "--dev-addr", address, *rest]
    try:
        while True:
            code, has_served, said = run(command, variables)
            # Who used it wrongly can't be helped by a change of files.
            if has_served or code in (0, WRONG_USE):
                return code
            _waiting.wait_for_change(_environment.ROOT, options.host, port, said)
    except KeyboardInterrupt:
        return 0


def run(command: list[str], variables: dict[str, str]) -> tuple[int, bool, list[str]]:
    """Run a command that speaks to the terminal; return its exit code, whether it has served, and its last words."""
    said: deque[str] = deque(maxlen=MOST_LINES)
    has_served = False
    with subprocess.Popen(
        command, cwd=str(_environment.ROOT), env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", errors="replace",
    ) as running:  # fmt: skip
        for line in running.stdout or ():
            print(line, end="", flush=True)
            said.append(line.rstrip())
            has_served = has_served or "Serving on" in line
    return running.returncode, has_served, list(said)


if __name__ == "__main__":
    sys.exit(main())
