import { render, type JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import "../../styles/index.css";
import { Method } from "../components/badge.tsx";
import { Button } from "../components/button.tsx";
import { CopyLine } from "../components/copy-button.tsx";
import { TextField } from "../components/field.tsx";
import { Icon } from "../components/icon.tsx";
import { Skeleton } from "../components/loading.tsx";
import { Notice } from "../components/notice.tsx";
import { Tabs } from "../components/tabs.tsx";
import { Toasts } from "../components/toast.tsx";
import { classes } from "../lib/classes.ts";
import { RequestPanel } from "../mock/request-panel.tsx";
import { mockUrl } from "../mock/url.ts";
import { viewOf } from "../openapi/operation.ts";
import { Description } from "../openapi/description.tsx";
import { OperationDoc } from "../openapi/operation-doc.tsx";
import { EndpointTree } from "../pages/endpoints/endpoint-tree.tsx";
import { anchorOf, operationAt, readDocument, type PublicDocument, type PublicOperation } from "./document.ts";

/** `/docs/{project}` and the document beside it. */
const ADDRESS = `${location.pathname.replace(/\/$/, "")}/openapi.json`;

/** The public page of a project: its document, and its mock to try. */
function Docs(): JSX.Element {
  const [document, setDocument] = useState<PublicDocument>();
  const [failure, setFailure] = useState<string>();
  const load = async () => {
    setFailure(undefined);
    try {
      const answer = await fetch(ADDRESS, { credentials: "omit" });
      const read = (await answer.json()) as { errorMessage?: string };
      if (!answer.ok) throw new Error(read.errorMessage);
      const loaded = readDocument(read);
      window.document.title = `${loaded.title} · API documentation`;
      setDocument(loaded);
    } catch (error) {
      setFailure(error instanceof Error && error.message && !(error instanceof TypeError) ? error.message : "The server cannot be reached, or the document is not public any more.");
    }
  };
  useEffect(() => void load(), []);
  if (document) return <Shown document={document} />;
  return (
    <main class="pane-alone">
      <h1>API documentation</h1>
      {failure ? (
        <Notice tone="bad" title="The document cannot be shown" action={<Button small icon="refresh" onClick={() => void load()}>Try again</Button>}>
          {failure}
        </Notice>
      ) : (
        <Skeleton rows={8} />
      )}
    </main>
  );
}

function Shown({ document }: { document: PublicDocument }): JSX.Element {
  const [hash, setHash] = useState(location.hash);
  const [token, setToken] = useState("");
  useEffect(() => {
    const heard = () => {
      setHash(location.hash);
      scrollTo(0, 0);
    };
    addEventListener("hashchange", heard);
    return () => removeEventListener("hashchange", heard);
  }, []);
  const endpoints = useMemo(() => document.operations.map(({ endpoint }) => endpoint), [document]);
  const chosen = operationAt(document, hash);
  return (
    <>
      <header class="docs-head">
        <p class="docs-title">
          <a href="#/">{document.title}</a> {document.version && <span class="muted small">{document.version}</span>}
        </p>
        <a class="docs-file small" href={ADDRESS}>
          openapi.json
        </a>
      </header>
      <div class={classes("panes docs-panes", chosen && "panes-open")}>
        <nav class="pane-side" aria-label="Endpoints of the API">
          <EndpointTree name={ADDRESS} endpoints={endpoints} selected={chosen?.endpoint.id} to={anchorOf} />
        </nav>
        <main class="pane-main" tabIndex={-1}>
          {chosen ? <Operation key={anchorOf(chosen.endpoint)} document={document} chosen={chosen} token={token} onToken={setToken} /> : <Overview document={document} />}
        </main>
      </div>
    </>
  );
}

function Overview({ document }: { document: PublicDocument }): JSX.Element {
  return (
    <div class="endpoint docs-overview">
      <h1>{document.title}</h1>
      {document.description && <Description text={document.description} />}
      <h2>Mock server</h2>
      <p class="muted">Everything here can be tried: the mock answers with data that is made up to fit.</p>
      <CopyLine text={document.server} label="mock server" />
      <p class="muted">{document.tokenHeader ? `It asks for a token, which is sent in the header ${document.tokenHeader}.` : "It asks for no token."}</p>
    </div>
  );
}

function Operation({ document, chosen, token, onToken }: { document: PublicDocument; chosen: PublicOperation; token: string; onToken: (token: string) => void }): JSX.Element {
  const { endpoint, operation, parameters } = chosen;
  const [tab, setTab] = useState<"doc" | "try">("doc");
  const view = useMemo(() => viewOf(operation, { parameters }, document.resolve), [operation, document]);
  const { tokenHeader } = document;
  return (
    <div class="endpoint">
      <a class="pane-back" href="#/">
        <Icon name="back" /> All endpoints
      </a>
      <div class="page-title">
        <h1 class="endpoint-title">
          <Method method={endpoint.method} /> <span class="mono">{endpoint.path}</span>
        </h1>
        {endpoint.name !== endpoint.path && <p class="lead">{endpoint.name}</p>}
      </div>
      <Tabs
        label="Endpoint"
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: "doc", title: "Documentation" },
          { id: "try", title: "Try it" },
        ]}
      >
        {tab === "doc" ? (
          <OperationDoc view={view} resolve={document.resolve} />
        ) : (
          <RequestPanel
            method={endpoint.method}
            path={endpoint.path}
            view={view}
            resolve={document.resolve}
            urlFor={(path, query) => mockUrl(endpoint, "path", path, query)}
            headers={tokenHeader && token ? [{ name: tokenHeader, value: token, on: true }] : []}
            choices={tokenHeader && <TextField label="Token of the mock" mono value={token} onInput={onToken} />}
          />
        )}
      </Tabs>
    </div>
  );
}

const root = document.getElementById("docs");
if (root) {
  root.replaceChildren();
  render(
    <>
      <Docs />
      <Toasts />
    </>,
    root,
  );
}
