#pragma once
// Plain text for a terminal with a fixed-width font: widths in display columns, paragraphs wrapped
// at spaces, tables whose columns line up in every script.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mandate::text_layout {

inline constexpr std::size_t page_width = 100;

/// Columns that the text takes: 2 for wide characters, 0 for combining marks. Cost: O(bytes).
std::size_t display_width(std::string_view utf8) noexcept;

/// Lines of at most `width` columns, broken at spaces; a longer word has a line of its own.
std::vector<std::string> wrap(std::string_view utf8, std::size_t width);

enum class align { left, right };

struct table_column {
    std::string heading;
    align side = align::left;
};

/// Rows of cells under headings. Columns are as wide as their widest cell; where the page is too
/// narrow, the widest ones give way and their cells are wrapped.
class text_table {
public:
    explicit text_table(std::vector<table_column> columns) : columns_{std::move(columns)} {}
    /// One cell per column.
    void row(std::vector<std::string> cells);
    bool empty() const noexcept { return rows_.empty(); }
    /// Lines end in LF and carry no trailing spaces.
    std::string print(std::size_t width = page_width) const;

private:
    std::vector<std::size_t> widths(std::size_t width, std::size_t& gap) const;

    std::vector<table_column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

/// A page that grows from top to bottom.
class text_page {
public:
    /// The title, underlined with `=`.
    void title(std::string_view text);
    /// A section, after an empty line, underlined with `-`.
    void section(std::string_view text);
    /// A smaller heading inside a section, after an empty line.
    void subsection(std::string_view text);
    /// A wrapped paragraph; its lines after the first start at `hanging` columns.
    void paragraph(std::string_view text, std::size_t indent = 0, std::size_t hanging = 0);
    void print(const text_table& t) { out_ += t.print(); }
    std::string take() { return std::move(out_); }

private:
    void underlined(std::string_view text, char rule);

    std::string out_;
};

}  // namespace mandate::text_layout
