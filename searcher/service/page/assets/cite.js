// SPDX-License-Identifier: GPL-2.0-or-later

// How a passage is cited: words, medium, day, and the place in the file, so that it can be found.

import {dateText, say} from './words.js';

export function placeText(hit) {
    return `${hit.id}, ${say('bytes', {from: hit.start, to: hit.end})}`;
}

export function citation(hit) {
    const article = hit.article;
    const facts = [article.author, article.title, article.source, dateText(article.date)];
    const said = facts.filter(Boolean).join('. ').replaceAll(/([.!?。！？])\. /g, '$1 ');
    const address = article.url ? ` ${article.url}` : '';
    return `“${hit.text.trim()}”\n${said}.${address} [${placeText(hit)}]`;
}
