"""`acquis since`: what changed in the archive since a release."""

from functools import partial

import click

from acquis.cli._options import forms, opened, verb
from acquis.cli._paper import in_print
from acquis.cli._paper_files import as_file, kind_of, write
from acquis.cli._print import put


@verb(
    "since",
    ("acquis since 2026-spring", "What came, went, was corrected and learned"),
    ("acquis since 2026-spring -o since.docx", "As a Word file; .pdf, .html, .md and .json too"),
)
@click.argument("name", metavar="RELEASE", help="A release: acquis releases lists them.")
@as_file
@forms("json")
def command(*, name: str, file_kind: str | None, output: str | None, form: str) -> None:
    """Tells what changed since a release: texts that came and went, corrections and notes, facts learned."""
    from acquis.briefing.since import paper_of, since

    kind = kind_of(file_kind, output, form)
    found = since(opened(), name)
    if kind:
        write(kind, output, paper=partial(paper_of, found), data=lambda: found)
    else:
        put(in_print(paper_of(found)))
