// SPDX-License-Identifier: Apache-2.0
#include "core/checks/NodeImageCheck.h"

#include <QCoreApplication>

#include <array>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("NodeImageCheck", text);
}

struct Release
{
    Version kind;
    const char *image;
};
// pkg/apis/config/defaults/image.go at each of kind's tags
constexpr std::array releases{
    Release{{0, 20, 0}, "kindest/node:v1.27.3@sha256:3966ac761ae0136263ffdb6cfd4db23ef8a83cba8a463690e98317add2c9ba72"},
    Release{{0, 21, 0}, "kindest/node:v1.29.1@sha256:a0cc28af37cf39b019e2b448c54d1a3f789de32536cb5a5db61a49623e527144"},
    Release{{0, 22, 0}, "kindest/node:v1.29.2@sha256:51a1434a5397193442f0be2a297b488b6c919ce8a3931be0ce822606ea5ca245"},
    Release{{0, 23, 0}, "kindest/node:v1.30.0@sha256:047357ac0cfea04663786a612ba1eaba9702bef25227a794b52890dd8bcd692e"},
    Release{{0, 24, 0}, "kindest/node:v1.31.0@sha256:53df588e04085fd41ae12de0c3fe4c72f7013bba32a20e7325357a1ac94ba865"},
    Release{{0, 25, 0}, "kindest/node:v1.31.2@sha256:18fbefc20a7113353c7b75b5c869d7145a6abd6269154825872dc59c1329912e"},
    Release{{0, 26, 0}, "kindest/node:v1.32.0@sha256:c48c62eac5da28cdadcf560d1d8616cfa6783b58f0d94cf63ad1bf49600cb027"},
    Release{{0, 27, 0}, "kindest/node:v1.32.2@sha256:f226345927d7e348497136874b6d207e0b32cc52154ad8323129352923a3142f"},
    Release{{0, 28, 0}, "kindest/node:v1.33.1@sha256:8d866994839cd096b3590681c55a6fa4a071fdaf33be7b9660e5697d2ed13002"},
    Release{{0, 29, 0}, "kindest/node:v1.33.1@sha256:050072256b9a903bd914c0b2866828150cb229cea0efe5892e2b644d5dd3b34f"},
    Release{{0, 30, 0}, "kindest/node:v1.34.0@sha256:7416a61b42b1662ca6ca89f02028ac133a309a2a30ba309614e8ec94d976dc5a"},
    Release{{0, 31, 0}, "kindest/node:v1.35.0@sha256:452d707d4862f52530247495d180205e029056831160e22870e37e3f6c1ac31f"},
    Release{{0, 32, 0}, "kindest/node:v1.36.1@sha256:3489c7674813ba5d8b1a9977baea8a6e553784dab7b84759d1014dbd78f7ebd5"},
};

// kind 0.20 changed how a node boots; of these Kubernetes releases earlier patches were never built for it. (Cluster API
// keeps the same border between its modes 0.19 and 0.20.)
constexpr std::array firstForBoot020{Version{1, 21, 14}, Version{1, 22, 17}, Version{1, 23, 17}, Version{1, 24, 15},
                                     Version{1, 25, 11}, Version{1, 26, 6},  Version{1, 27, 2}};

bool builtForOldKind(const Version &kubernetes)
{
    if (kubernetes < Version{1, 21, 0})
        return true;
    for (const Version &first : firstForBoot020) {
        if (first.minor == kubernetes.minor)
            return kubernetes < first;
    }
    return false;
}

const Release *releaseOf(const Version &kind)
{
    for (const Release &release : releases) {
        if (release.kind.major == kind.major && release.kind.minor == kind.minor)
            return &release;
    }
    return nullptr;
}

Finding named(const NodeImageFacts &facts, const QString &rule, Severity severity, const QString &what)
{
    return {rule, severity, what, {}, {}, facts.place, "nodeImage"};
}

std::optional<Finding> fitting(const NodeImageFacts &facts, const NodeImageName &name)
{
    const std::optional<Version> kubernetes = name.kubernetes();
    const Release *release = facts.kind ? releaseOf(*facts.kind) : nullptr;
    if (!kubernetes || !release || name.repository != "kindest/node")
        return std::nullopt; // home-made, or from somewhere else: its maker knows
    const Version own = NodeImageName::parse(QString::fromLatin1(release->image)).kubernetes().value_or(Version{});
    const bool tooOld = *facts.kind >= Version{0, 20, 0} && builtForOldKind(*kubernetes);
    const bool tooNew = *kubernetes > Version{own.major, own.minor + 1, 99};
    if (!tooOld && !tooNew)
        return std::nullopt;
    Finding finding = named(facts, "node.image.fit", Severity::Warning,
                            tr("The node image %1 was not made for kind %2").arg(name.tag, facts.kind->text()));
    finding.why = tooOld ? tr("kind 0.20 changed how a node boots; this image is older")
                         : tr("It is newer than this kind, whose own "
                              "image is %1")
                               .arg(own.text());
    finding.todo = tr("Use %1, or another kind release").arg(QString::fromLatin1(release->image));
    if (facts.place.isKnown())
        finding.remedies = {{"file.open", tr("Open the file"), facts.place.text()}};
    return finding;
}

Finding presence(const NodeImageFacts &facts, const NodeImageName &name)
{
    if (!facts.local && facts.denied) {
        Finding finding = named(facts, "node.image.missing", Severity::Failure, tr("The node image %1 cannot be had").arg(facts.reference));
        finding.why = tr("Docker does not have it, and its registry does not give it");
        finding.todo = tr("Correct its name and tag, or log in to its registry (docker login)");
        return finding;
    }
    if (!facts.local) {
        Finding finding = named(facts, "node.image.pull", Severity::Pass, tr("The node image will be downloaded first"));
        finding.why = tr("Docker does not have %1 yet (about 1 GB)").arg(facts.reference);
        return finding;
    }
    const bool wrongCpu = !facts.engineArchitecture.isEmpty() && !facts.local->architecture.isEmpty()
                          && facts.local->architecture != facts.engineArchitecture;
    if (wrongCpu) {
        Finding finding = named(facts, "node.image.architecture", Severity::Warning, tr("The node image is made for another processor"));
        finding.why = tr("It is for %1, the engine runs on %2").arg(facts.local->architecture, facts.engineArchitecture);
        finding.todo = tr("Remove it (docker image rm %1), so that the right one is downloaded").arg(facts.reference);
        return finding;
    }
    return named(facts, "node.image.here", Severity::Pass,
                 tr("The node image %1 is here").arg(name.tag.isEmpty() ? facts.reference : name.tag));
}
} // namespace

NodeImageName NodeImageName::parse(const QString &reference)
{
    NodeImageName name;
    const QString path = reference.section(u'@', 0, 0);
    name.digest = reference.section(u'@', 1);
    const qsizetype colon = path.lastIndexOf(u':');
    const bool hasTag = colon > path.lastIndexOf(u'/'); // else it is a registry's port
    name.repository = hasTag ? path.left(colon) : path;
    name.tag = hasTag ? path.mid(colon + 1) : QString();
    if (name.repository.startsWith("docker.io/"))
        name.repository.remove(0, 10);
    return name;
}

std::optional<Version> NodeImageName::kubernetes() const
{
    return Version::find(tag);
}

QString defaultNodeImage(const Version &kind)
{
    const Release *release = releaseOf(kind);
    return release ? QString::fromLatin1(release->image) : QString();
}

QList<Finding> checkNodeImage(const NodeImageFacts &facts)
{
    if (facts.reference.isEmpty())
        return {named(facts, "node.image.default", Severity::Pass, tr("kind chooses its own node image"))};
    const NodeImageName name = NodeImageName::parse(facts.reference);
    QList<Finding> findings;
    if (const std::optional<Finding> finding = fitting(facts, name))
        findings += *finding;
    findings += presence(facts, name);
    // A tag of kindest/node is rebuilt for later kind releases, a digest never; an image that is here cannot change under us.
    if (name.digest.isEmpty() && !facts.local && name.repository == "kindest/node") {
        Finding finding = named(facts, "node.image.digest", Severity::Warning, tr("The node image is named without a digest"));
        finding.why = tr("The same tag is rebuilt for other kind releases, so that colleagues may get another node");
        finding.todo = tr("Name it with its digest, as kind's release notes list it");
        findings += finding;
    }
    return findings;
}

} // namespace windsock
