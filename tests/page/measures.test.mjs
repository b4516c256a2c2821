// SPDX-License-Identifier: GPL-2.0-or-later

// Sizes and times, on loopback. The figures are printed; docs/page.md has them.

import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {base, close, finish, launch, open, shift, visit} from './support.mjs';

before(launch);
after(finish);

const kMostBytes = 150_000;
const kRounds = 20;

function percentile(all, share) {
    const sorted = [...all].sort((a, b) => a - b);
    return sorted[Math.min(Math.ceil(sorted.length * share) - 1, sorted.length - 1)];
}

test('all that the page can load is small, compressed', async (t) => {
    const sizes = new Map();
    const page = await open('/', {before: (fresh) => fresh.on('response', async (response) => {
        const sent = await response.request().sizes().catch(() => null);
        const path = new URL(response.url()).pathname;
        if (sent) sizes.set(path, Math.max(sent.responseBodySize, sizes.get(path) ?? 0));
    })});
    for (const url of ['/?q=Didi', '/?q=Didi&view=timeline', '/?q=Didi&view=figures', '/?q=Didi&view=related',
                       '/?view=verify', '/article?q=Didi&id=wire/2022-07-didi-fine.txt', '/saved', '/',
                       '/compare?a=wire/2022-07-didi-fine.txt&b=rewrites/2022-07-didi-penalized-info-offenses.txt']) {
        await page.goto(base + url, {waitUntil: 'networkidle'});
    }
    const assets = [...sizes].filter(([path]) => path.startsWith('/assets/'));
    const total = assets.reduce((sum, [, size]) => sum + size, 0);
    assert.ok(assets.length > 15);
    assert.ok(total < kMostBytes, `${total}`);
    t.diagnostic(`${assets.length} assets, ${total} bytes compressed`);
    await close(page);
});

test('first results are there in time, with nothing that jumps', async (t) => {
    const html = [];
    const answers = [];
    const shifts = [];
    const questions = ['Didi', 'Alibaba fine', 'golden shares', '蚂蚁集团 上市', 'Who was fined 18.2 billion yuan?'];
    for (let round = 0; round < kRounds; ++round) {
        const q = encodeURIComponent(questions[round % questions.length]);
        const page = await open(`/?q=${q}&n=${20 + round}`, {});
        await page.waitForFunction(() => performance.getEntriesByType('resource')
            .some((one) => one.name.includes('/v1/search') && one.responseEnd > 0));
        const times = await page.evaluate(() => ({
            html: performance.getEntriesByType('navigation')[0],
            answer: performance.getEntriesByType('resource').find((one) => one.name.includes('/v1/search'))}));
        html.push(times.html.responseEnd - times.html.requestStart);
        answers.push(times.answer.responseEnd - times.answer.startTime);
        shifts.push(await shift(page));
        await close(page);
    }
    t.diagnostic(`page with its first results: median ${percentile(html, 0.5).toFixed(0)} ms, 95% ${percentile(html, 0.95).toFixed(0)} ms`);
    t.diagnostic(`answer to the page's scripts: median ${percentile(answers, 0.5).toFixed(0)} ms, 95% ${percentile(answers, 0.95).toFixed(0)} ms`);
    t.diagnostic(`layout shift: ${Math.max(...shifts).toFixed(4)} at most`);
    assert.ok(Math.max(...shifts) < 0.005);
});

test('with 50 results, what one does is painted at once', (t) =>
    visit('/?q=China&n=50', {}, async (page) => {
        await page.evaluate(() => {
            window.durations = [];
            new PerformanceObserver((list) => {
                for (const one of list.getEntries()) window.durations.push(one.duration);
            }).observe({type: 'event', durationThreshold: 16, buffered: true});
        });
        for (let i = 0; i < 10; ++i) await page.keyboard.press('j');
        await page.getByRole('button', {name: 'Why'}).nth(3).click();
        await page.getByRole('button', {name: 'Around it'}).nth(4).click();
        await page.keyboard.press('/');
        await page.keyboard.type('x');
        await page.waitForTimeout(600);
        const longest = await page.evaluate(() => Math.max(0, ...window.durations));
        t.diagnostic(`longest interaction: ${longest} ms`);
        assert.ok(longest < 200);
    }));
