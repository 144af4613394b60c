// Records an agency in a ledger in memory by the C++ headers.
#include <chrono>
#include <iostream>
#include <mandate/ledger/ledger.hpp>

int main() {
    const auto ledger = mandate::ledger::in_memory();

    mandate::command agency;
    agency.kind = mandate::command_kind::add_agency;
    agency.values = {{mandate::field::agency, "A"}, {mandate::field::name_vi, "Agency A"}};

    mandate::act by;
    by.today = std::chrono::year{2024} / 4 / 25;
    by.now_us = 1'714'032'000'000'000;
    by.actor = "consumer";
    const mandate::outcome recorded = ledger->record(by, {&agency, 1});

    std::cout << "revision " << recorded.revision << ", agencies "
              << ledger->known_agencies().size() << "\n";
}
