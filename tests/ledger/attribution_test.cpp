// Why tasks slip, and who held them (lib/README.md, decision 37).

#include "ledger/attribution_record.hpp"
#include "mandate/report/report.hpp"

#include <algorithm>

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Attribution : public tests::attribution_record {};

TEST_F(Attribution, SlipIsAgainstTheBaselineAndDelayAgainstTheDeadline) {
    assign("T", "A", "2024-03-08");
    say("2024-03-07 revise_deadline task=T deadline=2024-03-13 decided_by=X\n"
        "2024-03-15 complete_task task=T agency=A");
    EXPECT_THAT(tests::told(*record_, "2024-04-30", "slips",
                            "task baseline_finish finish slip deadline delay"),
                ElementsAre("T | 2024-03-08 | 2024-03-15 | 5 | 2024-03-13 | 2"));
}

// Also of what the review neither counts nor describes: done before its period, or a whole.
TEST_F(Attribution, APageTellsTheTitleOfEachTaskThatItNames) {
    say("2023-11-01 assign_task task=P title_vi='Việc P' title_en='Task P' lead=A assigner=X "
        "deadline=2023-12-01 acceptance=not_asked\n"
        "2023-11-01 assign_task task=Q title_vi='Việc Q' lead=B assigner=X deadline=2023-12-15 "
        "duration=5 acceptance=not_asked\n"
        "2023-11-01 link_tasks link=L task=Q after=P\n"
        "2023-12-22 complete_task task=P\n"
        "2024-01-02 assign_task task=W title_vi='Việc W' title_en='Task W' lead=A assigner=X "
        "deadline=2024-12-31\n"
        "2024-01-02 fan_out_task task=W agency=B\n"
        "2024-01-10 consult consultation=K task=W agency=A addressed_to=B answer_due=2024-01-31");
    const review r = record_->review({parse_day("2024-04-20"), {}, {}}, parse_period("2024-Q1"));
    ASSERT_EQ(r.tasks.find("P"), r.tasks.size()) << "it was done before the period";
    ASSERT_EQ(r.tasks.find("W"), r.tasks.size()) << "it is counted by its part";
    const std::string en = review_html(r, language::en), vi = review_html(r, language::vi);
    EXPECT_THAT(en, testing::HasSubstr("P “Task P”"));
    EXPECT_THAT(vi, testing::HasSubstr("P “Việc P”"));
    EXPECT_THAT(en, testing::HasSubstr("W. Task W"));
    EXPECT_THAT(vi, testing::HasSubstr("W. Việc W"));
    EXPECT_THAT(to_json(r), testing::HasSubstr(
                                R"("tasks":[{"task":"P","title":"Việc P","title_en":"Task P",)"));
}

TEST_F(Attribution, ATaskWithNeitherDurationNorDeadlineHasNoSlip) {
    say("2024-03-04 assign_task task=T title_vi=t lead=A assigner=X acceptance=not_asked\n"
        "2024-03-15 complete_task task=T agency=A");
    EXPECT_THAT(slips(), ElementsAre("T | - | - | 1"));
    EXPECT_THAT(shares("T"), IsEmpty());
}

TEST_F(Attribution, ATaskWithADurationRunsFromItsAssignment) {
    say("2024-03-04 assign_task task=T title_vi=t lead=A assigner=X duration=5 "
        "acceptance=not_asked\n2024-03-11 complete_task task=T agency=A");
    EXPECT_THAT(tests::told(*record_, "2024-04-30", "slips", "baseline_finish slip"),
                ElementsAre("2024-03-08 | 1"));
}

TEST_F(Attribution, ABaselineThatIsNamedIsThePlanOfThatEvent) {
    say("2024-03-04 assign_task task=T1 title_vi=t lead=A assigner=X duration=5 "
        "acceptance=not_asked\n"
        "2024-03-04 assign_task task=T2 title_vi=t lead=B assigner=X duration=5 "
        "acceptance=not_asked");
    now_us_ += two_days_us;
    const std::string planned =
        std::to_string(say("2024-03-04 link_tasks link=L task=T2 after=T1"));
    say("2024-03-08 complete_task task=T1 agency=A\n2024-03-18 complete_task task=T2 agency=B");
    EXPECT_THAT(slips(), ElementsAre("T1 | 0 | - | 1", "T2 | 6 | - | 1"));
    EXPECT_THAT(slips("2024-04-30", " baseline=" + planned),
                ElementsAre("T1 | 0 | - | 1", "T2 | 1 | - | 1"));
    EXPECT_THROW(slips("2024-04-30", " baseline=999"), error);
}

// Of a plan that is typed in on one day the links are part: who waits for another was never to
// finish before it.
TEST_F(Attribution, TheBaselineIsThePlanThatWasRecordedTogether) {
    const std::string q =
        "2024-03-04 assign_task task=Q title_vi=q lead=B assigner=X duration=5 "
        "deadline=2024-04-30 acceptance=not_asked";
    const std::string link = "2024-03-04 link_tasks link=L task=Q after=P";
    assign("P", "A", "2024-03-15");
    say(q + "\n" + link);
    EXPECT_THAT(baselines(), ElementsAre("P | 2024-03-15", "Q | 2024-03-22"));
    say("2024-03-20 complete_task task=P agency=A\n2024-03-28 complete_task task=Q agency=B");
    EXPECT_THAT(shares("Q"), ElementsAre("0 | P | 3 | A | lead | 3 | 2024-03-18 | 2024-03-20",
                                         "1 | Q | 1 | B | lead | 1 | 2024-03-28 | 2024-03-28"));
}

TEST_F(Attribution, ALinkRecordedLaterIsNoPartOfTheBaseline) {
    assign("P", "A", "2024-03-15");
    assign("Q", "B", "2024-04-30", "duration=5");
    now_us_ += two_days_us;
    say("2024-03-04 link_tasks link=L task=Q after=P");
    EXPECT_THAT(baselines(), ElementsAre("P | 2024-03-15", "Q | 2024-03-08"));
    say("2024-03-04 link_tasks link=L task=Q after=P lag=3 corrects=" +
        std::to_string(record_->revision()));
    EXPECT_THAT(baselines(), ElementsAre("P | 2024-03-15", "Q | 2024-03-08"));
}

// schedule_task is how work is planned (decision 54).
TEST_F(Attribution, HowTheWorkIsPlannedIsPartOfThePlanThatWasRecordedTogether) {
    const auto given = [&](const std::string& task, const std::string& more) {
        say("2024-03-04 assign_task task=" + task + " title_vi=t lead=A assigner=X " + more);
    };
    given("T1", "duration=5"), given("T2", ""), given("T3", ""), given("T4", ""), given("T5", "");
    given("T6", "duration=5");
    say("2024-03-04 schedule_task task=T1 not_before=2024-05-06\n"
        "2024-03-04 schedule_task task=T2 duration=20\n"
        "2024-03-04 schedule_task task=T3 duration=2 must_start=2024-05-04\n"  // a Saturday
        "2024-03-04 schedule_task task=T4 milestone=yes not_before=2024-05-08\n"
        "2024-03-04 schedule_task task=T5 milestone=yes\n"
        "2024-03-04 link_tasks link=L5 task=T5 after=T2\n"
        "2024-03-04 link_tasks link=L6 task=T6 after=T5");
    const std::vector<std::string> planned{"T1 | 2024-05-10", "T2 | 2024-03-29", "T3 | 2024-05-07",
                                           "T4 | 2024-05-08", "T5 | 2024-03-29", "T6 | 2024-04-05"};
    EXPECT_EQ(baselines(), planned);
    EXPECT_THAT(tests::told(*record_, "2024-03-04", "slips", "slip"), testing::Each("0"));
    now_us_ += two_days_us;
    say("2024-03-04 schedule_task task=T1 duration=50\n"
        "2024-03-04 schedule_task task=T6 duration=50");
    EXPECT_EQ(baselines(), planned) << "a change of plan";
}

TEST_F(Attribution, ACorrectionMonthsLaterDoesNotMoveTheBaseline) {
    const std::string timed = "2024-03-04 assign_task task=T1 title_vi=t lead=A assigner=X ",
                      due = "2024-03-04 assign_task task=T2 title_vi=t lead=A assigner=X ";
    const auto first = say(timed + "duration=50");
    const auto made = std::to_string(say(timed + "duration=5 corrects=" + std::to_string(first)));
    const auto on = std::to_string(say(due + "deadline=2024-03-08"));
    const std::vector<std::string> planned{"T1 | 2024-03-08", "T2 | 2024-03-08"};
    EXPECT_EQ(baselines(), planned) << "corrected at once";
    now_us_ += two_days_us;
    say(timed + "duration=80 corrects=" + made + "\n" + due + "deadline=2024-06-03 corrects=" + on);
    EXPECT_EQ(baselines(), planned);
    EXPECT_EQ(baselines(" baseline=" + on), planned);
    // Of what was withdrawn at once and stated again later that is the first.
    const auto wrong =
        say("2024-03-05 assign_task task=T3 title_vi=t lead=A assigner=X duration=9");
    const auto gone = say("2024-03-05 void_event reason=x corrects=" + std::to_string(wrong));
    now_us_ += two_days_us;
    say("2024-03-05 assign_task task=T3 title_vi=t lead=A assigner=X duration=4 corrects=" +
        std::to_string(gone));
    EXPECT_THAT(baselines(), testing::Contains("T3 | 2024-03-08"));
}

TEST_F(Attribution, WhatWasDoneBeforeATaskWasAssignedCountsByItsDay) {
    assign("P", "A", "2024-03-29");
    say("2024-03-08 complete_task task=P agency=A\n"
        "2024-03-11 assign_task task=Q title_vi=q lead=B assigner=X duration=5 "
        "acceptance=not_asked\n2024-03-11 link_tasks link=L task=Q after=P");
    EXPECT_THAT(baselines(), ElementsAre("P | 2024-03-29", "Q | 2024-03-15"));
}

TEST_F(Attribution, NothingWaitsInTheBaselineForWhatWasCancelledBefore) {
    assign("P", "A", "2024-03-29");
    say("2024-03-08 cancel_task task=P reason=x\n"
        "2024-03-11 assign_task task=Q title_vi=q lead=B assigner=X duration=5 "
        "acceptance=not_asked\n2024-03-11 link_tasks link=L task=Q after=P");
    EXPECT_THAT(baselines(), testing::Contains("Q | 2024-03-15"));
}

TEST_F(Attribution, AShareIsByWhatItsSlipDiffersFromThatOfTheLinkBefore) {
    assign("T1", "A", "2024-03-08");
    assign("T2", "B", "2024-03-15");
    say("2024-03-04 link_tasks link=L task=T2 after=T1\n"
        "2024-03-12 complete_task task=T1 agency=A\n"  // two days late
        "2024-03-13 report_progress task=T2 agency=B percent=10\n"
        "2024-03-20 complete_task task=T2 agency=B");  // three days late
    EXPECT_THAT(shares("T2"), ElementsAre("0 | T1 | 2 | A | lead | 2 | 2024-03-11 | 2024-03-12",
                                          "1 | T2 | 1 | B | lead | 1 | 2024-03-20 | 2024-03-20"));
}

TEST_F(Attribution, TimeThatWasWonBackIsNegativeAndTheLeads) {
    assign("T1", "A", "2024-03-08");
    assign("T2", "B", "2024-03-15");
    say("2024-03-04 link_tasks link=L task=T2 after=T1\n"
        "2024-03-13 complete_task task=T1 agency=A\n"
        "2024-03-14 report_progress task=T2 agency=B percent=10\n"
        "2024-03-18 complete_task task=T2 agency=B");
    EXPECT_THAT(shares("T2"), ElementsAre("0 | T1 | 3 | A | lead | 3 | 2024-03-11 | 2024-03-13",
                                          "1 | T2 | -2 | B | lead | -2 | - | -"));
}

TEST_F(Attribution, IdleDaysAfterTheLinkLetGoAreTheTasksOwn) {
    assign("T1", "A", "2024-03-08");
    assign("T2", "B", "2024-03-15");
    say("2024-03-04 link_tasks link=L task=T2 after=T1\n"
        "2024-03-08 complete_task task=T1 agency=A\n"
        "2024-03-18 report_progress task=T2 agency=B percent=10\n"
        "2024-03-22 complete_task task=T2 agency=B");
    EXPECT_THAT(shares("T2"), ElementsAre("0 | T1 | 0 | - | lead | 0 | - | -",
                                          "1 | T2 | 5 | B | lead | 5 | 2024-03-18 | 2024-03-22"));
}

TEST_F(Attribution, ATaskThatBeganBeforeItsLinkAllowedBeginsTheChain) {
    assign("T1", "A", "2024-03-08");
    assign("T2", "B", "2024-03-15");
    say("2024-03-04 link_tasks link=L task=T2 after=T1\n"
        "2024-03-06 report_progress task=T2 agency=B percent=10\n"
        "2024-03-12 complete_task task=T1 agency=A\n"
        "2024-03-20 complete_task task=T2 agency=B");
    EXPECT_THAT(shares("T2"), ElementsAre("0 | T2 | 3 | B | lead | 3 | 2024-03-18 | 2024-03-20"));
}

TEST_F(Attribution, OfEqualDemandsTheSmallestCodeDrives) {
    assign("T9", "A", "2024-03-08");
    assign("T1", "B", "2024-03-08");
    assign("T5", "X", "2024-03-15");
    say("2024-03-04 link_tasks link=L1 task=T5 after=T9\n"
        "2024-03-04 link_tasks link=L2 task=T5 after=T1\n"
        "2024-03-11 complete_task task=T9 agency=A\n2024-03-11 complete_task task=T1 agency=B\n"
        "2024-03-12 report_progress task=T5 agency=X percent=1\n"
        "2024-03-18 complete_task task=T5 agency=X");
    EXPECT_THAT(tests::told(*record_, "2024-04-30", "attribution task=T5", "task share"),
                ElementsAre("T1 | 1", "T5 | 0"));
}

// Ten days late, each with the first holder that fits.
TEST_F(Attribution, EachDayHasOneHolderTheFirstThatFits) {
    say("2024-03-04 assign_task task=T title_vi=t lead=A assigner=X coordinating=B "
        "deadline=2024-03-08");
    say("2024-03-06 consult consultation=K task=T agency=A addressed_to=B number=1 "
        "answer_due=2024-03-11\n"
        "2024-03-13 answer_consultation consultation=K agency=B opinion=agree\n"  // 12, 13: B
        "2024-03-13 block_task task=T condition='Máy tính' owed_by=OFFICE\n"
        "2024-03-15 unblock_task task=T\n"  // 13, 14: OFFICE, before B
        "2024-03-15 submit_task task=T agency=A\n"
        "2024-03-19 return_task task=T reason=again\n"  // 18, 19: X
        "2024-03-22 submit_task task=T agency=A\n2024-03-25 accept_task task=T");
    EXPECT_THAT(shares("T"),
                ElementsAre("0 | T | 10 | OFFICE | condition | 2 | 2024-03-13 | 2024-03-14",
                            "0 | T | 10 | X | acceptance | 2 | 2024-03-18 | 2024-03-19",
                            "0 | T | 10 | B | coordinating | 1 | 2024-03-12 | 2024-03-12",
                            "0 | T | 10 | A | lead | 5 | 2024-03-11 | 2024-03-22"));
    EXPECT_THAT(tests::told(*record_, "2024-04-30", "attribution_sums",
                            "key tasks days as_lead as_coordinating as_acceptor lack_of_means"),
                ElementsAre("A | 1 | 5 | 5 | 0 | 0 | 0", "B | 1 | 1 | 0 | 1 | 0 | 0",
                            "OFFICE | 1 | 2 | 0 | 0 | 0 | 2", "X | 1 | 2 | 0 | 0 | 2 | 0"));
}

// Done in time, and let go twenty working days later: they are of who had to accept it, and not of
// the lead of what could not begin.
TEST_F(Attribution, DaysInWhichATaskWaitedForAnAcceptanceAreOfWhoHadToAccept) {
    say("2024-03-04 assign_task task=T1 title_vi=t lead=A assigner=X duration=5\n"
        "2024-03-04 assign_task task=T2 title_vi=t lead=B assigner=X duration=5 "
        "acceptance=not_asked\n"
        "2024-03-04 link_tasks link=L task=T2 after=T1\n"
        "2024-03-08 submit_task task=T1 agency=A");
    const std::vector<std::string> held{"0 | T1 | 0 | - | lead | 0 | - | -",
                                        "1 | T2 | 20 | X | acceptance | 20 | 2024-03-11 | "
                                        "2024-04-05"};
    EXPECT_EQ(shares("T2", "2024-04-05"), held) << "not answered yet";
    say("2024-04-05 accept_task task=T1");
    EXPECT_EQ(shares("T2", "2024-04-05"), held);
    EXPECT_THAT(tests::told(*record_, "2024-04-05", "attribution task=T2", "task because"),
                ElementsAre("T1 | -", "T2 | T1"));
    EXPECT_THAT(tests::told(*record_, "2024-04-05", "attribution_sums", "key days as_acceptor"),
                ElementsAre("X | 20 | 20"));
    EXPECT_THAT(why_late_text("T2", tests::ask(*record_, "2024-04-05", "attribution task=T2"),
                              tests::ask(*record_, "2024-04-05", "slips task=T2"),
                              tests::ask(*record_, "2024-04-05", "agencies"),
                              tests::ask(*record_, "2024-04-05", "tasks"), language::en),
                HasSubstr("2. T2 “t” added 20 working days: waiting for x to decide on the result "
                          "of T1: 20 days."));
    // It began two days after it could have, and another owed it a condition for one.
    say("2024-03-20 block_task task=T2 condition=c owed_by=OFFICE\n"
        "2024-03-21 unblock_task task=T2\n"
        "2024-04-10 report_progress task=T2 agency=B percent=1\n"
        "2024-04-16 complete_task task=T2 agency=B");
    EXPECT_THAT(tests::told(*record_, "2024-04-30", "attribution task=T2",
                            "task agency held_as days from until"),
                ElementsAre("T1 | - | lead | 0 | - | -",
                            "T2 | OFFICE | condition | 1 | 2024-03-20 | 2024-03-20",
                            "T2 | X | acceptance | 19 | 2024-03-11 | 2024-04-05",
                            "T2 | B | lead | 2 | 2024-04-15 | 2024-04-16"));
}

// What was linked later waited for nothing before: the acceptor pays from the day of the link.
TEST_F(Attribution, DaysOfAcceptanceBeginWithTheLink) {
    say("2024-03-04 assign_task task=P title_vi=p lead=B assigner=X deadline=2024-02-29");
    assign("W", "A", "2024-03-08");
    say("2024-03-06 submit_task task=P\n2024-03-18 link_tasks link=L task=W after=P");
    EXPECT_THAT(shares("W", "2024-03-22"),
                ElementsAre("0 | P | 4 | B | lead | 4 | 2024-03-01 | 2024-03-06",
                            "1 | W | 7 | X | acceptance | 5 | 2024-03-18 | 2024-03-22",
                            "1 | W | 7 | A | lead | 2 | 2024-03-15 | 2024-03-25"));
    // A link to a whole binds its parts, each from when it is there.
    assign("V", "A", "2024-03-08");
    say("2024-03-15 link_tasks link=LV task=V after=P\n"
        "2024-03-04 assign_task task=V1 title_vi=t lead=A deadline=2024-03-08 parent_task=V "
        "acceptance=not_asked\n"
        "2024-03-18 assign_task task=V2 title_vi=t lead=A deadline=2024-03-08 parent_task=V "
        "acceptance=not_asked");
    const auto waited = [&](const std::string& task) {
        const auto all = tests::told(*record_, "2024-03-22", "attribution task=" + task,
                                     "held_as days from until");
        return *std::find_if(all.begin(), all.end(),
                             [](const auto& line) { return line.starts_with("acceptance"); });
    };
    EXPECT_EQ(waited("V1"), "acceptance | 6 | 2024-03-15 | 2024-03-22");
    EXPECT_EQ(waited("V2"), "acceptance | 5 | 2024-03-18 | 2024-03-22");
}

// As with a link to the part itself that the whole waits for.
TEST_F(Attribution, DaysOfAcceptanceOfAWholeAreOfWhoHadToAcceptItsPart) {
    const auto waited = [&](const std::string& more) {
        record_ = ledger::in_memory(), SetUp();
        say("2024-03-04 assign_task task=PP title_vi=p lead=B assigner=OFFICE deadline=2024-03-06\n"
            "2024-03-04 assign_task task=P1 title_vi=p lead=B assigner=X deadline=2024-03-06 "
            "parent_task=PP\n"
            "2024-03-04 assign_task task=P2 title_vi=p lead=B assigner=OFFICE deadline=2024-03-06 "
            "parent_task=PP acceptance=not_asked\n2024-03-06 submit_task task=P1\n"
            "2024-03-06 complete_task task=P2\n" +
            more);
        assign("W", "A", "2024-03-08");
        say("2024-03-04 link_tasks link=L task=W after=PP");
        return tests::told(*record_, "2024-03-22", "attribution task=W",
                           "task agency held_as days because from until");
    };
    const std::string done = "P1 | - | lead | 0 | - | - | -";
    const std::string acceptance = "W | X | acceptance | ";
    EXPECT_THAT(waited(""), ElementsAre(done, acceptance + "11 | P1 | 2024-03-08 | 2024-03-22"));
    EXPECT_THAT(waited("2024-03-20 submit_task task=PP\n"),
                ElementsAre(done, acceptance + "11 | P1 | 2024-03-08 | 2024-03-22"))
        << "what was said of the whole itself is waited for by nobody";
}

// Of all links that kept it waiting to that day the first one that was stated.
TEST_F(Attribution, DaysOfAcceptanceBeginWithTheFirstLinkThatBound) {
    const auto waited = [&](const std::string& links) {
        record_ = ledger::in_memory(), SetUp();
        say("2024-03-04 assign_task task=P title_vi=p lead=B assigner=X deadline=2024-03-06\n"
            "2024-03-04 assign_task task=Q title_vi=p lead=B assigner=OFFICE deadline=2024-03-06\n"
            "2024-03-06 submit_task task=P\n2024-03-06 submit_task task=Q");
        assign("V", "A", "2024-03-08");
        assign("W", "A", "2024-03-08", "parent_task=V");
        say(links);
        const auto all =
            tests::told(*record_, "2024-03-22", "attribution task=W", "held_as agency days from");
        return *std::find_if(all.begin(), all.end(),
                             [](const auto& line) { return line.starts_with("acceptance"); });
    };
    const std::string early = "acceptance | X | 11 | 2024-03-08";
    const std::string late = "2024-03-18 link_tasks link=M task=";
    EXPECT_EQ(waited("2024-03-04 link_tasks link=L task=W after=P"), early);
    EXPECT_EQ(waited("2024-03-18 link_tasks link=L task=W after=P"),
              "acceptance | X | 5 | 2024-03-18");
    const std::string own = "2024-03-04 link_tasks link=L task=W after=P\n";
    const std::string whole = "2024-03-04 link_tasks link=L task=V after=P\n";
    EXPECT_EQ(waited(own + late + "W after=P"), early);
    EXPECT_EQ(waited(own + late + "V after=P"), early);
    EXPECT_EQ(waited(whole + late + "W after=P"), early);
    // One day more for a lag.
    EXPECT_EQ(waited(own + late + "W after=P lag=1"), "acceptance | X | 12 | 2024-03-07");
    // The first of two that are equal drives; it waited for the other before.
    EXPECT_EQ(waited("2024-03-04 link_tasks link=L task=W after=Q\n" + late + "W after=P"),
              "acceptance | OFFICE | 11 | 2024-03-08");
}

TEST_F(Attribution, OfSeveralCoordinatingAgenciesTheLongestOverdueHoldsTheDay) {
    say("2024-03-04 assign_task task=T title_vi=t lead=A assigner=X coordinating=B,OFFICE "
        "deadline=2024-03-08 acceptance=not_asked\n"
        "2024-03-04 state_obligation task=T agency=OFFICE assignment_role=coordinating "
        "obligation=x deadline=2024-03-07\n"
        "2024-03-04 state_obligation task=T agency=B assignment_role=coordinating obligation=y "
        "deadline=2024-03-06\n"
        "2024-03-12 answer_obligation task=T agency=B\n"
        "2024-03-14 complete_task task=T agency=A");
    EXPECT_THAT(shares("T"),
                ElementsAre("0 | T | 4 | B | coordinating | 2 | 2024-03-11 | 2024-03-12",
                            "0 | T | 4 | OFFICE | coordinating | 2 | 2024-03-13 | 2024-03-14"));
}

TEST_F(Attribution, JointLeadsShareEqualWholeDaysAndTheFirstTakesTheRest) {
    assign("T", "B,A,X", "2024-03-08");
    say("2024-03-15 complete_task task=T agency=B");
    EXPECT_THAT(tests::told(*record_, "2024-04-30", "attribution task=T", "agency days"),
                ElementsAre("B | 3", "A | 1", "X | 1"));
}

TEST_F(Attribution, AWaiverMovesAShareToObjective) {
    assign("T", "A", "2024-03-08");
    say("2024-03-15 complete_task task=T agency=A\n"
        "2024-03-20 waive_delay task=T decided_by=X cause=objective.force_majeure reason=flood");
    EXPECT_THAT(shares("T"),
                ElementsAre("0 | T | 5 | - | objective | 5 | 2024-03-11 | 2024-03-15"));
    EXPECT_THAT(tests::told(*record_, "2024-04-30", "attribution_sums", "key days objective"),
                ElementsAre("- | 5 | 5"));
}

TEST_F(Attribution, AnOpenTaskSlipsByItsForecast) {
    say("2024-03-04 assign_task task=T title_vi=t lead=A assigner=X duration=5 "
        "acceptance=not_asked\n2024-03-11 report_progress task=T agency=A percent=60");
    // Two of five days are left, from Tuesday the 12th on.
    EXPECT_THAT(tests::told(*record_, "2024-03-12", "slips", "baseline_finish finish slip actual"),
                ElementsAre("2024-03-08 | 2024-03-13 | 3 | 0"));
}

TEST_F(Attribution, WhatTheViewerMayNotSeeIsOneEntryThatCarriesItsDays) {
    say("2023-01-02 add_access_class access_class=S name_vi=x rank=1\n"
        "2023-01-02 set_highest_class access_class=S");
    assign("T1", "A", "2024-03-08", "access_class=S");
    assign("T2", "B", "2024-03-15");
    say("2024-03-04 link_tasks link=L task=T2 after=T1\n"
        "2024-03-12 complete_task task=T1 agency=A\n"
        "2024-03-13 report_progress task=T2 agency=B percent=10\n"
        "2024-03-20 complete_task task=T2 agency=B");
    EXPECT_THAT(tests::told(*record_, "2024-04-30", "attribution task=T2",
                            "task share agency held_as days", "B"),
                ElementsAre("- | 2 | - | not_shown | 2", "T2 | 1 | B | lead | 1"));
}

// Whose result it is that waits: its own, that of another, or of one that may not be shown.
TEST_F(Attribution, TellsWhoseResultWaitedForItsAcceptance) {
    say("2023-01-02 add_access_class access_class=S name_vi=x rank=1\n"
        "2023-01-02 set_highest_class access_class=S\n"
        "2024-03-04 assign_task task=P title_vi=p lead=B assigner=X deadline=2024-03-06 "
        "access_class=S\n"
        "2024-03-08 submit_task task=P\n"
        "2024-03-04 assign_task task=OWN title_vi=o lead=A assigner=X deadline=2024-03-08\n"
        "2024-03-13 submit_task task=OWN\n2024-03-14 return_task task=OWN reason=x\n"
        "2024-03-15 submit_task task=OWN");
    assign("W", "A", "2024-03-08");
    say("2024-03-04 link_tasks link=L task=W after=P");
    const auto text = [&](const std::string& task, const char* viewer) {
        const auto ask = [&](const std::string& question) {
            return tests::ask(*record_, "2024-03-22", question, viewer);
        };
        return why_late_text(task, ask("attribution task=" + task), ask("slips task=" + task),
                             ask("agencies"), ask("tasks"), language::en);
    };
    EXPECT_THAT(text("OWN", ""), HasSubstr("waiting for x to decide on the result of OWN: 1 day"));
    EXPECT_THAT(text("W", ""), HasSubstr("waiting for x to decide on the result of P: 9 days"));
    EXPECT_THAT(text("W", "A"),
                HasSubstr("waiting for x to decide on the result of (not shown): 9 days"));
    // A review says the same, and its sentences add up.
    const auto sentence = [&](const char* viewer, language lang) {
        std::string page = review_text(
            record_->review({parse_day("2024-03-22"), {}, viewer}, parse_period("2024-Q1")), lang);
        std::string words;
        for (const char c : page)
            if (c != ' ' && c != '\n') words += c;
        return words;
    };
    EXPECT_THAT(sentence("A", language::en),
                HasSubstr("is11workingdaysbehindthat.Whatisnotshown:2workingdays.W"));
    EXPECT_THAT(sentence("A", language::vi), HasSubstr("Phầnkhôngđượchiểnthị:02ngàylàmviệc.W"));
    EXPECT_THAT(sentence("A", language::tr), HasSubstr("Gösterilmeyenbölüm:2işgünü.W"));
    EXPECT_THAT(sentence("", language::en), testing::Not(HasSubstr("Whatisnotshown:2")));
}

TEST_F(Attribution, IsToldInOneSentenceForEachLink) {
    assign("T1", "A", "2024-03-08");
    assign("T2", "B", "2024-03-15");
    say("2024-03-04 link_tasks link=L task=T2 after=T1\n"
        "2024-03-12 complete_task task=T1 agency=A\n"
        "2024-03-13 report_progress task=T2 agency=B percent=10\n"
        "2024-03-20 complete_task task=T2 agency=B\n"
        "2023-01-03 rename_agency agency=A name_vi='Ban Tổ chức' name_en='Organisation Board' "
        "name_tr='Teşkilat Kurulu'");
    const auto text = [&](language lang) {
        const auto ask = [&](const char* question) {
            return tests::ask(*record_, "2024-04-30", question);
        };
        return why_late_text("T2", ask("attribution task=T2"), ask("slips task=T2"),
                             ask("agencies"), ask("tasks"), lang);
    };
    EXPECT_EQ(text(language::en),
              "Task T2 “Việc T2” has slipped by 3 working days against its baseline (15 March "
              "2024; finished 20 March 2024).\n"
              "1. T1 “Việc T1” added 2 working days: Organisation Board, which leads: 2 days.\n"
              "2. T2 “Việc T2” added 1 working day: x, which leads: 1 day.\n");
    EXPECT_THAT(
        text(language::vi),
        HasSubstr("1. T1 “Việc T1” làm chậm 02 ngày làm việc: Ban Tổ chức chủ trì: 02 ngày."));
    EXPECT_THAT(text(language::tr),
                HasSubstr("1. T1 “Việc T1” 2 iş günü geciktirdi: sorumlu Teşkilat Kurulu: 2 gün."));
}

// What one late task has moved, whose it is, and by how much: done or forecast, until the days are
// won back.
TEST_F(Attribution, TheTasksThatASlipHasMovedAreListedWithTheDays) {
    say("2023-01-01 add_agency agency=C name_vi=x");
    assign("P", "A", "2024-03-08");
    assign("Q", "B", "2024-03-15", "duration=5");
    assign("R", "C", "2024-03-22", "duration=5");
    assign("S", "A", "2024-03-22", "duration=5");
    assign("U", "B", "2024-05-31", "duration=5");
    say("2024-03-04 link_tasks link=PQ task=Q after=P\n"
        "2024-03-04 link_tasks link=QR task=R after=Q\n"
        "2024-03-04 link_tasks link=QS task=S after=Q\n"
        "2024-03-15 complete_task task=P agency=A\n"  // 5 days late
        "2024-03-20 complete_task task=Q agency=B\n"  // 2 of them won back
        "2024-04-05 complete_task task=R agency=C");  // 7 more of its own
    const auto moved = [&](const std::string& task, const char* day = "2024-04-08") {
        return tests::told(*record_, day, "slip_impact task=" + task,
                           "task leads days step driver slip actual");
    };
    EXPECT_THAT(moved("P"), ElementsAre("Q | B | 3 | 1 | P | 3 | 1", "R | C | 3 | 2 | Q | 10 | 1",
                                        "S | A | 3 | 2 | Q | 15 | 0"));
    EXPECT_THAT(moved("Q"),
                ElementsAre("R | C | 3 | 1 | Q | 10 | 1", "S | A | 3 | 1 | Q | 15 | 0"));
    EXPECT_THAT(moved("R"), IsEmpty());
    EXPECT_THAT(moved("U"), IsEmpty()) << "it is not late";
    EXPECT_THAT(moved("P", "2024-03-13"),
                ElementsAre(HasSubstr("Q | B |"), HasSubstr("R | C |"), HasSubstr("S | A |")))
        << "its own lead's as well, by forecast";
    EXPECT_THROW(moved("NONE"), error);
}

// A whole lets go of others with the last of its parts.
TEST_F(Attribution, ALatePartMovesWhatWaitsForItsWhole) {
    assign("W", "A", "2024-03-08");
    assign("W1", "A", "2024-03-08", "parent_task=W duration=5");
    assign("W2", "B", "2024-03-08", "parent_task=W duration=5");
    assign("Q", "B", "2024-03-15", "duration=5");
    say("2024-03-04 link_tasks link=WQ task=Q after=W\n"
        "2024-03-08 complete_task task=W2 agency=B\n"
        "2024-03-15 complete_task task=W1 agency=A");
    const auto moved = [&](const std::string& task) {
        return tests::told(*record_, "2024-03-18", "slip_impact task=" + task, "task days step");
    };
    EXPECT_THAT(moved("W1"), ElementsAre("Q | 5 | 1", "W | 5 | 1"));
    EXPECT_THAT(moved("W2"), IsEmpty());
    EXPECT_THAT(moved("W"), ElementsAre("Q | 5 | 1"));
}

// A whole is late by the part that is: its lead, its conditions and its waiver count, not who leads
// the whole; but what is owed to the whole, or waived of it, holds for its parts (decision 129).
TEST_F(Attribution, AChainGoesThroughThePartThatHeldUpTheWhole) {
    const auto chain = [&](const std::string& more, const std::string& of = "V") {
        record_ = ledger::in_memory(), SetUp();
        assign("W", "A", "2024-03-08");
        assign("W1", "OFFICE", "2024-03-08", "parent_task=W");
        assign("W2", "B", "2024-03-08", "parent_task=W");
        assign("V", "X", "2024-03-08");
        say("2024-03-04 link_tasks link=L task=V after=W\n"
            "2024-03-06 complete_task task=W1 agency=OFFICE\n" +
            more);
        return tests::told(*record_, "2024-03-15", "attribution task=" + of,
                           "task driver slip agency held_as days");
    };
    const std::string own = "V | W2 | 6 | X | lead | 1";
    EXPECT_THAT(chain(""), ElementsAre("W2 | - | 5 | B | lead | 5", own));
    EXPECT_THAT(chain("", "W"),
                ElementsAre("W2 | - | 5 | B | lead | 5", "W | W2 | 5 | - | lead | 0"));
    const std::string done = "2024-03-11 complete_task task=W agency=A";
    EXPECT_THAT(chain(done), ElementsAre("W2 | - | 5 | B | lead | 5", own));
    EXPECT_THAT(chain(done, "W"), testing::Contains("W | W2 | 5 | - | lead | 0"));
    for (const char* task : {"W2", "W"}) {
        const std::string of = std::string{" task="} + task;
        EXPECT_THAT(
            chain("2024-03-12 block_task" + of + " condition=k owed_by=OFFICE"),
            ElementsAre("W2 | - | 5 | OFFICE | condition | 4", "W2 | - | 5 | B | lead | 1", own))
            << task;
        EXPECT_THAT(chain("2024-03-12 waive_delay" + of + " reason=r decided_by=X"),
                    ElementsAre("W2 | - | 5 | - | objective | 5", own))
            << task;
    }
}

// Of parts that let go on one day the one that is finished last; whatever they are called.
TEST_F(Attribution, NoCodeDecidesWhichPartHeldUpTheWhole) {
    for (const auto& [handed_in, open] : {std::pair{"W1", "W2"}, {"W2", "W1"}}) {
        record_ = ledger::in_memory(), SetUp();
        assign("W", "A", "2024-03-08");
        say(std::string{"2024-03-04 assign_task title_vi=t lead=B assigner=X deadline=2024-03-08 "
                        "parent_task=W task="} +
            handed_in);
        assign(open, "OFFICE", "2024-03-08", "parent_task=W");
        assign("V", "A", "2024-03-08");
        say(std::string{
                "2024-03-04 link_tasks link=L task=V after=W\n2024-03-11 submit_task task="} +
            handed_in);
        const auto chain = [&](const char* task) {
            return tests::told(*record_, "2024-03-20", std::string{"attribution task="} + task,
                               "task agency held_as days");
        };
        const std::string is_open = open, waits = handed_in;
        EXPECT_THAT(chain("V"), ElementsAre(is_open + " | OFFICE | lead | 8", "V | A | lead | 1"));
        EXPECT_THAT(chain("W"), ElementsAre(is_open + " | OFFICE | lead | 8", "W | - | lead | 0"));
        say("2024-03-13 complete_task agency=OFFICE task=" + is_open);
        EXPECT_THAT(chain("V"), ElementsAre(waits + " | B | lead | 1", "V | X | acceptance | 7",
                                            "V | A | lead | 1"));
        EXPECT_THAT(chain("W"), ElementsAre(is_open + " | OFFICE | lead | 3", "W | - | lead | 0"));
    }
}

// A condition of a whole ends with it, wherever it is asked for. The day on which the last part is
// done is still of who owed it, as with a condition of the part itself.
TEST_F(Attribution, AConditionOfAWholeIsOwedUntilItsLastPartIsDoneOrItIsCancelled) {
    for (const bool cancelled : {false, true}) {
        record_ = ledger::in_memory(), SetUp();
        assign("W", "A", "2024-03-08");
        assign("P", "B", "2024-03-08", "parent_task=W");
        say("2024-03-11 block_task task=W condition=k owed_by=OFFICE");
        say(cancelled ? "2024-03-13 cancel_task task=W reason=x"
                      : "2024-03-13 complete_task task=P agency=B");
        EXPECT_THAT(tests::told(*record_, "2024-03-20", "conditions", "until days"),
                    ElementsAre("2024-03-13 | 2"));
        const std::vector<std::string> held =
            cancelled ? std::vector<std::string>{"OFFICE | condition | 2", "B | lead | 6"}
                      : std::vector<std::string>{"OFFICE | condition | 3"};
        EXPECT_EQ(tests::told(*record_, "2024-03-20", "attribution task=P", "agency held_as days"),
                  held);
    }
}

// Of what had to begin, the part that began first.
TEST_F(Attribution, WhoWaitedForAWholeToBeginWaitedForItsFirstPart) {
    assign("W", "A", "2024-03-15");
    assign("W1", "OFFICE", "2024-03-08", "parent_task=W duration=2");
    assign("W2", "B", "2024-03-15", "parent_task=W duration=2");
    assign("V", "X", "2024-03-08", "duration=1");
    say("2024-03-04 link_tasks link=L task=V after=W link_type=start_start\n"
        "2024-03-08 report_progress task=W1 agency=OFFICE percent=50");
    EXPECT_THAT(tests::told(*record_, "2024-03-15", "attribution task=V", "task driver"),
                ElementsAre("W1 | -", "V | W1"));
}

TEST_F(Attribution, WhoHasNoPartOfItsOwnIsBlamedForNoneAndAPartCountsOnlyFromItsDayOn) {
    assign("T", "A", "2024-03-08", "coordinating=B,OFFICE");
    const auto alone = shares("T", "2024-04-01");
    EXPECT_THAT(alone, ElementsAre(HasSubstr("| A | lead |")));
    const auto part = say("2024-04-15 state_obligation task=T agency=B deadline=2024-03-15");
    EXPECT_EQ(shares("T", "2024-04-01"), alone) << "nobody knew of it then";
    EXPECT_THAT(shares("T", "2024-04-16"),
                testing::AllOf(testing::Contains(HasSubstr("| B | coordinating |")),
                               testing::Not(testing::Contains(HasSubstr("| OFFICE |")))));
    say("2024-04-16 void_event reason=x corrects=" + std::to_string(part));
    EXPECT_EQ(shares("T", "2024-04-01"), alone);
    EXPECT_THAT(shares("T", "2024-04-16"),
                testing::Not(testing::Contains(HasSubstr("coordinating"))));
}

}  // namespace
}  // namespace mandate
