// Inputs that contradict the record are refused by name, and what is odd is told.

#include "ledger/record_test.hpp"

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::told;

class Refusals : public tests::record_test {
protected:
    // All columns.
    std::vector<std::string> lines(const std::string& question) const {
        std::string columns;
        for (const column_descriptor& c :
             find_question(std::string_view{question.substr(0, question.find(' '))})->columns)
            columns += (columns.empty() ? "" : " ") + std::string{c.name};
        return told(*record_, "2024-12-31", question, columns);
    }
    std::vector<std::string> findings(const std::string& text) {
        act by = tests::by_clerk(parse_day("2024-12-31"));
        by.now_us = now_us_ += 1'000'000;
        std::vector<std::string> keys;
        for (const finding& f : record_->record(by, tests::commands_of(text)).findings)
            keys.push_back(f.key);
        return keys;
    }
};

TEST_F(Refusals, AnExpectedDocumentIsOfItsIssuerAndFulfilsOneExpectation) {
    say("2024-01-01 assign_task task=T title_vi=t lead=A\n"
        "2024-01-01 expect_document task=T expected=plan issuer=A\n"
        "2024-01-01 expect_document task=T expected=list\n"
        "2024-01-05 add_document document=DA number=1/KH-A document_kind=plan issuer=A\n"
        "2024-01-05 add_document document=DB number=1/KH-B document_kind=plan issuer=B");
    EXPECT_EQ(refused("2024-01-06 issue_document task=T expected=plan document=DB"), "issued_by");
    say("2024-01-06 issue_document task=T expected=plan document=DA");
    EXPECT_EQ(refused("2024-01-06 issue_document task=T expected=list document=DA"),
              "one_document_each");
    say("2024-01-06 issue_document task=T expected=list document=DB");
}

TEST_F(Refusals, APostIsHeldOnceAndLeftOnce) {
    say("2024-01-01 add_official official=P name_vi=p\n2024-01-01 add_post post=Q agency=A "
        "name_vi=q\n2024-01-01 hold_post official=P post=Q");
    EXPECT_EQ(refused("2024-02-01 hold_post official=P post=Q"), "held_once");
    say("2024-03-01 leave_post official=P post=Q");
    EXPECT_EQ(refused("2024-03-01 leave_post official=P post=Q"), "left_once");
    say("2024-04-01 hold_post official=P post=Q\n2024-05-01 leave_post official=P post=Q");
}

TEST_F(Refusals, AMeetingHasOneChairAndNamesNobodyTwice) {
    say("2024-01-01 add_official official=P name_vi=p\n2024-01-01 add_official official=R "
        "name_vi=r\n"
        "2024-01-05 hold_meeting meeting=M name_vi=x body=A");
    const auto n =
        std::to_string(say("2024-01-05 attend_meeting meeting=M meeting_role=chair official=P"));
    EXPECT_EQ(refused("2024-01-05 attend_meeting meeting=M meeting_role=chair official=R"),
              "one_chair");
    EXPECT_EQ(refused("2024-01-05 attend_meeting meeting=M meeting_role=attendee official=P"),
              "named_once");
    say("2024-01-05 attend_meeting meeting=M meeting_role=attendee agency=B");
    EXPECT_EQ(refused("2024-01-05 attend_meeting meeting=M meeting_role=attendee agency=B"),
              "named_once");
    say("2024-01-05 attend_meeting meeting=M meeting_role=chair official=R corrects=" + n);
}

TEST_F(Refusals, ADocumentStandsInARelationOnce) {
    say("2024-01-01 add_document document=D number=1 document_kind=plan issuer=A\n"
        "2024-01-01 add_document document=E number=2 document_kind=plan issuer=A");
    const auto n = std::to_string(
        say("2024-01-01 relate_documents document=D relation=implements to_document=E"));
    EXPECT_EQ(refused("2024-02-01 relate_documents document=D relation=implements to_document=E"),
              "related_once");
    say("2024-01-02 relate_documents document=D relation=implements to_document=E corrects=" + n);
    say("2024-01-02 relate_documents document=D relation=amends to_document=E");
    EXPECT_EQ(refused("2024-02-01 relate_documents document=E relation=implements to_document=D"),
              "no_cycle");
    try {
        say("2024-02-01 relate_documents document=E relation=implements to_document=D");
    } catch (const error& e) {
        EXPECT_STREQ(
            e.what(),
            "relate_documents: a document would stand to itself: E implements D implements E");
    }
}

TEST_F(Refusals, WorkOfOneDayHasOneInstance) {
    say("2024-01-01 assign_task task=T title_vi=t\n2024-01-01 repeat_task task=T period=2024-Q1");
    EXPECT_EQ(refused("2024-01-01 repeat_task task=T period=2024-Q1"), "period");
    EXPECT_EQ(refused("2024-01-01 repeat_task task=T period=2024-02"), "one_instance_at_a_time");
    EXPECT_EQ(refused("2024-01-01 repeat_task task=T period=2024-04,2024-Q2"),
              "one_instance_at_a_time");
    say("2024-01-01 repeat_task task=T period=2024-04,2024-05");
    say("2024-01-01 fan_out_task task=T agency=A,B");
}

TEST_F(Refusals, NothingNewIsAskedOfAnEndedAgency) {
    say("2024-01-01 add_indicator indicator=I name_vi=i unit=person\n"
        "2024-01-01 assign_task task=T title_vi=t lead=A\n"
        "2024-02-01 split_agency agency=X into=A,B duty=a,b");
    for (const char* asked : {"2024-03-01 set_target indicator=I agency=X period=2024 target_low=1",
                              "2024-03-01 consult consultation=K task=T agency=A addressed_to=B,X",
                              "2024-03-01 block_task task=T condition=c owed_by=X"})
        try {
            say(asked);
            ADD_FAILURE() << asked;
        } catch (const error& e) {
            EXPECT_THAT(e.what(), testing::EndsWith("agency X ended on 2024-02-01; for it goes on: "
                                                    "A, B"));
            EXPECT_THAT(e.facts(),
                        testing::IsSupersetOf(std::vector<fact>{{"rule", "agency_exists"},
                                                                {"agency", "X"},
                                                                {"successor", "A"},
                                                                {"successor", "B"}}));
        }
    say("2024-01-31 consult consultation=K task=T agency=A addressed_to=B,X");
}

TEST_F(Refusals, AFigureIsNotObservedBeforeItsPeriodBegins) {
    say("2024-01-01 add_indicator indicator=I name_vi=i unit=person");
    EXPECT_EQ(refused("2024-03-31 observe_indicator indicator=I agency=A period=2024-Q2 value=1"),
              "not_in_the_future");
    say("2024-04-01 observe_indicator indicator=I agency=A period=2024-Q2 value=1");
}

TEST_F(Refusals, AnItemIsNotPostponedToAnEarlierMonth) {
    say("2024-01-01 add_programme programme=P agency=A period=2024\n2024-01-01 add_item item=I "
        "programme=P title_vi=i planned_for=2024-06");
    EXPECT_EQ(refused("2024-02-01 postpone_item item=I planned_for=2024-05 decided_by=A"),
              "later_than_planned");
    say("2024-02-01 postpone_item item=I planned_for=2024-07 decided_by=A");
}

TEST_F(Refusals, ARecurringTaskHasInstancesOfItsOwnPeriodsOnly) {
    say("2024-01-01 assign_task task=T title_vi=t recurs=quarterly");
    EXPECT_EQ(refused("2024-01-01 repeat_task task=T period=2024-01"), "recurs_as_stated");
    say("2024-01-01 repeat_task task=T period=2024-Q1");
}

TEST_F(Refusals, AnExplanationBlamesSomebodyElse) {
    say("2024-01-01 assign_task task=T title_vi=t lead=A coordinating=B deadline=2024-02-01");
    const std::string why =
        "2024-03-01 explain_delay task=T cause=coordination.late_data text=x blamed=";
    EXPECT_EQ(refused(why + "A"), "blames_another");
    EXPECT_EQ(refused(why + "B agency=B"), "blames_another");
    say(why + "B");
}

TEST_F(Refusals, ADelayIsLaidToWhoHasAPartInTheTask) {
    for (const char* agency : {"ASKED", "OWES", "LED", "WHOLE", "PART", "BEFORE", "FAR", "NONE"})
        say(std::string{"2023-01-01 add_agency name_vi=x agency="} + agency);
    say("2024-01-01 assign_task task=W title_vi=t lead=WHOLE\n"
        "2024-01-01 assign_task task=T title_vi=t lead=LED parent_task=W deadline=2024-02-01\n"
        "2024-01-01 assign_task task=P title_vi=t lead=PART parent_task=T\n"
        "2024-01-01 assign_task task=SISTER title_vi=t lead=X parent_task=W\n"
        "2024-01-01 assign_task task=B1 title_vi=t lead=BEFORE\n"
        "2024-01-01 assign_task task=B2 title_vi=t lead=FAR\n"
        "2024-01-01 assign_task task=AFTER title_vi=t lead=NONE\n"
        "2024-01-01 link_tasks link=L1 task=W after=B1\n"
        "2024-01-01 link_tasks link=L2 task=B1 after=B2\n"
        "2024-01-01 link_tasks link=L3 task=AFTER after=T\n"
        "2024-01-02 reassign_task task=T lead=A coordinating=B\n"
        "2024-01-03 consult consultation=Q task=T agency=A addressed_to=ASKED\n"
        "2024-01-03 block_task task=T condition=x owed_by=OWES");
    const std::string why = "2024-03-01 explain_delay task=T agency=A cause=other text=x blamed=";
    for (const char* agency : {"B", "ASKED", "OWES", "LED", "WHOLE", "PART", "BEFORE", "FAR"})
        EXPECT_EQ(objection(why + agency), "") << agency;
    for (const char* agency : {"NONE", "X"})
        EXPECT_EQ(objection(why + agency), "blames_who_has_part") << agency;
    say("2024-01-20 merge_agency agency=ASKED into=NONE");
    EXPECT_EQ(refused(why + "NONE"), "") << "it goes on for one that has";
}

TEST_F(Refusals, ACodeHasNoInvisibleCharactersAndATextShowsSomething) {
    const auto rule_of = [&](field name, const std::string& content) {
        command c = tests::command_of("2024-01-01 add_agency agency=N name_vi=x");
        for (field_value& v : c.values)
            if (v.name == name) v.content = content;
        try {
            record_->check(tests::by_clerk(parse_day("2024-12-31")), std::vector{c});
        } catch (const error& e) {
            for (const auto& [key, told] : e.facts())
                if (key == "rule") return told;
        }
        return std::string{};
    };
    // soft hyphen, zero width space, joiner, left-to-right mark, embedding, isolate, byte order
    // mark, variation selector, tag
    for (const char* nothing : {"\u00AD", "\u200B", "\u200D", "\u200E", "\u202A", "\u2066",
                                "\uFEFF", "\uFE0F", "\U000E0041"}) {
        EXPECT_EQ(rule_of(field::agency, std::string{"TU"} + nothing), "malformed");
        EXPECT_EQ(rule_of(field::name_vi, nothing), "missing_field");
        EXPECT_EQ(rule_of(field::name_vi, std::string{nothing} + " " + nothing), "missing_field");
        EXPECT_EQ(rule_of(field::name_vi, std::string{"T"} + nothing + "U"), "");
    }
    EXPECT_EQ(rule_of(field::agency, "TỈNH-ỦY"), "");
}

TEST_F(Refusals, AGroupIsNoMemberOfItself) {
    const auto n = std::to_string(say("2024-01-01 add_agency agency=G name_vi=x member=A"));
    say("2024-01-01 add_agency agency=G2 name_vi=x member=G,B");
    for (const char* member : {"G", "A,G", "G2"})
        EXPECT_EQ(objection(std::string{"2024-01-01 add_agency agency=G name_vi=x member="} +
                            member + " corrects=" + n),
                  "no_cycle")
            << member;
    EXPECT_EQ(refused("2024-01-01 add_agency agency=G name_vi=x member=G corrects=" + n),
              "no_cycle");
    say("2024-01-01 add_agency agency=G name_vi=x member=A,B corrects=" + n);
}

TEST_F(Refusals, ABlockIsNotWithdrawnUnderItsLifting) {
    say("2024-01-01 assign_task task=T title_vi=t lead=A");
    const auto n = std::to_string(say("2024-01-02 block_task task=T condition=c owed_by=B"));
    say("2024-01-03 unblock_task task=T condition=c");
    EXPECT_EQ(refused("2024-01-04 void_event reason=x corrects=" + n), "others_stand_on_it");
}

TEST_F(Refusals, AnAgencyThatLeadsAndCoordinatesIsTold) {
    EXPECT_THAT(findings("2024-01-01 assign_task task=T title_vi=t lead=A coordinating=A,B"),
                ElementsAre("task.lead_coordinates"));
    EXPECT_THAT(findings("2024-01-01 assign_task task=U title_vi=t lead=A coordinating=B"),
                IsEmpty());
}

TEST_F(Refusals, AnErrorNamesRuleAndField) {
    const auto facts = [&](const std::string& text) {
        std::vector<std::string> keys;
        try {
            say(text);
        } catch (const error& e) {
            for (const auto& [key, content] : e.facts())
                if (key == "rule" || key == "field") keys.push_back(key + " " + content);
        }
        std::sort(keys.begin(), keys.end());
        return keys;
    };
    EXPECT_THAT(facts("2024-01-01 report_progress task=NONE"),
                ElementsAre("field task", "rule unknown_reference"));
    EXPECT_THAT(facts("2024-01-01 assign_task task=T"),
                ElementsAre("field title_vi", "rule missing_field"));
    EXPECT_THAT(facts("2024-01-01 move_agency agency=A parent=A"),
                ElementsAre("field parent", "rule no_cycle"));
    say("2024-01-01 assign_task task=T title_vi=t lead=A");
    EXPECT_THAT(facts("2024-01-01 accept_task task=T"),
                ElementsAre("field task", "rule submitted_first"));
}

TEST_F(Refusals, WhatAnEndedAgencyWasAskedAndOwedIsListedAndCanBeHandedOver) {
    say("2024-01-01 assign_task task=T title_vi=t lead=A\n"
        "2024-01-02 consult consultation=C task=T agency=A addressed_to=B answer_due=2024-03-01\n"
        "2024-01-02 block_task task=T condition=c owed_by=B\n"
        "2024-02-01 dissolve_agency agency=B reason=x");
    const auto left = [&] {
        return told(*record_, "2024-12-31", "left_open agency=B", "kind code taken_by open");
    };
    EXPECT_THAT(left(), ElementsAre("consultation | C | - | 1", "condition | T | - | 1"));
    EXPECT_EQ(refused("2024-02-10 answer_consultation consultation=C agency=X opinion=agree"),
              "is_asked");
    say("2024-02-05 hand_over agency=B into=X consultation=C\n"
        "2024-02-10 answer_consultation consultation=C agency=X opinion=agree\n"
        "2024-02-11 unblock_task task=T condition=c");
    EXPECT_THAT(left(), ElementsAre("consultation | C | X | 0", "condition | T | - | 0"));
    EXPECT_THAT(told(*record_, "2024-12-31", "consultations", "asked answered_on opinion"),
                ElementsAre("X | 2024-02-10 | agree"));
}

TEST_F(Refusals, EveryListIsPaged) {
    say("2024-01-01 rename_agency agency=A name_vi=y\n2024-01-01 rename_agency agency=B name_vi=z\n"
        "2024-01-01 charge_field agency=A field_of_work=f\n"
        "2024-01-01 charge_field agency=B field_of_work=g\n"
        "2024-01-01 add_access_class access_class=C1 name_vi=x rank=1\n"
        "2024-01-01 add_access_class access_class=C2 name_vi=x rank=2\n"
        "2024-01-01 add_document document=D number=1 document_kind=plan issuer=A\n"
        "2024-01-01 assign_task task=T title_vi=t document=D lead=A\n"
        "2024-01-01 assign_task task=U title_vi=t document=D lead=B");
    for (const char* question :
         {"agency_names", "agency_changes", "responsibilities", "access_classes", "agency_figures",
          "below_document document=D", "lineage task=T"}) {
        const std::string all = question;
        const std::string column =
            std::string{tests::ask(*record_, "2024-12-31", all).columns().front().name};
        const auto whole = told(*record_, "2024-12-31", all, column);
        ASSERT_GE(whole.size(), 2u) << question;
        EXPECT_THAT(told(*record_, "2024-12-31", all + " limit=1 offset=1", column),
                    ElementsAre(whole[1]))
            << question;
    }
}

TEST_F(Refusals, ListsOfTheScheduleArePaged) {
    say("2024-01-01 assign_task task=T1 title_vi=t lead=A deadline=2024-02-01 duration=10\n"
        "2024-01-01 assign_task task=T2 title_vi=t lead=B duration=10\n"
        "2024-01-01 assign_task task=T3 title_vi=t lead=X duration=10\n"
        "2024-01-01 assign_task task=T4 title_vi=t lead=B duration=10\n"
        "2024-01-01 assign_task task=T5 title_vi=t lead=A duration=10\n"
        "2024-01-01 link_tasks link=L1 task=T2 after=T1\n"
        "2024-01-01 link_tasks link=L2 task=T3 after=T2\n"
        "2024-01-01 link_tasks link=L3 task=T5 after=T4\n"
        "2024-01-01 assign_task task=U1 title_vi=t lead=A duration=10\n"
        "2024-01-01 assign_task task=U2 title_vi=t lead=B duration=10\n"
        "2024-01-01 assign_task task=U3 title_vi=t lead=X duration=10\n"
        "2024-01-01 link_tasks link=L4 task=U2 after=U1\n"
        "2024-01-01 link_tasks link=L5 task=U3 after=U2\n"
        "2024-01-02 suspend_task task=T1 reason=x\n2024-01-02 suspend_task task=T4 reason=x");
    for (const char* question : {"why_this_date task=U3", "schedule_findings", "mutual_waiting",
                                 "delay_impact task=U1 delay=20"}) {
        const auto whole = lines(question);
        EXPECT_GE(whole.size(), 2u) << question;
        for (std::size_t i = 0; i < whole.size(); ++i)
            EXPECT_THAT(lines(std::string{question} + " limit=1 offset=" + std::to_string(i)),
                        ElementsAre(whole[i]))
                << question;
    }
}

TEST_F(Refusals, AnAnswerIsNotOlderThanWhatItAnswers) {
    say("2024-01-01 assign_task task=T title_vi=t lead=A assigner=OFFICE deadline=2024-02-01\n"
        "2024-02-10 block_task task=T condition=money owed_by=B\n"
        "2024-03-10 explain_delay task=T agency=A cause=other text=x\n"
        "2024-03-10 request_extension task=T agency=A proposed_deadline=2024-05-01 reason=x");
    EXPECT_EQ(refused("2024-01-15 unblock_task task=T condition=money"), "after_what_it_answers");
    EXPECT_EQ(refused("2024-02-01 accept_explanation task=T"), "after_what_it_answers");
    EXPECT_EQ(refused("2024-02-01 refuse_extension task=T reason=x"), "after_what_it_answers");
    say("2024-03-11 unblock_task task=T condition=money\n2024-03-11 accept_explanation task=T\n"
        "2024-03-11 refuse_extension task=T reason=x");
}

TEST_F(Refusals, WhatBecomesOfAnAgencyComesAfterItsBeginning) {
    EXPECT_EQ(refused("2022-12-31 merge_agency agency=A into=B"), "agency_exists");
    say("2024-06-01 add_agency agency=LATE name_vi=x");
    EXPECT_EQ(refused("2024-01-01 assign_task task=T title_vi=t lead=LATE"), "agency_exists");
}

TEST_F(Refusals, NothingStandsOnAThingBeforeItsFirstDay) {
    say("2024-02-01 assign_task task=T title_vi=t lead=A\n"
        "2024-01-01 assign_task task=EARLY title_vi=t lead=A\n"
        "2024-02-01 hold_meeting meeting=M name_vi=x body=A\n"
        "2024-02-01 conclude conclusion=K meeting=M conclusion_kind=task text_vi=x\n"
        "2024-02-01 add_programme programme=G agency=A period=2024\n"
        "2024-02-01 add_post post=P agency=A name_vi=x\n"
        "2024-01-01 add_official official=O name_vi=x\n"
        "2024-01-01 raise_recommendation recommendation=R text_vi=x raised_by=A addressed_to=B\n"
        "2024-02-01 raise_recommendation recommendation=R3 text_vi=x raised_by=A addressed_to=B");
    const std::pair<const char*, const char*> cases[] = {
        {"conclude conclusion=K2 meeting=M conclusion_kind=task text_vi=x", "not_before_start"},
        {"attend_meeting meeting=M meeting_role=chair agency=A", "not_before_start"},
        {"assign_task task=N title_vi=x meeting=M", "not_before_start"},
        {"assign_task task=N title_vi=x conclusion=K", "not_before_start"},
        {"assign_task task=N title_vi=x parent_task=T", "not_before_assignment"},
        {"link_tasks link=L task=T after=EARLY", "not_before_assignment"},
        {"link_tasks link=L task=EARLY after=T", "not_before_assignment"},
        {"plan_task task=T period=2024-Q1", "not_before_assignment"},
        {"mark_key_task task=T period=2024-Q1", "not_before_assignment"},
        {"relate_recommendation recommendation=R task=T", "not_before_assignment"},
        {"consult consultation=Q task=T agency=A addressed_to=B", "not_before_assignment"},
        {"add_item item=I programme=G title_vi=x", "not_before_start"},
        {"hold_post official=O post=P", "not_before_start"},
        {"raise_recommendation recommendation=R2 text_vi=x meeting=M", "not_before_start"},
        {"relate_recommendation recommendation=R3 task=EARLY", "not_before_it_was_raised"},
    };
    for (const auto& [command, rule] : cases)
        EXPECT_EQ(objection(std::string{"2024-01-31 "} + command), rule) << command;
    say("2024-01-31 draft_review review=W agency=A period=2023 cut_off=2024-01-31 meeting=M");
    for (const auto& [command, rule] : cases)
        EXPECT_EQ(objection(std::string{"2024-02-01 "} + command), "") << command;
}

TEST_F(Refusals, ALateAnswerIsJudgedAtItsPlace) {
    say("2024-01-01 raise_recommendation recommendation=R text_vi=x raised_by=A addressed_to=B\n"
        "2024-02-10 answer_recommendation recommendation=R recommendation_status=answered\n"
        "2024-03-01 repeat_recommendation recommendation=R");
    EXPECT_EQ(refused("2024-02-09 answer_recommendation recommendation=R "
                      "recommendation_status=answered"),
              "not_settled")
        << "the first round would be answered twice";
    EXPECT_EQ(refused("2024-02-11 answer_recommendation recommendation=R "
                      "recommendation_status=noted"),
              "not_settled");
    say("2024-03-02 answer_recommendation recommendation=R recommendation_status=declined "
        "reason=x");
    say("2024-02-05 answer_recommendation recommendation=R recommendation_status=noted");
}

TEST_F(Refusals, ANameHasNoControlCharacters) {
    for (const char* control : {"\x01", "\n", "\t", "\x7f", "\xC2\x85"}) {
        const std::string name = std::string{"'a"} + control + "b'";
        command c = tests::command_of("2024-01-01 add_agency agency=N name_vi=x");
        c.values.back().content = name;
        EXPECT_THROW(record_->record(tests::by_clerk(parse_day("2024-12-31")), std::vector{c}),
                     error);
        c = tests::command_of(
            "2024-01-01 add_document document=D document_kind=plan issuer=A "
            "number=x");
        c.values.back().content = name;
        EXPECT_THROW(record_->record(tests::by_clerk(parse_day("2024-12-31")), std::vector{c}),
                     error);
    }
}

TEST_F(Refusals, ALinkThatClosesACycleThroughAWholeIsRefused) {
    say("2024-01-01 assign_task task=W title_vi=x lead=A\n"
        "2024-01-01 assign_task task=PART title_vi=x lead=A parent_task=W\n"
        "2024-01-01 assign_task task=Q title_vi=x lead=B\n"
        "2024-01-01 link_tasks link=L1 task=Q after=W");
    try {
        say("2024-01-02 link_tasks link=L2 task=PART after=Q");
        ADD_FAILURE() << "it was recorded";
    } catch (const error& e) {
        EXPECT_STREQ(e.what(),
                     "link_tasks: link L2 closes a cycle: PART -part of-> W -L1-> Q "
                     "-L2-> PART");
    }
    say("2024-01-02 link_tasks link=L3 task=Q after=PART");
}

TEST_F(Refusals, AnInstanceIsNotCoordinatedByItsOwnLead) {
    say("2024-01-01 assign_task task=F title_vi=x lead=OFFICE coordinating=A,B\n"
        "2024-01-02 fan_out_task task=F agency=A,X");
    EXPECT_THAT(told(*record_, "2024-01-03", "tasks", "task leads coordinating"),
                ElementsAre("F | OFFICE | A B", "F/A | A | B", "F/X | X | A B"));
}

TEST_F(Refusals, ATaskIsNotDoneByADocumentFromBeforeItWasAssigned) {
    say("2024-01-03 assign_task task=T title_vi=t lead=A\n"
        "2024-01-03 assign_task task=U title_vi=u lead=A acceptance=not_asked\n"
        "2024-01-04 expect_document task=T expected=plan\n"
        "2023-12-01 add_document document=OLD number=1/KH document_kind=plan issuer=A "
        "dated=2023-12-01\n"
        "2024-01-03 add_document document=NEW number=2/KH document_kind=plan issuer=A "
        "dated=2024-01-03");
    EXPECT_EQ(refused("2024-02-10 issue_document task=T expected=plan document=OLD"),
              "not_before_assignment");
    EXPECT_EQ(refused("2024-02-10 complete_task task=U document=OLD"), "not_before_assignment");
    const auto issued =
        std::to_string(say("2024-02-10 issue_document task=T expected=plan document=NEW"));
    EXPECT_EQ(
        refused("2024-02-10 issue_document task=T expected=plan document=OLD corrects=" + issued),
        "not_before_assignment");
}

TEST_F(Refusals, WhatIsAskedIsNotDueBeforeItWasAsked) {
    EXPECT_EQ(refused("2024-03-21 raise_recommendation recommendation=R text_vi=r raised_by=A "
                      "addressed_to=B answer_due=2024-02-01"),
              "answer_due");
    say("2024-03-21 raise_recommendation recommendation=R text_vi=r raised_by=A addressed_to=B "
        "answer_due=2024-03-21");
}

TEST_F(Refusals, WhatWasSaidIsNotSaidInTheFuture) {
    EXPECT_EQ(refused("2025-02-01 raise_recommendation recommendation=R text_vi=r raised_by=A"),
              "not_in_the_future");
    say("2025-02-01 hold_meeting meeting=M name_vi=m body=A");
    EXPECT_EQ(refused("2025-02-01 conclude conclusion=C meeting=M conclusion_kind=request "
                      "text_vi=x"),
              "not_in_the_future");
}

TEST_F(Refusals, OnlyAnAnswerIsJudged) {
    say("2024-01-05 raise_recommendation recommendation=R text_vi=r raised_by=A addressed_to=B");
    const std::string judge = " judge_answer recommendation=R agency=A satisfied=satisfied";
    const auto answer = [&](const std::string& day, const std::string& status) {
        say(day + " answer_recommendation recommendation=R recommendation_status=" + status);
    };
    for (const std::string status : {"noted", "forwarded forwarded_to=X", "in_progress"}) {
        answer("2024-01-06", status);
        EXPECT_EQ(refused("2024-01-07" + judge), "answered_first") << status;
    }
    answer("2024-01-08", "answered");
    EXPECT_EQ(refused("2024-01-07" + judge), "in_order");
    say("2024-01-08" + judge);
    say("2024-02-01 repeat_recommendation recommendation=R");
    EXPECT_EQ(refused("2024-02-02" + judge), "answered_first") << "a new round";
    answer("2024-02-03", "withdrawn");
    EXPECT_EQ(refused("2024-02-04" + judge), "answered_first") << "there is nothing to judge";
}

TEST_F(Refusals, ANewRoundOfARecommendationIsDueOnItsOwnDay) {
    say("2024-01-05 raise_recommendation recommendation=R text_vi=r raised_by=A addressed_to=B "
        "answer_due=2024-01-20");
    const auto due = [&](const char* day) {
        return told(*record_, day, "recommendations", "answer_due");
    };
    const auto again = [](const char* day, const char* due_on) {
        return std::string{day} + " repeat_recommendation recommendation=R answer_due=" + due_on;
    };
    EXPECT_EQ(refused(again("2024-01-10", "2024-03-01")), "new_round") << "nobody has answered";
    say("2024-01-10 repeat_recommendation recommendation=R");
    EXPECT_THAT(due("2024-01-31"), ElementsAre("2024-01-20"));
    say("2024-02-01 answer_recommendation recommendation=R recommendation_status=answered text=x");
    EXPECT_EQ(refused(again("2024-02-10", "2024-02-09")), "answer_due");
    const auto round = std::to_string(say(again("2024-02-10", "2024-03-15")));
    EXPECT_THAT(due("2024-02-10"), ElementsAre("2024-03-15"));
    EXPECT_THAT(due("2024-01-31"), ElementsAre("2024-01-20")) << "as it was then";
    EXPECT_EQ(refused(again("2024-02-20", "2024-05-01")), "new_round");
    say(again("2024-02-10", "2024-03-31") + " corrects=" + round);
    EXPECT_THAT(due("2024-02-10"), ElementsAre("2024-03-31"));
    EXPECT_THAT(told(*record_, "2024-03-31", "warnings", "warning code"),
                testing::Not(testing::Contains("recommendation_overdue | R")));
    EXPECT_THAT(told(*record_, "2024-04-02", "warnings", "warning code"),
                testing::Contains("recommendation_overdue | R"));
    say("2024-03-20 answer_recommendation recommendation=R recommendation_status=in_progress "
        "answer_due=2024-04-30");
    EXPECT_THAT(due("2024-04-02"), ElementsAre("2024-04-30")) << "an answer states another";
}

TEST_F(Refusals, RaisedAgainItMayStateTheDayThatTheFirstRaisingLeftOut) {
    say("2024-01-05 raise_recommendation recommendation=R text_vi=r raised_by=A addressed_to=B\n"
        "2024-01-10 repeat_recommendation recommendation=R answer_due=2024-02-01");
    EXPECT_THAT(told(*record_, "2024-01-31", "recommendations", "answer_due"),
                testing::ElementsAre("2024-02-01"));
}

TEST_F(Refusals, ARejoinderIsNotOlderThanTheExplanationThatBlames) {
    say("2024-01-01 assign_task task=T title_vi=t lead=A coordinating=B deadline=2024-02-01\n"
        "2024-03-10 explain_delay task=T agency=A cause=other text=x blamed=B");
    EXPECT_EQ(refused("2024-03-09 answer_explanation task=T agency=B text=x"),
              "after_what_it_answers");
    say("2024-03-10 answer_explanation task=T agency=B text=x");
}

TEST_F(Refusals, AConditionIsOwedOnceAtATime) {
    say("2024-01-01 assign_task task=T title_vi=t lead=A\n"
        "2024-02-10 block_task task=T condition=money owed_by=B");
    EXPECT_EQ(refused("2024-02-11 block_task task=T condition=money owed_by=B"), "owed_once");
    const auto other =
        std::to_string(say("2024-02-11 block_task task=T condition=money owed_by=X"));
    say("2024-02-12 block_task task=T condition=money owed_by=X corrects=" + other);
    say("2024-02-13 unblock_task task=T condition=money\n"
        "2024-02-14 block_task task=T condition=money owed_by=B");
}

TEST_F(Refusals, AnInstanceIsNotOfAPeriodBeforeTheAssignment) {
    say("2024-03-15 assign_task task=T title_vi=t lead=A recurs=monthly");
    EXPECT_EQ(refused("2024-03-15 repeat_task task=T period=2024-02"), "not_before_assignment");
    say("2024-03-15 repeat_task task=T period=2024-03");
}

TEST_F(Refusals, WhatWasNotOnTheProgrammeOnItsDayIsAddedByDecision) {
    say("2024-01-02 add_programme programme=P agency=A period=2024\n"
        "2024-01-02 add_item item=I programme=P title_vi=x");
    EXPECT_EQ(refused("2024-02-01 add_item item=J programme=P title_vi=x"), "decided_by");
    say("2024-02-01 add_item item=J programme=P title_vi=x decided_by=A");
}

TEST_F(Refusals, WhatHappenedToADeadlineIsListedDayByDay) {
    say("2024-01-01 assign_task task=T title_vi=t lead=A assigner=OFFICE deadline=2024-02-01\n"
        "2024-01-10 request_extension task=T agency=A proposed_deadline=2024-03-01 reason=x\n"
        "2024-01-12 refuse_extension task=T reason=x\n"
        "2024-01-20 revise_deadline task=T deadline=2024-02-15\n"
        "2024-01-25 request_extension task=T agency=A proposed_deadline=2024-04-01 reason=x");
    EXPECT_THAT(
        told(*record_, "2024-02-01", "extensions", "decided_on what"),
        ElementsAre("2024-01-12 | refused", "2024-01-20 | granted", "2024-01-25 | requested"));
}

TEST_F(Refusals, ACodeInDecomposedLettersIsTheSameCode) {
    say("2024-01-01 add_agency agency=VPTƯ name_vi=x\n"
        "2024-01-01 assign_task task=T title_vi=t lead=VPTƯ");
    const std::string decomposed = "VPTU\xCC\x9B";
    EXPECT_THAT(told(*record_, "2024-02-01", "tasks", "task", decomposed), ElementsAre("T"));
    EXPECT_NO_THROW(record_->calendar({parse_day("2024-02-01"), {}, decomposed}, decomposed));
}

}  // namespace
}  // namespace mandate
