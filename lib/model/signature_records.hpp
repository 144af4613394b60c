#pragma once
// Signatures over events by the host's key.

#include "model/versions.hpp"

#include <string>

namespace mandate {

struct signature_record {
    standing at;  ///< of the event that brought it; its day is the one on which it was signed
    seq_number signs;
    std::string public_key, signature;  ///< in hexadecimal digits
};

}  // namespace mandate
