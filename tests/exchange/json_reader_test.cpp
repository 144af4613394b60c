#include "mandate/exchange/json_reader.hpp"

#include "base/error_check.hpp"
#include "base/random_numbers.hpp"
#include "mandate/model/descriptor.hpp"
#include "mandate/store/codec.hpp"
#include "random_command.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {
namespace {

constexpr int vietnam = 420;  // minutes

command task(const char* code, const char* title) {
    command c;
    c.kind = command_kind::assign_task;
    c.values = {{field::task, code}, {field::title_vi, title}};
    return c;
}

std::vector<command> read(std::string_view json) { return read_json_commands(json, vietnam); }

std::vector<command> read_in_pieces(std::string_view json) {
    json_command_reader reader{json, vietnam};
    std::vector<command> all;
    for (auto some = reader.next(); !some.empty(); some = reader.next())
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

TEST(JsonReader, ReadsEachOfTheThreeForms) {
    const std::string a = R"({"command": "assign_task", "task": "T1", "title_vi": "Một"})";
    const std::string b = R"({"task": "T2", "title_vi": "Hai", "command": "assign_task"})";
    const std::vector<command> both{task("T1", "Một"), task("T2", "Hai")};
    const struct {
        std::string json;
        const char* why;
    } cases[] = {
        {"[" + a + ",\r\n\t" + b + "]", "an array"},
        {a + "\n" + b + "\n", "JSON lines"},
        {" " + a + b, "nothing between"},
        {R"({"mandate": 1, "commands": [)" + a + ", " + b + "]}", "an object"},
        {R"({"commands": [)" + a + ", " + b + R"(], "//": "end", "mandate": 1} )", "any order"},
        {R"({"//": ["from", "the office"], "mandate": 1, "commands": [)" + a + "," + b + "]}",
         "a remark first"},
        {R"({"//": "x", )" + a.substr(1) + R"({"//": ["y", "z"], )" + b.substr(1), "remarks"},
        {"\xEF\xBB\xBF[" + a + "," + b + "]", "a byte order mark"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        EXPECT_EQ(read(c.json), both);
    }
    EXPECT_EQ(read("[]"), std::vector<command>{});
    EXPECT_EQ(read(R"({"mandate": 1, "commands": []})"), std::vector<command>{});
}

TEST(JsonReader, ReadsEveryKeyOfACommand) {
    const auto commands = read(R"({
        "command": "assign_task", "effective_on": "2024-04-25",
        "recorded_at": "2024-04-25T16:30:00+07:00", "actor": "clerk", "corrects": 12,
        "//": "nothing of this is kept",
        "task": "T\u00311", "title_vi": "a\tb \ud83d\ude00", "lead": ["A", "B"],
        "coordinating": "C", "document": [],
        "deadline": "2024-06-30", "deadline_precision": "quarter", "duration": 20})");
    command expected = task("T11", "a\tb \U0001F600");
    expected.effective_on = civil_day{std::chrono::year{2024} / 4 / 25};
    expected.recorded_at_us = 1'714'037'400'000'000;
    expected.actor = "clerk";
    expected.corrects = 12;
    const std::int64_t deadline = civil_day{std::chrono::year{2024} / 6 / 30}.since_epoch();
    for (const field_value& v :
         std::vector<field_value>{{field::lead, "A"},
                                  {field::lead, "B"},
                                  {field::coordinating, "C"},
                                  {field::deadline, deadline},
                                  {field::deadline_precision, std::int64_t{3}},
                                  {field::duration, std::int64_t{20}}})
        expected.values.push_back(v);
    EXPECT_EQ(commands, std::vector<command>{expected});
}

TEST(JsonReader, ABareDayOfRecordingIsItsEnd) {
    const auto commands =
        read(R"({"command":"assign_task","task":"T","title_vi":"x","recorded_at":"2024-04-25"})");
    EXPECT_EQ(commands.at(0).recorded_at_us, 1'714'064'399'999'999);  // one before 17:00 UTC
}

TEST(JsonReader, SaysWhatIsWrongAndWhere) {
    const struct {
        std::string json;
        errc code;
        const char* text;
    } cases[] = {
        {"", errc::malformed, "line 1, column 1: the JSON text ends too early"},
        {"\xEF\xBB\xBF \n", errc::malformed, "line 2, column 1: the JSON text ends too early"},
        {"[", errc::malformed, "line 1, column 2: the JSON text ends too early"},
        {"[\n  {]", errc::malformed, "line 2, column 4: not JSON: "},
        {"3", errc::malformed, "line 1, column 1: a command is an object, not a number"},
        {"[null]", errc::malformed, "line 1, column 2: a command is an object, not null"},
        {"[\"ế\", 3]", errc::malformed, "line 1, column 2: a command is an object, not text"},
        {"[[]]", errc::malformed, "line 1, column 2: a command is an object, not an array"},
        {"[] []", errc::malformed, "line 1, column 4: text behind the end of the JSON"},
        {"[],", errc::malformed, "line 1, column 3: text behind the end of the JSON"},
        {"// x\n[]", errc::malformed, "line 1, column 1: not JSON: "},
        {"[,]", errc::malformed, "line 1, column 2: not JSON: "},
        // the object around commands
        {R"({"mandate": 2})", errc::malformed,
         "line 1, column 13: mandate is 2; only form 1 is known"},
        {R"({"mandate": "1"})", errc::malformed,
         "line 1, column 13: mandate is text; it takes the number 1"},
        {R"({"mandate": 1})", errc::missing_field, "line 1, column 1: commands is missing"},
        {R"( {"commands": []})", errc::missing_field, "line 1, column 2: mandate is missing"},
        {R"({"mandate": 1, "commands": {}})", errc::malformed,
         "line 1, column 28: commands is an object; it takes an array of commands"},
        {R"({"mandate": 1, "commands": [[]]})", errc::malformed,
         "line 1, column 29: a command is an object, not an array"},
        {R"({"mandate": 1, "commands": [], "commands": []})", errc::malformed,
         "line 1, column 32: commands is there twice"},
        {R"({"mandate": 1, "task": "T1"})", errc::unknown_field,
         "line 1, column 16: key \"task\" is not known"},
        {R"({"mandate": 1, "commands": []} {})", errc::malformed,
         "line 1, column 32: text behind the end of the JSON"},
        // a command
        {R"({"//": "a", "mandate": 1, "//": "b"})", errc::malformed,
         "line 1, column 27: // is there twice"},
        {R"({"command": "assign_task", "note": "a\"{", "deadline": "x"})", errc::malformed,
         "line 1, column 56: command 1: assign_task: deadline: \"x\""},
        {R"({"command":"hold_post","official":"O","post":"P","note":"\"{\\"} {})",
         errc::missing_field, "line 1, column 66: command 2: command is missing"},
        {"{}", errc::missing_field, "line 1, column 1: command 1: command is missing"},
        {R"([{"command": "assign_tsk"}])", errc::malformed,
         "line 1, column 14: command 1: \"assign_tsk\" is not a command"},
        {R"([{"command": 3}])", errc::malformed,
         "line 1, column 14: command 1: command is a number; it takes the name of a command"},
        {R"([{"command": "assign_task", "mandate": 1}])", errc::unknown_field,
         "line 1, column 29: command 1: assign_task: key \"mandate\" is not known"},
        {R"([{"mandate": 1}])", errc::unknown_field,
         "line 1, column 3: command 1: key \"mandate\" is not known"},
        {R"({"colour": 1})", errc::unknown_field,
         "line 1, column 2: command 1: key \"colour\" is not known"},
        {R"({"command": "assign_task", "percent": 1})", errc::unknown_field,
         "line 1, column 28: command 1: assign_task: percent is not a field of it"},
        {R"({"percent": 1, "command": "assign_task", "task": "T", "title_vi": "x"})",
         errc::unknown_field,
         "line 1, column 1: command 1: assign_task: percent is not a field of it"},
        {"{\"command\": \"assign_task\",\n \"task\": \"Tế\", \"task\": \"U\"}", errc::malformed,
         "line 2, column 16: command 1: assign_task: task is there twice"},
        {R"({"command": "assign_task", "command": "assign_task"})", errc::malformed,
         "line 1, column 28: command 1: assign_task: command is there twice"},
        {R"({"command": "assign_task", "//": "a", "//": "b"})", errc::malformed,
         "line 1, column 39: command 1: assign_task: // is there twice"},
        {R"({"command": "assign_task", "//": [["a"]]})", errc::malformed,
         "line 1, column 35: command 1: assign_task: // is an array in an array; it takes text"},
        {R"({"command": "assign_task", "//": 1})", errc::malformed,
         "line 1, column 34: command 1: assign_task: // is a number; it takes text"},
        {R"({"command": "assign_task", "deadline": "2024-02-30"})", errc::out_of_range,
         "line 1, column 40: command 1: assign_task: deadline: \"2024-02-30\""},
        {R"({"command": "assign_task", "effective_on": "30/4/2024"})", errc::malformed,
         "line 1, column 44: command 1: assign_task: effective_on: \"30/4/2024\""},
        {R"({"command": "assign_task", "recorded_at": "now"})", errc::malformed,
         "line 1, column 43: command 1: assign_task: recorded_at: \"now\""},
        {R"({"command": "assign_task", "recorded_at": 5})", errc::malformed,
         "line 1, column 43: command 1: assign_task: recorded_at is a number; it takes an instant"},
        {R"({"command": "assign_task", "corrects": "5"})", errc::malformed,
         "line 1, column 40: command 1: assign_task: corrects is text; it takes the number of"},
        {R"({"command": "assign_task", "actor": ["a"]})", errc::malformed,
         "line 1, column 37: command 1: assign_task: actor is an array; it takes text"},
        {R"({"command": "assign_task", "title_vi": null})", errc::malformed,
         "line 1, column 40: command 1: assign_task: title_vi is null; it takes text"},
        {R"({"command": "assign_task", "title_vi": {"vi": "x"}})", errc::malformed,
         "line 1, column 40: command 1: assign_task: title_vi is an object; it takes text"},
        {R"({"command": "assign_task", "title_vi": ["x"]})", errc::malformed,
         "line 1, column 40: command 1: assign_task: title_vi takes one value, not an array"},
        {R"({"title_vi": ["x"], "task": "T", "command": "assign_task"})", errc::malformed,
         "line 1, column 1: command 1: assign_task: title_vi takes one value, not an array"},
        {R"({"command": "assign_task", "lead": [["x"]]})", errc::malformed,
         "line 1, column 37: command 1: assign_task: lead is an array in an array; it takes text"},
        {R"({"command": "assign_task", "duration": 2.0})", errc::malformed,
         "line 1, column 40: command 1: assign_task: duration is a number with a fraction"},
        {R"({"command": "assign_task", "duration": 1e3})", errc::malformed,
         "line 1, column 40: command 1: assign_task: duration is a number with a fraction"},
        {R"({"command": "assign_task", "duration": 9223372036854775808})", errc::malformed,
         "line 1, column 40: command 1: assign_task: duration is too large a number"},
        {R"({"command": "assign_task", "duration": false})", errc::malformed,
         "line 1, column 40: command 1: assign_task: duration is true or false; it takes an int"},
        {R"({"command": "assign_task", "acceptance": "maybe"})", errc::malformed,
         "line 1, column 42: command 1: assign_task: acceptance \"maybe\" is none of asked, not_"},
        // the second of two, judged as a whole
        {"[{\"command\":\"hold_post\",\"official\":\"O\",\"post\":\"P\"},\n"
         "  {\"command\":\"assign_task\",\"task\":\"{T\",\"title_vi\":\" \"}]",
         errc::missing_field, "line 2, column 3: command 2: assign_task: title_vi is empty"},
        {"{\"command\":\"hold_post\",\"official\":\"O\",\"post\":\"P\"}\n"
         "{\"command\":\"plan_task\",\"task\":\"T\",\"period\":\"2024-Q5\"}",
         errc::out_of_range, "line 2, column 1: command 2: plan_task: period \"2024-Q5\" does not"},
        {"{\"command\":\"hold_post\",\"official\":\"O\",\"post\":\"P\"} []", errc::malformed,
         "line 1, column 51: a command is an object, not an array"},
        {"{\"command\":\"hold_post\",\"official\":\"O\",\"post\":\"P\"},", errc::malformed,
         "line 1, column 50: not JSON: "},
        {"{\"command\":\"hold_post\",\"official\":\"O\",\"post\":\"P\"}{\"mandate\":1}",
         errc::unknown_field, "line 1, column 51: command 2: key \"mandate\" is not known"},
        // text
        {"{\"//\": \"ab\xFF\"}", errc::invalid_utf8, "line 1, column 11: not UTF-8"},
        {"{\"//\": \"\xED\xA0\x80\"}", errc::invalid_utf8, "line 1, column 9: not UTF-8"},
        {"{\"//\": \"\xC3\"}", errc::invalid_utf8, "line 1, column 9: not UTF-8"},
        {"{\"//\": \"\xC3", errc::invalid_utf8, "line 1, column 9: not UTF-8"},
        {"\xFF", errc::invalid_utf8, "line 1, column 1: not UTF-8"},
        {R"({"//": "\ud800"})", errc::malformed, "line 1, column "},
        {R"({"//": "\x"})", errc::malformed, "line 1, column 10: not JSON: "},
        {"{\"//\": \"a\nb\"}", errc::malformed, "line 1, column 10: not JSON: "},
        {R"({"command":"assign_task","task":"T","title_vi":"a\u0000b"})", errc::malformed,
         "line 1, column 1: command 1: assign_task: title_vi holds the character NUL"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.json);
        try {
            read(c.json);
            ADD_FAILURE() << "no error; expected " << c.text;
        } catch (const error& e) {
            EXPECT_EQ(std::string{e.what()}.substr(0, std::string{c.text}.size()), c.text)
                << e.what();
            EXPECT_EQ(e.code(), c.code) << e.what();
        }
    }
}

TEST(JsonReader, GivesTheSameAsFacts) {
    try {
        read(
            "[{\"command\":\"hold_post\",\"official\":\"O\",\"post\":\"P\"},\n"
            "  {\"command\":\"assign_task\",\"acceptance\":\"maybe\"}]");
        FAIL();
    } catch (const error& e) {
        const std::vector<fact> expected{{"field", "acceptance"},
                                         {"value", "maybe"},
                                         {"rule", "malformed"},
                                         {"line", "2"},
                                         {"column", "41"},
                                         {"command", "1"},
                                         {"command_name", "assign_task"}};
        EXPECT_EQ(e.facts(), expected);
    }
}

TEST(JsonReader, FindsTheLineOfACommandThatWasRefusedLater) {
    const std::string object = R"({"//": ["}{", "\"{"], "command": "x"})";
    const std::string three = object + ",\n" + object + ",\n\n" + object;
    const std::string lines = object + "\n" + object + "\n\n" + object;
    const struct {
        std::string json;
        const char* why;
    } cases[] = {
        {lines, "one after another"},
        {"[" + three + "]", "in an array"},
        {R"({"mandate": 1, "commands": [)" + three + "]}", "in an object"},
        {R"({"commands": [)" + three + R"(], "mandate": 1})", "in an object, first"},
    };
    const char* const expected[] = {"line 1: refused", "line 2: refused", "line 4: refused"};
    for (const auto& c : cases)
        for (std::size_t i = 0; i < 3; ++i) {
            const error later{errc::refused, "refused", {{"command", std::to_string(i)}}};
            EXPECT_STREQ(in_json(later, c.json).what(), expected[i]) << c.why;
        }
    EXPECT_STREQ(in_json(error{errc::refused, "refused"}, lines).what(), "refused");
}

TEST(JsonReader, ReadsBackEveryStoredPayload) {
    random_numbers random{21};
    std::string lines;
    std::vector<command> expected;
    for (int i = 0; i < 2000; ++i) {
        command c = tests::random_command(random);
        const std::string payload = encode_payload(c, c.kind);
        const std::string corrects =
            c.corrects == 0 ? "" : ",\"corrects\":" + std::to_string(c.corrects);
        const std::string head = "{\"command\":\"" + std::string{descriptor_of(c.kind).name} + '"' +
                                 corrects + (payload == "{}" ? "" : ",");
        lines += head + payload.substr(1) + "\n";
        c.values = tests::in_table_order(std::move(c.values));
        expected.push_back(std::move(c));
    }
    EXPECT_EQ(read(lines), expected);
    EXPECT_EQ(read_in_pieces(lines), expected);
    // One document, so that pieces end in the middle of whatever is there.
    std::replace(lines.begin(), lines.end(), '\n', ',');
    lines.back() = ']';
    ASSERT_GT(lines.size(), 200'000U) << "some pieces";
    EXPECT_EQ(read_in_pieces("{\"mandate\":1,\"commands\":[" + lines + "}"), expected);
}

// The text is such that a piece ends somewhere in the command, and that memory is used again.
TEST(JsonReader, ReadsInPiecesWhatItReadsAtOnce) {
    const std::string before =
        R"([{"command": "add_agency", "agency": "A-1", "name_vi": "Một", "actor": "y"},)"
        R"({"command": "assign_task", "task": "T0", "title_vi": "Chỉ một"},)";
    const std::string good = R"({"command": "assign_task", "effective_on": "2024-04-25",
        "task": "T\u0031", "title_vi": "Đề án \"\u0041\" với tên dài", "lead": ["A", "B"],
        "duration": 20, "actor": "x", "corrects": 7, "recorded_at": "2024-04-25T16:30:00Z"},
        {"command": "report_progress", "task": "T1", "percent": 50}] )";
    const auto told_by = [](auto&& reading, const std::string& json) -> std::string {
        try {
            std::string all;
            for (const command& c : reading(json))
                all += encode_payload(c, c.kind) + c.actor + std::to_string(c.corrects) +
                       (c.effective_on ? to_text(*c.effective_on) : "") +
                       std::to_string(c.recorded_at_us.value_or(0));
            return all;
        } catch (const error& e) {
            return e.what();
        }
    };
    random_numbers random{23};
    int read_well = 0;
    for (std::size_t at = 0; at <= good.size(); ++at) {
        std::string json = before + std::string(65'536 - before.size() - at, ' ') + good;
        if (random.between(0, 1) == 1)
            json[json.size() - 1 - tests::below(random, good.size())] = '"';
        const std::string at_once = told_by(read, json);
        EXPECT_EQ(told_by(read_in_pieces, json), at_once);
        read_well += at_once.starts_with('{');
    }
    EXPECT_GT(read_well, 100);

    command last;
    last.kind = command_kind::report_progress;
    last.values = {{field::task, "T1"}, {field::percent, 50}};
    EXPECT_EQ(read_in_pieces(before + std::string(65'536, ' ') + good).back(), last)
        << "nothing of the command whose memory it has";
}

TEST(JsonReader, SurvivesAnyDamage) {
    const std::string good = R"({"//": ["x"], "mandate": 1, "commands": [
        {"command": "assign_task", "effective_on": "2024-04-25", "task": "T1",
         "title_vi": "Đề án \u0041", "lead": ["A", "B"], "deadline": "2024-06-30",
         "acceptance": "asked", "duration": 20, "//": "y"},
        {"actor": "clerk", "recorded_at": "2024-04-25T16:30:00Z", "task": "T1",
         "command": "report_progress", "percent": 50}]})";
    ASSERT_EQ(read(good).size(), 2U);
    random_numbers random{22};
    constexpr std::string_view marks = "{}[],:\"\\ 0e-.tn/\xC3";
    for (int i = 0; i < 10'000; ++i) {
        std::string json = good;
        for (int n = random.between(1, 3); n > 0; --n) {
            const std::size_t at = tests::below(random, json.size());
            switch (random.between(0, 3)) {
                case 0:
                    json[at] = static_cast<char>(random.next());
                    break;
                case 1:
                    json[at] = marks[tests::below(random, marks.size())];
                    break;
                case 2:
                    json.erase(at, tests::below(random, 10));
                    break;
                default:
                    json.insert(at, 1, marks[tests::below(random, marks.size())]);
            }
        }
        try {
            read(json);
        } catch (const error& e) {
            const std::string what = e.what();
            ASSERT_TRUE(what.starts_with("line ")) << what;
            ASSERT_EQ(what.find('\n'), std::string::npos) << what;
        }
    }
}

}  // namespace
}  // namespace mandate
