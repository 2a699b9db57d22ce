<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
    <context>
        <name>Backend</name>
        <message>
            <source>The folder cannot be made</source>
            <translation>폴더를 만들 수 없습니다</translation>
        </message>
        <message>
            <source>A workspace cannot move between these modes</source>
            <translation>이 두 방식 사이에서는 작업 공간을 옮길 수 없습니다</translation>
        </message>
        <message>
            <source>Delete it here, then start it there</source>
            <translation>여기서 삭제한 다음 거기서 시작하세요</translation>
        </message>
    </context>
    <context>
        <name>LoginStep</name>
        <message>
            <source>Create the login</source>
            <translation>로그인 계정 만들기</translation>
        </message>
        <message>
            <source>Airflow creates the user</source>
            <translation>Airflow가 사용자를 만드는 중</translation>
        </message>
        <message>
            <source>the login works</source>
            <translation>로그인할 수 있음</translation>
        </message>
        <message>
            <source>not created yet</source>
            <translation>아직 만들어지지 않음</translation>
        </message>
        <message>
            <source>The user of the values has not been created within two minutes: see the log of the part that creates it</source>
            <translation>값 파일의 사용자가 2분 안에 만들어지지 않았습니다. 사용자를 만드는 구성 요소의 로그를 보세요</translation>
        </message>
    </context>
    <context>
        <name>AirflowClient</name>
        <message>
            <source>No Airflow answers there</source>
            <translation>그곳에서 응답하는 Airflow가 없습니다</translation>
        </message>
        <message>
            <source>Neither version 1 nor version 2 of its REST API is known there</source>
            <translation>REST API의 버전 1도 버전 2도 그곳에 없습니다</translation>
        </message>
        <message>
            <source>Check what runs at that address; Airflow 2.0 and newer are supported</source>
            <translation>그 주소에서 무엇이 실행되는지 확인하세요. Airflow 2.0 이상을 지원합니다</translation>
        </message>
        <message>
            <source>Airflow does not accept the login</source>
            <translation>Airflow가 로그인을 받아들이지 않습니다</translation>
        </message>
        <message>
            <source>Check user and password in the values; Airflow 2 needs the basic_auth backend (AIRFLOW__API__AUTH_BACKENDS)</source>
            <translation>값 파일의 사용자와 비밀번호를 확인하세요. Airflow 2에는 basic_auth 백엔드가 필요합니다(AIRFLOW__API__AUTH_BACKENDS)</translation>
        </message>
        <message>
            <source>Its answer holds no token</source>
            <translation>응답에 토큰이 없습니다</translation>
        </message>
    </context>
    <context>
        <name>AirflowFiles</name>
        <message>
            <source>Not used: only Helm can tell what its template gives</source>
            <translation>쓰지 않습니다. 템플릿의 결과는 Helm만 알 수 있습니다</translation>
        </message>
    </context>
    <context>
        <name>AirflowHealth</name>
        <message>
            <source>The web page answers, but not as Airflow&apos;s health page does</source>
            <translation>웹 페이지가 응답하지만 Airflow의 상태 페이지와 다릅니다</translation>
        </message>
        <message>
            <source>Its answer names no metadata database</source>
            <translation>응답에 메타데이터 데이터베이스가 없습니다</translation>
        </message>
        <message>
            <source>Wait a moment: it may still be starting; else check what answers there</source>
            <translation>아직 시작 중일 수 있으니 잠시 기다리세요. 아니면 그곳에서 무엇이 응답하는지 확인하세요</translation>
        </message>
    </context>
    <context>
        <name>AirflowKeys</name>
        <message>
            <source>This file does not hold Airflow&apos;s keys</source>
            <translation>이 파일에 Airflow의 키가 들어 있지 않습니다</translation>
        </message>
        <message>
            <source>Reset this Airflow: its database cannot be read without them</source>
            <translation>이 Airflow를 초기화하세요. 키가 없으면 데이터베이스를 읽을 수 없습니다</translation>
        </message>
    </context>
    <context>
        <name>AirflowObjects</name>
        <message>
            <source>Not filled in: it comes from %1</source>
            <translation>채우지 않습니다. %1에서 오는 값입니다</translation>
        </message>
        <message>
            <source>Not made: a user needs a username, a password and a role</source>
            <translation>만들지 않습니다. 사용자에는 username, password, role이 필요합니다</translation>
        </message>
        <message>
            <source>The user %1 is not made: the password is not known here</source>
            <translation>사용자 %1을(를) 만들지 않습니다. 여기서는 비밀번호를 알 수 없습니다</translation>
        </message>
        <message>
            <source>Not made: a connection needs an id and a type</source>
            <translation>만들지 않습니다. 연결에는 id와 type이 필요합니다</translation>
        </message>
        <message>
            <source>Not made: a variable needs a key and a value</source>
            <translation>만들지 않습니다. 변수에는 key와 value가 필요합니다</translation>
        </message>
        <message>
            <source>Not made: a pool needs a name and a whole number of slots</source>
            <translation>만들지 않습니다. 풀에는 name과 정수 slots가 필요합니다</translation>
        </message>
        <message>
            <source>The pool %1 keeps %2 slots: nothing here follows a schedule</source>
            <translation>풀 %1의 슬롯은 %2개 그대로입니다. 여기서는 일정에 따라 바꾸지 않습니다</translation>
        </message>
    </context>
    <context>
        <name>AirflowProcesses</name>
        <message>
            <source>Web page</source>
            <translation>웹 페이지</translation>
        </message>
        <message>
            <source>DAG processor</source>
            <translation>DAG 프로세서</translation>
        </message>
    </context>
    <context>
        <name>AirflowReleases</name>
        <message>
            <source>Name a release from %1 to %2, or a newer one</source>
            <translation>%1부터 %2까지의 릴리스나 더 새로운 릴리스를 적으세요</translation>
        </message>
        <message>
            <source>Airflow %1 is not known to this Windsock: what holds for %2 is taken to hold for it</source>
            <translation>이 Windsock은 Airflow %1을(를) 모릅니다. %2에 맞는 것이 그대로 맞다고 봅니다</translation>
        </message>
        <message>
            <source>“%1” is no version of Airflow</source>
            <translation>“%1”은(는) Airflow의 버전이 아닙니다</translation>
        </message>
        <message>
            <source>A version has three numbers, like 2.10.5</source>
            <translation>버전은 2.10.5처럼 숫자 세 개입니다</translation>
        </message>
        <message>
            <source>Airflow %1 is too old</source>
            <translation>Airflow %1은(는) 너무 오래되었습니다</translation>
        </message>
        <message>
            <source>Windsock knows what releases from %1 on need</source>
            <translation>Windsock은 %1 이후의 릴리스에 필요한 것만 압니다</translation>
        </message>
        <message>
            <source>There is no Airflow %1</source>
            <translation>Airflow %1은(는) 없습니다</translation>
        </message>
        <message>
            <source>No release of that minor version was ever made</source>
            <translation>그 부 버전의 릴리스는 나온 적이 없습니다</translation>
        </message>
    </context>
    <context>
        <name>AirflowSettings</name>
        <message>
            <source>Tasks run as processes of this machine (LocalExecutor)</source>
            <translation>태스크는 이 컴퓨터의 프로세스로 실행됩니다(LocalExecutor)</translation>
        </message>
        <message>
            <source>Windsock runs a database of its own for this workspace</source>
            <translation>Windsock이 이 작업 공간을 위한 데이터베이스를 직접 실행합니다</translation>
        </message>
        <message>
            <source>The folders of the workspace are used where they are</source>
            <translation>작업 공간의 폴더를 제자리에서 그대로 씁니다</translation>
        </message>
        <message>
            <source>Airflow answers on this machine only, at the port of windsock.yaml</source>
            <translation>Airflow는 이 컴퓨터에서만 windsock.yaml의 포트로 응답합니다</translation>
        </message>
        <message>
            <source>Windsock picks free ports, so that workspaces can run side by side</source>
            <translation>작업 공간을 나란히 실행할 수 있도록 Windsock이 빈 포트를 고릅니다</translation>
        </message>
        <message>
            <source>Windsock starts the processes that this version of Airflow has</source>
            <translation>Windsock이 이 버전의 Airflow에 있는 프로세스를 시작합니다</translation>
        </message>
        <message>
            <source>There is no Celery here; tasks run as local processes</source>
            <translation>여기에는 Celery가 없습니다. 태스크는 로컬 프로세스로 실행됩니다</translation>
        </message>
        <message>
            <source>There is no Kubernetes here; tasks run as local processes</source>
            <translation>여기에는 Kubernetes가 없습니다. 태스크는 로컬 프로세스로 실행됩니다</translation>
        </message>
        <message>
            <source>Metrics and traces are not sent anywhere</source>
            <translation>메트릭과 트레이스를 어디에도 보내지 않습니다</translation>
        </message>
        <message>
            <source>Airflow&apos;s own files lie in a folder of Windsock&apos;s</source>
            <translation>Airflow의 파일은 Windsock의 폴더에 있습니다</translation>
        </message>
        <message>
            <source>It describes the image; here the Python environment brings its own</source>
            <translation>이미지에 관한 값입니다. 여기서는 Python 환경에 자기 값이 있습니다</translation>
        </message>
        <message>
            <source>These packages become part of the Python environment</source>
            <translation>이 패키지들은 Python 환경에 들어갑니다</translation>
        </message>
        <message>
            <source>It is for the image&apos;s start script, which does not run here</source>
            <translation>이미지의 시작 스크립트에 쓰는 값인데 여기서는 그 스크립트를 실행하지 않습니다</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no name of an environment variable</source>
            <translation>&quot;%1&quot;은(는) 환경 변수의 이름이 아닙니다</translation>
        </message>
        <message>
            <source>%1 is not set: %2</source>
            <translation>%1을(를) 정하지 않습니다: %2</translation>
        </message>
        <message>
            <source>The scheduler opens no port here; Airflow's page tells of its health</source>
            <translation>여기서는 스케줄러가 포트를 열지 않습니다. 상태는 Airflow 페이지가 알려 줍니다</translation>
        </message>
    </context>
    <context>
        <name>BootPatch</name>
        <message>
            <source>Init containers ask the database with a small script instead of starting all of Airflow.</source>
            <translation>초기화 컨테이너는 Airflow 전체를 켜는 대신 작은 스크립트로 데이터베이스를 확인합니다.</translation>
        </message>
        <message>
            <source>PgBouncer starts when Postgres listens, so that it never remembers a failed connection.</source>
            <translation>PgBouncer는 Postgres가 연결을 받을 때 시작하므로 실패한 연결을 기억하는 일이 없습니다.</translation>
        </message>
        <message>
            <source>Until the first answer, database and web page are asked each second, as patiently as before.</source>
            <translation>첫 응답이 올 때까지 데이터베이스와 웹 페이지를 1초마다 확인하며, 기다리는 시간은 전과 같습니다.</translation>
        </message>
        <message>
            <source>The scheduler&apos;s probes, each of which starts all of Airflow, begin when it had time to start.</source>
            <translation>매번 Airflow 전체를 켜는 스케줄러 프로브는 스케줄러가 시작할 시간을 준 뒤에 시작합니다.</translation>
        </message>
        <message>
            <source>Triggerer, DAG processor and user creation start when the web page answers, after 60 s at the latest.</source>
            <translation>트리거러, DAG 프로세서, 사용자 만들기는 웹 페이지가 응답하면, 늦어도 60초 뒤에는 시작합니다.</translation>
        </message>
        <message>
            <source>Parts that do not use the Airflow image may start while it is still being loaded.</source>
            <translation>Airflow 이미지를 쓰지 않는 구성 요소는 이미지를 올리는 동안에도 시작할 수 있습니다.</translation>
        </message>
        <message>
            <source>The file with the facts for the fast boot is not readable</source>
            <translation>빠른 부팅에 쓸 정보 파일을 읽을 수 없습니다</translation>
        </message>
        <message>
            <source>Start the cluster again: it writes that file</source>
            <translation>클러스터를 다시 시작하면 그 파일을 씁니다</translation>
        </message>
    </context>
    <context>
        <name>BuildStep</name>
        <message>
            <source>the node fetches %1</source>
            <translation>노드가 %1을(를) 받음</translation>
        </message>
        <message>
            <source>There is no image %1</source>
            <translation>이미지 %1이(가) 없습니다</translation>
        </message>
        <message>
            <source>docker does not have it, the workspace has no Dockerfile to build it from, and its name is not one that a registry knows</source>
            <translation>Docker에 이미지가 없고, 작업 공간에 빌드할 Dockerfile도 없으며, 레지스트리가 알 수 있는 이름도 아닙니다</translation>
        </message>
        <message>
            <source>Add a Dockerfile, build the image, or name another one in the values</source>
            <translation>Dockerfile을 추가하거나, 이미지를 빌드하거나, 값 파일에 다른 이미지를 적으세요</translation>
        </message>
        <message>
            <source>Build %1</source>
            <translation>%1 빌드</translation>
        </message>
        <message>
            <source>Find the image</source>
            <translation>이미지 찾기</translation>
        </message>
        <message>
            <source>unchanged · %1</source>
            <translation>바뀌지 않음 · %1</translation>
        </message>
    </context>
    <context>
        <name>ChartRules</name>
        <message>
            <source>The section %1 is empty</source>
            <translation>%1 구역이 비어 있습니다</translation>
        </message>
        <message>
            <source>Delete the line, write %1: {} or give it content</source>
            <translation>그 줄을 지우거나, %1: {}라고 쓰거나, 내용을 넣으세요</translation>
        </message>
        <message>
            <source>For Helm an empty section removes all defaults of the chart below it, and the chart then fails</source>
            <translation>Helm은 빈 구역이 있으면 그 아래의 차트 기본값을 모두 없애므로 차트가 실패합니다</translation>
        </message>
        <message>
            <source>%1 must be a map of keys</source>
            <translation>%1은(는) 키의 맵이어야 합니다</translation>
        </message>
        <message>
            <source>Write its keys below it, indented</source>
            <translation>키를 그 아래에 들여 쓰세요</translation>
        </message>
        <message>
            <source>%1 is read as a number</source>
            <translation>%1이(가) 숫자로 읽힙니다</translation>
        </message>
        <message>
            <source>Put it into quotes: &quot;%1&quot;</source>
            <translation>따옴표로 묶으세요: &quot;%1&quot;</translation>
        </message>
        <message>
            <source>Without quotes 2.10 means 2.1</source>
            <translation>따옴표가 없으면 2.10은 2.1을 뜻합니다</translation>
        </message>
        <message>
            <source>The pull policy Always asks a registry for the image that is built here</source>
            <translation>pull 정책 Always는 여기서 빌드한 이미지를 레지스트리에서 찾습니다</translation>
        </message>
        <message>
            <source>The image is loaded into the cluster; no registry has it</source>
            <translation>이미지는 클러스터에 직접 올리며, 어떤 레지스트리에도 없습니다</translation>
        </message>
        <message>
            <source>Set %1 to %2 in %3</source>
            <translation>%3에서 %1을(를) %2(으)로 정하세요</translation>
        </message>
    </context>
    <context>
        <name>ChartRulesCommunity</name>
        <message>
            <source>With airflow.legacyCommands there can be one scheduler only</source>
            <translation>airflow.legacyCommands를 쓰면 스케줄러는 하나만 둘 수 있습니다</translation>
        </message>
        <message>
            <source>Airflow 1.10 needs airflow.legacyCommands</source>
            <translation>Airflow 1.10에는 airflow.legacyCommands가 필요합니다</translation>
        </message>
        <message>
            <source>airflow.legacyCommands is for Airflow 1.10 only</source>
            <translation>airflow.legacyCommands는 Airflow 1.10에만 씁니다</translation>
        </message>
        <message>
            <source>The chart does not know the executor &quot;%1&quot;</source>
            <translation>차트가 실행기 &quot;%1&quot;을(를) 모릅니다</translation>
        </message>
        <message>
            <source>Use KubernetesExecutor, CeleryExecutor or CeleryKubernetesExecutor</source>
            <translation>KubernetesExecutor, CeleryExecutor, CeleryKubernetesExecutor 중 하나를 쓰세요</translation>
        </message>
        <message>
            <source>%1 needs workers</source>
            <translation>%1에는 workers가 필요합니다</translation>
        </message>
        <message>
            <source>%1.enabled must be false with the KubernetesExecutor</source>
            <translation>KubernetesExecutor를 쓸 때 %1.enabled는 false여야 합니다</translation>
        </message>
        <message>
            <source>It belongs to Celery, is on by default, and the chart refuses both</source>
            <translation>Celery에 속하고 기본으로 켜져 있으며, 차트는 둘을 함께 받지 않습니다</translation>
        </message>
        <message>
            <source>the chart sets it from its database and Redis values</source>
            <translation>차트가 데이터베이스와 Redis 값으로 정합니다</translation>
        </message>
        <message>
            <source>set airflow.executor</source>
            <translation>airflow.executor를 정하세요</translation>
        </message>
        <message>
            <source>set dags.path</source>
            <translation>dags.path를 정하세요</translation>
        </message>
        <message>
            <source>%1 may not stand in airflow.config</source>
            <translation>%1은(는) airflow.config에 올 수 없습니다</translation>
        </message>
        <message>
            <source>Delete it: %1</source>
            <translation>삭제하세요: %1</translation>
        </message>
        <message>
            <source>%1.logCleanup.enabled must be false when %2 is mounted</source>
            <translation>%2을(를) 마운트하면 %1.logCleanup.enabled는 false여야 합니다</translation>
        </message>
        <message>
            <source>It is on by default and would delete files from the mounted folder</source>
            <translation>기본으로 켜져 있으며, 마운트한 폴더의 파일을 지우게 됩니다</translation>
        </message>
        <message>
            <source>The log volume must be writable by many pods</source>
            <translation>로그 볼륨은 여러 파드가 쓸 수 있어야 합니다</translation>
        </message>
        <message>
            <source>The log folder is mounted and persisted at once</source>
            <translation>로그 폴더를 마운트하면서 영구 저장도 켰습니다</translation>
        </message>
        <message>
            <source>The DAG volume must be readable by many pods</source>
            <translation>DAG 볼륨은 여러 파드가 읽을 수 있어야 합니다</translation>
        </message>
        <message>
            <source>Use ReadOnlyMany or ReadWriteMany</source>
            <translation>ReadOnlyMany나 ReadWriteMany를 쓰세요</translation>
        </message>
        <message>
            <source>DAGs come either by git-sync or from a volume</source>
            <translation>DAG는 git-sync나 볼륨 가운데 한쪽에서만 옵니다</translation>
        </message>
        <message>
            <source>git-sync has no repository</source>
            <translation>git-sync에 저장소가 없습니다</translation>
        </message>
        <message>
            <source>Set dags.gitSync.repo, or switch git-sync off</source>
            <translation>dags.gitSync.repo를 정하거나 git-sync를 끄세요</translation>
        </message>
        <message>
            <source>git-sync can log in by SSH or by HTTP, not by both</source>
            <translation>git-sync는 SSH나 HTTP 가운데 하나로만 로그인할 수 있습니다</translation>
        </message>
        <message>
            <source>Delete one of sshSecret and httpSecret</source>
            <translation>sshSecret과 httpSecret 가운데 하나를 삭제하세요</translation>
        </message>
        <message>
            <source>This repository needs an SSH key</source>
            <translation>이 저장소에는 SSH 키가 필요합니다</translation>
        </message>
        <message>
            <source>Set dags.gitSync.sshSecret, or use an https address</source>
            <translation>dags.gitSync.sshSecret을 정하거나 https 주소를 쓰세요</translation>
        </message>
        <message>
            <source>An ingress path begins with a slash and ends without one</source>
            <translation>ingress 경로는 빗금으로 시작하고 빗금 없이 끝나야 합니다</translation>
        </message>
        <message>
            <source>Write it like /airflow</source>
            <translation>/airflow처럼 쓰세요</translation>
        </message>
        <message>
            <source>%1 must agree with %2</source>
            <translation>%1은(는) %2과(와) 맞아야 합니다</translation>
        </message>
        <message>
            <source>Set it to http://HOST%1</source>
            <translation>http://HOST%1(으)로 정하세요</translation>
        </message>
        <message>
            <source>Set it to %1</source>
            <translation>%1(으)로 정하세요</translation>
        </message>
        <message>
            <source>This ingress version is unknown</source>
            <translation>알 수 없는 ingress 버전입니다</translation>
        </message>
        <message>
            <source>A key and its certificate belong together</source>
            <translation>키와 그 인증서는 함께 있어야 합니다</translation>
        </message>
        <message>
            <source>Set both %1 and %2, or neither</source>
            <translation>%1과(와) %2을(를) 둘 다 정하거나 둘 다 빼세요</translation>
        </message>
        <message>
            <source>The chart&apos;s own PostgreSQL is on beside an external database</source>
            <translation>외부 데이터베이스가 있는데 차트의 PostgreSQL도 켜져 있습니다</translation>
        </message>
        <message>
            <source>The external database must be postgres or mysql</source>
            <translation>외부 데이터베이스는 postgres나 mysql이어야 합니다</translation>
        </message>
        <message>
            <source>Use one of the two</source>
            <translation>둘 중 하나를 쓰세요</translation>
        </message>
        <message>
            <source>The chart&apos;s own Redis is on beside an external one</source>
            <translation>외부 Redis가 있는데 차트의 Redis도 켜져 있습니다</translation>
        </message>
        <message>
            <source>The community chart cannot run Airflow %1</source>
            <translation>커뮤니티 차트로는 Airflow %1을(를) 실행할 수 없습니다</translation>
        </message>
        <message>
            <source>Use an Airflow 2 image, or the official chart (https://airflow.apache.org)</source>
            <translation>Airflow 2 이미지나 공식 차트(https://airflow.apache.org)를 쓰세요</translation>
        </message>
        <message>
            <source>It starts `airflow webserver`, which Airflow 3 no longer has</source>
            <translation>이 차트는 Airflow 3에 없는 `airflow webserver`를 시작합니다</translation>
        </message>
        <message>
            <source>Airflow %1 has no triggerer</source>
            <translation>Airflow %1에는 트리거러가 없습니다</translation>
        </message>
        <message>
            <source>Its pod would crash and restart for ever</source>
            <translation>그 파드는 끝없이 충돌하고 다시 시작됩니다</translation>
        </message>
        <message>
            <source>Task pods do not get airflow.extraPipPackages</source>
            <translation>태스크 파드에는 airflow.extraPipPackages가 들어가지 않습니다</translation>
        </message>
        <message>
            <source>Put packages into requirements.txt and so into the image</source>
            <translation>패키지를 requirements.txt에 적어 이미지에 넣으세요</translation>
        </message>
        <message>
            <source>The chart installs them in its own pods only, at every start</source>
            <translation>차트는 자기 파드에만, 그것도 시작할 때마다 설치합니다</translation>
        </message>
        <message>
            <source>Changes of %1 in the web page are undone within a minute</source>
            <translation>웹 페이지에서 %1을(를) 바꿔도 1분 안에 되돌려집니다</translation>
        </message>
        <message>
            <source>The chart keeps writing the ones of the values</source>
            <translation>차트가 값 파일의 것으로 계속 덮어씁니다</translation>
        </message>
        <message>
            <source>Airflow encrypts connections with the chart&apos;s public key</source>
            <translation>Airflow가 차트에 공개된 키로 연결 정보를 암호화합니다</translation>
        </message>
        <message>
            <source>Set airflow.fernetKey; never use this one in production</source>
            <translation>airflow.fernetKey를 정하세요. 공개된 키를 운영 환경에서 쓰면 안 됩니다</translation>
        </message>
        <message>
            <source>The web page signs logins with the chart&apos;s public key</source>
            <translation>웹 페이지가 차트에 공개된 키로 로그인에 서명합니다</translation>
        </message>
        <message>
            <source>Set airflow.webserverSecretKey; never use this one in production</source>
            <translation>airflow.webserverSecretKey를 정하세요. 공개된 키를 운영 환경에서 쓰면 안 됩니다</translation>
        </message>
    </context>
    <context>
        <name>ChartRulesOfficial</name>
        <message>
            <source>airflowVersion is no version</source>
            <translation>airflowVersion이 버전이 아닙니다</translation>
        </message>
        <message>
            <source>Write it in quotes, for example &quot;3.2.2&quot;</source>
            <translation>따옴표로 묶어 쓰세요. 예: &quot;3.2.2&quot;</translation>
        </message>
        <message>
            <source>Chart %1 runs Airflow 2.11 and later</source>
            <translation>차트 %1은(는) Airflow 2.11 이상을 실행합니다</translation>
        </message>
        <message>
            <source>Use chart 1.19.0 or the community chart for Airflow %1</source>
            <translation>Airflow %1에는 차트 1.19.0이나 커뮤니티 차트를 쓰세요</translation>
        </message>
        <message>
            <source>airflowVersion is %1, but the image has Airflow %2</source>
            <translation>airflowVersion은 %1인데 이미지의 Airflow는 %2입니다</translation>
        </message>
        <message>
            <source>The chart would start programs that this image does not have</source>
            <translation>차트가 이 이미지에 없는 프로그램을 시작하게 됩니다</translation>
        </message>
        <message>
            <source>The chart decides by it which parts and settings Airflow has</source>
            <translation>차트는 이 값으로 Airflow의 구성 요소와 설정을 정합니다</translation>
        </message>
        <message>
            <source>config.core.executor may not differ from executor</source>
            <translation>config.core.executor는 executor와 다를 수 없습니다</translation>
        </message>
        <message>
            <source>Delete it and set executor</source>
            <translation>삭제하고 executor를 정하세요</translation>
        </message>
        <message>
            <source>These values are for the community chart</source>
            <translation>이 값들은 커뮤니티 차트의 것입니다</translation>
        </message>
        <message>
            <source>Set chart.repo in windsock.yaml to %1, or move the values to the official chart&apos;s keys</source>
            <translation>windsock.yaml의 chart.repo를 %1(으)로 정하거나, 값을 공식 차트의 키로 옮기세요</translation>
        </message>
        <message>
            <source>%1 needs a message broker, and redis is off</source>
            <translation>%1에는 메시지 브로커가 필요한데 redis가 꺼져 있습니다</translation>
        </message>
        <message>
            <source>Use the KubernetesExecutor, switch redis on, or set data.brokerUrl</source>
            <translation>KubernetesExecutor를 쓰거나, redis를 켜거나, data.brokerUrl을 정하세요</translation>
        </message>
        <message>
            <source>The broker is named twice</source>
            <translation>브로커가 두 번 지정되었습니다</translation>
        </message>
        <message>
            <source>Delete data.brokerUrl or data.brokerUrlSecretName</source>
            <translation>data.brokerUrl과 data.brokerUrlSecretName 가운데 하나를 삭제하세요</translation>
        </message>
        <message>
            <source>The Redis password is given twice</source>
            <translation>Redis 비밀번호가 두 번 지정되었습니다</translation>
        </message>
        <message>
            <source>Delete redis.password or redis.passwordSecretName</source>
            <translation>redis.password와 redis.passwordSecretName 가운데 하나를 삭제하세요</translation>
        </message>
        <message>
            <source>Logs can go to Elasticsearch or to OpenSearch, not to both</source>
            <translation>로그는 Elasticsearch나 OpenSearch 가운데 하나로만 보낼 수 있습니다</translation>
        </message>
        <message>
            <source>Switch one of them off</source>
            <translation>둘 중 하나를 끄세요</translation>
        </message>
        <message>
            <source>%1 needs its connection exactly once</source>
            <translation>%1에는 연결을 정확히 하나만 적어야 합니다</translation>
        </message>
        <message>
            <source>Set either %1.connection or %1.secretName</source>
            <translation>%1.connection이나 %1.secretName 가운데 하나를 정하세요</translation>
        </message>
        <message>
            <source>postgresql.%1 no longer exists</source>
            <translation>postgresql.%1은(는) 더 이상 없습니다</translation>
        </message>
        <message>
            <source>Use postgresql.auth.username, postgresql.auth.password or postgresql.auth.postgresPassword</source>
            <translation>postgresql.auth.username, postgresql.auth.password, postgresql.auth.postgresPassword를 쓰세요</translation>
        </message>
        <message>
            <source>The image bitnami/postgresql is no longer published</source>
            <translation>bitnami/postgresql 이미지는 더 이상 배포되지 않습니다</translation>
        </message>
        <message>
            <source>The chart already mounts a volume at %1</source>
            <translation>차트가 이미 %1에 볼륨을 마운트합니다</translation>
        </message>
        <message>
            <source>Mount the folder at %1/host-logs and set config.logging.base_log_folder to that path</source>
            <translation>폴더를 %1/host-logs에 마운트하고 config.logging.base_log_folder를 그 경로로 정하세요</translation>
        </message>
        <message>
            <source>The chart already mounts DAGs at %1</source>
            <translation>차트가 이미 %1에 DAG를 마운트합니다</translation>
        </message>
        <message>
            <source>Switch dags.persistence and dags.gitSync off, or delete this mount</source>
            <translation>dags.persistence와 dags.gitSync를 끄거나 이 마운트를 삭제하세요</translation>
        </message>
        <message>
            <source>Helm holds %1 back as a hook and waits for it</source>
            <translation>Helm이 %1을(를) 훅으로 미뤄 두고 기다립니다</translation>
        </message>
        <message>
            <source>As a plain job it runs at once, beside everything else, and its progress can be seen</source>
            <translation>보통의 잡이면 다른 것과 함께 곧바로 실행되고 진행도 볼 수 있습니다</translation>
        </message>
        <message>
            <source>%1 is not set</source>
            <translation>%1이(가) 정해져 있지 않습니다</translation>
        </message>
        <message>
            <source>Set it to a fixed text, for this machine only</source>
            <translation>이 컴퓨터에서만 쓸 고정된 글로 정하세요</translation>
        </message>
        <message>
            <source>The chart makes a new one at every upgrade, which restarts Airflow and ends logins</source>
            <translation>차트가 업그레이드 때마다 새로 만들므로 Airflow가 다시 시작되고 로그인이 끊깁니다</translation>
        </message>
        <message>
            <source>After a reinstallation stored connections cannot be read any more</source>
            <translation>다시 설치하면 저장된 연결을 더 이상 읽을 수 없습니다</translation>
        </message>
        <message>
            <source>A metrics exporter starts beside Airflow</source>
            <translation>Airflow 옆에 메트릭 내보내기 프로그램이 시작됩니다</translation>
        </message>
        <message>
            <source>Its image is pulled from quay.io; on this machine nobody reads the metrics</source>
            <translation>그 이미지를 quay.io에서 받지만 이 컴퓨터에서는 메트릭을 읽는 곳이 없습니다</translation>
        </message>
    </context>
    <context>
        <name>CheckStep</name>
        <message>
            <source>note</source>
            <translation>참고</translation>
        </message>
        <message>
            <source>wrong</source>
            <translation>문제</translation>
        </message>
        <message>
            <source>nothing has changed</source>
            <translation>바뀐 것 없음</translation>
        </message>
        <message>
            <source>Check tools, ports and values</source>
            <translation>도구, 포트, 값 파일 확인</translation>
        </message>
        <message>
            <source>%1 checks</source>
            <translation>점검 %1개</translation>
        </message>
        <message>
            <source>, 1 note</source>
            <translation>, 알림 1개</translation>
        </message>
        <message>
            <source>, %1 notes</source>
            <translation>, 알림 %1개</translation>
        </message>
    </context>
    <context>
        <name>ChildEnd</name>
        <message>
            <source>Command: %1</source>
            <translation>명령: %1</translation>
        </message>
        <message>
            <source>%1 could not be started</source>
            <translation>%1을(를) 시작할 수 없습니다</translation>
        </message>
        <message>
            <source>Run “%1 version” in a terminal to see whether the program works on this machine</source>
            <translation>터미널에서 “%1 version”을 실행해 프로그램이 이 컴퓨터에서 동작하는지 확인하세요</translation>
        </message>
        <message>
            <source>%1 was ended by signal %2 (%3), which Windsock did not send</source>
            <translation>%1이(가) Windsock이 보내지 않은 시그널 %2(%3)(으)로 끝났습니다</translation>
        </message>
        <message>
            <source>Memory may have run out: close other programs or give the engine more, then try again</source>
            <translation>메모리가 다 떨어졌을 수 있습니다. 다른 프로그램을 닫거나 엔진의 메모리를 늘리고 다시 시도하세요</translation>
        </message>
        <message>
            <source>Try again; if it happens again, update %1</source>
            <translation>다시 시도하세요. 또 그러면 %1을(를) 업데이트하세요</translation>
        </message>
        <message>
            <source>%1 did not end within %2 s and was stopped</source>
            <translation>%1이(가) %2초 안에 끝나지 않아 중지했습니다</translation>
        </message>
        <message>
            <source>Check that the engine and the network answer, then try again</source>
            <translation>엔진과 네트워크가 응답하는지 확인하고 다시 시도하세요</translation>
        </message>
        <message>
            <source>Run %1 in a terminal to see whether the program works on this machine</source>
            <translation>터미널에서 %1을(를) 실행해 프로그램이 이 컴퓨터에서 동작하는지 확인하세요</translation>
        </message>
    </context>
    <context>
        <name>Cluster</name>
        <message>
            <source>Read the workspace</source>
            <translation>작업 공간 읽기</translation>
        </message>
        <message>
            <source>Another Windsock is at work on this workspace</source>
            <translation>다른 Windsock이 이 작업 공간에서 작업 중입니다</translation>
        </message>
        <message>
            <source>The run of process %1 has not ended yet</source>
            <translation>프로세스 %1의 실행이 아직 끝나지 않았습니다</translation>
        </message>
        <message>
            <source>Its run has not ended yet</source>
            <translation>그 실행이 아직 끝나지 않았습니다</translation>
        </message>
        <message>
            <source>Wait for its end, or cancel it where it was started</source>
            <translation>끝날 때까지 기다리거나, 시작한 곳에서 취소하세요</translation>
        </message>
        <message>
            <source>See that nobody else is at work here</source>
            <translation>다른 작업이 진행 중인지 확인</translation>
        </message>
    </context>
    <context>
        <name>ClusterOnlyKeys</name>
        <message>
            <source>Tasks run as processes of this machine (LocalExecutor), not by %1</source>
            <translation>태스크는 %1이(가) 아니라 이 컴퓨터의 프로세스로 실행됩니다(LocalExecutor)</translation>
        </message>
        <message>
            <source>The volume %1 (%2) is not there</source>
            <translation>볼륨 %1(%2)이(가) 없습니다</translation>
        </message>
        <message>
            <source>The key in that Secret of the cluster is not known here: this workspace gets one of its own</source>
            <translation>클러스터의 그 Secret에 든 키를 여기서는 알 수 없어 이 작업 공간에 따로 만듭니다</translation>
        </message>
        <message>
            <source>That object of the cluster is not known here, so the file is not used</source>
            <translation>클러스터의 그 객체를 여기서는 알 수 없어 파일을 쓰지 않습니다</translation>
        </message>
        <message>
            <source>Windsock runs a database of its own for this workspace</source>
            <translation>Windsock이 이 작업 공간을 위한 데이터베이스를 직접 실행합니다</translation>
        </message>
        <message>
            <source>There is no Celery here: tasks run as processes of this machine</source>
            <translation>여기에는 Celery가 없습니다. 태스크는 이 컴퓨터의 프로세스로 실행됩니다</translation>
        </message>
        <message>
            <source>Everything runs on this machine</source>
            <translation>모두 이 컴퓨터에서 실행됩니다</translation>
        </message>
        <message>
            <source>There are no pods that could carry it</source>
            <translation>이를 붙일 파드가 없습니다</translation>
        </message>
        <message>
            <source>Windsock watches the processes itself and restarts a dead one</source>
            <translation>Windsock이 직접 프로세스를 살피고 죽은 것은 다시 시작합니다</translation>
        </message>
        <message>
            <source>The web page is on this machine only, at the port of windsock.yaml</source>
            <translation>웹 페이지는 이 컴퓨터에서만 windsock.yaml의 포트로 열립니다</translation>
        </message>
        <message>
            <source>The workspace&apos;s own folder is used in place of a volume</source>
            <translation>볼륨 대신 작업 공간의 폴더를 씁니다</translation>
        </message>
        <message>
            <source>It is not started</source>
            <translation>시작하지 않습니다</translation>
        </message>
        <message>
            <source>These objects of Kubernetes are not made</source>
            <translation>이 Kubernetes 객체들은 만들지 않습니다</translation>
        </message>
        <message>
            <source>There is no Kubernetes whose API Airflow could use</source>
            <translation>Airflow가 API를 쓸 Kubernetes가 없습니다</translation>
        </message>
        <message>
            <source>Airflow&apos;s processes run as the user who started Windsock</source>
            <translation>Airflow의 프로세스는 Windsock을 시작한 사용자로 실행됩니다</translation>
        </message>
        <message>
            <source>Nothing limits the memory or CPU of the processes</source>
            <translation>프로세스의 메모리와 CPU를 제한하지 않습니다</translation>
        </message>
        <message>
            <source>These containers do not run; what Airflow needs of them has to be reachable from this machine</source>
            <translation>이 컨테이너들은 실행하지 않습니다. Airflow에 필요한 것은 이 컴퓨터에서 연결할 수 있어야 합니다</translation>
        </message>
        <message>
            <source>This part of Airflow runs with its usual command</source>
            <translation>Airflow의 이 구성 요소는 보통의 명령으로 실행됩니다</translation>
        </message>
        <message>
            <source>What these containers prepare before Airflow starts is not prepared</source>
            <translation>Airflow가 시작하기 전에 이 컨테이너들이 준비하는 것은 준비되지 않습니다</translation>
        </message>
        <message>
            <source>These names are not known here unless this machine knows them</source>
            <translation>이 컴퓨터가 모르는 이름은 여기서도 알 수 없습니다</translation>
        </message>
        <message>
            <source>DAGs come from the workspace&apos;s own folder, not from the git repository</source>
            <translation>DAG는 git 저장소가 아니라 작업 공간의 폴더에서 옵니다</translation>
        </message>
        <message>
            <source>No image is pulled</source>
            <translation>이미지를 받지 않습니다</translation>
        </message>
        <message>
            <source>Tasks run as processes of this machine, with the scheduler&apos;s environment</source>
            <translation>태스크는 스케줄러의 환경 변수를 가지고 이 컴퓨터의 프로세스로 실행됩니다</translation>
        </message>
        <message>
            <source>Nobody renews Kerberos tickets here</source>
            <translation>여기서는 Kerberos 티켓을 갱신하지 않습니다</translation>
        </message>
        <message>
            <source>Task logs are read from the logs folder</source>
            <translation>태스크 로그는 로그 폴더에서 읽습니다</translation>
        </message>
        <message>
            <source>Each part of Airflow runs once</source>
            <translation>Airflow의 각 구성 요소는 하나씩만 실행됩니다</translation>
        </message>
        <message>
            <source>Old task logs stay in the logs folder</source>
            <translation>오래된 태스크 로그는 logs 폴더에 그대로 남습니다</translation>
        </message>
        <message>
            <source>The database is made ready before Airflow's parts start</source>
            <translation>Airflow 구성 요소가 시작되기 전에 데이터베이스가 준비됩니다</translation>
        </message>
        <message>
            <source>The Python environment keeps Airflow's own version, whatever else is installed</source>
            <translation>무엇을 더 설치하든 Python 환경은 Airflow의 버전을 유지합니다</translation>
        </message>
    </context>
    <context>
        <name>ClusterState</name>
        <message>
            <source>Not known yet</source>
            <translation>아직 모름</translation>
        </message>
        <message>
            <source>Not created</source>
            <translation>만들지 않음</translation>
        </message>
        <message>
            <source>Name taken</source>
            <translation>이름이 쓰이고 있음</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>중지됨</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>일시 중지됨</translation>
        </message>
        <message>
            <source>Starting</source>
            <translation>시작 중</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>실행 중</translation>
        </message>
        <message>
            <source>Needs attention</source>
            <translation>확인 필요</translation>
        </message>
        <message>
            <source>Stopping</source>
            <translation>중지 중</translation>
        </message>
        <message>
            <source>Restarting</source>
            <translation>다시 시작 중</translation>
        </message>
        <message>
            <source>Deleting</source>
            <translation>삭제 중</translation>
        </message>
    </context>
    <context>
        <name>ClusterStep</name>
        <message>
            <source>waiting for the node of an earlier run, to remove it</source>
            <translation>이전 실행의 노드를 기다리는 중(나타나면 삭제)</translation>
        </message>
        <message>
            <source>removing the half-made cluster</source>
            <translation>만들다 만 클러스터를 제거하는 중</translation>
        </message>
        <message>
            <source>An earlier run was ended in the middle of creating this cluster: making it anew</source>
            <translation>이전 작업이 이 클러스터를 만들던 중에 끝났습니다. 새로 만듭니다</translation>
        </message>
        <message>
            <source>starting the node</source>
            <translation>노드를 시작하는 중</translation>
        </message>
        <message>
            <source>waking the node</source>
            <translation>노드를 깨우는 중</translation>
        </message>
        <message>
            <source>The node is gone</source>
            <translation>노드가 사라졌습니다</translation>
        </message>
        <message>
            <source>waiting for the Kubernetes API</source>
            <translation>Kubernetes API를 기다리는 중</translation>
        </message>
        <message>
            <source>Create the kind cluster</source>
            <translation>kind 클러스터 만들기</translation>
        </message>
        <message>
            <source>it runs</source>
            <translation>실행 중</translation>
        </message>
        <message>
            <source>the Kubernetes API answers</source>
            <translation>Kubernetes API가 응답함</translation>
        </message>
    </context>
    <context>
        <name>Component</name>
        <message>
            <source>Start the workspace anew: its components are written again</source>
            <translation>작업 공간을 새로 시작하세요. 구성 요소를 다시 씁니다</translation>
        </message>
        <message>
            <source>“%1” cannot be a component&apos;s id</source>
            <translation>“%1”은(는) 구성 요소의 id가 될 수 없습니다</translation>
        </message>
        <message>
            <source>Component %1: a path is not absolute</source>
            <translation>구성 요소 %1: 절대 경로가 아닌 경로가 있습니다</translation>
        </message>
        <message>
            <source>Component %1: the time to stop in has to be between 0 s and 1 h</source>
            <translation>구성 요소 %1: 중지에 주는 시간은 0초에서 1시간 사이여야 합니다</translation>
        </message>
        <message>
            <source>Component %1 cannot be understood</source>
            <translation>구성 요소 %1을(를) 이해할 수 없습니다</translation>
        </message>
    </context>
    <context>
        <name>ComponentList</name>
        <message>
            <source>The list of the components cannot be understood</source>
            <translation>구성 요소 목록을 이해할 수 없습니다</translation>
        </message>
        <message>
            <source>Start the workspace anew: its components are written again</source>
            <translation>작업 공간을 새로 시작하세요. 구성 요소를 다시 씁니다</translation>
        </message>
        <message>
            <source>Two components have the id %1</source>
            <translation>구성 요소 두 개의 id가 %1(으)로 같습니다</translation>
        </message>
        <message>
            <source>Components need each other in a circle</source>
            <translation>구성 요소들이 서로를 돌아가며 필요로 합니다</translation>
        </message>
    </context>
    <context>
        <name>ContextFiles</name>
        <message>
            <source>A folder that the image build reads cannot be read</source>
            <translation>이미지 빌드에 쓰이는 폴더를 읽을 수 없습니다</translation>
        </message>
        <message>
            <source>Make it readable, or list it in .dockerignore</source>
            <translation>읽을 수 있게 하거나 .dockerignore에 적으세요</translation>
        </message>
        <message>
            <source>The folder that the image is built from does not exist</source>
            <translation>이미지를 빌드할 폴더가 없습니다</translation>
        </message>
    </context>
    <context>
        <name>DagDifferences</name>
        <message>
            <source>Only a part of the DAGs was looked at: there are many</source>
            <translation>DAG가 많아 일부만 살펴보았습니다</translation>
        </message>
    </context>
    <context>
        <name>DagScan</name>
        <message>
            <source>This task makes a pod: it fails here unless it names a Kubernetes of its own</source>
            <translation>이 태스크는 파드를 만듭니다. 따로 쓸 Kubernetes를 적지 않으면 여기서는 실패합니다</translation>
        </message>
        <message>
            <source>There is no pod to change: the task runs as a process of this machine</source>
            <translation>바꿀 파드가 없습니다. 태스크는 이 컴퓨터의 프로세스로 실행됩니다</translation>
        </message>
        <message>
            <source>There is only the LocalExecutor: this task is never started</source>
            <translation>LocalExecutor만 있으므로 이 태스크는 시작되지 않습니다</translation>
        </message>
        <message>
            <source>This path of the pods is not there on this machine</source>
            <translation>파드의 이 경로가 이 컴퓨터에는 없습니다</translation>
        </message>
        <message>
            <source>This provider is not in the Python environment, so the import fails: add %1 to requirements.txt</source>
            <translation>이 프로바이더는 Python 환경에 없어서 import가 실패합니다. requirements.txt에 %1을(를) 추가하세요</translation>
        </message>
    </context>
    <context>
        <name>DatabaseStep</name>
        <message>
            <source>fetching PostgreSQL</source>
            <translation>PostgreSQL을 가져오는 중</translation>
        </message>
        <message>
            <source>waiting for it</source>
            <translation>데이터베이스를 기다리는 중</translation>
        </message>
        <message>
            <source>Start the database</source>
            <translation>데이터베이스 시작</translation>
        </message>
        <message>
            <source>SQLite, for a first look</source>
            <translation>SQLite (처음 둘러보기용)</translation>
        </message>
        <message>
            <source>SQLite takes its place: slower where much is written, and not what dev and prod have</source>
            <translation>대신 SQLite를 사용합니다. 쓰기가 많으면 느리고, dev와 prod의 데이터베이스와 다릅니다</translation>
        </message>
        <message>
            <source>SQLite takes its place: tasks run one after the other, and it is not what dev and prod have</source>
            <translation>대신 SQLite를 사용합니다. 작업이 하나씩 차례로 실행되고, dev와 prod의 데이터베이스와 다릅니다</translation>
        </message>
    </context>
    <context>
        <name>EmbeddedPostgres</name>
        <message>
            <source>There is no PostgreSQL to fetch for this machine</source>
            <translation>이 컴퓨터용으로 가져올 PostgreSQL이 없습니다</translation>
        </message>
        <message>
            <source>It is made for Linux with glibc and for macOS, on x86-64 and ARM64; this is %1</source>
            <translation>x86-64와 ARM64의 glibc Linux와 macOS용만 있는데 이 컴퓨터는 %1입니다</translation>
        </message>
        <message>
            <source>Install PostgreSQL, for example: sudo apt install postgresql, sudo apk add postgresql, sudo dnf install postgresql-server</source>
            <translation>PostgreSQL을 설치하세요. 예: sudo apt install postgresql, sudo apk add postgresql, sudo dnf install postgresql-server</translation>
        </message>
    </context>
    <context>
        <name>EmbeddedYaml</name>
        <message>
            <source>Only Helm can tell what the template in this text gives</source>
            <translation>이 텍스트에 든 템플릿의 결과는 Helm만 알 수 있습니다</translation>
        </message>
    </context>
    <context>
        <name>EnvironmentMaking</name>
        <message>
            <source>Another Windsock is making the same Python environment: waiting for it</source>
            <translation>다른 Windsock이 같은 Python 환경을 만드는 중이라 기다립니다</translation>
        </message>
    </context>
    <context>
        <name>EnvironmentSpec</name>
        <message>
            <source>Airflow %1 on Python %2</source>
            <translation>Airflow %1(Python %2)</translation>
        </message>
        <message>
            <source>“%1” is no extra of Airflow</source>
            <translation>“%1”은(는) Airflow의 extra가 아닙니다</translation>
        </message>
        <message>
            <source>Name extras like postgres or cncf-kubernetes</source>
            <translation>postgres나 cncf-kubernetes 같은 extra를 적으세요</translation>
        </message>
    </context>
    <context>
        <name>EnvironmentStages</name>
        <message>
            <source>Packages of the image</source>
            <translation>이미지의 패키지</translation>
        </message>
        <message>
            <source>Requirements</source>
            <translation>요구 패키지</translation>
        </message>
        <message>
            <source>“%1” cannot be had together with Airflow %2</source>
            <translation>“%1”은(는) Airflow %2과(와) 함께 쓸 수 없습니다</translation>
        </message>
        <message>
            <source>Take a version of it that is made for Airflow %1, or have the workspace run another Airflow</source>
            <translation>Airflow %1에 맞는 버전을 쓰거나, 작업 공간에서 다른 Airflow를 쓰세요</translation>
        </message>
        <message>
            <source>Airflow %1</source>
            <translation>Airflow %1</translation>
        </message>
    </context>
    <context>
        <name>EnvironmentStep</name>
        <message>
            <source>Make the Python environment</source>
            <translation>Python 환경 만들기</translation>
        </message>
    </context>
    <context>
        <name>EnvironmentStore</name>
        <message>
            <source>The folder of Python environments cannot be used</source>
            <translation>Python 환경 폴더를 쓸 수 없습니다</translation>
        </message>
        <message>
            <source>The Python environment cannot be put in its place</source>
            <translation>Python 환경을 제자리에 둘 수 없습니다</translation>
        </message>
        <message>
            <source>The Python environment cannot be removed</source>
            <translation>Python 환경을 제거할 수 없습니다</translation>
        </message>
        <message>
            <source>Not all of the Python environment could be removed</source>
            <translation>Python 환경을 모두 제거하지는 못했습니다</translation>
        </message>
        <message>
            <source>Look at the disk&apos;s free space and at the folder&apos;s permissions</source>
            <translation>디스크의 남은 공간과 폴더의 권한을 확인하세요</translation>
        </message>
    </context>
    <context>
        <name>Findings</name>
        <message numerus="yes">
            <source>%n things stand in the way</source>
            <translation>
                <numerusform>시작을 막는 문제가 %n건 있습니다</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing was built or started. All of them are listed below</source>
            <translation>아무것도 빌드하거나 시작하지 않았습니다. 모든 문제를 아래에 적었습니다</translation>
        </message>
        <message>
            <source>note</source>
            <translation>참고</translation>
        </message>
        <message>
            <source>wrong</source>
            <translation>문제</translation>
        </message>
    </context>
    <context>
        <name>FolderLock</name>
        <message>
            <source>The lock of a folder cannot be opened</source>
            <translation>폴더의 잠금을 열 수 없습니다</translation>
        </message>
        <message>
            <source>Make the folder writable for you</source>
            <translation>폴더에 쓸 수 있게 하세요</translation>
        </message>
        <message>
            <source>Another Windsock already keeps the components of this folder running</source>
            <translation>다른 Windsock이 이미 이 폴더의 구성 요소를 돌보고 있습니다</translation>
        </message>
        <message>
            <source>Process %1 holds %2</source>
            <translation>프로세스 %1이(가) %2을(를) 쓰고 있습니다</translation>
        </message>
        <message>
            <source>Use that one, or end it first</source>
            <translation>그것을 쓰거나 먼저 끝내세요</translation>
        </message>
    </context>
    <context>
        <name>HealthWait</name>
        <message>
            <source>the web page is starting</source>
            <translation>웹 페이지 시작 중</translation>
        </message>
        <message>
            <source>the web page answers, waiting for the scheduler</source>
            <translation>웹 페이지가 응답함, 스케줄러를 기다리는 중</translation>
        </message>
        <message>
            <source>Airflow&apos;s parts are not running any more</source>
            <translation>Airflow의 구성 요소가 더 이상 실행되지 않습니다</translation>
        </message>
        <message>
            <source>Start again; its log is %1</source>
            <translation>다시 시작하세요. 로그는 %1에 있습니다</translation>
        </message>
        <message>
            <source>%1 ends again and again</source>
            <translation>%1이(가) 거듭해서 끝납니다</translation>
        </message>
        <message>
            <source>Its log is %1. After a change start again</source>
            <translation>로그는 %1에 있습니다. 고친 뒤 다시 시작하세요</translation>
        </message>
        <message>
            <source>metadata database and scheduler are healthy</source>
            <translation>메타데이터 데이터베이스와 스케줄러가 정상</translation>
        </message>
        <message>
            <source>Their supervisor, which keeps them running, has ended</source>
            <translation>이것들을 돌보는 감독 프로세스가 끝났습니다</translation>
        </message>
    </context>
    <context>
        <name>NodeReturn</name>
        <message>
            <source>The node&apos;s service rules are there: making the name server&apos;s pods anew</source>
            <translation>노드의 서비스 규칙이 준비되어 이름 서버의 파드를 새로 만듭니다</translation>
        </message>
    </context>
    <context>
        <name>Docker</name>
        <message>
            <source>Docker has no such container</source>
            <translation>Docker에 그런 컨테이너가 없습니다</translation>
        </message>
        <message>
            <source>The container engine does not answer</source>
            <translation>컨테이너 엔진이 응답하지 않습니다</translation>
        </message>
        <message>
            <source>Start Docker, then try again</source>
            <translation>Docker를 시작하고 다시 시도하세요</translation>
        </message>
        <message>
            <source>Docker has no such image</source>
            <translation>Docker에 그런 이미지가 없습니다</translation>
        </message>
        <message>
            <source>It names no image</source>
            <translation>이미지가 적혀 있지 않습니다</translation>
        </message>
        <message>
            <source>A table of file systems was expected</source>
            <translation>파일 시스템 표가 와야 합니다</translation>
        </message>
    </context>
    <context>
        <name>Dockerfile</name>
        <message>
            <source>The Dockerfile has no FROM line</source>
            <translation>Dockerfile에 FROM 줄이 없습니다</translation>
        </message>
        <message>
            <source>It begins with, for example, FROM apache/airflow:2.10.5</source>
            <translation>예를 들어 FROM apache/airflow:2.10.5로 시작합니다</translation>
        </message>
    </context>
    <context>
        <name>Duration</name>
        <message>
            <source>%1 s</source>
            <translation>%1초</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation>%1분 %2초</translation>
        </message>
    </context>
    <context>
        <name>EngineCheck</name>
        <message>
            <source>Start %1</source>
            <translation>%1 시작</translation>
        </message>
        <message>
            <source>Docker was not found</source>
            <translation>Docker를 찾을 수 없습니다</translation>
        </message>
        <message>
            <source>The cluster is a container, and the program &quot;docker&quot; is in none of the usual places</source>
            <translation>클러스터는 컨테이너인데, 프로그램 &quot;docker&quot;가 보통의 위치 어디에도 없습니다</translation>
        </message>
        <message>
            <source>Install Docker Desktop, OrbStack (brew install orbstack) or Colima (brew install colima docker)</source>
            <translation>Docker Desktop, OrbStack(brew install orbstack), Colima(brew install colima docker) 중 하나를 설치하세요</translation>
        </message>
        <message>
            <source>The container engine is not running</source>
            <translation>컨테이너 엔진이 실행 중이 아닙니다</translation>
        </message>
        <message>
            <source>Start the program that provides Docker on this machine</source>
            <translation>이 컴퓨터에서 Docker를 제공하는 프로그램을 시작하세요</translation>
        </message>
        <message>
            <source>Start %1, for example with: %2</source>
            <translation>%1을(를) 시작하세요. 예: %2</translation>
        </message>
        <message>
            <source>You are not allowed to use the container engine</source>
            <translation>컨테이너 엔진을 쓸 권한이 없습니다</translation>
        </message>
        <message>
            <source>Add yourself to the group &quot;docker&quot; (sudo usermod -aG docker $USER), then log out and in again</source>
            <translation>사용자를 &quot;docker&quot; 그룹에 추가하고(sudo usermod -aG docker $USER) 로그아웃한 뒤 다시 로그인하세요</translation>
        </message>
        <message>
            <source>The container engine does not answer</source>
            <translation>컨테이너 엔진이 응답하지 않습니다</translation>
        </message>
        <message>
            <source>Restart it; &quot;docker info&quot; in a terminal tells more</source>
            <translation>다시 시작하세요. 터미널에서 &quot;docker info&quot;를 실행하면 더 알 수 있습니다</translation>
        </message>
        <message>
            <source>The engine has %1 of memory</source>
            <translation>엔진의 메모리가 %1입니다</translation>
        </message>
        <message>
            <source>Airflow with its database and Kubernetes needs at least 4 GB</source>
            <translation>Airflow와 그 데이터베이스, Kubernetes에는 적어도 4 GB가 필요합니다</translation>
        </message>
        <message>
            <source>It will work, but slowly: 6 GB are comfortable, 8 GB ideal</source>
            <translation>느리지만 동작합니다. 6 GB면 넉넉하고 8 GB면 가장 좋습니다</translation>
        </message>
        <message>
            <source>Close other programs or give this machine more memory</source>
            <translation>다른 프로그램을 닫거나 이 컴퓨터의 메모리를 늘리세요</translation>
        </message>
        <message>
            <source>Give it more: colima stop, then colima start --memory 8</source>
            <translation>더 늘리세요: colima stop, 그다음 colima start --memory 8</translation>
        </message>
        <message>
            <source>Give it more: podman machine set --memory 8192</source>
            <translation>더 늘리세요: podman machine set --memory 8192</translation>
        </message>
        <message>
            <source>Give %1 8 GB in its settings under Resources</source>
            <translation>%1 설정의 Resources에서 8 GB를 주세요</translation>
        </message>
        <message>
            <source>The engine has %1 of free disk</source>
            <translation>엔진의 디스크에 %1 남아 있습니다</translation>
        </message>
        <message>
            <source>The engine&apos;s disk has only %1 left</source>
            <translation>엔진의 디스크에 %1밖에 남지 않았습니다</translation>
        </message>
        <message>
            <source>The image lies there three times while it is built and loaded: %1 are wanted</source>
            <translation>빌드하고 올리는 동안 이미지가 세 벌 놓이므로 %1이(가) 필요합니다</translation>
        </message>
        <message>
            <source>Remove what is not used any more (docker system df shows it, docker image prune removes it)</source>
            <translation>더 쓰지 않는 것을 제거하세요(docker system df로 보고, docker image prune으로 제거합니다)</translation>
        </message>
        <message>
            <source>Remove images without a name</source>
            <translation>이름 없는 이미지 제거</translation>
        </message>
        <message>
            <source>Install it (Debian, Ubuntu: sudo apt install docker.io; Fedora: sudo dnf install moby-engine). If it is installed elsewhere, add its folder to PATH, or link it into ~/.local/bin</source>
            <translation>설치하세요(Debian, Ubuntu: sudo apt install docker.io; Fedora: sudo dnf install moby-engine). 다른 곳에 설치되어 있으면 그 폴더를 PATH에 추가하거나 ~/.local/bin에 링크하세요</translation>
        </message>
    </context>
    <context>
        <name>EngineRun</name>
        <message>
            <source>The container engine was started, but does not answer</source>
            <translation>컨테이너 엔진을 시작했지만 응답하지 않습니다</translation>
        </message>
        <message>
            <source>Look at its own window or log, then try again</source>
            <translation>엔진의 창이나 로그를 보고 다시 시도하세요</translation>
        </message>
        <message>
            <source>Windsock does not know how to start “%1”</source>
            <translation>Windsock은 “%1”을(를) 시작하는 방법을 모릅니다</translation>
        </message>
        <message>
            <source>waiting for its first answer</source>
            <translation>첫 응답을 기다리는 중</translation>
        </message>
        <message>
            <source>There is no container engine here that Windsock can start</source>
            <translation>여기에는 Windsock이 시작할 수 있는 컨테이너 엔진이 없습니다</translation>
        </message>
        <message>
            <source>Neither Docker nor OrbStack, Colima or Podman was found in its usual place</source>
            <translation>Docker, OrbStack, Colima, Podman 중 어느 것도 평소 위치에서 찾지 못했습니다</translation>
        </message>
        <message>
            <source>Start the engine that you use by hand, or install one, then try again</source>
            <translation>사용하는 엔진을 직접 시작하거나 하나를 설치한 뒤 다시 시도하세요</translation>
        </message>
    </context>
    <context>
        <name>Error</name>
        <message>
            <source>Canceled</source>
            <translation>취소됨</translation>
        </message>
        <message>
            <source>Why: %1</source>
            <translation>이유: %1</translation>
        </message>
        <message>
            <source>What to do: %1</source>
            <translation>할 일: %1</translation>
        </message>
    </context>
    <context>
        <name>FailureRules</name>
        <message>
            <source>&quot;%1&quot; did not succeed</source>
            <translation>&quot;%1&quot;이(가) 실패했습니다</translation>
        </message>
        <message>
            <source>%1 printed nothing that would tell why</source>
            <translation>%1이(가) 이유를 알 만한 출력을 남기지 않았습니다</translation>
        </message>
        <message>
            <source>Read the step&apos;s whole output; try again once its cause is gone</source>
            <translation>단계의 출력 전체를 읽고, 원인을 없앤 뒤 다시 시도하세요</translation>
        </message>
        <message>
            <source>Open the file</source>
            <translation>파일 열기</translation>
        </message>
        <message>
            <source>The proxy cannot be reached</source>
            <translation>프록시에 연결할 수 없습니다</translation>
        </message>
        <message>
            <source>Look at https_proxy and http_proxy in the environment</source>
            <translation>환경의 https_proxy와 http_proxy를 확인하세요</translation>
        </message>
        <message>
            <source>A server&apos;s certificate is not trusted</source>
            <translation>서버의 인증서를 신뢰할 수 없습니다</translation>
        </message>
        <message>
            <source>Behind a company&apos;s proxy its certificate has to be known here, and in the node for images (kind issue 1010)</source>
            <translation>회사 프록시를 거친다면 그 인증서를 이 컴퓨터에, 이미지를 받으려면 노드에도 등록해야 합니다(kind issue 1010)</translation>
        </message>
        <message>
            <source>The chart repository %1 cannot be reached</source>
            <translation>차트 저장소 %1에 연결할 수 없습니다</translation>
        </message>
        <message>
            <source>Look at its address in windsock.yaml and at the network</source>
            <translation>windsock.yaml의 주소와 네트워크를 확인하세요</translation>
        </message>
        <message>
            <source>The repository has no chart %1 in version %2</source>
            <translation>저장소에 차트 %1의 버전 %2이(가) 없습니다</translation>
        </message>
        <message>
            <source>Correct chart.name or chart.version in windsock.yaml (the repository is %3)</source>
            <translation>windsock.yaml의 chart.name이나 chart.version을 고치세요(저장소는 %3)</translation>
        </message>
        <message>
            <source>The chart does not fit Kubernetes %2</source>
            <translation>차트가 Kubernetes %2와(과) 맞지 않습니다</translation>
        </message>
        <message>
            <source>It asks for %1</source>
            <translation>차트가 요구하는 버전: %1</translation>
        </message>
        <message>
            <source>Choose another cluster.nodeImage or chart.version in windsock.yaml; another node image takes a reset</source>
            <translation>windsock.yaml에서 다른 cluster.nodeImage나 chart.version을 고르세요. 노드 이미지를 바꾸면 초기화가 필요합니다</translation>
        </message>
        <message>
            <source>The chart refuses these values</source>
            <translation>차트가 이 값들을 거부합니다</translation>
        </message>
        <message>
            <source>Change the values as the chart says</source>
            <translation>차트의 안내대로 값을 바꾸세요</translation>
        </message>
        <message>
            <source>A values file is not valid YAML</source>
            <translation>값 파일이 올바른 YAML이 아닙니다</translation>
        </message>
        <message>
            <source>Correct the file at that line or just above it</source>
            <translation>파일의 그 줄이나 바로 윗줄을 고치세요</translation>
        </message>
        <message>
            <source>A values file does not exist</source>
            <translation>값 파일이 없습니다</translation>
        </message>
        <message>
            <source>Create it, or correct its name in windsock.yaml</source>
            <translation>파일을 만들거나 windsock.yaml에서 이름을 고치세요</translation>
        </message>
        <message>
            <source>The values do not fit the chart&apos;s schema</source>
            <translation>값이 차트의 스키마에 맞지 않습니다</translation>
        </message>
        <message>
            <source>Correct these keys</source>
            <translation>이 키들을 고치세요</translation>
        </message>
        <message>
            <source>The chart cannot be rendered with these values</source>
            <translation>이 값으로는 차트를 렌더링할 수 없습니다</translation>
        </message>
        <message>
            <source>Look at the key that the message names: it is missing or of another kind</source>
            <translation>메시지에 나온 키를 보세요. 키가 없거나 종류가 다릅니다</translation>
        </message>
        <message>
            <source>Kubernetes does not accept what the chart made</source>
            <translation>Kubernetes가 차트의 결과를 받아들이지 않습니다</translation>
        </message>
        <message>
            <source>The chart may be too old or too new for this Kubernetes, or a value is of the wrong kind</source>
            <translation>차트가 이 Kubernetes에 너무 오래되었거나 너무 새롭거나, 값의 종류가 틀렸을 수 있습니다</translation>
        </message>
        <message>
            <source>The release&apos;s name is not allowed</source>
            <translation>허용되지 않는 릴리스 이름입니다</translation>
        </message>
        <message>
            <source>Use small letters, digits and dashes, 40 at most with the Airflow charts</source>
            <translation>소문자, 숫자, 붙임표만 쓰세요. Airflow 차트에서는 40자까지입니다</translation>
        </message>
        <message>
            <source>The release is stuck in an earlier operation</source>
            <translation>릴리스가 이전 작업에 멈춰 있습니다</translation>
        </message>
        <message>
            <source>A Helm that was killed left it pending, or another one is at work right now</source>
            <translation>강제로 끝난 Helm이 작업을 남겼거나, 지금 다른 Helm이 작업 중입니다</translation>
        </message>
        <message>
            <source>If no other Helm runs, start again: the unfinished revision is taken back first</source>
            <translation>다른 Helm이 실행 중이 아니라면 다시 시작하세요. 끝나지 않은 리비전을 먼저 되돌립니다</translation>
        </message>
        <message>
            <source>%1 exists already and belongs to something else</source>
            <translation>%1이(가) 이미 있으며 다른 것에 속합니다</translation>
        </message>
        <message>
            <source>It was not made by this Helm release, which therefore does not touch it (namespace %2)</source>
            <translation>이 Helm 릴리스가 만든 것이 아니므로 손대지 않습니다(네임스페이스 %2)</translation>
        </message>
        <message>
            <source>Remove it, or use another release name or namespace</source>
            <translation>제거하거나 다른 릴리스 이름이나 네임스페이스를 쓰세요</translation>
        </message>
        <message>
            <source>There is no namespace %1</source>
            <translation>네임스페이스 %1이(가) 없습니다</translation>
        </message>
        <message>
            <source>Start again, which creates it, or correct its name in windsock.yaml</source>
            <translation>다시 시작하면 만들어집니다. 아니면 windsock.yaml에서 이름을 고치세요</translation>
        </message>
        <message>
            <source>A job of the chart did not finish</source>
            <translation>차트의 잡이 끝나지 않았습니다</translation>
        </message>
        <message>
            <source>Look at that job&apos;s pod: its last lines say why</source>
            <translation>그 잡의 파드를 보세요. 마지막 줄에 이유가 있습니다</translation>
        </message>
        <message>
            <source>Helm could not use the post-renderer</source>
            <translation>Helm이 포스트 렌더러를 쓸 수 없었습니다</translation>
        </message>
        <message>
            <source>Write fastBoot: false into windsock.yaml to start without it; Helm 4 is not supported for it</source>
            <translation>windsock.yaml에 fastBoot: false를 적으면 포스트 렌더러 없이 시작합니다. Helm 4에서는 지원하지 않습니다</translation>
        </message>
        <message>
            <source>The cluster does not answer</source>
            <translation>클러스터가 응답하지 않습니다</translation>
        </message>
        <message>
            <source>Start the cluster; right after a start give it a few seconds</source>
            <translation>클러스터를 시작하세요. 방금 시작했다면 몇 초 기다리세요</translation>
        </message>
        <message>
            <source>%1 holds it</source>
            <translation>%1이(가) 쓰고 있습니다</translation>
        </message>
        <message>
            <source>Another container publishes it</source>
            <translation>다른 컨테이너가 공개하고 있습니다</translation>
        </message>
        <message>
            <source>Another program listens there</source>
            <translation>다른 프로그램이 그 포트를 열고 있습니다</translation>
        </message>
        <message>
            <source>Use port %1</source>
            <translation>포트 %1 사용</translation>
        </message>
        <message>
            <source>Create the folder</source>
            <translation>폴더 만들기</translation>
        </message>
        <message>
            <source>Delete and start again</source>
            <translation>삭제하고 다시 시작</translation>
        </message>
        <message>
            <source>Port %1 is in use</source>
            <translation>포트 %1이(가) 사용 중입니다</translation>
        </message>
        <message>
            <source>Stop the program that holds it, or use another port</source>
            <translation>그 포트를 쓰는 프로그램을 끝내거나 다른 포트를 쓰세요</translation>
        </message>
        <message>
            <source>There is already a cluster of that name</source>
            <translation>같은 이름의 클러스터가 이미 있습니다</translation>
        </message>
        <message>
            <source>Choose another name in windsock.yaml, or delete it where it was made; Windsock deletes only its own</source>
            <translation>windsock.yaml에서 다른 이름을 고르거나, 만든 곳에서 삭제하세요. Windsock은 자기가 만든 것만 삭제합니다</translation>
        </message>
        <message>
            <source>&quot;%1&quot; cannot be the name of a cluster</source>
            <translation>&quot;%1&quot;은(는) 클러스터 이름이 될 수 없습니다</translation>
        </message>
        <message>
            <source>Use small letters, digits, dots and dashes</source>
            <translation>소문자, 숫자, 점, 붙임표만 쓰세요</translation>
        </message>
        <message>
            <source>kind does not understand the cluster&apos;s configuration</source>
            <translation>kind가 클러스터 구성을 이해하지 못합니다</translation>
        </message>
        <message>
            <source>Correct the file; https://kind.sigs.k8s.io/docs/user/configuration/ lists what it may hold</source>
            <translation>파일을 고치세요. 쓸 수 있는 내용은 https://kind.sigs.k8s.io/docs/user/configuration/ 에 있습니다</translation>
        </message>
        <message>
            <source>A folder that is mounted into the node does not exist</source>
            <translation>노드에 마운트할 폴더가 없습니다</translation>
        </message>
        <message>
            <source>Create it, or correct the path in kind-cluster.yaml</source>
            <translation>폴더를 만들거나 kind-cluster.yaml에서 경로를 고치세요</translation>
        </message>
        <message>
            <source>Docker does not share that folder with its machine</source>
            <translation>Docker가 그 폴더를 자기 가상 머신과 공유하지 않습니다</translation>
        </message>
        <message>
            <source>Add it in Docker&apos;s settings under Resources, File sharing</source>
            <translation>Docker 설정의 Resources, File sharing에 추가하세요</translation>
        </message>
        <message>
            <source>The node image %1 cannot be had</source>
            <translation>노드 이미지 %1을(를) 가져올 수 없습니다</translation>
        </message>
        <message>
            <source>Correct its name, or look at the network; kind&apos;s release notes list the images that fit it</source>
            <translation>이름을 고치거나 네트워크를 확인하세요. 맞는 이미지는 kind 릴리스 노트에 있습니다</translation>
        </message>
        <message>
            <source>The node did not boot</source>
            <translation>노드가 부팅되지 않았습니다</translation>
        </message>
        <message>
            <source>Its systemd never got to the end: the node image does not fit this kind release, inotify limits are too low, or the engine&apos;s cgroups do not suit it</source>
            <translation>systemd가 끝까지 가지 못했습니다. 노드 이미지가 이 kind 릴리스와 맞지 않거나, inotify 한도가 너무 낮거나, 엔진의 cgroup이 맞지 않습니다</translation>
        </message>
        <message>
            <source>Use the image of kind&apos;s release notes, and raise the limits: sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512</source>
            <translation>kind 릴리스 노트의 이미지를 쓰고 한도를 올리세요: sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512</translation>
        </message>
        <message>
            <source>The proxy stands between the node and itself</source>
            <translation>프록시가 노드와 노드 자신 사이를 가로막습니다</translation>
        </message>
        <message>
            <source>Add %1 to no_proxy, then start again</source>
            <translation>no_proxy에 %1을(를) 추가하고 다시 시작하세요</translation>
        </message>
        <message>
            <source>Kubernetes did not come up in the node</source>
            <translation>노드에서 Kubernetes가 켜지지 않았습니다</translation>
        </message>
        <message>
            <source>Its control plane was not healthy in time: too little memory or processor time, or a kubeadm setting of the configuration that it refuses</source>
            <translation>컨트롤 플레인이 제때 정상이 되지 않았습니다. 메모리나 프로세서 시간이 부족하거나, 구성에 kubeadm이 거부하는 설정이 있습니다</translation>
        </message>
        <message>
            <source>Give the engine more memory (8 GB is ideal) and try again; the node&apos;s own logs are in the run&apos;s folder</source>
            <translation>엔진의 메모리를 늘리고(8 GB가 가장 좋음) 다시 시도하세요. 노드의 로그는 이 작업의 폴더에 있습니다</translation>
        </message>
        <message>
            <source>The cluster is paused</source>
            <translation>클러스터가 일시 중지되어 있습니다</translation>
        </message>
        <message>
            <source>Start it, which wakes it up</source>
            <translation>시작하면 깨어납니다</translation>
        </message>
        <message>
            <source>The cluster&apos;s node does not run</source>
            <translation>클러스터의 노드가 실행 중이 아닙니다</translation>
        </message>
        <message>
            <source>Start the cluster</source>
            <translation>클러스터를 시작하세요</translation>
        </message>
        <message>
            <source>There is no cluster %1</source>
            <translation>클러스터 %1이(가) 없습니다</translation>
        </message>
        <message>
            <source>Start it; somebody deleted it meanwhile</source>
            <translation>시작하세요. 그사이 누군가 삭제했습니다</translation>
        </message>
        <message>
            <source>The cluster&apos;s kubeconfig does not know %1</source>
            <translation>클러스터의 kubeconfig에 %1이(가) 없습니다</translation>
        </message>
        <message>
            <source>Start the cluster again, which writes it anew</source>
            <translation>클러스터를 다시 시작하면 새로 씁니다</translation>
        </message>
        <message>
            <source>The forward lost its pod</source>
            <translation>포워드가 파드를 잃었습니다</translation>
        </message>
        <message>
            <source>Nothing: it is opened again as soon as the pod is back</source>
            <translation>할 일은 없습니다. 파드가 돌아오면 곧바로 다시 엽니다</translation>
        </message>
        <message>
            <source>Start the engine</source>
            <translation>엔진 시작</translation>
        </message>
        <message>
            <source>Remove images without a name</source>
            <translation>이름 없는 이미지 제거</translation>
        </message>
        <message>
            <source>You are not allowed to use the container engine</source>
            <translation>컨테이너 엔진을 쓸 권한이 없습니다</translation>
        </message>
        <message>
            <source>Add yourself to the group &quot;docker&quot; (sudo usermod -aG docker $USER), then log out and in again</source>
            <translation>사용자를 &quot;docker&quot; 그룹에 추가하고(sudo usermod -aG docker $USER) 로그아웃한 뒤 다시 로그인하세요</translation>
        </message>
        <message>
            <source>The container engine is not running</source>
            <translation>컨테이너 엔진이 실행 중이 아닙니다</translation>
        </message>
        <message>
            <source>Start Docker (or OrbStack, Colima, Podman), then try again</source>
            <translation>Docker(또는 OrbStack, Colima, Podman)를 시작하고 다시 시도하세요</translation>
        </message>
        <message>
            <source>The container engine cannot end a container</source>
            <translation>컨테이너 엔진이 컨테이너를 끝내지 못합니다</translation>
        </message>
        <message>
            <source>One of its processes is stuck in the kernel, so that even KILL does not reach it</source>
            <translation>컨테이너의 프로세스 하나가 커널에 묶여 있어 KILL도 닿지 않습니다</translation>
        </message>
        <message>
            <source>Try again in a moment; if it stays, restart this computer and delete then</source>
            <translation>잠시 후 다시 시도하고, 그대로이면 컴퓨터를 다시 시작한 뒤 삭제하세요</translation>
        </message>
        <message>
            <source>Docker&apos;s buildx component is missing</source>
            <translation>Docker의 buildx 구성 요소가 없습니다</translation>
        </message>
        <message>
            <source>BuildKit was asked for, and this docker cannot use it without buildx</source>
            <translation>BuildKit을 쓰라고 했지만 이 docker는 buildx 없이 쓸 수 없습니다</translation>
        </message>
        <message>
            <source>Install it (Debian, Ubuntu: the package docker-buildx or docker-buildx-plugin), or build without BuildKit</source>
            <translation>설치하거나(Debian, Ubuntu: docker-buildx 또는 docker-buildx-plugin 패키지) BuildKit 없이 빌드하세요</translation>
        </message>
        <message>
            <source>This rootless engine cannot carry a kind cluster</source>
            <translation>이 rootless 엔진에서는 kind 클러스터를 쓸 수 없습니다</translation>
        </message>
        <message>
            <source>Follow https://kind.sigs.k8s.io/docs/user/rootless/, or use an engine that is not rootless</source>
            <translation>https://kind.sigs.k8s.io/docs/user/rootless/ 를 따르거나 rootless가 아닌 엔진을 쓰세요</translation>
        </message>
        <message>
            <source>This machine has run out of file watches</source>
            <translation>이 컴퓨터의 파일 감시 한도가 다 찼습니다</translation>
        </message>
        <message>
            <source>Raise the limits: sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512</source>
            <translation>한도를 올리세요: sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512</translation>
        </message>
        <message>
            <source>The disk is full</source>
            <translation>디스크가 가득 찼습니다</translation>
        </message>
        <message>
            <source>Make room where the engine keeps its images (docker system df shows it, docker image prune removes what is unused)</source>
            <translation>엔진이 이미지를 두는 곳에 자리를 만드세요(docker system df로 보고, docker image prune으로 쓰지 않는 것을 제거합니다)</translation>
        </message>
        <message>
            <source>The engine ran out of memory</source>
            <translation>엔진의 메모리가 다 떨어졌습니다</translation>
        </message>
        <message>
            <source>Give the engine more memory in its settings (8 GB is ideal), or close other programs</source>
            <translation>엔진 설정에서 메모리를 늘리거나(8 GB가 가장 좋음) 다른 프로그램을 닫으세요</translation>
        </message>
        <message>
            <source>The image is made for another processor</source>
            <translation>다른 프로세서용 이미지입니다</translation>
        </message>
        <message>
            <source>Use an image for this machine, or build one with its own platform</source>
            <translation>이 컴퓨터에 맞는 이미지를 쓰거나, 이 컴퓨터의 플랫폼으로 빌드하세요</translation>
        </message>
        <message>
            <source>AppArmor does not let the node start</source>
            <translation>AppArmor가 노드의 시작을 막습니다</translation>
        </message>
        <message>
            <source>See kind&apos;s known issues about AppArmor: https://kind.sigs.k8s.io/docs/user/known-issues/#apparmor</source>
            <translation>AppArmor에 관한 kind의 알려진 문제를 보세요: https://kind.sigs.k8s.io/docs/user/known-issues/#apparmor</translation>
        </message>
        <message>
            <source>Open the Dockerfile</source>
            <translation>Dockerfile 열기</translation>
        </message>
        <message>
            <source>The Dockerfile has an error in line %1</source>
            <translation>Dockerfile %1행에 오류가 있습니다</translation>
        </message>
        <message>
            <source>Correct that line</source>
            <translation>그 줄을 고치세요</translation>
        </message>
        <message>
            <source>There is no Dockerfile</source>
            <translation>Dockerfile이 없습니다</translation>
        </message>
        <message>
            <source>%1 does not exist</source>
            <translation>%1이(가) 없습니다</translation>
        </message>
        <message>
            <source>Correct the path in windsock.yaml, or remove it to use the values&apos; image as it is</source>
            <translation>windsock.yaml에서 경로를 고치거나, 경로를 지워 값 파일의 이미지를 그대로 쓰세요</translation>
        </message>
        <message>
            <source>The Dockerfile copies %1, which is not there</source>
            <translation>Dockerfile이 복사하는 %1이(가) 없습니다</translation>
        </message>
        <message>
            <source>Put the file into the build context, correct its name, or look into .dockerignore</source>
            <translation>빌드 컨텍스트에 파일을 넣거나, 이름을 고치거나, .dockerignore를 확인하세요</translation>
        </message>
        <message>
            <source>A base image cannot be downloaded</source>
            <translation>기반 이미지를 내려받을 수 없습니다</translation>
        </message>
        <message>
            <source>Look at the name and tag after FROM, and at the network</source>
            <translation>FROM 뒤의 이름과 태그, 네트워크를 확인하세요</translation>
        </message>
        <message>
            <source>A command of the Dockerfile failed</source>
            <translation>Dockerfile의 명령이 실패했습니다</translation>
        </message>
        <message>
            <source>Correct the Dockerfile (the command was: %1)</source>
            <translation>Dockerfile을 고치세요(실패한 명령: %1)</translation>
        </message>
        <message>
            <source>The image cannot be loaded into the node</source>
            <translation>이미지를 노드에 올릴 수 없습니다</translation>
        </message>
        <message>
            <source>Docker&apos;s containerd image store keeps one platform of it, and the node asks for all (kind issue 3795)</source>
            <translation>Docker의 containerd 이미지 저장소에는 한 플랫폼만 있는데 노드가 모든 플랫폼을 요구합니다(kind issue 3795)</translation>
        </message>
        <message>
            <source>Save it for one platform (docker save --platform), or switch the containerd image store off in Docker&apos;s settings</source>
            <translation>한 플랫폼으로 저장하거나(docker save --platform), Docker 설정에서 containerd 이미지 저장소를 끄세요</translation>
        </message>
        <message>
            <source>Docker has no image %1</source>
            <translation>Docker에 이미지 %1이(가) 없습니다</translation>
        </message>
        <message>
            <source>Build it, or correct its name in the values</source>
            <translation>빌드하거나 값 파일에서 이름을 고치세요</translation>
        </message>
        <message>
            <source>Pod %1, container %2: %3</source>
            <translation>파드 %1, 컨테이너 %2: %3</translation>
        </message>
        <message>
            <source>Show its log</source>
            <translation>로그 보기</translation>
        </message>
        <message>
            <source>Give Airflow access to the logs folder</source>
            <translation>Airflow에 로그 폴더 접근 권한 주기</translation>
        </message>
        <message>
            <source>The node has no folder %1</source>
            <translation>노드에 폴더 %1이(가) 없습니다</translation>
        </message>
        <message>
            <source>A pod mounts it with hostPath, and no extraMounts entry of kind-cluster.yaml leads there</source>
            <translation>파드가 hostPath로 마운트하지만 kind-cluster.yaml의 extraMounts에 그곳으로 이어지는 항목이 없습니다</translation>
        </message>
        <message>
            <source>Add the mount to kind-cluster.yaml, then reset the cluster: kind cannot add mounts to one that exists</source>
            <translation>kind-cluster.yaml에 마운트를 추가하고 클러스터를 초기화하세요. kind는 이미 있는 클러스터에 마운트를 추가할 수 없습니다</translation>
        </message>
        <message>
            <source>Airflow cannot write to %1</source>
            <translation>Airflow가 %1에 쓸 수 없습니다</translation>
        </message>
        <message>
            <source>Its processes run as user 50000 in group 0, and the folder on the host does not let them</source>
            <translation>Airflow의 프로세스는 사용자 50000, 그룹 0으로 실행되는데 호스트의 폴더가 이를 허용하지 않습니다</translation>
        </message>
        <message>
            <source>Allow it on the host, for example: chmod -R a+rwX logs</source>
            <translation>호스트에서 허용하세요. 예: chmod -R a+rwX logs</translation>
        </message>
        <message>
            <source>Airflow waits for its database migrations</source>
            <translation>Airflow가 데이터베이스 마이그레이션을 기다리고 있습니다</translation>
        </message>
        <message>
            <source>They were not there after %1 seconds: the migration job has not run, has failed, or is slow</source>
            <translation>%1초가 지나도 끝나지 않았습니다. 마이그레이션 잡이 실행되지 않았거나, 실패했거나, 느립니다</translation>
        </message>
        <message>
            <source>Look at the migration pod&apos;s log; with the official chart set migrateDatabaseJob.useHelmHooks to false</source>
            <translation>마이그레이션 파드의 로그를 보세요. 공식 차트에서는 migrateDatabaseJob.useHelmHooks를 false로 정하세요</translation>
        </message>
        <message>
            <source>A container was killed for lack of memory</source>
            <translation>메모리가 부족해 컨테이너가 강제로 끝났습니다</translation>
        </message>
        <message>
            <source>It went over its memory limit, or the engine has none left</source>
            <translation>메모리 한도를 넘었거나 엔진에 남은 메모리가 없습니다</translation>
        </message>
        <message>
            <source>Raise its limit in the values, or give the engine more memory (8 GB is ideal)</source>
            <translation>값 파일에서 한도를 올리거나 엔진의 메모리를 늘리세요(8 GB가 가장 좋음)</translation>
        </message>
        <message>
            <source>A pod&apos;s image cannot be had</source>
            <translation>파드의 이미지를 가져올 수 없습니다</translation>
        </message>
        <message>
            <source>Correct its name and tag in the values; an image that was built here has to be loaded into the node</source>
            <translation>값 파일에서 이름과 태그를 고치세요. 여기서 빌드한 이미지는 노드에 올려야 합니다</translation>
        </message>
        <message>
            <source>A pod&apos;s volume or setting is missing</source>
            <translation>파드의 볼륨이나 설정이 없습니다</translation>
        </message>
        <message>
            <source>Look at volumes, secrets and config maps that the values name</source>
            <translation>값 파일에 나온 볼륨, 시크릿, 컨피그맵을 확인하세요</translation>
        </message>
        <message>
            <source>A container ends again and again</source>
            <translation>컨테이너가 거듭해서 끝납니다</translation>
        </message>
        <message>
            <source>Its last lines say why</source>
            <translation>마지막 줄에 이유가 있습니다</translation>
        </message>
        <message>
            <source>A pod finds no place on the node</source>
            <translation>노드에 파드가 들어갈 자리가 없습니다</translation>
        </message>
        <message>
            <source>Lower its requests in the values, or give the engine more memory and processors</source>
            <translation>값 파일에서 요청량을 낮추거나 엔진의 메모리와 프로세서를 늘리세요</translation>
        </message>
        <message>
            <source>The cluster's certificate is not valid now</source>
            <translation>클러스터의 인증서가 지금은 유효하지 않습니다</translation>
        </message>
        <message>
            <source>It lasts a year from when the cluster was made; a clock that is wrong has the same effect%1</source>
            <translation>인증서는 클러스터를 만든 때부터 1년간 유효합니다. 시계가 틀려도 같은 결과가 됩니다%1</translation>
        </message>
        <message>
            <source>Look at this computer's date, else reset the cluster</source>
            <translation>이 컴퓨터의 날짜를 확인하고, 맞으면 클러스터를 초기화하세요</translation>
        </message>
        <message>
            <source>Correct the name after FROM; an ARG in it needs a value</source>
            <translation>FROM 뒤의 이름을 고치세요. 이름에 든 ARG에는 값이 필요합니다</translation>
        </message>
        <message>
            <source>The Dockerfile names an image that cannot be one</source>
            <translation>Dockerfile이 올바르지 않은 이미지 이름을 사용합니다</translation>
        </message>
    </context>
    <context>
        <name>FileHashes</name>
        <message>
            <source>A file that the image build reads cannot be read</source>
            <translation>이미지 빌드에 쓰이는 파일을 읽을 수 없습니다</translation>
        </message>
        <message>
            <source>Make it readable, or list it in .dockerignore</source>
            <translation>읽을 수 있게 하거나 .dockerignore에 적으세요</translation>
        </message>
    </context>
    <context>
        <name>FileText</name>
        <message>
            <source>This link leads to no file</source>
            <translation>이 링크가 가리키는 파일이 없습니다</translation>
        </message>
        <message>
            <source>It points to %1</source>
            <translation>%1을(를) 가리킵니다</translation>
        </message>
        <message>
            <source>There is no such file</source>
            <translation>그런 파일이 없습니다</translation>
        </message>
        <message>
            <source>This is a folder, not a file</source>
            <translation>파일이 아니라 폴더입니다</translation>
        </message>
        <message>
            <source>This is not a regular file</source>
            <translation>일반 파일이 아닙니다</translation>
        </message>
        <message>
            <source>The file is too large to be read</source>
            <translation>파일이 너무 커서 읽을 수 없습니다</translation>
        </message>
        <message>
            <source>It has %1 bytes; at most %2 make sense here</source>
            <translation>%1바이트입니다. 여기서는 %2바이트까지만 허용합니다</translation>
        </message>
        <message>
            <source>The file cannot be read</source>
            <translation>파일을 읽을 수 없습니다</translation>
        </message>
        <message>
            <source>At most %1 bytes make sense here</source>
            <translation>여기서는 %1바이트까지만 허용합니다</translation>
        </message>
        <message>
            <source>The folder of the file cannot be made</source>
            <translation>파일의 폴더를 만들 수 없습니다</translation>
        </message>
        <message>
            <source>The file cannot be written</source>
            <translation>파일을 쓸 수 없습니다</translation>
        </message>
    </context>
    <context>
        <name>FolderAccess</name>
        <message>
            <source>Airflow cannot be given access to %1</source>
            <translation>Airflow에 %1 접근 권한을 줄 수 없습니다</translation>
        </message>
        <message>
            <source>Allow it by hand: chmod a+rwx %1</source>
            <translation>직접 허용하세요: chmod a+rwx %1</translation>
        </message>
        <message>
            <source>There is no folder that Windsock may open for Airflow</source>
            <translation>Windsock이 Airflow에 열어 줄 수 있는 폴더가 없습니다</translation>
        </message>
        <message>
            <source>It opens only a folder for logs that lies in the workspace, belongs to you and is closed to Airflow</source>
            <translation>작업 공간 안에 있고, 사용자 본인의 것이며, Airflow에 닫혀 있는 로그 폴더만 엽니다</translation>
        </message>
        <message>
            <source>If Airflow still cannot write there, allow it by hand: chmod -R a+rwX, then the folder</source>
            <translation>그래도 Airflow가 쓸 수 없다면 직접 허용하세요: chmod -R a+rwX 뒤에 폴더 이름</translation>
        </message>
    </context>
    <context>
        <name>FolderChecks</name>
        <message>
            <source>The folder %1 does not exist</source>
            <translation>폴더 %1이(가) 없습니다</translation>
        </message>
        <message>
            <source>It is mounted into the node at %1; Docker would make an empty one that belongs to root</source>
            <translation>노드의 %1에 마운트되는 폴더입니다. 그대로 두면 Docker가 root 소유의 빈 폴더를 만듭니다</translation>
        </message>
        <message>
            <source>Create it, or correct the path</source>
            <translation>폴더를 만들거나 경로를 고치세요</translation>
        </message>
        <message>
            <source>Create the folder</source>
            <translation>폴더 만들기</translation>
        </message>
        <message>
            <source>%1 is a file, not a folder</source>
            <translation>%1은(는) 폴더가 아니라 파일입니다</translation>
        </message>
        <message>
            <source>A folder is mounted into the node at %1</source>
            <translation>노드의 %1에는 폴더를 마운트합니다</translation>
        </message>
        <message>
            <source>Correct the path</source>
            <translation>경로를 고치세요</translation>
        </message>
        <message>
            <source>The folder %1 may be invisible to Docker</source>
            <translation>폴더 %1이(가) Docker에 보이지 않을 수 있습니다</translation>
        </message>
        <message>
            <source>%1 lies outside of what engines on macOS share by default</source>
            <translation>%1은(는) macOS의 엔진이 기본으로 공유하는 곳 밖에 있습니다</translation>
        </message>
        <message>
            <source>Add it under Settings, Resources, File sharing of the engine, or move the project below your home folder</source>
            <translation>엔진의 Settings, Resources, File sharing에 추가하거나 프로젝트를 홈 폴더 아래로 옮기세요</translation>
        </message>
        <message>
            <source>Airflow cannot write into %1</source>
            <translation>Airflow가 %1에 쓸 수 없습니다</translation>
        </message>
        <message>
            <source>Its processes run as user %1 in group %2, and the folder belongs to %3:%4 with mode %5</source>
            <translation>Airflow의 프로세스는 사용자 %1, 그룹 %2(으)로 실행되는데 폴더는 %3:%4 소유이고 모드는 %5입니다</translation>
        </message>
        <message>
            <source>Allow it: chmod a+rwx %1</source>
            <translation>허용하세요: chmod a+rwx %1</translation>
        </message>
        <message>
            <source>Airflow cannot write into %1 yet</source>
            <translation>Airflow가 아직 %1에 쓸 수 없습니다</translation>
        </message>
        <message>
            <source>Start gives it access</source>
            <translation>시작하면 접근 권한을 줍니다</translation>
        </message>
        <message>
            <source>Give Airflow access to %1</source>
            <translation>Airflow에 %1 접근 권한 주기</translation>
        </message>
        <message>
            <source>Airflow cannot read %1</source>
            <translation>Airflow가 %1을(를) 읽을 수 없습니다</translation>
        </message>
        <message>
            <source>The folder belongs to %1:%2 with mode %3, which shuts user %4 out</source>
            <translation>폴더는 %1:%2 소유이고 모드가 %3이라 사용자 %4이(가) 들어갈 수 없습니다</translation>
        </message>
        <message>
            <source>Allow it: chmod a+rx %1</source>
            <translation>허용하세요: chmod a+rx %1</translation>
        </message>
        <message>
            <source>%1 is there</source>
            <translation>%1이(가) 있습니다</translation>
        </message>
        <message>
            <source>Create all %1 folders</source>
            <translation>폴더 %1개 모두 만들기</translation>
        </message>
    </context>
    <context>
        <name>Forward</name>
        <message>
            <source>Port %1 is already in use</source>
            <translation>포트 %1이(가) 이미 사용 중입니다</translation>
        </message>
        <message>
            <source>Stop that program, or use another port. windsock.yaml keeps it: web.port</source>
            <translation>그 프로그램을 끝내거나 다른 포트를 쓰세요. windsock.yaml의 web.port에 적어 둘 수 있습니다</translation>
        </message>
        <message>
            <source>Use port %1</source>
            <translation>포트 %1 사용</translation>
        </message>
    </context>
    <context>
        <name>HeadStep</name>
        <message>
            <source>not needed</source>
            <translation>필요 없음</translation>
        </message>
        <message>
            <source>not known: the chart&apos;s own check stays</source>
            <translation>알 수 없음: 차트의 확인 절차를 그대로 씀</translation>
        </message>
        <message>
            <source>Read the image&apos;s migrations</source>
            <translation>이미지의 마이그레이션 읽기</translation>
        </message>
    </context>
    <context>
        <name>Helm</name>
        <message>
            <source>It names no release</source>
            <translation>릴리스가 적혀 있지 않습니다</translation>
        </message>
    </context>
    <context>
        <name>HostChecks</name>
        <message>
            <source>This machine may run out of file watches</source>
            <translation>이 컴퓨터의 파일 감시 한도가 다 찰 수 있습니다</translation>
        </message>
        <message>
            <source>%1; pods then fail with &quot;too many open files&quot;</source>
            <translation>%1. 이러면 파드가 &quot;too many open files&quot; 오류로 실패합니다</translation>
        </message>
        <message>
            <source>Raise them: sudo sysctl %1</source>
            <translation>값을 올리세요: sudo sysctl %1</translation>
        </message>
        <message>
            <source>The proxy may stand between the node and itself</source>
            <translation>프록시가 노드와 노드 자신 사이를 가로막을 수 있습니다</translation>
        </message>
        <message>
            <source>A proxy is set, and no_proxy does not name %1 (kind#1702)</source>
            <translation>프록시가 설정되어 있는데 no_proxy에 %1이(가) 없습니다(kind#1702)</translation>
        </message>
        <message>
            <source>Add it before starting: export no_proxy=&quot;$no_proxy,%1,.svc,.cluster.local,127.0.0.1,localhost&quot;</source>
            <translation>시작하기 전에 추가하세요: export no_proxy=&quot;$no_proxy,%1,.svc,.cluster.local,127.0.0.1,localhost&quot;</translation>
        </message>
    </context>
    <context>
        <name>HostPorts</name>
        <message>
            <source>%1 (process %2)</source>
            <translation>%1(프로세스 %2)</translation>
        </message>
        <message>
            <source>a program</source>
            <translation>어떤 프로그램</translation>
        </message>
        <message>
            <source>another user&apos;s program</source>
            <translation>다른 사용자의 프로그램</translation>
        </message>
        <message>
            <source>another user&apos;s program (%1)</source>
            <translation>다른 사용자의 프로그램(%1)</translation>
        </message>
    </context>
    <context>
        <name>HttpClient</name>
        <message>
            <source>Nothing listens there</source>
            <translation>그곳에서 연결을 받는 프로그램이 없습니다</translation>
        </message>
        <message>
            <source>The connection was closed before the answer was complete</source>
            <translation>응답이 다 오기 전에 연결이 닫혔습니다</translation>
        </message>
        <message>
            <source>There is no host by that name</source>
            <translation>그런 이름의 호스트가 없습니다</translation>
        </message>
        <message>
            <source>The answer leads to another server, which is not followed</source>
            <translation>응답이 다른 서버로 이어져 따라가지 않습니다</translation>
        </message>
        <message>
            <source>The answer leads in a circle</source>
            <translation>응답이 제자리로 되돌아옵니다</translation>
        </message>
        <message>
            <source>%1 did not answer in time</source>
            <translation>%1이(가) 제때 응답하지 않았습니다</translation>
        </message>
        <message>
            <source>There was no complete answer within %1 s</source>
            <translation>%1초 안에 응답이 다 오지 않았습니다</translation>
        </message>
        <message>
            <source>Check that it runs and is not overloaded, then try again</source>
            <translation>실행 중인지, 과부하가 아닌지 확인하고 다시 시도하세요</translation>
        </message>
        <message>
            <source>%1 fell silent</source>
            <translation>%1에서 더 이상 소식이 없습니다</translation>
        </message>
        <message>
            <source>Nothing arrived for %1 s</source>
            <translation>%1초 동안 아무것도 오지 않았습니다</translation>
        </message>
        <message>
            <source>There is no trusted connection to %1</source>
            <translation>%1과(와) 신뢰할 수 있는 연결이 없습니다</translation>
        </message>
        <message>
            <source>It does not accept our certificate</source>
            <translation>우리 인증서를 받아들이지 않습니다</translation>
        </message>
        <message>
            <source>Another server may have taken that address: check what runs there</source>
            <translation>다른 서버가 그 주소를 쓰고 있을 수 있습니다. 그곳에서 무엇이 실행되는지 확인하세요</translation>
        </message>
        <message>
            <source>%1 cannot be reached</source>
            <translation>%1에 연결할 수 없습니다</translation>
        </message>
        <message>
            <source>%1 sends us elsewhere</source>
            <translation>%1이(가) 다른 곳으로 보냅니다</translation>
        </message>
        <message>
            <source>The answer of %1 broke off</source>
            <translation>%1의 응답이 도중에 끊겼습니다</translation>
        </message>
        <message>
            <source>Check that it runs, then try again</source>
            <translation>실행 중인지 확인하고 다시 시도하세요</translation>
        </message>
        <message>
            <source>The answer of %1 is too large</source>
            <translation>%1의 응답이 너무 큽니다</translation>
        </message>
        <message>
            <source>It is larger than %1 MiB</source>
            <translation>%1 MiB보다 큽니다</translation>
        </message>
        <message>
            <source>Ask for less at once</source>
            <translation>한 번에 더 적게 요청하세요</translation>
        </message>
        <message>
            <source>The answer of %1 ended early</source>
            <translation>%1의 응답이 도중에 끝났습니다</translation>
        </message>
        <message>
            <source>The connection broke off after %1 bytes</source>
            <translation>%1바이트 뒤에 연결이 끊겼습니다</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>다시 시도하세요</translation>
        </message>
    </context>
    <context>
        <name>HttpDownload</name>
        <message>
            <source>The download cannot be written</source>
            <translation>내려받은 내용을 쓸 수 없습니다</translation>
        </message>
        <message>
            <source>Look at the disk&apos;s free space and at the folder&apos;s permissions</source>
            <translation>디스크의 남은 공간과 폴더의 권한을 확인하세요</translation>
        </message>
    </context>
    <context>
        <name>HttpReply</name>
        <message>
            <source>%1 does not accept the login</source>
            <translation>%1이(가) 로그인을 받아들이지 않습니다</translation>
        </message>
        <message>
            <source>%1 does not allow this</source>
            <translation>%1이(가) 이 일을 허용하지 않습니다</translation>
        </message>
        <message>
            <source>%1 does not know what was asked for</source>
            <translation>%1에 요청한 것이 없습니다</translation>
        </message>
        <message>
            <source>%1 reports a conflict with what is there</source>
            <translation>%1에 이미 있는 것과 충돌합니다</translation>
        </message>
        <message>
            <source>%1 is too busy to answer</source>
            <translation>%1이(가) 너무 바빠 응답하지 못합니다</translation>
        </message>
        <message>
            <source>%1 could not answer</source>
            <translation>%1이(가) 응답하지 못했습니다</translation>
        </message>
        <message>
            <source>%1 refused the request</source>
            <translation>%1이(가) 요청을 거부했습니다</translation>
        </message>
        <message>
            <source>Check the user name and the password or token</source>
            <translation>사용자 이름과 비밀번호 또는 토큰을 확인하세요</translation>
        </message>
        <message>
            <source>Use a login that has this right</source>
            <translation>이 권한이 있는 계정으로 로그인하세요</translation>
        </message>
        <message>
            <source>Refresh: it may have been removed or renamed</source>
            <translation>새로 고치세요. 제거되었거나 이름이 바뀌었을 수 있습니다</translation>
        </message>
        <message>
            <source>Refresh and try again</source>
            <translation>새로 고치고 다시 시도하세요</translation>
        </message>
        <message>
            <source>Correct what the message names</source>
            <translation>메시지에 나온 것을 고치세요</translation>
        </message>
        <message>
            <source>Try again in a moment</source>
            <translation>잠시 뒤 다시 시도하세요</translation>
        </message>
        <message>
            <source>It answered with status %1</source>
            <translation>응답 상태 코드가 %1입니다</translation>
        </message>
    </context>
    <context>
        <name>ImageLoad</name>
        <message>
            <source>Docker packs it while the cluster is being made</source>
            <translation>클러스터를 만드는 동안 Docker가 이미지를 묶는 중</translation>
        </message>
        <message>
            <source>asking Docker for the layers that are new</source>
            <translation>Docker에 새 레이어를 요청하는 중</translation>
        </message>
        <message>
            <source>Docker pushes the layers that are new to this program, on 127.0.0.1</source>
            <translation>Docker가 새 레이어를 127.0.0.1에서 이 프로그램으로 푸시합니다</translation>
        </message>
        <message>
            <source>Docker could not push it: %1</source>
            <translation>Docker가 푸시하지 못했습니다: %1</translation>
        </message>
        <message>
            <source>unpacking</source>
            <translation>압축을 푸는 중</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%2 중 %1</translation>
        </message>
        <message>
            <source>The image did not get into the cluster whole</source>
            <translation>이미지가 클러스터에 온전히 들어가지 않았습니다</translation>
        </message>
        <message>
            <source>containerd in %1 says: %2</source>
            <translation>%1의 containerd 응답: %2</translation>
        </message>
        <message>
            <source>Start again; if that does not help, delete the cluster and start it anew</source>
            <translation>다시 시작하세요. 그래도 안 되면 클러스터를 삭제하고 새로 시작하세요</translation>
        </message>
        <message>
            <source>%1 Sending all of it.</source>
            <translation>%1 전체를 보냅니다.</translation>
        </message>
    </context>
    <context>
        <name>ImagePush</name>
        <message>
            <source>Docker pushed another image than it was asked for</source>
            <translation>Docker가 요청한 것과 다른 이미지를 푸시했습니다</translation>
        </message>
        <message>
            <source>Docker did not push layer %1</source>
            <translation>Docker가 레이어 %1을(를) 푸시하지 않았습니다</translation>
        </message>
    </context>
    <context>
        <name>InstallStep</name>
        <message>
            <source>%1: opened for Airflow&apos;s user</source>
            <translation>%1: Airflow 사용자에게 열었음</translation>
        </message>
        <message>
            <source>revision %1, chart %2</source>
            <translation>리비전 %1, 차트 %2</translation>
        </message>
        <message>
            <source>An earlier run was ended in the middle of installing (%1): its record is removed</source>
            <translation>이전 작업이 설치 중에 끝났습니다(%1). 그 기록을 제거합니다</translation>
        </message>
        <message>
            <source>waits for the image</source>
            <translation>이미지를 기다리는 중</translation>
        </message>
        <message>
            <source>unchanged, revision %1</source>
            <translation>바뀌지 않음, 리비전 %1</translation>
        </message>
        <message>
            <source>Install Airflow</source>
            <translation>Airflow 설치</translation>
        </message>
        <message>
            <source>Airflow's user may write what lay in the log folder before: %1 files and folders</source>
            <translation>로그 폴더에 이미 있던 파일과 폴더 %1개에 Airflow 사용자가 쓸 수 있게 했습니다</translation>
        </message>
    </context>
    <context>
        <name>JsonAnswer</name>
        <message>
            <source>The answer of &quot;%1&quot; cannot be read</source>
            <translation>&quot;%1&quot;의 응답을 읽을 수 없습니다</translation>
        </message>
        <message>
            <source>It is empty</source>
            <translation>비어 있습니다</translation>
        </message>
        <message>
            <source>Run the command in a terminal; an update of the tool may help</source>
            <translation>터미널에서 그 명령을 실행해 보세요. 도구를 업데이트하면 나아질 수 있습니다</translation>
        </message>
        <message>
            <source>An object was expected</source>
            <translation>객체가 와야 합니다</translation>
        </message>
        <message>
            <source>A list was expected</source>
            <translation>목록이 와야 합니다</translation>
        </message>
    </context>
    <context>
        <name>JsonReader</name>
        <message>
            <source>null</source>
            <translation>null</translation>
        </message>
        <message>
            <source>true or false</source>
            <translation>true 또는 false</translation>
        </message>
        <message>
            <source>a number</source>
            <translation>숫자</translation>
        </message>
        <message>
            <source>text</source>
            <translation>텍스트</translation>
        </message>
        <message>
            <source>a list</source>
            <translation>목록</translation>
        </message>
        <message>
            <source>an object</source>
            <translation>객체</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>없음</translation>
        </message>
        <message>
            <source>The answer of %1 cannot be understood</source>
            <translation>%1의 응답을 이해할 수 없습니다</translation>
        </message>
        <message>
            <source>Check that the right program answers there, and its version</source>
            <translation>그곳에서 응답하는 프로그램이 맞는지, 버전이 무엇인지 확인하세요</translation>
        </message>
        <message>
            <source>It is not JSON: %1 (byte %2)</source>
            <translation>JSON이 아닙니다: %1(%2바이트)</translation>
        </message>
        <message>
            <source>a whole number</source>
            <translation>정수</translation>
        </message>
        <message>
            <source>a time</source>
            <translation>시각</translation>
        </message>
        <message>
            <source>the whole</source>
            <translation>전체</translation>
        </message>
        <message>
            <source>%1: expected %2, found %3</source>
            <translation>%1: %2이(가) 와야 하는데 %3이(가) 왔습니다</translation>
        </message>
    </context>
    <context>
        <name>KindBackend</name>
        <message>
            <source>Scheduler</source>
            <translation>스케줄러</translation>
        </message>
        <message>
            <source>Triggerer</source>
            <translation>트리거러</translation>
        </message>
        <message>
            <source>Web page</source>
            <translation>웹 페이지</translation>
        </message>
        <message>
            <source>DAG processor</source>
            <translation>DAG 프로세서</translation>
        </message>
        <message>
            <source>Database migrations</source>
            <translation>데이터베이스 마이그레이션</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>태스크</translation>
        </message>
        <message>
            <source>There is no component “%1”</source>
            <translation>구성 요소 “%1”이(가) 없습니다</translation>
        </message>
        <message>
            <source>This cannot be done from here: %1</source>
            <translation>여기서는 할 수 없습니다: %1</translation>
        </message>
        <message>
            <source>Windsock has no release of “%1” for this machine</source>
            <translation>Windsock에 이 컴퓨터에 맞는 “%1” 릴리스가 없습니다</translation>
        </message>
        <message>
            <source>localhost:%1 leads into the cluster</source>
            <translation>localhost:%1이(가) 클러스터로 이어짐</translation>
        </message>
        <message>
            <source>Airflow's scheduler does not run in the cluster</source>
            <translation>클러스터에서 Airflow 스케줄러가 실행 중이지 않습니다</translation>
        </message>
    </context>
    <context>
        <name>KindConfig</name>
        <message>
            <source>The file must be a map of keys</source>
            <translation>파일은 키의 맵이어야 합니다</translation>
        </message>
        <message>
            <source>It begins with `kind: Cluster`</source>
            <translation>`kind: Cluster`로 시작합니다</translation>
        </message>
        <message>
            <source>This is not a kind cluster: `kind` must be Cluster</source>
            <translation>kind 클러스터가 아닙니다. `kind`는 Cluster여야 합니다</translation>
        </message>
        <message>
            <source>The key `kind` is missing</source>
            <translation>`kind` 키가 없습니다</translation>
        </message>
        <message>
            <source>Write `kind: Cluster`</source>
            <translation>`kind: Cluster`라고 쓰세요</translation>
        </message>
        <message>
            <source>This apiVersion is unknown</source>
            <translation>알 수 없는 apiVersion입니다</translation>
        </message>
        <message>
            <source>The key `apiVersion` is missing</source>
            <translation>`apiVersion` 키가 없습니다</translation>
        </message>
        <message>
            <source>Write `apiVersion: kind.x-k8s.io/v1alpha4`</source>
            <translation>`apiVersion: kind.x-k8s.io/v1alpha4`라고 쓰세요</translation>
        </message>
        <message>
            <source>The key %1 is unknown to kind, which refuses such a file</source>
            <translation>kind가 모르는 키 %1입니다. kind는 이런 파일을 거부합니다</translation>
        </message>
        <message>
            <source>Known here are: %1</source>
            <translation>여기서 쓸 수 있는 것: %1</translation>
        </message>
        <message>
            <source>Did you mean &quot;%1&quot;?</source>
            <translation>혹시 &quot;%1&quot;입니까?</translation>
        </message>
        <message>
            <source>%1 must be a list</source>
            <translation>%1은(는) 목록이어야 합니다</translation>
        </message>
        <message>
            <source>Each entry begins with &quot;- &quot;</source>
            <translation>각 항목은 &quot;- &quot;로 시작합니다</translation>
        </message>
        <message>
            <source>A node must be a map with the key `role`</source>
            <translation>노드는 `role` 키가 있는 맵이어야 합니다</translation>
        </message>
        <message>
            <source>A node&apos;s role is control-plane or worker, not &quot;%1&quot;</source>
            <translation>노드의 role은 &quot;%1&quot;이(가) 아니라 control-plane이나 worker여야 합니다</translation>
        </message>
        <message>
            <source>This mount has no hostPath</source>
            <translation>이 마운트에 hostPath가 없습니다</translation>
        </message>
        <message>
            <source>Name the folder on this machine, for example `hostPath: ./dags`</source>
            <translation>이 컴퓨터의 폴더를 적으세요. 예: `hostPath: ./dags`</translation>
        </message>
        <message>
            <source>containerPath must be an absolute path in the node</source>
            <translation>containerPath는 노드 안의 절대 경로여야 합니다</translation>
        </message>
        <message>
            <source>For example /opt/airflow/dags</source>
            <translation>예: /opt/airflow/dags</translation>
        </message>
        <message>
            <source>readOnly must be true or false</source>
            <translation>readOnly는 true나 false여야 합니다</translation>
        </message>
        <message>
            <source>There are more than %1 mounts</source>
            <translation>마운트가 %1개보다 많습니다</translation>
        </message>
        <message>
            <source>%1 must be a port number</source>
            <translation>%1은(는) 포트 번호여야 합니다</translation>
        </message>
        <message>
            <source>This port mapping has no containerPort</source>
            <translation>이 포트 매핑에 containerPort가 없습니다</translation>
        </message>
        <message>
            <source>There are more than %1 port mappings</source>
            <translation>포트 매핑이 %1개보다 많습니다</translation>
        </message>
    </context>
    <context>
        <name>KindLook</name>
        <message>
            <source>Metadata database</source>
            <translation>메타데이터 데이터베이스</translation>
        </message>
        <message>
            <source>Scheduler</source>
            <translation>스케줄러</translation>
        </message>
        <message>
            <source>Triggerer</source>
            <translation>트리거러</translation>
        </message>
        <message>
            <source>DAG processor</source>
            <translation>DAG 프로세서</translation>
        </message>
        <message>
            <source>heartbeat %1 s ago</source>
            <translation>%1초 전 하트비트</translation>
        </message>
        <message>
            <source>Image</source>
            <translation>이미지</translation>
        </message>
        <message>
            <source>as the files ask for</source>
            <translation>파일의 내용과 같음</translation>
        </message>
        <message>
            <source>the files have changed: start applies them</source>
            <translation>파일이 바뀜, 시작하면 적용됨</translation>
        </message>
        <message>
            <source>, revision %1</source>
            <translation>, 리비전 %1</translation>
        </message>
        <message>
            <source>Chart</source>
            <translation>차트</translation>
        </message>
        <message>
            <source>Executor</source>
            <translation>실행기</translation>
        </message>
        <message>
            <source>Node</source>
            <translation>노드</translation>
        </message>
        <message>
            <source>the node was made without it: reset the cluster to add it</source>
            <translation>이 마운트 없이 만든 노드임, 클러스터를 초기화하면 추가됨</translation>
        </message>
        <message>
            <source>The Kubernetes API does not answer</source>
            <translation>Kubernetes API가 응답하지 않습니다</translation>
        </message>
        <message>
            <source>Airflow is not installed yet</source>
            <translation>Airflow가 아직 설치되지 않았습니다</translation>
        </message>
    </context>
    <context>
        <name>KindUsable</name>
        <message>
            <source>this account may not use the container engine</source>
            <translation>이 계정은 컨테이너 엔진을 쓸 수 없음</translation>
        </message>
        <message>
            <source>there is no container engine</source>
            <translation>컨테이너 엔진이 없음</translation>
        </message>
        <message>
            <source>the container engine does not answer</source>
            <translation>컨테이너 엔진이 응답하지 않음</translation>
        </message>
        <message>
            <source>the node image %1 is not here and no registry gives it</source>
            <translation>노드 이미지 %1이(가) 여기에 없고 레지스트리에서도 받을 수 없음</translation>
        </message>
    </context>
    <context>
        <name>KubeAccess</name>
        <message>
            <source>%1: %2 of %3 renewed</source>
            <translation>%1: %3개 중 %2개 새로 만듦</translation>
        </message>
    </context>
    <context>
        <name>Kubeconfig</name>
        <message>
            <source>Let Windsock make the cluster, or point it at a kubeconfig that kind wrote</source>
            <translation>Windsock으로 클러스터를 만들거나 kind가 쓴 kubeconfig를 지정하세요</translation>
        </message>
        <message>
            <source>&quot;%1&quot; stands twice in %2</source>
            <translation>%2에 &quot;%1&quot;이(가) 두 번 있습니다</translation>
        </message>
        <message>
            <source>There is no &quot;%1&quot; in %2</source>
            <translation>%2에 &quot;%1&quot;이(가) 없습니다</translation>
        </message>
        <message>
            <source>Start the cluster: it writes the file anew</source>
            <translation>클러스터를 시작하면 파일을 새로 씁니다</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is not accepted here</source>
            <translation>&quot;%1&quot;은(는) 여기서 받아들이지 않습니다</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is missing</source>
            <translation>&quot;%1&quot;이(가) 없습니다</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is not base64</source>
            <translation>&quot;%1&quot;이(가) base64가 아닙니다</translation>
        </message>
        <message>
            <source>The server is not an https address</source>
            <translation>서버가 https 주소가 아닙니다</translation>
        </message>
        <message>
            <source>The server %1 is not on this computer</source>
            <translation>서버 %1은(는) 이 컴퓨터에 있지 않습니다</translation>
        </message>
        <message>
            <source>The server is more than a host and a port</source>
            <translation>서버에 호스트와 포트 말고 다른 것이 있습니다</translation>
        </message>
    </context>
    <context>
        <name>LayerFilter</name>
        <message>
            <source>The image that Docker wrote cannot be handed to the cluster</source>
            <translation>Docker가 쓴 이미지를 클러스터에 넘길 수 없습니다</translation>
        </message>
        <message>
            <source>Start again; if that does not help, build the image anew</source>
            <translation>다시 시작하세요. 그래도 안 되면 이미지를 새로 빌드하세요</translation>
        </message>
        <message>
            <source>Its descriptions are larger than they can be</source>
            <translation>이미지의 설명 부분이 있을 수 없을 만큼 큽니다</translation>
        </message>
        <message>
            <source>Layer %1 of %2 is not in it</source>
            <translation>레이어 %2개 중 %1번이 들어 있지 않습니다</translation>
        </message>
        <message>
            <source>Layer %1 of %2 was taken for one that the cluster has</source>
            <translation>레이어 %2개 중 %1번을 클러스터에 이미 있는 것으로 잘못 알았습니다</translation>
        </message>
        <message>
            <source>It holds %1 images in place of one</source>
            <translation>이미지가 1개가 아니라 %1개 들어 있습니다</translation>
        </message>
        <message>
            <source>Its configuration is not in it, or does not fit its layers</source>
            <translation>이미지 구성이 들어 있지 않거나 레이어와 맞지 않습니다</translation>
        </message>
        <message>
            <source>It is %1, not %2</source>
            <translation>%2이(가) 아니라 %1입니다</translation>
        </message>
        <message>
            <source>It ends before its end</source>
            <translation>도중에 끊겼습니다</translation>
        </message>
    </context>
    <context>
        <name>LoadStep</name>
        <message>
            <source>the node has it</source>
            <translation>노드에 이미 있음</translation>
        </message>
        <message>
            <source>the node has it; given its name</source>
            <translation>노드에 이미 있음, 이름만 붙임</translation>
        </message>
        <message>
            <source>%1 of new layers</source>
            <translation>새 레이어 %1</translation>
        </message>
        <message>
            <source>the node fetches it</source>
            <translation>노드가 이미지를 받음</translation>
        </message>
        <message>
            <source>waiting for the cluster</source>
            <translation>클러스터를 기다리는 중</translation>
        </message>
        <message>
            <source>Load the image</source>
            <translation>이미지 올리기</translation>
        </message>
        <message>
            <source>Prepare the next load</source>
            <translation>다음 올리기 준비</translation>
        </message>
        <message>
            <source>Let Docker learn the image&apos;s layers</source>
            <translation>Docker에 이미지 레이어 알려 두기</translation>
        </message>
    </context>
    <context>
        <name>ManifestText</name>
        <message>
            <source>the chart&apos;s manifests</source>
            <translation>차트의 매니페스트</translation>
        </message>
        <message>
            <source>What the chart renders is not valid YAML</source>
            <translation>차트를 렌더링한 결과가 올바른 YAML이 아닙니다</translation>
        </message>
        <message>
            <source>Look at that line with: helm template</source>
            <translation>다음 명령으로 그 줄을 보세요: helm template</translation>
        </message>
        <message>
            <source>A quote is opened and never closed</source>
            <translation>따옴표가 열리고 닫히지 않았습니다</translation>
        </message>
    </context>
    <context>
        <name>MigrationHead</name>
        <message>
            <source>The image did not tell which database revision its Airflow needs</source>
            <translation>이미지의 Airflow에 필요한 데이터베이스 리비전을 이미지에서 알아내지 못했습니다</translation>
        </message>
        <message>
            <source>Nothing to do: Airflow&apos;s own check is used, which takes longer</source>
            <translation>할 일은 없습니다. 더 오래 걸리는 Airflow 자체 확인을 씁니다</translation>
        </message>
        <message>
            <source>Its answer lacks the revision, or holds something other than names</source>
            <translation>응답에 리비전이 없거나 이름이 아닌 것이 들어 있습니다</translation>
        </message>
        <message>
            <source>Its answer is no JSON: %1</source>
            <translation>응답이 JSON이 아닙니다: %1</translation>
        </message>
    </context>
    <context>
        <name>Mode</name>
        <message>
            <source>On Kubernetes in Docker</source>
            <translation>Docker 안의 Kubernetes에서</translation>
        </message>
        <message>
            <source>Without containers</source>
            <translation>컨테이너 없이</translation>
        </message>
        <message>
            <source>Whatever this computer has</source>
            <translation>이 컴퓨터에 있는 것으로</translation>
        </message>
        <message>
            <source>A kind cluster with the Helm chart: almost what dev and prod run. Starts in about a minute.</source>
            <translation>Helm 차트를 설치한 kind 클러스터로, dev와 prod가 쓰는 것과 거의 같습니다. 약 1분이면 시작됩니다.</translation>
        </message>
        <message>
            <source>On Kubernetes where a container engine is there, else without containers.</source>
            <translation>컨테이너 엔진이 있으면 Kubernetes에서, 없으면 컨테이너 없이 실행합니다.</translation>
        </message>
        <message>
            <source>without containers</source>
            <translation>컨테이너 없이</translation>
        </message>
        <message>
            <source>Airflow as programs of this computer: needs no Docker and starts in seconds; only the first start takes longer. What needs Kubernetes in the files is listed and left out.</source>
            <translation>Airflow를 이 컴퓨터의 프로그램으로 실행합니다. Docker가 필요 없고 몇 초면 시작되며, 첫 시작만 더 오래 걸립니다. 파일에서 Kubernetes가 필요한 것은 목록으로 보여 주고 제외합니다.</translation>
        </message>
    </context>
    <context>
        <name>MountLint</name>
        <message>
            <source>Two folders are mounted at %1 in the node</source>
            <translation>노드의 %1에 폴더 두 개가 마운트됩니다</translation>
        </message>
        <message>
            <source>The other one is at %1</source>
            <translation>다른 하나는 %1에 있습니다</translation>
        </message>
        <message>
            <source>Delete one of them</source>
            <translation>둘 중 하나를 삭제하세요</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is taken literally</source>
            <translation>&quot;%1&quot;은(는) 글자 그대로 쓰입니다</translation>
        </message>
        <message>
            <source>kind expands neither ~ nor variables</source>
            <translation>kind는 ~도 변수도 풀어 쓰지 않습니다</translation>
        </message>
        <message>
            <source>Write the whole path, or one that begins at the workspace folder</source>
            <translation>전체 경로나 작업 공간 폴더에서 시작하는 경로를 쓰세요</translation>
        </message>
        <message>
            <source>%1 reaches the node at %2, but no pod</source>
            <translation>%1은(는) 노드의 %2까지 닿지만 파드에는 닿지 않습니다</translation>
        </message>
        <message>
            <source>No volume of the values leads there</source>
            <translation>값 파일에 그곳으로 이어지는 볼륨이 없습니다</translation>
        </message>
        <message>
            <source>Add a hostPath volume with path %1 and a mount for it to the values</source>
            <translation>값 파일에 경로가 %1인 hostPath 볼륨과 그 마운트를 추가하세요</translation>
        </message>
        <message>
            <source>The hostPath &quot;%1&quot; must be absolute</source>
            <translation>hostPath &quot;%1&quot;은(는) 절대 경로여야 합니다</translation>
        </message>
        <message>
            <source>It is a path in the node, not on this machine</source>
            <translation>이 컴퓨터가 아니라 노드 안의 경로입니다</translation>
        </message>
        <message>
            <source>Use the containerPath of kind-cluster.yaml</source>
            <translation>kind-cluster.yaml의 containerPath를 쓰세요</translation>
        </message>
        <message>
            <source>The mountPath &quot;%1&quot; must be absolute</source>
            <translation>mountPath &quot;%1&quot;은(는) 절대 경로여야 합니다</translation>
        </message>
        <message>
            <source>For example /opt/airflow/dags</source>
            <translation>예: /opt/airflow/dags</translation>
        </message>
        <message>
            <source>This mount hides all of /opt/airflow</source>
            <translation>이 마운트는 /opt/airflow 전체를 가립니다</translation>
        </message>
        <message>
            <source>Airflow&apos;s configuration in the image is no longer seen</source>
            <translation>이미지에 든 Airflow 구성이 더 이상 보이지 않습니다</translation>
        </message>
        <message>
            <source>Mount the folders below it one by one</source>
            <translation>그 아래의 폴더를 하나씩 마운트하세요</translation>
        </message>
        <message>
            <source>The pods would wait for ever: the folder does not exist in the node</source>
            <translation>노드에 폴더가 없어 파드가 끝없이 기다리게 됩니다</translation>
        </message>
        <message>
            <source>The pods would get an empty folder of the node instead</source>
            <translation>파드가 대신 노드의 빈 폴더를 받게 됩니다</translation>
        </message>
        <message>
            <source>Nothing leads from this machine to %1</source>
            <translation>이 컴퓨터에서 %1(으)로 이어지는 것이 없습니다</translation>
        </message>
        <message>
            <source>Add an entry with containerPath %1 to extraMounts in %2</source>
            <translation>%2의 extraMounts에 containerPath가 %1인 항목을 추가하세요</translation>
        </message>
        <message>
            <source>Two volumes are mounted at %1</source>
            <translation>%1에 볼륨 두 개가 마운트됩니다</translation>
        </message>
        <message>
            <source>The other one is at %1; Kubernetes refuses such a pod</source>
            <translation>다른 하나는 %1에 있습니다. Kubernetes는 이런 파드를 거부합니다</translation>
        </message>
        <message>
            <source>There is no volume named &quot;%1&quot;</source>
            <translation>&quot;%1&quot;이라는 볼륨이 없습니다</translation>
        </message>
        <message>
            <source>Kubernetes refuses such a pod</source>
            <translation>Kubernetes는 이런 파드를 거부합니다</translation>
        </message>
        <message>
            <source>Add it to %1</source>
            <translation>%1에 추가하세요</translation>
        </message>
        <message>
            <source>The volume &quot;%1&quot; is mounted nowhere</source>
            <translation>볼륨 &quot;%1&quot;이(가) 어디에도 마운트되지 않습니다</translation>
        </message>
        <message>
            <source>Add it to %1, or delete it</source>
            <translation>%1에 추가하거나 삭제하세요</translation>
        </message>
        <message>
            <source>The log folder is mounted read-only</source>
            <translation>로그 폴더가 읽기 전용으로 마운트됩니다</translation>
        </message>
        <message>
            <source>Airflow cannot write task logs, and tasks fail</source>
            <translation>Airflow가 태스크 로그를 쓸 수 없어 태스크가 실패합니다</translation>
        </message>
        <message>
            <source>Delete readOnly</source>
            <translation>readOnly를 삭제하세요</translation>
        </message>
        <message>
            <source>Task logs vanish with their pods</source>
            <translation>태스크 로그가 파드와 함께 사라집니다</translation>
        </message>
        <message>
            <source>No folder of this machine is mounted at %1</source>
            <translation>이 컴퓨터의 폴더가 %1에 마운트되지 않습니다</translation>
        </message>
        <message>
            <source>Mount ./logs there, as kind-cluster.yaml and the values do for the DAGs</source>
            <translation>kind-cluster.yaml과 값 파일에서 DAG에 하듯이 ./logs를 그곳에 마운트하세요</translation>
        </message>
        <message>
            <source>Airflow does not see the DAGs of this folder</source>
            <translation>Airflow가 이 폴더의 DAG를 보지 못합니다</translation>
        </message>
        <message>
            <source>Mount ./dags there, unless the image holds the DAGs</source>
            <translation>이미지에 DAG가 들어 있지 않다면 ./dags를 그곳에 마운트하세요</translation>
        </message>
    </context>
    <context>
        <name>MountProof</name>
        <message>
            <source>%1 and %2 more</source>
            <translation>%1 외 %2개</translation>
        </message>
        <message>
            <source>The node sees another folder than %1</source>
            <translation>노드가 보는 폴더가 %1이(가) 아닙니다</translation>
        </message>
        <message>
            <source>Airflow&apos;s pods see another folder than %1</source>
            <translation>Airflow의 파드가 보는 폴더가 %1이(가) 아닙니다</translation>
        </message>
        <message>
            <source>Not the same on both sides: %1 (%2 there)</source>
            <translation>양쪽이 서로 다릅니다: %1(그쪽에서는 %2)</translation>
        </message>
        <message>
            <source>Reset the cluster: kind mounts folders only when it makes the node</source>
            <translation>클러스터를 초기화하세요. kind는 노드를 만들 때만 폴더를 마운트합니다</translation>
        </message>
        <message>
            <source>Compare the volume&apos;s hostPath in the values with containerPath in kind-cluster.yaml</source>
            <translation>값 파일에 있는 볼륨의 hostPath를 kind-cluster.yaml의 containerPath와 견주어 보세요</translation>
        </message>
        <message>
            <source>Whether the pods see the folders cannot be told</source>
            <translation>파드가 폴더를 보는지 알 수 없습니다</translation>
        </message>
        <message>
            <source>Airflow&apos;s scheduler does not run in a cluster of this workspace</source>
            <translation>이 작업 공간의 클러스터에서 Airflow 스케줄러가 실행되고 있지 않습니다</translation>
        </message>
        <message>
            <source>Start it, then look again</source>
            <translation>시작한 뒤 다시 확인하세요</translation>
        </message>
        <message>
            <source>Whether the pods see %1 cannot be told</source>
            <translation>파드가 %1을(를) 보는지 알 수 없습니다</translation>
        </message>
        <message>
            <source>%1 is empty: nothing shows that the pods see this very folder</source>
            <translation>%1이(가) 비어 있습니다. 파드가 바로 이 폴더를 보는지 확인할 수 없습니다</translation>
        </message>
        <message>
            <source>Put a file into it, then look again</source>
            <translation>파일을 하나 넣고 다시 확인하세요</translation>
        </message>
        <message>
            <source>%1 is the same folder in the node and in the pods</source>
            <translation>%1은(는) 노드와 파드에서 같은 폴더입니다</translation>
        </message>
        <message>
            <source>%1 of its entries were compared, at %2 in pod %3</source>
            <translation>파드 %3의 %2에서 항목 %1개를 견주었습니다</translation>
        </message>
    </context>
    <context>
        <name>Names</name>
        <message>
            <source>The name &quot;%1&quot; has %2 characters</source>
            <translation>이름 &quot;%1&quot;은(는) %2자입니다</translation>
        </message>
        <message>
            <source>Choose one of at most %1</source>
            <translation>%1자 이하로 정하세요</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no legal cluster name</source>
            <translation>&quot;%1&quot;은(는) 쓸 수 없는 클러스터 이름입니다</translation>
        </message>
        <message>
            <source>Use lower-case letters, digits, dashes and dots, beginning and ending with a letter or digit, for example &quot;airflow&quot;</source>
            <translation>소문자, 숫자, 붙임표, 점만 쓰고 글자나 숫자로 시작하고 끝내세요. 예: &quot;airflow&quot;</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no legal release name</source>
            <translation>&quot;%1&quot;은(는) 쓸 수 없는 릴리스 이름입니다</translation>
        </message>
        <message>
            <source>Use lower-case letters, digits and dashes, beginning and ending with a letter or digit, for example &quot;airflow-local&quot;</source>
            <translation>소문자, 숫자, 붙임표만 쓰고 글자나 숫자로 시작하고 끝내세요. 예: &quot;airflow-local&quot;</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no legal namespace</source>
            <translation>&quot;%1&quot;은(는) 쓸 수 없는 네임스페이스입니다</translation>
        </message>
        <message>
            <source>Use lower-case letters, digits and dashes, beginning and ending with a letter or digit, for example &quot;default&quot;</source>
            <translation>소문자, 숫자, 붙임표만 쓰고 글자나 숫자로 시작하고 끝내세요. 예: &quot;default&quot;</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no legal image name</source>
            <translation>&quot;%1&quot;은(는) 쓸 수 없는 이미지 이름입니다</translation>
        </message>
        <message>
            <source>Write name:tag, for example &quot;kindest/node:v1.32.2&quot;</source>
            <translation>name:tag 모양으로 쓰세요. 예: &quot;kindest/node:v1.32.2&quot;</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no legal chart name</source>
            <translation>&quot;%1&quot;은(는) 쓸 수 없는 차트 이름입니다</translation>
        </message>
        <message>
            <source>Write the chart&apos;s own name, for example &quot;airflow&quot;, or a path that begins with ./ for a chart folder</source>
            <translation>차트의 원래 이름(예: &quot;airflow&quot;)이나, 차트 폴더라면 ./로 시작하는 경로를 쓰세요</translation>
        </message>
        <message>
            <source>What stands before the slash is a nickname from somebody&apos;s `helm repo add`, which others do not have</source>
            <translation>빗금 앞은 누군가 `helm repo add`로 붙인 별명이라 다른 사람에게는 없습니다</translation>
        </message>
        <message>
            <source>Write &quot;%1&quot; here and the repository&apos;s address into chart.repo</source>
            <translation>여기에는 &quot;%1&quot;을(를), chart.repo에는 저장소 주소를 쓰세요</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no chart version</source>
            <translation>&quot;%1&quot;은(는) 차트 버전이 아닙니다</translation>
        </message>
        <message>
            <source>Write one exact version of three numbers, for example &quot;8.9.0&quot;: everybody then gets the same</source>
            <translation>숫자 세 개로 된 정확한 버전 하나를 쓰세요(예: &quot;8.9.0&quot;). 그래야 모두가 같은 것을 받습니다</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no address of a chart repository</source>
            <translation>&quot;%1&quot;은(는) 차트 저장소의 주소가 아닙니다</translation>
        </message>
        <message>
            <source>Write an address like https://airflow-helm.github.io/charts</source>
            <translation>https://airflow-helm.github.io/charts 같은 주소를 쓰세요</translation>
        </message>
        <message>
            <source>The address of the chart repository holds a user name or password</source>
            <translation>차트 저장소 주소에 사용자 이름이나 비밀번호가 들어 있습니다</translation>
        </message>
        <message>
            <source>Keep credentials out of files that are committed</source>
            <translation>커밋하는 파일에는 인증 정보를 넣지 마세요</translation>
        </message>
    </context>
    <context>
        <name>NodeImageCheck</name>
        <message>
            <source>The node image %1 was not made for kind %2</source>
            <translation>노드 이미지 %1은(는) kind %2용으로 만든 것이 아닙니다</translation>
        </message>
        <message>
            <source>kind 0.20 changed how a node boots; this image is older</source>
            <translation>kind 0.20에서 노드의 부팅 방식이 바뀌었는데 이 이미지는 그보다 오래되었습니다</translation>
        </message>
        <message>
            <source>It is newer than this kind, whose own image is %1</source>
            <translation>이 kind보다 새로운 이미지입니다. 이 kind의 이미지는 %1입니다</translation>
        </message>
        <message>
            <source>Use %1, or another kind release</source>
            <translation>%1을(를) 쓰거나 다른 kind 릴리스를 쓰세요</translation>
        </message>
        <message>
            <source>Open the file</source>
            <translation>파일 열기</translation>
        </message>
        <message>
            <source>The node image will be downloaded first</source>
            <translation>노드 이미지를 먼저 내려받습니다</translation>
        </message>
        <message>
            <source>Docker does not have %1 yet (about 1 GB)</source>
            <translation>Docker에 아직 %1이(가) 없습니다(약 1 GB)</translation>
        </message>
        <message>
            <source>The node image is made for another processor</source>
            <translation>다른 프로세서용 노드 이미지입니다</translation>
        </message>
        <message>
            <source>It is for %1, the engine runs on %2</source>
            <translation>이미지는 %1용인데 엔진은 %2에서 실행됩니다</translation>
        </message>
        <message>
            <source>Remove it (docker image rm %1), so that the right one is downloaded</source>
            <translation>맞는 이미지를 내려받도록 제거하세요(docker image rm %1)</translation>
        </message>
        <message>
            <source>The node image %1 is here</source>
            <translation>노드 이미지 %1이(가) 이미 있습니다</translation>
        </message>
        <message>
            <source>kind chooses its own node image</source>
            <translation>kind가 노드 이미지를 스스로 고릅니다</translation>
        </message>
        <message>
            <source>The node image is named without a digest</source>
            <translation>노드 이미지에 다이제스트가 적혀 있지 않습니다</translation>
        </message>
        <message>
            <source>The same tag is rebuilt for other kind releases, so that colleagues may get another node</source>
            <translation>같은 태그가 다른 kind 릴리스용으로 다시 빌드되므로 동료가 다른 노드를 받을 수 있습니다</translation>
        </message>
        <message>
            <source>Name it with its digest, as kind&apos;s release notes list it</source>
            <translation>kind 릴리스 노트에 있는 대로 다이제스트까지 적으세요</translation>
        </message>
        <message>
            <source>The node image %1 cannot be had</source>
            <translation>노드 이미지 %1을(를) 구할 수 없습니다</translation>
        </message>
        <message>
            <source>Docker does not have it, and its registry does not give it</source>
            <translation>Docker에 이 이미지가 없고 레지스트리도 제공하지 않습니다</translation>
        </message>
        <message>
            <source>Correct its name and tag, or log in to its registry (docker login)</source>
            <translation>이름과 태그를 바로잡거나 레지스트리에 로그인하세요(docker login)</translation>
        </message>
    </context>
    <context>
        <name>NodePlans</name>
        <message>
            <source>waiting for the node of an earlier run, to remove it</source>
            <translation>이전 실행의 노드를 기다리는 중(나타나면 삭제)</translation>
        </message>
        <message>
            <source>there was none</source>
            <translation>없었음</translation>
        </message>
        <message>
            <source>Pause cluster</source>
            <translation>클러스터 일시 중지</translation>
        </message>
        <message>
            <source>Freeze the node</source>
            <translation>노드 얼리기</translation>
        </message>
        <message>
            <source>Wake the node</source>
            <translation>노드 깨우기</translation>
        </message>
        <message>
            <source>Stop the node</source>
            <translation>노드 중지</translation>
        </message>
        <message>
            <source>Stop cluster</source>
            <translation>클러스터 중지</translation>
        </message>
        <message>
            <source>Delete the kind cluster “%1”</source>
            <translation>kind 클러스터 “%1” 삭제</translation>
        </message>
        <message>
            <source>Delete cluster</source>
            <translation>클러스터 삭제</translation>
        </message>
    </context>
    <context>
        <name>Ownership</name>
        <message>
            <source>There is already a cluster named “%1”</source>
            <translation>“%1”이라는 이름의 클러스터가 이미 있습니다</translation>
        </message>
        <message>
            <source>It was not made by Windsock (container %1), so Windsock does not touch it</source>
            <translation>Windsock이 만든 것이 아니므로(컨테이너 %1) Windsock은 손대지 않습니다</translation>
        </message>
        <message>
            <source>It belongs to the workspace %1</source>
            <translation>작업 공간 %1의 것입니다</translation>
        </message>
        <message>
            <source>Give this workspace a cluster name of its own (cluster.name in windsock.yaml), or delete that cluster where it was made</source>
            <translation>이 작업 공간에 다른 클러스터 이름을 정하거나(windsock.yaml의 cluster.name), 그 클러스터를 만든 곳에서 삭제하세요</translation>
        </message>
    </context>
    <context>
        <name>PartsStep</name>
        <message>
            <source>stopping what has changed</source>
            <translation>바뀐 것을 중지하는 중</translation>
        </message>
        <message>
            <source>Start Airflow&apos;s parts</source>
            <translation>Airflow의 구성 요소 시작</translation>
        </message>
    </context>
    <context>
        <name>PinnedPackages</name>
        <message>
            <source>Versions are fixed by Airflow&apos;s own constraints for %1 and Python %2</source>
            <translation>버전은 %1, Python %2용 Airflow 제약 조건으로 고정됩니다</translation>
        </message>
        <message>
            <source>Versions are the newest that fit: Airflow&apos;s constraints cannot be had (%1), and the day of this release is not known</source>
            <translation>맞는 것 가운데 가장 새로운 버전을 씁니다. Airflow의 제약 조건을 가져올 수 없고(%1) 이 릴리스가 나온 날도 알 수 없습니다</translation>
        </message>
        <message>
            <source>Versions are fixed as of %1, a day after the release: Airflow&apos;s constraints cannot be had (%2)</source>
            <translation>버전은 릴리스 하루 뒤인 %1 기준으로 고정됩니다. Airflow의 제약 조건을 가져올 수 없습니다(%2)</translation>
        </message>
    </context>
    <context>
        <name>Pip</name>
        <message>
            <source>Free some space, then start again</source>
            <translation>공간을 비우고 다시 시작하세요</translation>
        </message>
        <message>
            <source>The downloaded uv is not as it was published</source>
            <translation>내려받은 uv가 배포된 것과 다릅니다</translation>
        </message>
        <message>
            <source>Try again. If it stays so, something on the way changes files (a proxy, a mirror): install uv by hand</source>
            <translation>다시 시도하세요. 계속 그러면 중간의 무언가(프록시, 미러)가 파일을 바꾸는 것이니 uv를 직접 설치하세요</translation>
        </message>
        <message>
            <source>The package index does not let us in</source>
            <translation>패키지 인덱스가 들여보내지 않습니다</translation>
        </message>
        <message>
            <source>Check the index&apos;s address and credentials in pip&apos;s settings</source>
            <translation>pip 설정에서 인덱스의 주소와 인증 정보를 확인하세요</translation>
        </message>
        <message>
            <source>The package index cannot be reached</source>
            <translation>패키지 인덱스에 연결할 수 없습니다</translation>
        </message>
        <message>
            <source>Check the network, the proxy and, where there is one, the mirror in pip&apos;s settings; or install uv by hand</source>
            <translation>네트워크와 프록시, pip 설정에 미러가 있다면 미러도 확인하세요. 아니면 uv를 직접 설치하세요</translation>
        </message>
        <message>
            <source>The package index gives no uv for this machine</source>
            <translation>패키지 인덱스에서 이 컴퓨터용 uv를 받지 못했습니다</translation>
        </message>
        <message>
            <source>Check the network and pip&apos;s settings, or install uv by hand: https://docs.astral.sh/uv/getting-started/installation/</source>
            <translation>네트워크와 pip 설정을 확인하거나 uv를 직접 설치하세요: https://docs.astral.sh/uv/getting-started/installation/</translation>
        </message>
        <message>
            <source>pip could not fetch uv and ended with %1</source>
            <translation>pip이 uv를 가져오지 못하고 %1(으)로 끝났습니다</translation>
        </message>
        <message>
            <source>Look at pip&apos;s own lines; or install uv by hand</source>
            <translation>pip의 출력을 보세요. 아니면 uv를 직접 설치하세요</translation>
        </message>
        <message>
            <source>The disk is full</source>
            <translation>디스크가 가득 찼습니다</translation>
        </message>
    </context>
    <context>
        <name>PipInstalls</name>
        <message>
            <source>It is a part of the image only: here nothing is at %1</source>
            <translation>이미지에만 들어 있습니다. 여기서는 %1에 아무것도 없습니다</translation>
        </message>
        <message>
            <source>%1 is not set: only a build of the image can tell its value</source>
            <translation>%1을(를) 정하지 않습니다. 값은 이미지를 빌드해야만 알 수 있습니다</translation>
        </message>
        <message>
            <source>What another image or stage of the Dockerfile has made is not here</source>
            <translation>다른 이미지나 Dockerfile의 다른 단계가 만든 것은 여기에 없습니다</translation>
        </message>
        <message>
            <source>System packages are not installed: what needs them must find them on this machine</source>
            <translation>시스템 패키지는 설치하지 않습니다. 필요한 것은 이 컴퓨터에 있어야 합니다</translation>
        </message>
        <message>
            <source>This command of the image&apos;s build is not run</source>
            <translation>이미지 빌드의 이 명령은 실행하지 않습니다</translation>
        </message>
        <message>
            <source>Whether the image&apos;s build comes to this is not known; it is not done here</source>
            <translation>이미지 빌드에서 이것이 실행되는지 알 수 없어 여기서는 하지 않습니다</translation>
        </message>
        <message>
            <source>Without quotes the shell takes &gt; for a redirection, and pip never sees this version</source>
            <translation>따옴표가 없으면 셸이 &gt;를 리디렉션으로 보아 pip에 이 버전이 전달되지 않습니다</translation>
        </message>
        <message>
            <source>It cannot be read, so its packages are not installed</source>
            <translation>읽을 수 없어 그 안의 패키지를 설치하지 않습니다</translation>
        </message>
        <message>
            <source>Packages that this image brings itself are not known, so they are not installed</source>
            <translation>이 이미지에 원래 든 패키지는 알 수 없어 설치하지 않습니다</translation>
        </message>
        <message>
            <source>Only a build of the image can tell what this means</source>
            <translation>이것이 무엇인지는 이미지를 빌드해야만 알 수 있습니다</translation>
        </message>
        <message>
            <source>This is no requirement that pip would understand</source>
            <translation>pip이 이해할 수 있는 요구 패키지가 아닙니다</translation>
        </message>
        <message>
            <source>Packages from an address or a repository are not installed</source>
            <translation>주소나 저장소에서 오는 패키지는 설치하지 않습니다</translation>
        </message>
        <message>
            <source>What this command installs into that folder is installed among all packages</source>
            <translation>이 명령이 그 폴더에 설치하는 것을 다른 패키지와 함께 설치합니다</translation>
        </message>
        <message>
            <source>This file is not among what is copied into the image, so its packages are not installed</source>
            <translation>이미지에 복사하는 것 가운데 이 파일이 없어 그 안의 패키지를 설치하지 않습니다</translation>
        </message>
        <message>
            <source>The file cannot be read: %1</source>
            <translation>파일을 읽을 수 없습니다: %1</translation>
        </message>
        <message>
            <source>These constraints are not used: the file is not among what is copied into the image</source>
            <translation>이 제약 조건을 쓰지 않습니다. 이미지에 복사하는 것 가운데 그 파일이 없습니다</translation>
        </message>
        <message>
            <source>This package is not installed: it is not among what is copied into the image</source>
            <translation>이 패키지를 설치하지 않습니다. 이미지에 복사하는 것 가운데 없습니다</translation>
        </message>
        <message>
            <source>This folder is not among what is copied into the image</source>
            <translation>이미지에 복사하는 것 가운데 이 폴더가 없습니다</translation>
        </message>
    </context>
    <context>
        <name>PlanRun</name>
        <message>
            <source>“%1” did not end within %2 s</source>
            <translation>“%1”이(가) %2초 안에 끝나지 않았습니다</translation>
        </message>
        <message>
            <source>Look at the last lines of its output, then try again: finished steps are skipped</source>
            <translation>출력의 마지막 줄을 보고 다시 시도하세요. 끝난 단계는 건너뜁니다</translation>
        </message>
    </context>
    <context>
        <name>PodEnvironment</name>
        <message>
            <source>it is no text</source>
            <translation>텍스트가 아님</translation>
        </message>
        <message>
            <source>only Helm can tell what its template gives</source>
            <translation>템플릿의 결과는 Helm만 알 수 있음</translation>
        </message>
        <message>
            <source>It is no list of variables</source>
            <translation>변수 목록이 아닙니다</translation>
        </message>
        <message>
            <source>These variables are not set: %1</source>
            <translation>이 변수들을 정하지 않습니다: %1</translation>
        </message>
        <message>
            <source>it describes the pod, and there is none</source>
            <translation>파드에 관한 값인데 파드가 없음</translation>
        </message>
        <message>
            <source>it comes from the cluster&apos;s Secret %1, key %2</source>
            <translation>클러스터의 Secret %1, 키 %2에서 오는 값임</translation>
        </message>
        <message>
            <source>it comes from the cluster&apos;s ConfigMap %1, key %2</source>
            <translation>클러스터의 ConfigMap %1, 키 %2에서 오는 값임</translation>
        </message>
        <message>
            <source>The variables of the cluster&apos;s %1 %2 are not set</source>
            <translation>클러스터의 %1 %2에 든 변수를 정하지 않습니다</translation>
        </message>
    </context>
    <context>
        <name>PodError</name>
        <message>
            <source>Correct its name and tag in the values; an image that was built here has to be loaded into the node</source>
            <translation>값 파일에서 이름과 태그를 고치세요. 여기서 빌드한 이미지는 노드에 올려야 합니다</translation>
        </message>
        <message>
            <source>Add the folder to extraMounts in kind-cluster.yaml, then reset the cluster</source>
            <translation>kind-cluster.yaml의 extraMounts에 폴더를 추가하고 클러스터를 초기화하세요</translation>
        </message>
        <message>
            <source>Look at the volumes, claims, secrets and config maps that the values name</source>
            <translation>값 파일에 나온 볼륨, 클레임, 시크릿, 컨피그맵을 확인하세요</translation>
        </message>
        <message>
            <source>Lower its requests in the values, or give the container engine more memory and processors</source>
            <translation>값 파일에서 요청량을 낮추거나 컨테이너 엔진의 메모리와 프로세서를 늘리세요</translation>
        </message>
        <message>
            <source>Raise its memory limit in the values, or give the container engine more memory</source>
            <translation>값 파일에서 메모리 한도를 올리거나 컨테이너 엔진의 메모리를 늘리세요</translation>
        </message>
        <message>
            <source>Free disk or memory: the node had not enough left for all its pods</source>
            <translation>디스크나 메모리를 비우세요. 노드에 모든 파드를 위한 여유가 없었습니다</translation>
        </message>
        <message>
            <source>Look at the log of the migrations: they have not run, have failed or are slow</source>
            <translation>마이그레이션의 로그를 보세요. 실행되지 않았거나, 실패했거나, 느립니다</translation>
        </message>
        <message>
            <source>Look at the metadata database&apos;s pod and at the database settings in the values</source>
            <translation>메타데이터 데이터베이스의 파드와 값 파일의 데이터베이스 설정을 확인하세요</translation>
        </message>
        <message>
            <source>Its log says what it does meanwhile; a slow computer may need longer probes</source>
            <translation>그사이 무엇을 하는지 로그에 있습니다. 느린 컴퓨터에서는 프로브를 더 길게 잡아야 할 수 있습니다</translation>
        </message>
        <message>
            <source>The last lines of its log say why</source>
            <translation>로그의 마지막 줄에 이유가 있습니다</translation>
        </message>
        <message>
            <source>Pod %1</source>
            <translation>파드 %1</translation>
        </message>
        <message>
            <source>Pod %1: %2</source>
            <translation>파드 %1: %2</translation>
        </message>
        <message>
            <source>Wait, or look at its log</source>
            <translation>기다리거나 로그를 보세요</translation>
        </message>
    </context>
    <context>
        <name>PodPathProbe</name>
        <message>
            <source>DAGs do not find the folders at the pods&apos; paths</source>
            <translation>DAG가 파드의 경로에서 폴더를 찾지 못합니다</translation>
        </message>
        <message>
            <source>bubblewrap, which shows them there, is not installed</source>
            <translation>폴더를 그 경로에 보여 주는 bubblewrap이 설치되어 있지 않습니다</translation>
        </message>
        <message>
            <source>bubblewrap cannot show them here: %1</source>
            <translation>여기서는 bubblewrap이 폴더를 보여 줄 수 없습니다: %1</translation>
        </message>
        <message>
            <source>Install the package bubblewrap and start again</source>
            <translation>bubblewrap 패키지를 설치하고 다시 시작하세요</translation>
        </message>
        <message>
            <source>Let users of this system make user namespaces, then stop and start</source>
            <translation>이 시스템의 사용자가 사용자 네임스페이스(user namespace)를 만들 수 있게 한 뒤, 중지하고 다시 시작하세요</translation>
        </message>
        <message>
            <source>The folders appear at the pods&apos; paths</source>
            <translation>폴더가 파드의 경로에 나타납니다</translation>
        </message>
        <message>
            <source>DAGs do not find %1</source>
            <translation>DAG가 %1을(를) 찾지 못합니다</translation>
        </message>
    </context>
    <context>
        <name>PodPaths</name>
        <message>
            <source>The folders of the system stay what they are</source>
            <translation>시스템의 폴더는 그대로 둡니다</translation>
        </message>
        <message>
            <source>It would hide %1, which Airflow needs here</source>
            <translation>여기서 Airflow에 필요한 %1을(를) 가리게 됩니다</translation>
        </message>
        <message>
            <source>%1 is shown there already</source>
            <translation>그 자리에는 이미 %1이(가) 나타납니다</translation>
        </message>
        <message>
            <source>%1 is a link that leads nowhere</source>
            <translation>%1은(는) 아무 데로도 이어지지 않는 링크입니다</translation>
        </message>
        <message>
            <source>Make the folder %1, with sudo where it takes that; it can stay empty</source>
            <translation>%1 폴더를 만드세요. 필요하면 sudo를 쓰고, 비워 두어도 됩니다</translation>
        </message>
        <message>
            <source>It is missing in %1, where programs make new files</source>
            <translation>프로그램이 새 파일을 만드는 %1에 이 폴더가 없습니다</translation>
        </message>
        <message>
            <source>It is missing in %1, which cannot be shown with all that lies in it</source>
            <translation>%1에 이 폴더가 없고, %1은(는) 그 안에 있는 것과 함께 다시 보여 줄 수 없습니다</translation>
        </message>
        <message>
            <source>%1 is not a folder</source>
            <translation>%1은(는) 폴더가 아닙니다</translation>
        </message>
        <message>
            <source>%1 is read-only and has no such folder</source>
            <translation>%1은(는) 읽기 전용이고 그 안에 이런 폴더가 없습니다</translation>
        </message>
        <message>
            <source>Make the folder %1</source>
            <translation>%1 폴더를 만드세요</translation>
        </message>
        <message>
            <source>%1 is a link</source>
            <translation>%1은(는) 링크입니다</translation>
        </message>
    </context>
    <context>
        <name>PodReason</name>
        <message>
            <source>its registry cannot be reached</source>
            <translation>레지스트리에 연결할 수 없음</translation>
        </message>
        <message>
            <source>its registry does not allow it</source>
            <translation>레지스트리가 허용하지 않음</translation>
        </message>
        <message>
            <source>there is no such image</source>
            <translation>그런 이미지가 없음</translation>
        </message>
        <message>
            <source>needs the image %1, which is not in the node</source>
            <translation>노드에 없는 이미지 %1이(가) 필요함</translation>
        </message>
        <message>
            <source>has an image name that is not valid: %1</source>
            <translation>이미지 이름이 올바르지 않음: %1</translation>
        </message>
        <message>
            <source>cannot get its image %1</source>
            <translation>이미지 %1을(를) 가져올 수 없음</translation>
        </message>
        <message>
            <source>does not get through to the database (%1 tries)</source>
            <translation>데이터베이스에 닿지 못함(%1번 시도)</translation>
        </message>
        <message>
            <source>has waited in vain for the database migrations (%1 tries)</source>
            <translation>데이터베이스 마이그레이션을 기다렸지만 끝나지 않음(%1번 시도)</translation>
        </message>
        <message>
            <source>ends again and again (exit code %1, %2 restarts)</source>
            <translation>거듭해서 끝남(종료 코드 %1, %2번 다시 시작)</translation>
        </message>
        <message>
            <source>was killed for lack of memory (%1 restarts)</source>
            <translation>메모리가 부족해 강제로 끝남(%1번 다시 시작)</translation>
        </message>
        <message>
            <source>cannot be started: %1</source>
            <translation>시작할 수 없음: %1</translation>
        </message>
        <message>
            <source>is restarted again and again: %1</source>
            <translation>거듭해서 다시 시작됨: %1</translation>
        </message>
        <message>
            <source>mounts %1, which the node does not have</source>
            <translation>노드에 없는 %1을(를) 마운트함</translation>
        </message>
        <message>
            <source>cannot mount a volume: %1</source>
            <translation>볼륨을 마운트할 수 없음: %1</translation>
        </message>
        <message>
            <source>was evicted: %1</source>
            <translation>쫓겨남: %1</translation>
        </message>
        <message>
            <source>was killed for lack of memory</source>
            <translation>메모리가 부족해 강제로 끝남</translation>
        </message>
        <message>
            <source>has failed (exit code %1)</source>
            <translation>실패함(종료 코드 %1)</translation>
        </message>
        <message>
            <source>has failed</source>
            <translation>실패함</translation>
        </message>
        <message>
            <source>needs the volume claim %1, which does not exist</source>
            <translation>없는 볼륨 클레임 %1이(가) 필요함</translation>
        </message>
        <message>
            <source>waits until the node takes pods</source>
            <translation>노드가 파드를 받을 때까지 기다리는 중</translation>
        </message>
        <message>
            <source>finds no place on the node: %1</source>
            <translation>노드에 들어갈 자리가 없음: %1</translation>
        </message>
        <message>
            <source>gets its image</source>
            <translation>이미지를 가져오는 중</translation>
        </message>
        <message>
            <source>waits for the network of the node</source>
            <translation>노드의 네트워크를 기다리는 중</translation>
        </message>
        <message>
            <source>is being prepared</source>
            <translation>준비하는 중</translation>
        </message>
        <message>
            <source>misses a setting: %1</source>
            <translation>설정이 없음: %1</translation>
        </message>
        <message>
            <source>runs but is not ready: %1</source>
            <translation>실행 중이지만 준비되지 않음: %1</translation>
        </message>
        <message>
            <source>waits for the database migrations</source>
            <translation>데이터베이스 마이그레이션을 기다리는 중</translation>
        </message>
        <message>
            <source>checks the database</source>
            <translation>데이터베이스를 확인하는 중</translation>
        </message>
        <message>
            <source>fetches the DAGs</source>
            <translation>DAG를 가져오는 중</translation>
        </message>
        <message>
            <source>prepares itself (%1)</source>
            <translation>준비하는 중(%1)</translation>
        </message>
        <message>
            <source>is starting</source>
            <translation>시작 중</translation>
        </message>
        <message>
            <source>waits for a place on the node</source>
            <translation>노드의 자리를 기다리는 중</translation>
        </message>
        <message>
            <source>%1 is at work</source>
            <translation>%1 작업 중</translation>
        </message>
        <message>
            <source>is ending</source>
            <translation>끝나는 중</translation>
        </message>
        <message>
            <source>No pods yet</source>
            <translation>아직 파드 없음</translation>
        </message>
        <message>
            <source>%1 of %2 pods ready</source>
            <translation>파드 %2개 중 %1개 준비됨</translation>
        </message>
    </context>
    <context>
        <name>PodRole</name>
        <message>
            <source>Scheduler</source>
            <translation>스케줄러</translation>
        </message>
        <message>
            <source>Triggerer</source>
            <translation>트리거러</translation>
        </message>
        <message>
            <source>Metadata database</source>
            <translation>메타데이터 데이터베이스</translation>
        </message>
        <message>
            <source>Web server</source>
            <translation>웹 서버</translation>
        </message>
        <message>
            <source>DAG processor</source>
            <translation>DAG 프로세서</translation>
        </message>
        <message>
            <source>Database migrations</source>
            <translation>데이터베이스 마이그레이션</translation>
        </message>
        <message>
            <source>User set-up</source>
            <translation>사용자 만들기</translation>
        </message>
        <message>
            <source>PgBouncer</source>
            <translation>PgBouncer</translation>
        </message>
    </context>
    <context>
        <name>PortChecks</name>
        <message>
            <source>Use port %1</source>
            <translation>포트 %1 사용</translation>
        </message>
        <message>
            <source>Port %1 is in use</source>
            <translation>포트 %1이(가) 사용 중입니다</translation>
        </message>
        <message>
            <source>It is needed for %1, and %2 holds it</source>
            <translation>용도는 %1인데 %2이(가) 쓰고 있습니다</translation>
        </message>
        <message>
            <source>Stop that program, or use another port, for example %1</source>
            <translation>그 프로그램을 끝내거나 다른 포트를 쓰세요. 예: %1</translation>
        </message>
        <message>
            <source>Stop that program, or write another port into the file</source>
            <translation>그 프로그램을 끝내거나 파일에 다른 포트를 적으세요</translation>
        </message>
        <message>
            <source>Port %1 cannot be used</source>
            <translation>포트 %1을(를) 쓸 수 없습니다</translation>
        </message>
        <message>
            <source>Ports below 1024 are kept for the system</source>
            <translation>1024 아래의 포트는 시스템용입니다</translation>
        </message>
        <message>
            <source>Ports are numbers from 1 to 65535</source>
            <translation>포트는 1부터 65535까지의 숫자입니다</translation>
        </message>
        <message>
            <source>Use one from 1024 to 65535</source>
            <translation>1024부터 65535까지의 포트를 쓰세요</translation>
        </message>
        <message>
            <source>the container &quot;%1&quot;</source>
            <translation>컨테이너 &quot;%1&quot;</translation>
        </message>
        <message>
            <source>a program that cannot be named</source>
            <translation>이름을 알 수 없는 프로그램</translation>
        </message>
        <message>
            <source>Port %1 is free</source>
            <translation>포트 %1이(가) 비어 있습니다</translation>
        </message>
        <message>
            <source>Port %1 is held by this cluster itself</source>
            <translation>포트 %1은(는) 이 클러스터가 쓰고 있습니다</translation>
        </message>
        <message>
            <source>Port %1 is free on 127.0.0.1, but not on [::1]</source>
            <translation>포트 %1이(가) 127.0.0.1에서는 비어 있지만 [::1]에서는 아닙니다</translation>
        </message>
        <message>
            <source>A browser that opens &quot;localhost&quot; may reach %1 in place of Airflow</source>
            <translation>브라우저에서 &quot;localhost&quot;를 열면 Airflow 대신 %1에 닿을 수 있습니다</translation>
        </message>
        <message>
            <source>Open http://127.0.0.1:%1, or use another port</source>
            <translation>http://127.0.0.1:%1 을 열거나 다른 포트를 쓰세요</translation>
        </message>
    </context>
    <context>
        <name>PostgresCommand</name>
        <message>
            <source>The database was made by PostgreSQL %1</source>
            <translation>데이터베이스를 PostgreSQL %1(으)로 만들었습니다</translation>
        </message>
        <message>
            <source>PostgreSQL %1 cannot read its files</source>
            <translation>PostgreSQL %1은(는) 그 파일을 읽을 수 없습니다</translation>
        </message>
        <message>
            <source>Use PostgreSQL %1, or reset: that makes a new database, with the users and connections of the values</source>
            <translation>PostgreSQL %1을(를) 쓰거나 초기화하세요. 초기화하면 값 파일의 사용자와 연결로 새 데이터베이스를 만듭니다</translation>
        </message>
        <message>
            <source>There is no database yet</source>
            <translation>아직 데이터베이스가 없습니다</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>초기화</translation>
        </message>
    </context>
    <context>
        <name>PostgresCopy</name>
        <message>
            <source>PostgreSQL&apos;s programs cannot be put where its user may run them</source>
            <translation>PostgreSQL 프로그램을 그 사용자가 실행할 수 있는 곳에 둘 수 없습니다</translation>
        </message>
        <message>
            <source>Make room there, or install PostgreSQL with the system&apos;s package manager</source>
            <translation>그곳에 공간을 비우거나, 시스템의 패키지 관리자로 PostgreSQL을 설치하세요</translation>
        </message>
    </context>
    <context>
        <name>PostgresFailure</name>
        <message>
            <source>The disk is full, so the database cannot go on</source>
            <translation>디스크가 가득 차서 데이터베이스를 계속 쓸 수 없습니다</translation>
        </message>
        <message>
            <source>Make room and start again; nothing that was stored is lost</source>
            <translation>공간을 비우고 다시 시작하세요. 저장된 것은 하나도 사라지지 않습니다</translation>
        </message>
        <message>
            <source>PostgreSQL&apos;s programs do not run on this machine</source>
            <translation>PostgreSQL 프로그램이 이 컴퓨터에서 실행되지 않습니다</translation>
        </message>
        <message>
            <source>Install PostgreSQL with the system&apos;s package manager, or repair its packages</source>
            <translation>시스템의 패키지 관리자로 PostgreSQL을 설치하거나 패키지를 복구하세요</translation>
        </message>
        <message>
            <source>PostgreSQL cannot be run by root</source>
            <translation>root로는 PostgreSQL을 실행할 수 없습니다</translation>
        </message>
        <message>
            <source>Run Windsock as an ordinary user</source>
            <translation>일반 사용자로 Windsock을 실행하세요</translation>
        </message>
        <message>
            <source>PostgreSQL cannot be run by root, and changing to another user is not allowed here</source>
            <translation>root로는 PostgreSQL을 실행할 수 없고, 여기서는 다른 사용자로 바꾸는 것도 허용되지 않습니다</translation>
        </message>
        <message>
            <source>The database was made by another version of PostgreSQL</source>
            <translation>데이터베이스를 다른 버전의 PostgreSQL로 만들었습니다</translation>
        </message>
        <message>
            <source>Use that version, or reset: that makes a new database</source>
            <translation>그 버전을 쓰거나 초기화하세요. 초기화하면 새 데이터베이스를 만듭니다</translation>
        </message>
        <message>
            <source>An earlier database server has not ended yet</source>
            <translation>이전 데이터베이스 서버가 아직 끝나지 않았습니다</translation>
        </message>
        <message>
            <source>Wait some seconds and start again; if it stays, stop the process that the details name</source>
            <translation>몇 초 기다린 뒤 다시 시작하세요. 그대로라면 자세한 내용에 나온 프로세스를 끝내세요</translation>
        </message>
        <message>
            <source>The path of the database&apos;s socket is too long</source>
            <translation>데이터베이스 소켓의 경로가 너무 깁니다</translation>
        </message>
        <message>
            <source>Set TMPDIR to a short path of a folder that you may write to</source>
            <translation>TMPDIR을 쓸 수 있는 폴더의 짧은 경로로 정하세요</translation>
        </message>
        <message>
            <source>The database does not get the memory that it needs</source>
            <translation>데이터베이스에 필요한 메모리를 얻지 못합니다</translation>
        </message>
        <message>
            <source>Close other programs, or give the machine or container more (shared) memory</source>
            <translation>다른 프로그램을 닫거나, 컴퓨터 또는 컨테이너의 (공유) 메모리를 늘리세요</translation>
        </message>
        <message>
            <source>The database&apos;s files are damaged</source>
            <translation>데이터베이스의 파일이 손상되었습니다</translation>
        </message>
        <message>
            <source>Reset: that makes a new database, with the users and connections of the values</source>
            <translation>초기화하세요. 값 파일의 사용자와 연결로 새 데이터베이스를 만듭니다</translation>
        </message>
        <message>
            <source>The database&apos;s folder cannot be used</source>
            <translation>데이터베이스 폴더를 쓸 수 없습니다</translation>
        </message>
        <message>
            <source>Give yourself the right to write to the folder that the details name</source>
            <translation>자세한 내용에 나온 폴더에 쓸 권한을 주세요</translation>
        </message>
        <message>
            <source>PostgreSQL has ended with an error</source>
            <translation>PostgreSQL이 오류로 끝났습니다</translation>
        </message>
        <message>
            <source>The details show what it said</source>
            <translation>PostgreSQL의 출력은 자세한 내용에 있습니다</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>초기화</translation>
        </message>
    </context>
    <context>
        <name>PostgresFinder</name>
        <message>
            <source>Install it, for example with: brew install postgresql@17</source>
            <translation>설치하세요. 예: brew install postgresql@17</translation>
        </message>
        <message>
            <source>Install it, for example with: apt install postgresql, or dnf install postgresql-server. Its own service is not used and need not run</source>
            <translation>설치하세요. 예: apt install postgresql 또는 dnf install postgresql-server. 그 서비스는 쓰지 않으므로 실행하지 않아도 됩니다</translation>
        </message>
        <message>
            <source>PostgreSQL was not found</source>
            <translation>PostgreSQL을 찾을 수 없습니다</translation>
        </message>
        <message>
            <source>Its programs initdb and postgres are in none of the folders where they usually are</source>
            <translation>프로그램 initdb와 postgres가 보통의 위치 어디에도 없습니다</translation>
        </message>
        <message>
            <source>The database was made by PostgreSQL %1, which is not here any more</source>
            <translation>데이터베이스를 만든 PostgreSQL %1이(가) 더 이상 없습니다</translation>
        </message>
        <message>
            <source>Found: %1. Each major version reads only its own files</source>
            <translation>찾은 버전: %1. 주 버전마다 자기 파일만 읽습니다</translation>
        </message>
        <message>
            <source>Install PostgreSQL %1 again, or reset: that makes a new database, with the users and connections of the values</source>
            <translation>PostgreSQL %1을(를) 다시 설치하거나 초기화하세요. 초기화하면 값 파일의 사용자와 연결로 새 데이터베이스를 만듭니다</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>초기화</translation>
        </message>
        <message>
            <source>It does not report its version</source>
            <translation>버전을 알려 주지 않습니다</translation>
        </message>
    </context>
    <context>
        <name>PostgresInit</name>
        <message>
            <source>The database&apos;s folder cannot be made</source>
            <translation>데이터베이스 폴더를 만들 수 없습니다</translation>
        </message>
        <message>
            <source>The new database could not be put into its place</source>
            <translation>새 데이터베이스를 제자리에 둘 수 없었습니다</translation>
        </message>
    </context>
    <context>
        <name>PostgresLock</name>
        <message>
            <source>A database server runs on this folder already</source>
            <translation>이 폴더를 쓰는 데이터베이스 서버가 이미 실행 중입니다</translation>
        </message>
        <message>
            <source>Process %1 has it open</source>
            <translation>프로세스 %1이(가) 열고 있습니다</translation>
        </message>
        <message>
            <source>Stop it, or wait until it has ended</source>
            <translation>중지하거나 끝날 때까지 기다리세요</translation>
        </message>
        <message>
            <source>A lock of a database server that has gone cannot be released</source>
            <translation>사라진 데이터베이스 서버의 잠금을 풀 수 없습니다</translation>
        </message>
    </context>
    <context>
        <name>PostgresPlaces</name>
        <message>
            <source>The database&apos;s folder cannot be used</source>
            <translation>데이터베이스 폴더를 쓸 수 없습니다</translation>
        </message>
        <message>
            <source>Make room or give yourself the right to write there, and try again</source>
            <translation>공간을 비우거나 그곳에 쓸 권한을 주고 다시 시도하세요</translation>
        </message>
        <message>
            <source>It is a link</source>
            <translation>링크입니다</translation>
        </message>
        <message>
            <source>It is no folder</source>
            <translation>폴더가 아닙니다</translation>
        </message>
        <message>
            <source>It belongs to another user (%1)</source>
            <translation>다른 사용자의 것입니다(%1)</translation>
        </message>
        <message>
            <source>Other users may use it (mode %1)</source>
            <translation>다른 사용자가 쓸 수 있습니다(모드 %1)</translation>
        </message>
        <message>
            <source>%1: %2 bytes, at most %3</source>
            <translation>%1: %2바이트, 최대 %3</translation>
        </message>
        <message>
            <source>There is no folder for the database&apos;s socket</source>
            <translation>데이터베이스 소켓을 둘 폴더가 없습니다</translation>
        </message>
        <message>
            <source>Set TMPDIR to a short path of a folder that you may write to</source>
            <translation>TMPDIR을 쓸 수 있는 폴더의 짧은 경로로 정하세요</translation>
        </message>
        <message>
            <source>It cannot be made</source>
            <translation>만들 수 없습니다</translation>
        </message>
        <message>
            <source>The user %1, whom the database runs as, may not pass it</source>
            <translation>데이터베이스를 실행하는 사용자 %1이(가) 지나갈 수 없습니다</translation>
        </message>
        <message>
            <source>The database is still running</source>
            <translation>데이터베이스가 아직 실행 중입니다</translation>
        </message>
        <message>
            <source>Process %1 has it open</source>
            <translation>프로세스 %1이(가) 열고 있습니다</translation>
        </message>
        <message>
            <source>Stop it first</source>
            <translation>먼저 중지하세요</translation>
        </message>
        <message>
            <source>Not everything in it could be removed</source>
            <translation>안의 내용을 모두 제거하지는 못했습니다</translation>
        </message>
    </context>
    <context>
        <name>PostgresQuestion</name>
        <message>
            <source>The database lets nobody in</source>
            <translation>데이터베이스가 아무도 들여보내지 않습니다</translation>
        </message>
        <message>
            <source>Its pg_hba.conf was changed: take that back, or reset</source>
            <translation>pg_hba.conf가 바뀌었습니다. 되돌리거나 초기화하세요</translation>
        </message>
        <message>
            <source>Its log shows more</source>
            <translation>로그에 더 자세한 내용이 있습니다</translation>
        </message>
        <message>
            <source>What answers at the database&apos;s socket is no PostgreSQL</source>
            <translation>데이터베이스 소켓에서 응답하는 것이 PostgreSQL이 아닙니다</translation>
        </message>
        <message>
            <source>The database asks for a password</source>
            <translation>데이터베이스가 비밀번호를 묻습니다</translation>
        </message>
        <message>
            <source>It was made to let its own user in without one</source>
            <translation>비밀번호 없이 자기 사용자를 들여보내도록 만든 데이터베이스입니다</translation>
        </message>
    </context>
    <context>
        <name>Preflight</name>
        <message>
            <source>a port that kind-cluster.yaml maps</source>
            <translation>kind-cluster.yaml이 매핑하는 포트</translation>
        </message>
        <message>
            <source>the web page</source>
            <translation>웹 페이지</translation>
        </message>
        <message numerus="yes">
            <source>%n things stand in the way</source>
            <translation>
                <numerusform>시작을 막는 문제가 %n건 있습니다</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing was built or started. All of them are listed below</source>
            <translation>아무것도 빌드하거나 시작하지 않았습니다. 모든 문제를 아래에 적었습니다</translation>
        </message>
        <message>
            <source>Start without containers</source>
            <translation>컨테이너 없이 시작</translation>
        </message>
    </context>
    <context>
        <name>PrepareStep</name>
        <message>
            <source>Airflow&apos;s database could not be prepared</source>
            <translation>Airflow의 데이터베이스를 준비하지 못했습니다</translation>
        </message>
        <message>
            <source>Look at the lines below; after a change of the values start again</source>
            <translation>아래의 줄을 보세요. 값 파일을 고친 뒤 다시 시작하세요</translation>
        </message>
        <message>
            <source>Prepare the database</source>
            <translation>데이터베이스 준비</translation>
        </message>
        <message>
            <source>stopping what runs on another environment</source>
            <translation>다른 환경에서 실행 중인 것을 중지하는 중</translation>
        </message>
        <message>
            <source>stopping what waits for an earlier start</source>
            <translation>이전 시작을 기다리던 것을 중지하는 중</translation>
        </message>
    </context>
    <context>
        <name>ProcessSweep</name>
        <message>
            <source>Some processes cannot be ended</source>
            <translation>끝낼 수 없는 프로세스가 있습니다</translation>
        </message>
        <message>
            <source>The system does not let go of: %1</source>
            <translation>시스템이 놓아주지 않는 프로세스: %1</translation>
        </message>
        <message>
            <source>A disk or a network drive may hang; if it stays so, restart the machine</source>
            <translation>디스크나 네트워크 드라이브가 멈췄을 수 있습니다. 계속 그러면 컴퓨터를 다시 시작하세요</translation>
        </message>
    </context>
    <context>
        <name>PushReceiver</name>
        <message>
            <source>No port of this machine could be opened for the image</source>
            <translation>이미지를 받을 포트를 이 컴퓨터에서 열 수 없었습니다</translation>
        </message>
    </context>
    <context>
        <name>AirflowWait</name>
        <message>
            <source>ready</source>
            <translation>준비됨</translation>
        </message>
        <message>
            <source>Airflow answers: metadata database and scheduler are healthy</source>
            <translation>Airflow가 응답함: 메타데이터 데이터베이스와 스케줄러가 정상</translation>
        </message>
        <message>
            <source>metadata database and scheduler are healthy</source>
            <translation>메타데이터 데이터베이스와 스케줄러가 정상</translation>
        </message>
    </context>
    <context>
        <name>PythonFinder</name>
        <message>
            <source>It is %1; Airflow needs CPython</source>
            <translation>%1입니다. Airflow에는 CPython이 필요합니다</translation>
        </message>
        <message>
            <source>It is a pre-release (%1 %2)</source>
            <translation>시험판입니다(%1 %2)</translation>
        </message>
        <message>
            <source>It is built without the global lock; Airflow&apos;s packages are not made for it</source>
            <translation>전역 잠금(GIL) 없이 빌드되었습니다. Airflow의 패키지는 이에 맞게 만들어지지 않았습니다</translation>
        </message>
        <message>
            <source>Its standard library lacks %1</source>
            <translation>표준 라이브러리에 %1이(가) 없습니다</translation>
        </message>
        <message>
            <source>too old</source>
            <translation>너무 오래됨</translation>
        </message>
        <message>
            <source>too new</source>
            <translation>너무 새로움</translation>
        </message>
        <message>
            <source>%1: Python %2 is %3</source>
            <translation>%1: Python %2, %3</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1~%2</translation>
        </message>
        <message>
            <source>There is no Python for %1, which needs %2</source>
            <translation>%1에 쓸 Python이 없습니다. 필요한 버전: %2</translation>
        </message>
        <message>
            <source>No python3 is in PATH or in the folders where installers put it</source>
            <translation>PATH에도, 설치 프로그램이 두는 폴더에도 python3가 없습니다</translation>
        </message>
        <message>
            <source>Install Python %1, for example:
  Debian, Ubuntu: sudo apt install python3 (or python%1 where the system has it)
  Fedora, RHEL: sudo dnf install python%1
  macOS: brew install python@%1</source>
            <translation>Python %1을(를) 설치하세요. 예:
  Debian, Ubuntu: sudo apt install python3(시스템에 있다면 python%1)
  Fedora, RHEL: sudo dnf install python%1
  macOS: brew install python@%1</translation>
        </message>
        <message>
            <source>It did not answer within 5 s</source>
            <translation>5초 안에 응답하지 않았습니다</translation>
        </message>
        <message>
            <source>It ended with %1</source>
            <translation>%1(으)로 끝났습니다</translation>
        </message>
        <message>
            <source>It did not answer as a Python does</source>
            <translation>Python처럼 응답하지 않았습니다</translation>
        </message>
    </context>
    <context>
        <name>RealWindowServices</name>
        <message>
            <source>This workspace is not open</source>
            <translation>이 작업 공간이 열려 있지 않습니다</translation>
        </message>
        <message>
            <source>A run is under way</source>
            <translation>작업이 진행 중입니다</translation>
        </message>
        <message>
            <source>Wait for its end, or cancel it; then choose another mode</source>
            <translation>끝날 때까지 기다리거나 취소한 뒤 다른 모드를 고르세요</translation>
        </message>
        <message>
            <source>Delete it first: windsock delete --confirm %1</source>
            <translation>먼저 삭제하세요: windsock delete --confirm %1</translation>
        </message>
    </context>
    <context>
        <name>Requirement</name>
        <message>
            <source>“%1” cannot be installed as it stands</source>
            <translation>“%1”은(는) 이대로 설치할 수 없습니다</translation>
        </message>
        <message>
            <source>It names another file of requirements</source>
            <translation>다른 요구 패키지 파일을 가리킵니다</translation>
        </message>
        <message>
            <source>Put the lines of that file in its place</source>
            <translation>그 자리에 그 파일의 줄을 넣으세요</translation>
        </message>
        <message>
            <source>The path in it is not absolute</source>
            <translation>경로가 절대 경로가 아닙니다</translation>
        </message>
        <message>
            <source>Name an absolute path or an address</source>
            <translation>절대 경로나 주소를 적으세요</translation>
        </message>
        <message>
            <source>A file of requirements cannot hold the option %1</source>
            <translation>요구 패키지 파일에는 옵션 %1을(를) 넣을 수 없습니다</translation>
        </message>
        <message>
            <source>Remove the option</source>
            <translation>옵션을 빼세요</translation>
        </message>
        <message>
            <source>It is neither a package nor an address nor an absolute path</source>
            <translation>패키지도 주소도 절대 경로도 아닙니다</translation>
        </message>
        <message>
            <source>Correct the line</source>
            <translation>그 줄을 고치세요</translation>
        </message>
        <message>
            <source>“%1” would change Airflow itself</source>
            <translation>“%1”은(는) Airflow 자체를 바꾸게 됩니다</translation>
        </message>
        <message>
            <source>The workspace runs Airflow %1</source>
            <translation>작업 공간의 Airflow는 %1입니다</translation>
        </message>
        <message>
            <source>Remove the version from the line, or have the workspace run that version of Airflow</source>
            <translation>그 줄에서 버전을 빼거나, 작업 공간에서 그 버전의 Airflow를 쓰세요</translation>
        </message>
    </context>
    <context>
        <name>ServerUser</name>
        <message>
            <source>PostgreSQL cannot be run by root</source>
            <translation>root로는 PostgreSQL을 실행할 수 없습니다</translation>
        </message>
        <message>
            <source>It refuses that, and none of setpriv, runuser and sudo is here to run it as %1</source>
            <translation>PostgreSQL이 거부하며, %1(으)로 실행해 줄 setpriv, runuser, sudo가 하나도 없습니다</translation>
        </message>
        <message>
            <source>It refuses that, and this system has neither a user postgres nor a user nobody to run it as</source>
            <translation>PostgreSQL이 거부하며, 이 시스템에는 대신 실행할 사용자 postgres도 nobody도 없습니다</translation>
        </message>
        <message>
            <source>Run Windsock as an ordinary user, or install the package util-linux</source>
            <translation>일반 사용자로 Windsock을 실행하거나 util-linux 패키지를 설치하세요</translation>
        </message>
    </context>
    <context>
        <name>Services</name>
        <message>
            <source>This workspace&apos;s Airflow was started in the mode %1</source>
            <translation>이 작업 공간의 Airflow는 %1 모드로 시작되었습니다</translation>
        </message>
        <message>
            <source>There is no Airflow without containers that could move</source>
            <translation>옮길 수 있는, 컨테이너 없이 실행되는 Airflow가 없습니다</translation>
        </message>
        <message>
            <source>Only what was started in the mode standalone moves, into a cluster</source>
            <translation>standalone 방식으로 시작한 것만 클러스터로 옮길 수 있습니다</translation>
        </message>
        <message>
            <source>Start as usual: windsock start</source>
            <translation>평소처럼 시작하세요: windsock start</translation>
        </message>
        <message>
            <source>It stays in that mode until you delete it</source>
            <translation>삭제할 때까지 그 모드로 남아 있습니다</translation>
        </message>
        <message>
            <source>Delete it first (windsock delete with --confirm), or leave out --mode</source>
            <translation>먼저 삭제하거나(windsock delete에 --confirm), --mode를 빼세요</translation>
        </message>
    </context>
    <context>
        <name>SocketPlace</name>
        <message>
            <source>it is a link or a file</source>
            <translation>링크이거나 파일임</translation>
        </message>
        <message>
            <source>it belongs to another user</source>
            <translation>다른 사용자의 것임</translation>
        </message>
        <message>
            <source>other users may look into it</source>
            <translation>다른 사용자가 들여다볼 수 있음</translation>
        </message>
        <message>
            <source>the path is too long for a socket</source>
            <translation>소켓에 쓰기에는 경로가 너무 긺</translation>
        </message>
        <message>
            <source>There is no safe place for a socket</source>
            <translation>소켓을 둘 안전한 곳이 없습니다</translation>
        </message>
        <message>
            <source>Name a folder of your own with a short path in TMPDIR</source>
            <translation>경로가 짧은 자기 폴더를 TMPDIR에 적으세요</translation>
        </message>
    </context>
    <context>
        <name>StandaloneBackend</name>
        <message>
            <source>Airflow itself answers on localhost:%1</source>
            <translation>Airflow가 localhost:%1에서 직접 응답함</translation>
        </message>
        <message>
            <source>There is no component “%1”</source>
            <translation>구성 요소 “%1”이(가) 없습니다</translation>
        </message>
        <message>
            <source>This cannot be done from here: %1</source>
            <translation>여기서는 할 수 없습니다: %1</translation>
        </message>
    </context>
    <context>
        <name>StandaloneCheck</name>
        <message>
            <source>Python %1 for Airflow %2</source>
            <translation>Airflow %2용 Python %1</translation>
        </message>
        <message>
            <source>There is little room on the disk: %1</source>
            <translation>디스크에 남은 공간이 적습니다: %1</translation>
        </message>
        <message>
            <source>Python packages and the database take about %1</source>
            <translation>Python 패키지와 데이터베이스에 약 %1이(가) 필요합니다</translation>
        </message>
        <message>
            <source>Make room on it</source>
            <translation>디스크 공간을 비우세요</translation>
        </message>
        <message>
            <source>Make room, or remove environments that no workspace uses</source>
            <translation>공간을 비우거나, 쓰는 작업 공간이 없는 환경을 제거하세요</translation>
        </message>
        <message>
            <source>A folder of the workspace does not exist</source>
            <translation>작업 공간의 폴더가 없습니다</translation>
        </message>
        <message>
            <source>Make it, or take it out of kind-cluster.yaml</source>
            <translation>폴더를 만들거나 kind-cluster.yaml에서 빼세요</translation>
        </message>
        <message>
            <source>Create the folders</source>
            <translation>폴더 만들기</translation>
        </message>
        <message>
            <source>the web page</source>
            <translation>웹 페이지</translation>
        </message>
        <message>
            <source>Some tasks will not be able to write their logs</source>
            <translation>일부 태스크가 로그를 쓸 수 없습니다</translation>
        </message>
        <message>
            <source>You may not write into %1. Airflow in a cluster makes such folders, as a user of its own</source>
            <translation>%1에 쓸 권한이 없습니다. 클러스터의 Airflow가 자체 사용자로 이런 폴더를 만듭니다</translation>
        </message>
        <message>
            <source>Make them yours: sudo chown -R "$USER" "%1". Or move them away</source>
            <translation>소유자를 자신으로 바꾸세요: sudo chown -R "$USER" "%1". 또는 다른 곳으로 옮기세요</translation>
        </message>
    </context>
    <context>
        <name>StandaloneCheckStep</name>
        <message>
            <source>Check files, Python and ports</source>
            <translation>파일, Python, 포트 확인</translation>
        </message>
        <message>
            <source>nothing has changed</source>
            <translation>바뀐 것 없음</translation>
        </message>
        <message>
            <source>%1 checks</source>
            <translation>점검 %1개</translation>
        </message>
        <message>
            <source>1 thing differs from kind</source>
            <translation>kind와 다른 점 1개</translation>
        </message>
        <message>
            <source>%1 things differ from kind</source>
            <translation>kind와 다른 점 %1개</translation>
        </message>
        <message>
            <source>Ending what an earlier run left when its supervisor was killed: processes: %1</source>
            <translation>감독 프로세스가 강제 종료되면서 이전 실행이 남긴 것을 끝냅니다: 프로세스 %1개</translation>
        </message>
    </context>
    <context>
        <name>StandaloneLook</name>
        <message>
            <source>Processes of an earlier run are left; Start ends them</source>
            <translation>이전 실행의 프로세스가 남아 있습니다. 시작하면 끝냅니다</translation>
        </message>
        <message>
            <source>%1 ends again and again: %2</source>
            <translation>%1이(가) 거듭해서 끝납니다: %2</translation>
        </message>
        <message>
            <source>Python</source>
            <translation>Python</translation>
        </message>
        <message>
            <source>Environment</source>
            <translation>환경</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>데이터베이스</translation>
        </message>
        <message>
            <source>PostgreSQL, on a socket of this machine</source>
            <translation>PostgreSQL, 이 컴퓨터의 소켓</translation>
        </message>
        <message>
            <source>no PostgreSQL could be had; for a first look</source>
            <translation>PostgreSQL을 구할 수 없어 처음 둘러보기용으로 사용</translation>
        </message>
    </context>
    <context>
        <name>StandalonePlans</name>
        <message>
            <source>Stop Airflow&apos;s parts and the database</source>
            <translation>Airflow의 구성 요소와 데이터베이스 중지</translation>
        </message>
        <message>
            <source>Delete the database and Airflow&apos;s own files</source>
            <translation>데이터베이스와 Airflow의 파일 삭제</translation>
        </message>
        <message>
            <source>Not all of Airflow&apos;s own files could be removed</source>
            <translation>Airflow의 파일을 모두 제거하지는 못했습니다</translation>
        </message>
        <message>
            <source>Start Airflow without containers</source>
            <translation>컨테이너 없이 Airflow 시작</translation>
        </message>
        <message>
            <source>Stop Airflow</source>
            <translation>Airflow 중지</translation>
        </message>
        <message>
            <source>Stop Airflow&apos;s parts</source>
            <translation>Airflow의 구성 요소 중지</translation>
        </message>
        <message>
            <source>Start it</source>
            <translation>시작하세요</translation>
        </message>
        <message>
            <source>Reset Airflow</source>
            <translation>Airflow 초기화</translation>
        </message>
        <message>
            <source>Delete Airflow</source>
            <translation>Airflow 삭제</translation>
        </message>
        <message>
            <source>there was none</source>
            <translation>없었음</translation>
        </message>
        <message>
            <source>There is no running Airflow to restart</source>
            <translation>다시 시작할 Airflow가 실행되고 있지 않습니다</translation>
        </message>
    </context>
    <context>
        <name>StandaloneRecord</name>
        <message>
            <source>This is no record of a standalone Airflow</source>
            <translation>standalone Airflow의 기록 파일이 아닙니다</translation>
        </message>
        <message>
            <source>Delete this Airflow and start it again</source>
            <translation>이 Airflow를 삭제하고 다시 시작하세요</translation>
        </message>
    </context>
    <context>
        <name>StandaloneWish</name>
        <message>
            <source>The workspace does not say which Airflow it wants</source>
            <translation>작업 공간에 어느 Airflow를 쓸지 적혀 있지 않습니다</translation>
        </message>
        <message>
            <source>Neither the Dockerfile&apos;s FROM line nor the image tag in the values is a version</source>
            <translation>Dockerfile의 FROM 줄에도 값 파일의 이미지 태그에도 버전이 없습니다</translation>
        </message>
        <message>
            <source>Write FROM apache/airflow:2.10.5 into the Dockerfile, or the tag into the values</source>
            <translation>Dockerfile에 FROM apache/airflow:2.10.5라고 쓰거나 값 파일에 태그를 쓰세요</translation>
        </message>
    </context>
    <context>
        <name>StartPlan</name>
        <message>
            <source>Wait until Airflow answers</source>
            <translation>Airflow가 응답할 때까지 대기</translation>
        </message>
        <message>
            <source>There is no running Airflow to restart</source>
            <translation>다시 시작할 Airflow가 실행되고 있지 않습니다</translation>
        </message>
        <message>
            <source>Start the cluster</source>
            <translation>클러스터를 시작하세요</translation>
        </message>
        <message>
            <source>Start cluster</source>
            <translation>클러스터 시작</translation>
        </message>
        <message>
            <source>Look at the cluster</source>
            <translation>클러스터 살펴보기</translation>
        </message>
        <message>
            <source>Restart Airflow&apos;s parts</source>
            <translation>Airflow의 구성 요소 다시 시작</translation>
        </message>
        <message>
            <source>Restart Airflow</source>
            <translation>Airflow 다시 시작</translation>
        </message>
        <message>
            <source>Reset cluster</source>
            <translation>클러스터 초기화</translation>
        </message>
    </context>
    <context>
        <name>SupervisedComponent</name>
        <message>
            <source>%1 ended with exit code %2</source>
            <translation>%1이(가) 종료 코드 %2(으)로 끝났습니다</translation>
        </message>
    </context>
    <context>
        <name>Supervisor</name>
        <message>
            <source>The components are just being stopped</source>
            <translation>구성 요소를 지금 중지하는 중입니다</translation>
        </message>
        <message>
            <source>Start the workspace anew: its components are written again</source>
            <translation>작업 공간을 새로 시작하세요. 구성 요소를 다시 씁니다</translation>
        </message>
        <message>
            <source>Try again in a moment</source>
            <translation>잠시 뒤 다시 시도하세요</translation>
        </message>
        <message>
            <source>There is no component “%1”</source>
            <translation>구성 요소 “%1”이(가) 없습니다</translation>
        </message>
    </context>
    <context>
        <name>SupervisorAddress</name>
        <message>
            <source>Nothing keeps the components of this folder running</source>
            <translation>이 폴더의 구성 요소를 돌보는 것이 없습니다</translation>
        </message>
        <message>
            <source>Start the workspace</source>
            <translation>작업 공간을 시작하세요</translation>
        </message>
        <message>
            <source>The supervisor does not listen yet</source>
            <translation>슈퍼바이저가 아직 연결을 받지 않습니다</translation>
        </message>
        <message>
            <source>No supervisor runs</source>
            <translation>실행 중인 슈퍼바이저가 없습니다</translation>
        </message>
        <message>
            <source>The file that says where the supervisor listens cannot be understood</source>
            <translation>슈퍼바이저가 연결을 받는 곳을 적은 파일을 이해할 수 없습니다</translation>
        </message>
        <message>
            <source>Stop the workspace and start it again</source>
            <translation>작업 공간을 중지하고 다시 시작하세요</translation>
        </message>
    </context>
    <context>
        <name>SupervisorClient</name>
        <message>
            <source>The supervisor of the components does not answer</source>
            <translation>구성 요소의 슈퍼바이저가 응답하지 않습니다</translation>
        </message>
        <message>
            <source>It said nothing for %1 s</source>
            <translation>%1초 동안 아무 응답이 없었습니다</translation>
        </message>
        <message>
            <source>Try again; if it stays so, end its process, which ends the components too</source>
            <translation>다시 시도하세요. 계속 그러면 그 프로세스를 끝내세요. 구성 요소도 함께 끝납니다</translation>
        </message>
        <message>
            <source>The supervisor of the components has ended while it was asked</source>
            <translation>요청하는 동안 구성 요소의 슈퍼바이저가 끝났습니다</translation>
        </message>
        <message>
            <source>The connection to it broke</source>
            <translation>연결이 끊겼습니다</translation>
        </message>
        <message>
            <source>Start the workspace again</source>
            <translation>작업 공간을 다시 시작하세요</translation>
        </message>
    </context>
    <context>
        <name>SupervisorDaemon</name>
        <message>
            <source>Asked to end by a signal</source>
            <translation>시그널로 끝내라는 요청을 받았습니다</translation>
        </message>
    </context>
    <context>
        <name>SupervisorMessages</name>
        <message>
            <source>The supervisor is a part of another version of Windsock</source>
            <translation>슈퍼바이저가 다른 버전의 Windsock에 속합니다</translation>
        </message>
        <message>
            <source>It understands version %1 of the messages</source>
            <translation>메시지 버전 %1을(를) 이해합니다</translation>
        </message>
        <message>
            <source>Stop the workspace and start it again</source>
            <translation>작업 공간을 중지하고 다시 시작하세요</translation>
        </message>
        <message>
            <source>A message to the supervisor makes no sense</source>
            <translation>슈퍼바이저에 보낸 메시지가 이치에 맞지 않습니다</translation>
        </message>
        <message>
            <source>message to the supervisor</source>
            <translation>슈퍼바이저에 보내는 메시지</translation>
        </message>
        <message>
            <source>There is no “%1”</source>
            <translation>“%1”이(가) 없습니다</translation>
        </message>
        <message>
            <source>answer of the supervisor</source>
            <translation>슈퍼바이저의 응답</translation>
        </message>
    </context>
    <context>
        <name>SupervisorServer</name>
        <message>
            <source>A message to the supervisor is too long</source>
            <translation>슈퍼바이저에 보낸 메시지가 너무 깁니다</translation>
        </message>
        <message>
            <source>At most %1 bytes make sense</source>
            <translation>%1바이트까지만 허용합니다</translation>
        </message>
        <message>
            <source>The supervisor cannot listen on its socket</source>
            <translation>슈퍼바이저가 소켓에서 연결을 받을 수 없습니다</translation>
        </message>
        <message>
            <source>Check that the folder can be written to</source>
            <translation>폴더에 쓸 수 있는지 확인하세요</translation>
        </message>
    </context>
    <context>
        <name>SupervisorStarter</name>
        <message>
            <source>The supervisor of the components did not come up</source>
            <translation>구성 요소의 슈퍼바이저가 켜지지 않았습니다</translation>
        </message>
        <message>
            <source>It did not answer within %1 s</source>
            <translation>%1초 안에 응답하지 않았습니다</translation>
        </message>
        <message>
            <source>Read %1, then try again</source>
            <translation>%1을(를) 읽고 다시 시도하세요</translation>
        </message>
    </context>
    <context>
        <name>TarReader</name>
        <message>
            <source>The image that Docker wrote cannot be read</source>
            <translation>Docker가 쓴 이미지를 읽을 수 없습니다</translation>
        </message>
        <message>
            <source>It is no tar archive, or it is damaged</source>
            <translation>tar 아카이브가 아니거나 손상되었습니다</translation>
        </message>
        <message>
            <source>One of its file names is longer than names can be</source>
            <translation>파일 이름 하나가 허용된 길이보다 깁니다</translation>
        </message>
    </context>
    <context>
        <name>TcpRelay</name>
        <message>
            <source>Port %1 cannot be used</source>
            <translation>포트 %1을(를) 쓸 수 없습니다</translation>
        </message>
    </context>
    <context>
        <name>TemplateTexts</name>
        <message>
            <source>the Secret %1, key %2</source>
            <translation>Secret %1, 키 %2</translation>
        </message>
        <message>
            <source>the ConfigMap %1, key %2</source>
            <translation>ConfigMap %1, 키 %2</translation>
        </message>
    </context>
    <context>
        <name>TimeText</name>
        <message>
            <source>today %1</source>
            <translation>오늘 %1</translation>
        </message>
        <message>
            <source>yesterday %1</source>
            <translation>어제 %1</translation>
        </message>
        <message>
            <source>d MMM</source>
            <translation>M월 d일</translation>
        </message>
    </context>
    <context>
        <name>Tls</name>
        <message>
            <source>The %1 cannot be read</source>
            <translation>%1을(를) 읽을 수 없습니다</translation>
        </message>
        <message>
            <source>It is not in PEM form</source>
            <translation>PEM 형식이 아닙니다</translation>
        </message>
        <message>
            <source>certificate of the authority</source>
            <translation>인증 기관의 인증서</translation>
        </message>
        <message>
            <source>client certificate</source>
            <translation>클라이언트 인증서</translation>
        </message>
        <message>
            <source>key of the client certificate</source>
            <translation>클라이언트 인증서의 키</translation>
        </message>
    </context>
    <context>
        <name>ToolChecks</name>
        <message>
            <source>Download %1</source>
            <translation>%1 내려받기</translation>
        </message>
        <message>
            <source>%1 was not found</source>
            <translation>%1을(를) 찾을 수 없습니다</translation>
        </message>
        <message>
            <source>It is in none of the usual places, nor in PATH</source>
            <translation>보통의 위치 어디에도, PATH에도 없습니다</translation>
        </message>
        <message>
            <source>Install it: %1</source>
            <translation>설치하세요: %1</translation>
        </message>
        <message>
            <source>%1 is not the program that its name says, or does not fit this machine</source>
            <translation>%1은(는) 이름과 다른 프로그램이거나 이 컴퓨터에 맞지 않습니다</translation>
        </message>
        <message>
            <source>%1 %2 is too old</source>
            <translation>%1 %2은(는) 너무 오래되었습니다</translation>
        </message>
        <message>
            <source>At least %1 is needed (%2 is at %3)</source>
            <translation>%1 이상이 필요합니다(%2 위치: %3)</translation>
        </message>
        <message>
            <source>Update it: %1</source>
            <translation>업데이트하세요: %1</translation>
        </message>
        <message>
            <source>%1 %2 is newer than what Windsock knows</source>
            <translation>%1 %2은(는) Windsock이 아는 것보다 새롭습니다</translation>
        </message>
        <message>
            <source>Helm 4 takes post-renderers only as plugins, so that fast boot is off: Airflow starts as its chart says</source>
            <translation>Helm 4는 포스트 렌더러를 플러그인으로만 받으므로 빠른 부팅을 끕니다. Airflow는 차트에 적힌 대로 시작합니다</translation>
        </message>
        <message>
            <source>Nothing, if that is fine; else use Helm 3</source>
            <translation>그래도 괜찮다면 할 일은 없습니다. 아니면 Helm 3을 쓰세요</translation>
        </message>
        <message>
            <source>kubectl %1 and Kubernetes %2 are far apart</source>
            <translation>kubectl %1과(와) Kubernetes %2의 버전 차이가 큽니다</translation>
        </message>
        <message>
            <source>They promise to understand each other within one minor version</source>
            <translation>부 버전이 하나 차이 날 때까지만 서로 호환된다고 보장합니다</translation>
        </message>
        <message>
            <source>Use a kubectl of about that version, or another node image</source>
            <translation>그 버전에 가까운 kubectl이나 다른 노드 이미지를 쓰세요</translation>
        </message>
        <message>
            <source>Docker Desktop, or brew install orbstack</source>
            <translation>Docker Desktop 또는 brew install orbstack</translation>
        </message>
        <message>
            <source>brew install %1</source>
            <translation>brew install %1</translation>
        </message>
        <message>
            <source>the package &quot;docker&quot; of your distribution</source>
            <translation>배포판의 &quot;docker&quot; 패키지</translation>
        </message>
        <message>
            <source>sudo apt install docker.io</source>
            <translation>sudo apt install docker.io</translation>
        </message>
        <message>
            <source>sudo dnf install moby-engine</source>
            <translation>sudo dnf install moby-engine</translation>
        </message>
        <message>
            <source>Windsock can download it, or see https://kind.sigs.k8s.io/docs/user/quick-start/#installation</source>
            <translation>Windsock으로 내려받거나 https://kind.sigs.k8s.io/docs/user/quick-start/#installation 참고</translation>
        </message>
        <message>
            <source>sudo dnf install helm</source>
            <translation>sudo dnf install helm</translation>
        </message>
        <message>
            <source>Windsock can download it, or see https://helm.sh/docs/intro/install</source>
            <translation>Windsock으로 내려받거나 https://helm.sh/docs/intro/install 참고</translation>
        </message>
        <message>
            <source>Windsock can download it, or see https://kubernetes.io/docs/tasks/tools</source>
            <translation>Windsock으로 내려받거나 https://kubernetes.io/docs/tasks/tools 참고</translation>
        </message>
        <message>
            <source>the package &quot;%1&quot; of your distribution</source>
            <translation>배포판의 &quot;%1&quot; 패키지</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Run it in a terminal to see why, or put the folder of one that works further to the front of PATH</source>
            <translation>터미널에서 실행해 이유를 확인하거나, 작동하는 프로그램의 폴더를 PATH 앞쪽에 두세요</translation>
        </message>
        <message>
            <source>%1 does not report its version</source>
            <translation>%1이(가) 버전을 알려 주지 않습니다</translation>
        </message>
    </context>
    <context>
        <name>ToolDownloader</name>
        <message>
            <source>%1 was downloaded, but cannot be put in its place</source>
            <translation>%1을(를) 내려받았지만 제자리에 둘 수 없습니다</translation>
        </message>
        <message>
            <source>Look at the disk&apos;s free space and at the folder&apos;s permissions</source>
            <translation>디스크의 남은 공간과 폴더의 권한을 확인하세요</translation>
        </message>
        <message>
            <source>The downloaded file is not %1 as it was published</source>
            <translation>내려받은 파일이 배포된 %1과(와) 다릅니다</translation>
        </message>
        <message>
            <source>Its SHA-256 is %1, the published one is %2</source>
            <translation>파일의 SHA-256은 %1인데 배포된 것은 %2입니다</translation>
        </message>
        <message>
            <source>Try again. If it stays so, something on the way changes files (a proxy, a mirror): install %1 by hand</source>
            <translation>다시 시도하세요. 계속 그러면 중간의 무언가(프록시, 미러)가 파일을 바꾸는 것이니 %1을(를) 직접 설치하세요</translation>
        </message>
        <message>
            <source>%1: %2 of %3 MB</source>
            <translation>%1: %3 MB 중 %2</translation>
        </message>
        <message>
            <source>%1: %2 MB</source>
            <translation>%1: %2 MB</translation>
        </message>
    </context>
    <context>
        <name>ToolFinder</name>
        <message>
            <source>Install Docker Engine or Docker Desktop: https://docs.docker.com/get-started/get-docker/</source>
            <translation>Docker Engine이나 Docker Desktop을 설치하세요: https://docs.docker.com/get-started/get-docker/</translation>
        </message>
        <message>
            <source>Install kind: https://kind.sigs.k8s.io/docs/user/quick-start/#installation</source>
            <translation>kind를 설치하세요: https://kind.sigs.k8s.io/docs/user/quick-start/#installation</translation>
        </message>
        <message>
            <source>Install Helm 3: https://helm.sh/docs/intro/install/</source>
            <translation>Helm 3을 설치하세요: https://helm.sh/docs/intro/install/</translation>
        </message>
        <message>
            <source>Install kubectl: https://kubernetes.io/docs/tasks/tools/</source>
            <translation>kubectl을 설치하세요: https://kubernetes.io/docs/tasks/tools/</translation>
        </message>
        <message>
            <source>Install Colima: https://colima.run</source>
            <translation>Colima를 설치하세요: https://colima.run</translation>
        </message>
        <message>
            <source>Install OrbStack: https://orbstack.dev</source>
            <translation>OrbStack을 설치하세요: https://orbstack.dev</translation>
        </message>
        <message>
            <source>Install Podman: https://podman.io/docs/installation</source>
            <translation>Podman을 설치하세요: https://podman.io/docs/installation</translation>
        </message>
        <message>
            <source>%1 comes with the operating system; install the package that holds it</source>
            <translation>%1은(는) 운영 체제에 딸려 있습니다. 그것이 든 패키지를 설치하세요</translation>
        </message>
        <message>
            <source>%1 was not found</source>
            <translation>%1을(를) 찾을 수 없습니다</translation>
        </message>
        <message>
            <source>It is in none of the folders where programs are looked for</source>
            <translation>프로그램을 찾는 폴더 어디에도 없습니다</translation>
        </message>
        <message>
            <source>The path is not absolute</source>
            <translation>절대 경로가 아닙니다</translation>
        </message>
        <message>
            <source>There is no such file</source>
            <translation>그런 파일이 없습니다</translation>
        </message>
        <message>
            <source>This is not a program file</source>
            <translation>프로그램 파일이 아닙니다</translation>
        </message>
        <message>
            <source>The file is not executable</source>
            <translation>실행할 수 없는 파일입니다</translation>
        </message>
        <message>
            <source>Every user of this machine may change the file</source>
            <translation>이 컴퓨터의 모든 사용자가 그 파일을 바꿀 수 있습니다</translation>
        </message>
        <message>
            <source>Every user of this machine may put files into its folder</source>
            <translation>이 컴퓨터의 모든 사용자가 그 폴더에 파일을 넣을 수 있습니다</translation>
        </message>
        <message>
            <source>Programs of a workspace are not run</source>
            <translation>작업 공간에 든 프로그램은 실행하지 않습니다</translation>
        </message>
        <message>
            <source>Windsock can install it into its own folder, or see https://docs.astral.sh/uv/getting-started/installation/</source>
            <translation>Windsock이 자기 폴더에 설치할 수 있습니다. 아니면 https://docs.astral.sh/uv/getting-started/installation/ 을 보세요</translation>
        </message>
        <message>
            <source>Install the package bubblewrap of your distribution</source>
            <translation>배포판의 bubblewrap 패키지를 설치하세요</translation>
        </message>
        <message>
            <source>%1 cannot be run</source>
            <translation>%1을(를) 실행할 수 없습니다</translation>
        </message>
        <message>
            <source>Try again: what Windsock has put there itself is made anew where it is missing</source>
            <translation>다시 시도하세요. Windsock이 둔 것은 없어졌으면 새로 만듭니다</translation>
        </message>
        <message>
            <source>If it is installed elsewhere, add its folder to PATH, or link it into ~/.local/bin</source>
            <translation>다른 곳에 설치되어 있으면 그 폴더를 PATH에 추가하거나 ~/.local/bin에 링크하세요</translation>
        </message>
        <message>
            <source>%1 cannot be used from the path that was given for it</source>
            <translation>지정된 경로의 %1을(를) 사용할 수 없습니다</translation>
        </message>
        <message>
            <source>Correct that path, or leave it out to have %1 found by itself</source>
            <translation>경로를 고치거나, 빼서 %1을(를) 자동으로 찾게 하세요</translation>
        </message>
    </context>
    <context>
        <name>ToolVersions</name>
        <message>
            <source>There is no version in it</source>
            <translation>버전이 들어 있지 않습니다</translation>
        </message>
    </context>
    <context>
        <name>Usage</name>
        <message>
            <source>Did you mean “%1”?</source>
            <translation>혹시 “%1”입니까?</translation>
        </message>
        <message>
            <source>%1 has no option “%2”</source>
            <translation>%1에는 “%2” 옵션이 없습니다</translation>
        </message>
        <message>
            <source>Options: %1</source>
            <translation>옵션: %1</translation>
        </message>
        <message>
            <source>There is no verb “%1”</source>
            <translation>“%1” 명령이 없습니다</translation>
        </message>
        <message>
            <source>Verbs: %1</source>
            <translation>명령: %1</translation>
        </message>
        <message>
            <source>%1 does not know what “%2” is for</source>
            <translation>%1은(는) “%2”을(를) 어디에 쓰는지 모릅니다</translation>
        </message>
        <message>
            <source>A verb is missing</source>
            <translation>명령이 빠졌습니다</translation>
        </message>
        <message>
            <source>All about it: %1 --help</source>
            <translation>모든 설명: %1 --help</translation>
        </message>
        <message>
            <source>To open the folder: windsock %1</source>
            <translation>폴더를 열려면: windsock %1</translation>
        </message>
        <message>
            <source>It goes after the verb: windsock %1 %2</source>
            <translation>명령 뒤에 씁니다: windsock %1 %2</translation>
        </message>
    </context>
    <context>
        <name>UvInstall</name>
        <message>
            <source>uv was fetched, but cannot be put in its place</source>
            <translation>uv를 가져왔지만 제자리에 둘 수 없습니다</translation>
        </message>
        <message>
            <source>uv is not installed, and no Python here has pip to fetch it with</source>
            <translation>uv가 설치되어 있지 않고, 이를 가져올 pip이 있는 Python도 없습니다</translation>
        </message>
        <message>
            <source>%1 (Python %2) has no pip</source>
            <translation>%1(Python %2)에 pip이 없습니다</translation>
        </message>
        <message>
            <source>Install uv, or the part of Python that holds pip:
  Debian, Ubuntu: sudo apt install python3-venv
  Fedora, RHEL: sudo dnf install python3-pip
  macOS: brew install uv</source>
            <translation>uv나, pip이 든 Python 구성 요소를 설치하세요:
  Debian, Ubuntu: sudo apt install python3-venv
  Fedora, RHEL: sudo dnf install python3-pip
  macOS: brew install uv</translation>
        </message>
        <message>
            <source>uv %1 is too old</source>
            <translation>uv %1은(는) 너무 오래되었습니다</translation>
        </message>
        <message>
            <source>%1 is %2; Windsock needs %3 or later</source>
            <translation>%1의 버전은 %2인데 Windsock에는 %3 이상이 필요합니다</translation>
        </message>
        <message>
            <source>Update uv, or remove it: Windsock fetches one of its own then</source>
            <translation>uv를 업데이트하거나 제거하세요. 제거하면 Windsock이 자기 것을 가져옵니다</translation>
        </message>
        <message>
            <source>uv does not work</source>
            <translation>uv가 동작하지 않습니다</translation>
        </message>
        <message>
            <source>%1 ended with %2</source>
            <translation>%1이(가) %2(으)로 끝났습니다</translation>
        </message>
        <message>
            <source>Reinstall uv, or remove it: Windsock fetches one of its own then</source>
            <translation>uv를 다시 설치하거나 제거하세요. 제거하면 Windsock이 자기 것을 가져옵니다</translation>
        </message>
        <message>
            <source>Look at the disk&apos;s free space and at the folder&apos;s permissions</source>
            <translation>디스크의 남은 공간과 폴더의 권한을 확인하세요</translation>
        </message>
    </context>
    <context>
        <name>UvReplies</name>
        <message>
            <source>Free some space (an Airflow takes about 1 GB), then start again</source>
            <translation>공간을 비우고(Airflow 하나에 약 1 GB) 다시 시작하세요</translation>
        </message>
        <message>
            <source>The package index does not let us in</source>
            <translation>패키지 인덱스가 들여보내지 않습니다</translation>
        </message>
        <message>
            <source>Check the index&apos;s address and credentials in pip&apos;s or uv&apos;s settings</source>
            <translation>pip이나 uv 설정에서 인덱스의 주소와 인증 정보를 확인하세요</translation>
        </message>
        <message>
            <source>uv is told to stay off the network</source>
            <translation>uv가 네트워크를 쓰지 않도록 설정되어 있습니다</translation>
        </message>
        <message>
            <source>Remove UV_OFFLINE or “offline” from uv&apos;s settings, or fetch the packages once with network</source>
            <translation>uv 설정에서 UV_OFFLINE이나 “offline”을 빼거나, 네트워크가 되는 상태에서 패키지를 한 번 가져오세요</translation>
        </message>
        <message>
            <source>A package is not as it was published</source>
            <translation>패키지가 배포된 것과 다릅니다</translation>
        </message>
        <message>
            <source>Try again. If it stays so, something on the way changes files: a proxy, a mirror</source>
            <translation>다시 시도하세요. 계속 그러면 중간의 무언가(프록시, 미러)가 파일을 바꾸는 것입니다</translation>
        </message>
        <message>
            <source>The package index cannot be reached</source>
            <translation>패키지 인덱스에 연결할 수 없습니다</translation>
        </message>
        <message>
            <source>Check the network, the proxy and, where there is one, the mirror in pip&apos;s or uv&apos;s settings</source>
            <translation>네트워크와 프록시, pip이나 uv 설정에 미러가 있다면 미러도 확인하세요</translation>
        </message>
        <message>
            <source>A package has to be compiled and cannot be</source>
            <translation>컴파일해야 하는 패키지를 컴파일할 수 없습니다</translation>
        </message>
        <message>
            <source>Install what it asks for (compiler, headers), or take a version that has wheels for this Python</source>
            <translation>필요한 것(컴파일러, 헤더)을 설치하거나, 이 Python용 wheel이 있는 버전을 쓰세요</translation>
        </message>
        <message>
            <source>The Python for the environment is gone or does not work</source>
            <translation>환경에 쓸 Python이 사라졌거나 동작하지 않습니다</translation>
        </message>
        <message>
            <source>Start again, so that another one is looked for</source>
            <translation>다시 시작하면 다른 Python을 찾습니다</translation>
        </message>
        <message>
            <source>A requirement cannot be read</source>
            <translation>요구 패키지를 읽을 수 없습니다</translation>
        </message>
        <message>
            <source>Correct the requirement</source>
            <translation>요구 패키지를 고치세요</translation>
        </message>
        <message>
            <source>A package does not support this Python</source>
            <translation>이 Python을 지원하지 않는 패키지가 있습니다</translation>
        </message>
        <message>
            <source>Take another version of the package, or install another Python</source>
            <translation>패키지의 다른 버전을 쓰거나 다른 Python을 설치하세요</translation>
        </message>
        <message>
            <source>A package was not there yet on the day that versions are fixed to</source>
            <translation>버전을 고정한 날에는 아직 없던 패키지가 있습니다</translation>
        </message>
        <message>
            <source>A mirror may not tell when packages were uploaded: make Airflow&apos;s constraints file reachable</source>
            <translation>미러가 패키지를 올린 날을 알려 주지 않을 수 있습니다. Airflow의 제약 조건 파일에 연결할 수 있게 하세요</translation>
        </message>
        <message>
            <source>The package index does not have a package</source>
            <translation>패키지 인덱스에 없는 패키지가 있습니다</translation>
        </message>
        <message>
            <source>Correct its name, or name the index that has it in pip&apos;s or uv&apos;s settings</source>
            <translation>이름을 고치거나, 그 패키지가 있는 인덱스를 pip이나 uv 설정에 적으세요</translation>
        </message>
        <message>
            <source>The package index does not have that version, or not for this machine</source>
            <translation>패키지 인덱스에 그 버전이 없거나 이 컴퓨터용이 없습니다</translation>
        </message>
        <message>
            <source>Take a version that is there</source>
            <translation>있는 버전을 쓰세요</translation>
        </message>
        <message>
            <source>The requirements cannot be had together</source>
            <translation>요구 패키지를 함께 설치할 수 없습니다</translation>
        </message>
        <message>
            <source>Loosen or correct the version of one of them</source>
            <translation>그중 하나의 버전을 느슨하게 하거나 고치세요</translation>
        </message>
        <message>
            <source>%1 packages chosen</source>
            <translation>패키지 %1개 선택됨</translation>
        </message>
        <message>
            <source>%1 packages fetched</source>
            <translation>패키지 %1개 가져옴</translation>
        </message>
        <message>
            <source>%1 packages installed</source>
            <translation>패키지 %1개 설치됨</translation>
        </message>
        <message>
            <source>%1 files compiled</source>
            <translation>파일 %1개 컴파일됨</translation>
        </message>
        <message>
            <source>fetching %1</source>
            <translation>%1 가져오는 중</translation>
        </message>
        <message>
            <source>building %1</source>
            <translation>%1 빌드 중</translation>
        </message>
        <message>
            <source>uv ended with %1</source>
            <translation>uv가 %1(으)로 끝났습니다</translation>
        </message>
        <message>
            <source>Look at uv&apos;s own lines, then try again</source>
            <translation>uv의 출력을 보고 다시 시도하세요</translation>
        </message>
        <message>
            <source>The disk is full</source>
            <translation>디스크가 가득 찼습니다</translation>
        </message>
    </context>
    <context>
        <name>Verb</name>
        <message>
            <source>This folder is no workspace: only the computer is looked at</source>
            <translation>이 폴더는 작업 공간이 아니어서 컴퓨터만 확인합니다</translation>
        </message>
        <message>
            <source>windsock doctor --fix does: %1</source>
            <translation>windsock doctor --fix로 할 일: %1</translation>
        </message>
        <message>
            <source>There is no component “%1”</source>
            <translation>구성 요소 “%1”이(가) 없습니다</translation>
        </message>
        <message>
            <source>Components: %1</source>
            <translation>구성 요소: %1</translation>
        </message>
        <message>
            <source>Workspace</source>
            <translation>작업 공간</translation>
        </message>
        <message>
            <source>Cluster</source>
            <translation>클러스터</translation>
        </message>
        <message>
            <source>Chart</source>
            <translation>차트</translation>
        </message>
        <message>
            <source>Image</source>
            <translation>이미지</translation>
        </message>
        <message>
            <source>, built from %1</source>
            <translation>, %1(으)로 빌드</translation>
        </message>
        <message>
            <source>Executor</source>
            <translation>실행기</translation>
        </message>
        <message>
            <source>Web page</source>
            <translation>웹 페이지</translation>
        </message>
        <message>
            <source>Mount</source>
            <translation>마운트</translation>
        </message>
        <message>
            <source>(nothing)</source>
            <translation>(없음)</translation>
        </message>
        <message>
            <source>(no pod)</source>
            <translation>(파드 없음)</translation>
        </message>
        <message>
            <source>Deleting the cluster “%1” needs its name</source>
            <translation>클러스터 “%1”을(를) 삭제하려면 그 이름이 필요합니다</translation>
        </message>
        <message>
            <source>Its metadata database (runs, connections, variables) goes with it</source>
            <translation>메타데이터 데이터베이스(실행 기록, 연결, 변수)가 함께 사라집니다</translation>
        </message>
        <message>
            <source>Keeping %1 open; Ctrl+C ends it (the cluster stays)</source>
            <translation>%1을(를) 열어 둡니다. Ctrl+C로 끝냅니다(클러스터는 그대로임)</translation>
        </message>
        <message>
            <source>Canceled. The cluster is now: %1</source>
            <translation>취소했습니다. 지금 클러스터 상태: %1</translation>
        </message>
        <message>
            <source>  can be done with --fix: %1</source>
            <translation>  --fix로 할 수 있음: %1</translation>
        </message>
        <message>
            <source>Full output: %1</source>
            <translation>전체 출력: %1</translation>
        </message>
        <message>
            <source>Cluster “%1”: %2</source>
            <translation>클러스터 “%1”: %2</translation>
        </message>
        <message>
            <source>Airflow is ready: %1  (user %2, password %3)</source>
            <translation>Airflow가 준비되었습니다: %1  (사용자 %2, 비밀번호 %3)</translation>
        </message>
        <message>
            <source>Reach it with:  windsock forward%1</source>
            <translation>연결하려면:  windsock forward%1</translation>
        </message>
        <message>
            <source>When</source>
            <translation>때</translation>
        </message>
        <message>
            <source>What</source>
            <translation>작업</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>결과</translation>
        </message>
        <message>
            <source>Took</source>
            <translation>걸린 시간</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>폴더</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>문제</translation>
        </message>
        <message>
            <source>There is no pause in the mode %1</source>
            <translation>%1 모드에는 일시 중지가 없습니다</translation>
        </message>
        <message>
            <source>Stop it instead (windsock stop): it is back in seconds</source>
            <translation>대신 중지하세요(windsock stop). 몇 초면 다시 켜집니다</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>모드</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Waiting for Airflow, which does not answer yet</source>
            <translation>Airflow가 아직 응답하지 않아 기다리고 있습니다</translation>
        </message>
        <message>
            <source>1 thing is done another way in this mode (--json tells which)</source>
            <translation>1가지는 이 모드에서 다른 방식으로 처리됩니다 (--json으로 확인)</translation>
        </message>
        <message>
            <source>%1 things are done another way in this mode (--json tells which)</source>
            <translation>%1가지는 이 모드에서 다른 방식으로 처리됩니다 (--json으로 확인)</translation>
        </message>
        <message>
            <source>With the next free port: %1</source>
            <translation>비어 있는 다음 포트로: %1</translation>
        </message>
        <message>
            <source>The changes of the fast boot cannot be shown: %1</source>
            <translation>빠른 부팅의 변경 사항을 표시할 수 없습니다: %1</translation>
        </message>
        <message>
            <source>There is nothing to forward to (state: %1)</source>
            <translation>연결할 대상이 없습니다 (상태: %1)</translation>
        </message>
        <message>
            <source>  another way: windsock start%1 --mode %2</source>
            <translation>  다른 방법: windsock start%1 --mode %2</translation>
        </message>
        <message>
            <source>Made %1 with %2 files</source>
            <translation>%1을(를) 파일 %2개로 만들었습니다</translation>
        </message>
        <message>
            <source>The workspace %1 already uses the cluster name %2; each needs its own: --name %3, or cluster.name in windsock.yaml</source>
            <translation>작업 공간 %1이(가) 클러스터 이름 %2을(를) 이미 씁니다. 각각 이름이 달라야 합니다: --name %3, 또는 windsock.yaml의 cluster.name</translation>
        </message>
        <message>
            <source>The workspace %1 already uses port %2; to run at the same time they need two: --port %3, or web.port in windsock.yaml</source>
            <translation>작업 공간 %1이(가) 포트 %2을(를) 이미 씁니다. 동시에 실행하려면 포트가 달라야 합니다: --port %3, 또는 windsock.yaml의 web.port</translation>
        </message>
        <message>
            <source>Next:  windsock start%1 --open</source>
            <translation>다음:  windsock start%1 --open</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>The workspace to open</source>
            <translation>열 작업 공간</translation>
        </message>
        <message>
            <source>Colors: system, light or dark</source>
            <translation>색상: system, light 또는 dark</translation>
        </message>
        <message>
            <source>Language of the window: en, ko</source>
            <translation>창의 언어: en, ko</translation>
        </message>
        <message>
            <source>There is no screen to open the window on</source>
            <translation>창을 열 화면이 없습니다</translation>
        </message>
        <message>
            <source>Neither DISPLAY nor WAYLAND_DISPLAY is set</source>
            <translation>DISPLAY도 WAYLAND_DISPLAY도 설정되어 있지 않습니다</translation>
        </message>
        <message>
            <source>Without a window: windsock start · All verbs: windsock --help</source>
            <translation>창 없이 쓰려면: windsock start · 모든 명령: windsock --help</translation>
        </message>
        <message>
            <source>The same</source>
            <translation>위와 같음</translation>
        </message>
    </context>
    <context>
        <name>WorkspaceFile</name>
        <message>
            <source>text</source>
            <translation>텍스트</translation>
        </message>
        <message>
            <source>The path in %1 has %2 characters</source>
            <translation>%1의 경로가 %2자나 됩니다</translation>
        </message>
        <message>
            <source>%1 must be %2</source>
            <translation>%1은(는) %2(이)어야 합니다</translation>
        </message>
        <message>
            <source>The key %1 is unknown and has no effect</source>
            <translation>알 수 없는 키 %1은(는) 아무 효과가 없습니다</translation>
        </message>
        <message>
            <source>Did you mean &quot;%1&quot;?</source>
            <translation>혹시 &quot;%1&quot;입니까?</translation>
        </message>
        <message>
            <source>Did you mean %1.%2?</source>
            <translation>혹시 %1.%2입니까?</translation>
        </message>
        <message>
            <source>Known here are: %1</source>
            <translation>여기서 쓸 수 있는 것: %1</translation>
        </message>
        <message>
            <source>The file must be a map of keys</source>
            <translation>파일은 키의 맵이어야 합니다</translation>
        </message>
        <message>
            <source>Known keys are: %1</source>
            <translation>쓸 수 있는 키: %1</translation>
        </message>
        <message>
            <source>%1 must be a map with the keys %2</source>
            <translation>%1은(는) 키 %2의 맵이어야 합니다</translation>
        </message>
        <message>
            <source>The name of a values file is empty</source>
            <translation>값 파일의 이름이 비어 있습니다</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no file</source>
            <translation>&quot;%1&quot;은(는) 파일이 아닙니다</translation>
        </message>
        <message>
            <source>Name files of this folder: everybody who opens it must get the same values</source>
            <translation>이 폴더의 파일을 적으세요. 여는 사람 모두가 같은 값을 받아야 합니다</translation>
        </message>
        <message>
            <source>a list of file names, each in a line of its own after &quot;- &quot;</source>
            <translation>한 줄에 하나씩 &quot;- &quot; 뒤에 적은 파일 이름 목록</translation>
        </message>
        <message>
            <source>a file name</source>
            <translation>파일 이름</translation>
        </message>
        <message>
            <source>%1 is no port</source>
            <translation>%1은(는) 포트가 아닙니다</translation>
        </message>
        <message>
            <source>This</source>
            <translation>이 값</translation>
        </message>
        <message>
            <source>Write a number from 1 to 65535, without quotes; ports below 1024 may need special rights</source>
            <translation>1부터 65535까지의 숫자를 따옴표 없이 쓰세요. 1024 아래의 포트에는 특별한 권한이 필요할 수 있습니다</translation>
        </message>
        <message>
            <source>true or false, without quotes</source>
            <translation>따옴표 없는 true 또는 false</translation>
        </message>
        <message>
            <source>one of: kind, standalone, auto</source>
            <translation>kind, standalone, auto 중 하나</translation>
        </message>
    </context>
    <context>
        <name>WorkspaceReader</name>
        <message>
            <source>The file &quot;%1&quot; cannot be used</source>
            <translation>파일 &quot;%1&quot;을(를) 쓸 수 없습니다</translation>
        </message>
        <message>
            <source>Correct the path, or make the file; paths begin at the workspace folder</source>
            <translation>경로를 고치거나 파일을 만드세요. 경로는 작업 공간 폴더에서 시작합니다</translation>
        </message>
        <message>
            <source>There is no such folder</source>
            <translation>그런 폴더가 없습니다</translation>
        </message>
        <message>
            <source>This is a file, not a folder</source>
            <translation>폴더가 아니라 파일입니다</translation>
        </message>
        <message>
            <source>Name the folder that holds it</source>
            <translation>파일이 든 폴더를 지정하세요</translation>
        </message>
        <message>
            <source>The folder cannot be read</source>
            <translation>폴더를 읽을 수 없습니다</translation>
        </message>
        <message>
            <source>Give yourself the right to read it</source>
            <translation>읽을 권한을 주세요</translation>
        </message>
        <message>
            <source>This folder is no workspace</source>
            <translation>이 폴더는 작업 공간이 아닙니다</translation>
        </message>
        <message>
            <source>It holds neither windsock.yaml nor kind-cluster.yaml nor local.values.yaml</source>
            <translation>windsock.yaml도 kind-cluster.yaml도 local.values.yaml도 없습니다</translation>
        </message>
        <message>
            <source>Open another folder, or make a workspace in this one with `windsock init`</source>
            <translation>다른 폴더를 열거나 `windsock init`으로 이 폴더에 작업 공간을 만드세요</translation>
        </message>
        <message>
            <source>Open another folder, or make a workspace with `windsock init`</source>
            <translation>다른 폴더를 열거나 `windsock init`으로 작업 공간을 만드세요</translation>
        </message>
        <message>
            <source>There is no local.values.yaml: Airflow gets the chart&apos;s defaults</source>
            <translation>local.values.yaml이 없어 Airflow가 차트의 기본값을 씁니다</translation>
        </message>
        <message>
            <source>A values file must be a map of keys</source>
            <translation>값 파일은 키의 맵이어야 합니다</translation>
        </message>
        <message>
            <source>It holds lines like `key: value`</source>
            <translation>`key: value` 같은 줄로 되어 있습니다</translation>
        </message>
        <message>
            <source>There is no chart at &quot;%1&quot;</source>
            <translation>&quot;%1&quot;에 차트가 없습니다</translation>
        </message>
        <message>
            <source>Name a chart&apos;s folder or its .tgz archive</source>
            <translation>차트 폴더나 .tgz 아카이브를 지정하세요</translation>
        </message>
        <message>
            <source>The build context &quot;%1&quot; is no folder</source>
            <translation>빌드 컨텍스트 &quot;%1&quot;은(는) 폴더가 아닙니다</translation>
        </message>
        <message>
            <source>Name the folder that COPY lines of the Dockerfile begin at</source>
            <translation>Dockerfile의 COPY 줄이 기준으로 삼는 폴더를 지정하세요</translation>
        </message>
    </context>
    <context>
        <name>WorkspaceTemplates</name>
        <message>
            <source>%1 is no port</source>
            <translation>%1은(는) 포트가 아닙니다</translation>
        </message>
        <message>
            <source>Use a number from 1 to 65535</source>
            <translation>1부터 65535까지의 숫자를 쓰세요</translation>
        </message>
        <message>
            <source>The workspace cannot be made here</source>
            <translation>여기에는 작업 공간을 만들 수 없습니다</translation>
        </message>
        <message>
            <source>Choose a folder that you may write to</source>
            <translation>쓸 수 있는 폴더를 고르세요</translation>
        </message>
        <message>
            <source>The folder already has files that a new workspace would overwrite</source>
            <translation>새 작업 공간이 덮어쓸 파일이 폴더에 이미 있습니다</translation>
        </message>
        <message>
            <source>Choose an empty folder, or move these files away</source>
            <translation>빈 폴더를 고르거나 이 파일들을 옮기세요</translation>
        </message>
        <message>
            <source>This is a file, not a folder</source>
            <translation>폴더가 아니라 파일입니다</translation>
        </message>
        <message>
            <source>Name a new or empty folder</source>
            <translation>새 폴더나 빈 폴더를 지정하세요</translation>
        </message>
        <message>
            <source>The folder cannot be made</source>
            <translation>폴더를 만들 수 없습니다</translation>
        </message>
        <message>
            <source>Its permissions cannot be set</source>
            <translation>권한을 정할 수 없습니다</translation>
        </message>
    </context>
    <context>
        <name>YamlDocument</name>
        <message>
            <source>This is not valid YAML (%1)</source>
            <translation>올바른 YAML이 아닙니다(%1)</translation>
        </message>
        <message>
            <source>It stands in line %1 already</source>
            <translation>이미 %1행에 있습니다</translation>
        </message>
    </context>
    <context>
        <name>YamlEvents</name>
        <message>
            <source>The quote %1 opened here is never closed</source>
            <translation>여기서 연 따옴표 %1이(가) 닫히지 않았습니다</translation>
        </message>
        <message>
            <source>Close it with another %1</source>
            <translation>%1을(를) 하나 더 써서 닫으세요</translation>
        </message>
        <message>
            <source>A tab indents this line</source>
            <translation>이 줄을 탭으로 들여 썼습니다</translation>
        </message>
        <message>
            <source>YAML allows only spaces for indentation: replace the tab</source>
            <translation>YAML에서는 공백으로만 들여 쓸 수 있습니다. 탭을 바꾸세요</translation>
        </message>
        <message>
            <source>A colon is missing in this line</source>
            <translation>이 줄에 쌍점이 없습니다</translation>
        </message>
        <message>
            <source>Every line of a map reads `key: value`; a list entry begins with `- `</source>
            <translation>맵의 줄은 모두 `key: value` 모양이고, 목록의 항목은 `- `로 시작합니다</translation>
        </message>
        <message>
            <source>A second YAML document begins here</source>
            <translation>여기서 두 번째 YAML 문서가 시작됩니다</translation>
        </message>
        <message>
            <source>The file holds a line ---, and what follows it would be ignored</source>
            <translation>파일에 --- 줄이 있어 그 뒤의 내용이 무시됩니다</translation>
        </message>
        <message>
            <source>Keep one document in this file</source>
            <translation>이 파일에는 문서를 하나만 두세요</translation>
        </message>
        <message>
            <source>The file has more than %1 values</source>
            <translation>파일의 값이 %1개보다 많습니다</translation>
        </message>
        <message>
            <source>The file nests deeper than %1 levels</source>
            <translation>파일이 %1단계보다 깊게 중첩되어 있습니다</translation>
        </message>
        <message>
            <source>This character cannot stand here</source>
            <translation>이 글자는 여기에 올 수 없습니다</translation>
        </message>
        <message>
            <source>Put the text into quotes, or look for a bracket that is missing</source>
            <translation>텍스트를 따옴표로 묶거나 빠진 괄호를 찾으세요</translation>
        </message>
        <message>
            <source>This is not valid YAML (%1)</source>
            <translation>올바른 YAML이 아닙니다(%1)</translation>
        </message>
    </context>
    <context>
        <name>YamlProblem</name>
        <message>
            <source>A tab indents this line</source>
            <translation>이 줄을 탭으로 들여 썼습니다</translation>
        </message>
        <message>
            <source>YAML allows only spaces for indentation: replace the tab</source>
            <translation>YAML에서는 공백으로만 들여 쓸 수 있습니다. 탭을 바꾸세요</translation>
        </message>
        <message>
            <source>The quote %1 opened here is never closed</source>
            <translation>여기서 연 따옴표 %1이(가) 닫히지 않았습니다</translation>
        </message>
        <message>
            <source>Close it with another %1</source>
            <translation>%1을(를) 하나 더 써서 닫으세요</translation>
        </message>
        <message>
            <source>The bracket %1 opened here is never closed</source>
            <translation>여기서 연 괄호 %1이(가) 닫히지 않았습니다</translation>
        </message>
        <message>
            <source>Close it with %1, and separate entries by commas</source>
            <translation>%1(으)로 닫고 항목은 쉼표로 나누세요</translation>
        </message>
        <message>
            <source>A space is missing after the colon</source>
            <translation>쌍점 뒤에 공백이 없습니다</translation>
        </message>
        <message>
            <source>Write `%1: %2`</source>
            <translation>`%1: %2`라고 쓰세요</translation>
        </message>
        <message>
            <source>A colon is missing in this line</source>
            <translation>이 줄에 쌍점이 없습니다</translation>
        </message>
        <message>
            <source>Every line of a map reads `key: value`; a list entry begins with `- `</source>
            <translation>맵의 줄은 모두 `key: value` 모양이고, 목록의 항목은 `- `로 시작합니다</translation>
        </message>
        <message>
            <source>The indentation does not fit the lines above</source>
            <translation>들여쓰기가 윗줄들과 맞지 않습니다</translation>
        </message>
        <message>
            <source>Keys of one map, and the dashes of one list, must begin in the same column</source>
            <translation>한 맵의 키와 한 목록의 붙임표는 같은 열에서 시작해야 합니다</translation>
        </message>
        <message>
            <source>Indent this line like its siblings</source>
            <translation>이 줄을 같은 단계의 줄들처럼 들여 쓰세요</translation>
        </message>
        <message>
            <source>This alias refers to an anchor (&amp;name) that is not defined above it</source>
            <translation>이 별칭이 가리키는 앵커(&amp;name)가 위에 정의되어 있지 않습니다</translation>
        </message>
        <message>
            <source>This anchor is defined twice</source>
            <translation>이 앵커가 두 번 정의되었습니다</translation>
        </message>
        <message>
            <source>A value can have one anchor only</source>
            <translation>값에는 앵커를 하나만 붙일 수 있습니다</translation>
        </message>
        <message>
            <source>A value can have one tag only</source>
            <translation>값에는 태그를 하나만 붙일 수 있습니다</translation>
        </message>
        <message>
            <source>An alias (*name) stands for a whole value; nothing may follow it</source>
            <translation>별칭(*name)은 값 전체를 대신하므로 뒤에 아무것도 올 수 없습니다</translation>
        </message>
        <message>
            <source>A name is missing after *: quote the text if it is no alias</source>
            <translation>* 뒤에 이름이 없습니다. 별칭이 아니면 텍스트를 따옴표로 묶으세요</translation>
        </message>
        <message>
            <source>A name is missing after &amp;: quote the text if it is no anchor</source>
            <translation>&amp; 뒤에 이름이 없습니다. 앵커가 아니면 텍스트를 따옴표로 묶으세요</translation>
        </message>
        <message>
            <source>This backslash sequence is unknown; in &apos;single quotes&apos; a backslash is plain text</source>
            <translation>알 수 없는 역슬래시 표기입니다. &apos;작은따옴표&apos; 안에서 역슬래시는 보통 글자입니다</translation>
        </message>
        <message>
            <source>A hexadecimal escape is incomplete</source>
            <translation>16진 이스케이프가 끝까지 쓰이지 않았습니다</translation>
        </message>
        <message>
            <source>This escape is no valid character</source>
            <translation>이 이스케이프는 올바른 글자가 아닙니다</translation>
        </message>
        <message>
            <source>Nothing but a comment may follow | or &gt; in its line</source>
            <translation>|이나 &gt;가 있는 줄에는 그 뒤에 주석만 올 수 있습니다</translation>
        </message>
        <message>
            <source>The text of a block must be indented</source>
            <translation>블록의 텍스트는 들여 써야 합니다</translation>
        </message>
        <message>
            <source>--- or ... stands inside quoted text: a quote above is not closed</source>
            <translation>따옴표로 묶은 텍스트 안에 ---나 ...가 있습니다. 위의 따옴표가 닫히지 않았습니다</translation>
        </message>
        <message>
            <source>This closing bracket has no partner</source>
            <translation>이 닫는 괄호에 짝이 없습니다</translation>
        </message>
        <message>
            <source>This character cannot start a value: quote the text</source>
            <translation>이 글자로는 값을 시작할 수 없습니다. 텍스트를 따옴표로 묶으세요</translation>
        </message>
        <message>
            <source>The %YAML line names an unknown version</source>
            <translation>%YAML 줄의 버전을 알 수 없습니다</translation>
        </message>
        <message>
            <source>This is not valid YAML (%1)</source>
            <translation>올바른 YAML이 아닙니다(%1)</translation>
        </message>
        <message>
            <source>A second colon stands in this line</source>
            <translation>이 줄에 두 번째 쌍점이 있습니다</translation>
        </message>
        <message>
            <source>Put the value into quotes, or its key into a line of its own</source>
            <translation>값을 따옴표로 묶거나 키를 다른 줄에 쓰세요</translation>
        </message>
        <message>
            <source>A key cannot stand here</source>
            <translation>여기에는 키가 올 수 없습니다</translation>
        </message>
        <message>
            <source>Check the indentation of this line and the one above</source>
            <translation>이 줄과 윗줄의 들여쓰기를 확인하세요</translation>
        </message>
        <message>
            <source>The file nests deeper than 100 levels</source>
            <translation>파일이 100단계보다 깊게 중첩되어 있습니다</translation>
        </message>
    </context>
    <context>
        <name>YamlText</name>
        <message>
            <source>The file is not valid UTF-8 text</source>
            <translation>파일이 올바른 UTF-8 텍스트가 아닙니다</translation>
        </message>
        <message>
            <source>Byte 0x%1 does not belong here</source>
            <translation>바이트 0x%1은(는) 여기에 올 수 없습니다</translation>
        </message>
        <message>
            <source>Save the file as UTF-8</source>
            <translation>파일을 UTF-8로 저장하세요</translation>
        </message>
        <message>
            <source>The file is UTF-16, not UTF-8</source>
            <translation>파일이 UTF-8이 아니라 UTF-16입니다</translation>
        </message>
        <message>
            <source>The control character 0x%1 may not stand in a YAML file</source>
            <translation>제어 문자 0x%1은(는) YAML 파일에 올 수 없습니다</translation>
        </message>
        <message>
            <source>Delete it, or check that this is a text file</source>
            <translation>삭제하거나 텍스트 파일인지 확인하세요</translation>
        </message>
        <message>
            <source>A carriage return stands here without a line feed</source>
            <translation>줄 바꿈(LF) 없이 캐리지 리턴(CR)만 있습니다</translation>
        </message>
        <message>
            <source>Save the file with the line ends of Linux or of Windows</source>
            <translation>Linux나 Windows의 줄 끝으로 파일을 저장하세요</translation>
        </message>
        <message>
            <source>An invisible byte order mark stands inside the file</source>
            <translation>보이지 않는 바이트 순서 표시가 파일 안에 있습니다</translation>
        </message>
        <message>
            <source>Delete it</source>
            <translation>삭제하세요</translation>
        </message>
    </context>
    <context>
        <name>YamlTree</name>
        <message>
            <source>The file nests deeper than %1 levels</source>
            <translation>파일이 %1단계보다 깊게 중첩되어 있습니다</translation>
        </message>
        <message>
            <source>Or an alias contains itself</source>
            <translation>또는 별칭이 자기 자신을 담고 있습니다</translation>
        </message>
        <message>
            <source>The file has more than %1 values once its aliases are followed</source>
            <translation>별칭을 따라가면 파일의 값이 %1개보다 많아집니다</translation>
        </message>
        <message>
            <source>A key is missing before the colon</source>
            <translation>쌍점 앞에 키가 없습니다</translation>
        </message>
        <message>
            <source>Write `key: value`; quote a text that begins with a colon</source>
            <translation>`key: value`라고 쓰세요. 쌍점으로 시작하는 텍스트는 따옴표로 묶으세요</translation>
        </message>
        <message>
            <source>A key must be plain text</source>
            <translation>키는 단순한 텍스트여야 합니다</translation>
        </message>
        <message>
            <source>A value that begins with { or [ is read as a map or list</source>
            <translation>{ 나 [ 로 시작하는 값은 맵이나 목록으로 읽힙니다</translation>
        </message>
        <message>
            <source>Put text that begins with a bracket into quotes, for example &quot;{{ … }}&quot;</source>
            <translation>괄호로 시작하는 텍스트는 따옴표로 묶으세요. 예: &quot;{{ … }}&quot;</translation>
        </message>
        <message>
            <source>The key &quot;%1&quot; stands twice in this map</source>
            <translation>이 맵에 키 &quot;%1&quot;이(가) 두 번 있습니다</translation>
        </message>
        <message>
            <source>Delete one of them, or put both contents under one</source>
            <translation>하나를 삭제하거나 두 내용을 하나에 합치세요</translation>
        </message>
    </context>
    <context>
        <name>windsock</name>
        <message>
            <source>○ No forward</source>
            <translation>○ 포워드 없음</translation>
        </message>
        <message>
            <source>○ Forward to 127.0.0.1:%1 is connecting</source>
            <translation>○ 127.0.0.1:%1 포워드 연결 중</translation>
        </message>
        <message>
            <source>● Forward 127.0.0.1:%1 active</source>
            <translation>● 127.0.0.1:%1 포워드 사용 중</translation>
        </message>
        <message>
            <source>Reconnecting</source>
            <translation>다시 연결하는 중</translation>
        </message>
        <message>
            <source>○ Port %1 is taken</source>
            <translation>○ 포트 %1이(가) 사용 중</translation>
        </message>
        <message>
            <source>● Direct on 127.0.0.1:%1</source>
            <translation>● 127.0.0.1:%1 직접 연결</translation>
        </message>
        <message>
            <source>ready since %1</source>
            <translation>%1부터 준비됨</translation>
        </message>
        <message>
            <source>started in %1</source>
            <translation>시작에 %1 걸림</translation>
        </message>
        <message>
            <source>the files have changed since; Start applies them</source>
            <translation>이후 파일이 바뀜, 시작하면 적용됨</translation>
        </message>
        <message>
            <source>Starting cluster</source>
            <translation>클러스터 시작 중</translation>
        </message>
        <message>
            <source>Pausing cluster</source>
            <translation>클러스터 일시 중지 중</translation>
        </message>
        <message>
            <source>Stopping cluster</source>
            <translation>클러스터 중지 중</translation>
        </message>
        <message>
            <source>Restarting Airflow</source>
            <translation>Airflow 다시 시작 중</translation>
        </message>
        <message>
            <source>Resetting cluster</source>
            <translation>클러스터 초기화 중</translation>
        </message>
        <message>
            <source>Deleting cluster</source>
            <translation>클러스터 삭제 중</translation>
        </message>
        <message>
            <source>cannot be seen right now</source>
            <translation>지금은 상태를 볼 수 없음</translation>
        </message>
        <message>
            <source>looking…</source>
            <translation>확인하는 중…</translation>
        </message>
        <message>
            <source>not created yet</source>
            <translation>아직 만들지 않음</translation>
        </message>
        <message>
            <source>its name is taken</source>
            <translation>이름이 이미 쓰이고 있음</translation>
        </message>
        <message>
            <source>stopped; everything in it is kept</source>
            <translation>중지됨, 안의 내용은 모두 그대로임</translation>
        </message>
        <message>
            <source>paused; Start wakes it in a moment</source>
            <translation>일시 중지됨, 시작하면 곧바로 깨어남</translation>
        </message>
        <message>
            <source>up, but Airflow is not healthy</source>
            <translation>켜져 있지만 Airflow가 정상이 아님</translation>
        </message>
        <message>
            <source>up, but Airflow is not installed</source>
            <translation>켜져 있지만 Airflow가 설치되지 않음</translation>
        </message>
        <message>
            <source>Canceled during “%1”. What was done before is kept; Start goes on from there.</source>
            <translation>“%1” 단계에서 취소했습니다. 그 전까지 끝난 일은 남아 있고, 시작하면 이어서 합니다.</translation>
        </message>
        <message>
            <source>Canceled. What was done before is kept; Start goes on from there.</source>
            <translation>취소했습니다. 그 전까지 끝난 일은 남아 있고, 시작하면 이어서 합니다.</translation>
        </message>
        <message>
            <source>There is a cluster “%1” that Windsock did not make</source>
            <translation>Windsock이 만들지 않은 클러스터 “%1”이(가) 있습니다</translation>
        </message>
        <message>
            <source>Windsock leaves it alone. Choose another name in windsock.yaml: cluster.name</source>
            <translation>Windsock은 손대지 않습니다. windsock.yaml의 cluster.name에서 다른 이름을 고르세요</translation>
        </message>
        <message>
            <source>built from %1</source>
            <translation>%1(으)로 빌드</translation>
        </message>
        <message>
            <source>Cluster</source>
            <translation>클러스터</translation>
        </message>
        <message>
            <source>Airflow</source>
            <translation>Airflow</translation>
        </message>
        <message>
            <source>Image</source>
            <translation>이미지</translation>
        </message>
        <message>
            <source>Chart</source>
            <translation>차트</translation>
        </message>
        <message>
            <source>Executor</source>
            <translation>실행기</translation>
        </message>
        <message>
            <source>Web port</source>
            <translation>웹 포트</translation>
        </message>
        <message>
            <source>Values</source>
            <translation>값 파일</translation>
        </message>
        <message>
            <source>Mounts</source>
            <translation>마운트</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>알 수 없음</translation>
        </message>
        <message>
            <source>starting</source>
            <translation>시작 중</translation>
        </message>
        <message>
            <source>healthy</source>
            <translation>정상</translation>
        </message>
        <message>
            <source>not healthy</source>
            <translation>비정상</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>대기 중</translation>
        </message>
        <message>
            <source>running</source>
            <translation>실행 중</translation>
        </message>
        <message>
            <source>done</source>
            <translation>완료</translation>
        </message>
        <message>
            <source>already done</source>
            <translation>이미 끝남</translation>
        </message>
        <message>
            <source>needs attention</source>
            <translation>확인 필요</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>실패</translation>
        </message>
        <message>
            <source>canceled</source>
            <translation>취소됨</translation>
        </message>
        <message>
            <source>The workspace to open</source>
            <translation>열 작업 공간</translation>
        </message>
        <message>
            <source>Colors: system, light or dark</source>
            <translation>색상: system, light 또는 dark</translation>
        </message>
        <message>
            <source>Language of the window: en, ko</source>
            <translation>창의 언어: en, ko</translation>
        </message>
        <message>
            <source>Use port %1</source>
            <translation>포트 %1 사용</translation>
        </message>
        <message>
            <source>Install Airflow</source>
            <translation>Airflow 설치</translation>
        </message>
        <message>
            <source>Metadata database</source>
            <translation>메타데이터 데이터베이스</translation>
        </message>
        <message>
            <source>Scheduler</source>
            <translation>스케줄러</translation>
        </message>
        <message>
            <source>Triggerer</source>
            <translation>트리거러</translation>
        </message>
        <message>
            <source>Node</source>
            <translation>노드</translation>
        </message>
        <message>
            <source>Wait until Airflow answers</source>
            <translation>Airflow가 응답할 때까지 대기</translation>
        </message>
        <message>
            <source>Look at the cluster</source>
            <translation>클러스터 살펴보기</translation>
        </message>
        <message>
            <source>Restart Airflow's parts</source>
            <translation>Airflow의 구성 요소 다시 시작</translation>
        </message>
        <message>
            <source>Restart Airflow</source>
            <translation>Airflow 다시 시작</translation>
        </message>
        <message>
            <source>Reset cluster</source>
            <translation>클러스터 초기화</translation>
        </message>
        <message>
            <source>Load the image</source>
            <translation>이미지 올리기</translation>
        </message>
        <message>
            <source>Build %1</source>
            <translation>%1 빌드</translation>
        </message>
        <message>
            <source>Find the image</source>
            <translation>이미지 찾기</translation>
        </message>
        <message>
            <source>Check tools, ports and values</source>
            <translation>도구, 포트, 값 파일 확인</translation>
        </message>
        <message>
            <source>Create the kind cluster</source>
            <translation>kind 클러스터 만들기</translation>
        </message>
        <message>
            <source>Delete the kind cluster “%1”</source>
            <translation>kind 클러스터 “%1” 삭제</translation>
        </message>
        <message>
            <source>Delete cluster</source>
            <translation>클러스터 삭제</translation>
        </message>
        <message>
            <source>Read the image's migrations</source>
            <translation>이미지의 마이그레이션 읽기</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1초</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation>%1분 %2초</translation>
        </message>
        <message>
            <source>Port %1 is already in use</source>
            <translation>포트 %1이(가) 이미 사용 중입니다</translation>
        </message>
        <message>
            <source>Stop that program, or use another port. windsock.yaml keeps it: web.port</source>
            <translation>그 프로그램을 끝내거나 다른 포트를 쓰세요. windsock.yaml의 web.port에 적어 둘 수 있습니다</translation>
        </message>
        <message>
            <source>Not known yet</source>
            <translation>아직 모름</translation>
        </message>
        <message>
            <source>Not created</source>
            <translation>만들지 않음</translation>
        </message>
        <message>
            <source>Name taken</source>
            <translation>이름이 쓰이고 있음</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>중지됨</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>일시 중지됨</translation>
        </message>
        <message>
            <source>Starting</source>
            <translation>시작 중</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>실행 중</translation>
        </message>
        <message>
            <source>Needs attention</source>
            <translation>확인 필요</translation>
        </message>
        <message>
            <source>Stopping</source>
            <translation>중지 중</translation>
        </message>
        <message>
            <source>Restarting</source>
            <translation>다시 시작 중</translation>
        </message>
        <message>
            <source>Deleting</source>
            <translation>삭제 중</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>모드</translation>
        </message>
        <message>
            <source>Starting Airflow</source>
            <translation>Airflow 시작 중</translation>
        </message>
        <message>
            <source>Stopping Airflow</source>
            <translation>Airflow 중지 중</translation>
        </message>
        <message>
            <source>Resetting Airflow</source>
            <translation>Airflow 초기화 중</translation>
        </message>
        <message>
            <source>Deleting Airflow</source>
            <translation>Airflow 삭제 중</translation>
        </message>
        <message>
            <source>what is there is kept as it is</source>
            <translation>있는 것은 그대로 둡니다</translation>
        </message>
        <message>
            <source>There is already a cluster named “%1”</source>
            <translation>“%1”이라는 이름의 클러스터가 이미 있습니다</translation>
        </message>
        <message>
            <source>It belongs to the workspace %1</source>
            <translation>작업 공간 %1의 것입니다</translation>
        </message>
        <message>
            <source>Delete Airflow</source>
            <translation>Airflow 삭제</translation>
        </message>
        <message>
            <source>Delete the Airflow of “%1”?</source>
            <translation>“%1”의 Airflow를 삭제할까요?</translation>
        </message>
        <message>
            <source>Airflow's processes and its metadata database go, with all runs and users in it. The files of the workspace “%1” stay.</source>
            <translation>Airflow 프로세스와, 실행 기록과 사용자가 든 메타데이터 데이터베이스가 사라집니다. 작업 공간 “%1”의 파일은 남습니다.</translation>
        </message>
        <message>
            <source>Type this &amp;name to confirm: %1</source>
            <translation>확인을 위해 이 이름(&amp;N)을 입력하세요: %1</translation>
        </message>
        <message>
            <source>Name to confirm</source>
            <translation>확인할 이름</translation>
        </message>
        <message>
            <source>Reset Airflow</source>
            <translation>Airflow 초기화</translation>
        </message>
        <message>
            <source>Delete the Airflow of “%1” and start it anew?</source>
            <translation>“%1”의 Airflow를 삭제하고 새로 시작할까요?</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>이름</translation>
        </message>
        <message>
            <source>the cluster is kept as it is</source>
            <translation>클러스터는 그대로 둡니다</translation>
        </message>
        <message>
            <source>Delete cluster “%1”?</source>
            <translation>클러스터 “%1”을(를) 삭제할까요?</translation>
        </message>
        <message>
            <source>The node, Airflow and its metadata database go, with all runs and users in it. The files of the workspace “%1” stay.</source>
            <translation>노드와 Airflow, 실행 기록과 사용자가 든 메타데이터 데이터베이스가 사라집니다. 작업 공간 “%1”의 파일은 남습니다.</translation>
        </message>
        <message>
            <source>Type the &amp;name of the cluster to confirm: %1</source>
            <translation>확인을 위해 클러스터 이름(&amp;N)을 입력하세요: %1</translation>
        </message>
        <message>
            <source>Name of the cluster</source>
            <translation>클러스터 이름</translation>
        </message>
        <message>
            <source>Delete cluster “%1” and start it anew?</source>
            <translation>클러스터 “%1”을(를) 삭제하고 새로 시작할까요?</translation>
        </message>
        <message>
            <source>Airflow's metadata database goes, with all runs and users in it. The workspace's files stay.</source>
            <translation>실행 기록과 사용자가 든 Airflow 메타데이터 데이터베이스가 사라집니다. 작업 공간의 파일은 남습니다.</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>초기화</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>그대로 두기</translation>
        </message>
    </context>
    <context>
        <name>windsock::ActionFinder</name>
        <message>
            <source>Find an action</source>
            <translation>동작 찾기</translation>
        </message>
        <message>
            <source>Name of an action</source>
            <translation>동작 이름</translation>
        </message>
        <message>
            <source>Type what you want to do</source>
            <translation>하고 싶은 일을 입력하세요</translation>
        </message>
        <message>
            <source>Actions</source>
            <translation>동작</translation>
        </message>
    </context>
    <context>
        <name>windsock::AirflowClient</name>
        <message>
            <source>There is no user or no password</source>
            <translation>사용자나 비밀번호가 없습니다</translation>
        </message>
    </context>
    <context>
        <name>windsock::AirflowPanel</name>
        <message>
            <source>Airflow</source>
            <translation>Airflow</translation>
        </message>
        <message>
            <source>Open %1 in the browser</source>
            <translation>브라우저에서 %1 열기</translation>
        </message>
        <message>
            <source>Copy the web address</source>
            <translation>웹 주소 복사</translation>
        </message>
        <message>
            <source>connecting</source>
            <translation>연결 중</translation>
        </message>
        <message>
            <source>port taken</source>
            <translation>포트 사용 중</translation>
        </message>
        <message>
            <source>no forward</source>
            <translation>포워드 없음</translation>
        </message>
        <message>
            <source>Web</source>
            <translation>웹</translation>
        </message>
        <message>
            <source>Login</source>
            <translation>로그인</translation>
        </message>
    </context>
    <context>
        <name>windsock::Cluster</name>
        <message>
            <source>Forward localhost:%1</source>
            <translation>localhost:%1 포워드</translation>
        </message>
    </context>
    <context>
        <name>windsock::ClusterHeading</name>
        <message>
            <source>Show cluster</source>
            <translation>클러스터 보기</translation>
        </message>
        <message>
            <source>Put this aside and show the cluster as it is (Esc)</source>
            <translation>이 화면을 치우고 지금의 클러스터를 봅니다(Esc)</translation>
        </message>
    </context>
    <context>
        <name>windsock::ClusterPage</name>
        <message>
            <source> (and %1 more)</source>
            <translation> (외 %1건)</translation>
        </message>
        <message>
            <source>canceling…</source>
            <translation>취소하는 중…</translation>
        </message>
        <message>
            <source>Cluster</source>
            <translation>클러스터</translation>
        </message>
    </context>
    <context>
        <name>windsock::CopyLabel</name>
        <message>
            <source>Copy %1</source>
            <translation>%1 복사</translation>
        </message>
    </context>
    <context>
        <name>windsock::DeleteDialog</name>
        <message>
            <source>Delete</source>
            <translation>삭제</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>그대로 두기</translation>
        </message>
    </context>
    <context>
        <name>windsock::DifferencesPanel</name>
        <message>
            <source>1 thing differs</source>
            <translation>달라지는 것 1가지</translation>
        </message>
        <message>
            <source>%1 things differ</source>
            <translation>달라지는 것 %1가지</translation>
        </message>
        <message>
            <source>1 is done another way</source>
            <translation>다른 방법으로 하는 것 1가지</translation>
        </message>
        <message>
            <source>%1 are done another way</source>
            <translation>다른 방법으로 하는 것 %1가지</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Left out in this mode</source>
            <translation>이 모드에서 제외되는 것</translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>그 밖에 %1가지</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>숨기기</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>보기</translation>
        </message>
        <message>
            <source>Hide what is left out</source>
            <translation>제외되는 것 숨기기</translation>
        </message>
        <message>
            <source>Show what is left out</source>
            <translation>제외되는 것 보기</translation>
        </message>
        <message>
            <source>Hide what is done another way</source>
            <translation>다른 방법으로 하는 것 숨기기</translation>
        </message>
        <message>
            <source>Show what is done another way</source>
            <translation>다른 방법으로 하는 것 보기</translation>
        </message>
    </context>
    <context>
        <name>windsock::DirectForward</name>
        <message>
            <source>localhost:%1 leads into the cluster</source>
            <translation>localhost:%1이(가) 클러스터로 이어짐</translation>
        </message>
    </context>
    <context>
        <name>windsock::DoctorPanel</name>
        <message>
            <source>This computer</source>
            <translation>이 컴퓨터</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>다시 확인</translation>
        </message>
        <message>
            <source>not checked yet</source>
            <translation>아직 확인하지 않음</translation>
        </message>
        <message>
            <source>checking…</source>
            <translation>확인하는 중…</translation>
        </message>
        <message>
            <source>checked %1</source>
            <translation>%1에 확인함</translation>
        </message>
        <message>
            <source>A new workspace also starts without a container engine: then Airflow runs as programs of this computer and needs only a Python.</source>
            <translation>새 작업 공간은 컨테이너 엔진 없이도 시작됩니다. 이때 Airflow는 이 컴퓨터의 프로그램으로 실행되며 Python만 있으면 됩니다.</translation>
        </message>
    </context>
    <context>
        <name>windsock::EmbeddedPostgres</name>
        <message>
            <source>PostgreSQL</source>
            <translation>PostgreSQL</translation>
        </message>
    </context>
    <context>
        <name>windsock::EnvironmentBuild</name>
        <message>
            <source>Python environment</source>
            <translation>Python 환경</translation>
        </message>
    </context>
    <context>
        <name>windsock::ErrorCard</name>
        <message>
            <source>Where</source>
            <translation>위치</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>이유</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>할 일</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>다시 시도</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translation>보고서 복사</translation>
        </message>
        <message>
            <source>Copies a text for a ticket: versions, steps, the error and the last lines</source>
            <translation>문의에 붙일 글을 복사합니다: 버전, 단계, 오류, 마지막 출력</translation>
        </message>
    </context>
    <context>
        <name>windsock::FirstRunView</name>
        <message>
            <source>Airflow on this computer</source>
            <translation>이 컴퓨터에서 쓰는 Airflow</translation>
        </message>
        <message>
            <source>Open the folder of your DAGs, or make one that works.</source>
            <translation>DAG 폴더를 열거나, 바로 돌아가는 폴더를 새로 만드세요.</translation>
        </message>
        <message>
            <source>Open a workspace</source>
            <translation>작업 공간 열기</translation>
        </message>
        <message>
            <source>A folder with kind-cluster.yaml or values for the Airflow chart</source>
            <translation>kind-cluster.yaml이나 Airflow 차트 값 파일이 있는 폴더</translation>
        </message>
        <message>
            <source>New workspace</source>
            <translation>새 작업 공간</translation>
        </message>
        <message>
            <source>Example DAG, mounts, values and a guide for your team</source>
            <translation>예제 DAG, 마운트, 값 파일, 팀을 위한 안내</translation>
        </message>
    </context>
    <context>
        <name>windsock::ForwardNotice</name>
        <message>
            <source>Use port %1</source>
            <translation>포트 %1 사용</translation>
        </message>
    </context>
    <context>
        <name>windsock::IdleView</name>
        <message>
            <source>Workspace</source>
            <translation>작업 공간</translation>
        </message>
        <message>
            <source>What Start will do</source>
            <translation>시작하면 하는 일</translation>
        </message>
        <message>
            <source>Steps of Start</source>
            <translation>시작 단계</translation>
        </message>
        <message>
            <source>usually %1</source>
            <translation>보통 %1</translation>
        </message>
    </context>
    <context>
        <name>windsock::InlineMessage</name>
        <message>
            <source>Close this message</source>
            <translation>이 알림 닫기</translation>
        </message>
    </context>
    <context>
        <name>windsock::KubeAccess</name>
        <message>
            <source>The kubeconfig does not lead to this node</source>
            <translation>kubeconfig가 이 노드로 이어지지 않습니다</translation>
        </message>
    </context>
    <context>
        <name>windsock::KubeWatch</name>
        <message>
            <source>The watch on %1 was ended by the server</source>
            <translation>서버가 %1 감시를 끝냈습니다</translation>
        </message>
    </context>
    <context>
        <name>windsock::MainWindow</name>
        <message>
            <source>%1 – %2 – Windsock</source>
            <translation>%1 – %2 – Windsock</translation>
        </message>
        <message>
            <source>Windsock</source>
            <translation>Windsock</translation>
        </message>
        <message>
            <source>Open a workspace</source>
            <translation>작업 공간 열기</translation>
        </message>
        <message>
            <source>%1: done in %2</source>
            <translation>%1: %2 만에 완료</translation>
        </message>
        <message>
            <source>%1: canceled after %2</source>
            <translation>%1: %2 뒤에 취소됨</translation>
        </message>
        <message>
            <source>%1: failed after %2</source>
            <translation>%1: %2 뒤에 실패함</translation>
        </message>
        <message>
            <source>Remove images</source>
            <translation>이미지 제거</translation>
        </message>
        <message>
            <source>Remove all of the engine's images that have no name and that no container uses?</source>
            <translation>엔진에서 이름이 없고 어떤 컨테이너도 쓰지 않는 이미지를 모두 제거할까요?</translation>
        </message>
        <message>
            <source>Images that other projects built may be among them. They can be built again.</source>
            <translation>다른 프로젝트에서 빌드한 이미지도 포함될 수 있습니다. 다시 빌드할 수 있습니다.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>제거</translation>
        </message>
        <message>
            <source>Keep them</source>
            <translation>그대로 두기</translation>
        </message>
        <message>
            <source>There is no file %1</source>
            <translation>%1 파일이 없습니다</translation>
        </message>
        <message>
            <source>The desktop has no program for %1</source>
            <translation>데스크톱에 %1 파일을 열 프로그램이 없습니다</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>복사했습니다</translation>
        </message>
        <message>
            <source>Canceling…</source>
            <translation>취소하는 중…</translation>
        </message>
        <message>
            <source>Canceled</source>
            <translation>취소됨</translation>
        </message>
    </context>
    <context>
        <name>windsock::ModeCard</name>
        <message>
            <source>Where Airflow runs</source>
            <translation>Airflow를 실행할 곳</translation>
        </message>
        <message>
            <source>can be chosen until the first start</source>
            <translation>처음 시작하기 전까지 고를 수 있음</translation>
        </message>
    </context>
    <context>
        <name>windsock::ModeSwitch</name>
        <message>
            <source>Open a workspace first</source>
            <translation>먼저 작업 공간을 여세요</translation>
        </message>
    </context>
    <context>
        <name>windsock::MountsPanel</name>
        <message>
            <source>does not reach the node</source>
            <translation>노드에 닿지 않음</translation>
        </message>
        <message>
            <source>no pod mounts it</source>
            <translation>마운트한 파드 없음</translation>
        </message>
        <message>
            <source>Mounts</source>
            <translation>마운트</translation>
        </message>
        <message>
            <source>%1 of %2 work</source>
            <translation>%2개 중 %1개 정상</translation>
        </message>
        <message>
            <source>Host folder</source>
            <translation>호스트 폴더</translation>
        </message>
        <message>
            <source>Node</source>
            <translation>노드</translation>
        </message>
        <message>
            <source>Pods</source>
            <translation>파드</translation>
        </message>
        <message>
            <source>State</source>
            <translation>상태</translation>
        </message>
        <message>
            <source>mounted</source>
            <translation>마운트됨</translation>
        </message>
        <message>
            <source>mounted, read only</source>
            <translation>마운트됨, 읽기 전용</translation>
        </message>
    </context>
    <context>
        <name>windsock::Navigation</name>
        <message>
            <source>Pages</source>
            <translation>페이지</translation>
        </message>
    </context>
    <context>
        <name>windsock::NewWorkspaceDialog</name>
        <message>
            <source>Co&amp;mmunity chart, Airflow 2</source>
            <translation>커뮤니티 차트, Airflow 2(&amp;M)</translation>
        </message>
        <message>
            <source>O&amp;fficial chart, Airflow 3</source>
            <translation>공식 차트, Airflow 3(&amp;F)</translation>
        </message>
        <message>
            <source>Create</source>
            <translation>만들기</translation>
        </message>
        <message>
            <source>New workspace</source>
            <translation>새 작업 공간</translation>
        </message>
        <message>
            <source>A folder with an example DAG, mounts, values that the chart accepts, and a guide for your team.</source>
            <translation>예제 DAG, 마운트, 차트가 받아들이는 값 파일, 팀을 위한 안내가 든 폴더입니다.</translation>
        </message>
        <message>
            <source>Fo&amp;lder</source>
            <translation>폴더(&amp;L)</translation>
        </message>
        <message>
            <source>Folder of the new workspace</source>
            <translation>새 작업 공간의 폴더</translation>
        </message>
        <message>
            <source>an empty folder, or one that does not exist yet</source>
            <translation>빈 폴더 또는 아직 없는 폴더</translation>
        </message>
        <message>
            <source>&amp;Browse…</source>
            <translation>찾아보기(&amp;B)…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>취소</translation>
        </message>
        <message>
            <source>&amp;Name of the cluster</source>
            <translation>클러스터 이름(&amp;N)</translation>
        </message>
        <message>
            <source>Name of the cluster</source>
            <translation>클러스터 이름</translation>
        </message>
        <message>
            <source>&amp;Port of the web page</source>
            <translation>웹 페이지 포트(&amp;P)</translation>
        </message>
        <message>
            <source>Port of the web page</source>
            <translation>웹 페이지 포트</translation>
        </message>
        <message>
            <source>Each workspace on this computer needs a name of its own, and a port of its own where two run at once.</source>
            <translation>이 컴퓨터의 작업 공간마다 다른 이름이 필요하고, 둘을 함께 실행하려면 포트도 달라야 합니다.</translation>
        </message>
        <message>
            <source>“%1” is no port</source>
            <translation>“%1”은(는) 포트가 아닙니다</translation>
        </message>
        <message>
            <source>Use a number from 1 to 65535</source>
            <translation>1부터 65535까지의 숫자를 쓰세요</translation>
        </message>
    </context>
    <context>
        <name>windsock::PinnedPackages</name>
        <message>
            <source>the answer is no constraints file</source>
            <translation>응답이 제약 조건 파일이 아님</translation>
        </message>
    </context>
    <context>
        <name>windsock::PlanModel</name>
        <message>
            <source>usually %1</source>
            <translation>보통 %1</translation>
        </message>
    </context>
    <context>
        <name>windsock::PlanPrinter</name>
        <message>
            <source>done before</source>
            <translation>이미 끝나 있음</translation>
        </message>
    </context>
    <context>
        <name>windsock::PlanView</name>
        <message>
            <source>Steps</source>
            <translation>단계</translation>
        </message>
    </context>
    <context>
        <name>windsock::PortForward</name>
        <message>
            <source>Connecting 127.0.0.1:%1</source>
            <translation>127.0.0.1:%1 연결 중</translation>
        </message>
        <message>
            <source>The cluster does not answer yet</source>
            <translation>클러스터가 아직 응답하지 않음</translation>
        </message>
        <message>
            <source>another program</source>
            <translation>다른 프로그램</translation>
        </message>
        <message>
            <source>Port %1 is held by %2</source>
            <translation>포트 %1: %2이(가) 쓰는 중</translation>
        </message>
        <message>
            <source>Waiting for the web pod</source>
            <translation>웹 파드를 기다리는 중</translation>
        </message>
        <message>
            <source>Reconnecting 127.0.0.1:%1</source>
            <translation>127.0.0.1:%1 다시 연결하는 중</translation>
        </message>
        <message>
            <source>at once</source>
            <translation>곧바로</translation>
        </message>
        <message>
            <source>in %1 s</source>
            <translation>%1초 뒤</translation>
        </message>
        <message>
            <source>Reconnecting 127.0.0.1:%1, next try %2</source>
            <translation>127.0.0.1:%1 다시 연결하는 중, 다음 시도는 %2</translation>
        </message>
        <message>
            <source>Forward 127.0.0.1:%1 active</source>
            <translation>127.0.0.1:%1 포워드 사용 중</translation>
        </message>
        <message>
            <source>Port %1 is one that only the system may open</source>
            <translation>포트 %1은(는) 시스템만 열 수 있습니다</translation>
        </message>
        <message>
            <source>the tunnel does not open</source>
            <translation>터널이 열리지 않습니다</translation>
        </message>
        <message>
            <source>127.0.0.1:%1 is kept by another Windsock</source>
            <translation>127.0.0.1:%1은(는) 다른 Windsock이 유지하고 있습니다</translation>
        </message>
    </context>
    <context>
        <name>windsock::PostgresFinder</name>
        <message>
            <source>Version %1 is older than %2</source>
            <translation>버전 %1은(는) %2보다 오래되었습니다</translation>
        </message>
    </context>
    <context>
        <name>windsock::PostgresQuestion</name>
        <message>
            <source>The database does not answer</source>
            <translation>데이터베이스가 응답하지 않습니다</translation>
        </message>
        <message>
            <source>The database&apos;s socket cannot be used</source>
            <translation>데이터베이스 소켓을 쓸 수 없습니다</translation>
        </message>
    </context>
    <context>
        <name>windsock::Remedies</name>
        <message>
            <source>Open a workspace first</source>
            <translation>먼저 작업 공간을 여세요</translation>
        </message>
    </context>
    <context>
        <name>windsock::RunView</name>
        <message>
            <source>Copy co&amp;mmands</source>
            <translation>명령 복사(&amp;M)</translation>
        </message>
        <message>
            <source>Copies the commands of this run, as they could be typed</source>
            <translation>이 작업의 명령을 직접 입력할 수 있는 모양으로 복사합니다</translation>
        </message>
        <message>
            <source>Output of %1</source>
            <translation>%1의 출력</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>근거</translation>
        </message>
        <message>
            <source>%1 did not begin</source>
            <translation>%1: 시작하지 못함</translation>
        </message>
        <message>
            <source>%1 stopped at step %2 of %3</source>
            <translation>%1: %3단계 중 %2단계에서 멈춤</translation>
        </message>
        <message>
            <source>%1 · a few seconds left</source>
            <translation>%1 · 몇 초 남음</translation>
        </message>
        <message>
            <source>%1 · about %2 left</source>
            <translation>%1 · 약 %2 남음</translation>
        </message>
    </context>
    <context>
        <name>windsock::RunningView</name>
        <message>
            <source>Workspace</source>
            <translation>작업 공간</translation>
        </message>
    </context>
    <context>
        <name>windsock::RunsPanel</name>
        <message>
            <source>done</source>
            <translation>완료</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>실패</translation>
        </message>
        <message>
            <source>canceled</source>
            <translation>취소됨</translation>
        </message>
        <message>
            <source>cut short</source>
            <translation>중간에 끊김</translation>
        </message>
        <message>
            <source>Recent runs</source>
            <translation>최근 작업</translation>
        </message>
        <message>
            <source>None yet.</source>
            <translation>아직 없습니다.</translation>
        </message>
        <message>
            <source>all output is kept</source>
            <translation>모든 출력이 남아 있음</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>단계</translation>
        </message>
        <message>
            <source>Show the steps of %1</source>
            <translation>%1의 단계 보기</translation>
        </message>
        <message>
            <source>Open the folder of %1</source>
            <translation>%1의 폴더 열기</translation>
        </message>
        <message>
            <source>Open the folder with all output of this run</source>
            <translation>이 작업의 모든 출력이 든 폴더를 엽니다</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>시작</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>일시 중지</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>중지</translation>
        </message>
        <message>
            <source>Restart Airflow</source>
            <translation>Airflow 다시 시작</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>초기화</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>삭제</translation>
        </message>
        <message>
            <source>%1 of %2 steps were already done</source>
            <translation>%2단계 중 %1단계는 이미 끝나 있었음</translation>
        </message>
    </context>
    <context>
        <name>windsock::SecretField</name>
        <message>
            <source>Show the password while held down</source>
            <translation>누르고 있는 동안 비밀번호 보기</translation>
        </message>
        <message>
            <source>Hold down to show the password</source>
            <translation>누르고 있으면 비밀번호가 보입니다</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>복사</translation>
        </message>
        <message>
            <source>Copy the password</source>
            <translation>비밀번호 복사</translation>
        </message>
        <message>
            <source>Copies the password; it leaves the clipboard after 30 seconds</source>
            <translation>비밀번호를 복사합니다. 30초 뒤 클립보드에서 지웁니다</translation>
        </message>
        <message>
            <source>Password, hidden</source>
            <translation>비밀번호, 가려짐</translation>
        </message>
    </context>
    <context>
        <name>windsock::SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>설정</translation>
        </message>
        <message>
            <source>Colors</source>
            <translation>색상</translation>
        </message>
        <message>
            <source>As the s&amp;ystem</source>
            <translation>시스템과 같게(&amp;Y)</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>밝게(&amp;L)</translation>
        </message>
        <message>
            <source>Da&amp;rk</source>
            <translation>어둡게(&amp;R)</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>언어</translation>
        </message>
        <message>
            <source>takes effect at the next start of Windsock</source>
            <translation>Windsock을 다시 시작하면 적용됨</translation>
        </message>
        <message>
            <source>As the syste&amp;m</source>
            <translation>시스템과 같게(&amp;M)</translation>
        </message>
        <message>
            <source>Behavior</source>
            <translation>동작 방식</translation>
        </message>
        <message>
            <source>&amp;Open Airflow in the browser when it is ready</source>
            <translation>준비되면 브라우저에서 Airflow 열기(&amp;O)</translation>
        </message>
        <message>
            <source>Red&amp;uce motion</source>
            <translation>움직임 줄이기(&amp;U)</translation>
        </message>
    </context>
    <context>
        <name>windsock::StatePill</name>
        <message>
            <source>No workspace</source>
            <translation>작업 공간 없음</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
    </context>
    <context>
        <name>windsock::StatusStrip</name>
        <message>
            <source>Ctrl+K finds any action</source>
            <translation>Ctrl+K로 어떤 동작이든 찾기</translation>
        </message>
        <message>
            <source>○ Airflow is not running</source>
            <translation>○ Airflow가 실행 중이 아님</translation>
        </message>
        <message>
            <source>Airflow %1</source>
            <translation>Airflow %1</translation>
        </message>
        <message>
            <source>chart %1</source>
            <translation>차트 %1</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>취소</translation>
        </message>
        <message>
            <source>End what is being done now</source>
            <translation>지금 하는 일을 끝냅니다</translation>
        </message>
    </context>
    <context>
        <name>windsock::SupervisedComponent</name>
        <message>
            <source>%1 runs as process %2</source>
            <translation>%1이(가) 프로세스 %2(으)로 실행 중입니다</translation>
        </message>
        <message>
            <source>%1 is stopped</source>
            <translation>%1이(가) 중지되었습니다</translation>
        </message>
        <message>
            <source>%1 has died %2 times in a row and stays down until it is started again</source>
            <translation>%1이(가) 연달아 %2번 끝나 다시 시작할 때까지 꺼 둡니다</translation>
        </message>
    </context>
    <context>
        <name>windsock::Supervisor</name>
        <message>
            <source>The supervisor runs as process %1</source>
            <translation>슈퍼바이저가 프로세스 %1(으)로 실행 중입니다</translation>
        </message>
        <message>
            <source>Ended %1 processes that an earlier supervisor had left</source>
            <translation>이전 슈퍼바이저가 남긴 프로세스 %1개를 끝냈습니다</translation>
        </message>
        <message>
            <source>Stopping all components</source>
            <translation>모든 구성 요소를 중지하는 중</translation>
        </message>
        <message>
            <source>The supervisor ends</source>
            <translation>슈퍼바이저가 끝납니다</translation>
        </message>
    </context>
    <context>
        <name>windsock::ToolDownloader</name>
        <message>
            <source>The folder %1 cannot be made</source>
            <translation>폴더 %1을(를) 만들 수 없습니다</translation>
        </message>
        <message>
            <source>The archive has no program %1</source>
            <translation>아카이브에 프로그램 %1이(가) 없습니다</translation>
        </message>
        <message>
            <source>It cannot be made executable</source>
            <translation>실행 권한을 줄 수 없습니다</translation>
        </message>
    </context>
    <context>
        <name>windsock::UvInstall</name>
        <message>
            <source>The folder %1 cannot be made</source>
            <translation>폴더 %1을(를) 만들 수 없습니다</translation>
        </message>
        <message>
            <source>Fetching uv %1</source>
            <translation>uv %1 가져오는 중</translation>
        </message>
        <message>
            <source>What pip has fetched is not the uv that was asked for</source>
            <translation>pip이 가져온 것이 요청한 uv가 아닙니다</translation>
        </message>
        <message>
            <source>It cannot be made executable</source>
            <translation>실행 권한을 줄 수 없습니다</translation>
        </message>
    </context>
    <context>
        <name>windsock::WindowActions</name>
        <message>
            <source>&amp;Start</source>
            <translation>시작(&amp;S)</translation>
        </message>
        <message>
            <source>Create or wake the cluster and bring Airflow up; finished steps are skipped</source>
            <translation>클러스터를 만들거나 깨워 Airflow를 켭니다. 끝난 단계는 건너뜁니다</translation>
        </message>
        <message>
            <source>Ctrl+Return</source>
            <translation>Ctrl+Return</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>취소(&amp;C)</translation>
        </message>
        <message>
            <source>End the run under way; what is done is kept</source>
            <translation>진행 중인 작업을 끝냅니다. 끝난 일은 남습니다</translation>
        </message>
        <message>
            <source>Ctrl+.</source>
            <translation>Ctrl+.</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>일시 중지(&amp;P)</translation>
        </message>
        <message>
            <source>Freeze the cluster: no CPU, ready again in a moment</source>
            <translation>클러스터를 얼립니다: CPU를 쓰지 않고, 곧바로 다시 쓸 수 있습니다</translation>
        </message>
        <message>
            <source>Ctrl+Shift+P</source>
            <translation>Ctrl+Shift+P</translation>
        </message>
        <message>
            <source>S&amp;top</source>
            <translation>중지(&amp;T)</translation>
        </message>
        <message>
            <source>Stop the cluster: no CPU, no memory, everything is kept</source>
            <translation>클러스터를 멈춥니다: CPU도 메모리도 쓰지 않고, 내용은 모두 남습니다</translation>
        </message>
        <message>
            <source>Ctrl+Shift+S</source>
            <translation>Ctrl+Shift+S</translation>
        </message>
        <message>
            <source>Open &amp;Airflow</source>
            <translation>Airflow 열기(&amp;A)</translation>
        </message>
        <message>
            <source>Open Airflow's web page in the browser</source>
            <translation>브라우저에서 Airflow 웹 페이지를 엽니다</translation>
        </message>
        <message>
            <source>Ctrl+Shift+O</source>
            <translation>Ctrl+Shift+O</translation>
        </message>
        <message>
            <source>&amp;Restart Airflow</source>
            <translation>Airflow 다시 시작(&amp;R)</translation>
        </message>
        <message>
            <source>Restart Airflow's pods; the cluster stays</source>
            <translation>Airflow의 파드를 다시 시작합니다. 클러스터는 그대로입니다</translation>
        </message>
        <message>
            <source>Ctrl+Shift+R</source>
            <translation>Ctrl+Shift+R</translation>
        </message>
        <message>
            <source>R&amp;eset…</source>
            <translation>초기화(&amp;E)…</translation>
        </message>
        <message>
            <source>Delete the cluster and start it anew</source>
            <translation>클러스터를 삭제하고 새로 시작합니다</translation>
        </message>
        <message>
            <source>&amp;Delete…</source>
            <translation>삭제(&amp;D)…</translation>
        </message>
        <message>
            <source>Delete the cluster; the workspace's files stay</source>
            <translation>클러스터를 삭제합니다. 작업 공간의 파일은 남습니다</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>다시 보기</translation>
        </message>
        <message>
            <source>Look at the cluster and read the workspace's files again</source>
            <translation>클러스터를 다시 살피고 작업 공간의 파일을 다시 읽습니다</translation>
        </message>
        <message>
            <source>&amp;Open folder…</source>
            <translation>폴더 열기(&amp;O)…</translation>
        </message>
        <message>
            <source>Open a folder with kind-cluster.yaml or values for the Airflow chart</source>
            <translation>kind-cluster.yaml이나 Airflow 차트 값 파일이 있는 폴더를 엽니다</translation>
        </message>
        <message>
            <source>&amp;New workspace…</source>
            <translation>새 작업 공간(&amp;N)…</translation>
        </message>
        <message>
            <source>Make a workspace with an example that works</source>
            <translation>바로 돌아가는 예제가 든 작업 공간을 만듭니다</translation>
        </message>
        <message>
            <source>Show workspace folder</source>
            <translation>작업 공간 폴더 보기</translation>
        </message>
        <message>
            <source>Open the workspace's folder in the file manager</source>
            <translation>파일 관리자에서 작업 공간 폴더를 엽니다</translation>
        </message>
        <message>
            <source>Find an action</source>
            <translation>동작 찾기</translation>
        </message>
        <message>
            <source>Type a few letters, Enter does it</source>
            <translation>몇 글자 입력하고 Enter를 누르세요</translation>
        </message>
        <message>
            <source>Ctrl+K</source>
            <translation>Ctrl+K</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>끝내기(&amp;Q)</translation>
        </message>
        <message>
            <source>Close the window; the cluster stays as it is</source>
            <translation>창을 닫습니다. 클러스터는 그대로 둡니다</translation>
        </message>
        <message>
            <source>Ctrl+Q</source>
            <translation>Ctrl+Q</translation>
        </message>
        <message>
            <source>Copy Airflow's address</source>
            <translation>Airflow 주소 복사</translation>
        </message>
        <message>
            <source>Copy Airflow's web address</source>
            <translation>Airflow 웹 주소를 복사합니다</translation>
        </message>
        <message>
            <source>Copy commands of the last run</source>
            <translation>마지막 작업의 명령 복사</translation>
        </message>
        <message>
            <source>Copy the commands as they could be typed</source>
            <translation>직접 입력할 수 있는 모양으로 명령을 복사합니다</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translation>보고서 복사</translation>
        </message>
        <message>
            <source>Copy a text for a ticket: versions, steps, the error and the last lines</source>
            <translation>문의에 붙일 글을 복사합니다: 버전, 단계, 오류, 마지막 출력</translation>
        </message>
        <message>
            <source>Go to %1</source>
            <translation>%1(으)로 가기</translation>
        </message>
        <message>
            <source>Show the page %1</source>
            <translation>%1 페이지를 봅니다</translation>
        </message>
        <message>
            <source>Tr&amp;y again</source>
            <translation>다시 시도(&amp;Y)</translation>
        </message>
    </context>
    <context>
        <name>windsock::WorkspacePicker</name>
        <message>
            <source>No workspace open</source>
            <translation>열린 작업 공간 없음</translation>
        </message>
        <message>
            <source>Workspace %1</source>
            <translation>작업 공간 %1</translation>
        </message>
        <message>
            <source>Opens a menu of workspaces</source>
            <translation>작업 공간 메뉴를 엽니다</translation>
        </message>
        <message>
            <source>Open or make a workspace</source>
            <translation>작업 공간을 열거나 만듭니다</translation>
        </message>
    </context>
    <context>
        <name>windsock::sample</name>
        <message>
            <source>Check tools, ports and values</source>
            <translation>도구, 포트, 값 파일 확인</translation>
        </message>
        <message>
            <source>12 checks, 1 note</source>
            <translation>12가지 확인, 참고 1건</translation>
        </message>
        <message>
            <source>Build airflow-local</source>
            <translation>airflow-local 빌드</translation>
        </message>
        <message>
            <source>unchanged layers reused · 4f2a9c1e</source>
            <translation>바뀌지 않은 레이어 재사용 · 4f2a9c1e</translation>
        </message>
        <message>
            <source>Create the kind cluster</source>
            <translation>kind 클러스터 만들기</translation>
        </message>
        <message>
            <source>Read the image's migrations</source>
            <translation>이미지의 마이그레이션 읽기</translation>
        </message>
        <message>
            <source>Create the login</source>
            <translation>로그인 계정 만들기</translation>
        </message>
        <message>
            <source>the login works</source>
            <translation>로그인할 수 있음</translation>
        </message>
        <message>
            <source>node ready, Kubernetes 1.32.2</source>
            <translation>노드 준비됨, Kubernetes 1.32.2</translation>
        </message>
        <message>
            <source>Load the image</source>
            <translation>이미지 올리기</translation>
        </message>
        <message>
            <source>563 MB → airflow-control-plane</source>
            <translation>563 MB → airflow-control-plane</translation>
        </message>
        <message>
            <source>Install Airflow</source>
            <translation>Airflow 설치</translation>
        </message>
        <message>
            <source>revision 1, chart 8.9.0</source>
            <translation>리비전 1, 차트 8.9.0</translation>
        </message>
        <message>
            <source>Wait until Airflow answers</source>
            <translation>Airflow가 응답할 때까지 대기</translation>
        </message>
        <message>
            <source>healthy</source>
            <translation>정상</translation>
        </message>
        <message>
            <source>5 of 7 pods ready · web is starting</source>
            <translation>파드 7개 중 5개 준비됨 · web 시작 중</translation>
        </message>
        <message>
            <source>Metadata database</source>
            <translation>메타데이터 데이터베이스</translation>
        </message>
        <message>
            <source>Scheduler</source>
            <translation>스케줄러</translation>
        </message>
        <message>
            <source>Triggerer</source>
            <translation>트리거러</translation>
        </message>
        <message>
            <source>Image</source>
            <translation>이미지</translation>
        </message>
        <message>
            <source>Chart</source>
            <translation>차트</translation>
        </message>
        <message>
            <source>Executor</source>
            <translation>실행기</translation>
        </message>
        <message>
            <source>Node</source>
            <translation>노드</translation>
        </message>
    </context>
    <context>
        <name>CompileStep</name>
        <message>
            <source>Compile the Python packages</source>
            <translation>Python 패키지 컴파일</translation>
        </message>
    </context>
    <context>
        <name>UnusedEnvironments</name>
        <message>
            <source>They hold %1; a workspace that wants one again makes it anew</source>
            <translation>%1을(를) 차지합니다. 다시 필요한 작업 공간은 새로 만듭니다</translation>
        </message>
        <message>
            <source>Remove them</source>
            <translation>제거</translation>
        </message>
        <message>
            <source>Python environments that no workspace uses: %1</source>
            <translation>어느 작업 공간도 쓰지 않는 Python 환경: %1개</translation>
        </message>
    </context>
    <context>
        <name>MovingBackend</name>
        <message>
            <source>Nothing is lost: they are where they were. Start again to try once more</source>
            <translation>잃은 것은 없습니다. 모두 원래 자리에 있습니다. 다시 시작하면 한 번 더 시도합니다</translation>
        </message>
        <message>
            <source>Connections and variables could not be read</source>
            <translation>연결과 변수를 읽을 수 없었습니다</translation>
        </message>
        <message>
            <source>Connections and variables could not be taken over</source>
            <translation>연결과 변수를 넘겨받을 수 없었습니다</translation>
        </message>
        <message>
            <source>Check whether Airflow could run there</source>
            <translation>그곳에서 Airflow를 실행할 수 있는지 점검</translation>
        </message>
        <message>
            <source>Stop Airflow where it was</source>
            <translation>원래 있던 곳의 Airflow 중지</translation>
        </message>
        <message>
            <source>Take connections, variables and pools along</source>
            <translation>연결, 변수, 풀 가져가기</translation>
        </message>
        <message>
            <source>Move Airflow: %1</source>
            <translation>Airflow 옮기기: %1</translation>
        </message>
    </context>
    <context>
        <name>MoveOut</name>
        <message>
            <source>There is no Airflow without containers whose connections could be taken along</source>
            <translation>연결을 가져갈, 컨테이너 없이 실행되는 Airflow가 없습니다</translation>
        </message>
        <message>
            <source>Start it without containers once more, then move it</source>
            <translation>컨테이너 없이 한 번 더 시작한 다음 옮기세요</translation>
        </message>
        <message>
            <source>Its Python environment has been removed</source>
            <translation>Python 환경이 제거되었습니다</translation>
        </message>
    </context>
    <context>
        <name>WindowActions</name>
        <message>
            <source>&amp;Move to kind…</source>
            <translation>kind로 옮기기(&amp;M)…</translation>
        </message>
        <message>
            <source>Go on in a kind cluster, with connections, variables and pools</source>
            <translation>연결, 변수, 풀과 함께 kind 클러스터에서 계속합니다</translation>
        </message>
        <message>
            <source>Move to kind</source>
            <translation>kind로 옮기기</translation>
        </message>
        <message>
            <source>Go on in a kind cluster?</source>
            <translation>kind 클러스터에서 계속할까요?</translation>
        </message>
        <message>
            <source>Connections, variables and pools go along. The history of runs stays behind: once the cluster has taken over, what runs without containers is deleted. The workspace's files and task logs stay.</source>
            <translation>연결, 변수, 풀은 함께 옮겨집니다. 실행 기록은 옮겨지지 않습니다. 클러스터가 넘겨받으면 컨테이너 없이 실행되던 것은 삭제됩니다. 작업 공간의 파일과 작업 로그는 그대로 남습니다.</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>옮기기</translation>
        </message>
        <message>
            <source>Keep it as it is</source>
            <translation>그대로 두기</translation>
        </message>
    </context>
    <context>
        <name>CountedPart</name>
        <message>
            <source>the tables are there</source>
            <translation>테이블이 준비됨</translation>
        </message>
        <message>
            <source>users: %1</source>
            <translation>사용자: %1</translation>
        </message>
        <message>
            <source>connections: %1</source>
            <translation>연결: %1</translation>
        </message>
        <message>
            <source>variables: %1</source>
            <translation>변수: %1</translation>
        </message>
        <message>
            <source>pools: %1</source>
            <translation>풀: %1</translation>
        </message>
    </context>
    <context>
        <name>windsock::CloseGuard</name>
        <message>
            <source>Runs are under way: %1. Cancel them and close?</source>
            <translation>여러 작업이 진행 중입니다: %1. 모두 취소하고 닫을까요?</translation>
        </message>
        <message>
            <source>Cancel them and close</source>
            <translation>모두 취소하고 닫기</translation>
        </message>
        <message>
            <source>Close Windsock</source>
            <translation>Windsock 닫기</translation>
        </message>
        <message>
            <source>A run is under way: %1. Cancel it and close?</source>
            <translation>작업이 진행 중입니다: %1. 취소하고 닫을까요?</translation>
        </message>
        <message>
            <source>What is done is kept; Start goes on from there.</source>
            <translation>끝난 일은 남아 있고, 시작하면 이어서 합니다.</translation>
        </message>
        <message>
            <source>Cancel it and close</source>
            <translation>취소하고 닫기</translation>
        </message>
        <message>
            <source>Keep the window open</source>
            <translation>창을 열어 두기</translation>
        </message>
        <message>
            <source>Closes when the run has ended…</source>
            <translation>작업이 끝나면 닫힙니다…</translation>
        </message>
    </context>
    <context>
        <name>PlaceLink</name>
        <message>
            <source>Open %1</source>
            <translation>%1 열기</translation>
        </message>
    </context>
    <context>
        <name>windsock::PlaceLink</name>
        <message>
            <source>Open %1</source>
            <translation>%1 열기</translation>
        </message>
    </context>
    <context>
        <name>windsock::WarningsPanel</name>
        <message>
            <source>Odd in the workspace's files</source>
            <translation>작업 공간 파일에서 눈에 띄는 점</translation>
        </message>
    </context>
    <context>
        <name>AirflowRuntime</name>
        <message>
            <source>At most %1 tasks run at once on this machine</source>
            <translation>이 컴퓨터에서는 태스크가 동시에 최대 %1개 실행됩니다</translation>
        </message>
    </context>
    <context>
        <name>DagBundles</name>
        <message>
            <source>DAGs come from the workspace's own folders: the bundle %1 (%2) is not read</source>
            <translation>DAG는 워크스페이스의 폴더에서 읽습니다. 번들 %1(%2)은 읽지 않습니다</translation>
        </message>
    </context>
    <context>
        <name>PlanPrinter</name>
        <message>
            <source>(nothing to run)</source>
            <translation>(실행할 것 없음)</translation>
        </message>
    </context>
</TS>
