// Written by embed-knowledge.ts from ../../knowledge; run `pnpm knowledge:embed` after a change of a file there.
import type { KnownProblem } from './known-problem.ts';

/** Names of all known problems. */
export type KnownProblemId =
  | 'architecture-unknown'
  | 'attention-backend-invalid'
  | 'bfloat16-unsupported'
  | 'blackwell-driver-too-old'
  | 'clock-source-slow'
  | 'compiler-unknown-gpu'
  | 'connections-closed'
  | 'container-shared-memory-small'
  | 'container-toolkit-missing'
  | 'context-longer-than-model'
  | 'cuda-graph-capture-failed'
  | 'cuda-library-mismatch'
  | 'cuda-out-of-memory'
  | 'dialect-refused'
  | 'disk-full'
  | 'docker-unreachable'
  | 'driver-too-old-for-build'
  | 'eager-mode'
  | 'ephemeral-ports-few'
  | 'few-cores'
  | 'file-descriptors-few'
  | 'flash-attention-3-unsupported'
  | 'flashinfer-unsupported'
  | 'fp8-unsupported'
  | 'gated-model-without-token'
  | 'generate-parameters-ignored'
  | 'gpu-memory-not-free'
  | 'gpu-memory-share-high'
  | 'gpu-not-visible'
  | 'host-out-of-memory'
  | 'host-shared-memory-small'
  | 'image-not-found'
  | 'image-not-pinned'
  | 'kernel-compiler-missing'
  | 'kv-cache-too-small'
  | 'little-memory'
  | 'low-throughput'
  | 'model-cache-not-mounted'
  | 'model-not-found'
  | 'model-not-in-offline-cache'
  | 'nccl-failure'
  | 'no-kernel-image'
  | 'no-metrics'
  | 'no-prefix-cache-route'
  | 'no-usage'
  | 'node-too-old'
  | 'open-kernel-modules-required'
  | 'out-of-memory-while-profiling'
  | 'port-in-use'
  | 'remote-code-not-trusted'
  | 'secret-variable-missing'
  | 'server-unreachable'
  | 'sglang-disable-cuda-graph'
  | 'sglang-disable-flashinfer'
  | 'sglang-memory-fraction-too-small'
  | 'sglang-removed-arguments'
  | 'sglang-torch-native-attention'
  | 'slow-start'
  | 'tokenizer-missing'
  | 'too-few-gpus'
  | 'unknown-argument'
  | 'vllm-attention-backend-variable'
  | 'vllm-model-as-flag'
  | 'vllm-removed-arguments'
  | 'weights-damaged'
  | 'weights-missing';

/** Every known problem, in the order of their names. */
export const embeddedProblems: readonly KnownProblem[] = [
  {
    id: 'architecture-unknown',
    area: 'model',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: [
      'Model architectures .{1,80} are not supported for now',
      'has no (?:SGlang|vLLM) implementation',
      'but Transformers does not recognize this architecture',
    ],
    signs: [],
    versions: 'vLLM 0.32.0 and SGLang 0.5.23.',
    commands: [
      'python3 -c "import vllm; print(vllm.__version__)"',
      'python3 -c "import sglang; print(sglang.__version__)"',
    ],
    sources: [
      'https://docs.vllm.ai/en/latest/models/supported_models/',
      'https://docs.sglang.io/supported_models/generative_models.html',
    ],
    text: {
      en: {
        title: 'The engine does not know this kind of model',
        cause: 'The model is newer than the engine, or of a kind that the engine does not serve.',
        fix: "Take the engine's newest release, or look into its list of models.",
      },
      ko: {
        title: '엔진이 이 종류의 모델을 모릅니다',
        cause: '모델이 엔진보다 새롭거나, 엔진이 지원하지 않는 종류입니다.',
        fix: '엔진의 최신 릴리스를 쓰거나 지원 모델 목록을 확인하세요.',
      },
      zh: {
        title: '引擎不认识这类模型',
        cause: '模型比引擎更新，或者属于引擎不支持的类型。',
        fix: '换用引擎的最新版本，或查阅它支持的模型列表。',
      },
    },
  },
  {
    id: 'attention-backend-invalid',
    area: 'gpu',
    engines: ['vllm'],
    specificity: 2,
    weight: 'error',
    log: [
      'Selected backend .{1,60} is not valid for',
      'No valid attention backend found for',
      'FlashAttention only supports Ampere GPUs or newer',
    ],
    signs: [],
    versions:
      'vLLM 0.32.0; the reasons stand behind the message. FlashAttention needs compute capability 8.0 or newer there.',
    commands: ['vllm serve --help=AttentionConfig'],
    sources: [
      'https://github.com/vllm-project/vllm/issues/40677',
      'https://github.com/vllm-project/vllm/issues/8189',
    ],
    text: {
      en: {
        title: 'No attention backend fits GPU, model and settings',
        cause:
          'The chosen attention backend, or every one of them, refuses this combination of GPU, head size, data type of the KV cache and model features. vLLM lists the reason of each.',
        fix: 'Remove `--attention-backend` and `--kv-cache-dtype` so that vLLM chooses; if nothing fits then, TRITON_ATTN takes the most combinations.',
      },
      ko: {
        title: 'GPU, 모델, 설정에 맞는 attention 백엔드가 없습니다',
        cause:
          '선택한 백엔드 또는 모든 백엔드가 GPU, head 크기, KV 캐시 자료형, 모델 기능의 이 조합을 거부합니다. vLLM은 백엔드마다 이유를 출력합니다.',
        fix: '`--attention-backend`와 `--kv-cache-dtype`을 빼고 vLLM이 고르게 하세요. 그래도 없으면 TRITON_ATTN이 가장 많은 조합을 지원합니다.',
      },
      zh: {
        title: '没有适合这款 GPU、模型和设置的注意力后端',
        cause:
          '所选的注意力后端（或全部后端）不接受这种 GPU、head 大小、KV 缓存数据类型和模型特性的组合。vLLM 会逐一列出原因。',
        fix: '去掉 `--attention-backend` 和 `--kv-cache-dtype`，让 vLLM 自行选择；若仍没有合适的，TRITON_ATTN 支持的组合最多。',
      },
    },
  },
  {
    id: 'bfloat16-unsupported',
    area: 'gpu',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: ['Bfloat16 is only supported on GPUs with compute capability of at least 8\\.0'],
    signs: [
      {
        computeCapability: '<8.0',
        engine: 'vllm',
        arguments: ['--dtype=bfloat16'],
      },
    ],
    versions: 'vLLM 0.32.0 ends; SGLang 0.5.23 goes on with float16 by itself (read in their sources).',
    commands: ['vllm serve MODEL --dtype half'],
    sources: [
      'https://docs.vllm.ai/en/latest/usage/troubleshooting/',
      'https://docs.nvidia.com/cuda/cuda-c-programming-guide/index.html',
    ],
    text: {
      en: {
        title: 'This GPU cannot compute in bfloat16',
        cause:
          'GPUs before compute capability 8.0 (V100, T4, RTX 20) have no bfloat16, and most models are stored in it.',
        fix: 'Start with `--dtype half`. Say so in a comparison, the other server may have used bfloat16.',
      },
      ko: {
        title: '이 GPU는 bfloat16을 지원하지 않습니다',
        cause:
          'compute capability 8.0 이전의 GPU(V100, T4, RTX 20)에는 bfloat16이 없는데, 대부분의 모델은 bfloat16으로 저장되어 있습니다.',
        fix: '`--dtype half`로 시작하세요. 다른 서버가 bfloat16을 썼다면 비교할 때 그 차이를 밝혀야 합니다.',
      },
      zh: {
        title: '这款 GPU 不能用 bfloat16 计算',
        cause: '计算能力 8.0 以前的 GPU（V100、T4、RTX 20）没有 bfloat16，而大多数模型都以它存储。',
        fix: '用 `--dtype half` 启动。做对比时请注明，另一台服务器可能用了 bfloat16。',
      },
    },
  },
  {
    id: 'blackwell-driver-too-old',
    area: 'gpu',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: ['NVRM: .{0,80}is not supported by the .{0,40}driver release'],
    signs: [
      {
        computeCapability: '>=12.0 <13',
        driver: '<570',
      },
      {
        computeCapability: '>=12.0 <13',
        cuda: '<12.8',
      },
      {
        computeCapability: '>=10.0 <12',
        driver: '<570',
      },
    ],
    versions:
      'Blackwell GPUs need CUDA 12.8 or newer, and with it driver 570 or newer (CUDA 12.8 release notes). Driver 555 with CUDA 12.6 cannot run them.',
    commands: ['nvidia-smi --query-gpu=name,compute_cap,driver_version --format=csv'],
    sources: [
      'https://docs.nvidia.com/cuda/archive/12.8.0/cuda-toolkit-release-notes/index.html',
      'https://docs.nvidia.com/cuda/blackwell-compatibility-guide/index.html',
    ],
    text: {
      en: {
        title: 'The driver is older than this Blackwell GPU',
        cause:
          'A Blackwell GPU (compute capability 10.0 or 12.0, for example the RTX 5090) is known to drivers from 570 and CUDA from 12.8 on. An older driver cannot start it, so a report that names one, such as driver 555 with CUDA 12.6, cannot describe the run.',
        fix: "Install driver 570 or newer, better 580 or newer, because today's builds of both engines use CUDA 13. Use the open kernel modules.",
      },
      ko: {
        title: '드라이버가 이 Blackwell GPU보다 오래되었습니다',
        cause:
          'Blackwell GPU(compute capability 10.0 또는 12.0, 예: RTX 5090)는 드라이버 570, CUDA 12.8부터 지원됩니다. 그보다 오래된 드라이버로는 GPU가 동작하지 않으므로, 드라이버 555와 CUDA 12.6처럼 적힌 보고서는 실제 실행 환경일 수 없습니다.',
        fix: '드라이버 570 이상을 설치하세요. 두 엔진의 현재 빌드는 CUDA 13을 쓰므로 580 이상이 더 좋습니다. 커널 모듈은 open 버전을 사용해야 합니다.',
      },
      zh: {
        title: '驱动比这款 Blackwell GPU 旧',
        cause:
          'Blackwell GPU（计算能力 10.0 或 12.0，例如 RTX 5090）从驱动 570 和 CUDA 12.8 起才受支持。更旧的驱动无法启动它，因此写着驱动 555 与 CUDA 12.6 的报告不可能描述真实的运行。',
        fix: '安装 570 或更新的驱动，最好是 580 以上，因为两个引擎目前的构建都使用 CUDA 13。请使用开源内核模块。',
      },
    },
  },
  {
    id: 'clock-source-slow',
    area: 'host',
    engines: [],
    specificity: 2,
    weight: 'advice',
    log: [],
    signs: [],
    versions: 'Linux on x86.',
    commands: [
      'cat /sys/devices/system/clocksource/clocksource0/available_clocksource',
      'echo tsc | sudo tee /sys/devices/system/clocksource/clocksource0/current_clocksource',
    ],
    sources: ['https://docs.kernel.org/virt/kvm/x86/timekeeping.html'],
    text: {
      en: {
        title: 'Reading the clock is slow here',
        cause:
          "The kernel uses a clock other than the processor's counter, so each time stamp costs a call into the kernel, about a microsecond, and a load with many tokens reads it very often.",
        fix: 'Switch to tsc where it is available, or use a machine type of the cloud that offers it.',
      },
      ko: {
        title: '이 호스트는 시계를 읽는 것이 느립니다',
        cause:
          '커널이 프로세서의 카운터가 아닌 시계를 쓰므로 시각을 읽을 때마다 커널 호출이 필요합니다(약 1마이크로초). 토큰이 많은 부하는 시각을 매우 자주 읽습니다.',
        fix: 'tsc를 쓸 수 있다면 바꾸고, 아니면 tsc를 제공하는 클라우드 머신 유형을 사용하세요.',
      },
      zh: {
        title: '这台主机读取时钟较慢',
        cause:
          '内核使用的不是处理器自带的计数器，每取一次时间戳都要进入内核，约一微秒；token 多的负载会频繁读取。',
        fix: '在可用时切换到 tsc，或选用提供 tsc 的云主机类型。',
      },
    },
  },
  {
    id: 'compiler-unknown-gpu',
    area: 'gpu',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: [
      'ptxas fatal .{0,10}Value .sm_[0-9a-z]{2,6}. is not defined for option .gpu-name',
      'nvcc fatal .{0,10}Unsupported gpu architecture',
    ],
    signs: [],
    versions:
      'The compiler has to know the GPU, from CUDA 12.8 on for compute capability 12.0, from CUDA 12.9 on for 12.1.',
    commands: ['/usr/local/cuda/bin/ptxas --version', 'export TRITON_PTXAS_PATH=/usr/local/cuda/bin/ptxas'],
    sources: [
      'https://github.com/triton-lang/triton/issues/8539',
      'https://github.com/vllm-project/vllm/pull/31338',
    ],
    text: {
      en: {
        title: 'The kernel compiler does not know this GPU',
        cause:
          'Kernels that are compiled at start go through the ptxas that Triton brings or through the nvcc of the image, and that one is older than the GPU.',
        fix: 'Set TRITON_PTXAS_PATH to the ptxas of a CUDA toolkit that knows the GPU, or take an image with a newer toolkit.',
      },
      ko: {
        title: '커널 컴파일러가 이 GPU를 모릅니다',
        cause:
          '시작할 때 컴파일되는 커널은 Triton에 포함된 ptxas나 이미지의 nvcc를 거치는데, 그 버전이 GPU보다 오래되었습니다.',
        fix: 'TRITON_PTXAS_PATH를 이 GPU를 아는 CUDA 툴킷의 ptxas로 설정하거나, 더 새로운 툴킷이 든 이미지를 사용하세요.',
      },
      zh: {
        title: '内核编译器不认识这款 GPU',
        cause: '启动时编译的内核要经过 Triton 自带的 ptxas 或镜像里的 nvcc，而它比 GPU 旧。',
        fix: '把 TRITON_PTXAS_PATH 指向认识该 GPU 的 CUDA toolkit 中的 ptxas，或换用 toolkit 更新的镜像。',
      },
    },
  },
  {
    id: 'connections-closed',
    area: 'network',
    engines: [],
    specificity: 2,
    weight: 'advice',
    log: [],
    signs: [],
    versions: 'Any version; servers of the engines keep connections open, some proxies do not.',
    commands: ['curl -v URL/v1/models'],
    sources: ['https://www.rfc-editor.org/rfc/rfc9112#name-persistence'],
    text: {
      en: {
        title: 'The server closes the connection after each answer',
        cause:
          'Each request then starts with a new connection, and that time counts in the time to first token. With many requests the local ports are used up as well.',
        fix: 'Measure the engine itself rather than a proxy, or switch keep-alive on in the proxy.',
      },
      ko: {
        title: '서버가 응답할 때마다 연결을 닫습니다',
        cause:
          '요청마다 연결을 새로 맺으므로 그 시간이 첫 토큰 시간(TTFT)에 포함됩니다. 요청이 많으면 로컬 포트도 소진됩니다.',
        fix: '프록시가 아니라 엔진을 직접 측정하거나, 프록시에서 keep-alive를 켜세요.',
      },
      zh: {
        title: '服务器每次应答后都关闭连接',
        cause: '于是每个请求都要新建连接，这段时间会计入首 token 时间；请求多时本地端口也会耗尽。',
        fix: '直接测量引擎而不是代理，或在代理中开启 keep-alive。',
      },
    },
  },
  {
    id: 'container-shared-memory-small',
    area: 'container',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: [
      'NCCL WARN .{0,60}/dev/shm',
      'failed to extend /dev/shm',
      'Error while creating shared memory segment /dev/shm',
      'ncclShmOpen',
      'Bus error .{0,20}insufficient shared memory',
      'It is possible that dataloader.s workers are out of shared memory',
    ],
    signs: [],
    versions: 'Any version; Docker gives a container 64 MB of shared memory unless told otherwise.',
    commands: ['docker run --ipc=host ...', 'docker exec CONTAINER df -h /dev/shm'],
    sources: [
      'https://docs.vllm.ai/en/latest/deployment/docker/',
      'https://docs.nvidia.com/deeplearning/nccl/user-guide/docs/troubleshooting/runtime_and_mpi_issues.html',
      'https://github.com/vllm-project/vllm/issues/1710',
    ],
    text: {
      en: {
        title: 'The container has too little shared memory',
        cause:
          "The server's processes and NCCL exchange data through /dev/shm, and a container has 64 MB of it unless it was started with more.",
        fix: 'Start it with `--ipc=host` (`ipc: host` in the plan), or with `--shm-size 16g` (`shmSize`).',
      },
      ko: {
        title: '컨테이너의 공유 메모리가 너무 작습니다',
        cause:
          '서버의 프로세스들과 NCCL은 /dev/shm으로 데이터를 주고받는데, 따로 지정하지 않으면 컨테이너에는 64MB뿐입니다.',
        fix: '`--ipc=host`(계획 파일의 `ipc: host`) 또는 `--shm-size 16g`(`shmSize`)로 시작하세요.',
      },
      zh: {
        title: '容器的共享内存太小',
        cause: '服务器的进程和 NCCL 通过 /dev/shm 交换数据，而容器默认只有 64 MB。',
        fix: '启动时加上 `--ipc=host`（计划中为 `ipc: host`），或 `--shm-size 16g`（`shmSize`）。',
      },
    },
  },
  {
    id: 'container-toolkit-missing',
    area: 'container',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: [
      'could not select device driver .{0,20}with capabilities: \\[\\[gpu\\]\\]',
      'unknown or invalid runtime name: nvidia',
      'Unknown runtime specified nvidia',
      'nvidia-container-cli: initialization error',
      'exec: .nvidia-container-runtime.{0,10}: executable file not found',
    ],
    signs: [],
    versions: 'Any version of Docker with NVIDIA GPUs. `--runtime nvidia` is not needed beside `--gpus`.',
    commands: [
      'nvidia-ctk --version',
      'sudo nvidia-ctk runtime configure --runtime=docker',
      'sudo systemctl restart docker',
    ],
    sources: [
      'https://docs.nvidia.com/datacenter/cloud-native/container-toolkit/latest/install-guide.html',
      'https://github.com/NVIDIA/nvidia-container-toolkit/issues/871',
    ],
    text: {
      en: {
        title: 'Docker cannot give containers a GPU',
        cause:
          'The NVIDIA Container Toolkit is not installed, or Docker was not told of it, or Docker was installed as a snap, which cannot use it.',
        fix: 'Install the package nvidia-container-toolkit, run `sudo nvidia-ctk runtime configure --runtime=docker`, and restart Docker.',
      },
      ko: {
        title: 'Docker가 컨테이너에 GPU를 할당할 수 없습니다',
        cause:
          'NVIDIA Container Toolkit이 설치되지 않았거나, Docker에 등록되지 않았거나, 이를 쓸 수 없는 snap 버전의 Docker입니다.',
        fix: 'nvidia-container-toolkit 패키지를 설치하고 `sudo nvidia-ctk runtime configure --runtime=docker`를 실행한 뒤 Docker를 재시작하세요.',
      },
      zh: {
        title: 'Docker 无法把 GPU 交给容器',
        cause:
          '没有安装 NVIDIA Container Toolkit，或没有告知 Docker，或 Docker 是以 snap 方式安装的，那样无法使用它。',
        fix: '安装 nvidia-container-toolkit，运行 `sudo nvidia-ctk runtime configure --runtime=docker`，然后重启 Docker。',
      },
    },
  },
  {
    id: 'context-longer-than-model',
    area: 'model',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: ['is greater than the derived (?:max_model_len|context_length)'],
    signs: [],
    versions: 'vLLM 0.32.0 ends (seen); SGLang 0.5.23 has the same words.',
    commands: ['vllm serve MODEL --max-model-len auto'],
    sources: ['https://docs.vllm.ai/en/latest/configuration/engine_args/'],
    text: {
      en: {
        title: 'The context length is longer than the model was made for',
        cause:
          "`--max-model-len` or `--context-length` is above what the model's config says. Positions beyond that give wrong text or errors.",
        fix: "Lower it, or give the rope scaling that the model's card describes. Only then may the check be overridden.",
      },
      ko: {
        title: '컨텍스트 길이가 모델이 지원하는 길이보다 깁니다',
        cause:
          '`--max-model-len` 또는 `--context-length`가 모델 설정의 값보다 큽니다. 그 범위를 넘는 위치에서는 잘못된 텍스트나 오류가 나옵니다.',
        fix: '값을 낮추거나 모델 카드에 적힌 rope scaling을 지정하세요. 그런 경우에만 검사를 해제하세요.',
      },
      zh: {
        title: '上下文长度超出模型的设计',
        cause:
          '`--max-model-len` 或 `--context-length` 大于模型配置中的值，超出的位置会产生错误的文本或报错。',
        fix: '调低它，或按模型卡的说明设置 rope scaling；只有这样才可以跳过检查。',
      },
    },
  },
  {
    id: 'cuda-graph-capture-failed',
    area: 'memory',
    engines: [],
    specificity: 2,
    weight: 'error',
    log: [
      'Capture (?:frozen-KV MTP )?cuda graph failed',
      'CUDA error: operation failed due to a previous error during capture',
      'cudaErrorStreamCaptureInvalidated',
    ],
    signs: [],
    versions: "SGLang 0.5.23 and vLLM 0.32.0; the words of the first pattern are SGLang's.",
    commands: [
      'python3 -m sglang.launch_server --model-path MODEL --mem-fraction-static 0.8 --cuda-graph-max-bs-decode 16',
      'vllm serve MODEL --max-cudagraph-capture-size 64',
    ],
    sources: [
      'https://docs.sglang.io/references/faq.html',
      'https://docs.vllm.ai/en/latest/configuration/conserving_memory/',
    ],
    text: {
      en: {
        title: 'CUDA graphs could not be captured',
        cause:
          'Most often the memory is used up when the graphs of large batches are recorded; sometimes a kernel that the build lacks for this GPU fails for the first time here. It is not a property of new GPUs.',
        fix: 'Read the error above it. Out of memory - lower `--mem-fraction-static` or `--cuda-graph-max-bs-decode` (SGLang), `--gpu-memory-utilization` or `--max-cudagraph-capture-size` (vLLM). No kernel image - take another build. Switching graphs off comes last, it costs speed.',
      },
      ko: {
        title: 'CUDA graph를 캡처하지 못했습니다',
        cause:
          '대부분 큰 배치의 graph를 기록할 때 메모리가 부족한 경우이고, 빌드에 이 GPU용 커널이 없어 여기서 처음 실패하는 경우도 있습니다. 새 GPU 자체의 문제는 아닙니다.',
        fix: '바로 위의 오류를 보세요. 메모리 부족이면 SGLang은 `--mem-fraction-static` 또는 `--cuda-graph-max-bs-decode`를, vLLM은 `--gpu-memory-utilization` 또는 `--max-cudagraph-capture-size`를 줄이세요. 커널이 없다면 다른 빌드를 사용하세요. graph를 끄는 것은 속도를 잃으므로 마지막 방법입니다.',
      },
      zh: {
        title: 'CUDA graph 捕获失败',
        cause:
          '多数情况是在记录大批量的 graph 时显存耗尽；有时是构建中缺少这款 GPU 的内核，在这里第一次失败。这并不是新 GPU 本身的特性。',
        fix: '先看它上方的错误。显存不足：SGLang 调低 `--mem-fraction-static` 或 `--cuda-graph-max-bs-decode`，vLLM 调低 `--gpu-memory-utilization` 或 `--max-cudagraph-capture-size`。没有内核映像：换一个构建。关闭 graph 是最后的办法，会损失速度。',
      },
    },
  },
  {
    id: 'cuda-library-mismatch',
    area: 'gpu',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: [
      'Error 803: system has unsupported display driver',
      'Driver/library version mismatch',
      'Error 804: forward compatibility was attempted on non supported HW',
    ],
    signs: [],
    versions:
      'Any version; frequent with vLLM images from 0.15 on under some container runtimes, which load the compatibility libraries of the image (gpustack issue 4678).',
    commands: ['cat /proc/driver/nvidia/version', 'nvidia-smi'],
    sources: [
      'https://github.com/gpustack/gpustack/issues/4678',
      'https://github.com/vllm-project/vllm/issues/33447',
      'https://docs.nvidia.com/deploy/cuda-compatibility/',
    ],
    text: {
      en: {
        title: 'CUDA libraries and the loaded driver do not fit together',
        cause:
          'The process finds CUDA driver libraries of another version than the kernel module that is loaded, after an update without a restart, or because an image brings compatibility libraries of its own that come first.',
        fix: "Restart the host after a driver update. In a container use `--gpus all`, or set LD_LIBRARY_PATH=/usr/local/nvidia/lib64 for it so that the host's libraries come first.",
      },
      ko: {
        title: 'CUDA 라이브러리와 로드된 드라이버의 버전이 맞지 않습니다',
        cause:
          '프로세스가 찾은 CUDA 드라이버 라이브러리와 로드된 커널 모듈의 버전이 다릅니다. 업데이트 후 재부팅하지 않았거나, 이미지에 들어 있는 호환 라이브러리가 먼저 로드되는 경우입니다.',
        fix: '드라이버를 업데이트했다면 호스트를 재부팅하세요. 컨테이너에서는 `--gpus all`을 사용하거나 LD_LIBRARY_PATH=/usr/local/nvidia/lib64를 설정해 호스트의 라이브러리가 먼저 로드되게 하세요.',
      },
      zh: {
        title: 'CUDA 库与已加载的驱动不匹配',
        cause:
          '进程找到的 CUDA 驱动库与已加载的内核模块版本不同：可能是更新后没有重启，也可能是镜像自带的兼容库排在了前面。',
        fix: '更新驱动后重启主机。在容器中使用 `--gpus all`，或设置 LD_LIBRARY_PATH=/usr/local/nvidia/lib64，让主机的库排在前面。',
      },
    },
  },
  {
    id: 'cuda-out-of-memory',
    area: 'memory',
    engines: [],
    specificity: 1,
    weight: 'error',
    log: [
      'CUDA out of memory',
      'torch\\.OutOfMemoryError',
      'CUDA error: out of memory',
      'CUBLAS_STATUS_ALLOC_FAILED',
    ],
    signs: [],
    versions: 'Any version.',
    commands: [
      'nvidia-smi',
      'vllm serve MODEL --gpu-memory-utilization 0.85 --max-num-seqs 128',
      'python3 -m sglang.launch_server --model-path MODEL --mem-fraction-static 0.75',
    ],
    sources: [
      'https://docs.vllm.ai/en/latest/configuration/conserving_memory/',
      'https://docs.sglang.io/references/faq.html',
    ],
    text: {
      en: {
        title: 'The GPU ran out of memory',
        cause:
          'Weights, KV cache, activations and CUDA graphs together do not fit, or another process uses the GPU. While the weights are loaded it means that the model itself is too large; later that too little was left beside the KV cache.',
        fix: 'During loading take more GPUs, a smaller or a quantized model. Later lower `--gpu-memory-utilization` or `--max-num-seqs` (vLLM), `--mem-fraction-static` or `--chunked-prefill-size` (SGLang).',
      },
      ko: {
        title: 'GPU 메모리가 부족합니다',
        cause:
          '가중치, KV 캐시, 활성값, CUDA graph를 합친 크기가 GPU에 들어가지 않거나 다른 프로세스가 GPU를 쓰고 있습니다. 가중치를 읽는 중이라면 모델 자체가 너무 큰 것이고, 그 뒤라면 KV 캐시 외의 여유가 부족한 것입니다.',
        fix: '로딩 중이라면 GPU를 늘리거나 더 작은 모델 또는 양자화된 모델을 쓰세요. 그 뒤라면 vLLM은 `--gpu-memory-utilization`이나 `--max-num-seqs`를, SGLang은 `--mem-fraction-static`이나 `--chunked-prefill-size`를 줄이세요.',
      },
      zh: {
        title: 'GPU 显存不足',
        cause:
          '权重、KV 缓存、激活和 CUDA graph 加起来放不下，或另有进程占用 GPU。加载权重时出现，说明模型本身太大；之后出现，说明 KV 缓存之外留得太少。',
        fix: '加载时：增加 GPU，或用更小、量化过的模型。之后：vLLM 调低 `--gpu-memory-utilization` 或 `--max-num-seqs`，SGLang 调低 `--mem-fraction-static` 或 `--chunked-prefill-size`。',
      },
    },
  },
  {
    id: 'dialect-refused',
    area: 'server',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: [],
    signs: [],
    versions: 'Any version.',
    commands: ['curl -i URL/v1/models'],
    sources: [
      'https://docs.vllm.ai/en/latest/serving/openai_compatible_server/',
      'https://docs.sglang.io/basic_usage/openai_api.html',
    ],
    text: {
      en: {
        title: 'The server accepts no kind of request that Kneepoint sends',
        cause:
          'A small request was refused at every route. The model may be one without text generation, without a chat template, or a proxy may stand between.',
        fix: 'Name the model with `--model`, the key with `--api-key-env`, or use `--api openai-completions` for a model without a chat template.',
      },
      ko: {
        title: '서버가 Kneepoint의 어떤 요청도 받아들이지 않습니다',
        cause:
          '모든 경로에서 작은 요청이 거부되었습니다. 텍스트 생성 모델이 아니거나, 채팅 템플릿이 없거나, 중간에 프록시가 있을 수 있습니다.',
        fix: '`--model`로 모델을, `--api-key-env`로 키를 지정하거나, 채팅 템플릿이 없는 모델이라면 `--api openai-completions`를 쓰세요.',
      },
      zh: {
        title: '服务器不接受 Kneepoint 发送的任何一种请求',
        cause: '每个路由都拒绝了一个很小的请求。可能是不能生成文本的模型、没有对话模板，或中间隔着代理。',
        fix: '用 `--model` 指定模型，用 `--api-key-env` 指定密钥；没有对话模板的模型用 `--api openai-completions`。',
      },
    },
  },
  {
    id: 'disk-full',
    area: 'host',
    engines: [],
    specificity: 2,
    weight: 'error',
    log: [
      'OSError: \\[Errno 28\\] No space left on device',
      'no space left on device',
      'Not enough free disk space to download the file',
    ],
    signs: [],
    versions: 'Any version.',
    commands: ['df -h', 'docker system df'],
    sources: ['https://docs.docker.com/engine/manage-resources/pruning/'],
    text: {
      en: {
        title: 'A disk is full',
        cause:
          'Images of the engines take 10 to 30 GB and models as much again; the image store, the model cache or the result folder has no room left.',
        fix: "Make room, or move the model cache (HF_HOME) or Docker's data folder to a larger disk.",
      },
      ko: {
        title: '디스크가 가득 찼습니다',
        cause:
          '엔진 이미지는 10~30GB이고 모델도 그만큼 큽니다. 이미지 저장소, 모델 캐시 또는 결과 폴더에 공간이 없습니다.',
        fix: '공간을 비우거나 모델 캐시(HF_HOME)나 Docker의 데이터 폴더를 더 큰 디스크로 옮기세요.',
      },
      zh: {
        title: '磁盘已满',
        cause: '引擎镜像有 10 到 30 GB，模型也差不多；镜像存储、模型缓存或结果文件夹已没有空间。',
        fix: '腾出空间，或把模型缓存（HF_HOME）、Docker 的数据目录移到更大的磁盘。',
      },
    },
  },
  {
    id: 'docker-unreachable',
    area: 'container',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: ['Cannot connect to the Docker daemon', 'permission denied while trying to connect to the Docker'],
    signs: [],
    versions: 'Any version.',
    commands: ['docker info', 'sudo systemctl start docker', 'sudo usermod -aG docker $USER'],
    sources: [
      'https://docs.docker.com/engine/install/linux-postinstall/',
      'https://docs.docker.com/engine/daemon/troubleshoot/',
    ],
    text: {
      en: {
        title: 'Docker cannot be used',
        cause: 'Its daemon does not run, listens on another socket, or this user may not use its socket.',
        fix: 'Start Docker, set DOCKER_HOST where it listens elsewhere, or add the user to the group docker and log in again. Whoever is in that group is as good as root on this host.',
      },
      ko: {
        title: 'Docker를 사용할 수 없습니다',
        cause: '데몬이 실행 중이 아니거나, 다른 소켓을 쓰거나, 이 사용자에게 소켓 권한이 없습니다.',
        fix: 'Docker를 시작하거나, 다른 소켓이라면 DOCKER_HOST를 설정하거나, 사용자를 docker 그룹에 넣고 다시 로그인하세요. 이 그룹의 사용자는 호스트의 root와 같은 권한을 갖게 됩니다.',
      },
      zh: {
        title: '无法使用 Docker',
        cause: '守护进程没有运行、监听在别的 socket，或当前用户无权使用该 socket。',
        fix: '启动 Docker；若监听在别处则设置 DOCKER_HOST；或把用户加入 docker 组后重新登录。注意：该组的成员在这台主机上等同于 root。',
      },
    },
  },
  {
    id: 'driver-too-old-for-build',
    area: 'gpu',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: [
      'The NVIDIA driver on your system is too old',
      'CUDA driver version is insufficient for CUDA runtime version',
      'nvidia-container-cli: requirement error: unsatisfied condition: cuda',
    ],
    signs: [
      {
        computeCapability: '>=12.0',
        driver: '<580',
        engine: 'vllm',
        engineVersion: '>=0.32',
      },
      {
        computeCapability: '>=12.0',
        driver: '<580',
        engine: 'sglang',
        engineVersion: '>=0.5.23',
      },
    ],
    versions:
      "CUDA 13 needs driver 580 or newer. vLLM 0.32.0 (torch 2.13.0) and SGLang 0.5.23 (torch 2.14.1, flashinfer for CUDA 13) are built with CUDA 13 by default; read in their packages. Data centre GPUs can run it on older drivers with NVIDIA's compatibility package, so only GPUs of compute capability 12.0 are warned before the start.",
    commands: ['nvidia-smi', 'python3 -c "import torch; print(torch.__version__, torch.version.cuda)"'],
    sources: [
      'https://docs.nvidia.com/cuda/archive/13.0.1/cuda-toolkit-release-notes/index.html',
      'https://docs.nvidia.com/datacenter/tesla/drivers/supported-drivers-and-cuda-toolkit-versions.html',
      'https://github.com/modelscope/FunASR/issues/2973',
    ],
    text: {
      en: {
        title: 'The driver is too old for the CUDA version of this build',
        cause:
          "The engine was built with a newer CUDA version than the driver can run. Builds for CUDA 13 need driver 580 or newer; today's default builds of vLLM and SGLang are such ones.",
        fix: 'Update the driver, or take an image or wheel that was built for an older CUDA version (its tag or version says cu128 or cu129). On a data centre GPU the package cuda-compat may be enough.',
      },
      ko: {
        title: '드라이버가 이 빌드의 CUDA 버전보다 오래되었습니다',
        cause:
          '엔진이 드라이버가 실행할 수 있는 것보다 새로운 CUDA로 빌드되었습니다. CUDA 13 빌드에는 드라이버 580 이상이 필요하며, vLLM과 SGLang의 현재 기본 빌드가 여기에 해당합니다.',
        fix: '드라이버를 업데이트하거나, 더 낮은 CUDA 버전으로 빌드된 이미지나 휠(태그 또는 버전에 cu128, cu129가 있음)을 사용하세요. 데이터센터용 GPU라면 cuda-compat 패키지로 충분할 수 있습니다.',
      },
      zh: {
        title: '驱动太旧，不支持这个构建的 CUDA 版本',
        cause:
          '引擎所用的 CUDA 版本比驱动能运行的更新。CUDA 13 的构建需要 580 以上的驱动；vLLM 和 SGLang 目前的默认构建正是如此。',
        fix: '更新驱动，或换用较旧 CUDA 版本的镜像或 wheel（标签或版本号里写着 cu128 或 cu129）。数据中心 GPU 上安装 cuda-compat 包也许就够了。',
      },
    },
  },
  {
    id: 'eager-mode',
    area: 'measurement',
    engines: ['vllm'],
    specificity: 2,
    weight: 'advice',
    log: [],
    signs: [
      {
        hasGpu: true,
        engine: 'vllm',
        arguments: ['--enforce-eager'],
      },
    ],
    versions: 'vLLM 0.32.0.',
    commands: ['vllm serve MODEL'],
    sources: ['https://docs.vllm.ai/en/latest/configuration/conserving_memory/'],
    text: {
      en: {
        title: 'Compilation and CUDA graphs are switched off',
        cause:
          '`--enforce-eager` saves start-up time and some memory and costs speed with every token, most with few users.',
        fix: 'Remove it for a measurement, or use the same setting on both sides and say so.',
      },
      ko: {
        title: '컴파일과 CUDA graph가 꺼져 있습니다',
        cause:
          '`--enforce-eager`는 시작 시간과 메모리를 조금 아끼는 대신 토큰마다 속도를 잃으며, 사용자가 적을수록 손해가 큽니다.',
        fix: '측정할 때는 빼거나, 양쪽에 같은 설정을 쓰고 그 사실을 밝히세요.',
      },
      zh: {
        title: '编译和 CUDA graph 被关闭',
        cause: '`--enforce-eager` 能省下启动时间和少量显存，但每个 token 都会变慢，用户少时影响最大。',
        fix: '测量时去掉它，或让两边使用相同的设置并注明。',
      },
    },
  },
  {
    id: 'ephemeral-ports-few',
    area: 'host',
    engines: [],
    specificity: 2,
    weight: 'advice',
    log: ['EADDRNOTAVAIL', 'Cannot assign requested address'],
    signs: [],
    versions: 'Linux; 28,232 ports by default.',
    commands: [
      'cat /proc/sys/net/ipv4/ip_local_port_range',
      'sudo sysctl -w net.ipv4.ip_local_port_range="1024 65535"',
    ],
    sources: ['https://docs.kernel.org/networking/ip-sysctl.html'],
    text: {
      en: {
        title: 'Few ports for outgoing connections',
        cause:
          'A load that opens a connection for each request uses up the local ports, which stay blocked for a minute after they were closed.',
        fix: 'Widen the range, and keep connections open, which is what Kneepoint does unless the server closes them.',
      },
      ko: {
        title: '나가는 연결에 쓸 포트가 적습니다',
        cause:
          '요청마다 연결을 새로 여는 부하는 로컬 포트를 소진합니다. 닫힌 포트는 1분 동안 다시 쓸 수 없습니다.',
        fix: '범위를 넓히고 연결을 유지하세요. 서버가 끊지 않는 한 Kneepoint는 연결을 유지합니다.',
      },
      zh: {
        title: '可用于外出连接的端口太少',
        cause: '每个请求都新建连接的负载会用尽本地端口，而端口关闭后还会被占用一分钟。',
        fix: '扩大端口范围，并保持连接；除非服务器主动关闭，Kneepoint 都会保持连接。',
      },
    },
  },
  {
    id: 'few-cores',
    area: 'host',
    engines: [],
    specificity: 2,
    weight: 'advice',
    log: [],
    signs: [],
    versions: 'Any version.',
    commands: ['kneepoint calibrate'],
    sources: ['https://docs.vllm.ai/en/latest/configuration/optimization/'],
    text: {
      en: {
        title: 'There are few processor cores for server and client',
        cause:
          "Both engines use several processes, and the load generator wants a core of its own. On the same few cores they slow each other, and the client's delay counts as the server's.",
        fix: 'Run the client on another host, or give it cores of its own. `kneepoint calibrate` measures what this host can carry; the trust verdict of each stage says when it was too little.',
      },
      ko: {
        title: '서버와 클라이언트가 쓸 프로세서 코어가 적습니다',
        cause:
          '두 엔진 모두 여러 프로세스를 쓰고 부하 생성기도 자기 코어가 필요합니다. 같은 몇 개의 코어를 나눠 쓰면 서로 느려지고, 클라이언트의 지연이 서버의 것으로 잡힙니다.',
        fix: '클라이언트를 다른 호스트에서 실행하거나 전용 코어를 주세요. `kneepoint calibrate`는 이 호스트가 감당할 수 있는 부하를 재며, 단계별 신뢰 판정이 부족했던 때를 알려 줍니다.',
      },
      zh: {
        title: '供服务器和客户端使用的处理器核心太少',
        cause:
          '两个引擎都会使用多个进程，负载生成器也需要独占一个核心。挤在同样几个核心上时它们会互相拖慢，客户端的延迟就会算到服务器头上。',
        fix: '在另一台主机上运行客户端，或给它专用的核心。`kneepoint calibrate` 会测出这台主机的上限；每个阶段的可信度结论会说明核心是否不够。',
      },
    },
  },
  {
    id: 'file-descriptors-few',
    area: 'host',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: [
      '^(?:\\([A-Za-z0-9_ =-]{1,60}\\) ){0,2}OSError: \\[Errno 24\\] Too many open files',
      'EMFILE: too many open files',
      'socket\\.accept\\(\\) out of system resource',
    ],
    signs: [],
    versions: 'Any version. vLLM asks for 65,535 itself and goes on with a warning where it may not.',
    commands: ['ulimit -n', 'docker run --ulimit nofile=65535:65535 ...'],
    sources: [
      'https://man7.org/linux/man-pages/man2/getrlimit.2.html',
      'https://docs.docker.com/reference/cli/docker/container/run/',
    ],
    text: {
      en: {
        title: 'Too few open files are allowed',
        cause:
          'Each user of a load is a connection on both sides, and each connection is an open file. With a limit of 1,024 a load of a thousand users fails in ways that look like a slow server.',
        fix: 'Raise the limit for client and server, `ulimit -n 65535` in the shell or `--ulimit nofile=65535:65535` for a container.',
      },
      ko: {
        title: '열 수 있는 파일 수가 너무 적습니다',
        cause:
          '부하의 사용자 한 명은 양쪽에서 연결 하나이고, 연결 하나는 열린 파일 하나입니다. 제한이 1,024라면 천 명의 부하는 느린 서버처럼 보이는 방식으로 실패합니다.',
        fix: '클라이언트와 서버 모두 제한을 올리세요. 셸에서는 `ulimit -n 65535`, 컨테이너에서는 `--ulimit nofile=65535:65535`입니다.',
      },
      zh: {
        title: '允许打开的文件数太少',
        cause:
          '负载中的每个用户在两端都是一个连接，每个连接都是一个打开的文件。上限为 1,024 时，一千个用户的负载会以看似服务器缓慢的方式失败。',
        fix: '为客户端和服务器提高上限：在 shell 中用 `ulimit -n 65535`，容器用 `--ulimit nofile=65535:65535`。',
      },
    },
  },
  {
    id: 'flash-attention-3-unsupported',
    area: 'gpu',
    engines: ['sglang'],
    specificity: 3,
    weight: 'error',
    log: ['FlashAttention v3 Backend requires SM'],
    signs: [
      {
        computeCapability: '>=10.0',
        engine: 'sglang',
        arguments: ['--attention-backend=fa3'],
      },
    ],
    versions: 'SGLang 0.5.23 takes fa3 on compute capability 8.x and 9.0 only (read in its sources).',
    commands: ['python3 -m sglang.launch_server --model-path MODEL --attention-backend flashinfer'],
    sources: ['https://docs.sglang.io/advanced_features/attention_backend.html'],
    text: {
      en: {
        title: 'FlashAttention 3 does not run on Blackwell',
        cause:
          'It was written for Hopper (compute capability 9.0). No update of the driver changes that, and Blackwell does not wait for it, since it has FlashInfer and kernels of its own.',
        fix: 'Remove `--attention-backend fa3`; on compute capability 12.0 SGLang chooses flashinfer by itself.',
      },
      ko: {
        title: 'FlashAttention 3은 Blackwell에서 실행되지 않습니다',
        cause:
          'Hopper(compute capability 9.0)용으로 만들어진 커널입니다. 드라이버를 업데이트해도 달라지지 않으며, Blackwell에는 FlashInfer와 전용 커널이 있어 이를 기다릴 필요가 없습니다.',
        fix: '`--attention-backend fa3`를 빼세요. compute capability 12.0에서는 SGLang이 알아서 flashinfer를 선택합니다.',
      },
      zh: {
        title: 'FlashAttention 3 不能在 Blackwell 上运行',
        cause:
          '它是为 Hopper（计算能力 9.0）编写的。更新驱动也无济于事，Blackwell 也不必等它，因为已有 FlashInfer 和自己的内核。',
        fix: '去掉 `--attention-backend fa3`；在计算能力 12.0 上 SGLang 会自行选择 flashinfer。',
      },
    },
  },
  {
    id: 'flashinfer-unsupported',
    area: 'gpu',
    engines: ['vllm', 'sglang'],
    specificity: 2,
    weight: 'error',
    log: [
      'FlashInfer requires (?:GPUs with )?sm75',
      'Selected backend .{0,40}FLASHINFER.{0,20} is not valid for',
      'Flashinfer backend is not supported',
      'AssertionError: Only .{0,80} backends are supported on Blackwell GPUs',
    ],
    signs: [],
    versions:
      'vLLM 0.32.0 takes FlashInfer from compute capability 8.0 to 12.1, SGLang 0.5.23 takes it by default on 12.0 (read in their sources). Only single combinations are refused, such as attention sinks, some head sizes, or hybrid models on 10.0.',
    commands: [
      'vllm serve MODEL --attention-backend TRITON_ATTN',
      'python3 -m sglang.launch_server --model-path MODEL --attention-backend triton',
    ],
    sources: [
      'https://github.com/vllm-project/vllm/issues/40153',
      'https://github.com/sgl-project/sglang/issues/35080',
      'https://github.com/flashinfer-ai/flashinfer/issues/3620',
    ],
    text: {
      en: {
        title: 'FlashInfer does not take this model on this GPU',
        cause:
          "Today's engines support FlashInfer on Blackwell; that it does not know compute capability 12.0 is no longer true. What is refused are single combinations of model feature and GPU, and versions of FlashInfer that are older than the GPU.",
        fix: 'Leave the attention backend to the engine. If it was chosen by hand, choose Triton (`--attention-backend TRITON_ATTN` for vLLM, `--attention-backend triton` for SGLang); it is much faster than torch_native.',
      },
      ko: {
        title: 'FlashInfer가 이 GPU에서 이 모델을 지원하지 않습니다',
        cause:
          '현재 엔진들은 Blackwell에서 FlashInfer를 지원하므로, compute capability 12.0을 지원하지 않는다는 말은 더 이상 맞지 않습니다. 거부되는 것은 모델 기능과 GPU의 특정 조합, 그리고 GPU보다 오래된 FlashInfer 버전입니다.',
        fix: 'attention 백엔드는 엔진에 맡기세요. 직접 지정했다면 Triton을 선택하세요(vLLM은 `--attention-backend TRITON_ATTN`, SGLang은 `--attention-backend triton`). torch_native보다 훨씬 빠릅니다.',
      },
      zh: {
        title: 'FlashInfer 在这款 GPU 上不支持这个模型',
        cause:
          '目前的引擎在 Blackwell 上支持 FlashInfer，“它不认识计算能力 12.0”已不再成立。被拒绝的只是个别的模型特性与 GPU 的组合，以及比 GPU 更旧的 FlashInfer 版本。',
        fix: '让引擎自行选择注意力后端。如果是手动指定的，可选 Triton（vLLM 为 `--attention-backend TRITON_ATTN`，SGLang 为 `--attention-backend triton`），它比 torch_native 快得多。',
      },
    },
  },
  {
    id: 'fp8-unsupported',
    area: 'gpu',
    engines: [],
    specificity: 2,
    weight: 'error',
    log: [
      'The quantization method .{1,40} is not supported for the current GPU',
      'fp8e4nv not supported in this architecture',
      'type fp8e4nv not supported',
      'TRTLLM FMHAv2 prefill on SM120 does not support',
      'fp8 block-wise GEMM .{0,60}not supported',
    ],
    signs: [],
    versions:
      'FP8 kernels need compute capability 8.9; some FP8 and FP4 kernels exist for 9.0 and 10.0 but not for 12.0. SGLang 0.5.23 refuses trtllm_mha prefill with an fp8_e4m3 KV cache on 12.0 (read in its sources).',
    commands: [
      'nvidia-smi --query-gpu=name,compute_cap --format=csv',
      'vllm serve MODEL --kv-cache-dtype auto',
    ],
    sources: [
      'https://docs.vllm.ai/en/latest/features/quantization/',
      'https://github.com/flashinfer-ai/flashinfer/issues/1992',
    ],
    text: {
      en: {
        title: 'FP8 or FP4 is not available in this way on this GPU',
        cause:
          'Low precision needs kernels for exactly this GPU. Compute capability 8.9 and newer has FP8, and the data centre Blackwell (10.0) has kernels that the RTX 50 series (12.0) does not have.',
        fix: 'Take a checkpoint in another precision (bf16, AWQ, GPTQ), set the data type of the KV cache to auto, or choose another attention or GEMM backend (`--fp8-gemm-backend` for SGLang).',
      },
      ko: {
        title: '이 GPU에서는 FP8 또는 FP4를 이 방식으로 쓸 수 없습니다',
        cause:
          '낮은 정밀도에는 해당 GPU 전용 커널이 필요합니다. FP8은 compute capability 8.9부터 가능하며, 데이터센터용 Blackwell(10.0)에 있는 커널이 RTX 50 시리즈(12.0)에는 없는 경우가 있습니다.',
        fix: '다른 정밀도의 체크포인트(bf16, AWQ, GPTQ)를 쓰거나, KV 캐시 자료형을 auto로 두거나, 다른 attention 또는 GEMM 백엔드를 선택하세요(SGLang은 `--fp8-gemm-backend`).',
      },
      zh: {
        title: '这款 GPU 不能以这种方式使用 FP8 或 FP4',
        cause:
          '低精度需要专为这款 GPU 编写的内核。计算能力 8.9 及以上有 FP8；数据中心版 Blackwell（10.0）有的内核，RTX 50 系列（12.0）并没有。',
        fix: '换用其他精度的检查点（bf16、AWQ、GPTQ），把 KV 缓存的数据类型设为 auto，或选用别的注意力或 GEMM 后端（SGLang 为 `--fp8-gemm-backend`）。',
      },
    },
  },
  {
    id: 'gated-model-without-token',
    area: 'model',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: [
      'GatedRepoError',
      'You are trying to access a gated repo',
      'Cannot access gated repo for url',
      'Access to model .{1,100} is restricted',
    ],
    signs: [],
    versions: 'Any version.',
    commands: ['export HF_TOKEN', 'hf auth whoami'],
    sources: [
      'https://huggingface.co/docs/hub/models-gated',
      'https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables',
    ],
    text: {
      en: {
        title: 'The model is gated and no valid token was given',
        cause:
          "Its authors give access to people who ask for it. The download needs the token of an account that has it, and a container does not inherit the host's token.",
        fix: "Ask for access on the model's page, put a token into the environment variable HF_TOKEN, and pass it on by name (in the plan `env` with `fromEnv`, for docker run `--env HF_TOKEN`).",
      },
      ko: {
        title: '접근이 제한된(gated) 모델인데 유효한 토큰이 없습니다',
        cause:
          '제작자가 승인한 사람만 받을 수 있는 모델입니다. 승인된 계정의 토큰이 필요하며, 컨테이너는 호스트의 토큰을 물려받지 않습니다.',
        fix: '모델 페이지에서 접근을 신청하고, 환경 변수 HF_TOKEN에 토큰을 넣은 뒤 이름으로 전달하세요(계획 파일의 `env`에서 `fromEnv`, docker run에서는 `--env HF_TOKEN`).',
      },
      zh: {
        title: '模型需要授权，但没有给出有效的令牌',
        cause: '作者只把访问权授予申请过的人。下载时需要有权限的账号的令牌，而容器不会继承主机上的令牌。',
        fix: '在模型页面申请访问，把令牌放进环境变量 HF_TOKEN，并按名称传入（计划中用 `env` 的 `fromEnv`，docker run 用 `--env HF_TOKEN`）。',
      },
    },
  },
  {
    id: 'generate-parameters-ignored',
    area: 'arguments',
    engines: ['sglang'],
    specificity: 2,
    weight: 'advice',
    log: [],
    signs: [],
    versions: 'SGLang 0.5.23; its native route reads the limits of a request inside `sampling_params` only.',
    commands: [
      'curl URL/generate -H \'Content-Type: application/json\' -d \'{"text": "Hello", "sampling_params": {"max_new_tokens": 100}}\'',
    ],
    sources: ['https://docs.sglang.io/basic_usage/sampling_params.html'],
    text: {
      en: {
        title: 'max_new_tokens at the top level of /generate has no effect',
        cause:
          "SGLang's native route reads length, temperature and stop rules only from the object `sampling_params`. Beside it they are ignored without a word, and the answer has the default length of 128 tokens.",
        fix: "Put them inside `sampling_params`. Kneepoint's `sglang-generate` dialect does.",
      },
      ko: {
        title: '/generate의 최상위에 적은 max_new_tokens는 효과가 없습니다',
        cause:
          'SGLang의 자체 경로는 길이, temperature, 종료 조건을 `sampling_params` 객체 안에서만 읽습니다. 밖에 적으면 아무 메시지 없이 무시되고 응답은 기본값인 128토큰이 됩니다.',
        fix: '`sampling_params` 안에 적으세요. Kneepoint의 `sglang-generate` 방언은 그렇게 보냅니다.',
      },
      zh: {
        title: '放在 /generate 顶层的 max_new_tokens 不起作用',
        cause:
          'SGLang 的原生路由只从 `sampling_params` 对象中读取长度、温度和停止规则。放在它旁边的会被悄悄忽略，应答采用默认的 128 个 token。',
        fix: '把它们放进 `sampling_params`。Kneepoint 的 `sglang-generate` 就是这样发送的。',
      },
    },
  },
  {
    id: 'gpu-memory-not-free',
    area: 'memory',
    engines: ['vllm'],
    specificity: 3,
    weight: 'error',
    log: ['Free memory on device .{0,80}on startup is less than'],
    signs: [],
    versions: 'vLLM 0.32.0; the share is of the whole GPU, not of what is free.',
    commands: [
      'nvidia-smi --query-compute-apps=pid,used_memory --format=csv',
      'vllm serve MODEL --gpu-memory-utilization 0.85',
    ],
    sources: ['https://docs.vllm.ai/en/latest/configuration/conserving_memory/'],
    text: {
      en: {
        title: 'Less GPU memory is free than the server wants to take',
        cause:
          '`--gpu-memory-utilization` is a share of the whole GPU, and other processes - another server, a desktop - already use part of it. With 0.95 a few hundred megabytes elsewhere are enough.',
        fix: "End what else uses the GPU, or lower `--gpu-memory-utilization`. Raising it to 0.95 solves no allocation problem, it makes this one likelier; vLLM's default is 0.92.",
      },
      ko: {
        title: '서버가 쓰려는 것보다 남은 GPU 메모리가 적습니다',
        cause:
          '`--gpu-memory-utilization`은 GPU 전체에 대한 비율인데, 다른 서버나 데스크톱 같은 프로세스가 이미 일부를 쓰고 있습니다. 0.95라면 다른 곳에서 수백 MB만 써도 부족합니다.',
        fix: 'GPU를 쓰는 다른 프로세스를 끝내거나 `--gpu-memory-utilization`을 낮추세요. 0.95로 올리는 것은 할당 문제의 해결책이 아니라 이 문제를 더 자주 일으킵니다. vLLM의 기본값은 0.92입니다.',
      },
      zh: {
        title: '空闲显存少于服务器想要占用的量',
        cause:
          '`--gpu-memory-utilization` 是整个 GPU 的比例，而其他进程（另一台服务器、桌面）已占用了一部分。设为 0.95 时，别处用掉几百 MB 就足以失败。',
        fix: '结束占用 GPU 的其他进程，或调低 `--gpu-memory-utilization`。调到 0.95 解决不了分配问题，只会让它更容易出现；vLLM 的默认值是 0.92。',
      },
    },
  },
  {
    id: 'gpu-memory-share-high',
    area: 'memory',
    engines: ['vllm'],
    specificity: 1,
    weight: 'advice',
    log: [],
    signs: [
      {
        engine: 'vllm',
        arguments: [
          '--gpu-memory-utilization=0.95',
          '--gpu-memory-utilization=0.96',
          '--gpu-memory-utilization=0.97',
          '--gpu-memory-utilization=0.98',
          '--gpu-memory-utilization=0.99',
          '--gpu-memory-utilization=1',
          '--gpu-memory-utilization=1.0',
        ],
      },
    ],
    versions: 'vLLM 0.32.0, whose default is 0.92.',
    commands: ['vllm serve --help=CacheConfig'],
    sources: ['https://docs.vllm.ai/en/latest/configuration/conserving_memory/'],
    text: {
      en: {
        title: 'The server reserves almost the whole GPU',
        cause:
          'vLLM reserves its share at the start and keeps it as KV cache, so a large share is no sign of need. It says nothing about what the model uses, and leaves little for CUDA graphs, other processes and peaks.',
        fix: 'Keep the default unless the KV cache is too small. Compare the memory of two engines with the same share, or by what the weights and the KV cache take.',
      },
      ko: {
        title: '서버가 GPU 메모리를 거의 모두 예약합니다',
        cause:
          'vLLM은 시작할 때 이 비율만큼 예약해 KV 캐시로 유지하므로, 사용량이 크다고 해서 그만큼 필요하다는 뜻이 아닙니다. 모델이 실제로 쓰는 양과는 무관하며 CUDA graph와 다른 프로세스, 순간 최대치를 위한 여유가 적어집니다.',
        fix: 'KV 캐시가 부족하지 않다면 기본값을 유지하세요. 두 엔진의 메모리는 같은 비율로 비교하거나, 가중치와 KV 캐시가 차지하는 양으로 비교하세요.',
      },
      zh: {
        title: '服务器几乎预留了整个 GPU',
        cause:
          'vLLM 在启动时就预留它的份额并作为 KV 缓存保留，因此份额大并不代表需要这么多。它说明不了模型实际用了多少，也给 CUDA graph、其他进程和峰值留得太少。',
        fix: '除非 KV 缓存太小，否则保持默认值。比较两个引擎的显存时请用相同的份额，或比较权重与 KV 缓存各占多少。',
      },
    },
  },
  {
    id: 'gpu-not-visible',
    area: 'gpu',
    engines: [],
    specificity: 2,
    weight: 'error',
    log: [
      'Failed to infer device type',
      'No CUDA GPUs are available',
      'libcuda\\.so\\.1: cannot open shared object file',
      'Found no NVIDIA driver on your system',
      'CUDA-capable device\\(s\\) is/are busy or unavailable',
    ],
    signs: [],
    versions: 'Any version.',
    commands: ['nvidia-smi', 'docker run --rm --gpus all ubuntu nvidia-smi'],
    sources: [
      'https://docs.nvidia.com/datacenter/cloud-native/container-toolkit/latest/install-guide.html',
      'https://docs.vllm.ai/en/latest/getting_started/installation/gpu/',
    ],
    text: {
      en: {
        title: 'The server sees no GPU',
        cause:
          'The process finds no GPU - the container was started without `--gpus`, CUDA_VISIBLE_DEVICES hides it, no driver is installed, or the package is one for another device.',
        fix: 'Give the container its GPUs (`gpus` in the plan, `--gpus all` for docker run), check CUDA_VISIBLE_DEVICES, and check that nvidia-smi works on the host and in a container.',
      },
      ko: {
        title: '서버가 GPU를 찾지 못합니다',
        cause:
          '프로세스가 GPU를 찾지 못합니다. 컨테이너를 `--gpus` 없이 시작했거나, CUDA_VISIBLE_DEVICES가 GPU를 가렸거나, 드라이버가 없거나, 다른 장치용 패키지입니다.',
        fix: '컨테이너에 GPU를 할당하고(계획 파일의 `gpus`, docker run의 `--gpus all`), CUDA_VISIBLE_DEVICES를 확인하고, 호스트와 컨테이너에서 nvidia-smi가 동작하는지 확인하세요.',
      },
      zh: {
        title: '服务器看不到 GPU',
        cause:
          '进程找不到 GPU：容器启动时没有加 `--gpus`，CUDA_VISIBLE_DEVICES 把它隐藏了，没有安装驱动，或软件包是为别的设备构建的。',
        fix: '把 GPU 交给容器（计划中用 `gpus`，docker run 用 `--gpus all`），检查 CUDA_VISIBLE_DEVICES，并确认 nvidia-smi 在主机和容器里都能运行。',
      },
    },
  },
  {
    id: 'host-out-of-memory',
    area: 'host',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: [
      'Out of memory: Killed process',
      'oom-kill',
      'Memory cgroup out of memory',
      'DefaultCPUAllocator: can.t allocate memory',
    ],
    signs: [],
    versions: 'Any version.',
    commands: ['free -h', 'sudo dmesg | grep -i oom'],
    sources: ['https://docs.kernel.org/admin-guide/cgroup-v2.html'],
    text: {
      en: {
        title: 'The host ran out of memory and ended the server',
        cause:
          'Loading weights needs host memory too, and a limit of the container or another process left too little. A container that ends with code 137 was ended in this way or by `docker kill`.',
        fix: 'Give the container more memory, close other processes, or load fewer files at once.',
      },
      ko: {
        title: '호스트 메모리가 부족해 서버가 종료되었습니다',
        cause:
          '가중치를 읽는 데는 호스트 메모리도 필요한데, 컨테이너의 제한이나 다른 프로세스 때문에 부족했습니다. 코드 137로 끝난 컨테이너는 이렇게 종료되었거나 `docker kill`로 종료된 것입니다.',
        fix: '컨테이너의 메모리를 늘리거나 다른 프로세스를 끝내거나 한 번에 읽는 파일 수를 줄이세요.',
      },
      zh: {
        title: '主机内存耗尽，服务器被终止',
        cause:
          '加载权重也需要主机内存，而容器的限制或其他进程留得太少。以代码 137 结束的容器就是这样被终止的，或是被 `docker kill` 终止的。',
        fix: '给容器更多内存，关闭其他进程，或减少同时加载的文件数。',
      },
    },
  },
  {
    id: 'host-shared-memory-small',
    area: 'host',
    engines: [],
    specificity: 2,
    weight: 'advice',
    log: [],
    signs: [],
    versions: 'Any version.',
    commands: ['df -h /dev/shm', 'sudo mount -o remount,size=16G /dev/shm'],
    sources: [
      'https://docs.nvidia.com/deeplearning/nccl/user-guide/docs/troubleshooting/runtime_and_mpi_issues.html',
    ],
    text: {
      en: {
        title: 'There is little shared memory here',
        cause:
          '/dev/shm is small, as in a container that was started without a size. A server that is started here as a process shares it, and with several GPUs it will not start.',
        fix: 'Enlarge it, or start this container with `--ipc=host` or `--shm-size 16g`.',
      },
      ko: {
        title: '이 호스트의 공유 메모리가 작습니다',
        cause:
          '크기를 지정하지 않고 시작한 컨테이너처럼 /dev/shm이 작습니다. 여기서 프로세스로 시작하는 서버가 이를 함께 쓰며, GPU가 여러 개면 시작하지 못합니다.',
        fix: '크기를 늘리거나 이 컨테이너를 `--ipc=host` 또는 `--shm-size 16g`로 시작하세요.',
      },
      zh: {
        title: '这台主机的共享内存很小',
        cause:
          '/dev/shm 很小，例如启动容器时没有指定大小。在这里以进程方式启动的服务器会共用它，使用多个 GPU 时将无法启动。',
        fix: '把它调大，或以 `--ipc=host`、`--shm-size 16g` 启动这个容器。',
      },
    },
  },
  {
    id: 'image-not-found',
    area: 'container',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: [
      'manifest (?:for .{1,120} not found|unknown)',
      'pull access denied for',
      'repository does not exist or may require .docker login',
    ],
    signs: [],
    versions: 'Any version.',
    commands: ['docker pull IMAGE', 'docker login'],
    sources: ['https://docs.docker.com/reference/cli/docker/image/pull/'],
    text: {
      en: {
        title: 'The image or its tag does not exist, or is private',
        cause: 'The registry has no such tag, the image was only built on another host, or it needs a login.',
        fix: 'Check name and tag at the registry, build the image here, or log in with `docker login`.',
      },
      ko: {
        title: '이미지나 태그가 없거나 비공개입니다',
        cause: '레지스트리에 그런 태그가 없거나, 다른 호스트에서만 빌드한 이미지이거나, 로그인이 필요합니다.',
        fix: '레지스트리에서 이름과 태그를 확인하거나, 여기서 이미지를 빌드하거나, `docker login`으로 로그인하세요.',
      },
      zh: {
        title: '镜像或其标签不存在，或是私有的',
        cause: '仓库中没有这个标签、镜像只在另一台主机上构建过，或需要登录。',
        fix: '在仓库中核对名称和标签，在本机构建镜像，或用 `docker login` 登录。',
      },
    },
  },
  {
    id: 'image-not-pinned',
    area: 'measurement',
    engines: [],
    specificity: 2,
    weight: 'advice',
    log: [],
    signs: [],
    versions: 'Any version; found in a plan.',
    commands: ["docker image inspect --format '{{index .RepoDigests 0}}' IMAGE"],
    sources: ['https://docs.docker.com/reference/cli/docker/image/pull/'],
    text: {
      en: {
        title: 'The image is not pinned to a version',
        cause:
          'Without a tag, or with latest, the same plan runs another engine tomorrow, and nobody can repeat the measurement.',
        fix: 'Name a version (`vllm/vllm-openai:v0.32.0`), or better the digest (`IMAGE@sha256:...`). A private tag should come with the way to build it.',
      },
      ko: {
        title: '이미지 버전이 고정되어 있지 않습니다',
        cause:
          '태그가 없거나 latest이면 같은 계획 파일이 내일은 다른 엔진을 실행하므로 아무도 측정을 재현할 수 없습니다.',
        fix: '버전(`vllm/vllm-openai:v0.32.0`)을 적거나, 더 좋게는 digest(`IMAGE@sha256:...`)를 적으세요. 비공개 태그라면 빌드 방법도 함께 남기세요.',
      },
      zh: {
        title: '镜像没有固定版本',
        cause: '没有标签或使用 latest 时，同一份计划明天就会运行另一个引擎，没有人能重复这次测量。',
        fix: '写明版本（`vllm/vllm-openai:v0.32.0`），最好写摘要（`IMAGE@sha256:...`）。私有标签应附上构建方法。',
      },
    },
  },
  {
    id: 'kernel-compiler-missing',
    area: 'container',
    engines: [],
    specificity: 2,
    weight: 'error',
    log: [
      'Could not find nvcc',
      'RuntimeError: Ninja is required to load C\\+\\+ extensions',
      'Failed to find C compiler',
      'CUDA_HOME environment variable is not set',
    ],
    signs: [],
    versions: 'Any version that compiles kernels at start (FlashInfer, Triton, DeepGEMM).',
    commands: ['which nvcc gcc ninja'],
    sources: ['https://docs.flashinfer.ai/installation.html', 'https://github.com/triton-lang/triton'],
    text: {
      en: {
        title: 'Kernels have to be compiled but no compiler is there',
        cause:
          'FlashInfer and Triton compile kernels at the first start and need gcc, ninja and, for FlashInfer, nvcc. Slim images and plain Python environments do not have them.',
        fix: "Use the engine's own image, or install gcc, ninja-build and the CUDA toolkit of the version that torch was built with.",
      },
      ko: {
        title: '커널을 컴파일해야 하는데 컴파일러가 없습니다',
        cause:
          'FlashInfer와 Triton은 처음 시작할 때 커널을 컴파일하므로 gcc와 ninja가 필요하고, FlashInfer에는 nvcc도 필요합니다. slim 이미지나 단순한 Python 환경에는 없습니다.',
        fix: '엔진의 공식 이미지를 사용하거나 gcc, ninja-build, 그리고 torch가 빌드된 버전의 CUDA 툴킷을 설치하세요.',
      },
      zh: {
        title: '需要编译内核，但没有编译器',
        cause:
          'FlashInfer 和 Triton 在首次启动时编译内核，需要 gcc、ninja，FlashInfer 还需要 nvcc。精简镜像和普通的 Python 环境里没有它们。',
        fix: '使用引擎自己的镜像，或安装 gcc、ninja-build 以及与 torch 构建版本一致的 CUDA toolkit。',
      },
    },
  },
  {
    id: 'kv-cache-too-small',
    area: 'memory',
    engines: ['vllm'],
    specificity: 3,
    weight: 'error',
    log: [
      'To serve at least one request with the model.s max seq len',
      'No available memory for the cache blocks',
      'is larger than the maximum number of tokens that can be stored in KV cache',
    ],
    signs: [],
    versions: 'vLLM 0.32.0 (first two), older versions (last).',
    commands: ['vllm serve MODEL --max-model-len 8192'],
    sources: [
      'https://docs.vllm.ai/en/latest/configuration/conserving_memory/',
      'https://github.com/vllm-project/vllm/issues/2418',
    ],
    text: {
      en: {
        title: 'The KV cache is too small for the context length',
        cause:
          "What the weights leave of the memory share does not hold one request of the model's full context length. The message names both sizes and the longest context that would fit.",
        fix: 'Set `--max-model-len` to what is really needed, or raise `--gpu-memory-utilization`, use an FP8 KV cache, a quantized model or more GPUs.',
      },
      ko: {
        title: 'KV 캐시가 컨텍스트 길이에 비해 너무 작습니다',
        cause:
          '할당된 메모리에서 가중치를 뺀 나머지에 모델의 최대 컨텍스트 길이인 요청 하나도 들어가지 않습니다. 메시지에 두 크기와 가능한 최대 길이가 나옵니다.',
        fix: '`--max-model-len`을 실제로 필요한 길이로 정하거나, `--gpu-memory-utilization`을 올리거나, FP8 KV 캐시, 양자화된 모델, 더 많은 GPU를 쓰세요.',
      },
      zh: {
        title: 'KV 缓存容不下上下文长度',
        cause:
          '显存份额扣除权重后，放不下一个达到模型最大上下文长度的请求。消息里写明了两个大小和可容纳的最长上下文。',
        fix: '把 `--max-model-len` 设为实际需要的长度，或调高 `--gpu-memory-utilization`，改用 FP8 的 KV 缓存、量化模型或更多 GPU。',
      },
    },
  },
  {
    id: 'little-memory',
    area: 'host',
    engines: [],
    specificity: 2,
    weight: 'advice',
    log: [],
    signs: [],
    versions: 'Any version.',
    commands: ['free -h'],
    sources: ['https://docs.kernel.org/admin-guide/cgroup-v2.html'],
    text: {
      en: {
        title: 'There is little memory on this host',
        cause:
          "Loading a model reads its weights through host memory, and a server needs some gigabytes beside the GPU's. Less than 4 GB leaves no room for both server and client.",
        fix: "Close other processes, raise the container's limit, or use this host for the client only.",
      },
      ko: {
        title: '이 호스트의 메모리가 적습니다',
        cause:
          '모델의 가중치는 호스트 메모리를 거쳐 읽히고, 서버는 GPU 메모리 외에도 몇 GB가 필요합니다. 4GB 미만이면 서버와 클라이언트가 함께 쓸 여유가 없습니다.',
        fix: '다른 프로세스를 끝내거나, 컨테이너의 제한을 올리거나, 이 호스트를 클라이언트로만 쓰세요.',
      },
      zh: {
        title: '这台主机内存很少',
        cause:
          '加载模型时权重要经过主机内存，服务器在显存之外还需要几 GB。不到 4 GB 就容不下服务器和客户端。',
        fix: '关闭其他进程，提高容器的限制，或只用这台主机运行客户端。',
      },
    },
  },
  {
    id: 'low-throughput',
    area: 'measurement',
    engines: [],
    specificity: 1,
    weight: 'advice',
    log: [],
    signs: [],
    versions: 'Any version.',
    commands: ['kneepoint compare plan.yaml', 'curl URL/metrics'],
    sources: [
      'https://docs.vllm.ai/en/latest/configuration/optimization/',
      'https://docs.sglang.io/advanced_features/hyperparameter_tuning.html',
    ],
    text: {
      en: {
        title: 'The throughput is lower than expected',
        cause:
          'Most often the server was cold (the first requests compile and fill caches), CUDA graphs or the fast attention were switched off, the cap on running requests is low, the KV cache is full, or the client was the bottleneck. It is rarely one wrong setting.',
        fix: "Look at the report's trust verdict and at what limits each server. Warm up, remove workaround arguments, raise `--max-num-seqs` (vLLM) or `--max-running-requests` (SGLang), and check the share of KV cache in use.",
      },
      ko: {
        title: '처리량이 기대보다 낮습니다',
        cause:
          '대개 서버가 아직 예열되지 않았거나(첫 요청에서 컴파일과 캐시 채우기가 일어남), CUDA graph나 빠른 attention이 꺼져 있거나, 동시 실행 요청 상한이 낮거나, KV 캐시가 가득 찼거나, 클라이언트가 병목입니다. 잘못된 설정 하나 때문인 경우는 드뭅니다.',
        fix: '보고서의 신뢰 판정과 각 서버의 제한 요인을 보세요. 워밍업을 하고, 우회용 인자를 빼고, `--max-num-seqs`(vLLM) 또는 `--max-running-requests`(SGLang)를 올리고, KV 캐시 사용률을 확인하세요.',
      },
      zh: {
        title: '吞吐量低于预期',
        cause:
          '最常见的原因是服务器还没有预热（最初的请求要编译并填充缓存）、CUDA graph 或快速注意力被关闭、同时运行的请求数上限太低、KV 缓存已满，或客户端成了瓶颈。很少是某一个设置错了。',
        fix: '查看报告中的可信度结论，以及限制每台服务器的因素。先预热，去掉规避问题用的参数，调高 `--max-num-seqs`（vLLM）或 `--max-running-requests`（SGLang），并查看 KV 缓存的使用率。',
      },
    },
  },
  {
    id: 'model-cache-not-mounted',
    area: 'container',
    engines: [],
    specificity: 2,
    weight: 'advice',
    log: [],
    signs: [],
    versions: 'Any version; found in a plan.',
    commands: ['docker run --volume ~/.cache/huggingface:/root/.cache/huggingface ...'],
    sources: ['https://docs.vllm.ai/en/latest/deployment/docker/'],
    text: {
      en: {
        title: 'The container has no mount for the model cache',
        cause:
          'Without a mount each new container downloads the model again, which takes minutes and counts in the start-up time.',
        fix: 'Add `volumes: { ~/.cache/huggingface: /root/.cache/huggingface }` to the deployment, or mount the folder of the model.',
      },
      ko: {
        title: '컨테이너에 모델 캐시가 마운트되어 있지 않습니다',
        cause:
          '마운트가 없으면 새 컨테이너마다 모델을 다시 내려받으므로 몇 분이 더 걸리고 초기화 시간에 포함됩니다.',
        fix: '배포 설정에 `volumes: { ~/.cache/huggingface: /root/.cache/huggingface }`를 넣거나 모델 폴더를 마운트하세요.',
      },
      zh: {
        title: '容器没有挂载模型缓存',
        cause: '没有挂载时，每个新容器都要重新下载模型，耗时数分钟并计入启动时间。',
        fix: '在部署中加入 `volumes: { ~/.cache/huggingface: /root/.cache/huggingface }`，或挂载模型所在的文件夹。',
      },
    },
  },
  {
    id: 'model-not-found',
    area: 'model',
    engines: [],
    specificity: 2,
    weight: 'error',
    log: [
      'RepositoryNotFoundError',
      'is not a local folder and is not a valid model identifier',
      'Repo id must be in the form',
      '404 Client Error.{0,120}huggingface\\.co',
    ],
    signs: [],
    versions: 'Any version.',
    commands: ['hf download MODEL config.json'],
    sources: ['https://huggingface.co/docs/huggingface_hub/guides/download'],
    text: {
      en: {
        title: 'There is no model of that name',
        cause:
          'The name is misspelt, the model is private and the token is missing, or a local path does not exist inside the container.',
        fix: 'Check the name on the hub; for a local folder mount it (`volumes` in the plan) and give the path inside the container.',
      },
      ko: {
        title: '그런 이름의 모델이 없습니다',
        cause: '이름이 틀렸거나, 비공개 모델인데 토큰이 없거나, 로컬 경로가 컨테이너 안에 없습니다.',
        fix: '허브에서 이름을 확인하세요. 로컬 폴더라면 마운트하고(계획 파일의 `volumes`) 컨테이너 안의 경로를 적으세요.',
      },
      zh: {
        title: '没有这个名称的模型',
        cause: '名称写错、模型是私有的而缺少令牌，或容器内不存在这个本地路径。',
        fix: '在 hub 上核对名称；本地文件夹需要挂载（计划中的 `volumes`），并给出容器内的路径。',
      },
    },
  },
  {
    id: 'model-not-in-offline-cache',
    area: 'model',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: [
      'LocalEntryNotFoundError',
      'OfflineModeIsEnabled',
      'outgoing traffic has been disabled',
      'couldn.t connect to .https://huggingface\\.co. to load',
      'couldn.t find them in the cached files',
      'Cannot reach https://huggingface\\.co',
    ],
    signs: [],
    versions: 'Any version; seen with vLLM 0.32.0 and SGLang 0.5.23.',
    commands: ['hf download MODEL', 'ls ~/.cache/huggingface/hub'],
    sources: ['https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables'],
    text: {
      en: {
        title: 'The model is not in the cache and cannot be fetched',
        cause:
          "HF_HUB_OFFLINE is set or the host has no way to huggingface.co, and the cache that the server sees does not hold the model. A container sees the host's cache only when it is mounted.",
        fix: 'Fetch the model once with network (`hf download MODEL`), mount the cache (`~/.cache/huggingface` to `/root/.cache/huggingface`), or unset HF_HUB_OFFLINE.',
      },
      ko: {
        title: '모델이 캐시에 없고 내려받을 수도 없습니다',
        cause:
          'HF_HUB_OFFLINE이 설정되어 있거나 huggingface.co에 연결할 수 없고, 서버가 보는 캐시에 모델이 없습니다. 컨테이너는 마운트한 경우에만 호스트의 캐시를 볼 수 있습니다.',
        fix: '네트워크가 되는 곳에서 한 번 내려받거나(`hf download MODEL`), 캐시를 마운트하거나(`~/.cache/huggingface`를 `/root/.cache/huggingface`로), HF_HUB_OFFLINE을 해제하세요.',
      },
      zh: {
        title: '模型不在缓存中，也无法下载',
        cause:
          '设置了 HF_HUB_OFFLINE，或主机无法访问 huggingface.co，而服务器看到的缓存里没有这个模型。容器只有在挂载后才能看到主机的缓存。',
        fix: '联网下载一次（`hf download MODEL`），挂载缓存（`~/.cache/huggingface` 到 `/root/.cache/huggingface`），或取消 HF_HUB_OFFLINE。',
      },
    },
  },
  {
    id: 'nccl-failure',
    area: 'gpu',
    engines: [],
    specificity: 2,
    weight: 'error',
    log: [
      'NCCL error',
      'ncclSystemError',
      'ncclUnhandledCudaError',
      'ncclInternalError',
      'ncclRemoteError',
      'Watchdog caught collective operation timeout',
    ],
    signs: [],
    versions: 'Any version with more than one GPU.',
    commands: ['NCCL_DEBUG=INFO vllm serve MODEL --tensor-parallel-size 2', 'nvidia-smi topo -m'],
    sources: [
      'https://docs.nvidia.com/deeplearning/nccl/user-guide/docs/troubleshooting.html',
      'https://docs.vllm.ai/en/latest/usage/troubleshooting/',
    ],
    text: {
      en: {
        title: 'The GPUs cannot talk to each other',
        cause:
          'NCCL could not set up or keep the exchange between GPUs - too little shared memory, direct GPU to GPU access that the board or a virtual machine blocks, a wrong network interface, or another process of the group that died first.',
        fix: 'Start again with NCCL_DEBUG=INFO and read the first warning. Give the container `--ipc=host`; try NCCL_P2P_DISABLE=1; name the network with NCCL_SOCKET_IFNAME; with vLLM try `--disable-custom-all-reduce`.',
      },
      ko: {
        title: 'GPU끼리 통신하지 못합니다',
        cause:
          'NCCL이 GPU 간 통신을 만들거나 유지하지 못했습니다. 공유 메모리 부족, 보드나 가상 머신이 막은 GPU 간 직접 접근(P2P), 잘못된 네트워크 인터페이스, 또는 먼저 죽은 다른 프로세스가 원인입니다.',
        fix: 'NCCL_DEBUG=INFO로 다시 시작해 첫 경고를 읽으세요. 컨테이너에 `--ipc=host`를 주고, NCCL_P2P_DISABLE=1을 시도하고, NCCL_SOCKET_IFNAME으로 네트워크를 지정하고, vLLM이면 `--disable-custom-all-reduce`를 시도하세요.',
      },
      zh: {
        title: 'GPU 之间无法通信',
        cause:
          'NCCL 无法建立或维持 GPU 之间的数据交换：共享内存太小、主板或虚拟机阻止了 GPU 直连、选错了网络接口，或同组的另一个进程先行退出。',
        fix: '设置 NCCL_DEBUG=INFO 后重新启动，查看第一条警告。容器加上 `--ipc=host`；试试 NCCL_P2P_DISABLE=1；用 NCCL_SOCKET_IFNAME 指定网络；vLLM 可试 `--disable-custom-all-reduce`。',
      },
    },
  },
  {
    id: 'no-kernel-image',
    area: 'gpu',
    engines: [],
    specificity: 2,
    weight: 'error',
    log: [
      'no kernel image is available for execution on the device',
      'cudaErrorNoKernelImageForDevice',
      'with CUDA capability sm_[0-9a-z]{2,6} is not compatible with the current PyTorch installation',
    ],
    signs: [],
    versions:
      "Compute capability 12.0 is in builds for CUDA 12.8 and newer; vLLM 0.32.0 and SGLang 0.5.23 have it. SGLang's own kernels are missing for some older GPUs (compute capability 7.5 and 8.6, issues below).",
    commands: [
      'nvidia-smi --query-gpu=name,compute_cap --format=csv',
      'python3 -c "import torch; print(torch.version.cuda, torch.cuda.get_arch_list())"',
    ],
    sources: [
      'https://github.com/vllm-project/vllm/issues/19906',
      'https://github.com/sgl-project/sglang/issues/7249',
      'https://github.com/sgl-project/sglang/issues/38515',
    ],
    text: {
      en: {
        title: 'The build has no kernels for this GPU',
        cause:
          'A library in the image was compiled without the compute capability of this GPU. On compute capability 12.0 that means a build for a CUDA version before 12.8; on old GPUs one that has dropped them. The attention backend is not the cause, so `--attention-backend torch_native` only hides it where attention alone is affected, at a large cost in speed.',
        fix: "Take an image or wheel that was built for this GPU - a current release for Blackwell, an older release for old GPUs - and compare the list of architectures with the GPU's compute capability.",
      },
      ko: {
        title: '이 GPU용 커널이 빌드에 없습니다',
        cause:
          '이미지에 포함된 라이브러리가 이 GPU의 compute capability 없이 컴파일되었습니다. compute capability 12.0이라면 CUDA 12.8 이전의 빌드라는 뜻이고, 오래된 GPU라면 이미 지원이 빠진 빌드입니다. attention 백엔드가 원인이 아니므로 `--attention-backend torch_native`는 attention 커널만 문제일 때 증상을 가릴 뿐이며 속도를 크게 잃습니다.',
        fix: '이 GPU용으로 빌드된 이미지나 휠을 사용하고(Blackwell은 최신 릴리스, 오래된 GPU는 이전 릴리스), 아키텍처 목록을 GPU의 compute capability와 비교하세요.',
      },
      zh: {
        title: '这个构建没有适合这款 GPU 的内核',
        cause:
          '镜像里的某个库在编译时没有包含这款 GPU 的计算能力。在计算能力 12.0 上，这意味着构建所用的 CUDA 早于 12.8；在旧 GPU 上，则是构建已放弃支持。注意力后端不是原因，`--attention-backend torch_native` 只在仅有注意力受影响时掩盖问题，而且速度损失很大。',
        fix: '换用为这款 GPU 构建的镜像或 wheel：Blackwell 用当前版本，旧 GPU 用较旧的版本，并核对架构列表与 GPU 的计算能力。',
      },
    },
  },
  {
    id: 'no-metrics',
    area: 'measurement',
    engines: [],
    specificity: 3,
    weight: 'advice',
    log: [],
    signs: [],
    versions: 'vLLM 0.32.0 has the route always, SGLang 0.5.23 with --enable-metrics.',
    commands: ['curl URL/metrics', 'python3 -m sglang.launch_server --model-path MODEL --enable-metrics'],
    sources: [
      'https://docs.sglang.io/references/production_metrics.html',
      'https://docs.vllm.ai/en/latest/usage/metrics/',
    ],
    text: {
      en: {
        title: 'The server shows no metrics',
        cause:
          "Without them the report cannot say what limits the server - its queue, its KV cache, preemptions - nor check the client's figures against the server's.",
        fix: 'Start SGLang with `--enable-metrics`; with a proxy between, let it pass /metrics on.',
      },
      ko: {
        title: '서버가 지표(metrics)를 제공하지 않습니다',
        cause:
          '지표가 없으면 대기열, KV 캐시, preemption 중 무엇이 서버를 제한하는지 보고서가 말할 수 없고, 클라이언트의 수치를 서버의 수치로 검증할 수 없습니다.',
        fix: 'SGLang은 `--enable-metrics`로 시작하고, 중간에 프록시가 있다면 /metrics를 전달하게 하세요.',
      },
      zh: {
        title: '服务器不提供指标',
        cause:
          '没有指标，报告就无法说明是什么限制了服务器（队列、KV 缓存、抢占），也无法用服务器的数字核对客户端的数字。',
        fix: '启动 SGLang 时加上 `--enable-metrics`；若中间有代理，让它放行 /metrics。',
      },
    },
  },
  {
    id: 'no-prefix-cache-route',
    area: 'measurement',
    engines: [],
    specificity: 3,
    weight: 'advice',
    log: [],
    signs: [],
    versions:
      'vLLM 0.32.0 has /reset_prefix_cache with VLLM_SERVER_DEV_MODE=1 only, SGLang 0.5.23 has /flush_cache always.',
    commands: ['VLLM_SERVER_DEV_MODE=1 vllm serve MODEL'],
    sources: ['https://docs.vllm.ai/en/latest/configuration/env_vars/'],
    text: {
      en: {
        title: 'The prefix cache cannot be cleared between stages',
        cause:
          "The route that clears it is missing. Kneepoint's prompts start with a salt of their own in each run, so a cache does not falsify them, but `clearPrefixCache` in a plan has no effect.",
        fix: 'For vLLM set VLLM_SERVER_DEV_MODE=1 on a host that nobody else can reach; it opens other development routes too.',
      },
      ko: {
        title: '단계 사이에 프리픽스 캐시를 비울 수 없습니다',
        cause:
          '캐시를 비우는 경로가 없습니다. Kneepoint의 프롬프트는 실행마다 다른 salt로 시작하므로 캐시가 결과를 왜곡하지는 않지만, 계획 파일의 `clearPrefixCache`는 효과가 없습니다.',
        fix: 'vLLM은 외부에서 접근할 수 없는 호스트에서 VLLM_SERVER_DEV_MODE=1을 설정하세요. 다른 개발용 경로도 함께 열립니다.',
      },
      zh: {
        title: '阶段之间无法清空前缀缓存',
        cause:
          '缺少用于清空的路由。Kneepoint 的提示词在每次运行中都以自己的随机盐开头，缓存不会使结果失真，但计划中的 `clearPrefixCache` 不起作用。',
        fix: '对 vLLM，可在他人无法访问的主机上设置 VLLM_SERVER_DEV_MODE=1；它同时会开放其他开发用路由。',
      },
    },
  },
  {
    id: 'no-usage',
    area: 'measurement',
    engines: [],
    specificity: 3,
    weight: 'advice',
    log: [],
    signs: [],
    versions:
      'vLLM 0.32.0 and SGLang 0.5.23 send usage when `stream_options.include_usage` asks for it; some proxies drop it.',
    commands: [
      'curl -N URL/v1/chat/completions -H \'Content-Type: application/json\' -d \'{"model": "MODEL", "messages": [{"role": "user", "content": "Hi"}], "stream": true, "stream_options": {"include_usage": true}}\'',
    ],
    sources: ['https://docs.vllm.ai/en/latest/serving/openai_compatible_server/'],
    text: {
      en: {
        title: 'The server does not say how many tokens it sent',
        cause:
          'Its stream has no usage, so tokens have to be counted by a tokenizer or by events, and an event is not always one token.',
        fix: "Give Kneepoint the model's tokenizer (`--tokenizer`), or ask the server without the proxy between.",
      },
      ko: {
        title: '서버가 보낸 토큰 수를 알려 주지 않습니다',
        cause:
          '스트림에 usage가 없어 토큰을 토크나이저나 이벤트로 세어야 하는데, 이벤트 하나가 항상 토큰 하나인 것은 아닙니다.',
        fix: 'Kneepoint에 모델의 토크나이저를 지정하거나(`--tokenizer`), 중간 프록시 없이 서버에 직접 요청하세요.',
      },
      zh: {
        title: '服务器不说明发送了多少 token',
        cause: '它的流中没有 usage，只能用 tokenizer 或事件来计数，而一个事件并不总是一个 token。',
        fix: '把模型的 tokenizer 交给 Kneepoint（`--tokenizer`），或绕过代理直接请求服务器。',
      },
    },
  },
  {
    id: 'node-too-old',
    area: 'host',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: [],
    signs: [],
    versions: 'Kneepoint needs Node.js 22.12 or newer.',
    commands: ['node --version'],
    sources: ['https://nodejs.org/en/about/previous-releases'],
    text: {
      en: {
        title: 'Node.js is too old for Kneepoint',
        cause: 'This version lacks functions that Kneepoint uses.',
        fix: 'Install Node.js 22.12 or newer.',
      },
      ko: {
        title: 'Node.js 버전이 너무 낮습니다',
        cause: 'Kneepoint가 쓰는 기능이 이 버전에 없습니다.',
        fix: 'Node.js 22.12 이상을 설치하세요.',
      },
      zh: {
        title: 'Node.js 版本太旧，无法运行 Kneepoint',
        cause: '这个版本缺少 Kneepoint 用到的功能。',
        fix: '安装 Node.js 22.12 或更新的版本。',
      },
    },
  },
  {
    id: 'open-kernel-modules-required',
    area: 'gpu',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: ['NVRM: .{0,80}requires use of the NVIDIA open kernel modules', 'No devices were found'],
    signs: [],
    versions: "Blackwell GPUs work with NVIDIA's open kernel modules only, whatever the driver version.",
    commands: ['cat /proc/driver/nvidia/version', 'sudo dmesg | grep NVRM'],
    sources: [
      'https://developer.nvidia.com/blog/nvidia-transitions-fully-towards-open-source-gpu-kernel-modules/',
      'https://github.com/NVIDIA/open-gpu-kernel-modules/issues/872',
    ],
    text: {
      en: {
        title: 'The driver is installed but finds no GPU',
        cause:
          "Blackwell GPUs need the open variant of NVIDIA's kernel modules. With the proprietary variant the driver loads and then finds no device. The same is seen with Above 4G Decoding or Resizable BAR switched off in the firmware settings.",
        fix: 'Install the package of the driver whose name ends in `-open` and restart. If the GPU is still not found, switch on Above 4G Decoding and Resizable BAR.',
      },
      ko: {
        title: '드라이버는 설치되었지만 GPU를 찾지 못합니다',
        cause:
          'Blackwell GPU에는 NVIDIA 커널 모듈의 open 버전이 필요합니다. 독점(proprietary) 버전에서는 드라이버가 로드되어도 장치를 찾지 못합니다. 펌웨어 설정에서 Above 4G Decoding이나 Resizable BAR가 꺼져 있어도 같은 증상이 나타납니다.',
        fix: '이름이 `-open`으로 끝나는 드라이버 패키지를 설치하고 재부팅하세요. 그래도 찾지 못하면 Above 4G Decoding과 Resizable BAR를 켜세요.',
      },
      zh: {
        title: '驱动已安装但找不到 GPU',
        cause:
          'Blackwell GPU 需要 NVIDIA 内核模块的开源版本。使用专有版本时，驱动能加载却找不到设备。固件设置中关闭了 Above 4G Decoding 或 Resizable BAR 时也会如此。',
        fix: '安装名称以 `-open` 结尾的驱动包并重启。若仍找不到 GPU，请开启 Above 4G Decoding 和 Resizable BAR。',
      },
    },
  },
  {
    id: 'out-of-memory-while-profiling',
    area: 'memory',
    engines: ['vllm'],
    specificity: 3,
    weight: 'error',
    log: ['CUDA out of memory occurred when warming up', 'Error in memory profiling'],
    signs: [],
    versions: 'vLLM 0.32.0.',
    commands: ['vllm serve MODEL --max-num-seqs 128 --gpu-memory-utilization 0.85'],
    sources: ['https://docs.vllm.ai/en/latest/configuration/conserving_memory/'],
    text: {
      en: {
        title: 'Memory ran out, or changed, while vLLM measured what it needs',
        cause:
          'vLLM runs the largest batch once at the start to see what it needs. Either that batch does not fit, or another process took or gave back memory in the same seconds.',
        fix: 'Lower `--max-num-seqs` or `--gpu-memory-utilization`, and start servers on one GPU one after the other, not at the same time.',
      },
      ko: {
        title: 'vLLM이 필요한 메모리를 재는 동안 메모리가 부족했거나 바뀌었습니다',
        cause:
          'vLLM은 시작할 때 가장 큰 배치를 한 번 실행해 필요한 메모리를 잽니다. 그 배치가 들어가지 않거나, 같은 순간에 다른 프로세스가 메모리를 쓰거나 반환했습니다.',
        fix: '`--max-num-seqs`나 `--gpu-memory-utilization`을 낮추고, 한 GPU에서 여러 서버를 동시에 시작하지 말고 차례로 시작하세요.',
      },
      zh: {
        title: 'vLLM 测算所需显存时，显存不足或发生了变化',
        cause:
          'vLLM 在启动时运行一次最大的批次以测算需求。要么这个批次放不下，要么在那几秒内有其他进程占用或释放了显存。',
        fix: '调低 `--max-num-seqs` 或 `--gpu-memory-utilization`，并依次启动同一 GPU 上的服务器，不要同时启动。',
      },
    },
  },
  {
    id: 'port-in-use',
    area: 'network',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: [
      '[Aa]ddress already in use',
      'port is already allocated',
      'The port [0-9]{1,5} is in use, but',
      'port at [0-9]{1,5} is not available in [0-9]{1,5} seconds',
    ],
    signs: [],
    versions:
      'Any version; vLLM 0.32.0 ends at once, SGLang 0.5.23 loads the model first and then ends. Seen with both.',
    commands: ["ss -ltnp 'sport = :PORT'", 'docker ps --filter publish=PORT'],
    sources: [
      'https://docs.docker.com/engine/network/port-publishing/',
      'https://man7.org/linux/man-pages/man2/bind.2.html',
    ],
    text: {
      en: {
        title: 'The port is already used',
        cause: 'Another process listens there, often a server of an earlier run that is still there.',
        fix: 'Find it with the command below and end that one process by its number, or give this server another port.',
      },
      ko: {
        title: '포트가 이미 사용 중입니다',
        cause: '다른 프로세스가 그 포트를 쓰고 있습니다. 이전 실행에서 남은 서버인 경우가 많습니다.',
        fix: '아래 명령으로 프로세스를 찾아 번호로 그 하나만 종료하거나, 이 서버의 포트를 바꾸세요.',
      },
      zh: {
        title: '端口已被占用',
        cause: '另有进程在监听，常常是之前运行留下的服务器。',
        fix: '用下面的命令找到它，按进程号结束该进程，或给这台服务器换一个端口。',
      },
    },
  },
  {
    id: 'remote-code-not-trusted',
    area: 'model',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: [
      'requires you to execute the .{1,40} file in that repo',
      'contains custom code which must be executed',
      'setting .trust_remote_code=True. in LLM or using the',
      'Please pass the argument .trust_remote_code=True',
    ],
    signs: [],
    versions:
      'Any version. Models whose architecture is built into the engines, such as Qwen3, do not need it.',
    commands: ['vllm serve MODEL --trust-remote-code'],
    sources: ['https://huggingface.co/docs/transformers/custom_models'],
    text: {
      en: {
        title: 'The model brings code of its own that may not run',
        cause:
          "The model's folder holds Python code for its config, tokenizer or layers, and the engine does not run it unless told to.",
        fix: "Read the code, pin the model's revision with `--revision`, then start with `--trust-remote-code`. Leave the argument out where the model does not need it.",
      },
      ko: {
        title: '모델에 포함된 코드를 실행할 수 없습니다',
        cause:
          '모델 폴더에 config, 토크나이저, 레이어를 위한 Python 코드가 있는데 엔진은 허락 없이 실행하지 않습니다.',
        fix: '코드를 읽어 보고 `--revision`으로 모델 버전을 고정한 다음 `--trust-remote-code`로 시작하세요. 필요 없는 모델에는 이 인자를 쓰지 마세요.',
      },
      zh: {
        title: '模型自带代码，但不允许运行',
        cause: '模型文件夹中有用于配置、tokenizer 或网络层的 Python 代码，引擎在未获许可时不会运行。',
        fix: '阅读这些代码，用 `--revision` 固定模型版本，再加上 `--trust-remote-code` 启动。模型不需要时不要加这个参数。',
      },
    },
  },
  {
    id: 'secret-variable-missing',
    area: 'model',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: [],
    signs: [],
    versions: 'Any version; found in a plan before anything is started.',
    commands: ['export NAME'],
    sources: ['https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables'],
    text: {
      en: {
        title: 'An environment variable that the plan reads is not set',
        cause:
          'The plan names a variable, for a token or an API key, that has no value where Kneepoint runs. With an agent on another host, it has to be set there.',
        fix: 'Set the variable before the start, in the shell or the service file; never write its value into the plan.',
      },
      ko: {
        title: '계획 파일이 읽는 환경 변수가 설정되어 있지 않습니다',
        cause:
          '토큰이나 API 키를 위한 변수 이름이 계획 파일에 있지만 Kneepoint가 실행되는 곳에 값이 없습니다. 다른 호스트의 에이전트를 쓴다면 그곳에 설정해야 합니다.',
        fix: '시작하기 전에 셸이나 서비스 파일에서 변수를 설정하세요. 값을 계획 파일에 적지 마세요.',
      },
      zh: {
        title: '计划要读取的环境变量没有设置',
        cause:
          '计划中写了一个用于令牌或 API 密钥的变量，但在 Kneepoint 运行的地方没有值。若使用另一台主机上的 agent，需要在那台主机上设置。',
        fix: '启动前在 shell 或服务文件中设置该变量；不要把它的值写进计划。',
      },
    },
  },
  {
    id: 'server-unreachable',
    area: 'network',
    engines: [],
    specificity: 1,
    weight: 'error',
    log: ['curl: \\(7\\) Failed to connect', 'ECONNREFUSED'],
    signs: [],
    versions:
      'Any version. The words "Connection refused" alone are no sign of it in a server\'s own log; SGLang 0.5.23 prints them in a healthy start.',
    commands: ['curl -i URL/health', 'docker logs --tail 50 CONTAINER', 'docker ps --all'],
    sources: [
      'https://docs.vllm.ai/en/latest/usage/troubleshooting/',
      'https://docs.docker.com/engine/network/port-publishing/',
    ],
    text: {
      en: {
        title: 'Nothing answers at this address',
        cause:
          'The server is still loading (minutes for a large model, not a fixed 60 seconds), has ended, listens on another port, or listens on 127.0.0.1 inside its container where a published port does not reach it.',
        fix: "Look whether it runs and what its log says, wait for its health route instead of a fixed time, and start it with `--host 0.0.0.0` inside a container. Kneepoint's deployments wait for the route and stop at once when the server ends.",
      },
      ko: {
        title: '이 주소에서 응답이 없습니다',
        cause:
          '서버가 아직 로딩 중이거나(큰 모델은 고정된 60초가 아니라 몇 분이 걸림), 종료되었거나, 다른 포트에서 실행 중이거나, 컨테이너 안에서 127.0.0.1로만 열려 있어 공개한 포트로 닿지 않습니다.',
        fix: '실행 중인지와 로그를 확인하고, 정해진 시간 대신 health 경로가 응답할 때까지 기다리고, 컨테이너 안에서는 `--host 0.0.0.0`으로 시작하세요. Kneepoint의 배포는 이 경로를 기다리며 서버가 종료되면 바로 멈춥니다.',
      },
      zh: {
        title: '这个地址没有应答',
        cause:
          '服务器仍在加载（大模型需要数分钟，而不是固定的 60 秒）、已经退出、监听在别的端口，或在容器内监听 127.0.0.1，发布的端口到达不了。',
        fix: '查看它是否在运行以及日志内容，等待健康检查路由而不是等待固定时间；在容器内用 `--host 0.0.0.0` 启动。Kneepoint 的部署会等待该路由，服务器一退出就立即停止等待。',
      },
    },
  },
  {
    id: 'sglang-disable-cuda-graph',
    area: 'arguments',
    engines: ['sglang'],
    specificity: 2,
    weight: 'advice',
    log: ["'--disable-cuda-graph' is deprecated and will be removed"],
    signs: [
      {
        engine: 'sglang',
        arguments: ['--disable-cuda-graph'],
      },
    ],
    versions:
      'A deprecated spelling in SGLang 0.5.23 of --cuda-graph-backend-decode=disabled and --cuda-graph-backend-prefill=disabled; read in its sources.',
    commands: ['python3 -m sglang.launch_server --model-path MODEL'],
    sources: ['https://docs.sglang.io/advanced_features/server_arguments.html'],
    text: {
      en: {
        title: 'CUDA graphs are switched off',
        cause:
          '`--disable-cuda-graph` was a workaround for early Blackwell builds. It is a deprecated spelling today, and without CUDA graphs each token waits for many single kernel launches, which hurts most with few users. A comparison with a server that has them is not fair.',
        fix: 'Remove it; current builds capture graphs on compute capability 12.0. If the capture fails, lower `--cuda-graph-max-bs-decode` first. If they must be off, write `--cuda-graph-backend-decode=disabled`.',
      },
      ko: {
        title: 'CUDA graph가 꺼져 있습니다',
        cause:
          '`--disable-cuda-graph`는 초기 Blackwell 빌드를 위한 우회책이었고 지금은 폐기 예정인 표기입니다. CUDA graph가 없으면 토큰마다 수많은 커널 실행을 하나씩 기다리므로 사용자가 적을수록 손해가 큽니다. CUDA graph를 켠 서버와의 비교는 공정하지 않습니다.',
        fix: '이 인자를 빼세요. 현재 빌드는 compute capability 12.0에서도 graph를 캡처합니다. 캡처가 실패하면 먼저 `--cuda-graph-max-bs-decode`를 줄이세요. 꼭 꺼야 한다면 `--cuda-graph-backend-decode=disabled`로 적으세요.',
      },
      zh: {
        title: 'CUDA graph 被关闭',
        cause:
          '`--disable-cuda-graph` 是早期 Blackwell 构建的权宜之计，如今已是弃用的写法。没有 CUDA graph，每个 token 都要等待许多次单独的内核启动，用户少时影响最大；与开启了它的服务器对比并不公平。',
        fix: '去掉它；当前的构建可以在计算能力 12.0 上捕获 graph。若捕获失败，先调低 `--cuda-graph-max-bs-decode`。确需关闭时写 `--cuda-graph-backend-decode=disabled`。',
      },
    },
  },
  {
    id: 'sglang-disable-flashinfer',
    area: 'arguments',
    engines: ['sglang'],
    specificity: 3,
    weight: 'error',
    log: [
      'ambiguous option: --disable-flashinfer could match',
      'unrecognized arguments: .{0,120}--disable-flashinfer',
    ],
    signs: [
      {
        engine: 'sglang',
        arguments: ['--disable-flashinfer'],
      },
    ],
    versions:
      'Gone in SGLang 0.5.23, which ends with "ambiguous option"; seen there. The argument existed in 2024.',
    commands: [
      'python3 -m sglang.launch_server --model-path MODEL --attention-backend triton --sampling-backend pytorch',
    ],
    sources: [
      'https://docs.sglang.io/advanced_features/attention_backend.html',
      'https://docs.sglang.io/advanced_features/server_arguments.html',
    ],
    text: {
      en: {
        title: 'SGLang has no --disable-flashinfer any more',
        cause:
          'The argument is gone. Because two others begin with the same letters, SGLang 0.5.23 calls it ambiguous and ends. It is not needed on Blackwell either, where FlashInfer is the default.',
        fix: 'Remove it. To do without FlashInfer, choose `--attention-backend triton` and `--sampling-backend pytorch`.',
      },
      ko: {
        title: 'SGLang에는 더 이상 --disable-flashinfer가 없습니다',
        cause:
          '삭제된 인자입니다. 같은 글자로 시작하는 인자가 두 개 있어서 SGLang 0.5.23은 모호한 옵션이라며 종료합니다. Blackwell에서도 필요하지 않으며, 거기서는 FlashInfer가 기본값입니다.',
        fix: '이 인자를 빼세요. FlashInfer를 쓰지 않으려면 `--attention-backend triton`과 `--sampling-backend pytorch`를 선택하세요.',
      },
      zh: {
        title: 'SGLang 已没有 --disable-flashinfer',
        cause:
          '这个参数已被移除。由于还有两个参数以相同的字母开头，SGLang 0.5.23 会报告它有歧义并退出。在 Blackwell 上也不需要它，FlashInfer 正是那里的默认选择。',
        fix: '去掉它。若不想用 FlashInfer，请选择 `--attention-backend triton` 和 `--sampling-backend pytorch`。',
      },
    },
  },
  {
    id: 'sglang-memory-fraction-too-small',
    area: 'memory',
    engines: ['sglang'],
    specificity: 3,
    weight: 'error',
    log: [
      'Not enough memory\\. Please try to increase --mem-fraction-static',
      'Loaded weights leave no GPU memory for the KV cache',
    ],
    signs: [],
    versions: 'SGLang 0.5.23 (both messages are in its sources).',
    commands: ['python3 -m sglang.launch_server --model-path MODEL --mem-fraction-static 0.9'],
    sources: ['https://docs.sglang.io/advanced_features/hyperparameter_tuning.html'],
    text: {
      en: {
        title: "SGLang's memory share holds the weights but no KV cache",
        cause: '`--mem-fraction-static` covers weights and KV cache together; the weights alone use it up.',
        fix: 'Raise `--mem-fraction-static` above the value that the message suggests, or take a smaller or quantized model, or more GPUs with `--tp-size`.',
      },
      ko: {
        title: 'SGLang의 메모리 비율로는 가중치만 들어가고 KV 캐시 자리가 없습니다',
        cause: '`--mem-fraction-static`은 가중치와 KV 캐시를 합친 비율인데 가중치만으로 다 찹니다.',
        fix: '메시지가 제안하는 값보다 크게 `--mem-fraction-static`을 올리거나, 더 작은 모델이나 양자화된 모델을 쓰거나, `--tp-size`로 GPU를 늘리세요.',
      },
      zh: {
        title: 'SGLang 的显存份额放得下权重，却放不下 KV 缓存',
        cause: '`--mem-fraction-static` 同时包含权重和 KV 缓存，仅权重就已把它用完。',
        fix: '把 `--mem-fraction-static` 调到高于消息建议的值，或换用更小、量化过的模型，或用 `--tp-size` 增加 GPU。',
      },
    },
  },
  {
    id: 'sglang-removed-arguments',
    area: 'arguments',
    engines: ['sglang'],
    specificity: 3,
    weight: 'error',
    log: [
      'ambiguous option: --cuda-graph-(?:max-bs|bs) could match',
      'unrecognized arguments: .{0,120}--(?:disable-mla|enable-flashinfer-mla|disable-jump-forward|disable-disk-cache|enable-ep-moe|enable-deepep-moe|disable-flashinfer-sampling|stream-output)',
    ],
    signs: [
      {
        engine: 'sglang',
        engineVersion: '>=0.5.23',
        arguments: [
          '--cuda-graph-max-bs',
          '--cuda-graph-bs',
          '--disable-mla',
          '--enable-flashinfer-mla',
          '--disable-jump-forward',
          '--disable-disk-cache',
          '--enable-ep-moe',
          '--enable-deepep-moe',
          '--disable-flashinfer-sampling',
          '--stream-output',
        ],
      },
    ],
    versions: 'Not among the arguments of SGLang 0.5.23 (its help was searched for each).',
    commands: ['python3 -m sglang.launch_server --help'],
    sources: ['https://docs.sglang.io/advanced_features/server_arguments.html'],
    text: {
      en: {
        title: 'An argument that SGLang no longer has',
        cause:
          'SGLang has removed or renamed it and ends before it loads anything. Because beginnings of names are accepted, it may say "ambiguous option" instead of "unrecognized".',
        fix: '`--cuda-graph-max-bs` and `--cuda-graph-bs` are now `--cuda-graph-max-bs-decode` and `--cuda-graph-bs-decode`; attention and sampling are chosen with `--attention-backend` and `--sampling-backend`; `--stream-output` is `--incremental-streaming-output`; experts are spread with `--ep-size`.',
      },
      ko: {
        title: 'SGLang에 더 이상 없는 인자입니다',
        cause:
          'SGLang에서 삭제되었거나 이름이 바뀌어 아무것도 로드하지 않고 종료합니다. 이름의 앞부분만으로도 인자를 받기 때문에 "unrecognized" 대신 "ambiguous option"이라고 나올 수 있습니다.',
        fix: '`--cuda-graph-max-bs`와 `--cuda-graph-bs`는 `--cuda-graph-max-bs-decode`와 `--cuda-graph-bs-decode`로 바뀌었습니다. attention과 sampling은 `--attention-backend`와 `--sampling-backend`로 선택하고, `--stream-output`은 `--incremental-streaming-output`, 전문가(expert) 분산은 `--ep-size`입니다.',
      },
      zh: {
        title: 'SGLang 已没有的参数',
        cause:
          'SGLang 移除或改名了它，还没加载任何东西就会退出。由于允许缩写参数名，它可能报告“ambiguous option”而不是“unrecognized”。',
        fix: '`--cuda-graph-max-bs` 和 `--cuda-graph-bs` 现为 `--cuda-graph-max-bs-decode` 和 `--cuda-graph-bs-decode`；注意力与采样用 `--attention-backend` 和 `--sampling-backend` 选择；`--stream-output` 现为 `--incremental-streaming-output`；专家用 `--ep-size` 分布。',
      },
    },
  },
  {
    id: 'sglang-torch-native-attention',
    area: 'measurement',
    engines: ['sglang'],
    specificity: 3,
    weight: 'advice',
    log: [],
    signs: [
      {
        hasGpu: true,
        engine: 'sglang',
        arguments: ['--attention-backend=torch_native'],
      },
    ],
    versions:
      'SGLang 0.5.23; its log says that CUDA graphs are off with this backend. On compute capability 12.0 FlashInfer is its default.',
    commands: ['python3 -m sglang.launch_server --model-path MODEL --attention-backend flashinfer'],
    sources: ['https://docs.sglang.io/advanced_features/attention_backend.html'],
    text: {
      en: {
        title: 'The slowest attention backend is chosen on a GPU',
        cause:
          'torch_native computes attention in plain PyTorch and switches CUDA graphs off. It was a way to run at all on a GPU that older builds did not know; figures taken with it do not show what SGLang can do.',
        fix: 'Remove `--attention-backend torch_native` and let SGLang choose, or try flashinfer and then triton.',
      },
      ko: {
        title: 'GPU에서 가장 느린 attention 백엔드를 쓰고 있습니다',
        cause:
          'torch_native는 attention을 순수 PyTorch로 계산하고 CUDA graph를 끕니다. 오래된 빌드가 모르는 GPU에서 일단 실행하기 위한 방법이었으며, 이 설정으로 잰 수치는 SGLang의 실제 성능이 아닙니다.',
        fix: '`--attention-backend torch_native`를 빼고 SGLang이 고르게 하거나, flashinfer를 먼저, 그다음 triton을 시도하세요.',
      },
      zh: {
        title: '在 GPU 上选用了最慢的注意力后端',
        cause:
          'torch_native 用普通的 PyTorch 计算注意力，并会关闭 CUDA graph。它曾是在旧构建不认识的 GPU 上勉强运行的办法，用它得到的数字不能反映 SGLang 的能力。',
        fix: '去掉 `--attention-backend torch_native`，让 SGLang 自行选择，或依次试用 flashinfer 和 triton。',
      },
    },
  },
  {
    id: 'slow-start',
    area: 'model',
    engines: [],
    specificity: 1,
    weight: 'advice',
    log: ['Time spent downloading weights for .{1,80}: [0-9]{2,6}\\.'],
    signs: [],
    versions: "Any version; the words are vLLM's.",
    commands: ['hf download MODEL', 'docker run --volume ~/.cache/huggingface:/root/.cache/huggingface ...'],
    sources: ['https://docs.vllm.ai/en/latest/usage/troubleshooting/'],
    text: {
      en: {
        title: 'The start takes long because the model is downloaded',
        cause:
          "A container without the host's cache fetches the weights at each start, and kernels are compiled anew. A start-up time that was taken in this way measures the network.",
        fix: 'Fetch the model once (`hf download MODEL`) and mount `~/.cache/huggingface` to `/root/.cache/huggingface`; keep the compile caches too (`~/.cache/vllm`, `~/.cache/flashinfer`).',
      },
      ko: {
        title: '모델을 내려받느라 시작이 오래 걸립니다',
        cause:
          '호스트의 캐시가 없는 컨테이너는 시작할 때마다 가중치를 내려받고 커널도 다시 컴파일합니다. 이렇게 잰 초기화 시간은 네트워크를 잰 것입니다.',
        fix: '한 번 내려받아 두고(`hf download MODEL`) `~/.cache/huggingface`를 `/root/.cache/huggingface`로 마운트하세요. 컴파일 캐시(`~/.cache/vllm`, `~/.cache/flashinfer`)도 유지하세요.',
      },
      zh: {
        title: '启动很慢，因为要下载模型',
        cause: '容器没有主机的缓存时，每次启动都要下载权重，内核也要重新编译。这样得到的启动时间测的是网络。',
        fix: '下载一次模型（`hf download MODEL`），把 `~/.cache/huggingface` 挂载到 `/root/.cache/huggingface`；编译缓存也要保留（`~/.cache/vllm`、`~/.cache/flashinfer`）。',
      },
    },
  },
  {
    id: 'tokenizer-missing',
    area: 'model',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: [
      'Can.t load tokenizer for',
      'Couldn.t instantiate the backend tokenizer',
      'Unable to load vocabulary from file',
      'TypeError: not a string',
    ],
    signs: [],
    versions:
      'Any version whose loader needs the files. vLLM 0.32.0 and SGLang 0.5.23 with transformers 5 went on without an error when a folder held only config.json, so look at the first answers too.',
    commands: ['ls MODEL_FOLDER', 'hf download MODEL tokenizer.json tokenizer_config.json'],
    sources: ['https://huggingface.co/docs/transformers/fast_tokenizers'],
    text: {
      en: {
        title: "The model's folder has no tokenizer",
        cause:
          'tokenizer.json or its companions are missing, most often after a partial download or in a folder of converted weights.',
        fix: 'Fetch the missing files, or name another source with `--tokenizer` (vLLM) or `--tokenizer-path` (SGLang).',
      },
      ko: {
        title: '모델 폴더에 토크나이저가 없습니다',
        cause:
          'tokenizer.json 등 관련 파일이 없습니다. 일부만 내려받았거나 변환된 가중치만 든 폴더인 경우가 많습니다.',
        fix: '없는 파일을 내려받거나 `--tokenizer`(vLLM), `--tokenizer-path`(SGLang)로 다른 위치를 지정하세요.',
      },
      zh: {
        title: '模型文件夹中没有 tokenizer',
        cause: '缺少 tokenizer.json 或其配套文件，多半是因为下载不完整，或者是转换权重得到的文件夹。',
        fix: '补齐缺少的文件，或用 `--tokenizer`（vLLM）、`--tokenizer-path`（SGLang）指定其他来源。',
      },
    },
  },
  {
    id: 'too-few-gpus',
    area: 'gpu',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: [
      'Tensor parallel size \\([0-9]{1,4}\\) .{0,60}number of .{0,20}GPUs',
      'World size \\([0-9]{1,4}\\) is larger than the number of available GPUs',
      'must be divisible by tensor parallel size',
      'CUDA error: invalid device ordinal',
    ],
    signs: [],
    versions: 'Any version.',
    commands: ['nvidia-smi -L', 'echo $CUDA_VISIBLE_DEVICES'],
    sources: ['https://docs.vllm.ai/en/latest/serving/parallelism_scaling/'],
    text: {
      en: {
        title: 'The model is to be split over GPUs that are not there, or not evenly',
        cause:
          "`--tensor-parallel-size` or `--tp-size` is larger than the number of GPUs that the process sees, or does not divide the model's attention heads.",
        fix: 'Set it to a number of visible GPUs that divides the attention heads, most often 1, 2, 4 or 8.',
      },
      ko: {
        title: '없는 GPU에 모델을 나누려 하거나 균등하게 나눌 수 없습니다',
        cause:
          '`--tensor-parallel-size` 또는 `--tp-size`가 프로세스에 보이는 GPU 수보다 크거나, 모델의 attention head 수를 나누어떨어뜨리지 못합니다.',
        fix: '보이는 GPU 수 이하이면서 attention head 수를 나누는 값으로 정하세요. 보통 1, 2, 4, 8입니다.',
      },
      zh: {
        title: '模型要切分到的 GPU 不存在，或无法均分',
        cause:
          '`--tensor-parallel-size` 或 `--tp-size` 大于进程可见的 GPU 数，或不能整除模型的注意力 head 数。',
        fix: '设为可见 GPU 数以内、且能整除注意力 head 数的值，通常是 1、2、4 或 8。',
      },
    },
  },
  {
    id: 'unknown-argument',
    area: 'arguments',
    engines: [],
    specificity: 2,
    weight: 'error',
    log: [
      'error: unrecognized arguments',
      'error: ambiguous option',
      'error: argument --.{1,60}: invalid choice',
    ],
    signs: [],
    versions: 'Any version; seen with vLLM 0.32.0 and SGLang 0.5.23.',
    commands: ['vllm serve --help=all', 'python3 -m sglang.launch_server --help'],
    sources: [
      'https://docs.vllm.ai/en/latest/cli/serve/',
      'https://docs.sglang.io/advanced_features/server_arguments.html',
    ],
    text: {
      en: {
        title: 'The server does not know one of its arguments',
        cause:
          'Arguments come and go between versions, and one of them is misspelt, was removed, was renamed, or belongs to the other engine.',
        fix: "Look for it in the help of exactly this version, and pin the image's version so that it does not change under you.",
      },
      ko: {
        title: '서버가 모르는 인자가 있습니다',
        cause:
          '인자는 버전마다 생기고 없어집니다. 철자가 틀렸거나, 삭제되었거나, 이름이 바뀌었거나, 다른 엔진의 인자입니다.',
        fix: '바로 그 버전의 도움말에서 찾아보고, 모르는 사이에 바뀌지 않도록 이미지 버전을 고정하세요.',
      },
      zh: {
        title: '服务器不认识某个参数',
        cause: '各版本的参数会增减：可能写错了、已被移除或改名，也可能属于另一个引擎。',
        fix: '在这个版本的帮助中查找它，并固定镜像版本，以免参数在不知不觉中变化。',
      },
    },
  },
  {
    id: 'vllm-attention-backend-variable',
    area: 'arguments',
    engines: ['vllm'],
    specificity: 3,
    weight: 'advice',
    log: [],
    signs: [
      {
        engine: 'vllm',
        engineVersion: '>=0.32',
        variables: ['VLLM_ATTENTION_BACKEND'],
      },
      {
        engine: 'vllm',
        engineVersion: '>=0.32',
        variables: ['VLLM_USE_V1'],
      },
    ],
    versions: 'vLLM 0.32.0 reads neither variable (its sources were searched).',
    commands: ['vllm serve MODEL --attention-backend TRITON_ATTN'],
    sources: ['https://docs.vllm.ai/en/latest/configuration/env_vars/'],
    text: {
      en: {
        title: 'An environment variable that vLLM no longer reads',
        cause:
          'VLLM_ATTENTION_BACKEND and VLLM_USE_V1 have no effect any more, so the server runs with another setting than the plan says.',
        fix: 'Choose the attention with `--attention-backend`; there is only one engine core today.',
      },
      ko: {
        title: 'vLLM이 더 이상 읽지 않는 환경 변수입니다',
        cause:
          'VLLM_ATTENTION_BACKEND와 VLLM_USE_V1은 이제 효과가 없으므로 서버는 계획 파일과 다른 설정으로 실행됩니다.',
        fix: 'attention은 `--attention-backend`로 선택하세요. 엔진 코어는 이제 하나뿐입니다.',
      },
      zh: {
        title: 'vLLM 已不再读取的环境变量',
        cause: 'VLLM_ATTENTION_BACKEND 和 VLLM_USE_V1 已不起作用，服务器实际运行的设置与计划所写不同。',
        fix: '用 `--attention-backend` 选择注意力；如今只有一个引擎核心。',
      },
    },
  },
  {
    id: 'vllm-model-as-flag',
    area: 'arguments',
    engines: ['vllm'],
    specificity: 1,
    weight: 'advice',
    log: ['you should provide the model as a positional argument'],
    signs: [],
    versions: 'vLLM 0.32.0 warns with `vllm serve --model`; it takes the argument still.',
    commands: ['vllm serve MODEL'],
    sources: ['https://docs.vllm.ai/en/latest/cli/serve/'],
    text: {
      en: {
        title: 'The model is given with --model',
        cause:
          'vLLM wants the model as the first word after `vllm serve` and will drop `--model` there in a later version.',
        fix: "Write the model's name first in the arguments, without `--model`.",
      },
      ko: {
        title: '모델을 --model로 지정했습니다',
        cause: 'vLLM은 `vllm serve` 바로 뒤에 모델 이름을 받으며, `--model`은 이후 버전에서 없어집니다.',
        fix: '`--model` 없이 모델 이름을 인자의 맨 앞에 적으세요.',
      },
      zh: {
        title: '模型是用 --model 给出的',
        cause: 'vLLM 希望模型名紧跟在 `vllm serve` 之后，今后的版本会在那里取消 `--model`。',
        fix: '把模型名写在参数的最前面，不加 `--model`。',
      },
    },
  },
  {
    id: 'vllm-removed-arguments',
    area: 'arguments',
    engines: ['vllm'],
    specificity: 3,
    weight: 'error',
    log: [
      'unrecognized arguments: .{0,120}--(?:swap-space|num-scheduler-steps|use-v2-block-manager|enable-reasoning|guided-decoding-backend|disable-log-requests|worker-use-ray|max-seq-len-to-capture|speculative-model|preemption-mode|num-lookahead-slots|cuda-graph-sizes|rope-scaling|task)',
    ],
    signs: [
      {
        engine: 'vllm',
        engineVersion: '>=0.32',
        arguments: [
          '--swap-space',
          '--num-scheduler-steps',
          '--use-v2-block-manager',
          '--enable-reasoning',
          '--guided-decoding-backend',
          '--disable-log-requests',
          '--worker-use-ray',
          '--max-seq-len-to-capture',
          '--speculative-model',
          '--preemption-mode',
          '--num-lookahead-slots',
          '--cuda-graph-sizes',
          '--rope-scaling',
          '--task',
        ],
      },
    ],
    versions:
      'Not among the arguments of vLLM 0.32.0 (its help was searched for each). They existed in releases between 0.4 and 0.11.',
    commands: ['vllm serve --help=all'],
    sources: ['https://docs.vllm.ai/en/latest/cli/serve/', 'https://docs.vllm.ai/en/latest/usage/v1_guide/'],
    text: {
      en: {
        title: 'An argument that vLLM no longer has',
        cause:
          'vLLM has removed or renamed it. The server ends with "unrecognized arguments" before it loads anything.',
        fix: 'Leave out --swap-space, --num-scheduler-steps, --use-v2-block-manager, --preemption-mode and --num-lookahead-slots. `--enable-reasoning` is implied by `--reasoning-parser`; request logs are off unless `--enable-log-requests`; `--cuda-graph-sizes` and `--max-seq-len-to-capture` became `--cudagraph-capture-sizes` and `--max-cudagraph-capture-size`; `--speculative-model` became `--speculative-config`; `--rope-scaling` goes into `--hf-overrides`; `--guided-decoding-backend` into `--structured-outputs-config`; `--task` is `--runner`.',
      },
      ko: {
        title: 'vLLM에 더 이상 없는 인자입니다',
        cause:
          'vLLM에서 삭제되었거나 이름이 바뀌었습니다. 서버는 아무것도 로드하지 않고 "unrecognized arguments"로 종료합니다.',
        fix: '--swap-space, --num-scheduler-steps, --use-v2-block-manager, --preemption-mode, --num-lookahead-slots는 빼세요. `--enable-reasoning`은 `--reasoning-parser`에 포함되고, 요청 로그는 `--enable-log-requests`를 줄 때만 켜집니다. `--cuda-graph-sizes`와 `--max-seq-len-to-capture`는 `--cudagraph-capture-sizes`와 `--max-cudagraph-capture-size`로, `--speculative-model`은 `--speculative-config`로, `--rope-scaling`은 `--hf-overrides`로, `--guided-decoding-backend`는 `--structured-outputs-config`로, `--task`는 `--runner`로 바뀌었습니다.',
      },
      zh: {
        title: 'vLLM 已没有的参数',
        cause: 'vLLM 移除或改名了它。服务器还没加载任何东西就以“unrecognized arguments”退出。',
        fix: '去掉 --swap-space、--num-scheduler-steps、--use-v2-block-manager、--preemption-mode 和 --num-lookahead-slots。`--enable-reasoning` 已包含在 `--reasoning-parser` 中；不加 `--enable-log-requests` 就不记录请求；`--cuda-graph-sizes` 和 `--max-seq-len-to-capture` 改为 `--cudagraph-capture-sizes` 和 `--max-cudagraph-capture-size`；`--speculative-model` 改为 `--speculative-config`；`--rope-scaling` 并入 `--hf-overrides`；`--guided-decoding-backend` 并入 `--structured-outputs-config`；`--task` 改为 `--runner`。',
      },
    },
  },
  {
    id: 'weights-damaged',
    area: 'model',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: ['SafetensorError', 'Error while deserializing header', 'MetadataIncompleteBuffer'],
    signs: [],
    versions: 'Any version.',
    commands: ['hf download MODEL --force-download'],
    sources: ['https://github.com/huggingface/safetensors/issues'],
    text: {
      en: {
        title: 'A file of weights is damaged or cut',
        cause: 'A download was interrupted, or the file is a Git LFS pointer of a few lines.',
        fix: 'Fetch it again with `hf download MODEL --force-download` and compare the size with the one on the hub.',
      },
      ko: {
        title: '가중치 파일이 손상되었거나 잘렸습니다',
        cause: '내려받기가 중단되었거나, 파일이 몇 줄짜리 Git LFS 포인터입니다.',
        fix: '`hf download MODEL --force-download`로 다시 내려받고 허브의 파일 크기와 비교하세요.',
      },
      zh: {
        title: '权重文件损坏或不完整',
        cause: '下载被中断，或该文件只是几行的 Git LFS 指针。',
        fix: '用 `hf download MODEL --force-download` 重新下载，并与 hub 上的大小核对。',
      },
    },
  },
  {
    id: 'weights-missing',
    area: 'model',
    engines: [],
    specificity: 3,
    weight: 'error',
    log: ['Cannot find any model weights with'],
    signs: [],
    versions: 'vLLM 0.32.0 and SGLang 0.5.23 (the words are in the sources of both).',
    commands: ['ls -lh MODEL_FOLDER'],
    sources: ['https://huggingface.co/docs/huggingface_hub/guides/download'],
    text: {
      en: {
        title: "The model's folder has no weights",
        cause:
          'It holds the config but no safetensors or bin files, after a partial download or a clone without Git LFS.',
        fix: 'Fetch the model again with `hf download MODEL`.',
      },
      ko: {
        title: '모델 폴더에 가중치가 없습니다',
        cause:
          'config는 있지만 safetensors나 bin 파일이 없습니다. 일부만 내려받았거나 Git LFS 없이 복제한 경우입니다.',
        fix: '`hf download MODEL`로 다시 내려받으세요.',
      },
      zh: {
        title: '模型文件夹中没有权重',
        cause:
          '里面只有配置，没有 safetensors 或 bin 文件，可能是下载不完整，或在没有 Git LFS 的情况下克隆。',
        fix: '用 `hf download MODEL` 重新下载模型。',
      },
    },
  },
];
