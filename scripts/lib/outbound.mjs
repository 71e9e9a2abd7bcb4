// What the Worker of `npm run serve` fetches: documents that are imported by their address. The Worker checks the address as it is
// written; here the name is looked up, and what it stands for is checked in the same moment that it is connected to. At
// Cloudflare there is no private network to reach.
import dns from "node:dns";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import { Readable } from "node:stream";
import { Response } from "miniflare";

const PRIVATE = new net.BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.0.0.0", 24], ["192.0.2.0", 24],
  ["192.88.99.0", 24], ["192.168.0.0", 16], ["198.18.0.0", 15], ["198.51.100.0", 24], ["203.0.113.0", 24], ["224.0.0.0", 3], ["168.63.129.16", 32],
]) PRIVATE.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [["2001::", 32], ["2001:db8::", 32], ["2002::", 16], ["3fff::", 20]]) PRIVATE.addSubnet(network, bits, "ipv6");
const GLOBAL = new net.BlockList();
GLOBAL.addSubnet("2000::", 3, "ipv6");

/** Whether an address belongs to the internet. */
export function isPublic(address) {
  if (net.isIPv4(address)) return !PRIVATE.check(address, "ipv4");
  return net.isIPv6(address) && GLOBAL.check(address, "ipv6") && !PRIVATE.check(address, "ipv6");
}

/** `dns.lookup` for `http.request`, that finds no private address. */
export function publicLookup(host, options, callback, lookup = dns.lookup) {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error);
    const found = addresses.filter(({ address }) => isPublic(address));
    if (!found.length) return callback(Object.assign(new Error(`${host} is at a private address`), { code: "EPRIVATE" }));
    if (options.all) return callback(null, found);
    return callback(null, found[0].address, found[0].family);
  });
}

/** Answers what the Worker fetches. */
export function outbound(request) {
  const url = new URL(request.url);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // A literal address is not looked up.
  if (net.isIP(host) && !isPublic(host)) return Response.error();
  const headers = Object.fromEntries([...request.headers].filter(([name]) => !/^(host|connection|cf-.*|mf-.*)$/i.test(name)));
  return new Promise((resolve, reject) => {
    const asked = (url.protocol === "https:" ? https : http).request(url, { method: request.method, headers, lookup: publicLookup, agent: false }, (response) => {
      const { statusCode, headersDistinct } = response;
      const pairs = Object.entries(headersDistinct).flatMap(([name, values]) => values.map((value) => [name, value]));
      const kept = pairs.filter(([name]) => !["transfer-encoding", "connection", "keep-alive"].includes(name));
      const bodiless = [101, 204, 205, 304].includes(statusCode);
      resolve(new Response(bodiless ? null : Readable.toWeb(response), { status: statusCode, headers: kept }));
    });
    asked.once("error", reject);
    asked.end();
  });
}
