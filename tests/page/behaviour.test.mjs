// SPDX-License-Identifier: GPL-2.0-or-later

// What the page does: keys, suggestions, filters, the address, citations, tags, hostile texts, and
// without scripts.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {answering, close, finish, launch, open, results, visit} from './support.mjs';

before(launch);
after(finish);

const at = (page) => new URL(page.url());
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const focused = (page) => page.evaluate(() => document.activeElement.dataset.key ?? '');

test('a question is searched for as it is typed, and the focus stays', () => visit('/', {}, async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('antitrust fine', {delay: 15});
    await page.locator('.result').first().waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
    assert.equal(at(page).searchParams.get('q'), 'antitrust fine');
    await page.getByRole('status').getByText('articles match').waitFor();
}));

test('suggestions are a combobox, entities first', () => visit('/', {}, async (page) => {
    const field = page.getByRole('combobox', {name: 'Question'});
    await field.pressSequentially('fine alib', {delay: 20});
    await page.getByRole('option').first().waitFor();
    assert.equal(await field.getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('ArrowDown');
    const active = await field.getAttribute('aria-activedescendant');
    assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
    assert.match(await page.locator(`#${active}`).innerText(), /Alibaba Group/);
    await page.keyboard.press('Enter');
    await page.locator('.result').first().waitFor();
    assert.match(await field.inputValue(), /^fine .*[Aa]libaba/);
    await field.pressSequentially(' x', {delay: 20});
    await page.keyboard.press('Escape');
    assert.equal(await field.getAttribute('aria-expanded'), 'false');
}));

test('keys walk the results, open one, step through its matches, and lead back', () =>
    visit('/?q=Alibaba+fine', {}, async (page) => {
        await page.keyboard.press('j');
        await page.keyboard.press('j');
        const second = await focused(page);
        assert.equal(second, await page.locator('.passage').nth(1).getAttribute('data-key'));
        await page.keyboard.press('k');
        await page.keyboard.press('j');
        await page.keyboard.press('Enter');
        await page.locator('.in-view').waitFor();
        assert.equal(`${at(page).searchParams.get('id')}#${at(page).searchParams.get('p')}`, second);
        await page.keyboard.press(']');
        await page.locator('mark.current').waitFor();
        assert.match(await page.locator('.matches .hint').innerText(), /^\d+ of \d+ matches$/);
        const first = await page.locator('mark.current').getAttribute('data-match');
        await page.keyboard.press(']');
        await page.keyboard.press('[');
        assert.equal(await page.locator('mark.current').getAttribute('data-match'), first);
        await page.keyboard.press('j');
        await page.waitForURL((url) => `${url.searchParams.get('id')}#${url.searchParams.get('p')}` !== second);
        await page.goBack();
        await page.goBack();
        await page.locator('.result').first().waitFor();
        assert.equal(await focused(page), second);
    }));

test('c copies words, medium, day and place; t tags; v changes the view; ? lists the keys', () =>
    visit('/?q=Hangzhou+deals', {}, async (page) => {
        await page.keyboard.press('j');
        await page.keyboard.press('c');
        await page.getByRole('button', {name: 'Copied'}).waitFor();
        const cited = await clipboard(page);
        assert.match(cited, /^“.+”\n.+Delta Business Daily.+2023.+\[deals-ai-001#\d, bytes \d+–\d+\]$/s);
        await page.keyboard.press('t');
        await page.keyboard.type('cities, 合作');
        await page.keyboard.press('Enter');
        assert.deepEqual(await page.locator('.kept .tag').allInnerTexts(), ['cities', '合作']);
        await page.keyboard.press('v');
        await page.locator('.views [aria-current]').getByText('Timeline').waitFor();
        await page.keyboard.press('?');
        await page.getByRole('dialog').getByText('copy the citation').waitFor();
        await page.keyboard.press('Escape');
        assert.equal(await page.getByRole('dialog').count(), 0);
    }));

test('a filter narrows to as many as it says, is in the address, and back takes it off', () =>
    visit('/?q=Didi', {}, async (page) => {
        const value = page.locator('.facet li a', {hasText: 'Cyberspace Administration'});
        const counted = await value.locator('.count').innerText();
        await value.click();
        await page.locator('.chip.filter').waitFor();
        assert.deepEqual(at(page).searchParams.getAll('f'), ['regulator:cac']);
        await page.locator('.answer .status .count').getByText(`${counted} articles match`).waitFor();
        const text = await page.locator('.answer').innerText();
        await page.reload({waitUntil: 'networkidle'});
        assert.equal(await page.locator('.answer').innerText(), text);
        await page.goBack();
        await page.locator('.chip.filter').waitFor({state: 'detached'});
        assert.deepEqual(at(page).searchParams.getAll('f'), []);
    }));

test('all values of a facet can be searched in', () => visit('/?q=fine', {}, async (page) => {
    const companies = page.locator('.facet', {hasText: 'Companies'});
    await companies.getByRole('button', {name: /All \d+/}).click();
    const find = companies.getByRole('searchbox');
    await find.fill('meit');
    assert.deepEqual(await companies.locator('li .value').allInnerTexts(), ['Meituan']);
}));

test('chips tell what was understood, can be taken away, and have alternatives', () =>
    visit('/?q=Alibaba+fined', {}, async (page) => {
        const chip = page.locator('.chip', {hasText: 'Alibaba Group'});
        await chip.locator('summary').click();
        await chip.getByRole('link', {name: 'Only articles that mention Alibaba Group'}).waitFor();
        await chip.locator('.remove').click();
        await page.waitForFunction(() => !document.querySelector('.chip.entity'));
        assert.equal(at(page).searchParams.get('q'), '"Alibaba" fined');
        await page.locator('.chip.synonym .remove').click();
        await page.locator('.chip.off').first().waitFor();
        assert.ok(!at(page).searchParams.get('expand').includes('synonyms'));
        await page.locator('.chip.off a').first().click();
        await page.locator('.chip.synonym, .chip.translation').first().waitFor();
    }));

test('each mark says why, on hover, on focus and aloud', () => visit('/?q=Alibaba+fine', {}, async (page) => {
    const mark = page.locator('mark[data-why*="another form of “fine”"]').first();
    await mark.hover();
    await page.getByRole('tooltip').getByText('another form of “fine”').waitFor();
    assert.match(await mark.textContent(), /\(another form of “fine”\)$/);
    await page.keyboard.press('j');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'MARK');
    await page.getByRole('button', {name: 'Why'}).first().click();
    assert.ok(await page.locator('.reasons li').count() > 0);
}));

test('a timeline is brushed, and says the same as a table', () => visit('/?q=Didi&view=timeline', {}, async (page) => {
    const box = await page.locator('svg.months').boundingBox();
    await page.mouse.move(box.x + box.width * 0.05, box.y + 50);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.4, box.y + 60, {steps: 4});
    await page.mouse.up();
    await page.locator('.chip.filter').waitFor();
    assert.match(at(page).searchParams.get('f'), /^date:\d{4}-\d\d\.\.\d{4}-\d\d$/);
    await page.locator('summary', {hasText: 'As a table'}).click();
    const bars = await page.locator('svg.months .bar').evaluateAll((all) =>
        all.filter((one) => Number(one.getAttribute('height')) > 0).length);
    assert.equal(await page.locator('.table tbody tr').count(), bars);
}));

test('a quotation is checked, and how it differs is shown', () => visit('/?view=verify', {}, async (page) => {
    await page.getByLabel('Does this quotation').fill('a shop window, two games studios and a lock');
    await page.getByRole('button', {name: 'Check'}).click();
    await page.locator('.verdict.nearly').waitFor();
    assert.deepEqual(await page.locator('.diff ins').allInnerTexts(), ['two', 'studios']);
    await page.getByLabel('Does this quotation').fill('a shop window, a games studio and a lock');
    await page.keyboard.press('Control+Enter');
    await page.locator('.verdict.exactly').waitFor();
}));

test('findings are underlined on demand, and the address says so', () =>
    visit('/article?id=wire/2021-04-alibaba-fine.txt&p=1', {}, async (page) => {
        assert.equal(await page.locator('.finding').count(), 0);
        await page.getByLabel('amounts').check();
        await page.locator('.finding.amounts').first().waitFor();
        assert.equal(at(page).searchParams.get('show'), 'amounts');
        assert.ok((await page.locator('.finding.amounts').allInnerTexts()).includes('18.228 billion yuan'));
        assert.match(await page.locator('.in-view .place').innerText(), /bytes 335–876, lines 5–7/);
    }));

test('saved searches and tags come back, as a file too', () => visit('/?q=Didi&f=regulator:cac', {}, async (page) => {
    await page.getByRole('button', {name: 'Save this search'}).click();
    await page.keyboard.press('j');
    await page.keyboard.press('t');
    await page.keyboard.type('to check');
    await page.keyboard.press('Enter');
    await page.getByRole('link', {name: 'Saved'}).click();
    await page.getByRole('link', {name: 'Didi · regulator:cac'}).waitFor();
    await page.locator('.fresh').getByText('nothing new').waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'),
                                      page.getByRole('button', {name: 'Export all'}).click()]);
    const path = await file.path();
    await page.evaluate(() => localStorage.clear());
    await page.reload({waitUntil: 'networkidle'});
    await page.getByText('Nothing is saved yet').waitFor();
    await page.locator('#import').setInputFiles(path);
    await page.getByText('2 were imported').waitFor();
    assert.deepEqual(await page.locator('.saved .passages .tag').allInnerTexts(), ['to check']);
}));

test('an export holds what the filters leave', () => visit('/?q=Didi&f=regulator:cac', {}, async (page) => {
    await page.locator('.export summary').click();
    const link = await page.getByRole('link', {name: 'JSON lines'}).evaluate((one) => one.href);
    assert.equal(new URL(link).searchParams.get('q'), 'Didi regulator:cac');
    const lines = (await (await page.request.get(link)).text()).trim().split('\n');
    const [file] = await Promise.all([page.waitForEvent('download'),
                                      page.getByRole('link', {name: 'CSV'}).click()]);
    assert.equal(file.suggestedFilename(), 'sinodex.csv');
    const table = readFileSync(await file.path(), 'utf8');
    assert.match(table, /^\uFEFFrank,score,id,title,source,author,date,url,lang,text,start,end\n1,/);
    assert.ok(lines.length > 20);
    assert.equal(table.trim().split('\n').length - 1, lines.length);
}));

test('nothing found offers steps that find something', () =>
    visit('/?q=%2Bgallium+%2Bzzqx', {}, async (page) => {
        await page.getByRole('heading', {name: 'Nothing matches'}).waitFor();
        await page.getByRole('link', {name: 'Without “zzqx”'}).click();
        await page.locator('.result').first().waitFor();
    }));

test('when the connection comes back, what was asked is answered', async () => {
    const page = await open('/?q=Didi', {failing: true});
    await page.context().setOffline(true);
    await page.locator('#q').fill('gallium');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', {name: 'No connection'}).waitFor();
    assert.ok(await results(page) > 0);
    await page.context().setOffline(false);
    await page.locator('.chip, mark', {hasText: /gallium/i}).first().waitFor();
    assert.equal(await page.locator('.notice.offline').count(), 0);
    await close(page);
});

test('a failing service is told, and asked again', async () => {
    const page = await open('/?q=Didi', {failing: true, before: answering('/v1/search', 500, {status: 500, detail: 'it failed'})});
    await page.getByRole('alert').getByText('it failed').waitFor();
    await page.unroute(() => true);
    await page.unrouteAll();
    await page.getByRole('button', {name: 'Try again'}).click();
    await page.locator('.result').first().waitFor();
    await close(page);
});

for (const scripts of [true, false]) {
    test(`texts, titles and addresses are never markup, ${scripts ? 'with' : 'without'} scripts`, async () => {
        for (const url of ['/?q=peahen&index=odd', '/article?index=odd&q=peahen&p=0&id=odd/markup+%3Cscript%3E',
                           '/?index=odd&q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+peahen',
                           '/?view=verify&index=odd&text=A+peahen+%3C/p%3E%3Cscript%3Edocument.title%3D']) {
            const page = await open(url, {scripts});
            assert.equal(await page.locator('main img, main script, main svg:not(.months), main [onclick], main [onerror]').count(), 0, url);
            if (scripts) assert.notEqual(await page.title(), 'owned', url);
            assert.equal(await page.locator('a[href^="javascript"]').count(), 0);
            assert.deepEqual(page.problems, []);
            await close(page);
        }
    });
}

test('links out name their host and tell it nothing', () =>
    visit('/article?id=deals-ai-001', {}, async (page) => {
        const link = page.locator('.facts a.out');
        assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');
        assert.equal(await link.innerText(), 'example.com');
    }));

test('without scripts one searches, filters, reads and comes back', async () => {
    const page = await open('/', {scripts: false});
    await page.locator('#q').fill('Didi');
    await page.getByRole('button', {name: 'Search'}).click();
    await page.waitForURL(/q=Didi/);
    assert.ok(await results(page) > 5);
    const facet = page.locator('.facet li a', {hasText: 'Cyberspace Administration'});
    const counted = await facet.locator('.count').textContent();
    await page.locator('.filters > summary').click();
    await facet.click();
    await page.getByText(`${counted} articles match`).waitFor();
    await page.getByRole('link', {name: 'Open'}).first().click();
    await page.locator('.in-view').waitFor();
    assert.ok(await page.locator('.story mark').count() > 0);
    await page.getByRole('link', {name: /Back to the results/}).click();
    await page.getByText(`${counted} articles match`).waitFor();
    await close(page);
});

test('Chinese is spoken to who prefers it, and the choice is kept', async () => {
    const page = await open('/?q=罚款', {locale: 'zh-CN'});
    assert.equal(await page.locator('html').getAttribute('lang'), 'zh-Hans');
    await page.getByRole('link', {name: '时间线'}).waitFor();
    await page.getByRole('link', {name: 'English'}).click();
    await page.getByRole('link', {name: 'Timeline'}).waitFor();
    await page.goto(new URL('/?q=罚款', page.url()).href, {waitUntil: 'networkidle'});
    await page.getByRole('link', {name: 'Timeline'}).waitFor();
    await close(page);
});

test('names, amounts and dates are in the language of the interface', async () => {
    const inside = async (url, place) => {
        const page = await open(url);
        const text = await page.locator(place).first().innerText();
        assert.deepEqual(page.problems, []);
        await close(page);
        return text;
    };
    const filtered = '/?q=Alibaba+fine&f=company:meituan&f=date:2021-01..2021-12';
    assert.match(await inside(`${filtered}&ui=zh`, '.side'), /阿里巴巴\n/);
    assert.match(await inside(`${filtered}&ui=en`, '.side'), /Alibaba Group\n/);
    assert.match(await inside(`${filtered}&ui=zh`, '.chips'), /公司：美团.*2021年1月 至 2021年12月/s);
    assert.match(await inside(`${filtered}&ui=en`, '.chips'), /company: Meituan.*January 2021 to December 2021/s);
    const figures = '/?q=Alibaba+fine&view=figures';
    assert.match(await inside(`${figures}&ui=zh`, '.figures tbody'),
                 /阿里巴巴\s+罚款.*182\.28亿元\s+原文“18\.228 billion yuan”.*2021年4月10日/s);
    assert.match(await inside(`${figures}&ui=en`, '.figures tbody'), /Alibaba Group\s+fine.*18\.228 billion yuan/s);
    assert.match(await inside('/?q=罚款+182亿元&view=figures&f=lang:zh-Hans&ui=en', '.figures'), /billion yuan\s+written “/);
    assert.match(await inside('/?q=Didi&view=related&ui=zh', '.related'), /纽约证券交易所/);
});

test('another collection is chosen, and asked for suggestions, too', () => visit('/?q=peahen', {}, async (page) => {
    const asked = [];
    page.on('request', (request) => {
        if (request.url().includes('/v1/suggest')) asked.push(new URL(request.url()).searchParams.get('index'));
    });
    await page.getByRole('combobox', {name: 'Collection'}).selectOption('odd');
    await page.locator('.result').first().waitFor();
    assert.equal(at(page).searchParams.get('index'), 'odd');
    assert.equal(await page.locator('.updated').count(), 0);
    await page.locator('#q').pressSequentially(' and', {delay: 20});
    await page.waitForResponse((response) => response.url().includes('/v1/suggest'));
    assert.deepEqual([...new Set(asked)], ['odd']);
    await page.getByRole('combobox', {name: 'Collection'}).selectOption('news');
    await page.waitForFunction(() => !new URL(location).searchParams.has('index'));
}));

test('a page prints its texts, and none of its tools', () => visit('/?q=Didi', {}, async (page) => {
    await page.emulateMedia({media: 'print'});
    assert.equal(await page.locator('.ask').isVisible(), false);
    assert.equal(await page.getByRole('button', {name: 'Copy citation'}).first().isVisible(), false);
    assert.ok(await page.locator('.passage .text').first().isVisible());
}));
