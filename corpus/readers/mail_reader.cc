// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmime/gmime.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/readers/dates.h"
#include "corpus/readers/decoding.h"
#include "corpus/readers/formats.h"
#include "corpus/readers/html_page.h"
#include "corpus/readers/html_text.h"
#include "corpus/readers/read_article.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <typename Object>
using Owned = std::unique_ptr<Object, Unref>;

std::string string_of(const char* text) {
    return text == nullptr ? std::string() : decode_utf8(text).text;
}

Owned<GMimeMessage> parsed_message(const std::string& bytes) {
    [[maybe_unused]] static const bool started = (g_mime_init(), true);
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    if (message != nullptr && message->mime_part != nullptr) return message;
    throw UnreadableDocument(SkipReason::malformed, "not a message");
}

// The name of who sent it, or the address.
void read_sender(GMimeMessage* message, Article& article) {
    InternetAddressList* senders = g_mime_message_get_from(message);
    if (senders == nullptr || internet_address_list_length(senders) < 1) return;
    InternetAddress* sender = internet_address_list_get_address(senders, 0);
    const std::string name = one_line(string_of(internet_address_get_name(sender)));
    std::string address;
    if (INTERNET_ADDRESS_IS_MAILBOX(sender)) {
        address = string_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(sender)));
    }
    article.author = name.empty() ? one_line(address) : name;
    const std::size_t at = address.rfind('@');
    if (at != std::string::npos) article.source = one_line(address.substr(at + 1));
}

// The day at the place of the sender.
std::string date_of(GMimeMessage* message) {
    GDateTime* moment = g_mime_message_get_date(message);
    if (moment == nullptr) return "";
    gint year = 0;
    gint month = 0;
    gint day = 0;
    g_date_time_get_ymd(moment, &year, &month, &day);
    return normalised_date(std::to_string(year) + '-' + std::to_string(month) + '-' +
                           std::to_string(day));
}

std::string url_of(GMimeMessage* message) {
    const std::string header =
        string_of(g_mime_object_get_header(GMIME_OBJECT(message), "Archived-At"));
    const std::string_view url = trimmed(header);
    const bool bracketed = url.starts_with('<') && url.ends_with('>');
    return one_line(bracketed ? url.substr(1, url.size() - 2) : url);
}

// The texts of a message, attachments left out.
struct MailText {
    std::string plain;
    std::string html;
    std::size_t replaced = 0;
    bool encrypted = false;

    void add(GMimeObject* object);
    void add_text(GMimePart* part, std::string& text);
};

void MailText::add(GMimeObject* object) {
    encrypted = encrypted || GMIME_IS_MULTIPART_ENCRYPTED(object) ||
                GMIME_IS_APPLICATION_PKCS7_MIME(object);
    if (!GMIME_IS_PART(object) || g_mime_part_is_attachment(GMIME_PART(object)) != 0) return;
    GMimeContentType* type = g_mime_object_get_content_type(object);
    if (g_mime_content_type_is_type(type, "text", "plain") != 0) {
        add_text(GMIME_PART(object), plain);
    } else if (g_mime_content_type_is_type(type, "text", "html") != 0) {
        add_text(GMIME_PART(object), html);
    }
}

void MailText::add_text(GMimePart* part, std::string& text) {
    GMimeDataWrapper* content = g_mime_part_get_content(part);
    if (content == nullptr) return;
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    if (g_mime_data_wrapper_write_to_stream(content, stream.get()) < 0) return;
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    const std::string charset =
        string_of(g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset"));
    Decoded decoded = decode({reinterpret_cast<const char*>(bytes->data), bytes->len}, charset);
    replaced += decoded.replaced + clean(decoded.text);
    if (!text.empty()) text += "\n\n";
    text += decoded.text;
}

MailText texts_of(GMimeMessage* message) {
    MailText texts;
    g_mime_message_foreach(
        message,
        [](GMimeObject*, GMimeObject* part, gpointer found) {
            static_cast<MailText*>(found)->add(part);
        },
        &texts);
    return texts;
}

// Whether a message is too short for what it says: newsletters send a link to themselves as text.
bool is_stub(std::string_view plain) {
    constexpr std::size_t kShort = 300;  // bytes
    return plain.size() < kShort;
}

// A signature, which stands below its mark, is no content.
void mark_signature(Article& article) {
    constexpr std::string_view kMark = "\n-- \n";
    const std::size_t at = article.text.rfind(kMark);
    if (at == std::string::npos) return;
    article.debris.push_back(
        {static_cast<std::uint32_t>(at + 1), static_cast<std::uint32_t>(article.text.size())});
}

}  // namespace

void read_mail(Article& article, std::string bytes) {
    const Owned<GMimeMessage> message = parsed_message(bytes);
    article.title = one_line(string_of(g_mime_message_get_subject(message.get())));
    article.date = date_of(message.get());
    const std::string url = url_of(message.get());
    if (!url.empty()) article.url = url;
    read_sender(message.get(), article);
    MailText texts = texts_of(message.get());
    if (texts.encrypted && blank(texts.plain) && blank(texts.html)) {
        throw UnreadableDocument(SkipReason::unreadable, "the message is encrypted");
    }
    article.replaced_bytes = texts.replaced;
    article.encoding = "UTF-8";
    const std::string html = is_stub(texts.plain) && !blank(texts.html)
                                 ? main_text(HtmlPage(texts.html), article.title)
                                 : "";
    if (html.size() > texts.plain.size() * 3) {
        article.text = html;
    } else {
        article.text = std::move(texts.plain);
        mark_signature(article);
    }
}

}  // namespace sinodex
