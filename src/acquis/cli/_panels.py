"""The commands: where each is, and in one line what it does. Help reads this alone and loads none of them."""

from typing import Final, NamedTuple


class Listed(NamedTuple):
    """A command: its module, after a colon the function in it where that is not `command`; and its summary."""

    place: str
    summary: str


PANELS: Final[dict[str, dict[str, Listed]]] = {
    "Receive and read": {
        "add": Listed("add", "Receives files: catalogued, structured, addressed, searchable."),
        "list": Listed("listing", "Lists what is held, in the order of days."),
        "show": Listed("show", "Shows a document, a part, a sentence or words."),
        "find": Listed("find", "Finds passages by their words, and says what was searched."),
        "concordance": Listed(
            "find:concordance", "Shows every place of the words in one line, the words under one another."
        ),
        "brief": Listed(
            "brief", "Tells what is new in a text, kept, changed and gone, what it cites, and what has to be looked up."
        ),
        "serve": Listed("serve", "Serves the reading room until Ctrl-C."),
        "mcp": Listed("mcp", "Answers an assistant over the Model Context Protocol, until it closes the line."),
        "demo": Listed("demo", "Shows what acquis does, on documents of an organisation that does not exist."),
    },
    "Agreed language": {
        "precedents find": Listed(
            "precedents.find", "Finds what was agreed before in these words: the same, adapted, or a clause of it."
        ),
        "precedents diff": Listed(
            "precedents.diff", "Shows word by word what changed from one passage to another, and flags what matters."
        ),
        "precedents variants": Listed(
            "precedents.variants",
            "Lays the wordings of one passage under one another: what all say, and where they part.",
        ),
        "precedents lineage": Listed(
            "precedents.lineage",
            "Follows a passage through the years: carried, adapted, split, merged; first and last use, wordings.",
        ),
        "precedents certificate": Listed(
            "precedents.certificate",
            "Searches every passage for a formula and certifies the result: nothing left out, the scope declared.",
        ),
        "precedents provenance": Listed(
            "precedents.provenance",
            "Tells of every sentence where it comes from: verbatim, adapted, a formula, or no earlier wording held.",
        ),
    },
    "Who was what": {
        "who": Listed("register.who", "Says who held which role in an organisation or an organ on a day."),
        "assent": Listed("register.assent", "Says who assented to a passage or a phrase: a table of states and texts."),
    },
    "Organs, instruments, names": {
        "instruments list": Listed("register.instruments", "Lists instruments with their state on a day."),
        "instruments show": Listed(
            "register.instruments:show",
            "Shows what an instrument was on a day, and what each state was to it: the status table.",
        ),
        "instruments missing": Listed(
            "register.instruments:missing",
            "Says whose consent an instrument lacked on a day before it could enter into force.",
        ),
        "instruments feed": Listed(
            "register.instruments:feed",
            "Lists signatures, consents, reservations and entries into force in the order of days.",
        ),
        "instruments cited": Listed(
            "register.instruments:cited",
            "Lists the instruments that a document cites, with the state of each on the day of the document.",
        ),
        "register events": Listed(
            "register.facts", "Lists what happened and was observed, with source, certainty and the day it was learned."
        ),
        "register organs": Listed(
            "register.facts:organs",
            "Lists the organs and meetings of an organisation with kind, seat and competence on a day.",
        ),
        "register names": Listed("register.facts:names", "Says whom a name means; where several, all of them."),
        "register mentions": Listed("register.facts:mentions", "Lists whom and what a document names."),
        "register check": Listed(
            "register.facts:check", "Checks facts that are kept by hand, and names file and line of each slip."
        ),
        "register rules": Listed(
            "register.procedure",
            "Lists the rules of procedure of an organ on a day, each with its article and source.",
        ),
        "register admission": Listed(
            "register.procedure:admission",
            "Goes through a procedure of admission step by step: what is done, what comes next, what is still owed.",
        ),
        "register export": Listed(
            "register.facts:export", "Writes who was what: Popolo JSON, a GraphML graph, or a plot of statuses."
        ),
    },
    "What became of it": {
        "status": Listed("status", "Shows where the archive is, what it holds, and its limits."),
        "report": Listed("log:report", "Says what became of every file that was received."),
        "log": Listed("log", "Shows the custody log: who did what, when and why."),
        "check": Listed("status:check", "Checks that every file, text and address is as it was kept."),
    },
    "Correct": {
        "correct": Listed("correct", "Corrects a field of the record, beside what the source states."),
        "join": Listed("correct:join", "Joins two paragraphs that are one in the document."),
        "split": Listed("correct:split", "Splits one paragraph into two."),
        "relate": Listed("correct:relate", "Says how two documents belong together."),
        "rename": Listed("correct:rename", "Gives a work another address; the old one leads to it for ever."),
        "note": Listed("correct:note", "Adds a note to a document or a place in it."),
        "mark": Listed("correct:mark", "Marks a document public, internal or restricted."),
        "withdraw": Listed("correct:withdraw", "Withdraws a document: it is no longer found, nothing of it is lost."),
        "undo": Listed("correct:undo", "Takes a correction back by another entry; both stay in the log."),
        "edits": Listed("correct:edits", "Lists corrections and notes with who made them, when and why."),
    },
    "Keep and hand on": {
        "export": Listed("export", "Writes documents in an open form, or the whole archive."),
        "publish": Listed(
            "publish",
            "Writes public pages of the reading room as a folder, or one file that needs neither acquis nor a network.",
        ),
        "import": Listed(
            "export:import_",
            "Reads a whole export into an empty archive: the same addresses, corrections and releases.",
        ),
        "release": Listed("release", "Names the archive as it stands, with a number and a hash that can be cited."),
        "releases": Listed("release:releases", "Lists the releases."),
        "since": Listed(
            "since",
            "Tells what changed since a release: texts that came and went, corrections and notes, facts learned.",
        ),
        "dossier": Listed(
            "dossier",
            "Collects passages, diffs, certificates and tables in a dossier with notes, hashes and the release.",
        ),
        "backup": Listed("release:backup", "Copies the archive whole, as it stands at one moment."),
        "reread": Listed(
            "reread",
            "Reads documents again with today's rules and all corrections; addresses once given keep their words.",
        ),
    },
    "Help": {
        "help": Listed("help", "Explains exit codes, addresses, the archive, or a command."),
        "codebook": Listed("codebook", "Says what every field of every table means."),
        "completion": Listed("completion", "Prints the completion script of a shell."),
    },
}
"""The commands by what they are for, in the order of the help."""
