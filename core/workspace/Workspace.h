// SPDX-License-Identifier: Apache-2.0
// A folder of DAGs with the files that describe its cluster: windsock.yaml, kind-cluster.yaml, Helm values, Dockerfile.
// A value: a run keeps its own snapshot while the user edits. Opening reads files and writes nothing.
#pragma once

#include "core/base/Result.h"
#include "core/workspace/Mode.h"
#include "core/workspace/Mount.h"
#include "core/yaml/YamlDocument.h"

#include <QDir>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace windsock {

// Which of the two Airflow charts; found by the chart's name and repository, else by the shape of the values.
enum class ChartFlavor { Community, Official, Unknown };

struct ChartRef
{
    QString repo;    // https://airflow-helm.github.io/charts; or an absolute path to a local chart folder/archive in `name`
    QString name;    // "airflow"
    QString version; // "8.9.0"
    ChartFlavor flavor = ChartFlavor::Community;
    bool operator==(const ChartRef &) const = default;
};

struct ImageBuild
{
    QString dockerfile; // absolute
    QString context;    // absolute
    bool operator==(const ImageBuild &) const = default;
};

// A values file with what was read from it.
struct ValuesFile
{
    QString path; // absolute
    QString name; // as in windsock.yaml, for messages
    YamlDocument document;
};

struct ImageName
{
    QString repository; // "airflow-local"
    QString tag;        // "local"
    QString text() const { return tag.isEmpty() ? repository : repository + QLatin1Char(':') + tag; }
    bool operator==(const ImageName &) const = default;
};

struct Login
{
    QString user;     // "admin"
    QString password; // from the values; a local default, masked in the window all the same
};

class Workspace
{
public:
    // `folder` with windsock.yaml or only the blog's files (kind-cluster.yaml, local.values.yaml).
    // Errors: NotFound (no such folder, nothing of ours in it), BadInput with file:line:column.
    static Result<Workspace> open(const QString &folder);

    const QDir &folder() const { return m_folder; }
    QString id() const;   // folderId(): names the state folder
    QString name() const; // folder name, for titles
    Mode mode() const { return m_mode; }
    Workspace withMode(Mode mode) const; // this snapshot, for this session only: files stay as they are

    // From windsock.yaml or the defaults:
    const QString &clusterName() const { return m_clusterName; } // "airflow"
    const QString &nodeImage() const { return m_nodeImage; }     // empty: kind's own default, or the config's
    const ChartRef &chart() const { return m_chart; }
    const QString &release() const { return m_release; }               // "airflow-local"
    const QString &nameSpace() const { return m_namespace; }           // "default"
    const QList<ValuesFile> &values() const { return m_values; }       // in order; later ones win
    const std::optional<ImageBuild> &build() const { return m_build; } // absent: the values' image is used as it is
    int webPort() const { return m_webPort; }                          // on the host, 1…65535
    bool fastBoot() const { return m_fastBoot; }
    Workspace withWebPort(int port) const; // this snapshot, for this session only: files stay as they are

    // From the kind config:
    const QString &kindConfigPath() const { return m_kindConfigPath; } // absolute; empty: none
    const YamlDocument &kindConfig() const { return m_kindConfig; }
    QList<Mount> mounts() const; // both layers joined on the node path
    // A host port on loopback that extraPortMappings leads to this node port, if any.
    std::optional<int> mappedHostPort(int nodePort) const;
    QList<int> mappedHostPorts() const;

    // From the values, merged as Helm merges them (maps deeply, lists replaced, null removes):
    const YamlDocument &mergedValues() const { return m_merged; }
    ImageName image() const; // of the Airflow containers, the chart's default where the values say nothing
    Login login() const;
    QString executor() const;       // "KubernetesExecutor"
    QString airflowVersion() const; // best guess before it runs: Dockerfile FROM, image tag, airflowVersion; may be empty

    // Unknown keys and the like: worth a message, no reason to refuse.
    const QList<Error> &warnings() const { return m_warnings; }

private:
    friend class WorkspaceReader;
    QDir m_folder;
    Mode m_mode = Mode::Kind;
    QString m_clusterName, m_nodeImage, m_release, m_namespace, m_kindConfigPath;
    QString m_baseVersion; // Airflow's, from the Dockerfile
    ChartRef m_chart;
    QList<ValuesFile> m_values;
    std::optional<ImageBuild> m_build;
    int m_webPort = 8080;
    bool m_fastBoot = true;
    YamlDocument m_kindConfig, m_merged;
    QList<Error> m_warnings;
};

} // namespace windsock
