// Corrections: what replaces or withdraws an event obeys the rules, the rights and the classes that
// the event itself had to obey.

#include "ledger/record_test.hpp"
#include "temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using tests::told;

class Corrections : public tests::record_test {};

TEST_F(Corrections, OfAFanOutTakeNoTaskThatWasThereBefore) {
    say("2024-01-01 assign_task task=T title_vi=t\n"
        "2024-01-01 assign_task task=T/B title_vi=other lead=X deadline=2024-09-09");
    const auto n = std::to_string(say("2024-01-02 fan_out_task task=T agency=A"));
    EXPECT_EQ(refused("2024-01-02 fan_out_task task=T agency=A,B corrects=" + n), "agency");
    const auto m = std::to_string(say("2024-01-02 fan_out_task task=T agency=X corrects=" + n));
    EXPECT_THAT(tasks(), ElementsAre("T | t | ", "T/B | other | X", "T/X | t | X"));
    say("2024-01-02 fan_out_task task=T agency=A corrects=" + m);
    EXPECT_THAT(tasks(), ElementsAre("T | t | ", "T/A | t | A", "T/B | other | X"))
        << "an instance of its own may come back";
}

TEST_F(Corrections, OfAFanOutAreFoundBySearchHoweverOftenItWasMade) {
    say("2024-01-01 assign_task task=T title_vi=needle");
    const auto n = std::to_string(say("2024-01-02 fan_out_task task=T agency=A,B"));
    const auto found = [&] { return told(*record_, "2024-12-31", "search text=needle", "code"); };
    EXPECT_THAT(found(), ElementsAre("T", "T/A", "T/B"));
    say("2024-01-02 fan_out_task task=T agency=A,X corrects=" + n);
    EXPECT_THAT(found(), UnorderedElementsAre("T", "T/A", "T/X"));
}

TEST_F(Corrections, LeaveAnAgencyThatAnsweredItsPart) {
    const auto n =
        std::to_string(say("2024-01-01 assign_task task=T title_vi=x lead=A coordinating=B,X"));
    const auto o = say("2024-01-02 state_obligation task=T agency=B obligation=lists");
    const auto a = say("2024-02-01 answer_obligation task=T agency=B text=x");
    const std::string without_b =
        "2024-01-01 assign_task task=T title_vi=x lead=A coordinating=X corrects=" + n;
    try {
        say(without_b);
        ADD_FAILURE() << "it was recorded";
    } catch (const error& e) {
        const std::vector<fact> expected{{"rule", "others_stand_on_it"},
                                         {"field", "corrects"},
                                         {"task", "T"},
                                         {"events", std::to_string(o) + ", " + std::to_string(a)},
                                         {"agency", "B"},
                                         {"command", "0"}};
        EXPECT_EQ(e.facts(), expected) << e.what();
    }
    EXPECT_EQ(refused("2024-01-01 assign_task task=T title_vi=x lead=A corrects=" + n),
              "others_stand_on_it");
    const auto m = std::to_string(
        say("2024-01-01 assign_task task=T title_vi=y lead=A coordinating=B corrects=" + n));
    say("2024-03-01 reassign_task task=T lead=X coordinating=A");
    say("2024-01-01 assign_task task=T title_vi=z lead=A coordinating=B corrects=" + m);
    EXPECT_THAT(told(*record_, "2024-02-15", "obligations", "agency answered_on"),
                testing::Contains("B | 2024-02-01"))
        << "what it answered while it took part stays";
}

// What was withdrawn, ended or stopped is as before when the event that did so is withdrawn.
TEST_F(Corrections, RestoreWhatWasWithdrawn) {
    say("2023-01-01 add_access_class access_class=MAT name_vi=x rank=1\n"
        "2023-01-01 set_highest_class access_class=MAT\n"
        "2023-01-01 grant_access access_class=MAT agency=B\n"
        "2023-01-01 add_official official=P name_vi=x\n"
        "2023-01-01 add_post post=HEAD agency=A name_vi=x\n"
        "2023-01-01 hold_post official=P post=HEAD\n"
        "2023-01-01 add_document document=D number=1 document_kind=plan issuer=A\n"
        "2023-01-01 schedule_document_review document_review=V document=D review_kind=final "
        "deadline=2025-01-01\n"
        "2023-01-01 add_programme programme=W agency=A period=2024\n"
        "2023-01-01 add_item item=I programme=W title_vi=x planned_for=2024-06\n"
        "2023-01-01 assign_task task=T title_vi=x lead=A assigner=OFFICE deadline=2024-03-01\n"
        "2023-01-01 assign_task task=S title_vi=x lead=A assigner=OFFICE deadline=2024-03-01\n"
        "2023-01-01 block_task task=S condition=c owed_by=B\n"
        "2023-01-01 raise_recommendation recommendation=K text_vi=x raised_by=B addressed_to=A");
    const auto all = [&] {
        std::string text;
        for (const char* question :
             {"access_classes", "post_holders", "document_reviews", "programme_items", "tasks",
              "recommendations", "agencies", "agency_changes", "left_open", "conditions"}) {
            std::string columns;
            for (const column_descriptor& c : find_question(std::string_view{question})->columns)
                columns += (columns.empty() ? "" : " ") + std::string{c.name};
            for (const std::string& line : told(*record_, "2024-12-31", question, columns))
                text += std::string{question} + ": " + line + "\n";
        }
        return text;
    };
    const std::string before = all();
    for (const char* withdrawal :
         {"2024-02-01 answer_recommendation recommendation=K recommendation_status=withdrawn",
          "2024-02-01 answer_recommendation recommendation=K recommendation_status=declined "
          "reason=x",
          "2024-02-01 withdraw_item item=I decided_by=OFFICE reason=x",
          "2024-02-01 drop_document_review document_review=V reason=x",
          "2024-02-01 cancel_task task=T reason=x", "2024-02-01 suspend_task task=T reason=x",
          "2024-02-01 unblock_task task=S condition=c",
          "2024-02-01 revoke_access access_class=MAT agency=B",
          "2024-02-01 leave_post official=P post=HEAD",
          "2024-02-01 dissolve_agency agency=X reason=x", "2024-02-01 merge_agency agency=X into=A",
          "2024-02-01 split_agency agency=X into=A,B duty=a,b",
          "2024-02-01 rename_agency agency=X name_vi=other",
          "2024-02-01 move_agency agency=X parent=A"}) {
        const auto n = std::to_string(say(withdrawal));
        EXPECT_NE(all(), before) << withdrawal;
        say("2024-03-01 void_event reason=x corrects=" + n);
        EXPECT_EQ(all(), before) << withdrawal;
    }
}

TEST_F(Corrections, AMistakenWithdrawalIsUndoneByStatingAgainWhatItWithdrew) {
    const std::string task = "2024-01-03 assign_task task=T lead=A deadline=2024-03-01 title_vi=";
    const auto n = std::to_string(say(task + "right"));
    const auto wrong = std::to_string(say(task + "wrong corrects=" + n));
    const auto gone = std::to_string(say("2024-01-04 void_event reason=x corrects=" + wrong));
    const std::int64_t then = now_us_;
    EXPECT_THAT(tasks(), IsEmpty()) << "the correction is withdrawn with what it corrected";
    EXPECT_EQ(refused("2024-01-05 void_event reason=x corrects=" + gone), "corrects_what");
    EXPECT_EQ(refused("2024-01-05 rename_agency agency=B name_vi=y corrects=" + gone), "same_kind");
    EXPECT_EQ(refused("2024-01-03 assign_task task=T2 title_vi=x lead=A corrects=" + gone),
              "same_subject");
    say(task + "right corrects=" + gone);
    EXPECT_THAT(tasks(), ElementsAre("T | right | A"));
    EXPECT_THAT(told(*record_, "2024-12-31", "tasks", "task", {}, then), IsEmpty())
        << "nobody knew better then";
    EXPECT_EQ(refused(task + "x corrects=" + gone), "corrected_once");

    const auto r = std::to_string(say("2024-02-01 revise_deadline task=T deadline=2024-04-01"));
    const auto c =
        std::to_string(say("2024-02-01 revise_deadline task=T deadline=2024-05-01 corrects=" + r));
    const auto v = std::to_string(say("2024-02-03 void_event reason=x corrects=" + c));
    const auto due = [&] { return told(*record_, "2024-06-01", "tasks", "deadline"); };
    EXPECT_THAT(due(), ElementsAre("2024-03-01"));
    const act by = tests::by_clerk(parse_day("2024-12-31"));
    command anew = tests::command_of("2024-02-01 revise_deadline task=T deadline=2024-04-01");
    anew.effective_on.reset();
    anew.corrects = std::stoll(v);
    act later = by;
    later.now_us = now_us_ += 1'000'000;
    record_->record(later, std::vector{anew});
    EXPECT_THAT(due(), ElementsAre("2024-04-01"));
    EXPECT_THAT(told(*record_, "2024-02-01", "tasks", "deadline"), ElementsAre("2024-04-01"))
        << "on the day of the decision, not of its withdrawal";
    say("2024-02-04 void_event reason=x corrects=" + std::to_string(record_->revision()));
    EXPECT_THAT(due(), ElementsAre("2024-03-01")) << "it may be withdrawn again";
}

TEST_F(Corrections, AnAnswerStatedAgainAnswersWhatItAnsweredUnlessAnotherDid) {
    say("2024-01-03 assign_task task=T title_vi=t lead=A assigner=OFFICE\n"
        "2024-02-01 submit_task task=T");
    const auto a = std::to_string(say("2024-02-02 accept_task task=T"));
    const auto v = std::to_string(say("2024-02-03 void_event reason=x corrects=" + a));
    const auto other = std::to_string(say("2024-02-04 return_task task=T reason=x"));
    EXPECT_EQ(refused("2024-02-02 accept_task task=T corrects=" + v), "others_stand_on_it");
    say("2024-02-05 void_event reason=x corrects=" + other);
    say("2024-02-02 accept_task task=T corrects=" + v);
    EXPECT_THAT(told(*record_, "2024-12-31", "tasks", "finished_on"), ElementsAre("2024-02-01"));
}

TEST_F(Corrections, CloseNoCycleThroughAWholeAndItsParts) {
    say("2024-01-01 assign_task task=W title_vi=x\n"
        "2024-01-01 assign_task task=Q title_vi=x\n"
        "2024-01-01 assign_task task=R title_vi=x\n"
        "2024-01-01 link_tasks link=L1 task=Q after=W\n"
        "2024-01-01 link_tasks link=L2 task=R after=Q");
    const auto p = std::to_string(say("2024-01-01 assign_task task=PART title_vi=x"));
    say("2024-01-01 link_tasks link=L3 task=PART after=R");
    try {
        say("2024-01-01 assign_task task=PART title_vi=x parent_task=W corrects=" + p);
        ADD_FAILURE() << "it was recorded";
    } catch (const error& e) {
        EXPECT_EQ(e.code(), errc::cycle);
        EXPECT_STREQ(e.what(),
                     "assign_task: task PART as a part of task W closes a cycle: Q -L2-> R -L3-> "
                     "PART -part of-> W -L1-> Q");
    }
    EXPECT_EQ(refused("2024-01-01 assign_task task=PART title_vi=x parent_task=W corrects=" + p),
              "no_cycle");
    // Below a part of the whole, too, and as a batch that also links.
    say("2024-01-01 assign_task task=SUB title_vi=x parent_task=W");
    EXPECT_EQ(refused("2024-01-01 assign_task task=PART title_vi=x parent_task=SUB corrects=" + p),
              "no_cycle");
    EXPECT_EQ(refused("2024-01-01 link_tasks link=L4 task=SUB after=R\n"
                      "2024-01-01 assign_task task=PART title_vi=x parent_task=SUB corrects=" +
                      p),
              "no_cycle");
    say("2024-01-01 assign_task task=FREE title_vi=x");
    say("2024-01-01 assign_task task=PART title_vi=x parent_task=FREE corrects=" + p);
}

class CorrectionRights : public Corrections {
protected:
    void SetUp() override {
        Corrections::SetUp();
        say("2023-01-01 set_policy policy=agencies office=OFFICE");
    }
};

TEST_F(CorrectionRights, TakeTheRightToWhatIsCorrected) {
    const auto n = std::to_string(
        say("2024-01-01 assign_task task=T title_vi=x lead=A assigner=OFFICE deadline=2024-03-01",
            "OFFICE"));
    EXPECT_EQ(refused("2024-01-01 assign_task task=T title_vi=mine lead=X assigner=X "
                      "deadline=2025-03-01 corrects=" +
                          n,
                      "X"),
              "permission");
    say("2024-01-01 assign_task task=T title_vi=y lead=A assigner=OFFICE deadline=2024-03-01 "
        "corrects=" +
            n,
        "OFFICE");
    EXPECT_THAT(tasks(), ElementsAre("T | y | A"));
}

TEST_F(CorrectionRights, AnAgencyTakesBackItsOwnWordsAndNoOtherAgencys) {
    say("2024-01-01 assign_task task=T title_vi=x lead=A,B assigner=OFFICE deadline=2024-03-01",
        "OFFICE");
    const auto n =
        std::to_string(say("2024-01-10 report_progress task=T agency=A percent=50 text=x", "A"));
    EXPECT_EQ(refused("2024-01-11 void_event reason=x corrects=" + n, "B"), "permission");
    EXPECT_EQ(
        refused("2024-01-10 report_progress task=T agency=B percent=10 text=x corrects=" + n, "B"),
        "permission");
    say("2024-01-10 report_progress task=T agency=A percent=60 text=x corrects=" + n, "A");
    say("2024-01-01 state_obligation task=T agency=B obligation=x deadline=2024-02-01", "OFFICE");
    const auto m = std::to_string(say("2024-01-12 answer_obligation task=T agency=B text=x", "B"));
    EXPECT_EQ(refused("2024-01-13 void_event reason=x corrects=" + m, "A"), "permission");
    say("2024-01-13 void_event reason=x corrects=" + m, "B");
    const auto k = std::to_string(say("2024-01-14 answer_obligation task=T agency=B text=y", "B"));
    say("2024-01-14 void_event reason=x corrects=" + k, "OFFICE");
}

TEST_F(CorrectionRights, WhoRaisedARecommendationTakesItsWithdrawalBack) {
    say("2024-01-01 raise_recommendation recommendation=K text_vi=x raised_by=B addressed_to=A",
        "B");
    const auto n = std::to_string(say(
        "2024-02-01 answer_recommendation recommendation=K recommendation_status=withdrawn", "B"));
    EXPECT_EQ(refused("2024-03-01 void_event reason=x corrects=" + n, "A"), "permission");
    say("2024-03-01 void_event reason=x corrects=" + n, "B");
    EXPECT_THAT(told(*record_, "2024-12-31", "recommendations", "recommendation status"),
                ElementsAre("K | -"));
}

TEST_F(CorrectionRights, WhoHasLeftAPostActsForItNoMore) {
    say("2023-01-01 add_post post=P name_vi=x agency=A\n"
        "2023-01-01 add_official official=Q name_vi=x\n2023-01-01 hold_post official=Q post=P",
        "OFFICE");
    say("2024-01-01 assign_task task=T title_vi=x lead=A assigner=OFFICE", "OFFICE");
    say("2024-01-10 report_progress task=T percent=1 text=x", "Q");
    say("2024-06-01 leave_post official=Q post=P", "OFFICE");
    EXPECT_EQ(refused("2024-01-11 report_progress task=T percent=2 text=x", "Q"), "unknown_actor");
}

TEST_F(Corrections, ObeyTheTableOfExtensions) {
    say("2024-01-01 limit_extensions most_times=1 most_days=10\n"
        "2024-01-01 assign_task task=T title_vi=x lead=A deadline=2024-02-01");
    EXPECT_EQ(refused("2024-01-10 revise_deadline task=T deadline=2024-12-01"), "extension_limit");
    EXPECT_EQ(refused("2024-01-11 revise_deadline task=T deadline_as_stated=soon"),
              "extension_limit")
        << "without a day it is put off for good";
    const auto n = std::to_string(say("2024-01-13 revise_deadline task=T deadline=2024-02-05"));
    EXPECT_EQ(refused("2024-01-13 revise_deadline task=T deadline=2030-02-05 corrects=" + n),
              "extension_limit");
    say("2024-01-13 revise_deadline task=T deadline=2024-02-06 corrects=" + n);
}

// Nor is there a way round it: by leaving the day out, by withdrawing and stating again, or through
// the stated day of an instance.
TEST_F(Corrections, PutNoFirstDeadlineOffFurtherThanTheTableAllows) {
    say("2024-01-01 limit_extensions most_times=1 most_days=10 assigner=OFFICE");
    const std::string words = "2024-01-01 assign_task title_vi=x lead=A assigner=OFFICE task=";
    const auto t = " corrects=" + std::to_string(say(words + "T deadline=2024-02-01"));
    EXPECT_EQ(objection(words + "T" + t), "extension_limit");
    EXPECT_EQ(objection(words + "T deadline_precision=continuous standing_from=2024-01-02" + t),
              "extension_limit");
    EXPECT_EQ(objection(words + "T deadline=2024-02-12" + t), "extension_limit");
    EXPECT_EQ(objection(words + "T deadline=2024-02-11" + t), "");
    const auto gone = " corrects=" + std::to_string(say("2024-01-01 void_event reason=x" + t));
    EXPECT_EQ(objection(words + "T deadline=2024-02-12" + gone), "extension_limit");
    EXPECT_EQ(objection(words + "T deadline=2024-02-11" + gone), "");
    say(words + "F" + " deadline_as_stated=soon recurs=monthly");
    const std::string repeat = "2024-01-02 repeat_task task=F period=2024-03";
    const auto r = " corrects=" + std::to_string(say(repeat + " deadline=2024-02-20"));
    EXPECT_EQ(objection(repeat + " deadline=2024-03-02" + r), "extension_limit");
    EXPECT_EQ(objection(repeat + r), "extension_limit") << "the last day of March";
    EXPECT_EQ(objection(repeat + " deadline=2024-03-01" + r), "");
    const auto none = " corrects=" + std::to_string(say("2024-01-02 void_event reason=x" + r));
    for (const std::string& again : {none, std::string{}}) {
        EXPECT_EQ(objection(repeat + " deadline=2024-03-02" + again), "extension_limit");
        EXPECT_EQ(objection(repeat + " deadline=2024-03-01" + again), "");
    }
    // Without words it is no other.
    say("2024-01-01 add_access_class access_class=MAT name_vi=x rank=1");
    const std::string hidden =
        "2024-01-01 record_placeholder task=P lead=A assigner=OFFICE access_class=MAT";
    const auto p = " corrects=" + std::to_string(say(hidden + " deadline=2024-02-01"));
    EXPECT_EQ(objection(hidden + " deadline=2024-02-12" + p), "extension_limit");
    EXPECT_EQ(objection(hidden + p), "extension_limit");
    EXPECT_EQ(objection(hidden + " deadline=2024-02-11" + p), "");
    EXPECT_THROW(say(hidden + " deadline=2024-02-11 deadline_precision=continuous" + p), error);
}

// What is lawful stays lawful: words of a task are corrected, and a slip is taken back.
TEST_F(Corrections, OfWordsAndSlipsAreNotBoundByTheTableOfExtensions) {
    const std::string words = "2024-01-01 assign_task title_vi=x lead=A assigner=OFFICE task=";
    const auto by = [&](const std::string& text) {
        return " corrects=" + std::to_string(say(text));
    };
    auto slip = by(words + "S deadline=2024-03-31");
    slip = by(words + "S deadline=2024-06-30" + slip);
    const auto table = say("2024-01-02 limit_extensions most_times=1 most_days=30");
    EXPECT_EQ(objection(words + "S deadline=2024-06-30 product=x" + slip), "");
    EXPECT_EQ(objection("2024-06-01 revise_deadline task=S deadline=2024-07-30"), "");
    EXPECT_EQ(objection("2024-06-01 revise_deadline task=S deadline=2024-07-31"),
              "extension_limit");
    auto back = by(words + "B deadline=2024-06-30");
    back = by(words + "B deadline=2023-06-30" + back);
    EXPECT_EQ(objection(words + "B deadline=2024-06-30" + back), "");
    back = by("2024-01-01 void_event reason=x" + back);
    EXPECT_EQ(objection(words + "B deadline=2024-06-30" + back), "");
    EXPECT_EQ(objection(words + "B deadline=2024-07-31" + back), "extension_limit");
    // What never had a day has none: the day that was set for it later stays.
    const auto none = by(words + "N deadline_as_stated=soon");
    say("2024-02-01 revise_deadline task=N deadline=2024-03-31");
    EXPECT_EQ(objection(words + "N title_en=x" + none), "");
    EXPECT_EQ(objection(words + "N deadline_as_stated='very soon'" + none), "");
    const auto standing = by(words + "W deadline_precision=continuous standing_from=2024-01-05");
    say("2024-02-01 revise_deadline task=W deadline=2024-03-31");
    EXPECT_EQ(objection(words +
                        "W deadline_precision=continuous standing_from=2024-01-05 "
                        "title_en=x" +
                        standing),
              "");
    // Words of what was granted while the table allowed it.
    const std::string granted = "2024-03-20 revise_deadline task=N deadline=2024-04-30 reason=";
    const auto grant = by(granted + "x");
    say("2024-03-21 limit_extensions most_times=1 most_days=10 corrects=" + std::to_string(table));
    EXPECT_EQ(objection(granted + "y decided_by=OFFICE" + grant), "");
    EXPECT_EQ(objection("2024-03-22 revise_deadline task=N deadline=2024-04-20" + grant), "");
    EXPECT_EQ(objection("2024-03-20 revise_deadline task=N deadline=2024-05-01" + grant),
              "extension_limit");
}

// How far in all is counted from one day, whichever command goes how far.
TEST_F(Corrections, AndExtensionsAreCountedFromTheSameDay) {
    const std::string words = "2024-01-01 assign_task title_vi=x lead=A assigner=OFFICE task=";
    say("2024-01-01 limit_extensions most_times=1 most_days=30");
    const auto first = std::to_string(say(words + "T deadline=2024-03-31"));
    say(words + "T deadline=2024-04-30 corrects=" + first);
    EXPECT_EQ(objection("2024-03-20 revise_deadline task=T deadline=2024-05-30"),
              "extension_limit");
    // A deadline that was set later is the first.
    say(words + "L");
    const auto set = std::to_string(say("2024-02-01 revise_deadline task=L deadline=2024-03-31"));
    EXPECT_EQ(objection("2024-03-20 revise_deadline task=L deadline=2024-12-31"),
              "extension_limit");
    EXPECT_EQ(objection("2024-02-01 revise_deadline task=L deadline=2024-12-31 corrects=" + set),
              "extension_limit");
    EXPECT_EQ(
        objection(words + "L deadline=2024-12-31 corrects=" + std::to_string(std::stoi(set) - 1)),
        "extension_limit");
    EXPECT_EQ(objection("2024-03-20 revise_deadline task=L deadline=2024-04-30"), "");
    EXPECT_EQ(objection("2024-01-20 revise_deadline task=L deadline=2024-12-31"), "extension_limit")
        << "entered late, before it";
    // Standing work is put off for good.
    EXPECT_EQ(objection("2024-03-20 revise_deadline task=L deadline=2024-03-31 "
                        "standing_from=2024-03-20"),
              "extension_limit");
    // Withdrawn and stated anew it is the same, however often.
    say("2024-02-01 void_event reason=x corrects=" + set);
    EXPECT_EQ(objection("2024-02-01 revise_deadline task=L deadline=2024-12-31"),
              "extension_limit");
    say(words + "R deadline_as_stated=soon recurs=quarterly");
    const auto q = [&](const std::string& day) {
        return "2024-01-15 repeat_task task=R period=2024-Q1 deadline=" + day;
    };
    auto made = std::to_string(say(q("2024-03-31")));
    say("2024-01-15 void_event reason=x corrects=" + made);
    made = std::to_string(say(q("2024-04-30")));
    say("2024-01-15 void_event reason=x corrects=" + made);
    EXPECT_EQ(objection(q("2024-05-30")), "extension_limit");
    say(q("2024-04-30"));
    EXPECT_EQ(objection("2024-03-20 revise_deadline task=R/2024-Q1 deadline=2024-05-30"),
              "extension_limit");
    // What an agency was given by mistake, and is given later, is other work.
    say(words + "F deadline=2024-03-31");
    made = std::to_string(say("2024-01-15 fan_out_task task=F agency=A"));
    say("2024-01-15 void_event reason=x corrects=" + made);
    say("2024-02-01 revise_deadline task=F deadline=2024-04-30\n"
        "2024-04-20 fan_out_task task=F agency=A");
    EXPECT_EQ(objection("2024-04-22 revise_deadline task=F/A deadline=2024-05-30"), "");
}

TEST_F(Corrections, OfTheFirstDeadlineAreForWhoMayPutOff) {
    const std::string words = "2024-01-01 assign_task title_vi=x lead=A task=T deadline=";
    say("2024-01-01 limit_extensions assigner=OFFICE decided_by=B most_times=1 most_days=30");
    const auto first = " corrects=" + std::to_string(say(words + "2024-03-31 assigner=OFFICE"));
    EXPECT_EQ(objection(words + "2024-04-15 assigner=OFFICE" + first), "extension_limit");
    const auto other = " corrects=" + std::to_string(say(words + "2024-03-31 assigner=X" + first));
    EXPECT_EQ(objection(words + "2024-12-31 assigner=X" + other), "extension_limit")
        << "it was assigned by OFFICE when the day was stated";
}

TEST_F(Corrections, ObeyTheRulesOfTheirFields) {
    say("2024-01-01 assign_task task=T title_vi=x lead=A coordinating=B deadline=2024-02-01");
    const auto n = std::to_string(
        say("2024-01-02 state_obligation task=T agency=B obligation=x deadline=2024-01-20"));
    EXPECT_EQ(refused("2024-01-02 state_obligation task=T agency=X obligation=x "
                      "deadline=2024-01-20 corrects=" +
                      n),
              "is_assigned");
    const auto m = std::to_string(say("2024-01-03 expect_document task=T expected=one title_vi=x"));
    say("2024-01-03 expect_document task=T expected=two title_vi=x");
    EXPECT_EQ(refused("2024-01-03 expect_document task=T expected=two title_vi=x corrects=" + m),
              "named_once");
    say("2024-01-03 expect_document task=T expected=one title_vi=y corrects=" + m);
}

TEST_F(Corrections, LeaveNoTaskDoneThatNobodyAccepted) {
    const auto n =
        std::to_string(say("2024-01-01 assign_task task=T title_vi=x lead=A acceptance=not_asked"));
    say("2024-01-10 complete_task task=T");
    EXPECT_EQ(refused("2024-01-01 assign_task task=T title_vi=x lead=A corrects=" + n),
              "others_stand_on_it");
}

class CorrectionClasses : public Corrections {
protected:
    void SetUp() override {
        Corrections::SetUp();
        say("2023-01-01 add_access_class access_class=S name_vi=x rank=1\n"
            "2023-01-01 set_highest_class access_class=S\n"
            "2023-01-01 grant_access access_class=S agency=A");
    }
};

TEST_F(CorrectionClasses, HideThePastTooAndWhatWasWithdrawn) {
    const auto n = std::to_string(say("2024-01-01 assign_task task=T title_vi=SECRET"));
    const std::int64_t then = now_us_;
    const auto m = std::to_string(
        say("2024-01-01 assign_task task=T title_vi=SECRET access_class=S corrects=" + n));
    const auto seen = [&](std::optional<std::int64_t> known_at, const char* viewer) {
        return record_
            ->ask({parse_day("2024-12-31"), known_at, viewer}, question_kind::tasks, command{})
            .rows();
    };
    EXPECT_EQ(seen({}, "X"), 0U);
    EXPECT_EQ(seen(then, "X"), 0U) << "classes are judged as they are now";
    EXPECT_EQ(seen(then, "A"), 1U);
    say("2024-01-01 void_event reason=x corrects=" + m);
    EXPECT_EQ(seen(then, "X"), 0U) << "a secret that is withdrawn is still one";
    EXPECT_EQ(seen(then, "A"), 1U);
}

TEST_F(CorrectionClasses, DoNotOpenWhatIsHiddenByForgettingItsClass) {
    const auto n = std::to_string(say("2024-01-01 assign_task task=T title_vi=x access_class=S"));
    EXPECT_EQ(refused("2024-01-01 assign_task task=T title_vi=y corrects=" + n), "class_kept");
    say("2024-01-01 assign_task task=T title_vi=y access_class=S corrects=" + n);
}

TEST_F(CorrectionClasses, HideTheInstancesWithTheirTask) {
    const auto n = std::to_string(say("2024-01-01 assign_task task=T title_vi=x"));
    say("2024-01-02 fan_out_task task=T agency=B");
    EXPECT_EQ(told(*record_, "2024-12-31", "tasks", "task", "X").size(), 2U);
    say("2024-01-01 assign_task task=T title_vi=x access_class=S corrects=" + n);
    EXPECT_THAT(told(*record_, "2024-12-31", "tasks", "task", "X"), IsEmpty());
    EXPECT_EQ(told(*record_, "2024-12-31", "tasks", "task", "A").size(), 2U);
}

TEST_F(Corrections, ReadersSeeNoEmptyLedgerWhileWordsAreDestroyed) {
    std::string many;
    for (int t = 0; t < 3000; ++t)
        many += "2024-01-01 assign_task task=T" + std::to_string(t) + " title_vi=x\n";
    say(many);
    const std::int64_t revision = record_->revision();
    std::atomic<bool> done{false};
    std::int64_t least = revision;
    std::thread reader{[&] {
        while (!done) least = std::min(least, record_->revision());
    }};
    say("2024-12-01 shred_event event=10 ordered_by=x reason=x");
    done = true;
    reader.join();
    EXPECT_EQ(least, revision);
}

TEST_F(Corrections, DestroyedWordsTakeNoFactWithThem) {
    say("2024-01-01 assign_task task=E title_vi=x lead=A deadline=2024-03-01 acceptance=not_asked\n"
        "2024-01-02 add_document document=D number=1-KH document_kind=plan issuer=A");
    const auto expects = say("2024-01-03 expect_document task=E expected=plan title_vi=secret");
    say("2024-02-01 issue_document task=E expected=plan document=D");
    say("2024-01-01 assign_task task=B title_vi=x lead=A deadline=2024-03-01");
    const auto blocks = say("2024-01-10 block_task task=B condition=secret owed_by=X");
    say("2024-01-10 block_task task=B condition=money owed_by=X\n"
        "2024-01-17 unblock_task task=B condition=secret");
    const auto explains =
        say("2024-04-01 explain_delay task=B agency=A cause=means.it text=secret");
    const auto facts = [&] {
        std::vector<std::string> all;
        for (const auto& [question, columns] : {std::pair{"tasks", "task class finished_on"},
                                                std::pair{"conditions", "task owed_by since until"},
                                                std::pair{"explanations", "task cause"}})
            for (std::string& row : told(*record_, "2024-12-31", question, columns))
                all.push_back(std::move(row));
        return all;
    };
    const auto before = facts();
    EXPECT_THAT(before, testing::Contains("B | X | 2024-01-10 | 2024-01-17"));
    for (const auto event : {expects, blocks, explains})
        say("2024-12-01 shred_event ordered_by=x reason=x event=" + std::to_string(event));
    EXPECT_EQ(facts(), before);
    EXPECT_THAT(tests::all_that_can_be_asked(*record_), testing::Not(testing::HasSubstr("secret")));
}

// Which condition it is others stand on: what was lifted stays so, and no more is.
TEST_F(Corrections, DestroyedWordsOfAConditionLeaveItTheOneThatItIs) {
    const tests::temporary_folder folder;
    const std::string path = folder / "a.mandate";
    record_ = ledger::open(path, open_mode::create);
    record_test::SetUp();
    say("2024-01-01 assign_task task=T title_vi=x lead=A");
    std::vector<std::int64_t> events;
    for (const char* one : {"2024-02-01 block_task task=T condition=secret owed_by=X",
                            "2024-02-02 block_task task=T condition=secretmoney owed_by=X",
                            "2024-02-03 block_task task=T condition=secretland owed_by=X",
                            "2024-02-10 unblock_task task=T condition=secret",
                            "2024-02-20 block_task task=T condition=secret owed_by=X",
                            "2024-02-25 unblock_task task=T condition=secretland"})
        events.push_back(say(one));
    const auto facts = [&] { return told(*record_, "2024-12-31", "conditions", "since until"); };
    const std::vector<std::string> before = facts();
    EXPECT_THAT(before, ElementsAre("2024-02-01 | 2024-02-10", "2024-02-02 | -",
                                    "2024-02-03 | 2024-02-25", "2024-02-20 | -"));
    std::string orders;
    const auto order = [](std::int64_t event) {
        return "2024-12-01 shred_event ordered_by=x reason=x event=" + std::to_string(event) + "\n";
    };
    for (const std::size_t one : {3, 0, 1}) {  // one by one
        say(order(events[one]));
        EXPECT_EQ(facts(), before) << one;
    }
    EXPECT_EQ(refused("2024-03-01 block_task task=T condition=secret owed_by=X"), "owed_once");
    say(order(events[5]) + order(events[2]) + order(events[4]));
    EXPECT_EQ(facts(), before);
    EXPECT_THAT(tests::all_that_can_be_asked(*record_), testing::Not(testing::HasSubstr("secret")));
    EXPECT_THAT(told(*record_, "2024-12-31", "said task=T", "field"),
                testing::Not(testing::Contains("condition")));
    record_.reset();
    record_ = ledger::open(path, open_mode::read);
    EXPECT_EQ(facts(), before);
}

TEST_F(Corrections, AreToldWithWhatTheyCorrectByTheDayAskedFor) {
    say("2024-01-02 assign_task task=T title_vi=x lead=A");
    const auto n = [](std::int64_t event) { return std::to_string(event); };
    const std::int64_t first = say("2024-02-01 remind_task task=T number=1"), then = now_us_,
                       second = say("2024-02-10 remind_task task=T number=2 corrects=" + n(first)),
                       third = say("2024-03-01 void_event reason=x corrects=" + n(second));
    const auto said = [&](const char* day, std::optional<std::int64_t> known_at = {}) {
        std::vector<std::string> all = told(
            *record_, day, "said task=T", "event field value corrects corrected_by", {}, known_at);
        std::erase_if(all, [](const std::string& row) {
            return row.find("number") == std::string::npos &&
                   row.find("reason") == std::string::npos;
        });
        return all;
    };
    const std::string one = n(first) + " | number | 1 | - | " + n(second),
                      two = n(second) + " | number | 2 | " + n(first) + " | " + n(third);
    EXPECT_THAT(said("2024-12-31"),
                ElementsAre(one, two, n(third) + " | reason | x | " + n(second) + " | -"));
    EXPECT_THAT(said("2024-02-29"), ElementsAre(one, two));
    EXPECT_THAT(said("2024-02-09"), ElementsAre(one));
    EXPECT_THAT(said("2024-01-31"), IsEmpty());
    EXPECT_THAT(said("2024-12-31", then), ElementsAre(n(first) + " | number | 1 | - | -"));
    EXPECT_THAT(told(*record_, "2024-02-29", "said event=" + n(third), "event"), IsEmpty())
        << "it does not count yet";
}

TEST_F(Corrections, LeaveAReturnAfterWhichTheTaskWasHandedInAgain) {
    say("2024-01-02 assign_task task=T title_vi=x lead=A assigner=X deadline=2024-02-15\n"
        "2024-02-01 submit_task task=T");
    const auto first = std::to_string(say("2024-02-05 return_task task=T reason=x"));
    say("2024-02-20 submit_task task=T");
    const auto second = std::to_string(say("2024-03-01 return_task task=T reason=x"));
    EXPECT_EQ(refused("2024-03-05 void_event reason=x corrects=" + first), "others_stand_on_it")
        << "the submission before the last would wait for ever";
    say("2024-03-05 void_event reason=x corrects=" + second);
    EXPECT_THAT(told(*record_, "2024-04-25", "tasks", "task class"),
                ElementsAre("T | open_overdue"));
}

}  // namespace
}  // namespace mandate
