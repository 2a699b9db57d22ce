// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/DagScan.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("DagScan", text);
}

struct Pattern
{
    const char *id;
    const char *expression; // %1: the operators' names
    const char *meaning;
    LeftOut::Weight weight = LeftOut::Weight::Lost;
};

// Classes of the provider cncf-kubernetes that ask a cluster for something.
constexpr char operators[] = "Kubernetes(?:Pod|(?:Delete|Patch)?Job|(?:Create|Delete)Resource|InstallKueue|StartKueueJob)Operator"
                             "|SparkKubernetesOperator";

// A use is a call, also by way of partial, a class of one's own, a decorator or an argument; an import alone runs nothing.
constexpr Pattern patterns[] = {
    {"dag.pod-operator",
     "(?|\\b(%1)\\s*(?:\\.\\s*partial\\s*)?\\(|\\bclass\\s+\\w+\\s*\\([^)]*\\b(%1)\\s*[,)])|@task\\.kubernetes(?:_cmd)?\\b",
     QT_TRANSLATE_NOOP("DagScan", "This task makes a pod: it fails here unless it names a Kubernetes of its own")},
    {"dag.pod-override", "[\"'](pod_override|KubernetesExecutor)[\"']\\s*:|\\bpod_override\\s*=",
     QT_TRANSLATE_NOOP("DagScan", "There is no pod to change: the task runs as a process of this machine")},
    {"dag.executor", "\\bexecutor\\s*=\\s*[\"'](Kubernetes|CeleryKubernetes|Celery)Executor\\b",
     QT_TRANSLATE_NOOP("DagScan", "There is only the LocalExecutor: this task is never started")},
};

QList<QRegularExpression> expressionsFor(const QString &names)
{
    QList<QRegularExpression> list;
    for (const Pattern &pattern : patterns)
        list += QRegularExpression(QString::fromLatin1(pattern.expression).replace(QStringLiteral("%1"), names));
    return list;
}

// What one file is searched for: an import may give an operator another name, and stands before its use.
class Search
{
public:
    const QList<QRegularExpression> &expressions() const { return m_expressions; }

    void learn(const QString &line)
    {
        static const QRegularExpression renamed(QStringLiteral("\\b(?:%1)\\s+as\\s+([A-Za-z_]\\w{0,79})").arg(QLatin1String(operators)));
        const auto found = renamed.match(line);
        if (!found.hasMatch() || m_names.size() >= mostNames || m_names.contains(found.captured(1)))
            return;
        m_names += found.captured(1);
        m_expressions = expressionsFor(QString::fromLatin1(operators) + u'|' + m_names.join(u'|'));
    }

private:
    static const QList<QRegularExpression> &usual()
    {
        static const QList<QRegularExpression> made = expressionsFor(QString::fromLatin1(operators));
        return made;
    }

    static constexpr qsizetype mostNames = 20; // of one file
    QStringList m_names;
    QList<QRegularExpression> m_expressions = usual();
};

// The line up to a '#' that stands outside of quotes.
QString withoutComment(const QString &line)
{
    QChar quote;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'\\')
            ++i;
        else if (quote.isNull() && c == u'#')
            return line.first(i);
        else if (quote.isNull() && (c == u'"' || c == u'\''))
            quote = c;
        else if (c == quote)
            quote = QChar();
    }
    return line;
}

// "/opt/airflow" where a path begins, with what belongs to it. Absent: no roots.
std::optional<QRegularExpression> pathsBelow(const QStringList &roots)
{
    QStringList escaped;
    for (const QString &root : roots)
        escaped += QRegularExpression::escape(root);
    if (escaped.isEmpty())
        return {};
    return QRegularExpression(QStringLiteral("(?<![\\w/.~-])(?:%1)(?![\\w-])[\\w./-]{0,80}").arg(escaped.join(u'|')));
}

// "apache-airflow-providers-microsoft-azure" of a line that imports airflow.providers.microsoft.azure.hooks; empty: it imports none.
QString providerIn(const QString &line)
{
    static const QRegularExpression imported(
        QStringLiteral("\\A\\s*(?:from|import)\\s+airflow\\.providers\\.([a-z]\\w{0,49})(?:\\.([a-z]\\w{0,49}))?"));
    // Folders that hold several providers.
    static const QStringList groups{QStringLiteral("apache"),   QStringLiteral("atlassian"), QStringLiteral("cncf"),
                                    QStringLiteral("common"),   QStringLiteral("dbt"),       QStringLiteral("ibm"),
                                    QStringLiteral("microsoft")};
    const auto found = imported.match(line);
    const bool isGroup = groups.contains(found.captured(1));
    if (!found.hasMatch() || (isGroup && found.captured(2).isEmpty()))
        return {};
    const QString name = isGroup ? found.captured(1) + u'-' + found.captured(2) : found.captured(1);
    return QStringLiteral("apache-airflow-providers-") + QString(name).replace(u'_', u'-');
}

void noteProvider(const QString &package, const SourcePlace &place, QList<LeftOut> &into)
{
    constexpr qsizetype most = 100;
    const auto isSame = [&package](const LeftOut &one) { return one.key == package; };
    if (package.isEmpty() || into.size() >= most || std::any_of(into.cbegin(), into.cend(), isSame))
        return;
    into +=
        LeftOut{QStringLiteral("dag.provider"), LeftOut::Weight::Lost, package,
                tr("This provider is not in the Python environment, so the import fails: add %1 to requirements.txt").arg(package), place};
}

bool mayHold(const QByteArray &text, const QStringList &roots)
{
    const auto isIn = [&text](const QString &root) { return text.contains(root.toUtf8()); };
    return text.contains("ubernetes") || text.contains("pod_override") || text.contains("Executor") || text.contains("airflow.providers.")
           || std::any_of(roots.begin(), roots.end(), isIn);
}

class FolderScan
{
public:
    FolderScan(const QString &shown, const QStringList &roots, const std::atomic_bool &stop, const DagScanLimits &limits)
        : m_shown(shown), m_roots(roots), m_stop(stop), m_limits(limits)
    {}

    DagScan run(const QString &folder)
    {
        into(QDir(folder), {}, 0);
        return m_scan;
    }

private:
    void into(const QDir &folder, const QString &relative, int depth)
    {
        if (depth > m_limits.depth) {
            m_scan.isComplete = false;
            return;
        }
        const auto entries = folder.entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QFileInfo &entry : entries) {
            if (m_stop || isFull())
                m_scan.isComplete = false;
            if (m_stop || isFull())
                return;
            const QString path = relative + entry.fileName();
            if (entry.isDir() && !entry.isSymLink() && entry.fileName() != u"__pycache__")
                into(QDir(entry.filePath()), path + u'/', depth + 1);
            else if (entry.isFile() && path.endsWith(u".py"))
                read(entry, path);
        }
    }

    bool isFull() const
    {
        return m_scan.filesRead >= m_limits.files || m_bytes >= m_limits.bytes || m_scan.needsKubernetes.size() >= m_limits.found
               || m_scan.podPaths.size() >= m_limits.found;
    }

    void read(const QFileInfo &entry, const QString &path)
    {
        QFile file(entry.filePath());
        if (entry.size() > m_limits.fileBytes || !file.open(QIODevice::ReadOnly)) {
            m_scan.isComplete = false;
            return;
        }
        const QByteArray text = file.read(m_limits.fileBytes);
        m_bytes += text.size();
        scanDagText(text, m_shown + u'/' + path, m_roots, m_scan);
    }

    const QString m_shown;
    const QStringList m_roots;
    const std::atomic_bool &m_stop;
    const DagScanLimits m_limits;
    DagScan m_scan;
    qint64 m_bytes = 0;
};
} // namespace

void scanDagText(const QByteArray &text, const QString &name, const QStringList &podRoots, DagScan &into)
{
    ++into.filesRead;
    if (!mayHold(text, podRoots))
        return;
    const auto paths = pathsBelow(podRoots);
    Search search;
    int number = 0;
    for (const QByteArray &raw : text.split('\n')) {
        ++number;
        const QString line = withoutComment(QString::fromUtf8(raw));
        const auto place = [&name, number](qsizetype column) { return SourcePlace{name, number, int(column) + 1}; };
        search.learn(line);
        noteProvider(providerIn(line), place(0), into.providers);
        for (qsizetype at = 0; at < search.expressions().size(); ++at) {
            const Pattern &pattern = patterns[at];
            // The word alone: what else stands in the line may be a secret.
            if (const auto found = search.expressions().at(at).match(line); found.hasMatch())
                into.needsKubernetes += LeftOut{QString::fromLatin1(pattern.id), pattern.weight,
                                                found.captured(1).isEmpty() ? found.captured().trimmed() : found.captured(1),
                                                tr(pattern.meaning), place(found.capturedStart())};
        }
        if (!paths)
            continue;
        if (const auto found = paths->match(line); found.hasMatch())
            into.podPaths += LeftOut{QStringLiteral("dag.path"), LeftOut::Weight::Lost, found.captured(),
                                     tr("This path of the pods is not there on this machine"), place(found.capturedStart())};
    }
}

DagScan scanDagFolder(const QString &folder, const QString &shown, const QStringList &podRoots, const std::atomic_bool &stop,
                      const DagScanLimits &limits)
{
    return FolderScan(shown, podRoots, stop, limits).run(folder);
}

} // namespace windsock
