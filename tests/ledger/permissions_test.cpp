// Who may do what, as a table (lib/README.md, decision 6).

#include "model/permissions.hpp"

#include "ledger/asked.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace mandate {
namespace {

using testing::ElementsAre;
using tests::by_clerk;
using tests::commands_of;
using tests::told;

constexpr const char* world = R"(
2024-01-01 add_agency agency=BOARD name_vi=Board
2024-01-01 add_agency agency=OFFICE name_vi=Office
2024-01-01 add_agency agency=INSP name_vi=Inspection
2024-01-01 add_agency agency=LEAD name_vi=Lead
2024-01-01 add_agency agency=HELP name_vi=Coordinating
2024-01-01 add_agency agency=OTHER name_vi=Other
2024-01-01 add_official official=clerk name_vi='A clerk'
2024-01-01 add_post post=p agency=LEAD name_vi=post
2024-01-01 hold_post official=clerk post=p until=2024-06-30
2024-01-10 assign_task task=T title_vi=x lead=LEAD coordinating=HELP assigner=BOARD deadline=2024-02-29
2024-01-10 raise_recommendation recommendation=R text_vi=x raised_by=HELP addressed_to=BOARD
2024-01-10 add_indicator indicator=I name_vi=x unit=x owner=LEAD
2024-01-10 consult consultation=K task=T agency=LEAD addressed_to=HELP
2024-03-05 explain_delay task=T agency=LEAD cause=other text=x blamed=HELP
2024-03-06 request_extension task=T agency=LEAD proposed_deadline=2024-04-30 reason=x
2024-03-06 block_task task=T condition=x owed_by=OTHER
2024-03-07 add_document document=D number=1 document_kind=decision issuer=BOARD dated=2024-03-07
2024-03-07 expect_document task=T expected=e
2024-01-01 set_policy policy=agencies office=OFFICE inspection=INSP
)";

class Permissions : public testing::Test {
protected:
    std::unique_ptr<ledger> record_ = ledger::in_memory();
    void SetUp() override {
        record_->record(by_clerk(parse_day("2024-03-10")), commands_of(world));
    }

    // The number of the last event.
    std::int64_t say(const std::string& actor, const std::string& text) {
        act by = by_clerk(parse_day("2024-03-10"));
        by.actor = actor;
        record_->record(by, commands_of(text));
        return record_->revision();
    }

    // Of the actors LEAD, HELP, BOARD and OTHER those who may withdraw the event.
    std::string who_may_withdraw(std::int64_t event) const {
        std::string may;
        for (const char* actor : {"LEAD", "HELP", "BOARD", "OTHER"})
            if (const std::string rule = refused(
                    actor, "2024-03-10 void_event reason=x corrects=" + std::to_string(event));
                rule.empty())
                may += actor[0];
            else
                EXPECT_EQ(rule, "permission");
        return may;
    }

    // The rule that refuses it; "" if it may be recorded. Nothing is recorded.
    std::string refused(const std::string& actor, std::string_view text,
                        const char* today = "2024-03-10") const {
        act by = by_clerk(parse_day(today));
        by.actor = actor;
        try {
            record_->check(by, commands_of(text));
        } catch (const error& e) {
            for (const auto& [key, content] : e.facts())
                if (key == "rule" || key == "field") return content;
            return e.what();
        }
        return "";
    }
};

// The whole table, actor by actor: B board (assigner, addressee), O office, I inspection, L lead
// (owner of the indicator), H coordinating (raiser, asked, blamed), X other (owes a condition).
TEST_F(Permissions, AreTheTable) {
    const struct {
        const char* command;
        const char* who;
    } cases[] = {
        {"add_agency agency=N name_vi=x", "O"},
        {"add_document document=N number=2 document_kind=decision issuer=BOARD", "O"},
        {"hold_meeting meeting=M name_vi=x body=BOARD", "O"},
        {"set_policy policy=host", "O"},
        {"add_cause cause=own.x name_vi=x", "O"},
        {"limit_extensions most_times=1 most_days=1", "O"},
        {"set_attribute task=T host_key=k host_value=v", "O"},
        {"assign_task task=N title_vi=x assigner=BOARD", "B"},
        {"assign_task task=N title_vi=x assigner=LEAD parent_task=T", "L"},
        {"assign_task task=N title_vi=x", ""},
        {"reassign_task task=T lead=OTHER", "B"},
        {"revise_deadline task=T deadline=2024-06-30", "B"},
        {"refuse_extension task=T reason=x", "B"},
        {"suspend_task task=T reason=x", "B"},
        {"cancel_task task=T reason=x", "B"},
        {"waive_delay task=T reason=x", "B"},
        {"set_priority task=T priority=urgent", "B"},
        {"fan_out_task task=T agency=HELP", "B"},
        {"repeat_task task=T period=2024-Q1", "B"},
        {"plan_task task=T period=2024-Q1", "BO"},
        {"mark_key_task task=T period=2024-Q1", "BO"},
        {"remind_task task=T", "BO"},
        {"accept_explanation task=T", "BO"},
        {"return_explanation task=T reason=x", "BO"},
        {"state_obligation task=T agency=HELP", "BL"},
        {"schedule_task task=T duration=5", "BL"},
        {"expect_document task=T expected=f", "BL"},
        {"report_progress task=T percent=10", "LH"},
        {"submit_task task=T", "L"},
        {"explain_delay task=T cause=other text=x", "L"},
        {"block_task task=T condition=y", "L"},
        {"unblock_task task=T", "LX"},
        {"charge_official task=T agency=LEAD official=clerk", "L"},
        {"charge_official task=T agency=HELP official=clerk", "H"},
        {"issue_document task=T expected=e document=D", "OL"},
        {"consult consultation=N task=T agency=LEAD addressed_to=HELP", "L"},
        {"consult consultation=N task=T agency=BOARD addressed_to=HELP", "B"},
        {"consult consultation=N task=T agency=OTHER addressed_to=HELP", ""},
        {"answer_obligation task=T agency=HELP", "H"},
        {"answer_explanation task=T agency=HELP text=x", "H"},
        {"answer_consultation consultation=K agency=HELP opinion=agree", "H"},
        {"verify_result task=T verdict=confirmed", "OI"},
        {"find_cause task=T cause=other", "OI"},
        {"rate_task task=T quality=meets", "BI"},
        {"raise_recommendation recommendation=N text_vi=x raised_by=OTHER", "X"},
        {"repeat_recommendation recommendation=R", "H"},
        {"answer_recommendation recommendation=R recommendation_status=noted", "B"},
        {"relate_recommendation recommendation=R task=T", "BO"},
        {"set_target indicator=I agency=HELP period=2024 target_low=1", "OL"},
        {"observe_indicator indicator=I agency=HELP period=2024 value=1", "LH"},
        {"delegate_rights agency=BOARD delegate=OFFICE", "B"},
        {"void_event reason=x corrects=14", "OL"},
    };
    const std::pair<char, const char*> actors[] = {{'B', "BOARD"}, {'O', "OFFICE"}, {'I', "INSP"},
                                                   {'L', "LEAD"},  {'H', "HELP"},   {'X', "OTHER"}};
    for (const auto& c : cases) {
        std::string may;
        for (const auto& [letter, actor] : actors) {
            const std::string rule = refused(actor, std::string{"2024-03-10 "} + c.command);
            if (rule.empty())
                may += letter;
            else
                EXPECT_TRUE(rule == "permission" || rule == "on_behalf_of")
                    << c.command << " by " << actor << ": " << rule;
        }
        EXPECT_EQ(may, c.who) << c.command;
    }
}

TEST_F(Permissions, OfAnOfficialAreThoseOfThePostHeldToday) {
    EXPECT_EQ(refused("clerk", "2024-03-10 submit_task task=T"), "");
    EXPECT_EQ(refused("clerk", "2024-03-10 submit_task task=T", "2024-07-01"), "unknown_actor")
        << "rights are judged today, also for a day on which the post was held";
    EXPECT_EQ(refused("nobody", "2024-03-10 submit_task task=T"), "unknown_actor");
}

TEST_F(Permissions, TheOfficeRecordsOnBehalfOfAnyAndIsNamedAsSuch) {
    EXPECT_EQ(refused("OFFICE", "2024-03-10 submit_task task=T"), "permission");
    EXPECT_EQ(refused("OFFICE", "2024-03-10 submit_task task=T on_behalf_of=LEAD"), "");
    EXPECT_EQ(refused("OFFICE", "2024-03-10 submit_task task=T on_behalf_of=OTHER"), "permission");
    EXPECT_EQ(refused("INSP", "2024-03-10 submit_task task=T on_behalf_of=LEAD"), "on_behalf_of");
}

TEST_F(Permissions, ADelegateActsForTheAgencyInThatTaskUntilThatDay) {
    act by = by_clerk(parse_day("2024-03-10"));
    by.actor = "BOARD";
    record_->record(by, commands_of("2024-03-10 delegate_rights agency=BOARD delegate=OTHER task=T "
                                    "until=2024-03-31"));
    const char* extend = "2024-03-10 revise_deadline task=T deadline=2024-06-30";
    EXPECT_EQ(refused("OTHER", extend), "");
    EXPECT_EQ(refused("OTHER", extend, "2024-04-01"), "permission");
    EXPECT_EQ(refused("OTHER", "2024-03-10 assign_task task=N title_vi=x assigner=BOARD"),
              "permission")
        << "in that task only";
    EXPECT_EQ(refused("OTHER", "2024-03-10 delegate_rights agency=BOARD delegate=HELP"),
              "permission")
        << "what was delegated in one task cannot be handed on for all";
}

TEST_F(Permissions, ADelegateSpeaksForTheAgencyInThatTask) {
    act by = by_clerk(parse_day("2024-03-10"));
    const auto delegate = [&](const std::string& agency, const std::string& task) {
        by.actor = agency;
        record_->record(by, commands_of("2024-03-10 delegate_rights delegate=OTHER agency=" +
                                        agency + " task=" + task));
    };
    by.actor = "BOARD";
    record_->record(by, commands_of("2024-01-10 assign_task task=T2 title_vi=x lead=LEAD "
                                    "coordinating=HELP assigner=BOARD"));
    delegate("HELP", "T"), delegate("LEAD", "T");
    const std::string lead = " task=T agency=LEAD", help = " task=T agency=HELP";
    for (const std::string& text :
         {"2024-03-10 answer_obligation text=x" + help,
          "2024-03-10 report_progress percent=5" + help,
          "2024-03-10 answer_explanation text=x" + help,
          std::string{"2024-03-10 answer_consultation consultation=K agency=HELP opinion=agree"},
          "2024-03-10 submit_task" + lead, "2024-03-10 explain_delay cause=other text=x" + lead})
        EXPECT_EQ(refused("OTHER", text), "") << text;
    EXPECT_EQ(refused("OTHER", "2024-03-10 answer_obligation task=T2 agency=HELP text=x"),
              "permission")
        << "in that task only";
    EXPECT_EQ(refused("OTHER", "2024-03-10 delegate_rights task=T agency=HELP delegate=BOARD"),
              "permission")
        << "nor does it pass on what it was given";
    EXPECT_THAT(told(*record_, "2024-03-10", "moves task=T agency=OTHER", "allowed command"),
                testing::IsSupersetOf({"1 | answer_obligation", "1 | answer_explanation",
                                       "1 | report_progress", "1 | submit_task"}));
}

TEST_F(Permissions, MovesSayWhatAnAgencyMayDoWithATaskNow) {
    const auto moves = [&](const std::string& agency) {
        std::vector<std::string> allowed;
        for (const std::string& line :
             told(*record_, "2024-03-10", "moves task=T" + agency, "allowed command"))
            if (line.starts_with("1 | ")) allowed.push_back(line.substr(4));
        return allowed;
    };
    EXPECT_THAT(moves(" agency=HELP"), ElementsAre("report_progress", "answer_explanation",
                                                   "answer_obligation", "charge_official"));
    EXPECT_THAT(moves(" agency=OTHER"), ElementsAre("unblock_task"));
    EXPECT_THAT(moves(" agency=INSP"), testing::Contains("rate_task"));
    EXPECT_THAT(
        told(*record_, "2024-03-10", "moves task=T agency=LEAD limit=5", "command allowed rule"),
        ElementsAre("reassign_task | 0 | permission", "revise_deadline | 0 | permission",
                    "report_progress | 1 | -", "submit_task | 1 | -",
                    "accept_task | 0 | permission"))
        << "as the command itself is refused";
}

// What is recorded ahead gives nobody a right before its day, and takes nobody's.
TEST_F(Permissions, GoByWhatIsSoTodayAndNotByWhatLiesAhead) {
    say("BOARD",
        "2024-06-01 reassign_task task=T lead=OTHER\n"
        "2024-06-01 assign_task task=N title_vi=x lead=HELP assigner=BOARD");
    say("OFFICE",
        "2024-06-01 dissolve_agency agency=BOARD reason=x\n"
        "2024-06-01 hand_over agency=BOARD into=INSP task=T\n"
        "2024-06-01 hand_over agency=BOARD into=INSP recommendation=R");
    const struct {
        const char* command;
        const char *today, *from_june_on;
    } cases[] = {
        {"report_progress task=T percent=10", "LEAD", "OTHER"},
        {"remind_task task=T", "BOARD", "INSP"},
        {"answer_recommendation recommendation=R recommendation_status=noted", "BOARD", "INSP"},
    };
    for (const auto& c : cases) {
        const std::string now = std::string{"2024-03-10 "} + c.command,
                          then = std::string{"2024-06-01 "} + c.command;
        EXPECT_EQ(refused(c.today, now), "") << c.command;
        EXPECT_EQ(refused(c.from_june_on, now), "permission") << c.command;
        EXPECT_NE(refused(c.today, then, "2024-06-01"), "") << c.command;
        EXPECT_EQ(refused(c.from_june_on, then, "2024-06-01"), "") << c.command;
    }
    const auto may_report = [&](const char* agency, const char* day) {
        const auto moves =
            told(*record_, day, std::string{"moves task=T agency="} + agency, "command allowed");
        return std::count(moves.begin(), moves.end(), "report_progress | 1") == 1;
    };
    EXPECT_TRUE(may_report("LEAD", "2024-03-10") && may_report("OTHER", "2024-06-01"));
    EXPECT_FALSE(may_report("OTHER", "2024-03-10") || may_report("LEAD", "2024-06-01"));
    EXPECT_EQ(refused("BOARD", "2024-06-01 reassign_task task=N lead=LEAD"), "")
        << "what begins later is judged as it will begin";
    EXPECT_EQ(refused("HELP", "2024-06-01 schedule_task task=N duration=5"), "");
    EXPECT_EQ(refused("LEAD", "2024-06-01 reassign_task task=N lead=LEAD"), "permission");
}

TEST_F(Permissions, WhoTakesPartChangesOnlyItsOwnWords) {
    const std::int64_t report = say("LEAD", "2024-03-09 report_progress task=T percent=80");
    EXPECT_EQ(who_may_withdraw(report), "L") << "also where it does not name itself";
    EXPECT_EQ(refused("HELP", "2024-03-09 report_progress task=T percent=5 corrects=" +
                                  std::to_string(report)),
              "permission");
    EXPECT_EQ(refused("LEAD", "2024-03-09 report_progress task=T percent=81 corrects=" +
                                  std::to_string(report)),
              "");
    EXPECT_EQ(who_may_withdraw(say("clerk", "2024-03-09 report_progress task=T percent=80")), "L")
        << "an official speaks for the agency of the post";
    EXPECT_EQ(who_may_withdraw(
                  say("OFFICE", "2024-03-09 report_progress task=T percent=80 on_behalf_of=LEAD")),
              "L")
        << "the words are of the agency for which they were recorded";
    EXPECT_EQ(who_may_withdraw(say("HELP", "2024-03-09 report_progress task=T percent=5")), "H");
    const char* duty = "2024-03-09 state_obligation task=T agency=HELP";
    EXPECT_EQ(who_may_withdraw(say("LEAD", duty)), "LB") << "whom it is about has not said it";
    EXPECT_EQ(who_may_withdraw(say("BOARD", duty)), "B");
    EXPECT_EQ(who_may_withdraw(say("LEAD",
                                   "2024-03-09 charge_official task=T agency=LEAD "
                                   "official=clerk")),
              "L");
    EXPECT_EQ(who_may_withdraw(16), "L") << "what the host said is the lead's";
    say("HELP", "2024-03-09 delegate_rights agency=HELP delegate=LEAD task=T");
    EXPECT_EQ(who_may_withdraw(say("LEAD", "2024-03-09 report_progress task=T percent=80")), "L")
        << "the lead speaks as lead, also where it might speak for another";
    say("LEAD", "2024-03-09 delegate_rights agency=LEAD delegate=OTHER task=T");
    EXPECT_EQ(who_may_withdraw(say("OTHER", "2024-03-09 report_progress task=T percent=80")), "LO");
}

TEST_F(Permissions, ANewLeadHasTheLinksOfTheOneBeforeAndNotItsReports) {
    say("BOARD", "2024-01-10 assign_task task=T2 title_vi=x lead=HELP assigner=BOARD");
    const std::int64_t link = say("LEAD", "2024-03-09 link_tasks link=L task=T after=T2");
    const std::int64_t report = say("LEAD", "2024-03-09 report_progress task=T percent=5");
    say("BOARD", "2024-03-10 reassign_task task=T lead=OTHER");
    EXPECT_EQ(who_may_withdraw(link), "BO");
    EXPECT_EQ(who_may_withdraw(report), "") << "the Office may";
}

// Of several that may make a statement each changes its own.
TEST_F(Permissions, AStatementIsChangedByNobodyElseWhoMayMakeOne) {
    say("BOARD",
        "2024-03-09 raise_recommendation recommendation=Q text_vi=x raised_by=BOARD "
        "addressed_to=LEAD,OTHER");
    const struct {
        const char* command;
        const char *by, *other;
    } cases[] = {
        {"rate_task task=T quality=fails", "INSP", "BOARD"},
        {"rate_task task=T quality=fails", "BOARD", "INSP"},
        {"verify_result task=T verdict=confirmed", "OFFICE", "INSP"},
        {"answer_recommendation recommendation=Q recommendation_status=noted", "LEAD", "OTHER"},
    };
    for (const auto& c : cases) {
        const std::string command = std::string{"2024-03-09 "} + c.command;
        const std::string corrects = " corrects=" + std::to_string(say(c.by, command));
        EXPECT_EQ(refused(c.other, command + corrects), "permission") << c.command;
        EXPECT_EQ(refused(c.other, "2024-03-09 void_event reason=x" + corrects), "permission");
        EXPECT_EQ(refused(c.by, command + corrects), "") << c.command;
        EXPECT_EQ(refused("OFFICE", "2024-03-09 void_event reason=x" + corrects), "");
    }
    const std::int64_t accepted = say("BOARD", "2024-03-09 accept_explanation task=T");
    say("OFFICE",
        "2024-03-10 dissolve_agency agency=BOARD reason=x\n"
        "2024-03-10 hand_over agency=BOARD into=OTHER task=T");
    EXPECT_EQ(refused("OTHER",
                      "2024-03-09 accept_explanation task=T corrects=" + std::to_string(accepted)),
              "")
        << "who decides now answers for what was decided before";
}

TEST_F(Permissions, ALinkAndAConsultationAreCorrectedByWhoMaySayThem) {
    say("BOARD", "2024-01-10 assign_task task=T2 title_vi=x lead=OTHER assigner=BOARD");
    EXPECT_EQ(who_may_withdraw(say("LEAD", "2024-03-09 link_tasks link=L task=T after=T2")), "LB");
    EXPECT_EQ(who_may_withdraw(say("BOARD", "2024-03-09 link_tasks link=M task=T after=T2")), "B");
    const std::string asks = "2024-03-09 consult consultation=N task=T agency=LEAD addressed_to=";
    const std::int64_t asked = say("LEAD", asks + "OTHER");
    EXPECT_EQ(who_may_withdraw(asked), "LB");
    EXPECT_EQ(refused("LEAD", asks + "HELP corrects=" + std::to_string(asked)), "");
    EXPECT_EQ(refused("HELP", asks + "HELP corrects=" + std::to_string(asked)), "permission");
}

TEST_F(Permissions, ABodySaysThatItsOwnConditionIsFulfilledAndNoOther) {
    say("LEAD", "2024-03-08 block_task task=T condition=y owed_by=HELP");
    const std::string said = "2024-03-09 unblock_task task=T";
    EXPECT_EQ(refused("OTHER", said + " condition=x"), "");
    EXPECT_EQ(refused("OTHER", said + " condition=y"), "permission");
    EXPECT_EQ(refused("HELP", said + " condition=y"), "");
    EXPECT_EQ(refused("OTHER", said), "permission") << "all of them are not its own";
    EXPECT_EQ(refused("LEAD", said), "");
    EXPECT_EQ(who_may_withdraw(say("OTHER", said + " condition=x")), "O");
    EXPECT_EQ(refused("OTHER", said + " condition=y"), "permission") << "it owes nothing now";
    EXPECT_EQ(refused("HELP", said), "") << "what is left is its own";
}

TEST(PolicyHost, SkipsThePermissionsSoThatAHostDecidesItself) {
    const auto record = ledger::in_memory();
    act by = by_clerk(parse_day("2024-03-10"));
    by.actor = "anybody";
    EXPECT_NO_THROW(record->record(
        by, commands_of("2024-01-01 add_agency agency=A name_vi=x\n"
                        "2024-01-10 assign_task task=T title_vi=x lead=A assigner=A\n"
                        "2024-02-10 submit_task task=T\n2024-02-11 accept_task task=T")));
    EXPECT_EQ(told(*record, "2024-03-10", "permissions", "who").size(), commands().size());
}

// The clerk's post and the delegation ended long before the day of the import.
TEST_F(Permissions, AnImportedHistoryIsJudgedByTheDaysOnWhichItWasRecorded) {
    const auto history = [](const char* day_of_report) {
        std::string text = world;
        text.insert(text.find("2024-01-01 set_policy"),
                    "2024-01-01 delegate_rights agency=LEAD delegate=HELP until=2024-06-30\n");
        for (const char* percent : {"10", "20"})
            text += std::string{day_of_report} +
                    " report_progress task=T agency=LEAD percent=" + percent + "\n";
        std::vector<command> all = commands_of(text);
        for (command& c : all) {
            c.recorded_at_us = parse_instant("2024-03-08T09:00:00+07:00", 420);
            c.actor = "host";
        }
        for (std::size_t i = all.size() - 2; i < all.size(); ++i)
            all[i].recorded_at_us =
                parse_instant(day_of_report + std::string{"T09:00:00+07:00"}, 420);
        all[all.size() - 2].actor = "clerk";
        all.back().actor = "HELP";
        return all;
    };
    const act today = by_clerk(parse_day("2026-11-26"));
    EXPECT_NO_THROW(ledger::in_memory()->import(today, history("2024-06-30")));
    try {
        ledger::in_memory()->import(today, history("2024-07-01"));
        ADD_FAILURE() << "not refused";
    } catch (const error& e) {
        EXPECT_THAT(e.what(), testing::HasSubstr("clerk"));
    }
}

TEST(PermissionTable, NamesEachCommandOnceAndSaysWho) {
    std::set<command_kind> seen;
    for (const permission_row& row : permission_table()) {
        EXPECT_TRUE(seen.insert(row.command).second) << descriptor_of(row.command).name;
        EXPECT_FALSE(parties_text(row.who).empty());
    }
    for (const command_descriptor& c : commands())
        EXPECT_TRUE(seen.contains(c.id) || c.id == command_kind::void_event) << c.name;
    EXPECT_EQ(parties_text(who_may(command_kind::remind_task)), "office assigner");
}

}  // namespace
}  // namespace mandate
