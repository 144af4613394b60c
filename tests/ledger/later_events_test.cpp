// A correction, a withdrawal and a late entry are refused where what stands on them would no longer
// fit: the refusal names the first such event and what it would break.

#include "record_test.hpp"

#include <map>
#include <set>

namespace mandate {
namespace {

using testing::HasSubstr;

std::string fact_of(const error& e, std::string_view key) {
    for (const auto& [name, content] : e.facts())
        if (name == key) return content;
    return {};
}

class LaterEvents : public tests::record_test {
protected:
    std::optional<error> error_of(const std::string& text) {
        const std::int64_t before = record_->revision();
        try {
            say(text);
        } catch (const error& e) {
            EXPECT_EQ(record_->revision(), before) << text;
            return e;
        }
        return std::nullopt;
    }
};

// The agencies are events 1 to 4, so the first line of a record is event 5.
constexpr const char* consultation =
    "2024-01-03 assign_task task=T title_vi=x lead=A\n"
    "2024-02-01 consult consultation=Q task=T agency=A addressed_to=B\n"
    "2024-02-10 answer_consultation consultation=Q agency=B opinion=agree";
constexpr const char* item =
    "2024-01-01 add_programme programme=G agency=A period=2024\n"
    "2024-01-05 add_item item=E programme=G title_vi=x planned_for=2024-03 decided_by=A\n"
    "2024-02-01 postpone_item item=E planned_for=2024-05 decided_by=A";
constexpr const char* recommendation =
    "2024-01-05 raise_recommendation recommendation=R text_vi=x raised_by=A addressed_to=B\n"
    "2024-01-10 answer_recommendation recommendation=R recommendation_status=answered\n"
    "2024-01-20 judge_answer recommendation=R satisfied=satisfied";
constexpr const char* review =
    "2024-01-01 add_document document=D number=1 document_kind=plan issuer=A\n"
    "2024-01-02 schedule_document_review document_review=V document=D review_kind=final "
    "deadline=2024-09-01\n"
    "2024-03-01 complete_document_review document_review=V";
constexpr const char* explanation =
    "2024-01-03 assign_task task=T title_vi=x lead=A coordinating=B deadline=2024-02-01\n"
    "2024-02-10 explain_delay task=T agency=A cause=other text=x blamed=B\n"
    "2024-02-12 answer_explanation task=T agency=B text=y";
constexpr const char* meeting =
    "2024-01-03 hold_meeting meeting=M name_vi=x body=A\n"
    "2024-01-03 attend_meeting meeting=M meeting_role=attendee agency=B\n"
    "2024-01-04 conclude conclusion=K meeting=M conclusion_kind=request text_vi=x";
constexpr const char* post =
    "2023-01-01 add_official official=O name_vi=x\n"
    "2023-01-01 add_post post=P agency=A name_vi=x\n2023-02-01 hold_post official=O post=P";
// A review is closed by who chaired its meeting, by who holds a post that heads the body, and where
// neither is recorded by who holds a post in it.
constexpr const char* chaired =
    "2024-01-01 add_official official=P name_vi=x\n2024-01-01 add_official official=Q name_vi=x\n"
    "2024-04-25 hold_meeting meeting=M name_vi=x body=OFFICE\n"
    "2024-04-25 attend_meeting meeting=M meeting_role=chair official=P\n"
    "2024-04-25 draft_review review=W agency=OFFICE period=2024-Q1 cut_off=2024-04-20 meeting=M\n"
    "2024-04-25 send_review review=W\n"
    "2024-04-26 close_review review=W agency=OFFICE official=P";
const std::string corrected =
    std::string{chaired} +
    "\n2024-05-02 draft_review review=W2 agency=OFFICE period=2024-Q1 cut_off=2024-04-20 "
    "corrects_review=W";
const std::string commented =
    std::string{chaired}.substr(0, std::string_view{chaired}.rfind('\n')) +
    "\n2024-04-26 comment_on_review review=W agency=B text=x\n"
    "2024-04-26 close_review review=W agency=OFFICE official=P";
constexpr const char* headed =
    "2024-01-01 add_official official=P name_vi=x\n"
    "2024-01-01 add_post post=H agency=OFFICE name_vi=x heads_agency=yes\n"
    "2024-01-01 hold_post official=P post=H\n"
    "2024-04-25 draft_review review=W agency=OFFICE period=2024-Q1 cut_off=2024-04-20\n"
    "2024-04-25 send_review review=W\n"
    "2024-04-26 close_review review=W agency=OFFICE official=P";
constexpr const char* seated =
    "2024-01-01 add_official official=P name_vi=x\n2024-01-01 add_official official=Q name_vi=x\n"
    "2024-01-01 add_post post=H agency=OFFICE name_vi=x\n"
    "2024-01-01 hold_post official=P post=H\n"
    "2024-04-25 hold_meeting meeting=M name_vi=x body=OFFICE\n"
    "2024-04-25 draft_review review=W agency=OFFICE period=2024-Q1 cut_off=2024-04-20 meeting=M\n"
    "2024-04-25 send_review review=W\n"
    "2024-04-26 close_review review=W agency=OFFICE official=P";
// A post that heads the body only from a later day on changes nothing of that.
const std::string seated_before_the_post =
    std::string{seated} + "\n2024-05-01 add_post post=NEW agency=OFFICE name_vi=x heads_agency=yes";
constexpr const char* own_cause =
    "2024-01-01 add_cause cause=own.x name_vi=x\n"
    "2024-01-03 assign_task task=T title_vi=x lead=A deadline=2024-02-01\n";
const std::string explained_by_it =
    std::string{own_cause} + "2024-02-10 explain_delay task=T agency=A cause=own.x text=x";
const std::string found_by_office =
    std::string{own_cause} + "2024-02-10 find_cause task=T cause=own.x";
const std::string waived_for_it =
    std::string{own_cause} + "2024-02-10 waive_delay task=T cause=own.x reason=x";
constexpr const char* merger = "2024-03-01 merge_agency agency=A into=B";
constexpr const char* whole =
    "2024-01-03 assign_task task=W title_vi=x\n"
    "2024-01-04 assign_task task=T title_vi=x parent_task=W";

TEST_F(LaterEvents, MustStillFit) {
    const struct {
        const char* record;
        const char* command;
        const char* thing;
        const char* code;
        const char* event;
        const char* broken_rule;
    } cases[] = {
        {consultation,
         "2024-02-11 consult consultation=Q task=T agency=A addressed_to=B corrects=6",
         "consultation", "Q", "7", "in_order"},
        {consultation,
         "2024-02-01 consult consultation=Q task=T agency=A addressed_to=X corrects=6",
         "consultation", "Q", "7", "is_asked"},
        {consultation, "2024-02-02 assign_task task=T title_vi=x lead=A corrects=5", "consultation",
         "Q", "6", "not_before_assignment"},
        {item,
         "2024-02-02 add_item item=E programme=G title_vi=x planned_for=2024-03 decided_by=A "
         "corrects=6",
         "item", "E", "7", "not_before_start"},
        {item,
         "2024-01-05 add_item item=E programme=G title_vi=x planned_for=2024-06 decided_by=A "
         "corrects=6",
         "item", "E", "7", "later_than_planned"},
        {item, "2024-01-01 add_programme programme=G agency=A period=2025 corrects=5", "item", "E",
         "6", "out_of_range"},
        {item, "2024-01-20 withdraw_item item=E decided_by=A reason=x", "item", "E", "7",
         "not_withdrawn"},
        {recommendation,
         "2024-01-11 raise_recommendation recommendation=R text_vi=x raised_by=A addressed_to=B "
         "corrects=5",
         "recommendation", "R", "6", "not_before_it_was_raised"},
        {recommendation,
         "2024-01-10 answer_recommendation recommendation=R recommendation_status=noted corrects=6",
         "recommendation", "R", "7", "answered_first"},
        {recommendation, "2024-02-01 void_event reason=x corrects=6", "recommendation", "R", "7",
         "answered_first"},
        {recommendation, "2024-01-15 repeat_recommendation recommendation=R", "recommendation", "R",
         "7", "answered_first"},
        {review,
         "2024-03-02 schedule_document_review document_review=V document=D review_kind=final "
         "deadline=2024-09-01 corrects=6",
         "document_review", "V", "7", "not_before_start"},
        {explanation, "2024-02-10 explain_delay task=T agency=A cause=other text=x corrects=6",
         "task", "T", "7", "is_blamed"},
        {explanation,
         "2024-02-13 explain_delay task=T agency=A cause=other text=x blamed=B corrects=6", "task",
         "T", "7", "after_what_it_answers"},
        {explanation, "2024-03-01 void_event reason=x corrects=6", "task", "T", "7", "is_blamed"},
        {meeting, "2024-01-04 hold_meeting meeting=M name_vi=x body=A corrects=5", "meeting", "M",
         "6", "not_before_start"},
        {meeting, "2024-02-01 hold_meeting meeting=M name_vi=x body=A corrects=5", "meeting", "M",
         "6", "not_before_start"},
        {post, "2023-02-02 add_post post=P agency=A name_vi=x corrects=6", "official", "O", "7",
         "not_before_start"},
        {consultation, "2024-02-05 add_agency agency=B name_vi=x corrects=3", "consultation", "Q",
         "6", "agency_exists"},
        {consultation, "2024-01-04 add_agency agency=A name_vi=x corrects=2", "task", "T", "5",
         "agency_exists"},
        {whole, "2024-01-05 assign_task task=W title_vi=x corrects=5", "task", "T", "6",
         "not_before_assignment"},
        {merger, "2024-02-01 dissolve_agency agency=B reason=x", "agency", "A", "5",
         "agency_exists"},
        {merger, "2024-02-01 merge_agency agency=B into=X", "agency", "A", "5", "agency_exists"},
        {merger, "2023-01-01 add_agency agency=B name_vi=x until=2024-02-29 corrects=3", "agency",
         "A", "5", "agency_exists"},
        {merger, "2023-01-01 add_agency agency=A name_vi=x until=2024-02-01 corrects=2", "agency",
         "A", "5", "ends_once"},
        {meeting, "2024-01-03 dissolve_agency agency=A reason=x", "meeting", "M", "5",
         "agency_exists"},
        {consultation, "2024-02-01 merge_agency agency=B into=X", "consultation", "Q", "6",
         "agency_exists"},
        {chaired, "2024-04-25 attend_meeting meeting=M meeting_role=chair official=Q corrects=8",
         "review", "W", "11", "chair_of_body"},
        {chaired, "2024-04-25 attend_meeting meeting=M meeting_role=attendee official=P corrects=8",
         "review", "W", "11", "chair_of_body"},
        {chaired, "2024-05-01 void_event reason=x corrects=8", "review", "W", "11",
         "chair_of_body"},
        {chaired,
         "2024-04-25 hold_meeting meeting=M name_vi=x body=OFFICE period=2024-Q2 corrects=7",
         "review", "W", "9", "same_period"},
        {chaired, "2024-04-19 hold_meeting meeting=M name_vi=x body=OFFICE corrects=7", "review",
         "W", "9", "cut_off_before_meeting"},
        {corrected.c_str(), "2024-04-19 hold_meeting meeting=M name_vi=x body=OFFICE corrects=7",
         "review", "W", "9", "cut_off_before_meeting"},
        {commented.c_str(), "2024-04-25 dissolve_agency agency=B reason=x", "review", "W", "11",
         "agency_exists"},
        {headed, "2024-05-01 void_event reason=x corrects=7", "review", "W", "10", "chair_of_body"},
        {headed, "2024-04-20 leave_post official=P post=H", "review", "W", "10", "chair_of_body"},
        {headed, "2024-01-01 add_post post=H agency=A name_vi=x corrects=6", "review", "W", "10",
         "chair_of_body"},
        {seated, "2024-04-25 attend_meeting meeting=M meeting_role=chair official=Q", "review", "W",
         "12", "chair_of_body"},
        {seated_before_the_post.c_str(),
         "2024-04-25 attend_meeting meeting=M meeting_role=chair official=Q", "review", "W", "12",
         "chair_of_body"},
        {explained_by_it.c_str(), "2024-03-01 void_event reason=x corrects=5", "task", "T", "7",
         "unknown_reference"},
        {found_by_office.c_str(), "2024-03-01 void_event reason=x corrects=5", "task", "T", "7",
         "unknown_reference"},
        {waived_for_it.c_str(), "2024-03-01 void_event reason=x corrects=5", "task", "T", "7",
         "unknown_reference"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.command);
        record_ = ledger::in_memory();
        record_test::SetUp();
        say(c.record);
        const auto e = error_of(c.command);
        EXPECT_TRUE(e) << "it was recorded";
        if (!e) continue;
        EXPECT_EQ(e->code(), errc::refused);
        EXPECT_EQ(fact_of(*e, "rule"), "others_stand_on_it") << e->what();
        EXPECT_EQ(fact_of(*e, "field"),
                  tests::commands_of(c.command)[0].corrects != 0 ? "corrects" : "effective_on");
        EXPECT_EQ(fact_of(*e, c.thing), c.code) << e->what();
        EXPECT_EQ(fact_of(*e, "events"), c.event) << e->what();
        EXPECT_EQ(fact_of(*e, "broken_rule"), c.broken_rule) << e->what();
        EXPECT_THAT(e->what(), HasSubstr(std::string{"event "} + c.event + " would no longer fit"));
    }
}

TEST_F(LaterEvents, LeaveTheRecordAsItWasWhereTheyWouldNotFit) {
    say(consultation);
    EXPECT_EQ(
        refused("2024-02-11 consult consultation=Q task=T agency=A addressed_to=B corrects=6"),
        "others_stand_on_it");
    EXPECT_EQ(refused("2024-02-05 dissolve_agency agency=B reason=x"), "others_stand_on_it");
}

TEST_F(LaterEvents, FitWhereNothingOfThemIsTouched) {
    const std::pair<const char*, const char*> cases[] = {
        {consultation,
         "2024-02-10 consult consultation=Q task=T agency=A addressed_to=X,B corrects=6"},
        {item,
         "2024-02-01 add_item item=E programme=G title_vi=y planned_for=2024-05 decided_by=A "
         "corrects=6"},
        {item, "2024-02-01 withdraw_item item=E decided_by=A reason=x"},
        {recommendation,
         "2024-01-10 raise_recommendation recommendation=R text_vi=y raised_by=A addressed_to=B "
         "corrects=5"},
        {recommendation,
         "2024-01-20 answer_recommendation recommendation=R recommendation_status=declined "
         "reason=x corrects=6"},
        {recommendation, "2024-01-21 repeat_recommendation recommendation=R"},
        {meeting, "2024-01-02 hold_meeting meeting=M name_vi=y body=A corrects=5"},
        {explanation,
         "2024-02-12 explain_delay task=T agency=A cause=other text=x blamed=B corrects=6"},
        {consultation, "2023-06-01 add_agency agency=B name_vi=y corrects=3"},
        {merger, "2024-03-02 dissolve_agency agency=B reason=x"},
        {consultation, "2024-02-11 merge_agency agency=B into=X"},
        {chaired, "2024-04-25 attend_meeting meeting=M meeting_role=attendee official=Q"},
        {chaired, "2024-04-25 attend_meeting meeting=M meeting_role=chair official=P corrects=8"},
        {chaired,
         "2024-04-25 hold_meeting meeting=M name_vi=y body=OFFICE period=2024-Q1 corrects=7"},
        {headed, "2024-04-27 leave_post official=P post=H"},
        {seated, "2024-04-25 attend_meeting meeting=M meeting_role=chair official=P"},
        {own_cause, "2024-03-01 void_event reason=x corrects=5"},
        {explained_by_it.c_str(), "2024-01-01 add_cause cause=own.x name_vi=y corrects=5"},
    };
    for (const auto& [record, command] : cases) {
        SCOPED_TRACE(command);
        record_ = ledger::in_memory();
        record_test::SetUp();
        say(record);
        EXPECT_NO_THROW(say(command));
    }
}

TEST_F(LaterEvents, OfAHandOverAreTheAnswersOfWhoTookItOver) {
    say(consultation);
    say("2024-01-03 consult consultation=Q2 task=T agency=A addressed_to=B");
    const auto n = std::to_string(say("2024-02-01 hand_over agency=B into=X consultation=Q2"));
    EXPECT_EQ(refused("2024-01-31 answer_consultation consultation=Q2 agency=X opinion=agree"),
              "is_asked");
    say("2024-02-11 answer_consultation consultation=Q2 agency=X opinion=agree");
    const auto e = error_of("2024-03-01 void_event reason=x corrects=" + n);
    ASSERT_TRUE(e);
    EXPECT_EQ(fact_of(*e, "broken_rule"), "is_asked") << e->what();
    EXPECT_EQ(fact_of(*e, "consultation"), "Q2");
}

TEST_F(LaterEvents, WhichDidNotFitBeforeAreNobodysFaultNow) {
    say("2024-01-01 assign_task task=T title_vi=x lead=A deadline=2024-02-01\n"
        "2024-01-10 revise_deadline task=T deadline=2024-06-01\n"
        "2024-02-01 limit_extensions most_times=1 most_days=10");
    say("2024-01-01 assign_task task=T title_vi=y lead=A deadline=2024-02-01 corrects=5");
}

// Moves on a task are taken in the order of the record, and each counts by its day.
TEST_F(LaterEvents, OnATaskThatCouldNotHaveBeenOnTheirDayAreAFinding) {
    const std::string open =
        "2024-01-03 assign_task task=T title_vi=x lead=A deadline=2024-06-01\n";
    const std::string submitted = open + "2024-03-10 submit_task task=T\n";
    const std::string accepted = submitted + "2024-03-12 accept_task task=T";
    const struct {
        std::string record;
        const char* late;
        const char* events;
    } cases[] = {
        {submitted, "2024-03-01 cancel_task task=T reason=x", "6"},
        {submitted, "2024-03-11 cancel_task task=T reason=x", ""},
        {submitted, "2024-03-01 suspend_task task=T reason=x", "6"},
        {submitted,
         "2024-03-01 suspend_task task=T reason=x\n2024-03-05 resume_task task=T reason=x", ""},
        {submitted,
         "2024-03-01 suspend_task task=T reason=x\n2024-03-11 resume_task task=T reason=x", "6"},
        {accepted, "2024-03-10 report_progress task=T percent=99", ""},
        {accepted, "2024-03-11 explain_delay task=T cause=other text=x", ""},
        {"2024-01-03 assign_task task=T title_vi=x lead=A acceptance=not_asked\n"
         "2024-03-10 complete_task task=T\n2024-03-20 rate_task task=T quality=meets",
         "2024-03-10 report_progress task=T percent=99", ""},
        {open + "2024-03-10 report_progress task=T percent=50\n"
                "2024-03-10 set_priority task=T priority=urgent",
         "2024-03-01 cancel_task task=T reason=x", "6 7"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.late);
        record_ = ledger::in_memory();
        record_test::SetUp();
        say(c.record);
        act by = tests::by_clerk(parse_day("2024-12-31"));
        by.now_us = now_us_;
        const outcome told = record_->record(by, tests::commands_of(c.late));
        std::string events;
        for (const finding& f : told.findings)
            if (f.key == "task.out_of_order")
                for (const auto& [name, content] : f.facts)
                    if (name == "event") events += (events.empty() ? "" : " ") + content;
        EXPECT_EQ(events, c.events);
    }
}

// ---- any history ------------------------------------------------------------------------------

struct said {
    command what;
    std::int64_t place = 0;
    bool counts = true;
};

// What counts, in order of its days and places.
std::vector<command> in_order(const std::vector<said>& all) {
    std::vector<const said*> left;
    for (const said& one : all)
        if (one.counts && one.what.kind != command_kind::void_event) left.push_back(&one);
    std::stable_sort(left.begin(), left.end(), [](const said* a, const said* b) {
        return std::pair{*a->what.effective_on, a->place} <
               std::pair{*b->what.effective_on, b->place};
    });
    std::vector<command> out;
    for (const said* one : left) {
        out.push_back(one->what);
        out.back().corrects = 0;
    }
    return out;
}

std::vector<said> with(std::vector<said> all, const command& c) {
    const auto seq = static_cast<std::int64_t>(all.size()) + 1;
    said one{c, seq};
    if (c.corrects != 0) {
        said& old = all[static_cast<std::size_t>(c.corrects - 1)];
        old.counts = false;
        one.place = old.place;
    }
    all.push_back(std::move(one));
    return all;
}

// The slow twin: a fresh ledger, in which all that counts is recorded in order.
bool can_be_recorded(const std::vector<said>& all) {
    try {
        ledger::in_memory()->record(tests::by_clerk(parse_day("2024-12-31")), in_order(all));
    } catch (const error&) {
        return false;
    }
    return true;
}

// No answer before its question, and nothing done by or asked of who is not there.
void expect_answers_after_questions(const std::vector<said>& all) {
    std::map<std::string, civil_day> first, end;
    const std::set<command_kind> making{
        command_kind::consult,       command_kind::add_item,    command_kind::raise_recommendation,
        command_kind::hold_meeting,  command_kind::assign_task, command_kind::add_agency,
        command_kind::add_programme, command_kind::conclude};
    for (const command& c : in_order(all)) {
        const std::string thing = std::get<std::string>(c.values.front().content);
        if (making.contains(c.kind)) first[thing] = *c.effective_on;
        if (c.kind == command_kind::merge_agency || c.kind == command_kind::dissolve_agency)
            end[thing] = *c.effective_on;
    }
    for (const command& c : in_order(all))
        for (const field_value& v : c.values) {
            if (descriptor_of(v.name).type != value_type::code) continue;
            const std::string& code = std::get<std::string>(v.content);
            ASSERT_TRUE(first.contains(code)) << code;
            EXPECT_LE(first[code], *c.effective_on) << descriptor_of(c.kind).name << " names "
                                                    << code << " on " << to_text(*c.effective_on);
            const bool may_have_ended =
                v.name == field::lead || (&v == &c.values.front() && end.contains(code));
            if (end.contains(code) && !may_have_ended) {
                EXPECT_LT(*c.effective_on, end[code]) << descriptor_of(c.kind).name << " names "
                                                      << code << " on " << to_text(*c.effective_on);
            }
        }
}

class history_maker {
public:
    explicit history_maker(std::uint64_t seed) : random_{seed} {
        for (const char* agency : {"A", "B", "C"})
            take(tests::command_of("2024-01-01 add_agency agency=" + std::string{agency} +
                                   " name_vi=x"));
        take(tests::command_of("2024-01-01 add_programme programme=G agency=A period=2024"));
    }

    std::vector<said> all;
    int accepted = 0, refused = 0;

    void step() {
        const int dice = random_.below(10);
        const std::string day =
            to_text(civil_day{parse_day("2024-01-02").since_epoch() + random_.below(30)});
        if (dice < 4) {
            const auto which =
                static_cast<std::size_t>(random_.below(static_cast<int>(all.size())));
            if (!all[which].counts || all[which].what.kind == command_kind::void_event) return;
            command c = tests::command_of(day + " void_event reason=x");
            if (dice > 0) c = all[which].what;
            c.corrects = static_cast<std::int64_t>(which) + 1;
            c.effective_on = parse_day(day);
            if (dice == 3)  // others are named
                for (field_value& v : c.values)
                    if (descriptor_of(v.name).entity == entity_kind::agency &&
                        &v != &c.values.front())
                        v.content = any("ABC");
            return take(c);
        }
        const std::string n = std::to_string(random_.below(2)), a = any("ABC"), b = any("ABC");
        const std::string words[] = {
            " assign_task task=T" + n + " title_vi=x lead=" + a,
            " consult consultation=Q" + n + " task=T0 agency=" + a + " addressed_to=" + b,
            " answer_consultation consultation=Q" + n + " opinion=agree agency=" + a,
            " add_item item=I" + n + " programme=G title_vi=x decided_by=" + a,
            " raise_recommendation recommendation=R" + n + " text_vi=x addressed_to=" + a,
            " answer_recommendation recommendation=R" + n +
                " recommendation_status=" + (random_.below(2) == 0 ? "answered" : "noted"),
            " repeat_recommendation recommendation=R" + n,
            " judge_answer recommendation=R" + n +
                " satisfied=" + (random_.below(2) == 0 ? "satisfied" : "not_satisfied"),
            " hold_meeting meeting=M" + n + " name_vi=x body=" + a,
            " conclude conclusion=K" + std::to_string(all.size()) + " meeting=M" + n +
                " conclusion_kind=request text_vi=x addressed_to=" + a,
            " attend_meeting meeting=M" + n + " meeting_role=attendee agency=" + a,
            random_.below(3) == 0 ? " merge_agency agency=" + a + " into=" + b
                                  : " add_agency agency=N name_vi=x",
            random_.below(3) == 0 ? " dissolve_agency reason=x agency=" + a
                                  : " hold_meeting meeting=M" + n + " name_vi=x body=N",
        };
        take(tests::command_of(day + words[random_.below(13)]));
    }

private:
    std::string any(const char* letters) { return std::string(1, letters[random_.below(3)]); }
    void take(const command& c) {
        act by = tests::by_clerk(parse_day("2024-12-31"));
        by.now_us = now_us_ += 1'000'000;
        try {
            record_->record(by, std::vector{c});
        } catch (const error&) {
            ++refused;
            return;
        }
        all = with(all, c);
        ++accepted;
    }

    tests::random_numbers random_;
    std::unique_ptr<ledger> record_ = ledger::in_memory();
    std::int64_t now_us_ = 1'700'000'000'000'000;
};

TEST(AnyHistory, ThatIsAcceptedCouldHaveBeenRecordedInOrder) {
    int accepted = 0, refused = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        history_maker history{seed};
        for (int i = 0; i < 120; ++i) {
            const std::size_t before = history.all.size();
            history.step();
            if (history.all.size() == before || i % 3 != 0) continue;
            ASSERT_TRUE(can_be_recorded(history.all)) << "step " << i;
        }
        expect_answers_after_questions(history.all);
        accepted += history.accepted;
        refused += history.refused;
    }
    EXPECT_GT(accepted, 800);
    EXPECT_GT(refused, 800);
}

// ---- agencies one below the other ---------------------------------------------------------------

TEST_F(LaterEvents, LetNoAgencyStandBelowItselfOnAnyDay) {
    const auto way_of = [&](const std::string& text) {
        const auto wrong = error_of(text);
        if (!wrong) return std::string{"accepted"};
        EXPECT_EQ(wrong->code(), errc::cycle) << wrong->what();
        const std::string_view all = wrong->what();
        return std::string{all.substr(all.find("itself") + 7)};
    };
    say("2023-01-01 add_agency agency=L name_vi=x parent=A\n"
        "2024-03-05 move_agency agency=L parent=B");
    const auto out = std::to_string(record_->revision());
    EXPECT_EQ(way_of("2024-03-01 move_agency agency=A parent=L"),
              "on 2024-03-01: A below L below A")
        << "though it would not at the head";
    say("2024-03-10 move_agency agency=A parent=L");
    EXPECT_EQ(way_of("2024-03-05 move_agency agency=L parent=X corrects=" + out), "accepted");
    const auto again = std::to_string(record_->revision());
    EXPECT_EQ(way_of("2024-03-12 move_agency agency=L parent=B corrects=" + again),
              "on 2024-03-10: L below A below L");
    EXPECT_EQ(way_of("2024-04-01 void_event reason=x corrects=" + again),
              "on 2024-03-10: L below A below L");
    EXPECT_EQ(way_of("2024-04-01 move_agency agency=X parent=A"),
              "on 2024-04-01: X below A below L below X");
    // Who goes on for another by a late entry is none that went on in it since.
    say("2024-05-01 add_agency agency=P name_vi=x\n2024-05-01 add_agency agency=Q name_vi=x\n"
        "2024-06-01 merge_agency agency=P into=Q");
    EXPECT_EQ(refused("2024-05-20 merge_agency agency=Q into=P"), "others_stand_on_it");
}

// One that nobody stated the day of follows the agency above it (decision 85).
TEST_F(LaterEvents, LeaveAnAgencyBelowNoneThatHasNotBegun) {
    const auto above = std::to_string(say("2023-01-01 add_agency agency=P name_vi=x"));
    command below = tests::command_of("2023-01-01 add_agency agency=C name_vi=x parent=P");
    below.effective_on.reset();
    record_->record(tests::by_clerk(parse_day("2024-12-31")), std::vector{below});
    const auto stands = [&](const char* day) {
        return tests::told(*record_, day, "agencies parent=P", "agency parent");
    };
    EXPECT_THAT(stands("2023-06-01"), testing::ElementsAre("C | P"));
    say("2024-01-01 add_agency agency=P name_vi=x corrects=" + above);
    EXPECT_THAT(stands("2024-01-01"), testing::ElementsAre("C | P"));
    EXPECT_THAT(tests::told(*record_, "2023-06-01", "agencies text=x", "agency parent"),
                testing::Not(testing::Contains(testing::EndsWith("P"))));
    EXPECT_THAT(tests::told(*record_, "2023-06-01", "agencies", "agency parent"),
                testing::Contains("C | -"));
}

}  // namespace
}  // namespace mandate
