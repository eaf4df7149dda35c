"""What a channel tells next as JSON: facts apart from prose, and where each stands, so that a newsroom can pick."""

from __future__ import annotations

from typing import Final

from seurantalo.announcing.entry import Entry, State
from seurantalo.announcing.facts import Facts, Mark
from seurantalo.announcing.texts import Written, facts_of_entry
from seurantalo.model.channel import ChannelType
from seurantalo.model.record import Kind, Moment
from seurantalo.publishing.addresses import CHANNELS, EVENTS, channel_address
from seurantalo.publishing.api.schema_parts import SHARED_VALUES, array, choice, object_of, ref, string, yes
from seurantalo.publishing.api.values import Json, without_empty
from seurantalo.publishing.feeds.moments import in_zone, span
from seurantalo.publishing.pages.channels.listing import Listing
from seurantalo.publishing.pages.shared.context import PageContext

SCHEMA_PATH: Final = f"{CHANNELS}menot.schema.json"


def listing_json(ctx: PageContext, found: Listing) -> Json:
    """Return the listing of a channel."""
    channel, issue = found.channel, found.issue
    about = {
        "id": channel.id,
        "name": ctx.names[Kind.CHANNEL][channel.id],
        "type": channel.channel_type.value,
        "url": f"{ctx.site.url}{channel_address(channel.id)}",
    }
    return {
        "$schema": "../menot.schema.json",
        "written": ctx.today.isoformat(),
        **({"demo": True} if found.demo else {}),
        "language": ctx.lang.code,
        "channel": about,
        "first": issue.first.isoformat(),
        "last": issue.last.isoformat(),
        **without_empty(
            {
                "issue": issue.id if issue.appears else "",
                "appears": issue.appears.isoformat() if issue.appears else "",
                "deadline": _moment(ctx, found.due.at) if found.due else "",
            }
        ),
        "text": found.text.text,
        "items": [_item(ctx, entry, written) for entry, written in found.text.entries],
    }


def _item(ctx: PageContext, entry: Entry, written: Written) -> Json:
    one, facts = entry.occurrence, facts_of_entry(entry, ctx.announcing, ctx.lang)
    starts, ends = span(one)
    return without_empty(
        {
            "event": one.event.id,
            "url": f"{ctx.site.url}{EVENTS}{one.event.id}/",
            "demo": True if one.event.demo else None,
            "state": entry.state.value,
            "mark": "" if entry.mark is Mark.NONE else entry.mark.value,
            "starts": starts,
            "ends": ends,
            **_facts(ctx, facts),
            "prose": list(facts.sentences),
            "text": written.text,
        }
    )


def _facts(ctx: PageContext, facts: Facts) -> Json:
    sign_up = facts.sign_up
    return {
        "title": facts.title,
        "municipality": facts.municipality,
        "venue": facts.venue,
        "room": facts.room,
        "street": facts.street or facts.online,
        "price": facts.price,
        "registration": None
        if sign_up is None
        else without_empty(
            {
                "until": _moment(ctx, sign_up.until) if sign_up.until else "",
                "address": sign_up.address,
                "words": sign_up.words,
                "closed": True if sign_up.closed else None,
            }
        ),
        "accessibility": facts.accessibility,
        "organisers": list(facts.organisers),
    }


def _moment(ctx: PageContext, moment: Moment) -> str:
    return in_zone(moment, ctx.settings.timezone)


_REGISTRATION: Final = object_of(
    {
        "until": ref("moment", "The last moment; a bare date is by the end of that day."),
        "address": string("Where to sign up."),
        "words": string("How to sign up, in words."),
        "closed": yes("Nobody can sign up any more."),
    },
    description="How to sign up. Left out where the organiser has not said that one must.",
)
_ITEM: Final = object_of(
    {
        "event": ref("id", "The event."),
        "url": ref("url", "The event's page."),
        "demo": yes("The event is invented as an example: do not publish it."),
        "state": choice(State, "Where the announcement stands in this channel."),
        "mark": choice(Mark, "What has to be said first. Left out where nothing has to."),
        "starts": ref("moment", "The start."),
        "ends": ref("moment", "The end; for whole days the last day. Left out where nobody has said."),
        "title": string("What it is called."),
        "municipality": string("The municipality, by name."),
        "venue": string("The venue, by name."),
        "room": string("The room."),
        "street": string("The street address."),
        "price": string("The price, as the organiser wrote it."),
        "registration": _REGISTRATION,
        "accessibility": string("Accessibility, in the organiser's words."),
        "organisers": array(string(), "Names of the organisers."),
        "prose": array(string(), "The description in whole sentences, for who has room."),
        "text": string("All of it as a text of this channel's length and manner, ready to print."),
    },
    *("event", "url", "state", "starts", "title", "municipality", "organisers", "text"),
    description="One date of an event.",
)


def schema() -> Json:
    """Return the JSON Schema of the listings."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "menot",
        **object_of(
            {
                "$schema": ref("url", "This schema, relative to the file."),
                "written": string("The day on which it was written.", format="date"),
                "demo": yes("Something in it is invented as an example: do not publish it."),
                "language": string("The language of its words."),
                "channel": object_of(
                    {
                        "id": ref("id"),
                        "name": string(),
                        "type": choice(ChannelType, "By what means it reaches people."),
                        "url": ref("url", "Its page."),
                    },
                    *("id", "name", "type", "url"),
                    description="The channel.",
                ),
                "first": string("The first day that it tells about.", format="date"),
                "last": string("The last one.", format="date"),
                "issue": string("The issue; left out for a channel that has none."),
                "appears": string("The day on which the issue appears.", format="date"),
                "deadline": ref("moment", "By when the channel wants it."),
                "text": string("All items as one text, ready to paste."),
                "items": array({"$ref": "#/$defs/item"}, "What is told, in the channel's order."),
            },
            *("$schema", "written", "language", "channel", "first", "last", "text", "items"),
            description="What a channel tells next: facts apart from prose.",
        ),
        "$defs": {**{name: SHARED_VALUES[name] for name in ("moment", "id", "url")}, "item": _ITEM},
    }
