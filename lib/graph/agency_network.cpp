// The agency network is a table of ordered pairs. With few agencies its cells stand in a square, so
// that counting costs one look-up for each end of a link; with many, in the order of their keys.
#include "mandate/graph/agency_network.hpp"

#include "graph/bit_rows.hpp"
#include "graph/hand_offs.hpp"
#include "graph/schedule_impl.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace mandate {
namespace {

using index = std::uint32_t;
using progress = scheduled_task::progress;
using counted = wait_selection::counted;

constexpr index square_up_to = 2048;  // agencies: 16 MB of cells

// Finds the place of a pair.
class pair_places {
public:
    pair_places(const std::vector<std::pair<index, index>>& pairs, std::size_t agencies)
        : pairs_{pairs}, first_(agencies + std::size_t{1}, 0) {
        for (const auto& p : pairs) ++first_[p.first + 1];
        for (std::size_t a = 0; a < agencies; ++a) first_[a + 1] += first_[a];
    }
    std::size_t of(index before, index after) const {
        const auto begin = pairs_.begin() + first_[before],
                   end = pairs_.begin() + first_[before + 1];
        return static_cast<std::size_t>(std::lower_bound(begin, end, std::pair{before, after}) -
                                        pairs_.begin());
    }

private:
    const std::vector<std::pair<index, index>>& pairs_;
    std::vector<index> first_;
};

// What one link means on the status day.
class link_reader {
public:
    link_reader(const plan& p, const schedule& s, std::span<const std::uint8_t> awaited)
        : plan_{p}, of_{*s.self()}, awaited_{awaited} {
        days_of_status_ = p.status_day ? boundary_before(*p.status_day) : of_.origin;
    }

    struct reading {
        bool open = false, binding = false;
        std::int32_t days = 0;
    };
    // A link of tasks with parts stands for those between the parts.
    reading read(const dependency& d) const {
        if (!is_summary(d.before) && !is_summary(d.after)) return between_leaves(d);
        reading all;
        const std::vector<index> after = of_.parts.leaves_of(d.after);
        for (const index b : of_.parts.leaves_of(d.before))
            for (const index a : after) {
                const reading one = between_leaves({b, a, d.lag, d.type, d.unit});
                all.open |= one.open;
                all.binding |= one.binding;
                all.days = std::max(all.days, one.days);
            }
        return all;
    }

private:
    reading between_leaves(const dependency& d) const {
        if (!holds(d)) return {};
        if (of_.state_of(d.before) == progress::no_forecast ||
            of_.state_of(d.after) == progress::no_forecast)
            return {true, false, 0};
        const std::int32_t asked = asked_by(d);
        return {true, asked >= of_.start_rank(d.after),
                std::max(0, asked - of_.days_of(d.after).rank(days_of_status_))};
    }

    bool is_summary(index t) const { return !of_.is_summary.empty() && of_.is_summary[t] != 0; }
    bool has_finished(index t) const { return of_.state_of(t) == progress::finished; }
    // A suspended task may have begun.
    bool has_started(index t) const {
        return plan_.status_day && !plan_.started.empty() && plan_.started[t] != no_day;
    }

    bool holds(const dependency& d) const {
        if (has_finished(d.after)) return false;
        if (of_.started_go_on && has_started(d.after)) return false;
        if (!from_finish(d.type)) return !has_finished(d.before) && !has_started(d.before);
        if (!has_finished(d.before)) return true;
        if (!awaited_.empty() && awaited_[d.before] != 0) return true;
        const civil_day released = plan_.released.empty() ? no_day : plan_.released[d.before];
        return released != no_day && released > *plan_.status_day;
    }

    // The rank that the link asks of the start of the task that waits.
    std::int32_t asked_by(const dependency& d) const {
        const bool civil = d.unit == lag_unit::calendar_days;
        return of_.days_of(d.after).rank(end_of(d) + (civil ? d.lag : 0)) + (civil ? 0 : d.lag) -
               (to_finish(d.type) ? duration_of(d.after) : 0);
    }
    boundary end_of(const dependency& d) const {
        if (has_finished(d.before)) return boundary_after(plan_.released[d.before]);
        const day_tables& days = of_.days_of(d.before);
        const std::int32_t start = of_.start_rank(d.before);
        return from_finish(d.type) ? days.finish(start, duration_of(d.before)) : days.before(start);
    }
    std::int32_t duration_of(index t) const {
        return of_.passes->durations()[of_.passes->network().position_of(t)];
    }

    const plan& plan_;
    const schedule::impl& of_;
    const std::span<const std::uint8_t> awaited_;
    boundary days_of_status_;
};

}  // namespace

namespace {

// A square of counts, with a row and a column more for tasks without agency. Small numbers, so that
// those of all tasks stay near the processor.
template <class Number>
std::vector<index> square_of(std::span<const dependency> links, std::span<const index> agency,
                             index agencies) {
    const std::size_t side = agencies + std::size_t{1};
    std::vector<Number> of(agency.size());
    for (std::size_t t = 0; t < of.size(); ++t)
        of[t] = static_cast<Number>(std::min(agency[t], agencies));
    // Most links stay within one agency: one after another they would wait for the same count.
    std::vector<index> cells(side * side, 0), others(side * side, 0);
    const std::size_t even = links.size() & ~std::size_t{1};
    for (std::size_t i = 0; i < even; i += 2) {
        ++cells[of[links[i].before] * side + of[links[i].after]];
        ++others[of[links[i + 1].before] * side + of[links[i + 1].after]];
    }
    if (even < links.size()) ++cells[of[links[even].before] * side + of[links[even].after]];
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i] += others[i];
    return cells;
}

}  // namespace

std::vector<agency_pair> count_hand_offs(std::span<const dependency> links,
                                         std::span<const index> agency, index agencies) {
    std::vector<agency_pair> pairs;
    const auto add = [&](index before, index after, index count) {
        pairs.push_back({before, after, count, 0, 0, 0});
    };
    if (agencies <= square_up_to) {
        const std::vector<index> cells = agencies < 256
                                             ? square_of<std::uint8_t>(links, agency, agencies)
                                             : square_of<std::uint16_t>(links, agency, agencies);
        std::size_t cell = 0;
        for (index a = 0; a <= agencies; ++a)
            for (index b = 0; b <= agencies; ++b, ++cell)
                if (a != b && a < agencies && b < agencies && cells[cell] != 0)
                    add(a, b, cells[cell]);
        return pairs;
    }
    std::vector<std::uint64_t> keys;
    for (const dependency& d : links) {
        const index a = agency[d.before], b = agency[d.after];
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

agency_network::agency_network(const plan& p, const schedule& s,
                               std::span<const std::uint8_t> awaited)
    : plan_{p}, schedule_{s} {
    number_ = p.agency;
    std::sort(number_.begin(), number_.end());
    number_.erase(std::unique(number_.begin(), number_.end()), number_.end());
    if (!number_.empty() && number_.back() == no_task) number_.pop_back();
    agency_.reserve(p.agency.size());
    for (const index a : p.agency)
        agency_.push_back(
            a == no_task ? no_task
                         : static_cast<index>(std::lower_bound(number_.begin(), number_.end(), a) -
                                              number_.begin()));
    link_state_.assign(p.links.size(), link_state::none);
    if (number_.empty()) return;
    pairs_ = count_hand_offs(p.links, agency_, static_cast<index>(number_.size()));
    for (agency_pair& pair : pairs_) {
        places_.emplace_back(pair.before, pair.after);
        pair.before = number_[pair.before];
        pair.after = number_[pair.after];
    }
    const pair_places places{places_, number_.size()};
    const link_reader reader{p, s, awaited};
    std::vector<std::uint8_t> left_out(s.left_out_links().empty() ? 0 : p.links.size(), 0);
    for (const index link : s.left_out_links()) left_out[link] = 1;
    for (index i = 0; i < p.links.size(); ++i) {
        const dependency& d = p.links[i];
        const index a = agency_[d.before], b = agency_[d.after];
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

bool wait_selection::takes(const agency_pair& p) const noexcept {
    const index links = which == counted::open_waits ? p.open_waits
                        : which == counted::binding  ? p.binding
                                                     : p.hand_offs;
    return links > 0 && links >= at_least;
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

std::vector<std::vector<index>> agency_network::links_of_pairs(counted which) const {
    std::vector<std::vector<index>> links(pairs_.size());
    const pair_places places{places_, number_.size()};
    for (index i = 0; i < link_state_.size(); ++i) {
        if (!counts(link_state_[i], which)) continue;
        const dependency& d = plan_.links[i];
        links[places.of(agency_[d.before], agency_[d.after])].push_back(i);
    }
    return links;
}

std::vector<std::pair<index, index>> agency_network::arrows(const wait_selection& selection) const {
    std::vector<std::pair<index, index>> chosen;
    for (std::size_t i = 0; i < pairs_.size(); ++i)
        if (selection.takes(pairs_[i])) chosen.push_back(places_[i]);
    return chosen;
}

std::vector<mutual_waiting> agency_network::mutual_waits(const wait_selection& selection) const {
    const auto n = static_cast<index>(number_.size());
    const std::vector<bit_rows::arrow> chosen = arrows(selection);
    const bit_rows along{n, chosen};
    const std::vector<index> component = strong_components(along, along.turned());
    std::vector<index> size(n, 0), place(n, no_task);
    for (const index c : component) ++size[c];
    std::vector<mutual_waiting> all;
    for (index a = 0; a < n; ++a) {
        const index c = component[a];
        if (size[c] < 2) continue;
        if (place[c] == no_task) {
            place[c] = static_cast<index>(all.size());
            all.emplace_back();
        }
        all[place[c]].agencies.push_back(number_[a]);
    }
    if (all.empty()) return all;
    for (index i = 0; i < link_state_.size(); ++i) {
        if (!counts(link_state_[i], selection.which)) continue;
        const dependency& d = plan_.links[i];
        const index a = agency_[d.before], b = agency_[d.after];
        if (component[a] != component[b] || size[component[a]] < 2) continue;
        if (!std::binary_search(chosen.begin(), chosen.end(), bit_rows::arrow{a, b})) continue;
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
    hanging_work(std::span<const index> agency, const plan& p, const schedule::impl& of)
        : agency_{agency}, plan_{p}, of_{of}, waits_(of.passes->network().tasks()) {
        order_lost();
    }

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
                if (of_.state_of(task) != progress::no_forecast)
                    count(task, position, of_.passes->durations()[position], waits, first, into);
            }
        for (const index task : lost_) {
            std::uint64_t waits = 0;
            for (auto link = first_lost(task); link != of_.lost_links.end() && link->first == task;
                 ++link)
                waits |= waits_[network.position_of(link->second)];
            count(task, network.position_of(task), left_of(task), waits, first, into);
        }
    }

private:
    void count(index task, index position, std::int32_t days, std::uint64_t waits, index first,
               std::vector<bottleneck>& into) {
        const index own = agency_[task];
        if (does_work(task) && own != no_task)
            each_vertex(0, waits, [&](index bit) {
                if (first + bit == own) return;
                into[first + bit].days += days;
                ++into[first + bit].tasks;
            });
        if (own - first < 64 && does_work(task)) waits |= std::uint64_t{1} << (own - first);
        waits_[position] = waits;
    }

    std::vector<std::pair<index, index>>::const_iterator first_lost(index task) const {
        return std::lower_bound(of_.lost_links.begin(), of_.lost_links.end(),
                                std::pair{task, index{0}});
    }
    std::int32_t left_of(index task) const {
        const std::int32_t planned = plan_.duration[task];
        const bool told = !plan_.started.empty() && plan_.started[task] != no_day &&
                          !plan_.remaining.empty() && plan_.remaining[task] >= 0;
        return told ? std::max(plan_.remaining[task], std::min(planned, 1)) : planned;
    }

    // Work without forecast is no part of the passes: here it comes after all else, each after
    // what it waits for.
    void order_lost() {
        const auto lost = [&](index t) { return of_.state_of(t) == progress::no_forecast; };
        std::vector<index> waits_for(agency_.size(), 0);
        std::vector<std::vector<index>> after(of_.lost_links.empty() ? 0 : agency_.size());
        for (const auto& [task, before] : of_.lost_links)
            if (lost(before)) {
                ++waits_for[task];
                after[before].push_back(task);
            }
        for (index t = 0; t < agency_.size(); ++t)
            if (lost(t) && waits_for[t] == 0 && does_work(t)) lost_.push_back(t);
        for (std::size_t i = 0; i < lost_.size() && !after.empty(); ++i)
            for (const index t : after[lost_[i]])
                if (--waits_for[t] == 0) lost_.push_back(t);
    }

    bool does_work(index task) const {
        return of_.state_of(task) != progress::finished &&
               (of_.is_summary.empty() || of_.is_summary[task] == 0);
    }
    const std::span<const index> agency_;
    const plan& plan_;
    const schedule::impl& of_;
    std::vector<std::uint64_t> waits_;
    std::vector<index> lost_;
};

}  // namespace

std::vector<bottleneck> agency_network::bottlenecks(const wait_selection& selection,
                                                    unsigned threads) const {
    const auto n = static_cast<index>(number_.size());
    std::vector<bottleneck> all;
    for (const index number : number_) all.push_back({number, 0, 0, 0, 0});
    if (n == 0) return all;
    for (std::size_t i = 0; i < pairs_.size(); ++i)
        all[places_[i].first].open_waits += pairs_[i].open_waits;
    const std::vector<double> between = betweenness(bit_rows{n, arrows(selection)}, threads);
    hanging_work hanging{agency_, plan_, *schedule_.self()};
    for (index first = 0; first < n; first += 64) hanging.add(first, all);
    for (index a = 0; a < n; ++a) all[a].betweenness = between[a];
    std::sort(all.begin(), all.end(), [](const bottleneck& a, const bottleneck& b) {
        if (ranks_before(a, b) || ranks_before(b, a)) return ranks_before(a, b);
        return a.agency < b.agency;
    });
    return all;
}

bool ranks_before(const bottleneck& a, const bottleneck& b) noexcept {
    const auto rank = [](const bottleneck& one) {
        return static_cast<std::int64_t>(one.betweenness * 1e6 + 0.5);
    };
    return rank(a) != rank(b) ? rank(a) > rank(b) : a.days > b.days;
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
            longer.remaining[t] >= 0) {
            std::int32_t& left = longer.remaining[t];
            left = std::max(left, std::min(p.duration[t], 1));  // what the schedule counts
            extend(left);
        } else {
            extend(longer.duration[t]);
        }
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
