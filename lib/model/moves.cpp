#include "model/moves.hpp"

#include "mandate/base/error.hpp"
#include "model/access.hpp"
#include "model/agency_life.hpp"
#include "model/apply_task.hpp"
#include "model/delay_causes.hpp"
#include "model/destroyed_words.hpp"
#include "model/handed_over.hpp"
#include "model/pending.hpp"
#include "model/permissions.hpp"
#include "model/rules.hpp"
#include "model/task_facts.hpp"
#include "model/task_rules.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace mandate {
namespace {

using f = field;
using k = command_kind;

std::vector<value> values(const std::vector<std::string>& texts) {
    return {texts.begin(), texts.end()};
}

// Fills in what a command needs. Where an agency is to be named there are several ways: the
// actor's, all that take part in the task, assigned it, are blamed for its delay or took the answer
// over, who goes on for them, and any other, because the host may name any.
class filler {
public:
    filler(const state& s, row_number task, std::string_view actor, civil_day today)
        : s_{s},
          row_{task},
          t_{s.tasks[task]},
          actor_{actor},
          today_{today},
          now_{facts_of(s, t_, last_day, head_view(s))} {}

    std::vector<command> ways_to(k move) const {
        command least;
        least.kind = move;
        least.effective_on = today_;
        std::vector<command> ways{std::move(least)};
        const command_descriptor& d = descriptor_of(move);
        for (const field_use& use : d.fields) {
            const bool deadline = move == k::revise_deadline && use.id == f::deadline;
            const bool words =
                use.id == f::text && is_said_in_words(move) && !is_placeholder(s_, row_);
            if (!use.required && !deadline && !words) continue;
            if (d.creates != entity_kind::none && use.id == d.fields.front().id) continue;
            const std::vector<value> values = values_of(move, use.id);
            std::vector<command> more;
            for (const command& way : ways)
                for (const value& one : values)
                    more.emplace_back(way).values.push_back({use.id, one});
            if (!values.empty()) ways = std::move(more);
        }
        // Of several conditions each may be owed by another, who says of that one alone that it is
        // fulfilled.
        if (move == k::unblock_task)
            for (const auto* b : standing_blocks(t_, head_view(s_))) {
                command one = ways.front();
                one.values.push_back({f::condition, std::string{words_in(b->value.condition)}});
                ways.push_back(std::move(one));
            }
        return ways;
    }

private:
    std::vector<value> values_of(k move, f id) const {
        switch (id) {
            case f::task:
                return {t_.code};
            case f::agency:
                return move == k::fan_out_task ? values(agency_without_instance())
                                               : values(speakers());
            case f::lead:
            case f::addressed_to:
                return values(agencies_there());
            case f::official:
                return {some_official()};
            case f::cause:
                return {std::string{default_causes().front().key}};
            case f::deadline:
                return {std::int64_t{now_.current->day.value_or(today_).since_epoch()}};
            case f::proposed_deadline: {
                const civil_day late = std::max(today_, now_.current->day.value_or(today_));
                return {std::int64_t{std::min(late + 1, last_day).since_epoch()}};
            }
            case f::period:
                return {move == k::repeat_task ? free_period()
                                               : to_text(period::of(period_kind::quarter, today_))};
            case f::expected:
                return {move == k::issue_document ? awaited_document() : new_document()};
            case f::condition:
                return {new_condition()};
            case f::document:
            case f::after:
                return {};  // chosen by the actor
            default:
                break;
        }
        const field_descriptor& d = descriptor_of(id);
        if (d.type == value_type::choice) return {std::int64_t{d.choices.front().number}};
        if (d.type == value_type::integer) return {d.low};
        return {std::string{"x"}};
    }

    bool is_there(row_number agency) const {
        const agency_record& a = s_.agencies[agency];
        const view now{today_, s_.revision()};
        return a.stated.at(now) != nullptr && !end_of(a, now);
    }
    // Two, so that one is left for who cannot name itself.
    std::vector<std::string> agencies_there() const {
        std::vector<std::string> all;
        for (row_number a = 0; a < s_.agencies.size() && all.size() < 2; ++a)
            if (is_there(a)) all.push_back(s_.agencies[a].code);
        return all;
    }
    // Who is charged is for the actor to choose; one must be in the ledger.
    std::string some_official() const {
        for (row_number o = 0; o < s_.officials.size(); ++o)
            if (s_.officials[o].stated.at(head_view(s_)) != nullptr) return s_.officials[o].code;
        return "x";
    }
    std::vector<std::string> agency_without_instance() const {
        for (row_number a = 0; a < s_.agencies.size(); ++a)
            if (is_there(a) &&
                !s_.find(entity_kind::task, instance_code(t_.code, s_.agencies[a].code)))
                return {s_.agencies[a].code};
        return agencies_there();
    }
    std::vector<std::string> speakers() const {
        std::vector<std::string> all;
        const auto add = [&](std::string_view code) {
            if (std::find(all.begin(), all.end(), code) == all.end()) all.emplace_back(code);
        };
        // An agency, and who goes on for it.
        const auto add_all = [&](row_number one) {
            if (one == no_row) return;
            add(s_.agencies[one].code);
            for (const row_number other : successors_of(s_, one, {today_, s_.revision()}))
                add(s_.agencies[other].code);
        };
        for (const row_number one : agencies_of_actor(s_, actor_, today_)) add_all(one);
        const view today{today_, s_.revision()};
        if (const auto* held = t_.held.at(today))
            for (const row_number one : held->value.leads) add_all(one);
        for (const row_number one : t_.coordinating(today)) add_all(one);
        for (const row_number one : *now_.leads) add_all(one);
        for (const row_number one : *now_.coordinating) add_all(one);
        t_.life().explanations.each(head_view(s_), [&](const auto& e) {
            for (const row_number one : answerers_of(s_, t_, e, head_view(s_))) add_all(one);
        });
        add_all(now_.stated->value.assigner);
        for (const std::string& one : agencies_there()) add(one);
        return all;
    }
    // Behind those that have an instance.
    std::string free_period() const {
        civil_day day = today_;
        t_.life().fan_outs.each(head_view(s_), [&](const auto& made) {
            for (const row_number instance : made.value.instances)
                if (const auto* told = s_.tasks[instance].stated.at(head_view(s_)))
                    if (const auto& span = told->value.more().instance_of_period)
                        day = std::max(day, std::min(span->last() + 1, last_day));
        });
        const auto kind = period_of(now_.stated->value.more().recurs);
        return to_text(period::of(kind.value_or(period_kind::month), day));
    }
    std::string new_document() const {
        std::string key = "x";
        while (is_expected(key)) key += 'x';
        return key;
    }
    std::string new_condition() const {
        std::string text = "x";
        const auto blocks = standing_blocks(t_, head_view(s_));
        while (std::any_of(blocks.begin(), blocks.end(),
                           [&](const auto* b) { return b->value.condition == text; }))
            text += 'x';
        return text;
    }
    bool is_expected(std::string_view key) const {
        bool found = false;
        t_.life().expected.each(head_view(s_), [&](const auto& e) { found |= e.value.key == key; });
        return found;
    }
    std::string awaited_document() const {
        std::string found = "x";
        t_.life().expected.each(head_view(s_), [&](const auto& e) {
            if (issued_as(t_, e.value.key, head_view(s_)) == nullptr) found = e.value.key;
        });
        return found;
    }

    const state& s_;
    row_number row_;
    const task_record& t_;
    std::string_view actor_;
    civil_day today_;
    task_facts now_;
};

std::string rule_of(const error& e) {
    for (const auto& [key, content] : e.facts())
        if (key == "rule") return content;
    return std::string{name_of(e.code())};
}

// Without the name of the command in front.
std::string reason_of(const error& e, k move) {
    std::string_view text = e.what();
    const std::string name = std::string{descriptor_of(move).name} + ": ";
    if (text.starts_with(name)) text.remove_prefix(name.size());
    return std::string{text};
}

}  // namespace

std::optional<refused_move> refusal_of(const state& s, row_number task, command_kind move,
                                       std::string_view actor, civil_day today) {
    std::optional<refused_move> first;
    for (const command& way : filler{s, task, actor, today}.ways_to(move)) try {
            judge(s, way, today, actor);
            return std::nullopt;
        } catch (const error& e) {
            if (!first) first = {rule_of(e), reason_of(e, move), e.facts()};
        }
    return first;
}

}  // namespace mandate
