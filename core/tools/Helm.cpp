// SPDX-License-Identifier: Apache-2.0
#include "core/tools/Helm.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace windsock::helm {

namespace {
enum class Effect { Reads, Changes };

Command helm(const Place &place, const QStringList &args, Effect effect)
{
    Command command;
    command.tool = Tool::Helm;
    command.args =
        QStringList{"--kubeconfig", place.target.kubeconfig(), "--kube-context", place.target.context(), "--namespace", place.nameSpace}
        + args;
    command.environment = place.target.environment();
    command.environment.insert("HELM_CACHE_HOME", place.home + "/cache");
    command.environment.insert("HELM_CONFIG_HOME", place.home + "/config");
    command.environment.insert("HELM_DATA_HOME", place.home + "/data");
    // On an interrupt Helm marks the release as failed and goes; killed, it leaves "pending-…" behind (helm#10599).
    command.stopSignal = StopSignal::Interrupt;
    command.grace = 10s;
    command.limit = effect == Effect::Changes ? 600s : 60s;
    return command;
}

const QLatin1String registryScheme("oci://");

bool isInRegistry(const Chart &chart)
{
    return chart.repo.startsWith(registryScheme, Qt::CaseInsensitive);
}

// A registry has no index to look a name up in: Helm takes the chart's whole address in place of its name, and no --repo.
QString reference(const Chart &chart)
{
    if (!isInRegistry(chart))
        return chart.name;
    const QString place = chart.repo.mid(registryScheme.size()); // Helm knows the scheme in small letters only
    return QString(registryScheme) + place + (place.endsWith(u'/') ? QString() : QStringLiteral("/")) + chart.name;
}

QStringList chartFlags(const Chart &chart)
{
    QStringList flags;
    if (!chart.repo.isEmpty() && !isInRegistry(chart))
        flags += {"--repo", chart.repo};
    if (!chart.version.isEmpty())
        flags += {"--version", chart.version};
    return flags;
}

// In --set-string a comma ends a value, a leading brace starts a list, a backslash takes the next character as it is.
QString literal(const QString &value)
{
    QString escaped;
    for (const QChar c : value) {
        if (c == u'\\' || c == u',' || c == u'{' || c == u'}' || c == u'[' || c == u']')
            escaped += u'\\';
        escaped += c;
    }
    return escaped;
}

// --values is read as a line of CSV: a comma begins another file, a quote a quoted one.
QString listItem(const QString &file)
{
    const bool isPlain = std::none_of(file.begin(), file.end(), [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
    return isPlain ? file : u'"' + QString(file).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QStringList renderFlags(const UpgradeRequest &request)
{
    QStringList flags = chartFlags(request.chart);
    for (const QString &file : request.valuesFiles)
        flags += {"--values", listItem(file)};
    for (const auto &[path, value] : request.strings)
        flags += {"--set-string", path + u'=' + literal(value)};
    if (!request.postRenderer.isEmpty())
        flags += {"--post-renderer", request.postRenderer};
    for (const QString &arg : request.postRendererArgs)
        flags += "--post-renderer-args=" + arg; // one word: the argument may begin with a dash
    return flags;
}
} // namespace

Command upgradeInstall(const UpgradeRequest &request)
{
    QStringList args{"upgrade", "--install"};
    if (request.createNamespace)
        args += "--create-namespace";
    args += renderFlags(request);
    QStringList labels;
    for (const auto &[key, value] : request.labels)
        labels += key + u'=' + value;
    if (!labels.isEmpty())
        args += {"--labels", labels.join(u',')};
    args += {"--", request.release, reference(request.chart)};
    return helm(request.place, args, Effect::Changes);
}

Command renderTemplate(const UpgradeRequest &request)
{
    const QStringList names{"--", request.release, reference(request.chart)};
    return helm(request.place, QStringList{"template"} + renderFlags(request) + names, Effect::Reads);
}

Command showValues(const Place &place, const Chart &chart)
{
    return helm(place, QStringList{"show", "values"} + chartFlags(chart) + QStringList{"--", reference(chart)}, Effect::Reads);
}

Command pull(const Place &place, const Chart &chart, const QString &folder)
{
    return helm(place, QStringList{"pull"} + chartFlags(chart) + QStringList{"--destination", folder, "--", reference(chart)},
                Effect::Reads);
}

Command status(const Place &place, const QString &release)
{
    return helm(place, {"status", "--output", "json", "--", release}, Effect::Reads);
}

Command values(const Place &place, const QString &release)
{
    return helm(place, {"get", "values", "--output", "json", "--", release}, Effect::Reads);
}

Command list(const Place &place)
{
    return helm(place, {"list", "--all", "--output", "json"}, Effect::Reads);
}

Command rollback(const Place &place, const QString &release, int revision)
{
    return helm(place, {"rollback", "--", release, QString::number(revision)}, Effect::Changes);
}

Command uninstall(const Place &place, const QString &release)
{
    return helm(place, {"uninstall", "--ignore-not-found", "--", release}, Effect::Changes);
}

Command version()
{
    Command command;
    command.tool = Tool::Helm;
    command.args = QStringList{"version", "--template", "{{.Version}}"};
    command.limit = 10s;
    return command;
}

bool takesPrograms(const Version &version)
{
    return version.major < 4;
}

} // namespace windsock::helm
