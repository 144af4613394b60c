#include "model/access.hpp"

#include "mandate/model/descriptor.hpp"
#include "model/apply.hpp"
#include "model/handed_over.hpp"
#include "model/permissions.hpp"
#include "model/place.hpp"
#include "model/rules.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

namespace mandate {

row_number highest_class(const state& s) {
    row_number found = no_row;
    seq_number latest = 0;
    for (row_number c = 0; c < s.access_classes.size(); ++c)
        s.access_classes[c].highest.each(head_view(s), [&](const auto& made) {
            if (made.place < latest) return;
            latest = made.place;
            found = c;
        });
    return found;
}

int rank_of(const state& s, row_number access_class) {
    if (access_class == no_row) return 0;
    const auto* told = s.access_classes[access_class].stated.at(head_view(s));
    return told != nullptr ? told->value.rank : 0;
}

bool is_reserved(const state& s, row_number access_class, std::string_view code) {
    const auto* told = s.access_classes[access_class].stated.at(head_view(s));
    return told != nullptr && !told->value.code_prefix.empty() &&
           code.starts_with(told->value.code_prefix);
}

bool is_cleared(const state& s, row_number agency, row_number access_class) {
    const int needed = rank_of(s, access_class);
    for (row_number c = 0; c < s.access_classes.size(); ++c) {
        if (rank_of(s, c) < needed) continue;
        bool granted = false;
        s.access_classes[c].grants.each(head_view(s), [&](const auto& g) {
            if (g.value.agency == agency) granted = g.value.granted;
        });
        if (granted) return true;
    }
    return false;
}

access_marks::access_marks(const state& s, const view& at) {
    for (row_number c = 0; c < s.access_classes.size(); ++c)
        s.access_classes[c].marks.each(at, [&](const auto& m) {
            if (statement_seq(s, m.value.kind, m.value.row, at) == m.seq)
                marks_[key(m.value.kind, m.value.row)] = {c, m.value.placeholder};
        });
}

row_number class_in_force(const state& s, entity_kind kind, row_number row) {
    // The place of its last statement; the mark, if there is one, was made by the same event.
    standing last{first_day, 0, 0};
    with_rows(s, kind, [&](const auto& rows) {
        if (row >= rows.size()) return;
        for (const auto& v : rows[row].stated.all())
            if (v.seq > last.seq) last = {v.effective_on, v.place, v.seq};
    });
    for (row_number c = 0; c < s.access_classes.size(); ++c) {
        const auto marks = s.access_classes[c].marks.all();
        const auto stands_before = [&](const auto& m) {
            return m.effective_on != last.effective_on ? m.effective_on < last.effective_on
                                                       : m.place < last.place;
        };
        for (auto m = std::partition_point(marks.begin(), marks.end(), stands_before);
             m != marks.end() && m->effective_on == last.effective_on && m->place == last.place;
             ++m)
            if (m->seq == last.seq && m->value.kind == kind && m->value.row == row) return c;
    }
    return no_row;
}

row_number access_marks::class_of(entity_kind kind, row_number row) const {
    const auto found = marks_.find(key(kind, row));
    return found == marks_.end() ? no_row : found->second.access_class;
}

bool access_marks::is_placeholder(row_number task) const {
    const auto found = marks_.find(key(entity_kind::task, task));
    return found != marks_.end() && found->second.placeholder;
}

sight::sight(const state& s, std::vector<row_number> agencies)
    : s_{s}, agencies_{std::move(agencies)} {
    const row_number inspection = rights_at_head(s).inspection;  // it reads all
    all_ = agencies_.empty() || s.access_classes.size() == 0 ||
           (inspection != no_row &&
            std::find(agencies_.begin(), agencies_.end(), inspection) != agencies_.end());
    if (all_) return;
    cleared_.resize(s.access_classes.size(), -1);
}

bool sight::may_see(entity_kind kind, row_number row) const {
    return all_ ||
           (is_cleared_for(class_in_force(s_, kind, row)) && may_see_what_it_hangs_on(kind, row));
}

bool sight::may_see_event(seq_number event) const {
    if (all_) return true;
    using kind = entity_kind;
    // The event that another destroyed the words of or signed; 0: it is no such one.
    const auto matter_of = [&](seq_number seq) -> seq_number {
        const auto find = [&](const auto& records, auto which) -> seq_number {
            const auto rows = std::views::iota(std::size_t{0}, records.size());
            const auto at = [&](std::size_t i) { return records[i].at.seq; };
            const auto found = std::ranges::lower_bound(rows, seq, {}, at);
            return found != rows.end() && at(*found) == seq ? records[*found].*which : 0;
        };
        const event_record& e = s_.events[seq - 1];
        if (e.set_aside) return 0;
        if (e.kind == command_kind::shred_event)
            return find(s_.shreddings, &shredding_record::event);
        if (e.kind == command_kind::sign_event)
            return find(s_.signatures, &signature_record::signs);
        return 0;
    };
    seq_number seq = stated_before(s_, event);
    while (const seq_number next = matter_of(seq)) seq = stated_before(s_, next);
    const event_record& e = s_.events[seq - 1];
    if (e.subject != no_row && !may_see(subject_kind(e.kind), e.subject)) return false;
    const auto sees = [&](kind of, row_number it) { return it == no_row || may_see(of, it); };
    const auto all_of = [&](const auto& attribute, auto&& is_seen) {
        bool seen = true;
        each_at_place_of(seq, s_, attribute,
                         [&](const auto& v) { seen &= v.seq != seq || is_seen(v.value); });
        return seen;
    };
    if (e.set_aside) return true;
    switch (e.kind) {
        case command_kind::hand_over:
            return all_of(s_.agencies[e.subject].handed, [&](const auto& h) {
                const auto [of, it] = thing_handed(h);
                return sees(of, it);
            });
        case command_kind::relate_documents:
            return all_of(s_.documents[e.subject].relations,
                          [&](const auto& r) { return sees(kind::document, r.to); });
        case command_kind::relate_recommendation:
            return all_of(s_.recommendations[e.subject].related,
                          [&](row_number task) { return sees(kind::task, task); });
        case command_kind::delegate_rights:
            return all_of(s_.policies[e.subject].delegations,
                          [&](const auto& d) { return sees(kind::task, d.task); });
        default:
            return true;
    }
}

bool sight::sees_all() const {
    if (all_) return true;
    for (row_number c = 0; c < s_.access_classes.size(); ++c)
        if (!s_.access_classes[c].marks.all().empty() && !is_cleared_for(c)) return false;
    return true;
}

bool sight::is_cleared_for(row_number access_class) const {
    if (all_ || access_class == no_row) return true;
    signed char& known = cleared_[access_class];
    if (known < 0)
        known = std::any_of(agencies_.begin(), agencies_.end(), [&](row_number agency) {
            return is_cleared(s_, agency, access_class);
        });
    return known > 0;
}

namespace {

// The statement at the head, else the last there was: a withdrawn thing hangs where it hung.
template <class Row>
const auto* last_said(const Row& row, const view& head) {
    const auto* told = row.stated.at(head);
    if (told == nullptr)
        for (const auto& v : row.stated.all())
            if (told == nullptr || v.seq > told->seq) told = &v;
    return told != nullptr ? &told->value : nullptr;
}

}  // namespace

bool sight::may_see_what_it_hangs_on(entity_kind kind, row_number row) const {
    using e = entity_kind;
    const state& s = s_;
    const view head = head_view(s);
    const auto sees = [&](e on, row_number it) { return it == no_row || may_see(on, it); };
    switch (kind) {
        case e::task: {
            // An instance is recorded after its task, so there is no circle.
            const auto* told = last_said(s.tasks[row], head);
            return told == nullptr || !told->instance || sees(e::task, told->parent);
        }
        case e::conclusion: {
            const auto* told = last_said(s.conclusions[row], head);
            return told == nullptr || sees(e::meeting, told->meeting);
        }
        case e::clause: {
            const auto* told = last_said(s.clauses[row], head);
            return told == nullptr || sees(e::document, told->document);
        }
        case e::document_review: {
            const auto* told = last_said(s.document_reviews[row], head);
            return told == nullptr || sees(e::document, told->document);
        }
        case e::consultation: {
            const auto* told = last_said(s.consultations[row], head);
            return told == nullptr || sees(e::task, told->task);
        }
        case e::link: {
            const auto* told = last_said(s.links[row], head);
            return told == nullptr || (sees(e::task, told->task) && sees(e::task, told->after));
        }
        case e::attribute:
            return may_see(s.attributes[row].kind, s.attributes[row].row);
        default:
            return true;
    }
}

}  // namespace mandate
