import type { DoctorWords } from '../doctor-words.ts';

export const doctor: DoctorWords = {
  host: '本机',
  server: (url) => `服务器 ${url}`,
  plan: (path) => `计划 ${path}`,
  states: { ok: '正常', error: '错误', advice: '建议', skipped: '跳过' },
  cause: '原因：',
  fix: '办法：',
  verdicts: {
    ok: '没有发现问题',
    advice: '没有妨碍测量的问题',
    problems: '有问题会妨碍测量或使结果失真',
    unreachable: '这个地址没有应答',
  },
  counts: (errors, advice, ok, skipped) =>
    `：错误 ${errors} 项，建议 ${advice} 项，正常 ${ok} 项，跳过 ${skipped} 项。`,
};
