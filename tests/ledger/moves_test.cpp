// What may be done with a task now, by whom: exactly what the command itself would be taken for.

#include "ledger/asked.hpp"
#include "model/task_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace mandate {
namespace {

using testing::IsEmpty;
using tests::ask;
using tests::by_clerk;
using tests::command_of;
using tests::commands_of;
using tests::random_numbers;
using tests::told;

constexpr const char* today = "2024-06-01";

constexpr const char* world = R"(
2024-01-01 add_agency agency=OFFICE name_vi=x
2024-01-01 add_agency agency=BOARD name_vi=x
2024-01-01 add_agency agency=LEAD name_vi=x
2024-01-01 add_agency agency=HELP name_vi=x
2024-01-01 add_agency agency=OTHER name_vi=x
2024-01-01 add_agency agency=INSP name_vi=x
2024-01-01 add_agency agency=GONE name_vi=x
2024-01-01 add_document document=D-LEAD number=1 document_kind=decision issuer=LEAD dated=2024-03-01
2024-01-01 add_document document=D-BOARD number=2 document_kind=decision issuer=BOARD dated=2024-03-01
2024-01-01 add_official official=PERSON name_vi=x
2024-01-01 add_access_class access_class=SECRET name_vi=x rank=1
2024-01-01 set_highest_class access_class=SECRET
2024-01-10 assign_task task=FREE title_vi=x assigner=BOARD
2024-01-10 assign_task task=T1 title_vi=x lead=LEAD coordinating=HELP assigner=BOARD deadline=2024-03-31
2024-01-10 assign_task task=T2 title_vi=x lead=LEAD,OTHER assigner=OFFICE deadline=2024-07-31
2024-01-10 assign_task task=T3 title_vi=x assigner=BOARD acceptance=not_asked recurs=monthly
2024-01-10 assign_task task=T4 title_vi=x lead=LEAD coordinating=HELP assigner=BOARD acceptance=not_asked deadline=2024-03-31
2024-01-10 assign_task task=HUSH title_vi=x lead=LEAD assigner=BOARD access_class=SECRET deadline=2024-03-31
2024-01-10 grant_access access_class=SECRET agency=LEAD
2024-01-10 assign_task task=T5 title_vi=x lead=LEAD coordinating=HELP assigner=BOARD deadline=2024-03-31
2024-04-01 explain_delay task=T5 cause=other text=x blamed=HELP
2024-04-01 request_extension task=T5 proposed_deadline=2024-12-01 reason=x
2024-04-01 block_task task=T5 condition=new owed_by=OTHER
2024-04-01 expect_document task=T5 expected=e issuer=BOARD
2024-04-01 submit_task task=T5
2024-01-10 assign_task task=T6 title_vi=x lead=LEAD assigner=BOARD acceptance=not_asked
2024-04-01 suspend_task task=T6 reason=x
)";

constexpr const char* tasks[] = {"T1", "T2", "T3", "T4", "HUSH", "FREE", "T5", "T6"};
constexpr const char* agencies[] = {"OFFICE", "BOARD", "LEAD", "HELP", "OTHER", "INSP", "GONE"};

// All that somebody at a desk might sensibly fill in.
std::vector<command> ways_to(command_kind move, const std::string& task,
                             const std::string& code = "unused") {
    std::vector<std::string> lines{std::string{today} + " " +
                                   std::string{descriptor_of(move).name} + " task=" + task};
    const auto each = [&](const char* name, const std::vector<std::string>& values) {
        std::vector<std::string> more;
        for (const std::string& line : lines)
            for (const std::string& one : values) more.push_back(line + " " + name + "=" + one);
        lines = std::move(more);
    };
    const std::vector<std::string> all{std::begin(agencies), std::end(agencies)};
    for (const field_use& use : descriptor_of(move).fields) {
        const std::string name{descriptor_of(use.id).name};
        if (use.id == field::deadline && move == command_kind::revise_deadline)
            each("deadline", {"2024-02-01", "2024-06-10", "2024-12-01"});
        if (use.id == field::text &&
            (move == command_kind::explain_delay || move == command_kind::answer_explanation))
            each("text", {"new"});
        if (!use.required || use.id == field::task) continue;
        if (use.id == field::link || use.id == field::consultation) {
            each(name.c_str(), {code});
            continue;
        }
        switch (use.id) {
            case field::agency:
            case field::lead:
            case field::addressed_to:
                each(name.c_str(), all);
                break;
            case field::document:
                each("document", {"D-LEAD", "D-BOARD"});
                break;
            case field::official:
                each("official", {"PERSON"});
                break;
            case field::after:
                each("after", {"FREE", "T1", "T2", "T3", "T4"});
                break;
            case field::expected:
                each("expected", {"e", "f", "another"});
                break;
            case field::period:
                each("period", {"2024-05", "2024-06", "2024-07", "2024-Q2", "2024-09", "2031-12"});
                break;
            case field::proposed_deadline:
                each(name.c_str(), {"2024-06-15", "2025-12-31"});
                break;
            case field::cause:
                each("cause", {"other"});
                break;
            default: {
                const field_descriptor& f = descriptor_of(use.id);
                each(name.c_str(), {f.type == value_type::choice    ? std::string{f.choices[0].name}
                                    : f.type == value_type::integer ? std::to_string(f.low)
                                                                    : "new"});
            }
        }
    }
    std::vector<command> ways;
    for (const std::string& line : lines) ways.push_back(command_of(line));
    return ways;
}

bool is_taken(ledger& record, const command& c, const std::string& actor) {
    act by = by_clerk(parse_day(today));
    by.now_us += 1'000'000'000;
    by.actor = actor;
    try {
        record.check(by, {&c, 1});
        return true;
    } catch (const error&) {
        return false;
    }
}

// Random life: whatever the ledger takes of moves that are made with random fields.
std::unique_ptr<ledger> some_ledger(std::uint64_t seed, bool rights_in_the_ledger) {
    auto record = ledger::in_memory();
    random_numbers random{seed};
    act by = by_clerk(parse_day(today));
    record->record(by, commands_of(world));
    constexpr const char* days[] = {"2024-02-10", "2024-03-31", "2024-04-02", "2024-05-31"};
    for (int i = 0; i < 25; ++i) {
        const auto rows = move_table();
        const command_kind move =
            rows[static_cast<std::size_t>(random.below(static_cast<int>(rows.size())))].move;
        const std::vector<command> ways =
            ways_to(move, tasks[random.below(6)], "used-" + std::to_string(i));
        command c = ways[static_cast<std::size_t>(random.below(static_cast<int>(ways.size())))];
        c.effective_on = parse_day(days[random.below(4)]);
        if (c.kind == command_kind::explain_delay && random.below(2) == 0)
            c.values.push_back({field::blamed, agencies[random.below(6)]});
        by.now_us += 1'000'000;
        try {
            record->record(by, {&c, 1});
        } catch (const error&) {
        }
    }
    const char* more[] = {"2024-05-01 dissolve_agency agency=GONE reason=x",
                          "2024-05-01 delegate_rights agency=LEAD delegate=OTHER"};
    for (const char* line : more) {
        by.now_us += 1'000'000;
        if (random.below(4) != 0) record->record(by, commands_of(line));
    }
    if (rights_in_the_ledger)
        record->record(by, commands_of("2024-06-01 set_policy policy=agencies office=OFFICE "
                                       "inspection=INSP"));
    return record;
}

TEST(Moves, AreOfferedExactlyWhereTheCommandIsTaken) {
    int offered = 0, refused = 0;
    std::set<command_kind> seen;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const bool rights = seed > 1;  // else the host decides, and everybody may what it may
        const auto record = some_ledger(seed, rights);
        for (const char* task : tasks)
            for (const char* agency : agencies) {
                std::string question = std::string{"moves task="} + task;
                if (rights || agency == agencies[0]) question += std::string{" agency="} + agency;
                std::set<std::string> allowed;
                for (const std::string& line : told(*record, today, question, "allowed command"))
                    if (line.starts_with("1 | ")) allowed.insert(line.substr(4));
                for (const move_row& row : move_table()) {
                    const std::string name{descriptor_of(row.move).name};
                    bool taken = false;
                    for (const command& way : ways_to(row.move, task))
                        if (!taken) taken = is_taken(*record, way, agency);
                    EXPECT_EQ(allowed.contains(name), taken)
                        << "seed " << seed << " " << task << " " << agency << " " << name;
                    ++(taken ? offered : refused);
                    if (taken) seen.insert(row.move);
                }
            }
    }
    EXPECT_GT(offered, 300);
    EXPECT_GT(refused, 300);
    EXPECT_EQ(seen.size(), move_table().size()) << "each move was possible once";
}

TEST(Moves, OfATaskThatTheActorMayNotSeeAreNone) {
    const auto record = ledger::in_memory();
    record->record(by_clerk(parse_day(today)), commands_of(world));
    record->record(by_clerk(parse_day(today)),
                   commands_of("2024-06-01 set_policy policy=agencies office=OFFICE"));
    const std::vector<std::string> lines =
        told(*record, today, "moves task=HUSH agency=BOARD", "allowed rule");
    EXPECT_EQ(lines, std::vector<std::string>(move_table().size(), "0 | unknown_reference"));
}

TEST(Moves, WaiveNoDelayThatIsNoneAndKnowLinksAndConsultations) {
    const auto record = ledger::in_memory();
    record->record(by_clerk(parse_day(today)), commands_of(world));
    const auto line = [&](const std::string& task, const std::string& move) {
        for (const std::string& one :
             told(*record, today, "moves task=" + task, "command allowed rule"))
            if (one.starts_with(move + " ")) return one;
        return std::string{"none"};
    };
    EXPECT_EQ(line("T1", "waive_delay"), "waive_delay | 1 | -");
    EXPECT_EQ(line("T2", "waive_delay"), "waive_delay | 0 | is_late");
    EXPECT_EQ(line("T1", "link_tasks"), "link_tasks | 1 | -");
    EXPECT_EQ(line("T1", "consult"), "consult | 1 | -");
    record->record(by_clerk(parse_day(today)),
                   commands_of("2024-06-01 cancel_task task=T1 reason=x"));
    EXPECT_EQ(line("T1", "link_tasks"), "link_tasks | 0 | not_cancelled");
    EXPECT_EQ(line("T1", "consult"), "consult | 0 | not_cancelled");
}

TEST(MovesOffered, AreThoseOfWhoGoesOnForTheLeadToo) {
    const auto record = ledger::in_memory();
    record->record(by_clerk(parse_day(today)),
                   commands_of("2024-01-01 add_agency agency=A name_vi=x\n"
                               "2024-01-01 add_agency agency=B name_vi=x\n"
                               "2024-01-01 add_agency agency=C name_vi=x\n"
                               "2024-01-10 assign_task task=T title_vi=x lead=A coordinating=A\n"
                               "2024-02-01 merge_agency agency=A into=C"));
    for (const char* move : {"consult consultation=Q task=T agency=B addressed_to=C",
                             "answer_obligation task=T agency=C"}) {
        EXPECT_NO_THROW(
            record->check(by_clerk(parse_day(today)), commands_of(std::string{today} + " " + move)))
            << move;
        const std::string name{move, std::string_view{move}.find(' ')};
        for (const std::string& line : told(*record, today, "moves task=T", "command allowed"))
            if (line.starts_with(name + " ")) {
                EXPECT_EQ(line, name + " | 1");
            }
    }
}

}  // namespace
}  // namespace mandate
