// A URL that a script sends, as a site: its endpoint, and each parameter with its decoded text.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "analyzer/analyze/site.hpp"

namespace alyx::analyzer {

/// Where the query begins (its `?`) and ends (before a `#`) in a text that is a URL; both at its end where it has none.
/// Bytes that stand for holes are neither.
Span query_of(FoldedText const& url);

/// Collects the parameters of a request from the text of its URL and from what libraries put behind it.
class UrlRequest {
  public:
    /// Of a text, the part that is a query as it is sent; it begins with its `?` or with a name.
    void add_query(FoldedText const& text, Span query);
    /// A parameter that a library encodes.
    void add(FoldedText name, FoldedText value, Place place);
    void set_open() { is_complete_ = false; }
    bool empty() const { return parameters_.empty(); }

    /// The call, with the endpoint (bytes of `url`) and the parameters as its arguments: those that the endpoint
    /// describes by themselves, and all others as lookups where the service reads such.
    Site site(Schema const& schema, FoldedText const& url, Span endpoint, Place call, Place callee) const;

  private:
    struct Parameter {
        FoldedText lead;  ///< what separates it from the one before, empty where nothing does
        FoldedText name;
        FoldedText equals;
        FoldedText value;
        Place place;
    };
    std::vector<Parameter> parameters_;
    using Literals = std::vector<std::shared_ptr<Literal const>>;
    std::shared_ptr<Literals> literals_ = std::make_shared<Literals>();  ///< the values of the site own them
    bool is_complete_ = true;

    FoldedText decoded(FoldedText const& text, Span query);
};

}  // namespace alyx::analyzer
