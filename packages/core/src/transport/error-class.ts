/** Classes of failed requests, as in the result file. */
export const errorClasses = ['connect', 'timeout', 'http-status', 'protocol', 'in-stream', 'empty'] as const;
export type ErrorClass = (typeof errorClasses)[number];
