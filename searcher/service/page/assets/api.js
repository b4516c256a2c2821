// SPDX-License-Identifier: GPL-2.0-or-later

// The service's answers. All that can go wrong becomes a Problem with a kind that the page knows.

export class Problem extends Error {
    constructor(kind, detail = '', hint = '') {
        super(detail);
        this.kind = kind;  // offline, database, busy, missing, request, error
        this.hint = hint;
    }
}

const kMostKept = 60;
const kept = new Map();  // answers by address; a way back is instant
const newest = new Map();  // revisions of the databases, as they answered last
export let onRevision = () => {};
export const watchRevision = (listener) => { onRevision = listener; };

function kindOf(status) {
    if (status === 503 || status === 429 || status === 504) return 'busy';
    if (status === 404) return 'missing';
    return status < 500 ? 'request' : 'error';
}

async function problemOf(response) {
    const said = await response.json().catch(() => ({}));
    const detail = said.detail ?? said.title ?? `HTTP ${response.status}`;
    const database = /database/i.test(`${said.type} ${said.title} ${said.detail}`);
    const kind = response.status >= 500 && database ? 'database' : kindOf(response.status);
    return new Problem(kind, detail, said.hint ?? '');
}

function heed(answer, index = '') {
    if (!answer.revision) return;
    if (answer.revision > (newest.get(index) ?? answer.revision)) {
        kept.clear();
        onRevision(answer.revision);
    }
    newest.set(index, answer.revision);
}

function keep(address, answer) {
    kept.set(address, answer);
    if (kept.size > kMostKept) kept.delete(kept.keys().next().value);
}

export function address(path, parameters = {}) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) {
        if (value !== '' && value !== undefined && value !== null) query.set(name, value);
    }
    const text = query.toString();
    return path + (text ? '?' + text : '');
}

async function fetched(url, signal) {
    try {
        return await fetch(url, {signal, headers: {Accept: 'application/json'}});
    } catch (error) {
        if (error.name === 'AbortError') throw error;
        throw new Problem('offline');
    }
}

export async function get(path, parameters = {}, signal = undefined) {
    const url = address(path, parameters);
    if (kept.has(url)) return kept.get(url);
    const response = await fetched(url, signal);
    if (!response.ok) throw await problemOf(response);
    const answer = await response.json();
    heed(answer, parameters.index);
    keep(url, answer);
    return answer;
}

export const forget = () => kept.clear();

const inPath = (id) => encodeURIComponent(id).replaceAll('%2F', '/');
export const articlePath = (id) => `/v1/articles/${inPath(id)}`;
export const likePath = (id) => `/v1/like/${inPath(id)}`;
