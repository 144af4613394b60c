#include "model/document_force.hpp"

#include <algorithm>

namespace mandate {

documents_in_force::documents_in_force(const state& s, const view& at) : all_(s.documents.size()) {
    for (row_number d = 0; d < all_.size(); ++d) {
        const auto* told = s.documents[d].stated.at(at);
        if (told == nullptr) continue;
        all_[d].from = told->value.in_force_from ? told->value.in_force_from : told->value.dated;
        all_[d].until = told->value.until;
    }
    // What a document does to others it does from its own day on, whenever that was recorded. One
    // without a day does it from the day of the relation on, and is itself in force from then.
    const view known{last_day, at.known};
    const auto takes_effect = [](relation_kind kind) {
        return kind == relation_kind::replaces || kind == relation_kind::repeals ||
               kind == relation_kind::amends || kind == relation_kind::supplements;
    };
    for (row_number d = 0; d < all_.size(); ++d) {
        if (all_[d].from || s.documents[d].stated.at(at) == nullptr) continue;
        s.documents[d].relations.each(at, [&](const auto& r) {
            if (takes_effect(r.value.kind) && !all_[d].from) all_[d].from = r.effective_on;
        });
    }
    // In the order in which they come into force, of one day the later recorded first, because what
    // was ended before it came into force does nothing to others.
    std::vector<row_number> in_order;
    for (row_number d = 0; d < all_.size(); ++d)
        if (all_[d].from && *all_[d].from <= at.as_of && s.documents[d].stated.at(at) != nullptr)
            in_order.push_back(d);
    std::sort(in_order.begin(), in_order.end(), [&](row_number a, row_number b) {
        return *all_[a].from != *all_[b].from ? *all_[a].from < *all_[b].from : a > b;
    });
    for (const row_number d : in_order) {
        const civil_day begins = *all_[d].from;
        if (all_[d].until && *all_[d].until < begins) continue;
        s.documents[d].relations.each(known, [&](const auto& r) {
            if (!takes_effect(r.value.kind)) return;
            document_force& other = all_[r.value.to];
            const bool ends =
                r.value.kind == relation_kind::replaces || r.value.kind == relation_kind::repeals;
            if (!ends)
                other.amended_by.push_back(d);
            else if (!other.until || begins - 1 < *other.until) {
                other.until = begins - 1;
                other.ended_by = d;
            }
        });
    }
    for (document_force& one : all_) {
        auto& by = one.amended_by;
        std::stable_sort(by.begin(), by.end(), [&](row_number a, row_number b) {
            return all_[a].from.value_or(last_day) < all_[b].from.value_or(last_day);
        });
        by.erase(std::unique(by.begin(), by.end()), by.end());
    }
}

}  // namespace mandate
