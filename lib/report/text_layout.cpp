#include "report/text_layout.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cassert>
#include <functional>
#include <numeric>

namespace mandate::text_layout {
namespace {

void strip_trailing_spaces(std::string& line) { line.erase(line.find_last_not_of(' ') + 1); }

// Where the first space or control character (of ASCII, or U+0080 to U+009F) stands.
std::size_t find_space(std::string_view utf8) {
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if (byte <= ' ' || byte == 0x7F) return i;
        if (byte == 0xC2 && i + 1 < utf8.size() && static_cast<unsigned char>(utf8[i + 1]) < 0xA0)
            return i;
    }
    return utf8.size();
}

std::size_t widest_word(std::string_view text) {
    std::size_t widest = 0;
    for (const std::string& word : wrap(text, 1)) widest = std::max(widest, display_width(word));
    return widest;
}

}  // namespace

std::size_t display_width(std::string_view utf8) noexcept {
    std::size_t width = 0;
    while (!utf8.empty()) {
        utf8proc_int32_t c = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                                             static_cast<utf8proc_ssize_t>(utf8.size()), &c);
        if (length <= 0) return width + utf8.size();  // not UTF-8: count its bytes
        width += static_cast<std::size_t>(std::max(0, utf8proc_charwidth(c)));
        utf8.remove_prefix(static_cast<std::size_t>(length));
    }
    return width;
}

std::vector<std::string> wrap(std::string_view utf8, std::size_t width) {
    std::vector<std::string> lines;
    std::size_t used = 0;
    while (!utf8.empty()) {
        // Control characters count as spaces: a terminal would obey them.
        const std::size_t end = std::min(find_space(utf8), utf8.size());
        const std::string_view word = utf8.substr(0, end);
        utf8.remove_prefix(std::min(
            end + (word.size() < utf8.size() && utf8[end] == '\xC2' ? 2 : 1), utf8.size()));
        if (word.empty()) continue;
        const std::size_t size = display_width(word);
        if (lines.empty() || used + 1 + size > width) {
            lines.emplace_back(word);
            used = size;
        } else {
            lines.back().append(" ").append(word);
            used += 1 + size;
        }
    }
    if (lines.empty()) lines.emplace_back();
    return lines;
}

void text_table::row(std::vector<std::string> cells) {
    assert(cells.size() == columns_.size());
    rows_.push_back(std::move(cells));
}

// Columns as wide as their widest cell, headings on one line if that fits, else broken into words.
// While the row is still too wide, the widest column that can be wrapped gives one column away;
// none goes below its longest word. The gap between columns is two, one where words are too long.
std::vector<std::size_t> text_table::widths(std::size_t width, std::size_t& gap) const {
    const std::size_t count = columns_.size();
    std::vector<std::size_t> wide(count);
    std::vector<std::size_t> chosen(count);
    std::vector<std::size_t> least(count);
    for (std::size_t i = 0; i < count; ++i) {
        least[i] = chosen[i] = widest_word(columns_[i].heading);
        for (const auto& cells : rows_) {
            chosen[i] = std::max(chosen[i], display_width(cells[i]));
            least[i] = std::max(least[i], widest_word(cells[i]));
        }
        wide[i] = std::max(chosen[i], display_width(columns_[i].heading));
    }
    gap = 2;
    const auto total = [&](const std::vector<std::size_t>& columns) {
        return std::accumulate(columns.begin(), columns.end(), gap * (count - 1));
    };
    if (total(wide) <= width) return wide;
    if (total(least) > width) gap = 1;
    while (total(chosen) > width) {
        std::size_t widest = count;
        for (std::size_t i = 0; i < count; ++i)
            if (chosen[i] > least[i] && (widest == count || chosen[i] > chosen[widest])) widest = i;
        if (widest == count) break;
        --chosen[widest];
    }
    return chosen;
}

std::string text_table::print(std::size_t width) const {
    std::size_t gap = 0;
    const auto columns = widths(width, gap);
    std::string out;
    const auto print_row = [&](const auto& cell_of) {
        std::vector<std::vector<std::string>> cells;
        std::size_t height = 0;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            cells.push_back(wrap(cell_of(i), columns[i]));
            height = std::max(height, cells.back().size());
        }
        for (std::size_t y = 0; y < height; ++y) {
            std::string line;
            for (std::size_t i = 0; i < columns.size(); ++i) {
                const std::string text = y < cells[i].size() ? cells[i][y] : std::string{};
                const std::size_t used = display_width(text);
                const std::string pad(columns[i] > used ? columns[i] - used : 0, ' ');
                if (i > 0) line.append(gap, ' ');
                line += columns_[i].side == align::right ? pad + text : text + pad;
            }
            strip_trailing_spaces(line);
            out += line + "\n";
        }
    };
    print_row([&](std::size_t i) -> const std::string& { return columns_[i].heading; });
    print_row([&](std::size_t i) { return std::string(columns[i], '-'); });
    for (const auto& cells : rows_)
        print_row([&](std::size_t i) -> const std::string& { return cells[i]; });
    return out;
}

void text_page::underlined(std::string_view text, char rule) {
    std::size_t width = 0;
    for (const std::string& line : wrap(text, page_width)) {
        out_ += line + "\n";
        width = std::max(width, display_width(line));
    }
    out_.append(width, rule).append("\n");
}

void text_page::title(std::string_view text) { underlined(text, '='); }

void text_page::section(std::string_view text) {
    out_ += "\n";
    underlined(text, '-');
}

void text_page::subsection(std::string_view text) {
    out_ += "\n";
    paragraph(text);
}

void text_page::paragraph(std::string_view text, std::size_t indent, std::size_t hanging) {
    std::size_t start = indent;
    const std::size_t narrow = page_width - std::max(indent, hanging);
    for (const std::string& line : wrap(text, narrow)) {
        out_.append(start, ' ').append(line).append("\n");
        start = std::max(indent, hanging);
    }
}

}  // namespace mandate::text_layout
