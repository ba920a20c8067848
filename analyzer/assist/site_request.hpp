// The request that a site sends, understood, with the places of its words in the script.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "analyzer/analyze/client_call.hpp"
#include "analyzer/outcome/outcome.hpp"

namespace alyx::analyzer {

/// Texts of the client's arguments, the request that is made of them, and what the service makes of that. Pairs that
/// the client itself appends to the query are left out. The site must outlive it; not to be moved.
class SiteRequest {
  public:
    explicit SiteRequest(Site const& site);
    SiteRequest(SiteRequest const&) = delete;
    SiteRequest& operator=(SiteRequest const&) = delete;

    Site const& site() const { return site_; }
    /// What the client does; of a declared query only the endpoint.
    ClientOutcome const& client() const { return client_; }
    Endpoint const* endpoint() const { return client_.endpoint; }
    bool sends_list() const { return client_.sends_list && client_.endpoint; }
    /// Without an endpoint there are no parameters in it.
    Outcome const& outcome() const { return outcome_; }

    /// Bytes of a parameter's (stripped) value; nothing where the script makes them, or where they stand in several
    /// literals.
    std::optional<Place> place(std::uint32_t parameter, Span span) const;
    /// The argument of the site that the parameter comes from.
    SiteArgument const& argument(std::uint32_t parameter) const { return site_.arguments[arguments_[parameter]]; }

  private:
    Site const& site_;
    ClientCall call_;
    ClientOutcome client_;
    std::vector<std::uint32_t> arguments_;
    std::vector<FoldedText> texts_;
    std::vector<std::vector<Hole>> holes_;
    Request request_;
    Outcome outcome_;

    void add(std::uint32_t argument, std::string_view parameter);
};

}  // namespace alyx::analyzer
