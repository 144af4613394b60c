#include "base/quote.hpp"
#include "base/with_rule.hpp"
#include "model/access.hpp"
#include "model/apply.hpp"
#include "model/apply_task.hpp"
#include "model/permissions.hpp"
#include "model/record_rules.hpp"
#include "model/refusal.hpp"
#include "model/rules.hpp"
#include "model/short_fact.hpp"

#include <vector>

namespace mandate {
namespace {

using f = field;
using k = command_kind;

void judge_rank(const state& s, const command& c) {
    for (row_number other = 0; other < s.access_classes.size(); ++other)
        if (s.access_classes[other].code != *c.text(f::access_class) &&
            rank_of(s, other) == *c.integer(f::rank))
            refuse(c, "ranks_in_order",
                   "rank " + std::to_string(*c.integer(f::rank)) + " is that of access_class " +
                       s.access_classes[other].code);
}

// What is in the ledger already may not stand above what it may hold.
void judge_highest(const state& s, const command& c, row_number highest) {
    const int rank = rank_of(s, highest);
    bool above = false;
    for (row_number other = 0; other < s.access_classes.size(); ++other)
        if (rank_of(s, other) > rank)
            s.access_classes[other].marks.each(head_view(s), [&](const auto& m) {
                above |= !m.value.placeholder &&
                         statement_seq(s, m.value.kind, m.value.row, head_view(s)) == m.seq;
            });
    if (above) refuse(c, "holds_no_higher", "the ledger holds something of a higher class");
}

// The placeholder that the command speaks of: itself, or through what hangs on it; no_row: none.
row_number placeholder_among(const state& s, const command& c) {
    const view head = head_view(s);
    const auto found = [&](entity_kind kind, f id) {
        const auto code = c.text(id);
        return code ? s.find(kind, *code).value_or(no_row) : no_row;
    };
    std::vector<row_number> tasks;
    const bool makes = descriptor_of(c.kind).creates == entity_kind::task;
    tasks.push_back(found(entity_kind::task, makes ? f::parent_task : f::task));
    if (c.kind == k::link_tasks) tasks.push_back(found(entity_kind::task, f::after));
    const auto add = [&](const auto& rows, row_number row, auto&& put) {
        if (row == no_row) return;
        if (const auto* told = rows[row].stated.at(head)) put(told->value);
    };
    add(s.consultations, found(entity_kind::consultation, f::consultation),
        [&](const auto& told) { tasks.push_back(told.task); });
    add(s.links, found(entity_kind::link, f::link), [&](const auto& told) {
        tasks.push_back(told.task);
        tasks.push_back(told.after);
    });
    add(s.document_reviews, found(entity_kind::document_review, f::document_review),
        [&](const auto& told) { tasks.push_back(told.task); });
    for (const row_number task : tasks)
        if (task != no_row && is_placeholder(s, task)) return task;
    return no_row;
}

// Of a placeholder no words are held: neither its own nor those that others say to it. A reason is
// taken where the command is not complete without; others leave theirs out (is_said_in_words).
void judge_wordless(const state& s, const command& c) {
    if (c.kind == k::record_placeholder) return;
    const row_number task = s.access_classes.size() == 0 ? no_row : placeholder_among(s, c);
    if (task == no_row) {
        if (is_said_in_words(c.kind) && !c.has(f::text))
            need(c, f::text, "text is missing; of a placeholder alone it is left out");
        return;
    }
    for (const field_value& given : c.values) {
        const field_descriptor& named = descriptor_of(given.name);
        if (named.type != value_type::text || given.name == f::cause) continue;
        const field_use* use = descriptor_of(c.kind).use(given.name);
        if (given.name == f::reason && use != nullptr && use->required) continue;
        refuse(c, "placeholder_wordless",
               "task " + s.tasks[task].code + " is a placeholder, of which the ledger holds no " +
                   "words; leave out " + std::string{named.name},
               named.name);
    }
}

void judge_shredding(const state& s, const command& c, const sight* of_actor) {
    const std::int64_t event = *c.integer(f::event);
    const std::string which = "event " + std::to_string(event);
    if (!c.has(f::document) && !c.has(f::ordered_by))
        need(c, f::ordered_by,
             "document or ordered_by is needed: words are destroyed by order only");
    if (!is_event(s, event, of_actor)) refuse(c, "shreds_what", which + " is not in the ledger");
    const event_record& old = s.events[static_cast<std::size_t>(event - 1)];
    if (old.set_aside)
        refuse(c, "shreds_what", which + " is damaged and set aside; withdraw it first");
    if (old.kind == k::shred_event)
        refuse(c, "shreds_what", which + " is itself an order to destroy words");
    if (old.shredded_by != 0)
        refuse(c, "shredded_once",
               "the words of " + which + " were destroyed by event " +
                   std::to_string(old.shredded_by));
    if (c.corrects != 0) refuse(c, "corrects_what", "an order to destroy words corrects nothing");
}

// Whether it fits is for the ledger to tell: it has the hashes.
void judge_signature(const state& s, const command& c, const sight* of_actor) {
    const std::int64_t event = *c.integer(f::event);
    const std::string which = "event " + std::to_string(event);
    if (!is_event(s, event, of_actor)) refuse(c, "signs_what", which + " is not in the ledger");
    if (s.events[static_cast<std::size_t>(event - 1)].set_aside)
        refuse(c, "signs_what", which + " is damaged and set aside");
    if (c.corrects != 0) refuse(c, "corrects_what", "a signature corrects nothing");
}

}  // namespace

bool is_placeholder(const state& s, row_number task) {
    const view head = head_view(s);
    for (;;) {
        const auto* told = s.tasks[task].stated.at(head);
        if (told == nullptr) return false;
        if (s.events[told->seq - 1].kind == k::record_placeholder) return true;
        if (!told->value.instance) return false;
        task = told->value.parent;
    }
}

namespace {

// A correction that leaves the class out would open to all what only some may see.
void judge_class_kept(const state& s, const command& c) {
    if (c.corrects <= 0 || descriptor_of(c.kind).creates == entity_kind::none ||
        c.has(f::access_class) || s.access_classes.size() == 0)
        return;
    const event_record& old = s.events[stated_before(s, static_cast<seq_number>(c.corrects)) - 1];
    if (old.subject == no_row) return;
    const row_number stands_in = class_in_force(s, subject_kind(old.kind), old.subject);
    if (stands_in != no_row)
        refuse(c, "class_kept",
               "what is corrected stands in access_class " + s.access_classes[stands_in].code +
                   "; the correction names its class");
}

// The class in which a new thing would stand: the one named, or that of what it hangs on (sight).
row_number class_of_new(const state& s, const command& c) {
    if (const auto code = c.text(f::access_class)) return *s.find(entity_kind::access_class, *code);
    const auto of = [&](f id) {
        const auto code = c.text(id);
        if (!code) return no_row;
        const entity_kind kind = descriptor_of(id).entity;
        return class_in_force(s, kind, *s.find(kind, *code));
    };
    switch (c.kind) {
        case k::conclude:
            return of(f::meeting);
        case k::add_clause:
        case k::schedule_document_review:
            return of(f::document);
        case k::link_tasks:
            if (const row_number found = of(f::after); found != no_row) return found;
            [[fallthrough]];
        case k::consult:
        case k::fan_out_task:
        case k::repeat_task:
            return of(f::task);
        default:
            return no_row;
    }
}

// A code that two classes reserve would be refused to who may see one of them, and by its form told
// to be of both.
void judge_prefix_apart(const state& s, const command& c, std::string_view prefix) {
    for (row_number one = 0; one < s.access_classes.size(); ++one) {
        const auto& other = s.access_classes[one];
        const auto* told = other.stated.at(head_view(s));
        if (told == nullptr || told->value.code_prefix.empty() ||
            other.code == *c.text(f::access_class))
            continue;
        const std::string_view its = told->value.code_prefix;
        if (prefix.starts_with(its) || its.starts_with(prefix))
            refuse(c, "prefixes_apart",
                   "code_prefix " + std::string{prefix} + " and that of access_class " +
                       other.code + ", " + std::string{its} + ", begin the same codes",
                   "code_prefix");
    }
}

// Codes are unique, so whoever chooses one learns whether it is taken. Those of a class that
// reserves a prefix are therefore told from the others by their form, and not by what there is.
void judge_code_of_class(const state& s, const command& c) {
    if (c.kind == k::add_access_class && c.has(f::code_prefix)) {
        const std::string_view prefix = *c.text(f::code_prefix);
        if (prefix.size() > 50 || prefix.find(' ') != std::string_view::npos)
            out_of_range(c, f::code_prefix, "begins no code: at most 50 bytes without blanks");
        judge_prefix_apart(s, c, prefix);
    }
    if (s.access_classes.size() == 0 || c.kind == k::add_access_class) return;
    std::vector<std::string> made = instance_codes(c);
    std::erase_if(made, [&](const std::string& code) { return s.find(entity_kind::task, code); });
    if (const auto code = c.text(descriptor_of(c.kind).fields.front().id);
        code && c.corrects == 0 && descriptor_of(c.kind).creates != entity_kind::none)
        made.emplace_back(*code);
    if (made.empty()) return;
    const row_number access = class_of_new(s, c);
    if (access == no_row) return;
    const auto* told = s.access_classes[access].stated.at(head_view(s));
    if (told == nullptr || made.front().starts_with(told->value.code_prefix)) return;
    refuse(c, "code_of_class",
           "the codes of access_class " + s.access_classes[access].code + " begin with " +
               told->value.code_prefix);
}

}  // namespace

void judge_access(const state& s, const command& c, const sight* of_actor) {
    judge_class_kept(s, c);
    judge_wordless(s, c);
    judge_code_of_class(s, c);
    switch (c.kind) {
        case k::add_access_class:
            judge_rank(s, c);
            break;
        case k::set_highest_class:
            judge_highest(s, c, *s.find(entity_kind::access_class, *c.text(f::access_class)));
            break;
        case k::shred_event:
            judge_shredding(s, c, of_actor);
            break;
        case k::sign_event:
            judge_signature(s, c, of_actor);
            break;
        default:
            break;
    }
}

void judge_classes_in_place(const state& s, const command& c) {
    for (row_number one = 0; one < s.access_classes.size(); ++one)
        for (row_number other = 0; other < one; ++other)
            if (rank_of(s, one) != 0 && rank_of(s, one) == rank_of(s, other))
                refuse(c, "ranks_in_order",
                       "access_class " + s.access_classes[other].code + " and access_class " +
                           s.access_classes[one].code + " would have the same rank");
    judge_highest(s, c, highest_class(s));
}

void judge_class(const state& s, const command& c) {
    if (c.kind == k::add_access_class || c.kind == k::record_placeholder) return;
    if (c.kind == k::set_highest_class || c.kind == k::grant_access || c.kind == k::revoke_access ||
        c.kind == k::set_attribute)  // they speak of the class itself
        return;
    const command_descriptor* known = find_command(static_cast<std::int32_t>(c.kind));
    if (known == nullptr) return;  // its form is refused
    const std::string name{known->name};
    for (const field_value& given : c.values) {
        if (given.name != f::access_class) continue;
        std::vector<fact> facts{{"command_name", name}, {"field", "access_class"}};
        const auto* code = std::get_if<std::string>(&given.content);
        if (code == nullptr)
            throw with_rule(
                error{errc::malformed, name + ": access_class is text, not a number", facts});
        const auto found = s.find(entity_kind::access_class, *code);
        const int rank = found ? rank_of(s, *found) : 0;
        if (rank == 0) {
            for (fact& one : short_fact("value", *code)) facts.push_back(std::move(one));
            facts.emplace_back("rule", "unknown_reference");
            throw error{errc::unknown_reference,
                        name + ": access_class " + in_quotes(*code) + " is not in the ledger",
                        facts};
        }
        const row_number highest = highest_class(s);
        if (rank <= rank_of(s, highest)) continue;
        facts.emplace_back("rule", "highest_class");
        facts.emplace_back("access_class", *code);
        throw error{errc::refused,
                    name + ": this ledger holds nothing of access_class " + *code +
                        (highest == no_row ? std::string{}
                                           : "; its highest is " + s.access_classes[highest].code) +
                        ". record_placeholder records a task without its words",
                    facts};
    }
}

}  // namespace mandate
