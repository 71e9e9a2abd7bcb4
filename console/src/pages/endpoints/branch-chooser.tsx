import type { JSX } from "preact";
import { invalidate } from "../../api/cache.ts";
import { ask } from "../../api/client.ts";
import { messageOf } from "../../api/error.ts";
import type { Branch } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { confirm } from "../../components/confirm.tsx";
import { SelectField } from "../../components/field.tsx";
import { toast } from "../../components/toast.tsx";
import { navigate } from "../../router/router.ts";
import { useMayWrite } from "../../session/session.ts";

/** What addresses of a branch have in their query; nothing for the main branch. */
export function branchQuery(branch: number): Record<string, string> {
  return branch ? { branch: String(branch) } : {};
}

/** Where the API lists the endpoints of a branch. */
export function endpointsOf(project: string, branch: number): string {
  return `/projects/${project}/endpoints${branch ? `?branchId=${branch}` : ""}`;
}

const title = ({ id, alsoId }: Branch) => (id ? `Branch ${id}` : `Main branch${alsoId === null ? "" : ` (${alsoId})`}`);

/** Which branch is looked at; nothing where there is one alone. */
export function BranchChooser({ project, branches, branch }: { project: string; branches: Branch[]; branch: number }): JSX.Element | null {
  const mayWrite = useMayWrite();
  if (branches.length < 2 && !branch) return null;
  const known = branches.some(({ id }) => id === branch);
  // One that an import has just made, or that is gone, is chosen all the same.
  const options = [...branches.map((one) => ({ value: String(one.id), label: title(one) })), ...(known ? [] : [{ value: String(branch), label: `Branch ${branch}` }])];
  const show = (id: number) => navigate(`/projects/${project}/endpoints`, { query: branchQuery(id) });
  const remove = async () => {
    const sure = await confirm({
      title: `Delete branch ${branch}?`,
      body: <p>Its endpoints go, with their custom mocks and scripts. Its mock URLs will show the main branch.</p>,
      action: "Delete branch",
      danger: true,
    });
    if (!sure) return;
    try {
      await ask("DELETE", `/projects/${project}/branches/${branch}`);
      toast(`Branch ${branch} is deleted`);
      show(0);
    } catch (error) {
      toast(`Nothing was deleted. ${messageOf(error)}`, "bad");
    }
    invalidate(`/projects/${project}/`);
  };
  return (
    <div class="branch-chooser">
      <SelectField label="Branch" hideLabel value={String(branch)} onChange={(id) => show(Number(id))} options={options} />
      {known && branch !== 0 && <Button tone="quiet" icon="trash" label={`Delete branch ${branch}`} disabled={!mayWrite} onClick={() => void remove()} />}
    </div>
  );
}
