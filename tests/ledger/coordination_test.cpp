// How agencies work together: what each waited for from each, with the cases behind the numbers.

#include "ledger/coordination_record.hpp"
#include "mandate/report/agency_report.hpp"

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::told;

class Coordination : public tests::coordination_record {};

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
