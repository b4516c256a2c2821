// SPDX-License-Identifier: GPL-2.0-or-later

// The question as it was understood: a chip for each thing its words name or mean, which can be taken
// away, with what else they could be a click away; and a chip for each filter.

import {h} from './dom.js';
import {changed, fullQuery, href, kindsOf, KINDS, withFilter, withKind, withoutFilter,
        withoutKind} from './state.js';
import {canSay, dateText, say} from './words.js';
import {nameOf} from './names.js';
import {byteIndex} from './text.js';

// What switches a rule's other words off.
const kKind = {entity: 'names', amount: 'names', time: 'names', synonym: 'synonyms',
               related: 'related', spelling: 'spelling', translation: 'translations'};

const typeName = (type) => canSay(`type_${type}`) ? say(`type_${type}`) : type;

// The entities that filters name, as far as filters tell.
export const entitiesOfFilters = (filters) => filters.map((filter) => {
    const [field, value] = filter.split(/:(.*)/s);
    return canSay(`type_${field}`) ? {id: value, name: ''} : {};
});

// A filter as it reads: "company: Didi Global".
export function filterText(filter, names = new Map()) {
    const colon = filter.indexOf(':');
    const [field, value] = [filter.slice(0, colon), filter.slice(colon + 1)];
    const bare = value.replace(/^"(.*)"$/, '$1');
    const known = names.get(filter) ?? nameOf(bare, bare);
    if (field === 'date' || field === 'mentions') {
        const [from, to] = value.split('..');
        const range = to === undefined || from === to ? dateText(from)
                      : say('fromTo', {from: dateText(from) || '…', to: dateText(to) || '…'});
        return field === 'date' ? range : `${say('mentioned')}${say('colon')}${range}`;
    }
    if (field === 'lang') return known;
    const title = canSay(`type_${field}`) ? typeName(field) : canSay(field) ? say(field) : field;
    return `${title}${say('colon')}${known}`;
}

// The question with the words [begin, end), in UTF-16 units, changed.
function rewritten(state, part, change) {
    const q = state.q.slice(0, part.from) + change(state.q.slice(part.from, part.to)) +
              state.q.slice(part.to);
    return changed(state, {q: q.replace(/\s+/g, ' ').trim()});
}

const unquoted = (words) => words.replaceAll('"', '');
const quoted = (words) => `"${unquoted(words)}"`;
const grouped = (words) => words.includes(' ') ? `(${words})` : words;

// What is understood, with its place in what is typed, in UTF-16 units; filters are none of it.
export function partsOf(state, understood) {
    const index = byteIndex(state.q.trim());
    const {shift} = fullQuery(state);
    const lead = state.q.length - state.q.trimStart().length;
    const length = state.q.trim().length;
    return (understood ?? []).map((part) => ({
        ...part, from: index(part.start - shift) + lead, to: index(part.end - shift) + lead,
    })).filter((part) => part.from < part.to && part.from < lead + length)
        .map((part) => ({...part, words: part.words ?? [], entities: part.entities ?? [],
                         typed: state.q.slice(part.from, part.to)}));
}

function item(state, next, label) {
    return h('li', {}, h('a', {href: href(next)}, label));
}

function narrowItems(state, part) {
    const only = (filter, label) =>
        item(state, changed(state, {f: withFilter(state.f, filter)}), label);
    if (part.why === 'amount') return [only(`amount:${quoted(part.typed)}`, say('onlyAmount'))];
    if (part.why === 'time' && /^\d{4}(-\d\d){0,2}$/.test(part.typed)) {
        return [only(`date:${part.typed}`, say('onlyPublished')),
                only(`mentions:${part.typed}`, say('onlyTime'))];
    }
    if (part.why !== 'entity') return [];
    return part.entities.map((one) =>
        only(`${one.type}:${one.id}`, say('onlyEntity', {name: nameOf(one.id, one.name)})));
}

function alternatives(state, part) {
    const change = (label, how) => item(state, rewritten(state, part, how), label);
    const words = part.words.slice(0, 12).map((word) =>
        change(say('insteadOf', {word}), () => word.includes(' ') ? quoted(word) : word));
    return h('ul', {class: 'menu'}, narrowItems(state, part), words,
        change(say('wordsAlone', {q: part.typed}), quoted),
        change(say('mustHold'), (typed) => '+' + grouped(unquoted(typed))),
        change(say('mustNot'), (typed) => '-' + grouped(unquoted(typed))),
        [part.why, ...part.joined].filter((why) => part.joined.length > 0).map((why) =>
            item(state, withoutKind(state, kKind[why]),
                 say('leaveOut', {kind: say(`kind_${kKind[why]}`)}))),
        part.related && item(state, withoutKind(state, 'related'),
                             `${say('leaveOut', {kind: say('kind_related')})} (${part.related})`));
}

function meaning(part) {
    if (part.why === 'entity') {
        return part.entities.map((one, i) => [i > 0 && ` ${say('or')} `,
            `${nameOf(one.id, one.name)}${say('comma')}${typeName(one.type)}`]);
    }
    if (part.why === 'amount') return say('sameAmount');
    if (part.why === 'time') return say('sameTime');
    if (part.why === 'spelling') return say('readAs', {word: part.words.join(', ')});
    const shown = part.words.slice(0, 3).join(', ');
    return `${say('also')} ${shown}${part.words.length > 3 ? ', …' : ''}`;
}

// Without this meaning: the words alone where they name something, else without words of its kind.
function without(state, part) {
    if (kKind[part.why] === 'names') return rewritten(state, part, quoted);
    return [part.why, ...part.joined].reduce((next, why) => withoutKind(next, kKind[why]), state);
}

function removeLink(next, label, key, word = 'drop') {
    return h('a', {class: 'remove', href: href(next), 'data-key': `remove ${key}`},
             say(word), h('span', {class: 'unseen'}, ` ${label}`));
}

function partChip(state, part) {
    const key = `${part.why} ${part.typed}`;
    return h('li', {class: `chip ${part.why}`},
        h('details', {}, h('summary', {'data-key': key}, h('b', {}, part.typed), ' ',
                           h('span', {class: 'meaning'}, meaning(part))),
          alternatives(state, part)),
        removeLink(without(state, part), `${part.typed}: ${say(`mark_${part.why}`)}`, key, 'turnOff'));
}

function filterChip(state, filter, names) {
    const text = filterText(filter, names);
    return h('li', {class: 'chip filter'}, h('span', {}, text),
             removeLink(changed(state, {f: withoutFilter(state.f, filter)}), text, filter));
}

function offChip(state, kind) {
    return h('li', {class: 'chip off'}, h('span', {}, say('off', {kind: say(`kind_${kind}`)})),
             h('a', {href: href(withKind(state, kind)), 'data-key': `on ${kind}`}, say('turnOn')));
}

// Other words and translations of the same words are one chip.
function joinWords(parts) {
    const all = [];
    for (const part of parts) {
        const same = part.words.length > 0 && all.find((one) =>
            one.words.length > 0 && one.from === part.from && one.to === part.to);
        if (same) {
            same.joined.push(part.why);
            same.words = [...new Set([...same.words, ...part.words])];
        } else {
            all.push({...part, joined: []});
        }
    }
    return all;
}

// Entities that belong to a named one are told in its menu.
function joinRelated(parts) {
    const own = parts.filter((part) => part.why !== 'related');
    for (const part of parts.filter((one) => one.why === 'related')) {
        const named = own.find((one) => one.why === 'entity' && one.from <= part.from &&
                                        part.to <= one.to);
        const names = part.entities.map((one) => nameOf(one.id, one.name));
        if (named) named.related = names.slice(0, 4).join(', ') + (names.length > 4 ? ', …' : '');
    }
    return own;
}

function extraFilters(state) {
    const chips = [];
    if (state.since) {
        const label = say('onlyNew', {n: state.since.replace(/^r/, '')});
        chips.push(h('li', {class: 'chip filter'}, h('span', {}, label),
                     removeLink(changed(state, {since: ''}), label, 'since')));
    }
    if (state.versions === 'all') {
        chips.push(h('li', {class: 'chip filter'}, h('span', {}, say('allVersions')),
                     removeLink(changed(state, {versions: 'one'}), say('allVersions'), 'versions')));
    }
    return chips;
}

export function chipsElement(state, understood, names) {
    const parts = joinWords(joinRelated(partsOf(state, understood)));
    const off = KINDS.filter((kind) => !kindsOf(state).includes(kind));
    const chips = [parts.map((part) => partChip(state, part)),
                   state.f.map((filter) => filterChip(state, filter, names)),
                   extraFilters(state), off.map((kind) => offChip(state, kind))].flat();
    if (chips.length === 0) return null;
    return h('ul', {class: 'chips', 'aria-label': say('understood')}, chips);
}

// One menu is open at a time, and closes when one goes elsewhere.
export function watchMenus(root) {
    const closeBut = (kept) => root.querySelectorAll('.chip details[open]').forEach((one) => {
        if (one !== kept) one.open = false;
    });
    root.addEventListener('click', (event) => closeBut(event.target.closest('.chip details')));
    root.addEventListener('focusin', (event) => closeBut(event.target.closest('.chip details')));
    root.addEventListener('keydown', (event) => {
        const open = event.key === 'Escape' && event.target.closest('.chip details[open]');
        if (!open) return;
        event.stopPropagation();
        open.open = false;
        open.querySelector('summary').focus();
    });
}
