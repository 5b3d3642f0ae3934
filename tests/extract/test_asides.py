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
    ("为送孩子读书，家里又向亲戚借了3万元。", []),
    ("为送孩子读书，村里发给他助学金3万元。", ["3万元"]),
    # a company's books, what is subscribed
    ("该公司全年销售费用为5.2亿元，管理费用1.1亿元。", []),
    ("财政部成功发行国债50亿元，认购总额达101.5亿元。", ["50亿元"]),
    # not lost, not taken in, taken in
    ("县人社局核对名册，避免错发养老金7.5万元。", []),
    ("县人社局核对名册，补发养老金7.5万元。", ["7.5万元"]),
    ("为企业缓缴社会保险费1800万元。", []),
    ("为企业返还社会保险费1800万元。", ["1800万元"]),
    ("上年财政收入3200万元，超收260万元。", []),
    ("县财政从超收收入里拿出260万元修路。", ["260万元"]),
    ("全镇至今欠着银行贷款480万元。", []),
    ("县财政偿还欠债480万元。", ["480万元"]),
    ("免去县级配套1100万元，少收通行费3亿元。", []),
    ("审计发现多计工程价款180万元。", []),
    ("县财政支付工程价款180万元。", ["180万元"]),
    ("市里发行福利彩票9亿元，市本级留成2000万元。", []),
    ("平台叫停了一笔违规转账，拦下36万元。", []),
    ("县里卖掉两处房产，得款1200万元。", []),
    ("公司存货跌价准备4100万元。", []),
    ("村里修路花了12万元，至今还欠施工队3万元。", ["12万元"]),
    ("每部电梯造价50万元，区财政补15万元，住户分摊35万元。", []),
    ("去年取消农业税，减轻农民负担18亿元。", []),
    ("两家企业申领的补助资金240万元因材料不全暂缓拨付。", []),
    ("审计指出，其中210万元专项资金列支不规范。", []),
    # not yet
    ("另有410万元重建费，尚未拨付。", []),
    ("另有预备费8200万元尚未动用。", []),
    ("县财政拨付重建费410万元，尚未动用的还有一笔。", ["410万元"]),
    ("三个镇申报的补助资金240万元，还在评审中。", []),
    ("检查组查出问题资金1500万元，已纠正1200万元。", []),
    ("有网帖称县里拨下来补助资金50万元。", []),
    ("网上说市财政拿出20亿元替人还债，市住建局已辟谣。", []),
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
    ("生育补贴一孩发放1万元、二孩5万元。", []),
    ("省里规定，三类城市的补助标准依次为每年10亿元、7亿元和3亿元。", []),
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
    # so much at least; so much at most
    ("市里下达防疫资金5000万元，其中用于发热门诊的不得低于2100万元。", ["2100万元", "5000万元"]),
    ("市里下达防疫资金5000万元，其中用于发热门诊的不得高于2100万元。", ["5000万元"]),
    # the bill, and what the fund pays of it; what is hoped for
    ("老汉做心脏手术花去5.2万元，新农合报销了3.1万元。", ["3.1万元"]),
    ("县医院改造手术室花去52万元，县财政补助31万元。", ["31万元", "52万元"]),
    ("下半年将力争落实前期经费240万元。", []),
    ("下半年将落实前期经费240万元。", ["240万元"]),
    # held back, saved, beyond what was planned; what firms bring by contract
    ("路基压实度不够，已暂扣工程款52万元。", []),
    ("路基压实度合格，已拨付工程款52万元。", ["52万元"]),
    ("县里把设计费压掉了26万元。", []),
    ("市财政累计投入4.9亿元，超出年初安排3200万元。", ["4.9亿元"]),
    ("全镇引进项目7个，合同投资2.8亿元，到位1.3亿元。", []),
    ("省财政下达补助资金2.8亿元，已到位1.3亿元。", ["1.3亿元", "2.8亿元"]),
    ("农发行给予三市企业30亿元应急授信。", []),
    # a cheque is no price; one household's share is a standard
    ("公司经理把一张300万元的支票交到县民政局局长手里，捐给灾区。", ["300万元"]),
    ("县里给改厕户发补助，一户补助3000元。", []),
    # what has arrived; what a level was raised to
    ("县里的道路项目，资金860万元到位已一年半。", ["860万元"]),
    ("全省一般公共预算支出站上4000亿元台阶。", []),
    # the nominal value issued, and that of one note
    ("省财政厅发行专项债券，计划发行面值62亿元，期限15年。", ["62亿元"]),
    ("这批消费券面值100元。", []),
    # what is so in fact is no rumour
    ("有网友说县里补了900万元，说法不实，实际是一次性拨付补贴260万元。", ["260万元"]),
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


TOTALS = [
    # told nowhere else, and what the rows above add up to; a count of people is none
    ("县区　合计　造林　抚育\n九江市　4,600　3,000　1,600\n上饶市　3,200　2,000　1,200\n合计　7,800　5,000　2,800", ["7,800", "5,000", "2,800"]),
    ("市别　校舍改造　幼儿园建设\n九江市　4,600　300\n上饶市　3,200　500\n合计　7,800　800", ["7,800", "800"]),
    ("县区　安置（万人）　金额\n九江市　46　4,600\n上饶市　32　3,200\n合计　78　7,800", ["7,800"]),
    # no sum of theirs
    ("县区　金额\n九江市　4,600\n上饶市　3,200\n合计　9,900", []),
]


@pytest.mark.parametrize(("table", "totals"), TOTALS)
def test_a_row_of_totals(table: str, totals: list[str]) -> None:
    document = Document("d", f"省财政厅下达造林补助资金，见附表。\n单位：万元\n{table}", published="2020-06-01")
    facts = [f for f in extract(document).facts if isinstance(f, Allocation)]
    wholes = {f.id: f.amount_text for f in facts if f.region is None}
    assert sorted(wholes.values()) == sorted(totals)
    assert {wholes.get(f.part_of or "") for f in facts if f.amount_text in ("4,600", "3,200")} == ({totals[0]} if totals else {None})


@pytest.mark.parametrize(("text", "wanted"), [
    # a number behind 上 and 数; vague sums; a dash that goes on
    ("打到农户账上674.5万元，", ["674.5万元"]), ("支出决算数31.6亿元，", ["31.6亿元"]), ("上千万元，数百万元，", []),
    ("支出1.3亿元——10月起", ["1.3亿元"]), ("3亿元—5亿元", ["3亿元—5亿元"]),
    # said in words, without the unit
    ("他只掏了三万四，", ["三万四"]), ("水利局出两万，扶贫办出一万五。", ["两万", "一万五"]), ("领了一千二。", ["一千二"]),
    ("其余一万五退给了单位", ["一万五"]), ("省航运公司120万，", ["120万"]),
    ("来了八千，种了三万，卖出三万，捐八百斤，", []), ("突出一千，掏出三千斤粮", []),
    ("中央的资金拿了330亿，", ["330亿"]), ("展板12块、", []), ("补了12块，", ["12块"]), ("拿了330亿斤，", []),
])  # fmt: skip
def test_amounts_found(text: str, wanted: list[str]) -> None:
    assert [m.text for m in amounts(text, 0, len(text))] == wanted
