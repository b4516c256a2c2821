// SPDX-License-Identifier: GPL-2.0-or-later

// Amounts in the language of the interface. Currencies are never converted.

import {say, uiLanguage} from './words.js';
import {isOfInterface} from './names.js';

const kScales = {
    en: [[1e12, ' trillion'], [1e9, ' billion'], [1e6, ' million']],
    zh: [[1e12, '万亿'], [1e8, '亿'], [1e4, '万']],
};

// What stands before and behind a number. A unit that is not here stands behind it as it is called.
const kUnits = {
    en: {usd: ['$', ''], cny: ['', ' yuan'], hkd: ['HK$', ''], eur: ['€', ''], jpy: ['', ' yen'],
         gbp: ['£', ''], twd: ['NT$', ''], sgd: ['S$', ''], aud: ['A$', ''], cad: ['C$', ''],
         krw: ['', ' won'], inr: ['', ' rupees'], chf: ['', ' Swiss francs'], yen_or_yuan: ['¥', ''],
         percent: ['', '%'], percentage_points: ['', ' percentage points'],
         basis_points: ['', ' basis points'], count: ['', '']},
    zh: {usd: ['', '美元'], cny: ['', '元'], hkd: ['', '港元'], eur: ['', '欧元'], jpy: ['', '日元'],
         gbp: ['', '英镑'], twd: ['', '新台币'], sgd: ['', '新加坡元'], aud: ['', '澳元'], cad: ['', '加元'],
         krw: ['', '韩元'], inr: ['', '卢比'], chf: ['', '瑞士法郎'], yen_or_yuan: ['¥', ''],
         percent: ['', '%'], percentage_points: ['', '个百分点'], basis_points: ['', '个基点'],
         seconds: ['', '秒'], minutes: ['', '分钟'], hours: ['', '小时'], days: ['', '天'],
         weeks: ['', '周'], months: ['', '个月'], years: ['', '年'], users: ['', '用户'],
         people: ['', '人'], jobs: ['', '个岗位'], shares: ['', '股'], stores: ['', '家门店'],
         apps: ['', '款应用'], companies: ['', '家公司'], deals: ['', '笔交易'], count: ['', '']},
};

// "18.228 billion", "182.28亿".
export function numberText(value) {
    const [scale, word] = kScales[uiLanguage()].find(([least]) => value >= least) ?? [1, ''];
    // Of a binary fraction, the digits that were written.
    return new Intl.NumberFormat(uiLanguage(), {maximumSignificantDigits: 12})
        .format(value / scale) + word;
}

function unitOf(unit) {
    return kUnits[uiLanguage()][unit] ?? ['', ` ${unit.replaceAll('_', ' ')}`];
}

export function valueText({low, high, unit}) {
    const [before, behind] = unitOf(unit ?? 'count');
    const numbers = low === high ? numberText(low) : `${numberText(low)}–${numberText(high)}`;
    return before + numbers + behind;
}

const isWord = (text) => /[A-Za-z\p{Script=Han}]/u.test(text);

// An amount as it was written where that is of the interface's language, or of none: "13%".
export function amountText(amount, written) {
    return isWord(written) && !isOfInterface(written) ? valueText(amount) : written;
}

export const qualifierText = (qualifier) =>
    qualifier && qualifier !== 'exactly' ? say(`qualifier_${qualifier}`) : '';
