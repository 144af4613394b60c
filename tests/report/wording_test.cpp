#include "report/wording.hpp"

#include "report/sample_review.hpp"

#include <gtest/gtest.h>

namespace mandate::wording {
namespace {

using enum language;
using sample::agency;
using sample::on;

std::string value_of(const fact_lines& lines, std::string_view name) {
    for (const fact_line& line : lines)
        if (line.name == name) return line.value;
    return "(none)";
}

TEST(Pick, FallsBackToVietnameseThenToAnythingStated) {
    EXPECT_EQ(pick({"một", "one", ""}, en), "one");
    EXPECT_EQ(pick({"một", "one", ""}, tr), "một");
    EXPECT_EQ(language_of({"một", "one", ""}, tr), vi);
    EXPECT_EQ(pick({"", "one", ""}, vi), "one");
    EXPECT_EQ(language_of({"", "one", ""}, vi), en);
    EXPECT_EQ(pick({}, tr), "");
}

TEST(Names, KeepTheWordsOfTheSource) {
    EXPECT_EQ(names({agency("A"), agency("B")}, "", en, "-"), "Agency A; Agency B");
    EXPECT_EQ(names({}, "Các bộ, ngành", vi, "-"), "“Các bộ, ngành”");
    EXPECT_EQ(names({}, "", vi, "không nêu"), "không nêu");
}

TEST(LeadsOf, SayWhenNobodyIsNamed) {
    review_task t;
    EXPECT_EQ(leads_of(t, vi), "chưa phân công cơ quan chủ trì");
    t.lead_as_stated = "tất cả các cơ quan";
    EXPECT_EQ(leads_of(t, vi), "“tất cả các cơ quan”");
}

TEST(StateOf, ShowsBothDaysWhereTheClassChanged) {
    const std::vector<review_task> tasks = sample::sample_tasks();
    EXPECT_EQ(state_of(tasks[4], en),
              "at the end of the period: overdue, not completed; at the cut-off: completed late; "
              "finished on 18 April 2024; 13 working days late");
    EXPECT_EQ(state_of(tasks[1], en),
              "completed late; finished on 31 March 2024; 1 working day late");
    EXPECT_EQ(state_of(tasks[5], vi),
              "đang thực hiện trong hạn; đã trình ngày 22/4/2024, chờ cho ý kiến");
}

TEST(DeadlineOf, ShowsTheOriginalBesideTheCurrent) {
    EXPECT_EQ(deadline_of(sample::overdue_task(), vi), "20/3/2024 (ban đầu: 15/02/2024)");
    EXPECT_EQ(deadline_of(sample::sample_tasks()[0], vi), "15/3/2024");
}

TEST(RevisionOf, TellsWhoExtendedAndWhen) {
    EXPECT_EQ(revision_of(sample::overdue_task(), 0, en),
              "20 February 2024: 15 February 2024 → 20 March 2024; Agency A; 12-M; chờ ý kiến; "
              "extended after the due date");
}

TEST(ExplanationOf, TellsSilenceFromAnExplanation) {
    const fact_lines told = explanation_of(sample::overdue_task(), en);
    EXPECT_EQ(value_of(told, "Cause of delay"), "coordinating agency replied late");
    EXPECT_EQ(value_of(told, "Responsibility"), "Agency C; Người phụ trách mẫu");
    EXPECT_EQ(value_of(told, "New date proposed"), "31 May 2024");
    const fact_lines silent = explanation_of(sample::sample_tasks()[4], en);
    ASSERT_EQ(silent.size(), 1u);
    EXPECT_EQ(silent[0].value, "not explained");
    review_task partly = sample::overdue_task();
    partly.explained->remedy.clear();
    partly.explained->cause = "a cause of this ledger";
    EXPECT_EQ(value_of(explanation_of(partly, en), "Remedy"), "not stated in the source");
    EXPECT_EQ(value_of(explanation_of(partly, en), "Cause of delay"), "a cause of this ledger");
}

TEST(BackgroundOf, ListsWhatIsStatedOnly) {
    const review r = sample::sample_review();
    const fact_lines full = background_of(r, r.tasks[3], en);
    EXPECT_EQ(value_of(full, "Coordinating agency"),
              "Agency C; Agency D (“các cơ quan liên quan”)");
    EXPECT_EQ(value_of(full, "Assigned on"), "January 2024 (“tháng 01 năm 2024”)");
    EXPECT_EQ(value_of(full, "Meeting"), "Sample meeting");
    EXPECT_EQ(value_of(full, "Source"), "biên bản mẫu");
    const fact_lines bare = background_of(r, r.tasks[4], en);
    ASSERT_EQ(bare.size(), 1u);
    EXPECT_EQ(bare[0].name, "Assigned on");
    EXPECT_EQ(value_of(background_of(r, r.tasks[0], en), "Quality"),
              "meets requirements after revision");
}

TEST(BackgroundOf, DoesNotRepeatNamesAsTheWordsOfTheSource) {
    const review r = sample::sample_review();
    review_task t = r.tasks[3];
    t.lead_as_stated = "Cơ quan B";
    t.coordinating_as_stated = "Cơ quan C, Cơ quan D";
    EXPECT_EQ(value_of(background_of(r, t, vi), "Cơ quan chủ trì"), "(none)");
    EXPECT_EQ(value_of(background_of(r, t, vi), "Cơ quan phối hợp"), "Cơ quan C; Cơ quan D");
}

TEST(Meeting, NamesAPersonAsFarAsKnown) {
    const review_meeting m = *sample::sample_review().meeting;
    EXPECT_EQ(person_of(m.persons[0], en), "Người chủ trì mẫu, Sample post (chair)");
    EXPECT_EQ(person_of(m.persons[1], en), "Người dự mẫu (attendee)");
    EXPECT_EQ(person_of({"", m.persons[0].post, meeting_role::attendee}, en),
              "Sample post (attendee)");
}

TEST(DependentOf, SaysHowItDepends) {
    const review r = sample::sample_review();
    const struct {
        dependent_task link;
        const char* expected;
    } cases[] = {
        {{"M06", link_kind::finish_start, 0, lag_unit::working_days},
         "M06 (Agency D): starts when this task is finished"},
        {{"M06", link_kind::start_start, 5, lag_unit::working_days},
         "M06 (Agency D): starts when this task has started, 5 working days later"},
        {{"M06", link_kind::finish_finish, -1, lag_unit::working_days},
         "M06 (Agency D): finishes when this task is finished, 1 working day earlier"},
        {{"X", link_kind::start_finish, 2, lag_unit::calendar_days},
         "X: finishes when this task has started, 2 calendar days later"},
    };
    for (const auto& c : cases) EXPECT_EQ(dependent_of(r, c.link, en), c.expected);
}

TEST(Documents, AreNamedByNumberWithEveryDate) {
    const review r = sample::sample_review();
    EXPECT_EQ(number_of(r, "68-M"), "68-M");
    EXPECT_EQ(number_of(r, "77-M"), "77-M") << "without a number: its code";
    EXPECT_EQ(number_of(r, "unknown"), "unknown");
    EXPECT_EQ(document_date(r.documents[1], en),
              "12 November 2023; another source gives 15 November 2023 (nguồn mẫu 2)");
    EXPECT_EQ(document_date(r.documents[2], en), "“cuối năm 2023”");
    EXPECT_EQ(relation_of(r, 1, en), "implements: 39-M");
    EXPECT_EQ(relation_of(r, 0, en), "");
}

TEST(Indicators, TellZeroFromMissing) {
    const review r = sample::sample_review();
    const std::vector<indicator_row>& rows = r.indicators[0].rows;
    EXPECT_EQ(target_of(rows[0], vi), "1.000");
    EXPECT_EQ(wording::value_of(rows[0], vi), "862 (86,20%)");
    EXPECT_EQ(target_of(rows[1], vi), "4.500–5.000");
    EXPECT_EQ(wording::value_of(rows[1], vi), "văn bản không nêu");
    EXPECT_EQ(target_of(rows[2], vi), "văn bản không nêu");
    EXPECT_EQ(wording::value_of(rows[2], vi), "0");
    EXPECT_EQ(target_of(rows[3], vi), "≥ 3.800");
}

TEST(TitleOf, NamesBothPeriods) {
    review r = sample::sample_review();
    EXPECT_EQ(title_of(r, vi),
              "Kết quả thực hiện nhiệm vụ quý I/2024, nhiệm vụ trọng tâm quý II/2024");
    EXPECT_EQ(title_of(r, en), "Results of Q1 2024 and key tasks of Q2 2024");
    r.period = period{period_kind::year, 2199};
    r.next.reset();
    EXPECT_EQ(title_of(r, en), "Results of 2199") << "no year after it is covered";
}

TEST(FirstColumn, IsTheCutOffWhereThatIsInsideThePeriod) {
    review r = sample::sample_review();
    EXPECT_EQ(first_column(r, vi), "Cuối kỳ 31/3/2024");
    r.class_day = r.cut_off = on(2024, 3, 10);
    EXPECT_EQ(first_column(r, vi), "Tính đến 10/3/2024");
    EXPECT_NE(method_of(r, vi)[1].find("tính tại ngày 10/3/2024"), std::string::npos);
}

TEST(Findings, SpeakTheReadersLanguageWhereTheyAreKnown) {
    const review r = sample::sample_review();
    EXPECT_EQ(finding_label(r, {"calendar.contradiction", "line", {{"day", "2024-05-04"}}}, vi),
              "Ngày 04/5/2024 được ghi vừa là ngày nghỉ, vừa là ngày làm việc; lấy bản ghi sau.");
    EXPECT_EQ(
        finding_label(r, {"agency.ended_holds_task", "line", {{"agency", "C"}, {"task", "T"}}}, en),
        "Agency C has ended; its task T has not been reassigned.");
    EXPECT_EQ(finding_label(r, {"agency.ended_holds_task", "line", {}}, en), "line")
        << "facts are missing";
    EXPECT_EQ(finding_label(r, {"something.else", "line", {}}, tr), "line");
}

TEST(Recommendations, SayWhenNobodyAnswered) {
    review_recommendation rec;
    EXPECT_EQ(status_label(rec, vi), "chưa có ý kiến");
    for (const char* status : {"noted", "forwarded", "in_progress", "partly_answered", "answered",
                               "accepted", "declined", "withdrawn"}) {
        rec.status = status;
        for (const language lang : {vi, tr}) EXPECT_NE(status_label(rec, lang), status);
    }
    EXPECT_EQ(topic_label("budget", vi), "kinh phí");
    EXPECT_EQ(topic_label("tuyên giáo", en), "tuyên giáo");
}

TEST(Method, IsTenOrSoSentencesInEveryLanguage) {
    for (const language lang : {vi, en, tr}) {
        const auto sentences = method_of(sample::sample_review(), lang);
        EXPECT_GE(sentences.size(), 6u);
        for (const std::string& s : sentences) {
            EXPECT_TRUE(s.ends_with(".")) << s;
            EXPECT_EQ(s.find('{'), std::string::npos) << s;
        }
    }
}

}  // namespace
}  // namespace mandate::wording
