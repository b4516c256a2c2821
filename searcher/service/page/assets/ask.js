// SPDX-License-Identifier: GPL-2.0-or-later

// What the service is asked for a state.

import {fullQuery} from './state.js';

// The parameters that all views share. What is the default is left out.
export function request(state) {
    return {
        q: fullQuery(state).text,
        index: state.index,
        expand: state.expand === 'all' ? '' : state.expand,
        'all-versions': state.versions === 'all' ? 'true' : '',
        since: state.since,
    };
}

export const searchRequest = (state) =>
    ({...request(state), limit: state.n, context: 1, explain: 'true'});

// All matches within one article: its occurrences.
export const withinRequest = (state) => ({
    ...request({...state, f: [], since: '', versions: 'all'}),
    q: `${fullQuery({...state, f: [`id:"${state.id.replaceAll('"', '')}"`]}).text}`,
    limit: 500, 'per-article': 0,
});
