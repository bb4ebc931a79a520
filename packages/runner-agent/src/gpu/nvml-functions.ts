import type { NvmlLibrary } from './nvml-library.ts';

/** The functions of NVML that are used, newest name first; `null` where the driver has none of the names. */
export function nvmlFunctions(library: NvmlLibrary) {
  const { find } = library;
  return {
    initialize: find(['nvmlInit_v2', 'nvmlInit'], []),
    shutdown: find(['nvmlShutdown'], []),
    driverVersion: find(['nvmlSystemGetDriverVersion'], ['memory', 'uint']),
    cudaVersion: find(['nvmlSystemGetCudaDriverVersion_v2', 'nvmlSystemGetCudaDriverVersion'], ['memory']),
    count: find(['nvmlDeviceGetCount_v2', 'nvmlDeviceGetCount'], ['memory']),
    handle: find(['nvmlDeviceGetHandleByIndex_v2', 'nvmlDeviceGetHandleByIndex'], ['uint', 'memory']),
    name: find(['nvmlDeviceGetName'], ['handle', 'memory', 'uint']),
    uniqueId: find(['nvmlDeviceGetUUID'], ['handle', 'memory', 'uint']),
    computeCapability: find(['nvmlDeviceGetCudaComputeCapability'], ['handle', 'memory', 'memory']),
    maxClock: find(['nvmlDeviceGetMaxClockInfo'], ['handle', 'uint', 'memory']),
    powerLimit: find(
      ['nvmlDeviceGetEnforcedPowerLimit', 'nvmlDeviceGetPowerManagementLimit'],
      ['handle', 'memory'],
    ),
    memory: find(['nvmlDeviceGetMemoryInfo_v2'], ['handle', 'memory']),
    oldMemory: find(['nvmlDeviceGetMemoryInfo'], ['handle', 'memory']),
    utilization: find(['nvmlDeviceGetUtilizationRates'], ['handle', 'memory']),
    power: find(['nvmlDeviceGetPowerUsage'], ['handle', 'memory']),
    energy: find(['nvmlDeviceGetTotalEnergyConsumption'], ['handle', 'memory']),
    temperature: find(['nvmlDeviceGetTemperature'], ['handle', 'uint', 'memory']),
    clock: find(['nvmlDeviceGetClockInfo'], ['handle', 'uint', 'memory']),
    clockReasons: find(
      ['nvmlDeviceGetCurrentClocksEventReasons', 'nvmlDeviceGetCurrentClocksThrottleReasons'],
      ['handle', 'memory'],
    ),
    processes: find(
      ['nvmlDeviceGetComputeRunningProcesses_v3', 'nvmlDeviceGetComputeRunningProcesses_v2'],
      ['handle', 'memory', 'memory'],
    ),
    oldProcesses: find(['nvmlDeviceGetComputeRunningProcesses'], ['handle', 'memory', 'memory']),
  };
}
export type NvmlFunctions = ReturnType<typeof nvmlFunctions>;

/** Kinds of clocks in nvml.h. */
export const nvmlClocks = { sm: 1, memory: 2 } as const;
/** The only sensor that every GPU has: the die. */
export const nvmlDieSensor = 0;
