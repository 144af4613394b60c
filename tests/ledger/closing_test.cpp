// Reviews are drafted, sent for comment and closed for ever.

#include "base/sha256.hpp"
#include "record_test.hpp"
#include "temporary_folder.hpp"

#include <random>

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Closing : public tests::record_test {
protected:
    void SetUp() override {
        record_test::SetUp();
        say("2023-01-01 add_official official=CHAIR name_vi='Chair'\n"
            "2023-01-01 add_post post=HEAD agency=X name_vi=x heads_agency=yes\n"
            "2023-01-01 hold_post official=CHAIR post=HEAD\n"
            "2024-04-25 hold_meeting meeting=M name_vi=x body=X period=2024-Q1\n"
            "2024-01-05 assign_task task=LATE title_vi=a lead=A assigner=X deadline=2024-03-15 "
            "acceptance=not_asked\n"
            "2024-01-05 assign_task task=LATER title_vi=b lead=B assigner=X deadline=2024-06-30\n"
            "2024-01-05 assign_task task=DONE title_vi=c lead=A assigner=X deadline=2024-03-20 "
            "acceptance=not_asked\n"
            "2024-03-18 complete_task task=DONE agency=A");
    }
    std::int64_t draft(const std::string& more = {}) {
        return say(
            "2024-04-20 draft_review review=R1 agency=X period=2024-Q1 cut_off=2024-04-25 "
            "meeting=M " +
            more);
    }
    void draft_and_send() {
        draft();
        say("2024-04-22 send_review review=R1 addressed_to=A,B answer_due=2024-04-24");
    }
    void explain() {
        say("2024-04-23 explain_delay task=LATE agency=A cause=subjective.capacity text=why "
            "remedy=more proposed_deadline=2024-05-15");
    }
    std::int64_t close(const std::string& more = {}) {
        return say("2024-04-25 close_review review=R1 agency=X official=CHAIR " + more);
    }
    std::int64_t draft_send_and_close() {
        draft_and_send();
        explain();
        return close();
    }
    mandate::closed_review closed(const char* viewer = "", const char* code = "R1") const {
        return record_->closed_review({parse_day("2199-12-31"), {}, viewer}, code);
    }
    std::vector<std::string> reviews() const {
        return tests::told(*record_, "2024-12-31", "reviews",
                           "review state carried_late carried_planned unexplained");
    }
    // The error that a command is refused with.
    error error_of(const std::string& text) {
        try {
            say(text);
        } catch (const error& e) {
            return e;
        }
        throw std::logic_error{"not refused: " + text};
    }
    static std::vector<std::string> facts(const error& e, std::string_view key) {
        std::vector<std::string> all;
        for (const auto& [name, content] : e.facts())
            if (name == key) all.push_back(content);
        return all;
    }
};

// A draft is sent so that what is missing is said before the closing, after the cut-off.
class HeardUntilTheClosing : public Closing {
protected:
    void SetUp() override {
        Closing::SetUp();
        say("2024-04-20 draft_review review=R1 agency=X period=2024-Q1 cut_off=2024-04-20");
        say("2024-04-21 send_review review=R1 addressed_to=A answer_due=2024-04-24");
    }
    std::vector<std::string> owed() const {
        return tests::told(*record_, "2024-06-11", "owed_explanations",
                           "review task explained_on state");
    }
    const std::string reason_ = "reason=x answer_due=2024-05-10";
};

TEST_F(HeardUntilTheClosing, WhatWasSaidAfterTheCutOffCounts) {
    explain();
    close();
    EXPECT_THAT(owed(), IsEmpty());
    const mandate::closed_review r = closed();
    EXPECT_THAT(r.content, HasSubstr("\"cause\":\"subjective.capacity\""));
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "review_differences review=R1", "task what"),
                IsEmpty())
        << "asked today it says the same";
}

TEST_F(HeardUntilTheClosing, AndWhatWasReturnedByThenDoesNot) {
    say("2024-04-18 explain_delay task=LATE agency=A cause=subjective.capacity text=why "
        "remedy=more proposed_deadline=2024-05-15\n"
        "2024-04-23 return_explanation task=LATE reason=x");
    EXPECT_THAT(
        facts(error_of("2024-04-25 close_review review=R1 agency=X official=CHAIR"), "missing"),
        ElementsAre("returned"));
    close(reason_);
    EXPECT_THAT(owed(), ElementsAre("R1 | LATE | - | overdue"));
}

TEST_F(HeardUntilTheClosing, WhatIsRecordedLateOrCorrectedAfterTheClosingIsGiven) {
    const std::int64_t half =
        say("2024-04-18 explain_delay task=LATE agency=A cause=subjective.capacity text=why");
    close(reason_);
    EXPECT_THAT(owed(), ElementsAre("R1 | LATE | - | overdue"));
    say("2024-04-28 explain_delay task=LATE agency=A cause=subjective.capacity text=why "
        "remedy=more proposed_deadline=2024-05-15 corrects=" +
        std::to_string(half));
    EXPECT_THAT(owed(), ElementsAre("R1 | LATE | 2024-04-28 | given"));
    // The review that corrects it asks for nothing that was said in the meantime.
    say("2024-05-02 draft_review review=R2 agency=X period=2024-Q1 cut_off=2024-04-20 "
        "corrects_review=R1");
    say("2024-05-02 send_review review=R2");
    say("2024-05-03 close_review review=R2 agency=X official=CHAIR");
    EXPECT_THAT(owed(), IsEmpty());
}

TEST_F(Closing, WhatWasCancelledByTheCutOffIsNeitherDemandedNorOwed) {
    say("2024-04-10 cancel_task task=LATE reason=x");
    draft_and_send();
    EXPECT_GT(close(), 0) << "nobody may explain it any more";
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "owed_explanations", "task"), IsEmpty());
}

TEST_F(Closing, WhatIsCancelledAfterwardsIsNoLongerOwed) {
    draft_and_send();
    close("reason=x answer_due=2024-05-10");
    say("2024-05-02 cancel_task task=LATE reason=x");
    EXPECT_THAT(tests::told(*record_, "2024-05-01", "owed_explanations", "task state"),
                ElementsAre("LATE | owed"));
    EXPECT_THAT(tests::told(*record_, "2024-05-02", "owed_explanations", "task"), IsEmpty());
}

TEST_F(Closing, ATaskSuspendedByTheCutOffIsExplainedAllTheSame) {
    say("2024-04-10 suspend_task task=LATE reason=x");
    draft_and_send();
    EXPECT_THROW(close(), error);
    explain();
    EXPECT_GT(close(), 0);
}

TEST_F(Closing, APlaceholderIsExplainedByTheKeyOfTheCauseAndTheDayWithoutWords) {
    say("2024-01-02 add_access_class access_class=TOP name_vi=x rank=2\n"
        "2024-01-02 add_access_class access_class=LOW name_vi=x rank=1\n"
        "2024-01-02 set_highest_class access_class=LOW\n"
        "2024-01-05 record_placeholder task=PH lead=A assigner=X deadline=2024-03-15 "
        "access_class=TOP");
    explain();
    draft_and_send();
    const error missing = error_of("2024-04-25 close_review review=R1 agency=X official=CHAIR");
    EXPECT_THAT(facts(missing, "missing"), ElementsAre("cause proposed_deadline"));
    const std::string explanation =
        "2024-04-23 explain_delay agency=A cause=subjective.capacity task=";
    EXPECT_EQ(error_of(explanation + "LATE").code(), errc::missing_field) << "a task has words";
    EXPECT_THAT(error_of(explanation + "PH text=why").what(), HasSubstr("leave out text"));
    EXPECT_THAT(error_of(explanation + "PH remedy=more").what(), HasSubstr("leave out remedy"));
    EXPECT_THAT(tests::told(*record_, "2024-04-23", "moves task=PH agency=A", "command allowed"),
                testing::Contains("explain_delay | 1"));
    say(explanation + "PH proposed_deadline=2024-05-15");
    EXPECT_GT(close(), 0);
}

TEST_F(Closing, GoesFromDraftThroughCommentToClosed) {
    EXPECT_THAT(reviews(), IsEmpty());
    draft();
    EXPECT_THAT(reviews(), ElementsAre("R1 | draft | - | - | -"));
    EXPECT_EQ(refused("2024-04-25 close_review review=R1 agency=X"), "sent_first");
    EXPECT_EQ(refused("2024-04-25 comment_on_review review=R1 agency=A text=no"), "sent_first");
    say("2024-04-22 send_review review=R1 addressed_to=A,B answer_due=2024-04-24");
    EXPECT_THAT(reviews(), ElementsAre("R1 | sent | - | - | -"));
    say("2024-04-23 comment_on_review review=R1 agency=A text='We were late'");
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "review_comments", "review agency on text"),
                ElementsAre("R1 | A | 2024-04-23 | We were late"));
    explain();
    close();
    EXPECT_THAT(reviews(), ElementsAre("R1 | closed | 1 | 1 | 0"));
}

TEST_F(Closing, CarriesOverTheLateAndThePlannedApart) {
    draft_send_and_close();
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "carried_over", "review task kind times_late"),
                ElementsAre("R1 | LATE | late | 1", "R1 | LATER | planned | 0"));
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "carried_over agency=B", "task"),
                ElementsAre("LATER"));
}

TEST_F(Closing, CountsInHowManyReviewsATaskWasLate) {
    draft_send_and_close();
    say("2024-07-20 draft_review review=R2 agency=X period=2024-Q2 cut_off=2024-07-25\n"
        "2024-07-20 send_review review=R2\n"
        "2024-07-25 close_review review=R2 agency=X reason=now answer_due=2024-08-01");
    EXPECT_THAT(
        tests::told(*record_, "2024-12-31", "carried_over review=R2", "task kind times_late"),
        ElementsAre("LATE | late | 2", "LATER | planned | 0"));  // its last day is in time
    for (const review_task& t :
         record_->review({parse_day("2024-10-25"), {}, ""}, parse_period("2024-Q3")).tasks)
        EXPECT_EQ(t.times_carried_late, t.code == "LATE" ? 2 : 0) << t.code;
}

TEST_F(Closing, TellsWhichExplanationsAreMissing) {
    draft_and_send();
    const error none = error_of("2024-04-25 close_review review=R1 agency=X");
    EXPECT_EQ(none.code(), errc::refused);
    EXPECT_THAT(facts(none, "rule"), ElementsAre("explained"));
    EXPECT_THAT(facts(none, "task"), ElementsAre("LATE"));
    EXPECT_THAT(facts(none, "missing"), ElementsAre("cause text remedy proposed_deadline"));
    say("2024-04-23 explain_delay task=LATE agency=A cause=subjective.capacity text=why");
    const error half = error_of("2024-04-25 close_review review=R1 agency=X");
    EXPECT_THAT(facts(half, "missing"), ElementsAre("remedy proposed_deadline"));
    EXPECT_THAT(half.what(), HasSubstr("LATE remedy proposed_deadline"));
}

TEST_F(Closing, AndTheListOfTheReviewAreByOneRule) {
    draft_and_send();
    const auto unexplained = [&] {
        const review r =
            record_->review({parse_day("2024-04-25"), {}, ""}, parse_period("2024-Q1"));
        std::vector<std::string> all;
        for (const std::size_t i : r.unexplained) all.push_back(r.tasks[i].code);
        return all;
    };
    say("2024-04-23 explain_delay task=LATE agency=A cause=subjective.capacity text=why");
    EXPECT_THAT(unexplained(), ElementsAre("LATE")) << "neither a remedy nor a day is stated";
    explain();
    EXPECT_THAT(unexplained(), IsEmpty());
    say("2024-04-24 return_explanation task=LATE reason=x");
    EXPECT_THAT(unexplained(), ElementsAre("LATE")) << "another is owed";
    const error returned = error_of("2024-04-25 close_review review=R1 agency=X");
    EXPECT_THAT(facts(returned, "missing"), ElementsAre("returned"));
    close("reason='It is time' answer_due=2024-05-10");
    EXPECT_THAT(reviews(), ElementsAre("R1 | closed | 1 | 1 | 1"));
    say("2024-05-02 explain_delay task=LATE agency=A cause=subjective.capacity text=why "
        "remedy=more proposed_deadline=2024-05-15\n2024-05-03 return_explanation task=LATE "
        "reason=x");
    EXPECT_THAT(tests::told(*record_, "2024-05-04", "owed_explanations", "task explained_on state"),
                ElementsAre("LATE | - | owed"));
}

TEST_F(Closing, NamesTheFieldThatIsWrong) {
    EXPECT_THAT(facts(error_of("2024-04-20 draft_review review=R1 agency=X period=2024-Q1 "
                               "cut_off=2024-04-26 meeting=M"),
                      "field"),
                ElementsAre("cut_off"));
    const error other = error_of(
        "2024-04-20 draft_review review=R1 agency=X period=2023-Q4 cut_off=2024-04-20 meeting=M");
    EXPECT_THAT(facts(other, "rule"), ElementsAre("same_period"));
    EXPECT_THAT(facts(other, "field"), ElementsAre("meeting"));
    draft();
    EXPECT_EQ(refused("2024-04-22 send_review review=R1 answer_due=2024-04-21"), "answer_due");
    say("2024-04-22 send_review review=R1\n2023-01-01 add_official official=OTHER name_vi=x");
    explain();
    EXPECT_EQ(refused("2024-04-25 close_review review=R1 agency=X answer_due=2024-04-24"),
              "answer_due");
    EXPECT_THAT(
        facts(error_of("2024-04-25 close_review review=R1 agency=X official=OTHER"), "field"),
        ElementsAre("official"));
    EXPECT_THAT(
        facts(error_of("2024-04-25 close_review review=R1 agency=X seen_revision=999"), "field"),
        ElementsAre("seen_revision"));
}

TEST_F(Closing, DemandsAnotherDayWhereTheOneProposedHasPassed) {
    say("2024-03-20 explain_delay task=LATE agency=A cause=subjective.capacity text=why "
        "remedy=more proposed_deadline=2024-04-24");
    draft_and_send();
    const error passed = error_of("2024-04-25 close_review review=R1 agency=X");
    EXPECT_THAT(facts(passed, "task"), ElementsAre("LATE"));
    EXPECT_THAT(facts(passed, "missing"), ElementsAre("proposed_deadline"));
    explain();
    close();
}

TEST_F(Closing, WithAReasonLeavesWhatIsMissingOwing) {
    draft_and_send();
    EXPECT_EQ(refused("2024-04-25 close_review review=R1 agency=X reason='It is time'"),
              "answer_due");
    close("reason='It is time' answer_due=2024-05-10");
    EXPECT_THAT(reviews(), ElementsAre("R1 | closed | 1 | 1 | 1"));
    const auto owed = [&](const char* day) {
        return tests::told(*record_, day, "owed_explanations", "task leads due explained_on state");
    };
    EXPECT_THAT(owed("2024-05-10"), ElementsAre("LATE | A | 2024-05-10 | - | owed"));
    EXPECT_THAT(owed("2024-05-11"), ElementsAre("LATE | A | 2024-05-10 | - | overdue"));
    say("2024-05-12 explain_delay task=LATE agency=A cause=subjective.capacity text=why "
        "remedy=more proposed_deadline=2024-05-15");
    EXPECT_THAT(owed("2024-05-12"), ElementsAre("LATE | A | 2024-05-10 | 2024-05-12 | given"));
}

// The last word before the closing is judged, not a better one that it replaced.
TEST_F(Closing, WhatAnIncompleteExplanationReplacedIsNotWhatIsOwed) {
    explain();
    say("2024-04-24 explain_delay task=LATE agency=A cause=subjective.capacity text=again");
    draft_and_send();
    close("reason=x answer_due=2024-05-10");
    const auto owed = [&](const char* day) {
        return tests::told(*record_, day, "owed_explanations", "task explained_on state");
    };
    EXPECT_THAT(owed("2024-05-01"), ElementsAre("LATE | - | owed"));
    const std::string last = std::to_string(record_->revision() - 3);
    say("2024-04-24 explain_delay task=LATE agency=A cause=subjective.capacity text=again "
        "remedy=more proposed_deadline=2024-06-15 corrects=" +
        last);
    EXPECT_THAT(owed("2024-05-01"), ElementsAre("LATE | 2024-04-24 | given"));
}

TEST_F(Closing, ACauseThatTheLedgerNamedAfterTheCutOffHasItsName) {
    say("2024-04-20 draft_review review=R1 agency=X period=2024-Q1 cut_off=2024-04-20 meeting=M\n"
        "2024-04-22 send_review review=R1 addressed_to=A,B answer_due=2024-04-24\n"
        "2024-04-22 add_cause cause=own.flood name_vi='Lũ lụt'\n"
        "2024-04-23 explain_delay task=LATE agency=A cause=own.flood text=why remedy=more "
        "proposed_deadline=2024-05-15");
    close();
    EXPECT_THAT(closed().content, testing::HasSubstr("Lũ lụt"));
}

TEST_F(Closing, IsOfWhatTheChairSaw) {
    draft_and_send();
    explain();
    const std::int64_t seen = record_->revision();
    say("2024-03-30 complete_task task=LATE agency=A"
        "\n2024-04-24 add_agency agency=NEW name_vi=x",
        "host");
    const error stale = error_of("2024-04-25 close_review review=R1 agency=X seen_revision=" +
                                 std::to_string(seen));
    EXPECT_EQ(stale.code(), errc::conflict);
    EXPECT_THAT(facts(stale, "task"), ElementsAre("LATE", "LATE", "LATE", "LATE"));
    const std::string event = std::to_string(seen + 1);
    EXPECT_THAT(
        facts(stale, "difference"),
        ElementsAre("class_at_end open_overdue -> done_late by event " + event,
                    "class_at_cut_off open_overdue -> done_late by event " + event,
                    "handed_in - -> 2024-03-30 by event " + event,
                    "lists overdue unfinished carried_late -> only_reported by event " + event));
    const std::string now = std::to_string(record_->revision());
    say("2024-04-24 verify_result task=LATE agency=X verdict=confirmed percent=100");
    const error words = error_of("2024-04-25 close_review review=R1 agency=X seen_revision=" + now);
    EXPECT_EQ(words.code(), errc::conflict);
    EXPECT_STREQ(words.what(), ("close_review: the review says otherwise since event " + now +
                                ": task LATE lists only_reported -> - by event " +
                                std::to_string(record_->revision()))
                                   .c_str());
    const std::string after = std::to_string(record_->revision());
    say("2024-04-24 add_agency agency=NEWER name_vi=x");  // changes nothing in it
    EXPECT_GT(close("seen_revision=" + after), 0);
}

TEST_F(Closing, RefusesBadInput) {
    const std::string draft = " draft_review review=R agency=X ";
    EXPECT_EQ(refused("2024-04-20" + draft + "period=2024- cut_off=2024-04-25"), "period");
    EXPECT_EQ(refused("2024-04-20" + draft + "cut_off=2024-04-25"), "period");
    EXPECT_EQ(refused("2024-04-20" + draft + "period=2024-Q1"), "cut_off");
    EXPECT_EQ(refused("2024-04-20" + draft + "period=2024-Q1 cut_off=2023-12-31"), "cut_off");
    EXPECT_EQ(refused("2024-04-20" + draft + "period=2024-Q1 cut_off=2024-04-26 meeting=M"),
              "cut_off_before_meeting");
    EXPECT_EQ(refused("2024-04-20 draft_review review=R agency=NOBODY period=2024-Q1 "
                      "cut_off=2024-04-25"),
              "agency");
    draft_and_send();
    EXPECT_EQ(refused("2024-04-25 close_review review=R1 agency=A"), "same_body");
    EXPECT_EQ(refused("2024-04-24 close_review review=R1 agency=X"), "not_before_cut_off");
    EXPECT_EQ(refused("2025-01-01 close_review review=R1 agency=X"), "not_in_the_future");
    EXPECT_EQ(refused("2024-04-25 close_review review=R1 agency=X content=x"), "filled_by_ledger");
    EXPECT_EQ(refused("2024-04-25 close_review review=R1 agency=X seen_revision=1"),
              "seen_revision");
    EXPECT_EQ(refused("2024-04-25 close_review review=R1 agency=X seen_revision=1000"),
              "seen_revision");
    EXPECT_EQ(refused("2024-04-20 draft_review review=R2 agency=X period=2024-Q1 "
                      "cut_off=2024-04-25"),
              "one_review_a_period");
    EXPECT_EQ(refused("2024-04-20 draft_review review=R2 agency=X period=2024-Q1 "
                      "cut_off=2024-04-25 corrects_review=R1"),
              "corrects_closed");
    EXPECT_THROW(closed(), error);
    EXPECT_THROW(closed("", "NONE"), error);
}

TEST_F(Closing, IsForWhoeverChairsTheBodyOrTheMeeting) {
    say("2023-01-01 add_official official=OTHER name_vi=o\n"
        "2023-01-01 add_post post=DESK agency=X name_vi=x\n"
        "2023-01-01 add_post post=ELSEWHERE agency=A name_vi=x heads_agency=yes\n"
        "2023-01-01 hold_post official=OTHER post=DESK\n"
        "2023-01-01 hold_post official=OTHER post=ELSEWHERE");
    draft_and_send();
    explain();
    const std::string other = "2024-04-25 close_review review=R1 agency=X official=OTHER";
    EXPECT_EQ(refused(other), "chair_of_body") << "a post in the body, and the head of another";
    say("2023-01-01 add_official official=GUEST name_vi=g\n"
        "2024-04-25 attend_meeting meeting=M meeting_role=attendee official=GUEST");
    EXPECT_EQ(refused("2024-04-25 close_review review=R1 agency=X official=GUEST"),
              "chair_of_body");
    say("2024-04-24 leave_post official=CHAIR post=HEAD");
    EXPECT_EQ(refused("2024-04-25 close_review review=R1 agency=X official=CHAIR"), "chair_of_body")
        << "the day before was the last one in the post";
    say("2024-04-25 attend_meeting meeting=M meeting_role=chair official=OTHER");
    say(other);
    EXPECT_EQ(closed().value.closing->closed_by, "o");
}

// Of a vacant post nobody is recorded as who heads the body, nor of a post that chaired.
TEST_F(Closing, AVacantPostKeepsNobodyFromClosing) {
    say("2023-01-01 add_official official=CLERK name_vi=c\n"
        "2023-01-01 add_official official=BOSS name_vi=b\n"
        "2023-01-01 add_post post=DESK agency=B name_vi=x\n"
        "2023-01-01 add_post post=TOP agency=B name_vi=x heads_agency=yes\n"
        "2023-01-01 hold_post official=CLERK post=DESK\n"
        "2023-01-01 hold_post official=BOSS post=TOP\n"
        "2024-04-25 hold_meeting meeting=MB name_vi=x body=B\n"
        "2024-04-25 attend_meeting meeting=MB meeting_role=chair post=TOP\n"
        "2024-04-20 draft_review review=R2 agency=B period=2024-Q1 cut_off=2024-04-25 meeting=MB\n"
        "2024-04-22 send_review review=R2");
    explain();
    const std::string close = "2024-04-25 close_review review=R2 agency=B official=";
    EXPECT_EQ(refused(close + "CLERK"), "chair_of_body");
    say("2024-04-20 leave_post official=BOSS post=TOP");
    EXPECT_EQ(refused(close + "BOSS"), "chair_of_body");
    say(close + "CLERK");
    EXPECT_EQ(reviews().back().substr(0, 11), "R2 | closed");
}

// Of who heads the body the closing is judged by what is known when it is recorded.
TEST_F(Closing, AHeadWhoIsEnteredLateClosesWhatIsOpenAndUnseatsNobody) {
    say("2023-01-01 add_official official=CLERK name_vi=c\n"
        "2023-01-01 add_official official=BOSS name_vi=b\n"
        "2023-01-01 add_post post=DESK agency=B name_vi=x\n"
        "2023-01-01 add_post post=TOP agency=B name_vi=x heads_agency=yes\n"
        "2023-01-01 hold_post official=CLERK post=DESK\n"
        "2024-04-20 draft_review review=R2 agency=B period=2024-Q1 cut_off=2024-04-25\n"
        "2024-04-22 send_review review=R2\n"
        "2024-04-20 draft_review review=R3 agency=B period=2023-Q4 cut_off=2024-04-25\n"
        "2024-04-22 send_review review=R3\n"
        "2024-04-20 draft_review review=R4 agency=B period=2023-Q3 cut_off=2024-04-25\n"
        "2024-04-22 send_review review=R4");
    explain();
    const auto close_by = [](const char* review, const char* official) {
        return "2024-04-25 close_review review=" + std::string{review} +
               " agency=B official=" + official;
    };
    say(close_by("R2", "CLERK"));  // nobody is known to head the body

    say("2024-04-26 hold_post official=BOSS post=TOP");
    EXPECT_EQ(refused(close_by("R3", "BOSS")), "chair_of_body") << "the day before he began";
    say(close_by("R3", "CLERK"));

    const std::int64_t late = say("2024-04-01 hold_post official=BOSS post=TOP corrects=" +
                                  std::to_string(record_->revision() - 1));
    EXPECT_EQ(refused(close_by("R4", "CLERK")), "chair_of_body") << "known by now";
    say(close_by("R4", "BOSS"));
    for (const std::string& row : reviews()) EXPECT_THAT(row, HasSubstr("| closed")) << row;

    // A later word on the clerk is nobody's fault; on who closed as the head it is judged.
    say("2024-04-24 leave_post official=CLERK post=DESK");
    EXPECT_EQ(refused("2024-04-24 leave_post official=BOSS post=TOP"), "others_stand_on_it");
    EXPECT_EQ(
        refused("2024-04-26 hold_post official=BOSS post=TOP corrects=" + std::to_string(late)),
        "others_stand_on_it");
}

TEST_F(Closing, AsksForAPostInTheBodyWhereNobodyIsKnownToChairIt) {
    say("2023-01-01 add_official official=CLERK name_vi=c\n"
        "2023-01-01 add_post post=P agency=B name_vi=x\n"
        "2024-04-20 draft_review review=R2 agency=B period=2024-Q1 cut_off=2024-04-25\n"
        "2024-04-22 send_review review=R2");
    explain();
    const std::string close = "2024-04-25 close_review review=R2 agency=B official=CLERK";
    EXPECT_EQ(refused(close), "chair_of_body");
    say("2024-04-25 hold_post official=CLERK post=P");
    say(close);
    EXPECT_EQ(reviews().back().substr(0, 11), "R2 | closed");
}

TEST_F(Closing, IsNeverOpenedAgain) {
    const std::string event = std::to_string(draft_send_and_close());
    EXPECT_EQ(refused("2024-04-25 close_review review=R1 agency=X"), "review_is_open");
    EXPECT_EQ(refused("2024-04-25 send_review review=R1"), "review_is_open");
    EXPECT_EQ(refused("2024-04-26 void_event reason=x corrects=" + event), "corrects_what");
    EXPECT_EQ(refused("2024-04-26 close_review review=R1 agency=X corrects=" + event),
              "corrects_what");
    EXPECT_EQ(refused("2024-04-20 draft_review review=R1 agency=X period=2024-Q1 "
                      "cut_off=2024-04-24 corrects=" +
                      std::to_string(std::stoll(event) - 3)),
              "review_is_open");
}

TEST_F(Closing, IsCorrectedByANewReviewThatNamesTheOld) {
    draft_send_and_close();
    const std::string before = closed().content;
    say("2024-03-14 complete_task task=LATE agency=A");  // told too late
    say("2024-05-20 draft_review review=R1B agency=X period=2024-Q1 cut_off=2024-04-25 "
        "corrects_review=R1\n2024-05-20 send_review review=R1B");
    EXPECT_THAT(reviews(), ElementsAre("R1 | closed | 1 | 1 | 0", "R1B | sent | - | - | -"));
    say("2024-05-21 close_review review=R1B agency=X");
    EXPECT_THAT(reviews(), ElementsAre("R1 | corrected | 1 | 1 | 0", "R1B | closed | 0 | 1 | 0"));
    EXPECT_EQ(closed().content, before);
    EXPECT_THAT(closed("", "R1B").content, HasSubstr(R"("corrects":"R1")"));
    EXPECT_EQ(refused("2024-06-20 draft_review review=R1C agency=X period=2024-Q1 "
                      "cut_off=2024-04-25 corrects_review=R1"),
              "corrected_once");
    // What the corrected one carried over as late counts no more.
    for (const review_task& t :
         record_->review({parse_day("2024-07-25"), {}, ""}, parse_period("2024-Q2")).tasks)
        EXPECT_EQ(t.times_carried_late, 0) << t.code;
}

TEST_F(Closing, DiffersFromTodayByTheEventsSince) {
    draft_send_and_close();
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "review_differences review=R1", "task"),
                IsEmpty());
    const std::int64_t done = say("2024-03-14 complete_task task=LATE agency=A");
    say("2024-05-02 report_progress task=LATER agency=B percent=10");  // after the cut-off
    const std::int64_t put_off =
        say("2024-03-30 revise_deadline task=LATER deadline=2024-07-15 decided_by=X");
    const std::int64_t found =
        say("2024-02-01 assign_task task=FOUND title_vi=d lead=B assigner=X deadline=2024-09-01");
    const std::string d = std::to_string(done), p = std::to_string(put_off),
                      n = std::to_string(found);
    EXPECT_THAT(
        tests::told(*record_, "2024-12-31", "review_differences review=R1",
                    "task what was is event command"),
        ElementsAre(
            "FOUND | counted | no | yes | " + n + " | assign_task",
            "FOUND | class_at_end | - | open_in_time | " + n + " | assign_task",
            "FOUND | class_at_cut_off | - | open_in_time | " + n + " | assign_task",
            "FOUND | deadline | - | 2024-09-01 | " + n + " | assign_task",
            "FOUND | leads | - | B | " + n + " | assign_task",
            "FOUND | lists | - | carried_planned | " + n + " | assign_task",
            "LATE | class_at_end | open_overdue | done_in_time | " + d + " | complete_task",
            "LATE | class_at_cut_off | open_overdue | done_in_time | " + d + " | complete_task",
            "LATE | handed_in | - | 2024-03-14 | " + d + " | complete_task",
            "LATE | lists | overdue unfinished carried_late | only_reported | " + d +
                " | complete_task",
            "LATER | deadline | 2024-06-30 | 2024-07-15 | " + p + " | revise_deadline",
            "LATER | lists | carried_planned next_planned | carried_planned | " + p +
                " | revise_deadline"));
}

TEST_F(Closing, NamesTheEventOfAnotherThingThatChangedATask) {
    const std::int64_t last =
        say("2024-03-10 add_document document=D number=1-QĐ/TU document_kind=decision issuer=X "
            "dated=2024-03-10\n"
            "2024-01-05 assign_task task=ISSUE title_vi=e lead=A assigner=X deadline=2024-03-11 "
            "acceptance=not_asked\n2024-03-12 complete_task task=ISSUE agency=A document=D");
    draft_send_and_close();
    say("2024-03-10 add_document document=D number=1-QĐ/TU document_kind=decision issuer=X "
        "dated=2024-03-12 corrects=" +
        std::to_string(last - 2));
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "review_differences review=R1",
                            "task what was is command"),
                ElementsAre("ISSUE | class_at_end | done_in_time | done_late | add_document",
                            "ISSUE | class_at_cut_off | done_in_time | done_late | add_document",
                            "ISSUE | handed_in | 2024-03-10 | 2024-03-12 | add_document"));
}

TEST_F(Closing, ATaskThatHasGotPartsSinceIsCountedByThem) {
    draft_send_and_close();
    say("2024-03-01 assign_task task=PART title_vi=x lead=A assigner=X parent_task=LATER");
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "review_differences review=R1",
                            "task what was is command"),
                testing::AllOf(testing::Contains("LATER | counted | yes | no | assign_task"),
                               testing::Contains("PART | counted | no | yes | assign_task")));
    EXPECT_THAT(tests::told(*record_, "2024-04-25", "review_tasks period=2024-Q1", "task"),
                testing::AllOf(testing::Contains("PART"), testing::Not(testing::Contains("LATER"))))
        << "the review asked anew says the same";
}

TEST_F(Closing, KnowsTheMeetingThatItNamesAlsoAfterItsCutOff) {
    say("2024-04-16 draft_review review=R1 agency=X period=2024-Q1 cut_off=2024-04-15 meeting=M\n"
        "2024-04-16 send_review review=R1 addressed_to=A,B answer_due=2024-04-24\n"
        "2024-04-10 explain_delay task=LATE agency=A cause=subjective.capacity text=why "
        "remedy=more proposed_deadline=2024-05-15");
    close();
    EXPECT_EQ(closed().value.meeting_day, parse_day("2024-04-25"));
}

TEST_F(Closing, KeepsItsBytesAndTheirHash) {
    const std::int64_t event = draft_send_and_close();
    const mandate::closed_review r = closed();
    EXPECT_EQ(r.event, event);
    EXPECT_EQ(r.content, to_json(r.value));
    EXPECT_THAT(r.content, HasSubstr(R"("state":"closed")"));
    EXPECT_THAT(r.content, HasSubstr(R"("closed_by":"Chair")"));
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "reviews", "content_hash event"),
                ElementsAre(r.content_hash + " | " + std::to_string(event)));
    std::string digits;
    for (const char c : sha256(r.content)) {
        const auto byte = static_cast<unsigned char>(c);
        digits += "0123456789abcdef"[byte >> 4];
        digits += "0123456789abcdef"[byte & 15];
    }
    EXPECT_EQ(r.content_hash, digits);
    EXPECT_THAT(r.value.findings, IsEmpty());
}

TEST_F(Closing, AnotherViewerGetsWhatItMaySeeAndTheHeadSaysSo) {
    say("2023-01-02 add_access_class access_class=S name_vi=x rank=1\n"
        "2023-01-02 set_highest_class access_class=S\n"
        "2024-01-06 assign_task task=HIDDEN title_vi=s lead=B assigner=X deadline=2024-06-01 "
        "access_class=S");
    draft_send_and_close();
    EXPECT_THAT(closed().content, HasSubstr("HIDDEN"));
    const mandate::closed_review seen = closed("A");
    EXPECT_THAT(seen.content, Not(HasSubstr("HIDDEN")));
    EXPECT_THAT(seen.content, HasSubstr(R"("viewer":"A")"));
    EXPECT_EQ(seen.value.not_shown, 1);
    EXPECT_EQ(seen.content_hash, "") << "words could be tried against it";
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "reviews", "content_hash", "A"),
                ElementsAre("-"));
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "carried_over", "task", "A"),
                ElementsAre("LATE", "LATER"));
}

TEST_F(Closing, StaysTheSameInAFileAndAfterASnapshot) {
    const tests::temporary_folder folder;
    const std::string path = folder / "ledger.sqlite";
    std::string content;
    {
        record_ = ledger::open(path, open_mode::create);
        SetUp();
        draft_send_and_close();
        content = closed().content;
    }
    record_ = ledger::open(path, open_mode::write);
    EXPECT_EQ(closed().content, content);
    EXPECT_EQ(to_json(closed().value), content);
    EXPECT_THAT(record_->verify(), IsEmpty());
    record_.reset();  // before its folder goes
}

TEST_F(Closing, PermitsTheBodyAndTheOfficeForIt) {
    say("2023-01-01 add_official official=MEMBER name_vi=x\n"
        "2023-01-01 add_post post=SEAT agency=X name_vi=x\n"
        "2023-01-01 hold_post official=MEMBER post=SEAT\n"
        "2023-01-01 add_official official=SECRETARY name_vi=x\n"
        "2023-01-01 add_post post=OFF agency=OFFICE name_vi=x\n"
        "2023-01-01 hold_post official=SECRETARY post=OFF");
    say("2023-01-01 set_policy policy=agencies office=OFFICE");
    const char* draft_it =
        "2024-04-20 draft_review review=R1 agency=X period=2024-Q1 cut_off=2024-04-25";
    EXPECT_NE(refused(draft_it, "A"), "");
    say(draft_it, "OFFICE");
    say("2024-04-22 send_review review=R1", "OFFICE");
    EXPECT_NE(refused("2024-04-23 comment_on_review review=R1 agency=A text=x", "B"), "");
    say("2024-04-23 comment_on_review review=R1 agency=A text=x", "A");
    const std::string close_it =
        "2024-04-25 close_review review=R1 agency=X reason=x answer_due=2024-05-01";
    EXPECT_NE(refused(close_it, "A"), "");
    EXPECT_NE(refused(close_it, "OFFICE"), "");
    EXPECT_EQ(refused(close_it, "MEMBER"), "chair_of_body") << "who names nobody closes it himself";
    EXPECT_EQ(refused(close_it + " on_behalf_of=X", "SECRETARY"), "chair_of_body")
        << "neither is one of the Office who names nobody its chair";
    act secretary = tests::by_clerk(parse_day("2024-12-31"));
    secretary.actor = "SECRETARY";
    EXPECT_NO_THROW(
        record_->check(secretary, tests::commands_of(close_it + " official=CHAIR on_behalf_of=X")));
    act chair = tests::by_clerk(parse_day("2024-12-31"));
    chair.actor = "CHAIR";
    EXPECT_NO_THROW(record_->check(chair, tests::commands_of(close_it)));
    say(close_it + " on_behalf_of=X", "OFFICE");
    EXPECT_THAT(reviews(), ElementsAre("R1 | closed | 1 | 1 | 1"));
}

// The key of RFC 8410, section 10.3.
TEST_F(Closing, IsSignedOverTheEventThatClosedIt) {
    const std::int64_t event = draft_send_and_close();
    record_->sign(tests::by_clerk(parse_day("2024-12-31")),
                  "-----BEGIN PRIVATE KEY-----\n"
                  "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
                  "-----END PRIVATE KEY-----\n",
                  event);
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "signatures", "event"),
                ElementsAre(std::to_string(event)));
    EXPECT_THAT(record_->verify(), IsEmpty());
}

// What is recorded later, on whichever day it counts, changes neither the bytes that are kept nor
// what the same state says when it is asked again as of the closing.
TEST_F(Closing, StaysByteIdenticalAfterTenThousandRandomLaterEvents) {
    draft_send_and_close();
    const std::string content = closed().content;
    std::mt19937 random{20240425};
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    std::vector<std::string> tasks{"LATE", "LATER", "DONE"};
    const std::vector<std::string> agencies{"A", "B", "X", "OFFICE"};
    const auto any = [&](const std::vector<std::string>& all) {
        return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
    };
    const auto day = [&] { return to_text(parse_day("2023-06-01") + below(570)); };
    int taken = 0;
    for (int tried = 0; taken < 10'000; ++tried) {
        ASSERT_LT(tried, 60'000) << taken;
        const std::string n = std::to_string(tried), task = any(tasks), when = day();
        std::string text;
        switch (below(16)) {
            case 0:
                text = "assign_task task=N" + n + " title_vi=x lead=" + any(agencies) +
                       " assigner=X deadline=" + day();
                break;
            case 1:
                text = "revise_deadline task=" + task + " deadline=" + day() + " decided_by=X";
                break;
            case 2:
                text = "report_progress task=" + task +
                       " agency=A percent=" + std::to_string(below(100));
                break;
            case 3:
                text = "submit_task task=" + task + " agency=A";
                break;
            case 4:
                text = "accept_task task=" + task;
                break;
            case 5:
                text = "return_task task=" + task + " reason=x";
                break;
            case 6:
                text = "reassign_task task=" + task + " lead=" + any(agencies);
                break;
            case 7:
                text =
                    "explain_delay task=" + task + " agency=A cause=subjective.capacity text=t" + n;
                break;
            case 8:
                text = "rename_agency agency=" + any(agencies) + " name_vi=n" + n;
                break;
            case 9:
                text = "plan_task task=" + task + " period=2024-Q" + std::to_string(1 + below(4));
                break;
            case 10:
                text = "except_day day=" + day() + " day_kind=off name_vi=x announced_on=" + day();
                break;
            case 11:
                text = "raise_recommendation recommendation=K" + n +
                       " text_vi=x raised_by=A "
                       "addressed_to=X";
                break;
            case 12:
                text = "remind_task task=" + task + " agency=OFFICE number=" + n;
                break;
            case 13:  // rarely: it reads the whole log
                text = below(20) == 0
                           ? "void_event reason=x corrects=" +
                                 std::to_string(1 + below(static_cast<int>(record_->revision())))
                           : "block_task task=" + task + " condition=c" + n + " owed_by=X";
                break;
            case 14:
                text = "link_tasks link=L" + n + " task=" + task + " after=" + any(tasks);
                break;
            default:
                text = below(30) == 0 ? "cancel_task task=" + task + " reason=x"
                                      : "waive_delay task=" + task +
                                            " decided_by=X cause=objective.force_majeure reason=x";
        }
        try {
            say(when + " " + text);
        } catch (const error&) {
            continue;
        }
        ++taken;
        if (text.rfind("assign_task", 0) == 0 && tasks.size() < 40) tasks.push_back("N" + n);
        if (taken % 500 != 0) continue;
        const mandate::closed_review again = closed();
        ASSERT_EQ(again.content, content) << taken;
        ASSERT_EQ(to_json(again.value), content) << taken;
    }
}

// ---- words that are to be destroyed -------------------------------------------------------------

std::vector<std::string> keys_and_events(const std::vector<finding>& findings) {
    std::vector<std::string> all;
    for (const finding& f : findings) {
        std::string line = f.key;
        for (const auto& [name, content] : f.facts) line += ' ' + content;
        all.push_back(std::move(line));
    }
    return all;
}

class Copies : public Closing {
protected:
    // T is assigned (event), corrected once, its words repeated in a note, quoted by a closed
    // review.
    void SetUp() override {
        Closing::SetUp();
        assigned_ =
            say("2024-01-06 assign_task task=T title_vi='Ke Hoach \"Kin\"' note=kin lead=A "
                "assigner=X deadline=2024-03-15");
        corrected_ =
            say("2024-01-06 assign_task task=T title_vi='Ke Hoach \"Kin\"' note=cong-khai "
                "lead=A assigner=X deadline=2024-03-15 corrects=" +
                number(assigned_));
        noted_ = say("2024-02-01 report_progress task=T percent=10 text='xem Ke Hoach \"Kin\"!'");
        say("2024-02-01 report_progress task=T percent=10 text='cong-khai va kin'");  // short words
        draft_and_send();
        explain();
        closed_ = close("reason='so it was decided' answer_due=2024-05-10");
    }
    static std::vector<command> orders_for(const std::vector<std::int64_t>& events) {
        std::string batch;
        for (const std::int64_t one : events)
            batch +=
                "2024-05-01 shred_event ordered_by=7-QD reason=y event=" + std::to_string(one) +
                "\n";
        return tests::commands_of(batch);
    }
    outcome destroy(const std::vector<std::int64_t>& events) {
        return record_->record(tests::by_clerk(parse_day("2024-12-31")), orders_for(events));
    }
    std::string number(std::int64_t event) const { return std::to_string(event); }
    std::int64_t assigned_ = 0, corrected_ = 0, noted_ = 0, closed_ = 0;
};

TEST_F(Copies, AreNamedWhenWordsAreDestroyedAndByVerifyUntilTheyAreDestroyedToo) {
    const std::string copied = "payload.copied " + number(corrected_) + ' ' + number(assigned_) +
                               ' ' + number(noted_) + ' ' + number(closed_);
    EXPECT_THAT(keys_and_events(destroy({corrected_}).findings), ElementsAre(copied));
    EXPECT_THAT(keys_and_events(record_->verify()), testing::Contains(copied));
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "destroyed_words",
                            "event command destroyed_on ordered_by recorded_by copies"),
                ElementsAre(number(corrected_) + " | assign_task | 2024-05-01 | 7-QD | " +
                            number(closed_ + 1) + " | " + number(assigned_) + " " + number(noted_) +
                            " " + number(closed_)));
    EXPECT_THAT(tests::told(*record_, "2024-04-30", "destroyed_words", "event"), IsEmpty());
    EXPECT_THAT(closed().content, HasSubstr("Kin"));

    destroy({assigned_, noted_, closed_});
    EXPECT_THAT(keys_and_events(record_->verify()), testing::Each(HasSubstr("payload.shredded")));
    EXPECT_THAT(tests::told(*record_, "2024-12-31", "destroyed_words", "event copies"),
                ElementsAre(number(corrected_) + " | -", number(assigned_) + " | -",
                            number(noted_) + " | -", number(closed_) + " | -"));
}

TEST_F(Copies, OfOneOrderThatNamesThemAllAreNone) {
    EXPECT_THAT(destroy({corrected_, assigned_, noted_, closed_}).findings, IsEmpty());
}

TEST_F(Copies, AreToldByCheckAndAreTheLedgersToState) {
    const act by = tests::by_clerk(parse_day("2024-12-31"));
    EXPECT_THAT(keys_and_events(record_->check(by, orders_for({corrected_})).findings),
                ElementsAre(HasSubstr("payload.copied")));
    const error e = error_of("2024-05-01 shred_event event=" + number(corrected_) +
                             " ordered_by=7-QD reason=y copies=3");
    EXPECT_THAT(facts(e, "rule"), ElementsAre("filled_by_ledger"));
    EXPECT_THAT(facts(e, "field"), ElementsAre("copies"));
}

TEST_F(Copies, AClosedReviewWhoseContentWasDestroyedTellsByWhoseOrder) {
    const std::string before = closed().content;
    destroy({corrected_, assigned_, noted_, closed_});
    for (const char* viewer : {"", "A"}) {
        SCOPED_TRACE(viewer);
        const auto after = closed(viewer);
        EXPECT_THAT(after.content, testing::Not(HasSubstr("Kin")));
        EXPECT_THAT(after.content, HasSubstr("\"LATE\"")) << "the rest is still there";
        std::vector<std::string> texts;
        for (const finding& f : after.value.findings)
            if (f.key == "review.content_destroyed") texts.push_back(f.text);
        EXPECT_THAT(texts, ElementsAre(HasSubstr("destroyed on 2024-05-01 by event " +
                                                 number(closed_ + 4) + ", ordered by 7-QD")));
    }
    EXPECT_THAT(before, HasSubstr("Kin"));
    EXPECT_THAT(reviews(), ElementsAre("R1 | closed | 2 | 1 | 1")) << "what it carried over stays";
}

}  // namespace
}  // namespace mandate
