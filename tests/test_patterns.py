"""Every pattern that is compiled late is one."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import seurantalo
from seurantalo.patterns import _Late, late

MODULES = [each.name for each in pkgutil.walk_packages(seurantalo.__path__, "seurantalo.")]


def test_every_pattern_of_the_package_can_be_compiled() -> None:
    seen = 0
    for name in MODULES:
        if not name.endswith("__main__"):
            for value in vars(importlib.import_module(name)).values():
                if isinstance(value, _Late):
                    seen += 1
                    re.compile(*value._written)  # it must not become compiled by this
    assert seen > 100


def test_it_answers_as_the_pattern_does() -> None:
    ours, theirs = late("(?P<day>[a-z])(b)?", re.IGNORECASE), re.compile("(?P<day>[a-z])(b)?", re.IGNORECASE)
    assert ours.groupindex == theirs.groupindex
    assert (ours.pattern, ours.flags, ours.groups) == (theirs.pattern, theirs.flags, theirs.groups)
    assert ours.sub(r"<\g<day>>", "aB c") == theirs.sub(r"<\g<day>>", "aB c")
    assert ours.search("1a", 1) is not None
    assert late(b"[0-9]+").findall(b"1 22") == [b"1", b"22"]


def test_a_wrong_pattern_is_told_when_it_is_used() -> None:
    with pytest.raises(re.error):
        late("(").match("")


def test_it_has_nothing_else() -> None:
    with pytest.raises(AttributeError):
        late("a").mach("a")  # type: ignore[attr-defined]
