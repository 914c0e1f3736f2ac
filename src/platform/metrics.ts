import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Pool } from 'pg';

/** What Prometheus reads: durations by route and status, what the pool does, and the process itself. */
export const exposition = new Registry();
collectDefaultMetrics({ register: exposition });

export const requestSeconds = new Histogram({
  name: 'tamga_http_request_duration_seconds', help: 'Duration of requests by route, method and status class',
  labelNames: ['method', 'route', 'status'], buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10], registers: [exposition],
});

export const refusals = new Counter({
  name: 'tamga_refusals_total', help: 'Requests refused, by status', labelNames: ['status'], registers: [exposition],
});

const connections = new Gauge({ name: 'tamga_database_connections', help: 'Connections of the pool by state', labelNames: ['state'], registers: [exposition] });

export function poolGauge(pool: () => Pool): void {
  Object.assign(connections, {
    collect: () => {
      const { totalCount, idleCount, waitingCount } = pool();
      connections.set({ state: 'open' }, totalCount);
      connections.set({ state: 'idle' }, idleCount);
      connections.set({ state: 'waiting' }, waitingCount);
    },
  });
}
