"""The plugin's options in ``mkdocs.yml``: made from the fields of :class:`Settings`, so that both always agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, fields
from datetime import date
from typing import Any, Final
from zoneinfo import ZoneInfo

from mkdocs.config.base import BaseConfigOption, Config, ConfigErrors, ConfigWarnings, ValidationError
from rapidfuzz import process

from seurantalo.language.catalogue import LANGUAGES, Language, language
from seurantalo.model.settings import Settings

# How like another a name must be (of 100) to be offered in place of an unknown one.
LIKENESS: Final = 60


class SettingOption(BaseConfigOption[Any]):
    """One field of Settings as an option of MkDocs. The value's kind is that of the field's default."""

    def __init__(self, field: Field[Any]) -> None:
        super().__init__()
        self.name = field.name
        self.default = field.default
        self._words = language(Settings().language)

    def pre_validation(self, config: Config, key_name: str) -> None:
        """Learn the site's language, in which a wrong value is explained."""
        self._words = _words(config)

    def run_validation(self, value: object) -> object:
        """Return the value as Settings wants it; raise ValidationError in the site's language."""
        if value is None:
            return self.default
        # YAML reads an unquoted day as a date, and a number or a truth value where a text is wanted.
        if self.name == "today" and isinstance(value, date):
            return value.isoformat()
        if isinstance(self.default, bool):
            if not isinstance(value, bool):
                raise self._wrong(value, self._words.say("true or false"))
            return value
        if isinstance(self.default, int):
            if not isinstance(value, int) or isinstance(value, bool) or value < 0:
                raise self._wrong(value, self._words.say("a whole number such as {n}", n=self.default))
            return value
        if not isinstance(value, str):
            raise self._wrong(value, self._words.say("a text"))
        return self._checked_text(value)

    def _checked_text(self, value: str) -> str:
        if self.name == "language" and value not in LANGUAGES:
            raise self._wrong(value, self._words.say("one of {choices}", choices=", ".join(LANGUAGES)))
        if self.name == "timezone":
            try:
                ZoneInfo(value)
            except (KeyError, OSError, ValueError):
                raise self._wrong(value, self._words.say("a time zone such as Europe/Helsinki")) from None
        if self.name == "today" and value:
            try:
                date.fromisoformat(value)
            except ValueError:
                raise self._wrong(value, self._words.say("a day such as 2027-05-01")) from None
        return value

    def _wrong(self, value: object, wanted: str) -> ValidationError:
        return ValidationError(self._words.say("expected {wanted}, found {value!r}", wanted=wanted, value=value))


class SeurantaloConfig(Config):
    """What stands under ``plugins: - seurantalo:``. Every option, its default and its meaning: Settings."""

    _schema = tuple((field.name, SettingOption(field)) for field in fields(Settings))

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Check every option. An unknown name is an error here, where MkDocs only warns: it has no effect."""
        failed, warnings = super().validate()
        known = [name for name, _ in self._schema]
        for name in sorted(set(self) - set(known), key=str):
            failed.append((str(name), ValidationError(self._unknown(str(name), known))))
        return failed, [warning for warning in warnings if warning[0] in known]

    def _unknown(self, name: str, known: list[str]) -> str:
        words = _words(self)
        nearest = process.extractOne(name, known, score_cutoff=LIKENESS)
        if nearest:
            return words.say("there is no such option; did you mean {name}?", name=nearest[0])
        return words.say("there is no such option; the options are {names}", names=", ".join(known))

    def settings(self) -> Settings:
        """Return the checked options as Settings."""
        return Settings(**{name: self[name] for name, _ in self._schema})


def _words(config: Mapping[str, Any]) -> Language:
    """Return the words of the language that the options name, or those of the default where it is none."""
    code = config.get("language")
    return language(code if code in LANGUAGES else Settings().language)
