"""Posts in schools, hospitals, societies and firms as their pages print them; each with a text that looks alike and is another thing."""

from __future__ import annotations

import pytest

from tests.extract.test_memberships import lines

ROWS = [
    # construct, text, exactly what it gives, a text that looks alike, exactly what that gives
    (
        "the branch of a society that a profession names, and its council",
        "江西省律师协会青年律师专委会主任何光到会。江西省医师协会胸外科医师分会换届。叶知秋当选第二届委员会主任委员。",
        {"何光 主任 江西省律师协会青年律师专委会 current", "叶知秋 主任委员 江西省医师协会胸外科医师分会第二届委员会 appointed"},
        "江北医院胸外科医师叶知秋到会。江西省财政厅第二届委员会委员何光到会。",
        {"叶知秋 医师 江北医院胸外科 current", "何光 委员 江西省财政厅第二届委员会 current"},
    ),
    (
        "the board of the society that the text is about; a new term of a body is the body",
        "黄冈市青年商会召开大会。叶知秋当选商会第二届理事会会长，何光当选新一届市妇联主席。",
        {"叶知秋 会长 黄冈市青年商会 appointed", "何光 主席 黄冈市妇联 appointed"},
        "经济学院召开党员大会，选举产生新一届学院党委书记，叶知秋当选为学院党委书记。",
        {"叶知秋 党委书记 经济学院 appointed"},
    ),
    (
        "校 and 院 in a text that names none, as written; no faculty is the 校",
        "经济学院召开大会。校党委书记叶知秋出席，院长何光主持。",
        {"叶知秋 党委书记 校 current", "何光 院长 经济学院 current"},
        "湖北大学经济学院召开大会。校党委书记叶知秋出席，院长何光主持。",
        {"叶知秋 党委书记 湖北大学 current", "何光 院长 湖北大学经济学院 current"},
    ),
    (
        "the house's own name, where it is told as well as 我所",
        "我所原所长叶知秋逝世。湖北省农业研究所原所长叶知秋同志因病去世。",
        {"叶知秋 所长 湖北省农业研究所 former"},
        "我院院长叶知秋、心内科主任周望、黄冈市慈善会会长何光到会。",
        {"叶知秋 院长 我院 current", "周望 主任 心内科 current", "何光 会长 黄冈市慈善会 current"},
    ),
    (
        "what a 副校长 has charge of, and posts of founders, are part of the role",
        "江北中学德育副校长叶知秋、教学副校长何光到会。湖北大学创校校长陆文清、中文系副系主任周望致辞。",
        {
            "叶知秋 德育副校长 江北中学 current",
            "何光 教学副校长 江北中学 current",
            "陆文清 创校校长 湖北大学 current",
            "周望 副系主任 湖北大学中文系 current",
        },
        "江北中学分管教学副校长叶知秋到会。",
        {"叶知秋 副校长 江北中学 current"},
    ),
    (
        "the unit of the house in which its head is met, and the union of the house after a unit of it",
        "在江北机械有限公司，质检部部长叶知秋接待来客。江北一中教务处主任何光、工会主席陆文清到会。",
        {"叶知秋 部长 江北机械有限公司质检部 current", "何光 主任 江北一中教务处 current", "陆文清 工会主席 江北一中 current"},
        "在江北机械有限公司，县财政局局长叶知秋接待来客。",
        {"叶知秋 局长 县财政局 current"},
    ),
    (
        "关于A任…的决定, and 免去A同志 before the body without 职务",
        "会上宣读了关于叶知秋同志任黄冈市财政局局长的决定。免去何光同志江北水务集团总经理、党委副书记。",
        {"叶知秋 局长 黄冈市财政局 appointed", "何光 总经理 江北水务集团 removed", "何光 党委副书记 江北水务集团 removed"},
        "会上讨论了关于提名叶知秋为黄冈市财政局局长的建议。",
        set(),
    ),
    (
        "names that look like words before a title, that end in 和 before a rank, and after 和",
        "湖北大学何国毅副校长组织了活动，陆海霞校长主持。黄冈市财政局主任包信和院士到会。湖北大学罗主宾副校长和彭玲教授颁奖。",
        {
            "何国毅 副校长 湖北大学 current",
            "陆海霞 校长 湖北大学 current",
            "包信和 主任 黄冈市财政局 current",
            "罗主宾 副校长 湖北大学 current",
            "彭玲 教授 湖北大学 current",
        },
        "黄冈市财政局局长何光和审计局局长陆文清到会。副局长叶知秋、周望亲属陆某到会。",
        {"何光 局长 黄冈市财政局 current", "陆文清 局长 黄冈市审计局 current", "叶知秋 副局长 黄冈市审计局 current"},
    ),
    (
        "who speaks for the house, and who is welcome, stand in no name of it",
        "湖北大学校长叶知秋代表学校讲话。院长何光代表院党委热烈欢迎陆文清董事长一行。",
        {"叶知秋 校长 湖北大学 current"},
        "湖北省人大代表团团长叶知秋到会。",
        {"叶知秋 团长 湖北省人大代表团 current"},
    ),
    (
        "one told by learning opens the line of a career",
        "叶知秋 博士、教授。1999年进入湖北大学，现任湖北大学文学院院长。",
        {"叶知秋 院长 湖北大学文学院 current"},
        "各位博士、教授。现任湖北大学文学院院长何光讲话。",
        {"何光 院长 湖北大学文学院 current"},
    ),
    (
        "a term that is over: whose it was heads the next clause, or the year of leaving follows",
        "任江口县财政局局长时，叶知秋推动改革。何光2010年任江口县水利局局长，2016年离任。",
        {"叶知秋 局长 江口县财政局 former", "何光 局长 江口县水利局 former"},
        "任江口县财政局局长期间，全县推动改革。陆文清2010年任江口县水利局局长，2016年他的丈夫离任。",
        {"陆文清 局长 江口县水利局 appointed"},
    ),
    (
        "schools by their number, no hours and no part",
        "江口县一中校长叶知秋、江口二小副校长何光到会。",
        {"叶知秋 校长 江口县一中 current", "何光 副校长 江口二小 current"},
        "江口县第三小学副校长叶知秋用了二小时，何光走访了三小企业负责人。",
        {"叶知秋 副校长 江口县第三小学 current"},
    ),
    (
        "a first secretary is of the village he is sent to",
        "商务部派驻广安区柳林村的第一书记叶知秋、农业农村部派驻永顺县石桥村的驻村第一书记何光到会。",
        {"叶知秋 第一书记 广安区柳林村 current", "何光 驻村第一书记 永顺县石桥村 current"},
        "黄冈市财政局驻柳林村工作队队长叶知秋到会。",
        {"叶知秋 队长 黄冈市财政局驻柳林村工作队 current"},
    ),
    (
        "a district's department by the longest name that the text has for it; not another of its departments",
        "渭南市临渭区水务局下达资金。联系人：贺晓岚，区水务局供水科科长。",
        {"贺晓岚 科长 渭南市临渭区水务局供水科 current"},
        "渭南市临渭区水务局下达资金。联系人：贺晓岚，区财政局农业科科长。",
        {"贺晓岚 科长 临渭区财政局农业科 current"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("construct", "text", "found", "other", "there"), ROWS, ids=[r[0] for r in ROWS])
def test_houses(construct: str, text: str, found: set[str], other: str, there: set[str]) -> None:
    assert lines(text, None) == found
    assert lines(other, None) == there
