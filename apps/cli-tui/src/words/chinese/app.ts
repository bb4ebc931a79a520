import type { AppWords } from '../app-words.ts';

export const app: AppWords = {
  loading: '正在加载…',
  keys: {
    help: '按键',
    back: '返回',
    leave: '退出',
    leaveAtOnce: '立即退出',
    suspend: '回到 shell（用 fg 返回）',
  },
  help: '按键',
  history: '历史记录',
  cannotShow: '无法显示此画面',
  needsTerminal:
    'kneepoint tui 需要绘制画面，输入和输出都必须是终端；查看已保存的测试请用：kneepoint history',
};
