// SPDX-License-Identifier: GPL-2.0-or-later

// The package for Node, as its users see it: PROGRAM and DATABASE are in the environment.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Searcher, SinodexError, parts } from "sinodex";

const program = process.env.PROGRAM;
const database = process.env.DATABASE;

async function withSearcher(use) {
    const searcher = new Searcher(database, { program });
    try {
        return await use(searcher);
    } finally {
        await searcher.close();
    }
}

test("finds passages with their places", () =>
    withSearcher(async (searcher) => {
        const { hits } = await searcher.search("golden shares", { limit: 2 });
        assert.deepEqual(hits.map((hit) => hit.rank), [1, 2]);
        const pieces = parts(hits[0]);
        assert.equal(pieces.map((piece) => piece.text).join(""), hits[0].text);
        assert.ok(pieces.some((piece) => piece.why && /golden shares/i.test(piece.text)));
    }));

test("marks Chinese", () =>
    withSearcher(async (searcher) => {
        const { hits } = await searcher.search("螞蟻 退款", { limit: 1 });
        assert.ok(parts(hits[0]).some((piece) => piece.why && piece.text === "螞蟻集團"));
    }));

test("has all views", () =>
    withSearcher(async (searcher) => {
        assert.ok((await searcher.facets("company:didi", { top: 2 })).facets.length > 0);
        assert.ok((await searcher.timeline("gallium", { by: "mentioned" })).months.length > 0);
        assert.ok((await searcher.related("company:didi", { top: 1 })).entities.length === 1);
        assert.ok((await searcher.figures("Alibaba fine", { limit: 1 })).groups.length === 1);
        assert.ok((await searcher.like("wire/2021-04-alibaba-fine.txt")).hits.length > 0);
        const quotation = "a shop window, a games studio and a lock";
        assert.equal((await searcher.verify(quotation)).verdict, "exactly");
        assert.equal((await searcher.complete("company:ali"))[0].text, "alibaba");
    }));

test("answers what is asked at once, each with its own", () =>
    withSearcher(async (searcher) => {
        const queries = ["Didi fine", 'a "b', "", "Hangzhou\ndeals", "国家互联网信息办公室", "xylophones"];
        const ends = await Promise.allSettled(queries.map((query) => searcher.search(query)));
        assert.deepEqual(
            ends.map((end) => end.status),
            ["fulfilled", "fulfilled", "rejected", "fulfilled", "fulfilled", "fulfilled"],
        );
        assert.equal(ends[0].value.query, "Didi fine");
        assert.deepEqual(ends[5].value.hits, []);
    }));

test("rejects by kind", () =>
    withSearcher(async (searcher) => {
        await assert.rejects(searcher.search("x", { limit: 0 }), { kind: "usage", name: "SinodexError" });
        await assert.rejects(searcher.like("no-such-article"), { kind: "query" });
        await assert.rejects(searcher.search("x", { nonsense: 1 }), SinodexError);
        assert.ok((await searcher.search("Didi")).hits.length > 0);
    }));

test("answers many queries in their order", () =>
    withSearcher(async (searcher) => {
        const topics = Array.from({ length: 30 }, (_, i) => [`q${i}`, `China ${i}`]);
        const seen = [];
        for await (const [qid, result] of searcher.answers(topics, { limit: 1 })) {
            seen.push([qid, result.query]);
        }
        assert.deepEqual(seen, topics);
    }));

test("says why it cannot answer", async () => {
    const nowhere = new Searcher("/nowhere", { program });
    await assert.rejects(nowhere.search("x"), { kind: "closed", message: /\/nowhere/ });
    await assert.rejects(nowhere.search("x"), { kind: "closed" });
    await nowhere.close();
    const none = new Searcher(database, { program: "/no/such/program" });
    await assert.rejects(none.search("x"), { kind: "closed", message: /ENOENT/ });
    await none.close();
    const closed = new Searcher(database, { program });
    await closed.close();
    await assert.rejects(closed.search("x"), { kind: "closed" });
});
