"""How a command went, told by the number it ends with."""

import json
import os
import traceback
from typing import Any, Final

from acquis import errors

PARTLY: Final = errors.Unreadable.exit_code
"""A batch went through and some of its files were refused."""

FAULTS: Final = 9
"""`acquis check` found damage."""

OUR_FAULT: Final = 70
"""Something failed that acquis did not foresee."""

INTERRUPTED: Final = 130
"""Ctrl-C: the number that shells give it."""

CODES: Final = {
    0: "Done.",
    errors.AcquisError.exit_code: "Refused; the line says why.",
    errors.BadQuery.exit_code: "Typed wrongly: an unknown option, address, day, name or query; an unfit edit.",
    errors.NotHeld.exit_code: "Nothing that is held answers to that address or name.",
    errors.Ambiguous.exit_code: "Several documents answer to that name; they are listed, and none is opened.",
    PARTLY: "A file cannot be read or passes a limit. In a batch: these were refused, all others are kept.",
    errors.ArchiveBusy.exit_code: "Another process is writing to the archive; --wait SECONDS waits for it.",
    errors.ArchiveDamaged.exit_code: "There is no archive there, or it cannot be opened as it is.",
    errors.TooNew.exit_code: "A newer acquis wrote the archive.",
    FAULTS: "`acquis check` found damage; it is listed.",
    OUR_FAULT: "A fault of acquis itself; --debug shows where.",
    INTERRUPTED: "Interrupted (Ctrl-C). What was kept stays kept; the same command again completes it.",
}
"""Every exit code and what it means."""


def refusal(error: errors.AcquisError, form: str) -> int:
    """Prints a refusal, as JSON too where JSON was asked for; gives the exit code."""
    from acquis.cli._print import put, say

    say(str(error))
    if form == "json":
        candidates = getattr(error, "candidates", None)
        told: dict[str, Any] = {"code": error.exit_code, "kind": type(error).__name__, "line": str(error)}
        told |= {"candidates": [each.split()[0] for each in candidates]} if candidates else {}
        put(json.dumps({"error": told}, ensure_ascii=False, indent=2) + "\n")
    return error.exit_code


def interruption() -> int:
    """Says that what was kept is kept; gives the exit code."""
    from acquis.cli._print import say

    say("Interrupted. What was kept stays kept; the same command again completes it.")
    return INTERRUPTED


def our_fault(error: BaseException, verb: str, *, debug: bool) -> int:
    """One line on what to report, or with `debug` the place in the program; gives the exit code."""
    from acquis.cli._print import say

    if debug or os.environ.get("ACQUIS_DEBUG"):
        say("".join(traceback.format_exception(error)).rstrip())
        return OUR_FAULT
    words = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    say(f"`acquis {verb}` failed ({words}). Please report this line; with --debug it says where it happened.")
    return OUR_FAULT
