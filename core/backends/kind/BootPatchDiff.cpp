// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/BootPatchDiff.h"

#include "core/backends/kind/BootPatchScript.h"

#include <dtl/dtl.hpp>

#include <sstream>
#include <string>

namespace windsock::bootPatch {

namespace {
using Kind = ManifestNode::Kind;

const QString masked = QStringLiteral("(masked)");

// env: [{name, value}]: anything may be a password there.
void maskEnvironment(ManifestNode &list)
{
    for (ManifestNode &entry : list.items) {
        if (entry.find("value"))
            entry.set("value", ManifestNode::string(masked));
    }
}

// `airflow users create … -p admin`: what follows the option is one.
void maskArguments(ManifestNode &list)
{
    const QByteArray script = waitScript().toUtf8();
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const QByteArray before = i > 0 ? list.items[i - 1].text : QByteArray();
        if (before == "-p" || before == "--password")
            list.items[i] = ManifestNode::string(masked);
        else if (list.items[i].text == script)
            list.items[i] = ManifestNode::string(QStringLiteral("(the wait script, shown once below)"));
    }
}

void mask(ManifestNode &node)
{
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const QByteArray key = node.kind == Kind::Map ? node.keys[i].text : QByteArray();
        ManifestNode &item = node.items[i];
        if (key == "env")
            maskEnvironment(item);
        else if (key == "args" || key == "command")
            maskArguments(item);
        else if ((key == "data" || key == "stringData") && node.find("kind"))
            item = ManifestNode::string(masked);
        mask(item);
    }
}

std::vector<std::string> linesOf(ManifestNode object)
{
    mask(object);
    std::vector<std::string> lines;
    for (const QByteArray &line : writeManifest(object).split('\n'))
        lines.push_back(line.toStdString());
    lines.pop_back(); // after the last line break
    return lines;
}
} // namespace

QString nameOf(const ManifestNode &object)
{
    return object.textAt({"kind"}) + u'/' + object.textAt({"metadata", "name"});
}

QString objectDiff(const ManifestNode &before, const ManifestNode &after)
{
    const std::vector<std::string> old = linesOf(before), now = linesOf(after);
    dtl::Diff<std::string> diff(old, now);
    diff.compose();
    diff.composeUnifiedHunks();
    std::ostringstream text;
    diff.printUnifiedFormat(text);
    if (text.str().empty())
        return {};
    return QStringLiteral("--- %1 (chart)\n+++ %1 (fast boot)\n").arg(nameOf(after)) + QString::fromStdString(text.str());
}

} // namespace windsock::bootPatch
