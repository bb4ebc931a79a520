import { connect } from 'node:net';

/**
 * The floor: the barest reader there is. Raw sockets with `onread`, one shared buffer, event ends counted by searching for
 * the blank line; the same number of streams and requests. No HTTP, no parsing, no marks, no records.
 */
const [url = '', users = '1', requests = '1', outputTokens = '128'] = process.argv.slice(2);
const { hostname, port } = new URL(url);
const body = JSON.stringify({
  model: 'Qwen/Qwen3-8B',
  messages: [{ role: 'user', content: 'word '.repeat(200) }],
  max_tokens: Number(outputTokens),
  stream: true,
  stream_options: { include_usage: true, continuous_usage_stats: true },
  ignore_eos: true,
  min_tokens: Number(outputTokens),
});
const request = Buffer.from(
  `POST /v1/chat/completions HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
);
const shared = Buffer.alloc(64 * 1024);
const blankLine = Buffer.from('\n\n');
const messageEnd = Buffer.from('\r\n0\r\n\r\n');
let left = Number(requests);
let events = 0;
let running = 0;
let firstTokenSum = 0;
let firstTokens = 0;
const content = Buffer.from('"content":"');
const roleEvent = Buffer.from('"role"');
const startedAt = process.cpuUsage();
const wallStartedAt = performance.now();

function finish(): void {
  const used = process.cpuUsage(startedAt);
  console.log(
    JSON.stringify({
      cpuMicros: used.user + used.system,
      wallMicros: (performance.now() - wallStartedAt) * 1000,
      events,
      firstTokenMean: (firstTokenSum * 1000) / firstTokens,
    }),
  );
}

for (let user = 0; user < Number(users); user++) {
  running++;
  let sentAt = 0;
  let waiting = false;
  const send = (): void => {
    left--;
    socket.write(request);
    sentAt = performance.now();
    waiting = true;
  };
  const socket = connect({
    host: hostname,
    port: Number(port),
    noDelay: true,
    onread: {
      buffer: shared,
      callback: (length) => {
        const now = performance.now();
        const read = shared.subarray(0, length);
        // The role event has an empty content; the token's stands alone in its delta.
        if (waiting && read.lastIndexOf(content) >= 0 && !read.includes(roleEvent)) {
          waiting = false;
          firstTokenSum += now - sentAt;
          firstTokens++;
        }
        for (let at = read.indexOf(blankLine); at >= 0; at = read.indexOf(blankLine, at + 2)) events++;
        if (!read.subarray(Math.max(0, length - messageEnd.length)).equals(messageEnd)) return true;
        if (left > 0) {
          send();
        } else {
          socket.destroy();
          running--;
          if (running === 0) finish();
        }
        return true;
      },
    },
  });
  socket.once('connect', send);
}
