export type { ImportIdentity } from './build/imported-result.ts';
export { importTables, type NamedText, type TableImport } from './tables/import-tables.ts';
