// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/Component.h"

#include "core/net/JsonReader.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace windsock {

namespace {
constexpr int longestGrace = 3600; // seconds

QString tr(const char *text)
{
    return QCoreApplication::translate("Component", text);
}

QStringList textsOf(const JsonReader &list)
{
    QStringList texts;
    for (const JsonReader &item : list.items())
        texts += item.text();
    return texts;
}

Error objection(const QString &source, const QString &what, const Component &component)
{
    Error error = Error::badInput(what.arg(component.id), {source}, tr("Start the workspace anew: its components are written again"));
    error.rule = "supervise.component";
    return error;
}

bool mayBe(const QString &path)
{
    return path.isEmpty() || QDir::isAbsolutePath(path);
}
} // namespace

QString Component::fingerprint() const
{
    QJsonObject json = toJson(*this);
    for (const char *name : {"title", "needs", "keepsHelpers", "secrets"})
        json.remove(QLatin1String(name));
    const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact); // names in alphabetical order
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(16));
}

QJsonObject toJson(const Component &component)
{
    QJsonObject environment;
    for (auto it = component.environment.cbegin(); it != component.environment.cend(); ++it)
        environment[it.key()] = it.value();
    return {{"id", component.id},
            {"title", component.title},
            {"program", component.program},
            {"args", QJsonArray::fromStringList(component.args)},
            {"workDir", component.workDir},
            {"logFile", component.logFile},
            {"stopSignal", component.stopSignal == StopSignal::Interrupt ? "interrupt" : "terminate"},
            {"graceSeconds", int(component.grace.count())},
            {"environment", environment},
            {"secrets", QJsonArray::fromStringList(component.secrets)},
            {"needs", QJsonArray::fromStringList(component.needs)},
            {"keepsHelpers", component.keepsHelpers}};
}

std::optional<Error> objectionTo(const Component &component, const QString &source)
{
    static const QRegularExpression id("^[a-z0-9_-]{1,40}$");
    if (!id.match(component.id).hasMatch())
        return objection(source, tr("“%1” cannot be a component's id"), component);
    if (!QDir::isAbsolutePath(component.program) || !QDir::isAbsolutePath(component.logFile) || !mayBe(component.workDir))
        return objection(source, tr("Component %1: a path is not absolute"), component);
    if (component.grace.count() < 0 || component.grace.count() > longestGrace)
        return objection(source, tr("Component %1: the time to stop in has to be between 0 s and 1 h"), component);
    return std::nullopt;
}

Result<Component> componentFromJson(const QJsonObject &json, const QString &source)
{
    const JsonReader reader(json, source);
    Component component;
    component.id = reader["id"].text();
    component.title = reader["title"].text(component.id);
    component.program = reader["program"].text();
    component.args = textsOf(reader["args"]);
    component.workDir = reader["workDir"].text(QString());
    component.logFile = reader["logFile"].text();
    component.stopSignal = reader["stopSignal"].text("terminate") == "interrupt" ? StopSignal::Interrupt : StopSignal::Terminate;
    component.grace = std::chrono::seconds(reader["graceSeconds"].integer(int(component.grace.count())));
    component.environment = reader["environment"].texts();
    component.secrets = textsOf(reader["secrets"]);
    component.needs = textsOf(reader["needs"]);
    component.keepsHelpers = reader["keepsHelpers"].boolean(false);
    if (const auto failure = reader.failure()) {
        Error error = objection(source, tr("Component %1 cannot be understood"), component);
        error.why = failure->why;
        return error;
    }
    if (const auto error = objectionTo(component, source))
        return *error;
    return component;
}

} // namespace windsock
