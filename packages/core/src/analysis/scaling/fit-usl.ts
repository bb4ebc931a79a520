import type { Scaling } from '../../result/analysis/scaling-schema.ts';
import {
  type NonlinearModel,
  nonlinearLeastSquares,
  type WeightedPoint,
} from '../../statistics/nonlinear-least-squares.ts';
import { uslStart } from './usl-start.ts';

type Usl = NonNullable<Scaling['usl']>;

/** Throughput at a level, with how much it counts. */
export type UslPoint = { readonly users: number; readonly throughput: number; readonly weight: number };

/** Three parameters need three levels. */
export const levelsForUsl = 3;
/** With three the curve goes through every point, and its errors are unknown. */
export const levelsForErrors = 4;
/** A peak beyond this many times the heaviest level is not told: nothing near it was measured. */
export const peakReach = 2;
const runawayLambda = 100;

/**
 * The universal scalability law, `X(N) = lambda N / (1 + sigma (N - 1) + kappa N (N - 1))` (Gunther, "A General Theory
 * of Computational Scalability Based on Rational Functions", 2008), fitted by weighted least squares on throughput with
 * sigma and kappa not below 0. lambda is the throughput of one user (tok/s), sigma the share of work that waits in line,
 * kappa the cost of keeping users consistent with each other. `null` with fewer than three levels, or where the fit does
 * not end; growth beyond linear is outside the law, and its relative error shows it.
 */
export function fitUsl(points: readonly UslPoint[]): Usl | null {
  const levels = new Set(points.map(({ users }) => users));
  if (levels.size < levelsForUsl) return null;
  const weighted = points.map(({ users, throughput, weight }) => ({ x: users, y: throughput, weight }));
  const fit = nonlinearLeastSquares(weighted, uslModel(points));
  if (fit === null) return null;
  const [lambda = 0, sigma = 0, kappa = 0] = fit.parameters;
  // Without light levels all three can grow together without end; such a lambda is no speed of a user.
  if (!(lambda <= runawayLambda * Math.max(...points.map((point) => point.throughput / point.users))))
    return null;
  const [lambdaError = null, sigmaError = null, kappaError = null] =
    levels.size < levelsForErrors ? [] : fit.errors;
  const at = (users: number): number => uslThroughput(users, { lambda, sigma, kappa });
  return {
    lambda: { value: lambda, error: lambdaError },
    sigma: { value: sigma, error: sigmaError },
    kappa: { value: kappa, error: kappaError },
    determination: levels.size < levelsForErrors ? null : determinationOf(weighted, fit.residualSum),
    relativeError: relativeErrorOf(points, at),
    // Where the curve goes through every point, its shape between them is not known.
    peak: levels.size < levelsForErrors ? null : peakOf({ lambda, sigma, kappa }, Math.max(...levels)),
  };
}

/** The law's parameters as plain numbers. */
export type UslParameters = { readonly lambda: number; readonly sigma: number; readonly kappa: number };

/** The law's throughput at a number of users, tok/s. */
export function uslThroughput(users: number, { lambda, sigma, kappa }: UslParameters): number {
  return (lambda * users) / (1 + sigma * (users - 1) + kappa * users * (users - 1));
}

/** The law with its derivatives. */
function uslModel(points: readonly UslPoint[]): NonlinearModel {
  return {
    start: uslStart(points),
    lowerBounds: [0, 0, 0],
    valueAt: (users, [lambda = 0, sigma = 0, kappa = 0]) => uslThroughput(users, { lambda, sigma, kappa }),
    gradientAt: (users, [lambda = 0, sigma = 0, kappa = 0]) => {
      const divisor = 1 + sigma * (users - 1) + kappa * users * (users - 1);
      const slowed = (-lambda * users * (users - 1)) / divisor ** 2;
      return [users / divisor, slowed, slowed * users];
    },
  };
}

/** 1 - residual sum / sum around the weighted mean; `null` where all points are alike. */
function determinationOf(points: readonly WeightedPoint[], residualSum: number): number | null {
  const weights = points.reduce((sum, { weight }) => sum + weight, 0);
  const mean = points.reduce((sum, { y, weight }) => sum + weight * y, 0) / weights;
  const total = points.reduce((sum, { y, weight }) => sum + weight * (y - mean) ** 2, 0);
  return total > 0 ? 1 - residualSum / total : null;
}

function relativeErrorOf(points: readonly UslPoint[], at: (users: number) => number): number {
  const squares = points
    .filter(({ throughput }) => throughput > 0)
    .map(({ users, throughput }) => (at(users) / throughput - 1) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / Math.max(squares.length, 1));
}

/** The law's maximum is at sqrt((1 - sigma) / kappa) users. */
function peakOf(parameters: UslParameters, heaviest: number): Usl['peak'] {
  const { sigma, kappa } = parameters;
  if (kappa <= 0 || sigma >= 1) return null;
  const users = Math.sqrt((1 - sigma) / kappa);
  return users < 1 || users > peakReach * heaviest
    ? null
    : { users, throughput: uslThroughput(users, parameters) };
}
