#include "review/stated_figures.hpp"

#include "model/agency_life.hpp"
#include "model/place.hpp"

#include <algorithm>
#include <set>
#include <type_traits>

namespace mandate {
namespace {

figure_range range_of(const indicator_record::target& t) { return {t.low, t.high}; }
figure_range range_of(const auto& stated) { return {stated.value, stated.value}; }

std::int32_t length(const period& p) { return p.last() - p.first(); }

// Since when the agency has what it took over; null: it never did.
const ower* taking_by(const stated_figure& one, row_number agency) {
    if (one.agency == agency) return nullptr;
    for (const ower& by : one.taken_by)
        if (by.agency == agency) return &by;
    return nullptr;
}

}  // namespace

stated_figures::stated_figures(const lens& through, row_number indicator)
    : through_{through}, indicator_{indicator}, record_{through.record.indicators[indicator]} {
    for (row_number a = 0; a < through.record.agencies.size(); ++a)
        through.record.agencies[a].handed.each(through.times, [&](const auto& h) {
            if (h.value.indicator != indicator || !h.value.span) return;
            gave_.insert(a);
            had_[h.value.into].push_back(*h.value.span);
        });
    if (had_.empty()) return;
    record_.targets.each(through.times,
                         [&](const auto& t) { had_[t.value.agency].push_back(t.value.span); });
}

std::optional<period> stated_figures::shortest_that_holds(row_number agency,
                                                          const period& span) const {
    std::optional<period> shortest;
    const auto all = had_.find(agency);
    if (all == had_.end()) return shortest;
    for (const period& one : all->second)
        if (has_days_of(one, span) && (!shortest || length(one) < length(*shortest)))
            shortest = one;
    return shortest;
}

template <class Value>
std::vector<stated_figure> stated_figures::read(const versions<Value>& all,
                                                const std::optional<period>& asked) const {
    constexpr bool are_targets = std::is_same_v<Value, indicator_record::target>;
    std::vector<stated_figure> out;
    all.each(through_.times, [&](const auto& v) {
        const row_number by = v.value.agency;
        const figure_range stated = range_of(v.value);
        stated_figure one{
            by, by, v.value.span, stated.low, stated.high, {}, {v.effective_on, v.place, v.seq},
            {}};
        if constexpr (std::is_same_v<Value, indicator_record::observation>)
            one.stated_percent = v.value.stated_percent;
        if (asked && gave_.contains(by)) {
            std::optional<period> target = shortest_that_holds(by, *asked);
            if (are_targets && target && *target != one.span) return;  // of another period
            if (!target) target = shortest_that_holds(by, one.span);
            standing since{first_day, 0, 0};
            if (are_targets)
                since = one.said;
            else if (target)
                record_.targets.each(through_.times, [&](const auto& t) {
                    if (t.value.agency == by && t.value.span == *target && is_before(t, one.said))
                        since = {t.effective_on, t.place, t.seq};
                });
            if (target)
                one.taken_by =
                    owers_in_turn(through_.record, {entity_kind::indicator, indicator_, target}, by,
                                  through_.times, since);
            if (one.taken_by.size() == 1) one.taken_by.clear();
            if (!one.taken_by.empty()) one.bearer = one.taken_by.back().agency;
        }
        out.push_back(std::move(one));
    });
    std::stable_sort(out.begin(), out.end(), [](const stated_figure& a, const stated_figure& b) {
        return a.bearer < b.bearer;
    });
    return out;
}

const stated_figures::scope& stated_figures::in(const period& asked) const {
    const std::optional<period> key = had_.empty() ? std::nullopt : std::optional{asked};
    for (const auto& [of, one] : scopes_)
        if (of == key) return one;
    return scopes_
        .emplace_back(key, scope{read(record_.targets, key), read(record_.observations, key),
                                 read(record_.bases, key)})
        .second;
}

row_number stated_figures::bearer_of(row_number agency, const period& span, seq_number seq) const {
    if (!gave_.contains(agency)) return agency;
    const scope& its = in(span);
    for (const auto* list : {&its.targets, &its.observations, &its.bases})
        for (const stated_figure& one : *list)
            if (one.said.seq == seq) return one.bearer;
    return agency;
}

// Whoever stated the other speaks for itself again once it has come back.
bool stated_figures::is_joint_for(const stated_figure& one, const stated_figure& other) {
    for (auto by = other.taken_by.rbegin(); by != other.taken_by.rend(); ++by) {
        if (!by->is_before(one.said)) continue;
        if (by->agency == other.agency) return false;
        if (by->agency == one.agency) return true;
    }
    return false;
}

bool stated_figures::stands_for(const stated_figure& one, const stated_figure& other) const {
    if (is_joint_for(one, other)) return true;
    const ower* taken = taking_by(other, one.agency);
    return taken != nullptr && is_part(other.agency, one.agency, taken->since);
}

bool stated_figures::is_part(row_number part, row_number whole, civil_day on) const {
    const view then{on, through_.times.known};
    if (const auto* told = through_.record.agencies[whole].stated.at(then))
        for (const row_number member : told->value.members)
            if (member == part) return true;
    return is_below(through_.record, part, whole, then);
}

std::vector<std::pair<row_number, period>> stated_figures::pairs() const {
    const auto later = [&](const std::pair<row_number, period>& a,
                           const std::pair<row_number, period>& b) {
        const auto& agencies = through_.record.agencies;
        if (a.first != b.first) return agencies[a.first].code < agencies[b.first].code;
        if (a.second.first() != b.second.first()) return a.second.first() < b.second.first();
        return a.second.last() > b.second.last();
    };
    std::set<std::pair<row_number, period>, decltype(later)> all{later};
    std::vector<period> spans;
    const auto take = [&](const auto& stated) {
        stated.each(through_.times, [&](const auto& v) {
            if (std::find(spans.begin(), spans.end(), v.value.span) == spans.end())
                spans.push_back(v.value.span);
        });
    };
    take(record_.targets), take(record_.observations), take(record_.bases);
    for (const period& span : spans) {
        const scope& its = in(span);
        for (const auto* list : {&its.targets, &its.observations, &its.bases})
            for (const stated_figure& one : *list)
                if (one.span == span) all.emplace(one.bearer, span);
    }
    return {all.begin(), all.end()};
}

}  // namespace mandate
