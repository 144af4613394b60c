#pragma once
// Lines of a benchmark: what was measured, the ratio, its goal, and whether it is reached.

#include <cstdio>
#include <string>

namespace mandate::bench {

inline int shortfalls = 0;

inline void print_line(const char* goal, const std::string& what, double ratio, const char* word,
                       double limit, bool reached) {
    shortfalls += reached ? 0 : 1;
    std::printf("%-3s %-66s %10.4g  %s %6.4g  %s\n", goal, what.c_str(), ratio, word, limit,
                reached ? "ok" : "short");
    std::fflush(stdout);
}
inline void judge(const char* goal, const std::string& what, double ratio, double at_most) {
    print_line(goal, what, ratio, "at most ", at_most, ratio <= at_most);
}
inline void judge_at_least(const char* goal, const std::string& what, double ratio,
                           double at_least) {
    print_line(goal, what, ratio, "at least", at_least, ratio >= at_least);
}

inline std::string ms(double seconds) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3g ms", seconds * 1e3);
    return text;
}
inline std::string us(double seconds) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3g us", seconds * 1e6);
    return text;
}

}  // namespace mandate::bench
