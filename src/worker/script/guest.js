// What a mock script finds around itself. This text is evaluated inside the sandbox, before the script, in a context that
// nothing else uses; it is no module, and a function that the host calls.
//
// A script may change every prototype that it can reach, and only itself is to suffer from that. So what runs after it
// calls nothing that it could have replaced: originals are taken here at the start, lists are Maps, and what goes to the
// host is text put together from strings. No template literals: QuickJS makes them with String.prototype.concat.
(function (host, inputText) {
  "use strict";
  const { parse, stringify } = JSON;
  const { apply, construct } = Reflect;
  const { defineProperty, getOwnPropertyNames, hasOwn, is, keys } = Object;
  const { isArray } = Array;
  const { isInteger } = Number;
  const { floor } = Math;
  const [Text, Failure, Refusal, Range, Dictionary] = [String, Error, TypeError, RangeError, Map];
  const uncurried = (method) => (self, ...args) => apply(method, self, args);
  const lower = uncurried(Text.prototype.toLowerCase);
  const codeAt = uncurried(Text.prototype.charCodeAt);
  const mapSet = uncurried(Dictionary.prototype.set);
  const mapDelete = uncurried(Dictionary.prototype.delete);
  const mapEach = uncurried(Dictionary.prototype.forEach);

  const input = parse(inputText);
  const MAX_BODY = 1024 * 1024;

  /** A member that shows in no listing, as those of built-in objects do. */
  const hidden = (object, name, value) => defineProperty(object, name, { __proto__: null, value, writable: true, configurable: true });
  const getter = (object, name, get, set) => defineProperty(object, name, { __proto__: null, get, set, enumerable: true, configurable: true });

  // Time and chance come from the request: the same seed gives the same answer.
  const Clock = Date;
  function SeededDate(...args) {
    if (new.target === undefined) return new Clock(input.now) + "";
    return construct(Clock, args.length === 0 ? [input.now] : args, new.target);
  }
  for (const name of ["parse", "UTC"]) hidden(SeededDate, name, Clock[name]);
  hidden(SeededDate, "now", () => input.now);
  defineProperty(SeededDate, "prototype", { __proto__: null, value: Clock.prototype, writable: false });
  defineProperty(SeededDate, "length", { __proto__: null, value: 7, configurable: true });
  defineProperty(SeededDate, "name", { __proto__: null, value: "Date", configurable: true });
  hidden(Clock.prototype, "constructor", SeededDate);
  hidden(globalThis, "Date", SeededDate);

  // sfc32, started by splitting the 64 bits of the seed.
  let [a, b, c, d] = [input.seed[0] | 0, input.seed[1] | 0, 0x9e3779b9 | 0, 1];
  const random32 = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) random32();
  hidden(Math, "random", () => ((random32() >>> 5) * 67108864 + (random32() >>> 6)) / 9007199254740992);

  /** JSON of a text, which nothing that a script does can change. */
  const quoted = (text) => stringify(text);

  // Names with values, in order. Request parts have the reading half of the methods.
  function list(pairs, ignoreCase) {
    const entries = new Dictionary();
    let next = 0;
    const append = (name, value) => mapSet(entries, (next += 1), { __proto__: null, name, value });
    for (let at = 0; at < pairs.length; at += 1) append(pairs[at][0], pairs[at][1]);
    const same = (one, other) => (ignoreCase ? lower(one) === lower(other) : one === other);
    const first = (name) => {
      let found;
      mapEach(entries, (entry) => {
        if (found === undefined && same(entry.name, name)) found = entry;
      });
      return found;
    };
    const remove = (name, but) => {
      mapEach(entries, (entry, key) => {
        if (entry !== but && same(entry.name, name)) mapDelete(entries, key);
      });
    };
    return { append, first, remove, each: (visit) => mapEach(entries, visit) };
  }

  function readable(names, object = {}) {
    hidden(object, "get", (name) => names.first(Text(name))?.value);
    hidden(object, "has", (name) => names.first(Text(name)) !== undefined);
    hidden(object, "toObject", () => {
      const copy = {};
      names.each(({ name, value }) => {
        if (!hasOwn(copy, name)) defineProperty(copy, name, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
      });
      return copy;
    });
    hidden(object, "all", () => {
      const copy = [];
      names.each(({ name, value }) => defineProperty(copy, copy.length, { __proto__: null, value: { key: name, value }, writable: true, enumerable: true, configurable: true }));
      return copy;
    });
    hidden(object, "toJSON", () => object.toObject());
    return object;
  }

  function parsed(text) {
    try {
      return parse(text);
    } catch {
      return undefined;
    }
  }

  /** Takes over the members of a value, but not those that the object has methods for. */
  function copyMembers(object, value) {
    if (typeof value !== "object" || value === null) return;
    for (const name of getOwnPropertyNames(value)) {
      if (hasOwn(object, name)) continue;
      const enumerable = !(isArray(value) && name === "length");
      defineProperty(object, name, { __proto__: null, value: value[name], writable: true, enumerable, configurable: true });
    }
  }

  function mockRequest({ method, path, url, pathParameters, query, headers, cookies, body, form, formKind }) {
    const request = {};
    const members = (object, entries) => {
      for (const name of keys(entries)) getter(object, name, entries[name], undefined);
    };
    const once = (make) => {
      let made;
      return () => (made ??= make());
    };
    const names = { path: list(pathParameters), query: list(query), form: list(form) };
    const nothing = list([]);
    const json = once(() => ({ value: formKind === "" ? parsed(body) : undefined }));
    const asValue = () => (formKind === "" ? json().value : readable(names.form).toObject());
    members(request, {
      method: () => method,
      path: () => path,
      url: () => url,
      query: once(() => readable(names.query)),
      pathParameters: once(() => readable(names.path)),
      headers: once(() => readable(list(headers, true))),
      cookies: once(() => readable(list(cookies))),
      formdata: once(() => readable(formKind === "formdata" ? names.form : nothing)),
      urlencoded: once(() => readable(formKind === "urlencoded" ? names.form : nothing)),
      body: once(() => {
        const object = {};
        hidden(object, "toJSON", asValue);
        hidden(object, "toString", () => body);
        for (const kind of ["formdata", "urlencoded"]) {
          defineProperty(object, kind, { __proto__: null, get: () => request[kind], configurable: true });
        }
        copyMembers(object, asValue());
        return object;
      }),
    });
    hidden(request, "getParam", (key) => {
      const name = Text(key);
      const found = names.path.first(name) ?? names.query.first(name) ?? names.form.first(name);
      if (found !== undefined) return found.value;
      const { value } = json();
      return typeof value === "object" && value !== null && hasOwn(value, name) ? value[name] : undefined;
    });
    return request;
  }

  const isToken = (text) => {
    for (let at = 0; at < text.length; at += 1) {
      const code = codeAt(text, at);
      const letter = (code | 32) >= 97 && (code | 32) <= 122;
      const digit = code >= 48 && code <= 57;
      // ! # $ % & ' * + - . ^ _ ` | ~
      const sign = code === 33 || (code >= 35 && code <= 39) || code === 42 || code === 43 || code === 45 || code === 46 || (code >= 94 && code <= 96) || code === 124 || code === 126;
      if (!letter && !digit && !sign) return false;
    }
    return text.length > 0 && text.length <= 128;
  };
  const isPrintable = (text) => {
    for (let at = 0; at < text.length; at += 1) {
      const code = codeAt(text, at);
      if ((code < 32 && code !== 9) || code > 126) return false;
    }
    return true;
  };

  // What the answer will be. `body` is what was set; its text is made when the script has ended.
  const answer = { __proto__: null, status: input.response.status, delay: undefined, body: undefined, bodyIsSet: false, setAt: "" };
  const headers = list(input.response.headers, true);
  let generated;

  function header(key, value) {
    const [name, text] = typeof key === "object" && key !== null ? [Text(key.key ?? key.name), key.value] : [Text(key), value];
    const written = text === undefined || text === null ? "" : Text(text);
    if (!isToken(name)) throw new Refusal(quoted(name) + " is no name of a header");
    if (written.length > 8192) throw new Range("the header " + name + " is longer than 8192 characters");
    if (!isPrintable(written)) throw new Refusal("the value of the header " + name + " has a character that headers cannot carry: encode it, for example with encodeURIComponent");
    return { name, value: written };
  }

  function putHeader(key, text) {
    const { name, value } = header(key, text);
    const known = headers.first(name);
    if (known === undefined) {
      headers.append(name, value);
    } else {
      known.value = value;
      headers.remove(name, known);
    }
  }

  function setCode(code) {
    const status = typeof code === "number" ? code : +Text(code);
    if (!isInteger(status) || status < 200 || status > 599) throw new Range("the status has to be a whole number from 200 to 599, and is " + shown(code, 0));
    answer.status = status;
  }

  const mockResponse = {};
  hidden(mockResponse, "json", () => {
    if (answer.bodyIsSet) return typeof answer.body === "string" ? parse(answer.body) : answer.body;
    if (input.response.body === "") return undefined;
    if (generated === undefined) {
      try {
        generated = { value: parse(input.response.body) };
      } catch {
        throw new Refusal("the body of this response is not JSON: mockResponse.text() gives it as it is");
      }
    }
    return generated.value;
  });
  hidden(mockResponse, "text", () => (answer.bodyIsSet ? bodyText() : input.response.body));
  hidden(mockResponse, "setBody", (body) => {
    answer.body = body;
    answer.bodyIsSet = true;
    answer.setAt = new Failure().stack;
  });
  hidden(mockResponse, "setCode", setCode);
  hidden(mockResponse, "setDelay", (delay) => {
    const milliseconds = typeof delay === "number" ? delay : +Text(delay);
    if (!(milliseconds >= 0 && milliseconds <= 60000)) throw new Range("the delay has to be a number of milliseconds from 0 to 60000, and is " + shown(delay, 0));
    answer.delay = floor(milliseconds);
  });
  getter(mockResponse, "code", () => answer.status, setCode);
  getter(mockResponse, "body", mockResponse.text, mockResponse.setBody);
  hidden(mockResponse, "headers", readable(headers));
  for (const name of ["set", "upsert"]) hidden(mockResponse.headers, name, putHeader);
  hidden(mockResponse.headers, "add", (key, text) => {
    const { name, value } = header(key, text);
    headers.append(name, value);
  });
  hidden(mockResponse.headers, "remove", (name) => headers.remove(Text(name)));

  /** The text that is sent: strings as they are, everything else as JSON. `undefined` is an empty body. */
  function bodyText() {
    const { body } = answer;
    if (typeof body === "string") return body;
    if (body === undefined) return "";
    const text = stringify(body);
    if (typeof text !== "string") throw new Refusal("a " + typeof body + " is no body");
    return text;
  }

  // Logs go out line by line: those of a script that is stopped are wanted most.
  const MAX_SHOWN = 8192;
  function shown(value, depth) {
    try {
      if (typeof value === "string") return depth === 0 ? value : quoted(value);
      if (typeof value === "function") return "[Function " + (Text(value.name) || "(anonymous)") + "]";
      if (typeof value === "bigint") return Text(value) + "n";
      if (typeof value !== "object" || value === null) return is(value, -0) ? "-0" : Text(value);
      if (value instanceof Failure) return Text(value.name) + ": " + Text(value.message);
      const text = stringify(value, (_, member) => (typeof member === "bigint" ? Text(member) + "n" : typeof member === "function" ? "[Function]" : member));
      return typeof text === "string" ? text : Text(value);
    } catch {
      return "[cannot be shown]";
    }
  }
  const { slice } = Text.prototype;
  const cut = (text) => (text.length > MAX_SHOWN ? apply(slice, text, [0, MAX_SHOWN]) + "…" : text);
  const console = {};
  for (const level of ["log", "info", "warn", "error", "debug"]) {
    hidden(console, level, (...values) => {
      let line = "";
      for (let at = 0; at < values.length && line.length <= MAX_SHOWN; at += 1) {
        line = cut(line + (at ? " " : "") + shown(values[at], 0));
      }
      host("log", '{"level":' + quoted(level) + ',"text":' + quoted(line) + "}");
    });
  }

  let mockjs;
  function require(name) {
    if (name !== "mockjs") throw new Failure("Cannot find module " + quoted(shown(name, 0)) + ". Mock scripts can require: mockjs.");
    if (mockjs === undefined) {
      const module = { exports: {} };
      apply(host("mockjs", ""), module.exports, [undefined, module.exports, module]);
      mockjs = module.exports;
    }
    return mockjs;
  }

  const api = { mockRequest: mockRequest(input), mockResponse };
  for (const name of ["$$", "dog", "fox"]) hidden(globalThis, name, api);
  hidden(globalThis, "console", console);
  hidden(globalThis, "require", require);

  return {
    /** Tells the host what the script made. */
    finish() {
      let body = "null";
      if (answer.bodyIsSet) {
        let text;
        try {
          text = bodyText();
        } catch (error) {
          host("place", quoted(Text(answer.setAt)));
          throw error;
        }
        if (text.length > MAX_BODY) {
          host("place", quoted(Text(answer.setAt)));
          throw new Range("the body is " + text.length + " characters long, and may have " + MAX_BODY + " bytes");
        }
        body = quoted(text);
      }
      let sent = "";
      headers.each(({ name, value }) => {
        sent += (sent === "" ? "[" : ",[") + quoted(name) + "," + quoted(value) + "]";
      });
      const delay = answer.delay === undefined ? "null" : "" + answer.delay;
      host("result", '{"status":' + answer.status + ',"delay":' + delay + ',"headers":[' + sent + '],"body":' + body + "}");
    },
    /** Tells the host what was thrown, which may be anything. */
    describe(thrown) {
      const text = (read) => {
        try {
          const value = read();
          return typeof value === "string" ? quoted(cut(value)) : '""';
        } catch {
          return '""';
        }
      };
      const isObject = (typeof thrown === "object" && thrown !== null) || typeof thrown === "function";
      const name = text(() => (isObject ? thrown.name : ""));
      const message = text(() => (isObject ? (thrown.message ?? shown(thrown, 0)) : shown(thrown, 0)));
      const stack = text(() => (isObject ? thrown.stack : ""));
      host("error", '{"name":' + name + ',"message":' + message + ',"stack":' + stack + "}");
    },
  };
});
