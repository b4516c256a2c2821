// SPDX-License-Identifier: GPL-2.0-or-later

// Lucene for sinodex-bench speed: builds an index of a dump file and answers queries, in the same
// protocol as bench/speed/worker.h. Needs lucene-core, lucene-analyzers-common and
// lucene-queryparser.

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongSupplier;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.store.FSDirectory;

public final class LuceneBench {
    private static final int HITS = 10;
    private static final int INDEXING_THREADS = 2;
    private static final Document END = new Document();

    private LuceneBench() {}

    public static void main(String[] words) throws Exception {
        switch (words[0]) {
            case "build":
                build(words[1], words[2], true);
                break;
            case "update":
                build(words[1], words[2], false);
                break;
            case "once":
                Searching searching = new Searching(words[1]);
                searching.search(readQueries(words[2]).get(0));
                break;
            case "serve":
                serve(words[1]);
                break;
            default:
                throw new IllegalArgumentException(words[0]);
        }
    }

    private static void build(String dump, String database, boolean fresh) throws Exception {
        IndexWriterConfig config = new IndexWriterConfig(new EnglishAnalyzer());
        config.setOpenMode(fresh ? IndexWriterConfig.OpenMode.CREATE
                                 : IndexWriterConfig.OpenMode.APPEND);
        try (IndexWriter writer = new IndexWriter(FSDirectory.open(Paths.get(database)), config)) {
            BlockingQueue<Document> queue = new ArrayBlockingQueue<>(256);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < INDEXING_THREADS; ++i) {
                Thread thread = new Thread(() -> {
                    try {
                        for (Document d = queue.take(); d != END; d = queue.take()) {
                            if (fresh) {
                                writer.addDocument(d);
                            } else {
                                writer.updateDocument(new Term("id", d.get("id")), d);
                            }
                        }
                    } catch (Exception | Error failure) {
                        System.err.println(failure);
                        System.exit(2);
                    }
                });
                thread.start();
                threads.add(thread);
            }
            readDump(Paths.get(dump), queue);
            for (int i = 0; i < INDEXING_THREADS; ++i) queue.put(END);
            for (Thread thread : threads) thread.join();
            if (fresh) writer.forceMerge(1);
            writer.commit();
        }
    }

    private static void readDump(Path path, BlockingQueue<Document> queue) throws Exception {
        try (BufferedReader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            Document document = new Document();
            String name = null;
            StringBuilder value = new StringBuilder();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("=")) {
                    value.append('\n').append(line, 1, line.length());
                    continue;
                }
                if (name != null) add(document, name, value.toString());
                name = null;
                if (line.isEmpty()) {
                    queue.put(document);
                    document = new Document();
                    continue;
                }
                int equals = line.indexOf('=');
                name = line.substring(0, equals);
                value.setLength(0);
                value.append(line, equals + 1, line.length());
            }
        }
    }

    private static void add(Document document, String name, String value) {
        boolean words = name.equals("title") || name.equals("text");
        document.add(words ? new TextField(name, value, Field.Store.YES)
                           : new StringField(name, value, Field.Store.YES));
        if (name.equals("title")) document.add(new TextField("all", value, Field.Store.NO));
        if (name.equals("text")) document.add(new TextField("all", value, Field.Store.NO));
    }

    private static List<String[]> readQueries(String path) throws IOException {
        List<String[]> queries = new ArrayList<>();
        for (String line : Files.readAllLines(Paths.get(path), StandardCharsets.UTF_8)) {
            queries.add(line.split("\t", -1));
        }
        return queries;
    }

    private static final class Searching {
        private final IndexSearcher searcher;
        private final QueryParser parser = new QueryParser("all", new EnglishAnalyzer());
        private long characters = 0;

        Searching(String database) throws IOException {
            this(new IndexSearcher(DirectoryReader.open(FSDirectory.open(Paths.get(database)))));
        }

        Searching(IndexSearcher searcher) {
            this.searcher = searcher;
        }

        // Text, from, to, source, as bench/speed/queries.h has it.
        void search(String[] columns) throws Exception {
            Query query = parser.parse(columns[0]);
            if (!columns[1].isEmpty()) {
                query = filtered(query, TermRangeQuery.newStringRange("date", columns[1],
                                                                      columns[2], true, true));
            }
            if (!columns[3].isEmpty()) {
                query = filtered(query, new TermQuery(new Term("source", columns[3])));
            }
            for (ScoreDoc hit : searcher.search(query, HITS).scoreDocs) {
                Document document = searcher.doc(hit.doc, java.util.Set.of("id", "title"));
                characters += document.get("id").length();
            }
        }

        private static Query filtered(Query query, Query filter) {
            return new BooleanQuery.Builder()
                .add(query, BooleanClause.Occur.MUST)
                .add(filter, BooleanClause.Occur.FILTER)
                .build();
        }
    }

    private static void serve(String database) throws Exception {
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        IndexSearcher shared =
            new IndexSearcher(DirectoryReader.open(FSDirectory.open(Paths.get(database))));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("memory")) {
                out.println(peakMemory());
            } else {
                String[] words = line.split(" ", 4);
                LongSupplier clock = words[2].equals("cpu")
                    ? ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime
                    : System::nanoTime;
                run(shared, Integer.parseInt(words[1]), clock, readQueries(words[3]), out);
            }
            out.println();
            out.flush();
        }
    }

    private static void run(IndexSearcher shared, int threads, LongSupplier clock,
                            List<String[]> queries, PrintStream out) throws Exception {
        long[] times = new long[queries.size()];
        List<Thread> all = new ArrayList<>();
        long begin = System.nanoTime();
        for (int t = 0; t < threads; ++t) {
            int first = t;
            Thread thread = new Thread(() -> {
                try {
                    Searching searching = new Searching(shared);
                    for (int i = first; i < times.length; i += threads) {
                        long start = clock.getAsLong();
                        searching.search(queries.get(i));
                        times[i] = clock.getAsLong() - start;
                    }
                } catch (Exception failure) {
                    failure.printStackTrace();
                    System.exit(2);
                }
            });
            thread.start();
            all.add(thread);
        }
        for (Thread thread : all) thread.join();
        long took = System.nanoTime() - begin;
        for (long time : times) out.println(time);
        out.println("all " + took);
    }

    private static long peakMemory() throws IOException {
        for (String line : Files.readAllLines(Paths.get("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
            }
        }
        return 0;
    }
}
