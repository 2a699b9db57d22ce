// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Output.h"

#include "core/cluster/RunRecord.h"

#include <QJsonDocument>

#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

namespace windsock {

namespace {
void put(FILE *file, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file);
    std::fflush(file);
}
// Wide East Asian characters take two cells; close enough for aligning short words.
int cells(const QString &text)
{
    int count = 0;
    for (const QChar c : text)
        count += c.unicode() >= 0x1100
                         && (c.unicode() <= 0x115f || (c.unicode() >= 0x2e80 && c.unicode() <= 0xd7a3)
                             || (c.unicode() >= 0xff00 && c.unicode() <= 0xff60))
                     ? 2
                     : 1;
    return count;
}
} // namespace

Output::Output(bool json)
    : m_json(json), m_errIsTerminal(isatty(STDERR_FILENO) && qgetenv("TERM") != "dumb"),
      m_colour(m_errIsTerminal && qEnvironmentVariableIsEmpty("NO_COLOR"))
{}

void Output::line(const QString &text) const
{
    if (!m_json)
        put(stdout, text.toUtf8() + '\n');
}

void Output::json(const QJsonObject &object) const
{
    if (!m_json)
        return;
    const QJsonDocument document(object);
    put(stdout, m_lines ? document.toJson(QJsonDocument::Compact) + '\n' : document.toJson(QJsonDocument::Indented));
}

void Output::table(const QList<QStringList> &rows) const
{
    QList<int> widths;
    for (const QStringList &row : rows) {
        for (int at = 0; at < row.size(); ++at) {
            if (at == widths.size())
                widths += 0;
            widths[at] = std::max(widths[at], cells(row[at]));
        }
    }
    for (const QStringList &row : rows) {
        QString text;
        for (int at = 0; at < row.size(); ++at)
            text += at + 1 == row.size() ? row[at] : row[at] + QString(widths[at] - cells(row[at]) + 2, u' ');
        line(text);
    }
}

void Output::progress(const QString &text) const
{
    put(stderr, (m_errIsTerminal ? QByteArray("\r\x1b[K") : QByteArray()) + text.toUtf8() + '\n');
}

void Output::transient(const QString &text) const
{
    if (!m_errIsTerminal)
        return;
    winsize size{};
    const int width = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col : 80;
    QString fits = text;
    while (cells(fits) >= width)
        fits.chop(1);
    put(stderr, "\r\x1b[K" + fits.toUtf8());
}

void Output::error(const Error &error) const
{
    if (m_json)
        json(QJsonObject{{"error", toJson(error)}});
    if (error.isCancel())
        return progress(error.what);
    progress(toned(QStringLiteral("error: "), Tone::Bad) + error.report());
}

void Output::raw(QByteArrayView bytes) const
{
    put(stdout, bytes.toByteArray());
}

QString Output::toned(const QString &text, Tone tone) const
{
    const char *code = nullptr;
    switch (tone) {
    case Tone::Plain: break;
    case Tone::Good: code = "32"; break;
    case Tone::Warning: code = "33"; break;
    case Tone::Bad: code = "31"; break;
    case Tone::Dim: code = "2"; break;
    }
    if (!m_colour || !code)
        return text;
    return QStringLiteral("\x1b[") + QLatin1String(code) + u'm' + text + QStringLiteral("\x1b[0m");
}

} // namespace windsock
