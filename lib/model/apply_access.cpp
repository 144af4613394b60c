#include "model/apply_records.hpp"

#include <utility>

namespace mandate {
namespace {

using f = field;
using k = command_kind;

}  // namespace

std::optional<row_number> put_access(state& s, const event& e, const standing& at,
                                     const event_reader& r) {
    switch (e.command.kind) {
        case k::add_access_class: {
            access_class_record::statement told{r.name(), static_cast<int>(r.integer(f::rank, 1)),
                                                r.text(f::code_prefix), r.remarks()};
            const row_number row =
                subject(s, s.access_classes, entity_kind::access_class, e, f::access_class);
            s.access_classes.edit(row).stated.put(at, std::move(told));
            return row;
        }
        case k::set_highest_class: {
            const row_number row = r.row(f::access_class);
            s.access_classes.edit(row).highest.put(at, row);
            return row;
        }
        case k::grant_access:
        case k::revoke_access: {
            const row_number row = r.row(f::access_class);
            for (const row_number agency : r.rows(f::agency))
                s.access_classes.edit(row).grants.put(at,
                                                      {agency, e.command.kind == k::grant_access});
            return row;
        }
        case k::shred_event: {
            const std::int64_t event = r.integer(f::event, 0);
            if (event < 1 || event > s.revision())
                throw error{errc::damaged,
                            "event " + std::to_string(e.seq) + " shreds event " +
                                std::to_string(event) + ", which is not before it",
                            {{"seq", std::to_string(e.seq)}}};
            s.events.edit(static_cast<std::size_t>(event - 1)).shredded_by =
                static_cast<seq_number>(e.seq);
            shredding_record order{at,
                                   static_cast<seq_number>(event),
                                   r.row(f::document),
                                   r.text(f::ordered_by),
                                   r.text(f::reason),
                                   {}};
            for (const field_value& v : e.command.values)
                if (v.name == f::copies) {
                    const auto copy = std::get<std::int64_t>(v.content);
                    if (copy < 1 || copy > s.revision())
                        throw error{errc::damaged,
                                    "event " + std::to_string(e.seq) + " names event " +
                                        std::to_string(copy) + ", which is not before it",
                                    {{"seq", std::to_string(e.seq)}}};
                    order.copies.push_back(static_cast<seq_number>(copy));
                }
            s.shreddings.push_back(std::move(order));
            return no_row;
        }
        case k::sign_event: {
            const std::int64_t event = r.integer(f::event, 0);
            if (event < 1 || event > s.revision())
                throw error{errc::damaged,
                            "event " + std::to_string(e.seq) + " signs event " +
                                std::to_string(event) + ", which is not before it",
                            {{"seq", std::to_string(e.seq)}}};
            s.signatures.push_back(
                {at, static_cast<seq_number>(event), r.text(f::public_key), r.text(f::signature)});
            return no_row;
        }
        default:
            return std::nullopt;
    }
}

void put_marks(state& s, const event& e, const standing& at, const event_reader& r,
               row_number subject) {
    const entity_kind made = descriptor_of(e.command.kind).creates;
    if (made == entity_kind::none) return;
    if (made != entity_kind::access_class)
        if (const row_number c = r.row(f::access_class); c != no_row)
            s.access_classes.edit(c).marks.put(
                at, {made, subject, e.command.kind == k::record_placeholder});
    if (e.command.kind == k::assign_task)
        for (const row_number clause : r.rows(f::clause))
            s.clauses.edit(clause).tasks.put(at, subject);
}

std::optional<entity_kind> record_subject_kind(command_kind kind) noexcept {
    switch (kind) {
        case k::merge_agency:
        case k::rename_agency:
        case k::split_agency:
        case k::dissolve_agency:
        case k::move_agency:
        case k::hand_over:
        case k::charge_field:
            return entity_kind::agency;
        case k::hold_post:
        case k::leave_post:
            return entity_kind::official;
        case k::state_document_date:
        case k::relate_documents:
            return entity_kind::document;
        case k::postpone_document_review:
        case k::complete_document_review:
        case k::drop_document_review:
            return entity_kind::document_review;
        case k::postpone_item:
        case k::withdraw_item:
        case k::receive_papers:
        case k::consider_item:
            return entity_kind::item;
        case k::set_highest_class:
        case k::grant_access:
        case k::revoke_access:
            return entity_kind::access_class;
        case k::shred_event:
        case k::sign_event:
            return entity_kind::none;
        case k::send_review:
        case k::comment_on_review:
        case k::close_review:
            return entity_kind::review;
        case k::set_slow_limits:
        case k::set_rating_rule:
        case k::set_escalation_rule:
        case k::set_finishing_day:
            return entity_kind::policy;
        default:
            return std::nullopt;
    }
}

}  // namespace mandate
