// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/AirflowHome.h"

#include "core/backends/standalone/AirflowRuntime.h"
#include "core/base/FileText.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace windsock {

namespace {
// The names of the files below, one a line. Airflow writes a webserver_config.py of its own where there is none: that one is not
// ours to take away.
const QString listName = QStringLiteral(".windsock-files");

bool holds(const QString &path, QByteArrayView bytes)
{
    const auto there = readFile(path);
    return there && *there == bytes;
}

Result<bool> put(const QString &path, QByteArrayView bytes)
{
    if (holds(path, bytes))
        return false;
    if (const Result<> written = writeFile(path, bytes.toByteArray(), ownerOnly); !written)
        return written.error();
    return true;
}
} // namespace

QStringList AirflowHome::wanted() const
{
    QStringList names;
    for (const AirflowFile &file : m_wish.files.files)
        names += file.path;
    return names;
}

QStringList AirflowHome::writtenOnce() const
{
    return QString::fromUtf8(readFile(pathOf(listName)).value_or({})).split(u'\n', Qt::SkipEmptyParts);
}

bool AirflowHome::isUpToDate() const
{
    if (!QFileInfo::exists(m_places.keys) || writtenOnce() != wanted())
        return false;
    const auto keys = AirflowKeys::ensure(m_places.keys);
    if (!keys)
        return false;
    const auto config = airflowConfig(m_wish, *keys);
    if (!config->reveal([this](QByteArrayView bytes) { return holds(m_places.config, bytes); }))
        return false;
    const QList<AirflowFile> &files = m_wish.files.files;
    return std::all_of(files.begin(), files.end(), [this](const AirflowFile &file) { return holds(pathOf(file.path), file.text); });
}

Result<bool> AirflowHome::write() const
{
    const auto keys = AirflowKeys::ensure(m_places.keys);
    if (!keys)
        return keys.error();
    const auto config = airflowConfig(m_wish, *keys);
    QList<Result<bool>> done{config->reveal([this](QByteArrayView bytes) { return put(m_places.config, bytes); })};
    const QStringList before = writtenOnce(), now = wanted();
    // The list first: a file that is named and not there does no harm, one that nobody knows would stay.
    if (before != now)
        done += put(pathOf(listName), now.join(u'\n').toUtf8());
    for (const QString &name : before) {
        if (!now.contains(name))
            done += QFile::remove(pathOf(name));
    }
    for (const AirflowFile &file : m_wish.files.files)
        done += put(pathOf(file.path), file.text);
    for (const Result<bool> &one : done) {
        if (!one)
            return one.error();
    }
    return std::any_of(done.begin(), done.end(), [](const Result<bool> &one) { return *one; });
}

QString AirflowHome::fingerprint() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](QByteArrayView bytes) {
        hash.addData(QByteArray::number(bytes.size()) + ' ');
        hash.addData(bytes);
    };
    // The workspace's own keys are always in it: without them nobody can try out what the files may hold. Makes none: previews ask too.
    if (QFileInfo::exists(m_places.keys)) {
        add(readFile(m_places.keys).value_or({}));
        if (const auto keys = AirflowKeys::ensure(m_places.keys))
            airflowConfig(m_wish, *keys)->reveal(add);
    }
    for (const AirflowFile &file : m_wish.files.files) {
        add(file.path.toUtf8());
        add(file.text);
    }
    return QString::fromLatin1(hash.result().toHex().left(16));
}

} // namespace windsock
