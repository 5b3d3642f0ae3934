"""Bodies beside the one before: 税政司 after 财政部预算司 is 财政部税政司, 审判委员会 after a court's 庭 the court's."""

from __future__ import annotations

import re

from kg.annotate import regions
from kg.annotate.bodies import known
from kg.annotate.deixis import parent_for, recent, resolve
from kg.annotate.passage import State
from kg.annotate.subunits import under

__all__ = ["of_court", "sibling"]

_OWN_PARENT = re.compile(
    r"师(?=党委|总医院|财政局)|(?:部|厅|局|委|院|校|省|市|县|区|州)(?=[\u4e00-\u9fff]{2,}(?:司|局|处|科|室|中心|办|组|支队|队)$)"
)
"""部财务审计司: the unit names its parent."""


def sibling(written: str, last: str | None, state: State, *, party: bool = False) -> str | None:
    """税政司 after 财政部预算司 is 财政部税政司; 宣传部 after 湖北省委 is 湖北省委宣传部, after a post of the Party (`party`) a university's too."""
    if not last or len(written) < 2:
        return None
    if whole := _of_same(written, last, party=party):
        return whole
    if known(written) or _OWN_PARENT.match(written):
        return None
    full = resolve(written, state)
    if full != written and not full.endswith(written):
        return None
    if full != written and full in recent(state) and not (state.host and full.startswith(state.host)):
        return None
    if not re.search(r"(?:司|处|科|股|室|办公室|办公厅|中心|局|部|庭|审判委员会|检察委员会)$", written) or re.match(
        r"(?:自治区|自治州|省|市|县|区|州|旗|盟|我|本|该|中国|国家|国务院|全国)", written
    ):
        return None
    if any(regions.candidates(written[:n]) for n in range(2, min(6, len(written)))):
        return None
    parent = parent_for(written, last)
    return under(parent, written) if parent and len(parent) > 2 else None


def _of_same(written: str, last: str, *, party: bool) -> str | None:
    """宣传部 beside 湖北省委, 监事会 beside 海州集团, 书记处 beside 中央政治局, 管委会 beside a zone: what such a body has."""
    committee = _COMMITTEE_OF.match(last)
    if _OF_COMMITTEE.match(written) and committee:
        return committee[0] + written
    if party and _OF_COMMITTEE.fullmatch(written) and _HOUSE.search(last):
        return last + written
    beside = written.endswith("委员会") and last.endswith("委员会") and not known(written)
    if (_OF_BOARD.fullmatch(written) or beside) and (company := _COMPANY.match(last)):
        return company[0] + written
    if written == "书记处" and last.endswith("政治局"):
        return last.removesuffix("政治局") + written
    if written == "管委会" and _ZONE.search(last):
        return last + written
    return _board(written, last)


def _board(written: str, last: str) -> str | None:
    """经济委 after 省政协, 女职工委员会 after 县总工会, 监事会 after 县供销社理事会."""
    if _OF_CONFERENCE.fullmatch(written) and (conference := _CONFERENCE.match(last)):
        return conference[0] + written
    if written == "办事处" and "街道" in last:
        return last[: last.index("街道") + 2] + written
    body = _HAS_BOARDS.match(last) if _BOARDS.fullmatch(written) else None
    return body[0] + written if body else None


_OF_GOVERNMENT = re.compile("(?:农业|文化|科技|民族|民宗|经济|外事|城建)")
_OF_COURT = re.compile("(?:审判|检察)委员会|[审检]委会")


def of_court(written: str, last: str | None, state: State) -> str | None:
    """审判委员会 after 江城县人民法院民事审判庭 is the court's; 检委会 that of the 检察院 last named; 提案委 is of the 政协 just named."""
    if last is None and _OF_CONFERENCE.fullmatch(written) and not _OF_GOVERNMENT.match(written):
        return next((conference[0] + written for name in recent(state, 3) if (conference := _CONFERENCE.match(name))), None)
    if not _OF_COURT.fullmatch(written):
        return None
    court = next((court for name in ([last] if last else recent(state, 6)) if (court := parent_for(written, name))), None)
    return court + written if court else None


_CONFERENCE = re.compile("[\u4e00-\u9fff]{1,10}政协(?=$|[\u4e00-\u9fff]{2,16}委(?:员会)?$)|政协[\u4e00-\u9fff]{2,12}委员会$")
_OF_CONFERENCE = re.compile(
    "(?:提案|经济|人口资源|教科|科教|文化|社会|社法|民族|民宗|港澳|文史|学习|农业|委员工作|委员联络|外事|城建|医卫|科技|资源)[\u4e00-\u9fff]{0,8}委(?:员会)?(?:办公室)?"
)
"""经济委, 教科卫体委员会: behind a post in the 政协, of that."""
_HAS_BOARDS = re.compile(
    "[\u4e00-\u9fff（）]{1,24}?(?:供销社|联合社|总社|总工会|工商联|合作社|协会|学会|商会|基金会|联合会|集团|公司)(?=$|理事会$|监事会$|董事会$)"
)
_BOARDS = re.compile("(?:理事会|监事会|董事会|女职工委员会|经费审查委员会)(?:办公室)?$")
"""What a union, a co-operative or a firm has (县总工会副主席、女职工委员会主任A)."""
_ZONE = re.compile(r"(?:[新园]|开发|高新|经开|保税|度假|示范)区$")
"""管委会 after the 党工委 of a zone is the same zone's."""
_OF_BOARD = re.compile(
    "[董监]事会(?:[\u4e00-\u9fff]{2,16}委员会)?|(?:战略|审计|提名|薪酬|风险|关联交易|消费者权益|人事|人力资源|合规|预算|执行)[\u4e00-\u9fff]{0,14}委员会"
)
_COMPANY = re.compile("[\u4e00-\u9fff（）]{2,30}?(?:公司|集团|银行|[^\u4e00-\u9fff]行)(?=$|[董监]事会|[\u4e00-\u9fff]{2,16}委员会$)")
"""The board and its committees are of the company before them in the stack."""
_HOUSE = re.compile("(?:大学|学院|医院|研究院|科学院|公司|集团|银行|厂|矿|兵团|总队|电视台|报社)$")
"""Houses whose committee of the Party has departments of its own."""
_COMMITTEE_OF = re.compile(
    r"(?:[\u4e00-\u9fff]{2,12}?)?(?:[省市县区州旗盟]委|(?:自治区|兵团)党委|党委(?=[组宣统][\u4e00-\u9fff]{1,3}部$))"
    r"(?=$|[\u4e00-\u9fff]{2,10}(?:部|委|处|室|办|局)$)"
)
_OF_COMMITTEE = re.compile(r"(?:组织|宣传|统战|社会工作|农村工作)部$|政法委|秘书处$")
"""统战部 after 三水区委社会工作部 is the same committee's."""
