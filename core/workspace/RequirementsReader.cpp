// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/RequirementsReader.h"

#include "core/base/Credentials.h"
#include "core/base/FileText.h"
#include "core/workspace/ContentHash.h"
#include "core/workspace/ImageStage.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("PipInstalls", text);
}

constexpr qsizetype deepestInclude = 10;
constexpr qsizetype mostLines = 5000; // of one workspace
constexpr qint64 largestRequirements = 1024 * 1024;

bool isAddress(const QString &text)
{
    return text.contains(QStringLiteral("://"));
}

// "[extra]" behind a path
QString extrasOf(const QString &path)
{
    static const QRegularExpression extras(QStringLiteral("\\[[^\\]/]*\\]\\z"));
    return extras.match(path).captured();
}
} // namespace

void RequirementsReader::leaveOut(const char *id, const QString &what, const QString &meaning, const SourcePlace &place)
{
    m_leftOut += LeftOut{QString::fromLatin1(id), LeftOut::Weight::Lost, withoutCredentials(what).left(200), meaning, place};
}

void RequirementsReader::add(const QString &text, const SourcePlace &place, const QString &file)
{
    if (m_into.size() < mostLines)
        m_into += PipLine{text, place, file.isEmpty() ? QString() : contentHash(file)};
}

void RequirementsReader::take(const PipPart &part, const QString &workDir, const SourcePlace &place)
{
    using Kind = PipPart::Kind;
    static const QRegularExpression name(QStringLiteral("\\A[A-Za-z0-9]"));
    static const QRegularExpression installer(QStringLiteral("\\A(pip|uv)\\s*([=<>!~].*)?\\z"));
    if (!part.isKnown)
        return leaveOut("pip.unknown", part.text, tr("Only a build of the image can tell what this means"), place);
    switch (part.kind) {
    case Kind::Requirement:
        if (!name.match(part.text).hasMatch())
            return leaveOut("pip.unknown", part.text, tr("This is no requirement that pip would understand"), place);
        if (!installer.match(part.text).hasMatch()) // they install, and nothing uses them afterwards
            add(part.text, place);
        return;
    case Kind::Include: return include(isAddress(part.text) ? part.text : ImageFiles::absolute(part.text, workDir), place);
    case Kind::Constraint: return constraint(part, workDir, place);
    case Kind::Local: return local(part.text, workDir, place);
    case Kind::Option: return option(part.text, workDir, place);
    case Kind::Remote: return leaveOut("pip.source", part.text, tr("Packages from an address or a repository are not installed"), place);
    case Kind::Elsewhere:
        return leaveOut("pip.target", part.text, tr("What this command installs into that folder is installed among all packages"), place);
    }
}

void RequirementsReader::include(const QString &path, const SourcePlace &place)
{
    const auto found = isAddress(path) ? std::nullopt : m_files.find(path);
    if (!found)
        return leaveOut("pip.file", path, tr("This file is not among what is copied into the image, so its packages are not installed"),
                        place);
    if (m_open.contains(path) || m_open.size() >= deepestInclude)
        return; // one that includes itself
    Result<QByteArray> bytes = found->text.toUtf8();
    if (!found->host.isEmpty())
        bytes = readFile(found->host, largestRequirements);
    if (!bytes)
        return leaveOut("pip.file", path, tr("The file cannot be read: %1").arg(bytes.error().what), place);
    m_open += path;
    for (const RequirementsLine &line : parseRequirements(QString::fromUtf8(*bytes), m_variables))
        take(line.part, path.section(u'/', 0, -2), SourcePlace{found->shown, found->firstLine - 1 + line.line});
    m_open.removeLast();
}

void RequirementsReader::constraint(const PipPart &part, const QString &workDir, const SourcePlace &place)
{
    if (isAddress(part.text))
        return add(QStringLiteral("-c ") + part.text, place);
    const auto found = m_files.find(ImageFiles::absolute(part.text, workDir));
    if (found && !found->host.isEmpty())
        return add(QStringLiteral("-c ") + found->host, place, found->host);
    leaveOut("pip.file", part.text, tr("These constraints are not used: the file is not among what is copied into the image"), place);
}

void RequirementsReader::local(const QString &path, const QString &workDir, const SourcePlace &place)
{
    const QString extras = extrasOf(path);
    const auto found = m_files.find(ImageFiles::absolute(path.chopped(extras.size()), workDir));
    if (found && !found->host.isEmpty())
        return add(found->host + extras, place, found->host);
    leaveOut("pip.file", path, tr("This package is not installed: it is not among what is copied into the image"), place);
}

void RequirementsReader::option(const QString &text, const QString &workDir, const SourcePlace &place)
{
    const QString links = QStringLiteral("--find-links ");
    if (!text.startsWith(links) || isAddress(text))
        return add(text, place);
    const auto found = m_files.find(ImageFiles::absolute(text.mid(links.size()), workDir));
    if (found && !found->host.isEmpty())
        return add(links + found->host, place, found->host);
    leaveOut("pip.file", text, tr("This folder is not among what is copied into the image"), place);
}

} // namespace windsock
