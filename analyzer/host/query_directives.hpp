// The comments of code that declare a text to be a query: `# alyx: sessions`, `// alyx: sessions`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/fold/ir_statements.hpp"
#include "analyzer/text/unit.hpp"

namespace alyx::analyzer {

/// Those of one fragment.
class QueryDirectives {
  public:
    QueryDirectives() = default;
    QueryDirectives(Source const& source, std::uint32_t index) : source_(&source), index_(index) {}

    /// Takes the comment in if it is one. They come in the order of the text.
    void add(Span comment);
    bool empty() const { return comments_.empty(); }
    /// A directive stands behind the statement or within it, or alone on the line before.
    std::optional<ir::Directive> of(Span statement) const;

    /// One that `of` may find for a statement or one within it.
    struct Near {
        std::uint32_t offset = 0;  ///< from the statement's begin, modulo 2^32
        std::uint32_t rows = 0;    ///< likewise
        bool alone = false;
        std::string text;
        friend bool operator==(Near const&, Near const&) = default;
    };
    std::vector<Near> near(Span statement) const;

  private:
    struct Comment {
        Span text;  ///< what stands behind `alyx:`
        std::uint32_t row = 0;
        bool alone = false;
    };
    struct Rows {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        bool concern(Comment const& comment) const;
    };
    Rows rows(Span statement) const { return {source_->row(statement.begin), source_->row(statement.end)}; }

    Source const* source_ = nullptr;
    std::uint32_t index_ = 0;
    std::vector<Comment> comments_;
};

}  // namespace alyx::analyzer
