import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { useApi } from "../../api/cache.ts";
import { messageOf } from "../../api/error.ts";
import type { ListedEndpoint, Problem } from "../../api/types.ts";
import { Badge, Method } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { SelectField } from "../../components/field.tsx";
import { Marked } from "../../components/marked.tsx";
import { Section } from "../../components/page.tsx";
import { href } from "../../router/router.ts";
import { endpointsOf } from "../endpoints/branch-chooser.tsx";
import { Places, type Place } from "./places.ts";
import { kindOf, type Source } from "./source.ts";
import { usersOf } from "./users.ts";

/** How many are shown at first, and with every further step. */
const STEP = 50;
/** How many endpoints that need a schema are named. */
const NAMED = 3;

const NONE: ListedEndpoint[] = [];

/** What is odd in the document, with the way to the endpoint that it concerns. */
export function ProblemList({ project, branch, problems, source }: { project: string; branch: number; problems: Problem[]; source: Source | undefined }): JSX.Element {
  const endpoints = useApi<ListedEndpoint[]>(endpointsOf(project, branch));
  const [severity, setSeverity] = useState("");
  const [shown, setShown] = useState(STEP);
  const places = useMemo(() => new Places(endpoints.data ?? [], documentOf(source)), [endpoints.data, source]);
  const found = problems.filter((problem) => !severity || problem.severity === severity);
  const count = (kind: Problem["severity"]) => problems.filter((problem) => problem.severity === kind).length;
  const [errors, warnings] = [count("error"), count("warning")];
  return (
    <Section
      title={`${problems.length} problem${problems.length === 1 ? "" : "s"} in the document`}
      hint="Errors have no effect or make no valid answer; warnings were worked around."
      actions={
        errors > 0 &&
        warnings > 0 && (
          <SelectField
            label="Severity"
            hideLabel
            value={severity}
            onChange={setSeverity}
            options={[
              { value: "", label: "Errors and warnings" },
              { value: "error", label: `${errors} errors` },
              { value: "warning", label: `${warnings} warnings` },
            ]}
          />
        )
      }
    >
      <ul class="problems">
        {found.slice(0, shown).map((problem, index) => (
          <Entry key={`${problem.pointer}${index}`} project={project} problem={problem} place={places.find(problem.pointer)} endpoints={endpoints.data ?? NONE} />
        ))}
      </ul>
      {found.length > shown && (
        <div class="row center">
          <Button onClick={() => setShown(shown + STEP)}>Show more of {found.length}</Button>
        </div>
      )}
    </Section>
  );
}

/** The document, where its places tell nothing without it: in files that are no API description. */
function documentOf(source: Source | undefined): unknown {
  if (source?.kind !== "text" || !["Postman collection", "Apidog project"].includes(kindOf(source.text) ?? "")) return undefined;
  try {
    return JSON.parse(source.text);
  } catch {
    return undefined;
  }
}

function Entry({ project, problem, place, endpoints }: { project: string; problem: Problem; place: Place; endpoints: ListedEndpoint[] }): JSX.Element {
  return (
    <li class="problem">
      <Badge tone={problem.severity === "error" ? "bad" : "warn"}>{problem.severity}</Badge>
      <div class="problem-text">
        <p>
          <Marked text={problem.message} />
        </p>
        {place.kind === "endpoint" && (
          <p>
            <EndpointLink project={project} endpoint={place.endpoint} />
          </p>
        )}
        {place.kind === "schema" && <Users project={project} name={place.name} endpoints={endpoints} />}
        {problem.pointer && <p class="mono muted small">{problem.pointer}</p>}
      </div>
    </li>
  );
}

function EndpointLink({ project, endpoint }: { project: string; endpoint: ListedEndpoint }): JSX.Element {
  return (
    <a class="endpoint-link" href={href(`/projects/${project}/endpoints/${endpoint.id}`)}>
      <Method method={endpoint.method} />
      <span class="mono">{endpoint.path}</span>
    </a>
  );
}

/** A shared schema, with the endpoints that need it. */
function Users({ project, name, endpoints }: { project: string; name: string; endpoints: ListedEndpoint[] }): JSX.Element {
  const [users, setUsers] = useState<ListedEndpoint[]>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    let wanted = true;
    if (endpoints.length) {
      usersOf(project, name, endpoints).then(
        (found) => wanted && setUsers(found),
        (error: unknown) => wanted && setFailure(messageOf(error)),
      );
    }
    return () => void (wanted = false);
  }, [project, name, endpoints]);
  return (
    <div class="stack-tight">
      <p>
        Shared schema <strong>{name}</strong>
        {users?.length === 0 && <span class="muted">, which no endpoint uses</span>}
        {failure && <span class="muted">; the endpoints that use it are not known: {failure}</span>}
      </p>
      {users && users.length > 0 && (
        <ul class="change-list">
          {users.slice(0, NAMED).map((endpoint) => (
            <li key={endpoint.id}>
              <EndpointLink project={project} endpoint={endpoint} />
            </li>
          ))}
          {users.length > NAMED && <li class="muted">and {users.length - NAMED} more endpoints</li>}
        </ul>
      )}
    </div>
  );
}
