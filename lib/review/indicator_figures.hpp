#pragma once
// Figures of an indicator against its targets. What no source states is absent, never zero, and
// the share of the target is never mixed with the share of a base (DOMAIN: 288 admitted were
// 35.34 % of the year's target; 358 were 7.61 % of the members at the start of the year).

#include "review/stated_figures.hpp"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace mandate {

/// From where the figure comes that a period without a target of its own is judged by.
enum class expectation : std::uint8_t {
    none,
    profile,     ///< the indicator's seasonal profile
    pro_rata,    ///< as the months until the period's end are to those of the year; only where no
                 ///< profile is stated, and of what adds up over the year
    year_target  ///< the year's target itself, of a point, in a period that ends with the year
};
std::string_view name_of(expectation by) noexcept;  ///< none: ""

struct indicator_figures {
    std::optional<std::int64_t> target_low, target_high;
    /// Of the year's target by the period's end, by `expected_by`: the least whole number that
    /// reaches it, or where lower is better the greatest that does not pass it. What is judged by
    /// it, and percent_of_target, go by the exact fraction.
    std::optional<std::int64_t> expected;
    /// That fraction in hundredths, half up where it has more digits.
    std::optional<std::int64_t> expected_in_hundredths;
    expectation expected_by = expectation::none;
    std::optional<std::int64_t> year_target;  ///< the end of it that must be reached
    std::optional<std::int64_t> value;
    /// From the year's beginning to the period's end: what adds up together, else the last figure.
    std::optional<std::int64_t> year_value;
    /// Parts without a figure, where value is a sum; a half year or quarter of which nothing is
    /// known is one part. They are in the sum with nothing.
    int missing = 0, year_missing = 0;
    /// Hundredths; of the value, of the target of the period, else of the year's value, of what is
    /// expected. Of a range the end counts that must be reached: the lower one, or the upper one
    /// where lower is better. Without the year's value if nothing of the period itself is known.
    std::optional<std::int64_t> percent_of_target;
    /// The same share of what was due with the last figure known, by which units can be compared.
    /// Absent where `below` is, and where zero, or what lies below it, has no share.
    std::optional<std::int64_t> percent_of_due;
    std::optional<std::int64_t> base, percent_of_base;
    std::optional<std::int64_t> year_before;
    std::optional<std::int64_t> parts;  ///< sum of the targets of the agencies below it
    /// Beyond the threshold (where none is stated 100 %) of what should be reached with the last
    /// figure known, which where not all is reported is the share of the time until then, by the
    /// profile or pro rata. Where lower is better, what has not passed the target never is. Absent:
    /// no target, no figure of the period, one missing before the last, or nothing says how much
    /// was to come by then.
    std::optional<bool> below;
    std::optional<std::int64_t> stated_percent;  ///< hundredths, as the source prints it
    std::string_view judged_by{};  ///< target: of the period itself; else name_of(expected_by)
};

/// What is told of one indicator, read once, for the figures of all agencies, after what was handed
/// over (stated_figures, indicator_reader). Borrows the lens. Cost: that of stated_figures::in.
class figures_of_indicator {
public:
    figures_of_indicator(const lens& through, row_number indicator);

    /// Cost: what is told of the agency, some times over, and of those below it once.
    indicator_figures of(row_number agency, const period& span) const;
    /// indicator_figures::below of these alone, without the agencies below it.
    std::optional<bool> below(row_number agency, const period& span) const;
    std::string_view judged_by(row_number agency, const period& span) const;  ///< alike

    /// Pairs that have a target, a figure or a base, by agency's code and then by period; what an
    /// agency handed over is its taker's.
    std::vector<std::pair<row_number, period>> pairs() const { return all_.pairs(); }
    /// For whom what was stated counts where its own period is told of.
    row_number bearer_of(const auto& stated) const {
        return all_.bearer_of(stated.value.agency, stated.value.span, stated.seq);
    }

private:
    const lens& through_;
    const stated_figures all_;
};

/// The share of the year that the profile gives to the period, in percent; nothing: none is stated,
/// or it is coarser than the period.
std::optional<int> share_of(const std::vector<int>& profile, const period& span);

/// Given numbers that contradict each other: a target, or a value, that is not the sum of those of
/// all its parts; a value that is not the sum of those of the periods in it; a printed percentage
/// that is none of the shares that the counts give. Rounded and truncated percentages both fit, to
/// as many digits as are printed.
std::vector<finding> figures_that_differ(const lens& through);

}  // namespace mandate
