// What a closed review would say otherwise today, and what closed reviews left to later ones.

#include "record_test.hpp"

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace mandate {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

class ReviewDifferences : public tests::record_test {
protected:
    void close(const std::string& review, const std::string& body, const std::string& period,
               const std::string& cut_off, const std::string& more = {}) {
        say(cut_off + " draft_review review=" + review + " agency=" + body + " period=" + period +
            " cut_off=" + cut_off + more + "\n" + cut_off + " send_review review=" + review + "\n" +
            cut_off + " close_review review=" + review + " agency=" + body +
            " reason=x answer_due=2024-12-30");
    }
    std::vector<std::string> told(const char* day, const std::string& question,
                                  const char* columns) const {
        return tests::told(*record_, day, question, columns);
    }
    std::vector<std::string> differences() const {
        return told("2024-12-31", "review_differences review=R", "task what was is command");
    }
};

TEST_F(ReviewDifferences, AnswerWhyAListIsAnotherOne) {
    const std::int64_t submitted = say(R"(
2024-01-02 assign_task task=T1 title_vi=x lead=A assigner=X deadline=2024-02-20
2024-01-02 assign_task task=T3 title_vi=x lead=A assigner=X deadline=2024-05-20
2024-04-05 submit_task task=T1
)");
    close("R", "X", "2024-Q1", "2024-04-25");
    say("2024-02-05 plan_task task=T3 period=2024-Q1\n2024-03-30 submit_task task=T1 corrects=" +
        std::to_string(submitted));
    EXPECT_THAT(differences(),
                ElementsAre("T1 | handed_in | 2024-04-05 | 2024-03-30 | submit_task",
                            "T1 | lists | overdue unfinished unexplained carried_late "
                            "awaiting_acceptance | unplanned overdue unfinished unexplained "
                            "carried_late awaiting_acceptance | plan_task",
                            "T3 | lists | carried_planned next_planned | unfinished unexplained "
                            "carried_late next_planned | plan_task"));
}

// The quarter's class as the next quarter will compare it: what was returned, confirmed or accepted
// after the cut-off, or counts otherwise since, says it otherwise (lib/README.md, decision 169).
TEST_F(ReviewDifferences, TellTheClassAtTheEndOfThePeriodAsItIsSeenToday) {
    say(R"(
2024-01-02 assign_task task=T1 title_vi=x lead=A assigner=X deadline=2024-03-20 acceptance=not_asked
2024-01-02 assign_task task=T2 title_vi=x lead=A assigner=X deadline=2024-03-20
2024-01-02 assign_task task=T3 title_vi=x lead=A assigner=X deadline=2024-03-20
2024-03-10 complete_task task=T1
2024-03-10 submit_task task=T2
2024-03-10 submit_task task=T3
2024-05-02 accept_task task=T3
2024-01-02 assign_task task=T4 title_vi=x lead=A assigner=X deadline=2024-03-20
2024-03-10 submit_task task=T4
2024-04-05 accept_task task=T4
)");
    close("R", "X", "2024-Q1", "2024-04-25");
    EXPECT_THAT(told("2024-04-30", "review_differences review=R", "task"), IsEmpty());
    say("2024-06-10 verify_result task=T1 agency=OFFICE verdict=not_confirmed\n"
        "2024-06-10 return_task task=T2 reason=x\n"
        "2024-06-20 revise_deadline task=T2 deadline=2024-07-20");
    EXPECT_THAT(differences(),
                ElementsAre("T1 | class_at_end | done_in_time | open_overdue | verify_result",
                            "T2 | class_at_end | open_in_time | open_overdue | return_task",
                            "T3 | class_at_end | open_in_time | done_in_time | accept_task"));
    say("2024-08-01 set_finishing_day finishing_day=acceptance");
    EXPECT_THAT(differences(),
                ElementsAre("T1 | class_at_end | done_in_time | open_overdue | verify_result",
                            "T2 | class_at_end | open_in_time | open_overdue | return_task",
                            "T4 | class_at_end | done_in_time | open_in_time | set_finishing_day"));
}

// A review of days that are not over yet says nothing of those to come.
TEST_F(ReviewDifferences, DoNotTellWhatHappenedInThePeriodAfterTheCutOff) {
    say(R"(
2024-01-02 assign_task task=T1 title_vi=x lead=A assigner=X deadline=2024-03-20 acceptance=not_asked
)");
    close("R", "X", "2024-Q1", "2024-03-10");
    say("2024-03-15 complete_task task=T1");
    EXPECT_THAT(differences(), IsEmpty());
}

// Wholes and standing parts are judged as the review judges them (lib/README.md, decision 129).
TEST_F(ReviewDifferences, GoByTheRulesOfTheReview) {
    say(R"(
2024-01-02 assign_task task=S title_vi=x lead=A assigner=X deadline=2024-02-20
2024-01-02 assign_task task=SS title_vi=x lead=A assigner=X parent_task=S standing_from=2024-01-02
2024-01-02 assign_task task=L title_vi=x lead=A assigner=X deadline=2024-02-20
2024-01-02 assign_task task=W title_vi=x lead=A assigner=X deadline=2024-02-20
2024-04-10 assign_task task=W1 title_vi=x lead=A assigner=X parent_task=W deadline=2024-02-20
2024-04-10 assign_task task=L1 title_vi=x lead=A assigner=X parent_task=L deadline=2024-02-20 acceptance=not_asked
)");
    close("R", "X", "2024-Q1", "2024-04-25");
    say("2024-04-11 submit_task task=W\n2024-04-12 accept_task task=W");
    EXPECT_THAT(differences(), IsEmpty()) << "what is said of the whole itself changes nothing";
    say("2024-02-18 revise_deadline task=S deadline=2024-05-20\n2024-04-20 complete_task task=L1");
    const auto found = differences();
    EXPECT_THAT(found,
                Contains("S | class_at_end | open_overdue | open_in_time | revise_deadline"));
    EXPECT_THAT(found, Contains("L | class_at_cut_off | open_overdue | done_late | complete_task"));
}

// Whose event it was is looked for among those of the task, of its parts and wholes, then of all.
TEST_F(ReviewDifferences, NameTheEventAboutAPartOrAWhole) {
    say(R"(
2024-01-02 assign_task task=W title_vi=x lead=A assigner=X deadline=2024-02-20
2024-01-02 assign_task task=M title_vi=x lead=A assigner=X deadline=2024-05-20 parent_task=W
2024-01-02 assign_task task=P1 title_vi=x lead=A assigner=X deadline=2024-05-20 parent_task=M
2024-01-02 assign_task task=P2 title_vi=x lead=A assigner=X deadline=2024-05-20 parent_task=M
2024-01-02 assign_task task=P3 title_vi=x lead=A assigner=X deadline=2024-02-20 parent_task=M
2024-01-02 assign_task task=L title_vi=x lead=A assigner=X deadline=2024-02-20
2024-01-02 assign_task task=O title_vi=x lead=A assigner=X deadline=2024-08-20
2024-01-02 add_programme programme=G agency=X period=2024-Q1
)");
    close("R", "X", "2024-Q1", "2024-04-25", "");
    const auto others = [&] { say("2024-02-03 report_progress task=O percent=5"); };
    others();
    const auto name = [](std::int64_t event) { return std::to_string(event); };
    const std::string part =
        name(say("2024-03-02 assign_task task=LP title_vi=x lead=A assigner=X deadline=2024-02-20 "
                 "parent_task=L"));
    others();
    const std::string plan = name(say("2024-02-05 plan_task task=W period=2024-Q1"));
    others();
    const std::string waiver = name(say("2024-04-05 waive_delay task=W reason=x"));
    say("2024-02-03 report_progress task=P1 percent=5\n2024-02-03 report_progress task=M "
        "percent=5");
    const std::string item =
        name(say("2024-02-03 add_item item=I programme=G title_vi=x planned_for=2024-02 task=O "
                 "decided_by=X"));
    others();
    const std::string lists =
        " | lists | carried_planned next_planned | unfinished unexplained carried_late "
        "next_planned | " +
        plan;
    EXPECT_THAT(
        told("2024-12-31", "review_differences review=R", "task what was is event"),
        ElementsAre(
            "L | counted | yes | no | " + part,
            "L | lists | overdue unfinished unexplained carried_late | - | " + part,
            "LP | counted | no | yes | " + part, "LP | class_at_end | - | open_overdue | " + part,
            "LP | class_at_cut_off | - | open_overdue | " + part,
            "LP | deadline | - | 2024-02-20 | " + part, "LP | leads | - | A | " + part,
            "LP | lists | - | unplanned overdue unfinished unexplained carried_late | " + plan,
            "O | lists | carried_planned | unfinished unexplained carried_late | " + item,
            "P1" + lists, "P2" + lists, "P3 | waived | - | yes | " + waiver));
}

// What a review counts as waived had missed its day at the end of the period.
TEST_F(ReviewDifferences, AWaiverChangesWhatMissedItsDay) {
    say(R"(
2024-01-02 assign_task task=W title_vi=x lead=A assigner=X deadline=2024-02-20
2024-01-02 assign_task task=DONE title_vi=x lead=A assigner=X deadline=2024-02-20 parent_task=W acceptance=not_asked
2024-01-02 assign_task task=LATE title_vi=x lead=A assigner=X deadline=2024-02-20 parent_task=W
2024-01-02 assign_task task=OPEN title_vi=x lead=A assigner=X deadline=2024-06-20 parent_task=W
2024-01-02 assign_task task=REST title_vi=x lead=A assigner=X deadline=2024-02-20 parent_task=W
2024-02-01 complete_task task=DONE
2024-02-02 suspend_task task=REST reason=x
)");
    close("R", "X", "2024-Q1", "2024-04-25");
    say("2024-04-05 waive_delay task=W reason=x");
    EXPECT_THAT(differences(), ElementsAre("LATE | waived | - | yes | waive_delay"));
}

// The difference is of what is seen; the event is not, where what it is about is hidden.
TEST_F(ReviewDifferences, DoNotTellTheEventAboutAHiddenThing) {
    say(R"(
2024-01-02 add_access_class access_class=MAT name_vi=x rank=2
2024-01-02 set_highest_class access_class=MAT
2024-01-02 assign_task task=W title_vi=x lead=B assigner=X deadline=2024-02-20 access_class=MAT
2024-01-02 assign_task task=P title_vi=x lead=A assigner=X deadline=2024-02-20 parent_task=W
2024-01-02 assign_task task=V title_vi=x lead=A assigner=X deadline=2024-02-20
)");
    close("R", "X", "2024-Q1", "2024-04-25");
    const std::int64_t part = say(
        "2024-04-05 waive_delay task=W reason=x\n2024-03-02 assign_task task=Q title_vi=x lead=B "
        "assigner=X deadline=2024-02-20 access_class=MAT parent_task=V");
    const auto seen_by = [&](const char* viewer) {
        return tests::told(*record_, "2024-12-31", "review_differences review=R",
                           "task what event command effective_on", viewer);
    };
    EXPECT_THAT(seen_by(""),
                Contains("V | counted | " + std::to_string(part) + " | assign_task | 2024-03-02"));
    EXPECT_THAT(seen_by("A"), ElementsAre("P | waived | - | - | -", "V | counted | - | - | -",
                                          "V | lists | - | - | -"));
}

// Which period comes after is known by the terms that are recorded, then or now.
TEST_F(ReviewDifferences, GoByThePeriodsThatEachSideKnows) {
    say(R"(
2023-10-01 add_term term=K1 body=X name_vi=x from_day=2024-01-01 until=2024-03-31
2024-01-02 assign_task task=T title_vi=x lead=A assigner=X deadline=2024-06-20
)");
    close("R", "X", "2024-Q1", "2024-04-25");
    say("2024-04-20 add_term term=K2 body=X name_vi=x from_day=2024-04-01 until=2024-05-31");
    EXPECT_THAT(differences(),
                ElementsAre("T | lists | carried_planned next_planned | carried_planned | "
                            "add_term"));
}

// The slow twin: each list of the closed review beside the list of the same review asked today.
TEST_F(ReviewDifferences, AreThoseOfTheListsAskedTwice) {
    const std::vector<std::string> lists{
        "unplanned",        "only_reported",       "overdue",      "unfinished",
        "unexplained",      "done_since",          "carried_late", "carried_planned",
        "without_deadline", "awaiting_acceptance", "without_lead", "next_new",
        "next_planned"};
    std::size_t found = 0;
    for (unsigned seed = 1; seed <= 12; ++seed) {
        record_ = ledger::in_memory();
        SetUp();
        const period q1 = parse_period("2024-Q1");
        std::mt19937 random{seed};
        const auto below = [&](int n) {
            return static_cast<int>(random() % static_cast<unsigned>(n));
        };
        int tasks = 0;
        std::map<std::int64_t, std::int64_t> said;  // when each event was recorded
        const auto task = [&] { return "T" + std::to_string(below(tasks)); };
        const auto day = [&] { return to_text(parse_day("2023-11-01") + below(190)); };
        const auto act = [&](int kinds) {
            const int kind = tasks < 4 ? 0 : below(kinds);
            std::string text = day();
            switch (kind) {
                case 0:
                case 1:
                    text +=
                        " assign_task task=T" + std::to_string(tasks) + " title_vi=x assigner=X";
                    if (below(5) != 0) text += " lead=A";
                    if (below(4) != 0) text += " deadline=" + day();
                    if (below(2) == 0) text += " acceptance=not_asked";
                    if (tasks > 0 && below(3) == 0) text += " parent_task=" + task();
                    break;
                case 2:
                    text += " complete_task task=" + task();
                    break;
                case 3:
                    text += " submit_task task=" + task();
                    break;
                case 4:
                    text += " accept_task task=" + task();
                    break;
                case 5:
                    text += " revise_deadline task=" + task() + " deadline=" + day();
                    break;
                case 6:
                    text += " plan_task task=" + task() + " period=2024-Q" +
                            std::to_string(1 + below(2));
                    break;
                case 7:
                    text += " suspend_task task=" + task() + " reason=x";
                    break;
                case 8:
                    text += " cancel_task task=" + task() + " reason=x";
                    break;
                case 9:
                    text += " explain_delay task=" + task() +
                            " agency=A cause=subjective.capacity text=y remedy=z "
                            "proposed_deadline=2024-12-01";
                    break;
                default:
                    text += " reassign_task task=" + task() + " lead=B";
                    break;
            }
            try {
                const std::int64_t event = say(text);
                said[event] = now_us_;
                if (kind < 2) ++tasks;
            } catch (const error&) {  // it may not be recorded
            }
        };
        for (int i = 0; i < 40; ++i) act(11);
        said.clear();
        close("R", "X", "2024-Q1", "2024-04-25");
        for (int i = 0; i < 25; ++i) act(11);

        using lists_by_task = std::map<std::string, std::string>;
        const auto read = [&](const std::string& of, std::optional<std::int64_t> known_at = {}) {
            lists_by_task into;
            for (const std::string& list : lists)
                for (const std::string& code :
                     tests::told(*record_, "2024-04-25", "review_tasks " + of + " list=" + list,
                                 "task", "", known_at))
                    into[code].append(into[code].empty() ? "" : " ").append(list);
            return into;
        };
        lists_by_task was = read("review=R"), is = read("period=2024-Q1");
        std::map<std::int64_t, lists_by_task> after{{said.begin()->first - 1, was}};
        for (const auto& [event, at] : said) after[event] = read("period=2024-Q1", at);
        const auto or_none = [](const std::string& text) { return text.empty() ? "-" : text; };
        const auto classes = [](const review& r) {
            std::map<std::string, std::string> all;
            for (const review_task& t : r.tasks)
                all[t.code] = t.existed_at_end ? name_of(t.at_end) : "";
            return all;
        };
        auto closed = classes(record_->closed_review({parse_day("2024-04-25"), {}, {}}, "R").value),
             today = classes(record_->review({parse_day("2024-12-31"), {}, {}}, q1));
        std::set<std::string> restated, told_restated;
        for (const auto& [code, known] :
             classes(record_->review({parse_day("2024-04-25"), {}, {}}, q1)))
            if (closed.contains(code) && today.contains(code) && closed[code] != today[code])
                restated.insert(code + " | " + or_none(closed[code]) + " | " +
                                or_none(today[code]));
        std::set<std::string> expected, actual;
        for (const auto* all : {&was, &is})
            for (const auto& [code, names] : std::map{*all})
                if (was[code] != is[code])
                    expected.insert(code + " | lists | " + or_none(was[code]) + " | " +
                                    or_none(is[code]));
        for (const std::string& row :
             told("2024-12-31", "review_differences review=R", "task what was is event")) {
            const std::size_t event = row.rfind(" | ");
            EXPECT_NE(row.substr(event), " | -") << seed << ": no event is told, " << row;
            const std::string end = " | class_at_end";
            const std::size_t at = row.find(end);
            if (at != row.npos && closed.contains(row.substr(0, at)) &&
                today.contains(row.substr(0, at)))
                told_restated.insert(row.substr(0, at) +
                                     row.substr(at + end.size(), event - at - end.size()));
            if (row.find(" | lists | ") == row.npos) continue;
            actual.insert(row.substr(0, event));
            const std::string code = row.substr(0, row.find(' '));
            const auto by = after.find(std::stoll(row.substr(event + 3)));
            ASSERT_TRUE(by != after.begin() && by != after.end()) << seed << row;
            EXPECT_EQ(by->second[code], is[code]) << seed << row;
            EXPECT_NE(std::prev(by)->second[code], is[code]) << seed << row;
        }
        EXPECT_EQ(actual, expected) << seed;
        EXPECT_EQ(told_restated, restated) << seed;
        found += actual.size();
    }
    EXPECT_GT(found, 40u);
}

// "Số kỳ chuyển tiếp": the ends of periods are counted, by whomever and however often reviewed.
TEST_F(ReviewDifferences, APeriodThatTwoBodiesClosedCarriesOverOnce) {
    say("2023-10-02 assign_task task=T title_vi=x lead=A assigner=X deadline=2023-11-20");
    const auto times = [&](const char* day, const char* period) {
        return told(day, std::string{"review_tasks list=carried_late period="} + period,
                    "task times_carried_late");
    };
    close("R4", "X", "2023-Q4", "2024-01-10");
    EXPECT_THAT(times("2024-04-10", "2024-Q1"), ElementsAre("T | 1"));
    close("R1", "X", "2024-Q1", "2024-04-10");
    close("RA", "A", "2024-Q1", "2024-04-10");
    EXPECT_THAT(times("2024-07-10", "2024-Q2"), ElementsAre("T | 2"));
    close("R2", "X", "2024-Q2", "2024-07-10");
    close("RH", "X", "2024-H1", "2024-07-10");
    EXPECT_THAT(times("2024-10-10", "2024-Q3"), ElementsAre("T | 3"));
    say("2024-10-01 assign_task task=P title_vi=x lead=B assigner=X parent_task=T "
        "deadline=2024-09-30");
    EXPECT_THAT(times("2025-01-10", "2024-Q4"), ElementsAre("P | 3"))
        << "dividing it begins nothing anew";
    EXPECT_THAT(told("2025-01-10", "carried_over review=R4", "task class"),
                ElementsAre("T | open_overdue"));
    say("2024-10-10 submit_task task=P\n2024-10-11 accept_task task=P");
    EXPECT_THAT(told("2025-01-10", "carried_over review=R4", "task class"),
                ElementsAre("T | done_late"))
        << "by its part";
}

TEST_F(ReviewDifferences, WhatACorrectedReviewDemandedIsOwedNoMore) {
    say("2023-10-02 assign_task task=T title_vi=x lead=A assigner=X deadline=2023-11-20 "
        "acceptance=not_asked");
    close("R", "X", "2023-Q4", "2024-01-10");
    const auto owed = [&] { return told("2024-06-01", "owed_explanations", "review task state"); };
    EXPECT_THAT(owed(), ElementsAre("R | T | owed"));
    say("2023-11-10 complete_task task=T");
    close("RB", "X", "2023-Q4", "2024-02-10", " corrects_review=R");
    EXPECT_THAT(owed(), IsEmpty());
}

}  // namespace
}  // namespace mandate
