"""Which machines may be asked: those on the public internet, and none of the network that we stand in.

Addresses come from contributed files and from other people's servers, so they may be anybody's word.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from typing import Final

#: NAT64 (RFC 6052) and 6to4 (RFC 3056) carry an IPv4 address that must be public too.
_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class NotPublicError(OSError):
    """An address that leads into a private network."""


def is_public(address: Address) -> bool:
    """Tell whether an address is on the public internet, also the IPv4 address that an IPv6 one carries."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
        if address.teredo is not None:
            return False
        if inner is not None:
            return is_public(inner)
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
