#include "network_plot.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace mandate::bench {
namespace {

// 10^3 to 10^6 tasks, 10^-7 to 10^0 seconds.
double across(double tasks) { return 90 + (std::log10(tasks) - 3) * 160; }
double down(double seconds) { return 40 - std::log10(seconds) * 55; }

}  // namespace

void write_plot(const std::string& file, const std::string& title,
                const std::vector<plot_series>& series) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> out{std::fopen(file.c_str(), "w"),
                                                              &std::fclose};
    if (!out) {
        std::perror(file.c_str());
        std::exit(2);
    }
    std::FILE* const f = out.get();
    std::fprintf(f,
                 "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"760\" height=\"470\" "
                 "font-family=\"sans-serif\" font-size=\"12\">\n<title>%s</title>\n",
                 title.c_str());
    for (int e = 3; e <= 6; ++e)
        std::fprintf(f,
                     "<line x1=\"%.0f\" y1=\"40\" x2=\"%.0f\" y2=\"425\" stroke=\"#ddd\"/>"
                     "<text x=\"%.0f\" y=\"443\" text-anchor=\"middle\">10^%d tasks</text>\n",
                     across(std::pow(10, e)), across(std::pow(10, e)), across(std::pow(10, e)), e);
    for (int e = -7; e <= 0; ++e)
        std::fprintf(f,
                     "<line x1=\"90\" y1=\"%.0f\" x2=\"570\" y2=\"%.0f\" stroke=\"#ddd\"/>"
                     "<text x=\"84\" y=\"%.0f\" text-anchor=\"end\">10^%d s</text>\n",
                     down(std::pow(10, e)), down(std::pow(10, e)), down(std::pow(10, e)) + 4, e);
    constexpr std::array colours{"#1b6ca8", "#777777", "#c0392b", "#2e8b57"};
    for (std::size_t i = 0; i < series.size(); ++i) {
        const char* const colour = colours[i % colours.size()];
        std::fprintf(f, "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"",
                     colour);
        for (const auto& [tasks, seconds] : series[i].points)
            std::fprintf(f, "%.1f,%.1f ", across(tasks), down(seconds));
        std::fprintf(f, "\"/>\n");
        if (!series[i].points.empty())
            std::fprintf(f, "<text x=\"580\" y=\"%.0f\" fill=\"%s\">%s</text>\n",
                         down(series[i].points.back().second) + 4, colour, series[i].name.c_str());
    }
    std::fprintf(f, "</svg>\n");
}

}  // namespace mandate::bench
