#pragma once
// A picture of how costs grow, both axes logarithmic.

#include <string>
#include <utility>
#include <vector>

namespace mandate::bench {

struct plot_series {
    std::string name;
    std::vector<std::pair<double, double>> points;  ///< tasks, seconds
};

/// Writes an SVG file.
void write_plot(const std::string& file, const std::string& title,
                const std::vector<plot_series>& series);

}  // namespace mandate::bench
