// SPDX-License-Identifier: GPL-2.0-or-later

// Passages as results: the title of an article once, its passages beneath.

import {announce, copy, h} from './dom.js';
import {articleOf, changed, href} from './state.js';
import {count, dateText, say} from './words.js';
import {bestText, legend, markedText, reasonList} from './marks.js';
import {citation, placeText} from './cite.js';
import {allTags, keepNote, noteOf, tagsIn} from './notes.js';
import {shortened} from './text.js';

// Passages of one article stand together, where its best one is.
export function byArticle(hits) {
    const groups = new Map();
    for (const hit of hits) {
        const group = groups.get(hit.article.id);
        if (group) group.push(hit);
        else groups.set(hit.article.id, [hit]);
    }
    return [...groups.values()];
}

export function ordered(hits, sort) {
    if (sort === 'best') return hits;
    const sign = sort === 'oldest' ? 1 : -1;
    const key = (hit) => hit.article.date ?? (sort === 'oldest' ? '9' : '0');
    return [...hits].sort((a, b) => sign * key(a).localeCompare(key(b)) || a.rank - b.rank);
}

export function metaLine(article) {
    const facts = [article.source, dateText(article.date) || say('undated'), article.author];
    return h('p', {class: 'meta'}, facts.filter(Boolean).map((fact, i) => [
        i > 0 && ' · ', h('span', {dir: 'auto'}, fact)]));
}

// A button that shows or hides what `make` makes, below the passage.
function toggle(label, place, make) {
    let shown = null;
    const button = h('button', {type: 'button', class: 'quiet', 'aria-expanded': 'false', on: {
        click() {
            if (shown) shown.remove();
            else place.append(make());
            shown = shown ? null : place.lastChild;
            button.setAttribute('aria-expanded', String(Boolean(shown)));
        },
    }}, label);
    return button;
}

function neighbours(hit) {
    const line = (one) => h('p', {dir: 'auto'}, shortened(one.text.trim(), 400));
    return [h('div', {class: 'neighbour before'}, (hit.before ?? []).map(line)),
            h('div', {class: 'neighbour after'}, (hit.after ?? []).map(line))];
}

// The passages before and behind are put around the text, where they stand in the article.
function aroundButton(hit, text) {
    if (!hit.before && !hit.after) return null;
    let shown = null;
    const button = h('button', {type: 'button', class: 'quiet', 'aria-expanded': 'false', on: {
        click() {
            if (shown) shown.forEach((one) => one.remove());
            else {
                shown = neighbours(hit);
                text.before(shown[0]);
                text.after(shown[1]);
                button.setAttribute('aria-expanded', 'true');
                return;
            }
            shown = null;
            button.setAttribute('aria-expanded', 'false');
        },
    }}, say('around'));
    return button;
}

function wholeButton(hit, text, query) {
    if (!hit.best) return null;
    const button = h('button', {type: 'button', class: 'quiet', on: {click() {
        text.replaceChildren(...markedText(hit.text, hit.start_codepoint, hit.highlights, query));
        button.remove();
    }}}, say('wholePassage'));
    return button;
}

function citeButton(hit) {
    return h('button', {type: 'button', class: 'quiet', 'data-do': 'cite', on: {
        async click(event) {
            const button = event.currentTarget;
            await copy(citation(hit));
            button.textContent = say('copied');
            announce(say('copied'));
            setTimeout(() => { button.textContent = say('cite'); }, 1500);
        },
    }}, say('cite'));
}

function tagLine(note) {
    if (!note) return null;
    return h('p', {class: 'kept'}, note.tags.map((tag) => h('span', {class: 'tag'}, tag)),
             note.note && h('span', {dir: 'auto'}, note.note));
}

function noteForm(hit, index, done) {
    const known = noteOf(hit.id, index) ?? {tags: [], note: ''};
    const tags = h('input', {type: 'text', list: 'known-tags', value: known.tags.join(', ')});
    const note = h('textarea', {rows: '2', value: known.note});
    return h('form', {class: 'note', on: {submit(event) {
        event.preventDefault();
        keepNote(hit, tagsIn(tags.value), note.value.trim(), index);
        done();
    }, keydown(event) { if (event.key === 'Escape') { event.stopPropagation(); done(); } }}},
        h('label', {}, `${say('tags')} (${say('tagsHelp')})`, tags),
        h('datalist', {id: 'known-tags'}, allTags().map((tag) => h('option', {value: tag}))),
        h('label', {}, say('note'), note),
        h('button', {}, say('keep')), ' ',
        h('button', {type: 'button', class: 'quiet', on: {click: done}}, say('cancel')));
}

// `place` holds the tags, or the form that changes them.
export function tagButton(hit, index, place) {
    const show = () => place.replaceChildren(...[tagLine(noteOf(hit.id, index))].filter(Boolean));
    show();
    const button = h('button', {type: 'button', class: 'quiet', 'data-do': 'tag', on: {click() {
        place.replaceChildren(noteForm(hit, index, () => { show(); button.focus(); }));
        place.querySelector('input').focus();
    }}}, say('tag'));
    return button;
}

function passageElement(hit, query, state) {
    const text = h('p', {class: 'text', dir: 'auto', lang: hit.article.lang}, bestText(hit, query));
    const below = h('div', {class: 'below'});
    const kept = h('div');
    return h('div', {class: 'passage', tabindex: '-1', 'data-key': hit.id, role: 'group',
                     'aria-label': `${hit.article.title ?? hit.article.id}, ${placeText(hit)}`},
        text, kept,
        h('p', {class: 'actions'},
          h('a', {href: href(articleOf(state, hit.id)), 'data-do': 'open', class: 'open',
                  'data-key': `open ${hit.id}`}, say('open')),
          citeButton(hit), aroundButton(hit, text), wholeButton(hit, text, query),
          hit.highlights.length > 0 &&
              toggle(say('why'), below, () => reasonList(hit, query)),
          tagButton(hit, state.index, kept),
          hit.loosened && h('span', {}, say('loosened')),
          h('span', {class: 'place'}, placeText(hit))),
        below);
}

export function versionsText(n) {
    return n === 1 ? say('oneVersion') : say('moreVersions', {n: count(n)});
}

function versionsElement(hit, state) {
    const ids = hit.versions ?? [];
    if (ids.length === 0) return null;
    const more = hit.more_versions ?? 0;
    const label = versionsText(ids.length + more);
    return h('details', {class: 'versions'}, h('summary', {}, label), h('ul', {}, ids.map((id) =>
        h('li', {}, h('a', {href: href(articleOf(state, id))}, id), ' · ',
          h('a', {href: href({...state, path: '/compare', a: hit.article.id, b: id})},
            say('compare')))),
        more > 0 && h('li', {}, versionsText(more))));
}

export function resultElement(hits, query, state) {
    const article = hits[0].article;
    return h('article', {class: 'result'},
        h('h2', {dir: 'auto', lang: article.lang},
          h('a', {href: href(articleOf(state, hits[0].id)), tabindex: '0'},
            article.title || article.id)),
        metaLine(article), hits.map((hit) => passageElement(hit, query, state)),
        versionsElement(hits[0], state));
}

function moreLink(found, state) {
    if (found.hits.length < state.n) return null;
    return h('p', {class: 'more'}, h('a', {href: href(changed(state, {n: state.n + 20})),
                                           'data-key': 'more', 'data-stay': ''}, say('more')));
}

export function resultList(found, query, state) {
    const groups = byArticle(ordered(found.hits, state.sort));
    return [legend(found.hits), groups.map((hits) => resultElement(hits, query, state)),
            moreLink(found, state)];
}
