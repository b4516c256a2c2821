// SPDX-License-Identifier: GPL-2.0-or-later

// What is said when there is nothing, or something is wrong: always with what to do next.

import {h} from './dom.js';
import {changed, href, isAsked, kindsOf, KINDS, withoutFilter} from './state.js';
import {say} from './words.js';
import {filterText} from './chips.js';

const kTitles = {offline: 'offlineTitle', database: 'databaseTitle', busy: 'busyTitle',
                 missing: 'missingTitle', request: 'requestTitle', error: 'errorTitle'};
const kTexts = {offline: 'offline', database: 'database', busy: 'busy'};

export function problemElement(problem, retry) {
    const kind = problem.kind in kTitles ? problem.kind : 'error';
    const own = kTexts[kind] ? say(kTexts[kind]) : '';
    return h('section', {class: `notice ${kind}`, role: 'alert'},
        h('h2', {}, say(kTitles[kind])), own && h('p', {}, own),
        problem.message && h('p', {class: 'detail'}, problem.message),
        problem.hint && h('p', {class: 'detail'}, problem.hint),
        h('p', {}, h('button', {type: 'button', on: {click: retry}}, say('retry'))));
}

function step(state, next, label) {
    return h('li', {}, h('a', {href: href(next)}, label));
}

const unquoted = (q) => q.replaceAll(/["“”]/g, '');
const unsigned = (q) => q.replaceAll(/(^|[\s(])[+-](?=\S)/g, '$1');

function without(q, word) {
    return q.split(/\s+/).filter((one) => one.replace(/^[+-]/, '') !== word).join(' ');
}

// What loosens a question that finds nothing, from the least to the most.
export function nextSteps(state, found, names) {
    const q = state.q;
    const steps = [];
    const add = (changes, label) => steps.push(step(state, changed(state, changes), label));
    if (found.suggestion) add({q: found.suggestion}, `${say('didYouMean')}: ${found.suggestion}`);
    if (kindsOf(state).length < KINDS.length) add({expand: 'all'}, say('allKinds'));
    for (const filter of state.f) {
        add({f: withoutFilter(state.f, filter)},
            say('dropFilter', {name: filterText(filter, names)}));
    }
    if (unquoted(q) !== q) add({q: unquoted(q)}, say('dropPhrase'));
    if (unsigned(q) !== q) add({q: unsigned(q)}, say('dropMust'));
    for (const word of found.missing ?? []) {
        const rest = without(q, word);
        if (rest && rest !== q) add({q: rest}, say('dropMissing', {word: `“${word}”`}));
    }
    return steps;
}

export function noneElement(state, found, names, saveButton) {
    const steps = nextSteps(state, found, names);
    return h('section', {class: 'notice none'},
        h('h2', {}, say('noneTitle')),
        found.missing?.length > 0 &&
            h('p', {}, say('missing', {words: found.missing.map((w) => `“${w}”`).join(', ')})),
        steps.length > 0 && [h('p', {}, say('noneText')), h('ul', {}, steps)],
        h('p', {}, say('oneWord')),
        isAsked(state) && h('p', {}, say('saveNone'), ' ', saveButton));
}

// What is to be said of a result besides its hits.
export function remarks(state, found) {
    const lines = [];
    if (found.corrected) {
        lines.push(h('p', {}, say('correctedTo'), ' ', h('b', {}, found.suggestion), '.'));
    } else if (found.suggestion) {
        lines.push(h('p', {}, say('didYouMean'), ' ',
                     h('a', {href: href(changed(state, {q: found.suggestion, f: []})), 'data-key': 'suggestion'},
                       found.suggestion), '?'));
    }
    if (found.missing?.length > 0 && found.hits.length > 0) {
        const words = found.missing.map((word) => `“${word}”`).join(', ');
        lines.push(h('p', {}, say('missing', {words})));
    }
    if (found.relaxed) lines.push(h('p', {}, say('relaxed')));
    for (const warning of found.relaxed ? [] : found.warnings ?? []) {
        lines.push(h('p', {}, warning.message));
    }
    return lines.length > 0 ? h('div', {class: 'remarks'}, lines) : null;
}
