/** The settings the embedded server is started with. Given on its command line, so a data directory carries none that could age. */
export function settings({ port, durable, extra }) {
  const safety = durable ? 'on' : 'off';
  return {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '', // its path may be longer than a socket's name can be
    fsync: safety,
    synchronous_commit: safety,
    full_page_writes: safety,
    shared_buffers: durable ? '256MB' : '128MB',
    max_connections: 100,
    max_prepared_transactions: 0,
    idle_in_transaction_session_timeout: '60s',
    jit: 'off', // every statement of ours is short: compiling it costs more than running it
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %q%u@%d %e ',
    // Statements and failing rows carry case content, which no log may hold.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...extra,
  };
}
