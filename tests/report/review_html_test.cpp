#include "mandate/report/report.hpp"
#include "report/sample_review.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr language languages[] = {language::vi, language::en, language::tr};

std::vector<review> reviews() {
    return {sample::sample_review(), sample::empty_review(), sample::large_review(20)};
}

std::vector<std::string> found(const std::string& text, const char* pattern) {
    const std::regex wanted{pattern};
    std::vector<std::string> out;
    for (std::sregex_iterator at{text.begin(), text.end(), wanted}, end; at != end; ++at)
        out.push_back((*at)[1]);
    return out;
}

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t n = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++n;
    return n;
}

// The section with this id, without those around it.
std::string section(const std::string& page, const std::string& id) {
    const auto from = page.find("<section id=\"" + id + "\">");
    if (from == page.npos) return {};
    return page.substr(from, page.find("</section>", from) - from);
}

// What is wrong with the tags, or nothing.
std::string tag_fault(const std::string& page) {
    std::vector<std::string> open;
    for (auto at = page.find('<'); at != page.npos; at = page.find('<', at + 1)) {
        const auto end = page.find('>', at);
        if (end == page.npos) return "a tag without end";
        const std::string tag = page.substr(at + 1, end - at - 1);
        if (tag.starts_with('!') || tag.ends_with('/')) continue;
        if (!tag.starts_with('/')) {
            open.push_back(tag.substr(0, tag.find_first_of(" \n")));
            continue;
        }
        if (open.empty() || open.back() != tag.substr(1)) return "unexpected <" + tag + ">";
        open.pop_back();
    }
    return open.empty() ? "" : "not closed: " + open.back();
}

// A number of several classes together has no list, and so leads to none.
TEST(ReviewHtml, ANumberLeadsToAListOfItsOwnLength) {
    review several = sample::sample_review();  // a task with two leads is in two rows
    several.sum_of_rows = several.at_end;
    several.sum_of_rows.add(task_class::open_overdue);
    for (const review& r : {sample::sample_review(), several, sample::large_review(20)}) {
        const std::string page = review_html(r, language::en);
        std::map<std::string, std::int64_t> length{
            {"register", static_cast<std::int64_t>(r.population.size())}};
        for (std::size_t c = 0; c < task_class_count; ++c)
            length["c-" + std::string{name_of(static_cast<task_class>(c))}] = r.at_end.of[c];
        const std::regex link{"<a href=\"#([^\"]*)\"[^>]*>([0-9]+)</a>"};
        std::size_t seen = 0;
        for (std::sregex_iterator at{page.begin(), page.end(), link}, end; at != end; ++at) {
            const auto list = length.find((*at)[1]);
            if (list == length.end()) continue;
            ++seen;
            EXPECT_EQ((*at)[2], std::to_string(list->second)) << list->first;
        }
        EXPECT_GT(seen, 3U);
    }
}

TEST(ReviewHtml, HasBalancedTags) {
    EXPECT_EQ(tag_fault("<p><b></p>"), "unexpected </p>");  // the check itself can fail
    for (const language lang : languages)
        for (const review& r : reviews()) EXPECT_EQ(tag_fault(review_html(r, lang)), "");
}

TEST(ReviewHtml, NamesItsLanguageAndThatOfForeignWords) {
    const review r = sample::sample_review();
    EXPECT_NE(review_html(r, language::vi).find("<html lang=\"vi\">"), std::string::npos);
    EXPECT_NE(review_html(r, language::en).find("<html lang=\"en\">"), std::string::npos);
    const std::string turkish = review_html(r, language::tr);
    EXPECT_NE(turkish.find("<html lang=\"tr\">"), std::string::npos);
    EXPECT_NE(turkish.find("<span lang=\"vi\">Chương trình hành động mẫu</span>"),
              std::string::npos)
        << "a title without a Turkish form";
}

TEST(ReviewHtml, EscapesWhatTheRecordHolds) {
    for (const language lang : languages) {
        const std::string page = review_html(sample::sample_review(), lang);
        EXPECT_EQ(page.find("<script"), std::string::npos);
        EXPECT_EQ(page.find("alert('"), std::string::npos);
        EXPECT_NE(page.find("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"), std::string::npos);
    }
    const std::string english = review_html(sample::sample_review(), language::en);
    EXPECT_NE(english.find("&quot;papers &amp; data&quot;"), std::string::npos);
}

TEST(ReviewHtml, EscapesEveryWordOfTheRecord) {
    const std::string evil = "<i>\"'&";
    review r = sample::sample_review();
    const multilingual words{evil, evil, evil};
    for (std::size_t at = 0; at < r.tasks.size(); ++at) {
        review_task& t = r.tasks.edit(at);
        t.title = words;
        for (std::string* text :
             {&t.code, &t.meeting, &t.assigned_as_stated, &t.lead_as_stated,
              &t.coordinating_as_stated, &t.product, &t.field_of_work, &t.original.as_stated,
              &t.current.as_stated, &t.doubt, &t.note, &t.result, &t.quality, &t.reason})
            *text += evil;
        t.meeting_name = words;
        t.documents = t.sources = {evil};
        for (named& lead : t.leads) lead = {evil, words};
        if (t.explained)
            for (std::string* text : {&t.explained->cause, &t.explained->text, &t.explained->remedy,
                                      &t.explained->responsible_official})
                *text += evil;
        for (deadline_revision& change : t.revisions) change.document = change.reason = evil;
        for (dependent_task& d : t.waiting) d.task += evil;
    }
    for (agency_row& row : r.agencies) {
        row.agency = {evil, words};
        row.merged_into = evil;
        row.ended_how = "merged";
        row.successors = {{evil, words}};
    }
    r.agencies[1].agency.code += "2";
    r.agencies[2].agency.code += "3";
    for (document_node& d : r.documents) {
        d.number = d.note = d.dated_as_stated = evil;
        d.title = words;
        for (auto& other : d.other_dates) other.sources = {evil};
    }
    for (review_of_document& d : r.document_reviews) {
        d.code = d.number = d.task = d.report = d.quality = d.state = evil;
        d.title = words;
        d.leads = {{evil, words}};
    }
    for (review_item& i : r.programme_items) {
        i.code = i.session = i.task = i.state = i.decision = i.reason = evil;
        i.title = words;
        i.leads = {{evil, words}};
        i.agency = i.body = named{evil, words};
    }
    for (review_clause& c : r.orphan_clauses) {
        c.code = c.document = c.number = evil;
        c.title = words;
    }
    for (review_recommendation& rec : r.recommendations) {
        rec.code += evil;
        rec.text = words;
        for (std::string* text : {&rec.raised_by_as_stated, &rec.topic, &rec.meeting, &rec.status,
                                  &rec.answer_task, &rec.answer_text})
            *text = evil;
        rec.meeting_name = words;
        rec.related_tasks = {evil};
    }
    r.indicators[0].indicator = {evil, words};
    r.indicators[0].unit = r.indicators[0].note = evil;
    r.indicators[0].rows[0].sources = {evil};
    r.meeting->name = r.meeting->persons[0].post = r.meeting->conclusions[0].text = words;
    r.meeting->persons[0].name = r.meeting->conclusions[0].code = evil;
    r.findings = {{"a.b", evil, {}}};
    r.not_reported = {{evil, words}};
    r.only = {evil};
    for (const language lang : languages) {
        const std::string page = review_html(r, lang);
        EXPECT_EQ(page.find("<i>"), std::string::npos);
        EXPECT_EQ(tag_fault(page), "");
        EXPECT_GT(count(page, "&lt;i&gt;&quot;&#39;&amp;"), 60u);
    }
}

TEST(ReviewHtml, RefersToNothingOutside) {
    for (const review& r : reviews()) {
        const std::string page = review_html(r, language::vi);
        for (const char* outside :
             {"http", "src=", "@import", "<script", "<link", "<img", "<iframe"})
            EXPECT_EQ(page.find(outside), std::string::npos) << outside;
        for (const std::string& target : found(page, "url\\(([^)]*)\\)"))
            EXPECT_TRUE(target.starts_with('#')) << target;
    }
}

TEST(ReviewHtml, EveryLinkLeadsToAnAnchorAndEveryAnchorIsOne) {
    for (const language lang : languages)
        for (const review& r : reviews()) {
            const std::string page = review_html(r, lang);
            const auto ids = found(page, " id=\"([^\"]*)\"");
            const std::set<std::string> known{ids.begin(), ids.end()};
            EXPECT_EQ(known.size(), ids.size()) << "an id is there twice";
            const auto links = found(page, "href=\"([^\"]*)\"");
            EXPECT_GT(links.size(), 15u);
            for (const std::string& link : links)
                EXPECT_TRUE(link.starts_with('#') && known.contains(link.substr(1))) << link;
        }
}

TEST(ReviewHtml, ShowsEveryList) {
    const std::string page = review_html(sample::sample_review(), language::vi);
    const struct {
        const char* block;
        std::vector<std::string> parts;
    } blocks[] = {
        {"summary",
         {"Tổng số <a href=\"#register\">10</a> nhiệm vụ", "#unexplained", "#done-since",
          "2/4 (50,00%)", "#carried-late", "#carried-planned", "#k-open_without_deadline",
          "#rec-open", "#not-reported"}},
        {"decisions",
         {"M04.", "M07.", "KN1.", "elsewhere.", "#u-M04", "#r-KN1",
          "quá hạn, chậm 20 ngày làm việc", "02 nhiệm vụ đang chờ (Cơ quan C; Cơ quan D)",
          "Xem xét thời hạn đề nghị mới 31/5/2024", "Phân công cơ quan chủ trì"}},
        {"classes", {"#c-done_late", "#k-done_late", "id=\"rates\"", "33,33%"}},
        {"agencies",
         {"Cơ quan B", "Cơ quan C", "hợp nhất vào Cơ quan D",
          "<svg class=\"bar\" "
          "width=\"160\" height=\"12\"",
          "Cộng các dòng", "#a-B:open_overdue", "#a-C:coordinating"}},
        {"unfinished",
         {"id=\"u-M04\"", "<del>", "<details>", "12-M", "M06 (Cơ quan D)", "chưa giải trình",
          "Người phụ trách mẫu"}},
        {"lists",
         {"id=\"done-since\"", "id=\"carried-late\"", "id=\"carried-planned\"",
          "id=\"no-deadline\"", "id=\"awaiting\"", "id=\"no-lead\"", "#t-M06"}},
        {"documents",
         {"39-M", "Triển khai thực hiện: 39-M", "3/7 (42,86%)", "nguồn mẫu 2", "#t-M01",
          "cuối năm 2023"}},
        {"indicators", {"Chỉ tiêu mẫu", "862 (86,20%)", "no_value", "4.500–5.000", "3.998"}},
        {"recommendations", {"id=\"r-KN1\"", "id=\"r-KN2\"", "chưa có ý kiến", "#t-M05"}},
        {"meeting", {"Người chủ trì mẫu", "Biểu dương mẫu", "Đồng ý mẫu"}},
        {"answers",
         {"id=\"answers-warnings\"", "Lâu chưa báo cáo", "M06. ", "04/3/2024", "Cơ quan C\u00a0*",
          "hoàn thành nhiệm vụ", "Nguyên nhân khách quan", "33,33%\u00a0*", "3/4", "86,20%",
          "id=\"answers-mutual\"", "lấy ý kiến tham gia: LYK1", "11/3/2024"}},
        {"next", {"quý II/2024", "id=\"next-new\"", "#t-M11", "id=\"next-planned\""}},
        {"register", {"id=\"t-M01\"", "id=\"t-M11\"", "id=\"c-cancelled\"", "id=\"others\""}},
        {"by-agency", {"id=\"a-B\"", "id=\"a-D:done_late\"", "id=\"a-B:still-overdue\""}},
        {"by-class", {"id=\"k-standing\""}},
        {"findings", {"sample finding about task M07"}},
        {"method", {"<li>"}},
    };
    for (const auto& block : blocks) {
        const std::string text = section(page, block.block);
        ASSERT_FALSE(text.empty()) << block.block;
        for (const std::string& part : block.parts)
            EXPECT_NE(text.find(part), std::string::npos) << block.block << ": " << part;
    }
}

// A heading stands as the numbers below it do.
TEST(ReviewHtml, HeadsNumbersOfIndicatorsOnTheirSide) {
    for (const language lang : languages) {
        const std::string text = section(review_html(sample::sample_review(), lang), "indicators");
        EXPECT_EQ(count(text, "<th scope=\"col\" class=\"n\">"), 2 * count(text, "<table>"));
        EXPECT_GT(count(text, "<td class=\"n\">"), 0U);
    }
}

TEST(ReviewHtml, HasTheThreeLinesAtItsHead) {
    const std::string page = review_html(sample::sample_review(), language::vi);
    const std::string head = page.substr(page.find("<header>"), 900);
    for (const char* part : {"Kỳ: 01/01-31/3/2024 · Chốt số liệu: 25/4/2024 · Họp: 25/4/2024 · Số "
                             "liệu biết đến: 25/4/2024, 16:30 (UTC+07:00)",
                             "DỰ THẢO theo bản ghi số 1.234", "Chưa báo cáo: "})
        EXPECT_NE(head.find(part), std::string::npos) << part;
}

TEST(ReviewHtml, ShowsTheAgendaInItsOrderAndThePairsThatNeedAttentionFirst) {
    const std::string page = review_html(sample::sample_review(), language::en);
    EXPECT_THAT(found(section(page, "decisions"), "<h3[^>]*>([^.]*)\\."),
                ElementsAre("M04", "M07", "KN1", "elsewhere"));
    const std::string answers = section(page, "answers");
    EXPECT_LT(answers.find("<td>Agency C</td><td>Agency D</td>"),
              answers.find("<td>Agency A</td><td>Agency B</td>"));
}

TEST(ReviewHtml, TellsWhyATaskIsLateFromWhereTheDelayBegins) {
    const std::string page = review_html(sample::sample_review(), language::en);
    const std::string course = page.substr(page.find("id=\"u-M04\""));
    EXPECT_LT(course.find("is 20 working days behind"), course.find("added"));
    std::vector<std::string> chain = found(course, "<li>([^<]*added[^<]*)</li>");
    ASSERT_GE(chain.size(), 2U);
    EXPECT_THAT(chain[0], HasSubstr("M06"));
    EXPECT_THAT(chain[1], testing::AllOf(HasSubstr("M04"), HasSubstr("Agency B, which leads: 4"),
                                         HasSubstr("Agency A to decide")));
}

TEST(ReviewHtml, WithoutAnswersSaysSo) {
    const std::string page = review_html(sample::large_review(3), language::en);
    for (const char* block : {"decisions", "answers"})
        EXPECT_NE(section(page, block).find("Not part of this review."), std::string::npos);
}

TEST(ReviewHtml, CanBeReadByEar) {
    const std::string page = review_html(sample::sample_review(), language::vi);
    EXPECT_EQ(count(page, "<table"), count(page, "<caption")) << "each table has a caption";
    for (const std::string& attributes : found(page, "<th( [^>]*)?>"))
        EXPECT_NE(attributes.find("scope="), std::string::npos) << attributes;
    EXPECT_EQ(count(page, "<svg class=\"bar\""), count(page, "role=\"img\""));
    EXPECT_NE(page.find("class=\"skip\" href=\"#main\""), std::string::npos);
    EXPECT_EQ(count(page, "<h1>"), 1u);
}

TEST(ReviewHtml, OfAnEmptyReviewSaysSo) {
    review nothing = sample::empty_review();
    nothing.answers = sample::answers_of({});
    const std::string page = review_html(nothing, language::vi);
    for (const char* part :
         {"Trong kỳ không có nhiệm vụ nào.", "Không có nội dung nào cần quyết định.",
          "Không có nhiệm vụ chuyển tiếp sang kỳ sau.", "không có trường hợp nào"})
        EXPECT_NE(page.find(part), std::string::npos) << part;
    for (const language lang : languages)
        EXPECT_EQ(section(review_html(sample::empty_review(), lang), "summary").find('{'),
                  std::string::npos);
}

TEST(ReviewHtml, TellsALongFieldOfWorkOnce) {
    const review r = sample::large_review(30);
    const std::string page = section(review_html(r, language::vi), "register");
    EXPECT_EQ(count(page, r.tasks[0].field_of_work), 1u);
    EXPECT_GT(count(page, "<a href=\"#f-1\">Lĩnh vực 1</a>"), 20u);
}

TEST(ReviewHtml, TellsALongListByCodes) {
    review r = sample::large_review(40);
    r.carried_planned = r.population;
    const std::string lists = section(review_html(r, language::vi), "lists");
    EXPECT_NE(lists.find("<a href=\"#t-N39\">N39</a>, <a href=\"#t-N40\">N40</a>"),
              std::string::npos);
    EXPECT_EQ(lists.find("mẫu số 39:"), std::string::npos);
}

TEST(ReviewHtml, StaysSmall) {
    constexpr std::size_t budget = 200 * 1024;
    EXPECT_LT(review_html(sample::large_review(150), language::vi).size(), budget);
}

}  // namespace
}  // namespace mandate
