"""Writes a small ELF shared library in which every function returns one constant.

No compiler and no linker: a machine that only runs the engines often has neither. Layout of the file,
which the loader maps as two segments:

    0x0000  ELF header, program headers, symbols, hash table, versions, names, code    read, execute
    page    dynamic section (the loader writes into it)                                read, write
"""

import struct

# The largest page of the machines that run the engines (AArch64 may use 64 KB).
PAGE = 0x10000
# e_machine to the machine code of `return 100`
RETURN_100 = {
    62: bytes.fromhex("b864000000c3"),  # x86-64: mov eax, 100; ret
    183: bytes.fromhex("800c8052c0035fd6"),  # AArch64: mov w0, #100; ret
}


class _Names:
    """A string table: every text once, at an offset that stays."""

    def __init__(self):
        self.data = bytearray(b"\0")
        self._offsets = {"": 0}

    def offset(self, text: str) -> int:
        if text not in self._offsets:
            self._offsets[text] = len(self.data)
            self.data += text.encode() + b"\0"
        return self._offsets[text]


def _hash(name: str) -> int:
    """The System V hash of a symbol or version name."""
    value = 0
    for byte in name.encode():
        value = (value << 4) + byte
        high = value & 0xF0000000
        value = (value ^ high >> 24) & ~high
    return value


def _hash_table(names: list[str]) -> bytes:
    """One bucket per symbol at most; a chain holds the symbols of a bucket. Symbol 0 is the null symbol."""
    count = max(1, len(names))
    buckets, chains = [0] * count, [0] * (len(names) + 1)
    for index, name in enumerate(names, start=1):
        bucket = _hash(name) % count
        chains[index], buckets[bucket] = buckets[bucket], index
    return struct.pack(f"<II{count}I{len(chains)}I", count, len(chains), *buckets, *chains)


def _version_definitions(soname: str, versions: list[str], names: _Names) -> bytes:
    """Definition 1 is the library itself (flag BASE); the versions follow from 2."""
    table = b""
    for index, version in enumerate([soname, *versions], start=1):
        last = index == len(versions) + 1
        table += struct.pack("<HHHHIII", 1, int(index == 1), index, 1, _hash(version), 20, 0 if last else 28)
        table += struct.pack("<II", names.offset(version), 0)
    return table


def _place(parts: dict[str, bytes], start: int) -> tuple[dict[str, int], bytes]:
    """Lays the parts one after the other on 16-byte borders; addresses equal file offsets."""
    addresses, image = {}, b""
    for name, data in parts.items():
        image += b"\0" * (-(start + len(image)) % 16)
        addresses[name] = start + len(image)
        image += data
    return addresses, image


def write_library(path: str, soname: str, machine: int, symbols: list[tuple[str, str | None]]) -> None:
    """`symbols` are (name, version or None); each becomes a function that returns 100."""
    names = _Names()
    versions = sorted({version for _, version in symbols if version is not None})
    code = RETURN_100[machine]
    header_size, program_header_size = 64, 56
    start = header_size + 3 * program_header_size

    definitions = _version_definitions(soname, versions, names) if versions else b""
    indices = [0] + [1 if version is None else versions.index(version) + 2 for _, version in symbols]
    offsets = [names.offset(name) for name, _ in symbols]
    soname_offset = names.offset(soname)
    table_size = 24 * (len(symbols) + 1)
    parts = {
        "code": code,
        "symbols": bytes(table_size),
        "hash": _hash_table([name for name, _ in symbols]),
        "indices": struct.pack(f"<{len(indices)}H", *indices) if versions else b"",
        "definitions": definitions,
        "names": bytes(names.data),
    }
    addresses, image = _place(parts, start)
    # name, global function, default visibility, a section number that only says "defined", address, size
    rows = b"".join(struct.pack("<IBBHQQ", at, 0x12, 0, 1, addresses["code"], len(code)) for at in offsets)
    at = addresses["symbols"] - start
    image = image[:at] + bytes(24) + rows + image[at + table_size :]

    # SONAME, HASH, STRTAB, SYMTAB, STRSZ, SYMENT
    dynamic = [(14, soname_offset), (4, addresses["hash"]), (5, addresses["names"])]
    dynamic += [(6, addresses["symbols"]), (10, len(names.data)), (11, 24)]
    if versions:  # VERSYM, VERDEF, VERDEFNUM
        dynamic += [(0x6FFFFFF0, addresses["indices"]), (0x6FFFFFFC, addresses["definitions"])]
        dynamic += [(0x6FFFFFFD, len(versions) + 1)]
    dynamic_data = b"".join(struct.pack("<QQ", *entry) for entry in [*dynamic, (0, 0)])

    end = start + len(image)
    dynamic_at = -(-end // PAGE) * PAGE
    header = b"\x7fELF\x02\x01\x01" + bytes(9)
    header += struct.pack("<HHIQQQIHHHHHH", 3, machine, 1, 0, header_size, 0, 0, header_size, 56, 3, 64, 0, 0)

    def segment(kind: int, flags: int, offset: int, size: int, alignment: int) -> bytes:
        return struct.pack("<IIQQQQQQ", kind, flags, offset, offset, offset, size, size, alignment)

    header += segment(1, 5, 0, end, PAGE)
    header += segment(1, 6, dynamic_at, len(dynamic_data), PAGE)
    header += segment(2, 6, dynamic_at, len(dynamic_data), 8)
    with open(path, "wb") as file:
        file.write(header + image + bytes(dynamic_at - end) + dynamic_data)
