#include "review/questions.hpp"

#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"
#include "mandate/model/descriptor.hpp"
#include "model/task_facts.hpp"
#include "review/question_tables.hpp"
#include "review/schedule_questions.hpp"

#include <algorithm>
#include <limits>

namespace mandate {
namespace {

using f = field;

std::optional<std::int64_t> number(const std::optional<civil_day>& day) {
    if (!day) return std::nullopt;
    return day->since_epoch();
}

template <class Rows>
std::string codes(const Rows& all, const std::vector<row_number>& rows) {
    std::string text;
    for (const row_number row : rows) {
        if (!text.empty()) text += ' ';
        text += all[row].code;
    }
    return text;
}

row_number argument_row(const lens& through, const arguments& args, f id) {
    const auto code = args.text(id);
    if (!code) return no_row;
    const field_descriptor& d = descriptor_of(id);
    if (const auto row = through.record.find(d.entity, *code)) return *row;
    throw error{errc::unknown_reference,
                std::string{d.name} + " " + std::string{*code} + " is not in the ledger",
                {{"field", std::string{d.name}}, {"value", std::string{*code}}}};
}

bool contains(const std::vector<row_number>& rows, row_number row) {
    return std::find(rows.begin(), rows.end(), row) != rows.end();
}

struct found_task {
    row_number row;
    task_facts facts;
};

std::vector<found_task> find_tasks(const lens& through, const arguments& args) {
    const row_number agency = argument_row(through, args, f::agency);
    const row_number document = argument_row(through, args, f::document);
    const auto wanted = args.integer(f::task_class);
    const std::string words = fold(args.text(f::text).value_or(""));
    std::vector<found_task> found;
    for (row_number t = 0; t < through.record.tasks.size(); ++t) {
        const task_facts facts =
            facts_of(through.record, through.record.tasks[t], through.times.as_of, through.times);
        if (facts.stated == nullptr) continue;
        const task_record::statement& told = facts.stated->value;
        if (agency != no_row && !contains(*facts.leads, agency) &&
            !contains(*facts.coordinating, agency))
            continue;
        if (document != no_row && !contains(told.documents, document)) continue;
        if (wanted && static_cast<std::int64_t>(facts.its_class) != *wanted) continue;
        if (!words.empty()) {
            const std::string title =
                fold(told.title.vi) + "\n" + fold(told.title.en) + "\n" + fold(told.title.tr);
            if (title.find(words) == std::string::npos) continue;
        }
        found.push_back({t, facts});
    }
    return found;
}

void sort_tasks(const lens& through, std::vector<found_task>& tasks, std::int64_t order) {
    const auto code = [&](const found_task& t) -> const std::string& {
        return through.record.tasks[t.row].code;
    };
    constexpr int never = std::numeric_limits<int>::max();
    const auto day = [&](const found_task& t) {
        if (order == 3) return t.facts.stated->effective_on.since_epoch();
        return t.facts.current->day ? t.facts.current->day->since_epoch() : never;
    };
    std::sort(tasks.begin(), tasks.end(), [&](const found_task& a, const found_task& b) {
        if (order != 1 && day(a) != day(b)) return day(a) < day(b);
        return code(a) < code(b);
    });
}

table answer_tasks(const lens& through, const arguments& args) {
    std::vector<found_task> found = find_tasks(through, args);
    sort_tasks(through, found, args.integer(f::order).value_or(1));
    const state& s = through.record;
    table out = empty_table(question_kind::tasks);
    for (const auto& [row, facts] : page(std::move(found), args)) {
        std::optional<std::int64_t> percent;
        s.tasks[row].reports.each(through.times, [&](const auto& r) {
            if (r.value.percent) percent = *r.value.percent;
        });
        const bool waits = facts.awaiting_acceptance && is_open(facts.its_class);
        out.put(s.tasks[row].code);
        out.put(facts.stated->value.title.vi);
        out.put(name_of(facts.its_class));
        out.put(facts.stated->effective_on.since_epoch());
        out.put(number(facts.current->day));
        out.put(number(facts.original->day));
        out.put(number(facts.finished_on));
        out.put(codes(s.agencies, *facts.leads));
        out.put(codes(s.agencies, *facts.coordinating));
        out.put(codes(s.documents, facts.stated->value.documents));
        out.put(waits ? 1 : 0);
        out.put(percent);
    }
    return out;
}

table answer_agencies(const lens& through, const arguments& args) {
    const state& s = through.record;
    std::vector<std::int64_t> open(s.agencies.size(), 0), overdue(s.agencies.size(), 0);
    for (row_number t = 0; t < s.tasks.size(); ++t) {
        const task_facts facts = facts_of(s, s.tasks[t], through.times.as_of, through.times);
        if (facts.stated == nullptr || !is_open(facts.its_class)) continue;
        for (const row_number lead : *facts.leads) {
            ++open[lead];
            if (facts.its_class == task_class::open_overdue) ++overdue[lead];
        }
    }
    const std::string words = fold(args.text(f::text).value_or(""));
    std::vector<row_number> found;
    for (row_number a = 0; a < s.agencies.size(); ++a) {
        const auto* told = s.agencies[a].stated.at(through.times);
        if (told == nullptr) continue;
        std::string names =
            told->value.name.vi + "\n" + told->value.name.en + "\n" + told->value.name.tr;
        for (const std::string& alias : told->value.aliases) names += "\n" + alias;
        if (words.empty() || fold(names).find(words) != std::string::npos) found.push_back(a);
    }
    std::sort(found.begin(), found.end(),
              [&](row_number a, row_number b) { return s.agencies[a].code < s.agencies[b].code; });
    table out = empty_table(question_kind::agencies);
    for (const row_number row : page(std::move(found), args)) {
        const agency_record& a = s.agencies[row];
        const agency_record::statement& told = a.stated.at(through.times)->value;
        const auto* ended = a.merged.at(through.times);
        out.put(a.code);
        out.put(told.name.vi);
        out.put(present(told.name.en));
        out.put(present(told.name.tr));
        out.put(choice_name(f::agency_kind, static_cast<int>(told.kind)));
        out.put(told.parent == no_row ? std::nullopt : present(s.agencies[told.parent].code));
        out.put(ended == nullptr ? std::nullopt : present(s.agencies[ended->value.into].code));
        out.put(ended == nullptr ? std::nullopt : number(ended->effective_on));
        out.put(open[row]);
        out.put(overdue[row]);
    }
    return out;
}

}  // namespace

table answer(const lens& through, question_kind question, const arguments& args) {
    switch (question) {
        case question_kind::tasks:
            return answer_tasks(through, args);
        case question_kind::agencies:
            return answer_agencies(through, args);
        case question_kind::schedule:
            return answer_schedule(through, args);
        case question_kind::cycles:
            return answer_cycles(through, args);
        case question_kind::why_this_date:
            return answer_why_this_date(through, args);
        case question_kind::schedule_findings:
            return answer_schedule_findings(through, args);
        case question_kind::agency_pairs:
            return answer_agency_pairs(through, args);
        case question_kind::bottlenecks:
            return answer_bottlenecks(through, args);
        case question_kind::mutual_waiting:
            return answer_mutual_waiting(through, args);
        case question_kind::delay_impact:
            return answer_delay_impact(through, args);
        case question_kind::forecast:
            return answer_forecast(through, args);
    }
    throw error{errc::invalid_argument, "there is no such question"};
}

}  // namespace mandate
