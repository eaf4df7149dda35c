"""Other sides that mean ill or are broken: what they say shows no key, is no refusal, and holds nobody up."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial

import pytest
from tests.sending.mail_server import PASSWORD, USER
from tests.sending.services import CANARIES, POST, channel, environment, keys_of
from tests.sending.test_mail import CHANNEL, MAIL
from tests.sending.web_server import TOKEN, WEBHOOK, reply, serving

from seurantalo.model.channel import Sender
from seurantalo.sending import smtp
from seurantalo.sending.keys import Keys
from seurantalo.sending.outcome import NotSentError, SendingError, UnclearError
from seurantalo.sending.post import uncalled
from seurantalo.sending.services import SERVICES
from seurantalo.sending.smtp import Account, deliver
from seurantalo.sending.web import exchange

WELL = ["220 koe", "250-koe\r\n250 8BITMIME", "250 ok", "250 ok", "354 go on"]


@contextmanager
def speaking(answers: Sequence[str], *, drips: bool = False) -> Iterator[int]:
    """Be a mail server that says one thing after the other, whatever it hears; with ``drips`` the last never ends."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def speak() -> None:
            with suppress(OSError), listening.accept()[0] as line:
                for number, answer in enumerate(answers):
                    line.sendall(f"{answer}\r\n".encode())
                    heard = b""
                    ending = b"\r\n.\r\n" if number == len(WELL) - 1 else b"\r\n"
                    while number < len(answers) - 1 and not heard.endswith(ending):
                        heard += line.recv(65_536)
                while drips:
                    line.sendall(b"250-")
                    time.sleep(0.02)
                    line.sendall(b"wait\r\n")

        threading.Thread(target=speak, daemon=True).start()
        yield listening.getsockname()[1]


def sent(port: int, **more: str) -> None:
    given = {"SMTP": f"127.0.0.1:{port}", "FROM": MAIL.sender, **more}
    keys = Keys.of(CHANNEL, {f"SEURANTALO_LEHTI_{name}": value for name, value in given.items()})
    deliver(MAIL.octets, MAIL.sender_address, MAIL.recipient, Account.of(keys))


@pytest.mark.parametrize("answer", ["hello", "252 perhaps", "354 more, please", "200 ok", "0", "-1"])
def test_only_a_refusal_counts_as_one(answer: str) -> None:
    with speaking([*WELL, answer]) as port, pytest.raises(UnclearError):
        sent(port)


@pytest.mark.parametrize("answer", ["421 closing", "451 later", "554 no"])
def test_a_refusal_may_be_tried_again(answer: str) -> None:
    with speaking([*WELL, answer]) as port, pytest.raises(NotSentError):
        sent(port)


@pytest.mark.parametrize("stage", range(6))
def test_a_mail_server_that_lets_its_answer_drip_is_left(stage: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp, "ALL_SECONDS", 0.3)
    began = time.monotonic()
    with speaking(WELL[:stage], drips=True) as port, pytest.raises(SendingError) as caught:
        sent(port)
    assert time.monotonic() - began < 30
    assert isinstance(caught.value, UnclearError) is (stage == len(WELL))


ECHOES = {
    "cut in the middle": "x" * 190 + TOKEN,
    "in capitals": TOKEN.upper(),
    "again and again": f"{TOKEN} " * 400,
    "as PHP writes it": '{"url": "https:\\/\\/server\\/bot' + TOKEN + '\\/sendMessage"}',
}


@pytest.mark.parametrize("how", ECHOES)
def test_an_answer_that_says_our_key_is_shown_without_it(how: str) -> None:
    with serving() as server:
        server.fail = partial(reply, status=400, body=ECHOES[how])
        keys = keys_of("telegram", server)
        with pytest.raises(NotSentError) as caught:
            SERVICES[Sender.TELEGRAM].post(POST, keys, exchange)
    shown = keys.shown(caught.value.reason.said)
    assert len(shown) <= 200
    assert not [piece for piece in ("canary", "CANARY", "4711") if piece in shown]


def test_a_key_that_was_lent_for_a_while_is_hidden_too() -> None:
    """A session of Bluesky's opens the account for hours."""
    with serving() as server:
        server.fail = partial(reply, status=400, body=f"bad token {TOKEN}")
        keys = keys_of("bluesky", server)
        with pytest.raises(NotSentError) as caught:
            SERVICES[Sender.BLUESKY].post(POST, keys, exchange)
    assert keys.shown(caught.value.reason.said) == "bad token ***"


def test_the_end_of_a_webhook_is_hidden_without_its_query() -> None:
    given = environment("discord", "https://koe.example")
    given["SEURANTALO_MENOT_WEBHOOK"] = f"{given['SEURANTALO_MENOT_WEBHOOK'].strip()}?thread_id=5"
    assert Keys.of(channel("discord"), given).shown(f"unknown {WEBHOOK}") == "unknown ***"


@pytest.mark.parametrize("token", ["salasana\N{EURO SIGN}", "kaksi\nriviä", "nolla\0"])
def test_a_key_that_cannot_be_sent_was_not_sent(token: str) -> None:
    with serving() as server:
        given = {"SEURANTALO_MENOT_SERVER": server.url, "SEURANTALO_MENOT_TOKEN": token}
        with pytest.raises(NotSentError) as caught:
            SERVICES[Sender.MASTODON].post(POST, Keys.of(channel("mastodon"), given), exchange)
        assert server.published == {}
    assert token not in str(caught.value)


def test_a_mail_server_that_says_our_password_is_shown_without_it() -> None:
    with speaking(["220 koe", "250-koe\r\n250 AUTH PLAIN", f"535 {'x' * 180} not {PASSWORD}"]) as port:
        keys = {"USER": USER, "PASSWORD": PASSWORD}
        with pytest.raises(NotSentError) as caught:
            sent(port, **keys)
    every = Keys.of(CHANNEL, {f"SEURANTALO_LEHTI_{name}": value for name, value in keys.items()})
    assert not [canary for canary in CANARIES if canary in every.shown(caught.value.reason.said)]


@pytest.mark.parametrize(
    "text",
    ["Terve.@gargron", "a-@kyla@some.example", "+@kyla", "/@kyla", "=@kyla", "(@kyla", "https://koe.example/?.@kyla"],
)
def test_no_sign_before_it_lets_a_call_through(text: str) -> None:
    assert "@kyla" not in uncalled(text)
    assert "@gargron" not in uncalled(text)
