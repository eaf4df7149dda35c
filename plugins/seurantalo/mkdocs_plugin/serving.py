"""What ``mkdocs serve`` shows while the site can't be built: what is wrong, on every page, until it is mended.

MkDocs ends at once where the first build fails, and answers no more where a later one does. Here the first build ends
without a site, a later one leaves the site as it was, and the server tells in the place of its pages what to mend.
"""

from __future__ import annotations

import hashlib
import logging
import posixpath
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final
from wsgiref.types import StartResponse, WSGIEnvironment

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files

from seurantalo.language.catalogue import Language
from seurantalo.mkdocs_plugin.host_site import host_logger
from seurantalo.staging import Staging

log = get_plugin_logger("seurantalo")

#: Says which errors a page shows; a browser that finds another value, or none, reads the page anew.
MARK: Final = "Seurantalo-Errors"

_TEMPLATE: Final = jinja2.Environment(autoescape=True).from_string(
    Path(__file__).with_name("errors.html").read_text(encoding="utf-8")
)


class Serving:
    """What is known of a server's builds."""

    def __init__(self, *, is_starting: bool = False) -> None:
        #: Whether the first build of a server is under way, whose errors would end MkDocs.
        self.is_starting = is_starting
        #: What is wrong; ``""`` where the site is as it should be.
        self.told = ""

    def page(self, words: Language) -> bytes:
        """Return the page that tells what is wrong."""
        html = _TEMPLATE.render(
            lang=words.code,
            title=words.say("The site can't be shown yet"),
            advice=words.say("Correct what is said here and save the file. This page then renews itself."),
            told=self.told,
            mark=MARK,
            digest=self._digest(),
        )
        return html.encode(errors="xmlcharrefreplace")

    def publish(self, staging: Staging, words: Language) -> None:
        """Let a site that can't be built hold the page on its front and for all that is missing.

        That is what a server without live reload shows, which can't be asked to show anything else.
        """
        staging.close()
        staging.open()
        folder = staging.folder(complete=True)
        for name in ("index.html", "404.html"):
            folder.write(name, self.page(words))
        staging.publish(folder.names)

    def begin(self, server: LiveReloadServer, words: Callable[[], Language]) -> None:
        """Have a server show errors; ``words`` are asked for each time, since the language may change too."""
        self.is_starting = False
        if self.told:
            log.error(self.told)
        server.builder = _Rebuilding(self, server.builder)

        def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            if not self.told or not _is_page(environ["PATH_INFO"]):
                return server.serve_request(environ, start_response)
            headers = [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store")]
            start_response("200 OK", [*headers, (MARK, self._digest())])
            return [self.page(words())]

        server.set_app(answer)

    def _digest(self) -> str:
        return hashlib.sha256(self.told.encode(errors="replace")).hexdigest()[:16]


class _Rebuilding:
    """A rebuild that never fails: what went wrong is kept, so that the server can go on."""

    def __init__(self, serving: Serving, build: Callable[[], None]) -> None:
        self._serving = serving
        self._build = build

    def __call__(self) -> None:
        said = _Said()
        logger = host_logger()
        logger.addHandler(said)
        try:
            self._build()
        # Whatever it is, the browser shall show it. MkDocs' own way to end a build is a SystemExit as well.
        except (Exception, SystemExit) as error:
            log.debug("the rebuild failed", exc_info=True)
            if not said.texts:
                log.error("%s: %s", type(error).__name__, error)  # noqa: TRY400 (who edits texts wants no traceback)
            self._serving.told = "\n\n".join(dict.fromkeys(said.texts))
        else:
            self._serving.told = ""
        finally:
            logger.removeHandler(said)


class _Said(logging.Handler):
    """Remembers the errors that are logged."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record's text."""
        self.texts.append(record.getMessage().removeprefix("seurantalo: ").strip())


def _is_page(path: str) -> bool:
    """Tell whether a browser that asks for a path would show the answer as a page."""
    return not path.startswith("/livereload/") and posixpath.splitext(path)[1] in {"", ".html"}


def nothing_but_the_theme(files: Files, config: MkDocsConfig) -> None:
    """Take the project's own files out of a build that can't become a site."""
    config.nav = []
    for file in list(files):
        if file.src_dir == config.docs_dir:
            files.remove(file)
