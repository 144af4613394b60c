#include "report/html_writer.hpp"

#include "report/html_page.hpp"

#include <gtest/gtest.h>

#include <set>

namespace mandate::html {
namespace {

TEST(Escape, LeavesNothingThatHtmlWouldObey) {
    EXPECT_EQ(escape("<a href='x'>\"Q&A\"</a>"),
              "&lt;a href=&#39;x&#39;&gt;&quot;Q&amp;A&quot;&lt;/a&gt;");
    EXPECT_EQ(escape("quyết định"), "quyết định");
    EXPECT_EQ(escape(""), "");
}

TEST(HtmlWriter, EscapesTextsAndAttributesAndClosesWhatItOpened) {
    html_writer out;
    out.open("p", {{"title", "a \"b\" <c>"}});
    out.text("1 < 2 & 3");
    out.element("b", "'x'");
    out.leaf("rect", {{"x", "1"}});
    out.close();
    EXPECT_EQ(out.take(),
              "\n<p title=\"a &quot;b&quot; &lt;c&gt;\">1 &lt; 2 &amp; 3<b>&#39;x&#39;</b>"
              "<rect x=\"1\"/></p>");
}

TEST(Anchor, DiffersWhereCodesDiffer) {
    EXPECT_EQ(anchor("t", "T07"), "t-T07");
    EXPECT_EQ(anchor("d", "68-CTr/TU"), "d-68-CTr_2fTU");
    std::set<std::string> seen;
    for (const char* code : {"A B", "A_B", "A_20B", "A/B", "Ă", "A", "a", "A\"B", "A#B", "A:B", ""})
        EXPECT_TRUE(seen.insert(anchor("t", code)).second) << code;
    for (const std::string& id : seen)
        EXPECT_EQ(id.find_first_of(" \"'<>&#/:"), std::string::npos) << id;
}

TEST(Anchor, OfAClassIsNoAgencysAnchor) {
    EXPECT_EQ(anchor("a", "B", task_class::standing), "a-B:standing");
    EXPECT_NE(anchor("a", "B:standing"), anchor("a", "B", task_class::standing));
}

}  // namespace
}  // namespace mandate::html
