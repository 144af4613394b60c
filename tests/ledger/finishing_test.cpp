// When work counts as done: not where the Office did not confirm it, and on the day that the ledger
// chose (lib/README.md, decisions 165 and 166).

#include "mandate/report/report.hpp"
#include "mandate/review/review.hpp"
#include "record_test.hpp"

#include <string>
#include <vector>

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using tests::told;

class Finishing : public tests::record_test {
protected:
    void SetUp() override {
        record_test::SetUp();
        say("2024-01-05 assign_task task=T title_vi=x lead=A assigner=OFFICE deadline=2024-03-20 "
            "acceptance=not_asked");
    }
    std::vector<std::string> classes(const char* day) const {
        return told(*record_, day, "tasks", "task class");
    }
    review of_quarter(const char* cut_off = "2024-04-20") const {
        return record_->review({parse_day(cut_off), {}, {}}, parse_period("2024-Q1"));
    }
    std::vector<std::string> overdue(const review& r) const {
        std::vector<std::string> codes;
        for (const std::size_t at : r.overdue) codes.push_back(r.tasks[at].code);
        return codes;
    }
};

TEST_F(Finishing, AResultThatWasNotConfirmedIsNotDone) {
    say("2024-03-15 complete_task task=T agency=A");
    EXPECT_EQ(of_quarter().only_reported.size(), 1U);
    say("2024-04-10 verify_result task=T agency=OFFICE verdict=not_confirmed text=x");
    EXPECT_THAT(classes("2024-04-09"), ElementsAre("T | done_in_time")) << "by what was known then";
    EXPECT_THAT(classes("2024-04-10"), ElementsAre("T | open_overdue"));
    EXPECT_THAT(overdue(of_quarter("2024-04-09")), IsEmpty());
    EXPECT_THAT(overdue(of_quarter()), ElementsAre("T")) << "as a submission that was returned";
    EXPECT_EQ(of_quarter().only_reported.size(), 0U);
    EXPECT_EQ(refused("2024-04-11 submit_task task=T"), "acceptance_not_asked");
    say("2024-04-12 report_progress task=T percent=80\n2024-04-15 complete_task task=T agency=A");
    EXPECT_THAT(classes("2024-04-20"), ElementsAre("T | done_late"));
    EXPECT_EQ(refused("2024-04-16 complete_task task=T"), "not_done");
    say("2024-04-18 verify_result task=T agency=OFFICE verdict=partly_confirmed percent=90");
    EXPECT_THAT(classes("2024-04-20"), ElementsAre("T | open_overdue"));
    say("2024-04-19 verify_result task=T agency=OFFICE verdict=confirmed");
    EXPECT_THAT(classes("2024-04-20"), ElementsAre("T | done_late")) << "the last word counts";
}

TEST_F(Finishing, WhatRestsIsNotMadeDoneByAVerdict) {
    say("2024-03-15 complete_task task=T\n"
        "2024-03-16 verify_result task=T verdict=not_confirmed\n"
        "2024-03-18 suspend_task task=T reason=x");
    EXPECT_EQ(objection("2024-03-19 verify_result task=T verdict=confirmed"), "not_suspended");
    EXPECT_EQ(objection("2024-03-19 verify_result task=T verdict=partly_confirmed"), "");
    say("2024-03-20 resume_task task=T\n2024-03-21 verify_result task=T verdict=confirmed");
    EXPECT_THAT(classes("2024-03-21"), ElementsAre("T | done_in_time"));
}

// The document is there, whatever is said of it.
TEST_F(Finishing, ACompletionThatNamesItsDocumentStands) {
    say("2024-01-05 add_document document=D number=1-KH document_kind=plan issuer=A "
        "dated=2024-03-18\n"
        "2024-03-19 complete_task task=T document=D\n"
        "2024-03-20 verify_result task=T verdict=not_confirmed");
    EXPECT_THAT(classes("2024-04-20"), ElementsAre("T | done_in_time"));
}

// What was begun once stays begun once it is done again.
TEST_F(Finishing, TheWorkBeganWithTheCompletionThatWasTakenBack) {
    say("2024-03-11 complete_task task=T\n2024-03-12 verify_result task=T verdict=not_confirmed\n"
        "2024-01-05 assign_task task=AFTER title_vi=x lead=B deadline=2024-06-28\n"
        "2024-01-05 link_tasks link=L task=AFTER after=T link_type=start_start");
    EXPECT_THAT(told(*record_, "2024-03-20", "review_tasks period=2024-Q1 list=population",
                     "task waiting_tasks"),
                ElementsAre("T | 0", "AFTER | 0"))
        << "AFTER waits for its beginning alone";
    const auto begun = [&] {
        return told(*record_, "2024-03-20", "schedule", "task start").front();
    };
    EXPECT_EQ(begun(), "T | 2024-03-11");
    say("2024-03-18 complete_task task=T");
    EXPECT_EQ(begun(), "T | 2024-03-11");
}

TEST_F(Finishing, WhatIsVerifiedIsNotOnlyReported) {
    say("2024-03-15 complete_task task=T agency=A\n"
        "2024-03-16 verify_result task=T agency=OFFICE verdict=confirmed\n"
        "2024-01-05 assign_task task=U title_vi=x lead=A assigner=OFFICE deadline=2024-03-20\n"
        "2024-03-15 submit_task task=U\n2024-03-16 accept_task task=U\n"
        "2024-01-05 assign_task task=V title_vi=x lead=A assigner=OFFICE acceptance=not_asked\n"
        "2024-03-10 verify_result task=V agency=OFFICE verdict=confirmed percent=50\n"
        "2024-03-15 complete_task task=V");
    const review r = of_quarter();
    ASSERT_EQ(r.only_reported.size(), 1U);
    EXPECT_EQ(r.tasks[r.only_reported[0]].code, "V")
        << "what was verified before is not the result";
    EXPECT_THAT(review_text(r, language::en),
                HasSubstr("Of those done, 1 is done by the lead's own"));
}

TEST_F(Finishing, AVerdictStandsOnWhatCameAfterIt) {
    say("2024-03-15 complete_task task=T");
    const auto verdict =
        std::to_string(say("2024-03-16 verify_result task=T verdict=not_confirmed text=x"));
    say("2024-03-18 complete_task task=T");
    EXPECT_THAT(objection("2024-03-19 void_event reason=x corrects=" + verdict),
                "others_stand_on_it")
        << "it would be done twice";
    EXPECT_THAT(objection("2024-03-16 verify_result task=T verdict=confirmed corrects=" + verdict),
                "others_stand_on_it");
    EXPECT_THAT(objection("2024-03-17 verify_result task=T verdict=confirmed"),
                "others_stand_on_it");
    EXPECT_EQ(objection("2024-03-17 verify_result task=T verdict=partly_confirmed"), "");
    EXPECT_EQ(objection("2024-03-19 verify_result task=T verdict=confirmed"), "");
}

TEST_F(Finishing, ALedgerMayChooseTheDayOfTheAcceptance) {
    say("2024-01-05 assign_task task=U title_vi=x lead=A assigner=OFFICE deadline=2024-03-20\n"
        "2024-03-15 submit_task task=U\n2024-04-05 accept_task task=U");
    const auto class_of_u = [&](const review& r) {
        for (std::size_t i = 0; i < r.tasks.size(); ++i)
            if (r.tasks[i].code == "U")
                return std::string{name_of(r.tasks[i].at_end)} + " " +
                       std::string{name_of(r.tasks[i].at_cut_off)};
        return std::string{};
    };
    EXPECT_EQ(class_of_u(of_quarter()), "done_in_time done_in_time");
    EXPECT_EQ(refused("2024-04-10 set_finishing_day decision=1"), "finishing_day");
    say("2024-04-10 set_finishing_day finishing_day=acceptance decision=1-QĐ");
    EXPECT_EQ(class_of_u(of_quarter()), "open_in_time done_late")
        << "at the period's end its waiting was the acceptor's";
    EXPECT_EQ(class_of_u(of_quarter("2024-04-09")), "done_in_time done_in_time")
        << "before it was chosen";
    EXPECT_THAT(told(*record_, "2024-04-20", "tasks", "task class"),
                ElementsAre("T | open_overdue", "U | done_late"));
    EXPECT_THAT(review_text(of_quarter(), language::en),
                HasSubstr("The finishing day is the day of the acceptance"));
    EXPECT_THAT(to_json(of_quarter()), HasSubstr(R"("finishing_day":"acceptance")"));
    say("2024-04-15 set_finishing_day finishing_day=submission");
    EXPECT_EQ(class_of_u(of_quarter()), "done_in_time done_in_time");
}

TEST_F(Finishing, ALedgerMayChooseTheDayOnWhichAnIssueWasRecorded) {
    say("2024-01-05 add_document document=D number=1-KH document_kind=plan issuer=A "
        "dated=2024-03-18\n"
        "2024-01-05 assign_task task=U title_vi=x lead=A assigner=OFFICE deadline=2024-03-20\n"
        "2024-01-06 expect_document task=U expected=d title_vi=x\n"
        "2024-03-25 issue_document task=U expected=d document=D\n"
        "2024-03-26 complete_task task=T document=D");
    EXPECT_THAT(classes("2024-04-20"), ElementsAre("T | done_in_time", "U | done_in_time"));
    say("2024-04-10 set_finishing_day issue_day=recorded");
    EXPECT_THAT(classes("2024-04-20"), ElementsAre("T | done_late", "U | done_late"));
    EXPECT_THAT(review_text(of_quarter(), language::en), HasSubstr("its issue was recorded"));
    EXPECT_THAT(of_quarter().only_reported, IsEmpty()) << "the document shows it";
}

// A completion that was taken back was a word of the lead's, as a submission that was returned.
TEST_F(Finishing, WhoseResultWasNotConfirmedWasNotSilent) {
    say("2024-01-05 assign_task task=U title_vi=x lead=A assigner=OFFICE deadline=2024-05-20\n"
        "2024-03-15 complete_task task=T\n2024-03-15 submit_task task=U\n"
        "2024-03-18 verify_result task=T verdict=not_confirmed\n"
        "2024-03-18 return_task task=U reason=x");
    say("2024-04-01 set_slow_limits silent_after=1");
    const auto both = told(*record_, "2024-04-20", "slow_tasks", "task days_silent");
    EXPECT_THAT(both, ElementsAre("T | 24", "U | 24"));
}

TEST_F(Finishing, AnInstanceOfAPeriodIsTheLineOfItsStandingWork) {
    say("2024-01-10 assign_task task=R title_vi=x lead=A recurs=quarterly "
        "standing_from=2024-01-10 acceptance=not_asked\n"
        "2024-01-12 repeat_task task=R period=2024-Q1,2024-Q2");
    const auto line = [&](const char* of) {
        return told(*record_, "2024-07-10", std::string{"standing_results period="} + of,
                    "task reported reported_on text");
    };
    EXPECT_THAT(line("2024-Q1"), ElementsAre("R | 0 | - | -"));
    say("2024-04-02 complete_task task=R/2024-Q1 text=done");
    EXPECT_THAT(line("2024-Q1"), ElementsAre("R | 1 | 2024-04-02 | done"));
    EXPECT_THAT(line("2024-Q2"), ElementsAre("R | 0 | - | -"));
}

// Who coordinated and leads it now coordinates it no more, though nobody said so: by every count.
TEST_F(Finishing, WhoCoordinatedAndLeadsNowIsCountedOnce) {
    say("2024-01-10 assign_task task=U title_vi=x lead=A coordinating=B assigner=X "
        "deadline=2024-03-20\n"
        "2024-01-12 state_obligation task=U agency=B obligation=o deadline=2024-02-10");
    const auto found =
        record_->check(tests::by_clerk(parse_day("2024-04-10")),
                       tests::commands_of("2024-04-10 reassign_task task=U lead=B,X"));
    ASSERT_EQ(found.findings.size(), 1U);
    EXPECT_EQ(found.findings[0].key, "task.lead_coordinates");
    say("2024-04-10 reassign_task task=U lead=B,X");
    EXPECT_THAT(told(*record_, "2024-04-20", "own_parts period=2024-Q1", "agency"), IsEmpty());
    EXPECT_THAT(told(*record_, "2024-04-20",
                     "review_figures period=2024-Q1 grouped_by=coordinating", "key total"),
                ElementsAre("- | 0", "(sum) | 0"));
    for (const agency_row& row : of_quarter().agencies) EXPECT_EQ(row.coordinated, 0);
    EXPECT_THAT(told(*record_, "2024-04-20", "agency_figures", "agency coordinated"),
                testing::Contains("B | 0"));
}

}  // namespace
}  // namespace mandate
