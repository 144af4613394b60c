#include "ratios.hpp"

#include <cstdio>

namespace mandate::bench {

void median_keeper::ReportRuns(const std::vector<Run>& runs) {
    for (const Run& run : runs) {
        if (run.run_type != Run::RT_Aggregate || run.aggregate_name != "median") continue;
        const auto rate = run.counters.find("items_per_second");
        if (rate != run.counters.end()) per_item_[run.run_name.function_name] = 1e9 / rate->second;
    }
    ConsoleReporter::ReportRuns(runs);
}

std::optional<double> median_keeper::per_item(const std::string& name) const {
    const auto found = per_item_.find(name);
    if (found == per_item_.end()) return std::nullopt;
    return found->second;
}

bool judge(const median_keeper& medians, std::span<const ratio> ratios) {
    bool all_reached = true;
    for (const ratio& r : ratios) {
        const auto what = medians.per_item(r.what);
        const auto than = medians.per_item(r.than);
        if (!what || !than) continue;
        const double measured = *what / *than;
        const bool reached = measured <= r.at_most;
        all_reached = all_reached && reached;
        std::printf("%s %.0f ns, %s %.1f ns: ratio %.1f, limit %.0f: %s\n", r.what, *what, r.than,
                    *than, measured, r.at_most, reached ? "ok" : "short");
    }
    return all_reached;
}

bool judge(const median_keeper& medians, std::span<const gain> gains) {
    bool all_reached = true;
    for (const gain& g : gains) {
        const auto what = medians.per_item(g.what);
        const auto baseline = medians.per_item(g.baseline);
        if (!what || !baseline) continue;
        const bool reached = *baseline / *what >= g.at_least;
        all_reached = all_reached && reached;
        std::printf("%s %.2f ns, %s %.1f ns: %.0f times faster, goal %.0f: %s\n", g.what, *what,
                    g.baseline, *baseline, *baseline / *what, g.at_least, reached ? "ok" : "short");
    }
    return all_reached;
}

bool judge(const median_keeper& medians, std::span<const time_limit> limits) {
    bool all_reached = true;
    for (const time_limit& l : limits) {
        const auto what = medians.per_item(l.what);
        if (!what) continue;
        const bool reached = *what <= l.at_most;
        all_reached = all_reached && reached;
        std::printf("%s %.2f ns, limit %.1f ns: %s\n", l.what, *what, l.at_most,
                    reached ? "ok" : "short");
    }
    return all_reached;
}

}  // namespace mandate::bench
