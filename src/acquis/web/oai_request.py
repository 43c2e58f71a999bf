"""What a harvester asked, in the words of OAI-PMH 2.0: checked, or refused with a code of the protocol."""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import parse_qsl, urlencode

from msgspec import Struct

FORMAT: Final = "oai_dc"


class OaiError(Exception):
    """A refusal of the protocol: its code, and what is wrong in words."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code


class Selection(Struct, frozen=True):
    """Which records: of a set, changed in a time, after the last one of the page before (its time and address)."""

    set: str = ""
    since: str = ""
    until: str = ""
    after: tuple[str, str] = ("", "")
    passed: int = 0

    @property
    def token(self) -> str:
        """What leads on from here; it says all of it, so that nothing has to be remembered."""
        told = {"set": self.set, "from": self.since, "until": self.until, "time": self.after[0], "id": self.after[1]}
        return urlencode({**{name: value for name, value in told.items() if value}, "passed": self.passed})


_TAKES: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    "Identify": (frozenset(), frozenset()),
    "ListMetadataFormats": (frozenset(), frozenset({"identifier"})),
    "ListSets": (frozenset(), frozenset({"resumptionToken"})),
    "GetRecord": (frozenset({"identifier", "metadataPrefix"}), frozenset()),
    "ListIdentifiers": (frozenset({"metadataPrefix"}), frozenset({"from", "until", "set"})),
    "ListRecords": (frozenset({"metadataPrefix"}), frozenset({"from", "until", "set"})),
}
"""The six verbs: what each needs, and what it may have."""

_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?")


def checked(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The arguments of a request, each once and each known; `OaiError` says what is wrong."""
    asked = dict(pairs)
    verb = asked.get("verb", "")
    if verb not in _TAKES or [name for name, _ in pairs].count("verb") > 1:
        raise OaiError("badVerb", f"There is one verb, of {', '.join(_TAKES)}.")
    if len(asked) != len(pairs):
        raise OaiError("badArgument", "An argument stands there twice.")
    needed, more = _TAKES[verb]
    given = asked.keys() - {"verb"}
    if "resumptionToken" in given and verb.startswith("List") and verb != "ListMetadataFormats":
        if given != {"resumptionToken"}:
            raise OaiError("badArgument", "A resumptionToken stands alone.")
        return asked
    if lacking := needed - given:
        raise OaiError("badArgument", f"{verb} needs {', '.join(sorted(lacking))}.")
    if odd := given - needed - more:
        raise OaiError("badArgument", f"{verb} takes no {', '.join(sorted(odd))[:200]}.")
    if "metadataPrefix" in given and asked["metadataPrefix"] != FORMAT:
        raise OaiError("cannotDisseminateFormat", f"Records are given as {FORMAT}.")
    return asked


def selection(asked: dict[str, str]) -> Selection:
    """The records that a list is asked for, from its arguments or its token."""
    if (token := asked.get("resumptionToken")) is not None:
        return _resumed(token)
    since, until = (asked.get(name, "") for name in ("from", "until"))
    for each in filter(None, (since, until)):
        if not _MOMENT.fullmatch(each) or not _real(each):
            raise OaiError(
                "badArgument", f"{each[:40]!r} is no UTC day (2026-11-22) and no time (2026-11-22T18:08:11Z)."
            )
    if since and until and len(since) != len(until):
        raise OaiError("badArgument", "from and until are both days, or both times.")
    if since and until and since > until:
        raise OaiError("badArgument", "from is later than until.")
    return Selection(asked.get("set", ""), since, until)


def _resumed(token: str) -> Selection:
    told = dict(parse_qsl(token))
    after = (told.get("time", ""), told.get("id", ""))
    if not all(after) or not told.get("passed", "").isdigit() or len(told["passed"]) > _DIGITS:
        raise OaiError("badResumptionToken", "That token is none that was given here.")
    return Selection(told.get("set", ""), told.get("from", ""), told.get("until", ""), after, int(told["passed"]))


_DIGITS: Final = 9


def _real(moment: str) -> bool:
    """Whether there is such a day, and such a time."""
    import datetime

    try:
        datetime.datetime.fromisoformat(moment)
    except ValueError:
        return False
    return True
