"""Symbols of organisations that print a first word, slashes and a year: OSR/CM/RES/2011/3."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from acquis.organisations._symbols import pattern

_FURNITURE = re.compile(r"(?:[A-ZÀ-ÞА-ЯЁ][\w’'.-]*|distr\.?|of|the|de|des|and|[\s:,–-]|\d{1,2} \w{3,9} \d{4})*")


@dataclass(frozen=True, slots=True)
class Plain:
    """How an organisation reads symbols that need no more than their first words.

    >>> Plain(("OSR",)).own(["Original: English", "OSR/CM/RES/2011/3"])
    'OSR/CM/RES/2011/3'
    """

    prefixes: tuple[str, ...]

    def normal(self, text: str) -> str | None:
        """The normal form of a symbol: without blanks, its first word in capitals."""
        bare = re.sub(r"[\s\u00a0\u202f]+", "", text.strip().strip("*"))[:120]
        first, slash, rest = bare.partition("/")
        raised = first.upper() + slash + rest
        return raised if re.fullmatch(pattern(self.prefixes), raised) and re.search(r"\d", raised) else None

    def own(self, head_lines: Sequence[str], organ: str | None = None) -> str | None:
        """The symbol that stands on a line of the head with nothing but names and dates."""
        del organ
        for line in head_lines[:40]:
            found = re.search(pattern(self.prefixes), line[:200])
            if found and (known := self.normal(found[0])) and not re.search(r"\d{5}", line):
                around = line[: found.start()] + line[found.end() :]
                if len(around) <= 90 and _FURNITURE.fullmatch(around):
                    return known
        return None

    def named(self, file_name: str) -> str | None:
        """The symbol that the name of a file spells."""
        return self.normal(re.sub(r"\.\w{2,5}$", "", file_name).replace("_", "/"))

    def years(self, symbol: str) -> tuple[int, int] | None:
        """The year that stands in a symbol."""
        found = re.search(r"(?<=/)((?:19|20)\d\d)(?=/|$)", symbol)
        return (int(found[1]), int(found[1])) if found else None
