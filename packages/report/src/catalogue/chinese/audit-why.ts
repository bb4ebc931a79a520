import type { AuditCode } from '@kneepoint/core';

/** Why a finding matters, in Chinese. */
export const chineseAuditWhy: Record<AuditCode, string> = {
  'single-user-slower-than-shared':
    '一个用户时的解码步绝不会比多个用户时更慢。单用户反而更慢，说明测量中混入了别的事情，多半是冷启动：加载、编译、捕获 graph、填充缓存。',
  'winner-rests-on-cold-number':
    '按同一文档别处给出的稳态速度，所谓的胜者其实落后。凡是建立在这个冷启动数值上的表述都不成立。',
  'crossover-against-table':
    '交叉点应由表中档位得出。凭目测写出的交叉点，会让读者在两者之间的负载下选错服务器。',
  'claim-against-table': '读者记住的是结论，结论必须能由旁边的数值得出。',
  'figures-do-not-follow':
    '这些数值由定义相互约束。若差异超出测量窗口两端所能解释的范围，则至少有一个取自别的请求，或是错的。',
  'counts-do-not-add-up': '不在任何计数中的请求是悄悄丢失的请求，所有速率和占比都出自比所写更少的请求。',
  'ratio-does-not-follow': '被引用的是比值，它必须是所比较的两个数值之比。',
  'linear-scaling-claim': '线性扩展意味着用户增多后仍保持用户少时的速度。照此规划容量，买到的机器会不够。',
  'saturation-claim': '饱和的服务器不会因用户增多而有任何提升。仍在增长，说明还有余量。',
  'per-user-speed-rises':
    '批次变大不会让其中的用户变快。要么较低档位的测量受到干扰，要么较高档位做的是别的工作：更短或已缓存的提示词，或实际在途用户少于所写。',
  'above-physical-limit':
    '软件不可能比硬件更快。可能是 token 计数有误、回答来自缓存、每步产出多个 token，或模型、数据类型、GPU 与所写不同。',
  'memory-below-weights':
    '已加载的模型必然占有其权重。低于此值，说明看的是别的模型、别的数据类型或别的设备。',
  'memory-above-gpu': '该数值可能是主机内存、多块 GPU 之和，或只是预留的地址空间。',
  'start-faster-than-weights':
    '冷启动要读取权重。更短的时间说明权重已在内存中，或计时起点更晚；重启之后会更慢。',
  'share-of-limit':
    '单用户时每个 token 都要把全部权重读一遍，速度由带宽决定。同一硬件上若远低于另一引擎，说明时间花在了别处。',
  'percentiles-out-of-order': '同一分布的百分位数按定义只增不减。这些数值取自不同的请求，或放错了位置。',
  'mean-outside-range': '均值必在最小值与最大值之间。该均值取自别的请求，或单位不同。',
  'winner-inside-noise': '再测一次，胜者可能易位。正确的说法是“无显著差异”。',
  'percentile-without-samples':
    '样本更少时，没有一个样本高于真实百分位数的概率超过 1%，这样的数值看不到它所代表的尾部。',
  'no-repeats': '只运行一次看不到波动：无法判断差异能否再现，也没有可供比照的置信区间。',
  'cold-start-inside': '编译、捕获和填充缓存只发生一次。在很短的阶段里，其影响会大于用户实际所见。',
  'method-not-told':
    '不知道请求数、测量窗口和长度，就无法复现数值，也无法判断其可信程度；无人监测的客户端可能本身就是瓶颈。',
  'cached-prompts':
    '已缓存的提示词无需预填充。提示词重复时（包括在多次运行之间），首 token 会显得比各有不同提示词的真实用户所见更快。',
  'unequal-lengths': '回答和提示词越长，工作量越大。工作量不同的目标不能用时间比较，吞吐量也会受影响。',
  'answers-ended-early':
    '若不忽略结束符，回答会在模型停下处结束。把要求的长度当作实际长度，吞吐量会偏高；而时间对应的是比计划更短的回答。',
  'client-limited': '那样测到的是客户端：换一台更快的服务器，结果也会一样。',
  parity: '只有双方条件相同，服务器的比较才成立；否则比较的是设置，胜出的也是设置。',
  'image-not-pinned':
    '比较的究竟是什么，取决于引擎版本。用这样的名称，同一条命令明天就会运行另一个引擎，或者别人根本无法运行。',
  'driver-too-old': '比 GPU 更旧的驱动无法驱动该 GPU。数值是在与所写不同的系统上测得的，谁也无法复现。',
  'argument-unknown': '如今的引擎遇到不认识的参数会立即退出，照文档操作的人得不到服务器。',
  'argument-deprecated': '引擎现在只是警告，后续版本会拒绝它：这条命令用不了多久。',
  'request-field-ignored':
    '服务器接受请求却悄悄忽略该字段：回答变成默认长度，用它测量的人测的并不是自己以为的工作量。',
  'workaround-outdated':
    '这原是在旧版本不认识的 GPU 上勉强运行的办法，会牺牲速度。去掉后重新测量，结果可能完全不同。',
};
