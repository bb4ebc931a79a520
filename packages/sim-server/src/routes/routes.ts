import { controlRoutes } from './control-routes.ts';
import { generationRoutes } from './generation-routes.ts';
import { otherServerRoutes } from './other-server-routes.ts';
import type { Route } from './route.ts';
import { truthRoutes } from './truth-routes.ts';

/** Every route of a simulated server. */
export const routes: readonly Route[] = [
  ...generationRoutes,
  ...controlRoutes,
  ...otherServerRoutes,
  ...truthRoutes,
];
