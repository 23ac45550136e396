// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/gzip.hpp"

#include <Poco/DeflatingStream.h>

#include <sstream>

namespace mizan::http {

std::string gzip(std::string_view bytes, Effort effort) {
  std::ostringstream out;
  Poco::DeflatingOutputStream deflate(out, Poco::DeflatingStreamBuf::STREAM_GZIP, effort == Effort::quick ? 1 : 9);
  deflate.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  deflate.close();
  return out.str();
}

}  // namespace mizan::http
