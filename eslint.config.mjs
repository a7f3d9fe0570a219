import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import caas from './eslint/plugin.mjs';

const SOURCES = ['{tokens,contract,verify,gateway,sdk}/src/**/*.ts', 'components/*/src/**/*.ts', 'src/**/*.ts'];
const BROWSER = ['components/*/src/**/*.ts', 'src/**/*.ts'];

const UNSAFE = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]',
    message: 'No HTML from strings: render a template.',
  },
  {
    selector: "MemberExpression[object.name='document'][property.name=/^(write|writeln|cookie)$/]",
    message: 'Not in this house: see CONVENTIONS.md.',
  },
  {
    selector: "CallExpression[callee.property.name='setAttribute'][arguments.0.value='style']",
    message: 'A strict policy blocks style attributes; set a custom property through CSSOM.',
  },
];

const CONFINED = [
  {
    selector:
      'MemberExpression[object.name=/^(window|globalThis|self)$/][property.name=/^(localStorage|sessionStorage|indexedDB)$/]',
    message: 'Elements keep nothing in storage.',
  },
];

const DIRECTIVES = {
  patterns: [
    {
      group: ['**/unsafe-html.js', '**/unsafe-svg.js', '**/unsafe-mathml.js', '**/style-map.js'],
      message: 'Blocked by the house rules on templates; see CONVENTIONS.md.',
    },
  ],
};
const SUFFIX_LIST = {
  name: 'tldts',
  message: 'It is heavy: only whitelist/suffixes.ts has it, which is loaded on demand.',
};
const FULL_ZOD = { name: 'zod', message: "Browsers load `zod/mini`: import * as z from 'zod/mini'." };

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '.build/',
      'coverage/',
      'storybook-static/',
      'data/',
      'tokens/src/tokens.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.mjs'],
    extends: [js.configs.recommended],
    languageOptions: { ecmaVersion: 2024, globals: globals.nodeBuiltin },
  },
  // These hand functions to a page, or are one.
  {
    files: ['{bench,examples}/**/*.mjs', 'examples/**/*.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, tseslint.configs.recommended, tseslint.configs.stylistic],
    plugins: { caas },
    rules: {
      'caas/walls': 'error',
      'caas/relative-extension': 'error',
      'caas/endpoint-table': 'error',
      'no-undef': 'off', // TypeScript knows better.
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-implied-eval': 'error',
      'no-restricted-syntax': ['error', ...UNSAFE],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
      'object-shorthand': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' },
      ],
    },
  },
  {
    files: SOURCES,
    rules: {
      'caas/declared-dependencies': 'error',
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
      'no-script-url': 'error',
    },
  },
  // The catalogue of endpoints, codes and texts may be long: it is data.
  { files: ['**/src/locales/**/*.ts', '**/*.generated.ts', 'tokens/src/**/*.ts'], rules: { 'max-lines': 'off' } },
  {
    files: BROWSER,
    extends: [lit['flat/recommended'], wc['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: { globals: globals.browser },
    rules: {
      ...litA11y.configs.recommended.rules,
      'caas/template-style': 'error',
      'no-restricted-imports': ['error', { ...DIRECTIVES, paths: [FULL_ZOD] }],
      'lit/no-legacy-template-syntax': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'wc/no-self-class': 'off',
      '@typescript-eslint/member-ordering': [
        'error',
        {
          default: {
            memberTypes: [
              'signature',
              'static-field',
              'static-initialization',
              // A property that holds a callback counts as a method.
              ['public-decorated-field', 'public-decorated-method'],
              ['protected-decorated-field', 'private-decorated-field'],
              'instance-field',
              ['constructor', 'method', 'get', 'set'],
            ],
          },
        },
      ],
    },
  },
  {
    files: ['components/*/src/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...UNSAFE, ...CONFINED],
      'no-restricted-globals': [
        'error',
        { name: 'localStorage', message: 'Elements keep nothing in storage.' },
        { name: 'sessionStorage', message: 'Elements keep nothing in storage.' },
        { name: 'indexedDB', message: 'Elements keep nothing in storage.' },
      ],
    },
  },
  {
    files: ['contract/src/**/*.ts', 'sdk/src/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [FULL_ZOD] }] },
  },
  {
    files: ['contract/src/**/*.ts'],
    ignores: ['contract/src/whitelist/suffixes.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [FULL_ZOD, SUFFIX_LIST] }] },
  },
  // The one place that speaks to the developer of the host page: a second copy of a tag warns.
  {
    files: ['components/base/src/{define,format,page-element}.ts'],
    rules: { 'no-console': ['error', { allow: ['warn'] }] },
  },
  // Chai states facts as expressions: expect(x).to.be.true.
  // Tests look at what code may not touch, document.cookie for example.
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off', 'no-restricted-syntax': 'off' },
  },
);
