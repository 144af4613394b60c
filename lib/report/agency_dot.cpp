// Agencies in the language of Graphviz: an arrow from the agency that goes first to the one that
// waits, as in a schedule; or from the one that waits for an answer to the one that owes it.
#include "mandate/base/text.hpp"
#include "mandate/report/agency_report.hpp"
#include "report/format.hpp"
#include "report/labels.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mandate {
namespace {

using namespace wording;

// In quotes: a backslash would begin an escape.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out + '"';
}

// In labels Graphviz reads the character references of HTML, too.
std::string quoted_label(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '&' ? std::string{"&amp;"} : std::string{c};
    return quoted(out);
}

class dot_page {
public:
    /// `names`: a table with the columns agency, name_vi, name_en, name_tr, ...
    dot_page(const table& names, language lang) {
        const std::size_t wanted = lang == language::en ? 2 : lang == language::tr ? 3 : 1;
        for (std::size_t row = 0; row < names.rows(); ++row)
            name_[std::string{*names.text(row, 0)}] =
                names.text(row, wanted).value_or(names.text(row, 1).value_or(""));
    }
    /// `weight`: how thick the arrow is; `more`: further attributes, as ", color=red".
    void arrow(std::string_view from, std::string_view to, const std::string& text,
               std::int64_t weight, std::string_view more = {}) {
        ends_.emplace(from), ends_.emplace(to);
        arrows_.push_back(
            "  " + quoted(from) + " -> " + quoted(to) + " [label=" + quoted(text) + ", penwidth=" +
            to_text(static_cast<long long>(std::min<std::int64_t>(1 + weight / 4, 8))) +
            std::string{more} + "];\n");
    }
    std::string take(std::string_view title) {
        std::sort(arrows_.begin(), arrows_.end());
        std::string text =
            "digraph agencies {\n  graph [charset=\"UTF-8\", rankdir=LR, labelloc=t, label=" +
            quoted(title) + "];\n  node [shape=box];\n";
        for (const std::string& code : ends_) {
            const auto found = name_.find(code);
            const bool has_name = found != name_.end() && !found->second.empty();
            text += "  " + quoted(code) +
                    " [label=" + quoted_label(has_name ? found->second : code) + "];\n";
        }
        for (const std::string& arrow : arrows_) text += arrow;
        return text + "}\n";
    }

private:
    std::map<std::string, std::string> name_;
    std::set<std::string> ends_;
    std::vector<std::string> arrows_;
};

std::string with_days(std::int64_t cases, std::int64_t days, language lang) {
    return number_text(cases, lang) + " (" + number_text(days, lang) + ")";
}

}  // namespace

std::string agency_dot(const agency_waits& waits, language lang) {
    dot_page page{waits.bottlenecks, lang};
    const table& pairs = waits.pairs;  // before, after, hand_offs, open_waits, binding, days_waited
    for (std::size_t row = 0; row < pairs.rows(); ++row) {
        const std::int64_t open = *pairs.number(row, 3), days = *pairs.number(row, 5);
        if (open == 0) continue;  // nobody waits any more
        page.arrow(*pairs.text(row, 0), *pairs.text(row, 1), with_days(open, days, lang), open);
    }
    return page.take(say("agencies.title", lang, {{"day", day_text(waits.as_of, lang)}}) + "\n" +
                     heading("agencies.open_waits", lang) + " (" +
                     std::string{label("agencies.days_waited", lang)} + ")");
}

std::string coordination_dot(const coordination_figures& figures, language lang) {
    dot_page page{figures.agencies, lang};
    std::set<std::pair<std::string_view, std::string_view>> mutual;
    for (std::size_t row = 0; row < figures.mutual.rows(); ++row)  // group, agencies, asking, asked
        mutual.emplace(*figures.mutual.text(row, 2), *figures.mutual.text(row, 3));
    const table& pairs = figures.pairs;  // period, asking, asked, in_time, late, overdue, open ...
    const std::string last = to_text(figures.of);
    for (std::size_t row = 0; row < pairs.rows(); ++row) {
        const std::int64_t unanswered = *pairs.number(row, 5) + *pairs.number(row, 6);
        if (unanswered == 0 || *pairs.text(row, 0) != last) continue;
        const std::string_view asking = *pairs.text(row, 1), asked = *pairs.text(row, 2);
        page.arrow(asking, asked, with_days(unanswered, *pairs.number(row, 12), lang), unanswered,
                   mutual.count({asking, asked}) != 0 ? ", color=red" : "");
    }
    return page.take(say("together.title", lang, {{"period", period_text(figures.of, lang)}}) +
                     "\n" + heading("together.unanswered", lang) + " (" +
                     std::string{label("together.days_overdue", lang)} + ")");
}

}  // namespace mandate
