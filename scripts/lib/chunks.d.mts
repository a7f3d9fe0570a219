interface Group {
  name(id: string, context: { getModuleInfo(id: string): { importers: string[] } | null }): string | null;
  debugName: string;
  priority: number;
}

/** How the script-tag build is cut, for `output.codeSplitting.groups`. */
export const groups: Group[];
