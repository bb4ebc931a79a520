import { createFormats } from '../formats.ts';
import type { FitWords, GrowthWords, LatencyWords, ScalingWords } from '../scaling-words.ts';
import { chineseList, chineseUsers } from './phrases.ts';
import { chineseLimit, chineseLoadLimit } from './scaling-limits.ts';

const formats = createFormats('zh');

const growth: GrowthWords = {
  linear: '线性扩展是指每个用户都保持最轻负载时的速度；“相对线性扩展”表示这一速度还剩多少。',
  intervals: '均值旁是多轮测量的 95% 置信区间（t 分布）。',
  otherSuite: (suite, count) =>
    `${chineseUsers(count)}的数值来自“${suite}”测试，提示词和回答的长度可能不同。`,
  efficiency: (target, at, best, share) =>
    `${target}：${chineseUsers(at.users)}时每个用户得到 ${formats.rate(at.perUser)}，是 ${chineseUsers(best.users)}时 ${formats.rate(best.perUser)} 的 ${formats.share(share)}。`,
  superlinear: (target, at, base) =>
    `${target}：${chineseUsers(at.users)}时每个用户的速度（${formats.rate(at.perUser)}）反而高于 ${chineseUsers(base.users)}时（${formats.rate(base.perUser)}）。负载增加不会让单个用户变快，因此较轻负载的测量值得怀疑（例如冷启动），以它为基准的比例也一样。`,
  saturated: (target, { users, throughput, gainAfter }) =>
    `${target} 从 ${chineseUsers(users)}起饱和：此时为 ${formats.rate(throughput)}，${
      gainAfter > 0
        ? `再增加用户，吞吐量最多提高 ${formats.share(gainAfter)}`
        : '再增加用户，吞吐量也不会更高'
    }。`,
  lastStep: (target, { from, to, gain }) =>
    `${target} 直到 ${chineseUsers(to)}仍未饱和：用户从 ${formats.count(from)} 个增加到 ${formats.count(to)} 个，吞吐量${gain >= 0 ? '提高' : '下降'} ${formats.share(Math.abs(gain))}。`,
  knee: (target, { users, low, high, isResampled }) =>
    `${target} 的增长在 ${chineseUsers(users)}处放缓（拐点，Kneedle 方法；${
      isResampled ? '考虑多轮测量和相邻负载的 95% 区间' : '位于相邻负载之间'
    }：${formats.count(low)}–${formats.count(high)} 个用户）。`,
  noBend: (target, heaviest) => `${target} 直到 ${chineseUsers(heaviest)}都没有出现拐点。`,
  crosses: ({ below, above, users, low, high, isOneRepeat, doubtful }) =>
    `少于 ${formats.requests(users)} 个用户时 ${below} 领先，多于时 ${above} 领先（交叉点，线性插值；${
      isOneRepeat
        ? `位于实测的 ${formats.requests(low)} 个与 ${formats.requests(high)} 个用户之间，仅测一轮，误差未知`
        : `95% 置信区间 ${formats.requests(low)}–${formats.requests(high)} 个用户`
    }）。${doubtful === null ? '' : `它取决于 ${doubtful.target} 在 ${chineseUsers(doubtful.users)}时的测量，而这一测量值得怀疑。`}`,
  neverCrosses: (ahead, behind, { from, to, isOneRepeat, isEvenBetween }) =>
    isEvenBetween
      ? `${formats.count(from)} 个和 ${formats.count(to)} 个用户时 ${ahead} 都领先 ${behind}，两者之间有的负载分不出高下，看不到交叉点。`
      : `从 ${formats.count(from)} 个到 ${formats.count(to)} 个用户，${ahead} 在每个负载下都领先 ${behind}，没有交叉点${isOneRepeat ? '（仅测一轮，误差未知）' : ''}。`,
  undecided: ({ one, other, why, lighter, heavier }) => {
    const pair = chineseList([one, other]);
    if (why === 'too-few-levels') return `${pair} 可共同比较的负载不足两个，无法判断交叉点。`;
    if (why === 'intervals-overlap') return `${pair} 在任何负载下都分不出高下，无法判断交叉点。`;
    if (why === 'several-crossings') return `${pair} 的吞吐量多次交叉，没有单一的交叉点。`;
    if (heavier !== null) return `最重负载下 ${heavier} 领先，最轻负载下分不出高下，无法判断交叉点。`;
    if (lighter !== null) return `最轻负载下 ${lighter} 领先，最重负载下分不出高下，无法判断交叉点。`;
    return `${pair} 在最轻和最重的负载下都分不出高下，无法判断交叉点。`;
  },
  loadLimit: chineseLoadLimit,
  unusable: (targets) => `${chineseList(targets)} 未被判为无效的负载不足两个，因此不判断吞吐量如何增长。`,
  missing: (part, reason, targets) => {
    const names = chineseList(targets);
    const what = { usl: '未拟合扩展性定律', knee: '未求拐点', saturation: '未判断是否饱和' }[part];
    const why = {
      'too-few-levels': `可用的负载不足 ${{ usl: 3, knee: 4, saturation: 2 }[part]} 个`,
      'no-growth': '所有负载下吞吐量相同',
      'no-fit': '测量点不足以确定参数',
      'still-grows': '吞吐量仍在增长',
      'no-bend': '增长没有放缓',
    }[reason];
    return `${names} ${what}：${why}。`;
  },
};

const fit: FitWords = {
  heading: '通用扩展性定律（USL）',
  intro:
    '用最小二乘法拟合 X(N) = λN / (1 + σ(N − 1) + κN(N − 1))：λ 是单个用户独占时的速度，σ 是需要排队的工作比例，κ 是随每一对用户增加的开销。',
  lambda: 'λ（tok/s）',
  sigma: 'σ',
  kappa: 'κ',
  determination: 'R²',
  relativeError: '相对误差',
  peak: '曲线峰值',
  peakAt: (count, throughput) => `${formats.count(count)} 个用户时 ${formats.rate(throughput)}`,
  noPeak: '可及范围内没有',
  errors: '± 后为标准误差。',
  threeLevels: (targets) => `${chineseList(targets)}：三个负载恰好确定三个参数，误差未知，相对误差没有意义。`,
  misfit: (targets, relativeError) =>
    `${chineseList(targets)}：曲线与测量点相差 ${formats.share(relativeError)}，这一定律不能描述这种增长，参数没有意义。`,
  atBound: (targets) =>
    `${chineseList(targets)}：没有 ± 的参数落在下限 0 上，说明在这些负载下看不到相应的影响。`,
};

const latency: LatencyWords = {
  heading: '延迟与吞吐量',
  intro: '每次增加用户，吞吐量提高多少，首 token 时间又变长多少。',
  gain: '吞吐量相对上一负载',
  growth: (percentile) => `TTFT ${percentile} 相对最轻负载`,
};

/** The scaling section in Chinese. */
export const chineseScaling: ScalingWords = { growth, fit, latency, limit: chineseLimit };
