"""A server's answers with pages and files that are made only when a browser asks for them.

What MkDocs has written, such as ordinary pages and the theme's files, the server goes on reading from its folder.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Final
from urllib.parse import quote
from wsgiref.types import StartResponse, WSGIEnvironment

from mkdocs.livereload import LiveReloadServer

#: Makes the bytes of a file of the site by its path; None for a path at which nothing of ours stands.
Making = Callable[[str], "bytes | None"]

_INDEX: Final = "index.html"


class OnRequest:
    """Answers what is ours, one file at a time."""

    def __init__(self, server: LiveReloadServer, make: Making) -> None:
        """Answer for a server with what ``make`` makes."""
        self._server = server
        self._make = make

    def settled(self) -> int:
        """Wait until what is being built is there, and return its number, which a page says of itself.

        What a page shows is found out after that: a page that is newer than it says is shown twice, one that is older
        would never be renewed.
        """
        server = self._server
        with server._epoch_cond:  # noqa: SLF001 - there is no other way to it
            server._epoch_cond.wait_for(lambda: server._visible_epoch == server._wanted_epoch)  # noqa: SLF001 - as above
            return server._visible_epoch  # noqa: SLF001 - as above

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse, epoch: int) -> Iterable[bytes] | None:
        """Answer as the server would if the file stood in its folder; None where nothing of ours is asked for."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        server = self._server
        if not path.startswith(server.mount_path):
            return None
        below = path[len(server.mount_path) :]
        name = posixpath.normpath(f"/{below}{_INDEX if path.endswith('/') else ''}").lstrip("/")
        content = self._make(name)
        if content is None:
            if path.endswith("/") or self._make(f"{name}/{_INDEX}") is None:
                return None
            start_response(_line(HTTPStatus.FOUND), [("Location", f"{quote(path)}/")])
            return []
        if name.endswith(".html") and server._watched_paths:  # noqa: SLF001 - there is no other way to it
            content = server._inject_js_into_html(content, epoch)  # noqa: SLF001 - as above
        kind = server._guess_type(name)  # noqa: SLF001 - as above
        start_response(_line(HTTPStatus.OK), [("Content-Type", kind), ("Content-Length", str(len(content)))])
        return [content]


def _line(status: HTTPStatus) -> str:
    return f"{status.value} {status.phrase}"
