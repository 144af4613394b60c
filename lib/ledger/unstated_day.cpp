#include "ledger/unstated_day.hpp"

#include <algorithm>
#include <optional>

namespace mandate {
namespace {

using f = field;
using k = command_kind;

// From when on there is what it stands under: the agency above, the issuer, the body, the document.
civil_day first_day_under(const state& s, const command& c) {
    civil_day begins = first_day;
    const auto begin_with = [&](const auto& rows, f id) {
        const auto code = c.text(id);
        const auto row = code ? s.find(descriptor_of(id).entity, *code) : std::nullopt;
        const auto* told = row ? rows[*row].stated.at(head_view(s)) : nullptr;
        if (told != nullptr) begins = std::max(begins, told->effective_on);
    };
    for (const f above : {f::parent, f::agency, f::issuer, f::body})
        if (c.kind != k::add_agency || above == f::parent) begin_with(s.agencies, above);
    if (c.kind != k::add_document) begin_with(s.documents, f::document);
    begin_with(s.documents, f::to_document);
    return begins;
}

std::optional<civil_day> own_day(const state& s, const command& c) {
    switch (c.kind) {
        case k::add_agency:
        case k::add_post:
        case k::add_clause:
        case k::relate_documents:
        case k::state_document_date:
            return first_day_under(s, c);
        case k::add_document:
            if (const auto dated = c.day(f::dated)) return std::max(*dated, first_day_under(s, c));
            return std::nullopt;
        case k::add_term:
            return std::max(*c.day(f::from_day), first_day_under(s, c));
        default:
            return std::nullopt;
    }
}

}  // namespace

bool is_of_its_own_day(const state& s, const command& said) {
    const auto own = own_day(s, said);
    return own && (*said.effective_on == *own || *said.effective_on < first_day_under(s, said));
}

civil_day own_day_of(const state& s, const command& c, civil_day said_on) {
    const auto own = own_day(s, c);
    if (!own) return said_on;
    return c.kind == k::add_document || c.kind == k::add_term ? std::min(*own, said_on) : *own;
}

}  // namespace mandate
