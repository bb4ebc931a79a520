import type { GpuDeviceReading, GpuReading } from './gpu-reader.ts';
import { type LineStream, openLineStream } from './line-stream.ts';
import type { NamedField } from './smi-fields.ts';
import { SmiProcesses, smiProcessParameters } from './smi-processes.ts';
import { parseSmiRow, smiIndex, smiReading } from './smi-row.ts';

/** A tool that ended is started again after this long, so that a broken driver does not make a storm of processes. */
const restartMicros = 5_000_000;
/** More than a few turns between two reads means that nobody reads: the oldest go, and the gap shows. */
const mostWaiting = 100;

type SamplerClock = { readonly now: () => number; readonly rateHz: number };

/** Keeps `nvidia-smi` running, turn by turn, and groups its rows to readings of all GPUs. */
export class SmiSampler {
  readonly #file: string;
  readonly #fields: readonly NamedField[];
  readonly #clock: SamplerClock;
  readonly #processes: SmiProcesses;
  readonly #deviceCount: number;
  #samples: LineStream | null = null;
  #processLines: LineStream | null = null;
  #startedAt = Number.NEGATIVE_INFINITY;
  #turn: GpuDeviceReading[] = [];
  #waiting: GpuReading[] = [];
  #closed = false;

  constructor(
    file: string,
    fields: readonly NamedField[],
    indexById: ReadonlyMap<string, number>,
    clock: SamplerClock,
  ) {
    this.#file = file;
    this.#fields = fields;
    this.#clock = clock;
    this.#processes = new SmiProcesses(indexById);
    this.#deviceCount = indexById.size;
  }

  read(now: number): readonly GpuReading[] {
    if (!this.#closed && now - this.#startedAt > restartMicros && !this.#runs()) this.#start(now);
    return this.#waiting.splice(0);
  }

  problem(): string | null {
    const ended = this.#samples?.ended() ?? null;
    return ended === null ? null : `nvidia-smi: ${ended}`;
  }

  close(): void {
    this.#closed = true;
    this.#samples?.close();
    this.#processLines?.close();
  }

  #runs(): boolean {
    return this.#samples !== null && this.#samples.ended() === null;
  }

  #start(now: number): void {
    this.#startedAt = now;
    this.#turn = [];
    const names = this.#fields.map(({ name }) => name).join(',');
    const period = String(Math.round(1000 / this.#clock.rateHz));
    const parameters = [`--query-gpu=${names}`, '--format=csv,noheader,nounits', '-lms', period];
    this.#samples = openLineStream(this.#file, parameters, (line) => this.#take(line, this.#clock.now()));
    this.#processLines?.close();
    this.#processLines = openLineStream(this.#file, smiProcessParameters, (line) =>
      this.#processes.take(line, this.#clock.now()),
    );
  }

  /** A turn ends with its last GPU, or where an index comes that is not above the one before: a row was lost. */
  #take(line: string, at: number): void {
    const row = parseSmiRow(line, this.#fields);
    const index = row === null ? null : smiIndex(row);
    if (row === null || index === null) return;
    const last = this.#turn.at(-1);
    if (last !== undefined && index <= last.index) this.#finish(at);
    this.#turn.push({ ...smiReading(row, index), processes: this.#processes.of(index, at) });
    if (this.#turn.length >= this.#deviceCount) this.#finish(at);
  }

  #finish(at: number): void {
    this.#waiting.push({ at, devices: this.#turn });
    this.#turn = [];
    if (this.#waiting.length > mostWaiting) this.#waiting.shift();
  }
}
