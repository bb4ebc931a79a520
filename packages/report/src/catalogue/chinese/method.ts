import { createFormats } from '../formats.ts';
import type { MethodWords } from '../method-words.ts';

const formats = createFormats('zh');

export const chineseMethod: MethodWords = {
  definitions: [
    { name: '输出吞吐量', text: '测量窗口内到达的输出 token 数除以窗口长度' },
    { name: '单用户', text: '输出吞吐量除以在途请求数的平均值' },
    {
      name: 'TTFT',
      text: '首 token 时间：从请求写入套接字到第一个携带 token 的事件；按请求速率施加负载时，从计划到达时刻算起',
    },
    {
      name: 'token 间隔',
      text: 'ITL：相邻两个事件的时间差按该事件携带的 token 数均分；只有服务器给出每个事件的 token 数时才能得到',
    },
    { name: '数据块间隔', text: '相邻两个携带 token 的事件的时间差，不论各自携带多少 token' },
    { name: '响应时间', text: '从请求写入套接字到最后一个 token 的时间' },
    {
      name: '测量窗口',
      text: '预热结束且所有用户的请求都在途时打开，任一用户的任务或时间用完时关闭；按请求速率施加负载时，自预热结束到最后一次计划到达为止',
    },
    {
      name: '百分位数',
      text: '样本足够时才给出：p50 需 7 个，p90 需 44 个，p99 需 459 个；不够则写“样本不足”',
    },
    {
      name: '可信度',
      text: '根据客户端状况、错误和请求数分为有效、存疑、无效；无效的阶段不会在比较中胜出',
    },
  ],
  facts: {
    order: '阶段顺序',
    orderText: (order, more) =>
      `${order.join(' → ')}${more > 0 ? ` → 另有 ${formats.count(more)} 个阶段` : ''}`,
    repeats: '重复次数',
    repeatsText: (repeats) =>
      repeats === 1 ? '1 次（因此没有跨轮次的置信区间）' : `${formats.count(repeats)} 次`,
    seed: '随机种子',
    seedText: (seed, salt) =>
      `${seed}；本次运行的盐值 ${salt}（加入每条提示词，使先前运行留下的缓存不起作用）`,
    tokenSource: 'token 计数来源',
    tokenSourceText: {
      usage: '服务器报告的用量（usage）',
      native: '服务器自身的计数器',
      tokenizer: '模型的分词器',
      mixed: '多个来源',
      unknown: '未知',
    },
    requestsFile: '逐请求记录',
    windows: '测量窗口长度',
    requestsPerStage: '每阶段完成的请求数',
    rangeText: (least, most) => (least === most ? least : `${least} 至 ${most}`),
  },
  aggregation: '多轮重复时，速率取平均值，百分位数取居中一轮的值。只要还有其他轮次可用，无效的轮次就不计入。',
  comparison: (methods) =>
    `只有比值的 95% 置信区间不包含 1，且按比较次数做 Holm 校正后依然如此，才判定胜者。${methods.length === 0 ? '' : `区间的计算单位：${methods.join('、')}。`}`,
  intervalBasis: {
    repeats: '各轮重复',
    requests: '单轮内的各个请求（不反映轮次之间的差异）',
    blocks: '单轮内的时间分块（不反映轮次之间的差异）',
  },
  stagesSummary: (count) => `${formats.count(count)} 个阶段`,
  clientIntro:
    'CPU 不足的客户端测到的是它自己，而不是服务器。下表是各目标测量期间客户端的状况，每项取最差的阶段。',
  noClient: '这些数值由其他工具测得，且没有客户端状况的记录，因此无法判断客户端是否成为瓶颈。',
  importedReproduce: '该命令由来源生成了结果文件；测量本身只能用原来的工具重复。',
  combinedReproduce: '各份结果由各自的命令测得，生成报告时合并。',
  sourceNotes: (count) => `导入时舍弃或假定的内容共 ${formats.count(count)} 条，见结果文件的 source.notes。`,
  reproduceIntro: '用同一命令和下面的计划即可重复本次测量；提示词只有盐值不同。',
  planIntro: '读入的计划',
};
