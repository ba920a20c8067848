// Recognises the text form of PostgreSQL's arrays, as its input function reads it.
#include <algorithm>
#include <array>
#include <boost/spirit/home/x3.hpp>
#include <string>
#include <vector>

#include "analyzer/value/number.hpp"
#include "analyzer/value/pg_literal.hpp"
#include "analyzer/value/unicode.hpp"

namespace alyx::analyzer {
namespace {

namespace x3 = boost::spirit::x3;

constexpr std::size_t most_dimensions = 6;

/// `[1:2]=` in front of an array: the size of each dimension.
struct Sizes {
    std::array<std::int64_t, most_dimensions> of{};
    std::size_t count = 0;
    friend bool operator==(Sizes const&, Sizes const&) = default;
};

/// Reads one array. Of each level it remembers how many items its first list has, which all others must have too.
class ArrayReader {
  public:
    ArrayReader(std::string_view text, PgType items) : rest_(text), items_(items) {}

    bool read() {
        Sizes written;
        skip_blanks();
        if (!read_sizes(written)) return false;
        if (!rest_.starts_with('{') || !read_list(0)) return false;
        skip_blanks();
        return rest_.empty() && (written.count == 0 || written == found_);
    }

  private:
    void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(c_blanks), rest_.size())); }

    bool take(char c) {
        bool found = rest_.starts_with(c);
        if (found) rest_.remove_prefix(1);
        return found;
    }

    bool read_sizes(Sizes& sizes) {
        while (rest_.starts_with('[')) {
            std::vector<int> bounds;
            auto first = rest_.begin();
            if (!x3::parse(first, rest_.end(), '[' >> x3::int_ % ':' >> ']', bounds) || bounds.size() > 2) return false;
            int const low = bounds.size() == 2 ? bounds[0] : 1;
            if (sizes.count == most_dimensions || bounds.back() < low) return false;
            sizes.of[sizes.count++] = std::int64_t{bounds.back()} - low + 1;
            rest_.remove_prefix(static_cast<std::size_t>(first - rest_.begin()));
            skip_blanks();
        }
        bool has_end = sizes.count == 0 || take('=');
        skip_blanks();
        return has_end;
    }

    /// From an opening brace on; the recursion is as deep as an array has dimensions.
    bool read_list(std::size_t level) {
        if (level == most_dimensions || !take('{')) return false;
        skip_blanks();
        if (level == 0 && take('}')) return true;
        std::int64_t count = 0;
        do {
            skip_blanks();
            bool is_list = rest_.starts_with('{');
            if (level + 1 > found_.count) found_.count = level + 1;
            if (!is_list && depth_ == 0) depth_ = level + 1;
            if (depth_ != 0 && is_list != (level + 1 < depth_)) return false;
            if (is_list ? !read_list(level + 1) : !read_item()) return false;
            ++count;
            skip_blanks();
        } while (take(','));
        if (!take('}') || (found_.of[level] != 0 && found_.of[level] != count)) return false;
        found_.of[level] = count;
        return true;
    }

    bool read_item() {
        std::string item;
        bool quoted = take('"'), escaped = false;
        std::size_t kept = 0;  // blanks at the end of an item without quotes do not belong to it
        while (!rest_.empty() && (quoted || std::string_view("{},\"").find(rest_.front()) == std::string_view::npos)) {
            if (quoted && take('"')) return takes(item);
            bool escape = take('\\');
            if (rest_.empty()) return false;
            escaped |= escape;
            if (escape || c_blanks.find(rest_.front()) == std::string_view::npos) kept = item.size() + 1;
            item += rest_.front();
            rest_.remove_prefix(1);
        }
        item.resize(kept);
        bool is_null = !escaped && item.size() == 4 && ascii_lower(item) == "null";
        return !quoted && kept > 0 && (is_null || takes(item));
    }

    bool takes(std::string_view item) const { return pg_takes(items_, item); }

    std::string_view rest_;
    PgType items_;
    Sizes found_;
    std::size_t depth_ = 0;  ///< of the first item: the number of dimensions
};

}  // namespace

bool is_array_literal(std::string_view text, PgType items) {
    return ArrayReader(text, items).read();
}

}  // namespace alyx::analyzer
