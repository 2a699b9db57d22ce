// SPDX-License-Identifier: Apache-2.0
// Loads the translations of the window and of Qt's own dialogs for one language.
#pragma once

#include <QString>

class QCoreApplication;

namespace windsock {

// `language` "ko", "en"; empty: as the system's locale. Falls back to English. Call before any widget is made.
void installLanguage(QCoreApplication &application, const QString &language);

} // namespace windsock
