// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/Dockerfile.h"

#include "core/workspace/AirflowValues.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Dockerfile", text);
}

struct Instruction
{
    QString word; // upper case
    QString rest;
    int line = 0; // from 1
};

// Joins continued lines, skips comments and the bodies of here-documents.
class Splitter
{
public:
    explicit Splitter(const QString &text) : m_lines(text.split(u'\n'))
    {
        static const QRegularExpression directive(QStringLiteral("^#\\s*escape\\s*=\\s*`"), QRegularExpression::CaseInsensitiveOption);
        for (const QString &line : std::as_const(m_lines)) {
            if (!line.startsWith(u'#'))
                break; // directives stand above everything else
            if (directive.match(line).hasMatch())
                m_escape = u'`';
        }
    }

    QList<Instruction> split()
    {
        QList<Instruction> all;
        while (m_at < m_lines.size()) {
            const QString text = logicalLine();
            const QString word = text.section(QRegularExpression(QStringLiteral("\\s+")), 0, 0);
            if (text.isEmpty())
                continue;
            all += {word.toUpper(), text.mid(word.size()).trimmed(), m_firstLine};
            skipHereDocuments(all.last().rest);
        }
        return all;
    }

private:
    QString logicalLine()
    {
        QString whole;
        while (m_at < m_lines.size()) {
            QString line = m_lines[m_at++].trimmed();
            if (line.startsWith(u'#') || (line.isEmpty() && !whole.isEmpty()))
                continue; // comments and blanks may stand inside a continued instruction
            m_firstLine = whole.isEmpty() ? static_cast<int>(m_at) : m_firstLine;
            const bool goesOn = line.endsWith(m_escape);
            whole += goesOn ? line.chopped(1) + u' ' : line;
            if (!goesOn)
                break;
        }
        return whole.trimmed();
    }

    void skipHereDocuments(const QString &rest)
    {
        static const QRegularExpression opening(QStringLiteral("<<-?\\s*[\"']?([A-Za-z_][A-Za-z0-9_]*)[\"']?"));
        for (auto found = opening.globalMatch(rest); found.hasNext();) {
            const QString end = found.next().captured(1);
            while (m_at < m_lines.size() && m_lines[m_at++].trimmed() != end) {
            }
        }
    }

    QStringList m_lines;
    qsizetype m_at = 0;
    int m_firstLine = 1; // of the instruction that was read last, from 1
    QChar m_escape = u'\\';
};

// $NAME, ${NAME}, ${NAME:-default}, ${NAME:+other} in a FROM line; only ARGs above the first FROM count there.
QString expanded(const QString &text, const QHash<QString, QString> &args, QStringList &unknown)
{
    static const QRegularExpression variable(
        QStringLiteral("\\$(?:([A-Za-z_][A-Za-z0-9_]*)|\\{([A-Za-z_][A-Za-z0-9_]*)(?::([-+])([^}]*))?\\})"));
    QString result;
    qsizetype end = 0;
    for (auto all = variable.globalMatch(text); all.hasNext();) {
        const auto found = all.next();
        const QString name = found.captured(1) + found.captured(2);
        const bool isSet = !args.value(name).isEmpty();
        result += text.mid(end, found.capturedStart() - end);
        end = found.capturedEnd();
        if (found.captured(3) == u"+")
            result += isSet ? found.captured(4) : QString();
        else if (isSet)
            result += args.value(name);
        else if (found.captured(3) == u"-")
            result += found.captured(4);
        else
            unknown += name;
    }
    return result + text.mid(end);
}

QString unquoted(const QString &text)
{
    const bool quotes = text.size() > 1 && (text.startsWith(u'"') || text.startsWith(u'\'')) && text.endsWith(text.front());
    return quotes ? text.mid(1, text.size() - 2) : text;
}

QStringList words(const QString &text)
{
    return text.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
}

// The sources of COPY and ADD: all but the last word, without options; nothing for copies from a stage.
QStringList sourcesOf(const QString &rest)
{
    QStringList list = words(rest);
    while (!list.isEmpty() && list.first().startsWith(QStringLiteral("--"))) {
        if (list.takeFirst().startsWith(QStringLiteral("--from=")))
            return {};
    }
    if (!list.isEmpty() && list.first().startsWith(u'[')) { // the JSON form, for names with blanks
        list.clear();
        const QJsonArray entries = QJsonDocument::fromJson(rest.mid(rest.indexOf(u'[')).toUtf8()).array();
        for (const QJsonValue &entry : entries)
            list += entry.toString();
    }
    list.removeIf([](const QString &word) { return word.startsWith(QStringLiteral("<<")); });
    return list.size() > 1 ? list.first(list.size() - 1) : QStringList();
}

QString airflowVersionOf(const QString &image)
{
    static const QRegularExpression airflow(QStringLiteral("(?:^|/)apache/airflow:([^@]+)"));
    const auto found = airflow.match(image);
    return found.hasMatch() ? versionInTag(found.captured(1)) : QString();
}

class DockerfileReading
{
public:
    explicit DockerfileReading(const QString &name) : m_name(name) {}

    void take(const Instruction &instruction)
    {
        if (instruction.word == u"ARG" && m_file.baseImage.isEmpty())
            takeArg(instruction);
        else if (instruction.word == u"FROM")
            takeFrom(instruction);
        else if (instruction.word == u"RUN" && instruction.rest.startsWith(QStringLiteral("--mount")))
            m_file.usesRunMount = true;
        else if (instruction.word == u"COPY" || instruction.word == u"ADD")
            takeInputs(instruction);
    }
    Dockerfile finish()
    {
        m_file.airflowVersion = airflowVersionOf(m_file.baseImage);
        m_file.unknownArgs.removeDuplicates();
        return m_file;
    }

private:
    void takeArg(const Instruction &instruction)
    {
        for (const QString &word : words(instruction.rest))
            m_args.insert(word.section(u'=', 0, 0), unquoted(word.section(u'=', 1)));
    }
    void takeFrom(const Instruction &instruction)
    {
        QStringList list = words(instruction.rest);
        while (!list.isEmpty() && list.first().startsWith(QStringLiteral("--")))
            list.removeFirst();
        if (list.isEmpty())
            return;
        const QString image = expanded(unquoted(list.first()), m_args, m_file.unknownArgs);
        const Stage stage = m_stages.value(image.toLower(), {image, {m_name, instruction.line, 1}});
        m_file.baseImage = stage.image;
        m_file.basePlace = stage.place;
        if (list.size() >= 3 && list[1].compare(u"AS", Qt::CaseInsensitive) == 0)
            m_stages.insert(list[2].toLower(), stage);
    }
    void takeInputs(const Instruction &instruction)
    {
        for (const QString &path : sourcesOf(instruction.rest)) {
            if (!path.contains(QStringLiteral("://")))
                m_file.inputs += {unquoted(path), {m_name, instruction.line, 1}};
        }
    }

    struct Stage
    {
        QString image;
        SourcePlace place;
    };
    QString m_name;
    Dockerfile m_file;
    QHash<QString, QString> m_args;
    QHash<QString, Stage> m_stages;
};
} // namespace

Result<Dockerfile> Dockerfile::parse(const QByteArray &bytes, const QString &name)
{
    DockerfileReading reading(name);
    for (const Instruction &instruction : Splitter(QString::fromUtf8(bytes)).split())
        reading.take(instruction);
    Dockerfile file = reading.finish();
    if (file.baseImage.isEmpty())
        return Error::badInput(tr("The Dockerfile has no FROM line"), {name, 1, 1},
                               tr("It begins with, for example, FROM apache/airflow:2.10.5"));
    return file;
}

} // namespace windsock
