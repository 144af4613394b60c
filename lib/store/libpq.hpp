#pragma once
// PostgreSQL's client library, loaded when the first ledger in PostgreSQL is opened. It brings some
// twenty other libraries along (LDAP, Kerberos, TLS), which a program that keeps its ledger in a
// file need not have.

#include <libpq-fe.h>

namespace mandate::postgresql {

struct libpq_functions {
    decltype(&::PQcancel) PQcancel;
    decltype(&::PQclear) PQclear;
    decltype(&::PQcmdStatus) PQcmdStatus;
    decltype(&::PQconnectdb) PQconnectdb;
    decltype(&::PQconninfoFree) PQconninfoFree;
    decltype(&::PQconninfoParse) PQconninfoParse;
    decltype(&::PQerrorMessage) PQerrorMessage;
    decltype(&::PQexec) PQexec;
    decltype(&::PQexecParams) PQexecParams;
    decltype(&::PQfinish) PQfinish;
    decltype(&::PQfreeCancel) PQfreeCancel;
    decltype(&::PQgetCancel) PQgetCancel;
    decltype(&::PQgetResult) PQgetResult;
    decltype(&::PQgetlength) PQgetlength;
    decltype(&::PQgetvalue) PQgetvalue;
    decltype(&::PQntuples) PQntuples;
    decltype(&::PQputCopyData) PQputCopyData;
    decltype(&::PQputCopyEnd) PQputCopyEnd;
    decltype(&::PQresultErrorField) PQresultErrorField;
    decltype(&::PQresultStatus) PQresultStatus;
    decltype(&::PQsendQueryParams) PQsendQueryParams;
    decltype(&::PQsetClientEncoding) PQsetClientEncoding;
    decltype(&::PQsetNoticeProcessor) PQsetNoticeProcessor;
    decltype(&::PQsetSingleRowMode) PQsetSingleRowMode;
    decltype(&::PQstatus) PQstatus;
    decltype(&::PQtransactionStatus) PQtransactionStatus;
};

/// Any thread; it stays loaded. @throws error{errc::io} if it is not on this machine.
const libpq_functions& libpq();

}  // namespace mandate::postgresql
