"""The Jinja environment of the pages: escapes by default, strict about missing values, one per language."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from functools import cache
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from jinja2.runtime import Context
from markupsafe import Markup, escape

from seurantalo.language.catalogue import Language

#: The folder in this room whose subjects hold their templates; a template is named by its path in it.
TEMPLATES: Final = "pages"


class _Environment(Environment):
    """An environment whose templates share one plain dict of globals: chains of dicts are slow to copy."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **d} if d else self.globals


@cache
def environment(lang: Language) -> Environment:
    """Return the environment whose templates speak ``lang``: ``_(text)`` and ``count(one, many, n)``.

    Values given to ``_`` and ``count`` are escaped with the rest of the sentence, so catalogues hold no HTML.
    """
    made = _Environment(
        autoescape=True,
        loader=PackageLoader("seurantalo.publishing", TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
        cache_size=-1,
    )
    made.globals.update({"_": _saying(lang), "count": lang.count, "lang": lang.code})
    return made


def _saying(lang: Language) -> Callable[..., str]:
    """Return ``lang.say`` with a memory of the messages without blanks, already escaped: templates ask thousands."""
    known: dict[str, Markup] = {}

    def say(message: str, **values: object) -> str:
        if values:
            return lang.say(message, **values)
        words = known.get(message)
        if words is None:
            words = known[message] = escape(lang.say(message))
        return words

    return say


@cache
def template(name: str, lang: Language) -> Template:
    """Return a compiled template; raise ``jinja2.TemplateNotFound`` for a name that is not there."""
    return environment(lang).get_template(name)


def render(name: str, lang: Language, **view: object) -> str:
    """Return the HTML of a template filled with a view model's values."""
    return template(name, lang).render(view)


@cache
def macro(name: str, lang: Language, file: str = "shared/macros.html") -> Callable[..., Markup]:
    """Return a macro as a function that gives HTML: for pieces that many pages share and that are kept."""
    found: Callable[..., Markup] = getattr(template(file, lang).module, name)
    return found


@cache
def _shared(name: str, lang: Language) -> tuple[Template, dict[str, Any]]:
    found = template(name, lang)
    return found, dict(found.globals)


def filled(name: str, lang: Language, **view: object) -> str:
    """Return what :func:`render` returns, for thousands of pages: the globals are not gathered anew for each.

    Nor are they compared with those of every imported template: all have the same.
    """
    found, shared = _shared(name, lang)
    context = Context(found.environment, {**shared, **view}, found.name, found.blocks)
    return "".join(found.root_render_func(context))
