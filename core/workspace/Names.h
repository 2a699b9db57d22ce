// SPDX-License-Identifier: Apache-2.0
// Which names docker, kind, Kubernetes and Helm accept. They end up in argument lists, so nothing may begin with a dash.
#pragma once

#include "core/base/Error.h"

#include <QString>

#include <optional>

namespace windsock {

// Each tells why a name is refused and what is allowed; nothing for a good name. `place` is where it was written.
std::optional<Error> clusterNameProblem(const QString &name, const SourcePlace &place = {});
std::optional<Error> releaseNameProblem(const QString &name, int longest, const SourcePlace &place = {});
std::optional<Error> namespaceProblem(const QString &name, const SourcePlace &place = {});
std::optional<Error> imageNameProblem(const QString &name, const SourcePlace &place = {});
std::optional<Error> chartNameProblem(const QString &name, const SourcePlace &place = {});
std::optional<Error> chartVersionProblem(const QString &version, const SourcePlace &place = {});
std::optional<Error> chartRepoProblem(const QString &repo, const SourcePlace &place = {});

inline constexpr int longestClusterName = 50;          // kind: "-control-plane" must still fit into a host name
inline constexpr int longestReleaseName = 53;          // Helm
inline constexpr int longestCommunityReleaseName = 40; // the community chart's own rule

} // namespace windsock
