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

TABLE = _environment.ROOT / "plugins" / "seurantalo" / "planner" / "holidays.txt"
HEAD = """\
# Finland's public holidays, from holidays {version}. To renew: python3 scripts/holiday_table.py
# Names by language, then month and day of each holiday by year; ---- for one that a year does not have.
"""


def table() -> str:
    """Return the table's text."""
    from holidays.countries.finland import Finland  # noqa: PLC0415 (main() changes over to where it is installed)

    from seurantalo.language import ENGLISH, TONGUES  # noqa: PLC0415 (as the package above)

    locales = [tongue.holidays for tongue in TONGUES.values()]
    years = {
        year: {locale: Finland(years=year, language=locale) for locale in locales}
        for year in range(Finland.start_year, Finland.end_year + 1)
    }
    # A holiday is known by its English name; where it stands in the year gives its column.
    first: dict[str, str] = {}
    names: dict[str, dict[str, str]] = {locale: {} for locale in locales}
    lines: dict[int, dict[str, str]] = {}
    for year, calendars in years.items():
        lines[year] = {}
        for day, key in calendars[ENGLISH.holidays].items():
            first[key] = min(first.get(key, "1232"), f"{day:%m%d}")
            lines[year][key] = f"{day:%m%d}"
            for locale, calendar in calendars.items():
                if names[locale].setdefault(key, calendar[day]) != calendar[day]:
                    raise SystemExit(f"{key} has two names in {locale}: {names[locale][key]}, {calendar[day]}")
    columns = sorted(first, key=lambda key: (first[key], key))
    words = [f"{locale}: {' | '.join(of[key] for key in columns)}\n" for locale, of in names.items()]
    rows = [f"{year}: {' '.join(days.get(key, '----') for key in columns)}\n" for year, days in lines.items()]
    return HEAD.format(version=version("holidays")) + "".join([*words, *rows])


def main() -> None:
    """Write the table, in the project's own environment."""
    python = _environment.prepare(_environment.DEVELOPMENT_LOCK)
    if Path(sys.prefix) != _environment.VENV:
        raise SystemExit(subprocess.run([str(python), __file__], check=False).returncode)
    TABLE.write_text(table(), encoding="utf-8", newline="\n")
    print(f"{TABLE.relative_to(_environment.ROOT)}: {TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
