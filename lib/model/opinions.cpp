#include "model/opinions.hpp"

#include <algorithm>

namespace mandate {

bool asked_for_opinion::may_be_given_by(const state& s, row_number agency, const standing& said,
                                        const view& at) const {
    return spoke_for_one(s, agency, owers, said, at);
}

const opinion_answer* asked_for_opinion::answer(const state& s, row_number consultation,
                                                const view& at, std::int64_t without) const {
    const opinion_answer* first = nullptr;
    s.consultations[consultation].answers.each(at, [&](const opinion_answer& a) {
        if (first == nullptr && a.seq != static_cast<seq_number>(without) &&
            may_be_given_by(s, a.value.agency, {a.effective_on, a.place, a.seq}, at))
            first = &a;
    });
    return first;
}

asked_for_opinion asked_of(const state& s, row_number consultation, row_number asked,
                           const view& at) {
    return {asked, owers_in_turn(s, {entity_kind::consultation, consultation}, asked, at)};
}

std::vector<asked_for_opinion> asked_in(const state& s, row_number consultation, const view& at) {
    std::vector<asked_for_opinion> all;
    for (const row_number one : s.consultations[consultation].stated.at(at)->value.asked)
        all.push_back(asked_of(s, consultation, one, at));
    return all;
}

const opinion_answer* answer_of(const state& s, row_number consultation, row_number asked,
                                const view& at) {
    return asked_of(s, consultation, asked, at).answer(s, consultation, at);
}

std::vector<opinion> opinions_in(const state& s, row_number consultation, const view& at,
                                 const closing_of_opinions& closing) {
    std::vector<opinion> all;
    for (const asked_for_opinion& one : asked_in(s, consultation, at)) {
        opinion its{one.owers.back().agency, one.answer(s, consultation, at)};
        const bool is_heard = its.answer != nullptr &&
                              (!closing.on || its.answer->effective_on <= closing.heard_until);
        if (is_heard || closing.on)
            for (const ower& h : one.owers)
                if (is_heard ? h.is_before(*its.answer) : h.since <= *closing.on)
                    its.agency = h.agency;
        const bool is_told = std::any_of(all.begin(), all.end(), [&](const opinion& other) {
            return other.agency == its.agency && other.answer == its.answer;
        });
        if (!is_told) all.push_back(its);
    }
    return all;
}

}  // namespace mandate
