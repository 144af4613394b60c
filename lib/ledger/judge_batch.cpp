// One batch: the commands as the rules and guards let them through, made into rows.

#include "base/with_rule.hpp"
#include "ledger/closing.hpp"
#include "ledger/copied_words.hpp"
#include "ledger/load.hpp"
#include "ledger/prepared_batch.hpp"
#include "ledger/unstated_day.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"
#include "mandate/model/descriptor.hpp"
#include "mandate/store/codec.hpp"
#include "mandate/store/signature.hpp"
#include "model/apply.hpp"
#include "model/codes_ahead.hpp"
#include "model/pending.hpp"
#include "model/permissions.hpp"
#include "model/record_rules.hpp"
#include "model/refusal.hpp"
#include "model/rules.hpp"
#include "model/task_life.hpp"
#include "model/task_oddities.hpp"
#include "model/without_words.hpp"

#include <algorithm>
#include <utility>

namespace mandate {
namespace {

// Says which command of a batch it was, and where it stands in its file.
error in_command(const error& e, const command& c, std::size_t index, bool one_of_many) {
    std::string where;
    std::vector<fact> facts{{"command", std::to_string(index)}};
    if (c.line != 0) {
        where = "line " + std::to_string(c.line);
        facts.emplace_back("line", std::to_string(c.line));
    }
    if (one_of_many)
        where += (where.empty() ? "command " : ": command ") + std::to_string(index + 1);
    return with_rule(e).at(where, std::move(facts));
}

// For whom not everything is to be seen, not all is told.
error as_seen_by(const error& e, const state& s, const act& by) {
    std::string text = e.what();
    std::vector<fact> facts = e.facts();
    leave_out_hidden(s, by.actor, by.today, text, facts);
    return {e.code(), text, std::move(facts)};
}

// Each command of a batch is judged by what stands before it there. What is refused may only stand
// too early: where another about the same thing comes later, that is said.
error in_turn(const error& e, std::span<const command> from_it) {
    const command& c = from_it.front();
    if (e.code() != errc::refused || c.kind == command_kind::void_event) return e;
    const quarantine::thing about = subject_thing(c);
    const auto may_come_first = [&](const command& next) {
        return next.kind != command_kind::void_event && subject_thing(next) == about &&
               !(c.effective_on && next.effective_on && *c.effective_on < *next.effective_on);
    };
    if (about.first == entity_kind::none ||
        std::none_of(from_it.begin() + 1, from_it.end(), may_come_first))
        return e;
    return {e.code(),
            std::string{e.what()} +
                " (commands are judged in their order in the batch: what this "
                "one stands on comes first)",
            e.facts()};
}

// A correction keeps the day of what it corrects, unless that was the thing's own.
civil_day default_day(const state& s, const command& c, const act& by, int utc_offset_minutes,
                      const std::function<command(std::int64_t)>& said_by) {
    const civil_day said_on =
        c.recorded_at_us ? day_of(*c.recorded_at_us, utc_offset_minutes) : by.today;
    if (c.corrects <= 0 || c.corrects > s.revision()) return own_day_of(s, c, said_on);
    const seq_number seq = stated_before(s, static_cast<seq_number>(c.corrects));
    const event_record& old = s.events[seq - 1];
    if (old.kind != c.kind || old.set_aside) return old.effective_on;
    command said = said_by(seq);
    said.effective_on = old.effective_on;
    return is_of_its_own_day(s, said) ? own_day_of(s, c, said_on) : old.effective_on;
}

// What a correction or a late verification, the event `seq`, did to the moves around it can be told
// only when it has taken its place.
void judge_moves_in_place(const state& s, const command& c, seq_number seq) {
    const event_record& e = s.events[seq - 1];
    const event_record& old =
        c.corrects == 0 ? e : s.events[stated_before(s, static_cast<seq_number>(c.corrects)) - 1];
    const event_record& about = old.set_aside ? e : old;
    if (about.kind == command_kind::add_access_class ||
        about.kind == command_kind::set_highest_class)
        return judge_classes_in_place(s, c);
    if (subject_kind(about.kind) != entity_kind::task || about.subject == no_row) return;
    judge_life(s, s.tasks[about.subject]);
    for (const auto& made : s.tasks[about.subject].life().fan_outs.all())
        if (made.seq == seq)
            for (const row_number instance : made.value.instances) judge_life(s, s.tasks[instance]);
}

bool is_in_order(const state& s, const command& c, seq_number seq) {
    try {
        judge_moves_in_place(s, c, seq);
    } catch (const error&) {
        return false;
    }
    return true;
}

// The thing a command is about: of a withdrawal, that of the event withdrawn.
quarantine::thing thing_of(const state& s, const command& c) {
    if (c.kind != command_kind::void_event) return subject_thing(c);
    const event_record& old = s.events[static_cast<std::size_t>(c.corrects - 1)];
    const entity_kind kind = subject_kind(old.kind);
    if (old.subject == no_row || kind == entity_kind::none || kind == entity_kind::policy ||
        kind == entity_kind::attribute)
        return {entity_kind::none, {}};
    return {kind, code_of(s, kind, old.subject)};
}

// What an event that is set aside was about is in doubt: nothing more is recorded on it before that
// event is corrected or withdrawn.
void refuse_in_doubt(const revision_of_ledger& r, const command& c) {
    if (!r.aside) return;
    const state& s = r.record;
    if (c.corrects > 0) {
        if (c.corrects > s.revision()) return;  // refused elsewhere
        if (s.events[static_cast<std::size_t>(c.corrects - 1)].set_aside) return;
    }
    const quarantine::thing about = thing_of(s, c);
    if (about.first == entity_kind::none) return;
    const std::int64_t seq = event_in_doubt(r, about);
    if (seq == 0) return;
    const std::string what = std::string{name_of(about.first)} + " " + about.second;
    throw error{errc::refused,
                std::string{descriptor_of(c.kind).name} + ": event " + std::to_string(seq) +
                    " about " + what + " is damaged and set aside; correct or withdraw it first",
                {{"rule", "set_aside"},
                 {"seq", std::to_string(seq)},
                 {std::string{name_of(about.first)}, about.second}}};
}

}  // namespace

// The commands as the rules and guards let them through. @pre writing_ is locked.
outcome recorder::prepare(prepared& p, const request& r, bool history) {
    const act& by = *r.by;
    const seq_number before = p.next->record.revision();
    outcome result;
    p.destroyed = shredded_by(r.batch);
    p.left_unfit.clear();
    std::size_t index = 0;
    commands_ahead ahead;
    const auto prepare_all = [&](std::span<const command> some) {
        const bool of_many = index > 0 || some.size() > 1;
        for (std::size_t i = 0; i < some.size(); ++i, ++index) {
            ahead.fetch(p.next->record, some, i);
            try {
                prepare_one(p, by, some[i], index, history, result.findings);
            } catch (const error& e) {
                throw in_command(as_seen_by(in_turn(e, some.subspan(i)), p.next->record, by),
                                 some[i], index, of_many);
            }
        }
    };
    if (r.pieces == nullptr) {
        prepare_all(r.batch);
    } else {
        const command_pieces next = (*r.pieces)();
        for (std::span<const command> some = next(); !some.empty(); some = next())
            prepare_all(some);
    }
    refuse_unfit(p, by, index > 1);
    const state& after = p.next->record;
    find_late_moves(after, before, result.findings);
    const std::optional<sight> seen =
        history ? std::nullopt : sight_of_actor(after, by.actor, by.today);
    find_open_parts(after, before, seen ? &*seen : nullptr, result.findings);
    if (history)
        report_cycles(after, result.findings);
    else if (const auto cycle = find_cycle(after, before, r.batch))
        throw in_command(as_seen_by(cycle->what, after, by), r.batch[cycle->command],
                         cycle->command, r.batch.size() > 1);
    if (!history)
        for (finding& f : result.findings)
            leave_out_hidden(after, by.actor, by.today, f.text, f.facts);
    result.revision = after.revision();
    p.spoilt = false;
    return result;
}

// What stands on what a batch changed is judged when all of it is there.
void recorder::refuse_unfit(prepared& p, const act& by, bool of_many) {
    const state& after = p.next->record;
    for (const unfit& one : p.left_unfit) try {
            if (one.life) judge_moves_in_place(after, one.because, one.seq);
            refuse_misfits(after, one.because, one.events, log_with(p));
        } catch (const error& e) {
            throw in_command(as_seen_by(e, after, by), one.because, one.index, of_many);
        }
}

void recorder::prepare_one(prepared& p, const act& by, const command& given, std::size_t index,
                           bool history, std::vector<finding>& findings) {
    revision_of_ledger& next = *p.next;
    event& e = p.said;
    e.command = given;
    command& c = e.command;
    if (!history && (c.recorded_at_us || !c.actor.empty()))
        throw error{errc::refused,
                    "recorded_at and actor of a command are taken only by an import into an "
                    "empty ledger",
                    {{"rule", "history_into_empty_ledger"}}};
    judge_class(next.record, c);
    try {
        check_form(c);
    } catch (const error& wrong) {
        if (c.kind == command_kind::record_placeholder) throw without_words(wrong);
        throw;
    }
    const int offset = next.identity.utc_offset_minutes;
    const std::int64_t now = c.recorded_at_us.value_or(by.now_us);
    require_covered(day_of(now, 0), "recorded_at");
    if (c.recorded_at_us && now < next.last_recorded_at_us)
        throw error{errc::out_of_range,
                    "recorded_at " + instant_text(now, offset) +
                        " lies before that of the command before it",
                    {{"field", "recorded_at"}}};
    e.recorded_at_us = std::max(now, next.last_recorded_at_us);
    e.actor = c.actor.empty() ? by.actor : c.actor;
    e.request_id = by.request_id;
    e.seq = std::int64_t{next.record.revision()} + 1;
    const log_reader log = log_with(p);
    if (!c.effective_on) c.effective_on = default_day(next.record, c, by, offset, log.said_by);

    // What an imported history says was said on its own day, by who had the right to then.
    const civil_day today = c.recorded_at_us ? day_of(*c.recorded_at_us, offset) : by.today;
    // Who does not see everything is told first what is not there for him.
    const std::optional<sight> in_part = sight_of_actor(next.record, e.actor, today);
    const bool sees_all = !in_part;
    if (sees_all) refuse_in_doubt(next, c);
    judge(next.record, c, today, e.actor);
    if (!sees_all) refuse_in_doubt(next, c);
    if (c.corrects != 0 && rights_at_head(next.record).policy != policy_kind::host) {
        const event said =
            event_of(stated_before(next.record, static_cast<seq_number>(c.corrects)), &p);
        judge_right_to_correct(next.record, c, said, day_of(said.recorded_at_us, offset), e.actor,
                               today);
    }
    if (const row_number part = reports_own_part(next.record, c, e.actor, today); part != no_row)
        c.values.push_back({field::agency, next.record.agencies[part].code});
    put_remains(p, c);
    judge_signature(c);
    fill_closing(next.record, c, offset, in_part ? &*in_part : nullptr);
    guard_against_orphans(next.record, c, log.naming);
    std::optional<state> before;
    if (is_stood_on(next.record, c)) before = next.record;
    p.spoilt = true;  // until the whole batch is through
    apply(next.record, e, offset);
    judge_places_in_place(next.record, c);
    if (before) {
        const seq_number seq = next.record.revision();
        const bool life = (c.corrects != 0 || c.kind == command_kind::verify_result) &&
                          !is_in_order(next.record, c, seq);
        std::vector<misfit> events = find_misfits(*before, next.record, c, log);
        if (life || !events.empty())
            p.left_unfit.push_back({c, index, seq, life, std::move(events)});
    }
    find_oddities(next.record, c, findings);

    stored_event& row = p.row();
    row.seq = e.seq;
    row.effective_on = *c.effective_on;
    row.recorded_at_us = e.recorded_at_us;
    row.actor = e.actor;
    row.request_id = e.request_id;
    row.kind = descriptor_of(c.kind).name;
    row.schema = payload_schema;
    row.corrects = c.corrects;
    row.payload = encode_payload(c, c.kind);
    next.last_recorded_at_us = e.recorded_at_us;
    p.added();
}

// The words go from the command before it is recorded: what stays is put in by the ledger.
void recorder::put_remains(prepared& p, command& c) {
    if (c.kind != command_kind::shred_event) return;
    for (const field filled : {field::remains, field::copies})
        if (const std::string name{descriptor_of(filled).name}; c.has(filled))
            refuse(c, "filled_by_ledger", name + " is filled in by the ledger", name);
    const std::int64_t seq = *c.integer(field::event);
    const event_record& old = p.next->record.events[static_cast<std::size_t>(seq - 1)];
    if (old.kind == command_kind::sign_event)
        refuse(c, "shreds_what",
               "event " + std::to_string(seq) + " is a signature, which holds no words");
    if (p.holds(seq))
        throw error{errc::refused,
                    "shred_event: event " + std::to_string(seq) +
                        " is in the same batch; leave it out instead",
                    {{"rule", "shreds_what"}, {"field", "event"}}};
    event said;
    store_->read(seq - 1, [&](const stored_event& row) {
        if (row.seq == seq) said = decoded(row, remains_);
    });
    if (said.seq == 0) return;
    const copied_words words{words_of(said)};
    for (field_value& v : said.command.values)  // others stand on which condition it is
        if (const auto task = said.command.text(field::task); v.name == field::condition && task)
            if (const auto row = p.next->record.find(entity_kind::task, *task))
                v.content =
                    stand_in_for_condition(p.next->record.tasks[*row], static_cast<seq_number>(seq),
                                           std::get<std::string>(v.content), p.destroyed);
    c.values.push_back({field::remains, remains_of(said)});
    const auto look = [&](const stored_event& row) {
        if (row.seq == seq || std::count(p.destroyed.begin(), p.destroyed.end(), row.seq) > 0)
            return;
        if (words.are_in(row)) c.values.push_back({field::copies, row.seq});
    };
    store_->read(0, look);
    p.read(0, look);
}

// A signature that does not fit says nothing, so it is not recorded.
void recorder::judge_signature(const command& c) {
    if (c.kind != command_kind::sign_event) return;
    const std::int64_t event = *c.integer(field::event);
    const std::string key = bytes_of_hex(*c.text(field::public_key));
    const std::string signature = bytes_of_hex(*c.text(field::signature));
    if (signature_fits(key, statement_of(event, *c.effective_on), signature)) return;
    throw error{errc::refused,
                "sign_event: the signature does not fit event " + to_text(event) + " on " +
                    to_text(*c.effective_on) + " and this public_key",
                {{"rule", "signature_fits"}, {"event", to_text(event)}}};
}

}  // namespace mandate
