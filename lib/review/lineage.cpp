#include "review/lineage.hpp"

#include "review/question_parts.hpp"
#include "review/task_links.hpp"

#include <map>
#include <set>
#include <utility>

namespace mandate {
namespace {

struct thing_above {
    entity_kind kind;
    row_number row;

    friend auto operator<=>(const thing_above&, const thing_above&) = default;
};

class climber {
public:
    explicit climber(const lens& through) : through_{through}, s_{through.record}, links_{through} {
        each_carried_out(through, [&](entity_kind kind, row_number row, row_number task) {
            carried_out_.emplace(task, thing_above{kind, row});
        });
    }

    std::vector<lineage_step> climb(const thing_above& from) {
        level_ = {{from, "", ""}};
        seen_.insert(from);
        for (int step = 0; !level_.empty(); ++step) {
            next_.clear();
            std::int64_t hidden = 0;
            for (const reached& one : level_) {
                const bool shown = through_.may_see(one.what.kind, one.what.row);
                hidden += shown ? 0 : 1;
                if (shown) out_.push_back(describe(one, step));
                go_up(one.what, shown ? code_of(s_, one.what.kind, one.what.row) : std::string{});
            }
            if (hidden > 0) {
                lineage_step entry;
                entry.step = step;
                entry.not_shown = hidden;
                out_.push_back(std::move(entry));
            }
            level_.swap(next_);
        }
        return std::move(out_);
    }

private:
    struct reached {
        thing_above what;
        std::string_view relation;
        std::string below;
    };

    void reach(entity_kind kind, row_number row, std::string_view relation,
               const std::string& below) {
        if (row == no_row || statement_seq(s_, kind, row, through_.times) == 0) return;
        if (seen_.insert({kind, row}).second) next_.push_back({{kind, row}, relation, below});
    }

    void go_up(const thing_above& from, const std::string& code) {
        using e = entity_kind;
        const view& at = through_.times;
        if (from.kind == e::task) {
            const auto& told = s_.tasks[from.row].stated.at(at)->value;
            reach(e::task, told.parent, "part_of", code);
            for (const row_number c : links_.clauses_of(from.row))
                reach(e::clause, c, "carries_out", code);
            for (const row_number d : told.documents) reach(e::document, d, "source", code);
            reach(e::conclusion, told.more().conclusion, "concluded", code);
            reach(e::meeting, told.more().meeting, "meeting", code);
            const auto [first, last] = carried_out_.equal_range(from.row);
            for (auto i = first; i != last; ++i)
                reach(i->second.kind, i->second.row,
                      i->second.kind == e::recommendation ? "answers" : "carries_out", code);
        } else if (from.kind == e::item) {
            const auto& told = s_.items[from.row].stated.at(at)->value;
            reach(e::document, told.document, "source", code);
            reach(e::programme, told.programme, "item_of", code);
        } else if (from.kind == e::programme) {
            reach(e::document, s_.programmes[from.row].stated.at(at)->value.document, "basis",
                  code);
        } else if (from.kind == e::document_review) {
            reach(e::document, s_.document_reviews[from.row].stated.at(at)->value.document,
                  "review_of", code);
        } else if (from.kind == e::recommendation) {
            reach(e::meeting, s_.recommendations[from.row].stated.at(at)->value.meeting, "meeting",
                  code);
        } else if (from.kind == e::clause) {
            const auto& told = s_.clauses[from.row].stated.at(at)->value;
            reach(e::clause, told.parent, "part_of", code);
            reach(e::document, told.document, "clause_of", code);
        } else if (from.kind == e::conclusion) {
            reach(e::meeting, s_.conclusions[from.row].stated.at(at)->value.meeting, "meeting",
                  code);
        } else if (from.kind == e::document) {
            s_.documents[from.row].relations.each(at, [&](const auto& r) {
                if (r.value.kind == relation_kind::implements ||
                    r.value.kind == relation_kind::basis)
                    reach(e::document, r.value.to,
                          choice_name(field::relation, static_cast<int>(r.value.kind)), code);
            });
        }
    }

    lineage_step describe(const reached& one, int step) const {
        using e = entity_kind;
        const view& at = through_.times;
        const row_number row = one.what.row;
        lineage_step out{step,
                         one.what.kind,
                         code_of(s_, one.what.kind, row),
                         one.relation,
                         one.below,
                         {},
                         {},
                         {},
                         0};
        if (one.what.kind == e::task) {
            out.title = through_.text(s_.tasks[row].stated.at(at)->value.title());
        } else if (one.what.kind == e::clause) {
            const auto& told = s_.clauses[row].stated.at(at)->value;
            out.title = numbered(told.number, told.title);
        } else if (one.what.kind == e::document) {
            const auto& told = s_.documents[row].stated.at(at)->value;
            out.title = numbered(told.number, told.title);
            out.issuer = s_.agencies[told.issuer].code;
            out.dated = told.dated;
        } else if (one.what.kind == e::conclusion) {
            out.title = through_.text(s_.conclusions[row].stated.at(at)->value.text);
        } else if (one.what.kind == e::recommendation) {
            out.title = through_.text(s_.recommendations[row].stated.at(at)->value.text);
        } else if (one.what.kind == e::item) {
            out.title = through_.text(s_.items[row].stated.at(at)->value.title);
        } else if (one.what.kind == e::document_review) {
            const row_number of = s_.document_reviews[row].stated.at(at)->value.document;
            if (const auto* told = s_.documents[of].stated.at(at))
                out.title = numbered(told->value.number, told->value.title);
        } else if (one.what.kind == e::programme) {
            out.title = through_.text(s_.programmes[row].stated.at(at)->value.title);
        } else if (one.what.kind == e::meeting) {
            const auto* told = s_.meetings[row].stated.at(at);
            out.title = through_.text(told->value.name);
            out.dated = told->effective_on;
        }
        return out;
    }

    const lens& through_;
    const state& s_;
    const clause_links links_;
    std::multimap<row_number, thing_above> carried_out_;  // by task
    std::vector<reached> level_, next_;
    std::set<thing_above> seen_;
    std::vector<lineage_step> out_;
};

}  // namespace

std::vector<lineage_step> lineage_of(const lens& through, entity_kind kind, row_number row) {
    if (statement_seq(through.record, kind, row, through.times) == 0) return {};
    return climber{through}.climb({kind, row});
}

}  // namespace mandate
