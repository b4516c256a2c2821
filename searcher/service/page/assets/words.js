// SPDX-License-Identifier: GPL-2.0-or-later

// What the page says, in its two languages. {name} stands for a value.

const en = {
    skip: 'Skip to results', ask: 'Question', search: 'Search', placeholder: 'Ask, or type names, amounts, dates',
    tools: 'Tools', saved: 'Saved', keys: 'Keys', other: '中文', 
    tagline: 'Find the passage that says so, and cite it.',
    about: 'Search by names, amounts and dates, in English and Chinese. Each answer is a passage with its source, date and place in the file.',
    examples: 'For example', verifyHint: 'or check a quotation', keysHint: 'Press / to type, ? for all keys.',
    passages: 'Passages', timeline: 'Timeline', figures: 'Figures', related: 'Related', verify: 'Verify',
    views: 'Views', understood: 'How the question was understood', filters: 'Filters', results: 'Results',
    articlesHere: '{n} articles', found: '{n} articles match', foundOne: '1 article matches', foundNone: 'Nothing matches', foundAbout: 'About {n} articles match', 
    took: '{ms} ms', sortBy: 'Order', best: 'best first', newest: 'newest first', oldest: 'oldest first',
    ofThese: 'of those shown', more: 'More passages', export: 'Export', save: 'Save this search', savedNow: 'Saved',
    exportAs: 'All that match, as', copied: 'Copied', cite: 'Copy citation', around: 'Around it', why: 'Why', open: 'Open',
    tag: 'Tag', tags: 'Tags', tagsHelp: 'separated by commas', note: 'Note', keep: 'Keep', cancel: 'Cancel', remove: 'Remove',
    wholePassage: 'Whole passage', moreVersions: '{n} more versions', oneVersion: '1 more version', versions: 'Other versions', compare: 'compare', 
    allVersions: 'Show every version', oneOnly: 'One version of each story',
    undated: 'no date', bytes: 'bytes {from}–{to}', lines: 'lines {from}–{to}', line: 'line {from}', passageN: 'passage {n}',
    legend: 'What the marks mean', 
    mark_phrase: 'the phrase', mark_near: 'near each other', mark_exact: 'as typed', mark_stem: 'another form', mark_prefix: 'begins so',
    mark_entity: 'another name', mark_amount: 'the same amount', mark_time: 'the same time', mark_synonym: 'like meaning',
    mark_spelling: 'spelt nearly so', mark_related: 'belongs to it', mark_translation: 'translation', mark_quotation: 'quotation',
    reason_phrase: 'the phrase {q}', reason_near: 'stands near, as {q} asks', reason_exact: '{q}, as typed', reason_stem: 'another form of {q}', reason_prefix: 'begins as {q}',
    reason_entity: 'another name of {q}', reason_amount: 'the same amount as {q}', reason_time: 'the same time as {q}', reason_synonym: 'means nearly {q}',
    reason_spelling: 'spelt nearly like {q}', reason_related: 'belongs to {q}', reason_translation: 'a translation of {q}', reason_quotation: 'the quotation',
    onlyEntity: 'Only articles that mention {name}', wordsAlone: 'The words alone: “{q}”', mustHold: 'Must be there', mustNot: 'Must not be there', insteadOf: 'Search for {word} instead',
    also: 'also', or: 'or', readAs: 'read as {word}', sameAmount: 'in any notation', sameTime: 'however it is said', onlyAmount: 'Only articles that give this amount', onlyTime: 'Only articles that mention this time', onlyPublished: 'Only articles published then',
    kind_names: 'Other names', kind_synonyms: 'Like words', kind_related: 'What belongs to it', kind_spelling: 'Spelling', kind_translations: 'Translations',
    off: '{kind}: off', turnOn: 'Turn on', turnOff: 'off', drop: 'remove', leaveOut: 'Leave out: {kind}', clearAll: 'Clear filters',
    facet_company: 'Companies', facet_product: 'Products', facet_person: 'People', facet_regulator: 'Regulators', facet_party: 'Party bodies', facet_state: 'State bodies', facet_court: 'Courts', facet_law: 'Laws', facet_policy: 'Policies', facet_place: 'Places', facet_media: 'Media', facet_organisation: 'Organisations', facet_event: 'Events', facet_source: 'Sources', facet_author: 'Authors', facet_year: 'Years', facet_lang: 'Languages',
    type_company: 'company', type_product: 'product', type_person: 'person', type_regulator: 'regulator', type_party: 'Party body', type_state: 'state body', type_court: 'court', type_law: 'law', type_policy: 'policy', type_place: 'place', type_media: 'media', type_organisation: 'organisation', type_event: 'event',
    facetAll: 'All {n}', facetFind: 'Find in {name}', facetNote: 'Counts are articles, each story once.',
    counted: 'The best {n} articles were counted.', missing: 'No article holds: {words}.', didYouMean: 'Did you mean', correctedTo: 'Nothing matched as typed; these are the results of', 
    loosened: 'without the phrase', relaxed: 'No article holds the phrase as it stands; its words were searched for.',
    noneTitle: 'Nothing matches', noneText: 'Next steps that loosen the question:', dropFilter: 'Without the filter {name}', dropPhrase: 'Without quotation marks', dropMust: 'Without + and −', dropMissing: 'Without {word}, which no article holds', allKinds: 'With other names, like words and translations', saveNone: 'What is new and matches is told under Saved:', oneWord: 'Try a name in the other language, or a wider time.',
    busy: 'The service is busy. Try again in a moment.', busyTitle: 'Busy', offlineTitle: 'No connection to the service', offline: 'What was here stays; it is tried again when the connection is back.', databaseTitle: 'The database cannot be opened', database: 'Build one with sinodex-index, then try again.', missingTitle: 'Not here', errorTitle: 'Something went wrong', requestTitle: 'This cannot be answered', retry: 'Try again', missingText: 'No article of the database has this id. It may have been removed since.', back: 'Back to the results', updated: 'The database is at revision {n} now; new answers come from it.', newerNow: 'Show them',
    by: 'Months', published: 'of publication', mentioned: 'that texts mention', months: 'Articles by month', month: 'Month', articles: 'Articles', from: 'From', to: 'To', narrow: 'Narrow down', table: 'As a table', brushHelp: 'Drag over the bars, or choose two months.', longer: '{n} articles have no month.', undatedN: '{n} articles have no date.', fromTo: '{from} to {to}', noMonths: 'No article that matches has a month.',
    who: 'Who', what: 'What', howMuch: 'How much', when: 'When', according: 'According to', agree_single: 'one source', agree_agree: 'sources agree', agree_differ: 'sources differ', agree_several: 'several values', andMore: 'and {n} more', differs: 'contradicts', conflict: 'Where sources differ', conflictText: 'Figures of the same thing that do not agree, side by side.', noFigures: 'The passages that match give no figures.', moreFigures: 'More figures', foundFigures: '{n} groups of figures in {m} articles', tiePassage: 'of the passage, not the sentence', mentionedDate: 'in the sentence', publishedDate: 'published',
    relatedText: 'What the matching articles mention more often than the others.', share: '{n} articles, {share}; elsewhere {else}', none: 'none', example: 'an example', noRelated: 'Nothing is mentioned more often here than elsewhere.',
    verifyTitle: 'Does this quotation stand in the collection?', quotation: 'Quotation', verifyText: 'Paste 3 to 300 words. White space, quotation marks and dashes may differ.', check: 'Check', exactly: 'Stands exactly so', nearly: 'Stands nearly so', not: 'Does not stand in the collection', places: '{n} places', place: '1 place', looked: '{n} articles were looked into.', butFor: 'but for {what}', alike: '{n}% alike', quotationLegend: 'Struck through: only in the article. Underlined: only in the quotation.',
    facts: 'About this article', source: 'Source', author: 'Author', date: 'Date', file: 'File', id: 'Id', language: 'Language', url: 'Address', inView: 'In view', dateFrom_metadata: 'from its data', dateFrom_byline: 'from its text', dateFrom_url: 'from its address', dateFrom_file: 'from its file name', occurrence: '{n} of {m} matches', noOccurrence: 'The question’s words are not in this text.', previousMatch: 'Previous match', nextMatch: 'Next match', previousResult: 'Previous result', nextResult: 'Next result', resultN: 'result {n} of {m}', showFindings: 'Underline', names: 'names', amounts: 'amounts', dates: 'dates', boilerplate: 'Around the article, not searched', moreLike: 'More like this', likeTitle: 'On the same subject',
    compareTitle: 'Two versions, word by word', compareLegend: 'Struck through: only in the first. Underlined: only in the second.', same: 'The texts are the same.', likeness: '{n}% of the words are the same',
    savedTitle: 'Saved', savedText: 'Tags, notes and searches are kept in this browser only.', savedSearches: 'Searches', savedPassages: 'Tagged passages', noSaved: 'Nothing is saved yet. Press t on a passage to tag it; “Save this search” keeps a question with its filters.', exportAll: 'Export all', importAll: 'Import', since: '{n} new since you saved it', sinceNone: 'nothing new', sinceMany: 'at least {n} new', seen: 'Mark as seen', onlyNew: 'Only passages that are new since revision {n}', imported: '{n} were imported', notImported: 'This is no export of Sinodex.', allTags: 'all',
    keysTitle: 'Keys', key_query: 'to the question', key_next: 'next result, in an article too', key_previous: 'previous result', key_open: 'open the passage', key_match: 'next and previous match in an article', key_cite: 'copy the citation', key_tag: 'tag, and note', key_view: 'next view', key_help: 'this list', key_close: 'close, or back to the results', close: 'Close', keysNone: 'None is needed: everything is a link, a button or a field.',
    qualifier_about: 'about', qualifier_nearly: 'nearly', qualifier_more_than: 'more than', qualifier_less_than: 'less than', qualifier_at_least: 'at least', qualifier_at_most: 'at most', qualifier_up_to: 'up to', written: 'written “{text}”',
    index: 'Collection', comma: ', ', colon: ': ',
    suggestions: '{n} suggestions', suggestion: '1 suggestion', articlesN: '{n} articles', article1: '1 article', 
};

const zh = {
    skip: '跳到结果', ask: '问题', search: '搜索', placeholder: '输入问题，或人名、公司、金额、日期',
    tools: '工具', saved: '收藏', keys: '快捷键', other: 'English', 
    tagline: '找到说这话的那一段，并能引用。',
    about: '按名称、金额和日期检索中英文文章。每个答案都是一段原文，附来源、日期和在文件中的位置。',
    examples: '例如', verifyHint: '或核对一句引文', keysHint: '按 / 输入，按 ? 查看全部快捷键。',
    passages: '段落', timeline: '时间线', figures: '数字', related: '相关', verify: '核对引文',
    views: '视图', understood: '问题的理解', filters: '筛选', results: '结果',
    articlesHere: '{n} 篇文章', found: '{n} 篇文章符合', foundOne: '1 篇文章符合', foundNone: '没有符合的文章', foundAbout: '约 {n} 篇文章符合', 
    took: '{ms} 毫秒', sortBy: '排序', best: '最相关', newest: '最新', oldest: '最早',
    ofThese: '仅限已显示的', more: '更多段落', export: '导出', save: '收藏此搜索', savedNow: '已收藏',
    exportAs: '全部符合的段落，格式', copied: '已复制', cite: '复制引用', around: '上下文', why: '为何', open: '打开',
    tag: '标签', tags: '标签', tagsHelp: '用逗号分隔', note: '笔记', keep: '保存', cancel: '取消', remove: '删除',
    wholePassage: '整段', moreVersions: '另有 {n} 个版本', oneVersion: '另有 1 个版本', versions: '其他版本', compare: '比较', 
    allVersions: '显示所有版本', oneOnly: '每则报道只显示一个版本',
    undated: '日期不详', bytes: '字节 {from}–{to}', lines: '第 {from}–{to} 行', line: '第 {from} 行', passageN: '第 {n} 段',
    legend: '标记的含义', 
    mark_phrase: '短语', mark_near: '相邻', mark_exact: '原词', mark_stem: '其他词形', mark_prefix: '以此开头',
    mark_entity: '其他名称', mark_amount: '同一金额', mark_time: '同一时间', mark_synonym: '近义',
    mark_spelling: '拼写相近', mark_related: '所属', mark_translation: '译词', mark_quotation: '引文',
    reason_phrase: '短语 {q}', reason_near: '按 {q} 相邻', reason_exact: '{q}，原词', reason_stem: '{q} 的其他词形', reason_prefix: '以 {q} 开头',
    reason_entity: '{q} 的其他名称', reason_amount: '与 {q} 同一金额', reason_time: '与 {q} 同一时间', reason_synonym: '与 {q} 义近',
    reason_spelling: '与 {q} 拼写相近', reason_related: '属于 {q}', reason_translation: '{q} 的译词', reason_quotation: '引文',
    onlyEntity: '只要提到{name}的文章', wordsAlone: '只按字面：“{q}”', mustHold: '必须出现', mustNot: '不得出现', insteadOf: '改搜 {word}',
    also: '也找', or: '或', readAs: '按 {word} 理解', sameAmount: '任何写法', sameTime: '任何说法', onlyAmount: '只要给出这一金额的文章', onlyTime: '只要提到这一时间的文章', onlyPublished: '只要当时发表的文章',
    kind_names: '其他名称', kind_synonyms: '近义词', kind_related: '所属', kind_spelling: '拼写', kind_translations: '译词',
    off: '{kind}：已关', turnOn: '打开', turnOff: '关', drop: '去掉', leaveOut: '不用{kind}', clearAll: '清除筛选',
    facet_company: '公司', facet_product: '产品', facet_person: '人物', facet_regulator: '监管机构', facet_party: '党的机构', facet_state: '国家机构', facet_court: '法院', facet_law: '法律', facet_policy: '政策', facet_place: '地点', facet_media: '媒体', facet_organisation: '组织', facet_event: '事件', facet_source: '来源', facet_author: '作者', facet_year: '年份', facet_lang: '语言',
    type_company: '公司', type_product: '产品', type_person: '人物', type_regulator: '监管机构', type_party: '党的机构', type_state: '国家机构', type_court: '法院', type_law: '法律', type_policy: '政策', type_place: '地点', type_media: '媒体', type_organisation: '组织', type_event: '事件',
    facetAll: '全部 {n} 项', facetFind: '在{name}中查找', facetNote: '数字为文章数，同一报道只计一次。',
    counted: '只统计了最相关的 {n} 篇。', missing: '没有文章含有：{words}。', didYouMean: '您是否要找', correctedTo: '按原样没有结果；以下结果属于', 
    loosened: '不含该短语', relaxed: '没有文章含有完整的短语，已按单词搜索。',
    noneTitle: '没有符合的文章', noneText: '可以这样放宽：', dropFilter: '去掉筛选 {name}', dropPhrase: '去掉引号', dropMust: '去掉 + 和 −', dropMissing: '去掉没有文章含有的 {word}', allKinds: '加上其他名称、近义词和译词', saveNone: '有新文章符合时，在收藏中提示：', oneWord: '试试另一种语言的名称，或更宽的时间。',
    busy: '服务繁忙，请稍后再试。', busyTitle: '繁忙', offlineTitle: '无法连接服务', offline: '已有内容保留；连接恢复后会重试。', databaseTitle: '无法打开数据库', database: '请先用 sinodex-index 建立数据库，再试。', missingTitle: '这里没有', errorTitle: '出错了', requestTitle: '无法回答', retry: '再试', missingText: '数据库中没有这个编号的文章，可能已被删除。', back: '返回结果', updated: '数据库已更新到第 {n} 版。', newerNow: '显示新结果',
    by: '月份', published: '发表', mentioned: '文中提到', months: '每月文章数', month: '月份', articles: '文章', from: '从', to: '到', narrow: '限定', table: '表格', brushHelp: '在柱上拖动，或选择两个月份。', longer: '{n} 篇没有月份。', undatedN: '{n} 篇没有日期。', fromTo: '{from} 至 {to}', noMonths: '符合的文章都没有月份。',
    who: '谁', what: '什么', howMuch: '多少', when: '何时', according: '据', agree_single: '单一来源', agree_agree: '来源一致', agree_differ: '来源不一', agree_several: '多个数值', andMore: '另有 {n} 处', differs: '相互矛盾', conflict: '来源不一之处', conflictText: '同一事情的不同数字，并列如下。', noFigures: '符合的段落没有数字。', moreFigures: '更多数字', foundFigures: '{m} 篇文章中的 {n} 组数字', tiePassage: '据段落而非句子', mentionedDate: '句中', publishedDate: '发表',
    relatedText: '符合的文章比其他文章更常提到的。', share: '{n} 篇，{share}；其他文章 {else}', none: '无', example: '例子', noRelated: '没有更常提到的。',
    verifyTitle: '这句引文在文集中吗？', quotation: '引文', verifyText: '粘贴 3 至 300 个词。空白、引号和破折号可以不同。', check: '核对', exactly: '原文如此', nearly: '原文相近', not: '文集中没有', places: '{n} 处', place: '1 处', looked: '查看了 {n} 篇文章。', butFor: '仅 {what} 不同', alike: '{n}% 相同', quotationLegend: '删除线：仅文章有。下划线：仅引文有。',
    facts: '关于这篇文章', source: '来源', author: '作者', date: '日期', file: '文件', id: '编号', language: '语言', url: '网址', inView: '当前', dateFrom_metadata: '据元数据', dateFrom_byline: '据正文', dateFrom_url: '据网址', dateFrom_file: '据文件名', occurrence: '第 {n} 处，共 {m} 处', noOccurrence: '正文中没有问题的词。', previousMatch: '上一处', nextMatch: '下一处', previousResult: '上一条结果', nextResult: '下一条结果', resultN: '第 {n} 条，共 {m} 条', showFindings: '下划线', names: '名称', amounts: '金额', dates: '日期', boilerplate: '文章以外，不参与搜索', moreLike: '类似文章', likeTitle: '同一主题',
    compareTitle: '两个版本逐词比较', compareLegend: '删除线：仅前者有。下划线：仅后者有。', same: '两文相同。', likeness: '{n}% 的词相同',
    savedTitle: '收藏', savedText: '标签、笔记和搜索只保存在本浏览器中。', savedSearches: '搜索', savedPassages: '加标签的段落', noSaved: '还没有收藏。在段落上按 t 加标签；“收藏此搜索”保存问题及筛选。', exportAll: '全部导出', importAll: '导入', since: '收藏后新增 {n} 段', sinceNone: '没有新的', sinceMany: '至少新增 {n} 段', seen: '标为已看', onlyNew: '仅第 {n} 版之后的新段落', imported: '已导入 {n} 项', notImported: '这不是 Sinodex 的导出文件。', allTags: '全部',
    keysTitle: '快捷键', key_query: '输入问题', key_next: '下一条结果（文章中也可用）', key_previous: '上一条结果', key_open: '打开段落', key_match: '文章中的下一处和上一处', key_cite: '复制引用', key_tag: '加标签和笔记', key_view: '下一个视图', key_help: '此列表', key_close: '关闭，或返回结果', close: '关闭', keysNone: '都不是必需的：一切都是链接、按钮或输入框。',
    qualifier_about: '约', qualifier_nearly: '近', qualifier_more_than: '超过', qualifier_less_than: '不到', qualifier_at_least: '至少', qualifier_at_most: '至多', qualifier_up_to: '最多', written: '原文“{text}”',
    index: '文集', comma: '，', colon: '：',
    suggestions: '{n} 条建议', suggestion: '1 条建议', articlesN: '{n} 篇', article1: '1 篇', 
};

// What an amount is of, as figures call it.
const zhLabels = {
    fine: '罚款', stake: '持股', 'voting rights': '表决权', valuation: '估值', 'market value': '市值', 'market share': '市场份额', loss: '损失', IPO: '上市', raised: '募资', investment: '投资', acquisition: '收购', deal: '交易', revenue: '营收', profit: '利润', price: '价格', cost: '成本', spending: '支出', fund: '基金', debt: '债务', capital: '资本', donation: '捐赠', subsidy: '补贴', compensation: '赔偿', payment: '支付', refund: '退款', buyback: '回购', tax: '税', tariff: '关税', exports: '出口', imports: '进口', users: '用户', 'job cuts': '裁员', employees: '员工', fall: '下跌', rise: '上涨', amount: '金额', people: '人数', companies: '公司', shares: '股份', apps: '应用', stores: '门店', deals: '交易', jobs: '岗位',
};

const LANGUAGES = {en, zh};
let language = 'en';

// The language of the interface: as the address says, as it was chosen here before, or as the
// browser prefers.
export function chooseLanguage(asked) {
    const stored = localStorage.getItem('sinodex.ui');
    const preferred = navigator.languages?.find((one) => /^(en|zh)/i.test(one)) ?? 'en';
    language = [asked, stored, preferred.slice(0, 2).toLowerCase()].find((one) => one in LANGUAGES);
    if (asked in LANGUAGES) localStorage.setItem('sinodex.ui', asked);
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
}

export const uiLanguage = () => language;

export function say(key, values = {}) {
    const text = LANGUAGES[language][key] ?? en[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

// The label of a figure: "fine", "expected share of revenue".
export function labelText(label) {
    if (language !== 'zh') return label;
    if (label.startsWith('expected ')) return `预计${labelText(label.slice(9))}`;
    if (label.startsWith('share of ')) return `${labelText(label.slice(9))}占比`;
    return zhLabels[label] ?? label;
}

// "Chinese", of "zh"; a code that is none as it is.
export function languageName(code) {
    try {
        return new Intl.DisplayNames(document.documentElement.lang, {type: 'language'}).of(code);
    } catch {
        return code;
    }
}

// Whether there is something to say for a key: types and rules may grow.
export const canSay = (key) => key in en;

export const count = (n) => new Intl.NumberFormat(language).format(n);

const lastDay = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

// Two days, as the month or year that they are all of where they are one.
export function rangeText(from, to) {
    if (!to || from === to) return dateText(from);
    const [year, month] = from.split('-');
    if (from === `${year}-01-01` && to === `${year}-12-31`) return dateText(year);
    if (from === `${year}-${month}-01` && to === `${year}-${month}-${lastDay(year, month)}`) {
        return dateText(`${year}-${month}`);
    }
    return `${dateText(from)} – ${dateText(to)}`;
}

// "2021", "2021-04" and "2021-04-10" as precisely as they are known.
export function dateText(date) {
    if (!date) return '';
    const [year, month, day] = date.split('-');
    if (!month) return language === 'zh' ? `${year}年` : year;
    const style = {year: 'numeric', month: 'long', timeZone: 'UTC', ...(day && {day: 'numeric'})};
    const locale = language === 'zh' ? 'zh-Hans' : 'en-GB';
    return new Intl.DateTimeFormat(locale, style).format(new Date(`${date}${day ? '' : '-01'}T00:00Z`));
}
