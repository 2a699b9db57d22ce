// SPDX-License-Identifier: Apache-2.0
// Any bytes as a YAML file: an answer with a place, or a tree that can be read, written and read back.
#include "core/yaml/YamlDocument.h"
#include "core/yaml/YamlTree.h"
#include "core/yaml/YamlWriter.h"

#include <cstdint>
#include <cstdlib>

using namespace windsock;

namespace {
void demand(bool condition)
{
    if (!condition)
        std::abort();
}

void visit(const YamlDocument &document, const YamlPath &path)
{
    const SourcePlace place = document.place(path);
    demand(place.line >= 0 && place.line <= document.text().count('\n') + 1);
    (void)document.boolean(path);
    (void)document.integer(path);
    if (path.size() > 3)
        return;
    for (const QString &key : document.keys(path)) {
        demand(document.has(path + YamlPath{key}));
        demand(document.keyPlace(path + YamlPath{key}).line >= 0);
        visit(document, path + YamlPath{key});
    }
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const Result<YamlDocument> document = YamlDocument::parse(bytes, QStringLiteral("f.yaml"));
    if (!document) {
        demand(!document.error().what.isEmpty() && document.error().code == Error::Code::BadInput);
        demand(document.error().place.line > 0 && document.error().place.line <= bytes.count('\n') + 1);
        return 0;
    }
    visit(*document, {});
    const QByteArray written = yaml::write(document->root());
    const Result<YamlDocument> again = YamlDocument::parse(written, QStringLiteral("g.yaml"));
    demand(again.has_value());
    demand(yaml::write(again->root()) == written);
    demand(yaml::write(yaml::deepCopy(document->root())) == written);
    return 0;
}
