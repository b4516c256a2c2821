// SPDX-License-Identifier: GPL-2.0-or-later

// A database, open for searching, by one process of sinodex-search that answers lines of JSON.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export class SinodexError extends Error {
    constructor({ kind, message, hint = "" }) {
        super(hint ? `${message} (${hint})` : message);
        this.name = "SinodexError";
        this.kind = kind;
        this.hint = hint;
    }
}

export class Searcher {
    #process;
    #waiting = []; // for an answer, in the order of their requests
    #last = 0; // id of a request
    #errors = "";
    #ended; // why no request can be answered any more

    constructor(database, { program = "sinodex-search" } = {}) {
        const options = ["--db", database, "--format", "jsonl"];
        this.#process = spawn(program, options, { stdio: "pipe" });
        this.#process.on("error", (error) => this.#end(error.message));
        this.#process.on("close", (status) => this.#end(this.#errors.trim() || `status ${status}`));
        this.#process.stdin.on("error", () => {}); // "close" tells
        this.#process.stderr.setEncoding("utf8").on("data", (text) => {
            this.#errors = (this.#errors + text).slice(-10_000);
        });
        createInterface({ input: this.#process.stdout }).on("line", (line) => this.#take(line));
    }

    search(query, parameters = {}) {
        return this.request({ query, ...parameters });
    }

    like(id, parameters = {}) {
        return this.request({ like: id, ...parameters });
    }

    facets(query, parameters = {}) {
        return this.request({ query, view: "facets", ...parameters });
    }

    timeline(query, parameters = {}) {
        return this.request({ query, view: "timeline", ...parameters });
    }

    related(query, parameters = {}) {
        return this.request({ query, view: "related", ...parameters });
    }

    figures(query, parameters = {}) {
        return this.request({ query, view: "figures", ...parameters });
    }

    verify(quotation, parameters = {}) {
        return this.request({ verify: quotation, ...parameters });
    }

    async complete(line, parameters = {}) {
        const { completions } = await this.request({ complete: line, ...parameters });
        return completions;
    }

    // Parameters that are undefined are as not given, as JSON.stringify leaves them out.
    request(parameters) {
        return new Promise((resolve, reject) => {
            if (this.#ended !== undefined) {
                reject(new SinodexError({ kind: "closed", message: this.#ended }));
                return;
            }
            const id = String(++this.#last);
            this.#waiting.push({ id, resolve, reject });
            this.#process.stdin.write(`${JSON.stringify({ ...parameters, id })}\n`);
        });
    }

    // Answers every query of an iterable, in their order, a few of them ahead.
    async *answers(topics, parameters = {}) {
        const pending = [];
        for await (const [qid, query] of topics) {
            const found = this.search(query, parameters);
            found.catch(() => {}); // it is thrown where it is awaited
            pending.push([qid, found]);
            if (pending.length > 8) yield await settled(pending.shift());
        }
        for (const one of pending) yield await settled(one);
    }

    close() {
        this.#process.stdin.end();
        return new Promise((resolve) => {
            if (this.#process.exitCode !== null || this.#process.pid === undefined) resolve();
            else this.#process.on("close", () => resolve());
        });
    }

    #take(line) {
        const answer = JSON.parse(line);
        const { id, resolve, reject } = this.#waiting.shift();
        if (answer.id !== id) reject(new Error(`out of step: ${answer.id} for ${id}`));
        else if (answer.error) reject(new SinodexError(answer.error));
        else resolve(answer);
    }

    #end(why) {
        this.#ended ??= why;
        for (const { reject } of this.#waiting.splice(0)) {
            reject(new SinodexError({ kind: "closed", message: this.#ended }));
        }
    }
}

async function settled([qid, found]) {
    return [qid, await found];
}

// What Hit.text is made of, in order: stretches that match, and others.
export function parts(hit) {
    const bytes = new TextEncoder().encode(hit.text);
    const decoder = new TextDecoder();
    const found = [];
    let at = 0;
    const take = (end, why) => {
        if (end > at) found.push({ text: decoder.decode(bytes.subarray(at, end)), why });
        at = end;
    };
    for (const mark of hit.highlights) {
        take(mark.start - hit.start);
        take(mark.end - hit.start, mark.why);
    }
    take(bytes.length);
    return found;
}
