"""What is bought, built or paid, and who is given to, in the clauses around an amount."""

from __future__ import annotations

import re
from itertools import islice

from kg.annotate.alternation import at_a_glance
from kg.annotate.passage import Passage, remembered

__all__ = ["given_in"]

_OBJECT = re.compile(at_a_glance(
    r"(?<![为出])(?:[买购修建装添换配租](?:[了起上下回置好成]|(?![了起上下回好成设复筑建缮赁买套来资新制备换]))|修[复建筑缮]|租赁|配[备套]|安装|采购|购买|购置|添置|新建|实施|开展|整治|硬化|改造|更换|发放|垫付|支付|补贴|资助|救助|奖励|慰问|补助(?!资金|经费|标准|[费款金])|投资|支持|帮扶|扶持|建设|建起|看望|走访(?:慰问)?|用在|用到|花在|投到|投入到|投入(?![资到各建使运\d]|生产|的|了|和|与)|补偿|赔付|预赔|返还|退还|退给|捐给|归还|缴回|退回)"
    r"(?:了|给|到|在)?(?P<what>[\u4e00-\u9fff“\d][^，。；：]{1,40})"
))
"""What is bought, built or paid, in any clause near by."""
_TO_WHOM = re.compile(at_a_glance(
    r"(?:给予|付给|拨给|借给|贷给|投给|退给|还给|发给|交给|打给|补给|[向对替]|(?<![作列成称视认])为|给(?!予)|与(?![^，。；]{1,16}(?:各|共同|联合|一起)))(?P<what>[^，。；：向给与为对替]{2,20}?)"
    r"(?=低成本|无息|贴息|给予|注[入资]|投放|下[达拨]|[划预调]拨|进行|提供|发放|支付|拨付|预付|签订|签署|授信|捐|寄[去出]|汇[去出]|贷|借|补|退|赔|奖|各|(?<!公)共|的|，|$|\d)"
))
"""To whom it is given, in any clause near by."""
_ACCOUNT = re.compile(at_a_glance(
    r"(?:直达|[打发拨付划汇送转存兑]?[付放]?(?:到了?|进了?|给了?|至|入))(?P<what>(?![位达期账货手])[^，。；：到进给至入]{2,16}?)的?(?:账户|账上|存折|手[中里上]|卡[里上中]|一卡通|名下)"
))
"""直达农户存折, 到了企业账上: whose account it reaches."""
_VISITED = re.compile(
    r"(?:看望|走访|慰问|探望|来到)[^，。；：]{0,24}?(?:户|师|员|工|民|妇|人|长|兵|家庭|模范|书记|医生|校长)(?P<what>[\u4e00-\u9fff·]{2,4})(?=[，。；]|家中?[，。；]|$)"
)
"""看望护林员|白石安，送上慰问金: who is visited."""


@remembered
def given_in(passage: Passage, a: int, b: int) -> list[tuple[str, str, str]]:
    """Kind, cue and words of what is bought and who is given to in a clause."""
    kinds = (("object", _OBJECT), ("whom", _TO_WHOM), ("whom", _ACCOUNT), ("whom", _VISITED))
    return [(kind, match[0][:1], match["what"]) for kind, pattern in kinds for match in islice(pattern.finditer(passage.text, a, b), 2)]
