#include "nearest.hpp"

#include <algorithm>
#include <cstddef>

namespace command_line {
namespace {

// Letters changed, left out, put in, and neighbours exchanged, each letter once (Damerau 1964, as
// optimal string alignment).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j) {
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1,
                                d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[a.size()][b.size()];
}

}  // namespace

near_name nearest(const std::vector<std::string>& words, const std::vector<std::string>& names) {
    near_name found;
    std::size_t least = static_cast<std::size_t>(-1);
    for (const std::string& word : words)
        for (const std::string& name : names) {
            const std::size_t longest = std::max(word.size(), name.size());
            if (longest > 3 * name.size()) continue;
            const std::size_t far = distance(word, name);
            if (3 * far > longest || far >= least) continue;
            least = far;
            found = {word, name};
        }
    return found;
}

}  // namespace command_line
