// SPDX-License-Identifier: GPL-2.0-or-later

// What the tests of the page share: a browser, pages that notice what must not happen, and axe.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {chromium} from 'playwright-core';

export const base = process.env.PAGE;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser;
export async function launch() {
    browser = await chromium.launch({executablePath: process.env.CHROMIUM, args: ['--no-sandbox']});
}
export const finish = () => browser.close();

// Layout shifts, from the beginning of each document on.
function watchShifts() {
    window.shifts = [];
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
    }).observe({type: 'layout-shift', buffered: true});
}

// A page whose `problems` fill with what must not happen: messages of errors, requests elsewhere.
export async function open(url, options = {}) {
    const context = await browser.newContext({
        viewport: {width: options.width ?? 1440, height: options.height ?? 900},
        colorScheme: options.dark ? 'dark' : 'light', locale: options.locale ?? 'en-GB',
        forcedColors: options.forced ? 'active' : 'none', reducedMotion: 'reduce',
        javaScriptEnabled: options.scripts !== false,
        permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    page.problems = [];
    page.on('pageerror', (error) => page.problems.push(error.stack));
    page.on('console', (message) => {
        if (message.type() === 'error' && !options.failing) page.problems.push(message.text());
    });
    page.on('request', (request) => {
        if (!/^(blob|data)/.test(request.url()) && new URL(request.url()).origin !== base) {
            page.problems.push(`request to ${request.url()}`);
        }
    });
    if (options.scripts !== false) await page.addInitScript(watchShifts);
    if (options.before) await options.before(page);
    await page.goto(base + url, {waitUntil: 'networkidle'});
    return page;
}

export async function close(page) {
    await page.context().close();
}

// Opens a page, does something with it, and looks whether anything happened that must not.
export async function visit(url, options, work) {
    const page = await open(url, options);
    try {
        await work(page);
        assert.deepEqual(page.problems, []);
    } finally {
        await close(page);
    }
}

// `part`: of the page, where an open list covers what is beneath it.
export async function violations(page, part = 'html') {
    await page.evaluate(axe);  // as a debugger would, for the page itself runs no such scripts
    const found = await page.evaluate((selector) => window.axe.run(selector, {runOnly: [
        'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}), part);
    return found.violations.map((one) =>
        `${one.id}: ${one.nodes.map((node) => node.html + '\n    ' + (node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message)).slice(0, 3).join('\n  ')}`);
}

export const overflow = (page) =>
    page.evaluate(() => Math.max(document.documentElement.scrollWidth - innerWidth, 0));

export const shift = (page) =>
    page.evaluate(() => window.shifts.reduce((sum, one) => sum + one, 0));

// Takes the place of the service's answer at a path.
export const answering = (path, status, body) => (page) =>
    page.route((url) => url.pathname === path, (route) => route.fulfill({
        status, contentType: status < 400 ? 'application/json' : 'application/problem+json',
        body: JSON.stringify(body)}));

// Changes the service's answer at a path.
export const changing = (path, change) => (page) =>
    page.route((url) => url.pathname === path, async (route) => {
        const response = await route.fetch();
        await route.fulfill({response, json: change(await response.json())});
    });

export const results = (page) => page.locator('.result').count();
