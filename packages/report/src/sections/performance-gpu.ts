import type { GpuDevice } from '@kneepoint/core';
import { type Block, type Cell, cell, left, right } from '../model/document.ts';
import type { Level, TargetLevel } from '../model/level.ts';
import { levelName, type ReportContext } from '../model/report-context.ts';
import { toneOf } from './level-cells.ts';
import { type Section, sectionHeading } from './section.ts';
import { withoutUnknownColumns } from './unknown-notes.ts';

/** What the GPUs did at each level; nothing where nobody watched them. */
export const gpuSection: Section = (context) => {
  const { singleUser, concurrency, rates, catalogue } = context;
  const levels = [...new Set([...(singleUser === null ? [] : [singleUser]), ...concurrency, ...rates])];
  const rows = levels.flatMap((level) => level.targets.flatMap((target) => gpuRow(context, level, target)));
  if (rows.length === 0) return [];
  const { host, columns } = catalogue;
  const table: Extract<Block, { kind: 'table' }> = {
    kind: 'table',
    caption: host.gpuHeading,
    columns: [
      left(columns.load),
      left(columns.target),
      right(host.utilization),
      right(host.power),
      right(host.energyPerToken),
      right(host.throttled),
    ],
    rows,
    notes: [],
  };
  return [sectionHeading(context, 3, 'gpus', host.gpuHeading), withoutUnknownColumns(context, table)];
};

/** The last repeat in use that a GPU was watched in: its medians. Power is the sum of all GPUs, shares are of the busiest. */
function gpuRow({ catalogue }: ReportContext, level: Level, target: TargetLevel): Cell[][] {
  const view = target.used.flatMap(({ gpu }) => gpu ?? []).findLast(({ devices }) => devices.length > 0);
  if (view === undefined) return [];
  const { formats, words } = catalogue;
  const tone = toneOf(target);
  const known = (value: number | null, write: (value: number) => string): Cell =>
    value === null ? cell(words.unknown, 'muted') : cell(write(value), tone);
  const most = (pick: (device: GpuDevice) => number | null): number | null => {
    const values = view.devices.flatMap((device) => pick(device) ?? []);
    return values.length === 0 ? null : Math.max(...values);
  };
  const powers = view.devices.flatMap(({ power }) => power.median ?? []);
  const isWhole = powers.length === view.devices.length;
  return [
    [
      cell(levelName(catalogue, level)),
      cell(target.target),
      known(
        most(({ utilization }) => shareOf(utilization)),
        formats.share,
      ),
      known(
        isWhole ? powers.reduce((sum, one) => sum + one, 0) : null,
        (watts) => `${formats.count(watts)} W`,
      ),
      known(view.energyPerOutputToken.value, (joules) => `${formats.rateNumber(joules)} J`),
      known(
        most(({ throttled }) => throttled.share),
        formats.share,
      ),
    ],
  ];
}

/** A median in percent as a share. */
const shareOf = ({ median }: GpuDevice['utilization']): number | null =>
  median === null ? null : median / 100;
