#!/usr/bin/env node
// Replays what nvidia-smi prints. STUB_SHAPE chooses the driver: "new", "old" (older field names, no compute_cap),
// "broken" (installed, but no driver), "dies" (the stream ends after two turns).
const shape = process.env.STUB_SHAPE ?? 'new';
const parameters = process.argv.slice(2);
const periodAt = parameters.indexOf('-lms');
const unknown = {
  new: ['clocks_throttle_reasons.active'],
  old: ['clocks_event_reasons.active', 'compute_cap'],
};
const values = {
  index: '0',
  name: 'NVIDIA GeForce RTX 5090',
  uuid: 'GPU-11112222-3333-4444-5555-666677778888',
  driver_version: shape === 'old' ? '470.223.02' : '575.57.08',
  'memory.total': '32607',
  compute_cap: '12.0',
  'clocks.max.sm': '3090',
  'clocks.max.memory': '14001',
  'power.limit': shape === 'old' ? '[Not Supported]' : '575.00',
  'memory.used': '29000',
  'utilization.gpu': '97',
  'utilization.memory': '[N/A]',
  'temperature.gpu': '71',
  'power.draw': shape === 'old' ? '[Not Supported]' : '412.35',
  'clocks.sm': '2617',
  'clocks.mem': '13801',
  'clocks_event_reasons.active': '0x0000000000000004',
  'clocks_throttle_reasons.active': '0x0000000000000040',
};

if (shape === 'broken') {
  console.log(
    "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the latest NVIDIA driver is installed and running.",
  );
  process.exit(9);
}
const query = parameters.find((text) => text.startsWith('--query-gpu='))?.slice('--query-gpu='.length);
const applications = parameters.some((text) => text.startsWith('--query-compute-apps='));
if (query === undefined && !applications) {
  console.log('Tue Nov 24 12:00:00 2026');
  console.log(`| NVIDIA-SMI ${values.driver_version}   Driver Version: ${values.driver_version}   CUDA Version: 12.9 |`);
  process.exit(0);
}
const fields = (query ?? '').split(',');
const refused = fields.find((field) => (unknown[shape] ?? unknown.new).includes(field));
if (refused !== undefined) {
  console.log(`Field "${refused}" is not a valid field to query.`);
  process.exit(2);
}
const row = (index) => fields.map((field) => (field === 'index' ? String(index) : values[field])).join(', ');
const print = () => {
  if (applications) console.log(`2026/11/24 12:00:00.000, ${values.uuid}, 4000, 28000`);
  else console.log(row(0));
};
print();
if (periodAt >= 0) {
  let turns = 1;
  setInterval(() => {
    print();
    if (shape === 'dies' && ++turns >= 2) process.exit(3);
  }, Number(parameters[periodAt + 1]));
}
