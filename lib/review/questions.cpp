#include "review/questions.hpp"

#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"
#include "model/agency_life.hpp"
#include "model/handed_over.hpp"
#include "model/part_in_task.hpp"
#include "model/pending.hpp"
#include "model/task_facts.hpp"
#include "review/answers.hpp"
#include "review/counted_by_parts.hpp"
#include "review/ordered_answer.hpp"
#include "review/question_parts.hpp"
#include "review/record_questions.hpp"
#include "review/schedule_questions.hpp"
#include "review/task_links.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace mandate {
namespace {

using f = field;

struct found_task {
    row_number row;
    task_facts facts;
};

std::vector<found_task> find_tasks(const lens& through, const arguments& args) {
    const row_number agency = asked_row(through, args, f::agency);
    const row_number document = asked_row(through, args, f::document);
    const row_number whole = asked_row(through, args, f::parent_task);
    const row_number access_class = asked_row(through, args, f::access_class);
    const auto priority = args.integer(f::priority);
    const auto wanted = args.integer(f::task_class);
    const std::string words = fold(args.text(f::text).value_or(""));
    std::optional<clause_links> links;
    if (document != no_row) links.emplace(through);
    std::vector<found_task> found;
    for (row_number t = 0; t < through.record.tasks.size(); ++t) {
        const task_facts facts =
            facts_of(through.record, through.record.tasks[t], through.times.as_of, through.times);
        if (facts.stated == nullptr || !through.may_see(entity_kind::task, t)) continue;
        const task_record::statement& told = facts.stated->value;
        if (agency != no_row && !contains(*facts.leads, agency) &&
            !contains(*facts.coordinating, agency))
            continue;
        if (links && !contains(basis_of(through, *links, t), document)) continue;
        if (wanted && static_cast<std::int64_t>(facts.its_class) != *wanted) continue;
        if (whole != no_row && told.parent != whole) continue;
        if (access_class != no_row &&
            through.access().class_of(entity_kind::task, t) != access_class)
            continue;
        if (priority && static_cast<std::int64_t>(
                            priority_of(through.record.tasks[t], through.times)) != *priority)
            continue;
        if (!words.empty()) {
            const std::string title = fold(told.title_vi) + "\n" + fold(told.more().title_en) +
                                      "\n" + fold(told.more().title_tr);
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
        each_report_of_task(s.tasks[row], through.times, [&](const auto& r) {
            if (r.value.percent) percent = *r.value.percent;
        });
        const bool waits = facts.awaiting_acceptance && is_open(facts.its_class);
        out.put(s.tasks[row].code);
        out.put(facts.stated->value.title_vi);
        out.put(name_of(facts.its_class));
        out.put(facts.stated->effective_on.since_epoch());
        out.put(number(facts.current->day));
        out.put(number(facts.original->day));
        out.put(number(facts.finished_on));
        out.put(codes_of(s.agencies, *facts.leads));
        out.put(codes_of(s.agencies, *facts.coordinating));
        out.put(codes_of(s.documents,
                         seen(through, entity_kind::document, facts.stated->value.documents)));
        out.put(waits ? 1 : 0);
        out.put(percent);
        out.put(name_of(class_by_original(facts, through.times.as_of)));
        out.put(code_of(s.agencies, assigner_of(s, row, through.times)));
        out.put(facts.current->said().as_stated);
        const auto& more = facts.stated->value.more();
        out.put(more.doubt);
        out.put(present(more.title_en));
        out.put(present(more.title_tr));
        out.put(code_seen(through, entity_kind::task, s.tasks, facts.stated->value.parent));
        out.put(
            choice_name(f::priority, static_cast<int>(priority_of(s.tasks[row], through.times))));
        const auto& due = *facts.current;
        const precision exact = due.day ? due.exact : precision::continuous;
        out.put(due.day || due.standing_from
                    ? present(choice_name(f::deadline_precision, static_cast<int>(exact)))
                    : std::nullopt);
        out.put(present(more.lead_as_stated));
        out.put(present(more.coordinating_as_stated));
        out.put(present(more.product));
        out.put(present(more.field_of_work));
        out.put(choice_name(f::acceptance, facts.stated->value.acceptance_asked ? 1 : 2));
        out.put(s.tasks[row].life().waivers.at(through.times) != nullptr ? 1 : 0);
        out.put(code_if(s.access_classes, through.access().class_of(entity_kind::task, row)));
    }
    return out;
}

table answer_agencies(const lens& through, const arguments& args) {
    const state& s = through.record;
    std::vector<std::int64_t> open(s.agencies.size(), 0), overdue(s.agencies.size(), 0);
    const counted_by_parts wholes{through, through.times.as_of};
    for (row_number t = 0; t < s.tasks.size(); ++t) {
        const task_facts facts = facts_of(s, s.tasks[t], through.times.as_of, through.times);
        if (facts.stated == nullptr || !is_open(facts.its_class) || wholes.has(t)) continue;
        if (!through.may_see(entity_kind::task, t)) continue;
        for (const row_number lead : *facts.leads) {
            ++open[lead];
            if (facts.its_class == task_class::open_overdue) ++overdue[lead];
        }
    }
    const std::string wanted = fold(args.text(f::text).value_or(""));
    const row_number above = asked_row(through, args, f::parent);
    const auto kind = args.integer(f::agency_kind);
    std::vector<row_number> found;
    for (row_number a = 0; a < s.agencies.size(); ++a) {
        const auto* told = s.agencies[a].stated.at(through.times);
        if (told == nullptr) continue;
        if (above != no_row && parent_of(s, a, through.times) != above) continue;
        if (kind && static_cast<std::int64_t>(told->value.kind) != *kind) continue;
        std::string names =
            told->value.name.vi + "\n" + told->value.name.en + "\n" + told->value.name.tr;
        for (const auto& alias : told->value.aliases) names += "\n" + alias.text;
        s.agencies[a].renamed.each(through.times, [&](const auto& r) {
            names += "\n" + r.value.name.vi + "\n" + r.value.name.en + "\n" + r.value.name.tr;
        });
        if (wanted.empty() || fold(names).find(wanted) != std::string::npos) found.push_back(a);
    }
    std::sort(found.begin(), found.end(),
              [&](row_number a, row_number b) { return s.agencies[a].code < s.agencies[b].code; });
    table out = empty_table(question_kind::agencies);
    for (const row_number row : page(std::move(found), args)) {
        const agency_record& a = s.agencies[row];
        const agency_record::statement& told = a.stated.at(through.times)->value;
        const auto end = end_of(a, through.times);
        const mandate::words& called = *name_of(a, through.times);
        const row_number parent = parent_of(s, row, through.times);
        const bool goes_on = end && end->told != nullptr;
        out.put(a.code);
        out.put(called.vi);
        out.put(present(called.en));
        out.put(present(called.tr));
        out.put(choice_name(f::agency_kind, static_cast<int>(told.kind)));
        out.put(parent == no_row ? std::nullopt : present(s.agencies[parent].code));
        out.put(present(goes_on ? codes_of(s.agencies, end->told->into) : std::string{}));
        out.put(end ? number(end->on) : std::nullopt);
        out.put(open[row]);
        out.put(overdue[row]);
        out.put(present(told.identifier_old));
        out.put(present(told.identifier_new));
        out.put(end ? present(name_of(end->how)) : std::nullopt);
        out.put(present(codes_of(s.agencies, told.members)));
    }
    return out;
}

table answer_as_it_comes(const lens& through, question_kind question, const arguments& args) {
    switch (question) {
        case question_kind::tasks:
            return answer_tasks(through, args);
        case question_kind::agencies:
            return answer_agencies(through, args);
        case question_kind::schedule:
            return answer_schedule(through, args);
        case question_kind::cycles:
            return page_of(answer_cycles(through, args), args);
        case question_kind::why_this_date:
            return page_of(answer_why_this_date(through, args), args);
        case question_kind::schedule_findings:
            return page_of(answer_schedule_findings(through, args), args);
        case question_kind::agency_pairs:
            return answer_agency_pairs(through, args);
        case question_kind::bottlenecks:
            return answer_bottlenecks(through, args);
        case question_kind::mutual_waiting:
            return page_of(answer_mutual_waiting(through, args), args);
        case question_kind::delay_impact:
            return page_of(answer_delay_impact(through, args), args);
        case question_kind::forecast:
            return answer_forecast(through, args);
        case question_kind::moves:
            return answer_moves(through, args);
        case question_kind::permissions:
            return answer_permissions(args);
        case question_kind::changes:
            return answer_changes(through, args);
        case question_kind::signatures:
            return answer_signatures(through, args);
        case question_kind::destroyed_words:
            return answer_destroyed_words(through, args);
        case question_kind::obligations:
            return answer_obligations(through, args);
        case question_kind::consultations:
            return answer_consultations(through, args);
        case question_kind::recommendations:
            return answer_recommendations(through, args);
        case question_kind::indicator_definitions:
            return answer_indicator_definitions(through, args);
        case question_kind::indicators:
            return answer_indicators(through, args);
        case question_kind::conclusions:
            return answer_conclusions(through, args);
        case question_kind::reminders:
            return answer_reminders(through, args);
        case question_kind::extensions:
            return answer_extensions(through, args);
        case question_kind::explanations:
            return answer_explanations(through, args);
        case question_kind::attributes:
            return answer_attributes(through, args);
        case question_kind::proposals:
            return answer_proposals(through, args);
        case question_kind::instances:
            return answer_instances(through, args);
        case question_kind::conditions:
            return answer_conditions(through, args);
        case question_kind::expected_documents:
            return answer_expected_documents(through, args);
        case question_kind::results:
            return answer_results(through, args);
        case question_kind::standing_results:
            return answer_standing_results(through, args);
        case question_kind::causes:
            return answer_causes(through, args);
        case question_kind::coordination:
            return answer_coordination(through, args);
        case question_kind::coordination_cases:
            return answer_coordination_cases(through, args);
        case question_kind::coordination_network:
            return answer_coordination_network(through, args);
        case question_kind::mutual_cases:
            return answer_mutual_cases(through, args);
        case question_kind::warnings:
            return answer_warnings(through, args);
        case question_kind::rules:
            return answer_rules(args);
        case question_kind::slips:
            return answer_slips(through, args);
        case question_kind::attribution:
            return answer_attribution(through, args);
        case question_kind::slip_impact:
            return answer_slip_impact(through, args);
        case question_kind::attribution_sums:
            return answer_attribution_sums(through, args);
        case question_kind::slow_work:
            return answer_slow_work(through, args);
        case question_kind::slow_tasks:
            return answer_slow_tasks(through, args);
        case question_kind::ratings:
            return answer_ratings(through, args);
        case question_kind::review_figures:
            return answer_review_figures(through, args);
        case question_kind::own_parts:
            return answer_own_parts(through, args);
        case question_kind::review_tasks:
            return answer_review_tasks(through, args);
        case question_kind::indicator_standings:
            return answer_indicator_standings(through, args);
        case question_kind::joint_tasks:
            return answer_joint_tasks(through, args);
        case question_kind::workload:
            return answer_workload(through, args);
        case question_kind::agenda:
            return answer_agenda(through, args);
        case question_kind::reviews:
            return answer_reviews(through, args);
        case question_kind::carried_over:
            return answer_carried_over(through, args);
        case question_kind::review_differences:
            return answer_review_differences(through, args);
        case question_kind::owed_explanations:
            return answer_owed_explanations(through, args);
        case question_kind::review_comments:
            return answer_review_comments(through, args);
        default:
            if (auto answered = answer_record_question(through, question, args))
                return std::move(*answered);
    }
    throw error{errc::invalid_argument, "there is no such question"};
}

}  // namespace

table answer(const lens& through, question_kind question, const arguments& args) {
    return ordered_answer(question, args, [&](const arguments& asked) {
        return answer_as_it_comes(through, question, asked);
    });
}

}  // namespace mandate
