#include "mandate/model/document_number.hpp"
#include "model/apply_records.hpp"
#include "model/document_identity.hpp"

#include <utility>

namespace mandate {

std::string identity_key(std::string_view number, document_kind kind, row_number issuer) {
    return comparable_number(number) + '\n' + std::to_string(static_cast<int>(kind)) + '\n' +
           std::to_string(issuer);
}

row_number last_of_identity(const state& s, const std::string& key) {
    return s.find(entity_kind::none, key).value_or(no_row);
}

namespace {

using f = field;
using k = command_kind;

// Puts the document at the end of the chain of its number, if it is not in it yet.
void chain(state& s, row_number row, const document_record::statement& told) {
    const std::string key = identity_key(told.number, told.kind, told.issuer);
    const row_number last = last_of_identity(s, key);
    for (row_number d = last; d != no_row; d = s.documents[d].same_number)
        if (d == row) return;
    // A document whose number was corrected leaves its old chain as it is: the links stay good.
    if (s.documents[row].same_number == no_row) s.documents.edit(row).same_number = last;
    s.name(entity_kind::none, key, row);
}

document_review_record::due due(const event_reader& r, bool original) {
    return {
        r.day(f::deadline), r.exact(f::deadline_precision), r.text(f::deadline_as_stated),
        original,           r.row(f::decided_by),           original ? no_row : r.row(f::document),
        r.text(f::reason)};
}

}  // namespace

std::optional<row_number> put_document(state& s, const event& e, const standing& at,
                                       const event_reader& r) {
    switch (e.command.kind) {
        case k::add_document: {
            document_record::statement told{r.text(f::number),
                                            r.choice(f::document_kind, document_kind::other),
                                            r.row(f::issuer),
                                            r.day(f::dated),
                                            r.text(f::dated_as_stated),
                                            r.title(),
                                            static_cast<int>(r.integer(f::horizon, 0)),
                                            static_cast<int>(r.integer(f::vision, 0)),
                                            r.day(f::in_force_from),
                                            r.day(f::until),
                                            r.remarks(),
                                            r.aliases()};
            const row_number row = subject(s, s.documents, entity_kind::document, e, f::document);
            chain(s, row, told);
            s.documents.edit(row).stated.put(at, std::move(told));
            return row;
        }
        case k::state_document_date: {
            const row_number row = r.row(f::document);
            s.documents.edit(row).dates.put(at, {*r.day(f::dated), r.remarks()});
            return row;
        }
        case k::relate_documents: {
            const row_number row = r.row(f::document);
            s.documents.edit(row).relations.put(
                at, {r.choice(f::relation, relation_kind::implements), r.row(f::to_document)});
            return row;
        }
        case k::add_clause: {
            clause_record::statement told{r.row(f::document), r.row(f::parent_clause),
                                          r.text(f::clause_number), r.title(), r.remarks()};
            const row_number row = subject(s, s.clauses, entity_kind::clause, e, f::clause);
            s.clauses.edit(row).stated.put(at, std::move(told));
            return row;
        }
        case k::schedule_document_review: {
            document_review_record::statement told{
                r.row(f::document),   r.choice(f::review_kind, review_kind::interim),
                r.rows(f::lead),      r.row(f::task),
                r.row(f::decided_by), r.remarks()};
            const row_number row =
                subject(s, s.document_reviews, entity_kind::document_review, e, f::document_review);
            document_review_record& review = s.document_reviews.edit(row);
            review.stated.put(at, std::move(told));
            review.deadline.put(at, due(r, true));
            return row;
        }
        case k::postpone_document_review: {
            const row_number row = r.row(f::document_review);
            s.document_reviews.edit(row).deadline.put(at, due(r, false));
            return row;
        }
        case k::complete_document_review: {
            const row_number row = r.row(f::document_review);
            s.document_reviews.edit(row).completed.put(
                at, {r.row(f::agency), r.row(f::document), r.choice(f::quality, quality_kind{}),
                     r.text(f::text)});
            return row;
        }
        case k::drop_document_review: {
            const row_number row = r.row(f::document_review);
            s.document_reviews.edit(row).dropped.put(
                at, {r.row(f::decided_by), r.row(f::document), r.text(f::reason)});
            return row;
        }
        default:
            return std::nullopt;
    }
}

}  // namespace mandate
