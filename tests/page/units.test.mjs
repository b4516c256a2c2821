// SPDX-License-Identifier: GPL-2.0-or-later

// What the scripts reckon, without a browser.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {aligned, paragraphsOf, wordDiff, wordsOf} from './assets/diff.js';
import {byteIndex, codePointIndex, linesOf, pieces, shortened, sliceBytes} from './assets/text.js';
import {chooseLanguage} from './assets/words.js';
import {amountText, valueText} from './assets/amounts.js';
import {changed, fullQuery, href, parse, withFilter, withKind, withoutKind} from './assets/state.js';

const bare = (text) => text.replaceAll(/\s/g, '');
const side = (parts, kind) =>
    parts.filter((part) => part.kind === 'same' || part.kind === kind).map((part) => part.text).join('');

// A small generator, so that a failure comes again.
function dice(seed) {
    let state = seed;
    return (n) => {
        state = (state * 1103515245 + 12345) % 2147483648;
        return state % n;
    };
}

test('a diff gives back both texts, whatever they are', () => {
    const roll = dice(7);
    const words = ['fine', 'Fine', '罚款', 'of', '18.2', 'bn,', '“yuan”', '\n\n', '🦚', 'é'];
    for (let round = 0; round < 300; ++round) {
        const text = () => Array.from({length: roll(30)}, () => words[roll(words.length)]).join(' ');
        const [a, b] = [text(), text()];
        const parts = wordDiff(a, b);
        assert.equal(bare(side(parts, 'dropped')), bare(a));
        assert.equal(bare(side(parts, 'added')), bare(b));
        for (let i = 1; i < parts.length; ++i) assert.notEqual(parts[i].kind, parts[i - 1].kind);
    }
});

test('a diff is the shortest there is', () => {
    assert.deepEqual(wordDiff('a shop window', 'a big shop window').map((part) => part.kind),
                     ['same', 'added', 'same']);
    assert.deepEqual(wordDiff('罚款182亿元', '罚款180亿元').filter((part) => part.kind !== 'same'),
                     [{kind: 'dropped', text: '182'}, {kind: 'added', text: '180'}]);
    assert.deepEqual(wordDiff('', 'new words'), [{kind: 'added', text: 'new words'}]);
    assert.deepEqual(wordDiff('same', 'same'), [{kind: 'same', text: 'same'}]);
    assert.deepEqual(wordsOf('it’s e-commerce, 蚂蚁.'), ['it’s', ' e-commerce', ',', ' 蚂', '蚁', '.']);
});

test('paragraphs stand beside their like', () => {
    const a = ['One fine of Alibaba', 'Two words on Tencent', 'Three things to note'];
    const b = ['One fine for Alibaba', 'Something wholly new here', 'Three things to note'];
    assert.deepEqual(aligned(a, b).filter(([x, y]) => x && y),
                     [[a[0], b[0]], [a[2], b[2]]]);
    const all = aligned(a, b).flat().filter(Boolean);
    assert.deepEqual(all.sort(), [...a, ...b].sort());
    assert.deepEqual(paragraphsOf('a\n\n b\nc \n \n\nd'), ['a', 'b\nc', 'd']);
});

test('offsets in bytes and code points find their characters', () => {
    const text = 'é蚂🦚x';
    const bytes = new TextEncoder().encode(text);
    const index = byteIndex(text);
    for (const [at, unit] of [[0, 0], [2, 1], [5, 2], [9, 4], [10, 5], [2, 1], [99, 5]]) {
        assert.equal(index(at), unit);
    }
    assert.equal(sliceBytes(text, 2, 9), new TextDecoder().decode(bytes.slice(2, 9)));
    assert.deepEqual([0, 1, 2, 3, 4, 1].map(codePointIndex(text)), [0, 1, 2, 4, 5, 1]);
});

test('pieces are all of a text', () => {
    const marks = [{begin: 2, end: 4}, {begin: 4, end: 5}];
    assert.deepEqual(pieces('abcdefg', marks).map((piece) => [piece.text, Boolean(piece.mark)]),
                     [['ab', false], ['cd', true], ['e', true], ['fg', false]]);
    assert.deepEqual(linesOf('a\nb\nc\n', 2, 4), [2, 2]);
    assert.deepEqual(linesOf('a\nb\nc\n', 0, 5), [1, 3]);
    assert.equal(shortened('one two three', 9), 'one two…');
    assert.equal(shortened('short', 9), 'short');
});

test('an address is the state, and back', () => {
    for (const address of ['/', '/?q=Alibaba+fine', '/?q=a&f=company:didi&f=date:2021-01..2022-12&view=timeline&by=mentioned',
                           '/article?q=%22golden+share%22&id=odd/markup+%3Cscript%3E&p=0', '/saved?ui=zh']) {
        const url = new URL(address, 'http://localhost');
        assert.equal(href(parse(url.pathname, url.search)), address);
    }
    const state = parse('/somewhere', '?n=-3&view=nothing&f=');
    assert.deepEqual([state.path, state.n, state.view, state.f], ['/', 1, 'passages', []]);
    assert.equal(changed(parse('/', '?q=a&n=60'), {q: 'b'}).n, 20);
});

// What the words ask of a browser.
globalThis.localStorage = {getItem: () => null, setItem() {}};
globalThis.document = {documentElement: {}};
globalThis.navigator ??= {languages: ['en']};

test('amounts are written in the language of the interface, where they are not', () => {
    const amount = (low, unit, high = low) => ({low, high, unit});
    const cases = [
        [amount(18.228e9, 'cny'), '18.228 billion yuan', '182.28亿元'],
        [amount(1.1e12, 'usd'), '$1.1 trillion', '1.1万亿美元'],
        [amount(12.49, 'usd'), '$12.49', '12.49美元'],
        [amount(235216, 'people'), '235,216 people', '23.5216万人'],
        [amount(3, 'percent', 5), '3–5%', '3–5%'],
        [amount(0.1 + 0.2, 'percentage_points'), '0.3 percentage points', '0.3个百分点'],
        [amount(9007199254740991, 'count'), '9,007.19925474 trillion', '9,007.19925474万亿'],
        [amount(0, 'jobs'), '0 jobs', '0个岗位'],
        [amount(2, 'furlongs'), '2 furlongs', '2 furlongs'],
    ];
    for (const [one, english, chinese] of cases) {
        chooseLanguage('en');
        assert.equal(valueText(one), english);
        assert.equal(amountText(one, 'as written'), 'as written');
        assert.equal(amountText(one, '写成这样'), english);
        chooseLanguage('zh');
        assert.equal(valueText(one), chinese);
        assert.equal(amountText(one, '写成这样'), '写成这样');
        assert.equal(amountText(one, '4%'), '4%');
    }
    chooseLanguage('en');
});

test('filters hold whatever is typed', () => {
    const query = (q) => fullQuery({...parse('/', ''), q, f: ['lang:en']}).text;
    assert.equal(query(''), 'lang:en');
    assert.equal(query('"golden share'), '"golden share" lang:en');
    assert.equal(query('(a b'), '(a b) lang:en');
    assert.equal(query('a OR b'), '(a OR b) lang:en');
    assert.equal(query('"a ( b"'), '"a ( b" lang:en');
    assert.equal(fullQuery({...parse('/', ''), q: ' a OR b', f: ['lang:en']}).shift, 1);
    assert.deepEqual(withFilter(['date:2021', 'lang:en'], 'date:2022'), ['lang:en', 'date:2022']);
});

test('kinds of other words are switched off and on', () => {
    const off = withoutKind(parse('/', ''), 'synonyms');
    assert.equal(off.expand, 'names,related,spelling,translations');
    assert.equal(withKind(off, 'synonyms').expand, 'all');
    const none = ['names', 'related', 'spelling', 'translations'].reduce(withoutKind, off);
    assert.equal(none.expand, 'none');
    assert.equal(withKind(none, 'names').expand, 'names');
});
