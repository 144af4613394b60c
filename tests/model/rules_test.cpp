#include "model/rules.hpp"

#include "mandate/base/error.hpp"
#include "model/state_under_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mandate {
namespace {

using tests::command_of;
using tests::state_under_test;

constexpr const char* world = R"(
2024-01-01 add_agency agency=A name_vi='Agency A'
2024-01-01 add_agency agency=B name_vi='Agency B'
2024-01-01 add_document document=D number=1-NQ/TU document_kind=resolution issuer=A
2024-01-10 assign_task task=T title_vi=Task lead=A
2024-01-10 assign_task task=SUB title_vi=Part lead=A parent_task=T
2024-01-10 assign_task task=FREE title_vi=Free lead=A acceptance=not_asked
2024-01-10 assign_task task=DONE title_vi=Done lead=A acceptance=not_asked
2024-01-20 complete_task task=DONE
2024-01-10 assign_task task=GONE title_vi=Gone lead=A
2024-01-20 cancel_task task=GONE reason=dropped
2024-01-10 assign_task task=HELD title_vi=Held lead=A
2024-01-20 suspend_task task=HELD reason=waiting
2024-01-10 assign_task task=SENT title_vi=Sent lead=A
2024-02-10 submit_task task=SENT
)";
constexpr int events_of_world = 14;

std::string fact_of(const error& e, std::string_view key) {
    for (const auto& [name, content] : e.facts())
        if (name == key) return content;
    return {};
}

TEST(Rules, RefuseWhatMayNotBe) {
    const struct {
        const char* command;
        errc code;
        const char* rule_or_field;
        const char* why;
    } cases[] = {
        {"2024-02-01 submit_task task=T", errc{}, "", "a submission of an open task is legal"},
        {"2024-02-01 add_agency agency=A name_vi=Again", errc::duplicate, "agency",
         "codes are never reused"},
        {"2024-02-01 assign_task task=N title_vi=New lead=X", errc::unknown_reference, "lead",
         "an unknown agency"},
        {"2024-02-01 assign_task task=N title_vi=New parent_task=N", errc::unknown_reference,
         "parent_task", "a task is not there before it is made"},
        {"2024-02-01 assign_task task=N title_vi=New lead=A,A", errc::refused, "lead",
         "the same lead twice"},
        {"2024-02-01 submit_task task=FREE", errc::refused, "acceptance_not_asked", ""},
        {"2024-02-01 complete_task task=T", errc::refused, "acceptance_asked", ""},
        {"2024-02-01 accept_task task=T", errc::refused, "submitted_first", "nothing to accept"},
        {"2024-02-01 return_task task=T reason=bad", errc::refused, "submitted_first", ""},
        {"2024-02-09 accept_task task=SENT", errc::refused, "submitted_first",
         "accepted on the day before the submission"},
        {"2024-02-11 submit_task task=SENT", errc::refused, "answered_first", ""},
        {"2024-01-09 report_progress task=T percent=10", errc::refused, "not_before_assignment",
         ""},
        {"2025-01-01 report_progress task=T percent=10", errc::refused, "not_in_the_future", ""},
        {"2025-01-01 revise_deadline task=T deadline=2025-06-30", errc{}, "",
         "a deadline may change from a later day on"},
        {"2024-02-01 report_progress task=GONE percent=10", errc::refused, "not_cancelled", ""},
        {"2024-02-01 report_progress task=DONE percent=10", errc::refused, "not_done", ""},
        {"2024-02-01 explain_delay task=DONE cause=other text=late", errc{}, "",
         "what was late may be explained afterwards"},
        {"2024-02-01 submit_task task=HELD", errc::refused, "not_suspended", ""},
        {"2024-02-01 suspend_task task=HELD reason=again", errc::refused, "not_suspended", ""},
        {"2024-02-01 schedule_task task=T duration=4 optimistic=4 pessimistic=4", errc{}, "", ""},
        {"2024-02-01 schedule_task task=T milestone=yes optimistic=1", errc::refused,
         "milestone_takes_no_work", ""},
        {"2024-02-01 schedule_task task=T duration=4 optimistic=5", errc::refused,
         "estimates_enclose", "optimistic 5"},
        {"2024-02-01 schedule_task task=T duration=4 pessimistic=3", errc::refused,
         "estimates_enclose", "pessimistic 3"},
        {"2024-02-01 schedule_task task=DONE duration=4", errc::refused, "not_done", ""},
        {"2024-02-01 resume_task task=T", errc::refused, "suspended", ""},
        {"2024-01-19 resume_task task=HELD", errc::refused, "in_order",
         "resumed on the day before it was suspended"},
        {"2024-01-19 cancel_task task=HELD reason=late", errc::refused, "in_order", ""},
        {"2025-01-01 cancel_task task=T reason=ahead", errc::refused, "not_in_the_future",
         "it would block the work of today"},
        {"2024-02-01 revise_deadline task=T reason=none", errc::missing_field, "deadline",
         "a revision that says no deadline"},
        {"2024-02-01 merge_agency agency=A into=A", errc::refused, "not_into_itself", ""},
        {"2024-02-01 link_tasks link=L task=T after=T", errc::cycle, "no_cycle", "itself"},
        {"2024-02-01 link_tasks link=L task=T after=SUB", errc::cycle, "no_cycle", "its part"},
        {"2024-02-01 attend_meeting meeting=M meeting_role=chair", errc::unknown_reference,
         "meeting", ""},
        {"2024-02-01 void_event reason=wrong", errc::missing_field, "corrects", "which event?"},
        {"2024-02-01 void_event reason=wrong corrects=99", errc::refused, "corrects_what", ""},
        {"2024-02-01 report_progress task=T percent=5 corrects=8", errc::refused, "same_kind",
         "event 8 is a completion"},
        {"2024-02-01 complete_task task=FREE corrects=8", errc::refused, "same_subject",
         "event 8 is about DONE"},
        {"2024-02-01 complete_task task=DONE corrects=8", errc{}, "", "another day for event 8"},
        {"2024-01-09 complete_task task=DONE corrects=8", errc::refused, "not_before_assignment",
         "a day before the assignment"},
        {"2024-01-10 assign_task parent_task=T task=SUB title_vi=Part corrects=4", errc::refused,
         "same_subject", "event 4 is about T, whichever field comes first"},
        {"2024-02-11 assign_task task=SENT title_vi=Sent lead=A corrects=13", errc::refused,
         "others_stand_on_it", "its submission would stand before the assignment"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(std::string{c.command} + ": " + c.why);
        state_under_test s{world};
        ASSERT_EQ(s.record.revision(), seq_number{events_of_world});
        try {
            s.add(command_of(c.command));
            EXPECT_EQ(c.code, errc{}) << "it was not refused";
        } catch (const error& e) {
            EXPECT_EQ(name_of(e.code()), name_of(c.code)) << e.what();
            const std::string rule = fact_of(e, "rule");
            const bool by_rule = rule == c.rule_or_field;
            EXPECT_EQ(by_rule ? rule : fact_of(e, "field"), c.rule_or_field) << e.what();
            EXPECT_EQ(std::string_view{e.what()}.find('\n'), std::string_view::npos);
            EXPECT_EQ(s.record.revision(), seq_number{events_of_world});
        }
    }
}

TEST(Rules, AWithdrawalIsRefusedWhereOthersStandOnIt) {
    state_under_test s{world};
    s.add("2024-02-12 return_task task=SENT reason=unclear");  // 15
    EXPECT_THROW(s.add("2024-02-13 void_event reason=x corrects=14"), error) << "it was answered";
    s.add("2024-02-20 submit_task task=SENT");  // 16
    EXPECT_THROW(s.add("2024-02-21 void_event reason=x corrects=15"), error)
        << "a new submission followed";
    s.add("2024-02-22 void_event reason=x corrects=16");  // 17
    s.add("2024-02-23 void_event reason=x corrects=15");
    s.add("2024-02-24 void_event reason=x corrects=14");
    EXPECT_FALSE(s.facts("SENT", "2024-03-01").awaiting_acceptance);
    EXPECT_THROW(s.add("2024-02-25 void_event reason=x corrects=14"), error) << "once only";
}

TEST(Rules, ACorrectedAnswerKeepsAnsweringTheSameSubmission) {
    state_under_test s{world};
    s.add("2024-02-12 return_task task=SENT reason=unclear");              // 15
    s.add("2024-02-20 submit_task task=SENT");                             // 16
    s.add("2024-02-15 return_task task=SENT reason=unclear corrects=15");  // its day was wrong
    const task_facts facts = s.facts("SENT", "2024-03-01");
    EXPECT_TRUE(facts.awaiting_acceptance) << "the second submission still waits";
    EXPECT_EQ(facts.times_returned, 1);
    EXPECT_THROW(s.add("2024-02-09 return_task task=SENT reason=unclear corrects=17"), error)
        << "before the submission it answers";
    EXPECT_THROW(s.add("2024-02-22 return_task task=SENT reason=unclear corrects=17"), error)
        << "after the submission that followed it";
}

TEST(Rules, AReturnedTaskCannotBeSubmittedAgainBeforeItsReturn) {
    state_under_test s{world};
    s.add("2024-02-12 return_task task=SENT reason=unclear");
    try {
        s.add("2024-02-11 submit_task task=SENT");
        FAIL() << "that would make a late task one done in time";
    } catch (const error& e) {
        EXPECT_EQ(fact_of(e, "rule"), "after_the_return");
        EXPECT_NE(std::string_view{e.what()}.find("was returned on 2024-02-12"),
                  std::string_view::npos);
    }
}

TEST(Rules, AReportOfADayBeforeTheEndMayBeEnteredLate) {
    state_under_test s{world};
    s.add("2024-01-15 report_progress task=DONE percent=80");
    EXPECT_THROW(s.add("2024-01-21 report_progress task=DONE percent=90"), error);
}

TEST(Rules, ATaskCannotBecomeAPartOfWhatItDependsOn) {
    state_under_test s{world};
    s.add("2024-01-11 link_tasks link=L task=FREE after=T");                     // 15
    EXPECT_THROW(s.add("2024-01-10 assign_task task=FREE title_vi=Free lead=A "  //
                       "acceptance=not_asked parent_task=SUB corrects=6"),
                 error)
        << "SUB is a part of T";
}

TEST(Rules, DaysStandInOrder) {
    state_under_test s{world};
    s.add("2024-02-01 merge_agency agency=A into=B");
    EXPECT_THROW(s.add("2024-02-02 merge_agency agency=B into=A"), error) << "A has ended";
    s.add("2024-02-01 raise_recommendation recommendation=R text_vi=More");
    EXPECT_THROW(s.add("2024-01-31 answer_recommendation recommendation=R "
                       "recommendation_status=noted"),
                 error);
    s.add("2024-01-01 add_official official=O name_vi=Official");
    s.add("2024-01-01 add_post post=P agency=B name_vi=Head");
    EXPECT_THROW(s.add("2024-02-01 hold_post official=O post=P until=2024-01-31"), error);
}

// What a reassignment did not name is asked for each time, so that a correction of what stood
// before reaches what came after.
TEST(Rules, WhoCoordinatesFollowsCorrections) {
    state_under_test s{world};
    s.add("2024-01-01 add_agency agency=C name_vi='Agency C'");                 // 15
    s.add("2024-01-10 assign_task task=N title_vi=New lead=A coordinating=B");  // 16
    s.add("2024-02-01 reassign_task task=N lead=B coordinating=C");             // 17
    s.add("2024-02-01 reassign_task task=N lead=B corrects=17");                // C was wrong
    const auto b = *s.record.find(entity_kind::agency, "B");
    const auto c = *s.record.find(entity_kind::agency, "C");
    EXPECT_EQ(*s.facts("N", "2024-03-01").coordinating, std::vector{b});
    s.add("2024-01-10 assign_task task=N title_vi=New lead=A coordinating=C corrects=16");
    EXPECT_EQ(*s.facts("N", "2024-03-01").coordinating, std::vector{c});
}

TEST(Rules, AnAnswerGoesToTheSubmissionThatWaitsAlsoIfItWasEnteredLate) {
    state_under_test s{world};
    s.add("2024-02-12 return_task task=SENT reason=unclear");
    s.add("2024-02-18 report_progress task=SENT percent=95");
    s.add("2024-02-13 submit_task task=SENT");  // entered late
    s.add("2024-02-20 accept_task task=SENT");
    const task_facts facts = s.facts("SENT", "2024-03-01");
    EXPECT_EQ(facts.finished_on, parse_day("2024-02-13"));
    EXPECT_EQ(facts.times_returned, 1);
}

TEST(Rules, ASuspendedTaskIsResumedBeforeItIsAnsweredOrCompleted) {
    state_under_test s{world};
    s.add("2024-02-11 suspend_task task=SENT reason=waiting");
    s.add("2024-02-11 suspend_task task=FREE reason=waiting");
    EXPECT_THROW(s.add("2024-02-12 accept_task task=SENT"), error);
    EXPECT_THROW(s.add("2024-02-12 complete_task task=FREE"), error);
    s.add("2024-02-13 resume_task task=SENT");
    s.add("2024-02-14 accept_task task=SENT");
    EXPECT_EQ(s.facts("SENT", "2024-03-01").its_class, task_class::done_without_deadline);
}

TEST(Rules, WithdrawingAResumptionIsRefusedWhereASuspensionFollowed) {
    state_under_test s{world};
    s.add("2024-02-01 resume_task task=HELD");                // 15
    s.add("2024-02-05 suspend_task task=HELD reason=again");  // 16
    EXPECT_THROW(s.add("2024-02-06 void_event reason=x corrects=15"), error);
    s.add("2024-02-06 void_event reason=x corrects=16");
    s.add("2024-02-06 void_event reason=x corrects=15");
    EXPECT_EQ(s.facts("HELD", "2024-03-01").its_class, task_class::suspended);
}

TEST(Rules, ReassignmentKeepsTheCoordinatingAgenciesUnlessItNamesOthers) {
    state_under_test s{world};
    s.add("2024-01-10 assign_task task=N title_vi=x lead=A coordinating=B");
    s.add("2024-02-01 reassign_task task=N lead=B");
    EXPECT_EQ(s.facts("N", "2024-03-01").coordinating->size(), 1u);
    s.add("2024-02-02 reassign_task task=N lead=B coordinating=A");
    EXPECT_EQ(*s.facts("N", "2024-03-01").coordinating,
              (std::vector<row_number>{*s.record.find(entity_kind::agency, "A")}));
}

TEST(Rules, ARefusedCommandChangesNothing) {
    state_under_test s{world};
    const task_facts before = s.facts("T", "2024-03-01");
    EXPECT_THROW(s.add("2024-02-01 accept_task task=T"), error);
    EXPECT_EQ(s.facts("T", "2024-03-01").its_class, before.its_class);
    EXPECT_EQ(s.record.revision(), seq_number{events_of_world});
}

}  // namespace
}  // namespace mandate
