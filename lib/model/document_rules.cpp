#include "model/document_identity.hpp"
#include "model/place.hpp"
#include "model/record_rules.hpp"
#include "model/refusal.hpp"

#include <map>
#include <string>
#include <utility>

namespace mandate {
namespace {

using f = field;
using k = command_kind;

row_number row(const state& s, const command& c, f id) {
    const auto code = c.text(id);
    return code ? *s.find(descriptor_of(id).entity, *code) : no_row;
}

// A document is its number, kind, issuer and day. The same number again is another document of
// another year or term, so only the same day makes it a duplicate; where one of the two has no day,
// nobody can tell, and find_document_oddities says so.
void judge_identity(const state& s, const command& c) {
    const auto dated = c.day(f::dated);
    if (!dated) return;
    const auto kind = static_cast<document_kind>(*c.integer(f::document_kind));
    const row_number issuer = row(s, c, f::issuer);
    const std::string key = identity_key(*c.text(f::number), kind, issuer);
    const row_number last = last_of_identity(s, key);
    for (row_number d = last; d != no_row; d = s.documents[d].same_number) {
        const document_record& other = s.documents[d];
        if (other.code == *c.text(f::document)) continue;
        const auto* told = other.stated.at(head_view(s));
        if (told == nullptr || told->value.dated != dated ||
            identity_key(told->value.number, told->value.kind, told->value.issuer) != key)
            continue;
        throw error{errc::duplicate,
                    "add_document: number " + std::string{*c.text(f::number)} +
                        " of this kind, issuer and day is document " + other.code,
                    {{"rule", "same_document"},
                     {"command_name", "add_document"},
                     {"field", "number"},
                     {"document", other.code}}};
    }
}

void judge_document_itself(const state& s, const command& c) {
    const auto from = c.has(f::in_force_from) ? c.day(f::in_force_from) : c.day(f::dated);
    if (const auto until = c.day(f::until); until && from && *until < *from)
        out_of_range(c, f::until, to_text(*until) + " lies before " + to_text(*from));
    if (c.has(f::horizon) && c.has(f::vision) && *c.integer(f::vision) < *c.integer(f::horizon))
        out_of_range(c, f::vision, "lies before horizon");
    judge_identity(s, c);
}

// A document stands to itself in no relation, and no chain of one relation comes back to its start.
void judge_relation(const state& s, const command& c) {
    const row_number self = row(s, c, f::document), other = row(s, c, f::to_document);
    const auto kind = static_cast<relation_kind>(*c.integer(f::relation));
    struct step {
        row_number from;
        relation_kind by;
    };
    std::map<row_number, step> reached{{other, {self, kind}}};
    std::vector<row_number> left{other};
    while (!left.empty() && !reached.contains(self)) {
        const row_number one = left.back();
        left.pop_back();
        s.documents[one].relations.each(head_view(s), [&](const auto& r) {
            const bool corrected = c.corrects != 0 && r.seq == static_cast<seq_number>(c.corrects);
            if (!corrected && r.value.kind == kind &&
                reached.try_emplace(r.value.to, step{one, r.value.kind}).second)
                left.push_back(r.value.to);
        });
    }
    if (reached.contains(self)) {
        std::string way = s.documents[self].code;
        std::vector<fact> documents;
        row_number to = self;
        do {
            const step& by = reached.at(to);
            to = by.from;
            const std::string& code = s.documents[to].code;
            way = code + " " + std::string{choice_name(f::relation, static_cast<int>(by.by))} +
                  " " + way;
            documents.emplace(documents.begin(), "document", code);
        } while (to != self);
        std::vector<fact> facts{{"rule", "no_cycle"}, {"field", "to_document"}};
        facts.insert(facts.end(), documents.begin(), documents.end());
        throw error{errc::cycle, "relate_documents: a document would stand to itself: " + way,
                    std::move(facts)};
    }
    s.documents[self].relations.each(head_view(s), [&](const auto& r) {
        if (r.value.kind != kind || r.value.to != other ||
            (c.corrects != 0 && r.seq == static_cast<seq_number>(c.corrects)))
            return;
        refuse(c, "related_once",
               "document " + s.documents[self].code + " stands in " +
                   std::string{choice_name(f::relation, static_cast<int>(kind))} + " to document " +
                   s.documents[other].code + " already",
               "to_document");
    });
}

void judge_clause(const state& s, const command& c) {
    const auto self = s.find(entity_kind::clause, *c.text(f::clause));
    const row_number document = row(s, c, f::document);
    row_number up = row(s, c, f::parent_clause);
    std::string way = std::string{*c.text(f::clause)};
    for (std::size_t steps = 0; up != no_row && steps <= s.clauses.size(); ++steps) {
        way += " part of " + s.clauses[up].code;
        const auto* told = s.clauses[up].stated.at(head_view(s));
        if (told == nullptr) break;
        if (told->value.document != document)
            refuse(c, "same_document",
                   "clause " + s.clauses[up].code + " is one of another document, " +
                       s.documents[told->value.document].code);
        if (self && up == *self)
            throw error{
                errc::cycle,
                "add_clause: clause " + s.clauses[up].code + " would be a part of itself: " + way,
                {{"rule", "no_cycle"}, {"field", "parent_clause"}, {"clause", s.clauses[up].code}}};
        up = told->value.parent;
    }
}

void require_due(const command& c) {
    if (!c.has(f::deadline) && !c.has(f::deadline_as_stated))
        need(c, f::deadline, "deadline or deadline_as_stated is needed");
}

void judge_review_move(const state& s, const command& c) {
    const document_review_record& review = s.document_reviews[row(s, c, f::document_review)];
    const view head = head_view(s);
    const std::string which = "document_review " + review.code;
    if (const auto* told = review.stated.at(head); *c.effective_on < told->effective_on)
        refuse(c, "not_before_start",
               which + " was scheduled on " + to_text(told->effective_on) + ", after " +
                   to_text(*c.effective_on));
    // It ends once; what only moves it stands before the end.
    const bool ends = c.kind != k::postpone_document_review;
    const standing here = place_of(s, c);
    const auto judge_end = [&](const auto& list, const char* rule, const char* how) {
        list.each(head, [&](const auto& end) {
            if (end.place == here.place || (!ends && is_before(here, end))) return;
            refuse(c, rule, which + how + to_text(end.effective_on));
        });
    };
    judge_end(review.completed, "not_done", " was done on ");
    judge_end(review.dropped, "not_dropped", " was dropped on ");
}

}  // namespace

void judge_document(const state& s, const command& c) {
    switch (c.kind) {
        case k::add_document:
            judge_document_itself(s, c);
            break;
        case k::relate_documents:
            judge_relation(s, c);
            break;
        case k::add_clause:
            judge_clause(s, c);
            break;
        case k::schedule_document_review:
            require_due(c);
            break;
        case k::postpone_document_review:
            require_due(c);
            judge_review_move(s, c);
            break;
        case k::complete_document_review:
        case k::drop_document_review:
            judge_review_move(s, c);
            break;
        default:
            break;
    }
}

}  // namespace mandate
