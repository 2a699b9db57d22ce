// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/Dockerfile.h"

#include "core/workspace/AirflowValues.h"
#include "core/workspace/DockerfileInstructions.h"

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

    void take(const DockerfileInstruction &instruction)
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
    void takeArg(const DockerfileInstruction &instruction)
    {
        for (const QString &word : words(instruction.rest))
            m_args.insert(word.section(u'=', 0, 0), unquoted(word.section(u'=', 1)));
    }
    void takeFrom(const DockerfileInstruction &instruction)
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
    void takeInputs(const DockerfileInstruction &instruction)
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
    for (const DockerfileInstruction &instruction : dockerfileInstructions(QString::fromUtf8(bytes)))
        reading.take(instruction);
    Dockerfile file = reading.finish();
    if (file.baseImage.isEmpty())
        return Error::badInput(tr("The Dockerfile has no FROM line"), {name, 1, 1},
                               tr("It begins with, for example, FROM apache/airflow:2.10.5"));
    return file;
}

} // namespace windsock
