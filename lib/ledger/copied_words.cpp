#include "ledger/copied_words.hpp"

#include "mandate/base/error.hpp"
#include "mandate/store/codec.hpp"
#include "model/json_writer.hpp"

#include <algorithm>

namespace mandate {

copied_words::copied_words(const std::vector<std::string>& words) {
    for (const std::string& one : words) {
        words_.push_back({one, {}});
        append_json(words_.back().in_json, one);
    }
}

bool copied_words::are_text(std::string_view text) const {
    return std::any_of(words_.begin(), words_.end(), [&](const word& w) {
        return text == w.plain ||
               (w.plain.size() >= long_enough && text.find(w.plain) != std::string_view::npos);
    });
}

bool copied_words::are_in_json(std::string_view json) const {
    return std::any_of(words_.begin(), words_.end(), [&](const word& w) {
        std::string_view wanted = w.in_json;
        if (w.plain.size() >= long_enough) wanted = wanted.substr(1, wanted.size() - 2);
        return json.find(wanted) != std::string_view::npos;
    });
}

bool copied_words::are_in(const stored_event& row) const {
    if (row.shredded()) return false;
    event said;
    try {
        said = decode(row);
    } catch (const error&) {  // damaged, but its words may be whole
        return are_in_json(row.payload);
    }
    return std::any_of(said.command.values.begin(), said.command.values.end(),
                       [&](const field_value& v) {
                           const auto* text = std::get_if<std::string>(&v.content);
                           if (text == nullptr || descriptor_of(v.name).type != value_type::text)
                               return false;
                           return v.name == field::content ? are_in_json(*text) : are_text(*text);
                       });
}

}  // namespace mandate
