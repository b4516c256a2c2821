// SPDX-License-Identifier: GPL-2.0-or-later

// Keys. None is needed: each does what a link, button or field on the page does.

import {h} from './dom.js';
import {changed, VIEWS} from './state.js';
import {say} from './words.js';

const kList = [['/', 'key_query'], ['j', 'key_next'], ['k', 'key_previous'], ['Enter', 'key_open'],
               ['[ ]', 'key_match'], ['c', 'key_cite'], ['t', 'key_tag'], ['v', 'key_view'],
               ['Esc', 'key_close'], ['?', 'key_help']];

let dialog;
export function showKeys() {
    dialog?.remove();
    dialog = document.body.appendChild(h('dialog', {'aria-labelledby': 'keys-title'},
        h('h2', {id: 'keys-title'}, say('keysTitle')),
        h('dl', {class: 'keys'}, kList.map(([key, text]) => [
            h('dt', {}, key.split(' ').map((one) => h('kbd', {}, one))), h('dd', {}, say(text))])),
        h('p', {class: 'hint'}, say('keysNone')),
        h('form', {method: 'dialog'}, h('button', {}, say('close')))));
    dialog.showModal();
}

const isTyped = (target) => target.closest?.('input, textarea, select, dialog');

const passages = () => [...document.querySelectorAll('.answer .passage')];

function current() {
    return document.activeElement?.closest('.passage') ?? document.querySelector('.passage.in-view');
}

function step(by) {
    const link = document.querySelector(`[data-do="${by > 0 ? 'next' : 'previous'}"]`);
    if (link) return link.click();
    const all = passages();
    const at = all.indexOf(document.activeElement?.closest('.passage'));
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
    next?.focus({preventScroll: true});
    next?.scrollIntoView({block: 'nearest'});
}

function press(name) {
    (current() ?? document.querySelector('.passage'))?.querySelector(`[data-do="${name}"]`)?.click();
}

function open() {
    const passage = document.activeElement;
    if (passage?.matches?.('.answer .passage, mark')) {
        passage.closest('.passage')?.querySelector('[data-do="open"]')?.click();
    }
}

function nextView(context) {
    const state = context.state();
    if (state.path !== '/') return;
    const view = VIEWS[(VIEWS.indexOf(state.view) + 1) % VIEWS.length];
    context.navigate(changed(state, {view, n: 20}));
}

function focusQuestion() {
    const field = document.querySelector('#q');
    field.focus();
    field.select();
}

const clickFirst = (name) => document.querySelector(`[data-do="${name}"]`)?.click();

export function listenToKeys(context) {
    const actions = {
        '/': focusQuestion, j: () => step(1), k: () => step(-1), Enter: open,
        ']': () => clickFirst('match'), '[': () => clickFirst('unmatch'), c: () => press('cite'),
        t: () => press('tag'), v: () => nextView(context), '?': showKeys,
        Escape: () => clickFirst('back'),
    };
    addEventListener('keydown', (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
        if (isTyped(event.target) || !(event.key in actions)) return;
        if (event.key === 'Enter' && event.target.closest('a, button, summary')) return;
        if (event.key !== 'Enter' && event.key !== 'Escape') event.preventDefault();
        actions[event.key]();
    });
}
