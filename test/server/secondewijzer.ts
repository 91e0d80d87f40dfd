import { onTestFinished, vi } from 'vitest';

/**
 * The second hand of a server that is started after this goes on only when the test says so: nothing happens by itself.
 * @returns lets one second go by
 */
export function metDeHand(): () => void {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  return () => void vi.advanceTimersByTime(1000);
}
