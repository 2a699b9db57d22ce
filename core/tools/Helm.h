// SPDX-License-Identifier: Apache-2.0
// What we tell Helm 3, and what it answers in JSON. Every command names the cluster, the namespace and Helm's own folders.
#pragma once

#include "core/base/Result.h"
#include "core/process/Command.h"
#include "core/tools/KubeTarget.h"
#include "core/tools/Version.h"

#include <QDateTime>
#include <QList>
#include <QPair>

namespace windsock::helm {

struct Place
{
    KubeTarget target;
    QString nameSpace;
    QString home; // Helm's cache, config and data below it; never the user's own
};

struct Chart
{
    QString name;    // in the repository, or an absolute path
    QString repo;    // https://… with an index, or oci://… of a registry; empty for a path
    QString version; // empty: the newest
};

struct UpgradeRequest
{
    Place place;
    QString release;
    Chart chart;
    QStringList valuesFiles = {};                // absolute, later ones win
    QList<QPair<QString, QString>> strings = {}; // --set-string: path and value; the value may hold anything
    QString postRenderer = {};                   // absolute path of a program
    QStringList postRendererArgs = {};
    QList<QPair<QString, QString>> labels = {}; // on the release record, not on objects (Helm ≥ 3.13)
    bool createNamespace = true;
};
// Never with --wait: Airflow's migrations may run as a hook that comes after it, and pods wait for migrations.
Command upgradeInstall(const UpgradeRequest &request);
Command renderTemplate(const UpgradeRequest &request); // the manifests, without a cluster
Command showValues(const Place &place, const Chart &chart);
Command pull(const Place &place, const Chart &chart, const QString &folder);
Command status(const Place &place, const QString &release);
Command values(const Place &place, const QString &release); // user-supplied only, JSON
Command list(const Place &place);                           // all states
Command rollback(const Place &place, const QString &release, int revision);
Command uninstall(const Place &place, const QString &release);
Command version();
// As post-renderers: Helm 4 takes them as plugins only (helm.sh/docs/overview, "Post-renderers as plugins").
bool takesPrograms(const Version &version);

struct Release
{
    QString name, nameSpace;
    int revision = 0;
    QString status; // "deployed", "failed", "pending-install", …
    QString chart;  // "airflow-8.9.0"; empty in the answer of `status`
    QString appVersion;
    QDateTime updated;
    bool isPending() const { return status.startsWith(QLatin1String("pending-")); } // left behind by a killed Helm, or at work
    bool isDeployed() const { return status == QLatin1String("deployed"); }
};
Result<QList<Release>> parseList(const QByteArray &json);
Result<Release> parseStatus(const QByteArray &json); // also of `upgrade --output json`

} // namespace windsock::helm
