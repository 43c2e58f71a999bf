"""French: the forms of words in which its drafters tell what happened."""

from typing import Final

from acquis.register._told_forms import Tongue

_FORMS: Final = r"""
deposited: {who} (?:a|ont|avai(?:en)?t) (?:également )?déposé (?:son|ses|leurs?)(?: propres?| respectifs)?
  instruments? (?:de |d['’]){how}{any} {on}
deposited: dépôt (?:par {who} )?de (?:son|ses|leurs?|l['’]) ?instruments? (?:de |d['’]){how}{any} {on}
in-force-on: {what}{dated},? (?:et |et qui )?(?:est|était) entrée? en vigueur(?:,? (?:à l['’]égard |pour ){who})?,?
  {on}
in-force-on: {what}{aside} (?:est|était|sont) entrée?s? en vigueur(?:,? (?:à l['’]égard |pour ){who})?(?:
  également)?,? {on}
in-force-on: entrée en vigueur,? {on},? {what}
in-force-on: entrée en vigueur {what},? (?:(?:qui a eu lieu|intervenue|survenue) )?{on}
bound-since: {who}{any} (?:est|sont) liée?s? par {what} depuis {on}
signed: {who} (?:a|ont|avai(?:en)?t) (?:également )?signé {what}(?:,? {place})?,? {on}
signed: {what} a été signée? par {who}(?:,? {place})?,? {on}
signed: {what} a été signée?(?:,? {place})?,? {on},? par {who}
ratified: {who} (?:a|ont|avai(?:en)?t) (?:également )?ratifié {what},? {on}
ratified: {what} a été ratifiée? par {who},? {on}
acceded: {who} (?:a|ont|avai(?:en)?t) (?:également )?adhéré {what},? {on}
acceded: adhésion {who} {what},? {on}
withdrew: {who} (?:a|ont|avai(?:en)?t) (?:également )?dénoncé {what},? {on}
withdrew: {who} s['’](?:est|était) retirée? {what},? {on}
own-mode: {own} (?:a été|est|fut) adoptée? {mode}
own-mode: adopte {own} {mode}
own-mode: ^[\[(]?adoptée? {mode}
admission: (?:décide|décident|décidé|convenu|conviennent|convient|résolu) d['’]admettre {who}(?: {role})?
admission: (?:admet|admettent|a admis|ont admis) {who} {role}
admission: {who} (?:a|ont) été admis(?:es?|s)? {role}(?: {org})?(?:,? {on})?
admission: {who} (?:a|ont) été admis(?:es?|s)? (?:au sein )?{org},? {on}
admission: (?:approuve|approuvent|a approuvé|ont approuvé) l['’]admission {who}
admission: admission {who}(?: {role})?(?: {org})?,? {on}
status-granted: (?:accorde|accordent|octroie|octroient|confère|confèrent|accordé|octroyé|conféré) {role} {who}(?:,?
  {on})?
status-granted: (?:décide|décident|décidé|convenu|conviennent|convient) d['’](?:accorder|octroyer) {role} {who}
status-granted: (?:décide|décident|décidé|convenu|conviennent|convient) de conférer {role} {who}
status-granted: (?:accorde|accordent|octroie|octroient|confère|confèrent|accordé|octroyé|conféré) {who} {role}(?:,?
  {on})?
status-granted: (?:décide|décident|décidé|convenu|conviennent|convient) d['’](?:accorder|octroyer) {who} {role}
status-granted: {role} (?:a été|fut) (?:accordée?|octroyée?|conférée?) {who}(?:,? {on})?
status-granted: {who} (?:a|ont) (?:obtenu|reçu) {role},? {on}
status-since: {who},? (?:(?:qui )?(?:est|sont) )?{role}(?: {org})? depuis {on}
status-since: {who} (?:est|sont|était) devenue?s? {role}(?: {org})?,? {on}
status-since: {who} (?:a|ont) (?:adhéré|rejoint) {org}(?: {role})?,? {on}
left: {who} s['’](?:est|était) retirée? {org},? {on}
left: {who} (?:a|ont) (?:quitté|cessé d['’]être {role}) {org},? {on}
left: retrait {who} {org} (?:a pris effet|est devenu effectif|a été effectif),? {on}
suspended: (?:décide|décident|décidé) de suspendre (?:la participation )?{who} (?:aux |de toutes les |des |de ses
  )?(?:activités|travaux|organes|réunions|instances)
suspended: (?:décide|décident|décidé) de suspendre {who} {org}
suspended: (?:décide|décident|décidé) de suspendre la (?:participation|qualité de membre) {who}
restored: (?:décide|décident|décidé) de lever (?:la mesure de suspension|la suspension) (?:à l['’]encontre )?{who}
restored: (?:lève|lèvent|a levé|ont levé) la suspension {who}
meeting-held: {organ}{aside} (?:s['’](?:est|était) (?:réunie?|tenue?)|a tenu {some}(?:session|réunion|séance)),?
  (?:par (?:visioconférence|vidéoconférence)|en ligne|virtuellement),? {on}
meeting-held: {organ}{some} (?:s['’](?:est|était) tenue?|a eu lieu),? {place},? {on}
meeting-held: {organ}{some} (?:s['’](?:est|était) tenue?|a eu lieu),? {on},? {place}
meeting-held: {organ},? (?:à|lors de) sa {some}(?:session|réunion|séance)(?:,? tenue)?,? {place},? {on}
meeting-held: {organ},? (?:à|lors de) sa {some}(?:session|réunion|séance)(?:,? tenue)?,? {on},? {place}
meeting-held: {organ}{aside} s['’](?:est|était) réunie?(?: en session \w+)?,? {place},? {on}
meeting-held: {organ}{aside} s['’](?:est|était) réunie?(?: en session \w+)?,? {on},? {place}
meeting-held: {organ}{aside} a tenu {some}(?:session|réunion|séance|sommet){some} {place},? {on}
meeting-held: {organ}{aside} a tenu {some}(?:session|réunion|séance|sommet){some} {on},? {place}
meeting-held: (?:session|réunion|séance|conférence|sommet)(?: \w+)? {organ}{some} (?:s['’](?:est|était) tenue?|a eu
  lieu|tenue?),? {place},? {on}
meeting-held: (?:session|réunion|séance|conférence|sommet)(?: \w+)? {organ}{some} (?:s['’](?:est|était) tenue?|a eu
  lieu|tenue?),? {on},? {place}
chaired: {organ} s['’]est réunie?{any} {on}{any} sous la présidence {who}
chairs: {who} a (?:assumé|pris|repris) la présidence {body},? {on}
founding-of: {body}{aside} (?:a été|fut) (?:créée?|fondée?|instituée?|établie?),? {on}
founding-of: (?:création|fondation) {body},? {on}
seat: siège {body} (?:est|se trouve|est (?:situé|établi|fixé)) {place}
seat: {body}{aside} a son siège {place}
with-its-seat: (?:crée|établit|institue|créent|instituent) {body},? (?:avec siège|dont le siège est(?: fixé)?|ayant
  son siège) {place}
opened-in: {body}{aside} a (?:commencé ses travaux|ouvert ses portes|pris ses fonctions|commencé à fonctionner)
  {place},? {on}
seat-moved: siège {body}{some} {old} {place}(?:,? (?:avec effet au |à compter du |à partir du )?{on})?
seat-moved: siège {body} a été transféré (?:de ⟨C\d+⟩ )?{place},? {on}
bears-the-name: (?:s['’]appelle|se nomme|porte|a pris|prend)(?: désormais)? le nom(?: officiel)? (?:de )?[«"“]?
  ?{name}
bears-the-name: nom officiel de l['’]État est {name}
city-renamed: {old} (?:a été rebaptisée|porte désormais le nom|a pris le nom) (?:de )?{new}
dissociates-itself: {who}{some} se (?:dissocie(?:nt)?|désolidarise(?:nt)?) {from}
dissociates-itself: {who}{some} ne (?:s['’]associe(?:nt)?|se joint|se joignent) pas (?:à|au) {from}
reserves: {who}{some} (?:a|ont) (?:émis|formulé|exprimé) (?:une |des |ses |leurs )?réserves?
  (?:sur|à|au sujet de|au sujet du|concernant|à l['’]égard de|à l['’]égard du) {from}
dissociates-itself: {who}{some} (?:ne (?:peu(?:t|vent)|saurai(?:t|ent)|pouvai(?:t|ent)) (?:pas )?|n['’](?:est|sont)
  pas (?:en mesure|disposée?s?|prête?s?) (?:de |d['’]|à ))(?:s['’]associer|souscrire|se rallier|se
  joindre|accepter|appuyer|approuver) {this}
dissociates-itself: {who}{some} (?:n['’]|ne )(?:souscri(?:t|vent)|accept(?:e|ent)|appui(?:e|ent)|approuv(?:e|ent))
  pas {this}
absent-when: {who}{some} n['’](?:a|ont) pas (?:pu assister|assisté) à {from}
takes-no-part: {who}{some} n['’](?:a|ont) pas (?:participé|pris part) à {from}
dissociates-itself: {who}{some} s['’](?:est|sont) (?:dissociée?s?|désolidarisée?s?) {from}
associates-itself: {who}{some} (?:s['’]associe(?:nt)?|se rallie(?:nt)?|souscri(?:t|vent)) à la présente
  (?P<from>déclaration|résolution|décision)
memorandum-lapsed: mémorandum d['’](?:entente|accord) avec {body} (?:est arrivé à expiration|a pris fin|a
  expiré){some} {on}
group-named: {role}(?: {org})?(?:,? à savoir,?| ?[–—:]| \(|,) ?{who}
"""
_PHRASES: Final = r"""
in-force-on: {what},? (?:et )?qui est entrée? en vigueur(?: pour {who})?,? {on}
in-force-on: {what},? entrée? en vigueur,? {on}
approved-on: {what},? (?:(?:qui )?(?:a|ont) été )?(?:adoptée?|approuvée?|conclue?|signée?|faite?)s?,? {place},? {on}
approved-on: {what},? (?:(?:qui )?(?:a|ont) été )?(?:adoptée?|approuvée?|conclue?|signée?|faite?)s?,? {on}(?:,?
  {place})?
status-granted: {role} (?:accordée?|octroyée?|conférée?) {who},? {on}
in-the-absence-of: en l['’]absence {who}
memorandum-signed: mémorandum d['’](?:entente|accord)(?: signé)? avec {body}(?:,? (?:signé|conclu))?(?:,?
  {place})?,? {on}
memorandum-signed: mémorandum d['’](?:entente|accord) avec {body},? (?:signé|conclu) (?P<today>aujourd['’]hui)
"""

TONGUE: Final = Tongue(
    forms=_FORMS,
    phrases=_PHRASES,
    doubts=(
        r"(?:amendements?|annexes?|articles?)[^,]{0,12} $|ne|n['’](?=\w)|ni|non|jamais|sans|si|s['’]ils?"
        "|dès que|une fois que|à condition que|au cas où|pourvu que|afin que|avant que|jusqu['’]à ce que"
        r"|\w+r(?:a|ont|ait|aient)|invit(?:e|ent|é|ant)|demand(?:e|ent|é|ant)|pri(?:e|ent|ant)|exhort(?:e|ent"
        "|é|ant)|engag(?:e|ent|é|eant)|encourag(?:e|ent|é|eant)|recommand(?:e|ent|é|ant)|souhait(?:e|ent|é"
        "|ant)|esp(?:ère|èrent|éré|érant)|espoir|propos(?:e|ent|é|ant|ition)|projet|envisag(?:e|ent|é|eant)"
        "|prévoi(?:t|ent)|prévue?s?|doi(?:t|vent)|peu(?:t|vent)|puisse(?:nt)?|examin(?:e|ent|é|ant)|intention"
        "|attend(?:ent|ant)?|candidature|demande|dément\\w*|rumeurs?|presse|faux|refus\\w*|rejet\\w*|prétend\\w*"
    ),
    leads={
        "": "(?:à |de |en |pour )?(?:la |les |le |l['’])|aux? |du |des |de |d['’]|à |en |une? ",
        "on": (
            "(?:(?:le |les |au |du |en |depuis le |à compter du |à partir du "
            r"|avec effet au )?(?:\d+(?:er)? (?:et|au) )?)"
        ),
        "place": "à (?:la |l['’])?|en |au |aux |dans la ville de ",
        "own": "(?:la |le )?",
        "role": (
            "(?:comme |en qualité d(?:e |['’])|en tant que |à titre d(?:e |['’])|au nombre des "
            "|parmi les )?(?:le |la |un |une |l['’])?(?:nouvel |nouveau )?(?:(?:statut|qualité) (?:d['’]"
            "|de ))?"
        ),
        "name": "(?:la |le |les |l['’]|de (?:la |l['’])?|du |d['’])",
        "mode": "",
        "how": "",
        "from": "",
    },
    roles={
        "observer": "(?:État |membre )?observat(?:eur|rice)s?(?: permanente?)?",
        "dialogue_partner": "partenaires? de dialogue",
        "associate_member": "membres? associée?s?",
        "partner": "(?:États? |pays )?partenaires?",
        "member": "(?:États? |pays )?membres?(?: à part entière| de plein droit)?",
    },
    modes={
        "consensus": "par consensus",
        "unanimously": "à l['’]unanimité",
        "without a vote": (
            "sans (?:être mise? aux voix|vote|qu['’]il soit procédé à un vote|avoir été mise? aux voix)"
        ),
        "silence procedure": "(?:par|selon la|par la) procédure (?:d['’](?:accord|approbation) )?tacite",
        "recorded vote": r"(?:à l['’]issue d['’]un|par) vote enregistré|par \d+ voix(?: pour)?,? (?:contre|et) ",
    },
    consents={
        "ratified": "ratification",
        "acceded": "adhésion",
        "accepted": "acceptation",
        "approved": "approbation",
        "succeeded": "succession",
    },
    charter=r"(?<=la )Charte(?! (?:de|du|des|sur|pour)\b)|(?<=l['’])Acte constitutif(?! (?:de|du)\b)",
    own="(?:présente? )?(?:résolution|décision|déclaration|communiqué|recommandation)",
    texts=(
        r"(?:(?:aux?|à|la|les?|ce|l['’]|\w+) ?){0,3}?(?:paragraphes?|alinéas?)\b|(?:au |le )?(?:texte|consensus)\b"
        r"|(?:à )?(?:la présente|cette|le présent|au présent|ce) (?:texte|déclaration|résolution|décision|communiqué)\b"
        r"|(?:à )?la (?:déclaration|résolution|décision)(?=$|[.,;)]| dans son ensemble)"
    ),
)
