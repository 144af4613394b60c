#pragma once
// Times say little on another machine; the ratio of two medians of one run says more.

#include <benchmark/benchmark.h>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mandate::bench {

/// Prints as usual and keeps the median of each benchmark.
class median_keeper final : public benchmark::ConsoleReporter {
public:
    median_keeper() : ConsoleReporter{OO_Tabular} {}
    void ReportRuns(const std::vector<Run>& runs) override;

    /// Nanoseconds for one item (task, command); absent if the benchmark did not run.
    std::optional<double> per_item(const std::string& name) const;

private:
    std::map<std::string, double> per_item_;
};

/// How many times longer an item of `what` takes than one of `than`.
struct ratio {
    const char* what;
    const char* than;
    double at_most;
};

/// Prints each ratio beside its limit, `ok` or `short`. True if none is short.
bool judge(const median_keeper& medians, std::span<const ratio> ratios);

/// How many times faster an item of `what` is than one of the baseline.
struct gain {
    const char* what;
    const char* baseline;
    double at_least;
};
bool judge(const median_keeper& medians, std::span<const gain> gains);

/// Nanoseconds an item may take; holds on the kind of machine on which the goal was set.
struct time_limit {
    const char* what;
    double at_most;
};
bool judge(const median_keeper& medians, std::span<const time_limit> limits);

}  // namespace mandate::bench
