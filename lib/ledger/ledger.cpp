#include "mandate/ledger/ledger.hpp"

#include "base/random.hpp"
#include "calendar/known_days.hpp"
#include "ledger/guards.hpp"
#include "ledger/recorder.hpp"
#include "ledger/revision.hpp"
#include "ledger/said.hpp"
#include "ledger/snapshot.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"
#include "mandate/calendar/calendar_pool.hpp"
#include "mandate/model/descriptor.hpp"
#include "mandate/store/hash_chain.hpp"
#include "mandate/store/signature.hpp"
#include "model/known_calendar.hpp"
#include "model/state.hpp"
#include "review/build_review.hpp"
#include "review/closed_reviews.hpp"
#include "review/ordered_answer.hpp"
#include "review/periods_beside.hpp"
#include "review/questions.hpp"
#include "review/schedule_keeper.hpp"
#include "review/schedule_questions.hpp"
#include "review/search_index.hpp"

#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace mandate {

struct ledger::impl {
    explicit impl(std::unique_ptr<event_store> store)
        : log{std::move(store), [this] {
                  const std::lock_guard lock{indexing};
                  index = {};
                  ++generation;
                  schedules.forget();
              }} {}

    // The index of what the revision says. Made anew where it is missing or behind: only what was
    // recorded since is added.
    std::shared_ptr<const search_index> index_of(const revision_of_ledger& head) {
        const std::lock_guard lock{indexing};
        // A reader of before words were destroyed brings them into no index of later readers.
        if (head.generation != generation)
            return std::make_shared<const search_index>(search_index{}, head.record);
        if (!index || index->revision() < head.record.revision())
            index =
                std::make_shared<const search_index>(index ? *index : search_index{}, head.record);
        return index;
    }

    // The schedules of what the revision says.
    schedule_place schedules_for(const std::shared_ptr<const revision_of_ledger>& head) {
        return {&schedules, {head, &head->record}, head->generation};
    }

    mutable calendar_pool calendars;
    std::mutex indexing;  // guards `index` and `generation`
    int generation = 0;
    // made by the first search; shared_ptr: a search keeps the one it began with
    std::shared_ptr<const search_index> index;
    schedule_keeper schedules;
    mutable recorder log;
};

namespace {

// What the view knows: the last event, and the last day whose end had passed.
struct knowledge {
    view times;
    civil_day known_day;
};

knowledge knowledge_of(const state& s, const view_request& v, int utc_offset_minutes) {
    require_covered(v.as_of, "as_of");
    if (!v.viewer.empty() && !s.find(entity_kind::agency, nfc(v.viewer)))
        throw error{errc::unknown_reference,
                    "viewer " + v.viewer + " is not in the ledger",
                    {{"field", "viewer"}, {"value", v.viewer}}};
    if (!v.known_at_us) return {{v.as_of, s.revision()}, last_day};
    require_covered(day_of(*v.known_at_us, 0), "known_at");
    // A day has ended with its last microsecond.
    return {{v.as_of, s.known_at(*v.known_at_us)},
            day_of(*v.known_at_us + 1, utc_offset_minutes) - 1};
}

// Where words that were destroyed still stand.
std::vector<finding> copies_left(const state& s) {
    std::vector<finding> all;
    for (std::size_t i = 0; i < s.shreddings.size(); ++i) {
        std::vector<std::int64_t> left;
        for (const seq_number copy : s.shreddings[i].copies)
            if (s.events[copy - 1].shredded_by == 0) left.push_back(copy);
        if (!left.empty()) all.push_back(copied_finding(s, s.shreddings[i].event, left));
    }
    return all;
}

// Of the review of that code, of which the words of the event that closed it were destroyed.
finding content_destroyed(const state& s, const std::string& code, seq_number closing,
                          row_number viewer) {
    const seq_number seq = s.events[closing - 1].shredded_by;
    std::size_t i = 0;
    while (s.shreddings[i].at.seq != seq) ++i;
    const shredding_record& order = s.shreddings[i];
    std::string by = order.ordered_by;
    const lens through{s, head_view(s), last_day, viewer};
    if (order.document != no_row && through.may_see(entity_kind::document, order.document))
        by = "document " + s.documents[order.document].code;
    if (by.empty()) by = "(not shown)";
    const std::string number = std::to_string(seq);
    return {"review.content_destroyed",
            "what was kept of review " + code + " when it was closed was destroyed on " +
                to_text(order.at.effective_on) + " by event " + number + ", ordered by " + by +
                "; this is computed from what the record still says",
            {{"review", code}, {"seq", number}, {"ordered_by", by}}};
}

// The event that ordered the words of this one destroyed.
std::optional<seq_number> order_for(const state& s, std::int64_t seq) {
    if (seq < 1 || seq > s.revision()) return std::nullopt;
    const seq_number order = s.events[static_cast<std::size_t>(seq - 1)].shredded_by;
    return order == 0 ? std::nullopt : std::optional{order};
}

/// Holds each signature against the event that it signs, as that stands in the store.
class signature_check {
public:
    explicit signature_check(const state& s) : all_{s.signatures} {
        for (std::size_t i = 0; i < all_.size(); ++i) hashes_[all_[i].signs];
    }
    void take(const stored_event& row) {
        if (const auto found = hashes_.find(row.seq); found != hashes_.end())
            found->second = row.hash;
    }
    std::vector<finding> broken(const ledger_identity& identity) const {
        std::vector<finding> told;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const signature_record& one = all_[i];
            const std::string statement =
                signed_statement(identity, one.signs, hashes_.at(one.signs), one.at.effective_on);
            if (signature_fits(bytes_of_hex(one.public_key), statement,
                               bytes_of_hex(one.signature)))
                continue;
            const std::string signs = std::to_string(one.signs), seq = std::to_string(one.at.seq);
            told.push_back({"signature.broken",
                            "event " + seq + ": its signature does not fit event " + signs +
                                ", which was altered, with all hashes after it, since it was "
                                "signed",
                            {{"seq", seq}, {"event", signs}}});
        }
        return told;
    }

private:
    const shared_rows<signature_record>& all_;
    std::map<std::int64_t, std::string> hashes_;  ///< of the events that are signed
};

row_number viewer_of(const state& s, const view_request& v) {
    return v.viewer.empty() ? no_row : *s.find(entity_kind::agency, nfc(v.viewer));
}

}  // namespace

ledger::ledger(std::unique_ptr<impl> self) : self_{std::move(self)} {}
ledger::~ledger() = default;

std::unique_ptr<ledger> ledger::open(const std::string& path, open_mode mode,
                                     int utc_offset_minutes) {
    return std::unique_ptr<ledger>{
        new ledger{std::make_unique<impl>(open_store(path, mode, utc_offset_minutes))}};
}

std::unique_ptr<ledger> ledger::in_memory(int utc_offset_minutes) {
    return std::unique_ptr<ledger>{
        new ledger{std::make_unique<impl>(memory_store(new_identity(utc_offset_minutes)))}};
}

std::unique_ptr<ledger> ledger::on(std::unique_ptr<event_store> store) {
    return std::unique_ptr<ledger>{new ledger{std::make_unique<impl>(std::move(store))}};
}

outcome ledger::record(const act& by, std::span<const command> batch) {
    return self_->log.record(by, batch, false);
}

outcome ledger::import(const act& by, std::span<const command> batch) {
    return self_->log.record(by, batch, true);
}

outcome ledger::import(const act& by, const std::function<command_pieces()>& begin) {
    return self_->log.import(by, begin);
}

outcome ledger::check(const act& by, std::span<const command> batch) const {
    return self_->log.check(by, batch);
}

outcome ledger::sign(const act& by, const std::string& key, std::int64_t event) {
    const signing_key mine{key};
    if (event == 0) {
        refresh();
        event = revision();
    }
    command c;
    c.kind = command_kind::sign_event;
    c.effective_on = by.today;
    c.values = {{field::event, event},
                {field::public_key, hex(mine.public_key())},
                {field::signature, hex(mine.sign(statement_to_sign(event, by.today)))}};
    return record(by, std::span{&c, 1});
}

std::string ledger::statement_to_sign(std::int64_t event, civil_day day) const {
    require_covered(day, "day");
    return self_->log.statement_to_sign(event, day);
}

void ledger::backup(const std::string& path) const { self_->log.backup(path); }

void ledger::refresh() const { self_->log.refresh(); }

std::vector<finding> ledger::findings() const {
    std::vector<finding> all = open_findings(*self_->log.head());
    if (const std::string& damage = self_->log.damage(); !damage.empty())
        all.insert(all.begin(), {"store.damaged", damage, {}});
    if (const auto& lost = self_->log.head()->lost) all.insert(all.begin(), *lost);
    return all;
}

std::int64_t ledger::revision() const { return self_->log.head()->record.revision(); }
int ledger::utc_offset_minutes() const noexcept {
    return self_->log.head()->identity.utc_offset_minutes;
}
std::string ledger::id() const { return self_->log.head()->identity.id; }

namespace {

// The arguments in their form, if they are those of the question.
arguments checked_for(question_kind question, arguments args) {
    const question_descriptor& asked = *find_question(static_cast<std::int32_t>(question));
    check_form(args, asked.arguments, asked.name);
    return args;
}

}  // namespace

table ledger::ask(const view_request& view, question_kind question, const arguments& args) const {
    if (find_question(static_cast<std::int32_t>(question)) == nullptr)
        throw error{
            errc::invalid_argument,
            "question " + std::to_string(static_cast<std::int32_t>(question)) + " does not exist"};
    arguments checked = checked_for(question, args);
    const std::shared_ptr<const revision_of_ledger> head = self_->log.head();
    const knowledge k = knowledge_of(head->record, view, head->identity.utc_offset_minutes);
    const schedule_place kept = self_->schedules_for(head);
    const lens through{head->record,      k.times, k.known_day, viewer_of(head->record, view),
                       &self_->calendars, &kept};
    replace_term(through, checked);
    if (question == question_kind::search)
        return ordered_answer(question, checked, [&](const arguments& these) {
            return answer_search(through, *self_->index_of(*head), these);
        });
    if (question == question_kind::said)
        return ordered_answer(question, checked, [&](const arguments& these) {
            return answer_said(through, these, self_->log);
        });
    return answer(through, question, checked);
}

std::unique_ptr<forecast> ledger::start_forecast(const view_request& view,
                                                 const arguments& args) const {
    const arguments checked = checked_for(question_kind::forecast, args);
    const std::shared_ptr<const revision_of_ledger> head = self_->log.head();
    const knowledge k = knowledge_of(head->record, view, head->identity.utc_offset_minutes);
    const lens through{head->record, k.times, k.known_day, viewer_of(head->record, view),
                       &self_->calendars};
    return mandate::start_forecast(through, checked);
}

agency_waits ledger::agencies(const view_request& view, const arguments& args) const {
    const arguments checked = checked_for(question_kind::bottlenecks, args);
    const std::shared_ptr<const revision_of_ledger> head = self_->log.head();
    const knowledge k = knowledge_of(head->record, view, head->identity.utc_offset_minutes);
    const schedule_place kept = self_->schedules_for(head);
    const lens through{head->record,      k.times, k.known_day, viewer_of(head->record, view),
                       &self_->calendars, &kept};
    arguments scope;
    for (const field_value& v : checked.values)
        if (v.name == field::document) scope.values.push_back(v);
    return {k.times.as_of, answer(through, question_kind::bottlenecks, checked),
            answer(through, question_kind::agency_pairs, checked),
            answer(through, question_kind::mutual_waiting, checked),
            answer(through, question_kind::cycles, scope)};
}

task_answers ledger::task(const view_request& view, std::string_view code) const {
    const std::shared_ptr<const revision_of_ledger> head = self_->log.head();
    const knowledge k = knowledge_of(head->record, view, head->identity.utc_offset_minutes);
    const schedule_place kept = self_->schedules_for(head);
    const lens through{head->record,      k.times, k.known_day, viewer_of(head->record, view),
                       &self_->calendars, &kept};
    const auto ask = [&](question_kind kind, arguments args) {
        const question_descriptor& asked = *find_question(static_cast<std::int32_t>(kind));
        check_form(args, asked.arguments, asked.name);
        return answer(through, kind, args);
    };
    arguments of_it, since_ever;
    of_it.values = {{field::task, std::string{code}}};
    since_ever.values = {{field::task, std::string{code}}, {field::since, std::int64_t{0}}};
    task_answers all;
    all.as_of = k.times.as_of;
    all.code = code;
    all.lineage = ask(question_kind::lineage, of_it);
    all.history = ask(question_kind::changes, since_ever);
    all.tasks = ask(question_kind::tasks, {});
    all.agencies = ask(question_kind::agencies, {});
    try {
        all.cycles = ask(question_kind::cycles, of_it);
        all.why_this_date = ask(question_kind::why_this_date, of_it);
        all.slips = ask(question_kind::slips, of_it);
        all.attribution = ask(question_kind::attribution, of_it);
        constexpr std::size_t finish = 3;
        for (std::size_t row = 0; row < all.why_this_date.rows(); ++row)
            if (const auto day = all.why_this_date.number(row, finish))
                if (auto ends = beyond_known(through.calendar(), all.as_of,
                                             civil_day{static_cast<std::int32_t>(*day)})) {
                    all.findings = {std::move(*ends)};
                    break;  // the task itself comes first, and what it waits for ends before it
                }
    } catch (const error& e) {  // what is cancelled or standing is in no schedule
        if (e.code() != errc::unknown_reference) throw;
    }
    return all;
}

coordination_figures ledger::coordination(const view_request& view, const arguments& args) const {
    arguments checked = checked_for(question_kind::coordination_network, args);
    const std::shared_ptr<const revision_of_ledger> head = self_->log.head();
    const knowledge k = knowledge_of(head->record, view, head->identity.utc_offset_minutes);
    const lens through{head->record, k.times, k.known_day, viewer_of(head->record, view),
                       &self_->calendars};
    replace_term(through, checked);
    arguments of_pairs, of_groups;
    for (const field_value& v : checked.values) {
        if (v.name == field::period || v.name == field::periods) of_pairs.values.push_back(v);
        if (v.name == field::period || v.name == field::at_least) of_groups.values.push_back(v);
    }
    return {k.times.as_of,
            parse_period(*checked.text(field::period)),
            answer(through, question_kind::agencies, {}),
            answer(through, question_kind::coordination_network, checked),
            answer(through, question_kind::coordination, of_pairs),
            answer(through, question_kind::mutual_cases, of_groups)};
}

period ledger::period_asked(const view_request& view, const std::string& text) const {
    const std::shared_ptr<const revision_of_ledger> head = self_->log.head();
    const knowledge k = knowledge_of(head->record, view, head->identity.utc_offset_minutes);
    return mandate::period_asked(
        {head->record, k.times, k.known_day, viewer_of(head->record, view)}, nfc(text));
}

review ledger::review(const view_request& view, const period& of,
                      const std::vector<std::string>& agencies) const {
    const std::shared_ptr<const revision_of_ledger> head = self_->log.head();
    const knowledge k = knowledge_of(head->record, view, head->identity.utc_offset_minutes);
    const schedule_place kept = self_->schedules_for(head);
    mandate::review r = build_review(lens{head->record, k.times, k.known_day,
                                          viewer_of(head->record, view), &self_->calendars, &kept},
                                     {of, agencies, true});
    r.revision = k.times.known;
    r.viewer = nfc(view.viewer);
    r.known_at_us = view.known_at_us;
    r.utc_offset_minutes = head->identity.utc_offset_minutes;
    r.closed_as = closed_reviews_of(head->record, of, k.times.known);
    return r;
}

closed_review ledger::closed_review(const view_request& view, const std::string& code) const {
    const std::shared_ptr<const revision_of_ledger> head = self_->log.head();
    const state& s = head->record;
    const knowledge k = knowledge_of(s, view, head->identity.utc_offset_minutes);
    const auto row = s.find(entity_kind::review, code);
    if (!row)
        throw error{errc::unknown_reference,
                    "review " + code + " is not in the ledger",
                    {{"field", "review"}, {"value", code}}};
    const auto* closed = s.reviews[*row].closed.at({last_day, k.times.known});
    const auto refuse = [&](const char* rule, const std::string& why) {
        throw error{errc::refused,
                    "review " + code + why,
                    {{"rule", rule}, {"field", "review"}, {"value", code}}};
    };
    if (closed == nullptr) refuse("closed", " is not closed");
    mandate::closed_review out;
    out.event = closed->seq;
    const row_number viewer = viewer_of(s, view);
    // Who sees the content in part could try words against its hash.
    if (viewer == no_row || sight{s, {viewer}}.sees_all())
        out.content_hash = closed->value.content_hash;
    out.value = review_as_closed(s, *row,
                                 {closed->effective_on, closed->value.official,
                                  closed->value.reason, closed->value.explanations_due},
                                 closed->seq - 1, head->identity.utc_offset_minutes, viewer,
                                 &self_->calendars);
    out.value.closing->corrected_by = closed_correction_of(s, *row, k.times.known);
    out.value.closing->content_hash = out.content_hash;
    if (s.events[out.event - 1].shredded_by != 0)
        out.value.findings.push_back(content_destroyed(s, code, closed->seq, viewer));
    else if (viewer == no_row) {
        const command said = self_->log.said_by(out.event);
        if (const auto content = said.text(field::content))
            out.content = *content;
        else if (self_->log.orders_after(head->record.revision()).contains(out.event)) {
            self_->log.refresh();  // it was ordered since
            if (self_->log.head()->record.revision() > head->record.revision())
                return closed_review(view, code);
            throw error{errc::damaged,
                        "review " + code + ": the words of event " + to_text(out.event) +
                            " are gone, by an order that stands where no event can; verify tells",
                        {{"review", code}, {"seq", to_text(out.event)}}};
        }
    }
    if (out.content.empty()) {
        out.content = to_json(out.value);
        return out;
    }
    if (to_json(out.value) != out.content)
        out.value.findings.push_back(
            {"review.computed_anew",
             "review " + code +
                 " was closed by another version of the library; what was kept is its JSON",
             {{"review", code}}});
    return out;
}

work_calendar ledger::calendar(const view_request& view, const std::string& agency) const {
    const std::shared_ptr<const revision_of_ledger> head = self_->log.head();
    const knowledge k = knowledge_of(head->record, view, head->identity.utc_offset_minutes);
    row_number row = no_row;
    if (!agency.empty()) {
        const auto found = head->record.find(entity_kind::agency, nfc(agency));
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
    try {
        self_->log.refresh();
    } catch (const error&) {
        if (!self_->log.head()->lost) throw;  // else it is a finding
    }
    const std::shared_ptr<const revision_of_ledger> head = self_->log.head();
    std::vector<finding> redactions;
    std::optional<finding> broken;   // the first event that does not fit
    std::vector<finding> wrong_end;  // what the end of the log is held against says otherwise
    chain_end end{genesis_hash(head->identity), {}};
    std::int64_t expected = 1;
    const auto broken_at = [](std::int64_t seq, const std::string& wrong) {
        const std::string number = std::to_string(seq);
        return finding{"chain.broken", "event " + number + ": " + wrong, {{"seq", number}}};
    };
    const auto tell = [&](std::int64_t seq, const std::string& wrong) {
        if (!broken) broken = broken_at(seq, wrong);
    };
    const auto redacted = [&](std::int64_t seq, std::int64_t order) {
        redactions.push_back(
            {"payload.shredded",
             "event " + to_text(seq) + ": its words were destroyed by event " + to_text(order),
             {{"seq", to_text(seq)}, {"order", to_text(order)}}});
    };
    // Words that are gone, by no order that the head knows, and whether all before them fits.
    std::vector<std::pair<std::int64_t, bool>> gone;
    signature_check signatures{head->record};
    self_->log.read(head->record.revision(), [&](const stored_event& row) {
        signatures.take(row);
        if (row.seq > expected) {
            tell(expected, "event " + std::to_string(expected) + " is missing");
            end = {};
        }
        if (row.seq < 1) return tell(row.seq, "it stands before the first event");
        if (row.seq < expected) return tell(row.seq, "it stands at another event's place");
        const std::string wrong = walk(end, row, head->identity);
        if (!wrong.empty()) {
            tell(row.seq, wrong);
        } else if (row.shredded()) {
            if (const auto order = order_for(head->record, row.seq))
                redacted(row.seq, *order);
            else
                gone.emplace_back(row.seq, !broken);
        }
        expected = row.seq + 1;
    });
    if (!gone.empty()) {
        const auto since = self_->log.orders_after(head->record.revision());
        bool told = false;
        for (const auto& [seq, first] : gone) {
            if (const auto order = since.find(seq); order != since.end())
                redacted(seq, order->second);
            else if (first && !std::exchange(told, true))
                broken = broken_at(seq, "the payload is gone without an order for it");
        }
    }
    if (expected <= head->record.revision())
        tell(expected, "event " + std::to_string(expected) + " is missing");
    const recorder::log_end log = self_->log.end_of_log();
    if (log.last < log.at_least)
        wrong_end.push_back(broken_at(
            log.last + 1, "event " + std::to_string(log.last + 1) + " is missing: by the " +
                              (log.by_snapshot ? "snapshot beside it" : "store") +
                              ", there were events up to " + std::to_string(log.at_least)));
    if (log.last > log.at_most)
        wrong_end.push_back(broken_at(
            log.at_most + 1, "by the store, the last event is " + std::to_string(log.at_most) +
                                 ", but there are events up to " + std::to_string(log.last)));
    if (!log.altered_view.empty()) wrong_end.push_back({"view.altered", log.altered_view, {}});
    std::vector<finding> all;
    if (broken) all.push_back(std::move(*broken));
    all.insert(all.end(), wrong_end.begin(), wrong_end.end());
    std::vector<finding> aside = findings();
    if (head->from_snapshot &&
        !head->lost) {  // the events before it were not read when the ledger was opened
        const auto said = self_->log.said_by_events(head->record.revision());
        if (said->aside)
            aside = open_findings(*said);
        else if (pack_snapshot(*said, {}) != pack_snapshot(*head, {}) &&
                 self_->log.orders_after(head->record.revision()).empty())  // else not the same
            all.push_back(
                {"snapshot.differs",
                 "the snapshot beside the ledger does not say what its events say; delete "
                 "it and open the ledger again",
                 {}});
    }
    for (std::vector<finding> more : {std::move(aside), signatures.broken(head->identity),
                                      std::move(redactions), copies_left(head->record)})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

std::string ledger::state_hash() const { return hex(digest_of(self_->log.head()->record)); }

std::vector<agency_names> ledger::known_agencies() const {
    const std::shared_ptr<const revision_of_ledger> head = self_->log.head();
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
