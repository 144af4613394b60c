#include "review/build_review.hpp"

#include "mandate/base/error.hpp"
#include "model/state_under_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace mandate {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;
using tests::state_under_test;

review review_of(const state_under_test& s, const char* period = "2024-Q1",
                 const char* cut_off = "2024-04-25", const std::string& agency = {}) {
    const lens through{s.record, {parse_day(cut_off), s.record.revision()}, last_day};
    return build_review(through, {parse_period(period), agency.empty() ? std::vector<std::string>{}
                                                                       : std::vector{agency}});
}

std::vector<std::string> codes(const review& r, const std::vector<std::size_t>& list) {
    std::vector<std::string> all;
    for (const std::size_t i : list) all.push_back(r.tasks[i].code);
    return all;
}

constexpr const char* world = R"(
2023-01-01 add_agency agency=A name_vi='Agency A'
2023-01-01 add_agency agency=B name_vi='Agency B'
2023-01-01 add_agency agency=C name_vi='Agency C'
2023-07-18 add_document document=R number=39-NQ/TW document_kind=resolution issuer=A dated=2023-07-18
2023-11-15 add_document document=P number=68-CTr/TU document_kind=action_programme issuer=B dated=2023-11-15
2023-11-15 relate_documents document=P relation=implements to_document=R
2023-11-15 state_document_date document=P dated=2023-11-12 source=article
)";

TEST(BuildReview, ThePopulationIsWhatWasOpenBeforeAndWhatWasAssignedInThePeriod) {
    state_under_test s{world};
    s.add(R"(
2023-10-01 assign_task task=OLD title_vi=x lead=A deadline=2024-06-30
2023-10-01 assign_task task=DONE_BEFORE title_vi=x lead=A acceptance=not_asked
2023-12-31 complete_task task=DONE_BEFORE
2023-10-01 assign_task task=DONE_ON_FIRST title_vi=x lead=A acceptance=not_asked
2024-01-01 complete_task task=DONE_ON_FIRST
2023-10-01 assign_task task=CANCELLED_BEFORE title_vi=x lead=A
2023-12-30 cancel_task task=CANCELLED_BEFORE reason=x
2023-10-01 assign_task task=CANCELLED_IN title_vi=x lead=A
2024-02-01 cancel_task task=CANCELLED_IN reason=x
2024-03-31 assign_task task=NEW title_vi=x lead=A
2024-04-01 assign_task task=LATER title_vi=x lead=A
2024-04-26 assign_task task=AFTER_CUT_OFF title_vi=x lead=A
)");
    const review r = review_of(s);
    EXPECT_THAT(codes(r, r.population), ElementsAre("OLD", "DONE_ON_FIRST", "CANCELLED_IN", "NEW"));
    EXPECT_THAT(codes(r, r.next_new), ElementsAre("LATER"));
    EXPECT_EQ(r.at_end.total(), 4);
    EXPECT_EQ(r.at_end[task_class::cancelled], 1);
}

TEST(BuildReview, ASecondColumnShowsTheCutOffDay) {
    state_under_test s{world};
    s.add(R"(
2024-01-10 assign_task task=T1 title_vi=x lead=A deadline=2024-03-20
2024-04-10 submit_task task=T1
2024-04-11 accept_task task=T1
2024-01-10 assign_task task=T2 title_vi=x lead=A deadline=2024-04-10
)");
    const review r = review_of(s);
    EXPECT_EQ(r.tasks[0].at_end, task_class::open_overdue);
    EXPECT_EQ(r.tasks[0].at_cut_off, task_class::done_late);
    EXPECT_THAT(codes(r, r.unfinished), ElementsAre("T1"));
    EXPECT_THAT(codes(r, r.done_since), ElementsAre("T1"));
    EXPECT_THAT(r.carried_late, IsEmpty()) << "it is done by now";
    EXPECT_EQ(r.tasks[1].at_end, task_class::open_in_time);
    EXPECT_EQ(r.tasks[1].at_cut_off, task_class::open_overdue);
    EXPECT_THAT(codes(r, r.carried_planned), ElementsAre("T2"));
    EXPECT_EQ(r.at_end[task_class::open_overdue], 1);
    EXPECT_EQ(r.at_cut_off[task_class::open_overdue], 1);
    EXPECT_EQ(r.tasks[0].working_days_late, 15) << "21 March to 10 April, weekends left out";
}

TEST(BuildReview, ACutOffInsideThePeriodClassesOnThatDay) {
    state_under_test s{world};
    s.add("2024-01-10 assign_task task=T title_vi=x lead=A deadline=2024-03-20");
    const review r = review_of(s, "2024-Q1", "2024-03-20");
    EXPECT_EQ(r.tasks[0].at_end, task_class::open_in_time);
    EXPECT_THROW(review_of(s, "2024-Q1", "2023-12-31"), error) << "a cut-off before the period";
}

TEST(BuildReview, PlannedForThePeriodAndNotDoneIsUnfinishedAlsoWithoutDeadline) {
    state_under_test s{world};
    s.add(R"(
2024-01-10 assign_task task=Q title_vi=x lead=A
2024-01-10 plan_task task=Q period=2024-Q1
2024-01-10 assign_task task=M title_vi=x lead=A
2024-01-10 plan_task task=M period=2024-02
2024-01-10 assign_task task=NEXT title_vi=x lead=A
2024-01-10 plan_task task=NEXT period=2024-Q2
2024-01-10 assign_task task=KEY title_vi=x lead=A
2024-04-10 mark_key_task task=KEY period=2024-Q2
2024-01-10 assign_task task=DUE title_vi=x lead=A deadline=2024-05-31
2024-04-12 explain_delay task=Q agency=A cause=other text=why remedy=more proposed_deadline=2024-05-30
)");
    const review r = review_of(s);
    EXPECT_THAT(codes(r, r.unfinished), ElementsAre("Q", "M"));
    EXPECT_THAT(codes(r, r.unexplained), ElementsAre("M"));
    EXPECT_THAT(codes(r, r.carried_late), ElementsAre("Q", "M"));
    EXPECT_THAT(codes(r, r.carried_planned), ElementsAre("NEXT", "KEY", "DUE"));
    EXPECT_THAT(codes(r, r.next_planned), ElementsAre("NEXT", "KEY", "DUE"));
    EXPECT_EQ(r.by_end.overdue, (rate{0, 0})) << "without deadline they enter no rate";
    EXPECT_EQ(r.tasks[0].current.day, std::nullopt) << "a proposed day decides nothing";
}

TEST(BuildReview, SeveralLeadsCountOnceInTheTotalAndOnceInEachRow) {
    state_under_test s{world};
    s.add("2024-01-10 assign_task task=T title_vi=x lead=A,B coordinating=C deadline=2024-03-20");
    const review r = review_of(s);
    EXPECT_EQ(r.at_end.total(), 1);
    EXPECT_EQ(r.sum_of_rows.total(), 2);
    ASSERT_EQ(r.agencies.size(), 3u);
    EXPECT_EQ(r.agencies[0].led[task_class::open_overdue], 1);
    EXPECT_EQ(r.agencies[2].agency.code, "C");
    EXPECT_EQ(r.agencies[2].led.total(), 0);
    EXPECT_EQ(r.agencies[2].coordinated, 1);
}

TEST(BuildReview, NamesTheLeadsThatHaveNotReported) {
    state_under_test s{world};
    s.add(R"(
2023-10-01 assign_task task=T1 title_vi=x lead=A deadline=2024-06-30
2023-12-20 report_progress task=T1 percent=5
2024-01-10 assign_task task=T2 title_vi=x lead=B deadline=2024-06-30
2024-04-24 report_progress task=T2 percent=40
2024-01-10 assign_task task=T3 title_vi=x lead=C acceptance=not_asked
2024-02-01 complete_task task=T3
)");
    const review r = review_of(s);
    ASSERT_EQ(r.not_reported.size(), 1u);
    EXPECT_EQ(r.not_reported[0].code, "A") << "its report was of the quarter before";
    EXPECT_EQ(r.tasks[1].percent, 40);
}

TEST(BuildReview, StandingWorkOwesALineEachPeriod) {
    state_under_test s{world};
    s.add(R"(
2023-10-01 assign_task task=S title_vi=x lead=A standing_from=2023-10-01 deadline_precision=continuous
2023-12-20 report_progress task=S text=x
)");
    ASSERT_EQ(review_of(s).not_reported.size(), 1U);
    EXPECT_EQ(review_of(s).not_reported[0].code, "A");
    s.add("2024-02-20 report_progress task=S text=x");
    EXPECT_TRUE(review_of(s).not_reported.empty());
}

// By list the codes that a review shows.
template <class List>
std::vector<std::string> codes_of(const List& list) {
    std::vector<std::string> all;
    for (const auto& one : list) all.push_back(one.code);
    return all;
}

constexpr const char* matters_of_several = R"(
2024-01-01 add_agency agency=D name_vi='Agency D'
2024-01-01 add_programme programme=PA agency=A period=2024
2024-01-01 add_programme programme=PB agency=B period=2024
2024-01-01 assign_task task=TA title_vi=x lead=A deadline=2024-06-30
2024-01-01 assign_task task=TC title_vi=x lead=C deadline=2024-06-30
2024-01-01 add_item item=OWN programme=PA title_vi=x planned_for=2024-Q1
2024-01-01 add_item item=DONE_BY_A programme=PB title_vi=x planned_for=2024-Q1 lead=A
2024-01-01 add_item item=OF_ITS_TASK programme=PB title_vi=x planned_for=2024-Q1 task=TA
2024-01-01 add_item item=ANOTHERS programme=PB title_vi=x planned_for=2024-Q1 lead=C task=TC
2024-01-02 schedule_document_review document_review=RA document=R review_kind=interim deadline=2024-03-20 lead=A
2024-01-02 schedule_document_review document_review=RC document=R review_kind=final deadline=2024-03-20 lead=C
2024-01-02 schedule_document_review document_review=R_TAKEN document=P review_kind=interim deadline=2024-03-20 lead=D
2024-01-03 hand_over agency=D into=A document_review=R_TAKEN
2024-01-02 schedule_document_review document_review=R_NOBODY document=P review_kind=final deadline=2024-03-20
2024-01-02 raise_recommendation recommendation=RAISED text_vi=x raised_by=A addressed_to=C
2024-01-02 raise_recommendation recommendation=ADDRESSED text_vi=x raised_by=C addressed_to=A
2024-01-02 raise_recommendation recommendation=DECIDED text_vi=x raised_by=C addressed_to=B authority=A
2024-01-02 raise_recommendation recommendation=PASSED_ON text_vi=x raised_by=C addressed_to=B
2024-01-03 answer_recommendation recommendation=PASSED_ON recommendation_status=forwarded agency=B forwarded_to=A
2024-01-02 raise_recommendation recommendation=TAKEN text_vi=x raised_by=D addressed_to=C
2024-01-03 hand_over agency=D into=A recommendation=TAKEN
2024-01-02 raise_recommendation recommendation=OTHERS text_vi=x raised_by=B addressed_to=C
2024-01-02 raise_recommendation recommendation=OF_VOTERS text_vi=x raised_by_as_stated=cu_tri
2024-01-02 add_indicator indicator=I name_vi=x unit=u threshold=90
2024-01-02 set_target indicator=I agency=A period=2024-Q1 target_low=10
2024-01-02 set_target indicator=I agency=B period=2024-Q1 target_low=10
2024-03-20 observe_indicator indicator=I agency=A period=2024-Q1 value=10
2024-03-20 observe_indicator indicator=I agency=B period=2024-Q1 value=1 stated_percent=9900
2024-01-02 add_indicator indicator=OF_B name_vi=x unit=u
2024-01-02 set_target indicator=OF_B agency=B period=2024-Q1 target_low=10
2024-01-02 add_indicator indicator=ANSWERED_FOR name_vi=x unit=u owner=A
2024-01-02 set_target indicator=ANSWERED_FOR agency=B period=2024-Q1 target_low=10
2024-01-02 add_indicator indicator=OF_NOBODY name_vi=x unit=u
2024-01-02 add_clause clause=CR document=R clause_number=1 title_vi=x
2024-01-02 add_clause clause=CP document=P clause_number=1 title_vi=x
)";

TEST(BuildReview, AReviewOfSomeAgenciesListsWhatIsTheirs) {
    state_under_test s{world};
    s.add(matters_of_several);
    const review r = review_of(s, "2024-Q1", "2024-04-25", "A");
    EXPECT_THAT(codes_of(r.programme_items),
                UnorderedElementsAre("OWN", "DONE_BY_A", "OF_ITS_TASK"));
    EXPECT_THAT(codes_of(r.document_reviews), UnorderedElementsAre("RA", "R_TAKEN"));
    EXPECT_THAT(codes_of(r.recommendations),
                UnorderedElementsAre("RAISED", "ADDRESSED", "DECIDED", "PASSED_ON", "TAKEN"));
    EXPECT_EQ(r.recommendations_open, 5);
    EXPECT_THAT(codes_of(r.orphan_clauses), ElementsAre("CR")) << "A issued the document";
    std::vector<std::string> figures;
    for (const review_indicator& i : r.indicators)
        for (const indicator_row& row : i.rows)
            figures.push_back(i.indicator.code + " " + row.agency.code);
    EXPECT_THAT(figures, ElementsAre("I A", "ANSWERED_FOR B")) << "who answers for it sees it all";
    for (const finding& f : r.findings)
        EXPECT_NE(f.key.substr(0, 10), "indicator.") << f.text << ": of a figure of B";

    const review of_others = review_of(s, "2024-Q1", "2024-04-25", "B");
    EXPECT_TRUE(std::ranges::any_of(
        of_others.findings, [](const finding& f) { return f.key == "indicator.below_threshold"; }));
    EXPECT_TRUE(std::ranges::any_of(
        of_others.findings, [](const finding& f) { return f.key == "indicator.percent_differs"; }));
}

TEST(BuildReview, WhatIsOfNoAgencyIsInTheReviewOfAllAlone) {
    state_under_test s{world};
    s.add(matters_of_several);
    const review all = review_of(s);
    std::set<std::string> told;
    const auto add = [&](const std::vector<std::string>& codes) {
        told.insert(codes.begin(), codes.end());
    };
    for (const char* agency : {"A", "B", "C", "D"}) {
        const review r = review_of(s, "2024-Q1", "2024-04-25", agency);
        for (const auto& list : {codes_of(r.programme_items), codes_of(r.document_reviews),
                                 codes_of(r.recommendations)})
            add(list);
        for (const review_indicator& i : r.indicators) told.insert(i.indicator.code);
    }
    EXPECT_TRUE(told.contains("R_NOBODY")) << "who issued the document must move";
    for (const char* of_nobody : {"OF_VOTERS", "OF_NOBODY"})
        EXPECT_FALSE(told.contains(of_nobody)) << of_nobody;
    EXPECT_EQ(told.size() + 2, all.programme_items.size() + all.document_reviews.size() +
                                   all.recommendations.size() + all.indicators.size());
}

TEST(BuildReview, OfAnEndedLeadWhoGoesOnForItHasNotReported) {
    const char* tasks = R"(
2024-01-02 assign_task task=T1 title_vi=x lead=C deadline=2024-06-30
2024-01-02 assign_task task=T2 title_vi=x lead=A deadline=2024-06-30
2024-01-10 report_progress task=T2 percent=5
)";
    const auto silent = [&](const char* more, const char* agency = "") {
        state_under_test s{world};
        s.add(tasks);
        s.add(more);
        std::string all;
        for (const named& n : review_of(s, "2024-Q1", "2024-04-25", agency).not_reported)
            all += (all.empty() ? "" : " ") + n.code;
        return all;
    };
    EXPECT_EQ(silent(""), "C");
    EXPECT_EQ(silent("2024-02-01 merge_agency agency=C into=B"), "B");
    EXPECT_EQ(silent("2024-02-01 merge_agency agency=C into=B", "C"), "")
        << "of B more is to be known than this review reads";
    EXPECT_EQ(silent("2024-02-01 merge_agency agency=C into=A"), "") << "it reported elsewhere";
    EXPECT_EQ(silent("2024-02-01 merge_agency agency=C into=B\n"
                     "2024-04-20 report_progress task=T1 agency=B percent=5"),
              "");
    EXPECT_EQ(silent("2024-01-31 report_progress task=T1 percent=5\n"
                     "2024-02-01 merge_agency agency=C into=B"),
              "")
        << "on what B took over it was reported";
    EXPECT_EQ(silent("2024-02-01 dissolve_agency agency=C reason=x"), "");
    EXPECT_EQ(silent("2024-02-01 split_agency agency=C into=A,B duty=some,rest"), "")
        << "nobody alone";
    EXPECT_EQ(silent("2024-05-01 merge_agency agency=C into=B"), "C") << "after the cut-off";
}

TEST(BuildReview, AnEndedAgencysTasksGoByWhoHoldsThemAtTheCutOff) {
    state_under_test s{world};
    s.add(R"(
2024-01-10 assign_task task=TAKEN title_vi=x lead=B deadline=2024-06-30
2024-01-10 assign_task task=LEFT title_vi=x lead=B deadline=2024-06-30
2024-04-01 merge_agency agency=B into=C
2024-04-02 reassign_task task=TAKEN lead=C
)");
    const review r = review_of(s);
    ASSERT_EQ(r.agencies.size(), 2u);
    EXPECT_EQ(r.agencies[0].agency.code, "B");
    EXPECT_EQ(r.agencies[0].merged_into, "C");
    EXPECT_EQ(r.agencies[0].led.total(), 1);
    EXPECT_EQ(r.agencies[1].led.total(), 1);
    ASSERT_EQ(r.findings.size(), 1u);
    EXPECT_EQ(r.findings[0].key, "agency.ended_holds_task");
    EXPECT_THAT(r.findings[0].facts,
                UnorderedElementsAre(fact{"agency", "B"}, fact{"task", "LEFT"}));
}

TEST(BuildReview, ATaskWithPartsIsCountedByThem) {
    state_under_test s{world};
    s.add(R"(
2024-01-10 assign_task task=WHOLE title_vi=x document=P lead=A deadline=2024-03-20
2024-01-10 assign_task task=PART1 title_vi=x document=P lead=A parent_task=WHOLE acceptance=not_asked
2024-01-10 assign_task task=PART2 title_vi=x document=P lead=B parent_task=WHOLE
2024-02-01 complete_task task=PART1
)");
    const review r = review_of(s);
    EXPECT_THAT(codes(r, r.population), ElementsAre("PART1", "PART2"));
    ASSERT_EQ(r.documents.size(), 2u);
    EXPECT_EQ(r.documents[0].done_below, 1);
    EXPECT_EQ(r.documents[0].total_below, 2) << "by leaves";
    EXPECT_EQ(r.documents[1].tasks.size(), 3u) << "the whole is shown in the tree";
}

TEST(BuildReview, AWholeDoneOverOpenPartsIsAFinding) {
    state_under_test s{world};
    s.add(R"(
2024-01-10 assign_task task=WHOLE title_vi=x lead=A acceptance=not_asked
2024-01-10 assign_task task=PART1 title_vi=x lead=A parent_task=WHOLE acceptance=not_asked
2024-01-10 assign_task task=PART2 title_vi=x lead=B parent_task=WHOLE acceptance=not_asked
2024-03-01 complete_task task=PART1
2024-03-10 complete_task task=WHOLE
)");
    review r = review_of(s);
    ASSERT_EQ(r.findings.size(), 1u);
    EXPECT_EQ(r.findings[0].text, "task WHOLE is done while 1 of its parts is open: PART2");
    EXPECT_THAT(review_of(s, "2024-Q1", "2024-04-25", "C").findings, IsEmpty());
    s.add("2024-04-01 complete_task task=PART2");
    EXPECT_THAT(review_of(s).findings, IsEmpty());
}

TEST(BuildReview, AWholeIsDescribedByItsParts) {
    state_under_test s{world};
    s.add(R"(
2024-01-10 assign_task task=FIRST title_vi=x lead=A deadline=2024-06-28
2024-01-10 assign_task task=WHOLE title_vi=x document=P lead=A acceptance=not_asked deadline=2024-03-20
2024-01-10 assign_task task=PART title_vi=x lead=B parent_task=WHOLE acceptance=not_asked
2024-01-10 link_tasks link=L task=WHOLE after=FIRST link_type=finish_finish
2024-03-10 complete_task task=WHOLE
)");
    const auto whole = [&](const review& r) { return r.tasks[r.tasks.find("WHOLE")]; };
    const auto waiting = [&](const review& r) {
        const review_task& first = r.tasks[r.tasks.find("FIRST")];
        return first.waiting.size() + static_cast<std::size_t>(first.waiting_in_all);
    };
    review r = review_of(s);
    EXPECT_EQ(whole(r).at_end, task_class::open_overdue);
    EXPECT_EQ(whole(r).at_cut_off, task_class::open_overdue);
    EXPECT_EQ(whole(r).finished_on, std::nullopt);
    EXPECT_EQ(waiting(r), 2U) << "it waits as long as its part is open";
    s.add("2024-04-02 complete_task task=PART");
    r = review_of(s);
    EXPECT_EQ(whole(r).at_end, task_class::open_overdue);
    EXPECT_EQ(whole(r).at_cut_off, task_class::done_late);
    EXPECT_EQ(whole(r).finished_on, parse_day("2024-04-02"));
    EXPECT_EQ(waiting(r), 0U);
}

TEST(BuildReview, SoIsAWholeThatIsCancelledOrSuspendedAsOfAnyDay) {
    state_under_test s{world};
    s.add(R"(
2024-01-10 assign_task task=GONE title_vi=x lead=A
2024-01-10 assign_task task=PART1 title_vi=x lead=B parent_task=GONE
2024-01-10 assign_task task=HELD title_vi=x lead=A
2024-01-10 assign_task task=PART2 title_vi=x lead=B parent_task=HELD
2024-01-10 assign_task task=PART3 title_vi=x lead=B parent_task=HELD
2024-02-01 suspend_task task=HELD reason=x
2024-02-05 suspend_task task=PART3 reason=x
2024-02-10 cancel_task task=GONE reason=x
2024-06-03 resume_task task=HELD
2024-06-03 resume_task task=PART3
)");
    const auto said = [&](const char* period, const char* as_of) {
        std::vector<std::string> all;
        for (const finding& f : review_of(s, period, as_of).findings) all.push_back(f.text);
        return all;
    };
    const char* gone = "task GONE is cancelled while 1 of its parts is open: PART1";
    const char* held = "task HELD is suspended while 1 of its parts is open: PART2";
    EXPECT_THAT(said("2024-Q1", "2024-01-31"), IsEmpty());
    EXPECT_THAT(said("2024-Q1", "2024-02-05"), ElementsAre(held));
    EXPECT_THAT(said("2024-Q1", "2024-04-25"), ElementsAre(gone, held));
    EXPECT_THAT(said("2024-Q2", "2024-05-31"), ElementsAre(gone, held))
        << "since the quarter before";
    EXPECT_THAT(said("2024-Q2", "2024-06-30"), ElementsAre(gone));
    const finding f = review_of(s, "2024-Q2", "2024-06-30").findings.at(0);
    EXPECT_EQ(f.key, "task.stopped_over_open_parts");
    EXPECT_EQ(f.facts.back(), (fact{"state", "cancelled"}));
}

TEST(BuildReview, APartGivenAfterThePeriodDoesNotTakeTheWholeOutOfIt) {
    state_under_test s{world};
    s.add(R"(
2024-01-10 assign_task task=WHOLE title_vi=x lead=A deadline=2024-03-20
2024-04-10 assign_task task=PART title_vi=x lead=A parent_task=WHOLE
)");
    const review r = review_of(s);
    EXPECT_THAT(codes(r, r.population), ElementsAre("WHOLE"));
    EXPECT_EQ(r.at_end[task_class::open_overdue], 1);
    EXPECT_THAT(codes(r, r.next_new), ElementsAre("PART"));
}

TEST(BuildReview, OfItsOwnDaysStandsBesideAsManyDaysBefore) {
    state_under_test s{world};
    s.add(R"(
2023-01-20 assign_task task=A_YEAR_AGO title_vi=x lead=A acceptance=not_asked
2023-03-01 complete_task task=A_YEAR_AGO
2023-12-01 assign_task task=BEFORE title_vi=x lead=A acceptance=not_asked
2024-01-14 complete_task task=BEFORE
2024-01-14 assign_task task=OPEN title_vi=x lead=A deadline=2024-04-20
2024-04-20 assign_task task=ON_THE_LAST title_vi=x lead=A
2024-04-21 assign_task task=AFTER title_vi=x lead=A deadline=2024-07-26
2024-04-21 mark_key_task task=OPEN period=2024-04-21/2024-07-26
)");
    const review r = review_of(s, "2024-01-15/2024-04-20");
    EXPECT_THAT(codes(r, r.population), ElementsAre("OPEN", "ON_THE_LAST"));
    EXPECT_EQ(r.at_end[task_class::open_in_time], 1) << "the deadline day included";
    EXPECT_EQ(r.at_cut_off[task_class::open_overdue], 1);
    EXPECT_THAT(codes(r, r.next_new), ElementsAre("AFTER"));
    EXPECT_THAT(codes(r, r.next_planned), ElementsAre("OPEN"));
    EXPECT_EQ(to_text(*r.next), "2024-04-21/2024-07-26");
    ASSERT_EQ(r.compared.size(), 2U);
    EXPECT_EQ(to_text(r.compared[0].period), "2023-10-10/2024-01-14");
    EXPECT_EQ(r.compared[0].at_end.total(), 2) << "BEFORE and OPEN";
    EXPECT_EQ(to_text(r.compared[1].period), "2023-01-15/2023-04-20");
    EXPECT_EQ(r.compared[1].at_end[task_class::done_without_deadline], 1);
}

TEST(BuildReview, ATermStandsBesideTheTermsOfItsBody) {
    state_under_test s{world};
    s.add(R"(
2023-01-01 add_term term=OTHER body=B name_vi=x from_day=2023-01-01 until=2023-06-30
2023-01-01 add_term term=T1 body=A name_vi=x from_day=2022-03-01 until=2022-12-31
2023-01-01 add_term term=T2 body=A name_vi=x from_day=2023-01-01 until=2024-03-14
2024-03-15 add_term term=T3 body=A name_vi=x from_day=2024-03-15
2023-02-01 assign_task task=T title_vi=x lead=A
)");
    const review r = review_of(s, "2023-01-01/2024-03-14");
    ASSERT_EQ(r.compared.size(), 1U) << "a year before, a longer one would overlap itself";
    EXPECT_EQ(to_text(r.compared[0].period), "2022-03-01/2022-12-31");
    EXPECT_EQ(to_text(*r.next), "2024-03-15/2199-12-31");
    EXPECT_EQ(to_text(review_of(s, "2023-01-01/2024-03-13").compared[0].period),
              "2021-10-20/2022-12-31")
        << "days that are no term's stand beside as many days";
}

TEST(BuildReview, TheLastPeriodCoveredHasNoNext) {
    state_under_test s{world};
    s.add("2024-01-10 assign_task task=T title_vi=x lead=A");
    EXPECT_THAT(review_of(s, "2199-Q4", "2199-12-31").next_planned, IsEmpty());
}

TEST(BuildReview, OfTwoFactsOnOneDayTheLaterCountsAndTheContradictionIsSaid) {
    state_under_test s{world};
    s.add(R"(
2024-01-10 except_day day=2024-03-22 day_kind=off name_vi=x announced_on=2024-01-10
2024-01-11 except_day day=2024-03-22 day_kind=worked name_vi=x announced_on=2024-01-11
2024-01-12 except_day day=2024-03-25 day_kind=off name_vi=typo announced_on=2024-01-12
2024-01-12 except_day day=2024-03-26 day_kind=off name_vi=meant announced_on=2024-01-12 corrects=10
2024-01-10 assign_task task=T title_vi=x lead=A deadline=2024-03-20
)");
    const review r = review_of(s, "2024-Q1", "2024-03-27");
    EXPECT_EQ(r.tasks[0].working_days_late, 4) << "21, 22, 25, 27 March";
    ASSERT_EQ(r.findings.size(), 1u);
    EXPECT_EQ(r.findings[0].key, "calendar.contradiction");
    const lens known_before_it_was_recorded{
        s.record, {parse_day("2024-03-27"), 7}, parse_day("2024-02-01")};
    EXPECT_EQ(known_before_it_was_recorded.calendar().count(parse_day("2024-03-20"),
                                                            parse_day("2024-03-27")),
              4)
        << "announced in January, typed in later: the typing mistake never counted";
}

TEST(BuildReview, DocumentsStandAsATreeDownToTheirTasks) {
    state_under_test s{world};
    s.add(R"(
2024-01-01 add_document document=K number=1-KH/TU document_kind=plan issuer=B
2024-01-01 relate_documents document=K relation=basis to_document=P
2024-01-01 add_document document=ALONE number=2-KH/TU document_kind=plan issuer=B
2024-01-10 assign_task task=T1 title_vi=x document=K,P lead=A acceptance=not_asked
2024-02-10 complete_task task=T1
2024-01-10 assign_task task=T2 title_vi=x document=R lead=A standing_from=2024-01-10
2023-08-10 assign_task task=T3 title_vi=x document=R lead=A acceptance=not_asked
2023-09-10 complete_task task=T3
)");
    const review r = review_of(s);
    ASSERT_EQ(r.documents.size(), 3u) << "nothing leads to ALONE";
    EXPECT_EQ(r.documents[0].code, "R");
    EXPECT_EQ(r.documents[0].depth, 0);
    EXPECT_EQ(r.documents[0].done_below, 2) << "T1 once, T3 of the year before";
    EXPECT_EQ(r.documents[0].total_below, 2) << "standing tasks do not count";
    EXPECT_EQ(r.documents[1].code, "P");
    EXPECT_EQ(r.documents[1].relation, relation_kind::implements);
    ASSERT_EQ(r.documents[1].other_dates.size(), 1u);
    EXPECT_EQ(r.documents[1].other_dates[0].day, parse_day("2023-11-12"));
    EXPECT_EQ(r.documents[2].code, "K");
    EXPECT_EQ(r.documents[2].depth, 2);
    EXPECT_THAT(codes(r, r.population), ElementsAre("T1", "T2")) << "T3 is only in the tree";
}

TEST(BuildReview, ACircleOfRelationsIsCutAndEveryDocumentShownOnce) {
    state_under_test s{world};
    s.add(R"(
2024-01-01 relate_documents document=R relation=basis to_document=P
2024-01-10 assign_task task=T title_vi=x document=P lead=A
)");
    EXPECT_EQ(review_of(s).documents.size(), 2u);
}

TEST(BuildReview, ExtensionsKeepTheOriginalAndSayWhetherTheyCameTooLate) {
    state_under_test s{world};
    s.add(R"(
2024-01-10 assign_task task=T title_vi=x lead=A deadline=2024-02-20
2024-02-15 revise_deadline task=T deadline=2024-03-20 decided_by=B reason=first
2024-04-02 revise_deadline task=T deadline=2024-05-31 decided_by=B document=P reason=second
)");
    const review r = review_of(s);
    const review_task& t = r.tasks[0];
    EXPECT_EQ(t.original.day, parse_day("2024-02-20"));
    EXPECT_EQ(t.current.day, parse_day("2024-05-31"));
    ASSERT_EQ(t.revisions.size(), 2u);
    EXPECT_FALSE(t.revisions[0].after_due);
    EXPECT_TRUE(t.revisions[1].after_due);
    EXPECT_EQ(t.revisions[1].document, "P");
    EXPECT_EQ(t.at_end, task_class::open_overdue);
    EXPECT_EQ(t.at_cut_off, task_class::open_in_time);
}

TEST(BuildReview, OpenTasksThatWaitAreNamedAndCountedThroughTheChain) {
    state_under_test s{world};
    s.add(R"(
2024-01-10 assign_task task=T1 title_vi=x lead=A deadline=2024-03-20
2024-01-10 assign_task task=T2 title_vi=x lead=B
2024-01-10 assign_task task=T3 title_vi=x lead=C
2024-01-10 assign_task task=T4 title_vi=x lead=C acceptance=not_asked
2024-01-11 complete_task task=T4
2024-01-10 link_tasks link=L1 task=T2 after=T1 lag=2
2024-01-10 link_tasks link=L2 task=T3 after=T2 link_type=start_start
2024-01-10 link_tasks link=L3 task=T4 after=T1
)");
    const review r = review_of(s);
    ASSERT_EQ(r.tasks[0].waiting.size(), 1u) << "T4 is done and waits no more";
    EXPECT_EQ(r.tasks[0].waiting[0].task, "T2");
    EXPECT_EQ(r.tasks[0].waiting[0].lag, 2);
    EXPECT_EQ(r.tasks[0].waiting_in_all, 2);
}

TEST(BuildReview, ListsRecommendationsOpenOnesFirst) {
    state_under_test s{world};
    s.add(R"(
2024-03-01 raise_recommendation recommendation=R1 text_vi=x raised_by=A addressed_to=B
2024-03-01 raise_recommendation recommendation=R2 text_vi=x
2024-03-11 answer_recommendation recommendation=R1 recommendation_status=noted
2024-03-12 answer_recommendation recommendation=R1 recommendation_status=declined reason=means
2024-03-01 raise_recommendation recommendation=R3 text_vi=x
2024-03-11 answer_recommendation recommendation=R3 recommendation_status=noted
)");
    const review r = review_of(s);
    ASSERT_EQ(r.recommendations.size(), 3u);
    EXPECT_EQ(r.recommendations_open, 2) << "noted is not answered";
    EXPECT_EQ(r.recommendations[0].code, "R2");
    EXPECT_EQ(r.recommendations[2].code, "R1");
    EXPECT_EQ(r.recommendations[2].status, "declined");
    EXPECT_EQ(r.recommendations[2].age_in_working_days, 7);
    EXPECT_EQ(r.recommendations[2].answer_text, "means");
}

TEST(BuildReview, AMissingObservationIsNeverZero) {
    state_under_test s{world};
    s.add(R"(
2024-01-01 add_indicator indicator=ADM name_vi=x unit=members
2024-01-01 set_target indicator=ADM agency=A period=2024 target_low=100
2024-01-01 observe_indicator indicator=ADM agency=A period=2023 value=90
2024-04-01 observe_indicator indicator=ADM agency=B period=2024-Q1 value=0
)");
    const review r = review_of(s);
    ASSERT_EQ(r.indicators.size(), 1u);
    const auto& rows = r.indicators[0].rows;
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(rows[0].agency.code, "A");
    EXPECT_EQ(to_text(rows[0].span), "2024-Q1");
    EXPECT_EQ(rows[0].value, std::nullopt);
    EXPECT_EQ(rows[1].value, 0);
    EXPECT_EQ(to_text(rows[2].span), "2024");
    EXPECT_EQ(rows[2].target_low, 100);
    EXPECT_EQ(rows[3].value, 90);
}

TEST(BuildReview, TheMeetingThatReviewsThePeriodGivesTheMeetingDay) {
    state_under_test s{world};
    s.add(R"(
2024-01-01 add_official official=O name_vi='Official O'
2024-01-01 add_post post=CHAIR agency=B name_vi=Chair
2024-01-01 hold_post official=O post=CHAIR until=2024-12-31
2024-04-20 hold_meeting meeting=M name_vi=Meeting body=B period=2024-Q1
2024-04-20 attend_meeting meeting=M meeting_role=chair official=O
2024-04-20 conclude meeting=M conclusion=C1 conclusion_kind=criticism text_vi=slow
)");
    const review r = review_of(s);
    EXPECT_EQ(r.meeting_day, parse_day("2024-04-20"));
    ASSERT_TRUE(r.meeting);
    EXPECT_EQ(r.meeting->persons.at(0).post.vi, "Chair") << "the post held on the day";
    EXPECT_EQ(r.meeting->conclusions.at(0).kind, conclusion_kind::criticism);
    EXPECT_EQ(review_of(s, "2024-Q1", "2024-04-19").meeting_day, parse_day("2024-04-20"))
        << "it is called, for a day after the cut-off";
    EXPECT_EQ(review_of(s, "2023-Q4").meeting_day, std::nullopt);
}

TEST(BuildReview, OneAgencysReviewHoldsOnlyWhatItLeads) {
    state_under_test s{world};
    s.add(R"(
2024-01-10 assign_task task=LED title_vi=x lead=A
2024-01-10 assign_task task=HELPED title_vi=x lead=B coordinating=A
2024-01-10 assign_task task=OTHER title_vi=x lead=B
)");
    const review r = review_of(s, "2024-Q1", "2024-04-25", "A");
    EXPECT_THAT(codes(r, r.population), ElementsAre("LED")) << "what it coordinates stands apart";
    EXPECT_THROW(review_of(s, "2024-Q1", "2024-04-25", "X"), error);
}

TEST(BuildReview, EveryTaskOfARandomLedgerIsInExactlyOneClass) {
    tests::random_numbers random{11};
    for (int round = 0; round < 20; ++round) {
        state_under_test s{world};
        const civil_day first = parse_day("2023-11-01");
        for (int i = 0; i < 40; ++i) {
            const std::string task = "T" + std::to_string(i);
            const civil_day assigned = first + random.below(150);
            const auto later = [&](int most) { return to_text(assigned + random.below(most)); };
            std::string line =
                to_text(assigned) + " assign_task task=" + task +
                " title_vi=x acceptance=not_asked lead=" + (random.below(2) == 0 ? "A" : "A,B");
            if (random.below(3) != 0) line += " deadline=" + later(120);
            if (random.below(9) == 0) line += " standing_from=" + later(120);
            s.add(line);
            const int what = random.below(5);
            if (what < 2) s.add(later(120) + " complete_task task=" + task);
            if (what == 2) s.add(later(120) + " suspend_task task=" + task + " reason=x");
            if (what == 3) s.add(later(120) + " cancel_task task=" + task + " reason=x");
        }
        const review r = review_of(s);
        EXPECT_EQ(r.at_end.total(), static_cast<std::int64_t>(r.population.size()));
        EXPECT_EQ(r.at_cut_off.total(), r.at_end.total());
        std::int64_t rows = 0;
        for (const std::size_t i : r.population)
            rows += static_cast<std::int64_t>(r.tasks[i].leads.size());
        EXPECT_EQ(r.sum_of_rows.total(), rows);
        std::int64_t still_open = 0;
        for (const std::size_t i : r.population)
            still_open += is_open(r.tasks[i].at_end) && is_open(r.tasks[i].at_cut_off) ? 1 : 0;
        EXPECT_EQ(static_cast<std::int64_t>(r.carried_late.size() + r.carried_planned.size()),
                  still_open)
            << "what is open is carried over, late or as planned";
    }
}

TEST(BuildReview, ATaskResumedAfterThePeriodIsCarriedOver) {
    state_under_test s{world};
    s.add(R"(
2024-01-05 assign_task task=HELD title_vi=x lead=A deadline=2024-06-30
2024-03-10 suspend_task task=HELD reason=waiting
2024-04-05 resume_task task=HELD
)");
    const review r = review_of(s);
    EXPECT_EQ(r.at_end[task_class::suspended], 1);
    EXPECT_THAT(codes(r, r.carried_planned), ElementsAre("HELD"));
}

TEST(BuildReview, AReportBelongsToWhoeverLedOnItsDay) {
    state_under_test s{world};
    s.add(R"(
2024-01-05 assign_task task=T title_vi=x lead=A deadline=2024-06-30
2024-03-15 report_progress task=T percent=10
2024-04-01 reassign_task task=T lead=B
)");
    const review r = review_of(s);
    ASSERT_EQ(r.not_reported.size(), 1U);
    EXPECT_EQ(r.not_reported[0].code, "B") << "it was A that reported";
}

TEST(BuildReview, ADependencyOnAStartHoldsNobodyUpOnceTheLagAfterItHasPassed) {
    state_under_test s{world};
    s.add(R"(
2024-01-05 assign_task task=FIRST title_vi=x lead=A deadline=2024-06-30
2024-01-05 assign_task task=THEN title_vi=x lead=B deadline=2024-06-30
2024-01-05 link_tasks link=L task=THEN after=FIRST link_type=start_start lag=3
)");
    const auto waiting = [&](const char* cut_off) {
        return review_of(s, "2024-Q1", cut_off).tasks.front().waiting_in_all;
    };
    EXPECT_EQ(waiting("2024-04-10"), 1) << "the first has not started";
    s.add("2024-04-08 report_progress task=FIRST percent=40");
    EXPECT_EQ(waiting("2024-04-10"), 1) << "two working days after the start";
    EXPECT_EQ(waiting("2024-04-11"), 0);
}

}  // namespace
}  // namespace mandate
