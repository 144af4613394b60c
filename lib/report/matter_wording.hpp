#pragma once
// Reviews of documents, items of work programmes and clauses that nobody carries out, put into
// words the same in the text and on the page.

#include "report/wording.hpp"

namespace mandate::wording {

/// One entry of a list: what it is, and what is told of it.
struct matter {
    std::string code;
    multilingual title;
    std::string before;  ///< stands before the title: a number
    fact_lines facts;
};

matter matter_of(const review_of_document& d, language lang);
matter matter_of(const review_item& i, language lang);
matter matter_of(const review& r, const review_clause& c, language lang);

/// "split into A; B": how an agency ended; empty for one that goes on.
std::string ending_of(const agency_row& row, language lang);

/// What the head of a review says of words that are not in it: placeholders, and tasks that the
/// reader may not see. Empty if there are none.
std::vector<std::string> withheld_of(const review& r, language lang);

/// The review with words in place of the titles that it does not hold.
review with_words_for_withheld(const review& r, language lang);
/// Whether a title is missing.
bool has_withheld(const review& r);

}  // namespace mandate::wording
