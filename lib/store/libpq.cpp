#include "store/libpq.hpp"

#include "base/os.hpp"
#include "mandate/base/error.hpp"

#include <string>

namespace mandate::postgresql {
namespace {

#ifdef __APPLE__
constexpr const char* file = "libpq.5.dylib";
#else
constexpr const char* file = "libpq.so.5";
#endif

template <class Function>
void find(void* library, const char* name, Function& into) {
    into = reinterpret_cast<Function>(symbol_of(library, name));
}

libpq_functions load() {
    void* const library = load_library(file);
    libpq_functions all{};
    find(library, "PQcancel", all.PQcancel);
    find(library, "PQclear", all.PQclear);
    find(library, "PQcmdStatus", all.PQcmdStatus);
    find(library, "PQconnectdb", all.PQconnectdb);
    find(library, "PQconninfoFree", all.PQconninfoFree);
    find(library, "PQconninfoParse", all.PQconninfoParse);
    find(library, "PQerrorMessage", all.PQerrorMessage);
    find(library, "PQexec", all.PQexec);
    find(library, "PQexecParams", all.PQexecParams);
    find(library, "PQfinish", all.PQfinish);
    find(library, "PQfreeCancel", all.PQfreeCancel);
    find(library, "PQgetCancel", all.PQgetCancel);
    find(library, "PQgetResult", all.PQgetResult);
    find(library, "PQgetlength", all.PQgetlength);
    find(library, "PQgetvalue", all.PQgetvalue);
    find(library, "PQntuples", all.PQntuples);
    find(library, "PQputCopyData", all.PQputCopyData);
    find(library, "PQputCopyEnd", all.PQputCopyEnd);
    find(library, "PQresultErrorField", all.PQresultErrorField);
    find(library, "PQresultStatus", all.PQresultStatus);
    find(library, "PQsendQueryParams", all.PQsendQueryParams);
    find(library, "PQsetClientEncoding", all.PQsetClientEncoding);
    find(library, "PQsetNoticeProcessor", all.PQsetNoticeProcessor);
    find(library, "PQsetSingleRowMode", all.PQsetSingleRowMode);
    find(library, "PQstatus", all.PQstatus);
    find(library, "PQtransactionStatus", all.PQtransactionStatus);
    return all;
}

}  // namespace

const libpq_functions& libpq() {
    static const libpq_functions all = [] {
        try {
            return load();
        } catch (const error& e) {
            throw error{
                e.code(),
                "a ledger in PostgreSQL needs its client library, which cannot be loaded: " +
                    std::string{e.what()}};
        }
    }();
    return all;
}

}  // namespace mandate::postgresql
