"""Libraries that come with an extra: asked for when they are needed, and not before."""

from typing import Any, Final

from acquis.errors import BadQuery


def library(name: str) -> Any:
    """A library that comes with an extra; refused in our words where it is not here."""
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError as missing:
        raise BadQuery(_MISSING.format(name)) from missing


_MISSING: Final = (
    "All pairs need {}, which is not installed: pip install 'acquis[pairs]', or 'acquis[cluster]' for Spark."
)
