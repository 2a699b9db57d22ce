// SPDX-License-Identifier: Apache-2.0
// A RUN line of a Dockerfile: its pip commands, wherever in its shell text they stand, and a note about everything else.
#include "core/base/Credentials.h"
#include "core/workspace/ImageStage.h"
#include "core/workspace/RequirementsReader.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("PipInstalls", text);
}

QStringList split(const char *words)
{
    return QString::fromLatin1(words).split(u' ');
}

// Commands that change nothing about packages.
bool isHarmless(const QStringList &words)
{
    static const QStringList programs = split(
        "set unset true false : echo printf rm mkdir rmdir chmod chown chgrp cd pushd popd grep egrep test [ [[ ls cat head tail export "
        "umask touch find sleep exit airflow for shopt trap readonly local useradd usermod groupadd ldconfig locale-gen");
    static const QStringList managers = split("apt-get apt pip pip3 uv");
    static const QStringList idle = split("update clean autoclean autoremove purge cache list freeze check config show debug version");
    return programs.contains(words.value(0)) || (managers.contains(words.value(0)) && idle.contains(words.value(1)));
}

bool isPackageManager(const QString &program)
{
    static const QStringList managers = split("apt-get apt apk dnf yum microdnf dpkg");
    return managers.contains(program);
}

class Run
{
public:
    Run(const DockerfileInstruction &instruction, const QString &name, ImageStage &stage)
        : m_instruction(instruction), m_name(name), m_stage(stage), m_workDir(stage.workDir)
    {}

    void read()
    {
        const ImageFiles files = m_stage.files; // mounts and a shell's variables are there for this line only
        const ShellVariables variables = m_stage.variables;
        QString rest = m_instruction.rest;
        static const QRegularExpression option(QStringLiteral("\\A--(\\w+)=(\\S+)\\s+"));
        for (auto found = option.match(rest); found.hasMatch(); found = option.match(rest)) {
            if (found.captured(1) == u"mount")
                mount(found.captured(2));
            m_start += found.capturedLength();
            rest.remove(0, found.capturedLength());
        }
        static const QRegularExpression shell(QStringLiteral("\\A(\\S*/)?((ba|da)?sh(\\s+-\\w+)*\\s*)?<<"));
        const QStringList json = rest.startsWith(u'[') ? jsonWords(rest) : QStringList();
        if (!json.isEmpty())
            listed(json);
        else if (!m_instruction.documents.isEmpty() && shell.match(rest).hasMatch())
            documents();
        else
            script(rest, m_start, 0);
        m_stage.files = files;
        m_stage.variables = variables;
    }

private:
    // --mount=type=bind,source=requirements.txt,target=/tmp/requirements.txt
    void mount(const QString &text)
    {
        QHash<QString, QString> fields;
        for (const QString &field : text.split(u','))
            fields.insert(field.section(u'=', 0, 0), field.section(u'=', 1));
        const auto first = [&fields](std::initializer_list<const char *> names, const QString &fallback) {
            for (const char *name : names) {
                if (fields.contains(QLatin1String(name)))
                    return fields.value(QLatin1String(name));
            }
            return fallback;
        };
        const QString target = first({"target", "dst", "destination"}, {});
        const bool isContext = first({"type"}, QStringLiteral("bind")) == u"bind" && !fields.contains(QStringLiteral("from"));
        if (isContext && !target.isEmpty())
            m_stage.files.copy({first({"source", "src"}, QStringLiteral("."))}, target, m_stage.workDir);
    }

    void listed(const QStringList &words)
    {
        ShellCommand made;
        for (const QString &word : words)
            made.words += ShellWord{word, true, 0};
        take(made, m_start, 0);
    }

    // RUN <<EOF … EOF, also behind `bash`; what another program reads there is its own affair.
    void documents()
    {
        for (const DockerfileInstruction::Document &document : m_instruction.documents) {
            m_document = &document;
            script(document.text, 0, 0);
        }
        m_document = nullptr;
    }

    void script(const QString &text, qsizetype start, int depth)
    {
        for (const ShellCommand &command : parseShell(text, m_stage.variables))
            take(command, start, depth);
    }

    SourcePlace placeOf(qsizetype offset) const
    {
        if (!m_document)
            return {m_name, m_instruction.lineAt(offset)};
        return {m_name, m_document->line + int(m_document->text.first(qMin(offset, m_document->text.size())).count(u'\n'))};
    }

    // Offsets within a script in quotes are near enough: they begin where the quotes do.
    void take(const ShellCommand &command, qsizetype start, int depth)
    {
        constexpr int deepest = 3;
        const SourcePlace place = placeOf(start + command.words.first().at);
        const QStringList words = programWords(command);
        if (const auto parts = pipInstall(command))
            install(command, *parts, start);
        else if (const auto nested = nestedScript(command); nested && depth < deepest)
            script(nested->text, start + nested->at, depth + 1);
        else if (words.value(0) == u"cd")
            m_workDir = ImageFiles::absolute(words.value(1), m_workDir);
        else if (words.isEmpty() || isHarmless(words))
            return;
        else if (isPackageManager(words.first()))
            leaveOut("image.packages", words.join(u' '),
                     tr("System packages are not installed: what needs them must find them on this machine"), place);
        else
            leaveOut("image.command", words.first(), tr("This command of the image's build is not run"), place);
    }

    void install(const ShellCommand &command, const QList<PipPart> &parts, qsizetype start)
    {
        const SourcePlace place = placeOf(start + command.words.first().at);
        if (command.isAlternative)
            return leaveOut("pip.alternative", command.texts().join(u' ').left(120),
                            tr("Whether the image's build comes to this is not known; it is not done here"), place);
        for (const QString &word : command.lostToRedirection)
            leaveOut("pip.redirection", u'>' + word,
                     tr("Without quotes the shell takes > for a redirection, and pip never sees this version"), place);
        RequirementsReader reader(m_stage.files, m_stage.variables, m_stage.packages, m_stage.leftOut);
        indexes(reader, place);
        for (const PipPart &part : parts)
            reader.take(part, m_workDir, placeOf(start + part.at));
    }

    // What pip and uv would read from the build's environment.
    void indexes(RequirementsReader &reader, const SourcePlace &place)
    {
        static const QList<std::pair<QString, QString>> options{
            {QStringLiteral("PIP_INDEX_URL"), QStringLiteral("--index-url ")},
            {QStringLiteral("UV_DEFAULT_INDEX"), QStringLiteral("--index-url ")},
            {QStringLiteral("PIP_EXTRA_INDEX_URL"), QStringLiteral("--extra-index-url ")},
            {QStringLiteral("UV_INDEX"), QStringLiteral("--extra-index-url ")},
            {QStringLiteral("PIP_CONSTRAINT"), QStringLiteral("-c ")},
            {QStringLiteral("UV_CONSTRAINT"), QStringLiteral("-c ")}};
        const QList<PipLine> known = m_stage.packages;
        for (const auto &[variable, option] : options) {
            for (const QString &value : m_stage.variables.value(variable).split(u' ', Qt::SkipEmptyParts)) {
                const QString text = option + value;
                const auto isSame = [&text](const PipLine &line) { return line.text == text; };
                if (const auto part = requirementsOption(text); part && std::none_of(known.begin(), known.end(), isSame))
                    reader.take(*part, m_stage.workDir, place);
            }
        }
    }

    void leaveOut(const char *id, const QString &key, const QString &meaning, const SourcePlace &place)
    {
        m_stage.leaveOut({QString::fromLatin1(id), LeftOut::Weight::Lost, withoutCredentials(key), meaning, place});
    }

    const DockerfileInstruction &m_instruction;
    const QString m_name;
    ImageStage &m_stage;
    QString m_workDir;
    qsizetype m_start = 0; // of the command behind the options
    const DockerfileInstruction::Document *m_document = nullptr;
};
} // namespace

void runInStage(const DockerfileInstruction &instruction, const QString &name, ImageStage &stage)
{
    Run(instruction, name, stage).read();
}

} // namespace windsock
