"""In what manner a channel is written for: which template, how length is counted, whether it is read aloud."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final

from seurantalo.announcing.facts import NO_MEANS, Means
from seurantalo.announcing.texts.template import Piece, Section, Template
from seurantalo.announcing.texts.template_reader import read_template
from seurantalo.frozen import dataclass
from seurantalo.language import Language
from seurantalo.model.channel import Channel, ChannelType, Sender

_SUFFIX: Final = ".txt"
#: The templates of what is cancelled, has moved or has changed: in one line, and in lines of their own.
_MARKS: Final = "merkit"
_MARKS_BY_LINE: Final = "merkit-riveina"
#: What a digest says around its text.
DIGEST: Final = "sahkoposti"
#: What are no manners of an entry.
_NO_MANNERS: Final = frozenset({_MARKS, _MARKS_BY_LINE, DIGEST})


class Counting(StrEnum):
    """In what the length of an entry is counted.

    >>> manner_named("tekstiviesti", lang).counting
    <Counting.SEPTETS: 'septets'>
    """

    CHARACTERS = "characters"
    SEPTETS = "septets"
    """Of the GSM alphabet: text messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """A template with what it takes to fill it. ``marks`` has the sections that the template itself lacks.

    >>> manner = manner_named("radio", lang)
    >>> manner.aloud, manner.counting.value, manner.limit
    (True, 'characters', None)
    """

    name: str
    template: Template
    marks: Template
    counting: Counting = Counting.CHARACTERS
    limit: int | None = None
    """The longest an entry may be where the channel says nothing."""
    aloud: bool = False

    def pieces(self, section: Section) -> tuple[Piece, ...]:
        """Return a section of the template, else that of all templates of its shape."""
        return self.template.pieces(section) or self.marks.pieces(section)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """What the product knows of a manner beside its template."""

    counting: Counting = Counting.CHARACTERS
    limit: int | None = None
    aloud: bool = False


_KINDS: Final[Mapping[str, _Kind]] = {
    "radio": _Kind(aloud=True),
    "tekstiviesti": _Kind(counting=Counting.SEPTETS, limit=160),
    "instagram": _Kind(limit=2_200),
}
_USUAL: Final = _Kind()
_BY_TYPE: Final[Mapping[ChannelType, str]] = {
    ChannelType.BOARD: "juliste",
    ChannelType.CHAT: "whatsapp",
    ChannelType.LIBRARY: "menot",
    ChannelType.NEWSLETTER: "tiedote",
    ChannelType.PAPER: "palsta",
    ChannelType.PARISH: "palsta",
    ChannelType.RADIO: "radio",
    ChannelType.REGIONAL_CALENDAR: "menot",
    ChannelType.SCREEN: "menot",
    ChannelType.SMS: "tekstiviesti",
    ChannelType.SOCIAL: "facebook",
    ChannelType.WEB: "menot",
    ChannelType.WORD_OF_MOUTH: "menot",
}
#: Machines that post short messages, whatever type the channel has.
_SHORT: Final = frozenset(
    {Sender.BLUESKY, Sender.DISCORD, Sender.MASTODON, Sender.MATRIX, Sender.SLACK, Sender.TELEGRAM}
)


def manner_of(channel: Channel, lang: Language, means: Means = NO_MEANS) -> Manner:
    """Return the manner of a channel in a language: the template that it names, else that of its type.

    >>> manner_of(entry.channel, lang).name
    'palsta'
    """
    usual = "viesti" if channel.sender in _SHORT else _BY_TYPE[channel.channel_type]
    name = channel.template or usual
    kind = _KINDS.get(name) or _KINDS.get(_BY_TYPE[channel.channel_type], _USUAL)
    template = _own(name, lang, means) or _ours(name, lang.code) or _ours(usual, lang.code)
    return _manner(name, template, kind, lang)


def manner_named(name: str, lang: Language, means: Means = NO_MEANS) -> Manner:
    """Return a manner by its template's name; raise KeyError for a name that neither site nor product has.

    >>> manner_named("tekstiviesti", lang).limit
    160
    """
    template = _own(name, lang, means) or _ours(name, lang.code)
    return _manner(name, template, _KINDS.get(name, _USUAL), lang)


def manners() -> tuple[str, ...]:
    """Return the names of the product's own manners, sorted.

    >>> "palsta" in manners()
    True
    """
    return tuple(sorted(name for name in _texts("en") if name not in _NO_MANNERS))


def _manner(name: str, template: Template | None, kind: _Kind, lang: Language) -> Manner:
    if template is None:
        raise KeyError(name)
    marks = _ours(_MARKS if template.one_line else _MARKS_BY_LINE, lang.code)
    if marks is None:
        raise KeyError(_MARKS)
    return Manner(
        name=name, template=template, marks=marks, counting=kind.counting, limit=kind.limit, aloud=kind.aloud
    )


def digest_template(lang: Language, means: Means = NO_MEANS) -> Template:
    """Return what a digest says around its text."""
    template = _own(DIGEST, lang, means) or _ours(DIGEST, lang.code)
    if template is None:
        raise KeyError(DIGEST)
    return template


def _own(name: str, lang: Language, means: Means) -> Template | None:
    """Return a site's own template: that of the language, else, in the site's own language, the one of the name."""
    names = [f"{name}.{lang.code}", *([name] if lang.code == means.language else [])]
    text = next((means.templates[one] for one in names if one in means.templates), None)
    if text is None:
        return None
    template, faults = _read(text)
    return None if faults else template


@cache
def _read(text: str) -> tuple[Template, bool]:
    template, faults = read_template(text)
    return template, bool(faults)


@cache
def _ours(name: str, code: str) -> Template | None:
    """Return a template of the product; in English for a language that has none."""
    text = _texts(code).get(name)
    return None if text is None else read_template(text)[0]


@cache
def _texts(code: str) -> Mapping[str, str]:
    """Return the product's templates in a language by name."""
    folder = files("seurantalo.announcing.texts") / "templates" / code
    if not folder.is_dir():
        return {} if code == "en" else _texts("en")
    return {
        one.name.removesuffix(_SUFFIX): one.read_text(encoding="utf-8")
        for one in folder.iterdir()
        if one.name.endswith(_SUFFIX)
    }
