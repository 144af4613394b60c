#include "mandate/ledger/ledger.hpp"

#include "ledger/guards.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"
#include "mandate/calendar/calendar_pool.hpp"
#include "mandate/model/descriptor.hpp"
#include "mandate/store/codec.hpp"
#include "mandate/store/hash_chain.hpp"
#include "model/apply.hpp"
#include "model/known_calendar.hpp"
#include "model/record_rules.hpp"
#include "model/rules.hpp"
#include "model/state.hpp"
#include "model/task_life.hpp"
#include "review/build_review.hpp"
#include "review/questions.hpp"
#include "review/search_index.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

namespace mandate {
namespace {

// What readers hold: a state and where its chain ends. Never changed after it is published.
struct published {
    ledger_identity identity;
    mandate::state record;
    std::string last_hash;
    std::int64_t last_recorded_at_us = 0;
    shared_dictionary requests;  // request_id -> the batch's last seq
    int generation = 0;          // counts how often words were destroyed
};

// A batch on the way from commands to rows.
struct prepared {
    std::shared_ptr<published> next;
    std::vector<stored_event> rows;
    outcome result;
};

// Says which command of a batch it was, and where it stands in its file.
error in_command(const error& e, std::span<const command> batch, std::size_t index) {
    std::string where;
    std::vector<fact> facts{{"command", std::to_string(index)}};
    if (batch[index].line != 0) {
        where = "line " + std::to_string(batch[index].line);
        facts.emplace_back("line", std::to_string(batch[index].line));
    }
    if (batch.size() > 1)
        where += (where.empty() ? "command " : ": command ") + std::to_string(index + 1);
    return e.at(where, std::move(facts));
}

civil_day default_day(const state& s, const command& c, const act& by, int utc_offset_minutes) {
    if (c.corrects > 0 && c.corrects <= s.revision())
        return s.events[static_cast<std::size_t>(c.corrects - 1)].effective_on;
    return c.recorded_at_us ? day_of(*c.recorded_at_us, utc_offset_minutes) : by.today;
}

// What a correction did to the moves around it can be told only when it has taken its place.
void judge_correction_in_place(const state& s, const command& c) {
    const event_record& old = s.events[static_cast<std::size_t>(c.corrects - 1)];
    if (subject_kind(old.kind) != entity_kind::task) return;
    judge_life(s, s.tasks[old.subject]);
    for (const auto& made : s.tasks[old.subject].life().fan_outs.all())
        if (made.seq == s.revision())
            for (const row_number instance : made.value.instances) judge_life(s, s.tasks[instance]);
}

// What stays of the events whose words were destroyed, by seq.
using shredded_remains = std::map<std::int64_t, std::string>;

event decoded(const stored_event& row, const shredded_remains& remains) {
    if (!row.shredded()) return decode(row);
    const auto found = remains.find(row.seq);
    if (found == remains.end())
        throw error{
            errc::damaged,
            "event " + std::to_string(row.seq) + " lost its payload without an order for it",
            {{"seq", std::to_string(row.seq)}}};
    return decode_remains(row, found->second);
}

void take_row(published& p, const stored_event& row, const shredded_remains& remains) {
    try {
        apply(p.record, decoded(row, remains), p.identity.utc_offset_minutes);
    } catch (const error& e) {
        if (e.code() == errc::damaged) throw;
        throw error{errc::damaged,
                    "event " + std::to_string(row.seq) + " cannot be read: " + e.what(),
                    {{"seq", std::to_string(row.seq)}}};
    }
    p.last_hash = row.hash;
    p.last_recorded_at_us = row.recorded_at_us;
    if (!row.request_id.empty())
        p.requests.set(row.request_id, static_cast<std::uint32_t>(row.seq));
}

}  // namespace

struct ledger::impl {
    explicit impl(std::unique_ptr<event_store> s) : store{std::move(s)} {
        begin();
        follow();
    }

    // The empty ledger.
    void begin() {
        auto first = std::make_shared<published>();
        first->identity = store->identity();
        first->last_hash = genesis_hash(first->identity);
        first->generation = generation;
        publish(std::move(first));
    }

    std::shared_ptr<const published> head() const {
        const std::lock_guard lock{publishing};
        return current;
    }

    void publish(std::shared_ptr<const published> next) {
        const std::lock_guard lock{publishing};
        current = std::move(next);
    }

    // Takes what other processes have appended since. @pre writing is locked, or nobody else is
    // there yet.
    void follow() {
        const std::int64_t last = store->revision();
        // Somebody else may have made the file in the meantime.
        if (store->identity() != head()->identity) begin();
        if (last == head()->record.revision()) return;
        // Somebody else destroyed words: what this process holds of them goes too.
        if (read_remains(head()->record.revision()) && head()->record.revision() > 0) {
            const std::lock_guard lock{indexing};
            index = {};
            ++generation;
            begin();
        }
        auto next = std::make_shared<published>(*head());
        store->read(next->record.revision(), [&](const stored_event& row) {
            if (row.seq != std::int64_t{next->record.revision()} + 1)
                throw error{errc::damaged,
                            "event " + std::to_string(next->record.revision() + 1) + " is missing",
                            {{"seq", std::to_string(next->record.revision() + 1)}}};
            take_row(*next, row, remains);
        });
        publish(std::move(next));
    }

    // The index of what the revision says. Made anew where it is missing or behind: only what was
    // recorded since is added.
    std::shared_ptr<const search_index> index_of(const published& head) {
        const std::lock_guard lock{indexing};
        // A reader of before words were destroyed brings them into no index of later readers.
        if (head.generation != generation)
            return std::make_shared<const search_index>(search_index{}, head.record);
        if (!index || index->revision() < head.record.revision())
            index =
                std::make_shared<const search_index>(index ? *index : search_index{}, head.record);
        return index;
    }

    // What the orders recorded after `after` leave of the events they shredded. Whether there are
    // any. Cost: one pass over the new rows, without decoding them.
    bool read_remains(std::int64_t after) {
        bool found = false;
        store->read(after, [&](const stored_event& row) {
            if (row.kind != descriptor_of(command_kind::shred_event).name) return;
            const event order = decode(row);
            remains[order.command.integer(field::event).value_or(0)] =
                order.command.text(field::remains).value_or("{}");
            found = true;
        });
        return found;
    }

    // The next state is read anew from the store, so that nothing of the destroyed words stays in
    // it. Readers of an older revision keep theirs until they are done.
    void forget() {
        {
            const std::lock_guard lock{indexing};
            index = {};
            ++generation;
        }
        begin();
        follow();
    }

    // The words go from the command before it is recorded: what stays is put in by the ledger.
    void put_remains(const prepared& p, command& c) {
        if (c.kind != command_kind::shred_event) return;
        if (c.has(field::remains))
            throw error{errc::refused,
                        "shred_event: remains is filled in by the ledger",
                        {{"rule", "filled_by_ledger"}, {"field", "remains"}}};
        const std::int64_t seq = *c.integer(field::event);
        for (const stored_event& row : p.rows)
            if (row.seq == seq)
                throw error{errc::refused,
                            "shred_event: event " + std::to_string(seq) +
                                " is in the same batch; leave it out instead",
                            {{"rule", "shreds_what"}}};
        store->read(seq - 1, [&](const stored_event& row) {
            if (row.seq == seq)
                c.values.push_back({field::remains, remains_of(decoded(row, remains))});
        });
    }

    // The commands as the rules and guards let them through, on a private next revision.
    // @pre writing is locked.
    prepared prepare(const act& by, std::span<const command> batch, bool history) {
        const std::shared_ptr<const published> before = head();
        prepared p{std::make_shared<published>(*before), {}, {}};
        p.rows.reserve(batch.size());
        for (std::size_t i = 0; i < batch.size(); ++i) {
            try {
                prepare_one(p, by, batch[i], history);
            } catch (const error& e) {
                throw in_command(e, batch, i);
            }
        }
        if (history)
            report_cycles(p.next->record, p.result.findings);
        else if (const auto cycle = find_cycle(p.next->record, before->record.revision(), batch))
            throw in_command(cycle->what, batch, cycle->command);
        p.result.revision = p.next->record.revision();
        return p;
    }

    void prepare_one(prepared& p, const act& by, const command& given, bool history) {
        published& next = *p.next;
        event e;
        e.command = given;
        command& c = e.command;
        if (!history && (c.recorded_at_us || !c.actor.empty()))
            throw error{errc::refused,
                        "recorded_at and actor of a command are taken only by an import into an "
                        "empty ledger",
                        {{"rule", "history_into_empty_ledger"}}};
        judge_class(next.record, c);
        check_form(c);
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
        if (!c.effective_on) c.effective_on = default_day(next.record, c, by, offset);

        judge(next.record, c, by.today, e.actor);
        put_remains(p, c);
        guard_against_orphans(next.record, c, [&](entity_kind kind, const std::string& code) {
            return events_naming(kind, code, p.rows);
        });
        apply(next.record, e, offset);
        if (c.corrects != 0) judge_correction_in_place(next.record, c);
        find_oddities(next.record, c, p.result.findings);

        stored_event row;
        row.seq = e.seq;
        row.effective_on = *c.effective_on;
        row.recorded_at_us = e.recorded_at_us;
        row.actor = e.actor;
        row.request_id = e.request_id;
        row.kind = descriptor_of(c.kind).name;
        row.schema = payload_schema;
        row.corrects = c.corrects;
        row.payload = encode_payload(c, c.kind);
        next.last_hash = seal(row, next.last_hash, next.identity);
        next.last_recorded_at_us = e.recorded_at_us;
        p.rows.push_back(std::move(row));
    }

    // A rare question (only before a withdrawal), so it reads the log rather than keep an index.
    std::vector<std::int64_t> events_naming(entity_kind kind, const std::string& code,
                                            const std::vector<stored_event>& pending) {
        std::vector<std::int64_t> found;
        const auto look = [&](const stored_event& row) {
            for (const field_value& v : decoded(row, remains).command.values)
                if (descriptor_of(v.name).entity == kind &&
                    std::get<std::string>(v.content) == code) {
                    found.push_back(row.seq);
                    return;
                }
        };
        store->read(0, look);
        for (const stored_event& row : pending) look(row);
        return found;
    }

    // The act with its texts in NFC.
    static act checked(act by) {
        if (by.actor.empty())
            throw error{errc::invalid_argument, "act: actor is empty", {{"field", "actor"}}};
        by.actor = nfc(by.actor);
        by.request_id = nfc(by.request_id);
        require_covered(by.today, "act: today");
        require_covered(day_of(by.now_us, 0), "act: now");
        return by;
    }

    std::optional<std::int64_t> repeated(const act& by) const {
        if (by.request_id.empty()) return std::nullopt;
        if (const auto seq = head()->requests.find(by.request_id)) return *seq;
        return std::nullopt;
    }

    outcome record(const act& asked, std::span<const command> batch, bool history) {
        const act by = checked(asked);
        const std::lock_guard lock{writing};
        for (int attempt = 0;; ++attempt) {
            follow();
            if (const auto revision = repeated(by)) return {*revision, {}};
            if (batch.empty()) return {head()->record.revision(), {}};
            const std::int64_t expected = head()->record.revision();
            prepared p = prepare(by, batch, history && expected == 0);
            if (!by.request_id.empty())
                p.next->requests.set(by.request_id, p.next->record.revision());
            const std::vector<std::int64_t> shredded = shredded_by(batch);
            try {
                if (shredded.empty())
                    store->append(expected, p.rows);
                else
                    store->append_and_shred(expected, p.rows, shredded);
            } catch (const error& e) {
                // Another process was first: take its events, judge again.
                if (e.code() == errc::conflict && attempt < 8) continue;
                throw;
            }
            if (shredded.empty())
                publish(std::move(p.next));
            else
                forget();
            return std::move(p.result);
        }
    }

    static std::vector<std::int64_t> shredded_by(std::span<const command> batch) {
        std::vector<std::int64_t> all;
        for (const command& c : batch)
            if (c.kind == command_kind::shred_event) all.push_back(*c.integer(field::event));
        return all;
    }

    std::unique_ptr<event_store> store;
    mutable calendar_pool calendars;
    mutable std::mutex writing;     // one writer; guards the store
    mutable std::mutex publishing;  // guards `current`, held for one pointer copy
    // shared_ptr: a reader keeps its revision while the writer publishes the next one
    std::shared_ptr<const published> current;
    shredded_remains remains;  // guarded by `writing`
    std::mutex indexing;       // guards `index` and `generation`
    int generation = 0;
    // made by the first search; shared_ptr: a search keeps the one it began with
    std::shared_ptr<const search_index> index;
};

namespace {

// What the view knows: the last event, and the last day whose end had passed.
struct knowledge {
    view times;
    civil_day known_day;
};

knowledge knowledge_of(const state& s, const view_request& v, int utc_offset_minutes) {
    require_covered(v.as_of, "as_of");
    if (!v.viewer.empty() && !s.find(entity_kind::agency, v.viewer))
        throw error{errc::unknown_reference,
                    "viewer " + v.viewer + " is not in the ledger",
                    {{"field", "viewer"}, {"value", v.viewer}}};
    if (!v.known_at_us) return {{v.as_of, s.revision()}, last_day};
    require_covered(day_of(*v.known_at_us, 0), "known_at");
    // A day has ended with its last microsecond.
    return {{v.as_of, s.known_at(*v.known_at_us)},
            day_of(*v.known_at_us + 1, utc_offset_minutes) - 1};
}

// The event that ordered the words of this one destroyed.
std::optional<seq_number> order_for(const state& s, std::int64_t seq) {
    if (seq < 1 || seq > s.revision()) return std::nullopt;
    const seq_number order = s.events[static_cast<std::size_t>(seq - 1)].shredded_by;
    return order == 0 ? std::nullopt : std::optional{order};
}

row_number viewer_of(const state& s, const view_request& v) {
    return v.viewer.empty() ? no_row : *s.find(entity_kind::agency, v.viewer);
}

}  // namespace

ledger::ledger(std::unique_ptr<impl> self) : self_{std::move(self)} {}
ledger::~ledger() = default;

std::unique_ptr<ledger> ledger::open(const std::string& path, open_mode mode,
                                     int utc_offset_minutes) {
    return std::unique_ptr<ledger>{
        new ledger{std::make_unique<impl>(sqlite_store(path, mode, utc_offset_minutes))}};
}

std::unique_ptr<ledger> ledger::in_memory(int utc_offset_minutes) {
    return std::unique_ptr<ledger>{
        new ledger{std::make_unique<impl>(memory_store(new_identity(utc_offset_minutes)))}};
}

outcome ledger::record(const act& by, std::span<const command> batch) {
    return self_->record(by, batch, false);
}

outcome ledger::import(const act& by, std::span<const command> batch) {
    return self_->record(by, batch, true);
}

outcome ledger::check(const act& asked, std::span<const command> batch) const {
    const act by = impl::checked(asked);
    const std::lock_guard lock{self_->writing};
    self_->follow();
    return self_->prepare(by, batch, false).result;
}

std::int64_t ledger::revision() const { return self_->head()->record.revision(); }
int ledger::utc_offset_minutes() const noexcept {
    return self_->head()->identity.utc_offset_minutes;
}
std::string ledger::id() const { return self_->head()->identity.id; }

table ledger::ask(const view_request& view, question_kind question, const arguments& args) const {
    const question_descriptor* asked = find_question(static_cast<std::int32_t>(question));
    if (asked == nullptr)
        throw error{
            errc::invalid_argument,
            "question " + std::to_string(static_cast<std::int32_t>(question)) + " does not exist"};
    arguments checked = args;
    check_form(checked, asked->arguments, asked->name);
    const std::shared_ptr<const published> head = self_->head();
    const knowledge k = knowledge_of(head->record, view, head->identity.utc_offset_minutes);
    const lens through{head->record, k.times, k.known_day, viewer_of(head->record, view),
                       &self_->calendars};
    if (question == question_kind::search)
        return answer_search(through, *self_->index_of(*head), checked);
    return answer(through, question, checked);
}

agency_waits ledger::agencies(const view_request& view, const arguments& args) const {
    const question_descriptor& asked =
        *find_question(static_cast<std::int32_t>(question_kind::bottlenecks));
    arguments checked = args;
    check_form(checked, asked.arguments, asked.name);
    const std::shared_ptr<const published> head = self_->head();
    const knowledge k = knowledge_of(head->record, view, head->identity.utc_offset_minutes);
    const lens through{head->record, k.times, k.known_day, viewer_of(head->record, view),
                       &self_->calendars};
    return {k.times.as_of, answer(through, question_kind::bottlenecks, checked),
            answer(through, question_kind::agency_pairs, checked),
            answer(through, question_kind::mutual_waiting, checked)};
}

review ledger::review(const view_request& view, const period& of, const std::string& agency) const {
    const std::shared_ptr<const published> head = self_->head();
    const knowledge k = knowledge_of(head->record, view, head->identity.utc_offset_minutes);
    mandate::review r = build_review(
        lens{head->record, k.times, k.known_day, viewer_of(head->record, view), &self_->calendars},
        {of, agency});
    r.revision = k.times.known;
    r.viewer = view.viewer;
    r.known_at_us = view.known_at_us;
    r.utc_offset_minutes = head->identity.utc_offset_minutes;
    return r;
}

work_calendar ledger::calendar(const view_request& view, const std::string& agency) const {
    const std::shared_ptr<const published> head = self_->head();
    const knowledge k = knowledge_of(head->record, view, head->identity.utc_offset_minutes);
    row_number row = no_row;
    if (!agency.empty()) {
        const auto found = head->record.find(entity_kind::agency, agency);
        if (!found)
            throw error{errc::unknown_reference,
                        "agency " + agency + " is not in the ledger",
                        {{"field", "agency"}, {"value", agency}}};
        row = *found;
    }
    return work_calendar{known_calendar(head->record, k.times, k.known_day, row),
                         &self_->calendars};
}

std::vector<finding> ledger::verify() const {
    const std::lock_guard lock{self_->writing};
    self_->follow();
    const ledger_identity& identity = self_->head()->identity;
    std::string previous = genesis_hash(identity);
    std::int64_t expected = 1;
    std::vector<finding> findings, redactions;
    self_->store->read(0, [&](const stored_event& row) {
        const std::string seq = std::to_string(row.seq);
        std::string wrong = misfit(row, expected, previous, identity);
        if (wrong.empty() && row.shredded()) {
            if (const auto order = order_for(self_->head()->record, row.seq))
                redactions.push_back({"payload.shredded",
                                      "event " + seq + ": its words were destroyed by event " +
                                          std::to_string(*order),
                                      {{"seq", seq}, {"order", std::to_string(*order)}}});
            else
                wrong = "the payload is gone without an order for it";
        }
        if (!wrong.empty() && findings.empty())
            findings.push_back({"chain.broken", "event " + seq + ": " + wrong, {{"seq", seq}}});
        previous = row.hash;
        expected = row.seq + 1;
    });
    findings.insert(findings.end(), redactions.begin(), redactions.end());
    return findings;
}

std::vector<agency_names> ledger::known_agencies() const {
    const std::shared_ptr<const published> head = self_->head();
    std::vector<agency_names> all;
    for (row_number a = 0; a < head->record.agencies.size(); ++a) {
        const agency_record& agency = head->record.agencies[a];
        const auto* told = agency.stated.at(head_view(head->record));
        if (told == nullptr) continue;
        agency_names names{agency.code, {}};
        const auto add = [&](const words& called) {
            for (const std::string* one : {&called.vi, &called.en, &called.tr})
                if (!one->empty()) names.names.push_back(*one);
        };
        add(told->value.name);
        agency.renamed.each(head_view(head->record), [&](const auto& r) { add(r.value.name); });
        for (const auto& alias : told->value.aliases) names.names.push_back(alias.text);
        all.push_back(std::move(names));
    }
    return all;
}

}  // namespace mandate
