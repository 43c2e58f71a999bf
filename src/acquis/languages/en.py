"""English: how its records, dates, abbreviations, headings and resolutions are written."""

from acquis.languages import Drafting, Language, Place, Verb, graded, keyed, phrases, verbs, words
from acquis.languages._en_names import NAMES

FIELDS = {
    **dict.fromkeys(("title", "document title", "name of document", "name"), "title"),
    **dict.fromkeys(("symbol", "document symbol", "document number", "document no", "number", "reference"), "symbol"),
    **dict.fromkeys(("place", "venue", "place of adoption", "place of signature", "location", "done at"), "place"),
    **dict.fromkeys(("date", "date of adoption", "adopted", "adopted on", "adoption date"), "date.adoption"),
    **dict.fromkeys(("date of issue", "issued", "issue date", "distribution date", "document date"), "date.issue"),
    **dict.fromkeys(("date of signature", "signed", "signed on", "signature date", "done on"), "date.signature"),
    **dict.fromkeys(
        ("published", "publication date", "date of publication", "posted", "posted on"), "date.publication"
    ),
    **dict.fromkeys(("received", "date of receipt", "retrieved", "accessed", "last accessed"), "date.receipt"),
    **dict.fromkeys(("source", "sources", "issued by", "issuing body", "publisher"), "source"),
    **dict.fromkeys(("database", "data base"), "database"),
    **dict.fromkeys(("collection", "series"), "collection"),
    **dict.fromkeys(("keeper", "archive", "repository", "holding institution"), "keeper"),
    **dict.fromkeys(("note", "notes", "remark", "remarks", "comment", "comments"), "notes"),
    **dict.fromkeys(("language", "original language", "original"), "language"),
    **dict.fromkeys(("translator", "translated by", "translation", "translation by"), "translator"),
    **dict.fromkeys(("organisation", "organization", "author", "authors", "corporate author"), "organisation"),
    **dict.fromkeys(("organ", "body", "adopting body", "adopted by"), "organ"),
    **dict.fromkeys(("type", "document type", "kind", "kind of document", "category"), "kind"),
    **dict.fromkeys(("session", "regular session"), "session"),
    **dict.fromkeys(("agenda item", "agenda", "agenda items", "item"), "agenda"),
    **dict.fromkeys(("meeting", "plenary meeting", "meeting record"), "meeting"),
    **dict.fromkeys(("sponsor", "sponsors", "submitted by", "co-sponsors"), "sponsors"),
    **dict.fromkeys(("mode of adoption", "adoption", "vote", "voting"), "mode"),
    **dict.fromkeys(("status", "standing"), "standing"),
    **dict.fromkeys(("url", "link", "web address", "permalink", "uri"), "url"),
    **dict.fromkeys(("marking", "classification", "distribution", "distr"), "marking"),
    **dict.fromkeys(("rights", "copyright", "licence", "license", "terms of use"), "rights"),
    **dict.fromkeys(("full text", "fulltext", "text", "full-text"), "text"),
}

_MONTHS = "january february march april may june july august september october november december"
_SHORT = "jan feb mar apr may jun jul aug sep oct nov dec"
MONTHS = {
    **{name: number for number, name in enumerate(words(_MONTHS), 1)},
    **{name: number for number, name in enumerate(words(_SHORT), 1)},
    "sept": 9,
}
HIJRI = {
    **{"muharram": 1, "safar": 2, "rabi al-awwal": 3, "rabi al-thani": 4, "jumada al-ula": 5, "jumada al-akhirah": 6},
    **{"rajab": 7, "shaban": 8, "sha'ban": 8, "ramadan": 9, "shawwal": 10, "dhu al-qadah": 11, "dhu al-hijjah": 12},
}

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NTHS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
_NTHS_MORE = "fifteenth sixteenth seventeenth eighteenth nineteenth"
CARDINALS = {
    **{word: number for number, word in enumerate(words(f"{_UNITS} eighteen nineteen"), 1)},
    **{word: number * 10 for number, word in enumerate(words(_TENS), 2)},
    **{"hundred": 100, "thousand": 1000, "and": 0, "a": 1, "of": 0},
}


def _ordinals() -> dict[str, int]:
    """From "first" to "one hundred and ninety-ninth"."""
    nths = words(f"{_NTHS} {_NTHS_MORE}")
    below = {word: number for number, word in enumerate(nths, 1)}
    for ten, word in enumerate(words(_TENS), 2):
        below[word.removesuffix("y") + "ieth"] = ten * 10
        below |= {f"{word}-{nth}": ten * 10 + unit for unit, nth in enumerate(nths[:9], 1)}
    above = {f"one hundred {joined}{word}": 100 + n for word, n in below.items() for joined in ("and ", "")}
    return below | above | {"one hundredth": 100, "hundredth": 100, "two hundredth": 200}


LEADING = frozenset(
    words("""
        cf e.g eg i.e ie viz vs v mr mrs ms messrs mx dr prof hon rt h.e h.m h.r.h m mme mlle gen col lt maj
        capt cmdr cpl sgt adm amb gov sen st ste mt rev fr arts nos paras subparas sects secs cls vols pp chaps
        figs apps eds refs regs ss
    """)
)
CLOSING = frozenset(
    words("""
        etc inc ltd plc bros a.m p.m a.d b.c ph.d b.a m.a ll.m jr sr kg km cm mm sq yr yrs hr hrs ibid cit loc
        approx incl excl
    """)
)
ABBREVIATIONS = (
    LEADING
    | CLOSING
    | frozenset(
        words("""
            art no para subpara subsect subsec sect sec cl vol p ch chap fig ser tab app ann add corr amend res
            dec decl doc docs ed edn trans suppl supp pt pts ref reg op id al et.al c ca est min max resp esp n
            nn fn ff rep pres sec.-gen supt insp dept govt univ assoc assn inst intl int'l nat'l comm cttee org
            conf conv prot agmt g.a s.c g.a.res s.c.res u.n.t.s l.n.t.s i.l.m i.c.j p.c.i.j e.t.s c.e.t.s o.j
            stat u.s.c c.f.r fed pub cir ct vet f.2d f.3d l.j bull yb ybk avg tel fax ext lat long ave blvd rd
            bldg rm ft mo wk cu u.s u.k u.n e.u u.s.a u.s.s.r u.a.e d.c n.y co corp
        """)
    )
)

_BOTH = """
note 1: note; note that; take note; take note of; take note with interest of; observe; observe that; point out
note 1: note the; draw attention to; draw the attention of; take cognizance of
recall 1: recall; recall that; remind; take into account; take into consideration; bear in mind; keep in mind
recall 1: refer to
recognise 2: recognize; recognize that; acknowledge; acknowledge that; realize; accept that; admit; appreciate that
believe 2: consider; consider that; believe; believe that; be convinced that; be of the view that; deem; regard
believe 2: hold; express conviction; express the view; express the conviction; express the opinion; maintain that
believe 2: find that; be of the opinion that; be confident that; concur; share the view that
stress 3: stress; stress that; emphasize; emphasize that; underline; underline that; underscore; highlight
stress 3: reiterate the importance of; consider it important; consider it necessary; attach importance to
stress 3: attach great importance to; insist on the need; re-emphasize; re-emphasize that; reemphasize
stress 3: note the importance of; note the significance of; accentuate; call attention to; call the attention of
affirm 3: affirm; reaffirm; reaffirm that; confirm; confirm that; reiterate; reiterate that; reconfirm; restate
affirm 3: reassert; assert; renew; repeat; adhere to; stand by; uphold; maintain
welcome 2: note with satisfaction; note with appreciation; take note with appreciation; take note with satisfaction
welcome 2: express appreciation; express satisfaction; express gratification; take note with appreciation of
welcome 2: take note with satisfaction of; express interest; note with interest; be pleased; note with gratification
welcome 3: welcome; appreciate; welcome with appreciation; welcome with satisfaction; applaud; praise; salute; hail
welcome 3: value
welcome 4: commend; pay tribute to; pay tribute; highly appreciate; highly commend; acclaim
courtesy 1: thank; express gratitude; express thanks; congratulate; extend congratulations; extend condolences
courtesy 1: express condolences; express sympathy; convey gratitude; extend gratitude; convey appreciation
courtesy 1: be grateful; convey thanks; offer condolences; mourn; honour; honor
hope 2: hope; hope that; express the hope; express hope; look forward to; expect; anticipate; trust; trust that
hope 2: wish; await; express confidence; express the wish; aspire to; desire
concern 2: express concern; note with concern; take note with concern; view with concern; be concerned
concern 2: voice concern
concern 4: express alarm; note with alarm; be alarmed
regret 3: regret; regret that; express regret; note with regret; express disappointment; note with disappointment
regret 4: deplore; express dismay; lament; note with dismay; express outrage
condemn 4: condemn; denounce; censure; repudiate; deprecate
condemn 5: strongly condemn; condemn in the strongest terms; condemn in the strongest possible terms
condemn 5: unequivocally condemn; condemn in the strongest possible manner; vigorously condemn; resolutely condemn
condemn 5: firmly condemn; vehemently condemn
oppose 4: oppose; reject; object to; refuse; dissociate itself from; refuse to recognize; declare inadmissible
support 3: support; advocate; favour; express support; express solidarity; stand with; lend support to; back
support 3: promote; support the efforts of; concur with; subscribe to; associate itself with; align itself with
support 3: express full support
encourage 2: invite; encourage; recommend; recommend that; recommend to; suggest; propose; advise; propose that
encourage 2: suggest that
encourage 4: strongly encourage; strongly recommend
call_for 3: call for; call on; call upon; appeal to; appeal for; appeal; exhort; make an appeal; issue an appeal
call_for 3: plead for; reiterate the call; renew the call; reiterate call; renew call; renew appeal
call_for 3: reiterate appeal; call attention
urge 4: urge; press for; implore; insist; insist on; insist that; impress upon; entreat
urge 5: strongly urge
request 4: request; request that; instruct; direct; ask; ask that; task; mandate; entrust; charge; assign; delegate
request 4: commission; request the; reiterate request; renew request; refer; seek; solicit; require that; enjoin
request 5: authorize; empower; request urgently
demand 5: demand; demand that; order; require; command; compel
ready 2: stand ready to; express readiness; express willingness; be ready to; be prepared to; declare readiness
ready 2: offer; offer to; be willing to; confirm readiness; reaffirm readiness; remain ready to
intend 3: intend; intend to; plan to; express intention; express the intention; aim to; aim at; seek to; strive to
intend 3: endeavour to; express intent; look to; continue to; remain seized of; resolve to continue
commit 4: undertake; undertake to; commit to; commit itself to; commit ourselves to; pledge; pledge to
commit 4: be determined to; be committed to; be determined; be resolved to; reaffirm commitment
commit 4: reaffirm commitment to; express determination; remain committed to; express commitment
commit 4: reiterate commitment; reiterate commitment to; reaffirm determination; express resolve; reaffirm resolve
commit 4: guarantee; ensure; promise; vow; recommit to; renew commitment; dedicate
decide 5: decide; decide to; decide that; resolve; resolve to; determine; determine that; agree; agree to
decide 5: agree that; establish; appoint; elect; designate; create; set up; fix; abolish; repeal; amend; suspend
decide 5: terminate; extend; admit to membership; grant; conclude that; decide to remain seized of
decide 5: decide to remain actively seized of
adopt 4: endorse; accept; concur in; ratify; give effect to
adopt 5: adopt; approve; approve of; accept the recommendation; enact; sign; accede to; confirm the appointment
declare 3: declare; declare that; state; announce; state that; make known; state the following; declare as follows
declare 4: solemnly declare; hereby declare; solemnly reaffirm; solemnly affirm
declare 5: proclaim; solemnly proclaim; hereby proclaim
report 1: consider the report of; hear; examine; review; conclude; exchange views on; discuss
"""

_PREAMBLE = """
recall 1: having considered; having examined; having heard; having received; having reviewed; having studied
recall 1: having noted; having discussed; having met; having adopted; having taken note of; having regard to
recall 1: having regard; having in mind; guided by; mindful of; mindful that; pursuant to; in accordance with
recall 1: in conformity with; in pursuance of; based on; proceeding from; in compliance with; on the basis of
recall 1: having in view; in view of; whereas; building on; drawing on; inspired by; having deliberated
recall 1: having concluded; in line with; by virtue of; having been informed; cognizant of
recall 1: acting in accordance with; acting on the recommendation of; acting on a proposal from; after consulting
recall 1: considering; considering that; considering also; having listened to; following; in the light of
recall 1: in light of; given; taking account of; bearing in mind that; having decided; having agreed
recall 1: having before it; on the recommendation of; having completed; having resolved; taking as a basis
recall 1: as well as recalling; in recognition of; in implementation of
recognise 1: aware; aware of; aware that; conscious of; conscious that; being aware of; sensible of; alive to
recognise 1: attentive to
recognise 2: fully aware; deeply conscious; deeply aware; fully conscious; fully cognizant of; cognisant of
recognise 2: understanding
believe 2: being of the view; of the view that; sharing the view; being convinced; confident; confident that
believe 2: persuaded
believe 3: convinced; convinced that; convinced of; satisfied that; sharing the conviction; being persuaded
believe 4: firmly convinced; deeply convinced; profoundly convinced; firmly believing
hope 2: desiring; desiring to; desirous of; desirous to; wishing; wishing to; hopeful; in the hope; eager to
hope 2: anxious to; encouraged by; encouraged; heartened by; keen to; in anticipation of; aspiring to; seeking
hope 2: with a view to; aiming; expecting; looking forward; striving
welcome 3: gratified by; gratified; noting with pride; pleased; pleased with; satisfied with; appreciative of
welcome 3: grateful
concern 2: concerned; concerned at; concerned about; concerned that; concerned by; troubled by; preoccupied by
concern 2: disturbed; disturbed by; disturbed at; apprehensive; worried
concern 3: deeply concerned; gravely concerned; seriously concerned; profoundly concerned; strongly concerned
concern 3: deeply disturbed; gravely disturbed; extremely concerned; greatly concerned; particularly concerned
concern 3: deeply troubled; seriously disturbed
concern 2: remaining concerned; continuing to be concerned
concern 4: remaining alarmed; alarmed; alarmed at; alarmed by; deeply alarmed; gravely alarmed; shocked; appalled
concern 4: outraged; horrified; dismayed
regret 3: disappointed; saddened; saddened by; deeply saddened; deeply regretting
commit 4: determined; determined to; resolved; resolved to; committed; committed to; strongly determined
commit 4: being determined; firmly determined; being resolved; united in; intent on; firmly committed
commit 4: in exercise of
decide 5: acting under chapter vii; acting under chapter vi; acting under; acting pursuant to; acting under article
"""

_OPERATIVE = """
decide 5: has decided; have decided; have agreed; has agreed; have resolved; hereby decides; hereby agrees
decide 5: hereby resolves; hereby establishes; hereby appoints; agree as follows; have agreed as follows
decide 5: hereby amends; hereby repeals
adopt 5: have adopted; has adopted; hereby adopts; hereby approves; hereby endorses; hereby adopt
declare 4: hereby declares; hereby state; hereby states; declare as follows; state as follows; declares as follows
declare 4: hereby proclaim
request 5: hereby authorizes; hereby requests
commit 4: we commit ourselves; we are committed; we are determined; we dedicate ourselves; we pledge
commit 4: we rededicate ourselves
intend 3: we will; we shall; we intend; we aim; we seek; we strive; we will continue; will continue; shall continue
intend 3: will
require 2: we must; we should; we need; must; should; shall; it is essential; it is necessary; it is important
require 2: there is a need; needs to; need to; ought to; it is imperative; it is crucial; it is vital
concern 2: we are concerned; we remain concerned; remains concerned; remains deeply concerned; is deeply concerned
concern 3: we are deeply concerned; we are gravely concerned; is gravely concerned; remains gravely concerned
believe 2: we are convinced; is convinced; remains convinced; we are confident; is of the view; is of the opinion
recognise 2: we are aware; we are conscious; is aware; is mindful; is conscious; we are mindful; we understand
ready 2: we stand ready; stands ready; we are ready; we are prepared; remains ready
recall 1: in accordance with; pursuant to; we bear in mind
hope 2: we look forward to; we hope
"""

_ADVERBS = {
    **dict.fromkeys(
        words("""
            also further furthermore moreover again once more likewise equally additionally finally hereby
            herewith therefore thus accordingly consequently jointly together collectively unanimously
            particularly especially specifically including its their our his her the all in this regard
            connection respect context here same nonetheless nevertheless explicitly formally officially duly
            continued continues still sincere warm full particular recent previous renewed earlier repeated
        """),
        0,
    ),
    **dict.fromkeys(
        words("""
            strongly firmly resolutely deeply gravely seriously profoundly highly fully greatly solemnly
            urgently categorically unequivocally vigorously emphatically warmly wholeheartedly sincerely
            strenuously forcefully consistently earnestly immediately deep grave serious profound great strong
            strongest utmost deepest gravest unequivocal extreme high unwavering firm steadfast urgent
        """),
        1,
    ),
}

_NOUNS = frozenset(
    words("""
        note stress hope wish desire trust support request demand order command task mandate charge commission
        offer pledge promise vow value back fix honour honor praise salute hail welcome point regret concern
        appeal plan state report review refer seek hold set create ask direct expect extend grant amend sign
        dedicate maintain repeat renew delegate await promote insist admit ensure guarantee accept refuse
        establish appoint elect designate suspend terminate abolish repeal enact assign hear examine discuss
        conclude entrust resolve determine mourn concur urge
    """)
) - {"stress", "welcome", "regret", "urge", "resolve", "insist", "concur"}
"""Words that alone at the start of a paragraph may be a heading ("Order of business") or an item of a list."""

_DOUBLED = frozenset({"commit", "recommit", "regret", "admit", "plan", "set"})


def _third(word: str) -> str:
    """What an organ does: "urges", "stresses", "is"."""
    if word == "be":
        return "is"
    if word.endswith(("s", "x", "ch", "sh", "z")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeou" else word + "s"


def _doing(word: str) -> str:
    """The participle that opens a preambular paragraph: "urging", "committing", "being"."""
    if word in _DOUBLED:
        return word + word[-1] + "ing"
    silent = word.endswith("e") and not word.endswith(("ee", "be"))
    return (word[:-1] if silent else word) + "ing"


def _inflected(verb: Verb) -> tuple[Verb, ...]:
    """A verb in the forms that it opens a paragraph with, in both spellings."""
    before, first, after = _cut(verb.phrase)
    ours = "are" if first == "be" else first
    forms = {
        f"{before}{_doing(first)}{after}": Place.PREAMBLE,
        f"{before}{_third(first)}{after}": Place.OPERATIVE,
        f"we {before}{ours}{after}": Place.OPERATIVE,
    }
    if verb.phrase not in _NOUNS and first != "be":
        forms[verb.phrase] = Place.OPERATIVE
    both = {spelt: place for form, place in forms.items() for spelt in (form, form.replace("iz", "is"))}
    return tuple(Verb(form, verb.act, verb.strength, place) for form, place in both.items())


def _cut(phrase: str) -> tuple[str, str, str]:
    """The phrase before, at and after its verb: "strongly", "urge", "" ."""
    words = phrase.split(" ")
    at = next(index for index, word in enumerate(words) if not word.endswith("ly") and word != "hereby")
    return "".join(f"{word} " for word in words[:at]), words[at], "".join(f" {word}" for word in words[at + 1 :])


def _verbs() -> tuple[Verb, ...]:
    explicit = (*verbs(Place.PREAMBLE, _PREAMBLE), *verbs(Place.OPERATIVE, _OPERATIVE))
    made = [form for verb in verbs(Place.OPERATIVE, _BOTH) for form in _inflected(verb)]
    spelt = [Verb(v.phrase.replace("iz", "is"), v.act, v.strength, v.place) for v in explicit if "iz" in v.phrase]
    unique: dict[str, Verb] = {}
    for verb in (*explicit, *spelt, *made):
        unique.setdefault(verb.phrase, verb)
    return tuple(unique.values())


DRAFTING = Drafting(
    modals=graded("""
        1: may; can; could; might; is free to; are free to
        2: is encouraged to; are encouraged to; is invited to; are invited to; would
        3: should; ought to; will; is to; are to; needs to; is called upon to; are called upon to
        4: shall
        5: must; has to; have to; is required to; are required to; is obliged to; are obliged to; is bound to
    """),
    negations=phrases("""
        not; no; never; neither; nor; none; nobody; nothing; without; cannot; rather than; instead of; refrain from;
        refrains from; refraining from; fail to; fails to
    """),
    qualifiers=graded("""
        1: legally binding; binding; mandatory; compulsory; obligatory; urgent; urgently; urgency; grave; gravely
        1: immediate; immediately; at once; without delay; as soon as possible; without further delay; promptly; strict
        1: strictly; full; fully; unconditional; unconditionally; strong; strongly; firm; firmly; deep; deeply; serious
        1: seriously; resolute; resolutely; effective; effectively; comprehensive; irreversible; verifiable; essential
        1: vital; categorical; categorically; solemn; solemnly; in the strongest terms; at the earliest possible date
        -1: as appropriate; where appropriate; when appropriate; if appropriate; as necessary; if necessary
        -1: where necessary; where possible; when possible; if possible; as far as possible; to the extent possible
        -1: where applicable; as applicable; voluntary; voluntarily; on a voluntary basis; non-binding; gradual
        -1: gradually; step by step; in principle; subject to; subject to available resources
        -1: within existing resources
        -1: in accordance with national law; in accordance with national legislation; consistent with national law
        -1: in accordance with their national law; in accordance with their national legislation; endeavour to
        -1: strive to; seek to; explore; as they deem fit; on mutually agreed terms; possible; eventual
        0: timely; important; significant; particular; special; further; joint; jointly; duly
    """),
    scopes=graded("""
        1: all; every; each; any; including; as well as; other; everywhere; worldwide; inter alia; among others
        -1: only; solely; exclusively; some; certain; relevant; interested; concerned; selected; except; excluding
        -1: with the exception of; several; most; many; limited to
        0: no less than; not less than; no more than; not more than; no later than; not later than; not only
        0: no fewer than
        0: in particular; particularly; especially; notably; specifically; primarily; mainly
    """),
    actors=keyed("""
        members: member states; member state; member countries; states members; participating states
        states: states; countries; nations
        heads: heads of state; heads of state and government; leaders
        premiers: heads of government; prime ministers
        parties: states parties; parties; contracting parties; sides; signatories
        ministers: ministers; foreign ministers
        governments: governments; authorities
        community: international community
        developed: developed countries; industrialized countries; donors; donor countries
        developing: developing countries; least developed countries; landlocked developing countries
        society: civil society; non-governmental organizations; ngos
        business: private sector; business community; enterprises
        riparians: riparian states; coastal states; upstream states; downstream states
        observers: observers; observer states; dialogue partners
    """),
    counts=graded("""
        2: twice; both; pair; biennial; biennially; fortnight; two-thirds
        3: thrice; triple; triennial
        10: decade
        12: dozen
    """),
)

ENTRY = Language(
    tag="en",
    name="English",
    own_name="English",
    script="Latn",
    day_first=False,
    fields=FIELDS,
    months=MONTHS,
    hijri=HIJRI,
    links=phrases("day of; day of the month of; of; in the year; of the year; year; the year; in the year of our lord"),
    ranges=phrases("to; until; till; through; thru; and; &"),
    ordinals=_ordinals(),
    cardinals=CARDINALS,
    abbreviations=ABBREVIATIONS,
    leading=LEADING,
    closing=CLOSING,
    articles=("article", "articles", "art.", "rule", "regulation", "principle", "canon"),
    chapters=("chapter", "chap.", "ch."),
    sections=("section", "sect.", "sec.", "subsection"),
    divisions=("part", "title", "book", "division", "subpart"),
    annexes=("annex", "appendix", "schedule", "attachment", "enclosure", "addendum", "exhibit"),
    preambles=("preamble", "preambular part", "recitals", "preambular paragraphs"),
    resolved=phrases("""
        hereby; declares; declare; decides; have agreed as follows; agree as follows;
        have agreed upon the following; have decided as follows; hereby declare; proclaims; resolves;
        hereby agree as follows; hereby state the following; state as follows; declare as follows;
        have agreed on the following provisions; has adopted this regulation; has adopted this directive;
        has adopted this decision; recommends; have adopted this declaration; therefore; now therefore;
        now, therefore
    """),
    verbs=_verbs(),
    adverbs=_ADVERBS,
    stopwords=frozenset(
        words("""
            a about above after all also an and any are as at be been before being between both but by can could
            each for from further had has have having he her here his how however if in into is it its may more
            most must no nor not of on or other our out over shall she should since so some such than that the
            their them then there therefore these they this those through thus to under until upon was we were
            what when where which while who whose will with within without would you your
        """)
    ),
    anniversaries=phrases("anniversary; anniversaries; jubilee; centenary; bicentenary"),
    names=NAMES,
    drafting=DRAFTING,
    examples=(
        ("June 15, 2011", "2011-06-15"),
        ("15 June 2011", "2011-06-15"),
        ("the 15th of June, 2011", "2011-06-15"),
        ("Done at Halmor this sixteenth day of August two thousand and seven", "2007-08-16"),
        ("on the twenty-third day of May, one thousand nine hundred and sixty-nine", "1969-05-23"),
        ("3 Sept. 1999", "1999-09-03"),
        ("in December 2006", "2006-12"),
        ("2011-06-15", "2011-06-15"),
    ),
)
