"""How a file in a folder becomes an entry."""

import importlib
import pkgutil
from functools import cache
from typing import Any

from acquis.errors import UnknownName


@cache
def entries(package: str) -> dict[str, Any]:
    """The `ENTRY` of every module of a shelf, by module name; adding a file is the registration.

    >>> "en" in entries("acquis.languages")
    True
    """
    shelf = importlib.import_module(package)
    names = sorted(module.name for module in pkgutil.iter_modules(shelf.__path__) if not module.name.startswith("_"))
    loaded = {name: importlib.import_module(f"{package}.{name}") for name in names}
    return {name: module.ENTRY for name, module in loaded.items() if hasattr(module, "ENTRY")}


def entry(package: str, name: str) -> Any:
    """One entry of a shelf; `UnknownName` lists those there are."""
    known = entries(package)
    if name not in known:
        raise UnknownName(package.rsplit(".", 1)[-1].rstrip("s"), name, known)
    return known[name]
