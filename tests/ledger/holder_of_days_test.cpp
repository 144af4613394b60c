// Who held the days of a slipped task (lib/README.md, decision 114): by what was so on each day.

#include "mandate/report/report.hpp"
#include "record_test.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <tuple>

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// The task is due on 29 February 2024, a Thursday, and done on 29 March: 21 working days late.
class HolderOfDays : public tests::record_test {
protected:
    void SetUp() override {
        record_test::SetUp();
        say("2023-01-01 set_work_calendar weekday=monday,tuesday,wednesday,thursday,friday "
            "holiday_rules=none\n"
            "2023-01-01 add_agency agency=E name_vi=x\n2023-01-01 add_agency agency=F name_vi=x");
    }
    void assign(const std::string& coordinating) {
        say("2024-01-02 assign_task task=W title_vi=w lead=A assigner=X deadline=2024-02-29 "
            "acceptance=not_asked coordinating=" +
            coordinating);
    }
    std::vector<std::string> held(const std::string& more) {
        say(more + "\n2024-03-29 complete_task task=W");
        return tests::told(*record_, "2024-04-20", "attribution task=W",
                           "agency held_as days from until");
    }
    static std::string part(const std::string& stated, const std::string& of,
                            const std::string& own_day = {}) {
        return stated + " state_obligation task=W obligation=x agency=" + of +
               (own_day.empty() ? "" : " deadline=" + own_day);
    }
};

TEST_F(HolderOfDays, NobodyHoldsADayBeforeItsPartWasStated) {
    assign("B");
    EXPECT_THAT(held(part("2024-03-25", "B") + "\n2024-03-26 answer_obligation task=W agency=B"),
                ElementsAre("B | coordinating | 2 | 2024-03-25 | 2024-03-26",
                            "A | lead | 19 | 2024-03-01 | 2024-03-29"));
}

TEST_F(HolderOfDays, AnOwnDayThatHadPassedWhenItWasStatedCountsFromThen) {
    assign("B");
    EXPECT_THAT(held(part("2024-03-25", "B", "2024-03-10") +
                     "\n2024-03-26 answer_obligation task=W agency=B"),
                ElementsAre("B | coordinating | 2 | 2024-03-25 | 2024-03-26",
                            "A | lead | 19 | 2024-03-01 | 2024-03-29"));
}

TEST_F(HolderOfDays, WhoJoinsATaskHoldsNoDayBefore) {
    assign("B");
    EXPECT_THAT(
        held("2024-03-25 reassign_task task=W lead=A coordinating=E\n" + part("2024-03-25", "E")),
        ElementsAre("E | coordinating | 5 | 2024-03-25 | 2024-03-29",
                    "A | lead | 16 | 2024-03-01 | 2024-03-22"));
}

TEST_F(HolderOfDays, WhoLeavesATaskHoldsTheDaysUntilThen) {
    assign("F");
    EXPECT_THAT(held(part("2024-01-05", "F", "2024-02-10") +
                     "\n2024-03-15 reassign_task task=W lead=A coordinating=E"),
                ElementsAre("F | coordinating | 10 | 2024-03-01 | 2024-03-14",
                            "A | lead | 11 | 2024-03-15 | 2024-03-29"));
}

TEST_F(HolderOfDays, ADayIsHeldByTheDeadlineOfThatDay) {
    assign("B");
    EXPECT_THAT(held(part("2024-01-05", "B") +
                     "\n2024-03-11 revise_deadline task=W deadline=2024-03-26 decided_by=X"),
                ElementsAre("B | coordinating | 9 | 2024-03-01 | 2024-03-29",
                            "A | lead | 12 | 2024-03-11 | 2024-03-26"));
}

TEST_F(HolderOfDays, FromAMergerOnTheDaysAreOfTheOneThatGoesOn) {
    const std::string merged =
        part("2024-01-05", "F", "2024-02-10") + "\n2024-03-15 merge_agency agency=F into=E";
    const auto expected = ElementsAre("F | coordinating | 10 | 2024-03-01 | 2024-03-14",
                                      "E | coordinating | 11 | 2024-03-15 | 2024-03-29");
    assign("F");
    EXPECT_THAT(held(merged), expected) << "F is still named in the task";
    record_ = ledger::in_memory(), SetUp();
    assign("F");
    EXPECT_THAT(held(merged + "\n2024-03-18 reassign_task task=W lead=A coordinating=E"), expected)
        << "E has taken its place";
}

TEST_F(HolderOfDays, AnOpinionIsOwedByEachInTurn) {
    const std::string asked =
        "2024-01-10 consult consultation=K task=W agency=A addressed_to=F answer_due=2024-01-31";
    const auto expected = ElementsAre("F | coordinating | 13 | 2024-03-01 | 2024-03-19",
                                      "E | coordinating | 8 | 2024-03-20 | 2024-03-29");
    assign("B");
    EXPECT_THAT(held(asked + "\n2024-03-20 hand_over agency=F into=E consultation=K"), expected);
    record_ = ledger::in_memory(), SetUp();
    assign("B");
    EXPECT_THAT(held(asked + "\n2024-03-20 merge_agency agency=F into=E"), expected);
    record_ = ledger::in_memory(), SetUp();
    assign("B");
    EXPECT_THAT(held(asked + "\n2024-03-20 dissolve_agency agency=F reason=x"),
                ElementsAre("F | coordinating | 13 | 2024-03-01 | 2024-03-19",
                            "A | lead | 8 | 2024-03-20 | 2024-03-29"))
        << "the lead must ask somebody else";
}

TEST_F(HolderOfDays, WhoHadToAcceptGoesOnToo) {
    say("2024-01-02 assign_task task=T title_vi=t lead=A assigner=F deadline=2024-02-29\n"
        "2024-03-08 submit_task task=T\n2024-03-13 merge_agency agency=F into=E\n"
        "2024-03-15 return_task task=T reason=x\n2024-03-18 submit_task task=T\n"
        "2024-03-18 accept_task task=T");
    EXPECT_THAT(
        tests::told(*record_, "2024-04-20", "attribution task=T", "agency held_as days from until"),
        ElementsAre("F | acceptance | 2 | 2024-03-11 | 2024-03-12",
                    "E | acceptance | 3 | 2024-03-13 | 2024-03-15",
                    "A | lead | 7 | 2024-03-01 | 2024-03-18"));
}

// Who took the place of an ended agency has what that answered, too.
TEST_F(HolderOfDays, AnAnswerIsThatOfWhoTookItsPlace) {
    assign("F");
    EXPECT_THAT(held(part("2024-01-05", "F", "2024-02-10") +
                     "\n2024-02-09 answer_obligation task=W agency=F\n"
                     "2024-03-15 merge_agency agency=F into=E\n"
                     "2024-03-15 reassign_task task=W lead=A coordinating=E"),
                ElementsAre("A | lead | 21 | 2024-03-01 | 2024-03-29"));
    EXPECT_THAT(tests::told(*record_, "2024-04-20", "own_parts period=2024-Q1", "agency class"),
                ElementsAre("E | done_in_time"));
}

// Work handed in two days late waits for who must accept it: the delay of the lead is two days.
TEST_F(HolderOfDays, DelayOfWorkThatWaitsForAcceptanceEndsWhenItWasHandedIn) {
    say("2024-01-02 assign_task task=T title_vi=t lead=A assigner=X deadline=2024-01-31 "
        "coordinating=B\n2024-02-02 submit_task task=T");
    EXPECT_THAT(tests::told(*record_, "2024-04-20", "slips", "finish actual slip delay handed_in"),
                ElementsAre("2024-02-02 | 0 | 2 | 2 | 2024-02-02"));
    EXPECT_THAT(tests::told(*record_, "2024-04-20", "slow_tasks", "why days_late days_pending"),
                ElementsAre("late acceptance_pending | 2 | 55"));
    EXPECT_THAT(tests::told(*record_, "2024-04-20", "joint_tasks period=2024-Q1", "days_late"),
                ElementsAre("2"));
    EXPECT_THAT(tests::told(*record_, "2024-04-20", "review_tasks period=2024-Q1",
                            "class_at_end working_days_late"),
                ElementsAre("open_overdue | 2"));
    const auto why = [&](language lang) {
        const auto ask = [&](const char* question) {
            return tests::ask(*record_, "2024-04-20", question);
        };
        return why_late_text("T", ask("attribution task=T"), ask("slips task=T"), ask("agencies"),
                             ask("tasks"), lang);
    };
    EXPECT_THAT(why(language::en),
                HasSubstr("(31 January 2024; submitted on 2 February 2024, awaiting a decision)"));
    EXPECT_THAT(why(language::vi),
                HasSubstr("(31/01/2024; đã trình ngày 02/02/2024, chờ cho ý kiến)"));
    EXPECT_THAT(why(language::tr),
                HasSubstr("(31 Ocak 2024; 2 Şubat 2024 tarihinde sunuldu, karar bekleniyor)"));
    say("2024-04-22 return_task task=T reason=x");
    EXPECT_THAT(tests::told(*record_, "2024-04-22", "slips", "slip delay handed_in"),
                ElementsAre("58 | 58 | -"));
}

TEST_F(HolderOfDays, NobodyOwesAPartOfATaskThatRests) {
    assign("B");
    const std::string rests =
        "\n2024-03-11 suspend_task task=W reason=x\n2024-03-18 resume_task task=W";
    EXPECT_THAT(held(part("2024-01-05", "B", "2024-02-10") + rests),
                ElementsAre("B | coordinating | 16 | 2024-03-01 | 2024-03-29",
                            "A | lead | 5 | 2024-03-11 | 2024-03-15"))
        << "the days of the suspension are as those on which nobody owes anything";
    record_ = ledger::in_memory(), SetUp();
    assign("B");
    EXPECT_THAT(held(part("2024-01-05", "B", "2024-03-12") + rests),
                ElementsAre("B | coordinating | 8 | 2024-03-20 | 2024-03-29",
                            "A | lead | 13 | 2024-03-01 | 2024-03-19"))
        << "owed on the day after the resumption";
    record_ = ledger::in_memory(), SetUp();
    assign("B");
    EXPECT_THAT(held("2024-02-01 consult consultation=K task=W agency=A addressed_to=F "
                     "answer_due=2024-03-12" +
                     rests),
                ElementsAre("F | coordinating | 8 | 2024-03-20 | 2024-03-29",
                            "A | lead | 13 | 2024-03-01 | 2024-03-19"));
}

// The slow twin: an office that keeps the task on a card and goes through it day by day.
struct card {
    struct stated {
        civil_day on;
        std::optional<civil_day> due;
    };
    std::set<std::string> coordinating;
    civil_day deadline = parse_day("2024-02-29");
    std::map<std::string, std::vector<stated>> parts;
    std::map<std::string, std::vector<civil_day>> answers;
    struct rest {
        civil_day from, until;
    };
    std::vector<rest> rests;
    bool suspended = false;
    std::optional<std::string> opinion_of;  // by whom the opinion is owed
    civil_day asked_on, opinion_due;
    bool merged = false;  // F into E

    std::string now(const std::string& agency) const {
        return merged && agency == "F" ? "E" : agency;
    }
    // Who has been overdue longest; "": nobody.
    std::string holder(civil_day day) const {
        if (suspended) return "";
        std::set<std::pair<civil_day, std::string>> overdue;
        const auto take = [&](civil_day due, civil_day asked, const std::string& agency) {
            for (const rest& one : rests)
                if (one.from <= due && due < one.until) {
                    due = one.until + 1;
                    while ((due - parse_day("2024-02-26")) % 7 >= 5) due = due + 1;
                }
            if (const civil_day since = std::max(due + 1, asked); since <= day)
                overdue.insert({since, now(agency)});
        };
        for (const std::string& one : coordinating) {
            const auto is_its = [&](const std::string& of) {
                return of == one || (now(of) == one && coordinating.count(of) == 0);
            };
            // Through the days before: what is stated after an answer asks anew.
            std::optional<civil_day> asked, due;
            bool answered = false;
            for (civil_day then = parse_day("2024-02-01"); then <= day; then = then + 1) {
                for (const auto& [of, all] : parts)
                    for (const stated& what : all) {
                        if (what.on != then || !is_its(of)) continue;
                        if (!asked || answered) asked = then, due.reset(), answered = false;
                        if (what.due) due = what.due;
                    }
                for (const auto& [of, all] : answers)
                    answered |= asked && is_its(of) && then < day &&
                                std::find(all.begin(), all.end(), then) != all.end();
            }
            if (asked && !answered) take(due.value_or(deadline), *asked, one);
        }
        if (opinion_of) take(opinion_due, asked_on, *opinion_of);
        return overdue.empty() ? "" : overdue.begin()->second;
    }
};

TEST_F(HolderOfDays, AreThoseThatGoingThroughThemGives) {
    std::mt19937 random{20240411};
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const auto works = [](civil_day day) { return (day - parse_day("2024-02-26")) % 7 < 5; };
    const std::vector<std::string> agencies{"B", "E", "F"};
    const auto some = [&] { return agencies[static_cast<std::size_t>(below(3))]; };
    std::map<std::string, int> met;
    for (int round = 0; round < 40; ++round) {
        record_ = ledger::in_memory(), SetUp();
        card now;
        now.coordinating = {"B", "F"};
        assign("B,F");
        std::map<civil_day, std::string> holder;
        std::string all;
        for (civil_day day = parse_day("2024-02-01"); day < parse_day("2024-03-29");
             day = day + 1) {
            bool opinion = false;
            const std::string today = to_text(day), agency = some(),
                              due = to_text(day - 9 + below(30));
            const auto does = [&](const std::string& text) {
                try {
                    say(today + " " + text);
                } catch (const error&) {
                    return false;
                }
                all += today + " " + text + "\n";
                return true;
            };
            switch (below(24)) {
                case 0:
                case 1:
                    if (does("state_obligation task=W obligation=x agency=" + agency))
                        now.parts[agency].push_back({day, std::nullopt});
                    break;
                case 2:
                    if (does("state_obligation task=W obligation=x agency=" + agency +
                             " deadline=" + due))
                        now.parts[agency].push_back({day, parse_day(due)});
                    break;
                case 3:
                    if (below(2) == 0 && does("answer_obligation task=W agency=" + agency)) {
                        now.answers[agency].push_back(day);
                        if (now.merged && agency == "E") now.answers["F"].push_back(day);
                    }
                    break;
                case 4: {
                    const std::string other = some();
                    if (does("reassign_task task=W lead=A coordinating=" + agency +
                             (other == agency ? "" : "," + other)))
                        now.coordinating = {agency, other};
                    break;
                }
                case 5:
                    if (does("revise_deadline task=W decided_by=X deadline=" + due))
                        now.deadline = parse_day(due);
                    break;
                case 6:
                    if (below(3) == 0 && does("merge_agency agency=F into=E")) now.merged = true;
                    break;
                case 7:
                    if (all.find("consult ") != std::string::npos) break;
                    if (does("consult consultation=K task=W agency=A addressed_to=" + agency +
                             " answer_due=" + today))
                        now.opinion_of = agency, now.asked_on = now.opinion_due = day;
                    break;
                case 8:
                    if (now.opinion_of && *now.opinion_of != agency &&
                        does("hand_over consultation=K agency=" + *now.opinion_of +
                             " into=" + agency))
                        now.opinion_of = agency;
                    break;
                case 9:
                    opinion = now.opinion_of && below(3) == 0 &&
                              does("answer_consultation consultation=K opinion=agree agency=" +
                                   now.now(*now.opinion_of));
                    break;
                case 10:
                    if (!now.suspended && does("suspend_task task=W reason=x"))
                        now.suspended = true, now.rests.push_back({day, day + 1000});
                    break;
                case 11:
                case 12:
                    if (now.suspended && does("resume_task task=W"))
                        now.suspended = false, now.rests.back().until = day;
                    break;
                default:
                    break;
            }
            holder[day] = now.holder(day);
            if (opinion) now.opinion_of.reset();
        }
        if (now.suspended) {
            say("2024-03-29 resume_task task=W");
            now.suspended = false, now.rests.back().until = parse_day("2024-03-29");
        }
        say("2024-03-29 complete_task task=W");
        holder[parse_day("2024-03-29")] = now.holder(parse_day("2024-03-29"));
        std::map<std::string, int> expected, told;
        for (civil_day day = parse_day("2024-03-01"); day <= parse_day("2024-03-29"); day = day + 1)
            if (works(day)) ++expected[holder[day].empty() ? "A" : holder[day]];
        const table chain = tests::ask(*record_, "2024-04-20", "attribution task=W");
        for (std::size_t row = 0; row < chain.rows(); ++row)
            told[std::string{*chain.text(row, 4)}] += static_cast<int>(*chain.number(row, 6));
        EXPECT_EQ(told, expected) << all;
        for (const auto& [who, days] : expected) met[who] += days;
    }
    for (const char* who : {"A", "B", "E", "F"}) EXPECT_GT(met[who], 30) << who;
}

}  // namespace
}  // namespace mandate
