import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { at, filesBelow, publishedPackages, tagsOf, workspaces } from '../../scripts/lib/root.mjs';

const read = (path: string): string => readFileSync(at(path), 'utf8');
const written = [
  'contract',
  'tokens',
  'verify',
  'components',
  'src',
  'gateway',
  'sdk',
  'stories',
  'test',
  'scripts',
  'examples',
  'bench',
]
  .flatMap((folder) => filesBelow(folder))
  .filter((file) => /\.(ts|mjs|css|sql)$/.test(file));
const elementPackages = workspaces().filter(
  ({ folder }) => folder.startsWith('components/') && tagsOf(folder).length > 0,
);

describe('every element package', () => {
  for (const { folder } of elementPackages) {
    const name = folder.slice('components/'.length);

    it(`${name} has a README with its API tables`, () => {
      assert.ok(existsSync(at(folder, 'README.md')), `${folder}/README.md is missing`);
      const readme = read(`${folder}/README.md`);
      assert.match(readme, /<!-- api:start -->[\s\S]*<!-- api:end -->/, 'the markers of the API tables are missing');
    });

    it(`${name} has tests and a story for each of its tags`, () => {
      const tests = filesBelow(`test/components/${name}`).map(read).join('\n');
      const stories = filesBelow('stories', (file) => file.endsWith('.ts'))
        .map(read)
        .join('\n');
      const missing = tagsOf(folder).flatMap((tag) => [
        ...(tests.includes(tag) ? [] : [`no test in test/components/${name} speaks of <${tag}>`]),
        ...(stories.includes(tag) ? [] : [`no story speaks of <${tag}>`]),
      ]);
      assert.deepEqual(missing, []);
    });

    it(`${name} is described in its manifest`, () => {
      const manifest = read(`${folder}/custom-elements.json`);
      const missing = tagsOf(folder).filter((tag) => !manifest.includes(`"tagName": "${tag}"`));
      assert.deepEqual(missing, [], 'give the class an @element line and run npm run generate');
    });
  }
});

describe('published packages', () => {
  for (const { folder, manifest } of publishedPackages()) {
    it(`${manifest.name} publishes its build and nothing else`, () => {
      const named = JSON.stringify(JSON.parse(read(`${folder}/package.json`)).exports);
      const files = manifest.files ?? [];
      assert.ok(files.includes('dist'));
      assert.equal(files.includes('custom-elements.json'), folder.startsWith('components/'));
      const strangers = files.filter((file) => file !== 'dist' && !named.includes(`"./${file}"`));
      assert.deepEqual(strangers, [], 'a file that no export names');
    });
  }

  it('share one version', () => {
    assert.equal(new Set(workspaces().map(({ manifest }) => manifest.version)).size, 1);
  });
});

describe('the repository', () => {
  it('holds nothing unfinished and no test that does not run', () => {
    // Put together, so that this file does not find itself.
    const marks = new RegExp(
      `\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b|\\b(?:it|describe|test)\\.(?:skip|only|todo)\\(|\\b(?:skip|todo|only): true`,
    );
    const found = written.flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, index) => (marks.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
    );
    assert.deepEqual(found, []);
  });

  it('says in its README how to run and how to test it, and both are true', () => {
    const [run, test] = [...read('README.md').matchAll(/^npm ci && (npm [a-z: -]+)$/gm)].map(([, command]) => command);
    assert.deepEqual([run, test], ['npm start', 'npm test']);
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
    for (const command of Object.values(scripts)) {
      const script = /^node (\S+)/.exec(command)?.[1];
      if (script) assert.ok(existsSync(at(script)), `package.json runs ${script}, which is not there`);
    }
  });

  it('takes packages from the registry that is configured, not from an address in the lock file', () => {
    assert.doesNotMatch(read('package-lock.json'), /"resolved": "https?:/);
  });
});
