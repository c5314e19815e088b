/** What an embedded PostgreSQL is told on its command line, beside where to listen. */
export function postgresSettings(overrides: Readonly<Record<string, string>>): Record<string, string> {
  const settings: Record<string, string> = {
    synchronous_commit: 'on',
    max_connections: '100',
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    jit: 'off',
    timezone: 'UTC',
    deadlock_timeout: '200ms',
    client_connection_check_interval: '2s',
    // No personal data in the log: neither statements nor their parameters, nor the DETAIL and the message of an
    // error, which quote values. The application hears every error itself; the log keeps starts, stops, crashes.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_checkpoints: 'off',
    log_lock_waits: 'on',
    log_timezone: 'UTC',
    logging_collector: 'off',
    ...overrides,
  }
  // Windows can't tell that a client is gone, and refuses to start when asked to.
  if (process.platform === 'win32') settings.client_connection_check_interval = '0'
  return settings
}
