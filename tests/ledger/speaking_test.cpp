// Who speaks for whom: an agency for itself, for what it alone goes on for, and not for strangers.

#include "ledger/record_test.hpp"

namespace mandate {
namespace {

using tests::told;

class Speaking : public tests::record_test {
protected:
    void SetUp() override {
        record_test::SetUp();
        say("2023-01-01 set_policy policy=agencies office=OFFICE");
        say("2024-01-01 assign_task task=T title_vi=x lead=A coordinating=B assigner=OFFICE "
            "deadline=2024-03-01",
            "OFFICE");
    }
};

TEST_F(Speaking, ALeadDoesNotReportInTheNameOfAStranger) {
    EXPECT_EQ(refused("2024-01-10 report_progress task=T agency=X percent=5", "A"), "on_behalf_of");
    EXPECT_EQ(refused("2024-01-10 report_progress task=T agency=B percent=5", "A"), "on_behalf_of");
    say("2024-01-10 report_progress task=T agency=A percent=5", "A");
    say("2024-01-11 report_progress task=T agency=A on_behalf_of=A percent=6", "OFFICE");
}

// As reports are: of who holds posts in both the word is the lead's.
TEST_F(Speaking, WhoActsForTheLeadAndForAnotherSpeaksAsTheLead) {
    say("2023-01-01 add_official official=O name_vi=o\n2023-01-01 add_post post=PA agency=A "
        "name_vi=x\n"
        "2023-01-01 add_post post=PB agency=B name_vi=x\n2023-01-01 hold_post official=O post=PA\n"
        "2023-01-01 hold_post official=O post=PB",
        "OFFICE");
    const std::string said =
        std::to_string(say("2024-01-20 report_progress task=T percent=80", "O"));
    EXPECT_EQ(refused("2024-01-20 report_progress task=T percent=5 corrects=" + said, "B"),
              "permission");
    EXPECT_EQ(refused("2024-01-21 void_event reason=x corrects=" + said, "B"), "permission");
    say("2024-01-20 report_progress task=T percent=70 corrects=" + said, "A");
}

TEST_F(Speaking, WhoOwesOneOfTwoConditionsMaySayThatItIsFulfilled) {
    say("2024-01-10 block_task task=T condition=a owed_by=X\n"
        "2024-01-10 block_task task=T condition=b owed_by=B",
        "A");
    const auto moves = [&](const char* agency) {
        return told(*record_, "2024-01-11", std::string{"moves task=T agency="} + agency,
                    "command allowed");
    };
    EXPECT_THAT(moves("X"), testing::Contains("unblock_task | 1"));
    say("2024-01-11 unblock_task task=T condition=a", "X");
    EXPECT_THAT(moves("X"), testing::Contains("unblock_task | 0"));
}

TEST_F(Speaking, AStrangerDoesNotConsultAboutATask) {
    EXPECT_EQ(refused("2024-01-10 consult consultation=C task=T agency=X addressed_to=B", "X"),
              "permission");
    EXPECT_EQ(refused("2024-01-10 consult consultation=C task=T agency=X addressed_to=B", "A"),
              "on_behalf_of");
    say("2024-01-10 consult consultation=C task=T agency=A addressed_to=B", "A");
}

TEST_F(Speaking, AnEndedAgencyIsSilentAndTheOneThatAloneGoesOnForItSpeaks) {
    EXPECT_EQ(refused("2024-05-01 report_progress task=T percent=5", "X"), "permission");
    say("2024-02-01 merge_agency agency=A into=X", "OFFICE");
    EXPECT_EQ(refused("2024-05-01 report_progress task=T percent=5", "A"), "unknown_actor");
    say("2024-05-01 report_progress task=T percent=5", "X");
    say("2024-06-01 split_agency agency=X into=B,OFFICE duty=one,other", "OFFICE");
    EXPECT_EQ(refused("2024-07-01 report_progress task=T agency=A percent=5", "B"), "on_behalf_of")
        << "of several successors none speaks for it by itself";
}

TEST_F(Speaking, ACorrectionDoesNotPutTheFirstDeadlineOffFurtherThanAnExtensionWould) {
    say("2024-01-01 limit_extensions most_times=1 most_days=30", "OFFICE");
    const auto n = std::to_string(record_->revision() - 1);
    const std::string anew =
        "2024-01-01 assign_task task=T title_vi=x lead=A coordinating=B "
        "assigner=OFFICE corrects=" +
        n + " deadline=";
    EXPECT_EQ(refused(anew + "2024-06-01", "OFFICE"), "extension_limit");
    say(anew + "2024-03-20", "OFFICE");
}

TEST_F(Speaking, TheOfficeGoesOn) {
    EXPECT_EQ(refused("2024-02-01 dissolve_agency agency=OFFICE reason=x", "OFFICE"),
              "office_goes_on");
    say("2024-02-01 merge_agency agency=OFFICE into=X", "OFFICE");
    say("2024-02-02 add_official official=P name_vi=p", "X");
    EXPECT_EQ(refused("2024-02-03 set_policy policy=agencies office=OFFICE", "X"),
              "office_goes_on");
    say("2024-02-03 set_policy policy=agencies office=B", "X");
    EXPECT_EQ(refused("2024-02-04 add_official official=Q name_vi=q", "X"), "permission");
    EXPECT_EQ(refused("2025-06-01 set_policy policy=host", "B"), "not_in_the_future")
        << "it would be in force at once";
}

TEST_F(Speaking, WhoRaisedARecommendationWithdrawsIt) {
    say("2024-01-02 raise_recommendation recommendation=R text_vi=x raised_by=A addressed_to=B",
        "A");
    EXPECT_EQ(refused("2024-01-03 answer_recommendation recommendation=R agency=B "
                      "recommendation_status=withdrawn",
                      "B"),
              "permission");
    say("2024-01-03 answer_recommendation recommendation=R agency=A "
        "recommendation_status=withdrawn",
        "A");
}

// What a coordinating agency reports is of its own part, also where it does not name itself.
TEST_F(Speaking, AReportOfAnOwnPartMovesNothingOfTheLeads) {
    say("2024-01-01 assign_task task=S title_vi=x lead=A coordinating=B assigner=OFFICE "
        "standing_from=2024-01-01\n"
        "2024-01-01 assign_task task=N title_vi=x lead=A assigner=OFFICE deadline=2024-05-01\n"
        "2024-01-01 link_tasks link=L task=N after=T link_type=start_start",
        "OFFICE");
    say("2024-01-10 report_progress task=T percent=80 text=lead", "A");
    say("2024-01-20 verify_result task=T verdict=confirmed percent=70", "OFFICE");
    const auto answers = [&] {
        std::vector<std::string> all;
        for (const auto& [question, columns] :
             std::initializer_list<std::pair<const char*, const char*>>{
                 {"tasks", "task percent"},
                 {"results", "task reported_on reported_percent reported verified_percent"},
                 {"results period=2024-02", "task"},
                 {"review_tasks period=2024-Q1", "task percent result reported_on waiting_tasks"},
                 {"standing_results period=2024-Q1", "task reported text"},
                 {"slow_tasks", "task why days_silent"},
                 {"schedule", "task start finish"},
                 {"warnings", "warning code days"}})
            for (const std::string& line : told(*record_, "2024-03-29", question, columns))
                all.push_back(std::string{question} + ": " + line);
        return all;
    };
    const auto before = answers();
    say("2024-02-20 report_progress task=T agency=B percent=5 text=part\n"
        "2024-02-20 report_progress task=S agency=B text=part",
        "B");
    EXPECT_EQ(answers(), before);
    const std::int64_t event = say("2024-02-21 report_progress task=T percent=6 text=part", "B");
    EXPECT_EQ(answers(), before);
    EXPECT_THAT(told(*record_, "2024-03-29", "said event=" + std::to_string(event), "field value"),
                testing::Contains("agency | B"));
    say("2024-02-22 report_progress task=T percent=7 on_behalf_of=B", "OFFICE");
    EXPECT_EQ(answers(), before);
    say("2024-02-23 report_progress task=T percent=90 text=lead", "A");
    EXPECT_NE(answers(), before);
}

// A lead that comes to coordinate had spoken of the task, and the other way round.
TEST_F(Speaking, AReportIsOfWhatItsAgencyHadInTheTaskOnThatDay) {
    const auto percent = [&] { return told(*record_, "2024-12-31", "tasks", "percent"); };
    say("2024-01-10 report_progress task=T agency=A percent=80", "A");
    say("2024-01-11 report_progress task=T agency=B percent=5", "B");
    say("2024-02-01 reassign_task task=T lead=B coordinating=A", "OFFICE");
    EXPECT_THAT(percent(), testing::ElementsAre("80"));
    say("2024-01-12 report_progress task=T percent=6", "B");
    EXPECT_THAT(percent(), testing::ElementsAre("80")) << "of its part then, though it leads now";
    say("2024-02-02 report_progress task=T agency=A percent=10", "A");
    EXPECT_THAT(percent(), testing::ElementsAre("80"));
    say("2024-02-02 report_progress task=T agency=B percent=85", "B");
    EXPECT_THAT(percent(), testing::ElementsAre("85"));
}

// Whose words an event holds is of the day on which it was said, as was known then.
TEST_F(Speaking, ALateWordAboutWhoSpokeChangesNothingOfWhoseWordsTheyAre) {
    say("2023-01-01 add_official official=O name_vi=x\n2023-01-01 add_official official=B2 "
        "name_vi=x\n"
        "2023-01-01 add_post post=PA agency=A name_vi=x\n"
        "2023-01-01 add_post post=PB agency=B name_vi=x\n"
        "2023-01-01 hold_post official=O post=PA\n"
        "2024-01-02 assign_task task=U title_vi=x lead=A coordinating=B,X assigner=OFFICE\n"
        "2023-06-01 delegate_rights agency=B delegate=A on_behalf_of=B",
        "OFFICE");
    const auto corrects = [](std::int64_t event) { return " corrects=" + std::to_string(event); };
    const auto reported = say("2024-01-10 report_progress task=T percent=80", "O");
    const auto part = say("2024-01-10 report_progress task=U percent=5 agency=X", "X");
    const auto led = say("2024-01-10 report_progress task=U percent=70", "A");
    say("2023-06-01 leave_post official=O post=PA\n2023-06-01 hold_post official=O post=PB\n"
        "2023-06-01 delegate_rights agency=B delegate=X on_behalf_of=B\n"
        "2024-01-05 reassign_task task=U lead=B coordinating=A,X",
        "OFFICE");
    for (const auto event : {reported, part, led})
        for (const char* actor : {"B", "O"})
            EXPECT_EQ(objection("2024-01-20 void_event reason=x" + corrects(event), actor),
                      "permission")
                << event << " " << actor;
    EXPECT_EQ(objection("2024-01-10 report_progress task=T percent=5" + corrects(reported), "B"),
              "permission");
    say("2024-01-10 report_progress task=T percent=81" + corrects(reported), "A");
    say("2024-01-10 report_progress task=U percent=6 agency=X" + corrects(part), "X");
    say("2024-01-20 void_event reason=x" + corrects(led), "A");
}

TEST_F(Speaking, ADeadlineWithoutADayIsNoWayRoundTheTableOfExtensions) {
    say("2024-01-01 limit_extensions most_times=1 most_days=30", "OFFICE");
    EXPECT_EQ(refused("2024-02-01 revise_deadline task=T deadline_as_stated=soon", "OFFICE"),
              "extension_limit");
}

}  // namespace
}  // namespace mandate
