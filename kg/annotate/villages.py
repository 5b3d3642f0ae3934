"""Townships and villages, which no table of divisions holds, told by their word of kind and by what stands before them.

    西江镇白水村 · 在|新塘街道 · no village: 城乡, 示范村, 修建|乡镇
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.annotate.passage import Passage, RegionMention

__all__ = ["villages"]

_SMALL_KIND = re.compile(r"[乡镇村]|街道|苏木|社区|嘎查")
_SMALL = re.compile(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]镇镇(?=党委|纪委|政府|人大|机关)|[\u4e00-\u9fff]{1,5}?(?:(?:[\u4e00-\u9fff]族)?乡(?![镇贤亲友]|村(?:振兴|建设|治理|旅游|教育|道路|医生|教师|公路))|镇(?!镇(?![长党政委人纪里上财机村]))|街道|苏木)(?!长(?![\u4e00-\u9fff]{1,2}(?:村|社区))|[上级])(?:(?:(?!的)[\u4e00-\u9fff]){1,4}?(?:村|社区|嘎查)(?!民(?!兵)|[里干级两上医务官]))?"
    r"|[\u4e00-\u9fff]{2,4}?(?:村|社区|嘎查)(?!民(?!兵)|[里干级两上医务官])"
)
_BEFORE_KIND = 8
"""Code points that may stand in such a name before its first word of kind."""
_BEFORE_SMALL = re.compile(r"(?:^|[，。；：、“”（）【】\s\d．.]|[在到向对给于往和及与持为含从是了过任当兼进得付由驻]|"
    r"参加|走访|视察|慰问|看望|前往|赶赴|奔赴|抵达|分配|拨付|下达|"
    r"[镇乡县市区岸部端麓畔侧脚下边扶联驻]的)$")
_HEAD = re.compile("(?:党?支部|党总支)?(?:副?书记|副?主任)|支书|会计|第一书记")
"""一旁的|白马村支书: who leads a village stands behind its name."""
_BOTH_KINDS = re.compile(
    "(?:通过|统筹|推进|发放|住房|落实|支付|覆盖|保障|完善|促进|缩小|打破|加快|全.|涉及|惠及|筹措|筹集|安排|投入|争取|改善|实施|整合|支持)城乡$"
)
"""通过|城乡建设用地增减挂钩, 住房|城乡建设部: town and country, and no township (塔城乡)."""
_BOTH = re.compile(r"[\u4e00-\u9fff]{2,3}[乡镇][\u4e00-\u9fff]{2,3}村")
"""驻点的|寨坝镇两岔村: behind any 的, a village together with its township."""
_NOT_SMALL = re.compile(
    r"^[城街社嘎苏任问有集圩墟]$|(?:生产|小)组$|^首批$|^[前现原时历]任$|^[\u4e00-\u9fff]{2,4}任$|[农渔工商林牧茶果]业[大强重]$|[\u4e00-\u9fff]{2}[局厅委办]$|[\u4e00-\u9fff]{2}有$|前些年$|(?:节|会|灾|雨|雪|年)后$|[晚晨夜午]$|当时|担任|就任|曾任|兼任|年起|^包|着|[当做干去来到]过|[他她我你异]$|[一二三四五六七八九十百千万两几]$|[万亿千百]元|[一二三四五六七八九十百千万两几]{1,3}[余多]?[个座户条名位年月日批次元项处份所]|[一二三四五六七八九十][是任]|第[一二三四五六七八九十]|[个各全驻农及与的了每]|(?<!^前)(?<!^跃)(?<!^奋)进|(?<!^)(?<![镇乡])(?<!街道)新(?!$)|^(?:[\u4e00-\u9fff]{1,2}|[\u4e00-\u9fff]*(?:建|设|造|移民|搬|迁|置|居|住|丽|成|型|民))新$|^新(?:型|建|增|设|旧|老|村|镇$)|(?<!^[太泰永义人仁兴中安万福祥顺同])(?<!^)和|^和(?![平睦顺兴美合丰盛])|^乡|名誉|[去今明前当近每那]年|召开|举行|[同当次][日天]$|[回进到出离返入下还届]$|^外老?$|^(?:剩余|隔壁|出列|城中|上交)|工业$|[\u4e00-\u9fff](?<![相反])[对给让请把被]$|^其?他|^[向对往给从由]?[县市区省]$|[\u4e00-\u9fff]{2}[对向给把将请让]$|城乡|^(?:美丽)?圩$|当选$|年[前后底初]$|(?<!^适)应$|拉上$|[向在于为][本该]$|补发$|(?<!^.)城镇|^[进建新老小各大中省全为]城镇|乡镇|村镇|山村|(?:小康|示范|贫困|帮扶|扶持|壮大|薄弱|老区|库区|灾区|重点|受灾|受援|联系|包联|结对|落后|试点|典型|富裕|美丽|文明|脱贫|中心|样板|后进|空心|先进|补齐|搬迁|安置|移民|传统|特色|老区|薄弱|落后|扶持|壮大|发展|增加|补齐|帮扶|结对|包扶|联系|驻点|用于|支持|建制|行政|自然)$"
)
_NOT_IN_SMALL = re.compile(
    r"[这那哪]些|确保|保障|家住|调[往回到至入]|[下选]派[到往至]?|派[到往至回]|分配?[到至]|挂职|是|用于|还有|当地|家乡|老家|(?:建设|兴建|扩建|援建|捐建|修缮)(?=[\u4e00-\u9fff]{2})|支持|支援|帮助|奖励|惠及|覆盖|涉及|走进|来到|前往|[留分借拨送捐奖]给|下达|拨付|分配|划拨|下拨|预拨|追加|安排|用来|定给|修建|(?<![镇乡])新建|改造|发现|投在了?|投到了?|拨到了?|给了|[历现时原曾新所拟调转升改继挂起]任|[选成身作命聘]为|后来当?|[这那该]位|[看听]见|[他她我里中们]从|[由该其把被将让请在到赴]|长为|(?<=\d)线|(?<=\d)[年月日](?:任(?=[\u4e00-\u9fff]{2}))?|(?<=当)选为?|[组队]为|[又还并再便就也](?:给|向|托|对|从|找|让|请|叫|派)|记者问|(?<![\u4e00-\u9fff])(?:问(?!津|天|安|道|鼎)|据|从(?!化)|向(?![阳荣化东])|对|往|给|于(?![家庄集])|为|付(?![家集])|由)"
)


def villages(passage: Passage, taken: list[RegionMention]) -> list[RegionMention]:
    """Townships and villages, which the table does not hold: 西江镇白水村."""
    text, ends, found = passage.text, {m.end for m in taken}, []
    if not _SMALL_KIND.search(text, passage.start, passage.end):
        return []
    covered = [(m.start, m.end) for m in taken]
    for a, b in _bounded(text, passage.start, passage.end, ends):
        none = text[a:b] == "小城镇" or text[a:b].endswith("乡村") or _BOTH_KINDS.search(text, a, b) or _NOT_SMALL.search(text[a:b][:-1])
        if not none and not any(x < b and a < y for x, y in covered):
            found.append(RegionMention(a, b, text[a:b], text[a:b], None))
            passage.state.villages.append((a, text[a:b]))
    return found


def _bounded(text: str, start: int, end: int, ends: set[int]) -> Iterable[tuple[int, int]]:
    """Matches of a small place that begin where a name may begin."""
    at = start
    while (kind := _SMALL_KIND.search(text, at, end)) and (match := _SMALL.search(text, max(at, kind.start() - _BEFORE_KIND), end)):
        inner = [e for e in ends if match.start() < e < match.end() - 1]
        begin = (
            max(inner)
            if inner
            else next(
                (
                    i
                    for i in range(match.start(), match.end() - 2)
                    if i in ends
                    or i == start
                    or (text[i] != "了" and _BEFORE_SMALL.search(text[max(start, i - 2) : i]))
                    or (text[i - 1] == "的" and (_BOTH.fullmatch(text, i, match.end()) or _HEAD.match(text, match.end())))
                ),
                None,
            )
        )
        if begin is not None:
            begin = max([begin, *(m.end() for m in _NOT_IN_SMALL.finditer(text, begin, match.end() - 1))])
            if match.end() - begin > 1:
                yield begin, match.end()
        at = match.end()
