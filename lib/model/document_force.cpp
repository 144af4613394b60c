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
    for (row_number d = 0; d < all_.size(); ++d)
        s.documents[d].relations.each(at, [&](const auto& r) {
            if (s.documents[d].stated.at(at) == nullptr) return;
            // Without a day of its own it takes effect when the relation does.
            const civil_day begins = all_[d].from.value_or(r.effective_on);
            if (begins > at.as_of) return;
            document_force& other = all_[r.value.to];
            const bool ends =
                r.value.kind == relation_kind::replaces || r.value.kind == relation_kind::repeals;
            if (ends && (!other.until || begins - 1 < *other.until)) {
                other.until = begins - 1;
                other.ended_by = d;
            }
            if (r.value.kind == relation_kind::amends || r.value.kind == relation_kind::supplements)
                other.amended_by.push_back(d);
        });
    for (document_force& one : all_) {
        auto& by = one.amended_by;
        std::stable_sort(by.begin(), by.end(), [&](row_number a, row_number b) {
            return all_[a].from.value_or(last_day) < all_[b].from.value_or(last_day);
        });
        by.erase(std::unique(by.begin(), by.end()), by.end());
    }
}

}  // namespace mandate
