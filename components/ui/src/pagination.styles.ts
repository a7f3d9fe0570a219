import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  .foot {
    flex-wrap: wrap;
    padding-block: var(--caas-space-1);
  }
  nav {
    display: flex;
    gap: var(--caas-space-2);
    margin-inline-start: var(--caas-space-2);
  }
  .flip {
    display: inline-flex;
  }
  .flip:dir(rtl) {
    scale: -1 1;
  }
`;
