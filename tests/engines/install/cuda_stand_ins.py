"""cuda_stand_ins.py TORCH_LIB_FOLDER

PyPI's torch is built for CUDA and links against 2.7 GB of NVIDIA's libraries, which a machine without a
GPU never calls. For each of them this writes a library of the same name with the same symbols into
torch's own folder, where torch looks first. Every function answers 100, cudaErrorNoDevice, so torch
finds no GPU and computes on the CPU.
"""

import pathlib
import re
import sys
from collections import defaultdict

from elf_reader import read_imports
from elf_writer import write_library

# Libraries of the C and C++ run time and of the compiler: every machine has its own.
SYSTEM_LIBRARY = re.compile(r"(lib(c|m|dl|rt|pthread|gcc_s|stdc\+\+|util|gomp)|ld-linux.*)\.so")
# Only CUDA's own names may be answered with 100. A stand-in for `pthread_create` or for the C++
# exception handler would take the place of the true one and kill the process at its start.
CUDA_NAME = re.compile(r"(cu[A-Zb-z]|nccl|nvshmem|nvrtc)")


def main(folder: pathlib.Path) -> None:
    present = {path.name for path in folder.glob("*.so*")}
    needed: set[str] = set()
    versioned: dict[str, set[tuple[str, str]]] = defaultdict(set)
    unversioned: set[str] = set()
    defined: set[str] = set()
    machine = 0
    for library in sorted(folder.glob("*.so")):
        imports = read_imports(str(library))
        machine = imports.machine
        needed |= imports.needed
        for home, version, name in imports.versioned:
            needed.add(home)
            versioned[home].add((name, version))
        unversioned |= imports.unversioned
        defined |= imports.defined
    loose = {name for name in unversioned - defined if CUDA_NAME.match(name)}
    for soname in sorted(needed):
        if soname in present or SYSTEM_LIBRARY.match(soname):
            continue
        # A name without a version says nothing of its library: every stand-in that has no versions offers
        # it, and the loader takes the first.
        symbols = sorted(versioned[soname]) or [(name, None) for name in sorted(loose)]
        write_library(str(folder / soname), soname, machine, symbols)
        print(f"{soname}: {len(symbols)} functions")


main(pathlib.Path(sys.argv[1]))
