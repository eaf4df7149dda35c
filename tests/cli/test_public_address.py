"""Which addresses are of the public internet, whatever form they are written in."""

from __future__ import annotations

import ipaddress
import socket

import pytest

from seurantalo.cli.link_check import check_links
from seurantalo.cli.public_address import NotPublicError, addresses_of, is_public


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "192.0.2.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "2002:a00:1::1", "64:ff9b::7f00:1", "64:ff9b::a00:1",
        "2001:db8::1", "2001:0:53aa:64c:0:fbff:80ff:fffe", "::127.0.0.1", "::93.184.216.34", "64:ff9b:1::1",
        "64:ff9b:1:ffff::5db8:d822", "fec0::1", "feff::1", "::ffff:0:127.0.0.1", "::ffff:0:93.184.216.34", "5f00::1",
        "3fff::1", "3fff:fff::1", "192.0.0.9", "192.0.0.171", "192.88.99.1", "203.0.113.1", "240.0.0.1", "0.1.2.3",
        "100.127.255.254", "198.19.255.255", "100::1", "2001:2::1", "4000::1", "fd12:3456::1", "ff0e::1",
        "2002:c0a8:101::1", "2002:6440:1::", "64:ff9b::6440:1",
    ],
)  # fmt: skip
def test_private_addresses_are_known(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "93.184.216.34",
        "2a00:1450:4010:c0f::71",
        "64:ff9b::5db8:d822",
        "100.63.1.1",
        "2002:5db8:d822::1",
        "::ffff:93.184.216.34",
        "2606:2800:220:1::1",
    ],
)
def test_public_addresses_are_known(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


def test_one_private_answer_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 80)) for each in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)
    with pytest.raises(NotPublicError, match=r"koe\.example is not a public address"):
        addresses_of("koe.example", 80, is_public)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers[:1])
    assert [str(each) for each in addresses_of("koe.example", 80, is_public)] == ["93.184.216.34"]


@pytest.mark.parametrize("address", ["224.0.0.1", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "127.1"])
def test_links_are_held_to_the_same_addresses_as_calendars(address: str) -> None:
    link = f"http://{address}/"
    assert "is not a public address" in check_links([link]).broken[link]
