#include "exchange/name_matcher.hpp"

#include "mandate/base/text.hpp"
#include "model/white_space.hpp"

#include <algorithm>

namespace mandate {
namespace {

/// A word, or one ASCII punctuation mark.
struct token {
    std::string_view stated;
    std::string folded;
    bool word = false;

    bool separates() const {
        return folded == "," || folded == ";" || folded == "/" || folded == "và";
    }
};

bool in_word(char c) noexcept {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::vector<token> tokens_of(std::string_view words) {
    std::vector<token> out;
    for (std::size_t i = 0; i < words.size();) {
        if (const std::size_t space = leading_space(words.substr(i))) {
            i += space;
            continue;
        }
        std::size_t end = i + 1;
        const bool word = in_word(words[i]);
        while (word && end < words.size() && in_word(words[end]) &&
               leading_space(words.substr(end)) == 0)
            ++end;
        const std::string_view stated = words.substr(i, end - i);
        out.push_back({stated, fold_case(stated), word});
        i = end;
    }
    return out;
}

/// The words from `first` up to `last` as stated, without separators at the ends; empty if they
/// hold no word.
std::string fragment(std::span<const token> tokens) {
    while (!tokens.empty() && tokens.front().separates()) tokens = tokens.subspan(1);
    while (!tokens.empty() && tokens.back().separates()) tokens = tokens.first(tokens.size() - 1);
    if (std::none_of(tokens.begin(), tokens.end(), [](const token& t) { return t.word; }))
        return {};
    const char* const begin = tokens.front().stated.data();
    const char* const end = tokens.back().stated.data() + tokens.back().stated.size();
    return {begin, end};
}

}  // namespace

name_matcher::name_matcher(std::span<const agency_names> known) : nodes_(1) {
    for (const agency_names& agency : known)
        for (const std::string& name : agency.names) {
            std::size_t at = 0;
            for (const token& t : tokens_of(name)) {
                const auto [found, added] = nodes_[at].next.try_emplace(t.folded, nodes_.size());
                at = found->second;
                if (added) nodes_.emplace_back();
            }
            node& end = nodes_[at];
            if (at != 0 && !end.code.empty() && end.code != agency.code) end.ambiguous = true;
            if (at != 0 && end.code.empty()) end.code = agency.code;
        }
}

name_matcher::reading name_matcher::read(std::string_view words) const {
    const std::vector<token> tokens = tokens_of(words);
    const std::span<const token> all{tokens};
    reading out;
    std::size_t rest = 0;  // where the words begin that belong to no name so far
    const auto end_rest = [&](std::size_t end) {
        std::string left = fragment(all.subspan(rest, end - rest));
        if (!left.empty()) out.unrecognised.push_back(std::move(left));
    };

    for (std::size_t i = 0; i < tokens.size();) {
        const node* longest = nullptr;
        std::size_t end = i;
        for (std::size_t at = 0, k = i; k < tokens.size(); ++k) {
            const auto next = nodes_[at].next.find(tokens[k].folded);
            if (next == nodes_[at].next.end()) break;
            at = next->second;
            if (nodes_[at].code.empty()) continue;
            longest = &nodes_[at];
            end = k + 1;
        }
        if (!longest) {
            ++i;
            continue;
        }
        end_rest(i);
        if (longest->ambiguous)
            out.ambiguous.push_back(fragment(all.subspan(i, end - i)));
        else if (std::find(out.codes.begin(), out.codes.end(), longest->code) == out.codes.end())
            out.codes.push_back(longest->code);
        i = rest = end;
    }
    end_rest(tokens.size());
    return out;
}

}  // namespace mandate
