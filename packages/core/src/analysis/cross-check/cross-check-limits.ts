import { type Micros, micros } from '../../units/units.ts';

/*
 * How far apart client and server may be, with the reasons. The server stamps inside itself:
 *
 *     client   sent |-- way, HTTP, tokenizing --|                    |-- event, way, reading --| first token read
 *     server                             arrival |------------------| first token made
 *
 * so the client's span encloses the server's and its mean cannot be smaller; how much larger it is depends on the way.
 */

/** Two clocks of two processes: stamps are rounded, and a server may stamp an arrival a little late. */
export const stampError: Micros = micros(2_000);

/** Reading HTTP, tokenizing the prompt and writing the event: some milliseconds idle, tens when the server is busy ... */
export const wayFloor: Micros = micros(50_000);
/** ... and in a server at its limit they grow with everything else. */
export const wayShare = 0.2;

/** What the way adds to each token cancels out in the gaps; what stays is how events were grouped on the way. */
export const gapFloor: Micros = micros(1_000);
/** The same for long gaps. */
export const gapShare = 0.05;

/** Means are of the same observations as long as their numbers differ by no more than this. */
export const sameObservationsShare = 0.02;

/** Tokens that a server made and threw away at a stop are in its counter and in no answer. */
export const tokenShare = 0.005;
