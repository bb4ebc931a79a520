import type { Accelerator } from './accelerator.ts';

const gib = 2 ** 30;
const giga = 1e9;
const tera = 1e12;

const blackwell =
  'https://images.nvidia.com/aem-dam/Solutions/geforce/blackwell/nvidia-rtx-blackwell-gpu-architecture.pdf';
const ada = 'https://images.nvidia.com/aem-dam/Solutions/geforce/ada/nvidia-ada-gpu-architecture.pdf';
const ampere =
  'https://images.nvidia.com/aem-dam/en-zz/Solutions/geforce/ampere/pdf/NVIDIA-ampere-GA102-GPU-Architecture-Whitepaper-V1.pdf';

/**
 * NVIDIA's cards for desktops. GeForce cards multiply fp16 twice as fast when they also sum in 16 bits, which bf16
 * cannot; the higher rate is the limit, so the two differ here.
 */
export const nvidiaWorkstation: readonly Accelerator[] = [
  {
    name: 'NVIDIA GeForce RTX 3090',
    names: ['rtx 3090', 'rtx 3090 24gb'],
    memory: 24 * gib,
    bandwidth: 936 * giga,
    flops: { bf16: 71 * tera, fp16: 142 * tera, int8: 284 * tera },
    computeCapability: '8.6',
    source: ampere,
  },
  {
    name: 'NVIDIA GeForce RTX 4090',
    names: ['rtx 4090', 'rtx 4090 24gb'],
    memory: 24 * gib,
    bandwidth: 1008 * giga,
    flops: { bf16: 165.2 * tera, fp16: 330.3 * tera, fp8: 660.6 * tera, int8: 660.6 * tera },
    computeCapability: '8.9',
    source: ada,
  },
  {
    name: 'NVIDIA GeForce RTX 5080',
    names: ['rtx 5080', 'rtx 5080 16gb'],
    memory: 16 * gib,
    bandwidth: 960 * giga,
    flops: {
      bf16: 112.6 * tera,
      fp16: 225.1 * tera,
      fp8: 450.2 * tera,
      int8: 450.2 * tera,
      fp4: 900.4 * tera,
    },
    computeCapability: '12.0',
    source: blackwell,
  },
  {
    name: 'NVIDIA GeForce RTX 5090',
    names: ['rtx 5090', 'rtx 5090 32gb'],
    memory: 32 * gib,
    bandwidth: 1792 * giga,
    flops: { bf16: 209.5 * tera, fp16: 419 * tera, fp8: 838 * tera, int8: 838 * tera, fp4: 1676 * tera },
    computeCapability: '12.0',
    source: blackwell,
  },
  {
    name: 'NVIDIA RTX A6000',
    names: ['rtx a6000', 'rtx a6000 48gb'],
    memory: 48 * gib,
    bandwidth: 768 * giga,
    flops: { bf16: 154.8 * tera, fp16: 154.8 * tera, int8: 309.7 * tera },
    computeCapability: '8.6',
    source: ampere,
  },
  {
    name: 'NVIDIA RTX 6000 Ada',
    names: ['rtx 6000 ada', 'rtx 6000 ada 48gb'],
    memory: 48 * gib,
    bandwidth: 960 * giga,
    flops: { bf16: 364.2 * tera, fp16: 364.2 * tera, fp8: 728.5 * tera, int8: 728.5 * tera },
    computeCapability: '8.9',
    source:
      'https://images.nvidia.com/aem-dam/en-zz/Solutions/technologies/NVIDIA-ADA-GPU-PROVIZ-Architecture-Whitepaper_1.1.pdf',
  },
  {
    name: 'NVIDIA RTX PRO 6000 Blackwell Workstation Edition',
    names: [
      'rtx pro 6000',
      'rtx pro 6000 blackwell',
      'rtx pro 6000 blackwell workstation',
      'rtx pro 6000 workstation',
    ],
    memory: 96 * gib,
    bandwidth: 1792 * giga,
    flops: {
      bf16: 503.8 * tera,
      fp16: 503.8 * tera,
      fp8: 1007.6 * tera,
      int8: 1007.6 * tera,
      fp4: 2015.2 * tera,
    },
    computeCapability: '12.0',
    source:
      'https://www.nvidia.com/content/dam/en-zz/Solutions/design-visualization/quadro-product-literature/NVIDIA-RTX-Blackwell-PRO-GPU-Architecture-v1.0.pdf',
  },
  {
    name: 'NVIDIA RTX PRO 6000 Blackwell Server Edition',
    names: ['rtx pro 6000', 'rtx pro 6000 blackwell', 'rtx pro 6000 blackwell server', 'rtx pro 6000 server'],
    memory: 96 * gib,
    bandwidth: 1597 * giga,
    flops: { bf16: 500 * tera, fp16: 500 * tera, fp8: 1000 * tera, int8: 1000 * tera, fp4: 2000 * tera },
    computeCapability: '12.0',
    source: 'https://www.nvidia.com/en-us/data-center/rtx-pro-6000-blackwell-server-edition/',
  },
];
