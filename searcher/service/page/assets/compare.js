// SPDX-License-Identifier: GPL-2.0-or-later

// Two versions of a story, paragraph beside paragraph, word by word.

import {changedWords, h} from './dom.js';
import {articleOf, href} from './state.js';
import {say} from './words.js';
import {articlePath, get} from './api.js';
import {metaLine} from './results.js';
import {asArticle} from './article_data.js';
import {aligned, paragraphsOf, wordDiff, wordsOf} from './diff.js';

function side(parts, kept, tag) {
    return h('div', {class: 'half', dir: 'auto'}, parts.filter((part) =>
        part.kind === 'same' || part.kind === kept).map((part) =>
        part.kind === 'same' ? part.text : changedWords(tag, part.text)));
}

function rowElement([a, b]) {
    const parts = wordDiff(a, b);
    return h('div', {class: 'pair'}, side(parts, 'dropped', 'del'), side(parts, 'added', 'ins'));
}

function head(article, state) {
    return h('div', {class: 'half'}, h('h2', {dir: 'auto', lang: article.lang},
        h('a', {href: href(articleOf(state, article.id))}, article.title || article.id)),
        metaLine(article), h('p', {class: 'hint'}, article.id));
}

function shareOf(pairs) {
    let same = 0;
    let all = 0;
    for (const [a, b] of pairs) {
        for (const part of wordDiff(a, b)) {
            const words = wordsOf(part.text).length;
            all += part.kind === 'same' ? 2 * words : words;
            if (part.kind === 'same') same += 2 * words;
        }
    }
    return all === 0 ? 1 : same / all;
}

export async function comparePage(state, context, signal) {
    const [a, b] = (await Promise.all([state.a, state.b].map((id) =>
        get(articlePath(id), {index: state.index}, signal)))).map(asArticle);
    const pairs = aligned(paragraphsOf(a.text), paragraphsOf(b.text));
    const alike = a.text === b.text ? say('same')
        : say('likeness', {n: Math.round(shareOf(pairs) * 100)});
    return h('div', {class: 'page compare'},
        h('h1', {}, say('compareTitle')),
        h('p', {class: 'hint'}, alike, '. ', say('compareLegend')),
        h('div', {class: 'pair heads'}, head(a, state), head(b, state)),
        pairs.map(rowElement));
}
