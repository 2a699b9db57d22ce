// SPDX-License-Identifier: Apache-2.0
#include "core/base/ErrorJson.h"

namespace windsock {

namespace {
Error::Code codeFromName(const QString &name)
{
    for (int code = 0; code <= int(Error::Code::Bug); ++code) {
        if (codeName(Error::Code(code)) == name)
            return Error::Code(code);
    }
    return Error::Code::Bug;
}
} // namespace

QJsonObject errorToJson(const Error &error)
{
    QJsonObject json{{"code", codeName(error.code)}, {"what", error.what}};
    const auto add = [&json](const char *key, const QString &value) {
        if (!value.isEmpty())
            json[QLatin1String(key)] = value;
    };
    add("why", error.why);
    add("todo", error.todo);
    add("rule", error.rule);
    add("evidence", error.evidence);
    add("place", error.place.text());
    return json;
}

Error errorFromJson(const QJsonObject &json)
{
    return Error{.code = codeFromName(json["code"].toString()),
                 .what = json["what"].toString(),
                 .why = json["why"].toString(),
                 .todo = json["todo"].toString(),
                 .rule = json["rule"].toString(),
                 .evidence = json["evidence"].toString()};
}

} // namespace windsock
