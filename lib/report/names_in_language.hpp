#pragma once
// What the agencies of a table are called in one language.

#include "mandate/base/table.hpp"
#include "mandate/report/report.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace mandate {

class names_in_language {
public:
    /// `agencies`: a table whose first columns are agency, name_vi, name_en, name_tr. Where the
    /// name in this language is missing, the Vietnamese one stands for it.
    names_in_language(const table& agencies, language lang) {
        const std::size_t wanted = lang == language::en ? 2 : lang == language::tr ? 3 : 1;
        for (std::size_t row = 0; row < agencies.rows(); ++row)
            name_[std::string{*agencies.text(row, 0)}] =
                agencies.text(row, wanted).value_or(agencies.text(row, 1).value_or(""));
    }

    /// The code itself for an agency that is not in the table or has no name.
    std::string operator()(std::string_view code) const {
        const auto found = name_.find(code);
        return found == name_.end() || found->second.empty() ? std::string{code} : found->second;
    }

private:
    std::map<std::string, std::string, std::less<>> name_;
};

}  // namespace mandate
