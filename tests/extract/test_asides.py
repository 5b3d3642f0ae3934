"""Amounts that the words around them make none, each beside one that they do not."""

from __future__ import annotations

import pytest

from kg.annotate.money import amounts
from kg.extract.run import extract
from kg.model import Allocation, Document


def kept(text: str) -> list[str]:
    """The amounts that are facts, as written."""
    return sorted(f.amount_text or "" for f in extract(Document("d", text, published="2020-06-01")).facts if isinstance(f, Allocation))


CASES = [
    # what is owed or lacking; what is owed and paid
    ("县级配套迟迟不落实，欠账达3200万元。", []),
    ("市财政安排专项资金补清历年欠账3200万元。", ["3200万元"]),
    ("当年修水库占地，应付补偿费260万元，至今没有着落。", []),
    ("市财政下达补助资金，县级相应配套260万元。", ["260万元"]),
    ("9个县少配套6100万元，其中石泉县900万元，汉阴县400万元。", []),
    ("9个县共配套资金6100万元，其中石泉县900万元，汉阴县400万元。", ["400万元", "6100万元", "900万元"]),
    ("全市需要自筹的配套5.2亿元。", []),
    ("全市自筹配套资金5.2亿元。", ["5.2亿元"]),
    # not lost, not taken in, taken in
    ("县人社局核对名册，避免错发养老金7.5万元。", []),
    ("县人社局核对名册，补发养老金7.5万元。", ["7.5万元"]),
    ("为企业缓缴社会保险费1800万元。", []),
    ("为企业返还社会保险费1800万元。", ["1800万元"]),
    ("上年财政收入3200万元，超收260万元。", []),
    ("县财政从超收收入里拿出260万元修路。", ["260万元"]),
    # ceilings and budgets
    ("县财政投资修路，控制价依次为310万元、260万元。", []),
    ("银行新增救灾贷款额度2亿元。", []),
    ("银行发放救灾贷款2亿元。", ["2亿元"]),
    ("培训费年初预算为12万元。", []),
    ("培训费支出12万元。", ["12万元"]),
    ("支行与两家企业签订了6000万元的授信协议。", []),
    ("支行与两家企业签订了6000万元的贷款协议。", ["6000万元"]),
    # standards that go on, and for one of a kind
    ("省里规定市级图书馆补助标准为60万元，县级为30万元，乡镇文化站为6万元。", []),
    ("市财政拨付图书馆补助60万元，县级为30万元。", ["30万元", "60万元"]),
    ("对伤残人员发放一次性补助，标准为上年人均收入的10倍，即42万元。", []),
    ("县里实行先建后补，重建户补助1.5万元，修缮户3000元。", []),
    ("镇里分配救灾款，倒房户20万元，河堤10万元。", ["10万元", "20万元"]),
    ("学院引进一名博士，安家费20万元，科研启动费15万元。", []),
    ("学院支付安家费20万元，科研启动费15万元。", ["15万元", "20万元"]),
    ("救助金2300万元当天起按每人200元发放。", ["2300万元"]),
    # promised, negotiated, asked, audited
    ("联谊会促成公益项目7个，意向资金500万元。", []),
    ("世行正与中方商谈一笔灌溉贷款，总额约3亿美元。", []),
    ("世行向中方提供一笔灌溉贷款，总额约3亿美元。", ["3亿美元"]),
    ("下一年度要争取市福彩公益金60万元。", []),
    ("今年争取市福彩公益金60万元。", ["60万元"]),
    ("县里财政这么紧，90万元的补助从哪来？90万元从哪儿挤？", ["90万元"]),
    ("审计局对其经手的2.6亿元建设资金开展专项审计。", []),
    ("村干部将补助资金8万元据为己有。", []),
    ("对进度落后的两市，本次暂各扣800万元补助资金。", []),
    # goes on after what has come: no change of a level
    ("省级绿色基金首期20亿元到位，已投向茶叶、旅游等16个项目7.3亿元。", ["20亿元", "7.3亿元"]),
    ("市里安排专项债6亿元，分别用于铁路前期2亿元、土地储备1.5亿元、棚改2.5亿元。", ["1.5亿元", "2.5亿元", "2亿元", "6亿元"]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_amounts_kept(text: str, wanted: list[str]) -> None:
    assert kept(text) == wanted


TWO_ROWS_A_LINE = [
    ("单位：万元\n九江市　4,600　　上饶市　3,200\n合计　7,800", {"4,600": "九江市", "3,200": "上饶市"}),
    # the row's own total, and its parts
    ("单位：万元\n九江市　4,600　3,200　1,400\n合计　4,600", {"1,400": "九江市"}),
]


@pytest.mark.parametrize(("table", "regions"), TWO_ROWS_A_LINE)
def test_rows_that_share_a_line(table: str, regions: dict[str, str]) -> None:
    facts = extract(Document("d", f"省财政厅下达2020年造林补助资金7800万元。\n{table}", published="2020-06-01")).facts
    assert {f.amount_text: f.region for f in facts if isinstance(f, Allocation) and f.unit_text} == regions


@pytest.mark.parametrize(("text", "wanted"), [
    ("中央的资金拿了330亿，", ["330亿"]), ("展板12块、", []), ("补了12块，", ["12块"]), ("拿了330亿斤，", []),
])  # fmt: skip
def test_amounts_found(text: str, wanted: list[str]) -> None:
    assert [m.text for m in amounts(text, 0, len(text))] == wanted
