/** NVML's return codes (nvml.h) in words for a reader of the result. */
const codes: Readonly<Record<number, string>> = {
  1: 'NVML was not initialized',
  2: 'NVML did not accept an argument',
  3: 'this GPU does not support it',
  4: 'not allowed: the driver asks for more rights',
  6: 'not found',
  7: 'the answer did not fit',
  9: 'the NVIDIA driver is not loaded',
  10: 'the driver did not answer in time',
  12: 'a library of the driver is missing',
  13: 'the driver is too old for it',
  15: 'the GPU has fallen off the bus',
  16: 'the GPU must be reset',
  17: 'the operating system blocks it',
  18: 'the driver and its library are of different versions: restart after the update',
  19: 'the GPU is in use',
};

export const nvmlSuccess = 0;
export const nvmlInsufficientSize = 7;

/** What an NVML code means. */
export const nvmlMessage = (code: number): string => codes[code] ?? `NVML answered with code ${code}`;
