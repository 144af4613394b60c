#include "model/place.hpp"
#include "model/record_rules.hpp"
#include "model/refusal.hpp"

#include <utility>

namespace mandate {
namespace {

using f = field;
using k = command_kind;

void judge_item(const state& s, const command& c) {
    const programme_record& programme =
        s.programmes[*s.find(entity_kind::programme, *c.text(f::programme))];
    const auto& told = *programme.stated.at(head_view(s));
    const period& whole = told.value.span;
    if (c.has(f::planned_for)) {
        const period planned = parse_period(*c.text(f::planned_for));
        if (planned.first() < whole.first() || planned.last() > whole.last())
            out_of_range(c, f::planned_for,
                         to_text(planned) + " lies outside " + to_text(whole) + " of programme " +
                             programme.code);
    }
    if (told.effective_on < *c.effective_on && !c.has(f::document) && !c.has(f::decided_by))
        need(c, f::decided_by,
             "document or decided_by is needed: what was not on programme " + programme.code +
                 " on its day, " + to_text(told.effective_on) + ", is added by decision");
}

void judge_item_move(const state& s, const command& c) {
    const item_record& item = s.items[*s.find(entity_kind::item, *c.text(f::item))];
    const view head = head_view(s);
    const std::string which = "item " + item.code;
    const bool by_decision = c.kind == k::postpone_item || c.kind == k::withdraw_item;
    if (by_decision && !c.has(f::document) && !c.has(f::decided_by))
        need(c, f::decided_by, "document or decided_by is needed: items change by decision");
    if (const auto* told = item.stated.at(head); *c.effective_on < told->effective_on)
        refuse(c, "not_before_start",
               which + " was put on the programme on " + to_text(told->effective_on) + ", after " +
                   to_text(*c.effective_on));
    // It ends once; what else is said of it stands before the end.
    const standing here = place_of(s, c);
    const auto ends_before = [&](const auto& end, bool ends_itself) {
        return end.place != here.place && (ends_itself || is_before(end, here));
    };
    item.withdrawn.each(head, [&](const auto& gone) {
        if (ends_before(gone, c.kind == k::withdraw_item || c.kind == k::consider_item))
            refuse(c, "not_withdrawn", which + " was withdrawn on " + to_text(gone.effective_on));
    });
    if (c.kind == k::postpone_item) {
        // As it was planned when this took its place.
        const version<item_record::plan>* planned = nullptr;
        item.planned.each(head, [&](const auto& plan) {
            if (plan.place != here.place && is_before(plan, here)) planned = &plan;
        });
        const period to = parse_period(*c.text(f::planned_for));
        if (planned != nullptr && planned->value.span && to.last() < planned->value.span->last())
            refuse(c, "later_than_planned",
                   which + " is planned for " + to_text(*planned->value.span) + "; " + to_text(to) +
                       " ends before that");
    }
    if (!by_decision && c.kind != k::consider_item) return;
    item.considered.each(head, [&](const auto& done) {
        if (ends_before(done, c.kind == k::withdraw_item || c.kind == k::consider_item))
            refuse(c, "not_considered", which + " was considered on " + to_text(done.effective_on));
    });
}

}  // namespace

void judge_programme(const state& s, const command& c) {
    switch (c.kind) {
        case k::add_item:
            judge_item(s, c);
            break;
        case k::postpone_item:
        case k::withdraw_item:
        case k::receive_papers:
        case k::consider_item:
            judge_item_move(s, c);
            break;
        default:
            break;
    }
}

}  // namespace mandate
