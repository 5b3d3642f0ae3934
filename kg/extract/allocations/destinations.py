"""Where the money goes by the words behind the amount: the receiving place there.

    支持云南省抗旱保供 · 用于锦州…的管网改造 · 由大理市、洱源县使用 · 已全额拨到旗县 · 6814万元到省
"""

from __future__ import annotations

import re

from kg.annotate import regions
from kg.annotate.deixis import village
from kg.annotate.divisions import ancestors
from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.here import local_at
from kg.extract.allocations.lexicon import TARGET
from kg.extract.allocations.members import OWN_LEVEL, take_own_level
from kg.extract.allocations.places import group_at, places_in, set_places
from kg.extract.allocations.unnamed import (
    IN_TOWN,
    JOIN,
    Place,
    areas_at,
    classes_at,
    same_kind_at,
    smalls_at,
    states_at,
)
from kg.extract.allocations.wording import OUTCOME

__all__ = ["ATTRIBUTED", "LEVELS", "arrived", "follow"]

_BEHIND = re.compile(
    r"(?:的?[^，。；]{0,12}?)?(?:已|已经|全部|均|也|将|要|先|分别|直接|就|分[两三四五六七八九十\d]+[次批期笔]|于[^，。；]{2,18}?[日初底])*(?:(?:下达|拨付|分配|安排|下拨|划拨|拨|分解|落实|投向|发放|"
    r"给予|补助|奖励|资助|支援|支持|划转|(?:改|调整)用于|切块|切|分|留|转交|移交)+(?!资金|经费|补助|款)(?:给|到|至|往|了|于|在)*|[送转汇划打投发结定下补落][到给往入进达至]了?|奖励?给|[用花][在到]|指定给|(?:惠及|涉及|覆盖|遍及)[到了]?|给了|进了|到了|流向|抵达|归(?!还)|投在了?|打了|到(?=各|全[省市县区州]|[\d几]))"
)
_USED_BY = re.compile(
    r"(?:全部|均|分别)?由(?=[^，。；]{2,40}(?:使用|分用|统筹|用于|组织实施|平均|平分|均分|分享|切分|支配|申请|对半分|分配|分得))|(?:重点|主要|优先|全部|倾斜|专门?|点名|单独)*(?:向(?=[^，。；]{2,30}倾斜)|给(?!了)(?=[^，。；]{2,34}(?:[，。；]|$)))|专门?[为给]|(?:进一步|继续)?(?:加大|加强)对|(?:用[于来])?(?:帮助?|替|协助|[为给](?!了|[^，。；]{0,8}(?:第一|首|最|唯一))(?=[^，。；]{2,20}?(?:[建修打添购盖装办铺换配]|改造|垫付)))"
)
"""由大理市、洱源县使用, 重点向中西部倾斜, 另外1500万元给平潭综合实验区, 专门为环县、会宁两县买水."""
_PASSED_ON = re.compile(
    r"[^，。；]{0,30}?(?:追加|拨付?|分配|下达|切块|分解|划拨|调剂|下拨|兑付)(?:到|给|至)了?|"
    r"[^，。；]{0,8}?(?:给了|交给|发给|借给|贷给|划给|投给|分给)"
)
"""已全额拨到旗县, 由市财政局按进度追加到敖汉旗."""
_FOR = re.compile(r"(?:先后|分别|全部|主要|用[于来])?(?:[给帮为替在]|支持|帮助|[划打拨汇转送]到了?)(?=该|这个|[村乡镇县][里上])")
"""花28.7万元给|村里换了管道."""
_RANKED = re.compile(r"在[^，。；]{2,20}?(?:中|里)?(?:位[列居]|排|名列|居|率先|先行)")
"""在19个援疆省市中位列第一: whom it is compared with, not whom it is for."""
_LEADS = (_USED_BY, _BEHIND, _PASSED_ON)
"""What may stand before the receiving place in a clause behind the amount, the surest first."""
_REACH = re.compile(r"(?:分配|下达|拨付)?(?:到了?|给了?|至|往|入|进|了)")
ATTRIBUTED = re.compile(
    r"(?:[向给替]|[对为](?!此|了|口))(?:(?:对口|[^，。；：向给对为替\d]){2,14}的|"
    r"(?:承办|主办|试点|示范|重灾|主产|产粮|受灾|所在|项目)(?:最重|大)?[地县市区])$"
)
"""向配套困难的|18个县, 向承办地|石家庄市: what a receiver is like stands between it and 向."""
LEVELS = "[县市区州]（[市县区、]{1,3}）|旗县区?|旗市区|县市区|县区|区县|县市|市县|市区|旗市区|盟市|州市|市州|乡镇"
"""Levels of places without a name, as words of two characters and more."""


def follow(passage: Passage, draft: Draft) -> bool:
    """支持云南省抗旱保供, 用于锦州…的管网改造, 在驻马店…建设, 下达其他6个省."""
    if _arrives(passage, draft):
        return True
    for a, b in passage.clauses(*draft.tail):
        target = _target_in(passage.text, draft, a, b)
        behind = next((m for pattern in _LEADS if (m := pattern.match(passage.text, a, b))), None)
        if passage.text.startswith("不", a) or _RANKED.match(passage.text, a, b) or OUTCOME.match(passage.text, a, b):
            continue
        if (led := _FOR.match(passage.text, a, b)) and (here := local_at(passage, led.end(), b)):
            set_places(draft, here)
            return True
        if target is None and behind is None and not passage.text.startswith("在", a):
            continue
        used = behind is not None and passage.text.startswith("由", behind.end() - 1)
        start = target.end() if target and not used else behind.end() if behind else a + 1
        if _place_at(passage, draft, start, b, reach=12 if target and not used else 2):
            return True
        if target:
            return any(_covered(passage, draft, *pair) for pair in passage.clauses(b, draft.tail[1]))
    return False


def _covered(passage: Passage, draft: Draft, a: int, b: int) -> bool:
    """支持困难学生，|覆盖全省86个县, 由甲市、乙市按2∶1分得: the places stand behind the purpose."""
    led = _COVERS.match(passage.text, a, b)
    return led is not None and _place_at(passage, draft, led.end(), b, reach=0)


_COVERS = re.compile(r"(?:覆盖|遍及)了?|由(?=[^，。；]{2,40}(?:使用|分用|分配|分得|平分|均分))")


def _target_in(text: str, draft: Draft, a: int, b: int) -> re.Match[str] | None:
    """The word of purpose that the clause begins with; right behind the amount it may stand further off."""
    return TARGET.search(text, a, min(b, a + 30)) if a == draft.tail[0] else TARGET.match(text, a, b)


def _place_at(passage: Passage, draft: Draft, start: int, end: int, *, reach: int) -> bool:
    """A named place within `reach` of `start`, else a township, a class of places or 省本级 right there."""
    if begun := _HELPS.match(passage.text, start, end):
        start = begun.end()
    if listed := _listed(passage, start, end, reach):
        named = any(place[3] for place in listed)
        set_places(draft, listed, passage.text if named else "")
        return True
    return OWN_LEVEL.match(passage.text, start, end) is not None and take_own_level(passage, draft, start, end)


def _listed(passage: Passage, at: int, end: int, reach: int) -> list[Place]:
    """The places listed from `at` on, whatever their kind: 其他6个设区市|和定州市."""
    listed: list[Place] = []
    end = _over_commas(passage, at, end)
    while True:
        found = places_in(passage, at, end)
        near = found and (found[0][0] - at <= reach or _LIKE.fullmatch(passage.text, at, found[0][0]))
        here = group_at(passage, found, 0) if near else []
        here = here or next((some for read in _UNNAMED if (some := read(passage.text, at, end))), [])
        join = JOIN.match(passage.text, here[-1][1], end) if here else None
        listed += here
        if join is None or ("，" in join[0] and not IN_TOWN.match(passage.text, join.end(), end)):
            return listed
        at, reach = join.end(), 0


def _over_commas(passage: Passage, at: int, end: int) -> int:
    """用于七贤镇沿山村，|云台山镇龙门村、片马村: where the clauses end that go on with villages, each with its township."""
    while IN_TOWN.match(passage.text, at, end) and passage.text[end - 1] == "村" and IN_TOWN.match(passage.text, end + 1, passage.end):
        end = passage.clauses(end + 1, passage.end)[0][1]
    return end


_LIKE = re.compile(r"[\u4e00-\u9fff]{2,18}的")
"""补给|库款困难的|阜新、朝阳等市."""
_HELPS = re.compile(r"(?:为(?![了此])|帮助|支持|支援|解决|缓解|保障|充实|完成|做好|改善|加快|推进|推动|促进|加强|提升)(?!资金)")
"""用于帮助|受灾地区恢复生产."""


def _level_at(text: str, start: int, end: int) -> list[Place]:
    """其中3800万元切块到县: all places of a level, without a name."""
    match = _LEVEL_BELOW.match(text, start, end)
    return [(match.start(), match.end(), match[0], None)] if match else []


_UNNAMED = (same_kind_at, smalls_at, classes_at, _level_at, states_at, areas_at)
"""Readers of places that are not in the table of divisions."""
_LEVEL_BELOW = re.compile(rf"(?:市辖各?区|{LEVELS}|县|区|旗)(?=$|[，。；、]|的?账户|国库|和[^，。；]{{2}})")


def _arrives(passage: Passage, draft: Draft) -> bool:
    """…1.12亿元，旗财政局已于3月20日拨付到各苏木乡镇: the place behind the verb that follows."""
    action, text = draft.action, passage.text
    if action is None or not action.after or action.start < draft.tail[0]:
        return False
    match = _REACH.match(text, action.end, draft.tail[1])
    return _place_at(passage, draft, match.end() if match else action.end, draft.tail[1], reach=0)


def arrived(passage: Passage, draft: Draft) -> bool:
    """专项资金6814万元|到省, 资金到县，总共9.5亿元, 累计到疆341.8亿元: where money arrives without a verb that sends it."""
    text = passage.text
    where = _ARRIVED.match(text, *draft.tail) or _HERE.search(text, *draft.clause)
    if not where and _ALL_OF_IT.fullmatch(text, *draft.clause):
        where = next((m for a, b in passage.clauses(draft.head[0], draft.clause[0])[-1:] if (m := _HERE.search(text, a, b))), None)
    if where is None:
        return False
    at = where.start("place")
    if ref := regions.lookup(_SHORT.get(where["place"], "")):
        set_places(draft, [(at, at + 1, ref.name, ref.code)])
        return True
    region = regions.resolve_level(passage.state, where["place"], own=True)
    home = regions.by_code(passage.state.home) if passage.state.home else None
    if region and not (home and region in ancestors(home)):
        return False  # 省级配套已全部到县: of a province, all its counties
    name = regions.written(passage.state, region) if region else village(where["place"], passage.state)
    if name:
        set_places(draft, [(at, at + 1, name, region.code if region else None)])
    return name is not None


_ARRIVED = re.compile(
    r"(?:已|均|就|都|也|全部|全额|陆续|一次性|[\d月日]+)*(?:到达|抵达|到|抵|进了?)(?P<place>[省州市县区旗镇乡村疆藏])(?:[里上])?(?=$|[，。；：])"
)
_HERE = re.compile(r"(?:资金|款|累计|已|经费)(?:已|陆续|全部|累计)*(?:到|抵|入|进)(?P<place>[省州市县区旗镇乡村疆藏])(?:共|累计|达|约|近|超过?)*$")
_ALL_OF_IT = re.compile(r"(?:总共|一共|共计?|总计|合计|总额)(?:是|为|有)?")
_SHORT = {"疆": "新疆", "藏": "西藏"}
