// SPDX-License-Identifier: Apache-2.0
#include "core/process/ChildLedger.h"

#include "core/base/Redactor.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace windsock {

ChildLedger::ChildLedger(const QString &path, const Redactor &redactor) : m_file(path), m_redactor(redactor)
{
    if (!path.isEmpty() && m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

void ChildLedger::started(qint64 pid, const Command &command, const QString &program, const QStringList &environmentNames)
{
    if (!m_file.isOpen())
        return;
    QStringList argv{command.name()};
    for (const QString &arg : command.args)
        argv += m_redactor.redact(arg);
    const char *input = command.secretInput ? "secret" : command.input.isEmpty() ? "none" : "data";
    write({{QStringLiteral("event"), QStringLiteral("start")},
           {QStringLiteral("pid"), pid},
           {QStringLiteral("tool"), command.name()},
           {QStringLiteral("program"), program},
           {QStringLiteral("argv"), QJsonArray::fromStringList(argv)},
           {QStringLiteral("workDir"), command.workDir},
           {QStringLiteral("env"), QJsonArray::fromStringList(environmentNames)},
           {QStringLiteral("stdin"), QString::fromLatin1(input)}});
}

void ChildLedger::ended(qint64 pid, const QString &how, int code, std::chrono::milliseconds took)
{
    if (!m_file.isOpen())
        return;
    write({{QStringLiteral("event"), QStringLiteral("end")},
           {QStringLiteral("pid"), pid},
           {QStringLiteral("how"), how},
           {QStringLiteral("code"), code},
           {QStringLiteral("ms"), qint64(took.count())}});
}

void ChildLedger::write(QJsonObject entry)
{
    entry.insert(QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    m_file.write(QJsonDocument(entry).toJson(QJsonDocument::Compact) + '\n'); // one write: two programs may share the file
}

} // namespace windsock
