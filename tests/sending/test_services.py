"""Each service takes a post by its own rules, tells a change as it can, and what fails is told for what it is."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from http.server import BaseHTTPRequestHandler

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sending.services import CANARIES, CHANGED, NAMES, POST, channel, environment, keys_of
from tests.sending.web_server import Server, cut, nonsense, nothing, reply, serving

from seurantalo.language import language
from seurantalo.model.channel import Sender
from seurantalo.sending.keys import Keys, MissingKeysError
from seurantalo.sending.outcome import NotSentError, SendingError, UnclearError
from seurantalo.sending.post import uncalled, utf16
from seurantalo.sending.services import SERVICES
from seurantalo.sending.services.bluesky import facets, record_key
from seurantalo.sending.services.discord import plain as discord_plain
from seurantalo.sending.services.service import Service
from seurantalo.sending.web import Request, exchange, rehearse


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as found:
        yield found


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def service(name: str) -> Service:
    return SERVICES[Sender(name)]


def test_a_post_arrives_and_a_change_is_told_as_the_service_can(name: str, server: Server) -> None:
    keys = keys_of(name, server)
    remote = service(name).post(POST, keys, exchange)
    assert server.texts == [POST.text]
    assert service(name).correct(CHANGED, remote, keys, exchange) == remote
    assert (
        server.texts
        == {
            "bluesky": [POST.text, CHANGED.change],
            "discord": [CHANGED.text],
            "mastodon": [CHANGED.text, CHANGED.change],
            "matrix": [CHANGED.text],
            "slack": [POST.text, CHANGED.change],
            "telegram": [CHANGED.text],
        }[name]
    )


def test_answers_are_tied_to_what_they_answer(server: Server) -> None:
    for name in ("mastodon", "bluesky"):
        server.published.clear()
        keys = keys_of(name, server)
        remote = service(name).post(POST, keys, exchange)
        service(name).correct(CHANGED, remote, keys, exchange)
        first, second = server.published
        answers = server.published[second]["answers"]
        assert answers == first if name == "mastodon" else answers == {"uri": first, "cid": remote.split("#")[1]}


@pytest.mark.parametrize("name", ["mastodon", "matrix"])
def test_what_comes_twice_is_told_once(name: str, server: Server) -> None:
    keys = keys_of(name, server)
    assert service(name).post(POST, keys, exchange) == service(name).post(POST, keys, exchange)
    assert server.texts == [POST.text]


def test_bluesky_has_a_key_of_ours_and_takes_no_second_post_under_it(server: Server) -> None:
    keys = keys_of("bluesky", server)
    service("bluesky").post(POST, keys, exchange)
    with pytest.raises(UnclearError):
        service("bluesky").post(POST, keys, exchange)
    assert server.texts == [POST.text]
    other = replace(POST, key="tanssit 2027-05-29")
    assert len({record_key(one) for one in (POST, other, CHANGED)}) == 3


Fault = Callable[[BaseHTTPRequestHandler], None]
# What goes wrong, in what the server does, and whether anything may have arrived.
REFUSED: dict[str, Fault] = {
    "401": partial(reply, status=401, body={"error": "no"}),
    "403": partial(reply, status=403, body="forbidden"),
    "404": partial(reply, status=404, body={}),
    "422": partial(reply, status=422, body={"error": "Validation failed"}),
    "429": partial(reply, status=429, body={}, headers={"Retry-After": "7200"}),
    "302": partial(reply, status=302, body="", headers={"Location": "https://elsewhere.example/"}),
}
UNCLEAR: dict[str, Fault] = {
    "500": partial(reply, status=500, body={}),
    "502": partial(reply, status=502, body="<html>"),
    "nothing": nothing,
    "cut": cut,
    "nonsense": nonsense,
    "not json": partial(reply, status=200, body={"error": "?"}),
}


@pytest.mark.parametrize("fault", REFUSED)
def test_what_is_refused_may_be_tried_again(name: str, server: Server, fault: str) -> None:
    server.fail = REFUSED[fault]
    keys = keys_of(name, server)
    with pytest.raises(NotSentError) as caught:
        service(name).post(POST, keys, exchange)
    assert server.texts == []
    words = caught.value.reason.in_words(language("en"))
    assert words == {
        "429": "The server asks to wait 7200 s before the next try.",
        "302": "The server sends us on to another address (302). Correct the address.",
        "401": "The server did not accept our key (401).",
        "403": "The server did not accept our key (403).",
    }.get(fault, f"The server refused it ({fault}).")


@pytest.mark.parametrize("fault", UNCLEAR)
def test_what_may_have_arrived_is_unclear(name: str, server: Server, fault: str) -> None:
    server.fail, server.too_late = UNCLEAR[fault], True
    with pytest.raises(UnclearError):
        service(name).post(POST, keys_of(name, server), exchange)
    assert server.texts == [POST.text]


def test_a_server_that_is_not_there_got_nothing(name: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
        with pytest.raises(NotSentError, match="could not be reached"):
            service(name).post(POST, keys_of(name, url), exchange)


@pytest.mark.parametrize(
    "url",
    [
        "http://service.example",
        "ftp://127.0.0.1",
        "https://me:secret@127.0.0.1",
        "//127.0.0.1",
        "https://a b.example",
    ],
)
def test_a_key_goes_out_in_secret_only(name: str, url: str) -> None:
    with pytest.raises(NotSentError) as caught:
        service(name).post(POST, keys_of(name, url), exchange)
    missing = "WEBHOOK" if name in ("discord", "slack") else "SERVER"
    assert caught.value.reason.in_words(language("fi")).startswith(f"SEURANTALO_MENOT_{missing} ")


def test_what_is_not_set_is_told_by_name(name: str) -> None:
    keys = Keys.of(channel(name), {})
    with pytest.raises(MissingKeysError) as caught:
        keys.need(*service(name).needs)
    assert caught.value.names == tuple(f"SEURANTALO_MENOT_{one}" for one in service(name).needs)


def test_channels_may_share_an_account_and_their_own_keys_go_first(server: Server) -> None:
    shared = {"SEURANTALO_MASTODON_TOKEN": "shared", "SEURANTALO_MASTODON_SERVER": server.url}
    assert Keys.of(channel("mastodon"), shared)["TOKEN"] == "shared"
    own = Keys.of(channel("mastodon"), {**environment("mastodon", server.url), **shared})
    assert own["TOKEN"] != "shared"


def test_the_rehearsal_asks_nobody_and_shows_no_key(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", None)
    keys = keys_of(name, "https://service.example")
    shown: list[str] = []

    def tell(request: Request) -> object:
        shown.append(keys.hide(request.octets.decode()))
        return rehearse(request)

    service(name).correct(CHANGED, service(name).post(POST, keys, tell) or "1", keys, tell)  # type: ignore[arg-type]
    whole = "\n".join(shown)
    assert "Kraaterin polkujuoksu" in whole
    assert not [canary for canary in CANARIES if canary in whole]


@pytest.mark.parametrize("fault", [*REFUSED, *UNCLEAR])
def test_no_failure_says_a_key(name: str, server: Server, fault: str) -> None:
    server.fail = {**REFUSED, **UNCLEAR}[fault]
    keys = keys_of(name, server)
    with pytest.raises(SendingError) as caught:
        service(name).post(POST, keys, exchange)
    error: BaseException | None = caught.value
    told = [repr(keys), str(keys), keys.hide(caught.value.reason.said)]
    while error is not None:
        told += [str(error), repr(error), *map(str, error.args)]
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    assert not [canary for canary in CANARIES if canary in " ".join(told)]


def test_an_answer_that_says_a_key_does_not_say_it_here(server: Server) -> None:
    keys = Keys.of(channel("bluesky"), {**environment("bluesky", server.url), "SEURANTALO_MENOT_HANDLE": "other"})
    with pytest.raises(NotSentError) as caught:
        service("bluesky").post(POST, keys, exchange)
    assert "Invalid password canary" in caught.value.reason.said
    assert "Invalid password ***" in keys.hide(caught.value.reason.said)


def test_the_limit_of_an_instance_is_its_own(server: Server) -> None:
    server.limit = 1_234
    keys = keys_of("mastodon", server)
    assert service("mastodon").most(keys, exchange) == 1_234
    # What has only the older address, or says nonsense, has the usual one.
    assert service("mastodon").most(keys_of("mastodon", server), rehearse) == 500
    assert service("mastodon").measured("Lisää: https://a.example/ https://b.example/" + "x" * 100) == 23 * 2 + 8


def test_nobody_is_called_by_what_an_event_says(server: Server) -> None:
    loud = replace(POST, text="@everyone <!channel> @kylä@some.example: kysy info@koe.example, https://x.example/@me")
    for name in ("mastodon", "telegram", "slack", "discord"):
        server.published.clear()
        service(name).post(loud, keys_of(name, server), exchange)
        (text,) = server.texts
        assert "info@koe.example" in text
        assert "https://x.example/@me" in text
        assert name == "discord" or "@everyone" not in text or name == "slack"
        assert name != "slack" or "&lt;!channel&gt;" in text


@given(st.text(max_size=200))
def test_links_are_where_the_octets_are(before: str) -> None:
    text = f"{before} https://koe.example/ä?x=1, ja (https://koe.example/b)."
    for one in facets(text):
        where = one["index"]
        assert text.encode()[where["byteStart"] : where["byteEnd"]].decode() == one["features"][0]["uri"]
    assert [one["features"][0]["uri"] for one in facets(text)][-2:] == [
        "https://koe.example/ä?x=1",
        "https://koe.example/b",
    ]


@given(st.text(max_size=300))
def test_every_text_is_measured_as_it_goes_out(text: str) -> None:
    assert service("discord").measured(text) == utf16(discord_plain(text))
    assert service("telegram").measured(text) >= utf16(text)
    assert service("slack").measured(text) >= len(text)
    assert uncalled(uncalled(text)) == uncalled(text)


def test_marks_are_shown_and_not_obeyed() -> None:
    assert discord_plain("# Iso\n- lista\n1. kohta\n> sitaatti\n**lihava** `koodi` ||salaisuus||") == (
        "\\# Iso\n\\- lista\n1\\. kohta\n\\> sitaatti\n\\*\\*lihava\\*\\* \\`koodi\\` \\|\\|salaisuus\\|\\|"
    )
