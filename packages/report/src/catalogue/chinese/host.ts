import { createFormats } from '../formats.ts';
import type { CapacityWords, HostWords } from '../host-words.ts';

const formats = createFormats('zh');

/** The serving host in Chinese. */
export const chineseHost: HostWords = {
  image: '镜像',
  firstHealthyAnswer: '首次健康响应耗时',
  firstToken: '首个 token 耗时',
  failuresHeading: '未能测量的目标',
  failed: (target, message) => `${target} 未能测量：${message}。`,
  logEnd: '其日志末尾：',
  known: (title, isEnglish) => `已知问题${isEnglish ? '（仅有英文说明）' : ''}：${title}`,
  cause: (text) => `原因：${text}`,
  fix: (text) => `解决办法：${text}`,
  gpuHeading: '服务期间的 GPU 状态',
  utilization: '利用率',
  power: '功耗',
  energyPerToken: '每个输出 token 的能耗',
  throttled: '降频',
};

/** A capacity search in Chinese. */
export const chineseCapacity: CapacityWords = {
  heading: '容量',
  found: (level, slo, confidence) =>
    `满足 ${slo.join('、')} 的最高负载是 ${level}${
      confidence === null ? '' : `（边界位于此处的概率为 ${formats.share(confidence)}）`
    }。`,
  atLeast: (level, slo) => `至少 ${level} 时仍满足 ${slo.join('、')}，未找到会使其不再满足的更高负载。`,
  none: (level, slo) => `即使只有 ${level} 也不满足 ${slo.join('、')}。`,
  unknown: '没有可以判定的负载。',
  users: (level) => `${formats.count(level)} 个用户`,
  rate: (level) => `每秒 ${formats.requests(level)} 个请求`,
  kept: '满足',
  stages: '阶段数',
  level: '负载',
};
