const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const ECHO_MS = 500;

/** The signals that end a process, heard from the first moment on: the first asks for an orderly stop, a later one for a quick one. */
export class StopSignals {
  #controller = new AbortController();
  #askedAt;
  #urge;
  signal = this.#controller.signal;
  isUrgent = false;
  /** Resolves when a stop is asked for. */
  asked = new Promise((resolve) => { this.signal.addEventListener('abort', () => resolve(), { once: true }); });
  /** Resolves when it shall be quick. */
  urged = new Promise((resolve) => { this.#urge = resolve; });

  constructor() {
    for (const name of SIGNALS) process.on(name, this.#hear);
  }

  /** Leaves the signals to whoever comes next. */
  release() {
    for (const name of SIGNALS) process.off(name, this.#hear);
  }

  #hear = () => {
    this.#askedAt ??= Date.now();
    this.#controller.abort();
    // On Ctrl-C the terminal signals us, and so does npm, which got the same: that echo is no second Ctrl-C.
    if (Date.now() - this.#askedAt < ECHO_MS) return;
    this.isUrgent = true;
    this.#urge();
  };
}
