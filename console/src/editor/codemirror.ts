// CodeMirror with what edgemock's editors need. Loaded when the first editor opens.
import { autocompletion, closeBrackets, closeBracketsKeymap, completeFromList, completionKeymap, type Completion } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { javascript, javascriptLanguage } from "@codemirror/lang-javascript";
import { json } from "@codemirror/lang-json";
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

export type Language = "javascript" | "json" | "text";

export interface EditorOptions {
  /** An empty element; it becomes the host of a shadow root. */
  host: HTMLElement;
  value: string;
  language: Language;
  label: string;
  readOnly: boolean;
  onInput: (value: string) => void;
}

export interface Editor {
  /** Puts in another text, unless it is the same. */
  set: (value: string) => void;
  setReadOnly: (readOnly: boolean) => void;
  /** Has it look at its size again, after it was hidden. */
  measure: () => void;
  focus: () => void;
  destroy: () => void;
}

// All colours are the page's own: custom properties reach into shadow roots.
const theme = EditorView.theme({
  "&": { color: "var(--text)", backgroundColor: "var(--surface)", fontSize: "0.8125rem", height: "100%" },
  "&.cm-focused": { outline: "none" },
  ".cm-content": { fontFamily: "var(--mono)", padding: "0.5rem 0", caretColor: "var(--text)" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5", overflow: "auto" },
  ".cm-gutters": { backgroundColor: "var(--sunken)", color: "var(--muted)", border: "0" },
  ".cm-activeLineGutter": { backgroundColor: "var(--hover)" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--accent-soft)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--accent-soft)", outline: "1px solid var(--accent-line)" },
  ".cm-tooltip": { backgroundColor: "var(--surface)", color: "var(--text)", border: "1px solid var(--line)", borderRadius: "0.375rem", boxShadow: "var(--shadow-l)" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--on-accent)" },
  ".cm-completionDetail": { color: "inherit", fontStyle: "normal", opacity: "0.85" },
});

const colours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword], color: "var(--patch)" },
    { tag: [tags.string, tags.special(tags.string), tags.regexp], color: "var(--get)" },
    { tag: [tags.number, tags.bool, tags.null, tags.atom], color: "var(--put)" },
    { tag: [tags.propertyName, tags.attributeName], color: "var(--post)" },
    { tag: [tags.comment], color: "var(--muted)", fontStyle: "italic" },
    { tag: [tags.invalid], color: "var(--bad)" },
  ]),
);

const scriptWords: Completion[] = [
  { label: "$$.mockRequest.getParam", type: "method", detail: "(name) from path, query, form or body", apply: '$$.mockRequest.getParam("")' },
  { label: "$$.mockRequest.headers.get", type: "method", detail: "(name)" },
  { label: "$$.mockRequest.query.get", type: "method", detail: "(name)" },
  { label: "$$.mockRequest.pathParameters.get", type: "method", detail: "(name)" },
  { label: "$$.mockRequest.cookies.get", type: "method", detail: "(name)" },
  { label: "$$.mockRequest.body", type: "property", detail: "members of a JSON body or form" },
  { label: "$$.mockRequest.method", type: "property" },
  { label: "$$.mockResponse.json", type: "method", detail: "() the made-up body", apply: "$$.mockResponse.json()" },
  { label: "$$.mockResponse.setBody", type: "method", detail: "(value)" },
  { label: "$$.mockResponse.setCode", type: "method", detail: "(status)" },
  { label: "$$.mockResponse.setDelay", type: "method", detail: "(milliseconds)" },
  { label: "$$.mockResponse.headers.set", type: "method", detail: "(name, value)" },
  { label: "$$.mockResponse.headers.add", type: "method", detail: "({key, value})" },
  { label: 'require("mockjs")', type: "function", detail: "Mock.js" },
];

function languageOf(language: Language): Extension {
  if (language === "json") return json();
  if (language === "text") return [];
  return [javascript(), javascriptLanguage.data.of({ autocomplete: completeFromList(scriptWords) })];
}

/**
 * Writes over what is selected. Left to it, Chromium keeps the look of what is replaced in a style attribute, which the page's
 * policy allows as little.
 */
function typedOver(event: InputEvent, view: EditorView): boolean {
  const { from, to, empty } = view.state.selection.main;
  const text = event.data;
  if (event.inputType !== "insertText" || empty || !text || view.composing || view.state.readOnly) return false;
  event.preventDefault();
  const plain = () => view.state.update({ ...view.state.replaceSelection(text), userEvent: "input.type", scrollIntoView: true });
  if (!view.state.facet(EditorView.inputHandler).some((handler) => handler(view, from, to, text, plain))) view.dispatch(plain());
  return true;
}

/** Makes an editor. Its styles live in a shadow root, as style sheets of script: the page's policy allows no `<style>`. */
export function makeEditor({ host, value, language, label, readOnly, onInput }: EditorOptions): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const lock = (locked: boolean) => [EditorState.readOnly.of(locked), EditorView.editable.of(!locked)];
  let locked = readOnly;
  const state = (text: string): EditorState =>
    EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        highlightActiveLineGutter(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ icons: false }),
        EditorView.lineWrapping,
        // Tab indents; Escape before it leaves the editor, as CodeMirror has it.
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, indentWithTab]),
        languageOf(language),
        theme,
        colours,
        lock(locked),
        EditorView.domEventHandlers({ beforeinput: typedOver }),
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onInput(update.state.doc.toString());
        }),
      ],
    });
  const view = new EditorView({ state: state(value), root, parent: root });
  return {
    set: (text) => {
      if (view.state.doc.toString() !== text) view.setState(state(text));
    },
    setReadOnly: (now) => {
      if (now === locked) return;
      locked = now;
      view.setState(state(view.state.doc.toString()));
    },
    measure: () => view.requestMeasure(),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
