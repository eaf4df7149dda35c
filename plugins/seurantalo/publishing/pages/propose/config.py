"""What the script of a form has to know, as JSON: acts, words, tables for the text of files, where data lie."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from seurantalo.language.dates import month_short
from seurantalo.model.kinds import KINDS
from seurantalo.model.record import Kind
from seurantalo.proposing import Act, ActForm, text_tables
from seurantalo.publishing.addresses import API, EVENT_SHELVES, PROPOSE_DATA
from seurantalo.publishing.pages.event.source import changed_by_form, shelf_count
from seurantalo.publishing.pages.propose.known_names import FILES_OF_NAMES
from seurantalo.publishing.pages.propose.picture_words import picture_words
from seurantalo.publishing.pages.propose.ways import Ways
from seurantalo.publishing.pages.propose.words import words_of_form
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.rule_tables import rule_tables

#: From how many names on they are fetched by municipality and not all at once.
MOST_NAMES: Final = 600
#: Keys in the address of a form -> what they fill in. They last, so they are Finnish as addresses are.
PREFILL: Final = {
    "paiva": "starts",
    "paikka": "venue",
    "jarjestaja": "organisers",
    "kunta": "municipality",
}


def has_few_names(ctx: PageContext) -> bool:
    """Tell whether all organisations and venues are fetched at once."""
    return len(ctx.names[Kind.ORGANISATION]) + len(ctx.names[Kind.VENUE]) <= MOST_NAMES


def config_of(ctx: PageContext, forms: Sequence[ActForm], ways: Ways, root: str) -> str:
    """Return the JSON."""
    same = {Act.CHANGE: Act.EVENT}
    kinds = {form.kind for form in forms} | {Kind.ORGANISATION, Kind.VENUE}
    acts = {
        form.act.value: {
            "form": same.get(form.act, form.act).value,
            "kind": form.kind.value,
            "fragment": form.fragment,
            "changes": form.changes,
            "title": ctx.say(form.title),
            "lead": ctx.say(form.lead),
            "given": dict(form.given),
        }
        for form in forms
    }
    names = ctx.names
    # Files are written in the words of one language, whoever proposes them.
    main_language = ctx.main_language or ctx.lang.code
    config: dict[str, Any] = {
        "acts": acts,
        "language": ctx.lang.code,
        "main_language": main_language,
        "tables": text_tables([kind for kind in Kind if kind in kinds], main_language),
        "folders": ctx.folders,
        "folder": f"{root}{PROPOSE_DATA}",
        "events": f"{root}{EVENT_SHELVES}",
        "months_of_events": f"{root}{API}events/",
        "shelves": shelf_count(len(changed_by_form(ctx))),
        "places": dict(names[Kind.MUNICIPALITY]),
        "whole": has_few_names(ctx),
        "kinds": {kind.value: file for kind, file in FILES_OF_NAMES.items()},
        "prefill": PREFILL,
        "targets": _targets(ctx) if Act.COMMENT.value in acts else {},
        "email": ways.email,
        "endpoint": ways.endpoint,
        "forge": ways.forge,
        "templates": {"change": "muutos.yml"},
        "rhythm": rule_tables(ctx.lang),
        "months": [month_short(number, ctx.lang) for number in range(1, 13)],
        "horizon": ctx.settings.horizon_days,
        "picture": picture_words(ctx.lang),
        "words": words_of_form(ctx.lang),
    }
    return json.dumps(config, ensure_ascii=False, separators=(",", ":"))


def _targets(ctx: PageContext) -> dict[str, str]:
    """Return the titles of what can be commented on, by what an address calls it."""
    return {
        f"{KINDS[kind].folder}/{name}": title
        for kind in (Kind.QUESTION, Kind.PRACTICE)
        for name, title in sorted(ctx.names[kind].items())
    }
