#pragma once
// Classes of access: an ordered list, the agencies that may see each, and what is in each.

#include "mandate/model/descriptor.hpp"
#include "model/record_parts.hpp"

namespace mandate {

struct access_class_record {
    struct statement {
        words name;
        int rank = 0;
        std::string code_prefix;  ///< "": its codes begin with anything
        remark said;
    };
    struct grant {
        row_number agency;
        bool granted;
    };
    /// A thing recorded in this class. It counts as long as the event that said so stands as the
    /// thing's statement: things carry no class themselves, because few have one.
    struct mark {
        entity_kind kind;
        row_number row;
        bool placeholder;
    };
    std::string code;
    versions<statement> stated;
    versions<grant> grants;
    versions<row_number> highest;  ///< it was made the highest that the ledger may hold
    versions<mark> marks;

    template <class F>
    void attributes(F&& f) {
        f(stated), f(grants), f(highest);
    }
};

}  // namespace mandate
