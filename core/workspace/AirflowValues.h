// SPDX-License-Identifier: Apache-2.0
// What the merged values of either Airflow chart say about the image, the login, the executor and the mounts.
// The charts' defaults stand in for absent keys (airflow-helm 8.x, apache-airflow 1.x).
#pragma once

#include "core/workspace/Workspace.h"

#include <QList>
#include <QString>

namespace windsock {

inline constexpr char communityRepo[] = "https://airflow-helm.github.io/charts";
inline constexpr char communityVersion[] = "8.9.0";
inline constexpr char officialRepo[] = "https://airflow.apache.org";
inline constexpr char officialVersion[] = "1.22.0";

// By repository, else by the shape of the values, else Unknown.
ChartFlavor chartFlavor(const QString &repo, const QString &version, const YamlDocument &values);

// A volume mount of some of Airflow's pods that leads to a folder of the node.
struct PodMount
{
    QString volume;   // its name
    QString nodePath; // hostPath of the volume, with subPath
    QString podPath;  // mountPath
    QString hostType; // "Directory", "DirectoryOrCreate", empty
    bool readOnly = false;
    YamlPath mountPath; // of the volumeMounts entry in the values
    YamlPath volumePath;
};

// Longer lists are no workspace; what stands behind is not looked at.
inline constexpr int mostMounts = 500;

class AirflowValues
{
public:
    AirflowValues(ChartFlavor flavor, QString chartVersion, const YamlDocument &values);

    ImageName image() const;
    Login login() const;
    QString executor() const;
    QString airflowVersion() const;     // official chart only; else empty
    QList<PodMount> hostMounts() const; // in file order, the global ones first

    // Paths of the lists that hold volumes or mounts in this chart: {"airflow"}, {"scheduler"}, … with the key names.
    struct MountLists
    {
        YamlPath volumes, mounts;
    };
    QList<MountLists> mountLists() const;
    QString logFolder() const; // in the pods: where Airflow writes its task logs
    QString dagFolder() const;

private:
    QString text(const YamlPath &path, const QString &fallback = {}) const;
    YamlPath findVolume(const YamlPath &volumes, const QString &name) const; // empty: none by that name
    void collect(const MountLists &lists, const MountLists &global, QList<PodMount> &into) const;

    ChartFlavor m_flavor;
    QString m_chartVersion;
    YamlDocument m_values;
};

// "2.10.5" from "2.10.5-python3.11", "slim-2.10.5", "v2.10.5"; empty from "local" or "latest".
QString versionInTag(const QString &tag);

} // namespace windsock
