/** The name and version of the result file's format. */
export const resultSchemaName = 'kneepoint.result/1';
