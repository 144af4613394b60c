// A good command of every kind, spoilt field by field: one error that names the command and the
// field or the rule, and nothing is changed.

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
2024-01-01 add_post post=PA agency=A name_vi=x
2024-01-01 add_post post=PB agency=B name_vi=x
2024-01-01 hold_post official=P post=PA
2024-01-01 add_document document=D2 number=2 document_kind=plan issuer=A dated=2024-01-01
2024-01-01 add_clause clause=CL document=D2 clause_number=1
2024-01-01 schedule_document_review document_review=V document=D2 review_kind=final deadline=2024-09-01 lead=B
2024-01-10 assign_task task=S title_vi=s lead=A assigner=C deadline=2024-02-20
2024-02-01 submit_task task=S
2024-01-10 assign_task task=E title_vi=e lead=A assigner=C acceptance=not_asked
2024-01-10 assign_task task=H title_vi=h lead=A assigner=C
2024-02-01 suspend_task task=H reason=x
2024-01-01 add_programme programme=G agency=A period=2024
2024-01-01 add_item item=E1 programme=G title_vi=x planned_for=2024-03
2024-01-01 add_access_class access_class=K1 name_vi=x rank=1
2024-01-01 add_access_class access_class=K2 name_vi=x rank=2
2024-01-01 set_highest_class access_class=K1
2024-04-25 draft_review review=W agency=A period=2024-Q1 cut_off=2024-04-20
2024-04-25 draft_review review=W2 agency=B period=2024-Q1 cut_off=2024-04-20
2024-04-26 send_review review=W addressed_to=C
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
    "2024-03-01 add_agency agency=N name_vi=x name_en=x name_tr=x alias_vi=x "
    "agency_kind=task_force "
    "identifier_old=000.00.01.H41 identifier_new=H41.1 parent=A until=2025-01-01",
    "2024-03-01 merge_agency agency=B into=C document=D",
    "2024-03-01 rename_agency agency=B name_vi=y name_en=y name_tr=y document=D",
    "2024-03-01 split_agency agency=B into=A,C duty=x,y document=D reason=x",
    "2024-03-01 dissolve_agency agency=B document=D reason=x",
    "2024-03-01 move_agency agency=B parent=A document=D",
    "2024-03-01 hand_over agency=B into=C consultation=K document=D",
    "2024-03-01 add_official official=N name_vi=x",
    "2024-03-01 add_post post=N agency=A name_vi=x name_en=x name_tr=x heads_agency=yes",
    "2024-03-01 hold_post official=P post=PB until=2024-12-31 document=D",
    "2024-03-01 leave_post official=P post=PA document=D reason=x",
    "2024-03-01 charge_field agency=A field_of_work=x post=PA until=2024-12-31 document=D",
    "2024-03-01 add_document document=N number=9-QĐ document_kind=decision issuer=A "
    "dated=2024-03-01 dated_as_stated=x title_vi=x title_en=x title_tr=x horizon=2030 vision=2045 "
    "in_force_from=2024-03-01 until=2025-01-01 access_class=K1",
    "2024-03-01 state_document_date document=D dated=2024-03-02 source=x note=x",
    "2024-03-01 relate_documents document=D relation=implements to_document=D2",
    "2024-03-01 add_clause clause=N document=D2 clause_number=1.1 title_vi=x parent_clause=CL",
    "2024-03-01 schedule_document_review document_review=N document=D2 review_kind=interim "
    "deadline=2024-06-01 deadline_as_stated=x lead=A task=T decided_by=A",
    "2024-03-01 postpone_document_review document_review=V deadline=2024-12-01 decided_by=A "
    "document=D reason=x",
    "2024-03-01 complete_document_review document_review=V agency=B document=D quality=meets "
    "text=x",
    "2024-03-01 drop_document_review document_review=V decided_by=A document=D reason=x",
    "2024-03-01 hold_meeting meeting=N name_vi=x body=A period=2024-Q1 access_class=K1",
    "2024-03-01 attend_meeting meeting=M meeting_role=attendee official=P post=PA agency=A",
    "2024-03-01 conclude conclusion=N meeting=M conclusion_kind=request text_vi=x addressed_to=B",
    "2024-03-01 reassign_task task=U lead=B coordinating=A decided_by=C document=D reason=x",
    "2024-03-01 revise_deadline task=U deadline=2024-05-31 deadline_as_stated=x decided_by=C "
    "document=D reason=x",
    "2024-03-01 report_progress task=U agency=A percent=50 remaining=3 text=x",
    "2024-03-01 submit_task task=U agency=A document=D text=x",
    "2024-03-01 accept_task task=S agency=C quality=meets text=x",
    "2024-03-01 return_task task=S agency=C reason=x",
    "2024-03-01 complete_task task=E agency=A document=D text=x",
    "2024-03-01 suspend_task task=U decided_by=C document=D reason=x",
    "2024-03-01 resume_task task=H decided_by=C document=D reason=x",
    "2024-03-01 cancel_task task=U decided_by=C document=D reason=x",
    "2024-03-01 plan_task task=U period=2024-Q2 document=D meeting=M",
    "2024-03-01 mark_key_task task=U period=2024-Q2 document=D meeting=M",
    "2024-03-01 link_tasks link=N task=T after=U link_type=start_start lag=2 lag_unit=working_days",
    "2024-03-01 relate_recommendation recommendation=R task=T",
    "2024-03-01 set_target indicator=I agency=A period=2024 target_low=1 target_high=2 document=D",
    "2024-03-01 observe_indicator indicator=I agency=A period=2024-Q1 value=5 stated_percent=5000",
    "2024-03-01 except_day day=2024-06-03 day_kind=off name_vi=x pair_day=2024-06-08 "
    "announced_on=2024-03-01 document=D agency=A decision=x",
    "2024-03-01 set_work_calendar weekday=monday,friday holiday_rules=viet_nam "
    "holiday_history=known agency=A document=D decision=x",
    "2024-03-01 state_holidays year=2027 tet_window=one_before national_day_side=after "
    "announced_on=2024-03-01 document=D decision=x",
    "2024-03-01 void_event reason=x corrects=11",
    "2024-03-01 add_term term=N body=A name_vi=x from_day=2024-01-01 until=2028-12-31",
    "2024-03-01 add_programme programme=N agency=A period=2024-Q2 title_vi=x document=D "
    "decided_by=A",
    "2024-03-01 add_item item=N programme=G title_vi=x planned_for=2024-05 body=A session=x "
    "papers_due=2024-05-01 lead=A task=T field_of_work=x document=D decided_by=A access_class=K1",
    "2024-03-01 postpone_item item=E1 planned_for=2024-06 session=x papers_due=2024-06-01 "
    "document=D decided_by=A reason=x",
    "2024-03-01 withdraw_item item=E1 document=D decided_by=A reason=x",
    "2024-03-01 receive_papers item=E1 agency=A text=x",
    "2024-03-01 consider_item item=E1 meeting=M text=x",
    "2024-03-01 add_access_class access_class=N name_vi=x rank=9 code_prefix=N-",
    "2024-03-01 set_highest_class access_class=K2 document=D",
    "2024-03-01 grant_access access_class=K1 agency=A document=D",
    "2024-03-01 revoke_access access_class=K1 agency=A document=D",
    "2024-03-01 record_placeholder task=N access_class=K2 assigner=C lead=A coordinating=B "
    "deadline=2024-06-01 acceptance=not_asked",
    "2024-03-01 shred_event event=11 document=D ordered_by=x reason=x",
    "2024-05-02 draft_review review=N agency=C period=2024-Q1 cut_off=2024-05-01",
    "2024-05-02 send_review review=W2 addressed_to=A answer_due=2024-05-10",
    "2024-05-02 comment_on_review review=W agency=B text=x",
    "2024-05-02 close_review review=W agency=A official=P reason=x answer_due=2024-06-01",
    "2024-03-01 set_slow_limits days_late=5 times_extended=2 silent_after=20 "
    "reminders_unanswered=1 answer_within=5 document=D",
    "2024-03-01 set_rating_rule decision=x good_in_time=100 completed_behind=20 document=D",
    "2024-03-01 set_finishing_day finishing_day=acceptance issue_day=recorded decision=x "
    "document=D",
    "2024-03-01 set_escalation_rule decision=x second_level_after=5 third_level_after=9 agency=A "
    "document=D",
    "2024-03-01 charge_official task=U agency=A official=P",
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
        if (d.id == command_kind::sign_event) continue;  // needs a key: signature_test.cpp
        EXPECT_TRUE(kinds.contains(d.id)) << d.name;
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
            // Of the class in which a thing would stand only this is told (judge_class).
            const bool is_its_class = f.id == field::access_class && i != 0 &&
                                      fine.kind != command_kind::record_placeholder;
            const std::string name{f.name};
            switch (f.type) {
                case value_type::code:
                    if (!makes) refused(spoilt("X-9"), errc::unknown_reference, name, what);
                    refused(spoilt(std::int64_t{1}), errc::malformed, name, what);
                    if (is_its_class) break;
                    refused(spoilt("a b"), errc::malformed, name, what);
                    refused(spoilt(std::string(101, 'x')), errc::malformed, name, what);
                    refused(spoilt(std::string(1 << 20, 'x')), errc::out_of_range, name, what);
                    refused(spoilt("\xC3\x28"), errc::invalid_utf8, name, what);
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
            if (std::holds_alternative<std::string>(fine.values[i].content) && !is_its_class)
                refused(spoilt(""), errc::missing_field, name, what + " is empty");
        }
        command c = fine;
        c.effective_on = civil_day{first_day.since_epoch() - 1};
        refused(c, errc::out_of_range, "effective_on", std::string{of.name} + " in 1899");
        c = fine;
        const bool has_day = fine.kind == command_kind::except_day;
        c.values.push_back({has_day ? field::percent : field::day_kind, std::int64_t{1}});
        refused(c, errc::unknown_field, has_day ? "percent" : "day_kind",
                std::string{of.name} + " with another's field");
    }
    EXPECT_EQ(tests::all_that_can_be_asked(*record_), before);
}

TEST_F(BadInputOfLife, TextOfLessThanAMebibyteIsTakenAndFound) {
    command c = command_of("2024-03-01 add_clause clause=N document=D2 clause_number=2");
    c.values.push_back({field::title_vi, std::string((1 << 20) - 1, 'x')});
    record_->record(by_clerk(parse_day("2024-06-01")), {&c, 1});
    EXPECT_THAT(
        tests::told(*record_, "2024-06-01", "search text=" + std::string(1000, 'x'), "code"),
        testing::ElementsAre("N"));
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
        {"2024-03-01 explain_delay task=T agency=A cause=other", errc::missing_field, "text"},
        {"2024-03-01 answer_explanation task=T agency=B", errc::missing_field, "text"},
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

// ---- over random records ------------------------------------------------------------------------

// Commands of every kind, half of them good ones that were spoilt, the others made up from the
// table, over a record that grows by those that are taken.
class random_input {
public:
    random_input(std::uint64_t seed) : random_{seed} {
        for (const char* text : good) good_.push_back(command_of(text));
        for (const command& c : commands_of(world)) taken(c);
    }
    std::vector<command> next(std::int64_t last_event) {
        std::vector<command> batch;
        if (random_.below(8) == 0) batch.push_back(any(last_event));
        batch.push_back(any(last_event));
        return batch;
    }
    std::string actor() { return pick({"A", "B", "C", "P", "clerk", "stranger"}); }
    void taken(const command& c) {
        const command_descriptor& d = descriptor_of(c.kind);
        if (d.creates == entity_kind::none || c.corrects != 0) return;
        codes_[d.creates].emplace_back(*c.text(d.fields.front().id));
    }

private:
    std::string pick(const std::vector<std::string>& all) {
        return all[static_cast<std::size_t>(random_.below(static_cast<int>(all.size())))];
    }
    command any(std::int64_t last_event) {
        const auto kinds = commands();
        const command_descriptor& d =
            kinds[static_cast<std::size_t>(random_.below(static_cast<int>(kinds.size())))];
        command c;
        c.kind = d.id;
        c.effective_on = day();
        const auto base = std::find_if(good_.begin(), good_.end(),
                                       [&](const command& one) { return one.kind == d.id; });
        if (base != good_.end() && random_.below(2) == 0) {
            c = *base;
            for (int spoilt = random_.below(3); spoilt > 0 && !c.values.empty(); --spoilt) spoil(c);
        } else {
            for (const field_use& use : d.fields)
                if (use.required ? random_.below(50) != 0 : random_.below(4) == 0)
                    c.values.push_back({use.id, value_of(use.id)});
        }
        if (d.creates != entity_kind::none && !c.values.empty() && random_.below(4) != 0)
            c.values.front().content = "N" + std::to_string(++made_);
        if (random_.below(8) == 0 || (d.id == command_kind::void_event && random_.below(9) != 0))
            c.corrects = 1 + random_.below(static_cast<int>(last_event) + 1);
        return c;
    }
    void spoil(command& c) {
        const auto i = static_cast<std::size_t>(random_.below(static_cast<int>(c.values.size())));
        switch (random_.below(5)) {
            case 0:
                c.values.erase(c.values.begin() + static_cast<std::ptrdiff_t>(i));
                break;
            case 1:
                c.effective_on = day();
                break;
            case 2:
                c.values.push_back(c.values[i]);
                break;
            default:
                c.values[i].content = value_of(c.values[i].name);
        }
    }
    civil_day day() {
        if (random_.below(40) == 0) return civil_day{first_day.since_epoch() - 1};
        return parse_day("2023-12-01") + random_.below(250);
    }
    value value_of(field id) {
        const field_descriptor& f = descriptor_of(id);
        switch (f.type) {
            case value_type::code:
                if (const auto of = codes_.find(f.entity);
                    of != codes_.end() && random_.below(12) != 0)
                    return pick(of->second);
                return "X-9";
            case value_type::text:
                if (id == field::cause) return "other";
                if (random_.below(60) == 0) return std::string(1 << 20, 'x');
                return pick({"x", "x", "x", "x", "e", "line", "\xFF", " ", "\xC3\x28"});
            case value_type::period:
                return pick({"2024-Q1", "2024-Q1", "2024", "2024-03", "2024-Q9", "soon",
                             "2024-01-15/2024-04-20"});
            case value_type::day:
                return std::int64_t{random_.below(12) == 0 ? last_day.since_epoch() + 1
                                                           : day().since_epoch()};
            case value_type::integer:
                switch (random_.below(6)) {
                    case 0:
                        return f.low - 1;
                    case 1:
                        return f.high + 1;
                    case 2:
                        return f.low;
                    default:
                        return std::min<std::int64_t>(f.low + 1 + random_.below(9), f.high);
                }
            case value_type::choice:
                return std::int64_t{random_.below(12) == 0 ? 99 : 1 + random_.below(4)};
        }
        return "x";
    }

    tests::random_numbers random_;
    std::vector<command> good_;
    std::map<entity_kind, std::vector<std::string>> codes_;
    int made_ = 0;
};

TEST(BadInput, NothingThatIsRefusedLeavesATraceInARandomRecord) {
    std::map<command_kind, int> refused, taken;
    std::set<std::string> rules;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const auto record = ledger::in_memory(), twin = ledger::in_memory();
        act by = by_clerk(parse_day("2024-06-01"));
        for (const auto& one : {record.get(), twin.get()}) one->record(by, commands_of(world));
        random_input input{seed};
        for (int i = 0; i < 700; ++i) {
            by.actor = input.actor();
            by.now_us += 1'000'000;
            const std::vector<command> batch =
                i % 100 == 50 ? commands_of("2024-03-01 set_policy policy=agencies office=C")
                              : input.next(record->revision());
            const std::string before = record->state_hash();
            const std::int64_t revision = record->revision();
            const std::string what = std::to_string(seed) + "/" + std::to_string(i) + " " +
                                     std::string{descriptor_of(batch.back().kind).name};
            std::string objection;
            try {
                record->check(by, batch);
            } catch (const error& e) {
                objection = e.what();
            }
            ASSERT_EQ(record->state_hash(), before) << what << " by check()";
            try {
                record->record(by, batch);
                EXPECT_EQ(objection, "") << what;
                twin->record(by, batch);
                for (const command& c : batch) input.taken(c), ++taken[c.kind];
            } catch (const error& e) {
                ASSERT_EQ(record->state_hash(), before) << what << ": " << e.what();
                ASSERT_EQ(record->revision(), revision) << what << ": " << e.what();
                EXPECT_EQ(e.what(), objection) << what;
                ++refused[batch.back().kind];
                for (const auto& [name, content] : e.facts())
                    if (name == "rule") rules.insert(content);
            }
        }
        EXPECT_EQ(record->state_hash(), twin->state_hash()) << seed;
        EXPECT_EQ(tests::all_that_can_be_asked(*record), tests::all_that_can_be_asked(*twin));
    }
    for (const command_descriptor& d : commands()) EXPECT_GT(refused[d.id], 5) << d.name;
    EXPECT_GT(taken.size(), commands().size() / 2);
    EXPECT_GT(rules.size(), 60u);
}

}  // namespace
}  // namespace mandate
