"""What is told of a channel itself: by when it wants its news, what it takes, who does it, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator

from seurantalo.announcing.deadline_text import appears_text, covers_text, deadline_text
from seurantalo.language import Language
from seurantalo.model.channel import Channel, Fee
from seurantalo.model.channel_plan import Doer
from seurantalo.model.record import Kind
from seurantalo.publishing.pages.channels.words import doer_words
from seurantalo.publishing.pages.shared.contact import contact_view, web_links
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Fact, Link, fact_list


def channel_facts(ctx: PageContext, channel: Channel, root: str, *, whole: bool) -> tuple[Fact, ...]:
    """Return the facts of a channel; ``whole`` with those that do not change from one issue to the next."""
    say = ctx.say
    lasting = fact_list(
        (say("Sort"), ctx.file_words.value(channel.channel_type)),
        (say("Area"), channel.area),
        (say("Municipalities"), ctx.links(Kind.MUNICIPALITY, channel.municipalities, root)),
    )
    found = fact_list(
        (say("Comes out"), appears_text(channel, ctx.lang, ctx.today)),
        (say("Tells about"), covers_text(channel.covers, ctx.lang) if channel.covers else ""),
        (say("Deadline"), deadline_text(channel, ctx.lang)),
        (say("Length of an entry"), length_words(channel, ctx.lang)),
        (say("Does not take"), ", ".join(map(ctx.file_words.value, channel.refuses))),
        (say("Costs"), fee_words(channel.fee, ctx.lang) if channel.fee else ""),
        (say("Who does it"), doers_words(channel, ctx.lang)),
        (say("Style"), ctx.words(channel.style)),
        (say("Contact"), _contact(ctx, channel)),
        (say("Website"), web_links(channel.url)),
        (say("Sources"), ctx.links(Kind.SOURCE, channel.sources, root)),
    )
    return (*lasting, *found) if whole else found


def length_words(channel: Channel, lang: Language) -> str:
    """Return how long an entry may be, and how many of them an issue takes."""
    parts = []
    if channel.max_length is not None:
        parts.append(lang.count("{n} character at most", "{n} characters at most", channel.max_length))
    if channel.most is not None:
        parts.append(lang.count("{n} entry in an issue", "{n} entries in an issue", channel.most))
    return ", ".join(parts)


def fee_words(fee: Fee, lang: Language) -> str:
    """Return what an entry costs."""
    parts = []
    if fee.free_until is not None:
        parts.append(lang.count("free up to {n} character", "free up to {n} characters", fee.free_until))
    if fee.line is not None:
        parts.append(lang.say("{sum} a line", sum=lang.euros(fee.line)))
    if fee.entry is not None:
        parts.append(lang.say("{sum} an entry", sum=lang.euros(fee.entry)))
    return ", ".join(parts)


def doers_words(channel: Channel, lang: Language) -> str:
    """Return who puts the text together and who sends it, as roles."""
    compiles, sends = channel.doers.compiles, channel.doers.sends
    if compiles is sends:
        return _capital(lang.say("{who}: text and sending", who=doer_words(sends, lang)))
    return _capital(
        lang.say("{who} writes it, {other} sends it", who=doer_words(compiles, lang), other=doer_words(sends, lang))
    )


def sent_by(doer: Doer, lang: Language) -> str:
    """Return who sends something: ``lähettää: ylläpito``."""
    return lang.say("sent by: {who}", who=doer_words(doer, lang))


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _contact(ctx: PageContext, channel: Channel) -> tuple[Link, ...]:
    return tuple(_contact_links(ctx, channel))


def _contact_links(ctx: PageContext, channel: Channel) -> Iterator[Link]:
    if channel.contact is not None:
        view = contact_view(ctx, channel.contact)
        yield Link(view.role, "", view.checked)
        yield from view.links
