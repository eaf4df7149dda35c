"""What tests of services have in common: their keys, a post, and a server."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from tests.sending.web_server import CHAT, PASSWORD, TOKEN, WEBHOOK, Server

from seurantalo.model.channel import Channel, ChannelType, Sender
from seurantalo.model.record import Origin
from seurantalo.model.text import Text
from seurantalo.sending.keys import Keys
from seurantalo.sending.post import Post
from seurantalo.sending.services import SERVICES

NAMES = sorted(sender.value for sender in SERVICES)
#: What must never be seen, in any form that it may take.
CANARIES = ("canary", "4711", "4712", "4713", "4714")
POST = Post(
    channel="menot",
    issue="2027-05-19",
    key="kraaterin-polkujuoksu 2027-05-29",
    text=(
        "Kraaterin polkujuoksu\nLa 29.5. klo 11–15\nKraaterinrannan hiihtomaja, Lappajärvi\n"
        "Lisää: https://seurantalo.example.org/tapahtumat/kraaterin-polkujuoksu/"
    ),
    language="fi",
    day=date(2027, 5, 19),
    written=datetime(2027, 5, 19, 6, 12, tzinfo=UTC),
)
CHANGED = replace(
    POST,
    text=POST.text.replace("11–15", "12–16"),
    edition=2,
    change="MUUTOS. Kraaterin polkujuoksu la 29.5. onkin klo 12–16.",
)


def channel(sender: str) -> Channel:
    return Channel(
        id="menot",
        origin=Origin("channels.yml"),
        name=Text.plain("Menot"),
        channel_type=ChannelType.SOCIAL,
        sender=Sender(sender),
    )


def environment(sender: str, server: str) -> dict[str, str]:
    """The variables of a channel whose keys are right."""
    values = {
        "mastodon": {"SERVER": server, "TOKEN": TOKEN},
        "bluesky": {"SERVER": server, "HANDLE": "menot.example", "PASSWORD": PASSWORD},
        "matrix": {"SERVER": server, "ROOM": "!menot:example.org", "TOKEN": TOKEN},
        "telegram": {"SERVER": server, "CHAT": CHAT, "TOKEN": TOKEN},
        "discord": {"WEBHOOK": f"{server}/api/webhooks/12/{WEBHOOK}"},
        "slack": {"WEBHOOK": f"{server}/services/T1/B1/{WEBHOOK}"},
    }[sender]
    # As a person pastes them: with a line's end.
    return {f"SEURANTALO_MENOT_{name}": f"{value}\n" for name, value in values.items()}


def keys_of(sender: str, server: Server | str) -> Keys:
    url = server if isinstance(server, str) else server.url
    return Keys.of(channel(sender), environment(sender, url))
