"""Spanish: how its records, dates, abbreviations, headings and resolutions are written."""

from acquis.languages import Drafting, Language, Names, Place, graded, keyed, phrases, verbs, words

FIELDS = {
    **dict.fromkeys(("título", "titulo", "título del documento"), "title"),
    **dict.fromkeys(("signatura", "símbolo", "referencia", "número"), "symbol"),
    **dict.fromkeys(("lugar", "lugar de adopción", "lugar de firma", "hecho en"), "place"),
    **dict.fromkeys(("fecha", "fecha de adopción", "aprobado el", "aprobada el", "adoptado el"), "date.adoption"),
    **dict.fromkeys(("fecha de emisión", "fecha de distribución", "fecha del documento"), "date.issue"),
    **dict.fromkeys(("fecha de firma", "firmado el"), "date.signature"),
    **dict.fromkeys(("fecha de publicación", "publicado el", "publicado"), "date.publication"),
    **dict.fromkeys(("recibido el", "consultado el", "fecha de recepción"), "date.receipt"),
    **dict.fromkeys(("fuente", "fuentes", "editor"), "source"),
    **dict.fromkeys(("base de datos",), "database"),
    **dict.fromkeys(("colección", "serie"), "collection"),
    **dict.fromkeys(("depositario", "archivo"), "keeper"),
    **dict.fromkeys(("nota", "notas", "observaciones", "comentarios"), "notes"),
    **dict.fromkeys(("idioma", "lengua", "idioma original", "original"), "language"),
    **dict.fromkeys(("traductor", "traducción", "traducido por"), "translator"),
    **dict.fromkeys(("organización", "autor", "autores"), "organisation"),
    **dict.fromkeys(("órgano", "aprobado por"), "organ"),
    **dict.fromkeys(("tipo", "tipo de documento", "clase"), "kind"),
    **dict.fromkeys(("período de sesiones", "sesión"), "session"),
    **dict.fromkeys(("tema del programa", "programa", "orden del día"), "agenda"),
    **dict.fromkeys(("reunión", "sesión plenaria"), "meeting"),
    **dict.fromkeys(("presentado por", "patrocinadores", "copatrocinadores"), "sponsors"),
    **dict.fromkeys(("modo de aprobación", "votación"), "mode"),
    **dict.fromkeys(("url", "enlace", "dirección"), "url"),
    **dict.fromkeys(("distribución", "clasificación", "distr"), "marking"),
    **dict.fromkeys(("derechos", "licencia"), "rights"),
    **dict.fromkeys(("texto completo", "texto íntegro", "texto"), "text"),
}

_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
MONTHS = {
    **{name: number for number, name in enumerate(words(_MONTHS), 1)},
    **{name: number for number, name in enumerate(words("ene feb mar abr may jun jul ago sep oct nov dic"), 1)},
    **{"setiembre": 9, "sept": 9, "set": 9},
}

_UNITS = """uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete
    dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete
    veintiocho veintinueve treinta"""
_HUNDREDS = "cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
CARDINALS = {
    **{word: number for number, word in enumerate(words(_UNITS), 1)},
    **{
        word: number * 10
        for number, word in enumerate(
            words("""
        cuarenta cincuenta sesenta setenta ochenta noventa
    """),
            4,
        )
    },
    # Cien stands alone and ciento before more; here each is a sum, not a factor.
    **{word: number * 100 for number, word in enumerate(words(_HUNDREDS), 1)},
    **{"ciento": 100, "mil": 1000, "y": 0, "un": 1, "primero": 1, "primer": 1, "veintiún": 21},
}

_NTHS = "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo"
_TENTHS = "décimo vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo"


def _ordinals() -> dict[str, int]:
    """From "primero" to "centésimo nonagésimo noveno", in both genders."""
    nths = words(_NTHS)
    below = {word: number for number, word in enumerate(nths, 1)}
    for ten, word in enumerate(words(_TENTHS), 1):
        below[word] = ten * 10
        for unit, nth in enumerate(nths[:9], 1):
            below[f"{word} {nth}"] = ten * 10 + unit
            below[word + nth] = ten * 10 + unit  # decimotercero; accents are folded when it is looked up
            below[f"{word.removesuffix('o')}a {nth.removesuffix('o')}a"] = ten * 10 + unit
    below |= {"centésimo": 100, **{f"centésimo {word}": 100 + number for word, number in below.items()}}
    feminine = {word.removesuffix("o") + "a": number for word, number in below.items() if word.endswith("o")}
    short = {"primer": 1, "tercer": 3, "décimo primer": 11, "décimo tercer": 13, "único": 1, "única": 1}
    return below | feminine | short | {"décima primera": 11, "nono": 9, "séptimo": 7, "sétimo": 7}


LEADING = frozenset(
    words("""
        cf cfr cfs p.ej ej i.e e.g vid véase v vs sr sra sres sras srta dr dra dres lic ing prof excmo excma
        ilmo ilma s.e mons gral cnel cap tte d dña d.ª sto sta fr arts núms nums nº n.º
    """)
)
CLOSING = frozenset(words("etc sig sigs ss ibíd ibid cit a.c d.c s.a s.l s.r.l aprox"))
ABBREVIATIONS = (
    LEADING
    | CLOSING
    | frozenset(
        words("""
            art no núm num párr parr párrs inc apdo caps sec secc tít tit vol vols t pág pag págs pags p pp fig
            figs ed eds res dec doc docs add corr rev suppl ap ref refs íd id op loc st ee.uu ee uu u.e o.n.u
            cía ltda av avda c tel máx mín gob depto
        """)
    )
)

_PREAMBLE = """
recall 1: recordando; recordando que; recordando también; reiterando; remitiéndose a; teniendo presente
recall 1: teniendo presentes; teniendo en cuenta; tomando en cuenta; tomando en consideración; habiendo examinado
recall 1: habiendo considerado; habiendo escuchado; habiendo estudiado; habiendo recibido; habiendo tomado nota
recall 1: guiada por; guiado por; guiados por; de conformidad con; de acuerdo con; en virtud de; en cumplimiento de
recall 1: considerando; considerando que; visto; vista; vistos; vistas; basándose en; inspirándose en
recall 1: actuando de conformidad con; con arreglo a; refiriéndose a; en ejercicio de
note 1: observando; observando que; tomando nota; tomando nota de; notando; señalando; señalando que; constatando
note 1: advirtiendo
recognise 2: reconociendo; reconociendo que; consciente; consciente de; conscientes; conscientes de
recognise 2: consciente de que; plenamente consciente; sabedora de; sabedor de; conocedora de
recognise 2: profundamente consciente
believe 2: estimando; estimando que; creyendo; juzgando; persuadida; persuadidos
believe 3: convencida; convencido; convencidos; convencida de; convencida de que; convencidos de que
believe 3: convencido de que
stress 3: destacando; subrayando; poniendo de relieve; haciendo hincapié en; recalcando; resaltando; acentuando
affirm 3: afirmando; reafirmando; reafirmando que; confirmando; ratificando su; reafirmando también
welcome 2: observando con satisfacción; tomando nota con satisfacción; observando con aprecio
welcome 2: tomando nota con interés; tomando nota con reconocimiento; observando con reconocimiento
welcome 2: expresando su satisfacción; expresando su aprecio
welcome 3: acogiendo con beneplácito; acogiendo con satisfacción; acogiendo favorablemente; celebrando
welcome 3: congratulándose; apreciando
welcome 4: encomiando; elogiando; rindiendo homenaje; encomiando a
courtesy 1: agradeciendo; expresando su gratitud; expresando su agradecimiento; felicitando
hope 2: deseando; deseosa de; deseoso de; deseosos de; esperando; confiando; anhelando; alentada por; alentado por
hope 2: animados; animados por; animados del deseo; confiada en; aguardando con interés
concern 2: preocupada; preocupado; preocupados; preocupada por; preocupado por; expresando preocupación
concern 2: expresando su preocupación; observando con preocupación; inquieta; inquieto
concern 3: profundamente preocupada; profundamente preocupado; gravemente preocupada; seriamente preocupada
concern 3: hondamente preocupada; expresando profunda preocupación; expresando grave preocupación
concern 3: observando con profunda preocupación
concern 4: alarmada; alarmado; alarmados; profundamente alarmada; alarmada por
regret 3: lamentando; lamentando que; observando con pesar
regret 4: deplorando; lamentando profundamente
condemn 4: condenando; denunciando; repudiando
condemn 5: condenando enérgicamente; condenando firmemente; condenando en los términos más enérgicos
support 3: apoyando; respaldando
commit 4: resuelta; resuelto; resueltos; resuelta a; resueltos a; decidida; decidida a; decididos a; determinada
commit 4: comprometidos; comprometida; comprometiéndose
decide 5: actuando en virtud del capítulo vii; habiendo decidido; determinando que
"""

_OPERATIVE = """
note 1: observa; observa que; toma nota; toma nota de; señala; señala que; nota; constata; advierte
recall 1: recuerda; recuerda que; tiene en cuenta; se remite a
recognise 2: reconoce; reconoce que; es consciente; es consciente de; admite
believe 2: considera; considera que; estima; estima que; cree; opina que; está convencida; está convencido; juzga
stress 3: destaca; subraya; subraya que; pone de relieve; hace hincapié; hace hincapié en; recalca; resalta
stress 3: insiste en; insiste
affirm 3: afirma; reafirma; reafirma que; reitera; reitera que; confirma; ratifica su; renueva
welcome 2: observa con satisfacción; toma nota con satisfacción; observa con aprecio; toma nota con reconocimiento
welcome 2: observa con reconocimiento; expresa su satisfacción; expresa su reconocimiento; expresa su aprecio
welcome 2: toma nota con aprecio; toma nota con interés; observa con interés
welcome 3: acoge con beneplácito; acoge con satisfacción; acoge con agrado; acoge favorablemente; celebra
welcome 3: se congratula; aprecia; saluda
welcome 4: encomia; elogia; rinde homenaje; encomia a
courtesy 1: agradece; expresa su agradecimiento; expresa su gratitud; felicita; da las gracias
courtesy 1: expresa sus condolencias
hope 2: espera; expresa la esperanza; aguarda con interés; confía; confía en; desea; expresa su esperanza
concern 2: expresa preocupación; expresa su preocupación; observa con preocupación; manifiesta su preocupación
concern 3: expresa profunda preocupación; expresa su profunda preocupación; expresa grave preocupación
concern 3: expresa su grave preocupación
concern 4: expresa su alarma; expresa alarma
regret 3: lamenta; lamenta que; observa con pesar; expresa su pesar
regret 4: deplora; deplora que; lamenta profundamente; deplora profundamente
condemn 4: condena; denuncia; repudia
condemn 5: condena enérgicamente; condena firmemente; condena en los términos más enérgicos; condena categóricamente
oppose 4: se opone a; rechaza; se niega a
support 3: apoya; respalda; hace suyo el llamamiento; suscribe; está a favor de; propugna
encourage 2: invita; invita a; alienta; alienta a; recomienda; recomienda que; sugiere; propone; anima a; aconseja
encourage 4: alienta encarecidamente; recomienda encarecidamente; alienta firmemente
call_for 3: exhorta; exhorta a; hace un llamamiento; hace un llamamiento a; pide a todos; apela a
call_for 3: reitera su llamamiento; llama a
urge 4: insta; insta a; pide encarecidamente; apremia; insta encarecidamente; insta a que; exige con urgencia
request 4: pide; pide a; pide al; pide a la; solicita; solicita a; encarga; encomienda; da instrucciones; pide que
request 4: ruega; pide también
request 5: autoriza; faculta
demand 5: exige; exige que; ordena; requiere
ready 2: está dispuesta a; está dispuesto a; expresa su disposición; se declara dispuesta a
ready 2: manifiesta su disposición
intend 3: se propone; tiene la intención de; continuará; seguirá; prevé
commit 4: se compromete; se compromete a; está decidida a; está resuelta a; reafirma su compromiso
commit 4: reitera su compromiso; expresa su determinación
decide 5: decide; decide que; ha decidido; resuelve; acuerda; conviene en; determina; establece; nombra; crea
decide 5: prorroga; elige; designa; decide también; decide además; decide seguir ocupándose; enmienda; deroga
decide 5: modifica
adopt 4: hace suyo; hace suya; hace suyos; hace suyas; acepta; respalda las recomendaciones
adopt 5: aprueba; adopta; ratifica; refrenda; firma
declare 3: declara; declara que; anuncia; manifiesta
declare 4: declara solemnemente; declaran solemnemente
declare 5: proclama; proclama solemnemente
"""

NAMES = Names(
    states=keyed("""
        NZL: nueva zelandia
        SUR: suriname
        DJI: djibouti
        BTN: bhután
        KNA: saint kitts y nevis
        ROU: rumania
        LKA: sri lanka
        NLD: holanda; países bajos
        CIV: costa de marfil; côte d'ivoire
        GBR: inglaterra
        VNM: vietnam
        KOR: corea del sur
        PRK: corea del norte
        TTO: trinidad y tabago; trinidad y tobago
        SAU: arabia saudita; arabia saudí
        MMR: birmania
        BLR: bielorrusia; belarús
        BHR: bahrein; bahréin
        BWA: botswana; botsuana
        KEN: kenya; kenia
        MYS: malasia
        MWI: malawi; malaui
        MUS: mauricio
        RWA: rwanda; ruanda
        ZWE: zimbabwe; zimbabue
        TZA: tanzanía; tanzania
        QAT: qatar; catar
        IRQ: iraq; irak
        LSO: lesotho; lesoto
        PNG: papua nueva guinea; papúa nueva guinea
        FJI: fiji; fiyi
        PSE: palestina
        SWZ: swazilandia; eswatini
        ARE: emiratos árabes unidos
        FRA: república francesa
        ITA: república italiana
        ARG: república argentina
        CHE: confederación suiza
        URY: república oriental del uruguay
        DOM: república dominicana
        PRT: república portuguesa
        GRC: república helénica
        PHL: república de filipinas
        CPV: cabo verde
        RUS: federación de rusia
        KGZ: república kirguisa; kirguistán
        CHN: república popular china
        IRN: república islámica del irán; irán
        SYR: república árabe siria; siria
        PRK: república popular democrática de corea
        KOR: república de corea
        VNM: viet nam
        LAO: república democrática popular lao
        USA: estados unidos de américa; estados unidos
        GBR: reino unido de gran bretaña e irlanda del norte; reino unido; gran bretaña
        TZA: república unida de tanzanía
        MDA: república de moldova; moldova
        VEN: república bolivariana de venezuela
        BOL: estado plurinacional de bolivia
        PSE: estado de palestina; palestina
        VAT: santa sede
        BLR: belarús
        CZE: república checa
        TUR: türkiye; turquía
        TLS: timor-leste
        COD: república democrática del congo
        CAF: república centroafricana
        KAZ: kazajstán
        TJK: tayikistán
        UZB: uzbekistán
        TKM: turkmenistán
        SUN: unión soviética; urss
        YUG: yugoslavia
    """),
    realms=words("república reino federación emirato sultanato principado confederación"),
    bodies=keyed("""
        cd: conferencia de desarme
        undc: comisión de desarme
        wto: organización mundial del comercio; omc
        imf: fondo monetario internacional; fmi
        wb: banco mundial
        nam: movimiento de países no alineados
        icrc: comité internacional de la cruz roja
        icj: corte internacional de justicia
        icc: corte penal internacional
        g20: grupo de los veinte
        las: liga de los estados árabes
        eaeu: unión económica euroasiática
        fatf: grupo de acción financiera
        unsg: secretario general
    """),
    places=keyed("""
        western-africa: áfrica occidental
        eastern-africa: áfrica oriental
        middle-africa: áfrica central
        southern-africa: áfrica meridional; áfrica austral
        northern-africa: áfrica del norte; norte de áfrica
        latin-america: américa latina y el caribe
        southeast-asia: asia sudoriental
        southern-asia: asia meridional
        western-asia: asia occidental
        mediterranean: mediterráneo
        middle-east: oriente medio; cercano oriente
        gulf: golfo pérsico
        caucasus: cáucaso
        balkans: balcanes
        horn: cuerno de áfrica
        sahel: sahel
        korea: península de corea
        gaza: gaza; franja de gaza
        arctic: ártico
        eurasia: eurasia
        asia-pacific: asia y el pacífico
        indian-ocean: océano índico
    """),
    body_nouns=words("""
        conferencia comité subcomité comisión consejo asamblea agencia grupo organización unión corte tribunal
        oficina autoridad banco fondo centro instituto secretaría parlamento congreso liga red
    """),
    instrument_nouns=words("""
        tratado convención convenio pacto protocolo carta acuerdo acuerdos declaración estatuto programa agenda
        estrategia marco código memorando reglamento plan
    """),
    mission_nouns=words("misión operación fuerza"),
    joins=phrases("""
        de; del; de la; de las; de los; sobre; sobre la; sobre el; sobre los; sobre las; para; para la; contra;
        contra la; contra el; relativo a; relativa a
    """),
    no_names=phrases("golfo de méxico; mar de china"),
    sessions=("período de sesiones", "periodo de sesiones"),
)

DRAFTING = Drafting(
    modals=graded("""
        1: puede; pueden; podría; podrían; podrá; podrán
        2: se invita a; se alienta a
        3: debería; deberían; conviene; procede
        5: debe; deben; deberá; deberán; ha de; han de; está obligado a; están obligados a; hay que
    """),
    negations=phrases("no; sin; ningún; ninguna; ninguno; ni; nunca; jamás; en lugar de; en vez de; abstenerse"),
    qualifiers=graded("""
        1: jurídicamente vinculante*; vinculante*; obligatori*; urgente*; urgencia; grave; graves; gravemente
        1: inmediat*; inmediatamente; sin demora; sin dilación; lo antes posible; cuanto antes; estricto; estricta
        1: estrictamente; pleno; plena; plenamente; firme; firmes; firmemente; profund*; profundamente; serio; seria
        1: seriamente; efectiv*; eficaz; eficaces; incondicional*; enérgicamente; categóricamente; solemnemente
        -1: según proceda; cuando proceda; según corresponda; si es necesario; de ser necesario; cuando sea posible
        -1: en la medida de lo posible; de ser posible; si procede; voluntari*; con carácter voluntario; no vinculante*
        -1: gradual; gradualmente; en principio; con sujeción a; de conformidad con la legislación nacional
        -1: de conformidad con su legislación nacional; de conformidad con el derecho interno; procurar
        0: importante; importantes; particular; especial; conjunto; conjunta; conjuntamente; debidamente
    """),
    scopes=graded("""
        1: todos; todas; todo; toda; cada; incluso; incluidos; incluidas; incluida; incluido; así como; otros; otras
        1: entre otras cosas; entre otros
        -1: solo; sólo; solamente; únicamente; exclusivamente; algunos; algunas; ciertos; ciertas; pertinente*
        -1: interesad*; salvo; excepto; con excepción de; varios; varias
        0: no menos de; no más de; no solo; no sólo; al menos; a más tardar
        0: en particular; especialmente; particularmente; principalmente; concretamente
    """),
    actors=keyed("""
        members: estados miembros; estado miembro; países miembros; estados participantes
        states: estados; países; naciones
        heads: jefes de estado; dirigentes; líderes
        premiers: jefes de gobierno; primeros ministros
        parties: estados partes; partes; partes contratantes; signatarios
        ministers: ministros; ministros de relaciones exteriores
        governments: gobiernos; autoridades
        community: comunidad internacional
        developed: países desarrollados; países industrializados; donantes
        developing: países en desarrollo; países menos adelantados
        society: sociedad civil; organizaciones no gubernamentales
        business: sector privado; empresas
        riparians: estados ribereños; países ribereños
        observers: observadores; estados observadores
    """),
    counts=graded("""
        2: ambos; ambas; doble; bienal; quincena
        10: decenio; década
        12: docena
    """),
)

ENTRY = Language(
    tag="es",
    name="Spanish",
    own_name="español",
    script="Latn",
    fields=FIELDS,
    months=MONTHS,
    links=phrases(
        "de; del; del mes de; día de; días de; días del mes de; día del mes de; del año; de año; de el; en el año"
    ),
    ranges=phrases("al; y; a; hasta el; y el; e"),
    ordinals=_ordinals(),
    cardinals=CARDINALS,
    abbreviations=ABBREVIATIONS,
    leading=LEADING,
    closing=CLOSING,
    articles=("artículo", "artículos", "articulo", "art.", "principio", "regla"),
    chapters=("capítulo", "capitulo", "cap."),
    sections=("sección", "seccion", "subsección", "secc."),
    divisions=("parte", "título", "titulo", "libro"),
    annexes=("anexo", "apéndice", "apendice", "adición", "adjunto"),
    preambles=("preámbulo", "preambulo", "considerandos"),
    resolved=phrases("""
        declara; declaran; declaran lo siguiente; decide; proclama; acuerda; resuelve;
        han convenido en lo siguiente; convienen en lo siguiente; han acordado lo siguiente;
        acuerdan lo siguiente; por la presente; por tanto; han convenido las siguientes disposiciones;
        han convenido en las siguientes disposiciones; recomienda
    """),
    verbs=(*verbs(Place.PREAMBLE, _PREAMBLE), *verbs(Place.OPERATIVE, _OPERATIVE)),
    adverbs={
        **dict.fromkeys(
            words("también además asimismo igualmente nuevamente una vez más nuevo solemnemente su sus"), 0
        ),
        **dict.fromkeys(words("particular especial finalmente"), 0),
        **dict.fromkeys(
            words("profundamente enérgicamente firmemente gravemente seriamente encarecidamente plenamente"), 1
        ),
        **dict.fromkeys(words("categóricamente sumamente hondamente profunda grave seria"), 1),
    },
    stopwords=frozenset(
        words("""
            a al ante como con contra cual cuando de del desde donde dos e el ella ellos en entre era es esa ese
            esta este estos ha han hasta la las le lo los más mi muy ni no nos nosotros o otra otro otros
            para pero por porque que quien se según ser si sin sobre son su sus también todas todo todos un una
            uno y ya así
        """)
    ),
    anniversaries=phrases("aniversario; aniversarios; cincuentenario; centenario; bicentenario"),
    names=NAMES,
    drafting=DRAFTING,
    examples=(
        ("16 de agosto de 2007", "2007-08-16"),
        ("el 1.º de enero de 2011", "2011-01-01"),
        ("a los dieciséis días del mes de agosto de dos mil siete", "2007-08-16"),
        ("15 de junio del 2011", "2011-06-15"),
        ("del 14 al 15 de junio de 2011", "2011-06-14"),
        ("en diciembre de 2006", "2006-12"),
        ("15/06/2011", "2011-06-15"),
    ),
)
