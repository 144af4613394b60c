// Slow work by the limits of the ledger, ratings, figures by group, the agenda, the two editions.

#include "mandate/report/report.hpp"
#include "record_test.hpp"

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class SlowWork : public tests::record_test {
protected:
    void SetUp() override {
        record_test::SetUp();
        say("2023-01-01 set_work_calendar weekday=monday,tuesday,wednesday,thursday,friday "
            "holiday_rules=none");
    }
    void assign(const std::string& task, const std::string& lead, const std::string& more) {
        say("2024-03-04 assign_task task=" + task + " title_vi=t lead=" + lead + " assigner=X " +
            more);
    }
    std::vector<std::string> slow(const char* day) const {
        return tests::told(*record_, day, "slow_tasks", "task why");
    }
};

TEST_F(SlowWork, IsByTheLimitsOfTheLedger) {
    assign("LATE", "A", "deadline=2024-03-08");
    assign("OPEN", "A", "deadline=2024-12-31");
    EXPECT_THAT(slow("2024-03-08"), IsEmpty());
    EXPECT_THAT(slow("2024-03-11"), ElementsAre("LATE | late"));
    say("2024-03-01 set_slow_limits days_late=3");
    EXPECT_THAT(slow("2024-03-13"), IsEmpty());
    EXPECT_THAT(slow("2024-03-14"), ElementsAre("LATE | late"));
    // Twenty working days without a word, unless the ledger says otherwise.
    EXPECT_THAT(slow("2024-04-01"), ElementsAre("LATE | late"));
    EXPECT_THAT(slow("2024-04-02"), ElementsAre("LATE | late silent", "OPEN | silent"));
    say("2024-03-01 set_slow_limits silent_after=30");  // the other limit stays
    EXPECT_THAT(slow("2024-04-02"), ElementsAre("LATE | late"));
    EXPECT_EQ(refused("2024-03-01 set_slow_limits"), "days_late");
}

TEST_F(SlowWork, NobodyIsSilentWhileTheTaskIsSuspended) {
    assign("T", "A", "deadline=2024-12-31");
    say("2024-03-11 suspend_task task=T reason=x\n"  // ten working days
        "2024-03-25 resume_task task=T\n"
        "2024-03-27 suspend_task task=T reason=x\n"  // and one
        "2024-03-28 resume_task task=T");
    const auto silence = [&](const char* day) {
        return tests::told(*record_, day, "warnings", "warning code due");
    };
    EXPECT_THAT(slow("2024-04-16"), IsEmpty());
    EXPECT_THAT(silence("2024-04-16"), testing::Not(testing::Contains("silent | T | 2024-04-16")));
    EXPECT_THAT(tests::told(*record_, "2024-04-17", "slow_tasks", "task why days_silent"),
                ElementsAre("T | silent | 21"));
    EXPECT_THAT(silence("2024-04-17"), testing::Contains("silent | T | 2024-04-16"));
}

TEST_F(SlowWork, CountsExtensionsRemindersAndPendingAcceptance) {
    assign("T", "A", "deadline=2024-03-08");
    say("2024-03-07 revise_deadline task=T deadline=2024-03-12 decided_by=X\n"
        "2024-03-14 revise_deadline task=T deadline=2024-03-20 decided_by=X\n"  // it had passed
        "2024-03-19 revise_deadline task=T deadline=2024-03-28 decided_by=OFFICE\n"
        "2024-03-20 revise_deadline task=T deadline=2024-03-27 decided_by=X\n"  // brought forward
        "2024-03-11 remind_task task=T agency=OFFICE number=1\n"
        "2024-03-12 remind_task task=T agency=OFFICE number=2");
    EXPECT_THAT(tests::told(*record_, "2024-03-20", "slow_tasks",
                            "task why times_extended extended_after_due extended_by "
                            "reminders_unanswered original_deadline deadline"),
                ElementsAre("T | extended reminders_unanswered | 3 | 1 | X X OFFICE | 2 | "
                            "2024-03-08 | 2024-03-27"));
    say("2024-03-21 submit_task task=T agency=A");
    EXPECT_THAT(tests::told(*record_, "2024-03-29", "slow_tasks", "why days_pending"),
                ElementsAre("extended acceptance_pending | 6"));
}

TEST_F(SlowWork, OfAnAgencyShowsWhatItIsCountedOf) {
    for (const char* task : {"T1", "T2", "T3", "T4", "T5"})
        assign(task, "A", "deadline=2024-03-08 acceptance=not_asked");
    assign("T6", "B", "deadline=2024-03-08");
    say("2024-03-11 revise_deadline task=T1 deadline=2024-03-29 decided_by=X\n"
        "2024-03-07 complete_task task=T2 agency=A");
    EXPECT_THAT(
        tests::told(*record_, "2024-03-15", "slow_work",
                    "agency open_tasks slow_tasks late for_reference_only overdue_now "
                    "overdue_by_original extensions extended_after_due"),
        ElementsAre("A | 4 | 3 | 3 | 1 | 3 | 4 | 1 | 1", "B | 1 | 1 | 1 | 1 | 1 | 1 | 0 | 0"));
}

TEST_F(SlowWork, WhatAnExtensionMadeInTimeIsStillLateByTheOriginalDeadline) {
    assign("T1", "A", "deadline=2024-03-08 acceptance=not_asked");
    assign("T2", "A", "deadline=2024-03-08 acceptance=not_asked");
    assign("T3", "A", "deadline=2024-03-08");
    say("2024-03-07 revise_deadline task=T1 deadline=2024-03-20 decided_by=X\n"
        "2024-03-15 complete_task task=T1 agency=A\n"
        "2024-03-11 complete_task task=T2 agency=A\n"
        "2024-03-08 submit_task task=T3 agency=A");
    EXPECT_THAT(tests::told(*record_, "2024-03-21", "tasks", "task class class_by_original"),
                ElementsAre("T1 | done_in_time | done_late", "T2 | done_late | done_late",
                            "T3 | open_in_time | open_in_time"));
    EXPECT_THAT(tests::told(*record_, "2024-03-21", "slow_work",
                            "agency overdue_now overdue_by_original done_late "
                            "done_late_by_original extensions"),
                ElementsAre("A | 0 | 0 | 1 | 2 | 1", "X | 0 | 0 | 0 | 0 | 0"));
}

TEST_F(SlowWork, RatingsAreThoseThatTheRegulationStillAllows) {
    for (int i = 0; i < 10; ++i) {
        const std::string n = std::to_string(i);
        assign("A" + n, "A", "deadline=2024-03-20 acceptance=not_asked");
        assign("B" + n, "B", "deadline=2024-03-20 acceptance=not_asked");
        say("2024-03-20 complete_task task=A" + n + " agency=A");
        if (i < 8) say("2024-03-20 complete_task task=B" + n + " agency=B");
    }
    assign("X1", "X", "deadline=2024-03-20");
    assign("O1", "OFFICE", "deadline=2024-06-20");
    const auto ratings = [&] {
        return tests::told(*record_, "2024-04-25", "ratings period=2024-Q1",
                           "agency due in_time behind best_rating for_reference_only regulation");
    };
    EXPECT_THAT(ratings(), ElementsAre("A | 10 | 10 | 0 | good | 0 | 366-QĐ/TW",
                                       "B | 10 | 8 | 2 | completed | 0 | 366-QĐ/TW",
                                       "OFFICE | 0 | 0 | 0 | - | 1 | 366-QĐ/TW",
                                       "X | 1 | 0 | 1 | not_completed | 1 | 366-QĐ/TW"));
    say("2024-02-01 set_rating_rule decision='1-QĐ/TU' good_in_time=80 completed_behind=10");
    EXPECT_THAT(ratings(), ElementsAre("A | 10 | 10 | 0 | good | 0 | 1-QĐ/TU",
                                       "B | 10 | 8 | 2 | good | 0 | 1-QĐ/TU",
                                       "OFFICE | 0 | 0 | 0 | - | 1 | 1-QĐ/TU",
                                       "X | 1 | 0 | 1 | not_completed | 1 | 1-QĐ/TU"));
    say("2024-04-02 set_rating_rule decision='2-QĐ/TU' good_in_time=90 completed_behind=10");
    EXPECT_THAT(ratings(), testing::Contains("B | 10 | 8 | 2 | not_completed | 0 | 2-QĐ/TU"))
        << "by the rule of the day asked for, also of a period before it";
    EXPECT_THAT(tests::told(*record_, "2024-04-01", "ratings period=2024-Q1", "agency regulation"),
                testing::Each(testing::HasSubstr("1-QĐ/TU")));
}

TEST_F(SlowWork, FiguresStandBesideThoseOfThePeriodBeforeAndAYearAgo) {
    say("2023-02-01 assign_task task=OLD title_vi=t lead=A assigner=X deadline=2023-03-01 "
        "acceptance=not_asked\n2023-03-01 complete_task task=OLD agency=A\n"
        "2023-11-01 assign_task task=LAST title_vi=t lead=A assigner=X deadline=2023-12-01 "
        "acceptance=not_asked\n2023-12-05 complete_task task=LAST agency=A");
    assign("JOINT", "A,B",
           "deadline=2024-03-20 acceptance=not_asked priority=urgent "
           "field_of_work=F coordinating=X");
    say("2024-03-04 state_obligation task=JOINT agency=X assignment_role=coordinating "
        "obligation=x deadline=2024-03-10\n2024-03-15 answer_obligation task=JOINT agency=X\n"
        "2024-03-20 complete_task task=JOINT agency=A");
    assign("NOBODY", "B", "deadline=2024-03-21");
    const auto figures = [&](const std::string& by) {
        return tests::told(*record_, "2024-04-25", "review_figures period=2024-Q1 grouped_by=" + by,
                           "key total done_in_time done_late open_overdue due on_time before_due "
                           "before_in_time year_ago_due year_ago_in_time");
    };
    EXPECT_THAT(figures("agency"), ElementsAre("- | 2 | 1 | 0 | 1 | 2 | 5000 | 1 | 0 | 1 | 1",
                                               "A | 1 | 1 | 0 | 0 | 1 | 10000 | 1 | 0 | 1 | 1",
                                               "B | 2 | 1 | 0 | 1 | 2 | 5000 | 0 | 0 | 0 | 0",
                                               "(sum) | 3 | 2 | 0 | 1 | 3 | 6667 | 1 | 0 | 1 | 1"))
        << "JOINT has two leads";
    EXPECT_THAT(figures("coordinating"), ElementsAre("- | 1 | 0 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0",
                                                     "X | 1 | 0 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0",
                                                     "(sum) | 1 | 0 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | "
                                                     "0"));
    EXPECT_THAT(figures("field_of_work"),
                ElementsAre("- | 2 | 1 | 0 | 1 | 2 | 5000 | 1 | 0 | 1 | 1",
                            "(none) | 1 | 0 | 0 | 1 | 1 | 0 | 1 | 0 | 1 | 1",
                            "F | 1 | 1 | 0 | 0 | 1 | 10000 | 0 | 0 | 0 | 0",
                            "(sum) | 2 | 1 | 0 | 1 | 2 | 5000 | 1 | 0 | 1 | 1"));
    EXPECT_THAT(figures("priority"),
                ElementsAre("- | 2 | 1 | 0 | 1 | 2 | 5000 | 1 | 0 | 1 | 1",
                            "normal | 1 | 0 | 0 | 1 | 1 | 0 | 1 | 0 | 1 | 1",
                            "urgent | 1 | 1 | 0 | 0 | 1 | 10000 | 0 | 0 | 0 | 0",
                            "(sum) | 2 | 1 | 0 | 1 | 2 | 5000 | 1 | 0 | 1 | 1"));
    // Sums have no rank among the agencies.
    const auto ranked = [&](const std::string& question, std::string_view columns) {
        return tests::told(*record_, "2024-04-25", question, columns);
    };
    const std::string by_total = "review_figures period=2024-Q1 order_by=total";
    EXPECT_THAT(ranked(by_total, "key total"), ElementsAre("A | 1", "B | 2", "- | 2", "(sum) | 3"));
    EXPECT_THAT(ranked(by_total + " descending=yes", "key total"),
                ElementsAre("B | 2", "A | 1", "- | 2", "(sum) | 3"));
    EXPECT_THAT(ranked(by_total + " descending=yes limit=1", "key"), ElementsAre("B"));
    EXPECT_THAT(ranked("agency_figures order_by=total descending=yes", "kind"),
                ElementsAre("agency", "agency", "agency", "no_lead", "not_shown", "total"));
    EXPECT_THROW(figures("task"), error);
    EXPECT_THROW(tests::ask(*record_, "2023-12-31", "review_figures period=2024-Q1"), error);
    EXPECT_THROW(tests::ask(*record_, "2024-12-31", "review_figures period=2024-Q1 agency=NONE"),
                 error);
}

TEST_F(SlowWork, AnOverdueReviewOfADocumentAndPapersThatDidNotComeAreOnTheAgenda) {
    say("2024-01-03 add_document document=D number=1 document_kind=plan issuer=A title_vi=x\n"
        "2024-01-03 schedule_document_review document_review=V document=D review_kind=interim "
        "deadline=2024-03-20 lead=B\n"
        "2024-01-03 add_programme programme=P agency=A period=2024\n"
        "2024-01-03 add_item item=I programme=P title_vi=x planned_for=2024-03 "
        "papers_due=2024-03-21 lead=X");
    const auto agenda = [&](const char* day) {
        return tests::told(*record_, day, "agenda", "matter code next days proposed");
    };
    EXPECT_THAT(agenda("2024-03-20"), testing::IsEmpty()) << "what lies ahead is not on it";
    EXPECT_THAT(agenda("2024-03-25"), ElementsAre("review_of_document_due | V | B | 3 | urge",
                                                  "papers_due | I | X | 2 | urge"));
}

// The work was handed in by its day: who has to move is who decides on it, and that is one matter.
TEST_F(SlowWork, WhatATaskCarriesOutIsNotOverdueWhileItsAcceptanceIsAwaited) {
    say("2024-01-03 assign_task task=T title_vi=x lead=A assigner=X deadline=2024-03-08\n"
        "2024-01-03 add_document document=D number=1 document_kind=plan issuer=A title_vi=x\n"
        "2024-01-03 schedule_document_review document_review=V document=D review_kind=interim "
        "deadline=2024-03-08 lead=B task=T\n"
        "2024-01-03 add_programme programme=P agency=A period=2024\n"
        "2024-01-03 add_item item=I programme=P title_vi=x planned_for=2024-02 task=T");
    const auto on = [&](const char* day, const std::string& question, const char* columns) {
        return tests::told(*record_, day, question, columns);
    };
    const auto states = [&](const char* day) {
        auto all = on(day, "document_reviews", "document_review state");
        all.push_back(on(day, "programme_items", "item state").at(0));
        return all;
    };
    EXPECT_THAT(states("2024-03-11"), ElementsAre("V | overdue", "I | overdue"));
    say("2024-02-28 submit_task task=T");
    EXPECT_THAT(states("2024-03-11"), ElementsAre("V | open", "I | planned"));
    const auto reviews_warned_of = [&](const char* day) {
        auto all = on(day, "warnings", "warning code next");
        std::erase_if(all, [](const std::string& w) { return !w.starts_with("review_of"); });
        return all;
    };
    EXPECT_THAT(reviews_warned_of("2024-03-11"), testing::IsEmpty()) << "its task waits";
    EXPECT_THAT(on("2024-03-11", "agenda", "matter"), ElementsAre("acceptance_pending"));
    for (const char* span : {"2024-Q1", "2024-Q2"})
        EXPECT_THAT(on("2024-04-11", std::string{"programme_items period="} + span, "item state"),
                    ElementsAre("I | planned"))
            << "it is among what is open, though not overdue, " << span;
    EXPECT_THAT(on("2024-03-29", "programme_items period=2024-01", "item"), testing::IsEmpty());
    EXPECT_THAT(on("2024-03-29", "agenda", "matter code next"),
                ElementsAre("acceptance_pending | T | X"));
    say("2024-03-28 return_task task=T reason=x");
    EXPECT_THAT(states("2024-03-29"), ElementsAre("V | overdue", "I | overdue"));
    EXPECT_THAT(reviews_warned_of("2024-03-29"), ElementsAre("review_of_document_due | V | B"));
    say("2024-03-28 submit_task task=T");
    EXPECT_THAT(states("2024-03-29"), ElementsAre("V | overdue", "I | overdue")) << "after its day";
}

// Only as long as somebody will answer.
TEST_F(SlowWork, WhatWasHandedInAndThenCancelledOrSuspendedIsOverdueAgain) {
    say("2024-01-03 add_document document=D number=1 document_kind=plan issuer=A title_vi=x\n"
        "2024-01-03 add_programme programme=P agency=A period=2024");
    for (const std::string stopped : {"cancel", "suspend"}) {
        const std::string of = "=" + stopped;
        say("2024-01-03 assign_task title_vi=x lead=A assigner=X deadline=2024-03-08 task" + of +
            "\n2024-01-03 schedule_document_review document=D review_kind=interim "
            "deadline=2024-03-08 lead=B document_review" +
            of + " task" + of +
            "\n2024-01-03 add_item programme=P title_vi=x planned_for=2024-02 item" + of + " task" +
            of + "\n2024-02-28 submit_task task" + of);
        const auto states = [&](const char* day) {
            auto all = tests::told(*record_, day, "document_reviews", "document_review state");
            for (const std::string& one :
                 tests::told(*record_, day, "programme_items", "item state"))
                all.push_back(one);
            return all;
        };
        EXPECT_THAT(states("2024-03-11"),
                    testing::IsSupersetOf({stopped + " | open", stopped + " | planned"}));
        const review waits =
            record_->review({parse_day("2024-03-11"), {}, {}}, parse_period("2024-02"));
        EXPECT_EQ(waits.programme_items.back().handed_in_on, parse_day("2024-02-28"));
        EXPECT_THAT(review_text(waits, language::en),
                    testing::HasSubstr("handed in on 28 February 2024, awaiting a decision"));
        say("2024-03-12 " + stopped + "_task reason=x task" + of);
        EXPECT_THAT(states("2024-03-13"), testing::IsSupersetOf({stopped + " | overdue"}));
        EXPECT_THAT(states("2024-03-13"), testing::Not(testing::Contains(stopped + " | planned")));
        EXPECT_THAT(tests::told(*record_, "2024-03-13", "agenda", "matter code next"),
                    testing::Contains("review_of_document_due | " + stopped + " | B"));
    }
}

// Nobody accepts a draft: who is to issue the document must move, and the days are the lead's.
TEST_F(SlowWork, OnceADraftWasHandedInWhoIsToIssueItMustMove) {
    assign("T", "A", "deadline=2024-03-08 duration=5");
    say("2024-03-04 expect_document task=T expected=d title_vi=x issuer=B\n"
        "2024-01-05 set_slow_limits answer_within=1 silent_after=5\n"
        "2023-01-01 add_term term=K body=X name_vi=x from_day=2023-01-01 until=2024-03-28");
    EXPECT_THAT(tests::told(*record_, "2024-03-25", "agenda", "matter code next"),
                ElementsAre("overdue | T | A"));
    assign("V", "A", "deadline=2024-06-28");
    say("2024-03-04 expect_document task=V expected=d title_vi=x issuer=B\n"
        "2024-03-06 submit_task task=T\n2024-03-06 submit_task task=V");
    EXPECT_EQ(objection("2024-03-07 accept_task task=T"), "documents_decide");
    EXPECT_EQ(objection("2024-03-07 return_task task=T reason=x"), "");
    EXPECT_EQ(objection("2024-03-07 submit_task task=T"), "answered_first");
    EXPECT_THAT(tests::told(*record_, "2024-03-25", "warnings", "warning next"),
                testing::AllOf(testing::Contains("overdue | B"), testing::Contains("silent | B"),
                               testing::Contains("term_ends | B"),
                               testing::Not(testing::Contains(testing::StartsWith("acceptance")))));
    EXPECT_THAT(tests::told(*record_, "2024-03-25", "attribution task=T", "agency held_as"),
                testing::Not(testing::Contains(testing::HasSubstr("acceptance"))));
}

// Where nobody is named, who decides on the task decided on its deadline.
TEST_F(SlowWork, WhoGrantedAnExtensionIsWhoAssignedTheTaskWhereNobodyElseIsNamed) {
    assign("T", "A", "deadline=2024-03-08");
    say("2024-03-05 revise_deadline task=T deadline=2024-03-29\n"
        "2024-03-06 revise_deadline task=T deadline=2024-04-29 decided_by=B");
    EXPECT_THAT(tests::told(*record_, "2024-03-25", "extensions task=T", "what decided_by"),
                ElementsAre("granted | X", "granted | B"));
}

TEST_F(SlowWork, TheAgendaTakesFirstThatOnWhichMostHangs) {
    assign("LATE", "A", "deadline=2024-03-08");
    assign("LATER", "B", "deadline=2024-03-20");
    assign("W1", "X", "deadline=2024-12-01");
    assign("W2", "OFFICE", "deadline=2024-12-02");
    say("2024-03-04 link_tasks link=L1 task=W1 after=LATER\n"
        "2024-03-04 link_tasks link=L2 task=W2 after=W1\n"
        "2024-03-21 request_extension task=LATER agency=B proposed_deadline=2024-05-31 reason=x");
    assign("FREE", "A", "");
    EXPECT_THAT(
        tests::told(*record_, "2024-03-25", "agenda",
                    "place matter code next days waiting_tasks waiting_agencies proposed "
                    "proposed_day"),
        ElementsAre("1 | extension_pending | LATER | X | 2 | 2 | OFFICE X | decide_extension | "
                    "2024-05-31",
                    "2 | overdue | LATE | A | 11 | 0 | - | urge | -",
                    "3 | without_deadline | FREE | X | - | 0 | - | set_deadline | -"));
    EXPECT_THAT(tests::told(*record_, "2024-03-25", "agenda agency=X", "place code"),
                ElementsAre("1 | LATER", "2 | FREE"));
    say("2023-01-02 add_access_class access_class=S name_vi=x rank=1\n"
        "2023-01-02 set_highest_class access_class=S\n"
        "2023-01-02 grant_access access_class=S agency=B");
    assign("HIDDEN", "B", "access_class=S deadline=2024-12-01");
    assign("W3", "B", "deadline=2024-12-01");
    say("2024-03-04 link_tasks link=L3 task=HIDDEN after=LATER\n"
        "2024-03-04 link_tasks link=L4 task=W3 after=HIDDEN");
    const auto waiting = [&](const char* viewer) {
        return tests::told(*record_, "2024-03-25", "agenda limit=1",
                           "code waiting_tasks waiting_not_shown", viewer);
    };
    EXPECT_THAT(waiting("B"), ElementsAre("LATER | 4 | 0"));
    EXPECT_THAT(waiting("A"), ElementsAre("LATER | 2 | 2"))
        << "a hidden one is told apart, and what waits through it";
    const auto listed = [&](const char* viewer) {
        return tests::told(*record_, "2024-03-31",
                           "review_tasks period=2024-Q1 list=overdue agency=B",
                           "task waiting_tasks waiting_not_shown", viewer);
    };
    EXPECT_THAT(listed("B"), ElementsAre("LATER | 4 | 0"));
    EXPECT_THAT(listed("A"), ElementsAre("LATER | 2 | 2"));
    for (int i = 0; i < 9; ++i) assign("MORE" + std::to_string(i), "A", "deadline=2024-03-11");
    EXPECT_EQ(tests::told(*record_, "2024-03-25", "agenda", "code").size(), 7u);
    EXPECT_THAT(tests::told(*record_, "2024-03-25", "agenda agency=OFFICE", "place code"),
                ElementsAre("1 | LATER"))
        << "its own seven, not what is left of those of all";
    for (int i = 0; i < 3; ++i) assign("OWN" + std::to_string(i), "OFFICE", "deadline=2024-03-22");
    const review own =
        record_->review({parse_day("2024-03-31"), {}, {}}, parse_period("2024-Q1"), {"OFFICE"});
    EXPECT_THAT(tests::lines_of(*own.answers.find("agenda"), "place code"),
                ElementsAre("1 | LATER", "2 | OWN0", "3 | OWN1", "4 | OWN2"));
}

TEST_F(SlowWork, TheAgendaGoesByTheFirstDayThatAThingMissedAndTellsTheMattersOwn) {
    say("2024-01-02 assign_task task=NOBODY title_vi=x assigner=X deadline=2024-01-31\n"
        "2024-01-02 assign_task task=SOON title_vi=x lead=A assigner=X deadline=2024-04-23\n"
        "2024-01-02 assign_task task=ASKS title_vi=x lead=A assigner=X deadline=2024-01-31\n"
        "2024-01-02 consult consultation=Q task=ASKS agency=A addressed_to=B "
        "answer_due=2024-04-24");
    EXPECT_THAT(tests::told(*record_, "2024-04-25", "agenda", "matter code next days due proposed"),
                ElementsAre("overdue | ASKS | A | 61 | 2024-01-31 | urge",
                            "without_lead | NOBODY | X | - | - | name_lead",
                            "overdue | SOON | A | 2 | 2024-04-23 | urge"));
    // An opinion was due in January, the deadline passed in April: what is to be decided is later.
    say("2024-01-02 assign_task task=WAITS title_vi=x lead=A assigner=X deadline=2024-04-22\n"
        "2024-01-02 consult consultation=Q2 task=WAITS agency=A addressed_to=B "
        "answer_due=2024-02-01\n"
        "2024-04-20 request_extension task=WAITS agency=A proposed_deadline=2024-06-28 reason=x");
    EXPECT_THAT(tests::told(*record_, "2024-04-25", "agenda", "matter code days due"),
                ElementsAre("overdue | ASKS | 61 | 2024-01-31", "without_lead | NOBODY | - | -",
                            "extension_pending | WAITS | 3 | 2024-04-22",
                            "overdue | SOON | 2 | 2024-04-23"));
}

TEST_F(SlowWork, WhoOnlyTakesPartHasNoOwnPartHoweverTheTaskEnds) {
    say("2024-01-08 assign_task task=GONE title_vi=t lead=A coordinating=B assigner=X\n"
        "2024-01-08 assign_task task=RESTS title_vi=t lead=A coordinating=B assigner=X\n"
        "2024-01-08 assign_task task=STANDS title_vi=t lead=A coordinating=B assigner=X "
        "standing_from=2024-01-08\n"
        "2024-02-01 cancel_task task=GONE reason=x\n2024-02-01 suspend_task task=RESTS reason=x");
    const auto of_b = [&] {
        return tests::told(*record_, "2024-04-25",
                           "review_figures period=2024-Q1 grouped_by=coordinating", "key total");
    };
    EXPECT_THAT(of_b(), ElementsAre("- | 0", "(sum) | 0"));
    const review r = record_->review({parse_day("2024-04-25"), {}, ""}, parse_period("2024-Q1"));
    for (const agency_row& row : r.agencies) EXPECT_EQ(row.own_parts.total(), 0);
    say("2024-01-08 state_obligation task=STANDS agency=B obligation=x deadline=2024-02-10");
    EXPECT_THAT(of_b(), ElementsAre("- | 1", "B | 1", "(sum) | 1"));
}

TEST_F(SlowWork, TheWaitForAcceptanceIsTheAcceptors) {
    assign("T", "A", "coordinating=B deadline=2024-03-29");
    say("2024-03-11 submit_task task=T agency=A");
    const auto tasks = [&](const std::string& more) {
        return tests::told(*record_, "2024-03-25", "slow_tasks" + more, "task why");
    };
    EXPECT_THAT(tasks(""), ElementsAre("T | acceptance_pending"));
    EXPECT_THAT(tasks(" agency=A"), IsEmpty()) << "it handed the work in";
    EXPECT_THAT(tasks(" agency=B"), IsEmpty());
    EXPECT_THAT(tasks(" agency=X"), ElementsAre("T | acceptance_pending"));
    const auto work = [&](const std::string& more) {
        return tests::told(*record_, "2024-03-25", "slow_work" + more,
                           "agency open_tasks slow_tasks acceptance_pending");
    };
    EXPECT_THAT(work(""), ElementsAre("A | 1 | 0 | 0", "X | 0 | 0 | 1"));
    EXPECT_THAT(work(" agency=X"), ElementsAre("X | 0 | 0 | 1"));
    EXPECT_THAT(work(" agency=B"), IsEmpty());
}

TEST_F(SlowWork, OfAnAgencyIsWhatItLeads) {
    assign("T", "A", "coordinating=B deadline=2024-03-08");
    EXPECT_THAT(tests::told(*record_, "2024-03-25", "slow_tasks agency=B", "task"), IsEmpty());
    EXPECT_THAT(tests::told(*record_, "2024-03-25", "slow_tasks agency=A", "task"),
                ElementsAre("T"));
}

TEST_F(SlowWork, ADeadlineTakenAwayIsPutOffForGood) {
    assign("T", "A", "deadline=2024-03-08");
    say("2024-03-11 revise_deadline task=T deadline_as_stated=later decided_by=X\n"
        "2024-03-20 revise_deadline task=T deadline=2024-04-10 decided_by=X");
    EXPECT_THAT(tests::told(*record_, "2024-04-25", "extensions task=T",
                            "decided_on what before after after_due"),
                ElementsAre("2024-03-11 | granted | 2024-03-08 | - | 1",
                            "2024-03-20 | changed | - | 2024-04-10 | 0"));
    EXPECT_THAT(
        tests::told(*record_, "2024-04-25", "slow_work", "agency extensions extended_after_due"),
        ElementsAre("A | 1 | 1"));
}

TEST_F(SlowWork, AReviewAndTheTaskThatCarriesItOutAreOneMatterOfTheSameAgency) {
    say("2024-01-03 assign_task task=T title_vi=x lead=A assigner=X deadline=2024-03-08\n"
        "2024-01-03 add_document document=D number=1 document_kind=plan issuer=A title_vi=x\n"
        "2024-01-03 schedule_document_review document_review=V document=D review_kind=interim "
        "deadline=2024-03-08 lead=A task=T\n"
        "2024-01-03 schedule_document_review document_review=W document=D review_kind=final "
        "deadline=2024-03-08 lead=B task=T");
    EXPECT_THAT(tests::told(*record_, "2024-03-12", "agenda", "matter code next"),
                testing::UnorderedElementsAre("overdue | T | A", "review_of_document_due | W | B"));
    // It is as long past as the one that is longer past.
    assign("LATE", "X", "deadline=2024-03-06");
    say("2024-01-03 postpone_document_review document_review=V deadline=2024-03-01");
    EXPECT_THAT(tests::told(*record_, "2024-03-12", "agenda", "code"),
                ElementsAre("T", "LATE", "W"));
}

}  // namespace
}  // namespace mandate
