#include "report/wording.hpp"

#include "report/sample_review.hpp"
#include "review/agency_matters.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

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

// Rows of the question why_this_date.
table step(std::string_view driver, std::optional<std::string_view> link,
           std::string_view link_type, std::int64_t lag, std::string_view unit,
           std::string_view days_off) {
    table rows{{{"step", column_type::int64},
                {"task", column_type::text},
                {"start", column_type::day},
                {"finish", column_type::day},
                {"driver", column_type::text},
                {"predecessor", column_type::text},
                {"link", column_type::text},
                {"link_type", column_type::text},
                {"lag", column_type::int64},
                {"lag_unit", column_type::text},
                {"days_off", column_type::text}}};
    const auto text = [&](std::string_view words) {
        rows.put(words.empty() ? std::optional<std::string_view>{} : words);
    };
    rows.put(1), text("T2");
    for (int day = 0; day < 2; ++day) rows.put(on(2024, 5, 3).since_epoch());
    text(driver), text(link ? "T1" : ""), text(link.value_or("")), text(link_type);
    rows.put(link ? std::optional{lag} : std::nullopt), text(unit), text(days_off);
    return rows;
}

TEST(DecidedBy, TellsTheLagOfTheLinkAndTheDaysOffByName) {
    const table link = step("link", "L1", "finish_start", 2, "working_days",
                            "2024-04-18 hung_kings; 2024-04-30 reunification; 2024-05-01 labour");
    EXPECT_EQ(
        decided_by(link, 0, vi),
        "chờ T1 (L1, kết thúc đến bắt đầu, cộng thêm 02 ngày làm việc); trong thời gian này có "
        "ngày nghỉ: 18/4/2024 (Giỗ Tổ Hùng Vương), 30/4/2024 (Ngày Chiến thắng "
        "30/4), 01/5/2024 (Ngày Quốc tế lao động)");
    EXPECT_EQ(
        decided_by(link, 0, en),
        "waits for T1 (L1, finish to start, 2 working days later); days off meanwhile: 18 April "
        "2024 (Hung Kings' Commemoration Day), 30 April 2024 "
        "(Reunification Day), 1 May 2024 (International Labour Day)");
    EXPECT_EQ(decided_by(step("link", "L1", "start_start", -1, "calendar_days", ""), 0, tr),
              "T1 bekleniyor (L1, başlangıçtan başlangıca, 1 takvim günü önce)");
    EXPECT_EQ(decided_by(step("link", "L1", "finish_finish", 0, "working_days", ""), 0, en),
              "waits for T1 (L1, finish to finish)");
}

TEST(DecidedBy, DaysInARowAreOneEntryAndANameIsTold) {
    const table own =
        step("not_before", {}, "", 0, "",
             "2024-02-08 tet; 2024-02-09 tet; 2024-02-10 tet; 2024-02-12; "
             "2024-02-13 Nghỉ bù; theo thông báo; 2024-02-14 Nghỉ bù; theo thông báo");
    EXPECT_EQ(
        decided_by(own, 0, en),
        "may not begin earlier; days off meanwhile: 8 February 2024 – 10 February 2024 (Lunar "
        "New Year (Tet)), 12 February 2024, 13 February 2024 – 14 February 2024 (Nghỉ bù; "
        "theo thông báo)");
    EXPECT_EQ(decided_by(step("link", {}, "", 0, "", ""), 0, en),
              "waits for a task that is not shown");
}

TEST(KnotsOf, NameTheRingAndTheLinksToOpen) {
    table cycles{{{"knot", column_type::int64},
                  {"tasks", column_type::int64},
                  {"part", column_type::text},
                  {"position", column_type::int64},
                  {"task", column_type::text},
                  {"link", column_type::text},
                  {"waiting_task", column_type::text},
                  {"truncated", column_type::int64}}};
    const auto put = [&](std::int64_t knot, std::string_view part, std::string_view task,
                         std::string_view link, std::string_view waiting) {
        cycles.put(knot), cycles.put(2), cycles.put(part), cycles.put(1), cycles.put(task);
        cycles.put(link), cycles.put(waiting), cycles.put(0);
    };
    put(1, "shortest", "A", "L1", "B");
    put(1, "shortest", "B", "L2", "A");
    put(1, "opening", "B", "L2", "A");
    put(2, "shortest", "W", "L3", "D");  // E is part of W
    put(2, "shortest", "D", "L4", "E");
    put(2, "opening", "W", "L3", "D");
    const std::vector<std::string> told = knots_of(cycles, en);
    ASSERT_EQ(told.size(), 2u);
    EXPECT_EQ(told[0].substr(0, told[0].find(". ")), "Tasks that wait for one another: A → B → A");
    EXPECT_EQ(told[0].substr(told[0].rfind(". ")), ". Opened by removing: L2.");
    EXPECT_EQ(told[1].substr(0, told[1].find(". ")), "Tasks that wait for one another: W → D → E");
    for (int t = 0; t < 30; ++t)
        put(3, "shortest", std::to_string(t), "L", std::to_string((t + 1) % 30));
    const std::string of_thirty = knots_of(cycles, en).at(2);
    EXPECT_NE(of_thirty.find(": 0 → 1 → 2 →"), std::string::npos);
    EXPECT_NE(of_thirty.find(" → 18 → 19 → … → 29 → 0."), std::string::npos) << of_thirty;
    EXPECT_TRUE(knots_of({}, en).empty());
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
    review_task bare = sample::overdue_task();
    bare.revisions[0].document.clear();
    EXPECT_EQ(revision_of(bare, 0, vi),
              "20/02/2024: 15/02/2024 → 20/3/2024; Cơ quan A; không nêu văn bản quyết định; chờ ý "
              "kiến; gia hạn sau khi đã quá hạn");
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
    partly.explained->blamed = partly.explained->rejoinder_by = sample::agency("C");
    partly.explained->rejoinder.clear();
    EXPECT_EQ(value_of(explanation_of(partly, vi), "Ý kiến của Cơ quan C"), "chưa có ý kiến");
    EXPECT_EQ(value_of(explanation_of(partly, en), "Answer of Agency C"), "no answer yet");
    partly.explained->rejoinder_on = parse_day("2024-04-20");
    EXPECT_EQ(value_of(explanation_of(partly, en), "Answer of Agency C"), "answered")
        << "of a placeholder without words";
}

TEST(BackgroundOf, ListsWhatIsStatedOnly) {
    const review r = sample::sample_review();
    const fact_lines full = background_of(r.tasks[3], en);
    EXPECT_EQ(value_of(full, "Coordinating agency"),
              "Agency C; Agency D (“các cơ quan liên quan”)");
    EXPECT_EQ(value_of(full, "Assigned on"), "January 2024 (“tháng 01 năm 2024”)");
    EXPECT_EQ(value_of(full, "Meeting"), "Sample meeting");
    EXPECT_EQ(value_of(background_of(r.tasks[3], tr), "Toplantı"), "Örnek toplantı");
    EXPECT_EQ(value_of(full, "Source"), "biên bản mẫu");
    const fact_lines bare = background_of(r.tasks[4], en);
    ASSERT_EQ(bare.size(), 1u);
    EXPECT_EQ(bare[0].name, "Assigned on");
    EXPECT_EQ(value_of(background_of(r.tasks[0], en), "Quality"),
              "meets requirements after revision");
}

TEST(BackgroundOf, DoesNotRepeatNamesAsTheWordsOfTheSource) {
    const review r = sample::sample_review();
    review_task t = r.tasks[3];
    t.lead_as_stated = "Cơ quan B";
    t.coordinating_as_stated = "Cơ quan C, Cơ quan D";
    EXPECT_EQ(value_of(background_of(t, vi), "Cơ quan chủ trì"), "(none)");
    EXPECT_EQ(value_of(background_of(t, vi), "Cơ quan phối hợp"), "Cơ quan C; Cơ quan D");
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
    const measure_kind cumulative = r.indicators[0].measure;
    EXPECT_EQ(target_of(rows[0], vi), "1.000");
    EXPECT_EQ(wording::value_of(rows[0], cumulative, vi), "862 (86,20%)");
    EXPECT_EQ(target_of(rows[1], vi), "4.500–5.000");
    EXPECT_EQ(wording::value_of(rows[1], cumulative, vi), "văn bản không nêu");
    EXPECT_EQ(target_of(rows[2], vi), "văn bản không nêu");
    EXPECT_EQ(wording::value_of(rows[2], cumulative, vi), "0");
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
    EXPECT_EQ(
        finding_label(
            r,
            {"agency.ended_holds_task", "line", {{"agency", "C"}, {"task", "T"}, {"kind", "any"}}},
            en),
        "Agency C has ended; its task T has not been reassigned.")
        << "no words of its own for this kind";
    EXPECT_EQ(finding_label(r, {"something.else", "line", {}}, tr), "line");
    const finding stopped{"task.stopped_over_open_parts",
                          "line",
                          {{"task", "T"}, {"n", "2"}, {"parts", "P1, P2"}, {"state", "suspended"}}};
    EXPECT_EQ(finding_label(r, stopped, vi),
              "Nhiệm vụ T được ghi nhận tạm dừng khi còn 02 nhiệm vụ thành phần chưa hoàn thành: "
              "P1, P2.");
    EXPECT_EQ(finding_label(r, stopped, en),
              "Task T is recorded as suspended while 2 of its parts are open: P1, P2.");
    EXPECT_EQ(finding_label(r, stopped, tr),
              "“durduruldu” durumundaki T kodlu görevin 2 alt görevi hâlâ açıktır: P1, P2.");
}

TEST(Findings, SayWhatKindOfThingNobodyTookOver) {
    const review r = sample::sample_review();
    const auto said = [&](left_kind kind, language lang) {
        return finding_label(r,
                             {"agency.ended_owes",
                              "line",
                              {{"agency", "C"},
                               {"kind", std::string{name_of(kind)}},
                               {"code", "T"},
                               {"period", "2024-Q1"},
                               {"expected", "plan"}}},
                             lang);
    };
    for (const language lang : {vi, en, tr}) {
        std::set<std::string> lines;
        const int last = static_cast<int>(left_kind::item);
        for (int kind = static_cast<int>(left_kind::coordination); kind <= last; ++kind) {
            const std::string line = said(static_cast<left_kind>(kind), lang);
            EXPECT_NE(line.find("T"), line.npos) << line;
            EXPECT_NE(line, "line") << name_of(static_cast<left_kind>(kind));
            EXPECT_TRUE(lines.insert(line).second) << line;
        }
    }
    EXPECT_EQ(said(left_kind::field_of_work, en),
              "Agency C has ended; nobody has been charged with its field “plan”.");
    EXPECT_EQ(said(left_kind::expected_document, en),
              "Agency C has ended; nobody has taken over document “plan”, which it is to issue for "
              "task T.");
    EXPECT_EQ(said(left_kind::decision, en),
              "Agency C has ended; nobody has taken over its decision on task T, which it "
              "assigned.");
    EXPECT_EQ(said(left_kind::target, vi),
              "Cơ quan C đã kết thúc hoạt động; chưa có cơ quan nào tiếp nhận chỉ tiêu T (quý "
              "I/2024).");
    EXPECT_EQ(said(left_kind::condition, tr),
              "Kurum C faaliyetini sona erdirmiştir; T kodlu görev için “plan” koşulunu yerine "
              "getirme yükümlülüğü henüz hiçbir kurum tarafından devralınmamıştır.");
    const finding wordless{
        "agency.ended_owes", "line", {{"agency", "C"}, {"kind", "condition"}, {"code", "T"}}};
    EXPECT_EQ(finding_label(r, wordless, vi),
              "Cơ quan C đã kết thúc hoạt động; chưa có cơ quan nào tiếp nhận trách nhiệm bảo đảm "
              "điều kiện cho nhiệm vụ T.")
        << "the words of the condition were destroyed";
    EXPECT_EQ(finding_label(r, wordless, en),
              "Agency C has ended; nobody has taken over a condition that it owes to task T.");
    EXPECT_EQ(finding_label(r, wordless, tr),
              "Kurum C faaliyetini sona erdirmiştir; T kodlu görev için üstlendiği koşulu yerine "
              "getirme yükümlülüğü henüz hiçbir kurum tarafından devralınmamıştır.");
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
