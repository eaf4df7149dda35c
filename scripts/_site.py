"""A project's site for who looks at it: built as it is on a day, and served as a static host does."""

from __future__ import annotations

import functools
import gzip
import http.server
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from _environment import ROOT, clean_environment

#: Seconds that a build may take.
LONGEST = 600
#: What static hosts pack on the way.
PACKED = ("text/", "application/json", "application/javascript", "application/geo+json", "image/svg+xml")


class BuildFailedError(Exception):
    """MkDocs could not build a project; its text is what MkDocs said."""


def build(folder: Path, today: str, project: Path = ROOT) -> None:
    """Build a project's site into a folder, strictly, as it is on a day (``YYYY-MM-DD``).

    Raises BuildFailedError.
    """
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)],
        cwd=project,
        env=clean_environment() | {"SEURANTALO_TODAY": today},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
    )
    if built.returncode:
        raise BuildFailedError(built.stdout)


@dataclass(frozen=True, slots=True)
class Site:
    """A built site: its folder, and the address of its front page, with a slash at the end."""

    folder: Path
    address: str

    @property
    def locations(self) -> list[str]:
        """Every page of the sitemap, as a path relative to the front page ("" for the front page itself)."""
        return locations(self.folder)

    def file_of(self, location: str) -> Path:
        """The file behind a location of the sitemap."""
        path = self.folder / location
        return path / "index.html" if not location or location.endswith("/") else path


def locations(folder: Path) -> list[str]:
    """Locations in the sitemap, relative to the front page, which is the shortest of them."""
    found = _addresses(folder)
    front = min(found, key=len)
    return sorted(address.removeprefix(front) for address in found)


def _addresses(folder: Path) -> list[str]:
    text = (folder / "sitemap.xml").read_text(encoding="utf-8")
    found = [match.group(1) for match in re.finditer(r"<loc>\s*([^<\s]+)\s*</loc>", text)]
    if not found:
        raise LookupError("sitemap.xml is empty: does mkdocs.yml have a site_url?")
    return found


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a built site below the path that it has on its own host."""

    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".geojson": "application/geo+json",
        ".ics": "text/calendar; charset=utf-8",
        ".vcf": "text/vcard; charset=utf-8",
        ".webmanifest": "application/manifest+json",
    }

    def __init__(self, *args: object, directory: str, front: str, packed: bool) -> None:
        self.front = front
        self.packed = packed
        # Hosts keep connections too, which counts where speed is measured.
        self.protocol_version = "HTTP/1.1" if packed else "HTTP/1.0"
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.front):
            return str(Path(self.directory) / "outside-the-site")
        return super().translate_path("/" + path.removeprefix(self.front))

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and urlsplit(self.path).path.endswith("/") else path
        kind = self.guess_type(path)
        if not (self.packed and path.is_file() and kind.startswith(PACKED)):
            return super().send_head()
        body = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind if "charset" in kind or "image" in kind else f"{kind}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        return BytesIO(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class's name)
        """Say nothing: the browser's own record is what is read."""


@contextmanager
def served(folder: Path, *, packed: bool = False) -> Iterator[Site]:
    """Serve a built site on this machine, as long as somebody looks; packed: with gzip, as hosts send it."""
    front = urlsplit(min(_addresses(folder), key=len)).path
    handler = functools.partial(_Handler, directory=str(folder), front=front, packed=packed)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Site(folder, f"http://127.0.0.1:{server.server_address[1]}{front}")
        server.shutdown()
        thread.join()
