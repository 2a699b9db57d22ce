// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/AirflowObjects.h"

#include "core/workspace/HelmValues.h"
#include "core/workspace/TemplateTexts.h"
#include "core/yaml/YamlTree.h"

#include <QCoreApplication>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("AirflowObjects", text);
}

constexpr int mostObjects = 5000; // of a kind

SecretPtr secretOf(const QString &text)
{
    return std::make_shared<const SecretString>(text.toUtf8());
}

SecretPtr secretOrNone(const QString &text)
{
    return text.isEmpty() ? nullptr : secretOf(text);
}

// One entry of a list of the community chart: texts with its templates filled in, and notes about those that cannot be.
class Entry
{
public:
    Entry(const Workspace &workspace, const YamlPath &path, const TemplateTexts &templates)
        : m_workspace(workspace), m_path(path), m_templates(templates)
    {}

    QString text(const char *key) const
    {
        const auto node = m_workspace.mergedValues().at(m_path + YamlPath{QString::fromLatin1(key)});
        return node && node->IsScalar() ? helmText(*node) : QString();
    }
    // Empty where the text needs something that only the cluster has.
    QString filled(const char *key)
    {
        const TemplateTexts::Filled made = m_templates.fill(text(key));
        for (const TemplateTexts::Missing &missing : made.missing)
            note(missing.isSecret ? "secret.ref" : "configmap.ref", key, tr("Not filled in: it comes from %1").arg(missing.what));
        return made.missing.isEmpty() ? made.text : QString();
    }
    std::optional<int> number(const char *key) const
    {
        return m_workspace.mergedValues().integer(m_path + YamlPath{QString::fromLatin1(key)});
    }
    QStringList roles() const
    {
        const YamlPath path = m_path + YamlPath{QStringLiteral("role")};
        const QString one = text("role");
        QStringList several{one};
        for (int i = 0; i < m_workspace.mergedValues().count(path); ++i)
            several += m_workspace.mergedValues().text(path + YamlPath{QString::number(i)}).value_or(QString());
        several.removeAll(QString());
        return several;
    }
    bool has(const char *key) const { return helmTruth(m_workspace.mergedValues(), m_path + YamlPath{QString::fromLatin1(key)}, false); }
    SourcePlace place() const { return keyPlace(m_workspace.values(), m_path); }
    void note(const char *id, const char *key, const QString &meaning)
    {
        const YamlPath path = m_path + YamlPath{QString::fromLatin1(key)};
        m_notes += LeftOut{QString::fromLatin1(id), LeftOut::Weight::Lost, path.join(u'.'), meaning, keyPlace(m_workspace.values(), path)};
    }
    const QList<LeftOut> &notes() const { return m_notes; }

private:
    const Workspace &m_workspace;
    YamlPath m_path;
    const TemplateTexts &m_templates;
    QList<LeftOut> m_notes;
};

class Reading
{
public:
    Reading(const Workspace &workspace, AirflowObjects &into)
        : m_workspace(workspace), m_values(workspace.mergedValues()), m_objects(ValuesSecrets::of(workspace)), m_into(into)
    {}

    void community()
    {
        if (m_values.has({"airflow", "users"}))
            each("users", &Reading::takeUser);
        else
            m_into.users += defaultUser();
        each("connections", &Reading::takeConnection);
        each("variables", &Reading::takeVariable);
        each("pools", &Reading::takePool);
    }

    // One user, made by a job of the chart.
    void official()
    {
        const YamlPath older{"webserver", "defaultUser"};
        const YamlPath path = helmTruth(m_values, older, false) ? older : YamlPath{"createUserJob", "defaultUser"};
        if (!helmTruth(m_values, {"createUserJob", "enabled"}, true) || !helmTruth(m_values, path + YamlPath{"enabled"}, true))
            return;
        AirflowUser user = defaultUser();
        const auto take = [this, &path](const char *key, QString &into) {
            into = m_values.text(path + YamlPath{QString::fromLatin1(key)}).value_or(into);
        };
        user.lastName = QStringLiteral("user");
        QString password = QStringLiteral("admin"), role = user.roles.first();
        take("username", user.name);
        take("email", user.email);
        take("firstName", user.firstName);
        take("lastName", user.lastName);
        take("password", password);
        take("role", role);
        user.roles = {role};
        user.password = secretOf(password);
        user.place = m_values.has(path) ? keyPlace(m_workspace.values(), path) : SourcePlace{};
        m_into.users += user;
    }

private:
    static AirflowUser defaultUser()
    {
        const QString admin = QStringLiteral("admin");
        return {admin, {QStringLiteral("Admin")}, QStringLiteral("admin@example.com"), admin, admin, secretOf(admin), {}};
    }

    void each(const char *kind, void (Reading::*take)(Entry &))
    {
        const YamlPath list{QStringLiteral("airflow"), QString::fromLatin1(kind)};
        const TemplateTexts templates(m_workspace, {list.first(), list.last() + QStringLiteral("Templates")}, m_objects);
        for (int i = 0; i < qMin(mostObjects, m_values.count(list)); ++i) {
            Entry entry(m_workspace, list + YamlPath{QString::number(i)}, templates);
            (this->*take)(entry);
            m_into.leftOut += entry.notes();
        }
    }

    static void refuse(Entry &entry, const char *key, const QString &what) { entry.note("object.incomplete", key, what); }

    void takeUser(Entry &entry)
    {
        const QString name = entry.text("username"), password = entry.filled("password");
        const QStringList roles = entry.roles();
        if (name.isEmpty() || roles.isEmpty() || entry.text("password").isEmpty())
            return refuse(entry, "username", tr("Not made: a user needs a username, a password and a role"));
        if (password.isEmpty())
            return refuse(entry, "password", tr("The user %1 is not made: the password is not known here").arg(name));
        const QString email = entry.filled("email"), first = entry.filled("firstName"), last = entry.filled("lastName");
        m_into.users += AirflowUser{name, roles, email, first, last, secretOf(password), entry.place()};
    }

    void takeConnection(Entry &entry)
    {
        AirflowConnection connection{entry.text("id"), entry.text("type"), entry.text("description")};
        if (connection.id.isEmpty() || connection.type.isEmpty())
            return refuse(entry, "id", tr("Not made: a connection needs an id and a type"));
        connection.host = entry.filled("host");
        connection.login = entry.filled("login");
        connection.schema = entry.filled("schema");
        connection.port = entry.number("port");
        connection.password = secretOrNone(entry.filled("password"));
        connection.extra = secretOrNone(entry.filled("extra"));
        connection.place = entry.place();
        m_into.connections += connection;
    }

    void takeVariable(Entry &entry)
    {
        const QString key = entry.text("key"), value = entry.filled("value");
        if (key.isEmpty() || entry.text("value").isEmpty())
            return refuse(entry, "key", tr("Not made: a variable needs a key and a value"));
        if (!value.isEmpty())
            m_into.variables += AirflowVariable{key, secretOf(value), entry.place()};
    }

    void takePool(Entry &entry)
    {
        const QString name = entry.text("name");
        const auto size = entry.number("slots");
        if (name.isEmpty() || !size)
            return refuse(entry, "name", tr("Not made: a pool needs a name and a whole number of slots"));
        if (entry.has("policies") && helmTruth(m_values, {"airflow", "poolsUpdate"}, true))
            entry.note("pool.policies", "policies", tr("The pool %1 keeps %2 slots: nothing here follows a schedule").arg(name).arg(*size));
        m_into.pools += AirflowPool{name, entry.text("description"), *size, entry.has("include_deferred"), entry.place()};
    }

    const Workspace &m_workspace;
    const YamlDocument &m_values;
    const ValuesSecrets m_objects;
    AirflowObjects &m_into;
};

SecretPtr valueOf(const AirflowSetting &setting)
{
    return setting.isSecret() ? setting.secret : secretOf(setting.value);
}

void addFromEnvironment(const AirflowSettings &settings, AirflowObjects &into)
{
    const QString connection = QStringLiteral("AIRFLOW_CONN_"), variable = QStringLiteral("AIRFLOW_VAR_");
    for (const AirflowSetting &setting : settings.settings) {
        if (setting.name.startsWith(connection) && setting.name.size() > connection.size()) {
            AirflowConnection made{setting.name.mid(connection.size()).toLower()};
            made.uri = valueOf(setting);
            made.place = setting.place;
            into.connections += made;
        } else if (setting.name.startsWith(variable) && setting.name.size() > variable.size()) {
            into.variables += AirflowVariable{setting.name.mid(variable.size()).toLower(), valueOf(setting), setting.place};
        }
    }
}
} // namespace

AirflowObjects AirflowObjects::of(const Workspace &workspace, const AirflowSettings &settings)
{
    AirflowObjects objects;
    Reading reading(workspace, objects);
    if (workspace.chart().flavor == ChartFlavor::Official)
        reading.official();
    else
        reading.community();
    addFromEnvironment(settings, objects);
    return objects;
}

} // namespace windsock
