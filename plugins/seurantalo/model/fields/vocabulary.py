"""The fields of vocabularies and sources."""

from __future__ import annotations

from typing import Final

from seurantalo.model.fields import names
from seurantalo.model.fields.field import OpenData, choice, day, line, named, prose, ref, text, url
from seurantalo.model.record import Kind
from seurantalo.model.vocabulary import SourceKind

THEME: Final = (
    text(names.NAME, "*", about="Its name."),
    ref(names.BROADER, Kind.THEME, about="The term that includes it."),
    line(names.ALIASES, "[]", about="Other words for it."),
    line(names.KEYWORD, about="Its id in YSO or Linked Events."),
)

TERMS_OPEN: Final = OpenData(
    schema="terms",
    about="A theme or an audience.",
    properties=("name", "broader", "aliases", "keyword"),
    always=("id", "name", "created", "modified"),
)

AUDIENCE: Final = (
    text(names.NAME, "*", about="Its name."),
    ref(names.BROADER, Kind.AUDIENCE, about="The term that includes it."),
    line(names.ALIASES, "[]", about="Other words for it."),
    line(names.KEYWORD, about="Its id in YSO or Linked Events."),
)

TERM: Final = (
    text(names.NAME, "*"),
    prose(named("explanation", fi="selitys", sv="förklaring"), "*"),
    line(names.ALIASES, "[]"),
    ref(named("see", fi="katso, katso myös", sv="se också, se"), Kind.TERM, "[]"),
    ref(names.PRACTICES, Kind.PRACTICE, "[]"),
    ref(names.SOURCES, Kind.SOURCE, "[]"),
)

SOURCE: Final = (
    text(names.TITLE, "*"),
    line(named("publisher", fi="julkaisija", sv="utgivare"), "*"),
    day(names.DATE, attribute="published"),
    url(names.URL),
    choice(names.KIND, SourceKind, attribute="source_kind"),
)
