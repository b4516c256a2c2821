// SPDX-License-Identifier: GPL-2.0-or-later

// Sessions of the protocol's official clients with sinodex-serve: those of the stateless revision
// and of the one with a handshake, each over standard streams and over HTTP.
//
//   node sessions.mjs SINODEX-SERVE DATABASE URL

import assert from 'node:assert/strict';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as OlderClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as OlderStdio } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as OlderHttp } from
    '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [program, database, url] = process.argv.slice(2);
const started = { command: program, args: ['--mcp', '--db', database] };
const me = { name: 'sessions', version: '1' };
const stateless = () => new Client(me, { versionNegotiation: { mode: { pin: '2026-07-28' } } });
const probing = () => new Client(me, { versionNegotiation: { mode: 'auto' } });
const older = () => new OlderClient(me);

const sessions = [
    ['stateless, streams', stateless, () => new StdioClientTransport(started)],
    ['stateless, HTTP', stateless, () => new StreamableHTTPClientTransport(new URL(url))],
    ['probing, streams', probing, () => new StdioClientTransport(started)],
    ['probing, HTTP', probing, () => new StreamableHTTPClientTransport(new URL(url))],
    ['handshake, streams', older, () => new OlderStdio(started)],
    ['handshake, HTTP', older, () => new OlderHttp(new URL(url))],
];

// The clients check each answer against the tool's schema themselves.
async function talk(client) {
    const { tools } = await client.listTools();
    assert.equal(tools.length, 8);
    const call = async (name, args) => {
        const result = await client.callTool({ name, arguments: args });
        assert.ok(!result.isError, JSON.stringify(result));
        return result.structuredContent;
    };
    const found = await call('search', { query: 'Hangzhou deals', limit: 3 });
    assert.equal(found.results.length, 3);
    const first = found.results[0];
    const article = await call('fetch', { id: first.id.replace(/#\d+$/, '') });
    assert.ok(article.text.includes(first.text) || article.next_cursor);
    const next = await call('search', { query: 'Hangzhou deals', limit: 3,
                                        cursor: found.next_cursor });
    assert.ok(!next.results.some((one) => one.id === first.id));
    const words = first.text.split(' ').slice(0, 12).join(' ');
    assert.equal((await call('verify_quote', { quotation: words })).verdict, 'exactly');
    assert.equal((await call('entity', { name: 'hangzhou' })).id, 'hangzhou');
    assert.ok((await call('figures', { query: 'Alibaba fine' })).groups.length > 0);
    assert.ok((await call('timeline', { query: 'Didi' })).months.length > 0);
    assert.ok((await call('related', { query: 'Didi' })).entities.length > 0);
    assert.ok((await call('status', {})).indexes[0].articles > 0);
    const refused = await client.callTool({ name: 'search', arguments: { query: 'x', limit: 0 } })
        .catch((error) => ({ isError: true, error }));
    assert.ok(refused.isError);
}

for (const [name, client, transport] of sessions) {
    const one = client();
    await one.connect(transport());
    await talk(one);
    await one.close();
    console.log(`${name}: passed`);
}
process.exit(0);
