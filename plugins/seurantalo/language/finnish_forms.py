"""Forms of a Finnish name, so that it is found in running text: ``Kolo`` in *Kolossa*, ``Lukutupa`` in *Lukutuvassa*.

Stems of Snowball know endings and not gradation (tupa, tuva-), nor which words change their last vowel (järvi,
järve-). So names are inflected here, once, when a site is made: too many forms do no harm, since they are only looked
for. After the Finnish grammar online (VISK §§ 41-57, https://scripta.kotus.fi/visk).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

#: What a consonant or two become in a closed syllable; longer ones first.
_WEAK: Final = (
    *(("kk", "k"), ("pp", "p"), ("tt", "t"), ("nk", "ng"), ("nt", "nn"), ("mp", "mm"), ("lt", "ll"), ("rt", "rr")),
    *(("ht", "hd"), ("lk", "l"), ("rk", "r"), ("hk", "h"), ("st", "st"), ("sk", "sk"), ("sp", "sp"), ("tk", "tk")),
    *(("k", ""), ("p", "v"), ("t", "d")),
)
_LAST: Final = re.compile(r"(?P<head>.*?)(?P<middle>[^aeiouyäö]*)(?P<tail>[aeiouyäö]+)\Z")
_CASES: Final = ("n", "ssA", "stA", "llA", "ltA", "lle", "nA", "t")
_PLURAL: Final = ("issA", "istA", "illA", "iltA", "ille", "jA", "jen", "en")


def forms(word: str) -> Iterator[str]:
    """Yield a word in small letters, and what its stem may become in other cases.

    >>> {"tuvassa", "tupaan"} <= set(forms("tupa")), "järven" in set(forms("järvi"))
    (True, True)
    """
    yield word
    a = "a" if re.search(r"[aou]", word) else "ä"
    for stem in _stems(word):
        for case in _CASES:
            yield stem + case.replace("A", a)
        yield f"{stem}{stem[-1]}n"
    if word.endswith("t") and len(word) > 3:
        for stem in _plural_stems(word[:-1]):
            for case in _PLURAL:
                yield stem + case.replace("A", a)


def _stems(word: str) -> Iterator[str]:
    """Yield the stems that endings of cases follow, in both grades."""
    if word.endswith("nen"):
        yield word[:-3] + "se"
    elif word.endswith(("us", "ys", "os", "ös", "es")):
        yield word[:-1] + "kse"
        yield word[:-1] + word[-2]
        yield word[:-1] + "de"
    elif word.endswith(("as", "äs", "is")):
        yield word[:-1] + word[-2]
        yield word[:-1] + "kse"
    elif word.endswith(("l", "r", "n")):
        yield word + "i"
        yield word + "e"
    elif word[-1:] in "aeiouyäö":
        found = [word]
        if word.endswith("e"):
            found.append(word + "e")
        if word.endswith("i"):
            found.append(word[:-1] + "e")
        if word.endswith("si"):
            found += [word[:-2] + "te", word[:-2] + "de"]
        for one in found:
            yield one
            yield weakened(one)
            if one.endswith("ke"):
                yield one[:-2] + "je"


def _plural_stems(stem: str) -> Iterator[str]:
    """Yield what stands before an ending of the plural, of a stem of which the final t was taken off: marta."""
    for one in (stem, _strong(stem)):
        yield one
        if one[-1:] in "aäe":
            yield one[:-1]
            yield f"{one[:-1]}{'ö' if one[-1] == 'ä' else 'o'}"
        yield one[:-1] + "t" if one.endswith("e") else one


def weakened(stem: str) -> str:
    """Return a stem with its last consonants in the weak grade.

    >>> weakened("kenttä"), weakened("selkä"), weakened("raitti")
    ('kentä', 'selä', 'raiti')
    """
    return _changed(stem, _WEAK)


def _strong(stem: str) -> str:
    back = (
        ("rt", "rtt"),
        ("nt", "ntt"),
        ("lt", "ltt"),
        ("d", "t"),
        ("v", "p"),
        ("nn", "nt"),
        ("ll", "lt"),
        ("rr", "rt"),
    )
    return _changed(stem, back)


def _changed(stem: str, table: tuple[tuple[str, str], ...]) -> str:
    match = _LAST.match(stem)
    if match is None or not match["head"]:
        return stem
    for written, becomes in table:
        if match["middle"].endswith(written):
            return f"{match['head']}{match['middle'][: -len(written)]}{becomes}{match['tail']}"
    return stem
