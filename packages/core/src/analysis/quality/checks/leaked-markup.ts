import type { QualityCheck } from '../judged-answer.ts';

/** Marks of chat templates: `<|im_end|>`, `[INST]`, `<<SYS>>`, `<start_of_turn>`, `</s>`, `<｜User｜>` and their like. */
const template =
  /<\|[a-z0-9_. -]{1,40}\|>|<｜[^｜>]{1,40}｜>|\[\/?INST\]|<<\/?SYS>>|<(?:start|end)_of_turn>|<\/?s>|<(?:unk|pad|bos|eos|mask)>|\[TOOL_CALLS\]|<\/?tool_call>|^###\s*(?:Instruction|Response):/im;
/** A model's thinking that no parser took out of the answer. */
const thinking = /<\/?(?:think|thinking|reasoning|thought)>|<\|channel\|>/i;

/** Finds marks that belong between server and model, not into an answer. `detail` is the first one. */
export const leakedMarkup: QualityCheck = ({ text }) => {
  const mark = text.match(template)?.[0];
  if (mark !== undefined) return { code: 'leaked-markup', verdict: 'bad', share: null, detail: mark.trim() };
  const thought = text.match(thinking)?.[0];
  if (thought === undefined) return null;
  return { code: 'leaked-markup', verdict: 'doubtful', share: null, detail: thought };
};
