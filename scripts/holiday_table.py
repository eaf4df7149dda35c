"""Write the table of public holidays anew from the `holidays` package: `python3 scripts/holiday_table.py`.

To be run when a new version of the package knows other days or names than the table; a test says so. The table spares
every build a quarter of a second of imports, and the installation a package.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import _environment

TABLE = _environment.ROOT / "plugins" / "seurantalo" / "planner" / "holiday_table.py"
#: Our languages as the package calls them.
LOCALES = {"fi": "fi", "sv": "sv_FI", "en": "en_US"}
HEAD = '''"""Finland's public holidays, from holidays {version}. To renew: `python3 scripts/holiday_table.py`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: Language -> names of the holidays, one for each column of ``DAYS``.
NAMES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {{
{names}
    }}
)
#: A line for each year: the year, then month and day of each holiday; ``----`` for one that it does not have.
DAYS: Final = """
{days}
"""
'''


def table() -> str:
    """Return the module's text."""
    # Imported here: the package is in the project's environment, into which main() changes over.
    from holidays.countries.finland import Finland  # noqa: PLC0415

    years = {
        year: {code: Finland(years=year, language=locale) for code, locale in LOCALES.items()}
        for year in range(Finland.start_year, Finland.end_year + 1)
    }
    # A holiday is known by its English name; where it stands in the year gives its column.
    first: dict[str, str] = {}
    names: dict[str, dict[str, str]] = {code: {} for code in LOCALES}
    lines: dict[int, dict[str, str]] = {}
    for year, calendars in years.items():
        lines[year] = {}
        for day, key in calendars["en"].items():
            first[key] = min(first.get(key, "1232"), f"{day:%m%d}")
            lines[year][key] = f"{day:%m%d}"
            for code, calendar in calendars.items():
                if names[code].setdefault(key, calendar[day]) != calendar[day]:
                    raise SystemExit(f"{key} has two names in {code}: {names[code][key]}, {calendar[day]}")
    columns = sorted(first, key=lambda key: (first[key], key))
    return HEAD.format(
        version=version("holidays"),
        names="\n".join(
            f'        "{code}": (\n' + "".join(f'            "{of[key]}",\n' for key in columns) + "        ),"
            for code, of in names.items()
        ),
        days="\n".join(
            " ".join([str(year), *(days.get(key, "----") for key in columns)]) for year, days in lines.items()
        ),
    )


def main() -> None:
    """Write the table, in the project's own environment."""
    python = _environment.prepare(_environment.DEVELOPMENT_LOCK)
    if Path(sys.prefix) != _environment.VENV:
        raise SystemExit(subprocess.run([str(python), __file__], check=False).returncode)
    TABLE.write_text(table(), encoding="utf-8", newline="\n")
    print(f"{TABLE.relative_to(_environment.ROOT)}: {TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
