// What an ended agency owed is owed by the agency that took it over: it sees it, is reminded of it,
// may answer it, and leaves it open in turn.

#include "record_test.hpp"

namespace mandate {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using tests::told;

class HandingOver : public tests::record_test {
protected:
    // X owes a recommendation, an opinion, a target and the review of a document, and ends.
    void SetUp() override {
        record_test::SetUp();
        say("2023-01-01 add_agency agency=Y name_vi=x\n2023-01-01 add_agency agency=Z name_vi=x\n"
            "2024-01-05 raise_recommendation recommendation=R text_vi=r raised_by=A addressed_to=X "
            "answer_due=2024-02-10\n"
            "2024-01-05 assign_task task=T title_vi=t assigner=A lead=B\n"
            "2024-01-05 consult consultation=C task=T agency=B addressed_to=X "
            "answer_due=2024-02-10\n"
            "2024-01-05 add_indicator indicator=I name_vi=i unit=x threshold=90 owner=A\n"
            "2024-01-05 set_target indicator=I agency=X period=2024 target_low=40\n"
            "2024-01-31 observe_indicator indicator=I agency=X period=2024-Q1 value=10\n"
            "2024-01-05 add_document document=D number=1 document_kind=plan issuer=A\n"
            "2024-01-05 schedule_document_review document_review=V document=D review_kind=final "
            "deadline=2024-02-10 lead=X\n"
            "2024-02-01 dissolve_agency agency=X reason=x");
    }
    void hand_over(const std::string& day, const std::string& from, const std::string& into) {
        for (const char* thing :
             {"recommendation=R", "consultation=C", "indicator=I period=2024", "document_review=V"})
            say(day + " hand_over agency=" + from + " into=" + into + " " + thing);
    }
    std::vector<std::string> left(const std::string& agency, const char* day = "2024-12-31") {
        return told(*record_, day, "left_open agency=" + agency, "kind code taken_by open");
    }
    // The findings of a review: kind, code, and the period or the words that tell it from others.
    std::vector<std::string> nobody_took(const std::string& agency, const char* span = "2024-Q1",
                                         const char* day = "2024-04-25") {
        std::vector<std::string> all;
        for (const finding& f :
             record_->review({parse_day(day), {}, {}}, parse_period(span)).findings) {
            if (f.key != "agency.ended_owes" || f.facts.front().second != agency) continue;
            std::string line;
            for (const auto& [name, content] : f.facts)
                if (name != "agency") line += (line.empty() ? "" : " | ") + content;
            all.push_back(std::move(line));
        }
        return all;
    }
    std::vector<std::string> owed_by(const std::string& agency, const char* day = "2024-02-20") {
        std::vector<std::string> all;
        for (const auto& [question, columns] :
             {std::pair{"recommendations", "recommendation addressed_to"},
              {"consultations", "consultation asked"},
              {"indicators period=2024", "indicator agency target_low value"},
              {"document_reviews", "document_review leads"}})
            for (std::string& one : told(*record_, day, question + (" agency=" + agency), columns))
                all.push_back(std::move(one));
        return all;
    }
};

TEST_F(HandingOver, TheTakerOwesItSeesItAndIsRemindedOfIt) {
    hand_over("2024-02-05", "X", "Y");
    EXPECT_THAT(owed_by("Y"), ElementsAre("R | Y", "C | Y", "I | Y | 40 | 10", "V | Y"))
        << "with the figure that X reported for the target";
    EXPECT_THAT(owed_by("X"), IsEmpty());
    EXPECT_THAT(owed_by("X", "2024-02-04"),
                ElementsAre("R | X", "C | X", "I | X | 40 | 10", "V | X"))
        << "until the day of the hand-over";
    EXPECT_THAT(owed_by("Y", "2024-02-04"), IsEmpty());
    const auto warned = told(*record_, "2024-02-20", "warnings", "warning code next");
    EXPECT_THAT(warned, Contains("recommendation_overdue | R | Y"));
    EXPECT_THAT(warned, Contains("opinion_overdue | T | Y"));
    EXPECT_THAT(warned, Contains("review_of_document_due | V | Y"));
    EXPECT_THAT(told(*record_, "2024-02-20", "coordination_cases period=2024-02 asked=Y", "asked"),
                ElementsAre("Y"));
}

TEST_F(HandingOver, TheTakerAndNoOtherMayAnswer) {
    hand_over("2024-02-05", "X", "Y");
    say("2024-02-06 set_policy policy=agencies office=OFFICE");
    const std::string answer =
        "2024-02-10 answer_recommendation recommendation=R recommendation_status=answered text=x "
        "agency=";
    EXPECT_EQ(refused(answer + "Z", "Z"), "permission");
    say(answer + "Y", "Y");
    say("2024-02-10 answer_consultation consultation=C agency=Y opinion=agree", "Y");
    EXPECT_THAT(told(*record_, "2024-02-20", "consultations", "asked answered_on"),
                ElementsAre("Y | 2024-02-10"));
    say("2024-05-01 observe_indicator indicator=I agency=Y period=2024-Q2 value=12", "Y");
    EXPECT_THAT(told(*record_, "2024-12-31", "indicators agency=Y period=2024", "value missing"),
                ElementsAre("22 | 1"))
        << "the second half is missing";
}

TEST_F(HandingOver, WhatATakerLeavesInTurnIsListedAndHandedOn) {
    hand_over("2024-02-05", "X", "Y");
    EXPECT_EQ(refused("2024-02-06 hand_over agency=X into=Z recommendation=R"), "its_own")
        << "X has it no more";
    EXPECT_EQ(refused("2024-02-04 hand_over agency=Y into=Z recommendation=R"), "its_own")
        << "Y does not have it yet";
    say("2024-03-01 dissolve_agency agency=Y reason=x");
    EXPECT_THAT(left("Y"), ElementsAre("recommendation | R | - | 1", "target | I | - | 1",
                                       "document_review | V | - | 1", "consultation | C | - | 1"));
    EXPECT_THAT(left("X"), ElementsAre("recommendation | R | Y | 1", "target | I | Y | 1",
                                       "document_review | V | Y | 1", "consultation | C | Y | 1"));
    hand_over("2024-03-05", "Y", "Z");
    EXPECT_THAT(left("Y"), ElementsAre("recommendation | R | Z | 1", "target | I | Z | 1",
                                       "document_review | V | Z | 1", "consultation | C | Z | 1"));
    EXPECT_THAT(owed_by("Z", "2024-03-10"),
                ElementsAre("R | Z", "C | Z", "I | Z | 40 | 10", "V | Z"));
}

TEST_F(HandingOver, ItMayComeBackAndAHandOverCanBeCorrectedAndWithdrawn) {
    say("2024-02-05 hand_over agency=X into=Y recommendation=R\n"
        "2024-02-06 hand_over agency=Y into=Z recommendation=R\n"
        "2024-02-07 hand_over agency=Z into=Y recommendation=R");
    const auto addressed = [&] {
        return told(*record_, "2024-12-31", "recommendations", "addressed_to");
    };
    EXPECT_THAT(addressed(), ElementsAre("Y"));
    const auto last = say("2024-02-08 hand_over agency=Y into=B recommendation=R");
    EXPECT_THAT(addressed(), ElementsAre("B"));
    const auto again = say("2024-02-08 hand_over agency=Y into=A recommendation=R corrects=" +
                           std::to_string(last));
    EXPECT_THAT(addressed(), ElementsAre("A"));
    say("2024-02-09 void_event reason=x corrects=" + std::to_string(again));
    EXPECT_THAT(addressed(), ElementsAre("Y"));
}

TEST_F(HandingOver, TargetsThatComeTogetherAreAddedUnlessTheTakerStatesTheJointOne) {
    say("2024-01-05 set_target indicator=I agency=B period=2024 target_low=60\n"
        "2024-02-05 hand_over agency=X into=Y indicator=I period=2024\n"
        "2024-02-05 hand_over agency=B into=Y indicator=I period=2024");
    const auto figures = [&] {
        return told(*record_, "2024-12-31", "indicators period=2024", "agency target_low value");
    };
    EXPECT_THAT(figures(), ElementsAre("Y | 100 | -")) << "B reported nothing, which is not zero";
    say("2024-04-01 observe_indicator indicator=I agency=B period=2024-Q1 value=5");
    EXPECT_THAT(figures(), ElementsAre("Y | 100 | 15"));
    say("2024-04-02 set_target indicator=I agency=Y period=2024 target_low=90");
    EXPECT_THAT(figures(), ElementsAre("Y | 90 | 15"));
}

TEST_F(HandingOver, AForwardedOneAndThatOfTheAuthorityAreLeftAndTakenToo) {
    say("2024-01-06 raise_recommendation recommendation=F text_vi=f raised_by=A addressed_to=B\n"
        "2024-01-07 answer_recommendation recommendation=F recommendation_status=forwarded "
        "agency=B "
        "forwarded_to=Y\n"
        "2024-01-06 raise_recommendation recommendation=U text_vi=u raised_by=A addressed_to=B "
        "authority=Y\n"
        "2024-02-10 dissolve_agency agency=Y reason=x");
    EXPECT_THAT(left("Y"), ElementsAre("forwarded | F | - | 1", "authority | U | - | 1"));
    say("2024-02-11 hand_over agency=Y into=Z recommendation=F\n"
        "2024-02-11 hand_over agency=Y into=Z recommendation=U");
    EXPECT_THAT(left("Y"), ElementsAre("forwarded | F | Z | 1", "authority | U | Z | 1"));
    EXPECT_THAT(told(*record_, "2024-12-31", "recommendations agency=Z",
                     "recommendation addressed_to authority forwarded_to"),
                ElementsAre("F | B | - | Z", "U | B | Z | -"));
}

TEST_F(HandingOver, ADocumentThatIsExpectedFromAnotherSinceIsLeftNoMore) {
    const auto expected =
        say("2024-01-05 expect_document task=T expected=plan issuer=Y title_vi=x");
    say("2024-02-10 dissolve_agency agency=Y reason=x");
    EXPECT_THAT(left("Y"), Contains("expected_document | T | - | 1"));
    say("2024-01-05 expect_document task=T expected=plan issuer=Z title_vi=x corrects=" +
        std::to_string(expected));
    EXPECT_THAT(left("Y"), Not(Contains("expected_document | T | - | 1")));
}

TEST_F(HandingOver, WhoRaisedARecommendationOrAnswersForAnIndicatorIsFollowedByTheTaker) {
    say("2024-01-06 raise_recommendation recommendation=F text_vi=f raised_by=Y,B addressed_to=A");
    say("2024-01-06 raise_recommendation recommendation=G text_vi=g addressed_to=A "
        "answer_due=2024-02-10 raised_by=Y\n"
        "2024-01-06 add_indicator indicator=J name_vi=j unit=x threshold=90 owner=Y\n"
        "2024-01-06 set_target indicator=J agency=B period=2024-Q1 target_low=10\n"
        "2024-02-05 split_agency agency=Y into=Z,B duty=x,y\n"
        "2024-02-05 dissolve_agency agency=A reason=x\n"
        "2024-04-05 observe_indicator indicator=J agency=B period=2024-Q1 value=1\n"
        "2024-02-06 set_policy policy=agencies office=OFFICE");
    EXPECT_THAT(left("Y"),
                ElementsAre("raised_recommendation | F | - | 1",
                            "raised_recommendation | G | - | 1", "indicator | J | - | 1"));
    const auto nobody_took = [&] {
        std::string all;
        for (const finding& f :
             record_->review({parse_day("2024-04-25"), {}, {}}, parse_period("2024-Q1")).findings)
            if (f.text.starts_with("agency Y")) all += f.text + "\n";
        return all;
    };
    EXPECT_EQ(nobody_took(),
              "agency Y ended on 2024-02-05; nobody has taken over its raised recommendation F\n"
              "agency Y ended on 2024-02-05; nobody has taken over its raised recommendation G\n"
              "agency Y ended on 2024-02-05; nobody has taken over its indicator J\n");
    const std::string again = "2024-02-20 repeat_recommendation recommendation=G",
                      target =
                          "2024-02-20 set_target indicator=J agency=B period=2024-Q2 "
                          "target_low=5";
    EXPECT_EQ(objection(again, "Z"), "permission");
    EXPECT_EQ(objection(target, "Z"), "permission");
    const std::string hand_over = "2024-02-10 hand_over agency=Y into=";
    EXPECT_EQ(objection("2024-02-10 hand_over agency=B into=Z recommendation=G", "OFFICE"),
              "its_own");
    EXPECT_EQ(objection("2024-02-10 hand_over agency=B into=Z indicator=J", "OFFICE"), "its_own");
    EXPECT_EQ(objection(hand_over + "Z recommendation=F period=2024", "OFFICE"), "indicator");
    say(hand_over + "B recommendation=F\n" + hand_over + "Z recommendation=G\n" + hand_over +
            "Z indicator=J",
        "OFFICE");
    EXPECT_EQ(objection(hand_over + "B indicator=J", "OFFICE"), "its_own");
    EXPECT_THAT(left("Y"),
                ElementsAre("raised_recommendation | F | B | 1",
                            "raised_recommendation | G | Z | 1", "indicator | J | Z | 1"));
    EXPECT_EQ(nobody_took(), "");
    EXPECT_THAT(
        told(*record_, "2024-02-09", "recommendations agency=Y", "recommendation raised_by"),
        ElementsAre("F | Y B", "G | Y"));
    EXPECT_THAT(
        told(*record_, "2024-02-10", "recommendations agency=B", "recommendation raised_by"),
        ElementsAre("F | B"));
    EXPECT_THAT(told(*record_, "2024-12-31", "warnings", "warning code next"),
                Contains("recommendation_overdue | G | Z"))
        << "who raised it must ask, where nobody goes on for whom it is addressed to";
    EXPECT_THAT(told(*record_, "2024-12-31", "indicator_definitions agency=Z", "indicator owner"),
                ElementsAre("J | Z"));
    EXPECT_THAT(told(*record_, "2024-12-31", "proposals period=2024-Q1", "indicator owner below"),
                Contains("J | Z | B"));
    EXPECT_EQ(objection(again, "B"), "permission");
    say(again, "Z");
    say("2024-02-20 hand_over agency=A into=B recommendation=G", "OFFICE");
    say("2024-02-21 answer_recommendation recommendation=G recommendation_status=answered text=x "
        "agency=B",
        "B");
    say("2024-02-22 judge_answer recommendation=G agency=Z satisfied=satisfied", "Z");
    say("2024-02-22 answer_recommendation recommendation=F agency=B "
        "recommendation_status=withdrawn",
        "B");
    say(target, "Z");
}

TEST_F(HandingOver, WhatWasRaisedAndAnsweredForGoesToTheOneThatAloneGoesOn) {
    const std::string raised =
        "2024-01-06 raise_recommendation recommendation=F text_vi=f addressed_to=B raised_by=";
    const std::string owned = "2024-01-06 add_indicator indicator=J name_vi=j unit=x owner=";
    const auto raising = say(raised + "Y"), owning = say(owned + "Y");
    say("2024-02-05 merge_agency agency=Y into=Z");
    EXPECT_THAT(left("Y"),
                ElementsAre("raised_recommendation | F | Z | 1", "indicator | J | Z | 1"));
    say("2024-02-06 hand_over agency=Y into=B recommendation=F\n"
        "2024-02-06 hand_over agency=Y into=B indicator=J");
    EXPECT_THAT(left("Y"),
                ElementsAre("raised_recommendation | F | B | 1", "indicator | J | B | 1"));
    for (const auto& [said, event] : {std::pair{raised, raising}, {owned, owning}})
        EXPECT_EQ(objection(said + "A corrects=" + std::to_string(event)), "others_stand_on_it");
}

TEST_F(HandingOver, WhatWasAnsweredIsStillJudgedForWhoRaisedIt) {
    for (const char* code : {"F", "G", "H", "K"})
        say("2024-01-06 raise_recommendation text_vi=f raised_by=Y addressed_to=A recommendation=" +
            std::string{code});
    const std::string answered =
        "2024-01-20 answer_recommendation agency=A text=x "
        "recommendation_status=answered recommendation=";
    say(answered + "F\n" + answered + "G\n" + answered + "K");
    say("2024-01-20 answer_recommendation recommendation=H agency=Y "
        "recommendation_status=withdrawn\n"
        "2024-01-25 judge_answer recommendation=G agency=Y satisfied=satisfied\n"
        "2024-02-05 split_agency agency=Y into=Z,B duty=x,y\n"
        "2024-02-05 dissolve_agency agency=A reason=x");
    EXPECT_THAT(left("Y"), ElementsAre("raised_recommendation | F | - | 1",
                                       "raised_recommendation | K | - | 1"));
    EXPECT_THAT(nobody_took("Y"),
                ElementsAre("raised_recommendation | F", "raised_recommendation | K"));
    EXPECT_THAT(nobody_took("Y", "2024-Q2", "2024-07-25"), IsEmpty())
        << "nobody has to judge an answer";
    EXPECT_THAT(left("Y", "2024-07-25"), SizeIs(2));
    const auto of_a = [&] {
        std::vector<std::string> all = left("A");
        std::erase_if(all, [](const std::string& one) { return one.find("| K") == one.npos; });
        return all;
    };
    EXPECT_THAT(of_a(), IsEmpty());
    for (const char* code : {"F", "K"})
        say("2024-02-10 hand_over agency=Y into=Z recommendation=" + std::string{code});
    EXPECT_THAT(nobody_took("Y"), IsEmpty());
    say("2024-02-15 judge_answer recommendation=F agency=Z satisfied=satisfied\n"
        "2024-02-15 judge_answer recommendation=K agency=Z satisfied=not_satisfied");
    EXPECT_THAT(left("Y"), ElementsAre("raised_recommendation | F | Z | 0",
                                       "raised_recommendation | K | Z | 1"));
    EXPECT_THAT(of_a(), ElementsAre("recommendation | K | - | 1")) << "it is to be answered again";
}

TEST_F(HandingOver, ARequestOfAMeetingFromWhichNoTaskGrewIsLeftAndTaken) {
    const std::string request = "2024-01-06 conclude meeting=M conclusion_kind=request text_vi=x ";
    say("2024-01-06 hold_meeting meeting=M name_vi=m body=OFFICE\n"
        "2024-01-06 conclude conclusion=P meeting=M conclusion_kind=praise text_vi=x "
        "addressed_to=Y");
    for (const char* code : {"K1", "K2"}) say(request + "addressed_to=Y conclusion=" + code);
    const std::string again = request + "addressed_to=A conclusion=K1 corrects=" +
                              std::to_string(record_->revision() - 1);
    say("2024-01-15 assign_task task=N title_vi=x lead=A conclusion=K2\n"
        "2024-02-10 dissolve_agency agency=Y reason=x");
    EXPECT_THAT(left("Y"), ElementsAre("conclusion | K1 | - | 1"));
    EXPECT_THAT(nobody_took("Y"), ElementsAre("conclusion | K1"));
    EXPECT_THAT(nobody_took("Y", "2024-Q2", "2024-07-25"), IsEmpty())
        << "it may have been dealt with without a task";
    EXPECT_EQ(objection("2024-02-15 hand_over agency=Y into=Z conclusion=P"), "its_own")
        << "praise asks for nothing";
    EXPECT_EQ(objection("2024-02-15 hand_over agency=B into=Z conclusion=K1"), "its_own");
    EXPECT_EQ(objection("2024-02-15 hand_over agency=Y into=Z conclusion=K1 task=N"),
              "recommendation");
    EXPECT_EQ(objection(again), "");
    say("2024-02-15 hand_over agency=Y into=Z conclusion=K1");
    EXPECT_EQ(objection("2024-02-16 hand_over agency=Y into=B conclusion=K1"), "its_own");
    EXPECT_EQ(objection(again), "others_stand_on_it");
    EXPECT_THAT(nobody_took("Y"), IsEmpty());
    const auto addressed = [&](const char* day, const std::string& agency) {
        return told(*record_, day, "conclusions agency=" + agency, "conclusion addressed_to");
    };
    EXPECT_THAT(addressed("2024-02-14", "Y"), Contains("K1 | Y"));
    EXPECT_THAT(addressed("2024-02-14", "Z"), IsEmpty());
    EXPECT_THAT(addressed("2024-02-15", "Z"), ElementsAre("K1 | Z"));
    say("2024-03-01 assign_task task=N2 title_vi=x lead=Z conclusion=K1");
    EXPECT_THAT(left("Y"), ElementsAre("conclusion | K1 | Z | 0"));
    EXPECT_THAT(left("Y", "2024-02-29"), ElementsAre("conclusion | K1 | Z | 1"));
}

TEST_F(HandingOver, ACommentOnADraftIsLeftAndTaken) {
    for (const auto& [code, of] : {std::pair{"W", "OFFICE"}, {"W2", "A"}, {"W3", "B"}, {"W4", "Z"}})
        say("2024-01-25 draft_review period=2023 cut_off=2024-01-20 review=" + std::string{code} +
            " agency=" + of +
            "\n2024-01-26 send_review addressed_to=Y,B answer_due=2024-02-20 "
            "review=" +
            code);
    const auto sent = std::to_string(record_->revision() - 6);
    say("2024-01-27 comment_on_review review=W2 agency=Y text=x\n"
        "2024-01-28 close_review review=W3 agency=B\n"
        "2024-02-10 dissolve_agency agency=Y reason=x\n"
        "2024-02-12 comment_on_review review=W agency=B text=x\n"
        "2024-02-12 comment_on_review review=W agency=Z text='not for Y yet'");
    EXPECT_THAT(left("Y"),
                ElementsAre("review_comment | W | - | 1", "review_comment | W4 | - | 1"));
    EXPECT_THAT(told(*record_, "2024-12-31", "left_open agency=Y", "code period"),
                ElementsAre("W | 2023", "W4 | 2023"));
    EXPECT_THAT(nobody_took("Y"),
                ElementsAre("review_comment | W | 2023", "review_comment | W4 | 2023"));
    EXPECT_THAT(nobody_took("Y", "2024-Q2", "2024-07-25"), SizeIs(2));
    EXPECT_EQ(objection("2024-02-15 hand_over agency=Z into=A review=W"), "its_own");
    EXPECT_EQ(objection("2024-02-15 hand_over agency=Y into=Z review=W3"), "its_own")
        << "it is closed";
    say("2024-02-15 hand_over agency=Y into=Z review=W");
    EXPECT_EQ(objection("2024-01-26 send_review review=W addressed_to=B corrects=" + sent),
              "others_stand_on_it");
    EXPECT_THAT(left("Y"),
                ElementsAre("review_comment | W | Z | 1", "review_comment | W4 | - | 1"));
    say("2024-02-16 comment_on_review review=W agency=Z text=x\n"
        "2024-02-16 close_review review=W4 agency=Z");
    EXPECT_THAT(left("Y"),
                ElementsAre("review_comment | W | Z | 0", "review_comment | W4 | - | 0"));
    EXPECT_EQ(objection("2024-02-15 hand_over agency=Y into=Z review=W4"), "")
        << "recorded late: it was open then";
}

TEST_F(HandingOver, OfTwoConditionsItIsToldWhichOneIsLeft) {
    say("2024-01-06 block_task task=T condition=money owed_by=Y\n"
        "2024-01-06 block_task task=T condition=land owed_by=Y\n"
        "2024-01-06 expect_document task=T expected=report issuer=Y\n"
        "2024-01-06 expect_document task=T expected=plan issuer=Y\n"
        "2024-02-10 dissolve_agency agency=Y reason=x");
    const auto by_words =
        ElementsAre("condition | T | land", "condition | T | money", "expected_document | T | plan",
                    "expected_document | T | report");
    EXPECT_THAT(told(*record_, "2024-12-31", "left_open agency=Y", "kind code expected"), by_words);
    EXPECT_THAT(nobody_took("Y"), by_words);
}

TEST_F(HandingOver, ARefusalSaysWhatTheAgencyDoesNotHave) {
    const auto told_why = [&](const std::string& thing) -> std::string {
        try {
            say("2024-02-15 hand_over agency=Z into=B " + thing);
        } catch (const error& e) {
            return e.what();
        }
        return "";
    };
    const std::string z = "hand_over: agency Z ", then = " on 2024-02-15";
    say("2024-01-25 draft_review review=W agency=OFFICE period=2023 cut_off=2024-01-20\n"
        "2024-01-25 send_review review=W addressed_to=A answer_due=2024-02-10\n"
        "2024-01-25 hold_meeting meeting=M name_vi=m body=OFFICE\n"
        "2024-01-25 conclude conclusion=K meeting=M conclusion_kind=request text_vi=x "
        "addressed_to=A");
    for (const auto& [thing, what] :
         {std::pair{"recommendation=R", "neither raised recommendation R nor owes an answer to it"},
          {"consultation=C", "owes no opinion in consultation C"},
          {"document_review=V", "is not to make document review V"},
          {"indicator=I", "does not answer for indicator I"},
          {"indicator=I period=2024", "has no target of 2024 in indicator I"},
          {"task=T", "does not decide in task T as who assigned it"},
          {"task=T expected=plan", "is not to issue document plan for task T"},
          {"blamed_in=T", "owes no answer to an explanation of the delay of task T"},
          {"conclusion=K", "is asked for nothing by conclusion K"},
          {"review=W", "owes no comment on the draft of review W"}})
        EXPECT_EQ(told_why(thing), z + what + then);
    say("2024-02-14 close_review review=W agency=OFFICE");
    EXPECT_EQ(told_why("review=W"), "hand_over: review W was closed on 2024-02-14");
    say("2024-02-14 hand_over agency=X into=Z recommendation=R");
    say("2024-02-16 hand_over agency=Z into=B recommendation=R");
    EXPECT_EQ(told_why("recommendation=R"), z + "has handed recommendation R over already");
}

// Y was to issue two documents for T and is blamed for the delay of L, and ends.
class HandedInTasks : public HandingOver {
protected:
    void SetUp() override {
        HandingOver::SetUp();
        say("2024-01-05 assign_task task=L title_vi=l assigner=A lead=A coordinating=Y "
            "deadline=2024-01-20");
        blamed_ = say("2024-01-25 explain_delay task=L agency=A cause=other text=x blamed=Y");
        expected_ = say("2024-01-05 expect_document task=T expected=plan issuer=Y");
        say("2024-01-05 expect_document task=T expected=report issuer=Y\n"
            "2024-02-10 dissolve_agency agency=Y reason=x");
    }
    void hand_over_both() {
        plan_ = say("2024-02-15 hand_over agency=Y into=Z task=T expected=plan");
        answer_ = say("2024-02-15 hand_over agency=Y into=Z blamed_in=L");
    }
    std::vector<std::string> left_of(const std::string& agency, const char* day = "2024-12-31") {
        std::vector<std::string> all = told(*record_, day, "left_open agency=" + agency,
                                            "kind code expected taken_by taken_on open");
        std::erase_if(all, [](const std::string& row) { return row.starts_with("coordination"); });
        return all;
    }
    void add_document(const std::string& code, const std::string& issuer,
                      const std::string& dated) {
        say(dated + " add_document document=" + code + " number=" + code +
            " document_kind=plan issuer=" + issuer + " dated=" + dated);
    }
    static std::string corrects(std::int64_t event) { return " corrects=" + std::to_string(event); }

    std::int64_t blamed_ = 0, expected_ = 0, plan_ = 0, answer_ = 0;
};

TEST_F(HandedInTasks, WhatIsToBeIssuedAndAnsweredIsTheTakersFromThatDayOn) {
    EXPECT_THAT(left_of("Y"), ElementsAre("explanation | L | - | - | - | 1",
                                          "expected_document | T | plan | - | - | 1",
                                          "expected_document | T | report | - | - | 1"));
    EXPECT_EQ(objection("2024-02-15 hand_over agency=Y into=Z expected=plan"), "recommendation");
    EXPECT_EQ(objection("2024-02-15 hand_over agency=Y into=Z blamed_in=L expected=plan"), "task");
    EXPECT_EQ(objection("2024-02-15 hand_over agency=Y into=Z task=T blamed_in=L"),
              "recommendation");
    EXPECT_EQ(objection("2024-02-15 hand_over agency=Y into=Z task=T expected=other"), "its_own");
    EXPECT_EQ(objection("2024-02-15 hand_over agency=B into=Z task=T expected=plan"), "its_own");
    EXPECT_EQ(objection("2024-02-15 hand_over agency=B into=Z blamed_in=L"), "its_own");
    EXPECT_EQ(objection("2024-02-15 hand_over agency=Y into=Z blamed_in=T"), "its_own");
    hand_over_both();
    EXPECT_EQ(objection("2024-02-16 hand_over agency=Y into=B blamed_in=L"), "its_own");
    EXPECT_EQ(objection("2024-02-16 hand_over agency=Y into=B task=T expected=plan"), "its_own");
    EXPECT_THAT(left_of("Y"), ElementsAre("explanation | L | - | Z | 2024-02-15 | 1",
                                          "expected_document | T | plan | Z | 2024-02-15 | 1",
                                          "expected_document | T | report | - | - | 1"));
    EXPECT_THAT(left_of("Y", "2024-02-14"), Contains("explanation | L | - | - | - | 1"));
    std::vector<std::string> nobody_took;
    for (const finding& f :
         record_->review({parse_day("2024-04-25"), {}, {}}, parse_period("2024-Q1")).findings)
        if (f.key == "agency.ended_owes" && f.text.find("agency Y") != std::string::npos &&
            f.text.find("coordination") == std::string::npos)
            nobody_took.push_back(f.text);
    EXPECT_THAT(nobody_took,
                ElementsAre("agency Y ended on 2024-02-10; nobody has taken over its expected "
                            "document T, report"));
    for (const auto& [day, agency] : {std::pair{"2024-02-14", "Y"}, {"2024-02-15", "Z"}}) {
        EXPECT_THAT(told(*record_, day, "explanations task=L", "blamed rejoinder_by"),
                    ElementsAre(std::string{"Y | "} + agency));
        EXPECT_THAT(told(*record_, day, "expected_documents task=T", "expected issuer"),
                    ElementsAre(std::string{"plan | "} + agency, "report | Y"));
    }
}

TEST_F(HandedInTasks, TheTakerAndNoOtherMayAnswer) {
    hand_over_both();
    EXPECT_EQ(objection("2024-02-14 answer_explanation task=L agency=Z text=no"), "is_blamed")
        << "it was not its to answer then";
    EXPECT_EQ(objection("2024-02-20 answer_explanation task=L agency=B text=no"), "is_blamed");
    say("2024-02-16 set_policy policy=agencies office=OFFICE");
    EXPECT_EQ(refused("2024-02-20 answer_explanation task=L agency=Z text=no", "B"), "permission");
    for (const auto& [agency, allowed] : {std::pair{"Z", "1"}, {"B", "0"}})
        EXPECT_THAT(told(*record_, "2024-12-31", std::string{"moves task=L agency="} + agency,
                         "command allowed"),
                    Contains(std::string{"answer_explanation | "} + allowed));
    say("2024-02-20 answer_explanation task=L agency=Z text=no", "Z");
    EXPECT_THAT(told(*record_, "2024-12-31", "explanations task=L", "rejoinder rejoinder_by"),
                ElementsAre("no | Z"));
    EXPECT_THAT(left_of("Y"), Contains("explanation | L | - | Z | 2024-02-15 | 0"));
}

TEST_F(HandedInTasks, TheTakerAndNoOtherMayIssue) {
    hand_over_both();
    add_document("early", "Z", "2024-02-14");
    add_document("other", "B", "2024-02-20");
    add_document("its", "Z", "2024-02-20");
    const auto issue = [](const std::string& key, const std::string& document) {
        return "2024-02-21 issue_document task=T expected=" + key + " document=" + document;
    };
    EXPECT_EQ(objection(issue("plan", "early")), "issued_by");
    EXPECT_EQ(objection(issue("plan", "other")), "issued_by");
    EXPECT_EQ(objection(issue("report", "its")), "issued_by") << "it took the plan alone";
    say(issue("plan", "its"));
    EXPECT_THAT(left_of("Y"), Contains("expected_document | T | plan | Z | 2024-02-15 | 0"));
}

TEST_F(HandedInTasks, WhatATakerLeavesInTurnIsListedAndHandedOn) {
    hand_over_both();
    say("2024-03-01 dissolve_agency agency=Z reason=x");
    EXPECT_THAT(left_of("Z"), ElementsAre("explanation | L | - | - | - | 1",
                                          "expected_document | T | plan | - | - | 1"));
    say("2024-03-05 hand_over agency=Z into=B blamed_in=L\n"
        "2024-03-05 hand_over agency=Z into=B task=T expected=plan");
    EXPECT_THAT(left_of("Z"), ElementsAre("explanation | L | - | B | 2024-03-05 | 1",
                                          "expected_document | T | plan | B | 2024-03-05 | 1"));
    say("2024-03-06 answer_explanation task=L agency=B text=no");
    // Blamed again, an agency owes that answer itself, whatever it once handed over.
    say("2024-03-06 reassign_task task=T lead=B coordinating=A\n"
        "2024-03-07 explain_delay task=T agency=B cause=other text=x blamed=A\n"
        "2024-03-08 hand_over agency=A into=B blamed_in=T\n"
        "2024-03-09 explain_delay task=T agency=B cause=other text=y blamed=A");
    EXPECT_THAT(told(*record_, "2024-12-31", "explanations", "task text rejoinder_by"),
                ElementsAre("L | x | B", "T | x | B", "T | y | A"));
}

TEST_F(HandedInTasks, WhatStandsOnItIsJudgedAgain) {
    hand_over_both();
    const auto is_what_was_handed_over = [&] {
        EXPECT_EQ(objection("2024-01-05 expect_document task=T expected=plan issuer=B" +
                            corrects(expected_)),
                  "others_stand_on_it");
        EXPECT_EQ(objection("2024-01-25 explain_delay task=L agency=A cause=other text=x" +
                            corrects(blamed_)),
                  "others_stand_on_it");
    };
    is_what_was_handed_over();
    say("2024-02-20 answer_explanation task=L agency=Z text=no");
    add_document("its", "Z", "2024-02-20");
    say("2024-02-20 issue_document task=T expected=plan document=its");
    for (const auto& [what, event] :
         {std::pair{std::string{"task=T expected=plan"}, plan_}, {"blamed_in=L", answer_}}) {
        EXPECT_EQ(objection("2024-03-01 void_event reason=x" + corrects(event)),
                  "others_stand_on_it");
        const std::string thing = what + corrects(event);
        EXPECT_EQ(objection("2024-02-15 hand_over agency=Y into=B " + thing), "others_stand_on_it");
        EXPECT_NE(objection("2024-02-21 hand_over agency=Y into=Z " + thing), "")
            << "it is given by then";
        say("2024-02-18 hand_over agency=Y into=Z " + thing);
    }
    is_what_was_handed_over();
}

TEST_F(HandedInTasks, OfAHiddenTaskNotEvenTheKeyIsTold) {
    say("2024-01-02 add_access_class access_class=K name_vi=x rank=1\n"
        "2024-01-02 set_highest_class access_class=K\n"
        "2024-01-02 grant_access access_class=K agency=OFFICE\n"
        "2024-01-05 assign_task task=S title_vi=s assigner=A lead=B access_class=K\n"
        "2024-01-05 expect_document task=S expected=secret issuer=A\n"
        "2024-01-06 set_policy policy=agencies office=OFFICE");
    const auto event = std::to_string(
        say("2024-02-15 hand_over agency=A into=Z task=S expected=secret on_behalf_of=OFFICE",
            "OFFICE"));
    EXPECT_THAT(told(*record_, "2024-12-31", "said event=" + event, "field value"),
                Contains("expected | secret"));
    const table seen = tests::ask(*record_, "2024-12-31", "said event=" + event, "X");
    for (std::size_t row = 0; row < seen.rows(); ++row)
        EXPECT_NE(seen.text(row, 4).value_or(""), "secret");
}

TEST_F(HandingOver, FiguresByTodaysSuccessorsAreThoseOfWhatIsKnownOnAnyDay) {
    say("2024-01-05 assign_task task=T2 title_vi=t lead=A\n"
        "2024-03-01 merge_agency agency=A into=B");
    const auto figures = [&](const char* by) {
        return told(*record_, "2024-02-01", std::string{"agency_figures figures_by="} + by,
                    "agency includes total");
    };
    EXPECT_THAT(figures("successors"), Contains("B | A | 2"));
    EXPECT_THAT(figures("as_of_day"), Contains("A | - | 1"));
}

// ---- indicators ---------------------------------------------------------------------------------

class Judged : public tests::record_test {};

TEST_F(Judged, WhereLowerIsBetterARangeIsJudgedByItsUpperEnd) {
    say("2024-01-01 add_indicator indicator=L name_vi=x unit=x direction=lower_is_better "
        "measure=point threshold=90 owner=A");
    for (const auto& [agency, value] : {std::pair{"A", "12"}, {"B", "15"}, {"X", "18"}}) {
        say(std::string{"2024-01-01 set_target indicator=L period=2024-Q1 target_low=10 "
                        "target_high=15 agency="} +
            agency);
        say(std::string{"2024-03-31 observe_indicator indicator=L period=2024-Q1 agency="} +
            agency + " value=" + value);
    }
    EXPECT_THAT(
        told(*record_, "2024-04-25", "indicators indicator=L", "agency percent_of_target below"),
        ElementsAre("A | 8000 | 0", "B | 10000 | 0", "X | 12000 | 1"));
}

TEST_F(Judged, AYearThatIsNotOverIsJudgedByWhatIsExpectedByTheLastPeriodReported) {
    say("2024-01-01 add_indicator indicator=I name_vi=x unit=x profile=20,30,30,20 threshold=90 "
        "owner=A");
    for (const auto& [agency, value] : {std::pair{"A", "210"}, {"B", "150"}}) {
        say(std::string{"2024-01-01 set_target indicator=I period=2024 target_low=1000 agency="} +
            agency);
        say(std::string{"2024-03-31 observe_indicator indicator=I period=2024-Q1 agency="} +
            agency + " value=" + value);
    }
    say("2024-01-01 set_target indicator=I period=2024 target_low=1000 agency=X\n"
        "2024-06-30 observe_indicator indicator=I period=2024-Q2 agency=X value=300");
    EXPECT_THAT(told(*record_, "2024-07-25", "indicators period=2024",
                     "agency value percent_of_target below"),
                ElementsAre("A | 210 | 2100 | 0", "B | 150 | 1500 | 1", "X | 300 | 3000 | -"))
        << "of X the first quarter is missing, which is not zero";
    EXPECT_THAT(told(*record_, "2024-07-25", "proposals period=2024", "below"), ElementsAre("B"));
    const review r = record_->review({parse_day("2024-04-25"), {}, {}}, parse_period("2024-Q1"));
    for (const indicator_row& row : r.indicators.at(0).rows) {
        const bool says_more = row.percent_of_target || row.below;
        EXPECT_TRUE(row.value || !says_more) << row.agency.code << " " << to_text(row.span);
    }
}

// ---- changes ------------------------------------------------------------------------------------

class Changes : public tests::record_test {};

TEST_F(Changes, NameAlsoWhoLostOwesIsBlamedIsToIssueIsSetATargetOrGetsRights) {
    const auto since =
        say("2024-01-05 assign_task task=T title_vi=t assigner=OFFICE lead=A "
            "coordinating=B deadline=2024-03-01");
    say("2024-02-01 reassign_task task=T lead=OFFICE\n"
        "2024-02-02 block_task task=T condition=c owed_by=A\n"
        "2024-02-03 unblock_task task=T condition=c\n"
        "2024-02-04 expect_document task=T expected=d issuer=A title_vi=x\n"
        "2024-03-05 explain_delay task=T agency=OFFICE cause=other text=x blamed=B\n"
        "2024-03-06 reassign_task task=T lead=OFFICE coordinating=X\n"
        "2024-03-06 add_indicator indicator=I name_vi=i unit=x owner=OFFICE\n"
        "2024-03-06 set_target indicator=I agency=X period=2024 target_low=1\n"
        "2024-03-07 delegate_rights agency=A delegate=B");
    EXPECT_THAT(
        told(*record_, "2024-12-31", "changes since=" + std::to_string(since), "command agencies"),
        ElementsAre("reassign_task | A B OFFICE X", "block_task | A OFFICE X",
                    "unblock_task | A OFFICE X", "expect_document | A OFFICE X",
                    "explain_delay | B OFFICE X", "reassign_task | B OFFICE X",
                    "add_indicator | OFFICE", "set_target | OFFICE X", "delegate_rights | A B"));
}

// ---- search -------------------------------------------------------------------------------------

TEST_F(Changes, ADashIsFoundAsAHyphenAndMarksAloneAreNothingToSearchFor) {
    say("2024-01-05 assign_task task=T title_vi='plan 39-NQ/TW' lead=A\n"
        "2024-01-05 assign_task task=U title_vi='plan 40–NQ/TW' lead=A");
    EXPECT_THAT(told(*record_, "2024-12-31", "tasks text='39–nq/tw'", "task"), ElementsAre("T"));
    EXPECT_THAT(told(*record_, "2024-12-31", "tasks text='40-nq/tw'", "task"), ElementsAre("U"));
    for (const char* question : {"tasks", "agencies", "documents", "search"})
        EXPECT_THROW(tests::ask(*record_, "2024-12-31", std::string{question} + " text='\u0301'"),
                     error)
            << question;
}

// What the taker hands on stands on what it took (lib/README.md, decision 68).
TEST_F(HandingOver, WhatWasHandedOnKeepsWhatItWasTakenBy) {
    for (const std::string thing : {"recommendation=R", "consultation=C", "indicator=I period=2024",
                                    "document_review=V", "indicator=I", "task=T"}) {
        const std::string from = thing == "indicator=I" || thing == "task=T" ? "A" : "X";
        const std::string over = " hand_over agency=" + from + " " + thing + " into=";
        const std::string first = std::to_string(say("2024-02-10" + over + "Y"));
        const std::int64_t on = say("2024-03-10 hand_over agency=Y into=Z " + thing);
        const std::string stands = "others_stand_on_it", corrects = " corrects=" + first;
        EXPECT_EQ(objection("2024-03-20 void_event reason=x" + corrects), stands) << thing;
        EXPECT_EQ(objection("2024-02-10" + over + "B" + corrects), stands) << thing;
        EXPECT_EQ(objection("2024-04-10" + over + "Y" + corrects), stands) << thing;
        EXPECT_EQ(objection("2024-03-01" + over + "Y" + corrects), "") << thing;
        say("2024-03-20 void_event reason=x corrects=" + std::to_string(on));
        EXPECT_EQ(objection("2024-03-20 void_event reason=x" + corrects), "") << thing;
    }
}

TEST_F(Changes, ADecisionOwedByAnEndedAgencyIsListedUntilItIsMade) {
    say("2024-01-03 assign_task task=T title_vi=t assigner=A lead=B deadline=2024-03-01\n"
        "2024-01-03 assign_task task=U title_vi=u assigner=X lead=B deadline=2024-03-01\n"
        "2024-02-10 submit_task task=T\n2024-02-10 submit_task task=U\n"
        "2024-02-15 dissolve_agency agency=A reason=x\n2024-02-15 merge_agency agency=X into=B");
    const auto left = [&](const char* agency) {
        return told(*record_, "2024-03-01", std::string{"left_open agency="} + agency,
                    "kind code taken_by open");
    };
    EXPECT_THAT(left("A"), ElementsAre("decision | T | - | 1"));
    EXPECT_THAT(left("X"), ElementsAre("decision | U | B | 1")) << "who goes on for it decides";
    say("2024-02-20 accept_task task=T");
    EXPECT_THAT(left("A"), ElementsAre("decision | T | - | 0"));
}

TEST_F(Changes, ARequestAndAnExplanationThatWaitForAnEndedAgencyAreListedToo) {
    say("2024-01-03 assign_task task=T title_vi=t assigner=A lead=B deadline=2024-03-01\n"
        "2024-01-03 assign_task task=U title_vi=u assigner=A lead=B deadline=2024-02-01\n"
        "2024-01-03 assign_task task=V title_vi=v assigner=A lead=B deadline=2024-02-01\n"
        "2024-02-10 request_extension task=T agency=B proposed_deadline=2024-05-31 reason=x\n"
        "2024-02-10 explain_delay task=U agency=B cause=subjective.capacity text=x\n"
        "2024-02-15 dissolve_agency agency=A reason=x");
    const auto left = [&] {
        return told(*record_, "2024-03-01", "left_open agency=A", "kind code taken_by open");
    };
    EXPECT_THAT(left(), ElementsAre("decision | T | - | 1", "decision | U | - | 1"));
    say("2024-02-20 hand_over agency=A into=X task=T");
    EXPECT_THAT(left(), ElementsAre("decision | T | X | 1", "decision | U | - | 1"));
}

// A split has no one successor, and after a dissolution there is none: who took the decision over
// makes it.
TEST_F(Changes, ADecisionThatWasHandedOverIsMadeByWhoTookItOver) {
    say("2024-01-03 assign_task task=T title_vi=t assigner=A lead=B deadline=2024-03-01\n"
        "2024-02-10 submit_task task=T\n"
        "2024-02-15 dissolve_agency agency=A reason=x\n"
        "2024-02-16 set_policy policy=agencies office=OFFICE");
    const auto may_accept = [&](const char* actor) {
        return told(*record_, "2024-12-31", "moves task=T agency=" + std::string{actor},
                    "command allowed");
    };
    using testing::Contains;
    EXPECT_EQ(refused("2024-02-20 accept_task task=T", "X"), "permission");
    EXPECT_THAT(may_accept("X"), testing::Not(Contains("accept_task | 1")));
    EXPECT_EQ(refused("2024-02-20 hand_over agency=B into=X task=T", "OFFICE"), "its_own");
    say("2024-02-20 hand_over agency=A into=X task=T", "OFFICE");
    const auto left = [&] {
        return told(*record_, "2024-03-01", "left_open agency=A",
                    "kind code taken_by taken_on open");
    };
    EXPECT_THAT(left(), ElementsAre("decision | T | X | 2024-02-20 | 1"));
    EXPECT_THAT(may_accept("X"), Contains("accept_task | 1"));
    EXPECT_EQ(refused("2024-02-20 accept_task task=T", "B"), "permission");
    EXPECT_EQ(refused("2024-02-20 hand_over agency=A into=B task=T", "OFFICE"), "its_own")
        << "it has handed it over already";
    say("2024-02-21 return_task task=T reason=x", "X");
    say("2024-02-22 submit_task task=T", "B");
    EXPECT_THAT(told(*record_, "2024-04-30", "warnings", "warning code next"),
                Contains("acceptance_pending | T | X"));
    say("2024-02-25 accept_task task=T", "X");
    EXPECT_THAT(left(), ElementsAre("decision | T | X | 2024-02-20 | 0"));
}

TEST_F(Changes, WhoTookADecisionOverHoldsTheDaysFromThenOn) {
    say("2024-01-03 assign_task task=T title_vi=t assigner=A lead=B deadline=2024-03-01\n"
        "2024-03-04 submit_task task=T\n2024-03-11 hand_over agency=A into=X task=T\n"
        "2024-03-15 return_task task=T reason=x\n"
        "2024-03-18 submit_task task=T\n2024-03-19 accept_task task=T");
    EXPECT_THAT(told(*record_, "2024-04-30", "attribution task=T", "agency held_as days"),
                ElementsAre("A | acceptance | 4", "X | acceptance | 5", "B | lead | 2"));
}

TEST_F(Changes, NameNobodyOfWhomOnlyALaterCorrectionSpoke) {
    const auto n = std::to_string(say("2024-01-03 assign_task task=T title_vi=t lead=A"));
    const std::int64_t then = now_us_;
    const auto named = [&] {
        return told(*record_, "2024-02-01", "changes since=" + std::to_string(std::stoll(n) - 1),
                    "agencies", {}, then);
    };
    EXPECT_THAT(named(), ElementsAre("A"));
    say("2024-01-03 assign_task task=T title_vi=t lead=B corrects=" + n);
    EXPECT_THAT(named(), ElementsAre("A"));
}

}  // namespace
}  // namespace mandate
