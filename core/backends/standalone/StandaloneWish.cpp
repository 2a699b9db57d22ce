// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/StandaloneWish.h"

#include "core/backends/standalone/AirflowRuntime.h"
#include "core/backends/standalone/PrepareInput.h"
#include "core/workspace/ClusterOnlyKeys.h"
#include "core/workspace/HelmValues.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QThread>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("StandaloneWish", text);
}

// What the images of both charts bring and a local run needs: the database's driver, what the Kubernetes and Vault pages' DAGs
// import, and for Airflow 3 the users of the chart.
QStringList extrasOf(bool isAirflow3)
{
    QStringList extras{QStringLiteral("cncf-kubernetes"), QStringLiteral("hashicorp"), QStringLiteral("postgres")};
    if (isAirflow3)
        extras += QStringLiteral("fab");
    return extras;
}

QList<RequirementLine> linesOf(const QList<PipLine> &lines)
{
    QList<RequirementLine> made;
    for (const PipLine &line : lines)
        made += RequirementLine{line.text, line.place, line.content};
    return made;
}

// In the order of the files, and of their lines.
void sortByPlace(QList<LeftOut> &list)
{
    std::stable_sort(list.begin(), list.end(), [](const LeftOut &a, const LeftOut &b) {
        return std::tie(a.place.file, a.place.line, a.place.column) < std::tie(b.place.file, b.place.line, b.place.column);
    });
}
} // namespace

Result<StandaloneWish> StandaloneWish::of(const Workspace &workspace)
{
    if (workspace.airflowVersion().isEmpty())
        return Error{.code = Error::Code::BadInput,
                     .what = tr("The workspace does not say which Airflow it wants"),
                     .why = tr("Neither the Dockerfile's FROM line nor the image tag in the values is a version"),
                     .todo = tr("Write FROM apache/airflow:2.10.5 into the Dockerfile, or the tag into the values"),
                     .rule = QStringLiteral("airflow.version")};
    const auto airflow = airflowFacts(workspace.airflowVersion());
    if (!airflow)
        return airflow.error();
    StandaloneWish wish;
    wish.airflow = *airflow;
    wish.packages = PipInstalls::of(workspace);
    wish.settings = AirflowSettings::of(workspace, wish.packages.environment);
    wish.objects = AirflowObjects::of(workspace, wish.settings);
    wish.files = AirflowFiles::of(workspace);
    wish.folders = WorkspaceFolders::of(workspace);
    wish.hasTriggerer = wantsTriggerer(workspace);
    wish.leftOut = wish.packages.leftOut + wish.settings.leftOut + wish.objects.leftOut + wish.files.leftOut + clusterOnlyKeys(workspace)
                   + cappedSettings(wish.settings, QThread::idealThreadCount());
    sortByPlace(wish.leftOut);
    if (const Result<> fine = checkRequirements(wish.specFor(wish.airflow.release.image)); !fine)
        return fine.error();
    return wish;
}

bool StandaloneWish::wantsTriggerer(const Workspace &workspace)
{
    return helmTruth(workspace.mergedValues(), {"triggerer", "enabled"}, true);
}

EnvironmentSpec StandaloneWish::specFor(const PythonVersion &python) const
{
    return {.airflow = airflow.asked,
            .python = python,
            .extras = extrasOf(isAirflow3()),
            .image = linesOf(packages.image),
            .requirements = linesOf(packages.added)};
}

QString StandaloneWish::objectsFingerprint() const
{
    const auto input = prepareInput(*this, {});
    return input->reveal([](QByteArrayView bytes) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(bytes);
        return QString::fromLatin1(hash.result().toHex().left(16));
    });
}

} // namespace windsock
