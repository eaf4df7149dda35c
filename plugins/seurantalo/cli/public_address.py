"""Which machines may be asked: those on the public internet, and none of the network that we stand in.

Addresses come from contributed files and from other people's servers, so they may be anybody's word.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from typing import Final

#: All of IPv6 that is given to machines of the public internet (IANA, IPv6 Address Space); the rest is not, whatever
#: a version of Python has heard of it: loopback and IPv4-compatible (::/96), site-local (fec0::/10), translated
#: (::ffff:0:0:0/96), local NAT64 (64:ff9b:1::/48), segment routing (5f00::/16).
_GIVEN: Final = ipaddress.IPv6Network("2000::/3")
#: NAT64 (RFC 6052): it carries an IPv4 address that must be public too, as mapped addresses and 6to4 (RFC 3056) do.
_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")
#: Registers of special purposes (RFC 6890 and its registries), where versions of Python differ: protocol assignments,
#: relays of 6to4, Teredo, benchmarks, and what books may print (RFC 9637).
_SPECIAL: Final = tuple(
    map(
        ipaddress.ip_network,
        ("192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "2001::/32", "2001:2::/48", "2001:db8::/32", "3fff::/20"),
    )
)

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class NotPublicError(OSError):
    """An address that leads into a private network."""


def is_public(address: Address) -> bool:
    """Tell whether an address is on the public internet, also the IPv4 address that an IPv6 one carries."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
        if inner is not None:
            return is_public(inner)
        if address not in _GIVEN:
            return False
    if any(address in network for network in _SPECIAL):
        return False
    return address.is_global and not address.is_multicast


def addresses_of(host: str, port: int, permitted: Callable[[Address], bool]) -> list[Address]:
    """Return where a host is, as its name server says now.

    Raises NotPublicError where one of the answers is not ``permitted``, OSError or UnicodeError where there is none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [ipaddress.ip_address(str(info[4][0]).partition("%")[0]) for info in found]
    if not addresses or not all(map(permitted, addresses)):
        raise NotPublicError(f"{host} is not a public address")
    return addresses
