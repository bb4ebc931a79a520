"""What a 64-bit little-endian ELF shared library asks of other libraries, and what it brings itself."""

import struct
from dataclasses import dataclass, field

SECTION_DYNAMIC, SECTION_DYNSYM = 6, 11
SECTION_VERSIONS_NEEDED, SECTION_SYMBOL_VERSIONS = 0x6FFFFFFE, 0x6FFFFFFF
DYNAMIC_NEEDED = 1


@dataclass
class Imports:
    machine: int
    needed: set[str] = field(default_factory=set)
    # (library, version, symbol) as the version table ties them together
    versioned: set[tuple[str, str, str]] = field(default_factory=set)
    unversioned: set[str] = field(default_factory=set)
    defined: set[str] = field(default_factory=set)


@dataclass
class Section:
    kind: int
    link: int
    entries: int
    data: memoryview


def _text_at(strings: memoryview, offset: int) -> str:
    end = offset
    while strings[end]:
        end += 1
    return bytes(strings[offset:end]).decode()


def _sections(image: memoryview) -> list[Section]:
    if bytes(image[:6]) != b"\x7fELF\x02\x01":
        raise ValueError("not a 64-bit little-endian ELF file")
    table, size, count = struct.unpack_from("<Q10xHH", image, 40)
    found = []
    for index in range(count):
        # name, type, flags, address, offset, size, link, info, alignment, entry size
        row = struct.unpack_from("<IIQQQQIIQQ", image, table + index * size)
        kind, offset, length, link, info = row[1], row[4], row[5], row[6], row[7]
        found.append(Section(kind, link, info, image[offset : offset + length]))
    return found


def _versions_needed(section: Section, strings: memoryview) -> dict[int, tuple[str, str]]:
    """Version index (as the symbol version table uses it) to (library, version name)."""
    versions, at = {}, 0
    for _ in range(section.entries):
        count, library, first, following = struct.unpack_from("<2xHIII", section.data, at)
        auxiliary = at + first
        for _ in range(count):
            index, name, step = struct.unpack_from("<6xHII", section.data, auxiliary)
            versions[index & 0x7FFF] = (_text_at(strings, library), _text_at(strings, name))
            auxiliary += step
        at += following
    return versions


def read_imports(path: str) -> Imports:
    with open(path, "rb") as file:
        image = memoryview(file.read())
    sections = _sections(image)
    by_kind = {section.kind: section for section in sections}
    imports = Imports(machine=struct.unpack_from("<H", image, 18)[0])

    dynamic = by_kind[SECTION_DYNAMIC]
    strings = sections[dynamic.link].data
    for tag, value in struct.iter_unpack("<QQ", dynamic.data[: len(dynamic.data) // 16 * 16]):
        if tag == DYNAMIC_NEEDED:
            imports.needed.add(_text_at(strings, value))

    needed = by_kind.get(SECTION_VERSIONS_NEEDED)
    versions = _versions_needed(needed, sections[needed.link].data) if needed else {}
    indices = by_kind[SECTION_SYMBOL_VERSIONS].data.cast("H") if SECTION_SYMBOL_VERSIONS in by_kind else None
    symbols = by_kind[SECTION_DYNSYM]
    names = sections[symbols.link].data
    for position, symbol in enumerate(struct.iter_unpack("<IBBHQQ", symbols.data)):
        name, home = symbol[0], symbol[3]
        if name == 0:
            continue
        text = _text_at(names, name)
        version = versions.get(indices[position] & 0x7FFF) if indices is not None else None
        if home != 0:
            imports.defined.add(text)
        elif version is not None:
            imports.versioned.add((*version, text))
        else:
            imports.unversioned.add(text)
    return imports
