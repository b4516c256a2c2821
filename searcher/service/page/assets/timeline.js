// SPDX-License-Identifier: GPL-2.0-or-later

// How many articles there are in each month: bars to brush, two fields, and a table, which all say
// and do the same.

import {h, svg} from './dom.js';
import {changed, href, withFilter} from './state.js';
import {count, dateText, say} from './words.js';
import {get} from './api.js';
import {request} from './ask.js';

const kHeight = 140;  // px
const kMostWidth = 26;

function nextMonth(month) {
    const [year, number] = month.split('-').map(Number);
    return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

// Every month from the first to the last one that has articles.
export function allMonths(months) {
    if (months.length === 0) return [];
    const counts = new Map(months.map((one) => [one.month, one.articles]));
    const all = [];
    const last = months.at(-1).month;
    for (let month = months[0].month; month <= last && all.length < 1200; month = nextMonth(month)) {
        all.push({month, articles: counts.get(month) ?? 0});
    }
    return all;
}

const filterFor = (state, from, to) => {
    const field = state.by === 'mentioned' ? 'mentions' : 'date';
    return `${field}:${from === to ? from : `${from}..${to}`}`;
};

const narrowed = (state, from, to) =>
    changed(state, {f: withFilter(state.f, filterFor(state, from, to))});

function bars(months, most, step) {
    return months.map(({month, articles}, i) => {
        const height = articles === 0 ? 0 : Math.max(articles / most * (kHeight - 18), 2);
        return svg('rect', {class: 'bar', x: i * step + 1, y: kHeight - height,
                            width: Math.max(step - 2, 1), height},
                   svg('title', {}, `${dateText(month)}: ${articles}`));
    });
}

function years(months, step) {
    const firsts = months.map(({month}, i) => [month, i])
        .filter(([month, i]) => i === 0 || month.endsWith('-01'));
    let free = -Infinity;  // labels do not touch
    return firsts.map(([month, i]) => {
        const x = i * step;
        const line = svg('line', {class: 'year', x1: x, x2: x, y1: 0, y2: kHeight});
        if (x < free) return line;
        free = x + 38;
        return [line, svg('text', {x: x + 3, y: kHeight + 15}, month.slice(0, 4))];
    });
}

// Dragging over the bars marks months, letting go narrows down to them.
function listenToBrush(chart, brush, months, step, done) {
    let begin = -1;
    const at = (event) => {
        const box = chart.getBoundingClientRect();
        const x = (event.clientX - box.left) / box.width * step * months.length;
        return Math.min(Math.max(Math.floor(x / step), 0), months.length - 1);
    };
    const range = (end) => [Math.min(begin, end), Math.max(begin, end)];
    const draw = (end) => {
        const [from, to] = range(end);
        brush.setAttribute('x', from * step);
        brush.setAttribute('width', (to - from + 1) * step);
    };
    chart.addEventListener('pointerdown', (event) => {
        begin = at(event);
        chart.setPointerCapture(event.pointerId);
        draw(begin);
    });
    chart.addEventListener('pointermove', (event) => { if (begin >= 0) draw(at(event)); });
    chart.addEventListener('pointercancel', () => { begin = -1; brush.setAttribute('width', 0); });
    chart.addEventListener('pointerup', (event) => {
        if (begin < 0) return;
        const [from, to] = range(at(event));
        begin = -1;
        done(months[from].month, months[to].month);
    });
}

function chartElement(months, done) {
    const step = Math.min(Math.max(640 / months.length, 3), kMostWidth);
    const most = Math.max(...months.map((one) => one.articles));
    const brush = svg('rect', {class: 'brush', x: 0, y: 0, width: 0, height: kHeight});
    const width = step * months.length;
    const chart = svg('svg', {class: 'months', viewBox: `0 0 ${width} ${kHeight + 22}`, role: 'img',
                              'aria-label': `${say('months')}: ${dateText(months[0].month)} – ` +
                                            dateText(months.at(-1).month)},
        years(months, step), bars(months, most, step), brush,
        svg('line', {class: 'base', x1: 0, x2: width, y1: kHeight, y2: kHeight}));
    chart.style.setProperty('--most', `${width * 1.6}px`);
    listenToBrush(chart, brush, months, step, done);
    return chart;
}

function monthSelect(label, months, chosen) {
    const select = h('select', {'data-key': `month ${label}`}, months.map(({month, articles}) =>
        h('option', {value: month}, `${dateText(month)} (${count(articles)})`)));
    select.value = chosen;
    return [h('label', {}, label, ' ', select), select];
}

function rangeForm(months, done) {
    const [fromLabel, from] = monthSelect(say('from'), months, months[0].month);
    const [toLabel, to] = monthSelect(say('to'), months, months.at(-1).month);
    return h('form', {class: 'range', on: {submit(event) {
        event.preventDefault();
        const [first, last] = [from.value, to.value].sort();
        done(first, last);
    }}}, fromLabel, ' ', toLabel, ' ', h('button', {}, say('narrow')));
}

function tableElement(months, state) {
    const rows = months.filter((one) => one.articles > 0).map(({month, articles}) => h('tr', {},
        h('th', {scope: 'row'}, h('a', {href: href(narrowed(state, month, month))},
                                  dateText(month))),
        h('td', {}, count(articles))));
    return h('details', {class: 'table'}, h('summary', {}, say('table')), h('table', {},
        h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, say('month')),
                         h('th', {scope: 'col'}, say('articles')))),
        h('tbody', {}, rows)));
}

function byLinks(state) {
    return h('p', {class: 'choice'}, say('by'), ' ', ['published', 'mentioned'].map((by, i) => [
        i > 0 && ' · ', h('a', {href: href(changed(state, {by})), 'data-key': `by ${by}`,
                                'aria-current': by === state.by ? 'true' : null}, say(by))]));
}

export async function content(state, context, signal) {
    const found = await get('/v1/timeline', {...request(state), by: state.by}, signal);
    const months = allMonths(found.months);
    const done = (from, to) => context.navigate(narrowed(state, from, to));
    return [byLinks(state),
        months.length === 0 ? h('p', {}, say('noMonths'))
            : [h('figure', {}, chartElement(months, done),
                 h('figcaption', {class: 'hint'}, say('brushHelp'))),
               rangeForm(months, done), tableElement(months, state)],
        found.longer_only > 0 && h('p', {class: 'hint'}, say('longer', {n: count(found.longer_only)})),
        found.undated > 0 && h('p', {class: 'hint'}, say('undatedN', {n: count(found.undated)})),
        found.complete === false &&
            h('p', {class: 'hint'}, say('counted', {n: count(found.articles)}))].flat();
}
