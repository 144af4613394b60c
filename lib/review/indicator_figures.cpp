#include "review/indicator_figures.hpp"

#include "model/agency_life.hpp"
#include "model/handed_over.hpp"
#include "review/answers.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <span>
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

// Who has what an agency stated, in turn, after hand_over: of a target who took that target, of
// figures and bases who took the target of a period that holds theirs.
template <class Value>
std::vector<ower> bearers(const lens& through, row_number indicator, const Value& stated) {
    const state& s = through.record;
    if (s.agencies[stated.agency].handed.all().empty()) return {{stated.agency}};
    if constexpr (std::is_same_v<Value, indicator_record::target>)
        return owers_in_turn(s, {entity_kind::indicator, indicator, stated.span}, stated.agency,
                             through.times);
    else
        return bearers_of(s, indicator, stated.agency, stated.span, through.times);
}
template <class Value>
row_number bearer(const lens& through, row_number indicator, const Value& stated) {
    return bearers(through, indicator, stated).back().agency;
}

}  // namespace

// What is told of one agency.
class indicator_reader {
public:
    indicator_reader(const figures_of_indicator& all, row_number agency)
        : agency_{agency},
          targets_{of_bearer(all.targets_)},
          observations_{of_bearer(all.observations_)},
          bases_{of_bearer(all.bases_)} {
        const auto* stated =
            all.through_.record.indicators[all.indicator_].stated.at(all.through_.times);
        cumulative_ = stated->value.measure == measure_kind::cumulative;
    }

    bool is_cumulative() const noexcept { return cumulative_; }
    std::optional<figure> target(const period& span) const { return together(targets_, span); }
    std::optional<figure> base(const period& span) const {
        return missing_from(standing_for(bases_, span), span).empty() ? together(bases_, span)
                                                                      : std::nullopt;
    }
    // Of the agency's own figure, where that is all there is.
    optional_number stated_percent(const period& span) const {
        const std::vector<const told*> all = standing_for(observations_, span);
        const bool is_own = all.size() == 1 && all[0]->stated_by == agency_;
        return is_own ? all[0]->stated_percent : std::nullopt;
    }
    // Where the period itself has no figure: the sum of its parts, or the last of them.
    sum value_in(const period& span) const {
        if (const auto exact = stated_value(span)) return *exact;
        return gathered(span, [&](const period& part) { return value_in(part); });
    }
    // What the periods in it add up to, where each is known and the measure adds up.
    optional_number sum_of_periods(const period& span) const {
        if (!cumulative_) return std::nullopt;
        const sum all = gathered(span, [&](const period& part) { return value_in(part); });
        return all.missing == 0 ? all.value : std::nullopt;
    }

private:
    using told = figures_of_indicator::told;

    std::span<const told> of_bearer(const std::vector<told>& all) const {
        const auto less = [](const told& one, row_number agency) { return one.bearer < agency; };
        const auto from = std::lower_bound(all.begin(), all.end(), agency_, less);
        const auto end = std::lower_bound(from, all.end(), agency_ + 1, less);
        return {from, end};
    }
    // Since when `agency` has what is told; nothing: it never took it over.
    static const ower* taking_by(const told& one, row_number agency) {
        for (std::size_t i = 1; i < one.taken_by.size(); ++i)
            if (one.taken_by[i].agency == agency) return &one.taken_by[i];
        return nullptr;
    }
    // Whether `later` is the joint figure that stands in place of `one`, which its agency had taken
    // over by then.
    static bool replaces(const told& later, const told& one) {
        const ower* taken = taking_by(one, later.stated_by);
        return taken != nullptr && taken->is_before(later.said);
    }
    // The last of each agency that no joint one replaces.
    std::vector<const told*> standing_for(std::span<const told> all, const period& span) const {
        std::map<row_number, const told*> last;
        for (const told& one : all)
            if (one.span == span) last[one.stated_by] = &one;
        std::vector<const told*> out;
        for (const auto& [by, one] : last)
            if (std::none_of(last.begin(), last.end(), [&, mine = one](const auto& other) {
                    return replaces(*other.second, *mine);
                }))
                out.push_back(one);
        return out;
    }
    std::optional<figure> together(std::span<const told> all, const period& span) const {
        const std::vector<const told*> parts = standing_for(all, span);
        if (parts.empty() || (parts.size() > 1 && !cumulative_)) return std::nullopt;
        figure whole{0, 0};
        for (const told* one : parts) whole.low += one->low, whole.high += one->high;
        return whole;
    }
    // Those who owed a figure of the period, because they had a target that holds it, and of whom
    // none of these is, nor one that stands in its place. Who has taken a target over owes what it
    // owed before; its own joint target asks for nothing more.
    std::vector<row_number> missing_from(const std::vector<const told*>& figures,
                                         const period& span) const {
        std::vector<row_number> out;
        for (const told& t : targets_) {
            if (!holds(t.span, span) || contains(out, t.stated_by)) continue;
            const auto is_for_it = [&](const told* one) {
                if (one->stated_by == t.stated_by) return true;
                const ower* taken = taking_by(t, one->stated_by);
                return taken != nullptr && taken->is_before(one->said);
            };
            const auto is_joint = [&](const told& other) { return replaces(t, other); };
            if (std::none_of(figures.begin(), figures.end(), is_for_it) &&
                std::none_of(targets_.begin(), targets_.end(), is_joint))
                out.push_back(t.stated_by);
        }
        return out;
    }
    // What is stated for the period itself; who owed it and stated none is asked for its parts.
    std::optional<sum> stated_value(const period& span) const {
        const std::vector<const told*> figures = standing_for(observations_, span);
        if (figures.empty() || (figures.size() > 1 && !cumulative_)) return std::nullopt;
        sum whole{0, 0, span.last(), false};
        for (const told* one : figures) *whole.value += one->low;
        std::vector<row_number> others = missing_from(figures, span);
        const std::size_t owing = others.size();
        for (const told& one : observations_)
            if (!contains(others, one.stated_by) && is_beside(one, figures, span))
                others.push_back(one.stated_by);
        if (!others.empty() && !cumulative_) return std::nullopt;
        for (std::size_t i = 0; i < others.size(); ++i) {
            const sum its = value_by(others[i], span);
            if (!its.value && i < owing) return std::nullopt;
            *whole.value += its.value.value_or(0);
            if (i >= owing) continue;  // of whom nothing more is awaited
            whole.missing += its.missing;
            whole.gap |= its.gap;
            whole.reached = std::min(whole.reached, its.reached);
        }
        return whole;
    }
    // Whether its agency had taken a target that holds the period over by then.
    bool is_joint(const told& one) const {
        return std::any_of(targets_.begin(), targets_.end(), [&](const told& t) {
            return holds(t.span, one.span) && replaces(one, t);
        });
    }
    // Whether it is told of a part of the period, by another than those of the figures, for itself.
    bool is_beside(const told& one, const std::vector<const told*>& figures,
                   const period& span) const {
        return one.span != span && holds(span, one.span) && !is_joint(one) &&
               std::none_of(figures.begin(), figures.end(), [&](const told* whole) {
                   return whole->stated_by == one.stated_by || replaces(*whole, one);
               });
    }
    // What the agency stated for itself, for the period or its parts.
    sum value_by(row_number agency, const period& span) const {
        const told* last = nullptr;
        for (const told& one : observations_)
            if (one.stated_by == agency && one.span == span && !is_joint(one)) last = &one;
        if (last != nullptr) return {last->low, 0, span.last(), false};
        return gathered(span, [&](const period& part) { return value_by(agency, part); });
    }
    template <class Read>
    sum gathered(const period& span, Read&& read_part) const {
        std::vector<sum> all;
        for (const period& part : halves_of(span)) all.push_back(read_part(part));
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

    row_number agency_;
    std::span<const told> targets_, observations_, bases_;
    bool cumulative_;
};

namespace {

using reader = indicator_reader;

bool is_within_a_year(const period& span) { return span.first().year() == span.last().year(); }

// The share of the year that the profile gives to the period, in percent; nothing where that is no
// whole number of its pieces.
std::optional<int> share_in(const std::vector<int>& profile, const period& span) {
    if (profile.empty() || !span.whole_months() || !is_within_a_year(span)) return std::nullopt;
    const int months = 12 / static_cast<int>(profile.size());  // of a piece: 3 or 1
    const int first = static_cast<int>(span.first().month()) - 1;
    const int end = static_cast<int>(span.last().month());
    if (first % months != 0 || end % months != 0) return std::nullopt;
    return std::accumulate(profile.begin() + first / months, profile.begin() + end / months, 0);
}

// Values go up to 10^15, so what they are multiplied by needs more than 64 bits.
__extension__ using int128 = __int128;

// What is to be reached: `of` times `part` by `whole`. Judged as it is, never rounded: a quarter of
// three is not nothing. `part` and `whole` stay below 10^8.
struct fraction {
    std::int64_t of;
    std::int64_t part = 1, whole = 1;

    fraction times(std::int64_t p, std::int64_t w) const { return {of, part * p, whole * w}; }
    int128 above() const { return int128{of} * part; }  // of the fraction
    std::int64_t floor() const {
        return static_cast<std::int64_t>(above() / whole - (above() % whole < 0 ? 1 : 0));
    }
    std::int64_t ceiling() const { return floor() + (above() % whole != 0 ? 1 : 0); }
    // Half up.
    optional_number in_hundredths() const {
        const int128 twice = above() * 200 + whole, unit = int128{whole} * 2;
        const int128 all = twice / unit - (twice % unit < 0 ? 1 : 0);
        if (all != static_cast<std::int64_t>(all)) return std::nullopt;
        return static_cast<std::int64_t>(all);
    }
};

// Hundredths, half up.
optional_number percent(const optional_number& part, const std::optional<fraction>& due) {
    if (!part || !due || due->above() <= 0 || *part < 0) return std::nullopt;
    const int128 hundredths =
        (int128{*part} * due->whole * 20'000 + due->above()) / (due->above() * 2);
    if (hundredths > std::numeric_limits<std::int64_t>::max()) return std::nullopt;
    return static_cast<std::int64_t>(hundredths);
}

// Whether the value lies beyond the threshold, a percentage of what was due. Where there is no
// share, because what was due is zero or less or the value below zero, it may lie off on the wrong
// side by the same part of what was due.
bool is_beyond(std::int64_t value, const fraction& due, int threshold, bool more_is_better) {
    const int128 reached = int128{value} * due.whole, bar = due.above();
    const int128 off = more_is_better ? bar - reached : reached - bar;
    const int leeway = more_is_better ? 100 - threshold : threshold - 100;
    if (bar > 0 && value >= 0) return (more_is_better || off > 0) && off * 100 > bar * leeway;
    return off * 100 > (bar < 0 ? -bar : bar) * std::max(leeway, 0);
}

// The agencies below one: the members of a group, else those whose parent it is on that day.
std::vector<row_number> parts_of(const state& s, row_number agency, const view& on) {
    const auto* told = s.agencies[agency].stated.at(on);
    if (told != nullptr && !told->value.members.empty())
        return {told->value.members.begin(), told->value.members.end()};
    std::vector<row_number> all;
    for (row_number a = 0; a < s.agencies.size(); ++a)
        if (s.agencies[a].stated.at(on) != nullptr && parent_of(s, a, on) == agency)
            all.push_back(a);
    return all;
}

struct parts_sum {
    optional_number sum;
    std::size_t known = 0, all = 0;
};

optional_number target_of(const reader& read, const period& span) {
    const auto t = read.target(span);
    return t ? optional_number{t->low} : std::nullopt;
}
optional_number value_of(const reader& read, const period& span) {
    const sum found = read.value_in(span);
    return found.missing == 0 ? found.value : std::nullopt;
}

// `what`: target_of or value_of. The parts are those at the end of the period, or of the day asked
// for if that comes first; one that has ended counts if it has a figure.
parts_sum sum_of_parts(const lens& through, const figures_of_indicator& all, row_number agency,
                       const period& span, decltype(&target_of) what) {
    parts_sum out;
    const view on{std::min(span.last(), through.times.as_of), through.times.known};
    for (const row_number part : parts_of(through.record, agency, on)) {
        const auto one = what(reader{all, part}, span);
        if (!one && end_of(through.record.agencies[part], on)) continue;
        ++out.all;
        if (!one) continue;
        out.sum = out.sum.value_or(0) + *one;
        ++out.known;
    }
    return out;
}

optional_number shifted(const reader& read, const period& span) {
    const auto then = years_before(span, 1);
    return then ? read.value_in(*then).value : std::nullopt;
}

// Of the target of a period, what was to come from its first day to another in it: by the profile,
// else, of what adds up, as the months are; on the last day all of it. Nothing where that cannot be
// told: the profile is coarser, or no month ends on that day; a figure at a point, of which no
// profile speaks.
std::optional<fraction> share_until(const indicator_record::statement& told, const fraction& target,
                                    const period& span, civil_day last) {
    if (last == span.last()) return target;
    const period until{span.first(), last};
    if (!until.whole_months() || !is_within_a_year(until)) return std::nullopt;
    if (!told.profile.empty()) {
        const auto part = share_in(told.profile, until), whole = share_in(told.profile, span);
        if (!part || !whole || *whole == 0) return std::nullopt;
        return target.times(*part, *whole);
    }
    if (told.measure != measure_kind::cumulative || !span.whole_months()) return std::nullopt;
    return target.times(*until.whole_months(), *span.whole_months());
}

// How an agency stands in a period: what is judged, and by what. Of a target of the period itself
// its own figure is judged, of the year's what came from the year's beginning on.
struct agency_standing {
    std::optional<figure> target;
    optional_number year_target;            // the end of it that must be reached
    std::optional<fraction> own, expected;  // of the period's target; of the year's
    sum judged;
    std::optional<fraction> due;  // with the last figure that is known
    std::optional<bool> below;
};

sum year_so_far(const reader& read, const period& span) {
    if (!is_within_a_year(span)) return {};
    return read.value_in({period{period_kind::year, span.year()}.first(), span.last()});
}

agency_standing standing_of(const reader& read, const indicator_record::statement& told,
                            const period& span) {
    const period year{period_kind::year, span.year()};
    const bool more_is_better = told.direction == indicator_direction::higher_is_better;
    // The end of a range that must be reached, or not be passed.
    const auto bar_of = [&](const figure& f) { return more_is_better ? f.low : f.high; };
    agency_standing out;
    std::optional<fraction> whole_year;
    out.target = read.target(span);
    if (out.target) out.own = fraction{bar_of(*out.target)};
    if (const auto whole = read.target(year)) {
        out.year_target = bar_of(*whole);
        whole_year = fraction{*out.year_target};
        out.expected = share_until(told, *whole_year, year, span.last());
    }
    if (out.own) {
        out.judged = read.value_in(span);
    } else if (out.expected) {
        // Nothing of the period is known: what came before it says nothing of it.
        const sum year_value = year_so_far(read, span);
        if (year_value.value && year_value.reached >= span.first()) out.judged = year_value;
    } else {
        return out;
    }
    const sum& judged = out.judged;
    if (!judged.value || (read.is_cumulative() && judged.gap)) return out;
    // At a point of the period's own target only its end is due.
    out.due = out.own ? out.own : out.expected;
    if (judged.reached != span.last())
        out.due = !out.own               ? share_until(told, *whole_year, year, judged.reached)
                  : read.is_cumulative() ? share_until(told, *out.own, span, judged.reached)
                                         : std::nullopt;
    if (out.due)
        out.below =
            is_beyond(*judged.value, *out.due, told.threshold.value_or(100), more_is_better);
    return out;
}

expectation expected_by(const agency_standing& its, const indicator_record::statement& told) {
    if (!its.expected) return expectation::none;
    if (!told.profile.empty()) return expectation::profile;
    return told.measure == measure_kind::cumulative ? expectation::pro_rata
                                                    : expectation::year_target;
}

std::string_view judge_of(const agency_standing& its, const indicator_record::statement& told) {
    return its.own ? "target" : name_of(expected_by(its, told));
}

}  // namespace

figures_of_indicator::figures_of_indicator(const lens& through, row_number indicator)
    : through_{through}, indicator_{indicator} {
    const indicator_record& record = through.record.indicators[indicator];
    targets_ = read(record.targets);
    observations_ = read(record.observations);
    bases_ = read(record.bases);
}

template <class Value>
std::vector<figures_of_indicator::told> figures_of_indicator::read(
    const versions<Value>& all) const {
    std::vector<told> out;
    all.each(through_.times, [&](const auto& v) {
        const figure stated = figure_of(v.value);
        std::vector<ower> taken_by = bearers(through_, indicator_, v.value);
        const row_number bearer = taken_by.back().agency;
        if (taken_by.size() == 1) taken_by.clear();
        told one{bearer,
                 v.value.agency,
                 v.value.span,
                 stated.low,
                 stated.high,
                 {},
                 {v.effective_on, v.place, v.seq},
                 std::move(taken_by)};
        if constexpr (std::is_same_v<Value, indicator_record::observation>)
            one.stated_percent = v.value.stated_percent;
        out.push_back(std::move(one));
    });
    std::stable_sort(out.begin(), out.end(),
                     [](const told& a, const told& b) { return a.bearer < b.bearer; });
    return out;
}

std::optional<bool> figures_of_indicator::below(row_number agency, const period& span) const {
    const auto& stated = through_.record.indicators[indicator_].stated.at(through_.times)->value;
    return standing_of(reader{*this, agency}, stated, span).below;
}

std::string_view figures_of_indicator::judged_by(row_number agency, const period& span) const {
    const auto& stated = through_.record.indicators[indicator_].stated.at(through_.times)->value;
    return judge_of(standing_of(reader{*this, agency}, stated, span), stated);
}

indicator_figures figures_of_indicator::of(row_number agency, const period& span) const {
    const auto& stated = through_.record.indicators[indicator_].stated.at(through_.times)->value;
    const reader read{*this, agency};
    const agency_standing its = standing_of(read, stated, span);
    const sum found = read.value_in(span), year_value = year_so_far(read, span);
    indicator_figures out;
    if (its.target) out.target_low = its.target->low, out.target_high = its.target->high;
    out.year_target = its.year_target;
    if (its.expected) {
        out.expected = stated.direction == indicator_direction::higher_is_better
                           ? its.expected->ceiling()
                           : its.expected->floor();
        out.expected_in_hundredths = its.expected->in_hundredths();
    }
    out.expected_by = expected_by(its, stated);
    out.judged_by = judge_of(its, stated);
    out.value = found.value;
    out.missing = found.value ? found.missing : 0;
    out.year_value = year_value.value;
    out.year_missing = out.year_value ? year_value.missing : 0;
    out.percent_of_target = percent(its.judged.value, its.own ? its.own : its.expected);
    auto base = read.base(span);
    if (!base) base = read.base({period_kind::year, span.year()});
    if (base) out.base = base->low;
    if (base) out.percent_of_base = percent(out.value, fraction{base->low});
    out.year_before = shifted(read, span);
    out.parts = sum_of_parts(through_, *this, agency, span, target_of).sum;
    out.stated_percent = read.stated_percent(span);
    out.percent_of_due = percent(its.judged.value, its.due);
    out.below = its.below;
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

std::optional<int> share_of(const std::vector<int>& profile, const period& span) {
    return share_in(profile, span);
}

std::string_view name_of(expectation by) noexcept {
    constexpr std::array<std::string_view, 4> names{"", "profile", "pro_rata", "year_target"};
    return names[static_cast<std::size_t>(by)];
}

namespace {

// Given numbers of one indicator, held against each other.
class contradictions {
public:
    contradictions(const lens& through, row_number indicator)
        : through_{through},
          row_{indicator},
          record_{through.record.indicators[indicator]},
          all_{through, indicator} {}

    std::vector<finding> find() {
        for (const auto& [agency, span] : pairs_of(through_, row_)) {
            const reader read{all_, agency};
            if (const auto t = read.target(span)) against_parts(agency, span, *t, target_of);
            if (const auto value = value_of(read, span)) {
                against_parts(agency, span, {*value, *value}, value_of);
                against_periods(read, agency, span, *value);
            }
            against_counts(read, agency, span);
        }
        return std::move(found_);
    }

private:
    std::vector<fact> facts(row_number agency, const period& span) const {
        return {{"indicator", record_.code},
                {"agency", through_.record.agencies[agency].code},
                {"period", to_text(span)}};
    }
    std::string place(const period& span) const {
        return "indicator " + record_.code + ", " + to_text(span) + ": ";
    }

    void against_parts(row_number agency, const period& span, const figure& own,
                       decltype(&target_of) what) {
        const parts_sum parts = sum_of_parts(through_, all_, agency, span, what);
        if (!parts.sum || parts.known != parts.all) return;
        if (own.low <= *parts.sum && *parts.sum <= own.high) return;
        const bool targets = what == target_of;
        std::vector<fact> told = facts(agency, span);
        told.emplace_back("sum", std::to_string(*parts.sum));
        told.emplace_back(targets ? "target" : "value", std::to_string(own.low));
        found_.push_back({targets ? "indicator.parts_differ" : "indicator.values_differ",
                          place(span) + "the " + (targets ? "targets" : "values") + " of the " +
                              std::to_string(parts.all) + " parts of agency " +
                              through_.record.agencies[agency].code + " add up to " +
                              std::to_string(*parts.sum) + ", its own is " +
                              std::to_string(own.low),
                          std::move(told)});
    }

    // Its own year against its own quarters.
    void against_periods(const reader& read, row_number agency, const period& span,
                         std::int64_t own) {
        const optional_number sum = read.sum_of_periods(span);
        if (!sum || *sum == own) return;
        std::vector<fact> told = facts(agency, span);
        told.emplace_back("sum", std::to_string(*sum));
        told.emplace_back("value", std::to_string(own));
        found_.push_back({"indicator.periods_differ",
                          place(span) + "the values of agency " +
                              through_.record.agencies[agency].code +
                              " for the periods in it add up to " + std::to_string(*sum) +
                              ", its own is " + std::to_string(own),
                          std::move(told)});
    }

    // A percentage printed with one digit after the point is compared with one.
    static bool fits(std::int64_t printed, const rate& counts) {
        const std::int64_t unit = printed % 100 == 0 ? 100 : printed % 10 == 0 ? 10 : 1;
        const std::int64_t cut = hundredths_of_percent(counts, rounding::truncated);
        if (cut < 0) return false;
        const std::int64_t low = cut / unit * unit;
        // The next one up only if the exact share is at least half way to it.
        const bool half =
            int128{counts.numerator} * 20'000 >= int128{counts.denominator} * (2 * low + unit);
        return printed == low || (half && printed == low + unit);
    }

    void against_counts(const reader& read, row_number agency, const period& span) {
        const auto printed = read.stated_percent(span);
        const auto value = value_of(read, span);
        if (!printed || !value) return;
        const period year{period_kind::year, span.year()};
        std::string shares;
        for (const auto& [of, whole] : {std::pair{"target", read.target(span)},
                                        {"year_target", read.target(year)},
                                        {"base", read.base(span)},
                                        {"year_base", read.base(year)}}) {
            if (!whole || whole->low <= 0) continue;
            for (const std::int64_t end : {whole->low, whole->high})
                if (fits(*printed, {*value, end})) return;
            shares += (shares.empty() ? "" : " ") + std::to_string(whole->low);
        }
        if (shares.empty()) return;  // nothing that it could be a share of
        const auto text = [](std::int64_t hundredths) {
            const std::int64_t rest = hundredths % 100;
            return std::to_string(hundredths / 100) + (rest < 10 ? ".0" : ".") +
                   std::to_string(rest) + " %";
        };
        std::vector<fact> told = facts(agency, span);
        told.emplace_back("percent", std::to_string(*printed));
        told.emplace_back("value", std::to_string(*value));
        told.emplace_back("of", shares);
        found_.push_back({"indicator.percent_differs",
                          place(span) + text(*printed) + " is printed for agency " +
                              through_.record.agencies[agency].code + ", but " +
                              std::to_string(*value) + " is no such share of " + shares,
                          std::move(told)});
    }

    const lens& through_;
    const row_number row_;
    const indicator_record& record_;
    const figures_of_indicator all_;
    std::vector<finding> found_;
};

}  // namespace

std::vector<finding> figures_that_differ(const lens& through) {
    std::vector<finding> found;
    const state& s = through.record;
    for (row_number i = 0; i < s.indicators.size(); ++i) {
        if (!through.shows(entity_kind::indicator, i)) continue;
        for (finding& f : contradictions{through, i}.find()) found.push_back(std::move(f));
    }
    return found;
}

}  // namespace mandate
