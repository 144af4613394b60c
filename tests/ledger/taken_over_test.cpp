// What stands beside what the taker has of its own: an agency that is asked itself, or has figures
// of its own, takes over what another owed. Nothing of either is lost or laid to the other.

#include "base/random_numbers.hpp"
#include "record_test.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mandate {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using tests::told;

class TakenOver : public tests::record_test {
protected:
    void SetUp() override {
        record_test::SetUp();
        say("2023-01-01 add_agency agency=C name_vi=x\n2023-01-01 add_agency agency=D name_vi=x");
    }
};

// ---- opinions -----------------------------------------------------------------------------------

class OpinionTakenOver : public TakenOver {
protected:
    void SetUp() override {
        TakenOver::SetUp();
        say("2024-01-05 assign_task task=T title_vi=t assigner=OFFICE lead=B deadline=2024-06-30\n"
            "2024-01-12 consult consultation=K task=T agency=B addressed_to=A,C "
            "answer_due=2024-02-15");
    }
    void answer(const char* day, const char* agency, const char* opinion = "agree") {
        say(std::string{day} + " answer_consultation consultation=K agency=" + agency +
            " opinion=" + opinion);
    }
    std::vector<std::string> opinions(const char* day = "2024-12-31") {
        return told(*record_, day, "consultations", "asked answered_on opinion");
    }
    std::vector<std::string> cases(const char* span = "2024-Q1") {
        return told(*record_, "2024-12-31", std::string{"coordination_cases period="} + span,
                    "asked answered_on state");
    }
    std::vector<std::string> left() {
        return told(*record_, "2024-12-31", "left_open", "kind code agency open");
    }
    const std::string over_ = " hand_over agency=A into=C consultation=K";
};

TEST_F(OpinionTakenOver, WhatBothHaveAnsweredStaysWithEach) {
    answer("2024-02-01", "A", "agree");
    answer("2024-02-02", "C", "disagree");
    const auto both = opinions();
    EXPECT_THAT(both, ElementsAre("A | 2024-02-01 | agree", "C | 2024-02-02 | disagree"));
    EXPECT_EQ(objection("2024-05-01" + over_), "its_own") << "nothing is owed any more";
}

TEST_F(OpinionTakenOver, WhatItAnsweredItselfIsNoAnswerForTheOther) {
    answer("2024-02-01", "C", "disagree");
    say("2024-03-01 dissolve_agency agency=A reason=x");
    say("2024-03-05" + over_);
    EXPECT_THAT(opinions(), ElementsAre("C | - | no_answer", "C | 2024-02-01 | disagree"));
    EXPECT_THAT(cases(), ElementsAre("C | - | overdue", "C | 2024-02-01 | in_time"));
    EXPECT_THAT(left(), ElementsAre("consultation | K | A | 1"));
    answer("2024-03-10", "C", "agree");
    EXPECT_THAT(opinions(), ElementsAre("C | 2024-03-10 | agree", "C | 2024-02-01 | disagree"));
    EXPECT_THAT(cases(), ElementsAre("C | 2024-03-10 | late", "C | 2024-02-01 | in_time"));
    EXPECT_THAT(left(), ElementsAre("consultation | K | A | 0"));
    EXPECT_EQ(objection("2024-03-11 answer_consultation consultation=K agency=C opinion=agree"),
              "answered_once");
}

TEST_F(OpinionTakenOver, WhatNeitherHasAnsweredIsOneOpinion) {
    say("2024-02-05" + over_);
    EXPECT_THAT(opinions(), ElementsAre("C | - | no_answer"));
    answer("2024-02-10", "C", "agree");
    EXPECT_THAT(opinions(), ElementsAre("C | 2024-02-10 | agree"));
    EXPECT_THAT(cases(), ElementsAre("C | 2024-02-10 | in_time"));
    EXPECT_THAT(opinions("2024-02-04"), ElementsAre("A | - | -", "C | - | -"));
}

TEST_F(OpinionTakenOver, WhatWasAnsweredBeforeIsRecordedLateForWhoHadItThen) {
    say("2024-01-12 consult consultation=L task=T agency=B addressed_to=A");
    const std::string late = "2024-02-01 answer_consultation agency=A opinion=disagree ";
    for (const std::string its : {"K", "L"})
        say("2024-02-05 hand_over agency=A into=C consultation=" + its +
            "\n2024-02-10 answer_consultation agency=C opinion=agree consultation=" + its);
    EXPECT_EQ(objection("2024-02-12 answer_consultation consultation=K agency=A opinion=agree"),
              "answered_once");
    say(late + "consultation=K");
    EXPECT_EQ(refused(late + "consultation=L"), "others_stand_on_it")
        << "what C answered there would be an answer to nothing";
    EXPECT_THAT(opinions(), ElementsAre("A | 2024-02-01 | disagree", "C | 2024-02-10 | agree",
                                        "C | 2024-02-10 | agree"));
}

// One agency alone goes on, though it was asked itself.
TEST_F(OpinionTakenOver, AfterAMergerTheOneThatGoesOnAnswersForBoth) {
    answer("2024-02-01", "C", "disagree");
    say("2024-03-01 merge_agency agency=A into=C");
    EXPECT_THAT(opinions(), ElementsAre("A | - | no_answer", "C | 2024-02-01 | disagree"));
    answer("2024-03-10", "C", "agree");
    EXPECT_THAT(opinions(), ElementsAre("A | 2024-03-10 | agree", "C | 2024-02-01 | disagree"));
    EXPECT_THAT(left(), ElementsAre("consultation | K | A | 0"));
}

TEST_F(OpinionTakenOver, SilenceThatAgreedLeavesNothingOpen) {
    say("2024-01-12 consult consultation=S task=T agency=B addressed_to=A "
        "answer_due=2024-02-15 silence=agreement\n"
        "2024-01-12 consult consultation=U task=T agency=B addressed_to=A "
        "answer_due=2024-03-15 silence=agreement\n"
        "2023-01-02 add_term term=E name_vi=e body=A from_day=2023-01-02 until=2024-02-29\n"
        "2024-03-01 dissolve_agency agency=A reason=x");
    EXPECT_THAT(left(), ElementsAre("consultation | K | A | 1", "consultation | U | A | 0"));
    EXPECT_THAT(told(*record_, "2024-12-31", "open_at_term_end term=E", "kind code now"),
                ElementsAre("consultation | K | overdue", "consultation | U | done"));
}

// By the silence that agreed, or with the task.
TEST_F(OpinionTakenOver, WhatIsOverStaysWithWhoHadItThen) {
    say("2024-01-12 consult consultation=S task=T agency=B addressed_to=X "
        "answer_due=2024-02-01 silence=agreement\n"
        "2024-01-12 assign_task task=U title_vi=t assigner=OFFICE lead=B acceptance=not_asked\n"
        "2024-01-12 consult consultation=V task=U agency=B addressed_to=X answer_due=2024-02-01\n"
        "2024-02-20 complete_task task=U");
    const std::string over = "2024-03-10 hand_over agency=X into=D consultation=";
    EXPECT_EQ(objection(over + "S"), "its_own");
    EXPECT_EQ(objection(over + "V"), "its_own");
    // As where that became known only later.
    say("2024-01-31 hand_over agency=X into=D consultation=S\n"
        "2024-02-10 hand_over agency=X into=D consultation=V");
    EXPECT_THAT(
        told(*record_, "2024-03-31", "consultations agency=D", "consultation asked opinion"),
        Contains("S | D | agreement"));
    record_ = ledger::in_memory();
    SetUp();
    say("2024-01-12 assign_task task=U title_vi=t assigner=OFFICE lead=B acceptance=not_asked\n"
        "2024-01-12 consult consultation=V task=U agency=B addressed_to=X answer_due=2024-02-01\n"
        "2024-03-10 hand_over agency=X into=D consultation=V");
    const auto asked = [&] {
        return told(*record_, "2024-03-31", "coordination_cases period=2024-Q1",
                    "code asked state");
    };
    EXPECT_THAT(asked(), Contains("V | D | overdue"));
    say("2024-02-20 complete_task task=U");
    EXPECT_THAT(asked(), Contains("V | X | overdue")) << "its task was done by then";
    say("2024-03-12 answer_consultation consultation=V agency=D opinion=agree");
    EXPECT_THAT(asked(), Contains("V | X | overdue")) << "and nobody waited for that";
}

// A slow twin: day by day, who has each opinion, and whether it is given.
TEST_F(OpinionTakenOver, RandomHistoriesAreAsTheyWouldBeToldDayByDay) {
    struct happening {
        int day;
        std::string agency, into;  // into: "" for an answer
    };
    int given = 0, handed = 0, beside = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        random_numbers draw{seed};
        record_ = ledger::in_memory();
        SetUp();
        std::vector<happening> all;
        const std::vector<std::string> agencies{"A", "C", "D", "X"};
        std::vector<int> days;
        for (int d = 1; d <= 28; ++d) days.push_back(d);
        for (int i = 0; i < 12; ++i) {
            const auto at = days.begin() + draw.between(0, static_cast<int>(days.size()) - 1);
            happening h{*at, agencies[draw.next() % 4], ""};
            days.erase(at);
            std::string text =
                "2024-02-" + std::string{h.day < 10 ? "0" : ""} + std::to_string(h.day);
            if (draw.between(0, 1) == 0) {
                do h.into = agencies[draw.next() % 4];
                while (h.into == h.agency);
                text += " hand_over agency=" + h.agency + " into=" + h.into + " consultation=K";
            } else {
                text += " answer_consultation consultation=K opinion=agree agency=" + h.agency;
            }
            if (!objection(text).empty()) continue;
            say(text);
            all.push_back(h);
            (h.into.empty() ? given : handed) += 1;
        }
        std::sort(all.begin(), all.end(),
                  [](const happening& a, const happening& b) { return a.day < b.day; });
        for (const int day : {8, 16, 28}) {
            struct part {
                std::vector<std::string> had;
                std::string by;
                int on = 0;
            };
            std::vector<part> parts{{{"A"}, "A"}, {{"C"}, "C"}};
            for (const happening& h : all) {
                if (h.day > day) break;
                for (part& p : parts) {
                    if (!h.into.empty() && p.had.back() == h.agency) p.had.push_back(h.into);
                    const bool had = std::find(p.had.begin(), p.had.end(), h.agency) != p.had.end();
                    if (h.into.empty() && p.on == 0 && had) p.on = h.day, p.by = p.had.back();
                }
            }
            std::vector<std::string> expected;
            for (part& p : parts) {
                const std::string line = p.on == 0 ? p.had.back() + " | -"
                                                   : p.by + " | 2024-02-" + (p.on < 10 ? "0" : "") +
                                                         std::to_string(p.on);
                if (std::find(expected.begin(), expected.end(), line) == expected.end())
                    expected.push_back(line);
            }
            beside += expected.size() == 2 && expected[0][0] == expected[1][0] ? 1 : 0;
            const std::string on =
                "2024-02-" + std::string{day < 10 ? "0" : ""} + std::to_string(day);
            EXPECT_EQ(told(*record_, on, "consultations", "asked answered_on"), expected)
                << "seed " << seed << ", " << on;
        }
    }
    EXPECT_GT(given, 200);
    EXPECT_GT(handed, 200);
    EXPECT_GT(beside, 5);
}

// ---- what is settled, and drafts that are sent anew
// ----------------------------------------------

class SettledBefore : public TakenOver {
protected:
    std::vector<std::string> left(const char* day = "2024-12-31") {
        return told(*record_, day, "left_open agency=A", "kind code open");
    }
};

TEST_F(SettledBefore, WhatWasGivenIsNotHandedOver) {
    say("2024-01-05 add_document document=P number=1 document_kind=plan issuer=A dated=2024-01-05\n"
        "2024-01-05 assign_task task=T title_vi=t assigner=OFFICE lead=B\n"
        "2024-01-06 expect_document task=T expected=plan issuer=A\n"
        "2024-01-06 expect_document task=T expected=report issuer=B\n"
        "2024-01-06 explain_delay task=T agency=B cause=other text=x blamed=A\n"
        "2024-01-06 schedule_document_review document_review=V document=P review_kind=final "
        "deadline=2024-02-10 lead=A");
    const std::string over = "2024-02-01 hand_over agency=A into=C ";
    const std::vector<std::string> things{"task=T expected=plan", "blamed_in=T",
                                          "document_review=V"};
    for (const std::string& thing : things) EXPECT_EQ(objection(over + thing), "") << thing;
    say("2024-01-10 issue_document task=T expected=plan document=P\n"
        "2024-01-11 answer_explanation task=T agency=A text=x\n"
        "2024-01-12 complete_document_review document_review=V agency=A text=x");
    EXPECT_EQ(why(over + things[0]),
              "hand_over: agency A gave what it owed in task T on 2024-01-10");
    EXPECT_EQ(why(over + things[1]),
              "hand_over: agency A gave what it owed in task T on 2024-01-11");
    EXPECT_EQ(why(over + things[2]),
              "hand_over: agency A gave what it owed in document review V on 2024-01-12");
    EXPECT_EQ(objection("2024-01-08 hand_over agency=A into=C document_review=V"), "")
        << "recorded late: it was owed then";
    // So also where it takes the place of a hand-over of something else.
    say("2024-01-08 hand_over agency=A into=C document_review=V");
    const std::string corrects = " corrects=" + std::to_string(record_->revision());
    EXPECT_EQ(why(over + things[1] + corrects),
              "hand_over: agency A gave what it owed in task T on 2024-01-11");
    EXPECT_EQ(objection("2024-01-08 hand_over agency=A into=D document_review=V" + corrects), "");
}

TEST_F(SettledBefore, ADraftSentAnewTakesNoCommentFromWhoTookItOver) {
    say("2024-01-25 draft_review period=2023 cut_off=2024-01-20 review=W agency=OFFICE\n"
        "2024-01-26 send_review review=W addressed_to=A,B\n"
        "2024-02-05 hand_over agency=A into=C review=W");
    EXPECT_EQ(refused("2024-02-01 send_review review=W addressed_to=B"), "others_stand_on_it")
        << "A would have had nothing to hand over";
    say("2024-02-01 send_review review=W addressed_to=A\n"
        "2024-02-10 send_review review=W addressed_to=B");
}

TEST_F(SettledBefore, ACommentIsHandedOverLateThoughTheDraftWasSentToOthersSince) {
    say("2024-01-25 draft_review period=2023 cut_off=2024-01-20 review=W agency=OFFICE\n"
        "2024-01-26 send_review review=W addressed_to=A,B\n"
        "2024-02-10 send_review review=W addressed_to=B");
    const std::string over = "2024-02-05 hand_over agency=A review=W into=";
    say(over + "C");
    EXPECT_EQ(why("2024-02-03 hand_over agency=A review=W into=X"),
              "hand_over: agency A has handed review W over already");
    EXPECT_EQ(why("2024-02-12 hand_over agency=A review=W into=X"),
              "hand_over: agency A owes no comment on the draft of review W on 2024-02-12");
}

TEST_F(SettledBefore, WhatItHadGivenAsACoordinatingAgencyIsNotLeft) {
    for (const char* code : {"T", "U", "S"})
        say("2024-01-05 assign_task title_vi=t assigner=OFFICE lead=B coordinating=A,C task=" +
            std::string{code});
    say("2024-01-06 state_obligation task=T agency=A obligation=x\n"
        "2024-01-06 state_obligation task=U agency=A obligation=x\n"
        "2024-01-10 answer_obligation task=T agency=A\n2024-02-01 merge_agency agency=A into=C");
    EXPECT_THAT(left(), ElementsAre("coordination | S | 1", "coordination | U | 1"));
    say("2024-02-10 answer_obligation task=U agency=C");
    EXPECT_THAT(left(), ElementsAre("coordination | S | 1", "coordination | U | 0"));
}

TEST_F(SettledBefore, ADayThatAnAcceptedExplanationAsksForWaitsForWhoAssigned) {
    say("2024-01-05 assign_task task=T title_vi=t assigner=A lead=B deadline=2024-01-10\n"
        "2024-01-15 explain_delay task=T agency=B cause=other text=x proposed_deadline=2024-03-01\n"
        "2024-01-16 accept_explanation task=T agency=A\n2024-02-01 merge_agency agency=A into=C");
    EXPECT_THAT(left("2024-02-04"), ElementsAre("decision | T | 1"));
    EXPECT_THAT(left(), ElementsAre("decision | T | 0")) << "the day itself has passed";
    say("2024-02-05 hand_over agency=A into=C task=T\n"
        "2024-02-06 revise_deadline task=T deadline=2024-03-01 decided_by=C");
    EXPECT_THAT(left("2024-02-06"), ElementsAre("decision | T | 0"));
}

TEST_F(SettledBefore, ATaskThatWasConcludedForItAndNeverAssignedIsLeft) {
    say("2024-01-06 hold_meeting meeting=M name_vi=m body=OFFICE\n"
        "2024-01-06 conclude conclusion=K meeting=M conclusion_kind=task text_vi=x addressed_to=A\n"
        "2024-01-06 conclude conclusion=L meeting=M conclusion_kind=criticism text_vi=x "
        "addressed_to=A\n"
        "2024-02-01 merge_agency agency=A into=C");
    EXPECT_THAT(left(), ElementsAre("conclusion | K | 1"));
    say("2024-02-02 hand_over agency=A into=C conclusion=K\n"
        "2024-02-03 assign_task task=T title_vi=x lead=C conclusion=K");
    EXPECT_THAT(left(), ElementsAre("conclusion | K | 0"));
}

TEST_F(SettledBefore, APartThatTheTakerHasAnsweredIsNotOpen) {
    say("2024-01-05 assign_task task=T title_vi=t assigner=OFFICE lead=B coordinating=A\n"
        "2024-01-06 state_obligation task=T agency=A obligation=x\n"
        "2024-02-01 dissolve_agency agency=A reason=x\n"
        "2024-02-05 reassign_task task=T lead=B coordinating=C");
    EXPECT_THAT(left(), ElementsAre("coordination | T | 1"));
    say("2024-02-10 answer_obligation task=T agency=C");
    EXPECT_THAT(left(), ElementsAre("coordination | T | 0"));
}

TEST_F(SettledBefore, WhoGoesOnTakesThePartThoughItCoordinatedBefore) {
    say("2024-01-05 assign_task task=T title_vi=t assigner=OFFICE lead=B coordinating=A,C\n"
        "2024-01-06 state_obligation task=T agency=A obligation=x\n"
        "2024-02-01 merge_agency agency=A into=C\n"
        "2024-02-05 reassign_task task=T lead=B coordinating=C");
    const auto taken = [&] {
        return told(*record_, "2024-12-31", "left_open agency=A", "kind taken_by open");
    };
    EXPECT_THAT(taken(), ElementsAre("coordination | C | 1"));
    say("2024-02-10 answer_obligation task=T agency=C");
    EXPECT_THAT(taken(), ElementsAre("coordination | C | 0"));
}

TEST_F(SettledBefore, WhoCameLaterBesideTheTakerTookNothing) {
    const auto taken = [&](const std::string& first, const std::string& later) {
        record_ = ledger::in_memory();
        SetUp();
        say("2024-01-05 assign_task task=T title_vi=t assigner=OFFICE lead=" + first +
            "\n2024-02-01 dissolve_agency agency=A reason=x\n" + later);
        return told(*record_, "2024-12-31", "left_open agency=A", "kind taken_by taken_on");
    };
    EXPECT_THAT(taken("A",
                      "2024-02-05 reassign_task task=T lead=C\n"
                      "2024-06-01 reassign_task task=T lead=C coordinating=D"),
                ElementsAre("task | C | 2024-02-05"));
    EXPECT_THAT(taken("A",
                      "2024-02-05 reassign_task task=T lead=C\n"
                      "2024-06-01 reassign_task task=T lead=D"),
                ElementsAre("task | D | 2024-06-01"));
    const std::string dropped = "2024-02-05 reassign_task task=T lead=B coordinating=C\n";
    EXPECT_THAT(taken("B coordinating=A",
                      dropped + "2024-06-01 reassign_task task=T lead=B coordinating=C,D"),
                ElementsAre("coordination | C | 2024-02-05"));
    EXPECT_THAT(taken("B coordinating=A",
                      dropped + "2024-06-01 reassign_task task=T lead=B coordinating=D"),
                ElementsAre("coordination | D | 2024-06-01"));
}

TEST_F(SettledBefore, APartThatWasDroppedWithNobodyNewIsNotOpen) {
    say("2024-01-05 assign_task task=T title_vi=t assigner=OFFICE lead=B coordinating=A,C\n"
        "2024-02-01 dissolve_agency agency=A reason=x");
    const auto left = [&] {
        return told(*record_, "2024-12-31", "left_open agency=A", "kind taken_by taken_on open");
    };
    EXPECT_THAT(left(), ElementsAre("coordination | - | - | 1"));
    say("2024-02-05 reassign_task task=T lead=B coordinating=C");
    EXPECT_THAT(left(), ElementsAre("coordination | - | 2024-02-05 | 0"));
}

// The parts of a whole tell when it is over, here and in left_open.
TEST_F(SettledBefore, AnOpinionOnAWholeIsHandedOverAsLongAsAPartIsOpen) {
    say("2024-01-05 assign_task task=W title_vi=t assigner=OFFICE lead=B acceptance=not_asked\n"
        "2024-01-05 assign_task task=W2 title_vi=t assigner=OFFICE lead=B parent_task=W\n"
        "2024-01-06 consult consultation=K task=W agency=B addressed_to=A\n"
        "2024-01-20 complete_task task=W\n2024-02-01 dissolve_agency agency=A reason=x");
    EXPECT_THAT(left(), ElementsAre("consultation | K | 1"));
    EXPECT_EQ(objection("2024-02-02 hand_over agency=A into=C consultation=K"), "");
}

TEST_F(SettledBefore, ADraftThatWasCommentedARequestWithATaskAndAReviewThatWasDroppedAreNot) {
    say("2024-01-06 hold_meeting meeting=M name_vi=m body=OFFICE\n"
        "2024-01-06 conclude conclusion=K meeting=M conclusion_kind=request text_vi=x "
        "addressed_to=A\n"
        "2024-01-07 assign_task task=T title_vi=x lead=A conclusion=K\n"
        "2024-01-06 add_document document=P number=1 document_kind=plan issuer=A dated=2024-01-05\n"
        "2024-01-06 schedule_document_review document_review=V document=P review_kind=final "
        "deadline=2024-02-10 lead=A\n"
        "2024-01-08 drop_document_review document_review=V reason=x\n"
        "2024-01-25 draft_review period=2023 cut_off=2024-01-20 review=W agency=OFFICE\n"
        "2024-01-26 send_review review=W addressed_to=A,B\n"
        "2024-01-27 comment_on_review review=W agency=A text=x");
    const std::string over = "2024-02-01 hand_over agency=A into=C ";
    EXPECT_EQ(why(over + "conclusion=K"), "hand_over: a task has grown from conclusion K");
    EXPECT_EQ(why(over + "document_review=V"),
              "hand_over: document review V was dropped on 2024-01-08");
    EXPECT_EQ(why(over + "review=W"),
              "hand_over: agency A gave what it owed in review W on 2024-01-27");
}

TEST_F(SettledBefore, ItsOwnCommentOfTheSameDayIsNoneForWhoHandsOverLaterOnThatDay) {
    say("2024-01-25 draft_review period=2023 cut_off=2024-01-20 review=W agency=OFFICE\n"
        "2024-01-26 send_review review=W addressed_to=A,B\n"
        "2024-01-27 comment_on_review review=W agency=B text=own\n"
        "2024-01-27 hand_over agency=A into=B review=W\n"
        "2024-02-01 dissolve_agency agency=B reason=x");
    EXPECT_THAT(told(*record_, "2024-02-02", "left_open agency=B", "kind code open"),
                ElementsAre("review_comment | W | 1"));
}

TEST_F(SettledBefore, ADayThatWasRefusedWaitsForNobody) {
    say("2024-01-05 assign_task task=T title_vi=t assigner=A lead=B deadline=2024-01-10\n"
        "2024-01-15 explain_delay task=T agency=B cause=other text=x proposed_deadline=2024-03-01\n"
        "2024-01-16 accept_explanation task=T agency=A\n"
        "2024-01-17 request_extension task=T proposed_deadline=2024-03-01 reason=x");
    const auto pending = [&](const char* day) {
        std::vector<std::string> all = told(*record_, day, "warnings", "warning code");
        std::erase_if(all, [](const std::string& w) { return !w.starts_with("extension"); });
        return all;
    };
    EXPECT_THAT(pending("2024-01-18"), ElementsAre("extension_pending | T"));
    say("2024-01-20 refuse_extension task=T decided_by=A reason=no\n"
        "2024-02-01 merge_agency agency=A into=C");
    EXPECT_THAT(pending("2024-01-20"), IsEmpty());
    EXPECT_THAT(left("2024-02-02"), IsEmpty());
}

// Who alone goes on has the part, whoever else coordinates from that day on.
TEST_F(TakenOver, WhoAloneGoesOnTakesTheCoordinationThoughOthersCameWithIt) {
    say("2024-01-10 assign_task task=T title_vi=t lead=B coordinating=A,C deadline=2024-03-29\n"
        "2024-01-11 state_obligation task=T agency=A obligation=x\n"
        "2024-02-01 merge_agency agency=A into=C\n"
        "2024-02-05 reassign_task task=T lead=B coordinating=C,D");
    const auto left = [&] {
        return told(*record_, "2024-03-30", "left_open agency=A", "kind taken_by open");
    };
    EXPECT_THAT(left(), ElementsAre("coordination | C | 1"));
    say("2024-02-19 answer_obligation task=T agency=D text=x");
    EXPECT_THAT(left(), ElementsAre("coordination | C | 1"));
    say("2024-02-20 answer_obligation task=T agency=C text=x");
    EXPECT_THAT(left(), ElementsAre("coordination | C | 0"));
}

TEST_F(TakenOver, AHandOverIsNotMovedPastTheEndOfWhatItHandsOver) {
    say("2024-01-05 assign_task task=T title_vi=t lead=B acceptance=not_asked\n"
        "2024-01-12 consult consultation=K task=T agency=B addressed_to=A,D answer_due=2024-05-15");
    const std::string event =
        std::to_string(say("2024-02-10 hand_over agency=A into=C consultation=K"));
    say("2024-03-01 complete_task task=T");
    const auto moved = [&](const char* day) {
        return objection(std::string{day} +
                         " hand_over agency=A into=C consultation=K corrects=" + event);
    };
    EXPECT_EQ(objection("2024-04-10 hand_over agency=D into=C consultation=K"), "its_own");
    EXPECT_EQ(moved("2024-04-10"), "its_own") << "as if it were said for the first time";
    EXPECT_EQ(moved("2024-02-20"), "");
    EXPECT_EQ(moved("2024-02-05"), "");
}

}  // namespace
}  // namespace mandate
