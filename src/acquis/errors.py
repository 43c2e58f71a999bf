"""Every way acquis can refuse."""

from collections.abc import Iterable


class AcquisError(Exception):
    """A refusal in one line: what was asked, then what would work. `exit_code` is the command line's."""

    exit_code = 1


class BadAddress(AcquisError):
    """What was typed is no address."""

    exit_code = 2


class BadDay(AcquisError):
    """What was typed is no day, month or year."""

    exit_code = 2


class UnknownName(AcquisError):
    """A name of a closed list was asked for that is not on it."""

    exit_code = 2

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        super().__init__(f"No {kind} called {name!r}. Known: {', '.join(sorted(known))}.")


class UnknownActor(AcquisError):
    """A name that means no state, organisation or organ that is known, or several."""

    exit_code = 2

    def __init__(self, name: str, near: Iterable[str]) -> None:
        asked = name if len(name) <= 120 else f"{name[:120]}…"
        hint = " or ".join(map(repr, near))
        told = (
            f"Did you mean {hint}?"
            if hint
            else "A code (sco, un/SC, KAZ) or a name would: `acquis register names NAME`."
        )
        super().__init__(f"Nobody is known by the name {asked!r}. {told}")


class NotHeld(AcquisError):
    """Nothing the archive holds answers to that address or name."""

    exit_code = 3


class Ambiguous(AcquisError):
    """Several documents answer to that name; `candidates` are their addresses."""

    exit_code = 4

    def __init__(self, asked: str, candidates: Iterable[str]) -> None:
        self.candidates = tuple(candidates)
        listed = "\n  ".join(self.candidates)
        super().__init__(f"{asked!r} is the name of {len(self.candidates)} documents; say which:\n  {listed}")


class Unreadable(AcquisError):
    """A file could not be read as a document."""

    exit_code = 5


class TooLarge(Unreadable):
    """A file passes a limit; the message names the limit and the option that raises it."""


class ArchiveBusy(AcquisError):
    """Another process is writing to this archive."""

    exit_code = 6


class ArchiveDamaged(AcquisError):
    """The archive cannot be opened as it is."""

    exit_code = 7


class TooNew(AcquisError):
    """The archive was written by a newer acquis than this one."""

    exit_code = 8


class BadQuery(AcquisError):
    """A search was asked for that cannot be read."""

    exit_code = 2


class BadEdit(AcquisError):
    """A correction was asked for that does not fit the document."""

    exit_code = 2


class BadFact(AcquisError):
    """A fact kept by hand cannot be taken as it stands; the message names file and line."""

    exit_code = 5
