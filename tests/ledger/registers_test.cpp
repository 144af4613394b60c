// What is recorded can be asked: meetings and who was there, terms, work programmes, links, and the
// ledger's own tables; and the days of which nobody says when they began.

#include "ledger/record_test.hpp"

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::told;

class Registers : public tests::record_test {
protected:
    std::vector<std::string> asked(const std::string& question, std::string_view columns,
                                   std::string_view viewer = {}) const {
        return told(*record_, "2024-12-31", question, columns, viewer);
    }
    // As somebody types who states no day.
    void say_without_day(const std::string& text) {
        std::vector<command> all = tests::commands_of(text);
        for (command& c : all) c.effective_on.reset();
        act by = tests::by_clerk(parse_day("2024-04-10"));
        by.now_us = now_us_ += 1'000'000;
        record_->record(by, all);
    }
};

TEST_F(Registers, TellWhoWasAtAMeetingAndAsWhat) {
    say("2023-01-01 add_official official=P name_vi='The chair'\n"
        "2023-01-01 add_official official=Q name_vi='Somebody'\n"
        "2023-01-01 add_post post=H agency=A name_vi=x\n"
        "2024-04-25 hold_meeting meeting=M name_vi=Q1 body=OFFICE period=2024-Q1\n"
        "2024-04-25 attend_meeting meeting=M meeting_role=attendee official=Q post=H\n"
        "2024-04-25 attend_meeting meeting=M meeting_role=attendee agency=B\n"
        "2024-04-25 attend_meeting meeting=M meeting_role=chair official=P\n"
        "2024-05-02 hold_meeting meeting=N name_vi=x body=A");
    EXPECT_THAT(
        asked("meetings", "meeting name body held_on reviews role official person post agency"),
        ElementsAre("M | Q1 | OFFICE | 2024-04-25 | 2024-Q1 | chair | P | The chair | - | -",
                    "M | Q1 | OFFICE | 2024-04-25 | 2024-Q1 | attendee | Q | Somebody | H | A",
                    "M | Q1 | OFFICE | 2024-04-25 | 2024-Q1 | attendee | - | - | - | B",
                    "N | x | A | 2024-05-02 | - | - | - | - | - | -"));
    EXPECT_EQ(asked("meetings agency=B", "role").size(), 3u) << "whoever else was there";
    EXPECT_THAT(asked("meetings agency=X", "role"), IsEmpty());
    EXPECT_EQ(asked("meetings agency=A", "meeting").size(), 4u) << "its post, and its own";
    EXPECT_EQ(asked("meetings official=P", "meeting").size(), 3u);
    EXPECT_THAT(asked("meetings period=2024-05", "meeting"), ElementsAre("N"));
    EXPECT_THAT(asked("meetings order_by=held_on descending=yes limit=1", "meeting"),
                ElementsAre("N"));
    EXPECT_THROW(asked("meetings descending=yes", "meeting"), error) << "by what?";
}

TEST_F(Registers, AConditionBlocksATaskNoLongerThanThereIsOne) {
    for (const char* task : {"DONE", "GONE", "HELD", "FREE"})
        say("2024-03-01 assign_task task=" + std::string{task} +
            " title_vi=x lead=A assigner=OFFICE acceptance=not_asked\n"
            "2024-03-05 block_task condition=x owed_by=B task=" +
            task);
    say("2024-03-12 complete_task task=DONE\n2024-03-13 cancel_task task=GONE reason=x\n"
        "2024-03-12 suspend_task task=HELD reason=x\n2024-03-08 unblock_task task=FREE\n"
        "2024-03-12 complete_task task=FREE");
    EXPECT_THAT(told(*record_, "2024-03-19", "conditions", "task until days"),
                ElementsAre("DONE | 2024-03-12 | 5", "FREE | 2024-03-08 | 3",
                            "GONE | 2024-03-13 | 6", "HELD | - | 10"));
    EXPECT_THAT(told(*record_, "2024-03-11", "conditions task=DONE", "until days"),
                ElementsAre("- | 4"));
}

// Reasons and remarks that nothing is computed from stand in the log; they can be asked all the
// same.
TEST_F(Registers, TellWhatEventsSaidFieldByField) {
    say("2024-01-01 add_access_class access_class=S name_vi=x rank=1\n"
        "2024-01-01 set_highest_class access_class=S\n"
        "2024-01-04 add_document document=KD number=1 document_kind=plan issuer=OFFICE "
        "access_class=S\n"
        "2024-01-05 assign_task task=T title_vi=t lead=A assigner=OFFICE deadline=2024-06-28 "
        "document=KD\n"
        "2024-01-05 assign_task task=K title_vi=k lead=X access_class=S\n"
        "2024-02-01 submit_task task=T text='all of it'");
    const std::int64_t returned =
        say("2024-02-05 return_task task=T agency=OFFICE reason='not yet'");
    say("2024-02-06 set_priority task=T priority=urgent reason='the chair asks'\n"
        "2024-02-07 link_tasks link=L task=T after=K");
    const std::string its = "said event=" + std::to_string(returned);
    EXPECT_THAT(
        asked(its, "command field value"),
        testing::UnorderedElementsAre("return_task | task | T", "return_task | agency | OFFICE",
                                      "return_task | reason | not yet"));
    const char* columns = "effective_on command field value";
    const auto all = asked("said task=T", columns);
    for (const char* line :
         {"2024-01-05 | assign_task | deadline | 2024-06-28",
          "2024-02-01 | submit_task | text | all of it",
          "2024-02-06 | set_priority | priority | urgent",
          "2024-02-06 | set_priority | reason | the chair asks",
          "2024-01-05 | assign_task | document | KD", "2024-02-07 | link_tasks | after | K"})
        EXPECT_THAT(all, testing::Contains(line));
    EXPECT_THAT(asked("said task=T", columns, "B"),
                testing::Not(testing::Contains(testing::HasSubstr("K"))));
    EXPECT_THAT(asked("said event=" + std::to_string(returned - 2), "field", "B"), IsEmpty());
    EXPECT_EQ(asked("said event=999", "field").size(), 0u);
    EXPECT_EQ(asked("said task=T order_by=value descending=yes limit=1", "value"),
              std::vector<std::string>{"urgent"});
    EXPECT_THROW(tests::ask(*record_, "2024-12-31", "said"), error);
    EXPECT_THROW(tests::ask(*record_, "2024-12-31", "said task=K", "B"), error);
    say("2024-03-01 shred_event event=" + std::to_string(returned) + " reason=x ordered_by=OFFICE");
    EXPECT_THAT(asked(its, "value"), testing::Not(testing::Contains("not yet")));
}

TEST_F(Registers, AReminderWithoutNamesWentToThoseWhoLedThen) {
    say("2024-01-05 assign_task task=T title_vi=t lead=A deadline=2024-02-01\n"
        "2024-02-15 remind_task task=T\n2024-03-01 reassign_task task=T lead=B\n"
        "2024-03-04 remind_task task=T");
    EXPECT_THAT(asked("reminders", "sent_on to"), ElementsAre("2024-02-15 | A", "2024-03-04 | B"));
}

TEST_F(Registers, TellNamesAndTitlesInEachLanguage) {
    say("2024-01-01 add_term term=XIX body=OFFICE name_vi=v name_en=e name_tr=t "
        "from_day=2020-10-17\n"
        "2024-01-01 add_programme programme=G agency=A period=2024 title_vi=v title_en=e "
        "title_tr=t\n"
        "2024-01-01 add_item item=E programme=G title_vi=v title_en=e title_tr=t\n"
        "2024-01-01 add_document document=D number=1 document_kind=plan issuer=A "
        "dated=2023-01-01 title_vi=v title_en=e title_tr=t\n"
        "2024-01-01 add_clause clause=C document=D clause_number=2 title_vi=v title_en=e "
        "title_tr=t\n"
        "2024-01-01 hold_meeting meeting=M name_vi=v name_en=e name_tr=t body=A");
    EXPECT_THAT(asked("terms", "name name_en name_tr"), ElementsAre("v | e | t"));
    EXPECT_THAT(asked("meetings", "name name_en name_tr"), ElementsAre("v | e | t"));
    for (const char* question : {"programmes", "programme_items", "documents", "orphan_clauses"})
        EXPECT_THAT(asked(question, "title title_en title_tr"), ElementsAre("v | e | t"))
            << question;
    EXPECT_THAT(asked("below_document document=D", "title title_en title_tr"),
                ElementsAre("1 v | 1 e | 1 t", "2 v | 2 e | 2 t"));
}

TEST_F(Registers, TellTermsWorkProgrammesAndLinks) {
    say("2024-01-01 add_term term=XIX body=OFFICE name_vi=x from_day=2020-10-17 until=2025-10-01\n"
        "2024-01-01 add_term term=XX body=OFFICE name_vi=y from_day=2025-10-02\n"
        "2024-01-01 add_programme programme=G agency=A period=2024 title_vi=x decided_by=OFFICE\n"
        "2024-01-01 add_programme programme=G2 agency=B period=2024-Q2\n"
        "2024-01-01 add_item item=E1 programme=G title_vi=x\n"
        "2024-01-01 add_item item=E2 programme=G title_vi=x\n"
        "2024-02-01 withdraw_item item=E2 decided_by=A reason=x\n"
        "2024-01-01 assign_task task=T1 title_vi=x lead=A\n"
        "2024-01-01 assign_task task=T2 title_vi=x lead=B\n"
        "2024-01-01 assign_task task=T3 title_vi=x lead=B\n"
        "2024-01-02 link_tasks link=L1 task=T2 after=T1 link_type=start_start lag=-2 "
        "lag_unit=calendar_days\n"
        "2024-01-02 link_tasks link=L2 task=T3 after=T2");
    EXPECT_THAT(asked("terms agency=OFFICE", "term name body from until"),
                ElementsAre("XIX | x | OFFICE | 2020-10-17 | 2025-10-01",
                            "XX | y | OFFICE | 2025-10-02 | -"));
    EXPECT_THAT(asked("terms agency=A", "term"), IsEmpty());
    EXPECT_THAT(
        asked("programmes", "programme agency period title adopted_on decided_by items withdrawn"),
        ElementsAre("G | A | 2024 | x | 2024-01-01 | OFFICE | 2 | 1",
                    "G2 | B | 2024-Q2 | - | 2024-01-01 | - | 0 | 0"));
    EXPECT_THAT(asked("programmes period=2024-Q1", "programme"), ElementsAre("G"));
    EXPECT_THAT(asked("links", "link after task link_type lag lag_unit since"),
                ElementsAre("L1 | T1 | T2 | start_start | -2 | calendar_days | 2024-01-02",
                            "L2 | T2 | T3 | finish_start | 0 | working_days | 2024-01-02"));
    EXPECT_THAT(asked("links task=T3", "link"), ElementsAre("L2"));
    EXPECT_THAT(asked("links agency=A", "link"), ElementsAre("L1"));
}

TEST_F(Registers, AnItemWithoutAMonthIsDueByTheEndOfItsProgramme) {
    say("2024-01-01 add_programme programme=H agency=A period=2024-H1\n"
        "2024-01-01 add_item item=E programme=H title_vi=x");
    const char* items = "programme_items";
    EXPECT_THAT(told(*record_, "2024-06-30", items, "state"), ElementsAre("planned"));
    EXPECT_THAT(told(*record_, "2024-07-01", items, "state"), ElementsAre("overdue"));
}

TEST_F(Registers, TellTheLedgersOwnTables) {
    EXPECT_THAT(asked("policy", "policy since office inspection"), ElementsAre("host | - | - | -"));
    say("2023-01-02 add_access_class access_class=S name_vi=x rank=1\n"
        "2023-01-02 set_highest_class access_class=S\n"
        "2023-01-02 grant_access access_class=S agency=A\n"
        "2024-01-01 assign_task task=T title_vi=x assigner=OFFICE lead=A access_class=S\n"
        "2024-02-01 limit_extensions assigner=OFFICE most_times=2 most_days=90\n"
        "2024-02-01 limit_extensions decided_by=B most_times=1 most_days=30\n"
        "2024-02-01 delegate_rights agency=A delegate=B until=2024-06-30\n"
        "2024-02-01 delegate_rights agency=A delegate=OFFICE task=T\n"
        "2024-02-01 set_policy policy=agencies office=OFFICE inspection=X");
    EXPECT_THAT(asked("policy", "policy since office inspection"),
                ElementsAre("agencies | 2024-02-01 | OFFICE | X"));
    EXPECT_THAT(asked("extension_limits", "assigner decided_by most_times most_days since"),
                ElementsAre("OFFICE | - | 2 | 90 | 2024-02-01", "- | B | 1 | 30 | 2024-02-01"));
    EXPECT_THAT(asked("extension_limits agency=B", "most_days"), ElementsAre("30"));
    EXPECT_THAT(asked("delegations", "agency delegate task from until in_force"),
                ElementsAre("A | B | - | 2024-02-01 | 2024-06-30 | 0",
                            "A | OFFICE | T | 2024-02-01 | - | 1"));
    EXPECT_THAT(asked("delegations task=T", "delegate"), ElementsAre("B", "OFFICE"))
        << "who may act in all may in this";
    EXPECT_THAT(asked("delegations", "task", "B"), ElementsAre("-")) << "of T it is told nothing";
}

TEST_F(Registers, TellTheLimitsOfSlowWorkAndSinceWhen) {
    const char* columns =
        "days_late times_extended silent_after reminders_unanswered answer_within since";
    EXPECT_THAT(asked("slow_limits", columns), ElementsAre("0 | 2 | 20 | 1 | 5 | -"));
    say("2024-01-01 set_slow_limits days_late=3 silent_after=15\n"
        "2024-03-01 set_slow_limits silent_after=10");
    EXPECT_THAT(asked("slow_limits", columns), ElementsAre("3 | 2 | 10 | 1 | 5 | 2024-03-01"));
}

TEST_F(Registers, TellHowDocumentsStandToEachOther) {
    say("2023-01-02 add_access_class access_class=S name_vi=x rank=1\n"
        "2023-01-02 set_highest_class access_class=S\n"
        "2023-01-02 grant_access access_class=S agency=A\n"
        "2023-02-01 add_document document=D1 number=1 document_kind=plan issuer=A "
        "dated=2023-02-01\n"
        "2023-03-01 add_document document=D2 number=2 document_kind=plan issuer=A "
        "dated=2023-03-01\n"
        "2023-04-01 add_document document=D3 number=3 document_kind=plan issuer=A dated=2023-04-01 "
        "access_class=S\n"
        "2023-03-01 relate_documents document=D2 relation=supplements to_document=D1\n"
        "2023-04-01 relate_documents document=D3 relation=repeals to_document=D1");
    say("2023-04-01 add_document document=D4 number=4 document_kind=plan issuer=A alias_vi=NQ4 "
        "alias_tr='Plan 4'");
    EXPECT_THAT(asked("documents text='plan 4'", "document aliases"),
                ElementsAre("D4 | NQ4; Plan 4"));
    const char* columns = "document relation to_document since";
    EXPECT_THAT(
        asked("document_relations document=D1", columns, "A"),
        ElementsAre("D2 | supplements | D1 | 2023-03-01", "D3 | repeals | D1 | 2023-04-01"));
    EXPECT_THAT(asked("document_relations relation=repeals", "document", "A"), ElementsAre("D3"));
    EXPECT_THAT(asked("document_relations", "document", "B"), ElementsAre("D2"));
    EXPECT_THAT(told(*record_, "2023-03-31", "document_relations document=D1", "document", "A"),
                ElementsAre("D2"));
}

TEST_F(Registers, TellPersonsAndTheirPosts) {
    say("2023-01-01 add_official official=P name_vi='Đỗ Văn P'\n"
        "2023-01-01 add_official official=Q name_vi='Q'\n"
        "2023-01-01 add_post post=H agency=A name_vi=x heads_agency=yes\n"
        "2023-01-01 add_post post=K agency=B name_vi=y\n"
        "2023-01-01 hold_post official=P post=H\n2023-01-01 hold_post official=P post=K");
    EXPECT_THAT(asked("officials", "official name posts agencies"),
                ElementsAre("P | Đỗ Văn P | H K | A B", "Q | Q | - | -"));
    EXPECT_THAT(asked("officials agency=B", "official"), ElementsAre("P"));
    EXPECT_THAT(asked("officials text='do van'", "official"), ElementsAre("P"));
    EXPECT_THAT(asked("post_holders", "post heads_agency"), ElementsAre("H | 1", "K | 0"));
}

TEST_F(Registers, TellWhatIndicatorsMeasure) {
    say("2024-01-01 add_indicator indicator=I name_vi='Tỷ lệ' name_en=Rate unit=% "
        "direction=lower_is_better measure=point threshold=90 owner=A\n"
        "2024-01-01 add_indicator indicator=J name_vi=y unit=km profile=10,20,30,40");
    EXPECT_THAT(
        asked("indicator_definitions",
              "indicator name_vi name_en unit direction measure profile threshold owner"),
        ElementsAre("I | Tỷ lệ | Rate | % | lower_is_better | point | - | 90 | A",
                    "J | y | - | km | higher_is_better | cumulative | 10 20 30 40 | - | -"));
    EXPECT_THAT(asked("indicator_definitions agency=A", "indicator"), ElementsAre("I"));
}

TEST_F(Registers, TellHowTasksWereStated) {
    say("2023-01-02 add_access_class access_class=S name_vi=x rank=1\n"
        "2023-01-02 set_highest_class access_class=S\n"
        "2023-01-02 grant_access access_class=S agency=A\n"
        "2024-01-01 assign_task task=W title_vi=x lead=A lead_as_stated='những đơn vị liên quan' "
        "coordinating_as_stated=y product='Báo cáo' field_of_work=z deadline=2024-06-30 "
        "deadline_precision=quarter acceptance=not_asked priority=express access_class=S\n"
        "2024-01-01 assign_task task=P title_vi=x lead=B parent_task=W deadline=2024-02-01\n"
        "2024-02-05 set_priority task=P priority=urgent\n"
        "2024-03-01 waive_delay task=P decided_by=X cause=objective.force_majeure reason=x");
    const char* columns =
        "task parent_task priority deadline_precision lead_as_stated coordinating_as_stated "
        "product field_of_work acceptance waived access_class";
    EXPECT_THAT(asked("tasks", columns, "A"),
                ElementsAre("P | W | urgent | day | - | - | - | - | asked | 1 | -",
                            "W | - | express | quarter | những đơn vị liên quan | y | Báo cáo | z "
                            "| not_asked | 0 | S"));
    EXPECT_THAT(asked("tasks", "task parent_task", "B"), ElementsAre("P | -"));
    EXPECT_THAT(asked("tasks parent_task=W", "task", "A"), ElementsAre("P"));
    EXPECT_THAT(asked("tasks priority=express", "task", "A"), ElementsAre("W"));
    EXPECT_THAT(asked("tasks access_class=S", "task", "A"), ElementsAre("W"));
    EXPECT_THROW(asked("tasks parent_task=W", "task", "B"), error);
}

TEST_F(Registers, TellWhatWasSaidAboutAnyThing) {
    say("2023-01-02 add_access_class access_class=S name_vi=x rank=1\n"
        "2023-01-02 set_highest_class access_class=S\n"
        "2024-04-25 raise_recommendation recommendation=R text_vi=x raised_by=B addressed_to=A\n"
        "2024-05-02 answer_recommendation recommendation=R recommendation_status=noted agency=A "
        "text='sẽ xem xét'\n"
        "2024-05-02 raise_recommendation recommendation=H text_vi=h raised_by=B addressed_to=X "
        "access_class=S\n"
        "2024-05-02 set_attribute recommendation=R host_key=k host_value=v");
    EXPECT_THAT(asked("said recommendation=R", "command field value"),
                testing::IsSupersetOf({"answer_recommendation | text | sẽ xem xét",
                                       "set_attribute | host_value | v"}));
    EXPECT_THAT(asked("said recommendation=R", "value"), testing::Not(testing::Contains("h")));
    EXPECT_THROW(asked("said recommendation=H", "value", "B"), error);
    EXPECT_THAT(asked("said access_class=S", "command"),
                testing::IsSupersetOf({"add_access_class", "set_highest_class"}));
    EXPECT_THROW(asked("said recommendation=NONE", "value"), error);
}

// The same matter in two meetings about one period was raised in one review.
TEST_F(Registers, TellInHowManyReviewsARecommendationWasRaised) {
    say("2024-04-25 hold_meeting meeting=M1 name_vi=x body=X period=2024-Q1\n"
        "2024-07-25 hold_meeting meeting=M2 name_vi=x body=X period=2024-Q2\n"
        "2024-08-01 hold_meeting meeting=M3 name_vi=x body=X\n"
        "2024-04-25 raise_recommendation recommendation=R text_vi=x raised_by=B addressed_to=A "
        "meeting=M1\n"
        "2024-05-02 repeat_recommendation recommendation=R period=2024-Q1\n"
        "2024-07-25 repeat_recommendation recommendation=R meeting=M2\n"
        "2024-07-26 repeat_recommendation recommendation=R period=2024-Q2\n"
        "2024-08-01 repeat_recommendation recommendation=R meeting=M3\n"
        "2024-09-01 answer_recommendation recommendation=R recommendation_status=declined "
        "agency=A reason='không có thẩm quyền'\n"
        "2024-09-02 judge_answer recommendation=R agency=B satisfied=not_satisfied text=y");
    EXPECT_THAT(
        asked("recommendations", "times_raised reviews_raised repeated_in answer judgement"),
        ElementsAre("5 | 3 | 2024-Q1 2024-Q2 M3 | không có thẩm quyền | y"));
    EXPECT_EQ(asked("recommendations meeting=M2", "recommendation").size(), 1U);
    EXPECT_EQ(asked("recommendations meeting=M1", "recommendation").size(), 1U);
}

// Who may not see a meeting counts no review more than who may.
TEST_F(Registers, TellTheSameNumberOfReviewsToWhoMayNotSeeAMeeting) {
    say("2023-01-02 add_access_class access_class=S name_vi=x rank=1\n"
        "2023-01-02 set_highest_class access_class=S\n"
        "2023-01-02 grant_access access_class=S agency=A\n"
        "2024-04-25 hold_meeting meeting=M name_vi=x body=X period=2024-Q1\n"
        "2024-05-02 hold_meeting meeting=H name_vi=x body=X period=2024-Q1 access_class=S\n"
        "2024-04-25 raise_recommendation recommendation=R text_vi=x raised_by=B addressed_to=A "
        "meeting=M\n"
        "2024-05-02 repeat_recommendation recommendation=R meeting=H");
    for (const char* viewer : {"A", "B"})
        EXPECT_THAT(asked("recommendations", "reviews_raised repeated_in", viewer),
                    ElementsAre("1 | 2024-Q1"))
            << viewer;
}

TEST_F(Registers, TellWhichTasksAreAboutTheMatterOfARecommendation) {
    say("2024-01-01 assign_task task=T title_vi=x lead=A\n"
        "2024-01-02 raise_recommendation recommendation=R text_vi=x raised_by=B addressed_to=A\n"
        "2024-01-03 relate_recommendation recommendation=R task=T");
    EXPECT_THAT(asked("recommendations", "recommendation answer_task related_tasks"),
                ElementsAre("R | - | T"));
}

TEST_F(Registers, TellAgenciesByWhatTheyStandUnderAndOrphansByTheirAgency) {
    say("2023-01-01 add_agency agency=A1 name_vi=x parent=A\n"
        "2023-01-01 add_agency agency=F name_vi=x parent=A agency_kind=task_force "
        "until=2025-01-01\n"
        "2024-02-01 move_agency agency=B parent=A\n"
        "2024-01-01 assign_task task=T1 title_vi=x lead=A\n"
        "2024-01-01 assign_task task=T2 title_vi=x lead=B coordinating=A\n"
        "2024-01-01 assign_task task=T3 title_vi=x lead=B");
    EXPECT_THAT(asked("agencies parent=A", "agency"), ElementsAre("A1", "B", "F"));
    EXPECT_THAT(told(*record_, "2024-01-31", "agencies parent=A", "agency"),
                ElementsAre("A1", "F"));
    EXPECT_THAT(asked("agencies agency_kind=task_force", "agency"), ElementsAre("F"));
    EXPECT_THAT(asked("orphan_tasks agency=A", "task"), ElementsAre("T1", "T2"));
    EXPECT_EQ(asked("orphan_tasks", "task").size(), 3u);
}

TEST_F(Registers, CarryAttributesOfTheHostOnReviewsAndClassesOfAccess) {
    say("2024-04-25 draft_review review=W agency=A period=2024-Q1 cut_off=2024-04-20\n"
        "2023-01-02 add_access_class access_class=S name_vi=x rank=1\n"
        "2024-04-26 set_attribute review=W host_key=k host_value=v\n"
        "2024-04-26 set_attribute access_class=S host_key=k host_value=above-the-highest");
    EXPECT_THAT(
        asked("attributes host_key=k", "kind code value"),
        testing::UnorderedElementsAre("review | W | v", "access_class | S | above-the-highest"));
}

// An office sets its ledger up in April 2024 and then enters what happened in 2021.
TEST_F(Registers, TakeOldEntriesOfAgenciesWhoseBeginningNobodyStates) {
    say_without_day(
        "2024-01-01 add_agency agency=N name_vi=x\n2024-01-01 add_agency agency=N2 name_vi=x "
        "parent=N\n2024-01-01 add_post post=P agency=N name_vi=x\n"
        "2024-01-01 add_official official=O name_vi=x");
    say("2021-03-01 add_document document=D number=1-NQ/TU document_kind=resolution issuer=N "
        "dated=2021-03-01\n"
        "2021-03-01 hold_post official=O post=P\n"
        "2021-03-02 hold_meeting meeting=M name_vi=x body=N\n"
        "2021-03-02 assign_task task=T title_vi=x lead=N2 assigner=N document=D "
        "deadline=2021-06-30\n"
        "2021-05-01 report_progress task=T agency=N2 percent=50");
    EXPECT_THAT(told(*record_, "2021-12-31", "tasks", "task class leads"),
                ElementsAre("T | open_overdue | N2"));
    EXPECT_THAT(told(*record_, "2021-12-31", "agency_names agency=N", "name from"),
                ElementsAre("x | -"))
        << "nobody states since when";
    say("2020-05-01 add_agency agency=F name_vi=founded");
    say_without_day(
        "2024-01-01 add_agency agency=F2 name_vi=x parent=F\n"
        "2024-01-01 add_post post=P2 agency=F name_vi=x");
    EXPECT_EQ(refused("2020-04-30 assign_task task=U title_vi=x lead=F2"), "agency_exists")
        << "not before the agency above it";
    EXPECT_EQ(refused("2020-04-30 hold_post official=O post=P2"), "not_before_start");
    say("2020-05-01 assign_task task=U title_vi=x lead=F2");
}

// The review of a document, its clauses and relations may be of an earlier day than the document.
TEST_F(Registers, AnswerWhatHangsOnADocumentBeforeItsFirstDay) {
    const auto n = std::to_string(
        say("2024-01-01 add_document document=D number=1 document_kind=plan issuer=A title_vi=a"));
    say("2024-01-01 add_document document=D2 number=2 document_kind=plan issuer=B title_vi=a\n"
        "2024-01-10 schedule_document_review document_review=V document=D review_kind=final "
        "deadline=2024-02-28\n"
        "2024-01-10 schedule_document_review document_review=V2 document=D review_kind=final "
        "deadline=2024-02-28 lead=X\n"
        "2024-01-10 add_clause clause=C document=D clause_number=1 title_vi=a\n"
        "2024-01-10 add_clause clause=C2 document=D clause_number=2 title_vi=a\n"
        "2024-01-10 relate_documents document=D relation=implements to_document=D2\n"
        "2024-01-10 relate_documents document=D2 relation=amends to_document=D\n"
        "2024-01-10 assign_task task=T title_vi=a document=D clause=C deadline=2024-02-01\n"
        "2024-01-11 dissolve_agency agency=X reason=x\n"
        "2024-06-01 add_document document=D number=1 document_kind=plan issuer=A title_vi=a "
        "corrects=" +
        n);
    EXPECT_THAT(told(*record_, "2024-03-31", "warnings", "code next due"),
                testing::IsSupersetOf({"V | A | 2024-02-28", "V2 | A | 2024-02-28"}))
        << "where nobody else is known its issuer must move";
    EXPECT_NO_THROW(tests::all_that_can_be_asked(*record_));
    EXPECT_NO_THROW(tests::all_that_can_be_asked(*record_, "B"));
}

// Who sets a ledger up types documents and terms of the years before, each with its own day.
TEST_F(Registers, ADocumentAndATermCountFromTheirOwnDayWhereNobodyStatesAnother) {
    say_without_day(
        "2024-01-01 add_document document=39 number=39-NQ/TW document_kind=resolution issuer=A "
        "dated=2023-07-18 title_vi=Resolution");
    const std::int64_t first = now_us_;
    say_without_day(
        "2024-01-01 add_document document=68 number=68-CTr/TU document_kind=action_programme "
        "issuer=B dated=2023-09-29 title_vi=Programme\n"
        "2024-01-01 relate_documents document=68 relation=implements to_document=39\n"
        "2024-01-01 add_clause clause=C document=68 clause_number=1 title_vi=Clause\n"
        "2024-01-01 state_document_date document=68 dated=2023-09-28\n"
        "2024-01-01 add_document document=NEXT number=1 document_kind=plan issuer=A "
        "dated=2024-12-01\n"
        "2024-01-01 add_term term=XIX body=A name_vi=x from_day=2023-05-01 until=2024-09-30\n"
        "2024-01-01 add_term term=XX body=A name_vi=x from_day=2024-10-01");
    say("2024-01-15 assign_task task=T title_vi=x lead=A document=68");
    const auto asked_on = [&](const char* day, const char* question, std::string_view columns) {
        return told(*record_, day, question, columns);
    };
    EXPECT_THAT(asked_on("2024-03-31", "lineage task=T", "code below"),
                ElementsAre("T | -", "68 | T", "39 | 68"));
    EXPECT_THAT(asked_on("2024-03-31", "documents", "document other_dates in_force"),
                ElementsAre("39 | - | 1", "68 | 2023-09-28 | 1"));
    EXPECT_THAT(asked_on("2024-03-31", "below_document document=39", "code above"),
                ElementsAre("39 | -", "68 | 39", "C | 68", "T | 68"));
    EXPECT_THAT(asked_on("2024-03-31", "orphan_clauses", "clause document"), ElementsAre("C | 68"));
    EXPECT_THAT(asked_on("2024-03-31", "search text=39-NQ", "code"), ElementsAre("39"));
    EXPECT_THAT(asked_on("2024-03-31", "terms", "term"), ElementsAre("XIX"));
    EXPECT_THAT(asked_on("2024-04-10", "terms", "term"), ElementsAre("XIX", "XX"))
        << "what lies ahead is known from the day of its entry";
    EXPECT_THAT(asked_on("2023-07-17", "documents", "document"), IsEmpty());
    EXPECT_THAT(asked_on("2023-09-28", "documents", "document"), ElementsAre("39"));
    EXPECT_THAT(told(*record_, "2024-03-31", "documents", "document", {}, first), ElementsAre("39"))
        << "it was not known before it was entered";
}

TEST_F(Registers, ACorrectionOfWhatCountsFromItsOwnDayMovesItAlong) {
    say_without_day(
        "2024-01-01 add_document document=D number=1 document_kind=plan issuer=A "
        "dated=2023-07-18");
    const auto first_day_of = [&](const char* day) {
        return told(*record_, day, "documents", "document").size();
    };
    say_without_day(
        "2024-01-01 add_document document=D number=1 document_kind=plan issuer=A "
        "dated=2023-06-18 corrects=" +
        std::to_string(record_->revision()));
    EXPECT_EQ(first_day_of("2023-06-17"), 0u);
    EXPECT_EQ(first_day_of("2023-06-18"), 1u);
    const auto n =
        std::to_string(say("2023-08-01 add_document document=D number=1 "
                           "document_kind=plan issuer=A dated=2023-06-18 corrects=" +
                           std::to_string(record_->revision())));
    say_without_day(
        "2024-01-01 add_document document=D number=1 document_kind=plan issuer=A "
        "dated=2023-05-18 corrects=" +
        n);
    EXPECT_EQ(first_day_of("2023-07-31"), 0u) << "somebody stated that day";
    EXPECT_EQ(first_day_of("2023-08-01"), 1u);
}

TEST_F(Registers, WhatNobodyStatesTheDayOfFollowsTheAgencyAboveIt) {
    say_without_day("2024-01-01 add_agency agency=P2 name_vi=x");
    const auto above = std::to_string(record_->revision());
    say_without_day(
        "2024-01-01 add_agency agency=C2 name_vi=x parent=P2\n"
        "2024-01-01 add_post post=H agency=P2 name_vi=x\n"
        "2024-01-01 add_document document=OLD number=1 document_kind=plan issuer=P2 "
        "dated=2019-05-01");
    say("2021-01-01 add_agency agency=P2 name_vi=x corrects=" + above);
    say_without_day("2024-01-01 add_agency agency=C2 name_vi=y parent=P2 corrects=" +
                    std::to_string(std::stoll(above) + 1));
    EXPECT_THAT(asked("agency_names agency=C2", "name from"), ElementsAre("y | 2021-01-01"));
    say("2022-01-01 add_agency agency=C3 name_vi=x parent=P2");
    EXPECT_EQ(refused("2023-01-01 add_agency agency=P2 name_vi=x corrects=" +
                      std::to_string(std::stoll(above) + 4)),
              "others_stand_on_it")
        << "somebody stated the day of C3";
}

// A review of a document that was overdue in the period is among those of the period, whatever came
// of it later: else who puts off what is late washes the list clean.
TEST_F(Registers, OfAPeriodAreTheDocumentReviewsThatWereOverdueInIt) {
    say("2023-01-18 add_document document=D number=1 document_kind=plan issuer=A title_vi=x");
    const auto schedule = [&](const std::string& code, const char* due) {
        say("2023-06-01 schedule_document_review document_review=" + code +
            " document=D review_kind=interim deadline=" + due);
    };
    const auto put_off = [&](const std::string& code, const char* day, const char* due) {
        say(std::string{day} + " postpone_document_review document_review=" + code +
            " decided_by=A deadline=" + due);
    };
    const auto complete = [&](const std::string& code, const char* day) {
        say(std::string{day} + " complete_document_review document_review=" + code);
    };
    schedule("A-due", "2024-02-10");
    schedule("B-late-put-off", "2024-02-10"), put_off("B-late-put-off", "2024-03-06", "2025-06-20");
    schedule("C-old-put-off", "2023-11-10"), put_off("C-old-put-off", "2024-03-06", "2025-06-20");
    schedule("D-old-done-since", "2023-11-10"), complete("D-old-done-since", "2024-04-20");
    schedule("E-done-in-it", "2024-09-10"), complete("E-done-in-it", "2024-03-10");
    schedule("F-old-dropped", "2023-11-10");
    say("2024-03-05 drop_document_review document_review=F-old-dropped reason=x decided_by=A");
    // Not of the period:
    schedule("N-put-off-in-time", "2024-02-10");
    put_off("N-put-off-in-time", "2024-02-10", "2025-06-20");
    schedule("N-done-before", "2023-11-10"), complete("N-done-before", "2023-12-31");
    schedule("N-put-off-before", "2023-11-10");
    put_off("N-put-off-before", "2024-01-01", "2025-06-20");
    schedule("N-late-since", "2024-04-01");
    put_off("N-late-since", "2024-04-10", "2025-06-20");
    const auto of_period =
        testing::UnorderedElementsAre("A-due", "B-late-put-off", "C-old-put-off",
                                      "D-old-done-since", "E-done-in-it", "F-old-dropped");
    EXPECT_THAT(told(*record_, "2024-04-25", "document_reviews period=2024-Q1", "document_review"),
                of_period);
    std::vector<std::string> of_review;
    for (const auto& one :
         record_->review({parse_day("2024-04-25"), {}, {}}, parse_period("2024-Q1"))
             .document_reviews)
        of_review.push_back(one.code);
    EXPECT_THAT(of_review, of_period);
}

// What a document gave is one set, whether by itself or by a clause, in lists as in figures.
TEST_F(Registers, ADocumentsTasksAreThoseOfItsClausesToo) {
    say("2024-01-10 add_document document=D number=5-NQ/TU document_kind=resolution issuer=A "
        "dated=2024-01-08\n"
        "2024-01-10 add_clause clause=K document=D clause_number=1\n"
        "2024-01-10 assign_task task=T1 title_vi=x lead=A document=D deadline=2024-02-20\n"
        "2024-01-10 assign_task task=T2 title_vi=x lead=A clause=K deadline=2024-02-20\n"
        "2024-01-10 assign_task task=T3 title_vi=x lead=A deadline=2024-02-20");
    for (const char* question : {"tasks document=D", "schedule document=D", "slips document=D"})
        EXPECT_THAT(tests::told(*record_, "2024-03-01", question, "task"),
                    testing::UnorderedElementsAre("T1", "T2"))
            << question;
}

TEST_F(Registers, ADocumentOfADayThatIsStatedOfAnotherMayBeTheSame) {
    say("2024-01-10 add_document document=D number=5-NQ/TU document_kind=resolution issuer=A "
        "dated=2024-01-08\n"
        "2024-01-11 state_document_date document=D dated=2024-01-09 source=x");
    const auto keys = [&](const std::string& words) {
        std::vector<std::string> all;
        for (const finding& f :
             record_->check(tests::by_clerk(parse_day("2024-12-31")), tests::commands_of(words))
                 .findings)
            all.push_back(f.key);
        return all;
    };
    const std::string same =
        "2024-01-12 add_document document=E number=5-NQ/TU "
        "document_kind=resolution issuer=A dated=";
    EXPECT_THAT(keys(same + "2024-01-09"), ElementsAre("document.maybe_same"));
    EXPECT_THAT(keys(same + "2024-03-09"), IsEmpty());
    say(same + "2024-03-09");
    EXPECT_THAT(keys("2024-03-10 state_document_date document=E dated=2024-01-08 source=x"),
                ElementsAre("document.maybe_same"));
    const std::string plan =
        "2024-01-12 add_document number=7/KH-UBND document_kind=plan issuer=A ";
    say(plan + "document=F dated=2024-03-09");
    EXPECT_THAT(keys(plan + "document=G dated=2024-03-12"), ElementsAre("document.same_number"));
    say(plan + "document=G dated=2024-03-12");
    EXPECT_THAT(keys("2024-03-12 state_document_date document=G dated=2024-03-11 source=x"),
                IsEmpty())
        << "that was told when it was added";
}

}  // namespace
}  // namespace mandate
