import type { Accelerator } from './accelerator.ts';

const gib = 2 ** 30;
const giga = 1e9;
const tera = 1e12;

const volta =
  'https://images.nvidia.com/content/technologies/volta/pdf/volta-v100-datasheet-update-us-1165301-r5.pdf';
const a100 =
  'https://www.nvidia.com/content/dam/en-zz/Solutions/Data-Center/a100/pdf/nvidia-a100-datasheet-us-nvidia-1758950-r4-web.pdf';

/** NVIDIA's accelerators for servers, up to the Ampere and Ada generations. */
export const nvidiaDataCenter: readonly Accelerator[] = [
  {
    name: 'NVIDIA V100 SXM2 16 GB',
    names: ['v100', 'v100 16gb', 'v100 sxm2', 'v100 sxm2 16gb'],
    memory: 16 * gib,
    bandwidth: 900 * giga,
    flops: { fp16: 125 * tera },
    computeCapability: '7.0',
    source: volta,
  },
  {
    name: 'NVIDIA V100 SXM2 32 GB',
    names: ['v100', 'v100 32gb', 'v100 sxm2', 'v100 sxm2 32gb', 'v100 sxm3 32gb'],
    memory: 32 * gib,
    bandwidth: 900 * giga,
    flops: { fp16: 125 * tera },
    computeCapability: '7.0',
    source: volta,
  },
  {
    name: 'NVIDIA V100 PCIe 16 GB',
    names: ['v100', 'v100 16gb', 'v100 pcie', 'v100 pcie 16gb'],
    memory: 16 * gib,
    bandwidth: 900 * giga,
    flops: { fp16: 112 * tera },
    computeCapability: '7.0',
    source: volta,
  },
  {
    name: 'NVIDIA V100 PCIe 32 GB',
    names: ['v100', 'v100 32gb', 'v100 pcie', 'v100 pcie 32gb'],
    memory: 32 * gib,
    bandwidth: 900 * giga,
    flops: { fp16: 112 * tera },
    computeCapability: '7.0',
    source: volta,
  },
  {
    name: 'NVIDIA T4',
    names: ['t4', 't4 16gb'],
    memory: 16 * gib,
    bandwidth: 320 * giga,
    flops: { fp16: 65 * tera, int8: 130 * tera },
    computeCapability: '7.5',
    source: 'https://www.nvidia.com/en-us/data-center/tesla-t4/',
  },
  {
    name: 'NVIDIA A100 PCIe 40 GB',
    names: ['a100', 'a100 40gb', 'a100 pcie', 'a100 pcie 40gb', 'a100 40gb pcie'],
    memory: 40 * gib,
    bandwidth: 1555 * giga,
    flops: { bf16: 312 * tera, fp16: 312 * tera, int8: 624 * tera },
    computeCapability: '8.0',
    source: a100,
  },
  {
    name: 'NVIDIA A100 SXM4 40 GB',
    names: ['a100', 'a100 40gb', 'a100 sxm', 'a100 sxm4', 'a100 sxm4 40gb', 'a100 40gb sxm'],
    memory: 40 * gib,
    bandwidth: 1555 * giga,
    flops: { bf16: 312 * tera, fp16: 312 * tera, int8: 624 * tera },
    computeCapability: '8.0',
    source: a100,
  },
  {
    name: 'NVIDIA A100 PCIe 80 GB',
    names: ['a100', 'a100 80gb', 'a100 pcie', 'a100 pcie 80gb', 'a100 80gb pcie'],
    memory: 80 * gib,
    bandwidth: 1935 * giga,
    flops: { bf16: 312 * tera, fp16: 312 * tera, int8: 624 * tera },
    computeCapability: '8.0',
    source: a100,
  },
  {
    name: 'NVIDIA A100 SXM4 80 GB',
    names: ['a100', 'a100 80gb', 'a100 sxm', 'a100 sxm4', 'a100 sxm4 80gb', 'a100 80gb sxm'],
    memory: 80 * gib,
    bandwidth: 2039 * giga,
    flops: { bf16: 312 * tera, fp16: 312 * tera, int8: 624 * tera },
    computeCapability: '8.0',
    source: a100,
  },
  {
    name: 'NVIDIA A10',
    names: ['a10', 'a10 24gb', 'a10 pcie'],
    memory: 24 * gib,
    bandwidth: 600 * giga,
    flops: { bf16: 125 * tera, fp16: 125 * tera, int8: 250 * tera },
    computeCapability: '8.6',
    source: 'https://www.nvidia.com/content/dam/en-zz/Solutions/Data-Center/a10/pdf/a10-datasheet.pdf',
  },
  {
    name: 'NVIDIA A30',
    names: ['a30', 'a30 24gb', 'a30 pcie'],
    memory: 24 * gib,
    bandwidth: 933 * giga,
    flops: { bf16: 165 * tera, fp16: 165 * tera, int8: 330 * tera },
    computeCapability: '8.0',
    source:
      'https://www.nvidia.com/content/dam/en-zz/Solutions/data-center/products/a30-gpu/pdf/a30-datasheet.pdf',
  },
  {
    name: 'NVIDIA A40',
    names: ['a40', 'a40 48gb', 'a40 pcie'],
    memory: 48 * gib,
    bandwidth: 696 * giga,
    flops: { bf16: 149.7 * tera, fp16: 149.7 * tera, int8: 299.3 * tera },
    computeCapability: '8.6',
    source: 'https://images.nvidia.com/content/Solutions/data-center/a40/nvidia-a40-datasheet.pdf',
  },
  {
    name: 'NVIDIA L4',
    names: ['l4', 'l4 24gb'],
    memory: 24 * gib,
    bandwidth: 300 * giga,
    flops: { bf16: 121 * tera, fp16: 121 * tera, fp8: 242.5 * tera, int8: 242.5 * tera },
    computeCapability: '8.9',
    source: 'https://www.nvidia.com/en-us/data-center/l4/',
  },
  {
    name: 'NVIDIA L40',
    names: ['l40', 'l40 48gb'],
    memory: 48 * gib,
    bandwidth: 864 * giga,
    flops: { bf16: 181.05 * tera, fp16: 181.05 * tera, fp8: 362 * tera, int8: 362 * tera },
    computeCapability: '8.9',
    source: 'https://www.nvidia.com/en-us/data-center/l40/',
  },
  {
    name: 'NVIDIA L40S',
    names: ['l40s', 'l40s 48gb'],
    memory: 48 * gib,
    bandwidth: 864 * giga,
    flops: { bf16: 362.05 * tera, fp16: 362.05 * tera, fp8: 733 * tera, int8: 733 * tera },
    computeCapability: '8.9',
    source: 'https://www.nvidia.com/en-us/data-center/l40s/',
  },
];
