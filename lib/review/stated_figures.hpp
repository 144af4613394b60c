#pragma once
// What is stated of an indicator, and for which agency it counts once targets were handed over
// (lib/README.md, decision 157).

#include "model/handed_over.hpp"
#include "review/lens.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace mandate {

/// The two ends of a range; of a figure the same.
struct figure_range {
    std::int64_t low, high;
};

/// Whether all days of the part are in the whole.
inline bool has_days_of(const period& whole, const period& part) {
    return whole.first() <= part.first() && part.last() <= whole.last();
}

struct stated_figure {
    row_number agency;  ///< that stated it
    row_number bearer;  ///< for which it counts
    period span;
    std::int64_t low, high;  ///< of a target the two ends of its range
    std::optional<std::int64_t> stated_percent;
    standing said;
    std::vector<ower> taken_by;  ///< in turn, `agency` first; empty: nobody took it over
};

/// Targets, figures and bases of one indicator, read once. Borrows the lens.
class stated_figures {
public:
    stated_figures(const lens& through, row_number indicator);

    /// Each by its bearer, then in the order of their days.
    struct scope {
        std::vector<stated_figure> targets, observations, bases;
    };
    /// For whom all of it counts where `asked` is told of. Figures go with the target that their
    /// agency has, or took over, of the shortest period that holds the one asked for, else of the
    /// shortest that holds their own. So who hands over the target of the year keeps that of a
    /// quarter, with its figure. A target goes with the hand-overs after it was set.
    /// Cost: the versions of the indicator, once for each period asked for, and of those of an
    /// agency that handed a target over as many more as there are targets; where nothing was handed
    /// over, once.
    const scope& in(const period& asked) const;

    /// For whom counts what the agency stated in event `seq` for the period.
    row_number bearer_of(row_number agency, const period& span, seq_number seq) const;

    /// Whether the figure, or target, stands in place of the other: its agency had taken that over
    /// by then, and states the joint one, or is the whole of which the other's is a part.
    bool stands_for(const stated_figure& one, const stated_figure& other) const;
    bool is_part(row_number part, row_number whole, civil_day on) const;
    /// Whether it is the joint one.
    static bool is_joint_for(const stated_figure& one, const stated_figure& other);

    /// Pairs that have a target, a figure or a base, by agency's code and then by period.
    std::vector<std::pair<row_number, period>> pairs() const;

    const lens& through() const noexcept { return through_; }
    const indicator_record& record() const noexcept { return record_; }

private:
    template <class Value>
    std::vector<stated_figure> read(const versions<Value>& all,
                                    const std::optional<period>& asked) const;
    std::optional<period> shortest_that_holds(row_number agency, const period& span) const;

    const lens& through_;
    const row_number indicator_;
    const indicator_record& record_;
    std::map<row_number, std::vector<period>> had_;  // targets; empty: none was handed over
    std::set<row_number> gave_;                      // who handed one over
    mutable std::deque<std::pair<std::optional<period>, scope>> scopes_;  // one thread's
};

}  // namespace mandate
