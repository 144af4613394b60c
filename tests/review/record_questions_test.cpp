// What the meeting of 25 April 2024 needs of documents, agencies and programmes, row by row of what
// was said there, on made-up agencies.

#include "review/record_questions.hpp"

#include "mandate/base/error.hpp"
#include "model/document_oddities.hpp"
#include "model/state_under_test.hpp"
#include "review/build_review.hpp"
#include "review/questions.hpp"
#include "table_lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mandate {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using tests::lines_of;
using tests::state_under_test;

// The arguments in the language of the commands: "period=2024-Q2 agency=A".
table ask(const state_under_test& s, const char* on, question_kind question,
          const std::string& given = {}, const char* viewer = nullptr) {
    command words = given.empty() ? command{} : tests::command_of("2024-01-01 add_agency " + given);
    arguments args;
    args.values = words.values;
    check_form(args, find_question(static_cast<std::int32_t>(question))->arguments, "question");
    const row_number asking =
        viewer == nullptr ? no_row : *s.record.find(entity_kind::agency, viewer);
    const lens through{s.record, {parse_day(on), s.record.revision()}, last_day, asking};
    return answer(through, question, args);
}

constexpr const char* world = R"(
2000-01-01 add_agency agency=BCT name_vi='Bộ Chính trị' agency_kind=body
2000-01-01 add_agency agency=BBT name_vi='Ban Bí thư' agency_kind=body
2000-01-01 add_agency agency=TU name_vi='Tỉnh ủy' agency_kind=body
2000-01-01 add_agency agency=BTV name_vi='Ban Thường vụ' agency_kind=body parent=TU
2000-01-01 add_agency agency=VP name_vi='Văn phòng' parent=TU
2000-01-01 add_agency agency=BTG name_vi='Ban Tuyên giáo' parent=TU alias_vi='BTG' alias_en=Propaganda
2000-01-01 add_agency agency=BDV name_vi='Ban Dân vận' parent=TU
2025-01-01 add_agency agency=BTGDV name_vi='Ban Tuyên giáo và Dân vận' parent=TU
)";

// Row 2: posts are held over intervals of days; tasks survive a change of person.
TEST(Row2, APostIsHeldOverAnIntervalAndPassesToTheNext) {
    state_under_test s{world};
    s.add(R"(
2020-01-01 add_post post=BT agency=TU name_vi='Bí thư'
2020-01-01 add_post post=PBT agency=TU name_vi='Phó Bí thư Thường trực'
2020-01-01 add_official official=quy name_vi=Quý
2020-01-01 add_official official=trung name_vi=Trung
2020-01-31 hold_post official=quy post=BT
2024-10-26 leave_post official=quy post=BT
2024-11-12 hold_post official=trung post=BT until=2025-11-10
)");
    const std::vector<std::string> columns{"post", "official", "from", "until"};
    const auto on = [&](const char* day) {
        return lines_of(ask(s, day, question_kind::post_holders, "agency=TU"), columns);
    };
    EXPECT_THAT(on("2024-04-25"), ElementsAre("BT|quy|2020-01-31|-", "PBT|-|-|-"))
        << "as of then he has not left";
    EXPECT_THAT(on("2024-10-26"), ElementsAre("BT|quy|2020-01-31|2024-10-26", "PBT|-|-|-"))
        << "his last day";
    EXPECT_THAT(on("2024-10-27"), ElementsAre("BT|-|-|-", "PBT|-|-|-")) << "nobody yet";
    EXPECT_THAT(on("2025-01-01"), ElementsAre("BT|trung|2024-11-12|2025-11-10", "PBT|-|-|-"));
    EXPECT_THAT(
        lines_of(ask(s, "2025-01-01", question_kind::post_holders, "official=trung"), {"post"}),
        ElementsAre("BT"));
}

constexpr const char* action_programme = R"(
2023-07-18 add_document document=39 number=39-NQ/TW document_kind=resolution issuer=BCT dated=2023-07-18 title_vi='Xây dựng tỉnh' horizon=2030 vision=2045
2023-11-15 add_document document=68 number=68-CTr/TU document_kind=action_programme issuer=TU dated=2023-11-15
2023-11-15 state_document_date document=68 dated=2023-11-12 source=article
2023-11-15 relate_documents document=68 relation=implements to_document=39
2023-11-15 add_clause clause=68-I document=68 clause_number=I title_vi='Nhóm I'
2023-11-15 add_clause clause=68-I.1 document=68 clause_number=I.1 parent_clause=68-I
2023-11-15 add_clause clause=68-I.2 document=68 clause_number=I.2 parent_clause=68-I
2023-11-15 add_clause clause=68-II document=68 clause_number=II
2023-12-01 assign_task task=T1 title_vi='Đề án' lead=VP clause=68-I.1 acceptance=not_asked
2024-02-01 complete_task task=T1
2023-12-01 assign_task task=T2 title_vi='Kế hoạch' lead=BTG clause=68-I.1 document=39
2023-12-01 assign_task task=T3 title_vi='Chương trình' lead=VP document=68
2023-12-01 assign_task task=T3a title_vi='Phần a' lead=VP parent_task=T3 acceptance=not_asked
2023-12-01 assign_task task=T3b title_vi='Phần b' lead=VP parent_task=T3
2024-01-15 complete_task task=T3a
2023-12-01 assign_task task=T4 title_vi='Bỏ' lead=VP clause=68-II
2024-01-05 cancel_task task=T4 reason=dropped
2023-12-01 assign_task task=T9 title_vi='Không căn cứ' lead=VP
)";

// Row 3: tasks grow from the clauses of a document; lineage up to the resolution; progress rolled
// up.
TEST(Row3, ATaskIsTracedUpToTheResolutionItCarriesOut) {
    state_under_test s{world};
    s.add(action_programme);
    EXPECT_THAT(lines_of(ask(s, "2024-04-25", question_kind::lineage, "task=T3b"),
                         {"step", "kind", "code", "relation", "below"}),
                ElementsAre("0|task|T3b|-|-", "1|task|T3|part_of|T3b", "2|document|68|source|T3",
                            "3|document|39|implements|68"));
    EXPECT_THAT(lines_of(ask(s, "2024-04-25", question_kind::lineage, "task=T2"),
                         {"step", "code", "relation"}),
                ElementsAre("0|T2|-", "1|68-I.1|carries_out", "1|39|source", "2|68-I|part_of",
                            "2|68|clause_of"));
    EXPECT_THROW(ask(s, "2024-04-25", question_kind::lineage, ""), error) << "of what?";
}

TEST(Row3, EverythingUnderADocumentIsListedWithProgressByLeaves) {
    state_under_test s{world};
    s.add(action_programme);
    EXPECT_THAT(
        lines_of(ask(s, "2024-04-25", question_kind::below_document, "document=39"),
                 {"depth", "kind", "code", "above", "done", "total"}),
        ElementsAre("0|document|39|-|2|4", "1|task|T2|39|0|1", "1|document|68|39|2|4",
                    "2|clause|68-I|68|1|2", "3|clause|68-I.1|68-I|1|2", "4|task|T1|68-I.1|1|1",
                    "3|clause|68-I.2|68-I|0|0", "2|clause|68-II|68|0|0", "3|task|T4|68-II|0|0",
                    "2|task|T3|68|1|2", "3|task|T3a|T3|1|1", "3|task|T3b|T3|0|1"));
}

TEST(Row3, ClausesWithoutATaskAndTasksWithoutABasisAreFound) {
    state_under_test s{world};
    s.add(action_programme);
    EXPECT_THAT(lines_of(ask(s, "2024-04-25", question_kind::orphan_clauses), {"clause"}),
                ElementsAre("68-I.2", "68-II"))
        << "a cancelled task carries out nothing; 68-I has parts";
    EXPECT_THAT(lines_of(ask(s, "2024-04-25", question_kind::orphan_tasks), {"task"}),
                ElementsAre("T9"));
    s.add("2023-12-01 assign_task task=T9 title_vi=x lead=VP clause=68-I.2 corrects=26");
    EXPECT_THAT(lines_of(ask(s, "2024-04-25", question_kind::orphan_clauses), {"clause"}),
                ElementsAre("68-II"));
    EXPECT_THAT(lines_of(ask(s, "2024-04-25", question_kind::orphan_tasks), {"task"}), IsEmpty());
    s.add("2023-12-01 assign_task task=T9 title_vi=x lead=VP document=68 corrects=27");
    EXPECT_THAT(lines_of(ask(s, "2024-04-25", question_kind::orphan_clauses), {"clause"}),
                ElementsAre("68-I.2", "68-II"))
        << "the assignment that named the clause was corrected";
}

// Nobody carries out a clause either whose only task has no lead: it is found, and told apart by
// the task.
TEST(Row3, AClauseWhoseTasksNobodyLeadsIsFoundAsWell) {
    state_under_test s{world};
    s.add(action_programme);
    s.add(
        "2023-12-01 assign_task task=T5 title_vi=x clause=68-I.2\n"
        "2023-12-01 assign_task task=T6 title_vi=x clause=68-I.2");
    const auto found = [&](const char* day = "2024-04-25") {
        return lines_of(ask(s, day, question_kind::orphan_clauses), {"clause", "tasks"});
    };
    EXPECT_THAT(found(), ElementsAre("68-I.2|T5 T6", "68-II|-"));
    s.add("2024-02-01 assign_task task=T6a title_vi=x lead=VP parent_task=T6");
    EXPECT_THAT(found(), ElementsAre("68-II|-")) << "a part of it has a lead";
    EXPECT_THAT(found("2024-01-31"), ElementsAre("68-I.2|T5 T6", "68-II|-"));
    s.add("2024-02-02 cancel_task task=T6a reason=x\n2024-02-02 cancel_task task=T6 reason=x");
    EXPECT_THAT(found(), ElementsAre("68-I.2|T5", "68-II|-"));
    s.add("2024-03-01 reassign_task task=T5 lead=VP");
    EXPECT_THAT(found(), ElementsAre("68-II|-"));
    s.add(
        "2024-01-02 add_agency agency=Z1 name_vi=x\n2024-01-02 add_agency agency=Z2 name_vi=x\n"
        "2024-05-01 reassign_task task=T5 lead=Z1\n"
        "2024-05-02 merge_agency agency=Z1 into=Z2\n"
        "2024-05-06 dissolve_agency agency=Z2 reason=x");
    EXPECT_THAT(found("2024-05-03"), ElementsAre("68-II|-")) << "Z2 goes on for it";
    EXPECT_THAT(found("2024-05-06"), ElementsAre("68-I.2|T5", "68-II|-")) << "nobody does";
}

TEST(Row3, WorkProgrammesHaveItemsThatAreAddedPostponedAndWithdrawnByDecision) {
    state_under_test s{world};
    s.add(R"(
2024-01-05 add_document document=CT number=1-CTr/TU document_kind=work_programme issuer=TU dated=2024-01-05
2024-01-05 add_programme programme=Q1 agency=BTV period=2024-Q1 document=CT
2024-01-05 assign_task task=T1 title_vi='Quy chế' lead=VP
2024-01-05 assign_task task=T2 title_vi='Ngoài' lead=VP
2023-01-05 assign_task task=T3 title_vi='Cũ' lead=VP acceptance=not_asked
2023-06-05 complete_task task=T3
2024-01-05 add_item item=I1 programme=Q1 title_vi='Quy chế' planned_for=2024-02 body=BTV session='phiên 40' papers_due=2024-02-10 lead=VP task=T1
2024-01-05 add_item item=I2 programme=Q1 title_vi='Sơ kết' planned_for=2024-03 body=BTV papers_due=2024-03-10
2024-01-05 add_item item=I3 programme=Q1 title_vi='Bỏ' planned_for=2024-03
2024-02-20 add_item item=I4 programme=Q1 title_vi='Bổ sung' planned_for=2024-03 decided_by=BTV
2024-02-14 receive_papers item=I1 agency=VP
2024-03-01 postpone_item item=I2 planned_for=2024-05 papers_due=2024-05-10 decided_by=BTV reason='chờ Trung ương'
2024-03-02 withdraw_item item=I3 document=CT reason='không còn cần'
2024-02-20 hold_meeting meeting=P40 name_vi='phiên 40' body=BTV
2024-02-20 consider_item item=I1 meeting=P40
)");
    const std::vector<std::string> columns{"item",        "state", "first_planned_for",
                                           "planned_for", "added", "papers_in_time"};
    EXPECT_THAT(
        lines_of(ask(s, "2024-04-25", question_kind::programme_items, "period=2024-Q1"), columns),
        ElementsAre("I1|considered|2024-02|2024-02|0|0", "I2|postponed|2024-03|2024-05|0|-",
                    "I3|withdrawn|2024-03|2024-03|0|-", "I4|overdue|2024-03|2024-03|1|-"));
    EXPECT_THAT(
        lines_of(ask(s, "2024-02-25", question_kind::programme_items, "period=2024-Q2"), columns),
        IsEmpty())
        << "nothing was postponed yet";
    EXPECT_THAT(
        lines_of(ask(s, "2024-04-25", question_kind::programme_items, "period=2024-Q2"), columns),
        ElementsAre("I2|postponed|2024-03|2024-05|0|-", "I4|overdue|2024-03|2024-03|1|-"))
        << "what is overdue stays on the list, as in the review";
    const lens in_april{s.record, {parse_day("2024-04-25"), s.record.revision()}, last_day};
    EXPECT_EQ(build_review(in_april, {parse_period("2024-Q2")}).programme_items.size(), 2u);
    EXPECT_EQ(build_review(in_april, {parse_period("2023-Q3")}).programme_items.size(), 0u)
        << "nothing was due by then";
    EXPECT_THAT(lines_of(ask(s, "2024-04-25", question_kind::planned_work, "period=2024-Q1"),
                         {"task", "planned", "items"}),
                ElementsAre("T1|1|I1", "T2|0|-"))
        << "T3 was done before";
    const lens through{s.record, {parse_day("2024-04-25"), s.record.revision()}, last_day};
    const review r = build_review(through, {parse_period("2024-Q1")});
    ASSERT_EQ(r.unplanned.size(), 1u);
    EXPECT_EQ(r.tasks[r.unplanned[0]].code, "T2");
    EXPECT_EQ(r.programme_items.size(), 4u);
    EXPECT_TRUE(r.tasks[r.population[0]].planned_for_period) << "by the item";
}

// What is planned of a whole is its parts': a plan is not left by dividing the work.
TEST(Row3, APartOfPlannedWorkIsPlannedWork) {
    state_under_test s{world};
    s.add(R"(
2024-01-05 assign_task task=W title_vi=x lead=VP deadline=2024-12-30
2024-01-05 assign_task task=W1 title_vi=x lead=VP deadline=2024-12-30 parent_task=W
2024-01-05 assign_task task=W2 title_vi=x lead=VP deadline=2024-12-30 parent_task=W1
2024-01-05 assign_task task=Z title_vi=x lead=VP deadline=2024-12-30
2024-01-05 plan_task task=W period=2024-Q1
2024-01-05 mark_key_task task=W period=2024-Q2
)");
    EXPECT_THAT(lines_of(ask(s, "2024-04-25", question_kind::planned_work, "period=2024-Q1"),
                         {"task", "planned"}),
                ElementsAre("W|1", "W1|1", "W2|1", "Z|0"));
    const lens through{s.record, {parse_day("2024-04-25"), s.record.revision()}, last_day};
    const review r = build_review(through, {parse_period("2024-Q1")});
    const auto codes = [&](const std::vector<std::size_t>& list) {
        std::vector<std::string> all;
        for (const std::size_t i : list) all.push_back(r.tasks[i].code);
        return all;
    };
    EXPECT_THAT(codes(r.unplanned), ElementsAre("Z"));
    EXPECT_THAT(codes(r.unexplained), ElementsAre("W2"));
    EXPECT_THAT(codes(r.carried_late), ElementsAre("W2"));
    EXPECT_THAT(codes(r.next_planned), ElementsAre("W2"));
}

// Whether there are plans is told by all plans for the period, not only by those of tasks in it.
TEST(Row3, WhatIsOutsideThePlansHangsOnNoTaskBeforeThePeriod) {
    for (const char* document : {"", " document=D"}) {
        state_under_test s{world};
        s.add(std::string{R"(
2023-01-05 add_document document=D number=1-KH/TU document_kind=plan issuer=TU dated=2023-01-05
2023-11-01 assign_task task=T0 title_vi=x lead=VP acceptance=not_asked)"} +
              document + R"(
2023-11-02 plan_task task=T0 period=2024-Q1
2023-12-20 complete_task task=T0
2024-02-01 assign_task task=T1 title_vi=x lead=VP
)");
        const lens through{s.record, {parse_day("2024-04-25"), s.record.revision()}, last_day};
        EXPECT_EQ(build_review(through, {parse_period("2024-Q1")}).unplanned.size(), 1u)
            << document;
        EXPECT_EQ(build_review(through, {parse_period("2024-Q2")}).unplanned.size(), 0u)
            << "nothing is planned for it";
    }
}

TEST(Row3, AFieldOfWorkHasAnAgencyAndAPostOverAnInterval) {
    state_under_test s{world};
    s.add(R"(
2024-01-01 add_post post=TP agency=BTG name_vi='Trưởng phòng'
2024-01-01 add_official official=an name_vi=An
2024-01-01 hold_post official=an post=TP
2024-01-01 charge_field agency=BTG field_of_work='Tuyên truyền' post=TP
2024-01-01 charge_field agency=BDV field_of_work='Dân vận' until=2024-03-31
2024-01-05 assign_task task=T1 title_vi=x lead=BTG field_of_work='tuyên  truyền'
2024-01-05 assign_task task=T2 title_vi=x lead=VP field_of_work='Tuyên truyền'
)");
    EXPECT_THAT(
        lines_of(ask(s, "2024-04-25", question_kind::responsibilities),
                 {"field_of_work", "agency", "official", "open_tasks", "open_tasks_of_others"}),
        ElementsAre("Tuyên truyền|BTG|an|1|1"));
}

// Row 4: preliminary and final reviews of documents, with quality besides timeliness.
TEST(Row4, ReviewsOfDocumentsFallDueAndAreMadePostponedOrDropped) {
    state_under_test s{world};
    s.add(action_programme);
    s.add(R"(
2024-01-01 schedule_document_review document_review=R1 document=68 review_kind=interim deadline=2024-06-30 deadline_precision=quarter deadline_as_stated='quý II/2024' lead=BTG
2024-01-01 schedule_document_review document_review=R2 document=39 review_kind=final deadline=2024-02-29 lead=VP
2024-01-01 schedule_document_review document_review=R3 document=39 review_kind=interim deadline=2024-03-15 lead=VP
2024-01-01 schedule_document_review document_review=R4 document=68 review_kind=final deadline=2023-12-31 lead=VP
2024-03-20 complete_document_review document_review=R2 quality=meets_after_revision
2024-03-01 postpone_document_review document_review=R3 deadline=2024-09-30 decided_by=TU
2024-03-01 drop_document_review document_review=R4 reason='gộp vào R1' decided_by=TU
)");
    const std::vector<std::string> columns{"document_review", "state", "due", "original_due",
                                           "quality"};
    EXPECT_THAT(lines_of(ask(s, "2024-04-25", question_kind::document_reviews), columns),
                ElementsAre("R4|dropped|2023-12-31|2023-12-31|-",
                            "R2|done_late|2024-02-29|2024-02-29|meets_after_revision",
                            "R1|open|2024-06-30|2024-06-30|-", "R3|open|2024-09-30|2024-03-15|-"));
    EXPECT_THAT(lines_of(ask(s, "2024-04-25", question_kind::document_reviews, "period=2024-Q2"),
                         {"document_review", "leads"}),
                ElementsAre("R1|BTG"))
        << "chair's question 19: which fall due in the second quarter, and who advises?";
    EXPECT_THAT(lines_of(ask(s, "2024-07-01", question_kind::document_reviews, "period=2024-Q3"),
                         {"document_review", "state"}),
                ElementsAre("R1|overdue", "R3|open"))
        << "what is overdue stays on the list";
}

// Row 5: amends, replaces, repeals; which text is in force; what a term leaves open.
TEST(Row5, TheTextInForceOnADayIsTheLastOfItsChain) {
    state_under_test s{world};
    s.add(R"(
2009-05-08 add_document document=222 number=222-QĐ/TW document_kind=regulation issuer=BBT dated=2009-05-08
2013-12-27 add_document document=219 number=219-QĐ/TW document_kind=regulation issuer=BBT dated=2013-12-27
2013-12-27 relate_documents document=219 relation=replaces to_document=222
2018-07-25 add_document document=04 number=04-QĐi/TW document_kind=regulation issuer=BBT dated=2018-07-25
2018-07-25 relate_documents document=04 relation=replaces to_document=219
2023-12-01 add_document document=137 number=137-QĐ/TW document_kind=regulation issuer=BBT dated=2023-12-01 in_force_from=2023-12-15
2023-12-01 relate_documents document=137 relation=replaces to_document=04
2024-02-01 add_document document=140 number=140-QĐ/TW document_kind=regulation issuer=BBT dated=2024-02-01
2024-02-01 relate_documents document=140 relation=amends to_document=137
2024-03-01 add_document document=9 number=9-QC/TU document_kind=working_rules issuer=TU dated=2024-03-01 until=2024-12-31
)");
    const auto on = [&](const char* day) {
        return lines_of(ask(s, day, question_kind::documents, "in_force=in_force agency=BBT"),
                        {"document", "amended_by"});
    };
    EXPECT_THAT(on("2013-12-26"), ElementsAre("222|-"));
    EXPECT_THAT(on("2013-12-27"), ElementsAre("219|-"));
    EXPECT_THAT(on("2023-12-14"), ElementsAre("04|-")) << "137 is issued, not yet in force";
    EXPECT_THAT(on("2024-04-25"), ElementsAre("137|140", "140|-"));
    EXPECT_THAT(lines_of(ask(s, "2024-04-25", question_kind::documents, "in_force=not_in_force"),
                         {"document", "not_in_force_from", "ended_by"}),
                ElementsAre("04|2023-12-15|137", "219|2018-07-25|04", "222|2013-12-27|219"));
    EXPECT_THAT(lines_of(ask(s, "2025-01-01", question_kind::documents, "text=9-qc"), {"in_force"}),
                ElementsAre("0"));
}

TEST(Row5, ADocumentDatedBeforeTheOneItCarriesOutIsFound) {
    state_under_test s{world};
    s.add(R"(
2023-07-18 add_document document=39 number=39-NQ/TW document_kind=resolution issuer=BCT dated=2023-07-18
2023-01-01 add_document document=68 number=68-CTr/TU document_kind=action_programme issuer=TU dated=2023-01-01
)");
    const command late = tests::command_of(
        "2023-07-18 relate_documents document=68 relation=implements to_document=39");
    s.add(late);
    std::vector<finding> findings;
    find_document_oddities(s.record, late, findings);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].key, "document.chronology");
    s.add("2023-07-18 state_document_date document=68 dated=2023-11-15 source=x");
    findings.clear();
    find_document_oddities(s.record, late, findings);
    EXPECT_THAT(findings, IsEmpty()) << "one of its days fits";
}

TEST(Row5, WhatATermLeavesOpenIsListedWithWhatBecameOfIt) {
    state_under_test s{world, parse_day("2026-12-31")};
    s.add(R"(
2020-10-17 add_term term=XIX body=TU name_vi='Nhiệm kỳ XIX' from_day=2020-10-17 until=2025-10-01
2024-01-01 add_document document=D number=5-NQ/TU document_kind=resolution issuer=TU dated=2024-01-01
2024-01-01 assign_task task=T1 title_vi='Còn mở' lead=VP assigner=BTV deadline=2025-06-30 acceptance=not_asked
2024-01-01 assign_task task=T2 title_vi='Xong' lead=VP assigner=BTV acceptance=not_asked
2025-01-01 complete_task task=T2
2024-01-01 assign_task task=T3 title_vi='Theo văn bản' lead=VP document=D
2024-01-01 assign_task task=T4 title_vi='Của nơi khác' lead=VP assigner=BCT
2025-10-02 assign_task task=T5 title_vi='Nhiệm kỳ sau' lead=VP assigner=BTV
2024-01-01 raise_recommendation recommendation=K1 text_vi='Thiếu xe' addressed_to=BTV
2024-01-01 schedule_document_review document_review=R1 document=D review_kind=final deadline=2026-12-31 lead=VP
2025-11-01 complete_task task=T1
)");
    EXPECT_THAT(lines_of(ask(s, "2025-12-31", question_kind::open_at_term_end, "term=XIX"),
                         {"kind", "code", "state", "now"}),
                ElementsAre("task|T1|open_overdue|done_late",
                            "task|T3|open_without_deadline|open_without_deadline",
                            "recommendation|K1|open|open", "document_review|R1|open|open"));
}

TEST(Row5, WhatItsAgenciesOwedToOthersAtTheEndOfATermIsListedToo) {
    state_under_test s{world, parse_day("2026-12-31")};
    s.add(R"(
2020-10-17 add_term term=XIX body=TU name_vi='Nhiệm kỳ XIX' from_day=2020-10-17 until=2025-10-01
2024-01-01 assign_task task=T title_vi='Của nơi khác' lead=BCT coordinating=BTV assigner=BCT deadline=2025-01-01
2024-01-01 consult consultation=C task=T agency=BCT addressed_to=BTV answer_due=2025-12-01
2024-01-01 block_task task=T condition=tiền owed_by=BTV answer_due=2025-01-01
2025-02-01 explain_delay task=T agency=BCT cause=other text=x blamed=BTV
2024-01-01 expect_document task=T expected=e issuer=BTV
2024-01-01 raise_recommendation recommendation=K text_vi='Thiếu xe' addressed_to=BCT authority=BTV
2024-01-01 add_indicator indicator=KN name_vi='Kết nạp' unit=người
2024-01-01 set_target indicator=KN agency=BTV period=2030 target_low=1
2024-01-01 set_target indicator=KN agency=BTV period=2024 target_low=1
2025-11-01 answer_consultation consultation=C agency=BTV opinion=agree
2025-11-02 unblock_task task=T condition=tiền
)");
    EXPECT_THAT(
        lines_of(ask(s, "2025-12-31", question_kind::open_at_term_end, "term=XIX"),
                 {"kind", "code", "title", "state", "agencies", "now"}),
        ElementsAre("recommendation|K|Thiếu xe|open|BTV|open", "consultation|C|-|open|BTV|done",
                    "condition|T|tiền|overdue|BTV|done", "explanation|T|Của nơi khác|open|BTV|open",
                    "expected_document|T|e|open|BTV|open",
                    "target|KN|Kết nạp, 2030|open|BTV|open"));
}

// Row 6: agencies merge, split and are renamed; what they left must be taken.
constexpr const char* merger = R"(
2024-01-01 assign_task task=T1 title_vi='Tuyên truyền' lead=BTG coordinating=BDV
2024-01-01 assign_task task=T2 title_vi='Dân vận' lead=BDV
2024-01-01 assign_task task=T3 title_vi='Chung' lead=BTG,BDV
2024-01-01 assign_task task=T4 title_vi='Xong trước' lead=BTG acceptance=not_asked
2024-02-01 complete_task task=T4
2024-01-01 raise_recommendation recommendation=K1 text_vi='Thiếu xe' addressed_to=BTG
2024-01-01 add_indicator indicator=KN name_vi='Kết nạp' unit=người
2025-01-01 set_target indicator=KN agency=BDV period=2025 target_low=10
2025-02-01 merge_agency agency=BTG into=BTGDV
2025-02-01 merge_agency agency=BDV into=BTGDV
)";

TEST(Row6, WhatMergedAgenciesLeftOpenIsListedUntilSomebodyTakesIt) {
    state_under_test s{world, parse_day("2026-12-31")};
    s.add(merger);
    const std::vector<std::string> columns{"agency", "kind", "code", "period", "taken_by"};
    EXPECT_THAT(lines_of(ask(s, "2025-03-01", question_kind::left_open), columns),
                ElementsAre("BDV|task|T2|-|-", "BDV|task|T3|-|-", "BDV|coordination|T1|-|-",
                            "BDV|target|KN|2025|-", "BTG|task|T1|-|-", "BTG|task|T3|-|-",
                            "BTG|recommendation|K1|-|-"));
    EXPECT_THAT(lines_of(ask(s, "2025-01-31", question_kind::left_open), columns), IsEmpty())
        << "they existed on that day";
    const auto findings = [&] {
        const lens through{s.record, {parse_day("2025-03-31"), s.record.revision()}, last_day};
        return build_review(through, {parse_period("2025-Q1")}).findings.size();
    };
    EXPECT_EQ(findings(), 7u) << "what nobody took is a finding";
    s.add(R"(
2025-02-10 reassign_task task=T1 lead=BTGDV coordinating=VP
2025-02-10 reassign_task task=T2 lead=BTGDV
2025-02-11 hand_over agency=BTG into=BTGDV recommendation=K1
2025-02-11 hand_over agency=BDV into=VP indicator=KN period=2025
)");
    EXPECT_THAT(lines_of(ask(s, "2025-03-01", question_kind::left_open), columns),
                ElementsAre("BDV|task|T2|-|BTGDV", "BDV|task|T3|-|-", "BDV|coordination|T1|-|VP",
                            "BDV|target|KN|2025|VP", "BTG|task|T1|-|BTGDV", "BTG|task|T3|-|-",
                            "BTG|recommendation|K1|-|BTGDV"));
    EXPECT_EQ(findings(), 2u);
}

TEST(Row6, FiguresAreByTheAgenciesOfTheDayOrByThoseThatGoOn) {
    state_under_test s{world, parse_day("2026-12-31")};
    s.add(merger);
    s.add("2025-01-01 assign_task task=T5 title_vi=x");
    const std::vector<std::string> columns{"agency", "kind", "includes", "total", "coordinated"};
    EXPECT_THAT(lines_of(ask(s, "2025-03-01", question_kind::agency_figures), columns),
                ElementsAre("BDV|agency|-|2|1", "BTG|agency|-|3|0", "-|no_lead|-|1|0",
                            "-|not_shown|-|0|0", "-|total|-|5|0"));
    EXPECT_THAT(
        lines_of(ask(s, "2025-03-01", question_kind::agency_figures, "figures_by=successors"),
                 columns),
        ElementsAre("BTGDV|agency|BDV BTG|4|1", "-|no_lead|-|1|0", "-|not_shown|-|0|0",
                    "-|total|-|5|0"))
        << "T3 had both as leads and counts once in the row of their successor";
}

TEST(Row6, ASplitStatesTheDutiesAndApportionsNothing) {
    state_under_test s{world, parse_day("2026-12-31")};
    s.add(R"(
2025-01-02 assign_task task=T1 title_vi=x lead=BTGDV
2025-03-01 split_agency agency=BTGDV into=BTG,BDV duty='tuyên giáo','dân vận' reason='quyết định'
2024-06-01 rename_agency agency=VP name_vi='Văn phòng Tỉnh ủy' name_en=Office
2024-07-01 move_agency agency=VP parent=BTV
2024-01-01 add_agency agency=TCT name_vi='Tổ công tác' agency_kind=task_force until=2024-12-31
)");
    EXPECT_THAT(
        lines_of(ask(s, "2025-03-02", question_kind::agency_changes),
                 {"agency", "on", "change", "into", "duty"}),
        ElementsAre("VP|2024-06-01|renamed|Văn phòng Tỉnh ủy|-", "VP|2024-07-01|moved|BTV|-",
                    "TCT|2025-01-01|expired|-|-", "BTGDV|2025-03-01|split|BTG|tuyên giáo",
                    "BTGDV|2025-03-01|split|BDV|dân vận"));
    EXPECT_THAT(
        lines_of(ask(s, "2025-03-02", question_kind::agency_figures, "figures_by=successors"),
                 {"agency", "total"}),
        ElementsAre("BTGDV|1", "-|0", "-|0", "-|1"));
    EXPECT_THAT(lines_of(ask(s, "2025-03-02", question_kind::left_open), {"code", "successors"}),
                ElementsAre("T1|BTG BDV"));
    EXPECT_THAT(
        lines_of(ask(s, "2025-03-02", question_kind::agency_names, "agency=VP"),
                 {"language", "name", "kind"}),
        ElementsAre("vi|Văn phòng|former_name", "vi|Văn phòng Tỉnh ủy|name", "en|Office|name"));
    EXPECT_THAT(lines_of(ask(s, "2025-03-02", question_kind::agency_names, "agency=BTG"),
                         {"language", "name", "kind"}),
                ElementsAre("vi|Ban Tuyên giáo|name", "vi|BTG|alias", "en|Propaganda|alias"));
    EXPECT_THAT(lines_of(ask(s, "2025-03-02", question_kind::agencies, "text='van phong'"),
                         {"agency", "name_vi", "parent", "ended_how"}),
                ElementsAre("VP|Văn phòng Tỉnh ủy|BTV|-"));
    EXPECT_THAT(lines_of(ask(s, "2024-05-31", question_kind::agencies, "text='van phong'"),
                         {"name_vi", "parent"}),
                ElementsAre("Văn phòng|TU"))
        << "as it was";
}

// Row 12 and section 4.6: what a viewer may not see is left out, and the sums stay exact.
constexpr const char* classified = R"(
2024-01-01 add_access_class access_class=MAT name_vi='Mật' rank=1
2024-01-01 set_highest_class access_class=MAT
2024-01-01 grant_access access_class=MAT agency=VP
2023-07-18 add_document document=39 number=39-NQ/TW document_kind=resolution issuer=BCT dated=2023-07-18
2023-08-01 add_document document=KL number=7-KL/TU document_kind=conclusion issuer=TU dated=2023-08-01 access_class=MAT
2023-08-01 relate_documents document=KL relation=implements to_document=39
2024-01-02 assign_task task=T1 title_vi='Công khai' lead=BTG document=KL acceptance=not_asked
2024-01-02 assign_task task=T2 title_vi='Kín' lead=BTG document=39 access_class=MAT acceptance=not_asked
2024-02-02 complete_task task=T2
2024-01-02 record_placeholder task=P1 access_class=MAT assigner=BTV lead=VP deadline=2024-06-30
)";

TEST(Secrecy, AViewHidesWhatItsAgencyMayNotSeeAndKeepsTheSums) {
    state_under_test s{world};
    s.add(classified);
    const char* day = "2024-04-25";
    EXPECT_THAT(lines_of(ask(s, day, question_kind::tasks, "", "VP"), {"task"}),
                ElementsAre("P1", "T1", "T2"));
    EXPECT_THAT(lines_of(ask(s, day, question_kind::tasks, "", "BTG"), {"task"}),
                ElementsAre("T1"));
    EXPECT_THAT(lines_of(ask(s, day, question_kind::agency_figures, "", "BTG"),
                         {"kind", "done_without_deadline", "total"}),
                ElementsAre("agency|0|1", "no_lead|0|0", "not_shown|1|2", "total|1|3"));
    EXPECT_THAT(lines_of(ask(s, day, question_kind::lineage, "task=T1", "BTG"),
                         {"step", "kind", "code", "not_shown", "below"}),
                ElementsAre("0|task|T1|0|-", "1|not_shown|-|1|-", "2|document|39|0|-"))
        << "the chain goes on above what is hidden";
    EXPECT_THAT(lines_of(ask(s, day, question_kind::below_document, "document=39", "BTG"),
                         {"kind", "code", "done", "total"}),
                ElementsAre("document|39|1|2", "not_shown|-|1|2"));
    EXPECT_THROW(ask(s, day, question_kind::lineage, "task=T2", "BTG"), error)
        << "it is not there for BTG";
    EXPECT_THAT(lines_of(ask(s, day, question_kind::documents, "", "BTG"), {"document"}),
                ElementsAre("39"));
    s.add("2024-03-01 grant_access access_class=MAT agency=BTG");
    EXPECT_THAT(lines_of(ask(s, "2024-01-31", question_kind::tasks, "", "BTG"), {"task"}),
                ElementsAre("P1", "T1", "T2"))
        << "rights are those of now, also for a past day";
    s.add("2024-03-02 revoke_access access_class=MAT agency=BTG");
    EXPECT_THAT(lines_of(ask(s, day, question_kind::tasks, "", "BTG"), {"task"}),
                ElementsAre("T1"));
}

TEST(Secrecy, PlaceholdersAreCountedWithoutWords) {
    state_under_test s{world};
    s.add(classified);
    const lens through{s.record, {parse_day("2024-04-25"), s.record.revision()}, last_day};
    const review r = build_review(through, {parse_period("2024-Q1")});
    EXPECT_EQ(r.placeholders, 1);
    EXPECT_EQ(r.at_end.total(), 3);
    const auto p = std::find_if(r.tasks.begin(), r.tasks.end(),
                                [](const review_task& t) { return t.code == "P1"; });
    EXPECT_TRUE(p->placeholder);
    EXPECT_EQ(p->title.vi, "");
    EXPECT_EQ(p->access_class, "MAT");
    const lens narrow{s.record, through.times, last_day,
                      *s.record.find(entity_kind::agency, "BTG")};
    const review seen = build_review(narrow, {parse_period("2024-Q1")});
    EXPECT_EQ(seen.at_end.total(), 1);
    EXPECT_EQ(seen.not_shown, 2);
    EXPECT_THAT(lines_of(ask(s, "2024-04-25", question_kind::access_classes),
                         {"access_class", "may_be_held", "agencies", "things", "placeholders"}),
                ElementsAre("MAT|1|VP|2|1"));
    const auto open_to = [&](const std::string& agency) {
        return lines_of(ask(s, "2024-04-25", question_kind::access_classes, "agency=" + agency),
                        {"access_class"});
    };
    EXPECT_THAT(open_to("VP"), ElementsAre("MAT"));
    EXPECT_THAT(open_to("BTG"), IsEmpty());
}

TEST(Questions, OfEveryKindAnswerOnAnEmptyLedgerAndRefuseUnknownCodes) {
    const state_under_test s;
    for (const question_descriptor& q : questions()) {
        SCOPED_TRACE(q.name);
        if (q.id == question_kind::search || q.id == question_kind::said) continue;
        arguments args;
        bool needs = false;
        for (const field_use& use : q.arguments) {
            const field_descriptor& f = descriptor_of(use.id);
            if (f.type == value_type::code) {
                arguments unknown;
                unknown.values = {{use.id, "unknown"}};
                for (const field_use& other : q.arguments)
                    if (other.required && descriptor_of(other.id).type != value_type::code)
                        unknown.values.push_back({other.id, "2024-Q1"});
                const lens through{s.record, {parse_day("2024-04-25"), 0}, last_day};
                EXPECT_THROW(answer(through, q.id, unknown), error) << f.name;
                needs |= use.required || q.id == question_kind::lineage;
            } else if (use.required) {
                args.values.push_back({use.id, "2024-Q1"});
            }
        }
        if (q.id == question_kind::review_tasks) args.values.push_back({field::period, "2024-Q1"});
        const lens through{s.record, {parse_day("2024-04-25"), 0}, last_day};
        if (!needs) {
            const table t = answer(through, q.id, args);
            EXPECT_EQ(t.columns().size(), q.columns.size());
        }
    }
}

}  // namespace
}  // namespace mandate
