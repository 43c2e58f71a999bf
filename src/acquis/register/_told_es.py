"""Spanish: the forms of words in which its drafters tell what happened."""

from typing import Final

from acquis.register._told_forms import Tongue

_FORMS: Final = r"""
deposited: {who} (?:ha |han |había |habían )?(?:depositó|depositaron|depositado) (?:su|sus)(?: propios?|
  respectivos)? instrumentos? de {how}{any} {on}
deposited: depósito (?:por {who} )?(?:de su|de sus|del) instrumentos? de {how}{any} {on}
in-force-on: {what}{dated},? (?:y |y que )?entró en vigor(?:,? (?:para|respecto de) {who})?,? {on}
in-force-on: {what}{aside} (?:entró|entraron|ha entrado|había entrado) en vigor(?:,? (?:para|respecto de) {who})?,?
  {on}
in-force-on: {what}{aside} (?:entró|entraron|ha entrado|había entrado) en vigencia(?:,? (?:para|respecto de)
  {who})?,? {on}
in-force-on: entrada en vigor,? {on},? {what}
in-force-on: entrada en vigor {what},? {on}
bound-since: {who}{any} (?:está|están) obligad[oa]s? por {what} desde {on}
signed: {who} (?:firmó|firmaron|ha firmado|han firmado|suscribió|suscribieron) {what}(?:,? {place})?,? {on}
signed: {what} fue (?:firmad[oa]|suscrit[oa]) por {who}(?:,? {place})?,? {on}
signed: {what} fue (?:firmad[oa]|suscrit[oa])(?:,? {place})?,? {on},? por {who}
ratified: {who} (?:ratificó|ratificaron|ha ratificado|han ratificado) {what},? {on}
ratified: {what} fue ratificad[oa] por {who},? {on}
acceded: {who} se (?:adhirió|adhirieron|ha adherido|han adherido) {what},? {on}
acceded: (?:adhesión|accesión) {who} {what},? {on}
withdrew: {who} (?:denunció|denunciaron|ha denunciado|han denunciado) {what},? {on}
own-mode: {own} (?:fue|ha sido) (?:adoptad|aprobad)[oa] {mode}
own-mode: ^[\[(]?(?:adoptad|aprobad)[oa] {mode}
admission: (?:decide|deciden|decidió|decidieron|acuerda|acuerdan|acordó|acordaron|resuelve|resolvió) admitir
  {who}(?: {role})?
admission: (?:admitió|admitieron|admite|admiten) {who} {role}
admission: {who} (?:fue|fueron|ha sido|han sido) admitid[oa]s? {role}(?: {org})?(?:,? {on})?
admission: {who} (?:fue|fueron|ha sido|han sido) admitid[oa]s? {org},? {on}
admission: (?:aprueba|aprueban|aprobó|aprobaron) (?:la admisión|el ingreso) {who}
admission: (?:admisión|ingreso) {who}(?: {role})?(?: {org})?,? {on}
status-granted: (?:otorga|otorgan|otorgó|otorgaron|concede|conceden|concedió|concedieron|confirió|confiere) {role}
  {who}(?:,? {on})?
status-granted: (?:decide|deciden|decidió|decidieron|acuerda|acuerdan|acordó|acordaron|resuelve|resolvió)
  (?:otorgar|conceder|conferir) {role} {who}
status-granted: (?:otorga|otorgan|otorgó|otorgaron|concede|conceden|concedió|concedieron|confirió|confiere) {who}
  {role}(?:,? {on})?
status-granted: (?:decide|deciden|decidió|decidieron|acuerda|acuerdan|acordó|acordaron|resuelve|resolvió)
  (?:otorgar|conceder|conferir) {who} {role}
status-granted: {role} (?:fue|ha sido) (?:otorgad|concedid|conferid)[oa] {who}(?:,? {on})?
status-granted: {who} (?:obtuvo|obtuvieron|recibió|recibieron) {role},? {on}
status-since: {who},? (?:(?:que )?(?:es|son) )?{role}(?: {org})? desde {on}
status-since: {who} (?:pasó|pasaron) a ser {role}(?: {org})?,? {on}
status-since: {who} se (?:convirtió|convirtieron) {role}(?: {org})?,? {on}
status-since: {who} (?:ingresó|ingresaron|se incorporó|se incorporaron|se adhirió|se adhirieron) {org}(?: {role})?,?
  {on}
left: {who} se (?:retiró|retiraron|ha retirado|han retirado) {org},? {on}
left: {who} (?:dejó|dejaron) de ser {role}(?: {org})?,? {on}
left: (?:retiro|retirada) {who} {org} (?:surtió efecto|se hizo efectiv[oa]),? {on}
suspended: (?:decide|deciden|decidió|decidieron|acuerda|acordó|acordaron|resuelve|resolvió) suspender {who} (?:de
  |en )
suspended: (?:decide|deciden|decidió|decidieron|acuerda|acordó|acordaron|resuelve|resolvió) suspender la
  participación {who}
suspended: (?:suspende|suspendió) {who} del ejercicio de su derecho de participación
restored: (?:decide|deciden|decidió|decidieron|resuelve|resolvió) (?:levantar|dejar sin efecto) la suspensión {who}
restored: (?:levanta|levantó|levantaron) la suspensión {who}
meeting-held: {organ}{aside} (?:se reunió|se celebró|celebró {some}(?:sesión|reunión)),? (?:por videoconferencia|de
  (?:forma|manera) virtual|en línea),? {on}
meeting-held: {organ}{some} (?:se celebró|tuvo lugar),? {place},? {on}
meeting-held: {organ}{some} (?:se celebró|tuvo lugar),? {on},? {place}
meeting-held: {organ},? en su {some}(?:sesión|reunión|período de sesiones)(?:,? celebrad[oa])?,? {place},? {on}
meeting-held: {organ},? en su {some}(?:sesión|reunión|período de sesiones)(?:,? celebrad[oa])?,? {on},? {place}
meeting-held: {organ}{aside} (?:se reunió|se ha reunido)(?: en (?:sesión|período de sesiones) \w+)?,? {place},? {on}
meeting-held: {organ}{aside} (?:se reunió|se ha reunido)(?: en (?:sesión|período de sesiones) \w+)?,? {on},? {place}
meeting-held: {organ}{aside} celebró {some}(?:sesión|reunión|sesiones|cumbre|conferencia){some} {place},? {on}
meeting-held: {organ}{aside} celebró {some}(?:sesión|reunión|sesiones|cumbre|conferencia){some} {on},? {place}
meeting-held: (?:sesión|reunión|sesiones|conferencia|cumbre)(?: \w+)? {organ}{some} (?:se celebró|tuvo
  lugar|celebrad[oa]),? {place},? {on}
meeting-held: (?:sesión|reunión|sesiones|conferencia|cumbre)(?: \w+)? {organ}{some} (?:se celebró|tuvo
  lugar|celebrad[oa]),? {on},? {place}
chaired: {organ} se reunió{any} {on}{any} bajo la presidencia {who}
chairs: {who} (?:asumió|ha asumido) la presidencia(?: pro témpore| pro tempore)? {body},? {on}
founding-of: {body}{aside} (?:fue|se) (?:cread[oa]|fundad[oa]|establecid[oa]|instituid[oa]|creó|fundó|estableció),?
  {on}
founding-of: (?:creación|fundación) {body},? {on}
seat: (?:sede|sede permanente) {body} (?:es|está|se encuentra|está situada|está ubicada) {place}
seat: {body}{aside} tiene su sede {place}
with-its-seat: (?:crea|crean|establece|establecen|instituye) {body},? con sede {place}
opened-in: {body}{aside} (?:inició sus labores|comenzó sus trabajos|abrió sus puertas|comenzó a funcionar) {place},?
  {on}
seat-moved: sede {body}{some} {old} {place}(?:,? (?:con efecto (?:a partir del |desde el )?|a partir del )?{on})?
seat-moved: sede {body} (?:se trasladó|fue trasladada) (?:de ⟨C\d+⟩ )?{place},? {on}
bears-the-name: (?:adoptó|lleva|ha adoptado|tomó|pasó a llevar) el nombre(?: oficial)? (?:de )?[«"“]?{name}
bears-the-name: nombre oficial del Estado es {name}
city-renamed: {old} (?:pasó a llamarse|fue rebautizada(?: con el nombre)?(?: como)?|lleva ahora el nombre) {new}
dissociates-itself: {who}{some} se (?:disoci(?:a|an|ó|aron)|desvincul(?:a|an|ó|aron)) {from}
dissociates-itself: {who}{some} no se (?:asoci|sum)(?:a|an|ó|aron) (?:a|al|con) {from}
reserves: {who}{some} (?:expres|formul|present)(?:a|an|ó|aron) (?:una |sus )?reservas? (?:sobre|respecto
  de|con respecto a|a|al) {from}
dissociates-itself: {who}{some} no (?:(?:puede|pueden|podía|pudo|podían|pudieron) |(?:está|están) (?:en
  (?:condiciones|posición) de |dispuest[oa]s?
  a ))?(?:acept(?:ar|a|an)|apoy(?:ar|a|an)|asociarse|sumarse|suscrib(?:ir|e|en)|aprobar|aprueban?) {this}
absent-when: {who}{some} no (?:asisti(?:ó|eron)|pudo asistir|pudieron asistir) a {from}
takes-no-part: {who}{some} no particip(?:a|an|ó|aron) en {from}
associates-itself: {who}{some} se (?:asoci(?:a|an|ó|aron)|sum(?:a|an|ó|aron)|adhier(?:e|en)) a la presente
  (?P<from>declaración|resolución|decisión)
memorandum-lapsed: memorando de entendimiento con {body} (?:expiró|venció|terminó){some} {on}
group-named: {role}(?: {org})?(?:,? a saber,?| ?[–—:]| \(|,) ?{who}
"""
_PHRASES: Final = r"""
in-force-on: {what},? (?:y )?que entró en vigor(?: para {who})?,? {on}
approved-on: {what},? (?:(?:que )?(?:fue|fueron)
  )?(?:adoptad|aprobad|concertad|firmad|suscrit|celebrad|hech)[oa]s?,? {place},? {on}
approved-on: {what},? (?:(?:que )?(?:fue|fueron)
  )?(?:adoptad|aprobad|concertad|firmad|suscrit|celebrad|hech)[oa]s?,? {on}(?:,? {place})?
status-granted: {role} (?:otorgad|concedid|conferid)[oa] {who},? {on}
in-the-absence-of: en ausencia {who}
memorandum-signed: memorando de entendimiento(?: firmado)? con {body}(?:,? (?:firmado|suscrito|concertado))?(?:,?
  {place})?,? {on}
memorandum-signed: memorando de entendimiento con {body},? (?:firmado|suscrito) (?P<today>hoy)
"""

TONGUE: Final = Tongue(
    forms=_FORMS,
    phrases=_PHRASES,
    doubts=(
        "(?:enmiendas?|anexos?|artículos?)[^,]{0,12} $|no|ni|nunca|jamás|tampoco|sin|si|salvo que|a menos que"
        r"|una vez que|cuando|siempre que|hasta que|antes de que|para que|aún|todavía|\w+r(?:á|án|ía|ían)"
        "|invit(?:a|an|ó|aron|ando)|pid(?:e|en|ió|ieron|iendo)|inst(?:a|an|ó|aron|ando)|exhort(?:a|an|ó|aron"
        "|ando)|alient(?:a|an)|alentó|recomiend(?:a|an)|recomendó|solicit(?:a|an|ó|aron|ud)|dese(?:a|an|o|os)"
        "|esper(?:a|an|ó|anza|ando)|propon(?:e|en|iendo)|propuest[oa]s?|propuso|proyecto|prevé|prevén"
        "|prevista?o?s?|deb(?:e|en|iera)|pued(?:e|en|a|an)|examin(?:a|an|ó)|intención|candidatura"
        r"|rumor\w*|prensa|falso|desmient\w+|desmint\w+|neg(?:ó|aron)|rechaz\w+|supuest\w+"
    ),
    leads={
        "": "(?:a |de |en |para )?(?:la |las |los |el )|al |del |a |de |en |una? ",
        "on": (
            "(?:(?:el |en |del |los días |el día |desde el |a partir del "
            r"|con efecto a partir del )?(?:\d+ (?:y|al) (?:el )?)?)"
        ),
        "place": "(?:en |a )(?:la ciudad de |la |el )?",
        "own": "(?:la |el )?",
        "role": (
            "(?:como |en calidad de |en )?(?:la |el |un |una )?(?:nuevo )?(?:(?:condición|estatuto|estatus"
            "|calidad|categoría) de )?"
        ),
        "name": "(?:la |el |los |las |de la |del |de )",
        "mode": "",
        "how": "",
        "from": "",
    },
    roles={
        "observer": "(?:Estado |país |miembro )?observador(?:a|es|as)?(?: permanente)?",
        "dialogue_partner": "(?:asociados?|socios?|interlocutor(?:es)?) (?:de|para el|en el) diálogo",
        "associate_member": "miembros? asociados?",
        "partner": "(?:Estados? |país(?:es)? )?asociados?",
        "member": "(?:Estados? |país(?:es)? )?miembros?(?: de pleno derecho| plenos?)?",
    },
    modes={
        "consensus": "por consenso",
        "unanimously": "por unanimidad",
        "without a vote": "sin (?:someterse a )?votación",
        "silence procedure": "(?:por|mediante) (?:el )?procedimiento de (?:silencio|acuerdo tácito)",
        "recorded vote": r"(?:en|por) votación (?:registrada|nominal)|por \d+ votos(?: a favor)?,? (?:contra|y) ",
    },
    consents={
        "ratified": "ratificación",
        "acceded": "adhesión",
        "accepted": "aceptación",
        "approved": "aprobación",
        "succeeded": "sucesión",
    },
    charter=r"(?<=la )Carta(?! (?:de|del|sobre)\b)",
    own="(?:presente )?(?:resolución|decisión|declaración|comunicado|recomendación)",
    texts=(
        r"(?:(?:al?|el|los|este|\w+) ){0,3}?párrafos?\b|(?:al?|el) (?:texto|consenso)\b"
        r"|(?:a )?(?:la presente|esta|el presente|este) (?:texto|declaración|resolución|decisión|comunicado)\b"
        r"|(?:a )?la (?:declaración|resolución|decisión)(?=$|[.,;)]| en su conjunto)"
    ),
)
