#pragma once
// A PostgreSQL server of the tests' own: its data and its socket in a temporary folder, no network.
// Root may not run one, so it is run as the user `postgres` or `nobody`.

#include "store/scratch_folder.hpp"

#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace mandate::tests {

class postgresql_server {
public:
    /// Where Debian or another packager puts the newest server's programs; empty: nowhere.
    static std::string programs() {
        std::string newest;
        std::error_code none;
        for (const auto& version : std::filesystem::directory_iterator{"/usr/lib/postgresql", none})
            if (std::filesystem::exists(version.path() / "bin/initdb"))
                newest = std::max(newest, (version.path() / "bin").string());
        if (newest.empty() && std::filesystem::exists("/usr/bin/initdb")) newest = "/usr/bin";
        return newest;
    }

    postgresql_server() {
        if (geteuid() == 0) {
            const passwd* user = getpwnam("postgres");
            if (user == nullptr) user = getpwnam("nobody");
            user_ = user->pw_uid;
            group_ = user->pw_gid;
            EXPECT_EQ(chown(folder_.path().c_str(), user_, group_), 0);
            std::filesystem::permissions(folder_.path(), std::filesystem::perms::all);
        }
        run({programs() + "/initdb", "-D", data(), "-U", "postgres", "-A", "trust", "-E", "UTF8",
             "--no-sync", "--no-locale"});
        start();
    }
    ~postgresql_server() { kill(SIGQUIT); }
    postgresql_server(const postgresql_server&) = delete;
    postgresql_server& operator=(const postgresql_server&) = delete;

    void start() {
        // It answers as soon as its socket is there and recovery is over. After a kill, processes
        // of the server before may hold its memory for a moment: then it ends, and is started
        // again.
        for (int i = 0; i < 600; ++i) {
            if (server_ <= 0 || waitpid(server_, nullptr, WNOHANG) == server_)
                server_ =
                    child({programs() + "/postgres", "-D", data(), "-k", folder_.path(), "-c",
                           "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=60"});
            if (run({programs() + "/pg_isready", "-q", "-h", folder_.path()}) == 0) return;
            std::this_thread::sleep_for(std::chrono::milliseconds{50});
        }
        ADD_FAILURE() << "the server did not start; see " << folder_.file("log");
    }
    /// SIGKILL: as if the machine had lost it.
    void kill(int signal) {
        if (server_ <= 0) return;
        ::kill(server_, signal);
        waitpid(server_, nullptr, 0);
        server_ = -1;
    }

    std::string address(const std::string& ledger, const std::string& more = "") const {
        return "postgresql://postgres@/postgres?host=" + folder_.path() + "&ledger=" + ledger +
               more;
    }
    /// Runs SQL as a person with psql would.
    int sql(const std::string& text, const std::string& database = "postgres") const {
        return run({programs() + "/psql", "-q", "-h", folder_.path(), "-U", "postgres", "-d",
                    database, "-v", "ON_ERROR_STOP=1", "-c", text});
    }

private:
    std::string data() const { return folder_.file("data"); }

    pid_t child(const std::vector<std::string>& words) const {
        const pid_t made = fork();
        if (made != 0) return made;
        if (user_ != 0 && (setgid(group_) != 0 || setuid(user_) != 0)) _exit(98);
        const int log = ::open(folder_.file("log").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        dup2(log, 1), dup2(log, 2);
        if (chdir(folder_.path().c_str()) != 0) _exit(97);
        std::vector<char*> arguments;
        for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        execv(arguments[0], arguments.data());
        _exit(99);
    }
    int run(const std::vector<std::string>& words) const {
        int status = 0;
        waitpid(child(words), &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    const scratch_folder folder_;
    uid_t user_ = 0;
    gid_t group_ = 0;
    pid_t server_ = -1;
};

}  // namespace mandate::tests
