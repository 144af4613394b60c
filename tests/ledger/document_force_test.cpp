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

}  // namespace
}  // namespace mandate
