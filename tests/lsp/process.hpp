// The program alyxls as a client starts it.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

namespace alyx::tests {

/// A running alyxls with pipes to its standard streams. Killed at the end, if it has not ended by itself.
class Process {
  public:
    explicit Process(std::vector<std::string> const& arguments);
    ~Process();
    Process(Process const&) = delete;
    Process& operator=(Process const&) = delete;

    pid_t id() const { return child_; }
    int in() const { return in_; }    ///< to write to
    int out() const { return out_; }  ///< to read from
    int err() const { return err_; }
    void close_input();
    /// The exit status, -1 where it does not end within some seconds, 128 and more for a signal.
    int wait();

  private:
    pid_t child_ = -1;
    int in_ = -1, out_ = -1, err_ = -1;
};

void write_all(int descriptor, std::string_view bytes);
/// Reads until `text` has come `times` times, or the end, or some seconds are over.
std::string read_until(int descriptor, std::string_view text, std::size_t times = 1);

}  // namespace alyx::tests
