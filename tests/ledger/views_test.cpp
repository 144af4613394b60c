// What its class of access hides from an agency is hidden everywhere: in lists, counts, changes,
// lineage, searches and reviews alike. The secret words are looked for in everything that can be
// asked.

#include "ledger/asked.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mandate {
namespace {

using testing::HasSubstr;
using testing::Not;
using tests::all_that_can_be_asked;
using tests::by_clerk;
using tests::commands_of;
using tests::told;

constexpr const char* world = R"(
2024-01-01 add_agency agency=CLEARED name_vi=a
2024-01-01 add_agency agency=OTHER name_vi=a
2024-01-01 add_agency agency=INSP name_vi=a
2024-01-01 add_agency agency=OFFICE name_vi=a
2024-01-01 add_official official=P name_vi=a
2024-01-01 add_access_class access_class=SECRET name_vi=a rank=1
2024-01-01 set_highest_class access_class=SECRET
2024-01-01 grant_access access_class=SECRET agency=CLEARED
2024-01-01 set_policy policy=host office=OFFICE inspection=INSP
2024-01-01 add_document document=PLAIN number=1 document_kind=plan issuer=OFFICE title_vi=a
2024-01-01 add_document document=HUSH-D number=2 document_kind=plan issuer=OFFICE title_vi=hushword access_class=SECRET
2024-01-01 relate_documents document=HUSH-D relation=implements to_document=PLAIN
2024-01-05 hold_meeting meeting=M name_vi=a body=OFFICE period=2024-Q4
2024-01-05 conclude conclusion=C meeting=M conclusion_kind=task text_vi=a
2024-01-10 assign_task task=HUSH-T title_vi=hushword lead=OTHER coordinating=CLEARED assigner=OFFICE conclusion=C meeting=M document=HUSH-D deadline=2024-02-20 access_class=SECRET
2024-01-10 assign_task task=T title_vi=a lead=OTHER assigner=OFFICE conclusion=C document=PLAIN,HUSH-D deadline=2024-02-20
2024-01-10 link_tasks link=HUSH-L task=HUSH-T after=T
2024-01-11 state_obligation task=HUSH-T agency=CLEARED obligation=hushword deadline=2024-02-01
2024-01-12 consult consultation=HUSH-K task=HUSH-T agency=OTHER addressed_to=CLEARED answer_due=2024-02-01 text=hushword
2024-01-12 answer_consultation consultation=HUSH-K agency=CLEARED opinion=agree text=hushword
2024-02-01 report_progress task=HUSH-T percent=10 text=hushword
2024-02-02 verify_result task=HUSH-T verdict=confirmed text=hushword
2024-02-03 remind_task task=HUSH-T number=hushword
2024-02-22 explain_delay task=HUSH-T cause=other text=hushword blamed=CLEARED
2024-02-23 find_cause task=HUSH-T cause=other text=hushword
2024-02-24 request_extension task=HUSH-T proposed_deadline=2024-12-01 reason=hushword
2024-02-25 block_task task=HUSH-T condition=hushword owed_by=OTHER
2024-02-26 expect_document task=HUSH-T expected=hushword
2024-02-27 set_attribute task=HUSH-T host_key=k host_value=hushword
2024-02-27 set_attribute consultation=HUSH-K host_key=k host_value=hushword
2024-02-28 raise_recommendation recommendation=R text_vi=a raised_by=OTHER addressed_to=OFFICE
2024-02-28 relate_recommendation recommendation=R task=HUSH-T
2024-02-29 answer_recommendation recommendation=R recommendation_status=accepted task=HUSH-T
2024-02-28 raise_recommendation recommendation=HUSH-R text_vi=hushword raised_by=OTHER addressed_to=OFFICE access_class=SECRET
2024-03-01 fan_out_task task=HUSH-T agency=OTHER,CLEARED
)";

class Views : public testing::Test {
protected:
    std::unique_ptr<ledger> record_ = ledger::in_memory();
    void SetUp() override {
        record_->record(by_clerk(parse_day("2024-12-01")), commands_of(world));
    }
};

TEST_F(Views, OfAnAgencyThatIsNotNamedSayNothingOfWhatIsClassified) {
    const std::string all = all_that_can_be_asked(*record_, "OTHER");
    EXPECT_THAT(all, HasSubstr("tasks: T |"));
    for (std::string_view rest = all; !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        for (const char* secret : {"hushword", "HUSH"}) {
            const std::size_t at = line.find(secret);
            if (at != line.npos) ADD_FAILURE() << line.substr(at < 200 ? 0 : at - 200, 400);
        }
    }
}

TEST_F(Views, OfTheHostOfNamedAgenciesAndOfTheInspectionCommitteeSayAll) {
    for (const char* viewer : {"", "CLEARED", "INSP"}) {
        SCOPED_TRACE(viewer);
        const std::string all = all_that_can_be_asked(*record_, viewer);
        for (const char* secret :
             {"HUSH-T", "HUSH-T/OTHER", "HUSH-D", "HUSH-K", "HUSH-R", "HUSH-L", "hushword"})
            EXPECT_THAT(all, HasSubstr(secret));
    }
    std::string all = all_that_can_be_asked(*record_, "INSP");
    const std::string as = "\"viewer\":\"INSP\"";
    all.replace(all.find(as), as.size(), "\"viewer\":\"CLEARED\"");
    EXPECT_EQ(all, all_that_can_be_asked(*record_, "CLEARED"));
}

TEST_F(Views, SumsStayExactByWhatIsNotShown) {
    EXPECT_THAT(told(*record_, "2024-03-31", "conclusions", "tasks open not_shown", "OTHER"),
                testing::ElementsAre("T | 1 | 2"))
        << "two instances of the one that is hidden";
    EXPECT_THAT(told(*record_, "2024-03-31", "conclusions", "tasks open not_shown"),
                testing::ElementsAre("HUSH-T T | 3 | 0"));
}

TEST_F(Views, CountNothingHiddenOfAClass) {
    EXPECT_THAT(told(*record_, "2024-12-31", "access_classes", "access_class things", "OTHER"),
                testing::ElementsAre("SECRET | 0"));
    const std::vector<std::string> all =
        told(*record_, "2024-12-31", "access_classes", "access_class things");
    EXPECT_THAT(told(*record_, "2024-12-31", "access_classes", "access_class things", "CLEARED"),
                all);
    EXPECT_THAT(all, testing::Not(testing::ElementsAre("SECRET | 0")));
}

TEST_F(Views, AskingByTheCodeOfAHiddenThingIsAsIfItWereNotThere) {
    for (const char* question : {"results task=HUSH-T", "moves task=HUSH-T", "results task=NONE"}) {
        try {
            told(*record_, "2024-03-31", question, "task", "OTHER");
            ADD_FAILURE() << question;
        } catch (const error& e) {
            EXPECT_EQ(name_of(e.code()), name_of(errc::unknown_reference)) << e.what();
        }
    }
}

}  // namespace
}  // namespace mandate
