// SPDX-License-Identifier: GPL-2.0-or-later

// Places in texts. Offsets that come from the service count bytes or code points; JavaScript counts
// UTF-16 units.

const kAstral = /[\uD800-\uDFFF]/;

const bytesOf = (code) => code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;

// A function that takes bytes of a text to its UTF-16 units. Offsets must not fall much: it goes on
// from where it was.
export function byteIndex(text) {
    let bytes = 0;
    let units = 0;
    return (wanted) => {
        if (wanted < bytes) bytes = units = 0;
        while (bytes < wanted && units < text.length) {
            const code = text.codePointAt(units);
            bytes += bytesOf(code);
            units += code > 0xFFFF ? 2 : 1;
        }
        return units;
    };
}

// The same of code points.
export function codePointIndex(text) {
    if (!kAstral.test(text)) return (wanted) => wanted;
    let points = 0;
    let units = 0;
    return (wanted) => {
        if (wanted < points) points = units = 0;
        for (; points < wanted && units < text.length; ++points) {
            units += text.codePointAt(units) > 0xFFFF ? 2 : 1;
        }
        return units;
    };
}

export function sliceBytes(text, begin, end) {
    const index = byteIndex(text);
    const from = index(begin);
    return text.slice(from, index(end));
}

export const byteLength = (text) => new TextEncoder().encode(text).length;

// The stretches [begin, end) of a text between and in its marks, in order:
// {text, mark or null}. Marks are sorted and disjoint.
export function pieces(text, marks) {
    const all = [];
    let at = 0;
    for (const mark of marks) {
        if (mark.begin > at) all.push({text: text.slice(at, mark.begin), mark: null});
        all.push({text: text.slice(mark.begin, mark.end), mark});
        at = mark.end;
    }
    if (at < text.length) all.push({text: text.slice(at), mark: null});
    return all;
}

// Which lines of a text a stretch of its units is in, from 1.
export function linesOf(text, begin, end) {
    const count = (upTo) => text.slice(0, upTo).split('\n').length;
    return [count(begin), count(Math.max(begin, end - 1))];
}

// The first words of a text, cut at a space or after so many characters.
export function shortened(text, most) {
    if (text.length <= most) return text;
    const cut = text.slice(0, most);
    const space = cut.lastIndexOf(' ');
    return (space > most * 0.6 ? cut.slice(0, space) : cut).trimEnd() + '…';
}
