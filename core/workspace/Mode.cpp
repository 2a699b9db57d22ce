// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/Mode.h"

#include <QCoreApplication>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Mode", text);
}
} // namespace

QString modeName(Mode mode)
{
    switch (mode) {
    case Mode::Kind: return QStringLiteral("kind");
    case Mode::Standalone: return QStringLiteral("standalone");
    case Mode::Auto: return QStringLiteral("auto");
    }
    return {};
}

std::optional<Mode> modeFromName(const QString &name)
{
    for (const Mode mode : allModes()) {
        if (modeName(mode) == name)
            return mode;
    }
    return {};
}

const QList<Mode> &allModes()
{
    static const QList<Mode> modes{Mode::Kind, Mode::Standalone, Mode::Auto};
    return modes;
}

const QList<Mode> &placesToRun()
{
    static const QList<Mode> modes{Mode::Kind, Mode::Standalone};
    return modes;
}

QString modeTitle(Mode mode)
{
    switch (mode) {
    case Mode::Kind: return tr("On Kubernetes in Docker");
    case Mode::Standalone: return tr("Without containers");
    case Mode::Auto: return tr("Whatever this computer has");
    }
    return {};
}

QString modeSummary(Mode mode)
{
    switch (mode) {
    case Mode::Kind: return tr("A kind cluster with the Helm chart: almost what dev and prod run. Starts in about a minute.");
    case Mode::Standalone:
        return tr("Airflow as programs of this computer: needs no Docker and starts in seconds; only the first start takes longer. What "
                  "needs Kubernetes in the files is listed and left out.");
    case Mode::Auto: return tr("On Kubernetes where a container engine is there, else without containers.");
    }
    return {};
}

QString modeRemark(Mode mode)
{
    return mode == Mode::Standalone ? tr("without containers") : QString();
}

} // namespace windsock
