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
            "2024-02-01 merge_agency agency=A into=B\n2024-02-01 dissolve_agency agency=X "
            "reason=x");
    }
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

TEST_F(EndedAgency, ATaskForceEndsByItself) {
    say("2024-01-01 add_agency agency=F name_vi=x agency_kind=task_force until=2024-03-31");
    say("2024-03-31 hold_meeting meeting=M1 name_vi=x body=F");
    EXPECT_EQ(refused("2024-04-01 hold_meeting meeting=M2 name_vi=x body=F"), "agency_exists");
}

TEST_F(EndedAgency, ItsPostsAreHeldUntilItsEnd) {
    const auto holders = [&](const char* day) {
        return told(*record_, day, "post_holders post=P", "official from until");
    };
    EXPECT_THAT(holders("2024-01-31"), ElementsAre("O | 2023-01-01 | 2024-01-31"));
    EXPECT_THAT(holders("2024-02-01"), ElementsAre("- | - | -"));
    say("2024-02-02 leave_post official=O post=P");  // the paper came later
    EXPECT_THAT(holders("2024-01-31"), ElementsAre("O | 2023-01-01 | 2024-01-31"));
    EXPECT_EQ(refused("2024-02-03 leave_post official=O post=P"), "left_once");
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
        "2024-04-10 draft_review review=W agency=A period=2024-Q1 cut_off=2024-04-10\n"
        "2024-04-10 send_review review=W");
    EXPECT_EQ(refused("2024-04-11 close_review review=W agency=A official=O"), "chair_of_body");
    say("2024-04-11 close_review review=W agency=A official=U");
}

}  // namespace
}  // namespace mandate
