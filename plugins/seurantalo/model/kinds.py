"""Every kind of record: its class, its fields, its files, what it is called, and where it stands in a site.

A new kind is a member of :class:`~seurantalo.model.record.Kind` and an entry here; its class and its fields are
modules of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.channel import Announcement, Channel
from seurantalo.model.event import Event
from seurantalo.model.fields import channel, event, handbook, organisation, participation, place, practice, vocabulary
from seurantalo.model.fields.field import Field, Name, OpenData, named
from seurantalo.model.fields.nesting import with_fields_inside
from seurantalo.model.handbook import Comment, Question
from seurantalo.model.organisation import Organisation
from seurantalo.model.participation import Campaign, Idea, Process, WellbeingTree
from seurantalo.model.place import Municipality, Venue
from seurantalo.model.practice import Adoption, Practice
from seurantalo.model.record import Kind, Record
from seurantalo.model.vocabulary import Audience, Source, Term, Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordKind:
    """A kind of record, as it is known everywhere."""

    record: type[Record]
    fields: tuple[Field, ...]
    called: Name
    """What one is called in sentences."""
    files: str
    """Where its files are, for people; ``content/`` stands for the folder of pages."""
    folder: str = ""
    """The folder of its files in the folder of pages."""
    vocabulary: str = ""
    """The name of the one file that holds all of them, in the folder of vocabularies."""
    linked_as: Name | None = None
    """The words for it in wiki links (``[[paikka:...]]``); None: it has no page to lead to."""
    pages: str = ""
    """The folder of its pages in the site. Addresses live for years: never change one."""
    feeds: str = ""
    """The folder of its feeds in the site, where each has its own. Never change one."""
    open_data: OpenData | None = None


#: Every kind, in the order in which people need them.
KINDS: Final[Mapping[Kind, RecordKind]] = MappingProxyType(
    {
        Kind.EVENT: RecordKind(
            record=Event,
            fields=event.EVENT,
            called=named("event", fi="tapahtuma", sv="evenemang"),
            files="events/**/*.yml, *.md",
            linked_as=named("event", fi="tapahtuma", sv="evenemang"),
            pages="tapahtumat/",
            open_data=event.EVENT_OPEN,
        ),
        Kind.ORGANISATION: RecordKind(
            record=Organisation,
            fields=organisation.ORGANISATION,
            called=named("organisation", fi="yhdistys tai muu toimija", sv="förening eller annan aktör"),
            files="content/organisations/*.md",
            folder="organisations",
            linked_as=named("organisation", fi="yhdistys, järjestö", sv="förening"),
            pages="yhdistykset/",
            feeds="yhdistys",
            open_data=organisation.ORGANISATION_OPEN,
        ),
        Kind.VENUE: RecordKind(
            record=Venue,
            fields=place.VENUE,
            called=named("venue", fi="paikka", sv="plats"),
            files="content/venues/*.yml",
            folder="venues",
            linked_as=named("venue", fi="paikka", sv="plats"),
            pages="paikat/",
            feeds="paikka",
            open_data=place.VENUE_OPEN,
        ),
        Kind.PRACTICE: RecordKind(
            record=Practice,
            fields=practice.PRACTICE,
            called=named("practice", fi="käytäntö", sv="praxis"),
            files="content/practices/*.md",
            folder="practices",
            linked_as=named("practice", fi="käytäntö", sv="praxis"),
            pages="kaytannot/",
            feeds="kaytanto",
            open_data=practice.PRACTICE_OPEN,
        ),
        Kind.ADOPTION: RecordKind(
            record=Adoption,
            fields=practice.ADOPTION,
            called=named("adoption", fi="käyttöönotto", sv="användning"),
            files="content/adoptions/*.md",
            folder="adoptions",
        ),
        Kind.QUESTION: RecordKind(
            record=Question,
            fields=handbook.QUESTION,
            called=named("question", fi="käsikirjan kysymys", sv="fråga i handboken"),
            files="content/handbook/*/index.md",
            folder="handbook",
            linked_as=named("question", fi="kysymys", sv="fråga"),
            pages="kasikirja/",
        ),
        Kind.COMMENT: RecordKind(
            record=Comment,
            fields=handbook.COMMENT,
            called=named("comment", fi="kommentti", sv="kommentar"),
            files="content/handbook/*/comments/*.md, content/practices/*/comments/*.md",
        ),
        Kind.IDEA: RecordKind(
            record=Idea,
            fields=participation.IDEA,
            called=named("idea", fi="idea", sv="idé"),
            files="content/ideas/*.md",
            folder="ideas",
            linked_as=named("idea", sv="idé"),
            pages="ideat/",
        ),
        Kind.PROCESS: RecordKind(
            record=Process,
            fields=participation.PROCESS,
            called=named("process", fi="prosessi", sv="process"),
            files="content/processes/*.md",
            folder="processes",
            linked_as=named("process", fi="prosessi"),
            pages="osallistuminen/",
        ),
        Kind.CAMPAIGN: RecordKind(
            record=Campaign,
            fields=participation.CAMPAIGN,
            called=named("campaign", fi="kampanja", sv="kampanj"),
            files="content/campaigns/*.md",
            folder="campaigns",
            linked_as=named("campaign", fi="kampanja", sv="kampanj"),
            pages="kampanjat/",
        ),
        Kind.WELLBEING_TREE: RecordKind(
            record=WellbeingTree,
            fields=participation.WELLBEING_TREE,
            called=named("well-being tree", fi="hyvinvointipuu", sv="välmåendeträd"),
            files="content/wellbeing/*.yml",
            folder="wellbeing",
            linked_as=named(
                "wellbeing-tree", fi="hyvinvointipuu, puu", sv="välmåendeträd, välfärdsträd, träd", en="tree"
            ),
            pages="hyvinvointi/",
        ),
        Kind.MUNICIPALITY: RecordKind(
            record=Municipality,
            fields=place.MUNICIPALITY,
            called=named("municipality", fi="kunta", sv="kommun"),
            files="content/municipalities/*.md",
            folder="municipalities",
            linked_as=named("municipality", fi="kunta", sv="kommun"),
            pages="kunnat/",
            feeds="kunta",
            open_data=place.MUNICIPALITY_OPEN,
        ),
        Kind.SOURCE: RecordKind(
            record=Source,
            fields=vocabulary.SOURCE,
            called=named("source", fi="lähde", sv="källa"),
            files="content/sources/*.yml",
            folder="sources",
            linked_as=named("source", fi="lähde", sv="källa"),
            pages="lahteet/",
        ),
        Kind.THEME: RecordKind(
            record=Theme,
            fields=vocabulary.THEME,
            called=named("theme", fi="teema", sv="tema"),
            files="content/vocabulary/themes.yml",
            vocabulary="themes",
            linked_as=named("theme", fi="teema", sv="tema"),
            pages="teemat/",
            feeds="teema",
            open_data=vocabulary.TERMS_OPEN,
        ),
        Kind.AUDIENCE: RecordKind(
            record=Audience,
            fields=vocabulary.AUDIENCE,
            called=named("audience", fi="kohderyhmä", sv="målgrupp"),
            files="content/vocabulary/audiences.yml",
            vocabulary="audiences",
            linked_as=named("audience", fi="kohderyhmä", sv="målgrupp"),
            pages="kenelle/",
            feeds="kohderyhma",
            open_data=vocabulary.TERMS_OPEN,
        ),
        Kind.CHANNEL: RecordKind(
            record=Channel,
            fields=channel.CHANNEL,
            called=named("channel", fi="kanava", sv="kanal"),
            files="content/vocabulary/channels.yml",
            vocabulary="channels",
        ),
        Kind.ANNOUNCEMENT: RecordKind(
            record=Announcement,
            fields=channel.ANNOUNCEMENT,
            called=named("announcement", fi="tiedotusmerkintä", sv="notering om annonsering"),
            files="content/announcements/*/*.yml",
            folder="announcements",
        ),
        Kind.TERM: RecordKind(
            record=Term,
            fields=vocabulary.TERM,
            called=named("word of the glossary", fi="sanaston sana", sv="ord i ordlistan"),
            files="content/vocabulary/terms.yml",
            vocabulary="terms",
            linked_as=named("term", fi="sana", sv="ord"),
        ),
    }
)

#: The fields of each kind of record.
RECORDS: Final[Mapping[Kind, tuple[Field, ...]]] = MappingProxyType({kind: one.fields for kind, one in KINDS.items()})


def every_field() -> Iterator[Field]:
    """Yield every field of every kind, and those inside them."""
    for kind in KINDS.values():
        yield from with_fields_inside(kind.fields)


@cache
def _names() -> Mapping[str, Name]:
    return {field.name: field.called for field in every_field()}


def field_word(name: str, language: str) -> str:
    """Return the word that we write ourselves for a field in a language; a name that is no field's stays as it is.

    >>> field_word("price", "fi"), field_word("kalle", "fi")
    ('hinta', 'kalle')
    """
    called = _names().get(name)
    return called.in_language(language)[0] if called is not None else name
