"""How something is marked as sent: a new file of the ledger, filled in where the site's files are kept."""

from __future__ import annotations

from collections.abc import Iterable

from seurantalo.announcing import Issue
from seurantalo.announcing.entry import Entry
from seurantalo.frozen import dataclass
from seurantalo.proposing.forge import Address, new_file_address
from seurantalo.publishing.ledger_file import ledger_path, ledger_text
from seurantalo.publishing.pages.channels.paste import Paste, paste
from seurantalo.publishing.pages.shared.context import PageContext


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How something is marked as sent: where the file is added, or its text and place where no link can hold them."""

    how: str
    href: str
    text: Paste | None = None
    place: str = ""


def done_view(ctx: PageContext, issue: Issue, entries: Iterable[Entry]) -> Done:
    """Return how an issue is marked as sent today.

    The file holds the facts as they are told now, so that a later change of one is noticed.
    """
    path = ledger_path(issue.channel.id, issue.id, ctx.site.content)
    text = ledger_text(ctx.lang, ctx.announcing.told_of(entries), ctx.today)
    address = new_file_address(ctx.forge, path, text)
    return Done(
        how=_how(ctx, address),
        href=address.href,
        text=paste(ctx, f"merkinta-{issue.id}", text, path) if address.too_long or not address.href else None,
        place=ctx.lang.say("The file’s place: {path}", path=path),
    )


def _how(ctx: PageContext, address: Address) -> str:
    name = ctx.forge.name
    if not address.href:
        return ctx.say("Give this text to those who keep the site: it goes into a new file.")
    if address.too_long:
        return ctx.lang.say(
            "Copy the text below first. The link opens a new file at {forge}: paste the text there, and save.",
            forge=name,
        )
    words = ctx.lang.say("The link opens a new file at {forge}, filled in. Check the day, and save.", forge=name)
    if not address.needs_sign_in:
        return words
    return f"{words} {ctx.lang.say('Sign in to {forge} first.', forge=name)}"
