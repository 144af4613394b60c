#include "review/indicator_figures.hpp"

#include "model/handed_over.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <type_traits>

namespace mandate {
namespace {

using optional_number = std::optional<std::int64_t>;

std::vector<period> halves_of(const period& p) {
    switch (p.kind()) {
        case period_kind::year:
            return {{period_kind::half_year, p.year(), 1}, {period_kind::half_year, p.year(), 2}};
        case period_kind::half_year:
            return {{period_kind::quarter, p.year(), p.index() * 2 - 1},
                    {period_kind::quarter, p.year(), p.index() * 2}};
        case period_kind::quarter: {
            std::vector<period> months;
            for (int m = p.index() * 3 - 2; m <= p.index() * 3; ++m)
                months.emplace_back(period_kind::month, p.year(), m);
            return months;
        }
        case period_kind::month:
            break;
    }
    return {};
}

// What is known of a period: its figure, or that of its parts together.
struct sum {
    optional_number value;
    int missing = 0;
    civil_day reached{};  ///< the last day of the last part that has a figure
    bool gap = false;     ///< a part before that one has none
};

// What was stated; of a target the two ends of its range.
struct figure {
    std::int64_t low, high;
};
figure figure_of(const indicator_record::target& t) { return {t.low, t.high}; }
figure figure_of(const auto& stated) { return {stated.value, stated.value}; }

bool holds(const period& whole, const period& part) {
    return whole.first() <= part.first() && part.last() <= whole.last();
}

// Who has what an agency stated, after hand_over: of a target who took that target, of figures and
// bases who took the target of a period that holds theirs.
template <class Value>
row_number bearer(const lens& through, row_number indicator, const Value& stated) {
    const state& s = through.record;
    if (s.agencies[stated.agency].handed.all().empty()) return stated.agency;
    if constexpr (std::is_same_v<Value, indicator_record::target>)
        return ower_of(s, {entity_kind::indicator, indicator, stated.span}, stated.agency,
                       through.times);
    else
        return bearer_of(s, indicator, stated.agency, stated.span, through.times);
}

class reader {
public:
    reader(const lens& through, row_number indicator, row_number agency)
        : through_{through},
          indicator_{indicator},
          record_{through.record.indicators[indicator]},
          agency_{agency} {
        cumulative_ = record_.stated.at(through.times)->value.measure == measure_kind::cumulative;
    }

    bool is_cumulative() const noexcept { return cumulative_; }
    std::optional<figure> target(const period& span) const { return stated(record_.targets, span); }
    std::optional<figure> base(const period& span) const { return stated(record_.bases, span); }
    // Where the period itself has no figure: the sum of its parts, or the last of them.
    sum value_in(const period& span) const {
        if (const auto exact = stated(record_.observations, span))
            return {exact->low, 0, span.last(), false};
        return gathered(halves_of(span));
    }
    // From the beginning of `whole` to the day.
    sum value_until(const period& whole, civil_day last) const {
        if (whole.last() <= last) return value_in(whole);
        std::vector<sum> parts;
        for (const period& part : halves_of(whole))
            if (part.first() <= last) parts.push_back(value_until(part, last));
        return joined(parts);
    }

private:
    // What the agency stated itself counts. Else what those stated whose target it took over: of
    // several the sum, if the measure adds up and none of them is missing.
    template <class Value>
    std::optional<figure> stated(const versions<Value>& all, const period& span) const {
        std::optional<figure> own;
        std::map<row_number, figure> taken;
        all.each(through_.times, [&](const auto& v) {
            if (v.value.span != span || bearer(through_, indicator_, v.value) != agency_) return;
            if (v.value.agency == agency_)
                own = figure_of(v.value);
            else
                taken[v.value.agency] = figure_of(v.value);
        });
        if (own || taken.empty()) return own;
        if (taken.size() > 1 && !cumulative_) return std::nullopt;
        if (!std::is_same_v<Value, indicator_record::target> && taken.size() < takings(span))
            return std::nullopt;
        figure whole{0, 0};
        for (const auto& [from, one] : taken) whole.low += one.low, whole.high += one.high;
        return whole;
    }
    // Of how many agencies it took over a target that holds the period.
    std::size_t takings(const period& span) const {
        std::set<row_number> from;
        record_.targets.each(through_.times, [&](const auto& t) {
            if (t.value.agency != agency_ && holds(t.value.span, span) &&
                bearer(through_, indicator_, t.value) == agency_)
                from.insert(t.value.agency);
        });
        return from.size();
    }
    sum gathered(const std::vector<period>& parts) const {
        std::vector<sum> all;
        for (const period& part : parts) all.push_back(value_in(part));
        return joined(all);
    }
    sum joined(const std::vector<sum>& parts) const {
        sum whole;
        bool behind = false;  // some part so far has no figure
        for (const sum& part : parts) {
            whole.missing += part.value ? part.missing : 1;
            if (part.value) {
                whole.value = cumulative_ ? whole.value.value_or(0) + *part.value : *part.value;
                whole.reached = part.reached;
                whole.gap |= behind || part.gap;
            }
            behind |= !part.value || part.missing > 0;
        }
        if (!cumulative_ && whole.value) whole.missing = 0;
        return whole;
    }

    const lens& through_;
    row_number indicator_;
    const indicator_record& record_;
    row_number agency_;
    bool cumulative_;
};

// The share of the year that the profile gives to the period, in percent.
std::optional<int> share_of(const std::vector<int>& profile, const period& span) {
    if (profile.empty()) return std::nullopt;
    const int pieces = static_cast<int>(profile.size());  // 4 or 12
    const int length = span.kind() == period_kind::year        ? pieces
                       : span.kind() == period_kind::half_year ? pieces / 2
                       : span.kind() == period_kind::quarter   ? pieces / 4
                                                               : pieces / 12;
    if (length == 0) return std::nullopt;  // a month, and the profile is by quarter
    const auto first = profile.begin() + (span.index() - 1) * length;
    return std::accumulate(first, first + length, 0);
}

// The share that it gives to the time from the period's beginning to the end of a month; nothing
// inside a quarter, if the profile is by quarter.
std::optional<int> share_until(const std::vector<int>& profile, const period& span,
                               civil_day last) {
    if (!share_of(profile, span)) return std::nullopt;
    const int months = 12 / static_cast<int>(profile.size());
    const int first = period::of(period_kind::month, span.first()).index() - 1;
    const int end = period::of(period_kind::month, last).index();
    if (end % months != 0) return std::nullopt;
    return std::accumulate(profile.begin() + first / months, profile.begin() + end / months, 0);
}

// `of` times `part` by `whole`, rounded down.
std::int64_t share_by(std::int64_t of, int part, int whole) {
    __extension__ using wide = __int128;
    return static_cast<std::int64_t>(wide{of} * part / whole);
}

optional_number percent(const optional_number& part, const optional_number& whole) {
    if (!part || !whole || *whole <= 0 || *part < 0) return std::nullopt;
    // Values go up to 10^15, so their ten-thousandfold needs more than 64 bits.
    __extension__ using wide = __int128;
    const wide hundredths = (wide{*part} * 20'000 + *whole) / (wide{*whole} * 2);
    if (hundredths > std::numeric_limits<std::int64_t>::max()) return std::nullopt;
    return static_cast<std::int64_t>(hundredths);
}

// The agencies below one: the members of a group, else those whose parent it is.
std::vector<row_number> parts_of(const lens& through, row_number agency) {
    const state& s = through.record;
    const auto* told = s.agencies[agency].stated.at(through.times);
    if (told != nullptr && !told->value.members.empty())
        return {told->value.members.begin(), told->value.members.end()};
    std::vector<row_number> all;
    for (row_number a = 0; a < s.agencies.size(); ++a) {
        const auto* one = s.agencies[a].stated.at(through.times);
        if (one != nullptr && one->value.parent == agency) all.push_back(a);
    }
    return all;
}

struct parts_sum {
    optional_number sum;
    std::size_t with_target = 0, all = 0;
};

parts_sum sum_of_parts(const lens& through, row_number indicator, row_number agency,
                       const period& span) {
    parts_sum out;
    const std::vector<row_number> parts = parts_of(through, agency);
    out.all = parts.size();
    for (const row_number part : parts)
        if (const auto t = reader{through, indicator, part}.target(span)) {
            out.sum = out.sum.value_or(0) + t->low;
            ++out.with_target;
        }
    return out;
}

optional_number shifted(const reader& read, const period& span) {
    if (span.year() <= 1900) return std::nullopt;
    return read.value_in({span.kind(), span.year() - 1, span.index()}).value;
}

// What should have been reached with the last figure that is known. Nothing where that cannot be
// told: a figure before it is missing; the period is not all reported, and no profile says how much
// was to come by then; or it is a figure at a point, and that of the end is not known.
optional_number due_so_far(const indicator_record::statement& told, const sum& found,
                           const period& span, std::int64_t bar, bool is_cumulative) {
    if (!found.value || (is_cumulative && found.gap)) return std::nullopt;
    if (found.reached == span.last()) return bar;
    const auto whole = share_of(told.profile, span);
    const auto part = share_until(told.profile, span, found.reached);
    if (!is_cumulative || !whole || !part || *whole == 0) return std::nullopt;
    return share_by(bar, *part, *whole);
}

}  // namespace

indicator_figures figures_of(const lens& through, row_number indicator, row_number agency,
                             const period& span) {
    const auto& told = through.record.indicators[indicator].stated.at(through.times)->value;
    const reader read{through, indicator, agency};
    const period year{period_kind::year, span.year()};
    const bool more_is_better = told.direction == indicator_direction::higher_is_better;
    // The end of a range that must be reached, or not be passed.
    const auto bar_of = [&](const figure& f) { return more_is_better ? f.low : f.high; };
    indicator_figures out;
    optional_number bar;
    if (const auto t = read.target(span)) {
        out.target_low = t->low;
        out.target_high = t->high;
        bar = bar_of(*t);
    }
    const auto whole = read.target(year);
    if (const auto share = share_of(told.profile, span); share && whole)
        out.expected = share_by(bar_of(*whole), *share, 100);
    if (!bar) bar = out.expected;
    const sum found = read.value_in(span);
    out.value = found.value;
    out.missing = found.value ? found.missing : 0;
    out.year_value = read.value_until(year, span.last()).value;
    out.percent_of_target = percent(out.value, bar);
    auto base = read.base(span);
    if (!base) base = read.base(year);
    if (base) out.base = base->low;
    out.percent_of_base = percent(out.value, out.base);
    out.year_before = shifted(read, span);
    out.parts = sum_of_parts(through, indicator, agency, span).sum;
    if (!told.threshold || !bar) return out;
    const auto due = due_so_far(told, found, span, *bar, read.is_cumulative());
    if (const auto share = percent(out.value, due))
        out.below = more_is_better ? *share < *told.threshold * 100
                                   : *out.value > *due && *share > *told.threshold * 100;
    return out;
}

std::vector<std::pair<row_number, period>> pairs_of(const lens& through, row_number indicator) {
    const indicator_record& record = through.record.indicators[indicator];
    const auto later = [&](const std::pair<row_number, period>& a,
                           const std::pair<row_number, period>& b) {
        const auto& agencies = through.record.agencies;
        if (a.first != b.first) return agencies[a.first].code < agencies[b.first].code;
        if (a.second.first() != b.second.first()) return a.second.first() < b.second.first();
        return a.second.last() > b.second.last();
    };
    std::set<std::pair<row_number, period>, decltype(later)> all{later};
    const auto take = [&](const auto& list) {
        list.each(through.times, [&](const auto& v) {
            all.emplace(bearer(through, indicator, v.value), v.value.span);
        });
    };
    take(record.targets), take(record.observations), take(record.bases);
    return {all.begin(), all.end()};
}

row_number bearer_of(const lens& through, row_number indicator,
                     const indicator_record::target& stated) {
    return bearer(through, indicator, stated);
}
row_number bearer_of(const lens& through, row_number indicator,
                     const indicator_record::observation& stated) {
    return bearer(through, indicator, stated);
}

std::vector<finding> parts_that_differ(const lens& through) {
    std::vector<finding> found;
    const state& s = through.record;
    for (row_number i = 0; i < s.indicators.size(); ++i) {
        if (s.indicators[i].stated.at(through.times) == nullptr) continue;
        for (const auto& [agency, span] : pairs_of(through, i)) {
            const auto t = reader{through, i, agency}.target(span);
            if (!t) continue;
            const parts_sum parts = sum_of_parts(through, i, agency, span);
            if (!parts.sum || parts.with_target != parts.all) continue;
            if (t->low <= *parts.sum && *parts.sum <= t->high) continue;
            found.push_back({"indicator.parts_differ",
                             "indicator " + s.indicators[i].code + ", " + to_text(span) +
                                 ": the targets of the " + std::to_string(parts.all) +
                                 " parts of agency " + s.agencies[agency].code + " add up to " +
                                 std::to_string(*parts.sum) + ", its own is " +
                                 std::to_string(t->low),
                             {{"indicator", s.indicators[i].code},
                              {"agency", s.agencies[agency].code},
                              {"period", to_text(span)},
                              {"sum", std::to_string(*parts.sum)},
                              {"target", std::to_string(t->low)}}});
        }
    }
    return found;
}

}  // namespace mandate
