#include "base/os.hpp"

#include "base/error_check.hpp"

#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace mandate {
namespace {

TEST(ForkGuard, HoldsInItsOwnProcessOnly) {
    const fork_guard guard;
    EXPECT_TRUE(guard.holds());
    EXPECT_NO_THROW(guard.require("the ledger"));

    const pid_t child = fork();
    if (child == 0) {
        int exit_code = guard.holds() ? 1 : 2;
        try {
            guard.require("the ledger");
        } catch (const error& e) {
            if (e.code() == errc::forked && exit_code == 2) exit_code = 0;
        }
        _exit(exit_code);
    }
    int status = -1;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(SyncFolder, NamesAFolderThatIsNotThere) {
    EXPECT_NO_THROW(sync_folder(testing::TempDir()));
    expect_error(errc::io, "/no/such/folder", [] { sync_folder("/no/such/folder"); });
}

TEST(Os, SaysWhyALibraryCannotBeLoaded) {
    try {
        load_library("libmandate-no-such-thing.so");
        FAIL();
    } catch (const error& e) {
        EXPECT_EQ(e.code(), errc::io);
        EXPECT_NE(std::string{e.what()}.find("libmandate-no-such-thing.so"), std::string::npos);
    }
}

}  // namespace
}  // namespace mandate
