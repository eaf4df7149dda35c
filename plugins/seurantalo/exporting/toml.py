"""Options as TOML 1.0: Python reads it, but has nothing that writes it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence


def to_toml(options: Mapping[str, object]) -> str:
    r"""Return options as a TOML document: a table of its own for each mapping, in order; what is None is left out.

    Raises TypeError for a value that TOML has no words for.

    >>> print(to_toml({"project": {"site_name": "Talo", "theme": {"font": False}, "nav": [{"Etusivu": "index.md"}]}}))
    [project]
    site_name = "Talo"
    nav = [{Etusivu = "index.md"}]
    <BLANKLINE>
    [project.theme]
    font = false
    <BLANKLINE>
    """
    return "\n".join(_tables(options, ()))


def _tables(table: Mapping[str, object], path: tuple[str, ...]) -> list[str]:
    plain = {name: value for name, value in table.items() if value is not None and not isinstance(value, Mapping)}
    below = {name: value for name, value in table.items() if isinstance(value, Mapping)}
    lines = "".join(f"{_key(name)} = {_value(value)}\n" for name, value in plain.items())
    heading = f"[{'.'.join(map(_key, path))}]\n" if path and (plain or not below) else ""
    made = [f"{heading}{lines}"] if heading or lines else []
    for name, value in below.items():
        made += _tables(value, (*path, name))
    return made


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{_key(str(name))} = {_value(one)}" for name, one in value.items() if one is not None)
        return f"{{{pairs}}}"
    if isinstance(value, Sequence):
        return f"[{', '.join(_value(one) for one in value if one is not None)}]"
    raise TypeError(f"TOML has no {type(value).__name__}")


def _key(name: str) -> str:
    return name if name and name.isascii() and name.replace("-", "").replace("_", "").isalnum() else _text(name)


def _text(text: str) -> str:
    # JSON's escapes are TOML's; what JSON leaves as it is and TOML refuses is one control sign (TOML 1.0, Strings).
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
