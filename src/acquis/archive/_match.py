"""What was asked for, as a query of the index."""

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from acquis.archive._asked import Between, Every, Fact, Near, Node, Not, Some, Way, Words


def clauses(node: Node, schema: Any) -> list[tuple[Any, Any]]:
    """The node as clauses that must or must not hold."""
    import tantivy

    parts = node.parts if isinstance(node, Every) else (node,)
    made = [
        (tantivy.Occur.MustNot, matching(part.part, schema))
        if isinstance(part, Not)
        else (tantivy.Occur.Must, matching(part, schema))
        for part in parts
    ]
    if all(isinstance(part, Not) for part in parts):
        made.append((tantivy.Occur.Must, tantivy.Query.all_query()))
    return made


def matching(node: Node, schema: Any) -> Any:
    """The query of the index for a node."""
    import tantivy

    query = tantivy.Query
    if isinstance(node, Words):
        return _some(_way(way, node.field, schema) for way in node.ways)
    if isinstance(node, Near):
        pairs = itertools.pairwise(node.places)
        return query.boolean_query([(tantivy.Occur.Must, _near(one, two, node, schema)) for one, two in pairs])
    if isinstance(node, Fact):
        return _some(_fact(f"{node.name}={value}", schema) for value in node.values)
    if isinstance(node, Between):
        return query.range_query(schema, "day", tantivy.FieldType.Unsigned, node.first, node.last)
    if isinstance(node, Some):
        return _some(matching(part, schema) for part in node.parts)
    return query.boolean_query(clauses(node, schema))


def _some(found: Iterable[Any]) -> Any:
    import tantivy

    listed = list(found)
    return listed[0] if len(listed) == 1 else tantivy.Query.boolean_query([(tantivy.Occur.Should, q) for q in listed])


def _way(way: Way, field: str, schema: Any) -> Any:
    """One word, the beginning of one, or several side by side."""
    import tantivy

    query = tantivy.Query
    if len(way) == 1:
        return (
            query.regex_query(schema, field, _pattern(way[0]))
            if way[0].endswith("*")
            else query.term_query(schema, field, way[0])
        )
    if any(word.endswith("*") for word in way):
        return query.regex_phrase_query(schema, field, [_pattern(word) for word in way])
    return query.phrase_query(schema, field, list(way))


def _fact(fact: str, schema: Any) -> Any:
    import tantivy

    if fact.endswith("*"):
        return tantivy.Query.regex_query(schema, "facts", _pattern(fact))
    return tantivy.Query.term_query(schema, "facts", fact)


def _pattern(word: str) -> str:
    begun = word.endswith("*")
    return _SPECIAL.sub(r"\\\g<0>", word.removesuffix("*")) + (".*" if begun else "")


_SPECIAL: Final = re.compile(r"[\\.+*?()|\[\]{}^$#&~-]")


# The index counts moves, not words between, and misses some of three words or more (tried in 0.27): so two words at a
# time, in both orders, which gives "at most so many others between them" exactly.


def _near(one: Sequence[str], two: Sequence[str], node: Near, schema: Any) -> Any:
    pairs = [(a, b) for a in one for b in two]
    if len(pairs) > _FEW and not set(one) & set(two):
        return _some(_apart([_either(a), _either(b)], node, schema) for a, b in ((one, two), (two, one)))
    ordered = [(a, b) for pair in pairs for a, b in (pair, pair[::-1])]
    return _some(_repeated(a, node, schema) if a == b else _apart([a, b], node, schema) for a, b in ordered)


_FEW: Final = 12
"""So many pairs of forms are looked for one by one; the index takes longer to gather the places of many words."""


def _either(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(_pattern(word) for word in words)})"


def _apart(words: list[str], node: Near, schema: Any) -> Any:
    import tantivy

    if not any(word.startswith("(?:") or word.endswith("*") for word in words):
        return tantivy.Query.phrase_query(schema, node.field, [*words], slop=node.apart)
    patterns = [word if word.startswith("(?:") else _pattern(word) for word in words]
    return tantivy.Query.regex_phrase_query(schema, node.field, [*patterns], slop=node.apart)


def _repeated(word: str, node: Near, schema: Any) -> Any:
    """The same word twice: one phrase for every distance, as the index takes one occurrence for both."""
    import tantivy

    ahead = range(1, node.apart + 2)
    if word.endswith("*"):
        make, text = tantivy.Query.regex_phrase_query, _pattern(word)
    else:
        make, text = tantivy.Query.phrase_query, word
    return _some(make(schema, node.field, [(0, text), (distance, text)]) for distance in ahead)
