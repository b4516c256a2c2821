// SPDX-License-Identifier: GPL-2.0-or-later

// What goes with the question: entities that its articles mention more often than the others do.

import {h} from './dom.js';
import {articleOf, changed, href, withFilter} from './state.js';
import {canSay, count, say} from './words.js';
import {get} from './api.js';
import {learnNames, nameOf} from './names.js';
import {request} from './ask.js';

const kMost = 30;

const percent = (share) => share > 0 && share < 0.01
    ? '<1%' : new Intl.NumberFormat(undefined, {style: 'percent'}).format(share);

function entityElement(entity, state) {
    const next = changed(state, {view: 'passages', f: withFilter(state.f, entity.filter)});
    const elsewhere = entity.share_elsewhere > 0 ? percent(entity.share_elsewhere) : say('none');
    return h('li', {vars: {'--share': String(entity.share)}},
        h('a', {href: href(next), class: 'name', 'data-key': entity.filter},
          nameOf(entity.id, entity.name)), ' ',
        h('span', {class: 'type'}, canSay(`type_${entity.type}`) ? say(`type_${entity.type}`)
                                                                 : entity.type),
        h('p', {class: 'hint'}, say('share', {n: count(entity.articles),
                                              share: percent(entity.share), else: elsewhere}),
          entity.example && [' · ', h('a', {href: href(articleOf(state, entity.example))},
                                      say('example'))]),
        h('span', {class: 'share', 'aria-hidden': 'true'}));
}

export async function content(state, context, signal) {
    const found = await get('/v1/related', {...request(state), top: kMost}, signal);
    await learnNames(state, found.entities, signal);
    if (found.entities.length === 0) return [h('p', {}, say('noRelated'))];
    return [h('p', {class: 'hint'}, say('relatedText')),
            h('ol', {class: 'related'}, found.entities.map((one) => entityElement(one, state))),
            found.complete === false &&
                h('p', {class: 'hint'}, say('counted', {n: count(found.articles)}))];
}
