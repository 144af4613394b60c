// Agencies that wait for each other, in the language of Graphviz: an arrow from the agency that
// goes first to the one that waits.
#include "mandate/base/text.hpp"
#include "mandate/report/agency_report.hpp"
#include "report/format.hpp"
#include "report/labels.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
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

}  // namespace

std::string agency_dot(const agency_waits& waits, language lang) {
    const std::size_t wanted = lang == language::en ? 2 : lang == language::tr ? 3 : 1;
    std::map<std::string, std::string> name;
    const table& all = waits.bottlenecks;  // agency, name_vi, name_en, name_tr, ...
    for (std::size_t row = 0; row < all.rows(); ++row)
        name[std::string{*all.text(row, 0)}] =
            all.text(row, wanted).value_or(all.text(row, 1).value_or(""));
    std::map<std::string, bool> named;  // agencies at an arrow
    std::vector<std::string> arrows;
    const table& pairs = waits.pairs;  // before, after, hand_offs, open_waits, binding, days_waited
    for (std::size_t row = 0; row < pairs.rows(); ++row) {
        const std::int64_t open = *pairs.number(row, 3), days = *pairs.number(row, 5);
        if (open == 0) continue;  // nobody waits any more
        const std::string before{*pairs.text(row, 0)}, after{*pairs.text(row, 1)};
        named[before] = named[after] = true;
        arrows.push_back(
            "  " + quoted(before) + " -> " + quoted(after) + " [label=" +
            quoted(number_text(open, lang) + " (" + number_text(days, lang) + ")") + ", penwidth=" +
            to_text(static_cast<long long>(std::min<std::int64_t>(1 + open / 4, 8))) + "];\n");
    }
    std::sort(arrows.begin(), arrows.end());
    std::string text =
        "digraph agencies {\n  graph [charset=\"UTF-8\", rankdir=LR, labelloc=t, label=";
    text += quoted(say("agencies.title", lang, {{"day", day_text(waits.as_of, lang)}}) + "\n" +
                   heading("agencies.open_waits", lang) + " (" +
                   std::string{label("agencies.days_waited", lang)} + ")");
    text += "];\n  node [shape=box];\n";
    for (const auto& [code, shown] : named) {
        const auto found = name.find(code);
        const bool has_name = found != name.end() && !found->second.empty();
        text += "  " + quoted(code) + " [label=" + quoted_label(has_name ? found->second : code) +
                "];\n";
    }
    for (const std::string& arrow : arrows) text += arrow;
    return text + "}\n";
}

}  // namespace mandate
