type Point = { readonly x: number; readonly y: number };

/** The points that no other one beats in both, or in one with the other equal; greatest x last. */
export function frontierOf<P extends Point>(points: readonly P[]): P[] {
  return points
    .filter(
      (point) =>
        !points.some(
          (other) => other.x >= point.x && other.y >= point.y && (other.x > point.x || other.y > point.y),
        ),
    )
    .sort((one, other) => one.x - other.x);
}

/** The frontier as steps from the axis of y: up to each point's x its y can be had, and no more beyond it. */
export function stepsOf(frontier: readonly Point[]): Point[] {
  return frontier.flatMap((point, index) => {
    const before = frontier[index - 1]?.x ?? 0;
    return [
      { x: before, y: point.y },
      { x: point.x, y: point.y },
    ];
  });
}
