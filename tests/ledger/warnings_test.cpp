// Early warning: what will go wrong or stands still on a day, and who must move next.

#include "ledger/asked.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mandate {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
using tests::by_clerk;
using tests::commands_of;
using tests::told;

class Warnings : public testing::Test {
protected:
    std::unique_ptr<ledger> record_ = ledger::in_memory();

    void SetUp() override {
        say("2023-01-01 add_agency agency=OFFICE name_vi=x\n"
            "2023-01-01 add_agency agency=A name_vi=x\n2023-01-01 add_agency agency=B name_vi=x");
    }
    void say(std::string_view text) {
        record_->record(by_clerk(parse_day("2024-12-31")), commands_of(text));
    }
    std::vector<std::string> on(const char* day, const std::string& arguments = "",
                                std::string_view columns = "level warning code next due days",
                                std::string_view viewer = {}) const {
        return told(*record_, day, "warnings " + arguments, columns, viewer);
    }
};

TEST_F(Warnings, ATaskIsAnnouncedBeforeItsDayAndRisesWithTheDaysAfterIt) {
    say("2024-03-01 assign_task task=T title_vi=x lead=A assigner=OFFICE deadline=2024-03-20\n"
        "2024-03-11 report_progress task=T percent=10 text=x");
    EXPECT_THAT(on("2024-03-12"), IsEmpty());
    EXPECT_THAT(on("2024-03-13"), ElementsAre("1 | due_soon | T | A | 2024-03-20 | -5"));
    EXPECT_THAT(on("2024-03-20"), ElementsAre("1 | due_soon | T | A | 2024-03-20 | 0"))
        << "the day itself is in time";
    EXPECT_THAT(on("2024-03-21"), ElementsAre("1 | overdue | T | A | 2024-03-20 | 1"));
    EXPECT_THAT(on("2024-04-08", "silent_after=100"),
                ElementsAre("2 | overdue | T | A | 2024-03-20 | 13"));
    EXPECT_THAT(on("2024-05-20", "silent_after=100"),
                ElementsAre("3 | overdue | T | A | 2024-03-20 | 40"));
}

TEST_F(Warnings, WhatIsHandedInWaitsForTheAssignerAndNotForTheLead) {
    say("2024-03-01 assign_task task=T title_vi=x lead=A assigner=OFFICE deadline=2024-03-20\n"
        "2024-03-12 submit_task task=T");
    EXPECT_THAT(on("2024-03-19"), IsEmpty());
    EXPECT_THAT(on("2024-03-20"),
                ElementsAre("1 | acceptance_pending | T | OFFICE | 2024-03-19 | 1"));
    EXPECT_THAT(on("2024-03-20", "agency=A"), IsEmpty());
    EXPECT_THAT(on("2024-03-20", "answer_within=10"), IsEmpty());
}

TEST_F(Warnings, SilenceCountsFromTheLastReport) {
    say("2024-03-01 assign_task task=T title_vi=x lead=A deadline=2024-12-31\n"
        "2024-03-06 report_progress task=T percent=10 text=x");
    EXPECT_THAT(on("2024-04-03"), IsEmpty());
    EXPECT_THAT(on("2024-04-04"), ElementsAre("1 | silent | T | A | 2024-04-03 | 1"));
}

TEST_F(Warnings, AForecastNamesTheTaskWithWhichTheDelayBegins) {
    say(R"(
2024-03-01 assign_task task=T1 title_vi=x lead=A duration=10 deadline=2024-12-31
2024-03-01 assign_task task=T2 title_vi=x lead=B duration=10 deadline=2024-03-25
2024-03-01 link_tasks link=L task=T2 after=T1
)");
    EXPECT_THAT(on("2024-03-15", "", "warning code next because due"),
                ElementsAre("forecast_late | T2 | A | T1 | 2024-03-25"))
        << "B cannot help it: A must move";
    EXPECT_THAT(on("2024-03-15", "agency=B", "code"), IsEmpty());
}

TEST_F(Warnings, WaitingForOthersNamesTheOthers) {
    say(R"(
2024-03-01 assign_task task=T title_vi=x lead=A coordinating=B deadline=2024-12-31
2024-03-04 consult consultation=K task=T agency=A addressed_to=B answer_due=2024-03-08
2024-03-04 block_task task=T condition=line owed_by=OFFICE answer_due=2024-03-08
)");
    EXPECT_THAT(on("2024-03-11"), ElementsAre("1 | opinion_overdue | T | B | 2024-03-08 | 1",
                                              "1 | condition_unmet | T | OFFICE | 2024-03-08 | 1"));
    say("2024-03-11 unblock_task task=T\n"
        "2024-03-11 answer_consultation consultation=K agency=B opinion=agree");
    EXPECT_THAT(on("2024-03-11"), IsEmpty());
}

TEST_F(Warnings, WhatNobodyLeadsOrDatesIsSaid) {
    say("2024-03-01 assign_task task=T title_vi=x assigner=OFFICE");
    EXPECT_THAT(on("2024-03-05", "", "warning code next due"),
                ElementsAre("without_deadline | T | OFFICE | -", "without_lead | T | OFFICE | -"));
}

TEST_F(Warnings, ARecommendationWaitsForWhoeverIsToAnswerIt) {
    say("2024-03-01 raise_recommendation recommendation=R text_vi=x raised_by=A addressed_to=B "
        "answer_due=2024-03-15");
    EXPECT_THAT(on("2024-03-15"), IsEmpty());
    EXPECT_THAT(on("2024-03-18"),
                ElementsAre("1 | recommendation_overdue | R | B | 2024-03-15 | 1"));
}

TEST_F(Warnings, OfHiddenTasksNothingIsSaid) {
    say(R"(
2024-01-01 add_access_class access_class=S name_vi=x rank=1
2024-01-01 set_highest_class access_class=S
2024-01-01 grant_access access_class=S agency=A
2024-03-01 assign_task task=T1 title_vi=x lead=A duration=10 deadline=2024-12-31 access_class=S
2024-03-01 assign_task task=T2 title_vi=x lead=B duration=10 deadline=2024-03-25
2024-03-01 link_tasks link=L task=T2 after=T1
)");
    EXPECT_THAT(on("2024-03-15", "", "warning code next because", "B"),
                ElementsAre("forecast_late | T2 | B | T2"))
        << "the date is right; what makes it is not told";
    EXPECT_THAT(on("2025-03-14", "", "code", "B"), Not(Contains(StartsWith("T1"))));
}

}  // namespace
}  // namespace mandate
