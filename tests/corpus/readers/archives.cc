// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/corpus/readers/archives.h"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <cstdio>

namespace sinodex::testing {
namespace {

std::string padded(std::size_t offset) {
    char text[11];
    std::snprintf(text, sizeof text, "%010zu", offset);
    return text;
}

// Numbers the objects from 1, and adds what lets a reader find them. The first is the root, the
// last the information.
std::string pdf_of_objects(const std::vector<std::string>& objects) {
    std::string file = "%PDF-1.4\n";
    std::string table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += padded(file.size()) + " 00000 n \n";
        file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string size = std::to_string(objects.size() + 1);
    const std::string begin = std::to_string(file.size());
    file += "xref\n0 " + size + "\n0000000000 65535 f \n" + table;
    file += "trailer\n<< /Size " + size + " /Root 1 0 R /Info " + std::to_string(objects.size()) +
            " 0 R >>\nstartxref\n" + begin + "\n%%EOF\n";
    return file;
}

std::string stream_of(const std::string& content, const std::string& dictionary) {
    return "<< /Length " + std::to_string(content.size()) + ' ' + dictionary + " >>\nstream\n" +
           content + "\nendstream";
}

std::string drawing_of(const std::vector<PdfWords>& page) {
    std::string content = "BT\n";
    for (const PdfWords& words : page) {
        content += "/F1 " + std::to_string(words.size) + " Tf 1 0 0 1 " + std::to_string(words.x) +
                   ' ' + std::to_string(words.y) + " Tm (" + words.text + ") Tj\n";
    }
    return content + "ET";
}

std::string pdf_of_streams(const std::vector<std::string>& streams, const std::string& info) {
    std::string kids;
    std::vector<std::string> drawn;
    for (std::size_t i = 0; i < streams.size(); ++i) {
        kids += std::to_string(4 + 2 * i) + " 0 R ";
        drawn.push_back(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font "
            "<< /F1 3 0 R >> >> /Contents " +
            std::to_string(5 + 2 * i) + " 0 R >>");
        drawn.push_back(streams[i]);
    }
    std::vector<std::string> objects = {
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(streams.size()) + " >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"};
    objects.insert(objects.end(), drawn.begin(), drawn.end());
    objects.push_back("<< " + info + " >>");
    return pdf_of_objects(objects);
}

}  // namespace

std::string gzipped(const std::string& text) {
    z_stream zlib{};
    deflateInit2(&zlib, 9, Z_DEFLATED, 16 + MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    std::string input = text;
    std::string output(text.size() + 1000, '\0');
    zlib.next_in = reinterpret_cast<Bytef*>(input.data());
    zlib.avail_in = static_cast<uInt>(input.size());
    zlib.next_out = reinterpret_cast<Bytef*>(output.data());
    zlib.avail_out = static_cast<uInt>(output.size());
    EXPECT_EQ(deflate(&zlib, Z_FINISH), Z_STREAM_END);
    output.resize(zlib.total_out);
    deflateEnd(&zlib);
    return output;
}

std::string zipped(const std::vector<std::pair<std::string, std::string>>& files,
                   const char* password) {
    std::size_t size = 4096;
    for (const auto& [name, content] : files) size += 2 * name.size() + content.size() + 1024;
    std::string package(size, '\0');
    std::size_t used = 0;
    archive* writer = archive_write_new();
    archive_write_set_format_zip(writer);
    if (password != nullptr) {
        archive_write_set_options(writer, "zip:encryption=traditional");
        archive_write_set_passphrase(writer, password);
    }
    EXPECT_EQ(archive_write_open_memory(writer, package.data(), package.size(), &used), ARCHIVE_OK);
    for (const auto& [name, content] : files) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        EXPECT_EQ(archive_write_header(writer, entry), ARCHIVE_OK);
        EXPECT_EQ(archive_write_data(writer, content.data(), content.size()),
                  static_cast<la_ssize_t>(content.size()));
        archive_entry_free(entry);
    }
    EXPECT_EQ(archive_write_close(writer), ARCHIVE_OK);
    archive_write_free(writer);
    package.resize(used);
    return package;
}

std::string pdf_of(const std::vector<std::vector<PdfWords>>& pages, const std::string& info) {
    std::vector<std::string> streams;
    for (const auto& page : pages) streams.push_back(stream_of(drawing_of(page), ""));
    return pdf_of_streams(streams, info);
}

std::string pdf_drawn_by(const std::string& content, const std::string& dictionary,
                         const std::string& info) {
    return pdf_of_streams({stream_of(content, dictionary)}, info);
}

}  // namespace sinodex::testing
