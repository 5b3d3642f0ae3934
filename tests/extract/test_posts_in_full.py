"""The full name of the body of a post, and what ends or begins one; each with a text that looks alike and is another thing."""

from __future__ import annotations

import pytest

from tests.extract.test_memberships import lines

ROWS = [
    # construct, text, exactly what it gives, a text that looks alike, exactly what that gives
    (
        "the committees and co-operatives of the community or village named before",
        "南湖街道永安社区党总支书记、居委会主任叶知秋到场。大塘镇石桥村分红。股份经济合作社理事长何光念完名单，村务监督委员会主任陆文清签字。",
        {
            "叶知秋 党总支书记 南湖街道永安社区 current",
            "叶知秋 主任 南湖街道永安社区居委会 current",
            "何光 理事长 大塘镇石桥村股份经济合作社 current",
            "陆文清 主任 大塘镇石桥村村务监督委员会 current",
        },
        "居委会主任叶知秋到场。大塘镇石桥村监委会主任何光签字。",
        {"叶知秋 主任 居委会 current", "何光 主任 大塘镇石桥村监委会 current"},
    ),
    (
        "no 站 under a 县委, no 卫生院 under a 局, no 派出所 but under the police, nothing under the agency that sends the news",
        "邵东县委书记叶知秋到会。畜牧站站长何光汇报。芷江县卫生健康局局长陆文清陪同。罗旧卫生院院长周望介绍情况。城站派出所所长苗正旺执勤。",
        {
            "叶知秋 书记 邵东县委 current",
            "何光 站长 畜牧站 current",
            "陆文清 局长 芷江县卫生健康局 current",
            "周望 院长 罗旧卫生院 current",
            "苗正旺 所长 城站派出所 current",
        },
        "永州市公安局开会。芝山派出所所长叶知秋发言。邵东县农业局局长何光到会。畜牧站站长陆文清汇报。",
        {"叶知秋 所长 永州市公安局芝山派出所 current", "何光 局长 邵东县农业局 current", "陆文清 站长 邵东县农业局畜牧站 current"},
    ),
    (
        "the 庭 of a court, the 处 of a university beside its 学院, the branch of which only the kind is told",
        "平江县人民法院民一庭庭长叶知秋主持调解，立案庭副庭长何光旁听。\n江北大学茶学院院长陆文清签约。财务处处长周望说明。\n人民银行邵阳市中心支行开会。中心支行副行长苗正旺说。",
        {
            "叶知秋 庭长 平江县人民法院民一庭 current",
            "何光 副庭长 平江县人民法院立案庭 current",
            "陆文清 院长 江北大学茶学院 current",
            "周望 处长 江北大学财务处 current",
            "苗正旺 副行长 人民银行邵阳市中心支行 current",
        },
        "江北大学医学院院长叶知秋签约。科研处处长何光说明。",
        {"叶知秋 院长 江北大学医学院 current", "何光 处长 江北大学医学院科研处 current"},
    ),
    (
        "the committees of the 政协 and the boards of a union or co-operative",
        "省政协常委、经济委主任叶知秋到会。县总工会副主席、女职工委员会主任何光介绍。县供销社理事会主任陆文清、监事会主任周望到会。",
        {
            "叶知秋 常委 省政协 current",
            "叶知秋 主任 省政协经济委 current",
            "何光 副主席 县总工会 current",
            "何光 主任 县总工会女职工委员会 current",
            "陆文清 理事会主任 县供销社 current",
            "周望 主任 县供销社监事会 current",
        },
        "省财政厅厅长叶知秋、省卫生健康委主任何光到会。",
        {"叶知秋 厅长 省财政厅 current", "何光 主任 省卫生健康委 current"},
    ),
    (
        "学校 in a text of a 中学; the foundation of the 校; the 地区 that the text names",
        "黔阳中学变了样。学校党总支书记叶知秋说。\n湖南农业大学受赠。校教育基金会理事长何光到场。\n昌都地区财政局来信。地区审计局局长陆文清到会。",
        {
            "叶知秋 党总支书记 黔阳中学 current",
            "何光 理事长 湖南农业大学教育基金会 current",
            "陆文清 局长 昌都地区审计局 current",
        },
        "化学学院捐了款。学校后勤集团总经理叶知秋表态。毕节地区财政局、安顺地区财政局发言。地区审计局局长何光到会。",
        {"叶知秋 总经理 学校后勤集团 current", "何光 局长 地区审计局 current"},
    ),
    (
        "words before a name that are none of it",
        "——访北屏县教育局局长叶知秋\n检查组一进青石中学，校长何光就迎了出来。\n陆文清当过县审计局科员，也当过县农业局办公室主任。\n，都安镇党委书记周望到场。",
        {
            "叶知秋 局长 北屏县教育局 current",
            "何光 校长 青石中学 current",
            "陆文清 科员 县审计局 former",
            "陆文清 主任 县农业局办公室 former",
            "周望 党委书记 都安镇 current",
        },
        "访问团团长叶知秋到场。他们都到乃东镇，镇长何光迎接。",
        {"叶知秋 团长 访问团 current", "何光 镇长 乃东镇 current"},
    ),
    (
        "resignations accepted, dismissals told behind the holder, posts that lapse",
        "县人大常委会接受副县长叶知秋辞去职务的请求。会议批准了铁路检察院检察长何光的辞职请求。县教育局副局长陆文清到龄，自然免职。"
        "因机构改革，周望原任县扶贫办副主任职务自然免除。县水利局局长苗正旺、副局长严松年因履职不力被就地免职。青山粮站站长程立民免职。区城投公司副总经理路人杰受到撤职处分。",
        {
            "叶知秋 副县长 县 removed",
            "何光 检察长 铁路检察院 removed",
            "陆文清 副局长 县教育局 removed",
            "周望 副主任 县扶贫办 removed",
            "苗正旺 局长 县水利局 removed",
            "严松年 副局长 县水利局 removed",
            "程立民 站长 青山粮站 removed",
            "路人杰 副总经理 区城投公司 removed",
        },
        "县水利局局长叶知秋提出辞职请求。时任县财政所所长何光受到撤职处分。县教育局副局长陆文清宣读了免职决定。县长周望要求一律先免职后查处。",
        {
            "叶知秋 局长 县水利局 current",
            "何光 所长 县财政所 former",
            "陆文清 副局长 县教育局 current",
            "周望 县长 县 current",
        },
    ),
    (
        "新任 before the body; a death told behind how it came",
        "新任县财政局局长叶知秋表态。已退休的县一中校长周望到场。新当选的县工商联主席何光发言。柳河县应急局救援大队队长陆文清在抢险中不幸牺牲，年仅35岁。",
        {"周望 校长 县一中 former", "叶知秋 局长 县财政局 appointed", "何光 主席 县工商联 appointed", "陆文清 队长 柳河县应急局救援大队 former"},
        "重新任命县财政局局长叶知秋说明情况。即将退休的县一中校长周望到场。柳河县应急局局长何光看望牺牲队员的家属。",
        {"周望 校长 县一中 current", "叶知秋 局长 县财政局 current", "何光 局长 柳河县应急局 current"},
    ),
    (
        "colleges and procuratorates with what they have; the office of a group; an office that repeats its body",
        "怀化学院签约。学校党委副书记叶知秋致辞，化学与材料工程学院院长何光介绍。溆浦县人民检察院检察长陆文清到会。检委会委员周望补充。\n"
        "嘉禾县慈善会会长苗正旺到场，慈善会办公室主任严松年对账。",
        {
            "叶知秋 党委副书记 怀化学院 current",
            "何光 院长 怀化学院化学与材料工程学院 current",
            "陆文清 检察长 溆浦县人民检察院 current",
            "周望 委员 溆浦县人民检察院检委会 current",
            "苗正旺 会长 嘉禾县慈善会 current",
            "严松年 主任 嘉禾县慈善会办公室 current",
        },
        "江北大学水利与环境学院签约。数学与统计学院院长叶知秋介绍。县府办主任何光到会，疾控中心主任陆文清汇报。",
        {"叶知秋 院长 江北大学数学与统计学院 current", "何光 主任 县府办 current", "陆文清 主任 疾控中心 current"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("construct", "text", "found", "other", "there"), ROWS, ids=[r[0] for r in ROWS])
def test_in_full(construct: str, text: str, found: set[str], other: str, there: set[str]) -> None:
    assert lines(text, None) == found
    assert lines(other, None) == there
