import type { ParityWords } from '../parity-words.ts';

const name: ParityWords['name'] = {
  model: '模型',
  'model-revision': '模型版本（revision）',
  'engine-version': '引擎版本',
  image: '镜像',
  dtype: '权重数据类型',
  quantization: '量化',
  'kv-cache-type': 'KV 缓存数据类型',
  'attention-backend': 'attention 后端',
  'cuda-graphs': 'CUDA graph',
  'prefix-cache': '前缀缓存',
  'speculative-decoding': '投机解码（speculative decoding）',
  sampling: '采样设置',
  parallelism: '张量并行数',
  'max-model-length': '最大上下文长度',
  'memory-fraction': 'GPU 显存占用比例',
  'max-running-requests': '可同时运行的请求数',
  prompts: '提示词',
  'input-length': '提示词平均长度（token）',
  'output-length': '回答平均长度（token）',
  order: '运行顺序（未交替）',
  'server-shared': '服务器另有他人使用',
};

const value: ParityWords['value'] = (code, side) => {
  if (side.state === 'unknown') return '未知';
  if (side.value === null) return '默认';
  const text =
    code === 'server-shared' ? (side.value === 'on' ? '是' : '否') : (switches[side.value] ?? side.value);
  return side.state === 'default' ? `${text}（默认）` : text;
};

const switches: Readonly<Record<string, string>> = { on: '开启', off: '关闭' };

/** Parity in Chinese. */
export const chineseParity: ParityWords = {
  name,
  value,
  difference: ({ code, values }) =>
    `${name[code]}：${values.map((side) => `${side.target} ${value(code, side)}`).join('，')}`,
};
