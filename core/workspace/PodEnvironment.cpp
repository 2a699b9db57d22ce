// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/PodEnvironment.h"

#include "core/tools/Version.h"
#include "core/workspace/DagBundles.h"
#include "core/workspace/HelmValues.h"
#include "core/yaml/YamlTree.h"

#include <QCoreApplication>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("PodEnvironment", text);
}

constexpr int mostVariables = 2000; // of one list; what stands behind is not looked at

class Gathering
{
public:
    explicit Gathering(const Workspace &workspace)
        : m_workspace(workspace), m_values(workspace.mergedValues()), m_facts(helmFacts(workspace)),
          m_objects(ValuesSecrets::of(workspace)), m_version(Version::find(workspace.airflowVersion()))
    {}

    PodEnvironment community()
    {
        fixed("TZ", "Etc/UTC"); // templates/config/secret-config-envs.yaml
        single({"triggerer", "capacity"}, "AIRFLOW__TRIGGERER__DEFAULT_CAPACITY");
        single({"airflow", "fernetKey"}, "AIRFLOW__CORE__FERNET_KEY");
        single({"airflow", "webserverSecretKey"}, "AIRFLOW__WEBSERVER__SECRET_KEY");
        for (const QString &name : m_values.keys({"airflow", "config"}))
            single({"airflow", "config", name}, name); // not a template: Jinja's braces are Airflow's own
        list({"airflow", "extraEnv"}, AirflowPart::All);
        return m_found;
    }

    PodEnvironment official()
    {
        officialDefaults();
        bundles();
        for (const QString &section : m_values.keys({"config"})) {
            for (const QString &option : m_values.keys({"config", section}))
                templated({"config", section, option}, optionName(section, option));
        }
        envFrom({"extraEnvFrom"});
        list({"env"}, AirflowPart::All);
        secrets({"secret"});
        list({"extraEnv"}, AirflowPart::All);
        builtIn({"fernetKey"}, "AIRFLOW__CORE__FERNET_KEY");
        if (!m_version || m_version->major < 3)
            builtIn({"webserverSecretKey"}, "AIRFLOW__WEBSERVER__SECRET_KEY");
        if (!m_version || m_version->major >= 3) {
            builtIn({"apiSecretKey"}, "AIRFLOW__API__SECRET_KEY");
            builtIn({"jwtSecret"}, "AIRFLOW__API_AUTH__JWT_SECRET");
        }
        officialParts();
        return m_found;
    }

private:
    static QString optionName(const QString &section, const QString &option)
    {
        QString words = section;
        return (QStringLiteral("AIRFLOW__") + words.replace(u'.', u'_') + QStringLiteral("__") + option).toUpper();
    }

    void fixed(const char *name, const char *value)
    {
        m_found.variables += PodVariable{QString::fromLatin1(name), QString::fromLatin1(value)};
    }

    // values.yaml of 1.22: what changes how Airflow behaves and has nothing to do with the cluster
    void officialDefaults()
    {
        fixed("AIRFLOW__CORE__LOAD_EXAMPLES", "False");
        fixed("AIRFLOW__LOGGING__COLORED_CONSOLE_LOG", "False");
        if (m_version && m_version->major >= 3)
            fixed("AIRFLOW__CORE__AUTH_MANAGER", "airflow.providers.fab.auth_manager.fab_auth_manager.FabAuthManager");
    }

    // The chart writes it into `config`, where a value of the user's own wins.
    void bundles()
    {
        if ((m_version && m_version->major < 3) || m_values.has({"config", "dag_processor", "dag_bundle_config_list"}))
            return;
        const DagBundles found = DagBundles::of(m_workspace);
        m_found.leftOut += found.leftOut;
        if (!found.json)
            return;
        PodVariable variable{QStringLiteral("AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST"), *found.json};
        variable.key = DagBundles::key().join(u'.');
        variable.place = keyPlace(m_workspace.values(), DagBundles::key());
        m_found.variables += variable;
    }

    void officialParts()
    {
        const bool old = m_version && m_version->major < 3, current = m_version && m_version->major >= 3;
        for (const YamlPath &workers : {YamlPath{"workers"}, YamlPath{"workers", "celery"}, YamlPath{"workers", "kubernetes"}})
            list(workers + YamlPath{"env"}, AirflowPart::Scheduler);
        list({"scheduler", "env"}, AirflowPart::Scheduler);
        list({"triggerer", "env"}, AirflowPart::Triggerer);
        list({"dagProcessor", "env"}, AirflowPart::DagProcessor);
        if (!current)
            list({"webserver", "env"}, AirflowPart::Web);
        if (!old)
            list({"apiServer", "env"}, AirflowPart::Web);
    }

    // A scalar of the values as it is.
    void single(const YamlPath &path, const QString &name)
    {
        const auto node = m_values.at(path);
        if (!node || yaml::isNull(*node) || (node->IsScalar() && node->Scalar().empty()))
            return; // the chart leaves it out, or makes one of its own
        PodVariable variable{name, helmText(*node)};
        variable.key = path.join(u'.');
        variable.place = keyPlace(m_workspace.values(), path);
        if (!node->IsScalar())
            unknown(variable, "value.shape", tr("it is no text"));
        m_found.variables += variable;
    }

    void builtIn(const YamlPath &path, const char *name)
    {
        if (helmTruth(m_values, {"enableBuiltInSecretEnvVars", QString::fromLatin1(name)}, true))
            single(path, QString::fromLatin1(name));
    }

    void templated(const YamlPath &path, const QString &name)
    {
        const auto before = m_found.variables.size();
        single(path, name);
        if (m_found.variables.size() > before)
            evaluate(m_found.variables.last());
    }

    void evaluate(PodVariable &variable)
    {
        const auto text = simpleTemplate(variable.value, m_facts);
        if (text)
            variable.value = *text;
        else
            unknown(variable, "template", tr("only Helm can tell what its template gives"));
    }

    static void unknown(PodVariable &variable, const char *id, const QString &why)
    {
        variable.isKnown = false;
        variable.value.clear();
        variable.whyId = QString::fromLatin1(id);
        variable.why = why;
    }

    // A list of {name, value | valueFrom}, which the official chart's extraEnv has as a text.
    void list(const YamlPath &path, AirflowPart part)
    {
        const auto written = embeddedYaml(m_workspace, path, m_facts);
        if (!written)
            return;
        if (!*written || !(*written)->document.root().IsSequence())
            return unreadable(path, *written);
        const EmbeddedYaml &yaml = **written;
        for (int i = 0; i < qMin(mostVariables, yaml.document.count({})); ++i) {
            const YamlPath at{QString::number(i)};
            PodVariable variable{yaml.document.text(at + YamlPath{"name"}).value_or(QString())};
            if (variable.name.isEmpty())
                continue; // Kubernetes would refuse it
            variable.part = part;
            variable.key = (path + at).join(u'.');
            variable.place = yaml.place(at + YamlPath{"name"});
            const auto value = yaml.document.at(at + YamlPath{"value"});
            if (value && value->IsScalar())
                variable.value = helmText(*value);
            else if (yaml.document.has(at + YamlPath{"valueFrom"}))
                resolve(variable, yaml.document, at + YamlPath{"valueFrom"});
            m_found.variables += variable;
        }
    }

    void unreadable(const YamlPath &path, const Result<EmbeddedYaml> &written)
    {
        const auto node = m_values.at(path);
        if (written && node && (node->IsScalar() ? yaml::scalar(*node).trimmed().isEmpty() : node->size() == 0))
            return; // an empty text or map
        const QString why = written ? tr("It is no list of variables") : written.error().what;
        m_found.leftOut += LeftOut{QStringLiteral("env.unreadable"), LeftOut::Weight::Lost, path.join(u'.'),
                                   tr("These variables are not set: %1").arg(why), written ? written->start : written.error().place};
    }

    void resolve(PodVariable &variable, const YamlDocument &document, const YamlPath &from)
    {
        for (const auto &[key, kind] :
             {std::pair("secretKeyRef", ValuesSecrets::Kind::Secret), std::pair("configMapKeyRef", ValuesSecrets::Kind::ConfigMap)}) {
            const YamlPath ref = from + YamlPath{QString::fromLatin1(key)};
            if (document.has(ref))
                return lookUp(variable, kind, document.text(ref + YamlPath{"name"}).value_or(QString()),
                              document.text(ref + YamlPath{"key"}).value_or(QString()));
        }
        unknown(variable, "field.ref", tr("it describes the pod, and there is none"));
    }

    void lookUp(PodVariable &variable, ValuesSecrets::Kind kind, const QString &object, const QString &key)
    {
        if (const auto entry = m_objects.find(kind, object, key)) {
            variable.value = entry->value;
            return;
        }
        if (kind == ValuesSecrets::Kind::Secret)
            unknown(variable, "secret.ref", tr("it comes from the cluster's Secret %1, key %2").arg(object, key));
        else
            unknown(variable, "configmap.ref", tr("it comes from the cluster's ConfigMap %1, key %2").arg(object, key));
    }

    // The older spelling of secretKeyRef: {envName, secretName, secretKey}
    void secrets(const YamlPath &path)
    {
        for (int i = 0; i < qMin(mostVariables, m_values.count(path)); ++i) {
            const YamlPath at = path + YamlPath{QString::number(i)};
            PodVariable variable{m_values.text(at + YamlPath{"envName"}).value_or(QString())};
            variable.key = at.join(u'.');
            variable.place = keyPlace(m_workspace.values(), at + YamlPath{"envName"});
            lookUp(variable, ValuesSecrets::Kind::Secret, m_values.text(at + YamlPath{"secretName"}).value_or(QString()),
                   m_values.text(at + YamlPath{"secretKey"}).value_or(QStringLiteral("value")));
            if (!variable.name.isEmpty())
                m_found.variables += variable;
        }
    }

    void envFrom(const YamlPath &path)
    {
        const auto written = embeddedYaml(m_workspace, path, m_facts);
        if (!written)
            return;
        if (!*written || !(*written)->document.root().IsSequence())
            return unreadable(path, *written);
        const EmbeddedYaml &yaml = **written;
        for (int i = 0; i < qMin(mostVariables, yaml.document.count({})); ++i) {
            const YamlPath at{QString::number(i)};
            const bool isSecret = yaml.document.has(at + YamlPath{"secretRef"});
            const QString ref = isSecret ? QStringLiteral("secretRef") : QStringLiteral("configMapRef");
            const QString name = yaml.document.text(at + YamlPath{ref, "name"}).value_or(QString());
            const auto content = m_objects.find(isSecret ? ValuesSecrets::Kind::Secret : ValuesSecrets::Kind::ConfigMap, name);
            const QString prefix = yaml.document.text(at + YamlPath{"prefix"}).value_or(QString());
            if (content)
                takeAll(*content, prefix, (path + at).join(u'.'));
            else
                m_found.leftOut += LeftOut{isSecret ? QStringLiteral("secret.ref") : QStringLiteral("configmap.ref"), LeftOut::Weight::Lost,
                                           (path + at).join(u'.'),
                                           tr("The variables of the cluster's %1 %2 are not set")
                                               .arg(isSecret ? QStringLiteral("Secret") : QStringLiteral("ConfigMap"), name),
                                           yaml.place(at)};
        }
    }

    void takeAll(const ValuesSecrets::Content &content, const QString &prefix, const QString &key)
    {
        for (auto entry = content.cbegin(); entry != content.cend(); ++entry) {
            PodVariable variable{prefix + entry.key(), entry->value};
            variable.key = key;
            variable.place = entry->place;
            m_found.variables += variable;
        }
    }

    const Workspace &m_workspace;
    const YamlDocument &m_values;
    const HelmFacts m_facts;
    const ValuesSecrets m_objects;
    const std::optional<Version> m_version;
    PodEnvironment m_found;
};
} // namespace

PodEnvironment PodEnvironment::of(const Workspace &workspace)
{
    Gathering gathering(workspace);
    return workspace.chart().flavor == ChartFlavor::Official ? gathering.official() : gathering.community();
}

} // namespace windsock
