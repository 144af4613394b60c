#include "model/document_oddities.hpp"

#include "mandate/model/document_number.hpp"
#include "model/document_identity.hpp"
#include "model/rules.hpp"

#include <algorithm>

namespace mandate {
namespace {

std::vector<civil_day> stated_days(const document_record& d, const view& at) {
    std::vector<civil_day> days;
    const auto* told = d.stated.at(at);
    if (told != nullptr && told->value.dated) days.push_back(*told->value.dated);
    d.dates.each(at, [&](const auto& other) { days.push_back(other.value.day); });
    std::sort(days.begin(), days.end());
    return days;
}

std::string year_of(civil_day day) { return to_text(day).substr(0, 4); }

// Whether numbering went on from one day to the other without a fresh start.
bool one_series(const state& s, const document_record::statement& a,
                const document_record::statement& b) {
    if (read_document_number(a.number).form == number_form::state)
        return year_of(*a.dated) == year_of(*b.dated);
    for (std::size_t t = 0; t < s.terms.size(); ++t) {
        const auto* term = s.terms[t].stated.at(head_view(s));
        if (term == nullptr || term->value.body != a.issuer) continue;
        const auto within = [&](civil_day day) {
            return term->value.first <= day && day <= term->value.last.value_or(last_day);
        };
        if (within(*a.dated) && within(*b.dated)) return true;
    }
    return false;
}

// `another_day`: it had days before, by which the others were judged.
void find_same_number(const state& s, row_number self, bool another_day,
                      std::vector<finding>& findings) {
    const view head = head_view(s);
    const document_record& d = s.documents[self];
    const auto& told = d.stated.at(head)->value;
    const std::string key = identity_key(told.number, told.kind, told.issuer);
    for (row_number o = last_of_identity(s, key); o != no_row; o = s.documents[o].same_number) {
        const auto* other = o == self ? nullptr : s.documents[o].stated.at(head);
        if (other == nullptr ||
            identity_key(other->value.number, other->value.kind, other->value.issuer) != key)
            continue;
        const auto mine = stated_days(d, head), its = stated_days(s.documents[o], head);
        const bool one_day = std::ranges::any_of(
            mine, [&](civil_day day) { return std::ranges::count(its, day) > 0; });
        const bool known = told.dated && other->value.dated && !one_day;
        if (another_day ? !one_day : known && !one_series(s, told, other->value)) continue;
        findings.push_back({known ? "document.same_number" : "document.maybe_same",
                            "documents " + d.code + " and " + s.documents[o].code +
                                " have the same number, kind and issuer" +
                                (known     ? " in one series of numbers"
                                 : one_day ? "; a day is stated of both, so they may be the same"
                                           : "; one has no day, so they may be the same"),
                            {{"document", d.code}, {"document", s.documents[o].code}}});
    }
}

}  // namespace

std::optional<finding> chronology_of(const state& s, row_number document,
                                     const document_record::relation& to, const view& at) {
    const auto mine = stated_days(s.documents[document], at);
    const auto others = stated_days(s.documents[to.to], at);
    if (mine.empty() || others.empty() || mine.back() >= others.front()) return std::nullopt;
    const std::string &code = s.documents[document].code, &other = s.documents[to.to].code;
    const std::string relation{choice_name(field::relation, static_cast<int>(to.kind))};
    return finding{"document.chronology",
                   "document " + code + " (" + relation + " " + other + ") is dated " +
                       to_text(mine.back()) + ", before " + other + " of " +
                       to_text(others.front()),
                   {{"document", code}, {"relation", relation}, {"to_document", other}}};
}

namespace {

// The document of which the command corrects or withdraws a day; no_row: none.
row_number document_with_other_days(const state& s, const command& c) {
    using k = command_kind;
    if (c.corrects == 0) return no_row;
    const event_record& old = s.events[stated_before(s, static_cast<seq_number>(c.corrects)) - 1];
    const bool states_day = old.kind == k::add_document || old.kind == k::state_document_date;
    return states_day && !old.set_aside ? old.subject : no_row;
}

}  // namespace

void find_document_oddities(const state& after, const command& c, std::vector<finding>& findings) {
    const view head = head_view(after);
    const auto judge = [&](row_number document, const document_record::relation& to) {
        if (auto odd = chronology_of(after, document, to, head))
            findings.push_back(std::move(*odd));
    };
    if (c.kind == command_kind::relate_documents)
        return judge(*after.find(entity_kind::document, *c.text(field::document)),
                     {static_cast<relation_kind>(*c.integer(field::relation)),
                      *after.find(entity_kind::document, *c.text(field::to_document))});
    if (c.kind == command_kind::add_document || c.kind == command_kind::state_document_date)
        find_same_number(after, *after.find(entity_kind::document, *c.text(field::document)),
                         c.kind == command_kind::state_document_date, findings);
    const row_number self = document_with_other_days(after, c);
    if (self == no_row) return;
    for (row_number d = 0; d < after.documents.size(); ++d)
        after.documents[d].relations.each(head, [&](const auto& r) {
            if (d == self || r.value.to == self) judge(d, r.value);
        });
}

}  // namespace mandate
