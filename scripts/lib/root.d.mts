/** A workspace of this repository. */
export interface Workspace {
  folder: string;
  manifest: { name: string; version: string; private?: boolean; files?: string[] };
}
export const ROOT: string;
/** The path of a file or folder of the repository. */
export function at(...parts: string[]): string;
/** Every file below a folder, repository-relative with forward slashes and sorted; an absent folder holds none. */
export function filesBelow(folder: string, accept?: (file: string) => boolean): string[];
/** The workspaces that exist, in the order of the root package.json. */
export function workspaces(): Workspace[];
/** The packages that are published: every workspace that is not private. */
export function publishedPackages(): Workspace[];
/** The tags defined by a package: the names of its `src/caas-*.ts` files. */
export function tagsOf(folder: string): string[];
