import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useApi } from "../../api/cache.ts";
import { messageOf } from "../../api/error.ts";
import type { Imported, MockSettings } from "../../api/types.ts";
import { Button, LinkButton } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { toast } from "../../components/toast.tsx";
import { href } from "../../router/router.ts";
import { branchQuery } from "../endpoints/branch-chooser.tsx";
import { changeSettings } from "../settings/change.ts";
import { ProblemList } from "./problem-list.tsx";
import type { Source } from "./source.ts";

/** What an import did, what it found, and what comes next. */
export function ImportResult({ project, imported, source }: { project: string; imported: Imported; source: Source | undefined }): JSX.Element {
  const { errors, problems, release } = imported;
  return (
    <>
      {errors.map(({ code, message }) => (
        <Notice key={code} tone="bad">
          {sentence(message)}
        </Notice>
      ))}
      <Counters counters={imported.counters} />
      <p class="muted">
        Release {release.id} is {release.published ? "published: it answers within moments everywhere." : "stored, and being published."}
      </p>
      <NextStep project={project} branch={imported.branchId} />
      {problems.length > 0 ? (
        <ProblemList project={project} branch={imported.branchId} problems={problems} source={source} />
      ) : (
        <Notice tone="good" title="No problems were found in the document" />
      )}
    </>
  );
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}

const THINGS: [string, string][] = [
  ["endpoint", "Endpoints"],
  ["schema", "Schemas"],
  ["endpointCase", "Saved responses"],
  ["endpointFolder", "Folders"],
];
const FATES = ["Created", "Updated", "Failed", "Ignored"] as const;
const WORDS = { Created: "new", Updated: "updated", Failed: "failed", Ignored: "unchanged" };

function Counters({ counters }: { counters: Record<string, number> }): JSX.Element {
  const shown = THINGS.filter(([thing], index) => index === 0 || FATES.some((fate) => (counters[`${thing}${fate}`] ?? 0) > 0));
  return (
    <dl class="counters">
      {shown.map(([thing, title]) => (
        <div key={thing} class="counter">
          <dt>{title}</dt>
          <dd>
            <span class="counter-value">{(counters[`${thing}Created`] ?? 0).toLocaleString("en")}</span> new
            <ul class="counter-rest">
              {FATES.slice(1).map((fate) => {
                const count = counters[`${thing}${fate}`] ?? 0;
                return count > 0 ? (
                  <li key={fate} class={fate === "Failed" ? "bad" : undefined}>
                    {count.toLocaleString("en")} {WORDS[fate]}
                  </li>
                ) : null;
              })}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** To the endpoints; and where the mock is off, the switch for it. */
function NextStep({ project, branch }: { project: string; branch: number }): JSX.Element {
  const settings = useApi<MockSettings>(`/projects/${project}/mock-settings`);
  const [busy, setBusy] = useState(false);
  const turnOn = async () => {
    setBusy(true);
    try {
      await changeSettings(project, { cloudMock: true });
      toast("The cloud mock is on");
    } catch (error) {
      toast(messageOf(error), "bad");
    }
    setBusy(false);
  };
  const endpoints = (
    <LinkButton href={href(`/projects/${project}/endpoints`, branchQuery(branch))} tone={settings.data?.cloudMock ? "primary" : "plain"}>
      Open the endpoints
    </LinkButton>
  );
  if (settings.data?.cloudMock === false) {
    return (
      <Notice
        tone="warn"
        title="The cloud mock is off"
        action={
          <div class="row">
            <Button tone="primary" busy={busy} onClick={() => void turnOn()}>
              Switch it on
            </Button>
            {endpoints}
          </div>
        }
      >
        The endpoints are there, but their URLs do not answer yet.
      </Notice>
    );
  }
  return <div class="row">{endpoints}</div>;
}
