// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/YamlText.h"

#include <QCoreApplication>
#include <QList>
#include <QStringDecoder>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("YamlText", text);
}

// YAML 1.2, 5.1: of the C0 controls only tab, line feed and carriage return may stand in a file.
bool isForbidden(char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    return (code < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || code == 0x7f;
}

// The length of the UTF-8 sequence that starts here, 0 where it is none (RFC 3629: no surrogates, nothing overlong).
int sequenceLength(const QByteArray &text, qsizetype at)
{
    const auto byte = [&text](qsizetype i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const unsigned lead = byte(at);
    if (lead < 0x80)
        return 1;
    const int length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
    for (int i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xc0) != 0x80)
            return 0;
    }
    const unsigned second = byte(at + 1);
    const bool overlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
    const bool outside = (lead == 0xed && second > 0x9f) || (lead == 0xf4 && second > 0x8f);
    return overlong || outside ? 0 : length;
}

Error notText(const QByteArray &text, const QString &name, qsizetype at)
{
    Error error = Error::badInput(tr("The file is not valid UTF-8 text"), placeOfOffset(text, name, at));
    error.why = tr("Byte 0x%1 does not belong here").arg(static_cast<unsigned char>(text[at]), 2, 16, QLatin1Char('0'));
    error.todo = tr("Save the file as UTF-8");
    return error;
}
} // namespace

Result<QByteArray> checkedText(const QByteArray &bytes, const QString &name)
{
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return Error::badInput(tr("The file is UTF-16, not UTF-8"), {name, 1, 1}, tr("Save the file as UTF-8"));
    const QByteArray text = bytes.startsWith("\xef\xbb\xbf") ? bytes.mid(3) : bytes;
    for (qsizetype at = 0; at < text.size();) {
        const int length = sequenceLength(text, at);
        if (length == 0)
            return notText(text, name, at);
        if (length == 1 && isForbidden(text[at])) {
            const QString code = QString::number(static_cast<unsigned char>(text[at]), 16).rightJustified(2, u'0');
            return Error::badInput(tr("The control character 0x%1 may not stand in a YAML file").arg(code), placeOfOffset(text, name, at),
                                   tr("Delete it, or check that this is a text file"));
        }
        if (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'))
            return Error::badInput(tr("A carriage return stands here without a line feed"), placeOfOffset(text, name, at),
                                   tr("Save the file with the line ends of Linux or of Windows"));
        // Left where files were joined; QString::fromUtf8 drops it in front, and no editor shows it.
        if (length == 3 && QByteArrayView(text).sliced(at).startsWith("\xef\xbb\xbf"))
            return Error::badInput(tr("An invisible byte order mark stands inside the file"), placeOfOffset(text, name, at),
                                   tr("Delete it"));
        at += length;
    }
    return text;
}

SourcePlace placeAt(const QByteArray &text, const QString &name, int line, int byteColumn)
{
    const QByteArray before = lineOf(text, line).left(byteColumn);
    return {name, line + 1, static_cast<int>(QString::fromUtf8(before).toUcs4().size()) + 1};
}

SourcePlace placeOfOffset(const QByteArray &text, const QString &name, qsizetype offset)
{
    const auto line = static_cast<int>(QByteArrayView(text).first(offset).count('\n'));
    const qsizetype lineStart = offset == 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
    return placeAt(text, name, line, static_cast<int>(offset - lineStart));
}

QByteArray lineOf(const QByteArray &text, int line)
{
    qsizetype start = 0;
    for (int i = 0; i < line; ++i) {
        start = text.indexOf('\n', start) + 1;
        if (start == 0)
            return {};
    }
    qsizetype end = text.indexOf('\n', start);
    end = end < 0 ? text.size() : end;
    return text.mid(start, end > start && text[end - 1] == '\r' ? end - 1 - start : end - start);
}

// Not a parser: quotes count where YAML lets one begin, comments are skipped, block scalars are read as if they were
// plain text. Only asked when a parser has already refused the file, to point at the likely culprit.
OpenThing lastOpenThing(const QByteArray &text)
{
    QList<OpenThing> open;
    char quote = 0;
    qsizetype quoteAt = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char before = i > 0 ? text[i - 1] : '\n';
        if (quote != 0) {
            if (c == '\\' && quote == '"')
                ++i;
            else if (c == quote)
                quote = 0;
        } else if ((c == '"' || c == '\'') && QByteArrayView(" \t\n[{,:").contains(before)) {
            quote = c;
            quoteAt = i;
        } else if (c == '#' && QByteArrayView(" \t\n").contains(before)) {
            const qsizetype end = text.indexOf('\n', i);
            i = end < 0 ? text.size() : end;
        } else if ((c == '[' || c == '{') && (!open.isEmpty() || QByteArrayView(" \t\n[{,:").contains(before))) {
            open.append({c, i});
        } else if ((c == ']' || c == '}') && !open.isEmpty()) {
            open.removeLast();
        }
    }
    if (quote != 0)
        return {quote, quoteAt};
    return open.isEmpty() ? OpenThing{} : open.last();
}

} // namespace windsock
