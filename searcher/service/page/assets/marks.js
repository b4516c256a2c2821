// SPDX-License-Identifier: GPL-2.0-or-later

// Texts with what matched marked by rule, and the reasons told on hover, on focus and aloud.

import {h} from './dom.js';
import {say} from './words.js';
import {byteLength, codePointIndex, pieces, sliceBytes} from './text.js';

// The rules under which words look like what was typed need no further word aloud.
const kPlain = new Set(['phrase', 'exact', 'quotation']);

export function markClass(why) {
    return `mark-${why.replace(/[^a-z]/g, '')}`;
}

// The words of the query that a highlight is for, quoted.
function wordsFor(highlight, query) {
    const own = (highlight.query ?? []).filter((one) => one.why === highlight.why);
    const words = own.map((one) => sliceBytes(query, one.start, one.end).trim());
    return [...new Set(words.filter(Boolean))].map((word) => `“${word}”`).join(', ');
}

export function reasonOf(highlight, query) {
    return say(`reason_${highlight.why}`, {q: wordsFor(highlight, query)});
}

export function markElement(text, highlight, query) {
    const reason = reasonOf(highlight, query);
    return h('mark', {class: markClass(highlight.why), 'data-why': reason}, text,
             !kPlain.has(highlight.why) && h('span', {class: 'unseen'}, ` (${reason})`));
}

// The places of highlights in a text that begins at a code point of the article, as UTF-16 units.
export function placed(text, beginning, highlights) {
    const index = codePointIndex(text);
    return highlights.map((one) => ({
        begin: index(one.start_codepoint - beginning),
        end: index(one.end_codepoint - beginning), highlight: one,
    }));
}

export function markedText(text, beginning, highlights, query) {
    return pieces(text, placed(text, beginning, highlights)).map((piece) =>
        piece.mark ? markElement(piece.text, piece.mark.highlight, query) : piece.text);
}

// The best sentences of a long passage with what is left out between them, or all of a short one.
export function bestText(hit, query) {
    if (!hit.best) return markedText(hit.text, hit.start_codepoint, hit.highlights, query);
    const index = codePointIndex(hit.text);
    const parts = [];
    let at = hit.start_codepoint;
    for (const span of hit.best) {
        if (span.start_codepoint > at) parts.push(' … ');
        const text = hit.text.slice(index(span.start_codepoint - hit.start_codepoint),
                                    index(span.end_codepoint - hit.start_codepoint));
        const within = hit.highlights.filter((one) =>
            one.start_codepoint >= span.start_codepoint && one.end_codepoint <= span.end_codepoint);
        parts.push(...markedText(text, span.start_codepoint, within, query));
        at = span.end_codepoint;
    }
    if (at < hit.end_codepoint) parts.push(' …');
    return parts;
}

// A list of each marked text with its reason, each once.
export function reasonList(hit, query) {
    const reasons = new Map();
    for (const {begin, end, highlight} of placed(hit.text, hit.start_codepoint, hit.highlights)) {
        const text = hit.text.slice(begin, end);
        reasons.set(`${text}\n${highlight.why}`, [text, highlight]);
    }
    return h('ul', {class: 'reasons'}, [...reasons.values()].map(([text, highlight]) =>
        h('li', {}, h('mark', {class: markClass(highlight.why)}, text), ' ',
          reasonOf(highlight, query))));
}

// What the marks that are in use mean.
export function legend(hits) {
    const rules = new Set(hits.flatMap((hit) => hit.highlights.map((one) => one.why)));
    if (rules.size === 0) return null;
    return h('p', {class: 'legend'}, say('legend'), say('colon'), [...rules].map((why, i) => [
        i > 0 && say('comma'), h('span', {class: markClass(why)}, say(`mark_${why}`))]));
}

export const queryBytes = byteLength;

let tip;
function hideTip() {
    if (tip) tip.hidden = true;
}

function showTip(mark) {
    tip ??= document.body.appendChild(h('div', {class: 'tip', role: 'tooltip', hidden: true}));
    tip.textContent = mark.dataset.why;
    tip.hidden = false;
    const place = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
    const left = Math.min(place.left, document.documentElement.clientWidth - tip.offsetWidth - 8);
    const above = place.top - tip.offsetHeight - 6;
    tip.style.left = `${Math.max(left, 8)}px`;
    tip.style.top = `${above > 4 ? above : place.bottom + 6}px`;
}

// Marks of the passage that has the focus can be stepped through with Tab.
function letTabReach(passage, reach) {
    for (const mark of passage.querySelectorAll('mark[data-why]')) {
        if (reach) mark.tabIndex = 0;
        else mark.removeAttribute('tabindex');
    }
}

export function watchMarks(root) {
    const markOf = (event) => event.target.closest?.('mark[data-why], .finding[data-why]');
    root.addEventListener('mouseover', (event) => {
        const mark = markOf(event);
        if (mark) showTip(mark);
        else if (event.target !== tip) hideTip();
    });
    root.addEventListener('focusin', (event) => {
        const passage = event.target.closest('.passage');
        if (passage) letTabReach(passage, true);
        const mark = markOf(event);
        if (mark) showTip(mark);
        else hideTip();
    });
    root.addEventListener('focusout', (event) => {
        const passage = event.target.closest('.passage');
        if (passage && !passage.contains(event.relatedTarget)) letTabReach(passage, false);
    });
    addEventListener('scroll', hideTip, {passive: true});
    addEventListener('keydown', (event) => { if (event.key === 'Escape') hideTip(); });
}
