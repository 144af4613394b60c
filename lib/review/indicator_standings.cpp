// How agencies stand on indicators in a period, and whether that is new.

#include "review/answers.hpp"
#include "review/indicator_figures.hpp"
#include "review/population.hpp"

#include <algorithm>
#include <tuple>

namespace mandate {
namespace {

using f = field;

constexpr int years_back = 5;

struct standing_row {
    row_number agency;
    indicator_figures now;
    std::optional<std::int64_t> place;
};

// Furthest ahead of what was due first; equal shares have one place, and what has no share has
// none.
void rank(std::vector<standing_row>& rows, bool more_is_better) {
    const auto ahead = [&](const standing_row& a, const standing_row& b) {
        return more_is_better ? *a.now.percent_of_due > *b.now.percent_of_due
                              : *a.now.percent_of_due < *b.now.percent_of_due;
    };
    const auto ranked = std::stable_partition(rows.begin(), rows.end(), [](const auto& row) {
        return row.now.percent_of_due.has_value();
    });
    std::stable_sort(rows.begin(), ranked, ahead);
    for (auto row = rows.begin(); row != ranked; ++row)
        row->place = row != rows.begin() && !ahead(*(row - 1), *row)
                         ? (row - 1)->place
                         : std::optional<std::int64_t>{row - rows.begin() + 1};
}

// Back from the period as long as each is below; nothing: of it that cannot be told.
std::optional<std::int64_t> periods_below(const figures_of_indicator& all, row_number agency,
                                          period span) {
    std::optional<bool> known = all.below(agency, span);
    if (!known) return std::nullopt;
    std::int64_t n = 0;
    while (known.value_or(false)) {
        ++n;
        const auto earlier = period_before(span);
        if (!earlier) break;
        span = *earlier;
        known = all.below(agency, span);
    }
    return n;
}

std::optional<std::int64_t> share(std::optional<std::int64_t> part,
                                  std::optional<std::int64_t> whole) {
    if (!part || !whole) return std::nullopt;
    const std::int64_t hundredths = hundredths_of_percent({*part, *whole}, rounding::half_up);
    return hundredths < 0 ? std::nullopt : std::optional{hundredths};
}

}  // namespace

table answer_indicator_standings(const lens& through, const arguments& args) {
    const period span = begun_period(through, args);
    const row_number only = asked_row(through, args, f::indicator);
    const state& s = through.record;
    std::vector<row_number> indicators;
    for (row_number i = 0; i < s.indicators.size(); ++i)
        if ((only == no_row || i == only) && through.shows(entity_kind::indicator, i))
            indicators.push_back(i);
    std::sort(indicators.begin(), indicators.end(), [&](row_number a, row_number b) {
        return s.indicators[a].code < s.indicators[b].code;
    });
    answer_rows out{question_kind::indicator_standings};
    for (const row_number i : indicators) {
        const auto& told = s.indicators[i].stated.at(through.times)->value;
        const figures_of_indicator all{through, i};
        std::vector<standing_row> rows;
        for (const auto& [agency, each] : all.pairs())  // in order of their codes
            if (rows.empty() || rows.back().agency != agency)
                rows.push_back({agency, all.of(agency, span), {}});
        rank(rows, told.direction == indicator_direction::higher_is_better);
        const auto profile = share_of(told.profile, span);
        for (const standing_row& row : rows) {
            const indicator_figures& n = row.now;
            std::int64_t known = 0, below = 0;
            for (int years = 1; years <= years_back; ++years)
                if (const auto then = years_before(span, years))
                    if (const auto was = all.below(row.agency, *then)) ++known, below += *was;
            out.put(s.indicators[i].code);
            out.put(row.place);
            out.put(s.agencies[row.agency].code);
            out.put(n.value);
            out.put(n.percent_of_target);
            out.put(n.judged_by);
            out.put(n.below ? std::optional<std::int64_t>{*n.below} : std::nullopt);
            out.put(periods_below(all, row.agency, span));
            out.put(n.year_before);
            out.put(n.value && n.year_before ? std::optional{*n.value - *n.year_before}
                                             : std::nullopt);
            out.put(share(n.value, n.year_target));
            out.put(profile ? std::optional<std::int64_t>{*profile * 100} : std::nullopt);
            out.put(known);
            out.put(below);
            out.put(n.year_value);
            out.put(n.expected);
            out.put(n.percent_of_due);
        }
    }
    return out.finish(args);
}

}  // namespace mandate
