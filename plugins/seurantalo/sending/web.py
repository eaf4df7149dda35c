"""One question to a web service, as data, and its answer: encrypted, bounded, and never asked twice.

No redirection is followed: the key would go with it. Proxies and passwords that the surroundings name are not used.
"""

from __future__ import annotations

import ipaddress
import json
import ssl
import threading
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any, Final, TypeAlias
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import ConnectTimeoutError, HTTPError, MaxRetryError, NewConnectionError

from seurantalo.frozen import dataclass
from seurantalo.sending.outcome import NotSentError, UnclearError

#: Seconds to reach a server, to wait for a piece of its answer, and for all of it.
CONNECT_SECONDS: Final = 10.0
READ_SECONDS: Final = 20.0
ALL_SECONDS: Final = 40.0
#: Octets of an answer; a post and all that is said of it takes a few thousand.
MOST_OCTETS: Final = 262_144
#: What is wrong with a request before anything goes out.
_UNSENDABLE: Final = (
    requests.exceptions.InvalidHeader,
    requests.exceptions.InvalidSchema,
    requests.exceptions.InvalidURL,
    requests.exceptions.MissingSchema,
    UnicodeEncodeError,
)
_AGENT: Final = "Seurantalo"
_PIECE: Final = 16_384


@dataclass(frozen=True, slots=True)
class Request:
    """A question. ``rehearsal`` is what a service would answer where all is well, for those who only try."""

    method: str
    url: str
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    rehearsal: bytes = b"{}"

    @property
    def octets(self) -> bytes:
        """What goes out, but for what the transport adds."""
        parts = urlsplit(self.url)
        target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        lines = [f"{self.method} {target} HTTP/1.1", f"Host: {parts.netloc}"]
        lines += [f"{name}: {value}" for name, value in self.all_headers.items()]
        return "\r\n".join([*lines, "", ""]).encode() + self.body

    @property
    def all_headers(self) -> Mapping[str, str]:
        """The headers of this request, and those that all of ours have."""
        own = {"User-Agent": _AGENT, "Accept": "application/json", "Accept-Encoding": "identity"}
        if self.body or self.method != "GET":
            own["Content-Length"] = str(len(self.body))
        return {**own, **dict(self.headers)}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service said."""

    status: int
    content: bytes
    headers: Mapping[str, str] = field(default_factory=dict)

    def json(self) -> Mapping[str, Any]:
        """Return its object; raise UnclearError where it is none: it may be no answer of that service at all."""
        try:
            found = json.loads(self.content)
        except ValueError:
            found = None
        if not isinstance(found, dict):
            raise UnclearError("The answer was not understood.")
        return found


Ask: TypeAlias = Callable[[Request], Answer]


def json_request(
    method: str, url: str, value: object, *, token: str = "", rehearsal: object = None, **headers: str
) -> Request:
    """Return a request with a JSON body; ``token`` goes into Authorization, ``_`` in a header's name is ``-``."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    given = [("Content-Type", "application/json; charset=utf-8")]
    if token:
        given.append(("Authorization", f"Bearer {token}"))
    given += [(name.replace("_", "-"), text) for name, text in headers.items()]
    return Request(method, url, body, tuple(given), json.dumps(rehearsal or {}).encode())


def checked_address(url: str, name: str) -> str:
    """Return a server's address without a slash at its end; raise NotSentError, which names the key, not the address.

    ``http`` is for this computer only.

    >>> checked_address("https://some.example/", "SEURANTALO_SOME_SERVER")
    'https://some.example'
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise NotSentError("{name} is not a web address that begins with https://.", name=name) from None
    del port
    odd = any(ord(letter) < 33 or ord(letter) == 127 for letter in url)
    safe = parts.scheme == "https" or (parts.scheme == "http" and _is_here(parts.hostname or ""))
    if odd or not safe or not parts.hostname or parts.username is not None or parts.fragment:
        raise NotSentError("{name} is not a web address that begins with https://.", name=name)
    return url.rstrip("/")


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def exchange(request: Request) -> Answer:
    """Ask once. Raises NotSentError where nothing can have arrived, UnclearError where something may have.

    A refusal (4xx) did nothing, and an order to wait (429) is handed on, not obeyed. An error of the server (5xx) may
    come after the deed.
    """
    answer = _in_time(request)
    said = answer.content.decode(errors="replace")
    if answer.status == 429:
        wait = answer.headers.get("Retry-After", "")
        if wait.isdigit() and len(wait) < 8:
            raise NotSentError("The server asks to wait {n} s before the next try.", said, n=int(wait))
        raise NotSentError("The server asks to wait before the next try.", said)
    if answer.status == 303:
        # It may lead to what has just been made (RFC 9110, 15.4.4).
        raise UnclearError(
            "The server sends us on to another address ({status}). Correct the address.", status=answer.status
        )
    if 300 <= answer.status < 400:
        raise NotSentError(
            "The server sends us on to another address ({status}). Correct the address.", status=answer.status
        )
    if answer.status in (401, 403):
        raise NotSentError("The server did not accept our key ({status}).", said, status=answer.status)
    if 400 <= answer.status < 500:
        raise NotSentError("The server refused it ({status}).", said, status=answer.status)
    if not 200 <= answer.status < 300:
        raise UnclearError("The server failed ({status}).", said, status=answer.status)
    return answer


def rehearse(request: Request) -> Answer:
    """Answer as a service would, and ask nobody."""
    return Answer(200, request.rehearsal)


def _in_time(request: Request) -> Answer:
    """Ask, and give up when the time is over: one that lets its answer drip knows no end."""
    results: list[Answer | BaseException] = []

    def run() -> None:
        try:
            results.append(_asked(request))
        except BaseException as error:  # noqa: BLE001 (a thread's errors are lost unless handed to the one who waits)
            results.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(ALL_SECONDS)
    if not results:
        raise UnclearError("The server did not answer in time.")
    (result,) = results
    if isinstance(result, BaseException):
        raise result
    return result


def _asked(request: Request) -> Answer:
    try:
        with requests.Session() as session:
            # Nothing of the surroundings: a proxy would see the key, a .netrc would take its place.
            session.trust_env = False
            session.headers.clear()
            with session.request(
                request.method,
                request.url,
                data=request.body or None,
                headers=dict(request.all_headers),
                timeout=(CONNECT_SECONDS, READ_SECONDS),
                allow_redirects=False,
                stream=True,
            ) as response:
                content = b""
                for piece in response.raw.stream(_PIECE, decode_content=False):
                    content += piece
                    if len(content) > MOST_OCTETS:
                        raise UnclearError("The answer was not understood.")
                return Answer(response.status_code, content, dict(response.headers))
    except (requests.RequestException, HTTPError, OSError, ValueError) as error:
        # What they say of themselves may hold the address, and with it the key.
        raise _told(error) from None


def _told(error: Exception) -> NotSentError | UnclearError:
    inner = error.args[0] if error.args else None
    cause = inner.reason if isinstance(inner, MaxRetryError) else inner
    if isinstance(cause, (NewConnectionError, ConnectTimeoutError)):
        return NotSentError("The server could not be reached.")
    if isinstance(error, _UNSENDABLE):
        return NotSentError("The address or the key holds signs that cannot be sent.")
    if _has_bad_certificate(cause):
        return NotSentError("The server's certificate is not valid.")
    if isinstance(error, requests.exceptions.Timeout):
        return UnclearError("The server did not answer in time.")
    return UnclearError("The connection broke off before the answer.")


def _has_bad_certificate(cause: object) -> bool:
    seen = 0
    while isinstance(cause, BaseException) and seen < 10:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return True
        inner = cause.args[0] if cause.args else None
        cause = inner if isinstance(inner, BaseException) else cause.__cause__ or cause.__context__
        seen += 1
    return False
