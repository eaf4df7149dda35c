"""Services that take posts, each in a module of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from seurantalo.model.channel import Sender
from seurantalo.sending.services.bluesky import Bluesky
from seurantalo.sending.services.discord import Discord
from seurantalo.sending.services.mastodon import Mastodon
from seurantalo.sending.services.matrix import Matrix
from seurantalo.sending.services.service import Service
from seurantalo.sending.services.slack import Slack
from seurantalo.sending.services.telegram import Telegram

#: The service behind a channel's way of sending.
SERVICES: Final[Mapping[Sender, Service]] = {
    Sender.BLUESKY: Bluesky(),
    Sender.DISCORD: Discord(),
    Sender.MASTODON: Mastodon(),
    Sender.MATRIX: Matrix(),
    Sender.SLACK: Slack(),
    Sender.TELEGRAM: Telegram(),
}
