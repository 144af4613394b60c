// Who may see what: what hangs on a hidden thing is hidden with it, in every answer, and a command
// that names it is refused as one that names nothing.

#include "ledger/record_test.hpp"
#include "temporary_folder.hpp"

#include <filesystem>

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using tests::all_that_can_be_asked;
using tests::told;

class Sight : public tests::record_test {
protected:
    void SetUp() override {
        record_test::SetUp();
        say("2023-01-01 add_access_class access_class=MAT name_vi=x rank=2\n"
            "2023-01-01 add_access_class access_class=TUYET-MAT name_vi=x rank=4\n"
            "2023-01-01 set_highest_class access_class=MAT\n"
            "2023-01-01 grant_access access_class=MAT agency=A");
    }
};

TEST_F(Sight, WhatIsInForceAtOnceIsNotRecordedAheadOfItsDay) {
    const std::int64_t granted = say("2024-02-01 grant_access access_class=MAT agency=B");
    for (const std::string& text :
         {std::string{"2025-02-01 grant_access access_class=MAT agency=X"},
          std::string{"2025-02-01 revoke_access access_class=MAT agency=A"},
          std::string{"2025-02-01 add_access_class access_class=MAT2 name_vi=x rank=3"},
          std::string{"2025-02-01 set_highest_class access_class=TUYET-MAT"},
          std::string{"2025-02-01 limit_extensions most_times=1 most_days=1"},
          std::string{"2025-02-01 add_cause cause=x.y name_vi=x"},
          "2025-02-01 grant_access access_class=MAT agency=B corrects=" + std::to_string(granted)})
        EXPECT_EQ(objection(text), "not_in_the_future") << text << ": it would be so at once";
}

constexpr const char* secrets = R"(
2024-01-01 hold_meeting meeting=KIN-M name_vi='Kin' body=OFFICE period=2024-Q4 access_class=MAT
2024-01-01 conclude conclusion=KIN-C meeting=KIN-M conclusion_kind=request text_vi='Kin' addressed_to=X
2024-01-01 add_document document=KIN-D number=1-KIN document_kind=plan issuer=OFFICE title_vi=Kin access_class=MAT
2024-01-01 add_clause clause=KIN-K document=KIN-D clause_number=I title_vi='Kin'
2024-01-01 schedule_document_review document_review=KIN-R document=KIN-D review_kind=final deadline=2024-11-01 lead=X
2024-01-01 assign_task task=KIN-T title_vi='Kin' lead=X assigner=OFFICE deadline=2024-11-01 access_class=MAT
2024-01-01 assign_task task=T title_vi=t lead=X assigner=OFFICE deadline=2024-03-01 meeting=KIN-M document=KIN-D
2024-01-02 revise_deadline task=T deadline=2024-04-01 document=KIN-D
2024-01-02 consult consultation=KIN-O task=KIN-T agency=X addressed_to=B number=KIN answer_due=2024-02-01
2024-01-02 link_tasks link=KIN-L task=T after=KIN-T
2024-01-02 raise_recommendation recommendation=R text_vi=r raised_by=X addressed_to=OFFICE meeting=KIN-M
2024-01-02 set_attribute meeting=KIN-M host_key=k host_value=Kin
2024-01-02 set_attribute document=KIN-D host_key=k host_value=Kin
2024-01-02 set_attribute conclusion=KIN-C host_key=k host_value=Kin
2024-01-02 rename_agency agency=B name_vi=y document=KIN-D
2024-01-02 expect_document task=T expected=plan
2024-01-03 issue_document task=T expected=plan document=KIN-D
)";

TEST_F(Sight, WhatHangsOnAHiddenThingIsHiddenWithIt) {
    say(secrets);
    for (const char* what : {"KIN", "Kin"}) {
        EXPECT_THAT(all_that_can_be_asked(*record_, "X"), Not(HasSubstr(what)));
        EXPECT_THAT(all_that_can_be_asked(*record_, "A"), HasSubstr(what)) << "it is cleared";
        EXPECT_THAT(all_that_can_be_asked(*record_), HasSubstr(what)) << "the host reads all";
    }
}

TEST_F(Sight, ADateThatComesFromAHiddenTaskSaysThatMuch) {
    say("2024-01-01 assign_task task=S title_vi=s lead=A duration=9 access_class=MAT\n"
        "2024-01-01 assign_task task=T title_vi=t lead=X duration=5\n"
        "2024-01-01 link_tasks link=L task=T after=S");
    const auto why = [&](const char* viewer) {
        return told(*record_, "2024-01-01", "why_this_date task=T", "step task driver predecessor",
                    viewer);
    };
    EXPECT_THAT(why("X"), ElementsAre("1 | T | link | -", "2 | - | not_shown | -"));
    EXPECT_THAT(why("A"), ElementsAre("1 | T | link | S", testing::StartsWith("2 | S | ")));
}

// A link binds the parts of the whole that it names: of a hidden whole they may be open, and the
// link is as hidden.
constexpr const char* open_part = R"(
2024-01-02 assign_task task=KIN-W title_vi=Kin assigner=OFFICE lead=A deadline=2024-02-01 access_class=MAT
2024-01-02 assign_task task=PART title_vi=p assigner=OFFICE lead=X parent_task=KIN-W deadline=2024-03-01
2024-01-02 assign_task task=T title_vi=t assigner=OFFICE lead=X deadline=2024-05-31 duration=5
2024-01-03 link_tasks link=KIN-L task=T after=KIN-W lag=2
)";

TEST_F(Sight, ADateThatComesThroughAHiddenLinkSaysNothingOfIt) {
    say(open_part);
    const auto why = [&](const char* viewer) {
        return told(*record_, "2024-03-29", "why_this_date task=T",
                    "task finish driver predecessor link link_type lag lag_unit", viewer);
    };
    EXPECT_THAT(why("X"), ElementsAre("T | 2024-04-09 | link | - | - | - | - | -",
                                      "- | - | not_shown | - | - | - | - | -"));
    EXPECT_THAT(
        why("A"),
        ElementsAre("T | 2024-04-09 | link | PART | KIN-L | finish_start | 2 | working_days",
                    testing::StartsWith("PART | ")));
}

TEST_F(Sight, SumsOfWhatIsNotShownTellDaysAndNothingElse) {
    say("2024-01-02 assign_task task=KIN-T title_vi=Kin assigner=OFFICE lead=A deadline=2024-02-01 "
        "access_class=MAT\n"
        "2024-01-02 assign_task task=T title_vi=t assigner=OFFICE lead=X deadline=2024-03-29 "
        "duration=5\n"
        "2024-01-02 assign_task task=V title_vi=t assigner=OFFICE deadline=2024-03-01\n"
        "2024-01-03 link_tasks link=L task=T after=KIN-T\n"
        "2024-01-05 block_task task=KIN-T condition=x owed_by=B");
    const std::string columns =
        "key tasks days as_lead as_acceptor lack_of_means objective won_back not_shown";
    const auto sums = [&](const std::string& more, const char* viewer) {
        return told(*record_, "2024-03-29", "attribution_sums" + more, columns, viewer);
    };
    const auto days = [&](const std::string& more, const char* viewer) {
        std::int64_t all = 0;
        for (const std::string& one :
             told(*record_, "2024-03-29", "attribution_sums" + more, "days", viewer))
            all += std::stoll(one);
        return all;
    };
    EXPECT_THAT(sums("", "A"), testing::Each(testing::EndsWith("| -")));
    EXPECT_THAT(sums("", "A"), testing::Contains(testing::StartsWith("B | ")));
    for (const char* by : {"", " grouped_by=task", " grouped_by=document"})
        EXPECT_EQ(days(by, "X"), [&] {
            std::int64_t all = 0;  // those that stand on what X sees
            for (const std::string& slip : told(*record_, "2024-03-29", "slips", "slip", "X"))
                if (slip != "-" && slip[0] != '-') all += std::stoll(slip);
            return all;
        }()) << by;
    const std::string nobody = "- | 1 | 20 | 20 | 0 | 0 | 0 | 0 | -",
                      theirs = "X | 1 | 23 | 23 | 0 | 0 | 0 | 0 | -",
                      hidden = "- | 1 | 36 | 0 | 0 | 0 | 0 | 0 | 36";
    EXPECT_THAT(sums("", "X"), ElementsAre(nobody, theirs, hidden));
    EXPECT_THAT(sums(" order_by=days descending=yes", "X"), ElementsAre(theirs, nobody, hidden));
    EXPECT_THAT(sums(" grouped_by=task", "X"), ElementsAre("T | 1 | 59 | 23 | 0 | 0 | 0 | 0 | 36",
                                                           "V | 1 | 20 | 20 | 0 | 0 | 0 | 0 | -"));
}

TEST_F(Sight, ACommandThatNamesAHiddenThingIsRefusedAsOneThatNamesNothing) {
    say(secrets);
    say("2024-01-05 set_policy policy=agencies office=OFFICE");
    EXPECT_EQ(refused("2024-01-06 report_progress task=KIN-T percent=5", "B"), "task");
    EXPECT_EQ(refused("2024-01-06 report_progress task=NONE percent=5", "B"), "task");
    EXPECT_EQ(
        refused("2024-01-06 answer_consultation consultation=KIN-O agency=B opinion=agree", "B"),
        "consultation")
        << "it was asked about what it may not see";
}

TEST_F(Sight, APlaceholderTakesNoWords) {
    say("2024-01-01 record_placeholder task=P access_class=TUYET-MAT lead=A deadline=2024-03-01\n"
        "2024-01-02 fan_out_task task=P agency=A");
    for (const char* task : {"P", "P/A"}) {
        const std::string t = std::string{" task="} + task;
        for (const std::string& wordy :
             {"report_progress" + t + " text=w", "remind_task" + t + " number=1",
              "block_task" + t + " condition=w", "set_attribute" + t + " host_key=k host_value=w",
              "explain_delay" + t + " cause=coordination.late_data text=w",
              "assign_task task=Q title_vi=w parent_task=" + std::string{task},
              "state_obligation agency=A" + t + " obligation=w",
              "revise_deadline" + t + " deadline=2024-04-01 reason=w"})
            EXPECT_EQ(refused("2024-02-01 " + wordy), "placeholder_wordless") << wordy;
        say("2024-02-01 report_progress" + t + " percent=50\n2024-02-01 revise_deadline" + t +
            " deadline=2024-04-01\n2024-02-02 cancel_task" + t + " reason=by_decision");
    }
}

TEST_F(Sight, WhoIsBlamedForTheDelayOfAPlaceholderAnswersWithoutWords) {
    say("2024-01-01 record_placeholder task=P access_class=TUYET-MAT lead=A coordinating=B "
        "deadline=2024-01-20\n"
        "2024-01-01 assign_task task=T title_vi=t lead=A coordinating=B deadline=2024-01-20");
    for (const char* task : {"P", "T text=w"})
        say("2024-02-01 explain_delay agency=A cause=coordination.late_reply blamed=B task=" +
            std::string{task});
    const auto may_answer = [&] {
        return told(*record_, "2024-02-02", "moves task=P agency=B", "command allowed");
    };
    EXPECT_THAT(may_answer(), testing::Contains("answer_explanation | 1"));
    const std::string answer = "2024-02-02 answer_explanation agency=B task=";
    EXPECT_EQ(refused(answer + "P text=w"), "placeholder_wordless");
    EXPECT_EQ(refused(answer + "T"), "text") << "of another task it has words";
    const auto explained = [&] {
        return told(*record_, "2024-02-02", "explanations task=P",
                    "rejoinder rejoinder_by rejoinder_on");
    };
    const auto printed = [&] {
        const review r =
            record_->review({parse_day("2024-02-02"), {}, {}}, parse_period("2024-01"));
        const std::string json = to_json(r);
        return json.find("\"rejoinder_on\":\"2024-02-02\"") != std::string::npos;
    };
    EXPECT_THAT(explained(), ElementsAre("- | B | -"));
    EXPECT_FALSE(printed());
    say(answer + "P");
    EXPECT_THAT(explained(), ElementsAre("- | B | 2024-02-02"));
    EXPECT_TRUE(printed());
}

TEST_F(Sight, WhatIsSaidOfAPlaceholderWithoutWordsIsReadAgain) {
    const tests::temporary_folder folder;
    const std::string path = folder / "ledger.sqlite";
    record_ = ledger::open(path, open_mode::create);
    SetUp();
    say("2024-01-01 record_placeholder task=P access_class=TUYET-MAT lead=A coordinating=B "
        "deadline=2024-01-20\n"
        "2024-02-01 explain_delay agency=A cause=coordination.late_reply blamed=B task=P");
    const std::int64_t answer = say("2024-02-02 answer_explanation agency=B task=P");
    say("2024-02-03 answer_explanation agency=B task=P corrects=" + std::to_string(answer));
    const auto explained = [&] {
        return told(*record_, "2024-02-03", "explanations task=P", "cause blamed rejoinder_on");
    };
    EXPECT_THAT(explained(), ElementsAre("coordination.late_reply | B | 2024-02-03"));
    record_.reset();
    std::filesystem::remove(path + "-snapshot");
    record_ = ledger::open(path, open_mode::write);
    EXPECT_THAT(explained(), ElementsAre("coordination.late_reply | B | 2024-02-03"));
    EXPECT_THAT(record_->verify(), testing::IsEmpty());
    record_.reset();  // before its folder goes
}

TEST_F(Sight, TheHighestClassIsNotTakenBackUnderWhatIsHeld) {
    const auto n = std::to_string(say("2024-01-01 set_highest_class access_class=TUYET-MAT"));
    say("2024-01-02 assign_task task=T title_vi=t access_class=TUYET-MAT");
    EXPECT_EQ(refused("2024-01-03 void_event reason=x corrects=" + n), "holds_no_higher");
    try {
        say("2024-01-03 void_event reason=x corrects=" + n);
    } catch (const error& e) {
        EXPECT_STREQ(e.what(), "void_event: the ledger holds something of a higher class")
            << "it does not count what not everybody may see";
    }
    EXPECT_EQ(refused("2023-01-01 add_access_class access_class=MAT name_vi=x rank=4 corrects=5"),
              "ranks_in_order");
    say("2023-01-01 add_access_class access_class=MAT name_vi=x rank=3 corrects=5");
}

TEST_F(Sight, ARefusalNamesNothingHidden) {
    say("2024-01-01 assign_task task=T2 title_vi=x assigner=X lead=B\n"
        "2024-01-01 assign_task task=T3 title_vi=x assigner=X lead=B\n"
        "2024-01-01 assign_task task=KIN title_vi=x assigner=X lead=A access_class=MAT\n"
        "2024-01-02 link_tasks link=L1 task=KIN after=T3\n"
        "2024-01-02 link_tasks link=L2 task=T2 after=KIN\n"
        "2024-01-03 set_policy policy=agencies office=OFFICE");
    const auto said = [&](const char* actor) {
        try {
            say("2024-01-04 link_tasks link=L3 task=T3 after=T2", actor);
        } catch (const error& e) {
            std::string all = e.what();
            for (const fact& one : e.facts()) all += " " + one.second;
            return all;
        }
        return std::string{};
    };
    EXPECT_THAT(said("B"), testing::AllOf(HasSubstr("(not shown)"), HasSubstr("T2 "),
                                          Not(HasSubstr("KIN")), Not(HasSubstr("L1"))));
    EXPECT_THAT(said("host"), HasSubstr("unknown"));
}

TEST_F(Sight, AnEventAboutAHiddenThingIsNotThereForWhoNamesItsNumber) {
    const auto event = std::to_string(
        say("2024-01-01 assign_task task=KIN title_vi=x lead=X assigner=X access_class=MAT"));
    say("2024-01-03 set_policy policy=agencies office=OFFICE");
    EXPECT_EQ(refused("2024-01-04 void_event reason=x corrects=" + event, "OFFICE"),
              "corrects_what");
    EXPECT_EQ(refused("2024-01-04 shred_event ordered_by=OFFICE reason=x event=" + event, "OFFICE"),
              "shreds_what");
    say("2024-01-05 grant_access access_class=MAT agency=OFFICE", "OFFICE");
    say("2024-01-06 void_event reason=x corrects=" + event, "OFFICE");
}

// What is handed over or delegated, the other document of a relation, and what was destroyed or
// signed: an event about such a thing says nothing to who may not see it, not even that it is
// there.
TEST_F(Sight, AnEventThatNamesAHiddenThingAsItsMatterIsNotToldAtAll) {
    say("2023-01-01 grant_access access_class=MAT agency=OFFICE");
    const auto event = std::to_string(
        say("2024-01-01 assign_task task=KIN title_vi=x lead=X assigner=X access_class=MAT"));
    say("2024-01-01 add_document document=KIN-D number=1-KIN document_kind=plan issuer=OFFICE "
        "access_class=MAT\n"
        "2024-01-01 add_document document=D number=1 document_kind=plan issuer=OFFICE\n"
        "2024-01-02 consult consultation=KIN-O task=KIN agency=X addressed_to=A "
        "answer_due=2024-12-01\n"
        "2024-01-02 add_programme programme=P agency=A period=2024\n"
        "2024-01-02 add_item item=KIN-I programme=P title_vi=x planned_for=2024-11 "
        "access_class=MAT\n"
        "2024-01-03 dissolve_agency agency=A reason=x");
    const std::int64_t before = record_->revision();
    say("2024-01-04 hand_over agency=A into=OFFICE consultation=KIN-O note=Kin\n"
        "2024-01-04 hand_over agency=A into=OFFICE item=KIN-I note=Kin\n"
        "2024-01-04 delegate_rights agency=X delegate=OFFICE task=KIN note=Kin\n"
        "2024-01-04 relate_documents document=D relation=basis to_document=KIN-D note=Kin");
    say("2024-01-04 void_event reason=Kin corrects=" + std::to_string(record_->revision()));
    say("2024-01-05 shred_event ordered_by=x reason=Kin event=" + event);
    const auto seen = [&](const char* viewer) {
        return told(*record_, "2024-12-31", "changes since=" + std::to_string(before), "command",
                    viewer);
    };
    EXPECT_EQ(seen("").size(), 6U);
    EXPECT_EQ(seen("OFFICE").size(), 6U);
    EXPECT_THAT(seen("B"), IsEmpty());
    for (std::int64_t seq = before + 1; seq <= record_->revision(); ++seq)
        EXPECT_THAT(
            told(*record_, "2024-12-31", "said event=" + std::to_string(seq), "field value", "B"),
            IsEmpty())
            << seq;
    // Of a shown event: what remains of it are codes of all kinds.
    const std::int64_t task = say("2024-01-06 assign_task task=T title_vi=y lead=X assigner=X");
    say("2024-01-06 report_progress task=T percent=5 text=y");
    const auto order = std::to_string(
        say("2024-01-07 shred_event ordered_by=x reason=z event=" + std::to_string(task)));
    EXPECT_THAT(told(*record_, "2024-12-31", "said event=" + order, "field", "B"),
                testing::UnorderedElementsAre("event", "ordered_by", "reason", "copies"));
    EXPECT_THAT(
        told(*record_, "2024-12-31", "said event=" + order, "field"),
        testing::UnorderedElementsAre("event", "ordered_by", "reason", "remains", "copies"));
}

// Who sees the content in part could try words against its hash.
TEST_F(Sight, TheHashOfAReviewIsSaidToWhoSeesAllOfIt) {
    say("2024-01-01 assign_task task=KIN title_vi=x lead=X assigner=X access_class=MAT "
        "deadline=2024-02-01");
    const std::string closed = std::to_string(
        say("2024-04-10 draft_review review=R agency=OFFICE period=2024-Q1 cut_off=2024-04-10\n"
            "2024-04-10 send_review review=R\n2024-04-10 close_review review=R agency=OFFICE "
            "reason=x answer_due=2024-12-30"));
    const auto fields = [&](const char* viewer) {
        return told(*record_, "2024-12-31", "said event=" + closed, "field", viewer);
    };
    EXPECT_THAT(fields(""), testing::Contains("content_hash"));
    EXPECT_THAT(fields("B"), Not(testing::Contains("content_hash")));
    EXPECT_THAT(fields("B"), testing::Contains("reason"));
}

// The chair of a body closes a review in which there are tasks that it may not see.
TEST_F(Sight, AReviewThatSaysOtherwiseIsRefusedWithoutAWordOfHiddenThings) {
    say("2024-01-01 assign_task task=KIN title_vi=x lead=X assigner=X access_class=MAT "
        "deadline=2024-02-01 acceptance=not_asked\n"
        "2024-01-01 assign_task task=T title_vi=t lead=B assigner=B deadline=2024-06-30\n"
        "2024-01-01 add_programme programme=G agency=OFFICE period=2024\n"
        "2024-04-10 draft_review review=R agency=B period=2024-Q1 cut_off=2024-04-10\n"
        "2024-04-10 send_review review=R\n"
        "2023-01-01 grant_access access_class=MAT agency=OFFICE\n"
        "2023-01-01 grant_access access_class=MAT agency=X\n"
        "2024-01-03 set_policy policy=agencies office=OFFICE");
    const auto refusal = [&](std::int64_t seen, const std::string& actor) {
        try {
            say("2024-04-10 close_review review=R agency=B reason=x answer_due=2024-12-30 "
                "seen_revision=" +
                    std::to_string(seen) + (actor == "B" ? "" : " on_behalf_of=B"),
                actor.c_str());
        } catch (const error& e) {
            std::string all = e.what();
            for (const auto& [key, content] : e.facts()) all += " | " + key + "=" + content;
            return all;
        }
        return std::string{"closed"};
    };
    // A hidden item plans the task for the period: of the event that says so nothing is told.
    const std::int64_t before_item = record_->revision();
    const std::string item = std::to_string(
        say("2024-01-02 add_item item=KIN-I programme=G title_vi=x planned_for=2024-Q1 task=T "
            "decided_by=OFFICE access_class=MAT",
            "OFFICE"));
    EXPECT_THAT(refusal(before_item, "OFFICE"), HasSubstr("by event " + item))
        << "told to who sees all";
    const std::string by_item = refusal(before_item, "B");
    EXPECT_THAT(by_item, HasSubstr(": 2 tasks not shown")) << "nor that it plans T at all";
    for (const char* hidden : {"task T", "by event"}) EXPECT_THAT(by_item, Not(HasSubstr(hidden)));
    // A hidden task is done.
    const std::int64_t before_done = record_->revision();
    const std::string done = std::to_string(say("2024-03-05 complete_task task=KIN agency=X", "X"));
    EXPECT_THAT(refusal(before_done, "OFFICE"), HasSubstr("done_late by event " + done));
    const std::string by_done = refusal(before_done, "B");
    EXPECT_THAT(by_done,
                HasSubstr("since event " + std::to_string(before_done) + ": 1 task not shown"));
    for (const char* hidden : {"KIN", "done_late", "by event"})
        EXPECT_THAT(by_done, Not(HasSubstr(hidden)));
    EXPECT_THAT(by_done, HasSubstr("not_shown=1"));
    // Its words: no key of what changed in it.
    const std::int64_t before_words = record_->revision();
    say("2024-04-05 verify_result task=KIN agency=OFFICE verdict=confirmed percent=100", "OFFICE");
    const std::string by_words = refusal(before_words, "B");
    EXPECT_THAT(by_words, HasSubstr("1 task not shown"));
    EXPECT_THAT(by_words, Not(HasSubstr("verified")));
    EXPECT_EQ(refusal(record_->revision(), "B"), "closed");
}

TEST_F(Sight, ARefusalDoesNotTellAHiddenEventFromNone) {
    const std::int64_t hidden =
        say("2024-01-01 assign_task task=KIN title_vi=x lead=X assigner=X access_class=MAT");
    say("2024-01-01 assign_task task=T title_vi=t lead=B assigner=X\n"
        "2024-01-03 set_policy policy=agencies office=OFFICE");
    const auto error_of = [&](const std::string& text, std::int64_t event, const char* actor) {
        const std::string number = std::to_string(event);
        try {
            say(text + number, actor);
        } catch (const error& e) {
            std::string all = e.what();
            for (const auto& [name, content] : e.facts()) all += "|" + name + "=" + content;
            for (std::size_t at; (at = all.find(number)) != std::string::npos;)
                all.replace(at, number.size(), "N");
            return all;
        }
        return std::string{"it was recorded"};
    };
    const std::string key(64, 'a'), signature(128, 'b');
    for (const char* actor : {"OFFICE", "B"})
        for (const std::string& text :
             {std::string{"2024-01-04 shred_event ordered_by=OFFICE reason=x event="},
              "2024-01-04 sign_event public_key=" + key + " signature=" + signature + " event=",
              std::string{"2024-01-04 void_event reason=x corrects="},
              std::string{"2024-01-04 report_progress task=T percent=5 corrects="},
              std::string{"2024-01-04 report_progress task=NONE percent=5 corrects="}}) {
            const std::string told = error_of(text, hidden, actor);
            EXPECT_EQ(told, error_of(text, 999, actor)) << actor << ": " << text;
            EXPECT_THAT(told, HasSubstr("rule=")) << text;
        }
    EXPECT_EQ(refused("2024-01-04 shred_event ordered_by=x reason=x event=999", "OFFICE"),
              "shreds_what");
}

TEST_F(Sight, NoWordsReachAPlaceholderThroughWhatHangsOnIt) {
    say("2024-01-01 record_placeholder task=P access_class=TUYET-MAT lead=A deadline=2024-03-01\n"
        "2024-01-01 assign_task task=T title_vi=t lead=A\n"
        "2024-01-02 link_tasks link=L task=T after=P\n"
        "2024-01-02 consult consultation=C task=P agency=A addressed_to=B");
    EXPECT_EQ(refused("2024-01-03 answer_consultation consultation=C agency=B opinion=agree "
                      "text=words"),
              "placeholder_wordless");
    EXPECT_EQ(refused("2024-01-03 set_attribute link=L host_key=k host_value=words"),
              "placeholder_wordless");
    say("2024-01-03 answer_consultation consultation=C agency=B opinion=agree");
}

TEST_F(Sight, ARefusalDoesNotTellAHiddenCodeFromAFreeOne) {
    say(std::string{secrets} + "2024-01-04 set_policy policy=agencies office=B");
    const auto error_of = [&](const std::string& text, const char* actor) {
        try {
            say(text, actor);
        } catch (const error& e) {
            std::string all = e.what();
            for (const fact& one : e.facts()) all += "|" + one.second;
            return all;
        }
        return std::string{};
    };
    const auto alike = [&](const std::string& text, const std::string& hidden, const char* actor) {
        std::string of_hidden = error_of(text + hidden, actor);
        for (std::size_t at; (at = of_hidden.find(hidden)) != std::string::npos;)
            of_hidden.replace(at, hidden.size(), "FREE");
        EXPECT_EQ(of_hidden, error_of(text + "FREE", actor)) << actor << ": " << text;
        EXPECT_NE(of_hidden, "") << text;
    };
    for (const char* actor : {"nobody", "X"}) {
        alike("2024-02-01 submit_task task=", "KIN-T", actor);
        alike("2024-02-01 hold_meeting name_vi=x meeting=", "KIN-M", actor);
        alike("2024-02-01 add_document number=9-QĐ document_kind=decision issuer=X document=",
              "KIN-D", actor);
        alike("2024-02-01 conclude meeting=KIN-M conclusion_kind=request text_vi=x conclusion=",
              "KIN-C", actor);
    }
    EXPECT_THAT(error_of("2024-02-01 assign_task title_vi=x assigner=X lead=X task=KIN-T", "X"),
                HasSubstr("task KIN-T is taken"))
        << "who may make one is told that it cannot have this code";
}

TEST_F(Sight, ACodeThatAClassReservesIsRefusedWhetherItIsTakenOrNot) {
    say("2023-01-01 add_access_class access_class=MAT name_vi=x rank=2 code_prefix=KIN- "
        "corrects=5");
    say(std::string{secrets} +
        "2024-01-04 raise_recommendation recommendation=KIN-Q text_vi=x raised_by=A "
        "addressed_to=OFFICE access_class=MAT\n2024-01-05 set_policy policy=agencies "
        "office=OFFICE");
    const auto error_of = [&](const std::string& code, const char* actor) {
        try {
            say("2024-02-01 raise_recommendation text_vi=x raised_by=" + std::string{actor} +
                    " addressed_to=OFFICE recommendation=" + code,
                actor);
        } catch (const error& e) {
            std::string all = e.what();
            for (const fact& one : e.facts()) all += "|" + one.second;
            all.replace(all.find(code), code.size(), "CODE");
            return all;
        }
        return std::string{};
    };
    EXPECT_EQ(error_of("KIN-Q", "X"), error_of("KIN-9", "X"));
    EXPECT_THAT(error_of("KIN-9", "X"), HasSubstr("code_reserved"));
    EXPECT_THAT(error_of("KIN-Q", "A"), HasSubstr("is taken")) << "A sees that it is";
    EXPECT_EQ(error_of("Q", "X"), "");
    EXPECT_EQ(error_of("KIN-8", "A"), "");
}

TEST_F(Sight, WhatStandsInAClassThatReservesCodesHasOneOfThem) {
    say("2023-01-01 add_access_class access_class=MAT name_vi=x rank=2 code_prefix=KIN- "
        "corrects=5");
    say(secrets);
    for (const char* text :
         {"assign_task task=N title_vi=x access_class=MAT",
          "conclude conclusion=N meeting=KIN-M conclusion_kind=request text_vi=x",
          "add_clause clause=N document=KIN-D clause_number=2",
          "schedule_document_review document_review=N document=KIN-D review_kind=final",
          "consult consultation=N task=KIN-T agency=A addressed_to=B",
          "link_tasks link=N task=KIN-T after=T", "link_tasks link=N task=T after=KIN-T"})
        EXPECT_EQ(objection(std::string{"2024-02-01 "} + text), "code_of_class") << text;
    say("2024-02-01 conclude conclusion=KIN-N meeting=KIN-M conclusion_kind=request text_vi=x\n"
        "2024-02-01 fan_out_task task=KIN-T agency=B");
    EXPECT_EQ(refused("2024-02-01 consult consultation=N task=KIN-T/B agency=A addressed_to=X"),
              "code_of_class");
    EXPECT_EQ(refused("2023-01-01 add_access_class access_class=C name_vi=x rank=7 "
                      "code_prefix='a b'"),
              "code_prefix");
}

TEST_F(Sight, WhatAListLeavesOutIsCounted) {
    say(secrets);
    EXPECT_THAT(told(*record_, "2024-02-01", "not_shown", "kind things", "X"),
                ElementsAre("document | 1", "meeting | 1", "conclusion | 1", "task | 1", "link | 1",
                            "clause | 1", "document_review | 1", "consultation | 1"));
    EXPECT_THAT(told(*record_, "2023-12-31", "not_shown", "kind things", "X"), IsEmpty());
    for (const char* viewer : {"", "A"}) {
        EXPECT_THAT(told(*record_, "2024-02-01", "not_shown", "kind things", viewer), IsEmpty());
        EXPECT_EQ(told(*record_, "2024-02-01", "tasks", "task", viewer).size(), 2u);
    }
    EXPECT_EQ(told(*record_, "2024-02-01", "tasks", "task", "X").size() + 1, 2u);
}

TEST_F(Sight, AReviewCountsNoTaskThatItDoesNotList) {
    say("2024-01-01 assign_task task=KIN title_vi=x lead=X deadline=2024-02-01 access_class=MAT\n"
        "2024-01-01 assign_task task=T title_vi=x lead=X deadline=2024-02-01\n"
        "2024-04-25 draft_review review=W agency=A period=2024-Q1 cut_off=2024-04-20\n"
        "2024-04-25 send_review review=W\n"
        "2024-04-26 close_review review=W agency=A reason=x answer_due=2024-05-10");
    const char* counts = "carried_late unexplained";
    EXPECT_THAT(told(*record_, "2024-05-01", "reviews", counts, "A"), ElementsAre("2 | 2"));
    EXPECT_THAT(told(*record_, "2024-05-01", "reviews", counts, "B"), ElementsAre("1 | 1"));
    EXPECT_EQ(told(*record_, "2024-05-01", "carried_over", "task", "B").size(), 1u);
}

// Two references in each: who learnt that the first is passed would know that it is there.
TEST_F(Sight, AHiddenThingIsToldFromNoneByNoOtherFieldOfTheCommand) {
    say(secrets);
    say("2024-01-05 set_policy policy=agencies office=OFFICE");
    const auto error_of = [&](std::string text, const std::string& code, bool check) {
        const auto at = text.find("CODE");
        text.replace(at, 4, code);
        act by = tests::by_clerk(parse_day("2024-12-31"));
        by.actor = "OFFICE";
        std::string all;
        try {
            if (check)
                record_->check(by, tests::commands_of(text));
            else
                record_->record(by, tests::commands_of(text));
        } catch (const error& e) {
            all = e.what();
            for (const fact& one : e.facts()) all += "|" + one.first + "=" + one.second;
            for (auto i = all.find(code); i != all.npos; i = all.find(code))
                all.replace(i, code.size(), "CODE");
        }
        return all;
    };
    for (const char* text : {"2024-02-01 link_tasks link=N task=CODE after=NOPE",
                             "2024-02-01 link_tasks link=N task=NOPE after=CODE",
                             "2024-02-01 report_progress task=CODE agency=NOPE percent=5",
                             "2024-02-01 explain_delay task=CODE agency=NOPE cause=nope text=x",
                             "2024-02-01 explain_delay task=CODE agency=X cause=nope text=x",
                             "2024-02-01 assign_task task=N title_vi=x lead=NOPE parent_task=CODE",
                             "2024-02-01 fan_out_task task=CODE agency=NOPE"})
        for (const bool check : {false, true}) {
            EXPECT_EQ(error_of(text, "KIN-T", check), error_of(text, "NONE", check)) << text;
            EXPECT_THAT(error_of(text, "KIN-T", check), HasSubstr("is not in the ledger"));
        }
}

TEST_F(Sight, ACodeThatAClassReservesIsMadeByNoInstance) {
    say("2023-01-01 add_access_class access_class=MAT name_vi=x rank=2 code_prefix=KIN "
        "corrects=5\n"
        "2024-01-01 assign_task task=KIN title_vi=x lead=X assigner=X recurs=quarterly\n"
        "2024-01-01 assign_task task=KIN/A title_vi=x lead=A access_class=MAT\n"
        "2024-01-05 set_policy policy=agencies office=OFFICE");
    for (const char* text : {"fan_out_task task=KIN agency=A", "fan_out_task task=KIN agency=B",
                             "repeat_task task=KIN period=2024-Q2"})
        EXPECT_EQ(refused(std::string{"2024-02-01 "} + text, "X"), "code_reserved") << text;
    say("2024-02-01 grant_access access_class=MAT agency=X", "OFFICE");
    say("2024-02-01 fan_out_task task=KIN agency=B", "X");
}

TEST_F(Sight, ClassesReserveDifferentCodes) {
    const auto n =
        say("2023-01-01 add_access_class access_class=MAT name_vi=x rank=2 "
            "code_prefix=KIN- corrects=5");
    for (const char* prefix : {"KIN-", "KIN-A", "KI"})
        EXPECT_EQ(refused(std::string{"2023-01-01 add_access_class access_class=C name_vi=x "
                                      "rank=7 code_prefix="} +
                          prefix),
                  "prefixes_apart")
            << prefix;
    say("2023-01-01 add_access_class access_class=C name_vi=x rank=7 code_prefix=KUN-\n"
        "2023-01-01 add_access_class access_class=MAT name_vi=x rank=2 code_prefix=KIN-A "
        "corrects=" +
        std::to_string(n));
}

// A task that is older than the codes of its class lends its instances a code that anybody may
// choose.
TEST_F(Sight, ATaskOlderThanTheCodesOfItsClassMakesNoInstances) {
    say("2024-01-01 assign_task task=OLD title_vi=x lead=X recurs=quarterly access_class=MAT\n"
        "2024-01-02 fan_out_task task=OLD agency=B");
    const auto n = std::to_string(record_->revision());
    say("2023-01-01 add_access_class access_class=MAT name_vi=x rank=2 code_prefix=KIN- "
        "corrects=5");
    EXPECT_EQ(refused("2024-02-01 fan_out_task task=OLD agency=A"), "code_of_class");
    EXPECT_EQ(refused("2024-02-01 repeat_task task=OLD period=2024-Q2"), "code_of_class");
    EXPECT_EQ(refused("2024-01-02 fan_out_task task=OLD agency=A,B corrects=" + n),
              "code_of_class");
    say("2024-01-03 fan_out_task task=OLD agency=B corrects=" + n);
    say("2024-02-01 assign_task task=KIN-N title_vi=x lead=X access_class=MAT\n"
        "2024-02-01 fan_out_task task=KIN-N agency=A");
}

TEST_F(Sight, WhoMayBeBlamedTellsNothingHidden) {
    say(secrets);
    say("2024-01-02 assign_task task=U title_vi=u lead=B assigner=OFFICE deadline=2024-03-01\n"
        "2024-01-02 link_tasks link=KIN-U task=U after=KIN-T");
    const std::string blame =
        "2024-03-10 explain_delay task=U cause=other text=x agency=B blamed=X";
    EXPECT_EQ(objection(blame), "") << "X leads what U waits for";
    say("2024-01-05 set_policy policy=agencies office=OFFICE");
    EXPECT_EQ(refused(blame, "B"), "blames_who_has_part");
    say("2024-02-01 grant_access access_class=MAT agency=B", "OFFICE");
    say(blame, "B");
}

// What stood there before is not told by what came to stand in its place.
TEST_F(Sight, ACorrectionOfAHiddenHandOverNamesNobodyOfIt) {
    say("2024-01-01 raise_recommendation recommendation=KIN text_vi=x raised_by=B addressed_to=X "
        "access_class=MAT\n"
        "2024-01-01 raise_recommendation recommendation=R text_vi=x raised_by=B addressed_to=X");
    const std::int64_t before = record_->revision();
    const auto first = say("2024-01-04 hand_over agency=X into=A recommendation=KIN");
    say("2024-01-04 hand_over agency=X into=OFFICE recommendation=R corrects=" +
        std::to_string(first));
    EXPECT_THAT(told(*record_, "2024-12-31", "changes since=" + std::to_string(before),
                     "command agencies", "B"),
                ElementsAre(testing::AllOf(testing::StartsWith("hand_over | "), HasSubstr("OFFICE"),
                                           testing::Not(HasSubstr("A ")))));
}

TEST_F(Sight, ARecommendationThatIsRelatedToAHiddenTaskTellsNothingOfIt) {
    say("2024-01-01 raise_recommendation recommendation=R text_vi=x raised_by=B addressed_to=X\n"
        "2024-01-01 assign_task task=KIN title_vi=x lead=X assigner=X access_class=MAT");
    const std::int64_t before = record_->revision();
    say("2024-01-04 relate_recommendation recommendation=R task=KIN");
    const std::string since = "changes since=" + std::to_string(before);
    EXPECT_THAT(told(*record_, "2024-12-31", since, "command", "B"), IsEmpty());
    EXPECT_THAT(told(*record_, "2024-12-31", since, "command"),
                ElementsAre("relate_recommendation"));
}

// What it sees was taken back; by what, it is not told.
TEST_F(Sight, WhoIsNotShownACorrectionIsToldThatThereIsOne) {
    say("2024-01-01 add_document document=D number=1 document_kind=plan issuer=OFFICE\n"
        "2024-01-01 add_document document=E number=2 document_kind=plan issuer=OFFICE\n"
        "2024-01-01 add_document document=KIN number=3 document_kind=plan issuer=OFFICE "
        "access_class=MAT");
    const auto first =
        say("2024-01-04 relate_documents document=D relation=replaces to_document=E");
    say("2024-01-04 relate_documents document=D relation=replaces to_document=KIN corrects=" +
        std::to_string(first));
    const std::string since = "changes since=" + std::to_string(first - 1);
    EXPECT_THAT(told(*record_, "2024-12-31", since, "command corrected_by", "B"),
                ElementsAre("relate_documents | 0"));
    for (const std::string& one :
         told(*record_, "2024-12-31", "said event=" + std::to_string(first), "corrected_by", "B"))
        EXPECT_EQ(one, "0");
}

}  // namespace
}  // namespace mandate
