# SPDX-License-Identifier: GPL-2.0-or-later
"""The Python package, as its users see it: python3 test_package.py FOLDER"""

import collections
import io
import json
import pathlib
import sys
import tempfile
import threading
import unittest

import sinodex

ARTICLES = pathlib.Path(sys.argv.pop())


class PackageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.database = pathlib.Path(cls.folder.name) / "news.db"
        calls = []
        cls.report = sinodex.index(cls.database, ARTICLES, progress=lambda *n: calls.append(n))
        cls.progress = calls
        cls.searcher = sinodex.Searcher(cls.database)

    @classmethod
    def tearDownClass(cls):
        cls.searcher.close()
        cls.folder.cleanup()

    def test_reports_what_was_indexed(self):
        self.assertGreater(self.report.added, 100)
        self.assertEqual(self.report.revision, 1)
        self.assertTrue(self.progress)
        self.assertEqual(len(self.searcher), self.report.articles)
        self.assertEqual(sinodex.check(self.database)["revision"], 1)

    def test_finds_passages_with_their_places(self):
        result = self.searcher.search("golden shares", limit=3)
        self.assertEqual(len(result), 3)
        hit = result[0]
        self.assertEqual(hit.rank, 1)
        self.assertIn("golden shares", [hit.text[m.begin : m.end] for m in hit.highlights])
        self.assertEqual(len(hit.text.encode()), hit.end - hit.start)
        self.assertIn(hit.id, hit.citation())

    def test_marks_chinese_by_code_points(self):
        hit = self.searcher.search("螞蟻 退款", limit=1)[0]
        marked = [hit.text[m.begin : m.end] for m in hit.highlights]
        self.assertIn("螞蟻集團", marked)

    def test_shows_hits_in_a_notebook_as_escaped_html(self):
        hit = self.searcher.search("Alibaba & maybe Tencent", limit=1)[0]
        page = hit._repr_html_()
        self.assertIn("<mark>", page)
        self.assertIn("Alibaba &amp; maybe Tencent", page)

    def test_asks_saved_searches_and_tags(self):
        hit = self.searcher.search("golden shares", limit=1)[0]
        saved = {"search": "gold", "request": {"query": "tag:gold", "per-article": 1}}
        lines = [{"tag": "gold", "id": hit.id}, {"note": "look", "id": hit.id}, saved]
        text = "".join(json.dumps(line) + "\n" for line in lines)
        pathlib.Path(f"{self.database}.saved.jsonl").write_text(text, "utf-8")
        found = self.searcher.search(saved="gold")
        self.assertEqual([one.id for one in found], [hit.id])
        self.assertEqual((found[0].tags, found[0].note), (("gold",), "look"))
        self.assertEqual(self.searcher.facets(saved="gold")["articles"], 1)

    def test_has_all_views(self):
        self.assertGreater(self.searcher.facets("company:didi", top=2)["articles"], 10)
        self.assertTrue(self.searcher.timeline("gallium", by="mentioned")["months"])
        self.assertTrue(self.searcher.related("company:didi", top=1)["entities"])
        self.assertTrue(self.searcher.figures("Alibaba fine", limit=1)["groups"])
        self.assertTrue(self.searcher.like("wire/2021-04-alibaba-fine.txt").hits)
        self.assertEqual(self.searcher.complete("company:ali")[0]["text"], "alibaba")
        quotation = "a shop window, a games studio and a lock"
        self.assertEqual(self.searcher.verify(quotation)["verdict"], "exactly")

    def test_makes_runs(self):
        run = self.searcher.run({"1": "Hangzhou deals", "2": "xylophones"}, limit=5)
        self.assertEqual(len(run["1"]), 5)
        self.assertEqual(list(run["1"].values()), sorted(run["1"].values(), reverse=True))
        self.assertEqual(run["2"], {})
        out = io.StringIO()
        sinodex.write_run(run, out, "mine")
        self.assertRegex(out.getvalue().splitlines()[0], r"^1 Q0 \S+ 1 [0-9.]+ mine$")

    def test_takes_topics_as_others_make_them(self):
        Query = collections.namedtuple("Query", "query_id text")
        plain = self.searcher.run({"a": "Didi fine", "b": "Hangzhou deals"}, limit=3)
        pairs = [("a", "Didi fine"), ("b", "Hangzhou deals")]
        self.assertEqual(self.searcher.run(iter(pairs), limit=3), plain)
        self.assertEqual(self.searcher.run((Query(*p) for p in pairs), limit=3), plain)

    def test_answers_many_queries_in_their_order(self):
        topics = [(str(i), f"China {i}") for i in range(40)]
        alone = [(q, r.query, len(r)) for q, r in self.searcher.answers(topics, limit=2)]
        together = self.searcher.answers(topics, limit=2, threads=3)
        self.assertEqual([(q, r.query, len(r)) for q, r in together], alone)
        self.assertEqual([q for q, _, _ in alone], [q for q, _ in topics])
        endless = (("x", "Didi") for _ in iter(int, 1))
        self.assertEqual(next(self.searcher.answers(endless, threads=2))[0], "x")

    def test_indexes_articles_of_a_program(self):
        made = ({"id": f"a{i}", "title": f"第{i}篇", "text": f"Grommets number {i}."} for i in range(9))
        with tempfile.TemporaryDirectory() as folder:
            database = pathlib.Path(folder) / "db"
            self.assertEqual(sinodex.index(database, made).added, 9)
            files = [{"id": "b", "text": "Grommets."}, ARTICLES / "deals"]
            with self.assertRaises(sinodex.InputError):
                sinodex.index(database, files)
            with sinodex.Searcher(database) as searcher:
                self.assertEqual(searcher.search("grommets 7", limit=1)[0].article.title, "第7篇")

    def test_is_cancelled(self):
        cancel = sinodex.Cancel()
        self.assertTrue(self.searcher.search("Didi", cancel=cancel).hits)
        cancel.set()
        with self.assertRaises(sinodex.InterruptedSearch):
            self.searcher.search("China", cancel=cancel)

    def test_raises_by_kind(self):
        with self.assertRaisesRegex(sinodex.UsageError, "limit"):
            self.searcher.search("x", limit=0)
        with self.assertRaises(ValueError):
            self.searcher.search("x", nonsense=1)
        with self.assertRaises(sinodex.QueryError):
            self.searcher.like("no-such-article")
        with self.assertRaises(sinodex.DatabaseError) as caught:
            sinodex.Searcher("/nowhere")
        self.assertIn("sinodex-index", caught.exception.hint)
        with self.assertRaises(OSError):
            sinodex.index(self.database, "/nowhere/at/all")
        with self.assertRaises(ValueError):
            self.searcher.verify("a\0b c d")

    def test_is_bounded_in_time(self):
        with self.assertRaises(TimeoutError):
            self.searcher.search("China", timeout=0)
        with self.assertRaises(TimeoutError):
            self.searcher.search(" ".join(f"China {i}" for i in range(90)), timeout=0.001, limit=900)

    def test_gives_up_indexing_and_passes_exceptions_on(self):
        with tempfile.TemporaryDirectory() as folder:
            database = pathlib.Path(folder) / "db"
            with self.assertRaises(sinodex.InterruptedSearch):
                sinodex.index(database, ARTICLES, progress=lambda *_: False)
            with self.assertRaises(ZeroDivisionError):
                sinodex.index(database, ARTICLES, progress=lambda *_: 1 // 0)

    def test_searches_from_several_threads(self):
        found = []
        one = lambda: found.append(self.searcher.search("Didi fine", limit=1)[0].id)
        threads = [threading.Thread(target=one) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(set(found)), 1)
        self.assertEqual(len(found), 8)

    def test_is_closed_once(self):
        with sinodex.Searcher(self.database) as searcher:
            searcher.search("Didi")
        with self.assertRaisesRegex(ValueError, "closed"):
            searcher.search("Didi")
        searcher.close()


if __name__ == "__main__":
    unittest.main()
