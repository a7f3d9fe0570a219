// How @custom-elements-manifest/analyzer reads our sources. `npm run generate` runs it and writes one manifest per package.

/** Our guarded `define(tag, Class)` is what `customElements.define` is elsewhere. */
const guardedDefine = {
  name: 'caas-define',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
    const [tag, declaration] = node.arguments;
    if (!tag || !ts.isStringLiteral(tag) || !declaration) return;
    moduleDoc.exports = [
      ...(moduleDoc.exports ?? []),
      { kind: 'custom-element-definition', name: tag.text, declaration: { name: declaration.getText() } },
    ];
  },
};

export default {
  globs: ['components/*/src/**/*.ts'],
  exclude: ['**/*.styles.ts', '**/locales/**', '**/*.d.ts'],
  litelement: true,
  plugins: [guardedDefine],
};
