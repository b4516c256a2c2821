// SPDX-License-Identifier: GPL-2.0-or-later

// What a reader keeps: searches, with what is new in them since, and tagged passages.

import {announce, download, h} from './dom.js';
import {articleOf, fullQuery, href, parse} from './state.js';
import {count, say} from './words.js';
import {get} from './api.js';
import {request} from './ask.js';
import {metaLine} from './results.js';
import {dropSearch, exported, imported, keepNote, keepSearch, keptPassages, keptSearches}
    from './notes.js';

const kMostNew = 100;

function stateOf(address) {
    const url = new URL(address, location.origin);
    return parse(url.pathname, url.search);
}

// How many passages came since a search was kept or seen.
async function tellNew(place, address, search, again) {
    const state = stateOf(address);
    const since = `r${search.revision}`;
    if (!search.revision || fullQuery(state).text === '') return;
    const found = await get('/v1/search', {...request({...state, since}), limit: kMostNew,
                                           'per-article': 0}).catch(() => null);
    if (!found) return;
    const n = found.hits.length;
    const text = n === 0 ? say('sinceNone')
                 : say(n === kMostNew ? 'sinceMany' : 'since', {n: count(n)});
    place.replaceChildren(n === 0 ? text : h('a', {href: href({...state, since})}, text));
    if (n > 0) {
        place.append(' ', h('button', {type: 'button', class: 'quiet', on: {click() {
            keepSearch(address, search.title, found.revision);
            again();
        }}}, say('seen')));
    }
}

function searchElement([address, search], again) {
    const fresh = h('span', {class: 'fresh'});
    tellNew(fresh, address, search, again);
    return h('li', {}, h('a', {href: address, dir: 'auto'}, search.title || address), ' ', fresh, ' ',
        h('button', {type: 'button', class: 'quiet', on: {click() {
            dropSearch(address);
            again();
        }}}, say('remove')));
}

function passageElement([key, one], again) {
    const id = one.id ?? key;
    const there = articleOf({...parse('/', ''), index: one.index ?? ''}, id);
    return h('li', {class: 'passage'},
        h('p', {}, h('a', {href: href(there), dir: 'auto'},
                     one.article.title || id)), metaLine(one.article),
        h('p', {class: 'text', dir: 'auto', lang: one.article.lang}, one.text),
        h('p', {class: 'kept'}, one.tags.map((tag) => h('span', {class: 'tag'}, tag)), one.note),
        h('p', {class: 'actions'}, h('span', {class: 'place'}, id),
          h('button', {type: 'button', class: 'quiet', on: {click() {
              keepNote({id, article: one.article}, [], '', one.index);
              again();
          }}}, say('remove'))));
}

function tagLinks(tags, state) {
    if (tags.length === 0) return null;
    const link = (tag, label) => h('a', {href: href({...state, show: tag}), 'data-key': `tag ${tag}`,
        'aria-current': tag === state.show ? 'true' : null, class: 'tag'}, label);
    return h('p', {class: 'kept'}, link('', say('allTags')), tags.map((tag) => link(tag, tag)));
}

function exchange(again) {
    const file = h('input', {type: 'file', accept: '.json,application/json', class: 'unseen',
                             id: 'import', on: {async change(event) {
        const n = imported(await event.target.files[0].text());
        announce(n < 0 ? say('notImported') : say('imported', {n}));
        again(n < 0 ? say('notImported') : say('imported', {n}));
    }}});
    return h('p', {class: 'exchange'}, h('button', {type: 'button', on: {click() {
        download('sinodex-saved.json', 'application/json', exported());
    }}}, say('exportAll')), ' ', file, h('label', {for: 'import', class: 'button'}, say('importAll')));
}

export async function savedPage(state, context) {
    const page = h('div', {class: 'page saved'});
    const fill = (told) => {
        const searches = Object.entries(keptSearches());
        const passages = Object.entries(keptPassages());
        const tags = [...new Set(passages.flatMap(([, one]) => one.tags))].sort();
        const shown = passages.filter(([, one]) => !state.show || one.tags.includes(state.show));
        page.replaceChildren(...[
            h('h1', {}, say('savedTitle')), h('p', {class: 'hint'}, say('savedText')),
            told && h('p', {role: 'status'}, told), exchange(fill),
            searches.length + passages.length === 0 && h('p', {}, say('noSaved')),
            searches.length > 0 && h('h2', {}, say('savedSearches')),
            h('ul', {class: 'searches'}, searches.map((one) => searchElement(one, () => fill()))),
            passages.length > 0 && h('h2', {}, say('savedPassages')), tagLinks(tags, state),
            h('ul', {class: 'passages'}, shown.map((one) => passageElement(one, () => fill()))),
        ].filter(Boolean));
    };
    fill();
    return page;
}
