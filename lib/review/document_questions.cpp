#include "mandate/base/text.hpp"
#include "mandate/model/document_number.hpp"
#include "model/document_force.hpp"
#include "review/answers.hpp"
#include "review/counted_by_parts.hpp"
#include "review/document_matters.hpp"
#include "review/document_progress.hpp"
#include "review/left_by_term.hpp"
#include "review/lineage.hpp"
#include "review/ordered_answer.hpp"
#include "review/question_parts.hpp"
#include "review/record_questions.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace mandate {
namespace {

using f = field;

std::string days_text(const std::set<civil_day>& days) {
    std::string text;
    for (const civil_day day : days) text += (text.empty() ? "" : " ") + to_text(day);
    return text;
}

std::optional<std::int64_t> year(int stated) {
    if (stated == 0) return std::nullopt;
    return stated;
}

table answer_documents(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number issuer = asked_row(through, args, f::agency);
    const auto kind = args.integer(f::document_kind);
    const auto wanted = args.integer(f::in_force);
    const std::string words = fold(args.text(f::text).value_or(""));
    const documents_in_force force{s, through.times};
    std::vector<row_number> found;
    for (row_number d = 0; d < s.documents.size(); ++d) {
        if (!through.shows(entity_kind::document, d)) continue;
        const auto& told = s.documents[d].stated.at(through.times)->value;
        if (issuer != no_row && told.issuer != issuer) continue;
        if (kind && static_cast<std::int64_t>(told.kind) != *kind) continue;
        const bool on = force[d].on(through.times.as_of);
        if (wanted && (*wanted == static_cast<int>(force_kind::in_force)) != on) continue;
        std::string all = told.number + "\n" + told.title.vi + "\n" + told.title.en + "\n" +
                          told.title.tr + "\n" + s.documents[d].code;
        for (const alias& one : told.aliases) all += "\n" + one.text;
        if (!words.empty() && fold(all).find(words) == std::string::npos) continue;
        found.push_back(d);
    }
    std::sort(found.begin(), found.end(), [&](row_number a, row_number b) {
        return s.documents[a].code < s.documents[b].code;
    });
    table out = empty_table(question_kind::documents);
    for (const row_number d : page(std::move(found), args)) {
        const auto& told = s.documents[d].stated.at(through.times)->value;
        const document_number number_read = read_document_number(told.number);
        std::set<civil_day> others;
        s.documents[d].dates.each(through.times, [&](const auto& o) {
            if (o.value.day != told.dated) others.insert(o.value.day);
        });
        const row_number ended_by = force[d].ended_by;
        const bool ended = force[d].until && *force[d].until < last_day;
        std::vector<row_number> amended_by;
        for (const row_number by : force[d].amended_by)
            if (through.may_see(entity_kind::document, by)) amended_by.push_back(by);
        out.put(s.documents[d].code);
        out.put(told.number);
        out.put(name_of(number_read.form));
        out.put(number_read.serial);
        out.put(number_read.year ? std::optional<std::int64_t>{*number_read.year} : std::nullopt);
        out.put(present(number_read.letters));
        out.put(choice_name(f::document_kind, static_cast<int>(told.kind)));
        out.put(code_if(s.agencies, told.issuer));
        out.put(number(told.dated));
        out.put(present(days_text(others)));
        out.put(present(told.title.vi));
        out.put(year(told.horizon));
        out.put(year(told.vision));
        out.put(force[d].on(through.times.as_of) ? 1 : 0);
        out.put(number(force[d].from));
        out.put(ended ? number(*force[d].until + 1) : std::nullopt);
        out.put(ended_by != no_row && through.may_see(entity_kind::document, ended_by)
                    ? code_if(s.documents, ended_by)
                    : std::nullopt);
        out.put(present(codes_of(s.documents, amended_by)));
        out.put(code_if(s.access_classes, through.access().class_of(entity_kind::document, d)));
        out.put(present(told.title.en));
        out.put(present(told.title.tr));
        std::string aliases;
        for (const alias& one : told.aliases) aliases += (aliases.empty() ? "" : "; ") + one.text;
        out.put(present(aliases));
    }
    return out;
}

table answer_lineage(const lens& through, const arguments& args) {
    const row_number task = asked_row(through, args, f::task);
    const row_number document = asked_row(through, args, f::document);
    if ((task == no_row) == (document == no_row))
        throw error{errc::missing_field,
                    "lineage: task or document is needed, one of them",
                    {{"question", "lineage"}, {"field", "task"}}};
    const entity_kind kind = task != no_row ? entity_kind::task : entity_kind::document;
    table out = empty_table(question_kind::lineage);
    for (const lineage_step& step : lineage_of(through, kind, task != no_row ? task : document)) {
        const bool shown = step.not_shown == 0;
        out.put(step.step);
        out.put(shown ? name_of(step.kind) : "not_shown");
        out.put(present(step.code));
        out.put(present(step.relation));
        out.put(present(step.below));
        out.put(present(step.title.vi));
        out.put(present(step.issuer));
        out.put(number(step.dated));
        out.put(step.not_shown);
        out.put(present(step.title.en));
        out.put(present(step.title.tr));
    }
    return out;
}

table answer_below_document(const lens& through, const arguments& args) {
    const auto how = static_cast<rounding>(args.integer(f::rounding).value_or(1) - 1);
    table out = empty_table(question_kind::below_document);
    for (const progress_row& row : below_document(through, asked_row(through, args, f::document))) {
        out.put(row.depth);
        out.put(row.shown ? name_of(row.kind) : "not_shown");
        out.put(present(row.code));
        out.put(present(row.above));
        out.put(present(row.relation));
        out.put(present(row.title.vi));
        out.put(row.its_class ? present(name_of(*row.its_class)) : std::nullopt);
        out.put(row.done);
        out.put(row.total);
        out.put(present(row.title.en));
        out.put(present(row.title.tr));
        out.put(share({row.done, row.total}, how));
    }
    return out;
}

table answer_orphan_clauses(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number only = asked_row(through, args, f::document);
    std::vector<orphan_clause> found =
        orphan_clauses(through, counted_by_parts{through, through.times.as_of});
    std::erase_if(found, [&](const orphan_clause& one) {
        return only != no_row &&
               s.clauses[one.clause].stated.at(through.times)->value.document != only;
    });
    table out = empty_table(question_kind::orphan_clauses);
    for (const auto& [c, tasks] : page(std::move(found), args)) {
        const auto& told = s.clauses[c].stated.at(through.times)->value;
        out.put(s.clauses[c].code);
        out.put(s.documents[told.document].code);
        out.put(present(told.number));
        out.put(present(told.title.vi));
        out.put(present(codes_of(s.tasks, tasks)));
        out.put(present(told.title.en));
        out.put(present(told.title.tr));
    }
    return out;
}

table answer_orphan_tasks(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number agency = asked_row(through, args, f::agency);
    const counted_by_parts wholes{through, through.times.as_of};
    std::vector<row_number> found = orphan_tasks(through);
    if (agency != no_row)
        std::erase_if(found, [&](row_number t) {
            const task_facts facts = wholes.judged(t);
            return !contains(*facts.leads, agency) && !contains(*facts.coordinating, agency);
        });
    table out = empty_table(question_kind::orphan_tasks);
    for (const row_number t : page(std::move(found), args)) {
        const task_facts facts = wholes.judged(t);
        out.put(s.tasks[t].code);
        out.put(present(title_of(facts.stated->value)));
        out.put(name_of(facts.its_class));
        out.put(number(facts.stated->effective_on));
    }
    return out;
}

table answer_document_reviews(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number document = asked_row(through, args, f::document);
    const row_number agency = asked_row(through, args, f::agency);
    const auto kind = args.integer(f::review_kind);
    std::optional<period> span;
    if (const auto given = args.text(f::period)) span = parse_period(*given);
    std::vector<due_review> found =
        reviews_of_documents(through, counted_by_parts{through, through.times.as_of});
    std::erase_if(found, [&](const due_review& r) {
        const auto& told = r.told->value;
        if (document != no_row && told.document != document) return true;
        if (agency != no_row && !contains(r.leads, agency)) return true;
        if (kind && static_cast<std::int64_t>(told.kind) != *kind) return true;
        return span && !is_of_period(through, r, *span);
    });
    table out = empty_table(question_kind::document_reviews);
    for (const due_review& r : page(std::move(found), args)) {
        const auto& told = r.told->value;
        const quality_kind quality = r.completed != nullptr ? r.completed->quality : quality_kind{};
        out.put(s.document_reviews[r.row].code);
        out.put(s.documents[told.document].code);
        out.put(choice_name(f::review_kind, static_cast<int>(told.kind)));
        out.put(number(r.current->day));
        out.put(number(r.original->day));
        out.put(present(r.current->as_stated));
        out.put(present(codes_of(s.agencies, r.leads)));
        out.put(code_seen(through, entity_kind::task, s.tasks, told.task));
        out.put(name_of(r.state));
        out.put(number(r.done_on));
        out.put(r.completed != nullptr
                    ? code_seen(through, entity_kind::document, s.documents, r.completed->document)
                    : std::nullopt);
        out.put(present(choice_name(f::quality, static_cast<int>(quality))));
        out.put(r.times_postponed);
        const auto* dropped = s.document_reviews[r.row].dropped.at(through.times);
        out.put(present(dropped != nullptr ? dropped->value.reason : r.current->reason));
        out.put(r.completed != nullptr ? present(r.completed->text) : std::nullopt);
    }
    return out;
}

table answer_document_relations(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number document = asked_row(through, args, f::document);
    const auto wanted = args.integer(f::relation);
    struct relation {
        civil_day since;
        row_number from, to;
        relation_kind kind;
    };
    std::vector<relation> found;
    for (row_number d = 0; d < s.documents.size(); ++d) {
        if (s.documents[d].stated.at(through.times) == nullptr ||
            !through.may_see(entity_kind::document, d))
            continue;
        s.documents[d].relations.each(through.times, [&](const auto& r) {
            if (document != no_row && d != document && r.value.to != document) return;
            if (wanted && static_cast<std::int64_t>(r.value.kind) != *wanted) return;
            if (through.may_see(entity_kind::document, r.value.to))
                found.push_back({r.effective_on, d, r.value.to, r.value.kind});
        });
    }
    std::sort(found.begin(), found.end(), [&](const relation& a, const relation& b) {
        const auto key = [&](const relation& of) {
            return std::tuple{of.since, std::string_view{s.documents[of.from].code},
                              std::string_view{s.documents[of.to].code}, of.kind};
        };
        return key(a) < key(b);
    });
    table out = empty_table(question_kind::document_relations);
    for (const relation& r : page(std::move(found), args)) {
        out.put(s.documents[r.from].code);
        out.put(choice_name(f::relation, static_cast<int>(r.kind)));
        out.put(s.documents[r.to].code);
        out.put(number(r.since));
    }
    return out;
}

table answer_open_at_term_end(const lens& through, const arguments& args) {
    const row_number term = asked_row(through, args, f::term);
    const auto* told = through.record.terms[term].stated.at({last_day, through.times.known});
    table out = empty_table(question_kind::open_at_term_end);
    if (told == nullptr) return out;
    const civil_day on = std::min(told->value.last.value_or(last_day), through.times.as_of);
    const counted_by_parts wholes{through, on}, wholes_now{through, through.times.as_of};
    std::vector<open_thing> found = left_by_term(through, told->value.body, wholes, wholes_now);
    for (const open_thing& one : page(std::move(found), args)) {
        out.put(one.kind);
        out.put(code_of(through.record, one.of, one.thing));
        out.put(present(one.title));
        out.put(number(one.since));
        out.put(number(one.due));
        out.put(one.state);
        out.put(present(codes_of(through.record.agencies, one.agencies)));
        out.put(present(one.now));
    }
    return out;
}

}  // namespace

std::optional<table> answer_document_question(const lens& through, question_kind question,
                                              const arguments& args) {
    switch (question) {
        case question_kind::documents:
            return answer_documents(through, args);
        case question_kind::lineage:
            return page_of(answer_lineage(through, args), args);
        case question_kind::below_document:
            return page_of(answer_below_document(through, args), args);
        case question_kind::orphan_clauses:
            return answer_orphan_clauses(through, args);
        case question_kind::orphan_tasks:
            return answer_orphan_tasks(through, args);
        case question_kind::document_reviews:
            return answer_document_reviews(through, args);
        case question_kind::document_relations:
            return answer_document_relations(through, args);
        case question_kind::open_at_term_end:
            return answer_open_at_term_end(through, args);
        default:
            return std::nullopt;
    }
}

}  // namespace mandate
