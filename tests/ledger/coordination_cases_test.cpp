// Which cases there are between two agencies, and the days given and taken in each.

#include "ledger/coordination_record.hpp"

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::told;

class CoordinationCases : public tests::coordination_record {};

TEST_F(CoordinationCases, SilenceThatAgreedIsOneCaseWhateverIsSaidLater) {
    say(R"(
2024-01-02 assign_task task=T title_vi=x lead=A
2024-01-15 consult consultation=K task=T agency=A addressed_to=B answer_due=2024-01-26 silence=agreement
2024-04-10 answer_consultation consultation=K agency=B opinion=disagree
2024-03-15 consult consultation=LAST task=T agency=A addressed_to=C answer_due=2024-03-31 silence=agreement
)");
    EXPECT_THAT(pairs("period=2024-Q2 periods=2", "period asked in_time late silent attention"),
                ElementsAre("2024-Q1 | B | 1 | 0 | 1 | -", "2024-Q1 | C | 1 | 0 | 1 | -"))
        << "the due day answered, also that at the period's end";
}

TEST_F(CoordinationCases, AnOpinionOnStandingWorkIsACase) {
    say(R"(
2024-01-02 assign_task task=S title_vi=x lead=A standing_from=2024-01-02
2024-01-15 consult consultation=K task=S agency=A addressed_to=B,C answer_due=2024-01-19
2024-02-15 answer_consultation consultation=K agency=C opinion=agree
)");
    EXPECT_THAT(cases("period=2024-Q1", "code asked state"),
                ElementsAre("K | B | overdue", "K | C | late"));
    EXPECT_THAT(told(*record_, "2024-03-31", "warnings", "warning code next"),
                ElementsAre("opinion_overdue | S | B"));
}

TEST_F(CoordinationCases, TimeGivenIsThatOfTheListAlsoWhereTheDayHadPassed) {
    say(R"(
2024-01-02 assign_task task=P title_vi=x lead=A coordinating=B deadline=2024-06-28
2024-02-15 state_obligation task=P agency=B obligation=x deadline=2024-01-31
)");
    EXPECT_THAT(cases("period=2024-Q1", "days_given days_taken state"),
                ElementsAre("0 | 31 | overdue"));
    EXPECT_THAT(pairs("period=2024-Q1", "days_given days_overdue"), ElementsAre("0 | 32"))
        << "overdue from the day on which it was asked";
    EXPECT_THAT(told(*record_, "2024-12-31", "coordination_network period=2024-Q1 agency=B",
                     "days_given days_overdue"),
                ElementsAre("0 | 32"));
}

// What was answered stays a case of its period, whatever the task became later.
TEST_F(CoordinationCases, WhatWasAnsweredStaysWhateverBecameOfItsTask) {
    const auto begin = [&](const std::string& end) {
        record_ = ledger::in_memory(), SetUp();
        say("2024-01-02 assign_task task=T title_vi=x lead=A coordinating=B deadline=2024-05-31 "
            "acceptance=not_asked\n"
            "2024-01-02 assign_task task=U title_vi=x lead=B deadline=2024-02-15 "
            "acceptance=not_asked\n"
            "2024-01-03 link_tasks link=L task=T after=U\n"
            "2024-01-10 consult consultation=K task=T agency=A addressed_to=B "
            "answer_due=2024-01-31\n"
            "2024-01-11 consult consultation=OPEN task=T agency=A addressed_to=B "
            "answer_due=2024-01-31\n"
            "2024-01-12 consult consultation=SILENT task=T agency=A addressed_to=B "
            "answer_due=2024-01-31 silence=agreement\n"
            "2024-01-05 state_obligation task=T agency=B obligation=x deadline=2024-02-10\n"
            "2024-01-20 answer_consultation consultation=K agency=B opinion=agree\n"
            "2024-02-20 answer_obligation task=T agency=B\n2024-02-15 complete_task task=U\n" +
            end);
    };
    const auto answered = [](const std::string& others) {
        return std::vector<std::string>{"hand_off | L | in_time", "obligation | T | late",
                                        "consultation | K | in_time", others};
    };
    const auto listed = [&] {
        auto all = cases("period=2024-Q1", "kind code state");
        std::erase(all, "consultation | OPEN | overdue");
        return all;
    };
    const std::string silent = "consultation | SILENT | in_time";
    begin("2024-03-30 report_progress task=T percent=1");
    EXPECT_EQ(listed(), answered(silent));
    EXPECT_EQ(cases("period=2024-Q1", "kind").size(), 5U);
    for (const char* end :
         {"2024-03-01 suspend_task task=T reason=x", "2024-03-01 cancel_task task=T reason=x",
          "2024-03-01 suspend_task task=T reason=x\n2024-04-10 resume_task task=T"}) {
        begin(end);
        EXPECT_EQ(cases("period=2024-Q1", "kind code state"), answered(silent)) << end;
        EXPECT_THAT(pairs("period=2024-Q1", "in_time late overdue hand_offs on_time days_taken"),
                    ElementsAre("3 | 1 | 0 | 1 | 7500 | 20"))
            << end;
        EXPECT_THAT(pairs("period=2024-Q2 periods=2", "period in_time late"),
                    testing::Contains("2024-Q1 | 3 | 1"))
            << end;
        EXPECT_THAT(told(*record_, "2024-12-31", "coordination_network period=2024-Q1",
                         "agency asks asked in_time late"),
                    ElementsAre("A | 4 | 0 | 0 | 0", "B | 0 | 4 | 3 | 1"))
            << end;
    }
    begin("2024-01-15 suspend_task task=T reason=x");
    EXPECT_THAT(cases("period=2024-Q1", "code state"),
                testing::Not(testing::Contains(HasSubstr("SILENT"))))
        << "nobody waited when its day passed";
    begin("2024-03-01 reassign_task task=T lead=A coordinating=C");
    EXPECT_EQ(listed(), answered(silent)) << "B has left the task since";
}

// Also where the taker had, and answered, a part of its own (decision 157).
TEST_F(CoordinationCases, ThePartOfAnEndedAgencyIsOwedBesideTheTakersOwn) {
    const std::string
        a = "2024-01-12 state_obligation task=T agency=A obligation=pA deadline=2024-02-10\n",
        c = "2024-01-12 state_obligation task=T agency=C obligation=pC deadline=2024-02-20\n";
    for (const std::string& both : {a + c, c + a}) {
        record_ = ledger::in_memory();
        SetUp();
        say("2024-01-10 assign_task task=T title_vi=x lead=B coordinating=A,C "
            "deadline=2024-02-15\n" +
            both +
            "2024-02-05 answer_obligation task=T agency=C\n2024-02-14 merge_agency agency=A "
            "into=C\n"
            "2024-02-20 reassign_task task=T lead=B coordinating=C");
        const auto parts = [&](const char* day) {
            std::vector<std::string> all =
                told(*record_, day, "own_parts period=2024-02", "agency obligation due class");
            std::sort(all.begin(), all.end());
            return all;
        };
        EXPECT_THAT(parts("2024-02-22"), ElementsAre("C | pA | 2024-02-10 | open_overdue",
                                                     "C | pC | 2024-02-20 | done_in_time"));
        say("2024-02-25 answer_obligation task=T agency=C");
        EXPECT_THAT(parts("2024-02-26"), ElementsAre("C | pA | 2024-02-10 | done_late",
                                                     "C | pC | 2024-02-20 | done_in_time"));
        EXPECT_THAT(
            cases("period=2024-02", "asked due state"),
            testing::UnorderedElementsAre("C | 2024-02-10 | late", "C | 2024-02-20 | in_time"));
    }
}

TEST_F(CoordinationCases, WhatAnEndedAgencyAnsweredIsNoAnswerOfWhoHasAPartOfItsOwn) {
    say("2024-01-05 assign_task task=T title_vi=x lead=B coordinating=A,C deadline=2024-02-15\n"
        "2024-01-06 state_obligation task=T agency=C obligation=pC\n"
        "2024-01-10 answer_obligation task=T agency=A\n2024-02-01 merge_agency agency=A into=C\n"
        "2024-02-02 reassign_task task=T lead=B coordinating=C");
    std::vector<std::string> parts =
        told(*record_, "2024-02-20", "own_parts period=2024-02", "agency obligation class");
    std::sort(parts.begin(), parts.end());
    EXPECT_THAT(parts, ElementsAre("C | - | done_in_time", "C | pC | open_overdue"));
}

TEST_F(CoordinationCases, WhoJoinedLaterHasTheDaysFromThenOn) {
    say("2024-01-10 assign_task task=T title_vi=x lead=B coordinating=A deadline=2024-05-31\n"
        "2024-05-20 reassign_task task=T lead=B coordinating=A,C\n"
        "2024-05-30 answer_obligation task=T agency=C");
    EXPECT_THAT(cases("period=2024-Q2 asked=C", "since days_given days_taken state"),
                ElementsAre("2024-05-20 | 9 | 8 | in_time"));
}

TEST_F(CoordinationCases, WhoJoinedForItselfKeepsItsDaysWhenAnotherIsMergedIntoIt) {
    say("2024-01-10 assign_task task=T title_vi=x lead=B coordinating=A deadline=2024-05-31\n"
        "2024-01-20 reassign_task task=T lead=B coordinating=A,C\n"
        "2024-04-05 answer_obligation task=T agency=C");
    const auto its = [&] { return cases("period=2024-Q2 asked=C", "since days_given state"); };
    const auto before = its();
    EXPECT_THAT(before, ElementsAre(HasSubstr("2024-01-20 | ")));
    say("2024-04-12 merge_agency agency=A into=C\n"
        "2024-04-20 reassign_task task=T lead=B coordinating=C");
    EXPECT_EQ(its(), before);
}

TEST_F(CoordinationCases, WhoTakesThePlaceOfAnEndedAgencyHasTheDaysFromItsFirst) {
    const std::string assigned =
        "2024-01-10 assign_task task=T title_vi=x lead=B coordinating=A deadline=2024-05-31\n";
    const std::string ends =
        "2024-04-12 merge_agency agency=A into=C\n2024-04-20 reassign_task task=T lead=B "
        "coordinating=C\n";
    const auto since = [&] { return cases("period=2024-Q2 asked=C", "since"); };
    say(assigned + ends + "2024-05-02 answer_obligation task=T agency=C");
    EXPECT_THAT(since(), ElementsAre("2024-01-10"));
    // Also where it took part itself by then: what was stated is of the other.
    record_ = ledger::in_memory(), SetUp();
    say(assigned +
        "2024-01-12 state_obligation task=T agency=A obligation=pA\n"
        "2024-01-20 reassign_task task=T lead=B coordinating=A,C\n" +
        ends);
    EXPECT_THAT(since(), ElementsAre("2024-01-12"));
}

// 10 to 20 January, and 20 April to the answer or the deadline.
TEST_F(CoordinationCases, DaysBetweenLeavingATaskAndComingBackAreNotCounted) {
    say("2023-01-01 set_work_calendar weekday=monday,tuesday,wednesday,thursday,friday "
        "holiday_rules=none\n"
        "2024-01-10 assign_task task=T title_vi=x lead=B coordinating=A deadline=2024-05-31\n"
        "2024-01-22 reassign_task task=T lead=B coordinating=C\n"
        "2024-04-22 reassign_task task=T lead=B coordinating=A,C\n"
        "2024-05-02 answer_obligation task=T agency=A");
    const char* columns = "since days_given days_taken state";
    EXPECT_THAT(cases("period=2024-Q2 asked=A", columns),
                ElementsAre("2024-01-10 | 37 | 16 | in_time"));
    EXPECT_THAT(pairs("period=2024-Q2 asking=B asked=A", "days_given days_taken"),
                ElementsAre("37 | 16"));
    // Who answers and leaves on one day was given all of them.
    say("2024-05-02 reassign_task task=T lead=B coordinating=C");
    EXPECT_THAT(cases("period=2024-Q2 asked=A", columns),
                ElementsAre("2024-01-10 | 37 | 16 | in_time"));
    // Nor those on which the task rested.
    say("2024-05-06 consult consultation=K task=T agency=B addressed_to=A answer_due=2024-05-31\n"
        "2024-05-07 suspend_task task=T reason=x\n2024-05-20 resume_task task=T\n"
        "2024-05-21 answer_consultation consultation=K agency=A opinion=agree");
    EXPECT_THAT(cases("period=2024-Q2 asked=A", columns),
                testing::Contains("2024-05-06 | 10 | 2 | in_time"));
}

// It is counted once, as overdue, in the period in which the task was done.
TEST_F(CoordinationCases, WhatIsSaidLateOfATaskThatWasDoneWithoutItIsNoSecondCase) {
    say(R"(
2024-01-02 assign_task task=T title_vi=x lead=A deadline=2024-02-29 acceptance=not_asked
2024-01-10 consult consultation=LATE task=T agency=A addressed_to=B answer_due=2024-01-31
2024-01-10 consult consultation=TIME task=T agency=A addressed_to=B answer_due=2024-04-30
2024-01-10 consult consultation=FREE task=T agency=A addressed_to=B answer_due=2024-03-15
2024-03-01 complete_task task=T
2024-04-10 answer_consultation consultation=LATE agency=B opinion=agree
2024-04-10 answer_consultation consultation=TIME agency=B opinion=agree
2024-04-10 answer_consultation consultation=FREE agency=B opinion=agree
)");
    EXPECT_THAT(cases("period=2024-Q1", "code state answered_on waited_until"),
                ElementsAre("LATE | overdue | - | 2024-03-01"));
    EXPECT_THAT(cases("period=2024-Q2", "code state answered_on waited_until"),
                ElementsAre("TIME | in_time | 2024-04-10 | -"));
    EXPECT_THAT(cases("period=2024", "code state"),
                testing::UnorderedElementsAre("LATE | overdue", "TIME | in_time"));
}

// A part that is stated when the work had been handed in: nobody waited for it any more.
TEST_F(CoordinationCases, WhatIsAskedOfWorkThatWasHandedInIsNoCase) {
    say(R"(
2024-01-02 assign_task task=T title_vi=x lead=A coordinating=B assigner=C deadline=2024-02-29
2024-03-05 submit_task task=T
2024-03-15 state_obligation task=T agency=B obligation=x deadline=2024-02-20
2024-03-25 accept_task task=T
)");
    EXPECT_THAT(cases("period=2024-Q1", "code since state"), IsEmpty());
}

// Nothing is owed while the task rests: what falls due then is owed on the first working day after.
TEST_F(CoordinationCases, NothingIsOwedOfATaskThatRests) {
    const auto begin = [&](const std::string& life) {
        record_ = ledger::in_memory(), SetUp();
        say("2023-01-01 set_work_calendar weekday=monday,tuesday,wednesday,thursday,friday "
            "holiday_rules=none\n"
            "2024-01-02 assign_task task=T title_vi=x lead=A coordinating=B deadline=2024-05-31 "
            "acceptance=not_asked\n"
            "2024-01-10 consult consultation=K task=T agency=A addressed_to=B "
            "answer_due=2024-01-31\n"
            "2024-01-10 consult consultation=S task=T agency=A addressed_to=B "
            "answer_due=2024-01-31 silence=agreement\n"
            "2024-01-05 state_obligation task=T agency=B obligation=x deadline=2024-01-31\n" +
            life);
    };
    const std::string answers =
        "\n2024-02-16 answer_consultation consultation=K agency=B opinion=agree\n"
        "2024-02-16 answer_obligation task=T agency=B";
    const auto listed = [&] { return cases("period=2024-Q1", "code due answered_on state"); };
    const auto parts = [&] {
        return told(*record_, "2024-03-31", "own_parts period=2024-Q1", "due class");
    };
    // Resumed on a Monday: owed on the Tuesday.
    const std::string rests =
        "2024-01-22 suspend_task task=T reason=x\n2024-02-12 resume_task task=T";
    begin(rests);
    EXPECT_THAT(listed(),
                ElementsAre("T | 2024-02-13 | - | overdue", "K | 2024-02-13 | - | overdue",
                            "S | 2024-02-13 | 2024-02-13 | in_time"));
    EXPECT_THAT(parts(), ElementsAre("2024-02-13 | open_overdue"));
    EXPECT_THAT(told(*record_, "2024-02-13", "warnings", "warning"), IsEmpty());
    EXPECT_THAT(told(*record_, "2024-02-14", "warnings", "warning due days"),
                ElementsAre("opinion_overdue | 2024-02-13 | 1", "part_overdue | 2024-02-13 | 1"));
    const auto silent = [&](const char* day) {
        return told(*record_, day, "consultations", "consultation opinion");
    };
    EXPECT_THAT(silent("2024-02-09"), ElementsAre("K | -", "S | -"));
    // 11 to 19 January, and 12 and 13 February; as the cases tell.
    EXPECT_THAT(told(*record_, "2024-02-16", "consultations",
                     "consultation "
                     "days_given days_taken answered_on"),
                testing::Contains("K | 9 | 12 | -"));
    EXPECT_THAT(cases("period=2024-Q1 asked=B", "code days_given"), testing::Contains("K | 9"));
    EXPECT_THAT(silent("2024-02-14"), ElementsAre("K | no_answer", "S | agreement"));
    begin(rests + answers);
    EXPECT_THAT(listed(), ElementsAre("T | 2024-02-13 | 2024-02-16 | late",
                                      "K | 2024-02-13 | 2024-02-16 | late",
                                      "S | 2024-02-13 | 2024-02-13 | in_time"));
    begin("2024-01-22 suspend_task task=T reason=x" + answers + "\n2024-02-19 resume_task task=T");
    EXPECT_THAT(listed(), ElementsAre("T | 2024-02-20 | 2024-02-16 | in_time",
                                      "K | 2024-02-20 | 2024-02-16 | in_time",
                                      "S | 2024-02-20 | 2024-02-20 | in_time"));
    EXPECT_THAT(parts(), ElementsAre("2024-02-20 | done_in_time"));
    begin("2024-01-22 suspend_task task=T reason=x" + answers);
    EXPECT_THAT(listed(),
                ElementsAre("T | - | 2024-02-16 | in_time", "K | - | 2024-02-16 | in_time"));
    EXPECT_THAT(parts(), ElementsAre("- | suspended"));
    begin(
        "2024-01-22 cancel_task task=T reason=x\n"
        "2024-02-16 answer_consultation consultation=K agency=B opinion=agree");
    EXPECT_THAT(listed(), ElementsAre("K | - | 2024-02-16 | in_time"));
    // What was overdue before is not owed meanwhile: 1 February to the 9th and 26th to 31 March.
    begin("2024-02-12 suspend_task task=T reason=x\n2024-02-26 resume_task task=T");
    EXPECT_THAT(pairs("period=2024-Q1 asking=A", "overdue days_overdue"), ElementsAre("2 | 64"));
}

// An answer is judged by the day that stood on its day; what is stated after it asks anew.
TEST_F(CoordinationCases, APartStatedAfterItsAnswerIsAskedAnew) {
    const auto begin = [&](const std::string& life) {
        record_ = ledger::in_memory(), SetUp();
        say("2023-01-01 set_work_calendar weekday=monday,tuesday,wednesday,thursday,friday "
            "holiday_rules=none\n"
            "2024-01-02 assign_task task=T title_vi=x lead=A coordinating=B deadline=2024-02-29 "
            "acceptance=not_asked\n" +
            life);
    };
    const auto listed = [&] { return cases("period=2024-Q1", "since due answered_on state"); };
    const auto part = [&] {
        return told(*record_, "2024-03-31", "own_parts period=2024-Q1", "due answered_on class");
    };
    const auto held = [&] {
        return told(*record_, "2024-03-29", "attribution task=T", "agency days from until");
    };
    const std::string late =
        "2024-01-05 state_obligation task=T agency=B obligation=x "
        "deadline=2024-02-10\n2024-03-05 answer_obligation task=T agency=B\n";
    const std::string first = "2024-01-05 | 2024-02-10 | 2024-03-05 | late";
    const std::string anew =
        "2024-03-06 state_obligation task=T agency=B obligation=x deadline=2024-03-11\n";
    begin(late + anew);
    EXPECT_THAT(listed(), ElementsAre(first, "2024-03-06 | 2024-03-11 | - | overdue"));
    EXPECT_THAT(part(), ElementsAre("2024-03-11 | - | open_overdue"));
    EXPECT_THAT(held(),
                ElementsAre("B | 17 | 2024-03-01 | 2024-03-29", "A | 4 | 2024-03-06 | 2024-03-11"));
    // Also on the day of the answer: what is said first counts first.
    const std::string at_once =
        "2024-03-05 state_obligation task=T agency=B obligation=x deadline=2024-03-11\n";
    begin(late + at_once);
    EXPECT_THAT(listed(), ElementsAre(first, "2024-03-05 | 2024-03-11 | - | overdue"));
    EXPECT_THAT(part(), ElementsAre("2024-03-11 | - | open_overdue"));
    EXPECT_THAT(held(),
                ElementsAre("B | 17 | 2024-03-01 | 2024-03-29", "A | 4 | 2024-03-06 | 2024-03-11"));
    begin(late + at_once + "2024-03-05 answer_obligation task=T agency=B");
    EXPECT_THAT(listed(), ElementsAre(first, "2024-03-05 | 2024-03-11 | 2024-03-05 | in_time"));
    begin(late + anew + "2024-03-08 answer_obligation task=T agency=B");
    EXPECT_THAT(listed(), ElementsAre(first, "2024-03-06 | 2024-03-11 | 2024-03-08 | in_time"));
    EXPECT_THAT(part(), ElementsAre("2024-03-11 | 2024-03-08 | done_in_time"));
    begin(late + "2024-03-07 answer_obligation task=T agency=B text=more");
    EXPECT_THAT(listed(), ElementsAre(first)) << "what is said later is no second answer";
    EXPECT_THAT(held(),
                ElementsAre("B | 3 | 2024-03-01 | 2024-03-05", "A | 18 | 2024-03-06 | 2024-03-29"));
    begin(
        "2024-01-05 state_obligation task=T agency=B obligation=x\n"
        "2024-03-05 answer_obligation task=T agency=B\n"
        "2024-03-11 revise_deadline task=T deadline=2024-05-29 decided_by=C");
    EXPECT_THAT(listed(), ElementsAre("2024-01-05 | 2024-02-29 | 2024-03-05 | late"));
    EXPECT_THAT(part(), ElementsAre("2024-02-29 | 2024-03-05 | done_late"))
        << "the deadline was put off when it had come late";
    begin(
        "2024-01-05 state_obligation task=T agency=B obligation=x\n"
        "2024-03-05 answer_obligation task=T agency=B\n"
        "2024-03-05 revise_deadline task=T deadline=2024-05-29 decided_by=C");
    EXPECT_THAT(listed(), ElementsAre("2024-01-05 | 2024-02-29 | 2024-03-05 | late"))
        << "later on the same day, too";
}

// What came late, or was asked, after the task was done is no case and no part that is late.
TEST_F(CoordinationCases, OwnPartsOfADoneTaskAreThoseOfItsCases) {
    const auto begin = [&](const std::string& due, const std::string& answer) {
        record_ = ledger::in_memory(), SetUp();
        say("2024-01-02 assign_task task=T title_vi=x lead=A coordinating=B deadline=2024-02-29 "
            "acceptance=not_asked\n"
            "2024-01-05 state_obligation task=T agency=B obligation=x deadline=" +
            due + "\n2024-03-01 complete_task task=T" + answer);
        std::string both;
        for (const auto& line : cases("period=2024-Q1", "state")) both += line;
        return both + " " + told(*record_, "2024-03-31", "own_parts period=2024-Q1", "class")[0];
    };
    const std::string answer = "\n2024-03-20 answer_obligation task=T agency=B";
    EXPECT_EQ(begin("2024-02-10", answer), "overdue open_overdue");
    EXPECT_EQ(begin("2024-02-10", ""), "overdue open_overdue");
    EXPECT_EQ(begin("2024-03-15", answer), " open_in_time");
    EXPECT_EQ(begin("2024-03-15", ""), " open_in_time");
    EXPECT_EQ(begin("2024-03-25", answer), "in_time done_in_time");
}

TEST_F(CoordinationCases, WhatIsOverdueHasARankAlsoWithoutAWorkingDay) {
    say("2024-01-02 assign_task task=T title_vi=x lead=A coordinating=B\n"
        "2024-01-05 state_obligation task=T agency=B obligation=x deadline=2024-03-29");
    EXPECT_THAT(pairs("period=2024-Q1", "overdue days_overdue attention"),
                ElementsAre("1 | 0 | 1"));
}

TEST_F(CoordinationCases, ARestThatBeginsAfterTheAnswerChangesNothingOfIt) {
    say("2024-01-02 assign_task task=T title_vi=x lead=A coordinating=B deadline=2024-06-28\n"
        "2024-01-15 consult consultation=K task=T agency=A addressed_to=B answer_due=2024-03-15\n"
        "2024-01-15 state_obligation task=T agency=B obligation=x deadline=2024-03-15\n"
        "2024-02-01 answer_consultation consultation=K agency=B opinion=agree\n"
        "2024-02-01 answer_obligation task=T agency=B");
    const auto told_now = [&] {
        auto all = cases("period=2024-Q1", "kind state days_given days_taken");
        for (const std::string& one : told(*record_, "2024-12-31", "consultations", "days_given"))
            all.push_back(one);
        return all;
    };
    const auto before = told_now();
    EXPECT_EQ(before.size(), 3U);
    say("2024-02-19 suspend_task task=T reason=x");
    EXPECT_EQ(told_now(), before);
    say("2024-03-04 resume_task task=T");
    EXPECT_EQ(told_now(), before);
}

// A draft is handed in, but nobody accepts it: it is done, and handed over, with its documents.
TEST_F(CoordinationCases, WhatIsDoneByItsDocumentsIsHandedOverWithTheLastOfThem) {
    say(R"(
2024-01-02 assign_task task=T title_vi=x lead=A deadline=2024-03-29
2024-01-02 expect_document task=T expected=d title_vi=x
2024-01-02 assign_task task=U title_vi=x lead=B deadline=2024-06-28
2024-01-03 link_tasks link=L task=U after=T
2024-01-03 add_document document=D number=1 document_kind=plan issuer=A dated=2024-04-05
2024-03-20 submit_task task=T
2024-04-05 issue_document task=T expected=d document=D
)");
    EXPECT_THAT(told(*record_, "2024-04-01", "tasks", "task class awaiting_acceptance"),
                ElementsAre("T | open_overdue | 0", "U | open_in_time | 0"));
    EXPECT_THAT(cases("period=2024-Q1", "asked kind state answered_on"),
                ElementsAre("A | hand_off | overdue | -"));
    for (const char* span : {"2024-Q2", "2024-H1"})
        EXPECT_THAT(cases(std::string{"period="} + span, "asked kind state answered_on"),
                    ElementsAre("A | hand_off | late | 2024-04-05"))
            << span;
}

TEST_F(CoordinationCases, WhoHandedInHasHandedOverWhoeverLeadsLater) {
    say(R"(
2024-01-02 assign_task task=T title_vi=x lead=A deadline=2024-03-29
2024-01-02 assign_task task=U title_vi=x lead=C deadline=2024-06-28
2024-01-03 link_tasks link=L task=U after=T
2024-03-20 submit_task task=T
2024-04-15 reassign_task task=T lead=B
2024-04-15 reassign_task task=U lead=B
)");
    for (const char* span : {"2024-Q1", "2024-H1"})
        EXPECT_THAT(cases(std::string{"period="} + span, "asking asked state answered_on"),
                    ElementsAre("C | A | in_time | 2024-03-20"))
            << span;
}

// By its parts: each was handed in by the day, and none was answered yet.
TEST_F(CoordinationCases, AWholeIsHandedOverWhenItsLastPartWasHandedIn) {
    say(R"(
2024-01-02 assign_task task=W title_vi=x lead=A deadline=2024-03-20
2024-01-02 fan_out_task task=W agency=A,C
2024-01-02 assign_task task=U title_vi=x lead=B deadline=2024-06-28
2024-01-03 link_tasks link=L task=U after=W
2024-03-15 submit_task task=W/A agency=A
2024-03-18 submit_task task=W/C agency=C
)");
    const auto one = ElementsAre("B | A | in_time | 2024-03-18");
    EXPECT_THAT(cases("period=2024-Q1", "asking asked state answered_on"), one);
    EXPECT_THAT(told(*record_, "2024-03-29", "slips task=W", "handed_in"),
                ElementsAre("2024-03-18"));
    say("2024-04-26 accept_task task=W/A\n2024-04-26 accept_task task=W/C");
    EXPECT_THAT(cases("period=2024-Q1", "asking asked state answered_on"), one);
    say("2024-05-02 reassign_task task=W lead=C");
    EXPECT_THAT(cases("period=2024-H1", "asking asked state answered_on"), one);
    say("2024-05-02 suspend_task task=W reason=x");
    EXPECT_THAT(cases("period=2024-H1", "asking asked state answered_on"), one);
}

// Whatever day the ledger counts as that of finishing: a case is answered once.
TEST_F(CoordinationCases, WhatWasHandedInIsHandedOverThenAndNotAgainWithItsAcceptance) {
    say(R"(
2024-01-02 set_finishing_day finishing_day=acceptance
2024-01-02 assign_task task=T title_vi=x lead=A deadline=2024-03-29
2024-01-02 assign_task task=U title_vi=x lead=B deadline=2024-06-28
2024-01-03 link_tasks link=L task=U after=T
2024-03-18 submit_task task=T
2024-05-15 accept_task task=T
)");
    for (const char* span : {"2024-Q1", "2024-H1"})
        EXPECT_THAT(cases(std::string{"period="} + span, "state answered_on"),
                    ElementsAre("in_time | 2024-03-18"))
            << span;
    EXPECT_THAT(cases("period=2024-Q2", "state"), IsEmpty());
}

}  // namespace
}  // namespace mandate
