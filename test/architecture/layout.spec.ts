import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectNone } from './golden.ts';
import { filesIn, moduleOf, order, root, sourceOf, sources } from './sources.ts';

const place = (module: string) => order.indexOf(module as (typeof order)[number]);

/** The kernel's health routes bear the gate's mark like every route: known by name, and nothing else of `access`. */
const knownBackwards = new Set(['src/platform/health.controller.ts -> src/access/allow.ts']);

describe('modules depend on earlier ones only', () => {
  it('and every folder of src has its place in the order', () => {
    const strange = [...new Set(sources().flatMap(({ path }) => moduleOf(path) ?? []))].filter((module) => place(module) < 0);
    expectNone(strange, 'Give these folders a place in `order` (test/architecture/sources.ts) and in 2-architecture:');
  });

  it('import order', () => {
    const backwards = sources().flatMap(({ path, imports }) => {
      const own = moduleOf(path);
      if (own === undefined) return [];
      return imports.filter((each) => {
        const other = moduleOf(each.path);
        const isTop = other === undefined && each.path.startsWith('src/');
        return isTop || (other !== undefined && place(other) > place(own));
      }).map((each) => `${path} -> ${each.path}`);
    });
    expectNone(backwards.filter((each) => !knownBackwards.has(each)),
      'An earlier module may not know a later one. Move the code to the later module, call the earlier one’s verb, or ask a question the earlier module owns (see cases/closing-objections.ts):');
  });

  it('no file needs itself by a detour', () => {
    const values = new Map(sources().map(({ path, imports }) => [path, imports.filter(({ isType }) => !isType).map((each) => each.path)]));
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const walk = (path: string, way: string[]): void => {
      if (state.get(path) === 'done') return;
      if (state.get(path) === 'open') {
        cycles.push([...way.slice(way.indexOf(path)), path].join(' -> '));
        return;
      }
      state.set(path, 'open');
      for (const next of values.get(path) ?? []) walk(next, [...way, path]);
      state.set(path, 'done');
    };
    for (const path of values.keys()) walk(path, []);
    expectNone(cycles, 'Break these cycles: what both need belongs into a file of its own:');
  });

  it('app.module.ts lists them in the same order', () => {
    const { text } = sourceOf('src/app.module.ts');
    const listed = [...text.slice(text.indexOf('imports: [')).matchAll(/^\s+(\w+)Module[.,]/gm)].map((match) => match[1]!.toLowerCase());
    expect(listed).toEqual(order.filter((module) => listed.includes(module)));
    expect(listed.length).toBeGreaterThan(8);
  });

  it('migrations know nothing of src', () => {
    const knowing = filesIn('migrations', /\.ts$/).map(sourceOf).filter(({ imports }) => imports.some(({ path }) => path.startsWith('src/'))).map(({ path }) => path);
    expectNone(knowing, 'A migration is history: the code it would call changes, and it must not. Write it in SQL:');
  });
});

describe('every file can be read in one sitting', () => {
  it('at most 250 lines', () => {
    const long = [...filesIn('src', /\.ts$/), ...filesIn('launch', /\.mjs$/)].map(sourceOf).filter(({ lines }) => lines > 250).map(({ path, lines }) => `${path}: ${lines}`);
    expectNone(long, 'Split by verb family (custody.service.ts, analyses.service.ts), never into helpers:');
  });

  const forbidden: [what: string, form: RegExp, advice: string][] = [
    ['default exports', /^export default/m, 'Export it by its name:'],
    ['barrels', /^export\s+(\*|\{[^}]*\})\s+from/m, 'Import from the file that has it:'],
    ['forwardRef', /\bforwardRef\b/, 'Two things that need each other are one thing, or need a third:'],
    ['as any', /\bas any\b|:\s*any\b|<any>/, 'Say what it is, or `unknown` and check:'],
    ['ts-ignore', /@ts-(ignore|nocheck|expect-error)/, 'Make the compiler right instead:'],
    ['save()', /\.save\(/, 'Use tx.manager.insert or update: save() reads and guesses:'],
    ['eager or lazy relations', /@(OneToMany|ManyToOne|OneToOne|ManyToMany)\(/, 'Between modules an id, within an aggregate one query:'],
    ['console', /\bconsole\./, 'Use platform/log.ts, which knows what may not be said:'],
  ];
  it.each(forbidden)('no %s', (what, form, advice) => {
    // The commands at the top of src speak to the operator who ran them.
    const searched = sources().filter(({ path }) => what !== 'console' || moduleOf(path) !== undefined);
    expectNone(searched.filter(({ text }) => form.test(text)).map(({ path }) => path), advice);
  });

  it('no folder that says nothing', () => {
    const vague = filesIn('src', /(^|\/)(common|shared|utils?|core|helpers?|modules)(\/|\.ts$)/);
    expectNone(vague, 'A folder or file is named for what is in it:');
  });

  it('no index.ts but the list of migrations', () => {
    expectNone(filesIn('src', /(^|\/)index\.ts$/), 'Import from the file that has it:');
  });
});

describe('what stands at the top', () => {
  it('is what the house needs, and no other file without a reason', () => {
    const known = /^(package(-lock)?\.json|tsconfig\.json|nest-cli\.json|docker-compose\.yml|Dockerfile|README\.md|CONTRIBUTING\.md|LICENSE|eslint\.config\.js|\..+)$/;
    const folders = ['src', 'migrations', 'test', 'bench', 'docs', 'tools', 'launch', 'node_modules', 'dist'];
    const strange = filesIn('.', /^[^/]+$/).filter((name) => !known.test(name) && !folders.includes(name));
    expectNone(strange, 'Put it where it belongs:');
  });

  it('every migration file is in the list, in order', () => {
    const listed = [...readFileSync(join(root, 'migrations/index.ts'), 'utf8').matchAll(/'\.\/(\d{4}-[\w-]+\.ts)'/g)].map((match) => match[1]!);
    expect(listed).toEqual(filesIn('migrations', /\d{4}-.*\.ts$/).map((path) => path.slice('migrations/'.length)));
  });
});
