export interface PackedPackage {
  name: string;
  /** Its folder in the repository. */
  folder: string;
  /** Path of the tarball. */
  tarball: string;
}
/** Packs every package that has sources into `folder`. */
export function packPackages(folder: string): Promise<PackedPackage[]>;
