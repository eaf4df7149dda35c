"""The Jinja environments of the pages: they escape by default and are strict about missing values."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from functools import cache
from pathlib import PurePath
from traceback import walk_tb
from types import CodeType
from typing import Any, Final

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
    Template,
    TemplateSyntaxError,
)
from jinja2.runtime import Context
from markupsafe import Markup, escape

from seurantalo.language.catalogue import Language
from seurantalo.language.hyphenation import soft_hyphens
from seurantalo.publishing.pages.shared.rows import FOR_TEMPLATES, escaped

#: The folder in this room whose subjects hold their templates; a template is named by its path in it.
TEMPLATES: Final = "pages"
MACROS: Final = "shared/macros.html"
#: The folder of a site's own templates, inside the one in which the site overrides its theme's (``custom_dir``).
OWN_TEMPLATES: Final = "seurantalo"


class OwnTemplateError(Exception):
    """A template of the site's own that fails; the text says which, on what line, and why, in English."""


class _Context(Context):
    """A context that calls macros and functions as they are: none of ours asks for its context."""

    def call(
        self,
        called: Callable[..., Any],
        /,
        *args: object,
        _loop_vars: object = None,
        _block_vars: object = None,
        **more: object,
    ) -> object:
        """Return what a function returns; the variables of loops and blocks are for one that asks for its context."""
        return called(*args, **more)


class _Template(Template):
    """A template that puts its values out as plain strings.

    They are joined as they come: to make Markup of each takes longer than to escape it.
    """

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - Jinja's name
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """Return a template from compiled code, whose module gets an ``escape`` of ours."""
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__["escape"] = escaped
        return made


class _Environment(Environment):
    """An environment whose templates share one plain dict of globals: chains of dicts are slow to copy."""

    template_class = _Template
    context_class = _Context

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **d} if d else self.globals


@cache
def environment(lang: Language, own: str = "") -> Environment:
    """Return the environment whose templates speak ``lang``: ``_(text)`` and ``count(one, many, n)``.

    ``own`` is a folder of the site: a template in it (``event/event.html``) is taken in place of ours of that name.
    Values given to ``_`` and ``count`` are escaped with the rest of the sentence, so catalogues hold no HTML.
    """
    ours: BaseLoader = PackageLoader("seurantalo.publishing", TEMPLATES)
    made = _Environment(
        autoescape=True,
        loader=ChoiceLoader([FileSystemLoader(own), ours]) if own else ours,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=bool(own),
        cache_size=-1,
    )
    made.globals.update({"_": _saying(lang), "count": lang.count, "lang": lang.code, "html": FOR_TEMPLATES})
    made.filters["breakable"] = lambda words: words if isinstance(words, Markup) else soft_hyphens(words, lang.tongue)
    made.filters["slashed"] = slashed
    return made


def slashed(address: str) -> Markup:
    """Return an address as HTML that breaks after its slashes before it breaks inside a word.

    >>> slashed("example.org/tilaa/kunta-vimpeli")
    Markup('example.org/<wbr>tilaa/<wbr>kunta-vimpeli')
    """
    return Markup("/<wbr>").join(address.split("/"))


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


class Templates:
    """The templates of a site in one language. What is asked for often is looked up once."""

    def __init__(self, lang: Language, own: str = "") -> None:
        """Take the language, and the folder of the site's own templates; ``""`` for none."""
        self._own = own
        self._environment = environment(lang, own)
        self._found: dict[str, tuple[Template, dict[str, Any]]] = {}
        self._macros: dict[tuple[str, str], Callable[..., Markup]] = {}

    def render(self, name: str, **view: object) -> str:
        """Return the HTML of a template filled with a view model's values.

        The globals are not gathered anew for each page, nor compared with those of every imported template: all
        have the same. Raises ``jinja2.TemplateNotFound`` for a name that is not there, and OwnTemplateError where
        one of the site's own fails.
        """
        try:
            return self._rendered(name, view)
        except Exception as error:
            _raise_own_fault(error, self._own)
            raise

    def _rendered(self, name: str, view: dict[str, object]) -> str:
        if name not in self._found:
            template = self._environment.get_template(name)
            self._found[name] = template, dict(template.globals)
        template, shared = self._found[name]
        context = _Context(template.environment, {**shared, **view}, template.name, template.blocks)
        return "".join(template.root_render_func(context))

    def macro(self, name: str, file: str = MACROS) -> Callable[..., Markup]:
        """Return a macro as a function that gives HTML: for pieces that many pages share and that are kept."""
        found = self._macros.get((name, file))
        if found is None:
            try:
                found = self._macro(name, file)
            except Exception as error:
                _raise_own_fault(error, self._own)
                raise
            found = self._macros[name, file] = _telling(found, self._own) if self._own else found
        return found

    def _macro(self, name: str, file: str) -> Callable[..., Markup]:
        template = self._environment.get_template(file)
        found: Callable[..., Markup] | None = getattr(template.module, name, None)
        if found is None:
            raise OwnTemplateError(f"{template.filename}: it has no macro “{name}”")
        return found


def _telling(macro: Callable[..., Markup], own: str) -> Callable[..., Markup]:
    """Return a macro that names the site's own template in which it fails."""

    def telling(*args: object, **more: object) -> Markup:
        try:
            return macro(*args, **more)
        except Exception as error:
            _raise_own_fault(error, own)
            raise

    return telling


def _raise_own_fault(error: Exception, own: str) -> None:
    """Raise OwnTemplateError where it was a template in the site's own folder that has failed."""
    if not own or isinstance(error, OwnTemplateError):
        return
    found: OwnTemplateError | None = None
    if isinstance(error, TemplateSyntaxError) and _is_below(error.filename or "", own):
        found = OwnTemplateError(f"{error.filename}, line {error.lineno}: {error.message}")
    for frame, line in walk_tb(error.__traceback__):
        template = frame.f_globals.get("__jinja_template__")  # Jinja's mark of the code that it has made
        if template is not None and _is_below(template.filename or "", own):
            where = f"{template.filename}, line {template.get_corresponding_lineno(line)}"
            found = OwnTemplateError(f"{where}: {type(error).__name__}: {error}")
    if found is not None:
        raise found from error


def _is_below(file: str, folder: str) -> bool:
    return PurePath(file).is_relative_to(folder)
