"""Verbs that are changed for one another in planted edits, by language."""

VERBS: dict[str, tuple[str, ...]] = {
    "en": (
        *("shall", "should", "will", "may", "must", "urges", "requests", "decides", "calls upon", "encourages"),
        *("welcomes", "reaffirms", "recalls", "recognizes", "notes", "invites", "support", "supports", "reaffirming"),
        *("ensure", "promote", "consider", "strengthen", "recalling", "welcoming", "noting", "provide", "provides"),
    ),
    "fr": (
        *("doit", "doivent", "peut", "peuvent", "devra", "pourra", "reconnaissent", "est", "sont", "a", "ont"),
        *("décide", "prie", "réaffirme", "rappelle", "assurer", "promouvoir", "favoriser", "exercer", "prendre"),
    ),
    "ru": (
        *("должен", "должна", "должны", "может", "могут", "имеет", "имеют", "является", "подтверждают", "призывают"),
        *("поддерживают", "обязуются", "принимает", "решает", "содействовать", "обеспечивать", "осуществлять"),
    ),
    "zh": ("应", "得", "须", "可", "有权", "促进", "加强", "支持", "重申", "确认", "保障", "实施", "决定", "规定"),
    "ja": (
        "有する",
        "できる",
        "ならない",
        "認める",
        "促進",
        "支持",
        "確認",
        "保障",
        "与える",
        "受ける",
        "行う",
        "定める",
    ),
}
"""What a changed verb is drawn from: modals, operative verbs and common verbs of undertakings."""
