#include "review/indicator_figures.hpp"

#include "model/agency_life.hpp"
#include "review/indicator_reader.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <set>

namespace mandate {
namespace {

using reader = indicator_reader;
using sum = figure_sum;
using figure = figure_range;
using optional_number = std::optional<std::int64_t>;

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
parts_sum sum_of_parts(const lens& through, const stated_figures& all, row_number agency,
                       const period& span, decltype(&target_of) what) {
    parts_sum out;
    const view on{std::min(span.last(), through.times.as_of), through.times.known};
    const reader own{all, agency};
    for (const row_number part : parts_of(through.record, agency, on)) {
        auto one = what(reader{all, part}, span);
        if (!one)
            one = what == target_of ? own.target_from(part, span) : own.value_from(part, span);
        if (!one && end_of(through.record.agencies[part], on)) continue;
        ++out.all;
        if (!one) continue;
        out.sum = out.sum.value_or(0) + *one;
        ++out.known;
    }
    return out;
}

// Of a period that is reported in part, the same part a year before.
optional_number year_before(const reader& read, const period& span, const sum& now) {
    if (now.gap && read.is_cumulative()) return std::nullopt;
    const period reported{span.first(), now.value ? now.reached : span.last()};
    const period& told = reported.last() == span.last() ? span : reported;
    const auto then = years_before(told, 1);
    return then ? read.value_before(*then, told) : std::nullopt;
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
    bool of_its_target = false;   // no more is in it than the target is of
    std::optional<fraction> due;  // with the last figure that is known
    std::optional<bool> below;
};

sum year_so_far(const reader& read, const period& span) {
    if (!is_within_a_year(span)) return {};
    const period year{period_kind::year, span.year()};
    return read.value_in({year.first(), span.last()}, year);
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
    if (!judged.value) return out;
    out.of_its_target = out.own ? read.has_targets_for(span, span)
                                : read.has_targets_for({year.first(), span.last()}, year);
    if (!out.of_its_target || (read.is_cumulative() && judged.gap)) return out;
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
    : through_{through}, all_{through, indicator} {}

std::optional<bool> figures_of_indicator::below(row_number agency, const period& span) const {
    const auto& stated = all_.record().stated.at(through_.times)->value;
    return standing_of(reader{all_, agency}, stated, span).below;
}

std::string_view figures_of_indicator::judged_by(row_number agency, const period& span) const {
    const auto& stated = all_.record().stated.at(through_.times)->value;
    return judge_of(standing_of(reader{all_, agency}, stated, span), stated);
}

indicator_figures figures_of_indicator::of(row_number agency, const period& span) const {
    const auto& stated = all_.record().stated.at(through_.times)->value;
    const reader read{all_, agency};
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
    if (its.of_its_target)
        out.percent_of_target = percent(its.judged.value, its.own ? its.own : its.expected);
    for (const period& of : {span, period{period_kind::year, span.year()}}) {
        if (!out.base && (out.base = read.base(of, span)) && read.has_bases_for(span, of, span))
            out.percent_of_base = percent(out.value, fraction{*out.base});
    }
    out.year_before = year_before(read, span, found);
    out.parts = sum_of_parts(through_, all_, agency, span, target_of).sum;
    out.stated_percent = read.stated_percent(span);
    out.percent_of_due = percent(its.judged.value, its.due);
    out.below = its.below;
    return out;
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
          record_{through.record.indicators[indicator]},
          all_{through, indicator} {}

    std::vector<finding> find() {
        for (const auto& [agency, span] : all_.pairs()) {
            const reader read{all_, agency};
            if (const auto t = read.target(span)) against_parts(agency, span, *t, target_of);
            if (const auto value = value_of(read, span)) {
                against_parts(agency, span, {*value, *value}, value_of);
                against_periods(read, agency, span, *value);
            }
            against_counts(read, agency, span);
        }
        // What it gave for shorter periods adds up to one that its parts gave.
        for (const auto& [agency, span] : of_parts_alone())
            if (const auto value = value_of({all_, agency}, span))
                against_parts(agency, span, {*value, *value}, value_of);
        return std::move(found_);
    }

private:
    /// The agencies above those that gave a figure, and the period, where they gave none for it,
    /// but figures of others.
    std::set<std::pair<row_number, period>> of_parts_alone() const {
        const state& s = through_.record;
        const auto pairs = all_.pairs();
        const std::set given(pairs.begin(), pairs.end());
        std::set<row_number> givers;
        for (const auto& [agency, span] : pairs) givers.insert(agency);
        std::vector<row_number> groups;
        for (const row_number agency : givers)
            if (std::ranges::any_of(s.agencies[agency].stated.all(),
                                    [](const auto& v) { return !v.value.members.empty(); }))
                groups.push_back(agency);
        std::set<std::pair<row_number, period>> all;
        const auto add = [&](row_number whole, const period& span) {
            if (givers.contains(whole) && !given.contains({whole, span})) all.insert({whole, span});
        };
        for (const auto& [part, span] : pairs) {
            const view on{std::min(span.last(), through_.times.as_of), through_.times.known};
            add(parent_of(s, part, on), span);
            for (const row_number group : groups)
                if (const auto* told = s.agencies[group].stated.at(on);
                    told != nullptr && std::ranges::count(told->value.members, part) > 0)
                    add(group, span);
        }
        return all;
    }

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
        const auto base = [&](const period& of) -> std::optional<figure> {
            const auto one = read.base(of, span);
            return one ? std::optional{figure{*one, *one}} : std::nullopt;
        };
        for (const auto& [of, whole] : {std::pair{"target", read.target(span)},
                                        {"year_target", read.target(year)},
                                        {"base", base(span)},
                                        {"year_base", base(year)}}) {
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
    const indicator_record& record_;
    const stated_figures all_;
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
