// SPDX-License-Identifier: GPL-2.0-or-later

// Which amounts are told of whom: a table, and side by side where sources differ.

import {h} from './dom.js';
import {articleOf, changed, href} from './state.js';
import {canSay, count, dateText, labelText, rangeText, say} from './words.js';
import {get} from './api.js';
import {amountText, qualifierText} from './amounts.js';
import {learnNames, nameOf} from './names.js';
import {request} from './ask.js';
import {pieces, byteIndex, shortened} from './text.js';

function figureSource(figure, state) {
    const name = figure.article.source || shortened(figure.article.title || figure.article.id, 60);
    return h('a', {href: href(articleOf(state, figure.id)), title: figure.article.title ?? ''},
             name);
}

function sentenceElement(figure) {
    const index = byteIndex(figure.sentence);
    const mark = {begin: index(figure.start - figure.sentence_start),
                  end: index(figure.end - figure.sentence_start)};
    return h('q', {dir: 'auto', lang: figure.article.lang, class: 'sentence'},
        pieces(figure.sentence, [mark]).map((piece) =>
            piece.mark ? h('b', {}, piece.text) : piece.text));
}

function whenText(figure) {
    if (!figure.date) return '';
    const date = rangeText(figure.date, figure.date_to);
    const origin = figure.date_origin === 'published' ? say('publishedDate') : say('mentionedDate');
    return [date, ' ', h('span', {class: 'hint'}, origin)];
}

function sourceLine(figure, state) {
    return h('li', {}, figureSource(figure, state), say('comma'), dateText(figure.article.date),
             figure.tie === 'passage' && h('span', {class: 'hint'}, ` (${say('tiePassage')})`),
             say('colon'), sentenceElement(figure));
}

function accordingTo(value, state) {
    const [first, ...others] = value.figures;
    return [h('ul', {class: 'accounts'}, sourceLine(first, state)),
        others.length > 0 && h('details', {},
            h('summary', {}, say('andMore', {n: others.length})),
            h('ul', {class: 'accounts'}, others.map((one) => sourceLine(one, state))))];
}

const agreement = (group) =>
    canSay(`agree_${group.agreement}`) ? say(`agree_${group.agreement}`) : group.agreement;

// The figure as most write it, the most precise one comes first; as it is written beneath, where that
// is in the other language.
function amountOf({figures: [figure]}) {
    const text = amountText(figure, figure.value);
    return [`${qualifierText(figure.qualifier)} ${text}`.trim(), text !== figure.value &&
        h('span', {class: 'written hint', lang: figure.article.lang},
          say('written', {text: figure.value}))];
}

const whoOf = (group) => nameOf(group.entity, group.entity_name);

function rowsOf(group, state) {
    return group.values.map((value, i) => h('tr', {class: value.differs ? 'differs' : null},
        i === 0 && h('th', {scope: 'rowgroup', rowspan: group.values.length},
            h('span', {class: 'who'}, whoOf(group)), ' ',
            h('span', {class: 'what'}, labelText(group.what)),
            h('span', {class: 'agreement'}, agreement(group))),
        h('td', {class: 'amount', 'data-label': say('howMuch')}, amountOf(value),
          value.differs && h('span', {class: 'flag'}, `≠ ${say('differs')}`)),
        h('td', {class: 'when', 'data-label': say('when')}, whenText(value.figures[0])),
        h('td', {class: 'accounts', 'data-label': say('according')}, accordingTo(value, state))));
}

function tableElement(groups, state) {
    return h('table', {class: 'figures'},
        h('caption', {class: 'unseen'}, say('figures')),
        h('thead', {}, h('tr', {}, ['who', 'howMuch', 'when', 'according'].map((name) =>
            h('th', {scope: 'col'}, name === 'who' ? `${say('who')}${say('comma')}${say('what')}` : say(name))))),
        groups.map((group) => h('tbody', {}, rowsOf(group, state))));
}

function conflictElement(group, state) {
    const values = group.values.filter((value) => value.differs);
    return h('section', {class: 'conflict'},
        h('h3', {}, whoOf(group), say('colon'), labelText(group.what)),
        h('div', {class: 'besides'}, values.map((value) => h('div', {class: 'account'},
            h('p', {class: 'amount'}, amountOf(value)),
            h('p', {class: 'when'}, whenText(value.figures[0])), accordingTo(value, state)))));
}

export async function content(state, context, signal) {
    const limit = state.n;
    const found = await get('/v1/figures', {...request(state), limit}, signal);
    await learnNames(state, found.groups.map((group) =>
        ({id: group.entity, name: group.entity_name})), signal);
    if (found.groups.length === 0) return [h('p', {}, say('noFigures'))];
    const conflicts = found.groups.filter((group) => group.agreement === 'differ');
    return [
        h('p', {class: 'hint'}, say('foundFigures', {n: count(found.found), m: count(found.articles)})),
        conflicts.length > 0 && h('section', {class: 'conflicts'},
            h('h2', {}, say('conflict')), h('p', {class: 'hint'}, say('conflictText')),
            conflicts.map((group) => conflictElement(group, state))),
        tableElement(found.groups, state),
        found.found > found.groups.length && h('p', {class: 'more'},
            h('a', {href: href(changed(state, {n: limit + 20})), 'data-key': 'more',
                    'data-stay': ''}, say('moreFigures'))),
    ];
}
