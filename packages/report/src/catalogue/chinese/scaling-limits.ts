import type { LoadLimit } from '@kneepoint/core';
import { createFormats } from '../formats.ts';
import type { LimitWords, LoadLimitParts } from '../scaling-words.ts';
import { chineseList, chineseUsers } from './phrases.ts';

const formats = createFormats('zh');

/** What a target ran into first, in Chinese. */
export function chineseLoadLimit(target: string, limit: LoadLimitParts): string {
  const users = limit.users === null ? '' : chineseUsers(limit.users);
  const sentence: Record<LoadLimit['cause'], () => string> = {
    errors: () =>
      `从 ${users}起请求开始失败${bracket(limit.number('errorRate'), (share) => `失败率 ${formats.share(share)}`)}`,
    client: () => `${users}时，产生负载的客户端先到达极限，因此看不到服务器的极限`,
    'kv-cache': () => `${users}时 KV 缓存已满${cacheText(limit)}`,
    queue: () => `从 ${users}起请求在服务器内排队${queueText(limit)}`,
    latency: () => latencyText(users, limit),
    bandwidth: () => hardwareText('显存带宽', users, limit),
    compute: () => hardwareText('算力', users, limit),
    'none-seen': () =>
      `直到 ${users}都没有出现瓶颈的迹象${limit.reason === 'server-not-watched' ? '（没有查看服务器内部的队列和 KV 缓存）' : ''}`,
    unknown: () => unknownText(users, limit),
  };
  return `${target}：${sentence[limit.cause]()}。`;
}

function bracket(value: number | null, text: (value: number) => string): string {
  return value === null ? '' : `（${text(value)}）`;
}

function cacheText(limit: LoadLimitParts): string {
  const use = limit.number('kvUse');
  const preemptions = limit.number('preemptions');
  const parts = [
    ...(use === null ? [] : [`使用率最高 ${formats.share(use)}`]),
    ...(preemptions === null ? [] : [`每轮抢占 ${formats.requests(preemptions)} 次`]),
  ];
  return parts.length === 0 ? '' : `（${parts.join('，')}）`;
}

function queueText(limit: LoadLimitParts): string {
  const waiting = limit.number('waiting');
  const running = limit.number('running');
  if (waiting === null) return '';
  const most = running === null ? '' : `，同时处理的最多 ${formats.requests(running)} 个`;
  return `（平均 ${formats.requests(waiting)} 个在等待${most}）`;
}

function latencyText(users: string, limit: LoadLimitParts): string {
  const growth = limit.number('growth');
  const now = bracket(limit.number('ttft'), (ttft) => `平均 ${formats.duration(ttft)}`);
  const times = growth === null ? '变长' : `达到最轻负载时的 ${formats.ratio(growth)} 倍`;
  return `${users}时首 token 时间${times}${now}，没有看到其他瓶颈`;
}

function hardwareText(what: string, users: string, limit: LoadLimitParts): string {
  const share = limit.number('limitShare');
  const reached = share === null ? '' : `（达到硬件上限的 ${formats.share(share)}）`;
  return `${users}时受限于${what}${reached}`;
}

function unknownText(users: string, limit: LoadLimitParts): string {
  if (limit.reason === 'too-few-levels') return '只测了一个负载，无法知道瓶颈是什么';
  const stops = `到 ${users}时增长已放缓，原因未知`;
  return limit.reason === 'server-not-watched'
    ? `${stops}（没有查看服务器内部的队列和 KV 缓存）`
    : `${stops}（没有出现错误、排队或 KV 缓存占满）`;
}

/** The physical limit in Chinese. */
export const chineseLimit: LimitWords = {
  heading: '物理极限',
  intro:
    '加速器要从显存读取权重和已缓存的上下文，还要为每个用户计算一个 token；任何服务器的解码速度都不可能快过两者中较慢的一项。',
  load: '负载',
  prefillOf: (load) => `${load}，提示词（prefill）`,
  measured: '实测（tok/s）',
  limit: '上限（tok/s）',
  share: '达到比例',
  boundBy: '受限于',
  bounds: { bandwidth: '显存带宽', compute: '算力' },
  inputs: (targets, { accelerator, accelerators, bandwidth, peakFlops, weightBytes }) =>
    `${chineseList(targets)}：${accelerators === 1 ? '' : `${formats.count(accelerators)} 块 `}${accelerator}，显存带宽 ${formats.count(bandwidth / 1e9)} GB/s${peakFlops === null ? '' : `，算力 ${formats.count(peakFlops / 1e12)} TFLOP/s`}；每一步读取权重 ${formats.bytes(weightBytes)}。`,
  estimated: '提示词的处理速度是估计值：输入 token 数除以首 token 时间，其中包含等待和网络时间。',
  above: (targets) =>
    `达到比例不可能超过 100%：${chineseList(targets)} 的测量有误，或者模型、加速器的信息不正确。`,
  reason: (reason, targets) => {
    const names = chineseList(targets);
    switch (reason) {
      case 'simulated':
        return `${names} 没有物理极限：模拟服务器不在加速器上运行。`;
      case 'no-accelerator':
        return `未计算 ${names} 的物理极限：服务主机上没有发现 GPU。`;
      case 'other-host':
        return `未计算 ${names} 的物理极限：服务器在另一台主机上运行，其 GPU 未知。`;
      case 'accelerator-unknown':
        return `未计算 ${names} 的物理极限：Kneepoint 的表中没有该 GPU 的规格。`;
      case 'accelerators-differ':
        return `未计算 ${names} 的物理极限：主机上有多种 GPU。`;
      case 'accelerator-count-unknown':
        return `未计算 ${names} 的物理极限：主机上有多块 GPU，实际使用几块未知。`;
      case 'model-unknown':
        return `未计算 ${names} 的物理极限：模型的参数量未知。`;
      case 'weights-unknown':
        return `未计算 ${names} 的物理极限：量化后每个权重的位数未知。`;
      case 'experts-unknown':
        return `未计算 ${names} 的物理极限：每个 token 用到多少专家（MoE）参数未知。`;
      case 'speculative-decoding':
        return `未计算 ${names} 的物理极限：投机解码一步可能产生多个 token。`;
      case 'context-unknown':
        return `${names} 的上下文长度未知，没有计入：真实上限还要略低一些。`;
      case 'compute-unknown':
        return `${names} 只考虑了显存带宽：该数值类型的算力未知。`;
    }
  },
  shareOf: (share, limit) => `上限 ${formats.rate(limit)} 的 ${formats.share(share)}`,
  shareRow: '占物理极限的比例',
};
