import { z } from 'zod';
import { sampleSpreadSchema } from './sample-spread-schema.ts';

/**
 * The phases of a server's life in which its memory is told, in their order:
 *
 *     empty -> loaded -> warm -> inference -> peak -> after
 *
 * before it starts; ready, no request yet; after the warm-up; one user; highest level; drained.
 */
export const memoryPhaseNames = ['empty', 'loaded', 'warm', 'inference', 'peak', 'after'] as const;
export type MemoryPhaseName = (typeof memoryPhaseNames)[number];

/**
 * Whose memory: all of a GPU, the server's processes on a GPU, or the server's processes on the host. On the host,
 * `resident` is what is in memory of the processes or of the container's group, `private` the part that no other
 * process shares (of a container: anonymous memory), `charged` what the container's group is charged for, file cache
 * included.
 */
export const memoryOwnerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('device'), index: z.number().int().nonnegative() }),
  z.strictObject({ kind: z.literal('server-on-device'), index: z.number().int().nonnegative() }),
  z.strictObject({ kind: z.literal('host'), measure: z.enum(['resident', 'private', 'charged']) }),
]);
export type MemoryOwner = z.infer<typeof memoryOwnerSchema>;

/**
 * The bytes that one owner held in one phase, with what they were read from. Those that a person's document says are
 * `declared`: one figure, in `median`, and no samples.
 */
export const memoryPhaseSchema = z.strictObject({
  phase: z.enum(memoryPhaseNames),
  owner: memoryOwnerSchema,
  ...sampleSpreadSchema.shape,
  kind: z.enum(['measured', 'declared', 'unknown']),
  unit: z.literal('bytes'),
  source: z.string().nullable(),
});
export type MemoryPhase = z.infer<typeof memoryPhaseSchema>;

/** Every phase of a target that was sampled, owner by owner. */
export const memoryPhasesSchema = z.array(memoryPhaseSchema);
