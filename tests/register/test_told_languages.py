"""Events in the languages of the world's organisations: what drafters put as done, and nothing denied or expected."""

import pytest

from acquis.archive.keeping import document_of_prepared
from acquis.archive.preparing import prepare
from acquis.model import Document
from acquis.register import _told_forms as forms
from acquis.register.events import Act, Event
from acquis.register.told import events_in

HEADS = {
    "en": ("SEOUL DECLARATION of the African Union", "The Peace and Security Council of the African Union declares:"),
    "es": ("RESOLUCIÓN de la Asamblea General de las Naciones Unidas", "La Asamblea General decide lo siguiente:"),
    "fr": (
        "DÉCLARATION du Conseil de paix et de sécurité de l'Union africaine",
        "Les membres du Conseil de paix et de sécurité de l'Union africaine, réunis à Accra, déclarent ce qui suit :",
    ),
    "ru": (
        "ДУШАНБИНСКАЯ ДЕКЛАРАЦИЯ. Шанхайская организация сотрудничества",
        "Совет глав государств Шанхайской организации сотрудничества, собравшись в Душанбе, заявляет о следующем:",
    ),
    "zh": ("上海合作组织成员国元首理事会宣言", "上海合作组织成员国元首理事会声明如下："),
    "ar": ("قرار مجلس الأمن", "إن مجلس الأمن، إذ يؤكد ميثاق الأمم المتحدة، يقرر ما يلي:"),
    "ja": ("国際連合総会決議", "総会は、次のとおり決議する。"),
}
"""A title and an opening in each language, so that it is known who speaks."""


def document(language: str, *paragraphs: str) -> Document:
    title, opening = HEADS[language]
    words = "\n\n".join((f"[Title] {title}\n[Date] June 15, 2019\n[Full text]", opening, *paragraphs))
    prepared = prepare(f"{words}\n".encode(), "text.txt")
    return document_of_prepared(prepared, prepared.catalogued.address)


def told(language: str, *paragraphs: str) -> list[Event]:
    """What the paragraphs tell, beside what the head of the text does."""
    return [each for each in events_in(document(language, *paragraphs)) if "rule:record/" not in each.proof.method]


def plain(event: Event) -> tuple[str, ...]:
    fields = (event.act.value, event.actor, event.object, event.role, str(event.on or ""), event.value or event.place)
    return tuple(each for each in fields if each)


TOLD = [
    (
        "en",
        (
            "They call upon all States to respect the Charter of the United Nations, which entered "
            "into force on 24 October 1945."
        ),
        [("entered into force", "un:1945-06-26/charter", "1945-10-24")],
    ),
    (
        "en",
        (
            "The Agreement Establishing the African Continental Free Trade Area entered into force "
            "on 30 May 2019, for Ghana and Kenya."
        ),
        [
            ("entered into force", "state:GHA", "au:2018-03-21/free-trade-area", "2019-05-30"),
            ("entered into force", "state:KEN", "au:2018-03-21/free-trade-area", "2019-05-30"),
        ],
    ),
    (
        "en",
        "DECIDES to admit the Kingdom of Morocco as a new member State of the African Union.",
        [("admitted", "state:MAR", "org:au", "member", "2019-06-15")],
    ),
    (
        "en",
        "GRANTS observer status to the State of Palestine and to Kazakhstan.",
        [
            ("admitted", "state:PSE", "org:au", "observer", "2019-06-15"),
            ("joined", "state:PSE", "org:au", "observer", "2019-06-15"),
            ("admitted", "state:KAZ", "org:au", "observer", "2019-06-15"),
            ("joined", "state:KAZ", "org:au", "observer", "2019-06-15"),
        ],
    ),
    (
        "en",
        "DECIDES to suspend the participation of Sudan from all AU activities until a government is formed.",
        [("suspended", "state:SDN", "org:au", "member", "2019-06-15")],
    ),
    (
        "en",
        "DECIDES to lift the suspension of Madagascar from participating in the activities of the AU.",
        [("restored", "state:MDG", "org:au", "member", "2019-06-15")],
    ),
    (
        "en",
        "South Sudan acceded to the Charter of the United Nations on 14 July 2011.",
        [("acceded", "state:SSD", "un:1945-06-26/charter", "2011-07-14")],
    ),
    (
        "en",
        "Egypt took over the chairmanship of the African Union on 10 February 2019.",
        [("joined", "state:EGY", "org:au", "chair", "2019-02-10")],
    ),
    (
        "en",
        (
            "The Peace and Security Council of the African Union (AU), at its 854th meeting held on "
            "6 June 2019, in Addis Ababa, Ethiopia, heard a report."
        ),
        [("met", "organ:au/PSC", "org:au", "2019-06-06", "Addis Ababa")],
    ),
    (
        "en",
        "The Peace and Security Council met by video conference on 6 June 2019.",
        [("met", "organ:au/PSC", "org:au", "2019-06-06")],
    ),
    (
        "en",
        "Mauritania withdrew from ECOWAS on 26 December 2000.",
        [("left", "state:MRT", "org:ecowas", "member", "2000-12-26")],
    ),
    (
        "en",
        "Belize and Guyana were admitted as members of the Organization of American States on 8 January 1991.",
        [
            ("admitted", "state:BLZ", "org:oas", "member", "1991-01-08"),
            ("admitted", "state:GUY", "org:oas", "member", "1991-01-08"),
        ],
    ),
    (
        "en",
        "Liberia became the 163rd member of the World Trade Organization on 14 July 2016.",
        [("joined", "state:LBR", "org:wto", "member", "2016-07-14")],
    ),
    (
        "en",
        "The Russian Federation ceased to be a member of the Council of Europe as from 16 March 2019.",
        [("left", "state:RUS", "org:coe", "member", "2019-03-16")],
    ),
    (
        "en",
        "Cambodia was admitted into ASEAN on 30 April 1999.",
        [("admitted", "state:KHM", "org:asean", "member", "1999-04-30")],
    ),
    (
        "en",
        (
            "The Statute of the International Atomic Energy Agency was approved on 23 October 1956 "
            "and came into force on 29 July 1957."
        ),
        [
            ("noted", "iaea:1956-10-26/statute", "adopted", "2019-06-15", "on or before that day"),
            ("adopted", "iaea:1956-10-26/statute", "1956-10-23"),
            ("entered into force", "iaea:1956-10-26/statute", "1957-07-29"),
        ],
    ),
    (
        "en",
        (
            "Mozambique deposited its instrument of acceptance of the Statute of the International "
            "Atomic Energy Agency on 18 September 2006."
        ),
        [("accepted", "state:MOZ", "iaea:1956-10-26/statute", "2006-09-18")],
    ),
    (
        "en",
        "The Charter of the United Nations was signed by Peru and Chile in San Francisco on 26 June 1945.",
        [
            ("signed", "state:PER", "un:1945-06-26/charter", "1945-06-26", "San Francisco"),
            ("signed", "state:CHL", "un:1945-06-26/charter", "1945-06-26", "San Francisco"),
        ],
    ),
    (
        "en",
        "The Commission of the African Union has its headquarters in Addis Ababa.",
        [("noted", "organ:au/AUC", "org:au", "seat", "2019-06-15", "Addis Ababa")],
    ),
    (
        "en",
        "Iraq disassociates itself from this declaration.",
        [("dissociated", "state:IRQ", "au:2019-06-15/seoul-declaration", "2019-06-15")],
    ),
    (
        "en",
        "The observers – Brazil, Japan and Türkiye – took part.",
        [
            ("observed", "state:BRA", "org:au", "observer", "2019-06-15"),
            ("observed", "state:JPN", "org:au", "observer", "2019-06-15"),
            ("observed", "state:TUR", "org:au", "observer", "2019-06-15"),
        ],
    ),
    (
        "en",
        (
            "The Peace and Security Council was convened in Addis Ababa on 12 March 2019 under the "
            "chairmanship of Kenya."
        ),
        [
            ("met", "organ:au/PSC", "org:au", "2019-03-12", "Addis Ababa"),
            ("observed", "state:KEN", "organ:au/PSC", "chair", "2019-03-12"),
        ],
    ),
    (
        "fr",
        "La Charte des Nations Unies est entrée en vigueur le 24 octobre 1945.",
        [("entered into force", "un:1945-06-26/charter", "1945-10-24")],
    ),
    (
        "fr",
        (
            "La Charte des Nations Unies, signée à San Francisco le 26 juin 1945, est entrée en "
            "vigueur pour le Ghana le 8 mars 1957."
        ),
        [
            ("adopted", "un:1945-06-26/charter", "1945-06-26", "San Francisco"),
            ("entered into force", "state:GHA", "un:1945-06-26/charter", "1957-03-08"),
        ],
    ),
    (
        "fr",
        (
            "Le Kenya et le Ghana ont déposé leurs instruments de ratification de la Charte des "
            "Nations Unies le 10 mai 2018."
        ),
        [
            ("ratified", "state:KEN", "un:1945-06-26/charter", "2018-05-10"),
            ("ratified", "state:GHA", "un:1945-06-26/charter", "2018-05-10"),
        ],
    ),
    (
        "fr",
        "Le Soudan du Sud a adhéré à la Charte des Nations Unies le 14 juillet 2011.",
        [("acceded", "state:SSD", "un:1945-06-26/charter", "2011-07-14")],
    ),
    (
        "fr",
        "L'Érythrée a ratifié la Charte des Nations Unies le 3 mai 2015.",
        [("ratified", "state:ERI", "un:1945-06-26/charter", "2015-05-03")],
    ),
    (
        "fr",
        "Le Pérou et le Chili ont signé la Charte des Nations Unies à San Francisco le 26 juin 1945.",
        [
            ("signed", "state:PER", "un:1945-06-26/charter", "1945-06-26", "San Francisco"),
            ("signed", "state:CHL", "un:1945-06-26/charter", "1945-06-26", "San Francisco"),
        ],
    ),
    (
        "fr",
        "Le Conseil de paix et de sécurité s'est réuni à Addis-Abeba le 12 mars 2019.",
        [("met", "organ:au/PSC", "org:au", "2019-03-12", "Addis-Abeba")],
    ),
    (
        "fr",
        ("La deuxième session extraordinaire du Conseil de paix et de sécurité s'est tenue à Niamey, le 4 avril 2019."),
        [("met", "organ:au/PSC", "org:au", "2019-04-04", "Niamey")],
    ),
    (
        "fr",
        "La Conférence a décidé d'accorder le statut d'observateur à la Palestine et au Kazakhstan.",
        [
            ("admitted", "state:PSE", "org:au", "observer", "2019-06-15"),
            ("joined", "state:PSE", "org:au", "observer", "2019-06-15"),
            ("admitted", "state:KAZ", "org:au", "observer", "2019-06-15"),
            ("joined", "state:KAZ", "org:au", "observer", "2019-06-15"),
        ],
    ),
    (
        "fr",
        "La Conférence décide d'admettre le Maroc en qualité de membre.",
        [("admitted", "state:MAR", "org:au", "member", "2019-06-15")],
    ),
    (
        "fr",
        "Les observateurs, à savoir le Brésil, le Japon et la Türkiye, ont pris part à la séance.",
        [
            ("observed", "state:BRA", "org:au", "observer", "2019-06-15"),
            ("observed", "state:JPN", "org:au", "observer", "2019-06-15"),
            ("observed", "state:TUR", "org:au", "observer", "2019-06-15"),
        ],
    ),
    (
        "fr",
        "La Mauritanie s'est retirée de la CEDEAO le 26 décembre 2000.",
        [("left", "state:MRT", "org:ecowas", "member", "2000-12-26")],
    ),
    (
        "fr",
        "Le siège de la Commission de l'Union africaine est à Addis-Abeba.",
        [("noted", "organ:au/AUC", "org:au", "seat", "2019-06-15", "Addis-Abeba")],
    ),
    ("fr", "L'Union africaine a été créée le 26 mai 2001.", [("founded", "org:au", "2001-05-26")]),
    (
        "fr",
        "L'Afrique du Sud a assumé la présidence de l'Union africaine le 10 février 2019.",
        [("joined", "state:ZAF", "org:au", "chair", "2019-02-10")],
    ),
    (
        "fr",
        "La Conférence décide de suspendre la participation du Soudan à toutes les activités de l'Union.",
        [("suspended", "state:SDN", "org:au", "member", "2019-06-15")],
    ),
    (
        "fr",
        "L'Algérie se dissocie de la présente déclaration.",
        [("dissociated", "state:DZA", "au:2019-06-15/declaration-conseil-paix-et-securite-l", "2019-06-15")],
    ),
    (
        "fr",
        "En l'absence de la Libye, le Conseil a entendu le rapport.",
        [("voted", "state:LBY", "au:2019-06-15/declaration-conseil-paix-et-securite-l", "2019-06-15", "absent")],
    ),
    (
        "fr",
        "Depuis le 12 février 2019, l'État porte le nom officiel de Macédoine du Nord.",
        [("renamed", "state:MKD", "2019-02-12", "Macédoine du Nord")],
    ),
    (
        "es",
        "La Carta de las Naciones Unidas entró en vigor el 24 de octubre de 1945.",
        [("entered into force", "un:1945-06-26/charter", "1945-10-24")],
    ),
    (
        "es",
        "La Carta de las Naciones Unidas entró en vigor para Colombia el 5 de noviembre de 1945.",
        [("entered into force", "state:COL", "un:1945-06-26/charter", "1945-11-05")],
    ),
    (
        "es",
        (
            "La República de Colombia y Honduras depositaron sus instrumentos de ratificación de la "
            "Carta de las Naciones Unidas el 5 de noviembre de 1945."
        ),
        [
            ("ratified", "state:COL", "un:1945-06-26/charter", "1945-11-05"),
            ("ratified", "state:HND", "un:1945-06-26/charter", "1945-11-05"),
        ],
    ),
    (
        "es",
        "Sudán del Sur se adhirió a la Carta de las Naciones Unidas el 14 de julio de 2011.",
        [("acceded", "state:SSD", "un:1945-06-26/charter", "2011-07-14")],
    ),
    (
        "es",
        "El Perú ratificó la Carta de las Naciones Unidas el 31 de octubre de 1945.",
        [("ratified", "state:PER", "un:1945-06-26/charter", "1945-10-31")],
    ),
    (
        "es",
        "El Perú y Chile firmaron la Carta de las Naciones Unidas en San Francisco el 26 de junio de 1945.",
        [
            ("signed", "state:PER", "un:1945-06-26/charter", "1945-06-26", "San Francisco"),
            ("signed", "state:CHL", "un:1945-06-26/charter", "1945-06-26", "San Francisco"),
        ],
    ),
    (
        "es",
        "El Consejo de Seguridad se reunió en Nairobi el 18 de noviembre de 2004.",
        [("met", "organ:un/SC", "org:un", "2004-11-18", "Nairobi")],
    ),
    (
        "es",
        "La Asamblea concedió la condición de observador permanente a la República de Kazajstán y a Ucrania.",
        [
            ("admitted", "state:KAZ", "org:un", "observer", "2019-06-15"),
            ("joined", "state:KAZ", "org:un", "observer", "2019-06-15"),
            ("admitted", "state:UKR", "org:un", "observer", "2019-06-15"),
            ("joined", "state:UKR", "org:un", "observer", "2019-06-15"),
        ],
    ),
    (
        "es",
        "La Asamblea decide admitir a Belice y a Guyana como miembros.",
        [
            ("admitted", "state:BLZ", "org:un", "member", "2019-06-15"),
            ("admitted", "state:GUY", "org:un", "member", "2019-06-15"),
        ],
    ),
    (
        "es",
        "Belice fue admitido como miembro de la Organización de los Estados Americanos el 8 de enero de 1991.",
        [("admitted", "state:BLZ", "org:oas", "member", "1991-01-08")],
    ),
    (
        "es",
        "Los observadores, a saber, España, Francia y Marruecos, participaron en la sesión.",
        [
            ("observed", "state:ESP", "org:un", "observer", "2019-06-15"),
            ("observed", "state:FRA", "org:un", "observer", "2019-06-15"),
            ("observed", "state:MAR", "org:un", "observer", "2019-06-15"),
        ],
    ),
    (
        "es",
        "Venezuela se retiró de la Organización de los Estados Americanos el 27 de abril de 2019.",
        [("left", "state:VEN", "org:oas", "member", "2019-04-27")],
    ),
    (
        "es",
        "La sede de la Organización de los Estados Americanos está en Washington.",
        [("noted", "org:oas", "org:oas", "seat", "2019-06-15", "Washington")],
    ),
    (
        "es",
        "La Organización de los Estados Americanos fue creada el 30 de abril de 1948.",
        [("founded", "org:oas", "1948-04-30")],
    ),
    (
        "es",
        "La Asamblea decidió levantar la suspensión de Honduras.",
        [("restored", "state:HND", "org:un", "member", "2019-06-15")],
    ),
    (
        "es",
        "Nicaragua se desvincula de la presente resolución.",
        [("dissociated", "state:NIC", "un:2019-06-15/resolucion-asamblea-general-las-naciones-unidas", "2019-06-15")],
    ),
    (
        "es",
        "En ausencia de Cuba, la Asamblea escuchó el informe.",
        [
            (
                "voted",
                "state:CUB",
                "un:2019-06-15/resolucion-asamblea-general-las-naciones-unidas",
                "2019-06-15",
                "absent",
            )
        ],
    ),
    (
        "es",
        "Desde el 12 de febrero de 2019, el Estado lleva el nombre oficial de Macedonia del Norte.",
        [("renamed", "state:MKD", "2019-02-12", "Macedonia del Norte")],
    ),
    (
        "ru",
        "Хартия Шанхайской организации сотрудничества вступила в силу 19 сентября 2003 года.",
        [("entered into force", "sco:2002-06-07/charter", "2003-09-19")],
    ),
    (
        "ru",
        (
            "Республика Индия и Исламская Республика Пакистан были приняты в члены Шанхайской "
            "организации сотрудничества 9 июня 2017 года."
        ),
        [
            ("admitted", "state:IND", "org:sco", "member", "2017-06-09"),
            ("admitted", "state:PAK", "org:sco", "member", "2017-06-09"),
        ],
    ),
    (
        "ru",
        (
            "9 июня 2017 года Республика Индия и Исламская Республика Пакистан стали полноправными "
            "членами Шанхайской организации сотрудничества."
        ),
        [
            ("joined", "state:IND", "org:sco", "member", "2017-06-09"),
            ("joined", "state:PAK", "org:sco", "member", "2017-06-09"),
        ],
    ),
    (
        "ru",
        "Заседание Совета глав правительств ШОС состоялось 26 октября 2005 года в Москве.",
        [("met", "organ:sco/CHG", "org:sco", "2005-10-26", "Москве")],
    ),
    (
        "ru",
        "Главы государств приняли решение о предоставлении Республике Беларусь статуса наблюдателя.",
        [
            ("admitted", "state:BLR", "org:sco", "observer", "2019-06-15"),
            ("joined", "state:BLR", "org:sco", "observer", "2019-06-15"),
        ],
    ),
    (
        "ru",
        "Украина сдала на хранение ратификационную грамоту Устава ООН 12 мая 2005 года.",
        [("ratified", "state:UKR", "un:1945-06-26/charter", "2005-05-12")],
    ),
    (
        "ru",
        "Казахстан ратифицировал Устав Организации Объединенных Наций 3 мая 1992 года.",
        [("ratified", "state:KAZ", "un:1945-06-26/charter", "1992-05-03")],
    ),
    (
        "ru",
        "Республика Таджикистан присоединилась к Уставу Организации Объединенных Наций 14 июля 2011 года.",
        [("acceded", "state:TJK", "un:1945-06-26/charter", "2011-07-14")],
    ),
    (
        "ru",
        "Казахстан и Киргизия подписали Устав Организации Объединенных Наций 3 мая 1992 года.",
        [
            ("signed", "state:KAZ", "un:1945-06-26/charter", "1992-05-03"),
            ("signed", "state:KGZ", "un:1945-06-26/charter", "1992-05-03"),
        ],
    ),
    (
        "ru",
        "Государства-наблюдатели – Индия, Иран и Монголия – приняли участие в заседании.",
        [
            ("observed", "state:IND", "org:sco", "observer", "2019-06-15"),
            ("observed", "state:IRN", "org:sco", "observer", "2019-06-15"),
            ("observed", "state:MNG", "org:sco", "observer", "2019-06-15"),
        ],
    ),
    (
        "ru",
        "Грузия вышла из Содружества Независимых Государств 18 августа 2009 года.",
        [("left", "state:GEO", "org:cis", "member", "2009-08-18")],
    ),
    ("ru", "Шанхайская организация сотрудничества создана 15 июня 2001 года.", [("founded", "org:sco", "2001-06-15")]),
    (
        "ru",
        "Республика Узбекистан приняла председательство в ШОС 17 сентября 2016 года.",
        [("joined", "state:UZB", "org:sco", "chair", "2016-09-17")],
    ),
    (
        "ru",
        "Принято решение о приостановлении участия Узбекистана в работе органов.",
        [("suspended", "state:UZB", "org:sco", "member", "2019-06-15")],
    ),
    (
        "ru",
        "Республика Индия отмежевывается от настоящей Декларации.",
        [("dissociated", "state:IND", "sco:2019-06-15/душанбинская-декларация", "2019-06-15")],
    ),
    (
        "ru",
        "В отсутствие Республики Узбекистан Совет заслушал доклад.",
        [("voted", "state:UZB", "sco:2019-06-15/душанбинская-декларация", "2019-06-15", "absent")],
    ),
    (
        "ru",
        "С 12 февраля 2019 года государство носит официальное название «Республика Северная Македония».",
        [("renamed", "state:MKD", "2019-02-12", "Республика Северная Македония")],
    ),
    (
        "ru",
        "Секретариат ШОС начал работу в Пекине 15 января 2004 года.",
        [("seated", "organ:sco/SEC", "org:sco", "2004-01-15", "Пекине")],
    ),
    (
        "ru",
        "Меморандум о взаимопонимании с АСЕАН, подписанный в Джакарте 21 апреля 2005 года, выполняется.",
        [("joined", "org:asean", "org:sco", "partner_organisation", "2005-04-21")],
    ),
    (
        "zh",
        "《上海合作组织宪章》于2003年9月19日生效。",
        [("entered into force", "sco:2002-06-07/charter", "2003-09-19")],
    ),
    (
        "zh",
        "2003年9月19日，《上海合作组织宪章》正式生效。",
        [("entered into force", "sco:2002-06-07/charter", "2003-09-19")],
    ),
    (
        "zh",
        "2017年6月9日，印度共和国和巴基斯坦伊斯兰共和国加入上海合作组织。",
        [
            ("joined", "state:IND", "org:sco", "member", "2017-06-09"),
            ("joined", "state:PAK", "org:sco", "member", "2017-06-09"),
        ],
    ),
    (
        "zh",
        "印度共和国于2017年6月9日成为上海合作组织成员国。",
        [("joined", "state:IND", "org:sco", "member", "2017-06-09")],
    ),
    (
        "zh",
        "哈萨克斯坦共和国于1992年3月3日批准了《联合国宪章》。",
        [("ratified", "state:KAZ", "un:1945-06-26/charter", "1992-03-03")],
    ),
    (
        "zh",
        "乌克兰于2005年5月12日交存了《联合国宪章》的批准书。",
        [("ratified", "state:UKR", "un:1945-06-26/charter", "2005-05-12")],
    ),
    (
        "zh",
        "日本于1956年12月18日加入《联合国宪章》。",
        [("acceded", "state:JPN", "un:1945-06-26/charter", "1956-12-18")],
    ),
    (
        "zh",
        "上海合作组织成员国政府首脑理事会会议于2005年10月26日在莫斯科举行。",
        [("met", "organ:sco/CHG", "org:sco", "2005-10-26", "莫斯科")],
    ),
    (
        "zh",
        "元首们决定给予阿富汗伊斯兰共和国观察员地位。",
        [
            ("admitted", "state:AFG", "org:sco", "observer", "2019-06-15"),
            ("joined", "state:AFG", "org:sco", "observer", "2019-06-15"),
        ],
    ),
    ("zh", "元首们决定接收伊朗伊斯兰共和国为成员国。", [("admitted", "state:IRN", "org:sco", "member", "2019-06-15")]),
    (
        "zh",
        "观察员国（印度、伊朗、蒙古）出席了会议。",
        [
            ("observed", "state:IND", "org:sco", "observer", "2019-06-15"),
            ("observed", "state:IRN", "org:sco", "observer", "2019-06-15"),
            ("observed", "state:MNG", "org:sco", "observer", "2019-06-15"),
        ],
    ),
    ("zh", "上海合作组织成立于2001年6月15日。", [("founded", "org:sco", "2001-06-15")]),
    ("zh", "上海合作组织秘书处设在北京。", [("noted", "organ:sco/SEC", "org:sco", "seat", "2019-06-15", "北京")]),
    (
        "zh",
        "中国和俄罗斯于1996年4月26日签署了《联合国宪章》。",
        [
            ("signed", "state:CHN", "un:1945-06-26/charter", "1996-04-26"),
            ("signed", "state:RUS", "un:1945-06-26/charter", "1996-04-26"),
        ],
    ),
    (
        "zh",
        "在乌兹别克斯坦缺席的情况下，理事会听取了报告。",
        [("voted", "state:UZB", "sco:2019-06-15/上海合作组织成员国元首理事会宣言", "2019-06-15", "absent")],
    ),
    (
        "ar",
        "دخل ميثاق الأمم المتحدة حيز النفاذ في 24 تشرين الأول/أكتوبر 1945.",
        [("entered into force", "un:1945-06-26/charter", "1945-10-24")],
    ),
    (
        "ar",
        "بدأ نفاذ ميثاق الأمم المتحدة في 24 تشرين الأول/أكتوبر 1945.",
        [("entered into force", "un:1945-06-26/charter", "1945-10-24")],
    ),
    (
        "ar",
        "انضمت المملكة العربية السعودية وجمهورية مصر العربية إلى ميثاق الأمم المتحدة في 12 أيار/مايو 2009.",
        [
            ("acceded", "state:SAU", "un:1945-06-26/charter", "2009-05-12"),
            ("acceded", "state:EGY", "un:1945-06-26/charter", "2009-05-12"),
        ],
    ),
    (
        "ar",
        "صدقت مصر على ميثاق الأمم المتحدة في 22 تشرين الأول/أكتوبر 1945.",
        [("ratified", "state:EGY", "un:1945-06-26/charter", "1945-10-22")],
    ),
    (
        "ar",
        "أودعت مصر صك التصديق على ميثاق الأمم المتحدة في 22 تشرين الأول/أكتوبر 1945.",
        [("ratified", "state:EGY", "un:1945-06-26/charter", "1945-10-22")],
    ),
    (
        "ar",
        "انضمت جيبوتي إلى جامعة الدول العربية في 4 أيلول/سبتمبر 1977.",
        [("joined", "state:DJI", "org:las", "member", "1977-09-04")],
    ),
    (
        "ar",
        "قرر المجلس منح البرازيل مركز المراقب.",
        [
            ("admitted", "state:BRA", "org:un", "observer", "2019-06-15"),
            ("joined", "state:BRA", "org:un", "observer", "2019-06-15"),
        ],
    ),
    (
        "ar",
        "عقد مجلس الأمن اجتماعه في نيروبي في 18 تشرين الثاني/نوفمبر 2004.",
        [("met", "organ:un/SC", "org:un", "2004-11-18", "نيروبي")],
    ),
    ("ar", "أنشئت جامعة الدول العربية في 22 آذار/مارس 1945.", [("founded", "org:las", "1945-03-22")]),
    (
        "ar",
        "انسحبت مصر من جامعة الدول العربية في 3 أيار/مايو 1979.",
        [("left", "state:EGY", "org:las", "member", "1979-05-03")],
    ),
    (
        "ja",
        "国際連合憲章は1945年10月24日に効力を生じた。",
        [("entered into force", "un:1945-06-26/charter", "1945-10-24")],
    ),
    (
        "ja",
        "インド共和国は2017年6月9日に上海協力機構に加盟した。",
        [("joined", "state:IND", "org:sco", "member", "2017-06-09")],
    ),
    (
        "ja",
        "日本国は1956年12月18日に国際連合憲章に加入した。",
        [("acceded", "state:JPN", "un:1945-06-26/charter", "1956-12-18")],
    ),
    (
        "ja",
        "首脳は、アフガニスタンにオブザーバーの地位を付与した。",
        [
            ("admitted", "state:AFG", "org:un", "observer", "2019-06-15"),
            ("joined", "state:AFG", "org:un", "observer", "2019-06-15"),
        ],
    ),
    (
        "ja",
        "安全保障理事会は、2004年11月18日にナイロビで会合を開いた。",
        [("met", "organ:un/SC", "org:un", "2004-11-18", "ナイロビ")],
    ),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), TOLD)
def test_a_sentence_tells_what_happened_in_its_language(language, sentence, expected):
    assert expected == [plain(each) for each in told(language, sentence)]


MODES = [
    ("en", "The present declaration was adopted by consensus.", "consensus"),
    ("fr", "La présente déclaration a été adoptée par consensus.", "consensus"),
    ("es", "La presente resolución fue aprobada sin votación.", "without a vote"),
    ("ru", "Настоящая Декларация принята консенсусом.", "consensus"),
    ("zh", "本宣言以协商一致方式通过。", "consensus"),
    ("ar", "اعتمد هذا القرار بالإجماع.", "unanimously"),
    ("ja", "本決議は、コンセンサスにより採択された。", "consensus"),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), MODES)
def test_a_text_tells_how_it_was_adopted(language, sentence, expected):
    text = document(language, sentence)
    adopted = [each for each in events_in(text) if each.act is Act.ADOPTED]

    assert [(str(text.address.work), expected)] == [(each.object, each.value) for each in adopted if each.value]


SILENT = [
    ("en", "The amendments to the Charter of the United Nations entered into force on 31 August 1965."),
    ("en", "The Charter of the United Nations has not entered into force for Kosovo on 3 May 2010."),
    ("en", "The Charter of the United Nations shall enter into force on 24 October 2045."),
    ("en", "They invite Mongolia to accede to the Charter of the United Nations by 3 May 2030."),
    ("en", "If Mongolia acceded to the Charter of the United Nations on 3 May 2010, it is bound."),
    ("en", "Mongolia has not yet ratified the Charter of the United Nations."),
    ("en", "The present declaration was not adopted by consensus."),
    ("en", "The Peace and Security Council will meet in Addis Ababa on 15 September 2022."),
    ("en", "They intend to grant observer status to Belarus."),
    ("en", "They considered the application of Belarus for the status of observer."),
    ("en", "The Council did not decide to admit Belarus as a member."),
    ("en", "They agreed on the need to grant Belarus the status of observer."),
    ("en", "They agreed in principle to admit Timor-Leste to be the eleventh member."),
    ("en", "They decided to invite Egypt to become a member of BRICS from 1 January 2019."),
    ("en", "Belarus may become a member of the African Union on 3 May 2019."),
    ("en", "The Council proposed that Egypt assumed the chairmanship of the African Union on 10 February 2019."),
    ("fr", "Les amendements à la Charte des Nations Unies sont entrés en vigueur le 31 août 1965."),
    ("fr", "La Charte des Nations Unies n'est pas encore entrée en vigueur pour le Kenya le 3 mai 2010."),
    ("fr", "La Charte des Nations Unies entrera en vigueur le 3 mai 2030."),
    ("fr", "L'Érythrée n'a pas ratifié la Charte des Nations Unies le 3 mai 2015."),
    ("fr", "Le Conseil invite le Maroc à adhérer à la Charte des Nations Unies."),
    ("fr", "La présente déclaration n'a pas été adoptée par consensus."),
    ("fr", "Si le Ghana a ratifié la Charte des Nations Unies le 3 mai 2015, le Conseil en prendra acte."),
    ("fr", "Le Maroc sera admis en qualité de membre."),
    ("fr", "Le Conseil décidera d'accorder le statut d'observateur au Kazakhstan."),
    ("fr", "Le Conseil de paix et de sécurité se réunira à Niamey le 4 avril 2020."),
    ("fr", "Le Conseil examine la demande d'accorder le statut d'observateur à Haïti."),
    ("fr", "Le Conseil a décidé de ne pas admettre le Maroc en qualité de membre."),
    ("es", "Las enmiendas a la Carta de las Naciones Unidas entraron en vigor el 31 de agosto de 1965."),
    ("es", "La Carta de las Naciones Unidas no ha entrado en vigor para Kosovo el 3 de mayo de 2010."),
    ("es", "La Carta de las Naciones Unidas entrará en vigor el 3 de mayo de 2030."),
    ("es", "Cuba no ratificó la Carta de las Naciones Unidas el 3 de mayo de 2015."),
    ("es", "La Asamblea invita a Belice a adherirse a la Carta de las Naciones Unidas."),
    ("es", "La presente resolución no fue aprobada por consenso."),
    ("es", "Si Belice ratificó la Carta de las Naciones Unidas el 3 de mayo de 2015, la Asamblea tomará nota."),
    ("es", "Belice será admitido como miembro."),
    ("es", "El Consejo de Seguridad se reunirá en Nairobi el 4 de abril de 2020."),
    ("es", "La Asamblea examina la solicitud de otorgar la condición de observador a Ucrania."),
    ("es", "La Asamblea decidió no admitir a Belice como miembro."),
    ("ru", "Поправки к Уставу Организации Объединенных Наций вступили в силу 31 августа 1965 года."),
    ("ru", "Хартия Шанхайской организации сотрудничества не вступила в силу 19 сентября 2003 года."),
    ("ru", "Хартия Шанхайской организации сотрудничества вступит в силу 19 сентября 2030 года."),
    ("ru", "Украина не ратифицировала Устав Организации Объединенных Наций 3 мая 1992 года."),
    (
        "ru",
        (
            "Если Украина ратифицировала Устав Организации Объединенных Наций 3 мая 1992 года, это "
            "принимается к сведению."
        ),
    ),
    ("ru", "Настоящая Декларация не была принята консенсусом."),
    ("ru", "Предлагается предоставить Республике Беларусь статус наблюдателя."),
    ("ru", "Рассмотрен вопрос о предоставлении Республике Беларусь статуса наблюдателя."),
    ("ru", "Заседание Совета глав государств состоится 26 октября 2025 года в Москве."),
    ("ru", "Республика Беларусь будет принята в члены Шанхайской организации сотрудничества."),
    ("ru", "Монголия приглашается присоединиться к Хартии Шанхайской организации сотрудничества."),
    ("ru", "Монголия может стать наблюдателем с 3 мая 2019 года."),
    ("zh", "《上海合作组织宪章》尚未于2003年9月19日生效。"),
    ("zh", "《上海合作组织宪章》将于2030年9月19日生效。"),
    ("zh", "乌克兰没有批准《联合国宪章》。"),
    ("zh", "如果乌克兰于2005年5月12日批准了《联合国宪章》，理事会将予以注意。"),
    ("zh", "本宣言未以协商一致方式通过。"),
    ("zh", "理事会邀请蒙古国加入上海合作组织。"),
    ("zh", "理事会审议了给予白俄罗斯共和国观察员地位的申请。"),
    ("zh", "白俄罗斯共和国将加入上海合作组织。"),
    ("zh", "上海合作组织成员国元首理事会会议将于2025年10月26日在莫斯科举行。"),
    ("ar", "لم يدخل ميثاق الأمم المتحدة حيز النفاذ في 24 تشرين الأول/أكتوبر 1945."),
    ("ar", "سيدخل ميثاق الأمم المتحدة حيز النفاذ في 24 تشرين الأول/أكتوبر 2030."),
    ("ar", "إذا انضمت مصر إلى ميثاق الأمم المتحدة في 12 أيار/مايو 2009 فإنها تتقيد به."),
    ("ar", "لم تصدق مصر على ميثاق الأمم المتحدة في 12 أيار/مايو 2009."),
    ("ar", "ستنضم جيبوتي إلى جامعة الدول العربية في 4 أيلول/سبتمبر 2030."),
    ("ar", "ندعو جيبوتي إلى الانضمام إلى ميثاق الأمم المتحدة."),
    ("ja", "国際連合憲章は効力を生じていない。"),
    ("ja", "日本国は2030年6月9日に上海協力機構に加盟する。"),
    ("ja", "首脳は、アフガニスタンにオブザーバーの地位を付与することを検討した。"),
    ("ja", "国際連合憲章は2030年10月24日に効力を生ずる。"),
]


@pytest.mark.parametrize(("language", "sentence"), SILENT)
def test_what_is_denied_supposed_or_expected_is_no_event(language, sentence):
    assert [] == told(language, sentence)


@pytest.mark.parametrize("language", HEADS)
def test_every_event_of_a_language_shows_the_words_at_their_address(language):
    sentences = [sentence for code, sentence, _ in TOLD if code == language]
    text, found = document(language, *sentences), told(language, *sentences)

    assert found
    assert all(each.proof.quotation == text.words(each.proof.address) for each in found)


@pytest.mark.parametrize("language", HEADS)
def test_what_is_asked_before_a_form_hides_no_event(language, monkeypatch):
    text = document(language, *(sentence for code, sentence, _ in TOLD if code == language))
    expected = list(events_in(text))
    monkeypatch.setattr(forms.Form, "may_be_met", lambda form, small: True)
    monkeypatch.setattr(forms, "_forms_for", lambda tongue, kinds: forms._forms(tongue))

    assert expected == list(events_in(text))


# --- what states say of a text ----------------------------------------------------------------------------------------

SAID = [
    ("en", "After the adoption, the representative of Hungary dissociated her country from the text.", "dissociated"),
    ("en", "Argentina does not associate itself with the text.", "dissociated"),
    ("en", "Cuba could not join the consensus on the text.", "dissociated"),
    ("en", "The delegation of Sudan expressed reservations on the text.", "reserved"),
    ("en", "Chile reserved its position on the text.", "reserved"),
    ("en", "Kenya did not participate in the adoption of the text.", "stayed out"),
    ("en", "Iran was absent when the text was adopted.", "voted absent"),
    ("en", "Argentina associates itself with the text.", "associated"),
    ("en", "Argentina joined the consensus on the text.", ""),
    ("en", "The delegation of Chile stated that it did not join the consensus.", "dissociated"),
    ("en", "The text was adopted by consensus, from which Chile dissociated itself.", "dissociated"),
    ("en", "Chile voted against the text.", "voted no"),
    ("en", "Chile disagrees with the text.", "dissociated"),
    ("fr", "La Hongrie ne s'associe pas à la présente déclaration.", "dissociated"),
    ("fr", "Le Soudan a émis des réserves sur le texte.", "reserved"),
    ("fr", "Le Kenya n'a pas participé à l'adoption du texte.", "stayed out"),
    ("es", "Hungría no se suma al consenso.", "dissociated"),
    ("es", "El Sudán expresó reservas sobre el texto.", "reserved"),
    ("es", "Kenya no participó en la aprobación del texto.", "stayed out"),
    ("ru", "Индия не присоединилась к декларации.", "dissociated"),
    ("ru", "Индия заявила оговорку к декларации.", "reserved"),
    ("ru", "Индия не участвовала в принятии декларации.", "stayed out"),
    ("zh", "印度对本宣言持保留。", "reserved"),
    ("zh", "印度未参加表决。", "stayed out"),
]


@pytest.mark.parametrize(("language", "words", "said"), SAID)
def test_what_states_say_of_a_text_is_told(language: str, words: str, said: str) -> None:
    found = [f"{each.act.value} {each.value}".strip() for each in told(language, words)]

    assert ([said] if said else []) == found
