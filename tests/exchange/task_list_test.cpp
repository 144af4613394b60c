#include "base/error_check.hpp"
#include "mandate/exchange/csv_reader.hpp"
#include "random_command.hpp"

#include <gtest/gtest.h>

namespace mandate {
namespace {

const std::vector<agency_names> agencies{{"A", {"Agency A"}}, {"B", {"Agency B, Culture"}}};

csv_task_list list() {
    csv_task_list how;
    how.columns = {{field::task, "No"},           {field::title_vi, "Task"}, {field::lead, "Lead"},
                   {field::coordinating, "With"}, {field::deadline, "Due"},  {field::note, "Note"}};
    how.code_prefix = "R-";
    how.documents = {"D1", "D2"};
    how.assigner = "GOV";
    how.assigned_on = parse_day("2025-01-09");
    how.sources = {"Annex II"};
    return how;
}

std::string file(const std::string& rows) { return "No,Task,Lead,With,Due,Note,Other\r\n" + rows; }

std::int64_t day(const char* text) { return parse_day(text).since_epoch(); }

TEST(TaskList, MakesATaskOfEachRow) {
    const csv_import made = read_task_list(
        file("1, Đề án ,\"Agency A, Agency B, culture\",agency a,6/2025,,left out\r\n"
             "2,Second,,,,\"say \"\"why\"\"\",\r\n"),
        list(), agencies);
    EXPECT_EQ(made.findings, std::vector<finding>{});

    command first;
    first.kind = command_kind::assign_task;
    first.effective_on = parse_day("2025-01-09");
    first.line = 2;
    first.values = {{field::task, "R-1"},
                    {field::title_vi, "Đề án"},
                    {field::lead_as_stated, "Agency A, Agency B, culture"},
                    {field::lead, "A"},
                    {field::lead, "B"},
                    {field::coordinating_as_stated, "agency a"},
                    {field::coordinating, "A"},
                    {field::deadline_as_stated, "6/2025"},
                    {field::deadline, day("2025-06-30")},
                    {field::deadline_precision, std::int64_t{2}},
                    {field::document, "D1"},
                    {field::document, "D2"},
                    {field::assigner, "GOV"},
                    {field::source, "Annex II"}};
    command second = first;
    second.line = 3;
    second.values = {{field::task, "R-2"},         {field::title_vi, "Second"},
                     {field::note, "say \"why\""}, {field::document, "D1"},
                     {field::document, "D2"},      {field::assigner, "GOV"},
                     {field::source, "Annex II"}};
    EXPECT_EQ(made.commands, (std::vector<command>{first, second}));
}

TEST(TaskList, KeepsTheWordsOfWhatItDoesNotUnderstand) {
    const csv_import made =
        read_task_list(file("1,x,\"Agency A, Agency C\",Agency D,soon,,\n2,y,,,Thường xuyên,,\n"),
                       list(), agencies);
    const std::vector<finding> expected{
        {"lead.unrecognised",
         "line 2, column \"Lead\": \"Agency C\" is no known agency; kept as stated",
         {{"line", "2"}, {"heading", "Lead"}, {"fragment", "Agency C"}}},
        {"coordinating.unrecognised",
         "line 2, column \"With\": \"Agency D\" is no known agency; kept as stated",
         {{"line", "2"}, {"heading", "With"}, {"fragment", "Agency D"}}},
        {"deadline.unread",
         "line 2, column \"Due\": \"soon\" is not understood as a deadline; kept as stated",
         {{"line", "2"}, {"heading", "Due"}, {"fragment", "soon"}}}};
    EXPECT_EQ(made.findings, expected);

    const command& first = made.commands.at(0);
    EXPECT_EQ(first.texts(field::lead), std::vector<std::string_view>{"A"});
    EXPECT_EQ(first.text(field::lead_as_stated), "Agency A, Agency C");
    EXPECT_FALSE(first.has(field::coordinating));
    EXPECT_EQ(first.text(field::coordinating_as_stated), "Agency D");
    EXPECT_FALSE(first.has(field::deadline));
    EXPECT_EQ(first.text(field::deadline_as_stated), "soon");

    const command& second = made.commands.at(1);
    EXPECT_EQ(second.day(field::standing_from), parse_day("2025-01-09"));
    EXPECT_FALSE(second.has(field::deadline));
    EXPECT_FALSE(second.has(field::lead_as_stated));
}

TEST(TaskList, TellsOfANameThatSeveralAgenciesHave) {
    const std::vector<agency_names> twins{{"A", {"Office"}}, {"B", {"Office"}}};
    const csv_import made = read_task_list(file("1,x,Office,,,,\n"), list(), twins);
    ASSERT_EQ(made.findings.size(), 1U);
    EXPECT_EQ(made.findings[0].key, "lead.ambiguous");
    EXPECT_FALSE(made.commands.at(0).has(field::lead));
}

TEST(TaskList, FindsHeadingsWhateverTheirCase) {
    csv_task_list how = list();
    how.columns = {{field::task, "stt"}, {field::title_vi, "Nhie\u0323\u0302m vu\u0323"}};
    const csv_import made = read_task_list("\xEF\xBB\xBFSTT,NHIỆM  VỤ\n1,x\n", how, agencies);
    EXPECT_EQ(made.commands.at(0).text(field::task), "R-1");
    EXPECT_TRUE(read_task_list("STT,nhiệm vụ", how, agencies).commands.empty());
}

TEST(TaskList, NamesTheLineOfABadRow) {
    const struct {
        const char* rows;
        errc code;
        const char* message;
    } cases[] = {
        {"1,x,,,,,\n2,y,,,,\n", errc::malformed,
         "line 3, column 8: the row and the heading have 6 and 7 cells"},
        {"1,x,,,,,\n2,y,,,,,,\n", errc::malformed,
         "line 3, column 10: the row and the heading have 8 and 7 cells"},
        {"1,x,,,,,\n\n", errc::malformed,
         "line 3, column 1: the row and the heading have 1 and 7 cells"},
        {"1,\"x\n\",,,,,\n2, ,,,,,\n", errc::missing_field,
         "line 4, column 1: assign_task: title_vi is empty"},
        {",x,,,,,\n", errc::missing_field, "line 2, column 1: assign_task: task is empty"},
        {"1 a,x,,,,,\n", errc::malformed,
         "line 2, column 1: assign_task: task \"R-1 a\" has white space in it"},
        {"1,x\"y,,,,,\n", errc::malformed, "line 2, column 4: a quote inside an unquoted cell"},
        {"1,\xFF,,,,,\n", errc::invalid_utf8, "line 2, column 3: not UTF-8"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.rows);
        expect_error(c.code, c.message, [&] { read_task_list(file(c.rows), list(), agencies); });
    }
    expect_error(errc::malformed, "line 1, column 1: there is no heading",
                 [] { read_task_list("", list(), agencies); });
}

TEST(TaskList, RefusesColumnsThatDoNotFit) {
    using columns = std::vector<std::pair<field, std::string>>;
    const struct {
        const char* csv;
        columns use;
        const char* message;
    } cases[] = {
        {"a,b",
         {{field::task, "a"}, {field::title_vi, "c"}},
         "there is no column \"c\"; the columns are \"a\", \"b\""},
        {"a,b",
         {{field::task, "a"}, {field::title_vi, ""}},
         "there is no column \"\"; the columns are \"a\", \"b\""},
        {"a,,b",
         {{field::task, "a"}, {field::title_vi, "b"}},
         "there is a column without a heading; the columns are \"a\", \"\", \"b\""},
        {"a,b,A",
         {{field::task, "a"}, {field::title_vi, "b"}},
         "there are two columns \"a\"; the columns are \"a\", \"b\", \"A\""},
        {"a,b", {{field::task, "a"}}, "no column is named for title_vi"},
        {"a,b", {{field::title_vi, "a"}}, "no column is named for task"},
        {"a,b",
         {{field::task, "a"}, {field::title_vi, "b"}, {field::task, "b"}},
         "task is filled from two columns"},
        {"a,b",
         {{field::task, "a"}, {field::title_vi, "b"}, {field::percent, "b"}},
         "percent is not filled from a column"},
    };
    for (const auto& c : cases) {
        csv_task_list how = list();
        how.columns = c.use;
        expect_error(errc::invalid_argument, c.message,
                     [&] { read_task_list(c.csv, how, agencies); });
    }
}

}  // namespace
}  // namespace mandate
