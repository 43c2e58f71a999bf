"""Corrections in place: joined, split, noted and taken back on the page of the document, and no address is lost."""

import re
import shutil

import pytest

from acquis.archive.corrections import RELATIONS
from acquis.web.mending import RELATED
from acquis.web.urls import place
from tests.doors.web.conftest import CHROMIUM, KEY, client

HALMOR = "osr:2005-06-09/halmor-declaration@en-x-inland"
PAGE = place(HALMOR)
NUMBERED = "osr:OSR/CM/RES/2011/3@en"


@pytest.fixture
def desk(stocked, tmp_path):
    """Somebody who entered a room of their own."""
    shutil.copytree(stocked, tmp_path / "own.acquis")
    with client(tmp_path / "own.acquis", key=KEY) as asked:
        asked.get("/enter", params={"key": KEY})
        yield asked


@pytest.fixture(scope="module")
def still(stocked, tmp_path_factory):
    """The same, where nothing that is sent is entered."""
    folder = tmp_path_factory.mktemp("still") / "own.acquis"
    shutil.copytree(stocked, folder)
    with client(folder, key=KEY) as asked:
        asked.get("/enter", params={"key": KEY})
        yield asked


def sent(desk, verb, at=HALMOR, **more):
    """What a form of the page sends; the answer is the page that it leads to."""
    told = {"verb": verb, "at": at, "because": "it says so", "show": "place", "then": f"{PAGE}?correct=p5", **more}
    return desk.post("/entries", data={**told, "_csrf_token": desk.cookies["csrftoken"]})


def parts(desk, path=PAGE):
    return {each["path"]: each["words"] for each in desk.get(f"{path}", headers=JSON).json()["parts"]}


JSON = {"accept": "application/json"}


def panel(desk, correct, path=PAGE):
    return desk.get(path, params={"correct": correct}, headers=JSON).json()["mending"]


def test_two_paragraphs_are_joined_and_both_addresses_lead_to_the_one(desk):
    before = parts(desk)
    offered = panel(desk, "p8")
    page = sent(desk, "join", offered["address"], second=offered["following"])

    joined = f"{before['p8']} {before['p9']}"
    assert joined in parts(desk).values()
    assert re.search(r"entered=\d+&at=p8-1#p8-1", str(page.url))
    assert "Entered as number" in page.text
    for old in ("p8", "p9"):
        assert before[old] == desk.get(f"{PAGE}/{old}", headers=JSON).json()["words"]
        assert "was read again" in desk.get(f"{PAGE}/{old}").text


def test_a_paragraph_is_split_at_a_sentence(desk):
    before = parts(desk)
    offered = panel(desk, "p5")
    (second,) = offered["breaks"]
    sent(desk, "split", offered["address"], hash=offered["hash"], **{"from": second["at"]})
    after = list(parts(desk).values())

    assert 2 == second["sentence"]
    whole = before["p5"]
    assert whole[: second["at"]].rstrip() in after
    assert whole[second["at"] :] in after
    assert " ".join(whole.split()) == " ".join(desk.get(f"{PAGE}/p5", headers=JSON).json()["words"].split())


def test_a_paragraph_is_split_at_words_that_were_chosen(desk):
    before = parts(desk)["p5"]
    start = before.index("thank the Secretary-General")
    offered = panel(desk, f"p5~{start}-{start + 5}")

    assert [(start, None), (before.index("They note"), 2)] == [
        (each["at"], each["sentence"]) for each in offered["breaks"]
    ]
    sent(desk, "split", offered["address"], hash=offered["hash"], **{"from": start})
    assert "The Heads of State" in parts(desk).values()


@pytest.mark.parametrize("verb", ["join", "split"])
def test_what_was_done_is_taken_back_in_place(verb, desk):
    before, offered = parts(desk), panel(desk, "p5")
    more = {"second": offered["following"], "hash": offered["hash"], "from": offered["breaks"][0]["at"]}
    page = sent(desk, verb, offered["address"], **more)
    assert parts(desk) != before
    number = re.search(r'name="number" value="(\d+)"', page.text)[1]
    page = sent(desk, "undo", f"{HALMOR}#p5", number=number)

    assert f"Entry {number} is taken back." in page.text
    assert before == parts(desk)


def test_a_note_is_entered_and_taken_back_on_the_page_of_its_document(desk):
    page = sent(desk, "note", f"{HALMOR}#p5", text="Ask <i>the hydrologists</i>.")

    assert "Ask &lt;i&gt;the hydrologists&lt;/i&gt;." in page.text
    (entry,) = (each for each in desk.get(PAGE, headers=JSON).json()["entered"] if each["verb"] == "note")
    assert (f"{HALMOR}#p5", "desk", "it says so") == (entry["address"], entry["who"], entry["because"])
    assert 'name="verb" value="undo"' in desk.get(f"{PAGE}/p5/margin").text
    sent(desk, "undo", entry["address"], number=entry["number"])
    assert "hydrologists" not in desk.get(PAGE).text


def test_a_paragraph_with_a_printed_number_stays_by_itself(desk):
    offered = panel(desk, "op1", place(NUMBERED))

    assert ("", "The next paragraph has a printed number, and stays by itself.") == (
        offered["following"],
        offered["apart"],
    )


def test_of_two_paragraphs_with_the_same_words_the_one_that_is_meant_is_corrected(desk, tmp_path):
    twice = "The rivers are one. They ask for patience."
    (tmp_path / "twice.txt").write_text(f"[Title] Twice Declaration\n\n[Full text]\n\n{twice}\n\nApart.\n\n{twice}\n")
    archive = desk.app.state["room"].archive
    (kept,) = archive.receive([str(tmp_path / "twice.txt")])
    page = place(str(kept.address))
    last, said = panel(desk, "p3", page), twice.split(". ")
    done = sent(desk, "split", last["address"], hash=last["hash"], **{"from": last["breaks"][0]["at"]})

    assert 200 == done.status_code
    assert [twice, "Apart.", f"{said[0]}.", said[1]] == words_of(archive, kept)

    apart = panel(desk, "p2", page)
    sent(desk, "join", apart["address"], second=apart["following"])
    assert [twice, f"Apart. {said[0]}.", said[1]] == words_of(archive, kept)


def words_of(archive, kept):
    """The paragraphs of a text in their order."""
    document = archive.get(str(kept.address)).document
    return [part.span.of(document.text) for part in document.paragraphs]


def test_a_place_that_was_chosen_in_another_text_means_nothing(desk):
    first, second = panel(desk, "p5"), panel(desk, "p8")
    sent(desk, "join", second["address"], second=second["following"])
    refused = sent(desk, "split", first["address"], hash=first["hash"], **{"from": first["breaks"][0]["at"]})

    assert 400 == refused.status_code
    assert "was read again since the page was made" in refused.text


@pytest.mark.parametrize(
    "more",
    [
        {"from": "0"},
        {"from": "1"},
        {"from": "-1"},
        {"from": "9" * 400},
        {"from": "²"},
        {"from": ""},
        {"verb": "join", "second": f"{HALMOR}#p11"},
        {"verb": "join", "second": "<script>"},
        {"verb": "join", "second": ""},
        {"verb": "relate", "value": "cousin", "other": NUMBERED},
        {"verb": "rename", "value": "Two Words"},
        {"verb": "withdraw"},
        {"verb": "undo", "number": "9" * 400},
        {"because": " "},
    ],
    ids=lambda more: " ".join(f"{name}={value:.12}" for name, value in more.items()),
)
def test_what_cannot_be_entered_is_refused_and_nothing_changes(more, still):
    before, offered = still.get(PAGE, headers=JSON).headers["etag"], panel(still, "p5")
    told = {"verb": "split", "from": offered["breaks"][0]["at"], "hash": offered["hash"], **more}
    refused = sent(still, told.pop("verb"), offered["address"], **told)

    assert 400 <= refused.status_code < 500
    assert before == still.get(PAGE, headers=JSON).headers["etag"]


def test_the_record_is_marked_related_and_renamed_in_place(desk):
    sent(desk, "mark", value="internal", rights="All rights reserved.")
    sent(desk, "relate", value="implements", other=NUMBERED)
    page = sent(desk, "rename", value="halmor-appeal")
    head = desk.get(PAGE, headers=JSON).json()["head"]

    assert "osr:2005-06-09/halmor-appeal@en-x-inland" == head["address"]
    assert ("internal", "All rights reserved.") == (head["marking"], head["rights"])
    assert "/d/osr/2005-06-09/halmor-appeal/@en-x-inland?entered=" in str(page.url)
    assert "implements" in page.text


def test_every_relation_of_the_archive_is_offered():
    assert set(RELATIONS) == set(RELATED)


@pytest.mark.parametrize("query", ["", "?correct=p5", "?entered=1&undone=3", "?correct=p5~0-4"])
def test_nobody_else_is_offered_a_form_or_told_what_was_entered(query, outside):
    page = outside.get(PAGE + query).text

    assert 'action="/entries"' not in page
    assert "Entered here" not in page
    assert "taken back" not in page
    assert not outside.get(PAGE + query, headers=JSON).json()["entered"]


@pytest.mark.parametrize(
    "query",
    [
        "correct=<script>",
        "correct=" + "9" * 900,
        "correct=p5..p9",
        "correct=%00",
        "correct=p99",
        "entered=x&undone=%C2%B2",
    ],
)
def test_a_strange_question_is_a_plain_page(query, inside):
    answer = inside.get(f"{PAGE}?{query}")

    assert answer.status_code in (200, 400, 404)
    assert "<script>" not in answer.text.replace('<script type="application/ld+json">', "")


def test_the_past_is_not_corrected(desk):
    archive = desk.app.state["room"].archive
    archive.release("before")

    page = desk.get(PAGE, params={"release": "before", "correct": "p5"}).text
    assert 'action="/entries"' not in page


# --- in a browser --------------------------------------------------------------------------------------------------


@pytest.fixture
def own(stocked, tmp_path):
    """The address of a room that may be written to."""
    import acquis
    from acquis.web.app import room
    from acquis.web.security import Limits
    from acquis.web.serving import running

    shutil.copytree(stocked, tmp_path / "own.acquis")
    app = room(acquis.open(tmp_path / "own.acquis", who="desk"), key=KEY, limits=Limits(requests=None))
    with running(app) as address:
        yield address.rstrip("/")


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_correction_is_made_and_taken_back_without_leaving_the_document(scripts, own, browser):
    page = browser.new_context(base_url=own, java_script_enabled=scripts).new_page()
    page.goto(f"/enter?key={KEY}")
    page.goto(f"{PAGE}#p5")
    page.locator("#p5 .mend-link").click()
    split = page.locator(".mend form", has=page.get_by_role("button", name="Split"))
    split.get_by_label("Why").fill("two paragraphs in print")
    split.get_by_role("button", name="Split").click()

    assert page.get_by_role("status").get_by_text("Entered as number").is_visible()
    assert "The Heads of State thank the Secretary-General" in page.locator("#p5-1, #p5").first.inner_text()
    page.locator(".done").get_by_role("button", name="Take back").click()
    assert page.get_by_role("status").get_by_text("is taken back").is_visible()
    assert page.locator("#p5 .s").count() == 2
    page.context.close()


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")
def test_words_are_chosen_and_corrected_by_key_alone(own, browser):
    page = browser.new_context(base_url=own).new_page()
    page.goto(f"/enter?key={KEY}")
    page.goto(PAGE)
    while "thank the Secretary" not in page.locator(".part.here").all_inner_texts()[0:1].__str__():
        page.keyboard.press("j")
    page.keyboard.press("s")
    page.keyboard.press("s")
    assert "They note" == page.evaluate("getSelection().toString()")[:9]
    page.keyboard.press("m")
    assert page.evaluate("document.activeElement.closest('#chosen') !== null")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.closest('#chosen') === null")
    page.keyboard.press("m")
    for _ in range(8):
        if page.evaluate("document.activeElement.textContent") == "Correct or note":
            break
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url("**correct=p5~**")
    assert "sentence 2" in page.locator(".mend fieldset").inner_text()
    page.context.close()


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")
@pytest.mark.parametrize("width", [1280, 390])
def test_the_forms_shut_nobody_out_and_fit_their_window(width, own, browser):
    from axe_playwright_python.sync_playwright import Axe

    view = {"width": width, "height": 900}
    context = browser.new_context(base_url=own, viewport=view, color_scheme="dark", bypass_csp=True)
    page = context.new_page()
    page.goto(f"/enter?key={KEY}")
    for path in (f"{PAGE}?correct=p5", f"{PAGE}?entered=1", f"{PAGE}/p5", f"{PAGE}/compare", "/left"):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        page.locator("details.enter").evaluate_all("all => all.forEach((each) => { each.open = true; })")
        found = Axe().run(page)
        assert 0 == found.violations_count, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
