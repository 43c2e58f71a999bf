"""Feeds: what is new, and where a wording goes; of public documents alone, with names that never change."""

import shutil

import pytest
from lxml import etree

from tests.doors.web.conftest import KEY, client

NAMES = {"a": "http://www.w3.org/2005/Atom"}
P3 = "osr:2007-09-18/drevina-declaration@en-x-unstated#p3"
LATER = """[Title] Sandpiper Declaration
[Date] July 2, 2019
[Source] A test.

[Full text]

1. The sandpiper stands at the head of this text.

2. {words}
"""


def read(room, path, **query):
    answer = room.get(path, params=query)
    assert (200, "application/atom+xml; charset=utf-8") == (answer.status_code, answer.headers["content-type"])
    return etree.fromstring(answer.content)


def found(root, path):
    return root.xpath(path, namespaces=NAMES)


@pytest.mark.parametrize(("path", "query"), [("/feed.atom", {}), ("/feed/wording.atom", {"of": P3})])
def test_a_feed_has_all_that_the_standard_asks_for(path, query, outside):
    root = read(outside, path, **query)

    for name in ("id", "title", "updated", "author/a:name"):
        assert found(root, f"a:{name}")[0].text
        assert all(found(each, f"a:{name}")[0].text for each in found(root, "a:entry"))
    assert 1 == len(found(root, "a:link[@rel='self']"))
    ids = [each.text for each in found(root, "a:entry/a:id")]
    assert ids
    assert len(ids) == len(set(ids))
    came = [each.text for each in found(root, "a:entry/a:published")]
    assert came == sorted(came, reverse=True)


def test_pages_of_entries_are_there(outside):
    for path, query in (("/feed.atom", {}), ("/feed/wording.atom", {"of": P3})):
        for link in found(read(outside, path, **query), "a:entry/a:link/@href")[:5]:
            assert 200 == outside.get(link).status_code


def test_a_feed_is_narrowed_like_the_catalogue(outside):
    titles = found(read(outside, "/feed.atom", organ="CM"), "a:entry/a:category/@term")
    assert "CM" in titles
    assert "CHS" not in titles


def test_a_wording_is_followed_to_every_use_and_quoted_as_it_stands(outside):
    root = read(outside, "/feed/wording.atom", of=P3)
    words = {found(e, "a:id")[0].text: found(e, "a:content")[0].text for e in found(root, "a:entry")}

    assert P3 in words
    assert len(words) > 1
    for address, quoted in words.items():
        assert quoted == outside.get("/api/passage", params={"at": address}).json()["quote"]["words"]


@pytest.mark.parametrize(
    ("of", "status"), [("", 400), ("osr:none#p1", 404), ("<script>", 400), ("x" * 3_000, 404), ("\x00", 404)]
)
def test_what_cannot_be_followed_is_refused(of, status, outside):
    assert status == outside.get("/feed/wording.atom", params={"of": of}).status_code


@pytest.mark.parametrize("who", ["outside", "inside"])
def test_nothing_but_public_documents_leaves_whoever_asks(who, request, addresses):
    room = request.getfixturevalue(who)
    from acquis.model import Pinpoint

    assert "zebrafinch" not in room.get("/feed.atom").text.casefold()
    assert "zebrafinch" not in room.get("/feed/wording.atom", params={"of": P3}).text.casefold()
    secret = str(Pinpoint.from_url(addresses["secret"]))
    assert 404 == room.get("/feed/wording.atom", params={"of": f"{secret}#p1"}).status_code


def test_what_a_title_holds_is_never_markup(outside):
    assert "<script" not in outside.get("/feed.atom").text


def test_a_new_use_of_a_wording_is_a_new_entry_and_the_old_ones_keep_their_names(stocked, tmp_path):
    import acquis

    folder = tmp_path / "own.acquis"
    shutil.copytree(stocked, folder)
    archive = acquis.open(folder, who="desk")
    with client(folder, key=KEY) as room:
        before = found(read(room, "/feed/wording.atom", of=P3), "a:entry/a:id")
        feed = found(read(room, "/feed/wording.atom", of=P3), "a:id")[0].text
        path = tmp_path / "later.txt"
        path.write_text(LATER.format(words=archive.precedents.words(P3)), "utf-8")
        (kept,) = archive.receive([str(path)])
        hidden = found(read(room, "/feed/wording.atom", of=P3), "a:entry/a:id")
        archive.mark(kept.address, "public", because="a test")
        after = read(room, "/feed/wording.atom", of=P3)

    names = [each.text for each in found(after, "a:entry/a:id")]
    assert [each.text for each in before] == [each.text for each in hidden]
    assert {each.text for each in before} == set(names) - {f"{kept.address}#item2"}
    assert f"{kept.address}#item2" == names[0]
    assert feed == found(after, "a:id")[0].text


def test_a_document_in_the_words_of_schema_org(stocked):
    import acquis
    from acquis.web.linked import as_script, json_ld

    archive = acquis.open(stocked)
    told = json_ld(
        archive.get(P3).document, site="https://texts.example.org", publisher="Organisation of the Seven Rivers"
    )

    assert "https://texts.example.org/d/osr/2007-09-18/drevina-declaration/@en-x-unstated" == told["@id"]
    assert ("CreativeWork", "2007-09-18", "en") == (told["@type"], told["datePublished"], told["inLanguage"])
    assert "Organisation of the Seven Rivers" == told["publisher"]["name"]
    assert None not in told.values()
    harm = next(each for each in archive.list() if "Kestrel" in (each.title or ""))
    assert "<" not in as_script(json_ld(archive.get(harm.address).document))
