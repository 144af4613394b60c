#include "mandate/base/text.hpp"
#include "model/agency_life.hpp"
#include "model/task_facts.hpp"
#include "review/agency_matters.hpp"
#include "review/counted_by_parts.hpp"
#include "review/ordered_answer.hpp"
#include "review/question_parts.hpp"
#include "review/record_questions.hpp"
#include "review/responsibilities.hpp"
#include "review/task_links.hpp"
#include "review/warnings.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace mandate {
namespace {

using f = field;

std::string title_of(const lens& through, const left_thing& left) {
    const state& s = through.record;
    const view& at = through.times;
    switch (entity_of(left.kind)) {
        case entity_kind::task:
            return title_of(s.tasks[left.row].stated.at(at)->value);
        case entity_kind::consultation:
            return title_of(
                s.tasks[s.consultations[left.row].stated.at(at)->value.task].stated.at(at)->value);
        case entity_kind::recommendation:
            return s.recommendations[left.row].stated.at(at)->value.text.vi;
        case entity_kind::indicator:
            if (const auto* told = s.indicators[left.row].stated.at(at)) return told->value.name.vi;
            return {};
        case entity_kind::conclusion:
            return s.conclusions[left.row].stated.at(at)->value.text.vi;
        case entity_kind::document_review: {
            const row_number d = s.document_reviews[left.row].stated.at(at)->value.document;
            const auto* told = s.documents[d].stated.at(at);
            return told == nullptr ? std::string{}
                                   : number_and_title(told->value.number, told->value.title.vi);
        }
        case entity_kind::item:
            return s.items[left.row].stated.at(at)->value.title.vi;
        default:  // a review has none, nor a field of work
            return {};
    }
}

table answer_left_open(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number agency = asked_row(through, args, f::agency);
    std::vector<left_thing> found = left_open(through);
    std::erase_if(
        found, [&](const left_thing& left) { return agency != no_row && left.agency != agency; });
    table out = empty_table(question_kind::left_open);
    for (const left_thing& left : page(std::move(found), args)) {
        out.put(s.agencies[left.agency].code);
        out.put(number(left.end.on));
        out.put(name_of(left.end.how));
        out.put(name_of(left.kind));
        out.put(left.kind == left_kind::field_of_work
                    ? std::nullopt
                    : present(code_of(s, entity_of(left.kind), left.row)));
        out.put(left.span ? present(to_text(*left.span)) : std::nullopt);
        out.put(present(title_of(through, left)));
        out.put(present(codes_of(s.agencies, successors_of(s, left.agency, through.times))));
        out.put(left.taken ? present(codes_of(s.agencies, left.taken_by)) : std::nullopt);
        out.put(number(left.taken_on));
        out.put(left.open ? 1 : 0);
        out.put(present(left.expected));
    }
    return out;
}

// ---- figures ------------------------------------------------------------------------------------

struct figures_row {
    class_counts led;
    std::int64_t coordinated = 0;
    std::set<std::string> includes;
};

class figures {
public:
    figures(const lens& through, bool by_successors)
        : through_{through},
          s_{through.record},
          wholes_{through, through.times.as_of},
          by_successors_{by_successors} {}

    table count() {
        for (row_number t = 0; t < s_.tasks.size(); ++t) count_task(t);
        table out = empty_table(question_kind::agency_figures);
        for (const auto& [code, row] : rows_) {
            const agency_record& a = s_.agencies[*s_.find(entity_kind::agency, code)];
            put(out, code, "agency", row, end_of(a, through_.times));
        }
        put(out, {}, "no_lead", no_lead_, {});
        put(out, {}, "not_shown", not_shown_, {});
        put(out, {}, "total", total_, {});
        return out;
    }

private:
    // Where a task of this agency is counted. A split has no one successor: its tasks stay with it
    // until they are reassigned. Successors are those of all that is known, also for a past day:
    // so the figures of two days stand side by side in the same rows.
    row_number place_of(row_number agency) const {
        if (!by_successors_) return agency;
        const row_number one = sole_successor(s_, agency, {last_day, through_.times.known}).agency;
        return one != no_row ? one : agency;
    }

    template <class Rows, class Add>
    void add_to(const Rows& agencies, Add add) {
        std::set<row_number> counted;
        for (const row_number agency : agencies) {
            const row_number place = place_of(agency);
            figures_row& row = rows_[s_.agencies[place].code];
            if (place != agency) row.includes.insert(s_.agencies[agency].code);
            if (counted.insert(place).second) add(row);
        }
    }

    void count_task(row_number t) {
        const task_facts facts = facts_of(s_, s_.tasks[t], through_.times.as_of, through_.times);
        if (facts.stated == nullptr) return;
        const bool shown = through_.may_see(entity_kind::task, t);
        if (shown) {
            std::vector<row_number> others;  // who leads it coordinates it no more
            std::copy_if(facts.coordinating->begin(), facts.coordinating->end(),
                         std::back_inserter(others),
                         [&](row_number one) { return !contains(*facts.leads, one); });
            add_to(others, [&](figures_row& row) { ++row.coordinated; });
        }
        if (wholes_.has(t)) return;
        total_.led.add(facts.its_class);
        if (!shown) {
            not_shown_.led.add(facts.its_class);
            return;
        }
        if (facts.leads->empty()) no_lead_.led.add(facts.its_class);
        add_to(*facts.leads, [&](figures_row& row) { row.led.add(facts.its_class); });
    }

    static void put(table& out, std::string_view code, std::string_view kind,
                    const figures_row& row, const std::optional<agency_end>& end) {
        std::string includes;
        for (const std::string& one : row.includes) includes += (includes.empty() ? "" : " ") + one;
        out.put(present(code));
        out.put(kind);
        out.put(present(includes));
        out.put(end ? number(end->on) : std::nullopt);
        for (const std::int64_t n : row.led.of) out.put(n);
        out.put(row.led.total());
        out.put(row.coordinated);
    }

    const lens& through_;
    const state& s_;
    const counted_by_parts wholes_;
    const bool by_successors_;
    std::map<std::string, figures_row> rows_;  // by code
    figures_row no_lead_, not_shown_, total_;
};

// ---- posts, names, changes ----------------------------------------------------------------------

table answer_post_holders(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number agency = asked_row(through, args, f::agency);
    const row_number only = asked_row(through, args, f::post);
    const row_number official = asked_row(through, args, f::official);
    struct line {
        row_number post;
        std::optional<post_holder> holder;
    };
    std::vector<line> found;
    for (row_number p = 0; p < s.posts.size(); ++p) {
        const auto* told = s.posts[p].stated.at(through.times);
        if (told == nullptr || (only != no_row && p != only)) continue;
        if (agency != no_row && told->value.agency != agency) continue;
        const auto holders = holders_of(s, p, through.times);
        if (holders.empty() && official == no_row) found.push_back({p, {}});
        for (const post_holder& one : holders)
            if (official == no_row || one.official == official) found.push_back({p, one});
    }
    table out = empty_table(question_kind::post_holders);
    for (const line& one : page(std::move(found), args)) {
        const auto& told = statement_of(s.posts[one.post], through.times)->value;
        out.put(s.posts[one.post].code);
        out.put(present(told.name.vi));
        out.put(s.agencies[told.agency].code);
        out.put(one.holder ? code_if(s.officials, one.holder->official) : std::nullopt);
        const auto* person =
            one.holder ? statement_of(s.officials[one.holder->official], through.times) : nullptr;
        out.put(person != nullptr ? present(person->value.name) : std::nullopt);
        out.put(one.holder ? number(one.holder->from) : std::nullopt);
        out.put(one.holder ? number(one.holder->until) : std::nullopt);
        out.put(told.heads ? 1 : 0);
    }
    return out;
}

table answer_officials(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number only = asked_row(through, args, f::official);
    const row_number agency = asked_row(through, args, f::agency);
    const std::string words = fold(args.text(f::text).value_or(""));
    table out = empty_table(question_kind::officials);
    std::vector<row_number> found;
    for (row_number o = 0; o < s.officials.size(); ++o)
        if (s.officials[o].stated.at(through.times) != nullptr && (only == no_row || o == only))
            found.push_back(o);
    std::sort(found.begin(), found.end(), [&](row_number a, row_number b) {
        return s.officials[a].code < s.officials[b].code;
    });
    for (const row_number o : found) {
        const std::string& name = s.officials[o].stated.at(through.times)->value.name;
        if (fold(name).find(words) == std::string::npos) continue;
        std::vector<row_number> posts, agencies;
        each_post_held(s, s.officials[o], through.times, [&](row_number post) {
            if (!contains(posts, post)) posts.push_back(post);
            const row_number of = statement_of(s.posts[post], through.times)->value.agency;
            if (!contains(agencies, of)) agencies.push_back(of);
        });
        if (agency != no_row && !contains(agencies, agency)) continue;
        out.put(s.officials[o].code);
        out.put(present(name));
        out.put(present(codes_of(s.posts, posts)));
        out.put(present(codes_of(s.agencies, agencies)));
    }
    return page_of(out, args);
}

table answer_agency_names(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number only = asked_row(through, args, f::agency);
    constexpr std::array<std::string_view, 4> languages{"", "vi", "en", "tr"};
    table out = empty_table(question_kind::agency_names);
    for (row_number a = 0; a < s.agencies.size(); ++a) {
        const auto* told = s.agencies[a].stated.at(through.times);
        if (told == nullptr || (only != no_row && a != only)) continue;
        const auto put = [&](std::string_view language, std::string_view name,
                             std::string_view kind, civil_day from, row_number document) {
            if (name.empty()) return;
            out.put(s.agencies[a].code);
            out.put(language);
            out.put(name);
            out.put(kind);
            out.put(from == first_day ? std::nullopt : number(from));
            out.put(code_seen(through, entity_kind::document, s.documents, document));
        };
        const auto put_names = [&](const words& called, std::string_view kind, civil_day from,
                                   row_number document) {
            put("vi", called.vi, kind, from, document);
            put("en", called.en, kind, from, document);
            put("tr", called.tr, kind, from, document);
        };
        const auto* last = s.agencies[a].renamed.at(through.times);
        put_names(told->value.name, last == nullptr ? "name" : "former_name", told->effective_on,
                  no_row);
        s.agencies[a].renamed.each(through.times, [&](const auto& r) {
            put_names(r.value.name, &r == last ? "name" : "former_name", r.effective_on,
                      r.value.document);
        });
        for (const auto& alias : told->value.aliases)
            put(languages[alias.language], alias.text, "alias", told->effective_on, no_row);
    }
    return out;
}

table answer_agency_changes(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number only = asked_row(through, args, f::agency);
    struct change {
        civil_day on;
        row_number agency;
        std::string_view what;
        std::string into, duty;
        row_number document;
        std::string reason;
    };
    std::vector<change> all;
    for (row_number a = 0; a < s.agencies.size(); ++a) {
        if (only != no_row && a != only) continue;
        const agency_record& record = s.agencies[a];
        record.renamed.each(through.times, [&](const auto& r) {
            all.push_back(
                {r.effective_on, a, "renamed", r.value.name.vi, "", r.value.document, ""});
        });
        record.moved.each(through.times, [&](const auto& m) {
            all.push_back({m.effective_on, a, "moved", s.agencies[m.value.parent].code, "",
                           m.value.document, ""});
        });
        const auto end = end_of(record, through.times);
        if (!end) continue;
        if (end->told == nullptr || end->told->into.empty()) {
            all.push_back({end->on, a, name_of(end->how), "", "",
                           end->told != nullptr ? end->told->document : no_row,
                           end->told != nullptr ? end->told->reason : ""});
            continue;
        }
        for (std::size_t i = 0; i < end->told->into.size(); ++i)
            all.push_back({end->on, a, name_of(end->how), s.agencies[end->told->into[i]].code,
                           i < end->told->duties.size() ? end->told->duties[i] : "",
                           end->told->document, end->told->reason});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const change& x, const change& y) { return x.on < y.on; });
    table out = empty_table(question_kind::agency_changes);
    for (const change& c : all) {
        out.put(s.agencies[c.agency].code);
        out.put(number(c.on));
        out.put(c.what);
        out.put(present(c.into));
        out.put(present(c.duty));
        out.put(code_seen(through, entity_kind::document, s.documents, c.document));
        out.put(present(c.reason));
    }
    return out;
}

// ---- fields of responsibility -------------------------------------------------------------------

table answer_responsibilities(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number only = asked_row(through, args, f::agency);
    const std::string words = fold(args.text(f::text).value_or(""));
    std::vector<responsibility> all = responsibilities_on(through);
    std::erase_if(all, [&](const responsibility& r) {
        return (only != no_row && r.agency != only) || r.folded.find(words) == std::string::npos;
    });
    std::multimap<std::string_view, responsibility*> by_field;
    for (responsibility& r : all)
        if (!r.folded.empty()) by_field.emplace(r.folded, &r);
    const counted_by_parts wholes{through, through.times.as_of};
    for (row_number t = 0; t < s.tasks.size() && !all.empty(); ++t) {
        const task_facts facts = facts_of(s, s.tasks[t], through.times.as_of, through.times);
        if (facts.stated == nullptr || !is_open(facts.its_class) || wholes.has(t)) continue;
        if (!through.may_see(entity_kind::task, t)) continue;
        const std::string folded = fold(field_of_work_of(facts.stated->value));
        const auto [begin, end] = by_field.equal_range(folded);
        for (auto i = begin; i != end; ++i) {
            const auto& leads = *facts.leads;
            const bool own =
                std::find(leads.begin(), leads.end(), i->second->agency) != leads.end();
            ++(own ? i->second->own : i->second->others);
        }
    }
    table out = empty_table(question_kind::responsibilities);
    for (const responsibility& r : all) {
        const auto& charge = r.charge->value;
        std::vector<row_number> persons;
        if (charge.post != no_row)
            for (const post_holder& one : holders_of(s, charge.post, through.times))
                persons.push_back(one.official);
        out.put(present(charge.field_of_work));
        out.put(s.agencies[r.agency].code);
        out.put(code_if(s.posts, charge.post));
        out.put(present(codes_of(s.officials, persons)));
        out.put(number(r.charge->effective_on));
        out.put(number(charge.until));
        out.put(r.folded.empty() ? std::nullopt : std::optional{r.own});
        out.put(r.folded.empty() ? std::nullopt : std::optional{r.others});
    }
    return out;
}

}  // namespace

std::vector<const version<agency_record::charge>*> charges_of(const agency_record& agency,
                                                              const view& at) {
    // Where the words of a field were destroyed nobody can tell whether another is the same.
    std::map<std::pair<std::string, seq_number>, const version<agency_record::charge>*> last;
    agency.charges.each(at, [&](const auto& c) {
        const std::string folded = fold(c.value.field_of_work);
        last[{folded, folded.empty() ? c.seq : 0}] = &c;
    });
    std::vector<const version<agency_record::charge>*> all;
    for (const auto& [field, charge] : last)
        if (!charge->value.until || at.as_of <= *charge->value.until) all.push_back(charge);
    return all;
}

std::vector<responsibility> responsibilities_on(const lens& through) {
    const state& s = through.record;
    std::vector<responsibility> all;
    std::set<std::pair<row_number, std::string>> own;
    const auto take = [&](row_number a, bool ended) {
        const std::vector<row_number> holder =
            ended ? those_that_go_on(through, {a}) : std::vector{a};
        if (holder.size() != 1) return;
        for (const auto* charge : charges_of(s.agencies[a], through.times)) {
            std::string folded = fold(charge->value.field_of_work);
            if (ended && own.contains({holder[0], folded})) continue;
            if (!folded.empty()) own.emplace(holder[0], folded);
            all.push_back({charge, holder[0], std::move(folded)});
        }
    };
    for (const bool ended : {false, true})
        for (row_number a = 0; a < s.agencies.size(); ++a)
            if (end_of(s.agencies[a], through.times).has_value() == ended) take(a, ended);
    std::stable_sort(all.begin(), all.end(), [](const auto& x, const auto& y) {
        return std::tie(x.folded, x.agency) < std::tie(y.folded, y.agency);
    });
    return all;
}

std::optional<table> answer_agency_question(const lens& through, question_kind question,
                                            const arguments& args) {
    switch (question) {
        case question_kind::left_open:
            return answer_left_open(through, args);
        case question_kind::agency_figures:
            return page_of(figures{through, args.integer(f::figures_by).value_or(1) ==
                                                static_cast<int>(figures_kind::successors)}
                               .count(),
                           args);
        case question_kind::officials:
            return answer_officials(through, args);
        case question_kind::post_holders:
            return answer_post_holders(through, args);
        case question_kind::agency_names:
            return page_of(answer_agency_names(through, args), args);
        case question_kind::agency_changes:
            return page_of(answer_agency_changes(through, args), args);
        case question_kind::responsibilities:
            return page_of(answer_responsibilities(through, args), args);
        default:
            return std::nullopt;
    }
}

}  // namespace mandate
