// SPDX-License-Identifier: Apache-2.0
#include "core/base/Error.h"

#include <QCoreApplication>
#include <QStringList>

namespace windsock {

QString SourcePlace::text() const
{
    QString text = file;
    if (line > 0)
        text += u':' + QString::number(line);
    if (line > 0 && column > 0)
        text += u':' + QString::number(column);
    return text;
}

Error Error::canceled()
{
    return {Code::Canceled, QCoreApplication::translate("Error", "Canceled")};
}

Error Error::badInput(const QString &what, const SourcePlace &place, const QString &todo)
{
    Error error{Code::BadInput, what};
    error.place = place;
    error.todo = todo;
    return error;
}

QString Error::report() const
{
    QStringList lines{place.isKnown() ? place.text() + QStringLiteral(": ") + what : what};
    if (!why.isEmpty())
        lines += QCoreApplication::translate("Error", "Why: %1").arg(why);
    if (!todo.isEmpty())
        lines += QCoreApplication::translate("Error", "What to do: %1").arg(todo);
    if (!evidence.isEmpty())
        lines += evidence;
    return lines.join(u'\n');
}

QString codeName(Error::Code code)
{
    switch (code) {
    case Error::Code::Canceled: return QStringLiteral("canceled");
    case Error::Code::ToolMissing: return QStringLiteral("tool-missing");
    case Error::Code::ToolFailed: return QStringLiteral("tool-failed");
    case Error::Code::Timeout: return QStringLiteral("timeout");
    case Error::Code::Network: return QStringLiteral("network");
    case Error::Code::Auth: return QStringLiteral("auth");
    case Error::Code::NotFound: return QStringLiteral("not-found");
    case Error::Code::Conflict: return QStringLiteral("conflict");
    case Error::Code::BadInput: return QStringLiteral("bad-input");
    case Error::Code::Bug: return QStringLiteral("bug");
    }
    return QStringLiteral("bug");
}

} // namespace windsock
