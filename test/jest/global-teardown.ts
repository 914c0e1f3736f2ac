/** Stops the run's PostgreSQL and removes its data. An interrupted run does so on `exit`; what a killed one leaves, the next clears away. */
export default async function globalTeardown(): Promise<void> {
  await (globalThis as { tamgaTestCluster?: { stop(): Promise<void> } }).tamgaTestCluster?.stop();
}
