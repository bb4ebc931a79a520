import type { ErrorWords } from '../error-words.ts';
import { localHelp } from './local-help.ts';
import { requestHelp } from './request-help.ts';
import { targetHelp } from './target-help.ts';

const meant = (nearest: string | null): string => (nearest === null ? '' : `；是不是想写 ${nearest}？`);

export const errors: ErrorWords = {
  labels: {
    where: '位置',
    why: '原因',
    tries: '办法',
    says: '应答',
    detail: '详情',
    known: '已知问题',
    cause: '原因：',
    fix: '办法：',
  },
  help: { ...targetHelp, ...requestHelp, ...localHelp },
  exit: {
    interrupted: '已中断；此前测得的内容在结果中',
    stopped: (target, what) => `${target} 不再应答：${what}`,
    noAnswer: (what) => `没有请求得到回答：${what}`,
    nothingRun: '没有运行任何阶段',
    thresholds: (failed, total, first) => `${total} 项门限中有 ${failed} 项未达到；${first}`,
    invalid: (count, total, stage, why) => `${total} 个阶段中有 ${count} 个无效；${stage}：${why}`,
    failure: (errorClass, detail) => `${errorClass}（${detail}）`,
  },
  planProblem: {
    unknownKey: (nearest) => `未知的键${meant(nearest)}`,
    missing: (expected) => `缺少取值（${expected}）`,
    wrong: (expected, found) => `应为${expected}，而不是 ${found}`,
    wrongChoice: (choices, found, nearest) => `应为 ${choices} 之一，而不是 ${found}${meant(nearest)}`,
    tooSmall: (least, found) => `至少为 ${least}，而不是 ${found}`,
    empty: '不能为空',
    kinds: {
      'a text': '文本',
      'a number': '数字',
      'a whole number': '整数',
      'true or false': ' true 或 false',
      'a list': '列表',
      'a block of keys': '一组键',
      'a text or a whole number': '文本或整数',
    },
  },
  internal: {
    what: (message) => `内部错误，请报告：${message}`,
    why: '这是 Kneepoint 的错误，不是您的操作问题',
    stackIn: (path) => `出错位置记录在 ${path}`,
    report: '请把该文件连同所运行的命令和服务器种类一并发来；其中不含密钥，但发送前请先看一遍',
  },
};
