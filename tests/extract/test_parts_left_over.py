"""Parts that a rest without a figure, a use of the money or a total behind them betrays, and amounts that are no parts."""

from __future__ import annotations

import pytest

from kg.extract.run import extract
from kg.model import Allocation, Document
from tests.money import wholes

LEFT = [
    # who bears the rest, of the first amount of the sentence
    (
        "柳河村修水池花费80万元，县水利局补助50万元，村民凑了9万元，不够的由镇里垫上。",
        {"80万元": None, "50万元": "80万元", "9万元": "80万元"},
    ),
    # … in a sentence of its own
    (
        "柳河县投入水利资金8000万元，省级补助5000万元，市级补助1000万元。余下的由县里自筹。",
        {"8000万元": None, "5000万元": "8000万元", "1000万元": "8000万元"},
    ),
    # … of the total in the sentence before, where the first amount is a place's or a giver's beside the others
    (
        "省财政下达防汛资金8亿元。武汉市分到的补助款为5亿元，孝感市8000万元，剩余部分由其他市分享。",
        {"8亿元": None, "5亿元": "8亿元", "8000万元": "8亿元"},
    ),
    (
        "柳河县拨付工程款60万元。拨款单上写着：中央补助30万元，省级配套10万元，余下的由县里自筹。",
        {"60万元": None, "30万元": "60万元", "10万元": "60万元"},
    ),
    # the total is no fact; what comes on top of the first; kinds of money beside each other
    ("机场扩建估算4.6亿元，民航局安排发展基金1.9亿元，省级财政补助6000万元，其余由集团贷款。", {"1.9亿元": None, "6000万元": None}),
    (
        "省财政下达水利资金8亿元，市财政再配套1亿元，目前堤防加固用去3亿元，其余用于水库。",
        {"8亿元": None, "1亿元": None, "3亿元": "8亿元"},
    ),
    (
        "省对县补助103亿元。均衡性转移支付46亿元，民族地区转移支付12亿元，其余的是定额补助。",
        {"103亿元": None, "46亿元": "103亿元", "12亿元": "103亿元"},
    ),
    # a rest of works, and no rest at all
    ("省财政下达水利资金8亿元，市财政安排资金2亿元，其余3座水库明年开工。", {"8亿元": None, "2亿元": None}),
    ("省财政下达水利资金8亿元，市财政安排资金2亿元，全部用于堤防。", {"8亿元": None, "2亿元": None}),
    # what has been used of the amount before, and what another office has paid
    ("柳河县今年安排扶贫资金3.4亿元，截至目前，已支付2.9亿元。", {"3.4亿元": None, "2.9亿元": "3.4亿元"}),
    ("省财政安排扶贫资金8000万元，市财政已拨付3000万元。", {"8000万元": None, "3000万元": None}),
    # a share, of the total before whatever has been said in between
    (
        "各级财政投入防汛资金9亿元，其中中央资金4亿元，省级资金5亿元。各地加快修堤。清溪市分到2.1亿元。",
        {"9亿元": None, "4亿元": "9亿元", "5亿元": "9亿元", "2.1亿元": "9亿元"},
    ),
    ("省财政下达水利资金9亿元。清溪市得到社会捐款2.1亿元。", {"9亿元": None, "2.1亿元": None}),
    # a line of bare places that are given to
    (
        "省财政下达抗旱资金5亿元。\n给沈阳2.1亿元、阜新1.4亿元、锦州9000万元。",
        {"5亿元": None, "2.1亿元": "5亿元", "1.4亿元": "5亿元", "9000万元": "5亿元"},
    ),
    # the money that is pointed at
    (
        "省财政安排清溪市危房改造资金2600万元，五保户受益。\n这笔资金里，有1100万元专门用于重建。",
        {"2600万元": None, "1100万元": "2600万元"},
    ),
    (
        "地方财政支出19亿元，增长21%。在支出中，教育支出3亿元，增长14%；农业支出1.2亿元。",
        {"19亿元": None, "3亿元": "19亿元", "1.2亿元": "19亿元"},
    ),
    ("发放救助金396万元，内含春节补贴88万元、取暖补贴26万元。", {"396万元": None, "88万元": "396万元", "26万元": "396万元"}),
    ("烟草局拿出资金90万元：36万元修渠，54万元买农机。", {"90万元": None, "36万元": "90万元", "54万元": "90万元"}),
    # the largest share, behind a comma
    (
        "省财政下达农业资金6.8亿元。育秧占去大头，2.9亿元，补给大户；1.7亿元用来采购良种；1.2亿元支持清淤；剩下的1亿元用于防虫。",
        {"6.8亿元": None, "2.9亿元": "6.8亿元", "1.7亿元": "6.8亿元", "1.2亿元": "6.8亿元", "1亿元": "6.8亿元"},
    ),
    # the total behind its parts; and a word without a total
    (
        "全省争取国债资金176亿元，市县财政配套20亿元，总盘子196亿元。",
        {"176亿元": "196亿元", "20亿元": "196亿元", "196亿元": None},
    ),
    ("全省争取国债资金176亿元，市县财政配套20亿元，总盘子比去年大。", {"176亿元": None, "20亿元": None}),
    # what was paid before, and what is said to be no part
    (
        "财政部今天下达抗旱资金2.6亿元。此前的6月1日和3日，两部门已拨出两笔应急资金，分别为4000万元和1.1亿元。",
        {"2.6亿元": None, "4000万元": None, "1.1亿元": None},
    ),
    (
        "财政部下达我省防汛补助费8000万元，这是入汛以来的第三笔。前两笔3000万元和5000万元，已拨付到市。",
        {"8000万元": None, "3000万元": None, "5000万元": None},
    ),
    ("省财政安排补助经费2亿元，其中年初追加的保障资金1800万元不在此列。", {"2亿元": None, "1800万元": None}),
]


@pytest.mark.parametrize(("text", "expected"), LEFT)
def test_parts_and_their_wholes(text: str, expected: dict[str, str | None]) -> None:
    found = wholes(text)
    assert {amount: found.get(amount, "no fact") for amount in expected} == expected


def test_rows_beside_each_other_in_one_line() -> None:
    text = "现下达你市防汛资金55600万元。\n附件　单位：万元\n石家庄市　21600　　唐山市　19800\n保定市　13200　　邢台市　1000"
    found = [f for f in extract(Document("d", text)).facts if isinstance(f, Allocation) and f.part_of]
    places = {f.amount_text: f.region for f in found}
    assert places == {"21600": "石家庄市", "19800": "唐山市", "13200": "保定市", "1000": "邢台市"}


def test_a_count_beside_an_amount_is_no_row_of_its_own() -> None:
    text = "现下达你市防汛资金40000万元。\n附件　单位：万元\n石家庄市　12　　21600\n唐山市　8　　18400"
    found = [f for f in extract(Document("d", text)).facts if isinstance(f, Allocation) and f.part_of]
    assert {f.amount_text: f.region for f in found} == {"21600": "石家庄市", "18400": "唐山市"}
