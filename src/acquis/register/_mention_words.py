"""The common nouns that mentions are built on, in the languages of the shelf: members, heads, bodies, times."""

import enum
from collections.abc import Iterator
from typing import Final

from acquis.languages import keyed, languages


class Role(enum.StrEnum):
    """What a common noun does in a mention."""

    MEMBERS = "members"
    OBSERVERS = "observers"
    PARTNERS = "dialogue-partners"
    HEADS = "heads-of-state"
    PREMIERS = "heads-of-government"
    PARTIES = "parties"
    ARMED = "nuclear-weapon-states"
    CHIEFS = "chiefs"  # "heads of", whatever follows
    MINISTERS = "ministers"
    JURISTS = "jurists"
    BODIES = "bodies"
    HERE = "here"  # "the region"
    AREA = "area"
    ZONE = "zone"
    MEETING = "meeting"
    SESSION = "session"
    HAPPENING = "happening"
    DEFINES = "defines"
    MONTH = "month"
    YEAR = "year"
    TIME = "time"
    BODY = "body"  # a noun that names of bodies are built on
    INSTRUMENT = "instrument"
    INSTRUMENTS = "instruments"
    THEY = "they"
    PEOPLE = "people"  # who acts for a state, where the word for it stands beside: "gouvernement"


_NOUNS: Final = keyed("""
    members: member states; member state; member countries; member country; states members; participating states
    members: государств* член*; страны члены; стран членов; государств* участник*; états membres; état membre
    members: estados miembros; estado miembro; países miembros; pays membres; 成员国; 成員國; 会员国; 加盟国; 構成国
    members: الدول الأعضاء
    observers: observer states; observer state; observer countries; observers; государств* наблюдател*
    observers: états observateurs
    observers: estados observadores; 观察员国; オブザーバー国; الدول المراقبة
    dialogue-partners: dialogue partners; dialogue partner; партнер* по диалогу; partenaires de dialogue
    dialogue-partners: socios de diálogo; asociados en el diálogo; 对话伙伴; 対話パートナー; شركاء الحوار
    heads-of-state: heads of state; heads of state and government; heads of state or government; chefs d'état
    heads-of-state: chefs d'état et de gouvernement; chefs d'état ou de gouvernement; jefes de estado
    heads-of-state: jefes de estado y de gobierno; jefes de estado o de gobierno; глав* государств
    heads-of-state: глав* государств и правительств; 国家元首; 元首; رؤساء الدول; رؤساء الدول والحكومات
    heads-of-government: heads of government; prime ministers; chefs de gouvernement; jefes de gobierno
    heads-of-government: глав* правительств; 政府首脑; 政府首脳; رؤساء الحكومات
    parties: states parties; participating states; contracting parties; high contracting parties; states signatories
    parties: états parties; estados partes; государств* участник*; 缔约国; 締約国; الدول الأطراف
    nuclear-weapon-states: nuclear weapon states; nuclear weapon state; nuclear states; nuclear powers
    nuclear-weapon-states: государств* обладающ* ядерным оружием; états dotés d'armes nucléaires; ядерн* держав*
    nuclear-weapon-states: estados poseedores de armas nucleares; 核武器国家; 核兵器国; الدول الحائزة للأسلحة النووية
    chiefs: heads of; chiefs of; presidents of; chairs of; chairmen of; chairpersons of; directors of; secretaries of
    chiefs: speakers of; governors of; commanders of
    ministers: ministers; minister
    jurists: prosecutors general; attorneys general; general prosecutors; supreme judges; chief justices
    bodies: bodies; organs; structures; institutions
    here: region
    area: region; subregion
    zone: zone; zones
    meeting: meeting; summit
    session: session
    happening: events; earthquake; tsunami; war; conflict; confrontation; hostilities; fighting; crisis; disaster
    happening: catastrophe; accident; unrest; floods; tragedy; massacre; genocide; coup; bombing; attacks; earthquakes
    defines: hereinafter; hereafter; henceforth; далее; ci après; en adelante; en lo sucesivo
    defines: 以下简称; 以下簡稱; 以下称; 下称; 以下「; 以下、「; المشار إليه; المشار إليها; يشار إليها; ويشار إليها
    time: years ago; months ago; anniversary; decade; decades; century; in future; in the future; years; months; years'
    instruments: treaties; conventions; agreements; resolutions; programs; programmes; plans; instruments; documents
    instruments: strategies; protocols; declarations; statements; regulations
    people: république; royaume; confédération; fédération; república; reino; республик*; королевств*; федераци*
    people: الجمهورية; المملكة; للجمهورية; شعب
    people: gouvernement; gouvernements; autorités; peuple; délégation; présidence; président; présidente; parlement
    people: premier ministre; ministre des affaires étrangères; ministre; ambassadeur; ambassade; forces armées; partie
    people: diplomatie; côté; gobierno; gobiernos; autoridades; pueblo; delegación; presidencia; presidente; presidenta
    people: parlamento; primer ministro; ministro de relaciones exteriores; ministro de asuntos exteriores; ministro
    people: embajador; embajada; fuerzas armadas; parte; diplomacia; canciller; народ*; правительств*; власт*; сторон*
    people: делегаци*; президент*; парламент*; руководств*; премьер министр*; министр* иностранных дел; посол; посла
    people: послом; посольств*; председательств*; вооруженн* сил*; дипломати*; министр*; الحكومة; للحكومة; الشعب; للشعب
    people: السلطات; للسلطات; الجانب; الوفد; الرئيس; البرلمان; القيادة; وزير الخارجية; القوات المسلحة; السفير; الرئاسة
    they: they; ils; elles; ellos; ellas; они; 他们; 它们; 彼ら
""")


def roles() -> Iterator[tuple[str, Role]]:
    """Every common noun with what it does in a mention; a word that ends with `*` is inflected."""
    rows = ((phrase, Role(key)) for key, phrase in _pairs())
    yield from rows
    yield "年", Role.MONTH
    for entry in languages():
        if entry.spaced:
            yield from ((noun, Role.BODY) for noun in entry.names.body_nouns)
            yield from ((noun, Role.INSTRUMENT) for noun in entry.names.instrument_nouns)
            yield from ((month, Role.MONTH) for month in entry.months if len(month) > 3 or month in _SHORT_MONTHS)
    yield from ((str(year), Role.YEAR) for year in range(1900, 2100))


_SHORT_MONTHS: Final = ("may", "mai", "май", "мая", "мае", "آب")
"""Months whose whole names are short; other short forms stand in tables, and their letters in every text."""


def _pairs() -> Iterator[tuple[str, str]]:
    yield from ((key, phrase) for phrase, key in _NOUNS.items())
    yield from (("members", phrase) for phrase in ("participating states", "государств* участник*"))
