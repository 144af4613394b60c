// How agencies worked together in a period, as text for a terminal.

#include "mandate/base/text.hpp"
#include "mandate/report/agency_report.hpp"
#include "report/format.hpp"
#include "report/labels.hpp"
#include "report/names_in_language.hpp"
#include "report/text_layout.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mandate {
namespace {

using namespace wording;
using text_layout::align;
using text_layout::text_page;
using text_layout::text_table;

class coordination_page {
public:
    coordination_page(const coordination_figures& figures, language lang)
        : figures_{figures}, lang_{lang}, name_{figures.agencies, lang} {}

    std::string print() {
        page_.title(say("together.title", lang_, {{"period", period_text(figures_.of, lang_)}}));
        print_agencies();
        print_pairs();
        print_attention();
        print_mutual();
        return page_.take();
    }

private:
    std::string number(const table& of, std::size_t row, std::size_t column) const {
        const auto found = of.number(row, column);
        return found ? number_text(*found, lang_) : "-";
    }
    // in_time of in_time + late + overdue, with the two numbers; few are for reference only.
    std::string on_time(const table& of, std::size_t row, std::size_t in_time) const {
        const std::int64_t done = *of.number(row, in_time);
        const std::int64_t all = done + *of.number(row, in_time + 1) + *of.number(row, in_time + 2);
        if (all == 0) return "-";
        const rate share{done, all};
        return percent_text(share, lang_) + " (" + number_text(done, lang_) + "/" +
               number_text(all, lang_) + ")" + (share.for_reference_only() ? " *" : "");
    }
    std::string unanswered(const table& of, std::size_t row, std::size_t overdue) const {
        return number_text(*of.number(row, overdue) + *of.number(row, overdue + 1), lang_);
    }

    // period, agency, asks, asks_open, asked, in_time, late, overdue, open, on_time,
    // for_reference_only, days_given, days_taken, days_overdue, consultations, silent, waits_for,
    // waited_for_by, held_up, betweenness, mutual
    void print_agencies() {
        page_.section(heading("together.agencies", lang_));
        text_table all{{{heading("time.period", lang_)},
                        {heading("col.agency", lang_)},
                        {heading("together.asked_cases", lang_), align::right},
                        {heading("together.on_time", lang_), align::right},
                        {heading("together.days_given", lang_), align::right},
                        {heading("together.days_taken", lang_), align::right},
                        {heading("together.silent", lang_), align::right},
                        {heading("together.waited_for_by", lang_), align::right},
                        {heading("together.held_up", lang_), align::right}}};
        const table& of = figures_.network;
        for (std::size_t row = 0; row < of.rows(); ++row)
            all.row({period_text(parse_period(*of.text(row, 0)), lang_), name_(*of.text(row, 1)),
                     number(of, row, 4), on_time(of, row, 5), number(of, row, 11),
                     number(of, row, 12), number(of, row, 15), number(of, row, 17),
                     number(of, row, 18)});
        if (all.empty())
            page_.paragraph(label("together.none", lang_));
        else
            page_.print(all);
        page_.paragraph(label("together.note", lang_));
    }

    // period, asking, asked, in_time, late, overdue, open, hand_offs, on_time, for_reference_only,
    // days_given, days_taken, days_overdue, joint_due, joint_in_time, joint_rated, joint_good,
    // mutual, attention, consultations, silent
    void print_pairs() {
        page_.section(heading("together.pairs", lang_));
        text_table all{{{heading("time.period", lang_)},
                        {heading("together.asking", lang_)},
                        {heading("together.asked", lang_)},
                        {heading("together.on_time", lang_), align::right},
                        {heading("together.days_given", lang_), align::right},
                        {heading("together.days_taken", lang_), align::right},
                        {heading("together.unanswered", lang_), align::right},
                        {heading("together.joint", lang_), align::right},
                        {heading("together.joint_good", lang_), align::right}}};
        const table& of = figures_.pairs;
        const auto share = [&](std::size_t row, std::size_t part, std::size_t whole) {
            return *of.number(row, whole) == 0
                       ? std::string{"-"}
                       : number(of, row, part) + "/" + number(of, row, whole);
        };
        for (std::size_t row = 0; row < of.rows(); ++row)
            all.row({period_text(parse_period(*of.text(row, 0)), lang_), name_(*of.text(row, 1)),
                     name_(*of.text(row, 2)), on_time(of, row, 3), number(of, row, 10),
                     number(of, row, 11), unanswered(of, row, 5), share(row, 14, 13),
                     share(row, 16, 15)});
        if (all.empty())
            page_.paragraph(label("together.none", lang_));
        else
            page_.print(all);
    }

    void print_attention() {
        const table& of = figures_.pairs;
        const std::string last = to_text(figures_.of);
        std::vector<std::pair<std::int64_t, std::size_t>> ranked;
        for (std::size_t row = 0; row < of.rows(); ++row)
            if (const auto rank = of.number(row, 18); rank && *of.text(row, 0) == last)
                ranked.emplace_back(*rank, row);
        std::sort(ranked.begin(), ranked.end());
        page_.section(heading("together.attention", lang_));
        text_table all{{{heading("form.no", lang_), align::right},
                        {heading("together.asking", lang_)},
                        {heading("together.asked", lang_)},
                        {heading("together.days_overdue", lang_), align::right},
                        {heading("together.late", lang_), align::right}}};
        for (const auto& [rank, row] : ranked)
            all.row({number_text(rank, lang_), name_(*of.text(row, 1)), name_(*of.text(row, 2)),
                     number(of, row, 12), number(of, row, 4)});
        if (all.empty())
            page_.paragraph(label("together.no_attention", lang_));
        else
            page_.print(all);
        page_.paragraph(label("together.attention_rule", lang_));
    }

    // group, agencies, asking, asked, kind, code, task, since, due, state
    void print_mutual() {
        page_.section(heading("coord.mutual", lang_));
        const table& of = figures_.mutual;
        if (of.rows() == 0) page_.paragraph(label("agencies.no_mutual", lang_));
        for (std::size_t row = 0; row < of.rows();) {
            const std::int64_t group = *of.number(row, 0);
            std::set<std::string> names;
            text_table cases{{{heading("together.asking", lang_)},
                              {heading("together.asked", lang_)},
                              {heading("together.kind", lang_)},
                              {heading("agencies.task_after", lang_)},
                              {heading("together.since", lang_)},
                              {heading("together.due", lang_)}}};
            for (; row < of.rows() && *of.number(row, 0) == group; ++row) {
                names.insert(name_(*of.text(row, 2)));
                names.insert(name_(*of.text(row, 3)));
                const auto day = [&](std::size_t column) {
                    const auto on = of.number(row, column);
                    return on ? day_text(civil_day{static_cast<std::int32_t>(*on)}, lang_)
                              : std::string{"-"};
                };
                cases.row({name_(*of.text(row, 2)), name_(*of.text(row, 3)),
                           std::string{label("together." + std::string{*of.text(row, 4)}, lang_)},
                           std::string{*of.text(row, 6)}, day(7), day(8)});
            }
            std::string all;
            for (const std::string& one : names) all += (all.empty() ? "" : ", ") + one;
            page_.subsection(capital(
                say("agencies.group", lang_, {{"n", to_text(group)}, {"agencies", all}}), lang_));
            page_.print(cases);
        }
    }

    const coordination_figures& figures_;
    const language lang_;
    const names_in_language name_;
    text_page page_;
};

}  // namespace

std::string coordination_text(const coordination_figures& figures, language lang) {
    return coordination_page{figures, lang}.print();
}

}  // namespace mandate
