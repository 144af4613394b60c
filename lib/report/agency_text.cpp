// Agencies that wait for each other, as text for a terminal.

#include "mandate/base/text.hpp"
#include "mandate/report/agency_report.hpp"
#include "report/format.hpp"
#include "report/labels.hpp"
#include "report/names_in_language.hpp"
#include "report/text_layout.hpp"
#include "report/wording.hpp"

#include <set>
#include <string>
#include <string_view>

namespace mandate {
namespace {

using namespace wording;
using text_layout::align;
using text_layout::text_page;
using text_layout::text_table;

class agency_page {
public:
    agency_page(const agency_waits& waits, language lang)
        : waits_{waits}, lang_{lang}, name_{waits.bottlenecks, lang} {}

    std::string print() {
        page_.title(say("agencies.title", lang_, {{"day", day_text(waits_.as_of, lang_)}}));
        print_bottlenecks();
        print_pairs();
        print_mutual();
        for (const std::string& knot : knots_of(waits_.cycles, lang_)) page_.paragraph(knot);
        return page_.take();
    }

private:
    std::string number(const table& of, std::size_t row, std::size_t column) const {
        return number_text(of.number(row, column).value_or(0), lang_);
    }

    // Thousandths, with the decimal mark of the language and no zeros behind it.
    std::string decimal(std::int64_t thousandths) const {
        std::string text = number_text(thousandths / 1000, lang_);
        std::string rest = to_text(static_cast<long long>(1000 + thousandths % 1000)).substr(1);
        while (!rest.empty() && rest.back() == '0') rest.pop_back();
        return rest.empty() ? text : text + (lang_ == language::en ? "." : ",") + rest;
    }

    void print_bottlenecks() {
        page_.section(heading("agencies.bottlenecks", lang_));
        text_table all{{{heading("col.agency", lang_)},
                        {heading("agencies.tasks", lang_), align::right},
                        {heading("agencies.days", lang_), align::right},
                        {heading("agencies.open_waits", lang_), align::right},
                        {heading("agencies.between", lang_), align::right}}};
        const table& of = waits_.bottlenecks;
        for (std::size_t row = 0; row < of.rows(); ++row)
            all.row({name_(*of.text(row, 0)), number(of, row, 5), number(of, row, 6),
                     number(of, row, 4), decimal(*of.number(row, 7))});
        if (!all.empty()) page_.print(all);
        page_.paragraph(label("agencies.between_note", lang_));
    }

    void print_pairs() {
        page_.section(heading("agencies.pairs", lang_));
        text_table all{{{heading("agencies.before", lang_)},
                        {heading("agencies.after", lang_)},
                        {heading("agencies.hand_offs", lang_), align::right},
                        {heading("agencies.open_waits", lang_), align::right},
                        {heading("agencies.binding", lang_), align::right},
                        {heading("agencies.days_waited", lang_), align::right}}};
        const table& of = waits_.pairs;
        for (std::size_t row = 0; row < of.rows(); ++row)
            all.row({name_(*of.text(row, 0)), name_(*of.text(row, 1)), number(of, row, 2),
                     number(of, row, 3), number(of, row, 4), number(of, row, 5)});
        if (all.empty())
            page_.paragraph(label("agencies.no_pairs", lang_));
        else
            page_.print(all);
    }

    void print_mutual() {
        page_.section(heading("coord.mutual", lang_));
        // group, agencies, agency, task, agency, task, link, kind, code, due
        const table& of = waits_.mutual_waiting;
        if (of.rows() == 0) page_.paragraph(label("agencies.no_mutual", lang_));
        for (std::size_t row = 0; row < of.rows();) {
            const std::int64_t group = *of.number(row, 0);
            std::set<std::string> names;
            text_table links{{{heading("agencies.before", lang_)},
                              {heading("agencies.task_before", lang_)},
                              {heading("agencies.after", lang_)},
                              {heading("agencies.task_after", lang_)},
                              {heading("together.kind", lang_)}}};
            for (; row < of.rows() && *of.number(row, 0) == group; ++row) {
                names.insert(name_(*of.text(row, 2)));
                names.insert(name_(*of.text(row, 4)));
                links.row({name_(*of.text(row, 2)), std::string{of.text(row, 3).value_or("-")},
                           name_(*of.text(row, 4)), std::string{*of.text(row, 5)},
                           std::string{label("together." + std::string{*of.text(row, 7)}, lang_)}});
            }
            std::string all;
            for (const std::string& one : names) all += (all.empty() ? "" : ", ") + one;
            page_.subsection(capital(
                say("agencies.group", lang_, {{"n", to_text(group)}, {"agencies", all}}), lang_));
            page_.print(links);
        }
    }

    const agency_waits& waits_;
    const language lang_;
    const names_in_language name_;
    text_page page_;
};

}  // namespace

std::string agency_text(const agency_waits& waits, language lang) {
    return agency_page{waits, lang}.print();
}

}  // namespace mandate
