"""The way of a mail to a server (RFC 5321, 6409): encrypted, once, and told for what it is where it fails.

Python's own ``sendmail`` does not tell a line that breaks before the message from one that breaks after it. Here the
steps are taken one by one: only after the last dot has gone out is it unclear whether the mail has arrived.
"""

from __future__ import annotations

import ipaddress
import re
import smtplib
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.sending.keys import Keys
from seurantalo.sending.outcome import NotSentError, UnclearError

#: Seconds for each answer; a server that looks through a message takes its time (RFC 5321, 4.5.3.2).
SECONDS: Final = 60.0
#: Seconds for all of it: a server that lets its answers drip would stop every other channel.
ALL_SECONDS: Final = 240.0
#: The ports of submission: encrypted when asked, and from the first octet on (RFC 8314).
_SUBMISSION: Final = 587
_SECURE: Final = 465
_SERVER: Final = re.compile(r"(?P<host>[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::(?P<port>\d{1,5}))?")
_LINE_STARTS: Final = re.compile(rb"(?m)^\.")


@dataclass(frozen=True, slots=True)
class Account:
    """A mail server, and who we are there. Nothing that shows it shows the password."""

    host: str
    port: int
    keys: Keys

    @classmethod
    def of(cls, keys: Keys) -> Account:
        """Read the key ``SMTP``: ``mail.example.org``, or with a port, ``mail.example.org:465``."""
        keys.need("SMTP", "FROM")
        found = _SERVER.fullmatch(keys["SMTP"])
        port = int(found["port"] or _SUBMISSION) if found else 0
        if found is None or not 0 < port < 65_536:
            raise NotSentError("{name} is not a mail server: mail.example.org:587.", name=keys.variable("SMTP"))
        if keys.get("USER"):
            keys.need("PASSWORD")
        return cls(found["host"].strip("[]"), port, keys)


def deliver(octets: bytes, sender: str, recipient: str, account: Account) -> None:
    """Hand a mail over, once. ``sender`` and ``recipient`` are bare addresses.

    Raises NotSentError where the server has not taken it, UnclearError where it did not say.
    """
    server = _made(account, sender.rpartition("@")[2])
    try:
        with _in_time(server):
            _connect(server, account)
            _introduced(server, account)
            _enveloped(server, sender, recipient)
            _handed_over(server, octets)
            with suppress(smtplib.SMTPException, OSError):
                server.quit()
    finally:
        server.close()


def _made(account: Account, name: str) -> smtplib.SMTP:
    """Return a line that is not open yet."""
    if account.port == _SECURE:
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            local_hostname=name, timeout=SECONDS, context=ssl.create_default_context()
        )
    else:
        server = smtplib.SMTP(local_hostname=name, timeout=SECONDS)
    # Whose certificate it has to be; smtplib keeps it only where it opens the line at once.
    server._host = account.host  # type: ignore[attr-defined]  # noqa: SLF001 (no other way to set it)
    return server


@contextmanager
def _in_time(server: smtplib.SMTP) -> Iterator[None]:
    """Break the line off when the time is over: whoever waits for an answer finds it broken, at the step it is at."""

    def hang_up() -> None:
        with suppress(OSError):
            if server.sock is not None:
                # Not that of TLS, which would first forget what it is reading with.
                socket.socket.shutdown(server.sock, socket.SHUT_RDWR)

    timer = threading.Timer(ALL_SECONDS, hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _connect(server: smtplib.SMTP, account: Account) -> None:
    try:
        code, said = server.connect(account.host, account.port)
        if code != 220:
            raise NotSentError("The mail server could not be reached.", _said(said))
    except ssl.SSLCertVerificationError:
        raise NotSentError("The server's certificate is not valid.") from None
    except (smtplib.SMTPException, OSError, ValueError):
        raise NotSentError("The mail server could not be reached.") from None


def _introduced(server: smtplib.SMTP, account: Account) -> None:
    """Begin to speak in secret, and say who we are."""
    keys = account.keys
    try:
        server.ehlo_or_helo_if_needed()
        if server.has_extn("starttls"):
            server.starttls(context=ssl.create_default_context())
            server.ehlo()
        elif account.port != _SECURE and not _is_here(account.host):
            raise NotSentError("The mail server does not offer an encrypted connection.")
        if keys.get("USER"):
            server.login(keys["USER"], keys["PASSWORD"])
    except ssl.SSLCertVerificationError:
        raise NotSentError("The server's certificate is not valid.") from None
    except smtplib.SMTPAuthenticationError as error:
        message = "The mail server did not accept our user name and password ({code})."
        raise NotSentError(message, _said(error.smtp_error), code=error.smtp_code) from None
    except (smtplib.SMTPException, OSError, ValueError):
        raise NotSentError("The connection to the mail server broke off before anything was sent.") from None


def _enveloped(server: smtplib.SMTP, sender: str, recipient: str) -> None:
    try:
        code, said = server.mail(sender)
        if code != 250:
            raise NotSentError("The mail server refused the sender’s address ({code}).", _said(said), code=code)
        code, said = server.rcpt(recipient)
        if code not in (250, 251):
            raise NotSentError("The mail server refused the recipient’s address ({code}).", _said(said), code=code)
        code, said = server.docmd("DATA")
        if code != 354:
            raise NotSentError("The mail server refused the message ({code}).", _said(said), code=code)
    except (smtplib.SMTPException, OSError, ValueError):
        raise NotSentError("The connection to the mail server broke off before anything was sent.") from None


def _handed_over(server: smtplib.SMTP, octets: bytes) -> None:
    try:
        server.send(_LINE_STARTS.sub(b"..", octets) + b".\r\n")
        code, said = server.getreply()
    except (smtplib.SMTPException, OSError, ValueError):
        raise UnclearError(
            "The connection broke off before the mail server had said whether it took the mail."
        ) from None
    if 400 <= code < 600:
        raise NotSentError("The mail server refused the message ({code}).", _said(said), code=code)
    if code != 250:
        # No word of a mail server's (RFC 5321, 4.2.1): it may have taken the mail all the same.
        raise UnclearError("The answer was not understood.", _said(said))


def _said(words: object) -> str:
    return words.decode(errors="replace") if isinstance(words, bytes) else str(words)


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
