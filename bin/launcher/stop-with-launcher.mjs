/**
 * Loaded first in each program that the launcher runs. The channel to the launcher closes when the launcher dies, even
 * by kill -9: the program then stops as it does for SIGTERM.
 */
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // Listening must not keep a finished program alive.
  process.channel.unref();
}
