"""What people write is words on a page, whoever puts it there: our quicker ways give what the libraries give."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from seurantalo.language import language
from seurantalo.printable import is_printable
from seurantalo.publishing.pages.shared.rows import escaped, safe
from seurantalo.publishing.templating import Templates

_HOSTILE = "<script>alert(1)</script>\"><img onerror='x'> &amp; &#39; {{ 7*7 }} ]]> \u2028\u200f"
_TEMPLATES = {
    "calendar/base.html": "<title>{% block title %}{{ words }}{% endblock %}</title>{{ self.title() }}",
    "calendar/part.html": "{% macro link(to, text=words) %}<a href='{{ to }}'>{{ text }}"
    "{{ caller() if caller is defined }}</a>{% endmacro %}<i>{{ words }}</i>",
    "calendar/block.html": "{% extends 'calendar/base.html' %}{% block title %}{{ super() }}{{ html }}{% endblock %}",
    "calendar/value.html": "{{ words }} {{ html }} {{ number }} {{ choice }} {{ none }} {{ kept[0] }} {{ '<&>' }}",
    "calendar/joined.html": "{{ words ~ html ~ 7 }} {{ '<b>' ~ words }} {{ kept|join(' & ') }} {{ kept|join(html) }}",
    "calendar/filtered.html": "{{ words|e }} {{ words|e|upper }} {{ words|safe }} {{ words|replace('<', '>') }} "
    "{{ html|replace('b', '<') }} {{ words|length }} {{ html|striptags }} {{ words|forceescape }} {{ kept|tojson }}",
    "calendar/set.html": "{% set x %}<b>{{ words }}</b>{% endset %}{{ x }}{% set y = x ~ words %}{{ y }} "
    "{{ x|upper }}{% filter upper %}<b>{{ words }}{% endfilter %}",
    "calendar/macro.html": "{% import 'calendar/part.html' as part with context %}{{ part.link(words) }}"
    "{{ part.link(words, html) }}{% call part.link('/') %}{{ words }}{% endcall %}"
    "{% macro each(some) %}{% for one in some %}{{ caller(one) }}{% endfor %}{% endmacro %}"
    "{% call(n) each(kept) %}{{ n }}{{ words }}{% endcall %}",
    "calendar/loop.html": "{% for one in tree recursive %}{{ loop.index }}{{ one[0] }}"
    "{% if one[1] %}<ul>{{ loop(one[1]) }}</ul>{% endif %}{{ loop.cycle(words, html) }}{% endfor %}",
    "calendar/with.html": "{% include 'calendar/part.html' %}{% with words = html %}{{ words }}{% endwith %}"
    "{% set all = namespace(n=words) %}{{ all.n }}{% autoescape false %}{{ words }}{{ html }}{% endautoescape %}",
    "calendar/method.html": "{{ words.upper() }} {{ html.upper() }} {{ html + words }} {{ words + html }} "
    "{{ html % words if false else '%s <'|format(words) }} {{ '{}'.format(words) }} {{ html.format(words) }}",
}


class Choice(StrEnum):
    BAD = "<bad>"


_VIEW = {
    "words": _HOSTILE,
    "html": Markup("<b>{}</b>"),
    "number": 2.5,
    "choice": Choice.BAD,
    "none": None,
    "kept": (_HOSTILE, Markup("<i>"), 3),
    "tree": ((_HOSTILE, ((Markup("<i>"), ()), ("<", ()))), ("'", ())),
}


@given(st.text() | st.text("<>&'\"; amp#39lgtquo"))
def test_words_are_escaped_as_the_library_does(words: str) -> None:
    assert escaped(words) == safe(words) == str(escape(words))
    assert escaped(Markup(words)) == words


@pytest.mark.parametrize("value", [7, 2.5, None, True, Choice.BAD, (1, "<"), Markup("<b>")])
def test_any_other_value_is_escaped_as_the_library_does(value: object) -> None:
    assert escaped(value) == escape(value)


@pytest.mark.parametrize("name", sorted(_TEMPLATES))
def test_templates_say_what_those_of_the_library_say(name: str, tmp_path: Path) -> None:
    (tmp_path / "calendar").mkdir()
    for path, text in _TEMPLATES.items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    plain = jinja2.Environment(
        loader=jinja2.DictLoader(_TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined
    )
    assert Templates(language("fi"), str(tmp_path)).render(name, **_VIEW) == plain.get_template(name).render(_VIEW)


@given(st.text() | st.text("aä \n\t\r\u00a0\u00ad\u0085\u2028\u200b€\x00\x1f\x7f"))
def test_a_text_is_printable_where_each_of_its_lines_is(text: str) -> None:
    assert is_printable(text) == all(line.isprintable() for line in text.split("\n"))
