"""The plugin's options in ``mkdocs.yml``: made from the fields of :class:`Settings`, so that both always agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field
from typing import Any, Final

from mkdocs.config.base import BaseConfigOption, Config, ConfigErrors, ConfigWarnings, ValidationError
from rapidfuzz import process

from seurantalo.language import BROKEN
from seurantalo.language.catalogue import LANGUAGES, Language, language
from seurantalo.model.settings import Settings
from seurantalo.options import OPTIONS, OptionError, read_option

# How like another a name must be (of 100) to be offered in place of an unknown one.
LIKENESS: Final = 60


class SettingOption(BaseConfigOption[Any]):
    """One field of Settings as an option of MkDocs."""

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
        try:
            return read_option(self.name, value)
        except OptionError as error:
            raise ValidationError(error.in_words(self._words)) from None


class SeurantaloConfig(Config):
    """What stands under ``plugins: - seurantalo:``. Every option, its default and its meaning: Settings."""

    _schema = tuple((name, SettingOption(field)) for name, field in OPTIONS.items())

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Check every option. An unknown name is an error here, where MkDocs only warns: it has no effect."""
        failed, warnings = super().validate()
        known = [name for name, _ in self._schema]
        for name in sorted(set(self) - set(known), key=str):
            failed.append((str(name), ValidationError(self._unknown(str(name), known))))
        failed += [("language", ValidationError(wrong)) for wrong in BROKEN]
        codes = str(self.get("languages") or "").replace(",", " ").split()
        is_read = not any(name in ("language", "languages") for name, _ in failed)
        if is_read and codes and codes[0] != self.get("language"):
            told = _words(self).say("begin with {main}, which the option language names", main=self["language"])
            failed.append(("languages", ValidationError(told)))
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
