// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/LayerFilter.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace windsock {

namespace {
constexpr qint64 largestText = 4 * 1024 * 1024; // a config or manifest; anything larger is a layer
constexpr qint64 mostText = 64 * 1024 * 1024;   // of all that is held back together
constexpr qint64 reportEvery = 16 * 1024 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("LayerFilter", text);
}

Error unexpected(const QString &why)
{
    return Error{.code = Error::Code::ToolFailed,
                 .what = tr("The image that Docker wrote cannot be handed to the cluster"),
                 .why = why,
                 .todo = tr("Start again; if that does not help, build the image anew"),
                 .rule = QStringLiteral("image.unreadable")};
}

// "blobs/sha256/4f2a…" → "sha256:4f2a…"
QString digestIn(const QByteArray &name)
{
    static const QRegularExpression blob(QStringLiteral("\\Ablobs/sha256/([0-9a-f]{64})\\z"));
    const auto match = blob.match(QString::fromLatin1(name));
    return match.hasMatch() ? QStringLiteral("sha256:") + match.captured(1) : QString();
}

// "ID/layer.tar" in the format of Docker < 25
bool isOldLayer(const QByteArray &name)
{
    return name.endsWith("/layer.tar") && name.count('/') == 1;
}

bool mayBeLayer(const QByteArray &name)
{
    return isOldLayer(name) || !digestIn(name).isEmpty();
}

QStringList strings(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &entry : list.toArray())
        texts += entry.toString();
    return texts;
}
} // namespace

LayerFilter::LayerFilter(Setup setup) : m_setup(std::move(setup)), m_reader(*this) {}

Result<QByteArray> LayerFilter::push(QByteArrayView bytes)
{
    if (Result<> read = m_reader.push(bytes); !read)
        return read.error();
    m_seen += bytes.size();
    if (m_setup.progress && m_seen - m_reported >= reportEvery) {
        m_reported = m_seen;
        m_setup.progress(m_seen);
    }
    return std::exchange(m_out, {});
}

Result<> LayerFilter::entryBegins(const TarEntry &entry)
{
    m_entry = entry;
    m_entry.name = QDir::cleanPath(QString::fromUtf8(entry.name)).toUtf8();
    m_start.clear();
    m_collected.clear();
    m_doing = decide(m_entry);
    if (entry.type == '1' || entry.type == '2') {
        const QByteArray folder = m_entry.name.first(std::max<qsizetype>(m_entry.name.lastIndexOf('/'), 0));
        const QByteArray target = entry.type == '1' ? entry.link : folder + '/' + entry.link;
        m_links.insert(m_entry.name, QDir::cleanPath(QString::fromUtf8(target)).toUtf8());
    }
    if (m_doing == Doing::Passing)
        m_out += tar::header(QByteArray("layers/") + QByteArray::number(m_files.size()), entry.size);
    return {};
}

LayerFilter::Doing LayerFilter::decide(const TarEntry &entry) const
{
    if (!entry.isFile())
        return Doing::Ignoring;
    const bool isBlob = !digestIn(entry.name).isEmpty();
    if (isOldLayer(entry.name) || isBlob) {
        if (nodeHas(entry.name))
            return Doing::LeavingOut;
        return isBlob && entry.size <= largestText ? Doing::Collecting : Doing::Passing;
    }
    const bool isText =
        entry.name == "manifest.json" || entry.name.endsWith("/json") || (entry.name.endsWith(".json") && !entry.name.contains('/'));
    return isText && entry.size <= largestText ? Doing::Collecting : Doing::Ignoring;
}

// The old format says too late which layer a file is: manifest.json comes last. Only the lowest is known in time, by the
// description before it that names no parent; with an image's own base it is nearly all of the bytes.
bool LayerFilter::nodeHas(const QByteArray &name) const
{
    const QString digest = digestIn(name);
    if (!digest.isEmpty())
        return m_setup.node.hasBlob(digest) || m_setup.node.hasLayer(digest);
    return !m_bottom.isEmpty() && name == m_bottom + "/layer.tar" && !m_setup.layers.isEmpty()
           && m_setup.node.hasLayer(m_setup.layers.first());
}

void LayerFilter::sniff(QByteArrayView bytes)
{
    if (m_start.size() < 4)
        m_start.append(bytes.first(std::min<qsizetype>(4 - m_start.size(), bytes.size())));
}

Result<> LayerFilter::entryBytes(QByteArrayView bytes)
{
    sniff(bytes);
    if (m_doing == Doing::Passing)
        m_out.append(bytes);
    else if (m_doing == Doing::Collecting)
        m_collected.append(bytes);
    else if (m_doing == Doing::LeavingOut)
        m_leftOut += bytes.size();
    return {};
}

Result<> LayerFilter::entryEnds()
{
    const bool isText = m_doing == Doing::Collecting && !QJsonDocument::fromJson(m_collected).isNull();
    if (isText) {
        m_textBytes += m_collected.size();
        if (m_textBytes > mostText)
            return unexpected(tr("Its descriptions are larger than they can be"));
        keepText();
        return {};
    }
    if (m_doing == Doing::Ignoring || !mayBeLayer(m_entry.name))
        return {};
    if (m_doing == Doing::Collecting) // a small layer
        m_out += tar::header(QByteArray("layers/") + QByteArray::number(m_files.size()), m_entry.size) + m_collected;
    if (m_doing != Doing::LeavingOut)
        m_out += tar::padding(m_entry.size);
    const bool compressed = m_start.startsWith("\x1f\x8b") || m_start == QByteArray("\x28\xb5\x2f\xfd");
    m_files.insert(m_entry.name, {m_entry.size, digestIn(m_entry.name), compressed, m_doing == Doing::LeavingOut});
    return {};
}

void LayerFilter::keepText()
{
    if (!m_entry.name.endsWith("/json")) {
        m_texts.insert(m_entry.name, m_collected);
        return;
    }
    const QJsonObject layer = QJsonDocument::fromJson(m_collected).object();
    if (!layer.isEmpty() && !layer.contains("parent"))
        m_bottom = m_entry.name.chopped(5);
}

QByteArray LayerFilter::followed(QByteArray name) const
{
    for (int hops = 0; hops < 8 && m_links.contains(name); ++hops)
        name = m_links.value(name);
    return name;
}

Result<QList<LayerBlob>> LayerFilter::layersOf(const QByteArrayList &paths, const QStringList &diffIds) const
{
    QList<LayerBlob> layers;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const auto file = m_files.constFind(followed(paths.at(i)));
        if (file == m_files.cend())
            return unexpected(tr("Layer %1 of %2 is not in it").arg(i + 1).arg(paths.size()));
        const QString own = file->digest.isEmpty() ? diffIds.at(i) : file->digest;
        if (!file->leftOut || m_setup.node.hasBlob(own))
            layers += LayerBlob{own, file->size, file->compressed};
        else if (m_setup.node.hasLayer(diffIds.at(i)))
            layers += m_setup.node.layer(diffIds.at(i));
        else
            return unexpected(tr("Layer %1 of %2 was taken for one that the cluster has").arg(i + 1).arg(paths.size()));
    }
    return layers;
}

Result<OciImage> LayerFilter::image() const
{
    const QJsonArray list = QJsonDocument::fromJson(m_texts.value("manifest.json")).array();
    if (list.size() != 1)
        return unexpected(tr("It holds %1 images in place of one").arg(list.size()));
    const QJsonObject manifest = list.first().toObject();
    OciImage made{m_setup.name, m_texts.value(manifest.value("Config").toString().toUtf8()), {}};
    const QJsonObject config = QJsonDocument::fromJson(made.config).object();
    const QStringList diffIds = strings(config.value("rootfs").toObject().value("diff_ids"));
    QByteArrayList paths;
    for (const QString &path : strings(manifest.value("Layers")))
        paths += path.toUtf8();
    if (config.isEmpty() || diffIds.size() != paths.size())
        return unexpected(tr("Its configuration is not in it, or does not fit its layers"));
    if (!m_setup.imageId.isEmpty() && digestOf(made.config) != m_setup.imageId)
        return unexpected(tr("It is %1, not %2").arg(digestOf(made.config), m_setup.imageId));
    Result<QList<LayerBlob>> layers = layersOf(paths, diffIds);
    if (!layers)
        return layers.error();
    made.layers = *layers;
    return made;
}

Result<QByteArray> LayerFilter::finish()
{
    if (!m_reader.hasEnded())
        return unexpected(tr("It ends before its end"));
    const Result<OciImage> made = image();
    if (!made)
        return made.error();
    m_configDigest = digestOf(made->config);
    if (m_setup.progress)
        m_setup.progress(m_seen);
    return std::exchange(m_out, {}) + ociTail(*made);
}

} // namespace windsock
