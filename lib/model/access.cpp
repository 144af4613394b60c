#include "model/access.hpp"

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

row_number access_marks::class_of(entity_kind kind, row_number row) const {
    const auto found = marks_.find(key(kind, row));
    return found == marks_.end() ? no_row : found->second.access_class;
}

bool access_marks::is_placeholder(row_number task) const {
    const auto found = marks_.find(key(entity_kind::task, task));
    return found != marks_.end() && found->second.placeholder;
}

}  // namespace mandate
