//! Identifiers: ids, keys, codes, hashes.

use crate::rules::rule::{Rule, between, integer, number, one_of, scalar, string};

// One rule after the other, as in a table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    // Ids. Those of one object are small and count up.
    number("id, pk, record number, primary key, identifier, oid, rowid, row id", "{{$record.id}}"),
    string("id, identifier, oid, guid, uuid, key id, unique id, unique identifier, public id, external id, \
         global id", "{{$string.uuid}}"),
    string("esn, meid", "{{$string.numeric(length=15,allowLeadingZeros=false)}}"),
    string("orn", "orn:{{$text.slug}}:{{$string.uuid}}"),
    string("* id with *, id of *, id for *", "{{$string.uuid}}"),
    string("ids, ids to *, ids any, ids all, id any, id all", "{{$string.uuid}}"),
    string("gid, gids", "{{$number.int(min=1000,max=1999)}}")
        .of("container process linux docker config secret file group security"),
    string("uid", "{{$number.int(min=1000,max=1999)}}").of("container process linux docker file"),
    number("uid, gid, user group, run as user, run as group, fs group, supplemental group",
        "{{$number.int(min=1000,max=1999)}}"),
    string("uid, gid", "{{$string.uuid}}"),
    string("object id, mongo id, mongodb id, document id", "{{$database.mongodbObjectId}}")
        .of("mongo mongodb bson"),
    string("legacy id, numeric id, internal id, entity id, old id",
        "{{$string.numeric(length=8,allowLeadingZeros=false)}}"),
    string("short id, hash id, nano id, nanoid, share id, public token", "{{$string.nanoid}}"),
    // Prefixed ids, where the name is one of a payment service.
    string("payment intent, payment intent id", "pi_{{$string.alphanumeric(length=24)}}"),
    string("setup intent, setup intent id", "seti_{{$string.alphanumeric(length=24)}}"),
    string("stripe customer, stripe customer id", "cus_{{$string.alphanumeric(length=14)}}"),
    string("stripe subscription id, stripe subscription", "sub_{{$string.alphanumeric(length=24)}}"),
    string("balance transaction", "txn_{{$string.alphanumeric(length=24)}}"),
    string("latest charge, default source, source transaction", "ch_{{$string.alphanumeric(length=24)}}"),
    string("default payment method, payment method token", "pm_{{$string.alphanumeric(length=24)}}"),
    string("latest invoice", "in_{{$string.alphanumeric(length=24)}}"),
    string("aws account id, aws account, account arn id",
        "{{$string.numeric(length=12,allowLeadingZeros=false)}}"),
    string("ec2 instance id, aws instance id",
        "i-{{$string.hexadecimal(length=17,prefix='',casing='lower')}}"),
    string("vpc id", "vpc-{{$string.hexadecimal(length=17,prefix='',casing='lower')}}"),
    string("subnet id", "subnet-{{$string.hexadecimal(length=17,prefix='',casing='lower')}}"),
    string("security group id", "sg-{{$string.hexadecimal(length=17,prefix='',casing='lower')}}"),
    string("ami id, image ami", "ami-{{$string.hexadecimal(length=17,prefix='',casing='lower')}}"),
    string("container id", "{{$string.hexadecimal(length=64,prefix='',casing='lower')}}"),
    string("arn, role arn, resource arn, topic arn, arns",
        "arn:aws:iam::{{$string.numeric(length=12,allowLeadingZeros=false)}}:role/{{$text.slug}}"),
    string("urn", "urn:uuid:{{$string.uuid}}"),
    string("node id", "{{$string.alphanumeric(length=20)}}")
        .of("github repository pull issue commit cluster elasticsearch shard"),
    string("nfc tag id, nfc tag, rfid, rfid tag",
        "{{$string.hexadecimal(length=14,prefix='',casing='upper')}}"),
    string("spotify id", "{{$string.alphanumeric(length=22)}}"),
    string("orcid", "{{$helpers.replaceSymbols('0000-000#-####-####')}}"),
    string("doi",
        "10.{{$string.numeric(length=4,allowLeadingZeros=false)}}/{{$string.alphanumeric(length=8,casing='lower')}}"),
    string("pmid, pubmed id, patent number, application number",
        "{{$string.numeric(length=8,allowLeadingZeros=false)}}"),
    string("trace id, traceparent id", "{{$string.hexadecimal(length=32,prefix='',casing='lower')}}"),
    string("span id, parent span id", "{{$string.hexadecimal(length=16,prefix='',casing='lower')}}"),
    string("correlation id, request id, transaction id, idempotency key, x request id, message id, \
         client request id, opaque id, nonce, dedupe id, deduplication id", "{{$string.uuid}}"),
    string("checkout attempt id, ds trans id, acs trans id, server trans id, sdk trans id",
        "{{$string.uuid}}"),
    string("xid, cavv, cryptogram, authentication value, ticket token",
        "{{$string.alphanumeric(length=28)}}"),
    // Keys and codes.
    string("key", "{{$text.key}}"),
    string("keys, key name, property name, attribute key, setting name, field key, config key, meta key, \
         parameter name, variable name, env name", "{{$text.key}}"),
    string("key", "{{$string.uuid}}")
        .of("idempotency object document cache prompt deduplication s3 ik client partition sort routing"),
    string("key", "PRJ-{{$number.int(min=1,max=999)}}").of("issue ticket jira task story bug epic"),
    string("project key, space key, team key, board key",
        "{{$helpers.arrayElement(['WEB','APP','OPS','CORE','DOC'])}}"),
    integer("code", "{{$number.int(min=1000,max=4999)}}"),
    string("code", "{{$string.alphanumeric(length=6,casing='upper')}}"),
    string("error code, err code, error type, error id", "{{$text.errorCode}}"),
    string("code, type, reason", "{{$text.errorCode}}").of("error problem exception fault failure warning"),
    string("number, serial, no, num, external number, internal number",
        "{{$string.numeric(length=8,allowLeadingZeros=false)}}"),
    string("serial number, serial no, device serial, hardware serial, serial number hex, sn, asset tag, \
         device serial number", "{{$string.alphanumeric(length=12,casing='upper')}}"),
    string("part, lot number, lot, batch number, batch code, batch no, lot no",
        "LOT-{{$string.numeric(length=5)}}").of("batch product inventory medication vaccine drug"),
    string("lot number, batch number, lot no, batch no", "LOT-{{$string.numeric(length=5)}}"),
    string("cursor, next cursor, previous cursor, start cursor, end cursor, next page token, page token, \
         continuation token, next token, pagination token, sync token, continue, scroll id, pit id, \
         search after, starting after, ending before, after cursor, before cursor, marker, next marker, \
         bookmark", "{{$string.alphanumeric(length=24)}}"),
    string("after, before, next, previous, prev, =last evaluated key, next page, previous page",
        "{{$string.alphanumeric(length=24)}}").of("paging cursor pagination page pages link list search"),
    string("=next, =previous, =prev, next page, prev page, previous page, =after, =before",
        "{{$internet.url}}"),
    string("fingerprint, device fingerprint, visitor id, browser fingerprint, device token, push token, \
         registration token, fcm token, device key",
        "{{$string.hexadecimal(length=32,prefix='',casing='lower')}}"),
    string("hash, checksum, digest, md5, etag hash, content hash, file hash, hash value, password hash, \
         integrity", "{{$string.hexadecimal(length=32,prefix='',casing='lower')}}"),
    string("sha1, commit sha, tree sha, blob sha", "{{$git.commitSha}}"),
    string("sha256, content digest, image digest, layer digest, merkle root",
        "{{$string.hexadecimal(length=64,prefix='',casing='lower')}}"),
    string("sha512", "{{$string.hexadecimal(length=128,prefix='',casing='lower')}}"),
    string("md5 sum, md5 checksum", "{{$string.hexadecimal(length=32,prefix='',casing='lower')}}"),
    string("signature, hmac, signed payload, signature value, encrypted value, encrypted card, sdk data, \
         encrypted data, payment data, ciphertext, three ds payment data, session data, order data, \
         fastlane data, encrypted key, raw data, payload token, opaque data",
        "{{$string.alphanumeric(length=64)}}"),
    string("salt, seed phrase, challenge, state token, csrf, captcha, recaptcha, captcha token, iv",
        "{{$string.alphanumeric(length=16)}}"),
    string("base64, b64, image base64, file base64, base64 image, encoded content, b64 json",
        "{{$string.alphanumeric(length=64)}}"),
    integer("seed, random seed, randomize seed", "{{$number.int(min=1,max=99999)}}"),
    number("seed, random seed, randomize seed", "{{$number.int(min=1,max=99999)}}"),
    between!("nonce", 0, 9_999),
    between!("checksum, hash, crc, crc32", 100_000, 4_000_000),
    one_of!("id type, identifier type, key type, reference type, document id type",
        "uuid" | "external" | "internal"),
    one_of!("identification type, document type, identity document type, id document type",
        "passport" | "id_card" | "driving_licence"),
    one_of!("kty, key algorithm", "RSA" | "EC"),
    one_of!("crv, curve", "P-256" | "P-384" | "Ed25519"),
    one_of!("algorithm, hash algorithm, signing algorithm, alg, signature algorithm, encryption algorithm, \
         hash type", "RS256" | "HS256" | "ES256"),
    one_of!("hash function, hash method, checksum type, checksum algorithm, digest algorithm",
        "sha256" | "sha512" | "md5"),
    string("kid, key identifier, key fingerprint, thumbprint, key thumbprint",
        "{{$string.hexadecimal(length=40,prefix='',casing='lower')}}"),
    string("color code, colour code", "{{$color.rgb}}"),
    scalar("=no, sequence number, seq no, sequence no, seq number, sequence",
        "{{$number.int(min=1,max=500)}}"),
];
