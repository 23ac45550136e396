// SPDX-License-Identifier: GPL-3.0-or-later
// Reads server/cmake/layers.txt and every #include of ours: no arrow but the allowed ones, no file without its two
// lines.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Arrows = std::map<std::string, std::set<std::string>>;

constexpr std::size_t k_longest_file = 500;

/// Files that may be longer, with the reason.
const std::map<std::string, std::string> k_long_files{};

/// Third-party headers and the only rooms that may include them.
const std::vector<std::pair<std::string, std::set<std::string>>> k_fences{
    {"<poppler", {"documents/reader"}},
    {"<tesseract/", {"documents/reader"}},
    {"<leptonica/", {"documents/reader"}},
    {"<ZXing/", {"documents/reader"}},
    {"<soci/", {"storage/records"}},
    {"<Poco/Net/", {"antivirus", "http", "cli"}},
    {"<libheif/", {"documents/reader"}},
    {"<libde265/", {"documents/reader"}},
    {"<zip.h>", {"criteria", "criteria/judge", "documents/reader"}},
};

/// Makes rooms of the ordered folders inside `room`; who may include the room may include them too.
void add_folders(Arrows& arrows, const std::string& room, const std::vector<std::string>& folders) {
  auto allowed = arrows.at(room);
  std::set<std::string> inside;
  for (const auto& folder : folders) inside.insert(room + "/" + folder);
  for (auto& [other, targets] : arrows)
    if (targets.contains(room)) targets.insert(inside.begin(), inside.end());
  allowed.insert(room);
  for (const auto& folder : folders) {
    arrows[room + "/" + folder] = allowed;
    allowed.insert(room + "/" + folder);
  }
}

Arrows read_arrows(std::istream& in) {
  Arrows arrows;
  std::map<std::string, std::vector<std::string>> inside;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    std::string room, target;
    words >> room;
    if (room.ends_with('/')) {
      auto& folders = inside[room.substr(0, room.size() - 1)];
      while (words >> target) folders.push_back(target);
      continue;
    }
    auto& allowed = arrows[room];
    while (words >> target) allowed.insert(target);
  }
  for (const auto& [room, folders] : inside) add_folders(arrows, room, folders);
  return arrows;
}

/// The room of a path relative to the project, or empty when it belongs to none.
std::string room_of(const std::string& path, const Arrows& arrows) {
  std::string best;
  for (const auto& [room, allowed] : arrows) {
    const bool outside = room.starts_with("storage/") || room.starts_with("plugins/");
    const std::string folder = (outside ? room : "server/" + room) + "/";
    if (path.starts_with(folder) && room.size() > best.size()) best = room;
  }
  return best;
}

std::string included_path(const std::string& written) {
  const bool outside = written.starts_with("storage/") || written.starts_with("plugins/");
  return outside ? written : "server/" + written;
}

/// Every broken rule of one file, as "path:line: what".
std::vector<std::string> broken_rules(const std::string& path, const std::string& text, const Arrows& arrows) {
  std::vector<std::string> broken;
  const std::string room = room_of(path, arrows);
  std::istringstream in(text);
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const auto place = path + ":" + std::to_string(number) + ": ";
    if (number == 1 && line.find("SPDX-License-Identifier: GPL-3.0-or-later") == std::string::npos)
      broken.push_back(place + "no SPDX line");
    if (!line.starts_with("#include ")) continue;
    const auto what = line.substr(9);
    for (const auto& [header, rooms] : k_fences)
      if (what.starts_with(header) && !rooms.contains(room)) broken.push_back(place + what + " has no business here");
    if (!what.starts_with('"') || room.empty()) continue;
    const auto target = room_of(included_path(what.substr(1, what.find('"', 1) - 1)), arrows);
    if (!target.empty() && target != room && !arrows.at(room).contains(target))
      broken.push_back(place + room + " may not include " + target);
  }
  if (number > k_longest_file && !k_long_files.contains(path))
    broken.push_back(path + ": " + std::to_string(number) + " lines; which second thing moved in?");
  return broken;
}

std::string content_of(const fs::path& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

Arrows project_arrows() {
  std::ifstream in(fs::path(MIZAN_SOURCE_DIR) / "server/cmake/layers.txt");
  return read_arrows(in);
}

TEST(Layering, every_include_follows_an_allowed_arrow) {
  const auto arrows = project_arrows();
  ASSERT_GT(arrows.size(), 10U);
  std::size_t files = 0;
  for (const auto* top : {"server", "storage", "plugins"})
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(MIZAN_SOURCE_DIR) / top)) {
      const auto path = fs::relative(entry.path(), MIZAN_SOURCE_DIR).string();
      const auto extension = entry.path().extension();
      if (path.find("node_modules") != std::string::npos ||
          (extension != ".hpp" && extension != ".cpp" && extension != ".h"))
        continue;
      ++files;
      for (const auto& rule : broken_rules(path, content_of(entry.path()), arrows)) ADD_FAILURE() << rule;
    }
  EXPECT_GT(files, 30U);
}

TEST(Layering, the_arrows_have_no_circle) {
  const auto arrows = project_arrows();
  std::set<std::string> done;
  bool moved = true;
  while (moved) {
    moved = false;
    for (const auto& [room, allowed] : arrows) {
      bool ready = !done.contains(room);
      for (const auto& target : allowed) ready = ready && done.contains(target);
      if (!ready) continue;
      done.insert(room);
      moved = true;
    }
  }
  EXPECT_EQ(done.size(), arrows.size());
}

TEST(Layering, the_check_itself_can_fail) {
  std::istringstream rows("base\nmodel base\nstorage/records base model\n");
  const auto arrows = read_arrows(rows);
  const std::string spdx = "// SPDX-License-Identifier: GPL-3.0-or-later\n";
  EXPECT_TRUE(broken_rules("server/model/a.hpp", spdx + "#include \"base/ids.hpp\"\n", arrows).empty());
  EXPECT_EQ(broken_rules("server/base/a.hpp", spdx + "#include \"model/office.hpp\"\n", arrows).size(), 1U);
  std::istringstream folder_rows("base\nflow base\nhttp flow\nflow/ first second\n");
  const auto folders = read_arrows(folder_rows);
  EXPECT_TRUE(broken_rules("server/flow/second/a.hpp", spdx + "#include \"flow/first/b.hpp\"\n", folders).empty());
  EXPECT_TRUE(broken_rules("server/http/a.hpp", spdx + "#include \"flow/first/b.hpp\"\n", folders).empty());
  EXPECT_EQ(broken_rules("server/flow/first/a.hpp", spdx + "#include \"flow/second/b.hpp\"\n", folders).size(), 1U);
  EXPECT_EQ(broken_rules("server/flow/a.hpp", spdx + "#include \"flow/first/b.hpp\"\n", folders).size(), 1U);
  EXPECT_EQ(broken_rules("server/model/a.cpp", spdx + "#include <soci/soci.h>\n", arrows).size(), 1U);
  EXPECT_EQ(broken_rules("server/model/a.cpp", "int x;\n", arrows).size(), 1U);
  EXPECT_EQ(broken_rules("server/model/a.cpp", spdx + std::string(600, '\n'), arrows).size(), 1U);
}

}  // namespace
