#include "ledger/guards.hpp"

#include "graph/nested_links.hpp"
#include "graph/ring_text.hpp"
#include "mandate/graph/cycles.hpp"
#include "mandate/graph/task_network.hpp"
#include "model/agency_life.hpp"
#include "model/apply.hpp"
#include "model/apply_task.hpp"
#include "model/document_oddities.hpp"
#include "model/instances.hpp"
#include "model/rules.hpp"
#include "model/task_life.hpp"

#include <algorithm>
#include <map>
#include <set>

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

// By task, as they stood after that event.
std::vector<std::uint32_t> parents_of(const state& s, seq_number known) {
    std::vector<std::uint32_t> all(s.tasks.size(), no_task);
    for (row_number t = 0; t < s.tasks.size(); ++t)
        if (const auto* told = s.tasks[t].stated.at({last_day, known});
            told && told->value.parent != no_row)
            all[t] = told->value.parent;
    return all;
}

std::vector<dependency> tasks_of(const std::vector<closing_link>& links) {
    std::vector<dependency> all;
    for (const closing_link& l : links) all.push_back(l.tasks);
    return all;
}

// "T1 -L1-> T2 -L2-> T1": the tasks of `way` in order, each with a link to the next; a step between
// a task and its part has no link.
error cycle_error(const state& s, const std::string& closing, std::vector<std::uint32_t> way) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> names;
    const view head = head_view(s);
    for (std::size_t i = 0; i < s.links.size(); ++i)
        if (const auto* link = s.links[i].stated.at(head))
            names.try_emplace({link->value.after, link->value.task}, s.links[i].code);
    way.push_back(way.front());
    std::vector<fact> facts{{"rule", "no_cycle"}};
    std::vector<std::string> steps;
    for (std::size_t i = 0; i + 1 < way.size(); ++i) {
        const auto link = names.find({way[i], way[i + 1]});
        const auto* next = s.tasks[way[i + 1]].stated.at(head);
        const std::string& task = s.tasks[way[i]].code;
        facts.emplace_back("task", task);
        if (link == names.end()) {
            const bool begins = next != nullptr && next->value.parent == way[i];
            steps.push_back(task + (begins ? " -its part-> " : " -part of-> "));
        } else {
            steps.push_back(task + " -" + link->second + "-> ");
            facts.emplace_back("link", link->second);
        }
    }
    return {errc::cycle,
            "link_tasks: link " + closing +
                " closes a cycle: " + ring_text(steps, s.tasks[way.front()].code),
            std::move(facts)};
}

// Links of imported history may have closed cycles, which nobody can be blamed for now: those
// inside such a knot are looked past, or every later link would be refused.
std::vector<closing_link> without_old_knots(const std::vector<std::uint32_t>& parents,
                                            std::vector<closing_link> links, seq_number before) {
    std::vector<dependency> old;
    for (const closing_link& l : links)
        if (l.seq <= before) old.push_back(l.tasks);
    const nested_links nested{parents, old};
    if (!task_network{nested.places(), nested.all()}.has_cycle()) return links;
    const std::vector<std::uint32_t> knot = strong_components(nested.places(), nested.all());
    std::erase_if(links, [&](const closing_link& l) {
        const dependency places = nested.between(l.tasks);
        return l.seq <= before && knot[places.before] == knot[places.after];
    });
    return links;
}

std::vector<knot> knots_of(const nested_links& nested) {
    return find_knots(nested.places(), nested.all(), 100'000'000, nested.of_parts());
}

// What waits for itself, in words, and as facts "task" and "link" in order.
struct cycle_words {
    std::string text;
    std::vector<fact> facts;
};
cycle_words words_of(const state& s, const nested_links& nested,
                     const std::vector<closing_link>& links, const cycle& shortest) {
    cycle_words told;
    std::vector<std::string> steps;
    for (std::size_t i = 0; i < shortest.tasks.size(); ++i) {
        const std::string& task = s.tasks[nested.task(shortest.tasks[i])].code;
        const std::size_t step = shortest.links[i];
        told.facts.emplace_back("task", task);
        if (step < nested.of_parts()) {
            steps.push_back(task + (step % 2 == 0 ? " -its part-> " : " -part of-> "));
            told.facts.emplace_back("link", "");  // so that facts stand side by side
            continue;
        }
        const std::string& link = s.links[links[step - nested.of_parts()].row].code;
        steps.push_back(task + " -" + link + "-> ");
        told.facts.emplace_back("link", link);
    }
    told.text = ring_text(steps, s.tasks[nested.task(shortest.tasks.front())].code);
    return told;
}

// A correction that puts a task below another one.
bool moves_a_part(const command& c) {
    return c.corrects != 0 && descriptor_of(c.kind).creates == entity_kind::task &&
           c.has(f::parent_task);
}

// The first correction of the batch that closes a cycle among the links from before it.
std::optional<closed_cycle> find_cycle_of_parts(const state& after, seq_number before,
                                                std::span<const command> batch,
                                                const std::vector<closing_link>& old) {
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (!moves_a_part(batch[i])) continue;
        const auto known = static_cast<seq_number>(before + i + 1);
        const nested_links nested{parents_of(after, known), tasks_of(old)};
        const std::vector<knot> knots = knots_of(nested);
        if (knots.empty()) continue;
        cycle_words told = words_of(after, nested, old, knots.front().shortest);
        const std::string name{descriptor_of(batch[i].kind).name};
        told.facts.insert(told.facts.begin(),
                          {{"rule", "no_cycle"}, {"command_name", name}, {"field", "parent_task"}});
        return closed_cycle{
            i,
            error{errc::cycle,
                  name + ": task " + std::string{*batch[i].text(f::task)} + " as a part of task " +
                      std::string{*batch[i].text(f::parent_task)} + " closes a cycle: " + told.text,
                  std::move(told.facts)}};
    }
    return std::nullopt;
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
    const bool parts_move = std::any_of(batch.begin(), batch.end(), moves_a_part);
    if (!parts_move && std::none_of(batch.begin(), batch.end(), [](const command& c) {
            return c.kind == command_kind::link_tasks;
        }))
        return std::nullopt;
    const std::vector<std::uint32_t> parents = parents_of(after, after.revision());
    std::vector<closing_link> links = links_of(after);
    const auto has_cycle = [&] {
        const nested_links nested{parents, tasks_of(links)};
        return task_network{nested.places(), nested.all()}.has_cycle();
    };
    if (!has_cycle()) return std::nullopt;
    links = without_old_knots(parts_move ? parents_of(after, before) : parents, std::move(links),
                              before);
    if (!has_cycle()) return std::nullopt;
    if (parts_move) {
        std::vector<closing_link> old = links;
        std::erase_if(old, [&](const closing_link& l) { return l.seq > before; });
        if (auto found = find_cycle_of_parts(after, before, batch, old)) return found;
    }
    const nested_links nested{parents, tasks_of(links)};
    const auto network = [&](std::size_t first) {
        return task_network{nested.places(), nested.all().first(nested.of_parts() + first)};
    };
    std::size_t good = static_cast<std::size_t>(std::count_if(
        links.begin(), links.end(), [&](const closing_link& l) { return l.seq <= before; }));
    std::size_t bad = links.size();  // how many links close a cycle
    while (bad - good > 1) {
        const std::size_t middle = (good + bad) / 2;
        (network(middle).has_cycle() ? bad : good) = middle;
    }
    const closing_link& closing = links[good];
    const dependency places = nested.between(closing.tasks);
    // Steps between a whole and its parts are no links.
    std::vector<std::uint32_t> way = network(good).shortest_way(
        places.after, places.before, [&](std::uint32_t a, std::uint32_t b) {
            const std::uint32_t one = nested.task(a), other = nested.task(b);
            return parents[one] == other || parents[other] == one;
        });
    for (std::uint32_t& one : way) one = nested.task(one);
    return closed_cycle{closing.seq - before - 1,  // each command makes one event
                        cycle_error(after, after.links[closing.row].code, std::move(way))};
}

void report_cycles(const state& s, std::vector<finding>& findings) {
    const std::vector<closing_link> links = links_of(s);
    const nested_links nested{parents_of(s, s.revision()), tasks_of(links)};
    for (const knot& k : knots_of(nested)) {
        cycle_words told = words_of(s, nested, links, k.shortest);
        std::set<std::uint32_t> tasks;
        for (const std::uint32_t place : k.tasks) tasks.insert(nested.task(place));
        findings.push_back(
            {"network.cycle",
             std::to_string(tasks.size()) + " tasks wait for each other: " + told.text,
             std::move(told.facts)});
    }
}

void guard_against_orphans(const state& s, const command& c, const each_mention& naming) {
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
    naming(made, gone, [&](std::int64_t seq, const std::string& code, const command&) {
        if (seq == c.corrects || s.events[static_cast<std::size_t>(seq - 1)].corrected_by != 0)
            return;
        others += (others.empty() ? "" : ", ") + std::to_string(seq);
        if (stands_on.empty()) stands_on = code;
    });
    if (others.empty()) return;
    throw error{errc::refused,
                name_of_command(c) + ": event " + std::to_string(c.corrects) +
                    " cannot be withdrawn: events " + others + " stand on " +
                    std::string{name_of(made)} + " " + stands_on,
                {{"rule", "others_stand_on_it"},
                 {"field", "corrects"},
                 {"events", others},
                 {std::string{name_of(made)}, stands_on}}};
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

// The instances of a task whose assignment or deadline the command changes for the day on which
// they were made. They go their own way (decision 26), but whoever corrects the task must know.
void find_left_behind(const state& after, const command& c, std::vector<finding>& findings) {
    row_number task = no_row;
    if (c.kind == command_kind::void_event) {
        const event_record& old =
            after.events[stated_before(after, static_cast<seq_number>(c.corrects)) - 1];
        if (!old.set_aside && subject_kind(old.kind) == entity_kind::task) task = old.subject;
    } else if (c.kind == command_kind::revise_deadline ||
               (c.corrects != 0 && descriptor_of(c.kind).creates == entity_kind::task)) {
        task = *after.find(entity_kind::task, *c.text(f::task));
    }
    if (task == no_row) return;
    const auto behind = instances_left_behind(after, task, head_view(after));
    if (behind.empty()) return;
    const std::string& code = after.tasks[task].code;
    finding found{"task.instances_differ", {}, {{"task", code}}};
    std::string which, events;
    seq_number last = 0;
    for (const instance_left_behind& one : behind) {
        const std::string& instance = after.tasks[one.instance].code;
        which += (which.empty() ? "" : ", ") + instance + " (" + one.differs_in + ")";
        found.facts.emplace_back("instance", instance);
        if (one.made_by == last) continue;
        last = one.made_by;
        events += (events.empty() ? "" : ", ") + std::to_string(last);
        found.facts.emplace_back("event", std::to_string(last));
    }
    found.text = "task " + code + " says otherwise now than its instances " + which +
                 "; a correction of event " + events + ", which made them, brings them up to it";
    findings.push_back(std::move(found));
}

// The same words may stand in other events, which keep theirs.
void find_copies(const state& after, const command& c, std::vector<finding>& findings) {
    std::vector<std::int64_t> copies;
    for (const field_value& v : c.values)
        if (v.name == f::copies) copies.push_back(std::get<std::int64_t>(v.content));
    if (!copies.empty()) findings.push_back(copied_finding(after, *c.integer(f::event), copies));
}

}  // namespace

finding copied_finding(const state& s, std::int64_t destroyed,
                       const std::vector<std::int64_t>& copies) {
    const std::string seq = std::to_string(destroyed);
    finding found{"payload.copied", {}, {{"seq", seq}}};
    std::string others;
    for (const std::int64_t copy : copies) {
        const std::string number = std::to_string(copy);
        const command_kind kind = s.events[static_cast<std::size_t>(copy - 1)].kind;
        others += (others.empty() ? "" : ", ") + number + " (" +
                  std::string{descriptor_of(kind).name} + ")";
        found.facts.emplace_back("event", number);
    }
    found.text = "event " + seq + ": the words that were destroyed still stand in event " + others +
                 "; shred_event destroys them there, too";
    return found;
}

void find_oddities(const state& after, const command& c, std::vector<finding>& findings) {
    if (c.kind == command_kind::except_day) find_contradiction(after, c, findings);
    if (c.kind == command_kind::shred_event) find_copies(after, c, findings);
    find_document_oddities(after, c, findings);
    find_left_behind(after, c, findings);
    if (const auto due = c.day(f::deadline);
        due && *due < *c.effective_on &&
        (c.kind == command_kind::assign_task || c.kind == command_kind::repeat_task))
        findings.push_back({"task.due_before_assignment",
                            "task " + std::string{*c.text(f::task)} + " is due on " +
                                to_text(*due) + ", before it is assigned on " +
                                to_text(*c.effective_on),
                            {{"task", std::string{*c.text(f::task)}}}});
    if (c.kind != command_kind::assign_task && c.kind != command_kind::reassign_task) return;
    // Who is not named goes on.
    std::vector<std::string_view> coordinating = c.texts(f::coordinating);
    if (const auto row = after.find(entity_kind::task, *c.text(f::task));
        row && !c.has(f::coordinating))
        for (const row_number one :
             after.tasks[*row].coordinating({*c.effective_on, after.revision()}))
            coordinating.emplace_back(after.agencies[one].code);
    for (const std::string_view lead : c.texts(f::lead))
        for (const std::string_view other : coordinating)
            if (lead == other)
                findings.push_back(
                    {"task.lead_coordinates",
                     "task " + std::string{*c.text(f::task)} + " has agency " + std::string{lead} +
                         " both as a lead and as coordinating",
                     {{"task", std::string{*c.text(f::task)}}, {"agency", std::string{lead}}}});
    for (const std::string_view lead : c.texts(f::lead)) {
        const agency_record& a = after.agencies[*after.find(entity_kind::agency, lead)];
        if (const auto ended = end_of(a, {*c.effective_on, after.revision()}))
            findings.push_back({"agency.ended",
                                "task " + std::string{*c.text(f::task)} + " is led by agency " +
                                    a.code + ", which ended on " + to_text(ended->on),
                                {{"task", std::string{*c.text(f::task)}}, {"agency", a.code}}});
    }
}

// What it and the others say counts by its day, so a reader must know where that makes no life.
// Judged on what the whole batch says: work is suspended and resumed by two commands.
void find_late_moves(const state& after, seq_number before, std::vector<finding>& findings) {
    std::set<row_number> tasks;
    for (seq_number seq = before + 1; seq <= after.revision(); ++seq) {
        const event_record& e = after.events[seq - 1];
        // A correction or withdrawal takes something from a place among others.
        const event_record& about =
            e.kind == command_kind::void_event ? after.events[e.place - 1] : e;
        if (about.subject == no_row) continue;
        if (subject_kind(about.kind) == entity_kind::document && e.place != seq)
            for (row_number t = 0; t < after.tasks.size(); ++t)  // rare
                after.tasks[t].life().issued.each(head_view(after), [&](const auto& i) {
                    if (i.value.document == about.subject) tasks.insert(t);
                });
        if (subject_kind(about.kind) != entity_kind::task) continue;
        bool is_late = e.place != seq || about.kind == command_kind::issue_document;
        after.tasks[about.subject].attributes([&](const auto& attribute) {
            const auto* last = attribute.at(head_view(after));
            is_late |= last != nullptr && e.effective_on < last->effective_on;
        });
        if (is_late) tasks.insert(about.subject);
    }
    for (const row_number row : tasks) {
        const std::vector<seq_number> wrong = moves_out_of_order(after, after.tasks[row]);
        if (wrong.empty()) continue;
        const std::string& code = after.tasks[row].code;
        finding found{"task.out_of_order", {}, {{"task", code}}};
        std::string which;
        for (const seq_number seq : wrong) {
            const event_record& e = after.events[seq - 1];
            which += (which.empty() ? "" : ", ") + std::to_string(seq) + " (" +
                     std::string{descriptor_of(e.kind).name} + " of " + to_text(e.effective_on) +
                     ")";
            found.facts.emplace_back("event", std::to_string(seq));
        }
        found.text = "task " + code + ": on its day could not have been what event " + which +
                     " records; a correction gives it another day";
        findings.push_back(std::move(found));
    }
}

}  // namespace mandate
