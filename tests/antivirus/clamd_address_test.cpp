// SPDX-License-Identifier: GPL-3.0-or-later
#include "antivirus/clamd_address.hpp"

#include <gtest/gtest.h>

namespace mizan::antivirus {
namespace {

TEST(ClamdAddress, names_a_unix_socket_by_its_absolute_path) {
  const auto address = clamd_address("unix:/run/clamav/clamd.ctl");
  ASSERT_TRUE(address);
  EXPECT_EQ(address->path, "/run/clamav/clamd.ctl");
  EXPECT_FALSE(clamd_address("unix:clamd.ctl"));
  EXPECT_FALSE(clamd_address("unix:"));
  EXPECT_TRUE(clamd_address("unix:/" + std::string(106, 'x')));
  EXPECT_FALSE(clamd_address("unix:/" + std::string(107, 'x'))) << "no socket address holds it";
}

TEST(ClamdAddress, names_a_host_and_a_port) {
  const auto address = clamd_address("tcp:av.example.ir:3310");
  ASSERT_TRUE(address);
  EXPECT_EQ(address->host, "av.example.ir");
  EXPECT_EQ(address->port, 3310);
  ASSERT_TRUE(clamd_address("tcp:[::1]:3310"));
  EXPECT_EQ(clamd_address("tcp:[::1]:3310")->host, "::1");
  for (const auto* wrong : {"tcp:host", "tcp::3310", "tcp:host:0", "tcp:host:65536", "tcp:host:33x", "tcp:::1:3310",
                            "tcp:a b:1", "host:3310", "/run/clamd.ctl", "", "off"})
    EXPECT_FALSE(clamd_address(wrong)) << wrong;
}

}  // namespace
}  // namespace mizan::antivirus
