// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/ReleaseInputs.h"

#include <QCryptographicHash>
#include <QDirIterator>

namespace windsock {

namespace {
// Raised when the post-renderer patches differently: what was installed by an older one is then installed again.
constexpr int patchRevision = 1;

// A length in front of each part: no two different lists of parts give the same bytes.
void add(QCryptographicHash &hash, const QByteArray &part)
{
    hash.addData(QByteArray::number(part.size()) + ':');
    hash.addData(part);
}
void add(QCryptographicHash &hash, const QString &part)
{
    add(hash, part.toUtf8());
}
// A chart in a local folder may change without a new version: sizes and times tell, cheaply.
void addChartFolder(QCryptographicHash &hash, const QString &path)
{
    QStringList rows;
    QDirIterator files(path, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        const QFileInfo info = files.fileInfo();
        rows += QStringLiteral("%1 %2 %3").arg(info.filePath()).arg(info.size()).arg(info.lastModified().toMSecsSinceEpoch());
    }
    rows.sort();
    add(hash, rows.join(u'\n'));
}
} // namespace

QString releaseInputs(const Workspace &workspace, const ImageName &podImage)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const ChartRef &chart = workspace.chart();
    for (const QString &part : {chart.repo, chart.name, chart.version, workspace.release(), workspace.nameSpace(), podImage.text()})
        add(hash, part);
    add(hash, QByteArray::number(workspace.fastBoot() ? patchRevision : 0));
    for (const ValuesFile &file : workspace.values())
        add(hash, file.document.text());
    if (QDir::isAbsolutePath(chart.name))
        addChartFolder(hash, chart.name);
    return QString::fromLatin1(hash.result().toHex().left(40));
}

QString contentTag(const QString &imageId)
{
    return imageId.section(u':', -1).left(12);
}

} // namespace windsock
