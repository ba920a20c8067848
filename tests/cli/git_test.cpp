// Which files git takes for changed, asked of the git program in real repositories.
#include "analyzer/cli/git.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <set>

#include "tests/workspace/git.hpp"

namespace {

using namespace alyx::analyzer::testing;
using namespace alyx::cli;
using Names = std::vector<std::string>;

constexpr char commit[] = "-c user.name=a -c user.email=a@b -c commit.gpgsign=false commit -q --allow-empty -m x";

struct Repository : TemporaryFolder {
    Repository() { run("init -q -b main"); }
    void run(std::string const& arguments) const { BOOST_REQUIRE((git(*this, arguments) == Names{})); }
    void commit_all() const {
        run("add -A");
        run(commit);
    }
};

Names files(GitSelection selection, std::string const& revision = "", Names const& paths = {"."}) {
    auto found = git_files(selection, revision, paths);
    BOOST_TEST_REQUIRE(found.has_value(), found.error().to_string());
    BOOST_TEST(found->failures.empty());
    return found->files;
}

std::string failure(GitSelection selection, std::string const& revision = "", Names const& paths = {"."}) {
    auto found = git_files(selection, revision, paths);
    if (!found) return found.error().to_string();
    return found->failures.empty() ? "none" : found->failures[0].to_string();
}

/// A variable of the environment is another as long as this lives.
class Variable {
  public:
    Variable(char const* name, std::string const& value) : name_(name), before_(std::getenv(name)) {
        ::setenv(name, value.c_str(), 1);
    }
    Variable(Variable const&) = delete;
    Variable& operator=(Variable const&) = delete;
    ~Variable() { ::setenv(name_, before_.c_str(), 1); }

  private:
    char const* name_;
    std::string before_;
};

}  // namespace

BOOST_AUTO_TEST_CASE(changed_is_what_differs_from_the_last_commit_and_what_is_untracked) {
    Repository repository;
    for (auto const* name : {"same.py", "edited.py", "staged.py", "gone.py", "sub/moved.py"})
        repository.write(name, "1\n2\n3\n");
    repository.write(".gitignore", "ignored.py\n");
    repository.commit_all();
    for (auto const* name : {"edited.py", "staged.py", "new.py", "ignored.py", "added.py"})
        repository.write(name, "changed\n");
    repository.run("add staged.py added.py");
    repository.run("rm -q gone.py");
    repository.run("mv sub/moved.py sub/new_name.py");
    CurrentFolder in(repository.path());
    BOOST_TEST(
        (files(GitSelection::changed) == Names{"added.py", "edited.py", "new.py", "staged.py", "sub/new_name.py"}));
    BOOST_TEST((files(GitSelection::staged) == Names{"added.py", "staged.py", "sub/new_name.py"}));
    BOOST_TEST((files(GitSelection::changed, "", {"sub", "new.py"}) == Names{"new.py", "sub/new_name.py"}));
}

BOOST_AUTO_TEST_CASE(names_are_relative_to_the_current_folder) {
    Repository repository;
    repository.write("a.py");
    repository.write("sub/b.py");
    repository.write("sub/deep/c.py");
    repository.write("subway/d.py");
    CurrentFolder in(repository / "sub");
    BOOST_TEST((files(GitSelection::changed) == Names{"b.py", "deep/c.py"}));
    BOOST_TEST((files(GitSelection::changed, "", {".."}) == Names{"../a.py", "../subway/d.py", "b.py", "deep/c.py"}));
    BOOST_TEST((files(GitSelection::changed, "", {repository / "sub/deep"}) == Names{"deep/c.py"}));
}

BOOST_AUTO_TEST_CASE(names_are_bytes) {
    Repository repository;
    Names const odd{"\n.py", " \"a\".py", "-x.py", "caf\xC3\xA9.py", "\xFF.py"};
    for (auto const& name : odd) repository.write(name);
    CurrentFolder in(repository.path());
    auto found = files(GitSelection::changed);
    BOOST_TEST((std::set<std::string>(found.begin(), found.end()) == std::set<std::string>(odd.begin(), odd.end())));
    repository.run("add -A");
    for (auto const& name : odd) BOOST_TEST(staged_bytes(name).has_value(), name);
}

BOOST_AUTO_TEST_CASE(what_is_staged_is_what_will_be_committed) {
    Repository repository;
    repository.write("sub/a.py", "old");
    repository.write("sub/b.py", "old");
    repository.commit_all();
    repository.write("sub/a.py", "staged");
    repository.write("sub/b.py", "staged");
    repository.write("sub/c.py", "staged");
    repository.run("add -A");
    repository.write("sub/a.py", "later");
    std::remove((repository / "sub/c.py").c_str());
    CurrentFolder in(repository / "sub");
    auto found = git_files(GitSelection::staged, "", {"."});
    BOOST_TEST_REQUIRE(found.has_value());
    BOOST_TEST((found->files == Names{"a.py", "b.py", "c.py"}));
    BOOST_TEST((found->partly_staged == Names{"a.py", "c.py"}));
    BOOST_TEST((*staged_bytes("a.py") == "staged"));
    BOOST_TEST((*staged_bytes("c.py") == "staged"));
    BOOST_TEST(staged_bytes("d.py").error().to_string().starts_with("d.py: is not staged: "));
}

BOOST_AUTO_TEST_CASE(since_counts_from_where_the_branch_left) {
    Repository repository;
    repository.write("a.py", "1");
    repository.write("on_main.py", "1");
    repository.commit_all();
    repository.run("checkout -q -b work");
    repository.write("committed.py");
    repository.commit_all();
    repository.run("checkout -q main");
    repository.write("on_main.py", "2");
    repository.commit_all();
    repository.run("checkout -q work");
    repository.write("a.py", "2");
    repository.write("untracked.py");
    CurrentFolder in(repository.path());
    BOOST_TEST((files(GitSelection::since, "main") == Names{"a.py", "committed.py", "untracked.py"}));
    BOOST_TEST((files(GitSelection::since, "HEAD") == Names{"a.py", "untracked.py"}));
    BOOST_TEST((files(GitSelection::changed) == Names{"a.py", "untracked.py"}));
    for (auto const* bad : {"nope", "--output=x", "", "main:a.py"})
        BOOST_TEST(failure(GitSelection::since, bad) == "--since: `" + std::string(bad) +
                                                            "` is no commit of this repository; name a branch, a tag "
                                                            "or a commit; in a shallow clone fetch it first");
    BOOST_TEST(repository.names() == (Names{".git", "a.py", "committed.py", "on_main.py", "untracked.py"}));
}

BOOST_AUTO_TEST_CASE(before_the_first_commit_all_is_new) {
    Repository repository;
    repository.write("a.py");
    repository.write("b.py");
    repository.run("add a.py");
    CurrentFolder in(repository.path());
    BOOST_TEST((files(GitSelection::changed) == Names{"a.py", "b.py"}));
    BOOST_TEST((files(GitSelection::staged) == Names{"a.py"}));
}

BOOST_AUTO_TEST_CASE(submodules_are_left_out_and_further_working_trees_are_repositories) {
    Repository inner, repository;
    inner.write("x.py");
    inner.commit_all();
    repository.write("a.py", "1");
    repository.commit_all();
    repository.run("-c protocol.file.allow=always submodule --quiet add '" + inner.path() + "' module");
    {
        CurrentFolder in(repository.path());
        BOOST_TEST((files(GitSelection::staged) == Names{".gitmodules"}));
        repository.write("module/x.py", "changed");
        BOOST_TEST((files(GitSelection::changed) == Names{".gitmodules"}));
    }
    repository.run("worktree add -q ../" + repository.path().substr(repository.path().rfind('/') + 1) + "/tree HEAD");
    repository.write("tree/a.py", "2");
    CurrentFolder in(repository / "tree");
    BOOST_TEST((files(GitSelection::changed) == Names{"a.py"}));
}

BOOST_AUTO_TEST_CASE(where_git_cannot_say_it_the_reason_and_a_remedy_are_named) {
    TemporaryFolder folder;
    CurrentFolder in(folder.path());
    auto outside = failure(GitSelection::changed);
    BOOST_TEST(outside.starts_with("git: not a git repository"));
    BOOST_TEST(outside.ends_with("; run in the working tree of a repository, or name the files to check"));
    {
        Variable path("PATH", folder.path());
        BOOST_TEST(failure(GitSelection::changed) ==
                   "git: cannot be run: No such file or directory; install git, or name the files to check");
    }
    Repository repository;
    CurrentFolder inside(repository.path());
    BOOST_TEST(failure(GitSelection::changed, "", {"missing.py"}) == "missing.py: No such file or directory");
    BOOST_TEST(failure(GitSelection::changed, "", {folder.path()}) ==
               folder.path() + ": is outside of the repository " + repository.path() +
                   "; change into its own repository");
}
