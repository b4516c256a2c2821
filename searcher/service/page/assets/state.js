// SPDX-License-Identifier: GPL-2.0-or-later

// The address is the state: what is asked, how it is filtered, and what is shown. Everything here is
// a pure function of it.

export const VIEWS = ['passages', 'timeline', 'figures', 'related', 'verify'];
export const KINDS = ['names', 'synonyms', 'related', 'spelling', 'translations'];
const PATHS = ['/', '/article', '/compare', '/saved'];

// In the order in which an address has them. A list is a parameter that may come several times.
const EMPTY = {
    q: '', f: [], view: 'passages', text: '', n: 20, by: 'published', sort: 'best', expand: 'all',
    versions: 'one', since: '', id: '', p: '', show: '', a: '', b: '', index: '', ui: '',
};

export function parse(path, query) {
    const given = new URLSearchParams(query);
    const state = {...EMPTY, f: given.getAll('f').filter(Boolean)};
    for (const [name, empty] of Object.entries(EMPTY)) {
        if (name !== 'f' && given.has(name)) state[name] = given.get(name);
        if (name === 'n') state.n = Math.min(Math.max(Number(state.n) || empty, 1), 500);
    }
    if (!VIEWS.includes(state.view)) state.view = 'passages';
    state.path = PATHS.includes(path) ? path : '/';
    return state;
}

export function href(state) {
    const query = new URLSearchParams();
    for (const [name, empty] of Object.entries(EMPTY)) {
        if (name === 'f') state.f.forEach((filter) => query.append('f', filter));
        else if (String(state[name]) !== String(empty)) query.set(name, state[name]);
    }
    const text = query.toString().replaceAll('%3A', ':').replaceAll('%2F', '/');
    return state.path + (text ? '?' + text : '');
}

// The same but for some of it. Another question begins at its first results.
export function changed(state, changes) {
    const next = {...state, ...changes};
    if ('q' in changes || 'f' in changes) next.n = changes.n ?? EMPTY.n;
    return next;
}

// The search that a state is about, wherever one is in it.
export function searchOf(state, changes = {}) {
    return changed({...state, path: '/', id: '', p: '', show: '', a: '', b: ''}, changes);
}

export function articleOf(state, hitId, changes = {}) {
    const [id, passage] = splitId(hitId);
    return {...state, path: '/article', id, p: passage, show: '', a: '', b: '', ...changes};
}

// "a#3" is article a, passage 3.
export function splitId(id) {
    const found = /^(.*)#(\d+)$/s.exec(id);
    return found ? [found[1], found[2]] : [id, ''];
}

export const isAsked = (state) => state.q.trim() !== '' || state.f.length > 0;

// A filter once; a date takes the place of another one of its kind.
export function withFilter(filters, filter) {
    const field = filter.slice(0, filter.indexOf(':') + 1);
    const single = field === 'date:' || field === 'mentions:';
    return [...filters.filter((one) => one !== filter && !(single && one.startsWith(field))),
            filter];
}

export const withoutFilter = (filters, filter) => filters.filter((one) => one !== filter);

// What is typed, closed where it is left open, so that filters behind it stay filters.
function closed(text) {
    const quotes = (text.match(/"/g) ?? []).length;
    const whole = quotes % 2 ? text + '"' : text;
    const bare = whole.replace(/"[^"]*"/g, '');
    const open = (bare.match(/\(/g) ?? []).length - (bare.match(/\)/g) ?? []).length;
    const balanced = open > 0 ? whole + ')'.repeat(open) : '('.repeat(-open) + whole;
    return /\bOR\b/.test(balanced) ? `(${balanced})` : balanced;
}

// The query in the language of the programs: what is typed, and the filters behind it. `shift` is
// how many bytes stand before what is typed.
export function fullQuery(state) {
    const typed = state.q.trim();
    if (state.f.length === 0 || typed === '') {
        return {text: [typed, ...state.f].filter(Boolean).join(' '), shift: 0};
    }
    const whole = closed(typed);
    return {text: [whole, ...state.f].join(' '), shift: Math.max(whole.indexOf(typed), 0)};
}

// Which kinds of other words a search uses.
export const kindsOf = (state) =>
    state.expand === 'all' ? KINDS : KINDS.filter((kind) => state.expand.split(',').includes(kind));

export function withoutKind(state, kind) {
    const left = kindsOf(state).filter((one) => one !== kind);
    return changed(state, {expand: left.join(',') || 'none'});
}

export function withKind(state, kind) {
    const kinds = KINDS.filter((one) => one === kind || kindsOf(state).includes(one));
    return changed(state, {expand: kinds.length === KINDS.length ? 'all' : kinds.join(',')});
}
