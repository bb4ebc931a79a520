import { expect, test } from 'vitest';
import { findComputeCapability } from './compute-capability.ts';
import { accelerators, computeCapabilityOf, findAccelerator, normalName } from './find-accelerator.ts';

function found(name: string, memory: number | null = null): string {
  const lookup = findAccelerator(name, memory);
  return lookup.kind === 'found' ? lookup.accelerator.name : lookup.kind;
}

test('names as drivers write them find their accelerator', () => {
  expect(found('NVIDIA GeForce RTX 5090')).toBe('NVIDIA GeForce RTX 5090');
  expect(found('NVIDIA H100 80GB HBM3')).toBe('NVIDIA H100 SXM');
  expect(found('NVIDIA H100 PCIe')).toBe('NVIDIA H100 PCIe');
  expect(found('NVIDIA A100-SXM4-80GB')).toBe('NVIDIA A100 SXM4 80 GB');
  expect(found('NVIDIA A100 80GB PCIe')).toBe('NVIDIA A100 PCIe 80 GB');
  expect(found('Tesla V100-SXM2-16GB')).toBe('NVIDIA V100 SXM2 16 GB');
  expect(found('NVIDIA RTX 6000 Ada Generation')).toBe('NVIDIA RTX 6000 Ada');
  expect(found('NVIDIA RTX PRO 6000 Blackwell Server Edition')).toBe(
    'NVIDIA RTX PRO 6000 Blackwell Server Edition',
  );
  expect(found('AMD Instinct MI300X OAM')).toBe('AMD Instinct MI300X');
});

test('names as people write them find their accelerator', () => {
  expect(found('NVIDIA RTX 5090 (Blackwell)')).toBe('NVIDIA GeForce RTX 5090');
  expect(found('RTX4090')).toBe('NVIDIA GeForce RTX 4090');
  expect(found('A100 PCIe 40 GB')).toBe('NVIDIA A100 PCIe 40 GB');
});

test('a relative of an accelerator is not taken for it', () => {
  expect(found('NVIDIA GeForce RTX 4090 Laptop GPU')).toBe('unknown');
  expect(found('NVIDIA GeForce RTX 4090 D')).toBe('unknown');
  expect(found('NVIDIA A10G')).toBe('unknown');
});

test('a name that several share is ambiguous until the memory tells them apart', () => {
  expect(found('A100')).toBe('ambiguous');
  expect(found('A100-SXM4')).toBe('ambiguous');
  expect(found('A100-SXM4', 81_920 * 2 ** 20)).toBe('NVIDIA A100 SXM4 80 GB');
  expect(found('NVIDIA GeForce RTX 5090', 24 * 2 ** 30)).toBe('unknown');
});

test('variants of a name still share their compute capability', () => {
  expect(computeCapabilityOf('H100')).toBe('9.0');
  expect(computeCapabilityOf('RTX 5090')).toBe('12.0');
  expect(computeCapabilityOf('AMD Instinct MI300X')).toBeNull();
  expect(computeCapabilityOf('a card of nobody')).toBeNull();
});

test('compute capability 12.0 needs driver 570 and CUDA 12.8', () => {
  expect(findComputeCapability('12.0')).toMatchObject({ leastDriver: 570, leastCuda: '12.8' });
  expect(findComputeCapability('99.0')).toBeNull();
});

test('every accelerator can be found by each of its names, and its support is known', () => {
  for (const accelerator of accelerators) {
    expect(accelerator.source).toMatch(/^https:\/\//);
    for (const name of accelerator.names) {
      expect(normalName(name)).toBe(name);
      const lookup = findAccelerator(name);
      const candidates =
        lookup.kind === 'found' ? [lookup.accelerator] : lookup.kind === 'ambiguous' ? lookup.candidates : [];
      expect(candidates).toContain(accelerator);
    }
    if (accelerator.computeCapability !== null) {
      expect(findComputeCapability(accelerator.computeCapability)).not.toBeNull();
    }
  }
});

test('rates are dense: no type is more than twice as fast as the next wider one', () => {
  for (const { flops, name } of accelerators) {
    const wide = flops.fp16 ?? 0;
    expect(flops.bf16 ?? wide, name).toBeLessThanOrEqual(wide);
    expect(flops.fp8 ?? 0, name).toBeLessThanOrEqual(2.1 * wide);
    expect(flops.int8 ?? 0, name).toBeLessThanOrEqual(2.1 * wide);
    expect(flops.fp4 ?? 0, name).toBeLessThanOrEqual(2.1 * (flops.fp8 ?? 0));
  }
});
