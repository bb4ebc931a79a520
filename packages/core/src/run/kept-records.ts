import type { RecordBatch } from '../measurement/record-batch.ts';
import { RequestRecordsWriter } from '../result/request-records-writer.ts';

/** The request records of a run. Where they cannot be written any more, that is said once, and the run goes on: the figures are in the result. */
export class KeptRecords {
  readonly #writer: RequestRecordsWriter;
  readonly #note: (text: string) => void;
  #lost = false;

  /**
   * Begins the file at `path`.
   * @param keepStages stages of an interrupted run whose records stay; `null` for a new run
   */
  static async open(
    path: string,
    keepStages: ReadonlySet<string> | null,
    note: (text: string) => void,
  ): Promise<KeptRecords> {
    return new KeptRecords(await RequestRecordsWriter.open(path, keepStages), note);
  }

  private constructor(writer: RequestRecordsWriter, note: (text: string) => void) {
    this.#writer = writer;
    this.#note = note;
  }

  /** Records written. */
  get count(): number {
    return this.#writer.count;
  }

  write(stage: string, batch: RecordBatch): void {
    this.#writer.write(stage, batch);
  }

  flush(): Promise<void> {
    return this.#orSay(this.#writer.flush());
  }

  close(): Promise<void> {
    return this.#orSay(this.#writer.close());
  }

  async #orSay(work: Promise<void>): Promise<void> {
    const known = this.#lost;
    await work.catch((error: unknown) => {
      this.#lost = true;
      const reason = error instanceof Error ? error.message : String(error);
      if (!known) this.#note(`the request records cannot be written any more: ${reason}`);
    });
  }
}
