// SPDX-License-Identifier: GPL-2.0-or-later

// The page's beginning: reads the address, shows what it says, and goes on with links and keys.

import {announce, h} from './dom.js';
import {changed, href, isAsked, parse, searchOf} from './state.js';
import {chooseLanguage, say, uiLanguage} from './words.js';
import {forget, watchRevision} from './api.js';
import {Ask} from './suggest.js';
import {SearchPage} from './search.js';
import {problemElement} from './notices.js';
import {listenToKeys, showKeys} from './keys.js';
import {watchMarks} from './marks.js';
import {watchMenus} from './chips.js';

const main = document.querySelector('#main');
const form = document.querySelector('form.ask');
const here = () => parse(location.pathname, location.search);
let state = here();
let running = new AbortController();
let shownBefore = false;  // until then the server's own page is there, and stays as it is

const context = {state: () => state, navigate, again() { forget(); show({stay: true}); }};
const searching = new SearchPage(main, context);

// The pages that are not there at once.
const kPages = {
    home: async (...given) => (await import('./home.js')).homePage(...given),
    '/article': async (...given) => (await import('./article.js')).articlePage(...given),
    '/compare': async (...given) => (await import('./compare.js')).comparePage(...given),
    '/saved': async (...given) => (await import('./saved.js')).savedPage(...given),
};

function pageOf(one) {
    if (one.path !== '/') return one.path;
    return isAsked(one) || one.view === 'verify' ? 'search' : 'home';
}

function titleOf(one) {
    const asked = [one.q, ...one.f].filter(Boolean).join(' · ');
    return asked ? `${asked} · Sinodex` : 'Sinodex';
}

async function showOther(name, signal) {
    if (shownBefore) main.classList.add('stale');
    let page;
    try {
        page = await kPages[name](state, context, signal);
    } catch (error) {
        if (error.name === 'AbortError') return false;
        if (!('kind' in error)) console.error(error);
        if (error.kind === 'missing') error.message = say('missingText');
        page = h('div', {class: 'page'}, h('h1', {class: 'unseen'}, 'Sinodex'),
                 problemElement(error, context.again));
    }
    if (signal.aborted) return false;
    main.classList.remove('stale');
    main.replaceChildren(page);
    shownBefore = true;
    return true;
}

// `stay`: nothing scrolls, the focus stays where it is.
async function show({stay = false, y = 0, key = ''} = {}) {
    running.abort();
    running = new AbortController();
    const {signal} = running;
    const name = pageOf(state);
    const focused = key || (stay && keyOfFocus());
    document.title = titleOf(state);
    fillTools();
    if (document.activeElement !== ask.input) ask.show(state.q);
    if (name === 'search') await searching.show(state, signal);
    else if (!await showOther(name, signal)) return;
    if (signal.aborted) return;
    if (name === '/article' && !stay && y === 0) await beginReading(signal);
    else if (!stay) scrollTo(0, y);
    if (focused) focusKey(focused);
}

const keyOfFocus = () => main.contains(document.activeElement)
    ? document.activeElement.closest('[data-key]')?.dataset.key : '';

function focusKey(key) {
    main.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({preventScroll: true});
}

async function beginReading(signal) {
    const {startOfReading} = await import('./article.js');
    if (signal.aborted) return;
    if (!startOfReading(main)) scrollTo(0, 0);
    main.focus({preventScroll: true});
}

function rememberPlace() {
    history.replaceState({y: scrollY, key: keyOfFocus()}, '');
}

function navigate(next, {replace = false, stay = false} = {}) {
    const address = href(next);
    if (replace) {
        history.replaceState({y: scrollY}, '', address);
    } else {
        rememberPlace();
        history.pushState({y: 0}, '', address);
    }
    state = here();
    return show({stay});
}

// While one types, the address follows without a step of history for each pause.
function search(text, final) {
    const q = text.trim();
    const wanted = searchOf(state, {q, view: state.view === 'verify' ? 'passages' : state.view,
                                    since: ''});
    if (href(wanted) === href(state)) return;
    if (!final && q !== '' && q.length < 2 && !/\p{Script=Han}/u.test(q)) return;
    const typing = Boolean(history.state?.typing);
    navigate(wanted, {replace: !final && typing, stay: true});
    history.replaceState({...history.state, typing: !final}, '');
}

function ownLink(event) {
    if (event.defaultPrevented || event.button !== 0) return null;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
    const link = event.target.closest('a[href]');
    if (!link || link.target || link.hasAttribute('download')) return null;
    const url = new URL(link.href);
    const known = ['/', '/article', '/compare', '/saved'].includes(url.pathname);
    return url.origin === location.origin && known && !url.hash ? [link, url] : null;
}

function listenToLinks() {
    document.addEventListener('click', (event) => {
        const [link, url] = ownLink(event) ?? [];
        if (!link) return;
        event.preventDefault();
        const stay = main.contains(link) && url.pathname === '/' && state.path === '/' &&
                     link.closest('.chips, .side, .answer [data-stay], .views, .status, .remarks, .choice') !== null;
        navigate(parse(url.pathname, url.search), {stay: stay || link.hasAttribute('data-stay')});
    });
    addEventListener('popstate', (event) => {
        state = here();
        ask.show(state.q);
        chooseLanguage(state.ui);
        show({y: event.state?.y ?? 0, key: event.state?.key ?? ''});
    });
    addEventListener('online', () => context.again());
}

function languageLink() {
    const other = uiLanguage() === 'zh' ? 'en' : 'zh';
    return h('a', {href: href({...state, ui: other}), lang: other === 'zh' ? 'zh-Hans' : 'en',
                   hreflang: other, 'aria-label': say('other'), on: {click(event) {
        event.preventDefault();
        navigate({...state, ui: other}).then(() => location.reload());
    }}}, say('other'));
}

// Where several indexes are served, the form has a choice of them.
const choice = form.querySelector('select');

function listenToChoice() {
    choice?.addEventListener('change', () => {
        const index = choice.selectedIndex > 0 ? choice.value : '';
        navigate(searchOf(state, {index, f: [], since: ''}), {stay: true});
    });
}

function fillTools() {
    if (choice) choice.value = state.index || choice.options[0].value;
    const tools = document.querySelector('.tools');
    tools.replaceChildren(
        h('a', {href: href({...parse('/saved', ''), ui: state.ui, index: state.index}),
                'aria-current': state.path === '/saved' ? 'page' : null}, say('saved')),
        h('button', {type: 'button', class: 'quiet', on: {click: showKeys}}, say('keys')),
        languageLink());
    document.querySelector('.brand').href = href({...parse('/', ''), ui: state.ui, index: state.index});
}

function speak() {
    chooseLanguage(state.ui);
    document.querySelector('.skip').textContent = say('skip');
    form.querySelector('label').textContent = say('ask');
    form.querySelector('#q').placeholder = say('placeholder');
    form.querySelector('button').textContent = say('search');
    choice?.setAttribute('aria-label', say('index'));
    document.querySelector('.tools').setAttribute('aria-label', say('tools'));
}

function tellRevision(n) {
    document.querySelector('.updated')?.remove();
    const notice = h('p', {class: 'updated', role: 'status'}, say('updated', {n}), ' ',
        h('button', {type: 'button', class: 'quiet', on: {click() {
            notice.remove();
            context.again();
        }}}, say('newerNow')));
    main.before(notice);
    announce(say('updated', {n}));
}

history.scrollRestoration = 'manual';
speak();
const ask = new Ask(form, {search, index: () => state.index});
form.querySelectorAll('input[type=hidden]').forEach((one) => one.remove());
listenToLinks();
listenToChoice();
listenToKeys(context);
watchMarks(document);
watchMenus(document);
watchRevision(tellRevision);
show({y: history.state?.y ?? 0});
