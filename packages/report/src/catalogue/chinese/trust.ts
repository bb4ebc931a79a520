import type { TrustMessages } from '../trust-codes.ts';

/** Trust reasons in Chinese. */
export const chineseTrust: TrustMessages = {
  text: {
    'client-busy': '客户端自身 CPU 不足',
    'event-loop-delay': '客户端事件循环滞后，时间戳随之偏晚',
    'start-lag': '请求发出的时刻晚于计划',
    dropped: '在途请求过多，部分计划请求未能发出',
    'no-window': '测量窗口未能打开，无法计算速率',
    'too-few-requests': '测量窗口内没有请求完成',
    errors: '有请求失败',
    'cold-start': '未预热，冷请求的首 token 时间远长于热请求',
    'no-data': '没有请求得到响应',
    'stage-failed': '该阶段失败',
    interrupted: '该阶段未结束就被中止',
    'token-source-unknown': '服务器未返回 token 计数，无法计算 token 速率',
    'short-window': '测量窗口内完成的请求太少',
    'concurrency-not-held': '在途请求数低于计划',
    'reads-waited': '服务器发来的数据可能在客户端读取前有所等待',
    'garbage-collection': '客户端垃圾回收占用时间过多',
    'connection-waits': '许多请求需要先建立连接',
    'beyond-ceiling': '负载超出了本机标定的每秒事件数上限',
    'not-steady': '测量期间负载不稳定',
    'over-saturated': '服务器跟不上计划的速率，队列持续增长',
    'server-shared': '服务器统计到的请求多于发出的请求：有其他人同时在使用它',
    'server-counts-fewer-requests': '服务器统计到的请求少于发出的请求',
    'server-counts-other-tokens': '服务器统计的 token 数与其响应中给出的不一致',
    'client-not-watched': '数据来自其他工具或人工整理，无法确认客户端是否跟得上负载',
  },
  withNumbers: (text, value, limit) => {
    if (limit === null) return `${text}（${value}）`;
    return `${text}（${value}，${limit.bound === 'least' ? '下限' : '上限'} ${limit.text}）`;
  },
};
