"""The number of a list item as a page or a word processor prints it."""

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_HAN = "〇一二三四五六七八九"
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
_ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
_DEVANAGARI = "०१२३४५६७८९"
_INDIC_ARABIC = "٠١٢٣٤٥٦٧٨٩"


def roman(number: int) -> str:
    """Lower-case Roman numerals; plain digits where there are none.

    >>> roman(14), roman(0)
    ('xiv', '0')
    """
    if not 0 < number < 4000:
        return str(number)
    letters = ""
    for value, sign in _ROMAN:
        letters += sign * (number // value)
        number %= value
    return letters


def letters(number: int) -> str:
    """Letters as browsers count: a … z, then aa, ab.

    >>> letters(2), letters(27)
    ('b', 'aa')
    """
    found = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        found = chr(97 + rest) + found
    return found or "0"


def doubled(number: int, alphabet: str = "abcdefghijklmnopqrstuvwxyz") -> str:
    """Letters as word processors count: a … z, then aa, bb.

    >>> doubled(2), doubled(28)
    ('b', 'bb')
    """
    if not 0 < number <= 20 * len(alphabet):
        return str(number)
    turns, at = divmod(number - 1, len(alphabet))
    return alphabet[at] * (turns + 1)


def han(number: int) -> str:
    """Chinese numerals as lists count: 十二, 二十一; digit by digit from a hundred on.

    >>> han(12), han(20), han(105)
    ('十二', '二十', '一〇五')
    """
    if not 0 < number < 100:
        return "".join(_HAN[int(digit)] for digit in str(abs(number)))
    tens, ones = divmod(number, 10)
    return (_HAN[tens] if tens > 1 else "") + ("十" if tens else "") + (_HAN[ones] if ones else "")


def english(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    teen = 10 <= number % 100 <= 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def word_processor(number: int, style: str) -> str:
    """The number in a style of Office Open XML (`ST_NumberFormat`); digits for the styles not known here.

    >>> word_processor(3, "upperRoman"), word_processor(3, "decimalZero"), word_processor(3, "bullet")
    ('III', '03', '')
    """
    match style:
        case "lowerLetter" | "upperLetter":
            found = doubled(number)
        case "lowerRoman" | "upperRoman":
            found = roman(number)
        case "decimalZero":
            return f"{number:02}"
        case "ordinal":
            return english(number)
        case "bullet" | "none":
            return ""
        case "russianLower" | "russianUpper":
            found = doubled(number, _CYRILLIC)
        case "arabicAlpha":
            return doubled(number, _ARABIC)
        case "arabicAbjad":
            return doubled(number, _ABJAD)
        case "hindiNumbers":
            return "".join(_INDIC_ARABIC[int(digit)] for digit in str(abs(number)))
        case "chineseCounting" | "chineseCountingThousand" | "ideographDigital" | "japaneseCounting":
            return han(number)
        case "taiwaneseCounting" | "taiwaneseCountingThousand" | "koreanDigital2":
            return han(number)
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if 0 < number <= 20:
            return chr(0x245F + number)
        case "decimalFullWidth" | "decimalFullWidth2":
            return "".join(chr(0xFF10 + int(digit)) for digit in str(abs(number)))
        case "numberInDash":
            return f"- {number} -"
        case _:
            return str(number)
    return found.upper() if style.startswith("upper") or style.endswith("Upper") else found


def browser(number: int, style: str) -> str:
    """The number in a style of HTML (`type`) or CSS (`list-style-type`), with the mark that browsers print after it.

    >>> browser(4, "i"), browser(4, "lower-alpha"), browser(4, "disc")
    ('iv.', 'd.', '•')
    """
    match style:
        case "none":
            return ""
        case "disc" | "circle" | "square":
            return {"disc": "•", "circle": "◦", "square": "▪"}[style]
        case "a" | "lower-alpha" | "lower-latin":
            found = letters(number)
        case "A" | "upper-alpha" | "upper-latin":
            found = letters(number).upper()
        case "i" | "lower-roman":
            found = roman(number)
        case "I" | "upper-roman":
            found = roman(number).upper()
        case "decimal-leading-zero":
            found = f"{number:02}"
        case "lower-greek":
            found = doubled(number, _GREEK)
        case "arabic-indic":
            found = "".join(_INDIC_ARABIC[int(digit)] for digit in str(abs(number)))
        case "devanagari":
            found = "".join(_DEVANAGARI[int(digit)] for digit in str(abs(number)))
        case "cjk-ideographic" | "simp-chinese-informal" | "trad-chinese-informal" | "japanese-informal":
            return f"{han(number)}、"
        case _:
            found = str(number)
    return f"{found}."
