"""Kept bytecode: used when whole, made anew when not, never a reason to fail."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
import pytest

from seurantalo import template_cache
from seurantalo.language import language
from seurantalo.publishing.templating import environment
from seurantalo.template_cache import SHIPPED, TemplateCache, beside_modules, write_compiled


def render(cache: Path) -> tuple[str, int]:
    """A template's text in a new environment, and how many templates had to be compiled for it."""
    compiled: list[str] = []

    class Counting(jinja2.Environment):
        def _compile(self, source: str, filename: str) -> CodeType:
            compiled.append(filename)
            return super()._compile(source, filename)

    env = Counting(loader=jinja2.DictLoader({"a": "{{ 1 + 1 }}"}), bytecode_cache=TemplateCache(cache))
    return env.get_template("a").render(), len(compiled)


def test_a_template_is_compiled_once(tmp_path: Path) -> None:
    assert render(tmp_path) == ("2", 1)
    assert render(tmp_path) == ("2", 0)


@pytest.mark.parametrize("place", [0, 40, -1])
@pytest.mark.parametrize("damage", ["flip", "cut", "empty"])
def test_damage_means_compiling_again(tmp_path: Path, place: int, damage: str) -> None:
    render(tmp_path)
    (file,) = tmp_path.rglob("*.bytecode")
    content = bytearray(file.read_bytes())
    content[place] ^= 0xFF
    file.write_bytes({"flip": bytes(content), "cut": bytes(content[:place]), "empty": b""}[damage])
    assert render(tmp_path) == ("2", 1)
    assert render(tmp_path) == ("2", 0)


def test_a_folder_that_cannot_be_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert render(tmp_path / "file") == ("2", 1)


def test_python_that_writes_no_modules_writes_no_templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    for writes_none, files in ((True, 0), (False, 1)):
        monkeypatch.setattr(sys, "dont_write_bytecode", writes_none)
        env = jinja2.Environment(loader=jinja2.DictLoader({"a": "{{ 1 + 1 }}"}))
        env.bytecode_cache = beside_modules(env)
        assert env.get_template("a").render() == "2"
        assert len(list(tmp_path.rglob("*.bytecode"))) == files


def test_each_kind_of_environment_has_templates_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)

    def shout(text: str) -> str:
        return text.upper()

    def whisper(text: str) -> str:
        return text.lower()

    def rendered(tone: Callable[[str], str], **options: Any) -> str:
        env = jinja2.Environment(loader=jinja2.DictLoader({"a": "{{ 'Moi & hei' | tone }}"}), **options)
        env.filters["tone"] = tone
        env.bytecode_cache = beside_modules(env)
        return env.get_template("a").render()

    for _ in range(2):
        # A filter of a constant is worked out while compiling.
        assert rendered(shout) == "MOI & HEI"
        assert rendered(whisper) == "moi & hei"
        assert rendered(whisper, autoescape=True) == "moi &amp; hei"
    assert len(list(tmp_path.rglob("*.bytecode"))) == 3


def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> jinja2.Environment:
    """An environment of ours in a package that came with compiled templates, on a Python that compiles none."""
    write_compiled(tmp_path / SHIPPED)
    monkeypatch.setattr(template_cache, "__file__", str(tmp_path / "template_cache.py"))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    env = environment.__wrapped__(language("sv"))
    env.bytecode_cache = beside_modules(env)
    return env


def test_templates_that_came_with_the_package_are_not_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    env = shipped(tmp_path, monkeypatch)
    names = env.list_templates(extensions=["html"])
    assert len(names) > 20
    plain = environment.__wrapped__(language("sv"))
    blocks = {name: set(plain.get_template(name).blocks) for name in names}
    monkeypatch.setattr(env, "_compile", lambda source, filename: pytest.fail(f"{filename} is compiled"))
    assert {name: set(env.get_template(name).blocks) for name in names} == blocks


def test_a_template_that_was_changed_is_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    env = shipped(tmp_path, monkeypatch)
    env.loader = jinja2.DictLoader(dict.fromkeys(env.list_templates(extensions=["html"]), "changed"))
    assert {env.get_template(name).render() for name in env.list_templates()} == {"changed"}


def test_templates_of_another_jinja_are_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jinja2, "__version__", "3.0")
    write_compiled(tmp_path / SHIPPED)
    monkeypatch.undo()
    for path in tmp_path.rglob("*.py"):
        path.write_text("raise SystemExit\n", encoding="utf-8")
    env = environment.__wrapped__(language("fi"))
    monkeypatch.setattr(template_cache, "__file__", str(tmp_path / "template_cache.py"))
    env.bytecode_cache = beside_modules(env)
    assert all(env.get_template(name) for name in env.list_templates(extensions=["html"]))
