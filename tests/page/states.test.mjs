// SPDX-License-Identifier: GPL-2.0-or-later

// Every state of the page, at each width, in light, dark and forced colours: nothing for axe to find,
// nothing that reaches over the side, nothing that jumps.

import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {answering, changing, close, finish, launch, open, overflow, shift, violations}
    from './support.mjs';

before(launch);
after(finish);

const article = '/article?q=Alibaba+fine&id=wire/2021-04-alibaba-fine.txt&p=1';
const many = (answer) => ({...answer, articles: 10000});

const kStates = {
    home: {url: '/'},
    chinese: {url: '/?q=蚂蚁集团+上市+为什么+暂停&ui=zh', locale: 'zh-CN'},
    'chinese-figures': {url: '/?q=Alibaba+fine&view=figures&ui=zh', locale: 'zh-CN'},
    typing: {url: '/', part: 'header', async act(page) {
        await page.locator('#q').pressSequentially('aliba', {delay: 30});
        await page.locator('#suggestions li').first().waitFor();
    }},
    results: {url: '/?q=Who+was+fined+18.2+billion+yuan%3F'},
    filtered: {url: '/?q=Alibaba+fine&f=company:meituan&f=date:2021-01..2022-12'},
    alternatives: {url: '/?q=Alibaba+fined', part: '.understood', act: (page) => page.locator('.chip summary').first().click()},
    reasons: {url: '/?q=Alibaba+fined', async act(page) {
        await page.getByRole('button', {name: 'Why'}).first().click();
        await page.getByRole('button', {name: 'Around it'}).first().click();
        await page.getByRole('button', {name: 'Tag'}).first().click();
    }},
    one: {url: '/?q=%2Bdeepfakes&f=id:deals-ai-002&n=1'},
    none: {url: '/?q=%2B%22golden+pheasant%22+%2Bzzqx&f=company:didi'},
    many: {url: '/?q=China&n=100', before: async (page) => {
        await changing('/v1/search', many)(page);
        await changing('/v1/facets', (answer) => ({...many(answer), complete: false}))(page);
    }},
    timeline: {url: '/?q=Didi&view=timeline'},
    figures: {url: '/?q=market+value+wiped+out&view=figures'},
    related: {url: '/?q=Didi&view=related'},
    quotation: {url: '/?view=verify'},
    nearly: {url: '/?view=verify&text=a+shop+window,+two+games+studios+and+a+lock'},
    absent: {url: '/?view=verify&text=the+peahen+of+Hangzhou+has+flown+away'},
    article: {url: article + '&show=names,amounts,dates'},
    versions: {url: '/compare?a=wire/2022-07-didi-fine.txt&b=rewrites/2022-07-didi-penalized-info-offenses.txt'},
    saved: {url: '/?q=Didi', async act(page) {
        await page.getByRole('button', {name: 'Tag'}).first().click();
        await page.getByLabel('Tags').fill('fines, to check');
        await page.getByRole('button', {name: 'Keep'}).click();
        await page.getByRole('button', {name: 'Save this search'}).click();
        await page.getByRole('link', {name: 'Saved'}).click();
        await page.locator('.saved .fresh').getByText('new').waitFor();
    }},
    keys: {url: '/?q=Didi', act: (page) => page.keyboard.press('?')},
    long: {url: '/?q=peahen&index=odd'},
    gone: {url: '/article?id=nothing/here.txt', failing: true},
    database: {url: '/?q=Didi', failing: true, before: answering('/v1/search', 503,
        {title: 'Service Unavailable', status: 503, detail: 'news.db: there is no database', hint: 'build it with sinodex-index'})},
    busy: {url: '/?q=Didi', failing: true, before: answering('/v1/search', 503,
        {title: 'Service Unavailable', status: 503, detail: 'the service is busy'})},
    error: {url: '/?q=Didi', failing: true, before: answering('/v1/search', 500,
        {title: 'Internal Server Error', status: 500, detail: 'the service failed to answer', hint: 'its own log says why'})},
    offline: {url: '/?q=Didi', failing: true, async act(page) {
        await page.context().setOffline(true);
        await page.locator('#q').fill('Meituan');
        await page.keyboard.press('Enter');
        await page.locator('.notice.offline').waitFor();
    }},
    updating: {url: '/?q=Didi', async act(page) {
        await changing('/v1/search', (answer) => ({...answer, revision: answer.revision + 1}))(page);
        await page.locator('#q').fill('Meituan');
        await page.keyboard.press('Enter');
        await page.locator('.updated').waitFor();
    }},
};

const kLooks = [
    {width: 320, height: 640}, {width: 360, height: 740, dark: true}, {width: 800, height: 1000},
    {width: 1440, height: 900}, {width: 1440, height: 900, dark: true},
    {width: 1440, height: 900, forced: true},
    {width: 720, height: 450, name: '200%'},  // what a window of 1440 has room for at 200%
];

// What the pictures of docs/page show.
const kPictures = {'home-1440': 1, 'results-1440': 1, 'results-360-dark': 1, 'figures-1440': 1,
                   'timeline-800': 1, 'article-1440': 1, 'versions-1440-dark': 1, 'none-800': 1,
                   'chinese-1440': 1, 'chinese-figures-800': 1, 'typing-800': 1, 'nearly-800': 1};

function nameOf(state, look) {
    const look_name = look.forced ? '-forced' : look.dark ? '-dark' : '';
    return `${state}-${look.width}${look_name}`;
}

async function look(name, state, options) {
    const page = await open(state.url, {...state, ...options});
    try {
        if (state.act) await state.act(page);
        await page.waitForTimeout(100);
        const picture = nameOf(name, options);
        if (process.env.SHOTS && (picture in kPictures || process.env.ALL_SHOTS)) {
            await page.screenshot({path: `${process.env.SHOTS}/${picture}.png`});
        }
        assert.deepEqual(await violations(page, state.part), []);
        assert.equal(await overflow(page), 0);
        assert.deepEqual(page.problems, []);
        if (!state.act && !state.failing) assert.ok(await shift(page) < 0.005, `shift ${await shift(page)}`);
    } finally {
        await close(page);
    }
}

for (const [name, state] of Object.entries(kStates)) {
    for (const options of kLooks) {
        test(`${nameOf(name, options)}`, () => look(name, state, options));
    }
}
