// Hostile glTF, as .glb and as .gltf.
#include "hostile/authored.hpp"
#include "hostile/corpus.hpp"

#include <cmath>
#include <cstring>

#include <sys/stat.h>
#include <unistd.h>

namespace hostile {

namespace {

// 24 vertices in 288 bytes, 108 corners in 432.
const Surface small = tube(6, 3);

// A .glb with one piece of its JSON another.
HostileFile changed(const std::string& name, const std::string& piece,
                    const std::function<std::string()>& other, const std::string& said)
{
    return {"glb_" + name,
            [=](const fs::path& folder) {
                const std::string json = with(gltf_json_of(small), piece, other());
                return write(folder / "a.glb", glb_of_chunks(json, gltf_buffer_of(small)));
            },
            said, false};
}

HostileFile changed(const std::string& name, const std::string& piece, const std::string& other,
                    const std::string& said)
{
    return changed(name, piece, [=] { return other; }, said);
}

HostileFile with_float(const std::string& name, float value)
{
    return {"glb_" + name,
            [value](const fs::path& folder) {
                std::string buffer = gltf_buffer_of(small);
                std::memcpy(buffer.data() + 12, &value, sizeof value);
                return write(folder / "a.glb", glb_of_chunks(gltf_json_of(small), buffer));
            },
            "not finite or absurdly far", false};
}

// A .gltf whose buffer is named by `uri`; `beside` puts something into its folder first.
HostileFile with_uri(const std::string& name, const std::string& uri,
                     std::function<void(const fs::path&)> beside = nullptr)
{
    return {"gltf_buffer_" + name,
            [=](const fs::path& folder) {
                const fs::path inner = folder / "model";
                fs::create_directories(inner);
                write(folder / "outside.bin", gltf_buffer_of(small));
                if (beside)
                    beside(inner);
                return write(inner / "a.gltf", gltf_json_of(small, uri));
            },
            "names a buffer", false};
}

std::string chain_of_nodes(std::size_t length)
{
    std::string chain = R"(,"children":[1]})";
    for (std::size_t i = 1; i < length; ++i)
        chain += R"(,{"children":[)" + std::to_string(i + 1) + "]}";
    return chain + R"(,{"mesh":0})";
}

std::vector<HostileFile> lying_numbers()
{
    std::vector<HostileFile> all;
    const std::string view = R"({"buffer":0,"byteOffset":288,"byteLength":432})";
    int number = 0;
    for (const char* near_2_64 : {"18446744073709551608", "18446744073709551328",
                                  "18446744073709551615", "9223372036854775808"}) {
        const std::string end = std::to_string(++number);
        all.push_back(changed("view_offset_near_2_64_" + end, view,
                              R"({"buffer":0,"byteLength":432,"byteOffset":)" +
                                  std::string(near_2_64) + "}",
                              "outside a buffer"));
        all.push_back(changed("view_length_near_2_64_" + end, view,
                              R"({"buffer":0,"byteOffset":288,"byteLength":)" +
                                  std::string(near_2_64) + "}",
                              "outside a buffer"));
        all.push_back(changed("accessor_offset_near_2_64_" + end, R"("componentType":5125)",
                              R"("componentType":5125,"byteOffset":)" + std::string(near_2_64),
                              "outside a buffer"));
        all.push_back(changed("count_near_2_64_" + end, R"("count":24)",
                              R"("count":)" + std::string(near_2_64), "vertices"));
    }
    all.push_back(changed("count_that_overflows_32_bits", R"("count":24)", R"("count":357913942)",
                          "vertices"));
    all.push_back(changed("index_count_over_its_view", R"("count":108)", R"("count":109)",
                          "outside a buffer"));
    all.push_back(changed("negative_offset", R"("byteOffset":288)", R"("byteOffset":-288)",
                          "no whole number"));
    all.push_back(changed("fraction_as_offset", R"("byteOffset":288)", R"("byteOffset":2.88e2)",
                          "no whole number"));
    all.push_back(changed("text_as_count", R"("count":24)", R"("count":"24")", "no whole number"));
    all.push_back(changed("stride_of_nothing", R"("byteOffset":288)",
                          R"("byteStride":0,"byteOffset":288)", "stride"));
    all.push_back(changed("matrix_of_one_number", "\"mesh\":0,", "\"mesh\":0,\"matrix\":[1],",
                          "16 numbers"));
    all.push_back(changed("scale_without_end", "\"mesh\":0,", "\"mesh\":0,\"scale\":[1e300,1,1],",
                          "not finite or absurdly far"));
    all.push_back(with_float("position_nan", std::nanf("")));
    all.push_back(with_float("position_infinite", HUGE_VALF));
    all.push_back(with_float("position_absurd", 1e30f));
    all.push_back({"glb_corner_that_is_not_there",
                   [](const fs::path& folder) {
                       Surface wrong = small;
                       wrong.corners.back() = 0xffffffff;
                       return write(folder / "a.glb", glb_of(wrong));
                   },
                   "vertex that is not there", false});
    return all;
}

std::vector<HostileFile> lying_trees()
{
    std::vector<HostileFile> all;
    all.push_back(changed("node_in_itself", "\"mesh\":0,", "\"mesh\":0,\"children\":[0],",
                          "in two places"));
    all.push_back(changed("nodes_60000_deep", "}],\"meshes\"",
                          [] { return chain_of_nodes(60'000) + "],\"meshes\""; }, "nests nodes"));
    all.push_back(changed("nodes_without_a_root", R"("scene":0,"scenes":[{"nodes":[0]}],)", "",
                          ""));
    all.back().is_read = true;  // then every node that is nobody's child is one
    all.push_back(changed("node_that_is_not_there", R"("scenes":[{"nodes":[0]}])",
                          R"("scenes":[{"nodes":[4294967295]}])", "not there"));
    for (const char* bracket : {"[", "{\"a\":"}) {
        const std::string name = *bracket == '[' ? "brackets" : "braces";
        all.push_back(changed("two_million_" + name, R"("scene":0)",
                              [=] {
                                  return R"("extras":)" + repeated(bracket, 2'000'000) +
                                         R"(,"scene":0)";
                              },
                              "nests brackets"));
        all.push_back({"gltf_two_million_" + name,
                       [=](const fs::path& folder) {
                           return write(folder / "a.gltf",
                                        "{\"asset\":" + repeated(bracket, 2'000'000));
                       },
                       "nests brackets", false});
    }
    all.push_back({"gltf_of_many_values",
                   [](const fs::path& folder) {
                       return write(folder / "a.gltf",
                                    "{\"asset\":[" + repeated("1,", 12'000'000) + "1]}");
                   },
                   "five million values", false});
    all.push_back(changed("control_characters_in_a_name", "Right_radius",
                          "Right\\u001b[2J\\nradius\\u009b31m", ""));
    all.back().is_read = true;
    return all;
}

std::vector<HostileFile> lying_buffers()
{
    return {
        with_uri("by_its_whole_path", "/etc/hostname"),
        with_uri("of_another_scheme", "file:///etc/hostname"),
        with_uri("of_the_web", "http://127.0.0.1/a.bin"),
        with_uri("above", "../outside.bin"),
        with_uri("above_in_percents", "%2e%2e/outside.bin"),
        with_uri("far_above", "../../../../../../../../etc/hostname"),
        with_uri("device", "/dev/zero"),
        with_uri("link_out", "link.bin",
                 [](const fs::path& in) { fs::create_symlink("../outside.bin", in / "link.bin"); }),
        with_uri("link_to_a_device", "zero.bin",
                 [](const fs::path& in) { fs::create_symlink("/dev/zero", in / "zero.bin"); }),
        with_uri("pipe", "pipe.bin",
                 [](const fs::path& in) { mkfifo((in / "pipe.bin").c_str(), 0600); }),
        with_uri("of_400_gigabytes", "sparse.bin",
                 [](const fs::path& in) {
                     write(in / "sparse.bin", "");
                     fs::resize_file(in / "sparse.bin", std::uintmax_t{400} << 30);
                 }),
        with_uri("itself_missing", "absent.bin"),
        {"gltf_buffer_of_no_base64",
         [](const fs::path& folder) {
             return write(folder / "a.gltf",
                          gltf_json_of(small, "data:application/octet-stream;base64,????"));
         },
         "not base64", false},
        {"gltf_buffer_shorter_than_it_says",
         [](const fs::path& folder) {
             return write(folder / "a.gltf",
                          gltf_json_of(small, "data:application/octet-stream;base64,AAAA"));
         },
         "lacks bytes", false},
    };
}

}  // namespace

std::vector<HostileFile> hostile_gltf()
{
    std::vector<HostileFile> all = lying_numbers();
    for (const auto& chapter : {lying_trees, lying_buffers})
        for (HostileFile& file : chapter())
            all.push_back(std::move(file));
    return all;
}

}  // namespace hostile
