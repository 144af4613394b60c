#pragma once
// Questions about documents, agencies, work programmes, classes of access and the registers.

#include "mandate/base/table.hpp"
#include "mandate/model/command.hpp"
#include "review/lens.hpp"

#include <optional>

namespace mandate {

/// Each answers its own questions and nothing else. The arguments were checked by check_form.
/// Cost: linear in the things asked about.
std::optional<table> answer_document_question(const lens& through, question_kind question,
                                              const arguments& args);
std::optional<table> answer_agency_question(const lens& through, question_kind question,
                                            const arguments& args);
std::optional<table> answer_programme_question(const lens& through, question_kind question,
                                               const arguments& args);
std::optional<table> answer_access_question(const lens& through, question_kind question,
                                            const arguments& args);
std::optional<table> answer_register_question(const lens& through, question_kind question,
                                              const arguments& args);

/// The first of these that answers.
inline std::optional<table> answer_record_question(const lens& through, question_kind question,
                                                   const arguments& args) {
    for (const auto answer :
         {answer_document_question, answer_agency_question, answer_programme_question,
          answer_access_question, answer_register_question})
        if (auto answered = answer(through, question, args)) return answered;
    return std::nullopt;
}

}  // namespace mandate
