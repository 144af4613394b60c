// Early warning: what will go wrong or stands still on a day, and who must move next.

#include "ledger/asked.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mandate {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
using tests::by_clerk;
using tests::commands_of;
using tests::told;

class Warnings : public testing::Test {
protected:
    std::unique_ptr<ledger> record_ = ledger::in_memory();

    void SetUp() override {
        say("2023-01-01 add_agency agency=OFFICE name_vi=x\n"
            "2023-01-01 add_agency agency=A name_vi=x\n2023-01-01 add_agency agency=B name_vi=x");
    }
    void say(std::string_view text) {
        record_->record(by_clerk(parse_day("2024-12-31")), commands_of(text));
    }
    std::vector<std::string> on(const char* day, const std::string& arguments = "",
                                std::string_view columns = "level warning code next due days",
                                std::string_view viewer = {}) const {
        return told(*record_, day, "warnings " + arguments, columns, viewer);
    }
};

TEST_F(Warnings, ATaskIsAnnouncedBeforeItsDayAndRisesWithTheDaysAfterIt) {
    say("2024-03-01 assign_task task=T title_vi=x lead=A assigner=OFFICE deadline=2024-03-20\n"
        "2024-03-11 report_progress task=T percent=10 text=x");
    EXPECT_THAT(on("2024-03-12"), IsEmpty());
    EXPECT_THAT(on("2024-03-13"), ElementsAre("1 | due_soon | T | A | 2024-03-20 | -5"));
    EXPECT_THAT(on("2024-03-20"), ElementsAre("1 | due_soon | T | A | 2024-03-20 | 0"))
        << "the day itself is in time";
    EXPECT_THAT(on("2024-03-21"), ElementsAre("1 | overdue | T | A | 2024-03-20 | 1"));
    EXPECT_THAT(on("2024-04-08", "silent_after=100"),
                ElementsAre("2 | overdue | T | A | 2024-03-20 | 13"));
    EXPECT_THAT(on("2024-05-20", "silent_after=100"),
                ElementsAre("3 | overdue | T | A | 2024-03-20 | 40"));
}

TEST_F(Warnings, WhatIsHandedInWaitsForTheAssignerAndNotForTheLead) {
    say("2024-03-01 assign_task task=T title_vi=x lead=A assigner=OFFICE deadline=2024-03-20\n"
        "2024-03-12 submit_task task=T");
    EXPECT_THAT(on("2024-03-19"), IsEmpty());
    EXPECT_THAT(on("2024-03-20"),
                ElementsAre("1 | acceptance_pending | T | OFFICE | 2024-03-19 | 1"));
    EXPECT_THAT(on("2024-03-20", "agency=A"), IsEmpty());
    EXPECT_THAT(on("2024-03-20", "answer_within=10"), IsEmpty());
}

// A submission is a word too, and the ledger's own limit holds where none is given.
TEST_F(Warnings, SilenceIsThatOfSlowWork) {
    say("2024-01-02 assign_task task=T title_vi=x lead=A assigner=OFFICE deadline=2024-12-31\n"
        "2024-04-10 submit_task task=T\n2024-04-11 return_task task=T reason=again");
    EXPECT_THAT(on("2024-04-25"), IsEmpty());
    EXPECT_THAT(on("2024-05-14", "", "warning"), ElementsAre("silent"));
    say("2024-01-02 set_slow_limits silent_after=90");
    EXPECT_THAT(on("2024-05-14"), IsEmpty());
    EXPECT_THAT(on("2024-05-14", "silent_after=20", "warning"), ElementsAre("silent"));
}

TEST_F(Warnings, TheDayOfSilenceLiesBeforeASuspensionThatCameAfterIt) {
    say("2024-01-02 assign_task task=T title_vi=x lead=A deadline=2024-12-31\n"
        "2024-02-01 suspend_task task=T reason=x\n2024-04-01 resume_task task=T");
    EXPECT_THAT(on("2024-04-02"), ElementsAre("1 | silent | T | A | 2024-01-30 | 3"))
        << "31 January, 1 and 2 April";
    // Eight days, three after the first suspension, nine after the second.
    say("2024-01-02 assign_task task=U title_vi=x lead=B deadline=2024-12-31\n"
        "2024-01-15 suspend_task task=U reason=x\n2024-01-29 resume_task task=U\n"
        "2024-02-01 suspend_task task=U reason=x\n2024-03-01 resume_task task=U");
    EXPECT_THAT(on("2024-03-13", "agency=B"), IsEmpty());
    EXPECT_THAT(on("2024-03-14", "agency=B"), ElementsAre("1 | silent | U | B | 2024-03-13 | 1"));
}

TEST_F(Warnings, AnotherDayThatWasAskedForWaitsForADecision) {
    say("2024-01-02 assign_task task=T title_vi=x lead=A assigner=OFFICE deadline=2024-05-20\n"
        "2024-04-22 report_progress task=T percent=10\n"
        "2024-04-22 request_extension task=T agency=A proposed_deadline=2024-07-30 reason=x");
    const auto agenda = [&](const char* day) {
        return told(*record_, day, "agenda", "matter code next days proposed proposed_day");
    };
    EXPECT_THAT(on("2024-04-25", "", "warning next due"),
                ElementsAre("extension_pending | OFFICE | 2024-05-20"));
    EXPECT_THAT(agenda("2024-04-25"), ElementsAre("extension_pending | T | OFFICE | -15 | "
                                                  "decide_extension | 2024-07-30"));
    say("2024-04-26 refuse_extension task=T decided_by=OFFICE reason=x");
    EXPECT_THAT(agenda("2024-04-26"), IsEmpty());
    // So does the day that an explanation proposes, until it has passed or another was decided.
    say("2024-05-21 explain_delay task=T agency=A cause=subjective.late_start text=x remedy=x "
        "proposed_deadline=2024-06-14");
    EXPECT_THAT(agenda("2024-05-22"), ElementsAre("extension_pending | T | OFFICE | 1 | "
                                                  "decide_extension | 2024-06-14"));
    EXPECT_THAT(agenda("2024-06-17"), ElementsAre("overdue | T | A | 20 | urge | -"));
    say("2024-05-23 revise_deadline task=T deadline=2024-06-14 decided_by=OFFICE");
    EXPECT_THAT(agenda("2024-05-23"), IsEmpty());
}

TEST_F(Warnings, SilenceCountsFromTheLastReport) {
    say("2024-03-01 assign_task task=T title_vi=x lead=A deadline=2024-12-31\n"
        "2024-03-06 report_progress task=T percent=10 text=x");
    EXPECT_THAT(on("2024-04-03"), IsEmpty());
    EXPECT_THAT(on("2024-04-04"), ElementsAre("1 | silent | T | A | 2024-04-03 | 1"));
}

TEST_F(Warnings, AForecastNamesTheTaskWithWhichTheDelayBegins) {
    say(R"(
2024-03-01 assign_task task=T1 title_vi=x lead=A duration=10 deadline=2024-12-31
2024-03-01 assign_task task=T2 title_vi=x lead=B duration=10 deadline=2024-03-25
2024-03-01 link_tasks link=L task=T2 after=T1
)");
    EXPECT_THAT(on("2024-03-15", "", "warning code next because due"),
                ElementsAre("forecast_late | T2 | A | T1 | 2024-03-25"))
        << "B cannot help it: A must move";
    // Two times ten working days from Friday the 15th on end on Thursday the 11th of April: how
    // late, beside how long the deadline still lies ahead.
    EXPECT_THAT(on("2024-03-15", "", "warning days forecast forecast_delay"),
                ElementsAre("forecast_late | -6 | 2024-04-11 | 13"));
    EXPECT_THAT(tests::told(*record_, "2024-03-15", "agenda", "matter due forecast forecast_delay"),
                ElementsAre("forecast_late | 2024-03-25 | 2024-04-11 | 13"));
    EXPECT_THAT(on("2024-03-15", "agency=B", "code"), IsEmpty());
}

TEST_F(Warnings, WaitingForOthersNamesTheOthers) {
    say(R"(
2024-03-01 assign_task task=T title_vi=x lead=A coordinating=B deadline=2024-12-31
2024-03-04 consult consultation=K task=T agency=A addressed_to=B answer_due=2024-03-08
2024-03-04 block_task task=T condition=line owed_by=OFFICE answer_due=2024-03-08
)");
    EXPECT_THAT(on("2024-03-11"), ElementsAre("1 | opinion_overdue | T | B | 2024-03-08 | 1",
                                              "1 | condition_unmet | T | OFFICE | 2024-03-08 | 1"));
    say("2024-03-11 unblock_task task=T\n"
        "2024-03-11 answer_consultation consultation=K agency=B opinion=agree");
    EXPECT_THAT(on("2024-03-11"), IsEmpty());
}

// As in a review, a whole is neither counted nor warned of but by its parts; what was asked about
// it itself stays.
TEST_F(Warnings, AWholeIsJudgedByItsParts) {
    say(R"(
2024-01-02 assign_task task=T title_vi=x lead=OFFICE assigner=OFFICE deadline=2024-02-15
2024-01-02 fan_out_task task=T agency=A,B
2024-02-12 submit_task task=T/A
2024-02-12 accept_task task=T/A
2024-02-13 submit_task task=T/B
)");
    EXPECT_THAT(on("2024-02-14", "", "warning code"), IsEmpty())
        << "nothing of the whole is due soon";
    EXPECT_THAT(on("2024-04-05", "", "warning code"), ElementsAre("acceptance_pending | T/B"));
    EXPECT_THAT(told(*record_, "2024-04-05", "agenda", "matter code"),
                ElementsAre("acceptance_pending | T/B"));
    say("2024-02-14 return_task task=T/B reason=x");
    EXPECT_THAT(on("2024-04-05", "", "warning code next"),
                ElementsAre("overdue | T/B | B", "silent | T/B | B"));
    say("2024-02-14 request_extension task=T agency=OFFICE proposed_deadline=2024-06-28 "
        "reason=x\n"
        "2024-04-05 cancel_task task=T/B reason=x");
    EXPECT_THAT(on("2024-04-05", "", "warning code"), IsEmpty()) << "its last part is done";
    EXPECT_THAT(on("2024-04-04", "", "warning code"), Contains("extension_pending | T"));
    say("2024-01-02 assign_task task=U title_vi=x lead=A assigner=OFFICE deadline=2024-02-15\n"
        "2024-01-02 assign_task task=U1 title_vi=x lead=A parent_task=U deadline=2024-12-31\n"
        "2024-03-29 report_progress task=U1 percent=1");
    EXPECT_THAT(on("2024-04-05", "", "warning code"), IsEmpty());
    say("2024-04-04 cancel_task task=U1 reason=x");
    EXPECT_THAT(on("2024-04-05", "", "warning code"), Contains("overdue | U"))
        << "without parts it stands for itself";
}

// Of several warnings about one thing an agency that does not lead it is told its own; the card of
// all names each who must move by what it says.
TEST_F(Warnings, TheAgendaOfAnAgencyHoldsWhatItMustMove) {
    for (const bool swapped : {false, true}) {
        record_ = ledger::in_memory(), SetUp();
        std::string asked[2] = {
            "2024-03-01 consult consultation=V1 task=P agency=OFFICE "
            "addressed_to=A answer_due=2024-03-08",
            "2024-03-01 consult consultation=V2 task=P agency=OFFICE "
            "addressed_to=B answer_due=2024-03-08"};
        if (swapped) std::swap(asked[0], asked[1]);
        say("2024-03-01 assign_task task=P title_vi=x lead=OFFICE assigner=OFFICE "
            "deadline=2024-05-15\n" +
            asked[0] + "\n" + asked[1]);
        const auto cards = [&](const std::string& of) {
            return told(*record_, "2024-04-05", "agenda" + of, "matter code next");
        };
        EXPECT_THAT(cards(""), ElementsAre("opinion_overdue | P | A B")) << swapped;
        say("2024-03-01 block_task task=P condition=k owed_by=B answer_due=2024-03-14");
        EXPECT_THAT(cards(""), ElementsAre("condition_unmet | P | B"));
        EXPECT_THAT(cards(" agency=A"), ElementsAre("opinion_overdue | P | A"));
        EXPECT_THAT(cards(" agency=OFFICE"), ElementsAre("condition_unmet | P | B"));
    }
}

TEST_F(Warnings, WhatSeveralLeadsWaitForIsOneWarning) {
    say("2024-01-02 assign_task task=T title_vi=x lead=A,OFFICE coordinating=B "
        "deadline=2024-06-28\n"
        "2024-01-05 state_obligation task=T agency=B obligation=x deadline=2024-01-31");
    EXPECT_THAT(on("2024-02-02", "silent_after=100", "warning next days"),
                ElementsAre("part_overdue | B | 2"));
}

TEST_F(Warnings, WhatNobodyLeadsOrDatesIsSaid) {
    say("2024-03-01 assign_task task=T title_vi=x assigner=OFFICE");
    EXPECT_THAT(on("2024-03-05", "", "warning code next due"),
                ElementsAre("without_deadline | T | OFFICE | -", "without_lead | T | OFFICE | -"));
}

TEST_F(Warnings, ARecommendationWaitsForWhoeverIsToAnswerIt) {
    say("2024-03-01 raise_recommendation recommendation=R text_vi=x raised_by=A addressed_to=B "
        "answer_due=2024-03-15");
    EXPECT_THAT(on("2024-03-15"), IsEmpty());
    EXPECT_THAT(on("2024-03-18"),
                ElementsAre("1 | recommendation_overdue | R | B | 2024-03-15 | 1"));
}

TEST_F(Warnings, RiseByTheRuleOfTheLedgerAndAreToldToWhomItNames) {
    say("2023-01-01 add_agency agency=X name_vi=x\n"
        "2024-03-01 assign_task task=T title_vi=x lead=A assigner=OFFICE deadline=2024-03-20");
    const auto levels = [&](const char* day) {
        return on(day, "silent_after=100", "level code next tell rule");
    };
    EXPECT_THAT(levels("2024-04-03"), ElementsAre("1 | T | A | - | -")) << "ten working days";
    EXPECT_THAT(levels("2024-04-04"), ElementsAre("2 | T | A | OFFICE | -"));
    EXPECT_THAT(levels("2024-05-20"), ElementsAre("3 | T | A | OFFICE | -"))
        << "no rule names anybody for the third";
    say("2024-03-01 set_escalation_rule decision='5-QĐ/TU' second_level_after=2 "
        "third_level_after=4 agency=X");
    EXPECT_THAT(levels("2024-03-22"), ElementsAre("1 | T | A | - | 5-QĐ/TU"));
    EXPECT_THAT(levels("2024-03-25"), ElementsAre("2 | T | A | OFFICE | 5-QĐ/TU"));
    EXPECT_THAT(levels("2024-03-27"), ElementsAre("3 | T | A | OFFICE X | 5-QĐ/TU"));
    say("2024-04-01 set_escalation_rule decision='6-QĐ/TU' second_level_after=50 "
        "third_level_after=60");
    EXPECT_THAT(levels("2024-03-27"), ElementsAre("3 | T | A | OFFICE X | 5-QĐ/TU"))
        << "what counted then";
    EXPECT_THAT(levels("2024-04-04"), ElementsAre("1 | T | A | - | 6-QĐ/TU"));
    EXPECT_THROW(say("2024-04-01 set_escalation_rule decision=x second_level_after=5 "
                     "third_level_after=5"),
                 error);
}

TEST_F(Warnings, AClauseWithoutATaskWaitsForWhoIssuedTheDocument) {
    say("2024-01-01 add_document document=P number=1-CTr/TU document_kind=action_programme "
        "issuer=B dated=2024-01-01\n"
        "2024-01-01 add_clause clause=K document=P clause_number=1");
    EXPECT_THAT(on("2024-03-05", "", "warning code next"),
                ElementsAre("clause_without_task | K | B"));
    say("2024-01-02 assign_task task=T title_vi=x clause=K assigner=OFFICE deadline=2024-12-31");
    EXPECT_THAT(on("2024-01-03", "", "warning code next"), ElementsAre("without_lead | T | OFFICE"))
        << "the clause has a task, and that is told once";
}

TEST_F(Warnings, AConditionWithoutADayIsToldAfterAWhile) {
    say("2024-03-01 assign_task task=T title_vi=x lead=A assigner=OFFICE deadline=2024-12-31\n"
        "2024-03-04 block_task task=T condition=line owed_by=B\n"
        "2024-03-29 report_progress task=T percent=10");
    EXPECT_THAT(on("2024-04-01"), IsEmpty());
    EXPECT_THAT(on("2024-04-02"), ElementsAre("1 | condition_unmet | T | B | 2024-04-01 | 1"));
    EXPECT_THAT(on("2024-03-11", "silent_after=4", "warning code next"),
                Contains("condition_unmet | T | B"));
}

TEST_F(Warnings, BeforeATermEndsWhatItLeavesOpenIsTold) {
    say(R"(
2023-01-01 add_term term=XIX body=OFFICE name_vi=x from_day=2020-10-01 until=2024-10-31
2024-03-01 assign_task task=IN title_vi=x lead=A assigner=OFFICE deadline=2024-10-30
2024-03-01 assign_task task=AFTER title_vi=x lead=A assigner=OFFICE deadline=2025-03-31
2024-03-01 assign_task task=NO_DAY title_vi=x lead=B assigner=OFFICE
2024-03-01 assign_task task=OTHERS title_vi=x lead=A assigner=B deadline=2025-03-31
)");
    const auto ends = [&](const char* day, const std::string& more) {
        std::vector<std::string> all = on(day, "silent_after=250" + more);
        std::erase_if(all, [](const std::string& line) {
            return line.find("term_ends") == std::string::npos;
        });
        return all;
    };
    EXPECT_THAT(ends("2024-07-01", ""), IsEmpty());
    EXPECT_THAT(ends("2024-10-24", ""),
                ElementsAre("1 | term_ends | AFTER | A | 2024-10-31 | -5",
                            "1 | term_ends | NO_DAY | B | 2024-10-31 | -5"));
    EXPECT_THAT(ends("2024-10-24", " term_within=4"), IsEmpty());
    EXPECT_THAT(ends("2024-11-01", ""), IsEmpty()) << "what is left then, open_at_term_end lists";
    say(R"(
2024-03-01 add_document document=D number=1 document_kind=plan issuer=OFFICE
2024-03-01 assign_task task=GIVEN title_vi=x lead=A assigner=B document=D
2024-03-01 schedule_document_review document_review=V document=D review_kind=final deadline=2024-11-30 lead=A
2024-03-01 schedule_document_review document_review=W document=D review_kind=interim deadline=2024-10-30 lead=A
2024-03-01 raise_recommendation recommendation=R text_vi=x raised_by=A addressed_to=OFFICE answer_due=2024-11-15
2024-03-01 raise_recommendation recommendation=S text_vi=x raised_by=OFFICE addressed_to=A
2024-10-20 submit_task task=AFTER
)");
    EXPECT_THAT(ends("2024-10-24", ""),
                testing::UnorderedElementsAre("1 | term_ends | AFTER | OFFICE | 2024-10-31 | -5",
                                              "1 | term_ends | NO_DAY | B | 2024-10-31 | -5",
                                              "1 | term_ends | GIVEN | A | 2024-10-31 | -5",
                                              "1 | term_ends | R | OFFICE | 2024-10-31 | -5",
                                              "1 | term_ends | V | A | 2024-10-31 | -5"));
    // By one rule with what is listed as left open: rests, opinions, decisions handed over.
    say(R"(
2024-03-01 assign_task task=RESTS title_vi=x lead=A assigner=OFFICE
2024-04-01 suspend_task task=RESTS reason=x
2024-03-01 consult consultation=O task=OTHERS agency=A addressed_to=OFFICE answer_due=2024-11-20
2024-03-02 hand_over agency=OFFICE into=B task=NO_DAY
2024-03-02 hand_over agency=B into=OFFICE task=OTHERS
2024-03-01 raise_recommendation recommendation=PAST text_vi=x raised_by=A addressed_to=OFFICE answer_due=2024-10-01
2024-03-01 assign_task task=STANDS title_vi=x lead=A assigner=OFFICE standing_from=2024-03-01
)");
    std::vector<std::string> warned;
    for (const std::string& one : ends("2024-10-24", "")) warned.push_back(one.substr(16, 6));
    EXPECT_THAT(warned, testing::UnorderedElementsAre("AFTER ", "GIVEN ", "OTHERS", "RESTS ",
                                                      "R | OF", "V | A ", "O | OF"));
    EXPECT_THAT(told(*record_, "2024-10-24", "open_at_term_end term=XIX", "code due state"),
                testing::UnorderedElementsAre(
                    "AFTER | 2025-03-31 | open_in_time", "GIVEN | - | open_without_deadline",
                    "IN | 2024-10-30 | open_in_time", "OTHERS | 2025-03-31 | open_in_time",
                    "RESTS | - | suspended", "STANDS | - | standing", "R | 2024-11-15 | open",
                    "PAST | 2024-10-01 | overdue", "V | 2024-11-30 | open", "W | 2024-10-30 | open",
                    "O | 2024-11-20 | open"));
}

TEST_F(Warnings, WhereNobodyIsKnownToDecideWhoHasTheThingMustAskElseTheOffice) {
    say("2024-03-01 assign_task task=LED title_vi=x lead=A\n"
        "2024-03-01 assign_task task=FREE title_vi=x\n"
        "2024-03-01 add_document document=D number=1-QĐ document_kind=decision issuer=B\n"
        "2024-03-01 schedule_document_review document_review=V document=D review_kind=interim "
        "deadline=2024-03-08\n"
        "2024-03-01 add_programme programme=P agency=A period=2024-Q1\n"
        "2024-03-01 add_item item=I programme=P title_vi=x planned_for=2024-03 "
        "papers_due=2024-03-07");
    const auto told = [&] { return on("2024-03-06", "", "warning code next"); };
    EXPECT_THAT(told(), testing::UnorderedElementsAre(
                            "review_of_document_due | V | B", "papers_due | I | A",
                            "without_deadline | LED | A", "without_deadline | FREE | -",
                            "without_lead | FREE | -"));
    say("2024-03-05 set_policy policy=host office=OFFICE");
    EXPECT_THAT(told(), testing::IsSupersetOf(
                            {"without_deadline | LED | A", "without_lead | FREE | OFFICE"}));
}

TEST_F(Warnings, AnIndicatorBelowNamesWhatItIsJudgedBy) {
    say("2024-01-01 add_indicator indicator=I name_vi=x unit=u threshold=90\n"
        "2024-01-01 set_target indicator=I agency=A period=2024 target_low=400\n"
        "2024-03-31 observe_indicator indicator=I agency=A period=2024-Q1 value=10");
    const auto judged = [&] { return on("2024-04-02", "", "warning code next judged_by"); };
    EXPECT_THAT(judged(), ElementsAre("indicator_below | I | A | pro_rata"));
    say("2024-01-01 set_target indicator=I agency=B period=2024-Q1 target_low=50\n"
        "2024-03-31 observe_indicator indicator=I agency=B period=2024-Q1 value=10");
    EXPECT_THAT(judged(), ElementsAre("indicator_below | I | A B | pro_rata target"));
}

TEST_F(Warnings, OfHiddenTasksNothingIsSaid) {
    say(R"(
2024-01-01 add_access_class access_class=S name_vi=x rank=1
2024-01-01 set_highest_class access_class=S
2024-01-01 grant_access access_class=S agency=A
2024-03-01 assign_task task=T1 title_vi=x lead=A duration=10 deadline=2024-12-31 access_class=S
2024-03-01 assign_task task=T2 title_vi=x lead=B duration=10 deadline=2024-03-25
2024-03-01 link_tasks link=L task=T2 after=T1
)");
    EXPECT_THAT(on("2024-03-15", "", "warning code next because", "B"),
                ElementsAre("forecast_late | T2 | B | T2"))
        << "the date is right; what makes it is not told";
    EXPECT_THAT(on("2025-03-14", "", "code", "B"), Not(Contains(StartsWith("T1"))));
}

TEST_F(Warnings, OfAnAgencyThatEndedNameWhoGoesOnForItElseWhoDecides) {
    say(R"(
2024-01-05 assign_task task=T title_vi=x lead=A assigner=OFFICE deadline=2024-02-15
2024-01-05 raise_recommendation recommendation=R text_vi=r raised_by=B addressed_to=A answer_due=2024-03-01
2024-01-05 add_agency agency=C name_vi=x
2024-01-05 assign_task task=OLD title_vi=x lead=B assigner=C deadline=2024-02-15
)");
    const auto next = [&](const char* day) {
        return on(day, "silent_after=100", "warning code next tell");
    };
    say("2024-03-01 dissolve_agency agency=C reason=x");
    const std::string old = "overdue | OLD | B | ";
    EXPECT_THAT(next("2024-04-25"), ElementsAre(old + "-", "overdue | T | A | OFFICE",
                                                "recommendation_overdue | R | A | -"));
    const auto ended = [&](const char* how) {
        const auto here = ledger::in_memory();
        here->record(by_clerk(parse_day("2024-12-31")), commands_of(R"(
2023-01-01 add_agency agency=OFFICE name_vi=x
2023-01-01 add_agency agency=A name_vi=x
2023-01-01 add_agency agency=B name_vi=x
2024-01-05 assign_task task=T title_vi=x lead=A assigner=OFFICE deadline=2024-02-15
2024-01-05 assign_task task=Z title_vi=x deadline=2024-02-15 lead=B assigner=A
2024-02-16 request_extension task=Z agency=B proposed_deadline=2024-06-01 reason=x
2024-01-05 raise_recommendation recommendation=R text_vi=r raised_by=B addressed_to=A answer_due=2024-03-01
)" + std::string{how}));
        std::vector<std::string> all;
        for (const std::string& line :
             told(*here, "2024-04-25", "warnings silent_after=100", "warning code next"))
            if (!line.starts_with("extension_pending"))
                all.push_back(line.substr(line.find('|') + 2));
        for (const std::string& line : told(*here, "2024-04-25", "agenda", "code next"))
            all.push_back("agenda " + line);
        return all;
    };
    EXPECT_THAT(
        ended("2024-03-01 merge_agency agency=A into=B"),
        ElementsAre("T | B", "Z | B", "R | B", "agenda T | B", "agenda Z | B", "agenda R | B"));
    EXPECT_THAT(ended("2024-03-01 dissolve_agency agency=A reason=x"),
                ElementsAre("T | OFFICE", "Z | B", "R | B", "agenda T | OFFICE", "agenda Z | B",
                            "agenda R | B"))
        << "who raised it must ask again";
    EXPECT_THAT(ended("2024-03-01 split_agency agency=A into=B,OFFICE duty=x,y"),
                ElementsAre("T | OFFICE", "Z | B", "R | B", "agenda T | OFFICE", "agenda Z | B",
                            "agenda R | B"));
}

TEST_F(Warnings, OfATaskThatNobodyLeadsTheAssignerMustMove) {
    say("2024-03-01 assign_task task=T title_vi=x assigner=B deadline=2024-03-20");
    EXPECT_THAT(on("2024-03-21", "", "warning next"),
                ElementsAre("overdue | B", "without_lead | B"));
}

// Where nobody states how long work takes, it ends on its deadline, and schedule, slips and
// warnings say the same.
TEST_F(Warnings, WorkWithoutAStatedDurationIsForecastForItsDeadline) {
    say(R"(
2024-01-02 assign_task task=T title_vi=x lead=A deadline=2024-06-28
2024-01-02 assign_task task=NEXT title_vi=x lead=B deadline=2024-07-10
2024-01-02 link_tasks link=L task=NEXT after=T
2024-01-02 assign_task task=SOON title_vi=x lead=B deadline=2024-06-20
2024-01-02 link_tasks link=L2 task=SOON after=T
)");
    const auto forecast = [&](const char* day) {
        return told(*record_, day, "slips", "task finish slip");
    };
    const auto late = [&](const char* day) {
        std::vector<std::string> all;
        for (std::string& line :
             told(*record_, day, "warnings silent_after=250", "warning code next because"))
            if (line.find("forecast_late") == 0) all.push_back(std::move(line));
        return all;
    };
    for (const char* day : {"2024-01-02", "2024-01-10", "2024-02-28", "2024-06-20"}) {
        EXPECT_THAT(forecast(day), ElementsAre("NEXT | 2024-07-10 | 0", "SOON | 2024-07-01 | 7",
                                               "T | 2024-06-28 | 0"))
            << day;
        EXPECT_THAT(late(day), ElementsAre("forecast_late | SOON | A | T")) << day;
    }
    EXPECT_THAT(told(*record_, "2024-02-28", "schedule", "task finish duration_from"),
                Contains("T | 2024-06-28 | span"));
    EXPECT_THAT(forecast("2024-07-02"), Contains("T | 2024-07-02 | 2")) << "it has passed";
    EXPECT_THAT(forecast("2024-07-02"), Contains("NEXT | 2024-07-10 | 0"));
    say("2024-02-01 report_progress task=T text=begun");
    EXPECT_THAT(forecast("2024-02-28"), Contains("T | 2024-06-28 | 0")) << "how much is not told";
    say("2024-02-02 report_progress task=T percent=10 text=x");
    EXPECT_THAT(forecast("2024-02-28"), Contains("T | 2024-06-28 | 0")) << "of how much?";
    say("2024-02-02 report_progress task=T remaining=100 text=x");
    EXPECT_THAT(forecast("2024-02-28"), Not(Contains("T | 2024-06-28 | 0"))) << "days are told";
}

}  // namespace
}  // namespace mandate
