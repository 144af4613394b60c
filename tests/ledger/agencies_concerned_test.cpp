// Whom `changes` names of an event: whom a host tells of it (review/agencies_concerned.hpp).
#include "ledger/record_test.hpp"

namespace mandate {
namespace {

using testing::ElementsAre;
using tests::told;

class AgenciesConcerned : public tests::record_test {
protected:
    // What is told of the events that `words` records.
    std::vector<std::string> told_of(const std::string& words, const char* columns = "agencies") {
        const std::int64_t before = record_->revision();
        say(words);
        return told(*record_, "2024-12-31", "changes since=" + std::to_string(before), columns);
    }
};

TEST_F(AgenciesConcerned, EachInstanceThatIsMadeConcernsWhoGetsIt) {
    say("2024-01-05 assign_task task=F title_vi=f assigner=X deadline=2024-07-31");
    EXPECT_THAT(told_of("2024-01-10 fan_out_task task=F agency=A,B"), ElementsAre("A B X"));
    const auto n = std::to_string(record_->revision());
    const std::string events = "command kind code";
    EXPECT_THAT(told(*record_, "2024-12-31", "changes since=0 task=F/A", events),
                ElementsAre("fan_out_task | task | F"));
    EXPECT_THAT(told(*record_, "2024-12-31", "changes since=0 agency=B task=F/B", events),
                ElementsAre("fan_out_task | task | F"));
    EXPECT_THAT(told(*record_, "2024-12-31", "changes since=0 agency=B task=F/A", events),
                ElementsAre("fan_out_task | task | F"))
        << "the event itself concerns both";
    EXPECT_THAT(told(*record_, "2024-12-31", "said task=F/A", "field value"),
                ElementsAre("agency | A", "agency | B", "task | F"));
    EXPECT_THAT(told_of("2024-01-10 fan_out_task task=F agency=A,OFFICE corrects=" + n),
                ElementsAre("A B OFFICE X"))
        << "who is no longer to do it, too";
}

TEST_F(AgenciesConcerned, WhoIsSentADraftOrInvitedOrClearedIsNamed) {
    say("2024-01-01 draft_review review=R agency=OFFICE period=2024-Q1 cut_off=2024-04-20\n"
        "2024-01-01 hold_meeting meeting=M name_vi=m body=OFFICE\n"
        "2024-01-01 add_access_class access_class=C name_vi=c rank=1\n"
        "2024-01-01 add_official official=O name_vi=o");
    EXPECT_THAT(told_of("2024-04-21 send_review review=R addressed_to=A,B"),
                ElementsAre("A B OFFICE"));
    EXPECT_THAT(told_of("2024-04-22 comment_on_review review=R agency=A text=t\n"
                        "2024-04-22 attend_meeting meeting=M meeting_role=attendee agency=X\n"
                        "2024-04-22 grant_access access_class=C agency=X\n"
                        "2024-04-22 add_document document=D number=1 document_kind=decision "
                        "issuer=A dated=2024-04-22 title_vi=d\n"
                        "2024-04-22 add_post post=P agency=B name_vi=p\n"
                        "2024-04-22 hold_post official=O post=P"),
                ElementsAre("A B OFFICE", "OFFICE X", "X", "A", "B", "B"));
}

TEST_F(AgenciesConcerned, WhatIsWithdrawnOrCorrectedNamesWhomItNamed) {
    say("2024-01-05 assign_task task=T title_vi=t lead=A assigner=X\n"
        "2024-01-05 hold_meeting meeting=M name_vi=m body=OFFICE\n"
        "2024-01-05 add_programme programme=P agency=OFFICE period=2024");
    const auto named = [&](const std::string& words) {
        say(words);
        return std::to_string(record_->revision());
    };
    const auto k = named("2024-01-06 consult consultation=K task=T agency=A addressed_to=B,X");
    EXPECT_THAT(told(*record_, "2024-12-31", "changes since=" + std::to_string(std::stoi(k) - 1),
                     "agencies"),
                ElementsAre("A B X"));
    const auto void_it = [&](const std::string& n) {
        return told_of("2024-02-01 void_event reason=x corrects=" + n);
    };
    EXPECT_THAT(void_it(k), ElementsAre("A B X"));
    EXPECT_THAT(told(*record_, "2024-12-31", "changes since=0 task=T", "command"),
                ElementsAre("assign_task", "consult", "void_event"));
    const auto r = named(
        "2024-01-06 raise_recommendation recommendation=R text_vi=r raised_by=A addressed_to=B");
    EXPECT_THAT(told_of("2024-01-06 raise_recommendation recommendation=R text_vi=r raised_by=A "
                        "addressed_to=X corrects=" +
                        r),
                ElementsAre("A B X"));
    EXPECT_THAT(void_it(std::to_string(record_->revision())), ElementsAre("A B X"));
    EXPECT_THAT(void_it(named("2024-01-06 conclude conclusion=C meeting=M conclusion_kind=praise "
                              "text_vi=c addressed_to=A,B")),
                ElementsAre("A B"));
    EXPECT_THAT(void_it(named("2024-01-06 add_item item=I programme=P title_vi=i lead=B "
                              "planned_for=2024-05 decided_by=OFFICE")),
                ElementsAre("B OFFICE"));
    EXPECT_THAT(
        void_it(named("2024-01-06 assign_task task=U title_vi=u lead=A coordinating=B assigner=X")),
        ElementsAre("A B X"));
}

TEST_F(AgenciesConcerned, AConsultationConcernsWhoAsksAndWhoIsAskedAlone) {
    say("2024-01-01 assign_task task=T title_vi=t lead=A coordinating=B,X assigner=OFFICE");
    EXPECT_THAT(told_of("2024-01-06 consult consultation=K task=T agency=A addressed_to=X"),
                ElementsAre("A X"));
}

TEST_F(AgenciesConcerned, DaysCalendarsRightsAttributesAndReviewsNameWhomTheyAreOf) {
    say("2024-01-01 assign_task task=T title_vi=t lead=A assigner=X\n"
        "2024-01-01 add_document document=D number=1 document_kind=plan issuer=B\n"
        "2024-01-01 raise_recommendation recommendation=R text_vi=r raised_by=B addressed_to=X");
    EXPECT_THAT(told_of("2024-01-02 except_day day=2024-05-06 day_kind=off name_vi=x agency=A\n"
                        "2024-01-02 set_work_calendar agency=B weekday=monday holiday_rules=none\n"
                        "2024-01-02 limit_extensions assigner=X decided_by=A most_times=1 "
                        "most_days=9\n"
                        "2024-01-02 set_attribute task=T host_key=k host_value=v\n"
                        "2024-01-02 schedule_document_review document_review=V document=D "
                        "review_kind=final deadline=2024-12-31\n"
                        "2024-01-02 answer_recommendation recommendation=R agency=X "
                        "recommendation_status=accepted task=T"),
                ElementsAre("A", "B", "A X", "A X", "B", "A B X"));
    EXPECT_THAT(told(*record_, "2024-12-31", "changes since=0 task=T", "command kind code"),
                ElementsAre("assign_task | task | T", "set_attribute | task | T",
                            "answer_recommendation | recommendation | R"));
    EXPECT_THAT(told_of("2024-02-01 void_event reason=x corrects=" +
                        std::to_string(record_->revision() - 5)),
                ElementsAre("A"));
}

TEST_F(AgenciesConcerned, AMeetingConcernsWhoIsInvitedAlsoWhereItIsMoved) {
    say("2024-01-01 add_official official=O name_vi=o\n"
        "2024-01-01 add_post post=P agency=A name_vi=p\n"
        "2024-01-01 hold_post official=O post=P");
    const auto meeting = std::to_string(say("2024-07-10 hold_meeting meeting=M name_vi=m body=X"));
    EXPECT_THAT(told_of("2024-07-10 attend_meeting meeting=M meeting_role=chair official=O"),
                ElementsAre("A X"))
        << "by the post that he holds";
    say("2024-07-10 attend_meeting meeting=M meeting_role=attendee agency=B");
    EXPECT_THAT(told_of("2024-07-08 hold_meeting meeting=M name_vi=m body=X corrects=" + meeting),
                ElementsAre("A B X"));
    EXPECT_THAT(told(*record_, "2024-07-09", "meetings", "meeting role official agency"),
                ElementsAre("M | chair | O | -", "M | attendee | - | B"))
        << "who will be there was said of the day for which it was called";
}

TEST_F(AgenciesConcerned, WhoLosesDaysOrAnAgencyBelowItIsNamed) {
    const std::string day = "2024-02-02 except_day day=2024-05-04 day_kind=worked name_vi=x ";
    const std::string week = "2024-02-02 set_work_calendar weekday=monday,tuesday agency=";
    for (const std::string& words : {day + "agency=", week}) {
        EXPECT_THAT(told_of(words + "A"), ElementsAre("A"));
        const std::string it = std::to_string(record_->revision());
        EXPECT_THAT(told_of(words + "B corrects=" + it), ElementsAre("A B"));
    }
    EXPECT_THAT(told_of("2024-03-02 move_agency agency=X parent=A"), ElementsAre("A X"));
    EXPECT_THAT(told_of("2024-04-02 move_agency agency=X parent=B"), ElementsAre("A B X"));
}

TEST_F(AgenciesConcerned, WhatATaskCarriesOutIsAboutItAndAHandOverAboutWhatItHandsOver) {
    say("2024-01-01 assign_task task=T title_vi=t lead=A assigner=X\n"
        "2024-01-01 add_document document=D number=1 document_kind=plan issuer=B\n"
        "2024-01-01 add_programme programme=P agency=A period=2024\n"
        "2024-01-01 add_item item=I programme=P title_vi=x planned_for=2024-06 lead=A task=T\n"
        "2024-01-02 schedule_document_review document_review=V document=D review_kind=final "
        "deadline=2024-12-31 task=T\n"
        "2024-02-01 dissolve_agency agency=A reason=x\n"
        "2024-02-02 hand_over agency=A into=B item=I note=n");
    EXPECT_THAT(told(*record_, "2024-12-31", "changes since=0 task=T", "command code"),
                ElementsAre("assign_task | T", "add_item | I", "schedule_document_review | V"));
    EXPECT_THAT(told(*record_, "2024-12-31", "said item=I", "command field value"),
                testing::Contains("hand_over | note | n"));
}

// Each earlier statement is asked once: what concerns whom costs no more than there are of them.
TEST_F(AgenciesConcerned, ManyCorrectionsByTurnsNameEachOnce) {
    const std::string day =
        "2024-02-02 except_day day=2024-05-04 day_kind=worked name_vi=x agency=";
    std::int64_t last = say(day + "A");
    for (int i = 1; i < 60; ++i)
        last = say(day + (i % 2 == 0 ? "A" : "B") + " corrects=" + std::to_string(last));
    EXPECT_THAT(
        told(*record_, "2024-12-31", "changes since=" + std::to_string(last - 1), "agencies"),
        ElementsAre("A B"));
}

TEST_F(AgenciesConcerned, WhatRelatesOrDelegatesATaskIsAboutIt) {
    say("2024-01-01 assign_task task=T title_vi=t lead=A assigner=X\n"
        "2024-01-01 raise_recommendation recommendation=R text_vi=r raised_by=B addressed_to=X\n"
        "2024-01-02 relate_recommendation recommendation=R task=T\n"
        "2024-01-02 delegate_rights agency=X delegate=B task=T");
    EXPECT_THAT(told(*record_, "2024-12-31", "changes since=0 task=T", "command"),
                ElementsAre("assign_task", "relate_recommendation", "delegate_rights"));
}

}  // namespace
}  // namespace mandate
