// SPDX-License-Identifier: Apache-2.0
// The environment that children get: what a desktop program needs to reach its engine, registries and proxies, nothing else.
//
// An allow-list, not a deny-list. A variable of the user's shell may point a tool at another cluster (KUBECONFIG,
// HELM_KUBECONTEXT, KIND_EXPERIMENTAL_PROVIDER), change what a program loads (LD_PRELOAD, PYTHONPATH) or carry a secret
// (VAULT_TOKEN, AWS_SECRET_ACCESS_KEY, AIRFLOW__CORE__FERNET_KEY); tools grow new ones with every release, and forgetting
// one of those is worse than forgetting a harmless one. What a command needs beyond the list it names itself
// (Command::environment).
#pragma once

#include <QMap>
#include <QProcessEnvironment>
#include <QStringList>

namespace windsock {

// `searchPath` becomes PATH: tools look for each other there (kind starts docker, docker its credential helpers).
QProcessEnvironment cleanEnvironment(const QProcessEnvironment &inherited, const QStringList &searchPath);

// The whole environment (Command::inheritsEnvironment = false) of a program that serves, or that prepares one: who and where
// (HOME, USER, LOGNAME, TMPDIR, TZ), the language, proxies and certificates, PATH. Nothing of the desktop session, the engine or the
// clouds, nothing that Airflow or Python would read, nothing of Windsock's own.
QMap<QString, QString> serverEnvironment(const QProcessEnvironment &inherited, const QStringList &searchPath);

bool childrenMaySee(const QString &name);

} // namespace windsock
