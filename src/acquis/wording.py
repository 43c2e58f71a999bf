"""Words for people: numbers with their nouns."""


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "document"), counted(1200, "passage")
    ('1 document', '1,200 passages')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
