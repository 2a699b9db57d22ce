// SPDX-License-Identifier: Apache-2.0
#include "core/python/Pip.h"

#include "core/base/Credentials.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace windsock::pip {

namespace {
using Code = Error::Code;
constexpr PythonVersion leastPython{3, 8}; // of uv's wheel

QString tr(const char *text)
{
    return QCoreApplication::translate("Pip", text);
}

QStringList wheelsIn(const QString &folder)
{
    QStringList wheels;
    for (const QString &name : QDir(folder).entryList({QStringLiteral("pip-*.whl")}, QDir::Files, QDir::Name | QDir::Reversed))
        wheels += folder + u'/' + name;
    return wheels;
}

QString ensurepipOf(const PythonProgram &python)
{
    // bin/python3.12 → lib/python3.12/ensurepip/_bundled; the link in bin may lead into another prefix
    const QString prefix = QFileInfo(QFileInfo(python.path).canonicalPath()).path();
    return prefix + QStringLiteral("/lib/python%1/ensurepip/_bundled").arg(python.minor().text());
}

struct Meaning
{
    const char *sign;
    Code code;
    const char *rule;
    const char *what;
    const char *todo;
};

// What kept pip from reaching the index stands above "No matching distribution", which it says then, too.
const Meaning meanings[] = {
    {"No space left on device|Disk quota exceeded", Code::ToolFailed, "uv.disk-full", QT_TRANSLATE_NOOP("Pip", "The disk is full"),
     QT_TRANSLATE_NOOP("Pip", "Free some space, then start again")},
    {"DO NOT MATCH THE HASHES", Code::Network, "uv.hash", QT_TRANSLATE_NOOP("Pip", "The downloaded uv is not as it was published"),
     QT_TRANSLATE_NOOP("Pip", "Try again. If it stays so, something on the way changes files (a proxy, a mirror): install uv by hand")},
    {"\\b40[137] (?:Client )?Error|Credentials not correct|Proxy Authentication", Code::Auth, "uv.auth",
     QT_TRANSLATE_NOOP("Pip", "The package index does not let us in"),
     QT_TRANSLATE_NOOP("Pip", "Check the index's address and credentials in pip's settings")},
    {"connection broken by|NewConnectionError|ConnectTimeout|ReadTimeout|Max retries|name "
     "resolution|SSLError|CERTIFICATE_VERIFY|ProxyError",
     Code::Network, "uv.unreachable", QT_TRANSLATE_NOOP("Pip", "The package index cannot be reached"),
     QT_TRANSLATE_NOOP("Pip", "Check the network, the proxy and, where there is one, the mirror in pip's settings; or install uv by hand")},
    {"No matching distribution|Could not find a version", Code::NotFound, "uv.no-version",
     QT_TRANSLATE_NOOP("Pip", "The package index gives no uv for this machine"),
     QT_TRANSLATE_NOOP(
         "Pip", "Check the network and pip's settings, or install uv by hand: https://docs.astral.sh/uv/getting-started/installation/")},
};

QString lastLines(const QByteArray &bytes)
{
    QStringList lines = withoutCredentials(QString::fromUtf8(bytes)).split(u'\n');
    lines.removeIf([](const QString &line) { return line.trimmed().isEmpty(); });
    return lines.mid(std::max<qsizetype>(0, lines.size() - 10)).join(u'\n');
}
} // namespace

QStringList systemWheelFolders()
{
    return {QStringLiteral("/usr/share/python-wheels"), QStringLiteral("/usr/share/python3-wheels")};
}

QList<Runner> runners(const QList<PythonProgram> &pythons, const QStringList &systemWheels)
{
    QList<Runner> installed, bundled, others;
    for (const PythonProgram &python : pythons) {
        if (python.minor() < leastPython)
            continue;
        installed += Runner{python.path, {"-I", "-m", "pip"}};
        for (const QString &wheel : wheelsIn(ensurepipOf(python)).mid(0, 1))
            bundled += Runner{python.path, {"-I", wheel + QStringLiteral("/pip")}};
    }
    for (const QString &folder : systemWheels) {
        for (const QString &wheel : installed.isEmpty() ? QStringList() : wheelsIn(folder).mid(0, 1))
            others += Runner{installed.first().python, {"-I", wheel + QStringLiteral("/pip")}};
    }
    return installed + bundled + others;
}

Command install(const Runner &runner, const InstallRequest &request)
{
    Command command;
    command.program = runner.python;
    command.args = runner.args;
    command.args += {"install", "--disable-pip-version-check", "--no-input", "--no-cache-dir", "--no-compile", "--no-warn-script-location"};
    command.args += {"--require-hashes", "--only-binary", ":all:", "--no-deps"};
    command.args += {"--target", request.target, "-r", request.requirements};
    command.environment = request.environment;
    command.environment.insert("PIP_ROOT_USER_ACTION", "ignore"); // its advice is for installations into the system
    command.limit = std::chrono::minutes(10);
    return command;
}

bool isMissing(const CommandOutput &output)
{
    static const QRegularExpression sign(QStringLiteral("No module named ['\"]?pip\\b|No module named ['\"]?_?(?:distutils|html)\\b"));
    return !output.succeeded() && QString::fromUtf8(output.err).contains(sign);
}

Error failure(const CommandOutput &output)
{
    const QString said = QString::fromUtf8(output.out + output.err);
    Error error{Code::ToolFailed, tr("pip could not fetch uv and ended with %1").arg(output.exitCode)};
    error.todo = tr("Look at pip's own lines; or install uv by hand");
    for (const Meaning &meaning : meanings) {
        if (!said.contains(QRegularExpression(QString::fromLatin1(meaning.sign))))
            continue;
        error = {meaning.code, tr(meaning.what)};
        error.todo = tr(meaning.todo);
        error.rule = QString::fromLatin1(meaning.rule);
        break;
    }
    error.evidence = lastLines(output.err.trimmed().isEmpty() ? output.out : output.err);
    return error;
}

} // namespace windsock::pip
