import type { CapacityWords, LoadUnit } from '../capacity-words.ts';

const load = (level: number, unit: LoadUnit): string =>
  unit === 'rate' ? `每秒 ${level} 个请求` : `${level} 个用户`;
const after = (broken: string): string => (broken === '' ? '' : `（${broken}）`);

export const capacity: CapacityWords = {
  load,
  conditions: (terms) => terms.join('、'),
  found: ({ level, unit, slo, next, isSoFar, isAtLeast }) =>
    `${isSoFar ? '目前的' : ''}容量：${isAtLeast ? '至少 ' : ''}${load(level, unit)}能满足 ${slo}；${next}。`,
  unknown: (why) => `容量：未知；${why}。`,
  noneKept: (level, unit, slo, broken) =>
    `容量：无；连${load(level, unit)}都不能满足 ${slo}${after(broken)}。`,
  below: (level, unit, slo, broken) =>
    `容量：低于${load(level, unit)}，此时已不能满足 ${slo}${after(broken)}；没有测更低的负载。`,
  nextBreaks: (level, unit, condition) =>
    condition === '' ? `${load(level, unit)}时不能满足` : `${load(level, unit)}时不能满足 ${condition}`,
  nextNotCarried: (level, unit, reason) => `${load(level, unit)}时不能满足：${reason}`,
  clientLimit: (level, reason) => `${level} 因客户端成为瓶颈而无法测量：${reason}`,
  notJudged: (level, reason) => `${level} 无法判定：${reason}`,
  noData: '没有数据',
  noHigherAllowed: '更高的负载超出允许范围',
  noHigherTried: '没有测更高的负载',
  nothingMeasured: '没有进行任何测量',
  noLevelJudged: (why) => `没有可以判定的负载${why === null ? '' : `（${why}）`}`,
  notConfirmed: '没有再次测量确认。',
  held: '再次测量，仍然满足。',
  didNotHold: (why) => `再次测量，未能满足：${why}。`,
  notCarried: '负载没有被承受住',
  between: (low, high, percent) => `容量在 ${low} 到 ${high} 之间，置信度 ${percent}%。`,
  columns: { users: '用户', rate: '每秒请求', stages: '阶段', kept: '满足' },
  cells: { client: '客户端', noData: '无数据' },
  notClear: '尚不清楚：',
  ended: {
    'stage-budget': '搜索达到阶段数上限（--max-stages）而结束，还有负载没有测',
    'time-budget': '搜索达到时间上限（--max-time）而结束，还有负载没有测',
    unfinished: '搜索在完成前被停止，还有负载没有测',
  },
  notMonotone: '较低的负载不满足 SLO，较高的负载却满足：各阶段之间的差异大于负载之间的差异',
  stageIs: (id, verdict, reasons) => `${id} ${verdict}：${reasons}`,
  othersSuspect: (count) => `另有 ${count} 个远离边界的阶段存疑`,
  longerGivesMore: '；延长 --duration 可以得到更多',
};
