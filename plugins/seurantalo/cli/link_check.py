"""Whether web addresses open. Slow, and different every time: so it is done when asked for, never in a build.

Each host is asked one address at a time, several hosts at once; nobody waits longer than the limits say. Addresses
come from contributed files, so nothing but http and https is opened, and no machine of the network we stand in.
"""

from __future__ import annotations

import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from http.client import HTTPException, HTTPMessage
from typing import IO, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    getproxies,
)

from seurantalo.cli.public_address import Address, NotPublicError, addresses_of, is_public
from seurantalo.frozen import dataclass

#: Seconds for one answer, and for all of them together.
ONE_ANSWER: Final = 10.0
ALL_ANSWERS: Final = 300.0
#: Hosts that are asked at once.
HOSTS_AT_ONCE: Final = 8
#: Answers of a server that is there but does not want to be asked like this: no sign of a broken link.
_REFUSALS: Final = frozenset({401, 403, 405, 406, 429, 999})
#: Answers to HEAD after which the page itself is asked for.
_ASK_AGAIN: Final = frozenset({400, 403, 404, 405, 406, 500, 501, 503})
#: Seconds between two looks at how far it has come.
_PICTURE: Final = 0.2
_AGENT: Final = "Mozilla/5.0 (compatible; seurantalo-todo)"


@dataclass(frozen=True, slots=True)
class LinkCheck:
    """What was found: why each broken address does not open, and which were not tried for lack of time."""

    broken: Mapping[str, str]
    untried: tuple[str, ...]


def check_links(
    addresses: Iterable[str],
    *,
    one_answer: float = ONE_ANSWER,
    all_answers: float = ALL_ANSWERS,
    allowed: Callable[[Address], bool] | None = None,
    told: Callable[[int, int], None] = lambda *_: None,
) -> LinkCheck:
    """Try the addresses and return those that do not open. ``allowed`` judges a host's IP address; default: public.

    Times are in seconds. ``told`` hears how many have answered, of how many.
    """
    wanted = sorted(set(addresses))
    hosts: dict[str, list[str]] = {}
    for address in wanted:
        hosts.setdefault(urlsplit(address).netloc.casefold(), []).append(address)
    waiting: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
    for some in hosts.values():
        waiting.put(some)
    deadline = time.monotonic() + all_answers
    reasons: dict[str, str] = {}
    opener = _opener(allowed or is_public)

    def work() -> None:
        while True:
            try:
                some = waiting.get_nowait()
            except queue.Empty:
                return
            for address in some:
                left = deadline - time.monotonic()
                if left <= 0:
                    return
                reasons[address] = _try(opener, address, min(one_answer, left))

    # Daemons: a server that sends one byte a minute must not keep the command from ending.
    workers = [threading.Thread(target=work, daemon=True) for _ in range(min(HOSTS_AT_ONCE, len(hosts)))]
    for worker in workers:
        worker.start()
    for worker in workers:
        while worker.is_alive() and (left := deadline + one_answer - time.monotonic()) > 0:
            told(len(reasons), len(wanted))
            worker.join(min(left, _PICTURE))
    answered = dict(reasons)
    return LinkCheck(
        broken={address: answered[address] for address in wanted if answered.get(address)},
        untried=tuple(address for address in wanted if address not in answered),
    )


def _try(opener: OpenerDirector, address: str, timeout: float) -> str:
    """Return why an address does not open; ``""`` for one that does."""
    reason = ""
    for method in ("HEAD", "GET"):
        headers = {"User-Agent": _AGENT, "Accept": "*/*"}
        request = Request(address, method=method, headers=headers)  # noqa: S310  # http and https only: see _opener
        try:
            with opener.open(request, timeout=timeout):
                return ""
        except HTTPError as error:
            error.close()
            if method == "HEAD" and error.code in _ASK_AGAIN:
                continue
            return "" if error.code in _REFUSALS else str(error.code)
        except (HTTPException, OSError, ValueError) as error:
            reason = _reason(error)
            if not isinstance(error, HTTPException):
                return reason
    return reason


def _reason(error: Exception) -> str:
    cause = error.reason if isinstance(error, URLError) and isinstance(error.reason, Exception) else error
    if isinstance(cause, TimeoutError):
        return "timeout"
    if isinstance(cause, socket.gaierror):
        return "no such host"
    if isinstance(cause, ssl.SSLError):
        return "certificate"
    return " ".join(str(cause).split())[:100] or type(cause).__name__


def _opener(allowed: Callable[[Address], bool]) -> OpenerDirector:
    """Return what opens http and https and nothing else. Behind a proxy, the proxy decides where one may go."""
    guard = _Guard(allowed if not getproxies() else lambda _: True)
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(),
        guard,
        HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


class _Guard(HTTPRedirectHandler):
    """Looks where an address leads before it is opened, and again at every redirection."""

    def __init__(self, allowed: Callable[[Address], bool]) -> None:
        self._allowed = allowed

    def http_request(self, request: Request) -> Request:
        self._look(request)
        return request

    https_request = http_request

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if not newurl.startswith(("https://", "http://")):
            raise NotPublicError(f"redirects to {newurl[:60]}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)

    def _look(self, request: Request) -> None:
        parts = urlsplit(request.full_url)
        host = parts.hostname or ""
        if getproxies():
            return
        addresses_of(host, parts.port or 443, self._allowed)
