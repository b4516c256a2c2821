// SPDX-License-Identifier: GPL-2.0-or-later

// Elements from plain values. Whatever stands in a text becomes a text node, never markup.

const kLanguage = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;
const SVG = 'http://www.w3.org/2000/svg';

function setProperty(element, name, value) {
    if (value === null || value === undefined || value === false) return;
    if (name === 'on') {
        for (const [event, listener] of Object.entries(value)) {
            element.addEventListener(event, listener);
        }
    } else if (name === 'vars') {
        for (const [key, one] of Object.entries(value)) element.style.setProperty(key, one);
    } else if (name === 'lang' && !kLanguage.test(value)) {
        return;  // an article's word for its language may be none
    } else if (name === 'value' || name === 'checked' || name === 'open') {
        element[name] = value;
    } else {
        element.setAttribute(name, value === true ? '' : value);
    }
}

function fill(element, properties, children) {
    for (const [name, value] of Object.entries(properties ?? {})) {
        setProperty(element, name, value);
    }
    for (const child of children.flat(Infinity)) {
        if (child !== null && child !== undefined && child !== false) element.append(child);
    }
    return element;
}

// h('a', {href: '/', on: {click}}, 'text', [more])
export function h(tag, properties, ...children) {
    return fill(document.createElement(tag), properties, children);
}

export function svg(tag, properties, ...children) {
    return fill(document.createElementNS(SVG, tag), properties, children);
}

// A word that was added or dropped, without the space before it.
export function changedWords(tag, text) {
    const words = text.trimStart();
    return [text.slice(0, text.length - words.length), h(tag, {}, words)];
}

// A link to an address that an article gives. Only web addresses become links, and their host shows.
export function linkOut(url, text) {
    const parsed = URL.canParse(url) ? new URL(url) : null;
    if (!parsed || !/^https?:$/.test(parsed.protocol)) return h('span', {}, url);
    return h('a', {href: url, rel: 'noopener noreferrer', target: '_blank', class: 'out'},
             text ? `${text} (${parsed.host})` : parsed.host);
}

// Puts children in the place of all that an element holds, and keeps the focus where it was, by
// the data-key of what had it.
export function replaceContent(element, ...children) {
    const focused = element.contains(document.activeElement) ? document.activeElement : null;
    const key = focused?.closest('[data-key]')?.dataset.key;
    element.replaceChildren(...children.flat(Infinity).filter(Boolean));
    if (!focused || focused === element) return;
    const again = key && element.querySelector(`[data-key="${CSS.escape(key)}"]`);
    (again || element).focus({preventScroll: true});
}

let announcer;
let announced;
// Says something to who cannot see it, once what was said before has settled.
export function announce(text) {
    announcer ??= document.body.appendChild(h('div', {class: 'unseen', role: 'status'}));
    clearTimeout(announced);
    announced = setTimeout(() => { announcer.textContent = text; }, 150);
}

export async function copy(text) {
    try {
        await navigator.clipboard.writeText(text);
    } catch {
        const area = h('textarea', {class: 'unseen', value: text});
        document.body.append(area);
        area.select();
        document.execCommand('copy');
        area.remove();
    }
}

// Offers a text as a file.
export function download(name, type, text) {
    const url = URL.createObjectURL(new Blob([text], {type}));
    h('a', {href: url, download: name}).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
}
