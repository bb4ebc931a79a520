import { createFormats } from '../formats.ts';
import type { RecommendationWords } from '../recommendation-words.ts';
import { tipFlags } from '../tip-flags.ts';

const formats = createFormats('zh');

/** Tuning tips in Chinese: what was seen, then what to do. */
export const chineseTips: RecommendationWords['tips'] = {
  'kv-cache-full': ({ target, engine, number }) => {
    const flags = tipFlags(engine);
    const how =
      flags === null
        ? '请给缓存更多内存、缩短上下文，或用更少的位数存储缓存。'
        : `请给它更多内存（${flags.cacheMemory}）、缩短上下文（${flags.contextLength}），或用 8 位存储（${flags.cacheType}）。`;
    return `${target}：KV 缓存占用达到 ${formats.share(number('kvUse'))}，有 ${formats.count(number('preemptions'))} 个请求被抢占后重新计算。${how}`;
  },
  'queue-while-cache-free': ({ target, engine, number }) =>
    `${target}：KV 缓存最多只用了 ${formats.share(number('kvUse'))}，却在运行 ${formats.count(number('running'))} 个请求时平均有 ${formats.requests(number('waiting'))} 个请求排队。限制它的不是内存，而是并发请求上限；请调高 ${tipFlags(engine)?.sequences ?? '该上限'}。`,
  'prefix-cache-unused': ({ target, engine, number }) =>
    `${target}：各提示词共享开头的 ${formats.count(number('prefix'))} 个 token，但前缀缓存没有命中。请启用前缀缓存${tipFlags(engine) === null ? '' : `（使用 ${tipFlags(engine)?.noPrefixCache ?? ''} 会将其关闭）`}，或确认共享部分位于最前面。`,
  'graphs-off': ({ target, argument, number }) =>
    `${target}：单个用户只达到硬件上限 ${formats.rate(number('limit'))} 的 ${formats.share(number('share'))}，且 CUDA graph 处于关闭状态。如果引擎和驱动支持，请去掉 ${argument ?? '关闭它的参数'} 后重新测量。`,
  'gpu-memory-unused': ({ target, engine, number }) =>
    `${target}：KV 缓存占用达到 ${formats.share(number('kvUse'))}，而 GPU 的 ${formats.bytes(number('total'))} 内存只用了 ${formats.bytes(number('peak'))}。请把剩余内存分给缓存${tipFlags(engine) === null ? '' : `（${tipFlags(engine)?.cacheMemory ?? ''}）`}。`,
  'first-request-slow': ({ target, number }) =>
    `${target}：${formats.seconds(number('healthy'))} 后已报告健康，但首个 token 到 ${formats.seconds(number('firstToken'))} 才出现。请在接收用户之前先发送一个请求。`,
  'gpu-throttled': ({ target, number, throttle }) =>
    `${target}：${formats.share(number('share'))} 的采样中 GPU 频率受限（${
      {
        'hardware-slowdown': '硬件降速',
        'software-thermal': '温度',
        'hardware-thermal': '硬件温度保护',
        'power-brake': '供电制动',
      }[throttle ?? 'hardware-slowdown']
    }）。比较引擎之前请检查散热和供电。`,
  'client-limit': ({ number, has }) =>
    `${formats.count(number('of'))} 个阶段中有 ${formats.count(number('stages'))} 个，客户端自身来不及处理${has('cpuShare') ? `（最忙的工作线程占用 ${formats.share(number('cpuShare'))} 的核心）` : ''}。请从专用主机发送负载，或增加工作线程。`,
};
