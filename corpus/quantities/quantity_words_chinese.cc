// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/amounts.h"
#include "corpus/quantities/quantity_word_rows.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {
namespace {

using K = Keyword;
using R = Relative;
using Q = Qualifier;

constexpr VocabularyRow kChinese[] = {
    {Class::han_digit, 0, "零 〇 ○"},
    {Class::han_digit, 1, "一"},
    {Class::han_digit, 2, "二 两"},
    {Class::han_digit, 3, "三"},
    {Class::han_digit, 4, "四"},
    {Class::han_digit, 5, "五"},
    {Class::han_digit, 6, "六"},
    {Class::han_digit, 7, "七"},
    {Class::han_digit, 8, "八"},
    {Class::han_digit, 9, "九"},
    {Class::han_digit, 20, "廿"},
    {Class::han_digit, 30, "卅"},
    {Class::han_ten, 1, "十"},
    {Class::han_ten, 2, "百"},
    {Class::han_ten, 3, "千"},
    {Class::han_scale, 4, "万"},
    {Class::han_scale, 8, "亿"},
    {Class::han_scale, 12, "兆"},
    row(Class::currency, Unit::usd, "美元 美金 美刀 美兀 美圆 镁"),
    row(Class::currency, Unit::cny, "元 人民币 元人民币 人币"),
    row(Class::currency, Unit::hkd, "港元 港币 港纸 元港币 港兀 港圆 蚊"),
    row(Class::currency, Unit::eur, "欧元 欧兀"),
    row(Class::currency, Unit::jpy, "日元 日圆 円"),
    row(Class::currency, Unit::gbp, "英镑"),
    row(Class::currency, Unit::krw, "韩元"),
    row(Class::currency, Unit::twd, "新台币 台币 元新台币 元台币"),
    row(Class::currency, Unit::sgd, "新加坡元 新元 坡元 坡币"),
    row(Class::currency, Unit::aud, "澳元"),
    row(Class::currency, Unit::cad, "加元"),
    row(Class::currency, Unit::inr, "卢比"),
    row(Class::time_unit, Unit::seconds, "秒"),
    row(Class::time_unit, Unit::minutes, "分钟"),
    row(Class::time_unit, Unit::hours, "小时 钟头 个钟 个钟头"),
    row(Class::time_unit, Unit::days, "天 工作日 交易日 自然日 营业日"),
    row(Class::time_unit, Unit::weeks, "周 星期 礼拜"),
    row(Class::time_unit, Unit::months, "个月"),
    {Class::percent, 0, "趴 巴仙"},
    row(Class::noun, Unit::users, "用户 账户 帐户 月活 日活"),
    row(Class::noun, Unit::people,
        "人 人次 号人 员工 散户 商户 商家 司机 未成年人 投资者 消费者 儿童 学生"),
    row(Class::noun, Unit::jobs, "岗位 职位 职缺"),
    row(Class::noun, Unit::shares, "股"),
    row(Class::noun, Unit::stores, "门店 店铺"),
    row(Class::noun, Unit::apps, "应用 应用程序"),
    row(Class::noun, Unit::companies, "企业 公司 平台 机构 银行"),
    row(Class::noun, Unit::deals, "交易"),
    row(Class::noun, Unit::count, "案件 算法 游戏"),
    row(Class::counter, Unit::companies, "家 间"),
    row(Class::counter, Unit::people, "名 位"),
    row(Class::counter, Unit::count, "个 款 起 件 宗 项 种 辆 部 张 笔"),
    row(Class::qualifier, Q::about, "约 大约 大概"),
    row(Class::qualifier, Q::nearly, "近 将近 接近 快"),
    row(Class::qualifier, Q::more_than, "超过 逾 超 高于 多于 大于 突破 破 首破 冲破 升破 涨破"),
    row(Class::qualifier, Q::less_than, "不到 不足 低于 少于 小于 未满 跌破 跌穿"),
    row(Class::qualifier, Q::at_least, "至少 不低于 不少于 起码"),
    row(Class::qualifier, Q::at_most, "最多 至多 不超过 不高于"),
    row(Class::qualifier, Q::up_to, "高达 多达"),
    key(K::more, "多 余"),
    key(K::to, "至 到"),
    key(K::from, "从 由"),
    key(K::year_sign, "年 年度"),
    key(K::month_sign, "月 月份"),
    key(K::day_sign, "日"),
    key(K::day_before, "日前"),
    key(K::day_later, "日后"),
    key(K::number_sign, "号"),
    key(K::han_percent, "百分之"),
    key(K::han_parts, "分之"),
    key(K::han_points, "百分点"),
    key(K::basis, "基点"),
    key(K::above, "以上"),
    key(K::below, "以下"),
    key(K::around, "左右"),
    key(K::ago_sign, "前 之前 以前 前提交 前提供 前提出"),
    key(K::later, "后 间"),
    key(K::within, "内 以内 之内 为限"),
    key(K::han_about, "来"),
    key(K::prefix_ordinal, "第"),
    key(K::quarter_sign, "季度 季 财季"),
    key(K::quarter_before, "上季度 上季 上一季度 上一季"),
    key(K::quarter_this, "今季 今季度 本季 本季度 这个季度 这一季度"),
    key(K::quarter_next, "下季 下季度 下个季度 下一季 下一季度"),
    {Class::quarter, 1, "首季 首季度"},
    {Class::quarter, 2, "次季 次季度"},
    {Class::quarter, 4, "末季 末季度"},
    key(K::ended, "止"),
    {Class::other, kFiscal, "财年 财政年度"},
    key(K::half, "一半 过半"),
    key(K::point, "成"),
    key(K::decade_sign, "年代"),
    key(K::han_half, "半"),
    key(K::han_decimal, "点"),
    key(K::one_part, "分一"),
    key(K::same_year, "同年"),
    key(K::that_year, "当年"),
    key(K::year_after, "次年 翌年 隔年 转年"),
    key(K::same_month, "同月 当月"),
    key(K::month_after, "次月 翌月"),
    key(K::money_word,
        "罚 罚款 被罚 处罚 罚单 罚没 募资 募集 集资 融资 筹资 营收 收入 营业收入 净利 净利润 利润 "
        "净亏损 亏损 盈利 市值 估值 "
        "成交额 投资 注资 斥资 耗资 出资 豪掷 补贴 销售额 销售收入 身家 财富 捐 捐赠 捐出 拨款 "
        "资金 资产 负债 债务 贷款 存款 "
        "总额 金额 赔偿 赚 净流入 净流出 套现 分红 派息 回购 预算 成本 支出 开支 奖金 年薪 货值 "
        "预售 售价 定价 单价 均价 票价 总价 标价 报价 月薪 底薪 薪酬 工资 注册资本 注册资金 赔付 "
        "退款 押金 首付 "
        "身价 税款 补税 缴税 纳税 追缴 总投资 合同额 进账 打赏 补助 拨付 蒸发 缩水 豪砸 狂砸 砸 花 "
        "赔 欠 募 "
        "纯利 获利 盈余 净赚 罚金 保费 投入 "
        "交易额 流水 烧掉 烧 花费 票房 净亏 亏 额"),
    key(K::traded, "成交"),
    key(K::han_and, "和 与 及 以及 或"),
    key(K::han_li, "厘"),
    key(K::interest, "息 利率 债息 孳息 收益率 年息 利息 息率"),
    key(K::monthly_rate, "月息"),
    key(K::han_unit, "单位"),
    {Class::other, kSeveral, "数"},
    {Class::other, kSome, "几"},
    {Class::other, kMeasured,
     "量 参数 词元 产能 订单 车辆 场次 芯片 专利 字数 页 成交量 播放 下载 阅读 浏览 注册 人口 粉丝 "
     "观众 访问 点击 面积 活跃"},
    row(Class::place, Unit::cny,
        "中国 内地 大陆 北京 上海 深圳 杭州 国务院 市监总局 市场监管总局 中国证监会 中证监 央视 "
        "浙江 中央"),
    row(Class::place, Unit::hkd,
        "香港 港股 港府 港交所 联交所 恒指 恒生 港人 港铁 港币 金管局 廉署 立法会 收报 证监会 九龙 "
        "新界 "
        "港岛 铜锣湾 尖沙咀 旺角 汇丰 中银香港 电盈 数码港 特首 港大 呎价 每呎 大公报 港澳办 "
        "嘅 咗 喺 佢 冇 啲 嗰 唔 长江和记 长和系 收市 末期息 中期息 特别息 孖展 招股价 入场费 每手 "
        "超购 月结单 沽空 沽货 沽出 蚀逾 蚀超过 蚀让 呎租"),
    row(Class::place, Unit::twd,
        "台湾 台股 台北 台积电 台积 联发科 鸿海 联电 加权指数 行政院 立法院 证交所 新台 台中 高雄 "
        "台厂 台商 金管会 工研院 竹科 新竹 台南 公平会 国发会 经济部 数位部 国科会 陆委会 主计总处 "
        "华硕 "
        "宏碁 广达 纬创 和硕 大立光 日月光 台塑 台达电 富邦金 国泰金 中信金 中华电信 总统府 证期局 "
        "柜买 法说会 合并营收 每股盈余 资本支出 川普 执行长 董座 网路 人工智慧"),
    row(Class::place, Unit::jpy, "日本 东京 软银 索尼"),
    key(K::to_do, "完成 报送 提交 缴纳 申报 备案 上报 应 应当 须 必须 务必 需"),
    key(K::han_of, "的"),
    {Class::other, kBeforeNow, "如 而"},
    {Class::other, kJust, "刚 刚刚"},
    {Class::other, kOutlook, "展望 财测 指引 预测"},
    {Class::other, kReference, "文号 档号 编号 字号 案号 备案号 许可证号 信用代码"},
    key(K::han_festival, "节"),
    key(K::day_part, "上午 下午 早上 中午 晚上 晚间 凌晨 傍晚 开始 才 当天 当日"),
    {Class::other, kNumberedThing,
     "赛 决赛 文 令 线 楼 店 院 仓 门 台 馆 展 厂 井 坑 矿 机 车 船 舰 床 病 员 选 提 议 议案 提案 "
     "公告 "
     "文件 决定 "
     "通知 公报 建 基 桥 路 厅 球 房 室 泊 地 池 炉 卫 火 星 探 站 港"},
    key(K::holidays, "假期 长假 小长假 连假 期间 黄金周 节假日 法定节假日"),
    key(K::han_at, "在 于 自"),
    key(K::next_day, "次日 翌日 隔日 隔天 翌晨"),
    key(K::day_after_next, "后日"),
    key(K::year_after_next, "后年"),
    key(K::han_first, "首"),
    key(K::same_period, "同期"),
    row(Class::holiday, Holiday::new_year, "元旦"),
    row(Class::holiday, Holiday::spring_festival, "春节"),
    row(Class::holiday, Holiday::lunar_new_years_eve, "除夕"),
    row(Class::holiday, Holiday::qingming, "清明"),
    row(Class::holiday, Holiday::labour_day, "五一节 五一假期 五一长假 五一小长假 五一期间 劳动节"),
    row(Class::holiday, Holiday::dragon_boat, "端午"),
    row(Class::holiday, Holiday::mid_autumn, "中秋"),
    row(Class::holiday, Holiday::national_day, "国庆"),
    row(Class::holiday, Holiday::singles_day, "双十一"),
    row(Class::holiday, Holiday::double_tenth, "双十"),
    row(Class::holiday, Holiday::double_twelve, "双十二"),
    row(Class::holiday, Holiday::christmas_eve, "平安夜"),
    row(Class::holiday, Holiday::christmas, "圣诞 耶诞"),
    row(Class::holiday, Holiday::lunar, "双"),
    key(K::kuai, "块 块钱"),
    key(K::rate_step, "码"),
    key(K::slang_dollar, "刀"),
    key(K::same_below, "下同"),
    {Class::other, kMeasureWord,
     "吨 片 枚 条 座 套 次 场 份 单 头 亩 颗 粒 米 公里 平方米 平米 克 斤 公斤 千瓦 马克 法郎 卢布 "
     "泰铢 越南盾 迪拉姆 林吉特 令吉 比索 雷亚尔 里亚尔 里拉 桶 箱 瓶 例 字 股东 "
     "兆瓦 架 艘 列 棵 株 幅 集 篇 本 册 把 只 双鞋 件套"},
    {Class::other, kMoves,
     "涨 跌 升 降 挫 泻 飙 弹 多了 少了 回调 下滑 上扬 拉升 折让 溢价 抽成 佣金"},
    {Class::other, kDiffers, "少 高 低 大"},
    {Class::other, kLasting, "连 连续 历时 为期 耗时 仅用 只用 提前 推迟 延长 缩短 暂停 停牌"},
    {Class::other, kComparedWith, "比 较 截至"},
    key(K::closes, "截止"),
    {Class::other, kCompared, "相比 为止"},
    {Class::other, kNoOneDay,
     "每年 每月 每周 每星期 每逢 逢 过去 最近 之次日 之翌日 农历 阴历 旧历 正月 腊月 "
     "大年初"},
    {Class::other, kForDays, "年化 移动平均 滚动 无理由 锁定期 冷静期 均线"},
    key(K::mao, "毛 毛钱"),
    key(K::planned, "定下"),
    key(K::ahead, "将 将于 拟 拟于 定于 预计 计划 有望 即将"),
    key(K::past, "表示 宣布 公布 报道 称 已 已于 已经 曾 曾于 曾经"),
    key(K::han_since, "以来 以后 之后"),
    key(K::opens,
        "开盘 开市 开工 复市 休市 开幕 闭幕 收市 开庭 开售 开打 登场 "
        "开高 开低 收高 收低 收涨 收跌 挂牌 上线 上路"),
    key(K::falls_due, "除息 除权 发放 派发 到期 截止日 付息"),
    key(K::takes_effect, "起施行 起实施 起执行 起生效 生效 施行"),
    key(K::republic, "民国"),
    {Class::season, 1, "春天 春季"},
    {Class::season, 2, "夏天 夏季"},
    {Class::season, 3, "秋天 秋季"},
    {Class::season, 4, "冬天 冬季"},
    {Class::weekday, 1, "周一 星期一 礼拜一"},
    {Class::weekday, 2, "周二 星期二 礼拜二"},
    {Class::weekday, 3, "周三 星期三 礼拜三"},
    {Class::weekday, 4, "周四 星期四 礼拜四"},
    {Class::weekday, 5, "周五 星期五 礼拜五"},
    {Class::weekday, 6, "周六 星期六 礼拜六"},
    {Class::weekday, 7, "周日 星期日 星期天 礼拜日"},
    {Class::half_year, 1, "上半年 上半"},
    {Class::half_year, 2, "下半年 下半"},
    row(Class::part, Part::early, "初 上旬"),
    row(Class::part, Part::middle, "中旬"),
    row(Class::part, Part::late, "底 末 尾 下旬"),
    row(Class::year_part, Part::early, "年初 年头"),
    row(Class::year_part, Part::late, "年底 年末 年尾"),
    row(Class::month_part, Part::early, "月初 月头"),
    row(Class::month_part, Part::middle, "月中"),
    row(Class::month_part, Part::late, "月底 月末 月尾"),
    row(Class::relative, R::day_minus_2, "前天 前日 前儿 前晚"),
    row(Class::relative, R::day_minus_1,
        "昨 昨日 昨天 昨晚 昨夜 昨晨 昨早 昨午 昨儿 昨儿个 "
        "琴日 寻日 噚日 琴晚 寻晚 噚晚"),
    row(Class::relative, R::day_0, "今 今日 今天 今晨 今早 今午 今晚 今夜 今儿 今儿个 今朝 今起"),
    row(Class::relative, R::day_plus_1,
        "明 明日 明天 明早 明晨 明午 明晚 明夜 明儿 明儿个 听日 听晚 听朝"),
    row(Class::relative, R::day_plus_2, "后天"),
    row(Class::relative, R::week_minus_1, "上周 上星期 上礼拜 上个星期 上个礼拜 上个周 上一周"),
    row(Class::relative, R::week_0,
        "本周 这周 这礼拜 这星期 本星期 本礼拜 这个星期 这个礼拜 这个周 今个星期 "
        "今个礼拜 呢个星期 呢个礼拜 今周"),
    row(Class::relative, R::week_plus_1, "下周 下星期 下礼拜 下个星期 下个礼拜 下个周 下一周"),
    row(Class::relative, R::month_minus_1, "上月 上个月"),
    row(Class::relative, R::month_0, "本月 这个月 今个月 呢个月"),
    row(Class::relative, R::month_plus_1, "下月 下个月"),
    row(Class::relative, R::year_minus_2, "前年"),
    row(Class::relative, R::year_minus_1, "去年 旧年"),
    row(Class::relative, R::year_before, "上年 上一年"),
    row(Class::relative, R::year_0, "今年 本年"),
    row(Class::relative, R::year_plus_1, "明年"),
    // Words that begin like the above and mean something else.
    {Class::other, 0,
     "号人物 号人选 刀片 刀具 刀客 镁合金 镁锭 镁矿 镁价 镁粉 增长和 成长和 连锁 连接 连带 连同 "
     "连任 连线 连番 "
     "个钟表 个钟声 个钟楼 "
     "新元年 新元素 新元件 新元宇宙 蚊子 蚊虫 蚊香 蚊帐 年级 经过 通过 过半年 "
     "刚性 刚果 刚需 刚好 金刚 迄今 当今 现今 古今 腾讯 小米 美团 京东 华为 网易 快手 特斯拉 阿里 "
     "阿里巴巴 联想 "
     "苹果 微软 英伟达 辉达 新东方 明日方舟 明日之星 明日边缘 "
     "周年 周岁 年轻 年龄 日本 日常 日均 日益 "
     "于是 由于 对于 关于 等于 属于 位于 至于 基于 现在 正在 存在 所在 实在 内在 在内 在于 "
     "昨是今非 上半场 下半场 上半身 下半身 上半部 下半部 上半段 下半段 上半夜 下半夜 上半生 下半生 "
     "上半月 "
     "下半月 上半区 下半区 上半天 下半天 上半周 下半周 上半程 下半程 上半旬 下半旬 尾盘 尾声 尾款 "
     "尾数 尾巴 尾随 尾部 尾货 次季军 次季后赛 期末季 今周刊 全年 这个周期 "
     "首周末 首周 开年头 一次季 二次季 三次季 "
     "本次季 各次季 个年头 后日本 后日元 后日圆 后日韩 后日均 后年度 "
     "后年均 "
     "首次 首个 首家 首批 首席 首都 首先 首要 首页 首创 首尔 首相 首脑 首日 首发 首轮 首选 首富 "
     "如果 如何 如下 如此 而且 而是 例如 大前天 大后天 大前年 大后年 "
     "月球 月均 月薪 元首 元素 元宇宙 元老 元件 元器件 百度 百姓 百货 万科 千禧 "
     "家长 家庭 家属 家乡 人工 人员 人才 人类 人士 人物 人口 人均 人民 人民日报 股东 股份 股价 "
     "股权 股票 股市 个人 个体 个别 个性 部门 部分 部署 部委 项目 种子 张勇 笔者 件事 名单 名义 "
     "位置 起诉 起来 天津 天猫 天然 天才 秒杀 一些 一旦 一样 一起 一直 一致 一定 一方面 成为 "
     "成立 成长 成本 成员 成功 成果 成熟 成都 成绩 到期 到底 到位 周围 周期 周边 超级 "
     "超市 中国人 前往 前景 前身 前提 最近 附近 近日 近期 近来 近年 近平 应用户 初步 初期 初衷 "
     "初创 初始 底线 底层 末端 号码 交易所 超额 多数 平台经济 公司法 "
     "机构性 月活跃 日活跃 每天 每日 上一年度 半年报 半年度 半导体 半数 半价 "
     "半夜 半径 比例 比重 比亚迪 比特币 比如 比较 比赛 比尔 "
     "半途 半壁 点半 点钟 一半导体 哪一年 哪一天 总有一天 一年半载 一年到头 一天到晚 十有八九 "
     "周鸿祎 周受资 毛利 毛利率 毛衣 毛病 "
     "破产 破坏 破裂 破解 破例 破冰 破碎 破损 破发 破获 两位数 一位数 三位数 四位数 双位数 "
     "来自 来到 来源 来看 来说 来年 来电 来往 来临 少年 少数 少女 高管 高通 高盛 高等 高级 高度 "
     "高速 高中 高校 高层 高端 低碳 低空 低端 大家 大量 大学 大约 大概 大楼 大陆 大会 大厂 大幅"},
};

}  // namespace

std::span<const VocabularyRow> chinese_rows() { return kChinese; }

}  // namespace sinodex::quantities
