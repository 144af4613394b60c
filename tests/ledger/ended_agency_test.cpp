// An agency that has ended does nothing more, and nothing new is asked of it: the refusal names who
// goes on for it. What was before its end may still be recorded.

#include "record_test.hpp"

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::told;

class EndedAgency : public tests::record_test {
protected:
    // A goes on as B from 1 February on; X is dissolved on that day.
    void SetUp() override {
        record_test::SetUp();
        say("2023-01-01 add_agency agency=C name_vi=x\n"
            "2023-01-01 add_official official=O name_vi=x\n"
            "2023-01-01 add_official official=U name_vi=x\n"
            "2023-01-01 add_post post=P agency=A name_vi=x\n"
            "2023-01-01 hold_post official=O post=P\n"
            "2023-01-01 add_indicator indicator=I name_vi=x unit=x\n"
            "2024-01-03 assign_task task=T title_vi=x assigner=C lead=C\n"
            "2024-01-03 raise_recommendation recommendation=R text_vi=x raised_by=C "
            "addressed_to=C\n"
            "2024-01-03 hold_meeting meeting=M name_vi=x body=C\n"
            "2024-01-03 add_document document=D number=1 document_kind=plan issuer=C\n"
            "2024-01-03 add_programme programme=G agency=C period=2024\n"
            "2024-01-03 add_item item=E2 programme=G title_vi=x\n"
            "2024-01-03 assign_task task=T2 title_vi=x lead=A,C deadline=2024-12-20\n"
            "2024-01-03 assign_task task=T3 title_vi=x lead=A acceptance=not_asked\n"
            "2024-01-03 consult consultation=Q2 task=T agency=C addressed_to=A\n"
            "2024-01-03 schedule_document_review document_review=V2 document=D review_kind=final "
            "deadline=2024-09-01\n"
            "2024-01-03 draft_review review=W agency=OFFICE period=2023 cut_off=2024-01-02\n"
            "2024-01-03 explain_delay task=T agency=C cause=other text=x blamed=A\n"
            "2024-02-01 merge_agency agency=A into=B\n2024-02-01 dissolve_agency agency=X "
            "reason=x");
        merged_ = record_->revision() - 1;
    }
    std::int64_t merged_ = 0;
    std::optional<error> error_of(const std::string& text) {
        try {
            say(text);
        } catch (const error& e) {
            return e;
        }
        return std::nullopt;
    }
};

struct row {
    const char* command;
    const char* field;
};
// On which day it is said is left out; the agency is A.
constexpr row asked[] = {
    {"add_agency agency=N name_vi=x parent=A", "parent"},
    {"move_agency agency=C parent=A", "parent"},
    {"add_post post=P2 agency=A name_vi=x", "agency"},
    {"hold_post official=U post=P", "post"},
    {"charge_field agency=A field_of_work=x", "agency"},
    {"hold_meeting meeting=M2 name_vi=x body=A", "body"},
    {"attend_meeting meeting=M meeting_role=attendee agency=A", "agency"},
    {"add_programme programme=G2 agency=A period=2024", "agency"},
    {"add_item item=E programme=G title_vi=x lead=A decided_by=C", "lead"},
    {"add_item item=E programme=G title_vi=x body=A decided_by=C", "body"},
    {"conclude conclusion=K meeting=M conclusion_kind=request text_vi=x addressed_to=A",
     "addressed_to"},
    {"raise_recommendation recommendation=R2 text_vi=x raised_by=A", "raised_by"},
    {"raise_recommendation recommendation=R2 text_vi=x raised_by=C addressed_to=A", "addressed_to"},
    {"raise_recommendation recommendation=R2 text_vi=x raised_by=C authority=A", "authority"},
    {"answer_recommendation recommendation=R recommendation_status=forwarded forwarded_to=A",
     "forwarded_to"},
    {"schedule_document_review document_review=V document=D review_kind=final "
     "deadline=2024-09-01 lead=A",
     "lead"},
    {"add_indicator indicator=I2 name_vi=x unit=x owner=A", "owner"},
    {"set_target indicator=I agency=A period=2024-Q2 target_low=1", "agency"},
    {"consult consultation=Q task=T agency=C addressed_to=A", "addressed_to"},
    {"consult consultation=Q task=T agency=A addressed_to=C", "agency"},
    {"block_task task=T condition=x owed_by=A", "owed_by"},
    {"expect_document task=T expected=x issuer=A", "issuer"},
    {"fan_out_task task=T agency=A", "agency"},
    {"delegate_rights agency=C delegate=A", "delegate"},
    {"set_policy policy=agencies office=C inspection=A", "inspection"},
    {"delegate_rights agency=A delegate=C", "agency"},
    {"reassign_task task=T lead=C decided_by=A", "decided_by"},
    {"postpone_document_review document_review=V2 deadline=2024-10-01 decided_by=A", "decided_by"},
    {"report_progress task=T percent=5 on_behalf_of=A", "on_behalf_of"},
    // what it would say
    {"report_progress task=T2 agency=A percent=5", "agency"},
    {"submit_task task=T2 agency=A", "agency"},
    {"complete_task task=T3 agency=A", "agency"},
    {"request_extension task=T2 agency=A proposed_deadline=2025-03-01 reason=x", "agency"},
    {"explain_delay task=T2 agency=A cause=other text=x", "agency"},
    {"answer_explanation task=T agency=A text=x", "agency"},
    {"answer_obligation task=T2 agency=A", "agency"},
    {"verify_result task=T agency=A verdict=confirmed", "agency"},
    {"rate_task task=T agency=A quality=meets", "agency"},
    {"remind_task task=T agency=A", "agency"},
    {"find_cause task=T agency=A cause=other", "agency"},
    {"charge_official task=T2 agency=A official=U", "agency"},
    {"answer_consultation consultation=Q2 agency=A opinion=agree", "agency"},
    {"answer_recommendation recommendation=R agency=A recommendation_status=noted", "agency"},
    {"complete_document_review document_review=V2 agency=A", "agency"},
    {"receive_papers item=E2 agency=A", "agency"},
    // what would be asked of it
    {"state_obligation task=T2 agency=A obligation=x", "agency"},
    {"remind_task task=T2 addressed_to=A", "addressed_to"},
    {"send_review review=W addressed_to=A", "addressed_to"},
    {"limit_extensions assigner=A most_times=1 most_days=10", "assigner"},
    {"set_escalation_rule decision=x second_level_after=5 third_level_after=9 agency=A", "agency"},
};

TEST_F(EndedAgency, IsAskedNothingNewAndDoesNothingMore) {
    for (const row& r : asked) {
        SCOPED_TRACE(r.command);
        const auto e = error_of(std::string{"2024-02-01 "} + r.command);
        ASSERT_TRUE(e);
        EXPECT_EQ(e->code(), errc::refused);
        std::vector<std::string> facts;
        for (const auto& [name, content] : e->facts())
            if (name == "rule" || name == "field" || name == "successor") facts.push_back(content);
        EXPECT_THAT(facts, ElementsAre("agency_exists", r.field, "B"));
        EXPECT_THAT(e->what(), HasSubstr("ended on 2024-02-01; for it goes on: B"));
    }
    EXPECT_THAT(error_of("2024-02-01 hold_meeting meeting=M2 name_vi=x body=X")->what(),
                HasSubstr("X ended on 2024-02-01; nobody goes on for it"));
}

TEST_F(EndedAgency, IsNamedInLateEntriesOfDaysBeforeItsEnd) {
    for (const row& r : asked) {
        const std::string command = std::string{"2024-01-31 "} + r.command;
        EXPECT_NO_THROW(
            record_->check(tests::by_clerk(parse_day("2024-12-31")), tests::commands_of(command)))
            << command;
    }
}

// The day of what is said counts, and not the day on which it was entered.
TEST_F(EndedAgency, IsJudgedByTheDayOfTheDocumentTheTermAndThePeriod) {
    say("2024-03-01 add_document document=D1 number=5 document_kind=plan issuer=A "
        "dated=2024-01-31\n"
        "2024-03-01 add_document document=D2 number=6 document_kind=plan issuer=A\n"
        "2024-03-01 add_term term=E1 body=A name_vi=x from_day=2023-01-01 until=2024-01-31\n"
        "2024-04-10 observe_indicator indicator=I agency=A period=2024-Q1 value=1\n"
        "2024-04-10 set_base indicator=I agency=A period=2024-01 value=1");
    EXPECT_EQ(refused("2024-03-01 add_document document=D3 number=7 document_kind=plan issuer=A "
                      "dated=2024-02-01"),
              "agency_exists");
    EXPECT_EQ(refused("2024-01-15 add_term term=E2 body=A name_vi=x from_day=2024-02-01"),
              "agency_exists");
    EXPECT_EQ(refused("2024-07-10 observe_indicator indicator=I agency=A period=2024-Q2 value=1"),
              "agency_exists");
    EXPECT_EQ(refused("2024-07-10 set_base indicator=I agency=A period=2024-02 value=1"),
              "agency_exists");
}

// An agency speaks for the one that it alone goes on for (decision 6).
TEST_F(EndedAgency, ItsSuccessorSpeaksForIt) {
    say("2024-02-02 answer_obligation task=T2 agency=B text=done\n"
        "2024-02-02 answer_consultation consultation=Q2 agency=B opinion=agree\n"
        "2024-02-02 answer_explanation task=T agency=B text=x\n"
        "2024-02-02 report_progress task=T2 agency=B percent=5\n"
        "2024-02-02 submit_task task=T2 agency=B");
    EXPECT_THAT(told(*record_, "2024-03-01", "obligations task=T2", "agency answered_on answer"),
                ElementsAre("A | 2024-02-02 | done", "C | - | -"));
    EXPECT_THAT(told(*record_, "2024-03-01", "consultations", "asked answered_on"),
                ElementsAre("A | 2024-02-02"));
    EXPECT_EQ(refused("2024-01-31 answer_obligation task=T2 agency=B text=done"), "is_assigned")
        << "it was not its own then";
}

TEST_F(EndedAgency, TheAnswerOfItsSuccessorIsToTheBlame) {
    const auto left = [&] {
        return told(*record_, "2024-03-01", "left_open agency=A", "kind open");
    };
    EXPECT_THAT(left(), testing::Contains("explanation | 1"));
    say("2024-02-02 answer_explanation task=T agency=B text=no");
    EXPECT_THAT(told(*record_, "2024-03-01", "explanations task=T", "blamed rejoinder"),
                ElementsAre("A | no"));
    for (const char* concerned : {"A", "B"})
        EXPECT_THAT(told(*record_, "2024-03-01", std::string{"explanations agency="} + concerned,
                         "blamed rejoinder"),
                    ElementsAre("A | no"))
            << concerned;
    EXPECT_THAT(told(*record_, "2024-02-01", "explanations task=T", "blamed rejoinder"),
                ElementsAre("A | -"));
    EXPECT_THAT(left(), testing::Not(testing::Contains("explanation | 1")));
}

// What was answered before another explanation is no answer to that, and stays.
TEST_F(EndedAgency, AnswersToEachExplanationThatBlamesIt) {
    const auto rejoinders = [&] {
        return told(*record_, "2024-12-31", "explanations task=T", "text rejoinder");
    };
    say("2024-01-10 answer_explanation task=T agency=A text=one\n"
        "2024-02-05 explain_delay task=T agency=C cause=other text=y blamed=B");
    EXPECT_THAT(rejoinders(), ElementsAre("x | one", "y | -"));
    say("2024-02-06 answer_explanation task=T agency=B text=two");
    EXPECT_THAT(rejoinders(), ElementsAre("x | one", "y | two"));
    say("2024-02-07 explain_delay task=T agency=C cause=other text=z blamed=B\n"
        "2024-02-08 explain_delay task=T agency=C cause=other text=w blamed=B\n"
        "2024-02-09 answer_explanation task=T agency=B text=three");
    EXPECT_THAT(rejoinders(), ElementsAre("x | one", "y | two", "z | three", "w | three"));
}

TEST_F(EndedAgency, ADocumentExpectedFromItIsOfWhoAloneGoesOnForIt) {
    say("2024-01-05 assign_task task=N title_vi=x lead=C\n"
        "2024-01-05 expect_document task=N expected=e issuer=A\n"
        "2024-01-05 expect_document task=N expected=f issuer=X\n"
        "2024-02-05 add_document document=DB number=2 document_kind=plan issuer=B "
        "dated=2024-02-05\n"
        "2024-02-05 add_document document=EARLY number=3 document_kind=plan issuer=B "
        "dated=2024-01-31");
    EXPECT_EQ(refused("2024-02-06 issue_document task=N expected=e document=EARLY"), "issued_by");
    EXPECT_EQ(refused("2024-02-06 issue_document task=N expected=f document=DB"), "issued_by");
    say("2024-02-06 issue_document task=N expected=e document=DB");
    EXPECT_THAT(told(*record_, "2024-03-01", "left_open agency=A", "kind code open"),
                testing::Contains("expected_document | N | 0"));
    const std::string merged = std::to_string(merged_);
    EXPECT_EQ(refused("2024-02-07 merge_agency agency=A into=B corrects=" + merged),
              "others_stand_on_it");
    EXPECT_EQ(refused("2024-03-01 void_event reason=x corrects=" + merged), "others_stand_on_it");
}

// What it left open is what was open on its last day, of every kind; what has ended since is not
// open any more.
TEST_F(EndedAgency, LeavesNothingOpenOfWhatHadEnded) {
    say("2023-01-01 add_agency agency=E name_vi=x\n2023-01-01 add_term term=K body=E name_vi=x "
        "from_day=2023-01-01 until=2024-02-29");
    for (const std::string fate : {"OPEN", "DONE", "GONE", "SINCE"})
        say("2024-01-03 assign_task task=" + fate +
            " title_vi=x lead=C assigner=X acceptance=not_asked deadline=2024-01-10\n"
            "2024-01-03 consult consultation=Q-" +
            fate + " task=" + fate +
            " agency=C addressed_to=E answer_due=2024-04-30\n"
            "2024-01-03 block_task task=" +
            fate +
            " condition=x owed_by=E\n"
            "2024-01-15 explain_delay task=" +
            fate +
            " agency=C cause=other text=x blamed=E\n"
            "2024-01-03 assign_task task=D-" +
            fate +
            " title_vi=x lead=C assigner=E deadline=2024-01-10\n"
            "2024-01-15 submit_task task=D-" +
            fate + "\n2024-01-03 assign_task task=E-" + fate +
            " title_vi=x lead=C assigner=X deadline=2024-01-10\n"
            "2024-01-03 expect_document task=E-" +
            fate + " expected=d issuer=E");
    say("2024-02-20 complete_task task=DONE\n2024-02-20 cancel_task task=GONE reason=x\n"
        "2024-02-20 accept_task task=D-DONE\n2024-02-20 cancel_task task=D-GONE reason=x\n"
        "2024-02-20 cancel_task task=E-DONE reason=x\n2024-02-20 cancel_task task=E-GONE "
        "reason=x\n2024-03-01 dissolve_agency agency=E reason=x\n"
        "2024-03-10 cancel_task task=E-SINCE reason=x\n2024-03-10 complete_task "
        "task=SINCE\n2024-03-10 accept_task task=D-SINCE");
    EXPECT_THAT(told(*record_, "2024-12-31", "left_open agency=E", "kind code open"),
                ElementsAre("consultation | Q-OPEN | 1", "consultation | Q-SINCE | 0",
                            "condition | OPEN | 1", "condition | SINCE | 0",
                            "explanation | OPEN | 1", "explanation | SINCE | 0",
                            "expected_document | E-OPEN | 1", "expected_document | E-SINCE | 0",
                            "decision | D-OPEN | 1", "decision | D-SINCE | 0"));
    std::vector<std::string> opinions;
    for (const std::string& one :
         told(*record_, "2024-12-31", "open_at_term_end term=K", "kind code now"))
        if (one.starts_with("consultation")) opinions.push_back(one);
    EXPECT_THAT(opinions,
                ElementsAre("consultation | Q-OPEN | overdue", "consultation | Q-SINCE | done"));
}

TEST_F(EndedAgency, AnAgencyIsNamedFromItsFirstDayOn) {
    say("2024-06-01 add_agency agency=LATE name_vi=x\n2024-06-01 add_agency agency=L2 name_vi=x");
    for (const row& r : asked) {
        std::string command = r.command;
        const auto at = command.find(std::string{r.field} + "=A");
        if (at == command.npos) continue;
        command.replace(at, std::string{r.field}.size() + 2, std::string{r.field} + "=LATE");
        EXPECT_EQ(objection("2024-05-31 " + command), "agency_exists") << command;
    }
    for (const char* command :
         {"assign_task task=N title_vi=x lead=LATE", "assign_task task=N title_vi=x assigner=LATE",
          "assign_task task=N title_vi=x coordinating=LATE", "reassign_task task=T lead=LATE",
          "merge_agency agency=C into=LATE", "move_agency agency=LATE parent=C",
          "hand_over agency=C into=LATE recommendation=R"})
        EXPECT_EQ(objection(std::string{"2024-05-31 "} + command), "agency_exists") << command;
    say("2024-06-01 assign_task task=N title_vi=x lead=LATE assigner=LATE coordinating=L2\n"
        "2024-05-31 assign_task task=N2 title_vi=x lead=C\n"
        "2024-07-05 observe_indicator indicator=I agency=LATE period=2024-Q2 value=1\n"
        "2024-06-01 merge_agency agency=C into=LATE");
    say("2024-07-05 observe_indicator indicator=I agency=LATE period=2023 value=1\n"
        "2024-07-05 add_document document=OLD number=7 document_kind=plan issuer=LATE "
        "dated=2023-01-05");
}

TEST_F(EndedAgency, WhichExpiredEndsNotOnceMore) {
    say("2024-01-01 add_agency agency=F name_vi=x agency_kind=task_force until=2024-03-31");
    EXPECT_EQ(refused("2024-04-01 merge_agency agency=F into=C"), "ends_once");
    EXPECT_EQ(refused("2024-06-01 dissolve_agency agency=F reason=x"), "ends_once");
    say("2024-03-31 merge_agency agency=F into=C");
}

TEST_F(EndedAgency, ATaskForceEndsByItself) {
    say("2024-01-01 add_agency agency=F name_vi=x agency_kind=task_force until=2024-03-31");
    say("2024-03-31 hold_meeting meeting=M1 name_vi=x body=F");
    EXPECT_EQ(refused("2024-04-01 hold_meeting meeting=M2 name_vi=x body=F"), "agency_exists");
}

TEST_F(EndedAgency, ItsPostsAreHeldUntilItsEnd) {
    const auto holders = [&](const char* day) {
        return told(*record_, day, "post_holders post=P", "official from until");
    };
    EXPECT_THAT(holders("2024-01-31"), ElementsAre("O | 2023-01-01 | -"));
    EXPECT_THAT(holders("2024-02-01"), ElementsAre("- | - | -"));
    say("2024-02-02 leave_post official=O post=P");  // the paper came later
    EXPECT_THAT(holders("2024-01-31"), ElementsAre("O | 2023-01-01 | -"));
    EXPECT_EQ(refused("2024-02-03 leave_post official=O post=P"), "left_once");
}

// Whichever of the two is recorded first.
TEST_F(EndedAgency, HasNoPostTakenUpAfterItsEnd) {
    const std::string taken_up = "2024-06-01 hold_post official=U post=Q", late = "2024-06-02 ",
                      early = "2024-06-01 ";
    say("2023-01-01 add_agency agency=E name_vi=x\n2023-01-01 add_post post=Q agency=E name_vi=x\n"
        "2023-01-01 hold_post official=O post=Q");
    const auto holding = say(taken_up);
    for (const char* end : {"merge_agency agency=E into=B", "dissolve_agency agency=E reason=x",
                            "split_agency agency=E into=B,C duty=x,y"}) {
        EXPECT_EQ(objection(early + end), "others_stand_on_it") << end;
        EXPECT_EQ(objection(late + end), "") << end;
        EXPECT_EQ(objection(early + end +
                            "\n2024-06-03 void_event reason=x corrects=" + std::to_string(holding)),
                  "")
            << end;
    }
    const auto error = error_of(early + "dissolve_agency agency=E reason=x");
    ASSERT_TRUE(error);
    EXPECT_THAT(error->what(), HasSubstr("event " + std::to_string(holding) +
                                         " would no longer fit: hold_post: post Q is one of agency "
                                         "E, which ended on 2024-06-01"));
    const auto end = std::to_string(say(late + "dissolve_agency agency=E reason=x"));
    EXPECT_EQ(objection(early + "dissolve_agency agency=E reason=x corrects=" + end),
              "others_stand_on_it");
    say("2024-06-03 void_event reason=x corrects=" + std::to_string(holding));
    say(early + "dissolve_agency agency=E reason=x corrects=" + end);
    EXPECT_EQ(objection(taken_up), "agency_exists");
}

TEST_F(EndedAgency, HasNoPostTakenUpAfterItsStatedLastDay) {
    const std::string made = " add_agency agency=F name_vi=x agency_kind=task_force until=";
    const auto making = " corrects=" + std::to_string(say("2023-01-01" + made + "2024-11-30"));
    say("2023-06-01 add_post post=Q agency=F name_vi=x\n2024-06-01 hold_post official=U post=Q");
    EXPECT_EQ(objection("2023-01-01" + made + "2024-05-31" + making), "others_stand_on_it");
    EXPECT_EQ(objection("2023-01-01" + made + "2024-06-01" + making), "");
}

// As of a day before it nobody has left; an end that was stated at the beginning is known.
TEST_F(EndedAgency, TheLastDayOfAHolderIsToldWhereItWasStatedOrHasCome) {
    say("2023-01-01 add_agency agency=F name_vi=x agency_kind=task_force until=2024-11-30\n"
        "2023-01-01 add_post post=Q agency=F name_vi=x\n2024-01-01 hold_post official=U post=Q\n"
        "2023-01-01 add_post post=Q2 agency=C name_vi=x\n"
        "2024-01-01 hold_post official=U post=Q2 until=2024-10-31");
    const auto until = [&](const char* day) {
        return told(*record_, day, "post_holders official=U", "post until");
    };
    EXPECT_THAT(until("2024-06-30"), ElementsAre("Q | 2024-11-30", "Q2 | 2024-10-31"));
    say("2024-09-01 leave_post official=U post=Q2\n2024-09-02 leave_post official=U post=Q");
    EXPECT_THAT(until("2024-06-30"), ElementsAre("Q | 2024-11-30", "Q2 | 2024-10-31"));
    EXPECT_THAT(until("2024-09-01"), ElementsAre("Q | 2024-11-30", "Q2 | 2024-09-01"));
    EXPECT_THAT(until("2024-09-02"), ElementsAre("Q | 2024-09-02"));
    EXPECT_THAT(until("2024-09-03"), IsEmpty());
}

TEST_F(EndedAgency, ItsEndIsForgottenWhenItIsWithdrawn) {
    const auto merged = say("2024-03-01 dissolve_agency agency=C reason=x");
    EXPECT_EQ(refused("2024-04-01 hold_meeting meeting=M2 name_vi=x body=C"), "agency_exists");
    say("2024-03-01 void_event reason=x corrects=" + std::to_string(merged));
    say("2024-04-01 hold_meeting meeting=M2 name_vi=x body=C");
}

TEST_F(EndedAgency, ItsReviewIsClosedByWhoHeadsTheOneThatGoesOn) {
    say("2024-01-01 add_post post=HEAD agency=B name_vi=x heads_agency=yes\n"
        "2024-01-01 add_post post=OTHER agency=B name_vi=x\n"
        "2024-01-01 hold_post official=U post=HEAD\n2024-01-01 hold_post official=O post=OTHER\n"
        "2024-04-10 draft_review review=W9 agency=A period=2024-Q1 cut_off=2024-04-10\n"
        "2024-04-10 send_review review=W9");
    EXPECT_EQ(refused("2024-04-11 close_review review=W9 agency=A official=O"), "chair_of_body");
    say("2024-04-11 close_review review=W9 agency=A official=U");
}

TEST_F(EndedAgency, IsBlamedWhereOneAloneGoesOnForIt) {
    say("2024-01-04 reassign_task task=T3 lead=C coordinating=A,X\n"
        "2024-02-05 explain_delay task=T3 agency=C cause=other text=x blamed=A");
    EXPECT_EQ(refused("2024-02-05 explain_delay task=T3 agency=C cause=other text=x blamed=X"),
              "agency_exists")
        << "nobody could answer";
}

TEST_F(EndedAgency, AReviewIsOfNoAgencyThatHasNotBegun) {
    say("2024-06-01 add_agency agency=LATE name_vi=x");
    EXPECT_EQ(objection("2024-05-31 draft_review review=W2 agency=LATE period=2023 "
                        "cut_off=2024-05-31"),
              "agency_exists");
    say("2024-05-31 draft_review review=W2 agency=A period=2023 cut_off=2024-01-31");
}

// What it was to do by a work programme, and with what it was charged, is looked for, too.
class LeftByProgramme : public tests::record_test {
protected:
    void SetUp() override {
        record_test::SetUp();
        say("2024-01-03 add_agency agency=D name_vi=d\n"
            "2024-01-03 charge_field agency=A field_of_work='Tuyên giáo'\n"
            "2024-01-03 charge_field agency=D field_of_work='Dân vận'\n"
            "2024-01-03 charge_field agency=D field_of_work=brief until=2024-03-31\n"
            "2024-01-03 assign_task task=T title_vi=t lead=D assigner=OFFICE\n"
            "2024-01-03 add_programme programme=P agency=A period=2024\n"
            "2024-01-03 add_item item=I programme=P title_vi=x planned_for=2024-06\n"
            "2024-01-03 add_item item=LED programme=P title_vi=y planned_for=2024-08 lead=D\n"
            "2024-01-03 add_item item=WORK programme=P title_vi=z planned_for=2024-08 lead=D "
            "task=T\n"
            "2024-01-03 add_item item=OVER programme=P title_vi=z planned_for=2024-02 lead=D\n"
            "2024-02-20 consider_item item=OVER");
    }
    void end() {
        say("2024-06-01 merge_agency agency=A into=B\n"
            "2024-06-01 dissolve_agency agency=D reason=x");
    }
    std::vector<std::string> left() const {
        return told(*record_, "2024-07-10", "left_open",
                    "agency kind code expected taken_by taken_on open");
    }
    std::vector<std::string> findings() const {
        std::vector<std::string> texts;
        for (const finding& f :
             record_->review({parse_day("2024-07-10"), {}, {}}, parse_period("2024-Q2")).findings)
            if (f.key == "agency.ended_owes") texts.push_back(f.text);
        return texts;
    }
};

TEST_F(LeftByProgramme, ItemsAndFieldsAreListedUntilSomebodyHasThem) {
    EXPECT_THAT(left(), IsEmpty());
    end();
    EXPECT_THAT(left(),
                ElementsAre("A | item | I | - | B | 2024-06-01 | 1",
                            "A | field_of_work | - | Tuyên giáo | B | 2024-06-01 | 1",
                            "D | task | T | - | - | - | 1", "D | item | LED | - | - | - | 1",
                            "D | item | WORK | - | - | - | 1",
                            "D | field_of_work | - | Dân vận | - | - | 1"));
    const std::string ended = "agency D ended on 2024-06-01; nobody has taken over its ";
    EXPECT_THAT(findings(), ElementsAre(ended + "item LED", ended + "item WORK",
                                        ended + "field of work Dân vận"));
    say("2024-06-10 reassign_task task=T lead=X\n"
        "2024-06-11 charge_field agency=X field_of_work='dân vận'\n"
        "2024-06-12 withdraw_item item=LED decided_by=OFFICE reason=x");
    EXPECT_THAT(left(), ElementsAre("A | item | I | - | B | 2024-06-01 | 1",
                                    "A | field_of_work | - | Tuyên giáo | B | 2024-06-01 | 1",
                                    "D | task | T | - | X | 2024-06-10 | 1",
                                    "D | item | LED | - | - | - | 0",
                                    "D | item | WORK | - | X | 2024-06-10 | 1",
                                    "D | field_of_work | - | Dân vận | X | 2024-06-11 | 1"));
    EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(LeftByProgramme, AnItemIsHandedOver) {
    EXPECT_EQ(objection("2024-05-10 hand_over agency=X into=B item=LED"), "its_own");
    EXPECT_EQ(objection("2024-05-10 hand_over agency=D into=B item=OVER"), "its_own")
        << "it was considered";
    end();
    say("2024-06-10 hand_over agency=D into=X item=LED");
    EXPECT_THAT(told(*record_, "2024-07-10", "left_open agency=D", "kind code taken_by taken_on"),
                ElementsAre("task | T | - | -", "item | LED | X | 2024-06-10",
                            "item | WORK | - | -", "field_of_work | - | - | -"));
    const auto leads = [&](const char* day) {
        return told(*record_, day, "programme_items agency=X", "item leads");
    };
    EXPECT_THAT(leads("2024-06-09"), IsEmpty());
    EXPECT_THAT(leads("2024-06-10"), ElementsAre("LED | X"));
    EXPECT_EQ(objection("2024-06-11 hand_over agency=D into=B item=LED"), "its_own");
    say("2024-06-20 hand_over agency=X into=OFFICE item=LED");
    const std::string first = std::to_string(record_->revision() - 1);
    EXPECT_EQ(objection("2024-07-01 void_event reason=x corrects=" + first), "others_stand_on_it");
    say("2024-07-01 withdraw_item item=WORK decided_by=OFFICE reason=x");
    EXPECT_EQ(objection("2024-07-02 hand_over agency=D into=X item=WORK"), "its_own");
    EXPECT_THAT(told(*record_, "2024-12-31", "changes since=" + first, "command agencies"),
                ElementsAre("hand_over | OFFICE X", "withdraw_item | A D OFFICE"));
}

TEST_F(LeftByProgramme, WhoHadAFieldOfTheSameWordsBeforeHasNotTakenIt) {
    say("2024-01-03 charge_field agency=X field_of_work='Dân vận'");
    end();
    const auto field = [&] {
        auto all = left();
        std::erase_if(all, [](const std::string& one) { return !one.starts_with("D | field"); });
        return all;
    };
    EXPECT_THAT(field(), ElementsAre("D | field_of_work | - | Dân vận | - | - | 1"));
    say("2024-06-20 charge_field agency=X field_of_work='Dân vận'");
    EXPECT_THAT(field(), ElementsAre("D | field_of_work | - | Dân vận | X | 2024-06-20 | 1"))
        << "charged anew";
}

TEST_F(LeftByProgramme, WhoAloneGoesOnHasTheFieldsAndItems) {
    const auto fields = [&](const char* day) {
        return told(*record_, day, "responsibilities", "field_of_work agency");
    };
    end();
    EXPECT_THAT(fields("2024-05-31"), ElementsAre("Dân vận | D", "Tuyên giáo | A"));
    EXPECT_THAT(fields("2024-07-10"), ElementsAre("Tuyên giáo | B"));
    say("2024-06-05 charge_field agency=B field_of_work='Tuyên giáo' until=2024-12-31");
    EXPECT_THAT(told(*record_, "2024-07-10", "responsibilities", "field_of_work agency until"),
                ElementsAre("Tuyên giáo | B | 2024-12-31"))
        << "its own charge goes before the one it has by the other";
    EXPECT_THAT(told(*record_, "2024-07-10", "programme_items agency=B", "item"),
                ElementsAre("I", "LED", "WORK", "OVER"))
        << "of the programme of the agency for which it goes on";
    EXPECT_THAT(told(*record_, "2024-05-31", "programme_items agency=D", "item"),
                ElementsAre("LED", "WORK", "OVER"));
}

// What the one that left nobody would have had went to no other.
TEST_F(LeftByProgramme, AfterASplitTheLastOneThatIsLeftGoesOnForItsOwnShareAlone) {
    say("2024-06-01 split_agency agency=A into=B,X duty='Tuyên giáo',y\n"
        "2024-06-20 dissolve_agency agency=X reason=x");
    EXPECT_THAT(told(*record_, "2024-07-10", "left_open agency=A", "kind taken_by"),
                ElementsAre("item | -", "field_of_work | -"));
    EXPECT_THAT(told(*record_, "2024-07-10", "responsibilities", "field_of_work agency"),
                ElementsAre("Dân vận | D"));
    EXPECT_THAT(findings(), testing::Contains(testing::HasSubstr("A ended on 2024-06-01; nobody")));
    say("2024-01-03 assign_task task=OF-A title_vi=t lead=A assigner=OFFICE");
    EXPECT_THAT(
        told(*record_, "2024-07-10", "agency_figures figures_by=successors", "agency total"),
        testing::AllOf(testing::Contains("A | 1"),
                       testing::Not(testing::Contains(testing::StartsWith("B |")))));
}

TEST_F(LeftByProgramme, WhereAllThatItWasSplitIntoBecomeOneThatOneHasItFromThenOn) {
    say("2024-06-01 split_agency agency=A into=B,X duty='Tuyên giáo',y\n"
        "2024-06-20 merge_agency agency=X into=B");
    EXPECT_THAT(told(*record_, "2024-07-10", "left_open agency=A", "kind taken_by taken_on"),
                ElementsAre("item | B | 2024-06-20", "field_of_work | B | 2024-06-20"));
}

}  // namespace
}  // namespace mandate
