#include "review/indicator_reader.hpp"

#include "review/answers.hpp"

#include <algorithm>
#include <map>

namespace mandate {
namespace {

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
        case period_kind::own: {  // of whole months: the longest periods of the calendar in it
            std::vector<period> longest;
            for (civil_day at = p.first(); p.whole_months() && at <= p.last();)
                for (const period_kind kind : {period_kind::year, period_kind::half_year,
                                               period_kind::quarter, period_kind::month}) {
                    const period one = period::of(kind, at);
                    if (one.first() != at || one.last() > p.last()) continue;
                    longest.push_back(one);
                    at = one.last() + 1;
                    break;
                }
            return longest;
        }
        case period_kind::month:
            break;
    }
    return {};
}

std::span<const stated_figure> of_bearer(const std::vector<stated_figure>& all, row_number agency) {
    const auto less = [](const stated_figure& one, row_number bearer) {
        return one.bearer < bearer;
    };
    const auto from = std::lower_bound(all.begin(), all.end(), agency, less);
    const auto end = std::lower_bound(from, all.end(), agency + 1, less);
    return {from, end};
}

// The last that the agency stated for the period.
const stated_figure* last_by(std::span<const stated_figure> all, row_number agency,
                             const period& span) {
    const stated_figure* last = nullptr;
    for (const stated_figure& one : all)
        if (one.agency == agency && one.span == span) last = &one;
    return last;
}

}  // namespace

indicator_reader::indicator_reader(const stated_figures& all, row_number agency)
    : all_{all},
      agency_{agency},
      cumulative_{all.record().stated.at(all.through().times)->value.measure ==
                  measure_kind::cumulative} {}

indicator_reader::lists indicator_reader::in(const period& asked) const {
    const stated_figures::scope& all = all_.in(asked);
    return {of_bearer(all.targets, agency_), of_bearer(all.observations, agency_),
            of_bearer(all.bases, agency_)};
}

// The last of each agency for the period, where none stands in its place.
indicator_reader::figures indicator_reader::standing_in(std::span<const stated_figure> all,
                                                        const period& span) const {
    std::map<row_number, const stated_figure*> last;
    for (const stated_figure& one : all)
        if (one.span == span) last[one.agency] = &one;
    figures out;
    for (const auto& [by, one] : last)
        if (std::none_of(last.begin(), last.end(), [&, mine = one](const auto& other) {
                return all_.stands_for(*other.second, *mine);
            }))
            out.push_back(one);
    return out;
}

std::optional<figure_range> indicator_reader::together(std::span<const stated_figure> all,
                                                       const period& span) const {
    const figures parts = standing_in(all, span);
    if (parts.empty() || (parts.size() > 1 && !cumulative_)) return std::nullopt;
    figure_range whole{0, 0};
    for (const stated_figure* one : parts) whole.low += one->low, whole.high += one->high;
    return whole;
}

// Those of whom a figure of the period is awaited, because they had a target that holds it or told
// of a longer period, and neither `told` is of them nor stands for them. A joint target asks for
// nothing more than what was taken over.
std::vector<row_number> indicator_reader::missing_from(const figures& told, const period& span,
                                                       const lists& its) const {
    std::vector<row_number> out;
    const auto await = [&](const stated_figure& of) {
        if (contains(out, of.agency)) return;
        if (std::none_of(told.begin(), told.end(), [&](const stated_figure* one) {
                return one->agency == of.agency || all_.stands_for(*one, of);
            }))
            out.push_back(of.agency);
    };
    for (const stated_figure& t : its.targets)
        if (has_days_of(t.span, span) &&
            std::none_of(its.targets.begin(), its.targets.end(), [&](const stated_figure& other) {
                return stated_figures::is_joint_for(t, other);
            }))
            await(t);
    for (const stated_figure& o : its.observations)
        if (o.span != span && has_days_of(o.span, span) && !is_joint(o, its)) await(o);
    return out;
}

// What is stated for the period itself. Of who is awaited and of who told only of parts of it,
// those are added.
std::optional<figure_sum> indicator_reader::stated_value(const period& span,
                                                         const lists& its) const {
    const figures told = standing_in(its.observations, span);
    if (told.empty() || (told.size() > 1 && !cumulative_)) return std::nullopt;
    figure_sum whole{0, 0, span.last(), false};
    for (const stated_figure* one : told) *whole.value += one->low;
    std::vector<row_number> others = missing_from(told, span, its);
    const std::size_t awaited = others.size();
    for (const stated_figure& one : its.observations)
        if (one.span != span && has_days_of(span, one.span) && !contains(others, one.agency) &&
            !is_joint(one, its) &&
            std::none_of(told.begin(), told.end(), [&](const stated_figure* other) {
                return other->agency == one.agency || all_.stands_for(*other, one);
            }))
            others.push_back(one.agency);
    if (!others.empty() && !cumulative_) return std::nullopt;
    for (std::size_t i = 0; i < others.size(); ++i) {
        const figure_sum one = value_by(others[i], span, its);
        if (!one.value && i < awaited) return std::nullopt;
        *whole.value += one.value.value_or(0);
        if (i >= awaited) continue;
        whole.missing += one.missing;
        whole.gap |= one.gap;
        whole.reached = std::min(whole.reached, one.reached);
    }
    return whole;
}

// Whether its agency had taken a target that holds the period over by then.
bool indicator_reader::is_joint(const stated_figure& one, const lists& its) const {
    return std::any_of(its.targets.begin(), its.targets.end(), [&](const stated_figure& t) {
        return has_days_of(t.span, one.span) && stated_figures::is_joint_for(one, t);
    });
}

// What the agency stated for itself, for the period or its parts.
figure_sum indicator_reader::value_by(row_number agency, const period& span,
                                      const lists& its) const {
    const stated_figure* last = nullptr;
    for (const stated_figure& one : its.observations)
        if (one.agency == agency && one.span == span && !is_joint(one, its)) last = &one;
    if (last != nullptr) return {last->low, 0, span.last(), false};
    return gathered(span, [&](const period& part) { return value_by(agency, part, its); });
}

figure_sum indicator_reader::value_of(const period& span, const lists& its) const {
    if (const auto exact = stated_value(span, its)) return *exact;
    return gathered(span, [&](const period& part) { return value_of(part, its); });
}

template <class Read>
figure_sum indicator_reader::gathered(const period& span, Read&& read_part) const {
    figure_sum whole;
    bool behind = false;  // some part so far has no figure
    for (const period& each : halves_of(span)) {
        const figure_sum part = read_part(each);
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

std::optional<figure_range> indicator_reader::target(const period& span) const {
    return together(in(span).targets, span);
}

figure_sum indicator_reader::value_in(const period& span, const period& asked) const {
    return value_of(span, in(asked));
}

std::optional<std::int64_t> indicator_reader::base(const period& span, const period& asked) const {
    const lists its = in(asked);
    if (!missing_from(standing_in(its.bases, span), span, its).empty()) return std::nullopt;
    const auto found = together(its.bases, span);
    return found ? std::optional{found->low} : std::nullopt;
}

std::optional<std::int64_t> indicator_reader::value_before(const period& then,
                                                           const period& now) const {
    const auto those_in = [&](const period& asked) {
        std::vector<row_number> all{agency_};
        const lists its = in(asked);
        for (const auto& list : {its.targets, its.observations})
            for (const stated_figure& one : list)
                if ((has_days_of(asked, one.span) || has_days_of(one.span, asked)) &&
                    !contains(all, one.agency))
                    all.push_back(one.agency);
        return all;
    };
    const auto all_of_it = [&](row_number agency) {
        const figure_sum its = indicator_reader{all_, agency}.value_in(then);
        const bool whole = its.missing == 0 && its.reached == then.last();
        return whole ? its.value : std::nullopt;
    };
    std::optional<std::int64_t> sum = all_of_it(agency_);
    const std::vector<row_number> known = those_in(then);
    for (const row_number other : those_in(now)) {
        if (contains(known, other) || all_.is_part(other, agency_, all_.through().times.as_of))
            continue;
        const auto its = all_of_it(other);
        if (!cumulative_ || !its || !sum) return std::nullopt;
        *sum += *its;
    }
    return sum;
}

std::optional<std::int64_t> indicator_reader::sum_of_periods(const period& span) const {
    if (!cumulative_) return std::nullopt;
    const lists its = in(span);
    const figures told = standing_in(its.observations, span);
    figure_sum all;
    if (told.size() <= 1) {
        all = gathered(span, [&](const period& part) { return value_of(part, its); });
    } else {  // of each alone
        all.value = 0;
        for (const stated_figure* one : told) {
            const figure_sum by = gathered(
                span, [&](const period& part) { return value_by(one->agency, part, its); });
            if (!by.value || by.missing > 0) return std::nullopt;
            *all.value += *by.value;
        }
    }
    return all.missing == 0 ? all.value : std::nullopt;
}

std::optional<std::int64_t> indicator_reader::stated_percent(const period& span) const {
    const lists its = in(span);
    const figures told = standing_in(its.observations, span);
    if (told.size() != 1 || told[0]->agency != agency_) return std::nullopt;
    const auto whole = stated_value(span, its);
    return whole && whole->value == told[0]->low ? told[0]->stated_percent : std::nullopt;
}

// The figures of the span and of periods in it, where none stands in their place.
indicator_reader::figures indicator_reader::told_within(const period& span,
                                                        const lists& its) const {
    figures out;
    for (const stated_figure& one : its.observations) {
        if (!has_days_of(span, one.span) || last_by(its.observations, one.agency, one.span) != &one)
            continue;
        if (std::none_of(its.observations.begin(), its.observations.end(), [&](const auto& other) {
                return has_days_of(other.span, one.span) && has_days_of(span, other.span) &&
                       all_.stands_for(other, one);
            }))
            out.push_back(&one);
    }
    return out;
}

bool indicator_reader::has_targets_for(const period& span, const period& asked) const {
    const lists its = in(asked);
    const figures told = told_within(span, its);
    return std::all_of(told.begin(), told.end(), [&](const stated_figure* one) {
        return std::any_of(its.targets.begin(), its.targets.end(), [&](const stated_figure& t) {
            return t.agency == one->agency || all_.stands_for(*one, t);
        });
    });
}

bool indicator_reader::has_bases_for(const period& span, const period& base,
                                     const period& asked) const {
    const lists its = in(asked);
    const figures told = told_within(span, its), bases = standing_in(its.bases, base);
    const auto is_of = [&](const stated_figure* one, const figures& others) {
        return std::any_of(others.begin(), others.end(), [&](const stated_figure* other) {
            return one->agency == other->agency || all_.stands_for(*one, *other) ||
                   all_.stands_for(*other, *one);
        });
    };
    return std::all_of(told.begin(), told.end(),
                       [&](const auto* one) { return is_of(one, bases); }) &&
           std::all_of(bases.begin(), bases.end(),
                       [&](const auto* one) { return is_of(one, told); });
}

std::optional<std::int64_t> indicator_reader::target_from(row_number part,
                                                          const period& span) const {
    const stated_figure* one = last_by(in(span).targets, part, span);
    return one != nullptr ? std::optional{one->low} : std::nullopt;
}

std::optional<std::int64_t> indicator_reader::value_from(row_number part,
                                                         const period& span) const {
    const figure_sum its = value_by(part, span, in(span));
    return its.missing == 0 ? its.value : std::nullopt;
}

}  // namespace mandate
