import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { jobIdPattern } from './job-id.ts';
import { type JobRecord, jobRecordSchema } from './job-record.ts';
import { type JobSubmission, jobSubmissionSchema, type UploadedFile } from './job-submission.ts';

/**
 * The jobs on disk, a folder each:
 *
 *     jobs/job-.../job.json               what everybody may see; replaced as a whole
 *                  submission.json        what was handed in, without the files; readable by the agent's user only
 *                  files/0/NAME ...       the files that came along, each source in a folder of its own
 *                  events.ndjson          what happened, a line each
 *                  result.json            since the first target answered
 *                  requests.ndjson.gz     since the first turn ended
 */
export class JobStore {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(stateFolder: string): Promise<JobStore> {
    const folder = join(stateFolder, 'jobs');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return new JobStore(folder);
  }

  /** Where a file of a job is. Throws for anything that is no job's id: nothing from outside becomes a path unchecked. */
  path(id: string, name: string): string {
    if (!jobIdPattern.test(id)) throw new Error('this is no id of a job');
    return join(this.#folder, id, name);
  }

  /** Puts a new job on disk. */
  async create(record: JobRecord, submission: JobSubmission): Promise<void> {
    const { files, ...rest } = submission;
    await mkdir(this.path(record.id, 'files'), { recursive: true, mode: 0o700 });
    const places = uploadPlaces(files);
    for (const [index, file] of files.entries()) {
      const place = places[index];
      if (place === undefined) continue;
      await mkdir(this.path(record.id, place.folder), { recursive: true, mode: 0o700 });
      await writeWhole(
        this.path(record.id, join(place.folder, place.name)),
        Buffer.from(file.base64, 'base64'),
      );
    }
    const named = files.map((file) => ({ ...file, base64: '' }));
    await writeWhole(this.path(record.id, 'submission.json'), JSON.stringify({ ...rest, files: named }));
    await this.save(record);
  }

  async save(record: JobRecord): Promise<void> {
    await writeWhole(this.path(record.id, 'job.json'), `${JSON.stringify(record, null, 2)}\n`);
  }

  /** What was handed in; the files' contents are on disk, at `uploads`. Throws where it cannot be read. */
  async submission(id: string): Promise<JobSubmission> {
    return jobSubmissionSchema.parse(JSON.parse(await readFile(this.path(id, 'submission.json'), 'utf8')));
  }

  /** Where the files that came along are, by the source that the plan names: a file, or a folder of files. */
  uploads(id: string, submission: JobSubmission): ReadonlyMap<string, string> {
    const places = uploadPlaces(submission.files);
    return new Map(
      submission.files.map((file, index) => {
        const { folder, name } = places[index] ?? { folder: 'files', name: '' };
        return [file.source, this.path(id, file.name === null ? join(folder, name) : folder)];
      }),
    );
  }

  /** All jobs, oldest first. A folder whose job.json is gone or broken is left alone and left out. */
  async list(): Promise<readonly JobRecord[]> {
    const records: JobRecord[] = [];
    for (const name of await readdir(this.#folder)) {
      if (!jobIdPattern.test(name)) continue;
      const record = await this.#read(name);
      if (record !== null) records.push(record);
    }
    return records.sort((left, right) => left.createdAt.localeCompare(right.createdAt));
  }

  async #read(id: string): Promise<JobRecord | null> {
    try {
      const parsed = jobRecordSchema.safeParse(JSON.parse(await readFile(this.path(id, 'job.json'), 'utf8')));
      return parsed.success && parsed.data.id === id ? parsed.data : null;
    } catch {
      return null;
    }
  }
}

type UploadPlace = { readonly folder: string; readonly name: string };

/** Files of one source share a folder. The name on disk is only the last part of a path, and only where it is harmless. */
function uploadPlaces(files: readonly UploadedFile[]): readonly UploadPlace[] {
  const sources = [...new Set(files.map((file) => file.source))];
  return files.map((file) => ({
    folder: join('files', String(sources.indexOf(file.source))),
    name: file.name ?? plainName(file.source),
  }));
}

const plainName = (source: string): string => {
  const name = basename(source);
  return /^[\w][\w.-]{0,99}$/.test(name) ? name : 'file';
};

/** A reader sees the old file or the new one, also after a crash. */
async function writeWhole(path: string, contents: string | Buffer): Promise<void> {
  const temporary = `${path}.partial`;
  const handle = await open(temporary, 'w', 0o600);
  try {
    await handle.writeFile(contents);
    await handle.datasync();
  } finally {
    await handle.close();
  }
  await rename(temporary, path).catch(async (error: unknown) => {
    await rm(temporary, { force: true });
    throw error;
  });
}
