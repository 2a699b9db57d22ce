// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/DockerfileSources.h"

#include "core/backends/kind/DockerIgnore.h"
#include "core/backends/kind/DockerfileLines.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

namespace windsock {

namespace {

// Words of an instruction; quotes hold words together as in a shell.
QByteArrayList wordsOf(const QByteArray &text)
{
    QByteArrayList words;
    QByteArray word;
    char quote = 0;
    for (const char c : text) {
        if (quote ? c == quote : (c == '"' || c == '\''))
            quote = quote ? 0 : c;
        else if (!quote && (c == ' ' || c == '\t'))
            words += std::exchange(word, {});
        else
            word += c;
    }
    words += word;
    words.removeAll(QByteArray());
    return words;
}

class Reader
{
public:
    DockerfileSources read(const QByteArray &dockerfile)
    {
        const DockerfileLines lines = DockerfileLines::parse(dockerfile);
        m_found.wholeContext = !lines.understood;
        for (const DockerfileLines::Instruction &line : lines.instructions)
            take(line);
        m_found.paths.removeAll(QByteArray());
        std::sort(m_found.paths.begin(), m_found.paths.end());
        m_found.paths.erase(std::unique(m_found.paths.begin(), m_found.paths.end()), m_found.paths.end());
        m_found.images.removeDuplicates();
        return m_found;
    }

private:
    void take(DockerfileLines::Instruction line)
    {
        if (line.name == "ONBUILD") { // counts when this image is built on; harmless here
            line.name = wordsOf(line.rest).value(0).toUpper();
            line.rest = line.rest.trimmed().mid(line.name.size());
        }
        if (line.name == "ARG")
            takeArgument(line.rest);
        else if (line.name == "FROM")
            takeStage(wordsOf(line.rest));
        else if (line.name == "COPY" || line.name == "ADD")
            takeCopy(line);
        else if (line.name == "RUN")
            takeRun(line.rest);
    }

    void takeArgument(const QByteArray &rest)
    {
        for (const QByteArray &word : wordsOf(rest)) {
            const qsizetype equals = word.indexOf('=');
            if (equals > 0)
                m_arguments.insert(QString::fromUtf8(word.first(equals)), QString::fromUtf8(word.mid(equals + 1)));
        }
    }

    void takeStage(QByteArrayList words)
    {
        while (!words.isEmpty() && words.first().startsWith("--"))
            words.removeFirst();
        if (words.isEmpty())
            return;
        takeImage(words.first());
        if (words.size() >= 3 && words.at(1).toLower() == "as")
            m_stages.insert(QString::fromUtf8(words.at(2)).toLower());
    }

    void takeImage(const QByteArray &written)
    {
        const QString name = filledIn(QString::fromUtf8(written));
        bool isNumber = false;
        name.toInt(&isNumber);
        if (name.isEmpty() || isNumber || name == QStringLiteral("scratch") || m_stages.contains(name.toLower()))
            return;
        m_found.images += name;
        // images of this kind carry COPY instructions for the builds on them
        m_found.wholeContext = m_found.wholeContext || name.contains(QStringLiteral("onbuild"));
    }

    // ${NAME}, ${NAME:-default} and $NAME, as far as ARG says what they are.
    QString filledIn(QString text) const
    {
        static const QRegularExpression variable(QStringLiteral(R"(\$\{(\w+)(?::-([^}]*))?\}|\$(\w+))"));
        for (QRegularExpressionMatch match = variable.match(text); match.hasMatch();
             match = variable.match(text, match.capturedStart() + 1)) {
            const QString name = match.captured(1) + match.captured(3);
            const QString value = m_arguments.value(name, match.captured(2));
            if (!value.isEmpty() && !value.contains(u'$'))
                text.replace(match.capturedStart(), match.capturedLength(), value);
        }
        return text;
    }

    void takeCopy(const DockerfileLines::Instruction &line)
    {
        QByteArray rest = line.rest.trimmed();
        while (rest.startsWith("--")) {
            const QByteArray flag = rest.replace('\t', ' ').split(' ').first();
            if (flag.startsWith("--from="))
                return takeImage(flag.mid(7));
            rest = rest.mid(flag.size()).trimmed();
        }
        QByteArrayList words = wordsOf(rest);
        if (rest.startsWith('[')) {
            const QJsonDocument list = QJsonDocument::fromJson(rest);
            if (list.isArray())
                words = listed(list.array());
        }
        if (words.size() < 2) { // not a COPY that docker would take either
            m_found.wholeContext = true;
            return;
        }
        words.removeLast(); // where it goes
        for (const QByteArray &word : words)
            takePath(word, line.name == "ADD");
    }

    static QByteArrayList listed(const QJsonArray &array)
    {
        QByteArrayList words;
        for (const QJsonValue &value : array)
            words += value.toString().toUtf8();
        return words;
    }

    void takePath(const QByteArray &word, bool mayBeRemote)
    {
        if (word.startsWith("<<"))
            return; // its text is in the Dockerfile itself
        if (mayBeRemote && (word.contains("://") || word.startsWith("git@"))) {
            m_found.remote = true;
            return;
        }
        const QByteArray path = cleanContextPath(word);
        const bool plain = !path.contains('$') && !path.contains('\\') && !path.contains("**");
        if (path.isEmpty() || !plain)
            m_found.wholeContext = true;
        else
            m_found.paths += path;
    }

    void takeRun(const QByteArray &rest)
    {
        for (const QByteArray &word : wordsOf(rest)) {
            if (!word.startsWith("--"))
                return;
            if (word.startsWith("--mount="))
                takeMount(word.mid(8));
        }
    }

    void takeMount(const QByteArray &mount)
    {
        const QByteArrayList parts = mount.split(',');
        QByteArray type = "bind"; // docker's default
        QByteArray from;
        for (const QByteArray &part : parts) {
            if (part.startsWith("type="))
                type = part.mid(5);
            else if (part.startsWith("from="))
                from = part.mid(5);
        }
        if (!from.isEmpty())
            takeImage(from);
        else if (type != "cache" && type != "tmpfs" && type != "secret" && type != "ssh")
            m_found.wholeContext = true;
    }

    DockerfileSources m_found;
    QMap<QString, QString> m_arguments;
    QSet<QString> m_stages; // in lower case: docker does not mind
};

} // namespace

DockerfileSources DockerfileSources::parse(const QByteArray &dockerfile)
{
    return Reader().read(dockerfile);
}

} // namespace windsock
