#include "review/counted_by_parts.hpp"
#include "review/of_agencies.hpp"
#include "review/ordered_answer.hpp"
#include "review/population.hpp"
#include "review/programme_matters.hpp"
#include "review/question_parts.hpp"
#include "review/record_questions.hpp"
#include "review/task_links.hpp"

#include <utility>

namespace mandate {
namespace {

using f = field;

std::optional<std::string> span_text(const std::optional<period>& span) {
    if (!span) return std::nullopt;
    return to_text(*span);
}

table answer_programme_items(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number agency = asked_row(through, args, f::agency);
    const row_number programme = asked_row(through, args, f::programme);
    std::optional<period> span;
    if (const auto given = args.text(f::period)) span = parse_period(*given);
    const counted_by_parts wholes{through, through.times.as_of};
    std::vector<planned_item> found = items_of_programmes(through, wholes);
    std::erase_if(found, [&](const planned_item& i) {
        return (agency != no_row && !contains(agencies_of(through, i, wholes), agency)) ||
               (programme != no_row && i.told->value.programme != programme) ||
               (span && !i.is_of(*span));
    });
    table out = empty_table(question_kind::programme_items);
    for (const planned_item& i : page(std::move(found), args)) {
        const auto& told = i.told->value;
        const auto& last = *i.current;
        const bool gone = i.withdrawn != nullptr;
        std::optional<civil_day> papers_due;
        std::string session;
        s.items[i.row].planned.each(through.times, [&](const auto& p) {
            if (p.value.papers_due) papers_due = p.value.papers_due;
            if (!p.value.session.empty()) session = p.value.session;
        });
        out.put(s.items[i.row].code);
        out.put(s.programmes[told.programme].code);
        out.put(s.agencies[i.programme->value.agency].code);
        out.put(present(told.title.vi));
        out.put(span_text(last.span));
        out.put(span_text(i.first->span));
        out.put(code_if(s.agencies, told.body));
        out.put(present(session));
        out.put(number(papers_due));
        out.put(number(i.papers_on));
        out.put(i.papers_in_time ? std::optional<std::int64_t>{*i.papers_in_time} : std::nullopt);
        out.put(present(codes_of(s.agencies, i.leads)));
        out.put(code_seen(through, entity_kind::task, s.tasks, told.task));
        out.put(name_of(i.state));
        out.put(i.added ? 1 : 0);
        out.put(i.times_postponed);
        out.put(code_seen(through, entity_kind::document, s.documents,
                          gone ? i.withdrawn->document : last.document));
        out.put(present(gone ? i.withdrawn->reason : last.reason));
        out.put(i.considered != nullptr ? number(i.considered->effective_on) : std::nullopt);
        out.put(i.considered != nullptr ? code_seen(through, entity_kind::meeting, s.meetings,
                                                    i.considered->value.meeting)
                                        : std::nullopt);
        out.put(present(told.title.en));
        out.put(present(told.title.tr));
        out.put(present(told.field_of_work));
        out.put(code_if(s.access_classes, through.access().class_of(entity_kind::item, i.row)));
    }
    return out;
}

struct worked_task {
    row_number row = no_row;
    task_facts facts;
    bool planned = false, key = false;
    std::string items;
};

std::vector<worked_task> work_of(const lens& through, const period& span, row_number agency) {
    const state& s = through.record;
    std::vector<std::string> items(s.tasks.size());
    const counted_by_parts wholes{through, through.times.as_of};
    for (const planned_item& i : items_of_programmes(through, wholes)) {
        const row_number t = i.told->value.task;
        const bool counts = t != no_row && i.withdrawn == nullptr && span.contains(i.due());
        if (counts) items[t] += (items[t].empty() ? "" : " ") + s.items[i.row].code;
    }
    const auto is_planned = [&](row_number t) {
        bool planned = !items[t].empty();
        each_plan(s.tasks[t], through.times,
                  [&](const auto& p) { planned |= span.contains(p.value.last()); });
        return planned;
    };
    std::vector<worked_task> found;
    for (row_number t = 0; t < s.tasks.size(); ++t) {
        if (!through.shows(entity_kind::task, t)) continue;
        const task_record& task = s.tasks[t];
        worked_task one;
        one.row = t;
        one.facts = wholes.judged(t);
        if (one.facts.stated->effective_on > span.last()) continue;
        if (agency != no_row && std::find(one.facts.leads->begin(), one.facts.leads->end(),
                                          agency) == one.facts.leads->end())
            continue;
        if (span.first() > first_day && one.facts.stated->effective_on < span.first()) {
            const civil_day eve = std::min(span.first() - 1, through.times.as_of);
            if (ended_by(through, wholes, t, one.facts, eve)) continue;
        }
        each_key_mark(task, through.times, [&](const auto& p) { one.key |= p.value == span; });
        one.items = items[t];
        one.planned = is_planned(t);
        each_whole(through, t, [&](row_number whole) {
            one.planned |= through.may_see(entity_kind::task, whole) && is_planned(whole);
        });
        found.push_back(std::move(one));
    }
    return found;
}

table answer_planned_work(const lens& through, const arguments& args) {
    const state& s = through.record;
    const period span = parse_period(*args.text(f::period));
    table out = empty_table(question_kind::planned_work);
    for (const worked_task& one :
         page(work_of(through, span, asked_row(through, args, f::agency)), args)) {
        out.put(s.tasks[one.row].code);
        out.put(present(title_of(one.facts.stated->value)));
        out.put(one.planned ? 1 : 0);
        out.put(present(one.items));
        out.put(one.key ? 1 : 0);
        out.put(present(codes_of(s.agencies, *one.facts.leads)));
        out.put(number(one.facts.stated->effective_on));
        out.put(name_of(one.facts.its_class));
    }
    return out;
}

}  // namespace

std::optional<table> answer_programme_question(const lens& through, question_kind question,
                                               const arguments& args) {
    switch (question) {
        case question_kind::programme_items:
            return answer_programme_items(through, args);
        case question_kind::planned_work:
            return answer_planned_work(through, args);
        default:
            return std::nullopt;
    }
}

namespace {

table answer_not_shown(const lens& through, const arguments& args) {
    using e = entity_kind;
    answer_rows out{question_kind::not_shown};
    if (through.sees_all()) return out.finish(args);
    for (const e kind :
         {e::document, e::meeting, e::conclusion, e::task, e::link, e::recommendation, e::clause,
          e::document_review, e::item, e::consultation}) {
        std::int64_t things = 0;
        with_rows(through.record, kind, [&](const auto& rows) {
            for (row_number row = 0; row < rows.size(); ++row)
                things +=
                    rows[row].stated.at(through.times) != nullptr && !through.may_see(kind, row);
        });
        if (things == 0) continue;
        out.put(mandate::name_of(kind));
        out.put(things);
    }
    return out.finish(args);
}

}  // namespace

std::optional<table> answer_access_question(const lens& through, question_kind question,
                                            const arguments& args) {
    if (question == question_kind::not_shown) return answer_not_shown(through, args);
    if (question != question_kind::access_classes) return std::nullopt;
    const state& s = through.record;
    const view head = head_view(s);
    std::vector<row_number> classes;
    for (row_number c = 0; c < s.access_classes.size(); ++c)
        if (s.access_classes[c].stated.at(head) != nullptr) classes.push_back(c);
    std::sort(classes.begin(), classes.end(),
              [&](row_number a, row_number b) { return rank_of(s, a) < rank_of(s, b); });
    const int highest = rank_of(s, highest_class(s));
    const row_number agency = asked_row(through, args, field::agency);
    table out = empty_table(question_kind::access_classes);
    for (const row_number c : classes) {
        if (agency != no_row && !is_cleared(s, agency, c)) continue;
        std::int64_t things = 0, placeholders = 0;
        s.access_classes[c].marks.each(head, [&](const auto& m) {
            if (statement_seq(s, m.value.kind, m.value.row, head) != m.seq) return;
            if (!through.may_see(m.value.kind, m.value.row)) return;
            ++(m.value.placeholder ? placeholders : things);
        });
        std::vector<row_number> cleared;
        for (row_number a = 0; a < s.agencies.size(); ++a)
            if (is_cleared(s, a, c)) cleared.push_back(a);
        out.put(s.access_classes[c].code);
        out.put(present(s.access_classes[c].stated.at(head)->value.name.vi));
        out.put(rank_of(s, c));
        out.put(rank_of(s, c) <= highest ? 1 : 0);
        out.put(present(codes_of(s.agencies, cleared)));
        out.put(things);
        out.put(placeholders);
        out.put(present(s.access_classes[c].stated.at(head)->value.code_prefix));
    }
    return page_of(out, args);
}

}  // namespace mandate
