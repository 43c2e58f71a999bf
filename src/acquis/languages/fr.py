"""French: how its records, dates, abbreviations, headings and resolutions are written."""

from acquis.languages import Drafting, Language, Names, Place, graded, keyed, phrases, verbs, words

FIELDS = {
    **dict.fromkeys(("titre", "intitulé", "titre du document"), "title"),
    **dict.fromkeys(("cote", "symbole", "référence", "numéro"), "symbol"),
    **dict.fromkeys(("lieu", "lieu d'adoption", "lieu de signature", "fait à"), "place"),
    **dict.fromkeys(("date", "date d'adoption", "adopté le", "adoptée le"), "date.adoption"),
    **dict.fromkeys(("date de parution", "date de distribution", "date du document"), "date.issue"),
    **dict.fromkeys(("date de signature", "signé le", "signée le"), "date.signature"),
    **dict.fromkeys(("date de publication", "publié le", "mis en ligne le"), "date.publication"),
    **dict.fromkeys(("reçu le", "consulté le", "date de réception"), "date.receipt"),
    **dict.fromkeys(("source", "sources", "éditeur"), "source"),
    **dict.fromkeys(("base de données",), "database"),
    **dict.fromkeys(("collection", "série"), "collection"),
    **dict.fromkeys(("dépositaire", "archives", "conservation"), "keeper"),
    **dict.fromkeys(("note", "notes", "remarque", "remarques", "observations"), "notes"),
    **dict.fromkeys(("langue", "langue originale", "original"), "language"),
    **dict.fromkeys(("traducteur", "traduction", "traduit par"), "translator"),
    **dict.fromkeys(("organisation", "auteur", "auteurs"), "organisation"),
    **dict.fromkeys(("organe", "adopté par"), "organ"),
    **dict.fromkeys(("type", "type de document", "nature"), "kind"),
    **dict.fromkeys(("session",), "session"),
    **dict.fromkeys(("point de l'ordre du jour", "ordre du jour"), "agenda"),
    **dict.fromkeys(("séance", "réunion"), "meeting"),
    **dict.fromkeys(("présenté par", "auteurs du projet", "coauteurs"), "sponsors"),
    **dict.fromkeys(("mode d'adoption", "vote"), "mode"),
    **dict.fromkeys(("statut",), "standing"),
    **dict.fromkeys(("url", "lien", "adresse"), "url"),
    **dict.fromkeys(("distribution", "classification", "distr"), "marking"),
    **dict.fromkeys(("droits", "licence"), "rights"),
    **dict.fromkeys(("texte intégral", "texte complet", "texte"), "text"),
}

_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
MONTHS = {
    **{name: number for number, name in enumerate(words(_MONTHS), 1)},
    **{"janv": 1, "fevrier": 2, "févr": 2, "fév": 2, "avr": 4, "juil": 7, "aout": 8, "sept": 9, "oct": 10, "nov": 11},
    **{"decembre": 12, "déc": 12},
}

_UNITS = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit"
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "quatre-vingt": 80}
CARDINALS = {
    **{word: number for number, word in enumerate(words(f"{_UNITS} dix-neuf"), 1) if "-" not in word},
    **{word: number for word, number in _TENS.items() if "-" not in word},
    **{"une": 1, "premier": 1, "septante": 70, "huitante": 80, "octante": 80, "nonante": 90, "vingts": 20},
    **{"cent": 100, "cents": 100, "mille": 1000, "mil": 1000, "et": 0},
}


def _nth(word: str) -> str:
    """The ordinal of a number word: "quatrième", "cinquième", "neuvième"."""
    irregular = {"cinq": "cinqu", "neuf": "neuv"}
    last = word.rsplit("-", maxsplit=1)[-1].rsplit(" ", maxsplit=1)[-1]
    stem = irregular.get(last, last.removesuffix("e"))
    return word[: len(word) - len(last)] + stem + "ième"


def _ordinals() -> dict[str, int]:
    """From "premier" to "cent quatre-vingt-dix-neuvième"."""
    units = words(f"{_UNITS} dix-neuf")
    names = dict(enumerate(units, 1))
    for word, ten in _TENS.items():
        more = 20 if word in ("soixante", "quatre-vingt") else 10
        names[ten] = word
        names |= {ten + unit: f"{word}-{units[unit - 1]}" for unit in range(1, more)}
        if word != "quatre-vingt":
            names[ten + 1] = f"{word} et un"
    names[71] = "soixante et onze"
    below = {_nth(name): number for number, name in names.items() if number > 1}
    above = {f"cent {word}": 100 + number for word, number in below.items()}
    first = dict.fromkeys(("premier", "première", "unième", "ier", "ière"), 1)
    second = dict.fromkeys(("second", "seconde"), 2)
    return below | above | first | second | {"centième": 100, "cent unième": 101, "unique": 1}


LEADING = frozenset(
    words("""
        cf p.ex c.-à-d i.e e.g voir v m mm mme mmes mlle mlles me mgr dr pr prof s.e s.e.m s.exc st ste gén col
        cap lt nos n°
    """)
)
CLOSING = frozenset(words("etc suiv sqq ibid cit n.d.l.r n.b j.-c s.a s.a.r.l env"))
ABBREVIATIONS = (
    LEADING
    | CLOSING
    | frozenset(
        words("""
            art al alin par para paragr no vol t p pp chap ch sect tit liv fasc éd ed coll rés res déc dec doc
            docs add corr rev ex id op loc ss sq vs not max min b.o j.o j.o.r.f o.n.u u.e é.-u r.s.f.s.r av apr
            tél bd rte
        """)
    )
)

_PREAMBLE = """
recall 1: rappelant; se référant à; ayant à l'esprit; ayant présent à l'esprit; ayant présents à l'esprit; guidé par
recall 1: guidée par; ayant examiné; ayant entendu; ayant étudié; ayant reçu; ayant pris connaissance
recall 1: ayant pris note; ayant adopté; tenant compte de; tenant compte du; compte tenu de; gardant à l'esprit
recall 1: conformément à; conformément aux; en application de; vu; considérant; considérant que; considérant qu'il
recall 1: eu égard à; s'inspirant de; se fondant sur; en vertu de; s'appuyant sur; sur proposition de; statuant
recall 1: après consultation; se souvenant; inspirés par; s'inspirant des; rappelant en outre; rappelant également
recall 1: attendu que; ayant délibéré; agissant en vertu de; tenant compte des
note 1: notant; notant que; prenant note; prenant note de; prenant acte; prenant acte de; constatant; observant
note 1: relevant
recognise 2: reconnaissant; reconnaissant que; conscient; conscient de; consciente; consciente de; conscients
recognise 2: conscients de; sachant; sachant que; consciente que; conscient que; pleinement conscient
recognise 2: pleinement consciente; mesurant
believe 2: estimant; estimant que; jugeant; croyant; persuadé; persuadée; persuadés; certain; certains
believe 3: convaincu; convaincue; convaincus; convaincu que; convaincue que; convaincus que
stress 3: soulignant; soulignant que; insistant sur; mettant l'accent sur; faisant ressortir
stress 3: attachant une grande importance
affirm 3: affirmant; réaffirmant; réaffirmant que; confirmant; réitérant; réaffirmant également
welcome 2: notant avec satisfaction; prenant note avec satisfaction; constatant avec satisfaction
welcome 2: prenant note avec intérêt
welcome 3: se félicitant; se félicitant de; se félicitant que; accueillant avec satisfaction; saluant; appréciant
welcome 3: accueillant favorablement
welcome 4: rendant hommage; rendant hommage à
courtesy 1: remerciant; exprimant sa gratitude; exprimant ses remerciements; félicitant
hope 2: désireux; désireux de; désireuse de; désirant; souhaitant; espérant; soucieux de; soucieuse de
hope 2: encouragé par; encouragée par; animés du désir; animés de la volonté; animé du désir; attendant avec intérêt
concern 2: préoccupé; préoccupée; préoccupés; se déclarant préoccupé; se déclarant préoccupée
concern 2: exprimant sa préoccupation; notant avec préoccupation; inquiet; inquiète; inquiets
concern 3: profondément préoccupé; profondément préoccupée; gravement préoccupé; gravement préoccupée
concern 3: vivement préoccupé; vivement préoccupée; notant avec une profonde préoccupation
concern 3: notant avec une vive préoccupation
concern 4: alarmé; alarmée; alarmés; profondément alarmé; profondément alarmée; constatant avec une vive inquiétude
regret 3: regrettant; regrettant que; notant avec regret
regret 4: déplorant; déplorant que
condemn 4: condamnant; dénonçant
condemn 5: condamnant énergiquement; condamnant fermement; condamnant dans les termes les plus énergiques
support 3: appuyant; soutenant
commit 4: résolu; résolue; résolus; résolu à; résolue à; résolus à; déterminé; déterminée; déterminés; décidés à
commit 4: déterminés à; déterminé à; déterminée à; s'engageant à
decide 5: agissant en vertu du chapitre vii; constatant que la situation; ayant décidé; ayant résolu
"""

_OPERATIVE = """
note 1: note; note que; prend note; prend note de; prend note du; prend acte; prend acte de; constate; relève
note 1: observe
recall 1: rappelle; rappelle que; tient compte de; se réfère à
recognise 2: reconnaît; reconnaît que; est consciente; est conscient; sait; convient que; mesure
believe 2: considère; considère que; estime; estime que; juge; est convaincu; est convaincue; est d'avis; pense
stress 3: souligne; souligne que; met l'accent sur; insiste sur; fait ressortir; fait valoir; insiste
stress 3: appelle l'attention
affirm 3: affirme; réaffirme; réaffirme que; confirme; réitère; rappelle son attachement; renouvelle
welcome 2: note avec satisfaction; prend note avec satisfaction; prend note avec intérêt; exprime sa satisfaction
welcome 2: note avec intérêt
welcome 3: se félicite; se félicite de; se félicite que; accueille avec satisfaction; salue; se réjouit
welcome 3: se réjouit de; apprécie; accueille favorablement; accueille avec intérêt
welcome 4: félicite; rend hommage; rend hommage à; loue
courtesy 1: remercie; exprime sa gratitude; exprime ses remerciements; sait gré; exprime sa reconnaissance
courtesy 1: adresse ses félicitations
hope 2: espère; exprime l'espoir; attend avec intérêt; souhaite; compte que; forme le vœu; compte sur
concern 2: exprime sa préoccupation; se déclare préoccupé; se déclare préoccupée; se dit préoccupé
concern 2: se dit préoccupée; note avec préoccupation
concern 3: se déclare profondément préoccupé; se déclare profondément préoccupée; se déclare gravement préoccupée
concern 3: exprime sa profonde préoccupation; exprime sa vive préoccupation; est gravement préoccupée
concern 3: est profondément préoccupée
concern 4: se déclare alarmée; se déclare alarmé; exprime sa vive inquiétude
regret 3: regrette; regrette que; exprime son regret; note avec regret
regret 4: déplore; déplore que; déplore vivement
condemn 4: condamne; dénonce
condemn 5: condamne énergiquement; condamne fermement; condamne vigoureusement
condemn 5: condamne dans les termes les plus énergiques
oppose 4: s'oppose à; rejette; refuse; s'élève contre
support 3: appuie; soutient; préconise; est favorable à; souscrit à; apporte son appui; s'associe à
encourage 2: invite; encourage; recommande; recommande que; propose; suggère; conseille; incite; préconise que
encourage 4: encourage vivement; recommande vivement; engage vivement
call_for 3: appelle; appelle à; lance un appel; fait appel à; engage; demande à tous; demande aux états
call_for 3: renouvelle son appel; invite instamment; exhorte à; en appelle à
urge 4: demande instamment; prie instamment; exhorte; presse; insiste pour que; adjure; engage instamment
request 4: prie; demande; demande à; demande au; demande aux; demande que; charge; donne mandat; confie
request 4: prie également; mandate
request 5: autorise; habilite
demand 5: exige; exige que; enjoint; ordonne; somme
ready 2: est prêt à; est prête à; se déclare prêt; se déclare prête; exprime sa disponibilité; se dit prêt à
intend 3: entend; a l'intention de; se propose de; continuera; continuera à; prévoit de
commit 4: s'engage; s'engage à; est déterminé à; est résolu à; est résolue à; réaffirme son engagement
commit 4: réaffirme sa détermination
decide 5: décide; décide que; décide de; a décidé; convient de; convient; détermine; crée; institue; établit; nomme
decide 5: proroge; élit; décide également; décide en outre; décide de rester saisi; décide de demeurer saisi; abroge
decide 5: modifie
adopt 4: fait sienne; fait siennes; fait sien; entérine; souscrit; accepte
adopt 5: adopte; approuve; ratifie; homologue; signe
declare 3: déclare; déclare que; annonce
declare 4: déclare solennellement; déclarent solennellement
declare 5: proclame; proclame solennellement; constate l'existence
"""

NAMES = Names(
    states=keyed("""
        NGA: nigéria
        LBR: libéria
        IRQ: iraq; irak
        FJI: fidji
        BHR: bahreïn
        TTO: trinité-et-tobago
        NRU: nauru
        LBY: jamahiriya arabe libyenne
        NLD: hollande; pays-bas
        CIV: république de côte d'ivoire
        GBR: angleterre
        VNM: vietnam
        KOR: corée du sud
        PRK: corée du nord
        KAZ: kazakhstan
        ARE: émirats arabes unis
        FRA: république française
        CHE: confédération suisse
        ITA: république italienne
        PRT: république portugaise
        GRC: république hellénique
        TUN: république tunisienne
        DZA: république algérienne démocratique et populaire
        EGY: république arabe d'égypte
        TGO: république togolaise
        GAB: république gabonaise
        DOM: république dominicaine
        MMR: myanmar
        CPV: cabo verde
        SWZ: swaziland
        RUS: fédération de russie
        KGZ: république kirghize; kirghizistan; kirghizie
        CHN: république populaire de chine
        IRN: république islamique d'iran; iran
        SYR: république arabe syrienne; syrie
        PRK: république populaire démocratique de corée; rpdc
        KOR: république de corée
        VNM: viet nam
        LAO: république démocratique populaire lao
        USA: états-unis d'amérique; états-unis
        GBR: royaume-uni de grande-bretagne et d'irlande du nord; royaume-uni; grande-bretagne
        TZA: république-unie de tanzanie
        MDA: république de moldova; république de moldavie; moldova
        VEN: république bolivarienne du venezuela
        BOL: état plurinational de bolivie
        PSE: état de palestine; palestine
        VAT: saint-siège
        BLR: bélarus; biélorussie
        CZE: république tchèque
        TUR: türkiye; turquie
        TLS: timor-leste
        COD: république démocratique du congo
        CAF: république centrafricaine
        TJK: tadjikistan
        UZB: ouzbékistan
        TKM: turkménistan
        MMR: birmanie
        SUN: union soviétique; urss
        YUG: yougoslavie
    """),
    realms=words("république royaume fédération émirat sultanat principauté confédération"),
    bodies=keyed("""
        cd: conférence du désarmement; conférence de genève sur le désarmement
        undc: commission du désarmement
        wto: organisation mondiale du commerce; omc
        imf: fonds monétaire international; fmi
        wb: banque mondiale
        nam: mouvement des pays non alignés
        icrc: comité international de la croix-rouge; cicr
        icj: cour internationale de justice
        icc: cour pénale internationale
        g20: groupe des vingt
        las: ligue des états arabes
        eaeu: union économique eurasiatique
        fatf: groupe d'action financière; gafi
        unsg: secrétaire général; secrétaire général de l'organisation des nations unies
    """),
    places=keyed("""
        western-africa: afrique de l'ouest; afrique occidentale
        eastern-africa: afrique de l'est; afrique orientale
        middle-africa: afrique centrale
        southern-africa: afrique australe
        northern-africa: afrique du nord; maghreb
        latin-america: amérique latine et caraïbes
        southeast-asia: asie du sud-est
        eastern-asia: asie de l'est
        western-asia: asie occidentale
        great-lakes: région des grands lacs
        mediterranean: méditerranée
        middle-east: moyen-orient; proche-orient
        gulf: golfe persique
        caucasus: caucase
        balkans: balkans
        horn: corne de l'afrique
        sahel: sahel
        korea: péninsule coréenne
        gaza: gaza; bande de gaza
        arctic: arctique
        eurasia: eurasie
        asia-pacific: asie et pacifique; asie-pacifique
        south-asia: asie du sud
        indian-ocean: océan indien
    """),
    body_nouns=words("""
        conférence comité sous-comité commission conseil assemblée agence groupe organisation union cour tribunal
        bureau autorité banque fonds centre institut office parlement congrès ligue réseau
    """),
    instrument_nouns=words("""
        traité convention pacte protocole charte accord accords déclaration statut programme stratégie cadre code
        mémorandum règlement plan
    """),
    mission_nouns=words("mission opération force"),
    joins=phrases("""
        de; du; des; de la; de l'; d'; sur; sur la; sur le; sur les; pour; pour la; contre; contre le; contre la;
        contre les; relatif aux; relative aux; relatif à la; relative à la; relative au
    """),
    sessions=("session",),
)

DRAFTING = Drafting(
    modals=graded("""
        1: peut; peuvent; pourrait; pourraient; pourra; pourront
        2: est invité à; sont invités à; est encouragé à; sont encouragés à
        3: devrait; devraient; il convient de; il convient
        5: doit; doivent; devra; devront; est tenu de; sont tenus de; il faut; il incombe
    """),
    negations=phrases("pas; sans; aucun; aucune; ni; jamais; non; nul; nulle; au lieu de; plutôt que; s'abstenir"),
    qualifiers=graded("""
        1: juridiquement contraignant*; contraignant*; obligatoire*; urgent*; urgence; grave; graves; gravement
        1: immédiat; immédiate; immédiatement; sans délai; sans tarder; dès que possible; strict; stricte; strictement
        1: plein; pleine; pleinement; ferme; fermement; profond*; profondément; sérieu*; sérieusement; effectif
        1: effective; effectivement; inconditionnel*; énergiquement; résolument; catégoriquement; solennellement
        -1: selon qu'il conviendra; selon qu'il convient; le cas échéant; si nécessaire; si besoin est; s'il y a lieu
        -1: dans la mesure du possible; si possible; à titre volontaire; volontaire; volontaires; volontairement
        -1: non contraignant*; progressi*; en principe; sous réserve de; conformément à la législation nationale
        -1: conformément à leur législation nationale; conformément au droit interne; s'efforcer de; envisager
        0: important; importante; particulier; particulière; conjoint; conjointe; conjointement; dûment
    """),
    scopes=graded("""
        1: tous; toutes; tout; toute; chaque; y compris; ainsi que; autres; partout; entre autres
        -1: seulement; uniquement; exclusivement; seul; seule; seuls; seules; certains; certaines; pertinent*
        -1: intéressé*; concerné*; sauf; excepté; à l'exception; quelques; plusieurs
        0: pas moins de; pas plus de; non seulement; au moins; au plus; au plus tard
        0: en particulier; notamment; particulièrement; spécialement; principalement
    """),
    actors=keyed("""
        members: états membres; état membre; pays membres; états participants
        states: états; pays; nations
        heads: chefs d'état; dirigeants
        premiers: chefs de gouvernement; premiers ministres
        parties: états parties; parties; parties contractantes; signataires
        ministers: ministres; ministres des affaires étrangères
        governments: gouvernements; autorités
        community: communauté internationale
        developed: pays développés; pays industrialisés; donateurs
        developing: pays en développement; pays les moins avancés
        society: société civile; organisations non gouvernementales
        business: secteur privé; entreprises
        riparians: états riverains; pays riverains; états côtiers
        observers: observateurs; états observateurs
    """),
    counts=graded("""
        2: les deux; double; biennal; biennale; quinzaine
        10: décennie
        12: douzaine
    """),
)

ENTRY = Language(
    tag="fr",
    name="French",
    own_name="français",
    script="Latn",
    fields=FIELDS,
    months=MONTHS,
    links=("", *phrases("de; du; du mois de; jour de; jour du mois de; de l'an; de l'année; en l'an; l'an; en")),
    ranges=phrases("au; et; à; jusqu'au; et le; et du"),
    ordinals=_ordinals(),
    cardinals=CARDINALS,
    abbreviations=ABBREVIATIONS,
    leading=LEADING,
    closing=CLOSING,
    articles=("article", "articles", "art.", "principe", "règle"),
    chapters=("chapitre", "chap."),
    sections=("section", "sect.", "sous-section"),
    divisions=("partie", "titre", "livre", "division"),
    annexes=("annexe", "appendice", "pièce jointe", "additif"),
    preambles=("préambule", "preambule", "considérants"),
    resolved=phrases("""
        déclare; déclarent; déclarent ce qui suit; décide; proclame; sont convenus de ce qui suit;
        sont convenues de ce qui suit; sont convenus des dispositions suivantes; conviennent de ce qui suit;
        ont arrêté les dispositions suivantes; a adopté le présent règlement; a adopté la présente directive;
        par la présente; en conséquence; recommande; arrête; ont décidé ce qui suit
    """),
    verbs=(*verbs(Place.PREAMBLE, _PREAMBLE), *verbs(Place.OPERATIVE, _OPERATIVE)),
    adverbs={
        **dict.fromkeys(
            words("""
            également aussi en outre encore une fois nouveau à de plus par ailleurs son sa ses
        """),
            0,
        ),
        **dict.fromkeys(words("notamment enfin donc solennellement nouvelle fois particulier"), 0),
        **dict.fromkeys(words("vivement fermement énergiquement profondément gravement pleinement instamment"), 1),
        **dict.fromkeys(words("sérieusement catégoriquement résolument hautement profonde vive grave"), 1),
    },
    stopwords=frozenset(
        words("""
            à au aux avec ce ces cette comme dans de des du elle en entre est et être il ils la le les leur
            leurs lui mais ne ni nos notre nous ou où par pas plus pour qu que qui sa sans se ses si son sont
            sous sur tous tout toute toutes un une vers vos votre vous ainsi afin dont lors selon cet ont été aussi
            l d s n c j
        """)
    ),
    anniversaries=phrases("anniversaire; anniversaires; jubilé; cinquantenaire; centenaire; bicentenaire"),
    names=NAMES,
    drafting=DRAFTING,
    examples=(
        ("le 1er janvier 2011", "2011-01-01"),
        ("16 août 2007", "2007-08-16"),
        ("Fait à Halmor, le seize août deux mille sept", "2007-08-16"),
        ("ce quinzième jour de juin deux mille onze", "2011-06-15"),
        ("le 3 févr. 1999", "1999-02-03"),
        ("en décembre 2006", "2006-12"),
        ("15/06/2011", "2011-06-15"),
    ),
)
