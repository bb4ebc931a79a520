/*
 * A stand-in for libnvidia-ml.so.1 that answers as the driver of one host would. Macros choose the host:
 *   NAME, MAJOR, MINOR, DRIVER, CUDA, TOTAL_MIB, USED_MIB, POWER_LIMIT_MW, SM_CLOCK, MAX_SM_CLOCK, MEMORY_CLOCK, REASONS
 *   OLD_DRIVER   leaves out what older drivers lack: second memory structure, event reasons, energy, newer process lists
 *   NO_POWER     has no sensor for power
 *   NOT_LOADED   the library is installed and the driver is not loaded
 */
#include <stdio.h>
#include <string.h>

typedef unsigned long long u64;
typedef unsigned int u32;
enum { OK = 0, INVALID = 2, UNSUPPORTED = 3, INSUFFICIENT = 7, NOT_LOADED_CODE = 9 };
static int device_token;
static u64 energy = 1000000;

#ifdef NOT_LOADED
int nvmlInit_v2(void) { return NOT_LOADED_CODE; }
#else
int nvmlInit_v2(void) { return OK; }
int nvmlShutdown(void) { return OK; }
int nvmlSystemGetDriverVersion(char *out, u32 size) { snprintf(out, size, "%s", DRIVER); return OK; }
int nvmlSystemGetCudaDriverVersion(int *out) { *out = CUDA; return OK; }
int nvmlDeviceGetCount_v2(u32 *out) { *out = 1; return OK; }
int nvmlDeviceGetHandleByIndex_v2(u32 index, void **out) { *out = &device_token; return index == 0 ? OK : INVALID; }
#define CHECK if (device != &device_token) return INVALID
int nvmlDeviceGetName(void *device, char *out, u32 size) { CHECK; snprintf(out, size, "%s", NAME); return OK; }
int nvmlDeviceGetUUID(void *device, char *out, u32 size) {
  CHECK; snprintf(out, size, "GPU-11112222-3333-4444-5555-666677778888"); return OK;
}
int nvmlDeviceGetCudaComputeCapability(void *device, int *major, int *minor) {
  CHECK; *major = MAJOR; *minor = MINOR; return OK;
}
int nvmlDeviceGetMaxClockInfo(void *device, u32 kind, u32 *out) {
  CHECK; *out = kind == 1 ? MAX_SM_CLOCK : MEMORY_CLOCK; return OK;
}
int nvmlDeviceGetClockInfo(void *device, u32 kind, u32 *out) {
  CHECK; *out = kind == 1 ? SM_CLOCK : MEMORY_CLOCK; return OK;
}
int nvmlDeviceGetPowerManagementLimit(void *device, u32 *out) { CHECK; *out = POWER_LIMIT_MW; return OK; }
int nvmlDeviceGetUtilizationRates(void *device, u32 *out) { CHECK; out[0] = 97; out[1] = 61; return OK; }
#ifdef NO_POWER
int nvmlDeviceGetPowerUsage(void *device, u32 *out) { CHECK; (void)out; return UNSUPPORTED; }
#else
int nvmlDeviceGetPowerUsage(void *device, u32 *out) { CHECK; *out = 412345; return OK; }
#endif
int nvmlDeviceGetTemperature(void *device, u32 sensor, u32 *out) { CHECK; *out = 71; return sensor == 0 ? OK : INVALID; }
struct memory { u64 total, free, used; };
int nvmlDeviceGetMemoryInfo(void *device, struct memory *out) {
  CHECK;
  out->total = (u64)TOTAL_MIB << 20;
  out->used = (u64)(USED_MIB + 500) << 20;
  out->free = out->total - out->used;
  return OK;
}
#ifdef OLD_DRIVER
struct process { u32 pid; u64 used; };
#define PROCESSES nvmlDeviceGetComputeRunningProcesses
int nvmlDeviceGetCurrentClocksThrottleReasons(void *device, u64 *out) { CHECK; *out = REASONS; return OK; }
#else
struct memory_2 { u32 version; u64 total, reserved, free, used; };
int nvmlDeviceGetMemoryInfo_v2(void *device, struct memory_2 *out) {
  CHECK;
  if (out->version != (sizeof(struct memory_2) | 2 << 24)) return INVALID;
  out->total = (u64)TOTAL_MIB << 20;
  out->reserved = (u64)500 << 20;
  out->used = (u64)USED_MIB << 20;
  out->free = out->total - out->reserved - out->used;
  return OK;
}
struct process { u32 pid; u64 used; u32 gpu_instance, compute_instance; };
#define PROCESSES nvmlDeviceGetComputeRunningProcesses_v3
int nvmlDeviceGetCurrentClocksEventReasons(void *device, u64 *out) { CHECK; *out = REASONS; return OK; }
int nvmlDeviceGetTotalEnergyConsumption(void *device, u64 *out) { CHECK; *out = energy += 82469; return OK; }
#endif
/* As many as PROCESS_COUNT; the second one's memory is not available. */
#ifndef PROCESS_COUNT
#define PROCESS_COUNT 2
#endif
int PROCESSES(void *device, u32 *count, struct process *out) {
  CHECK;
  u32 room = *count;
  *count = PROCESS_COUNT;
  if (room < PROCESS_COUNT) return INSUFFICIENT;
  memset(out, 0, sizeof *out * PROCESS_COUNT);
  for (u32 i = 0; i < PROCESS_COUNT; i++) {
    out[i].pid = 4000 + i;
    out[i].used = i == 1 ? ~0ULL : (u64)(100 + i) << 20;
  }
  return OK;
}
#endif
