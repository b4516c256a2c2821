// SPDX-License-Identifier: GPL-2.0-or-later

// The search page: chips, views, and what the view that is open shows.

import {announce, h, replaceContent} from './dom.js';
import {changed, href, isAsked, VIEWS} from './state.js';
import {count, say} from './words.js';
import {address, get} from './api.js';
import {request, searchRequest} from './ask.js';
import {chipsElement, entitiesOfFilters} from './chips.js';
import {askFacets, namesOf, showFacets} from './facets.js';
import {learnNames} from './names.js';
import {resultList} from './results.js';
import {noneElement, problemElement, remarks} from './notices.js';
import {isKept, keepSearch} from './notes.js';

// A new page waits so long for its facets at most, in ms: then nothing moves when they come.
const kFacetsPause = 300;
const pause = (time) => new Promise((done) => { setTimeout(done, time); });

const kMostExported = 10000;
const kFacetValues = 10;

// The views that are not there at once.
const kModules = {timeline: () => import('./timeline.js'), figures: () => import('./figures.js'),
                  related: () => import('./related.js'), verify: () => import('./verify.js')};

export function tabsElement(state) {
    return h('nav', {class: 'views', 'aria-label': say('views')}, h('ul', {}, VIEWS.map((view) =>
        h('li', {}, h('a', {href: href(changed(state, {view, n: 20})), 'data-key': `view ${view}`,
                            'aria-current': view === state.view ? 'page' : null}, say(view))))));
}

export function saveButton(state, revision) {
    const kept = href(changed(state, {since: '', n: 20}));
    const button = h('button', {type: 'button', class: 'quiet', 'data-key': 'save', on: {click() {
        keepSearch(kept, [state.q, ...state.f].filter(Boolean).join(' · '), revision);
        button.textContent = say('savedNow');
        announce(say('savedNow'));
    }}}, isKept(kept) ? say('savedNow') : say('save'));
    return button;
}

function sortElement(state) {
    const links = ['best', 'newest', 'oldest'].map((sort, i) => [i > 0 && ' · ',
        h('a', {href: href(changed(state, {sort})), 'data-key': `sort ${sort}`, 'data-stay': '',
                'aria-current': sort === state.sort ? 'true' : null}, say(sort))]);
    return h('span', {class: 'sort'}, say('sortBy'), say('colon'), links,
             state.sort !== 'best' && ` (${say('ofThese')})`);
}

const exportRequest = (state) =>
    ({...request(state), limit: kMostExported, 'per-article': 0});

// The kinds of file that the service makes of what is found, with their endings.
const kFiles = [['csv', 'csv', 'CSV'], ['jsonl', 'jsonl', 'JSON lines'],
                ['bibtex', 'bib', 'BibTeX'], ['csl-json', 'json', 'CSL']];

function exportElement(state) {
    const links = kFiles.map(([format, ending, name], i) => [i > 0 && ' · ',
        h('a', {href: address('/v1/export', {...exportRequest(state), format}),
                download: `sinodex.${ending}`}, name)]);
    return h('details', {class: 'export'}, h('summary', {'data-key': 'export'}, say('export')),
        h('p', {}, say('exportAs'), ' ', links));
}

export function foundText(articles) {
    if (articles === 0) return say('foundNone');
    if (articles === 1) return say('foundOne');
    return say('found', {n: count(articles)});
}

// A search estimates how many match; what is counted for the facets agrees with them, unless there
// are too many to count, or the search was loosened.
function countText(found, facets) {
    if (found.hits.some((hit) => hit.loosened)) return foundText(found.articles);
    if (facets?.complete === false) return say('foundAbout', {n: count(found.articles)});
    return foundText(facets?.articles || found.articles);
}

function statusLine(state, found) {
    const versions = state.versions === 'all' ? 'one' : 'all';
    return h('div', {class: 'status'},
        h('span', {class: 'count', title: say('took', {ms: found.took_ms.toFixed(1)})},
          foundText(found.articles)),
        sortElement(state),
        h('a', {href: href(changed(state, {versions})), 'data-key': 'versions'},
          say(versions === 'all' ? 'allVersions' : 'oneOnly')),
        saveButton(state, found.revision), exportElement(state));
}

function passagesContent(state, found, names) {
    if (found.hits.length === 0) {
        return [noneElement(state, found, names, saveButton(state, found.revision))];
    }
    const query = found.corrected ? found.suggestion : found.query;
    return [statusLine(state, found), remarks(state, found), resultList(found, query, state)];
}

// The frame stays while what is in it changes, so that nothing vanishes before there is something
// new.
export class SearchPage {
    constructor(main, context) {
        this.main = main;
        this.context = context;  // navigate(state), again()
        this.chips = h('div', {class: 'understood'});
        this.tabs = h('div');
        this.body = h('div', {class: 'answer'});
        this.facets = h('aside', {class: 'side', 'aria-label': say('filters')});
        this.names = new Map();
    }

    attach() {
        if (this.chips.isConnected) return;
        const column = h('div', {class: 'column'},
            h('h1', {class: 'unseen'}, say('results')), this.chips, this.tabs, this.body);
        this.frame = h('div', {class: 'page search'}, this.facets, column);
    }

    // Shows a state. What was there is grey until the answer is.
    async show(state, signal) {
        this.attach();
        this.frame.classList.add('stale');
        try {
            await (state.view === 'verify' ? this.showVerify(state, signal)
                                           : this.showAnswers(state, signal));
        } catch (error) {
            if (error.name === 'AbortError') return;
            this.fail(error, state);
        }
        this.settle();
    }

    settle() {
        this.frame.classList.remove('stale');
        this.main.classList.remove('stale');
        if (!this.frame.isConnected) this.main.replaceChildren(this.frame);
    }

    fail(error, state) {
        if (!('kind' in error)) console.error(error);
        const notice = problemElement(error, this.context.again);
        announce(`${notice.querySelector('h2').textContent}`);
        replaceContent(this.tabs, tabsElement(state));
        if (error.kind === 'offline' && this.body.hasChildNodes()) {
            this.body.querySelector('.notice.offline')?.remove();
            this.body.prepend(notice);
        } else {
            this.body.replaceChildren(notice);
        }
    }

    async showVerify(state, signal) {
        const {verifyContent} = await kModules.verify();
        const content = await verifyContent(state, this.context, signal);
        replaceContent(this.chips);
        replaceContent(this.tabs, tabsElement(state));
        this.facets.replaceChildren();
        replaceContent(this.body, content);
    }

    async showAnswers(state, signal) {
        const facets = askFacets(state, kFacetValues, signal).catch(() => null);
        const found = await get('/v1/search', searchRequest(state), signal);
        await learnNames(state, [...entitiesOfFilters(state.f),
            ...(found.understood ?? []).flatMap((part) => part.entities ?? [])], signal);
        const content = await this.contentOf(state, found, signal);
        if (!this.frame.isConnected) await Promise.race([facets, pause(kFacetsPause)]);
        if (signal.aborted) return;
        replaceContent(this.chips, chipsElement(state, found.understood, this.names));
        replaceContent(this.tabs, tabsElement(state));
        replaceContent(this.body, content);
        this.settle();
        this.fillFacets(facets, state, found, signal);
    }

    async fillFacets(facets, state, found, signal) {
        const answer = await facets;
        if (signal.aborted) return;
        this.tellCount(countText(found, answer));
        if (!answer) return;
        for (const [filter, name] of namesOf(answer)) this.names.set(filter, name);
        showFacets(this.facets, answer, state);
        if (state.f.length > 0) {
            replaceContent(this.chips, chipsElement(state, found.understood, this.names));
        }
    }

    tellCount(text) {
        const place = this.body.querySelector('.status .count');
        if (place) place.textContent = text;
        announce(text);
    }

    async contentOf(state, found, signal) {
        if (state.view === 'passages') return passagesContent(state, found, this.names);
        if (found.articles === 0 && isAsked(state)) {
            return [noneElement(state, found, this.names, saveButton(state, found.revision))];
        }
        const module = await kModules[state.view]();
        return module.content(state, this.context, signal);
    }
}
