// Who speaks for whom: an agency for itself, for what it alone goes on for, and not for strangers.

#include "ledger/record_test.hpp"

namespace mandate {
namespace {

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

TEST_F(Speaking, ADeadlineWithoutADayIsNoWayRoundTheTableOfExtensions) {
    say("2024-01-01 limit_extensions most_times=1 most_days=30", "OFFICE");
    EXPECT_EQ(refused("2024-02-01 revise_deadline task=T deadline_as_stated=soon", "OFFICE"),
              "extension_limit");
}

}  // namespace
}  // namespace mandate
