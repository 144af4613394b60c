#include "ledger/guards.hpp"

#include "mandate/graph/cycles.hpp"
#include "mandate/graph/task_network.hpp"
#include "model/agency_life.hpp"
#include "model/apply.hpp"
#include "model/apply_task.hpp"
#include "model/document_oddities.hpp"

#include <algorithm>
#include <map>

namespace mandate {
namespace {

using f = field;

struct closing_link {
    seq_number seq;  ///< of the event that stated it
    row_number row;
    dependency tasks;
};

// Those that count at the head, in the order in which they were recorded.
std::vector<closing_link> links_of(const state& s) {
    std::vector<closing_link> all;
    const view head = head_view(s);
    for (row_number i = 0; i < s.links.size(); ++i)
        if (const auto* link = s.links[i].stated.at(head))
            all.push_back({link->seq, i, {link->value.after, link->value.task}});
    std::sort(all.begin(), all.end(),
              [](const closing_link& a, const closing_link& b) { return a.seq < b.seq; });
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

// Links of imported history may have closed cycles, which nobody can be blamed for now: those
// inside such a knot are looked past, or every later link would be refused.
std::vector<closing_link> without_old_knots(const state& s, std::vector<closing_link> links,
                                            seq_number before) {
    std::vector<dependency> old;
    for (const closing_link& l : links)
        if (l.seq <= before) old.push_back(l.tasks);
    if (!task_network{s.tasks.size(), old}.has_cycle()) return links;
    const std::vector<std::uint32_t> knot = strong_components(s.tasks.size(), old);
    std::erase_if(links, [&](const closing_link& l) {
        return l.seq <= before && knot[l.tasks.before] == knot[l.tasks.after];
    });
    return links;
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

// Judged on what counts after the whole batch: a batch may withdraw one link and make the opposite
// one. The links from before it close no cycle, so one of the new ones does; the first such is
// found by halving.
std::optional<closed_cycle> find_cycle(const state& after, seq_number before,
                                       std::span<const command> batch) {
    if (std::none_of(batch.begin(), batch.end(),
                     [](const command& c) { return c.kind == command_kind::link_tasks; }))
        return std::nullopt;
    std::vector<closing_link> links = links_of(after);
    std::vector<dependency> all;
    for (const closing_link& l : links) all.push_back(l.tasks);
    if (task_network{after.tasks.size(), all}.has_cycle()) {
        links = without_old_knots(after, std::move(links), before);
        all.clear();
        for (const closing_link& l : links) all.push_back(l.tasks);
    }
    const auto network = [&](std::size_t first) {
        return task_network{after.tasks.size(), std::span{all}.first(first)};
    };
    if (!network(all.size()).has_cycle()) return std::nullopt;
    std::size_t good = static_cast<std::size_t>(std::count_if(
        links.begin(), links.end(), [&](const closing_link& l) { return l.seq <= before; }));
    std::size_t bad = all.size();  // how many links close a cycle
    while (bad - good > 1) {
        const std::size_t middle = (good + bad) / 2;
        (network(middle).has_cycle() ? bad : good) = middle;
    }
    const closing_link& closing = links[good];
    return closed_cycle{
        closing.seq - before - 1,  // each command makes one event
        cycle_error(after, after.links[closing.row].code,
                    network(good).shortest_way(closing.tasks.after, closing.tasks.before))};
}

void report_cycles(const state& s, std::vector<finding>& findings) {
    const std::vector<closing_link> links = links_of(s);
    std::vector<dependency> all;
    for (const closing_link& l : links) all.push_back(l.tasks);
    for (const knot& k : find_knots(s.tasks.size(), all)) {
        std::vector<fact> facts;
        std::string text;
        for (std::size_t i = 0; i < k.shortest.tasks.size(); ++i) {
            const std::string& task = s.tasks[k.shortest.tasks[i]].code;
            const std::string& link = s.links[links[k.shortest.links[i]].row].code;
            text += task + " -" + link + "-> ";
            facts.emplace_back("task", task);
            facts.emplace_back("link", link);
        }
        findings.push_back({"network.cycle",
                            std::to_string(k.tasks.size()) + " tasks wait for each other: " + text +
                                s.tasks[k.shortest.tasks.front()].code,
                            std::move(facts)});
    }
}

void guard_against_orphans(const state& s, const command& c, const mentions& of) {
    const bool corrects_fan_out = c.corrects != 0 && is_fan_out(c.kind);
    if (c.kind != command_kind::void_event && !corrects_fan_out) return;
    const event_record& old = s.events[static_cast<std::size_t>(c.corrects - 1)];
    if (old.set_aside) return;  // it made nothing
    const entity_kind made =
        is_fan_out(old.kind) ? entity_kind::task : descriptor_of(old.kind).creates;
    if (made == entity_kind::none) return;
    std::string others, stands_on;
    const std::vector<std::string> kept = instance_codes(c);  // none for a withdrawal
    std::vector<std::string> gone = codes_made(s, old, static_cast<seq_number>(c.corrects));
    std::erase_if(gone, [&](const std::string& code) {
        return std::find(kept.begin(), kept.end(), code) != kept.end();
    });
    for (const auto& [seq, code] : of(made, gone))
        if (seq != c.corrects && s.events[static_cast<std::size_t>(seq - 1)].corrected_by == 0) {
            others += (others.empty() ? "" : ", ") + std::to_string(seq);
            if (stands_on.empty()) stands_on = code;
        }
    if (others.empty()) return;
    throw error{errc::refused,
                name_of_command(c) + ": event " + std::to_string(c.corrects) +
                    " cannot be withdrawn: events " + others + " stand on " +
                    std::string{name_of(made)} + " " + stands_on,
                {{"rule", "others_stand_on_it"}, {"field", "corrects"}, {"events", others}}};
}

namespace {

// The later record of two that call one day differently for the same agencies counts.
void find_contradiction(const state& after, const command& c, std::vector<finding>& findings) {
    const view head = head_view(after);
    const day_fact_record::statement* last = nullptr;
    for (std::size_t i = after.day_facts.size(); i-- > 0 && last == nullptr;)
        if (const auto* told = after.day_facts[i].stated.at(head)) last = &told->value;
    if (last == nullptr || last->day != c.day(f::day)) return;
    for (std::size_t i = 0; i < after.day_facts.size(); ++i) {
        const auto* told = after.day_facts[i].stated.at(head);
        if (told == nullptr || told->value.day != last->day || told->value.agency != last->agency ||
            told->value.kind == last->kind)
            continue;
        findings.push_back(
            {"calendar.contradiction",
             to_text(last->day) + " is recorded both as off and as worked; the later record counts",
             {{"day", to_text(last->day)}}});
        return;
    }
}

}  // namespace

void find_oddities(const state& after, const command& c, std::vector<finding>& findings) {
    if (c.kind == command_kind::except_day) find_contradiction(after, c, findings);
    find_document_oddities(after, c, findings);
    if (c.kind != command_kind::assign_task && c.kind != command_kind::reassign_task) return;
    for (const std::string_view lead : c.texts(f::lead))
        for (const std::string_view other : c.texts(f::coordinating))
            if (lead == other)
                findings.push_back(
                    {"task.lead_coordinates",
                     "task " + std::string{*c.text(f::task)} + " has agency " + std::string{lead} +
                         " both as a lead and as coordinating",
                     {{"task", std::string{*c.text(f::task)}}, {"agency", std::string{lead}}}});
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
