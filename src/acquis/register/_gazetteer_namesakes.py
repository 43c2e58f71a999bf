"""Longer names in which the name of a state stands, and that name no state: seas, rivers, parts, beasts, houses."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from acquis.languages import phrases
from acquis.languages.cases_ru import cases

_NAMESAKES: Final = {
    "en": """
        New Guinea; West New Guinea; Netherlands New Guinea; New Guinea Island; Gulf of Guinea; guinea pig; guinea pigs
        guinea fowl; guinea worm; guinea worms; guinea corn; guinea grass; Upper Guinea; Lower Guinea
        turkey vulture; turkey vultures; turkey oak; turkey red; turkey shoot
        Air France; Air China; Air India; Air Canada; Air Malta; Air Mauritius; Air Namibia; Air New Zealand
        Air Seychelles; Air Tanzania; Air Burkina; Kenya Airways; Qatar Airways; Kuwait Airways; Malaysia Airlines
        Singapore Airlines; Japan Airlines; Iran Air; Egypt Air; Georgia Tech; Georgia State University
        University of Georgia; Atlanta, Georgia; Georgia, USA; Georgia, U.S.A.
        US state of Georgia; U.S. state of Georgia; South Georgia; South Georgia Island; Strait of Georgia
        Inner Mongolia; Inner Mongolia Autonomous Region
        Niger Delta; Niger River; River Niger; Niger Basin; Niger River Basin; Inner Niger Delta
        Lake Chad; Lake Chad Basin; Chad Basin; Congo River; River Congo; Congo Basin; Congo River Basin
        Senegal River; Senegal River Basin; Gambia River; River Gambia; Gambia River Basin; Uruguay River
        Paraguay River; Jordan River; River Jordan; Jordan Valley; Jordan River Basin; Lake Malawi; Lake Nicaragua
        New Mexico; Gulf of Mexico; New England; New Jersey; New South Wales; New Holland; Mali Empire; Ghana Empire
        Sea of Oman; Oman Sea; Gulf of Oman; Oman Gulf; Gulf of Thailand; Gulf of Finland; Gulf of Panama
        Sea of Japan; Japan Sea; Japan Trench; Japan Current; Peru Current; Peru-Chile Trench; Denmark Strait
        Korea Strait; Korea Bay; Taiwan Strait; Singapore Strait; Strait of Singapore; Straits of Singapore
        South China Sea; East China Sea; China Sea; China Seas; Great Wall of China; china clay; Philippine Sea
        Panama Canal; Panama Canal Zone; Isthmus of Panama; Panama Papers; panama hat; panama hats; panama disease
        Nicaragua Canal; brazil nut; brazil nuts; Brazil Current; jordan almonds; india ink; india rubber; malta fever
        chile pepper; chile peppers; cyprus cedar; Western Australia; South Australia; Great Australian Bight
        Upper Austria; Lower Austria; Central Macedonia; Greek Macedonia; Eastern Macedonia and Thrace
        Mount Lebanon; Little Poland; Lesser Poland; Greater Poland; Holland Tunnel; Luxembourg Gardens
        Luxembourg Palace; Palace of Luxembourg; British Columbia; Little Italy
    """,
    "fr": """
        Nouvelle-Guinée; Nouvelle-Guinée occidentale; Nouvelle-Guinée néerlandaise; golfe de Guinée; ver de Guinée
        cochon de Guinée; Géorgie du Sud; Mongolie intérieure; Mongolie-Intérieure; Nouveau-Mexique; golfe du Mexique
        golfe d'Oman; mer d'Oman; golfe de Thaïlande; golfe de Finlande; golfe du Panama; Air France; Air Algérie
        Air Canada; Air Sénégal; Royal Air Maroc; delta du Niger; fleuve Niger; bassin du Niger; bassin du fleuve Niger
        delta intérieur du Niger; lac Tchad; bassin du lac Tchad; bassin du Tchad; fleuve Congo; bassin du Congo
        fleuve Sénégal; bassin du fleuve Sénégal; vallée du fleuve Sénégal; fleuve Gambie; bassin du fleuve Gambie
        lac Malawi; canal de Panama; canal du Panama; isthme de Panama; mer du Japon; mer de Chine
        mer de Chine méridionale; mer de Chine orientale; détroit de Corée; détroit de Singapour; détroit de Taiwan
        détroit de Taïwan; grande muraille de Chine; encre de Chine; noix du Brésil; Empire du Mali; empire du Ghana
        jardin du Luxembourg; palais du Luxembourg; Australie-Occidentale; Australie-Méridionale; Haute-Autriche
        Basse-Autriche; Mont-Liban; Macédoine-Centrale; Nouvelle-Galles du Sud; Nouvelle-Angleterre
    """,
    "es": """
        Nueva Guinea; golfo de Guinea; lombriz de Guinea; gusano de Guinea; Georgia del Sur; Mongolia Interior
        Nuevo México; Nuevo Méjico; golfo de México; golfo de Omán; mar de Omán; golfo de Tailandia
        golfo de Finlandia; golfo de Panamá; Air France; delta del Níger; río Níger; cuenca del Níger; lago Chad
        cuenca del lago Chad; cuenca del Chad; río Congo; cuenca del Congo; cuenca del río Congo; río Senegal
        cuenca del río Senegal; río Gambia; río Uruguay; río Paraguay; lago Malawi; lago de Nicaragua
        canal de Panamá; canal del Panamá; istmo de Panamá; papeles de Panamá; mar del Japón; mar de Japón
        mar de China; mar de China Meridional; mar de China Oriental; mar del Sur de China; estrecho de Corea
        estrecho de Singapur; estrecho de Taiwán; Gran Muralla China; nuez del Brasil; Imperio de Malí
        Australia Occidental; Australia Meridional; Alta Austria; Baja Austria; Monte Líbano; Macedonia Central
        Nueva Inglaterra; Nueva Gales del Sur; río Jordán
    """,
    "ru": """
        Внутренняя Монголия; Новая Гвинея; Западная Новая Гвинея; Южная Георгия; Штат Джорджия; река Нигер; реки Нигер
        реке Нигер; рекой Нигер; реку Нигер; бассейн Нигера; бассейне Нигера; бассейна Нигера; дельта Нигера
        дельте Нигера; дельты Нигера; дельту Нигера; дельтой Нигера; озеро Чад; озера Чад; озере Чад; озеру Чад
        озером Чад; река Конго; реки Конго; реке Конго; рекой Конго; реку Конго; бассейн Конго; бассейна Конго
        бассейне Конго; река Сенегал; реки Сенегал; реке Сенегал; реку Сенегал; река Гамбия; реки Гамбия
        реке Гамбия; реку Гамбия; река Иордан; реки Иордан; реке Иордан; реку Иордан; Нью-Мексико; Эр Франс
        озеро Малави; озера Малави; озере Малави; Западная Австралия; Южная Австралия; Верхняя Австрия; Нижняя Австрия
        Горный Ливан; Центральная Македония; Эгейская Македония; Великая Китайская стена
    """,
    "zh": """
        内蒙古; 內蒙古; 新几内亚; 新幾內亞; 几内亚湾; 幾內亞灣; 新墨西哥; 墨西哥湾; 墨西哥灣; 尼日尔河; 尼日爾河
        尼日尔三角洲; 尼日爾三角洲; 乍得湖; 刚果河; 剛果河; 刚果盆地; 剛果盆地; 约旦河; 約旦河; 阿曼湾; 阿曼灣
        泰国湾; 泰國灣; 芬兰湾; 巴拿马运河; 巴拿馬運河; 巴拿马文件; 塞内加尔河; 冈比亚河; 马拉维湖; 朝鲜海峡
        新加坡海峡; 台湾海峡; 臺灣海峽; 法国航空; 中国南海; 中国东海; 西澳大利亚; 南澳大利亚; 上奥地利; 下奥地利
        马里帝国; 黎巴嫩山
    """,
    "ja": """
        内モンゴル; 内蒙古; ギニア湾; メキシコ湾; メキシコ湾岸; ニジェール川; ニジェール・デルタ; ニジェールデルタ
        チャド湖; コンゴ川; コンゴ盆地; ヨルダン川; ヨルダン渓谷; オマーン湾; タイ湾; タイランド湾; フィンランド湾
        パナマ運河; パナマ文書; セネガル川; ガンビア川; マラウイ湖; ジョージア州; 朝鮮海峡; 台湾海峡; シンガポール海峡
        西オーストラリア州; 南オーストラリア州; マリ帝国; ブラジルナッツ
    """,
    "ar": """
        منغوليا الداخلية; غينيا الجديدة; خليج غينيا; دودة غينيا; جورجيا الجنوبية; ولاية جورجيا; نيو مكسيكو
        المكسيك الجديدة; خليج المكسيك; دلتا النيجر; نهر النيجر; حوض النيجر; حوض نهر النيجر; بحيرة تشاد
        حوض بحيرة تشاد; حوض تشاد; نهر الكونغو; حوض الكونغو; حوض نهر الكونغو; نهر الأردن; وادي الأردن; غور الأردن
        حوض نهر الأردن; نهر السنغال; حوض نهر السنغال; نهر غامبيا; بحيرة ملاوي; بحر عمان; بحر عُمان; خليج عمان
        خليج عُمان; خليج تايلند; خليج فنلندا; قناة بنما; برزخ بنما; بحر اليابان; بحر الصين; بحر الصين الجنوبي
        بحر الصين الشرقي; مضيق كوريا; مضيق تايوان; مضيق سنغافورة; سور الصين العظيم; جبل لبنان
        الخطوط الجوية الفرنسية
    """,
}
"""By language; one that is printed with a capital here has one in texts too. Longer names still count before them."""


@cache
def namesakes() -> tuple[str, ...]:
    """All of them, the Russian ones in their cases."""
    return tuple(form for tag in _NAMESAKES for name in _listed(tag) for form in _forms(name, tag))


def _listed(tag: str) -> Iterator[str]:
    """The names of a language; a line ends a name, as a semicolon does."""
    for line in _NAMESAKES[tag].strip().splitlines():
        yield from phrases(line)


def _forms(name: str, tag: str) -> Iterator[str]:
    yield name
    if tag == "ru":
        yield from cases(name)[1:]
