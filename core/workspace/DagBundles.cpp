// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/DagBundles.h"

#include "core/workspace/HelmValues.h"
#include "core/yaml/YamlTree.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace windsock {

namespace {
constexpr int mostBundles = 200;

// As Helm's toJson has it.
QJsonValue jsonOf(const YAML::Node &node)
{
    if (yaml::isNull(node))
        return {};
    if (node.IsMap()) {
        QJsonObject map;
        for (const yaml::Pair &pair : yaml::pairs(node))
            map.insert(yaml::scalar(pair.key), jsonOf(pair.value));
        return map;
    }
    if (node.IsSequence()) {
        QJsonArray list;
        for (const YAML::Node &item : node)
            list += jsonOf(item);
        return list;
    }
    if (yaml::isPlain(node)) {
        if (const auto flag = yaml::boolean(node))
            return *flag;
        bool isNumber = false;
        const double number = yaml::scalar(node).toDouble(&isNumber);
        if (isNumber)
            return number;
    }
    return yaml::scalar(node);
}
} // namespace

DagBundles DagBundles::of(const Workspace &workspace)
{
    const YamlDocument &values = workspace.mergedValues();
    const auto list = values.at(key());
    if (!list || !list->IsSequence())
        return {};
    DagBundles found;
    QJsonArray local;
    for (int i = 0; i < qMin(mostBundles, values.count(key())); ++i) {
        const YamlPath at = key() + YamlPath{QString::number(i)};
        const QString name = values.text(at + YamlPath{"name"}).value_or(QString());
        const QString classPath = values.text(at + YamlPath{"classpath"}).value_or(QString());
        if (classPath != u"airflow.dag_processing.bundles.local.LocalDagBundle") {
            found.leftOut += LeftOut{QStringLiteral("dag.bundle"), LeftOut::Weight::Lost, at.join(u'.'),
                                     QCoreApplication::translate("DagBundles", "DAGs come from the workspace's own folders: the bundle %1 "
                                                                               "(%2) is not read")
                                         .arg(name.left(60), classPath.section(u'.', -1).left(60)),
                                     keyPlace(workspace.values(), at)};
            continue;
        }
        const auto kwargs = values.at(at + YamlPath{"kwargs"});
        local += QJsonObject{{QStringLiteral("name"), name},
                             {QStringLiteral("classpath"), classPath},
                             {QStringLiteral("kwargs"), kwargs && kwargs->IsMap() ? jsonOf(*kwargs) : QJsonValue(QJsonObject())}};
    }
    if (!local.isEmpty())
        found.json = QString::fromUtf8(QJsonDocument(local).toJson(QJsonDocument::Compact));
    return found;
}

} // namespace windsock
