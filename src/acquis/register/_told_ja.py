"""Japanese: the forms of words in which its drafters tell what happened."""

from typing import Final

from acquis.register._told_forms import Tongue

_FORMS: Final = r"""
deposited: {who}は、?{on}に?、?(?:{what}」?の)?{how}を寄託した
in-force-on: {what}」?は、?{on}に?、?(?:{who}について)?(?:効力を生じた|発効した|効力を発生した)
in-force-on: {on}に?、?{what}」?が(?:効力を生じた|発効した)
signed: {who}は、?{on}に?、?(?:{place}(?:で|において))?{what}」?に署名した
ratified: {who}は、?{on}に?、?{what}」?を批准した
acceded: {who}は、?{on}に?、?{what}」?に(?:加入|加盟)した
withdrew: {who}は、?{on}に?、?{what}」?から脱退した
own-mode: {own}は、?{mode}(?:で|により|によって)?採択された
own-mode: {own}を{mode}(?:で|により|によって)?採択した
admission: {who}(?:の|を)(?:{org}への)?(?:加盟|加入)を(?:承認|決定)した
status-granted: {who}(?:に|に対し)、?(?:{org}の)?{role}を(?:付与|供与)した
status-granted: {who}(?:に|に対し)、?(?:{org}の)?{role}を(?:付与|供与)すること(?:を決定|に合意)した
status-since: {who}は、?{on}に?、?{org}に(?:正式に)?(?:加盟|加入)した
left: {who}は、?{on}に?、?{org}から脱退した
meeting-held: {organ}(?:の?第[^、。]{1,6}回)?(?:会合|会議|総会)?[はが]、?{on}に?、?{place}(?:で|において)
  (?:開催された|開かれた|会合した|会合を開いた|会議を開催した)
meeting-held: {organ}[はが]、?{place}(?:で|において)、?{on}に?、?(?:第[^、。]{1,6}回)?(?:会合|会議|総会)を
  (?:開催した|開いた|行った)
founding-of: {body}は、?{on}に?、?(?:{place}で)?(?:設立|創設)された
seat: {body}の(?:本部|事務局)?(?:所在地)?は、?{place}に(?:ある|置かれている)
bears-the-name: 国名を「?{name}」?に(?:変更|改称)した
dissociates-itself: {who}は、?{this}(?:について|に関して)?(?:に|を|には)?、?(?:同意|賛成|支持|参加|賛同|受諾)
  (?:することが)?(?:でき(?:ない|なかった)|しない|しなかった)
reserves: {who}は、?{this}(?:について|に関して|に関し|に対し)?(?:て|の|に)?、?(?:立場を)?留保(?:し|する|を付|を表明)
group-named: {role}(?:（|：|である|として、?){who}
"""
_PHRASES: Final = r"""
approved-on: {on}に?{place}(?:で|において)(?:採択|署名|作成)された「?{what}
approved-on: {on}に?(?:採択|署名|作成)された「?{what}
in-the-absence-of: {who}が?(?:欠席|不在)(?:する|の)(?:中|なか)
"""

TONGUE: Final = Tongue(
    forms=_FORMS,
    phrases=_PHRASES,
    doubts="もし|仮に|場合|まで|予定|期待|希望|要請|招請|検討|提案|案(?!内)",
    leads={
        "": "「|『",
        "on": "",
        "place": "",
        "mode": "",
        "how": "その",
        "from": "",
    },
    roles={
        "observer": "オブザーバー(?:国)?(?:の)?(?:地位|資格)?",
        "dialogue_partner": "対話パートナー(?:国)?(?:の)?(?:地位|資格)?",
        "member": "(?:正式)?(?:加盟国|構成国|加盟国)(?:の)?(?:地位|資格)?",
    },
    modes={
        "consensus": "コンセンサス(?:方式)?",
        "unanimously": "全会一致|満場一致",
        "without a vote": "無投票|投票に付することなく",
        "recorded vote": r"記録投票|賛成\d+",
    },
    consents={
        "ratified": "批准書",
        "acceded": "加入書",
        "accepted": "受諾書",
        "approved": "承認書",
    },
    charter="(?<![⟩々ー一-龠])憲章",
    texts="(?:本|この|当該)?(?:宣言|決議|声明)?の?第[^、。第]{1,6}[項段条]|(?:本|この)(?:宣言|決議|決定|声明|コミュニケ|項)",
    own="(?:本|この)?(?:決議|決定|宣言|声明|コミュニケ)",
    place=r"[^\W\d_、。]{2,10}?",
    spaced=False,
)
