"""What a phrase says that could be a purpose, and that what was read before has no part in it."""

import pytest

from kg import Document
from kg.extract.allocations.wording import told
from kg.pipeline import extract

TEXTS = (
    "省财政下达青石县资金3亿元，用于灾后重建，其中农村公路1亿元。",
    "市财政安排资金2亿元，用于灾后重建。州级财政配套5000万元，用于农村公路。",
)


@pytest.mark.parametrize(
    ("phrase", "what"),
    [
        ("用于灾后重建", "灾后重建"),
        ("清河大桥工程开工", "清河大桥工程"),
        ("有120户车主", "120户车主"),
        ("州级公路养护", "州级公路养护"),
        ("州级", None),
        ("占地60亩", None),
        ("均已交付使用", None),
        ("园区管委会副主任介绍", None),
        ("涉及12个标段", None),
        ("污水管网三标段", "污水管网三标段"),
        ("由于移民搬迁", None),
        ("请专款专用", None),
        ("校长叶知秋代表学校", None),
        ("代表团驻地改造", "代表团驻地改造"),
        ("这笔钱将用于水工实验室改造", "水工实验室改造"),
        ("农村公路养护省级", "农村公路养护"),
        ("已拨付到用款单位", "用款单位"),
        ("救灾资金支援受灾乡镇", "支援受灾乡镇"),
        ("下达救灾资金", None),
        ("全部为中央补助", None),
        ("对口支援", "对口支援"),
        ("口支援新疆", None),
        ("移民搬迁", "移民搬迁"),
        ("预计明年秋天交付使用", None),
        ("交付使用前的检测", "交付使用前的检测"),
        ("其次是青石渡槽", "青石渡槽"),
        ("分别用于渡槽更新", "渡槽更新"),
        ("分别为省级", None),
        ("运距缩短11公里", None),
        ("新校建筑面积6800平方米", "新校"),
        ("松岭市级", None),
        ("松岭市级粮库", "松岭市级粮库"),
        ("村民筹", None),
        ("村民筹建的水塔", "村民筹建的水塔"),
        ("清河大桥通车", "清河大桥"),
        ("通车", None),
        ("要求各地优先安排校舍加固", None),
        ("要素市场建设", "要素市场建设"),
        ("将计入2018年度损益", None),
        ("已开通捐款热线", None),
        ("开通公交专线", "开通公交专线"),
        ("列第三", None),
        ("第三小学", "第三小学"),
        ("全部由市财政兜底", None),
        ("低保兜底", "低保兜底"),
        ("配套也基本落实", None),
        ("此次我市", None),
        ("此次事件", "此次事件"),
        ("级补助", None),
        ("四州", None),
        ("乡贤得知消息后", None),
        ("首的27家企业", None),
        ("首批27家企业", "首批27家企业"),
        ("每村", None),
        ("每村一名医生培训", "每村一名医生培训"),
        ("同意石门县中医院建设项目", "石门县中医院建设项目"),
        ("家庭困难学生获得资助", "家庭困难学生"),
        ("我省成为农业大省", None),
        ("对入选示范社的合作社奖励", "对入选示范社的合作社奖励"),
        ("居全省第六位", None),
        ("实施保费补贴政策以来", None),
        ("已有工作的基础上", None),
        ("按因素法", None),
        ("建立健全制度12项", None),
        ("制度创新试点12个", "制度创新试点12个"),
        ("出台13个规章制度", None),
        ("完成整改问题15个", None),
        ("党和国家坚持补短板", None),
        ("坚持补短板", "坚持补短板"),
        ("基层财政带来", None),
        ("在中央财政", None),
        ("调整后预算", None),
        ("调整预算管理的软件", "调整预算管理的软件"),
        ("救助中心建设经费", "救助中心建设"),
        ("为调整预算的100.4 %", None),
        ("考虑到应急抢险", "应急抢险"),
        ("惠及1.3万名中小学生", "中小学生"),
        ("将更多资金用于补充地方财力", "补充地方财力"),
        ("民生设施建设力度", "民生设施建设"),
        ("此次省级脱贫县相关", "省级脱贫县"),
        ("密切相关", "密切相关"),
    ],
)
def test_what_a_phrase_says(phrase: str, what: str | None) -> None:
    assert told(phrase) == what


def test_documents_read_before_have_no_part_in_it() -> None:
    documents = [Document(str(i), text) for i, text in enumerate(TEXTS)]
    found = []
    for order in (documents, documents[::-1]):
        told.cache_clear()
        found.append({document.id: extract(document) for document in order})
    assert found[0] == found[1]
    assert all(extraction.facts for extraction in found[0].values())
