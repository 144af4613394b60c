// The edition for publication names no agency and no person.

#include "mandate/report/report.hpp"
#include "report/sample_review.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace mandate {
namespace {

constexpr language languages[] = {language::vi, language::en, language::tr};

// Every name of an agency or a person in the review, and the codes of agencies.
std::set<std::string> names_in(const review& r) {
    std::set<std::string> names;
    const auto add = [&](const std::string& name) {
        if (!name.empty()) names.insert(name);
    };
    const auto agency = [&](const named& n) {
        for (const std::string* one : {&n.name.vi, &n.name.en, &n.name.tr}) add(*one);
        if (n.code.size() > 1) add(n.code);  // a letter is in every word
    };
    const auto agencies = [&](const std::vector<named>& all) {
        for (const named& n : all) agency(n);
    };
    for (const agency_row& row : r.agencies) agency(row.agency);
    agencies(r.not_reported);
    for (const review_task& t : r.tasks) {
        agencies(t.leads), agencies(t.coordinating);
        if (t.assigner) agency(*t.assigner);
        if (t.explained) add(t.explained->responsible_official);
    }
    for (const review_recommendation& rec : r.recommendations)
        agencies(rec.raised_by), agencies(rec.addressed_to);
    for (const review_indicator& i : r.indicators)
        for (const indicator_row& row : i.rows) agency(row.agency);
    if (r.meeting) {
        if (r.meeting->body) agency(*r.meeting->body);
        for (const review_meeting::person& p : r.meeting->persons) add(p.name);
    }
    return names;
}

TEST(Publication, NamesNobody) {
    review r = sample::sample_review();
    r.closing = review_closing{"R1",         {"board", {"Ban Thường vụ", "Board", "Kurul"}},
                               r.cut_off,    "Nguyễn Văn Mười",
                               "Người Mười", r.cut_off,
                               "R0"};
    std::set<std::string> names = names_in(r);
    names.insert({"Nguyễn Văn Mười", "Người Mười", "Ban Thường vụ", "board"});
    ASSERT_GT(names.size(), 10u);
    const review published = publication_of(r);
    std::string all = to_json(published);
    for (const language lang : languages)
        all += review_text(published, lang) + review_html(published, lang);
    for (const std::string& name : names) EXPECT_EQ(all.find(name), std::string::npos) << name;
    // The names are in the internal edition, so looking for them proves something.
    const std::string internal = to_json(r);
    for (const std::string& name : names) EXPECT_NE(internal.find(name), std::string::npos) << name;
}

TEST(Publication, KeepsCountsAndRates) {
    const review r = sample::sample_review();
    const review published = publication_of(r);
    EXPECT_EQ(published.at_end, r.at_end);
    EXPECT_EQ(published.by_end, r.by_end);
    ASSERT_TRUE(published.publication);
    EXPECT_EQ(published.publication->unfinished, static_cast<std::int64_t>(r.unfinished.size()));
    EXPECT_EQ(published.publication->agencies_with_overdue,
              std::count_if(r.agencies.begin(), r.agencies.end(), [](const agency_row& a) {
                  return a.led[task_class::open_overdue] > 0;
              }));
    const std::string text = review_text(published, language::vi);
    EXPECT_NE(text.find("bản công bố"), std::string::npos);
    EXPECT_NE(text.find("2/4"), std::string::npos);
    EXPECT_NE(text.find("50,00%"), std::string::npos);
}

TEST(Publication, SaysHowPercentagesAreRoundedAndWhichAreForReferenceOnly) {
    review published = publication_of(sample::sample_review());
    for (const auto how : {rounding::half_up, rounding::truncated}) {
        published.percentages = how;
        const std::string_view told =
            how == rounding::truncated ? "cut off after two decimals" : "rounded half up";
        for (const std::string& page :
             {review_text(published, language::en), review_html(published, language::en)}) {
            EXPECT_NE(page.find("(few cases"), std::string::npos);
            EXPECT_NE(page.find(told), std::string::npos);
        }
    }
}

}  // namespace
}  // namespace mandate
