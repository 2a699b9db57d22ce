// SPDX-License-Identifier: Apache-2.0
// Addresses that carry a user and a password, made fit to be shown.
#pragma once

#include <QString>

namespace windsock {

// `text` with the credentials of every address in it masked, also where there is a token and no colon ("https://t0ken@host/").
QString withoutCredentials(const QString &text);

} // namespace windsock
