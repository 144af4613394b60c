#pragma once
// What is told of one agency in an indicator: its own figures, and those that it took over.

#include "review/stated_figures.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace mandate {

/// What is known of a period: its figure, or that of its parts together.
struct figure_sum {
    std::optional<std::int64_t> value;
    int missing = 0;
    civil_day reached{};  ///< the last day of the last part that has a figure
    bool gap = false;     ///< a part before that one has none
};

/// What the agency stated before it took another's over stands beside that, and is added to it
/// where the measure adds up; what it states after is the joint figure. Borrows `all`.
class indicator_reader {
public:
    indicator_reader(const stated_figures& all, row_number agency);

    bool is_cumulative() const noexcept { return cumulative_; }
    std::optional<figure_range> target(const period& span) const;
    /// Where the period itself has no figure: the sum of its parts, or the last of them. `asked`:
    /// the period that is told of, by which goes who has what (stated_figures::in).
    figure_sum value_in(const period& span, const period& asked) const;
    figure_sum value_in(const period& span) const { return value_in(span, span); }
    /// What is comparable with the figure of `now`: that of the same agencies in an earlier period.
    /// Nothing where one of theirs is not of all of it.
    std::optional<std::int64_t> value_before(const period& then, const period& now) const;
    std::optional<std::int64_t> base(const period& span, const period& asked) const;
    /// What the periods in it add up to, where each is known and the measure adds up.
    std::optional<std::int64_t> sum_of_periods(const period& span) const;
    /// Of the agency's own figure, where that is all there is.
    std::optional<std::int64_t> stated_percent(const period& span) const;

    /// Whether all whose figures of the span are told had a target, or one stands for them.
    bool has_targets_for(const period& span, const period& asked) const;
    /// Whether the bases are of the same agencies as the figures.
    bool has_bases_for(const period& span, const period& base, const period& asked) const;

    /// What the agency has of a part of it that it took over from.
    std::optional<std::int64_t> target_from(row_number part, const period& span) const;
    std::optional<std::int64_t> value_from(row_number part, const period& span) const;

private:
    using figures = std::vector<const stated_figure*>;
    struct lists {
        std::span<const stated_figure> targets, observations, bases;
    };

    lists in(const period& asked) const;
    figures standing_in(std::span<const stated_figure> all, const period& span) const;
    std::optional<figure_range> together(std::span<const stated_figure> all,
                                         const period& span) const;
    std::vector<row_number> missing_from(const figures& told, const period& span,
                                         const lists& its) const;
    std::optional<figure_sum> stated_value(const period& span, const lists& its) const;
    figure_sum value_of(const period& span, const lists& its) const;
    figure_sum value_by(row_number agency, const period& span, const lists& its) const;
    bool is_joint(const stated_figure& one, const lists& its) const;
    figures told_within(const period& span, const lists& its) const;
    template <class Read>
    figure_sum gathered(const period& span, Read&& read_part) const;

    const stated_figures& all_;
    const row_number agency_;
    bool cumulative_;
};

}  // namespace mandate
