#include "review/indicator_figures.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>

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

struct sum {
    optional_number value;
    int missing = 0;
};

class reader {
public:
    reader(const lens& through, const indicator_record& record, row_number agency)
        : through_{through}, record_{record}, agency_{agency} {
        cumulative_ = record.stated.at(through.times)->value.measure == measure_kind::cumulative;
    }

    const indicator_record::target* target(const period& span) const {
        return last_of(record_.targets, span);
    }
    const indicator_record::base* base(const period& span) const {
        return last_of(record_.bases, span);
    }
    // Where the period itself has no figure: the sum of its parts, or the last of them.
    sum value_in(const period& span) const {
        if (const auto* exact = last_of(record_.observations, span)) return {exact->value, 0};
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
    template <class Value>
    const Value* last_of(const versions<Value>& all, const period& span) const {
        const Value* found = nullptr;
        all.each(through_.times, [&](const auto& v) {
            if (v.value.agency == agency_ && v.value.span == span) found = &v.value;
        });
        return found;
    }
    sum gathered(const std::vector<period>& parts) const {
        std::vector<sum> all;
        for (const period& part : parts) all.push_back(value_in(part));
        return joined(all);
    }
    sum joined(const std::vector<sum>& parts) const {
        sum whole;
        for (const sum& part : parts) {
            whole.missing += part.value ? part.missing : 1;
            if (part.value)
                whole.value = cumulative_ ? whole.value.value_or(0) + *part.value : *part.value;
        }
        if (!cumulative_ && whole.value) whole.missing = 0;
        return whole;
    }

    const lens& through_;
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

parts_sum sum_of_parts(const lens& through, const indicator_record& record, row_number agency,
                       const period& span) {
    parts_sum out;
    const std::vector<row_number> parts = parts_of(through, agency);
    out.all = parts.size();
    for (const row_number part : parts)
        if (const auto* t = reader{through, record, part}.target(span)) {
            out.sum = out.sum.value_or(0) + t->low;
            ++out.with_target;
        }
    return out;
}

optional_number shifted(const reader& read, const period& span) {
    if (span.year() <= 1900) return std::nullopt;
    return read.value_in({span.kind(), span.year() - 1, span.index()}).value;
}

}  // namespace

indicator_figures figures_of(const lens& through, const indicator_record& record, row_number agency,
                             const period& span) {
    const auto& told = record.stated.at(through.times)->value;
    const reader read{through, record, agency};
    const period year{period_kind::year, span.year()};
    indicator_figures out;
    if (const auto* t = read.target(span)) {
        out.target_low = t->low;
        out.target_high = t->high;
    }
    const auto* whole = read.target(year);
    if (const auto share = share_of(told.profile, span); share && whole != nullptr)
        out.expected = whole->low / 100 * *share + whole->low % 100 * *share / 100;
    const sum found = read.value_in(span);
    out.value = found.value;
    out.missing = found.value ? found.missing : 0;
    out.year_value = read.value_until(year, span.last()).value;
    out.percent_of_target = percent(out.value, out.target_low ? out.target_low : out.expected);
    const auto* base = read.base(span);
    if (base == nullptr) base = read.base(year);
    if (base != nullptr) out.base = base->value;
    out.percent_of_base = percent(out.value, out.base);
    out.year_before = shifted(read, span);
    out.parts = sum_of_parts(through, record, agency, span).sum;
    if (told.threshold && out.percent_of_target) {
        const bool more_is_better = told.direction == indicator_direction::higher_is_better;
        out.below = more_is_better ? *out.percent_of_target < *told.threshold * 100
                                   : *out.percent_of_target > *told.threshold * 100;
    }
    return out;
}

std::vector<std::pair<row_number, period>> pairs_of(const lens& through,
                                                    const indicator_record& record) {
    const auto later = [&](const std::pair<row_number, period>& a,
                           const std::pair<row_number, period>& b) {
        const auto& agencies = through.record.agencies;
        if (a.first != b.first) return agencies[a.first].code < agencies[b.first].code;
        if (a.second.first() != b.second.first()) return a.second.first() < b.second.first();
        return a.second.last() > b.second.last();
    };
    std::set<std::pair<row_number, period>, decltype(later)> all{later};
    const auto take = [&](const auto& list) {
        list.each(through.times, [&](const auto& v) { all.emplace(v.value.agency, v.value.span); });
    };
    take(record.targets), take(record.observations), take(record.bases);
    return {all.begin(), all.end()};
}

std::vector<finding> parts_that_differ(const lens& through) {
    std::vector<finding> found;
    const state& s = through.record;
    for (std::size_t i = 0; i < s.indicators.size(); ++i) {
        if (s.indicators[i].stated.at(through.times) == nullptr) continue;
        for (const auto& [agency, span] : pairs_of(through, s.indicators[i])) {
            const auto* t = reader{through, s.indicators[i], agency}.target(span);
            if (t == nullptr) continue;
            const parts_sum parts = sum_of_parts(through, s.indicators[i], agency, span);
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
