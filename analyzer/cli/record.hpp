// Findings as plain data, and what a run came to: all that output formats know.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/rules/rule.hpp"
#include "analyzer/text/failure.hpp"

namespace alyx::cli {

/// Row and column from 1; the column counts code points.
struct Point {
    std::uint32_t row = 1, column = 1;
    friend constexpr auto operator<=>(Point const&, Point const&) = default;
};

/// The same in a file, with the column in bytes (from 1) too.
struct FilePoint {
    std::uint32_t row = 1, column = 1, byte = 1;
    friend constexpr auto operator<=>(FilePoint const&, FilePoint const&) = default;
};

/// From `start` up to, not with, `end`.
struct Extent {
    Point start, end;
    friend constexpr auto operator<=>(Extent const&, Extent const&) = default;
};
struct FileExtent {
    FilePoint start, end;
    friend constexpr auto operator<=>(FileExtent const&, FileExtent const&) = default;
};

struct RecordPlace {
    std::string file;                   ///< as the user named it
    std::optional<std::uint32_t> cell;  ///< of a notebook, from 1 over all its cells
    Extent in_source;                   ///< in the cell, or in the file where there is no cell
    FileExtent in_file;                 ///< in the file's own text: of a notebook, in its JSON
    friend bool operator==(RecordPlace const&, RecordPlace const&) = default;
};

/// The line in which a finding begins, or what is worth showing of a long one.
struct Excerpt {
    std::string text;
    std::uint32_t column = 1;    ///< of its first character
    bool is_cut_at_end = false;  ///< the line goes on
};

struct RecordEdit {
    RecordPlace place;
    std::string content;
    /// What is to be written into the file itself: escaped as its JSON in a notebook. Nothing where the file cannot
    /// express the edit.
    std::optional<std::string> file_content;
};

struct RecordFix {
    std::string message;
    analyzer::Fix::Safety safety = analyzer::Fix::Safety::unsafe;
    std::vector<RecordEdit> edits;
};

struct RecordRelated {
    RecordPlace place;
    std::string message;
};

/// Why a finding does not count: a comment in the script, or the baseline.
struct Suppression {
    enum class Kind : std::uint8_t { in_source, baseline };
    Kind kind = Kind::in_source;
    std::string reason;  ///< as the comment gives it; may be empty
};

struct Record {
    std::string rule, name;  ///< code and name
    analyzer::Effect effect = analyzer::Effect::refused;
    analyzer::Severity severity = analyzer::Severity::error;
    RecordPlace place;
    Excerpt excerpt;
    std::string message;
    std::string help;  ///< may be empty
    std::string url;   ///< of the rule's page; empty where there is none
    std::string fingerprint;
    std::optional<analyzer::ServerAnswer> server;
    std::optional<RecordFix> fix;
    std::vector<RecordRelated> related;
    std::optional<Suppression> suppression;
};

/// Findings of one rule that were mended in one file.
struct FixedFindings {
    std::string file, rule, name;
    std::size_t count = 0;
};

struct RunResult {
    std::vector<Record> records;     ///< by file, then in the order of the text
    std::vector<Record> suppressed;  ///< in the same order
    std::vector<analyzer::Failure> failures;
    std::vector<FixedFindings> fixed;
    std::size_t files = 0;
    std::size_t queries = 0;
    std::size_t sites = 0;
    std::size_t fixes = 0;       ///< that were made
    bool counts_queries = true;  ///< false: put together from findings alone; `queries` and `sites` mean nothing

    /// Adds what another part of the run came to, behind this one's.
    void append(RunResult&& part);
};

/// `file:row:column`, or `file:cell 3:row:column` in a notebook.
std::string place_text(RecordPlace const& place);

}  // namespace alyx::cli
