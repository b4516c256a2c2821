// SPDX-License-Identifier: GPL-2.0-or-later

// An article as the service gives it, as the page wants it: findings as one sorted list of
// stretches, in UTF-16 units of the text.

import {byteIndex} from './text.js';
import {qualifierText, valueText} from './amounts.js';
import {nameOf} from './names.js';
import {rangeText} from './words.js';
import {splitId} from './state.js';

const facts = ['id', 'title', 'url', 'source', 'author', 'lang', 'text', 'origin', 'boilerplate',
               'title_range'];

function findingsOf(given) {
    const names = new Map((given.entities ?? []).map((one) => [one.id, one]));
    const all = [
        ...(given.mentions ?? []).map((one) => ({...one, kind: 'names',
            label: nameOf(one.entity, names.get(one.entity)?.name ?? one.entity),
            filter: `${names.get(one.entity)?.type ?? 'entity'}:${one.entity}`})),
        ...(given.amounts ?? []).map((one) => ({...one, kind: 'amounts',
            label: `${qualifierText(one.qualifier)} ${valueText(one)}`.trim(),
            filter: ''})),
        ...(given.dates ?? []).map((one) => ({...one, kind: 'dates',
            label: one.from ? rangeText(one.from, one.to) : '', filter: ''})),
    ];
    return all.sort((a, b) => a.start - b.start || b.end - a.end);
}

function inUnits(text, stretches) {
    const index = byteIndex(text);
    return stretches.map((one) => ({...one, begin: index(one.start), stop: index(one.end)}));
}

function versionsOf(given) {
    const all = [...(given.stored_versions ?? []), ...(given.versions ?? [])];
    const ids = all.map((one) => one.id ?? one);
    return [...new Set(ids)].filter((id) => id !== given.id);
}

export function asArticle(given) {
    const article = Object.fromEntries(facts.map((name) => [name, given[name]]));
    article.date = given.date ?? given.published?.date;
    article.dateOrigin = given.date_origin ?? given.published?.origin;
    article.passages = inUnits(given.text, (given.passages ?? []).map((one) =>
        ({...one, n: one.n ?? Number(splitId(one.id ?? '')[1])})));
    article.boilerplate = inUnits(given.text, given.boilerplate ?? []);
    article.findings = inUnits(given.text, findingsOf(given));
    article.versions = versionsOf(given);
    return article;
}

// A passage as a hit, for citing and tagging.
export function passageHit(article, passage) {
    const {id, title, url, source, author, date, lang} = article;
    return {id: `${id}#${passage.n}`, start: passage.start, end: passage.end,
            text: article.text.slice(passage.begin, passage.stop),
            article: {id, title, url, source, author, date, lang}};
}
