#include "files.hpp"

#include "asking.hpp"
#include "handles.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <random>
#include <system_error>

namespace command_line {
namespace {

namespace fs = std::filesystem;

struct closed {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using open_file = std::unique_ptr<std::FILE, closed>;

[[noreturn]] void refuse(std::string_view what, const std::string& file, int problem, int code) {
    throw failure{
        std::string{what}.append(" ").append(file).append(": ").append(std::strerror(problem)),
        code};
}

std::string read_to_end(std::FILE* from, const std::string& name) {
    std::string all;
    char part[1 << 16];
    while (const std::size_t count = std::fread(part, 1, sizeof part, from))
        all.append(part, count);
    if (std::ferror(from)) refuse("cannot read", name, errno, bad_input);
    return all;
}

void write_to(const std::string& file, std::string_view text) {
    open_file to{std::fopen(file.c_str(), "wb")};
    if (!to) refuse("cannot write", file, errno, no_storage);
    const bool written = std::fwrite(text.data(), 1, text.size(), to.get()) == text.size() &&
                         std::fflush(to.get()) == 0;
    if (!written) refuse("cannot write", file, errno, no_storage);
}

/// A name beside the file that nobody else uses.
fs::path name_beside(const fs::path& file) {
    std::random_device chance;
    return file.string() + ".part-" + std::to_string(chance());
}

/// By its marks, as every version writes them. It is not opened as a ledger: under a second name of
/// one that is in use that would leave a log.
bool is_ledger(const std::string& file) {
    using namespace std::string_view_literals;
    std::error_code unknown;
    if (!fs::is_regular_file(file, unknown)) return false;
    const open_file from{std::fopen(file.c_str(), "rb")};
    if (!from) refuse("cannot read", file, errno, no_storage);
    char head[72];
    const std::string_view marks{head, std::fread(head, 1, sizeof head, from.get())};
    return marks.size() == sizeof head && marks.starts_with("SQLite format 3\0"sv) &&
           marks.ends_with("MNDT");
}

}  // namespace

void require_no_ledger(const std::string& file) {
    const auto refuse = [&](const char* what) {
        throw failure{'"' + file + "\" " + what + ", and is not written over", bad_input};
    };
    if (file.find(":/") != file.npos || file.find("password=") != file.npos)
        throw failure{
            "what is written goes into a file, given by its path; this is none, and is "
            "not repeated here, since it may hold a password",
            wrong_use};
    if (is_ledger(file)) refuse("is a ledger");
    for (const std::string_view beside : {"-wal", "-shm", "-journal", "-snapshot"})
        if (file.ends_with(beside) && is_ledger(file.substr(0, file.size() - beside.size())))
            refuse("is part of a ledger");
}

std::string shown(const std::string& name) {
    return name.find("://") == name.npos ? name : "the ledger at that address";
}

std::string read_all(const std::string& file) {
    if (file == "-") return read_to_end(stdin, "standard input");
    const open_file from{std::fopen(file.c_str(), "rb")};
    if (!from) refuse("cannot read", file, errno, bad_input);
    return read_to_end(from.get(), file);
}

std::string counted(std::int64_t number, std::string_view thing) {
    return std::to_string(number) + " " + std::string{thing} + (number == 1 ? "" : "s");
}

void print(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
        refuse("cannot write", "standard output", errno, no_storage);
}

void print_line_of_error(std::string_view head, std::string_view text) noexcept {
    std::fwrite(head.data(), 1, head.size(), stderr);
    for (const char c : text) std::fputc(c == '\n' || c == '\r' ? ' ' : c, stderr);
    std::fputc('\n', stderr);
}

void write_whole(const std::string& file, std::string_view text) {
    require_no_ledger(file);
    std::error_code absent;
    const fs::path target =
        fs::is_symlink(file, absent) ? fs::weakly_canonical(file, absent) : fs::path{file};
    if (fs::exists(target, absent) && !fs::is_regular_file(target, absent)) {
        write_to(file, text);
        return;
    }
    const fs::path part = name_beside(target);
    std::error_code problem;
    try {
        write_to(part.string(), text);
        fs::rename(part, target, problem);
    } catch (...) {
        fs::remove(part, absent);
        throw;
    }
    if (problem) {
        fs::remove(part, absent);
        refuse("cannot write", file, problem.value(), no_storage);
    }
}

}  // namespace command_line
