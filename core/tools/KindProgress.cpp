// SPDX-License-Identifier: Apache-2.0
#include "core/tools/KindProgress.h"

#include <QRegularExpression>

#include <array>

namespace windsock::kind {

namespace {
struct Share
{
    QLatin1String begins;
    double before, after;
};
// Shares of a creation with the node image in place: 20 s, of which the control plane takes half. Stages of clusters
// with more nodes are known too, unknown ones keep the bar where it is.
constexpr std::array shares{
    Share{QLatin1String("Ensuring node image"), 0.00, 0.05},
    Share{QLatin1String("Preparing nodes"), 0.05, 0.30},
    Share{QLatin1String("Configuring the external load balancer"), 0.30, 0.33},
    Share{QLatin1String("Writing configuration"), 0.33, 0.36},
    Share{QLatin1String("Starting control-plane"), 0.36, 0.88},
    Share{QLatin1String("Installing CNI"), 0.88, 0.92},
    Share{QLatin1String("Installing StorageClass"), 0.92, 1.00},
    Share{QLatin1String("Joining more control-plane nodes"), 0.95, 0.97},
    Share{QLatin1String("Joining worker nodes"), 0.97, 1.00},
};

// Without the pictures that kind puts behind its words, and without "…"
QString plain(const QString &title)
{
    static const QRegularExpression tail(QStringLiteral("[^\\x{20}-\\x{7e}].*$"), QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression dots(QStringLiteral("[\\s.]+$"));
    return QString(title).remove(tail).remove(dots);
}

std::optional<Stage::State> stateOf(QChar sign)
{
    switch (sign.unicode()) {
    case 0x2022: return Stage::State::Running; // •
    case 0x2713: return Stage::State::Done;    // ✓
    case 0x2717: return Stage::State::Failed;  // ✗
    default: return std::nullopt;
    }
}
} // namespace

std::optional<Stage> parseStage(QByteArrayView line)
{
    static const QRegularExpression colour(QStringLiteral("\\x1b\\[[0-9;]*m"));
    const QString text = QString::fromUtf8(line).remove(colour).trimmed();
    const std::optional<Stage::State> state = text.size() > 2 ? stateOf(text.at(0)) : std::nullopt;
    if (!state)
        return std::nullopt;
    Stage stage{plain(text.mid(1).trimmed()), *state};
    for (const Share &share : shares) {
        if (stage.title.startsWith(share.begins))
            stage.fraction = *state == Stage::State::Done ? share.after : share.before;
    }
    return stage;
}

} // namespace windsock::kind
