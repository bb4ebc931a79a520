import { type CheckFinding, fine, problemSeen, skipped } from '../doctor-check.ts';
import type { DoctorHost } from '../doctor-host.ts';

const path = '/sys/devices/system/clocksource/clocksource0/current_clocksource';
/** These are read with a call into the kernel or a bus access; the others in user space. */
const slow: readonly string[] = ['hpet', 'acpi_pm', 'jiffies', 'xen', 'refined-jiffies'];

/** What the kernel reads the time from. */
export function checkClockSource({ files }: DoctorHost): CheckFinding {
  const source = files.read(path);
  if (source.kind === 'unreadable') return skipped(`the clock source cannot be read: ${source.reason}`);
  const name = source.text.trim();
  if (name === '') return skipped('the kernel names no clock source');
  return slow.includes(name) ? problemSeen('clock-source-slow', name) : fine(name);
}
