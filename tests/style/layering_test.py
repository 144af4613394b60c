"""The layering check must be able to fail: each violation is planted in a tree of its own."""

import pathlib
import tempfile
import unittest

import layering

TREE = pathlib.Path(__file__).resolve().parents[2]

# (file, planted line, part of the complaint)
PLANTED = [
    ("lib/base/planted.cpp", '#include "mandate/model/names.hpp"', "base does not see model"),
    ("lib/calendar/planted.cpp", '#include "model/state.hpp"', "calendar does not see model"),
    ("lib/store/planted.cpp", '#include "graph/x.hpp"', "store does not see graph"),
    ("lib/graph/planted.cpp", '#include "mandate/store/codec.hpp"', "graph does not see store"),
    ("lib/exchange/planted.cpp", '#include "mandate/report/report.hpp"', "does not see report"),
    ("lib/report/planted.cpp", '#include "exchange/x.hpp"', "report does not see exchange"),
    ("lib/review/planted.cpp", '#include "mandate.h"', "no header of a layer"),
    ("lib/review/planted.cpp", "#include <mandate/base/error.hpp>", "in angle brackets"),
    ("include/mandate/base/planted.hpp", '#include "mandate/review/review.hpp"', "does not see"),
    ("include/mandate/review/planted.hpp", '#include "model/state.hpp"', "private"),
    ("include/mandate/graph/planted.hpp", "#include <boost/graph/adjacency_list.hpp>",
     "Boost.Graph"),
    ("include/mandate/store/planted.hpp", "#include <sqlite3.h>", "SQLite"),
    ("include/mandate/base/planted.hpp", "#  include <sodium.h>", "libsodium"),
    ("include/mandate/base/planted.hpp", "#  include <openssl/evp.h>", "OpenSSL"),
    ("include/mandate/base/planted.hpp", "#include <utf8proc.h>", "utf8proc"),
    ("include/mandate/store/planted.hpp", "#include <boost/json/fwd.hpp>", "Boost.JSON"),
    ("lib/ledger/planted.cpp", "#include <sqlite3.h>", "SQLite stays in lib/store"),
    ("lib/store/planted.cpp", "#include <unistd.h>", "POSIX stays in lib/base/os"),
    ("lib/store/planted.cpp", "#include <sys/stat.h>", "POSIX stays in lib/base/os"),
    ("lib/base/planted.cpp", "#include <cctype>", "locale"),
    ("lib/base/planted.cpp", "#include <ctime>", "clocks"),
    ("include/mandate/base/planted.hpp", "#include <locale>", "locale"),
    ("lib/base/planted.cpp", 'void f() { setlocale(0, ""); }', "locale"),
    ("lib/base/planted.cpp", "int f(int c) { return std::tolower(c); }", "locale"),
    ("lib/report/planted.cpp", 'void f(char* b) { snprintf(b, 9, "%5.1f", 1.0); }', "decimal"),
    ("lib/report/planted.cpp", "double f() { return strtod(text, nullptr); }", "from_chars"),
    ("lib/ledger/planted.cpp", "auto t = std::chrono::system_clock::now();", "today and now"),
    ("lib/base/planted.cpp", "int unlisted;", "not named in lib/base/CMakeLists.txt"),
    ("include/mandate/base/planted.hpp", "// no guard", "#pragma once"),
    ("capi/command_line/planted.cpp", '#include "mandate/ledger/ledger.hpp"', "C header only"),
]
# Lines that look like violations and are none.
INNOCENT = [
    ("lib/base/planted.cpp", "// never setlocale(), no <cctype>; see std::tolower"),
    ("lib/base/planted.cpp", "/* #include <ctime>\n   strtod(x) */ int million = 1'000'000;"),
    ("lib/report/planted.cpp", 'const char* t = R"(// "quoted" 100 %f)";'),
    ("lib/report/planted.cpp", '#include "mandate/review/review.hpp"'),
]


class Layering(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.tree = pathlib.Path(folder.name)

    def plant(self, path, line):
        """What is wrong with a tree that holds this file alone."""
        file = self.tree / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(line + "\n", encoding="utf-8")
        try:
            return layering.violations(self.tree)
        finally:
            file.unlink()

    def test_the_tree_is_in_order(self):
        self.assertEqual([], layering.violations(TREE))

    def test_each_planted_violation_is_found(self):
        for path, line, complaint in PLANTED:
            with self.subTest(path=path, line=line):
                self.assertTrue(any(complaint in what for what in self.plant(path, line)))

    def test_innocent_lines_are_left_alone(self):
        for path, line in INNOCENT:
            with self.subTest(path=path, line=line):
                self.assertEqual([what for what in self.plant(path, line)
                                  if "not named in" not in what], [])

    def test_the_one_file_that_compiles_boost_json_stays_one(self):
        one, two = (self.tree / f"lib/base/planted{n}.cpp" for n in (1, 2))
        for file in (one, two):
            file.write_text("#include <boost/json/src.hpp>\n", encoding="utf-8")
        try:
            self.assertTrue(any("already in" in what for what in layering.violations(self.tree)))
        finally:
            one.unlink()
            two.unlink()


if __name__ == "__main__":
    unittest.main()
