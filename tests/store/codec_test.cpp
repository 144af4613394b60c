#include "mandate/store/codec.hpp"

#include "base/error_check.hpp"
#include "base/random_numbers.hpp"
#include "mandate/model/descriptor.hpp"
#include "random_command.hpp"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

namespace mandate {
namespace {

stored_event row_of(const command& c) {
    stored_event row;
    row.seq = 7;
    row.effective_on = c.effective_on.value_or(civil_day{19838});
    row.recorded_at_us = 1'714'000'000'000'000;
    row.actor = "clerk";
    row.request_id = "r-1";
    row.kind = descriptor_of(c.kind).name;
    row.corrects = c.corrects;
    row.payload = encode_payload(c, c.kind);
    return row;
}

TEST(Codec, WritesAPayloadThatPeopleCanRead) {
    command c;
    c.kind = command_kind::assign_task;
    c.values = {
        {field::deadline_precision, std::int64_t{3}},
        {field::lead, "B"},
        {field::duration, std::int64_t{20}},
        {field::title_vi, "Đề án \"số\"\n"},
        {field::lead, "A"},
        {field::deadline, std::int64_t{civil_day{std::chrono::year{2024} / 6 / 30}.since_epoch()}},
        {field::document, "39-NQ/TW"},
        {field::task, "T01"}};
    EXPECT_EQ(encode_payload(c, c.kind),
              R"({"document":["39-NQ/TW"],"task":"T01","title_vi":"Đề án \"số\"\n",)"
              R"("lead":["B","A"],"deadline":"2024-06-30","deadline_precision":"quarter",)"
              R"("duration":20})");
    EXPECT_EQ(encode_payload(arguments{}, command_kind::assign_task), "{}");
}

TEST(Codec, ReadsBackWhatItWrote) {
    random_numbers random{11};
    for (int i = 0; i < 1000; ++i) {
        const command c = tests::random_command(random);
        const stored_event row = row_of(c);
        const event e = decode(row);
        ASSERT_EQ(e.command.values, tests::in_table_order(c.values)) << row.payload;
        EXPECT_EQ(e.command.kind, c.kind);
        EXPECT_EQ(e.command.effective_on, row.effective_on);
        EXPECT_EQ(e.command.corrects, row.corrects);
        EXPECT_EQ(e.seq, row.seq);
        EXPECT_EQ(e.recorded_at_us, row.recorded_at_us);
        EXPECT_EQ(e.actor, row.actor);
        EXPECT_EQ(e.request_id, row.request_id);
        EXPECT_EQ(encode_payload(e.command, c.kind), row.payload);
    }
}

// The document tree of Boost.JSON is the slow twin: it must find the same keys in the same order.
TEST(Codec, WritesJsonInTheOrderOfTheFieldTable) {
    random_numbers random{12};
    for (int i = 0; i < 500; ++i) {
        const command c = tests::random_command(random);
        const boost::json::value tree = boost::json::parse(encode_payload(c, c.kind));
        const field_descriptor* before = nullptr;
        std::size_t values = 0;
        for (const auto& [key, content] : tree.as_object()) {
            const field_descriptor* f = find_field(std::string_view{key.data(), key.size()});
            ASSERT_NE(f, nullptr);
            EXPECT_LT(before, f);
            before = f;
            EXPECT_EQ(content.is_array(), descriptor_of(c.kind).use(f->id)->list);
            values += content.is_array() ? content.as_array().size() : 1;
        }
        EXPECT_EQ(values, c.values.size());
    }
}

TEST(Codec, NamesTheEventAndWhatCannotBeRead) {
    const struct {
        const char* payload;
        const char* what;
    } cases[] = {
        {"", "event 7: assign_task: the payload is not JSON at byte 0"},
        {"{", "event 7: assign_task: the payload is not JSON at byte 1"},
        {R"({"task":"T","title_vi":"x"} {})",
         "event 7: assign_task: the payload is not JSON at byte 28"},
        {"[]", "event 7: assign_task: the payload is not an object"},
        {"3", "event 7: assign_task: the payload is not an object"},
        {"null", "event 7: assign_task: the payload is not an object"},
        {R"({"task":"T"})", "event 7: assign_task: title_vi is missing"},
        {R"({"task":"T","title_vi":"x","colour":1})",
         "event 7: assign_task: key \"colour\" is not known"},
        {R"({"task":"T","title_vi":"x","percent":1})",
         "event 7: assign_task: key \"percent\" is not known"},
        {R"({"task":"T","title_vi":"x","task":"U"})", "event 7: assign_task: task is there twice"},
        {R"({"task":["T"],"title_vi":"x"})",
         "event 7: assign_task: task is an array; it takes text"},
        {R"({"task":"T","title_vi":"x","lead":[["A"]]})",
         "event 7: assign_task: lead is an array in an array; it takes text"},
        {R"({"task":"T","title_vi":{}})",
         "event 7: assign_task: title_vi is an object; it takes text"},
        {R"({"task":"T","title_vi":3})",
         "event 7: assign_task: title_vi is a number; it takes text"},
        {R"({"task":"T","title_vi":"x","duration":"3"})",
         "event 7: assign_task: duration is text; it takes an integer"},
        {R"({"task":"T","title_vi":"x","duration":3.5})",
         "event 7: assign_task: duration is not an integer; it takes an integer"},
        {R"({"task":"T","title_vi":"x","duration":18446744073709551615})",
         "event 7: assign_task: duration is too large a number; it takes an integer"},
        {R"({"task":"T","title_vi":"x","acceptance":"maybe"})",
         "event 7: assign_task: acceptance \"maybe\" is none of asked, not_asked"},
        {R"({"task":"T","title_vi":"x","acceptance":true})",
         "event 7: assign_task: acceptance is true or false; it takes the name of a choice"},
        {R"({"task":"T","title_vi":"x","deadline":"2024-02-30"})",
         "event 7: assign_task: deadline: \"2024-02-30\""},
        {"{\"task\":\"T\",\"title_vi\":\"\xFF\"}",
         "event 7: assign_task: the payload is not JSON at byte "},
    };
    command c;
    c.kind = command_kind::assign_task;
    stored_event row = row_of(c);
    for (const auto& wrong : cases) {
        SCOPED_TRACE(wrong.payload);
        row.payload = wrong.payload;
        expect_error(errc::damaged, wrong.what, [&] { decode(row); });
    }
}

TEST(Codec, RefusesRowsThatNoWriterMade) {
    command c;
    c.kind = command_kind::assign_task;
    c.values = {{field::task, "T"}, {field::title_vi, "x"}};
    const stored_event good = row_of(c);
    stored_event row = good;
    row.kind = "assign";
    expect_error(errc::damaged, "event 7: its kind \"assign\" is not known", [&] { decode(row); });
    row = good;
    row.schema = 2;
    expect_error(errc::damaged, "event 7: its schema 2 is not known", [&] { decode(row); });
    row = good;
    row.effective_on = last_day + 1;
    expect_error(errc::damaged, "event 7: its effective day", [&] { decode(row); });
    try {
        decode(row);
    } catch (const error& e) {
        EXPECT_EQ(e.facts(), (std::vector<fact>{{"seq", "7"}}));
    }
}

TEST(Codec, SurvivesAnyDamageToAPayload) {
    random_numbers random{13};
    for (int i = 0; i < 3000; ++i) {
        stored_event row = row_of(tests::random_command(random));
        for (int n = random.between(1, 3); n > 0 && !row.payload.empty(); --n) {
            const std::size_t at = tests::below(random, row.payload.size());
            if (random.between(0, 1) == 0)
                row.payload[at] = static_cast<char>(random.next());
            else
                row.payload.erase(at, 1);
        }
        try {
            decode(row);
        } catch (const error& e) {
            EXPECT_EQ(e.code(), errc::damaged);
        }
    }
}

}  // namespace
}  // namespace mandate
