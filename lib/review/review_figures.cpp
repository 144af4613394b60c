// Classes and rates of a period by agency, document, field or priority, beside those of the period
// before and of the same period a year ago.

#include "mandate/base/error.hpp"
#include "mandate/model/descriptor.hpp"
#include "review/answers.hpp"
#include "review/build_review.hpp"

#include <map>
#include <optional>

namespace mandate {
namespace {

using f = field;

constexpr const char* nothing = "(none)";

/// The tasks of a period, by the key of a group; those of all groups, each task once, apart.
struct grouped {
    std::map<std::string, class_counts> groups;
    class_counts all;
};

std::vector<std::string> keys_of(const review_task& t, grouping_kind by) {
    std::vector<std::string> keys;
    switch (by) {
        case grouping_kind::agency:
            for (const named& lead : t.leads) keys.push_back(lead.code);
            break;
        case grouping_kind::document:
            keys = t.documents;
            break;
        case grouping_kind::field_of_work:
            if (!t.field_of_work.empty()) keys.push_back(t.field_of_work);
            break;
        case grouping_kind::priority:
            keys.emplace_back(choice_name(field::priority, static_cast<std::int64_t>(t.priority)));
            break;
        case grouping_kind::coordinating:
        case grouping_kind::task:
            break;
    }
    if (keys.empty()) keys.emplace_back(nothing);
    return keys;
}

// A coordinating agency is classed by its own day and answer, where it has something of its own.
void add_parts(const review_task& t, grouped& out) {
    for (const own_part& part : t.parts) {
        out.groups[part.agency.code].add(part.its_class);
        out.all.add(part.its_class);
    }
}

grouped figures_of(const lens& through, const period& of, const std::string& agency,
                   grouping_kind by) {
    grouped out;
    if (through.times.as_of < of.first()) return out;
    const review r = build_review(through, {of, agency});
    for (const std::size_t i : r.population) {
        const review_task& t = r.tasks[i];
        if (by == grouping_kind::coordinating) {
            add_parts(t, out);
            continue;
        }
        out.all.add(t.at_end);
        for (const std::string& key : keys_of(t, by)) out.groups[key].add(t.at_end);
    }
    return out;
}

std::optional<std::int64_t> share(const rate& r) {
    const std::int64_t hundredths = hundredths_of_percent(r, rounding::half_up);
    return hundredths < 0 ? std::nullopt : std::optional{hundredths};
}

void put_shortly(answer_rows& out, const class_counts* counts) {
    const class_counts none;
    const class_counts& c = counts != nullptr ? *counts : none;
    const rates r = rates_of(c);
    out.put(c.total());
    out.put(r.completion_due.denominator);
    out.put(c[task_class::done_in_time]);
    out.put(r.completion_due.numerator);
}

}  // namespace

table answer_review_figures(const lens& through, const arguments& args) {
    const period of = parse_period(*args.text(f::period));
    const auto by = static_cast<grouping_kind>(args.integer(f::grouped_by).value_or(1));
    if (by == grouping_kind::task)
        throw error{errc::out_of_range,
                    "review_figures: a task is no group; the question tasks lists them",
                    {{"field", "grouped_by"}, {"rule", "out_of_range"}}};
    const row_number only = asked_row(through, args, f::agency);
    const std::string agency = only == no_row ? std::string{} : through.record.agencies[only].code;
    if (through.times.as_of < of.first())  // told as a review tells it
        build_review(through, {of, agency});

    const period year_ago{of.kind(), of.year() - 1, of.index()};
    const grouped now = figures_of(through, of, agency, by);
    const grouped before = figures_of(through, of.previous(), agency, by);
    const grouped then = figures_of(through, year_ago, agency, by);
    std::map<std::string, class_counts> rows = now.groups;
    for (const grouped* other : {&before, &then})
        for (const auto& [key, counts] : other->groups) rows.try_emplace(key);

    answer_rows out{question_kind::review_figures};
    const auto put = [&](std::string_view key, const class_counts& c, const class_counts* was,
                         const class_counts* was_a_year_ago) {
        const rates r = rates_of(c);
        out.put(key);
        out.put(c.total());
        for (const std::int64_t n : c.of) out.put(n);
        out.put(r.completion_due.denominator);
        for (const rate& one : {r.completion_due, r.on_time, r.overdue, r.late_of_done,
                                r.completion_all, r.rating_behind})
            out.put(share(one));
        out.put_flag(r.completion_due.for_reference_only());
        put_shortly(out, was);
        put_shortly(out, was_a_year_ago);
    };
    put("", now.all, &before.all, &then.all);
    const auto find = [](const grouped& in, const std::string& key) {
        const auto found = in.groups.find(key);
        return found == in.groups.end() ? nullptr : &found->second;
    };
    for (const auto& [key, counts] : rows) put(key, counts, find(before, key), find(then, key));
    return out.finish(args);
}

}  // namespace mandate
