import type { Accelerator } from './accelerator.ts';

const gib = 2 ** 30;
const giga = 1e9;
const tera = 1e12;

const mi300 = { bf16: 1307.4 * tera, fp16: 1307.4 * tera, fp8: 2614.9 * tera, int8: 2614.9 * tera };

/** AMD's accelerators for servers. */
export const amdAccelerators: readonly Accelerator[] = [
  {
    name: 'AMD Instinct MI210',
    names: ['mi210', 'mi210 64gb'],
    memory: 64 * gib,
    bandwidth: 1638.4 * giga,
    flops: { bf16: 181 * tera, fp16: 181 * tera, int8: 181 * tera },
    computeCapability: null,
    source: 'https://www.amd.com/en/products/accelerators/instinct/mi200/mi210.html',
  },
  {
    // Software sees each of the package's two dies as a device of its own, so these are the figures of one die.
    name: 'AMD Instinct MI250X (one of two dies)',
    names: ['mi250x', 'mi250x 64gb'],
    memory: 64 * gib,
    bandwidth: 1638.4 * giga,
    flops: { bf16: 191.5 * tera, fp16: 191.5 * tera, int8: 191.5 * tera },
    computeCapability: null,
    source: 'https://www.amd.com/en/products/accelerators/instinct/mi200/mi250x.html',
  },
  {
    name: 'AMD Instinct MI300X',
    names: ['mi300x', 'mi300x 192gb'],
    memory: 192 * gib,
    bandwidth: 5300 * giga,
    flops: mi300,
    computeCapability: null,
    source: 'https://www.amd.com/en/products/accelerators/instinct/mi300/mi300x.html',
  },
  {
    name: 'AMD Instinct MI325X',
    names: ['mi325x', 'mi325x 256gb'],
    memory: 256 * gib,
    bandwidth: 6000 * giga,
    flops: mi300,
    computeCapability: null,
    source: 'https://www.amd.com/en/products/accelerators/instinct/mi300/mi325x.html',
  },
  {
    name: 'AMD Instinct MI355X',
    names: ['mi355x', 'mi355x 288gb'],
    memory: 288 * gib,
    bandwidth: 8000 * giga,
    flops: {
      bf16: 2516.6 * tera,
      fp16: 2516.6 * tera,
      fp8: 5033.2 * tera,
      int8: 5033.2 * tera,
      fp4: 10_066.3 * tera,
    },
    computeCapability: null,
    source: 'https://www.amd.com/en/products/accelerators/instinct/mi350/mi355x.html',
  },
];
