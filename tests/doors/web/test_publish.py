"""Published copies: links that all lead somewhere, nothing that is asked of anybody, nothing that is not public."""

import asyncio
import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

import acquis
from acquis.errors import AcquisError
from acquis.web.publishing import MOST, publish
from tests.doors.web.conftest import CHROMIUM, LEFT

ADOPTED = "osr:OSR/CM/RES/2014/5"
BELOVESK = "osr:2019-06-13/belovesk-declaration"
WIDTHS = {1280: "light", 390: "dark"}


@pytest.fixture(scope="module")
def copied(stocked, tmp_path_factory):
    """An archive with a release, its copies in one file and in a folder, and what was told of them."""
    place = tmp_path_factory.mktemp("copies")
    shutil.copytree(stocked, place / "room.acquis")
    archive = acquis.open(place / "room.acquis", who="desk")
    archive.release("spring")
    held = {each.title: str(each.address) for each in archive.list()}
    wanted = [ADOPTED, next(each for title, each in held.items() if "Kestrel" in title)]
    arabic = next(each for title, each in held.items() if "إعلان" in title)
    one = publish(archive, [*wanted, arabic], str(place / "one.html"), release="spring")
    many = publish(archive, [*wanted, arabic], str(place / "many"), release="spring")
    return archive, place, one, many


def pages(place: Path) -> dict[Path, html.HtmlElement]:
    files = [place] if place.is_file() else sorted(place.rglob("*.html"))
    parser = html.HTMLParser(encoding="utf-8")
    return {each.resolve(): html.document_fromstring(each.read_bytes(), parser=parser) for each in files}


def dead(place: Path) -> list[str]:
    """Links that lead out of a copy, or to nothing in it."""
    held, found = pages(place), []
    for file, page in held.items():
        for link in map(str, page.xpath("//@href | //@src | //@action | //@poster")):
            url = urlsplit(link)
            to = (file.parent / unquote(url.path)).resolve() if url.path else file
            outside = url.scheme or url.netloc or link.startswith("/") or not to.is_file()
            if outside or (url.fragment and to in held and unquote(url.fragment) not in held[to].xpath("//@id")):
                found.append(f"{file.name}: {link}")
    return found


@pytest.mark.parametrize("name", ["one.html", "many"])
def test_every_link_leads_to_a_place_in_the_copy(name, copied):
    assert [] == dead(copied[1] / name)


@pytest.mark.parametrize("name", ["one.html", "many"])
def test_an_id_is_given_once_and_whatever_names_one_finds_it(name, copied):
    for page in pages(copied[1] / name).values():
        ids = Counter(page.xpath("//@id"))
        named = {
            one for each in page.xpath("//@aria-labelledby | //@aria-describedby | //@for") for one in each.split()
        }

        assert [] == [each for each, count in ids.items() if count > 1]
        assert named <= ids.keys()


@pytest.mark.parametrize("name", ["one.html", "many"])
def test_nothing_is_left_that_needs_a_server_or_a_script(name, copied):
    for page in pages(copied[1] / name).values():
        policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")

        assert [] == page.xpath("//form | //button | //input | //select | //textarea | //dialog | //img | //iframe")
        assert {"application/ld+json"} >= set(page.xpath("//script/@type"))
        assert len(page.xpath("//script")) == len(page.xpath("//script/@type"))
        assert [] == page.xpath("//@style | //@*[starts-with(name(), 'on')]")
        assert "default-src 'none'" in policy
        assert "script-src" not in policy


def test_one_file_has_its_style_in_it_and_the_policy_names_no_other(copied):
    page = next(iter(pages(copied[1] / "one.html").values()))

    assert [] == page.xpath("//link")
    assert "url(" not in page.xpath("string(//style)")
    assert "'unsafe-inline'" not in page.xpath("string(//meta[@http-equiv]/@content)")
    assert copied[2].bytes == (copied[1] / "one.html").stat().st_size < MOST


def test_the_brief_comes_first_then_the_text_with_its_margin(copied):
    page = next(iter(pages(copied[1] / "one.html").values()))
    sections = page.xpath("//section[@class='copy-page']/@id")

    assert ["brief1", "text2"] == sections[:2]
    assert page.xpath("//*[@id='text2']//div[@class='margin']//details[@class='known']")
    assert page.xpath("//*[@id='text2']//*[@id='text2-op1']")


def test_a_link_that_leads_out_is_a_link_no_more_and_its_words_stay(copied):
    page = next(iter(pages(copied[1] / "one.html").values()))
    away = page.xpath("//*[contains(@class, 'copy-away')]")

    assert away
    assert all(each.text_content().strip() and not each.get("href") for each in away)
    assert [] == [
        each.text for each in page.xpath("//a") if not each.get("href") and "copy-away" not in each.get("class")
    ]


@pytest.mark.parametrize("name", ["one.html", "many"])
def test_every_page_says_what_it_is_a_copy_of_and_how_that_is_verified(name, copied):
    for page in pages(copied[1] / name).values():
        foot = page.xpath("string(//footer)")

        assert "Public documents only, as of release spring (no. 1" in " ".join(foot.split())
        assert copied[0].releases()[0].hash in foot
        assert "SHA-256" in foot


def test_the_same_release_gives_the_same_bytes(copied):
    archive, place, one, _ = copied
    archive.note(BELOVESK, "came later", because="a test")
    asked = json.loads((place / "many" / "manifest.json").read_text("utf-8"))["documents"]

    assert one.sha256 == publish(archive, asked, str(place / "one.html"), release="spring").sha256


@pytest.mark.slow
def test_the_same_release_gives_the_same_folder(copied):
    archive, place, _, many = copied
    asked = json.loads((place / "many" / "manifest.json").read_text("utf-8"))["documents"]

    assert many.sha256 == publish(archive, asked, str(place / "again"), release="spring").sha256


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum here")
def test_a_folder_is_verified_by_its_sums(copied):
    told = json.loads((copied[1] / "many" / "manifest.json").read_text("utf-8"))
    subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], check=True, cwd=copied[1] / "many")

    assert ("public", "spring", 1) == (told["marking"], told["release"]["name"], told["release"]["number"])
    assert {"text", "brief", "cite"} <= {each["what"] for each in told["pages"]}


def test_pages_of_a_folder_have_their_data_beside_them(copied):
    folder = copied[1] / "many"
    texts = sorted((folder / "text").glob("*.html"))

    assert all(json.loads(each.with_suffix(".json").read_bytes())["head"]["address"] for each in texts)
    assert all(each.with_suffix(".csv").is_file() for each in texts)


def test_what_a_document_holds_is_words_and_nothing_else(copied):
    for file in ("one.html", "many"):
        for page in pages(copied[1] / file).values():
            assert [] == page.xpath("//@*[contains(., 'javascript:')][name() = 'href']")
            assert [] == page.xpath("//@onmouseover | //@onerror")
            assert not any("alert(" in (each.text or "") for each in page.xpath("//script[not(@type)]"))
    kestrel = next(page for page in pages(copied[1] / "many" / "text").values() if "kestrel" in page.text_content())
    assert "<script>alert(4)</script>" in kestrel.text_content()
    assert "<img src=x onerror=alert(3)>" in kestrel.text_content()


def test_languages_and_directions_stay(copied):
    page = next(iter(pages(copied[1] / "one.html").values()))

    assert page.xpath("//h1[@lang='ar'][@dir='rtl']")
    assert page.xpath("//div[@class='words'][@lang='ru']")
    assert page.xpath("//*[starts-with(@id, 'beside')]//*[@lang='ru']")


def test_what_is_not_public_is_refused_as_what_is_not_held(copied, tmp_path):
    archive = copied[0]
    secret = next(str(each.address) for each in archive.list() if "Zebrafinch" in (each.title or ""))
    told = []
    for asked in (secret, "file:0123456789ab"):
        with pytest.raises(AcquisError) as refused:
            publish(archive, [asked], str(tmp_path / "copy"))
        told.append((type(refused.value), str(refused.value).replace(asked, "…").replace(asked.split("@")[0], "…")))

    assert told[0] == told[1]
    assert [] == list(tmp_path.iterdir())


def test_what_acquis_did_not_publish_is_left_alone(copied, tmp_path):
    archive, asked = copied[0], [ADOPTED]
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "mine.txt").write_text("mine")
    (tmp_path / "page.html").write_text("<p>mine</p>")
    for name in ("notes", "page.html"):
        with pytest.raises(AcquisError, match="holds what acquis did not publish"):
            publish(archive, asked, str(tmp_path / name))
    publish(archive, asked, str(tmp_path / "page.html"), force=True, without=["margin", "lineage", "assent"])

    assert "mine" == (tmp_path / "notes" / "mine.txt").read_text()
    assert "acquis publish" in (tmp_path / "page.html").read_text("utf-8")


def test_no_force_takes_the_place_of_the_archive_or_of_the_folder_one_is_in(copied, monkeypatch):
    archive, place = copied[:2]
    monkeypatch.chdir(place / "many" / "text")
    for name in (place, place / "room.acquis", place / "many"):
        with pytest.raises(AcquisError, match="Name a folder of its own"):
            publish(archive, [ADOPTED], str(name), force=True)


def test_a_copy_is_made_from_a_notebook_too_where_a_loop_is_running(copied, tmp_path):
    async def cell():
        return publish(copied[0], [ADOPTED], str(tmp_path / "one.html"), without=["lineage", "assent"])

    asyncio.run(cell())

    assert [] == dead(tmp_path / "one.html")


@pytest.mark.parametrize("name", ["half.html", "half"])
def test_an_interruption_leaves_nothing(name, copied, tmp_path):
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(copied[0], [ADOPTED], str(tmp_path / name), met=stop)

    assert [] == list(tmp_path.iterdir())


def test_a_file_that_no_mail_takes_is_refused_with_what_to_leave_out(copied, tmp_path, monkeypatch):
    monkeypatch.setattr("acquis.web.publishing.single.MOST", 10_000)
    with pytest.raises(AcquisError, match=r"--without margin.*--to FOLDER"):
        publish(copied[0], [ADOPTED], str(tmp_path / "big.html"), without=["lineage", "assent"])

    assert [] == list(tmp_path.iterdir())


# --- whole archives, and a browser ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def site(copied):
    """The whole public archive as a folder, and one declaration as a file."""
    archive, place = copied[:2]
    publish(archive, [], str(place / "site"))
    publish(archive, [BELOVESK], str(place / "belovesk.html"))
    return place


@pytest.mark.slow
def test_no_byte_of_a_whole_copy_knows_of_a_restricted_draft(site, copied):
    held = [each.read_bytes().lower() for each in (site / "site").rglob("*") if each.is_file()]

    assert [] == dead(site / "site")
    assert not any(b"zebrafinch" in each for each in held)
    public = [each for each in copied[0].list() if each.marking == "public"]
    assert f"{len(public)} documents" in (site / "site" / "catalogue.html").read_text("utf-8")


@pytest.mark.slow
def test_each_sample_document_fits_in_a_mail(copied, tmp_path):
    largest = sorted(copied[0].list(), key=lambda each: -len(copied[0].get(each.address).document.text))
    for each in [one for one in largest if one.marking == "public"][:4]:
        assert MOST > publish(copied[0], [str(each.address)], str(tmp_path / "one.html")).bytes


@pytest.mark.slow
def test_an_archive_of_two_long_texts_is_one_file(shared, tmp_path):
    archive = acquis.open(tmp_path / "seeds.acquis", who="desk")
    archive.receive([str(shared / "seeds")])
    for each in archive.list():
        archive.mark(str(each.address), "public", because="a test")
    made = publish(archive, [], str(tmp_path / "seeds.html"))

    assert (2, ()) == (made.documents, made.left_out)
    assert made.bytes < MOST
    assert [] == dead(tmp_path / "seeds.html")


@pytest.fixture(params=["scripts", "no scripts"])
def offline(request, browser):
    """A page of a browser without a network, and whatever it asked for that is no file of this disk."""
    context = browser.new_context(java_script_enabled=request.param == "scripts", offline=True)
    page, asked = context.new_page(), []
    page.on("request", lambda sent: asked.append(sent.url) if not sent.url.startswith("file:") else None)
    page.on("requestfailed", lambda failed: None if failed.failure == LEFT else asked.append(failed.url))
    page.on("console", lambda line: asked.append(line.text))
    yield page
    context.close()
    assert [] == asked


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")
def test_one_file_is_read_to_its_end_without_a_network(offline, site):
    file = (site / "belovesk.html").as_uri()
    offline.goto(file)
    offline.locator("#contents").get_by_role("link", name="Text", exact=True).click()
    assert offline.url.endswith("#text2")
    offline.locator("#text2 .contents a").nth(5).click()
    assert offline.locator("#text2 .part:target").is_visible()
    offline.go_back()
    assert offline.url.endswith("#text2")
    offline.locator("#text2 .margin summary").first.click()
    assert offline.locator("#text2 .margin .known[open] .line").first.is_visible()
    for link in sorted(set(offline.locator("a[href]").evaluate_all("all => all.map(each => each.hash)")))[:60]:
        offline.goto(file + link)
        assert offline.locator(f"[id='{unquote(link[1:])}']").count() == 1


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")
def test_a_folder_is_walked_without_a_network(offline, site):
    offline.goto((site / "site" / "index.html").as_uri())
    offline.get_by_role("link", name="Catalogue", exact=True).click()
    offline.locator(".catalogue a", has_text="BELOVESK").click()
    assert offline.locator("#p16 .words").is_visible()
    assert "serif" in offline.locator("h1").evaluate("each => getComputedStyle(each).fontFamily")
    offline.get_by_label("Of this document").get_by_role("link", name="Brief").click()
    assert "Brief" in offline.locator("main").inner_text()
    offline.get_by_role("link", name="Register", exact=True).click()
    offline.locator("main a[href]").first.click()
    assert offline.locator("table.told").first.is_visible()


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")
@pytest.mark.parametrize("width", WIDTHS)
def test_a_copy_shuts_nobody_out_and_fits_its_window(width, browser, site):
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=WIDTHS[width], offline=True, bypass_csp=True
    )
    page = context.new_page()
    folders = [next((site / "site" / kind).glob("*.html")) for kind in ("brief", "text", "beside", "compare", "cite")]
    for each in (site / "belovesk.html", site / "site" / "index.html", site / "site" / "catalogue.html", *folders):
        page.goto(each.as_uri())
        found = Axe().run(page)
        assert 0 == found.violations_count, f"{each.name} {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, each.name
    context.close()
