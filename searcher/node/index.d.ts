// SPDX-License-Identifier: GPL-2.0-or-later

// Types of the package: docs/json-output.md describes the fields.

export type ErrorKind =
    | "usage"
    | "query"
    | "database"
    | "locked"
    | "input"
    | "output"
    | "interrupted"
    | "internal"
    | "closed";

/** What went wrong: of kind "closed" when the process has ended, and why. */
export class SinodexError extends Error {
    readonly kind: ErrorKind;
    /** What to do about it; may be empty. */
    readonly hint: string;
}

/** Options of sinodex-search by their names. */
export interface Parameters {
    limit?: number;
    unit?: "passage" | "article";
    since?: string;
    "per-article"?: number;
    "all-versions"?: boolean;
    expand?: "all" | "none" | Expansion[];
    context?: number;
    explain?: boolean;
    top?: number;
    by?: "published" | "mentioned";
}
export type Expansion = "names" | "synonyms" | "related" | "spelling" | "translations";

/** Bytes of the article's stored text, and the same in code points. */
export interface Span {
    start: number;
    end: number;
    start_codepoint: number;
    end_codepoint: number;
}

export interface Highlight extends Span {
    why: string;
    query: { start: number; end: number; why: string }[];
}

export interface Article {
    id: string;
    title?: string;
    url?: string;
    source?: string;
    author?: string;
    date?: string;
    date_origin?: string;
    lang?: string;
}

export interface Hit extends Span {
    rank: number;
    score: number;
    id: string;
    article: Article;
    text: string;
    highlights: Highlight[];
    best?: Span[];
    before?: (Span & { passage: number; text: string })[];
    after?: (Span & { passage: number; text: string })[];
    versions?: string[];
    more_versions?: number;
    tags?: string[];
    note?: string;
    score_parts?: Record<string, number>;
}

export interface Warning {
    start: number;
    end: number;
    message: string;
}

export interface Answer {
    version: number;
    query: string;
    interpretation: string;
    articles: number;
    took_ms: number;
    warnings: Warning[];
}

export interface Result extends Answer {
    revision: number;
    relaxed: boolean;
    hits: Hit[];
    missing?: string[];
    suggestion?: string;
    corrected?: boolean;
    stages?: { name: string; text: string }[];
}

export interface View extends Answer {
    view: string;
    complete: boolean;
}

export interface Facets extends View {
    facets: {
        facet: string;
        distinct: number;
        without: number;
        values: { value: string; name: string; filter: string; articles: number }[];
    }[];
}

export interface Timeline extends View {
    by: "published" | "mentioned";
    months: { month: string; articles: number }[];
    longer_only: number;
    undated: number;
}

export interface Related extends View {
    others: number;
    asked: string[];
    entities: {
        id: string;
        type: string;
        name: string;
        filter: string;
        articles: number;
        share: number;
        share_elsewhere: number;
        score: number;
        example?: string;
    }[];
}

export interface Figures extends View {
    found: number;
    groups: {
        entity: string;
        entity_name: string;
        what: string;
        unit: string;
        agreement: "single" | "agree" | "differ" | "several";
        sources: number;
        score: number;
        values: { sources: number; differs: boolean; figures: Record<string, unknown>[] }[];
    }[];
}

export interface Verification {
    version: number;
    quotation: string;
    verdict: "exactly" | "nearly" | "absent";
    found: number;
    articles: number;
    took_ms: number;
    places: Record<string, unknown>[];
}

/** `text` takes the place of the bytes from `begin` to `end`. */
export interface Completion {
    text: string;
    name: string;
    articles: number;
    begin: number;
    end: number;
    whole: boolean;
}

/**
 * A database, open for searching, by one process of sinodex-search. Requests are answered in their
 * order; a promise is rejected with a SinodexError. The database is reopened as it changes.
 */
export class Searcher {
    /** `program`: the path of sinodex-search, where it is not on the PATH. */
    constructor(database: string, options?: { program?: string });
    search(query: string, parameters?: Parameters): Promise<Result>;
    /** More on the subject of the article or passage with this id. */
    like(id: string, parameters?: Parameters & { query?: string }): Promise<Result>;
    facets(query: string, parameters?: Parameters): Promise<Facets>;
    timeline(query: string, parameters?: Parameters): Promise<Timeline>;
    related(query: string, parameters?: Parameters): Promise<Related>;
    figures(query: string, parameters?: Parameters): Promise<Figures>;
    /** Whether a quotation stands in the collection, and where. */
    verify(quotation: string, parameters?: { limit?: number }): Promise<Verification>;
    /** How a query may go on behind `cursor`, in bytes; behind its end unless that is given. */
    complete(line: string, parameters?: { cursor?: number; limit?: number }): Promise<Completion[]>;
    /** Any request of the line protocol. */
    request(parameters: Record<string, unknown>): Promise<Record<string, unknown>>;
    /** The results of pairs of ids and queries, in their order, as they come. */
    answers(
        topics: Iterable<[string, string]> | AsyncIterable<[string, string]>,
        parameters?: Parameters,
    ): AsyncGenerator<[string, Result]>;
    /** Waits for the requests that are under way, and ends the process. */
    close(): Promise<void>;
}

/** The text of a hit in pieces: those that match say by which rule. */
export function parts(hit: Hit): { text: string; why?: string }[];
