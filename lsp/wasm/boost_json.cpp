// Boost.JSON, compiled from its headers: there is no library of it for WebAssembly.
#include <boost/json/src.hpp>
