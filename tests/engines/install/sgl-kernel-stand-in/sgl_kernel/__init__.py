"""An import-only stand-in for `sgl_kernel`, SGLang's compiled kernels.

PyPI has it for CUDA alone, and that build cannot be imported without a GPU driver. Every name of every
submodule can be imported from here and none can be called: SGLang then takes each layer's plain
PyTorch form and nothing is computed by this package.
"""

import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec

__version__ = "0+kneepoint"
__path__ = []


class _Absent:
    """A kernel that is not here: may be named, also with attributes of its own, but not called."""

    def __init__(self, name):
        self._name = name

    def __getattr__(self, attribute):
        return _absent(self._name, attribute)

    def __call__(self, *_arguments, **_options):
        raise NotImplementedError(f"{self._name} needs the compiled sgl_kernel package")


def _absent(owner, attribute):
    # Python asks modules and objects for dunder names of its own accord; a made-up answer would mislead it.
    if attribute.startswith("__"):
        raise AttributeError(f"{owner} has no {attribute}")
    return _Absent(f"{owner}.{attribute}")


def __getattr__(attribute):
    return _absent(__name__, attribute)


class _Submodules(MetaPathFinder, Loader):
    """Answers the import of every submodule, at any depth, with an empty module that has every name."""

    def find_spec(self, name, path=None, target=None):
        return ModuleSpec(name, self, is_package=True) if name.startswith(f"{__name__}.") else None

    def exec_module(self, module):
        name = module.__name__
        module.__getattr__ = lambda attribute: _absent(name, attribute)


sys.meta_path.insert(0, _Submodules())
