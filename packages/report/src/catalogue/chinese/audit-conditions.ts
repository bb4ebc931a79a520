import { createAuditNumbers } from '../audit-numbers.ts';
import type { AuditRuleWords } from '../audit-words.ts';
import { createFormats } from '../formats.ts';
import { trustText } from '../trust-codes.ts';
import { untoldNames } from './audit-names.ts';
import { chineseParity } from './parity.ts';
import { chineseList } from './phrases.ts';
import { chineseTrust } from './trust.ts';

const formats = createFormats('zh');
const { brief } = createAuditNumbers('zh', formats);
const engineNames = { vllm: 'vLLM', sglang: 'SGLang' } as const;

/** Findings about how it was measured in Chinese: method, parity, compatibility. */
export const chineseAuditConditions = {
  'cold-start-inside': {
    says: ({ stages, coldMicros, restMicros }) =>
      `${formats.count(stages)} 个阶段混入了冷启动：没有预热${coldMicros === null ? '' : `，初始请求的首 token 时间为 ${formats.duration(coldMicros)}${restMicros === null ? '' : `，全部请求的中位数为 ${formats.duration(restMicros)}`}`}。`,
    todo: () => '测量前先预热。',
  },
  'method-not-told': {
    says: ({ untold }) => `文档没有说明${untold.map((thing) => untoldNames[thing]).join('、')}。`,
    todo: () => '公布计划文件和结果文件，或至少在各表旁注明这些内容。',
  },
  'cached-prompts': {
    says: ({ target, share }) =>
      `提示词本不应共享前缀，但 ${target} 收到的提示词 token 中最多有 ${formats.share(share)} 来自前缀缓存。`,
    todo: () => '在每条提示词开头加入各自不同的盐值，并在两次运行之间清空缓存。',
  },
  'unequal-lengths': {
    says: ({ which, lengths, levels }) =>
      `各目标的工作量不同：${which === 'input' ? '提示词' : '回答'}平均长度为 ${lengths.map(({ target, tokens }) => `${target} ${formats.count(tokens)} 个 token`).join('，')}${levels === 1 ? '' : `（共 ${formats.count(levels)} 个档位如此）`}。`,
    todo: ({ which }) =>
      which === 'input' ? '用同一模板发送相同的提示词。' : '固定回答长度，并忽略结束符。',
  },
  'answers-ended-early': {
    says: ({ target, askedTokens, meanTokens, share }) =>
      `${target} 的回答提前结束：平均 ${brief(meanTokens)} 个 token，为所要求的 ${formats.count(askedTokens)} 个的 ${formats.share(share)}。`,
    todo: () => '比较速度时应忽略结束符，且不要把要求的长度当作实际长度。',
  },
  'client-limited': {
    says: ({ verdict, reason, stages }) =>
      `因压测客户端的问题，${formats.count(stages)} 个阶段${{ suspect: '存疑', invalid: '无效' }[verdict]}：${trustText(reason, chineseTrust, formats)}。`,
    todo: () => '给压测客户端分配专用的核心或更多工作线程，然后重新测量这些档位。',
  },
  parity: {
    says: ({ differences, minor }) =>
      [
        ...(differences.length === 0
          ? []
          : [`各目标的条件不同：${differences.map(differenceText).join('；')}。`]),
        ...(minor.length === 0
          ? []
          : [
              `${differences.length === 0 ? '不同或未知的设置' : '其他不同或未知的设置'}：${minor.map(chineseParity.difference).join('；')}。`,
            ]),
      ].join(''),
    todo: () => '让所有目标使用相同的设置，或在标题中说明比较的是设置。',
  },
  'image-not-pinned': {
    says: ({ images }) =>
      `无法得知实际运行的是哪个引擎版本：${images.map(({ target, reference, problem }) => `${target} 为 ${reference}（${{ latest: '每隔几周就换一个版本', 'no-tag': '没有标签，等同于 latest', private: '私有标签' }[problem]}）`).join('，')}。`,
    todo: () => '写明版本，最好写 digest；若用私有镜像，还应公布构建方法。',
  },
  'driver-too-old': {
    says: ({ gpu, computeCapability, driver, leastDriver, cuda, leastCuda }) =>
      `${chineseList([...(driver === null ? [] : [`驱动 ${driver}`]), ...(cuda === null ? [] : [`CUDA ${cuda}`])])} 无法运行 compute capability 为 ${computeCapability} 的 ${gpu}：至少需要驱动 ${leastDriver} 和 CUDA ${leastCuda}。`,
    todo: () => '在实际测量的主机上查看版本（nvidia-smi），并更正文档。',
  },
  'argument-unknown': {
    says: ({ target, engine, argument, since, replacement }) =>
      `${target} 的启动命令带有 ${argument}，而 ${engineNames[engine]} ${since} 已没有这个参数${replacement === null ? '' : `，现在应使用 ${replacement}`}。`,
    todo: ({ argument, replacement }) =>
      `去掉 ${argument}${replacement === null ? '' : `；确有需要时用 ${replacement} 指定`}。`,
  },
  'argument-deprecated': {
    says: ({ target, engine, argument, since, replacement }) =>
      `${target} 的启动命令带有 ${argument}，它在 ${engineNames[engine]} ${since} 中${replacement === null ? '已被弃用' : `是 ${replacement} 的弃用写法`}。`,
    todo: ({ argument, replacement }) =>
      replacement === null ? `去掉 ${argument}。` : `确有需要时写成 ${replacement}。`,
  },
  'request-field-ignored': {
    says: ({ path, fields }) =>
      `示例请求把 ${chineseList(fields)} 放在 ${path} 请求体的顶层，在那里不起任何作用。`,
    todo: ({ rightForm }) => `应写成：${rightForm}`,
  },
  'workaround-outdated': {
    says: ({ target, workarounds, computeCapability, engines }) =>
      `${target} 绕开了 FlashInfer（${workarounds.join('，')}），但 ${chineseList(engines.map(({ engine, version }) => `${engineNames[engine]} ${version}`))} 的 FlashInfer 已支持 compute capability ${computeCapability}。`,
    todo: () => '把 attention 后端交给引擎选择，然后重新测量。',
  },
} satisfies Partial<AuditRuleWords>;

type Difference = Parameters<typeof chineseParity.difference>[0];

const differenceText = (difference: Difference): string =>
  `${chineseParity.difference(difference)}${difference.favours === null ? '' : `（有利于 ${difference.favours}）`}`;
