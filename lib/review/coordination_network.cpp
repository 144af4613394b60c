// Coordination as a network: an arrow from each agency that waits to the one it waits for, with the
// unanswered cases of a period's end. Figures of single agencies are of all their cases.

#include "graph/bit_rows.hpp"
#include "review/answers.hpp"
#include "review/coordination.hpp"
#include "review/medians.hpp"
#include "review/population.hpp"
#include "review/question_parts.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace mandate {
namespace {

using f = field;

// What an agency asked, and what was asked of it.
struct agency_figures_of_coordination {
    std::int64_t asks = 0, asks_open = 0;
    std::int64_t of[4] = {};  // asked of it, by case_state
    std::int64_t consultations = 0, silent = 0, days_overdue = 0;
    std::vector<int> given, taken;  // working days

    std::int64_t count(case_state s) const { return of[static_cast<std::size_t>(s)]; }
    std::int64_t asked() const {
        return std::accumulate(std::begin(of), std::end(of), std::int64_t{0});
    }
    rate on_time() const {
        const std::int64_t in_time = count(case_state::in_time);
        return {in_time, in_time + count(case_state::late) + count(case_state::overdue)};
    }
};

class network_of_period {
public:
    network_of_period(const lens& through, const period& span, std::int64_t at_least)
        : through_{through},
          end_{std::min(span.last(), through.times.as_of)},
          cases_{coordination_of(through, span).cases} {
        for (const coordination_case& c : cases_) take(c);
        agencies_ = rows_of_figures();
        connect(at_least);
    }

    const std::vector<row_number>& agencies() const { return agencies_; }
    const agency_figures_of_coordination& figures(std::size_t place) const {
        return figures_.at(agencies_[place]);
    }
    /// Of the agency at this place; all by places in agencies().
    std::int64_t waits_for(std::size_t place) const { return out_[place]; }
    std::int64_t waited_for_by(std::size_t place) const { return in_[place]; }
    std::int64_t held_up(std::size_t place) const {
        std::vector<bool> reached(agencies_.size(), false);
        std::vector<std::uint32_t> left{static_cast<std::uint32_t>(place)};
        reached[place] = true;
        std::int64_t n = 0;
        while (!left.empty()) {
            const std::uint32_t held = left.back();
            left.pop_back();
            for (const bit_rows::word& w : waiting_[held])
                each_vertex(w.at, w.bits, [&](std::uint32_t from) {
                    if (reached[from]) return;
                    reached[from] = true;
                    left.push_back(from);
                    ++n;
                });
        }
        return n;
    }
    std::int64_t betweenness_in_thousandths(std::size_t place) const {
        return static_cast<std::int64_t>(between_[place] * 1000 + 0.5 + 1e-6);
    }
    /// The number of its set of agencies that wait for each other, from 1; 0: none.
    std::int64_t group(std::size_t place) const { return group_[place]; }
    std::int64_t size_of_group(std::int64_t group) const {
        return std::count(group_.begin(), group_.end(), group);
    }
    /// The unanswered cases between agencies of one set, of pairs that are in the network.
    std::vector<std::pair<std::int64_t, const coordination_case*>> mutual_cases() const {
        std::vector<std::pair<std::int64_t, const coordination_case*>> all;
        for (const coordination_case& c : cases_) {
            if (!c.is_waiting()) continue;
            const std::uint32_t from = place_of(c.asking), to = place_of(c.asked);
            const bool arrow =
                std::binary_search(arrows_.begin(), arrows_.end(), bit_rows::arrow{from, to});
            if (arrow && group_[from] != 0 && group_[from] == group_[to])
                all.emplace_back(group_[from], &c);
        }
        return all;
    }
    civil_day end() const { return end_; }

private:
    void take(const coordination_case& c) {
        const case_state state = c.state(end_);
        const bool opinion = c.kind == case_kind::consultation;
        agency_figures_of_coordination& asking = figures_[c.asking];
        ++asking.asks;
        asking.asks_open += c.is_waiting() ? 1 : 0;
        agency_figures_of_coordination& asked = figures_[c.asked];
        if (c.asked_by_another) return;
        ++asked.of[static_cast<std::size_t>(state)];
        asked.consultations += opinion ? 1 : 0;
        asked.silent += opinion && (c.by_silence || state == case_state::overdue) ? 1 : 0;
        if (c.due) asked.given.push_back(c.days_given);
        if (c.answered_on) asked.taken.push_back(c.days_taken);
        asked.days_overdue += c.days_overdue;
    }

    // By their codes.
    std::vector<row_number> rows_of_figures() const {
        std::vector<row_number> rows;
        for (const auto& one : figures_) rows.push_back(one.first);
        const auto& known = through_.record.agencies;
        std::sort(rows.begin(), rows.end(),
                  [&](row_number a, row_number b) { return known[a].code < known[b].code; });
        return rows;
    }
    std::uint32_t place_of(row_number agency) const {
        const auto& known = through_.record.agencies;
        return static_cast<std::uint32_t>(
            std::lower_bound(
                agencies_.begin(), agencies_.end(), agency,
                [&](row_number a, row_number b) { return known[a].code < known[b].code; }) -
            agencies_.begin());
    }

    // Pairs with so many unanswered cases, or more.
    void connect(std::int64_t at_least) {
        const auto n = static_cast<std::uint32_t>(agencies_.size());
        std::map<bit_rows::arrow, std::int64_t> open;
        for (const coordination_case& c : cases_)
            if (c.is_waiting()) ++open[{place_of(c.asking), place_of(c.asked)}];
        for (const auto& [arrow, cases] : open)
            if (cases >= at_least) arrows_.push_back(arrow);
        out_.assign(n, 0), in_.assign(n, 0), group_.assign(n, 0);
        for (const auto& [from, to] : arrows_) ++out_[from], ++in_[to];
        const bit_rows along{n, arrows_};
        waiting_ = along.turned();
        between_ = betweenness(along, 1);
        const std::vector<std::uint32_t> component = strong_components(along, waiting_);
        std::map<std::uint32_t, std::int64_t> size, number;
        for (const std::uint32_t c : component) ++size[c];
        for (std::uint32_t a = 0; a < n; ++a)
            if (size[component[a]] > 1)
                group_[a] = number.try_emplace(component[a], std::ssize(number) + 1).first->second;
    }

    const lens& through_;
    const civil_day end_;
    const std::vector<coordination_case> cases_;
    std::map<row_number, agency_figures_of_coordination> figures_;
    std::vector<row_number> agencies_;
    std::vector<bit_rows::arrow> arrows_;  // from who waits to who is waited for; ascending
    bit_rows waiting_{0, {}};              // the same turned round
    std::vector<std::int64_t> out_, in_, group_;
    std::vector<double> between_;
};

}  // namespace

table answer_coordination_network(const lens& through, const arguments& args) {
    const row_number only = asked_row(through, args, f::agency);
    answer_rows out{question_kind::coordination_network};
    std::optional<period> span = begun_period(through, args);
    for (std::int64_t left = args.integer(f::periods).value_or(1); left > 0 && span; --left) {
        const network_of_period network{through, *span, args.integer(f::at_least).value_or(1)};
        for (std::size_t a = 0; a < network.agencies().size(); ++a) {
            if (only != no_row && network.agencies()[a] != only) continue;
            const auto& n = network.figures(a);
            out.put(to_text(*span));
            out.put(through.record.agencies[network.agencies()[a]].code);
            out.put(n.asks);
            out.put(n.asks_open);
            out.put(n.asked());
            for (const case_state state :
                 {case_state::in_time, case_state::late, case_state::overdue, case_state::open})
                out.put(n.count(state));
            out.put(share(n.on_time()));
            out.put_flag(n.on_time().for_reference_only());
            out.put(median_of(n.given));
            out.put(median_of(n.taken));
            out.put(n.days_overdue);
            out.put(n.consultations);
            out.put(n.silent);
            out.put(network.waits_for(a));
            out.put(network.waited_for_by(a));
            out.put(network.held_up(a));
            out.put(network.betweenness_in_thousandths(a));
            out.put(network.group(a) == 0 ? std::nullopt : std::optional{network.group(a)});
        }
        span = period_before(*span);
    }
    return out.finish(args);
}

table answer_mutual_cases(const lens& through, const arguments& args) {
    const state& s = through.record;
    const network_of_period network{through, begun_period(through, args),
                                    args.integer(f::at_least).value_or(1)};
    auto cases = network.mutual_cases();
    const auto key = [&](const auto& one) {
        const coordination_case& c = *one.second;
        return std::tuple{one.first,
                          std::string_view{s.agencies[c.asking].code},
                          std::string_view{s.agencies[c.asked].code},
                          c.since,
                          c.kind,
                          std::string_view{c.code}};
    };
    std::sort(cases.begin(), cases.end(),
              [&](const auto& a, const auto& b) { return key(a) < key(b); });
    answer_rows out{question_kind::mutual_cases};
    for (const auto& [group, one] : cases) {
        out.put(group);
        out.put(network.size_of_group(group));
        out.put(s.agencies[one->asking].code);
        out.put(s.agencies[one->asked].code);
        out.put(name_of(one->kind));
        out.put(one->code);
        out.put(s.tasks[one->task].code);
        out.put(one->since);
        out.put(one->due);
        out.put(name_of(one->state(network.end())));
    }
    return out.finish(args);
}

}  // namespace mandate
