/** Characters that two texts begin with alike. */
export function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/** `[id ` and eight hexadecimal digits: two texts with numbers of their own share that much once in four billion times. */
export const longestChance = 12;
