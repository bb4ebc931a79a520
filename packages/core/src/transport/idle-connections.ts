/** What the pool keeps of each connection: where it stands, so that it can leave from the middle at once. */
export type Poolable = { idlePosition: number };

/** Connections that carry nothing, the one used last in front: the others may grow old enough to be closed. */
export class IdleConnections<Connection extends Poolable> {
  readonly #stack: Connection[] = [];

  get size(): number {
    return this.#stack.length;
  }

  add(connection: Connection): void {
    connection.idlePosition = this.#stack.length;
    this.#stack.push(connection);
  }

  /** The one that was added last, or `undefined`. */
  take(): Connection | undefined {
    const connection = this.#stack.pop();
    if (connection !== undefined) connection.idlePosition = -1;
    return connection;
  }

  /** Takes this one out, wherever it is; the last one takes its place. */
  remove(connection: Connection): void {
    const position = connection.idlePosition;
    if (position < 0) return;
    connection.idlePosition = -1;
    const last = this.#stack.pop();
    if (last === undefined || last === connection) return;
    this.#stack[position] = last;
    last.idlePosition = position;
  }
}
