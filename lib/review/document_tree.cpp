#include "review/document_tree.hpp"

#include <algorithm>

namespace mandate {
namespace {

struct branch {
    bool exists = false;
    row_number parent = no_row;
    relation_kind relation{};
    std::vector<row_number> children;
    std::vector<const counted_task*> tasks;
    bool shown = false;
};

// The parent by a relation of this kind. A circle of relations is cut where it would close.
void hang(const lens& through, std::vector<branch>& branches, relation_kind kind) {
    for (row_number d = 0; d < branches.size(); ++d) {
        if (!branches[d].exists || branches[d].parent != no_row) continue;
        through.record.documents[d].relations.each(through.times, [&](const auto& r) {
            if (r.value.kind != kind || branches[d].parent != no_row) return;
            if (!branches[r.value.to].exists) return;
            for (row_number up = r.value.to; up != no_row; up = branches[up].parent)
                if (up == d) return;
            branches[d].parent = r.value.to;
            branches[d].relation = kind;
        });
    }
}

void show(std::vector<branch>& branches, row_number d) {
    while (branches[d].parent != no_row) d = branches[d].parent;
    std::vector<row_number> stack{d};  // the whole tree of which it is a part
    while (!stack.empty()) {
        const row_number one = stack.back();
        stack.pop_back();
        if (branches[one].shown) continue;
        branches[one].shown = true;
        for (const row_number child : branches[one].children) stack.push_back(child);
    }
}

document_node describe(const lens& through, row_number row, const branch& b) {
    const document_record& record = through.record.documents[row];
    const document_record::statement& told = record.stated.at(through.times)->value;
    document_node node;
    node.code = record.code;
    node.number = told.number;
    node.kind = told.kind;
    node.title = through.text(told.title);
    node.issuer = through.agency_if(told.issuer);
    node.dated = told.dated;
    node.dated_as_stated = told.dated_as_stated;
    node.note = told.said.note;
    record.dates.each(through.times, [&](const auto& d) {
        if (d.value.day == told.dated) return;
        const auto same = std::find_if(node.other_dates.begin(), node.other_dates.end(),
                                       [&](const auto& o) { return o.day == d.value.day; });
        if (same == node.other_dates.end())
            node.other_dates.push_back({d.value.day, d.value.said.sources});
        else
            for (const std::string& source : d.value.said.sources)
                if (std::find(same->sources.begin(), same->sources.end(), source) ==
                    same->sources.end())
                    same->sources.push_back(source);
    });
    if (b.parent != no_row) node.relation = b.relation;
    for (const counted_task* t : b.tasks) node.tasks.push_back(t->position);
    return node;
}

// Every task of the document and below it, each once.
std::vector<const counted_task*> tasks_below(const std::vector<branch>& branches, row_number root) {
    std::vector<const counted_task*> all;
    std::vector<row_number> stack{root};
    while (!stack.empty()) {
        const branch& b = branches[stack.back()];
        stack.pop_back();
        all.insert(all.end(), b.tasks.begin(), b.tasks.end());
        stack.insert(stack.end(), b.children.begin(), b.children.end());
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

}  // namespace

std::vector<document_node> document_tree(const lens& through, const counted_tasks& tasks) {
    const state& s = through.record;
    std::vector<branch> branches(s.documents.size());
    for (row_number d = 0; d < branches.size(); ++d)
        branches[d].exists = through.shows(entity_kind::document, d);
    hang(through, branches, relation_kind::implements);
    hang(through, branches, relation_kind::basis);
    for (row_number d = 0; d < branches.size(); ++d)
        if (branches[d].parent != no_row) branches[branches[d].parent].children.push_back(d);
    std::size_t at = 0;
    for (const counted_task& t : tasks.all)
        for (; at < t.documents_to; ++at)
            if (branch& b = branches[tasks.documents[at]]; b.exists) b.tasks.push_back(&t);
    for (row_number d = 0; d < branches.size(); ++d)
        if (!branches[d].tasks.empty()) show(branches, d);

    std::vector<document_node> nodes;
    struct place {
        row_number row;
        int depth;
    };
    std::vector<place> stack;
    for (auto d = static_cast<row_number>(branches.size()); d-- > 0;)
        if (branches[d].shown && branches[d].parent == no_row) stack.push_back({d, 0});
    while (!stack.empty()) {
        const place here = stack.back();
        stack.pop_back();
        const branch& b = branches[here.row];
        document_node node = describe(through, here.row, b);
        node.depth = here.depth;
        for (const counted_task* t : tasks_below(branches, here.row)) {
            node.total_below += t->counts ? 1 : 0;
            node.done_below += t->counts && t->done ? 1 : 0;
        }
        nodes.push_back(std::move(node));
        for (auto child = b.children.rbegin(); child != b.children.rend(); ++child)
            stack.push_back({*child, here.depth + 1});
    }
    return nodes;
}

}  // namespace mandate
