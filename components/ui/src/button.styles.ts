import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-flex;
    vertical-align: middle;
  }
  :host([hidden]) {
    display: none;
  }
  .btn {
    inline-size: 100%;
  }
  ::slotted(svg) {
    flex: none;
  }
`;
