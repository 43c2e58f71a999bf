"""`acquis find` and `acquis concordance`: where words stand in what is held."""

from typing import TYPE_CHECKING

import click

from acquis.cli._options import filters, forms, release, verb

if TYPE_CHECKING:
    pass


@verb(
    "find",
    ("acquis find water security", "Passages with these words, in all their forms"),
    ("acquis find '\"early warning\" AND floods' --year 2010 --json", "A phrase and a word, in one year"),
)
@click.argument("words", nargs=-1, required=True, help='Words, "a phrase", AND, OR, NOT, secur*.')
@filters
@click.option("--exact", is_flag=True, help="These words only, without other spellings and forms.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=10, show_default=True, help="How many to show.")
@click.option("--offset", type=click.IntRange(0), default=0, help="How many to pass over.")
@release
@forms("json", "csv")
def command(
    words: tuple[str, ...], exact: bool, limit: int, offset: int, release: str | None, form: str, **chosen: str | None
) -> None:
    """Finds passages by their words, the best first."""
    raise NotImplementedError


@verb(
    "concordance",
    ("acquis concordance sovereignty", "Every place of a word, with what stands around it"),
    ("acquis concordance 'mutual trust' --organisation osr --csv", "The same as a spreadsheet"),
)
@click.argument("words", nargs=-1, required=True, help="A word or a phrase.")
@filters
@release
@forms("json", "csv")
def concordance(words: tuple[str, ...], release: str | None, form: str, **chosen: str | None) -> None:
    """Shows every place of the words in one line, the words under one another."""
    raise NotImplementedError
