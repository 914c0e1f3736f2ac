import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const program = `
  const { claim } = await import(${JSON.stringify(pathToFileURL(join(__dirname, '../launch/lock.mjs')).href)});
  let wins = 0;
  for (let round = 0; round < 200; round += 1) {
    const lock = claim(process.env.DIRECTORY);
    if (lock.holder) continue;
    // Whoever else got in at the same time stumbles over this file.
    const { openSync, closeSync, rmSync } = await import('node:fs');
    const proof = process.env.DIRECTORY + '/proof';
    closeSync(openSync(proof, 'wx'));
    wins += 1;
    rmSync(proof);
    lock.release();
  }
  process.stdout.write(String(wins));`;

function contend(directory: string): Promise<{ code: number | null; wins: number }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], { env: { ...process.env, DIRECTORY: directory }, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => { text += chunk.toString(); });
    child.once('close', (code) => resolve({ code, wins: Number(text) }));
  });
}

let directory: string;
beforeEach(() => { directory = mkdtempSync(join(tmpdir(), 'tamga-lock-')); });
afterEach(() => rmSync(directory, { recursive: true }));

test('however many contend, one has it at a time, and a killed holder does not keep it', async () => {
  symlinkSync('4194304 never@another-boot', join(directory, 'lock.7'));
  const outcomes = await Promise.all([1, 2, 3, 4, 5, 6].map(() => contend(directory)));
  expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(outcomes.reduce((sum, { wins }) => sum + wins, 0)).toBeGreaterThan(0);
  expect(readdirSync(directory)).toHaveLength(1);
});
