// The meeting of 25 April 2024, sentence by sentence (DOMAIN: the table at its top): what was said
// there can be recorded, asked and shown. The names are made up.

#include "ledger/asked.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::by_clerk;
using tests::commands_of;
using tests::told;

constexpr const char* bodies = R"(
2023-01-01 add_agency agency=BOARD name_vi='Standing Board' agency_kind=body
2023-01-01 add_agency agency=OFFICE name_vi=Office
2023-01-01 add_agency agency=ORG name_vi='Organisation Board'
2023-01-01 add_agency agency=INSP name_vi='Inspection Committee'
2023-01-01 add_agency agency=PROP name_vi='Propaganda Department'
2023-01-01 add_agency agency=IT name_vi='Department of means'
)";

class Meeting : public testing::Test {
protected:
    std::unique_ptr<ledger> record_ = ledger::in_memory();

    void SetUp() override { say(bodies); }
    void say(std::string_view text, const char* today = "2024-12-31") {
        record_->record(by_clerk(parse_day(today)), commands_of(text));
    }
    std::vector<std::string> asked(const char* day, const std::string& question,
                                   std::string_view columns) const {
        return told(*record_, day, question, columns);
    }
    std::string refused(std::string_view text) const {
        try {
            record_->record(by_clerk(parse_day("2024-12-31")), commands_of(text));
        } catch (const error& e) {
            for (const auto& [key, content] : e.facts())
                if (key == "rule" || key == "field") return content;
            return e.what();
        }
        return "";
    }
};

TEST_F(Meeting, Row1_KeyTasksOfAPeriodAreAMarkForThatPeriodAndNoPriority) {
    say(R"(
2024-01-10 assign_task task=T title_vi=x lead=ORG priority=urgent
2024-04-25 mark_key_task task=T period=2024-Q2
2024-04-26 set_priority task=T priority=express decided_by=BOARD reason='before the session'
)");
    const review r = record_->review({parse_day("2024-04-25"), {}, {}}, parse_period("2024-Q1"));
    ASSERT_EQ(r.tasks.size(), 1u);
    EXPECT_TRUE(r.tasks[0].key_task_of_next);
    EXPECT_EQ(r.tasks[0].priority, priority_kind::urgent) << "the mark of the quarter is another";
    const review later =
        record_->review({parse_day("2024-07-01"), {}, {}}, parse_period("2024-Q2"));
    EXPECT_EQ(later.tasks[0].priority, priority_kind::express);
}

TEST_F(Meeting, Row3_AResultAsTheAgencyAssessedItStandsBesideTheResultAsTheOfficeVerifiedIt) {
    say(R"(
2024-01-10 assign_task task=T title_vi=x lead=ORG deadline=2024-06-30
2024-03-28 report_progress task=T agency=ORG percent=90 text='nearly done'
2024-04-05 verify_result task=T agency=OFFICE verdict=not_confirmed percent=60 text='the draft is missing'
)");
    EXPECT_THAT(
        asked("2024-04-25", "results task=T",
              "reported_percent reported verified_by verdict verified_percent verified"),
        ElementsAre("90 | nearly done | OFFICE | not_confirmed | 60 | the draft is missing"));
    EXPECT_THAT(asked("2024-03-31", "results task=T", "reported_percent verdict"),
                ElementsAre("90 | -"));
    say("2024-05-02 report_progress task=T agency=ORG percent=95");
    EXPECT_THAT(asked("2024-05-03", "results task=T", "reported_percent verdict"),
                ElementsAre("95 | -"))
        << "what was verified in April says nothing about the report of May";
}

TEST_F(Meeting, Row4_QualityIsRatedBesidesTimeliness) {
    say(R"(
2024-01-10 assign_task task=T title_vi=review lead=PROP assigner=BOARD deadline=2024-03-31
2024-03-20 submit_task task=T agency=PROP
2024-03-25 accept_task task=T quality=meets_after_revision
2024-04-10 rate_task task=T agency=INSP quality=fails text='the procedure was not kept'
)");
    EXPECT_THAT(asked("2024-03-31", "results task=T", "quality"),
                ElementsAre("meets_after_revision"));
    EXPECT_THAT(asked("2024-04-25", "results task=T", "quality"), ElementsAre("fails"));
    EXPECT_THAT(asked("2024-04-25", "tasks", "class"), ElementsAre("done_in_time"))
        << "a poor result in time is in time";
}

// How many papers of a quarter had to be done again: what was said in it, and of no other task.
TEST_F(Meeting, Row4_ResultsOfAPeriodAreWhatWasSaidInIt) {
    say(R"(
2023-10-10 assign_task task=OLD title_vi=x lead=ORG assigner=BOARD deadline=2024-06-30
2023-12-20 submit_task task=OLD agency=ORG
2023-12-28 return_task task=OLD reason=x
2024-01-10 assign_task task=T title_vi=x lead=PROP assigner=BOARD deadline=2024-06-30
2024-01-10 assign_task task=QUIET title_vi=x lead=PROP assigner=BOARD deadline=2024-06-30
2024-02-01 report_progress task=T agency=PROP percent=40 text=half
2024-03-20 submit_task task=T agency=PROP
2024-03-25 return_task task=T reason=x
2024-04-02 submit_task task=T agency=PROP
2024-04-10 return_task task=T reason=x
2024-04-15 submit_task task=T agency=PROP
2024-04-20 accept_task task=T quality=meets_after_revision
)");
    const auto in = [&](const std::string& more) {
        return asked("2024-04-25", "results" + more,
                     "task reported_percent quality times_returned");
    };
    EXPECT_THAT(in(""), ElementsAre("OLD | - | - | 1", "QUIET | - | - | 0",
                                    "T | 40 | meets_after_revision | 2"));
    EXPECT_THAT(in(" period=2023-Q4"), ElementsAre("OLD | - | - | 1"));
    EXPECT_THAT(in(" period=2024-Q1"), ElementsAre("T | 40 | - | 1"));
    EXPECT_THAT(in(" period=2024-Q2"), ElementsAre("T | - | meets_after_revision | 1"));
    EXPECT_THAT(in(" period=2024-03-25/2024-04-10"), ElementsAre("T | - | - | 2"));
    EXPECT_THAT(in(" period=2024-Q1 agency=ORG"), IsEmpty());
    EXPECT_THROW(in(" period=2024-Q5"), error);
}

TEST_F(Meeting, ConclusionsTellWhichTasksWereDoneInTimeAndWhichLate) {
    say(R"(
2023-12-20 hold_meeting meeting=M name_vi=m body=BOARD
2023-12-20 conclude conclusion=C meeting=M conclusion_kind=task text_vi=x
2024-01-02 assign_task task=T1 title_vi=x lead=ORG conclusion=C deadline=2024-01-31 acceptance=not_asked
2024-01-02 assign_task task=T2 title_vi=x lead=ORG conclusion=C deadline=2024-01-31 acceptance=not_asked
2024-01-02 assign_task task=T3 title_vi=x lead=ORG conclusion=C acceptance=not_asked
2024-01-02 assign_task task=T4 title_vi=x lead=ORG conclusion=C deadline=2024-01-31
2024-01-02 assign_task task=T5 title_vi=x lead=ORG conclusion=C
2024-01-31 complete_task task=T1 agency=ORG
2024-02-01 complete_task task=T2 agency=ORG
2024-02-01 complete_task task=T3 agency=ORG
)");
    const auto counts = [&](const char* day) {
        return asked(day, "conclusions meeting=M", "done open overdue done_in_time done_late");
    };
    EXPECT_THAT(counts("2024-01-31"), ElementsAre("1 | 4 | 0 | 1 | 0"));
    EXPECT_THAT(counts("2024-02-29"), ElementsAre("3 | 2 | 1 | 1 | 1"));
}

TEST_F(Meeting, Row6_ARecommendationIsRaisedForwardedRepeatedAndAnswered) {
    say(R"(
2023-12-20 hold_meeting meeting=Q4 name_vi=m body=BOARD period=2023-Q4
2023-12-20 raise_recommendation recommendation=R text_vi='job positions' raised_by_as_stated='some agencies' addressed_to=BOARD topic=job_positions recommendation_kind=request meeting=Q4 authority=ORG answer_due=2024-01-31
2024-01-05 answer_recommendation recommendation=R recommendation_status=forwarded agency=BOARD forwarded_to=ORG answer_due=2024-02-29
2024-04-25 repeat_recommendation recommendation=R period=2024-Q1
)");
    EXPECT_THAT(
        asked("2024-04-25", "recommendations topic=job_positions",
              "recommendation kind raised_by authority status open answer_due overdue forwarded_to "
              "times_raised"),
        ElementsAre(
            "R | request | some agencies | ORG | forwarded | 1 | 2024-02-29 | 1 | ORG | 2"));
    EXPECT_EQ(refused("2024-05-02 answer_recommendation recommendation=R "
                      "recommendation_status=declined agency=ORG"),
              "reason")
        << "who declines says why";
    EXPECT_EQ(refused("2024-05-02 answer_recommendation recommendation=R "
                      "recommendation_status=accepted agency=ORG"),
              "task")
        << "what is accepted becomes a task";
    say(R"(
2024-05-02 answer_recommendation recommendation=R recommendation_status=answered agency=ORG text='a scheme is under way'
2024-05-10 judge_answer recommendation=R satisfied=not_satisfied
)");
    EXPECT_THAT(asked("2024-05-05", "recommendations", "status open answered_on satisfied"),
                ElementsAre("answered | 0 | 2024-05-02 | -"));
    EXPECT_THAT(asked("2024-05-11", "recommendations", "status open satisfied"),
                ElementsAre("answered | 1 | not_satisfied"))
        << "an answer that leaves the raiser unsatisfied settles nothing";
    say("2024-05-20 answer_recommendation recommendation=R recommendation_status=withdrawn");
    EXPECT_EQ(refused("2024-05-21 repeat_recommendation recommendation=R period=2024-Q2"),
              "not_withdrawn");
    EXPECT_EQ(refused("2024-05-21 answer_recommendation recommendation=R "
                      "recommendation_status=noted"),
              "not_settled");
}

TEST_F(Meeting, Row6_RaisedAgainAfterItsAnswerARecommendationBeginsANewRound) {
    say(R"(
2024-01-05 raise_recommendation recommendation=R text_vi=r raised_by=ORG addressed_to=IT answer_due=2024-02-01
2024-01-20 answer_recommendation recommendation=R recommendation_status=answered agency=IT text=a
2024-01-22 judge_answer recommendation=R agency=ORG satisfied=satisfied
2024-03-02 repeat_recommendation recommendation=R period=2024-Q1
)");
    const char* columns = "open answer_due overdue satisfied";
    EXPECT_THAT(asked("2024-01-25", "recommendations", columns),
                ElementsAre("0 | 2024-02-01 | 0 | satisfied"));
    EXPECT_THAT(asked("2024-03-05", "recommendations", columns), ElementsAre("1 | - | 0 | -"));
    EXPECT_THAT(asked("2024-03-05", "warnings", "warning"), IsEmpty());
    say("2024-03-06 answer_recommendation recommendation=R recommendation_status=in_progress "
        "answer_due=2024-03-15");
    EXPECT_THAT(asked("2024-03-18", "recommendations", columns),
                ElementsAre("1 | 2024-03-15 | 1 | -"));
    EXPECT_THAT(asked("2024-03-18", "warnings", "warning code"),
                ElementsAre("recommendation_overdue | R"));
    say("2024-03-20 answer_recommendation recommendation=R recommendation_status=answered");
    EXPECT_THAT(asked("2024-03-21", "recommendations", columns),
                ElementsAre("0 | 2024-03-15 | 0 | -"))
        << "nobody judged the new answer";
    say("2024-03-22 judge_answer recommendation=R agency=ORG satisfied=not_satisfied");
    EXPECT_THAT(asked("2024-03-22", "recommendations", columns),
                ElementsAre("1 | 2024-03-15 | 1 | not_satisfied"));
}

TEST_F(Meeting, Row6_AFanOutShowsWhichOfTheAgenciesHaveDoneIt) {
    say(R"(
2024-01-10 assign_task task=T title_vi='plan the cadre' assigner=BOARD deadline=2024-03-31 acceptance=not_asked
2024-01-11 fan_out_task task=T agency=ORG,PROP,INSP
2024-03-20 complete_task task=T/ORG
2024-04-05 complete_task task=T/PROP
)");
    EXPECT_THAT(asked("2024-04-25", "instances task=T", "instance agency class"),
                ElementsAre("T/ORG | ORG | done_in_time", "T/PROP | PROP | done_late",
                            "T/INSP | INSP | open_overdue"));
    const review r = record_->review({parse_day("2024-04-25"), {}, {}}, parse_period("2024-Q1"));
    EXPECT_EQ(r.at_end.total(), 3) << "a task that is fanned out counts by its instances";
    EXPECT_EQ(refused("2024-02-01 fan_out_task task=T agency=ORG"), "agency")
        << "this agency has its instance";
    EXPECT_EQ(refused("2024-02-01 fan_out_task task=T/INSP agency=IT"),
              "no_instance_of_an_instance");
    EXPECT_EQ(refused("2024-12-31 void_event reason=wrong corrects=8"), "others_stand_on_it")
        << "an instance has a life of its own by now";
}

TEST_F(Meeting, Row7_ATaskIsBlockedByAConditionThatAnotherBodyOwes) {
    say(R"(
2024-01-10 assign_task task=T title_vi='number the files' lead=OFFICE deadline=2024-03-31
2024-02-05 block_task task=T condition='internet line' owed_by=IT answer_due=2024-02-29
2024-02-05 block_task task=T condition='scanners' owed_by=IT
2024-03-04 unblock_task task=T condition='scanners'
)");
    EXPECT_THAT(
        asked("2024-03-08", "conditions agency=IT", "task condition owed_by since due until days"),
        ElementsAre("T | internet line | IT | 2024-02-05 | 2024-02-29 | - | 19",
                    "T | scanners | IT | 2024-02-05 | - | 2024-03-04 | 15"))
        << "working days: the five of Tet are off";
    EXPECT_EQ(refused("2024-03-10 unblock_task task=T condition='money'"), "blocked_first");
    say("2024-03-10 unblock_task task=T");
    EXPECT_EQ(refused("2024-03-10 unblock_task task=T"), "blocked_first");
}

TEST_F(Meeting, Row8_ExtensionsSayHowOftenAndByWhomAndRemindersHaveTheirNumber) {
    say(R"(
2024-01-10 assign_task task=T title_vi=x lead=ORG assigner=BOARD deadline=2024-02-29
2024-02-20 request_extension task=T agency=ORG proposed_deadline=2024-03-31 reason='more time'
2024-02-22 refuse_extension task=T decided_by=BOARD reason='it is urgent'
2024-03-05 remind_task task=T agency=OFFICE number=12-CV/VPTU
2024-03-15 remind_task task=T agency=OFFICE number=15-CV/VPTU addressed_to=ORG
2024-03-20 request_extension task=T agency=ORG proposed_deadline=2024-05-31 reason='still more'
)");
    EXPECT_EQ(refused("2024-03-21 request_extension task=T proposed_deadline=2024-06-30 reason=x"),
              "one_request");
    EXPECT_EQ(refused("2024-03-21 request_extension task=T proposed_deadline=2024-02-01 reason=x"),
              "one_request");
    EXPECT_THAT(asked("2024-03-21", "extensions task=T", "what decided_on before after decided_by"),
                ElementsAre("refused | 2024-02-22 | 2024-02-29 | 2024-03-31 | BOARD",
                            "requested | 2024-03-20 | 2024-02-29 | 2024-05-31 | ORG"));
    EXPECT_THAT(asked("2024-03-21", "tasks", "deadline class"),
                ElementsAre("2024-02-29 | open_overdue"))
        << "what is asked for changes nothing";
    say("2024-03-25 revise_deadline task=T deadline=2024-04-30 decided_by=BOARD reason='a shorter "
        "one'");
    EXPECT_THAT(asked("2024-03-31", "extensions", "what before after after_due"),
                ElementsAre("refused | 2024-02-29 | 2024-03-31 | 0",
                            "granted | 2024-02-29 | 2024-04-30 | 1"))
        << "granted after the old deadline had passed, and for less than was asked";
    EXPECT_EQ(refused("2024-03-26 refuse_extension task=T reason=late"), "requested_first");
    EXPECT_THAT(asked("2024-03-31", "reminders", "times number by to"),
                ElementsAre("1 | 12-CV/VPTU | OFFICE | ORG", "2 | 15-CV/VPTU | OFFICE | ORG"));
}

TEST_F(Meeting, Row8_ConclusionsHaveTheirKindsAndWhatBecameOfThemIsAsked) {
    say(R"(
2024-04-25 hold_meeting meeting=M name_vi=m body=BOARD period=2024-Q1
2024-04-25 conclude conclusion=C1 meeting=M conclusion_kind=praise text_vi='active work'
2024-04-25 conclude conclusion=C2 meeting=M conclusion_kind=criticism text_vi='slow work' addressed_to=ORG
2024-04-25 conclude conclusion=C3 meeting=M conclusion_kind=approval_in_principle text_vi=agreed
2024-04-25 conclude conclusion=C4 meeting=M conclusion_kind=request text_vi='stronger coordination'
2024-04-25 conclude conclusion=C5 meeting=M conclusion_kind=task text_vi='two tasks'
2024-04-25 assign_task task=T1 title_vi=x lead=ORG meeting=M conclusion=C5 deadline=2024-05-31 acceptance=not_asked
2024-04-25 assign_task task=T2 title_vi=y lead=OFFICE meeting=M conclusion=C5 deadline=2024-05-31 acceptance=not_asked
2024-05-20 complete_task task=T1
)");
    EXPECT_THAT(
        asked("2024-06-15", "conclusions meeting=M", "conclusion kind tasks done open overdue"),
        ElementsAre("C1 | praise | - | 0 | 0 | 0", "C2 | criticism | - | 0 | 0 | 0",
                    "C3 | approval_in_principle | - | 0 | 0 | 0", "C4 | request | - | 0 | 0 | 0",
                    "C5 | task | T1 T2 | 1 | 1 | 1"));
}

// "Of what the meeting of the quarter before concluded, how much was done?"
TEST_F(Meeting, AMeetingOnAPeriodGoesThroughWhatTheMeetingsBeforeConcluded) {
    say(R"(
2023-07-20 hold_meeting meeting=M2 name_vi=q2 body=BOARD period=2023-Q2
2023-07-20 conclude conclusion=OLD meeting=M2 conclusion_kind=task text_vi=x addressed_to=PROP
2023-07-20 conclude conclusion=OLD-DONE meeting=M2 conclusion_kind=task text_vi=x
2023-07-20 conclude conclusion=OLD-RESTS meeting=M2 conclusion_kind=request text_vi=x
2023-07-20 conclude conclusion=OLD-SAID meeting=M2 conclusion_kind=praise text_vi=x
2023-07-20 assign_task task=T1 title_vi=x lead=PROP conclusion=OLD deadline=2023-09-30 acceptance=not_asked
2023-07-20 assign_task task=T2 title_vi=x lead=PROP conclusion=OLD-DONE acceptance=not_asked
2023-07-20 assign_task task=T3 title_vi=x lead=PROP conclusion=OLD-RESTS
2023-08-01 complete_task task=T2
2023-08-01 suspend_task task=T3 reason=x
2024-01-20 hold_meeting meeting=M4 name_vi=q4 name_en='on Q4' body=BOARD period=2023-Q4
2024-01-20 conclude conclusion=DONE meeting=M4 conclusion_kind=task text_vi=x text_tr=z addressed_to=ORG
2024-01-20 conclude conclusion=SAID meeting=M4 conclusion_kind=praise text_vi=x
2024-01-20 assign_task task=W title_vi=x lead=ORG conclusion=DONE deadline=2024-02-29
2024-01-20 assign_task task=W2 title_vi=x lead=ORG coordinating=IT parent_task=W deadline=2024-02-15 acceptance=not_asked
2024-01-20 assign_task task=W1 title_vi=x lead=ORG parent_task=W deadline=2024-02-15 acceptance=not_asked
2024-02-15 complete_task task=W1
2024-02-16 complete_task task=W2
2024-02-20 hold_meeting meeting=SMALL name_vi=s body=BOARD
2024-02-20 conclude conclusion=SMALL-SAID meeting=SMALL conclusion_kind=request text_vi=x
2024-02-20 hold_meeting meeting=I name_vi=i body=INSP
2024-02-20 conclude conclusion=I-OPEN meeting=I conclusion_kind=task text_vi=x
2024-02-20 conclude conclusion=I-SAID meeting=I conclusion_kind=praise text_vi=x
2024-02-20 assign_task task=T4 title_vi=x lead=PROP conclusion=I-OPEN
2024-04-25 hold_meeting meeting=M1 name_vi=q1 body=BOARD period=2024-Q1
2024-04-25 conclude conclusion=NOW meeting=M1 conclusion_kind=task text_vi=x
)");
    const auto rows = [&](const char* day, const std::string& asked_for) {
        return asked(day, "conclusions " + asked_for, "conclusion");
    };
    EXPECT_THAT(rows("2024-04-25", "period=2024-Q1"),
                ElementsAre("DONE", "OLD", "OLD-RESTS", "SAID", "SMALL-SAID"));
    EXPECT_THAT(rows("2024-05-10", "period=2024-Q2"),
                ElementsAre("I-OPEN", "NOW", "OLD", "OLD-RESTS"))
        << "not held yet: of all bodies";
    EXPECT_THAT(rows("2024-04-24", "period=2024-04"),
                ElementsAre("I-OPEN", "I-SAID", "OLD", "OLD-RESTS", "SMALL-SAID"))
        << "none was on a month: since the last of all";
    EXPECT_THAT(rows("2024-04-25", "period=2024-Q1 agency=ORG"), ElementsAre("DONE"));
    EXPECT_THAT(rows("2024-04-25", "period=2024-Q1 agency=IT,OFFICE"), ElementsAre("DONE"))
        << "in a part, which it coordinates";
    EXPECT_THAT(rows("2024-04-25", "agency=PROP"),
                ElementsAre("I-OPEN", "OLD", "OLD-DONE", "OLD-RESTS"));
    EXPECT_THAT(asked("2024-04-25", "conclusions period=2024-Q1 agency=ORG",
                      "tasks total done done_in_time done_late open held_on meeting_name "
                      "meeting_name_en meeting_name_tr text_tr"),
                ElementsAre("W | 2 | 2 | 1 | 1 | 0 | 2024-01-20 | q4 | on Q4 | - | z"));
    EXPECT_THROW(rows("2023-12-31", "period=2024-Q1"), error);

    const auto taken = record_->review({parse_day("2024-04-25"), {}, {}}, parse_period("2024-Q1"));
    EXPECT_THAT(tests::lines_of(*taken.answers.find("conclusions"), "conclusion"),
                rows("2024-04-25", "period=2024-Q1"));
}

TEST_F(Meeting, OfConclusionsNothingHiddenIsTold) {
    say(R"(
2023-01-01 add_access_class access_class=S name_vi=s rank=1
2023-01-01 set_highest_class access_class=S
2023-07-20 hold_meeting meeting=M2 name_vi=q2 body=BOARD period=2023-Q2
2023-07-20 conclude conclusion=OLD meeting=M2 conclusion_kind=task text_vi=x
2023-07-20 assign_task task=T1 title_vi=x lead=PROP conclusion=OLD access_class=S
2024-01-20 hold_meeting meeting=M4 name_vi=q4 body=BOARD period=2023-Q4
2024-01-20 conclude conclusion=C meeting=M4 conclusion_kind=task text_vi=x
2024-01-20 assign_task task=T2 title_vi=x lead=PROP coordinating=IT conclusion=C access_class=S
2024-01-20 hold_meeting meeting=HID name_vi=q4 body=BOARD access_class=S
2024-01-20 conclude conclusion=H meeting=HID conclusion_kind=task text_vi=x
2024-04-25 hold_meeting meeting=M1 name_vi=q1 body=BOARD period=2024-Q1
)");
    const auto seen_by = [&](std::string_view viewer) {
        return told(*record_, "2024-04-25", "conclusions period=2024-Q1",
                    "conclusion tasks total not_shown", viewer);
    };
    EXPECT_THAT(seen_by(""), ElementsAre("C | T2 | 1 | 0", "H | - | 0 | 0", "OLD | T1 | 1 | 0"));
    EXPECT_THAT(seen_by("ORG"), ElementsAre("C | - | 0 | 1"));
}

TEST_F(Meeting, Row9_CoordinationHasEvidenceWhoWasAskedWhenAndHowLongHeWasGiven) {
    say(R"(
2024-01-10 assign_task task=T title_vi=scheme lead=OFFICE coordinating=ORG,INSP,PROP
2024-02-01 consult consultation=K1 task=T agency=OFFICE addressed_to=ORG,INSP,PROP number=31-CV/VPTU answer_due=2024-02-08
2024-02-07 answer_consultation consultation=K1 agency=ORG opinion=agree_with_changes number=7-CV/BTC
2024-02-20 answer_consultation consultation=K1 agency=INSP opinion=agree
2024-03-01 consult consultation=K2 task=T agency=OFFICE addressed_to=PROP answer_due=2024-03-06 silence=agreement
)");
    EXPECT_THAT(asked("2024-03-08", "changes since=0 task=T", "command code"),
                ElementsAre("assign_task | T", "consult | K1", "answer_consultation | K1",
                            "answer_consultation | K1", "consult | K2"));
    EXPECT_THAT(asked("2024-03-08", "consultations task=T",
                      "consultation asked days_given days_taken opinion answer_number"),
                ElementsAre("K1 | ORG | 4 | 4 | agree_with_changes | 7-CV/BTC",
                            "K1 | INSP | 4 | 8 | agree | -", "K1 | PROP | 4 | 21 | no_answer | -",
                            "K2 | PROP | 3 | 3 | agreement | -"))
        << "silence is no answer, and agreement only where the record says so; 8 to 14 February "
           "are Tet";
    EXPECT_THAT(asked("2024-02-08", "consultations agency=PROP", "consultation opinion"),
                ElementsAre("K1 | -"))
        << "the due day itself is still time";
    EXPECT_EQ(refused("2024-03-08 answer_consultation consultation=K2 agency=ORG opinion=agree"),
              "is_asked");
    EXPECT_EQ(refused("2024-03-08 answer_consultation consultation=K1 agency=ORG opinion=agree"),
              "answered_once");
    EXPECT_EQ(refused("2024-03-08 consult consultation=K3 task=T agency=ORG addressed_to=ORG"),
              "asks_others");
}

TEST_F(Meeting, Row10_ADelayIsExplainedReturnedFoundOtherwiseAndTheBlamedAgencyAnswers) {
    say(R"(
2023-01-01 add_official official=P name_vi='A person'
2024-01-10 assign_task task=T title_vi=x lead=ORG coordinating=PROP assigner=BOARD deadline=2024-03-15
2024-04-10 explain_delay task=T agency=ORG cause=coordination.late_reply text='no reply came' responsible=ORG responsible_official=P measures='asked twice' remedy='a meeting' proposed_deadline=2024-05-31 blamed=PROP
)");
    EXPECT_EQ(refused("2024-04-11 answer_explanation task=T agency=INSP text=x"), "is_blamed");
    say(R"(
2024-04-12 return_explanation task=T agency=OFFICE reason='too short'
2024-04-15 explain_delay task=T agency=ORG cause=coordination.late_reply text='the reply came on 10 April' blamed=PROP
2024-04-16 answer_explanation task=T agency=PROP text='we were asked on 5 April'
2024-04-17 find_cause task=T agency=OFFICE cause=subjective.late_start text='asked three weeks late'
2024-04-18 accept_explanation task=T agency=OFFICE
)");
    EXPECT_THAT(
        asked("2024-04-25", "explanations task=T",
              "cause responsible responsible_official measures remedy proposed_deadline "
              "decision found_cause blamed rejoinder"),
        ElementsAre("coordination.late_reply | ORG | P | asked twice | a meeting | 2024-05-31 "
                    "| returned | subjective.late_start | PROP | we were asked on 5 April",
                    "coordination.late_reply | - | - | - | - | - | accepted | "
                    "subjective.late_start | PROP | we were asked on 5 April"));
    EXPECT_THAT(asked("2024-04-25", "tasks", "deadline"), ElementsAre("2024-03-15"))
        << "a proposed day changes nothing";
    EXPECT_EQ(refused("2024-04-19 accept_explanation task=T"), "explained_first");
}

TEST_F(Meeting, Row10_ACauseIsOneOfTheListWhichTheLedgerMayAddTo) {
    say("2024-01-10 assign_task task=T title_vi=x lead=ORG deadline=2024-03-15");
    const char* explain = "2024-04-10 explain_delay task=T agency=ORG cause=own.printing text=x";
    EXPECT_EQ(refused(explain), "cause");
    say("2024-04-01 add_cause cause=own.printing name_vi='máy in hỏng' name_en='the printer "
        "broke'");
    say(explain);
    EXPECT_EQ(refused("2024-04-01 add_cause cause=own.printing name_vi=x"), "code_is_new");
    EXPECT_EQ(refused("2024-04-01 add_cause cause=means.it name_vi=x"), "code_is_new");
    const review r = record_->review({parse_day("2024-04-25"), {}, {}}, parse_period("2024-Q1"));
    EXPECT_EQ(r.tasks[0].explained->cause_name.en, "the printer broke");
    EXPECT_EQ(asked("2024-04-25", "causes", "cause").size(), 26u);
    for (const char* words : {"May In", "PRINTER", "own."})
        EXPECT_THAT(asked("2024-04-25", std::string{"causes text='"} + words + "'", "cause"),
                    ElementsAre("own.printing"))
            << words;
}

TEST_F(Meeting, Row10_AWaiverLeavesTheClassAndAddsASecondRate) {
    say(R"(
2024-01-10 assign_task task=T1 title_vi=x lead=ORG assigner=BOARD deadline=2024-03-15 acceptance=not_asked
2024-01-10 assign_task task=T2 title_vi=y lead=ORG assigner=BOARD deadline=2024-03-15 acceptance=not_asked
2024-03-20 complete_task task=T1
2024-03-14 complete_task task=T2
)");
    EXPECT_EQ(refused("2024-03-28 waive_delay task=T2 reason='it was in time'"), "is_late");
    say("2024-03-28 waive_delay task=T1 decided_by=BOARD cause=objective.force_majeure reason='the "
        "flood'");
    const review r = record_->review({parse_day("2024-04-25"), {}, {}}, parse_period("2024-Q1"));
    EXPECT_EQ(r.by_end.on_time, (rate{1, 2}));
    EXPECT_EQ(r.on_time_with_waivers, (rate{2, 2}));
    EXPECT_EQ(r.at_end[task_class::done_late], 1);
}

TEST_F(Meeting, Row11_ATaskMayHaveNoLeadYetAndPartsBelowIt) {
    say(R"(
2024-04-25 assign_task task=T title_vi='digital transformation' lead_as_stated='not named'
2024-04-26 assign_task task=T-1 title_vi=part lead=OFFICE parent_task=T
)");
    EXPECT_THAT(asked("2024-04-26", "tasks", "task leads"), ElementsAre("T | ", "T-1 | OFFICE"));
    say("2024-05-02 reassign_task task=T lead=ORG decided_by=BOARD");
    EXPECT_THAT(asked("2024-05-02", "tasks", "task leads"), ElementsAre("T | ORG", "T-1 | OFFICE"));
}

TEST_F(Meeting, Row12_EachCoordinatingAgencyHasItsOwnObligationDueDayAndAnswer) {
    say(R"(
2024-04-25 assign_task task=T title_vi='documents under a regulation' lead=OFFICE coordinating=ORG,INSP deadline=2024-06-30
2024-04-26 state_obligation task=T agency=ORG obligation='the part on posts' deadline=2024-05-15
2024-04-26 state_obligation task=T agency=INSP obligation='the part on inspection' deadline=2024-05-15
2024-05-14 answer_obligation task=T agency=ORG text='sent'
)");
    EXPECT_THAT(
        asked("2024-05-20", "obligations task=T", "agency role obligation due class answered_on"),
        ElementsAre("OFFICE | lead | - | 2024-06-30 | open_in_time | -",
                    "ORG | coordinating | the part on posts | 2024-05-15 | done_in_time | "
                    "2024-05-14",
                    "INSP | coordinating | the part on inspection | 2024-05-15 | "
                    "open_overdue | -"));
    EXPECT_THAT(asked("2024-05-20", "obligations task_class=open_overdue", "agency"),
                ElementsAre("INSP"));
    EXPECT_EQ(refused("2024-05-20 answer_obligation task=T agency=PROP"), "is_assigned");
}

TEST_F(Meeting, Row12_ASetOfDocumentsIsDoneWhenTheLastIsIssued) {
    say(R"(
2024-01-10 assign_task task=T title_vi='one regulation for each organ' lead=OFFICE deadline=2024-03-31
2024-01-10 expect_document task=T expected=org issuer=BOARD title_vi='of the Organisation Board'
2024-01-10 expect_document task=T expected=insp issuer=BOARD
2024-03-10 add_document document=D1 number=1-QD/TU document_kind=decision issuer=BOARD dated=2024-03-08
2024-04-10 add_document document=D2 number=2-QD/TU document_kind=decision issuer=BOARD dated=2024-03-29
2024-03-10 issue_document task=T expected=org document=D1
)");
    EXPECT_THAT(asked("2024-04-01", "tasks", "class"), ElementsAre("open_overdue"));
    EXPECT_EQ(refused("2024-04-01 issue_document task=T expected=other document=D1"),
              "expected_first");
    EXPECT_EQ(refused("2024-04-01 issue_document task=T expected=org document=D2"), "issued_once");
    say("2024-04-02 submit_task task=T");
    EXPECT_EQ(refused("2024-04-03 accept_task task=T"), "documents_decide")
        << "it would be done without its last document, which could not be issued any more";
    say("2024-04-10 issue_document task=T expected=insp document=D2");
    EXPECT_THAT(asked("2024-04-25", "tasks", "class finished_on"),
                ElementsAre("done_in_time | 2024-03-29"))
        << "the last document's own date counts, not the day it was entered";
    EXPECT_THAT(asked("2024-04-25", "expected_documents", "expected issuer document issued_on"),
                ElementsAre("org | BOARD | D1 | 2024-03-08", "insp | BOARD | D2 | 2024-03-29"));
    EXPECT_EQ(refused("2024-04-11 expect_document task=T expected=more"), "not_done");
}

TEST_F(Meeting, Row13_WhatIsBelowItsThresholdProposesATaskToTheOwner) {
    say(R"(
2023-01-01 add_agency agency=P name_vi=province
2023-01-01 add_agency agency=D1 name_vi='District 1' parent=P
2023-01-01 add_agency agency=D2 name_vi='District 2' parent=P
2023-01-01 add_agency agency=D3 name_vi='District 3' parent=P
2023-12-01 add_indicator indicator=I name_vi=admissions unit=members measure=cumulative profile=10,20,30,40 threshold=80 owner=ORG
2023-12-01 set_target indicator=I agency=P period=2024 target_low=1905
2023-12-01 set_target indicator=I agency=D1 period=2024 target_low=1000
2023-12-01 set_target indicator=I agency=D2 period=2024 target_low=900
2023-12-01 set_target indicator=I agency=D3 period=2024 target_low=50
2023-12-31 set_base indicator=I agency=D1 period=2024 value=4704
2023-03-31 observe_indicator indicator=I agency=D1 period=2023-Q1 value=60
2024-03-31 observe_indicator indicator=I agency=D1 period=2024-Q1 value=79
2024-03-31 observe_indicator indicator=I agency=D2 period=2024-Q1 value=0
)");
    EXPECT_THAT(
        asked(
            "2024-04-25", "indicators period=2024-Q1",
            "agency target_low expected value percent_of_target percent_of_base year_before below"),
        ElementsAre("D1 | - | 100 | 79 | 7900 | 168 | 60 | 1", "D2 | - | 90 | 0 | 0 | - | - | 1",
                    "D3 | - | 5 | - | - | - | - | -", "P | - | 191 | - | - | - | - | -"))
        << "none at all is a figure, no figure is none; the share of the base is another measure";
    EXPECT_THAT(asked("2024-04-25", "proposals period=2024-Q1",
                      "indicator owner below without_figure task"),
                ElementsAre("I | ORG | D1 D2 | D3 P | -"));
    say("2024-04-25 assign_task task=T title_vi='explain the causes' lead=ORG indicator=I");
    EXPECT_THAT(asked("2024-04-25", "proposals period=2024-Q1", "owner task"),
                ElementsAre("ORG | T"));
    const review r = record_->review({parse_day("2024-04-25"), {}, {}}, parse_period("2024-Q1"));
    ASSERT_EQ(r.findings.size(), 2u);
    EXPECT_EQ(r.findings[0].key, "indicator.parts_differ") << "1000 + 900 + 50 is not 1905";
    EXPECT_EQ(r.findings[1].key, "indicator.below_threshold");
}

TEST_F(Meeting, Row13_QuartersAddUpAndAMissingOneIsSaid) {
    say(R"(
2023-12-01 add_indicator indicator=I name_vi=admissions unit=members
2023-12-01 add_indicator indicator=J name_vi='share of digital files' unit=percent measure=point
2023-12-01 set_target indicator=I agency=ORG period=2024 target_low=400 target_high=500
2024-03-31 observe_indicator indicator=I agency=ORG period=2024-Q1 value=70
2024-04-30 observe_indicator indicator=I agency=ORG period=2024-04 value=30
2024-03-31 observe_indicator indicator=J agency=ORG period=2024-Q1 value=40
2024-06-30 observe_indicator indicator=J agency=ORG period=2024-Q2 value=55
)");
    EXPECT_THAT(
        asked("2024-07-01", "indicators indicator=I period=2024-H1", "value missing year_value"),
        ElementsAre("100 | 2 | 100"));
    EXPECT_THAT(asked("2024-07-01", "indicators indicator=J period=2024-H1", "value missing"),
                ElementsAre("55 | 0"))
        << "a figure at a point does not add up";
    EXPECT_THAT(asked("2024-07-01", "indicators indicator=I period=2024",
                      "target_low target_high value percent_of_target"),
                ElementsAre("400 | 500 | 100 | 2500"));
}

TEST_F(Meeting, Row14_ARecommendationBecomesATaskAndItsAnswerGoesBackToWhoRaisedIt) {
    say(R"(
2024-04-25 raise_recommendation recommendation=R text_vi='means of work' raised_by=PROP addressed_to=BOARD topic=facilities
2024-04-25 assign_task task=T title_vi='secure the conditions' lead=OFFICE assigner=BOARD acceptance=not_asked
2024-04-25 answer_recommendation recommendation=R recommendation_status=accepted agency=BOARD task=T
2024-06-20 complete_task task=T
2024-06-25 judge_answer recommendation=R agency=PROP satisfied=satisfied
)");
    EXPECT_THAT(asked("2024-06-30", "recommendations agency=PROP", "status answer_task satisfied"),
                ElementsAre("accepted | T | satisfied"));
    EXPECT_THAT(asked("2024-06-30", "lineage task=T", "step kind code relation"),
                ElementsAre("0 | task | T | -", "1 | recommendation | R | answers"));
    EXPECT_THAT(asked("2024-06-30", "orphan_tasks", "task"), IsEmpty());
    EXPECT_THAT(asked("2024-04-24", "lineage task=T", "step"), IsEmpty());
    EXPECT_THAT(asked("2024-06-30", "changes since=6 agency=PROP", "command kind code"),
                ElementsAre("raise_recommendation | recommendation | R",
                            "answer_recommendation | recommendation | R",
                            "judge_answer | recommendation | R"))
        << "what a host should tell the raiser";
}

// It stands on what it carries out, as on a document.
TEST_F(Meeting, Row3_ATaskOfAWorkProgrammeOrOfAReviewComesFromTheDocumentsAboveIt) {
    say(R"(
2024-01-02 add_document document=NQ number=39-NQ/TW document_kind=resolution issuer=BOARD dated=2023-07-18
2024-01-03 add_document document=CT number=1-CTr/TU document_kind=work_programme issuer=BOARD dated=2024-01-03
2024-01-03 relate_documents document=CT relation=implements to_document=NQ
2024-01-05 assign_task task=T1 title_vi=x lead=OFFICE assigner=BOARD
2024-01-05 assign_task task=T2 title_vi=x lead=OFFICE assigner=BOARD
2024-01-15 add_programme programme=P agency=OFFICE period=2024 document=CT
2024-01-15 add_item item=I programme=P title_vi='a plan' planned_for=2024-05 task=T1
2024-01-20 schedule_document_review document_review=V document=NQ review_kind=interim deadline=2024-06-30 task=T2
)");
    const auto from = [&](const std::string& task) {
        return asked("2024-06-30", "lineage task=" + task, "step kind code relation title");
    };
    EXPECT_THAT(
        from("T1"),
        ElementsAre("0 | task | T1 | - | x", "1 | item | I | carries_out | a plan",
                    "2 | programme | P | item_of | -", "3 | document | CT | basis | 1-CTr/TU",
                    "4 | document | NQ | implements | 39-NQ/TW"));
    EXPECT_THAT(from("T2"), ElementsAre("0 | task | T2 | - | x",
                                        "1 | document_review | V | carries_out | 39-NQ/TW",
                                        "2 | document | NQ | review_of | 39-NQ/TW"));
    EXPECT_THAT(asked("2024-06-30", "orphan_tasks", "task"), IsEmpty());
    EXPECT_THAT(asked("2024-01-10", "orphan_tasks", "task"), ElementsAre("T1", "T2"));
    say("2024-07-01 withdraw_item item=I decided_by=OFFICE reason=x\n"
        "2024-07-01 drop_document_review document_review=V reason=x");
    EXPECT_THAT(asked("2024-07-01", "orphan_tasks", "task"), ElementsAre("T1", "T2"));
}

TEST_F(Meeting, Row15_CoordinationInCommonTasksIsATrendOfTimelinessAndQualityPerPair) {
    say(R"(
2024-01-10 assign_task task=T1 title_vi='scheme' lead=OFFICE coordinating=ORG deadline=2024-03-20
2024-01-15 consult consultation=K1 task=T1 agency=OFFICE addressed_to=ORG answer_due=2024-01-31
2024-02-07 answer_consultation consultation=K1 agency=ORG opinion=agree
2024-03-25 submit_task task=T1
2024-03-26 accept_task task=T1 quality=meets_after_revision
2024-04-05 assign_task task=T2 title_vi='plan' lead=OFFICE coordinating=ORG deadline=2024-06-20
2024-04-08 consult consultation=K2 task=T2 agency=OFFICE addressed_to=ORG answer_due=2024-04-26
2024-04-22 answer_consultation consultation=K2 agency=ORG opinion=agree
2024-06-10 submit_task task=T2
2024-06-12 accept_task task=T2 quality=meets
)");
    EXPECT_THAT(asked("2024-06-30", "coordination period=2024-Q2 periods=2",
                      "period asking asked in_time late joint_due joint_in_time joint_good"),
                ElementsAre("2024-Q2 | OFFICE | ORG | 1 | 0 | 1 | 1 | 1",
                            "2024-Q1 | OFFICE | ORG | 0 | 1 | 1 | 0 | 0"))
        << "more timely, better quality";
}

TEST_F(Meeting, ARecurringTaskShowsThePeriodsStillToBeMade) {
    say(R"(
2024-01-10 assign_task task=T title_vi='quarterly report' lead=ORG recurs=quarterly acceptance=not_asked
2024-01-10 repeat_task task=T period=2024-Q1
2024-04-02 complete_task task=T/2024-Q1
)");
    EXPECT_THAT(asked("2024-07-02", "instances task=T", "instance period class deadline"),
                ElementsAre("T/2024-Q1 | 2024-Q1 | done_late | 2024-03-31",
                            "- | 2024-Q2 | - | 2024-06-30", "- | 2024-Q3 | - | 2024-09-30"));
}

TEST_F(Meeting, AStandingTaskOwesAResultLineForEachPeriod) {
    say(R"(
2024-01-10 assign_task task=T title_vi='strengthen coordination' lead=ORG,PROP standing_from=2024-01-10
2024-02-15 report_progress task=T agency=ORG text='two meetings held'
)");
    EXPECT_THAT(
        asked("2024-07-01", "standing_results period=2024-Q1", "task reported reported_on text"),
        ElementsAre("T | 1 | 2024-02-15 | two meetings held"));
    EXPECT_THAT(asked("2024-07-01", "standing_results period=2024-Q2", "task reported text"),
                ElementsAre("T | 0 | -"));
    EXPECT_THAT(asked("2024-07-01", "standing_results period=2023-Q4", "task"), IsEmpty());
}

TEST_F(Meeting, HostAttributesAreCarriedAndNeverInterpreted) {
    say(R"(
2024-01-10 assign_task task=T title_vi=x lead=ORG
2024-01-10 set_attribute task=T host_key=colour host_value='#1b7f3b'
2024-02-10 set_attribute task=T host_key=colour host_value=red
2024-02-10 set_attribute agency=ORG host_key=id host_value=17
2024-03-10 set_attribute task=T host_key=colour
)");
    EXPECT_THAT(asked("2024-01-31", "attributes", "kind code key value"),
                ElementsAre("task | T | colour | #1b7f3b"));
    EXPECT_THAT(asked("2024-02-28", "attributes order_by=kind", "kind code key value"),
                ElementsAre("agency | ORG | id | 17", "task | T | colour | red"));
    EXPECT_THAT(asked("2024-03-31", "attributes", "kind code key value"),
                ElementsAre("agency | ORG | id | 17"));
    EXPECT_EQ(refused("2024-03-31 set_attribute host_key=colour host_value=x"), "task");
    EXPECT_EQ(refused("2024-03-31 set_attribute task=T agency=ORG host_key=k host_value=x"),
              "one_thing");
}

TEST_F(Meeting, AListIsOrderedByAnyColumnAndPaged) {
    say(R"(
2024-01-10 assign_task task=T title_vi=x lead=ORG coordinating=PROP,INSP
2024-02-01 consult consultation=K1 task=T agency=ORG addressed_to=PROP,INSP answer_due=2024-02-29
2024-02-05 answer_consultation consultation=K1 agency=INSP opinion=agree
)");
    EXPECT_THAT(asked("2024-02-06", "consultations order_by=asked", "asked"),
                ElementsAre("INSP", "PROP"));
    EXPECT_THAT(asked("2024-02-06", "consultations order_by=asked descending=yes limit=1", "asked"),
                ElementsAre("PROP"));
    EXPECT_THAT(asked("2024-02-06", "consultations order_by=answered_on descending=yes", "asked"),
                ElementsAre("INSP", "PROP"))
        << "what is missing comes last either way";
    EXPECT_THAT(asked("2024-02-06", "consultations offset=2", "asked"), IsEmpty());
    EXPECT_THROW(asked("2024-02-06", "consultations order_by=colour", "asked"), error);
}

}  // namespace
}  // namespace mandate
