// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/BootPatch.h"

#include "core/backends/kind/BootPatchDiff.h"
#include "core/backends/kind/BootPatchProbes.h"
#include "core/backends/kind/BootPatchScene.h"
#include "core/backends/kind/BootPatchScript.h"
#include "core/backends/kind/BootPatchWaits.h"

#include <QCoreApplication>

namespace windsock {

namespace {
using bootPatch::Part;

QString tr(const char *text)
{
    return QCoreApplication::translate("BootPatch", text);
}

// On the object itself, not on its pods: it says what was done and that it need not be done again.
constexpr char mark[] = "windsock.dev/fast-boot";

struct Kinds
{
    bool checks = false, late = false, pgBouncer = false, probes = false, heavy = false, tolerations = false;

    QStringList notes() const
    {
        QStringList notes;
        if (checks)
            notes += tr("Init containers ask the database with a small script instead of starting all of Airflow.");
        if (pgBouncer)
            notes += tr("PgBouncer starts when Postgres listens, so that it never remembers a failed connection.");
        if (probes)
            notes += tr("Until the first answer, database and web page are asked each second, as patiently as before.");
        if (heavy)
            notes += tr("The scheduler's probes, each of which starts all of Airflow, begin when it had time to start.");
        if (late)
            notes += tr("Triggerer, DAG processor and user creation start when the web page answers, after 60 s at the latest.");
        if (tolerations)
            notes += tr("Parts that do not use the Airflow image may start while it is still being loaded.");
        return notes;
    }
};

bool patchPod(ManifestNode &spec, Part part, const bootPatch::Waits &waits, Kinds &kinds)
{
    const bool checks = part == Part::Migrations ? waits.migrateWhenPostgresAnswers(spec) : waits.quickChecks(spec, part);
    const bool late = waits.startAfterWeb(spec, part);
    const bool pgBouncer = part == Part::PgBouncer && waits.pgBouncerAfterPostgres(spec);
    const bool probes = bootPatch::hastenFirstAnswer(spec, part);
    const bool heavy = bootPatch::delayHeavyProbes(spec, part);
    const bool apart = part == Part::Postgres || part == Part::PgBouncer || part == Part::Redis || part == Part::Statsd;
    const bool tolerates = apart && waits.tolerateLoading(spec);
    kinds.checks |= checks;
    kinds.late |= late;
    kinds.pgBouncer |= pgBouncer;
    kinds.probes |= probes;
    kinds.heavy |= heavy;
    kinds.tolerations |= tolerates;
    return checks || late || pgBouncer || probes || heavy || tolerates;
}

bool patchObject(ManifestNode &object, const bootPatch::Waits &waits, Kinds &kinds)
{
    const Part part = bootPatch::partOf(object);
    ManifestNode *spec = bootPatch::podSpec(object);
    if (part == Part::Unknown || !spec || object.find({"metadata", "annotations", mark}))
        return false;
    ManifestNode patched = *spec;
    if (!patchPod(patched, part, waits, kinds))
        return false;
    *spec = std::move(patched);
    ManifestNode *metadata = object.find("metadata");
    ManifestNode *annotations = metadata->find("annotations");
    if (!annotations || annotations->kind != ManifestNode::Kind::Map)
        annotations = &metadata->set("annotations", ManifestNode::map());
    annotations->set(mark, ManifestNode::string(QStringLiteral("true")));
    return true;
}

struct Document
{
    ManifestPiece piece;
    ManifestNode root;
};

QString scriptOnce()
{
    QString text = QStringLiteral("--- (none)\n+++ The wait script\n");
    for (const QString &line : bootPatch::waitScript().split(u'\n', Qt::SkipEmptyParts))
        text += u'+' + line + u'\n';
    return text;
}
} // namespace

Result<BootPatchResult> patchManifests(const QByteArray &manifests, const BootFacts &facts)
{
    bootPatch::Scene scene{.airflowImage = facts.airflowImage};
    std::vector<Document> documents;
    for (const ManifestPiece &piece : splitManifests(manifests)) {
        Result<ManifestNode> root = parseManifest(piece);
        if (!root)
            return root.error();
        documents.push_back({piece, std::move(*root)});
        for (const ManifestNode *object : bootPatch::objectsIn(documents.back().root))
            scene.look(*object);
    }
    BootPatchResult result;
    Kinds kinds;
    const bootPatch::Waits waits(scene, facts);
    for (Document &document : documents) {
        const int before = result.changed;
        for (ManifestNode *object : bootPatch::objectsIn(document.root)) {
            const ManifestNode original = bootPatch::partOf(*object) == Part::Unknown ? ManifestNode() : *object;
            if (!patchObject(*object, waits, kinds))
                continue;
            ++result.changed;
            result.diff += bootPatch::objectDiff(original, *object);
        }
        result.manifests += result.changed > before ? rewriteManifest(document.piece, document.root) : document.piece.bytes;
    }
    if (kinds.checks || kinds.late)
        result.diff += scriptOnce();
    result.notes = kinds.notes();
    return result;
}

} // namespace windsock
