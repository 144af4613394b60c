#pragma once
// What the agencies or tasks of a table are called in one language.

#include "mandate/base/table.hpp"
#include "mandate/report/report.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace mandate {

class names_in_language {
public:
    /// The columns of the name in Vietnamese, English and Turkish.
    using columns = std::array<std::size_t, 3>;
    static constexpr columns of_agencies{1, 2, 3};  ///< of the question agencies
    static constexpr columns of_tasks{1, 16, 17};   ///< of the question tasks
    static constexpr columns of_lineage{5, 9, 10};  ///< of the question lineage

    /// `all`: a table whose first column is the code.
    names_in_language(const table& all, language lang, const columns& where = of_agencies) {
        for (std::size_t row = 0; row < all.rows(); ++row)
            name_[std::string{*all.text(row, 0)}] = name(all, row, lang, where);
    }

    /// Where the name in this language is missing, the Vietnamese one stands for it.
    static std::string_view name(const table& all, std::size_t row, language lang,
                                 const columns& where) {
        const std::size_t wanted = lang == language::en ? 1 : lang == language::tr ? 2 : 0;
        return all.text(row, where[wanted]).value_or(all.text(row, where[0]).value_or(""));
    }

    /// The code itself for what is not in the table or has no name.
    std::string operator()(std::string_view code) const {
        std::string found = named(code);
        return found.empty() ? std::string{code} : found;
    }
    /// Empty: as above.
    std::string named(std::string_view code) const {
        const auto found = name_.find(code);
        return found == name_.end() ? std::string{} : found->second;
    }

private:
    std::map<std::string, std::string, std::less<>> name_;
};

}  // namespace mandate
