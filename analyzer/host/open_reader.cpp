// The bookkeeping of brackets and their items.
#include "analyzer/host/open_reader.hpp"

#include <algorithm>

#include "analyzer/host/words.hpp"

namespace alyx::analyzer {

using Kind = OpenCode::Kind;

bool is_name_byte(char c) {
    return is_word(c) || static_cast<unsigned char>(c) >= 0x80;
}

void OpenStack::open_bracket(std::size_t at, std::string_view opener) {
    item_begins();
    bool const is_call = opener == "(" && word_.end == at && !word_.empty();
    open().push_back({.opener = opener[0],
                      .end = opener == "("   ? ")"
                             : opener == "[" ? "]"
                                             : "}",
                      .begin = static_cast<std::uint32_t>(at),
                      .callee = is_call ? word_ : Span{}});
}

void OpenStack::close(char closer) {
    for (auto at = open().size(); at-- > 0;) {
        auto const& one = open()[at];
        if (one.kind == Kind::string) return;
        if (one.end.ends_with(closer)) return open().resize(at);
        if (one.kind == Kind::interpolation) return;
    }
}

void OpenStack::item_begins() {
    if (in(Kind::bracket)) open().back().item_began = true;
}

void OpenStack::item_ends() {
    if (!in(Kind::bracket)) return;
    ++open().back().items;
    open().back().item_began = false;
    open().back().keyword = {};
}

void OpenStack::name(Span word) {
    word_ = word;
    began_before_word_ = in(Kind::bracket) && open().back().item_began;
    item_begins();
}

void OpenStack::name_item() {
    if (in(Kind::bracket) && !began_before_word_) open().back().keyword = word_;
}

void OpenStack::note_statement(std::size_t at, std::size_t range_begin) {
    bool const at_margin = at == range_begin || text_[at - 1] == '\n';
    if (open().empty() && at_margin) result_.statement = static_cast<std::uint32_t>(at);
}

Unfinished OpenStack::take(std::size_t at) {
    bool const in_code = !in(Kind::string) && !in(Kind::comment);
    if (in_code && word_.end == at) result_.word = word_;
    // The word at the place is what is being written there, not an item that stands there.
    if (in(Kind::bracket) && !result_.word.empty()) open().back().item_began = began_before_word_;
    return std::move(result_);
}

Unfinished OpenReader::read(std::vector<Span> const& ranges) {
    for (Span range : ranges) {
        begin_ = at_ = range.begin;
        end_ = range.end;
        while (at_ < end_) {
            if (in(Kind::string))
                string();
            else if (in(Kind::comment))
                comment();
            else
                code();
        }
    }
    ends();
    return take(at_);
}

void OpenReader::comment() {
    auto const end = open().back().end;
    auto const stop = text_.substr(0, end_).find(end.empty() ? "\n" : end, at_);
    at_ = std::min(stop, end_);
    if (at_ >= end_) return;
    at_ += end.size();
    open().pop_back();
}

void OpenReader::push(OpenCode one, std::size_t length) {
    one.begin = static_cast<std::uint32_t>(at_);
    open().push_back(one);
    at_ = std::min(at_ + length, end_);
}

bool OpenReader::goes_on_or_ends() {
    auto const& one = open().back();
    if (peek() == '\\') {
        skip_escape();
    } else if (next_is(one.end)) {
        at_ += one.end.size();
        open().pop_back();
    } else if (peek() == '\n' && !one.spans_lines) {
        open().pop_back();  // read again, as code
    } else {
        return false;
    }
    return true;
}

void OpenReader::skip_escape() {
    at_ = std::min(at_ + (peek(1) == '\r' && peek(2) == '\n' ? 3 : 2), end_);
}

}  // namespace alyx::analyzer
