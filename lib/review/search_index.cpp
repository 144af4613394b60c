// The folded texts stand one behind the other, each ended by a line feed:
//
//     chuyen doi so\nxay dung de an\n39-nq/tw\n...        chunks of about a megabyte
//     ^0            ^14             ^29                     entries, in order of their begin
//
// One search for bytes over each chunk finds the hits (a folded query holds no line feed, so none
// crosses two texts); the entry of a hit is found by bisection, and the search goes on behind it.

#include "review/search_index.hpp"

#include "base/os.hpp"
#include "mandate/base/text.hpp"
#include "model/agency_life.hpp"
#include "model/apply.hpp"
#include "review/question_parts.hpp"
#include "review/task_links.hpp"

#include <array>
#include <unordered_set>
#include <utility>

namespace mandate {
namespace {

constexpr std::array<std::pair<thing_kind, entity_kind>, searched_kinds> searched{{
    {thing_kind::agency, entity_kind::agency},
    {thing_kind::official, entity_kind::official},
    {thing_kind::document, entity_kind::document},
    {thing_kind::clause, entity_kind::clause},
    {thing_kind::meeting, entity_kind::meeting},
    {thing_kind::conclusion, entity_kind::conclusion},
    {thing_kind::task, entity_kind::task},
    {thing_kind::recommendation, entity_kind::recommendation},
    {thing_kind::indicator, entity_kind::indicator},
    {thing_kind::item, entity_kind::item},
    {thing_kind::post, entity_kind::post},
    {thing_kind::term, entity_kind::term},
    {thing_kind::programme, entity_kind::programme},
}};

using texts = std::vector<std::string_view>;

texts of_words(const words& w) { return {w.vi, w.en, w.tr}; }

// What one statement says in words that are searched; the first is what the thing is called.
texts with_aliases(texts all, const std::vector<alias>& aliases) {
    for (const alias& one : aliases) all.push_back(one.text);
    return all;
}

texts texts_of(const agency_record::statement& told) {
    return with_aliases(of_words(told.name), told.aliases);
}
texts texts_of(const official_record::statement& told) { return {told.name}; }
texts texts_of(const document_record::statement& told) {
    return with_aliases({told.title.vi, told.title.en, told.title.tr, told.number}, told.aliases);
}
texts texts_of(const clause_record::statement& told) { return of_words(told.title); }
texts texts_of(const meeting_record::statement& told) { return of_words(told.name); }
texts texts_of(const conclusion_record::statement& told) { return of_words(told.text); }
texts texts_of(const task_record::statement& told) {
    return {told.title_vi, told.more().title_en, told.more().title_tr};
}
texts texts_of(const recommendation_record::statement& told) { return of_words(told.text); }
texts texts_of(const indicator_record::statement& told) { return of_words(told.name); }
texts texts_of(const item_record::statement& told) { return of_words(told.title); }
texts texts_of(const post_record::statement& told) { return of_words(told.name); }
texts texts_of(const term_record::statement& told) { return of_words(told.name); }
texts texts_of(const programme_record::statement& told) { return of_words(told.title); }

// Calls take(rows) with rows whose statements have texts_of.
template <class Take>
void with_searched_rows(const state& s, entity_kind kind, Take&& take) {
    switch (kind) {
        case entity_kind::agency:
            return take(s.agencies);
        case entity_kind::official:
            return take(s.officials);
        case entity_kind::document:
            return take(s.documents);
        case entity_kind::clause:
            return take(s.clauses);
        case entity_kind::meeting:
            return take(s.meetings);
        case entity_kind::conclusion:
            return take(s.conclusions);
        case entity_kind::task:
            return take(s.tasks);
        case entity_kind::recommendation:
            return take(s.recommendations);
        case entity_kind::indicator:
            return take(s.indicators);
        case entity_kind::item:
            return take(s.items);
        case entity_kind::post:
            return take(s.posts);
        case entity_kind::term:
            return take(s.terms);
        case entity_kind::programme:
            return take(s.programmes);
        default:
            return;
    }
}

// The texts of one event about a thing, and whether they count in the view.
struct told_texts {
    texts all;
    bool counts = false;
};

template <class Row>
told_texts texts_by(const Row& row, seq_number seq, const view& at) {
    for (const auto& v : row.stated.all())
        if (v.seq == seq) {
            const auto* now = row.stated.at(at);
            return {texts_of(v.value), now != nullptr && now->seq == seq};
        }
    return {};
}

// Former names of an agency find it too.
told_texts texts_by(const agency_record& row, seq_number seq, const view& at) {
    for (const auto& v : row.stated.all())
        if (v.seq == seq) return {texts_of(v.value), v.visible(at)};
    for (const auto& v : row.renamed.all())
        if (v.seq == seq) return {of_words(v.value.name), v.visible(at)};
    return {};
}

}  // namespace

search_index::search_index(const search_index& before, const state& s)
    : full_{before.full_}, last_{before.last_}, rows_{before.rows_}, revision_{s.revision()} {
    if (last_) growing_ = std::make_shared<chunk>(*last_);
    const auto known = rows_;
    std::size_t known_tasks = 0;
    for (std::size_t k = 0; k < searched.size(); ++k)
        if (searched[k].second == entity_kind::task) known_tasks = known[k];
    for (std::size_t k = 0; k < searched.size(); ++k) {
        const entity_kind kind = searched[k].second;
        with_searched_rows(s, kind, [&](const auto& rows) {
            // New things, with all that is said of them ...
            for (auto row = static_cast<row_number>(known[k]); row < rows.size(); ++row)
                for (const auto& v : rows[row].stated.all())
                    add({0, row, v.seq, kind, 0}, texts_of(v.value));
            rows_[k] = rows.size();
        });
    }
    // ... and what the new events say of old ones, or as a new name.
    for (seq_number seq = before.revision_ + 1; seq <= revision_; ++seq) {
        const event_record& e = s.events[seq - 1];
        if (e.set_aside) continue;
        const entity_kind kind = subject_kind(e.kind);
        if (e.kind == command_kind::rename_agency) {
            add({0, e.subject, seq, kind, 0}, texts_by(s.agencies[e.subject], seq, {}).all);
            continue;
        }
        if (e.place == seq) continue;  // corrects nothing
        if (e.kind == command_kind::fan_out_task || e.kind == command_kind::repeat_task)
            for (const auto& made : s.tasks[e.subject].life().fan_outs.all())
                if (made.seq == seq)
                    for (const row_number one : made.value.instances)
                        if (one < known_tasks)
                            add({0, one, seq, entity_kind::task, 0},
                                texts_by(s.tasks[one], seq, {}).all);
        for (std::size_t k = 0; k < searched.size(); ++k)
            if (searched[k].second == kind && e.subject < known[k])
                with_searched_rows(s, kind, [&](const auto& rows) {
                    add({0, e.subject, seq, kind, 0}, texts_by(rows[e.subject], seq, {}).all);
                });
    }
    last_ = std::move(growing_);
}

void search_index::add(entry of, const std::vector<std::string_view>& all) {
    for (const std::string_view text : all) {
        const std::string folded = fold(text);
        if (!folded.empty()) {
            if (growing_ && growing_->bytes.size() >= chunk_bytes)
                full_.push_back(std::move(growing_));
            if (!growing_) growing_ = std::make_shared<chunk>();
            of.begin = static_cast<std::uint32_t>(growing_->bytes.size());
            growing_->entries.push_back(of);
            growing_->bytes += folded;
            growing_->bytes += '\n';
        }
        ++of.which;
    }
}

std::size_t search_index::bytes() const noexcept {
    std::size_t sum = last_ ? last_->bytes.size() : 0;
    for (const auto& one : full_) sum += one->bytes.size();
    return sum;
}

std::vector<search_index::entry> search_index::find(std::string_view folded) const {
    std::vector<entry> hits;
    const auto look = [&](const chunk& in) {
        const std::string_view bytes = in.bytes;
        auto from = in.entries.begin();
        for (std::size_t at = 0; at < bytes.size();) {
            const std::size_t hit = find_bytes(bytes.substr(at), folded);
            if (hit == std::string_view::npos) return;
            from =
                std::upper_bound(from, in.entries.end(), at + hit,
                                 [](std::size_t place, const entry& e) { return place < e.begin; });
            hits.push_back(*std::prev(from));
            at = from == in.entries.end() ? bytes.size() : from->begin;
        }
    };
    if (folded.empty()) return hits;
    for (const auto& one : full_) look(*one);
    if (last_) look(*last_);
    return hits;
}

namespace {

// What a thing is called on the day.
std::string called(const lens& through, entity_kind kind, row_number row) {
    if (kind == entity_kind::agency) return through.agency(row).name.vi;
    std::string title;
    with_searched_rows(through.record, kind, [&](const auto& rows) {
        if (const auto* told = rows[row].stated.at(through.times))
            title = texts_of(told->value).front();
    });
    return title;
}

}  // namespace

table answer_search(const lens& through, const search_index& index, const arguments& args) {
    const state& s = through.record;
    const auto wanted = args.integer(field::kind);
    struct hit {
        std::size_t order;  // of its kind
        search_index::entry what;
        std::string found;
    };
    std::vector<hit> hits;
    std::unordered_set<std::uint64_t> met;
    for (const search_index::entry& e : index.find(fold(*args.text(field::text)))) {
        if (e.seq > through.times.known) continue;
        std::size_t order = 0;
        while (searched[order].second != e.kind) ++order;
        if (wanted && static_cast<std::int64_t>(searched[order].first) != *wanted) continue;
        const std::uint64_t key = std::uint64_t{static_cast<std::uint8_t>(e.kind)} << 32 | e.row;
        if (met.contains(key) || !through.may_see(e.kind, e.row)) continue;
        told_texts told;
        with_searched_rows(s, e.kind, [&](const auto& rows) {
            told = texts_by(rows[e.row], e.seq, through.times);
        });
        if (!told.counts) continue;
        met.insert(key);
        hits.push_back({order, e, std::string{told.all[e.which]}});
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const hit& a, const hit& b) { return a.order < b.order; });
    table out = empty_table(question_kind::search);
    for (const hit& one : page(std::move(hits), args)) {
        out.put(name_of(one.what.kind));
        out.put(code_of(s, one.what.kind, one.what.row));
        out.put(one.found);
        out.put(present(called(through, one.what.kind, one.what.row)));
    }
    return out;
}

}  // namespace mandate
