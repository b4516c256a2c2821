// SPDX-License-Identifier: GPL-2.0-or-later

// Whether a quotation stands in the collection, and how it differs from what stands there.

import {announce, changedWords, h} from './dom.js';
import {articleOf, changed, href} from './state.js';
import {count, say} from './words.js';
import {get} from './api.js';
import {metaLine, tagButton} from './results.js';
import {placeText} from './cite.js';

function partElement({kind, text}) {
    if (kind === 'dropped') return changedWords('del', text);
    if (kind === 'added') return changedWords('ins', text);
    return kind === 'omitted' ? h('span', {class: 'omitted'}, ' […]') : text;
}

const diffElement = (parts) => h('p', {class: 'diff', dir: 'auto'}, parts.map(partElement));

function placeElement(place, state) {
    const exact = place.verdict === 'exactly';
    const alike = say('alike', {n: Math.floor(place.likeness * 100)});
    const butFor = place.differences?.length > 0 && say('butFor', {what: place.differences.join(', ')});
    const kept = h('div');
    const hit = {...place, text: place.text};
    return h('article', {class: 'result'},
        h('h2', {dir: 'auto'}, h('a', {href: href(articleOf(state, place.id))},
                                 place.article.title || place.article.id)),
        metaLine(place.article),
        h('div', {class: 'passage', tabindex: '-1', 'data-key': place.id},
          exact ? h('blockquote', {class: 'text', dir: 'auto', lang: place.article.lang}, place.text)
                : diffElement(place.diff ?? []),
          kept,
          h('p', {class: 'actions'}, h('span', {}, exact ? say('exactly') : alike),
            butFor && h('span', {}, butFor),
            h('a', {href: href(articleOf(state, place.id)), 'data-do': 'open'}, say('open')),
            tagButton(hit, state.index, kept), h('span', {class: 'place'}, placeText(place)))));
}

function formElement(state, context) {
    const field = h('textarea', {id: 'quotation', rows: '4', dir: 'auto', value: state.text,
                                 'aria-describedby': 'quotation-help', 'data-key': 'quotation'});
    return h('form', {class: 'quotation', on: {submit(event) {
        event.preventDefault();
        context.navigate(changed(state, {text: field.value.trim()}));
    }, keydown(event) {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.currentTarget.requestSubmit();
        }
    }}}, h('h2', {}, h('label', {for: 'quotation'}, say('verifyTitle'))), field,
        h('p', {class: 'hint', id: 'quotation-help'}, say('verifyText')),
        h('button', {}, say('check')));
}

function verdictElement(found) {
    const places = found.found === 1 ? say('place') : say('places', {n: count(found.found)});
    const verdict = {exactly: 'exactly', nearly: 'nearly'}[found.verdict] ?? 'not';
    return h('div', {class: `verdict ${verdict}`},
        h('h2', {}, say(verdict), found.found > 0 && `, ${places}`),
        verdict === 'nearly' && h('p', {class: 'hint'}, say('quotationLegend')),
        verdict === 'not' && h('p', {class: 'hint'}, say('looked', {n: count(found.articles)})));
}

export async function verifyContent(state, context, signal) {
    const form = formElement(state, context);
    if (state.text === '') return [form];
    const found = await get('/v1/verify', {quotation: state.text, index: state.index}, signal);
    const verdict = verdictElement(found);
    announce(verdict.querySelector('h2').textContent);
    return [form, verdict, found.places.map((place) => placeElement(place, state))].flat();
}
