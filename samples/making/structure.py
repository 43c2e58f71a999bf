"""What a reader should find in a document: its paragraphs by kind, its headings, its record fields."""

from __future__ import annotations

from collections import Counter

from making.master import Block, Kind, Master

TREATIES = ("charter", "protocol", "convention")
RESOLVING = ("resolution", "decision", "draft")
COPIED = ("kind", "organ", "place", "date", "language", "symbol")


def structure(master: Master) -> dict[str, object]:
    """One row of `structure.json`."""
    kinds = paragraph_kinds(master)
    fields: dict[str, object] = {"work": master.name.partition(".")[0], "title": master.title}
    fields |= {name: master.fields[name] or None for name in COPIED}
    fields["format"] = master.fields["file"].partition(".")[2]
    fields["encoding"] = master.fields.get("encoding", "utf-8" if fields["format"] in ("txt", "html") else None)
    fields["paragraphs"] = len(kinds)
    fields["paragraphs_by_kind"] = dict(sorted(Counter(kinds).items()))
    return fields | _counts(master)


def paragraph_kinds(master: Master) -> list[str]:
    """The kind of every counted paragraph, in order."""
    found: list[str] = []
    opened = master.fields["kind"] != "declaration"
    seen: list[Block] = []
    for block in master.blocks:
        if block.kind is Kind.PARAGRAPH:
            found.append(_kind(block, seen, opened=opened, document=master.fields["kind"]))
            opened = opened or block.words.endswith(":")
        seen.append(block)
    return found


def _kind(block: Block, seen: list[Block], *, opened: bool, document: str) -> str:
    if any(before.kind is Kind.ANNEX for before in seen):
        return "annex"
    if not opened:
        return "enacting"
    if block.level or block.label == "-":
        return "item"
    if document == "rules":
        return "rule"
    if document in TREATIES:
        return "article" if any(before.kind is Kind.ARTICLE for before in seen) else "preambular"
    labelled, bare = ("operative", "preambular") if document in RESOLVING else ("numbered", "prose")
    return labelled if block.label else bare


def _counts(master: Master) -> dict[str, int]:
    annexes = [at for at, block in enumerate(master.blocks) if block.kind is Kind.ANNEX]
    body = master.blocks[: annexes[0]] if annexes else master.blocks
    headings = sum(block.kind is Kind.HEADING for block in body)
    articles = len(master.of(Kind.ARTICLE))
    treaty, rules = master.fields["kind"] in TREATIES, master.fields["kind"] == "rules"
    return {
        "chapters": headings if treaty else 0,
        "sections": 0 if treaty else headings,
        "articles": articles if treaty else 0,
        "rules": articles if rules else 0,
        "annexes": len(annexes),
        "footnotes": len(master.of(Kind.FOOTNOTE)),
        "tables": len(master.of(Kind.TABLE)),
        "formulas": len(master.of(Kind.FORMULA)),
        "signature_lines": len(master.of(Kind.SIGNATURE)),
        "remarks": len(master.of(Kind.REMARK)),
    }
