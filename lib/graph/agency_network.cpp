// The agency network is a table of ordered pairs. With few agencies its cells stand in a square, so
// that counting costs one look-up for each end of a link; with many, in the order of their keys.
#include "mandate/graph/agency_network.hpp"

#include "graph/bit_rows.hpp"
#include "graph/schedule_impl.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"

#include <algorithm>
#include <utility>

namespace mandate {
namespace {

using index = std::uint32_t;
using progress = scheduled_task::progress;
using counted = wait_selection::counted;

constexpr index square_up_to = 2048;  // agencies: 16 MB of cells

// Counts the links of each pair; sorted.
std::vector<agency_pair> count_hand_offs(const plan& p, index agencies) {
    std::vector<agency_pair> pairs;
    if (p.agency.empty()) return pairs;
    const auto add = [&](index before, index after, index links) {
        pairs.push_back({before, after, links, 0, 0, 0});
    };
    if (agencies <= square_up_to) {
        // A row and a column more, for tasks without agency.
        const std::size_t side = agencies + std::size_t{1};
        std::vector<std::uint16_t> of(p.agency.size());
        for (std::size_t t = 0; t < of.size(); ++t)
            of[t] = static_cast<std::uint16_t>(std::min(p.agency[t], agencies));
        std::vector<index> cells(side * side, 0);
        for (const dependency& d : p.links) ++cells[of[d.before] * side + of[d.after]];
        for (index a = 0; a < agencies; ++a)
            for (index b = 0; b < agencies; ++b)
                if (a != b && cells[a * side + b] != 0) add(a, b, cells[a * side + b]);
        return pairs;
    }
    std::vector<std::uint64_t> keys;
    for (const dependency& d : p.links) {
        const index a = p.agency[d.before], b = p.agency[d.after];
        if (a != b && a != no_task && b != no_task) keys.push_back(std::uint64_t{a} << 32 | b);
    }
    std::sort(keys.begin(), keys.end());
    for (std::size_t i = 0, j = 0; i < keys.size(); i = j) {
        while (j < keys.size() && keys[j] == keys[i]) ++j;
        add(static_cast<index>(keys[i] >> 32), static_cast<index>(keys[i]),
            static_cast<index>(j - i));
    }
    return pairs;
}

// Finds the place of a pair.
class pair_places {
public:
    explicit pair_places(const std::vector<agency_pair>& pairs, index agencies)
        : pairs_{pairs}, first_(agencies + std::size_t{1}, 0) {
        for (const agency_pair& p : pairs) ++first_[p.before + 1];
        for (index a = 0; a < agencies; ++a) first_[a + 1] += first_[a];
    }
    index of(index before, index after) const {
        const auto begin = pairs_.begin() + first_[before],
                   end = pairs_.begin() + first_[before + 1];
        return static_cast<index>(
            std::lower_bound(begin, end, after,
                             [](const agency_pair& p, index a) { return p.after < a; }) -
            pairs_.begin());
    }

private:
    const std::vector<agency_pair>& pairs_;
    std::vector<index> first_;
};

// What one link means on the status day.
class link_reader {
public:
    link_reader(const plan& p, const schedule& s) : plan_{p}, whole_{s}, of_{*s.self()} {
        days_of_status_ = p.status_day ? boundary_before(*p.status_day) : of_.origin;
    }

    struct reading {
        bool open = false, binding = false;
        std::int32_t days = 0;
    };
    reading read(const dependency& d) const {
        const scheduled_task after = seen(d.after), before = seen(d.before);
        if (after.state == progress::finished || !holds(d, before, after)) return {};
        if (before.state == progress::no_forecast || after.state == progress::no_forecast)
            return {true, false, 0};
        const day_tables& days = of_.days_of(d.after);
        const std::int32_t asked = asked_by(d, before);
        const std::int32_t start =
            is_summary(d.after) ? days.rank(boundary_before(after.start)) : of_.start_rank(d.after);
        return {true, asked >= start, std::max(0, asked - days.rank(days_of_status_))};
    }

private:
    bool is_summary(index t) const { return !of_.is_summary.empty() && of_.is_summary[t] != 0; }

    // Only the state of a task that does work itself: all dates of it would be looked up for
    // nothing.
    scheduled_task seen(index t) const {
        if (is_summary(t)) return whole_.at(t);
        scheduled_task s;
        s.state = of_.state_of(t);
        return s;
    }

    bool holds(const dependency& d, const scheduled_task& before,
               const scheduled_task& after) const {
        const bool over = before.state == progress::finished;
        if (!over && of_.started_go_on && after.state == progress::started) return false;
        if (!from_finish(d.type)) return !over && before.state != progress::started;
        if (!over) return true;
        const civil_day released = plan_.released.empty() ? no_day : plan_.released[d.before];
        return released != no_day && released > *plan_.status_day;
    }

    // The rank that the link asks of the start of the task that waits.
    std::int32_t asked_by(const dependency& d, const scheduled_task& before) const {
        const bool civil = d.unit == lag_unit::calendar_days;
        const std::int32_t less =
            to_finish(d.type) && !is_summary(d.after) ? duration_of(d.after) : 0;
        return of_.days_of(d.after).rank(end_of(d, before) + (civil ? d.lag : 0)) +
               (civil ? 0 : d.lag) - less;
    }
    boundary end_of(const dependency& d, const scheduled_task& before) const {
        if (before.state == progress::finished) return boundary_after(plan_.released[d.before]);
        if (is_summary(d.before))
            return from_finish(d.type) ? boundary_after(before.finish)
                                       : boundary_before(before.start);
        const day_tables& days = of_.days_of(d.before);
        const std::int32_t start = of_.start_rank(d.before);
        return from_finish(d.type) ? days.finish(start, duration_of(d.before)) : days.before(start);
    }
    std::int32_t duration_of(index t) const {
        return of_.passes->durations()[of_.passes->network().position_of(t)];
    }

    const plan& plan_;
    const schedule& whole_;
    const schedule::impl& of_;
    boundary days_of_status_;
};

}  // namespace

agency_network::agency_network(const plan& p, const schedule& s) : plan_{p}, schedule_{s} {
    for (const index a : p.agency)
        if (a != no_task) agencies_ = std::max(agencies_, a + 1);
    pairs_ = count_hand_offs(p, agencies_);
    link_state_.assign(p.links.size(), link_state::none);
    if (pairs_.empty()) return;
    const pair_places places{pairs_, agencies_};
    const link_reader reader{p, s};
    std::vector<std::uint8_t> left_out(s.left_out_links().empty() ? 0 : p.links.size(), 0);
    for (const index link : s.left_out_links()) left_out[link] = 1;
    for (index i = 0; i < p.links.size(); ++i) {
        const dependency& d = p.links[i];
        const index a = agency_of(d.before), b = agency_of(d.after);
        if (a == b || a == no_task || b == no_task) continue;
        agency_pair& pair = pairs_[places.of(a, b)];
        link_reader::reading link = reader.read(d);
        // Links in a cycle are open and hold for ever, but decide no date.
        if (!left_out.empty() && left_out[i] != 0) link.binding = false, link.days = 0;
        link_state_[i] = link.binding ? link_state::binding
                         : link.open  ? link_state::open
                                      : link_state::handed_off;
        pair.open_waits += link.open ? 1 : 0;
        pair.binding += link.binding ? 1 : 0;
        pair.days_waited += link.days;
    }
}

bool agency_network::counts(link_state state, counted which) const noexcept {
    switch (which) {
        case counted::open_waits:
            return state == link_state::open || state == link_state::binding;
        case counted::binding:
            return state == link_state::binding;
        case counted::hand_offs:
            return state != link_state::none;
    }
    return false;
}

std::vector<index> agency_network::links_of(index before, index after, counted which) const {
    std::vector<index> links;
    for (index i = 0; i < link_state_.size(); ++i)
        if (counts(link_state_[i], which) && agency_of(plan_.links[i].before) == before &&
            agency_of(plan_.links[i].after) == after)
            links.push_back(i);
    return links;
}

std::vector<agency_pair> agency_network::selected(const wait_selection& selection) const {
    std::vector<agency_pair> chosen;
    for (const agency_pair& p : pairs_) {
        const index number = selection.which == counted::open_waits ? p.open_waits
                             : selection.which == counted::binding  ? p.binding
                                                                    : p.hand_offs;
        if (number > 0 && number >= selection.at_least) chosen.push_back(p);
    }
    return chosen;
}

namespace {

std::vector<bit_rows::arrow> arrows_of(const std::vector<agency_pair>& pairs) {
    std::vector<bit_rows::arrow> arrows;
    arrows.reserve(pairs.size());
    for (const agency_pair& p : pairs) arrows.emplace_back(p.before, p.after);
    return arrows;
}

}  // namespace

std::vector<mutual_waiting> agency_network::mutual_waits(const wait_selection& selection) const {
    const std::vector<bit_rows::arrow> arrows = arrows_of(selected(selection));
    const std::vector<index> component = strong_components(agencies_, arrows);
    std::vector<index> size(agencies_, 0), place(agencies_, no_task);
    for (const index c : component) ++size[c];
    std::vector<mutual_waiting> all;
    for (index a = 0; a < agencies_; ++a) {
        const index c = component[a];
        if (size[c] < 2) continue;
        if (place[c] == no_task) {
            place[c] = static_cast<index>(all.size());
            all.emplace_back();
        }
        all[place[c]].agencies.push_back(a);
    }
    if (all.empty()) return all;
    for (index i = 0; i < link_state_.size(); ++i) {
        if (!counts(link_state_[i], selection.which)) continue;
        const dependency& d = plan_.links[i];
        const index a = agency_of(d.before), b = agency_of(d.after);
        if (component[a] != component[b] || size[component[a]] < 2) continue;
        if (!std::binary_search(arrows.begin(), arrows.end(), bit_rows::arrow{a, b})) continue;
        mutual_waiting& of = all[place[component[a]]];
        of.links.push_back(i);
        of.tasks.push_back(d.before);
        of.tasks.push_back(d.after);
    }
    for (mutual_waiting& of : all) {
        std::sort(of.tasks.begin(), of.tasks.end());
        of.tasks.erase(std::unique(of.tasks.begin(), of.tasks.end()), of.tasks.end());
    }
    return all;
}

namespace {

// Which agencies each task waits for, 64 of them at once, one bit each: the bits flow along the
// links, in the order of the network.
class hanging_work {
public:
    hanging_work(const plan& p, const schedule::impl& of)
        : plan_{p}, of_{of}, waits_(of.passes->network().tasks()) {}

    void add(index first, std::vector<bottleneck>& into) {
        const compact_network& network = of_.passes->network();
        const index n = network.tasks();
        for (const compact_block& b : network.blocks())
            for (index t = 0; t < b.tasks; ++t) {
                const index position = b.first_task + t, task = network.task_at(position);
                std::uint64_t waits = 0;
                for (index k = 0; k < b.degree; ++k) {
                    const index source = network.source()[b.first_link + k * b.tasks + t];
                    waits |= waits_[source < n ? source : source - n];
                }
                const index own = plan_.agency[task];
                if (does_work(task))
                    each_vertex(0, waits, [&](index bit) {
                        if (first + bit == own) return;
                        into[first + bit].days += of_.passes->durations()[position];
                        ++into[first + bit].tasks;
                    });
                if (own - first < 64 && does_work(task)) waits |= std::uint64_t{1} << (own - first);
                waits_[position] = waits;
            }
    }

private:
    bool does_work(index task) const {
        return of_.state_of(task) != progress::finished &&
               (of_.is_summary.empty() || of_.is_summary[task] == 0);
    }
    const plan& plan_;
    const schedule::impl& of_;
    std::vector<std::uint64_t> waits_;
};

}  // namespace

std::vector<bottleneck> agency_network::bottlenecks(const wait_selection& selection,
                                                    unsigned threads) const {
    std::vector<bottleneck> all;
    for (index a = 0; a < agencies_; ++a) all.push_back({a, 0, 0, 0, 0});
    if (agencies_ == 0) return all;
    for (const agency_pair& p : pairs_) all[p.before].open_waits += p.open_waits;
    const std::vector<bit_rows::arrow> arrows = arrows_of(selected(selection));
    const std::vector<double> between = betweenness(bit_rows{agencies_, arrows}, threads);
    hanging_work hanging{plan_, *schedule_.self()};
    for (index first = 0; first < agencies_; first += 64) hanging.add(first, all);
    for (bottleneck& b : all) b.betweenness = between[b.agency];
    std::vector<bool> has_task(agencies_, false);
    for (const index a : plan_.agency)
        if (a != no_task) has_task[a] = true;
    std::erase_if(all, [&](const bottleneck& b) { return !has_task[b.agency]; });
    // Sums of fractions differ in their last bits where they should not: a millionth is no rank.
    const auto rank = [](const bottleneck& b) {
        return static_cast<std::int64_t>(b.betweenness * 1e6 + 0.5);
    };
    std::sort(all.begin(), all.end(), [&](const bottleneck& a, const bottleneck& b) {
        if (rank(a) != rank(b)) return rank(a) > rank(b);
        return a.days != b.days ? a.days > b.days : a.agency < b.agency;
    });
    return all;
}

std::int64_t in_thousandths(const bottleneck& b) {
    return static_cast<std::int64_t>(b.betweenness * 1000 + 0.5 + 1e-6);
}

std::vector<moved_task> moved_by_delay(const plan& p, const schedule_policy& policy,
                                       const schedule& s, index task, std::int32_t days) {
    if (days < 0 || days > 60'000)
        throw error{errc::invalid_argument,
                    "delay " + to_text(days) + " is not within 0 and 60000 working days"};
    const schedule::impl& was = *s.self();
    const scheduled_task late = s.at(task);
    std::vector<index> parts = was.parts.leaves_of(task);
    if (parts.size() > 1)
        std::erase_if(parts, [&](index t) { return s.at(t).finish != late.finish; });
    plan longer = p;
    for (const index t : parts) {
        if (was.state_of(t) == progress::finished) continue;
        const auto extend = [&](std::int32_t& of) {
            if (of > 60'000 - days)
                throw error{errc::out_of_range,
                            "task " + to_text(t) + " would take more than 60000 days",
                            {{"position", to_text(t)}}};
            of += days;
        };
        if (was.state_of(t) == progress::started && !longer.remaining.empty() &&
            longer.remaining[t] >= 0)
            extend(longer.remaining[t]);
        else
            extend(longer.duration[t]);
    }
    const schedule later{longer, policy};
    std::vector<moved_task> moved;
    for (index t = 0; t < s.tasks(); ++t) {
        if (t == task || (!was.is_summary.empty() && was.is_summary[t] != 0)) continue;
        if (was.state_of(t) == progress::finished || was.state_of(t) == progress::no_forecast)
            continue;
        const std::int32_t by = later.self()->start_rank(t) - was.start_rank(t);
        if (by > 0) moved.push_back({t, by});
    }
    return moved;
}

}  // namespace mandate
