#include "report/html_page.hpp"

#include "report/format.hpp"
#include "report/labels.hpp"

#include <algorithm>

namespace mandate::html {

using namespace wording;

std::string anchor(std::string_view prefix, std::string_view code) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out{prefix};
    out += '-';
    for (const char c : code) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                           (c >= 'a' && c <= 'z') || c == '-' || c == '.';
        if (plain) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '_';
        out += digits[byte / 16];
        out += digits[byte % 16];
    }
    return out;
}

std::string anchor(std::string_view prefix, std::string_view code, task_class c) {
    return anchor(prefix, code) + ":" + std::string{name_of(c)};
}

html_page::html_page(const review& of, language in)
    : r{of},
      lang{in},
      counted(of.tasks.size()),
      unfinished(of.tasks.size()),
      without_lead(of.tasks.size()),
      why_late{of, in} {
    for (const std::size_t at : r.population) counted[at] = true;
    for (const std::size_t at : r.unfinished) unfinished[at] = true;
    for (const std::size_t at : r.without_lead) without_lead[at] = true;
    constexpr std::size_t long_name = 60;  // bytes
    for (const review_task& t : r.tasks)
        if (t.field_of_work.size() > long_name && number_of_field(t.field_of_work) == 0)
            long_fields.push_back(t.field_of_work);
    if (r.tasks.size() < 2) return;
    common = background_of(r.tasks.front(), lang);
    for (const review_task& t : r.tasks)
        if (!common.empty()) {
            const fact_lines also = background_of(t, lang);
            std::erase_if(common, [&](const auto& line) {
                return std::ranges::find(also, line) == also.end();
            });
        }
}

std::size_t html_page::number_of_field(const std::string& field) const {
    const auto at = std::ranges::find(long_fields, field);
    return at == long_fields.end() ? 0 : static_cast<std::size_t>(at - long_fields.begin()) + 1;
}

void html_page::words(std::string_view tag, const multilingual& text, std::string_view before) {
    const language found = language_of(text, lang);
    if (found == lang && tag == "span") {
        out.text(before);
        out.text(pick(text, lang));
        return;
    }
    if (found == lang)
        out.open(tag);
    else
        out.open(tag, {{"lang", std::string{name_of(found)}}});
    out.text(before);
    out.text(pick(text, lang));
    out.close();
}

void html_page::link(std::string_view text, const std::string& target) {
    out.element("a", text, {{"href", "#" + target}});
}

void html_page::count(std::int64_t number, const std::string& target) {
    if (number == 0 || target.empty())
        out.text(number_text(number, lang));
    else
        link(number_text(number, lang), target);
}

void html_page::task_link(const review_task& t) { link(t.code, anchor("t", t.code)); }

void html_page::task_links(const std::vector<std::size_t>& list) {
    bool first = true;
    for (const std::size_t at : list) {
        if (!first) out.text(", ");
        first = false;
        task_link(r.tasks[at]);
    }
}

void html_page::code_links(const std::vector<std::string>& codes) {
    bool first = true;
    for (const std::string& code : codes) {
        if (!first) out.text(", ");
        first = false;
        const std::size_t task = r.tasks.find(code);
        if (task == r.tasks.size())
            out.text(code);
        else
            task_link(r.tasks[task]);
    }
}

void html_page::count_cell(std::int64_t number, const std::string& target) {
    out.open("td", {{"class", "n"}});
    count(number, target);
    out.close();
}

void html_page::text_cell(std::string_view text) { out.element("td", text); }

void html_page::column(std::string_view key) { column_text(heading(key)); }

void html_page::column_text(std::string_view text, std::string_view scope) {
    out.element("th", text, {{"scope", std::string{scope}}});
}

void html_page::caption(std::string_view text) { out.element("caption", text); }

void html_page::note(std::string_view text) { out.element("p", text, {{"class", "note"}}); }

void html_page::subheading(std::string_view text, std::size_t entries, std::string_view id) {
    const std::string line =
        std::string{text} + " (" + number_text(static_cast<std::int64_t>(entries), lang) + ")";
    if (id.empty())
        out.element("h3", line);
    else
        out.element("h3", line, {{"id", std::string{id}}});
}

void html_page::facts(const fact_lines& lines) {
    if (lines.empty()) return;
    out.open("dl");
    for (const auto& [name, value] : lines) {
        out.element("dt", name);
        out.element("dd", value);
    }
    out.close();
}

std::string html_page::label(std::string_view key) const {
    return std::string{wording::label(key, lang)};
}

std::string html_page::heading(std::string_view key) const { return wording::heading(key, lang); }

}  // namespace mandate::html
