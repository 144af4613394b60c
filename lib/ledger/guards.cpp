#include "ledger/guards.hpp"

#include "mandate/graph/task_network.hpp"
#include "model/agency_life.hpp"
#include "model/apply.hpp"
#include "model/apply_task.hpp"
#include "model/document_oddities.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace mandate {
namespace {

using f = field;

// Those of the state, without the links that the batch makes or corrects.
std::vector<dependency> dependencies_of(const state& s, const std::set<std::string_view>& without) {
    std::vector<dependency> all;
    const view head = head_view(s);
    for (std::size_t i = 0; i < s.links.size(); ++i) {
        const auto* link = s.links[i].stated.at(head);
        if (link != nullptr && !without.contains(s.links[i].code))
            all.push_back({link->value.after, link->value.task});
    }
    return all;
}

// "T1 -L1-> T2 -L2-> T1": the tasks of `way` in order, each with a link to the next.
error cycle_error(const state& s, const std::string& closing, std::vector<std::uint32_t> way) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> names;
    const view head = head_view(s);
    for (std::size_t i = 0; i < s.links.size(); ++i)
        if (const auto* link = s.links[i].stated.at(head))
            names.try_emplace({link->value.after, link->value.task}, s.links[i].code);
    way.push_back(way.front());
    std::vector<fact> facts{{"rule", "no_cycle"}};
    std::string text = s.tasks[way.front()].code;
    for (std::size_t i = 0; i + 1 < way.size(); ++i) {
        const std::string& link = names[{way[i], way[i + 1]}];
        text += " -" + link + "-> " + s.tasks[way[i + 1]].code;
        facts.emplace_back("task", s.tasks[way[i]].code);
        facts.emplace_back("link", link);
    }
    return {errc::cycle, "link_tasks: link " + closing + " closes a cycle: " + text,
            std::move(facts)};
}

bool is_fan_out(command_kind kind) {
    return kind == command_kind::fan_out_task || kind == command_kind::repeat_task;
}

std::string name_of_command(const command& c) { return std::string{descriptor_of(c.kind).name}; }

// The codes of what an event made: one thing, or the instances of a task.
std::vector<std::string> codes_made(const state& s, const event_record& old, seq_number seq) {
    if (!is_fan_out(old.kind)) return {code_of(s, descriptor_of(old.kind).creates, old.subject)};
    std::vector<std::string> all;
    for (const auto& made : s.tasks[old.subject].life().fan_outs.all())
        if (made.seq == seq)
            for (const row_number row : made.value.instances) all.push_back(s.tasks[row].code);
    return all;
}

}  // namespace

std::optional<closed_cycle> find_cycle(const state& before, const state& after,
                                       std::span<const command> batch) {
    const auto row = [&](const command& c, f id) {
        return *after.find(entity_kind::task, *c.text(id));
    };
    std::vector<std::size_t> commands;  // of the new ones
    std::set<std::string_view> codes;
    for (std::size_t i = 0; i < batch.size(); ++i)
        if (batch[i].kind == command_kind::link_tasks) {
            commands.push_back(i);
            codes.insert(*batch[i].text(f::link));
        }
    if (commands.empty()) return std::nullopt;
    std::vector<dependency> all = dependencies_of(before, codes);
    const std::size_t old = all.size();
    for (const std::size_t i : commands)
        all.push_back({row(batch[i], f::after), row(batch[i], f::task)});
    const auto cyclic = [&](std::size_t fresh) {
        return task_network{after.tasks.size(), std::span{all}.first(old + fresh)}.has_cycle();
    };
    if (!cyclic(commands.size())) return std::nullopt;
    std::size_t good = 0, bad = commands.size();  // how many new ones
    while (bad - good > 1) {
        const std::size_t middle = (good + bad) / 2;
        (cyclic(middle) ? bad : good) = middle;
    }
    const dependency closing = all[old + good];
    const command& c = batch[commands[good]];
    return closed_cycle{
        commands[good],
        cycle_error(after, std::string{*c.text(f::link)},
                    task_network{after.tasks.size(), std::span{all}.first(old + good)}.shortest_way(
                        closing.after, closing.before))};
}

void guard_against_orphans(const state& s, const command& c, const mentions& of) {
    const bool corrects_fan_out = c.corrects != 0 && is_fan_out(c.kind);
    if (c.kind != command_kind::void_event && !corrects_fan_out) return;
    const event_record& old = s.events[static_cast<std::size_t>(c.corrects - 1)];
    const entity_kind made =
        is_fan_out(old.kind) ? entity_kind::task : descriptor_of(old.kind).creates;
    if (made == entity_kind::none) return;
    std::string others, stands_on;
    const std::vector<std::string> kept = instance_codes(c);  // none for a withdrawal
    for (const std::string& code : codes_made(s, old, static_cast<seq_number>(c.corrects))) {
        if (std::find(kept.begin(), kept.end(), code) != kept.end()) continue;
        for (const std::int64_t seq : of(made, code))
            if (seq != c.corrects &&
                s.events[static_cast<std::size_t>(seq - 1)].corrected_by == 0) {
                others += (others.empty() ? "" : ", ") + std::to_string(seq);
                if (stands_on.empty()) stands_on = code;
            }
    }
    if (others.empty()) return;
    throw error{errc::refused,
                name_of_command(c) + ": event " + std::to_string(c.corrects) +
                    " cannot be withdrawn: events " + others + " stand on " +
                    std::string{name_of(made)} + " " + stands_on,
                {{"rule", "others_stand_on_it"}, {"events", others}}};
}

void find_oddities(const state& after, const command& c, std::vector<finding>& findings) {
    find_document_oddities(after, c, findings);
    if (c.kind != command_kind::assign_task && c.kind != command_kind::reassign_task) return;
    const auto due = c.day(f::deadline);
    if (due && *due < *c.effective_on)
        findings.push_back({"task.due_before_assignment",
                            "task " + std::string{*c.text(f::task)} + " is due on " +
                                to_text(*due) + ", before it is assigned on " +
                                to_text(*c.effective_on),
                            {{"task", std::string{*c.text(f::task)}}}});
    for (const std::string_view lead : c.texts(f::lead)) {
        const agency_record& a = after.agencies[*after.find(entity_kind::agency, lead)];
        if (const auto ended = end_of(a, {*c.effective_on, after.revision()}))
            findings.push_back({"agency.ended",
                                "task " + std::string{*c.text(f::task)} + " is led by agency " +
                                    a.code + ", which ended on " + to_text(ended->on),
                                {{"task", std::string{*c.text(f::task)}}, {"agency", a.code}}});
    }
}

}  // namespace mandate
