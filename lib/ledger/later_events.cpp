// A rule compares a command with what stands in the record, and a correction with what stands
// besides what it corrects. So an event is judged again as a correction of itself that changes
// nothing: no rule is written twice, and none is forgotten.
#include "ledger/later_events.hpp"

#include "ledger/unstated_day.hpp"
#include "mandate/model/descriptor.hpp"
#include "model/agency_life.hpp"
#include "model/apply.hpp"
#include "model/handed_over.hpp"
#include "model/rules.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace mandate {
namespace {

using k = command_kind;
using f = field;

bool ends_agency(k kind) {
    return kind == k::merge_agency || kind == k::split_agency || kind == k::dissolve_agency;
}

// Calls take(attribute) for each list of versions that the thing has.
template <class Take>
void each_attribute(const state& s, entity_kind kind, row_number row, Take&& take) {
    with_rows(s, kind, [&](const auto& rows) {
        if (row >= rows.size()) return;
        auto record = rows[row];  // shares what it holds
        record.attributes([&](const auto& attribute) { take(attribute); });
    });
}

// In what is said of these no order is kept, or the record of the ledger itself is one long list.
bool has_order(entity_kind kind) {
    return kind != entity_kind::none && kind != entity_kind::policy &&
           kind != entity_kind::attribute && kind != entity_kind::indicator;
}

bool is_late(const state& s, const command& c) {
    const entity_kind kind = subject_kind(c.kind);
    if (!has_order(kind) || descriptor_of(c.kind).creates != entity_kind::none) return false;
    // Of the moves on a task others stand on who had it, when it was due, what it waited for,
    // whether a request waited and whether it was done.
    if (kind == entity_kind::task && c.kind != k::reassign_task && c.kind != k::revise_deadline &&
        c.kind != k::unblock_task && c.kind != k::request_extension && c.kind != k::verify_result)
        return false;
    const auto code = c.text(descriptor_of(c.kind).fields.front().id);
    const auto row = code ? s.find(kind, *code) : std::nullopt;
    bool found = false;
    if (row)
        each_attribute(s, kind, *row, [&](const auto& attribute) {
            const auto* last = attribute.at(head_view(s));
            found |= last != nullptr && *c.effective_on < last->effective_on;
        });
    return found;
}

// Calls take(seq) for each event that closed a review by the word of who chaired this meeting, or
// of the posts that this person, or somebody, held.
template <class Take>
void each_closing_by(const state& s, entity_kind kind, row_number row, Take&& take) {
    const view head = head_view(s);
    for (row_number r = 0; r < s.reviews.size(); ++r) {
        const auto* told = s.reviews[r].stated.at(head);
        const auto* closed = s.reviews[r].closed.at(head);
        if (told == nullptr || closed == nullptr || closed->value.official == no_row) continue;
        if ((kind == entity_kind::meeting && told->value.meeting == row) ||
            (kind == entity_kind::official && closed->value.official == row) ||
            kind == entity_kind::post)
            take(closed->seq);
    }
}

// Another chair, or a leaving, that is entered when a review is closed already.
bool may_unseat(const state& s, const command& c) {
    if (c.kind != k::attend_meeting && c.kind != k::leave_post) return false;
    const entity_kind kind = subject_kind(c.kind);
    const auto row = s.find(kind, *c.text(descriptor_of(c.kind).fields.front().id));
    bool found = false;
    if (row) each_closing_by(s, kind, *row, [&](seq_number) { found = true; });
    return found;
}

// What a command says but for its words.
std::vector<std::pair<f, value>> without_words(const command& c) {
    std::vector<std::pair<f, value>> all;
    for (const field_value& v : c.values)
        if (descriptor_of(v.name).type != value_type::text) all.emplace_back(v.name, v.content);
    std::sort(all.begin(), all.end());
    return all;
}

// Whether what stands on the thing may fit no longer. Of a task others look at its day alone; its
// own moves are in its record.
bool moves_thing(const command& old, const command& now) {
    if (old.effective_on != now.effective_on) return true;
    return descriptor_of(now.kind).creates != entity_kind::task &&
           without_words(old) != without_words(now);
}

// As a correction of itself. Words that were destroyed decide nothing.
command as_its_own_correction(command said, std::int64_t seq) {
    said.corrects = seq;
    for (const field_use& use : descriptor_of(said.kind).fields)
        if (use.required && descriptor_of(use.id).type == value_type::text && !said.has(use.id))
            said.values.push_back({use.id, std::string{"x"}});
    return said;
}

std::optional<error> misfit_of(const state& s, const command& again) {
    try {
        judge_again(s, again);
    } catch (const error& e) {
        return e;
    }
    return std::nullopt;
}

const event_record& event_of(const state& s, std::int64_t seq) {
    return s.events[static_cast<std::size_t>(seq - 1)];
}

// Whether it counts. Estimates that are left behind are a finding (decision 54).
bool stands_in(const state& s, std::int64_t seq) {
    const event_record& e = event_of(s, seq);
    return e.corrected_by == 0 && !e.set_aside && e.kind != k::void_event &&
           e.kind != k::shred_event && e.kind != k::sign_event && e.kind != k::schedule_task;
}

class guard {
public:
    guard(const state& before, const state& after) : before_{before}, after_{after} {}

    void judge_records_of(entity_kind kind, row_number row, const log_reader& log) {
        if (!has_order(kind)) return;
        std::set<seq_number> events;
        each_attribute(after_, kind, row, [&](const auto& attribute) {
            attribute.each(head_view(after_), [&](const auto& v) { events.insert(v.seq); });
        });
        for (const seq_number seq : events)
            if (stands(seq)) take(seq, log.said_by(seq));
    }
    void judge_all_naming(entity_kind kind, const std::vector<std::string>& codes,
                          const log_reader& log) {
        log.naming(kind, codes, [&](std::int64_t seq, const std::string&, const command& said) {
            if (stands(seq)) take(seq, said);
        });
    }
    // Who holds a post names the post, and not the agency that it is one of. Outside the life of
    // that agency alone could none be taken up.
    void judge_holdings_in(row_number agency, const log_reader& log) {
        const view head = head_view(after_);
        const agency_record& a = after_.agencies[agency];
        const auto* told = a.stated.at(head);
        for (row_number o = 0; o < after_.officials.size(); ++o)
            after_.officials[o].holds.each(head, [&](const auto& held) {
                const auto* post = after_.posts[held.value.post].stated.at(head);
                if (post == nullptr || post->value.agency != agency || !stands(held.seq)) return;
                const civil_day on = held.effective_on;
                if (told == nullptr || on < told->effective_on || end_of(a, {on, head.known}))
                    take(held.seq, log.said_by(held.seq));
            });
    }
    void judge_closings_by(entity_kind kind, row_number row, const log_reader& log) {
        each_closing_by(after_, kind, row, [&](seq_number seq) {
            if (stands(seq)) take(seq, log.said_by(seq));
        });
    }
    // The events that name the cause by its key: explanations, what the Office found, waivers.
    void judge_all_with_cause(const std::string& key, const log_reader& log) {
        const view head = head_view(after_);
        for (row_number t = 0; t < after_.tasks.size(); ++t) {
            const auto& life = after_.tasks[t].life();
            const auto look = [&](const auto& said) {
                said.each(head, [&](const auto& v) {
                    if (v.value.cause == key && stands(v.seq)) take(v.seq, log.said_by(v.seq));
                });
            };
            look(life.explanations), look(life.found_causes), look(life.waivers);
        }
    }
    // What was issued by these, perhaps as what alone goes on for whom it was expected from.
    void judge_issued_by(const std::vector<std::string>& codes, const log_reader& log) {
        const view head = head_view(after_);
        for (row_number t = 0; t < after_.tasks.size(); ++t)
            after_.tasks[t].life().issued.each(head, [&](const auto& i) {
                const auto* told = after_.documents[i.value.document].stated.at(head);
                if (told != nullptr && told->value.issuer != no_row && stands(i.seq) &&
                    std::count(codes.begin(), codes.end(),
                               after_.agencies[told->value.issuer].code) > 0)
                    take(i.seq, log.said_by(i.seq));
            });
    }
    // What was handed over of the thing, by whomever: who had it may have been another.
    void judge_handed_over(entity_kind kind, row_number row, const log_reader& log) {
        for (row_number a = 0; a < after_.agencies.size(); ++a)
            after_.agencies[a].handed.each(head_view(after_), [&](const auto& h) {
                if (thing_handed(h.value) == std::pair{kind, row} && stands(h.seq))
                    take(h.seq, log.said_by(h.seq));
            });
    }
    std::vector<misfit> found() && { return std::move(found_); }

private:
    bool stands(std::int64_t seq) const {
        return seq < std::int64_t{after_.revision()} && stands_in(after_, seq);
    }
    void take(std::int64_t seq, const command& said) {
        if (std::any_of(found_.begin(), found_.end(),
                        [&](const misfit& one) { return one.event == seq; }))
            return;
        const command again = as_its_own_correction(said, seq);
        const bool of_its_own_day = is_of_its_own_day(before_, again);
        command now = again;
        if (of_its_own_day) now.effective_on = own_day_of(after_, again, last_day);
        if (misfit_of(after_, now) && !misfit_of(before_, again))
            found_.push_back({seq, of_its_own_day});
    }

    const state& before_;
    const state& after_;
    std::vector<misfit> found_;
};

}  // namespace

bool is_stood_on(const state& before, const command& c) {
    return c.corrects != 0 || c.kind == k::send_review || ends_agency(c.kind) ||
           is_late(before, c) || may_unseat(before, c);
}

std::vector<misfit> find_misfits(const state& before, const state& after, const command& c,
                                 const log_reader& log) {
    guard all{before, after};
    std::optional<command> old;  // nothing is known of what is set aside
    const event_record* about = &after.events[after.revision() - 1];
    if (c.corrects != 0) {
        const seq_number seq = stated_before(before, static_cast<seq_number>(c.corrects));
        if (const event_record& e = before.events[seq - 1]; !e.set_aside) {
            about = &e;
            old = log.said_by(seq);
        }
    }
    const entity_kind kind = subject_kind(about->kind);
    if (about->subject == no_row) return {};
    if (about->kind != k::hand_over)  // on which only that of the same thing stands
        all.judge_records_of(kind, about->subject, log);
    all.judge_closings_by(kind, about->subject, log);
    if (c.corrects != 0 || c.kind == k::send_review)
        all.judge_handed_over(kind, about->subject, log);
    if (about->kind == k::add_cause && old)
        all.judge_all_with_cause(std::string{*old->text(f::cause)}, log);
    std::vector<const command*> both{&c};
    if (old) both.push_back(&*old);
    if (about->kind == k::hand_over)
        for (const command* one : both)
            for (const f named : {f::recommendation, f::consultation, f::document_review, f::task,
                                  f::blamed_in, f::indicator, f::conclusion, f::review, f::item})
                if (const auto code = one->text(named)) {
                    const entity_kind of = descriptor_of(named).entity;
                    const row_number row = *after.find(of, *code);
                    all.judge_records_of(of, row, log);
                    all.judge_handed_over(of, row, log);
                }
    if (ends_agency(about->kind)) {
        std::vector<std::string> codes{code_of(after, kind, about->subject)};
        if (c.corrects != 0)  // those that went on for it may go on no more
            for (const command* one : both)
                for (const std::string_view into : one->texts(f::into)) codes.emplace_back(into);
        all.judge_all_naming(kind, codes, log);
        all.judge_holdings_in(about->subject, log);
        if (c.corrects != 0) all.judge_issued_by(codes, log);
    } else if (c.kind != k::void_event && c.corrects != 0 &&  // guard_against_orphans
               descriptor_of(about->kind).creates != entity_kind::none &&
               (!old || moves_thing(*old, c))) {
        all.judge_all_naming(kind, {code_of(after, kind, about->subject)}, log);
        if (kind == entity_kind::agency) all.judge_holdings_in(about->subject, log);
    }
    return std::move(all).found();
}

void refuse_misfits(const state& s, const command& c, std::vector<misfit> found,
                    const log_reader& log) {
    std::sort(found.begin(), found.end(), [&](const misfit& one, const misfit& other) {
        const event_record &a = event_of(s, one.event), &b = event_of(s, other.event);
        return std::pair{a.effective_on, a.place} < std::pair{b.effective_on, b.place};
    });
    for (const auto& [seq, of_its_own_day] : found) {
        if (!stands_in(s, seq)) continue;
        command again = as_its_own_correction(log.said_by(seq), seq);
        if (of_its_own_day) again.effective_on = own_day_of(s, again, last_day);
        const std::optional<error> wrong = misfit_of(s, again);
        if (!wrong) continue;
        const event_record& e = event_of(s, seq);
        const std::string name{descriptor_of(c.kind).name}, number = std::to_string(seq);
        std::vector<fact> facts{{"rule", "others_stand_on_it"},
                                {"command_name", name},
                                {"field", c.corrects != 0 ? "corrects" : "effective_on"},
                                {"events", number}};
        if (const entity_kind kind = subject_kind(e.kind); has_order(kind))
            facts.emplace_back(std::string{name_of(kind)}, code_of(s, kind, e.subject));
        for (const auto& [key, content] : wrong->facts())
            if (key == "rule")
                facts.emplace_back("broken_rule", content);
            else if (key != "command_name" && key != "field")
                facts.emplace_back(key, content);
        throw error{errc::refused,
                    name + ": event " + number + " would no longer fit: " + wrong->what(),
                    std::move(facts)};
    }
}

}  // namespace mandate
