// SPDX-License-Identifier: GPL-2.0-or-later

// The question's field: a combobox with a list, as the ARIA practices have it. What is typed is
// searched for after a pause or with Enter; a suggestion takes the place of the word at the cursor.

import {announce, h} from './dom.js';
import {canSay, count, say} from './words.js';
import {get} from './api.js';
import {isOfInterface} from './names.js';
import {byteIndex, byteLength} from './text.js';

const kListPause = 90;     // ms
const kSearchPause = 350;  // ms
const kMost = 8;

// An entity by its name; by the one that is suggested where only that is of the interface's language.
function shownName({name, text}) {
    if (!name || (!isOfInterface(name) && isOfInterface(text))) return text;
    return name;
}

export class Ask {
    constructor(form, {search, index}) {
        this.input = form.querySelector('#q');
        this.search = search;  // search(text, final)
        this.index = index;    // index(): the name of the one that is searched
        this.items = [];
        this.active = -1;
        this.list = h('ul', {id: 'suggestions', role: 'listbox', hidden: true,
                             'aria-label': say('ask')});
        this.input.after(this.list);
        this.prepare();
        this.listen(form);
    }

    prepare() {
        const roles = {role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'suggestions',
                       'aria-autocomplete': 'list'};
        for (const [name, value] of Object.entries(roles)) this.input.setAttribute(name, value);
    }

    listen(form) {
        form.addEventListener('submit', (event) => {
            event.preventDefault();
            this.finish();
        });
        this.input.addEventListener('input', (event) => {
            if (!event.isComposing) this.typed();
        });
        this.input.addEventListener('compositionend', () => this.typed());
        this.input.addEventListener('keydown', (event) => this.key(event));
        this.input.addEventListener('blur', () => this.close());
        this.list.addEventListener('mousedown', (event) => {
            event.preventDefault();
            const index = [...this.list.children].indexOf(event.target.closest('li'));
            if (index >= 0) this.take(index);
        });
    }

    get value() { return this.input.value; }
    show(text) { if (this.input.value !== text) this.input.value = text; }

    typed() {
        clearTimeout(this.listTimer);
        clearTimeout(this.searchTimer);
        this.listTimer = setTimeout(() => this.suggest(), kListPause);
        this.searchTimer = setTimeout(() => this.search(this.value, false), kSearchPause);
    }

    finish() {
        this.close();
        clearTimeout(this.searchTimer);
        this.search(this.value, true);
    }

    async suggest() {
        this.asking?.abort();
        this.asking = new AbortController();
        const line = this.value;
        if (line.trim() === '') return this.close();
        const cursor = byteLength(line.slice(0, this.input.selectionStart ?? line.length));
        const found = await get('/v1/suggest', {q: line, cursor, limit: kMost, index: this.index()},
                                this.asking.signal).catch(() => null);
        if (found && line === this.value && document.activeElement === this.input) {
            this.open(this.ranked(found.completions ?? found.suggestions ?? []));
        }
    }

    // Entities first; those that more articles have before others.
    ranked(all) {
        return [...all].sort((a, b) => Boolean(b.name) - Boolean(a.name)).slice(0, kMost);
    }

    open(items) {
        this.items = items;
        this.active = -1;
        this.list.replaceChildren(...items.map((item, i) => this.option(item, i)));
        this.list.hidden = items.length === 0;
        this.input.setAttribute('aria-expanded', String(items.length > 0));
        this.input.removeAttribute('aria-activedescendant');
        if (items.length === 1) announce(say('suggestion'));
        else if (items.length > 1) announce(say('suggestions', {n: items.length}));
    }

    option(item, i) {
        const type = /^(\w+):/.exec(item.text)?.[1] ?? '';
        const articles = item.articles === 1 ? say('article1')
                         : say('articlesN', {n: count(item.articles)});
        const facts = [canSay(`type_${type}`) && say(`type_${type}`), item.articles > 0 && articles];
        return h('li', {role: 'option', id: `suggestion-${i}`, 'aria-selected': 'false'},
            h('span', {class: 'name', dir: 'auto'}, shownName(item)),
            h('span', {class: 'type'}, facts.filter(Boolean).join(' · ')));
    }

    close() {
        clearTimeout(this.listTimer);
        this.asking?.abort();
        if (!this.list.hidden) this.open([]);
    }

    mark(index) {
        this.active = index;
        [...this.list.children].forEach((one, i) => {
            one.setAttribute('aria-selected', String(i === index));
            if (i === index) one.scrollIntoView({block: 'nearest'});
        });
        if (index < 0) this.input.removeAttribute('aria-activedescendant');
        else this.input.setAttribute('aria-activedescendant', `suggestion-${index}`);
    }

    take(index) {
        const item = this.items[index];
        const place = byteIndex(this.value);
        const begin = place(item.start);
        const text = this.value.slice(0, begin) + item.text + (item.whole ? ' ' : '');
        const rest = this.value.slice(byteIndex(this.value)(item.end)).trimStart();
        this.input.value = text + rest;
        this.input.setSelectionRange(text.length, text.length);
        if (item.whole) this.finish();
        else this.typed();
    }

    key(event) {
        if (event.isComposing) return;
        const last = this.items.length - 1;
        const moves = {ArrowDown: this.active >= last ? -1 : this.active + 1,
                       ArrowUp: this.active < 0 ? last : this.active - 1};
        if (event.key in moves && last >= 0) {
            event.preventDefault();
            this.mark(moves[event.key]);
        } else if (event.key === 'Enter' && this.active >= 0) {
            event.preventDefault();
            this.take(this.active);
        } else if (event.key === 'Escape') {
            event.stopPropagation();
            if (this.list.hidden) this.input.blur();
            else this.close();
        }
    }
}
