// SPDX-License-Identifier: Apache-2.0
#include "core/airflow/ImportErrors.h"

#include <QRegularExpression>

namespace windsock {

ImportError ImportError::read(const JsonReader &json)
{
    ImportError error;
    error.file = json["filename"].text();
    error.bundle = json["bundle_name"].text(QString());
    error.trace = json["stack_trace"].text(QString());
    error.at = json["timestamp"].time();
    return error;
}

QString ImportError::reason() const
{
    const QStringList lines = trace.trimmed().split(u'\n');
    return lines.last().trimmed();
}

int ImportError::line() const
{
    // Frames: File "…/hello.py", line 2, in <module>. Syntax errors: File "…", line 7 (and no "in").
    static const QRegularExpression frame(QStringLiteral("File \"([^\"]+)\", line (\\d+)"));
    int line = 0;
    for (auto matches = frame.globalMatch(trace); matches.hasNext();) {
        const auto match = matches.next();
        const QString path = match.captured(1);
        if (path == file || path.endsWith(u'/' + file))
            line = match.captured(2).toInt();
    }
    return line;
}

} // namespace windsock
