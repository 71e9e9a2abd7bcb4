import type { JSX } from "preact";
import { Switch } from "../../components/choice.tsx";
import { SelectField, TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import type { Options } from "./run.ts";

const BEHAVIORS: { value: Options["endpointOverwriteBehavior"]; label: string }[] = [
  { value: "OVERWRITE_EXISTING", label: "Replace them by the document's" },
  { value: "AUTO_MERGE", label: "Merge the document's into them" },
  { value: "KEEP_EXISTING", label: "Keep them as they are" },
  { value: "CREATE_NEW", label: "Add the document's beside them" },
];

/** What is decided rarely, folded away. */
export function ImportOptions({ options, onChange }: { options: Options; onChange: (options: Options) => void }): JSX.Element {
  const set = (change: Partial<Options>) => onChange({ ...options, ...change });
  return (
    <details class="more">
      <summary>Options</summary>
      <div class="stack">
        <SelectField
          label="Endpoints and schemas that are here already"
          value={options.endpointOverwriteBehavior}
          onChange={(value) => set({ endpointOverwriteBehavior: value as Options["endpointOverwriteBehavior"] })}
          options={BEHAVIORS}
        />
        <TextField
          label="Branch"
          hint="The number of a branch; one that is not there is made. Empty for the main branch."
          inputMode="numeric"
          value={options.targetBranchId}
          onInput={(targetBranchId) => set({ targetBranchId })}
        />
        <Switch
          label="Put the server's path in front"
          hint="With the server https://example.com/v2, /pets is served as /v2/pets."
          checked={options.prependBasePath}
          onChange={(prependBasePath) => set({ prependBasePath })}
        />
        <Switch
          label="Remove what the document lacks"
          hint="For a document that is the whole truth about the project."
          checked={options.deleteUnmatchedResources}
          onChange={(deleteUnmatchedResources) => set({ deleteUnmatchedResources })}
        />
        {options.deleteUnmatchedResources && (
          <Notice tone="warn">Endpoints that the document does not have are deleted with their custom mocks and scripts. The release before can be rolled back to.</Notice>
        )}
      </div>
    </details>
  );
}
