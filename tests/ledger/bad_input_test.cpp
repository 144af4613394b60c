// Every command of the life of tasks, recommendations, indicators and rights, spoilt field by
// field: one error that names the command and the field or the rule, and nothing is changed.

#include "ledger/asked.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

namespace mandate {
namespace {

using tests::by_clerk;
using tests::command_of;
using tests::commands_of;

constexpr const char* world = R"(
2024-01-01 add_agency agency=A name_vi=A
2024-01-01 add_agency agency=B name_vi=B
2024-01-01 add_agency agency=C name_vi=C
2024-01-01 add_official official=P name_vi=P
2024-01-01 add_document document=D number=1 document_kind=decision issuer=A dated=2024-03-01
2024-01-01 hold_meeting meeting=M name_vi=m body=A
2024-01-10 assign_task task=T title_vi=x lead=A coordinating=B assigner=C deadline=2024-02-20
2024-01-10 assign_task task=U title_vi=y lead=A assigner=C deadline=2024-02-20
2024-02-01 explain_delay task=T cause=other text=x blamed=B
2024-02-01 request_extension task=T proposed_deadline=2024-05-31 reason=x
2024-02-01 block_task task=T condition=line owed_by=B
2024-02-01 expect_document task=T expected=e
2024-02-01 consult consultation=K task=T agency=A addressed_to=B
2024-02-01 raise_recommendation recommendation=R text_vi=x raised_by=A addressed_to=C
2024-02-01 raise_recommendation recommendation=R2 text_vi=x raised_by=A addressed_to=C
2024-02-02 answer_recommendation recommendation=R2 recommendation_status=partly_answered
2024-02-01 add_indicator indicator=I name_vi=x unit=x
)";

// A command of each kind that the ledger would take.
constexpr const char* good[] = {
    "2024-03-01 state_obligation task=T agency=B obligation=x deadline=2024-04-01 "
    "deadline_as_stated=x",
    "2024-03-01 answer_obligation task=T agency=B document=D text=x",
    "2024-03-01 verify_result task=T agency=C verdict=confirmed percent=50 text=x",
    "2024-03-01 request_extension task=U agency=A proposed_deadline=2024-05-31 reason=x",
    "2024-03-01 refuse_extension task=T decided_by=C document=D reason=x",
    "2024-03-01 remind_task task=T agency=C addressed_to=A,B number=1 document=D text=x",
    "2024-03-01 accept_explanation task=T agency=C text=x",
    "2024-03-01 return_explanation task=T agency=C reason=x",
    "2024-03-01 find_cause task=T agency=C cause=other text=x",
    "2024-03-01 answer_explanation task=T agency=B text=x",
    "2024-03-01 waive_delay task=T decided_by=C document=D cause=other reason=x",
    "2024-03-01 rate_task task=T agency=C quality=meets text=x",
    "2024-03-01 block_task task=T condition=x owed_by=B answer_due=2024-04-01",
    "2024-03-01 unblock_task task=T condition=line text=x",
    "2024-03-01 expect_document task=T expected=f issuer=C title_vi=x",
    "2024-03-01 issue_document task=T expected=e document=D",
    "2024-03-01 consult consultation=N task=T agency=A addressed_to=B,C number=1 "
    "answer_due=2024-04-01 text=x",
    "2024-03-01 answer_consultation consultation=K agency=B opinion=agree number=1 document=D "
    "text=x",
    "2024-03-01 set_priority task=T priority=urgent decided_by=C reason=x",
    "2024-03-01 schedule_task task=T duration=5 optimistic=2 pessimistic=9 not_before=2024-04-01 "
    "must_start=2024-04-02 not_after=2024-05-01 decided_by=C reason=x",
    "2024-03-01 fan_out_task task=U agency=A,B",
    "2024-03-01 repeat_task task=U period=2024-Q1",
    "2024-03-01 repeat_recommendation recommendation=R meeting=M period=2024-Q1",
    "2024-03-01 judge_answer recommendation=R2 agency=A satisfied=satisfied text=x",
    "2024-03-01 set_base indicator=I agency=A period=2024 value=5",
    "2024-03-01 set_policy policy=agencies office=C inspection=B",
    "2024-03-01 delegate_rights agency=A delegate=B task=T until=2024-12-31",
    "2024-03-01 limit_extensions assigner=C decided_by=C most_times=1 most_days=30",
    "2024-03-01 add_cause cause=own.x name_vi=x name_en=x name_tr=x",
    "2024-03-01 set_attribute host_key=k host_value=v task=T",
    "2024-03-01 assign_task task=N title_vi=x lead=A priority=urgent recurs=quarterly",
    "2024-03-01 explain_delay task=T agency=A cause=other text=x measures=x blamed=B",
    "2024-03-01 raise_recommendation recommendation=N text_vi=x raised_by=A authority=C "
    "answer_due=2024-04-01",
    "2024-03-01 answer_recommendation recommendation=R recommendation_status=forwarded agency=C "
    "forwarded_to=B answer_due=2024-04-01",
    "2024-03-01 add_indicator indicator=N name_vi=x unit=x measure=point profile=25,25,25,25 "
    "threshold=80 owner=A",
};

class BadInputOfLife : public testing::Test {
protected:
    std::unique_ptr<ledger> record_ = ledger::in_memory();
    void SetUp() override {
        record_->record(by_clerk(parse_day("2024-06-01")), commands_of(world));
    }

    void refused(const command& c, errc code, const std::string& field_or_rule,
                 const std::string& why) {
        SCOPED_TRACE(why);
        const std::int64_t before = record_->revision();
        try {
            record_->record(by_clerk(parse_day("2024-06-01")), {&c, 1});
            ADD_FAILURE() << "it was not refused";
        } catch (const error& e) {
            EXPECT_EQ(name_of(e.code()), name_of(code)) << e.what();
            std::map<std::string, std::string> facts(e.facts().begin(), e.facts().end());
            EXPECT_EQ(facts["command_name"], descriptor_of(c.kind).name) << e.what();
            EXPECT_NE(facts["rule"], "") << e.what();
            EXPECT_NE(facts["field"], "") << e.what();
            EXPECT_EQ(e.code() == errc::refused ? facts["rule"] : facts["field"], field_or_rule)
                << e.what();
            EXPECT_EQ(std::string_view{e.what()}.find('\n'), std::string_view::npos);
            EXPECT_LT(std::string_view{e.what()}.size(), 1000u);
        }
        EXPECT_EQ(record_->revision(), before);
    }
};

TEST_F(BadInputOfLife, TheGoodOnesAreGoodAndThereIsOneOfEachKind) {
    std::set<command_kind> kinds;
    for (const char* text : good) {
        const command c = command_of(text);
        kinds.insert(c.kind);
        EXPECT_NO_THROW(record_->check(by_clerk(parse_day("2024-06-01")), {&c, 1})) << text;
    }
    for (const command_descriptor& d : commands()) {
        const auto number = static_cast<std::int32_t>(d.id);
        const bool of_this_part = (number >= 55 && number <= 59) ||
                                  (number >= 63 && number <= 69) ||
                                  (number >= 73 && number <= 79) || (number >= 91 && number <= 99);
        EXPECT_TRUE(!of_this_part || kinds.contains(d.id)) << d.name;
    }
}

TEST_F(BadInputOfLife, EachFieldSpoiltInTurnIsRefusedByNameAndNothingChanges) {
    const std::string before = tests::all_that_can_be_asked(*record_);
    for (const char* text : good) {
        const command fine = command_of(text);
        const command_descriptor& of = descriptor_of(fine.kind);
        for (std::size_t i = 0; i < fine.values.size(); ++i) {
            const field_descriptor& f = descriptor_of(fine.values[i].name);
            const field_use& use = *of.use(f.id);
            const std::string what = std::string{of.name} + " " + std::string{f.name};
            const auto spoilt = [&](value content) {
                command c = fine;
                c.values[i].content = std::move(content);
                return c;
            };
            const bool makes = of.creates != entity_kind::none && i == 0;
            const std::string name{f.name};
            switch (f.type) {
                case value_type::code:
                    if (!makes) refused(spoilt("X-9"), errc::unknown_reference, name, what);
                    refused(spoilt("a b"), errc::malformed, name, what);
                    refused(spoilt(std::string(101, 'x')), errc::malformed, name, what);
                    refused(spoilt(std::string(1 << 20, 'x')), errc::out_of_range, name, what);
                    refused(spoilt("\xC3\x28"), errc::invalid_utf8, name, what);
                    refused(spoilt(std::int64_t{1}), errc::malformed, name, what);
                    break;
                case value_type::text:
                    refused(spoilt(std::string(1 << 20, 'x')), errc::out_of_range, name, what);
                    refused(spoilt("\xFF"), errc::invalid_utf8, name, what);
                    refused(spoilt(std::string("a\0b", 3)), errc::malformed, name, what);
                    break;
                case value_type::period:
                    refused(spoilt("2024-Q9"), errc::out_of_range, name, what);
                    refused(spoilt("soon"), errc::malformed, name, what);
                    break;
                case value_type::day:
                    refused(spoilt(std::int64_t{last_day.since_epoch()} + 1), errc::out_of_range,
                            name, what);
                    refused(spoilt("2024-03-01"), errc::malformed, name, what);
                    break;
                case value_type::integer:
                    refused(spoilt(f.low - 1), errc::out_of_range, name, what);
                    refused(spoilt(f.high + 1), errc::out_of_range, name, what);
                    break;
                case value_type::choice:
                    refused(spoilt(std::int64_t{99}), errc::out_of_range, name, what);
                    break;
            }
            if (use.required) {
                command c = fine;
                std::erase_if(c.values, [&](const field_value& v) { return v.name == f.id; });
                refused(c, errc::missing_field, name, what + " is missing");
            }
            if (f.type == value_type::text && f.id != field::host_value)
                refused(spoilt(" "), errc::missing_field, name, what + " is blank");
            if (std::holds_alternative<std::string>(fine.values[i].content))
                refused(spoilt(""), errc::missing_field, name, what + " is empty");
        }
        command c = fine;
        c.effective_on = civil_day{first_day.since_epoch() - 1};
        refused(c, errc::out_of_range, "effective_on", std::string{of.name} + " in 1899");
        c = fine;
        c.values.push_back({field::day_kind, std::int64_t{1}});
        refused(c, errc::unknown_field, "day_kind", std::string{of.name} + " with another's field");
    }
    EXPECT_EQ(tests::all_that_can_be_asked(*record_), before);
}

TEST_F(BadInputOfLife, TextOfLessThanAMebibyteIsTaken) {
    command c = command_of("2024-03-01 find_cause task=T cause=other text=x");
    c.values.back().content = std::string((1 << 20) - 1, 'x');
    EXPECT_NO_THROW(record_->check(by_clerk(parse_day("2024-06-01")), {&c, 1}));
}

TEST_F(BadInputOfLife, OfAnActIsRefusedByRuleAndField) {
    const command fine = command_of(good[0]);
    const struct {
        const char* field;
        act by;
    } cases[] = {
        {"actor", {parse_day("2024-06-01"), 0, std::string(1 << 20, 'x'), ""}},
        {"actor", {parse_day("2024-06-01"), 0, "", ""}},
        {"request_id", {parse_day("2024-06-01"), 0, "x", std::string(1 << 20, 'x')}},
        {"request_id", {parse_day("2024-06-01"), 0, "x", "\xFF"}},
        {"today", {civil_day{first_day.since_epoch() - 1}, 0, "x", ""}},
        {"now", {parse_day("2024-06-01"), std::int64_t{1} << 62, "x", ""}},
    };
    const std::string before = tests::all_that_can_be_asked(*record_);
    for (const auto& c : cases) try {
            record_->record(c.by, {&fine, 1});
            ADD_FAILURE() << c.field;
        } catch (const error& e) {
            std::map<std::string, std::string> facts(e.facts().begin(), e.facts().end());
            EXPECT_EQ(facts["field"], c.field) << e.what();
            EXPECT_NE(facts["rule"], "") << e.what();
        }
    EXPECT_EQ(tests::all_that_can_be_asked(*record_), before);
}

TEST_F(BadInputOfLife, WhatCannotBeIsRefusedByItsRule) {
    const std::string before = tests::all_that_can_be_asked(*record_);
    const struct {
        const char* command;
        errc code;
        const char* field_or_rule;
    } cases[] = {
        {"2024-01-09 remind_task task=T", errc::refused, "not_before_assignment"},
        {"2024-06-02 remind_task task=T", errc::refused, "not_in_the_future"},
        {"2024-03-01 consult consultation=N task=T agency=A addressed_to=B answer_due=2024-02-29",
         errc::out_of_range, "answer_due"},
        {"2024-01-05 consult consultation=N task=T agency=A addressed_to=B", errc::refused,
         "not_before_assignment"},
        {"2024-01-31 answer_consultation consultation=K agency=B opinion=agree", errc::refused,
         "in_order"},
        {"2024-03-01 add_indicator indicator=N name_vi=x unit=x profile=25,25,25",
         errc::out_of_range, "profile"},
        {"2024-03-01 add_indicator indicator=N name_vi=x unit=x profile=25,25,25,24",
         errc::out_of_range, "profile"},
        {"2024-03-01 set_policy policy=agencies", errc::missing_field, "office"},
        {"2024-03-01 delegate_rights agency=A delegate=A", errc::refused, "not_to_itself"},
        {"2024-03-01 delegate_rights agency=A delegate=B until=2024-02-01", errc::out_of_range,
         "until"},
        {"2024-03-01 fan_out_task task=T agency=A,A", errc::refused, "field"},
        {"2024-03-01 repeat_task task=T period=2024-Q1,2024-Q1", errc::duplicate, "period"},
        {"2024-03-01 judge_answer recommendation=R satisfied=satisfied", errc::refused,
         "answered_first"},
        {"2024-01-15 repeat_recommendation recommendation=R", errc::refused,
         "not_before_it_was_raised"},
        {"2024-03-01 request_extension task=U proposed_deadline=2024-02-20 reason=x", errc::refused,
         "later_than_deadline"},
        {"2024-03-01 set_attribute host_key=k", errc::missing_field, "task"},
        {"2024-03-01 find_cause task=T cause=own.y", errc::unknown_reference, "cause"},
        {"2024-03-01 set_attribute host_key=k task=T agency=A", errc::refused, "one_thing"},
    };
    for (const auto& c : cases) {
        const command given = command_of(c.command);
        if (std::string_view{c.field_or_rule} == "field")
            EXPECT_THROW(record_->record(by_clerk(parse_day("2024-06-01")), {&given, 1}), error);
        else
            refused(given, c.code, c.field_or_rule, c.command);
    }
    EXPECT_EQ(tests::all_that_can_be_asked(*record_), before);
}

TEST_F(BadInputOfLife, AnActorWhoMayNotChangesNothing) {
    record_->record(by_clerk(parse_day("2024-06-01")),
                    commands_of("2024-03-01 set_policy policy=agencies office=C"));
    const std::string before = tests::all_that_can_be_asked(*record_);
    for (const char* text : good) {
        const command c = command_of(text);
        act by = by_clerk(parse_day("2024-06-01"));
        by.actor = "stranger";
        try {
            record_->record(by, {&c, 1});
            ADD_FAILURE() << text;
        } catch (const error& e) {
            EXPECT_EQ(name_of(e.code()), name_of(errc::refused)) << e.what();
            EXPECT_EQ(e.facts().front().second, "unknown_actor") << e.what();
        }
    }
    EXPECT_EQ(tests::all_that_can_be_asked(*record_), before);
}

}  // namespace
}  // namespace mandate
