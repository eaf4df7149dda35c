"""What ``mkdocs serve`` shows while the site can't be built: what is wrong, on every page, until it is mended.

MkDocs ends at once where the first build fails, and answers no more where a later one does. Here the first build ends
without a site, a later one leaves the site as it was, and the server tells in the place of its pages what to mend.
"""

from __future__ import annotations

import hashlib
import logging
import posixpath
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError, PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files

from seurantalo.garbage_collector import collector_paused
from seurantalo.language.catalogue import Language
from seurantalo.mkdocs_plugin import failures
from seurantalo.mkdocs_plugin.host_site import host_logger
from seurantalo.mkdocs_plugin.live import Live
from seurantalo.model.settings import Settings
from seurantalo.staging import Staging

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("seurantalo")

#: Says which errors a page shows; a browser that finds another value, or none, reads the page anew.
MARK: Final = "Seurantalo-Errors"


def is_reloading() -> bool:
    """Tell whether the server that MkDocs starts will watch for changes, as far as its command line says.

    A server without live reload shows what stands in its folder, and plugins hear no more of it.
    """
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.params.get("livereload"))


class Serving:
    """What is known of a server's builds."""

    def __init__(self, *, is_starting: bool = False) -> None:
        #: Whether the first build of a server is under way, whose errors would end MkDocs.
        self.is_starting = is_starting
        #: What is wrong; ``""`` where the site is as it should be.
        self.told = ""

    def page(self, words: Language) -> bytes:
        """Return the page that tells what is wrong."""
        return _page(self.told, words)

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

    @property
    def is_broken(self) -> bool:
        """Whether this is the first build of a server, and can't become a site."""
        return self.is_starting and bool(self.told)

    @contextmanager
    def telling(self, words: Language) -> Iterator[None]:
        """End the build with a sentence where a file holds mistakes, the machine fails, or what the site brings."""
        try:
            yield
        except Exception as error:
            told = failures.sentence(error, words)
            if self.is_starting and (told or isinstance(error, PluginError)):
                # Raised, it would end the server. What there is of the site stays unseen.
                self.told = told or str(error)
            elif told:
                raise PluginError(told) from error
            else:
                raise

    def begin(
        self,
        server: LiveReloadServer,
        config: MkDocsConfig,
        settings: Settings,
        live: Live,
        words: Callable[[], Language],
    ) -> None:
        """Have a server look out for changes, show errors, and what is made when it is asked for.

        ``words`` are asked for each time, since the language may change too.
        """
        from seurantalo.mkdocs_plugin import watching  # noqa: PLC0415 (observers: only to serve)
        from seurantalo.mkdocs_plugin.on_request import OnRequest  # noqa: PLC0415 (sockets: only to serve)

        watching.begin(server, config, settings)
        self.is_starting = False
        if self.told:
            log.error(self.told)
        server.builder = _Rebuilding(self, live, server.builder, words)
        on_request = OnRequest(server, live.at)

        def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            if environ["PATH_INFO"].startswith("/livereload/"):
                return server.serve_request(environ, start_response)
            # Mistakes that are found while somebody waits for the build are told, too.
            epoch = on_request.settled()
            told = self.told if _is_page(environ["PATH_INFO"]) else ""
            if not told:
                try:
                    given = on_request(environ, start_response, epoch)
                except Exception as error:
                    log.exception("%s could not be made", environ["PATH_INFO"])
                    told = failures.sentence(error, words()) or f"{type(error).__name__}: {error}"
                else:
                    return server.serve_request(environ, start_response) if given is None else given
            headers = [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store")]
            start_response("200 OK", [*headers, (MARK, _digest(told))])
            return [_page(told, words())]

        server.set_app(answer)


class _Rebuilding:
    """A rebuild that never fails: what went wrong is kept, so that the server can go on."""

    def __init__(
        self, serving: Serving, live: Live, build: Callable[[], None], words: Callable[[], Language]
    ) -> None:
        self._serving = serving
        self._live = live
        self._build = build
        self._words = words

    def __call__(self) -> None:
        said = _Said()
        logger = host_logger()
        logger.addHandler(said)
        try:
            with self._live.lock:
                with collector_paused():
                    is_renewed = self._renewed()
                if not is_renewed:
                    self._build()
        # Whatever it is, the browser shall show it. MkDocs' own way to end a build is a SystemExit as well.
        except (Exception, SystemExit) as error:
            log.debug("the rebuild failed", exc_info=True)
            reason = error.__context__
            if isinstance(reason, BuildError) and str(reason).strip() not in said.texts:
                # MkDocs says the same words only once, however often they are what is wrong.
                log.error(str(reason))  # noqa: TRY400 (who edits texts wants no traceback)
            elif not said.texts:
                log.error("%s: %s", type(error).__name__, error)  # noqa: TRY400 (who edits texts wants no traceback)
            self._serving.told = "\n\n".join(dict.fromkeys(said.texts))
        else:
            self._serving.told = ""
        finally:
            logger.removeHandler(said)
            self._live.tidy_soon()

    def _renewed(self) -> bool:
        """Read records again, and tell mistakes in them as MkDocs would; return whether that was enough."""
        try:
            with self._serving.telling(self._words()):
                return self._live.renew(self._words().code)
        except BuildError as error:
            log.error(str(error))  # noqa: TRY400 (who edits texts wants no traceback)
            raise


class _Said(logging.Handler):
    """Remembers the errors that are logged."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record's text."""
        self.texts.append(record.getMessage().removeprefix("seurantalo: ").strip())


def _page(told: str, words: Language) -> bytes:
    written = Path(__file__).with_name("errors.html").read_text(encoding="utf-8")
    html = (
        jinja2.Environment(autoescape=True)
        .from_string(written)
        .render(
            lang=words.code,
            title=words.say("The site can't be shown yet"),
            advice=words.say("Correct what is said here and save the file. This page then renews itself."),
            told=told,
            mark=MARK,
            digest=_digest(told),
        )
    )
    return html.encode(errors="xmlcharrefreplace")


def _digest(told: str) -> str:
    return hashlib.sha256(told.encode(errors="replace")).hexdigest()[:16]


def _is_page(path: str) -> bool:
    """Tell whether a browser that asks for a path would show the answer as a page."""
    return posixpath.splitext(path)[1] in {"", ".html"}


def nothing_but_the_theme(files: Files, config: MkDocsConfig) -> None:
    """Take the project's own files out of a build that can't become a site."""
    config.nav = []
    for file in list(files):
        if file.src_dir == config.docs_dir:
            files.remove(file)
