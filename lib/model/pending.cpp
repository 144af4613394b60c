#include "model/pending.hpp"

#include "model/destroyed_words.hpp"
#include "model/handed_over.hpp"
#include "model/place.hpp"

#include <algorithm>
#include <iterator>

namespace mandate {
namespace {

// The last of `asked` that nothing of `answers` names, as far as they are seen in a view of theirs.
template <class Asked, class Answer, class Named>
seq_number last_unanswered(const versions<Asked>& asked, const view& v,
                           const versions<Answer>& answers, const view& of_answers, Named&& named) {
    seq_number place = 0;
    asked.each(v, [&](const auto& one) {
        bool answered = false;
        answers.each(of_answers, [&](const auto& a) { answered |= named(a.value) == one.place; });
        if (!answered) place = one.place;
    });
    return place;
}

template <class Answer, class Named>
seq_number answered_at(const versions<Answer>& answers, seq_number place, Named&& named) {
    for (const auto& a : answers.all())
        if (a.place == place) return named(a.value);
    return 0;
}

}  // namespace

seq_number submission_answered_at(const task_record& t, seq_number place) {
    return answered_at(t.life().decisions, place, [](const auto& d) { return d.submission; });
}

seq_number explanation_answered_at(const task_record& t, seq_number place) {
    return answered_at(t.life().explanation_decisions, place,
                       [](const auto& d) { return d.explanation; });
}

seq_number request_answered_at(const task_record& t, seq_number place) {
    return answered_at(t.life().extension_refusals, place, [](const auto& d) { return d.request; });
}

seq_number pending_submission(const task_record& t, const view& v) {
    return last_unanswered(t.life().submissions, v, t.life().decisions, v,
                           [](const auto& d) { return d.submission; });
}

namespace {

seq_number unanswered_explanation(const task_record& t, const view& v, const view& of_answers) {
    return last_unanswered(t.life().explanations, v, t.life().explanation_decisions, of_answers,
                           [](const auto& d) { return d.explanation; });
}

seq_number undecided_request(const task_record& t, const view& v, const view& of_refusals) {
    const seq_number place =
        last_unanswered(t.life().extension_requests, v, t.life().extension_refusals, of_refusals,
                        [](const auto& d) { return d.request; });
    if (place == 0) return 0;
    bool granted = false;
    t.life().extension_requests.each(v, [&](const auto& r) {
        if (r.place != place) return;
        t.deadline.each(v, [&](const auto& d) { granted |= !d.value.original && is_after(d, r); });
    });
    return granted ? 0 : place;
}

}  // namespace

seq_number pending_explanation(const task_record& t, const view& v) {
    return unanswered_explanation(t, v, v);
}

seq_number explanation_to_answer(const task_record& t, const view& v) {
    return unanswered_explanation(t, v, {last_day, v.known});
}

seq_number pending_request(const task_record& t, const view& v) {
    return undecided_request(t, v, v);
}

seq_number request_to_answer(const task_record& t, const view& v) {
    return undecided_request(t, v, {last_day, v.known});
}

namespace {

struct demand {
    std::string_view field;
    bool words;
};
constexpr demand demanded[] = {
    {"cause", false}, {"text", true}, {"remedy", true}, {"proposed_deadline", false}};

// Those that `there` does not answer, of what a placeholder may say if it is one.
template <class There>
std::string lacking(bool placeholder, There&& there) {
    std::string all;
    for (std::size_t i = 0; i < std::size(demanded); ++i)
        if (!there(i) && !(placeholder && demanded[i].words))
            all.append(all.empty() ? "" : " ").append(demanded[i].field);
    return all;
}

}  // namespace

std::string missing_of(const task_record& t, const version<task_record::explanation>& e,
                       bool placeholder, const view& v) {
    bool returned = false;
    t.life().explanation_decisions.each(v, [&](const auto& d) {
        if (d.value.explanation == e.place) returned = !d.value.accepted;
    });
    if (returned) return "returned";
    const bool there[] = {!e.value.cause.empty(), !e.value.text.empty(), !e.value.remedy.empty(),
                          e.value.proposed.has_value()};
    return lacking(placeholder, [&](std::size_t i) { return there[i]; });
}

std::string missing_explanation(const task_record& t, bool placeholder, const view& v) {
    const auto* e = t.life().explanations.at(v);
    if (e == nullptr) return lacking(placeholder, [](std::size_t) { return false; });
    std::string missing = missing_of(t, *e, placeholder, v);
    if (missing.empty() && *e->value.proposed < v.as_of) missing = "proposed_deadline";
    return missing;
}

std::optional<day_asked_for> proposed_day(const task_record& t, const view& v) {
    std::optional<day_asked_for> day;
    if (const seq_number request = pending_request(t, v); request != 0) {
        t.life().extension_requests.each(v, [&](const auto& r) {
            if (r.place == request) day = {r.value.proposed, r.effective_on};
        });
        return day;
    }
    const auto* said = t.life().explanations.at(v);
    if (said == nullptr || !said->value.proposed || *said->value.proposed < v.as_of) return day;
    day = {*said->value.proposed, said->effective_on};
    t.life().explanation_decisions.each(v, [&](const auto& d) {
        if (d.value.explanation == said->place && !d.value.accepted) day.reset();
    });
    t.deadline.each(v, [&](const auto& d) {
        if (!d.value.original && is_after(d, *said)) day.reset();
    });
    t.life().extension_refusals.each(v, [&](const auto& d) {
        if (is_after(d, *said)) day.reset();
    });
    return day;
}

namespace {

// Calls take(seq, condition) for each block and each word about one, whether it stands or not.
template <class Take>
void each_condition_named(const task_record& t, Take&& take) {
    for (const auto& b : t.life().blocks.all()) take(b.seq, b.value.condition);
    for (const auto& u : t.life().unblocks.all()) take(u.seq, u.value.condition);
}

// The condition in the words that are left of it anywhere; where all were destroyed, what stands
// for the last of them.
std::string_view condition_meant(const task_record& t, std::string_view condition) {
    std::size_t left = t.life().blocks.all().size() + t.life().unblocks.all().size();
    for (bool goes_on = true; goes_on && is_stand_in(condition) && left > 0; --left) {
        goes_on = false;
        const seq_number event = event_named_by(condition);
        std::string_view next = condition;
        each_condition_named(t, [&](seq_number seq, std::string_view other) {
            if (seq == event) next = other;
        });
        goes_on = next != condition && !next.empty();
        if (goes_on) condition = next;
    }
    return condition;
}

}  // namespace

std::string stand_in_for_condition(const task_record& t, seq_number event,
                                   std::string_view condition,
                                   const std::vector<std::int64_t>& destroyed) {
    seq_number in_words = 0, first = event;
    each_condition_named(t, [&](seq_number seq, std::string_view other) {
        if (other != condition) return;
        const bool goes =
            seq == event || std::find(destroyed.begin(), destroyed.end(), seq) != destroyed.end();
        if (goes)
            first = std::min(first, seq);
        else if (in_words == 0 || seq < in_words)
            in_words = seq;
    });
    return stand_in_for(in_words != 0 ? in_words : first);
}

bool is_meant_for(const task_record& t, std::string_view condition, const standing& word,
                  const version<task_record::block>& block) {
    if (is_before(word, block)) return false;
    const std::string_view named = condition_meant(t, condition);
    const std::string_view owed = condition_meant(t, block.value.condition);
    if (named.empty() || named == owed) return true;
    if (!owed.empty() && !is_stand_in(owed)) return false;
    const auto blocks = t.life().blocks.all();
    return std::none_of(blocks.begin(), blocks.end(), [&](const auto& other) {
        return is_before(other, word) && condition_meant(t, other.value.condition) == named;
    });
}

bool is_meant_for(const task_record& t, const version<task_record::unblock>& word,
                  const version<task_record::block>& block) {
    return is_meant_for(t, word.value.condition, {word.effective_on, word.place, word.seq}, block);
}

std::vector<const version<task_record::block>*> lifted_by(const task_record& t,
                                                          std::string_view condition,
                                                          const standing& word, seq_number known) {
    const view v{last_day, known};
    std::vector<const version<task_record::block>*> all;
    t.life().blocks.each(v, [&](const auto& block) {
        bool before = false;
        t.life().unblocks.each(
            v, [&](const auto& u) { before |= is_before(u, word) && is_meant_for(t, u, block); });
        if (!before && is_meant_for(t, condition, word, block)) all.push_back(&block);
    });
    return all;
}

std::vector<const version<task_record::block>*> standing_blocks(const task_record& t,
                                                                const view& v) {
    std::vector<const version<task_record::block>*> all;
    t.life().blocks.each(v, [&](const auto& block) {
        bool lifted = false;
        t.life().unblocks.each(v, [&](const auto& u) { lifted |= is_meant_for(t, u, block); });
        if (!lifted) all.push_back(&block);
    });
    return all;
}

std::vector<const version<task_record::block>*> owed_already(const task_record& t,
                                                             std::string_view condition,
                                                             row_number owed_by, const view& v) {
    const std::string_view meant = condition_meant(t, condition);
    auto all = standing_blocks(t, v);
    std::erase_if(all, [&](const auto* b) {
        return b->value.owed_by != owed_by || condition_meant(t, b->value.condition) != meant;
    });
    return all;
}

const version<task_record::rejoinder>* rejoinder_to(const state& s, const task_record& t,
                                                    const version<task_record::explanation>& e,
                                                    const view& v) {
    const version<task_record::rejoinder>* found = nullptr;
    t.life().rejoinders.each(v, [&](const auto& r) {
        const auto is_to = [&](const auto& explained) {
            const view then{r.effective_on, v.known};
            return is_after(r, explained) &&
                   speaks_for_any(s, r.value.agency, answerers_of(s, t, explained, then), then);
        };
        if (!is_to(e)) return;
        bool is_to_later = false;
        t.life().explanations.each(
            v, [&](const auto& other) { is_to_later |= is_after(other, e) && is_to(other); });
        if (found == nullptr || !is_to_later) found = &r;
    });
    return found;
}

const version<task_record::verification>* verification_of(
    const task_record& t, const version<task_record::completion>& done, const view& v) {
    const version<task_record::completion>* next = nullptr;
    t.life().completions.each(v, [&](const auto& other) {
        if (next == nullptr && is_after(other, done)) next = &other;
    });
    const version<task_record::verification>* found = nullptr;
    t.life().verifications.each(v, [&](const auto& one) {
        if (is_after(one, done) && (next == nullptr || is_before(one, *next))) found = &one;
    });
    return found;
}

bool stands(const task_record& t, const version<task_record::completion>& done, const view& v) {
    if (done.value.document != no_row) return true;
    const auto* found = verification_of(t, done, v);
    return found == nullptr || found->value.verdict == verdict_kind::confirmed;
}

const version<task_record::issued_document>* issued_as(const task_record& t, std::string_view key,
                                                       const view& v) {
    const version<task_record::issued_document>* found = nullptr;
    t.life().issued.each(v, [&](const auto& i) {
        if (i.value.key == key) found = &i;
    });
    return found;
}

priority_kind priority_of(const task_record& t, const view& v) {
    const auto* changed = t.life().priorities.at(v);
    return changed != nullptr ? changed->value.priority : t.stated.at(v)->value.priority;
}

}  // namespace mandate
