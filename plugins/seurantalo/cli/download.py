"""A calendar from the network: public addresses only, bounded in size and in time.

An address may be anybody's word (a pull request changes the configuration), and a name server's answers may change
between two questions. So every host is resolved once, every answer must be public, and the connection goes to the
very address that was looked at, at each step of a redirection anew. Proxies of the environment are not used: behind
one, nobody knows what is connected to.
"""

from __future__ import annotations

import socket
import ssl
import threading
import zlib
from collections.abc import Callable
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse
from time import monotonic
from typing import Final, TypeVar
from urllib.parse import quote, urljoin, urlsplit

from seurantalo.cli.public_address import Address, NotPublicError, addresses_of, is_public
from seurantalo.frozen import dataclass
from seurantalo.importing.stream import MOST_BYTES

#: Seconds for the whole of one calendar, redirections and all.
SECONDS: Final = 30.0
#: Steps of a redirection.
MOST_STEPS: Final = 5
#: Seconds between two looks whether it is there.
_LOOK: Final = 0.2
_CHUNK: Final = 65_536
_AGENT: Final = "Seurantalo calendar fetch"

_T = TypeVar("_T")


class DownloadError(Exception):
    """A calendar that can't be had; ``code`` and ``values`` as in a Problem."""

    def __init__(self, code: str, **values: str) -> None:
        """Keep the code and the values."""
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Limits:
    """What a download may cost. ``permitted`` decides on addresses; only a test may decide otherwise."""

    octets: int = MOST_BYTES
    seconds: float = SECONDS
    permitted: Callable[[Address], bool] | None = None


def download(url: str, limits: Limits | None = None, told: Callable[[int, int], None] = lambda *_: None) -> bytes:
    """Return what a web address gives; raise DownloadError. ``webcal:`` is another word for ``https:``.

    ``told`` hears again and again that it is not there yet: 0 of 1.
    """
    limits = limits or Limits()
    ends = monotonic() + limits.seconds
    for _ in range(MOST_STEPS + 1):
        step = _Step(url, limits, ends)
        answer = _within(step.get, step, ends, told)
        if isinstance(answer, bytes):
            return answer
        if step.secure and not answer.lower().startswith("https:"):
            # What began in secret does not go on in the open.
            raise DownloadError("download-bad-address", found=answer[:80])
        url = answer
    raise DownloadError("download-redirects")


def _within(work: Callable[[], _T], step: _Step, ends: float, told: Callable[[int, int], None]) -> _T:
    """Return what ``work`` returns, or give up when the time is over: name servers know no time limit."""
    results: list[_T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:  # noqa: BLE001 (a thread's errors are lost unless handed to the one who waits)
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    while thread.is_alive() and (left := ends - monotonic()) > 0:
        told(0, 1)
        thread.join(min(left, _LOOK))
    if thread.is_alive():
        step.abandon()
        raise step.too_slow()
    if errors:
        raise errors[0]
    return results[0]


class _Step:
    """One request."""

    def __init__(self, url: str, limits: Limits, ends: float) -> None:
        self.limits, self.ends = limits, ends
        self.url = "https:" + url[7:] if url[:7].lower() == "webcal:" else url
        try:
            parts = urlsplit(self.url)
            self.host, port = parts.hostname or "", parts.port
        except ValueError:
            raise DownloadError("download-bad-address", found=url[:80]) from None
        unsafe = any(ord(letter) < 33 or ord(letter) == 127 for letter in self.url)
        if parts.scheme not in ("http", "https") or not self.host or parts.username is not None or unsafe:
            raise DownloadError("download-bad-address", found=url[:80])
        self.secure = parts.scheme == "https"
        self.port = port or (443 if self.secure else 80)
        self.target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
            f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
        )
        self._socket: socket.socket | None = None

    def too_slow(self) -> DownloadError:
        return DownloadError("download-too-slow", host=self.host, limit=f"{self.limits.seconds:g}")

    def abandon(self) -> None:
        """End what still waits for the network."""
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def get(self) -> bytes | str:
        """Return the body, or the address that the server leads on to."""
        connection = HTTPConnection(self.host, self.port)
        connection.default_port = 443 if self.secure else 80  # which the Host header leaves unsaid
        response: HTTPResponse | None = None
        try:
            connection.sock = self._socket = self._connected(self._addresses())
            headers = {"User-Agent": _AGENT, "Accept": "text/calendar, */*;q=0.1", "Accept-Encoding": "identity"}
            connection.request("GET", self.target, headers=headers)
            response = connection.getresponse()
            if response.status in (301, 302, 303, 307, 308):
                return self._next(response)
            if response.status != 200:
                raise DownloadError("download-status", host=self.host, status=str(response.status))
            return self._body(response)
        except (HTTPException, zlib.error):
            raise DownloadError("download-cut-off", host=self.host) from None
        except TimeoutError:
            raise self.too_slow() from None
        except OSError as error:
            raise DownloadError("download-no-answer", host=self.host, found=_reason(error)) from None
        finally:
            # A response that the server ends by closing has taken the socket over from the connection.
            if response is not None:
                response.close()
            connection.close()

    def _addresses(self) -> list[Address]:
        try:
            return addresses_of(self.host, self.port, self.limits.permitted or is_public)
        except NotPublicError:
            raise DownloadError("download-private", host=self.host) from None
        except (OSError, UnicodeError) as error:
            raise DownloadError("download-no-answer", host=self.host, found=_reason(error)) from None

    def _connected(self, addresses: list[Address]) -> socket.socket:
        failure: OSError = OSError()
        for address in dict.fromkeys(addresses):
            left = self.ends - monotonic()
            if left <= 0:
                raise TimeoutError
            try:
                # By address: the name is not asked for again, so it can't mean another host now.
                plain = socket.create_connection((str(address), self.port), timeout=left)
            except OSError as error:
                failure = error
                continue
            self._socket = plain
            if not self.secure:
                return plain
            return ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)
        raise failure

    def _next(self, response: HTTPResponse) -> str:
        place = response.getheader("Location", "")
        try:
            return urljoin(self.url, place)
        except ValueError:
            raise DownloadError("download-bad-address", found=place[:80]) from None

    def _body(self, response: HTTPResponse) -> bytes:
        most = self.limits.octets
        declared = response.getheader("Content-Length", "")
        if declared.isdecimal() and int(declared[:18]) > most:
            raise self._too_large()
        encoding = response.getheader("Content-Encoding", "identity").strip().lower()
        packed = encoding in ("gzip", "x-gzip", "deflate")
        # Never more at once than one octet above what is allowed: a small answer can unpack to gigabytes.
        unpack = zlib.decompressobj(wbits=47 if encoding != "deflate" else zlib.MAX_WBITS) if packed else None
        body = bytearray()
        received = 0
        while chunk := response.read1(_CHUNK):
            received += len(chunk)
            body += unpack.decompress(chunk, most + 1 - len(body)) if unpack else chunk
            if max(len(body), received) > most or (unpack and unpack.unconsumed_tail):
                raise self._too_large()
        if declared.isdecimal() and received < int(declared[:18]):
            raise DownloadError("download-cut-off", host=self.host)
        if unpack and not unpack.eof:
            raise DownloadError("download-cut-off", host=self.host)
        return bytes(body)

    def _too_large(self) -> DownloadError:
        return DownloadError("download-too-large", host=self.host, limit=str(self.limits.octets // 1_000_000))


def _reason(error: Exception) -> str:
    """Return what an error says, on one line."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"TLS: {error.verify_message}"
    words = getattr(error, "strerror", None) or type(error).__name__
    return " ".join(str(words).split())[:120]
