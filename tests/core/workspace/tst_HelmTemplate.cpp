// SPDX-License-Identifier: Apache-2.0
// The templates that can be filled in without Helm; the answers are those of Helm 3.19.4 for the same text.
#include "core/workspace/HelmTemplate.h"

#include <QTest>

using namespace windsock;

class tst_HelmTemplate : public QObject
{
    Q_OBJECT
private slots:
    void fills_data();
    void fills();
    void survivesAnything();
};

static HelmFacts facts()
{
    return {"rel", "ns", *YamlDocument::parse("a: {b: text, num: 2.10, t: true, m: {}, z: ~, j: '{{ x }}'}\nquote: 'q\"\\'\n", "v")};
}

void tst_HelmTemplate::fills_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("filled"); // "!": only Helm can
    const auto row = [](const char *text, const char *filled) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(filled);
    };
    row("", "");
    row("plain } text {", "plain } text {");
    row("{{ .Release.Name }}-x", "rel-x");
    row("{{.Release.Namespace}}{{ $.Release.Name }}", "nsrel");
    row("{{ .Values.a.b }}/{{ .Values.a.num }}/{{ .Values.a.t }}", "text/2.1/true");
    row("a  {{- .Release.Name -}}  b", "arelb");
    row("a\n{{- .Release.Name }}\nb", "arel\nb");
    row("{{ \"{{\" }} x {{ \"}}\" }}", "{{ x }}");
    row("{{ `{{ x }}` }}", "{{ x }}");
    row("{{ \"a\\\"b\\\\c\" }}", "a\"b\\c");
    row("{{/* why */}}x{{- /* why */ -}} y", "xy");
    row("{{ .Values.a.b | quote }}", "\"text\"");
    row("{{ .Values.quote | quote }}", "\"q\\\"\\\\\"");
    row("{{ \"a | b\" | toString | quote }}", "\"a | b\"");
    row("{{ .Values.none }}", "!");
    row("{{ .Values.a.m }}", "!");
    row("{{ .Values.a.z }}", "");
    row("{{ .Values.a.j | quote }}", "!");
    row("{{ include \"x\" . }}", "!");
    row("{{ if .Values.a.t }}x{{ end }}", "!");
    row("{{ .Values.a.b | upper }}", "!");
    row("{{ .Chart.Name }}", "!");
    row("{{ 3 }}", "!");
    row("{{ \"\\n\" }}", "!");
    row("{{ .Release.Name", "!");
    row("{{ }}", "!");
    row("x {{ \"unclosed }}", "!");
}

void tst_HelmTemplate::fills()
{
    QFETCH(QString, text);
    QTEST(simpleTemplate(text, facts()).value_or("!"), "filled");
}

void tst_HelmTemplate::survivesAnything()
{
    const QString whole = "a {{- .Values.a.b | quote -}} {{ \"x\\\"}}\" }} {{/* c */}} {{ `d` }} {{ \"e | f\" | toString }}";
    for (qsizetype from = 0; from < whole.size(); ++from) {
        for (qsizetype length = 0; length <= whole.size() - from; ++length)
            (void)simpleTemplate(whole.mid(from, length), facts());
    }
    (void)simpleTemplate(QStringLiteral("{{ \"").repeated(20000), facts());
    (void)simpleTemplate(QStringLiteral("{{").repeated(20000) + QStringLiteral("}}").repeated(20000), facts());
}

QTEST_GUILESS_MAIN(tst_HelmTemplate)
#include "tst_HelmTemplate.moc"
