import { createAuditNumbers } from '../audit-numbers.ts';
import type { AuditRuleWords } from '../audit-words.ts';
import { createFormats } from '../formats.ts';
import { auditMetric, identityNames, sumNames } from './audit-names.ts';
import { chineseUsers } from './phrases.ts';

const formats = createFormats('zh');
const { stated, brief, limitShare, percentile } = createAuditNumbers('zh', formats);
const rate = formats.rateNumber;

const units = { tokens: '个 token', 'tok/s': 'tok/s', requests: '个' };

/** Findings about figures in Chinese: contradictions, physics, statistics. */
export const chineseAuditFigures = {
  'single-user-slower-than-shared': {
    says: ({ target, singleTokensPerSecond, shared, languages, steadyTokensPerSecond, coldStart }) => {
      const against = [
        ...(shared === null
          ? []
          : [
              ` ${chineseUsers(shared.users)}时每个用户的速度为 ${rate(shared.perUserTokensPerSecond)} tok/s`,
            ]),
        ...(languages === null
          ? []
          : [`语言测试中为 ${brief(languages.low)}–${brief(languages.high)} tok/s`]),
      ];
      const cold =
        coldStart === null
          ? ''
          : `${formats.count(coldStart.tokens)} 个 token 用了 ${stated(coldStart.seconds)} s，而按 ${brief(steadyTokensPerSecond)} tok/s 只需 ${brief(coldStart.steadySeconds)} s，其余约 ${brief(coldStart.unexplainedSeconds)} s 花在了别处。`;
      return `${target} 的单用户速度写为 ${stated(singleTokensPerSecond)} tok/s，但${against.join('，')}：这个单用户数值不是稳态，很可能混入了冷启动。${cold}`;
    },
    todo: () => '预热后重新多次测量单用户，并排除首个请求。',
  },
  'winner-rests-on-cold-number': {
    says: ({
      winner,
      loser,
      coldTokensPerSecond,
      steadyTokensPerSecond,
      winnerTokensPerSecond,
      statements,
    }) =>
      `关于单用户时谁更快、从多少用户起领先的 ${formats.count(statements)} 处表述，都建立在 ${loser} 的一个冷启动数值（${stated(coldTokensPerSecond)} tok/s）上。同一文档别处给出的 ${loser} 速度约为 ${brief(steadyTokensPerSecond)} tok/s，高于 ${winner} 的 ${stated(winnerTokensPerSecond)} tok/s。`,
    todo: ({ winner, loser }) => `在预热后重新测量 ${loser} 之前，不要说 ${winner} 的单用户速度更快。`,
  },
  'crossover-against-table': {
    says: ({ winner, other, statedUsers, tableUsers, steady }) =>
      `文中称 ${winner} 从 ${stated(statedUsers)} 个用户起领先；${
        tableUsers === null
          ? `但表中各档位与 ${other} 并无交叉点`
          : `但按表中档位插值，它在 ${brief(tableUsers)} 个用户处就超过 ${other}`
      }${
        steady === null
          ? ''
          : steady.users === null
            ? '；换用稳态的单用户速度，则根本没有交叉点'
            : `；换用稳态的单用户速度，则在 ${brief(steady.users)} 个用户处`
      }。`,
    todo: () => '写出插值得到的交叉点及其置信区间，或在其附近补测几个档位。',
  },
  'claim-against-table': {
    says: ({ metric, users, statedWinner, statedFactor, tableWinner, tableFactor }) =>
      `文中称${users === null ? '' : ` ${chineseUsers(users)}时`} ${statedWinner} 的${auditMetric(metric)}更优${statedFactor === null ? '' : `（${stated(statedFactor)} 倍）`}，而数值显示 ${tableWinner} 更优（${stated(tableFactor)} 倍）。`,
    todo: () => '更正表述或数值。',
  },
  'figures-do-not-follow': {
    says: ({ identity, stated: written, derived, unit }) =>
      `${identityNames[identity]}：写为 ${rate(written)} ${units[unit]}，而由其他数值算得 ${rate(derived)} ${units[unit]}。`,
    todo: () => '同一档位的所有数值应取自相同的请求和同一个测量窗口。',
  },
  'counts-do-not-add-up': {
    says: ({ sum, whole, parts }) =>
      `${sumNames[sum]}：一边为 ${formats.count(whole)}，另一边为 ${formats.count(parts)}。`,
    todo: () => '在找出丢失或重复计数的请求之前，不要使用该阶段的任何数值。',
  },
  'ratio-does-not-follow': {
    says: ({ baseline, candidate, metric, stated: written, derived }) =>
      `${candidate} 与 ${baseline} 的${auditMetric(metric)}之比写为 ${stated(written)}，而由两个数值算得 ${stated(derived)}。`,
    todo: () => '用所示数值重新计算比值。',
  },
  'linear-scaling-claim': {
    says: ({ target, fromUsers, fromPerUser, toUsers, toPerUser, share }) =>
      `文中称 ${target} 线性扩展；但 ${formats.count(toUsers)} 个用户时，每个用户的速度只有 ${formats.count(fromUsers)} 个用户时的 ${formats.share(share)}（${rate(toPerUser)} 对 ${rate(fromPerUser)} tok/s）。`,
    todo: () => '写明达到线性的百分之几，以及到多少用户为止。',
  },
  'saturation-claim': {
    says: ({ target, fromUsers, fromThroughput, toUsers, toThroughput, gain }) =>
      `文中称 ${target} 在 ${formats.count(fromUsers)} 个用户后饱和；但从 ${formats.count(fromUsers)} 增至 ${formats.count(toUsers)} 个用户，吞吐量仍提高 ${formats.share(gain)}（${rate(fromThroughput)} 升至 ${rate(toThroughput)} tok/s）。`,
    todo: () => '只有增加用户不再提高吞吐量的档位才能称为饱和。',
  },
  'per-user-speed-rises': {
    says: ({ target, fromUsers, fromPerUser, toUsers, toPerUser }) =>
      `${target} 每个用户的速度在 ${formats.count(fromUsers)} 个用户时为 ${rate(fromPerUser)} tok/s，在 ${formats.count(toUsers)} 个用户时反而升至 ${rate(toPerUser)} tok/s。`,
    todo: () => '用预热、相同长度和未被缓存的提示词重新测量这两个档位。',
  },
  'above-physical-limit': {
    says: ({ target, phase, users, measured, limit, boundBy }) =>
      `${chineseUsers(users)}时 ${target} 的${phase === 'decode' ? '解码' : '预填充'}速度写为 ${rate(measured)} tok/s，而该硬件的${boundBy === 'bandwidth' ? '显存带宽' : '算力'}最多允许 ${rate(limit)} tok/s。`,
    todo: () => '检查 token 的计数方式、回答是否来自缓存，以及实际运行的模型、数据类型和 GPU。',
  },
  'memory-below-weights': {
    says: ({ target, bytes, weightBytes }) =>
      `${target} 的内存写为 ${formats.bytes(bytes)}，但仅权重就有 ${formats.bytes(weightBytes)}。`,
    todo: () => '检查模型、数据类型，以及读取的是哪个设备的内存。',
  },
  'memory-above-gpu': {
    says: ({ target, bytes, gpuBytes }) =>
      `${target} 的内存写为 ${formats.bytes(bytes)}，而 GPU 显存只有 ${formats.bytes(gpuBytes)}。`,
    todo: () => '检查单位，以及该数值是否来自 GPU。',
  },
  'start-faster-than-weights': {
    says: ({ target, seconds, weightBytes, leastSeconds }) =>
      `${target} 的启动时间写为 ${stated(seconds)} s，而读取 ${formats.bytes(weightBytes)} 权重至少需要 ${stated(leastSeconds)} s。`,
    todo: () => '说明权重当时是否在页缓存中，以及启动时间从何时计到何时。',
  },
  'share-of-limit': {
    says: ({ target, limit, weightBytes, bandwidth, speeds }) =>
      `${target} 单用户：物理上限为 ${rate(limit)} tok/s${
        weightBytes === null || bandwidth === null
          ? ''
          : `（权重 ${formats.bytes(weightBytes)}，带宽 ${formats.count(bandwidth / 1e9)} GB/s）`
      }，${speeds.map(({ tokensPerSecond, share }) => `${stated(tokensPerSecond)} tok/s 达到其 ${limitShare(share)}`).join('，')}。`,
    todo: () => '无需处理。若远低于另一引擎，再查找时间花在了哪里。',
  },
  'percentiles-out-of-order': {
    says: ({ metric, lower, lowerMicros, upper, upperMicros }) =>
      `${auditMetric(metric)}：${lower}（${formats.duration(lowerMicros)}）大于 ${upper}（${formats.duration(upperMicros)}）。`,
    todo: () => '所有百分位数应取自同一个分布。',
  },
  'mean-outside-range': {
    says: ({ metric, mean, min, max }) =>
      `${auditMetric(metric)}：均值 ${formats.duration(mean)} ${max !== null && mean > max ? `大于最大值 ${formats.duration(max)}` : `小于最小值 ${formats.duration(min ?? 0)}`}。`,
    todo: () => '检查单位和所含的请求。',
  },
  'winner-inside-noise': {
    says: ({ winner, factor, interval }) =>
      `文中判 ${winner} 胜出（${stated(factor)} 倍），${interval === null ? '但没有重复测量，差距在单次运行的波动之内' : `但比值的置信区间 ${stated(interval.low)}–${stated(interval.high)} 包含 1`}。`,
    todo: () => '写“无显著差异”，或增加重复次数。',
  },
  'percentile-without-samples': {
    says: ({ metric, percentile: share, samples, required, cells }) =>
      `${auditMetric(metric)}的 ${percentile(share)} 只由 ${formats.count(samples)} 个样本得出，至少需要 ${formats.count(required)} 个。${cells === 1 ? '' : `另有 ${formats.count(cells - 1)} 个百分位数也是如此。`}`,
    todo: () => '测量更多请求，或只给出较低的百分位数。',
  },
  'no-repeats': {
    says: ({ stages }) =>
      `所有项目都只测了一次（${formats.count(stages)} 项测量，无重复），没有任何数值带有置信区间。`,
    todo: () => '至少重复三次，并让各目标交替运行。',
  },
} satisfies Partial<AuditRuleWords>;
