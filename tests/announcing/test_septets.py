"""The length of text messages, held to the table of the standard as Unicode publishes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seurantalo.announcing.texts.septets import Message, measure, plain_signs

#: The code points of the default alphabet and of its extension, in the order of the standard's tables.
BASIC = (
    "0040 00A3 0024 00A5 00E8 00E9 00F9 00EC 00F2 00C7 000A 00D8 00F8 000D 00C5 00E5 0394 005F 03A6 0393 039B 03A9 "
    "03A0 03A8 03A3 0398 039E 00C6 00E6 00DF 00C9 0020 0021 0022 0023 00A4 0025 0026 0027 0028 0029 002A 002B 002C "
    "002D 002E 002F 0030 0031 0032 0033 0034 0035 0036 0037 0038 0039 003A 003B 003C 003D 003E 003F 00A1 0041 0042 "
    "0043 0044 0045 0046 0047 0048 0049 004A 004B 004C 004D 004E 004F 0050 0051 0052 0053 0054 0055 0056 0057 0058 "
    "0059 005A 00C4 00D6 00D1 00DC 00A7 00BF 0061 0062 0063 0064 0065 0066 0067 0068 0069 006A 006B 006C 006D 006E "
    "006F 0070 0071 0072 0073 0074 0075 0076 0077 0078 0079 007A 00E4 00F6 00F1 00FC 00E0"
)
EXTENDED = "000C 005E 007B 007D 005C 005B 007E 005D 007C 20AC"
TABLE = {chr(int(one, 16)): 1 for one in BASIC.split()} | {chr(int(one, 16)): 2 for one in EXTENDED.split()}


def test_the_alphabet_has_127_signs_and_ten() -> None:
    assert (len(BASIC.split()), len(EXTENDED.split())) == (127, 10)


@given(st.text(st.characters(max_codepoint=0x2100), max_size=400))
def test_every_sign_costs_what_the_table_says(words: str) -> None:
    found = measure(words)
    odd = [sign for sign in words if sign not in TABLE]
    if odd:
        assert found.wide
        assert set(found.odd) == set(odd)
        assert found.units == len(words.encode("utf-16-le")) // 2
    else:
        assert (found.units, found.wide) == (sum(TABLE[sign] for sign in words), False)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("ä" * 160, Message(160, 1, wide=False)),
        ("ä" * 161, Message(161, 2, wide=False)),
        ("€" * 80, Message(160, 1, wide=False)),
        ("€" * 81, Message(162, 2, wide=False)),
        ("ä" * 306, Message(306, 2, wide=False)),
        ("ä" * 307, Message(307, 3, wide=False)),
        ("š" + "a" * 69, Message(70, 1, wide=True, odd="š")),
        ("š" + "a" * 70, Message(71, 2, wide=True, odd="š")),
        ("😀" + "a" * 133, Message(135, 3, wide=True, odd="😀")),
    ],
)
def test_how_many_parts_it_goes_in(words: str, message: Message) -> None:
    assert measure(words) == message


def test_signs_of_typography_become_plain_ones() -> None:
    assert plain_signs("klo 17–20, ”ilta” – ’yö’…\u00a05 €") == "klo 17-20, \"ilta\" - 'yö'... 5 €"
    assert not measure(plain_signs("klo 17–20 ”ilta”… 5 €")).wide
