import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..');
const secrets = { POSTGRES_PASSWORD: 'a', TAMGA_MIGRATOR_PASSWORD: 'b', TAMGA_SERVICE_PASSWORD: 'c' };

function config(env: Record<string, string>) {
  const [program, ...args] = spawnSync('docker-compose', ['version']).status === 0 ? ['docker-compose', 'config'] : ['docker', 'compose', 'config'];
  // Another file for the variables: a developer's own .env must not lend its secrets to this test.
  return spawnSync(program!, [...args.slice(0, -1), '--env-file', '.env.example', args.at(-1)!], { cwd: root, env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env }, encoding: 'utf8' });
}

test('docker-compose.yml is valid', () => {
  const { status, stdout } = config(secrets);
  expect(status).toBe(0);
  expect(stdout).toContain('postgres://tamga_service:c@database:5432/tamga');
});

test.each(Object.keys(secrets))('%s has no default', (name) => {
  const { status, stderr } = config({ ...secrets, [name]: '' });
  expect(status).not.toBe(0);
  expect(stderr).toContain(name);
});
