#pragma once
// A page being written: the review, the reader's language, and the small things that every block
// needs - anchors, links, words with their language, lists of facts.

#include "mandate/report/report.hpp"
#include "mandate/review/review.hpp"
#include "report/html_writer.hpp"
#include "report/why_late.hpp"
#include "report/wording.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mandate::html {

/// An id made of a prefix and a code; different codes give different ids. Bytes that an id or a
/// fragment cannot hold plainly become `_` and two hexadecimal digits.
std::string anchor(std::string_view prefix, std::string_view code);
/// The same with a class behind it: the tasks of an agency in that class.
std::string anchor(std::string_view prefix, std::string_view code, task_class c);

struct html_page {
    html_page(const review& of, language in);

    const review& r;
    language lang;
    html_writer out;
    // By position in review::tasks.
    std::vector<bool> counted;     ///< in the population
    std::vector<bool> unfinished;  ///< told in full under the unfinished tasks
    std::vector<bool> without_lead;
    /// Long names of fields of work, each told once before the register and then by its number.
    std::vector<std::string> long_fields;
    /// What is stated of every task alike, told once before the register.
    wording::fact_lines common;
    wording::late_chains why_late;

    /// An element with words of the record, marked with their language if it is not the page's.
    void words(std::string_view tag, const multilingual& text, std::string_view before = {});
    /// 1, 2 ... for a field of work that is told by number, else 0.
    std::size_t number_of_field(const std::string& field) const;
    /// A number that leads to its list; without a link where it is 0 or there is no list.
    void count(std::int64_t number, const std::string& target);
    void link(std::string_view text, const std::string& target);
    /// The task's code, leading to its row in the register.
    void task_link(const review_task& t);
    /// The same for codes; one that is no task of the review is only text.
    void code_links(const std::vector<std::string>& codes);
    void task_links(const std::vector<std::size_t>& list);
    /// A cell: the number to the right.
    void count_cell(std::int64_t number, const std::string& target);
    void text_cell(std::string_view text);
    void column(std::string_view key);
    void column_text(std::string_view text, std::string_view scope = "col");
    void caption(std::string_view text);
    void note(std::string_view text);
    /// A heading inside a block, with the number of entries.
    void subheading(std::string_view text, std::size_t entries, std::string_view id = {});
    void facts(const wording::fact_lines& lines);
    std::string label(std::string_view key) const;
    std::string heading(std::string_view key) const;
};

/// The tasks of a list as a table: code, title and source documents, lead, due day with the
/// original struck through, state. One sentence where the list is empty.
void print_task_table(html_page& page, const std::vector<std::size_t>& list,
                      std::string_view caption);
/// The cells of print_task_table for the task at a position. With an id this is its row in the
/// register, which also tells what else is stated of it; without, the code leads there.
void print_task_cells(html_page& page, std::size_t at, const std::string& id);
/// With a last column for the reasons of a delay, if asked for.
void print_task_columns(html_page& page, bool with_reasons = false);
void print_deadline(html_page& page, const review_task& t);
void print_state(html_page& page, const review_task& t);

}  // namespace mandate::html
