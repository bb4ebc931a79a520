/** Meanings by object and property. An object is named by its first path; a unit stands in front, with a bar behind it. */
export type PropertyWords = Readonly<Record<string, Readonly<Record<string, string>>>>;
