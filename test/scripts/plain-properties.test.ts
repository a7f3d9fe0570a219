import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutDecorators } from '../../scripts/lib/plain-properties.mjs';

describe('properties of the script-tag build', () => {
  it('are static, with their options; private state has no attribute', () => {
    const code = withoutDecorators(
      "import { property, state } from 'lit/decorators.js';\nclass A extends LitElement {\n  @property({ type: Boolean }) open = false;\n  @property() get value() { return 1; }\n  @state() private busy = true;\n}\n",
    );
    assert.match(code, /static properties = \{ open: \{ type: Boolean \}, value: \{\}, busy: \{ state: true \} \};/);
    assert.match(code, /open = false;/);
    assert.doesNotMatch(code, /@|decorators/);
  });

  it('query the root', () => {
    const code = withoutDecorators(
      "import { query } from 'lit/decorators.js';\nclass A extends LitElement {\n  @query('.dlg') private dialog!: HTMLElement | null;\n}\n",
    );
    assert.match(code, /get dialog\(\) \{ return this\.renderRoot\?\.querySelector\('\.dlg'\) \?\? null; \}/);
  });

  it('stop the build at a decorator that is not known', () => {
    assert.throws(
      () => withoutDecorators('class A extends LitElement {\n  @other() x = 1;\n}\n'),
      /does not know the decorator/,
    );
  });
});
