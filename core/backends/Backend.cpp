// SPDX-License-Identifier: Apache-2.0
#include "core/backends/Backend.h"

#include <QCoreApplication>
#include <QDir>

namespace windsock {

QString intentName(Intent intent)
{
    switch (intent) {
    case Intent::Start: return QStringLiteral("start");
    case Intent::Pause: return QStringLiteral("pause");
    case Intent::Stop: return QStringLiteral("stop");
    case Intent::Restart: return QStringLiteral("restart");
    case Intent::Reset: return QStringLiteral("reset");
    case Intent::Delete: return QStringLiteral("delete");
    }
    return {};
}

std::optional<Intent> intentFromName(const QString &name)
{
    for (Intent intent : {Intent::Start, Intent::Pause, Intent::Stop, Intent::Restart, Intent::Reset, Intent::Delete}) {
        if (intentName(intent) == name)
            return intent;
    }
    return {};
}

Error Backend::notMovable() const
{
    return {.code = Error::Code::Conflict,
            .what = QCoreApplication::translate("Backend", "A workspace cannot move between these modes"),
            .why = modeTitle(mode()),
            .todo = QCoreApplication::translate("Backend", "Delete it here, then start it there")};
}

Async<> makeFolders(const Remedy &remedy)
{
    for (const QString &folder : remedy.argument.split(u'\n', Qt::SkipEmptyParts)) {
        if (!QDir().mkpath(folder))
            return failed(Error::badInput(QCoreApplication::translate("Backend", "The folder cannot be made"), {folder}));
    }
    return ready();
}

} // namespace windsock
