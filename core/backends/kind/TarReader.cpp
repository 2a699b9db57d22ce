// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/TarReader.h"

#include <QCoreApplication>

namespace windsock {

namespace {
constexpr qsizetype block = 512;
constexpr qint64 largestExtension = 1024 * 1024;

Error notTar(const char *why)
{
    return Error{.code = Error::Code::ToolFailed,
                 .what = QCoreApplication::translate("TarReader", "The image that Docker wrote cannot be read"),
                 .why = QCoreApplication::translate("TarReader", why)};
}

QByteArray field(const QByteArray &header, qsizetype at, qsizetype length)
{
    const QByteArray raw = header.mid(at, length);
    const qsizetype end = raw.indexOf('\0');
    return end < 0 ? raw : raw.first(end);
}

// Octal text, or binary as GNU tar writes large ones; below 0: neither.
qint64 number(const QByteArray &header, qsizetype at, qsizetype length)
{
    if (uchar(header.at(at)) == 0x80) {
        qint64 value = 0;
        for (qsizetype i = at + length - 8; i < at + length; ++i)
            value = qint64(quint64(value) << 8 | uchar(header.at(i)));
        return value;
    }
    bool ok = false;
    const QByteArray text = field(header, at, length).trimmed();
    const qint64 value = text.isEmpty() ? 0 : text.toLongLong(&ok, 8);
    return ok || text.isEmpty() ? value : -1;
}

bool sumFits(const QByteArray &header)
{
    qint64 sum = 0;
    for (qsizetype i = 0; i < block; ++i)
        sum += i >= 148 && i < 156 ? ' ' : uchar(header.at(i));
    return number(header, 148, 8) == sum;
}
} // namespace

Result<> TarReader::push(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && !m_ended) {
        if (m_left > 0) {
            if (Result<> taken = takeContent(bytes); !taken)
                return taken;
            continue;
        }
        const qsizetype skipped = qsizetype(std::min<qint64>(m_padding, bytes.size()));
        m_padding -= skipped;
        bytes = bytes.sliced(skipped);
        if (m_padding > 0)
            continue;
        const qsizetype wanted = std::min(block - m_header.size(), bytes.size());
        m_header.append(bytes.first(wanted));
        bytes = bytes.sliced(wanted);
        if (m_header.size() < block)
            continue;
        if (Result<> taken = takeHeader(); !taken)
            return taken;
        m_header.clear();
    }
    return {};
}

Result<> TarReader::takeHeader()
{
    if (m_header.count('\0') == block) {
        m_ended = true;
        return {};
    }
    TarEntry entry{field(m_header, 0, 100), field(m_header, 157, 100), m_header.at(156), number(m_header, 124, 12)};
    if (!sumFits(m_header) || entry.size < 0)
        return notTar(QT_TRANSLATE_NOOP("TarReader", "It is no tar archive, or it is damaged"));
    const QByteArray prefix = field(m_header, 345, 155);
    if (m_header.mid(257, 6) == QByteArray("ustar\0", 6) && !prefix.isEmpty())
        entry.name = prefix + '/' + entry.name;
    const bool isExtension = entry.type == 'x' || entry.type == 'g' || entry.type == 'L' || entry.type == 'K';
    if (!isExtension)
        return begin(entry);
    if (entry.size > largestExtension)
        return notTar(QT_TRANSLATE_NOOP("TarReader", "One of its file names is longer than names can be"));
    m_extension = entry.type;
    m_collected.clear();
    m_left = entry.size;
    m_padding = (block - entry.size % block) % block;
    return {};
}

Result<> TarReader::begin(TarEntry entry)
{
    if (!m_longName.isEmpty())
        entry.name = std::exchange(m_longName, {});
    if (!m_longLink.isEmpty())
        entry.link = std::exchange(m_longLink, {});
    if (m_longSize >= 0)
        entry.size = std::exchange(m_longSize, -1);
    if (!entry.isFile())
        entry.size = entry.type == '5' || entry.type == '1' || entry.type == '2' ? 0 : entry.size;
    m_left = entry.size;
    m_padding = (block - entry.size % block) % block;
    m_open = entry.size > 0;
    Result<> begun = m_sink.entryBegins(entry);
    return begun && !m_open ? m_sink.entryEnds() : begun;
}

Result<> TarReader::takeContent(QByteArrayView &bytes)
{
    const QByteArrayView part = bytes.first(qsizetype(std::min<qint64>(m_left, bytes.size())));
    bytes = bytes.sliced(part.size());
    m_left -= part.size();
    if (m_extension) {
        m_collected.append(part);
        if (m_left == 0)
            finishExtension();
        return {};
    }
    if (Result<> taken = m_sink.entryBytes(part); !taken || m_left > 0)
        return taken;
    m_open = false;
    return m_sink.entryEnds();
}

void TarReader::finishExtension()
{
    const char type = std::exchange(m_extension, '\0');
    if (type == 'L')
        m_longName = field(m_collected, 0, m_collected.size());
    else if (type == 'K')
        m_longLink = field(m_collected, 0, m_collected.size());
    else if (type == 'x')
        readPax();
}

// "30 path=some/long/name\n": the length counts itself
void TarReader::readPax()
{
    for (qsizetype at = 0; at < m_collected.size();) {
        const qsizetype space = m_collected.indexOf(' ', at);
        const qsizetype length = space < 0 ? 0 : m_collected.mid(at, space - at).toLongLong();
        if (space < 0 || length <= space - at + 1 || length > m_collected.size() - at)
            return;
        const QByteArray record = m_collected.mid(space + 1, at + length - space - 2);
        const QByteArray value = record.mid(record.indexOf('=') + 1);
        if (record.startsWith("path="))
            m_longName = value;
        else if (record.startsWith("linkpath="))
            m_longLink = value;
        else if (record.startsWith("size="))
            m_longSize = std::max<qint64>(value.toLongLong(), 0);
        at += length;
    }
}

} // namespace windsock
