import { createFormats } from '../formats.ts';
import type { MemoryWords } from '../memory-words.ts';
import { chineseList } from './phrases.ts';

const formats = createFormats('zh');

/** The memory of servers in Chinese. */
export const chineseMemory: MemoryWords = {
  heading: '内存',
  phase: '阶段',
  phases: {
    empty: '启动前',
    loaded: '就绪，尚无请求',
    warm: '预热后',
    inference: '单用户',
    peak: '最高负载',
    after: '最后一个请求之后',
  },
  owner: '统计对象',
  ownerName: (owner) => {
    switch (owner.kind) {
      case 'device':
        return `GPU ${owner.index} 整卡`;
      case 'server-on-device':
        return `GPU ${owner.index} 上的服务器进程`;
      case 'host':
        return {
          resident: '主机上的服务器进程，常驻内存',
          private: '主机上的服务器进程，私有内存',
          charged: '容器，含文件缓存',
        }[owner.measure];
    }
  },
  median: '中位数',
  most: '最大值',
  samples: '样本数',
  intro: {
    'server-on-device': '各服务器的进程占用的显存（所有 GPU 合计）。引擎预留的部分无论是否用到都计算在内。',
    device: 'GPU 上已占用的显存（所有 GPU 合计，不区分由谁占用），引擎预留的部分也计算在内。',
    host: '各服务器的进程在主机上的常驻内存。没有采集 GPU 显存。',
    figures: '结果中记录的各服务器的内存。',
  },
  mostNote: (bytes) => `最大 ${bytes}`,
  difference: '差异（各一个值）',
  less: (least, bytes, most) => `${least} 比 ${most} 少 ${formats.bytes(bytes)}`,
  same: '相同',
  inUse: 'KV 缓存最高使用率',
  inUseText: (share, level) => `${formats.share(share)}（${level}）`,
  engineHeading: '引擎自己给出的数值',
  engineIntro: '引擎自行分配内存：先放入权重，其余大部分在启动时预留为 KV 缓存。',
  engine: {
    weights: '权重',
    kvCache: 'KV 缓存预留量',
    graphs: 'CUDA 图',
    kvTokens: 'KV 缓存容量',
    fraction: '允许占用的内存比例（设置值）',
  },
  engineUnknown: (targets) => `${chineseList(targets)} 未知：服务器没有给出内存如何分配。`,
  tokens: (count) => `${formats.count(count)} 个 token`,
  allFigures: '采集到的全部内存数值',
  note: '各阶段取样本的中位数，最高负载取最大值；不推断样本之间的数值。',
};
