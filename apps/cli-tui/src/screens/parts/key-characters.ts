/** The keys of a Korean keyboard's letters, by what a Latin one has in their place. */
const latinOf: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'ㅂqㅃQㅈwㅉWㄷeㄸEㄱrㄲRㅅtㅆTㅛyㅕuㅑiㅐoㅒOㅔpㅖPㅁaㄴsㅇdㄹfㅎgㅗhㅓjㅏkㅣlㅋzㅌxㅊcㅍvㅠbㅜnㅡm'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, jamo = '', letter = '']) => [jamo, letter]),
);

/** The key that a character was typed with: a person whose keyboard is set to Korean meant the letter that the key carries. */
export const keyLetter = (character: string): string => latinOf[character] ?? character;
