"""A mail server on this machine: it takes a mail, refuses it or its recipient, or drops the line."""

from __future__ import annotations

from asyncio import Transport
from asyncio.base_events import Server
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from ssl import SSLContext
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

USER = "canary-user"
PASSWORD = "canary-pass-4721"


@dataclass
class Post:
    """What has arrived: the octets of each mail, and to whom; and how it is to fail."""

    mails: list[bytes] = field(default_factory=list)
    envelopes: list[tuple[str, list[str]]] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    port: int = 0
    refuse_sender: str = ""
    refuse_recipient: str = ""
    refuse_mail: str = ""
    #: Takes the mail, and says nothing more.
    drop_after_data: bool = False
    drop_before_data: bool = False
    #: Is done when somebody begins to send, and when a mail has been taken.
    on_mail: Callable[[], None] | None = None
    on_data: Callable[[], None] | None = None
    goes_on: bool = False

    async def handle_MAIL(  # noqa: N802 (the server's names)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.on_mail:
            self.on_mail()
            if not self.goes_on:
                _drop(server)
        if self.refuse_sender:
            return self.refuse_sender
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 (the name that the server calls)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.drop_before_data:
            _drop(server)
            return "421 gone"
        if self.refuse_recipient:
            return self.refuse_recipient
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 (as above)
        if self.refuse_mail:
            return self.refuse_mail
        content = envelope.original_content or b""
        self.mails.append(content)
        self.encrypted.append(session.ssl is not None)
        self.envelopes.append((str(envelope.mail_from), list(envelope.rcpt_tos)))
        if self.on_data:
            self.on_data()
        if self.drop_after_data:
            _drop(server)
        return "250 taken"


def _drop(server: SMTP) -> None:
    assert isinstance(server.transport, Transport)
    server.transport.abort()


class _OnAnyPort(Controller):
    def _trigger_server(self) -> None:
        assert isinstance(self.server, Server)
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]


@contextmanager
def serving(*, login: bool = False, tls: SSLContext | None = None) -> Iterator[Post]:
    """Serve; with ``login`` only those who say the right password, with ``tls`` encrypted when asked (STARTTLS)."""
    post = Post()

    def known(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        right = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=right, handled=right)

    options: dict[str, Any] = (
        {"authenticator": known, "auth_required": True, "auth_require_tls": tls is not None} if login else {}
    )
    if tls is not None:
        options |= {"tls_context": tls, "require_starttls": True}
    controller = _OnAnyPort(post, hostname="127.0.0.1", port=0, **options)
    controller.start()
    try:
        post.port = controller.port
        yield post
    finally:
        controller.stop(no_assert=True)
