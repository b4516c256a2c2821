// SPDX-License-Identifier: GPL-2.0-or-later

// Names of entities in the language of the interface. The service shows entities by one name, mostly
// an English one; what is of the other language is asked for once, and kept.

import {get} from './api.js';
import {uiLanguage} from './words.js';

const kMostAsked = 200;  // in one request
const known = new Map();  // by id
let of;                   // the index that they are of

export const isOfInterface = (name) =>
    name !== '' && /\p{Script=Han}/u.test(name) === (uiLanguage() === 'zh');

// Asks for the names of entities, {id, name} each, that are shown in the other language. What cannot
// be had is shown as it was.
export async function learnNames(state, entities, signal) {
    if (of !== state.index) known.clear();
    of = state.index;
    const ids = new Set(entities.filter((one) => one.id && !isOfInterface(one.name ?? '') &&
                                                 !known.has(one.id)).map((one) => one.id));
    const all = [...ids];
    for (let i = 0; i < all.length; i += kMostAsked) {
        const some = all.slice(i, i + kMostAsked);
        const found = await get('/v1/names', {ids: some.join(','), lang: uiLanguage(),
                                              index: state.index}, signal).catch((error) => {
            if (error.name === 'AbortError') throw error;
            return {names: {}};
        });
        for (const id of some) known.set(id, found.names[id] ?? '');
    }
}

export const nameOf = (id, name) => known.get(id) || name;
