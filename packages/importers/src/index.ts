export type { ImportIdentity } from './build/imported-result.ts';
export { sourceFormats } from './formats/importers.ts';
export { type ImportOrder, importFiles } from './import-files.ts';
export { largestSourceBytes } from './read/read-source.ts';
