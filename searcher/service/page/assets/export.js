// SPDX-License-Identifier: GPL-2.0-or-later

// What is found as a table for spreadsheets.

const kColumns = [
    ['rank', (hit) => hit.rank], ['passage', (hit) => hit.id], ['title', (hit) => hit.article.title],
    ['source', (hit) => hit.article.source], ['author', (hit) => hit.article.author],
    ['date', (hit) => hit.article.date], ['language', (hit) => hit.article.lang],
    ['url', (hit) => hit.article.url], ['start', (hit) => hit.start], ['end', (hit) => hit.end],
    ['text', (hit) => hit.text],
];

// A cell; what a spreadsheet would take for a formula begins with an apostrophe.
function cell(value) {
    const text = String(value ?? '');
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvOf(hits) {
    const rows = hits.map((hit) => kColumns.map(([, value]) => cell(value(hit))));
    return [kColumns.map(([name]) => name), ...rows].map((row) => row.join(',') + '\r\n').join('');
}
