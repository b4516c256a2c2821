// SPDX-License-Identifier: GPL-2.0-or-later

// What the matching articles have: values that narrow the question down, counted in articles.

import {h, replaceContent} from './dom.js';
import {changed, href, withFilter, withoutFilter} from './state.js';
import {canSay, count, languageName, say} from './words.js';
import {get} from './api.js';
import {learnNames, nameOf as entityName} from './names.js';
import {request} from './ask.js';

const kFew = 5;
const kAll = 1000;
const kOpen = new Set(['company', 'person', 'regulator', 'source', 'year', 'lang']);
// What a newsroom narrows down by first.
const kOrder = ['company', 'person', 'regulator', 'source', 'year', 'lang'];
const opened = new Map();  // which facets the reader has opened or closed

const titleOf = (facet) => canSay(`facet_${facet}`) ? say(`facet_${facet}`) : facet;

const kOthers = new Set(['source', 'author', 'year', 'lang']);

function shownName(facet, value) {
    if (facet === 'lang') return languageName(value.value);
    return kOthers.has(facet) ? value.name : entityName(value.value, value.name);
}

// Counts, with names in the language of the interface.
export async function askFacets(state, top, signal) {
    const found = await get('/v1/facets', {...request(state), top}, signal);
    const entities = found.facets.filter(({facet}) => !kOthers.has(facet));
    await learnNames(state, entities.flatMap(({values}) =>
        values.map(({value, name}) => ({id: value, name}))), signal);
    return found;
}

function valueElement(facet, value, state) {
    const active = state.f.includes(value.filter);
    const next = active ? withoutFilter(state.f, value.filter) : withFilter(state.f, value.filter);
    return h('li', {}, h('a', {href: href(changed(state, {f: next})),
                               'aria-current': active ? 'true' : null, 'data-key': value.filter},
        h('span', {class: 'value', dir: 'auto'}, active && '✓ ', shownName(facet, value)), ' ',
        h('span', {class: 'count'}, count(value.articles))));
}

const filling = (values, facet, state) => values.map((one) => valueElement(facet, one, state));

// All values, with a field that searches in them.
async function openAll(facet, state, list, button) {
    button.disabled = true;
    const found = await askFacets(state, kAll).catch(() => null);
    button.disabled = false;
    const all = found?.facets.find((one) => one.facet === facet)?.values;
    if (!all) return;
    const field = h('input', {type: 'search', class: 'find',
                              'aria-label': say('facetFind', {name: titleOf(facet)}),
                              placeholder: say('facetFind', {name: titleOf(facet)}),
                              on: {input() { show(field.value); }}});
    const show = (text) => {
        const wanted = text.trim().toLowerCase();
        const held = all.filter((one) =>
            `${shownName(facet, one)} ${one.name} ${one.value}`.toLowerCase().includes(wanted));
        list.replaceChildren(...filling(held, facet, state));
    };
    show('');
    list.classList.add('long');
    button.replaceWith(field);
    field.focus();
}

function facetElement({facet, distinct, values}, state) {
    const active = values.some((one) => state.f.includes(one.filter));
    const list = h('ul', {}, filling(values.slice(0, kFew), facet, state));
    const button = distinct > kFew && h('button', {type: 'button', class: 'quiet', on: {
        click(event) { openAll(facet, state, list, event.currentTarget); },
    }}, say('facetAll', {n: count(distinct)}));
    return h('details', {class: 'facet', open: opened.get(facet) ?? (kOpen.has(facet) || active),
                         on: {toggle(event) { opened.set(facet, event.currentTarget.open); }}},
        h('summary', {'data-key': `facet ${facet}`}, titleOf(facet)), list, button);
}

function rank(facet) {
    const place = kOrder.indexOf(facet.facet);
    return place < 0 ? kOrder.length : place;
}

export function facetsElement(found, state, wide) {
    const facets = [...found.facets].sort((a, b) => rank(a) - rank(b));
    return h('details', {class: 'filters', open: wide},
        h('summary', {'data-key': 'filters'}, say('filters'),
          state.f.length > 0 && ` (${state.f.length})`),
        state.f.length > 0 && h('p', {}, h('a', {href: href(changed(state, {f: []}))},
                                           say('clearAll'))),
        facets.map((facet) => facetElement(facet, state)),
        h('p', {class: 'hint'}, found.complete === false
            ? say('counted', {n: count(found.articles)}) : say('facetNote')));
}

// The names by which filters are shown.
export function namesOf(found) {
    const names = new Map();
    for (const facet of found?.facets ?? []) {
        for (const value of facet.values) names.set(value.filter, shownName(facet.facet, value));
    }
    return names;
}

export function showFacets(place, found, state) {
    const wide = matchMedia('(min-width: 60rem)').matches;
    replaceContent(place, found.facets.length > 0 && facetsElement(found, state, wide));
}
