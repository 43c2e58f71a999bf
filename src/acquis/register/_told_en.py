"""English: the forms of words in which its drafters tell what happened."""

from typing import Final

from acquis.register._told_forms import Tongue

_FORMS: Final = r"""
in-force-on: {what}{some} (?:entered|came|enters|has entered|has come) into force on {on},? (?:for|in respect of)
  {who}
in-force-on: {what}{some} (?:entered|came|enters|has entered|has come) into force(?: for {who})?{some} on {on}(?!,?
  (?:for|in respect of) (?:the )?⟨S)
in-force-on: {what}{dated},? (?:and )?(?:entered|came) into force(?: for {who})?,? on {on}
in-force-on: entry into force of {what}{some} on {on}
in-force-on: entry into force,? on {on},? of {what}(?! (?:regulation|annex|amendment|chapter|article|protocol|rule))
deposited: {who} (?:has |have |had )?deposited (?:its|their)(?: own| respective)?(?: instruments?(?: of
  {how})?)?{any} on {on}
deposited: (?:the )?deposit (?:by {who} )?of (?:its|their|the) instruments? of {how}{any} on {on}
bound-since: {who}{any} (?:has been|is|will be) bound by {what} (?:since|from) {on}
signed: {who} (?:has |have |had )?signed {what}{some} on {on}
signed: {what} (?:was|has been) signed by {who}(?:,? {place})?,? on {on}
signed: {what} (?:was|has been) signed(?:,? {place})? on {on},? by {who}
ratified: {who} (?:has |have |had )?ratified {what}{some} on {on}
ratified: {what} (?:was|has been) ratified by {who},? on {on}
acceded: {who} (?:has |have |had )?acceded to {what}{some} on {on}
acceded: accession (?:of|by) {who} to {what}{some} on {on}
withdrew: {who} (?:has |have |had )?(?:withdr[ae]wn?|withdrew) from {what}{some} on {on}
withdrew: {who} (?:has |have |had )?denounced {what}{some} on {on}
own-mode: {own} (?:was|has been) adopted {mode}
own-mode: adopted {own} {mode}
own-mode: ^[\[(]?adopted {mode}
admission: (?:decide[sd]? to admit|agree[sd]? to admit|admits|admitted) {who}(?: (?:as|to|into) {role})?
admission: approve[sd]? the (?:admission|accession|membership|application) of {who}(?! to (?:the )?⟨I)(?:
  (?:as|to|for) {role})?
admission: {who} (?:was|were|has been|have been) admitted (?:as|to) {role}(?: (?:of|in|to) {org})?(?:,? on {on})?
admission: {who} (?:was|were|has been|have been) admitted (?:in)?to {org},? on {on}
admission: admission of {who}(?: as {role})?(?: (?:to|of) {org})?,? on {on}
status-granted: (?:granted|grants|awarded|awards|accorded|accords|conferred|confers) {some}{role}(?: status)?
  (?:to|on|upon) {who}(?: on {on})?
status-granted: (?:decide[sd]?|agree[sd]?|resolve[sd]?) to (?:grant|award|accord|confer) {role}(?: status)?
  (?:to|on|upon) {who}(?: on {on})?
status-granted: (?:granted|grants|awarded|awards|accorded|accords|conferred|confers|(?:decide[sd]?|agree[sd]?) to
  (?:grant|award|accord)){any},? (?:and|as well as) {role}(?: status)? to {who}
status-granted: {role}(?: status)? (?:was |is |has been |were |have been )(?:granted|awarded|accorded) to {who}(?:
  on {on})?
status-granted: (?:granting|award|awarding|according) (?:of )?{role}(?: status)? to {who},? on {on}
status-granted: {role}(?: status)? to {who},? on {on}
status-granted: (?:granted|grants|awarded|awards|accorded|accords) {who} {some}{role}
status-granted: (?:decide[sd]?|agree[sd]?|resolve[sd]?):? to (?:grant|award|accord) {who} {some}{role}
status-granted: (?:granted|grants|awarded|awards|accorded|accords) it {some}{role}
status-granted: (?:decide[sd]?|agree[sd]?|resolve[sd]?):? to (?:grant|award|accord) it {some}{role}
status-granted: {who} (?:was|were|has been|have been) (?:granted|awarded|accorded) {role}(?: status)?(?:,? on {on})?
status-since: {who},? (?:(?:which )?(?:is|are|has been|have been) )?an? {role} since {on}
status-since: {who} (?:has |have |had )?(?:joined|acceded to) {org}(?: as {role})?,? (?:on|in) {on}
status-since: {who} (?:has |have |had )?(?:became|become) {role}(?: of {org})?,? (?:on|in|as of|with effect from) {on}
left: {who} (?:has |have |had )?(?:withdrew|withdrawn) from {org}{some} (?:on|with effect from|as of|as from) {on}
left: {who} (?:has |have |had )?left {org},? (?:on|with effect from|as of|as from) {on}
left: {who} (?:has |have |had )?(?:ceased to be|is no longer) {role} of {org},? (?:on|from|since|with effect from|as
  of|as from) {on}
left: the withdrawal of {who} from {org} (?:took effect|became effective) on {on}
suspended: (?:decide[sd]?|resolve[sd]?|agree[sd]?):? to suspend {who} from {org}
suspended: (?:decide[sd]?|resolve[sd]?|agree[sd]?):? to suspend {who} from
  {some}(?:participati(?:on|ng)|activities|organs|meetings|exercise of its right)
suspended: (?:decide[sd]? to suspend|suspends|suspended) the (?:membership|participation) of {who}
restored: (?:decide[sd]? to (?:lift|revoke)|lifts|lifted|revokes|revoked) the suspension of {who}
restored: (?:decide[sd]? to readmit|decide[sd]? to reinstate|reinstates|reinstated|readmitted) {who}
meeting-held: {organ}{aside} (?:met|convened|was held|held {some}(?:meeting|session|summit))
  (?:(?:by|via|through|in) (?:an? )?video[- ]?(?:tele)?(?:conference|conferencing|link)(?:
  format)?|virtually|online),? on {on}
meeting-held: (?:meeting|session|summit|conference) of {organ}{any}(?:(?:was |were |is )?(?:held|took
  place|convened)|met)?[^.;⟨]{0,12}? on {on}[^.;⟨]{0,4} {place}
meeting-held: (?:meeting|session|summit|conference) of {organ}{any}(?:(?:was |were |is )?(?:held|took
  place|convened)|met)?[^.;⟨]{0,12}? {place}[^.;⟨]{0,8} on {on}
meeting-held: {organ},? at its {some}(?:meeting|session|summit)(?:,? held)?{some} on {on},? {place}
meeting-held: {organ},? at its {some}(?:meeting|session|summit)(?:,? held)?,? {place},? on {on}
meeting-held: {organ}{some} (?:was|were) held {place},? on {on}
meeting-held: {organ}{some} (?:was|were) held on {on},? {place}
meeting-held: {organ}{aside} (?:met|convened|gathered|assembled|was convened)(?: [^.;,⟨]{0,40})?,? {place},? on {on}
meeting-held: {organ}{aside} (?:met|convened|gathered|assembled|was convened)(?: [^.;,⟨]{0,40})?,? on {on},? {place}
meeting-held: {organ}{aside} held (?:its|an?|the) {some}(?:meeting|session|summit|conference){some} {place},? on {on}
meeting-held: {organ}{aside} held (?:its|an?|the) {some}(?:meeting|session|summit|conference){some} on {on},? {place}
chaired: {organ}{any} (?:met|held|convened|gathered){any} {on}{any} (?:under the chair(?:man|person)?ship of|chaired
  by|presided over by) {who}
chairs: {who} (?:has |had )?(?:assumed|took over|taken over|took up|taken up) the
  (?:chair(?:man)?ship|presidency|chair) of {body}{some} (?:on|from|as of) {on}
founding-of: (?:decision to )?(?:found|founding of|foundation of|establish|establishment of) {body}(?:
  ?\([^()]*\))?{some}{on}
founding-of: {body}(?: ?\([^()]*\))?,? (?:was )?(?:founded|established|created|set up){some}{on}
seat: seat of {body} (?:is|shall be) {place}
seat: {body}(?: ?\([^()]*\))?,? (?:has its (?:seat|headquarters)|is headquartered) {place}
with-its-seat: establish(?:es|ed)? {body} with its (?:seat|headquarters) {place}
opened-in: {body}{any} (?:took up its work|began its work|started work|opened|has worked|has since(?: then)? worked)
  {place} (?:on|since) {on}
seat-moved: seat of {body}{some} from {old} to {place}(?:[^.⟨]{0,30}? (?:with effect from|on|from|as from) {on})?
bears-the-name: (?:bears|shall bear|has taken|takes|adopted) the (?:official )?name(?: of)? ["“«']?{name}
bears-the-name: official name of the State is {name}
city-renamed: formerly (?:known as |called |named )?{old},? (?:bears|bore|has taken|took|takes) the name(?: of)?
  ["“«']?{new}
city-renamed: {old} (?:was renamed|has been renamed|bears the name(?: of)?) ["“«']?{new}
dissociates-itself: {who}{some} (?:dissociate[sd]?|disassociate[sd]?|distance[sd]?)
  (?:itself|themselves|(?:his|her|its|their) (?:countr(?:y|ies)|delegations?|governments?)) from {from}
dissociates-itself: {who}{some} (?:(?:do|does|did|could|can) not|cannot) associate
  (?:itself|themselves|(?:his|her|its|their) (?:country|delegation|government)) with {from}
reserves: {who}{some} (?:express|enter|register|record|formulate)(?:s|ed|d)? (?:(?:a|its|his|her|their) )?reservations?
  (?:on|to|about|concerning|regarding|with regard to|with respect to|against) {from}
reserves: {who}{some} (?:made|makes|place[sd]? on record) (?:(?:a|its|his|her|their) )?reservations?
  (?:on|to|about|concerning|regarding|with regard to|with respect to|against) {from}
reserves: {who}{some} reserve[sd]? (?:its|their|his|her) positions? (?:on|with regard to|regarding|concerning) {from}
outside-consensus: {who}{some} (?:(?:do|does|did|could|can) not|cannot) join (?:the |in the |in )?consensus
outside-consensus: from which {who} (?:dissociate[sd]?|disassociate[sd]?) (?:itself|themselves)
dissociates-itself: {who}{some} (?:dissociate|disassociate) ourselves from {from}
dissociates-itself: {who}{some} disagree[sd]? with {from}
dissociates-itself: {who}{some} (?:cannot|(?:can|could|do|does|did|will|would) not|(?:is|are|was|were) (?:not (?:in a
  position|able|prepared|ready|willing)|unable|unwilling) to|finds? (?:itself|themselves) unable
  to) (?:accept|support|endorse|agree (?:to|with)|subscribe to|concur with|join(?: in)?|be associated
  with|approve(?: of)?|consent to|associate (?:itself|themselves) with) {this}
voted-against: {who}{some} voted against {from}
absent-when: {who}{some} (?:was|were) absent (?:when|during|from|at) {from}
absent-when: {who}{some} (?:did|could) not attend {from}
associates-itself: {who}{some} (?:associate[sd]?|align(?:s|ed)?) (?:itself|themselves) with {from}
takes-no-part: {who}{some} (?:declared that (?:it|they) will not|will not|does not|do not|did not)
  (?:take part|participate) in {from}
memorandum-lapsed: memorandum(?: of understanding)? with {body} (?:lapsed|expired|ended|was terminated){some}on {on}
group-named: {role}(?: of {org})?(?:,? namely,?| ?[–—:]| \(|,) ?{who}
"""
_PHRASES: Final = r"""
in-force-on: {what},? which (?:has )?(?:entered|came) into force(?: for {who})?{some} on {on}
approved-on: {what},? (?:which (?:was|were) |was |were |\()?(?:approved|adopted|endorsed|signed|concluded),? {place}
  on {on}
approved-on: {what},? (?:which (?:was|were) |was |were |\()?(?:approved|adopted|endorsed|signed|concluded) on
  {on}(?:,? {place})?
status-granted: {role}(?: status)? (?:granted|awarded|accorded) to {who} on {on}
in-the-absence-of: in the absence of {who}
memorandum-signed: memorandum(?: of understanding)?(?: signed)? with {body}(?:,? (?:which was
  )?(?:signed|concluded))?(?: in ⟨C\d+⟩)? on {on}
memorandum-signed: memorandum(?: of understanding)? with {body},? (?:signed|concluded) (?P<today>today)
"""

TONGUE: Final = Tongue(
    forms=_FORMS,
    phrases=_PHRASES,
    doubts=(
        "(?:amendments?|annex(?:es)?|protocols?|articles?|chapters?|additions?)[^,]{0,20} (?:to|of) $|not|no"
        "|nor|never|neither|without|if|unless|whether|once|until|should|would|could|may|might|can|cannot|will"
        "|shall|to be|yet|proposals?|proposed|proposes|intend(?:s|ed)?|inten(?:tion|ding)|hop(?:e|es|ed|ing)"
        "|expect(?:s|ed|ing)?|invit(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:up)?on|urg(?:e|es|ed|ing)"
        "|encourag(?:e|es|ed|ing)|request(?:s|ed|ing)? to|plan(?:s|ned)?|possib(?:le|ility)|appl(?:y|ies"
        "|ied) (?:for|to)|wish(?:es|ed)?|look(?:s|ing)? forward|await(?:s|ing)?|recommend(?:s|ed|ing)?"
        "|den(?:y|ies|ied|ying)|rumou?rs?|alleg\\w+|press reports?|media|according to (?:press|reports?|media)"
        "|false(?:ly)?|untrue|refus(?:e|es|ed|al)|reject(?:s|ed)?|fail(?:s|ed|ing)? to"
        "|in order to|draft|consider(?:s|ed|ing)?"
    ),
    leads={
        "": "(?:the |an? )?",
        "place": "in (?:the )?(?:city of )?|at (?:the )?",
        "role": (r"(?:the )?(?:status of )?(?:an? |the )?(?:\d+(?:st|nd|rd|th) )?(?:permanent |full |new )?"),
        "own": "(?:the |this )?",
        "mode": "",
        "on": r"(?:\d+ (?:and|to) )?",
        "from": "",
        "today": "",
    },
    roles={
        "observer": "observer(?: States?| members?)?|observers",
        "dialogue_partner": "dialogue partners?",
        "associate_member": "associate members?(?:hip)?",
        "partner": "partners?(?: countr(?:y|ies))?",
        "member": "(?:full )?(?:member States?|members?(?:hip)?)",
    },
    modes={
        "consensus": "by consensus",
        "unanimously": "unanimously|by unanimity",
        "without a vote": "without (?:a |being put to (?:a |the ))?vote",
        "silence procedure": "(?:by|under|through) (?:a |the )?silence procedure",
        "recorded vote": r"by (?:a )?(?:recorded|roll-call) vote|by (?:a vote of )?\d+ votes? (?:in favou?r )?to",
    },
    consents={
        "ratified": "ratification",
        "acceded": "accession",
        "accepted": "acceptance",
        "approved": "approval",
        "succeeded": "succession",
    },
    charter=r"(?<=the )Charter(?! (?:of|for|on)\b)",
    own="(?:present )?(?:resolution|decision|declaration|communiqué|recommendation)",
    texts=(
        r"(?:(?:the|operative|preambular|[\w-]+) ){0,3}?(?:paragraphs?|paras?)\b|the (?:text|consensus)\b"
        r"|(?:this|the present) (?:text|declaration|resolution|decision|statement|communiqué|document|paragraph)\b"
        r"|the (?:declaration|resolution|decision|statement|communiqué|document)(?=$|[.,;)]| as a whole| just| adopted)"
    ),
)
