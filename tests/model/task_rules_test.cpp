// The table of moves, and what a move needs besides its row.

#include "model/task_rules.hpp"

#include "mandate/base/error.hpp"
#include "model/access.hpp"
#include "model/state_under_test.hpp"

#include <gtest/gtest.h>

#include <map>

namespace mandate {
namespace {

using tests::command_of;
using tests::state_under_test;
using k = command_kind;

constexpr const char* stages = R"(
2024-01-01 add_agency agency=A name_vi=A
2024-01-10 assign_task task=open title_vi=x lead=A
2024-01-10 assign_task task=submitted title_vi=x lead=A
2024-01-20 submit_task task=submitted
2024-01-10 assign_task task=suspended title_vi=x lead=A
2024-01-20 suspend_task task=suspended reason=waiting
2024-01-10 assign_task task=done title_vi=x lead=A
2024-01-15 submit_task task=done
2024-01-20 accept_task task=done
2024-01-10 assign_task task=cancelled title_vi=x lead=A
2024-01-20 cancel_task task=cancelled reason=dropped
)";
constexpr const char* stage_names[] = {"open", "submitted", "suspended", "done", "cancelled"};

TEST(TaskRules, EveryCommandAboutATaskHasARowInTheTable) {
    std::map<k, int> rows;
    for (const move_row& row : move_table()) ++rows[row.move];
    for (const command_descriptor& c : commands()) {
        if (c.creates == entity_kind::task || c.fields.front().id != field::task) continue;
        EXPECT_EQ(rows[c.id], 1) << c.name;
    }
}

// Each rule of the table is met by the command itself: no row is only words.
TEST(TaskRules, TheTableSaysWhatTheJudgeDoes) {
    const state_under_test s{stages};
    for (const move_row& row : move_table())
        for (std::size_t stage = 0; stage < 5; ++stage) {
            const std::string_view expected = row.refused_by[stage];
            if (expected.empty()) continue;
            const std::string name{descriptor_of(row.move).name};
            SCOPED_TRACE(name + " " + stage_names[stage]);
            command c;
            c.kind = row.move;
            c.effective_on = parse_day("2024-02-01");
            for (const field_use& use : descriptor_of(row.move).fields) {
                const bool words = use.id == field::text && is_said_in_words(row.move);
                if (!use.required && !words && use.id != field::deadline) continue;
                const field_descriptor& f = descriptor_of(use.id);
                if (use.id == field::task)
                    c.values.push_back({use.id, stage_names[stage]});
                else if (f.entity == entity_kind::agency)
                    c.values.push_back({use.id, "A"});
                else if (f.type == value_type::period)
                    c.values.push_back({use.id, "2024-Q1"});
                else if (f.type == value_type::text)
                    c.values.push_back({use.id, use.id == field::cause ? "other" : "x"});
                else if (f.type == value_type::day)
                    c.values.push_back(
                        {use.id, std::int64_t{parse_day("2024-12-01").since_epoch()}});
                else if (f.type == value_type::choice)
                    c.values.push_back({use.id, std::int64_t{1}});
            }
            if (row.move == k::issue_document) continue;  // it names a document, see below
            try {
                judge(s.record, c, parse_day("2024-12-31"));
                ADD_FAILURE() << "it was not refused";
            } catch (const error& e) {
                std::string rule;
                for (const auto& [key, content] : e.facts())
                    if (key == "rule") rule = content;
                EXPECT_EQ(rule, expected) << e.what();
            }
        }
}

TEST(TaskRules, LimitsOfExtensionsAreATableOfTheLedger) {
    state_under_test s{R"(
2024-01-01 add_agency agency=B name_vi=Board
2024-01-01 add_agency agency=A name_vi=A
2024-01-01 add_agency agency=O name_vi=Office
2024-01-10 assign_task task=T title_vi=x lead=A assigner=B deadline=2024-03-31
2024-01-10 assign_task task=U title_vi=x lead=A assigner=A deadline=2024-03-31
2024-01-10 limit_extensions assigner=B decided_by=O most_times=1 most_days=30
2024-01-10 limit_extensions assigner=B decided_by=B most_times=2 most_days=90
)"};
    const auto refused = [&](const char* text) {
        try {
            s.add(command_of(text));
            return std::string{};
        } catch (const error& e) {
            return e.facts().front().second;
        }
    };
    EXPECT_EQ(refused("2024-02-01 revise_deadline task=T deadline=2024-05-31 decided_by=O"),
              "extension_limit")
        << "61 days is more than the Office may give";
    EXPECT_EQ(refused("2024-02-01 revise_deadline task=T deadline=2024-04-30 decided_by=A"),
              "extension_limit")
        << "no row for this agency";
    EXPECT_EQ(refused("2024-02-01 revise_deadline task=T deadline=2024-04-30 decided_by=O"), "");
    EXPECT_EQ(refused("2024-02-02 revise_deadline task=T deadline=2024-04-15 decided_by=O"), "")
        << "to an earlier day is no extension";
    EXPECT_EQ(refused("2024-02-03 revise_deadline task=T deadline=2024-04-20 decided_by=O"),
              "extension_limit")
        << "once only";
    EXPECT_EQ(refused("2024-02-03 revise_deadline task=T deadline=2024-06-29"), "")
        << "the assigner itself, the second time, 90 days";
    EXPECT_EQ(refused("2024-02-03 revise_deadline task=U deadline=2030-01-01"), "")
        << "no row speaks of this assigner";
}

}  // namespace
}  // namespace mandate
