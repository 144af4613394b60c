// Which document is in force on a day does not hang on the day as of which a relation was recorded.

#include "record_test.hpp"

namespace mandate {
namespace {

using testing::ElementsAre;
using tests::told;

class DocumentForce : public tests::record_test {
protected:
    void SetUp() override {
        record_test::SetUp();
        say("2018-01-01 add_agency agency=A name_vi=x corrects=2");
        say("2018-07-25 add_document document=OLD number=1-QĐ document_kind=decision issuer=A "
            "dated=2018-07-25\n"
            "2023-12-01 add_document document=NEW number=2-QĐ document_kind=decision issuer=A "
            "dated=2023-12-01\n"
            "2024-01-01 add_document document=BLANK number=3-QĐ document_kind=decision issuer=A");
    }
    std::vector<std::string> in_force(const char* day) const {
        return told(*record_, day, "documents in_force=in_force",
                    "document in_force_from not_in_force_from ended_by");
    }
};

TEST_F(DocumentForce, TheDayOfTheNewDocumentCountsAndNotThatOfTheRelation) {
    say("2024-02-01 relate_documents document=NEW relation=replaces to_document=OLD");
    for (const char* day : {"2023-12-01", "2024-01-15", "2024-02-01", "2024-12-31"}) {
        SCOPED_TRACE(day);
        EXPECT_THAT(in_force(day), ElementsAre("NEW | 2023-12-01 | - | -"));
    }
    EXPECT_THAT(in_force("2023-11-30"), ElementsAre("OLD | 2018-07-25 | - | -"))
        << "as of a day, only what was in force by then";
}

TEST_F(DocumentForce, WhatIsRelatedTooEarlyEndsNothingBeforeTheDocumentIsInForce) {
    say("2023-01-01 relate_documents document=NEW relation=repeals to_document=OLD");
    EXPECT_THAT(in_force("2023-11-30"), ElementsAre("OLD | 2018-07-25 | - | -"));
    EXPECT_THAT(in_force("2023-12-01"), ElementsAre("NEW | 2023-12-01 | - | -"));
}

TEST_F(DocumentForce, WhatIsEndedBeforeItComesIntoForceEndsNothing) {
    say("2024-02-01 add_document document=LATE number=4-QĐ document_kind=decision issuer=A "
        "dated=2024-02-01 in_force_from=2024-06-01\n"
        "2024-02-01 relate_documents document=LATE relation=replaces to_document=OLD\n"
        "2024-05-01 relate_documents document=BLANK relation=repeals to_document=LATE");
    EXPECT_THAT(in_force("2024-06-02"),
                ElementsAre("BLANK | 2024-05-01 | - | -", "NEW | 2023-12-01 | - | -",
                            "OLD | 2018-07-25 | - | -"));
    say("2024-05-02 relate_documents document=BLANK relation=repeals to_document=OLD");
    EXPECT_THAT(in_force("2024-06-02"),
                ElementsAre("BLANK | 2024-05-01 | - | -", "NEW | 2023-12-01 | - | -"));
}

TEST_F(DocumentForce, OneWithoutADayIsInForceFromTheDayOnWhichItReplacesAnother) {
    say("2024-02-01 relate_documents document=BLANK relation=replaces to_document=OLD");
    EXPECT_THAT(in_force("2024-01-31"),
                ElementsAre("NEW | 2023-12-01 | - | -", "OLD | 2018-07-25 | - | -"));
    EXPECT_THAT(in_force("2024-02-01"),
                ElementsAre("BLANK | 2024-02-01 | - | -", "NEW | 2023-12-01 | - | -"));
}

TEST_F(DocumentForce, ABasisPutsNothingIntoForce) {
    say("2024-02-01 relate_documents document=BLANK relation=basis to_document=OLD");
    EXPECT_THAT(in_force("2024-02-01"),
                ElementsAre("NEW | 2023-12-01 | - | -", "OLD | 2018-07-25 | - | -"));
}

TEST_F(DocumentForce, ACorrectionThatBreaksTheOrderOfRelatedDocumentsIsTold) {
    const auto findings_of = [&](const std::string& text) {
        std::vector<std::string> kinds;
        for (const finding& one :
             record_->record(tests::by_clerk(parse_day("2024-12-31")), tests::commands_of(text))
                 .findings)
            kinds.push_back(one.key);
        return kinds;
    };
    findings_of(
        "2024-01-01 add_document document=R number=90 document_kind=plan issuer=A "
        "dated=2023-01-05");
    const auto above = std::to_string(record_->revision());
    findings_of(
        "2024-01-01 add_document document=S number=91 document_kind=plan issuer=A "
        "dated=2023-02-05");
    const auto below = std::to_string(record_->revision());
    EXPECT_THAT(findings_of("2024-01-01 relate_documents document=S relation=implements "
                            "to_document=R"),
                testing::IsEmpty());
    EXPECT_THAT(findings_of("2024-01-01 add_document document=S number=91 document_kind=plan "
                            "issuer=A dated=2022-02-05 corrects=" +
                            below),
                testing::ElementsAre("document.chronology"));
    EXPECT_THAT(findings_of("2024-01-01 add_document document=R number=90 document_kind=plan "
                            "issuer=A dated=2022-01-05 corrects=" +
                            above),
                testing::IsEmpty());
    EXPECT_THAT(findings_of("2024-01-01 add_document document=R number=90 document_kind=plan "
                            "issuer=A dated=2022-03-05 corrects=" +
                            std::to_string(record_->revision())),
                testing::ElementsAre("document.chronology"));
}

TEST_F(DocumentForce, ADayThatIsWithdrawnLeavesOthersOutOfOrder) {
    const auto findings_of = [&](const std::string& text) {
        std::vector<std::string> told;
        for (const finding& one :
             record_->record(tests::by_clerk(parse_day("2024-12-31")), tests::commands_of(text))
                 .findings)
            told.push_back(one.key + " " + one.facts.at(0).second);
        return told;
    };
    findings_of(
        "2024-01-01 add_document document=R number=90 document_kind=plan issuer=A "
        "dated=2023-03-05\n"
        "2024-01-01 add_document document=S number=91 document_kind=plan issuer=A "
        "dated=2023-02-05\n"
        "2024-01-01 state_document_date document=S dated=2023-04-05 source=x");
    const auto stated = std::to_string(record_->revision());
    EXPECT_THAT(findings_of("2024-01-01 relate_documents document=S relation=implements "
                            "to_document=R"),
                testing::IsEmpty());
    EXPECT_THAT(findings_of("2024-01-01 state_document_date document=S dated=2023-03-01 source=x "
                            "corrects=" +
                            stated),
                testing::ElementsAre("document.chronology S"));
    EXPECT_THAT(findings_of("2024-01-01 state_document_date document=S dated=2023-04-05 source=x "
                            "corrects=" +
                            std::to_string(record_->revision())),
                testing::IsEmpty());
    EXPECT_THAT(findings_of("2024-01-02 void_event reason=x corrects=" +
                            std::to_string(record_->revision())),
                testing::ElementsAre("document.chronology S"));
}

TEST_F(DocumentForce, ADayThatIsItsOwnIsNoOtherDay) {
    say("2024-01-01 add_document document=R number=90 document_kind=plan issuer=A "
        "dated=2023-01-05\n"
        "2024-01-01 assign_task task=RT title_vi=x lead=A document=R\n"
        "2024-01-02 state_document_date document=R dated=2023-01-05 source=a\n"
        "2024-01-02 state_document_date document=R dated=2023-01-06 source=b\n"
        "2024-01-02 state_document_date document=R dated=2023-01-06 source=c\n"
        "2024-01-02 state_document_date document=R dated=2023-01-06 source=b");
    EXPECT_EQ(told(*record_, "2024-12-31", "documents text=90", "other_dates"),
              std::vector<std::string>{"2023-01-06"});
    const review r = record_->review({parse_day("2024-12-31"), {}, {}}, parse_period("2024-Q4"));
    for (const document_node& node : r.documents) {
        if (node.code != "R") continue;
        ASSERT_EQ(node.other_dates.size(), 1u);
        EXPECT_THAT(node.other_dates[0].sources, testing::ElementsAre("b", "c"));
    }
}

}  // namespace
}  // namespace mandate
