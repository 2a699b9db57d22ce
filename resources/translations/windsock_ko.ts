<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
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
    </context>
    <context>
        <name>Cluster</name>
        <message>
            <source>Read the workspace</source>
            <translation>작업 공간 읽기</translation>
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
        <name>KindBackend</name>
        <message>
            <source>Scheduler</source>
            <translation>스케줄러</translation>
        </message>
        <message>
            <source>Triggerer</source>
            <translation>트리거러</translation>
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
            <source>the cluster is kept as it is</source>
            <translation>클러스터는 그대로 둡니다</translation>
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
            <source>Delete cluster</source>
            <translation>클러스터 삭제</translation>
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
            <source>Keep it</source>
            <translation>그대로 두기</translation>
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
            <source>pods cannot write</source>
            <translation>파드가 쓸 수 없음</translation>
        </message>
        <message>
            <source>read by the pods</source>
            <translation>파드가 읽음</translation>
        </message>
        <message>
            <source>read and written by the pods</source>
            <translation>파드가 읽고 씀</translation>
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
    </context>
    <context>
        <name>windsock::PlanModel</name>
        <message>
            <source>usually %1</source>
            <translation>보통 %1</translation>
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
        <name>windsock::Remedies</name>
        <message>
            <source>Open a workspace first</source>
            <translation>먼저 작업 공간을 여세요</translation>
        </message>
    </context>
    <context>
        <name>windsock::RunView</name>
        <message>
            <source>Copy &amp;commands</source>
            <translation>명령 복사(&amp;C)</translation>
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
            <source>Reduce &amp;motion</source>
            <translation>움직임 줄이기(&amp;M)</translation>
        </message>
    </context>
    <context>
        <name>windsock::StatePill</name>
        <message>
            <source>No workspace</source>
            <translation>작업 공간 없음</translation>
        </message>
    </context>
    <context>
        <name>windsock::StatusStrip</name>
        <message>
            <source>Ctrl+K finds any action</source>
            <translation>Ctrl+K로 어떤 동작이든 찾기</translation>
        </message>
        <message>
            <source>Airflow %1</source>
            <translation>Airflow %1</translation>
        </message>
        <message>
            <source>chart %1</source>
            <translation>차트 %1</translation>
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
            <source>Copied</source>
            <translation>복사했습니다</translation>
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
            <source>Reset cluster</source>
            <translation>클러스터 초기화</translation>
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
        <message>
            <source>&amp;Try again</source>
            <translation>다시 시도(&amp;T)</translation>
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
            <source>web: container cannot start</source>
            <translation>web: 컨테이너를 시작할 수 없음</translation>
        </message>
        <message>
            <source>The web pod cannot mount /opt/airflow/dbt</source>
            <translation>web 파드가 /opt/airflow/dbt를 마운트할 수 없습니다</translation>
        </message>
        <message>
            <source>The values mount /opt/airflow/dbt from the node, but kind-cluster.yaml has no extraMount for it, so the folder does not exist there.</source>
            <translation>값 파일은 노드의 /opt/airflow/dbt를 마운트하지만 kind-cluster.yaml에 그 extraMount가 없어 노드에 폴더가 없습니다.</translation>
        </message>
        <message>
            <source>Share ./dbt with the node. Mounts are fixed when a node is made, so the cluster is made anew; the files of the workspace stay.</source>
            <translation>./dbt를 노드와 공유하세요. 마운트는 노드를 만들 때 정해지므로 클러스터를 새로 만들어야 합니다. 작업 공간의 파일은 남습니다.</translation>
        </message>
        <message>
            <source>Delete and start again…</source>
            <translation>삭제하고 다시 시작…</translation>
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
            <source>heartbeat 2 s ago</source>
            <translation>2초 전 하트비트</translation>
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
            <source>same in pods</source>
            <translation>파드와 같음</translation>
        </message>
        <message>
            <source>Chart</source>
            <translation>차트</translation>
        </message>
        <message>
            <source>revision 3</source>
            <translation>리비전 3</translation>
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
            <source>airflow-control-plane · 1.9 of 7.6 GB</source>
            <translation>airflow-control-plane · 7.6 GB 중 1.9</translation>
        </message>
        <message>
            <source>not writable for uid 50000</source>
            <translation>uid 50000이 쓸 수 없음</translation>
        </message>
        <message>
            <source>Docker is not running</source>
            <translation>Docker가 실행 중이 아님</translation>
        </message>
        <message>
            <source>Start Docker</source>
            <translation>Docker 시작</translation>
        </message>
        <message>
            <source>21 GB free</source>
            <translation>21 GB 남음</translation>
        </message>
        <message>
            <source>Airflow needs about 6 GB the first time</source>
            <translation>Airflow는 처음에 약 6 GB가 필요함</translation>
        </message>
    </context>
</TS>
