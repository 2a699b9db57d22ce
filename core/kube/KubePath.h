// SPDX-License-Identifier: Apache-2.0
// Names of things in the Kubernetes API as paths. Pure; every part from outside is percent-encoded.
#pragma once

#include <QString>
#include <QUrlQuery>

namespace windsock {

// A kind of object: where the API keeps it. Constants for those that we use are below.
struct KubeKind
{
    QString api;    // "/api/v1", "/apis/apps/v1"
    QString plural; // "pods"
    bool namespaced = true;
};

namespace kube {
KubeKind pods();
KubeKind services();
KubeKind secrets();
KubeKind configMaps();
KubeKind events();
KubeKind nodes();
KubeKind namespaces();
KubeKind claims(); // persistentvolumeclaims
KubeKind jobs();
KubeKind deployments();
KubeKind statefulSets();
KubeKind daemonSets();
KubeKind leases();
} // namespace kube

// One object.
struct KubeObject
{
    KubeKind kind;
    QString space = {}; // namespace; empty for what has none
    QString name = {};
    QString part = {}; // "log", "status", "scale"; empty: the object itself

    QString path() const;
};

// Many objects of one kind. An empty namespace means all of them.
struct KubeSelector
{
    KubeKind kind;
    QString space = {};
    QString labels = {};       // "release=airflow,tier in (web)"
    QString fields = {};       // "involvedObject.uid=…"
    bool metadataOnly = false; // the server leaves out spec, status and data: cheap, and secrets stay where they are

    QString path() const;
    QUrlQuery query() const;
};

// A port of a Service or Pod, reached through the API server.
struct KubeProxyTarget
{
    KubeKind kind; // pods or services
    QString space;
    QString name;
    QString port; // number or name
    bool https = false;

    QString path(const QString &rest) const; // rest begins with '/' and is encoded by the caller
};

// One value in a query: everything but unreserved characters is encoded, '+' too (QUrlQuery leaves it, Go reads a blank).
void addQuery(QUrlQuery &query, const QString &key, const QString &value);

} // namespace windsock
