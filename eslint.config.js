const tseslint = require('typescript-eslint');

/** A few rules that the compiler and test/architecture do not hold; types are asked only where a fault is silent at run time. */
module.exports = tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', '.cache/', 'coverage/'] },
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ['**/*.ts', '**/*.mts'] })),
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-require-imports': 'off', // jest loads files by name; src is checked by test/architecture
      eqeqeq: 'error',
      'no-console': 'error',
      'no-else-return': 'error',
      'no-restricted-syntax': ['error',
        { selector: 'ExportDefaultDeclaration', message: 'Export it by its name.' },
        { selector: 'TSEnumDeclaration', message: 'A list `as const`, and a type of it.' },
        { selector: 'CallExpression[callee.property.name="save"]', message: 'insert or update: save() reads and guesses.' },
      ],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
      yoda: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: __dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      // Nest reads constructor and handler types at run time: an import that only they use must stay one of a value.
      '@typescript-eslint/consistent-type-imports': 'off',
    },
  },
  { files: ['test/jest/*.ts'], rules: { 'no-restricted-syntax': 'off' } }, // jest wants default exports
  { files: ['src/*.ts', 'launch/**', 'bench/**', 'test/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: { ecmaVersion: 2024 },
    rules: { eqeqeq: 'error', 'no-else-return': 'error', 'object-shorthand': 'error', 'prefer-const': ['error', { ignoreReadBeforeAssign: true }], 'no-var': 'error' },
  },
);
