// What of MATLAB's brackets and texts is open, by its tokens.
#include "analyzer/host/matlab_tokens.hpp"
#include "analyzer/host/open_reader.hpp"

namespace alyx::analyzer {
namespace {

using Kind = OpenCode::Kind;

class MatlabReader : public OpenStack {
  public:
    using OpenStack::OpenStack;

    Unfinished read(std::vector<Span> const& ranges) {
        auto const tokens = matlab_tokens(text_, ranges);
        auto const end = ranges.back().end;
        std::uint32_t begin = ranges.front().begin;
        bool begins = true;
        for (auto const& one : tokens.tokens) {
            // At the end of the code some are made up.
            if (one.span.empty()) continue;
            if (begins) note_statement(one.span.begin, begin);
            begins = one.kind == MatlabToken::Kind::newline;
            token(one, end);
        }
        bool const in_comment = !tokens.comments.empty() && tokens.comments.back().end == end;
        if (in_comment) open().push_back({.kind = Kind::comment, .begin = tokens.comments.back().begin});
        return take(end);
    }

  private:
    void token(MatlabToken const& one, std::uint32_t end) {
        auto const text = one.span.of(text_);
        switch (one.kind) {
            case MatlabToken::Kind::newline:
                if (text == "\n") open().clear();
                return;
            case MatlabToken::Kind::text:
                item_begins();
                if (!one.closed && one.span.end == end)
                    open().push_back(
                        {.kind = Kind::string, .end = text[0] == '"' ? "\"" : "'", .begin = one.span.begin});
                return;
            case MatlabToken::Kind::symbol:
                return symbol(one.span, text);
            case MatlabToken::Kind::name:
            case MatlabToken::Kind::keyword:
                return name(one.span);
            default:
                return item_begins();
        }
    }

    void symbol(Span span, std::string_view text) {
        if (text == "(" || text == "[" || text == "{") return open_bracket(span.begin, text);
        if (text == ")" || text == "]" || text == "}") return close(text[0]);
        if (text == ",") return item_ends();
        if (text == "=") name_item();
        if (text != "\n") item_begins();
    }
};

}  // namespace

Unfinished open_in_matlab(std::string_view text, std::vector<Span> const& ranges) {
    return ranges.empty() ? Unfinished() : MatlabReader(text).read(ranges);
}

}  // namespace alyx::analyzer
