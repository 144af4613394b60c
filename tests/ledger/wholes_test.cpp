// A task with parts is counted by its parts, whoever asks (lib/README.md, decision 129).

#include "record_test.hpp"

#include <string>
#include <vector>

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

class Wholes : public tests::record_test {
protected:
    void SetUp() override {
        record_test::SetUp();
        say(R"(
2024-01-02 hold_meeting meeting=M name_vi=x body=OFFICE
2024-01-02 conclude conclusion=K meeting=M conclusion_kind=task text_vi=x
2024-01-02 assign_task task=W title_vi=x lead=A coordinating=B assigner=OFFICE deadline=2024-02-15 meeting=M conclusion=K
2024-01-02 assign_task task=W1 title_vi=x lead=B assigner=OFFICE parent_task=W deadline=2024-06-28
2024-01-02 assign_task task=W2 title_vi=x lead=B assigner=OFFICE parent_task=W deadline=2024-06-28
)");
    }
    std::vector<std::string> on(const char* day, const std::string& question,
                                const char* columns) const {
        return tests::told(*record_, day, question, columns);
    }
};

TEST_F(Wholes, WhatBecameOfAConclusionIsWhatBecameOfTheParts) {
    const auto became = [&](const char* day) {
        return on(day, "conclusions", "conclusion tasks done open overdue");
    };
    EXPECT_THAT(became("2024-04-25"), ElementsAre("K | W | 0 | 2 | 0"));
    say("2024-02-01 submit_task task=W1\n2024-02-02 accept_task task=W1\n"
        "2024-02-01 submit_task task=W\n2024-02-02 accept_task task=W");
    EXPECT_THAT(became("2024-04-25"), ElementsAre("K | W | 1 | 1 | 0"));
    EXPECT_THAT(became("2024-07-01"), ElementsAre("K | W | 1 | 1 | 1"));
}

TEST_F(Wholes, FiguresOfAgenciesCountTheParts) {
    EXPECT_THAT(on("2024-04-25", "agency_figures",
                   "kind agency open_overdue open_in_time total "
                   "coordinated"),
                ElementsAre("agency | B | 0 | 2 | 2 | 1", "no_lead | - | 0 | 0 | 0 | 0",
                            "not_shown | - | 0 | 0 | 0 | 0", "total | - | 0 | 2 | 2 | 0"));
}

TEST_F(Wholes, APartOfAnAgencyIsJudgedByWhenTheWholeIsDone) {
    say("2024-01-10 state_obligation task=W agency=B obligation=x deadline=2024-03-15");
    const auto parts = [&](const char* day) {
        return on(day, "obligations agency=B task=W", "agency class");
    };
    EXPECT_THAT(parts("2024-03-01"), ElementsAre("B | open_in_time"));
    EXPECT_THAT(on("2024-03-01", "obligations agency=A", "task class"),
                ElementsAre("W | open_overdue"));
    say("2024-02-01 submit_task task=W1\n2024-02-02 accept_task task=W1\n"
        "2024-02-01 submit_task task=W2\n2024-02-02 accept_task task=W2");
    EXPECT_THAT(on("2024-03-01", "obligations agency=A", "task class"),
                ElementsAre("W | done_in_time"));
}

TEST_F(Wholes, AnAgencyLeavesNoneOpenOfWhichAllPartsAreDone) {
    say("2024-02-01 submit_task task=W1\n2024-02-02 accept_task task=W1");
    say("2024-03-01 merge_agency agency=A into=B\n2024-03-02 submit_task task=W2");
    const auto left = [&](const char* day) {
        return on(day, "left_open agency=A", "kind code open");
    };
    EXPECT_THAT(left("2024-03-04"), ElementsAre("task | W | 1"));
    say("2024-03-05 accept_task task=W2");
    EXPECT_THAT(left("2024-03-06"), ElementsAre("task | W | 0"));
}

TEST_F(Wholes, WhoReportsOnTheWholeReports) {
    say("2024-01-05 assign_task task=W3 title_vi=x lead=A parent_task=W deadline=2024-06-28");
    const auto silent = [&] {
        std::vector<std::string> all;
        for (const named& one :
             record_->review({parse_day("2024-04-25"), {}, {}}, parse_period("2024-Q1"))
                 .not_reported)
            all.push_back(one.code);
        return all;
    };
    EXPECT_THAT(silent(), ElementsAre("A", "B"));
    say("2024-03-20 report_progress task=W agency=A percent=40");
    EXPECT_THAT(silent(), ElementsAre("B"));
}

// Of a whole that may not be shown its parts tell no words, no agency and no conclusion.
TEST_F(Wholes, WhatIsHiddenOfAWholeIsNotToldWithItsParts) {
    say(R"(
2023-01-02 add_access_class access_class=S name_vi=x rank=1
2023-01-02 set_highest_class access_class=S
2023-01-02 grant_access access_class=S agency=A
2024-01-02 conclude conclusion=HK meeting=M conclusion_kind=task text_vi=x
2024-01-02 assign_task task=H title_vi=x lead=A deadline=2024-02-15 access_class=S meeting=M conclusion=HK
2024-01-02 assign_task task=P title_vi=x lead=B parent_task=H deadline=2024-02-15
2024-01-02 plan_task task=H period=2024-Q1
2024-02-20 block_task task=H condition=hushword owed_by=OFFICE
)");
    const auto asked = [&](const char* question, const char* columns, const char* viewer) {
        return tests::told(*record_, "2024-03-01", question, columns, viewer);
    };
    EXPECT_THAT(asked("attribution task=P", "task agency held_as days because", ""),
                ElementsAre("P | OFFICE | condition | 9 | hushword", "P | B | lead | 2 | -"));
    EXPECT_THAT(asked("attribution task=P", "task agency held_as days because", "B"),
                ElementsAre("P | - | condition | 9 | (not shown)", "P | B | lead | 2 | -"));
    EXPECT_THAT(asked("conclusions", "conclusion open not_shown", ""),
                testing::Contains("HK | 1 | 0"));
    EXPECT_THAT(asked("conclusions", "conclusion open not_shown", "B"),
                testing::Contains("HK | 0 | 1"));
    EXPECT_THAT(asked("planned_work period=2024-Q1", "task planned", ""),
                testing::Contains("P | 1"));
    EXPECT_THAT(asked("planned_work period=2024-Q1", "task planned", "B"),
                testing::Contains("P | 0"));
}

// A link of a whole binds its parts; that it does is told of none where the whole is hidden.
TEST_F(Wholes, ALinkOfAHiddenWholeIsToldOfNoneOfItsParts) {
    say(R"(
2023-01-02 add_access_class access_class=S name_vi=x rank=1
2023-01-02 set_highest_class access_class=S
2023-01-02 grant_access access_class=S agency=A
2024-01-02 assign_task task=P title_vi=x lead=B assigner=OFFICE deadline=2024-02-15
2024-01-02 assign_task task=H title_vi=x lead=A deadline=2024-03-01 access_class=S
2024-01-02 assign_task task=H1 title_vi=x lead=A parent_task=H deadline=2024-03-01 duration=10
2024-01-02 assign_task task=U title_vi=x lead=A deadline=2024-03-15 duration=5
2024-01-02 link_tasks link=L task=H after=P
2024-01-02 link_tasks link=LU task=U after=H1
)");
    const auto asked = [&](const char* question, const char* columns, const char* viewer,
                           const char* day = "2024-03-25") {
        return tests::told(*record_, day, question, columns, viewer);
    };
    const auto of_h1 = [&](const char* viewer) {
        return asked("attribution task=H1", "task driver share held_as", viewer);
    };
    EXPECT_THAT(of_h1(""), ElementsAre("P | - | 27 | lead", "H1 | P | 0 | lead"));
    EXPECT_THAT(of_h1("B"), ElementsAre("- | - | 27 | not_shown", "H1 | - | 0 | lead"));
    const auto moved = [&](const char* viewer) {
        return asked("slip_impact task=P", "task driver", viewer);
    };
    EXPECT_THAT(moved(""), ElementsAre("H1 | P", "H | H1", "U | H1"));
    EXPECT_THAT(moved("B"), testing::IsEmpty());
    const auto waiting = [&](const char* viewer) {
        return asked("agenda agency=B", "code waiting_tasks waiting_agencies waiting_not_shown",
                     viewer);
    };
    EXPECT_THAT(waiting(""), ElementsAre("P | 2 | A | 0"));
    EXPECT_THAT(waiting("B"), ElementsAre("P | 0 | - | 2"));
    const auto late = [&](const char* viewer) {
        return asked("warnings", "warning code because next", viewer, "2024-02-28");
    };
    EXPECT_THAT(late(""),
                testing::IsSupersetOf({"forecast_late | H1 | P | B", "forecast_late | U | P | B"}));
    EXPECT_THAT(late("B"), testing::IsSupersetOf(
                               {"forecast_late | H1 | H1 | A", "forecast_late | U | H1 | A"}));
    say("2024-01-02 assign_task task=O title_vi=x lead=B deadline=2024-01-15\n"
        "2024-01-02 link_tasks link=LO task=P after=O");
    EXPECT_THAT(asked("attribution task=H1", "task driver", ""),
                ElementsAre("O | -", "P | O", "H1 | P"));
    EXPECT_THAT(asked("attribution task=H1", "task driver", "B"), ElementsAre("- | -", "H1 | -"));
}

// The days on which the result of a task waited are told; that it was this one is not.
TEST_F(Wholes, TheAcceptanceBehindAHiddenLinkIsOfNoTaskThatIsNamed) {
    say(R"(
2023-01-02 add_access_class access_class=S name_vi=x rank=1
2023-01-02 set_highest_class access_class=S
2023-01-02 grant_access access_class=S agency=A
2024-01-02 assign_task task=P title_vi=x lead=B assigner=OFFICE deadline=2024-02-15 duration=5
2024-01-02 assign_task task=H title_vi=x lead=A deadline=2024-03-01 access_class=S
2024-01-02 assign_task task=H1 title_vi=x lead=A parent_task=H deadline=2024-03-01 duration=10
2024-01-02 link_tasks link=L task=H after=P
2024-02-15 submit_task task=P
)");
    const auto because = [&](const char* viewer) {
        return tests::told(*record_, "2024-03-25", "attribution task=H1",
                           "task driver held_as agency because", viewer);
    };
    EXPECT_THAT(because(""), testing::Contains("H1 | P | acceptance | OFFICE | P"));
    EXPECT_THAT(because("B"), testing::Contains("H1 | - | acceptance | OFFICE | (not shown)"));
}

// Of a task that never ends nobody waits for the end, so what it is a part of is judged as it is.
TEST_F(Wholes, AWholeOfStandingPartsIsJudgedAsItIs) {
    say(R"(
2024-01-02 assign_task task=V title_vi=x lead=A assigner=OFFICE deadline=2024-02-15
2024-01-02 assign_task task=VS title_vi=x lead=B assigner=OFFICE parent_task=V standing_from=2024-01-02
)");
    const auto listed = [&] {
        return on("2024-03-01", "review_tasks period=2024-Q1 list=overdue agency=A", "task");
    };
    EXPECT_THAT(listed(), ElementsAre("V"));
    EXPECT_THAT(on("2024-03-01", "attribution_sums grouped_by=task", "key days"),
                ElementsAre("V | 11"));
    say("2024-01-02 assign_task task=V1 title_vi=x lead=B assigner=OFFICE parent_task=V "
        "deadline=2024-02-15");
    EXPECT_THAT(listed(), testing::IsEmpty()) << "its part tells it";
}

// By whom and why a part is counted as waived, stands with it; not for whom the whole is hidden.
TEST_F(Wholes, APartIsDescribedWithTheWaiverOfItsWhole) {
    say(R"(
2024-01-02 add_access_class access_class=MAT name_vi=x rank=2
2024-01-02 set_highest_class access_class=MAT
2024-01-02 assign_task task=WV title_vi=x lead=X assigner=OFFICE deadline=2024-02-10 access_class=MAT
2024-01-02 assign_task task=WV-LATE title_vi=x lead=X assigner=OFFICE deadline=2024-02-10 parent_task=WV
2024-01-02 assign_task task=WV-OPEN title_vi=x lead=X assigner=OFFICE deadline=2024-06-10 parent_task=WV
2024-03-04 waive_delay task=WV reason=flood decided_by=OFFICE
)");
    const auto reason = [&](const char* task, const char* viewer) {
        const review r =
            record_->review({parse_day("2024-04-01"), {}, viewer}, parse_period("2024-Q1"));
        for (const review_task& one : r.tasks)
            if (one.code == task) return one.waiver ? one.waiver->reason : std::string{"none"};
        return std::string{"no such task"};
    };
    EXPECT_EQ(reason("WV-LATE", ""), "flood");
    EXPECT_EQ(reason("WV-OPEN", ""), "none") << "it is not counted as waived";
    EXPECT_EQ(reason("WV-LATE", "A"), "none");
}

// What was owed to a whole, or waived of it, before a task was there is nothing of that task.
TEST_F(Wholes, WhatIsOwedToAWholeHoldsForAPartFromItsFirstDay) {
    const auto held = [&] {
        return on("2024-04-01", "attribution task=P", "held_as agency from days");
    };
    say(R"(
2024-02-20 block_task task=W condition=k owed_by=OFFICE
2024-03-01 assign_task task=P title_vi=x lead=B assigner=OFFICE parent_task=W deadline=2024-02-15
)");
    EXPECT_THAT(held(),
                ElementsAre("condition | OFFICE | 2024-03-01 | 22", "lead | B | 2024-02-16 | 10"));
    const auto waived = [&] {
        return record_->review({parse_day("2024-04-01"), {}, {}}, parse_period("2024-Q1")).waived;
    };
    say("2024-02-28 waive_delay task=W reason=x decided_by=OFFICE");
    EXPECT_EQ(waived(), 0) << "the review says the same";
    EXPECT_THAT(held(),
                ElementsAre("condition | OFFICE | 2024-03-01 | 22", "lead | B | 2024-02-16 | 10"));
    say("2024-03-04 waive_delay task=W reason=x decided_by=OFFICE");
    EXPECT_THAT(held(), ElementsAre("objective | - | 2024-02-16 | 32"));
    EXPECT_EQ(waived(), 1);
}

// Its parts tell whether it is late, so one with parts due after it is pointed at.
TEST_F(Wholes, PartsDueAfterTheirWholeAreAFinding) {
    const auto found = [&](const char* agency) {
        std::vector<std::string> all;
        const std::vector<std::string> only(*agency == 0 ? 0 : 1, agency);
        for (const finding& f :
             record_->review({parse_day("2024-04-25"), {}, {}}, parse_period("2024-Q1"), only)
                 .findings)
            if (f.key == "task.parts_due_after_it") all.push_back(f.text);
        return all;
    };
    const std::string both = "task W is due on 2024-02-15, before 2 of its parts: W1, W2";
    EXPECT_THAT(found(""), ElementsAre(both));
    EXPECT_THAT(found("A"), ElementsAre(both));
    EXPECT_THAT(found("OFFICE"), testing::IsEmpty()) << "it leads no whole";
    say("2024-04-02 revise_deadline task=W deadline=2024-06-28 decided_by=OFFICE");
    EXPECT_THAT(found(""), testing::IsEmpty());
}

// What waits for a whole waits for each of its parts, and of a whole that waits each part does.
TEST_F(Wholes, WhatWaitsThroughThemIsCountedByParts) {
    say(R"(
2024-01-02 assign_task task=R title_vi=x lead=A assigner=OFFICE deadline=2024-02-15
2024-01-02 assign_task task=V title_vi=x lead=A assigner=OFFICE deadline=2024-12-30
2024-01-02 assign_task task=V1 title_vi=x lead=A assigner=OFFICE deadline=2024-12-30 parent_task=V
2024-01-02 assign_task task=V2 title_vi=x lead=OFFICE assigner=OFFICE deadline=2024-12-30 parent_task=V
2024-01-02 link_tasks link=L1 task=W1 after=R
2024-01-02 link_tasks link=L2 task=V after=W
)");
    const auto waits = [&] {
        return on("2024-04-25", "review_tasks period=2024-Q1", "task waiting_tasks");
    };
    EXPECT_THAT(waits(), UnorderedElementsAre("R | 3", "V1 | 0", "V2 | 0", "W1 | 2", "W2 | 2"))
        << "W1, and through W both parts of V";
    EXPECT_THAT(on("2024-04-25", "agenda", "code waiting_tasks waiting_agencies"),
                ElementsAre("R | 3 | A B OFFICE"));
    say("2024-04-02 submit_task task=V\n2024-04-03 accept_task task=V");
    EXPECT_THAT(waits(), UnorderedElementsAre("R | 3", "V1 | 0", "V2 | 0", "W1 | 2", "W2 | 2"))
        << "whatever is said of the whole itself";
    say("2024-04-02 submit_task task=W2\n2024-04-03 accept_task task=W2\n"
        "2024-04-02 submit_task task=V1\n2024-04-03 accept_task task=V1");
    EXPECT_THAT(waits(), UnorderedElementsAre("R | 2", "V1 | 0", "V2 | 0", "W1 | 1", "W2 | 0"));
}

// What a task carries out is done when the task is: with the last of its parts.
TEST_F(Wholes, WhatAWholeCarriesOutIsDoneWithItsParts) {
    say(R"(
2023-01-18 add_document document=D number=1 document_kind=plan issuer=OFFICE title_vi=x
2024-01-03 schedule_document_review document_review=DR document=D review_kind=interim deadline=2024-03-20 lead=A task=W
2024-01-03 add_programme programme=P agency=OFFICE period=2024-Q1
2024-01-03 add_item programme=P item=I title_vi=x planned_for=2024-Q1 lead=A task=W
2023-01-18 add_term term=XIX body=OFFICE name_vi=x from_day=2023-01-18 until=2024-05-30
)");
    const auto states = [&] {
        std::vector<std::string> all = on("2024-04-25", "document_reviews", "state done_on");
        all.push_back(on("2024-04-25", "programme_items", "state").front());
        const review r =
            record_->review({parse_day("2024-04-25"), {}, {}}, parse_period("2024-Q1"));
        all.push_back(std::string{r.document_reviews.at(0).state});
        all.push_back(std::string{r.programme_items.at(0).state});
        return all;
    };
    const auto left_open = [&] {
        return on("2024-05-30", "open_at_term_end term=XIX", "kind code state");
    };
    const auto warned_of = [&] { return on("2024-04-25", "warnings", "warning code"); };
    say("2024-03-14 submit_task task=W\n2024-03-15 accept_task task=W");
    EXPECT_THAT(states(), ElementsAre("overdue | -", "overdue", "overdue", "overdue"))
        << "whatever was said of the whole itself";
    EXPECT_THAT(warned_of(), testing::Contains("review_of_document_due | DR"));
    EXPECT_THAT(left_open(),
                ElementsAre("task | W | open_overdue", "task | W1 | open_in_time",
                            "task | W2 | open_in_time", "document_review | DR | overdue"));
    say("2024-03-18 submit_task task=W1\n2024-03-19 accept_task task=W1\n"
        "2024-03-18 submit_task task=W2\n2024-03-19 accept_task task=W2\n"
        "2024-03-25 merge_agency agency=A into=B");
    EXPECT_THAT(states(), ElementsAre("done | 2024-03-18", "done", "done", "done"));
    EXPECT_THAT(warned_of(), testing::Not(testing::Contains("review_of_document_due | DR")));
    EXPECT_THAT(left_open(), testing::IsEmpty());
    EXPECT_THAT(on("2024-04-25", "left_open agency=A", "kind code"), testing::IsEmpty())
        << "both were done before it ended";
}

TEST_F(Wholes, WhatIsListedAsOpenGoesByTheParts) {
    say(R"(
2024-01-03 add_indicator indicator=I name_vi=x unit=u threshold=90 owner=A
2024-01-03 set_target indicator=I agency=A period=2024-Q1 target_low=100
2024-04-02 observe_indicator indicator=I agency=A period=2024-Q1 value=1
2024-01-03 charge_field agency=A field_of_work=f
2024-01-02 assign_task task=V title_vi=x lead=A deadline=2024-03-10 indicator=I field_of_work=f acceptance=not_asked
2024-01-02 assign_task task=V1 title_vi=x lead=A parent_task=V deadline=2024-03-10 field_of_work=f acceptance=not_asked
2024-01-04 plan_task task=V period=2024-Q2
2023-01-18 add_document document=D number=1 document_kind=plan issuer=OFFICE title_vi=x
2024-01-02 assign_task task=U title_vi=x lead=X deadline=2024-03-10 document=D acceptance=not_asked
2024-01-02 assign_task task=U1 title_vi=x lead=X parent_task=U deadline=2024-03-10 acceptance=not_asked
2024-01-02 assign_task task=US title_vi=x lead=X parent_task=U standing_from=2024-01-02
)");
    const auto open_of = [&](const char* agency) {
        return on("2024-04-25", "agencies text=x",
                  "agency open_tasks overdue_tasks")[*agency == 'A' ? 0 : 1];
    };
    const auto task_of_proposal = [&] {
        return on("2024-04-25", "proposals period=2024-Q1", "task");
    };
    const auto orphans = [&] { return on("2024-04-25", "orphan_tasks agency=A", "task class"); };
    const auto of_field = [&] { return on("2024-04-25", "responsibilities", "agency open_tasks"); };
    const auto planned = [&] {
        return on("2024-04-25", "planned_work period=2024-Q2 agency=A", "task class");
    };
    const auto progress = [&] {
        return on("2024-04-25", "below_document document=D", "code class done total");
    };
    say("2024-03-12 complete_task task=V\n2024-03-12 complete_task task=U");
    EXPECT_EQ(open_of("A"), "A | 1 | 1") << "V1: a whole is counted by its parts";
    EXPECT_EQ(open_of("B"), "B | 2 | 0");
    EXPECT_THAT(task_of_proposal(), ElementsAre("V"));
    EXPECT_THAT(orphans(), ElementsAre("V | open_overdue", "V1 | open_overdue"));
    EXPECT_THAT(of_field(), ElementsAre("A | 1"));
    EXPECT_THAT(planned(),
                UnorderedElementsAre("V | open_overdue", "V1 | open_overdue", "W | open_overdue"));
    EXPECT_THAT(progress(), ElementsAre("D | - | 0 | 1", "U | open_overdue | 0 | 1",
                                        "U1 | open_overdue | 0 | 1", "US | standing | 0 | 0"));
    say("2024-03-15 complete_task task=V1\n2024-03-15 complete_task task=U1");
    EXPECT_EQ(open_of("A"), "A | 0 | 0");
    EXPECT_THAT(task_of_proposal(), ElementsAre("-"));
    EXPECT_THAT(orphans(), ElementsAre("V | done_late", "V1 | done_late"));
    EXPECT_THAT(of_field(), ElementsAre("A | 0"));
    EXPECT_THAT(planned(), ElementsAre("W | open_overdue")) << "V was done before that quarter";
    EXPECT_THAT(progress(), ElementsAre("D | - | 1 | 1", "U | done_late | 1 | 1",
                                        "U1 | done_late | 1 | 1", "US | standing | 0 | 0"));
}

TEST_F(Wholes, AnAgencyLeavesOpenWhatIsOpenByItsParts) {
    say(R"(
2024-01-02 assign_task task=V title_vi=x lead=A deadline=2024-03-10 acceptance=not_asked
2024-01-02 assign_task task=V1 title_vi=x lead=B parent_task=V deadline=2024-03-10 acceptance=not_asked
2024-02-01 complete_task task=V
2024-02-01 submit_task task=W
2024-04-01 merge_agency agency=A into=B
)");
    const auto left = [&] { return on("2024-04-25", "left_open agency=A", "kind code open"); };
    EXPECT_THAT(left(), ElementsAre("task | V | 1", "task | W | 1"));
    say("2024-03-15 complete_task task=V1");
    EXPECT_THAT(left(), ElementsAre("task | W | 1")) << "V was done before it ended";
}

// A condition ends with its task (decision 150), so nobody leaves it open after that.
TEST_F(Wholes, AConditionIsLeftOpenNoLongerThanItsTaskIs) {
    say(R"(
2024-01-02 assign_task task=D title_vi=x lead=B deadline=2024-06-28 acceptance=not_asked
2024-01-02 assign_task task=C title_vi=x lead=B deadline=2024-06-28
2024-01-02 assign_task task=E title_vi=x lead=B deadline=2024-06-28 acceptance=not_asked
2024-01-10 block_task task=D condition=k owed_by=X
2024-01-10 block_task task=C condition=k owed_by=X
2024-01-10 block_task task=E condition=k owed_by=X
2024-01-10 block_task task=W condition=k owed_by=X
2023-01-18 add_term term=XIX body=X name_vi=x from_day=2023-01-18 until=2024-02-29
2024-02-20 complete_task task=E
2024-03-01 merge_agency agency=X into=B
)");
    const auto left = [&](const char* day) {
        return on(day, "left_open agency=X", "kind code open");
    };
    const auto at_term_end = [&](const char* day) {
        return on(day, "open_at_term_end term=XIX", "kind code state now");
    };
    EXPECT_THAT(left("2024-03-04"),
                ElementsAre("condition | C | 1", "condition | D | 1", "condition | W | 1"))
        << "E was done before it ended";
    EXPECT_THAT(at_term_end("2024-03-04"),
                ElementsAre("condition | W | open | open", "condition | D | open | open",
                            "condition | C | open | open"));
    say("2024-03-05 complete_task task=D\n2024-03-05 cancel_task task=C reason=x\n"
        "2024-03-05 submit_task task=W1\n2024-03-05 accept_task task=W1\n"
        "2024-03-05 submit_task task=W2\n2024-03-05 accept_task task=W2");
    EXPECT_THAT(left("2024-03-06"),
                ElementsAre("condition | C | 0", "condition | D | 0", "condition | W | 0"));
    EXPECT_THAT(at_term_end("2024-03-06"),
                ElementsAre("condition | W | open | done", "condition | D | open | done",
                            "condition | C | open | done"));
}

// A day on which a part is held up by a condition of its whole is as one by its own.
TEST_F(Wholes, AConditionOfAWholeHoldsAsOneOfThePartItself) {
    say(R"(
2024-01-02 assign_task task=V title_vi=x lead=A deadline=2024-06-03 acceptance=not_asked
2024-02-12 assign_task task=V1 title_vi=x lead=B parent_task=V deadline=2024-02-28 acceptance=not_asked
2024-02-15 block_task task=V condition=k owed_by=X
2024-02-12 assign_task task=L title_vi=x lead=B deadline=2024-02-28 acceptance=not_asked
2024-02-15 block_task task=L condition=k owed_by=X
2024-05-27 complete_task task=L
2024-05-27 complete_task task=V1
)");
    const auto held = [&](const std::string& task) {
        return on("2024-05-30", "attribution task=" + task, "held_as agency from until");
    };
    EXPECT_THAT(held("L"), ElementsAre("condition | X | 2024-02-29 | 2024-05-27"));
    EXPECT_EQ(held("V1"), held("L")) << "the last of its parts ends it no earlier";
    say(R"(
2024-01-02 assign_task task=C title_vi=x lead=A deadline=2024-06-03
2024-02-12 assign_task task=C1 title_vi=x lead=B parent_task=C deadline=2024-02-28 acceptance=not_asked
2024-02-15 block_task task=C condition=k owed_by=X
2024-03-11 cancel_task task=C reason=x
2024-05-27 complete_task task=C1
)");
    EXPECT_THAT(held("C1"), ElementsAre("condition | X | 2024-02-29 | 2024-03-08",
                                        "lead | B | 2024-03-11 | 2024-05-27"))
        << "when the whole is cancelled nothing is owed to it any more";
}

// Of a standing whole, too, it is the parts that a condition holds up.
TEST_F(Wholes, AConditionOfAStandingWholeEndsWithItsParts) {
    say(R"(
2024-01-04 assign_task task=V title_vi=x lead=A assigner=OFFICE standing_from=2024-01-04
2024-01-15 block_task task=V condition=k owed_by=X
2024-01-17 submit_task task=V
2024-01-17 accept_task task=V
2024-02-12 assign_task task=V1 title_vi=x lead=B parent_task=V deadline=2024-02-28 acceptance=not_asked
)");
    const auto until = [&](const char* day) { return on(day, "conditions task=V", "until"); };
    const auto warned_of = [&] { return on("2024-03-29", "warnings", "warning code next"); };
    const auto unmet = testing::Contains("condition_unmet | V | X");
    EXPECT_THAT(until("2024-03-29"), ElementsAre("-"));
    EXPECT_THAT(warned_of(), unmet);
    EXPECT_THAT(on("2024-03-29", "attribution task=V1", "held_as agency"),
                ElementsAre("condition | X"));
    say("2024-03-18 complete_task task=V1");
    EXPECT_THAT(until("2024-03-29"), ElementsAre("2024-03-18"));
    EXPECT_THAT(warned_of(), testing::Not(unmet));
}

}  // namespace
}  // namespace mandate
