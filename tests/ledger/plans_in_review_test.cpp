// What is planned for a period and what arose outside the plans, as the review lists it.

#include "mandate/review/review.hpp"
#include "record_test.hpp"

#include <string>
#include <vector>

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::told;

class PlansInReview : public tests::record_test {
protected:
    void SetUp() override {
        record_test::SetUp();
        say("2023-01-01 add_access_class access_class=MAT name_vi=x rank=2\n"
            "2023-01-01 set_highest_class access_class=MAT\n"
            "2024-01-02 add_programme programme=P agency=OFFICE period=2024");
    }
    void assign(const std::string& code, const std::string& day = "2024-02-01") {
        say(day +
            " assign_task title_vi=x lead=A assigner=OFFICE deadline=2024-05-20 task=" + code);
    }
    void plan(const std::string& item, const std::string& month, const std::string& more = "") {
        say("2024-02-01 add_item programme=P title_vi=x item=" + item +
            " decided_by=OFFICE planned_for=" + month + more);
    }
    std::vector<std::string> listed(std::vector<std::size_t> review::*list,
                                    const std::string& viewer = "") {
        const review r =
            record_->review({parse_day("2024-04-10"), {}, viewer}, parse_period("2024-Q1"));
        std::vector<std::string> codes;
        for (const std::size_t at : r.*list) codes.push_back(r.tasks[at].code);
        return codes;
    }
};

TEST_F(PlansInReview, WhatIsInNoPlanAroseOutsideOnceAnythingIsPlannedForThePeriod) {
    assign("T5"), assign("N");
    EXPECT_THAT(listed(&review::unplanned), IsEmpty()) << "nothing is planned";
    plan("M3", "2024-03");
    EXPECT_THAT(listed(&review::unplanned), ElementsAre("T5", "N")) << "of which no task came yet";
    plan("M5", "2024-05", " task=T5");
    EXPECT_THAT(listed(&review::unplanned), ElementsAre("N")) << "begun before its month";
}

// Without a time of its own an item is planned for the time of its programme, in every answer.
TEST_F(PlansInReview, AnItemWithoutATimeIsPlannedForThatOfItsProgramme) {
    say("2024-01-02 add_programme programme=Q agency=A period=2024-Q1");
    for (const char* task : {"STATED", "UNSTATED"})
        say("2024-02-01 assign_task title_vi=x lead=A assigner=OFFICE task=" + std::string{task});
    say("2024-02-01 add_item programme=Q title_vi=x item=S task=STATED planned_for=2024-Q1 "
        "decided_by=A\n"
        "2024-02-01 add_item programme=Q title_vi=x item=U task=UNSTATED decided_by=A");
    const auto answer = [&](const std::string& question, const char* columns) {
        return told(*record_, "2024-04-10", question, columns);
    };
    EXPECT_THAT(answer("programme_items period=2024-Q1", "item state"),
                ElementsAre("S | overdue", "U | overdue"));
    EXPECT_THAT(told(*record_, "2024-03-10", "programme_items period=2024-Q1", "item state"),
                ElementsAre("S | planned", "U | planned"));
    EXPECT_THAT(answer("planned_work period=2024-Q1", "task planned items"),
                ElementsAre("STATED | 1 | S", "UNSTATED | 1 | U"));
    for (const auto list : {&review::unfinished, &review::unexplained, &review::carried_late})
        EXPECT_THAT(listed(list), ElementsAre("STATED", "UNSTATED"));
    const review before =
        record_->review({parse_day("2024-03-10"), {}, {}}, parse_period("2023-Q4"));
    ASSERT_EQ(before.programme_items.size(), 2U) << "of the next quarter";
    say("2024-04-11 withdraw_item item=U decided_by=OFFICE reason=x");
    EXPECT_THAT(told(*record_, "2024-04-12", "planned_work period=2024-Q1", "task planned"),
                ElementsAre("STATED | 1", "UNSTATED | 0"));
}

TEST_F(PlansInReview, AHiddenItemPlansNothingForWhoMayNotSeeIt) {
    assign("S", "2024-01-05"), assign("V");
    plan("M", "2024-03", " task=S access_class=MAT");
    for (const auto list :
         {&review::unplanned, &review::unfinished, &review::unexplained, &review::carried_late})
        EXPECT_THAT(listed(list, "A"), IsEmpty());
    EXPECT_THAT(listed(&review::unplanned), ElementsAre("V"));
    EXPECT_THAT(listed(&review::carried_late), ElementsAre("S"));
}

TEST_F(PlansInReview, APlanThatBecameKnownLaterIsADifference) {
    assign("T"), assign("N");
    plan("M", "2024-03");
    say("2024-04-10 draft_review review=R agency=OFFICE period=2024-Q1 cut_off=2024-04-10\n"
        "2024-04-10 send_review review=R\n"
        "2024-04-10 close_review review=R agency=OFFICE reason=x answer_due=2024-12-30");
    say("2024-02-05 plan_task task=N period=2024-Q2\n2024-02-05 plan_task task=T period=2024-Q1");
    const auto differences = [&] {
        return told(*record_, "2024-12-31", "review_differences review=R",
                    "task what was is command");
    };
    const std::string planned =
        "T | lists | unplanned carried_planned next_planned | unfinished "
        "unexplained carried_late next_planned | plan_task";
    EXPECT_THAT(differences(), ElementsAre(planned)) << "N arose outside the plans of Q1";
    say("2024-02-06 withdraw_item item=M reason=x decided_by=OFFICE");
    EXPECT_THAT(differences(), ElementsAre(planned)) << "T is still planned";
}

// Its items have no time of their own.
TEST_F(PlansInReview, AProgrammeThatIsMovedIntoThePeriodLaterIsADifferenceOfTasks) {
    assign("T"), assign("N");
    const auto programme =
        std::to_string(say("2024-01-02 add_programme programme=Q agency=A period=2024-Q2"));
    say("2024-01-02 add_item programme=Q title_vi=x item=U task=T");
    say("2024-04-10 draft_review review=R agency=OFFICE period=2024-Q1 cut_off=2024-04-10\n"
        "2024-04-10 send_review review=R\n"
        "2024-04-10 close_review review=R agency=OFFICE reason=x answer_due=2024-12-30");
    say("2024-01-02 add_programme programme=Q agency=A period=2024-Q1 corrects=" + programme);
    EXPECT_THAT(
        told(*record_, "2024-12-31", "review_differences review=R", "task what was is command"),
        ElementsAre("N | lists | carried_planned next_planned | unplanned carried_planned "
                    "next_planned | add_programme",
                    "T | lists | carried_planned next_planned | unfinished unexplained "
                    "carried_late next_planned | add_programme"));
}

TEST_F(PlansInReview, WhoWillBeAtTheMeetingToComeIsTold) {
    say("2023-01-01 add_official official=O name_vi=x\n"
        "2024-04-25 hold_meeting meeting=M name_vi=m body=OFFICE period=2024-Q1\n"
        "2024-04-25 attend_meeting meeting=M meeting_role=chair official=O");
    const review r = record_->review({parse_day("2024-04-10"), {}, {}}, parse_period("2024-Q1"));
    ASSERT_TRUE(r.meeting);
    EXPECT_EQ(r.meeting->persons.size(), 1U);
}

// ---- whose things a review of some agencies lists
// ------------------------------------------------

TEST_F(PlansInReview, AReviewOfWhoGoesOnForAnEndedAgencyListsWhatItMustMove) {
    say("2024-01-05 raise_recommendation recommendation=R text_vi=r raised_by=X addressed_to=A "
        "answer_due=2024-02-10\n"
        "2024-01-05 add_document document=D number=1 document_kind=plan issuer=B\n"
        "2024-01-05 schedule_document_review document_review=V document=D review_kind=final "
        "deadline=2024-02-10 lead=A\n"
        "2024-01-05 schedule_document_review document_review=W document=D review_kind=final "
        "deadline=2024-02-10\n"
        "2024-01-05 add_indicator indicator=I name_vi=i unit=x threshold=90 owner=X\n"
        "2024-01-05 set_target indicator=I agency=A period=2024-Q1 target_low=40\n"
        "2024-03-31 observe_indicator indicator=I agency=A period=2024-Q1 value=10\n"
        "2023-01-01 add_agency agency=Z name_vi=x\n"
        "2024-01-05 add_indicator indicator=J name_vi=i unit=x threshold=90 owner=X\n"
        "2024-01-05 set_target indicator=J agency=Z period=2024-Q1 target_low=40\n"
        "2024-03-31 observe_indicator indicator=J agency=Z period=2024-Q1 value=10\n"
        "2024-04-01 dissolve_agency agency=Z reason=x\n2024-04-01 merge_agency agency=A into=B");
    const auto of = [&](const char* agency) {
        return record_->review({parse_day("2024-04-10"), {}, {}}, parse_period("2024-Q1"),
                               {agency});
    };
    const review b = of("B");
    ASSERT_EQ(b.recommendations.size(), 1U);
    EXPECT_EQ(b.document_reviews.size(), 2U);
    ASSERT_EQ(b.indicators.size(), 1U);
    const review x = of("X");
    const table* standings = x.answers.find("indicator_standings");
    ASSERT_NE(standings, nullptr);
    EXPECT_THAT(tests::lines_of(*standings, "indicator agency"), ElementsAre("I | A", "J | Z"))
        << "X answers for it";
    EXPECT_THAT(told(*record_, "2024-04-10", "warnings", "warning code next"),
                testing::Contains("indicator_below | J | X"));
}

TEST_F(PlansInReview, WhoWasNamedOnlyAfterTheMeetingIsToldFromThatDayOn) {
    say("2023-01-01 add_official official=O name_vi=x\n"
        "2024-04-05 hold_meeting meeting=M name_vi=m body=OFFICE period=2024-Q1\n"
        "2024-06-20 attend_meeting meeting=M meeting_role=chair official=O");
    const auto persons = [&](const char* day) {
        return record_->review({parse_day(day), {}, {}}, parse_period("2024-Q1"))
            .meeting->persons.size();
    };
    EXPECT_EQ(persons("2024-04-10"), 0U);
    EXPECT_EQ(persons("2024-06-20"), 1U);
    EXPECT_THAT(told(*record_, "2024-04-10", "meetings", "meeting official"), ElementsAre("M | -"));
}

}  // namespace
}  // namespace mandate
