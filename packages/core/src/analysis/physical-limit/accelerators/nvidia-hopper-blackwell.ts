import type { Accelerator } from './accelerator.ts';

const gib = 2 ** 30;
const giga = 1e9;
const tera = 1e12;

const h100 = 'https://www.nvidia.com/en-us/data-center/h100/';
const h200 = 'https://www.nvidia.com/en-us/data-center/h200/';
const gh200 = 'https://resources.nvidia.com/en-us-grace-cpu/grace-hopper-superchip';
/** The SXM form of Hopper, alike in H100, H200 and GH200; published with sparsity: 1,979 and 3,958. */
const hopperSxm = { bf16: 989.4 * tera, fp16: 989.4 * tera, fp8: 1978.9 * tera, int8: 1978.9 * tera };
/** The NVL form; published with sparsity: 1,671 and 3,341. */
const hopperNvl = { bf16: 835.5 * tera, fp16: 835.5 * tera, fp8: 1670.5 * tera, int8: 1670.5 * tera };

/** NVIDIA's accelerators for servers of the Hopper and Blackwell generations. */
export const nvidiaHopperBlackwell: readonly Accelerator[] = [
  {
    name: 'NVIDIA H100 PCIe',
    names: ['h100', 'h100 80gb', 'h100 pcie', 'h100 pcie 80gb', 'h100 80gb pcie'],
    memory: 80 * gib,
    bandwidth: 2039 * giga,
    flops: { bf16: 756.5 * tera, fp16: 756.5 * tera, fp8: 1513 * tera, int8: 1513 * tera },
    computeCapability: '9.0',
    source: 'https://www.nvidia.com/content/dam/en-zz/Solutions/gtcs22/data-center/h100/PB-11133-001_v01.pdf',
  },
  {
    name: 'NVIDIA H100 SXM',
    names: [
      'h100',
      'h100 80gb',
      'h100 80gb hbm3',
      'h100 sxm',
      'h100 sxm5',
      'h100 sxm 80gb',
      'h100 sxm5 80gb',
      'h100 80gb sxm',
      'h100 80gb sxm5',
    ],
    memory: 80 * gib,
    bandwidth: 3350 * giga,
    flops: hopperSxm,
    computeCapability: '9.0',
    source: h100,
  },
  {
    name: 'NVIDIA H100 NVL',
    names: ['h100', 'h100 94gb', 'h100 nvl', 'h100 nvl 94gb'],
    memory: 94 * gib,
    bandwidth: 3938 * giga,
    flops: hopperNvl,
    computeCapability: '9.0',
    source: h100,
  },
  {
    name: 'NVIDIA H200 SXM',
    names: ['h200', 'h200 141gb', 'h200 141gb hbm3e', 'h200 sxm', 'h200 sxm5', 'h200 sxm 141gb'],
    memory: 141 * gib,
    bandwidth: 4800 * giga,
    flops: hopperSxm,
    computeCapability: '9.0',
    source: h200,
  },
  {
    name: 'NVIDIA H200 NVL',
    names: ['h200 nvl', 'h200 nvl 141gb'],
    memory: 141 * gib,
    bandwidth: 4800 * giga,
    flops: hopperNvl,
    computeCapability: '9.0',
    source: h200,
  },
  {
    // The 480 GB of its name are those of the processor beside it.
    name: 'NVIDIA GH200 96 GB',
    names: ['gh200', 'gh200 480gb', 'gh200 96gb', 'gh200 96gb hbm3'],
    memory: 96 * gib,
    bandwidth: 4000 * giga,
    flops: hopperSxm,
    computeCapability: '9.0',
    source: gh200,
  },
  {
    name: 'NVIDIA GH200 144 GB',
    names: ['gh200', 'gh200 144g hbm3e', 'gh200 144gb', 'gh200 144gb hbm3e'],
    memory: 144 * gib,
    bandwidth: 4900 * giga,
    flops: hopperSxm,
    computeCapability: '9.0',
    source: gh200,
  },
  {
    name: 'NVIDIA B200',
    names: ['b200', 'b200 sxm', 'b200 180gb', 'b200 192gb'],
    memory: 180 * gib,
    bandwidth: 8000 * giga,
    flops: { bf16: 2250 * tera, fp16: 2250 * tera, fp8: 4500 * tera, int8: 4500 * tera, fp4: 9000 * tera },
    computeCapability: '10.0',
    source: 'https://www.nvidia.com/en-us/data-center/hgx/',
  },
  {
    name: 'NVIDIA GB200',
    names: ['gb200', 'gb200 186gb', 'gb200 nvl72'],
    memory: 186 * gib,
    bandwidth: 8000 * giga,
    flops: { bf16: 2500 * tera, fp16: 2500 * tera, fp8: 5000 * tera, int8: 5000 * tera, fp4: 10_000 * tera },
    computeCapability: '10.0',
    source: 'https://www.nvidia.com/en-us/data-center/gb200-nvl72/',
  },
];
