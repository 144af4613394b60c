#include "mandate/model/descriptor.hpp"

#include "base/random_numbers.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"
#include "mandate/calendar/deadline.hpp"
#include "mandate/model/task_class.hpp"
#include "model/check_act.hpp"
#include "random_command.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace mandate {
namespace {

using enumerators = std::vector<std::pair<std::string, std::int64_t>>;

/// The enums of a header, read from its text, because C++ cannot list them.
std::map<std::string, enumerators> enums_of(const std::string& header) {
    std::ifstream file{MANDATE_SOURCE_DIR "/include/mandate/" + header};
    std::stringstream read;
    read << file.rdbuf();
    const std::string text = std::regex_replace(read.str(), std::regex{"//[^\n]*"}, "");
    std::map<std::string, enumerators> found;
    const std::regex declaration{R"(enum class (\w+)[^{]*\{([^}]*)\})"};
    for (std::sregex_iterator d{text.begin(), text.end(), declaration}, end; d != end; ++d) {
        const std::string body = (*d)[2];
        std::int64_t number = 0;
        const std::regex entry{R"((\w+)(?:\s*=\s*(\d+))?)"};
        for (std::sregex_iterator e{body.begin(), body.end(), entry}; e != end; ++e) {
            if ((*e)[2].matched) number = std::stoll((*e)[2]);
            found[(*d)[1]].emplace_back((*e)[1], number++);
        }
    }
    return found;
}

template <class Table>
enumerators rows_of(const Table& table) {
    enumerators rows;
    for (const auto& row : table) rows.emplace_back(row.name, static_cast<std::int64_t>(row.id));
    return rows;
}

enumerators choices_of(field id) {
    enumerators rows;
    for (const auto& choice : descriptor_of(id).choices)
        rows.emplace_back(choice.name, choice.number);
    return rows;
}

TEST(Descriptor, TableAndEnumsAreTheSameNamesAndNumbers) {
    const auto names = enums_of("model/names.hpp");
    EXPECT_EQ(rows_of(commands()), names.at("command_kind"));
    EXPECT_EQ(rows_of(fields()), names.at("field"));
    EXPECT_EQ(rows_of(questions()), names.at("question_kind"));
}

TEST(Descriptor, ChoicesAndEnumsAreTheSameNamesAndNumbers) {
    const struct {
        const char* header;
        const char* name;
        field id;
    } cases[] = {
        {"model/names.hpp", "agency_kind", field::agency_kind},
        {"model/names.hpp", "document_kind", field::document_kind},
        {"model/names.hpp", "relation_kind", field::relation},
        {"model/names.hpp", "meeting_role", field::meeting_role},
        {"model/names.hpp", "conclusion_kind", field::conclusion_kind},
        {"model/names.hpp", "acceptance_kind", field::acceptance},
        {"model/names.hpp", "quality_kind", field::quality},
        {"model/names.hpp", "link_kind", field::link_type},
        {"model/names.hpp", "lag_unit", field::lag_unit},
        {"model/names.hpp", "recommendation_kind", field::recommendation_kind},
        {"model/names.hpp", "recommendation_status", field::recommendation_status},
        {"model/names.hpp", "indicator_direction", field::direction},
        {"model/names.hpp", "day_kind", field::day_kind},
        {"model/names.hpp", "priority_kind", field::priority},
        {"model/names.hpp", "recurrence_kind", field::recurs},
        {"model/names.hpp", "assignment_role", field::assignment_role},
        {"model/names.hpp", "verdict_kind", field::verdict},
        {"model/names.hpp", "silence_kind", field::silence},
        {"model/names.hpp", "opinion_kind", field::opinion},
        {"model/names.hpp", "satisfaction_kind", field::satisfied},
        {"model/names.hpp", "measure_kind", field::measure},
        {"model/names.hpp", "policy_kind", field::policy},
        {"model/names.hpp", "review_kind", field::review_kind},
        {"model/names.hpp", "force_kind", field::in_force},
        {"model/names.hpp", "figures_kind", field::figures_by},
        {"model/names.hpp", "grouping_kind", field::grouped_by},
        {"model/names.hpp", "edition_kind", field::edition},
        {"model/names.hpp", "thing_kind", field::kind},
        {"model/names.hpp", "finishing_day_kind", field::finishing_day},
        {"model/names.hpp", "issue_day_kind", field::issue_day},
        {"calendar/deadline.hpp", "precision", field::deadline_precision},
        {"model/names.hpp", "history_kind", field::holiday_history},
        {"calendar/work_calendar.hpp", "holiday_rules", field::holiday_rules},
        {"calendar/holidays.hpp", "tet_window", field::tet_window},
        {"calendar/holidays.hpp", "national_day_side", field::national_day_side},
        {"model/task_class.hpp", "task_class", field::task_class},
    };
    std::set<std::string> compared{"command_kind", "field", "question_kind"};
    for (const auto& c : cases) {
        SCOPED_TRACE(c.name);
        EXPECT_EQ(choices_of(c.id), enums_of(c.header).at(c.name));
        compared.insert(c.name);
    }
    enumerators assigned = enums_of("calendar/deadline.hpp").at("precision");
    EXPECT_EQ(assigned.back().first, "continuous");
    assigned.pop_back();  // nothing is assigned on no day
    EXPECT_EQ(choices_of(field::assigned_precision), assigned);
    for (const auto& [name, entries] : enums_of("model/names.hpp"))
        EXPECT_TRUE(compared.contains(name)) << name;
}

TEST(Descriptor, NumbersAndNamesAreUnique) {
    const auto unique = [](const enumerators& rows) {
        std::set<std::string> names;
        std::set<std::int64_t> numbers;
        for (const auto& [name, number] : rows) {
            EXPECT_TRUE(names.insert(name).second) << name;
            EXPECT_TRUE(numbers.insert(number).second) << number;
            EXPECT_LT(number, 1024) << "the indexes by number end there";
        }
    };
    unique(rows_of(commands()));
    unique(rows_of(fields()));
    unique(rows_of(questions()));
    for (const auto& f : fields()) unique(choices_of(f.id));
}

TEST(Descriptor, NoFieldHasTheNameOfAnotherKeyOfACommandInJson) {
    for (const char* name : {"command", "effective_on", "recorded_at", "actor", "corrects", "//"})
        EXPECT_EQ(find_field(name), nullptr) << name;
}

TEST(Descriptor, EveryUseHasItsFieldOnce) {
    const auto check = [](std::string_view of, std::span<const field_use> uses,
                          std::span<const field_use> also) {
        std::set<field> seen;
        for (const auto part : {uses, also})
            for (const field_use& use : part) {
                const auto number = static_cast<std::int32_t>(use.id);
                EXPECT_NE(find_field(number), nullptr) << of << " " << number;
                EXPECT_TRUE(seen.insert(use.id).second) << of << " " << number;
            }
    };
    for (const auto& c : commands()) check(c.name, c.fields, common_fields());
    for (const auto& q : questions()) check(q.name, q.arguments, {});
    check("report", report_arguments(), {});
    check("task list", task_list_arguments(), {});
}

TEST(Descriptor, EveryFieldIsUsed) {
    std::set<field> used;
    const auto add = [&](std::span<const field_use> uses) {
        for (const field_use& use : uses) used.insert(use.id);
    };
    for (const auto& c : commands()) add(c.fields);
    for (const auto& q : questions()) add(q.arguments);
    add(common_fields());
    add(report_arguments());
    add(task_list_arguments());
    for (const auto& f : fields()) EXPECT_TRUE(used.contains(f.id)) << f.name;
}

TEST(Descriptor, EveryThingTakesAttributesOfTheHost) {
    const command_descriptor& attribute = descriptor_of(command_kind::set_attribute);
    for (const command_descriptor& d : commands())
        if (d.creates != entity_kind::none) {
            EXPECT_TRUE(std::any_of(
                attribute.fields.begin(), attribute.fields.end(),
                [&](const field_use& use) { return descriptor_of(use.id).entity == d.creates; }))
                << name_of(d.creates);
        }
}

TEST(Descriptor, TheFirstFieldOfACommandThatCreatesIsTheNewCode) {
    for (const auto& c : commands()) {
        if (c.creates == entity_kind::none) continue;
        SCOPED_TRACE(c.name);
        ASSERT_FALSE(c.fields.empty());
        const field_use& first = c.fields.front();
        EXPECT_EQ(descriptor_of(first.id).name, name_of(c.creates));
        EXPECT_EQ(descriptor_of(first.id).entity, c.creates);
        EXPECT_TRUE(first.required);
        EXPECT_FALSE(first.list);
    }
}

TEST(Descriptor, EachTypeHasWhatItNeeds) {
    for (const auto& f : fields()) {
        SCOPED_TRACE(f.name);
        EXPECT_FALSE(f.doc.empty());
        EXPECT_EQ(f.type == value_type::code, f.entity != entity_kind::none);
        EXPECT_EQ(f.type == value_type::choice, !f.choices.empty());
        EXPECT_EQ(f.type == value_type::integer, f.low < f.high && !f.unit.empty());
    }
}

TEST(Descriptor, LookupsFindEachRowAndNothingElse) {
    for (const auto& c : commands()) {
        EXPECT_EQ(find_command(c.name), &c);
        EXPECT_EQ(find_command(static_cast<std::int32_t>(c.id)), &c);
        EXPECT_EQ(&descriptor_of(c.id), &c);
        for (const auto& f : fields()) {  // the slow twin of use()
            const field_use* expected = nullptr;
            for (const auto uses : {c.fields, common_fields()})
                for (const field_use& use : uses)
                    if (use.id == f.id) expected = &use;
            EXPECT_EQ(c.use(f.id), expected) << c.name << " " << f.name;
        }
    }
    for (const auto& f : fields()) {
        EXPECT_EQ(find_field(f.name), &f);
        EXPECT_EQ(&descriptor_of(f.id), &f);
        EXPECT_EQ(find_field(std::string{f.name} + "x"), nullptr);
        EXPECT_EQ(find_field(f.name.substr(1)), find_field(std::string{f.name.substr(1)}));
        for (const auto& choice : f.choices) {
            EXPECT_EQ(choice_name(f.id, choice.number), choice.name);
            EXPECT_EQ(choice_number(f.id, choice.name), choice.number);
        }
    }
    for (const auto& q : questions()) EXPECT_EQ(find_question(static_cast<std::int32_t>(q.id)), &q);
    for (const std::int32_t number : {-1, 0, 1023, 1024, 1 << 30}) {
        EXPECT_EQ(find_command(number), nullptr);
        EXPECT_EQ(find_field(number), nullptr);
        EXPECT_EQ(find_question(number), nullptr);
    }
    for (const char* name : {"", "a", "abc", "Task", "task ", "TASK"}) {
        EXPECT_EQ(find_command(name), nullptr);
        EXPECT_EQ(find_field(name), nullptr);
    }
    EXPECT_EQ(choice_name(field::quality, 4), "");
    EXPECT_EQ(choice_name(field::title_vi, 1), "");
    EXPECT_EQ(choice_number(field::quality, "Meets"), std::nullopt);
}

// ---- check_form
// -----------------------------------------------------------------------------------

/// The least that assign_task takes, and more.
command assign_task(std::vector<field_value> more) {
    command c;
    c.kind = command_kind::assign_task;
    c.values = {{field::task, "T01"}, {field::title_vi, "Đề án"}};
    c.values.insert(c.values.end(), more.begin(), more.end());
    return c;
}

std::string message_of(command c, errc* code = nullptr) {
    try {
        check_form(c);
    } catch (const error& e) {
        if (code) *code = e.code();
        return e.what();
    }
    return "fine";
}

TEST(CheckForm, AcceptsEveryWellFormedCommandUnchanged) {
    random_numbers random{1};
    for (int i = 0; i < 1000; ++i) {
        const command c = tests::random_command(random);
        command checked = c;
        check_form(checked);
        EXPECT_EQ(checked, c);
    }
}

TEST(CheckForm, SaysWhatIsWrongWithAField) {
    const std::int64_t year_2300 = civil_day{std::chrono::year{2300} / 1 / 1}.since_epoch();
    const struct {
        field_value given;
        errc code;
        const char* text;
    } cases[] = {
        {{field::deadline, year_2300},
         errc::out_of_range,
         "assign_task: deadline 2300-01-01 is not covered (1900-01-01 to 2199-12-31)"},
        {{field::deadline, std::int64_t{1} << 40},
         errc::out_of_range,
         "assign_task: deadline 1099511627776 is not covered (1900-01-01 to 2199-12-31)"},
        {{field::duration, std::int64_t{0}},
         errc::out_of_range,
         "assign_task: duration 0 is outside 1 to 60000 working days"},
        {{field::duration, std::int64_t{60'001}},
         errc::out_of_range,
         "assign_task: duration 60001 is outside 1 to 60000 working days"},
        {{field::deadline_precision, std::int64_t{7}},
         errc::out_of_range,
         "assign_task: deadline_precision has no choice number 7"},
        {{field::duration, "10"}, errc::malformed, "assign_task: duration is a number, not text"},
        {{field::deadline, ""}, errc::malformed, "assign_task: deadline is a day, not text"},
        {{field::acceptance, "asked"},
         errc::malformed,
         "assign_task: acceptance is a choice, given by its number, not text"},
        {{field::product, std::int64_t{7}},
         errc::malformed,
         "assign_task: product is text, not a number"},
        {{field::lead, std::int64_t{7}},
         errc::malformed,
         "assign_task: lead is text, not a number"},
        {{field::percent, std::int64_t{7}},
         errc::unknown_field,
         "assign_task: percent is not a field of it"},
        {{static_cast<field>(1023), "x"},
         errc::unknown_field,
         "assign_task: field 1023 is not known"},
        {{field::title_vi, "again"},
         errc::malformed,
         "assign_task: title_vi is given more than once"},
        {{field::lead, "Agency A"},
         errc::malformed,
         "assign_task: lead \"Agency A\" has white space in it"},
        {{field::lead, "A\u00A0B"},
         errc::malformed,
         "assign_task: lead \"A\u00A0B\" has white space in it"},
        {{field::lead, " "}, errc::malformed, "assign_task: lead \" \" has white space in it"},
        {{field::lead, "A\x01"},
         errc::malformed,
         "assign_task: lead has a control character in it"},
        {{field::lead, "A\u0081"},
         errc::malformed,
         "assign_task: lead has a control character in it"},
        {{field::lead, "ab\xFF"}, errc::invalid_utf8, "assign_task: lead is not UTF-8 at byte 2"},
        {{field::product, "a\xC3"},
         errc::invalid_utf8,
         "assign_task: product is not UTF-8 at byte 1"},
        {{field::product, std::string("12345678\0", 9)},
         errc::malformed,
         "assign_task: product holds the character NUL"},
        {{field::product, std::string("12\0"
                                      "4567890",
                                      10)},
         errc::malformed,
         "assign_task: product holds the character NUL"},
        {{field::product, std::string(1 << 20, 'x')},
         errc::out_of_range,
         "assign_task: product is longer than 1048575 bytes"},
    };
    for (const auto& c : cases) {
        errc code{};
        EXPECT_EQ(message_of(assign_task({c.given}), &code), c.text);
        EXPECT_EQ(code, c.code) << c.text;
    }
}

TEST(CheckForm, TakesALongCodeUpToAHundredBytes) {
    EXPECT_EQ(message_of(assign_task({{field::lead, std::string(100, 'x')}})), "fine");
    EXPECT_EQ(message_of(assign_task({{field::lead, std::string(101, 'x')}})),
              "assign_task: lead \"" + std::string(80, 'x') + "...\" is longer than 100 bytes");
}

TEST(CheckForm, NamesWhatIsMissingOrEmpty) {
    command c;
    c.kind = command_kind::assign_task;
    c.values = {{field::task, "T01"}};
    EXPECT_EQ(message_of(c), "assign_task: title_vi is missing");
    for (const char* blank : {"", " ", "\t\n", "\u00A0\u3000", "\u200A\u2000",
                              "\u0085\u1680\u2028\u2029\u202F\u205F"}) {
        c.values = {{field::task, "T01"}, {field::title_vi, blank}};
        errc code{};
        EXPECT_EQ(message_of(c, &code), "assign_task: title_vi is empty");
        EXPECT_EQ(code, errc::missing_field);
    }
    c.values = {{field::task, ""}, {field::title_vi, "x"}};
    EXPECT_EQ(message_of(c), "assign_task: task is empty");
}

TEST(CheckForm, RefusesEmptyTextByNameAlsoWhereNoneIsRequired) {
    EXPECT_EQ(message_of(assign_task({{field::note, " "}})), "assign_task: note is empty");
    EXPECT_EQ(message_of(assign_task({{field::lead, "A"}, {field::lead, ""}})),
              "assign_task: lead is empty");
}

TEST(CheckForm, LeavesWhatIsTheHostsAsItIs) {
    command c;
    c.kind = command_kind::set_attribute;
    c.values = {{field::host_key, "e\u0301"}, {field::host_value, " e\u0301\u212B "}};
    check_form(c);
    EXPECT_EQ(c.values[0].content, value{"\u00E9"});
    EXPECT_EQ(c.values[1].content, value{" e\u0301\u212B "});
}

TEST(CheckForm, RefusesAnActWhoseNamesAreNone) {
    const struct {
        act given;
        errc code;
        const char* text;
    } cases[] = {
        {{{}, 0, "", ""}, errc::invalid_argument, "act: actor is empty"},
        {{{}, 0, " \u00A0", ""}, errc::invalid_argument, "act: actor is empty"},
        {{{}, 0, std::string(201, 'x'), ""},
         errc::out_of_range,
         "act: actor is longer than 200 bytes"},
        {{{}, 0, "a", std::string(1 << 20, 'x')},
         errc::out_of_range,
         "act: request_id is longer than 200 bytes"},
        {{{}, 0, "a\xFF", ""}, errc::invalid_utf8, "act: actor is not UTF-8 at byte 1"},
        {{{}, 0, "a", "a\xFF"}, errc::invalid_utf8, "act: request_id is not UTF-8 at byte 1"},
    };
    for (const auto& c : cases) {
        act given = c.given;
        try {
            check_act(given);
            ADD_FAILURE() << c.text;
        } catch (const error& e) {
            EXPECT_STREQ(e.what(), c.text);
            EXPECT_EQ(e.code(), c.code);
            EXPECT_EQ(e.facts().front().first, "field");
        }
    }
    act fine{{}, 0, std::string(200, 'x'), std::string(200, 'y')};
    EXPECT_NO_THROW(check_act(fine));
}

TEST(CheckForm, BringsTextToComposedForm) {
    command c = assign_task({{field::lead, "D\u0061\u0302"}, {field::product, "e\u0301"}});
    check_form(c);
    EXPECT_EQ(c, assign_task({{field::lead, "D\u00E2"}, {field::product, "\u00E9"}}));
}

TEST(CheckForm, AgreesWithNfcOnRandomText) {
    const auto utf8 = [](std::uint32_t c) {
        std::string out;
        if (c < 0x80) return out += static_cast<char>(c);
        if (c < 0x800) {
            out += static_cast<char>(0xC0 | c >> 6);
        } else {
            out += static_cast<char>(0xE0 | c >> 12);
            out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        }
        return out += static_cast<char>(0x80 | (c & 0x3F));
    };
    // Around what is taken as composed without asking: ASCII, Latin, combining marks, Vietnamese,
    // punctuation, Hangul jamo (which combine), angle brackets that NFC replaces.
    const std::pair<std::uint32_t, std::uint32_t> ranges[] = {
        {0x21, 0x7E},     {0x21, 0x7E},     {0x80, 0x2FF},    {0x300, 0x345},  {0x1E00, 0x1EFF},
        {0x1EA0, 0x1F80}, {0x2000, 0x202F}, {0x1100, 0x11FF}, {0x2126, 0x232A}};
    random_numbers random{3};
    for (int i = 0; i < 10'000; ++i) {
        std::string text = "x";
        for (int n = random.between(0, 24); n > 0; --n) {
            const auto& [low, high] = ranges[random.between(0, std::size(ranges) - 1)];
            text += utf8(static_cast<std::uint32_t>(
                random.between(static_cast<int>(low), static_cast<int>(high))));
        }
        command c = assign_task({{field::product, text}});
        check_form(c);
        ASSERT_EQ(c.text(field::product), nfc(text)) << text;
    }
}

TEST(CheckForm, JudgesWhatStandsBesideTheFields) {
    command c = assign_task({});
    c.effective_on = last_day + 1;
    EXPECT_EQ(message_of(c),
              "assign_task: effective_on 2200-01-01 is not covered (1900-01-01 to 2199-12-31)");
    c = assign_task({});
    c.corrects = -1;
    EXPECT_EQ(message_of(c), "assign_task: corrects is the number of an event, from 1 on");
    c = assign_task({});
    c.actor = "\xFF";
    EXPECT_EQ(message_of(c), "assign_task: actor is not UTF-8 at byte 0");
    c = {};
    c.kind = command_kind::void_event;
    c.values = {{field::reason, "entered twice"}};
    EXPECT_EQ(message_of(c), "void_event: corrects is missing");
    c.kind = static_cast<command_kind>(9);
    EXPECT_EQ(message_of(c), "command number 9 is not known");
}

TEST(CheckForm, RefusesAPeriodThatDoesNotExist) {
    const struct {
        const char* text;
        errc code;
        const char* message;
    } cases[] = {
        {"2024-Q5", errc::out_of_range, "plan_task: period \"2024-Q5\" does not exist"},
        {"Q1/2024", errc::malformed,
         "plan_task: period \"Q1/2024\" is not a period in the form 2024, 2024-H1, 2024-Q1, "
         "2024-04 or 2024-01-15/2024-04-20"},
        {"2024-01-15/", errc::malformed,
         "plan_task: period \"2024-01-15/\" has no end: a period has a last day, as in "
         "2024-01-15/2024-04-20"},
        {"2024-04-20/2024-01-15", errc::out_of_range,
         "plan_task: period \"2024-04-20/2024-01-15\": a period that begins on 2024-04-20 ends "
         "before it, on 2024-01-15"},
        {"term:T20", errc::malformed,  // an event says the days
         "plan_task: period \"term:T20\" is not a period in the form 2024, 2024-H1, 2024-Q1, "
         "2024-04 or 2024-01-15/2024-04-20"},
    };
    for (const auto& wrong : cases) {
        command c;
        c.kind = command_kind::plan_task;
        c.values = {{field::task, "T01"}, {field::period, wrong.text}};
        errc code{};
        EXPECT_EQ(message_of(c, &code), wrong.message);
        EXPECT_EQ(code, wrong.code);
    }
}

TEST(CheckForm, GivesTheSameAsFacts) {
    command c = assign_task({{field::lead, "Agency A"}});
    try {
        check_form(c);
        FAIL();
    } catch (const error& e) {
        const std::vector<fact> expected{{"command_name", "assign_task"},
                                         {"field", "lead"},
                                         {"rule", "malformed"},
                                         {"value", "Agency A"}};
        EXPECT_EQ(e.facts(), expected);
    }
}

TEST(CheckForm, JudgesArgumentsOfAQuestion) {
    const auto allowed = find_question(1)->arguments;
    arguments a{{{field::agency, "A"}, {field::limit, std::int64_t{10}}}};
    check_form(a, allowed, "tasks");
    EXPECT_EQ(a, (arguments{{{field::agency, "A"}, {field::limit, std::int64_t{10}}}}));

    const struct {
        arguments given;
        const char* text;
    } cases[] = {
        {{{{field::title_vi, "x"}}}, "tasks: title_vi is not a field of it"},
        {{{{field::note, "x"}}}, "tasks: note is not a field of it"},
        {{{{field::limit, std::int64_t{-1}}}},
         "tasks: limit -1 is outside 0 to 1000000000000000 rows"},
        {{{{field::agency, "A"}, {field::agency, "B"}}}, "tasks: agency is given more than once"},
        {{{{field::agency, ""}}}, "tasks: agency is empty"},
    };
    for (const auto& c : cases) {
        arguments given = c.given;
        try {
            check_form(given, allowed, "tasks");
            FAIL() << c.text;
        } catch (const error& e) {
            EXPECT_STREQ(e.what(), c.text);
        }
    }
}

// ---- arguments
// ------------------------------------------------------------------------------------

TEST(Arguments, AnswerByNameInOrder) {
    const arguments a{{{field::lead, "A"},
                       {field::lead, ""},
                       {field::lead, "B"},
                       {field::note, ""},
                       {field::deadline, std::int64_t{19000}}}};
    EXPECT_EQ(a.text(field::lead), "A");
    EXPECT_EQ(a.texts(field::lead), (std::vector<std::string_view>{"A", "B"}));
    EXPECT_EQ(a.text(field::note), std::nullopt);
    EXPECT_EQ(a.text(field::title_vi), std::nullopt);
    EXPECT_EQ(a.integer(field::deadline), 19000);
    EXPECT_EQ(a.day(field::deadline), civil_day{19000});
    EXPECT_EQ(a.text(field::deadline), std::nullopt);
    EXPECT_EQ(a.integer(field::lead), std::nullopt);
    EXPECT_TRUE(a.has(field::lead));
    EXPECT_FALSE(a.has(field::note));
    EXPECT_FALSE(a.has(field::title_vi));
    const arguments beyond{{{field::deadline, std::int64_t{1} << 40}}};
    EXPECT_EQ(beyond.day(field::deadline), std::nullopt);
}

// ---- describe
// -------------------------------------------------------------------------------------

TEST(Describe, IsJsonThatHoldsTheTable) {
    const boost::json::value table = boost::json::parse(describe());
    const auto& root = table.as_object();
    EXPECT_EQ(root.at("schema"), 1);
    ASSERT_EQ(root.at("commands").as_array().size(), commands().size());
    ASSERT_EQ(root.at("fields").as_array().size(), fields().size());
    for (std::size_t i = 0; i < fields().size(); ++i) {
        const auto& row = root.at("fields").as_array()[i].as_object();
        EXPECT_EQ(row.at("number"), static_cast<std::int64_t>(fields()[i].id));
        EXPECT_EQ(row.at("name").as_string(), fields()[i].name.data());
        EXPECT_EQ(row.contains("choices"), !fields()[i].choices.empty());
    }
    for (std::size_t i = 0; i < commands().size(); ++i) {
        const auto& row = root.at("commands").as_array()[i].as_object();
        EXPECT_EQ(row.at("number"), static_cast<std::int64_t>(commands()[i].id));
        EXPECT_EQ(row.at("fields").as_array().size(),
                  commands()[i].fields.size() + common_fields().size());
    }
    EXPECT_EQ(root.at("questions").as_array().size(), questions().size());
    EXPECT_EQ(root.at("report_arguments").as_array().size(), report_arguments().size());
    EXPECT_EQ(root.at("task_list_arguments").as_array().size(), task_list_arguments().size());
    EXPECT_EQ(describe(), describe());
}

}  // namespace
}  // namespace mandate
