// How agencies work together: what each waited for from each, with the cases behind the numbers.

#include "ledger/asked.hpp"
#include "mandate/report/agency_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::by_clerk;
using tests::commands_of;
using tests::told;

class Coordination : public testing::Test {
protected:
    std::unique_ptr<ledger> record_ = ledger::in_memory();

    void SetUp() override {
        say("2023-01-01 add_agency agency=A name_vi=x\n2023-01-01 add_agency agency=B name_vi=x\n"
            "2023-01-01 add_agency agency=C name_vi=x");
    }
    void say(std::string_view text) {
        record_->record(by_clerk(parse_day("2024-12-31")), commands_of(text));
    }
    std::vector<std::string> pairs(const std::string& arguments, std::string_view columns) const {
        return told(*record_, "2024-12-31", "coordination " + arguments, columns);
    }
    std::vector<std::string> cases(const std::string& arguments, std::string_view columns) const {
        return told(*record_, "2024-12-31", "coordination_cases " + arguments, columns);
    }
};

TEST_F(Coordination, AnAnswerCountsInThePeriodInWhichItCameAndUntilThenAsOpen) {
    say(R"(
2024-03-01 assign_task task=T title_vi=x lead=A coordinating=B
2024-03-18 consult consultation=K task=T agency=A addressed_to=B answer_due=2024-04-05
2024-04-08 answer_consultation consultation=K agency=B opinion=agree
)");
    EXPECT_THAT(pairs("period=2024-Q1", "asking asked in_time late overdue open on_time"),
                ElementsAre("A | B | 0 | 0 | 0 | 1 | -"))
        << "the answer of April does not wash March";
    EXPECT_THAT(
        pairs("period=2024-Q2", "asking asked in_time late overdue open on_time days_taken"),
        ElementsAre("A | B | 0 | 1 | 0 | 0 | 0 | 15"));
    EXPECT_THAT(pairs("period=2024-Q3", "asking"), IsEmpty()) << "it was answered before";
    EXPECT_THAT(cases("period=2024-Q2", "kind code since due answered_on days_given state"),
                ElementsAre("consultation | K | 2024-03-18 | 2024-04-05 | 2024-04-08 | 14 | late"));
}

TEST_F(Coordination, JointTasksAreListedWithTimeAndQuality) {
    say(R"(
2024-01-08 assign_task task=GOOD title_vi=x lead=A coordinating=B deadline=2024-02-28
2024-02-20 submit_task task=GOOD
2024-02-21 return_task task=GOOD reason=x
2024-02-26 submit_task task=GOOD
2024-02-27 accept_task task=GOOD quality=meets_after_revision
2024-01-08 assign_task task=LATE title_vi=x lead=A coordinating=B,C deadline=2024-02-28 acceptance=not_asked
2024-01-08 state_obligation task=LATE agency=B obligation=x deadline=2024-02-05
2024-03-04 complete_task task=LATE
2024-01-08 assign_task task=OPEN title_vi=x lead=B coordinating=A deadline=2024-03-20
2024-01-08 assign_task task=AHEAD title_vi=x lead=B coordinating=A deadline=2024-05-20
)");
    const auto joint = [&](const std::string& more) {
        return told(*record_, "2024-12-31", "joint_tasks period=2024-Q1" + more,
                    "lead coordinating task class finished_on days_late quality times_returned "
                    "part_class");
    };
    EXPECT_THAT(
        joint(""),
        ElementsAre("A | B | GOOD | done_in_time | 2024-02-26 | - | meets_after_revision | 1 | -",
                    "A | B | LATE | done_late | 2024-03-04 | 3 | - | 0 | open_overdue",
                    "A | C | LATE | done_late | 2024-03-04 | 3 | - | 0 | -",
                    "B | A | OPEN | open_overdue | - | 7 | - | 0 | -"));
    EXPECT_THAT(joint(" asking=B"), ElementsAre("B | A | OPEN | open_overdue | - | 7 | - | 0 | -"));
    const auto figures =
        pairs("period=2024-Q1 asking=A asked=B", "joint_due joint_in_time joint_rated joint_good");
    EXPECT_THAT(figures, ElementsAre("2 | 1 | 1 | 0")) << "the list is what the figures count";
    EXPECT_EQ(joint(" asking=A asked=B").size(), 2U);
    say("2024-03-20 rate_task task=LATE quality=meets");
    EXPECT_THAT(
        pairs("period=2024-Q1 asking=A asked=B", "joint_due joint_in_time joint_rated joint_good"),
        ElementsAre("2 | 1 | 2 | 1"));
}

TEST_F(Coordination, SilenceThatMeansAgreementAnswersOnTheDueDay) {
    say(R"(
2024-03-01 assign_task task=T title_vi=x lead=A coordinating=B,C
2024-03-04 consult consultation=K1 task=T agency=A addressed_to=B answer_due=2024-03-08 silence=agreement
2024-03-04 consult consultation=K2 task=T agency=A addressed_to=C answer_due=2024-03-08
)");
    EXPECT_THAT(cases("period=2024-Q1", "asked answered_on state"),
                ElementsAre("B | 2024-03-08 | in_time", "C | - | overdue"));
}

TEST_F(Coordination, ACoordinatingAgencyIsJudgedByItsOwnDayAndAnswer) {
    say(R"(
2024-01-08 assign_task task=T title_vi=x lead=A coordinating=B,C deadline=2024-06-28
2024-01-10 state_obligation task=T agency=B obligation=figures deadline=2024-02-02
2024-01-10 state_obligation task=T agency=C obligation=figures deadline=2024-02-02
2024-02-02 answer_obligation task=T agency=B text=here
2024-06-20 submit_task task=T
2024-06-20 accept_task task=T
)");
    EXPECT_THAT(cases("period=2024-Q1", "asking asked kind since state"),
                ElementsAre("A | B | obligation | 2024-01-10 | in_time",
                            "A | C | obligation | 2024-01-10 | overdue"));
    EXPECT_THAT(cases("period=2024-Q2", "asked state waited_until days_taken"),
                ElementsAre("C | overdue | 2024-06-20 | 108"))
        << "the task was done without the answer";
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "coordination period=2024-Q2",
                            "asking asked overdue days_overdue mutual attention"),
                ElementsAre("A | B | 0 | 0 | 0 | -", "A | C | 1 | 91 | 0 | 1"));
    EXPECT_THAT(cases("period=2024-Q3", "asked"), IsEmpty()) << "nobody waits for it any more";
    EXPECT_THAT(tests::told(*record_, "2024-06-21", "warnings", "warning"), IsEmpty());
}

TEST_F(Coordination, WhatIsSaidAfterSilenceAgreedIsNoSecondAnswer) {
    say("2024-01-08 assign_task task=T title_vi=x lead=A deadline=2024-06-28\n"
        "2024-03-01 consult consultation=Q task=T agency=A addressed_to=B answer_due=2024-03-08 "
        "silence=agreement");
    const auto told = [&](const char* day) {
        return tests::told(*record_, day, "consultations", "answered_on opinion days_taken");
    };
    EXPECT_THAT(told("2024-03-08"), ElementsAre("- | - | 5"));
    EXPECT_THAT(told("2024-04-25"), ElementsAre("- | agreement | 5"));
    say("2024-03-20 answer_consultation consultation=Q agency=B opinion=disagree");
    EXPECT_THAT(told("2024-04-25"), ElementsAre("2024-03-20 | agreement | 5"));
}

// What was stated of the part of an agency is that of the one which goes on for it and takes its
// place; who comes to lead a task has no other part in it.
TEST_F(Coordination, APartGoesOnWithWhoTakesThePlaceOfItsAgency) {
    say(R"(
2024-01-08 assign_task task=T title_vi=x lead=A coordinating=B deadline=2024-06-28
2024-01-10 state_obligation task=T agency=B obligation=figures deadline=2024-02-02
2024-03-01 merge_agency agency=B into=C
)");
    const char* parts = "agency task due class";
    EXPECT_THAT(tests::told(*record_, "2024-03-31", "own_parts period=2024-Q1", parts),
                ElementsAre("B | T | 2024-02-02 | open_overdue"));
    say("2024-03-04 reassign_task task=T lead=A coordinating=C");
    EXPECT_THAT(tests::told(*record_, "2024-03-31", "own_parts period=2024-Q1", parts),
                ElementsAre("C | T | 2024-02-02 | open_overdue"));
    EXPECT_THAT(cases("period=2024-Q1", "asked kind since state"),
                ElementsAre("C | obligation | 2024-01-10 | overdue"));
    say("2024-03-05 reassign_task task=T lead=C");
    EXPECT_THAT(tests::told(*record_, "2024-03-31", "own_parts period=2024-Q1", parts), IsEmpty());
    EXPECT_THAT(tests::told(*record_, "2024-03-31", "obligations", "agency role"),
                ElementsAre("C | lead"));
    const review r = record_->review({parse_day("2024-03-31"), {}, {}}, parse_period("2024-Q1"));
    for (const agency_row& one : r.agencies) EXPECT_EQ(one.own_parts.total(), 0);
}

TEST_F(Coordination, ATaskThatWaitsForATaskOfAnotherIsAHandOffInBothDirectionsMutual) {
    say(R"(
2024-01-08 assign_task task=T1 title_vi=x lead=A deadline=2024-03-08
2024-01-08 assign_task task=T2 title_vi=x lead=B deadline=2024-06-28
2024-01-08 assign_task task=T3 title_vi=x lead=A deadline=2024-09-30
2024-01-08 assign_task task=T4 title_vi=x lead=A deadline=2024-09-30
2024-01-09 link_tasks link=L1 task=T2 after=T1
2024-01-09 link_tasks link=L2 task=T3 after=T2
2024-01-09 link_tasks link=L3 task=T4 after=T3
)");
    EXPECT_THAT(pairs("period=2024-Q1",
                      "asking asked overdue open hand_offs days_overdue mutual attention"),
                ElementsAre("A | B | 0 | 1 | 1 | 0 | 1 | -", "B | A | 1 | 0 | 1 | 15 | 1 | 1"))
        << "T4 waits for a task of its own agency: no case";
    say("2024-04-15 cancel_task task=T2 reason=x");
    EXPECT_THAT(pairs("period=2024-Q2", "asking"), IsEmpty()) << "nobody waits any more";
    EXPECT_EQ(pairs("period=2024-Q1", "asking").size(), 2U) << "but in March they did";
}

// A whole is done with its last part, whatever is said of itself: for hand-offs, own parts, joint
// tasks and slips alike.
TEST_F(Coordination, AWholeHandsOverWithItsLastPart) {
    const auto begin = [&](const std::string& life) {
        record_ = ledger::in_memory(), SetUp();
        say("2024-01-02 assign_task task=PP title_vi=x lead=B coordinating=C deadline=2024-02-15 "
            "acceptance=not_asked\n"
            "2024-01-02 assign_task task=P1 title_vi=x lead=B parent_task=PP deadline=2024-02-15 "
            "acceptance=not_asked\n"
            "2024-01-02 assign_task task=P2 title_vi=x lead=B parent_task=PP deadline=2024-02-15 "
            "acceptance=not_asked\n"
            "2024-01-02 assign_task task=W title_vi=x lead=A deadline=2024-06-28\n"
            "2024-01-03 link_tasks link=L task=W after=PP\n"
            "2024-01-05 state_obligation task=PP agency=C obligation=x deadline=2024-02-12\n" +
            life);
    };
    const auto listed = [&](const char* period = "2024-Q1") {
        return cases(std::string{"period="} + period, "kind state answered_on waited_until");
    };
    const auto parts = [&](const char* period = "2024-Q1") {
        return told(*record_, "2024-04-05", std::string{"own_parts period="} + period,
                    "task agency class task_class");
    };
    const auto waits = [&] {
        return told(*record_, "2024-03-31", "agency_pairs", "before after open_waits");
    };
    const auto whole = [&] {
        return told(*record_, "2024-03-31", "slips task=PP", "finish actual");
    };
    begin(
        "2024-02-09 complete_task task=P1\n2024-02-14 complete_task task=P2\n"
        "2024-02-20 answer_obligation task=PP agency=C");
    EXPECT_THAT(listed(), ElementsAre("hand_off | in_time | 2024-02-14 | -",
                                      "obligation | overdue | - | 2024-02-14"));
    EXPECT_THAT(parts(), ElementsAre("PP | C | open_overdue | done_in_time"));
    EXPECT_THAT(parts("2024-Q2"), IsEmpty()) << "it was done before";
    EXPECT_THAT(whole(), ElementsAre("2024-02-14 | 1"));
    EXPECT_THAT(waits(), ElementsAre("B | A | 0"));
    const review r = record_->review({parse_day("2024-04-05"), {}, {}}, parse_period("2024-Q1"));
    for (const agency_row& one : r.agencies)
        EXPECT_EQ(one.own_parts.total(), one.agency.code == "C" ? 1 : 0) << one.agency.code;
    EXPECT_THAT(told(*record_, "2024-04-05",
                     "review_figures period=2024-Q1 grouped_by=coordinating", "key open_overdue"),
                testing::Contains("C | 1"));
    begin(
        "2024-02-09 complete_task task=P1\n2024-02-14 complete_task task=PP\n"
        "2024-02-14 answer_obligation task=PP agency=C");
    EXPECT_THAT(listed(),
                ElementsAre("hand_off | overdue | - | -", "obligation | late | 2024-02-14 | -"));
    EXPECT_THAT(parts(), ElementsAre("PP | C | done_late | open_overdue"));
    EXPECT_THAT(listed("2024-Q2"), ElementsAre("hand_off | overdue | - | -"));
    EXPECT_THAT(whole(), testing::Not(testing::Contains(HasSubstr("| 1"))));
    EXPECT_THAT(waits(), ElementsAre("B | A | 1"));
    EXPECT_THAT(told(*record_, "2024-03-31", "joint_tasks period=2024-Q1", "task"), IsEmpty());
}

// What waits for its acceptance waits for another than its lead (decision 116).
TEST_F(Coordination, WhoHandedInByTheDayIsNotOverdueWhileTheAnswerIsAwaited) {
    say(R"(
2024-01-10 assign_task task=T1 title_vi=x lead=A assigner=C deadline=2024-03-25
2024-01-10 assign_task task=T2 title_vi=x lead=B assigner=C deadline=2024-06-20
2024-01-10 link_tasks link=L task=T2 after=T1
2024-03-20 submit_task task=T1
)");
    const auto on = [&](const char* day) {
        return told(*record_, day, "coordination period=2024-Q1",
                    "asking asked in_time late overdue attention");
    };
    EXPECT_THAT(on("2024-04-02"), ElementsAre("B | A | 1 | 0 | 0 | -"));
    EXPECT_THAT(told(*record_, "2024-04-02", "agency_pairs", "before after open_waits"),
                ElementsAre("A | B | 1"))
        << "the other task waits all the same";
    say("2024-04-03 return_task task=T1 reason=x");
    EXPECT_THAT(on("2024-04-03"), ElementsAre("B | A | 0 | 0 | 1 | 1")) << "it was not handed in";
    say("2024-04-05 submit_task task=T1\n2024-04-10 accept_task task=T1");
    EXPECT_THAT(
        told(*record_, "2024-04-10", "coordination_cases period=2024-Q2", "state answered_on"),
        ElementsAre("late | 2024-04-05"));
}

// Who reported the whole as done can do nothing more; whose part was open then hands over.
TEST_F(Coordination, AWholeReportedDoneOverAnOpenPartIsHandedOverByWhoHasThatPart) {
    say(R"(
2024-01-02 assign_task task=PP title_vi=x lead=B deadline=2024-02-15 acceptance=not_asked
2024-01-02 assign_task task=P1 title_vi=x lead=B parent_task=PP acceptance=not_asked
2024-01-02 assign_task task=P2 title_vi=x lead=B parent_task=PP
2024-01-02 assign_task task=P3 title_vi=x lead=C parent_task=P2 deadline=2024-02-20 acceptance=not_asked
2024-01-02 assign_task task=P4 title_vi=x lead=C parent_task=PP
2024-01-02 cancel_task task=P4 reason=x
2024-01-02 assign_task task=W title_vi=x lead=A deadline=2024-06-28
2024-01-03 link_tasks link=L task=W after=PP
2024-02-09 complete_task task=P1
2024-02-14 complete_task task=PP
)");
    const auto listed = [&](const char* period) {
        return cases(std::string{"period="} + period, "asking asked kind due state answered_on");
    };
    const char* open = "A | B | hand_off | 2024-02-15 | open | -";
    EXPECT_THAT(listed("2024-01"), ElementsAre(open)) << "nothing was reported yet";
    EXPECT_THAT(listed("2024-02"), ElementsAre("A | C | hand_off | 2024-02-20 | overdue | -"));
    say("2024-04-03 complete_task task=P3");
    EXPECT_THAT(listed("2024-Q1"), ElementsAre("A | C | hand_off | 2024-02-20 | overdue | -"));
    EXPECT_THAT(listed("2024-Q2"),
                ElementsAre("A | C | hand_off | 2024-02-20 | late | 2024-04-03"));
    say("2024-02-12 complete_task task=P3 agency=C corrects=" +
        std::to_string(record_->revision()));
    EXPECT_THAT(listed("2024-Q1"),
                ElementsAre("A | B | hand_off | 2024-02-15 | in_time | 2024-02-12"))
        << "no part was open when it was reported";
}

// As many as a walk that calls itself would not survive.
TEST_F(Coordination, AWholeHandsOverWithItsLastPartHoweverDeepThatIs) {
    constexpr int tasks = 30'000;
    std::string all = "2024-01-02 assign_task task=T0 title_vi=x lead=B deadline=2024-02-15\n";
    for (int i = 1; i < tasks; ++i)
        all += "2024-01-02 assign_task task=T" + std::to_string(i) +
               " title_vi=x lead=B acceptance=not_asked parent_task=T" + std::to_string(i - 1) +
               "\n";
    say(all +
        "2024-01-02 assign_task task=W title_vi=x lead=A deadline=2024-06-28\n"
        "2024-01-03 link_tasks link=L task=W after=T0");
    EXPECT_THAT(cases("period=2024-Q1", "kind state answered_on"),
                ElementsAre("hand_off | overdue | -"));
    say("2024-02-14 complete_task task=T" + std::to_string(tasks - 1));
    EXPECT_THAT(cases("period=2024-Q1", "kind state answered_on"),
                ElementsAre("hand_off | in_time | 2024-02-14"));
}

// By the leads of the whole, whichever of two that wait asks: the one that is asked did it once.
TEST_F(Coordination, WhatSeveralLeadsAskedIsOneThingOfWhoWasAsked) {
    say("2024-01-02 assign_task task=T title_vi=x lead=A,C coordinating=B deadline=2024-06-28\n"
        "2024-01-05 state_obligation task=T agency=B obligation=x deadline=2024-02-15");
    EXPECT_THAT(pairs("period=2024-Q1", "asking asked days_overdue"),
                ElementsAre("A | B | 31", "C | B | 31"));
    EXPECT_THAT(told(*record_, "2024-12-31", "coordination_network period=2024-Q1",
                     "agency asks asked overdue days_overdue"),
                ElementsAre("A | 1 | 0 | 0 | 0", "B | 0 | 1 | 1 | 31", "C | 1 | 0 | 0 | 0"));
}

// Nobody waited any more when the day came on which silence would have agreed.
TEST_F(Coordination, SilenceAgreesToNothingOnceTheTaskIsDone) {
    say(R"(
2024-01-02 assign_task task=T title_vi=x lead=A acceptance=not_asked
2024-01-05 consult consultation=AHEAD task=T agency=A addressed_to=B answer_due=2024-03-12 silence=agreement
2024-01-05 consult consultation=ON task=T agency=A addressed_to=B answer_due=2024-03-11 silence=agreement
2024-03-11 complete_task task=T
)");
    EXPECT_THAT(cases("period=2024-Q1", "code state answered_on"),
                ElementsAre("ON | in_time | 2024-03-11"));
}

TEST_F(Coordination, JointTasksCountInTimeAndByQuality) {
    say(R"(
2024-01-08 assign_task task=T1 title_vi=x lead=A coordinating=B deadline=2024-02-20
2024-02-20 submit_task task=T1
2024-02-21 accept_task task=T1 quality=meets
2024-01-08 assign_task task=T2 title_vi=x lead=A coordinating=B deadline=2024-02-20
2024-02-23 submit_task task=T2
2024-02-23 accept_task task=T2 quality=meets_after_revision
2024-01-08 assign_task task=T3 title_vi=x lead=A coordinating=B deadline=2024-04-15
)");
    EXPECT_THAT(
        pairs("period=2024-Q1", "asking asked joint_due joint_in_time joint_rated joint_good"),
        ElementsAre("A | B | 2 | 1 | 2 | 1"));
}

TEST_F(Coordination, TheTrendGoesBackPeriodByPeriod) {
    say(R"(
2023-11-01 assign_task task=T title_vi=x lead=A coordinating=B
2023-11-01 consult consultation=K1 task=T agency=A addressed_to=B answer_due=2023-11-10
2023-11-09 answer_consultation consultation=K1 agency=B opinion=agree
2024-03-01 consult consultation=K2 task=T agency=A addressed_to=B answer_due=2024-03-08
2024-03-11 answer_consultation consultation=K2 agency=B opinion=agree
)");
    EXPECT_THAT(pairs("period=2024-Q1 periods=3", "period in_time late on_time for_reference_only"),
                ElementsAre("2024-Q1 | 0 | 1 | 0 | 1", "2023-Q4 | 1 | 0 | 10000 | 1"));
}

TEST_F(Coordination, HidesTheTasksThatTheViewerMayNotSee) {
    say(R"(
2024-01-01 add_access_class access_class=S name_vi=x rank=1
2024-01-01 set_highest_class access_class=S
2024-01-01 grant_access access_class=S agency=A
2024-03-01 assign_task task=T title_vi=x lead=A coordinating=B access_class=S
2024-03-04 consult consultation=K task=T agency=A addressed_to=B answer_due=2024-03-08
)");
    EXPECT_EQ(pairs("period=2024-Q1", "asking").size(), 1U);
    EXPECT_THAT(told(*record_, "2024-12-31", "coordination period=2024-Q1", "asking", "C"),
                IsEmpty());
    EXPECT_THAT(told(*record_, "2024-12-31", "coordination_cases period=2024-Q1", "asking", "C"),
                IsEmpty());
}

TEST_F(Coordination, SilenceIsCountedWhetherItAgreesOrNot) {
    say(R"(
2024-03-01 assign_task task=T title_vi=x lead=A coordinating=B
2024-03-01 consult consultation=AGREES task=T agency=A addressed_to=B answer_due=2024-03-08 silence=agreement
2024-03-01 consult consultation=OWED task=T agency=A addressed_to=B answer_due=2024-03-11
2024-03-01 consult consultation=OPEN task=T agency=A addressed_to=B answer_due=2024-04-11
2024-03-01 consult consultation=LATE task=T agency=A addressed_to=B answer_due=2024-03-11
2024-03-12 answer_consultation consultation=LATE agency=B opinion=agree
)");
    EXPECT_THAT(pairs("period=2024-Q1", "in_time late overdue open consultations silent"),
                ElementsAre("1 | 1 | 1 | 1 | 4 | 2"));
    EXPECT_THAT(
        told(*record_, "2024-12-31", "coordination_network period=2024-Q1",
             "agency asks asks_open asked in_time late overdue open silent"),
        ElementsAre("A | 4 | 2 | 0 | 0 | 0 | 0 | 0 | 0", "B | 0 | 0 | 4 | 1 | 1 | 1 | 1 | 2"));
}

TEST_F(Coordination, WaitsForOpinionsMakeANetworkInWhichThreeWaitForEachOther) {
    say(R"(
2023-01-01 add_agency agency=D name_vi=x
2024-03-01 assign_task task=TA title_vi=x lead=A coordinating=B
2024-03-01 assign_task task=TB title_vi=x lead=B coordinating=C
2024-03-01 assign_task task=TC title_vi=x lead=C
2024-03-01 assign_task task=TD title_vi=x lead=D coordinating=A
2024-03-04 consult consultation=AB task=TA agency=A addressed_to=B answer_due=2024-03-08
2024-03-04 state_obligation task=TB agency=C obligation=x deadline=2024-05-08
2024-03-04 link_tasks link=CA task=TC after=TA
2024-03-04 consult consultation=DA task=TD agency=D addressed_to=A
)");
    const auto network = [&](const std::string& more, std::string_view columns) {
        return told(*record_, "2024-12-31", "coordination_network period=2024-Q1" + more, columns);
    };
    EXPECT_THAT(network("", "agency waits_for waited_for_by held_up betweenness mutual"),
                ElementsAre("A | 1 | 2 | 3 | 3000 | 1", "B | 1 | 1 | 3 | 2000 | 1",
                            "C | 1 | 1 | 3 | 1000 | 1", "D | 1 | 0 | 0 | 0 | -"));
    EXPECT_THAT(network(" agency=A", "agency asks asked"), ElementsAre("A | 1 | 2"));
    EXPECT_THAT(told(*record_, "2024-12-31", "mutual_cases period=2024-Q1",
                     "group agencies asking asked kind code task due state"),
                ElementsAre("1 | 3 | A | B | consultation | AB | TA | 2024-03-08 | overdue",
                            "1 | 3 | B | C | obligation | TB | TB | 2024-05-08 | open",
                            "1 | 3 | C | A | hand_off | CA | TC | - | open"));
    // The question that names circles finds them as of a day, whatever it is that makes them.
    const auto circle = [&](const char* day, const std::string& more) {
        return told(*record_, day, "mutual_waiting" + more,
                    "group agencies before_agency before after_agency after link kind code due");
    };
    const std::vector<std::string> made_by{
        "1 | 3 | A | TA | C | TC | CA | hand_off | CA | -",
        "1 | 3 | B | - | A | TA | - | consultation | AB | 2024-03-08",
        "1 | 3 | C | - | B | TB | - | obligation | TB | 2024-05-08"};
    EXPECT_EQ(circle("2024-04-25", ""), made_by);
    EXPECT_THAT(circle("2024-03-03", ""), IsEmpty()) << "nobody had asked";
    EXPECT_THAT(circle("2024-04-25", " at_least=2"), IsEmpty());
    EXPECT_THAT(circle("2024-04-25", " counted_links=binding"), IsEmpty())
        << "an opinion decides no date";
    EXPECT_THAT(network(" at_least=2", "agency waits_for mutual"),
                ElementsAre("A | 0 | -", "B | 0 | -", "C | 0 | -", "D | 0 | -"));
    EXPECT_THAT(told(*record_, "2024-12-31", "mutual_cases period=2024-Q1 at_least=2", "code"),
                IsEmpty());
    EXPECT_THAT(network(" periods=2", "period agency"),
                ElementsAre("2024-Q1 | A", "2024-Q1 | B", "2024-Q1 | C", "2024-Q1 | D"))
        << "nobody waited in the quarter before";
    say("2024-03-20 answer_consultation consultation=AB agency=B opinion=agree");
    EXPECT_THAT(network("", "agency held_up mutual"),
                ElementsAre("A | 3 | -", "B | 0 | -", "C | 1 | -", "D | 0 | -"));
    EXPECT_THAT(circle("2024-03-19", ""), testing::SizeIs(3));
    EXPECT_THAT(circle("2024-03-20", ""), IsEmpty());
}

// An agency that leads nothing can be waited for, and a scope leaves out what was asked for the
// tasks of others.
TEST_F(Coordination, AgenciesWaitForEachOthersOpinionsWithoutAnyLink) {
    say(R"(
2023-01-01 add_agency agency=X name_vi=x
2024-01-01 add_document document=P number=1-CTr/TU document_kind=action_programme issuer=X dated=2024-01-01
2024-03-01 assign_task task=TA title_vi=x lead=A document=P
2024-03-01 assign_task task=TB title_vi=x lead=B
2024-03-04 consult consultation=AB task=TA agency=A addressed_to=B answer_due=2024-03-08
2024-03-05 consult consultation=AX task=TA agency=A addressed_to=X answer_due=2024-03-08
2024-03-06 consult consultation=XB task=TA agency=X addressed_to=B answer_due=2024-03-08
)");
    const auto circle = [&](const std::string& more) {
        return told(*record_, "2024-04-25", "mutual_waiting" + more, "after_agency code");
    };
    EXPECT_THAT(circle(""), IsEmpty());
    say("2024-03-07 consult consultation=BA task=TB agency=B addressed_to=A answer_due=2024-03-08");
    EXPECT_THAT(circle(""), ElementsAre("A | AB", "A | AX", "X | XB", "B | BA"));
    EXPECT_THAT(circle(" document=P"), IsEmpty()) << "BA is about a task of no document";
    const agency_waits waits = record_->agencies({parse_day("2024-04-25"), {}, {}}, {});
    EXPECT_THAT(agency_text(waits, language::en), HasSubstr("consultation"));
}

// What is entered late changes no order.
TEST_F(Coordination, WhatIsListedGoesByCodeInWhateverOrderItWasRecorded) {
    const std::vector<std::string> said[] = {
        {"2023-01-01 add_agency agency=P name_vi=x", "2023-01-01 add_agency agency=Q name_vi=x",
         "2023-01-01 add_agency agency=R name_vi=x", "2023-01-01 add_agency agency=S name_vi=x"},
        {"2024-01-02 assign_task task=P1 title_vi=x lead=P deadline=2024-02-15",
         "2024-01-02 assign_task task=P2 title_vi=x lead=P deadline=2024-02-15",
         "2024-01-02 assign_task task=Q1 title_vi=x lead=Q deadline=2024-03-15",
         "2024-01-02 assign_task task=Q2 title_vi=x lead=Q deadline=2024-03-15",
         "2024-01-02 assign_task task=R1 title_vi=x lead=R deadline=2024-02-15",
         "2024-01-02 assign_task task=R2 title_vi=x lead=R deadline=2024-03-15",
         "2024-01-02 assign_task task=S1 title_vi=x lead=S deadline=2024-03-15",
         "2024-01-02 assign_task task=S2 title_vi=x lead=S deadline=2024-02-15",
         "2024-01-02 assign_task task=C1 title_vi=x lead=C",
         "2024-01-02 assign_task task=C2 title_vi=x lead=C"},
        {"2024-01-03 link_tasks link=L1 task=Q1 after=P1",
         "2024-01-03 link_tasks link=L2 task=Q2 after=P2",
         "2024-01-03 link_tasks link=L3 task=S1 after=R1",
         "2024-01-03 link_tasks link=L4 task=R2 after=S2",
         "2024-01-03 consult consultation=K1 task=P1 agency=P addressed_to=Q answer_due=2024-01-31",
         "2024-01-03 consult consultation=K2 task=P2 agency=P addressed_to=Q "
         "answer_due=2024-01-31"},
        {"2024-03-01 dissolve_agency agency=C reason=x"}};
    const auto lists = [&](bool backwards) {
        record_ = ledger::in_memory();
        SetUp();
        for (const std::vector<std::string>& some : said)
            for (std::size_t i = 0; i < some.size(); ++i)
                say(some[backwards ? some.size() - 1 - i : i]);
        std::vector<std::string> all;
        for (const auto& [question, columns] :
             {std::pair{"agency_pairs", "before after links"},
              {"bottlenecks", "agency"},
              {"mutual_waiting", "group before_agency after_agency code"},
              {"left_open", "agency kind code"}})
            for (const std::string& line : told(*record_, "2024-04-25", question, columns))
                all.push_back(std::string{question} + ": " + line);
        return all;
    };
    const std::vector<std::string> in_order = lists(false);
    EXPECT_THAT(in_order, testing::Contains("agency_pairs: P | Q | L1 L2"));
    EXPECT_THAT(in_order, testing::Contains("left_open: C | task | C2"));
    EXPECT_EQ(lists(true), in_order);
}

// The figures must be those that somebody gets who counts the cases by hand.
TEST_F(Coordination, FiguresAreThoseOfTheCasesOnRandomHistories) {
    std::mt19937 random{20240425};
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const auto day = [](int d) { return to_text(parse_day("2024-01-02") + d); };
    std::string text;
    std::vector<int> begins;
    for (int t = 0; t < 60; ++t) {
        const std::string code = "T" + std::to_string(t), k = "K" + std::to_string(t);
        const std::string lead{"ABC"[below(3)]}, other{"ABC"[below(3)]};
        const int begin = below(60);
        begins.push_back(begin);
        text += day(begin) + " assign_task task=" + code + " title_vi=x lead=" + lead +
                (lead == other ? "" : " coordinating=" + other) +
                " deadline=" + day(begin + 10 + below(60)) + "\n";
        if (t > 0) {
            const int after = below(t);
            text += day(std::max(begin, begins[static_cast<std::size_t>(after)]) + 1) +
                    " link_tasks link=L" + std::to_string(t) + " task=" + code + " after=T" +
                    std::to_string(after) + "\n";
        }
        if (lead != other && below(3) > 0) {
            text += day(begin + 2) + " consult consultation=" + k + " task=" + code +
                    " agency=" + lead + " addressed_to=" + other +
                    (below(2) == 0 ? " answer_due=" + day(begin + 5 + below(9)) : "") + "\n";
            if (below(2) == 0)
                text += day(begin + 3 + below(15)) + " answer_consultation consultation=" + k +
                        " agency=" + other + " opinion=agree\n";
        }
        if (below(2) == 0) {
            const std::string on = day(begin + 5 + below(70));
            text +=
                on + " submit_task task=" + code + "\n" + on + " accept_task task=" + code + "\n";
        }
    }
    say(text);
    for (const char* span : {"2024-01", "2024-02", "2024-Q1", "2024-Q2", "2024"}) {
        std::map<std::string, std::map<std::string, int>> counted;
        for (const std::string& line :
             cases("period=" + std::string{span}, "asking asked kind state")) {
            ++counted[line.substr(0, 5)][line.substr(line.rfind(' ') + 1)];
            if (line.find("hand_off") != std::string::npos) ++counted[line.substr(0, 5)]["hand"];
        }
        std::size_t met = 0;
        for (const std::string& line : pairs("period=" + std::string{span},
                                             "asking asked in_time late overdue open hand_offs")) {
            auto& of = counted[line.substr(0, 5)];
            std::string expected = line.substr(0, 5);
            for (const char* what : {"in_time", "late", "overdue", "open", "hand"})
                expected += " | " + std::to_string(of[what]);
            EXPECT_EQ(line, expected) << span;
            ++met;
        }
        EXPECT_GE(met, counted.size()) << span;
        EXPECT_GT(counted.size(), 3U) << span;
    }
}

TEST_F(Coordination, SilenceThatAgreedIsOneCaseWhateverIsSaidLater) {
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

TEST_F(Coordination, AnOpinionOnStandingWorkIsACase) {
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

TEST_F(Coordination, TimeGivenIsThatOfTheListAlsoWhereTheDayHadPassed) {
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
TEST_F(Coordination, WhatWasAnsweredStaysWhateverBecameOfItsTask) {
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
TEST_F(Coordination, ThePartOfAnEndedAgencyIsOwedBesideTheTakersOwn) {
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

TEST_F(Coordination, WhatAnEndedAgencyAnsweredIsNoAnswerOfWhoHasAPartOfItsOwn) {
    say("2024-01-05 assign_task task=T title_vi=x lead=B coordinating=A,C deadline=2024-02-15\n"
        "2024-01-06 state_obligation task=T agency=C obligation=pC\n"
        "2024-01-10 answer_obligation task=T agency=A\n2024-02-01 merge_agency agency=A into=C\n"
        "2024-02-02 reassign_task task=T lead=B coordinating=C");
    std::vector<std::string> parts =
        told(*record_, "2024-02-20", "own_parts period=2024-02", "agency obligation class");
    std::sort(parts.begin(), parts.end());
    EXPECT_THAT(parts, ElementsAre("C | - | done_in_time", "C | pC | open_overdue"));
}

TEST_F(Coordination, WhoJoinedLaterHasTheDaysFromThenOn) {
    say("2024-01-10 assign_task task=T title_vi=x lead=B coordinating=A deadline=2024-05-31\n"
        "2024-05-20 reassign_task task=T lead=B coordinating=A,C\n"
        "2024-05-30 answer_obligation task=T agency=C");
    EXPECT_THAT(cases("period=2024-Q2 asked=C", "since days_given days_taken state"),
                ElementsAre("2024-05-20 | 9 | 8 | in_time"));
}

TEST_F(Coordination, WhoJoinedForItselfKeepsItsDaysWhenAnotherIsMergedIntoIt) {
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

TEST_F(Coordination, WhoTakesThePlaceOfAnEndedAgencyHasTheDaysFromItsFirst) {
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
TEST_F(Coordination, DaysBetweenLeavingATaskAndComingBackAreNotCounted) {
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
TEST_F(Coordination, WhatIsSaidLateOfATaskThatWasDoneWithoutItIsNoSecondCase) {
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
TEST_F(Coordination, WhatIsAskedOfWorkThatWasHandedInIsNoCase) {
    say(R"(
2024-01-02 assign_task task=T title_vi=x lead=A coordinating=B assigner=C deadline=2024-02-29
2024-03-05 submit_task task=T
2024-03-15 state_obligation task=T agency=B obligation=x deadline=2024-02-20
2024-03-25 accept_task task=T
)");
    EXPECT_THAT(cases("period=2024-Q1", "code since state"), IsEmpty());
}

// Nothing is owed while the task rests: what falls due then is owed on the first working day after.
TEST_F(Coordination, NothingIsOwedOfATaskThatRests) {
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
TEST_F(Coordination, APartStatedAfterItsAnswerIsAskedAnew) {
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
TEST_F(Coordination, OwnPartsOfADoneTaskAreThoseOfItsCases) {
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

TEST_F(Coordination, WhatIsOverdueHasARankAlsoWithoutAWorkingDay) {
    say("2024-01-02 assign_task task=T title_vi=x lead=A coordinating=B\n"
        "2024-01-05 state_obligation task=T agency=B obligation=x deadline=2024-03-29");
    EXPECT_THAT(pairs("period=2024-Q1", "overdue days_overdue attention"),
                ElementsAre("1 | 0 | 1"));
}

TEST_F(Coordination, ARestThatBeginsAfterTheAnswerChangesNothingOfIt) {
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

// The slow twin: each opinion and own part on its own, day by day, by what was made up for it.
TEST_F(Coordination, CasesAreThoseThatGoingThroughThemGivesWhateverBecameOfTheTask) {
    say("2023-01-01 set_work_calendar weekday=monday,tuesday,wednesday,thursday,friday "
        "holiday_rules=none");
    std::mt19937 random{20240427};
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const auto works = [](civil_day day) { return (day - parse_day("2024-01-01")) % 7 < 5; };
    struct one_case {
        civil_day since, due;
        std::optional<civil_day> answered;
    };
    struct asked_thing {
        std::string code, task;
        bool opinion = false, agrees = false;
        std::map<civil_day, civil_day> stated;  // the day, and the one by which it is due
        std::set<civil_day> stated_last = {};   // those on which that was said after an answer
        std::set<civil_day> answers;
        std::optional<civil_day> done, rests, resumed, left, back;
    };
    const auto by_then = [](const std::optional<civil_day>& day, civil_day then) {
        return day && *day <= then;
    };
    const auto is_off = [&](const asked_thing& one, civil_day day) {
        return (by_then(one.rests, day) && !by_then(one.resumed, day)) ||
               (by_then(one.left, day) && !by_then(one.back, day));
    };
    const auto at_rest = [&](const asked_thing& one, civil_day day) {
        return by_then(one.rests, day) && !by_then(one.resumed, day);
    };
    // As is known on `last`.
    const auto owed = [&](const asked_thing& one, civil_day due,
                          civil_day last) -> std::optional<civil_day> {
        if (!by_then(one.rests, last) || !at_rest(one, due)) return due;
        if (!by_then(one.resumed, last)) return std::nullopt;
        civil_day day = *one.resumed + 1;
        while (!works(day)) day = day + 1;
        return day;
    };
    std::vector<asked_thing> all;
    for (int t = 0; t < 150; ++t) {
        const std::string task = "T" + std::to_string(t);
        const civil_day since = parse_day("2024-01-02") + below(60), end = since + below(80);
        asked_thing one{task, task, below(2) == 0, false, {}, {}, {}, {}, {}, {}, {}, {}};
        if (one.opinion) one.code = "K" + std::to_string(t), one.agrees = below(3) == 0;
        one.stated[since] = since + below(40);
        std::multimap<civil_day, std::string> life;
        const auto ends = [&](const std::string& text) {
            life.emplace(end, text + " task=" + task);
        };
        bool cancelled = false;
        switch (below(6)) {
            case 0:
                one.done = end, ends("complete_task");
                break;
            case 1:
            case 2:
                one.rests = end, ends("suspend_task reason=x");
                if (below(3) == 0) break;
                one.resumed = end + 1 + below(50);
                life.emplace(*one.resumed, "resume_task task=" + task);
                break;
            case 3:
                one.rests = end, cancelled = true, ends("cancel_task reason=x");
                break;
            case 4:
                if (one.opinion) break;
                one.left = end, ends("reassign_task lead=A coordinating=C");
                if (below(2) == 0) break;
                one.back = end + 1 + below(30);
                life.emplace(*one.back, "reassign_task lead=A coordinating=B task=" + task);
                break;
            default:
                break;
        }
        const auto can = [&](civil_day day, bool answers) {
            if (one.opinion) return answers;
            if (by_then(one.left, day) && !by_then(one.back, day)) return false;
            return !(cancelled && end <= day) && (answers || !by_then(one.done, day));
        };
        if (const civil_day said = since + below(60); below(3) != 0 && can(said, true))
            one.answers.insert(said);
        if (!one.opinion && below(2) == 0)
            if (const civil_day said = since + below(90); can(said, true)) one.answers.insert(said);
        if (!one.opinion && below(2) == 0)
            if (const civil_day anew = since + 1 + below(80); can(anew, false))
                one.stated[anew] = anew + below(20);
        if (!one.opinion && !one.answers.empty() && below(3) == 0)
            if (const civil_day anew = *one.answers.begin(); anew != since && can(anew, false)) {
                one.stated[anew] = anew + below(20);
                one.stated_last.insert(anew);
            }
        // In the order of their days; what is said on the day of an end comes before it.
        std::map<civil_day, std::string> days;
        const auto state = [&](bool last_word) {
            for (const auto& [day, due] : one.stated) {
                if ((one.stated_last.count(day) > 0) != last_word) continue;
                days[day] +=
                    to_text(day) +
                    (one.opinion
                         ? " consult agency=A addressed_to=B answer_due=" + to_text(due) +
                               " consultation=" + one.code +
                               (one.agrees ? " silence=agreement" : "")
                         : " state_obligation agency=B obligation=x deadline=" + to_text(due)) +
                    " task=" + task + "\n";
            }
        };
        state(false);
        for (const auto& [day, text] : life) days[day] += to_text(day) + " " + text + "\n";
        for (const civil_day day : one.answers)
            days[day] +=
                to_text(day) +
                (one.opinion
                     ? " answer_consultation opinion=agree agency=B consultation=" + one.code
                     : " answer_obligation agency=B task=" + task) +
                "\n";
        state(true);
        std::string text = to_text(since) + " assign_task title_vi=x lead=A coordinating=B " +
                           "acceptance=not_asked deadline=2024-12-02 task=" + task;
        for (const auto& [day, said] : days) text += "\n" + said.substr(0, said.size() - 1);
        say(text);
        all.push_back(std::move(one));
    }
    std::map<std::string, int> met;
    for (const char* span : {"2024-01", "2024-02", "2024-03", "2024-Q1", "2024-Q2", "2024"}) {
        const civil_day first = parse_period(span).first(), last = parse_period(span).last();
        std::vector<std::string> expected, expected_parts;
        int days_overdue = 0;
        for (const asked_thing& one : all) {
            std::vector<one_case> asked;
            const auto ask = [&](civil_day day, bool last_word) {
                const auto said = one.stated.find(day);
                if (said == one.stated.end() || (one.stated_last.count(day) > 0) != last_word)
                    return;
                if (asked.empty() || asked.back().answered)
                    asked.push_back({day, said->second, {}});
                else
                    asked.back().due = said->second;
            };
            for (civil_day day = parse_day("2024-01-01"); day <= last; day = day + 1) {
                ask(day, false);
                if (!asked.empty() && !asked.back().answered && one.answers.count(day) > 0)
                    asked.back().answered = day;
                ask(day, true);
            }
            const bool done = by_then(one.done, last);
            std::string part;
            for (one_case& c : asked) {
                // What began later changes nothing of what was answered.
                const bool rested = one.rests && !(c.answered && *one.rests > *c.answered);
                const std::optional<civil_day> due = rested ? owed(one, c.due, last) : c.due;
                const bool late = !c.answered || (due && *c.answered > *due);
                const bool waits = !done || !due || *due <= *one.done;
                if (one.agrees && late && waits && due && *due <= last) c.answered = due;
                if (c.answered && done && *c.answered > *one.done && due && *c.answered > *due)
                    c.answered.reset();
                std::string state;
                if (c.answered) {
                    state = due && *c.answered > *due ? "late" : "in_time";
                    part = "done_" + state;
                    if (*c.answered < first) state.clear();
                } else if (done) {
                    const bool overdue = due && *due < *one.done;
                    part = overdue ? "open_overdue" : "open_in_time";
                    state = overdue && *one.done >= first ? "overdue" : "";
                } else if (!is_off(one, last)) {
                    state = due && *due < last ? "overdue" : "open";
                    part = state == "overdue" ? "open_overdue" : "open_in_time";
                }
                if (state.empty()) continue;
                // Of what was so by the day of the answer, or is known at the end.
                const civil_day until = c.answered ? *c.answered : done ? *one.done : last;
                const auto off = [&](civil_day day) {
                    const civil_day to = c.answered ? *c.answered : last;
                    return (rested && by_then(one.rests, std::min(day, last)) &&
                            !by_then(one.resumed, std::min(day, last))) ||
                           (by_then(one.left, std::min(day, to)) &&
                            !by_then(one.back, std::min(day, to)));
                };
                const auto days = [&](civil_day end) {
                    int n = 0;
                    for (civil_day day = c.since + 1; day <= end; day = day + 1)
                        n += works(day) && !off(day) ? 1 : 0;
                    return std::to_string(n);
                };
                // What was asked anew since is told as it was when it was answered.
                const auto given = &c == &asked.back() ? due : owed(one, c.due, until);
                expected.push_back(one.code + " | " + state + " | " + (given ? days(*given) : "-") +
                                   " | " + days(until));
                ++met[state];
                if (state != "overdue") continue;
                for (civil_day day = *due + 1; day <= (done ? *one.done : last); day = day + 1)
                    days_overdue += works(day) && day >= c.since && !is_off(one, day) ? 1 : 0;
            }
            if (one.opinion || asked.empty() || is_off(one, last)) continue;
            if (done && *one.done < first) continue;
            expected_parts.push_back(one.task + " | " + part);
        }
        EXPECT_THAT(cases("period=" + std::string{span}, "code state days_given days_taken"),
                    testing::UnorderedElementsAreArray(expected))
            << span;
        EXPECT_GT(expected.size(), 20U) << span;
        EXPECT_THAT(pairs("period=" + std::string{span} + " asking=A asked=B", "days_overdue"),
                    ElementsAre(std::to_string(days_overdue)))
            << span;
        auto parts =
            told(*record_, to_text(last), "own_parts period=" + std::string{span}, "task class");
        std::erase_if(parts, [](const std::string& line) {
            return line.ends_with(" -") || line.ends_with("suspended") ||
                   line.ends_with("cancelled");
        });
        EXPECT_THAT(parts, testing::UnorderedElementsAreArray(expected_parts)) << span;
    }
    for (const char* state : {"in_time", "late", "open", "overdue"})
        EXPECT_GT(met[state], 30) << state;
}

// There are no figures of a period that has not begun; what is planned for it there is.
TEST_F(Coordination, APeriodThatHasNotBegunHasNoFigures) {
    say("2024-03-01 assign_task task=T title_vi=x lead=A coordinating=B deadline=2024-11-01\n"
        "2024-03-01 plan_task task=T period=2024-Q4");
    for (const char* question :
         {"coordination", "coordination_cases", "coordination_network", "mutual_cases",
          "joint_tasks", "own_parts", "indicator_standings", "review_figures", "ratings",
          "conclusions", "results", "review_tasks list=population"}) {
        const std::string asked = std::string{question} + " period=2024-Q4";
        try {
            tests::ask(*record_, "2024-09-30", asked);
            ADD_FAILURE() << asked << " was answered";
        } catch (const error& e) {
            EXPECT_EQ(e.code(), errc::out_of_range) << asked;
            EXPECT_THAT(e.what(), HasSubstr("2024-09-30 lies before 2024-Q4"));
        }
        EXPECT_NO_THROW(tests::ask(*record_, "2024-10-01", asked));
    }
    EXPECT_THAT(told(*record_, "2024-09-30", "planned_work period=2024-Q4", "task planned"),
                ElementsAre("T | 1"));
}

TEST_F(Coordination, OfAPeriodToComeItsMeetingsAndItsReviewAreTold) {
    say("2024-09-01 hold_meeting meeting=M name_vi=x body=A period=2024-Q2\n"
        "2024-10-15 hold_meeting meeting=CALLED name_vi=x body=A period=2024-Q3\n"
        "2024-10-15 attend_meeting meeting=CALLED meeting_role=chair agency=A\n"
        "2024-09-20 draft_review review=R agency=A period=2024-Q4 cut_off=2025-01-10");
    EXPECT_THAT(told(*record_, "2024-09-30", "meetings period=2024-Q4", "meeting held_on agency"),
                ElementsAre(testing::StartsWith("CALLED | ")));
    EXPECT_THAT(told(*record_, "2024-09-30", "meetings period=2024-10", "meeting agency"),
                ElementsAre("CALLED | A"));
    EXPECT_THAT(told(*record_, "2024-09-30", "meetings", "meeting"), ElementsAre("M"))
        << "of no period: those held by the day";
    EXPECT_THAT(told(*record_, "2024-09-30", "reviews period=2024-Q4", "review state"),
                ElementsAre("R | draft"));
}

}  // namespace
}  // namespace mandate
