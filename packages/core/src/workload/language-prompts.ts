import type { Language } from '../plan/language.ts';

const prompts: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Write a poem about spring',
    'Tell a short story about a letter that arrives forty years late.',
    'Describe a market at dawn so that a reader can smell and hear it.',
    'Write a dialogue between the sea and an old lighthouse.',
    'Invent a festival for a small mountain village and explain its customs.',
    'Write a fable in which a slow animal teaches a fast one something useful.',
    'Describe the color blue to somebody who has never seen it.',
    'Write the diary of a clockmaker during one rainy week.',
    'Tell the story of a bridge from the day it was opened to today.',
    'Write a farewell speech for a teacher who retires after thirty years.',
    'Imagine a city without cars and describe one ordinary day in it.',
    'Write a lullaby for a child who is afraid of thunder.',
  ],
  ko: [
    '봄에 대한 시를 작성하세요',
    '사십 년 늦게 도착한 편지에 관한 짧은 이야기를 들려주세요.',
    '새벽 시장의 냄새와 소리가 느껴지도록 그 풍경을 묘사해 주세요.',
    '바다와 오래된 등대가 나누는 대화를 써 주세요.',
    '작은 산골 마을의 축제를 하나 지어내고 그 풍습을 설명해 주세요.',
    '느린 동물이 빠른 동물에게 쓸모 있는 것을 가르쳐 주는 우화를 써 주세요.',
    '파란색을 한 번도 본 적이 없는 사람에게 파란색을 설명해 주세요.',
    '비 오는 한 주 동안 시계공이 쓴 일기를 지어 주세요.',
    '개통한 날부터 오늘까지 다리 하나가 겪은 이야기를 들려주세요.',
    '삼십 년 만에 퇴직하는 선생님을 위한 송별사를 써 주세요.',
    '자동차가 없는 도시를 상상하고 그곳의 평범한 하루를 묘사해 주세요.',
    '천둥을 무서워하는 아이를 위한 자장가를 써 주세요.',
  ],
  zh: [
    '写一首关于春天的诗',
    '讲一个短故事：一封信迟到了四十年。',
    '描写清晨的集市，让读者仿佛闻得到、听得见。',
    '写一段大海与老灯塔之间的对话。',
    '为一个小山村构想一个节日，并介绍它的习俗。',
    '写一则寓言，讲慢吞吞的动物怎样教会跑得快的动物一件有用的事。',
    '向一个从未见过蓝色的人描述蓝色。',
    '以一位钟表匠的口吻，写一个雨周里的日记。',
    '讲述一座桥从通车那天到今天的故事。',
    '为一位任教三十年后退休的老师写一篇送别辞。',
    '想象一座没有汽车的城市，描写那里普通的一天。',
    '为一个害怕打雷的孩子写一首摇篮曲。',
  ],
};

/** Creative prompts of a language, at least ten, the same tasks in the same order in every language. */
export function languagePrompts(language: Language): readonly string[] {
  return prompts[language];
}
