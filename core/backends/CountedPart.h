// SPDX-License-Identifier: Apache-2.0
// What a script says that brings Airflow's database somewhere (resources/standalone/prepare.py), line by line, in words for progress.
#pragma once

#include <QByteArrayView>
#include <QString>

namespace windsock {

// "windsock: connections 4": "connections: 4". Empty: no such line.
QString countedPart(QByteArrayView line);

} // namespace windsock
