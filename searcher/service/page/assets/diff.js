// SPDX-License-Identifier: GPL-2.0-or-later

// Two texts compared word by word. No page in it: plain values in, plain values out.

const kWord =
    /\s*(?:\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}’'-]|(?<=\d)[.,](?=\d))+|\S)/gu;

// Words with the space before them; a Han character is a word.
export function wordsOf(text) {
    return text.match(kWord) ?? [];
}

const kMostEdits = 4000;

// The shortest edit script of Myers, as the furthest places that d edits reach, for each d. Texts
// that have next to nothing in common are given up on: null.
function traceOf(a, b, same) {
    const reach = new Map([[1, 0]]);
    const trace = [];
    for (let d = 0; d <= Math.min(a.length + b.length, kMostEdits); ++d) {
        trace.push(new Map(reach));
        for (let k = -d; k <= d; k += 2) {
            const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
            let x = down ? reach.get(k + 1) ?? 0 : (reach.get(k - 1) ?? 0) + 1;
            while (x < a.length && x - k < b.length && same(a[x], b[x - k])) ++x;
            reach.set(k, x);
            if (x >= a.length && x - k >= b.length) return trace;
        }
    }
    return null;
}

function step(trace, d, x, y) {
    const reach = trace[d];
    const k = x - y;
    const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
    const before = down ? k + 1 : k - 1;
    const fromX = reach.get(before) ?? 0;
    return {down, fromX, fromY: fromX - before};
}

// [{kind: 'same' | 'dropped' | 'added', a, b}] of items, in order.
export function editsOf(a, b, same = (x, y) => x === y) {
    const trace = traceOf(a, b, same);
    if (!trace) {
        return [...a.map((one) => ({kind: 'dropped', a: one})),
                ...b.map((one) => ({kind: 'added', b: one}))];
    }
    const edits = [];
    let [x, y] = [a.length, b.length];
    for (let d = trace.length - 1; d >= 0; --d) {
        const {down, fromX, fromY} = d > 0 ? step(trace, d, x, y) : {fromX: 0, fromY: 0};
        while (x > fromX && y > fromY && (d === 0 || x - 1 >= fromX && y - 1 >= fromY) &&
               same(a[x - 1], b[y - 1])) {
            edits.push({kind: 'same', a: a[--x], b: b[--y]});
        }
        if (d === 0) break;
        if (down) edits.push({kind: 'added', b: b[--y]});
        else edits.push({kind: 'dropped', a: a[--x]});
    }
    return edits.reverse();
}

// Runs of a kind as one text.
export function joined(edits) {
    const parts = [];
    for (const {kind, a, b} of edits) {
        const text = kind === 'added' ? b : a;
        if (parts.at(-1)?.kind === kind) parts.at(-1).text += text;
        else parts.push({kind, text});
    }
    return parts;
}

const bare = (word) => word.trim().toLowerCase();

export function wordDiff(a, b) {
    return joined(editsOf(wordsOf(a), wordsOf(b), (x, y) => x.trim() === y.trim()));
}

// How much two sets of words share, 0 to 1.
function likeness(a, b) {
    let both = 0;
    for (const word of a) if (b.has(word)) ++both;
    return 2 * both / (a.size + b.size || 1);
}

// Which paragraphs stand beside which: pairs of texts, one of them '' where the other has no like.
export function aligned(a, b) {
    const sets = [a, b].map((all) => all.map((one) => new Set(wordsOf(one).map(bare))));
    const best = Array.from({length: a.length + 1}, () => new Float64Array(b.length + 1));
    const worth = (i, j) => Math.max(likeness(sets[0][i], sets[1][j]) - 0.25, -1);
    for (let i = a.length - 1; i >= 0; --i) {
        for (let j = b.length - 1; j >= 0; --j) {
            best[i][j] = Math.max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + worth(i, j));
        }
    }
    const pairs = [];
    let [i, j] = [0, 0];
    while (i < a.length || j < b.length) {
        const match = i < a.length && j < b.length &&
                      best[i][j] === best[i + 1][j + 1] + worth(i, j) && worth(i, j) > 0;
        if (match) pairs.push([a[i++], b[j++]]);
        else if (j >= b.length || (i < a.length && best[i][j] === best[i + 1][j])) pairs.push([a[i++], '']);
        else pairs.push(['', b[j++]]);
    }
    return pairs;
}

export const paragraphsOf = (text) => text.split(/\n\s*\n/).map((one) => one.trim()).filter(Boolean);
