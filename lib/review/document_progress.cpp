#include "review/document_progress.hpp"

#include "review/counted_by_parts.hpp"
#include "review/question_parts.hpp"
#include "review/task_links.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace mandate {
namespace {

struct thing {
    entity_kind kind;
    row_number row;

    friend auto operator<=>(const thing&, const thing&) = default;
};

struct child {
    thing what;
    std::string_view relation;
};

class progress_collector {
public:
    explicit progress_collector(const lens& through)
        : through_{through}, s_{through.record}, wholes_{through, through.times.as_of} {
        hang_tasks();
        hang_clauses();
        hang_documents();
    }

    // Depth first without recursion: a chain of a hundred thousand parts must not end the program.
    std::vector<progress_row> collect(const thing& root) {
        add_up(root);
        std::vector<progress_row> rows;
        std::vector<place> stack{{root, 0, "", ""}};
        std::set<thing> met;
        while (!stack.empty()) {
            const place here = stack.back();
            stack.pop_back();
            if (!here.hidden.empty()) {
                rows.push_back(hidden_row(here));
                continue;
            }
            if (!met.insert(here.what).second) continue;
            rows.push_back(describe(here));
            const std::string& code = code_of(s_, here.what.kind, here.what.row);
            std::vector<thing> hidden;
            std::vector<place> shown;
            for (const child& c : children(here.what)) {
                if (!through_.may_see(c.what.kind, c.what.row))
                    hidden.push_back(c.what);
                else
                    shown.push_back({c.what, here.depth + 1, code, c.relation});
            }
            if (!hidden.empty()) {
                place one{here.what, here.depth + 1, code, ""};
                one.hidden = std::move(hidden);
                stack.push_back(std::move(one));
            }
            stack.insert(stack.end(), shown.rbegin(), shown.rend());
        }
        return rows;
    }

private:
    struct sum {
        std::int64_t total, done;
    };
    struct place {
        thing what;
        int depth;
        std::string above;
        std::string_view relation;
        std::vector<thing> hidden = {};  // not empty: the row that stands for these
    };

    static constexpr entity_kind task = entity_kind::task, clause = entity_kind::clause,
                                 document = entity_kind::document;

    const std::vector<child>& children(const thing& of) const {
        static const std::vector<child> none;
        const auto found = children_.find(of);
        return found == children_.end() ? none : found->second;
    }

    void hang_tasks() {
        const clause_links links{through_};
        is_leaf_.assign(s_.tasks.size(), false);
        for (row_number t = 0; t < s_.tasks.size(); ++t) {
            classes_.push_back({});
            const task_facts facts = wholes_.judged(t);
            if (facts.stated == nullptr) continue;
            classes_[t] = facts.its_class;
            is_leaf_[t] = !wholes_.has(t);
            const auto& told = facts.stated->value;
            std::set<row_number> by_clause;
            for (const row_number c : links.clauses_of(t)) {
                children_[{clause, c}].push_back({{task, t}, ""});
                by_clause.insert(s_.clauses[c].stated.at(through_.times)->value.document);
            }
            for (const row_number d : told.documents)
                if (!by_clause.contains(d)) children_[{document, d}].push_back({{task, t}, ""});
            if (told.parent != no_row) children_[{task, told.parent}].push_back({{task, t}, ""});
        }
    }

    void hang_clauses() {
        for (row_number c = 0; c < s_.clauses.size(); ++c) {
            const auto* told = s_.clauses[c].stated.at(through_.times);
            if (told == nullptr) continue;
            const bool part = told->value.parent != no_row;
            auto& others = children_[part ? thing{clause, told->value.parent}
                                          : thing{document, told->value.document}];
            // Clauses stand before the tasks of their document.
            const auto tasks = std::find_if(others.begin(), others.end(),
                                            [](const child& one) { return one.what.kind == task; });
            others.insert(tasks, {{clause, c}, ""});
        }
    }

    void hang_documents() {
        for (const relation_kind kind : {relation_kind::implements, relation_kind::basis})
            for (row_number d = 0; d < s_.documents.size(); ++d) {
                if (statement_seq(s_, document, d, through_.times) == 0) continue;
                s_.documents[d].relations.each(through_.times, [&](const auto& r) {
                    if (r.value.kind == kind)
                        children_[{document, r.value.to}].push_back(
                            {{document, d}, choice_name(field::relation, static_cast<int>(kind))});
                });
            }
    }

    bool is_counted(const thing& one) const {
        return one.kind == task && is_leaf_[one.row] &&
               classes_[one.row] != task_class::cancelled &&
               classes_[one.row] != task_class::standing;
    }

    // The sums of everything below which no two branches meet, from the leaves up: nearly all there
    // is, and it makes a long chain of parts cheap. What is not in sums_ is walked by count().
    void add_up(const thing& root) {
        std::vector<thing> met;  // a thing before what is only below it
        std::map<thing, int> ways{{root, 1}};
        for (std::vector<thing> left{root}; !left.empty();) {
            const thing one = left.back();
            left.pop_back();
            met.push_back(one);
            for (const child& c : children(one))
                if (++ways[c.what] == 1) left.push_back(c.what);
        }
        for (auto one = met.rbegin(); one != met.rend(); ++one) {
            sum all{is_counted(*one) ? 1 : 0, 0};
            all.done = all.total > 0 && is_done(classes_[one->row]) ? 1 : 0;
            bool apart = true;
            for (const child& c : children(*one)) {
                const auto found = sums_.find(c.what);
                apart = apart && ways[c.what] == 1 && found != sums_.end();
                if (!apart) break;
                all.total += found->second.total;
                all.done += found->second.done;
            }
            if (apart) sums_.emplace(*one, all);
        }
    }

    // The leaves at and below the things, each once.
    void count(const std::vector<thing>& from, progress_row& row) const {
        if (const auto known = from.size() == 1 ? sums_.find(from.front()) : sums_.end();
            known != sums_.end()) {
            row.total = known->second.total;
            row.done = known->second.done;
            return;
        }
        std::set<thing> seen;
        std::vector<thing> left = from;
        while (!left.empty()) {
            const thing one = left.back();
            left.pop_back();
            if (!seen.insert(one).second) continue;
            if (is_counted(one)) {
                ++row.total;
                row.done += is_done(classes_[one.row]) ? 1 : 0;
            }
            for (const child& c : children(one)) left.push_back(c.what);
        }
    }

    progress_row describe(const place& here) const {
        const view& at = through_.times;
        const row_number r = here.what.row;
        progress_row row;
        row.depth = here.depth;
        row.kind = here.what.kind;
        row.code = code_of(s_, row.kind, r);
        row.above = here.above;
        row.relation = here.relation;
        if (row.kind == document) {
            const auto* told = s_.documents[r].stated.at(at);
            if (told != nullptr) row.title = numbered(told->value.number, told->value.title);
        } else if (row.kind == clause) {
            const auto& told = s_.clauses[r].stated.at(at)->value;
            row.title = numbered(told.number, told.title);
        } else {
            row.title = through_.text(s_.tasks[r].stated.at(at)->value.title());
            row.its_class = classes_[r];
        }
        count({here.what}, row);
        return row;
    }

    progress_row hidden_row(const place& here) const {
        progress_row row;
        row.depth = here.depth;
        row.shown = false;
        row.above = here.above;
        count(here.hidden, row);
        return row;
    }

    const lens& through_;
    const state& s_;
    const counted_by_parts wholes_;
    std::map<thing, std::vector<child>> children_;
    std::map<thing, sum> sums_;
    std::vector<task_class> classes_;  // by task
    std::vector<bool> is_leaf_;
};

}  // namespace

std::vector<progress_row> below_document(const lens& through, row_number document) {
    if (statement_seq(through.record, entity_kind::document, document, through.times) == 0)
        return {};
    return progress_collector{through}.collect({entity_kind::document, document});
}

}  // namespace mandate
