// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/MigrationHead.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("MigrationHead", text);
}

// The same answer as airflow.utils.db.check_migrations has in memory (read in 2.10.5 and 3.2.2).
constexpr char question[] = R"PY(import ast, importlib, importlib.util, json, pathlib

def text_of(path):
    return pathlib.Path(path).read_text(encoding='utf-8')

# Alembic's own rule: a head is a revision that no other one follows. Read as text: running 100 migrations imports Airflow.
def heads_in(folder):
    known, followed = set(), set()
    for file in pathlib.Path(folder, 'versions').glob('*.py'):
        found = {}
        for node in ast.parse(text_of(file)).body:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
            for target in targets:
                if isinstance(target, ast.Name) and target.id in ('revision', 'down_revision'):
                    found[target.id] = ast.literal_eval(node.value)
        if 'revision' in found:
            known.add(found['revision'])
            before = found['down_revision'] or ()
            followed.update([before] if isinstance(before, str) else before)
    return sorted(known - followed)

def load(path):
    module, name = path.rsplit('.', 1)
    return getattr(importlib.import_module(module), name)

# What an auth manager names as its database manager. As text where that is sure: importing it brings up the web server.
def declared(path):
    module, name = path.rsplit('.', 1)
    spec = importlib.util.find_spec(module)
    for node in ast.parse(text_of(spec.origin)).body:
        if isinstance(node, ast.ClassDef) and node.name == name:
            for part in node.body:
                if isinstance(part, ast.FunctionDef) and part.name == 'get_db_manager' and isinstance(part.body[-1], ast.Return):
                    return ast.literal_eval(part.body[-1].value) or ''
            if any('BaseAuthManager' in ast.dump(base) for base in node.bases):
                return ''
    return load(path).get_db_manager() or ''

airflow = pathlib.Path(importlib.util.find_spec('airflow').submodule_search_locations[0])
answer = {'heads': heads_in(airflow / 'migrations'), 'external': False}
# Airflow 3 checks the tables of its database managers too: those that providers bring, those of the configuration
# and the one that the auth manager names.
source = text_of(airflow / 'utils' / 'db.py')
if 'RunDBManager' in source[source.index('def check_migrations'):].split('\ndef ', 1)[0]:
    from airflow.configuration import conf
    from airflow.providers_manager import ProvidersManager
    fab = 'airflow.providers.fab.auth_manager.'
    auths = {conf.get('core', 'auth_manager'), fab + 'fab_auth_manager.FabAuthManager',
             'airflow.api_fastapi.auth.managers.simple.simple_auth_manager.SimpleAuthManager'}
    always = list(getattr(ProvidersManager(), 'db_managers', []))
    answer.update(external=True, always=always, managers={}, auth={}, defaultAuth=conf.get('core', 'auth_manager'))
    for path in sorted(auths):
        if importlib.util.find_spec(path.rsplit('.', 2)[0]) is not None:
            answer['auth'][path] = declared(path)
    wanted = always + list(answer['auth'].values())
    wanted += [m.strip() for m in (conf.get('database', 'external_db_managers', fallback='') or '').split(',')]
    for path in sorted(set(wanted) - {''}):
        manager = load(path)
        answer['managers'][path] = {'table': manager.version_table_name, 'heads': heads_in(manager.migration_dir)}
print(json.dumps(answer))
)PY";

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue &item : value.toArray())
        texts += item.toString();
    return texts;
}

// They go into SQL and into a script: nothing but names.
bool areNames(const QStringList &texts)
{
    static const QRegularExpression name(QStringLiteral("^[A-Za-z0-9_.]+$"));
    return std::all_of(texts.begin(), texts.end(), [](const QString &text) { return name.match(text).hasMatch(); });
}

Error notUnderstood(const QString &why)
{
    return {Error::Code::NotFound, tr("The image did not tell which database revision its Airflow needs"), why,
            tr("Nothing to do: Airflow's own check is used, which takes longer")};
}
} // namespace

QJsonObject MigrationHeads::toJson() const
{
    QJsonObject managersJson, auth;
    for (auto it = managers.begin(); it != managers.end(); ++it)
        managersJson[it.key()] =
            QJsonObject{{QStringLiteral("table"), it->table}, {QStringLiteral("heads"), QJsonArray::fromStringList(it->heads)}};
    for (auto it = authManagers.begin(); it != authManagers.end(); ++it)
        auth[it.key()] = it.value();
    QJsonObject json{{QStringLiteral("heads"), QJsonArray::fromStringList(heads)}, {QStringLiteral("external"), asksManagers}};
    if (asksManagers) {
        json[QStringLiteral("always")] = QJsonArray::fromStringList(alwaysAsked);
        json[QStringLiteral("managers")] = managersJson;
        json[QStringLiteral("auth")] = auth;
        json[QStringLiteral("defaultAuth")] = defaultAuthManager;
    }
    return json;
}

Result<MigrationHeads> MigrationHeads::fromJson(const QJsonObject &json)
{
    MigrationHeads made;
    made.heads = textsOf(json[QStringLiteral("heads")]);
    made.asksManagers = json[QStringLiteral("external")].toBool();
    made.alwaysAsked = textsOf(json[QStringLiteral("always")]);
    made.defaultAuthManager = json[QStringLiteral("defaultAuth")].toString();
    QStringList names = made.heads + made.alwaysAsked;
    const QJsonObject managers = json[QStringLiteral("managers")].toObject();
    for (auto it = managers.begin(); it != managers.end(); ++it) {
        const QJsonObject manager = it->toObject();
        made.managers[it.key()] = {manager[QStringLiteral("table")].toString(), textsOf(manager[QStringLiteral("heads")])};
        names += QStringList{it.key(), made.managers[it.key()].table} + made.managers[it.key()].heads;
    }
    const QJsonObject auth = json[QStringLiteral("auth")].toObject();
    for (auto it = auth.begin(); it != auth.end(); ++it) {
        made.authManagers[it.key()] = it->toString();
        names += it.key();
    }
    if (made.heads.isEmpty() || !areNames(names) || (made.asksManagers && made.defaultAuthManager.isEmpty()))
        return notUnderstood(tr("Its answer lacks the revision, or holds something other than names"));
    return made;
}

namespace migrationHead {

Command ask(const QString &image)
{
    Command command{.tool = Tool::Docker,
                    .args = {QStringLiteral("run"), QStringLiteral("--rm"), QStringLiteral("--network"), QStringLiteral("none"),
                             QStringLiteral("--entrypoint"), QStringLiteral("python"), image, QStringLiteral("-c"),
                             QString::fromUtf8(question)}};
    command.limit = std::chrono::seconds(120);
    return command;
}

Result<MigrationHeads> parse(const QByteArray &out)
{
    // Airflow 3 logs to stdout while it is imported: the answer is the last line.
    const QByteArray last = out.trimmed().split('\n').last();
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(last, &problem);
    if (!document.isObject())
        return notUnderstood(tr("Its answer is no JSON: %1").arg(problem.errorString()));
    return MigrationHeads::fromJson(document.object());
}

} // namespace migrationHead

} // namespace windsock
