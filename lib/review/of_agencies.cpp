#include "review/of_agencies.hpp"

#include "model/handed_over.hpp"
#include "review/answers.hpp"
#include "review/warnings.hpp"

#include <algorithm>

namespace mandate {
namespace {

void add(std::vector<row_number>& all, const auto& more) {
    all.insert(all.end(), more.begin(), more.end());
}

void add_leads(std::vector<row_number>& all, const lens& through, row_number task,
               const counted_by_parts& wholes) {
    if (task == no_row || !through.shows(entity_kind::task, task)) return;
    add(all, *wholes.judged(task).leads);
}

}  // namespace

std::vector<row_number> agencies_of(const lens& through, const planned_item& item,
                                    const counted_by_parts& wholes) {
    std::vector<row_number> all{item.programme->value.agency};
    add(all, item.leads);
    add(all, those_that_go_on(through, all));
    add_leads(all, through, item.told->value.task, wholes);
    return all;
}

std::vector<row_number> agencies_of(const lens& through, const due_review& review,
                                    const counted_by_parts& wholes) {
    std::vector<row_number> all = review.leads;
    if (all.empty())
        add(all, issuers_of(through.record, review.told->value.document, through.times));
    add(all, those_that_go_on(through, all));
    add_leads(all, through, review.told->value.task, wholes);
    return all;
}

std::vector<row_number> agencies_of(const lens& through, const orphan_clause& one) {
    const row_number document =
        through.record.clauses[one.clause].stated.at(through.times)->value.document;
    std::vector<row_number> all = issuers_of(through.record, document, through.times);
    add(all, those_that_go_on(through, all));
    return all;
}

std::vector<row_number> agencies_of_recommendation(const lens& through, row_number recommendation) {
    const recommendation_owers owed_by =
        owers_of_recommendation(through.record, recommendation, through.times);
    std::vector<row_number> all = owed_by.raised_by;
    add(all, owed_by.addressed_to);
    for (const row_number one : {owed_by.authority, owed_by.forwarded_to})
        if (one != no_row) all.push_back(one);
    add(all, those_that_go_on(through, all));
    return all;
}

bool is_of(const std::vector<row_number>& only, const std::vector<row_number>& agencies) {
    return only.empty() || std::any_of(agencies.begin(), agencies.end(),
                                       [&](row_number one) { return contains(only, one); });
}

}  // namespace mandate
