// SPDX-License-Identifier: GPL-2.0-or-later

// An article at a passage: its text with what matched, findings on demand, and where it comes from.

import {announce, copy, h, linkOut} from './dom.js';
import {articleOf, href, isAsked, searchOf} from './state.js';
import {dateText, languageName, say} from './words.js';
import {articlePath, get, likePath} from './api.js';
import {searchRequest, withinRequest} from './ask.js';
import {markElement} from './marks.js';
import {byArticle, metaLine, ordered, tagButton, versionsText} from './results.js';
import {citation} from './cite.js';
import {learnNames} from './names.js';
import {byteIndex, linesOf} from './text.js';
import {asArticle, passageHit} from './article_data.js';

const kMostVersions = 100;
const kFindings = ['names', 'amounts', 'dates'];

const shownOf = (state) => kFindings.filter((kind) => state.show.split(',').includes(kind));

// Stretches of [begin, stop) between all ends of marks and findings, each with what covers it.
function segments(begin, stop, marks, findings) {
    const cuts = new Set([begin, stop]);
    for (const one of [...marks, ...findings]) {
        if (one.begin > begin && one.begin < stop) cuts.add(one.begin);
        if (one.stop > begin && one.stop < stop) cuts.add(one.stop);
    }
    const places = [...cuts].sort((a, b) => a - b);
    const covering = (all, at) => all.find((one) => one.begin <= at && at < one.stop);
    return places.slice(0, -1).map((at, i) => ({
        begin: at, stop: places[i + 1], mark: covering(marks, at), finding: covering(findings, at)}));
}

function findingElement(finding, content) {
    return h('span', {class: `finding ${finding.kind}`, 'data-why': finding.label}, content);
}

function segmentNode(article, segment, query) {
    const text = article.text.slice(segment.begin, segment.stop);
    const {mark, finding} = segment;
    const inner = mark ? markElement(text, mark.highlight, query) : text;
    if (mark && segment.begin === mark.begin) inner.dataset.match = mark.number;
    return finding ? findingElement(finding, inner) : inner;
}

const within = (all, begin, stop) => all.filter((one) => one.begin < stop && begin < one.stop);

function markedRange(article, begin, stop, view) {
    const marks = within(view.marks, begin, stop);
    const findings = within(view.findings, begin, stop);
    return segments(begin, stop, marks, findings).map((one) => segmentNode(article, one, view.query));
}

// The matches within the article, from the hits of its passages, in the order of the text.
function marksOf(article, hits) {
    const all = hits.flatMap((hit) => hit.highlights).sort((a, b) => a.start - b.start);
    const index = byteIndex(article.text);
    return all.map((highlight, number) => (
        {highlight, number, begin: index(highlight.start), stop: index(highlight.end)}));
}

function passageActions(article, passage, state) {
    const hit = passageHit(article, passage);
    const kept = h('div');
    const cite = h('button', {type: 'button', class: 'quiet', 'data-do': 'cite', on: {
        async click() {
            await copy(citation(hit));
            cite.textContent = say('copied');
            announce(say('copied'));
            setTimeout(() => { cite.textContent = say('cite'); }, 1500);
        },
    }}, say('cite'));
    return [kept, h('p', {class: 'actions'}, cite, tagButton(hit, state.index, kept),
        h('span', {class: 'place'}, placeOf(article, passage)))];
}

function placeOf(article, passage) {
    const [from, to] = linesOf(article.text, passage.begin, passage.stop);
    const lines = from === to ? say('line', {from}) : say('lines', {from, to});
    return `${say('passageN', {n: passage.n})}, ` +
           `${say('bytes', {from: passage.start, to: passage.end})}, ${lines}`;
}

function passageElement(article, passage, view, state) {
    const current = String(passage.n) === state.p;
    return h('div', {class: current ? 'passage in-view' : 'passage', id: `p${passage.n}`,
                     tabindex: '-1', 'data-key': `p${passage.n}`, role: current ? 'group' : null,
                     'aria-label': current ? say('inView') : null},
        h('a', {class: 'anchor', href: href({...state, p: String(passage.n)}), 'data-stay': '',
                'aria-label': say('passageN', {n: passage.n})}, String(passage.n)),
        h('p', {class: 'text', dir: 'auto'}, markedRange(article, passage.begin, passage.stop, view)),
        current && passageActions(article, passage, state));
}

// What stands between passages: the title, which is above already, and what is around the article.
function gapElement(article, begin, stop) {
    const text = article.text.slice(begin, stop).trim();
    if (text === '' || text === article.title || stop <= (article.title_range?.end ?? 0)) return null;
    return h('details', {class: 'around'}, h('summary', {}, say('boilerplate')),
             h('p', {class: 'text'}, text));
}

function textElement(article, view, state) {
    const blocks = [];
    let at = 0;
    for (const passage of article.passages) {
        if (passage.begin > at) blocks.push(gapElement(article, at, passage.begin));
        blocks.push(passageElement(article, passage, view, state));
        at = passage.stop;
    }
    if (at < article.text.length) blocks.push(gapElement(article, at, article.text.length));
    return h('div', {class: 'story', lang: article.lang}, blocks);
}

function row(name, value) {
    return value ? [h('dt', {}, say(name)), h('dd', {dir: 'auto'}, value)] : [];
}

function dateValue(article) {
    const origin = `dateFrom_${article.dateOrigin}`;
    return article.date && [dateText(article.date), article.dateOrigin &&
        h('span', {class: 'hint'}, ` ${say(origin)}`)];
}

function versionsElement(article, state) {
    if (article.versions.length === 0) return null;
    const more = article.versions.length - kMostVersions;
    return [h('h2', {}, say('versions')), h('ul', {},
        article.versions.slice(0, kMostVersions).map((id) => h('li', {},
            h('a', {href: href(articleOf(state, id))}, id), ' · ',
            h('a', {href: href({...state, path: '/compare', a: article.id, b: id})},
              say('compare')))),
        more > 0 && h('li', {}, versionsText(more)))];
}

function likeElement(article, state) {
    const list = h('ul');
    const button = h('button', {type: 'button', class: 'quiet'}, say('moreLike'));
    button.addEventListener('click', async () => {
        const found = await get(likePath(article.id), {limit: 6, index: state.index})
            .catch(() => ({hits: []}));
        button.hidden = true;
        list.replaceChildren(h('li', {}, h('h2', {}, say('likeTitle'))), ...found.hits.map((hit) =>
            h('li', {}, h('a', {href: href(articleOf(state, hit.article.id))}, hit.article.title),
              metaLine(hit.article))));
    });
    return h('div', {class: 'like'}, button, list);
}

function factsElement(article, state) {
    const origin = article.origin ?? article.id;
    return h('aside', {class: 'facts', 'aria-label': say('facts')},
        h('dl', {}, row('source', article.source), row('author', article.author),
          row('date', dateValue(article)), row('url', article.url && linkOut(article.url)),
          row('language', article.lang && languageName(article.lang)), row('file', origin),
          article.id !== origin && row('id', article.id)),
        versionsElement(article, state), likeElement(article, state));
}

function findingsForm(state, context) {
    const shown = shownOf(state);
    const box = (kind) => h('label', {}, h('input', {
        type: 'checkbox', checked: shown.includes(kind), 'data-key': `show ${kind}`, on: {change(event) {
            const next = kFindings.filter((one) =>
                one === kind ? event.target.checked : shown.includes(one));
            context.navigate({...state, show: next.join(',')}, {replace: true, stay: true});
        }}}), ' ', say(kind));
    return h('fieldset', {class: 'findings'}, h('legend', {}, say('showFindings')),
             kFindings.map(box));
}

// The passages of the result list as they stand there, to go on from this one.
function neighboursOf(found, state) {
    if (!found) return {};
    const all = byArticle(ordered(found.hits, state.sort)).flat();
    const at = all.findIndex((hit) => hit.id === `${state.id}#${state.p}`);
    const near = at >= 0 ? at : all.findIndex((hit) => hit.article.id === state.id);
    if (near < 0) return {};
    return {at: near, of: all.length, previous: all[near - 1], next: all[near + 1]};
}

function wayElement(state, list) {
    const step = (hit, key, name) => hit && h('a', {href: href(articleOf(state, hit.id)),
                                                    'data-do': key, 'data-key': key}, say(name));
    return h('nav', {class: 'way', 'aria-label': say('results')},
        h('a', {href: href(searchOf(state)), 'data-do': 'back'}, `← ${say('back')}`),
        list.of && h('span', {class: 'hint'}, say('resultN', {n: list.at + 1, m: list.of})),
        step(list.previous, 'previous', 'previousResult'), step(list.next, 'next', 'nextResult'));
}

// Steps through the matches; the one that is reached has the focus.
class Matches {
    constructor(page, total) {
        this.page = page;
        this.total = total;
        this.at = -1;
        this.told = h('span', {class: 'hint'});
    }

    element() {
        if (this.total === 0) return h('span', {class: 'hint'}, say('noOccurrence'));
        const button = (by, name) => h('button', {type: 'button', class: 'quiet',
            'data-do': by > 0 ? 'match' : 'unmatch', on: {click: () => this.step(by)}}, say(name));
        this.tell();
        return h('span', {class: 'matches'}, button(-1, 'previousMatch'), this.told,
                 button(1, 'nextMatch'));
    }

    tell() {
        this.told.textContent = say('occurrence', {n: this.at < 0 ? '–' : this.at + 1, m: this.total});
    }

    // The first step is to the first match of the passage in view.
    first() {
        const mark = this.page.querySelector('.in-view [data-match]');
        return mark ? Number(mark.dataset.match) : 0;
    }

    step(by) {
        this.at = this.at < 0 ? this.first() : (this.at + by + this.total) % this.total;
        const mark = this.page.querySelector(`[data-match="${this.at}"]`);
        if (!mark) return;
        this.page.querySelector('mark.current')?.classList.remove('current');
        mark.classList.add('current');
        mark.tabIndex = -1;
        mark.focus({preventScroll: true});
        mark.scrollIntoView({block: 'center'});
        this.tell();
        announce(this.told.textContent);
    }
}

async function hitsWithin(state, signal) {
    if (state.q.trim() === '') return {hits: [], query: ''};
    return get('/v1/search', withinRequest(state), signal).catch((error) => {
        if (error.name === 'AbortError') throw error;
        return {hits: [], query: ''};
    });
}

async function listOf(state, signal) {
    if (!isAsked(state)) return null;
    return get('/v1/search', searchRequest(state), signal).catch((error) => {
        if (error.name === 'AbortError') throw error;
        return null;
    });
}

function viewOf(article, found, state) {
    const shown = shownOf(state);
    return {marks: marksOf(article, found.hits), query: found.query,
            findings: article.findings.filter((one) => shown.includes(one.kind))};
}

export async function articlePage(state, context, signal) {
    const [given, found, list] = await Promise.all([
        get(articlePath(state.id), {index: state.index}, signal),
        hitsWithin(state, signal), listOf(state, signal)]);
    await learnNames(state, given.entities ?? [], signal);
    const article = asArticle(given);
    const view = viewOf(article, found, state);
    const page = h('div', {class: 'page reading'});
    const matches = new Matches(page, view.marks.length);
    page.append(
        h('article', {class: 'column'}, wayElement(state, neighboursOf(list, state)),
            h('h1', {dir: 'auto', lang: article.lang}, article.title || article.id),
            metaLine(article),
            h('div', {class: 'bar'}, state.q.trim() !== '' && matches.element(),
              findingsForm(state, context)),
            textElement(article, view, state)),
        factsElement(article, state));
    document.title = `${article.title || article.id} · Sinodex`;
    return page;
}

// Where one begins to read.
export function startOfReading(page) {
    const passage = page.querySelector('.in-view');
    if (!passage) return false;
    const tall = passage.offsetHeight > innerHeight * 0.7;
    passage.scrollIntoView({block: tall ? 'start' : 'center'});
    return true;
}
