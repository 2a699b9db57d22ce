// SPDX-License-Identifier: Apache-2.0
#include "core/checks/HostChecks.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("HostChecks", text);
}

// kind.sigs.k8s.io/docs/user/known-issues, "too many open files"
constexpr qint64 wantedWatches = 524288, wantedInstances = 512;

std::optional<Finding> inotify(const HostFacts &facts)
{
    QStringList now, wanted;
    if (facts.inotifyWatches && *facts.inotifyWatches < wantedWatches) {
        now += QStringLiteral("fs.inotify.max_user_watches = %1").arg(*facts.inotifyWatches);
        wanted += QStringLiteral("fs.inotify.max_user_watches=%1").arg(wantedWatches);
    }
    if (facts.inotifyInstances && *facts.inotifyInstances < wantedInstances) {
        now += QStringLiteral("fs.inotify.max_user_instances = %1").arg(*facts.inotifyInstances);
        wanted += QStringLiteral("fs.inotify.max_user_instances=%1").arg(wantedInstances);
    }
    if (now.isEmpty())
        return std::nullopt;
    Finding finding{"host.inotify", Severity::Warning, tr("This machine may run out of file watches")};
    finding.why = tr("%1; pods then fail with \"too many open files\"").arg(now.join(QStringLiteral(", ")));
    finding.todo = tr("Raise them: sudo sysctl %1").arg(wanted.join(u' '));
    return finding;
}

std::optional<Finding> proxy(const HostFacts &facts)
{
    QString noProxy;
    bool hasProxy = false;
    for (auto it = facts.proxies.cbegin(); it != facts.proxies.cend(); ++it) {
        const QString name = it.key().toLower();
        if (name == "no_proxy" && !it.value().isEmpty())
            noProxy += u',' + it.value();
        else
            hasProxy = hasProxy || ((name == "http_proxy" || name == "https_proxy") && !it.value().isEmpty());
    }
    if (!hasProxy || isExempt(facts.node, noProxy))
        return std::nullopt;
    Finding finding{"host.proxy", Severity::Warning, tr("The proxy may stand between the node and itself")};
    finding.why = tr("A proxy is set, and no_proxy does not name %1 (kind#1702)").arg(facts.node);
    finding.todo = tr("Add it before starting: export no_proxy=\"$no_proxy,%1,.svc,.cluster.local,127.0.0.1,localhost\"").arg(facts.node);
    return finding;
}

std::optional<qint64> numberIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    bool isNumber = false;
    const qint64 number = file.read(64).trimmed().toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}
} // namespace

bool isExempt(const QString &host, const QString &noProxy)
{
    const QStringList entries = noProxy.split(u',', Qt::SkipEmptyParts);
    for (const QString &raw : entries) {
        QString entry = raw.trimmed().toLower().section(u':', 0, 0);
        if (entry == "*" || entry == host)
            return true;
        if (entry.startsWith("*."))
            entry.remove(0, 1);
        if (entry.startsWith("*-") && host.endsWith(entry.mid(1)))
            return true; // curl's and kind's own spelling: *-control-plane
        if (entry.startsWith(u'.') && host.endsWith(entry))
            return true;
    }
    return false;
}

QList<Finding> checkHost(const HostFacts &facts)
{
    QList<Finding> findings;
    if (const std::optional<Finding> finding = inotify(facts))
        findings += *finding;
    if (const std::optional<Finding> finding = proxy(facts))
        findings += *finding;
    return findings;
}

HostFacts gatherHost(const QString &node, const QMap<QString, QString> &environment, const QString &procFolder)
{
    HostFacts facts{.node = node};
    facts.inotifyWatches = numberIn(procFolder + "/sys/fs/inotify/max_user_watches");
    facts.inotifyInstances = numberIn(procFolder + "/sys/fs/inotify/max_user_instances");
    for (const char *name : {"http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"}) {
        const QString key = QString::fromLatin1(name);
        if (environment.contains(key))
            facts.proxies.insert(key, environment.value(key));
    }
    return facts;
}

} // namespace windsock
