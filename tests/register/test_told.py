"""Events read from documents: what a sentence tells, with its words, and nothing that it does not tell."""

import pytest

from acquis.archive.keeping import document_of_prepared
from acquis.archive.preparing import prepare
from acquis.model import Document
from acquis.register.books import Named
from acquis.register.events import Act, Event
from acquis.register.told import events_in

NAMES = {
    "state:XKV": (Named("Republic of Kelvaria", "Kelvaria"),),
    "state:XOS": (Named("Oskanian Federation", "Oskania"),),
    "state:XZM": (Named("Republic of Zhumara", "Zhumara"),),
    "osr:2004-05-14/charter": (Named("Charter of the Organisation of the Seven Rivers"),),
}


def document(*paragraphs: str, title: str = "HALMOR DECLARATION of the Organisation of the Seven Rivers") -> Document:
    body = "\n\n".join(paragraphs)
    head = f"[Title] {title}\n[Place] Halmor\n[Date] June 9, 2005\n[Full text]\n\n"
    prepared = prepare(f"{head}{body}\n".encode(), "halmor.txt")
    return document_of_prepared(prepared, prepared.catalogued.address)


OPENING = "The Heads of State of the Organisation of the Seven Rivers, meeting in Halmor, declare the following:"


def told(*paragraphs: str) -> list[Event]:
    return [each for each in events_in(document(OPENING, *paragraphs), NAMES) if each.act is not Act.ADOPTED]


def plain(event: Event) -> tuple[str, ...]:
    fields = (event.act.value, event.actor, event.object, event.role, str(event.on or ""), event.value or event.place)
    return tuple(each for each in fields if each)


SENTENCES = [
    (
        "The observer States – Kazakhstan and Mongolia – took part in the session.",
        [
            ("observed", "state:KAZ", "org:osr", "observer", "2005-06-09"),
            ("observed", "state:MNG", "org:osr", "observer", "2005-06-09"),
        ],
    ),
    (
        "Today the Council of Ministers granted the status of observer to the Republic of Zhumara.",
        [
            ("admitted", "state:XZM", "org:osr", "observer", "2005-06-09"),
            ("joined", "state:XZM", "org:osr", "observer", "2005-06-09"),
        ],
    ),
    (
        "The Council of Ministers met in Drevina on 3 May 2005 and postponed the election.",
        [("met", "organ:osr/CM", "org:osr", "2005-05-03", "Drevina")],
    ),
    (
        "The Heads of State decided to admit the Republic of Zhumara as a member.",
        [("admitted", "state:XZM", "org:osr", "member", "2005-06-09")],
    ),
    (
        "Zhumara, an observer since 2003, wishes to become a member.",
        [("joined", "state:XZM", "org:osr", "observer", "2003")],
    ),
    (
        "Partner relations have been established with the African Union and ASEAN.",
        [
            ("observed", "org:au", "org:osr", "partner_organisation", "2005-06-09"),
            ("observed", "org:asean", "org:osr", "partner_organisation", "2005-06-09"),
        ],
    ),
    (
        "Zhumara deposited its instrument of accession on 12 May 2005 and has been bound by the Charter of the "
        "Organisation of the Seven Rivers since 8 June 2005.",
        [
            ("acceded", "state:XZM", "osr:2004-05-14/charter", "2005-05-12"),
            ("entered into force", "state:XZM", "osr:2004-05-14/charter", "2005-06-08"),
        ],
    ),
    (
        "The Charter of the Organisation of the Seven Rivers entered into force on 1 March 2005.",
        [("entered into force", "osr:2004-05-14/charter", "2005-03-01")],
    ),
    (
        "The Oskanian Federation dissociates itself from this Declaration.",
        [("dissociated", "state:XOS", "osr:2005-06-09/halmor-declaration", "2005-06-09")],
    ),
    (
        "The Republic of Zhumara has associated itself with this Declaration.",
        [("associated", "state:XZM", "osr:2005-06-09/halmor-declaration", "2005-06-09")],
    ),
    (
        "Since 12 June 2003 the capital, formerly Almaty, bears the name of Astana.",
        [("renamed", "place:almaty", "2003-06-12", "Astana")],
    ),
    (
        "They value the memorandum with ASEAN, signed today.",
        [("joined", "org:asean", "org:osr", "partner_organisation", "2005-06-09")],
    ),
    (
        "The seat of the African Union was transferred from Cairo to Addis Ababa with effect from 1 January 2004.",
        [("seated", "org:au", "org:au", "2004-01-01", "Addis Ababa")],
    ),
    (
        "Regular meetings of ministers of culture, health and transport were held.",
        [
            ("noted", "organ:osr/ministers-of-culture", "org:osr", "meets", "2005-06-09"),
            ("noted", "organ:osr/ministers-of-health", "org:osr", "meets", "2005-06-09"),
            ("noted", "organ:osr/ministers-of-transport", "org:osr", "meets", "2005-06-09"),
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_sentence_tells_what_happened(sentence, expected):
    assert expected == [plain(each) for each in told(sentence)]


SILENT = [
    "The Council of Ministers may grant the status of observer to a State that so requests.",
    "The members hope that the Republic of Zhumara will one day be a member.",
    "Kelvaria and Oskania discussed the waters of the Sarn.",
    "The next session of the Council of Heads of State will be held in Drevina in 2007.",
    "Each State may dissociate itself from a paragraph.",
    "They recall the meeting of experts in Halmor.",
    "The meeting of the Council of Ministers in Drevina on 3 May 2005 was postponed.",
    "The meeting of the Council of Ministers planned for 3 May 2005 in Drevina was cancelled.",
    "The meeting of the Council of Ministers in Drevina on 3 May 2005 did not take place.",
]


@pytest.mark.parametrize("sentence", SILENT)
def test_what_may_be_or_is_hoped_for_is_no_event(sentence):
    assert [] == told(sentence)


def test_every_event_shows_the_words_at_their_address():
    text = document(OPENING, *(sentence for sentence, _ in SENTENCES))
    found = [each for each in events_in(text, NAMES) if each.act is not Act.ADOPTED]

    assert found
    assert all(each.proof.quotation == text.words(each.proof.address) for each in found)
    assert all(each.proof.method.startswith("rule:") for each in found)


def test_a_claim_of_compliance_is_noted_and_proves_no_obligation():
    (found,) = told("In strict compliance with the Charter of the Organisation of the Seven Rivers, they act together.")

    assert ("noted", "group:osr/members", "osr:2004-05-14/charter", "invoked as basis", "2005-06-09") == plain(found)


def test_what_is_to_be_carried_out_was_signed_all_the_same():
    words = "They will carry out the Charter of the Organisation of the Seven Rivers, signed in Halmor on 14 May 2004."
    found = [plain(each) for each in events_in(document(OPENING, words), NAMES)]

    assert ("adopted", "osr:2004-05-14/charter", "2004-05-14", "Halmor") in found


def test_nothing_is_taken_from_a_draft():
    head = "[Title] DRAFT DECLARATION of the Organisation of the Seven Rivers\n[Date] June 9, 2005\n[Full text]\n\n"
    words = f"{head}{OPENING}\n\nThe observer States – Kazakhstan and Mongolia – took part.\n"
    prepared = prepare(words.encode(), "draft.txt")
    text = document_of_prepared(prepared, prepared.catalogued.address)

    assert "draft" == text.record.value("kind")
    assert [] == list(events_in(text, NAMES))
