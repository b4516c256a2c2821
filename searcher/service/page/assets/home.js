// SPDX-License-Identifier: GPL-2.0-or-later

// The first visit: what this is, and three questions to try.

import {h} from './dom.js';
import {changed, href} from './state.js';
import {count, say} from './words.js';
import {get} from './api.js';

const kExamples = ['Who was fined 18.2 billion yuan?', 'golden shares in Alibaba', '蚂蚁集团 上市 为什么 暂停'];

const kAll = '-"sinodex counts all"';  // what has no such words is every article

async function articles(index, signal) {
    const found = await get('/v1/search', {q: kAll, limit: 1, index}, signal).catch(() => null);
    return found?.articles;
}

export async function homePage(state, context, signal) {
    const counted = h('p', {class: 'hint counted'});  // a line of its own, so that nothing moves
    articles(state.index, signal).then((n) => {
        if (n > 0) counted.textContent = say('articlesHere', {n: count(n)});
    }, () => {});
    return h('div', {class: 'page home'},
        h('h1', {}, say('tagline')), h('p', {class: 'about'}, say('about')), counted,
        h('p', {class: 'hint'}, say('examples')),
        h('ul', {class: 'examples'}, kExamples.map((q) =>
            h('li', {}, h('a', {href: href(changed(state, {q}))}, q)))),
        h('p', {class: 'hint'}, h('a', {href: href(changed(state, {view: 'verify'}))},
                                  say('verifyHint')), '. ', say('keysHint')));
}
