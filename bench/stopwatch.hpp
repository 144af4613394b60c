#pragma once
// Time of this thread only, so that other work on the machine counts less.

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <vector>

namespace mandate::bench {

inline double thread_seconds() {
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

/// The value below which this part (0 to 1) of the samples lies.
inline double quantile(std::vector<double> samples, double part) {
    if (samples.empty()) return 0;
    const auto at = std::min(samples.size() - 1,
                             static_cast<std::size_t>(part * static_cast<double>(samples.size())));
    std::nth_element(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(at),
                     samples.end());
    return samples[at];
}

template <class Work>
double seconds_of(Work&& work) {
    const double begin = thread_seconds();
    work();
    return thread_seconds() - begin;
}

template <class Work>
double median_seconds(int times, Work&& work) {
    std::vector<double> samples;
    for (int i = 0; i < times; ++i) samples.push_back(seconds_of(work));
    return quantile(std::move(samples), 0.5);
}

}  // namespace mandate::bench
