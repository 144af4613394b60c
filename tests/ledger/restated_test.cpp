// What may be there only once is there only once also where it was withdrawn, stated anew, and then
// the withdrawal corrected: the first words come back only if nothing took their place.

#include "record_test.hpp"

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Restated : public tests::record_test {
protected:
    void SetUp() override {
        record_test::SetUp();
        say("2023-01-01 add_official official=O name_vi=x\n"
            "2023-01-01 add_post post=P agency=A name_vi=x\n"
            "2023-01-01 hold_post official=O post=P until=2023-06-30\n"
            "2024-01-02 assign_task task=T title_vi=x assigner=X lead=A coordinating=B "
            "deadline=2024-02-01\n"
            "2024-01-02 assign_task task=N title_vi=x assigner=X lead=A deadline=2024-02-01 "
            "acceptance=not_asked\n"
            "2024-01-02 raise_recommendation recommendation=R text_vi=x raised_by=B "
            "addressed_to=A\n"
            "2024-01-02 consult consultation=Q task=T agency=A addressed_to=B,X\n"
            "2024-01-02 add_document document=D number=1 document_kind=plan issuer=A\n"
            "2024-01-02 schedule_document_review document_review=V document=D review_kind=final "
            "deadline=2024-09-01\n"
            "2024-01-02 add_programme programme=G agency=A period=2024\n"
            "2024-01-02 add_item item=E programme=G title_vi=x planned_for=2024-03\n"
            "2024-01-02 hold_meeting meeting=M name_vi=x body=X\n"
            "2024-01-02 explain_delay task=T cause=subjective.capacity text=x\n"
            "2024-01-02 expect_document task=N expected=plan");
    }
    // Says `command`, withdraws it, says `instead`, and corrects the withdrawal by `command`.
    std::string restated(const std::string& command, const std::string& instead) {
        const std::string said = std::to_string(say(command));
        const std::string gone =
            std::to_string(say("2024-06-01 void_event reason=x corrects=" + said));
        say(instead);
        return refused(command + " corrects=" + gone);
    }
    std::string again(const std::string& command) { return restated(command, command); }
};

TEST_F(Restated, AnOfficialHoldsAPostOnceAndLeavesItOnce) {
    EXPECT_EQ(again("2024-01-05 hold_post official=O post=P"), "held_once");
    EXPECT_EQ(again("2024-02-05 leave_post official=O post=P"), "left_once");
    EXPECT_EQ(restated("2024-02-06 hold_post official=O post=P",
                       "2024-02-06 hold_post official=O post=P until=2024-02-07"),
              "held_once");
}

TEST_F(Restated, AMeetingHasOneChair) {
    EXPECT_EQ(restated("2024-01-05 attend_meeting meeting=M meeting_role=chair official=O",
                       "2024-01-05 attend_meeting meeting=M meeting_role=chair agency=A"),
              "one_chair");
}

TEST_F(Restated, AnAgencyAnswersAConsultationOnce) {
    EXPECT_EQ(again("2024-01-05 answer_consultation consultation=Q agency=B opinion=agree"),
              "answered_once");
}

TEST_F(Restated, ARecommendationIsSettledOnce) {
    EXPECT_EQ(restated("2024-01-05 answer_recommendation recommendation=R agency=A "
                       "recommendation_status=answered text=x",
                       "2024-01-06 answer_recommendation recommendation=R agency=A "
                       "recommendation_status=declined reason=x"),
              "not_settled")
        << "it would be settled before the answer that stands";
}

TEST_F(Restated, AnAnswerIsNotGivenAfterTheMatterWasSettled) {
    EXPECT_EQ(restated("2024-01-06 answer_recommendation recommendation=R agency=A "
                       "recommendation_status=in_progress",
                       "2024-01-05 answer_recommendation recommendation=R agency=A "
                       "recommendation_status=answered text=x"),
              "not_settled");
}

TEST_F(Restated, ARecommendationThatWasRaisedAgainMayBeAnsweredAgain) {
    const auto first =
        std::to_string(say("2024-01-05 answer_recommendation recommendation=R "
                           "agency=A recommendation_status=answered text=x"));
    say("2024-01-10 repeat_recommendation recommendation=R\n"
        "2024-01-15 answer_recommendation recommendation=R agency=A "
        "recommendation_status=declined reason=x");
    say("2024-01-05 answer_recommendation recommendation=R agency=A "
        "recommendation_status=accepted task=T corrects=" +
        first);
    EXPECT_EQ(refused("2024-01-12 answer_recommendation recommendation=R agency=A "
                      "recommendation_status=accepted task=T corrects=" +
                      std::to_string(record_->revision())),
              "not_settled")
        << "on that day the second round would be settled twice";
}

TEST_F(Restated, WordsOfAnAnswerAreCorrectedWhateverCameAfterIt) {
    const auto first =
        std::to_string(say("2024-01-05 answer_recommendation recommendation=R "
                           "agency=A recommendation_status=in_progress text=x"));
    say("2024-01-15 answer_recommendation recommendation=R agency=A "
        "recommendation_status=declined reason=x");
    say("2024-01-05 answer_recommendation recommendation=R agency=A "
        "recommendation_status=in_progress text=y corrects=" +
        first);
}

TEST_F(Restated, ARecommendationThatWasWithdrawnIsNotRaisedAgain) {
    EXPECT_EQ(restated("2024-01-08 repeat_recommendation recommendation=R",
                       "2024-01-05 answer_recommendation recommendation=R agency=B "
                       "recommendation_status=withdrawn"),
              "not_withdrawn");
}

TEST_F(Restated, ACauseIsAddedOnceAndKeepsItsKey) {
    EXPECT_EQ(again("2024-01-05 add_cause cause=own.cause name_vi=x"), "code_is_new");
    EXPECT_EQ(refused("2024-01-05 add_cause cause=own.other name_vi=x corrects=" +
                      std::to_string(record_->revision())),
              "same_subject");
    say("2024-01-05 add_cause cause=own.cause name_vi=y corrects=" +
        std::to_string(record_->revision()));
}

TEST_F(Restated, AReviewOfADocumentEndsOnce) {
    EXPECT_EQ(restated("2024-05-05 complete_document_review document_review=V",
                       "2024-05-06 drop_document_review document_review=V reason=x"),
              "not_dropped");
}

TEST_F(Restated, AReviewOfADocumentIsNotPutOffAfterItsEnd) {
    EXPECT_EQ(restated("2024-05-05 postpone_document_review document_review=V "
                       "deadline=2024-10-01 decided_by=A",
                       "2024-05-04 complete_document_review document_review=V"),
              "not_done");
    const auto put_off =
        "2024-05-03 postpone_document_review document_review=V "
        "deadline=2024-10-01 decided_by=A corrects=" +
        std::to_string(record_->revision() - 1);
    say(put_off);  // before its end it may have been
}

TEST_F(Restated, AnItemIsWithdrawnOnceAndNotConsideredThen) {
    EXPECT_EQ(again("2024-02-05 withdraw_item item=E decided_by=A reason=x"), "not_withdrawn");
}

TEST_F(Restated, AnItemThatWasConsideredIsNotWithdrawn) {
    EXPECT_EQ(restated("2024-02-05 withdraw_item item=E decided_by=A reason=x",
                       "2024-03-05 consider_item item=E meeting=M"),
              "not_considered");
}

TEST_F(Restated, AnItemIsConsideredOnce) {
    EXPECT_EQ(again("2024-03-05 consider_item item=E meeting=M"), "not_considered");
}

TEST_F(Restated, AnItemThatWasWithdrawnIsNotConsidered) {
    EXPECT_EQ(restated("2024-03-05 consider_item item=E meeting=M",
                       "2024-03-06 withdraw_item item=E decided_by=A reason=x"),
              "not_withdrawn");
}

TEST_F(Restated, TheNumberOfADocumentIsTakenOnce) {
    EXPECT_EQ(restated("2024-01-05 add_document document=D1 number=7 document_kind=plan issuer=A "
                       "dated=2024-01-05",
                       "2024-01-05 add_document document=D2 number=7 document_kind=plan issuer=A "
                       "dated=2024-01-05"),
              "same_document");
}

TEST_F(Restated, DocumentsAreRelatedOnce) {
    say("2024-01-05 add_document document=D1 number=7 document_kind=plan issuer=A");
    EXPECT_EQ(again("2024-01-06 relate_documents document=D1 relation=implements to_document=D"),
              "related_once");
}

TEST_F(Restated, AnAgencyEndsOnceAndHandsOverOnce) {
    EXPECT_EQ(restated("2024-03-01 hand_over agency=A into=B recommendation=R",
                       "2024-03-01 hand_over agency=A into=X recommendation=R"),
              "its_own");
    EXPECT_EQ(restated("2024-05-01 merge_agency agency=A into=B",
                       "2024-05-01 dissolve_agency agency=A reason=x"),
              "ends_once");
}

TEST_F(Restated, ATaskIsDoneOnce) {
    say("2024-01-03 assign_task task=N2 title_vi=x assigner=X lead=A acceptance=not_asked");
    EXPECT_EQ(again("2024-01-20 complete_task task=N2"), "others_stand_on_it");
}

TEST_F(Restated, ATaskIsSubmittedAcceptedSuspendedAndCancelledOnce) {
    EXPECT_EQ(again("2024-01-05 suspend_task task=T reason=x"), "others_stand_on_it");
    say("2024-01-06 resume_task task=T");
    EXPECT_EQ(again("2024-01-10 submit_task task=T"), "others_stand_on_it");
    EXPECT_EQ(again("2024-01-11 accept_task task=T"), "others_stand_on_it");
    EXPECT_EQ(again("2024-01-20 cancel_task task=N reason=x"), "others_stand_on_it");
}

TEST_F(Restated, AnExplanationIsDecidedOnOnce) {
    EXPECT_EQ(restated("2024-01-05 accept_explanation task=T",
                       "2024-01-06 return_explanation task=T reason=x"),
              "others_stand_on_it");
}

TEST_F(Restated, OneRequestWaitsAndIsRefusedOnce) {
    EXPECT_EQ(again("2024-01-05 request_extension task=T proposed_deadline=2024-03-01 reason=x"),
              "others_stand_on_it");
    EXPECT_EQ(again("2024-01-06 refuse_extension task=T reason=x"), "others_stand_on_it");
}

TEST_F(Restated, ADocumentIsExpectedAndIssuedOnceAndAConditionOwedOnce) {
    EXPECT_EQ(again("2024-01-05 expect_document task=T expected=report"), "named_once");
    EXPECT_EQ(again("2024-01-05 block_task task=T condition=x owed_by=B"), "others_stand_on_it");
    EXPECT_EQ(again("2024-01-06 unblock_task task=T condition=x"), "others_stand_on_it");
    say("2024-01-05 add_document document=D1 number=7 document_kind=plan issuer=A "
        "dated=2024-01-05");
    EXPECT_EQ(again("2024-01-06 issue_document task=N expected=plan document=D1"), "issued_once");
}

TEST_F(Restated, InstancesAreMadeOnce) {
    EXPECT_EQ(restated("2024-01-05 repeat_task task=N period=2024-02",
                       "2024-01-05 repeat_task task=N period=2024-Q1"),
              "one_instance_at_a_time");
}

}  // namespace
}  // namespace mandate
