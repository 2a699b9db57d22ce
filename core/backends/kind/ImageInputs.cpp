// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/ImageInputs.h"

#include "core/backends/kind/ContextFiles.h"
#include "core/base/Background.h"
#include "core/base/FileText.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace windsock {

namespace {

// Parts with their lengths, so that no two lists of parts look alike.
class Digest
{
public:
    void add(QByteArrayView part)
    {
        m_hash.addData(QByteArray::number(part.size()) + ' ');
        m_hash.addData(part);
    }
    QString text() const { return QString::fromLatin1(m_hash.result().toHex()); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Blake2b_256};
};

class Look
{
public:
    Look(const ImageInputsRequest &request, const std::atomic_bool &stop) : m_request(request), m_stop(stop) {}

    Result<ImageInputs> run()
    {
        const Result<QByteArray> dockerfile = readFile(m_request.dockerfile);
        if (!dockerfile)
            return dockerfile.error();
        m_digest.add("windsock image inputs 1");
        m_digest.add(*dockerfile);
        for (const QString &base : m_request.baseImageIds)
            m_digest.add(base.toUtf8());
        DockerfileSources sources = DockerfileSources::parse(*dockerfile);
        sources.wholeContext = sources.wholeContext || m_request.wholeContext;
        m_found.decisive = !sources.remote;
        if (Result<> ignores = readIgnores(); !ignores)
            return ignores.error();
        ContextFiles files(m_request.context, m_ignores, m_stop);
        const Result<ContextEntries> entries = files.find(sources);
        if (!entries)
            return entries.error();
        return add(*entries);
    }

private:
    // BuildKit prefers NAME.dockerignore beside the Dockerfile, the legacy builder knows only the context's.
    Result<> readIgnores()
    {
        for (const QString &path :
             {m_request.dockerfile + QStringLiteral(".dockerignore"), m_request.context + QStringLiteral("/.dockerignore")}) {
            const Result<QByteArray> text = readFile(path);
            if (!text && text.error().code != Error::Code::NotFound)
                return text.error();
            m_digest.add(text ? *text : QByteArray());
            if (text)
                m_ignores += DockerIgnore::parse(*text);
        }
        return {};
    }

    Result<ImageInputs> add(const ContextEntries &entries)
    {
        FileHashes hashes = FileHashes::load(m_request.memoFile);
        const QByteArray root = QFile::encodeName(QDir(m_request.context).canonicalPath());
        for (const auto &[path, entry] : entries) {
            m_digest.add(path);
            m_digest.add(QByteArray(1, char(entry.kind)) + QByteArray::number(entry.mode, 8) + entry.target);
            if (entry.kind != ContextEntry::Kind::File)
                continue;
            const Result<QByteArray> hash = hashes.hashOf(root + '/' + path, entry.stamp, m_stop);
            if (!hash)
                return hash.error();
            m_digest.add(*hash);
            ++m_found.files;
            m_found.bytes += entry.stamp.size;
        }
        if (m_request.keepsMemo)
            hashes.save();
        m_found.filesRead = hashes.filesRead();
        m_found.hash = m_digest.text();
        return m_found;
    }

    const ImageInputsRequest &m_request;
    const std::atomic_bool &m_stop;
    QList<DockerIgnore> m_ignores;
    Digest m_digest;
    ImageInputs m_found;
};

} // namespace

QStringList baseImagesOf(const QString &dockerfile)
{
    const Result<QByteArray> text = readFile(dockerfile);
    return text ? DockerfileSources::parse(*text).images : QStringList();
}

Async<ImageInputs> lookAtImageInputs(const ImageInputsRequest &request, QObject *context, const Cancel &cancel)
{
    return inBackground(context, cancel, [request](const std::atomic_bool &stop) { return Look(request, stop).run(); });
}

Async<QString> hashImageInputs(const ImageInputsRequest &request, QObject *context, const Cancel &cancel)
{
    return andThen(lookAtImageInputs(request, context, cancel), context,
                   [](const ImageInputs &found) { return Result<QString>(found.decisive ? found.hash : QString()); });
}

} // namespace windsock
