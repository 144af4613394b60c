#include "model/record_rules.hpp"

#include "mandate/base/error.hpp"
#include "model/state_under_test.hpp"

#include <gtest/gtest.h>

namespace mandate {
namespace {

using tests::command_of;
using tests::state_under_test;

constexpr const char* world = R"(
2020-01-01 add_agency agency=TU name_vi='Committee' agency_kind=body
2020-01-01 add_agency agency=A name_vi='Agency A' parent=TU
2020-01-01 add_agency agency=B name_vi='Agency B'
2020-01-01 add_agency agency=OLD name_vi='Old'
2023-01-01 merge_agency agency=OLD into=A
2020-01-01 add_official official=P name_vi=Person
2020-01-01 add_post post=HEAD agency=A name_vi=Head
2023-07-18 add_document document=D1 number=39-NQ/TW document_kind=resolution issuer=TU dated=2023-07-18
2023-11-15 add_document document=D2 number=68-CTr/TU document_kind=action_programme issuer=TU dated=2023-11-15
2023-11-15 relate_documents document=D2 relation=implements to_document=D1
2023-11-15 add_clause clause=C1 document=D2 clause_number=I
2023-11-15 schedule_document_review document_review=R1 document=D2 review_kind=interim deadline=2024-06-30 lead=A
2024-01-05 add_programme programme=CT agency=A period=2024-Q1
2024-01-05 add_item item=I1 programme=CT title_vi=Item planned_for=2024-02
2024-01-05 add_item item=I2 programme=CT title_vi=Item planned_for=2024-03
2024-02-10 withdraw_item item=I2 decided_by=TU reason=later
2020-10-17 add_term term=XIX body=TU name_vi='Term XIX' from_day=2020-10-17 until=2025-10-01
2024-01-01 add_access_class access_class=LOW name_vi=Low rank=1
2024-01-01 add_access_class access_class=HIGH name_vi=High rank=5
2024-01-01 set_highest_class access_class=LOW
2024-01-01 add_document document=D3 number=7-KL/TU document_kind=conclusion issuer=TU access_class=LOW
2024-01-01 raise_recommendation recommendation=REC text_vi=x addressed_to=A
2024-01-01 add_indicator indicator=IND name_vi=x unit=persons
2024-01-01 set_target indicator=IND agency=A period=2024 target_low=5
)";

std::string fact_of(const error& e, std::string_view key) {
    for (const auto& [name, content] : e.facts())
        if (name == key) return content;
    return {};
}

TEST(RecordRules, RefuseWhatMayNotBe) {
    const struct {
        const char* command;
        errc code;
        const char* rule_or_field;
        const char* why;
    } cases[] = {
        {"2024-02-01 rename_agency agency=OLD name_vi=x", errc::refused, "agency_exists", "ended"},
        {"2022-02-01 rename_agency agency=OLD name_vi=x", errc{}, "", "it existed then"},
        {"2024-02-01 merge_agency agency=A into=A", errc::refused, "not_into_itself", ""},
        {"2024-02-01 merge_agency agency=B into=OLD", errc::refused, "agency_exists", ""},
        {"2024-02-01 dissolve_agency agency=OLD reason=x", errc::refused, "ends_once", ""},
        {"2024-02-01 split_agency agency=B into=A duty=all", errc::refused, "split_into_several",
         "that is a merger"},
        {"2024-02-01 split_agency agency=B into=A,TU duty=all", errc::refused, "duties_stated",
         "two successors, one duty"},
        {"2024-02-01 split_agency agency=B into=A,TU duty=some,rest", errc{}, "", ""},
        {"2024-02-01 move_agency agency=TU parent=A", errc::cycle, "no_cycle", "A is below it"},
        {"2024-02-01 add_agency agency=N name_vi=x identifier_new=h41", errc::malformed,
         "identifier_new", "small letters"},
        {"2024-02-01 add_agency agency=N name_vi=x identifier_new=H41..1", errc::malformed,
         "identifier_new", "an empty group"},
        {"2024-02-01 add_agency agency=N name_vi=x identifier_old=000.00.00.H41", errc{}, "", ""},
        {"2024-02-01 add_agency agency=N name_vi=x agency_kind=task_force until=2024-01-31",
         errc::out_of_range, "until", "it would end before it begins"},
        {"2024-02-01 hand_over agency=OLD into=A", errc::missing_field, "recommendation", ""},
        {"2024-02-01 hand_over agency=A into=B recommendation=REC", errc{}, "", ""},
        {"2024-02-01 hand_over agency=B into=A recommendation=REC", errc::refused, "its_own",
         "B owes no answer"},
        {"2024-02-01 hand_over agency=A into=B indicator=IND", errc::refused, "its_own",
         "A does not answer for it"},
        {"2024-02-01 hand_over agency=A into=B recommendation=REC period=2023", errc::missing_field,
         "indicator", ""},
        {"2024-02-01 hand_over agency=A into=B indicator=IND period=2023", errc::refused, "its_own",
         "no target of 2023"},
        {"2024-02-01 hand_over agency=A into=B document_review=R1", errc{}, "", ""},
        {"2024-02-01 leave_post official=P post=HEAD", errc::refused, "holds_post", ""},
        {"2024-02-01 hold_post official=P post=HEAD until=2024-01-01", errc::out_of_range, "until",
         ""},
        {"2024-02-01 add_term term=N body=TU name_vi=x from_day=2025-10-01", errc::refused,
         "terms_in_turns", "one day in both"},
        {"2024-02-01 add_term term=N body=TU name_vi=x from_day=2025-10-02", errc{}, "", ""},
        {"2024-02-01 add_document document=N number='39 – nq/tw' document_kind=resolution "
         "issuer=TU "
         "dated=2023-07-18",
         errc::duplicate, "same_document", "the same document, spelt otherwise"},
        {"2024-02-01 add_document document=N number=39-NQ/TW document_kind=decision issuer=TU "
         "dated=2023-07-18",
         errc{}, "", "another kind"},
        {"2024-02-01 add_document document=N number=39-NQ/TW document_kind=resolution issuer=A "
         "dated=2023-07-18",
         errc{}, "", "another issuer"},
        {"2024-02-01 add_document document=N number=39-NQ/TW document_kind=resolution issuer=TU "
         "dated=2018-07-18",
         errc{}, "", "the series of another term"},
        {"2024-02-01 add_document document=N number=1-NQ/TU document_kind=resolution issuer=TU "
         "dated=2024-01-01 until=2023-01-01",
         errc::out_of_range, "until", ""},
        {"2024-02-01 relate_documents document=D1 relation=implements to_document=D2", errc::cycle,
         "no_cycle", "D2 implements D1"},
        {"2024-02-01 relate_documents document=D1 relation=amends to_document=D1", errc::cycle,
         "no_cycle", "itself"},
        {"2024-02-01 add_clause clause=C2 document=D1 clause_number=1 parent_clause=C1",
         errc::refused, "same_document", "C1 is one of D2"},
        {"2023-11-15 add_clause clause=C1 document=D2 clause_number=I parent_clause=C1 corrects=11",
         errc::cycle, "no_cycle", "a part of itself"},
        {"2024-02-01 schedule_document_review document_review=N document=D1 review_kind=final",
         errc::missing_field, "deadline", ""},
        {"2023-11-14 complete_document_review document_review=R1", errc::refused,
         "not_before_start", ""},
        {"2024-02-01 add_item item=N programme=CT title_vi=x planned_for=2024-04",
         errc::out_of_range, "planned_for", "outside the quarter"},
        {"2024-02-01 postpone_item item=I1 planned_for=2024-05", errc::missing_field, "decided_by",
         "by decision only"},
        {"2024-02-01 postpone_item item=I1 planned_for=2024-05 decided_by=TU", errc{}, "",
         "into another quarter"},
        {"2024-02-11 consider_item item=I2", errc::refused, "not_withdrawn", ""},
        {"2025-02-11 consider_item item=I1", errc::refused, "not_in_the_future", ""},
        {"2024-02-01 add_access_class access_class=N name_vi=x rank=5", errc::refused,
         "ranks_in_order", "the rank of HIGH"},
        {"2024-02-01 shred_event event=21 reason=x", errc::missing_field, "ordered_by",
         "by whose order?"},
        {"2024-02-01 shred_event event=99 ordered_by=x reason=x", errc::refused, "shreds_what", ""},
        {"2024-02-01 shred_event event=0 ordered_by=x reason=x", errc::out_of_range, "event", ""},
        {"2024-02-01 assign_task task=N title_vi=x clause=X", errc::unknown_reference, "clause",
         ""},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(std::string{c.command} + ": " + c.why);
        state_under_test s{world};
        const seq_number before = s.record.revision();
        try {
            s.add(command_of(c.command));
            EXPECT_EQ(c.code, errc{}) << "it was not refused";
        } catch (const error& e) {
            EXPECT_EQ(name_of(e.code()), name_of(c.code)) << e.what();
            const std::string rule = fact_of(e, "rule");
            const bool by_rule = rule == c.rule_or_field;
            EXPECT_EQ(by_rule ? rule : fact_of(e, "field"), c.rule_or_field) << e.what();
            EXPECT_EQ(std::string_view{e.what()}.find('\n'), std::string_view::npos);
            EXPECT_EQ(s.record.revision(), before);
        }
    }
}

TEST(RecordRules, AnEndThatWasMistakenIsCorrectedOrWithdrawn) {
    state_under_test s{world};
    s.add("2023-02-01 merge_agency agency=OLD into=B corrects=5");
    EXPECT_THROW(s.add("2023-03-01 dissolve_agency agency=OLD reason=x"), error);
    s.add("2024-03-01 void_event corrects=25 reason='it goes on'");
    s.add("2024-03-01 rename_agency agency=OLD name_vi='Still there'");
}

TEST(RecordRules, ACorrectedNumberFreesTheOldOneAndTakesTheNew) {
    state_under_test s{world};
    s.add(
        "2023-07-18 add_document document=D1 number=40-NQ/TW document_kind=resolution issuer=TU "
        "dated=2023-07-18 corrects=8");
    s.add(
        "2024-02-01 add_document document=N number=39-NQ/TW document_kind=resolution issuer=TU "
        "dated=2023-07-18");
    EXPECT_THROW(s.add("2024-02-01 add_document document=M number=40-NQ/TW "
                       "document_kind=resolution issuer=TU dated=2023-07-18"),
                 error);
}

}  // namespace
}  // namespace mandate
