import type { AuditCode } from '@kneepoint/core';

/** What a rule stands on, in Chinese. */
export const chineseAuditBasis: Record<AuditCode, string> = {
  'single-user-slower-than-shared':
    '同一文档的数值：每用户速度 = 输出吞吐量 ÷ 用户数，时间 = token 数 ÷ 速度',
  'winner-rests-on-cold-number': '同一文档的数值：语言测试，或用户最少时的每用户速度',
  'crossover-against-table': '在双方共有的档位之间对输出吞吐量做线性插值',
  'claim-against-table': '较优数值 ÷ 另一数值；倍数的末位可四舍五入或截断',
  'figures-do-not-follow':
    '各指标的定义；在途请求数依据利特尔法则 L = λW（J. D. C. Little，Operations Research 9，1961）',
  'counts-do-not-add-up': '计划 = 发出 + 丢弃，发出 = 完成 + 失败 + 截断',
  'ratio-does-not-follow': '比值 = 候选 ÷ 基准',
  'linear-scaling-claim': '效率 = 用户最多时的（吞吐量 ÷ 用户数）÷ 用户最少时的同一数值',
  'saturation-claim': '增幅 = 用户最多时的吞吐量 ÷ 所称档位的吞吐量 − 1',
  'per-user-speed-rises': '逐档位计算：每用户速度 = 输出吞吐量 ÷ 用户数',
  'above-physical-limit':
    '每步最短时间 = max(读取字节 ÷ 带宽, 运算量 ÷ 峰值算力)；S. Williams 等，Roofline，CACM 52，2009',
  'memory-below-weights': '权重字节数 = 参数量 × 数据类型的字节数',
  'memory-above-gpu': '所用内存 ≤ 全部 GPU 的显存；因 GB 与 GiB 之差容许 7.4%',
  'start-faster-than-weights': '最短时间 = 权重字节数 ÷ 15.75 GB/s（PCI Express 5.0 x4 的速率，PCI-SIG）',
  'share-of-limit': '单用户、短上下文时，tok/s 上限 = 显存带宽 ÷ 权重字节数',
  'percentiles-out-of-order': 'min ≤ p50 ≤ p75 ≤ p90 ≤ p95 ≤ p99 ≤ p99.9 ≤ max',
  'mean-outside-range': 'min ≤ 均值 ≤ max',
  'winner-inside-noise': '比值的 95% 置信区间包含 1；没有区间时，差距小于 5%',
  'percentile-without-samples':
    'n ≥ ln 0.01 ÷ ln p：p90 需 44 个样本，p95 需 90 个，p99 需 459 个，p99.9 需 4,603 个',
  'no-repeats': '基于 t 分布的 95% 置信区间至少需要两次重复，三次起才有实用价值',
  'cold-start-inside': '没有预热，且初始请求的首 token 时间超过其余请求两倍的阶段',
  'method-not-told': '每个阶段应有的内容：请求数、测量窗口、长度、预热、压测客户端的状态',
  'cached-prompts': '服务器自己统计的缓存 token ÷ 全部提示词 token；无意共享前缀却超过 20%',
  'unequal-lengths': '同一档位上由服务器统计的平均长度；相差超过 5% 且超过 16 个 token',
  'answers-ended-early': '服务器统计的平均长度 ÷ 计划中的固定长度',
  'client-limited': '各阶段的可信度判定，限值见可信度（trust）参考页',
  parity: '把各目标的参数、配置、提示词和顺序并列对照',
  'image-not-pinned': '标签可以改指，digest 不会变',
  'driver-too-old': '最早支持各 compute capability 的驱动分支和 CUDA 版本',
  'argument-unknown': 'vLLM 0.32.0 和 SGLang 0.5.23 所注册的参数',
  'argument-deprecated': 'vLLM 0.32.0 和 SGLang 0.5.23 打印的弃用警告',
  'request-field-ignored': '各接口文档所列的字段',
  'workaround-outdated': '引擎源码中允许 FlashInfer 运行的 compute capability',
};
