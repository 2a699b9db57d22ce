// SPDX-License-Identifier: Apache-2.0
// Docker's file patterns as .dockerignore and COPY use them: * and ? within one path part, ** over any number of parts,
// [a-z], \x. Bytes in, yes or no out; time is bounded by pattern × path whatever the pattern says.
#pragma once

#include <QByteArray>

namespace windsock {

// Both relative, with '/', cleaned ("dags/daily.py"); the whole path has to match.
bool globMatches(QByteArrayView pattern, QByteArrayView path);
bool hasWildcard(QByteArrayView pattern);

} // namespace windsock
