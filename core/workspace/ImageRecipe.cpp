// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/ImageRecipe.h"

#include "core/workspace/AirflowValues.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("PipInstalls", text);
}

// ENV of the official image (its Dockerfile); what else it sets does not matter to a RUN line.
ImageStage beginningWith(const QString &base, const QString &context)
{
    ImageStage stage{base, {}, ImageFiles(context)};
    if (!base.contains(QStringLiteral("airflow")))
        return stage;
    stage.workDir = QStringLiteral("/opt/airflow");
    stage.variables = {{QStringLiteral("AIRFLOW_HOME"), QStringLiteral("/opt/airflow")},
                       {QStringLiteral("HOME"), QStringLiteral("/home/airflow")},
                       {QStringLiteral("AIRFLOW_USER_HOME_DIR"), QStringLiteral("/home/airflow")}};
    const QString version = versionInTag(base.section(u':', -1).section(u'@', 0, 0));
    if (!version.isEmpty())
        stage.variables.insert(QStringLiteral("AIRFLOW_VERSION"), version);
    return stage;
}

QStringList textsOf(const QList<ShellWord> &words)
{
    QStringList texts;
    for (const ShellWord &word : words)
        texts += word.text;
    return texts;
}

class Recipe
{
public:
    Recipe(const QString &name, const QString &context) : m_name(name), m_context(context) {}

    void take(const DockerfileInstruction &instruction)
    {
        m_instruction = &instruction;
        const QString &word = instruction.word;
        if (word == u"FROM")
            from();
        else if (word == u"ARG")
            argument();
        else if (word == u"ENV")
            environment();
        else if (word == u"WORKDIR")
            m_stage.workDir = ImageFiles::absolute(textsOf(words()).join(u' '), m_stage.workDir);
        else if (word == u"COPY" || word == u"ADD")
            copy();
        else if (word == u"RUN")
            runInStage(instruction, m_name, m_stage);
        if (!m_stageName.isEmpty())
            m_stages.insert(m_stageName, m_stage);
    }
    ImageStage finish() const { return m_stage; }

private:
    SourcePlace place() const { return {m_name, m_instruction->line}; }
    QList<ShellWord> words() const { return shellWords(m_instruction->rest, m_stage.variables); }

    void from()
    {
        QStringList list = textsOf(shellWords(m_instruction->rest, m_globals));
        while (!list.isEmpty() && list.first().startsWith(u"--"))
            list.removeFirst();
        const QString base = list.value(0);
        const auto earlier = m_stages.constFind(base.toLower());
        m_stage = earlier != m_stages.cend() ? ImageStage(*earlier) : beginningWith(base, m_context);
        m_stage.basePlace = earlier != m_stages.cend() ? earlier->basePlace : place();
        m_stageName = list.value(1).compare(u"AS", Qt::CaseInsensitive) == 0 ? list.value(2).toLower() : QString();
        m_hasBegun = true;
    }

    // Above the first FROM: defaults, which a stage sees once it names them again.
    void argument()
    {
        ShellVariables &into = m_hasBegun ? m_stage.variables : m_globals;
        for (const ShellWord &word : shellWords(m_instruction->rest, into)) {
            const QString name = word.text.section(u'=', 0, 0);
            if (word.text.contains(u'=') && word.isKnown)
                into.insert(name, word.text.section(u'=', 1));
            else if (m_globals.contains(name))
                into.insert(name, m_globals.value(name));
        }
    }

    void environment()
    {
        const QList<ShellWord> all = words();
        const bool isOldForm = !all.isEmpty() && !all.first().text.contains(u'='); // ENV NAME the rest
        if (isOldForm)
            setVariable(all.first().text, textsOf(all.mid(1)).join(u' '), true);
        for (const ShellWord &word : isOldForm ? QList<ShellWord>() : all)
            setVariable(word.text.section(u'=', 0, 0), word.text.section(u'=', 1), word.isKnown);
    }

    void setVariable(const QString &name, const QString &value, bool isKnown)
    {
        static const QRegularExpression ofTheImage(QStringLiteral("\\A(PATH|PIP_.*|UV_.*|LANG|LC_.*|DEBIAN_.*|APT_.*)\\z"));
        if (isKnown)
            m_stage.variables.insert(name, value);
        else
            m_stage.variables.remove(name);
        if (ofTheImage.match(name).hasMatch())
            return;
        const QString key = QStringLiteral("ENV ") + name;
        if (!isKnown)
            return leaveOut("image.environment", key, tr("%1 is not set: only a build of the image can tell its value").arg(name));
        AirflowSetting setting{name};
        setting.key = key;
        setting.place = place();
        if (isSensitive(name))
            setting.secret = std::make_shared<const SecretString>(value.toUtf8());
        else
            setting.value = value;
        m_stage.environment += setting;
    }

    void copy()
    {
        const QString &rest = m_instruction->rest;
        QStringList list = textsOf(words());
        bool isFromStage = false;
        while (!list.isEmpty() && list.first().startsWith(u"--"))
            isFromStage = list.takeFirst().startsWith(u"--from=") || isFromStage;
        if (const QStringList json = jsonWords(rest.mid(qMax<qsizetype>(0, rest.indexOf(u'[')))); !json.isEmpty())
            list = json; // the form for names with blanks
        list.removeIf([](const QString &word) { return word.startsWith(u"<<"); });
        const QString target = list.isEmpty() ? QString() : list.takeLast();
        if (isFromStage)
            return foreign(list);
        const QList<DockerfileInstruction::Document> &documents = m_instruction->documents;
        if (documents.size() == 1)
            m_stage.files.write(ImageFiles::absolute(target, m_stage.workDir), documents.first().text, {m_name, documents.first().line});
        m_stage.files.copy(list, target, m_stage.workDir, place());
    }

    void foreign(const QStringList &sources)
    {
        const auto isInstaller = [](const QString &path) { return path.section(u'/', -1) == u"uv" || path.section(u'/', -1) == u"uvx"; };
        if (!std::all_of(sources.begin(), sources.end(), isInstaller))
            leaveOut("image.stage", sources.join(u' '), tr("What another image or stage of the Dockerfile has made is not here"));
    }

    void leaveOut(const char *id, const QString &key, const QString &meaning)
    {
        m_stage.leaveOut({QString::fromLatin1(id), LeftOut::Weight::Lost, key, meaning, place()});
    }

    const QString m_name, m_context;
    const DockerfileInstruction *m_instruction = nullptr;
    ShellVariables m_globals; // ARG lines above the first FROM
    ImageStage m_stage;
    QString m_stageName;
    QHash<QString, ImageStage> m_stages;
    bool m_hasBegun = false;
};
} // namespace

QStringList jsonWords(const QString &text)
{
    QStringList words;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &value : array)
        words += value.toString();
    return words;
}

ImageStage readImageRecipe(const QByteArray &dockerfile, const QString &name, const QString &context)
{
    Recipe recipe(name, context);
    for (const DockerfileInstruction &instruction : dockerfileInstructions(QString::fromUtf8(dockerfile)))
        recipe.take(instruction);
    return recipe.finish();
}

} // namespace windsock
