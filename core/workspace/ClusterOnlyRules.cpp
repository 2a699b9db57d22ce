// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/ClusterOnlyRules.h"

#include <QCoreApplication>

namespace windsock {

namespace {
constexpr auto lost = LeftOut::Weight::Lost, replaced = LeftOut::Weight::Replaced;
constexpr auto community = ClusterOnlyRule::Chart::Community, official = ClusterOnlyRule::Chart::Official;

// Several keys have the same meaning.
constexpr auto ownKey = QT_TRANSLATE_NOOP("ClusterOnlyKeys", "The key in that Secret of the cluster is not known here: this workspace "
                                                             "gets one of its own");
constexpr auto fromSecret = QT_TRANSLATE_NOOP("ClusterOnlyKeys", "That object of the cluster is not known here, so the file is not used");
constexpr auto ownDatabase = QT_TRANSLATE_NOOP("ClusterOnlyKeys", "Windsock runs a database of its own for this workspace");
constexpr auto noCelery = QT_TRANSLATE_NOOP("ClusterOnlyKeys", "There is no Celery here: tasks run as processes of this machine");
constexpr auto oneMachine = QT_TRANSLATE_NOOP("ClusterOnlyKeys", "Everything runs on this machine");
constexpr auto noPods = QT_TRANSLATE_NOOP("ClusterOnlyKeys", "There are no pods that could carry it");
constexpr auto watched = QT_TRANSLATE_NOOP("ClusterOnlyKeys", "Windsock watches the processes itself and restarts a dead one");
constexpr auto ownPort = QT_TRANSLATE_NOOP("ClusterOnlyKeys", "The web page is on this machine only, at the port of windsock.yaml");
constexpr auto ownFolders = QT_TRANSLATE_NOOP("ClusterOnlyKeys", "The workspace's own folder is used in place of a volume");
constexpr auto notStarted = QT_TRANSLATE_NOOP("ClusterOnlyKeys", "It is not started");
constexpr auto notMade = QT_TRANSLATE_NOOP("ClusterOnlyKeys", "These objects of Kubernetes are not made");
constexpr auto noAccess = QT_TRANSLATE_NOOP("ClusterOnlyKeys", "There is no Kubernetes whose API Airflow could use");
constexpr auto asYou = QT_TRANSLATE_NOOP("ClusterOnlyKeys", "Airflow's processes run as the user who started Windsock");
constexpr auto noLimits = QT_TRANSLATE_NOOP("ClusterOnlyKeys", "Nothing limits the memory or CPU of the processes");
constexpr auto noSidecars = QT_TRANSLATE_NOOP("ClusterOnlyKeys", "These containers do not run; what Airflow needs of them has to be "
                                                                 "reachable from this machine");
constexpr auto usualCommand = QT_TRANSLATE_NOOP("ClusterOnlyKeys", "This part of Airflow runs with its usual command");

constexpr ClusterOnlyRule rules[] = {
    {".extraContainers", "sidecar", lost, noSidecars},
    {".extraInitContainers", "init-container", lost,
     QT_TRANSLATE_NOOP("ClusterOnlyKeys", "What these containers prepare before Airflow starts is not prepared")},
    {".containerLifecycleHooks", "lifecycle", lost, noSidecars, official},
    {".resources", "resources", replaced, noLimits},
    {".replicas", "replicas", replaced, QT_TRANSLATE_NOOP("ClusterOnlyKeys", "Each part of Airflow runs once")},
    {".logGroomerSidecar", "log-groomer", replaced, QT_TRANSLATE_NOOP("ClusterOnlyKeys", "Old task logs stay in the logs folder"),
     official},
    {".waitForMigrations", "wait", replaced,
     QT_TRANSLATE_NOOP("ClusterOnlyKeys", "The database is made ready before Airflow's parts start"), official},
    {"uid", "user", replaced, asYou, official},
    {"gid", "user", replaced, asYou, official},
    {"airflow.protectedPipPackages", "packages", replaced,
     QT_TRANSLATE_NOOP("ClusterOnlyKeys", "The Python environment keeps Airflow's own version, whatever else is installed"), community},
    {".nodeSelector", "placement", replaced, oneMachine},
    {".affinity", "placement", replaced, oneMachine},
    {".tolerations", "placement", replaced, oneMachine},
    {".topologySpreadConstraints", "placement", replaced, oneMachine},
    {".defaultNodeSelector", "placement", replaced, oneMachine, community},
    {".defaultAffinity", "placement", replaced, oneMachine, community},
    {".defaultTolerations", "placement", replaced, oneMachine, community},
    {".defaultTopologySpreadConstraints", "placement", replaced, oneMachine, community},
    {".schedulerName", "placement", replaced, oneMachine, official},
    {".priorityClassName", "placement", replaced, oneMachine, official},
    {"priorityClasses", "placement", replaced, oneMachine, official},
    {".runtimeClassName", "placement", replaced, oneMachine, official},
    {".hostAliases", "host-aliases", lost,
     QT_TRANSLATE_NOOP("ClusterOnlyKeys", "These names are not known here unless this machine knows them"), official},
    {".podDisruptionBudget", "availability", replaced, oneMachine},
    {".autoscaling", "availability", replaced, oneMachine, community},
    {".keda", "availability", replaced, oneMachine, official},
    {".hpa", "availability", replaced, oneMachine, official},
    {".securityContext", "user", replaced, asYou},
    {".securityContexts", "user", replaced, asYou, official},
    {".defaultSecurityContext", "user", replaced, asYou, community},
    {".defaultContainerSecurityContext", "user", replaced, asYou, community},
    {".labels", "metadata", replaced, noPods},
    {".podLabels", "metadata", replaced, noPods, community},
    {".annotations", "metadata", replaced, noPods},
    {".podAnnotations", "metadata", replaced, noPods},
    {".jobAnnotations", "metadata", replaced, noPods, official},
    {"airflowPodAnnotations", "metadata", replaced, noPods, official},
    {"airflowConfigAnnotations", "metadata", replaced, noPods, official},
    {".livenessProbe", "probe", replaced, watched},
    {".readinessProbe", "probe", replaced, watched},
    {".startupProbe", "probe", replaced, watched, official},
    {".service", "service", replaced, ownPort},
    {"ingress", "ingress", replaced, ownPort, community},
    {"ingress.*", "ingress", replaced, ownPort, official},
    {"dags.gitSync", "git-sync", lost,
     QT_TRANSLATE_NOOP("ClusterOnlyKeys", "DAGs come from the workspace's own folder, not from the git repository")},
    {".persistence", "persistence", replaced, ownFolders},
    {".volumeClaimTemplates", "persistence", replaced, ownFolders, official},
    {".serviceAccount", "access", replaced, noAccess},
    {"rbac", "access", replaced, noAccess},
    {"multiNamespaceMode", "access", replaced, noAccess, official},
    {"extraManifests", "manifests", lost, notMade, community},
    {"networkPolicies", "manifests", replaced, ownPort, official},
    {"quotas", "manifests", replaced, noLimits, official},
    {"limits", "manifests", replaced, noLimits, official},
    {"airflow.image.pullSecret", "image", replaced, QT_TRANSLATE_NOOP("ClusterOnlyKeys", "No image is pulled"), community},
    {"imagePullSecrets", "image", replaced, QT_TRANSLATE_NOOP("ClusterOnlyKeys", "No image is pulled"), official},
    {"registry", "image", replaced, QT_TRANSLATE_NOOP("ClusterOnlyKeys", "No image is pulled"), official},
    {"airflow.kubernetesPodTemplate.stringOverride", "pod-template", lost,
     QT_TRANSLATE_NOOP("ClusterOnlyKeys", "Tasks run as processes of this machine, with the scheduler's environment"), community},
    {"podTemplate", "pod-template", lost,
     QT_TRANSLATE_NOOP("ClusterOnlyKeys", "Tasks run as processes of this machine, with the scheduler's environment"), official},
    {"airflow.localSettings.existingSecret", "secret.ref", lost, fromSecret, community},
    {"web.webserverConfig.existingSecret", "secret.ref", lost, fromSecret, community},
    {"webserver.webserverConfigConfigMapName", "configmap.ref", lost, fromSecret, official},
    {"apiServer.apiServerConfigConfigMapName", "configmap.ref", lost, fromSecret, official},
    {"fernetKeySecretName", "secret.ref", lost, ownKey, official},
    {"webserverSecretKeySecretName", "secret.ref", replaced, ownKey, official},
    {"apiSecretKeySecretName", "secret.ref", replaced, ownKey, official},
    {"jwtSecretName", "secret.ref", replaced, ownKey, official},
    {"externalDatabase.host", "database", replaced, ownDatabase, community},
    {"data.*", "database", replaced, ownDatabase, official},
    {"postgresql", "database", replaced, ownDatabase},
    {"pgbouncer", "database", replaced, ownDatabase},
    {"workers.enabled", "celery", replaced, noCelery, community},
    {"workers.celery", "celery", replaced, noCelery, community},
    {"redis", "celery", replaced, noCelery},
    {"externalRedis.host", "celery", replaced, noCelery, community},
    {"flower", "celery", replaced, noCelery},
    {".command", "command", lost, usualCommand, official},
    {".args", "command", lost, usualCommand, official},
    {"kerberos", "kerberos", lost, QT_TRANSLATE_NOOP("ClusterOnlyKeys", "Nobody renews Kerberos tickets here"), official},
    {"elasticsearch", "logs", replaced, QT_TRANSLATE_NOOP("ClusterOnlyKeys", "Task logs are read from the logs folder"), official},
    {"opensearch", "logs", replaced, QT_TRANSLATE_NOOP("ClusterOnlyKeys", "Task logs are read from the logs folder"), official},
    {"statsd", "monitoring", replaced, notStarted, official},
    {"otelCollector", "monitoring", replaced, notStarted, official},
    {"serviceMonitor", "monitoring", replaced, notStarted, community},
    {"prometheusRule", "monitoring", replaced, notStarted, community},
    {"cleanup", "jobs", replaced, notStarted, official},
    {"databaseCleanup", "jobs", replaced, notStarted, official},
};
} // namespace

std::span<const ClusterOnlyRule> clusterOnlyRules()
{
    return rules;
}

QString translatedMeaning(const ClusterOnlyRule &rule)
{
    return QCoreApplication::translate("ClusterOnlyKeys", rule.meaning);
}

} // namespace windsock
