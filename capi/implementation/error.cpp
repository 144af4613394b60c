#include "error.hpp"

#include "base/quote.hpp"
#include "base/with_rule.hpp"
#include "json_text.hpp"

#include <new>
#include <string>

namespace mandate::capi {
namespace {

// The texts live in the same object, so that one delete frees all.
struct owned_error : mandate_error {
    explicit owned_error(const error& what)
        : mandate_error{static_cast<mandate_status>(what.code()), nullptr, nullptr},
          text_storage{one_line(mended_utf8(what.what()))},
          json_storage{error_json(with_rule(what), text_storage)} {
        text = text_storage.c_str();
        json = json_storage.c_str();
    }

    std::string text_storage;
    std::string json_storage;

private:
    // A C reader stops at a NUL, and a log wants one line.
    static std::string one_line(std::string line) {
        for (char& c : line)
            if (static_cast<unsigned char>(c) < 0x20) c = ' ';
        return line;
    }
};

constinit mandate_error no_memory{
    MANDATE_E_OUT_OF_MEMORY, "out of memory",
    R"({"schema":1,"code":-4001,"name":"out_of_memory","text":"out of memory","facts":{}})"};

}  // namespace

mandate_error* out_of_memory() noexcept { return &no_memory; }

mandate_error* new_error(const error& what) noexcept {
    try {
        return new owned_error{what};
    } catch (const std::bad_alloc&) {
        return out_of_memory();
    }
}

}  // namespace mandate::capi

mandate_status mandate_error_code(const mandate_error* error) noexcept {
    return error == nullptr ? MANDATE_OK : error->code;
}

const char* mandate_error_text(const mandate_error* error) noexcept {
    return error == nullptr ? "" : error->text;
}

const char* mandate_error_json(const mandate_error* error) noexcept {
    return error == nullptr ? "{}" : error->json;
}

void mandate_error_free(mandate_error* error) noexcept {
    if (error != mandate::capi::out_of_memory())
        delete static_cast<mandate::capi::owned_error*>(error);
}
