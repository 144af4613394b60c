#include "model/apply_records.hpp"

#include <utility>

namespace mandate {
namespace {

using f = field;
using k = command_kind;

item_record::plan plan(const event& e, const event_reader& r, bool original) {
    item_record::plan told;
    if (e.command.has(f::planned_for)) told.span = r.span(f::planned_for);
    told.session = r.text(f::session);
    told.papers_due = r.day(f::papers_due);
    told.original = original;
    told.document = r.row(f::document);
    told.decided_by = r.row(f::decided_by);
    told.reason = r.text(f::reason);
    return told;
}

}  // namespace

std::optional<row_number> put_programme(state& s, const event& e, const standing& at,
                                        const event_reader& r) {
    switch (e.command.kind) {
        case k::add_programme: {
            programme_record::statement told{r.row(f::agency),   r.span(f::period),    r.title(),
                                             r.row(f::document), r.row(f::decided_by), r.remarks()};
            const row_number row =
                subject(s, s.programmes, entity_kind::programme, e, f::programme);
            s.programmes.edit(row).stated.put(at, std::move(told));
            return row;
        }
        case k::add_item: {
            item_record::statement told{r.row(f::programme),  r.title(),
                                        r.rows(f::lead),      r.row(f::task),
                                        r.row(f::body),       r.row(f::document),
                                        r.row(f::decided_by), r.text(f::field_of_work),
                                        r.remarks()};
            item_record::plan first = plan(e, r, true);
            const row_number row = subject(s, s.items, entity_kind::item, e, f::item);
            item_record& item = s.items.edit(row);
            item.stated.put(at, std::move(told));
            item.planned.put(at, std::move(first));
            return row;
        }
        case k::postpone_item: {
            const row_number row = r.row(f::item);
            s.items.edit(row).planned.put(at, plan(e, r, false));
            return row;
        }
        case k::withdraw_item: {
            const row_number row = r.row(f::item);
            s.items.edit(row).withdrawn.put(
                at, {r.row(f::document), r.row(f::decided_by), r.text(f::reason)});
            return row;
        }
        case k::receive_papers: {
            const row_number row = r.row(f::item);
            s.items.edit(row).received.put(at, {r.row(f::agency), r.text(f::text)});
            return row;
        }
        case k::consider_item: {
            const row_number row = r.row(f::item);
            s.items.edit(row).considered.put(at, {r.row(f::meeting), r.text(f::text)});
            return row;
        }
        default:
            return std::nullopt;
    }
}

}  // namespace mandate
