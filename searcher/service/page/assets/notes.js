// SPDX-License-Identifier: GPL-2.0-or-later

// Tags, notes and searches that a reader keeps, in this browser only.

const kPassages = 'sinodex.passages';
const kSearches = 'sinodex.searches';

function read(name) {
    try {
        return JSON.parse(localStorage.getItem(name)) ?? {};
    } catch {
        return {};
    }
}

function write(name, all) {
    try {
        localStorage.setItem(name, JSON.stringify(all));
        return true;
    } catch {
        return false;
    }
}

export const keptPassages = () => read(kPassages);
export const keptSearches = () => read(kSearches);

// Ids are those of an index; the first one has no name here.
const keyOf = (id, index) => index ? `${index}\n${id}` : id;

export const noteOf = (id, index) => keptPassages()[keyOf(id, index)];

export function keepNote(hit, tags, note, index) {
    const all = keptPassages();
    const key = keyOf(hit.id, index);
    delete all[key];
    if (tags.length > 0 || note) {
        const {title, source, date, lang} = hit.article;
        all[key] = {id: hit.id, index, tags, note, text: hit.text, start: hit.start, end: hit.end,
                    article: {id: hit.article.id, title, source, date, lang},
                    when: new Date().toISOString()};
    }
    return write(kPassages, all);
}

// `address` holds the question and every filter; `revision` is what has been seen.
export function keepSearch(address, title, revision) {
    return write(kSearches, {...keptSearches(), [address]: {title, revision,
                                                           when: new Date().toISOString()}});
}

export function dropSearch(address) {
    const all = keptSearches();
    delete all[address];
    return write(kSearches, all);
}

export const isKept = (address) => address in keptSearches();

export const allTags = () =>
    [...new Set(Object.values(keptPassages()).flatMap((one) => one.tags))].sort();

export const tagsIn = (text) =>
    [...new Set(text.split(/[,，;；]/).map((tag) => tag.trim()).filter(Boolean))];

export function exported() {
    return JSON.stringify({sinodex: 1, passages: keptPassages(), searches: keptSearches()},
                          null, 2);
}

const isText = (value) => typeof value === 'string';

function isPassage(one) {
    return Array.isArray(one?.tags) && one.tags.every(isText) && isText(one.note) &&
           isText(one.text) && isText(one.article?.id);
}

// Adds what a file of exported() holds. How many entries that were; -1 when it is no such file.
export function imported(text) {
    let given;
    try {
        given = JSON.parse(text);
    } catch {
        return -1;
    }
    if (given?.sinodex !== 1) return -1;
    const passages = Object.entries(given.passages ?? {}).filter(([, one]) => isPassage(one));
    const searches = Object.entries(given.searches ?? {}).filter(([address, one]) =>
        /^\/(?![/\\])/.test(address) && isText(one?.title));
    write(kPassages, {...keptPassages(), ...Object.fromEntries(passages)});
    write(kSearches, {...keptSearches(), ...Object.fromEntries(searches)});
    return passages.length + searches.length;
}
