#include "report/html_bars.hpp"

#include "report/figures.hpp"
#include "report/format.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <vector>

namespace mandate::html {
namespace {

using namespace wording;

void open_bar(html_page& page, std::int64_t width, const std::string& title) {
    page.out.open(
        "svg",
        {{"class", "bar"}, {"width", std::to_string(width)}, {"height", "12"}, {"role", "img"}});
    page.out.element("title", title);
}

void print_rect(html_page& page, std::int64_t from, std::int64_t to, std::string_view kind) {
    if (to <= from) return;
    page.out.leaf("rect", {{"class", std::string{kind}},
                           {"x", std::to_string(from)},
                           {"width", std::to_string(to - from)}});
}

}  // namespace

void print_class_bar(html_page& page, const class_counts& counts) {
    constexpr std::int64_t width = 160;
    std::vector<std::string> said;
    for (const task_class c : classes_in_order)
        if (counts[c] > 0)
            said.push_back(std::string{class_label(c, page.lang)} + ": " +
                           number_text(counts[c], page.lang));
    open_bar(page, width, said.empty() ? page.label("none.tasks") : joined(said, "; "));
    std::int64_t before = 0;
    const std::int64_t total = std::max<std::int64_t>(counts.total(), 1);
    for (const task_class c : classes_in_order) {
        print_rect(page, before * width / total, (before + counts[c]) * width / total, name_of(c));
        before += counts[c];
    }
    page.out.close();
}

void print_legend(html_page& page) {
    page.out.open("p", {{"class", "note"}});
    page.out.text(page.heading("col.chart") + ": ");
    bool first = true;
    for (const task_class c : classes_in_order) {
        if (c == task_class::standing) break;  // what follows is grey, and "other" in the table
        if (!first) page.out.text("; ");
        first = false;
        page.out.open(
            "svg", {{"class", "key"}, {"width", "12"}, {"height", "12"}, {"aria-hidden", "true"}});
        print_rect(page, 0, 12, name_of(c));
        page.out.close();
        page.out.text(" " + std::string{class_label(c, page.lang)});
    }
    page.out.close();
}

void print_share_bar(html_page& page, std::optional<std::int64_t> part, std::int64_t whole,
                     const std::string& title) {
    if (part && whole <= 0) return;  // an empty bar would say: nothing done
    constexpr std::int64_t width = 120;
    open_bar(page, width, title);
    if (!part)
        print_rect(page, 0, width, "no_value");
    else if (whole > 0)
        print_rect(page, 0, std::clamp(*part, std::int64_t{0}, whole) * width / whole, "value");
    print_rect(page, 0, width, "frame");
    page.out.close();
}

}  // namespace mandate::html
