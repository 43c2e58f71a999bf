"""Sentences of paragraphs in many languages: `|` marks where one ends in these tests."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.structure.sentences import sentences
from evaluation.sentences import declaration

MARKED = [
    ("en", "The Council met.| It adopted a decision."),
    ("en", "See art. 5, paras. 2 and 3, of document No. 12 (vol. IV, pp. 3–9).| It is in force."),
    ("en", "Mr. Secretary, Dr. Orn and Ms. A. B. Lind spoke.| They agreed."),
    ("en", "The U.S. Government and the U.N. Office, cf. sect. 3, e.g. Annex II, i.e. the list, agreed."),
    ("en", "It moved from the U.S. The members agreed.".replace("S. The", "S.| The")),
    ("en", "Bread, salt, etc.| Members shall report."),
    ("en", "The meeting rose at 1.05 p.m.| My delegation is grateful."),
    ("en", "Recalling A/RES/61/88, S/1999/779 and A/56/3/Add.1, op. cit., p. 4; and its Rev. 2.| It ends."),
    ("en", "It decides: (a) To meet; (b) To report.| (c) The rest stays."),
    ("en", "It recalls chapter IV.| The chapter stands."),
    ("en", "It recalls Chapter V.| States shall act."),
    ("en", "IV. Title of a chapter"),
    ("en", "1. The parties agree.| 2. The parties meet."),
    ("en", "It grew by 3.5 per cent in 2010.| In 2011 it grew by 4."),
    ("en", "“Peace is near.”| The envoy left (see annex.)| He returned."),
    ("en", "They seek peace.12 The Council decides."[:16] + "12| The Council decides."),
    ("en", "They seek peace.[12]| The Council decides.³| It meets."),
    ("en", "It asked: why now?| Nobody knew!| It waited … and waited."),
    ("en", "The zone (founded in 1999. Enlarged in 2004) is open.| It grows."),
    ("en", "It may be so... or not.| Perhaps..."),
    ("en", "The States, convinced of the need, agree as follows:"),
    ("en", "They cited 38 C.F.R. § 3.102 (2014).| It applies."),
    ("en", "a missing space.The next sentence".replace(".The", ".|The")),
    ("fr", "Voir l'art. 5, al. 2, de la rés. 61/88.| Il est en vigueur."),
    ("fr", "M. Orn et Mme Lind, cf. doc. no 5, sont présents.| La séance est levée."),
    ("es", "Véase el párr. 5 del art. 2 (núm. 7).| El Excmo. Sr. Orn habló."),
    ("es", "El Sr. Orn preguntó: ¿Es así?| ¡Claro!| Sí."),
    ("ru", "См. ст. 5, п. 2, рез. 61/88 от 6 дек. 2006 г. и др. документы.| Он действует."),
    ("ru", "Встреча прошла в 2007 г.| Стороны согласились и т.д.| Это 5 млн. руб. и 3 тыс. долл."),
    ("ru", "Он живет в г. Бишкек на ул. Мира.| А. С. Орлов приехал."),
    ("zh", "会议通过了宣言。|各方同意。|“和平万岁！”|大会闭幕。"),
    ("zh", "1. 各方同意。|2．各方开会；并报告。"),
    ("ja", "会議は宣言を採択した。|「平和を望む。」と述べた。|閉会した。"),
    ("ar", "اجتمع المجلس.| هل وافق؟| نعم؛ وافق د. سامي في ص. 5."),
    ("hi", "परिषद की बैठक हुई।| उसने निर्णय लिया।"),
    ("de", "Vgl. Abs. 2 Nr. 3 und § 5.| Der Rat tagt am 5. Mai in Bonn."),
    (None, "The Council met.| Il est parti.| Он уехал."),
    ("ur", "اجلاس ہوا۔| فیصلہ ہوا۔"),
]


@pytest.mark.parametrize(("language", "marked"), MARKED)
def test_a_paragraph_is_cut_where_its_sentences_end(language: str | None, marked: str) -> None:
    text = marked.replace("|", "")

    assert [part.strip() for part in marked.split("|")] == [span.of(text) for span in sentences(text, language)]


@given(st.text(alphabet=st.sampled_from(list("ab AB.?!…。;:()[]\"'”1234\n\u00a0年月§第а")), max_size=120))
def test_every_character_is_in_one_sentence_or_is_space(text: str) -> None:
    covered = [at for span in sentences(text, "en") for at in range(span.start, span.end)]

    assert sorted(set(covered)) == covered
    assert "" == "".join(letter for at, letter in enumerate(text) if at not in set(covered)).strip()
    assert all(span.of(text).strip() == span.of(text) for span in sentences(text, "en"))


@pytest.mark.parametrize("hostile", [". " * 50000, "(" * 50000 + ".", "A. (B. " * 20000, "." * 100000, "\n" * 100000])
def test_hostile_texts_take_no_longer_than_long_ones(hostile: str) -> None:
    began = time.process_time()
    sentences(hostile, "en")

    assert time.process_time() - began < 5


def test_the_sentences_of_the_declaration_are_those_that_people_marked(shared: Path) -> None:
    (score,) = declaration(shared)

    assert score.value == 1.0
